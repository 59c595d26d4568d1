//! Phase by phase: who leads, what nobody covers, the informal leader, planning and control, and what changes.

use itertools::Itertools;
use serde::Serialize;

use super::fit::{Fit, Person, Style};
use super::{Context, OtherNeed, again};
use crate::evidence::{Finding, Measure, Undefined};
use crate::id::{MemberId, TaskId};
use crate::math::Exact;
use crate::model::{Model, Task};
use crate::scale::RoleWeight;
use crate::vocabulary::{Phase, Role, vocabulary};

vocabulary! {
    /// Whether a role that a phase needs is covered.
    Cover, "cover of a role" {
        /// Somebody scores at or above the cut.
        Covered = "covered",
        /// Everybody scores below the cut.
        Uncovered = "uncovered",
        /// Everybody who is rated scores below the cut, but some are not rated.
        CannotBeSaid = "cannot-be-said",
        /// Nobody is rated on it.
        NobodyRated = "nobody-rated",
    }
}

vocabulary! {
    /// Who a lead could go to at the next phase.
    Successor, "successor" {
        /// Those who lead the next phase, as it is on record, while the one who leads now does not. Where that one's fit is known to
        /// fall short, only those whose own fit is not.
        LeadsNext = "leads-next",
        /// Those who fit the next phase best and do not fall short.
        FitsBest = "fits-best",
        /// Nobody who is known to fit.
        Nobody = "nobody",
        /// Those who lead the next phase together with the one who leads now: the lead is shared, not handed over.
        Shares = "shares",
    }
}

/// One who leads a phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lead {
    /// The member.
    pub member: MemberId,
    /// The fit for the phase.
    #[serde(flatten)]
    pub fit: Fit,
    /// Whether the fit falls short.
    pub falls_short: Measure<bool>,
    /// The style.
    pub style: Measure<Style>,
}

/// Two who lead the same phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeadPair {
    /// The two, in id order.
    pub members: [MemberId; 2],
    /// How far their styles lie apart, in unit.
    pub apart: Measure,
    /// Whether their styles are on different sides of the cut, or one of them at it.
    pub styles_differ: Measure<bool>,
}

/// Who covers a role that a phase needs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoleCover {
    /// The role.
    pub role: Role,
    /// How heavily it is needed.
    pub weight: RoleWeight,
    /// Whether it is covered.
    pub cover: Cover,
    /// Who scores at or above the cut.
    pub covered_by: Vec<MemberId>,
    /// Who scores below it.
    pub below: Vec<MemberId>,
    /// Who is not rated on it.
    pub unrated: Vec<MemberId>,
}

/// Whether a phase that needs an informal leader has one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InformalLeader {
    /// The phase.
    pub phase: Phase,
    /// Whether the project is in it.
    pub at_hand: Measure<bool>,
    /// Who leads it and has an informal style.
    pub informal: Vec<MemberId>,
    /// Who leads it and has another style.
    pub not_informal: Vec<MemberId>,
    /// Who leads it, with a style that is not known.
    pub unrated: Vec<MemberId>,
    /// Whether somebody with an informal style leads; undefined when nobody leads (`nothing-to-measure`) or an unknown style decides.
    pub sits: Measure<bool>,
    /// Who has an informal style and does not lead it, best fit for the phase first, an unknown fit last.
    pub others: Vec<MemberId>,
}

/// Whether a phase that needs an owner of planning and control has one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanningControl {
    /// The phase.
    pub phase: Phase,
    /// Whether the project is in it.
    pub at_hand: Measure<bool>,
    /// The planning and control tasks of the phase.
    pub tasks: Vec<TaskId>,
    /// Who does one of them.
    pub owners: Vec<MemberId>,
    /// Tasks that somebody does and that may be planning and control of this phase, but do not say so.
    pub unsaid: Vec<TaskId>,
    /// Whether somebody does one; undefined when the phase has no tasks (`nothing-to-measure`) or it hangs on what is unsaid.
    pub owned: Measure<bool>,
}

/// A leader of a phase and the phase after it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeaderShift {
    /// The member.
    pub member: MemberId,
    /// The fit for the phase that is led.
    pub before: Fit,
    /// The fit for the next phase.
    pub after: Fit,
    /// Whether the fit does not fall short before and does after.
    pub falls_below: Measure<bool>,
    /// Whether the member leads the next phase too.
    pub leads_next: bool,
}

/// A lead that goes to others at the next phase: its leader does not lead that phase while others do, or is known to fall short in
/// it. Who leads on and is not known to fall short has none, nor has one whose fit is unknown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HandOver {
    /// Who hands over the lead, or shares it.
    pub from: MemberId,
    /// Why these take over.
    pub successor: Successor,
    /// Who could take over.
    pub to: Vec<MemberId>,
    /// The roles of the next phase on which the one who hands over scores below the cut.
    pub roles: Vec<Role>,
}

/// What changes from one phase to the next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PhaseChange {
    /// The phase before.
    pub from: Phase,
    /// The phase after.
    pub to: Phase,
    /// Whether the project is in the phase before: this change is the next one.
    pub next: Measure<bool>,
    /// The roles that are needed no more.
    pub ends: Vec<Role>,
    /// The roles that are newly needed.
    pub begins: Vec<Role>,
    /// The roles that stay needed.
    pub stays: Vec<Role>,
    /// Other needs that end.
    pub others_end: Vec<OtherNeed>,
    /// Other needs that begin.
    pub others_begin: Vec<OtherNeed>,
    /// Other needs that stay.
    pub others_stay: Vec<OtherNeed>,
    /// How the leaders of the phase before fit the next one.
    pub leaders: Vec<LeaderShift>,
    /// What to hand over to whom.
    pub hand_over: Vec<HandOver>,
}

pub(super) fn at_hand(model: &Model, phase: Phase) -> Measure<bool> {
    Measure::or(model.project().phase.map(|now| now == phase), Undefined::MissingRating)
}

fn leaders<'a, 'b>(context: &'b Context<'a>, phase: Phase) -> impl Iterator<Item = &'b Person<'a>> + Clone {
    context.team.iter().filter(move |person| person.member.leads.contains(&phase))
}

/// How far two styles lie apart, in unit.
pub(in crate::analysis) fn apart(a: &Person<'_>, b: &Person<'_>) -> Measure {
    let apart = a.informal.zip(b.informal).map(|(x, y)| x.scale.apart(x.raw, y.raw));
    Measure::or(apart, Undefined::MissingRating)
}

/// Who leads, every two who do as far as they are listed, and how many such pairs there are.
pub(super) fn leads(
    context: &Context<'_>,
    phase: Phase,
    findings: &mut Vec<Finding>,
) -> (Vec<Lead>, Vec<LeadPair>, usize) {
    let lead = |person: &Person<'_>| {
        let weighing = context.phase_fit(person, phase);
        Lead {
            member: person.id.clone(),
            falls_short: context.falls_short(&weighing),
            fit: weighing.fit(),
            style: person.style(context.style_level),
        }
    };
    let mut pairs = Vec::new();
    for [a, b] in leaders(context, phase).array_combinations().take(context.options.list_pairs_at_most) {
        let styles = a.style(context.style_level).value().zip(b.style(context.style_level).value());
        findings.extend(again::apart_finding(context, a, b, phase));
        pairs.push(LeadPair {
            members: [a.id.clone(), b.id.clone()],
            apart: apart(a, b),
            styles_differ: Measure::or(styles.map(|(x, y)| x != y), Undefined::MissingRating),
        });
    }
    let leads: Vec<Lead> = leaders(context, phase).map(lead).collect();
    let all = leads.len() * leads.len().saturating_sub(1) / 2;
    (leads, pairs, all)
}

pub(super) fn roles(context: &Context<'_>, phase: Phase, findings: &mut Vec<Finding>) -> Vec<RoleCover> {
    let needs = context.needs(phase);
    let asked = needs.roles.iter().filter(|(_, weight)| weight.get() > 0.0);
    let cover = |(role, weight): (&Role, &RoleWeight)| {
        findings.extend(again::cover_finding(context, phase, *role));
        cover_of(&context.team, *role, *weight, context.role_level)
    };
    asked.map(cover).collect()
}

pub(super) fn cover_of(team: &[Person<'_>], role: Role, weight: RoleWeight, level: Measure) -> RoleCover {
    let (mut covered_by, mut below, mut unrated) = (Vec::new(), Vec::new(), Vec::new());
    for person in team {
        let list = match (person.scores.get(&role), level) {
            (Some(score), Measure::Known(level)) if score.raw >= level => &mut covered_by,
            (Some(_), _) => &mut below,
            (None, _) => &mut unrated,
        };
        list.push(person.id.clone());
    }
    let cover = match (covered_by.is_empty(), below.is_empty(), unrated.is_empty()) {
        (false, ..) => Cover::Covered,
        (_, true, _) => Cover::NobodyRated,
        (.., true) => Cover::Uncovered,
        (.., false) => Cover::CannotBeSaid,
    };
    RoleCover { role, weight, cover, covered_by, below, unrated }
}

/// Members by how well they fit a phase, best first, an unknown fit last.
fn by_fit<'b>(context: &Context<'_>, phase: Phase, people: Vec<&'b Person<'b>>) -> Vec<(Option<Exact>, &'b MemberId)> {
    let mut out: Vec<(Option<Exact>, &MemberId)> =
        people.into_iter().map(|person| (context.phase_fit(person, phase).exact().value(), person.id)).collect();
    out.sort_by(|x, y| y.0.cmp(&x.0).then_with(|| x.1.cmp(y.1)));
    out
}

pub(super) fn informal_leader(context: &Context<'_>, phase: Phase) -> InformalLeader {
    let style = |person: &Person<'_>| person.style(context.style_level).value();
    let having = |keep: fn(Option<Style>) -> bool| -> Vec<MemberId> {
        leaders(context, phase).filter(|person| keep(style(person))).map(|person| person.id.clone()).collect()
    };
    let informal = having(|style| style == Some(Style::Informal));
    let not_informal = having(|style| style.is_some_and(|style| style != Style::Informal));
    let unrated = having(|style| style.is_none());
    let sits = match (informal.is_empty(), unrated.is_empty(), not_informal.is_empty()) {
        (false, ..) => Measure::Known(true),
        (_, false, _) => Measure::Undefined(Undefined::MissingRating),
        (.., false) => Measure::Known(false),
        _ => Measure::Undefined(Undefined::NothingToMeasure),
    };
    let other = |person: &&Person<'_>| !person.member.leads.contains(&phase) && style(person) == Some(Style::Informal);
    let others = by_fit(context, phase, context.team.iter().filter(other).collect());
    let others = others.into_iter().map(|(_, member)| member.clone()).collect();
    InformalLeader { phase, at_hand: at_hand(context.model, phase), informal, not_informal, unrated, sits, others }
}

pub(super) fn planning_control(context: &Context<'_>, phase: Phase, findings: &mut Vec<Finding>) -> PlanningControl {
    let held = |id: &TaskId| context.team.iter().any(|person| person.member.tasks.contains(id));
    let may_be = |task: &Task| {
        let of_phase = task.phase.is_none_or(|p| p == phase);
        let known = task.phase.is_some() && task.planning_control.is_some();
        of_phase && task.planning_control != Some(false) && !known
    };
    let tasks: Vec<TaskId> = again::controls(context.model, phase);
    let owners: Vec<MemberId> = context
        .team
        .iter()
        .filter(|person| tasks.iter().any(|task| person.member.tasks.contains(task)))
        .map(|person| person.id.clone())
        .collect();
    let unsaid: Vec<TaskId> =
        context.model.tasks().filter(|(id, task)| may_be(task) && held(id)).map(|(id, _)| id.clone()).collect();
    let owned = if !owners.is_empty() {
        Measure::Known(true)
    } else if !unsaid.is_empty() {
        Measure::Undefined(Undefined::MissingRating)
    } else if context.tasks(phase).is_empty() {
        Measure::Undefined(Undefined::NothingToMeasure)
    } else {
        Measure::Known(false)
    };
    findings.push(again::control_finding(context, phase));
    PlanningControl { phase, at_hand: at_hand(context.model, phase), tasks, owners, unsaid, owned }
}

pub(super) fn change(context: &Context<'_>, pair: &[Phase]) -> Option<PhaseChange> {
    let [from, to] = pair else { return None };
    let (from, to) = (*from, *to);
    let (before, after) = (context.needs(from), context.needs(to));
    let asked = |needs: &super::Needs| -> Vec<Role> { needs.asked().map(|(role, _)| role).collect() };
    let (old, new) = (asked(&before), asked(&after));
    let split = |keep: &dyn Fn(&Role) -> bool, of: &[Role]| of.iter().copied().filter(|r| keep(r)).collect();
    let shift = |person: &Person<'_>| {
        let (x, y) = (context.phase_fit(person, from), context.phase_fit(person, to));
        let falls_below = match (context.falls_short(&x), context.falls_short(&y)) {
            (Measure::Known(x), Measure::Known(y)) => Measure::Known(!x && y),
            (Measure::Known(true), _) | (_, Measure::Known(false)) => Measure::Known(false),
            (reason @ Measure::Undefined(_), _) | (_, reason) => reason,
        };
        let leads_next = person.member.leads.contains(&to);
        LeaderShift { member: person.id.clone(), before: x.fit(), after: y.fit(), falls_below, leads_next }
    };
    Some(PhaseChange {
        from,
        to,
        next: at_hand(context.model, from),
        ends: split(&|role| !new.contains(role), &old),
        begins: split(&|role| !old.contains(role), &new),
        stays: split(&|role| new.contains(role), &old),
        others_end: before.others.difference(&after.others).copied().collect(),
        others_begin: after.others.difference(&before.others).copied().collect(),
        others_stay: before.others.intersection(&after.others).copied().collect(),
        leaders: leaders(context, from).map(shift).collect(),
        hand_over: leaders(context, from).filter_map(|person| hand_over(context, person, to)).collect(),
    })
}

fn hand_over(context: &Context<'_>, person: &Person<'_>, to: Phase) -> Option<HandOver> {
    let short = |person: &Person<'_>| context.falls_short(&context.phase_fit(person, to));
    let next: Vec<&Person<'_>> = leaders(context, to).filter(|other| other.id != person.id).collect();
    let leads_on = person.member.leads.contains(&to);
    let falls_short = short(person) == Measure::Known(true);
    if !falls_short && (leads_on || next.is_empty()) {
        return None;
    }
    // Who stops leading and does not fall short hands over to those who lead, however well they fit: no other is better on record.
    let fits = |other: &&Person<'_>| !falls_short || short(other) != Measure::Known(true);
    let fitting: Vec<MemberId> = next.into_iter().filter(fits).map(|other| other.id.clone()).collect();
    let known = |other: &&Person<'_>| other.id != person.id && short(other) == Measure::Known(false);
    let ranked = by_fit(context, to, context.team.iter().filter(known).collect());
    let most = ranked.first().map(|(fit, _)| fit.clone());
    let best: Vec<MemberId> =
        ranked.into_iter().filter(|(fit, _)| Some(fit) == most.as_ref()).map(|(_, member)| member.clone()).collect();
    let (successor, to_whom) = match (fitting.is_empty(), best.is_empty()) {
        (false, _) if leads_on => (Successor::Shares, fitting),
        (false, _) => (Successor::LeadsNext, fitting),
        (true, false) => (Successor::FitsBest, best),
        (true, true) => (Successor::Nobody, Vec::new()),
    };
    let below = |role: &Role| match (person.scores.get(role), context.role_level) {
        (Some(score), Measure::Known(level)) => score.raw < level,
        _ => false,
    };
    let roles = context.needs(to).asked().map(|(role, _)| role).filter(|role| below(role)).collect();
    Some(HandOver { from: person.id.clone(), successor, to: to_whom, roles })
}
