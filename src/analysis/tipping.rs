//! What would tip the balance of the force field, in workshop steps of attitude.
//!
//! polder's own rule, exact. One step raises one party's attitude by 1, at most to +k. Four questions, each with all optimal
//! answers up to a limit, by the net after, descending:
//!
//! 1. the fewest steps in all after which the net exceeds the target (with a price per step: the cheapest);
//! 2. the steps if only this party moves, or that it cannot alone;
//! 3. the fewest parties, each moved to +k;
//! 4. the mirror: the fewest parties whose move to −k brings the net to the target or below.
//!
//! 0 where that is so already, `unreachable` where it cannot be, `nothing-to-measure` where the field is empty. Parties that are left
//! out of the field do not move. Among answers with the same net after, the one comes first that moves the party with the larger
//! power × interest level (for its price) more, then by id. Where the budget ends the list, at least one answer stands in it.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use serde::Serialize;

use super::force_field::{Clout, PartyForce};
use super::replay::Rule;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Undefined};
use crate::id::PartyId;
use crate::math::Exact;
use crate::math::steps::{Budget, First, Item, Need, NoAnswer, cheapest};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::Raw;

/// What tips the balance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tipping {
    /// What the net must exceed, in raw units.
    pub target: f64,
    /// The net as it is.
    pub net_before: f64,
    /// The fewest steps in all, or the cheapest where steps have prices.
    pub fewest_steps: Measure<Moves>,
    /// For each party: how many steps it takes if only this party moves.
    pub alone: Vec<Alone>,
    /// The fewest parties moved to +k.
    pub fewest_parties: Measure<Moves>,
    /// The fewest parties whose move to −k undoes it.
    pub fewest_parties_against: Measure<Moves>,
}

/// Equally good answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moves {
    /// How many steps or parties, or what the steps cost.
    pub cost: u64,
    /// The answers, by the net after, descending; at least one unless none was asked for.
    pub answers: Vec<Answer>,
    /// Whether there are more than are listed.
    pub truncated: bool,
    #[serde(skip)]
    one: Answer,
}

/// One answer: who moves, and the net after it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Answer {
    /// Who moves, in id order.
    pub moves: Vec<Move>,
    /// The net after it, raw.
    pub net_after: f64,
}

/// One party's move.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Move {
    /// The party.
    pub party: PartyId,
    /// Its attitude before, raw.
    pub from: f64,
    /// Its attitude after, raw.
    pub to: f64,
    /// In how many steps; the last may be part of one.
    pub steps: u64,
}

/// What one party can do alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alone {
    /// The party.
    pub party: PartyId,
    /// How many steps it takes, or `unreachable`.
    pub steps: Measure<u64>,
}

const STATES: usize = 20_000;
const CELLS: usize = 2_000_000;

struct Mover {
    party: PartyId,
    weight: Exact,
    attitude: Reading,
    price: u64,
}

impl Mover {
    fn up(&self) -> Exact {
        Exact::of(self.attitude.scale.max()) - Exact::of(self.attitude.raw)
    }
    fn down(&self) -> Exact {
        Exact::of(self.attitude.raw) - Exact::of(self.attitude.scale.min())
    }
    fn by_steps(&self) -> Item {
        Item { gain: self.weight.clone(), room: self.up(), price: self.price }
    }
    fn at_once(&self, room: &Exact) -> Item {
        Item { gain: &self.weight * room, room: Exact::one(), price: 1 }
    }
}

fn movers(parties: &[PartyForce], prices: &BTreeMap<PartyId, NonZeroU32>) -> Vec<Mover> {
    parties
        .iter()
        .map(|p| Mover {
            party: p.party.clone(),
            weight: Exact::of(p.power.raw) * Exact::of(p.interest_level.raw),
            attitude: p.attitude,
            price: prices.get(&p.party).map_or(1, |n| u64::from(n.get())),
        })
        .collect()
}

/// The three questions that have a set of moves as their answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Steps,
    Parties,
    Against,
}

impl Question {
    fn items(self, movers: &[Mover]) -> Vec<Item> {
        movers
            .iter()
            .map(|m| match self {
                Self::Steps => m.by_steps(),
                Self::Parties => m.at_once(&m.up()),
                Self::Against => m.at_once(&m.down()),
            })
            .collect()
    }

    fn need(self, net: &Exact, target: &Exact) -> Need {
        match self {
            Self::Steps | Self::Parties => Need::MoreThan(target - net),
            Self::Against => Need::AtLeast(net - target),
        }
    }

    fn made(self, mover: &Mover, steps: u64) -> (Exact, Move) {
        let (up, down) = (mover.up(), mover.down());
        let whole = Exact::from(i64::try_from(steps).unwrap_or(i64::MAX));
        let by = match self {
            Self::Steps if whole < up => whole,
            Self::Steps | Self::Parties => up,
            Self::Against => -down,
        };
        let to = (Exact::of(mover.attitude.raw) + by.clone()).to_f64();
        let steps = by.abs().ceil_i64().and_then(|n| u64::try_from(n).ok()).unwrap_or(u64::MAX);
        (&mover.weight * &by, Move { party: mover.party.clone(), from: mover.attitude.raw, to, steps })
    }

    fn answer(self, movers: &[Mover], net: &Exact, target: &Exact, list_at_most: usize) -> Measure<Moves> {
        if movers.is_empty() {
            return Measure::Undefined(Undefined::NothingToMeasure);
        }
        let budget = Budget { answers: list_at_most, states: STATES, cells: CELLS };
        // By the net after, descending: a move against the project loses what it gains here.
        let first = if self == Self::Against { First::Least } else { First::Most };
        let found = match cheapest(&self.items(movers), &self.need(net, target), first, budget) {
            Ok(found) => found,
            Err(NoAnswer::Unreachable) => return Measure::Undefined(Undefined::Unreachable),
            Err(NoAnswer::TooLarge) => return Measure::Undefined(Undefined::BudgetExhausted),
        };
        let answer = |taken: Vec<(usize, u64)>| {
            let made: Vec<(Exact, Move)> =
                taken.into_iter().filter_map(|(i, steps)| movers.get(i).map(|m| self.made(m, steps))).collect();
            let change: Exact = made.iter().map(|(gain, _)| gain).sum();
            Answer { net_after: (net + &change).to_f64(), moves: made.into_iter().map(|(_, m)| m).collect() }
        };
        let one = answer(found.one);
        let mut answers: Vec<Answer> = found.answers.into_iter().map(answer).collect();
        if answers.is_empty() && list_at_most > 0 {
            answers.push(one.clone());
        }
        let one = answers.first().cloned().unwrap_or(one);
        Measure::Known(Moves { cost: found.cost, answers, truncated: found.truncated, one })
    }
}

pub(super) fn tipping(
    parties: &[PartyForce],
    target: Raw,
    prices: &BTreeMap<PartyId, NonZeroU32>,
    list_at_most: usize,
) -> Tipping {
    let movers = movers(parties, prices);
    let net: Exact = movers.iter().map(|m| &m.weight * &Exact::of(m.attitude.raw)).sum();
    let goal = Exact::of(target.get());
    let alone = movers
        .iter()
        .map(|m| {
            let one = [Item { price: 1, ..m.by_steps() }];
            let budget = Budget { answers: 0, states: 0, cells: 0 };
            let found = cheapest(&one, &Question::Steps.need(&net, &goal), First::Most, budget);
            Alone { party: m.party.clone(), steps: Measure::or(found.ok().map(|f| f.cost), Undefined::Unreachable) }
        })
        .collect();
    Tipping {
        target: target.get(),
        net_before: net.to_f64(),
        fewest_steps: Question::Steps.answer(&movers, &net, &goal, list_at_most),
        alone,
        fewest_parties: Question::Parties.answer(&movers, &net, &goal, list_at_most),
        fewest_parties_against: Question::Against.answer(&movers, &net, &goal, list_at_most),
    }
}

impl Tipping {
    /// The first answer as a finding: the moves with their steps, the prices other than 1, the target.
    pub(super) fn findings(
        &self,
        parties: &[PartyForce],
        target: Raw,
        prices: &BTreeMap<PartyId, NonZeroU32>,
        aggregate: Aggregate,
    ) -> Vec<Finding> {
        let questions = [
            ("tipping-fewest-steps", &self.fewest_steps),
            ("tipping-fewest-parties", &self.fewest_parties),
            ("tipping-fewest-parties-against", &self.fewest_parties_against),
        ];
        let mut out = Vec::new();
        for (rule, moves) in questions {
            let Measure::Known(moves) = moves else { continue };
            let mut because = vec![Contribution::of(Element::Setting("target"), target.get())];
            if rule == "tipping-fewest-steps" {
                let known = prices.iter().filter(|(p, n)| n.get() != 1 && parties.iter().any(|f| f.party == **p));
                because.extend(known.map(|(p, n)| Contribution::of(p.into(), f64::from(n.get()))));
            }
            for step in &moves.one.moves {
                let Some(force) = parties.iter().find(|p| p.party == step.party) else { continue };
                #[expect(clippy::cast_precision_loss, reason = "steps are few: at most the width of a scale")]
                let amount = step.steps as f64;
                because.push(Contribution::read((&step.party).into(), Attribute::Attitude, force.attitude, amount));
            }
            #[expect(clippy::cast_precision_loss, reason = "a cost beyond 2^53 is not reached by any budget")]
            let amount = Amount::Number(moves.cost as f64);
            let subject = vec![Element::Project];
            out.push(Finding { subject, rule, law: Law::Optimum, amount, aggregate, because });
        }
        out
    }
}

/// Takes the certificate apart, moves the parties in the model and asks again how little would do.
fn again(model: &Model, finding: &Finding, question: Question) -> Amount {
    let mut target = Exact::zero();
    let mut prices = BTreeMap::new();
    let mut steps = BTreeMap::new();
    for part in &finding.because {
        match (&part.source, part.attribute) {
            (Element::Party(party), Some(Attribute::Attitude)) => {
                steps.insert(party.clone(), Exact::of(part.amount).floor_i64().unwrap_or(0));
            }
            (Element::Party(party), None) => {
                prices.insert(party.clone(), part.amount);
            }
            _ => target = Exact::of(part.amount),
        }
    }
    let mut net = Exact::zero();
    let mut movers = Vec::new();
    for (party, _) in model.parties() {
        let Some(clout) = Clout::of(model, party, finding.aggregate) else { continue };
        net = net + clout.force();
        let price = prices.get(party).map_or(1, |p| Exact::of(*p).floor_i64().unwrap_or(1).unsigned_abs());
        movers.push(Mover { party: party.clone(), weight: clout.weight(), attitude: clout.attitude, price });
    }
    let need = question.need(&net, &target);
    let (mut change, mut cost) = (Exact::zero(), 0_u64);
    for mover in &movers {
        let Some(steps) = steps.get(&mover.party) else { continue };
        let steps = steps.unsigned_abs();
        change = change + question.made(mover, steps).0.abs();
        cost += if question == Question::Steps { steps.saturating_mul(mover.price) } else { 1 };
    }
    let feasible = match &need {
        Need::MoreThan(x) => change > *x,
        Need::AtLeast(x) => change >= *x,
    };
    let least = cheapest(&question.items(&movers), &need, First::Most, Budget { answers: 0, states: 0, cells: CELLS });
    #[expect(clippy::cast_precision_loss, reason = "as when the finding was made")]
    match least {
        Ok(least) if feasible && least.cost == cost => Amount::Number(cost as f64),
        _ => Amount::Undefined(Undefined::Unreachable),
    }
}

/// Steps are the answer's own; that they suffice is what the whole checks.
fn steps_again(_: &Model, _: &Finding, part: &Contribution) -> Option<f64> {
    Some(part.amount)
}

/// A party that moves at once moves all the way.
fn all_the_way(finding: &Finding, part: &Contribution) -> Option<f64> {
    let Some(reading) = part.reading else { return Some(part.amount) };
    let end = if finding.rule == "tipping-fewest-parties" { reading.scale.max() } else { reading.scale.min() };
    let steps = (Exact::of(end) - Exact::of(reading.raw)).abs().ceil_i64()?;
    Some(Exact::from(steps).to_f64())
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "tipping-fewest-steps",
        law: Law::Optimum,
        part: steps_again,
        whole: Some(|m, f| again(m, f, Question::Steps)),
    },
    Rule {
        id: "tipping-fewest-parties",
        law: Law::Optimum,
        part: |_, f, c| all_the_way(f, c),
        whole: Some(|m, f| again(m, f, Question::Parties)),
    },
    Rule {
        id: "tipping-fewest-parties-against",
        law: Law::Optimum,
        part: |_, f, c| all_the_way(f, c),
        whole: Some(|m, f| again(m, f, Question::Against)),
    },
];
