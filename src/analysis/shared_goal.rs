//! # Shared goal
//!
//! **Question.** Which few interests could carry a goal that everybody is for?
//!
//! **Method.** polder's own rule for what the collaboration handbook asks (work from common interests, towards a broadly carried
//! goal): a smallest cover.
//!
//! **Inputs.** The stances of the parties on interests, signed.
//!
//! **Formula.** *Candidates* are interests that at least one party is known to support (stance above 0). *Counted* are the parties
//! with a known stance on anything. A shared goal: the fewest candidates, none known to be opposed (stance below 0) by anybody, such
//! that every counted party supports at least one of them. If there is none, the least opposed one: in this order most parties
//! covered, fewest pairs of a party and an interest that it opposes, fewest interests.
//!
//! **Assumptions.** To support one of the interests is to be carried along; how strongly does not count.
//!
//! **Missing data.** Parties without any known stance are not counted and listed in `omitted`, and so are stakes with an unknown
//! stance, which neither support nor oppose.
//!
//! **Returns.** [`SharedGoal`]; exact to 24 candidates, with all best answers up to a limit. Beyond, one answer found greedily and a
//! bound. Which of several equally cheap interests the greedy one takes first goes by their ids, so that its size may too.
//!
//! **Complexity.** Branch and bound over the candidates, n log n in the stakes. Beyond 24 candidates: the stakes and the parties, times
//! the interests of the goal.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{SharedGoalOptions, shared_goal};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[interest.light]\n[interest.calm]\n[party.city]\nstakes = { light = 2, calm = 1 }\n\
//!             [party.nature]\nstakes = { light = -1, calm = 2 }\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let goal = shared_goal(&model, &SharedGoalOptions::new());
//! assert_eq!(goal.goals[0].interests[0].as_str(), "calm");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** It says where common ground is on record; whether that makes a goal worth having is for the parties to say.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::replay::Rule;
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Omission, Provenance, Undefined};
use crate::id::{InterestId, PartyId};
use crate::math::cover::{Cost, Covers, cheapest_covers};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What kind of goal was found.
    GoalKind, "kind of goal" {
        /// Every counted party supports one of the interests, and nobody is known to oppose any.
        Shared = "shared",
        /// There is no shared one: the least opposed that carries most parties.
        LeastOpposed = "least-opposed",
        /// No interest is supported by anybody.
        None = "none",
    }
}

/// How to look for a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SharedGoalOptions {
    aggregate: Aggregate,
    list_at_most: usize,
}

impl Default for SharedGoalOptions {
    /// Median over raters, at most 10 equally good goals.
    fn default() -> Self {
        Self { aggregate: Aggregate::Median, list_at_most: 10 }
    }
}

impl SharedGoalOptions {
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

    /// How many equally good goals are listed; at least one.
    #[must_use]
    pub fn list_at_most(mut self, goals: usize) -> Self {
        self.list_at_most = goals.max(1);
        self
    }
}

/// One goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Goal {
    /// The interests that it rests on, in id order.
    pub interests: Vec<InterestId>,
    /// The counted parties that support at least one of them.
    pub carried_by: Vec<PartyId>,
    /// The counted parties that support none.
    pub left_out: Vec<PartyId>,
    /// Who is known to oppose which of them.
    pub opposed: Vec<(PartyId, InterestId)>,
}

/// The goals that could be shared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SharedGoal {
    /// How they were found.
    #[serde(skip)]
    pub provenance: Provenance<SharedGoalOptions>,
    /// Parties without a known stance, and stakes with an unknown one.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Whether they are shared.
    pub kind: GoalKind,
    /// The interests that somebody supports.
    pub candidates: Vec<InterestId>,
    /// The equally good goals, in id order; none for [`GoalKind::None`].
    pub goals: Vec<Goal>,
    /// Whether there are more than are listed.
    pub truncated: bool,
    /// Whether nothing better can be; else the goal was found greedily.
    pub exact: bool,
    /// As few interests at least: the size of the goal where it is exact.
    pub at_least: u64,
    /// The first goal with its grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::OWN_SHARED_GOAL, citation::HANDBOOK];

/// The known stances, party by party.
type Stances<'a> = BTreeMap<&'a PartyId, BTreeMap<&'a InterestId, Reading>>;

fn stances(model: &Model, aggregate: Aggregate) -> Stances<'_> {
    let mut out: Stances<'_> = BTreeMap::new();
    for (party, interest, _) in model.stakes().iter() {
        let stake = Element::Stake(party.clone(), interest.clone());
        if let Some(reading) = model.read(&stake, Attribute::Stance, aggregate) {
            out.entry(party).or_default().insert(interest, reading);
        }
    }
    out
}

/// The question as a cover: candidates with what they cost, and for each counted party the candidates that it supports.
struct Question<'a> {
    stances: Stances<'a>,
    candidates: Vec<&'a InterestId>,
    costs: Vec<Cost>,
    supported: Vec<Vec<usize>>,
}

impl<'a> Question<'a> {
    fn of(model: &'a Model, aggregate: Aggregate) -> Self {
        let stances = stances(model, aggregate);
        let all = || stances.values().flatten();
        let candidates: BTreeSet<&InterestId> = all().filter(|(_, r)| r.raw > 0.0).map(|(i, _)| *i).collect();
        let candidates: Vec<&InterestId> = candidates.into_iter().collect();
        let mut against: BTreeMap<&InterestId, u64> = BTreeMap::new();
        for (interest, _) in all().filter(|(_, r)| r.raw < 0.0) {
            *against.entry(*interest).or_default() += 1;
        }
        let costs = candidates.iter().map(|c| [against.get(c).copied().unwrap_or(0), 1]).collect();
        let supported = stances
            .values()
            .map(|on| {
                let wanted = on.iter().filter(|(_, r)| r.raw > 0.0);
                wanted.filter_map(|(i, _)| candidates.binary_search(i).ok()).collect()
            })
            .collect();
        Self { stances, candidates, costs, supported }
    }

    fn answer(&self, most: usize) -> (GoalKind, Option<Covers>) {
        if self.candidates.is_empty() {
            return (GoalKind::None, None);
        }
        let unopposed = |item: &usize| self.costs.get(*item).is_some_and(|c| c[0] == 0);
        let clean: Vec<Vec<usize>> =
            self.supported.iter().map(|set| set.iter().copied().filter(unopposed).collect()).collect();
        if let Some(covers) = cheapest_covers(&self.costs, &clean, most) {
            return (GoalKind::Shared, Some(covers));
        }
        // Whoever supports nothing at all can be carried by no goal.
        let able: Vec<Vec<usize>> = self.supported.iter().filter(|set| !set.is_empty()).cloned().collect();
        (GoalKind::LeastOpposed, cheapest_covers(&self.costs, &able, most))
    }

    fn goal(&self, items: &[usize]) -> Goal {
        let interests: Vec<InterestId> =
            items.iter().filter_map(|i| self.candidates.get(*i)).map(|i| (*i).clone()).collect();
        let (mut carried_by, mut left_out, mut opposed) = (Vec::new(), Vec::new(), Vec::new());
        let chosen: BTreeSet<&InterestId> = interests.iter().collect();
        for (party, on) in &self.stances {
            let here = || on.iter().filter(|(i, _)| chosen.contains(*i));
            let side = if here().any(|(_, r)| r.raw > 0.0) { &mut carried_by } else { &mut left_out };
            side.push((*party).clone());
            opposed.extend(here().filter(|(_, r)| r.raw < 0.0).map(|(i, _)| ((*party).clone(), (*i).clone())));
        }
        Goal { interests, carried_by, left_out, opposed }
    }
}

/// Looks for a shared goal. See the [module](self).
pub fn shared_goal(model: &Model, options: &SharedGoalOptions) -> SharedGoal {
    let question = Question::of(model, options.aggregate);
    let (kind, covers) = question.answer(options.list_at_most);
    let silent = model.parties().map(|(id, _)| id).filter(|id| !question.stances.contains_key(id));
    let mut omitted: Vec<Omission> = silent.map(|id| Omission::unknown(id.into(), Attribute::Stance)).collect();
    let known = |p: &PartyId, i: &InterestId| question.stances.get(p).is_some_and(|on| on.contains_key(i));
    let unknown = model.stakes().iter().filter(|(p, i, _)| !known(p, i));
    omitted.extend(unknown.map(|(p, i, _)| Omission::unknown(Element::Stake(p.clone(), i.clone()), Attribute::Stance)));
    let goals: Vec<Goal> =
        covers.iter().flat_map(|c| c.sets.iter().take(options.list_at_most)).map(|set| question.goal(set)).collect();
    let findings = goals.first().filter(|_| covers.as_ref().is_some_and(|c| c.exact));
    SharedGoal {
        provenance: Provenance { method: "shared_goal", method_version: 1, options: *options, cites: CITES },
        omitted,
        kind,
        candidates: question.candidates.iter().map(|i| (*i).clone()).collect(),
        truncated: covers.as_ref().is_some_and(|c| c.truncated),
        exact: covers.as_ref().is_none_or(|c| c.exact),
        at_least: covers.as_ref().map_or(0, |c| c.bound[1]),
        findings: findings.map(|goal| question.finding(goal, options.aggregate)).into_iter().collect(),
        goals,
    }
}

impl Question<'_> {
    /// The goal with every known stance on its interests: who carries it and who opposes it.
    fn finding(&self, goal: &Goal, aggregate: Aggregate) -> Finding {
        let mut because = Vec::new();
        let chosen: BTreeSet<&InterestId> = goal.interests.iter().collect();
        for (party, on) in &self.stances {
            for (interest, reading) in on.iter().filter(|(i, _)| chosen.contains(*i)) {
                let stake = Element::Stake((*party).clone(), (*interest).clone());
                because.push(Contribution::read(stake, Attribute::Stance, *reading, reading.raw));
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a goal rests on few interests")]
        let amount = Amount::Number(goal.interests.len() as f64);
        let subject = goal.interests.iter().map(Element::from).collect();
        Finding { subject, rule: "shared-goal", law: Law::Optimum, amount, aggregate, because }
    }

    /// The same goal, if it is still among the best.
    fn again(&self, finding: &Finding) -> Amount {
        let item = |element: &Element| match element {
            Element::Interest(i) => self.candidates.binary_search(&i).ok(),
            _ => None,
        };
        let items: Option<Vec<usize>> = finding.subject.iter().map(item).collect();
        let items = items.filter(|items| items.is_sorted_by(|a, b| a < b));
        let best = self.answer(1).1;
        let same = items.zip(best).and_then(|(items, best)| {
            let goal = self.goal(&items);
            let cost = items.iter().filter_map(|i| self.costs.get(*i)).fold([0, 0], |[a, b], [x, y]| [a + x, b + y]);
            let carried = best.sets.first().map(|set| self.goal(set).carried_by.len())?;
            (best.exact && cost == best.cost && goal.carried_by.len() == carried).then_some(goal)
        });
        let again = same.map(|goal| self.finding(&goal, finding.aggregate));
        again.filter(|f| f.because == finding.because).map_or(Amount::Undefined(Undefined::Unreachable), |f| f.amount)
    }
}

pub(super) const RULES: &[Rule] = &[Rule {
    id: "shared-goal",
    law: Law::Optimum,
    part: Rule::RAW,
    whole: Some(|model, finding| Question::of(model, finding.aggregate).again(finding)),
}];
