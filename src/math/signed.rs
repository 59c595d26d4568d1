//! Undirected graphs whose edges have a sign, and their triangles.

use std::collections::BTreeMap;

/// An edge between two vertices, the lower one first, with a weight other than 0 whose sign is the edge's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The lower vertex.
    pub a: usize,
    /// The higher vertex.
    pub b: usize,
    /// The weight: above 0 binds, below 0 parts.
    pub weight: f64,
}

impl Edge {
    /// Whether the edge binds.
    pub fn is_positive(&self) -> bool {
        self.weight > 0.0
    }
}

/// A graph with signed edges, at most one between two vertices.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SignedGraph {
    size: usize,
    edges: Vec<Edge>,
}

impl SignedGraph {
    /// A graph on the vertices 0 … size − 1. Weights of 0 and such as are no finite number make no edge, nor do loops and
    /// vertices that are not there. Of several edges between two vertices the last one holds.
    pub fn new(size: usize, edges: impl IntoIterator<Item = (usize, usize, f64)>) -> Self {
        let known = edges
            .into_iter()
            .filter(|(a, b, w)| a != b && *a < size && *b < size && w.is_finite())
            .map(|(a, b, w)| ((a.min(b), a.max(b)), w));
        let last: BTreeMap<(usize, usize), f64> = known.collect();
        let edges = last.into_iter().filter(|(_, w)| *w != 0.0).map(|((a, b), weight)| Edge { a, b, weight }).collect();
        Self { size, edges }
    }

    /// How many vertices there are, with and without edges.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The edges, by their vertices.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The same graph with weights of 1 and −1.
    #[must_use]
    pub fn signs(&self) -> Self {
        let edges = self.edges.iter().map(|e| Edge { weight: e.weight.signum(), ..*e }).collect();
        Self { size: self.size, edges }
    }

    /// Visits every triangle, by its vertices in ascending order: the vertices, and the places of its three edges in
    /// [`SignedGraph::edges`] (first with second, first with third, second with third). Edges × degrees in time.
    pub fn each_triangle(&self, mut visit: impl FnMut([usize; 3], [usize; 3])) {
        let mut above: Vec<Vec<(usize, usize)>> = vec![Vec::new(); self.size];
        for (place, edge) in self.edges.iter().enumerate() {
            if let Some(list) = above.get_mut(edge.a) {
                list.push((edge.b, place));
            }
        }
        let of = |v: usize| above.get(v).map(Vec::as_slice).unwrap_or_default();
        let mut mark: Vec<Option<usize>> = vec![None; self.size];
        for a in 0..self.size {
            for (c, place) in of(a) {
                if let Some(m) = mark.get_mut(*c) {
                    *m = Some(*place);
                }
            }
            for (b, ab) in of(a) {
                for (c, bc) in of(*b) {
                    if let Some(Some(ac)) = mark.get(*c) {
                        visit([a, *b, *c], [*ab, *ac, *bc]);
                    }
                }
            }
            for (c, _) in of(a) {
                if let Some(m) = mark.get_mut(*c) {
                    *m = None;
                }
            }
        }
    }

    /// How many triangles have no, one, two and three positive edges.
    pub fn triangles(&self) -> [u64; 4] {
        let mut counts = [0; 4];
        self.each_triangle(|_, places| {
            if let Some(count) = counts.get_mut(self.positives(places)) {
                *count += 1;
            }
        });
        counts
    }

    /// How many of the three edges are positive. A triangle with one or three positive edges is balanced.
    pub fn positives(&self, places: [usize; 3]) -> usize {
        places.iter().filter(|p| self.edges.get(**p).is_some_and(Edge::is_positive)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_edge_is_left_out() {
        let g =
            SignedGraph::new(3, [(0, 1, 0.0), (1, 1, 2.0), (2, 7, 1.0), (2, 1, f64::NAN), (2, 0, -3.0), (0, 2, 4.0)]);
        assert_eq!(g.edges(), [Edge { a: 0, b: 2, weight: 4.0 }]);
    }

    #[test]
    fn triangles_are_counted_by_their_positive_edges() {
        let g = SignedGraph::new(4, [(0, 1, 1.0), (0, 2, -2.0), (1, 2, -1.0), (0, 3, 1.0), (1, 3, 1.0), (2, 3, 1.0)]);
        assert_eq!(g.triangles(), [0, 1, 2, 1]);
        assert_eq!(SignedGraph::new(2, [(0, 1, 1.0)]).triangles(), [0; 4]);
    }
}
