//! # Culture distance
//!
//! **Question.** Who works how, how far apart are the cultures of the parties and on which dimensions, within an organisation and
//! between organisations, and does what they want bring them nearer?
//!
//! **Method.** Profiles of the competing values (K. Cameron and R. Quinn), of six bipolar practices (G. Hofstede and others 1990), or
//! of dimensions of one's own, compared two by two. The measures are polder's choice; on request the index of B. Kogut and H. Singh
//! (1988) and the distance of P. Mahalanobis (1936) are given beside them.
//!
//! **Inputs.** Culture profiles: scores now and desired, in points (competing values, 0…100) or one-sided; `part-of` of parties.
//!
//! **Formula.** Only within one model, over the dimensions of which both scores are known. Competing values: points to move =
//! ½Σ|x − y|, 0…100; its share is points/100. Other models: mean |x − y| in unit, 0…1, which is its own share. Two profiles differ
//! when the share is at or above the cut and above 0 (own rule: equal profiles never differ). Points are compared as exact shares of
//! what a side has on all four types; numbers are rounded once, where they are given. *Closing* = distance now − distance of
//! the desired profiles, both over the dimensions of which all four scores are known: above 0, the wishes bring the two nearer (own
//! rule). *Kogut and Singh*: mean (x − y)²/V on raw numbers, V the sample variance over the reference set that the options name, and
//! its root. *Mahalanobis*: √((x − y)ᵀS⁻¹(x − y)) on raw numbers, with the covariance S that the options give, over its dimensions.
//!
//! **Assumptions.** Each rater divides 100 points of competing values; what nearly adds up, and medians over raters, are brought to 100,
//! see [`crate::model::Culture::read`]. Grounds cite the points as they were given. Two parties are of one organisation when `part-of` leads both to the same party at the top, or
//! one of them is that party. A unit without a profile of its own has none: that of its organisation is not taken for it (own rule).
//!
//! **Missing data.** Unknown scores leave their dimension out of a distance, which lists it in `left_out`, and stand in `omitted`. No
//! dimension in common: `nothing-to-measure`. Points to move over some of the four types would be too few: unless all four are known
//! of both, they are `missing-rating`. No desired profile: `missing-rating`. Profiles of different models are not compared;
//! such parties are counted and listed once, in `models` and `not_comparable`.
//!
//! **Returns.** [`CultureDistance`]: farthest first, ties by culture id, then by party id.
//!
//! **Complexity.** The square of the number of profiles in use, not of parties; listed pairs up to a number that is an option.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{CultureDistanceOptions, Reference, ReferenceRows, culture_distance};
//! use polder::evidence::Measure;
//! use polder::vocabulary::CultureModel;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\nculture = \"hall\"\n[party.depot]\npart-of = \"city\"\nculture = \"yard\"\n\
//!             [culture.hall]\nmodel = \"competing-values\"\nnow = { clan = 20, adhocracy = 10, market = 15, hierarchy = 55 }\n\
//!             [culture.yard]\nmodel = \"competing-values\"\nnow = { clan = 40, adhocracy = 5, market = 20, hierarchy = 35 }\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let found = culture_distance(&model, &CultureDistanceOptions::new());
//! let pair = &found.within.pairs[0];
//! assert_eq!((pair.distance, pair.differ), (Measure::Known(25.0), Measure::Known(true)));
//! assert_eq!(found.distances[0].dimensions[0].dimension.as_str(), "clan");
//!
//! // Rows of another model are no reference for this one.
//! let set = ReferenceRows { name: "sector".into(), model: CultureModel::Bipolar, rows: Vec::new() };
//! let options = CultureDistanceOptions::new().kogut_singh(Reference::Given(vec![set]));
//! assert!(culture_distance(&model, &options).distances[0].kogut_singh.is_none());
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** A distance is no fault of either side, and says nothing of which culture is the better one. Points of competing values
//! are a division: what one type has, the others lack, so that correlations between them say nothing, and their covariance over all
//! four types has no inverse. The index of Kogut and Singh is a squared distance and depends on its reference set.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::citation::{self, Citation};
use crate::evidence::{Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{CultureId, PartyId, Slug};
use crate::math::Exact;
use crate::model::{Attribute, Culture, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::Strength;
use crate::vocabulary::{BIPOLAR_PRACTICES, COMPETING_VALUES, CultureModel, Vocabulary, vocabulary};

mod again;
mod measure;
mod options;
mod pairs;

pub(super) use again::RULES;
pub(super) use measure::{Scored, Sides, grounds, share_of};
pub use options::{BadCovariance, CovarianceOf, CultureDistanceOptions, Reference, ReferenceRows};

use measure::{closing, distance, distance_of, kogut_singh, mahalanobis, rounded};
use pairs::Listed;

vocabulary! {
    /// Whether two parties are of one organisation.
    PairKind, "kind of pair" {
        /// Units of one organisation, or a unit and its organisation.
        Within = "within-organisation",
        /// Of different organisations.
        Between = "between-organisations",
    }
}

vocabulary! {
    /// What the variance of the index of Kogut and Singh is taken over.
    ReferenceKind, "reference set" {
        /// All profiles of the culture model in the file, as they are now.
        Profiles = "profiles",
        /// Rows that the caller gave.
        Given = "given",
    }
}

/// The known scores of a profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scores {
    /// Each known score, by dimension; points of competing values brought to 100.
    pub known: BTreeMap<Slug, Reading>,
    /// Dimensions without a known score: those of the model, and those that the file names.
    pub unknown: Vec<Slug>,
    /// Whether no score is unknown, and some is known.
    pub complete: bool,
}

/// One culture profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Profile {
    /// The profile.
    pub culture: CultureId,
    /// Its model.
    pub model: CultureModel,
    /// The parties that have it, in id order; it may be nobody's.
    pub parties: Vec<PartyId>,
    /// How it is.
    pub now: Scores,
    /// How it is wanted.
    pub desired: Scores,
}

/// The parties with a profile of one model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModelParties {
    /// The model.
    pub model: CultureModel,
    /// The parties, in id order.
    pub parties: Vec<PartyId>,
}

/// How two profiles, or one now and as desired, differ on a dimension.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DimensionDifference {
    /// The dimension.
    pub dimension: Slug,
    /// The raw scores, the first culture's (or now) first.
    pub scores: [f64; 2],
    /// The first less the second, in points or in unit.
    pub difference: f64,
    /// Which of the two profiles is higher; none where they are equal.
    pub higher: Option<CultureId>,
}

/// What one culture wants to change on a dimension.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DimensionChange {
    /// The dimension.
    pub dimension: Slug,
    /// The raw score now.
    pub now: f64,
    /// The raw score that is wanted.
    pub desired: f64,
    /// Desired less now, in points or in unit.
    pub change: f64,
}

/// A dimension that a distance leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The dimension.
    pub dimension: Slug,
    /// The profiles of which the score is not known.
    pub unknown_of: Vec<CultureId>,
}

/// The index of Kogut and Singh of two profiles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KogutSinghIndex {
    /// The index, a squared distance.
    pub index: Measure,
    /// Its square root.
    pub root: Measure,
    /// What the variance was taken over.
    pub reference: ReferenceKind,
    /// The name of given rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many rows of the reference set know every dimension that is compared: those were taken.
    pub rows: usize,
}

/// How far two profiles of one model lie apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileDistance {
    /// The two profiles, lower id first.
    pub cultures: [CultureId; 2],
    /// Their model.
    pub model: CultureModel,
    /// How far apart they are now: points to move, 0…100, of competing values; the mean difference in unit, 0…1, of other models.
    pub distance: Measure,
    /// The distance as a share, 0…1: what the cut is held against.
    pub share: Measure,
    /// Whether the share is at or above the cut.
    pub differ: Measure<bool>,
    /// Dimension by dimension, the largest difference first.
    pub dimensions: Vec<DimensionDifference>,
    /// The dimensions that the distance leaves out.
    pub left_out: Vec<LeftOut>,
    /// How far apart the desired profiles are, in the measure of `distance`.
    pub desired: Measure,
    /// How much nearer the wishes bring the two, in the measure of `distance`; below 0, farther apart. Over the dimensions of which
    /// all four scores are known.
    pub closing: Measure,
    /// The index of Kogut and Singh, where the options ask for it and give a reference set for the model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kogut_singh: Option<KogutSinghIndex>,
    /// The distance of Mahalanobis, where the options give a covariance for the model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mahalanobis: Option<Measure>,
}

/// How far two parties lie apart: as far as their profiles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyPair {
    /// The two, lower id first.
    pub parties: [PartyId; 2],
    /// The profile of each, in the same order.
    pub cultures: [CultureId; 2],
    /// Whether they are of one organisation.
    pub kind: PairKind,
    /// As [`ProfileDistance::distance`]; 0 where they share a profile.
    pub distance: Measure,
    /// As [`ProfileDistance::share`].
    pub share: Measure,
    /// As [`ProfileDistance::differ`].
    pub differ: Measure<bool>,
}

/// Pairs of parties of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyPairs {
    /// The farthest, as many as the options list.
    pub pairs: Vec<PartyPair>,
    /// How many there are of one model, listed or not.
    pub all: usize,
    /// How many of those differ: at or above the cut.
    pub differ: usize,
    /// Of how many of them it cannot be said how far apart they are.
    pub undefined: usize,
}

/// What a profile is wanted to become.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// The profile.
    pub culture: CultureId,
    /// The parties that have it.
    pub parties: Vec<PartyId>,
    /// Its model.
    pub model: CultureModel,
    /// How far now is from desired, as [`ProfileDistance::distance`]; `missing-rating` where nothing is desired.
    pub distance: Measure,
    /// Dimension by dimension, the largest change first.
    pub dimensions: Vec<DimensionChange>,
    /// The dimensions of which now or desired is not known.
    pub left_out: Vec<Slug>,
}

/// How far apart the cultures of the parties are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CultureDistance {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<CultureDistanceOptions>,
    /// Unknown scores, and parties without a profile.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// From which share on two profiles differ.
    pub cut: f64,
    /// Every profile of the file, by id.
    pub profiles: Vec<Profile>,
    /// The parties without a profile of their own, in id order.
    pub without: Vec<PartyId>,
    /// The parties by the model of their profile.
    pub models: Vec<ModelParties>,
    /// How many pairs of parties cannot be compared because their profiles are of different models.
    pub not_comparable: usize,
    /// The profiles of the pairs that are listed, compared; farthest first.
    pub distances: Vec<ProfileDistance>,
    /// Pairs of parties of one organisation.
    pub within: PartyPairs,
    /// Pairs of parties of different organisations.
    pub between: PartyPairs,
    /// What every party with a profile wants to become, profile by profile; the largest change first.
    pub changes: Vec<Change>,
    /// Distances and changes with their grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[
    citation::CAMERON_QUINN_2011,
    citation::HOFSTEDE_1990,
    citation::KOGUT_SINGH_1988,
    citation::MAHALANOBIS_1936,
    citation::OWN_CULTURE,
];

/// The dimensions that a model asks for; none for dimensions of one's own.
fn asked(model: CultureModel) -> &'static [&'static str] {
    match model {
        CultureModel::CompetingValues => COMPETING_VALUES,
        CultureModel::Bipolar => BIPOLAR_PRACTICES,
        CultureModel::Free => &[],
    }
}

fn scores(model: &Model, culture: &Culture, attribute: Attribute, aggregate: Aggregate) -> Scores {
    let known = culture.read(model.scales(), attribute, aggregate);
    let of_model = asked(culture.model).iter().filter_map(|d| Slug::new(d).ok());
    let named = culture.scores(attribute).into_iter().flatten().map(|(d, _)| d.clone());
    let all: BTreeSet<Slug> = of_model.chain(named).collect();
    let unknown: Vec<Slug> = all.into_iter().filter(|d| !known.contains_key(d)).collect();
    Scores { complete: unknown.is_empty() && !known.is_empty(), known, unknown }
}

/// What is unknown of a profile, as it is or as it is wanted: dimension by dimension, or all of it.
pub(super) fn unknown(
    model: &Model,
    id: &CultureId,
    attribute: Attribute,
    aggregate: Aggregate,
) -> impl Iterator<Item = Omission> + use<> {
    let scores = model.culture(id).map(|culture| scores(model, culture, attribute, aggregate));
    let mut out = Vec::new();
    if let Some(scores) = scores {
        if scores.known.is_empty() {
            out.push(Omission::unknown(id.into(), attribute));
        } else {
            let dimension = |d: Slug| Omission::unknown(Element::Dimension(id.clone(), d), attribute);
            out.extend(scores.unknown.into_iter().map(dimension));
        }
    }
    out.into_iter()
}

/// Compares the cultures of the parties. See the [module](self).
pub fn culture_distance(model: &Model, options: &CultureDistanceOptions) -> CultureDistance {
    let aggregate = options.aggregate;
    let mut omitted = Vec::new();
    let mut of_culture: BTreeMap<&CultureId, Vec<PartyId>> = BTreeMap::new();
    let mut without = Vec::new();
    for (id, party) in model.parties() {
        match &party.culture {
            Some(culture) => of_culture.entry(culture).or_default().push(id.clone()),
            None => without.push(id.clone()),
        }
    }
    omitted.extend(without.iter().map(|p| Omission::unknown(p.into(), Attribute::Culture)));
    let mut profiles = Vec::new();
    for (id, culture) in model.cultures() {
        for attribute in [Attribute::CultureNow, Attribute::CultureDesired] {
            omitted.extend(unknown(model, id, attribute, aggregate));
        }
        profiles.push(Profile {
            culture: id.clone(),
            model: culture.model,
            parties: of_culture.remove(id).unwrap_or_default(),
            now: scores(model, culture, Attribute::CultureNow, aggregate),
            desired: scores(model, culture, Attribute::CultureDesired, aggregate),
        });
    }
    omitted.sort();
    let mut models = Vec::new();
    for kind in CultureModel::ALL.iter().copied() {
        let of_kind = profiles.iter().filter(|p| p.model == kind);
        let mut parties: Vec<PartyId> = of_kind.flat_map(|p| p.parties.iter().cloned()).collect();
        parties.sort_unstable();
        if !parties.is_empty() {
            models.push(ModelParties { model: kind, parties });
        }
    }
    let counts: Vec<usize> = models.iter().map(|m| m.parties.len()).collect();
    let all: usize = counts.iter().sum();
    let not_comparable = (all * all - counts.iter().map(|n| n * n).sum::<usize>()) / 2;

    let tops = model.organisations();
    let found = pairs::pairs(model, options, &profiles, &tops);
    let mut findings = Vec::new();
    let distances = found.cultures.iter().filter_map(|(a, b)| compared(model, options, a, b, &mut findings)).collect();
    let changes = changes(model, aggregate, &profiles, &mut findings);
    let Listed { within, between, .. } = found;
    CultureDistance {
        provenance: Provenance {
            method: "culture_distance",
            method_version: 1,
            options: options.clone(),
            cites: CITES,
        },
        omitted,
        cut: options.cut.get(),
        profiles,
        without,
        models,
        not_comparable,
        distances,
        within,
        between,
        changes,
        findings,
    }
}

/// Whether a share differs by a cut: at or above it, and above 0.
pub(super) fn differs(share: &Exact, cut: Strength) -> bool {
    share.is_positive() && *share >= Exact::of(cut.get())
}

/// Two profiles with all that can be said of how far they lie apart.
fn compared(
    model: &Model,
    options: &CultureDistanceOptions,
    a: &CultureId,
    b: &CultureId,
    findings: &mut Vec<Finding>,
) -> Option<ProfileDistance> {
    let aggregate = options.aggregate;
    let (first, second) = (model.culture(a)?, model.culture(b)?);
    let mut add = |rule, found: &Option<(Vec<Contribution>, Measure)>| {
        if let Some((because, amount @ Measure::Known(_))) = found {
            let subject = vec![Element::from(a), Element::from(b)];
            let (law, because) = (Law::Statistic, because.clone());
            findings.push(Finding { subject, rule, law, amount: (*amount).into(), aggregate, because });
        }
    };
    let now = Sides::now(a, b);
    let grounds_now = grounds(model, &now, aggregate);
    let share = share_of(first.model, &grounds_now);
    let apart = rounded(&distance_of(first.model, &share));
    add(again::DISTANCE, &Some((grounds_now.clone(), apart)));
    let desired = grounds(model, &Sides::desired(a, b), aggregate);
    let wished = wished(&[first, second], model, aggregate, rounded(&distance(first.model, &desired)));
    add(again::DESIRED, &Some((desired, wished)));
    let four = closing(model, a, b, aggregate);
    let nearer = if wished.value().is_some() { four.1 } else { wished };
    add(again::CLOSING, &Some(four));
    let kogut_singh = options.kogut_singh.as_ref().and_then(|reference| {
        let found = kogut_singh(model, a, b, aggregate, reference)?;
        add(again::rule_of(found.index.reference), &found.grounds.map(|g| (g, found.index.index)));
        Some(found.index)
    });
    let covariance = options.mahalanobis.iter().find(|c| c.model == first.model);
    let mahalanobis = covariance.map(|given| {
        let found = mahalanobis(model, a, b, aggregate, given);
        add(again::MAHALANOBIS, &found);
        found.map_or(Measure::Undefined(Undefined::MissingRating), |(_, measure)| measure)
    });
    let dimensions = differences(&grounds_now, [a, b]);
    let [here, there] = [first, second].map(|c| scores(model, c, Attribute::CultureNow, aggregate));
    let all: BTreeSet<&Slug> =
        here.known.keys().chain(&here.unknown).chain(there.known.keys()).chain(&there.unknown).collect();
    let lacks = |d: &&Slug| -> Vec<CultureId> {
        let sides = [(a, &here), (b, &there)].into_iter();
        sides.filter(|(_, scores)| !scores.known.contains_key(*d)).map(|(id, _)| id.clone()).collect()
    };
    let left_out = all.into_iter().map(|d| LeftOut { dimension: d.clone(), unknown_of: lacks(&d) });
    Some(ProfileDistance {
        cultures: [a.clone(), b.clone()],
        model: first.model,
        distance: apart,
        share: rounded(&share),
        differ: differ(&share, options.cut),
        dimensions,
        left_out: left_out.filter(|l| !l.unknown_of.is_empty()).collect(),
        desired: wished,
        closing: nearer,
        kogut_singh,
        mahalanobis,
    })
}

fn differ(share: &Measure<Exact>, cut: Strength) -> Measure<bool> {
    match share {
        Measure::Known(x) => Measure::Known(differs(x, cut)),
        Measure::Undefined(reason) => Measure::Undefined(*reason),
    }
}

/// The distance of what is desired, or that it is unknown because a side desires nothing.
fn wished(cultures: &[&Culture], model: &Model, aggregate: Aggregate, distance: Measure) -> Measure {
    let silent = |c: &&Culture| c.read(model.scales(), Attribute::CultureDesired, aggregate).is_empty();
    if cultures.iter().any(silent) { Measure::Undefined(Undefined::MissingRating) } else { distance }
}

/// The cited pairs of scores, the largest difference first.
fn differences(because: &[Contribution], cultures: [&CultureId; 2]) -> Vec<DimensionDifference> {
    let pairs = measure::paired(because);
    let mut out: Vec<DimensionDifference> = pairs
        .iter()
        .zip(measure::off(&pairs))
        .map(|(pair, difference)| {
            let [a, b] = cultures;
            let higher = match difference.total_cmp(&0.0) {
                std::cmp::Ordering::Greater => Some(a.clone()),
                std::cmp::Ordering::Less => Some(b.clone()),
                std::cmp::Ordering::Equal => None,
            };
            DimensionDifference { dimension: pair.dimension.clone(), scores: pair.scores, difference, higher }
        })
        .collect();
    out.sort_by(|x, y| y.difference.abs().total_cmp(&x.difference.abs()).then_with(|| x.dimension.cmp(&y.dimension)));
    out
}

/// What each profile that somebody has is wanted to become.
fn changes(model: &Model, aggregate: Aggregate, profiles: &[Profile], findings: &mut Vec<Finding>) -> Vec<Change> {
    let mut out = Vec::new();
    for profile in profiles.iter().filter(|p| !p.parties.is_empty()) {
        let id = &profile.culture;
        let because = grounds(model, &Sides::change(id), aggregate);
        let distance = if profile.desired.known.is_empty() {
            Measure::Undefined(Undefined::MissingRating)
        } else {
            rounded(&distance(profile.model, &because))
        };
        let pairs = measure::paired(&because);
        let mut dimensions: Vec<DimensionChange> = pairs
            .iter()
            .zip(measure::off(&pairs))
            .map(|(pair, less)| {
                let [now, desired] = pair.scores;
                // 0 − x: no change is 0, not −0.
                DimensionChange { dimension: pair.dimension.clone(), now, desired, change: 0.0 - less }
            })
            .collect();
        drop(pairs);
        dimensions
            .sort_by(|x, y| y.change.abs().total_cmp(&x.change.abs()).then_with(|| x.dimension.cmp(&y.dimension)));
        let (now, desired) = (&profile.now, &profile.desired);
        let all: BTreeSet<&Slug> =
            now.known.keys().chain(&now.unknown).chain(desired.known.keys()).chain(&desired.unknown).collect();
        let both = |d: &Slug| now.known.contains_key(d) && desired.known.contains_key(d);
        if distance.value().is_some() {
            findings.push(Finding {
                subject: vec![id.into()],
                rule: again::CHANGE,
                law: Law::Statistic,
                amount: distance.into(),
                aggregate,
                because,
            });
        }
        out.push(Change {
            culture: id.clone(),
            parties: profile.parties.clone(),
            model: profile.model,
            distance,
            dimensions,
            left_out: all.into_iter().filter(|d| !both(d)).cloned().collect(),
        });
    }
    let hundred = |c: &Change| if c.model == CultureModel::CompetingValues { 100.0 } else { 1.0 };
    let far = |c: &Change| c.distance.value().map_or(-1.0, |x| x / hundred(c));
    out.sort_by(|x, y| far(y).total_cmp(&far(x)).then_with(|| x.culture.cmp(&y.culture)));
    out
}
