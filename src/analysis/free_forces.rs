//! Lewin's force field in its own form: named forces for and against the change, and where to act first.
//!
//! **Method.** K. Lewin, *Field Theory in Social Science* (1951): restraining forces are lowered before driving ones are raised,
//! since pushing raises tension. The order within a side, by strength × changeability, is common practice.
//!
//! **Beside the party's own force** (own rule). A force may be exerted by a party. The net of the free forces that a party exerts
//! and its own force p·s·a are two descriptions of one party: they *agree* when both are above 0 or both below it, and *disagree*
//! when a supporter holds back or an opponent drives. Neither is added to the other, and the rule does not say which of the two is
//! right: it says whom to ask again.
//!
//! **Missing data.** A force without strength is in no total; one without changeability is in the totals and not in the order. Both
//! are listed. A party without power, interest level or attitude has no force to put beside its free forces. A force of unknown
//! strength leaves the accord open (`missing-rating`), unless it stands on the side to which the known ones lean already.

use std::collections::BTreeMap;

use serde::Serialize;

use super::force_field::Clout;
use super::replay::Rule;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Undefined};
use crate::id::{ForceId, PartyId};
use crate::math::exact;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::{Side, Vocabulary, vocabulary};

vocabulary! {
    /// Whether the free forces that a party exerts and its own force lean to the same side.
    Accord, "accord" {
        /// Both drive, or both restrain.
        Agrees = "agrees",
        /// One drives, the other restrains.
        Disagrees = "disagrees",
    }
}

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
    /// The forces by the party that exerts them, in id order; last those that nobody exerts.
    pub by_party: Vec<PartyFreeForces>,
}

/// The free forces of one party, beside its own force.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyFreeForces {
    /// The party; none for the forces that no party exerts.
    pub party: Option<PartyId>,
    /// The forces that it exerts, in id order, those of unknown strength too.
    pub forces: Vec<ForceId>,
    /// Σ strength of its driving ones, raw.
    pub driving: f64,
    /// Σ strength of its restraining ones, raw.
    pub restraining: f64,
    /// Driving minus restraining.
    pub net: f64,
    /// The party's own force p·s·a, raw; `missing-rating` where power, interest level or attitude is unknown, and
    /// `nothing-to-measure` where there is no party.
    pub party_force: Measure,
    /// Whether the net and the party's own force lean to the same side; `nothing-to-measure` where either is 0 or there is no
    /// party, `missing-rating` where an unknown rating decides.
    pub accord: Measure<Accord>,
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
    let net = exact::difference(driving, restraining);
    let by_party = by_party(model, aggregate);
    (FreeForces { driving, restraining, net, order, by_party, forces }, omitted)
}

/// The forces of the model by who exerts them.
fn by_party(model: &Model, aggregate: Aggregate) -> Vec<PartyFreeForces> {
    let mut groups: Vec<(Option<&PartyId>, Vec<ForceId>)> = exerted(model).into_iter().collect();
    groups.sort_by_key(|(party, _)| party.is_none());
    groups.into_iter().map(|(party, forces)| PartyFreeForces::of(model, party, forces, aggregate)).collect()
}

/// The forces that each party exerts, and those that nobody exerts, in id order.
pub(super) fn exerted(model: &Model) -> BTreeMap<Option<&PartyId>, Vec<ForceId>> {
    let mut out: BTreeMap<Option<&PartyId>, Vec<ForceId>> = BTreeMap::new();
    for (id, force) in model.forces() {
        out.entry(force.party.as_ref()).or_default().push(id.clone());
    }
    out
}

/// The forces that a party exerts, or nobody, in id order.
fn exerted_by(model: &Model, party: Option<&PartyId>) -> Vec<ForceId> {
    model.forces().filter(|(_, f)| f.party.as_ref() == party).map(|(id, _)| id.clone()).collect()
}

/// The strengths of forces on one side, and whether all of them are known.
struct Strengths {
    known: Vec<Contribution>,
    are_complete: bool,
}

impl Strengths {
    fn on(model: &Model, side: Side, forces: &[ForceId], aggregate: Aggregate) -> Self {
        let on_side = forces.iter().filter(|id| model.force(id).is_some_and(|f| f.side == side));
        let read = |id: &ForceId| {
            let reading = model.read(&id.into(), Attribute::Strength, aggregate)?;
            Some(Contribution::read(id.into(), Attribute::Strength, reading, reading.raw))
        };
        let known: Vec<Contribution> = on_side.clone().filter_map(read).collect();
        Self { are_complete: known.len() == on_side.count(), known }
    }

    fn total(&self) -> f64 {
        exact::sum(self.known.iter().map(|c| c.amount))
    }
}

impl PartyFreeForces {
    fn of(model: &Model, party: Option<&PartyId>, forces: Vec<ForceId>, aggregate: Aggregate) -> Self {
        let on = |side| Strengths::on(model, side, &forces, aggregate);
        let [drives, restrains] = [Side::Driving, Side::Restraining].map(on);
        let (driving, restraining) = (drives.total(), restrains.total());
        let net = exact::difference(driving, restraining);
        let party_force = match party {
            None => Measure::Undefined(Undefined::NothingToMeasure),
            Some(party) => {
                let clout = Clout::of(model, party, aggregate);
                Measure::or(clout.map(|c| c.force().to_f64()), Undefined::MissingRating)
            }
        };
        // What is unknown can but add to its side.
        let is_open = (!drives.are_complete && net <= 0.0) || (!restrains.are_complete && net >= 0.0);
        let accord = match party_force {
            Measure::Undefined(reason) => Measure::Undefined(reason),
            Measure::Known(0.0) => Measure::Undefined(Undefined::NothingToMeasure),
            Measure::Known(_) if is_open => Measure::Undefined(Undefined::MissingRating),
            Measure::Known(_) if net == 0.0 => Measure::Undefined(Undefined::NothingToMeasure),
            Measure::Known(own) if (own > 0.0) == (net > 0.0) => Measure::Known(Accord::Agrees),
            Measure::Known(_) => Measure::Known(Accord::Disagrees),
        };
        Self { party: party.cloned(), forces, driving, restraining, net, party_force, accord }
    }
}

/// What an accord rests on: the ratings of the party, and the strengths of the forces that it exerts.
fn accord_grounds(
    model: &Model,
    party: &PartyId,
    forces: &[ForceId],
    aggregate: Aggregate,
) -> Option<Vec<Contribution>> {
    let clout = Clout::of(model, party, aggregate)?;
    let sides = [Side::Driving, Side::Restraining].into_iter();
    let strengths = sides.flat_map(|side| Strengths::on(model, side, forces, aggregate).known);
    Some(clout.cited(party).into_iter().chain(strengths).collect())
}

impl FreeForces {
    pub(super) fn findings(&self, model: &Model, aggregate: Aggregate) -> Vec<Finding> {
        let mut out = Vec::new();
        for (rule, side, amount) in [
            ("free-forces-driving", Side::Driving, self.driving),
            ("free-forces-restraining", Side::Restraining, self.restraining),
        ] {
            let on_side = self.forces.iter().filter(|f| f.side == side);
            let because = on_side
                .map(|f| Contribution::read((&f.force).into(), Attribute::Strength, f.strength, f.strength.raw))
                .collect();
            let subject = vec![Element::Project];
            out.push(Finding { subject, rule, law: Law::Sum, amount: Amount::Number(amount), aggregate, because });
        }
        for of in &self.by_party {
            out.extend(of.findings(model, aggregate));
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

impl PartyFreeForces {
    /// The totals on each side on which a strength is known, and the accord.
    fn findings(&self, model: &Model, aggregate: Aggregate) -> Vec<Finding> {
        let party = self.party.as_ref();
        let subject = vec![party.map_or(Element::Project, Element::from)];
        let (driving, restraining) = match party {
            Some(_) => ("party-free-forces-driving", "party-free-forces-restraining"),
            None => ("nobodys-free-forces-driving", "nobodys-free-forces-restraining"),
        };
        let mut out = Vec::new();
        for (rule, side, amount) in
            [(driving, Side::Driving, self.driving), (restraining, Side::Restraining, self.restraining)]
        {
            let because = Strengths::on(model, side, &self.forces, aggregate).known;
            if !because.is_empty() {
                let (subject, amount) = (subject.clone(), Amount::Number(amount));
                out.push(Finding { subject, rule, law: Law::Sum, amount, aggregate, because });
            }
        }
        if let (Measure::Known(accord), Some(party)) = (self.accord, party)
            && let Some(because) = accord_grounds(model, party, &self.forces, aggregate)
        {
            let amount = Amount::Class(accord.word());
            out.push(Finding { subject, rule: "free-forces-accord", law: Law::Class, amount, aggregate, because });
        }
        out
    }
}

/// The party whose free forces a finding is about; none for those that nobody exerts.
fn exerting(finding: &Finding) -> Option<Option<&PartyId>> {
    match finding.subject.as_slice() {
        [Element::Party(party)] => Some(Some(party)),
        [Element::Project] => Some(None),
        _ => None,
    }
}

/// The total on one side, if the finding cites every force that counts and no other.
fn total_again(model: &Model, finding: &Finding, side: Side, of_whom: Whom) -> Amount {
    let total = || {
        let forces = match (of_whom, exerting(finding)?) {
            (Whom::All, None) => model.forces().map(|(id, _)| id.clone()).collect(),
            (Whom::Party, party @ Some(_)) | (Whom::Nobody, party @ None) => exerted_by(model, party),
            _ => return None,
        };
        let strengths = Strengths::on(model, side, &forces, finding.aggregate);
        (strengths.known == finding.because).then(|| strengths.total())
    };
    total().map_or(Amount::Undefined(Undefined::MissingRating), Amount::Number)
}

/// The accord, if the finding cites the ratings of the party and every force that it exerts.
fn accord_again(model: &Model, finding: &Finding) -> Amount {
    let accord = || {
        let party = exerting(finding)??;
        let forces = exerted_by(model, Some(party));
        (accord_grounds(model, party, &forces, finding.aggregate)? == finding.because).then_some(())?;
        PartyFreeForces::of(model, Some(party), forces, finding.aggregate).accord.value()
    };
    accord().map_or(Amount::Undefined(Undefined::MissingRating), |a| Amount::Class(a.word()))
}

/// Whose free forces a total is of.
#[derive(Clone, Copy)]
enum Whom {
    All,
    Party,
    Nobody,
}

macro_rules! totals {
    ($($id:literal: $side:ident, $whom:ident;)+) => {
        pub(super) const RULES: &[Rule] = &[
            $(Rule {
                id: $id,
                law: Law::Sum,
                part: Rule::RAW,
                whole: Some(|model, finding| total_again(model, finding, Side::$side, Whom::$whom)),
            },)+
            Rule { id: "leverage", law: Law::Product, part: Rule::RAW, whole: None },
            Rule { id: "free-forces-accord", law: Law::Class, part: Rule::RAW, whole: Some(accord_again) },
        ];
    };
}
totals! {
    "free-forces-driving": Driving, All;
    "free-forces-restraining": Restraining, All;
    "party-free-forces-driving": Driving, Party;
    "party-free-forces-restraining": Restraining, Party;
    "nobodys-free-forces-driving": Driving, Nobody;
    "nobodys-free-forces-restraining": Restraining, Nobody;
}
