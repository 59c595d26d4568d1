//! The split of a signed graph in two with the least frustration.
//!
//! A positive edge between the two sides and a negative one within a side are frustrated; the cost of a split is the sum of the
//! absolute weights of its frustrated edges. Every connected component is split apart. Leaves are taken off first: an edge to a
//! leaf need never be frustrated. What is left, the core, is solved exactly up to [`EXACT_UP_TO`] vertices: vertices one by one
//! in order of their degree, with the cost of the placed ones, the cheaper side of every other, and the least cost of those
//! others among themselves as a lower bound (the search over nested subproblems of Verfaillie, Lemaître and Schiex 1996); the
//! last ten vertices by a table of all their splits. Beyond that, a local search from fixed starts gives a split, and a packing
//! of edge-disjoint unbalanced cycles what no split can go below.
#![allow(
    clippy::indexing_slicing,
    reason = "vertices are numbered from 0 within a component, and every list is as long"
)]

use std::collections::{BinaryHeap, VecDeque};
use std::iter::zip;
use std::ops::AddAssign;

use num_traits::PrimInt;
use petgraph::unionfind::UnionFind;

use super::exact::{self, Exact};
use super::signed::SignedGraph;

/// The most vertices of a core that is always solved exactly.
pub const EXACT_UP_TO: usize = 30;

/// The vertices at the end of the order whose splits stand in a table.
const TAIL: usize = 10;

/// How often edges are looked at in a local search.
const WORK: usize = 4_000_000;

/// A connected component with at least one edge, and its best splits.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    /// Its vertices, ascending.
    pub vertices: Vec<usize>,
    /// The least cost that was found.
    pub cost: f64,
    /// What no split costs less than; equal to the cost when that is proven to be the least.
    pub at_least: f64,
    /// Whether no split costs less.
    pub proven: bool,
    /// How many splits cost that much, a split and its mirror taken as one; `None` when that was not counted.
    pub optima: Option<u64>,
    /// The first of these splits, at least one: the side of each vertex, the first vertex on side `false`.
    pub splits: Vec<Vec<bool>>,
}

/// The least frustration of every connected component that has an edge, in the order of their first vertices, with as many of
/// the best splits as asked for (at least one). `None` when the weights have so many digits that 128 bits do not hold their sum.
///
/// Exact, with every best split counted, when the component is balanced or its core has at most [`EXACT_UP_TO`] vertices; then
/// neither the order nor the names of the vertices change cost and count. At worst some 2^30 steps of machine arithmetic.
pub fn frustration(graph: &SignedGraph, splits_at_most: usize) -> Option<Vec<Component>> {
    let weights: Vec<f64> = graph.edges().iter().map(|e| e.weight).collect();
    let sizes: Vec<f64> = weights.iter().map(|w| w.abs()).collect();
    let whole = exact::in_common_parts(&sizes)?;
    whole.iter().try_fold(0_i128, |a, b| a.checked_add(*b)).filter(|sum| *sum < i128::MAX / 8)?;
    let mut sets = UnionFind::<usize>::new(graph.size());
    for edge in graph.edges() {
        sets.union(edge.a, edge.b);
    }
    let labels = sets.into_labeling();
    let mut tied = vec![false; graph.size()];
    graph.edges().iter().for_each(|e| (tied[e.a], tied[e.b]) = (true, true));
    let mut place_of = vec![usize::MAX; graph.size()];
    let mut local = vec![0; graph.size()];
    let mut parts: Vec<Part> = Vec::new();
    for v in (0..graph.size()).filter(|v| tied[*v]) {
        let root = labels[v];
        if place_of[root] == usize::MAX {
            place_of[root] = parts.len();
            parts.push(Part::default());
        }
        let part = &mut parts[place_of[root]];
        local[v] = part.vertices.len();
        part.vertices.push(v);
    }
    for (place, (edge, cost)) in zip(graph.edges(), whole).enumerate() {
        let part = &mut parts[place_of[labels[edge.a]]];
        part.edges.push((local[edge.a], local[edge.b], if edge.weight > 0.0 { cost } else { -cost }));
        part.places.push(place);
    }
    parts.into_iter().map(|part| part.solve(&weights, splits_at_most.max(1))).collect()
}

/// A connected component: edges between vertices numbered from 0, the cost with the sign of the edge.
#[derive(Default)]
struct Part {
    vertices: Vec<usize>,
    edges: Vec<(usize, usize, i128)>,
    /// Where the edges stand in the whole graph.
    places: Vec<usize>,
}

/// What was found of a component, in whole numbers.
struct Solved {
    splits: Vec<Vec<bool>>,
    /// A lower bound, where the search was not exact.
    at_least: Option<i128>,
    optima: Option<u64>,
}

impl Part {
    fn solve(self, weights: &[f64], splits_at_most: usize) -> Option<Component> {
        let total: i128 = self.edges.iter().map(|(_, _, w)| w.abs()).sum();
        let mut solved = if total < i128::from(i32::MAX / 8) {
            self.solve_in::<i32>(splits_at_most)
        } else if total < i128::from(i64::MAX / 8) {
            self.solve_in::<i64>(splits_at_most)
        } else {
            self.solve_in::<i128>(splits_at_most)
        }?;
        for split in solved.splits.iter_mut().filter(|s| s.first() == Some(&true)) {
            split.iter_mut().for_each(|side| *side = !*side);
        }
        let best = solved.splits.first()?;
        let frustrated = |(_, (a, b, w)): &(usize, &(usize, usize, i128))| (best[*a] == best[*b]) != (*w > 0);
        let (mut cost, mut found) = (Vec::new(), 0);
        for (i, (_, _, w)) in self.edges.iter().enumerate().filter(frustrated) {
            cost.push(weights[self.places[i]].abs());
            found += w.abs();
        }
        let cost = exact::sum(cost);
        let proven = solved.at_least.is_none_or(|bound| bound == found);
        // Any edge of the component says how large the common part is.
        let at_least = match (solved.at_least.filter(|_| !proven), self.edges.first()) {
            (Some(bound), Some((_, _, parts))) => {
                let (weight, parts) = (weights[self.places[0]].abs(), parts.abs());
                let share = Exact::whole(bound).checked_div(&Exact::whole(parts));
                share.map_or(0.0, |share| (Exact::of(weight) * share).to_f64())
            }
            _ => cost,
        };
        Some(Component {
            vertices: self.vertices,
            cost,
            at_least,
            proven,
            optima: solved.optima,
            splits: solved.splits,
        })
    }

    fn solve_in<C: PrimInt + AddAssign>(&self, splits_at_most: usize) -> Option<Solved> {
        let size = self.vertices.len();
        let mut near: Vec<Vec<(usize, C)>> = vec![Vec::new(); size];
        for (a, b, w) in &self.edges {
            let w = C::from(*w)?;
            near[*a].push((*b, w));
            near[*b].push((*a, w));
        }
        let switched = switch(&near, 0);
        if cost(&near, &switched).is_zero() {
            return Some(Solved { splits: vec![switched], at_least: None, optima: Some(1) });
        }
        let (core, leaves) = without_leaves(&near);
        let mut place = vec![usize::MAX; size];
        core.iter().enumerate().for_each(|(i, v)| place[*v] = i);
        let inner: Vec<Vec<(usize, C)>> = core
            .iter()
            .map(|v| near[*v].iter().filter(|(w, _)| place[*w] != usize::MAX).map(|(w, c)| (place[*w], *c)).collect())
            .collect();
        let (of_core, at_least, optima) = if core.len() <= EXACT_UP_TO {
            let (splits, optima) = Search::new(&inner).solve(splits_at_most);
            (splits, None, Some(optima))
        } else {
            (vec![local_search(&inner)], Some(packing(&inner).to_i128()?), None)
        };
        let splits = of_core
            .into_iter()
            .map(|split| {
                let mut side = vec![false; size];
                zip(&core, split).for_each(|(v, s)| side[*v] = s);
                for (leaf, at, positive) in leaves.iter().rev() {
                    side[*leaf] = side[*at] == *positive;
                }
                side
            })
            .collect();
        Some(Solved { splits, at_least, optima })
    }
}

/// The sides that satisfy every edge of a tree from a root.
fn switch<C: PrimInt>(near: &[Vec<(usize, C)>], root: usize) -> Vec<bool> {
    let mut side: Vec<Option<bool>> = vec![None; near.len()];
    side[root] = Some(false);
    let mut queue = VecDeque::from([root]);
    while let Some(v) = queue.pop_front() {
        let mine = side[v] == Some(true);
        for (w, c) in &near[v] {
            if side[*w].is_none() {
                side[*w] = Some(if *c > C::zero() { mine } else { !mine });
                queue.push_back(*w);
            }
        }
    }
    side.into_iter().map(|s| s == Some(true)).collect()
}

fn size_of<C: PrimInt>(x: C) -> C {
    if x < C::zero() { C::zero() - x } else { x }
}

fn is_frustrated<C: PrimInt>(w: C, same_side: bool) -> bool {
    (w > C::zero()) != same_side
}

/// The cost of a split.
fn cost<C: PrimInt + AddAssign>(near: &[Vec<(usize, C)>], side: &[bool]) -> C {
    let mut sum = C::zero();
    for (v, list) in near.iter().enumerate() {
        for (w, c) in list.iter().filter(|(w, _)| v < *w) {
            if is_frustrated(*c, side[v] == side[*w]) {
                sum += size_of(*c);
            }
        }
    }
    sum
}

/// The vertices without those that hang on the rest by one edge, again and again; and those, with where they hang and whether by
/// a positive edge, in the order in which they were taken off.
fn without_leaves<C: PrimInt>(near: &[Vec<(usize, C)>]) -> (Vec<usize>, Vec<(usize, usize, bool)>) {
    let mut degree: Vec<usize> = near.iter().map(Vec::len).collect();
    let mut gone = vec![false; near.len()];
    let mut leaves = Vec::new();
    let mut queue: VecDeque<usize> = (0..near.len()).filter(|v| degree[*v] == 1).collect();
    while let Some(v) = queue.pop_front() {
        let Some((at, w)) = near[v].iter().find(|(w, _)| !gone[*w]) else { continue };
        gone[v] = true;
        leaves.push((v, *at, *w > C::zero()));
        degree[*at] -= 1;
        if degree[*at] == 1 {
            queue.push_back(*at);
        }
    }
    ((0..near.len()).filter(|v| !gone[*v]).collect(), leaves)
}

/// What placing vertices costs those that are not placed, on either side.
type Fields<C> = [[C; EXACT_UP_TO]; 2];

/// The exact search.
struct Search<C> {
    size: usize,
    /// How many vertices come before the table.
    head: usize,
    /// The vertices in the order of the search.
    order: Vec<usize>,
    /// Signed costs between places of the order.
    between: Vec<[C; EXACT_UP_TO]>,
    /// The cost among the last vertices, for each of their splits; bit j is the side of the place `size − 1 − j`.
    table: Vec<C>,
    room: Vec<C>,
    /// The least cost of the places from here on among themselves.
    rest: Vec<C>,
    best: C,
    best_side: Vec<bool>,
    side: Vec<bool>,
}

/// The best splits, the first ones kept.
struct Collected {
    count: u64,
    at_most: usize,
    kept: BinaryHeap<u32>,
    /// For each split of the table, its bits in the order of the vertices.
    bits: Vec<u32>,
}

impl<C: PrimInt + AddAssign> Search<C> {
    fn new(near: &[Vec<(usize, C)>]) -> Self {
        let size = near.len();
        let mut order: Vec<usize> = (0..size).collect();
        order.sort_by_key(|v| (std::cmp::Reverse(near[*v].len()), *v));
        let mut place = vec![0; size];
        order.iter().enumerate().for_each(|(i, v)| place[*v] = i);
        let mut between = vec![[C::zero(); EXACT_UP_TO]; size];
        for (v, list) in near.iter().enumerate() {
            list.iter().for_each(|(w, c)| between[place[v]][place[*w]] = *c);
        }
        let tail = TAIL.min(size.saturating_sub(1));
        Self {
            size,
            head: size - tail,
            order,
            between,
            table: vec![C::zero()],
            room: Vec::new(),
            rest: vec![C::zero(); size + 1],
            best: C::zero(),
            best_side: vec![false; size],
            side: vec![false; size],
        }
    }

    /// The first of the best splits, by the sides of the vertices, and how many there are.
    fn solve(mut self, splits_at_most: usize) -> (Vec<Vec<bool>>, u64) {
        for place in (self.head..self.size).rev() {
            self.lengthen_table(place);
        }
        let least = self.table.iter().position(|c| *c == self.rest[self.head]).unwrap_or(0);
        for (bit, place) in (self.head..self.size).rev().enumerate() {
            self.best_side[place] = least >> bit & 1 == 1;
        }
        for start in (1..self.head).rev() {
            self.extend_best(start);
            let fields = self.placed(start, false, &[[C::zero(); EXACT_UP_TO]; 2]);
            self.side[start] = false;
            self.descend(start + 1, C::zero(), &fields, &mut None);
            self.rest[start] = self.best;
        }
        let bit = |place: usize| 1_u32 << (self.size - 1 - self.order[place]);
        let mut bits = vec![0_u32];
        for place in (self.head..self.size).rev() {
            bits.extend(bits.clone().into_iter().map(|b| b | bit(place)));
        }
        let mut found = Some(Collected { count: 0, at_most: splits_at_most, kept: BinaryHeap::new(), bits });
        self.extend_best(0);
        let fields = self.placed(0, false, &[[C::zero(); EXACT_UP_TO]; 2]);
        self.descend(1, C::zero(), &fields, &mut found);
        let Some(Collected { count, kept, .. }) = found else { return (Vec::new(), 0) };
        let size = self.size;
        let split = |mask: u32| (0..size).map(|v| mask >> (size - 1 - v) & 1 == 1).collect();
        (kept.into_sorted_vec().into_iter().map(split).collect(), count)
    }

    /// Puts one more place before those of the table.
    fn lengthen_table(&mut self, place: usize) {
        let mut longer = Vec::with_capacity(self.table.len() * 2);
        for side in [false, true] {
            let fields = self.placed(place, side, &[[C::zero(); EXACT_UP_TO]; 2]);
            self.spread(place + 1, C::zero(), &fields);
            longer.extend(zip(&self.table, &self.room).map(|(a, b)| *a + *b));
        }
        self.rest[place] = longer.iter().copied().min().unwrap_or_else(C::zero);
        self.table = longer;
    }

    /// Writes what each split of the places from one on costs by the fields alone.
    fn spread(&mut self, from: usize, cost: C, fields: &Fields<C>) {
        let start = fields[0][from..self.size].iter().fold(cost, |a, b| a + *b);
        let room = &mut self.room;
        room.clear();
        room.push(start);
        for place in (from..self.size).rev() {
            let delta = fields[1][place] - fields[0][place];
            let old = room.len();
            room.resize(old * 2, C::zero());
            let (low, high) = room.split_at_mut(old);
            zip(low, high).for_each(|(l, h)| *h = *l + delta);
        }
    }

    /// The fields after placing one more.
    fn placed(&self, place: usize, side: bool, fields: &Fields<C>) -> Fields<C> {
        let mut next = *fields;
        let row = &self.between[place];
        let zero = C::zero();
        let [first, second] = &mut next;
        let (same, other) = if side { (second, first) } else { (first, second) };
        for v in place + 1..self.size {
            let w = row[v];
            other[v] += if w > zero { w } else { zero };
            same[v] += if w < zero { zero - w } else { zero };
        }
        next
    }

    /// Puts one more place before the best split of those after it, on its better side, and moves single ones while that helps.
    fn extend_best(&mut self, start: usize) {
        let pull = |this: &Self, place: usize| {
            let mut at = [C::zero(); 2];
            for v in (start..this.size).filter(|v| *v != place) {
                let w = this.between[place][v];
                for side in [false, true] {
                    if !w.is_zero() && is_frustrated(w, side == this.best_side[v]) {
                        at[usize::from(side)] += size_of(w);
                    }
                }
            }
            at
        };
        let [a, b] = pull(self, start);
        self.best_side[start] = b < a;
        self.best = self.rest[start + 1] + a.min(b);
        loop {
            let before = self.best;
            for place in start..self.size {
                let at = pull(self, place);
                let (mine, other) = (usize::from(self.best_side[place]), usize::from(!self.best_side[place]));
                if at[other] < at[mine] {
                    self.best_side[place] = !self.best_side[place];
                    self.best = self.best - at[mine] + at[other];
                }
            }
            if self.best == before {
                return;
            }
        }
    }

    /// Places the vertex of a place and all after it. What is better than the best replaces it; with `found`, what is as good is
    /// counted.
    fn descend(&mut self, place: usize, cost: C, fields: &Fields<C>, found: &mut Option<Collected>) {
        let [first, second] = fields;
        let cheapest = zip(&first[place..self.size], &second[place..self.size]).map(|(a, b)| *a.min(b));
        let bound = cheapest.fold(cost + self.rest[place], |a, b| a + b);
        if bound > self.best || (found.is_none() && bound == self.best) {
            return;
        }
        if place == self.head {
            return self.leaf(cost, fields, found);
        }
        let cheaper = second[place] < first[place];
        for side in [cheaper, !cheaper] {
            self.side[place] = side;
            let next = self.placed(place, side, fields);
            self.descend(place + 1, cost + fields[usize::from(side)][place], &next, found);
        }
    }

    /// Every split of the last places at once.
    fn leaf(&mut self, cost: C, fields: &Fields<C>, found: &mut Option<Collected>) {
        self.spread(self.head, cost, fields);
        let all = || zip(&self.table, &self.room).map(|(a, b)| *a + *b);
        // A fold of the smaller of two is done many at a time; `Iterator::min` is not.
        let least = all().fold(C::max_value(), |a, b| if b < a { b } else { a });
        let Some(found) = found else {
            if least >= self.best {
                return;
            }
            let Some(at) = all().position(|c| c == least) else { return };
            self.best = least;
            self.best_side[..self.head].copy_from_slice(&self.side[..self.head]);
            for (bit, place) in (self.head..self.size).rev().enumerate() {
                self.best_side[place] = at >> bit & 1 == 1;
            }
            return;
        };
        if least > self.best {
            return;
        }
        if least < self.best {
            self.best = least;
            found.count = 0;
            found.kept.clear();
        }
        found.count += u64::from(all().fold(0_u32, |n, c| n + u32::from(c == least)));
        let bit = |p: usize| 1_u32 << (self.size - 1 - self.order[p]);
        let whole = u32::MAX >> (u32::BITS as usize - self.size);
        let placed: u32 = (0..self.head).map(bit).sum();
        let head: u32 = (0..self.head).filter(|p| self.side[*p]).map(bit).sum();
        // No split of this leaf, nor its mirror, comes before this one.
        let first = head.min(placed & !head);
        let full = found.kept.len() >= found.at_most;
        if full && found.kept.peek().is_some_and(|last| first >= *last) {
            return;
        }
        for (at, _) in all().enumerate().filter(|(_, c)| *c == least) {
            let mask = head | found.bits[at];
            let mask = if mask >> (self.size - 1) & 1 == 1 { mask ^ whole } else { mask };
            if found.kept.len() < found.at_most {
                found.kept.push(mask);
            } else if let Some(mut last) = found.kept.peek_mut().filter(|last| mask < **last) {
                *last = mask;
            }
        }
    }
}

/// A good split: from trees at several roots, then from the best one with some vertices moved, single vertices are moved while
/// that helps. The same for the same graph, always.
fn local_search<C: PrimInt + AddAssign>(near: &[Vec<(usize, C)>]) -> Vec<bool> {
    let size = near.len();
    let work = size + near.iter().map(Vec::len).sum::<usize>();
    let rounds = (WORK / (work * 4).max(1)).clamp(2, 200);
    let mut roots: Vec<usize> = (0..size).collect();
    roots.sort_by_key(|v| (std::cmp::Reverse(near[*v].len()), *v));
    let (mut best, mut least) = (vec![false; size], None);
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    for round in 0..rounds {
        let mut side = match roots.get(round).filter(|_| round < rounds / 2) {
            Some(root) => switch(near, *root),
            None => best.clone(),
        };
        if round >= rounds / 2 {
            for one in &mut side {
                // Knuth's linear congruential generator, of which the high bits are the good ones.
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                *one ^= seed >> 60 == 0;
            }
        }
        descend_by_single_moves(near, &mut side);
        let found = cost(near, &side);
        if least.is_none_or(|least| found < least) {
            (best, least) = (side, Some(found));
        }
    }
    best
}

fn descend_by_single_moves<C: PrimInt + AddAssign>(near: &[Vec<(usize, C)>], side: &mut [bool]) {
    const PASSES: usize = 100;
    for _ in 0..PASSES {
        let mut moved = false;
        for v in 0..near.len() {
            let mut gain = C::zero();
            for (w, c) in &near[v] {
                let size = size_of(*c);
                gain += if is_frustrated(*c, side[v] == side[*w]) { size } else { C::zero() - size };
            }
            if gain > C::zero() {
                side[v] = !side[v];
                moved = true;
            }
        }
        if !moved {
            return;
        }
    }
}

/// A lower bound: every unbalanced cycle has a frustrated edge, so cycles that share no weight add up. Triangles first, then the
/// cycles that an edge makes with a tree of what is left.
fn packing<C: PrimInt + AddAssign>(near: &[Vec<(usize, C)>]) -> C {
    const ROUNDS: usize = 60;
    let edges: Vec<(usize, usize, C)> = near
        .iter()
        .enumerate()
        .flat_map(|(v, list)| list.iter().filter(move |(w, _)| v < *w).map(move |(w, c)| (v, *w, *c)))
        .collect();
    let sign = |w: C| if w > C::zero() { 1.0 } else { -1.0 };
    let graph = SignedGraph::new(near.len(), edges.iter().map(|(a, b, w)| (*a, *b, sign(*w))));
    let mut sorted = edges;
    sorted.sort_by_key(|(a, b, _)| (*a, *b));
    let mut left: Vec<C> = sorted.iter().map(|(_, _, w)| size_of(*w)).collect();
    let mut bound = C::zero();
    let mut pack = |cycle: &[usize], left: &mut [C]| {
        let least = cycle.iter().map(|e| left[*e]).min().unwrap_or_else(C::zero);
        cycle.iter().for_each(|e| left[*e] = left[*e] - least);
        bound += least;
        !least.is_zero()
    };
    graph.each_triangle(|_, places| {
        if graph.positives(places).is_multiple_of(2) {
            pack(&places, &mut left);
        }
    });
    for _ in 0..ROUNDS {
        let mut open: Vec<Vec<(usize, usize)>> = vec![Vec::new(); near.len()];
        for (e, (a, b, _)) in sorted.iter().enumerate().filter(|(e, _)| !left[*e].is_zero()) {
            open[*a].push((*b, e));
            open[*b].push((*a, e));
        }
        // Above each vertex the edge and vertex that lead to the root; its depth and side.
        let mut above: Vec<Option<(usize, usize)>> = vec![None; near.len()];
        let mut seen: Vec<Option<(usize, bool)>> = vec![None; near.len()];
        for root in 0..near.len() {
            if seen[root].is_some() {
                continue;
            }
            seen[root] = Some((0, false));
            let mut queue = VecDeque::from([root]);
            while let Some(v) = queue.pop_front() {
                let (depth, side) = seen[v].unwrap_or_default();
                for (w, e) in &open[v] {
                    if seen[*w].is_none() {
                        seen[*w] = Some((depth + 1, side != (sorted[*e].2 < C::zero())));
                        above[*w] = Some((*e, v));
                        queue.push_back(*w);
                    }
                }
            }
        }
        let place = |v: usize| seen[v].unwrap_or_default();
        let mut packed = false;
        for (e, (a, b, w)) in sorted.iter().enumerate() {
            if left[e].is_zero() || !is_frustrated(*w, place(*a).1 == place(*b).1) {
                continue;
            }
            let (mut x, mut y, mut cycle) = (*a, *b, vec![e]);
            while x != y {
                let lower = if place(x).0 >= place(y).0 { &mut x } else { &mut y };
                let Some((edge, up)) = above[*lower] else { break };
                cycle.push(edge);
                *lower = up;
            }
            packed |= pack(&cycle, &mut left);
        }
        if !packed {
            break;
        }
    }
    bound
}
