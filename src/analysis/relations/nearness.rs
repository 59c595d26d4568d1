//! How far apart parties are.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Notes, RelationOptions, as_cited};
use crate::analysis::replay::Rule;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Undefined};
use crate::id::PartyId;
use crate::math::sphere::great_circle_km;
use crate::model::{Attribute, Element, Location, Model};

/// How far apart the parties are that have a location, along a great circle.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Nearness {
    /// Each located party, in id order.
    pub parties: Vec<Place>,
    /// Pairs of located parties, in id order.
    pub between: Vec<Distance>,
    /// Whether there are more pairs than listed.
    pub truncated: bool,
}

/// Where a party is from the focal party and from the project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Place {
    /// The party.
    pub party: PartyId,
    /// Kilometres to the focal party; undefined for that party itself, and where there is none or it has no location.
    pub to_focal_km: Measure,
    /// Kilometres to the project; undefined where it has no location.
    pub to_project_km: Measure,
    /// Whether it is near the project: within the distance that the options give, undefined where they give none.
    pub near_project: Measure<bool>,
}

/// How far apart two parties are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Distance {
    /// The parties, lower id first.
    pub parties: [PartyId; 2],
    /// Kilometres along a great circle.
    pub km: f64,
    /// Whether they are near each other: within the distance that the options give, undefined where they give none.
    pub near: Measure<bool>,
}

fn location(model: &Model, of: &Element) -> Option<Location> {
    match of {
        Element::Party(id) => model.party(id)?.location,
        Element::Project => model.project().location,
        _ => None,
    }
}

fn degrees(at: &Location) -> (f64, f64) {
    (at.latitude.get(), at.longitude.get())
}

/// Kilometres along a great circle.
pub(in crate::analysis) fn km(a: &Location, b: &Location) -> f64 {
    great_circle_km(degrees(a), degrees(b))
}

/// Both places as grounds: latitude, then longitude.
fn grounds(ends: [(&Element, &Location); 2]) -> Vec<Contribution> {
    let both = |(element, at): (&Element, &Location)| {
        let (latitude, longitude) = degrees(at);
        [latitude, longitude].map(|x| Contribution::of(element.clone(), x))
    };
    ends.into_iter().flat_map(both).collect()
}

pub(super) fn nearness(model: &Model, options: &RelationOptions, notes: &mut Notes) -> Nearness {
    let located: BTreeMap<&PartyId, Location> =
        model.parties().filter_map(|(id, party)| Some((id, party.location?))).collect();
    let project = model.project().location;
    if !located.is_empty() {
        let without = model.parties().filter(|(id, _)| !located.contains_key(id));
        notes.omitted.extend(without.map(|(id, _)| Omission::unknown(id.into(), Attribute::Location)));
    }
    let near = |km: f64| match options.near_within_km {
        Some(most) => Measure::Known(km <= most.get()),
        None => Measure::Undefined(Undefined::NoThreshold),
    };
    let distance = |notes: &mut Notes, from: Element, a: &Location, to: Element, b: &Location| {
        let km = km(a, b);
        let because = grounds([(&from, a), (&to, b)]);
        notes.find_of(vec![from, to], DISTANCE, Law::Statistic, Amount::Number(km), because);
        km
    };
    let focal = model.project().focal.as_ref().and_then(|f| Some((f, *located.get(f)?)));
    let mut parties = Vec::new();
    for (id, at) in &located {
        let to_focal = focal
            .filter(|(f, _)| f != id)
            .map(|(f, there)| distance(notes, Element::from(*id), at, Element::from(f), &there));
        let to_project = project.as_ref().map(|there| distance(notes, Element::from(*id), at, Element::Project, there));
        let missing = Undefined::MissingRating;
        parties.push(Place {
            party: (*id).clone(),
            to_focal_km: Measure::or(to_focal, missing),
            to_project_km: Measure::or(to_project, missing),
            near_project: to_project.map_or(Measure::Undefined(missing), near),
        });
    }
    let mut pairs = located.iter().enumerate().flat_map(|(i, a)| located.iter().skip(i + 1).map(move |b| (a, b)));
    let mut between = Vec::new();
    for ((a, here), (b, there)) in pairs.by_ref().take(options.list_distances_at_most) {
        let km = distance(notes, Element::from(*a), here, Element::from(*b), there);
        between.push(Distance { parties: [(*a).clone(), (*b).clone()], km, near: near(km) });
    }
    Nearness { parties, between, truncated: pairs.next().is_some() }
}

const DISTANCE: &str = "distance";

fn again(model: &Model, finding: &Finding) -> Option<(Vec<Contribution>, Measure)> {
    let [a, b] = finding.subject.as_slice() else { return None };
    let (here, there) = (location(model, a)?, location(model, b)?);
    Some((grounds([(a, &here), (b, &there)]), Measure::Known(km(&here, &there))))
}

pub(super) const RULES: &[Rule] = &[Rule {
    id: DISTANCE,
    law: Law::Statistic,
    part: |model, _, c| {
        let (latitude, longitude) = degrees(&location(model, &c.source)?);
        [latitude, longitude].into_iter().find(|x| x.to_bits() == c.amount.to_bits())
    },
    whole: Some(|model, finding| as_cited(finding, again(model, finding))),
}];
