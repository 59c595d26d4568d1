//! # Value map
//!
//! **Question.** Which values does each party attach to the project, how important are they, and what does the project do with
//! them?
//!
//! **Method.** The value mapping canvas of N. Bocken, S. Short, P. Rana and S. Evans, "A value mapping tool for sustainable business
//! modelling", *Corporate Governance* 13 (2013), and the handbook's question which values partners attach to a project. The
//! literature has no score for the canvas; counts, sums and the capture ratio are polder's own.
//!
//! **Inputs.** Own importance of values (one-sided); claims of six kinds with an optional importance (one-sided).
//!
//! **Formula.** Per value over the parties that rated it: median, lowest, highest, and their distance in unit. Per party, and over
//! all, per kind of claim: count, and sum of raw importances. Capture ratio = captured/(captured + missed + destroyed) by importance.
//!
//! **Assumptions.** Importances of different parties are on one scale and may be added up.
//!
//! **Missing data.** An unrated cell is unknown, never 0. A claim without importance counts as a claim (`unrated` says how many), is in
//! no sum and no ratio, and is listed in `omitted`. A kind of which no claim is rated has no sum, and no ratio over it can be said
//! (`missing-rating`). A ratio of nothing is undefined (`nothing-to-measure`).
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

use std::collections::BTreeMap;

use serde::Serialize;

use super::Matrix;
use super::replay::Rule;
use crate::citation::{self, Citation};
use crate::evidence::{Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{ClaimId, PartyId, ValueId};
use crate::math::exact;
use crate::model::{Attribute, Claim, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::ScaleKind;
use crate::vocabulary::{ClaimKind, PartyKind, Vocabulary};

/// How to draw the value map.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct ValueMapOptions {
    aggregate: Aggregate,
}

impl ValueMapOptions {
    /// Median over raters.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
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

/// What is claimed of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CanvasCell {
    /// The kind of claim.
    pub kind: ClaimKind,
    /// The claims, in id order.
    pub claims: Vec<ClaimId>,
    /// How many there are.
    pub count: usize,
    /// Σ of their known importances, raw; `missing-rating` where none is known.
    pub importance: Measure,
    /// How many have no known importance.
    pub unrated: usize,
}

/// The canvas of one party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyCanvas {
    /// The party.
    pub party: PartyId,
    /// What is claimed, kind by kind; kinds without a claim are in `empty`.
    pub cells: Vec<CanvasCell>,
    /// The kinds that nothing was claimed of.
    pub empty: Vec<ClaimKind>,
    /// captured/(captured + missed + destroyed) by importance: 0 … 1.
    pub capture_ratio: Measure,
}

/// A party that cannot speak for itself and whose values nobody mapped.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unasked {
    /// Environment or society.
    pub kind: PartyKind,
    /// The parties of that kind that nothing is claimed for; empty when the model has no such party.
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
    /// Value by value, how the parties differ.
    pub values: Vec<ValueSpread>,
    /// Party by party, what is claimed.
    pub canvas: Vec<PartyCanvas>,
    /// All parties together, kind by kind.
    pub totals: Vec<CanvasCell>,
    /// The capture ratio over all claims.
    pub capture_ratio: Measure,
    /// Environment and society, where nobody was asked for them.
    pub unasked: Vec<Unasked>,
    /// Every number with its grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::BOCKEN_2013, citation::OWN_CANVAS];

/// Draws the value map. See the [module](self).
pub fn value_map(model: &Model, options: &ValueMapOptions) -> ValueMap {
    let aggregate = options.aggregate;
    let mut findings = Vec::new();
    let mut omitted = Vec::new();
    let values = model.values().map(|(id, _)| spread(model, id, aggregate, &mut findings)).collect();

    let unrated = model.importances().iter().map(|(p, v, _)| Element::Importance(p.clone(), v.clone()));
    let unrated = unrated.filter(|e| model.read(e, Attribute::Importance, aggregate).is_none());
    omitted.extend(unrated.map(|e| Omission::unknown(e, Attribute::Importance)));

    let mut by_party: BTreeMap<&PartyId, Vec<(&ClaimId, &Claim)>> = BTreeMap::new();
    for (id, claim) in model.claims() {
        by_party.entry(&claim.party).or_default().push((id, claim));
        if model.read(&id.into(), Attribute::Importance, aggregate).is_none() {
            omitted.push(Omission::unknown(id.into(), Attribute::Importance));
        }
    }
    let mut canvas = Vec::new();
    for (party, _) in model.parties() {
        let claims = by_party.get(party).map_or(&[][..], Vec::as_slice);
        let (cells, ratio) = cells(model, claims, &party.into(), aggregate, &mut findings);
        let empty = ClaimKind::ALL.iter().copied().filter(|k| !cells.iter().any(|c| c.kind == *k)).collect();
        canvas.push(PartyCanvas { party: party.clone(), cells, empty, capture_ratio: ratio });
    }
    let all: Vec<(&ClaimId, &Claim)> = model.claims().collect();
    let (totals, capture_ratio) = cells(model, &all, &Element::Project, aggregate, &mut findings);

    let rows: Vec<PartyId> = model.parties().map(|(id, _)| id.clone()).collect();
    let columns: Vec<ValueId> = model.values().map(|(id, _)| id.clone()).collect();
    let cell = |p: &PartyId, v: &ValueId| {
        let scale = model.scales().of(ScaleKind::OneSided);
        model.importances().get(p, v).and_then(|r| r.read(&scale, aggregate))
    };
    ValueMap {
        provenance: Provenance { method: "value_map", method_version: 1, options: *options, cites: CITES },
        omitted,
        importance: Matrix::new(rows, columns, cell),
        values,
        canvas,
        totals,
        capture_ratio,
        unasked: unasked(model, &by_party),
        findings,
    }
}

fn spread(model: &Model, value: &ValueId, aggregate: Aggregate, findings: &mut Vec<Finding>) -> ValueSpread {
    let because: Vec<Contribution> = model
        .parties()
        .filter_map(|(party, _)| {
            let source = Element::Importance(party.clone(), value.clone());
            let reading = model.read(&source, Attribute::Importance, aggregate)?;
            Some(Contribution::read(source, Attribute::Importance, reading, reading.raw))
        })
        .collect();
    let extreme = |pick: fn(f64, f64) -> f64| {
        Measure::or(because.iter().map(|c| c.amount).reduce(pick), Undefined::NothingToMeasure)
    };
    let (low, high) = (extreme(f64::min), extreme(f64::max));
    let (median, apart) = (median_of(&because), apart_of(&because));
    let parties = because.len();
    if parties > 0 {
        let mut add = |rule, law, measure: Measure| {
            let (subject, because) = (vec![Element::from(value)], because.clone());
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

/// The kinds that the capture ratio is made of.
const RATIO: [ClaimKind; 3] = [ClaimKind::Captured, ClaimKind::Missed, ClaimKind::Destroyed];

fn cells(
    model: &Model,
    claims: &[(&ClaimId, &Claim)],
    subject: &Element,
    aggregate: Aggregate,
    findings: &mut Vec<Finding>,
) -> (Vec<CanvasCell>, Measure) {
    let rated = |kinds: &[ClaimKind]| -> Vec<Contribution> {
        claims
            .iter()
            .filter(|(_, c)| kinds.contains(&c.kind))
            .filter_map(|(id, _)| {
                let reading = model.read(&(*id).into(), Attribute::Importance, aggregate)?;
                Some(Contribution::read((*id).into(), Attribute::Importance, reading, reading.raw))
            })
            .collect()
    };
    let mut out = Vec::new();
    for kind in ClaimKind::ALL.iter().copied() {
        let ids: Vec<ClaimId> = claims.iter().filter(|(_, c)| c.kind == kind).map(|(id, _)| (*id).clone()).collect();
        if ids.is_empty() {
            continue;
        }
        let because = rated(&[kind]);
        let sum = exact::sum(because.iter().map(|c| c.amount));
        let importance = Measure::or((!because.is_empty()).then_some(sum), Undefined::MissingRating);
        out.push(CanvasCell { kind, count: ids.len(), unrated: ids.len() - because.len(), claims: ids, importance });
        if because.is_empty() {
            continue;
        }
        findings.push(Finding {
            subject: vec![subject.clone()],
            rule: "canvas-sum",
            law: Law::Sum,
            amount: importance.into(),
            aggregate,
            because,
        });
    }
    let because = rated(&RATIO);
    // A kind that has claims and none of them rated is unknown, and so is a share of it.
    let unknown = out.iter().any(|c: &CanvasCell| RATIO.contains(&c.kind) && c.importance.value().is_none());
    let ratio = if unknown { Measure::Undefined(Undefined::MissingRating) } else { ratio_of(model, &because) };
    if !because.is_empty() && !unknown {
        findings.push(Finding {
            subject: vec![subject.clone()],
            rule: "capture-ratio",
            law: Law::Statistic,
            amount: ratio.into(),
            aggregate,
            because,
        });
    }
    (out, ratio)
}

fn ratio_of(model: &Model, parts: &[Contribution]) -> Measure {
    let captured = parts.iter().filter(
        |c| matches!(&c.source, Element::Claim(id) if model.claim(id).is_some_and(|x| x.kind == ClaimKind::Captured)),
    );
    let captured = exact::sum(captured.map(|c| c.amount));
    let all = exact::sum(parts.iter().map(|c| c.amount));
    Measure::or(exact::ratio(captured, all), Undefined::NothingToMeasure)
}

fn unasked(model: &Model, by_party: &BTreeMap<&PartyId, Vec<(&ClaimId, &Claim)>>) -> Vec<Unasked> {
    let mut out = Vec::new();
    for kind in [PartyKind::Environment, PartyKind::Society] {
        let of_kind: Vec<&PartyId> = model.parties().filter(|(_, p)| p.kind == Some(kind)).map(|(id, _)| id).collect();
        let silent: Vec<PartyId> =
            of_kind.iter().filter(|id| !by_party.contains_key(**id)).map(|id| (*id).clone()).collect();
        if of_kind.is_empty() || !silent.is_empty() {
            out.push(Unasked { kind, parties: silent });
        }
    }
    out
}

pub(super) const RULES: &[Rule] = &[
    Rule { id: "value-lowest", law: Law::Min, part: Rule::RAW, whole: None },
    Rule { id: "value-highest", law: Law::Max, part: Rule::RAW, whole: None },
    Rule { id: "value-median", law: Law::Statistic, part: Rule::RAW, whole: Some(|_, f| median_of(&f.because).into()) },
    Rule { id: "value-apart", law: Law::Statistic, part: Rule::RAW, whole: Some(|_, f| apart_of(&f.because).into()) },
    Rule { id: "canvas-sum", law: Law::Sum, part: Rule::RAW, whole: None },
    Rule {
        id: "capture-ratio",
        law: Law::Statistic,
        part: Rule::RAW,
        whole: Some(|m, f| ratio_of(m, &f.because).into()),
    },
];
