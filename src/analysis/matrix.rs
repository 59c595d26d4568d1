//! Tables with named rows and columns.

use serde::Serialize;

/// A table. In JSON `{ rows, columns, cells }`, cells row by row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Matrix<R, C, T> {
    rows: Vec<R>,
    columns: Vec<C>,
    cells: Vec<Vec<T>>,
}

impl<R, C, T> Matrix<R, C, T> {
    pub(crate) fn new(rows: Vec<R>, columns: Vec<C>, cell: impl Fn(&R, &C) -> T) -> Self {
        let cells = rows.iter().map(|r| columns.iter().map(|c| cell(r, c)).collect()).collect();
        Self { rows, columns, cells }
    }

    /// By the places of rows and columns.
    pub(crate) fn by_place(rows: Vec<R>, columns: Vec<C>, cell: impl Fn(usize, usize) -> T) -> Self {
        let cells = (0..rows.len()).map(|r| (0..columns.len()).map(|c| cell(r, c)).collect()).collect();
        Self { rows, columns, cells }
    }

    /// The names of the rows.
    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    /// The names of the columns.
    pub fn columns(&self) -> &[C] {
        &self.columns
    }

    /// The rows with their cells, in the order of the columns.
    pub fn iter(&self) -> impl Iterator<Item = (&R, &[T])> {
        self.rows.iter().zip(self.cells.iter().map(Vec::as_slice))
    }

    /// One cell, by the names of its row and column.
    pub fn get(&self, row: &R, column: &C) -> Option<&T>
    where
        R: PartialEq,
        C: PartialEq,
    {
        let r = self.rows.iter().position(|x| x == row)?;
        let c = self.columns.iter().position(|x| x == column)?;
        self.cells.get(r)?.get(c)
    }
}
