//! # Conflicts
//!
//! **Question.** Who clashes with whom, over what, how strongly, for which reasons, and what could bridge it?
//!
//! **Method.** polder's own rules over the parties' stakes, claims and values, one file per kind: [`interest`],
//! [`opposed_interests`], [`fate`], [`value`], [`value_priority`], [`misperception`], [`culture`],
//! [`relation`], [`role`], [`leadership`]. Conflicts are described, not resolved; nobody is declared right.
//!
//! **Inputs.** Stances (signed), importances (one-sided), claims, declared oppositions and tensions, Schwartz mappings, culture profiles; for the
//! weighted column power (one-sided); for bridges ties (signed) and trust (one-sided).
//!
//! **Formula.** One finding per kind × parties × subject; strength in 0…1 as each kind says. Weighted = strength × geometric mean
//! of weight(power). A pair that clashes over one subject both ways round is one finding, the stronger way.
//!
//! **Assumptions.** What parties say on one scale may be compared. Units of one organisation are parties like any other, except that
//! a unit of a side is no broker.
//!
//! **Missing data.** A stake with an unknown stance or an unrated importance makes no conflict and is listed in `omitted`; so are an
//! unknown belief, tie, trust, dependence or score of a culture, and the unknown rings of a party of which some ring is on record. Where
//! only the strength is unknown the finding is kept, its strength undefined, the missing rating named in `missing`, and it comes
//! last. Without a power rating `weighted` is undefined.
//!
//! **Returns.** [`Conflicts`], strongest first, ties by party id. With [`ConflictOptions::strongest`] only so many.
//!
//! **Complexity.** By interest and by value, never all pairs: the supporters and opponents of each are sorted into levels, and
//! pairs are taken strongest first, so work and memory go with what is reported.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{ConflictOptions, conflicts};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[interest.cameras]\n[party.police]\nstakes = { cameras = 2 }\nties = { school = 1 }\n\
//!             [party.residents]\nstakes = { cameras = -1 }\nties = { school = 2 }\n[party.school]\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let found = conflicts(&model, &ConflictOptions::new().strongest(5));
//! assert_eq!(found.conflicts[0].to_string(), "police and residents over interest:cameras: interest 0.75");
//! assert_eq!(found.conflicts[0].because[0].to_string(), "stake:police/cameras: stance 2 on -2 to 2");
//! assert_eq!(found.conflicts[0].bridges.brokers[0].party.as_str(), "school");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** Strengths of different kinds share a range, not a unit: read them as an order of attention.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use super::declared::{Declared, mean_share};
use super::mutual_gains::MutualGain;
use super::pairs::{self, Field, Pair};
use super::rings::RingsOptions;
use crate::citation::{self, Citation};
use crate::evidence::{Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{InterestId, PartyId, Slug, ValueId};
use crate::math::exact;
use crate::math::three_way::Sign;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::{ScaleKind, Strength};
use crate::vocabulary::{ConflictKind, vocabulary};

mod again;
mod between;
mod bridges;
pub mod culture;
pub mod fate;
pub mod interest;
pub mod leadership;
pub mod misperception;
pub mod opposed_interests;
mod options;
pub mod relation;
pub mod role;
pub mod value;
pub mod value_priority;

pub(super) use again::RULES;
use again::{rule_of, weighted_rule_of};
pub use between::{Between, BetweenError, Stand, between};
pub use bridges::{Bridges, Broker, Shared, SupraInterest, Trade};
pub use options::{Bridging, ConflictOptions};

/// One kind of conflict, as the search and the replay see it.
struct Kind {
    kind: ConflictKind,
    /// Where it may occur.
    fields: fn(&Context<'_>) -> Vec<Field>,
    /// Why two parties clash over a subject, the left one first.
    grounds: fn(&Context<'_>, &[Element], &PartyId, &PartyId) -> Grounds,
    /// Conflicts in which one party stands alone.
    alone: fn(&Context<'_>) -> Vec<Alone>,
}

/// A conflict in which one party stands alone.
struct Alone {
    party: PartyId,
    subject: Vec<Element>,
    grounds: Grounds,
}

/// Every kind that is detected. A new kind is a file and a line here.
const KINDS: [Kind; 10] = [
    interest::KIND,
    opposed_interests::KIND,
    fate::KIND,
    value::KIND,
    value_priority::KIND,
    misperception::KIND,
    culture::KIND,
    relation::KIND,
    role::KIND,
    leadership::KIND,
];

/// The grounds of one conflict.
#[derive(Default)]
struct Grounds {
    because: Vec<Contribution>,
    missing: Vec<Omission>,
}

impl Grounds {
    /// Cites a rating, or lists it as missing.
    fn cite(&mut self, context: &Context<'_>, source: Element, attribute: Attribute, amount: fn(Reading) -> f64) {
        match context.model.read(&source, attribute, context.aggregate) {
            Some(reading) => {
                self.because.push(Contribution::read(source, attribute, reading, amount(reading)));
            }
            None => self.missing.push(Omission::unknown(source, attribute)),
        }
    }
}

/// What every kind reads.
struct Context<'a> {
    model: &'a Model,
    aggregate: Aggregate,
    parties: Vec<&'a PartyId>,
    place: HashMap<&'a PartyId, u32>,
    fates: fate::Fates<'a>,
    /// Importances at or above this, raw, make a value held.
    value_cut: f64,
    priority_gap: f64,
    belief_gap: f64,
    /// Trust below this, raw, is low.
    trust_cut: f64,
    one_sided_gap: f64,
    dependence_ratio: f64,
    rings: &'a RingsOptions,
    culture_cut: Strength,
    strongest: Option<usize>,
    phases: leadership::PhaseScope,
}

impl<'a> Context<'a> {
    /// `only`: as if there were no other parties.
    fn new(model: &'a Model, options: &'a ConflictOptions, only: Option<[&PartyId; 2]>) -> Self {
        let aggregate = options.aggregate;
        let chosen = |id: &PartyId| only.is_none_or(|pair| pair.contains(&id));
        let parties: Vec<&PartyId> = model.parties().map(|(id, _)| id).filter(|id| chosen(id)).collect();
        let place = parties.iter().zip(0..).map(|(id, i)| (*id, i)).collect();
        Self {
            model,
            aggregate,
            parties,
            place,
            fates: fate::fates(model, aggregate),
            value_cut: options.value_level(model, aggregate),
            priority_gap: options.priority_gap.get(),
            belief_gap: options.belief_gap.get(),
            trust_cut: options.trust_level(model, aggregate),
            one_sided_gap: options.one_sided_gap.get(),
            dependence_ratio: options.dependence_ratio.get(),
            rings: &options.rings,
            culture_cut: options.culture_cut,
            strongest: options.strongest,
            phases: options.phases,
        }
    }

    fn party(&self, index: u32) -> Option<&'a PartyId> {
        self.parties.get(usize::try_from(index).ok()?).copied()
    }

    /// The known non-zero stances, interest by interest, with the party's place.
    fn stances(&self) -> BTreeMap<&'a InterestId, Vec<(u32, f64)>> {
        let scale = self.model.scales().of(ScaleKind::Signed);
        let mut out: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (party, interest, stake) in self.model.stakes().iter() {
            let stance = stake.stance.as_ref().and_then(|r| r.read(&scale, self.aggregate)).map(|r| r.raw);
            if let (Some(place), Some(stance)) = (self.place.get(party), stance.filter(|s| *s != 0.0)) {
                out.entry(interest).or_default().push((*place, stance));
            }
        }
        out
    }

    /// The known importances, value by value, with the party's place.
    fn importances(&self) -> BTreeMap<&'a ValueId, Vec<(u32, f64)>> {
        let scale = self.model.scales().of(ScaleKind::OneSided);
        let mut out: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (party, value, rating) in self.model.importances().iter() {
            if let (Some(place), Some(reading)) = (self.place.get(party), rating.read(&scale, self.aggregate)) {
                out.entry(value).or_default().push((*place, reading.raw));
            }
        }
        out
    }
}

vocabulary! {
    /// Whether the interests behind a conflict lie on the table.
    Voicing, "voicing" {
        /// Every stake behind it is disclosed.
        Voiced = "voiced",
        /// A stake behind it is known not to be disclosed.
        Latent = "latent",
        /// Not on record for every stake, or no stakes lie behind it.
        Unknown = "unknown",
    }
}

/// One conflict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conflict {
    /// Its kind.
    pub kind: ConflictKind,
    /// Who clashes: two parties in id order, or one with itself.
    pub parties: Vec<PartyId>,
    /// Over what: an interest or a value, or two that oppose each other; two cultures; a task, phase or role of the team.
    pub subject: Vec<Element>,
    /// How strong, 0 … 1.
    pub strength: Measure,
    /// Strength × geometric mean of weight(power), 0 … 1.
    pub weighted: Measure,
    /// Whether it lies on the table.
    pub voicing: Voicing,
    /// Which class of mutual gains it is, where both have stated positions on the interest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mutual_gain: Option<MutualGain>,
    /// Which misperception it is, for that kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misjudgement: Option<misperception::Misjudgement>,
    /// Whether the file acknowledges it.
    pub acknowledged: bool,
    /// The grounds of the strength.
    pub because: Vec<Contribution>,
    /// The ratings without which the strength cannot be said.
    pub missing: Vec<Omission>,
    /// What could bridge it; empty when not asked for, and for one party.
    pub bridges: Arc<Bridges>,
    #[serde(skip)]
    aggregate: Aggregate,
    #[serde(skip)]
    powers: Vec<Contribution>,
}

impl Conflict {
    /// The conflict as findings that can be replayed: its strength, and its strength weighted by power.
    pub fn findings(&self) -> Vec<Finding> {
        let subject: Vec<Element> =
            self.parties.iter().map(Element::from).chain(self.subject.iter().cloned()).collect();
        let finding = |rule, amount: Measure, because| Finding {
            subject: subject.clone(),
            rule,
            law: Law::Statistic,
            amount: amount.into(),
            aggregate: self.aggregate,
            because,
        };
        let mut out = vec![finding(rule_of(self.kind), self.strength, self.because.clone())];
        if self.weighted.value().is_some() {
            let because = self.because.iter().chain(&self.powers).cloned().collect();
            out.push(finding(weighted_rule_of(self.kind), self.weighted, because));
        }
        out
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parties = itertools::join(&self.parties, " and ");
        write!(f, "{parties} over {}: {} {}", itertools::join(&self.subject, " against "), self.kind, self.strength)
    }
}

/// The conflicts of a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conflicts {
    /// How they were found.
    #[serde(skip)]
    pub provenance: Provenance<ConflictOptions>,
    /// Ratings that are unknown, so that no conflict can be seen in them.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Conflicts between two parties, and of one party with us over its role or over leadership, strongest first.
    pub conflicts: Vec<Conflict>,
    /// Whether there are more than were asked for.
    pub more: bool,
    /// Parties in conflict with themselves: for two interests that oppose each other.
    pub inner: Vec<Conflict>,
}

impl Conflicts {
    /// Every number with its grounds.
    pub fn findings(&self) -> Vec<Finding> {
        self.conflicts.iter().chain(&self.inner).flat_map(Conflict::findings).collect()
    }
}

impl<'a> IntoIterator for &'a Conflicts {
    type Item = &'a Conflict;
    type IntoIter = std::slice::Iter<'a, Conflict>;
    fn into_iter(self) -> Self::IntoIter {
        self.conflicts.iter()
    }
}

const CITES: &[Citation] = &[
    citation::OWN_CONFLICTS,
    citation::SCHWARTZ_1992,
    citation::OWN_CULTURE,
    citation::QUINN_1988,
    citation::OWN_LEADERSHIP,
];

/// Finds the conflicts of a model. See the [module](self).
pub fn conflicts(model: &Model, options: &ConflictOptions) -> Conflicts {
    among(model, options, None)
}

fn among(model: &Model, options: &ConflictOptions, only: Option<[&PartyId; 2]>) -> Conflicts {
    let context = Context::new(model, options, only);
    let Detected { conflicts, more, inner } = detect(&context, options);
    Conflicts {
        provenance: Provenance { method: "conflicts", method_version: 1, options: options.clone(), cites: CITES },
        omitted: omitted(&context, &options.kinds),
        conflicts,
        more,
        inner,
    }
}

/// What is found among the parties of a context.
struct Detected {
    conflicts: Vec<Conflict>,
    more: bool,
    inner: Vec<Conflict>,
}

fn detect(context: &Context<'_>, options: &ConflictOptions) -> Detected {
    let chosen = || KINDS.iter().filter(|k| options.kinds.contains(&k.kind));
    let fields: Vec<Field> = chosen().flat_map(|k| (k.fields)(context)).collect();
    let (pairs, mut more) = pairs::strongest(&fields, options.strongest);
    let mut bridges = bridges::Finder::new(context);
    let found: Vec<Conflict> = pairs
        .into_iter()
        .filter_map(|Pair { field, left, right }| {
            let field = fields.get(field)?;
            let kind = KINDS.iter().find(|k| k.kind == field.kind)?;
            let (left, right) = (context.party(left)?, context.party(right)?);
            let grounds = (kind.grounds)(context, &field.subject, left, right);
            let mut conflict = describe(context, kind.kind, &[left, right], field.subject.clone(), grounds);
            if options.bridges == Bridging::ForEach {
                conflict.bridges = bridges.between(left.min(right), left.max(right));
            }
            Some(conflict)
        })
        .collect();
    let alone = chosen().flat_map(|k| (k.alone)(context).into_iter().map(|a| (k.kind, a)));
    let mut alone: Vec<Conflict> =
        alone.map(|(kind, a)| describe(context, kind, &[&a.party], a.subject, a.grounds)).collect();
    alone.sort_by(by_strength);
    let mut conflicts: Vec<Conflict> =
        itertools::merge_join_by(found, alone, |x: &Conflict, y| by_strength(x, y).is_le())
            .map(itertools::Either::into_inner)
            .collect();
    if let Some(most) = options.strongest.filter(|most| conflicts.len() > *most) {
        conflicts.truncate(most);
        more = true;
    }
    let opposed = options.kinds.contains(&ConflictKind::OpposedInterests);
    let inner = if opposed { opposed_interests::inner(context) } else { Vec::new() };
    Detected { conflicts, more, inner }
}

/// Strongest first, the unknown last, then by parties.
fn by_strength(x: &Conflict, y: &Conflict) -> std::cmp::Ordering {
    let strength = |c: &Conflict| c.strength.value().unwrap_or(-1.0);
    strength(y).total_cmp(&strength(x)).then_with(|| x.parties.cmp(&y.parties))
}

fn describe(
    context: &Context<'_>,
    kind: ConflictKind,
    parties: &[&PartyId],
    subject: Vec<Element>,
    grounds: Grounds,
) -> Conflict {
    let mut parties: Vec<PartyId> = parties.iter().map(|p| (*p).clone()).collect();
    parties.sort_unstable();
    let strength = strength_of(kind, &grounds.because);
    let powers: Vec<Contribution> = parties
        .iter()
        .filter_map(|p| {
            let reading = context.model.read(&p.into(), Attribute::Power, context.aggregate)?;
            Some(Contribution::read(p.into(), Attribute::Power, reading, reading.weight()))
        })
        .collect();
    let weighted = match strength {
        Measure::Known(strength) if powers.len() == parties.len() => {
            let weights: Vec<f64> = powers.iter().map(|c| c.amount).collect();
            Measure::Known(weighted(strength, &weights))
        }
        Measure::Known(_) => Measure::Undefined(Undefined::MissingRating),
        undefined => undefined,
    };
    let slugs: BTreeSet<&Slug> = subject
        .iter()
        .filter_map(|e| match e {
            Element::Interest(i) => Some(i.slug()),
            Element::Value(v) | Element::Believes(_, v) => Some(v.slug()),
            _ => None,
        })
        .collect();
    let acknowledged = context
        .model
        .handbook()
        .acknowledged
        .iter()
        .any(|a| a.kind == kind && a.parties.iter().eq(&parties) && a.over.iter().all(|over| slugs.contains(over)));
    let voicing = voicing(context.model, &grounds.because);
    Conflict {
        kind,
        parties,
        subject,
        strength,
        weighted,
        voicing,
        mutual_gain: mutual_gain(context, kind, &grounds.because),
        misjudgement: (kind == ConflictKind::Misperception)
            .then(|| misperception::misjudgement(&grounds.because, context.belief_gap)),
        acknowledged,
        because: grounds.because,
        missing: grounds.missing,
        bridges: Arc::default(),
        aggregate: context.aggregate,
        powers,
    }
}

/// The class of mutual gains of two stances that are cited, with the positions beside them.
fn mutual_gain(context: &Context<'_>, kind: ConflictKind, because: &[Contribution]) -> Option<MutualGain> {
    let [a, b] = because else { return None };
    let position = |c: &Contribution| context.model.read(&c.source, Attribute::Position, context.aggregate);
    let (p, q) = (position(a)?, position(b)?);
    (kind == ConflictKind::Interest)
        .then(|| MutualGain::of([p.raw, q.raw].map(Sign::of), [a.amount, b.amount].map(Sign::of)))
        .flatten()
}

fn voicing(model: &Model, because: &[Contribution]) -> Voicing {
    let disclosed: Vec<Option<bool>> = because
        .iter()
        .filter_map(|c| match &c.source {
            Element::Stake(p, i) => Some(model.stakes().get(p, i)?.disclosed),
            _ => None,
        })
        .collect();
    if disclosed.contains(&Some(false)) {
        Voicing::Latent
    } else if !disclosed.is_empty() && disclosed.iter().all(|d| *d == Some(true)) {
        Voicing::Voiced
    } else {
        Voicing::Unknown
    }
}

fn omitted(context: &Context<'_>, kinds: &BTreeSet<ConflictKind>) -> Vec<Omission> {
    let model = context.model;
    let mut out = Vec::new();
    if kinds.contains(&ConflictKind::Interest) || kinds.contains(&ConflictKind::OpposedInterests) {
        let unknown = model.stakes().iter().map(|(p, i, _)| Element::Stake(p.clone(), i.clone()));
        let unknown = unknown.filter(|e| model.read(e, Attribute::Stance, context.aggregate).is_none());
        out.extend(unknown.map(|e| Omission::unknown(e, Attribute::Stance)));
    }
    if kinds.contains(&ConflictKind::Value) {
        out.extend(value::unplaced(context).map(|v| Omission::unknown(v.into(), Attribute::Schwartz)));
    }
    if kinds.contains(&ConflictKind::Value) || kinds.contains(&ConflictKind::ValuePriority) {
        let unknown = model.importances().iter().map(|(p, v, _)| Element::Importance(p.clone(), v.clone()));
        let unknown = unknown.filter(|e| model.read(e, Attribute::Importance, context.aggregate).is_none());
        out.extend(unknown.map(|e| Omission::unknown(e, Attribute::Importance)));
    }
    if kinds.contains(&ConflictKind::Misperception) {
        for (id, belief) in model.beliefs() {
            let own = belief.values.keys().map(|v| Element::Importance(belief.about.clone(), v.clone()));
            let believed = belief.values.keys().map(|v| Element::Believes(id.clone(), v.clone()));
            let unknown =
                own.chain(believed).filter(|e| model.read(e, Attribute::Importance, context.aggregate).is_none());
            out.extend(unknown.map(|e| Omission::unknown(e, Attribute::Importance)));
        }
    }
    if kinds.contains(&ConflictKind::Relation) {
        let ties = model.ties().iter().map(|(a, b, _)| (Element::Tie(a.clone(), b.clone()), Attribute::Tie));
        let trusts = model.trusts().iter().map(|(a, b, _)| (Element::Trusts(a.clone(), b.clone()), Attribute::Trust));
        let unknown = ties.chain(trusts).filter(|(e, a)| model.read(e, *a, context.aggregate).is_none());
        out.extend(unknown.map(|(e, a)| Omission::unknown(e, a)));
        out.extend(relation::unknown(context));
    }
    if kinds.contains(&ConflictKind::Culture) {
        out.extend(culture::unknown(context));
    }
    if kinds.contains(&ConflictKind::Role) {
        out.extend(role::unknown(context));
    }
    if kinds.contains(&ConflictKind::Leadership) {
        out.extend(leadership::unknown(context));
    }
    out.sort();
    out.dedup();
    out
}

/// strength × geometric mean of the weights.
fn weighted(strength: f64, weights: &[f64]) -> f64 {
    match weights {
        [one] => exact::product([strength, *one]),
        [a, b] => {
            let product = exact::product([*a, *b]);
            // Of tiny weights the product is too small for a number of its own.
            let mean = if product < f64::MIN_POSITIVE { a.sqrt() * b.sqrt() } else { product.sqrt() };
            strength * mean
        }
        _ => 0.0,
    }
}

/// The strength that given grounds make.
fn strength_of(kind: ConflictKind, because: &[Contribution]) -> Measure {
    let rated = |attribute: Attribute| -> Vec<Reading> {
        because.iter().filter(|c| c.attribute == Some(attribute)).filter_map(|c| c.reading).collect()
    };
    let factor = |attribute: Attribute| because.iter().find(|c| c.attribute == Some(attribute)).map(|c| c.amount);
    let mean = |readings: &[Reading], factor: Option<f64>| match readings {
        [a, b] => Some(mean_share(a.raw, b.raw, &a.scale, factor?)),
        _ => None,
    };
    let strength = match kind {
        ConflictKind::Interest => mean(&rated(Attribute::Stance), Some(1.0)),
        ConflictKind::OpposedInterests => mean(&rated(Attribute::Stance), factor(Attribute::Opposition)),
        ConflictKind::Fate => mean(&rated(Attribute::Importance), Some(1.0)),
        ConflictKind::Value => {
            let opposition = factor(Attribute::Tension).or_else(|| factor(Attribute::Schwartz));
            mean(&rated(Attribute::Importance), opposition)
        }
        ConflictKind::ValuePriority => match rated(Attribute::Importance).as_slice() {
            [a, b] => Some(a.scale.apart(a.raw, b.raw)),
            _ => None,
        },
        ConflictKind::Misperception => match rated(Attribute::Importance).as_slice() {
            [believed, own, ..] => Some(believed.scale.apart(believed.raw, own.raw)),
            _ => None,
        },
        ConflictKind::Relation => relation::strength(because),
        ConflictKind::Culture => culture::strength(because),
        ConflictKind::Role => role::strength(because),
        ConflictKind::Leadership => leadership::strength(because),
    };
    Measure::or(strength, Undefined::MissingRating)
}
