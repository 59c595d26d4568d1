//! What the handbook recommends, and how the project stands on it.

use itertools::Itertools;

use super::super::page::{Inlines, Item, Order, Page};
use super::super::speech::{Speech, args, strong, user, word};
use crate::advice::Text;
use crate::handbook::{Ground, Review, Rule, State, Verdict};
use crate::id::{PartyId, Slug};
use crate::model::Element;

/// How many things of one ground are named.
const NAMED: usize = 8;
/// How many grounds of one fact are told.
const TOLD: usize = 5;

/// How a verdict is told.
type Told = fn(&Speech<'_>, &Verdict) -> Item;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Review) {
    if speech.model.parties().len() == 0 {
        return;
    }
    let model = speech.model;
    let among_parties = model.stakes().is_empty() && model.importances().is_empty() && model.trusts().is_empty();
    let bare = among_parties && model.members().len() == 0 && model.cultures().len() == 0;
    let seen = |v: &Verdict| matches!(v.state, State::Met | State::Explained);
    if !bare || found.verdicts.iter().any(seen) {
        review(page, speech, found, 3);
    } else {
        page.heading(3, speech.words("handbook"));
        page.paragraph(speech.say("handbook-nothing-yet", args! {"all": found.verdicts.len()}));
    }
}

/// The whole review, under a heading of a level.
pub(super) fn review(page: &mut Page, speech: &Speech<'_>, found: &Review, level: u8) {
    page.heading(level, speech.words("handbook"));
    let count = |state: State| found.in_state(state).len();
    page.paragraph(speech.say(
        "handbook-how",
        args! {
            "all": found.verdicts.len(), "met": count(State::Met), "unmet": count(State::NotMet),
            "explained": count(State::Explained), "unjudged": count(State::CannotBeJudged),
            "other": count(State::NotApplicable),
        },
    ));
    let parts: [(State, &str, Told); 5] = [
        (State::NotMet, "handbook-not-met", open),
        (State::CannotBeJudged, "handbook-unjudged", unjudged),
        (State::Explained, "handbook-explained", explained),
        (State::Met, "handbook-met", met),
        (State::NotApplicable, "handbook-not-applicable", not_applicable),
    ];
    for (state, heading, item) in parts {
        let verdicts = found.in_state(state);
        if verdicts.is_empty() {
            continue;
        }
        page.heading(level + 1, speech.words(heading));
        let order = if state == State::NotMet { Order::Numbered } else { Order::Bulleted };
        let of_kind = |verdict| Item { kind: Some(speech.kind(state)), ..item(speech, verdict) };
        page.list(order, verdicts.into_iter().map(of_kind).collect());
    }
    if !found.unused_explanations.is_empty() {
        let known = crate::handbook::rules();
        let (off, unheard): (Vec<&Slug>, Vec<&Slug>) =
            found.unused_explanations.iter().partition(|id| known.iter().any(|rule| rule.id() == *id));
        for (key, ids) in [("handbook-unused", off), ("handbook-unheard", unheard)] {
            if !ids.is_empty() {
                let rules = speech.and(ids.into_iter().map(|id| user(id.as_str())));
                page.paragraph(speech.say(key, args! {"rules": rules}));
            }
        }
    }
}

/// What is asked, with how much it matters.
fn asked(speech: &Speech<'_>, verdict: &Verdict) -> Inlines {
    let asks = strong(speech.told(&verdict.asks, verdict.rule.as_str()));
    speech.say("handbook-rule", args! {"asks": asks, "severity": speech.term(verdict.severity)})
}

fn open(speech: &Speech<'_>, verdict: &Verdict) -> Item {
    let mut under = grounds(speech, &verdict.against);
    under.extend(unknown(speech, verdict));
    under.extend(grounds(speech, &verdict.aside));
    under.push(advice(speech, &verdict.advice, verdict.rule.as_str()));
    under.extend(in_file(speech, verdict.in_file.as_ref(), &verdict.rule));
    Item { text: asked(speech, verdict), under, ..Item::default() }
}

fn unjudged(speech: &Speech<'_>, verdict: &Verdict) -> Item {
    let mut under = grounds(speech, &verdict.missing);
    under.extend(in_file(speech, verdict.in_file.as_ref(), &verdict.rule));
    Item { text: asked(speech, verdict), under, ..Item::default() }
}

/// What would have to be known, apart from what speaks against the rule.
fn unknown(speech: &Speech<'_>, verdict: &Verdict) -> Option<Item> {
    let under = grounds(speech, &verdict.missing);
    (!under.is_empty()).then(|| Item { text: speech.words("handbook-unknown"), under, ..Item::default() })
}

/// What of the file decides a rule.
fn in_file(speech: &Speech<'_>, text: Option<&Text>, rule: &Slug) -> Option<Item> {
    let words = speech.told(text?, rule.as_str());
    Some(speech.say("handbook-in-file", args! {"words": words}).into())
}

/// What to do when a recommendation is not met.
fn advice(speech: &Speech<'_>, text: &Text, id: &str) -> Item {
    let mut advice = strong(speech.words("handbook-advice"));
    advice.extend(speech.words("space"));
    advice.extend(speech.told(text, id));
    advice.into()
}

fn explained(speech: &Speech<'_>, verdict: &Verdict) -> Item {
    let words = verdict.explanation.iter().map(|text| speech.say("handbook-words", args! {"words": user(text)}).into());
    let mut under: Vec<Item> = words.collect();
    under.push(speech.say("handbook-otherwise", args! {"state": speech.term(verdict.judged)}).into());
    under.extend(grounds(speech, &verdict.against));
    under.extend(unknown(speech, verdict));
    Item { text: asked(speech, verdict), under, ..Item::default() }
}

fn met(speech: &Speech<'_>, verdict: &Verdict) -> Item {
    let mut under = grounds(speech, &verdict.aside);
    under.extend(not_needed(speech, verdict));
    let item = Item { text: speech.told(&verdict.asks, verdict.rule.as_str()), under, ..Item::default() };
    item.on(grounds(speech, &verdict.in_favour))
}

fn not_applicable(speech: &Speech<'_>, verdict: &Verdict) -> Item {
    let mut under = grounds(speech, &verdict.in_favour);
    under.extend(not_needed(speech, verdict));
    Item { text: speech.told(&verdict.asks, verdict.rule.as_str()), under, ..Item::default() }
}

/// An explanation that nothing asks for any more.
fn not_needed(speech: &Speech<'_>, verdict: &Verdict) -> Vec<Item> {
    let said = |text: &String| speech.say("handbook-not-needed", args! {"words": user(text)}).into();
    verdict.explanation.iter().map(said).collect()
}

/// Grounds in words, a few of each fact; those over the same are told together where each of the one stands against each of the
/// other.
fn grounds(speech: &Speech<'_>, all: &[Ground]) -> Vec<Item> {
    let merged = together(all, |g| &g.facing, |g| &mut g.elements);
    let merged = together(&merged, |g| &g.elements, |g| &mut g.facing);
    let mut out: Vec<Item> = Vec::new();
    for fact in merged.iter().map(|g| g.fact).unique() {
        let same: Vec<&Ground> = merged.iter().filter(|g| g.fact == fact).collect();
        out.extend(same.iter().take(TOLD).map(|g| Item::from(told(speech, g))));
        if same.len() > TOLD {
            out.push(speech.say("handbook-more", args! {"n": same.len() - TOLD}).into());
        }
        if same.iter().take(TOLD).any(|ground| hides(speech, ground)) {
            out.push(speech.words("handbook-with-care").into());
        }
    }
    out
}

/// Grounds that are the same but for one side, as one.
fn together(
    all: &[Ground],
    same: fn(&Ground) -> &Vec<Element>,
    side: fn(&mut Ground) -> &mut Vec<Element>,
) -> Vec<Ground> {
    let mut merged: Vec<Ground> = Vec::new();
    for ground in all {
        let alike = |m: &&mut Ground| {
            !m.over.is_empty() && m.fact == ground.fact && m.over == ground.over && same(m) == same(ground)
        };
        match merged.iter_mut().find(alike) {
            None => merged.push(ground.clone()),
            Some(known) => {
                let more = std::mem::take(side(&mut ground.clone()));
                let known = side(known);
                known.extend(more);
                *known = std::mem::take(known).into_iter().unique().collect();
            }
        }
    }
    merged
}

/// That a ground names an interest that one of its parties has not disclosed. What we keep silent ourselves is ours to tell.
fn hides(speech: &Speech<'_>, ground: &Ground) -> bool {
    let party = |element: &Element| match element {
        Element::Party(party) => Some(party.clone()),
        _ => None,
    };
    let ours = speech.model.project().focal.as_ref();
    let parties = ground.elements.iter().chain(&ground.facing).filter_map(party);
    let parties: Vec<PartyId> = parties.filter(|party| Some(party) != ours).collect();
    let stake = |element: &Element| match element {
        Element::Stake(party, _) if Some(party) == ours => false,
        Element::Interest(interest) => {
            parties.iter().any(|party| speech.hides(&Element::Stake(party.clone(), interest.clone())))
        }
        element => speech.hides(element),
    };
    ground.elements.iter().chain(&ground.facing).chain(&ground.over).any(stake)
}

fn told(speech: &Speech<'_>, ground: &Ground) -> Inlines {
    let fact = match &ground.says {
        Some(text) => speech.told(text, ground.fact),
        None => word(ground.fact.to_owned()),
    };
    let things = |elements: &[Element]| {
        let of_model = |e: &&Element| !matches!(e, Element::Project | Element::Setting(_));
        elements.iter().filter(of_model).map(|e| speech.thing(e)).collect::<Vec<_>>()
    };
    let [of, facing, over] = [&ground.elements, &ground.facing, &ground.over].map(|all| things(all));
    let (any, any_facing, any_over) = (!of.is_empty(), !facing.is_empty(), !over.is_empty());
    let [of, facing, over] = [of, facing, over].map(|all| speech.few(all, NAMED));
    match ground.number.map(|x| speech.number(x)) {
        Some(number) if any => {
            speech.say("handbook-ground-of-number", args! {"fact": fact, "number": number, "of": of})
        }
        Some(number) => speech.say("handbook-ground-number", args! {"fact": fact, "number": number}),
        None if any && any_facing && any_over => {
            speech.say("handbook-ground-clash", args! {"fact": fact, "of": of, "facing": facing, "over": over})
        }
        None if any && any_facing => {
            speech.say("handbook-ground-facing", args! {"fact": fact, "of": of, "facing": facing})
        }
        None if any && any_over => speech.say("handbook-ground-over", args! {"fact": fact, "of": of, "over": over}),
        None if any => speech.say("handbook-ground-of", args! {"fact": fact, "of": of}),
        None => speech.say("handbook-ground", args! {"fact": fact}),
    }
}

/// The rules themselves: what each asks and advises.
pub(super) fn rules(page: &mut Page, speech: &Speech<'_>, rules: &[Rule]) {
    page.heading(1, speech.words("handbook-rules"));
    page.paragraph(speech.words("handbook-rules-how"));
    for rule in rules {
        page.heading(2, user(rule.id().as_str()));
        let asks = strong(speech.told(rule.asks(), rule.id().as_str()));
        page.paragraph(speech.say("handbook-rule", args! {"asks": asks, "severity": speech.term(rule.harm())}));
        let mut items = vec![advice(speech, rule.advice(), rule.id().as_str())];
        items.extend(in_file(speech, rule.decided_by(), rule.id()));
        if !rule.asked_in().is_empty() {
            let phases = speech.and(rule.asked_in().iter().map(|phase| speech.term(*phase)));
            items.push(speech.say("handbook-phases", args! {"phases": phases}).into());
        }
        let source =
            |c: &crate::citation::Citation| speech.say("handbook-source", args! {"source": word(c.text.into())});
        items.extend(rule.cites().iter().map(|c| Item::from(source(c))));
        page.list(Order::Bulleted, items);
    }
}
