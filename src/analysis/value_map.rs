//! # Value map
//!
//! **Question.** Which values does each party attach to the project, how important are they, and what does the project do with
//! them?
//!
//! **Method.** The value mapping canvas of N. Bocken, S. Short, P. Rana and S. Evans, "A value mapping tool for sustainable business
//! modelling", *Corporate Governance* 13 (2013), and the handbook's question which values partners attach to a project. The
//! literature has no score for the canvas; counts, sums and the capture ratio are polder's own, and so are shared, contested and
//! orphan values.
//!
//! **Inputs.** Own importance of values (one-sided) and believed ones; claims of six kinds with an optional importance (one-sided).
//!
//! **Formula.** Per value over the parties that rated it: median, lowest, highest, and their distance in unit. Per party, and over
//! all, per kind of claim: count, and sum of raw importances. Capture ratio = captured/(captured + missed + destroyed) by importance.
//! A value is *shared* when two or more parties rate it at or above the cut and none below it; *contested* when lowest and highest
//! lie a gap or more apart in unit (0.5 by default, and in any case above 0), with the parties at both ends; an *orphan* when two or more parties rate it
//! and exactly one of them at or above the cut (own rules). A value may be both shared and contested: all hold it, and not all as dear.
//! Gaps: values that nobody rated, values without a claim, parties without a rated value, and environment and society as long
//! as nothing is claimed for them and no value of theirs is on record.
//!
//! **Assumptions.** Importances of different parties are on one scale and may be added up.
//!
//! **Missing data.** An unrated cell is unknown, never 0, and neither above nor below the cut. A claim without importance counts as
//! a claim (`unrated` says how many), is in no sum and is listed in `omitted`. A kind of which no claim is rated has no sum. A ratio
//! of which a claim is unrated is undefined (`missing-rating`); its bounds have every such claim at either end of the scale (own
//! rule). A ratio of nothing is undefined (`nothing-to-measure`).
//!
//! **Returns.** [`ValueMap`]. **Complexity.** parties × values for the table, else linear.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{ValueMapOptions, value_map};
//! use polder::evidence::Measure;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.shops]\nvalues = { safety = 4 }\n[party.residents]\nvalues = { safety = 2 }\n[value.safety]\n\
//!             [[claim]]\nparty = \"shops\"\nkind = \"captured\"\nimportance = 3\n\
//!             [[claim]]\nparty = \"shops\"\nkind = \"missed\"\nimportance = 1\n";
//! let map = value_map(&Model::try_from(Document::from_toml(text)?)?, &ValueMapOptions::new());
//! assert_eq!(map.values[0].apart, Measure::Known(0.5));
//! assert_eq!(map.capture_ratio, Measure::Known(0.75));
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** A sum of importances compares kinds within one project; it is no amount of value.

mod canvas;

pub(super) use canvas::{Canvas, KEPT_OR_LOST};
pub use canvas::{CanvasCell, PartyCanvas};

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Matrix;
use super::cut::{Cut, cited};
use super::replay::{Rule, as_cited};
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{PartyId, ValueId};
use crate::math::exact;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::{ScaleKind, Strength};
use crate::vocabulary::{ClaimKind, PartyKind, Vocabulary, vocabulary};

vocabulary! {
    /// How a value stands among the parties.
    ValueStanding, "standing of a value" {
        /// Held by two or more parties, and rated below the cut by none.
        Shared = "shared",
        /// Rated far apart.
        Contested = "contested",
        /// Held by one only of the parties that rated it, two or more.
        Orphan = "orphan",
    }
}

/// How to draw the value map.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ValueMapOptions {
    aggregate: Aggregate,
    value_cut: Cut,
    contested_from: Strength,
}

impl Default for ValueMapOptions {
    /// Median over raters, held from the midpoint on, contested from 0.5 unit on.
    fn default() -> Self {
        Self { aggregate: Aggregate::Median, value_cut: Cut::Midpoint, contested_from: Strength::HALF }
    }
}

impl ValueMapOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// From which importance on a value counts as held. A median is taken over all own importances of the model.
    #[must_use]
    pub fn value_cut(mut self, cut: Cut) -> Self {
        self.value_cut = cut;
        self
    }

    /// How far apart, in unit, the lowest and the highest importance of a contested value lie; equal ones are never contested.
    #[must_use]
    pub fn contested_from(mut self, apart: Strength) -> Self {
        self.contested_from = apart;
        self
    }
}

/// How the parties that rated one value differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueSpread {
    /// The value.
    pub value: ValueId,
    /// How many parties rated it.
    pub parties: usize,
    /// The median of their importances, raw.
    pub median: Measure,
    /// The lowest, raw.
    pub low: Measure,
    /// The highest, raw.
    pub high: Measure,
    /// How far lowest and highest lie apart, in unit.
    pub apart: Measure,
}

/// A cell on which raters differ, or of which a rater gave no more than a range.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RaterSpread {
    /// The party.
    pub party: PartyId,
    /// The value.
    pub value: ValueId,
    /// The point as the map reads it, raw.
    pub point: f64,
    /// The lowest that any rater allows, raw.
    pub low: f64,
    /// The highest that any rater allows, raw.
    pub high: f64,
    /// How many raters gave a level.
    pub raters: usize,
}

/// What one party believes of the importance of a value for another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BelievedImportance {
    /// Whose importance.
    pub about: PartyId,
    /// Of which value.
    pub value: ValueId,
    /// Who believes it.
    pub by: PartyId,
    /// What it believes; none where that is unknown.
    pub believed: Option<Reading>,
    /// What the party itself says; none where that is unknown.
    pub own: Option<Reading>,
}

/// A value that several parties hold and none rates low.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedValue {
    /// The value.
    pub value: ValueId,
    /// Who rates it: all at or above the cut.
    pub parties: Vec<PartyId>,
}

/// A value that parties rate far apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ContestedValue {
    /// The value.
    pub value: ValueId,
    /// How far lowest and highest lie apart, in unit.
    pub apart: f64,
    /// Who rates it lowest.
    pub lowest: Vec<PartyId>,
    /// Who rates it highest.
    pub highest: Vec<PartyId>,
}

/// A value that one only of the parties that rated it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrphanValue {
    /// The value.
    pub value: ValueId,
    /// Who holds it.
    pub party: PartyId,
}

/// What is not on record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ValueGaps {
    /// The values whose importance no party is known to have rated.
    pub unrated: Vec<ValueId>,
    /// The values that nothing is claimed of.
    pub unclaimed: Vec<ValueId>,
    /// The parties of which no importance is known.
    pub silent: Vec<PartyId>,
}

/// Parties that cannot speak for themselves and that nobody was asked for: nothing is claimed for them and no value of theirs known.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unasked {
    /// Environment or society.
    pub kind: PartyKind,
    /// The parties of that kind that nothing is on record of; empty when the model has no such party.
    pub parties: Vec<PartyId>,
}

/// The value map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueMap {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<ValueMapOptions>,
    /// Which claims have no known importance, and which own importances are unknown on purpose.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Own importance, party × value; an empty cell is unknown.
    pub importance: Matrix<PartyId, ValueId, Option<Reading>>,
    /// The cells on which raters differ or gave a range, by party and value.
    pub raters: Vec<RaterSpread>,
    /// What parties believe of each other's importances, beside what these say, by party, value and believer.
    pub believed: Vec<BelievedImportance>,
    /// Value by value, how the parties differ.
    pub values: Vec<ValueSpread>,
    /// From which raw importance on a value is held.
    pub cut: f64,
    /// The shared values, by id.
    pub shared: Vec<SharedValue>,
    /// The contested values, furthest apart first, ties by id.
    pub contested: Vec<ContestedValue>,
    /// The orphan values, by id.
    pub orphans: Vec<OrphanValue>,
    /// What is not on record.
    pub gaps: ValueGaps,
    /// Party by party, what is claimed.
    pub canvas: Vec<PartyCanvas>,
    /// All parties together, kind by kind.
    pub totals: Vec<CanvasCell>,
    /// The capture ratio over all claims.
    pub capture_ratio: Measure,
    /// The lowest and the highest that the claims without importance leave possible.
    pub capture_ratio_between: Measure<[f64; 2]>,
    /// Environment and society, where nobody was asked for them.
    pub unasked: Vec<Unasked>,
    /// Every number with its grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::BOCKEN_2013, citation::OWN_CANVAS, citation::OWN_VALUE_STANDINGS];

/// Draws the value map. See the [module](self).
pub fn value_map(model: &Model, options: &ValueMapOptions) -> ValueMap {
    let aggregate = options.aggregate;
    let mut findings = Vec::new();
    let mut omitted = Vec::new();
    let cut = options.value_cut.of_importance(model, aggregate);
    let (mut shared, mut contested, mut orphans, mut gaps) = (Vec::new(), Vec::new(), Vec::new(), ValueGaps::default());
    let mut values = Vec::new();
    let mut by_value = ratings(model, aggregate, |_| true);
    for (value, _) in model.values() {
        let rated = by_value.remove(value).unwrap_or_default();
        values.push(spread(value, &rated, aggregate, &mut findings));
        if rated.is_empty() {
            gaps.unrated.push(value.clone());
        }
        for standing in ValueStanding::ALL {
            let named = |chosen: Vec<&Contribution>| -> Vec<PartyId> { chosen.into_iter().filter_map(rater).collect() };
            let Some(found) = stands(*standing, &rated, cut, options.contested_from.get()) else { continue };
            match found {
                Standing::Shared => {
                    shared.push(SharedValue { value: value.clone(), parties: named(rated.iter().collect()) });
                }
                Standing::Contested { apart, lowest, highest } => contested.push(ContestedValue {
                    value: value.clone(),
                    apart,
                    lowest: named(lowest),
                    highest: named(highest),
                }),
                Standing::Orphan(one) => {
                    orphans.extend(rater(one).map(|party| OrphanValue { value: value.clone(), party }));
                }
            }
            findings.push(standing_finding(*standing, value, &rated, cut, options.contested_from.get(), aggregate));
        }
    }
    contested.sort_by(|x, y| y.apart.total_cmp(&x.apart).then_with(|| x.value.cmp(&y.value)));

    let unrated = model.importances().iter().map(|(p, v, _)| Element::Importance(p.clone(), v.clone()));
    let unrated = unrated.filter(|e| model.read(e, Attribute::Importance, aggregate).is_none());
    omitted.extend(unrated.map(|e| Omission::unknown(e, Attribute::Importance)));

    let of_claims = Canvas::of(model, aggregate);
    omitted.extend(of_claims.omitted(ClaimKind::ALL));
    let canvas = of_claims.parties();
    let all = of_claims.all();
    findings.extend(of_claims.findings());

    let claimed: BTreeSet<&ValueId> = model.claims().filter_map(|(_, claim)| claim.value.as_ref()).collect();
    gaps.unclaimed = model.values().map(|(id, _)| id).filter(|id| !claimed.contains(id)).cloned().collect();
    let rows: Vec<PartyId> = model.parties().map(|(id, _)| id.clone()).collect();
    let columns: Vec<ValueId> = model.values().map(|(id, _)| id.clone()).collect();
    let cell = |p: &PartyId, v: &ValueId| {
        let scale = model.scales().of(ScaleKind::OneSided);
        model.importances().get(p, v).and_then(|r| r.read(&scale, aggregate))
    };
    let importance = Matrix::new(rows, columns, cell);
    let silent = importance.iter().filter(|(_, cells)| cells.iter().all(Option::is_none));
    gaps.silent = silent.map(|(party, _)| party.clone()).collect();
    ValueMap {
        provenance: Provenance { method: "value_map", method_version: 2, options: *options, cites: CITES },
        omitted,
        raters: raters(&importance),
        believed: believed(model, aggregate),
        unasked: unasked(model, &of_claims, &gaps.silent),
        importance,
        values,
        cut,
        shared,
        contested,
        orphans,
        gaps,
        canvas,
        totals: all.cells,
        capture_ratio: all.ratio,
        capture_ratio_between: all.between,
        findings,
    }
}

/// The known importances of some values, by party.
fn ratings(
    model: &Model,
    aggregate: Aggregate,
    of: impl Fn(&ValueId) -> bool,
) -> BTreeMap<&ValueId, Vec<Contribution>> {
    let mut out: BTreeMap<&ValueId, Vec<Contribution>> = BTreeMap::new();
    for (party, value, _) in model.importances().iter().filter(|(_, value, _)| of(value)) {
        let source = Element::Importance(party.clone(), value.clone());
        if let Some(reading) = model.read(&source, Attribute::Importance, aggregate) {
            let part = Contribution::read(source, Attribute::Importance, reading, reading.raw);
            out.entry(value).or_default().push(part);
        }
    }
    out
}

/// The known importances of one value, by party.
fn rated(model: &Model, value: &ValueId, aggregate: Aggregate) -> Vec<Contribution> {
    ratings(model, aggregate, |other| other == value).remove(value).unwrap_or_default()
}

/// Whose importance it is.
fn rater(part: &Contribution) -> Option<PartyId> {
    match &part.source {
        Element::Importance(party, _) => Some(party.clone()),
        _ => None,
    }
}

/// How a value stands, with the importances that make it so.
enum Standing<'a> {
    Shared,
    Contested { apart: f64, lowest: Vec<&'a Contribution>, highest: Vec<&'a Contribution> },
    Orphan(&'a Contribution),
}

fn stands(standing: ValueStanding, rated: &[Contribution], cut: f64, from: f64) -> Option<Standing<'_>> {
    let mut held = rated.iter().filter(|c| c.amount >= cut);
    match standing {
        ValueStanding::Shared => (rated.len() >= 2 && held.count() == rated.len()).then_some(Standing::Shared),
        ValueStanding::Contested => {
            let apart = apart_of(rated).value().filter(|apart| *apart >= from && *apart > 0.0 && rated.len() >= 2)?;
            let low = rated.iter().map(|c| c.amount).fold(f64::INFINITY, f64::min);
            let high = rated.iter().map(|c| c.amount).fold(f64::NEG_INFINITY, f64::max);
            let at = |end: f64| rated.iter().filter(|c| c.amount == end).collect();
            Some(Standing::Contested { apart, lowest: at(low), highest: at(high) })
        }
        ValueStanding::Orphan => {
            held.next().filter(|_| rated.len() >= 2 && held.next().is_none()).map(Standing::Orphan)
        }
    }
}

const CUT: &str = "value-cut";
const CONTESTED_FROM: &str = "contested-from";

fn standing_rule(standing: ValueStanding) -> (&'static str, &'static str) {
    match standing {
        ValueStanding::Shared => ("value-shared", CUT),
        ValueStanding::Contested => ("value-contested", CONTESTED_FROM),
        ValueStanding::Orphan => ("value-orphan", CUT),
    }
}

/// That a value stands so, with every rating of it and the threshold that decided.
fn standing_finding(
    standing: ValueStanding,
    value: &ValueId,
    rated: &[Contribution],
    cut: f64,
    from: f64,
    aggregate: Aggregate,
) -> Finding {
    let (rule, setting) = standing_rule(standing);
    let mut because = rated.to_vec();
    because.push(cited(setting, if setting == CUT { cut } else { from }));
    let amount = Amount::Class(standing.word());
    Finding { subject: vec![value.into()], rule, law: Law::Class, amount, aggregate, because }
}

/// The finding that the model gives now, by the threshold that was cited.
fn standing_again(model: &Model, finding: &Finding, standing: ValueStanding) -> Option<Finding> {
    let [Element::Value(value)] = finding.subject.as_slice() else { return None };
    let level = finding.because.iter().find(|c| matches!(c.source, Element::Setting(_)))?.amount;
    let rated = rated(model, value, finding.aggregate);
    stands(standing, &rated, level, level)?;
    Some(standing_finding(standing, value, &rated, level, level, finding.aggregate))
}

/// The finding of the same rule over the same value that the model gives now.
fn spread_again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [Element::Value(value)] = finding.subject.as_slice() else { return None };
    let mut all = Vec::new();
    spread(value, &rated(model, value, finding.aggregate), finding.aggregate, &mut all);
    all.into_iter().find(|now| now.rule == finding.rule)
}

fn raters(importance: &Matrix<PartyId, ValueId, Option<Reading>>) -> Vec<RaterSpread> {
    let cells = importance.iter().flat_map(|(party, cells)| {
        importance.columns().iter().zip(cells).filter_map(move |(value, cell)| Some((party, value, (*cell)?)))
    });
    let spread = cells.filter(|(.., reading)| reading.judgements > 1 || reading.low < reading.high);
    let of = |(party, value, r): (&PartyId, &ValueId, Reading)| RaterSpread {
        party: party.clone(),
        value: value.clone(),
        point: r.raw,
        low: r.low,
        high: r.high,
        raters: r.judgements,
    };
    spread.map(of).collect()
}

fn believed(model: &Model, aggregate: Aggregate) -> Vec<BelievedImportance> {
    let read = |source: Element| model.read(&source, Attribute::Importance, aggregate);
    let mut out: Vec<BelievedImportance> = model
        .beliefs()
        .flat_map(|(id, belief)| belief.values.keys().map(move |value| (id, belief, value)))
        .map(|(id, belief, value)| BelievedImportance {
            about: belief.about.clone(),
            value: value.clone(),
            by: belief.by.clone(),
            believed: read(Element::Believes(id.clone(), value.clone())),
            own: read(Element::Importance(belief.about.clone(), value.clone())),
        })
        .collect();
    out.sort_by(|x, y| (&x.about, &x.value, &x.by).cmp(&(&y.about, &y.value, &y.by)));
    out
}

fn spread(value: &ValueId, because: &[Contribution], aggregate: Aggregate, findings: &mut Vec<Finding>) -> ValueSpread {
    let extreme = |pick: fn(f64, f64) -> f64| {
        Measure::or(because.iter().map(|c| c.amount).reduce(pick), Undefined::NothingToMeasure)
    };
    let (low, high) = (extreme(f64::min), extreme(f64::max));
    let (median, apart) = (median_of(because), apart_of(because));
    let parties = because.len();
    if parties > 0 {
        let mut add = |rule, law, measure: Measure| {
            let (subject, because) = (vec![Element::from(value)], because.to_vec());
            findings.push(Finding { subject, rule, law, amount: measure.into(), aggregate, because });
        };
        add("value-lowest", Law::Min, low);
        add("value-highest", Law::Max, high);
        add("value-median", Law::Statistic, median);
        add("value-apart", Law::Statistic, apart);
    }
    ValueSpread { value: value.clone(), parties, median, low, high, apart }
}

fn median_of(parts: &[Contribution]) -> Measure {
    let points: Vec<f64> = parts.iter().map(|c| c.amount).collect();
    Measure::or(exact::median(&points), Undefined::NothingToMeasure)
}

fn apart_of(parts: &[Contribution]) -> Measure {
    let ends = parts.iter().filter_map(|c| c.reading).fold(None, |ends: Option<(f64, f64, _)>, r| {
        Some(ends.map_or((r.raw, r.raw, r.scale), |(low, high, s)| (low.min(r.raw), high.max(r.raw), s)))
    });
    Measure::or(ends.map(|(low, high, scale)| scale.apart(low, high)), Undefined::NothingToMeasure)
}

fn unasked(model: &Model, claims: &Canvas<'_>, silent: &[PartyId]) -> Vec<Unasked> {
    let mut out = Vec::new();
    for kind in [PartyKind::Environment, PartyKind::Society] {
        let of_kind: Vec<&PartyId> = model.parties().filter(|(_, p)| p.kind == Some(kind)).map(|(id, _)| id).collect();
        let nothing = |id: &&&PartyId| !claims.speaks_of(id) && silent.binary_search(id).is_ok();
        let parties: Vec<PartyId> = of_kind.iter().filter(nothing).map(|id| (*id).clone()).collect();
        if of_kind.is_empty() || !parties.is_empty() {
            out.push(Unasked { kind, parties });
        }
    }
    out
}

const fn rule(id: &'static str, law: Law, whole: fn(&Model, &Finding) -> Amount) -> Rule {
    Rule { id, law, part: Rule::WHOLE, whole: Some(whole) }
}

const fn of_spread(id: &'static str, law: Law) -> Rule {
    rule(id, law, |m, f| as_cited(spread_again(m, f), f))
}

pub(super) const RULES: &[Rule] = {
    let [a, b, c, d, e, f, g] = canvas::RULES;
    &[
        rule("value-shared", Law::Class, |m, f| as_cited(standing_again(m, f, ValueStanding::Shared), f)),
        rule("value-contested", Law::Class, |m, f| as_cited(standing_again(m, f, ValueStanding::Contested), f)),
        rule("value-orphan", Law::Class, |m, f| as_cited(standing_again(m, f, ValueStanding::Orphan), f)),
        of_spread("value-lowest", Law::Min),
        of_spread("value-highest", Law::Max),
        of_spread("value-median", Law::Statistic),
        of_spread("value-apart", Law::Statistic),
        a,
        b,
        c,
        d,
        e,
        f,
        g,
    ]
};
