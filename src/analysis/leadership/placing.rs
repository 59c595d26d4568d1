//! The best assignment of the tasks of a phase to members, in rounds.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Context;
use super::again::{self, phase_setting};
use super::fit::{Person, Weighing};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Undefined};
use crate::id::{MemberId, TaskId};
use crate::math::Exact;
use crate::math::assignment::best_assignments;
use crate::math::budget::Budget;
use crate::model::Element;
use crate::scale::ScaleKind;
use crate::vocabulary::Phase;

/// How many steps the counting of equally good assignments takes at most, for each round.
const WORK: u64 = 200_000;

/// A task with who would do it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Pair {
    /// The task.
    pub task: TaskId,
    /// The member.
    pub member: MemberId,
}

/// A task as it is placed, against who does it now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Placed {
    /// The task.
    pub task: TaskId,
    /// Who would do it.
    pub member: MemberId,
    /// The fit of that member, raw.
    pub fit: f64,
    /// Who does it now, in id order.
    pub now: Vec<MemberId>,
    /// The fit of who does it now, raw, of several the largest; undefined where nobody does it (`nothing-to-measure`), or
    /// a fit that is not known may be the largest (`missing-rating`).
    pub fit_now: Measure,
    /// fit − fit now, raw.
    pub gain: Measure,
}

/// One round: at most one task for each member.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Round {
    /// Task by task, in id order.
    pub placed: Vec<Placed>,
    /// Σ of the fits, raw; no other assignment of the same tasks has more.
    pub total: f64,
    /// How many assignments are as good, this one counted; `budget-exhausted` when they are too many to count.
    pub optima: Measure<u64>,
    /// The other ones, as far as they are listed.
    pub others: Vec<Vec<Pair>>,
    /// Σ of the gains that are known, raw; below 0 when somebody now does several tasks that fit them best. Undefined when none is known.
    pub gain: Measure,
}

/// The best assignment of the tasks of a phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assignment {
    /// The rounds; a task that is left of one stands in the next.
    pub rounds: Vec<Round>,
    /// The tasks that nobody can be said to fit.
    pub unassigned: Vec<TaskId>,
}

pub(super) fn assignment(
    context: &Context<'_>,
    phase: Phase,
    tasks: &[&TaskId],
    cells: &BTreeMap<(&TaskId, &MemberId), Weighing>,
) -> (Assignment, Vec<Finding>) {
    let fits: BTreeMap<&TaskId, Vec<Option<Exact>>> = tasks
        .iter()
        .map(|task| {
            let of_member = |id| cells.get(&(*task, id)).and_then(|w| w.exact().value());
            (*task, context.team.iter().map(|person| of_member(person.id)).collect())
        })
        .collect();
    let mut left: Vec<&TaskId> =
        tasks.iter().copied().filter(|t| fits.get(t).is_some_and(|f| f.iter().any(Option::is_some))).collect();
    let unassigned = tasks.iter().filter(|task| !left.contains(task)).map(|task| (*task).clone()).collect();
    let (mut rounds, mut findings) = (Vec::new(), Vec::new());
    while !left.is_empty() {
        let table: Vec<Vec<Option<Exact>>> = left.iter().filter_map(|task| fits.get(task).cloned()).collect();
        let budget = Budget { most: context.options.list_assignments_at_most.max(1), work: WORK };
        let best = best_assignments(&table, budget);
        let named = |set: &Vec<Option<usize>>| -> Vec<Pair> {
            let member = |column: &Option<usize>| context.team.get((*column)?).map(|person| person.id.clone());
            let pairs = left.iter().zip(set.iter().map(member));
            pairs.filter_map(|(task, member)| Some(Pair { task: (*task).clone(), member: member? })).collect()
        };
        let mut sets = best.sets.iter().map(named);
        let first = sets.next().unwrap_or_default();
        if first.is_empty() {
            break;
        }
        let placed: Vec<(Placed, Measure<Exact>)> =
            first.iter().filter_map(|pair| place(context, pair, cells)).collect();
        let known: Vec<&Exact> = placed.iter().filter_map(|(_, gain)| gain.as_ref().value()).collect();
        let gain = (!known.is_empty()).then(|| known.iter().copied().sum::<Exact>().to_f64());
        // Where nobody does the tasks there is nothing to gain over; where somebody does, but how well is not known, it may be there.
        let unknown = placed.iter().any(|(placed, _)| placed.gain == Measure::Undefined(Undefined::MissingRating));
        let no_gain = if unknown { Undefined::MissingRating } else { Undefined::NothingToMeasure };
        let others = sets.filter(|_| context.options.list_assignments_at_most > 0).collect();
        left.retain(|task| !first.iter().any(|pair| pair.task == **task));
        let round = Round {
            placed: placed.into_iter().map(|(placed, _)| placed).collect(),
            total: best.total.to_f64(),
            optima: Measure::or(best.optima, Undefined::BudgetExhausted),
            others,
            gain: Measure::or(gain, no_gain),
        };
        findings.extend(statements(context, phase, &round));
        rounds.push(round);
    }
    (Assignment { rounds, unassigned }, findings)
}

fn place(
    context: &Context<'_>,
    pair: &Pair,
    cells: &BTreeMap<(&TaskId, &MemberId), Weighing>,
) -> Option<(Placed, Measure<Exact>)> {
    let exact = |member: &MemberId| cells.get(&(&pair.task, member)).and_then(|w| w.exact().value());
    let fit = exact(&pair.member)?;
    let now: Vec<MemberId> = context
        .team
        .iter()
        .filter(|person| person.member.tasks.contains(&pair.task))
        .map(|person| person.id.clone())
        .collect();
    let reason = if now.is_empty() { Undefined::NothingToMeasure } else { Undefined::MissingRating };
    let known = now.iter().filter_map(exact).max();
    // Somebody who does it, whose fit is not known, may fit it better than all whose fit is.
    let highest = context.model.scales().of(ScaleKind::OneSided).max();
    let task = context.model.task(&pair.task)?;
    let at_best =
        |person: &Person<'_>| person.at_best(task.roles.iter().map(|(role, weight)| (*role, weight.get())), highest);
    let unknown = context.team.iter().filter(|p| p.member.tasks.contains(&pair.task) && exact(p.id).is_none());
    let beyond = unknown.filter_map(at_best).max();
    let fit_now = known.filter(|known| beyond.is_none_or(|beyond| beyond <= *known));
    let gain = Measure::or(fit_now.as_ref().map(|now| &fit - now), reason);
    let placed = Placed {
        task: pair.task.clone(),
        member: pair.member.clone(),
        fit: fit.to_f64(),
        now,
        fit_now: Measure::or(fit_now.map(|x| x.to_f64()), reason),
        gain: Measure::or(gain.as_ref().value().map(Exact::to_f64), reason),
    };
    Some((placed, gain))
}

/// The total and the gain of a round, as they replay.
fn statements(context: &Context<'_>, phase: Phase, round: &Round) -> Vec<Finding> {
    let subject: Vec<Element> = [Element::Setting(phase_setting(phase))]
        .into_iter()
        .chain(round.placed.iter().map(|p| (&p.task).into()))
        .collect();
    let does = |placed: &Placed| Element::Does(placed.member.clone(), placed.task.clone());
    let total: Vec<Contribution> = round.placed.iter().map(|p| Contribution::of(does(p), p.fit)).collect();
    let mut out = vec![Finding {
        amount: Amount::Number(round.total),
        ..context.finding(subject.clone(), again::ASSIGNMENT, Law::Optimum, total)
    }];
    if let Measure::Known(gain) = round.gain {
        let gains = round.placed.iter().filter_map(|p| Some(Contribution::of(does(p), p.gain.value()?))).collect();
        out.push(Finding {
            amount: Amount::Number(gain),
            ..context.finding(subject, again::GAIN, Law::Statistic, gains)
        });
    }
    out
}
