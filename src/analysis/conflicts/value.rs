//! Conflict of values: two parties hold values that pull apart.
//!
//! *Held* = importance at or above the cut. *Opposed* = declared tension, or three or four of the nine wedges apart on Schwartz's
//! circle. Strength = o × mean weight(importance); o = weight(declared strength) if declared, the larger if both ways (a declared 0
//! cancels the circle), else ½ for three wedges and 0.939692620786 for four.
//!
//! A value stands on the circle where its strongest mapping puts it. Where several mappings are equally strong, the nearest pair
//! decides (own rule): a value that reaches to both sides is not opposed. A mapping of unknown strength counts as none and is listed
//! in `omitted`; one of weight 0 is none.

use std::collections::BTreeMap;

use super::{Context, Declared, Grounds, Kind, mean_share, pairs};
use crate::evidence::Contribution;
use crate::id::{PartyId, ValueId};
use crate::model::{Attribute, Element, Model, Value};
use crate::rating::Aggregate;
use crate::scale::ScaleKind;
use crate::vocabulary::ConflictKind;
use crate::vocabulary::schwartz::SchwartzValue;

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Value, fields, grounds, alone: |_| Vec::new() };

/// What opposes two values.
enum Opposition {
    /// A declared tension.
    Declared(Declared),
    /// Their places on the circle.
    Circle(f64),
}

impl Opposition {
    fn factor(&self) -> Option<f64> {
        match self {
            Self::Declared(declared) => declared.weight,
            Self::Circle(o) => Some(*o),
        }
    }
}

/// The strongest mappings of a value; a mapping of weight 0 is none.
fn places(model: &Model, value: &Value, aggregate: Aggregate) -> Vec<SchwartzValue> {
    let scale = model.scales().of(ScaleKind::OneSided);
    let read: Vec<(SchwartzValue, f64)> = value
        .schwartz
        .iter()
        .filter_map(|(s, r)| Some((*s, r.read(&scale, aggregate)?.weight())))
        .filter(|(_, weight)| *weight > 0.0)
        .collect();
    let most = read.iter().map(|(_, x)| *x).fold(f64::NEG_INFINITY, f64::max);
    read.into_iter().filter(|(_, x)| *x >= most).map(|(s, _)| s).collect()
}

/// Values with a mapping of unknown strength, which counts as none.
pub(super) fn unplaced<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a ValueId> {
    let (scale, aggregate) = (context.model.scales().of(ScaleKind::OneSided), context.aggregate);
    let unknown = move |value: &Value| value.schwartz.values().any(|r| r.read(&scale, aggregate).is_none());
    context.model.values().filter(move |(_, v)| unknown(v)).map(|(id, _)| id)
}

fn apart(a: &[SchwartzValue], b: &[SchwartzValue]) -> Option<f64> {
    let pairs = a.iter().flat_map(|x| b.iter().map(|y| (*x, *y)));
    pairs.min_by_key(|(x, y)| x.steps_to(*y)).and_then(|(x, y)| x.opposition(y))
}

fn on_circle(model: &Model, a: &ValueId, b: &ValueId, aggregate: Aggregate) -> Option<f64> {
    apart(&places(model, model.value(a)?, aggregate), &places(model, model.value(b)?, aggregate))
}

/// The declared tension, or what the circle says where nothing is declared.
fn opposition(
    context: &Context<'_>,
    a: &ValueId,
    b: &ValueId,
    circle: impl FnOnce() -> Option<f64>,
) -> Option<Opposition> {
    let side =
        |x: &ValueId, y: &ValueId| context.model.tensions().get(x, y).map(|_| Element::Tension(x.clone(), y.clone()));
    let sides = [side(a, b), side(b, a)];
    if sides.iter().all(Option::is_none) {
        return circle().map(Opposition::Circle);
    }
    Declared::of(context, sides, Attribute::Tension).map(Opposition::Declared)
}

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let scale = context.model.scales().of(ScaleKind::OneSided);
    let mut held: BTreeMap<&ValueId, Vec<(u32, f64)>> = context.importances();
    held.values_mut().for_each(|all| all.retain(|(_, x)| *x >= context.value_cut));
    // Where each value stands on the circle is read once, not for every pair.
    let on =
        |id: &ValueId| context.model.value(id).map(|v| places(context.model, v, context.aggregate)).unwrap_or_default();
    let held: Vec<_> = held.into_iter().filter(|(_, all)| !all.is_empty()).map(|(id, all)| (id, all, on(id))).collect();
    let mut out = Vec::new();
    for (index, (a, left, at)) in held.iter().enumerate() {
        for (b, right, to) in held.iter().skip(index + 1) {
            let Some(opposition) = opposition(context, a, b, || apart(at, to)) else { continue };
            let side =
                |all: &[(u32, f64)]| pairs::levels(all.iter().map(|(p, x)| (*p, Some(*x))).collect(), pairs::falling);
            let factor = opposition.factor();
            let strength = Box::new(move |x, y| Some(mean_share(x, y, &scale, factor?)));
            let subject = vec![(*a).into(), (*b).into()];
            let sides = [side(left), side(right)];
            out.push(pairs::Field::new(ConflictKind::Value, subject, sides, strength).either_way());
        }
    }
    out
}

fn grounds(context: &Context<'_>, subject: &[Element], left: &PartyId, right: &PartyId) -> Grounds {
    let mut out = Grounds::default();
    let [Element::Value(a), Element::Value(b)] = subject else { return out };
    for (party, value) in [(left, a), (right, b)] {
        out.cite(context, Element::Importance(party.clone(), value.clone()), Attribute::Importance, |r| r.raw);
    }
    match opposition(context, a, b, || on_circle(context.model, a, b, context.aggregate)) {
        Some(Opposition::Declared(declared)) => out.cite(context, declared.source, Attribute::Tension, |r| r.weight()),
        Some(Opposition::Circle(o)) => {
            for value in [a, b] {
                let (source, attribute) = (Element::from(value), Some(Attribute::Schwartz));
                out.because.push(Contribution { source, attribute, reading: None, amount: o });
            }
        }
        None => {}
    }
    out
}
