//! How two judges' orders of items agree.
//!
//! M. G. Kendall, *Rank Correlation Methods* (τ_a, τ_b); L. A. Goodman and W. H. Kruskal, "Measures of association for cross
//! classifications", *Journal of the American Statistical Association* 49 (1954) (γ); J. G. Kemeny and J. L. Snell, *Mathematical
//! Models in the Social Sciences* (1962) (distance); E. J. Emond and D. W. Mason, "A new rank correlation coefficient with
//! application to the consensus ranking problem", *Journal of Multi-Criteria Decision Analysis* 11 (2002) (τ_x). All of them depend
//! on which item stands above which and nothing else, and turning both orders round changes none of them.

use num_bigint::BigInt;

use super::exact::quotient;
use super::ranks;
use super::ratings::{Degenerate, Items, Judges, Table};

/// How the orders of two judges agree over the items that both rated.
#[derive(Debug, Clone, PartialEq)]
pub struct RankCorrelation {
    /// n: how many items both rated.
    pub items: usize,
    /// Pairs of items that both put in the same order.
    pub concordant: u64,
    /// Pairs of items that they put in opposite order.
    pub discordant: u64,
    /// Pairs of items that the first ties, whatever the second does.
    pub ties_first: u64,
    /// Pairs of items that the second ties, whatever the first does.
    pub ties_second: u64,
    /// All pairs of items, n(n − 1)/2.
    pub pairs: u64,
    /// (C − D)/pairs.
    pub tau_a: Result<f64, Degenerate>,
    /// (C − D)/√((pairs − ties of the first)(pairs − ties of the second)); undefined when one of them ties all.
    pub tau_b: Result<f64, Degenerate>,
    /// (C − D)/(C + D); undefined when one of them ties all.
    pub gamma: Result<f64, Degenerate>,
    /// The correlation of the midranks; undefined when one of them ties all.
    pub spearman: Result<f64, Degenerate>,
    /// Kemeny and Snell's distance: 2 for each pair in opposite order, 1 for each that one of them alone ties.
    pub kemeny_snell: u64,
    /// Emond and Mason's τ_x, 1 − 2·distance/(n(n − 1)): defined for ties too.
    pub tau_x: Result<f64, Degenerate>,
}

/// Compares two judges, by their places. A place outside the table has rated nothing.
pub fn rank_correlation(table: &Table<Judges, Items>, first: usize, second: usize) -> RankCorrelation {
    let both = table.row(first).iter().zip(table.row(second));
    let (x, y): (Vec<f64>, Vec<f64>) = both.filter_map(|(x, y)| Some(((*x)?, (*y)?))).unzip();
    let (x, y) = (ranks::doubled(&x), ranks::doubled(&y));
    let counted = Counted::of(&x, &y);
    let Counted { concordant, discordant, ties_first, ties_second, pairs, kemeny_snell, .. } = counted;
    let net = BigInt::from(concordant) - discordant;
    let enough = if x.len() < 2 { Err(Degenerate::OneItem) } else { Ok(()) };
    let over = |below: u64, reason| enough.and_then(|()| quotient(&net, &BigInt::from(below)).ok_or(reason));
    RankCorrelation {
        items: x.len(),
        concordant,
        discordant,
        ties_first,
        ties_second,
        pairs,
        tau_a: over(pairs, Degenerate::OneItem),
        tau_b: enough.and_then(|()| {
            over_root(i128::from(concordant) - i128::from(discordant), pairs - ties_first, pairs - ties_second)
        }),
        gamma: over(concordant + discordant, Degenerate::FlatJudge),
        spearman: enough.and_then(|()| spearman(&x, &y)),
        kemeny_snell,
        tau_x: counted.tau_x(),
    }
}

/// Pairs of items by how two judges order them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted {
    items: u64,
    concordant: u64,
    discordant: u64,
    ties_first: u64,
    ties_second: u64,
    pairs: u64,
    kemeny_snell: u64,
}

impl Counted {
    /// From numbers of 0 and up in the order of the ratings of the items that both rated, twice their midranks or plainer ones.
    /// Counting after W. R. Knight: n log n.
    pub(crate) fn of(x: &[i64], y: &[i64]) -> Self {
        let n = x.len() as u64;
        let pairs = n * n.saturating_sub(1) / 2;
        let mut sorted: Vec<(i64, i64)> = x.iter().copied().zip(y.iter().copied()).collect();
        sorted.sort_unstable();
        let tied = |of: &mut dyn Iterator<Item = usize>| of.map(|t| t as u64).map(|t| t * (t - 1) / 2).sum::<u64>();
        let ties_first = tied(&mut sorted.chunk_by(|a, b| a.0 == b.0).map(<[_]>::len));
        let ties_both = tied(&mut sorted.chunk_by(|a, b| a == b).map(<[_]>::len));
        let most = y.iter().max().and_then(|y| usize::try_from(*y).ok());
        let mut seen = Fenwick::new(most.unwrap_or(0) + 1);
        let place = |y: i64| usize::try_from(y).unwrap_or(0) + 1;
        let (mut before, mut concordant, mut discordant) = (0, 0, 0);
        for group in sorted.chunk_by(|a, b| a.0 == b.0) {
            for (_, y) in group {
                let y = place(*y);
                concordant += seen.up_to(y - 1);
                discordant += before - seen.up_to(y);
            }
            group.iter().for_each(|(_, y)| seen.add(place(*y)));
            before += group.len() as u64;
        }
        let ties_second = pairs - concordant - discordant + ties_both - ties_first;
        let kemeny_snell = 2 * discordant + ties_first + ties_second - 2 * ties_both;
        Self { items: n, concordant, discordant, ties_first, ties_second, pairs, kemeny_snell }
    }

    /// Emond and Mason's τ_x.
    pub(crate) fn tau_x(&self) -> Result<f64, Degenerate> {
        let all = BigInt::from(self.items) * self.items.saturating_sub(1);
        quotient(&(&all - BigInt::from(self.kemeny_snell) * 2), &all).ok_or(Degenerate::OneItem)
    }
}

/// above/√(a·b); `FlatJudge` when either is 0.
#[expect(clippy::cast_precision_loss, reason = "this is the rounding")]
fn over_root(above: i128, a: u64, b: u64) -> Result<f64, Degenerate> {
    if a == 0 || b == 0 {
        return Err(Degenerate::FlatJudge);
    }
    if a == b {
        return quotient(&BigInt::from(above), &BigInt::from(a)).ok_or(Degenerate::FlatJudge);
    }
    Ok((above as f64 / ((u128::from(a) * u128::from(b)) as f64).sqrt()).clamp(-1.0, 1.0))
}

fn spearman(x: &[i64], y: &[i64]) -> Result<f64, Degenerate> {
    let mean = i64::try_from(x.len()).unwrap_or(0) + 1;
    let dot =
        |a: &[i64], b: &[i64]| a.iter().zip(b).map(|(a, b)| i128::from(a - mean) * i128::from(b - mean)).sum::<i128>();
    let squares = |a: &[i64]| u64::try_from(dot(a, a)).unwrap_or(u64::MAX);
    over_root(dot(x, y), squares(x), squares(y))
}

/// Running counts of whole numbers.
struct Fenwick(Vec<u64>);

impl Fenwick {
    fn new(most: usize) -> Self {
        Self(vec![0; most + 1])
    }

    fn add(&mut self, at: usize) {
        let mut i = at.max(1);
        while let Some(count) = self.0.get_mut(i) {
            *count += 1;
            i += i & i.wrapping_neg();
        }
    }

    fn up_to(&self, at: usize) -> u64 {
        let (mut i, mut sum) = (at.min(self.0.len().saturating_sub(1)), 0);
        while i > 0 {
            sum += self.0.get(i).copied().unwrap_or(0);
            i -= i & i.wrapping_neg();
        }
        sum
    }
}
