//! Pairwise comparison: how many times as important one item is as another, and the priorities that follow.
//!
//! T. L. Saaty, "A scaling method for priorities in hierarchical structures", *Journal of Mathematical Psychology* 15, 1977: the
//! priorities are the principal eigenvector of the matrix of ratios, scaled to a sum of 1; λ is its eigenvalue; consistency index =
//! (λ − n)/(n − 1); consistency ratio = consistency index / random index. Incomplete matrices after P. T. Harker, "Incomplete
//! pairwise comparisons in the analytic hierarchy process", *Mathematical Modelling* 9, 1987: 0 where a comparison is missing, and 1
//! plus the number of missing ones of the row on the diagonal. Triads after W. W. Koczkodaj, "A new definition of consistency of
//! pairwise comparisons", *Mathematical and Computer Modelling* 18(7), 1993.
//!
//! The eigenvector is found by power iteration from the least-squares logarithms of the weights (those for which Σ (ln a_ij − x_i + x_j)²
//! over the comparisons is least), which already are it where nothing contradicts; λ is then n, exactly. Else it ends when the bounds
//! of Collatz and Wielandt on λ meet in 14 digits. The weights have about as many where most pairs are compared; in long chains of
//! comparisons that contradict each other they have fewer, as many as 14 less the digits of the number of items squared.
//!
//! Sums run over addends sorted by value and logarithms are added up exactly, so the order of items and of comparisons changes no bit.
#![expect(
    clippy::indexing_slicing,
    reason = "tables are square by their constructor, and indices come from their size"
)]

use std::collections::BTreeMap;

use serde::Serialize;
use thiserror::Error;

use super::exact;

/// How many items are compared at most.
pub const MOST_ITEMS: usize = 200;

/// How near to each other the lowest and the highest bound on λ must come, as a share of it.
const TOLERANCE: f64 = 1e-14;

/// How many multiplications are made at most.
pub const MOST_WORK: usize = 50_000_000;

/// How often the least-squares logarithms are corrected by what is left of them.
const CORRECTIONS: usize = 3;

/// How far priorities may add up to something else than 1.
const SUM: f64 = 1e-9;

/// A triad that is off by less than this, as a logarithm, is consistent: a ratio such as 1/3 is written with a rounding.
const ROUNDING: f64 = 1e-12;

/// The largest ratio of the scale of comparisons.
const SCALE: f64 = 9.0;

/// A comparison cannot stand in a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[non_exhaustive]
pub enum BadComparison {
    /// There are more than [`MOST_ITEMS`] items.
    #[error("{0} items are too many to compare")]
    TooManyItems(usize),
    /// An item that does not exist, or an item with itself.
    #[error("{a} and {b} are no two items of those compared")]
    NoPair {
        /// The first.
        a: usize,
        /// The second.
        b: usize,
    },
    /// A ratio is not above 0, or not finite.
    #[error("{0} is no ratio: it must be above 0 and finite")]
    Ratio(f64),
}

/// A reciprocal matrix of ratios, with gaps where nothing was compared.
#[derive(Debug, Clone, PartialEq)]
pub struct PairwiseMatrix {
    items: usize,
    /// Per pair, lower item first: the ratio of the lower to the higher, back, and the logarithm of the former.
    cells: BTreeMap<(usize, usize), Cell>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Cell {
    ratio: f64,
    back: f64,
    log: f64,
}

impl Cell {
    fn turned(self) -> Self {
        Self { ratio: self.back, back: self.ratio, log: -self.log }
    }
}

impl PairwiseMatrix {
    /// A matrix of comparisons: the first item is so many times as important as the second. Several of one pair are taken
    /// together by their geometric mean.
    ///
    /// # Errors
    /// [`BadComparison`] for the first that cannot stand in it.
    pub fn new(
        items: usize,
        comparisons: impl IntoIterator<Item = (usize, usize, f64)>,
    ) -> Result<Self, BadComparison> {
        if items > MOST_ITEMS {
            return Err(BadComparison::TooManyItems(items));
        }
        let mut given: BTreeMap<(usize, usize), Vec<Cell>> = BTreeMap::new();
        for (a, b, ratio) in comparisons {
            if a == b || a >= items || b >= items {
                return Err(BadComparison::NoPair { a, b });
            }
            if !(ratio.is_finite() && ratio > 0.0 && (1.0 / ratio).is_finite()) {
                return Err(BadComparison::Ratio(ratio));
            }
            let cell = Cell { ratio, back: 1.0 / ratio, log: ratio.ln() };
            let (pair, cell) = if a < b { ((a, b), cell) } else { ((b, a), cell.turned()) };
            given.entry(pair).or_default().push(cell);
        }
        let cells = given.into_iter().map(|(pair, cells)| (pair, geometric_mean(&cells))).collect();
        Ok(Self { items, cells })
    }

    /// One matrix over so many items from several over some of them: per pair the geometric mean of those that compared it (J. Aczél
    /// and T. L. Saaty, "Procedures for synthesizing ratio judgements", *Journal of Mathematical Psychology* 27, 1983). Beside every
    /// matrix stands which item each of its items is.
    ///
    /// # Errors
    /// [`BadComparison`] for an item that does not exist.
    pub fn aggregated<'m>(
        items: usize,
        matrices: impl IntoIterator<Item = (&'m Self, &'m [usize])>,
    ) -> Result<Self, BadComparison> {
        if items > MOST_ITEMS {
            return Err(BadComparison::TooManyItems(items));
        }
        let mut given: BTreeMap<(usize, usize), Vec<Cell>> = BTreeMap::new();
        for (matrix, names) in matrices {
            for ((a, b), cell) in &matrix.cells {
                let (Some(&a), Some(&b)) = (names.get(*a), names.get(*b)) else {
                    return Err(BadComparison::NoPair { a: *a, b: *b });
                };
                if a == b || a >= items || b >= items {
                    return Err(BadComparison::NoPair { a, b });
                }
                let (pair, cell) = if a < b { ((a, b), *cell) } else { ((b, a), cell.turned()) };
                given.entry(pair).or_default().push(cell);
            }
        }
        let cells = given.into_iter().map(|(pair, cells)| (pair, geometric_mean(&cells))).collect();
        Ok(Self { items, cells })
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.items
    }

    /// How many times as important the first is as the second; nothing where they were not compared.
    pub fn ratio(&self, a: usize, b: usize) -> Option<f64> {
        if a == b { (a < self.items).then_some(1.0) } else { Some(self.cell(a, b)?.ratio) }
    }

    /// How many pairs were not compared.
    pub fn missing(&self) -> usize {
        self.items * self.items.saturating_sub(1) / 2 - self.cells.len()
    }

    /// The items in groups within which everything is compared with everything through others, each ascending, by first item.
    pub fn components(&self) -> Vec<Vec<usize>> {
        let near = self.neighbours();
        let mut seen = vec![false; self.items];
        let mut out = Vec::new();
        for start in 0..self.items {
            if std::mem::replace(&mut seen[start], true) {
                continue;
            }
            let (mut group, mut open) = (Vec::new(), vec![start]);
            while let Some(item) = open.pop() {
                group.push(item);
                for (next, _) in &near[item] {
                    if !std::mem::replace(&mut seen[*next], true) {
                        open.push(*next);
                    }
                }
            }
            group.sort_unstable();
            out.push(group);
        }
        out
    }

    fn cell(&self, a: usize, b: usize) -> Option<Cell> {
        if a < b { self.cells.get(&(a, b)).copied() } else { self.cells.get(&(b, a)).map(|cell| cell.turned()) }
    }

    /// Per item what it was compared with, and how many times as important it is.
    fn neighbours(&self) -> Vec<Vec<(usize, f64)>> {
        let mut out = vec![Vec::new(); self.items];
        for ((a, b), cell) in &self.cells {
            out[*a].push((*b, cell.ratio));
            out[*b].push((*a, cell.back));
        }
        out
    }

    /// How many steps [`worst_triad`](Self::worst_triad) takes, about.
    pub fn triad_work(&self) -> usize {
        let mut above = vec![0_usize; self.items];
        self.cells.keys().for_each(|(a, _)| above[*a] += 1);
        above.iter().map(|n| n * n.saturating_sub(1) / 2).sum()
    }

    /// The triad of which the three comparisons contradict each other most, the first in order of equals; nothing where no three
    /// items were all compared.
    pub fn worst_triad(&self) -> Option<Triad> {
        let near = self.neighbours();
        let mut table = vec![None; self.items * self.items];
        for ((a, b), cell) in &self.cells {
            table[a * self.items + b] = Some(cell.log);
        }
        let log = |a: usize, b: usize| table[a * self.items + b];
        let triads = || {
            let above = |a: usize| near[a].iter().map(|(b, _)| *b).filter(move |b| *b > a);
            let pairs = (0..self.items).flat_map(move |i| above(i).map(move |j| (i, j)));
            pairs.flat_map(move |(i, j)| above(j).map(move |k| (i, j, k))).filter_map(|(i, j, k)| {
                let logs = [log(i, j)?, log(j, k)?, -log(i, k)?];
                Some(((i, j, k), logs, logs.iter().sum::<f64>().abs()))
            })
        };
        let most = triads().map(|(.., rough)| rough).reduce(f64::max)?;
        // Those that a rounding may have put behind are measured exactly, in their order.
        let mut near_most: Vec<_> = triads().filter(|(.., rough)| *rough >= most - ROUNDING).collect();
        near_most.sort_by_key(|(items, ..)| *items);
        let mut out: Option<Triad> = None;
        for ((i, j, k), logs, _) in near_most {
            let off = exact::sum(logs).abs();
            let off = if off < ROUNDING { 0.0 } else { off };
            if out.as_ref().is_none_or(|known| known.log_error < off) {
                let ratio = |a: usize, b: usize| self.ratio(a, b).unwrap_or(1.0);
                let side = |a: usize, b: usize, via: usize| TriadSide {
                    items: [a, b],
                    ratio: ratio(a, b),
                    implied: implied(ratio(a, via), ratio(via, b)),
                };
                out = Some(Triad {
                    items: [i, j, k],
                    sides: [side(i, j, k), side(j, k, i), side(i, k, j)],
                    log_error: off,
                    inconsistency: 1.0 - (-off).exp(),
                });
            }
        }
        out
    }

    /// The priorities.
    ///
    /// # Errors
    /// [`NoPriorities`] when they are not determined, or not found within bounds.
    pub fn priorities(&self) -> Result<Priorities, NoPriorities> {
        self.priorities_within(MOST_WORK)
    }

    /// The priorities, if they are found in about so many multiplications.
    ///
    /// # Errors
    /// [`NoPriorities`] when they are not determined, or not found within bounds.
    pub fn priorities_within(&self, work: usize) -> Result<Priorities, NoPriorities> {
        let n = self.items;
        if n == 0 {
            return Err(NoPriorities::NoItems);
        }
        if self.components().len() > 1 {
            return Err(NoPriorities::NotConnected);
        }
        let near = self.neighbours();
        let whole = count(n);
        let mut left = work / (2 * self.cells.len() + n);
        let logs = self.log_weights(&near, &mut left);
        let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut weights = scaled(logs.iter().map(|x| (x - most).exp()).collect())?;
        if self.is_consistent(&logs) {
            if self.missing() == 0 {
                // Then every column is the eigenvector, and so are the sums of the rows, with less rounding.
                let rows = near.iter().map(|row| sum_sorted(row.iter().map(|(_, ratio)| *ratio).chain([1.0])));
                weights = scaled(rows.collect()).unwrap_or(weights);
            }
            return Ok(Priorities { weights, lambda: whole, consistency_index: 0.0 });
        }
        while let Some(rest) = left.checked_sub(1) {
            left = rest;
            let image: Vec<f64> = (0..n)
                .map(|a| {
                    // Harker's diagonal: 1, and 1 more for every comparison that is missing.
                    let own = count(n - near[a].len()) * weights[a];
                    sum_sorted(near[a].iter().map(|(b, ratio)| ratio * weights[*b]).chain([own]))
                })
                .collect();
            let bounds = image.iter().zip(&weights).map(|(x, w)| x / w);
            let (low, high) = bounds.fold((f64::INFINITY, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
            let total = sum_sorted(image.iter().copied());
            if !(high.is_finite() && low > 0.0) {
                return Err(NoPriorities::TooExtreme);
            }
            weights = scaled(image)?;
            if high - low <= TOLERANCE * high {
                // λ is at least n for every reciprocal matrix; below it lies only rounding.
                let lambda = total.max(whole);
                return Ok(Priorities { weights, lambda, consistency_index: (lambda - whole) / (whole - 1.0) });
            }
        }
        Err(NoPriorities::NotConverged)
    }

    /// The logarithms of the weights that fit the logarithms of the ratios best by least squares, by conjugate gradients: all sums run
    /// over sorted addends, as elimination could not. As far as the rounds that are left reach.
    fn log_weights(&self, near: &[Vec<(usize, f64)>], left: &mut usize) -> Vec<f64> {
        let n = self.items;
        let mut given: Vec<Vec<f64>> = vec![Vec::new(); n];
        for ((a, b), cell) in &self.cells {
            given[*a].push(cell.log);
            given[*b].push(-cell.log);
        }
        let dot = |x: &[f64], y: &[f64]| sum_sorted(x.iter().zip(y).map(|(x, y)| x * y));
        let mut logs = vec![0.0; n];
        for _ in 0..CORRECTIONS {
            let off = |a: usize| {
                let others = near[a].iter().flat_map(|(b, _)| [-logs[a], logs[*b]]);
                exact::sum(given[a].iter().copied().chain(others))
            };
            let mut rest: Vec<f64> = (0..n).map(off).collect();
            let start = dot(&rest, &rest);
            let (mut step, mut size) = (rest.clone(), start);
            for _ in 0..2 * n {
                // What is smaller is rounding.
                if size <= start * f64::EPSILON * f64::EPSILON || *left == 0 {
                    break;
                }
                *left -= 1;
                let image: Vec<f64> =
                    (0..n).map(|a| sum_sorted(near[a].iter().map(|(b, _)| step[a] - step[*b]))).collect();
                let length = size / dot(&step, &image);
                if !length.is_finite() {
                    break;
                }
                for a in 0..n {
                    logs[a] += length * step[a];
                    rest[a] -= length * image[a];
                }
                let next = dot(&rest, &rest);
                let turn = next / size;
                step.iter_mut().zip(&rest).for_each(|(step, rest)| *step = rest + turn * *step);
                size = next;
            }
        }
        logs
    }

    /// Whether every comparison is the ratio of the weights, but for rounding.
    fn is_consistent(&self, logs: &[f64]) -> bool {
        let most = logs.iter().map(|x| x.abs()).fold(1.0, f64::max);
        let fits = |((a, b), cell): (&(usize, usize), &Cell)| (logs[*a] - logs[*b] - cell.log).abs() < ROUNDING * most;
        self.cells.iter().all(fits)
    }
}

/// Weights that add up to 1, each above 0.
fn scaled(weights: Vec<f64>) -> Result<Vec<f64>, NoPriorities> {
    let total = sum_sorted(weights.iter().copied());
    let scaled: Vec<f64> = weights.iter().map(|x| x / total).collect();
    // Numbers below the smallest normal one have lost digits.
    if total.is_finite() && scaled.iter().all(|x| *x >= f64::MIN_POSITIVE) {
        Ok(scaled)
    } else {
        Err(NoPriorities::TooExtreme)
    }
}

/// The product of two ratios, rid of the rounding in what was written as 1/3; the nearest ratio that a number and its inverse can hold.
fn implied(a: f64, b: f64) -> f64 {
    let product = (a * b).clamp(f64::MIN_POSITIVE, 1.0 / f64::MIN_POSITIVE);
    let near = |x: f64| (x.round() - x).abs() < ROUNDING * x && x >= 1.0;
    if near(product) {
        product.round()
    } else if near(1.0 / product) {
        1.0 / (1.0 / product).round()
    } else {
        product
    }
}

fn geometric_mean(cells: &[Cell]) -> Cell {
    match cells {
        [one] => *one,
        many => {
            let log = exact::sum(many.iter().map(|cell| cell.log)) / count(many.len());
            Cell { ratio: log.exp(), back: (-log).exp(), log }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "items and comparisons are counted in thousands")]
fn count(n: usize) -> f64 {
    n as f64
}

fn sum_sorted(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = numbers.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.iter().sum()
}

/// Three comparisons among three items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Triad {
    /// The items, ascending.
    pub items: [usize; 3],
    /// The comparisons: first and second, second and third, first and third.
    pub sides: [TriadSide; 3],
    /// |ln(a_ij · a_jk / a_ik)|, 0 of a consistent triad.
    pub log_error: f64,
    /// Koczkodaj's inconsistency, 1 − exp(−that): the smallest share by which one of the three would have to change, 0 … 1.
    pub inconsistency: f64,
}

/// One comparison of a triad.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TriadSide {
    /// The two items.
    pub items: [usize; 2],
    /// How many times as important the first is as the second.
    pub ratio: f64,
    /// What it would be by the other two comparisons.
    pub implied: f64,
}

/// What comparisons say of the items.
#[derive(Debug, Clone, PartialEq)]
pub struct Priorities {
    /// Per item its priority; they add up to 1.
    pub weights: Vec<f64>,
    /// The principal eigenvalue, at least the number of items.
    pub lambda: f64,
    /// (λ − n)/(n − 1); 0 for a single item.
    pub consistency_index: f64,
}

/// There are no priorities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NoPriorities {
    /// There is nothing to compare.
    #[error("there are no items")]
    NoItems,
    /// The comparisons fall apart in groups between which nothing was compared.
    #[error("the comparisons fall apart")]
    NotConnected,
    /// The priorities are so far apart that numbers cannot hold them.
    #[error("the priorities are too far apart")]
    TooExtreme,
    /// The bounds on the eigenvalue did not meet in time.
    #[error("the eigenvector was not found in time")]
    NotConverged,
}

/// The mean consistency index of random matrices, by their order and the number of missing comparisons.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RandomIndex {
    source: String,
    entries: Vec<RandomIndexEntry>,
}

/// One entry of a table of random indices.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RandomIndexEntry {
    /// How many items are compared.
    pub order: usize,
    /// How many pairs of them are not compared.
    pub missing: usize,
    /// The random index, above 0.
    pub index: f64,
}

impl RandomIndex {
    /// A table, with the name of its source. Entries that are not finite or not above 0 are left out.
    pub fn new(source: &str, entries: impl IntoIterator<Item = RandomIndexEntry>) -> Self {
        let entries = entries.into_iter().filter(|e| e.index.is_finite() && e.index > 0.0).collect();
        Self { source: source.to_owned(), entries }
    }

    /// Saaty's table of 1980, of complete matrices of 3 to 15 items.
    pub fn saaty() -> Self {
        const TABLE: [f64; 13] = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
        let entry = |(order, index)| RandomIndexEntry { order, missing: 0, index };
        Self::new("T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill, 1980", (3..).zip(TABLE).map(entry))
    }

    /// Where the table comes from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The entries.
    pub fn entries(&self) -> &[RandomIndexEntry] {
        &self.entries
    }

    /// The random index of an order with so many missing comparisons; nothing outside the table.
    pub fn of(&self, order: usize, missing: usize) -> Option<f64> {
        self.entries.iter().find(|e| (e.order, e.missing) == (order, missing)).map(|e| e.index)
    }
}

impl Default for RandomIndex {
    fn default() -> Self {
        Self::saaty()
    }
}

/// The geometric mean of several priorities of the same items, scaled to a sum of 1; nothing for none, for rows of unequal length or
/// of numbers that are not above 0, and where the means are so far apart that numbers cannot hold them.
pub fn mean_priorities(rows: &[Vec<f64>]) -> Option<Vec<f64>> {
    let items = rows.first().map(Vec::len).filter(|items| *items > 0)?;
    if rows.iter().any(|row| row.len() != items || row.iter().any(|w| !(w.is_finite() && *w > 0.0))) {
        return None;
    }
    let mean = |i: usize| (exact::sum(rows.iter().map(|row| row[i].ln())) / count(rows.len())).exp();
    let means: Vec<f64> = (0..items).map(mean).collect();
    scaled(means).ok()
}

/// How far several priorities of the same items agree, at most 1: K. D. Goepel's consensus indicator, introduced in "Implementing the
/// analytic hierarchy process as a standard method for multi-criteria decision making in corporate enterprises", *ISAHP* 2013, in
/// the later form that he gives on bpmsg.com and that his AHP-OS uses, where the largest γ diversity is the number of items n. With
/// Shannon's entropies H, β = γ − α (γ that of the mean priorities, α the mean of those of the rows), S = (exp(−β) − c)/(1 − c) and
/// c = exp(H_α,min)/n, where H_α,min is that of one item that is 9 times as important as all others. Priorities that are more
/// extreme than that can bring S below 0.
///
/// Nothing for fewer than two rows or two items, and for rows that are no priorities: of unequal length, with a number below 0, or
/// that do not add up to 1.
pub fn consensus(rows: &[Vec<f64>]) -> Option<f64> {
    let items = rows.first()?.len();
    let is_whole = |row: &Vec<f64>| {
        row.len() == items
            && row.iter().all(|p| (0.0..=1.0 + SUM).contains(p))
            && (sum_sorted(row.iter().copied()) - 1.0).abs() <= SUM
    };
    if rows.len() < 2 || items < 2 || !rows.iter().all(is_whole) {
        return None;
    }
    let entropy = |row: &[f64]| -sum_sorted(row.iter().filter(|p| **p > 0.0).map(|p| p * p.ln()));
    let judges = count(rows.len());
    let alpha = sum_sorted(rows.iter().map(|row| entropy(row))) / judges;
    let means: Vec<f64> = (0..items).map(|i| sum_sorted(rows.iter().map(|row| row[i])) / judges).collect();
    // Entropy is concave, so that of the mean is never below the mean of the entropies: only rounding is.
    let beta = (entropy(&means) - alpha).max(0.0);
    let whole = count(items);
    let share = 1.0 / (whole + SCALE - 1.0);
    let most_extreme: Vec<f64> = std::iter::once(SCALE * share).chain(std::iter::repeat_n(share, items - 1)).collect();
    let least = entropy(&most_extreme).exp() / whole;
    Some(((-beta).exp() - least) / (1.0 - least))
}
