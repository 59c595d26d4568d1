//! Power, legitimacy and urgency as three circles.

mod circles;

use maud::{Markup, html};

use super::beneath::Beneath;
use super::columns::{Entry, List};
use super::draw::{SMALL, Side, Told, lines_of_text, mark, picture, px, text};
use super::left_out::not_placed;
use super::legend::{sentences, unknown};
use super::plane::{EDGE, WIDTH};
use super::{Picture, PictureKind, left_out};
use crate::analysis::grid::{CutLevel, whose};
use crate::analysis::salience::{Claimant, SalienceClass};
use crate::analysis::{Placement, Salience};
use crate::model::{Attribute, Element};
use crate::report::page::{Inlines, capital, plain};
use crate::report::speech::{Speech, args};
use circles::{Circles, RADIUS, Region, Set};

/// How many parties of a class the description names.
const NAMED: usize = 12;

/// The circles in their order, each with its class of style.
const CIRCLES: [(Attribute, &str); 3] =
    [(Attribute::Power, "group-0 venn"), (Attribute::Legitimacy, "group-1 venn"), (Attribute::Urgency, "group-2 venn")];

/// The regions, those in most circles first.
const REGIONS: [(SalienceClass, Region); 7] = [
    (SalienceClass::Definitive, [true, true, true]),
    (SalienceClass::Dominant, [true, true, false]),
    (SalienceClass::Dangerous, [true, false, true]),
    (SalienceClass::Dependent, [false, true, true]),
    (SalienceClass::Dormant, [true, false, false]),
    (SalienceClass::Discretionary, [false, true, false]),
    (SalienceClass::Demanding, [false, false, true]),
];

/// Power, legitimacy and urgency as three circles.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &Salience) -> Option<Picture> {
    if found.parties.is_empty() {
        return None;
    }
    let circles = Circles::at(WIDTH / 2.0, EDGE + 20.0);
    let mut numbered: Vec<Entry> = Vec::new();
    let regions = REGIONS.map(|(class, region)| {
        let here: Vec<&Placement<Claimant>> = found.parties.iter().filter(|p| p.class.kind == class).collect();
        of_region(speech, found, &circles, (class, region), &here, &mut numbered)
    });
    let rings = CIRCLES.into_iter().zip(circles.middles).map(|((_, class), (x, y))| {
        html! { circle class=(class) cx=(px(x)) cy=(px(y)) r=(px(RADIUS)) {} }
    });
    let rings: Vec<Markup> = rings.collect();
    let mut notes: Vec<Inlines> = (!numbered.is_empty())
        .then(|| speech.say("picture-numbered", args! {"n": numbered.len()}))
        .into_iter()
        .collect();
    let description = description(speech, found, &notes);
    if found.parties.iter().any(|place| place.doubtful().next().is_some()) {
        notes.push(speech.words("picture-salience-border"));
    }
    let nobody = found.parties.iter().filter(|place| place.class.kind == SalienceClass::NonStakeholder);
    let nobody: Vec<Entry> = nobody.map(|place| entry(speech, found, place)).collect();
    let none = speech.say("picture-salience-none", args! {"n": nobody.len()});
    let mut lists =
        vec![List { heading: speech.words("picture-key"), entries: numbered }, List { heading: none, entries: nobody }];
    let omitted = found.omitted.iter().filter_map(|omission| Some((Element::from(whose(omission)?), omission)));
    lists.extend(left_out::lists(speech, "picture-not-placed", omitted, |_| unknown()));
    let top = circles.bottom() + 30.0;
    let beneath = Beneath { notes, lists, ..Beneath::default() }.draw(top, WIDTH);
    let body = html! {
        @for ring in &rings { (ring) }
        (titles(speech, found, &circles))
        @for region in &regions { (region) }
        (beneath.body)
    };
    let title = speech.words("picture-salience-title");
    Some(picture(PictureKind::Salience, &title, &description, (WIDTH, top + beneath.height), body))
}

/// What the circles stand for, and from where on a party has it.
fn titles(speech: &Speech<'_>, found: &Salience, circles: &Circles) -> Markup {
    let title = |attribute| {
        let name = capital(speech.term(attribute));
        match found.cut(attribute).value() {
            Some(level) => {
                let said = args! {"rating": name, "level": speech.number(level)};
                plain(&speech.say("picture-salience-circle", said))
            }
            None => plain(&name),
        }
    };
    let [(left, y), (right, _), (below, _)] = circles.middles;
    let top = y - RADIUS - 8.0;
    html! {
        (text(left, top, Side::Middle, "strong", &title(Attribute::Power)))
        (text(right, top, Side::Middle, "strong", &title(Attribute::Legitimacy)))
        (text(below, circles.bottom() + 18.0, Side::Middle, "strong", &title(Attribute::Urgency)))
    }
}

/// A region with its class and who stands in it: by name, else by number, else by the first number and the last.
fn of_region(
    speech: &Speech<'_>,
    found: &Salience,
    circles: &Circles,
    (class, region): (SalienceClass, Region),
    here: &[&Placement<Claimant>],
    numbered: &mut Vec<Entry>,
) -> Markup {
    let name = capital(speech.term(class));
    let heading = plain(&speech.say("picture-salience-count", args! {"class": name, "n": here.len()}));
    let said = |set: &Set, class: &str| lines_of_text(set.x, set.top, Side::Middle, SMALL, class, &set.lines);
    let told = |place: &Placement<Claimant>| Told::of(&place.party, &told(speech, found, place));
    let names: Vec<String> = here.iter().map(|place| name_of(speech, place)).collect();
    if let Some(filled) = circles.names(region, &heading, &names) {
        return html! {
            (said(&filled.heading, "small strong"))
            @for (set, place) in filled.items.iter().zip(here) { (mark(&told(place), &said(set, "label small"))) }
        };
    }
    let first = numbered.len() + 1;
    numbered.extend(here.iter().zip(first..).map(|(place, n)| entry(speech, found, place).number(n)));
    let numbers: Vec<String> = here.iter().zip(first..).map(|(_, n)| n.to_string()).collect();
    // Where its name fits nowhere, how many there are in its place.
    let headings = [heading, here.len().to_string()];
    if let Some(filled) = headings.iter().find_map(|heading| circles.words(region, heading, &numbers)) {
        for entry in numbered.iter_mut().skip(first - 1) {
            *entry = entry.clone().told_there();
        }
        return html! {
            (said(&filled.heading, "small strong"))
            @for (set, place) in filled.items.iter().zip(here) { (mark(&told(place), &said(set, "label small"))) }
        };
    }
    let range = format!("{first}–{}", numbered.len());
    let what = speech.say(
        "picture-salience-numbers",
        args! {"class": speech.term(class), "n": here.len(), "numbers": range.clone()},
    );
    let parties = here.iter().map(|place| place.party.clone()).collect();
    let all = Told { parties, kind: None, what: plain(&capital(what)) };
    let ranges = [range];
    let filled = headings.iter().find_map(|heading| circles.words(region, heading, &ranges));
    html! {
        @if let Some(filled) = filled {
            (said(&filled.heading, "small strong"))
            @for set in &filled.items { (mark(&all, &said(set, "label small"))) }
        }
    }
}

/// Its name, with a star where a rating stands on the border.
fn name_of(speech: &Speech<'_>, place: &Placement<Claimant>) -> String {
    let name = plain(&speech.name(&Element::from(&place.party)));
    if place.doubtful().next().is_some() { format!("{name}*") } else { name }
}

fn entry(speech: &Speech<'_>, found: &Salience, place: &Placement<Claimant>) -> Entry {
    let told = Told::of(&place.party, &told(speech, found, place));
    Entry::new(name_of(speech, place), told)
}

/// Where a party stands, and on which grounds.
fn told(speech: &Speech<'_>, found: &Salience, place: &Placement<Claimant>) -> Inlines {
    let rating = |(attribute, _)| {
        let value = speech.cell(speech.model.read(&Element::from(&place.party), attribute, found.aggregate()));
        speech.say("picture-rating", args! {"rating": speech.term(attribute), "value": value})
    };
    let mut said = vec![speech.say(
        "picture-salience-party",
        args! {
            "party": speech.party(&place.party),
            "grounds": speech.and(CIRCLES.map(rating)),
            "class": speech.term(place.class.kind),
            "rank": usize::from(place.class.rank),
        },
    )];
    let doubtful: Vec<Inlines> = place.doubtful().map(|attribute| speech.term(attribute)).collect();
    if !doubtful.is_empty() {
        said.push(speech.say("picture-border", args! {"ratings": speech.and(doubtful)}));
    }
    if place.whatever_the_missing {
        said.push(speech.words("picture-whatever"));
    }
    sentences(said)
}

fn description(speech: &Speech<'_>, found: &Salience, notes: &[Inlines]) -> Inlines {
    let mut said = vec![speech.words("picture-salience-what")];
    let cuts: Vec<&CutLevel> = found.cuts.iter().filter(|cut| cut.level.value().is_some()).collect();
    if !cuts.is_empty() {
        let cuts = speech.and(cuts.into_iter().map(|cut| speech.cut(cut)));
        said.push(speech.say("who-cuts", args! {"cuts": cuts}));
    }
    for class in REGIONS.map(|(class, _)| class).into_iter().chain([SalienceClass::NonStakeholder]) {
        let here: Vec<Inlines> =
            found.parties.iter().filter(|p| p.class.kind == class).map(|p| speech.party(&p.party)).collect();
        if !here.is_empty() {
            let n = here.len();
            let line = args! {"class": speech.term(class), "n": n, "parties": speech.few(here, NAMED)};
            said.push(capital(speech.say("picture-class", line)));
        }
    }
    said.extend(not_placed(speech, found.omitted.iter().filter_map(whose)));
    said.extend(notes.iter().cloned());
    sentences(said)
}
