//! Where values stand on Schwartz's circle, and which of them oppose each other.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
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

/// The values of a model, or some of them, and what opposes them.
pub(super) struct Oppositions<'a> {
    model: &'a Model,
    aggregate: Aggregate,
    chosen: BTreeMap<&'a ValueId, Vec<SchwartzValue>>,
    declared: BTreeSet<[&'a ValueId; 2]>,
}

impl<'a> Oppositions<'a> {
    pub(super) fn among(model: &'a Model, aggregate: Aggregate, among: impl Fn(&ValueId) -> bool) -> Self {
        let chosen: BTreeMap<&ValueId, Vec<SchwartzValue>> =
            model.values().filter(|(id, _)| among(id)).map(|(id, v)| (id, places(model, v, aggregate))).collect();
        let tensions = model.tensions().iter().map(|(a, b, _)| if a < b { [a, b] } else { [b, a] });
        let declared = tensions.filter(|pair| pair.iter().all(|id| chosen.contains_key(id))).collect();
        Self { model, aggregate, chosen, declared }
    }

    fn declared(&self, values: [&ValueId; 2]) -> Option<Opposition> {
        opposed(self.model, self.aggregate, values, || None)
    }

    /// The pairs that only a declared 0 keeps from being opposed, in id order.
    pub(super) fn cancelled(&self) -> impl Iterator<Item = [&'a ValueId; 2]> + '_ {
        let on_circle = |[a, b]: [&ValueId; 2]| on_circle(self.chosen.get(a)?, self.chosen.get(b)?);
        let cancelled = move |pair: &[&ValueId; 2]| on_circle(*pair).is_some() && self.declared(*pair).is_none();
        self.declared.iter().copied().filter(cancelled)
    }

    /// Every two opposed values, lower id first, the declared ones first. Values at the same places lie alike to all others, and
    /// there are far fewer places than pairs of values.
    pub(super) fn each(&self, mut tell: impl FnMut([&'a ValueId; 2], Opposition)) {
        for pair in &self.declared {
            if let Some(opposition) = self.declared(*pair) {
                tell(*pair, opposition);
            }
        }
        let mut alike: BTreeMap<&[SchwartzValue], Vec<&'a ValueId>> = BTreeMap::new();
        for (id, on) in self.chosen.iter().filter(|(_, on)| !on.is_empty()) {
            alike.entry(on).or_default().push(id);
        }
        for [(here, left), (there, right)] in alike.iter().array_combinations() {
            let Some(o) = on_circle(here, there) else { continue };
            for (a, b) in left.iter().cartesian_product(right) {
                let pair = if a < b { [*a, *b] } else { [*b, *a] };
                if !self.declared.contains(&pair) {
                    tell(pair, Opposition { source: OppositionSource::Circle, tension: None, factor: Some(o) });
                }
            }
        }
    }
}

/// Who holds which value, by place of the party, with the raw importance.
pub(in crate::analysis) type Held<'a> = BTreeMap<&'a ValueId, Vec<(u32, f64)>>;

/// The strength of a tension between two raw importances.
pub(super) fn strength(model: &Model, opposition: &Opposition, x: f64, y: f64) -> Option<f64> {
    Some(mean_share(x, y, &model.scales().of(ScaleKind::OneSided), opposition.factor?))
}

/// A field for two opposed values: everyone who holds the one against everyone who holds the other; nothing where nobody does.
pub(super) fn field_of(
    model: &Model,
    held: &Held<'_>,
    [a, b]: [&ValueId; 2],
    Opposition { factor, .. }: &Opposition,
) -> Option<Field> {
    let scale = model.scales().of(ScaleKind::OneSided);
    let side = |all: &[(u32, f64)]| levels(all.iter().map(|(p, x)| (*p, Some(*x))).collect(), falling);
    let (left, right) = (held.get(a)?, held.get(b)?);
    let factor = *factor;
    let strength = Box::new(move |x, y| Some(mean_share(x, y, &scale, factor?)));
    let subject = vec![a.into(), b.into()];
    Some(Field::new(ConflictKind::Value, subject, [side(left), side(right)], strength).either_way())
}

/// Such a field for all opposed values that somebody holds, in id order.
pub(in crate::analysis) fn fields(model: &Model, aggregate: Aggregate, held: &Held<'_>) -> Vec<Field> {
    let mut found = BTreeMap::new();
    let of = Oppositions::among(model, aggregate, |id| held.get(id).is_some_and(|all| !all.is_empty()));
    of.each(|pair, opposition| drop(found.insert(pair, opposition)));
    found.iter().filter_map(|(pair, opposition)| field_of(model, held, *pair, opposition)).collect()
}

/// How two numbers rank: the larger first, the unknown last.
pub(super) fn falling_known(x: Option<f64>, y: Option<f64>) -> std::cmp::Ordering {
    let known = |z: Option<f64>| z.unwrap_or(f64::NEG_INFINITY);
    known(y).total_cmp(&known(x))
}
