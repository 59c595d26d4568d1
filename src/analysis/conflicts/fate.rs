//! Fate: one value is captured for one party and destroyed for another.
//!
//! Strength = mean weight(importance) of the two claims; undefined, and the finding kept, if one has none. A party with several such
//! claims on one value counts with its most important one.

use std::collections::BTreeMap;

use super::{Context, Grounds, Kind, mean_share, pairs};
use crate::id::{ClaimId, PartyId, ValueId};
use crate::model::{Attribute, Element};
use crate::scale::ScaleKind;
use crate::vocabulary::{ClaimKind, ConflictKind};

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Fate, fields, grounds };

type Best<'a> = BTreeMap<&'a PartyId, (Option<f64>, &'a ClaimId)>;

/// Each party's most important claim of one kind on one value.
fn best<'a>(
    context: &Context<'a>,
    keep: impl Fn(&ValueId, ClaimKind) -> bool,
) -> BTreeMap<(&'a ValueId, ClaimKind), Best<'a>> {
    let mut out: BTreeMap<_, Best<'_>> = BTreeMap::new();
    for (id, claim) in context.model.claims() {
        let Some(value) = claim.value.as_ref().filter(|v| keep(v, claim.kind)) else { continue };
        let importance = context.model.read(&id.into(), Attribute::Importance, context.aggregate).map(|r| r.raw);
        let party = out.entry((value, claim.kind)).or_default().entry(&claim.party).or_insert((importance, id));
        if importance.unwrap_or(-1.0) > party.0.unwrap_or(-1.0) {
            *party = (importance, id);
        }
    }
    out
}

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let scale = context.model.scales().of(ScaleKind::OneSided);
    let claims = best(context, |_, kind| matches!(kind, ClaimKind::Captured | ClaimKind::Destroyed));
    let mut out = Vec::new();
    for ((value, kind), captured) in &claims {
        let (ClaimKind::Captured, Some(destroyed)) = (*kind, claims.get(&(*value, ClaimKind::Destroyed))) else {
            continue;
        };
        let side = |all: &Best<'_>| {
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
        let mut claims: Vec<(Option<f64>, &ClaimId)> = context
            .claims_of(party)
            .filter_map(|(id, claim)| {
                let mine = claim.kind == kind && claim.value.as_ref() == Some(value);
                let reading = context.model.read(&id.into(), Attribute::Importance, context.aggregate);
                mine.then_some((reading.map(|r| r.raw), id))
            })
            .collect();
        claims.sort_by(|a, b| b.0.unwrap_or(-1.0).total_cmp(&a.0.unwrap_or(-1.0)).then(a.1.cmp(b.1)));
        if let Some((_, claim)) = claims.first() {
            out.cite(context, Element::from(*claim), Attribute::Importance, |r| r.raw);
        }
    }
    out
}
