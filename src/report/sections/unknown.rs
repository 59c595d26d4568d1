//! What nobody knows yet, and where raters differ.

use std::collections::BTreeSet;

use super::super::page::{Item, Order, Page};
use super::super::speech::{Speech, args};
use super::{Results, left_out, not_run};
use crate::evidence::Omission;
use crate::model::{Attribute, Element, Member, Party};
use crate::rating::Reading;

/// Everything that a method had to leave out, each once.
pub(super) fn omissions<'r>(speech: &Speech<'_>, found: &'r Results) -> BTreeSet<&'r Omission> {
    let conflicts = &found.conflicts;
    let missing = conflicts.conflicts.iter().chain(&conflicts.inner).flat_map(|c| &c.missing);
    let methods =
        [&found.field.omitted, &found.grid.omitted, &found.map.omitted, &conflicts.omitted, &found.chances.omitted];
    let relations = found.relations.iter().flat_map(|r| &r.omitted).filter(|o| !unstated(o));
    let influence = found.influence.iter().flat_map(|i| &i.omitted);
    let runs = |method: &str| not_run(speech, method).is_none();
    let wanted = (found.goal.omitted.iter().filter(|_| runs("shared_goal")))
        .chain(influence.filter(|_| runs("influence")))
        .chain(relations.filter(|_| runs("relations")))
        .chain(found.leadership.omitted.iter().filter(|_| runs("leadership")))
        .chain(of_values(speech, found));
    let missing = missing.chain(found.chances.entries.iter().flat_map(|entry| &entry.missing));
    let grids = found.grids().into_iter().filter(|(method, _)| not_run(speech, method).is_none());
    // Who is only known as a rater is not named.
    let named = |o: &&Omission| match &o.subject {
        Element::Member(id) => speech.model.member(id).is_some_and(Member::has_part),
        _ => true,
    };
    let all = methods.into_iter().flatten().chain(wanted).chain(missing);
    all.chain(grids.flat_map(|(_, omitted)| omitted)).filter(named).collect()
}

/// What the methods on values and value flows left out. A ranking and a measure of agreement take what there is: a value that a
/// party was not asked for is left out there without being missed.
fn of_values<'r>(speech: &Speech<'_>, found: &'r Results) -> impl Iterator<Item = &'r Omission> {
    let asked = |omission: &&Omission| match &omission.subject {
        Element::Importance(party, value) => speech.model.importances().get(party, value).is_some(),
        Element::Party(_) => false,
        _ => true,
    };
    let needed = [
        ("value_network", &found.network.omitted),
        ("everyone_gains", &found.everyone.omitted),
        ("co_orientation", &found.beliefs.omitted),
        ("value_tensions", &found.tensions.omitted),
    ];
    let taken = [("rank_values", &found.ranking.omitted), ("agreement", &found.agreement.omitted)];
    let runs = |(method, omitted): (&'static str, &'r Vec<Omission>)| {
        not_run(speech, method).is_none().then_some(omitted).into_iter().flatten()
    };
    let needed: Vec<&Omission> = needed.into_iter().flat_map(runs).collect();
    needed.into_iter().chain(taken.into_iter().flat_map(runs).filter(asked).collect::<Vec<_>>())
}

/// Where nobody is asked to rate: a location, and trust that was stated one way only. The section on relations tells of these.
fn unstated(omission: &Omission) -> bool {
    matches!(omission.missing, Attribute::Location | Attribute::Trust)
}

/// How many ratings are missing.
pub(super) fn count(speech: &Speech<'_>, found: &Results) -> usize {
    omissions(speech, found).len()
}

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    page.heading(3, speech.words("unknown"));
    page.paragraph(speech.words("unknown-scope"));
    let omissions = omissions(speech, found);
    if omissions.is_empty() {
        page.paragraph(speech.words("unknown-nothing"));
    } else {
        page.paragraph(speech.say("unknown-how", args! {"n": omissions.len()}));
        page.list(Order::Bulleted, left_out(speech, omissions));
    }
    let spread = spread(speech, found);
    if !spread.is_empty() {
        page.heading(4, speech.words("spread-raters"));
        page.paragraph(speech.words("spread-raters-how"));
        page.list(Order::Bulleted, spread);
    }
}

/// The ratings that the methods above read and that lie more than one step apart. Who gave them is not told.
fn spread(speech: &Speech<'_>, found: &Results) -> Vec<Item> {
    let model = speech.model;
    let mut rated: Vec<(Element, Attribute)> = Vec::new();
    for (id, _) in model.parties() {
        rated.extend(Party::RATED.iter().map(|attribute| (id.into(), *attribute)));
    }
    let stakes = model.stakes().iter().map(|(p, i, _)| Element::Stake(p.clone(), i.clone()));
    rated.extend(stakes.map(|e| (e, Attribute::Stance)));
    let importances = model.importances().iter().map(|(p, v, _)| Element::Importance(p.clone(), v.clone()));
    rated.extend(importances.map(|e| (e, Attribute::Importance)));
    rated.extend(model.claims().map(|(id, _)| (id.into(), Attribute::Importance)));
    for (id, _) in model.forces() {
        rated.extend([(id.into(), Attribute::Strength), (id.into(), Attribute::Changeability)]);
    }
    let trusts = model.trusts().iter().map(|(a, b, _)| Element::Trusts(a.clone(), b.clone()));
    rated.extend(trusts.map(|e| (e, Attribute::Trust)));
    for (a, b, resources) in model.dependences().iter() {
        let of = |resource: &String| Element::DependsOn(a.clone(), b.clone(), resource.clone());
        let both = [Attribute::Importance, Attribute::Substitutability];
        rated.extend(resources.keys().flat_map(|r| both.map(|attribute| (of(r), attribute))));
    }
    let ties = model.ties().iter().map(|(a, b, _)| Element::Tie(a.clone(), b.clone()));
    rated.extend(ties.map(|e| (e, Attribute::Tie)));
    let wide = |(element, attribute): (Element, Attribute)| {
        let reading = model.read(&element, attribute, found.field.aggregate())?;
        (reading.high - reading.low > 1.0).then(|| line(speech, &element, attribute, &reading).into())
    };
    rated.into_iter().filter_map(wide).collect()
}

fn line(speech: &Speech<'_>, element: &Element, attribute: Attribute, r: &Reading) -> super::Inlines {
    let rating = if attribute == Attribute::Stance { speech.words("rating-stance") } else { speech.term(attribute) };
    let of = speech.say("rating-of", args! {"rating": rating, "of": speech.thing(element)});
    let key = if r.judgements > 1 { "spread-between" } else { "spread-within" };
    let signed = r.scale.kind() == crate::scale::ScaleKind::Signed;
    let show = |x| if signed { speech.signed(x) } else { speech.number(x) };
    if r.judgements > 1 {
        let n = r.judgements;
        return speech.say(key, args! {"what": of, "n": n, "low": show(r.low), "high": show(r.high)});
    }
    speech.say(key, args! {"what": of, "low": show(r.low), "high": show(r.high)})
}
