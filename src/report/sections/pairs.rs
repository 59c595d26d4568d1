//! What divides and what binds two parties, for the pairs that matter most.

use itertools::Itertools;

use super::super::page::{Item, Order, Page};
use super::super::speech::{Speech, args, strong};
use super::grounds::told;
use super::{Results, conflicts};
use crate::analysis::conflicts::Voicing;
use crate::analysis::mutual_gains::MutualGain;
use crate::analysis::{Between, Conflict, ConflictOptions, Settings, between};
use crate::evidence::{Law, Measure};
use crate::id::PartyId;
use crate::model::Element;
use crate::rating::Reading;

/// How many pairs are told.
const PAIRS: usize = 6;
/// How many conflicts of a pair are told.
const DIVIDES: usize = 5;

/// The pairs of the strongest conflicts weighted by power, each once: own rule. Where no weighted strength is known, by strength
/// alone. With it, whether they are weighted.
fn foremost(found: &Results) -> (Vec<[&PartyId; 2]>, bool) {
    let by = |strength: fn(&Conflict) -> Measure| {
        let mut all: Vec<(f64, [&PartyId; 2])> = Vec::new();
        for conflict in found.conflicts.conflicts.iter().filter(|c| !conflicts::is_about_leading(c)) {
            if let (Measure::Known(strength), [a, b]) = (strength(conflict), conflict.parties.as_slice()) {
                all.push((strength, [a, b]));
            }
        }
        all.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| x.1.cmp(&y.1)));
        let pairs: Vec<[&PartyId; 2]> = all.into_iter().map(|(_, pair)| pair).unique().take(PAIRS).collect();
        pairs
    };
    let weighted = by(|c| c.weighted);
    if weighted.is_empty() { (by(|c| c.strength), false) } else { (weighted, true) }
}

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results, settings: &Settings) {
    let (pairs, weighted) = foremost(found);
    if pairs.is_empty() {
        return;
    }
    page.heading(3, speech.words("pairs"));
    let key = if weighted { "pairs-how" } else { "pairs-how-unweighted" };
    page.paragraph(speech.say(key, args! {"n": pairs.len()}));
    if found.conflicts.more {
        page.paragraph(speech.say("pairs-among", args! {"n": found.conflicts.conflicts.len()}));
    }
    let options = ConflictOptions::from(settings);
    for [a, b] in pairs {
        if let Ok(between) = between(speech.model, a, b, &options) {
            block(page, speech, &between, 4, DIVIDES);
        }
    }
}

/// What stands between two parties, under a heading of a level, with so many conflicts at most.
pub(super) fn block(page: &mut Page, speech: &Speech<'_>, between: &Between, level: u8, most: usize) {
    page.heading(level, speech.parties(&between.parties));
    let [a, b] = &between.parties;
    let (leading, ranked): (Vec<&Conflict>, Vec<&Conflict>) =
        between.divides.iter().partition(|c| conflicts::is_about_leading(c));
    let latent = ranked.iter().take(most).any(|c| c.voicing == Voicing::Latent);
    let gains = between.gains.iter().flat_map(|g| [a, b].map(|p| Element::Stake(p.clone(), g.interest.clone())));
    if latent || conflicts::hide(speech, [a, b], &between.binds) || gains.into_iter().any(|s| speech.hides(&s)) {
        page.paragraph(speech.words("with-care"));
    }
    let mut items = vec![stand(speech, between)];
    let mut divides: Vec<Item> = ranked
        .iter()
        .take(most)
        .map(|c| {
            let (what, strength) = (conflicts::between_both(speech, c), conflicts::strength(speech, c));
            let rests = told(speech, speech.words("grounds-strength"), Law::Statistic, &[], &c.because);
            Item::from(speech.say("pair-conflict", args! {"what": what, "strength": strength})).on(rests)
        })
        .collect();
    if ranked.len() > most {
        divides.push(speech.say("pair-more", args! {"n": ranked.len() - most}).into());
    }
    // About people: behind the others, and without the strength, which would be a score of them.
    divides.extend(leading.into_iter().take(most).map(|c| {
        let what = conflicts::between_both(speech, c);
        Item::from(speech.say("pair-leading", args! {"what": what}))
    }));
    let gains = |of: fn(MutualGain) -> bool| {
        let some = between.gains.iter().filter(move |gain| of(gain.class));
        some.map(|gain| {
            let named = args! {"x": speech.name(&(&gain.interest).into()), "class": speech.term(gain.class)};
            Item::from(speech.say("pair-gain", named))
        })
    };
    // Where the interests agree, there is something to build on, whatever the positions.
    let agree = |class| matches!(class, MutualGain::Agreement | MutualGain::ApparentConflict);
    divides.extend(gains(|class| !matches!(class, MutualGain::Agreement | MutualGain::ApparentConflict)));
    items.push(if divides.is_empty() {
        speech.words("pair-divides-nothing").into()
    } else {
        Item { text: strong(speech.words("pair-divides")), under: divides, ..Item::default() }
    });
    // What is in tension with something else may bind all the same.
    let clash = |over: &Element| between.divides.iter().any(|c| c.subject.as_slice() == std::slice::from_ref(over));
    let mut binds = conflicts::bridging(speech, &between.parties, &between.binds, clash);
    binds.extend(gains(agree));
    items.push(if binds.is_empty() {
        speech.words("pair-binds-nothing").into()
    } else {
        Item { text: strong(speech.words("pair-binds")), under: binds, ..Item::default() }
    });
    page.list(Order::Bulleted, items);
}

/// The tie, the trust both ways, and how far apart they are.
fn stand(speech: &Speech<'_>, between: &Between) -> Item {
    let [a, b] = &between.parties;
    let [there, back] = between.trust;
    let rated = |reading: Option<Reading>| match reading {
        Some(reading) => speech.on_scale(reading),
        None => speech.words("pair-unknown"),
    };
    let said = args! {
        "a": speech.party(a), "b": speech.party(b), "tie": rated(between.tie), "there": rated(there), "back": rated(back),
    };
    let mut line = speech.say("pair-stand", said);
    if let Measure::Known(km) = between.binds.distance {
        line.extend(speech.words("space"));
        line.extend(speech.say("pair-distance", args! {"km": super::relations::kilometres(speech, km)}));
    }
    line.into()
}
