//! Leadership: a leading task or a phase that is held by a member whose fit is below ½, two members who lead the same phase, a role
//! that a phase needs and nobody covers. See [`crate::analysis::leadership()`], whose default needs and cuts hold here.
//!
//! Strength: 1 − fit as a share of the maximum; the difference of the two styles in unit, undefined where one is not known, and no
//! conflict where they are equal; 1. The
//! phase at hand counts, all phases where the project does not say which that is ([`PhaseScope`], own rule); a task of no known
//! phase counts where all phases do.
//!
//! The parties are those that the members are of. A member of no party is one of us: the focal party stands for it, and for a role
//! that nobody covers (own rule). Two members of one party make a conflict in which that party stands alone. Without a focal party
//! such a conflict has no party to stand under: it is listed in `omitted` by its member, or by the project.

use itertools::Itertools;

use super::super::leadership::Needs;
use super::super::leadership::again::{phase_setting, role_setting, uncovered};
use super::super::leadership::fit::{self, Person, share_of};
use super::super::leadership::phases::apart;
use super::{Alone, Context, Grounds, Kind, pairs};
use crate::evidence::{Contribution, Measure, Omission, OmissionReason};
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
    fit::team(context.model, context.aggregate)
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

/// Tells every case, one by one: two leaders of a phase make as many as there are pairs.
fn cases<'a>(context: &Context<'a>, team: &'a [Person<'a>], mut tell: impl FnMut(Case<'a>)) {
    let (phases, counts) = scope(context);
    for person in team {
        for id in &person.member.tasks {
            let Some(task) = context.model.task(id).filter(|t| t.leading == Some(true) && counts(t.phase)) else {
                continue;
            };
            if let Some(because) = short(person, asked(task)) {
                let subject = vec![Element::Does(person.id.clone(), id.clone())];
                tell(Case { members: vec![person], subject, because });
            }
        }
    }
    for phase in phases {
        let needs = Needs::of_handbook(phase);
        let leads = |person: &Person<'_>| Element::Leads(person.id.clone(), phase);
        let mut leaders = team.iter().filter(|person| person.member.leads.contains(&phase));
        while let Some(a) = leaders.next() {
            if let Some(because) = short(a, needs.asked()) {
                tell(Case { members: vec![a], subject: vec![leads(a)], because });
            }
            for b in leaders.clone().filter(|b| apart(a, b) != Measure::Known(0.0)) {
                tell(Case { members: vec![a, b], subject: vec![leads(a), leads(b)], because: Vec::new() });
            }
        }
        for (role, _) in needs.asked() {
            if let Some(because) = uncovered(context.model, team, role) {
                let subject = [phase_setting(phase), role_setting(role)].map(Element::Setting).to_vec();
                tell(Case { members: Vec::new(), subject, because });
            }
        }
    }
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
    let pair = |case: &Case<'_>| {
        let parties = case.parties(context)?;
        let ([a, b], [left, right]) = (case.members.as_slice(), parties.as_slice()) else { return None };
        let places = [*context.place.get(left)?, *context.place.get(right)?];
        Some((apart(a, b).value(), [*places.iter().min()?, *places.iter().max()?], places))
    };
    let mut found = Foremost::new(context.strongest);
    cases(context, &team, |case| {
        if let Some((strength, order, places)) = pair(&case) {
            found.push(strength, order, (case.subject, places));
        }
    });
    let field =
        |(strength, (subject, places))| pairs::Field::of_pair(ConflictKind::Leadership, subject, places, strength);
    found.end().into_iter().map(field).collect()
}

/// The strongest of many, without keeping all; one more than is asked for, so that it is seen that there are more.
struct Foremost<K, T> {
    kept: Vec<(Option<f64>, K, T)>,
    most: usize,
}

impl<K: Ord, T> Foremost<K, T> {
    fn new(strongest: Option<usize>) -> Self {
        Self { kept: Vec::new(), most: strongest.map_or(usize::MAX, |most| most.saturating_add(1)) }
    }

    fn push(&mut self, strength: Option<f64>, order: K, what: T) {
        self.kept.push((strength, order, what));
        if self.kept.len() > self.most.saturating_mul(2).saturating_add(1_024) {
            self.trim();
        }
    }

    /// Strongest first, the unknown last, then by party; what is alike stays as it was told.
    fn trim(&mut self) {
        let strength = |x: &Option<f64>| x.unwrap_or(-1.0);
        self.kept.sort_by(|x, y| strength(&y.0).total_cmp(&strength(&x.0)).then_with(|| x.1.cmp(&y.1)));
        self.kept.truncate(self.most);
    }

    fn end(mut self) -> Vec<(Option<f64>, T)> {
        if self.kept.len() > self.most {
            self.trim();
        }
        self.kept.into_iter().map(|(strength, _, what)| (strength, what)).collect()
    }
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
    let mut found = Foremost::new(context.strongest);
    cases(context, &team, |case| {
        let parties = case.parties(context).unwrap_or_default();
        let Some(party) = parties.into_iter().at_most_one().ok().flatten() else { return };
        if context.place.contains_key(&party) {
            let how = match case.members.as_slice() {
                [a, b] => apart(a, b).value(),
                _ => strength(&case.because),
            };
            found.push(how, party.clone(), (case, party));
        }
    });
    let one = |(_, (case, party)): (_, (Case<'_>, PartyId))| {
        let grounds = if case.members.len() > 1 {
            grounds(context, &case.subject, &party, &party)
        } else {
            Grounds { because: case.because, missing: Vec::new() }
        };
        Alone { party, subject: case.subject, grounds }
    };
    found.end().into_iter().map(one).collect()
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
    cases(context, &team, |case| {
        if case.parties(context).is_some() {
            return;
        }
        let nobody = |subject| Omission { subject, missing: Attribute::Party, reason: OmissionReason::NoFocal };
        let lost = case.members.iter().filter(|person| person.member.party.is_none());
        out.extend(lost.map(|person| nobody(person.id.into())));
        if case.members.is_empty() {
            out.push(nobody(Element::Project));
        }
    });
    out
}
