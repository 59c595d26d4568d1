//! The coarsest grouping in which all of a group have the same sums to every group.
//!
//! Row sums of powers are equal within a group, so they are those of the small table between the groups. Groups are ordered by their
//! sums alone: what is computed on them does not depend on the order of the rows, to the bit.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::Zero;

/// The groups of a table's rows, and the sums between them.
pub(super) struct Groups {
    /// The group of each row.
    pub(super) of: Vec<usize>,
    /// How many rows each group has.
    pub(super) sizes: Vec<usize>,
    /// For each group, its sums to groups, where they are not 0.
    pub(super) rows: Vec<BTreeMap<usize, BigInt>>,
}

pub(super) fn groups(cells: &[Vec<BigInt>]) -> Groups {
    let sparse: Vec<Vec<(usize, &BigInt)>> =
        cells.iter().map(|row| row.iter().enumerate().filter(|(_, x)| !x.is_zero()).collect()).collect();
    let mut of = vec![0_usize; cells.len()];
    let mut count = of.len().min(1);
    loop {
        let signature = |(row, own): (&Vec<(usize, &BigInt)>, &usize)| {
            let mut sums: BTreeMap<usize, BigInt> = BTreeMap::new();
            for (j, x) in row {
                *sums.entry(of.get(*j).copied().unwrap_or(0)).or_default() += *x;
            }
            (*own, sums)
        };
        let signatures: Vec<(usize, BTreeMap<usize, BigInt>)> = sparse.iter().zip(&of).map(signature).collect();
        let mut distinct: Vec<&(usize, BTreeMap<usize, BigInt>)> = signatures.iter().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let finer: Vec<usize> = signatures.iter().map(|s| distinct.partition_point(|d| *d < s)).collect();
        if distinct.len() == count {
            let rows = distinct.into_iter().map(|(_, sums)| sums.clone()).collect();
            let mut sizes = vec![0; count];
            of.iter().for_each(|g| {
                if let Some(size) = sizes.get_mut(*g) {
                    *size += 1;
                }
            });
            return Groups { of, sizes, rows };
        }
        count = distinct.len();
        of = finer;
    }
}
