//! Conflict of interest: the same interest, stances of opposite sign.
//!
//! Strength = ½(|s_i| + |s_j|)/k on raw stances; 1 when both stand at the far ends.

use super::{Context, Grounds, Kind, mean_share, pairs};
use crate::id::{InterestId, PartyId};
use crate::model::{Attribute, Element};
use crate::scale::ScaleKind;
use crate::vocabulary::ConflictKind;

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Interest, fields, grounds, alone: |_| Vec::new() };

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let scale = context.model.scales().of(ScaleKind::Signed);
    let field = |(interest, stances): (&InterestId, Vec<(u32, f64)>)| {
        let side = |sign: f64| {
            let on_side = stances.iter().filter(|(_, s)| s * sign > 0.0);
            pairs::levels(on_side.map(|(p, s)| (*p, Some(s.abs()))).collect(), pairs::falling)
        };
        let strength = Box::new(move |a, b| Some(mean_share(a, b, &scale, 1.0)));
        pairs::Field::new(ConflictKind::Interest, vec![interest.into()], [side(1.0), side(-1.0)], strength)
    };
    context.stances().into_iter().map(field).collect()
}

fn grounds(context: &Context<'_>, subject: &[Element], left: &PartyId, right: &PartyId) -> Grounds {
    let mut out = Grounds::default();
    if let [Element::Interest(interest)] = subject {
        for party in [left, right] {
            out.cite(context, Element::Stake(party.clone(), interest.clone()), Attribute::Stance, |r| r.raw);
        }
    }
    out
}
