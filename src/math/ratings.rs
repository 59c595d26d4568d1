//! Who rated what: a table of judges by items, whose orientation is part of its type.
//!
//! Measures of agreement give another, equally plausible number for a table that is read the wrong way round. Here that does not
//! compile:
//! ```
//! use polder::math::concordance::concordance;
//! use polder::math::ratings::Table;
//!
//! let table = Table::from_judges(vec![vec![Some(1.0), Some(2.0)], vec![Some(3.0), Some(4.0)]])?;
//! concordance(&table);
//! # Ok::<(), polder::math::ratings::BadTable>(())
//! ```
//! ```compile_fail,E0308
//! use polder::math::concordance::concordance;
//! use polder::math::ratings::Table;
//!
//! let table = Table::from_items(vec![vec![Some(1.0), Some(2.0)], vec![Some(3.0), Some(4.0)]])?;
//! concordance(&table);
//! # Ok::<(), polder::math::ratings::BadTable>(())
//! ```
//! There is no constructor that leaves it to the compiler to guess what the rows are:
//! ```compile_fail,E0599
//! use polder::math::ratings::Table;
//!
//! Table::from_rows(vec![vec![Some(1.0)]]);
//! ```

use std::marker::PhantomData;

use thiserror::Error;

/// Those who rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judges {}

/// What is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Items {}

/// Ratings in rows of `R` and columns of `C`; an empty cell is a rating that is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<R, C> {
    rows: usize,
    columns: usize,
    /// Row by row.
    cells: Vec<Option<f64>>,
    orientation: PhantomData<fn() -> (R, C)>,
}

/// Rows that make no table.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BadTable {
    /// A row is longer or shorter than the first.
    #[error("row {row} has {found} cells, the first row has {expected}")]
    Ragged {
        /// The place of the row, from 0.
        row: usize,
        /// How many cells it has.
        found: usize,
        /// How many cells the first row has.
        expected: usize,
    },
    /// A rating is infinite or not a number.
    #[error("the rating in row {row}, column {column} is not a finite number")]
    NotFinite {
        /// The place of the row, from 0.
        row: usize,
        /// The place of the column, from 0.
        column: usize,
    },
}

impl Table<Judges, Items> {
    /// A table with a row for each judge: what it gave every item.
    ///
    /// # Errors
    /// [`BadTable`] for rows of unequal length and for ratings that are not finite.
    pub fn from_judges(rows: Vec<Vec<Option<f64>>>) -> Result<Self, BadTable> {
        Self::of_rows(rows)
    }
}

impl Table<Items, Judges> {
    /// A table with a row for each item: what every judge gave it. [`Table::transposed`] makes it one of judges by items, which is
    /// what the measures take.
    ///
    /// # Errors
    /// [`BadTable`] for rows of unequal length and for ratings that are not finite.
    pub fn from_items(rows: Vec<Vec<Option<f64>>>) -> Result<Self, BadTable> {
        Self::of_rows(rows)
    }
}

impl<R, C> Table<R, C> {
    fn of_rows(rows: Vec<Vec<Option<f64>>>) -> Result<Self, BadTable> {
        let (count, columns) = (rows.len(), rows.first().map_or(0, Vec::len));
        let mut cells = Vec::with_capacity(count.saturating_mul(columns));
        for (row, of) in rows.into_iter().enumerate() {
            if of.len() != columns {
                return Err(BadTable::Ragged { row, found: of.len(), expected: columns });
            }
            if let Some(column) = of.iter().position(|x| x.is_some_and(|x| !x.is_finite())) {
                return Err(BadTable::NotFinite { row, column });
            }
            // −0 and 0 are one rating.
            cells.extend(of.into_iter().map(|x| x.map(|x| x + 0.0)));
        }
        Ok(Self { rows: count, columns, cells, orientation: PhantomData })
    }

    /// The same ratings with rows and columns exchanged.
    #[must_use]
    pub fn transposed(&self) -> Table<C, R> {
        let cell = |column: usize, row: usize| self.get(row, column);
        let cells = (0..self.columns).flat_map(|c| (0..self.rows).map(move |r| cell(c, r))).collect();
        Table { rows: self.columns, columns: self.rows, cells, orientation: PhantomData }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// A cell; `None` where the rating is missing, and outside the table.
    pub fn get(&self, row: usize, column: usize) -> Option<f64> {
        self.row(row).get(column).copied().flatten()
    }

    /// The cells of a row; none outside the table.
    pub fn row(&self, row: usize) -> &[Option<f64>] {
        let start = row.saturating_mul(self.columns);
        self.cells.get(start..start.saturating_add(self.columns)).unwrap_or(&[])
    }

    /// How many ratings there are.
    pub fn rated(&self) -> usize {
        self.cells.iter().flatten().count()
    }
}

impl<R, C> Default for Table<R, C> {
    /// No rows and no columns.
    fn default() -> Self {
        Self { rows: 0, columns: 0, cells: Vec::new(), orientation: PhantomData }
    }
}

/// Why a measure over ratings has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
#[non_exhaustive]
pub enum Degenerate {
    /// There are fewer than two items to order or compare.
    #[error("there are fewer than two items")]
    OneItem,
    /// Fewer than two judges rated what is needed.
    #[error("fewer than two judges rated what is needed")]
    OneJudge,
    /// Every judge rated everything alike.
    #[error("every judge rated everything alike")]
    AllTied,
    /// A judge rated everything alike, so that it has no order.
    #[error("a judge rated everything alike")]
    FlatJudge,
    /// The judges agree so fully that the test divides by zero.
    #[error("the judges agree fully")]
    FullAgreement,
    /// There are too few judges and items for the test to have degrees of freedom.
    #[error("there are no degrees of freedom")]
    NoFreedom,
    /// There are no ratings.
    #[error("there are no ratings")]
    NoRatings,
    /// No item was rated by two judges.
    #[error("no item was rated by two judges")]
    NoPairs,
    /// All ratings that can be compared are the same.
    #[error("all ratings that can be compared are the same")]
    NoVariation,
    /// A rating is below zero, which a ratio scale does not have.
    #[error("a rating is below zero")]
    BelowZero,
    /// There are too few categories.
    #[error("there are too few categories")]
    FewCategories,
    /// The frequencies are no counts.
    #[error("the frequencies are no whole numbers")]
    NotCounts,
    /// The target is none of the categories, nor between two of them.
    #[error("the target is off the scale")]
    OffScale,
    /// It would be too much work.
    #[error("it would be too much work")]
    TooMuchWork,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_make_a_table_or_say_why_not() {
        let table = Table::from_judges(vec![vec![Some(1.0), None, Some(-0.0)], vec![None; 3]]).unwrap();
        assert_eq!((table.rows(), table.columns(), table.rated()), (2, 3, 2));
        assert_eq!((table.get(0, 0), table.get(0, 1), table.get(2, 0), table.get(0, 9)), (Some(1.0), None, None, None));
        assert_eq!(table.get(0, 2).map(f64::to_bits), Some(0));
        let turned = table.transposed();
        assert_eq!((turned.rows(), turned.columns(), turned.row(0)), (3, 2, &[Some(1.0), None][..]));
        assert_eq!(turned.transposed(), table);
        let bad = |rows| Table::from_judges(rows).unwrap_err();
        let ragged = bad(vec![vec![Some(1.0)], vec![]]);
        assert_eq!(ragged, BadTable::Ragged { row: 1, found: 0, expected: 1 });
        assert_eq!(ragged.to_string(), "row 1 has 0 cells, the first row has 1");
        let infinite = bad(vec![vec![None, Some(f64::NAN)]]);
        assert_eq!(infinite.to_string(), "the rating in row 0, column 1 is not a finite number");
        let empty = Table::from_judges(vec![vec![], vec![]]).unwrap();
        assert_eq!((empty.rows(), empty.transposed().columns(), empty.transposed().transposed()), (2, 2, empty));
    }
}
