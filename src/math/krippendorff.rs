//! Krippendorff's alpha: agreement on ratings, with cells missing.
//!
//! K. Krippendorff, *Content Analysis*, 3rd edition (2013), chapter 12: α = 1 − D_o/D_e over the pairable values. Counts of each
//! value per item stand for the coincidence matrix. With x the number of a category (interval) or its place (ordinal), the squared
//! differences of all ordered pairs of m values sum to 2(mΣx² − (Σx)²), so only the ratio scale goes through pairs of values.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::Exact;
use super::exact::{lcm, over_one, quotient};
use super::ratings::{Degenerate, Items, Judges, Table};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What the numbers of a scale mean, and so how far apart two of them are.
    Measurement, "level of measurement" {
        /// Names: two ratings are the same or not, δ² = 1.
        Nominal = "nominal",
        /// An order: δ is how many ratings lie between, those at the ends for half.
        Ordinal = "ordinal",
        /// Equal steps: δ is the difference.
        Interval = "interval",
        /// Equal steps from a true zero: δ is the difference over the sum; 0 between two zeros.
        Ratio = "ratio",
    }
}

/// How many pairs of distinct values the ratio scale goes through at most.
const RATIO_PAIRS: usize = 20_000_000;

/// Krippendorff's alpha and what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Alpha {
    /// What the ratings were taken to mean.
    pub level: Measurement,
    /// α = 1 − D_o/D_e: 1 full agreement, 0 as by chance, below 0 less than by chance.
    pub alpha: Result<f64, Degenerate>,
    /// D_o, the mean squared difference within items; in squared ratings for interval, in squared places for ordinal.
    pub observed: Result<f64, Degenerate>,
    /// D_e, the mean squared difference of all pairable values, in the same unit.
    pub expected: Result<f64, Degenerate>,
    /// How many values are pairable: those of items that two judges or more rated.
    pub values: u64,
    /// How many items those are.
    pub units: u64,
    /// How many items were rated by fewer than two judges, and are left out.
    pub dropped_units: u64,
    /// How many values those have.
    pub dropped_values: u64,
}

/// How often each value was given to each item.
#[derive(Debug, Clone)]
pub(crate) struct Counts {
    /// The distinct values, ascending.
    values: Vec<f64>,
    /// The values as whole numbers over one denominator.
    whole: Vec<BigInt>,
    unit: BigInt,
    /// For each item, the places of its values with how often they were given; ascending, and some perhaps 0 times.
    items: Vec<Vec<(usize, u64)>>,
}

fn big(n: u64) -> BigInt {
    BigInt::from(n)
}

impl Counts {
    pub(crate) fn new(table: &Table<Judges, Items>) -> Self {
        let mut by_item: Vec<Vec<f64>> = vec![Vec::new(); table.columns()];
        for judge in 0..table.rows() {
            for (of, rating) in by_item.iter_mut().zip(table.row(judge)) {
                of.extend(rating);
            }
        }
        by_item.iter_mut().for_each(|of| of.sort_by(f64::total_cmp));
        let mut values: Vec<f64> =
            by_item.iter().flat_map(|of| of.chunk_by(|a, b| a == b)).filter_map(|same| same.first().copied()).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let exact: Vec<Exact> = values.iter().map(|x| Exact::of(*x)).collect();
        let (whole, unit) = over_one(exact.iter());
        let place = |same: &[f64]| {
            let first = same.first()?;
            Some((values.partition_point(|x| x < first), same.len() as u64))
        };
        let items = by_item.iter().map(|of| of.chunk_by(|a, b| a == b).filter_map(place).collect()).collect();
        Self { values, whole, unit, items }
    }

    /// A judge with these ratings more or fewer times; only values that are in the table count.
    pub(crate) fn change(&mut self, row: &[Option<f64>], change: impl Fn(u64) -> u64) {
        for (item, rating) in self.items.iter_mut().zip(row) {
            let Some(rating) = rating else { continue };
            let value = self.values.partition_point(|x| x < rating);
            let place = item.binary_search_by_key(&value, |(value, _)| *value);
            if let Some((_, count)) = place.ok().and_then(|place| item.get_mut(place)) {
                *count = change(*count);
            }
        }
    }

    /// No rating at all, with room for the same ones.
    pub(crate) fn emptied(&self) -> Self {
        let mut out = self.clone();
        out.items.iter_mut().flatten().for_each(|(_, count)| *count = 0);
        out
    }

    /// How many steps one alpha takes, about.
    pub(crate) fn work(&self, level: Measurement) -> u64 {
        let squared = |n: usize| (n as u64).saturating_mul(n as u64);
        let linear = self.items.iter().map(|of| of.len() as u64).sum::<u64>() + self.values.len() as u64;
        match level {
            Measurement::Ratio => {
                self.items.iter().map(|of| squared(of.len())).sum::<u64>() + squared(self.values.len())
            }
            _ => linear,
        }
    }

    pub(crate) fn alpha(&self, level: Measurement) -> Alpha {
        let rated = |of: &Vec<(usize, u64)>| of.iter().map(|(_, count)| count).sum::<u64>();
        let pairable: Vec<(&Vec<(usize, u64)>, u64)> =
            self.items.iter().map(|of| (of, rated(of))).filter(|(_, m)| *m >= 2).collect();
        let all: u64 = self.items.iter().map(rated).sum();
        let n: u64 = pairable.iter().map(|(_, m)| m).sum();
        let mut totals = vec![0_u64; self.values.len()];
        for (value, count) in pairable.iter().flat_map(|(of, _)| of.iter()) {
            if let Some(total) = totals.get_mut(*value) {
                *total += count;
            }
        }
        let parts = if n == 0 { Err(Degenerate::NoPairs) } else { self.parts(level, &pairable, &totals, n) };
        let of = |pick: fn(&Parts) -> Result<f64, Degenerate>| parts.as_ref().map_err(|reason| *reason).and_then(pick);
        let units = pairable.len() as u64;
        Alpha {
            level,
            alpha: of(|parts| parts.alpha),
            observed: of(|parts| Ok(parts.observed)),
            expected: of(|parts| Ok(parts.expected)),
            values: n,
            units,
            dropped_units: self.items.len() as u64 - units,
            dropped_values: all - n,
        }
    }

    fn parts(
        &self,
        level: Measurement,
        pairable: &[(&Vec<(usize, u64)>, u64)],
        totals: &[u64],
        n: u64,
    ) -> Result<Parts, Degenerate> {
        let all: Vec<(usize, u64)> = totals.iter().copied().enumerate().collect();
        let squares = |marks: &[BigInt], of: &[(usize, u64)], m: u64| {
            let (mut sum, mut squared) = (BigInt::zero(), BigInt::zero());
            for (value, count) in of.iter().filter(|(_, count)| *count > 0) {
                if let Some(x) = marks.get(*value) {
                    let times = x * count;
                    squared += &times * x;
                    sum += times;
                }
            }
            (squared * m - &sum * &sum) * 2
        };
        let exact = |marks: &[BigInt], unit: &BigInt| {
            Parts::new(pairable, n, unit, |of, m| squares(marks, of, m), squares(marks, &all, n))
        };
        match level {
            Measurement::Nominal => {
                let differ =
                    |of: &[(usize, u64)], m: u64| big(m) * m - of.iter().map(|(_, c)| big(*c) * c).sum::<BigInt>();
                Ok(Parts::new(pairable, n, &big(1), differ, differ(&all, n)))
            }
            Measurement::Ordinal => {
                // Twice the middle place of each value among all; the differences are those of the definition.
                let mut before = 0;
                let marks: Vec<BigInt> = totals
                    .iter()
                    .map(|count| {
                        before += count;
                        big(2 * before - count)
                    })
                    .collect();
                Ok(exact(&marks, &big(4)))
            }
            Measurement::Interval => Ok(exact(&self.whole, &(&self.unit * &self.unit))),
            Measurement::Ratio => self.ratio(pairable, &all, n),
        }
    }

    /// The ratio scale, pair of values by pair of values. Sums run over sorted addends, so the order of items changes nothing.
    fn ratio(&self, pairable: &[(&Vec<(usize, u64)>, u64)], all: &[(usize, u64)], n: u64) -> Result<Parts, Degenerate> {
        let given = |of: &[(usize, u64)]| -> Vec<(usize, u64)> { of.iter().copied().filter(|(_, c)| *c > 0).collect() };
        let all = given(all);
        if all.iter().any(|(value, _)| self.whole.get(*value).is_some_and(BigInt::is_negative)) {
            return Err(Degenerate::BelowZero);
        }
        let pairs = |k: usize| k.saturating_mul(k) / 2;
        let work = pairable.iter().map(|(of, _)| pairs(of.len())).fold(pairs(all.len()), usize::saturating_add);
        if work > RATIO_PAIRS {
            return Err(Degenerate::TooMuchWork);
        }
        let number = |n: u64| quotient(&big(n), &big(1)).unwrap_or(0.0);
        let apart = |(a, x): (usize, u64), (b, y): (usize, u64)| {
            let (a, b) = (self.whole.get(a)?, self.whole.get(b)?);
            let share = quotient(&(a - b), &(a + b))?;
            Some(2.0 * number(x) * number(y) * share * share)
        };
        let within = |of: &[(usize, u64)]| -> f64 {
            let of = given(of);
            let later = |(i, one): (usize, &(usize, u64))| {
                let one = *one;
                of.iter().skip(i + 1).filter_map(move |other| apart(one, *other)).sum::<f64>()
            };
            of.iter().enumerate().map(later).sum()
        };
        let mut terms: Vec<f64> = pairable.iter().map(|(of, m)| within(of) / number(m - 1)).collect();
        terms.sort_by(f64::total_cmp);
        let observed = terms.into_iter().sum::<f64>() / number(n);
        let expected = within(&all) / number(n) / number(n - 1);
        let alpha = if expected > 0.0 { Ok(1.0 - observed / expected) } else { Err(Degenerate::NoVariation) };
        Ok(Parts { alpha, observed, expected })
    }
}

struct Parts {
    alpha: Result<f64, Degenerate>,
    observed: f64,
    expected: f64,
}

impl Parts {
    /// From the squared differences of the ordered pairs within an item and among all n values, exactly. `unit` is what they are
    /// counted in.
    fn new(
        pairable: &[(&Vec<(usize, u64)>, u64)],
        n: u64,
        unit: &BigInt,
        within: impl Fn(&[(usize, u64)], u64) -> BigInt,
        among: BigInt,
    ) -> Self {
        let mut others: Vec<u64> = pairable.iter().map(|(_, m)| m - 1).collect();
        others.sort_unstable();
        others.dedup();
        let common = others.iter().fold(big(1), |all, m| lcm(&all, &big(*m)));
        let observed: BigInt = pairable.iter().map(|(of, m)| within(of, *m) * (&common / (m - 1))).sum();
        let expected = &among * &common;
        let alpha = quotient(&(&expected - &observed * (n - 1)), &expected).ok_or(Degenerate::NoVariation);
        Self {
            alpha,
            observed: quotient(&observed, &(unit * &common * n)).unwrap_or(0.0),
            expected: quotient(&among, &(unit * big(n) * (n - 1))).unwrap_or(0.0),
        }
    }
}

/// Krippendorff's alpha of all ratings. Items with fewer than two ratings are left out and counted. Undefined where no item has two
/// ratings, where all pairable values are the same (D_e = 0), for negative ratings on a ratio scale, and where a ratio scale has
/// so many distinct values that their pairs are too much work.
pub fn alpha(table: &Table<Judges, Items>, level: Measurement) -> Alpha {
    Counts::new(table).alpha(level)
}
