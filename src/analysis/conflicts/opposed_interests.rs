//! Opposed interests: one party is for interest A, another for B, and A opposes B, whichever of the two declares it.
//!
//! Strength = ½(|s_iA| + |s_jB|)/k × weight(opposition), the larger opposition if it is declared both ways;
//! unknown while an unknown one could be the larger. One party for both is
//! an inner conflict, listed apart.

use std::collections::{BTreeMap, BTreeSet};

use super::{Conflict, Context, Declared, Grounds, Kind, describe, mean_share, pairs};
use crate::id::{InterestId, PartyId};
use crate::model::{Attribute, Element};
use crate::scale::ScaleKind;
use crate::vocabulary::ConflictKind;

pub(super) const KIND: Kind = Kind { kind: ConflictKind::OpposedInterests, fields, grounds, alone: |_| Vec::new() };

/// The opposing pairs of interests, lower id first.
fn opposing<'a>(context: &Context<'a>) -> BTreeSet<(&'a InterestId, &'a InterestId)> {
    context.model.opposes().iter().map(|(a, b, _)| if a < b { (a, b) } else { (b, a) }).collect()
}

fn declared(context: &Context<'_>, a: &InterestId, b: &InterestId) -> Option<Declared> {
    let side = |x: &InterestId, y: &InterestId| {
        context.model.opposes().get(x, y).map(|_| Element::Opposes(x.clone(), y.clone()))
    };
    Declared::of(context.model, context.aggregate, [side(a, b), side(b, a)], Attribute::Opposition)
}

/// Supporters of each interest with their stance.
fn supporters<'a>(context: &Context<'a>) -> BTreeMap<&'a InterestId, Vec<(u32, f64)>> {
    let mut stances = context.stances();
    stances.values_mut().for_each(|all| all.retain(|(_, s)| *s > 0.0));
    stances
}

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let scale = context.model.scales().of(ScaleKind::Signed);
    let supporters = supporters(context);
    let mut out = Vec::new();
    for (a, b) in opposing(context) {
        let (Some(left), Some(right)) = (supporters.get(a), supporters.get(b)) else { continue };
        let Some(Declared { weight, .. }) = declared(context, a, b) else { continue };
        let side =
            |all: &[(u32, f64)]| pairs::levels(all.iter().map(|(p, s)| (*p, Some(*s))).collect(), pairs::falling);
        let strength = Box::new(move |x, y| Some(mean_share(x, y, &scale, weight?)));
        let subject = vec![a.into(), b.into()];
        let sides = [side(left), side(right)];
        out.push(pairs::Field::new(ConflictKind::OpposedInterests, subject, sides, strength).either_way());
    }
    out
}

fn grounds(context: &Context<'_>, subject: &[Element], left: &PartyId, right: &PartyId) -> Grounds {
    let mut out = Grounds::default();
    if let [Element::Interest(a), Element::Interest(b)] = subject {
        out.cite(context, Element::Stake(left.clone(), a.clone()), Attribute::Stance, |r| r.raw);
        out.cite(context, Element::Stake(right.clone(), b.clone()), Attribute::Stance, |r| r.raw);
        if let Some(Declared { source, .. }) = declared(context, a, b) {
            out.cite(context, source, Attribute::Opposition, |r| r.weight());
        }
    }
    out
}

/// Parties that are for both of two opposing interests, strongest first.
pub(super) fn inner(context: &Context<'_>) -> Vec<Conflict> {
    let supporters = supporters(context);
    let mut out = Vec::new();
    for (a, b) in opposing(context) {
        let (Some(left), Some(right)) = (supporters.get(a), supporters.get(b)) else { continue };
        if declared(context, a, b).is_none() {
            continue;
        }
        let others: BTreeSet<u32> = right.iter().map(|(p, _)| *p).collect();
        for party in left.iter().filter(|(p, _)| others.contains(p)).filter_map(|(p, _)| context.party(*p)) {
            let subject = vec![Element::from(a), Element::from(b)];
            let grounds = grounds(context, &subject, party, party);
            out.push(describe(context, ConflictKind::OpposedInterests, &[party], subject, grounds));
        }
    }
    out.sort_by(|x, y| {
        let strength = |c: &Conflict| c.strength.value().unwrap_or(-1.0);
        strength(y)
            .total_cmp(&strength(x))
            .then_with(|| x.parties.cmp(&y.parties))
            .then_with(|| x.subject.cmp(&y.subject))
    });
    out
}
