//! Effects that pass through one other: the sum, and the largest, of the smaller of two steps; and the relative force that follows.
#![expect(
    clippy::indexing_slicing,
    reason = "tables are square by their constructor, and indices come from their size"
)]

use std::ops::AddAssign;

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::exact;
use super::square::Square;

/// Direct effects plus those through one other: m_ij + Σ_k min(m_ik, m_kj). The diagonal is what comes back.
pub fn min_sum(direct: &Square) -> Square {
    let cells = match &direct.small {
        Some(cells) => add_relayed(cells).into_iter().map(|r| r.into_iter().map(BigInt::from).collect()).collect(),
        None => add_relayed(&direct.cells),
    };
    Square::of(cells, direct.unit.clone())
}

fn add_relayed<T: Clone + Ord + Zero + for<'a> AddAssign<&'a T>>(direct: &[Vec<T>]) -> Vec<Vec<T>> {
    let mut out = direct.to_vec();
    for (row, into) in direct.iter().zip(&mut out) {
        for (first, through) in row.iter().zip(direct).filter(|(first, _)| !first.is_zero()) {
            for (sum, second) in into.iter_mut().zip(through) {
                *sum += first.min(second);
            }
        }
    }
    out
}

/// The strongest effect, direct or through one other: max(m_ij, max_k min(m_ik, m_kj)). The diagonal is 0.
pub fn max_min(direct: &Square) -> Square {
    let mut cells = match &direct.small {
        Some(cells) => strongest(cells).into_iter().map(|r| r.into_iter().map(BigInt::from).collect()).collect(),
        None => strongest(&direct.cells),
    };
    cells.iter_mut().enumerate().for_each(|(i, row): (usize, &mut Vec<BigInt>)| row[i] = BigInt::zero());
    Square::of(cells, direct.unit.clone())
}

fn strongest<T: Clone + Ord + Zero>(direct: &[Vec<T>]) -> Vec<Vec<T>> {
    let mut out = direct.to_vec();
    for (row, into) in direct.iter().zip(&mut out) {
        for (first, through) in row.iter().zip(direct).filter(|(first, _)| !first.is_zero()) {
            for (largest, second) in into.iter_mut().zip(through) {
                let relayed = first.min(second);
                if relayed > largest {
                    largest.clone_from(relayed);
                }
            }
        }
    }
    out
}

/// What passes from one to another through others: which others, and min(m_ik, m_kj) of each, the strongest first, at most so many;
/// and how many there are in all.
pub fn relays(direct: &Square, from: usize, to: usize, at_most: usize) -> (Vec<(usize, f64)>, usize) {
    match &direct.small {
        Some(cells) => {
            let (found, all) = relayed(cells, from, to, at_most);
            (found.into_iter().map(|(k, x)| (k, direct.number(&BigInt::from(*x)))).collect(), all)
        }
        None => {
            let (found, all) = relayed(&direct.cells, from, to, at_most);
            (found.into_iter().map(|(k, x)| (k, direct.number(x))).collect(), all)
        }
    }
}

fn relayed<T: Ord + Zero>(cells: &[Vec<T>], from: usize, to: usize, at_most: usize) -> (Vec<(usize, &T)>, usize) {
    let (mut strongest, mut all): (Vec<(usize, &T)>, usize) = (Vec::new(), 0);
    let row = cells.get(from).map_or(&[][..], Vec::as_slice);
    for (k, (first, through)) in row.iter().zip(cells).enumerate().filter(|(_, (first, _))| !first.is_zero()) {
        let Some(least) = through.get(to).map(|second| first.min(second)).filter(|x| !x.is_zero()) else { continue };
        all += 1;
        if strongest.len() >= at_most && strongest.last().is_none_or(|(_, x)| *x >= least) {
            continue;
        }
        let place = strongest.partition_point(|(_, x)| *x >= least);
        strongest.truncate(at_most - 1);
        strongest.insert(place, (k, least));
    }
    (strongest, all)
}

/// Sums of a table and the relative force that follows from them.
#[derive(Debug, Clone, PartialEq)]
pub struct Forces {
    /// I: the sums of the rows without the diagonal.
    pub rows: Vec<f64>,
    /// D: the sums of the columns without the diagonal.
    pub columns: Vec<f64>,
    /// r_i = (I_i − x_ii)/ΣI · I_i/(I_i + D_i), 0 when I_i = 0; `None` when ΣI = 0.
    pub raw: Option<Vec<f64>>,
    /// R_i = n r_i/Σr; `None` when Σr = 0.
    pub relative: Option<Vec<f64>>,
    /// Σr; `None` when ΣI = 0.
    pub raw_sum: Option<f64>,
    /// For each, its place among all by I and by D: whether I_i and D_i are at or above the mean.
    pub above_mean: Vec<(bool, bool)>,
    /// Σ|I − D|/(2ΣI); `None` when ΣI = 0.
    pub stability: Option<f64>,
    pub(crate) exactly: Weights,
}

/// Whole numbers over a common one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Weights {
    pub(crate) above: Vec<BigInt>,
    pub(crate) below: BigInt,
}

impl Weights {
    /// A weight of one for each of n.
    pub(crate) fn ones(n: usize) -> Self {
        Self { above: vec![BigInt::one(); n], below: BigInt::one() }
    }
}

/// The relative force of each row, exactly, rounded once. The table is used with its diagonal (what comes back); see [`min_sum`].
pub fn forces(table: &Square) -> Forces {
    let (rows, columns) = (table.rows_summed(), table.columns_summed());
    let total: BigInt = rows.iter().sum();
    let n = BigInt::from(table.len());
    let common = rows.iter().zip(&columns).map(|(i, d)| i + d).filter(|x| !x.is_zero());
    let common = common.fold(BigInt::one(), |all, x| exact::lcm(&all, &x));
    // r_i · ΣI · common: whole, and not below 0 because x_ii ≤ I_i.
    let raw: Vec<BigInt> = (0..table.len())
        .map(|i| {
            let both = &rows[i] + &columns[i];
            if rows[i].is_zero() {
                BigInt::zero()
            } else {
                (&rows[i] - &table.cells[i][i]) * &rows[i] * (&common / both)
            }
        })
        .collect();
    let sum: BigInt = raw.iter().sum();
    let all = &total * &common;
    let over = |above: &BigInt, below: &BigInt| exact::quotient(above, below);
    let apart: BigInt = rows.iter().zip(&columns).map(|(i, d)| if i > d { i - d } else { d - i }).sum();
    let numerators: Vec<BigInt> = raw.iter().map(|r| r * &n).collect();
    Forces {
        raw: raw.iter().map(|r| over(r, &all)).collect(),
        relative: numerators.iter().map(|r| over(r, &sum)).collect::<Option<Vec<f64>>>().filter(|_| !sum.is_zero()),
        raw_sum: over(&sum, &all),
        above_mean: rows.iter().zip(&columns).map(|(i, d)| (i * &n >= total, d * &n >= total)).collect(),
        stability: over(&apart, &(&total * 2)),
        rows: rows.iter().map(|x| table.number(x)).collect(),
        columns: columns.iter().map(|x| table.number(x)).collect(),
        exactly: Weights { above: numerators, below: sum },
    }
}

impl Forces {
    /// How two compare by r, exactly.
    pub(crate) fn compare(&self, a: usize, b: usize) -> Option<std::cmp::Ordering> {
        Some(self.exactly.above.get(a)?.cmp(self.exactly.above.get(b)?))
    }
}
