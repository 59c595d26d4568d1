//! Leadership: who leads in which phase and how well that fits, who could do which task, and what changes at the next phase.

use super::super::page::{Inlines, Item, Order, Page, capital};
use super::super::speech::{Speech, args, strong, word};
use super::grounds::listed;
use super::{Results, not_run, told};
use crate::analysis::Leadership;
use crate::analysis::leadership::{
    Cover, Fit, HandOver, InformalLeader, Lead, PhaseChange, PhaseLeadership, Placed, PlanningControl, Style, Successor,
};
use crate::evidence::{Law, Measure, Undefined};
use crate::id::MemberId;
use crate::model::Member;
use crate::scale::{RoleWeight, ScaleKind};
use crate::vocabulary::{Role, Vocabulary};

/// How many tasks, and members in a row, are told.
pub(in crate::report) const SHOWN: usize = 5;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "leadership").is_some() {
        return;
    }
    let found = &found.leadership;
    page.heading(3, speech.words("leadership"));
    page.paragraph(speech.words("leadership-how"));
    if let Some(picture) = super::super::picture::leadership::draw(speech, found) {
        page.picture(picture);
    }
    page.paragraph(styles(speech, found));
    page.list(Order::Bulleted, found.phases.iter().map(|phase| of_phase(speech, found, phase)).collect());
    tasks(page, speech, found);
    for change in found.changes.iter().filter(|change| change.next == Measure::Known(true)) {
        next(page, speech, change);
    }
}

pub(in crate::report) fn member(speech: &Speech<'_>, id: &MemberId) -> Inlines {
    speech.name(&id.into())
}

fn members(speech: &Speech<'_>, ids: &[MemberId]) -> Inlines {
    speech.few(ids.iter().map(|id| member(speech, id)).collect(), told(ids.len(), SHOWN))
}

pub(in crate::report) fn roles(speech: &Speech<'_>, roles: &[Role]) -> Inlines {
    speech.and(roles.iter().map(|role| speech.term(*role)))
}

/// Whose style is on which side.
fn styles(speech: &Speech<'_>, found: &Leadership) -> Inlines {
    let having = |style: Option<Style>| -> Vec<MemberId> {
        let has_part = |id: &MemberId| speech.model.member(id).is_some_and(Member::has_part);
        let of = found.members.iter().filter(|m| m.style.value() == style && has_part(&m.member));
        of.map(|m| m.member.clone()).collect()
    };
    let sides = Style::ALL.iter().rev().map(|style| (speech.term(*style), having(Some(*style))));
    let sides = sides.chain([(speech.words("style-unknown"), having(None))]).filter(|(_, ids)| !ids.is_empty());
    let side = |(style, ids): (Inlines, Vec<MemberId>)| {
        speech.say("style-side", args! {"style": style, "members": members(speech, &ids)})
    };
    let mut all = Inlines::new();
    for (place, side) in sides.map(side).enumerate() {
        if place > 0 {
            all.extend(speech.words("list-semicolon"));
        }
        all.extend(side);
    }
    speech.say("styles", args! {"all": all})
}

/// How well somebody fits: the share, or the roles that are not rated.
fn fit(speech: &Speech<'_>, fit: &Fit) -> Inlines {
    if fit.missing.is_empty() {
        return speech.measure(fit.share, |x| word(speech.hundredths(x)));
    }
    speech.say("fit-unrated", args! {"roles": roles(speech, &fit.missing)})
}

fn of_phase(speech: &Speech<'_>, found: &Leadership, phase: &PhaseLeadership) -> Item {
    let mut text = strong(capital(speech.term(phase.phase)));
    if phase.at_hand == Measure::Known(true) {
        text.extend(speech.words("phase-now"));
    }
    text.extend(speech.words("phase-colon"));
    if phase.leads.is_empty() {
        text.extend(speech.words("lead-nobody"));
    } else {
        let lead = |lead: &Lead| {
            let style = speech.measure(lead.style, |style| speech.term(style));
            let named = args! {
                "member": member(speech, &lead.member), "fit": fit(speech, &lead.fit), "style": style,
            };
            speech.say("lead-one", named)
        };
        let all = speech.few(phase.leads.iter().map(lead).collect(), told(phase.leads.len(), SHOWN));
        text.extend(speech.say("leads", args! {"all": all, "n": phase.leads.len()}));
    }
    let mut under: Vec<Item> = Vec::new();
    for pair in phase.pairs.iter().filter(|pair| pair.styles_differ == Measure::Known(true)).take(SHOWN) {
        let [a, b] = &pair.members;
        let apart = speech.measure(pair.apart, |x| word(speech.hundredths(x)));
        let named = args! {"a": member(speech, a), "b": member(speech, b), "apart": apart};
        under.push(speech.say("lead-styles", named).into());
    }
    under.extend(found.informal_leaders.iter().filter(|x| x.phase == phase.phase).map(|x| informal(speech, x)));
    under.extend(found.planning_control.iter().filter(|x| x.phase == phase.phase).map(|x| control(speech, x)));
    for (cover, key) in [(Cover::Uncovered, "roles-uncovered"), (Cover::NobodyRated, "roles-unrated")] {
        let of: Vec<Role> = phase.roles.iter().filter(|r| r.cover == cover).map(|r| r.role).collect();
        if !of.is_empty() {
            under.push(speech.say(key, args! {"roles": roles(speech, &of)}).into());
        }
    }
    let asked = phase.roles.iter().map(|r| (r.role, r.weight));
    Item { text, under, ..Item::default() }.on(of_roles(speech, asked))
}

/// The roles that are asked, with their weights. How somebody scores on them is not told: the fit says enough of a person.
fn of_roles(speech: &Speech<'_>, asked: impl Iterator<Item = (Role, RoleWeight)>) -> Option<Item> {
    let one = |(role, weight): (Role, RoleWeight)| {
        speech.say("ground-own", args! {"rating": speech.term(role), "value": speech.number(weight.get())})
    };
    listed(speech, speech.words("grounds-fit"), Law::Statistic, asked.map(one).collect())
}

pub(in crate::report) fn informal(speech: &Speech<'_>, found: &InformalLeader) -> Item {
    let mut text = match found.sits {
        Measure::Known(true) => speech.say("informal-yes", args! {"members": members(speech, &found.informal)}),
        Measure::Known(false) => speech.words("informal-no"),
        Measure::Undefined(Undefined::NothingToMeasure) => speech.words("informal-nobody"),
        Measure::Undefined(_) => speech.words("informal-open"),
    };
    if found.sits != Measure::Known(true) && !found.others.is_empty() {
        text.extend(speech.say("informal-others", args! {"members": members(speech, &found.others)}));
    }
    text.into()
}

pub(in crate::report) fn control(speech: &Speech<'_>, found: &PlanningControl) -> Item {
    match found.owned {
        Measure::Known(true) => speech.say("control-yes", args! {"members": members(speech, &found.owners)}),
        Measure::Known(false) => speech.words("control-no"),
        Measure::Undefined(reason) => speech.say("control-open", args! {"undefined": speech.undefined(reason)}),
    }
    .into()
}

/// Tasks that somebody else would fit better, that nobody does, and for which nobody is known to fit.
fn tasks(page: &mut Page, speech: &Speech<'_>, found: &Leadership) {
    let rounds = found.phases.iter().flat_map(|phase| &phase.assignment.rounds);
    let mut better: Vec<&Placed> = rounds.flat_map(|round| &round.placed).collect();
    better.retain(|placed| placed.now.is_empty() || placed.gain.value().is_some_and(|gain| gain > 0.0));
    let gain = |placed: &Placed| placed.gain.value().unwrap_or(f64::INFINITY);
    better.sort_by(|x, y| gain(y).total_cmp(&gain(x)).then_with(|| x.task.cmp(&y.task)));
    let number = |x: f64| speech.hundredths(x);
    let one = |placed: &&Placed| -> Item {
        let (task, who) = (speech.name(&(&placed.task).into()), member(speech, &placed.member));
        let named = match placed.fit_now {
            Measure::Known(now) => {
                let before = members(speech, &placed.now);
                let numbers = args! {
                    "task": task, "member": who, "fit": number(placed.fit), "now": before, "fitnow": number(now),
                };
                speech.say("task-better", numbers)
            }
            Measure::Undefined(_) => {
                speech.say("task-nobody", args! {"task": task, "member": who, "fit": number(placed.fit)})
            }
        };
        let asked = speech.model.task(&placed.task).into_iter().flat_map(|task| &task.roles);
        Item::from(named).on(of_roles(speech, asked.map(|(role, weight)| (*role, *weight))))
    };
    let most = told(better.len(), SHOWN);
    let mut items: Vec<Item> = better.iter().take(most).map(one).collect();
    if better.len() > most {
        items.push(speech.say("list-more", args! {"n": better.len() - most}).into());
    }
    let unassigned: Vec<Inlines> =
        found.phases.iter().flat_map(|phase| &phase.assignment.unassigned).map(|t| speech.name(&t.into())).collect();
    if !unassigned.is_empty() {
        let n = unassigned.len();
        items.push(
            speech.say("tasks-unassigned", args! {"tasks": speech.few(unassigned, told(n, SHOWN)), "n": n}).into(),
        );
    }
    if !items.is_empty() {
        page.heading(4, speech.words("tasks-who"));
        let scale = speech.scale(&speech.model.scales().of(ScaleKind::OneSided));
        page.paragraph(speech.say("tasks-how", args! {"scale": scale}));
        page.list(Order::Bulleted, items);
    }
}

/// What changes at the next phase.
fn next(page: &mut Page, speech: &Speech<'_>, change: &PhaseChange) {
    page.heading(4, speech.say("phase-next", args! {"phase": speech.term(change.to)}));
    let mut items = needs(speech, change);
    for shift in change.leaders.iter().filter(|shift| shift.falls_below == Measure::Known(true)) {
        let named = args! {
            "member": member(speech, &shift.member), "before": fit(speech, &shift.before),
            "after": fit(speech, &shift.after),
        };
        items.push(speech.say("lead-falls", named).into());
    }
    items.extend(change.hand_over.iter().map(|over| hand_over(speech, over)));
    page.list(Order::Bulleted, items);
}

/// What a phase needs no more, newly and still.
pub(in crate::report) fn needs(speech: &Speech<'_>, change: &PhaseChange) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (key, named, others) in [
        ("needs-end", &change.ends, &change.others_end),
        ("needs-begin", &change.begins, &change.others_begin),
        ("needs-stay", &change.stays, &change.others_stay),
    ] {
        let all: Vec<Inlines> =
            (named.iter().map(|role| speech.term(*role))).chain(others.iter().map(|need| speech.term(*need))).collect();
        if !all.is_empty() {
            items.push(speech.say(key, args! {"all": speech.and(all)}).into());
        }
    }
    items
}

pub(in crate::report) fn hand_over(speech: &Speech<'_>, over: &HandOver) -> Item {
    let (from, to) = (member(speech, &over.from), members(speech, &over.to));
    let mut text = match over.successor {
        Successor::LeadsNext => speech.say("hand-over-leads-next", args! {"from": from, "to": to}),
        Successor::Shares => speech.say("hand-over-shares", args! {"from": from, "to": to}),
        Successor::FitsBest => speech.say("hand-over-fits-best", args! {"from": from, "to": to}),
        Successor::Nobody => speech.say("hand-over-nobody", args! {"from": from}),
    };
    if !over.roles.is_empty() {
        text.extend(speech.say("hand-over-roles", args! {"roles": roles(speech, &over.roles)}));
    }
    text.into()
}
