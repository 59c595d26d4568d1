//! The head: what the project is, and the few findings that matter.

use super::super::page::{Block, Inlines, Item, Page};
use super::super::speech::{Speech, args, strong, user};
use super::grounds::{Grounds, told};
use super::{Results, conflicts, not_run, unknown};
use crate::analysis::conflicts::Voicing;
use crate::evidence::{Law, Measure, Undefined};
use crate::model::Element;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    let project = speech.model.project();
    let title = match project.name.as_deref() {
        Some(name) => speech.say("title", args! {"project": user(name)}),
        None => speech.words("title-unnamed"),
    };
    page.heading(1, title);
    let mut facts: Vec<(Inlines, Inlines)> = Vec::new();
    let mut fact = |key: &str, fact: Option<Inlines>| facts.extend(fact.map(|fact| (speech.words(key), fact)));
    fact("head-goal", project.goal.as_deref().map(user));
    fact("head-phase", project.phase.map(|phase| speech.term(phase)));
    fact("head-date", project.date.map(|date| speech.date(date)));
    fact("head-focal", project.focal.as_ref().map(|party| speech.party(party)));
    let goals = project.shared_goal.iter().map(|interest| speech.name(&interest.into()));
    fact("head-shared-goal", (!project.shared_goal.is_empty()).then(|| speech.and(goals)));
    fact("head-parties", Some(speech.say("head-parties-count", args! {"n": speech.model.parties().len()})));
    page.blocks.push(Block::Facts(facts));

    let mut short = strong(speech.words("short"));
    for sentence in in_short(speech, found) {
        short.extend(speech.words("space"));
        short.extend(sentence);
    }
    page.paragraph(short);
    page.grounds(rests(speech, found));
}

/// What the sentences in short rest on: the net and what tips it, and the conflict that is named.
fn rests(speech: &Speech<'_>, found: &Results) -> Vec<Item> {
    let field = Grounds::of(&found.field.findings);
    let tips = if found.field.net > found.field.tipping.target {
        "tipping-fewest-parties-against"
    } else {
        "tipping-fewest-steps"
    };
    let of_field = ["net", tips]
        .map(|rule| field.told(speech, speech.words(&format!("grounds-{rule}")), rule, &[Element::Project]));
    let conflict = conflicts::foremost(found).and_then(|(conflict, _)| {
        told(speech, conflicts::sentence(speech, conflict), Law::Statistic, &[], &conflict.because)
    });
    of_field.into_iter().chain([conflict]).flatten().collect()
}

/// The findings that matter, a sentence each.
fn in_short(speech: &Speech<'_>, found: &Results) -> Vec<Inlines> {
    let mut out = Vec::new();
    let field = &found.field;
    if field.parties.is_empty() {
        out.push(speech.words("short-no-field"));
    } else {
        let key = if field.net > 0.0 {
            "short-net-for"
        } else if field.net < 0.0 {
            "short-net-against"
        } else {
            "short-net-even"
        };
        let numbers = args! {
            "net": speech.signed(field.net), "driving": speech.number(field.driving),
            "restraining": speech.number(field.restraining), "n": field.parties.len(),
        };
        out.push(speech.say(key, numbers));
        out.push(tipping(speech, found));
    }
    let foremost = conflicts::foremost(found);
    out.push(match foremost {
        Some((conflict, _)) if conflict.strength.value().is_none() => {
            speech.say("short-conflict-unrated", args! {"what": conflicts::sentence(speech, conflict)})
        }
        Some((conflict, tied)) => {
            let key = if tied { "short-conflict-tied" } else { "short-conflict" };
            let what = conflicts::sentence(speech, conflict);
            speech.say(key, args! {"what": what, "strength": conflicts::strength(speech, conflict)})
        }
        // What there is, is about who leads, and that is no conflict to sum up.
        None if !found.conflicts.conflicts.is_empty() => speech.words("short-leading"),
        None => match not_run(speech, "conflicts") {
            Some(reason) => speech.say("short-conflict-unknown", args! {"reason": speech.term(reason)}),
            None => speech.words("short-no-conflict"),
        },
    });
    if foremost.is_some_and(|(conflict, _)| conflict.voicing == Voicing::Latent) {
        out.push(speech.words("short-conflict-with-care"));
    }
    let unknown = unknown::count(speech, found);
    out.push(speech.say("short-unknown", args! {"n": unknown}));
    out
}

/// What tips the balance, or what would undo it where it is tipped already.
fn tipping(speech: &Speech<'_>, found: &Results) -> Inlines {
    let tipping = &found.field.tipping;
    match (&tipping.fewest_steps, &tipping.fewest_parties_against) {
        (Measure::Known(steps), _) if steps.cost > 0 => speech.say("short-tips", args! {"n": steps.cost}),
        (Measure::Known(_), Measure::Known(undo)) => speech.say("short-undone", args! {"n": undo.cost}),
        (Measure::Known(_), Measure::Undefined(Undefined::Unreachable)) => speech.words("short-not-undone"),
        (Measure::Known(_), Measure::Undefined(reason)) => {
            speech.say("short-undone-undefined", args! {"undefined": speech.undefined(*reason)})
        }
        (Measure::Undefined(Undefined::Unreachable), _) => speech.words("short-not-tipped"),
        (Measure::Undefined(reason), _) => {
            speech.say("short-tips-undefined", args! {"undefined": speech.undefined(*reason)})
        }
    }
}
