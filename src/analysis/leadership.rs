//! # Leadership by phase
//!
//! **Question.** Who leads in which phase, how well does that fit, who could better do which task, what does nobody cover, and what
//! changes at the next phase?
//!
//! **Method.** The handbook's rule that phases ask for different leadership, over the eight roles of R. Quinn (*Beyond Rational
//! Management*, 1988). Which roles a phase asks for, and the fit, are polder's own. Tasks are assigned by the method of H. Kuhn (1955)
//! and J. Munkres (1957), exactly.
//!
//! **Inputs.** Members with an informal style and scores on the roles (one-sided), the phases that they lead and the tasks that
//! they do; tasks with a phase and weights of roles; the phase of the project.
//!
//! **Formula.** Needs by default, weight 1 each: start: innovator, broker, mentor, facilitator; development: innovator, facilitator,
//! mentor, and an informal leader; scaling: coordinator, monitor, director, producer, and an owner of planning and control. fit =
//! Σ need × score / Σ need, raw, over the roles of a phase or a task; share = fit / the maximum of the scale: on 1..5 the lowest
//! share is 0.2. A fit *falls short* when its share is below ½. A style is informal above the cut (midpoint), formal below it,
//! neither at it. A role is covered when somebody scores at or above its cut (midpoint). The tasks of a phase are assigned in rounds:
//! in each every member gets one task at most, such that the total fit is largest, then the most tasks are placed, then lower ids
//! come first; then the tasks that are left, until nobody can take one (own rule). gain = the fit of who would do a task − the fit of who does it
//! now, of several the one who fits best (own rule). At the next phase the lead goes to others where its leader stops and they lead,
//! or is known to fall short there; who leads on together with others shares it (own rule). No unknown fit moves a lead.
//!
//! **Assumptions.** Fits of different tasks may be added up. A style and a score say what somebody prefers, not how good they are.
//!
//! **Missing data.** Without a score on a role that is asked for, the fit is undefined (`missing-rating`) and the roles are listed; such
//! a member is no candidate for the task. A task that asks for no roles has no fit (`nothing-to-measure`). A role on which nobody is
//! rated is not uncovered but `nobody-rated`; one on which those who are rated score too low and others are not rated `cannot-be-said`.
//! Who is only known as a rater is not counted. What is unknown is in `omitted`.
//!
//! **Returns.** [`Leadership`].
//!
//! **Complexity.** Assignment: the cube of the tasks and members of a phase, for each round. Equally good assignments are counted up to a
//! budget, and `optima` is undefined beyond. Else members × tasks.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{LeadershipOptions, Needs, OtherNeed, leadership};
//! use polder::evidence::Measure;
//! use polder::vocabulary::Phase;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[member.anna]\nroles = { innovator = 5, monitor = 2 }\ntasks = [\"plan\"]\n\
//!             [member.bram]\nroles = { innovator = 4, monitor = 4 }\n\
//!             [task.pilot]\nphase = \"scaling\"\nroles = { innovator = 1 }\n\
//!             [task.plan]\nphase = \"scaling\"\nroles = { monitor = 2 }\nplanning-control = true\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let found = leadership(&model, &LeadershipOptions::new());
//! let round = &found.phases[2].assignment.rounds[0];
//! assert_eq!(round.placed[1].member.as_str(), "bram");
//! assert_eq!((round.total, round.placed[1].gain), (9.0, Measure::Known(2.0)));
//! assert_eq!(found.planning_control[0].owned, Measure::Known(true));
//!
//! let needs = Needs::of_handbook(Phase::Start).other(OtherNeed::InformalLeader);
//! let asking = leadership(&model, &LeadershipOptions::new().needs(Phase::Start, needs));
//! assert_eq!(asking.informal_leaders.len(), 2);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** It is about people: take it as the start of a talk with them, never as an appraisal. Where an assignment is not the only
//! best one, its later rounds follow from the one that came first by id.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Matrix;
use super::cut::Cut;
use crate::citation::{self, Citation};
use crate::evidence::{Contribution, Finding, Law, Measure, Omission, Provenance};
use crate::id::{MemberId, TaskId};
use crate::math::Exact;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::{RoleWeight, Strength};
use crate::vocabulary::{Phase, Role, Vocabulary, vocabulary};

pub(super) mod again;
pub(super) mod fit;
pub(super) mod phases;
mod placing;

pub(super) use again::RULES;
pub use fit::{Fit, Style};
use fit::{Person, Weighing};
pub use phases::{
    Cover, HandOver, InformalLeader, Lead, LeadPair, LeaderShift, PhaseChange, PlanningControl, RoleCover, Successor,
};
pub use placing::{Assignment, Pair, Placed, Round};

vocabulary! {
    /// What a phase needs beside roles.
    OtherNeed, "need of a phase" {
        /// A leader with an informal style.
        InformalLeader = "informal-leader",
        /// Somebody who holds a planning and control task.
        PlanningControlOwner = "planning-control-owner",
    }
}

/// What a phase needs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Needs {
    roles: BTreeMap<Role, RoleWeight>,
    others: BTreeSet<OtherNeed>,
}

impl Needs {
    /// Nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the handbook says that a phase needs, weight 1 each.
    pub fn of_handbook(phase: Phase) -> Self {
        use Role::{Broker, Coordinator, Director, Facilitator, Innovator, Mentor, Monitor, Producer};
        let (roles, other): (&[Role], Option<OtherNeed>) = match phase {
            Phase::Start => (&[Innovator, Broker, Mentor, Facilitator], None),
            Phase::Development => (&[Innovator, Facilitator, Mentor], Some(OtherNeed::InformalLeader)),
            Phase::Scaling => (&[Coordinator, Monitor, Director, Producer], Some(OtherNeed::PlanningControlOwner)),
        };
        Self { roles: roles.iter().map(|r| (*r, RoleWeight::ONE)).collect(), others: other.into_iter().collect() }
    }

    /// The same, with a role by its weight; weight 0 is no need.
    #[must_use]
    pub fn role(mut self, role: Role, weight: RoleWeight) -> Self {
        self.roles.insert(role, weight);
        self
    }

    /// The same, with another need.
    #[must_use]
    pub fn other(mut self, need: OtherNeed) -> Self {
        self.others.insert(need);
        self
    }

    /// The roles that are needed with their weights above 0.
    pub(super) fn asked(&self) -> impl Iterator<Item = (Role, f64)> + '_ {
        self.roles.iter().map(|(role, weight)| (*role, weight.get())).filter(|(_, weight)| *weight > 0.0)
    }
}

/// How to look at leadership.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeadershipOptions {
    aggregate: Aggregate,
    needs: BTreeMap<Phase, Needs>,
    style_cut: Cut,
    role_cut: Cut,
    least_share: Strength,
    list_assignments_at_most: usize,
    list_pairs_at_most: usize,
}

impl Default for LeadershipOptions {
    /// Median over raters, the handbook's needs, cuts at the midpoint, a fit that falls short below ½, at most 10 assignments
    /// listed, and at most 1000 pairs of leaders of a phase.
    fn default() -> Self {
        Self {
            aggregate: Aggregate::Median,
            needs: Phase::ALL.iter().map(|phase| (*phase, Needs::of_handbook(*phase))).collect(),
            style_cut: Cut::Midpoint,
            role_cut: Cut::Midpoint,
            least_share: Strength::HALF,
            list_assignments_at_most: 10,
            list_pairs_at_most: 1_000,
        }
    }
}

impl LeadershipOptions {
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

    /// What a phase needs, in place of what the handbook says.
    #[must_use]
    pub fn needs(mut self, phase: Phase, needs: Needs) -> Self {
        self.needs.insert(phase, needs);
        self
    }

    /// Where formal ends and informal begins, raw; a median is that of all members' styles.
    #[must_use]
    pub fn style_cut(mut self, cut: Cut) -> Self {
        self.style_cut = cut;
        self
    }

    /// From which score on a role is covered, raw; a median is that of all scores on all roles.
    #[must_use]
    pub fn role_cut(mut self, cut: Cut) -> Self {
        self.role_cut = cut;
        self
    }

    /// Below which share of the maximum a fit falls short.
    #[must_use]
    pub fn least_share(mut self, share: Strength) -> Self {
        self.least_share = share;
        self
    }

    /// How many pairs of leaders are listed at most, for each phase.
    #[must_use]
    pub fn list_pairs_at_most(mut self, most: usize) -> Self {
        self.list_pairs_at_most = most;
        self
    }

    /// How many equally good assignments are listed at most, for each round.
    #[must_use]
    pub fn list_assignments_at_most(mut self, most: usize) -> Self {
        self.list_assignments_at_most = most;
        self
    }
}

/// One member's score on a role.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RoleScore {
    /// The role.
    pub role: Role,
    /// The score.
    pub score: Reading,
}

/// What one member prefers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MemberPreference {
    /// The member.
    pub member: MemberId,
    /// How informal the style is, if that is known.
    pub informal: Option<Reading>,
    /// The side of the cut that it is on.
    pub style: Measure<Style>,
    /// The known scores, in the order of the roles.
    pub roles: Vec<RoleScore>,
}

/// How one member fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MemberFit {
    /// The member.
    pub member: MemberId,
    /// The fit.
    #[serde(flatten)]
    pub fit: Fit,
}

/// One phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PhaseLeadership {
    /// The phase.
    pub phase: Phase,
    /// Whether the project is in it; undefined where the project does not say.
    pub at_hand: Measure<bool>,
    /// Who leads it, in id order.
    pub leads: Vec<Lead>,
    /// Every two who lead it, in id order, as many as the options list.
    pub pairs: Vec<LeadPair>,
    /// How many such pairs there are, listed or not.
    pub all_pairs: usize,
    /// Role by role of its needs, who covers it.
    pub roles: Vec<RoleCover>,
    /// How each member fits the phase, in id order.
    pub members: Vec<MemberFit>,
    /// How each member fits each task of the phase.
    pub tasks: Matrix<TaskId, MemberId, Fit>,
    /// The best assignment of its tasks.
    pub assignment: Assignment,
}

/// One who does a task.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Holder {
    /// The member.
    pub member: MemberId,
    /// The fit.
    #[serde(flatten)]
    pub fit: Fit,
    /// Whether the fit falls short: the task sits with somebody whose preference does not fit it.
    pub falls_short: Measure<bool>,
}

/// One task.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaskLeadership {
    /// The task.
    pub task: TaskId,
    /// Its phase, if that is known.
    pub phase: Option<Phase>,
    /// Whether it is a leading task, if that is known.
    pub leading: Option<bool>,
    /// Who does it, in id order.
    pub holders: Vec<Holder>,
}

/// Leadership by phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Leadership {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<LeadershipOptions>,
    /// What was left out, and why.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The phase that the project is in, if that is known.
    pub phase_at_hand: Option<Phase>,
    /// What each member prefers, in id order.
    pub members: Vec<MemberPreference>,
    /// Phase by phase.
    pub phases: Vec<PhaseLeadership>,
    /// Task by task, also those of no known phase, in id order.
    pub tasks: Vec<TaskLeadership>,
    /// Of each phase that needs an informal leader, whether it has one.
    pub informal_leaders: Vec<InformalLeader>,
    /// Of each phase that needs an owner of planning and control, whether it has one.
    pub planning_control: Vec<PlanningControl>,
    /// What changes from each phase to the next.
    pub changes: Vec<PhaseChange>,
    /// Styles, fits, covered roles, assignments and their gain, styles apart and owners of planning and control with their grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] =
    &[citation::HANDBOOK, citation::QUINN_1988, citation::KUHN_1955, citation::MUNKRES_1957, citation::OWN_LEADERSHIP];

/// What the parts read.
struct Context<'a> {
    model: &'a Model,
    options: &'a LeadershipOptions,
    team: Vec<Person<'a>>,
    style_level: Measure,
    role_level: Measure,
    least: Exact,
}

impl<'a> Context<'a> {
    fn new(model: &'a Model, options: &'a LeadershipOptions) -> Self {
        let team = fit::team(model, options.aggregate);
        let style_level = fit::style_level(model, &team, options.style_cut);
        let role_level = fit::role_level(model, &team, options.role_cut);
        Self { model, options, team, style_level, role_level, least: Exact::of(options.least_share.get()) }
    }

    fn needs(&self, phase: Phase) -> Needs {
        self.options.needs.get(&phase).cloned().unwrap_or_default()
    }

    /// The tasks of a phase.
    fn tasks(&self, phase: Phase) -> Vec<&'a TaskId> {
        self.model.tasks().filter(|(_, task)| task.phase == Some(phase)).map(|(id, _)| id).collect()
    }

    fn phase_fit(&self, person: &Person<'_>, phase: Phase) -> Weighing {
        person.weigh(self.needs(phase).asked())
    }

    fn task_fit(&self, person: &Person<'_>, task: &TaskId) -> Weighing {
        let asked = self.model.task(task).into_iter().flat_map(|t| &t.roles);
        person.weigh(asked.map(|(role, weight)| (*role, weight.get())))
    }

    /// How every member fits each task.
    fn cells<'b>(&'b self, tasks: &[&'b TaskId]) -> BTreeMap<(&'b TaskId, &'b MemberId), Weighing> {
        let pairs = itertools::iproduct!(tasks, &self.team);
        pairs.map(|(task, person)| ((*task, person.id), self.task_fit(person, task))).collect()
    }

    fn falls_short(&self, weighing: &Weighing) -> Measure<bool> {
        match weighing.share() {
            Measure::Known(share) => Measure::Known(share < self.least),
            Measure::Undefined(reason) => Measure::Undefined(reason),
        }
    }

    fn finding(&self, subject: Vec<Element>, rule: &'static str, law: Law, because: Vec<Contribution>) -> Finding {
        let amount = crate::evidence::Amount::Number(0.0);
        Finding { subject, rule, law, amount, aggregate: self.options.aggregate, because }
    }
}

/// Looks at leadership. See the [module](self).
pub fn leadership(model: &Model, options: &LeadershipOptions) -> Leadership {
    let context = Context::new(model, options);
    let mut findings = Vec::new();
    let members = context.team.iter().map(|person| preference(&context, person, &mut findings)).collect();
    let phases: Vec<PhaseLeadership> =
        Phase::ALL.iter().map(|phase| phase_of(&context, *phase, &mut findings)).collect();
    let tasks = model.tasks().map(|(id, _)| task_of(&context, id)).collect();
    let needing = |need| Phase::ALL.iter().copied().filter(move |p| context_needs(options, *p, need));
    let informal_leaders: Vec<InformalLeader> =
        needing(OtherNeed::InformalLeader).map(|phase| phases::informal_leader(&context, phase)).collect();
    let planning_control: Vec<PlanningControl> = needing(OtherNeed::PlanningControlOwner)
        .map(|phase| phases::planning_control(&context, phase, &mut findings))
        .collect();
    let changes = Phase::ALL.windows(2).filter_map(|pair| phases::change(&context, pair)).collect();
    Leadership {
        provenance: Provenance { method: "leadership", method_version: 1, options: options.clone(), cites: CITES },
        omitted: omitted(&context, &planning_control),
        phase_at_hand: model.project().phase,
        members,
        phases,
        tasks,
        informal_leaders,
        planning_control,
        changes,
        findings,
    }
}

fn context_needs(options: &LeadershipOptions, phase: Phase, need: OtherNeed) -> bool {
    options.needs.get(&phase).is_some_and(|needs| needs.others.contains(&need))
}

fn preference(context: &Context<'_>, person: &Person<'_>, findings: &mut Vec<Finding>) -> MemberPreference {
    findings.extend(again::style_finding(context, person));
    MemberPreference {
        member: person.id.clone(),
        informal: person.informal,
        style: person.style(context.style_level),
        roles: person.scores.iter().map(|(role, score)| RoleScore { role: *role, score: *score }).collect(),
    }
}

fn phase_of(context: &Context<'_>, phase: Phase, findings: &mut Vec<Finding>) -> PhaseLeadership {
    let weighings: Vec<Weighing> = context.team.iter().map(|person| context.phase_fit(person, phase)).collect();
    for (person, weighing) in context.team.iter().zip(&weighings) {
        findings.extend(again::phase_finding(context, person, phase, weighing));
    }
    let rows = context.tasks(phase);
    let cells = context.cells(&rows);
    for task in &rows {
        for person in &context.team {
            let weighing = cells.get(&(*task, person.id));
            findings.extend(weighing.and_then(|w| again::task_finding(context, person, task, w)));
        }
    }
    let (assignment, of_rounds) = placing::assignment(context, phase, &rows, &cells);
    findings.extend(of_rounds);
    let (leads, pairs, all_pairs) = phases::leads(context, phase, findings);
    let columns: Vec<MemberId> = context.team.iter().map(|person| person.id.clone()).collect();
    let rows: Vec<TaskId> = rows.into_iter().cloned().collect();
    let nothing = || Weighing::of(Vec::new(), Vec::new(), None);
    PhaseLeadership {
        phase,
        at_hand: phases::at_hand(context.model, phase),
        leads,
        pairs,
        all_pairs,
        roles: phases::roles(context, phase, findings),
        members: context
            .team
            .iter()
            .zip(&weighings)
            .map(|(person, weighing)| MemberFit { member: person.id.clone(), fit: weighing.fit() })
            .collect(),
        tasks: Matrix::new(rows, columns, |task, member| {
            cells.get(&(task, member)).map_or_else(|| nothing().fit(), Weighing::fit)
        }),
        assignment,
    }
}

fn task_of(context: &Context<'_>, id: &TaskId) -> TaskLeadership {
    let task = context.model.task(id);
    let holders = context.team.iter().filter(|person| person.member.tasks.contains(id));
    TaskLeadership {
        task: id.clone(),
        phase: task.and_then(|t| t.phase),
        leading: task.and_then(|t| t.leading),
        holders: holders
            .map(|person| {
                let weighing = context.task_fit(person, id);
                let falls_short = context.falls_short(&weighing);
                Holder { member: person.id.clone(), fit: weighing.fit(), falls_short }
            })
            .collect(),
    }
}

/// Styles, scores that a phase or a task of a phase asks for, and what tasks do not say.
fn omitted(context: &Context<'_>, planning_control: &[PlanningControl]) -> Vec<Omission> {
    let mut out = Vec::new();
    let mut asked: BTreeSet<Role> =
        context.options.needs.values().flat_map(Needs::asked).map(|(role, _)| role).collect();
    for (id, task) in context.model.tasks() {
        if task.phase.is_none() {
            out.push(Omission::unknown(id.into(), Attribute::Phase));
        }
        let of_task: Vec<Role> = task.roles.iter().filter(|(_, w)| w.get() > 0.0).map(|(role, _)| *role).collect();
        if of_task.is_empty() {
            out.push(Omission::unknown(id.into(), Attribute::Roles));
        }
        asked.extend(of_task);
    }
    for person in &context.team {
        let unrated = asked.iter().filter(|role| !person.scores.contains_key(role));
        out.extend(unrated.map(|role| Omission::unknown(person.id.into(), Attribute::from(*role))));
        if person.informal.is_none() {
            out.push(Omission::unknown(person.id.into(), Attribute::Informal));
        }
    }
    // Of what is planning and control and does not say of which phase, the phase stands above.
    let silent = |id: &&TaskId| context.model.task(id).is_some_and(|task| task.planning_control.is_none());
    let unsaid = planning_control.iter().flat_map(|found| &found.unsaid).filter(silent);
    out.extend(unsaid.map(|task| Omission::unknown(task.into(), Attribute::PlanningControl)));
    out.sort();
    out.dedup();
    out
}
