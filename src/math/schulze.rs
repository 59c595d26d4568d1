//! Schulze's method, with winning votes.
//!
//! M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method",
//! *Social Choice and Welfare* 36, 2011. A step from a to b is there when a beats b, and is as strong as the weight that prefers
//! a; a path is as strong as its weakest step. a comes before b when the strongest path there is stronger than the one back.
#![expect(clippy::indexing_slicing, reason = "the table is square by construction, and indices come from its size")]

use super::preference::Preferences;

/// How many items are ranked at most: the work goes with the cube.
pub const MOST_ITEMS: usize = 400;

/// The strongest paths.
#[derive(Debug, Clone, PartialEq)]
pub struct Schulze {
    parts: Vec<Vec<u128>>,
    strengths: Vec<Vec<f64>>,
}

/// The strongest paths between all items; nothing for more than [`MOST_ITEMS`].
pub fn schulze(p: &Preferences) -> Option<Schulze> {
    let n = p.items();
    if n > MOST_ITEMS {
        return None;
    }
    let step = |a: usize, b: usize| if p.beats(a, b) { p.parts_over(a, b) } else { 0 };
    let mut parts: Vec<Vec<u128>> = (0..n).map(|a| (0..n).map(|b| step(a, b)).collect()).collect();
    for via in 0..n {
        let onward = parts[via].clone();
        for (a, row) in parts.iter_mut().enumerate() {
            let first = row[via];
            for (b, cell) in row.iter_mut().enumerate() {
                if a != b {
                    *cell = (*cell).max(first.min(onward[b]));
                }
            }
        }
    }
    let strengths = parts.iter().map(|row| row.iter().map(|x| p.number(*x)).collect()).collect();
    Some(Schulze { parts, strengths })
}

impl Schulze {
    /// The strength of the strongest path from row to column; 0 where there is none, and on the diagonal.
    pub fn strengths(&self) -> &[Vec<f64>] {
        &self.strengths
    }

    /// Whether the first comes before the second.
    pub fn before(&self, a: usize, b: usize) -> bool {
        let at = |a: usize, b: usize| self.parts.get(a).and_then(|row| row.get(b)).copied().unwrap_or(0);
        at(a, b) > at(b, a)
    }

    /// Per item its best and its worst place by the relation alone, from 0: as many places as come before and after it leave open. The
    /// relation is a strict partial order, so two items may each have a place in common with a third and none with each other.
    pub fn places(&self) -> Vec<(usize, usize)> {
        let n = self.parts.len();
        let count = |of: &dyn Fn(usize) -> bool| (0..n).filter(|b| of(*b)).count();
        (0..n).map(|a| (count(&|b| self.before(b, a)), n - 1 - count(&|b| self.before(a, b)))).collect()
    }

    /// The items in tiers, best first: those that nothing comes before, then those that nothing left comes before, and so on.
    pub fn order(&self) -> Vec<Vec<usize>> {
        let mut left: Vec<usize> = (0..self.parts.len()).collect();
        let mut out = Vec::new();
        while !left.is_empty() {
            let (first, rest): (Vec<usize>, Vec<usize>) =
                left.iter().partition(|a| !left.iter().any(|b| self.before(*b, **a)));
            // The relation has no circles, so there always is a first.
            if first.is_empty() {
                break;
            }
            out.push(first);
            left = rest;
        }
        out
    }
}
