//! How well a member's scores fit what is asked, and which style a member has.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::cut::Cut;
use crate::evidence::{Contribution, Measure, Undefined};
use crate::id::MemberId;
use crate::math::{Exact, exact};
use crate::model::{Attribute, Element, Member, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::ScaleKind;
use crate::vocabulary::{Role, vocabulary};

vocabulary! {
    /// The side of the cut that a member's style is on.
    Style, "style of leading" {
        /// Below the cut.
        Formal = "formal",
        /// At the cut.
        Neither = "neither",
        /// Above the cut.
        Informal = "informal",
    }
}

/// How well a member fits a phase or a task.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fit {
    /// Σ need × score / Σ need, raw.
    pub fit: Measure,
    /// The fit as a share of the maximum of the scale, 0 … 1.
    pub share: Measure,
    /// The roles that are asked for and on which the member is not rated.
    pub missing: Vec<Role>,
}

/// A member with what is known of it.
pub(in crate::analysis) struct Person<'a> {
    pub(in crate::analysis) id: &'a MemberId,
    pub(in crate::analysis) member: &'a Member,
    pub(in crate::analysis) scores: BTreeMap<Role, Reading>,
    pub(in crate::analysis) informal: Option<Reading>,
}

impl<'a> Person<'a> {
    pub(in crate::analysis) fn of(model: &Model, id: &'a MemberId, member: &'a Member, aggregate: Aggregate) -> Self {
        let scale = model.scales().of(ScaleKind::OneSided);
        let scores = member.roles.iter().filter_map(|(role, rating)| Some((*role, rating.read(&scale, aggregate)?)));
        let informal = member.informal.as_ref().and_then(|rating| rating.read(&scale, aggregate));
        Self { id, member, scores: scores.collect(), informal }
    }

    /// The score on a role with what it counts for, if it is known.
    pub(super) fn score(&self, role: Role, amount: impl Fn(Reading) -> f64) -> Option<Contribution> {
        let reading = *self.scores.get(&role)?;
        Some(Contribution::read(self.id.into(), role.into(), reading, amount(reading)))
    }

    /// The style as a ground, if it is known.
    pub(in crate::analysis) fn style_ground(&self) -> Option<Contribution> {
        let reading = self.informal?;
        Some(Contribution::read(Element::from(self.id), Attribute::Informal, reading, reading.raw))
    }

    pub(super) fn style(&self, level: Measure) -> Measure<Style> {
        match (self.informal, level) {
            (Some(reading), Measure::Known(level)) => Measure::Known(Style::of(reading.raw, level)),
            (None, _) => Measure::Undefined(Undefined::MissingRating),
            (_, Measure::Undefined(reason)) => Measure::Undefined(reason),
        }
    }

    /// The fit if every score that is not known were the highest that there is.
    pub(super) fn at_best(&self, asked: impl Iterator<Item = (Role, f64)>, highest: f64) -> Option<Exact> {
        let (mut sum, mut weights) = (Exact::zero(), Exact::zero());
        for (role, weight) in asked.filter(|(_, weight)| *weight > 0.0) {
            let score = self.scores.get(&role).map_or(highest, |score| score.raw);
            sum = sum + Exact::of(weight) * Exact::of(score);
            weights = weights + Exact::of(weight);
        }
        sum.checked_div(&weights)
    }

    /// How well the scores fit roles with weights above 0.
    pub(in crate::analysis) fn weigh(&self, asked: impl Iterator<Item = (Role, f64)>) -> Weighing {
        let (mut because, mut missing) = (Vec::new(), Vec::new());
        for (role, weight) in asked.filter(|(_, weight)| *weight > 0.0) {
            match self.score(role, |_| weight) {
                Some(score) => because.push(score),
                None => missing.push(role),
            }
        }
        let max = because.iter().find_map(|c| c.reading).map(|r| r.scale.max());
        Weighing::of(because, missing, max)
    }
}

impl Style {
    pub(super) fn of(raw: f64, level: f64) -> Self {
        if raw > level {
            Self::Informal
        } else if raw < level {
            Self::Formal
        } else {
            Self::Neither
        }
    }
}

/// Who has a part in the project: who is only known as a rater is left out.
pub(in crate::analysis) fn team(model: &Model, aggregate: Aggregate) -> Vec<Person<'_>> {
    let with_part = model.members().filter(|(_, member)| member.has_part());
    with_part.map(|(id, member)| Person::of(model, id, member, aggregate)).collect()
}

/// Scores weighed against what is asked.
pub(in crate::analysis) struct Weighing {
    /// The known scores, each counting for its weight.
    pub(in crate::analysis) because: Vec<Contribution>,
    pub(in crate::analysis) missing: Vec<Role>,
    /// The maximum of the scale.
    max: Option<f64>,
}

impl Weighing {
    pub(super) fn of(because: Vec<Contribution>, missing: Vec<Role>, max: Option<f64>) -> Self {
        Self { because, missing, max }
    }

    /// The fit, exactly.
    pub(super) fn exact(&self) -> Measure<Exact> {
        if !self.missing.is_empty() {
            return Measure::Undefined(Undefined::MissingRating);
        }
        Measure::or(mean(&self.because), Undefined::NothingToMeasure)
    }

    /// The fit as a share of the maximum, exactly.
    pub(in crate::analysis) fn share(&self) -> Measure<Exact> {
        let max = Exact::of(self.max.unwrap_or(0.0));
        match self.exact() {
            Measure::Known(fit) => Measure::or(fit.checked_div(&max), Undefined::NothingToMeasure),
            undefined @ Measure::Undefined(_) => undefined,
        }
    }

    pub(super) fn fit(&self) -> Fit {
        let number = |measure: Measure<Exact>| match measure {
            Measure::Known(x) => Measure::Known(x.to_f64()),
            Measure::Undefined(reason) => Measure::Undefined(reason),
        };
        Fit { fit: number(self.exact()), share: number(self.share()), missing: self.missing.clone() }
    }
}

/// The weighted mean of cited scores, each counting for its weight.
fn mean(because: &[Contribution]) -> Option<Exact> {
    let weighed = because.iter().filter_map(|c| Some(Exact::of(c.amount) * Exact::of(c.reading?.raw)));
    let weights: Exact = because.iter().map(|c| Exact::of(c.amount)).sum();
    weighed.sum::<Exact>().checked_div(&weights)
}

/// The weighted mean of cited scores as a share of the maximum of their scale.
pub(in crate::analysis) fn share_of(because: &[Contribution]) -> Option<Exact> {
    let max = because.iter().find_map(|c| c.reading)?.scale.max();
    mean(because)?.checked_div(&Exact::of(max))
}

/// The level that a style is cut at; a median is that of all styles.
pub(super) fn style_level(model: &Model, team: &[Person<'_>], cut: Cut) -> Measure {
    level(model, team.iter().filter_map(|person| person.informal), cut)
}

/// The level from which a role is covered; a median is that of all scores on all roles.
pub(super) fn role_level(model: &Model, team: &[Person<'_>], cut: Cut) -> Measure {
    level(model, team.iter().flat_map(|person| person.scores.values().copied()), cut)
}

fn level(model: &Model, readings: impl Iterator<Item = Reading>, cut: Cut) -> Measure {
    if cut != Cut::Median {
        return Measure::Known(cut.fixed(&model.scales().of(ScaleKind::OneSided)));
    }
    let points: Vec<f64> = readings.map(|r| r.raw).collect();
    Measure::or(exact::median(&points), Undefined::NothingToMeasure)
}
