//! Intervals for W and α by drawing parties again.

use serde::Serialize;

use crate::evidence::{Measure, Undefined};
use crate::math::Exact;
use crate::math::concordance::{self, Ranked};
use crate::math::krippendorff::{Counts, Measurement};
use crate::math::ratings::{Items, Judges, Table};
use crate::math::resample::{Dice, canonical_order, percentile};
use crate::scale::Strength;

/// How many steps all resamples may take together.
const STEPS: u64 = 4_000_000_000;

/// How often parties are drawn again at most.
const RESAMPLES: u32 = 1_000_000;

/// What a resample takes at least, however small the table: room for its counts.
const OVERHEAD: u64 = 1_000;

/// How to draw parties again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Bootstrap {
    seed: u64,
    resamples: u32,
    level: Strength,
}

impl Bootstrap {
    /// So many resamples from a seed, and an interval of a level: the share of the resamples that it holds, such as 0.9. (A
    /// [`Strength`] is polder's number from 0 to 1, of gaps and levels too.) Of no resample the interval is undefined
    /// (`nothing-to-measure`), of more than a million as well (`budget-exhausted`).
    pub fn new(seed: u64, resamples: u32, level: Strength) -> Self {
        Self { seed, resamples, level }
    }
}

/// An interval of one measure; undefined with the reason of the measure where that is undefined.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// The lower end.
    pub low: Measure,
    /// The upper end.
    pub high: Measure,
    /// In how many resamples the measure is defined; the ends are of these.
    pub defined: u32,
    /// In how many it is not.
    pub undefined: u32,
}

/// The intervals of W and α.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bootstrapped {
    /// Of W, over the drawn parties that rated every value.
    pub w: Interval,
    /// Of α.
    pub alpha: Interval,
}

pub(super) fn bootstrap(
    table: &Table<Judges, Items>,
    counts: &Counts,
    measurement: Measurement,
    asked: Bootstrap,
    [w, alpha]: [Measure; 2],
) -> Bootstrapped {
    let cells = (table.rows() as u64).saturating_mul(table.columns() as u64 + 1);
    let each = counts.work(measurement).saturating_add(cells).saturating_add(OVERHEAD);
    let nothing = |reason| {
        let unsaid = Measure::Undefined(reason);
        let none = Interval { low: unsaid, high: unsaid, defined: 0, undefined: 0 };
        Bootstrapped { w: none, alpha: none }
    };
    if table.rows() == 0 || asked.resamples == 0 {
        return nothing(Undefined::NothingToMeasure);
    }
    if asked.resamples > RESAMPLES || each.saturating_mul(u64::from(asked.resamples)) > STEPS {
        return nothing(Undefined::BudgetExhausted);
    }
    let order = canonical_order(table);
    let (_, complete, _) = concordance::ranked(table);
    let mut dice = Dice::new(asked.seed);
    let (mut ws, mut alphas) = (Vec::new(), Vec::new());
    for _ in 0..asked.resamples {
        let mut times = vec![0_u64; table.rows()];
        for _ in 0..order.len() {
            let drawn = usize::try_from(dice.below(order.len() as u64)).ok().and_then(|at| order.get(at));
            if let Some(count) = drawn.and_then(|judge| times.get_mut(*judge)) {
                *count += 1;
            }
        }
        let drawn = |judge: usize| times.get(judge).copied().unwrap_or(0);
        let mut ranked = Ranked::new(table.columns());
        for (judge, doubled) in complete.iter().filter(|(judge, _)| drawn(*judge) > 0) {
            ranked.add(doubled, i128::from(drawn(*judge)));
        }
        ws.push(ranked.w().ok());
        let mut again = counts.emptied();
        for judge in (0..table.rows()).filter(|judge| drawn(*judge) > 0) {
            again.change(table.row(judge), |n| n + drawn(judge));
        }
        alphas.push(again.alpha(measurement).alpha.ok());
    }
    Bootstrapped { w: interval(ws, asked.level, w), alpha: interval(alphas, asked.level, alpha) }
}

/// The interval around a measure. Where that has no value there is nothing to put an interval around: a single judge drawn twice
/// would agree with itself.
fn interval(measured: Vec<Option<f64>>, level: Strength, around: Measure) -> Interval {
    let all = measured.len();
    let mut sorted: Vec<f64> = measured.into_iter().flatten().collect();
    sorted.sort_by(f64::total_cmp);
    let (one, level, half) = (Exact::one(), Exact::of(level.get()), Exact::of(0.5));
    let end = |share: Exact| match around {
        Measure::Known(_) => Measure::or(percentile(&sorted, &(share * half.clone())), Undefined::NothingToMeasure),
        undefined @ Measure::Undefined(_) => undefined,
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Interval {
        low: end(&one - &level),
        high: end(&one + &level),
        defined: count(sorted.len()),
        undefined: count(all - sorted.len()),
    }
}
