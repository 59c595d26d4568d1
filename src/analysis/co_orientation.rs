//! # Co-orientation
//!
//! **Question.** Who knows what others hold dear, who thinks wrongly to agree with another, and who thinks wrongly to differ?
//!
//! **Method.** J. McLeod and S. Chaffee, "Interpersonal approaches to communication research", *American Behavioral Scientist* 16
//! (1973): what a party finds, what it thinks that the other finds, and what the other finds, compared two by two.
//!
//! **Inputs.** Own importance of values, and what one party believes of another's, both one-sided.
//!
//! **Formula.** For a about b, in unit, over the values of which all three are known: agreement = 1 − mean |own a − own b|;
//! congruency (perceived agreement) = 1 − mean |own a − belief|; accuracy = 1 − mean |belief − own b|. False consensus = congruency −
//! agreement where that is above 0, else 0; false conflict the other way round. Per value the signed part of congruency −
//! agreement: (|own a − own b| − |own a − belief|)/n. A value is misjudged where belief and own b lie a gap or more apart (own rule);
//! with own a known a *false conflict* when a thinks that they differ and they do not, a *false consensus* when it thinks that they
//! agree and they do not, to differ being to lie a gap or more apart.
//!
//! Beside these stands the *insight* of a into b (own rule): 1 − mean |belief − own b| over all values of which these two are
//! known, whatever a finds of them. It is no accuracy: it may rest on more values.
//!
//! **Assumptions.** Parties use the scale alike.
//!
//! **Missing data.** A value of which one of the three is unknown stands under `partial`, in no coefficient, and its missing ratings in
//! `omitted`. Without a value of which all three are known the coefficients are undefined (`missing-rating`). What a party believes
//! of another is one thing, in however many blocks the document states it; a value stated twice is refused there.
//!
//! **Returns.** [`CoOrientation`]. **Complexity.** n log n in the beliefs.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{CoOrientationOptions, co_orientation};
//! use polder::evidence::Measure;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[value.privacy]\n[party.city]\nvalues = { privacy = 5 }\n[party.shops]\nvalues = { privacy = 1 }\n\
//!             [[belief]]\nby = \"city\"\nabout = \"shops\"\nvalues = { privacy = 4 }\n";
//! let found = co_orientation(&Model::try_from(Document::from_toml(text)?)?, &CoOrientationOptions::new());
//! let city = found.pairs[0].there.as_ref().unwrap();
//! assert_eq!((city.agreement, city.congruency), (Measure::Known(0.0), Measure::Known(0.75)));
//! assert_eq!(city.false_consensus, Measure::Known(0.75));
//! assert!(found.pairs[0].back.is_none(), "the shops were not asked what the city holds dear");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** A high accuracy says that one knows the other, not that they agree. Over one or two values a coefficient says
//! little: read `n`. The two directions of a pair may rest on different values, so their agreements may differ.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::replay::{Rule, as_cited};
use crate::citation::{self, Citation};
use crate::evidence::{Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{BeliefId, PartyId, ValueId};
use crate::math::similarity::{self, similarity};
use crate::math::{Exact, exact};
use crate::model::{Attribute, Belief, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::{ScaleKind, Strength};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a misperception makes of two parties.
    Misjudgement, "misjudgement" {
        /// Thought to differ, and do not.
        FalseConflict = "false-conflict",
        /// Thought to agree, and do not.
        FalseConsensus = "false-consensus",
        /// Neither, or the believer's own importance is not known.
        Misjudged = "misjudged",
    }
}

/// How to compare what parties believe of each other.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CoOrientationOptions {
    aggregate: Aggregate,
    belief_gap: Strength,
}

impl Default for CoOrientationOptions {
    /// Median over raters; a belief that lies 0.5 unit or more from what the other says is a misjudgement.
    fn default() -> Self {
        Self { aggregate: Aggregate::Median, belief_gap: Strength::HALF }
    }
}

impl CoOrientationOptions {
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

    /// How far, in unit, a belief must lie from what the other says to be a misjudgement, and two importances from each other to
    /// differ.
    #[must_use]
    pub fn belief_gap(mut self, gap: Strength) -> Self {
        self.belief_gap = gap;
        self
    }
}

/// The three ratings of one value: the believer's own, its belief, and the other's own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Three {
    pub(super) own: Option<Reading>,
    pub(super) belief: Option<Reading>,
    pub(super) theirs: Option<Reading>,
}

/// Where the three ratings of one value stand: the believer's own, its belief, and the other's own.
pub(super) fn sources(id: &BeliefId, belief: &Belief, value: &ValueId) -> [Element; 3] {
    let own = |party: &PartyId| Element::Importance(party.clone(), value.clone());
    [own(&belief.by), Element::Believes(id.clone(), value.clone()), own(&belief.about)]
}

/// How far two ratings lie apart, in unit.
fn apart(x: Option<Reading>, y: Option<Reading>) -> Option<f64> {
    let (x, y) = (x?, y?);
    Some(x.scale.apart(x.raw, y.raw))
}

impl Three {
    pub(super) fn read(model: &Model, sources: &[Element; 3], aggregate: Aggregate) -> Self {
        let [own, belief, theirs] = sources.each_ref().map(|e| model.read(e, Attribute::Importance, aggregate));
        Self { own, belief, theirs }
    }

    /// |belief − the other's own| in unit.
    pub(super) fn off_by(&self) -> Option<f64> {
        apart(self.belief, self.theirs)
    }

    /// What the belief is when it lies a gap or more from what the other says.
    pub(super) fn misjudgement(&self, gap: f64) -> Option<Misjudgement> {
        let differ = |x, y| apart(x, y).map(|x| x >= gap);
        differ(self.belief, self.theirs)?.then(|| {
            match (differ(self.own, self.belief), differ(self.own, self.theirs)) {
                (Some(true), Some(false)) => Misjudgement::FalseConflict,
                (Some(false), Some(true)) => Misjudgement::FalseConsensus,
                _ => Misjudgement::Misjudged,
            }
        })
    }

    fn raw(&self) -> Option<[f64; 3]> {
        Some([self.own?.raw, self.belief?.raw, self.theirs?.raw])
    }
}

/// One value on which a party believes something of another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueOrientation {
    /// The value.
    pub value: ValueId,
    /// What the believer finds.
    pub own: Option<Reading>,
    /// What it thinks that the other finds.
    pub belief: Option<Reading>,
    /// What the other finds.
    pub theirs: Option<Reading>,
    /// |own − theirs| in unit: how far they are apart.
    pub difference: Measure,
    /// |own − belief| in unit: how far the believer thinks that they are apart.
    pub perceived_difference: Measure,
    /// |belief − theirs| in unit: how far the belief is off.
    pub error: Measure,
    /// The part of congruency − agreement, signed; `missing-rating` where one of the three is unknown.
    pub contribution: Measure,
    /// What the error is, when it is as large as the gap of the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misjudgement: Option<Misjudgement>,
    #[serde(skip)]
    sources: [Element; 3],
}

impl ValueOrientation {
    fn three(&self) -> Three {
        Three { own: self.own, belief: self.belief, theirs: self.theirs }
    }

    fn cited(&self, which: [bool; 3]) -> Vec<Contribution> {
        let readings = [self.own, self.belief, self.theirs];
        let all = self.sources.iter().zip(readings).zip(which).filter(|(_, chosen)| *chosen);
        all.filter_map(|((source, r), _)| {
            r.map(|r| Contribution::read(source.clone(), Attribute::Importance, r, r.raw))
        })
        .collect()
    }
}

/// What one party believes of another, beside what both say.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Orientation {
    /// Who believes it.
    pub by: PartyId,
    /// About whom.
    pub about: PartyId,
    /// On how many values all three ratings are known: those of `values`.
    pub n: usize,
    /// 1 − mean |own − theirs|, 0 … 1: how far they agree.
    pub agreement: Measure,
    /// 1 − mean |own − belief|, 0 … 1: how far the believer thinks that they agree.
    pub congruency: Measure,
    /// 1 − mean |belief − theirs|, 0 … 1: how well the believer is right on these values.
    pub accuracy: Measure,
    /// Congruency − agreement, −1 … 1: by how much the believer overestimates the agreement.
    pub overestimation: Measure,
    /// By how much it overestimates the agreement; 0 if it does not.
    pub false_consensus: Measure,
    /// By how much it underestimates the agreement; 0 if it does not.
    pub false_conflict: Measure,
    /// The values of which all three ratings are known, the largest contribution either way first.
    pub values: Vec<ValueOrientation>,
    /// The values of which a rating is unknown, in id order.
    pub partial: Vec<ValueOrientation>,
    /// 1 − mean |belief − theirs| over all values of which these two are known, in `values` or `partial`; no accuracy.
    pub insight: Measure,
    /// On how many values the insight rests.
    pub insight_over: usize,
}

impl fmt::Display for Orientation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { by, about, n, agreement, congruency, accuracy, .. } = self;
        write!(f, "{by} about {about}: agreement {agreement}, congruency {congruency}, accuracy {accuracy} over {n}")
    }
}

/// Two parties of which at least one believes something of the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MutualOrientation {
    /// The two, in id order.
    pub parties: [PartyId; 2],
    /// The first about the second; none where nothing is on record.
    pub there: Option<Orientation>,
    /// The second about the first; none where nothing is on record.
    pub back: Option<Orientation>,
}

/// What the parties believe of each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoOrientation {
    /// How it was found.
    #[serde(skip)]
    pub provenance: Provenance<CoOrientationOptions>,
    /// The ratings without which a belief cannot be compared.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Pair by pair, in id order, both directions side by side.
    pub pairs: Vec<MutualOrientation>,
}

impl CoOrientation {
    /// Every direction that is on record, by pair.
    pub fn iter(&self) -> impl Iterator<Item = &Orientation> {
        self.pairs.iter().flat_map(|pair| pair.there.iter().chain(&pair.back))
    }

    /// What one party believes of another.
    pub fn of(&self, by: &PartyId, about: &PartyId) -> Option<&Orientation> {
        let key = if by < about { [by, about] } else { [about, by] };
        let at = self.pairs.binary_search_by(|pair| pair.parties.each_ref().cmp(&key)).ok()?;
        let pair = self.pairs.get(at)?;
        if by < about { pair.there.as_ref() } else { pair.back.as_ref() }
    }

    /// Every number with its grounds, direction by direction.
    pub fn findings(&self) -> impl Iterator<Item = Finding> + '_ {
        let aggregate = self.provenance.options.aggregate;
        self.iter().flat_map(move |one| findings_of(one, aggregate))
    }
}

const CITES: &[Citation] = &[citation::MCLEOD_CHAFFEE_1973, citation::OWN_CO_ORIENTATION];

/// Compares what parties believe of each other with what they say. See the [module](self).
pub fn co_orientation(model: &Model, options: &CoOrientationOptions) -> CoOrientation {
    let mut beliefs: BTreeMap<(&PartyId, &PartyId), Vec<(&BeliefId, &Belief)>> = BTreeMap::new();
    for (id, belief) in model.beliefs().filter(|(_, belief)| !belief.values.is_empty()) {
        beliefs.entry((&belief.by, &belief.about)).or_default().push((id, belief));
    }
    let mut omitted = Vec::new();
    let mut pairs: BTreeMap<[&PartyId; 2], MutualOrientation> = BTreeMap::new();
    for ((by, about), said) in &beliefs {
        let found = orientation(model, (by, about), said, options);
        for value in &found.partial {
            let unknown = value.sources.iter().zip([value.own, value.belief, value.theirs]);
            let unknown = unknown.filter(|(_, reading)| reading.is_none()).map(|(source, _)| source.clone());
            omitted.extend(unknown.map(|source| Omission::unknown(source, Attribute::Importance)));
        }
        let parties = if by < about { [*by, *about] } else { [*about, *by] };
        let none = || MutualOrientation { parties: parties.map(PartyId::clone), there: None, back: None };
        let pair = pairs.entry(parties).or_insert_with(none);
        if by < about {
            pair.there = Some(found);
        } else {
            pair.back = Some(found);
        }
    }
    omitted.sort();
    omitted.dedup();
    CoOrientation {
        provenance: Provenance { method: "co_orientation", method_version: 1, options: *options, cites: CITES },
        omitted,
        pairs: pairs.into_values().collect(),
    }
}

fn orientation(
    model: &Model,
    (by, about): (&PartyId, &PartyId),
    said: &[(&BeliefId, &Belief)],
    options: &CoOrientationOptions,
) -> Orientation {
    let gap = options.belief_gap.get();
    let scale = model.scales().of(ScaleKind::OneSided);
    let range = scale.max() - scale.min();
    let missing = |x: Option<f64>| Measure::or(x, Undefined::MissingRating);
    let mut values: Vec<ValueOrientation> = Vec::new();
    let mut partial: Vec<ValueOrientation> = Vec::new();
    let cells = said.iter().flat_map(|(id, belief)| belief.values.keys().map(move |value| (*id, *belief, value)));
    for (id, belief, value) in cells {
        let sources = sources(id, belief, value);
        let three = Three::read(model, &sources, options.aggregate);
        let one = ValueOrientation {
            value: value.clone(),
            own: three.own,
            belief: three.belief,
            theirs: three.theirs,
            difference: missing(apart(three.own, three.theirs)),
            perceived_difference: missing(apart(three.own, three.belief)),
            error: missing(three.off_by()),
            contribution: Measure::Undefined(Undefined::MissingRating),
            misjudgement: three.misjudgement(gap),
            sources,
        };
        if three.raw().is_some() { &mut values } else { &mut partial }.push(one);
    }
    values.sort_by(|x, y| x.value.cmp(&y.value));
    partial.sort_by(|x, y| x.value.cmp(&y.value));
    let n = values.len();
    for one in &mut values {
        one.contribution = missing(one.three().raw().and_then(|raw| contribution(raw, range, n)));
    }
    let size = |one: &ValueOrientation| one.contribution.value().map_or(0.0, f64::abs);
    values.sort_by(|x, y| size(y).total_cmp(&size(x)).then_with(|| x.value.cmp(&y.value)));

    let items: Vec<[f64; 3]> = values.iter().filter_map(|one| one.three().raw()).collect();
    let found = similarity::co_orientation(&items, range);
    let coefficient = |of: fn(&similarity::CoOrientation) -> Exact| missing(found.as_ref().map(|f| of(f).to_f64()));
    let judged: Vec<(f64, f64)> =
        values.iter().chain(&partial).filter_map(|one| Some((one.belief?.raw, one.theirs?.raw))).collect();
    let overestimation = coefficient(similarity::CoOrientation::overestimation);
    Orientation {
        by: by.clone(),
        about: about.clone(),
        n,
        agreement: coefficient(|f| f.agreement.clone()),
        congruency: coefficient(|f| f.congruency.clone()),
        accuracy: coefficient(|f| f.accuracy.clone()),
        overestimation,
        false_consensus: above_zero(overestimation, 1.0),
        false_conflict: above_zero(overestimation, -1.0),
        insight_over: judged.len(),
        insight: missing(similarity(judged, range).map(|x| x.to_f64())),
        values,
        partial,
    }
}

/// (|own − theirs| − |own − belief|)/(range · n).
fn contribution([own, belief, theirs]: [f64; 3], range: f64, n: usize) -> Option<f64> {
    let apart = |x: f64, y: f64| (Exact::of(x) - Exact::of(y)).abs();
    let of = Exact::of(range) * Exact::from(i64::try_from(n).ok()?);
    (apart(own, theirs) - apart(own, belief)).checked_div(&of).map(|x| x.to_f64())
}

/// A number or its opposite where that is above 0, else 0.
fn above_zero(measure: Measure, sign: f64) -> Measure {
    match measure {
        Measure::Known(x) => Measure::Known(if sign * x > 0.0 { exact::product([sign, x]) } else { 0.0 }),
        undefined => undefined,
    }
}

const OWN_THEIRS: [bool; 3] = [true, false, true];
const OWN_BELIEF: [bool; 3] = [true, true, false];
const BELIEF_THEIRS: [bool; 3] = [false, true, true];
const ALL_THREE: [bool; 3] = [true, true, true];

/// The numbers of one direction, each with the ratings that it is made of, value by value in id order.
fn findings_of(one: &Orientation, aggregate: Aggregate) -> Vec<Finding> {
    let sorted = |all: &mut dyn Iterator<Item = &ValueOrientation>, which| -> Vec<Contribution> {
        let mut all: Vec<&ValueOrientation> = all.collect();
        all.sort_by(|x, y| x.value.cmp(&y.value));
        all.into_iter().flat_map(|value| value.cited(which)).collect()
    };
    let finding = |rule, amount: Measure, because| Finding {
        subject: vec![Element::from(&one.by), Element::from(&one.about)],
        rule,
        law: Law::Statistic,
        amount: amount.into(),
        aggregate,
        because,
    };
    let mut out: Vec<Finding> = [
        ("agreement-of-values", one.agreement, OWN_THEIRS),
        ("congruency", one.congruency, OWN_BELIEF),
        ("accuracy", one.accuracy, BELIEF_THEIRS),
        ("overestimated-agreement", one.overestimation, ALL_THREE),
        ("false-consensus", one.false_consensus, ALL_THREE),
        ("false-conflict", one.false_conflict, ALL_THREE),
    ]
    .into_iter()
    .filter(|(_, amount, _)| amount.value().is_some())
    .map(|(rule, amount, which)| finding(rule, amount, sorted(&mut one.values.iter(), which)))
    .collect();
    if one.insight.value().is_some() {
        let judged = |v: &&ValueOrientation| v.error.value().is_some();
        let mut all = one.values.iter().chain(&one.partial).filter(judged);
        out.push(finding("insight", one.insight, sorted(&mut all, BELIEF_THEIRS)));
    }
    out
}

/// The finding of the same rule about the same two that the model gives now.
fn again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [Element::Party(by), Element::Party(about)] = finding.subject.as_slice() else { return None };
    let said: Vec<(&BeliefId, &Belief)> =
        model.beliefs().filter(|(_, belief)| belief.by == *by && belief.about == *about).collect();
    let options = CoOrientationOptions::new().aggregate(finding.aggregate);
    let now = orientation(model, (by, about), &said, &options);
    findings_of(&now, finding.aggregate).into_iter().find(|f| f.rule == finding.rule)
}

const fn rule(id: &'static str) -> Rule {
    Rule { id, law: Law::Statistic, part: Rule::RAW, whole: Some(|m, f| as_cited(again(m, f), f)) }
}

pub(super) const RULES: &[Rule] = &[
    rule("agreement-of-values"),
    rule("congruency"),
    rule("accuracy"),
    rule("overestimated-agreement"),
    rule("false-consensus"),
    rule("false-conflict"),
    rule("insight"),
];
