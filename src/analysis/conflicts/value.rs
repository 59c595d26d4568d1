//! Conflict of values: two parties hold values that pull apart.
//!
//! *Held* = importance at or above the cut. *Opposed* = declared tension, or three or four of the nine wedges apart on Schwartz's
//! circle, as [`value_tensions`](mod@super::super::value_tensions) has it. Strength = o × mean weight(importance); o = weight(declared
//! strength) if declared, the larger if both ways (a declared 0 cancels the circle), else ½ for three wedges and 0.939692620786 for
//! four.

use super::super::value_tensions::{fields as opposed_fields, opposition, unplaced as without_place};
use super::{Context, Grounds, Kind, pairs};
use crate::evidence::Omission;
use crate::id::{PartyId, ValueId};
use crate::model::{Attribute, Element};
use crate::vocabulary::ConflictKind;

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Value, fields, grounds, alone: |_| Vec::new() };

/// Values with a mapping of unknown strength, which counts as none.
pub(super) fn unplaced<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a ValueId> {
    without_place(context.model, context.aggregate)
}

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let mut held = context.importances();
    held.values_mut().for_each(|all| all.retain(|(_, x)| *x >= context.value_cut));
    opposed_fields(context.model, context.aggregate, &held)
}

fn grounds(context: &Context<'_>, subject: &[Element], left: &PartyId, right: &PartyId) -> Grounds {
    let mut out = Grounds::default();
    let [Element::Value(a), Element::Value(b)] = subject else { return out };
    for (party, value) in [(left, a), (right, b)] {
        out.cite(context, Element::Importance(party.clone(), value.clone()), Attribute::Importance, |r| r.raw);
    }
    let opposition = opposition(context.model, context.aggregate, a, b);
    match opposition.map(|o| o.cited(context.model, [a, b], context.aggregate)) {
        Some(Ok(cited)) => out.because.extend(cited),
        Some(Err(tension)) => out.missing.push(Omission::unknown(tension, Attribute::Tension)),
        None => {}
    }
    out
}
