//! What to do: the strategy for every stakeholder.

use super::super::page::{Inlines, Item, Order, Page, capital};
use super::super::speech::{Speech, args, strong, user};
use super::grounds::Grounds;
use super::{Results, list_left_out, without_matter};
use crate::advice::Cell;
use crate::analysis::communication_plan::{Gap, Line, Strategy};
use crate::model::Contact;
use crate::vocabulary::{Engagement, Participation, RINGS};

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    let plan = &found.plan;
    if plan.parties.is_empty() {
        return;
    }
    page.heading(3, speech.words("plan"));
    if without_matter(page, speech, "communication_plan") {
        return;
    }
    let nothing = |s: &Strategy| s.gap == Some(Gap::NotPlaced) && s.contact == Contact::default();
    if plan.parties.iter().all(nothing) {
        page.paragraph(speech.words("plan-none"));
        return;
    }
    page.paragraph(speech.words("plan-how"));
    let grounds = Grounds::of(&plan.findings);
    if super::are_many(speech) {
        page.paragraph(speech.words("plan-together"));
        page.list(Order::Bulleted, by_place(speech, &plan.parties, &grounds));
    } else {
        for strategy in &plan.parties {
            page.heading(4, speech.party(&strategy.party));
            page.list(Order::Bulleted, of_one(speech, strategy, &grounds));
        }
    }
    list_left_out(page, speech, "plan-left-out", &plan.omitted);
}

/// The strategy of a party by itself.
fn of_one(speech: &Speech<'_>, strategy: &Strategy, grounds: &Grounds<'_>) -> Vec<Item> {
    let mut text = strong(speech.words("plan-place"));
    text.extend(speech.words("space"));
    text.extend(place(speech, strategy));
    let under = notes(speech, strategy).into_iter().map(Item::from).collect();
    let grounds = Vec::from_iter(ground(speech, strategy, grounds));
    let mut out = vec![Item { text, under, grounds, ..Item::default() }];
    out.extend(advice(speech, strategy, other_ring(speech, strategy)));
    let line = contact(speech, &strategy.contact);
    if !line.is_empty() {
        out.push(said(speech, "plan-contact", line).into());
    }
    out
}

/// The places with those who stand there, the one of whom needs the most attention first. The advice follows from the place, so it
/// is told once for all of them.
fn by_place(speech: &Speech<'_>, all: &[Strategy], grounds: &Grounds<'_>) -> Vec<Item> {
    let mut places: Vec<(&Strategy, Vec<&Strategy>)> = Vec::new();
    for strategy in all {
        match places.iter_mut().find(|(first, _)| first.place() == strategy.place()) {
            Some((_, here)) => here.push(strategy),
            None => places.push((strategy, vec![strategy])),
        }
    }
    let of_place = |(first, here): (&Strategy, Vec<&Strategy>)| {
        let whose = here.iter().map(|strategy| {
            let contact = contact(speech, &strategy.contact);
            let party = speech.party(&strategy.party);
            let text = match contact.is_empty() {
                true => party,
                false => speech.say("plan-party", args! {"party": party, "contact": contact}),
            };
            let ring = other_ring(speech, strategy);
            let under = notes(speech, strategy).into_iter().chain(ring).map(Item::from).collect();
            Item { text, under, grounds: Vec::from_iter(ground(speech, strategy, grounds)), ..Item::default() }
        });
        let whose = Item { text: strong(speech.words("plan-whose")), under: whose.collect(), ..Item::default() };
        let is_placed = first.gap != Some(Gap::NotPlaced);
        let place = if is_placed { capital(place(speech, first)) } else { speech.words("plan-nowhere") };
        let text = speech.say("plan-here", args! {"place": strong(place), "n": here.len()});
        let under = advice(speech, first, None).into_iter().chain([whose]).collect();
        Item { text, under, ..Item::default() }
    };
    places.into_iter().map(of_place).collect()
}

/// What the place of a party rests on.
fn ground(speech: &Speech<'_>, strategy: &Strategy, grounds: &Grounds<'_>) -> Option<Item> {
    grounds.told(speech, speech.words("grounds-place"), "strategy", &[(&strategy.party).into()])
}

fn said(speech: &Speech<'_>, key: &str, text: Inlines) -> Inlines {
    let mut line = strong(speech.words(key));
    line.extend(speech.words("space"));
    line.extend(text);
    line
}

/// Goal, level, tools and tips; `ring` stands under the level.
fn advice(speech: &Speech<'_>, strategy: &Strategy, ring: Option<Inlines>) -> Vec<Item> {
    let mut out = Vec::new();
    let said = |key: &str, text: Inlines| said(speech, key, text);
    match (&strategy.goal, strategy.gap) {
        (Some(goal), _) => {
            let mut text = speech.told(&goal.text, "advice: goal");
            text.extend(from(speech, strategy, goal.follows_from));
            out.push(said("plan-goal", text).into());
        }
        (None, Some(Gap::NoRow)) => out.push(said("plan-goal", speech.words("plan-no-row")).into()),
        (None, _) => {}
    }
    if let Some(level) = &strategy.level {
        let mut text = speech.term(level.level);
        text.extend(from(speech, strategy, level.follows_from));
        let mut item = Item::from(said("plan-level", text));
        item.under.extend(ring.map(Item::from));
        out.push(item);
    }
    for (key, lines) in [("plan-tools", &strategy.tools), ("plan-tips", &strategy.tips)] {
        let told = |line: &Line| {
            let mut text = speech.told(&line.text, &format!("advice: {}", line.id));
            text.extend(from(speech, strategy, line.follows_from));
            Item::from(text)
        };
        if !lines.is_empty() {
            out.push(Item {
                text: strong(speech.words(key)),
                under: lines.iter().map(told).collect(),
                ..Item::default()
            });
        }
    }
    out
}

/// How contact with a party is kept, as far as that is on record.
pub(super) fn contact(speech: &Speech<'_>, contact: &Contact) -> Inlines {
    let parts =
        [("plan-channel", &contact.channel), ("plan-frequency", &contact.frequency), ("plan-owner", &contact.owner)];
    let parts = parts.into_iter().filter_map(|(key, value)| {
        let value = value.as_deref()?;
        let value = if key == "plan-owner" { owner(speech, value) } else { user(value) };
        Some(speech.say(key, args! {"x": value}))
    });
    let mut line = Inlines::new();
    for (place, part) in parts.enumerate() {
        if place > 0 {
            line.extend(speech.words("list-comma"));
        }
        line.extend(part);
    }
    line
}

/// Who keeps the contact: the member of the team with that id by name, or the words as they are.
fn owner(speech: &Speech<'_>, owner: &str) -> Inlines {
    let member = speech.model.members().find(|(id, _)| id.as_str() == owner);
    member.map_or_else(|| user(owner), |(id, _)| user(speech.model.label(&id.into())))
}

/// The place of a party.
fn place(speech: &Speech<'_>, strategy: &Strategy) -> Inlines {
    if strategy.gap == Some(Gap::NotPlaced) {
        return speech.words("plan-not-placed");
    }
    let unknown = || speech.words("plan-open");
    let quadrant = strategy.quadrant.as_ref().map_or_else(unknown, |q| speech.term(q.class));
    let side = strategy.support.as_ref().map_or_else(|| speech.words("plan-side-open"), |s| speech.term(s.class));
    speech.say("plan-cell", args! {"quadrant": quadrant, "support": side})
}

/// How sure the place of a party is, and what to do first.
fn notes(speech: &Speech<'_>, strategy: &Strategy) -> Vec<Inlines> {
    if strategy.gap == Some(Gap::NotPlaced) {
        return Vec::new();
    }
    let doubtful =
        strategy.quadrant.iter().flat_map(|q| &q.doubtful).chain(strategy.support.iter().flat_map(|s| &s.doubtful));
    let doubtful: Vec<Inlines> = doubtful.map(|attribute| speech.term(*attribute)).collect();
    let n = doubtful.len();
    let party = speech.model.party(&strategy.party);
    let unaware = party.is_some_and(|p| p.engagement.current == Some(Engagement::Unaware));
    let notes = [
        unaware.then(|| speech.words("plan-unaware")),
        (n > 0).then(|| speech.say("plan-border", args! {"ratings": speech.and(doubtful), "n": n})),
        strategy.quadrant.as_ref().is_some_and(|q| q.whatever_the_missing).then(|| speech.words("plan-whatever")),
    ];
    notes.into_iter().flatten().collect()
}

/// That we have another ring in mind than the advice, where Factor C's rings say so.
fn other_ring(speech: &Speech<'_>, strategy: &Strategy) -> Option<Inlines> {
    let level = strategy.level.as_ref()?.level;
    let ring = speech.model.party(&strategy.party)?.rings.desired.as_ref()?;
    let same: &[&str] = match level {
        Participation::Inform => &["be-informed"],
        Participation::Consult | Participation::Advise => &["co-think"],
        Participation::CoProduce => &["co-operate"],
        Participation::CoDecide => &["co-decide"],
    };
    let differs = RINGS.contains(&ring.as_str()) && !same.contains(&ring.as_str());
    differs.then(|| speech.say("plan-other-ring", args! {"ring": speech.own_word("ring", ring)}))
}

/// From which place a line follows, where that is not the party's own.
fn from(speech: &Speech<'_>, strategy: &Strategy, cell: Cell) -> Inlines {
    if cell == strategy.place() {
        return Inlines::new();
    }
    match (cell.quadrant, cell.support) {
        (Some(quadrant), _) => speech.say("plan-from", args! {"cell": speech.term(quadrant)}),
        (None, Some(side)) => speech.say("plan-from", args! {"cell": speech.term(side)}),
        (None, None) => speech.words("plan-from-everywhere"),
    }
}
