//! The findings of leadership, and how they are made again.

use super::fit::{Person, Style, Weighing, role_level};
use super::phases::{Cover, cover_of};
use super::{Context, LeadershipOptions, Needs, phases, placing};
use crate::analysis::cut::Cut;
use crate::analysis::replay::{Rule, as_cited};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure};
use crate::id::TaskId;
use crate::math::exact;
use crate::model::{Attribute, Element, Model};
use crate::scale::{Raw, RoleWeight};
use crate::vocabulary::{Phase, Role, Vocabulary};

const STYLE: &str = "member-style";
const PHASE_FIT: &str = "phase-fit";
const TASK_FIT: &str = "task-fit";
const COVER: &str = "role-cover";
const APART: &str = "lead-styles-apart";
const CONTROL: &str = "planning-control-owners";
pub(super) const ASSIGNMENT: &str = "assignment-total";
pub(super) const GAIN: &str = "assignment-gain";

/// The needs of the handbook, and needs of the caller's own, which the model does not hold: what they add up to.
const HANDBOOK: &str = "needs-handbook";
const OWN: &str = "needs-own";

/// The setting that stands for a phase.
pub(in crate::analysis) fn phase_setting(phase: Phase) -> &'static str {
    match phase {
        Phase::Start => "phase-start",
        Phase::Development => "phase-development",
        Phase::Scaling => "phase-scaling",
    }
}

/// The setting that stands for a role.
pub(in crate::analysis) fn role_setting(role: Role) -> &'static str {
    match role {
        Role::Mentor => "role-mentor",
        Role::Facilitator => "role-facilitator",
        Role::Innovator => "role-innovator",
        Role::Broker => "role-broker",
        Role::Producer => "role-producer",
        Role::Director => "role-director",
        Role::Coordinator => "role-coordinator",
        Role::Monitor => "role-monitor",
    }
}

/// The grounds of a role that nobody covers, at the midpoint: every score on it, and the cut.
pub(in crate::analysis) fn uncovered(model: &Model, team: &[Person<'_>], role: Role) -> Option<Vec<Contribution>> {
    let level = role_level(model, team, Cut::Midpoint);
    let (Measure::Known(at), Cover::Uncovered) = (level, cover_of(team, role, RoleWeight::ONE, level).cover) else {
        return None;
    };
    let scores = team.iter().filter_map(|person| person.score(role, |r| r.raw));
    let cut = Element::Setting(cut_setting(Cut::Midpoint, ROLE_CUT));
    Some(scores.chain([Contribution::of(cut, at)]).collect())
}

fn phase_of(element: &Element) -> Option<Phase> {
    Phase::ALL.iter().copied().find(|phase| *element == Element::Setting(phase_setting(*phase)))
}

/// Under which setting a cut is cited.
fn cut_setting(cut: Cut, names: [&'static str; 3]) -> &'static str {
    let [midpoint, median, at] = names;
    match cut {
        Cut::Midpoint => midpoint,
        Cut::Median => median,
        Cut::At(_) => at,
    }
}

const STYLE_CUT: [&str; 3] = ["cut-style-midpoint", "cut-style-median", "cut-style-at"];
const ROLE_CUT: [&str; 3] = ["cut-role-midpoint", "cut-role-median", "cut-role-at"];

/// The cut that a finding cites last.
fn cited_cut(finding: &Finding, names: [&'static str; 3]) -> Option<Cut> {
    let last = finding.because.last()?;
    let at = Raw::new(last.amount).ok()?;
    [Cut::Midpoint, Cut::Median, Cut::At(at)]
        .into_iter()
        .find(|cut| last.source == Element::Setting(cut_setting(*cut, names)))
}

fn class(finding: Finding, word: &'static str) -> Finding {
    Finding { amount: Amount::Class(word), ..finding }
}

fn number(finding: Finding, amount: f64) -> Finding {
    Finding { amount: Amount::Number(amount), ..finding }
}

pub(super) fn style_finding(context: &Context<'_>, person: &Person<'_>) -> Option<Finding> {
    let Measure::Known(level) = context.style_level else { return None };
    let ground = person.style_ground()?;
    let style = Style::of(ground.amount, level);
    let cut = Element::Setting(cut_setting(context.options.style_cut, STYLE_CUT));
    let because = vec![ground, Contribution::of(cut, level)];
    Some(class(context.finding(vec![person.id.into()], STYLE, Law::Class, because), style.word()))
}

fn fit_finding(
    context: &Context<'_>,
    subject: Vec<Element>,
    rule: &'static str,
    weighing: &Weighing,
    more: Option<Contribution>,
) -> Option<Finding> {
    let Measure::Known(fit) = weighing.exact() else { return None };
    let because = weighing.because.iter().cloned().chain(more).collect();
    Some(number(context.finding(subject, rule, Law::Statistic, because), fit.to_f64()))
}

pub(super) fn phase_finding(
    context: &Context<'_>,
    person: &Person<'_>,
    phase: Phase,
    weighing: &Weighing,
) -> Option<Finding> {
    let own = context.needs(phase).roles != Needs::of_handbook(phase).roles;
    let sum = exact::sum(weighing.because.iter().map(|c| c.amount));
    let needs = Contribution::of(Element::Setting(if own { OWN } else { HANDBOOK }), sum);
    let subject = vec![person.id.into(), Element::Setting(phase_setting(phase))];
    fit_finding(context, subject, PHASE_FIT, weighing, Some(needs))
}

pub(super) fn task_finding(
    context: &Context<'_>,
    person: &Person<'_>,
    task: &TaskId,
    weighing: &Weighing,
) -> Option<Finding> {
    fit_finding(context, vec![person.id.into(), task.into()], TASK_FIT, weighing, None)
}

pub(super) fn cover_finding(context: &Context<'_>, phase: Phase, role: Role) -> Option<Finding> {
    let Measure::Known(level) = context.role_level else { return None };
    let found = cover_of(&context.team, role, RoleWeight::ONE, context.role_level);
    if matches!(found.cover, Cover::NobodyRated | Cover::CannotBeSaid) {
        return None;
    }
    let cut = Element::Setting(cut_setting(context.options.role_cut, ROLE_CUT));
    let scores = context.team.iter().filter_map(|person| person.score(role, |r| r.raw));
    let because = scores.chain([Contribution::of(cut, level)]).collect();
    let subject = vec![Element::Setting(phase_setting(phase))];
    Some(class(context.finding(subject, COVER, Law::Class, because), found.cover.word()))
}

pub(super) fn apart_finding(context: &Context<'_>, a: &Person<'_>, b: &Person<'_>, phase: Phase) -> Option<Finding> {
    let Measure::Known(apart) = phases::apart(a, b) else { return None };
    let because = [a, b].into_iter().filter_map(Person::style_ground).collect();
    let subject = [a, b].map(|person| Element::Leads(person.id.clone(), phase)).to_vec();
    Some(number(context.finding(subject, APART, Law::Statistic, because), apart))
}

/// The planning and control tasks of a phase.
pub(super) fn controls(model: &Model, phase: Phase) -> Vec<TaskId> {
    let is = |task: &crate::model::Task| task.phase == Some(phase) && task.planning_control == Some(true);
    model.tasks().filter(|(_, task)| is(task)).map(|(id, _)| id.clone()).collect()
}

pub(super) fn control_finding(context: &Context<'_>, phase: Phase) -> Finding {
    let tasks = controls(context.model, phase);
    let because: Vec<Contribution> = context
        .team
        .iter()
        .flat_map(|person| tasks.iter().filter(|t| person.member.tasks.contains(*t)).map(|t| (person.id, t)))
        .map(|(member, task)| Contribution::of(Element::Does(member.clone(), task.clone()), 1.0))
        .collect();
    let amount = exact::sum(because.iter().map(|c| c.amount));
    let subject = vec![Element::Setting(phase_setting(phase))];
    number(context.finding(subject, CONTROL, Law::Sum, because), amount)
}

/// Makes a finding again over what the model says of leadership under options.
fn with<T>(model: &Model, options: &LeadershipOptions, look: impl FnOnce(&Context<'_>) -> Option<T>) -> Option<T> {
    look(&Context::new(model, options))
}

fn style_again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [Element::Member(id)] = finding.subject.as_slice() else { return None };
    let cut = cited_cut(finding, STYLE_CUT)?;
    let options = LeadershipOptions::new().aggregate(finding.aggregate).style_cut(cut);
    with(model, &options, |context| {
        let person = context.team.iter().find(|person| person.id == id)?;
        style_finding(context, person)
    })
}

fn phase_fit_again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [Element::Member(id), setting] = finding.subject.as_slice() else { return None };
    let phase = phase_of(setting)?;
    let (last, cited) = finding.because.split_last()?;
    let mut needs = Needs::of_handbook(phase);
    if last.source == Element::Setting(OWN) {
        needs.roles.clear();
        for ground in cited {
            let role = ground.attribute.and_then(Attribute::role)?;
            needs.roles.insert(role, RoleWeight::new(ground.amount).ok()?);
        }
    }
    let member = model.member(id)?;
    let options = LeadershipOptions::new().aggregate(finding.aggregate).needs(phase, needs);
    let person = Person::of(model, id, member, finding.aggregate);
    with(model, &options, |context| phase_finding(context, &person, phase, &context.phase_fit(&person, phase)))
}

fn task_fit_again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [Element::Member(id), Element::Task(task)] = finding.subject.as_slice() else { return None };
    let asked = model.task(task)?.roles.iter().map(|(role, weight)| (*role, weight.get()));
    let person = Person::of(model, id, model.member(id)?, finding.aggregate);
    let weighing = person.weigh(asked);
    let Measure::Known(fit) = weighing.exact() else { return None };
    Some(Finding { because: weighing.because, ..number(finding.clone(), fit.to_f64()) })
}

fn cover_again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [setting] = finding.subject.as_slice() else { return None };
    let phase = phase_of(setting)?;
    let role = finding.because.first()?.attribute.and_then(Attribute::role)?;
    let cut = cited_cut(finding, ROLE_CUT)?;
    let options = LeadershipOptions::new().aggregate(finding.aggregate).role_cut(cut);
    with(model, &options, |context| cover_finding(context, phase, role))
}

fn apart_again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [Element::Leads(a, phase), Element::Leads(b, same)] = finding.subject.as_slice() else { return None };
    let person = |id| Some(Person::of(model, id, model.member(id)?, finding.aggregate));
    let people = [person(a)?, person(b)?];
    let lead = people.iter().all(|person| person.member.leads.contains(phase));
    let [a, b] = people;
    if phase != same || !lead || a.id >= b.id {
        return None;
    }
    let because = [&a, &b].into_iter().filter_map(Person::style_ground).collect();
    let Measure::Known(apart) = phases::apart(&a, &b) else { return None };
    Some(Finding { because, ..number(finding.clone(), apart) })
}

fn control_again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [setting] = finding.subject.as_slice() else { return None };
    let phase = phase_of(setting)?;
    let options = LeadershipOptions::new().aggregate(finding.aggregate);
    with(model, &options, |context| Some(control_finding(context, phase)))
}

fn assignment_again(model: &Model, finding: &Finding) -> Option<Finding> {
    let options = LeadershipOptions::new().aggregate(finding.aggregate).list_assignments_at_most(0);
    let phase = phase_of(finding.subject.first()?)?;
    with(model, &options, |context| {
        let tasks = context.tasks(phase);
        let (_, of_rounds) = placing::assignment(context, phase, &tasks, &context.cells(&tasks));
        of_rounds.into_iter().find(|f| f.rule == finding.rule && f.subject == finding.subject)
    })
}

macro_rules! rules {
    ($($id:ident: $law:ident, $again:ident;)+) => {
        pub(in crate::analysis) const RULES: &[Rule] = &[$(Rule {
            id: $id,
            law: Law::$law,
            part: Rule::WHOLE,
            whole: Some(|model, finding| as_cited($again(model, finding), finding)),
        }),+];
    };
}
rules! {
    STYLE: Class, style_again;
    PHASE_FIT: Statistic, phase_fit_again;
    TASK_FIT: Statistic, task_fit_again;
    COVER: Class, cover_again;
    APART: Statistic, apart_again;
    CONTROL: Sum, control_again;
    ASSIGNMENT: Optimum, assignment_again;
    GAIN: Statistic, assignment_again;
}
