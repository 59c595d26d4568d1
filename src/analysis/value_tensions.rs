//! # Value tensions
//!
//! **Question.** Which values pull apart, between whom, and within whom?
//!
//! **Method.** S. H. Schwartz, "Universals in the content and structure of values" (1992): values that lie opposite each other on the
//! circle pull apart. Own values are mapped onto it, and tensions may be declared, which is polder's own rule.
//!
//! **Inputs.** Own importance of values (one-sided), their mappings onto the circle (one-sided), declared tensions (a strength).
//!
//! **Formula.** A value stands on the circle where its strongest mapping puts it; of several that are equally strong the nearest pair
//! decides, so that a value that reaches to both sides is not opposed (own rules). A value that links the catalogue of the circle
//! (`schwartz/security`) and has no mapping of its own stands there with full strength (own rule). Compatibility of two values = the
//! cosine of their angle: by steps of 40°, 1, 0.766, 0.174, −½, −0.940. Opposition o = weight(declared strength) if declared, the
//! larger if both ways, and a declared 0 cancels the circle; else ½ for three wedges and 0.939692620786 for four.
//! A party holds a value from the cut on. A tension is a pair of opposed values, one held by one party and one by another;
//! strength = o × mean weight(importance). Of the two ways in which a pair of parties can hold two values, the stronger is told. Inner
//! tension: one party holds both. Beside the strongest mapping stands the *weighted cosine* (own rule): the mean of the cosines over
//! all mappings of both values, each weighed by the product of its strengths. That is the inner product of the two mean resultant
//! vectors of K. V. Mardia and P. E. Jupp, *Directional Statistics* (2000); it decides nothing here.
//!
//! **Assumptions.** The circle holds for organisations as for persons. What parties say on one scale may be compared.
//!
//! **Missing data.** An unrated importance holds nothing; a mapping of unknown strength counts as none; one of weight 0 is none. Where
//! only a declared strength is unknown, the opposition and its tensions are kept with an undefined strength (`missing-rating`), last.
//! All of them are listed in `omitted`.
//!
//! **Returns.** [`ValueTensions`].
//!
//! **Complexity.** Time goes with the pairs of opposed values times those who hold them; memory with what is listed.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{ValueTensionOptions, value_tensions};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[value.calm]\nschwartz = { security = 5 }\n[value.novelty]\nschwartz = { stimulation = 4 }\n\
//!             [party.city]\nvalues = { calm = 5, novelty = 3 }\n[party.start-up]\nvalues = { novelty = 5 }\n";
//! let found = value_tensions(&Model::try_from(Document::from_toml(text)?)?, &ValueTensionOptions::new());
//! assert_eq!(found.between[0].to_string(), "city and start-up over calm and novelty: 0.939692620786 (circle)");
//! assert_eq!(found.within[0].to_string(), "city over calm and novelty: 0.7517540966288 (circle)");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** A tension is no quarrel: it says where parties may have to choose. The order round the circle is found in
//! persons; equal wedges are a convention.

use std::cmp::Ordering;
use std::fmt;

use serde::Serialize;

use super::cut::Cut;
use super::pairs::{self, Pair};
use super::replay::{Rule, as_cited};
use crate::citation::{self, Citation};
use crate::evidence::{Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{PartyId, ValueId};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::schwartz::SchwartzValue;

mod opposition;

use opposition::{
    Held, Opposition, Oppositions, falling_known, field_of, mappings, nearest, strength, weighted_cosine,
};
pub use opposition::{Mapping, OppositionSource};
pub(super) use opposition::{fields, is_mapped, opposition, unplaced};

/// How to look for tensions between values.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ValueTensionOptions {
    aggregate: Aggregate,
    value_cut: Cut,
    list_at_most: usize,
}

impl Default for ValueTensionOptions {
    /// Median over raters, held from the midpoint on, at most 1000 entries in each list.
    fn default() -> Self {
        Self { aggregate: Aggregate::Median, value_cut: Cut::Midpoint, list_at_most: 1000 }
    }
}

impl ValueTensionOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// From which importance on a value counts as held. A median is taken over all own importances of the model.
    #[must_use]
    pub fn value_cut(mut self, cut: Cut) -> Self {
        self.value_cut = cut;
        self
    }

    /// How many entries each list has at most; the counts are of all.
    #[must_use]
    pub fn list_at_most(mut self, entries: usize) -> Self {
        self.list_at_most = entries;
        self
    }
}

/// Where a value stands on the circle.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlaceOnCircle {
    /// The value.
    pub value: ValueId,
    /// Its mappings, strongest first; those that decide are marked.
    pub mappings: Vec<Mapping>,
}

impl PlaceOnCircle {
    /// Where it stands: its strongest mappings.
    pub fn on(&self) -> impl Iterator<Item = SchwartzValue> + Clone + '_ {
        self.mappings.iter().filter(|m| m.decides).map(|m| m.on)
    }
}

/// How two mapped values lie on the circle.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Compatibility {
    /// The two, in id order.
    pub values: [ValueId; 2],
    /// How many of the nine wedges apart, 0 to 4, at the nearest of their strongest mappings.
    pub steps: u8,
    /// The cosine of that angle, −0.94 … 1.
    pub cosine: f64,
    /// The mean of the cosines over all mappings, weighed by their strengths, −0.94 … 1.
    pub weighted_cosine: f64,
}

/// Two values that pull apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpposedValues {
    /// The two, in id order.
    pub values: [ValueId; 2],
    /// What says so.
    pub source: OppositionSource,
    /// How much, 0 … 1; `missing-rating` where a declared strength is unknown.
    pub opposition: Measure,
    /// How many parties hold the first, and how many the second.
    pub holders: [usize; 2],
    /// How many pairs of parties there are of which one holds the first and the other the second.
    pub between: usize,
    /// How many parties hold both.
    pub within: usize,
}

/// Two parties that hold opposed values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tension {
    /// Who holds the first value, and who the second.
    pub holders: [PartyId; 2],
    /// The values, in id order.
    pub values: [ValueId; 2],
    /// What says that they pull apart.
    pub source: OppositionSource,
    /// How strong the tension is, 0 … 1.
    pub strength: Measure,
}

impl fmt::Display for Tension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ([a, b], [x, y]) = (&self.holders, &self.values);
        write!(f, "{a} and {b} over {x} and {y}: {} ({})", self.strength, self.source)
    }
}

/// A party that holds two opposed values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InnerTension {
    /// The party.
    pub party: PartyId,
    /// The values, in id order.
    pub values: [ValueId; 2],
    /// What says that they pull apart.
    pub source: OppositionSource,
    /// How strong the tension is, 0 … 1.
    pub strength: Measure,
}

impl fmt::Display for InnerTension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [x, y] = &self.values;
        write!(f, "{} over {x} and {y}: {} ({})", self.party, self.strength, self.source)
    }
}

/// How many there are, listed or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct TensionCounts {
    /// Pairs of values that are mapped onto the circle.
    pub compatible: usize,
    /// Pairs of opposed values.
    pub opposed: usize,
    /// Those among them over which there is a tension, between parties or within one.
    pub held: usize,
    /// Pairs of parties over pairs of opposed values.
    pub between: usize,
    /// Parties over pairs of opposed values that they hold both.
    pub within: usize,
}

/// The tensions between the values of a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueTensions {
    /// How they were found.
    #[serde(skip)]
    pub provenance: Provenance<ValueTensionOptions>,
    /// Mappings, importances and declared tensions that are unknown.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// From which raw importance on a value is held.
    pub cut: f64,
    /// Where the values stand on the circle; those without a mapping are not among them.
    pub places: Vec<PlaceOnCircle>,
    /// Every two mapped values, in id order.
    pub compatibility: Vec<Compatibility>,
    /// The opposed values: those over which there is a tension first, then the most opposed, ties by id.
    pub opposed: Vec<OpposedValues>,
    /// Values that the circle opposes and a declared 0 does not, in id order.
    pub cancelled: Vec<[ValueId; 2]>,
    /// Pairs of parties that hold opposed values, strongest first, ties by party and value.
    pub between: Vec<Tension>,
    /// Parties that hold opposed values themselves, strongest first, ties by party and value.
    pub within: Vec<InnerTension>,
    /// How many of each there are, listed or not.
    pub counts: TensionCounts,
    /// Every listed number with its grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::SCHWARTZ_1992, citation::MARDIA_JUPP_2000, citation::OWN_VALUE_TENSIONS];

/// Finds the values that pull apart. See the [module](self).
pub fn value_tensions(model: &Model, options: &ValueTensionOptions) -> ValueTensions {
    let (aggregate, most) = (options.aggregate, options.list_at_most);
    let cut = options.value_cut.of_importance(model, aggregate);
    let parties: Vec<&PartyId> = model.parties().map(|(id, _)| id).collect();
    let held = held(model, aggregate, &parties, cut);
    let places: Vec<PlaceOnCircle> = model
        .values()
        .map(|(id, value)| PlaceOnCircle { value: id.clone(), mappings: mappings(model, value, aggregate) })
        .filter(|place| !place.mappings.is_empty())
        .collect();
    let found = Oppositions::among(model, aggregate, |_| true);
    let mut counts =
        TensionCounts { compatible: places.len() * places.len().saturating_sub(1) / 2, ..TensionCounts::default() };
    let mut opposed = Best::new(most, |x: &Opposed<'_>, y: &Opposed<'_>| {
        let falling = falling_known(x.opposition.factor, y.opposition.factor);
        y.matters().cmp(&x.matters()).then(falling).then_with(|| x.values.cmp(&y.values))
    });
    let mut pairs = Best::new(most, Strongest::order);
    let mut inner = Best::new(most, |x: &Inner<'_>, y: &Inner<'_>| {
        falling_known(x.0, y.0).then(x.1.cmp(&y.1)).then_with(|| x.2.cmp(&y.2))
    });
    found.each(|values, opposition| {
        let entry = Opposed::of(&held, values, opposition);
        counts.opposed += 1;
        counts.held += usize::from(entry.matters());
        counts.between += entry.between;
        counts.within += entry.within;
        if entry.between > 0 {
            let worst = pairs.worst();
            if let Some(first) = Strongest::of(model, &held, values, &entry.opposition, worst) {
                pairs.push(first);
            }
        }
        if entry.within > 0 {
            for (party, x, y) in both(&held, values) {
                inner.push((strength(model, &entry.opposition, x, y), party, values, entry.opposition.source));
            }
        }
        opposed.push(entry);
    });
    let mut out = ValueTensions {
        provenance: Provenance { method: "value_tensions", method_version: 1, options: *options, cites: CITES },
        omitted: omitted(model, aggregate),
        cut,
        compatibility: compatibilities(&places).take(most).collect(),
        places,
        opposed: opposed.sorted().into_iter().map(OpposedValues::from).collect(),
        cancelled: found.cancelled().take(most).map(|pair| pair.map(ValueId::clone)).collect(),
        between: between(model, &parties, &held, pairs.sorted(), most),
        within: inner.sorted().into_iter().filter_map(|entry| inner_tension(&parties, entry)).collect(),
        counts,
        findings: Vec::new(),
    };
    out.findings = findings(model, aggregate, &out);
    out
}

/// Who holds which value.
fn held<'a>(model: &'a Model, aggregate: Aggregate, parties: &[&PartyId], cut: f64) -> Held<'a> {
    let mut held = Held::new();
    for (place, party) in (0..).zip(parties) {
        for (value, _) in model.importances().of(party) {
            let source = Element::Importance((*party).clone(), value.clone());
            let raw = model.read(&source, Attribute::Importance, aggregate).map(|r| r.raw).filter(|x| *x >= cut);
            if let Some(raw) = raw {
                held.entry(value).or_default().push((place, raw));
            }
        }
    }
    held
}

fn holders<'h>(held: &'h Held<'_>, value: &ValueId) -> &'h [(u32, f64)] {
    held.get(value).map_or(&[], Vec::as_slice)
}

/// The parties that hold both of two values, with both importances.
fn both<'h>(held: &'h Held<'_>, [a, b]: [&ValueId; 2]) -> impl Iterator<Item = (u32, f64, f64)> + 'h {
    // Both sides come in the order of the parties.
    let met = itertools::merge_join_by(holders(held, a), holders(held, b), |(p, _), (q, _)| p.cmp(q));
    met.filter_map(|at| at.both()).map(|((p, x), (_, y))| (*p, *x, *y))
}

/// The first so many of what comes by, by an order that has no ties; the rest is dropped now and then.
struct Best<T, F> {
    most: usize,
    order: F,
    all: Vec<T>,
    /// Whether the first `most` are in order and the rest came later.
    full: bool,
}

impl<T, F: Fn(&T, &T) -> Ordering> Best<T, F> {
    fn new(most: usize, order: F) -> Self {
        Self { most, order, all: Vec::new(), full: false }
    }

    fn push(&mut self, entry: T) {
        if self.worst().is_some_and(|worst| (self.order)(&entry, worst) == Ordering::Greater) {
            return;
        }
        self.all.push(entry);
        if self.all.len() / 2 > self.most.max(500) {
            self.sort();
        }
    }

    /// One that is among the first so far, and that no later one can be behind and be listed.
    fn worst(&self) -> Option<&T> {
        self.all.get(self.most.checked_sub(1)?).filter(|_| self.full)
    }

    fn sort(&mut self) {
        self.all.sort_by(&self.order);
        self.all.truncate(self.most);
        self.full = self.all.len() == self.most;
    }

    fn sorted(mut self) -> Vec<T> {
        self.sort();
        self.all
    }
}

/// Two opposed values, with who holds them counted.
struct Opposed<'a> {
    values: [&'a ValueId; 2],
    opposition: Opposition,
    holders: [usize; 2],
    between: usize,
    within: usize,
}

impl<'a> Opposed<'a> {
    fn of(held: &Held<'_>, values: [&'a ValueId; 2], opposition: Opposition) -> Self {
        let [n, m] = values.map(|value| holders(held, value).len());
        let within = both(held, values).count();
        // Of two parties that both hold both, the two ways round are one.
        let between = n * m - within - within * within.saturating_sub(1) / 2;
        Self { values, opposition, holders: [n, m], between, within }
    }

    /// Whether there is a tension over them.
    fn matters(&self) -> bool {
        self.between + self.within > 0
    }
}

impl From<Opposed<'_>> for OpposedValues {
    fn from(Opposed { values, opposition, holders, between, within }: Opposed<'_>) -> Self {
        Self {
            values: values.map(ValueId::clone),
            source: opposition.source,
            opposition: Measure::or(opposition.factor, Undefined::MissingRating),
            holders,
            between,
            within,
        }
    }
}

/// The strongest tension over two values. As many such as are listed hold all tensions that are.
struct Strongest<'a> {
    strength: Option<f64>,
    parties: [u32; 2],
    values: [&'a ValueId; 2],
    opposition: Opposition,
}

impl<'a> Strongest<'a> {
    fn order(x: &Self, y: &Self) -> Ordering {
        let falling = falling_known(x.strength, y.strength);
        falling.then_with(|| x.parties.cmp(&y.parties)).then_with(|| x.values.cmp(&y.values))
    }

    /// Nothing where even the highest importances make less than the worst that is listed.
    fn of(
        model: &Model,
        held: &Held<'_>,
        values: [&'a ValueId; 2],
        opposition: &Opposition,
        worst: Option<&Self>,
    ) -> Option<Self> {
        let [x, y] = values.map(|v| holders(held, v).iter().map(|(_, x)| *x).fold(f64::NEG_INFINITY, f64::max));
        let most = strength(model, opposition, x, y);
        if worst.is_some_and(|worst| falling_known(most, worst.strength) == Ordering::Greater) {
            return None;
        }
        let field = [field_of(model, held, values, opposition)?];
        let Pair { left, right, .. } = *pairs::strongest(&field, Some(1)).0.first()?;
        let [x, y] = [raw(held, values, 0, left)?, raw(held, values, 1, right)?];
        Some(Self {
            strength: strength(model, opposition, x, y),
            parties: [left.min(right), left.max(right)],
            values,
            opposition: opposition.clone(),
        })
    }
}

/// What a party says of one of two values that it holds.
fn raw(held: &Held<'_>, values: [&ValueId; 2], which: usize, place: u32) -> Option<f64> {
    let all = holders(held, values.get(which)?);
    all.get(all.binary_search_by_key(&place, |(p, _)| *p).ok()?).map(|(_, x)| *x)
}

fn compatibilities(places: &[PlaceOnCircle]) -> impl Iterator<Item = Compatibility> + '_ {
    let pairs = places.iter().enumerate().flat_map(|(i, a)| places.iter().skip(i + 1).map(move |b| (a, b)));
    pairs.filter_map(|(a, b)| {
        let (x, y) = nearest(a.on(), b.on())?;
        Some(Compatibility {
            values: [a.value.clone(), b.value.clone()],
            steps: x.steps_to(y),
            cosine: x.compatibility(y),
            weighted_cosine: weighted_cosine(&a.mappings, &b.mappings)?,
        })
    })
}

fn between(
    model: &Model,
    parties: &[&PartyId],
    held: &Held<'_>,
    mut over: Vec<Strongest<'_>>,
    most: usize,
) -> Vec<Tension> {
    over.sort_by_key(|one| one.values);
    let fields: Vec<_> = over.iter().filter_map(|one| field_of(model, held, one.values, &one.opposition)).collect();
    let name = |place: u32| parties.get(usize::try_from(place).ok()?).map(|p| (*p).clone());
    let (pairs, _) = pairs::strongest(&fields, Some(most));
    let tension = |Pair { field, left, right }: Pair| {
        let Strongest { values, opposition, .. } = over.get(field)?;
        let strength = strength(model, opposition, raw(held, *values, 0, left)?, raw(held, *values, 1, right)?);
        Some(Tension {
            holders: [name(left)?, name(right)?],
            values: values.map(ValueId::clone),
            source: opposition.source,
            strength: Measure::or(strength, Undefined::MissingRating),
        })
    };
    pairs.into_iter().filter_map(tension).collect()
}

/// A party that holds two values, with what that makes.
type Inner<'a> = (Option<f64>, u32, [&'a ValueId; 2], OppositionSource);

fn inner_tension(parties: &[&PartyId], (strength, place, values, source): Inner<'_>) -> Option<InnerTension> {
    Some(InnerTension {
        party: (*parties.get(usize::try_from(place).ok()?)?).clone(),
        values: values.map(ValueId::clone),
        source,
        strength: Measure::or(strength, Undefined::MissingRating),
    })
}

fn omitted(model: &Model, aggregate: Aggregate) -> Vec<Omission> {
    let importances = model.importances().iter().map(|(p, v, _)| Element::Importance(p.clone(), v.clone()));
    let tensions = model.tensions().iter().map(|(a, b, _)| Element::Tension(a.clone(), b.clone()));
    let rated = importances.map(|e| (e, Attribute::Importance)).chain(tensions.map(|e| (e, Attribute::Tension)));
    let unknown = rated.filter(|(e, a)| model.read(e, *a, aggregate).is_none());
    let mut out: Vec<Omission> = unknown.map(|(e, a)| Omission::unknown(e, a)).collect();
    out.extend(unplaced(model, aggregate).map(|v| Omission::unknown(v.into(), Attribute::Schwartz)));
    out.sort();
    out
}

fn findings(model: &Model, aggregate: Aggregate, found: &ValueTensions) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for Compatibility { values: [a, b], .. } in &found.compatibility {
        out.extend(compatibility_finding(model, aggregate, a, b, Cosine::Strongest));
        out.extend(compatibility_finding(model, aggregate, a, b, Cosine::Weighted));
    }
    let opposed = found.opposed.iter();
    out.extend(opposed.filter_map(|OpposedValues { values: [a, b], .. }| opposition_finding(model, aggregate, a, b)));
    for Tension { holders: [i, j], values: [a, b], .. } in &found.between {
        out.extend(tension_finding(model, aggregate, [i, j], [a, b]));
    }
    for InnerTension { party, values: [a, b], .. } in &found.within {
        out.extend(tension_finding(model, aggregate, [party, party], [a, b]));
    }
    out
}

/// Which of the two cosines.
#[derive(Clone, Copy, PartialEq)]
enum Cosine {
    Strongest,
    Weighted,
}

fn mapping_grounds<'m>(value: &ValueId, mappings: impl Iterator<Item = &'m Mapping>) -> Vec<Contribution> {
    let of = |m: &Mapping| Contribution {
        source: value.into(),
        attribute: Some(Attribute::Schwartz),
        reading: None,
        amount: m.weight,
    };
    mappings.map(of).collect()
}

fn compatibility_finding(
    model: &Model,
    aggregate: Aggregate,
    a: &ValueId,
    b: &ValueId,
    which: Cosine,
) -> Option<Finding> {
    let of = |id: &ValueId| Some(mappings(model, model.value(id)?, aggregate));
    let (x, y) = (of(a)?, of(b)?);
    let chosen = |m: &&Mapping| which == Cosine::Weighted || m.decides;
    let (rule, cosine) = match which {
        Cosine::Strongest => {
            let on = |all: &[Mapping]| all.iter().filter(chosen).map(|m| m.on).collect::<Vec<_>>();
            let (x, y) = nearest(on(&x), on(&y))?;
            ("value-compatibility", x.compatibility(y))
        }
        Cosine::Weighted => ("value-compatibility-weighted", weighted_cosine(&x, &y)?),
    };
    let mut because = mapping_grounds(a, x.iter().filter(chosen));
    because.extend(mapping_grounds(b, y.iter().filter(chosen)));
    Some(finding(vec![a.into(), b.into()], rule, Measure::Known(cosine), aggregate, because))
}

fn opposition_finding(model: &Model, aggregate: Aggregate, a: &ValueId, b: &ValueId) -> Option<Finding> {
    let found = opposition(model, aggregate, a, b)?;
    let because = match found.source {
        OppositionSource::Declared => found.cited(model, [a, b], aggregate).unwrap_or_default(),
        OppositionSource::Circle => {
            let of = |id: &ValueId| Some(mappings(model, model.value(id)?, aggregate));
            let decisive = |id, all: Vec<Mapping>| mapping_grounds(id, all.iter().filter(|m| m.decides));
            let mut because = decisive(a, of(a)?);
            because.extend(decisive(b, of(b)?));
            because
        }
    };
    let amount = Measure::or(found.factor, Undefined::MissingRating);
    Some(finding(vec![a.into(), b.into()], "value-opposition", amount, aggregate, because))
}

/// The tension of two parties, or of one with itself, over two values.
fn tension_finding(
    model: &Model,
    aggregate: Aggregate,
    [i, j]: [&PartyId; 2],
    [a, b]: [&ValueId; 2],
) -> Option<Finding> {
    let read = |party: &PartyId, value: &ValueId| -> Option<(Reading, Contribution)> {
        let source = Element::Importance(party.clone(), value.clone());
        let reading = model.read(&source, Attribute::Importance, aggregate)?;
        Some((reading, Contribution::read(source, Attribute::Importance, reading, reading.raw)))
    };
    let ((x, first), (y, second)) = (read(i, a)?, read(j, b)?);
    let found = opposition(model, aggregate, a, b)?;
    let mut because = vec![first, second];
    because.extend(found.cited(model, [a, b], aggregate).unwrap_or_default());
    let strength = Measure::or(strength(model, &found, x.raw, y.raw), Undefined::MissingRating);
    let (rule, mut subject) = if i == j {
        ("value-tension-within", vec![Element::from(i)])
    } else {
        ("value-tension", vec![Element::from(i), Element::from(j)])
    };
    subject.extend([a.into(), b.into()]);
    Some(finding(subject, rule, strength, aggregate, because))
}

fn finding(
    subject: Vec<Element>,
    rule: &'static str,
    amount: Measure,
    aggregate: Aggregate,
    because: Vec<Contribution>,
) -> Finding {
    Finding { subject, rule, law: Law::Statistic, amount: amount.into(), aggregate, because }
}

/// The finding of the same rule over the same subject that the model gives now.
fn again(model: &Model, finding: &Finding) -> Option<Finding> {
    let aggregate = finding.aggregate;
    match (finding.rule, finding.subject.as_slice()) {
        ("value-compatibility", [Element::Value(a), Element::Value(b)]) => {
            compatibility_finding(model, aggregate, a, b, Cosine::Strongest)
        }
        ("value-compatibility-weighted", [Element::Value(a), Element::Value(b)]) => {
            compatibility_finding(model, aggregate, a, b, Cosine::Weighted)
        }
        ("value-opposition", [Element::Value(a), Element::Value(b)]) => opposition_finding(model, aggregate, a, b),
        ("value-tension", [Element::Party(i), Element::Party(j), Element::Value(a), Element::Value(b)]) => {
            tension_finding(model, aggregate, [i, j], [a, b])
        }
        ("value-tension-within", [Element::Party(i), Element::Value(a), Element::Value(b)]) => {
            tension_finding(model, aggregate, [i, i], [a, b])
        }
        _ => None,
    }
}

const fn rule(id: &'static str) -> Rule {
    Rule { id, law: Law::Statistic, part: Rule::WHOLE, whole: Some(|m, f| as_cited(again(m, f), f)) }
}

pub(super) const RULES: &[Rule] = &[
    rule("value-compatibility"),
    rule("value-compatibility-weighted"),
    rule("value-opposition"),
    rule("value-tension"),
    rule("value-tension-within"),
];
