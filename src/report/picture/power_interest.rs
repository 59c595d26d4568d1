//! Who stands where on power and interest: the field with its quadrants.

use maud::{Markup, html};

use super::beneath::Beneath;
use super::columns::{Entry, List};
use super::draw::{Shape, Told, picture, shape};
use super::left_out::not_placed;
use super::legend::{SIGN, Sign, sentences, unknown};
use super::plane::{Axis, Dot, EDGE, Plane, SPREADS, Stand, WIDTH, Zones, draw as draw_plane};
use super::{Picture, PictureKind, left_out};
use crate::analysis::PowerInterest;
use crate::analysis::grid::{CutLevel, whose};
use crate::analysis::power_interest::{EdenAckermann, Mendelow};
use crate::evidence::Measure;
use crate::id::PartyId;
use crate::model::{Attribute, Element};
use crate::rating::{Reading, Word};
use crate::report::page::{Inlines, capital, plain};
use crate::report::speech::{Speech, args, word};
use crate::vocabulary::{Height, Vocabulary};

/// How many parties of a class the description names.
const NAMED: usize = 12;

/// How a party stands towards the project, as it is drawn.
const ATTITUDES: [(Option<Word>, Shape, &str); 4] = [
    (Some(Word::For), Shape::Circle, "for"),
    (Some(Word::Neutral), Shape::Square, "neutral"),
    (Some(Word::Against), Shape::TriangleDown, "against"),
    (None, Shape::Diamond, "unknown"),
];

/// Who stands where on power and interest: the field with its quadrants.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &PowerInterest) -> Option<Picture> {
    let read = |party: &PartyId, attribute| speech.model.read(&party.into(), attribute, found.aggregate());
    let sign = |party: &PartyId| sign(read(party, Attribute::Attitude));
    let dots: Vec<Dot> = (speech.model.parties())
        .filter_map(|(party, _)| {
            let (power, interest) = (read(party, Attribute::Power), read(party, Attribute::InterestLevel));
            if power.is_none() && interest.is_none() {
                return None;
            }
            let (shape, class) = sign(party);
            let stand = |attribute| move |r: &Reading| stand(found, party, attribute, r);
            Some(Dot {
                x: interest.as_ref().map(stand(Attribute::InterestLevel)),
                y: power.as_ref().map(stand(Attribute::Power)),
                shape,
                class: class.to_owned(),
                name: plain(&speech.name(&party.into())),
                told: Told::of(party, &told(speech, found, party)),
            })
        })
        .collect();
    if dots.is_empty() {
        return None;
    }
    let many = dots.len() > SPREADS;
    let spread = dots.iter().flat_map(|dot| [dot.x, dot.y]).flatten().any(|s| s.low < s.high);
    let plane = Plane {
        x: axis(speech, found, Attribute::InterestLevel, "picture-axis-right")?,
        y: axis(speech, found, Attribute::Power, "picture-axis-up")?,
        zones: Zones {
            top_left: zone(speech, Mendelow::KeepSatisfied, EdenAckermann::ContextSetters),
            top_right: zone(speech, Mendelow::KeyPlayers, EdenAckermann::Players),
            bottom_left: zone(speech, Mendelow::MinimalEffort, EdenAckermann::Crowd),
            bottom_right: zone(speech, Mendelow::KeepInformed, EdenAckermann::Subjects),
        },
        dots,
    };
    let drawn = draw_plane(speech, &plane, EDGE);
    let description = description(speech, found, &drawn.notes);
    let mut signs = vec![Sign::words(&speech.words("picture-legend-attitude"))];
    signs.extend(ATTITUDES.map(|(word, shape, class)| {
        let name = word.map_or_else(|| speech.words("unknown-kind"), |word| speech.term(word));
        Sign::shape(shape, class, &name)
    }));
    if plane.x.cut.is_some() || plane.y.cut.is_some() {
        signs.push(Sign::line("cut", &speech.words("picture-legend-cut")));
    }
    if spread && !many {
        signs.push(Sign::line("line", &speech.words("picture-legend-spread")));
    }
    let signed = |party: &PartyId| {
        let (of, class) = sign(party);
        shape(of, 0.0, 0.0, SIGN, class)
    };
    let mut lists = vec![drawn.key, whatever(speech, found, signed)];
    let omitted = found.omitted.iter().filter_map(|omission| Some((Element::from(whose(omission)?), omission)));
    lists.extend(left_out::lists(speech, "picture-not-placed", omitted, |subject| match subject {
        Element::Party(party) => signed(party),
        _ => unknown(),
    }));
    let beneath = Beneath { signs, notes: drawn.notes, lists }.draw(drawn.bottom, WIDTH);
    let body = html! { (drawn.body) (beneath.body) };
    let title = speech.words("picture-power-interest-title");
    Some(picture(PictureKind::PowerInterest, &title, &description, (WIDTH, drawn.bottom + beneath.height), body))
}

fn stand(found: &PowerInterest, party: &PartyId, attribute: Attribute, r: &Reading) -> Stand {
    let axes = found.of(party).map_or(&[][..], |place| &place.axes);
    let of_class = axes.iter().find(|axis| axis.attribute == attribute).and_then(|axis| axis.height);
    let is_high = match of_class {
        Some(height) => height == Height::High,
        None => found.cut(attribute).value().is_some_and(|level| r.raw >= level),
    };
    Stand { at: r.raw, low: r.low, high: r.high, is_high }
}

fn sign(attitude: Option<Reading>) -> (Shape, &'static str) {
    let side = attitude.map(|r| match r.raw {
        raw if raw > 0.0 => Word::For,
        raw if raw < 0.0 => Word::Against,
        _ => Word::Neutral,
    });
    let found = ATTITUDES.iter().find(|(word, ..)| *word == side);
    found.map_or((Shape::Diamond, "unknown"), |(_, shape, class)| (*shape, class))
}

fn zone(speech: &Speech<'_>, mendelow: Mendelow, eden_ackermann: EdenAckermann) -> (String, String) {
    let also = speech.say("picture-power-interest-also", args! {"name": speech.term(eden_ackermann)});
    (plain(&capital(speech.term(mendelow))), plain(&also))
}

fn axis(speech: &Speech<'_>, found: &PowerInterest, attribute: Attribute, key: &str) -> Option<Axis> {
    let scale = speech.model.scales().of(attribute.scale()?);
    let title =
        speech.say("picture-axis-scale", args! {"of": capital(speech.term(attribute)), "scale": speech.scale(&scale)});
    let cut = match found.cut(attribute) {
        Measure::Known(level) => {
            Some((level, plain(&speech.say("picture-from", args! {"level": speech.number(level)}))))
        }
        Measure::Undefined(_) => None,
    };
    Some(Axis {
        title: plain(&speech.say(key, args! {"of": title})),
        low: scale.min(),
        high: scale.max(),
        ticks: Axis::ticks(speech, scale.min(), scale.max()),
        cut,
    })
}

/// Where a party stands, and on which grounds.
fn told(speech: &Speech<'_>, found: &PowerInterest, party: &PartyId) -> Inlines {
    let rating = |attribute| {
        let value = speech.cell(speech.model.read(&party.into(), attribute, found.aggregate()));
        speech.say("picture-rating", args! {"rating": speech.term(attribute), "value": value})
    };
    let grounds = speech.and([Attribute::Power, Attribute::InterestLevel, Attribute::Attitude].map(rating));
    let Some(place) = found.of(party) else {
        return speech.say("picture-power-interest-unplaced", args! {"party": speech.party(party), "grounds": grounds});
    };
    let mut out = speech.say(
        "picture-power-interest-party",
        args! {
            "party": speech.party(party),
            "grounds": grounds,
            "class": speech.term(place.class.mendelow),
            "also": speech.term(place.class.eden_ackermann),
        },
    );
    let doubtful: Vec<Inlines> = place.doubtful().map(|attribute| speech.term(attribute)).collect();
    if !doubtful.is_empty() {
        out.extend(word(" ".to_owned()));
        out.extend(speech.say("picture-border", args! {"ratings": speech.and(doubtful)}));
    }
    if place.whatever_the_missing {
        out.extend(word(" ".to_owned()));
        out.extend(speech.words("picture-whatever"));
    }
    out
}

/// Whose class is known though a rating is missing.
fn whatever(speech: &Speech<'_>, found: &PowerInterest, sign: impl Fn(&PartyId) -> Markup) -> List {
    let placed = found.parties.iter().filter(|place| place.whatever_the_missing);
    let entry = |place: &crate::analysis::Placement<_>| {
        let class_of: &crate::analysis::power_interest::Quadrant = &place.class;
        let said = args! {"party": speech.party(&place.party), "class": speech.term(class_of.mendelow)};
        let told = Told::of(&place.party, &told(speech, found, &place.party));
        Entry::new(plain(&speech.say("picture-whatever-party", said)), told).sign(sign(&place.party))
    };
    let entries: Vec<Entry> = placed.map(entry).collect();
    let heading = speech.say("picture-whatever-heading", args! {"n": entries.len()});
    List { heading, entries }
}

fn description(speech: &Speech<'_>, found: &PowerInterest, notes: &[Inlines]) -> Inlines {
    let mut said = vec![speech.words("picture-power-interest-what")];
    let cuts: Vec<&CutLevel> = found.cuts.iter().filter(|cut| cut.level.value().is_some()).collect();
    if !cuts.is_empty() {
        let cuts = speech.and(cuts.into_iter().map(|cut| speech.cut(cut)));
        said.push(speech.say("who-cuts", args! {"cuts": cuts}));
    }
    for class in Mendelow::ALL {
        let here: Vec<Inlines> =
            found.parties.iter().filter(|p| p.class.mendelow == *class).map(|p| speech.party(&p.party)).collect();
        if !here.is_empty() {
            let n = here.len();
            let line = args! {"class": speech.term(*class), "n": n, "parties": speech.few(here, NAMED)};
            said.push(capital(speech.say("picture-class", line)));
        }
    }
    said.extend(not_placed(speech, found.omitted.iter().filter_map(whose)));
    said.extend(notes.iter().cloned());
    sentences(said)
}
