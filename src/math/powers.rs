//! Row sums of the powers of a table: their order, power by power, and what they tend to.

use std::cmp::Ordering;
use std::collections::VecDeque;

use num_bigint::BigInt;
use num_traits::{One, Zero};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

use super::exact;
use super::growth::{Growth, close, growth};
use super::refine::{Groups, groups};
use super::square::Square;

/// An order holds when it was the same for this many powers, and for as many as it took to get there.
pub const STEADY: usize = 10;

/// What the powers of a table do. A table without rows has no shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Everything reaches everything, in the end in the same number of steps: the powers tend to one direction.
    Primitive,
    /// Everything reaches everything, but only at every so manieth step: the powers swing, and their mean tends to one direction.
    Periodic,
    /// There are cycles, but not everything reaches everything: the fastest growing part outgrows the rest.
    Reducible,
    /// There are no cycles: from some power on, all are 0.
    Acyclic,
}

/// The shape of a table, and its period: the greatest common divisor of the lengths of its cycles, for a reducible table the least
/// common multiple of those of its parts. No period without cycles, or when it takes more than 64 bits.
pub fn shape(table: &Square) -> Option<(Shape, Option<u64>)> {
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    let nodes: Vec<_> = table.cells.iter().map(|_| graph.add_node(())).collect();
    for (from, row) in nodes.iter().zip(&table.cells) {
        for (to, _) in nodes.iter().zip(row).filter(|(_, x)| !x.is_zero()) {
            graph.add_edge(*from, *to, ());
        }
    }
    let parts = kosaraju_scc(&graph);
    let cycles: Vec<&Vec<_>> =
        parts.iter().filter(|p| p.len() > 1 || p.iter().any(|i| graph.contains_edge(*i, *i))).collect();
    let mut all = Some(1_u64);
    for part in &cycles {
        let mut depth: Vec<Option<u64>> = vec![None; nodes.len()];
        let mut queue: VecDeque<_> = part.iter().take(1).map(|i| (*i, 0)).collect();
        let inside: std::collections::BTreeSet<_> = part.iter().collect();
        let mut period = 0;
        while let Some((i, at)) = queue.pop_front() {
            match depth.get_mut(i.index()) {
                Some(slot @ None) => *slot = Some(at),
                Some(Some(before)) => {
                    period = gcd(period, before.abs_diff(at));
                    continue;
                }
                None => continue,
            }
            queue.extend(graph.neighbors(i).filter(|j| inside.contains(j)).map(|j| (j, at + 1)));
        }
        all = all.and_then(|all| (all / gcd(all, period).max(1)).checked_mul(period));
    }
    let shape = match (cycles.len(), parts.len()) {
        (_, 0) => return None,
        (0, _) => return Some((Shape::Acyclic, None)),
        (1, 1) if all == Some(1) => Shape::Primitive,
        (1, 1) => Shape::Periodic,
        _ => Shape::Reducible,
    };
    Some((shape, all))
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// What the row sums of the powers of a table tend to, and in what order they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Tendency {
    /// The shares of the rows in the limit, which add up to 1; `None` where all sums are 0 or numbers overflow.
    ///
    /// Primitive and periodic: the right Perron vector. Reducible: the limit of the shares, by their Cesàro mean; what grows
    /// slower than the fastest has 0. Acyclic: shares of the sum over all powers.
    pub shares: Option<Vec<f64>>,
    /// The shared ranks in the limit: one more than how many are ahead. What grows faster is ahead of what grows slower.
    pub ranks: Vec<usize>,
    /// The rate ρ at which each row grows, as k^degree ρ^k; 0 for what vanishes.
    pub rates: Vec<f64>,
    /// The degree of k in the growth of each row.
    pub degrees: Vec<u32>,
    /// For k = 1, 2, …: the shared ranks of the row sums of M^k; periodic: of their mean over a period from k on; acyclic: of the sum
    /// up to M^k.
    pub orders: Vec<Vec<usize>>,
    /// The first power from which the order holds, if it was seen to hold.
    pub holds_from: Option<usize>,
}

/// The tendency of the rows; of the columns, give the table transposed. At most so many powers are looked at.
pub fn tendency(table: &Square, budget: usize) -> Tendency {
    let groups = groups(&table.cells);
    let spread = |of_groups: &[usize]| -> Vec<usize> {
        groups.of.iter().map(|g| of_groups.get(*g).copied().unwrap_or_default()).collect()
    };
    let shape = shape(table);
    if matches!(shape, None | Some((Shape::Acyclic, _))) {
        return acyclic(&groups, &table.unit);
    }
    let number = |x: &BigInt| exact::quotient(x, &table.unit).unwrap_or(0.0);
    let mut cells = vec![vec![0.0; groups.rows.len()]; groups.rows.len()];
    for (row, sums) in cells.iter_mut().zip(&groups.rows) {
        for (j, x) in sums {
            if let Some(cell) = row.get_mut(*j) {
                *cell = number(x);
            }
        }
    }
    let grown = growth(&cells);
    let limit = ranks_of_growth(&grown, &groups.sizes);
    let (orders, holds_from) = match shape {
        Some((Shape::Periodic, Some(period))) => {
            let root = grown.first().map_or(1.0, |g| g.rate);
            let window = usize::try_from(period).unwrap_or(usize::MAX);
            let means = Means { cells: &cells, root, last: VecDeque::new(), window };
            watch(means.map(|m| ranks(&m, &groups.sizes, |a, b| close(*a, *b))), &limit, budget)
        }
        _ => watch(Powers::new(&groups).map(|x| ranks(&x, &groups.sizes, BigInt::eq)), &limit, budget),
    };
    let (rate, degree) =
        grown.iter().fold((0.0, 0), |best, g| if precedes(g, best) { (g.rate, g.degree) } else { best });
    let leading = |g: &Growth| if g.rate == rate && g.degree == degree { g.coefficient } else { 0.0 };
    let total: f64 = grown.iter().zip(&groups.sizes).map(|(g, size)| leading(g) * count(*size)).sum();
    let of = |g: &usize| grown.get(*g);
    let shares: Option<Vec<f64>> = groups.of.iter().map(|g| of(g).map(|g| leading(g) / total)).collect();
    Tendency {
        shares: shares.filter(|s| s.iter().all(|x| x.is_finite())),
        ranks: spread(&limit),
        rates: groups.of.iter().filter_map(of).map(|g| g.rate).collect(),
        degrees: groups.of.iter().filter_map(of).map(|g| g.degree).collect(),
        orders: orders.iter().map(|o| spread(o)).collect(),
        holds_from,
    }
}

fn precedes(g: &Growth, (rate, degree): (f64, u32)) -> bool {
    g.rate > rate || (g.rate == rate && g.degree > degree)
}

#[expect(clippy::cast_precision_loss, reason = "no table has 2^53 rows")]
fn count(n: usize) -> f64 {
    n as f64
}

/// Without cycles: all of it is exact and ends.
fn acyclic(groups: &Groups, unit: &BigInt) -> Tendency {
    let mut sums = vec![BigInt::zero(); groups.sizes.len()];
    let mut orders = Vec::new();
    for power in Powers::new(groups) {
        let last = power.iter().all(Zero::is_zero);
        if last && !orders.is_empty() {
            break;
        }
        // The k-th power is counted in the k-th power of the unit.
        for (sum, x) in sums.iter_mut().zip(&power) {
            *sum = &*sum * unit + x;
        }
        orders.push(ranks(&sums, &groups.sizes, BigInt::eq));
        if last {
            break;
        }
    }
    let limit = orders.last().cloned().unwrap_or_default();
    let holds_from = orders.iter().rposition(|o| *o != limit).map_or(1, |before| before + 2);
    let total: BigInt = sums.iter().zip(&groups.sizes).map(|(x, size)| x * BigInt::from(*size)).sum();
    let spread = |o: &Vec<usize>| groups.of.iter().filter_map(|g| o.get(*g)).copied().collect::<Vec<usize>>();
    let share = |g: &usize| exact::quotient(sums.get(*g)?, &total);
    Tendency {
        shares: groups.of.iter().map(share).collect(),
        ranks: spread(&limit),
        rates: vec![0.0; groups.of.len()],
        degrees: vec![0; groups.of.len()],
        holds_from: (!orders.is_empty()).then_some(holds_from),
        orders: orders.iter().map(spread).collect(),
    }
}

/// The row sums of M, M², …, exactly.
struct Powers<'a> {
    groups: &'a Groups,
    now: Vec<BigInt>,
}

impl<'a> Powers<'a> {
    fn new(groups: &'a Groups) -> Self {
        Self { groups, now: vec![BigInt::one(); groups.sizes.len()] }
    }
}

impl Iterator for Powers<'_> {
    type Item = Vec<BigInt>;
    fn next(&mut self) -> Option<Vec<BigInt>> {
        let now = &self.now;
        let row = |sums: &std::collections::BTreeMap<usize, BigInt>| -> BigInt {
            sums.iter().filter_map(|(j, x)| Some(x * now.get(*j)?)).sum()
        };
        self.now = self.groups.rows.iter().map(row).collect();
        Some(self.now.clone())
    }
}

/// The means of the row sums of (M/ρ)^k, …, over one period from k = 1, 2, … on.
struct Means<'a> {
    cells: &'a [Vec<f64>],
    root: f64,
    last: VecDeque<Vec<f64>>,
    window: usize,
}

impl Iterator for Means<'_> {
    type Item = Vec<f64>;
    fn next(&mut self) -> Option<Vec<f64>> {
        self.last.pop_front();
        while self.last.len() < self.window {
            let ones = vec![1.0; self.cells.len()];
            let before = self.last.back().unwrap_or(&ones);
            let after = |row: &Vec<f64>| row.iter().zip(before).map(|(a, x)| a * x).sum::<f64>() / self.root;
            let next = self.cells.iter().map(after).collect();
            self.last.push_back(next);
        }
        let mean = |i: usize| self.last.iter().filter_map(|x| x.get(i)).sum::<f64>() / count(self.window);
        Some((0..self.cells.len()).map(mean).collect())
    }
}

/// Watches orders until one holds: it was the same for [`STEADY`] powers and for as many as it took to get there, and what the limit
/// sets apart it sets apart in the same way.
fn watch(orders: impl Iterator<Item = Vec<usize>>, limit: &[usize], budget: usize) -> (Vec<Vec<usize>>, Option<usize>) {
    let mut seen: Vec<Vec<usize>> = Vec::new();
    let mut start = 1;
    for (power, order) in (1..=budget).zip(orders) {
        if seen.last().is_some_and(|before| *before != order) {
            start = power;
        }
        let agrees = power + 1 - start >= STEADY.max(start) && refines(&order, limit);
        seen.push(order);
        if agrees {
            return (seen, Some(start));
        }
    }
    (seen, None)
}

/// Whether whatever the limit sets apart is apart in the same way in the order.
fn refines(order: &[usize], limit: &[usize]) -> bool {
    let mut pairs: Vec<(usize, usize)> = limit.iter().copied().zip(order.iter().copied()).collect();
    pairs.sort_unstable();
    // Sorted by the limit's rank and then the order's: at every step to a later rank of the limit, the order's must be later too.
    pairs.is_sorted_by(|a, b| a.0 == b.0 || a.1 < b.1)
}

/// Shared ranks of groups of given sizes, the largest first: one more than how many rows are ahead. Numbers that are the same as the
/// largest of their run share its rank.
fn ranks<T: PartialOrd>(numbers: &[T], sizes: &[usize], same: impl Fn(&T, &T) -> bool) -> Vec<usize> {
    shared(
        sizes,
        |a, b| numbers.get(b).partial_cmp(&numbers.get(a)).unwrap_or(Ordering::Equal),
        |a, b| numbers.get(a).zip(numbers.get(b)).is_some_and(|(x, y)| same(x, y)),
    )
}

fn ranks_of_growth(grown: &[Growth], sizes: &[usize]) -> Vec<usize> {
    let key = |i: usize| grown.get(i).map_or((0.0, 0, 0.0), |g| (g.rate, g.degree, g.coefficient));
    shared(
        sizes,
        |a, b| {
            let (x, y) = (key(a), key(b));
            y.0.total_cmp(&x.0).then(y.1.cmp(&x.1)).then(y.2.total_cmp(&x.2))
        },
        |a, b| {
            let (x, y) = (key(a), key(b));
            x.0 == y.0 && x.1 == y.1 && close(x.2, y.2)
        },
    )
}

fn shared(
    sizes: &[usize],
    order: impl Fn(usize, usize) -> Ordering,
    same: impl Fn(usize, usize) -> bool,
) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..sizes.len()).collect();
    sorted.sort_by(|a, b| order(*a, *b));
    let mut out = vec![0; sizes.len()];
    let (mut first, mut rank, mut ahead) = (None, 1, 0);
    for i in sorted {
        if !first.is_some_and(|first| same(first, i)) {
            (first, rank) = (Some(i), ahead + 1);
        }
        if let (Some(slot), Some(size)) = (out.get_mut(i), sizes.get(i)) {
            *slot = rank;
            ahead += size;
        }
    }
    out
}

/// The shared ranks of numbers, the largest first: one more than how many are ahead.
pub fn shared_ranks(numbers: &[f64]) -> Vec<usize> {
    ranks(numbers, &vec![1; numbers.len()], |a, b| a == b)
}
