//! The force field, what would tip it, and Lewin's free forces.

use super::super::page::{Align, Inlines, Item, Order, Page, Row};
use super::super::speech::{Speech, args, word};
use super::grounds::Grounds;
use super::{Results, list_left_out, without_matter};
use crate::analysis::force_field::PartyForce;
use crate::analysis::free_forces::{Accord, FreeForce, FreeForces, PartyFreeForces};
use crate::analysis::tipping::{Alone, Move, Moves, Tipping};
use crate::evidence::{Measure, Omission, Undefined};
use crate::model::{Attribute, Element};
use crate::vocabulary::{Side, Vocabulary};

/// How many equally good answers are written out.
const ANSWERS: usize = 3;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    page.heading(3, speech.words("field"));
    if without_matter(page, speech, "force_field") {
        return;
    }
    let field = &found.field;
    let of_force = |o: &&Omission| matches!(o.subject, Element::Force(_));
    let picture = super::super::picture::force_field::draw(speech, field);
    if field.parties.is_empty() {
        page.paragraph(speech.words("field-nobody"));
        picture.into_iter().for_each(|picture| page.picture(picture));
    } else {
        page.paragraph(speech.words("field-how"));
        picture.into_iter().for_each(|picture| page.picture(picture));
        let grounds = Grounds::of(&field.findings);
        table(page, speech, &field.parties, &grounds);
        let two = |x| word(speech.hundredths(x));
        let totals = [
            speech.say(
                "field-totals",
                args! {
                    "driving": speech.number(field.driving), "restraining": speech.number(field.restraining),
                    "net": speech.signed(field.net),
                },
            ),
            speech.say("field-balance", args! {"balance": speech.measure(field.balance, two)}),
            speech.say("field-mean", args! {"mean": speech.measure(field.weighted_mean_attitude, two)}),
            speech.say(
                "field-median",
                args! {"median": speech.measure(field.weighted_median_attitude, |x| word(speech.signed(x)))},
            ),
        ];
        let rests = |rules: &[&str]| -> Vec<Item> {
            let one =
                |rule: &&str| grounds.told(speech, speech.words(&format!("grounds-{rule}")), rule, &[Element::Project]);
            rules.iter().filter_map(one).collect()
        };
        let of_totals =
            [&["driving", "restraining"][..], &["balance"], &["weighted-mean-attitude"], &["weighted-median-attitude"]];
        let totals = totals.into_iter().zip(of_totals).map(|(text, rules)| Item::from(text).on(rests(rules)));
        page.list(Order::Bulleted, totals.collect());
        page.heading(4, speech.words("tipping"));
        page.paragraph(speech.words("tipping-how"));
        tipping(page, speech, &field.tipping, &rests);
    }
    list_left_out(page, speech, "field-left-out", field.omitted.iter().filter(|o| !of_force(o)));

    page.heading(4, speech.words("free-forces"));
    free_forces(page, speech, &field.free_forces, &Grounds::of(&field.findings));
    list_left_out(page, speech, "free-forces-left-out", field.omitted.iter().filter(of_force));
}

fn table(page: &mut Page, speech: &Speech<'_>, parties: &[PartyForce], grounds: &Grounds<'_>) {
    let mut sorted: Vec<&PartyForce> = parties.iter().collect();
    sorted.sort_by(|a, b| b.force.total_cmp(&a.force).then_with(|| a.party.cmp(&b.party)));
    let columns = vec![
        (speech.words("column-party"), Align::Left),
        (speech.term(Attribute::Power), Align::Right),
        (speech.term(Attribute::InterestLevel), Align::Right),
        (speech.term(Attribute::Attitude), Align::Right),
        (speech.words("column-force"), Align::Right),
        (speech.words("column-side"), Align::Left),
    ];
    let row = |f: &PartyForce| {
        let side = if f.force > 0.0 {
            speech.term(Side::Driving)
        } else if f.force < 0.0 {
            speech.term(Side::Restraining)
        } else if f.attitude.raw == 0.0 {
            speech.words("doubter")
        } else {
            speech.words("no-force")
        };
        let cells = vec![
            speech.party(&f.party),
            speech.cell(Some(f.power)),
            speech.cell(Some(f.interest_level)),
            speech.cell(Some(f.attitude)),
            word(speech.signed(f.force)),
            side,
        ];
        let what = speech.words("column-force");
        Row::on(cells, grounds.told(speech, what, "party-force", &[(&f.party).into()]))
    };
    page.table(columns, sorted.into_iter().map(row).collect());
}

fn tipping(page: &mut Page, speech: &Speech<'_>, tipping: &Tipping, rests: &dyn Fn(&[&str]) -> Vec<Item>) {
    if matches!(tipping.fewest_steps, Measure::Undefined(Undefined::NothingToMeasure)) {
        page.paragraph(speech.words("tipping-nothing"));
        return;
    }
    let mut items = Vec::new();
    let already = matches!(&tipping.fewest_steps, Measure::Known(moves) if moves.cost == 0);
    if already {
        items.push(Item::from(speech.words("tipping-already")).on(rests(&["net"])));
    } else {
        let steps = answer(speech, &tipping.fewest_steps, "steps", "tipping-steps", "tipping-unreachable");
        items.push(steps.on(rests(&["net", "tipping-fewest-steps"])));
        items.push(alone(speech, &tipping.alone));
        let unreachable = "tipping-parties-unreachable";
        let parties = answer(speech, &tipping.fewest_parties, "parties", "tipping-parties", unreachable);
        items.push(parties.on(rests(&["tipping-fewest-parties"])));
    }
    let against = &tipping.fewest_parties_against;
    if matches!(against, Measure::Known(moves) if moves.cost == 0) {
        items.push(Item::from(speech.words("tipping-against-already")).on(rests(&["net"])));
    } else {
        let undone = answer(speech, against, "parties", "tipping-against", "tipping-against-unreachable");
        items.push(undone.on(rests(&["tipping-fewest-parties-against"])));
    }
    page.list(Order::Bulleted, items);
}

/// One question with its equally good answers under it. `of`: what it asks for few of, `steps` or `parties`.
fn answer(speech: &Speech<'_>, moves: &Measure<Moves>, of: &str, key: &str, unreachable: &str) -> Item {
    let moves = match moves {
        Measure::Known(moves) => moves,
        Measure::Undefined(Undefined::Unreachable) => return speech.words(unreachable).into(),
        Measure::Undefined(reason) => {
            let undefined = speech.undefined(*reason);
            return speech.say("tipping-undefined", args! {"undefined": undefined}).into();
        }
    };
    let mut under: Vec<Item> = Vec::new();
    for answer in moves.answers.iter().take(ANSWERS) {
        let made = speech.and(answer.moves.iter().map(|one| step(speech, one)));
        under.push(speech.say("tipping-answer", args! {"moves": made, "net": speech.signed(answer.net_after)}).into());
    }
    if moves.truncated {
        under.push(speech.words(&format!("tipping-unlisted-{of}")).into());
    } else if moves.answers.len() > ANSWERS {
        let more = moves.answers.len() - ANSWERS;
        under.push(speech.say(&format!("tipping-more-{of}"), args! {"n": more}).into());
    }
    Item { text: speech.say(key, args! {"n": moves.cost}), under, ..Item::default() }
}

fn step(speech: &Speech<'_>, one: &Move) -> Inlines {
    let (from, to) = (speech.signed(one.from), speech.signed(one.to));
    speech.say("tipping-move", args! {"party": speech.party(&one.party), "from": from, "to": to, "n": one.steps})
}

/// Who can tip it alone, and who cannot.
fn alone(speech: &Speech<'_>, alone: &[Alone]) -> Item {
    let can: Vec<Inlines> = alone
        .iter()
        .filter_map(|one| {
            let steps = one.steps.value()?;
            Some(speech.say("tipping-alone-one", args! {"party": speech.party(&one.party), "n": steps}))
        })
        .collect();
    if can.is_empty() {
        return speech.words("tipping-alone-none").into();
    }
    let (n, rest) = (can.len(), alone.len() - can.len());
    let mut out = speech.say("tipping-alone", args! {"parties": speech.and(can), "n": n});
    if rest > 0 {
        out.extend(speech.words("space"));
        out.extend(speech.say("tipping-alone-rest", args! {"n": rest}));
    }
    out.into()
}

/// The free forces beside the force of the party that exerts them.
fn by_party(page: &mut Page, speech: &Speech<'_>, free: &FreeForces, grounds: &Grounds<'_>) {
    if free.by_party.iter().all(|f| f.party.is_none()) {
        return;
    }
    page.paragraph(speech.words("free-forces-by-party-how"));
    let line = |f: &PartyFreeForces| -> Item {
        let (driving, restraining) = (speech.number(f.driving), speech.number(f.restraining));
        let whose = f.party.as_ref().map_or(Element::Project, Element::from);
        let rests = |prefix: &str| {
            let rule = |side: Side| format!("{prefix}-{side}");
            let one =
                |side: &Side| grounds.told(speech, speech.term(*side), &rule(*side), std::slice::from_ref(&whose));
            Side::ALL.iter().filter_map(one).collect::<Vec<Item>>()
        };
        let Some(party) = &f.party else {
            let totals = args! {"driving": driving, "restraining": restraining};
            return Item::from(speech.say("free-forces-nobody", totals)).on(rests("nobodys-free-forces"));
        };
        let force = speech.measure(f.party_force, |x| word(speech.signed(x)));
        let name = speech.party(party);
        let totals = args! {"party": name.clone(), "driving": driving, "restraining": restraining, "force": force};
        let mut item = Item::from(speech.say("free-forces-party", totals)).on(rests("party-free-forces"));
        let known = |id: &&crate::id::ForceId| free.forces.iter().any(|force| force.force == **id);
        let unknown = f.forces.iter().filter(|id| !known(id)).count();
        if unknown > 0 {
            item.under.push(speech.say("free-forces-unrated", args! {"n": unknown}).into());
        }
        if f.accord == Measure::Known(Accord::Disagrees) {
            let drives = f.party_force.value().is_some_and(|x| x > 0.0);
            let key = if drives { "free-forces-supporter-restrains" } else { "free-forces-opponent-drives" };
            item.under.push(speech.say(key, args! {"party": name}).into());
        }
        item
    };
    page.list(Order::Bulleted, free.by_party.iter().map(line).collect());
}

fn free_forces(page: &mut Page, speech: &Speech<'_>, free: &FreeForces, grounds: &Grounds<'_>) {
    if free.forces.is_empty() {
        page.paragraph(speech.words("free-forces-none"));
        return;
    }
    page.paragraph(speech.words("free-forces-how"));
    let place = |f: &FreeForce| free.order.iter().position(|id| *id == f.force);
    let mut sorted: Vec<&FreeForce> = free.forces.iter().collect();
    sorted.sort_by_key(|f| place(f).unwrap_or(usize::MAX));
    let columns = vec![
        (speech.words("column-order"), Align::Right),
        (speech.words("column-free-force"), Align::Left),
        (speech.words("column-side"), Align::Left),
        (speech.term(Attribute::Strength), Align::Right),
        (speech.term(Attribute::Changeability), Align::Right),
        (speech.words("column-leverage"), Align::Right),
        (speech.words("column-party"), Align::Left),
    ];
    let unknown = || speech.words("unknown-cell");
    let known = |x: Option<f64>| x.map_or_else(unknown, |x| word(speech.number(x)));
    let row = |f: &FreeForce| {
        let cells = vec![
            place(f).map_or_else(unknown, |n| word((n + 1).to_string())),
            speech.name(&(&f.force).into()),
            speech.term(f.side),
            speech.cell(Some(f.strength)),
            speech.cell(f.changeability),
            known(f.leverage.value()),
            f.party.as_ref().map_or_else(Inlines::new, |party| speech.party(party)),
        ];
        let what = speech.words("column-leverage");
        Row::on(cells, grounds.told(speech, what, "leverage", &[(&f.force).into()]))
    };
    page.table(columns, sorted.into_iter().map(row).collect());
    by_party(page, speech, free, grounds);
    page.paragraph(speech.say(
        "free-forces-totals",
        args! {
            "driving": speech.number(free.driving), "restraining": speech.number(free.restraining),
            "net": speech.signed(free.net),
        },
    ));
    let sides = Side::ALL.iter();
    page.grounds(sides.filter_map(|side| {
        grounds.told(speech, speech.term(*side), &format!("free-forces-{side}"), &[Element::Project])
    }));
}
