//! A covariance matrix and the distance of Mahalanobis.
#![expect(clippy::indexing_slicing, reason = "a matrix is square by its constructor, and indices come from its size")]

use serde::{Serialize, Serializer};
use thiserror::Error;

use super::exact::Exact;
use super::profile::root;

/// The largest matrix that is taken: exact numbers grow with it.
pub const MOST: usize = 64;

/// Rows are no covariance matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NotCovariance {
    /// There are no rows.
    #[error("there are no rows")]
    Empty,
    /// There are more rows than are taken.
    #[error("{rows} rows are more than 64")]
    TooLarge {
        /// How many there are.
        rows: usize,
    },
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
    /// A cell is no finite number.
    #[error("the cell of row {row} and column {column} is not finite")]
    NotFinite {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
    },
    /// A cell is not the same as the one across the diagonal.
    #[error("row {row}, column {column} is not as column {row}, row {column}")]
    NotSymmetric {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
    },
    /// The matrix is not positive definite: some mixture of the dimensions does not vary.
    #[error("the matrix is not positive definite, as row {row} shows")]
    NotPositiveDefinite {
        /// The row at which that shows, from 0.
        row: usize,
    },
}

/// A covariance matrix: square, symmetric, positive definite. All of it is decided on exact numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Covariance {
    rows: Vec<Vec<f64>>,
    /// Unit lower triangular: the matrix is L·D·Lᵀ.
    lower: Vec<Vec<Exact>>,
    /// The diagonal of D, every number above 0.
    pivots: Vec<Exact>,
}

impl Serialize for Covariance {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl Covariance {
    /// Reads a matrix row by row.
    ///
    /// # Errors
    /// [`NotCovariance`] unless it is square, of at most 64 rows, finite, symmetric and positive definite.
    pub fn new(rows: &[Vec<f64>]) -> Result<Self, NotCovariance> {
        let n = rows.len();
        if n == 0 {
            return Err(NotCovariance::Empty);
        }
        if n > MOST {
            return Err(NotCovariance::TooLarge { rows: n });
        }
        for (row, cells) in rows.iter().enumerate() {
            if cells.len() != n {
                return Err(NotCovariance::Shape { row, cells: cells.len(), rows: n });
            }
            if let Some(column) = cells.iter().position(|x| !x.is_finite()) {
                return Err(NotCovariance::NotFinite { row, column });
            }
        }
        for (row, cells) in rows.iter().enumerate() {
            if let Some(column) = (0..row).find(|c| cells[*c] != rows[*c][row]) {
                return Err(NotCovariance::NotSymmetric { row, column });
            }
        }
        let mut lower: Vec<Vec<Exact>> = Vec::with_capacity(n);
        let mut pivots: Vec<Exact> = Vec::with_capacity(n);
        for (row, cells) in rows.iter().enumerate() {
            let mut line: Vec<Exact> = Vec::with_capacity(row);
            for column in 0..row {
                let known = (0..column).map(|k| &(&line[k] * &lower[column][k]) * &pivots[k]).sum::<Exact>();
                let rest = Exact::of(cells[column]) - known;
                line.push(rest.checked_div(&pivots[column]).unwrap_or_else(Exact::zero));
            }
            let known = (0..row).map(|k| &(&line[k] * &line[k]) * &pivots[k]).sum::<Exact>();
            let pivot = Exact::of(cells[row]) - known;
            if !pivot.is_positive() {
                return Err(NotCovariance::NotPositiveDefinite { row });
            }
            lower.push(line);
            pivots.push(pivot);
        }
        Ok(Self { rows: rows.to_vec(), lower, pivots })
    }

    /// How many dimensions it has.
    pub fn dimensions(&self) -> usize {
        self.rows.len()
    }

    /// Its rows.
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// The distance of Mahalanobis: the square root of (x − y)ᵀ S⁻¹ (x − y). `None` where a side does not have as many numbers as
    /// the matrix has rows, or one or the distance is not finite.
    ///
    /// P. C. Mahalanobis, On the generalized distance in statistics, Proceedings of the National Institute of Sciences of India
    /// 2(1), 1936, 49-55.
    pub fn mahalanobis(&self, x: &[f64], y: &[f64]) -> Option<f64> {
        let n = self.dimensions();
        if x.len() != n || y.len() != n || x.iter().chain(y).any(|v| !v.is_finite()) {
            return None;
        }
        // With S = L·D·Lᵀ and L·z = x − y, the square is Σ z²/D.
        let mut solved: Vec<Exact> = Vec::with_capacity(n);
        let mut square = Exact::zero();
        for row in 0..n {
            let known = (0..row).map(|k| &self.lower[row][k] * &solved[k]).sum::<Exact>();
            let z = Exact::of(x[row]) - Exact::of(y[row]) - known;
            square = square + (&z * &z).checked_div(&self.pivots[row])?;
            solved.push(z);
        }
        root(&square)
    }
}
