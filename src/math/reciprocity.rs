//! How far the arcs of a directed graph are answered.

use std::collections::{BTreeMap, BTreeSet};

use super::Exact;

/// The reciprocity of a directed graph without loops, exactly.
#[derive(Debug, Clone, PartialEq)]
pub struct Reciprocity {
    /// How many arcs there are.
    pub arcs: u64,
    /// How many of them have an arc back.
    pub answered: u64,
    /// ā, the share of the ordered pairs that have an arc; `None` without pairs.
    pub density: Option<Exact>,
    /// r, the share of the arcs that have an arc back; `None` without arcs.
    pub raw: Option<Exact>,
    /// ρ = (r − ā)/(1 − ā); `None` without arcs or at ā = 1.
    pub rho: Option<Exact>,
}

fn exact(n: u64) -> Exact {
    Exact::from(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Reciprocity after Garlaschelli and Loffredo (2004) of arcs among so many ordered pairs: n·(n − 1) for n vertices, less where
/// pairs are left out. Loops do not count, nor does an arc twice.
pub fn reciprocity(pairs: u64, arcs: impl IntoIterator<Item = (usize, usize)>) -> Reciprocity {
    let arcs: BTreeSet<(usize, usize)> = arcs.into_iter().filter(|(a, b)| a != b).collect();
    let answered = arcs.iter().filter(|(a, b)| arcs.contains(&(*b, *a))).count() as u64;
    let count = arcs.len() as u64;
    let density = exact(count).checked_div(&exact(pairs));
    let raw = exact(answered).checked_div(&exact(count));
    let rho = match (&raw, &density) {
        (Some(r), Some(a)) => (r - a).checked_div(&(&Exact::one() - a)),
        _ => None,
    };
    Reciprocity { arcs: count, answered, density, raw, rho }
}

/// Weighted reciprocity after Squartini and others (2013): r_w = Σ min(w_ij, w_ji) / Σ w_ij, exactly, and the same for the arcs
/// out of each vertex that has any. Weights at or below 0 and loops do not count. `None` without weight.
pub fn weighted(arcs: &BTreeMap<(usize, usize), Exact>) -> (Option<Exact>, BTreeMap<usize, Exact>) {
    let mut sums: BTreeMap<usize, (Exact, Exact)> = BTreeMap::new();
    for ((a, b), weight) in arcs.iter().filter(|((a, b), w)| a != b && w.is_positive()) {
        let back = arcs.get(&(*b, *a)).filter(|w| w.is_positive()).cloned().unwrap_or_else(Exact::zero);
        let (both, all) = sums.entry(*a).or_insert_with(|| (Exact::zero(), Exact::zero()));
        *both = &*both + &back.min(weight.clone());
        *all = &*all + weight;
    }
    let both: Exact = sums.values().map(|(both, _)| both).sum();
    let all: Exact = sums.values().map(|(_, all)| all).sum();
    let each = sums.into_iter().filter_map(|(v, (both, all))| Some((v, both.checked_div(&all)?))).collect();
    (both.checked_div(&all), each)
}
