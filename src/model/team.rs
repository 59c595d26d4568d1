//! The project team, its tasks, culture profiles and the iceberg.

use std::collections::{BTreeMap, BTreeSet};

use super::node::{Node, Rated, RatedRef, Reference, one_sided, rated_map};
use super::{Attribute, Element, Remarks};
use crate::id::{PartyId, Slug, TaskId};
use crate::math::{Exact, exact};
use crate::rating::{Aggregate, Rater, Rating, Reading};
use crate::scale::{RoleWeight, Scale, ScaleKind, Scales};
use crate::vocabulary::{COMPETING_VALUES, CultureModel, Layer, Phase, Role, Voiced};

/// A member of the project team.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Member {
    /// The name; the id serves where there is none.
    pub name: Option<String>,
    /// The party that the member is of.
    pub party: Option<PartyId>,
    /// How informal the member's style is, one-sided: lowest formal, highest informal.
    pub informal: Option<Rating>,
    /// Scores on Quinn's eight roles, one-sided.
    pub roles: BTreeMap<Role, Rating>,
    /// The phases that the member leads.
    pub leads: BTreeSet<Phase>,
    /// The tasks that the member does.
    pub tasks: BTreeSet<TaskId>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Member {
    /// Whether a style, a score on a role, a phase that is led or a task is on record; else the member is only known as a rater.
    pub fn has_part(&self) -> bool {
        self.informal.is_some() || !(self.roles.is_empty() && self.leads.is_empty() && self.tasks.is_empty())
    }
}

impl Rated for Member {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        let mut out = rated_map("roles", &self.roles, ScaleKind::OneSided);
        out.extend(one_sided([("style.informal", &self.informal)]));
        out
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.informal.iter_mut().chain(self.roles.values_mut()).collect()
    }
}
impl Node for Member {
    fn references(&self) -> Vec<Reference> {
        let party = self.party.iter().map(|p| Reference::optional(p, "party"));
        party.chain(self.tasks.iter().map(|t| Reference::optional(t, "tasks"))).collect()
    }
    fn forget(&mut self, gone: &Element) {
        self.party.take_if(|p| Element::from(&*p) == *gone);
        self.tasks.retain(|t| Element::from(t) != *gone);
    }
}

/// A task of the project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Task {
    /// The name; the id serves where there is none.
    pub name: Option<String>,
    /// The phase that it belongs to.
    pub phase: Option<Phase>,
    /// The roles that it asks for, with weights.
    pub roles: BTreeMap<Role, RoleWeight>,
    /// Whether it is a leading task.
    pub leading: Option<bool>,
    /// Whether it is planning and control.
    pub planning_control: Option<bool>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Task {}
impl Node for Task {}

/// The culture of an organisation or a unit: dimensions of one model, now and desired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Culture {
    /// The model that the dimensions are of.
    pub model: CultureModel,
    /// The name; the id serves where there is none.
    pub name: Option<String>,
    /// How it is. Competing values in points, other models on the one-sided scale.
    pub now: BTreeMap<Slug, Rating>,
    /// How the organisation wants to be.
    pub desired: BTreeMap<Slug, Rating>,
    /// What is done and not done.
    pub norms: Option<String>,
    /// How work is done.
    pub ways_of_working: Option<String>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Culture {
    /// The scale that scores of this model are on.
    pub fn scale(&self) -> ScaleKind {
        if self.model == CultureModel::CompetingValues { ScaleKind::Points } else { ScaleKind::OneSided }
    }

    /// The scores of [`Attribute::CultureNow`] or [`Attribute::CultureDesired`]; `None` for any other attribute.
    pub fn scores(&self, attribute: Attribute) -> Option<&BTreeMap<Slug, Rating>> {
        match attribute {
            Attribute::CultureNow => Some(&self.now),
            Attribute::CultureDesired => Some(&self.desired),
            _ => None,
        }
    }

    /// The known scores of [`Attribute::CultureNow`] or [`Attribute::CultureDesired`], dimension by dimension; none for any other
    /// attribute.
    ///
    /// Where all four points of competing values are known they are brought to 100 together, each to x · 100/sum: every rater
    /// divides 100 points, but the medians over raters need not add up. Points that are all 0 say nothing and are not read. As
    /// long as some are unknown, the others are read as they are written.
    pub fn read(&self, scales: &Scales, attribute: Attribute, aggregate: Aggregate) -> BTreeMap<Slug, Reading> {
        let (mut read, factor) = self.read_as_written(scales, attribute, aggregate);
        if factor == Exact::one() {
            return read;
        }
        let rescaled = |x: f64| (Exact::of(x) * factor.clone()).to_f64();
        for r in read.values_mut() {
            (r.raw, r.low, r.high) = (rescaled(r.raw), rescaled(r.low), rescaled(r.high));
        }
        read
    }

    /// The known scores as raters gave them, each times the number to be what [`Culture::read`] gives: exactly, where that rounds.
    pub(crate) fn read_as_written(
        &self,
        scales: &Scales,
        attribute: Attribute,
        aggregate: Aggregate,
    ) -> (BTreeMap<Slug, Reading>, Exact) {
        let scale = scales.of(self.scale());
        let known = self.scores(attribute).into_iter().flatten();
        let read: BTreeMap<Slug, Reading> =
            known.filter_map(|(d, r)| Some((d.clone(), r.read(&scale, aggregate)?))).collect();
        if self.model != CultureModel::CompetingValues || read.len() < COMPETING_VALUES.len() {
            return (read, Exact::one());
        }
        let sum: Exact = read.values().map(|r| Exact::of(r.raw)).sum();
        match Exact::from(100).checked_div(&sum) {
            Some(factor) => (read, factor),
            None => (BTreeMap::new(), Exact::one()),
        }
    }

    /// The first sum of points of competing values that is not the 100 that a rater divides: off by more than 0.5 where a rater
    /// gives all four, above 100.5 where not. Judgements of nobody by name are of one rater as long as no type has two of them;
    /// beyond that nobody can say which belong together, and they are not checked.
    pub(crate) fn points_off(scores: &BTreeMap<Slug, Rating>, scale: &Scale) -> Option<f64> {
        let mut of: BTreeMap<Option<&Rater>, BTreeMap<&Slug, Vec<f64>>> = BTreeMap::new();
        for (dimension, rating) in scores {
            for (by, estimate) in rating.by_rater() {
                if let Ok(Some((_, point, _))) = estimate.check(scale) {
                    of.entry(by).or_default().entry(dimension).or_default().push(point);
                }
            }
        }
        let told_apart = |(by, given): &(Option<&Rater>, BTreeMap<&Slug, Vec<f64>>)| {
            by.is_some() || given.values().all(|points| points.len() < 2)
        };
        let sums = of.into_iter().filter(told_apart).map(|(_, given)| {
            let points = given.values().filter_map(|points| exact::mean(points));
            (exact::sum(points), given.len() == COMPETING_VALUES.len())
        });
        sums.into_iter().find(|(sum, all)| *sum > 100.5 || (*all && *sum < 99.5)).map(|(sum, _)| sum)
    }
}

impl Rated for Culture {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        let mut out = rated_map("now", &self.now, self.scale());
        out.extend(rated_map("desired", &self.desired, self.scale()));
        out
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.now.values_mut().chain(self.desired.values_mut()).collect()
    }
}
impl Node for Culture {}

/// A note of the iceberg: something seen, or what may lie below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The layer that it lies in.
    pub layer: Layer,
    /// In words.
    pub statement: String,
    /// Who noted it.
    pub by: BTreeSet<PartyId>,
    /// Whom it is about.
    pub about: BTreeSet<PartyId>,
    /// How it came to the table; what is not on record is unknown, not unspoken.
    pub voiced: Option<Voiced>,
    /// Whether it is to be kept out of what others see.
    pub private: Option<bool>,
    /// How many votes it got.
    pub votes: Option<u32>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Observation {
    /// Whether it was noted in confidence: it is private, or nobody dared to say it and nothing says that it may be told.
    pub fn in_confidence(&self) -> bool {
        self.private.unwrap_or(self.voiced == Some(Voiced::Suspected))
    }
}

impl Rated for Observation {}
impl Node for Observation {
    fn references(&self) -> Vec<Reference> {
        let by = self.by.iter().map(|p| Reference::optional(p, "by"));
        by.chain(self.about.iter().map(|p| Reference::optional(p, "about"))).collect()
    }
    fn forget(&mut self, gone: &Element) {
        self.by.retain(|p| Element::from(p) != *gone);
        self.about.retain(|p| Element::from(p) != *gone);
    }
}

/// Who explains one observation by another; empty when nobody is named: then nobody in particular says so, not who noted it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Because {
    /// The parties that say so.
    pub by: BTreeSet<PartyId>,
}

impl Rated for Because {}
