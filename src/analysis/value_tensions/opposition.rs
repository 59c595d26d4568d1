//! Where values stand on Schwartz's circle, and which of them oppose each other.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::declared::{Declared, mean_share};
use super::super::pairs::{Field, falling, levels};
use crate::evidence::Contribution;
use crate::id::ValueId;
use crate::math::Exact;
use crate::model::{Attribute, Element, Model, Value};
use crate::rating::{Aggregate, Reading};
use crate::scale::ScaleKind;
use crate::vocabulary::ConflictKind;
use crate::vocabulary::catalogue;
use crate::vocabulary::schwartz::SchwartzValue;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What says that two values oppose each other.
    OppositionSource, "source of an opposition" {
        /// A tension that the model declares.
        Declared = "declared",
        /// Their places on Schwartz's circle.
        Circle = "circle",
    }
}

/// One mapping of a value onto the circle.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Mapping {
    /// The value of the circle.
    pub on: SchwartzValue,
    /// How strongly, as it was rated; none where a link to the catalogue of the circle is the mapping.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<Reading>,
    /// How strongly, above 0 and at most 1; 1 for a link.
    pub weight: f64,
    /// Whether it is among the strongest, which decide where the value stands.
    pub decides: bool,
}

/// Where a value links the circle's own catalogue and has no mapping of its own.
fn linked(value: &Value) -> Option<SchwartzValue> {
    value.catalogue.as_deref().filter(|_| value.schwartz.is_empty()).and_then(catalogue::on_circle)
}

/// Whether a value is mapped onto the circle at all, be it with an unknown strength.
pub(in crate::analysis) fn is_mapped(value: &Value) -> bool {
    !value.schwartz.is_empty() || linked(value).is_some()
}

/// The mappings of a value, strongest first, then round the circle; one of weight 0 or of unknown strength is none.
pub(super) fn mappings(model: &Model, value: &Value, aggregate: Aggregate) -> Vec<Mapping> {
    let scale = model.scales().of(ScaleKind::OneSided);
    if let Some(on) = linked(value) {
        return vec![Mapping { on, strength: None, weight: 1.0, decides: true }];
    }
    let read = value.schwartz.iter().filter_map(|(on, rating)| Some((*on, rating.read(&scale, aggregate)?)));
    let mut out: Vec<Mapping> = read
        .map(|(on, reading)| Mapping { on, strength: Some(reading), weight: reading.weight(), decides: false })
        .filter(|mapping| mapping.weight > 0.0)
        .collect();
    let most = out.iter().map(|m| m.weight).fold(f64::NEG_INFINITY, f64::max);
    out.iter_mut().for_each(|m| m.decides = m.weight >= most);
    out.sort_by(|x, y| y.weight.total_cmp(&x.weight).then(x.on.cmp(&y.on)));
    out
}

/// Where a value stands: its strongest mappings.
fn places(model: &Model, value: &Value, aggregate: Aggregate) -> Vec<SchwartzValue> {
    mappings(model, value, aggregate).into_iter().filter(|m| m.decides).map(|m| m.on).collect()
}

/// Values with a mapping of unknown strength, which counts as none.
pub(in crate::analysis) fn unplaced(model: &Model, aggregate: Aggregate) -> impl Iterator<Item = &ValueId> {
    let scale = model.scales().of(ScaleKind::OneSided);
    let unknown = move |value: &Value| value.schwartz.values().any(|r| r.read(&scale, aggregate).is_none());
    model.values().filter(move |(_, v)| unknown(v)).map(|(id, _)| id)
}

/// The nearest two of two sets of places.
pub(super) fn nearest(
    a: impl IntoIterator<Item = SchwartzValue>,
    b: impl IntoIterator<Item = SchwartzValue, IntoIter: Clone>,
) -> Option<(SchwartzValue, SchwartzValue)> {
    let b = b.into_iter();
    a.into_iter().flat_map(|x| b.clone().map(move |y| (x, y))).min_by_key(|(x, y)| x.steps_to(*y))
}

fn on_circle(a: &[SchwartzValue], b: &[SchwartzValue]) -> Option<f64> {
    nearest(a.iter().copied(), b.iter().copied()).and_then(|(x, y)| x.opposition(y))
}

/// The mean of the cosines over all mappings of two values, each weighed by the product of their strengths.
pub(super) fn weighted_cosine(a: &[Mapping], b: &[Mapping]) -> Option<f64> {
    let weight = |all: &[Mapping]| all.iter().map(|m| Exact::of(m.weight)).sum::<Exact>();
    let pairs = a.iter().flat_map(|x| b.iter().map(move |y| (x, y)));
    let cosine = |x: &Mapping, y: &Mapping| Exact::of(x.on.compatibility(y.on));
    let sum: Exact = pairs.map(|(x, y)| cosine(x, y) * Exact::of(x.weight) * Exact::of(y.weight)).sum();
    sum.checked_div(&(weight(a) * weight(b))).map(|x| x.to_f64())
}

/// What opposes two values.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::analysis) struct Opposition {
    pub(super) source: OppositionSource,
    /// The declared tension that decides.
    tension: Option<Element>,
    /// How much they are opposed; unknown where a declared strength is.
    pub(super) factor: Option<f64>,
}

impl Opposition {
    /// Its grounds in a finding on two values. A tension of unknown strength gives none: it is missing.
    pub(in crate::analysis) fn cited(
        &self,
        model: &Model,
        values: [&ValueId; 2],
        aggregate: Aggregate,
    ) -> Result<Vec<Contribution>, Element> {
        match (&self.tension, self.factor) {
            (Some(tension), _) => match model.read(tension, Attribute::Tension, aggregate) {
                Some(r) => Ok(vec![Contribution::read(tension.clone(), Attribute::Tension, r, r.weight())]),
                None => Err(tension.clone()),
            },
            (None, o) => {
                let of = |value: &ValueId| Contribution {
                    source: value.into(),
                    attribute: Some(Attribute::Schwartz),
                    reading: None,
                    amount: o.unwrap_or(0.0),
                };
                Ok(values.map(of).into())
            }
        }
    }
}

/// The tensions that are declared between two values, from either side.
fn declarations(model: &Model, a: &ValueId, b: &ValueId) -> [Option<Element>; 2] {
    let side = |x: &ValueId, y: &ValueId| model.tensions().get(x, y).map(|_| Element::Tension(x.clone(), y.clone()));
    [side(a, b), side(b, a)]
}

/// The declared tension, or what the circle says where nothing is declared.
fn opposed(
    model: &Model,
    aggregate: Aggregate,
    [a, b]: [&ValueId; 2],
    circle: impl FnOnce() -> Option<f64>,
) -> Option<Opposition> {
    let sides = declarations(model, a, b);
    if sides.iter().all(Option::is_none) {
        let factor = circle()?;
        return Some(Opposition { source: OppositionSource::Circle, tension: None, factor: Some(factor) });
    }
    let declared = Declared::of(model, aggregate, sides, Attribute::Tension)?;
    let (tension, factor) = (Some(declared.source), declared.weight);
    Some(Opposition { source: OppositionSource::Declared, tension, factor })
}

/// What opposes two values, if anything does.
pub(in crate::analysis) fn opposition(
    model: &Model,
    aggregate: Aggregate,
    a: &ValueId,
    b: &ValueId,
) -> Option<Opposition> {
    let places = |id| Some(places(model, model.value(id)?, aggregate));
    opposed(model, aggregate, [a, b], || on_circle(&places(a)?, &places(b)?))
}

/// The opposed values among some, lower id first, and the pairs that only a declared 0 keeps from being opposed.
pub(super) struct Oppositions<'a> {
    pub(super) opposed: BTreeMap<[&'a ValueId; 2], Opposition>,
    pub(super) cancelled: Vec<[&'a ValueId; 2]>,
}

pub(super) fn oppositions<'a>(
    model: &'a Model,
    aggregate: Aggregate,
    among: impl Fn(&ValueId) -> bool,
) -> Oppositions<'a> {
    let chosen: BTreeMap<&ValueId, Vec<SchwartzValue>> =
        model.values().filter(|(id, _)| among(id)).map(|(id, v)| (id, places(model, v, aggregate))).collect();
    let declared: BTreeSet<[&ValueId; 2]> =
        model.tensions().iter().map(|(a, b, _)| if a < b { [a, b] } else { [b, a] }).collect();
    let (mut opposed_values, mut cancelled) = (BTreeMap::new(), Vec::new());
    for [a, b] in &declared {
        let (Some(at), Some(to)) = (chosen.get(a), chosen.get(b)) else { continue };
        match opposed(model, aggregate, [a, b], || None) {
            Some(opposition) => drop(opposed_values.insert([*a, *b], opposition)),
            None => cancelled.extend(on_circle(at, to).map(|_| [*a, *b])),
        }
    }
    let placed: Vec<(&ValueId, &[SchwartzValue])> =
        chosen.iter().filter(|(_, on)| !on.is_empty()).map(|(id, on)| (*id, on.as_slice())).collect();
    for (place, (a, at)) in placed.iter().enumerate() {
        for (b, to) in placed.iter().skip(place + 1) {
            if let Some(o) = on_circle(at, to).filter(|_| !declared.contains(&[*a, *b])) {
                let opposition = Opposition { source: OppositionSource::Circle, tension: None, factor: Some(o) };
                opposed_values.insert([*a, *b], opposition);
            }
        }
    }
    Oppositions { opposed: opposed_values, cancelled }
}

/// Who holds which value, by place of the party, with the raw importance.
pub(in crate::analysis) type Held<'a> = BTreeMap<&'a ValueId, Vec<(u32, f64)>>;

/// The strength of a tension between two raw importances.
pub(super) fn strength(model: &Model, opposition: &Opposition, x: f64, y: f64) -> Option<f64> {
    Some(mean_share(x, y, &model.scales().of(ScaleKind::OneSided), opposition.factor?))
}

/// A field for each two opposed values, in id order: everyone who holds the one against everyone who holds the other.
pub(super) fn fields_of<'a>(
    model: &Model,
    held: &Held<'_>,
    opposed: impl IntoIterator<Item = (&'a [&'a ValueId; 2], &'a Opposition)>,
) -> Vec<Field> {
    let scale = model.scales().of(ScaleKind::OneSided);
    let side = |all: &[(u32, f64)]| levels(all.iter().map(|(p, x)| (*p, Some(*x))).collect(), falling);
    let mut out = Vec::new();
    for ([a, b], Opposition { factor, .. }) in opposed {
        let (Some(left), Some(right)) = (held.get(a), held.get(b)) else { continue };
        let factor = *factor;
        let strength = Box::new(move |x, y| Some(mean_share(x, y, &scale, factor?)));
        let subject = vec![(*a).into(), (*b).into()];
        out.push(Field::new(ConflictKind::Value, subject, [side(left), side(right)], strength).either_way());
    }
    out
}

/// The same, for all opposed values that somebody holds.
pub(in crate::analysis) fn fields(model: &Model, aggregate: Aggregate, held: &Held<'_>) -> Vec<Field> {
    let found = oppositions(model, aggregate, |id| held.get(id).is_some_and(|all| !all.is_empty()));
    fields_of(model, held, &found.opposed)
}

/// How two numbers rank: the larger first, the unknown last.
pub(super) fn falling_known(x: Option<f64>, y: Option<f64>) -> std::cmp::Ordering {
    let known = |z: Option<f64>| z.unwrap_or(f64::NEG_INFINITY);
    known(y).total_cmp(&known(x))
}
