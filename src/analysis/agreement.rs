//! # Agreement
//!
//! **Question.** How far do the parties agree on the importance of the values: all together, value by value, and two by two?
//!
//! **Method.** Kendall's W (Kendall and Babington Smith 1939) with the correction for ties, and its tests. Krippendorff's α
//! (Krippendorff 2013). Per value: van der Eijk's A (2001), and consensus after Tastle and Wierman (2007). Per pair of parties: τ_x after
//! Emond and Mason (2002), Kendall's τ_b and Spearman's correlation. Intervals: the percentile bootstrap (Efron and Tibshirani
//! 1993). Leaving out one party at a time is polder's own use of them.
//!
//! **Inputs.** Own importance of values, one-sided. The judges are the parties that rated at least one value, the items the values
//! that at least one party rated.
//!
//! **Formula.** W = 12S/(m²(n³ − n) − mΣ(t³ − t)) over midranks. α = 1 − D_o/D_e over the pairable ratings, at a level of measurement.
//! A = Σ weight × agreement over the layers of the frequencies; consensus = 1 + Σ p log₂(1 − |X − μ|/(K − 1)), over the K whole numbers of
//! the scale. τ_x = 1 − 2d/(n(n − 1)), d the distance of Kemeny and Snell over the values that both rated. Left out: the
//! measure without the party less the measure with it.
//!
//! *Bootstrap*: parties are drawn with replacement, as many as there are, so often as asked; the ends of the interval are the
//! smallest of the measures below or at which (1 − level)/2 and (1 + level)/2 of them lie. The generator is `ChaCha8` with the seed
//! as its key (8 bytes, the lowest first, then zeros); a place below n is x mod n of its next 64 bits x, drawn again while x is
//! not below the largest multiple of n. The parties stand in an order that follows from their ratings, not from their ids: by
//! what they gave, to values that were given what, and so on (colour refinement, setting apart up to 32 parties that it leaves
//! alike, the first by id). So renaming parties or values changes no number, except perhaps in tables so regular that
//! refinement cannot tell parties apart that cannot be exchanged either.
//!
//! **Assumptions.** All parties use the scale alike.
//!
//! **Missing data.** W takes the parties that rated every value; the others are named, and each missing rating is listed in `omitted`.
//! α takes all ratings of values that two parties rated or more. A party whose point is no whole number of the scale, such as a
//! median of 3.5, is left out of that value's A and consensus, and named. Pairs need two values in common. Every undefined measure
//! says which case it is: one party, one value, all tied, a party that rates everything alike, no variation, and so on.
//!
//! **Returns.** [`Agreement`].
//!
//! **Complexity.** Ratings × log for all but the pairs and the parties left out. Pairs: parties² × values, to 500 000 pairs; beyond,
//! none is compared and `pairs.compared` says so. Left out: distinct values and cells of the table of counts per party, to ten
//! million steps; beyond, α without a party is `budget-exhausted`. Bootstrap: the same and a thousand steps per
//! resample, to 4·10⁹ steps and a million resamples. Scales of more
//! than 1000 categories have no A and no consensus (`budget-exhausted`).
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{AgreementOptions, agreement};
//! use polder::evidence::Measure;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.shops]\nvalues = { safety = 4, calm = 1, beauty = 2 }\n\
//!             [party.residents]\nvalues = { safety = 5, calm = 2, beauty = 3 }\n[value.safety]\n[value.calm]\n[value.beauty]\n";
//! let found = agreement(&Model::try_from(Document::from_toml(text)?)?, &AgreementOptions::new());
//! assert_eq!(found.concordance.w, Measure::Known(1.0), "both put them in the same order");
//! assert!(found.alpha.alpha.value() < Some(1.0), "but do not rate them the same");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** W speaks of order alone: parties that rate everything high and parties that rate everything low may agree fully by W and
//! hardly by α. A high A may be an agreement that a value does not matter. The tests ask whether the parties rank at random, not
//! whether they agree enough; and the parties of a project are no sample. A party that the bootstrap draws twice agrees with itself, so
//! the interval of W lies high, the more so the fewer parties there are: it may lie above W altogether.

use std::collections::BTreeSet;

use serde::Serialize;

use super::replay::{Rule, as_cited};
use crate::citation::{self, Citation};
use crate::evidence::{Contribution, Finding, Law, Measure, Omission, Provenance};
use crate::id::{PartyId, ValueId};
use crate::math::concordance as kendall;
use crate::math::krippendorff::{self, Counts};
use crate::math::ratings::{Items, Judges, Table};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::ScaleKind;

mod bootstrap;
mod left_out;
mod of_values;
mod pairs;

pub use crate::math::krippendorff::Measurement;
pub use bootstrap::{Bootstrap, Bootstrapped, Interval};
pub use left_out::{LeftOut, PartyLeftOut};
pub use of_values::{ValueAgreement, ValueLayer};
pub use pairs::{PairAgreement, Pairs};

/// How to measure agreement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgreementOptions {
    aggregate: Aggregate,
    measurement: Measurement,
    list_pairs_at_most: usize,
    list_alike_at_most: usize,
    list_left_out_at_most: usize,
    bootstrap: Option<Bootstrap>,
}

impl Default for AgreementOptions {
    /// Median over raters; α of an order; at most 100 pairs, the 10 most alike and 100 parties left out are listed; no bootstrap.
    fn default() -> Self {
        Self {
            aggregate: Aggregate::Median,
            measurement: Measurement::Ordinal,
            list_pairs_at_most: 100,
            list_alike_at_most: 10,
            list_left_out_at_most: 100,
            bootstrap: None,
        }
    }
}

macro_rules! setters {
    ($($(#[$doc:meta])* $field:ident: $type:ty;)+) => {
        impl AgreementOptions {
            /// The default options.
            pub fn new() -> Self {
                Self::default()
            }

            $($(#[$doc])* #[must_use] pub fn $field(mut self, $field: $type) -> Self {
                self.$field = $field.into();
                self
            })+
        }
    };
}
setters! {
    /// How several raters are read as one.
    aggregate: Aggregate;
    /// What α takes the importances to mean.
    measurement: Measurement;
    /// How many pairs of parties are listed at most, those that disagree most first.
    list_pairs_at_most: usize;
    /// How many pairs are listed at most as most alike.
    list_alike_at_most: usize;
    /// How many parties are listed at most with what changes without them, those that change most first.
    list_left_out_at_most: usize;
    /// Intervals for W and α by drawing parties again.
    bootstrap: Bootstrap;
}

/// The sum of the ranks of one value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankSum {
    /// The value.
    pub value: ValueId,
    /// The sum over the parties of its midranks; the least important is ranked 1.
    pub sum: f64,
}

/// Kendall's W over the parties that rated every value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Concordance {
    /// m: how many parties that is.
    pub parties: usize,
    /// n: how many values.
    pub values: usize,
    /// The parties that did not rate every value, in id order.
    pub dropped: Vec<PartyId>,
    /// For each value the sum of its ranks, in id order.
    pub rank_sums: Vec<RankSum>,
    /// S, the sum of the squared distances of the rank sums to their mean.
    pub s: f64,
    /// ΣT = Σ (t³ − t) over the groups of t ties of every party.
    pub ties: f64,
    /// W, corrected for ties: 0 no agreement on the order, 1 full agreement.
    pub w: Measure,
    /// W without the correction.
    pub w_uncorrected: Measure,
    /// (mW − 1)/(m − 1).
    pub mean_spearman_from_w: Measure,
    /// The mean Spearman correlation of the pairs of parties, −1 … 1.
    pub mean_pairwise_spearman: Measure,
    /// χ² = m(n − 1)W.
    pub chi_squared: Measure,
    /// The degrees of freedom of χ².
    pub df: Measure,
    /// The probability of so large a χ² or a larger one if the parties rank at random.
    pub p_chi_squared: Measure,
    /// F = (m − 1)W/(1 − W).
    pub f: Measure,
    /// The first degrees of freedom of F.
    pub df1: Measure,
    /// The second degrees of freedom of F.
    pub df2: Measure,
    /// The probability of so large an F or a larger one if the parties rank at random.
    pub p_f: Measure,
}

/// Krippendorff's α.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alpha {
    /// What the importances were taken to mean.
    pub measurement: Measurement,
    /// α: 1 full agreement, 0 as by chance, below 0 less.
    pub alpha: Measure,
    /// D_o, the observed disagreement.
    pub observed: Measure,
    /// D_e, the disagreement to expect by chance.
    pub expected: Measure,
    /// How many ratings are pairable.
    pub ratings: u64,
    /// How many values they are of.
    pub values: u64,
    /// How many values fewer than two parties rated.
    pub dropped_values: u64,
}

/// How far the parties agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Agreement {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<AgreementOptions>,
    /// Which importances are missing.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The judges: the parties that rated a value, in id order.
    pub parties: Vec<PartyId>,
    /// The items: the values that a party rated, in id order.
    pub values: Vec<ValueId>,
    /// The values that no party rated, in id order.
    pub unrated: Vec<ValueId>,
    /// Parties × values.
    pub cells: usize,
    /// How many cells have no rating.
    pub missing: usize,
    /// Agreement on the order of the values.
    pub concordance: Concordance,
    /// Agreement on the ratings.
    pub alpha: Alpha,
    /// The categories of the scale, raw; empty when there are too many.
    pub categories: Vec<f64>,
    /// Value by value, in id order.
    pub of_values: Vec<ValueAgreement>,
    /// Pairs of parties.
    pub pairs: Pairs,
    /// What changes when a party is left out.
    pub left_out: LeftOut,
    /// The intervals, if they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bootstrap: Option<Bootstrapped>,
    /// W, α, the measures of the values, and τ_x of the pairs that are listed, with their grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[
    citation::KENDALL_BABINGTON_SMITH_1939,
    citation::KRIPPENDORFF_2013,
    citation::VAN_DER_EIJK_2001,
    citation::TASTLE_WIERMAN_2007,
    citation::EMOND_MASON_2002,
    citation::EFRON_TIBSHIRANI_1993,
    citation::OWN_AGREEMENT,
];

/// The ratings, as a table and as they were read.
struct Rated {
    aggregate: Aggregate,
    parties: Vec<PartyId>,
    values: Vec<ValueId>,
    readings: Vec<Vec<Option<Reading>>>,
    table: Table<Judges, Items>,
}

impl Rated {
    fn of(model: &Model, aggregate: Aggregate) -> Self {
        let scale = model.scales().of(ScaleKind::OneSided);
        let known: Vec<(&PartyId, &ValueId, Reading)> = model
            .importances()
            .iter()
            .filter_map(|(party, value, rating)| Some((party, value, rating.read(&scale, aggregate)?)))
            .collect();
        let parties: BTreeSet<&PartyId> = known.iter().map(|(party, ..)| *party).collect();
        let values: BTreeSet<&ValueId> = known.iter().map(|(_, value, _)| *value).collect();
        let (parties, values): (Vec<_>, Vec<_>) = (parties.into_iter().collect(), values.into_iter().collect());
        let mut readings = vec![vec![None; values.len()]; parties.len()];
        for (party, value, reading) in known {
            let row = parties.binary_search(&party).ok().and_then(|i| readings.get_mut(i));
            if let (Some(row), Ok(column)) = (row, values.binary_search(&value))
                && let Some(cell) = row.get_mut(column)
            {
                *cell = Some(reading);
            }
        }
        let raw = readings.iter().map(|row| row.iter().map(|r| r.map(|r| r.raw)).collect()).collect();
        Self {
            aggregate,
            parties: parties.into_iter().cloned().collect(),
            values: values.into_iter().cloned().collect(),
            readings,
            // A reading is a finite number, and the rows are of one length.
            table: Table::from_judges(raw).unwrap_or_default(),
        }
    }

    fn party(&self, place: usize) -> Option<&PartyId> {
        self.parties.get(place)
    }

    /// A rating as a ground.
    fn ground(&self, judge: usize, item: usize) -> Option<Contribution> {
        let reading = (*self.readings.get(judge)?.get(item)?)?;
        let source = Element::Importance(self.party(judge)?.clone(), self.values.get(item)?.clone());
        Some(Contribution::read(source, Attribute::Importance, reading, reading.raw))
    }

    /// The ratings of some values by a party.
    fn grounds_by(&self, judge: usize, counts: impl Fn(usize) -> bool) -> Vec<Contribution> {
        (0..self.values.len()).filter(|item| counts(*item)).filter_map(|item| self.ground(judge, item)).collect()
    }

    /// The ratings of a value by some parties.
    fn grounds_of(&self, item: usize, counts: impl Fn(usize) -> bool) -> Vec<Contribution> {
        (0..self.parties.len()).filter(|judge| counts(*judge)).filter_map(|judge| self.ground(judge, item)).collect()
    }

    /// The ratings at some places.
    fn grounds(&self, counts: impl Fn(usize, usize) -> bool) -> Vec<Contribution> {
        (0..self.parties.len()).flat_map(|judge| self.grounds_by(judge, |item| counts(judge, item))).collect()
    }

    fn finding(
        &self,
        subject: Vec<Element>,
        rule: &'static str,
        amount: Measure,
        because: Vec<Contribution>,
    ) -> Finding {
        Finding { subject, rule, law: Law::Statistic, amount: amount.into(), aggregate: self.aggregate, because }
    }

    fn w(&self, found: &kendall::Concordance) -> Finding {
        let because = self.grounds(|judge, _| found.dropped.binary_search(&judge).is_err());
        self.finding(vec![Element::Project], "agreement-w", found.w.into(), because)
    }

    fn alpha(&self, found: &krippendorff::Alpha) -> Finding {
        let mut ratings = vec![0_usize; self.values.len()];
        for row in &self.readings {
            ratings.iter_mut().zip(row).for_each(|(n, reading)| *n += usize::from(reading.is_some()));
        }
        let because = self.grounds(|_, item| ratings.get(item).is_some_and(|n| *n >= 2));
        self.finding(vec![Element::Project], alpha_rule(found.level), found.alpha.into(), because)
    }
}

fn alpha_rule(measurement: Measurement) -> &'static str {
    match measurement {
        Measurement::Nominal => "agreement-alpha-nominal",
        Measurement::Ordinal => "agreement-alpha-ordinal",
        Measurement::Interval => "agreement-alpha-interval",
        Measurement::Ratio => "agreement-alpha-ratio",
    }
}

/// Measures agreement. See the [module](self).
pub fn agreement(model: &Model, options: &AgreementOptions) -> Agreement {
    let rated = Rated::of(model, options.aggregate);
    let counts = Counts::new(&rated.table);
    let w = kendall::concordance(&rated.table);
    let alpha = counts.alpha(options.measurement);
    let mut findings = Vec::new();
    if !rated.parties.is_empty() {
        findings.extend([rated.w(&w), rated.alpha(&alpha)]);
    }
    let categories = of_values::categories(model);
    let of_values = of_values::of_values(&rated, categories.as_deref(), &mut findings);
    let pairs = pairs::pairs(&rated, options, &mut findings);
    let left_out = left_out::left_out(&rated, &counts, options, (&w, &alpha));
    let measured = [w.w.into(), alpha.alpha.into()];
    let drawn = |asked| bootstrap::bootstrap(&rated.table, &counts, options.measurement, asked, measured);
    let bootstrap = options.bootstrap.map(drawn);
    let rated_values: BTreeSet<&ValueId> = rated.values.iter().collect();
    let cells = rated.parties.len() * rated.values.len();
    Agreement {
        provenance: Provenance { method: "agreement", method_version: 1, options: options.clone(), cites: CITES },
        omitted: omitted(model, &rated),
        cells,
        missing: cells - rated.table.rated(),
        unrated: model.values().map(|(id, _)| id).filter(|id| !rated_values.contains(id)).cloned().collect(),
        concordance: named(&rated, w),
        alpha: Alpha {
            measurement: alpha.level,
            alpha: alpha.alpha.into(),
            observed: alpha.observed.into(),
            expected: alpha.expected.into(),
            ratings: alpha.values,
            values: alpha.units,
            dropped_values: alpha.dropped_units,
        },
        categories: categories.unwrap_or_default(),
        of_values,
        pairs,
        left_out,
        bootstrap,
        findings,
        parties: rated.parties,
        values: rated.values,
    }
}

/// The empty cells, and what is unknown on purpose beside the table.
fn omitted(model: &Model, rated: &Rated) -> Vec<Omission> {
    let scale = model.scales().of(ScaleKind::OneSided);
    let unknown = model.importances().iter().filter(|(.., rating)| rating.read(&scale, rated.aggregate).is_none());
    let mut missing: BTreeSet<(&PartyId, &ValueId)> = unknown.map(|(party, value, _)| (party, value)).collect();
    for (party, row) in rated.parties.iter().zip(&rated.readings) {
        let empty = rated.values.iter().zip(row).filter(|(_, reading)| reading.is_none());
        missing.extend(empty.map(|(value, _)| (party, value)));
    }
    let one = |(party, value): (&PartyId, &ValueId)| {
        Omission::unknown(Element::Importance(party.clone(), value.clone()), Attribute::Importance)
    };
    missing.into_iter().map(one).collect()
}

fn named(rated: &Rated, found: kendall::Concordance) -> Concordance {
    let sums = rated.values.iter().zip(&found.rank_sums);
    Concordance {
        parties: found.judges,
        values: found.items,
        dropped: found.dropped.iter().filter_map(|place| rated.party(*place)).cloned().collect(),
        rank_sums: sums.map(|(value, sum)| RankSum { value: value.clone(), sum: *sum }).collect(),
        s: found.s,
        ties: found.ties,
        w: found.w.into(),
        w_uncorrected: found.w_uncorrected.into(),
        mean_spearman_from_w: found.mean_spearman_from_w.into(),
        mean_pairwise_spearman: found.mean_pairwise_spearman.into(),
        chi_squared: found.chi_squared.into(),
        df: found.df.into(),
        p_chi_squared: found.p_chi_squared.into(),
        f: found.f.into(),
        df1: found.df1.into(),
        df2: found.df2.into(),
        p_f: found.p_f.into(),
    }
}

fn alpha_again(model: &Model, finding: &Finding, measurement: Measurement) -> Finding {
    let rated = Rated::of(model, finding.aggregate);
    rated.alpha(&krippendorff::alpha(&rated.table, measurement))
}

macro_rules! rules {
    ($($id:literal: $again:expr;)+) => {
        pub(super) const RULES: &[Rule] = &[$(Rule {
            id: $id,
            law: Law::Statistic,
            part: Rule::RAW,
            whole: Some(|model, finding| {
                let again: fn(&Model, &Finding) -> Option<Finding> = $again;
                as_cited(again(model, finding), finding)
            }),
        }),+];
    };
}
rules! {
    "agreement-w": |model, finding| {
        let rated = Rated::of(model, finding.aggregate);
        Some(rated.w(&kendall::concordance(&rated.table)))
    };
    "agreement-alpha-nominal": |model, finding| Some(alpha_again(model, finding, Measurement::Nominal));
    "agreement-alpha-ordinal": |model, finding| Some(alpha_again(model, finding, Measurement::Ordinal));
    "agreement-alpha-interval": |model, finding| Some(alpha_again(model, finding, Measurement::Interval));
    "agreement-alpha-ratio": |model, finding| Some(alpha_again(model, finding, Measurement::Ratio));
    "value-agreement": of_values::again;
    "value-consensus": of_values::again;
    "pair-agreement": pairs::again;
}
