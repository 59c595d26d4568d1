//! Trust both ways.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Notes, RelationOptions, as_cited};
use crate::analysis::replay::Rule;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Undefined};
use crate::id::PartyId;
use crate::math::Exact;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};

/// The trust between two parties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrustPair {
    /// The parties, lower id first.
    pub parties: [PartyId; 2],
    /// The trust of the first in the second, and of the second in the first, with raw number and unit.
    pub levels: [Measure<Reading>; 2],
    /// Unit of the first in the second minus unit of the second in the first, −1 … 1; undefined where a side is unknown.
    pub asymmetry: Measure,
    /// Whether the asymmetry is at or above the threshold, either way.
    pub one_sided: Measure<bool>,
}

/// The trust of one party in another.
fn level(model: &Model, from: &PartyId, to: &PartyId, aggregate: Aggregate) -> Option<Reading> {
    model.read(&Element::Trusts(from.clone(), to.clone()), Attribute::Trust, aggregate)
}

/// The difference in unit, exactly.
fn asymmetry(first: &Reading, second: &Reading) -> Option<Exact> {
    let range = Exact::of(first.scale.max()) - Exact::of(first.scale.min());
    (Exact::of(first.raw) - Exact::of(second.raw)).checked_div(&range)
}

fn grounds(parties: &[PartyId; 2], levels: &[Reading; 2]) -> Vec<Contribution> {
    let [a, b] = parties;
    let [first, second] = levels;
    let cite = |from: &PartyId, to: &PartyId, r: &Reading| {
        Contribution::read(Element::Trusts(from.clone(), to.clone()), Attribute::Trust, *r, r.unit())
    };
    vec![cite(a, b, first), cite(b, a, second)]
}

pub(super) fn trust(model: &Model, options: &RelationOptions, notes: &mut Notes) -> Vec<TrustPair> {
    let ordered = |a: &PartyId, b: &PartyId| if a <= b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
    let pairs: BTreeSet<(PartyId, PartyId)> = model.trusts().iter().map(|(a, b, _)| ordered(a, b)).collect();
    let mut out = Vec::new();
    for (a, b) in pairs {
        let [first, second] = [(&a, &b), (&b, &a)].map(|(from, to)| {
            let level = level(model, from, to, options.aggregate);
            if level.is_none() {
                let relation = Element::Trusts(from.clone(), to.clone());
                notes.omitted.push(Omission::unknown(relation, Attribute::Trust));
            }
            level
        });
        let apart = first.as_ref().zip(second.as_ref()).and_then(|(x, y)| asymmetry(x, y));
        let threshold = Exact::of(options.one_sided_trust.get());
        let known = |r: Option<Reading>| Measure::or(r, Undefined::MissingRating);
        let pair = TrustPair {
            parties: [a, b],
            levels: [known(first), known(second)],
            asymmetry: Measure::or(apart.as_ref().map(Exact::to_f64), Undefined::MissingRating),
            one_sided: Measure::or(apart.map(|x| x.abs() >= threshold), Undefined::MissingRating),
        };
        if let (Some(x), Some(y), Measure::Known(amount)) = (first, second, pair.asymmetry) {
            notes.find(
                &pair.parties,
                ASYMMETRY,
                Law::Statistic,
                Amount::Number(amount),
                grounds(&pair.parties, &[x, y]),
            );
        }
        out.push(pair);
    }
    out
}

const ASYMMETRY: &str = "trust-asymmetry";

fn again(model: &Model, finding: &Finding) -> Option<(Vec<Contribution>, Measure)> {
    let [Element::Party(a), Element::Party(b)] = finding.subject.as_slice() else { return None };
    let (x, y) = (level(model, a, b, finding.aggregate)?, level(model, b, a, finding.aggregate)?);
    let amount = asymmetry(&x, &y)?.to_f64();
    Some((grounds(&[a.clone(), b.clone()], &[x, y]), Measure::Known(amount)))
}

pub(super) const RULES: &[Rule] = &[Rule {
    id: ASYMMETRY,
    law: Law::Statistic,
    part: |_, _, c| Some(c.reading?.unit()),
    whole: Some(|model, finding| as_cited(finding, again(model, finding))),
}];
