//! Betweenness on shortest paths, after Brandes.

use std::collections::VecDeque;

use super::Exact;

/// How much lies between the two sides: for every vertex v the sum, over all pairs of a vertex of one side and a vertex of the
/// other, of the share of their shortest paths that run through v. The ends of a path are not between. Unweighted, undirected;
/// each pair counts once, a pair without a path nothing. Vertices of no side may lie on paths.
///
/// U. Brandes (2001) with the dependency gathered only for targets of the other side. Exact fractions. Vertices of the smaller
/// side × edges in time.
pub fn between_sides(size: usize, edges: &[(usize, usize)], side: &[Option<bool>]) -> Vec<Exact> {
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); size];
    for (a, b) in edges.iter().filter(|(a, b)| a != b && *a < size && *b < size) {
        for (v, w) in [(*a, *b), (*b, *a)] {
            if let Some(list) = near.get_mut(v) {
                list.push(w);
            }
        }
    }
    for list in &mut near {
        list.sort_unstable();
        list.dedup();
    }
    let side_of = |v: usize| side.get(v).copied().flatten();
    let members = |which: bool| (0..size).filter(|v| side_of(*v) == Some(which)).count();
    let from = members(true) < members(false);
    let mut out = vec![Exact::zero(); size];
    for source in (0..size).filter(|v| side_of(*v) == Some(from)) {
        gather(&near, source, |v| side_of(v) == Some(!from), &mut out);
    }
    out
}

/// Adds what one source contributes: the share of its shortest paths to the targets through each vertex.
#[allow(clippy::indexing_slicing, reason = "every vertex is below the size of every list, which the caller made equal")]
fn gather(near: &[Vec<usize>], source: usize, target: impl Fn(usize) -> bool, out: &mut [Exact]) {
    let mut steps: Vec<Option<usize>> = vec![None; near.len()];
    let mut paths: Vec<Exact> = vec![Exact::zero(); near.len()];
    let mut order = Vec::new();
    let mut queue = VecDeque::from([source]);
    steps[source] = Some(0);
    paths[source] = Exact::one();
    while let Some(v) = queue.pop_front() {
        order.push(v);
        let next = steps[v].map_or(0, |s| s + 1);
        for &w in &near[v] {
            if steps[w].is_none() {
                steps[w] = Some(next);
                queue.push_back(w);
            }
            if steps[w] == Some(next) {
                paths[w] = &paths[w] + &paths[v];
            }
        }
    }
    let mut depends: Vec<Exact> = vec![Exact::zero(); near.len()];
    for &w in order.iter().rev().filter(|w| **w != source) {
        let ends = if target(w) { Exact::one() } else { Exact::zero() };
        let all = &depends[w] + &ends;
        if !all.is_zero() {
            let Some(share) = all.checked_div(&paths[w]) else { continue };
            for &v in near[w].iter().filter(|v| steps[**v].map(|s| s + 1) == steps[w]) {
                depends[v] = &depends[v] + &(&paths[v] * &share);
            }
            out[w] = &out[w] + &depends[w];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_and_a_square() {
        let ends = [Some(false), None, None, Some(true)];
        let chain = between_sides(4, &[(0, 1), (1, 2), (2, 3)], &ends);
        assert_eq!(chain.iter().map(Exact::to_f64).collect::<Vec<_>>(), [0.0, 1.0, 1.0, 0.0]);
        let square = between_sides(4, &[(0, 1), (0, 2), (1, 3), (2, 3)], &ends);
        assert_eq!(square.iter().map(Exact::to_f64).collect::<Vec<_>>(), [0.0, 0.5, 0.5, 0.0]);
    }
}
