//! The maximal cliques of an undirected graph.
//!
//! Bron and Kerbosch with a pivot (C. Bron and J. Kerbosch, *Communications of the ACM* 16, 1973; E. Tomita, A. Tanaka and
//! H. Takahashi, *Theoretical Computer Science* 363, 2006), on a stack of its own. A graph may have 3^(n/3) of them, hence the budget.
#![allow(
    clippy::indexing_slicing,
    reason = "indices come from sets over the nodes, whose number the constructor fixes"
)]

use fixedbitset::FixedBitSet;

use super::budget::{Budget, Listed, Spending};

/// An undirected graph without loops.
#[derive(Debug, Clone)]
pub struct Undirected {
    near: Vec<FixedBitSet>,
}

impl Undirected {
    /// A graph without edges.
    pub fn new(nodes: usize) -> Self {
        Self { near: vec![FixedBitSet::with_capacity(nodes); nodes] }
    }

    /// Joins two different nodes; anything else is left as it is.
    pub fn join(&mut self, a: usize, b: usize) {
        if a != b && a.max(b) < self.near.len() {
            self.near[a].insert(b);
            self.near[b].insert(a);
        }
    }
}

/// The choices at one depth of the search.
struct Frame {
    /// Nodes that may still join the clique.
    open: FixedBitSet,
    /// Nodes whose cliques were listed before.
    closed: FixedBitSet,
    /// Nodes still to be tried, the next one last.
    todo: Vec<usize>,
}

/// All maximal cliques, a lonely node being one; none for a graph without nodes. A step of work is one word of a set.
pub fn maximal_cliques(graph: &Undirected, budget: Budget) -> Listed {
    let near = &graph.near;
    let mut spending = Spending::of(budget);
    let mut everyone = FixedBitSet::with_capacity(near.len());
    everyone.insert_range(..);
    let mut clique: Vec<usize> = Vec::new();
    let mut stack = Vec::new();
    if !near.is_empty() {
        match frame(near, everyone, FixedBitSet::with_capacity(near.len()), &mut spending) {
            Some(root) => stack.push(root),
            None => return spending.listed(),
        }
    }
    while let Some(top) = stack.last_mut() {
        let Some(node) = top.todo.pop() else {
            stack.pop();
            clique.pop();
            continue;
        };
        let (mut open, mut closed) = (top.open.clone(), top.closed.clone());
        open.intersect_with(&near[node]);
        closed.intersect_with(&near[node]);
        top.open.remove(node);
        top.closed.insert(node);
        clique.push(node);
        if open.is_clear() {
            if closed.is_clear() {
                let mut found = clique.clone();
                found.sort_unstable();
                if !spending.list(found) {
                    break;
                }
            }
            clique.pop();
        } else {
            match frame(near, open, closed, &mut spending) {
                Some(next) => stack.push(next),
                None => break,
            }
        }
    }
    spending.listed()
}

/// The choices that are left when the neighbours of the best pivot are passed over; `None` when the budget is spent.
fn frame(near: &[FixedBitSet], open: FixedBitSet, closed: FixedBitSet, spending: &mut Spending) -> Option<Frame> {
    let (size, words) = (open.count_ones(..), near.len() / 64 + 1);
    let mut pivot = None;
    for node in closed.ones().chain(open.ones()) {
        if !spending.spend(words) {
            return None;
        }
        let reach = near[node].intersection_count(&open);
        if pivot.is_none_or(|(best, _)| reach > best) {
            pivot = Some((reach, node));
        }
        // Nothing can reach further than all the others.
        if reach + usize::from(open.contains(node)) == size {
            break;
        }
    }
    let mut rest = open.clone();
    if let Some((_, pivot)) = pivot {
        rest.difference_with(&near[pivot]);
    }
    let mut todo: Vec<usize> = rest.ones().collect();
    todo.reverse();
    Some(Frame { open, closed, todo })
}
