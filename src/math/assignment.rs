//! The best one-to-one assignment of rows to columns, and whether it is the only one.
//!
//! The method of H. Kuhn (*Naval Research Logistics Quarterly* 2, 1955) and J. Munkres (*Journal of the SIAM* 5, 1957), in the form
//! that grows one shortest augmenting path for each row. Its labels stay: the best assignments are those on tight cells that
//! leave no labelled column free, and one is made from another by an exchange along a path of tight cells.
#![expect(clippy::indexing_slicing, reason = "indices come from the sizes of the tables")]

use std::collections::VecDeque;
use std::ops::Sub;

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

use super::Exact;
use super::budget::Budget;
use super::exact::over_one;

/// The best assignments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignments {
    /// The largest total.
    pub total: Exact,
    /// For each assignment the column of every row, `None` for a row that is left out. In lexicographic order, left out last.
    pub sets: Vec<Vec<Option<usize>>>,
    /// How many there are; `None` when counting them needs more than the budget.
    pub optima: Option<u64>,
}

/// The assignments with the largest total, and of these those that place the most rows. Each row takes at most one column and each
/// column at most one row; a cell that is `None` is no candidate. A step of work is a look at one tight cell. The first assignment
/// is found whatever the budget.
pub fn best_assignments(cells: &[Vec<Option<Exact>>], budget: Budget) -> Assignments {
    let rows = cells.len();
    let columns = cells.iter().map(Vec::len).max().unwrap_or(0);
    let known: Vec<&Exact> = cells.iter().flatten().flatten().collect();
    let (whole, _) = over_one(known.into_iter());
    // One more row placed counts for less than the smallest difference in the total.
    let more = BigInt::from(rows + 1);
    let cost = |x: BigInt| -> BigInt { -(x * &more) - 1_i32 };
    let costs: Vec<BigInt> = whole.into_iter().map(cost).collect();
    // Labels stay within the sum of all costs.
    let small = || -> Option<Vec<i128>> {
        let small: Vec<i128> = costs.iter().map(ToPrimitive::to_i128).collect::<Option<_>>()?;
        let sum = small.iter().try_fold(0_u128, |sum, x| sum.checked_add(x.unsigned_abs()))?;
        (sum < 1 << 120).then_some(small)
    };
    let tight = match small() {
        Some(small) => tight(&table(cells, small), columns),
        None => tight(&table(cells, costs), columns),
    };

    let (sets, optima) = tight.all(budget);
    let place = |j: &usize| (*j < columns).then_some(*j);
    let sets: Vec<Vec<Option<usize>>> = sets.iter().map(|set| set.iter().map(place).collect()).collect();
    let of_first = sets.first().into_iter().flatten().enumerate();
    let total = of_first.filter_map(|(i, j)| cells[i].get((*j)?)?.as_ref()).sum();
    Assignments { total, sets, optima }
}

/// Costs in the places of the cells that are known.
fn table<T>(cells: &[Vec<Option<Exact>>], costs: Vec<T>) -> Vec<Vec<Option<T>>> {
    let mut costs = costs.into_iter();
    cells.iter().map(|row| row.iter().map(|cell| cell.as_ref().and_then(|_| costs.next())).collect()).collect()
}

/// The cells on which every best assignment lies. A row may also be left out: that is a column of its own, behind the others.
struct Tight {
    /// The tight columns of each row, ascending.
    cells: Vec<Vec<usize>>,
    /// Which columns no best assignment leaves free.
    needed: Vec<bool>,
    /// Those that may be free.
    spare: Vec<usize>,
    /// One best assignment: the column of each row.
    one: Vec<usize>,
}

/// Finds a cheapest assignment, with the labels that prove it. To leave a row out costs 0 and needs no column in the table: nobody
/// else can take its place, so that its label stays 0. A search thus goes over no more rows than there are columns.
fn tight<T: Clone + Ord + Zero + Sub<Output = T>>(cost: &[Vec<Option<T>>], columns: usize) -> Tight {
    let rows = cost.len();
    let mut by_row = vec![T::zero(); rows];
    let mut by_column = vec![T::zero(); columns];
    let mut row_of: Vec<Option<usize>> = vec![None; columns];
    for root in 0..rows {
        // How far each column is, and over which column it was reached.
        let mut far: Vec<Option<T>> = vec![None; columns];
        let mut over: Vec<Option<usize>> = vec![None; columns];
        let mut reached = vec![false; columns];
        // The rows met, each with the column that it holds.
        let mut met: Vec<(usize, Option<usize>)> = vec![(root, None)];
        let mut free = loop {
            let Some((row, last)) = met.last().copied() else { break None };
            for (j, cell) in cost[row].iter().enumerate().filter(|(j, _)| !reached[*j]) {
                let Some(cell) = cell else { continue };
                let slack = cell.clone() - by_row[row].clone() - by_column[j].clone();
                if far[j].as_ref().is_none_or(|x| slack < *x) {
                    (far[j], over[j]) = (Some(slack), last);
                }
            }
            let nearest = (0..columns).filter(|j| !reached[*j]).filter_map(|j| Some((far[j].clone()?, j))).min();
            let out = met.iter().map(|(row, holds)| (T::zero() - by_row[*row].clone(), *holds)).min();
            let Some((left_out, holds)) = out else { break None };
            let column = nearest.filter(|(step, _)| *step <= left_out);
            let step = column.as_ref().map_or(left_out, |(step, _)| step.clone());
            by_row[root] = by_row[root].clone() + step.clone();
            for j in 0..columns {
                if reached[j] {
                    by_column[j] = by_column[j].clone() - step.clone();
                    if let Some(i) = row_of[j] {
                        by_row[i] = by_row[i].clone() + step.clone();
                    }
                } else if let Some(x) = &far[j] {
                    far[j] = Some(x.clone() - step.clone());
                }
            }
            // Who is left out gives up its column; the root has none to give.
            let Some((_, column)) = column else { break holds };
            reached[column] = true;
            match row_of[column] {
                Some(next) => met.push((next, Some(column))),
                None => break Some(column),
            }
        };
        while let Some(column) = free {
            let before = over[column];
            row_of[column] = before.map_or(Some(root), |b| row_of[b]);
            free = before;
        }
    }
    let is_tight = |i: usize, j: usize| {
        cost[i].get(j).is_some_and(|c| c.as_ref().is_some_and(|c| *c == by_row[i].clone() + by_column[j].clone()))
    };
    let mut one: Vec<usize> = (columns..columns + rows).collect();
    for (j, row) in row_of.iter().enumerate() {
        if let Some(i) = row {
            one[*i] = j;
        }
    }
    let left_out = |i: usize| by_row[i].is_zero().then_some(columns + i);
    let needed: Vec<bool> =
        by_column.iter().map(|label| !label.is_zero()).chain(std::iter::repeat_n(false, rows)).collect();
    Tight {
        cells: (0..rows).map(|i| (0..columns).filter(|j| is_tight(i, *j)).chain(left_out(i)).collect()).collect(),
        spare: (0..needed.len()).filter(|j| !needed[*j]).collect(),
        needed,
        one,
    }
}

impl Tight {
    /// Every best assignment, as far as the budget goes, and how many there are.
    fn all(&self, budget: Budget) -> (Vec<Vec<usize>>, Option<u64>) {
        let mut sets: Vec<Vec<usize>> = Vec::new();
        let (mut count, mut left) = (0_u64, budget.work);
        let mut stack = vec![(0, self.one.clone())];
        while let Some((row, set)) = stack.pop() {
            if row == self.cells.len() {
                count += 1;
                if sets.len() < budget.most.max(1) {
                    sets.push(set);
                }
                continue;
            }
            if left == 0 && count > 0 {
                return (sets, None);
            }
            if self.cells[row] == set[row..=row] {
                stack.push((row + 1, set));
                continue;
            }
            let mut row_of = vec![None; self.needed.len()];
            set.iter().enumerate().for_each(|(i, j)| row_of[*j] = Some(i));
            for j in self.cells[row].iter().rev() {
                if row_of[*j].is_none_or(|holder| holder >= row)
                    && let Some(next) = self.exchanged(&set, &row_of, row, *j, &mut left)
                {
                    stack.push((row + 1, next));
                }
            }
        }
        (sets, Some(count))
    }

    /// A best assignment like `set` in all rows before `row` and with `column` in that one, if there is any.
    fn exchanged(
        &self,
        set: &[usize],
        row_of: &[Option<usize>],
        row: usize,
        column: usize,
        left: &mut u64,
    ) -> Option<Vec<usize>> {
        let mut out = set.to_vec();
        if set[row] == column {
            return Some(out);
        }
        // Who is driven out of a column takes another, until somebody takes the one that `row` gives up. Columns that nobody
        // holds are held by one that may take any column that may be free.
        let mut spare_moved = false;
        let mut over: Vec<Option<usize>> = vec![None; self.needed.len()];
        let mut queue = VecDeque::from([column]);
        'search: while let Some(given) = queue.pop_front() {
            let takes: &[usize] = match row_of[given] {
                Some(holder) => &self.cells[holder],
                None if spare_moved => &[],
                None => &self.spare,
            };
            spare_moved |= row_of[given].is_none();
            *left = left.saturating_sub(u64::try_from(takes.len()).unwrap_or(u64::MAX).max(1));
            for j in takes {
                if *j != column && over[*j].is_none() && row_of[*j].is_none_or(|holder| holder >= row) {
                    over[*j] = Some(given);
                    if *j == set[row] {
                        break 'search;
                    }
                    queue.push_back(*j);
                }
            }
        }
        let mut taken = set[row];
        while taken != column {
            let given = over[taken]?;
            if let Some(holder) = row_of[given] {
                out[holder] = taken;
            }
            taken = given;
        }
        out[row] = column;
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENOUGH: Budget = Budget { most: usize::MAX, work: u64::MAX };

    fn exact(cells: &[Vec<Option<f64>>]) -> Vec<Vec<Option<Exact>>> {
        cells.iter().map(|row| row.iter().map(|c| c.map(Exact::of)).collect()).collect()
    }

    /// Every assignment with its total, row by row.
    fn every(cells: &[Vec<Option<Exact>>]) -> Vec<(Exact, Vec<Option<usize>>)> {
        let mut out = vec![(Exact::zero(), Vec::new())];
        for row in cells {
            let mut next = Vec::new();
            for (total, set) in out {
                for (j, cell) in row.iter().enumerate() {
                    if let Some(x) = cell.as_ref().filter(|_| !set.contains(&Some(j))) {
                        let longer: Vec<Option<usize>> = set.iter().copied().chain([Some(j)]).collect();
                        next.push((&total + x, longer));
                    }
                }
                next.push((total, set.into_iter().chain([None]).collect()));
            }
            out = next;
        }
        out
    }

    fn brute(cells: &[Vec<Option<Exact>>]) -> (Exact, Vec<Vec<Option<usize>>>) {
        let all = every(cells);
        let placed = |set: &[Option<usize>]| set.iter().flatten().count();
        let best = all.iter().map(|(t, s)| (t.clone(), placed(s))).max().unwrap();
        let mut sets: Vec<_> =
            all.into_iter().filter(|(t, s)| (t.clone(), placed(s)) == best).map(|(_, s)| s).collect();
        sets.sort_by_key(|s| s.iter().map(|j| j.unwrap_or(usize::MAX)).collect::<Vec<_>>());
        (best.0, sets)
    }

    fn table() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
        (0..6_usize, 0..6_usize, 1..9_u32).prop_flat_map(|(rows, columns, levels)| {
            let cell = prop_oneof![
                1 => Just(None),
                4 => (0..levels).prop_map(|x| Some(f64::from(x) / 3.0)),
                4 => (0..levels).prop_map(|x| Some(f64::from(x))),
            ];
            proptest::collection::vec(proptest::collection::vec(cell, columns), rows)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        #[test]
        fn as_trying_every_assignment(cells in table()) {
            let cells = exact(&cells);
            let (total, sets) = brute(&cells);
            let found = best_assignments(&cells, ENOUGH);
            prop_assert_eq!(&found.total, &total);
            prop_assert_eq!(&found.sets, &sets);
            prop_assert_eq!(found.optima, u64::try_from(sets.len()).ok());
            let first = best_assignments(&cells, Budget { most: 1, work: 0 });
            prop_assert_eq!(&first.sets[..], &sets[..1]);
        }

        #[test]
        fn long_numbers_are_as_exact(cells in table()) {
            let tiny = Exact::of(1e-60);
            let scaled: Vec<Vec<Option<Exact>>> =
                exact(&cells).into_iter().map(|r| r.into_iter().map(|c| c.map(|x| Exact::of(1e60) * x + tiny.clone())).collect()).collect();
            let found = best_assignments(&scaled, ENOUGH);
            prop_assert_eq!((found.total, found.sets), brute(&scaled));
        }
    }

    #[test]
    fn nothing_to_assign() {
        let none = best_assignments(&[], ENOUGH);
        assert_eq!((none.total, none.sets, none.optima), (Exact::zero(), vec![vec![]], Some(1)));
        let nobody = best_assignments(&exact(&[vec![], vec![]]), ENOUGH);
        assert_eq!((nobody.sets, nobody.optima), (vec![vec![None, None]], Some(1)));
    }

    #[test]
    fn all_alike_are_counted_as_far_as_the_budget_goes() {
        let alike = exact(&vec![vec![Some(1.0); 7]; 7]);
        assert_eq!(best_assignments(&alike, Budget { most: 2, work: u64::MAX }).optima, Some(5040));
        let big = exact(&vec![vec![Some(1.0); 60]; 40]);
        let found = best_assignments(&big, Budget { most: 3, work: 100_000 });
        assert_eq!((found.total, found.sets.len() <= 3, found.optima), (Exact::from(40), true, None));
        assert_eq!(found.sets[0], (0..40).map(Some).collect::<Vec<_>>());
    }
}
