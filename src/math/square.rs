//! Square tables of numbers not below zero, kept exactly.
#![expect(clippy::indexing_slicing, reason = "a table is square by its constructor, and indices come from its size")]

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use thiserror::Error;

use super::exact::{self, Exact};

/// Rows are no table of direct effects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NotSquare {
    /// A row does not have as many cells as there are rows.
    #[error("row {row} has {cells} cells, not {rows}")]
    Shape {
        /// The row, from 0.
        row: usize,
        /// Its cells.
        cells: usize,
        /// How many rows there are.
        rows: usize,
    },
    /// A cell is below zero or no finite number.
    #[error("the cell of row {row} and column {column} is below 0 or not finite")]
    Cell {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
    },
    /// A cell of the diagonal is not zero: nothing acts on itself.
    #[error("the diagonal is not 0 in row {row}")]
    Diagonal {
        /// The row, from 0.
        row: usize,
    },
}

/// A square table of numbers not below zero. What was read has a diagonal of 0; what was computed may have another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Square {
    pub(super) cells: Vec<Vec<BigInt>>,
    /// What one counts for: the number of a cell is its count over this.
    pub(super) unit: BigInt,
    /// The same counts in machine words, where all sums over two rows fit in one.
    pub(super) small: Option<Vec<Vec<i64>>>,
}

impl Square {
    /// Reads decimal numbers, row by row.
    ///
    /// # Errors
    /// [`NotSquare`] unless the table is square, its cells are finite and not below 0, and its diagonal is 0.
    pub fn new(rows: &[Vec<f64>]) -> Result<Self, NotSquare> {
        let mut read = Vec::new();
        for (row, cells) in rows.iter().enumerate() {
            if cells.len() != rows.len() {
                return Err(NotSquare::Shape { row, cells: cells.len(), rows: rows.len() });
            }
            for (column, cell) in cells.iter().enumerate() {
                let cell = Exact::from_decimal(*cell).filter(|x| !x.is_negative());
                let cell = cell.ok_or(NotSquare::Cell { row, column })?;
                if row == column && !cell.is_zero() {
                    return Err(NotSquare::Diagonal { row });
                }
                read.push(cell);
            }
        }
        let (whole, unit) = exact::over_one(read.iter());
        let cells = whole.chunks(rows.len().max(1)).map(<[BigInt]>::to_vec).collect();
        Ok(Self::of(cells, unit))
    }

    pub(super) fn of(cells: Vec<Vec<BigInt>>, unit: BigInt) -> Self {
        let n = i64::try_from(cells.len()).unwrap_or(i64::MAX);
        let fits = |x: &i64| x.checked_mul(n.saturating_add(1)).is_some();
        let small = cells.iter().map(|row| row.iter().map(|x| x.to_i64().filter(fits)).collect()).collect();
        Self { cells, unit, small }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// One cell, rounded once.
    pub fn get(&self, row: usize, column: usize) -> Option<f64> {
        Some(self.number(self.cells.get(row)?.get(column)?))
    }

    /// The sums of the rows without the diagonal, each rounded once.
    pub fn row_sums(&self) -> Vec<f64> {
        self.rows_summed().iter().map(|x| self.number(x)).collect()
    }

    /// The sums of the columns without the diagonal, each rounded once.
    pub fn column_sums(&self) -> Vec<f64> {
        self.columns_summed().iter().map(|x| self.number(x)).collect()
    }

    /// Rows and columns changed places.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let n = self.len();
        let cells = (0..n).map(|j| (0..n).map(|i| self.cells[i][j].clone()).collect()).collect();
        Self::of(cells, self.unit.clone())
    }

    /// A count as a number.
    pub(crate) fn number(&self, count: &BigInt) -> f64 {
        exact::quotient(count, &self.unit).unwrap_or(0.0)
    }

    /// One cell less the one across the diagonal, rounded once.
    pub(crate) fn net(&self, row: usize, column: usize) -> Option<f64> {
        let [there, back] = [(row, column), (column, row)].map(|(i, j)| self.cells.get(i)?.get(j));
        Some(self.number(&(there? - back?)))
    }

    pub(super) fn rows_summed(&self) -> Vec<BigInt> {
        let row = |(i, row): (usize, &Vec<BigInt>)| {
            row.iter().enumerate().filter(|(j, x)| *j != i && !x.is_zero()).map(|(_, x)| x).sum()
        };
        self.cells.iter().enumerate().map(row).collect()
    }

    pub(super) fn columns_summed(&self) -> Vec<BigInt> {
        let mut out = vec![BigInt::zero(); self.len()];
        for (i, row) in self.cells.iter().enumerate() {
            for (j, x) in row.iter().enumerate().filter(|(j, x)| *j != i && x.is_positive()) {
                out[j] += x;
            }
        }
        out
    }
}
