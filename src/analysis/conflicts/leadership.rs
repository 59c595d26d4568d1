//! Leadership: a leading task or a phase that is held by a member whose fit is below ½, two members who lead the same phase, a role
//! that a phase needs and nobody covers. See [`crate::analysis::leadership()`], whose default needs and cuts hold here.
//!
//! Strength: 1 − fit as a share of the maximum; the difference of the two styles in unit, undefined where one is not known; 1. The
//! phase at hand counts, all phases where the project does not say which that is ([`PhaseScope`], own rule); a task of no known
//! phase counts where all phases do.
//!
//! The parties are those that the members are of. A member of no party is one of us: the focal party stands for it, and for a role
//! that nobody covers (own rule). Two members of one party make a conflict in which that party stands alone. Without a focal party
//! such a conflict has no party to stand under: it is listed in `omitted` by its member, or by the project.

use super::super::leadership::Needs;
use super::super::leadership::again::{phase_setting, role_setting, uncovered};
use super::super::leadership::fit::{Person, share_of};
use super::super::leadership::phases::apart;
use super::{Alone, Context, Grounds, Kind, pairs};
use crate::evidence::{Contribution, Omission, OmissionReason};
use crate::id::PartyId;
use crate::math::Exact;
use crate::model::{Attribute, Element, Task};
use crate::rating::Reading;
use crate::scale::Strength;
use crate::vocabulary::{ConflictKind, Phase, Vocabulary, vocabulary};

vocabulary! {
    /// Of which phases the leadership is looked at.
    PhaseScope, "scope of phases" {
        /// The phase that the project is in; all where it does not say.
        AtHand = "at-hand",
        /// All phases.
        All = "all",
    }
}

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Leadership, fields, grounds, alone };

/// One conflict before it is known between whom it is.
struct Case<'a> {
    /// The members concerned; none for a role that nobody covers.
    members: Vec<&'a Person<'a>>,
    subject: Vec<Element>,
    /// The grounds of a case that is no pair.
    because: Vec<Contribution>,
}

/// The phases that count, and whether a task of a phase does.
fn scope(context: &Context<'_>) -> (Vec<Phase>, impl Fn(Option<Phase>) -> bool) {
    let only = context.model.project().phase.filter(|_| context.phases == PhaseScope::AtHand);
    let phases = only.map_or_else(|| Phase::ALL.to_vec(), |phase| vec![phase]);
    (phases, move |phase| only.is_none() || phase == only)
}

fn team<'a>(context: &Context<'a>) -> Vec<Person<'a>> {
    context.model.members().map(|(id, member)| Person::of(context.model, id, member, context.aggregate)).collect()
}

/// The scores that make a fit below ½, each counting for its weight.
fn short(
    person: &Person<'_>,
    asked: impl Iterator<Item = (crate::vocabulary::Role, f64)>,
) -> Option<Vec<Contribution>> {
    let weighing = person.weigh(asked);
    let share = weighing.share().value()?;
    (share < Exact::of(Strength::HALF.get())).then_some(weighing.because)
}

fn asked(task: &Task) -> impl Iterator<Item = (crate::vocabulary::Role, f64)> + '_ {
    task.roles.iter().map(|(role, weight)| (*role, weight.get()))
}

fn cases<'a>(context: &Context<'a>, team: &'a [Person<'a>]) -> Vec<Case<'a>> {
    let (phases, counts) = scope(context);
    let mut out = Vec::new();
    for person in team {
        for id in &person.member.tasks {
            let Some(task) = context.model.task(id).filter(|t| t.leading == Some(true) && counts(t.phase)) else {
                continue;
            };
            if let Some(because) = short(person, asked(task)) {
                let subject = vec![Element::Does(person.id.clone(), id.clone())];
                out.push(Case { members: vec![person], subject, because });
            }
        }
    }
    for phase in phases {
        let needs = Needs::of_handbook(phase);
        let leads = |person: &Person<'_>| Element::Leads(person.id.clone(), phase);
        let mut leaders = team.iter().filter(|person| person.member.leads.contains(&phase));
        while let Some(a) = leaders.next() {
            if let Some(because) = short(a, needs.asked()) {
                out.push(Case { members: vec![a], subject: vec![leads(a)], because });
            }
            for b in leaders.clone() {
                out.push(Case { members: vec![a, b], subject: vec![leads(a), leads(b)], because: Vec::new() });
            }
        }
        for (role, _) in needs.asked() {
            if let Some(because) = uncovered(context.model, team, role) {
                let subject = [phase_setting(phase), role_setting(role)].map(Element::Setting).to_vec();
                out.push(Case { members: Vec::new(), subject, because });
            }
        }
    }
    out
}

impl Case<'_> {
    /// Between whom it is, each party once; `None` where somebody has none and there is no focal party.
    fn parties(&self, context: &Context<'_>) -> Option<Vec<PartyId>> {
        let focal = context.model.project().focal.as_ref();
        if self.members.is_empty() {
            return Some(vec![focal?.clone()]);
        }
        let of = |person: &&Person<'_>| person.member.party.as_ref().or(focal).cloned();
        let mut out: Vec<PartyId> = self.members.iter().map(of).collect::<Option<_>>()?;
        out.dedup();
        Some(out)
    }
}

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let team = team(context);
    let field = |case: &Case<'_>| {
        let parties = case.parties(context)?;
        let ([a, b], [left, right]) = (case.members.as_slice(), parties.as_slice()) else { return None };
        let places = [*context.place.get(left)?, *context.place.get(right)?];
        Some(pairs::Field::of_pair(ConflictKind::Leadership, case.subject.clone(), places, apart(a, b).value()))
    };
    cases(context, &team).iter().filter_map(field).collect()
}

/// The styles of two who lead the same phase.
fn grounds(context: &Context<'_>, subject: &[Element], _: &PartyId, _: &PartyId) -> Grounds {
    let mut out = Grounds::default();
    for element in subject {
        if let Element::Leads(member, _) = element {
            out.cite(context, member.into(), Attribute::Informal, |r| r.raw);
        }
    }
    out
}

fn alone(context: &Context<'_>) -> Vec<Alone> {
    let team = team(context);
    let one = |case: Case<'_>| {
        let parties = case.parties(context)?;
        let [party] = parties.as_slice() else { return None };
        if !context.place.contains_key(party) {
            return None;
        }
        let grounds = if case.members.len() > 1 {
            grounds(context, &case.subject, party, party)
        } else {
            Grounds { because: case.because, missing: Vec::new() }
        };
        Some(Alone { party: party.clone(), subject: case.subject, grounds })
    };
    cases(context, &team).into_iter().filter_map(one).collect()
}

/// The strength that the cited styles or scores make; a cited cut says that nobody covers a role.
pub(super) fn strength(because: &[Contribution]) -> Option<f64> {
    if because.iter().any(|c| matches!(c.source, Element::Setting(_))) {
        return Some(1.0);
    }
    let styles: Vec<Reading> =
        because.iter().filter(|c| c.attribute == Some(Attribute::Informal)).filter_map(|c| c.reading).collect();
    match styles.as_slice() {
        [a, b] => Some(a.scale.apart(a.raw, b.raw)),
        [] => Some((&Exact::one() - &share_of(because)?).to_f64()),
        _ => None,
    }
}

/// What is not known, so that no conflict can be seen in it, and conflicts that have no party to stand under.
pub(super) fn unknown(context: &Context<'_>) -> Vec<Omission> {
    let team = team(context);
    let (phases, counts) = scope(context);
    let mut out = Vec::new();
    for person in &team {
        let unrated = |role| Omission::unknown(person.id.into(), Attribute::from(role));
        for id in &person.member.tasks {
            let Some(task) = context.model.task(id).filter(|t| t.leading != Some(false)) else { continue };
            let weighing = person.weigh(asked(task));
            if task.leading.is_none() {
                let decides = counts(task.phase) && short(person, asked(task)).is_some();
                out.extend(decides.then(|| Omission::unknown(id.into(), Attribute::Leading)));
            } else if !counts(task.phase) {
                out.extend(task.phase.is_none().then(|| Omission::unknown(id.into(), Attribute::Phase)));
            } else if weighing.because.is_empty() && weighing.missing.is_empty() {
                out.push(Omission::unknown(id.into(), Attribute::Roles));
            } else {
                out.extend(weighing.missing.into_iter().map(unrated));
            }
        }
        for phase in phases.iter().filter(|phase| person.member.leads.contains(phase)) {
            out.extend(person.weigh(Needs::of_handbook(*phase).asked()).missing.into_iter().map(unrated));
        }
    }
    for (role, _) in phases.iter().flat_map(|phase| Needs::of_handbook(*phase).asked().collect::<Vec<_>>()) {
        let midpoint = context.model.scales().of(crate::scale::ScaleKind::OneSided).midpoint();
        let covers = |person: &Person<'_>| person.scores.get(&role).is_some_and(|score| score.raw >= midpoint);
        if !team.iter().any(covers) {
            let unrated = team.iter().filter(|person| !person.scores.contains_key(&role));
            out.extend(unrated.map(|person| Omission::unknown(person.id.into(), role.into())));
        }
    }
    for case in cases(context, &team).iter().filter(|case| case.parties(context).is_none()) {
        let nobody = |subject| Omission { subject, missing: Attribute::Party, reason: OmissionReason::NoFocal };
        let lost = case.members.iter().filter(|person| person.member.party.is_none());
        out.extend(lost.map(|person| nobody(person.id.into())));
        if case.members.is_empty() {
            out.push(nobody(Element::Project));
        }
    }
    out
}
