//! Borda's count.
//!
//! J.-C. de Borda, "Mémoire sur les élections au scrutin", 1781 (printed 1784), in its pairwise form: the score of an item is
//! Σ over the others of the weight that prefers it, and half the weight that ties them. Every number is exact and rounded once.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::exact;
use super::preference::{Preferences, Unranked, tiers_by};

/// The count of one item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BordaCount {
    /// Σ d(a, b) + half the ties.
    pub score: f64,
    /// The weight of the comparisons that the item was in.
    pub compared: f64,
    /// Score / compared, 0 … 1; nothing of an item that was never compared.
    pub share: Option<f64>,
}

/// The counts in halves of a part: score, and compared.
fn halves(p: &Preferences, a: usize) -> (u128, u128) {
    let others = (0..p.items()).filter(|b| *b != a);
    others.fold((0, 0), |(score, compared), b| {
        (score + 2 * p.parts_over(a, b) + p.parts_tied(a, b), compared + 2 * p.parts_compared(a, b))
    })
}

/// The counts of all items, in their order.
pub fn borda(p: &Preferences) -> Vec<BordaCount> {
    let count = |a: usize| {
        let (score, compared) = halves(p, a);
        BordaCount {
            score: p.number_of_halves(score),
            compared: p.number_of_halves(compared),
            share: exact::quotient(&score.into(), &compared.into()),
        }
    };
    (0..p.items()).map(count).collect()
}

/// A share that is compared exactly; one of nothing is below all others.
#[derive(Debug, Clone, Copy)]
struct Share(u128, u128);

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.1, other.1) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Less,
            (_, 0) => Ordering::Greater,
            _ => (BigInt::from(self.0) * other.1).cmp(&(BigInt::from(other.0) * self.1)),
        }
    }
}
impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Share {}

/// The order by Borda, best tier first: by score where the unranked stand last, and by share where they say nothing, since sums
/// favour items that more people ranked (own rule). With shares, items that were never compared are the last tier.
pub fn borda_order(p: &Preferences, unranked: Unranked) -> Vec<Vec<usize>> {
    match unranked {
        Unranked::Last => tiers_by(p.items(), |a| halves(p, a).0),
        Unranked::NoInformation => tiers_by(p.items(), |a| {
            let (score, compared) = halves(p, a);
            Share(score, compared)
        }),
    }
}
