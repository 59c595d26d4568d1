//! A table of relations between two kinds of node.

use std::collections::BTreeMap;

/// Relations of one kind, by their two ends, read in id order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arcs<F: Ord, T: Ord, W>(BTreeMap<F, BTreeMap<T, W>>);

impl<F: Ord, T: Ord, W> Default for Arcs<F, T, W> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<F: Ord + Clone, T: Ord + Clone, W> Arcs<F, T, W> {
    /// The relation from one node to another.
    pub fn get(&self, from: &F, to: &T) -> Option<&W> {
        self.0.get(from)?.get(to)
    }

    pub(super) fn get_mut(&mut self, from: &F, to: &T) -> Option<&mut W> {
        self.0.get_mut(from)?.get_mut(to)
    }

    /// All relations of one node, by the other end.
    pub fn of(&self, from: &F) -> impl Iterator<Item = (&T, &W)> + Clone {
        self.0.get(from).into_iter().flatten()
    }

    /// All relations.
    pub fn iter(&self) -> impl Iterator<Item = (&F, &T, &W)> + Clone {
        self.0.iter().flat_map(|(f, row)| row.iter().map(move |(t, w)| (f, t, w)))
    }

    /// How many relations there are.
    pub fn len(&self) -> usize {
        self.0.values().map(BTreeMap::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn weights_mut(&mut self) -> impl Iterator<Item = &mut W> {
        self.0.values_mut().flat_map(BTreeMap::values_mut)
    }

    pub(super) fn insert(&mut self, from: F, to: T, weight: W) {
        self.0.entry(from).or_default().insert(to, weight);
    }

    pub(super) fn remove(&mut self, from: &F, to: &T) -> Option<W> {
        let row = self.0.get_mut(from)?;
        let gone = row.remove(to);
        if row.is_empty() {
            self.0.remove(from);
        }
        gone
    }

    /// Removes what a test says and returns the ends.
    pub(super) fn extract(&mut self, mut gone: impl FnMut(&F, &T) -> bool) -> Vec<(F, T)> {
        let ends: Vec<(F, T)> =
            self.iter().filter(|(f, t, _)| gone(f, t)).map(|(f, t, _)| (f.clone(), t.clone())).collect();
        for (f, t) in &ends {
            self.remove(f, t);
        }
        ends
    }
}
