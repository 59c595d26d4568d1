//! Relation: a tie below zero, trust below the cut, trust that is one-sided, dependence out of balance.
//!
//! Strength: of a tie |t|/k; of low trust 1 − unit(trust), in each direction apart; of one-sided trust the difference in unit (0.5 or
//! more by default); of a dependence out of balance |asymmetry|/joint (0.5 or more by default), see
//! [`crate::analysis::relations()`]. What a side of a relation is not known to be makes no conflict.

use std::collections::BTreeSet;

use itertools::Itertools;

use super::super::relations::dependence;
use super::{Context, Grounds, Kind, pairs};
use crate::evidence::{Contribution, Omission};
use crate::id::PartyId;
use crate::model::{Attribute, Element};
use crate::rating::Reading;
use crate::vocabulary::ConflictKind;

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Relation, fields, grounds, alone: |_| Vec::new() };

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let mut out = Vec::new();
    let mut add = |subject: Vec<Element>, a: &PartyId, b: &PartyId, strength: f64| {
        if let Some((a, b)) = context.place.get(a).zip(context.place.get(b)) {
            out.push(pairs::Field::of_pair(ConflictKind::Relation, subject, [*a, *b], Some(strength)));
        }
    };
    let read = |source: &Element, attribute| context.model.read(source, attribute, context.aggregate);
    for (a, b, _) in context.model.ties().iter() {
        let tie = Element::Tie(a.clone(), b.clone());
        if let Some(r) = read(&tie, Attribute::Tie).filter(|r| r.raw < 0.0) {
            add(vec![tie], a, b, r.weight().abs());
        }
    }
    let trust = |a: &PartyId, b: &PartyId| Element::Trusts(a.clone(), b.clone());
    for (a, b, _) in context.model.trusts().iter() {
        let there = trust(a, b);
        let Some(r) = read(&there, Attribute::Trust) else { continue };
        if r.raw < context.trust_cut {
            add(vec![there.clone()], a, b, mistrust(&r));
        }
        let back = trust(b, a);
        if let Some(other) = read(&back, Attribute::Trust).filter(|_| a < b) {
            let apart = r.scale.apart(r.raw, other.raw);
            if apart >= context.one_sided_gap {
                add(vec![there, back], a, b, apart);
            }
        }
    }
    for (a, b) in depending(context) {
        let Some(because) = dependence::known_both_ways(context.model, a, b, context.aggregate) else { continue };
        let subject: Vec<Element> = because.into_iter().map(|c| c.source).dedup().collect();
        let (model, aggregate, ratio) = (context.model, context.aggregate, context.dependence_ratio);
        let out_of_balance = dependence::is_out_of_balance(model, a, b, aggregate, ratio);
        if let Some(imbalance) = dependence::imbalance(&resources(context, a, b)).filter(|_| out_of_balance) {
            add(subject, a, b, imbalance);
        }
    }
    out
}

/// The pairs of which one is said to depend on the other, lower id first.
fn depending<'a>(context: &Context<'a>) -> BTreeSet<(&'a PartyId, &'a PartyId)> {
    let ordered = |a, b| if a < b { (a, b) } else { (b, a) };
    context.model.dependences().iter().map(|(a, b, _)| ordered(a, b)).collect()
}

/// What two parties need of each other, where both dependences are known.
fn resources(context: &Context<'_>, a: &PartyId, b: &PartyId) -> Vec<Contribution> {
    dependence::known_both_ways(context.model, a, b, context.aggregate).unwrap_or_default()
}

/// 1 − unit(trust).
fn mistrust(trust: &Reading) -> f64 {
    trust.scale.apart(trust.scale.max(), trust.raw)
}

fn grounds(context: &Context<'_>, subject: &[Element], a: &PartyId, b: &PartyId) -> Grounds {
    let mut out = Grounds::default();
    if let [Element::DependsOn(..), ..] = subject {
        out.because = resources(context, a, b);
        return out;
    }
    for source in subject {
        match source {
            Element::Tie(..) => out.cite(context, source.clone(), Attribute::Tie, |r| r.raw),
            Element::Trusts(..) => out.cite(context, source.clone(), Attribute::Trust, |r| r.raw),
            _ => {}
        }
    }
    out
}

/// The strength that the cited ties, trust and resources make.
pub(super) fn strength(because: &[Contribution]) -> Option<f64> {
    let rated = |attribute: Attribute| -> Vec<Reading> {
        because.iter().filter(|c| c.attribute == Some(attribute)).filter_map(|c| c.reading).collect()
    };
    match (rated(Attribute::Tie).as_slice(), rated(Attribute::Trust).as_slice()) {
        ([tie], []) => Some(tie.weight().abs()),
        ([], [trust]) => Some(mistrust(trust)),
        ([], [a, b]) => Some(a.scale.apart(a.raw, b.raw)),
        ([], []) => dependence::imbalance(because),
        _ => None,
    }
}

/// What is not known of resources, where a dependence cannot be said for it.
pub(super) fn unknown(context: &Context<'_>) -> Vec<Omission> {
    let of = |(a, b)| dependence::unknown_between(context.model, a, b, context.aggregate);
    depending(context).into_iter().flat_map(of).collect()
}
