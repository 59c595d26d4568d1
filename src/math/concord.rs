//! Where signed positions agree and where they oppose, pair by pair, by the mean of their sizes.
#![expect(
    clippy::indexing_slicing,
    reason = "a table is rectangular by its constructor, and indices come from its size"
)]

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::exact::{self, Exact};
use super::min_sum::Weights;

/// Signed positions, rows × columns. A position that is not known or not taken is 0: it has no sign, and counts nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Positions {
    cells: Vec<Vec<BigInt>>,
    unit: BigInt,
    columns: usize,
}

impl Positions {
    /// Reads a table; short rows are filled with 0.
    pub fn new(rows: &[Vec<Exact>]) -> Self {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let (whole, unit) = exact::over_one(rows.iter().flatten());
        let mut whole = whole.into_iter();
        let cells = rows.iter().map(|row| {
            let mut row: Vec<BigInt> = whole.by_ref().take(row.len()).collect();
            row.resize(columns, BigInt::zero());
            row
        });
        Self { cells: cells.collect(), unit, columns }
    }
}

/// Agreement and opposition of every two of a kind: Σ of the means of their sizes where the signs agree, and where they oppose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concord {
    agree: Vec<Vec<BigInt>>,
    oppose: Vec<Vec<BigInt>>,
    unit: BigInt,
}

/// Between the rows, over the columns.
pub fn between_rows(positions: &Positions) -> Concord {
    weighted_rows(positions, &Weights::ones(positions.cells.len()))
}

/// Between the columns, over the rows.
pub fn between_columns(positions: &Positions) -> Concord {
    weighted_columns(positions, &Weights::ones(positions.cells.len()))
}

/// Between the rows, each position times the weight (not below 0) of its row.
pub(crate) fn weighted_rows(positions: &Positions, weights: &Weights) -> Concord {
    let n = positions.cells.len();
    let mut out = Concord::zero(n, &positions.unit, weights);
    for i in 0..n {
        for j in 0..i {
            let (wi, wj) = (&weights.above[i], &weights.above[j]);
            if wi.is_zero() || wj.is_zero() {
                continue;
            }
            // For agreement and opposition: the sizes of i and those of j.
            let mut sizes = [[BigInt::zero(), BigInt::zero()], [BigInt::zero(), BigInt::zero()]];
            for (a, b) in positions.cells[i].iter().zip(&positions.cells[j]) {
                if a.is_zero() || b.is_zero() {
                    continue;
                }
                let side = &mut sizes[usize::from(a.is_negative() != b.is_negative())];
                side[0] += a.abs();
                side[1] += b.abs();
            }
            let [agree, oppose] = sizes.map(|[a, b]| a * wi + b * wj);
            out.set(i, j, agree, oppose);
        }
    }
    out
}

/// Between the columns, each position times the weight (not below 0) of its row.
pub(crate) fn weighted_columns(positions: &Positions, weights: &Weights) -> Concord {
    let m = positions.columns;
    let mut out = Concord::zero(m, &positions.unit, weights);
    for a in 0..m {
        for b in 0..a {
            let (mut agree, mut oppose) = (BigInt::zero(), BigInt::zero());
            for (row, weight) in positions.cells.iter().zip(&weights.above) {
                let (x, y) = (&row[a], &row[b]);
                if x.is_zero() || y.is_zero() {
                    continue;
                }
                let side = if x.is_negative() == y.is_negative() { &mut agree } else { &mut oppose };
                *side += (x.abs() + y.abs()) * weight;
            }
            out.set(a, b, agree, oppose);
        }
    }
    out
}

/// One column over which two rows agree or oppose each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Behind {
    pub(crate) column: usize,
    pub(crate) agree: bool,
    pub(crate) amount: f64,
    /// The part of all agreement, or of all opposition, of the two.
    pub(crate) share: f64,
}

/// What is behind the agreement and opposition of two rows; and both in all.
pub(crate) fn behind(positions: &Positions, weights: &Weights, i: usize, j: usize) -> (Vec<Behind>, [f64; 2]) {
    let row = |i: usize| Some((positions.cells.get(i)?, weights.above.get(i)?));
    let (Some((left, wi)), Some((right, wj))) = (row(i), row(j)) else { return (Vec::new(), [0.0; 2]) };
    let unit = &positions.unit * &weights.below * 2;
    let number = |x: &BigInt| exact::quotient(x, &unit).unwrap_or(0.0);
    let mut sums = [BigInt::zero(), BigInt::zero()];
    let mut over = Vec::new();
    for (column, (a, b)) in left.iter().zip(right).enumerate() {
        let (a, b) = (a * wi, b * wj);
        if a.is_zero() || b.is_zero() {
            continue;
        }
        let agree = a.is_negative() == b.is_negative();
        let amount = a.abs() + b.abs();
        sums[usize::from(!agree)] += &amount;
        over.push((column, agree, amount));
    }
    let behind = over.into_iter().map(|(column, agree, amount)| Behind {
        column,
        agree,
        amount: number(&amount),
        share: exact::quotient(&amount, &sums[usize::from(!agree)]).unwrap_or(0.0),
    });
    (behind.collect(), [number(&sums[0]), number(&sums[1])])
}

/// The size of one position times the weight of its row, rounded once.
pub(crate) fn size(positions: &Positions, weights: &Weights, row: usize, column: usize) -> Option<f64> {
    let size = positions.cells.get(row)?.get(column)?.abs() * weights.above.get(row)?;
    exact::quotient(&size, &(&positions.unit * &weights.below))
}

/// For each column: Σ of the positions above 0, Σ of the sizes of those below 0, and Σ of all sizes, each rounded once.
pub(crate) fn columns_of(positions: &Positions, weights: &Weights) -> Vec<[f64; 3]> {
    let unit = &positions.unit * &weights.below;
    let column = |a: usize| {
        let mut sides = [BigInt::zero(), BigInt::zero()];
        for (row, weight) in positions.cells.iter().zip(&weights.above) {
            sides[usize::from(row[a].is_negative())] += row[a].abs() * weight;
        }
        let [above, below] = &sides;
        [above, below, &(above + below)].map(|x| exact::quotient(x, &unit).unwrap_or(0.0))
    };
    (0..positions.columns).map(column).collect()
}

/// For each row: Σ of the sizes of its positions, rounded once.
pub(crate) fn rows_of(positions: &Positions, weights: &Weights) -> Vec<f64> {
    let unit = &positions.unit * &weights.below;
    let size = |row: &Vec<BigInt>, weight: &BigInt| row.iter().map(BigInt::abs).sum::<BigInt>() * weight;
    let rows = positions.cells.iter().zip(&weights.above);
    rows.map(|(row, weight)| exact::quotient(&size(row, weight), &unit).unwrap_or(0.0)).collect()
}

impl Concord {
    fn zero(n: usize, unit: &BigInt, weights: &Weights) -> Self {
        let zero = vec![vec![BigInt::zero(); n]; n];
        // The mean is half of what two sizes add up to.
        Self { agree: zero.clone(), oppose: zero, unit: unit * &weights.below * 2 }
    }

    fn set(&mut self, i: usize, j: usize, agree: BigInt, oppose: BigInt) {
        for (table, x) in [(&mut self.agree, agree), (&mut self.oppose, oppose)] {
            table[j][i] = x.clone();
            table[i][j] = x;
        }
    }

    fn number(&self, x: &BigInt) -> f64 {
        exact::quotient(x, &self.unit).unwrap_or(0.0)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.agree.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.agree.is_empty()
    }

    /// C: where two agree, rounded once.
    pub fn agreement(&self, a: usize, b: usize) -> Option<f64> {
        Some(self.number(self.agree.get(a)?.get(b)?))
    }

    /// D: where two oppose each other, rounded once.
    pub fn opposition(&self, a: usize, b: usize) -> Option<f64> {
        Some(self.number(self.oppose.get(a)?.get(b)?))
    }

    /// C − D, rounded once.
    pub fn net(&self, a: usize, b: usize) -> Option<f64> {
        Some(self.number(&(self.agree.get(a)?.get(b)? - self.oppose.get(a)?.get(b)?)))
    }

    /// Σ_b C of one with all others, rounded once.
    pub fn agreements(&self, a: usize) -> Option<f64> {
        Some(self.number(&self.agree.get(a)?.iter().sum()))
    }

    /// Σ_b D of one with all others, rounded once.
    pub fn oppositions(&self, a: usize) -> Option<f64> {
        Some(self.number(&self.oppose.get(a)?.iter().sum()))
    }

    /// 1 − Σ_b |C − D| / Σ_b (C + D) of one; `None` when it agrees and opposes with nobody.
    pub fn ambivalence(&self, a: usize) -> Option<f64> {
        let (agree, oppose) = (self.agree.get(a)?, self.oppose.get(a)?);
        let all: BigInt = agree.iter().chain(oppose).sum();
        let apart: BigInt = agree.iter().zip(oppose).map(|(c, d)| (c - d).abs()).sum();
        exact::quotient(&(&all - apart), &all)
    }

    /// ΣC/(ΣC + ΣD); `None` when nobody agrees or opposes.
    pub fn degree(&self) -> Option<f64> {
        let [agree, oppose] = [&self.agree, &self.oppose].map(|t| t.iter().flatten().sum::<BigInt>());
        exact::quotient(&agree, &(&agree + oppose))
    }

    /// Whether two agree or oppose each other anywhere.
    pub(crate) fn meet(&self, a: usize, b: usize) -> bool {
        let some = |t: &[Vec<BigInt>]| t.get(a).and_then(|r| r.get(b)).is_some_and(|x| !x.is_zero());
        some(&self.agree) || some(&self.oppose)
    }

    /// Whether two both agree and oppose somewhere.
    pub fn ambivalent(&self, a: usize, b: usize) -> bool {
        let some = |t: &[Vec<BigInt>]| t.get(a).and_then(|r| r.get(b)).is_some_and(|x| !x.is_zero());
        some(&self.agree) && some(&self.oppose)
    }
}
