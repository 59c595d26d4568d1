//! What the methods make of a party.

use std::collections::BTreeMap;

use super::super::super::Section;
use super::super::super::page::Inlines;
use super::super::super::speech::{Arg, args, word};
use super::super::{beliefs, conflicts, not_run};
use super::index::Tips;
use super::{Card, Line};
use crate::analysis::conflicts::Voicing;
use crate::analysis::engagement::Transition;
use crate::analysis::everyone_gains::Exchange;
use crate::analysis::free_forces::Accord;
use crate::analysis::opportunities_and_risks::{Outlook, OutlookRule};
use crate::evidence::{Measure, Undefined};
use crate::id::{PartyId, ValueId};
use crate::model::{Attribute, Element};
use crate::vocabulary::Side;

/// The lines, in their order.
pub(super) const LINES: &[Line] = &[
    places,
    force,
    tipping,
    free_forces,
    rings,
    engagement,
    divides,
    convergence,
    camp,
    influence,
    apart_in_values,
    canvas,
    gains,
    misjudges,
    misjudged,
    culture,
    opportunities,
    risks,
    strategy,
    missing,
];

/// Where it stands on every grid.
fn places(card: &mut Card<'_>) {
    let speech = card.speech;
    let said = |what: Inlines, class: Inlines| speech.say("card-place", args! {"what": what, "class": class});
    let mut all = Vec::new();
    if not_run(speech, "power_interest").is_none() {
        let class = match card.found.grid.of(card.party) {
            None => speech.words("not-placed"),
            Some(place) => {
                let (mendelow, named) = (speech.term(place.class.mendelow), speech.term(place.class.eden_ackermann));
                let mut class = speech.say("card-quadrant", args! {"mendelow": mendelow, "named": named});
                class.extend(place.border.then(|| speech.words("grid-border-mark")).into_iter().flatten());
                class.extend(
                    place.whatever_the_missing.then(|| speech.words("grid-whatever-mark")).into_iter().flatten(),
                );
                class
            }
        };
        all.push(said(speech.words("grid-power-interest"), class));
    }
    card.add_found(Section::Who, "card-places", card.row(all));
    let grids = card.index.grids.iter().map(|grid| said(grid.name(speech), grid.cell(card.party)));
    card.add_found(Section::Grids, "card-grids", card.row(grids.collect()));
}

fn force(card: &mut Card<'_>) {
    let speech = card.speech;
    if card.found.field.parties.is_empty() {
        return;
    }
    let fact = match card.index.force.first(card.party) {
        None => speech.undefined(Undefined::MissingRating),
        Some(f) => {
            let side = if f.force > 0.0 {
                speech.term(Side::Driving)
            } else if f.force < 0.0 {
                speech.term(Side::Restraining)
            } else if f.attitude.raw == 0.0 {
                speech.words("doubter")
            } else {
                speech.words("no-force")
            };
            card.with(word(speech.signed(f.force)), speech.say("card-in-brackets", args! {"x": side}))
        }
    };
    card.add_found(Section::ForceField, "card-force", fact);
}

/// What tipping the balance says of it.
fn tipping(card: &mut Card<'_>) {
    let speech = card.speech;
    let tipping = &card.found.field.tipping;
    // Where the balance is tipped, nobody has to tip it.
    let open = matches!(&tipping.fewest_steps, Measure::Known(moves) if moves.cost > 0);
    let alone = card.index.alone.first(card.party).filter(|_| open).map(|alone| match alone.steps {
        Measure::Known(n) => speech.say("card-tips-alone", args! {"n": n}),
        Measure::Undefined(Undefined::Unreachable) => speech.words("card-tips-not-alone"),
        Measure::Undefined(reason) => speech.undefined(reason),
    });
    let stands = card.index.tips.get(card.party).iter().map(|of| match of {
        Tips::Steps => speech.words("card-tips-steps"),
        Tips::Parties => speech.words("card-tips-parties"),
        Tips::Against => speech.words("card-tips-against"),
    });
    let all: Vec<Inlines> = alone.into_iter().chain(stands).collect();
    card.add_found(Section::ForceField, "card-tipping", card.row(all));
}

/// Forces that it exerts against its own.
fn free_forces(card: &mut Card<'_>) {
    let speech = card.speech;
    let disagrees = card.index.free.first(card.party).filter(|f| f.accord == Measure::Known(Accord::Disagrees));
    let Some(found) = disagrees else { return };
    let drives = found.party_force.value().is_some_and(|x| x > 0.0);
    let key = if drives { "free-forces-supporter-restrains" } else { "free-forces-opponent-drives" };
    card.add_found(Section::ForceField, "card-accord", speech.say(key, args! {"party": speech.party(card.party)}));
}

fn rings(card: &mut Card<'_>) {
    let speech = card.speech;
    let one = |m: &&crate::analysis::rings::RoleMismatch| {
        let ring = |ring| speech.own_word("ring", ring);
        let said = args! {
            "direction": speech.term(m.direction), "first": speech.term(m.first), "firstring": ring(&m.first_ring),
            "second": speech.term(m.second), "secondring": ring(&m.second_ring),
        };
        speech.say("card-ring", said)
    };
    card.add_found(Section::Rings, "card-rings-differ", card.few(card.index.mismatches.get(card.party), one));
}

fn engagement(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(found) = card.index.engagement.first(card.party) else { return };
    let mut fact = speech.term(found.transition);
    if found.transition != Transition::Keep {
        fact = card.with(fact, speech.say("card-moves", args! {"n": u64::from(found.moves)}));
    }
    card.add_found(Section::Rings, "card-transition", fact);
}

/// How many conflicts it is in, and the strongest.
fn divides(card: &mut Card<'_>) {
    let speech = card.speech;
    let all = card.index.conflicts.get(card.party);
    if all.is_empty() {
        return;
    }
    let one = |c: &&crate::analysis::Conflict| {
        let strength = speech.measure(c.strength, |x| word(speech.hundredths(x)));
        if c.voicing != Voicing::Latent {
            return speech.say("card-conflict", args! {"what": conflicts::sentence(speech, c), "strength": strength});
        }
        // What it is about is not on the table, and so not on a card.
        let others: Vec<&PartyId> = c.parties.iter().filter(|p| *p != card.party).collect();
        let kind = speech.term(c.kind);
        let what = if others.is_empty() {
            kind
        } else {
            speech.say("card-conflict-kind", args! {"kind": kind, "parties": speech.parties(others)})
        };
        speech.say("card-conflict-with-care", args! {"what": what, "strength": strength})
    };
    let named = card.row(all.iter().take(card.detail.conflicts).map(one).collect());
    let key = if card.found.conflicts.more { "card-conflicts-among" } else { "card-conflicts" };
    let told = card.index.ranked;
    card.add_found(
        Section::Conflicts,
        "card-divides",
        speech.say(key, args! {"n": all.len(), "all": named, "told": told}),
    );
}

/// With whom it agrees most and least on interests.
fn convergence(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(ends) = card.index.ends.get(card.party) else { return };
    let said = |key: &str, (net, other): (f64, &PartyId)| {
        speech.say(key, args! {"party": speech.party(other), "net": speech.signed(net)})
    };
    let nearest = ends.nearest.filter(|(net, _)| *net > 0.0).map(|end| said("card-nearest", end));
    let farthest = ends.farthest.filter(|(net, _)| *net < 0.0).map(|end| said("card-farthest", end));
    card.add_found(Section::Interests, "card-together", card.row(nearest.into_iter().chain(farthest).collect()));
}

fn camp(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(relations) = &card.found.relations else { return };
    let Some(camp) = card.index.camps.first(card.party) else { return };
    let key = if relations.camps.optima == Measure::Known(1) { "card-camp-of" } else { "card-camp-among" };
    card.add_found(Section::Relations, "card-camp", speech.say(key, args! {"n": *camp}));
}

fn influence(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(found) = card.index.influence.first(card.party) else { return };
    let rank = card
        .index
        .indirect
        .first(card.party)
        .map_or_else(|| speech.words("unknown-cell"), |p| word(p.influence.rank.to_string()));
    let said = args! {
        "zone": speech.measure(found.zone, |zone| speech.term(zone)), "influence": speech.number(found.influence),
        "dependence": speech.number(found.dependence), "rank": rank,
    };
    card.add_found(Section::Influence, "card-influence", speech.say("card-influence-zone", said));
}

/// The values in which it stands apart.
fn apart_in_values(card: &mut Card<'_>) {
    let speech = card.speech;
    let names = |all: Vec<&ValueId>| card.few(all, |v| speech.name(&v.into()));
    let contested = |high: bool| -> Vec<&ValueId> {
        card.index.contested.get(card.party).iter().filter(|(_, at)| *at == high).map(|(v, _)| *v).collect()
    };
    let parts = [
        ("card-values-high", contested(true)),
        ("card-values-low", contested(false)),
        ("card-values-alone", card.index.orphans.get(card.party).to_vec()),
    ];
    let parts = parts.into_iter().filter(|(_, all)| !all.is_empty());
    let all = parts.map(|(key, all)| speech.say(key, args! {"all": names(all)})).collect();
    card.add_found(Section::Values, "card-values-apart", card.row(all));
}

fn canvas(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(found) = card.index.canvas.first(card.party).filter(|c| !c.cells.is_empty()) else { return };
    let one =
        |cell: &crate::analysis::value_map::CanvasCell| card.with(speech.term(cell.kind), word(cell.count.to_string()));
    let mut all: Vec<Inlines> = found.cells.iter().map(one).collect();
    let ratio = speech.measure(found.capture_ratio, |x| word(speech.hundredths(x)));
    all.push(card.with(speech.words("column-capture"), ratio));
    card.add_found(Section::Values, "card-canvas", card.row(all));
}

/// Whether it gains by what parties give each other.
fn gains(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(found) = card.index.gains.first(card.party) else { return };
    let exchange = match found.exchange {
        Measure::Known(Exchange::None | Exchange::Even) | Measure::Undefined(_) => None,
        Measure::Known(exchange) => Some(speech.term(exchange)),
    };
    card.add_found(Section::Flows, "card-gains", exchange.unwrap_or_default());
}

fn misjudges(card: &mut Card<'_>) {
    wrong(card, "card-misjudges", card.index.misjudges.get(card.party));
}

fn misjudged(card: &mut Card<'_>) {
    wrong(card, "card-misjudged", card.index.misjudged.get(card.party));
}

type Wrong<'r> = (&'r PartyId, &'r crate::analysis::co_orientation::ValueOrientation);

fn wrong(card: &mut Card<'_>, term: &str, all: &[Wrong<'_>]) {
    let speech = card.speech;
    let one = |(other, value): &Wrong<'_>| {
        speech.say("card-place", args! {"what": speech.party(other), "class": beliefs::thought(speech, value)})
    };
    card.add_found(Section::Values, term, card.few(all, one));
}

/// How far its culture lies from ours.
fn culture(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(pair) = card.index.apart.first(card.party) else { return };
    let share = speech.measure(pair.share, |x| speech.say("culture-share", args! {"number": speech.hundredths(x)}));
    card.add_found(Section::Cultures, "card-culture-apart", share);
}

fn opportunities(card: &mut Card<'_>) {
    chances(card, Outlook::Opportunity, "card-opportunities");
}

fn risks(card: &mut Card<'_>) {
    chances(card, Outlook::Risk, "card-risks");
}

/// By their sort alone: what they are about stands in their section, with the warning where one is needed.
fn chances(card: &mut Card<'_>, kind: Outlook, term: &str) {
    let speech = card.speech;
    let mut counted: BTreeMap<OutlookRule, usize> = BTreeMap::new();
    for entry in card.index.chances.get(card.party).iter().filter(|entry| entry.kind == kind) {
        *counted.entry(entry.rule).or_default() += 1;
    }
    let one = |(rule, n): (OutlookRule, usize)| {
        if n == 1 { speech.term(rule) } else { speech.say("card-times", args! {"what": speech.term(rule), "n": n}) }
    };
    card.add_found(Section::Chances, term, card.row(counted.into_iter().map(one).collect()));
}

fn strategy(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(found) = card.index.plan.first(card.party) else { return };
    let goal = found.goal.as_ref().map(|goal| speech.told(&goal.text, "advice: goal"));
    let level = found.level.as_ref().map(|level| speech.say("card-level", args! {"level": speech.term(level.level)}));
    let both = itertools::intersperse(goal.into_iter().chain(level), speech.words("space"));
    card.add_found(Section::Plan, "card-strategy", both.flatten().collect());
}

/// What is not known of it and was needed.
fn missing(card: &mut Card<'_>) {
    let speech = card.speech;
    let (mut own, mut others): (Vec<Attribute>, usize) = (Vec::new(), 0);
    for omission in card.index.omissions.get(card.party) {
        match omission.subject {
            Element::Party(_) if !own.contains(&omission.missing) => own.push(omission.missing),
            Element::Party(_) => {}
            _ => others += 1,
        }
    }
    let mut all: Vec<Inlines> = own.into_iter().map(|a| speech.term(a)).collect();
    all.extend((others > 0).then(|| speech.say("card-missing-others", &[("n", Arg::from(others))])));
    card.add_found(Section::Unknown, "card-missing", speech.and(all));
}
