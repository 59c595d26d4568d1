//! The canvas: what is claimed, kind by kind, of each party and of all together.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::replay::{Rule, as_cited};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Undefined};
use crate::id::{ClaimId, PartyId};
use crate::math::exact;
use crate::model::{Attribute, Claim, Element, Model};
use crate::rating::Aggregate;
use crate::scale::ScaleKind;
use crate::vocabulary::{ClaimKind, Vocabulary};

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
    /// captured/(captured + missed + destroyed) by importance: 0 … 1; `missing-rating` where one of these claims has no importance.
    pub capture_ratio: Measure,
    /// The lowest and the highest capture ratio that the claims without importance leave possible.
    pub capture_ratio_between: Measure<[f64; 2]>,
}

/// The kinds that the capture ratio is made of.
pub(in crate::analysis) const KEPT_OR_LOST: [ClaimKind; 3] =
    [ClaimKind::Captured, ClaimKind::Missed, ClaimKind::Destroyed];

/// A claim with its importance, where that is known.
struct Read<'a> {
    id: &'a ClaimId,
    kind: ClaimKind,
    rated: Option<Contribution>,
}

impl<'a> Read<'a> {
    fn of(model: &Model, aggregate: Aggregate, (id, claim): (&'a ClaimId, &'a Claim)) -> Self {
        let reading = model.read(&id.into(), Attribute::Importance, aggregate);
        let rated = reading.map(|r| Contribution::read(id.into(), Attribute::Importance, r, r.raw));
        Self { id, kind: claim.kind, rated }
    }
}

/// What is claimed of one subject.
pub(super) struct Totals {
    pub(super) cells: Vec<CanvasCell>,
    pub(super) ratio: Measure,
    pub(super) between: Measure<[f64; 2]>,
}

/// The canvas of all parties.
pub(in crate::analysis) struct Canvas<'a> {
    model: &'a Model,
    aggregate: Aggregate,
    claims: BTreeMap<&'a PartyId, Vec<Read<'a>>>,
}

impl<'a> Canvas<'a> {
    pub(in crate::analysis) fn of(model: &'a Model, aggregate: Aggregate) -> Self {
        let mut claims: BTreeMap<&PartyId, Vec<Read<'_>>> = BTreeMap::new();
        for (id, claim) in model.claims() {
            claims.entry(&claim.party).or_default().push(Read::of(model, aggregate, (id, claim)));
        }
        Self { model, aggregate, claims }
    }

    /// Party by party.
    pub(in crate::analysis) fn parties(&self) -> Vec<PartyCanvas> {
        let one = |party: &PartyId| {
            let Totals { cells, ratio, between } = self.totals(&self.claims_of(Some(party)));
            let empty = ClaimKind::ALL.iter().copied().filter(|k| !cells.iter().any(|c| c.kind == *k)).collect();
            PartyCanvas { party: party.clone(), cells, empty, capture_ratio: ratio, capture_ratio_between: between }
        };
        self.model.parties().map(|(party, _)| one(party)).collect()
    }

    /// All parties together.
    pub(super) fn all(&self) -> Totals {
        self.totals(&self.claims_of(None))
    }

    /// Whether anything is claimed for a party.
    pub(super) fn speaks_of(&self, party: &PartyId) -> bool {
        self.claims.contains_key(party)
    }

    /// The claims without importance, of some kinds, in id order.
    pub(in crate::analysis) fn omitted(&self, of: &[ClaimKind]) -> Vec<Omission> {
        let unrated = self.claims.values().flatten().filter(|c| c.rated.is_none() && of.contains(&c.kind));
        let mut out: Vec<&ClaimId> = unrated.map(|c| c.id).collect();
        out.sort_unstable();
        out.into_iter().map(|id| Omission::unknown(id.into(), Attribute::Importance)).collect()
    }

    /// Every sum and ratio with its grounds, party by party, then of all together.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let mut out = Vec::new();
        for party in self.claims.keys() {
            self.of_subject(&(*party).into(), &self.claims_of(Some(party)), &mut out);
        }
        self.of_subject(&Element::Project, &self.claims_of(None), &mut out);
        out
    }

    fn of_subject(&self, subject: &Element, claims: &[&Read<'_>], out: &mut Vec<Finding>) {
        out.extend(SUMS.iter().filter_map(|(rule, kind)| self.sum(rule, *kind, subject, claims)));
        out.extend(self.ratio(subject, claims));
    }

    /// The claims for a party, or all, in id order.
    fn claims_of(&self, party: Option<&PartyId>) -> Vec<&Read<'a>> {
        let mut out: Vec<&Read<'a>> = match party {
            Some(party) => self.claims.get(party).into_iter().flatten().collect(),
            None => self.claims.values().flatten().collect(),
        };
        out.sort_unstable_by_key(|c| c.id);
        out
    }

    fn totals(&self, claims: &[&Read<'_>]) -> Totals {
        let cell = |kind: ClaimKind| {
            let all = || claims.iter().filter(|c| c.kind == kind);
            let rated: Vec<f64> = all().filter_map(|c| Some(c.rated.as_ref()?.amount)).collect();
            let count = all().count();
            let sum = (!rated.is_empty()).then(|| exact::sum(rated.iter().copied()));
            (count > 0).then(|| CanvasCell {
                kind,
                claims: all().map(|c| c.id.clone()).collect(),
                count,
                importance: Measure::or(sum, Undefined::MissingRating),
                unrated: count - rated.len(),
            })
        };
        let between = self.between(claims);
        Totals {
            cells: ClaimKind::ALL.iter().copied().filter_map(cell).collect(),
            ratio: ratio_of(claims, &between),
            between,
        }
    }

    /// The bounds of the capture ratio: it rises with what is captured and falls with what is not.
    fn between(&self, claims: &[&Read<'_>]) -> Measure<[f64; 2]> {
        let scale = self.model.scales().of(ScaleKind::OneSided);
        let sum = |captured: bool, unrated: f64| {
            let wanted = |c: &&&Read<'_>| KEPT_OR_LOST.contains(&c.kind) && (c.kind == ClaimKind::Captured) == captured;
            exact::sum(claims.iter().filter(wanted).map(|c| c.rated.as_ref().map_or(unrated, |r| r.amount)))
        };
        let share = |kept: f64, lost: f64| exact::ratio(kept, exact::sum([kept, lost]));
        let low = share(sum(true, scale.min()), sum(false, scale.max()));
        let high = share(sum(true, scale.max()), sum(false, scale.min()));
        // Where one end is a share of nothing, all others are what the other end is.
        Measure::or(low.or(high).zip(high.or(low)).map(|(low, high)| [low, high]), Undefined::NothingToMeasure)
    }

    fn sum(&self, rule: &'static str, kind: ClaimKind, subject: &Element, claims: &[&Read<'_>]) -> Option<Finding> {
        let because: Vec<Contribution> =
            claims.iter().filter(|c| c.kind == kind).filter_map(|c| c.rated.clone()).collect();
        let amount = Amount::Number(exact::sum(because.iter().map(|c| c.amount)));
        let (subject, aggregate) = (vec![subject.clone()], self.aggregate);
        (!because.is_empty()).then_some(Finding { subject, rule, law: Law::Sum, amount, aggregate, because })
    }

    fn ratio(&self, subject: &Element, claims: &[&Read<'_>]) -> Option<Finding> {
        let ratio = ratio_of(claims, &self.between(claims));
        let counts = claims.iter().filter(|c| KEPT_OR_LOST.contains(&c.kind));
        let because: Vec<Contribution> = counts.filter_map(|c| c.rated.clone()).collect();
        let (subject, aggregate) = (vec![subject.clone()], self.aggregate);
        let amount = Amount::from(ratio);
        (!because.is_empty() && ratio != Measure::Undefined(Undefined::MissingRating)).then_some(Finding {
            subject,
            rule: RATIO,
            law: Law::Statistic,
            amount,
            aggregate,
            because,
        })
    }
}

/// Known where every claim is rated; the bounds are then one.
fn ratio_of(claims: &[&Read<'_>], between: &Measure<[f64; 2]>) -> Measure {
    if claims.iter().any(|c| c.rated.is_none() && KEPT_OR_LOST.contains(&c.kind)) {
        return Measure::Undefined(Undefined::MissingRating);
    }
    match between {
        Measure::Known([ratio, _]) => Measure::Known(*ratio),
        Measure::Undefined(reason) => Measure::Undefined(*reason),
    }
}

const RATIO: &str = "capture-ratio";
const SUMS: [(&str, ClaimKind); 6] = [
    ("canvas-sum-captured", ClaimKind::Captured),
    ("canvas-sum-missed", ClaimKind::Missed),
    ("canvas-sum-destroyed", ClaimKind::Destroyed),
    ("canvas-sum-surplus", ClaimKind::Surplus),
    ("canvas-sum-absence", ClaimKind::Absence),
    ("canvas-sum-opportunity", ClaimKind::Opportunity),
];

/// The finding of the same rule over the same subject that the model gives now.
fn again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [subject] = finding.subject.as_slice() else { return None };
    let wanted = |claim: &Claim| match subject {
        Element::Project => true,
        Element::Party(party) => claim.party == *party,
        _ => false,
    };
    let claims: Vec<Read<'_>> = (model.claims().filter(|(_, claim)| wanted(claim)))
        .map(|claim| Read::of(model, finding.aggregate, claim))
        .collect();
    let claims: Vec<&Read<'_>> = claims.iter().collect();
    let canvas = Canvas { model, aggregate: finding.aggregate, claims: BTreeMap::new() };
    match SUMS.iter().find(|(rule, _)| *rule == finding.rule) {
        Some((rule, kind)) => canvas.sum(rule, *kind, subject, &claims),
        None => canvas.ratio(subject, &claims),
    }
}

const fn rule(id: &'static str, law: Law) -> Rule {
    Rule { id, law, part: Rule::WHOLE, whole: Some(|m, f| as_cited(again(m, f), f)) }
}

pub(super) const RULES: [Rule; 7] = {
    let [a, b, c, d, e, f] = SUMS;
    [
        rule(a.0, Law::Sum),
        rule(b.0, Law::Sum),
        rule(c.0, Law::Sum),
        rule(d.0, Law::Sum),
        rule(e.0, Law::Sum),
        rule(f.0, Law::Sum),
        rule(RATIO, Law::Statistic),
    ]
};
