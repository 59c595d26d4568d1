//! Copeland's rule.
//!
//! A. H. Copeland, "A reasonable social welfare function", University of Michigan, 1951. An item beats another when more prefer it
//! than prefer the other. Two scores: 1 for a win, ½ for a draw, 0 for a defeat; and wins less defeats. A pair that nobody compared
//! is a draw. Both give the same order when every pair counts.

use super::preference::{Preferences, tiers_by};

/// The record of one item against all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopelandScore {
    /// How many others it beats.
    pub wins: usize,
    /// With how many it draws.
    pub draws: usize,
    /// By how many it is beaten.
    pub defeats: usize,
}

impl CopelandScore {
    /// Wins and half the draws.
    pub fn score(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "at most a thousand items")]
        let doubled = (2 * self.wins + self.draws) as f64;
        doubled / 2.0
    }

    /// Wins less defeats.
    pub fn wins_less_defeats(&self) -> i64 {
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        whole(self.wins) - whole(self.defeats)
    }
}

/// The records of all items, in their order.
pub fn copeland(p: &Preferences) -> Vec<CopelandScore> {
    let score = |a: usize| {
        let mut out = CopelandScore { wins: 0, draws: 0, defeats: 0 };
        for b in (0..p.items()).filter(|b| *b != a) {
            if p.beats(a, b) {
                out.wins += 1;
            } else if p.beats(b, a) {
                out.defeats += 1;
            } else {
                out.draws += 1;
            }
        }
        out
    };
    (0..p.items()).map(score).collect()
}

/// The order by Copeland, best tier first.
pub fn copeland_order(p: &Preferences) -> Vec<Vec<usize>> {
    let scores = copeland(p);
    tiers_by(p.items(), |a| scores.get(a).map(CopelandScore::wins_less_defeats))
}
