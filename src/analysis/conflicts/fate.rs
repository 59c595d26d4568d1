//! Fate: one value is captured for one party and destroyed for another.
//!
//! Strength = mean weight(importance) of the two claims; undefined, and the finding kept, if one has none. A party with several such
//! claims on one value counts with its most important one.

use std::collections::BTreeMap;

use super::{Context, Grounds, Kind, mean_share, pairs};
use crate::id::{ClaimId, PartyId, ValueId};
use crate::model::{Attribute, Element, Model};
use crate::rating::Aggregate;
use crate::scale::ScaleKind;
use crate::vocabulary::{ClaimKind, ConflictKind};

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Fate, fields, grounds, alone: |_| Vec::new() };

/// Each party's most important claim that a value is captured or destroyed, with its importance if that is known.
pub(super) type Fates<'a> = BTreeMap<(&'a ValueId, ClaimKind), BTreeMap<&'a PartyId, (Option<f64>, &'a ClaimId)>>;

pub(super) fn fates(model: &Model, aggregate: Aggregate) -> Fates<'_> {
    let mut out: Fates<'_> = BTreeMap::new();
    for (id, claim) in model.claims() {
        let fateful = matches!(claim.kind, ClaimKind::Captured | ClaimKind::Destroyed);
        let Some(value) = claim.value.as_ref().filter(|_| fateful) else { continue };
        let importance = model.read(&id.into(), Attribute::Importance, aggregate).map(|r| r.raw);
        let best = out.entry((value, claim.kind)).or_default().entry(&claim.party).or_insert((importance, id));
        if importance.unwrap_or(-1.0) > best.0.unwrap_or(-1.0) {
            *best = (importance, id);
        }
    }
    out
}

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let scale = context.model.scales().of(ScaleKind::OneSided);
    let mut out = Vec::new();
    for ((value, kind), captured) in &context.fates {
        let (ClaimKind::Captured, Some(destroyed)) = (*kind, context.fates.get(&(*value, ClaimKind::Destroyed))) else {
            continue;
        };
        let side = |all: &BTreeMap<&PartyId, (Option<f64>, &ClaimId)>| {
            let members = all.iter().filter_map(|(p, (importance, _))| Some((*context.place.get(*p)?, *importance)));
            pairs::levels(members.collect(), pairs::falling)
        };
        let strength = Box::new(move |x, y| Some(mean_share(x, y, &scale, 1.0)));
        let sides = [side(captured), side(destroyed)];
        out.push(pairs::Field::new(ConflictKind::Fate, vec![(*value).into()], sides, strength).either_way());
    }
    out
}

fn grounds(context: &Context<'_>, subject: &[Element], left: &PartyId, right: &PartyId) -> Grounds {
    let mut out = Grounds::default();
    let [Element::Value(value)] = subject else { return out };
    for (party, kind) in [(left, ClaimKind::Captured), (right, ClaimKind::Destroyed)] {
        if let Some((_, claim)) = context.fates.get(&(value, kind)).and_then(|all| all.get(party)) {
            out.cite(context, Element::from(*claim), Attribute::Importance, |r| r.raw);
        }
    }
    out
}
