//! Conflict of priority: the same value, importances far apart (0.5 unit or more by default).
//!
//! Strength = the difference in unit.

use super::{Context, Grounds, Kind, pairs};
use crate::id::PartyId;
use crate::model::{Attribute, Element};
use crate::scale::ScaleKind;
use crate::vocabulary::ConflictKind;

pub(super) const KIND: Kind = Kind { kind: ConflictKind::ValuePriority, fields, grounds, alone: |_| Vec::new() };

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let scale = context.model.scales().of(ScaleKind::OneSided);
    let field = |(value, all): (_, Vec<(u32, f64)>)| {
        let members: Vec<(u32, Option<f64>)> = all.into_iter().map(|(p, x)| (p, Some(x))).collect();
        let sides = [pairs::levels(members.clone(), pairs::falling), pairs::levels(members, pairs::rising)];
        // Once the left is not above the right the pair has been met the other way round.
        let strength = Box::new(move |x: f64, y: f64| Some(if x > y { scale.apart(x, y) } else { -1.0 }));
        pairs::Field::new(ConflictKind::ValuePriority, vec![Element::from(value)], sides, strength)
            .at_least(context.priority_gap)
    };
    context.importances().into_iter().map(field).collect()
}

fn grounds(context: &Context<'_>, subject: &[Element], left: &PartyId, right: &PartyId) -> Grounds {
    let mut out = Grounds::default();
    if let [Element::Value(value)] = subject {
        for party in [left, right] {
            let source = Element::Importance(party.clone(), value.clone());
            out.cite(context, source, Attribute::Importance, |r| r.raw);
        }
    }
    out
}
