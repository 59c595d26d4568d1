//! Lewin's force field in its own form: named forces for and against the change, and where to act first.
//!
//! **Method.** K. Lewin, *Field Theory in Social Science* (1951): restraining forces are lowered before driving ones are raised,
//! since pushing raises tension. The order within a side, by strength × changeability, is common practice.
//!
//! **Missing data.** A force without strength is in no total; one without changeability is in the totals and not in the order. Both
//! are listed.

use serde::Serialize;

use super::replay::Rule;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Undefined};
use crate::id::{ForceId, PartyId};
use crate::math::exact;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::Side;

/// One free force with known strength.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FreeForce {
    /// The force.
    pub force: ForceId,
    /// Driving or restraining.
    pub side: Side,
    /// How strong it is.
    pub strength: Reading,
    /// How well it can be changed, if known.
    pub changeability: Option<Reading>,
    /// strength × changeability in raw units; `missing-rating` where that is not known.
    pub leverage: Measure,
    /// The party that exerts it, if one does.
    pub party: Option<PartyId>,
}

/// The free forces of a project.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct FreeForces {
    /// The forces with known strength, in id order.
    pub forces: Vec<FreeForce>,
    /// Σ strength of the driving ones, raw.
    pub driving: f64,
    /// Σ strength of the restraining ones, raw.
    pub restraining: f64,
    /// Driving minus restraining.
    pub net: f64,
    /// Where to act first: restraining before driving, then by leverage, then by id.
    pub order: Vec<ForceId>,
}

pub(super) fn free_forces(model: &Model, aggregate: Aggregate) -> (FreeForces, Vec<Omission>) {
    let mut forces = Vec::new();
    let mut omitted = Vec::new();
    for (id, force) in model.forces() {
        let me = Element::from(id);
        let changeability = model.read(&me, Attribute::Changeability, aggregate);
        if changeability.is_none() {
            omitted.push(Omission::unknown(me.clone(), Attribute::Changeability));
        }
        let Some(strength) = model.read(&me, Attribute::Strength, aggregate) else {
            omitted.push(Omission::unknown(me, Attribute::Strength));
            continue;
        };
        forces.push(FreeForce {
            force: id.clone(),
            side: force.side,
            strength,
            changeability,
            leverage: Measure::or(
                changeability.map(|c| exact::product([strength.raw, c.raw])),
                Undefined::MissingRating,
            ),
            party: force.party.clone(),
        });
    }
    let total = |side: Side| exact::sum(forces.iter().filter(|f| f.side == side).map(|f| f.strength.raw));
    let (driving, restraining) = (total(Side::Driving), total(Side::Restraining));
    let mut order: Vec<(&FreeForce, f64)> = forces.iter().filter_map(|f| Some((f, f.leverage.value()?))).collect();
    order.sort_by(|(f, x), (g, y)| {
        (f.side == Side::Driving).cmp(&(g.side == Side::Driving)).then(y.total_cmp(x)).then(f.force.cmp(&g.force))
    });
    let order = order.into_iter().map(|(f, _)| f.force.clone()).collect();
    (FreeForces { driving, restraining, net: exact::difference(driving, restraining), order, forces }, omitted)
}

impl FreeForces {
    pub(super) fn findings(&self, aggregate: Aggregate) -> Vec<Finding> {
        let mut out = Vec::new();
        for (rule, side, amount) in [
            ("free-forces-driving", Side::Driving, self.driving),
            ("free-forces-restraining", Side::Restraining, self.restraining),
        ] {
            let because: Vec<Contribution> = self
                .forces
                .iter()
                .filter(|f| f.side == side)
                .map(|f| Contribution::read((&f.force).into(), Attribute::Strength, f.strength, f.strength.raw))
                .collect();
            let subject = vec![Element::Project];
            out.push(Finding { subject, rule, law: Law::Sum, amount: Amount::Number(amount), aggregate, because });
        }
        for force in &self.forces {
            let (Some(changeability), Measure::Known(leverage)) = (force.changeability, force.leverage) else {
                continue;
            };
            let me = Element::from(&force.force);
            out.push(Finding {
                subject: vec![me.clone()],
                rule: "leverage",
                law: Law::Product,
                amount: Amount::Number(leverage),
                aggregate,
                because: vec![
                    Contribution::read(me.clone(), Attribute::Strength, force.strength, force.strength.raw),
                    Contribution::read(me, Attribute::Changeability, changeability, changeability.raw),
                ],
            });
        }
        out
    }
}

pub(super) const RULES: &[Rule] = &[
    Rule { id: "free-forces-driving", law: Law::Sum, part: Rule::RAW, whole: None },
    Rule { id: "free-forces-restraining", law: Law::Sum, part: Rule::RAW, whole: None },
    Rule { id: "leverage", law: Law::Product, part: Rule::RAW, whole: None },
];
