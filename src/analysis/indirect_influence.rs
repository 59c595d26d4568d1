//! # Indirect influence
//!
//! **Question.** Who is influential, and who dependent, once influence has passed through any number of others?
//!
//! **Method.** MICMAC: J.-C. Duperrin and M. Godet, 1973. What happens where the powers of the matrix tend to no single direction is
//! polder's own rule.
//!
//! **Inputs.** Direct influence of parties on each other, raw; see [`mod@crate::analysis::influence`] for who is in the
//! matrix M.
//!
//! **Formula.** Influence: the row sums of M^k for k = 1, 2, …; dependence: its column sums. Per [`PowerCase`], the shares in the
//! limit, which add up to 1, and what is ranked at every k:
//!
//! - *primitive*: the right (influence) and left (dependence) Perron vector; the sums of M^k.
//! - *periodic* (everybody reaches everybody, the lengths of all cycles share a divisor): the powers swing; the Cesàro mean, which is
//!   the Perron vectors too; the mean of (M/ρ)^p over one period from p = k on.
//! - *reducible* (cycles, but not everybody reaches everybody): the limit of the shares of the sums, by their Cesàro mean. Sums grow as
//!   c k^d ρ^k: ρ is the largest spectral radius of the strongly connected parts that a party reaches, d one less than the most
//!   such parts on one path. Who grows slower than the fastest has share 0, and is ranked behind by ρ, then d, then c. The sums of M^k.
//! - *acyclic*: M^k is 0 in the end; the sums over all powers; the sums up to M^k.
//!
//! Ranks are shared: one more than how many are ahead (1, 2, 2, 4). An order *holds from* k when it was the same for at least 10
//! and at least k powers from there on, and sets apart what the limit sets apart; acyclic, when it is that of all later sums.
//!
//! **Assumptions.** Influence multiplies along a way and adds up over ways.
//!
//! **Missing data.** As for influence: parties with an unknown row are left out and listed. No shares when all sums are 0.
//!
//! **Tolerances.** Sums and their ranks are exact whole numbers. Perron roots and coefficients are floating-point numbers, good to
//! some 13 digits; within 10⁻⁹ of each other they count as equal. Parties that the matrix does not tell apart are computed as one.
//!
//! **Returns.** [`IndirectInfluence`]. **Complexity.** n³ for the limit, n² per power.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{IndirectInfluenceOptions, indirect_influence};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\ninfluences = { shops = 2 }\n[party.shops]\ninfluences = { press = 1 }\n\
//!             [party.press]\ninfluences = {}\n";
//! let found = indirect_influence(&Model::try_from(Document::from_toml(text)?)?, &IndirectInfluenceOptions::new());
//! assert_eq!(found.case.to_string(), "acyclic");
//! // The city on the shops, 2, and through them on the press, 2 · 1; the shops on the press, 1.
//! assert_eq!(found.parties[0].influence.share.value(), Some(0.8));
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** The limit looks at ways of any length. When the order holds only after many powers, short ways say something else.

use std::num::NonZeroUsize;

use serde::Serialize;

use super::influence::Direct;
use super::replay::{Rule, as_cited};
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::PartyId;
use crate::math::Square;
use crate::math::powers::{Shape, Tendency, shape, shared_ranks, tendency};
use crate::model::{Attribute, Element, Model};
use crate::rating::Aggregate;
use crate::scale::ScaleKind;
use crate::vocabulary::vocabulary;

/// How to compute indirect influence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct IndirectInfluenceOptions {
    aggregate: Aggregate,
    powers: NonZeroUsize,
}

/// More than the powers after which orders hold in practice.
const POWERS: NonZeroUsize = NonZeroUsize::MIN.saturating_add(99);

impl Default for IndirectInfluenceOptions {
    fn default() -> Self {
        Self { aggregate: Aggregate::default(), powers: POWERS }
    }
}

impl IndirectInfluenceOptions {
    /// Median over raters, at most 100 powers.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// At how many powers is looked at most, for an order that holds; less than 10 never show one. The limit does not depend on it.
    #[must_use]
    pub fn powers(mut self, powers: NonZeroUsize) -> Self {
        self.powers = powers;
        self
    }
}

vocabulary! {
    /// What the powers of a matrix of influences do.
    PowerCase, "case of powers" {
        /// They tend to one direction.
        Primitive = "primitive",
        /// They swing around one direction.
        Periodic = "periodic",
        /// A part outgrows the rest.
        Reducible = "reducible",
        /// They end: there are no cycles.
        Acyclic = "acyclic",
    }
}

/// The influence, or the dependence, of one party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndirectSide {
    /// Its sum in M: direct influence or dependence, raw.
    pub direct: f64,
    /// Its shared rank by that.
    pub direct_rank: usize,
    /// Its share in the limit, 0 … 1.
    pub share: Measure,
    /// Its shared rank in the limit.
    pub rank: usize,
    /// ρ: by what its sums grow from one power to the next in the end; 0 when they vanish.
    pub rate: f64,
    /// d: the power of k by which they grow faster still.
    pub degree: u32,
}

/// Indirect influence and dependence of one party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyIndirectInfluence {
    /// The party.
    pub party: PartyId,
    /// Its influence: sums of rows.
    pub influence: IndirectSide,
    /// Its dependence: sums of columns.
    pub dependence: IndirectSide,
}

/// How the order of the parties settles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PowerOrders {
    /// From which k the order holds; `budget-exhausted` when none was seen to hold.
    pub holds_from: Measure<usize>,
    /// For k = 1, 2, …, as far as was looked: the shared ranks of the parties, in their order.
    pub ranks: Vec<Vec<usize>>,
}

/// Indirect influence among the parties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndirectInfluence {
    /// How it was computed.
    #[serde(skip)]
    pub provenance: Provenance<IndirectInfluenceOptions>,
    /// Parties without a table of influences, and unknown influences.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// What the powers do; `nothing-to-measure` without parties.
    pub case: Measure<PowerCase>,
    /// The greatest common divisor of the lengths of the cycles; of a reducible matrix the least common multiple over its parts;
    /// `nothing-to-measure` without cycles.
    pub period: Measure<u64>,
    /// The parties of the matrix, in id order.
    pub parties: Vec<PartyIndirectInfluence>,
    /// How the order by influence settles.
    pub influence: PowerOrders,
    /// How the order by dependence settles.
    pub dependence: PowerOrders,
    /// The shares in the limit with the direct influences of the party, or on it.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::DUPERRIN_GODET_1973, citation::OWN_TENDENCY];

/// Computes indirect influence. See the [module](self).
pub fn indirect_influence(model: &Model, options: &IndirectInfluenceOptions) -> IndirectInfluence {
    let direct = Direct::of(model, options.aggregate);
    let budget = options.powers.get();
    let rows = tendency(&direct.table, budget);
    let columns = tendency(&direct.table.transposed(), budget);
    let found = shape(&direct.table);
    let case = found.map(|(shape, _)| match shape {
        Shape::Primitive => PowerCase::Primitive,
        Shape::Periodic => PowerCase::Periodic,
        Shape::Reducible => PowerCase::Reducible,
        Shape::Acyclic => PowerCase::Acyclic,
    });
    let period = match found {
        Some((Shape::Primitive | Shape::Periodic | Shape::Reducible, period)) => {
            Measure::or(period, Undefined::BudgetExhausted)
        }
        _ => Measure::Undefined(Undefined::NothingToMeasure),
    };
    let (given, taken) = (direct.table.row_sums(), direct.table.column_sums());
    let (given_ranks, taken_ranks) = (shared_ranks(&given), shared_ranks(&taken));
    let parties = direct.parties.iter().enumerate().map(|(i, party)| PartyIndirectInfluence {
        party: party.clone(),
        influence: side(&rows, &given, &given_ranks, i),
        dependence: side(&columns, &taken, &taken_ranks, i),
    });
    IndirectInfluence {
        case: Measure::or(case, Undefined::NothingToMeasure),
        period,
        parties: parties.collect(),
        findings: findings(model, &direct, &rows, &columns, options.aggregate),
        influence: orders(rows),
        dependence: orders(columns),
        provenance: Provenance { method: "indirect_influence", method_version: 1, options: *options, cites: CITES },
        omitted: direct.omitted,
    }
}

fn side(tendency: &Tendency, direct: &[f64], ranks: &[usize], i: usize) -> IndirectSide {
    IndirectSide {
        direct: direct.get(i).copied().unwrap_or_default(),
        direct_rank: ranks.get(i).copied().unwrap_or_default(),
        share: share(tendency, i),
        rank: tendency.ranks.get(i).copied().unwrap_or_default(),
        rate: tendency.rates.get(i).copied().unwrap_or_default(),
        degree: tendency.degrees.get(i).copied().unwrap_or_default(),
    }
}

fn share(tendency: &Tendency, i: usize) -> Measure {
    // Sums that grow have shares, unless the numbers behind them overflow.
    let grows = tendency.rates.iter().any(|r| *r > 0.0);
    let reason = if grows { Undefined::BudgetExhausted } else { Undefined::NothingToMeasure };
    Measure::or(tendency.shares.as_ref().and_then(|s| s.get(i)).copied(), reason)
}

fn orders(tendency: Tendency) -> PowerOrders {
    let reason = if tendency.ranks.is_empty() { Undefined::NothingToMeasure } else { Undefined::BudgetExhausted };
    PowerOrders { holds_from: Measure::or(tendency.holds_from, reason), ranks: tendency.orders }
}

const INFLUENCE: &str = "indirect-influence";
const DEPENDENCE: &str = "indirect-dependence";

fn findings(model: &Model, direct: &Direct, rows: &Tendency, columns: &Tendency, aggregate: Aggregate) -> Vec<Finding> {
    let all = &direct.parties;
    // By party: its influences on others, and those of others on it, both in id order.
    let (mut given, mut taken) = (vec![Vec::new(); all.len()], vec![Vec::new(); all.len()]);
    let scale = model.scales().of(ScaleKind::Influence);
    for (from, to, rating) in model.influences().iter() {
        let places = all.binary_search(from).ok().zip(all.binary_search(to).ok());
        let (Some((i, j)), Some(reading)) = (places, rating.read(&scale, aggregate)) else { continue };
        let cell = Element::Influences(from.clone(), to.clone());
        let cited = Contribution::read(cell, Attribute::Influence, reading, reading.raw);
        if let (Some(given), Some(taken)) = (given.get_mut(i), taken.get_mut(j)) {
            given.push(cited.clone());
            taken.push(cited);
        }
    }
    let mut out = Vec::new();
    for (i, (party, (given, taken))) in all.iter().zip(given.into_iter().zip(taken)).enumerate() {
        for (rule, tendency, because) in [(INFLUENCE, rows, given), (DEPENDENCE, columns, taken)] {
            let (subject, law, amount) = (vec![party.into()], Law::Statistic, share(tendency, i).into());
            out.push(Finding { subject, rule, law, amount, aggregate, because });
        }
    }
    out
}

/// The finding that the model gives now, if its grounds are those of the one to check.
fn again(model: &Model, finding: &Finding) -> Amount {
    let direct = Direct::of(model, finding.aggregate);
    let limit = |table: &Square| tendency(table, 0);
    let (rows, columns) = (limit(&direct.table), limit(&direct.table.transposed()));
    let all = findings(model, &direct, &rows, &columns, finding.aggregate);
    as_cited(all.into_iter().find(|f| f.rule == finding.rule && f.subject == finding.subject), finding)
}

pub(super) const RULES: &[Rule] = &[
    Rule { id: INFLUENCE, law: Law::Statistic, part: Rule::RAW, whole: Some(again) },
    Rule { id: DEPENDENCE, law: Law::Statistic, part: Rule::RAW, whole: Some(again) },
];
