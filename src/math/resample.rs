//! Drawing judges again, with replacement.
//!
//! The generator is `ChaCha` with 8 rounds, its key the seed as 8 little-endian bytes and 24 zeros. A place below n is the remainder
//! by n of the next 64 bits, drawn again while these are not below the largest multiple of n. None of this hangs on the version of a
//! library or on the machine.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::Exact;
use super::ratings::{Items, Judges, Table};

pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        key.iter_mut().zip(seed.to_le_bytes()).for_each(|(to, from)| *to = from);
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number below n, each as likely; 0 for n = 0.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        // 2^64 mod n.
        let Some(rest) = (u64::MAX).checked_rem(n).map(|rest| (rest + 1) % n) else { return 0 };
        loop {
            let x = self.0.next_u64();
            if rest == 0 || x <= u64::MAX - rest {
                return x % n;
            }
        }
    }
}

/// How many times the order is refined by setting one judge apart; beyond that the places of the judges decide.
const SET_APART: usize = 32;

/// The judges in an order that follows from their ratings alone, whatever the order of rows and columns, as far as colour refinement
/// tells them apart: by what they gave, to items that were given what, and so on. Where it does not, one of those that are alike
/// is set first by its place and the rest refined after it; which one makes no difference when they can be exchanged without
/// changing the table but for the order of its columns.
pub(crate) fn canonical_order(table: &Table<Judges, Items>) -> Vec<usize> {
    let mut values: Vec<f64> = (0..table.rows()).flat_map(|j| table.row(j).iter().flatten().copied()).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    let coded = |x: &Option<f64>| x.map_or(0, |x| values.partition_point(|v| *v < x) + 1);
    let rows: Vec<Vec<usize>> = (0..table.rows()).map(|j| table.row(j).iter().map(coded).collect()).collect();
    let cell = |j: usize, i: usize| rows.get(j).and_then(|row| row.get(i)).copied().unwrap_or(0);
    let columns: Vec<Vec<usize>> =
        (0..table.columns()).map(|i| (0..rows.len()).map(|j| cell(j, i)).collect()).collect();
    let (mut judges, mut items) = (vec![0; rows.len()], vec![0; columns.len()]);
    for _ in 0..=SET_APART {
        refine(&rows, &columns, &mut judges, &mut items);
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (judge, colour) in judges.iter().enumerate() {
            groups.entry(*colour).or_default().push(judge);
        }
        // Judges with the same ratings of the same items need no order.
        let open = groups.values().find(|group| {
            group.first().is_some_and(|first| group.iter().any(|judge| rows.get(*judge) != rows.get(*first)))
        });
        let Some(first) = open.and_then(|group| group.first()) else { break };
        for (judge, colour) in judges.iter_mut().enumerate() {
            *colour = 2 * *colour + usize::from(judge != *first);
        }
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|judge| (judges.get(*judge).copied(), *judge));
    order
}

fn refine(rows: &[Vec<usize>], columns: &[Vec<usize>], judges: &mut Vec<usize>, items: &mut Vec<usize>) {
    let mut count = (0, 0);
    loop {
        *judges = recoloured(rows, judges, items);
        *items = recoloured(columns, items, judges);
        let distinct = |colours: &[usize]| colours.iter().max().map_or(0, |most| most + 1);
        let now = (distinct(judges), distinct(items));
        if now == count {
            return;
        }
        count = now;
    }
}

/// New colours of lines from their own colours and what they hold in lines of which colour across; numbered without gaps.
fn recoloured(lines: &[Vec<usize>], own: &[usize], across: &[usize]) -> Vec<usize> {
    let signature = |(line, own): (&Vec<usize>, &usize)| {
        let mut cells: Vec<(usize, usize)> = across.iter().copied().zip(line.iter().copied()).collect();
        cells.sort_unstable();
        (*own, cells)
    };
    let signatures: Vec<(usize, Vec<(usize, usize)>)> = lines.iter().zip(own).map(signature).collect();
    let mut distinct: Vec<&(usize, Vec<(usize, usize)>)> = signatures.iter().collect();
    distinct.sort_unstable();
    distinct.dedup();
    signatures.iter().map(|s| distinct.partition_point(|d| *d < s)).collect()
}

/// The smallest of some numbers below or at which at least a share of them lies; `None` of none.
pub(crate) fn percentile(sorted: &[f64], share: &Exact) -> Option<f64> {
    let n = Exact::from(i64::try_from(sorted.len()).ok()?);
    let place = usize::try_from((n * share.clone()).ceil_i64()?).ok()?;
    sorted.get(place.max(1).min(sorted.len()).checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_stay_as_they_are() {
        let mut dice = Dice::new(7);
        let drawn: Vec<u64> = (0..12).map(|_| dice.below(10)).collect();
        assert_eq!(drawn, [9, 7, 0, 4, 5, 6, 7, 6, 9, 4, 0, 3]);
        assert_eq!(Dice::new(1).below(0), 0);
    }

    #[test]
    fn percentiles_are_numbers_of_the_list() {
        let list = [1.0, 2.0, 3.0, 4.0];
        let at = |x: f64| percentile(&list, &Exact::of(x));
        assert_eq!([0.0, 0.25, 0.26, 0.5, 1.0].map(at), [1.0, 1.0, 2.0, 2.0, 4.0].map(Some));
        assert_eq!(percentile(&[], &Exact::of(0.5)), None);
    }
}
