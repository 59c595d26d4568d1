//! The plane of influence and dependence.

use std::collections::{BTreeMap, BTreeSet};

use maud::html;

use super::beneath::Beneath;
use super::columns::List;
use super::draw::{Shape, Told, picture};
use super::left_out::{entry, not_placed};
use super::legend::{Sign, sentences, unknown};
use super::plane::{Axis, Dot, EDGE, Plane, Stand, WIDTH, Zones, draw as draw_plane};
use super::{Picture, PictureKind};
use crate::analysis::Influence;
use crate::analysis::influence::{PartyInfluence, Zone};
use crate::evidence::{Measure, Omission};
use crate::id::PartyId;
use crate::model::Element;
use crate::report::page::{Inlines, capital, plain};
use crate::report::speech::{Speech, args, word};
use crate::vocabulary::Vocabulary;

/// How many parties of a zone the description names.
const NAMED: usize = 12;

/// How far the axes reach at least, as a multiple of the mean: where all have about as much, there is room around them.
const ABOVE: f64 = 1.2;

/// How the zones are drawn.
const ZONES: [(Zone, Shape, &str); 4] = [
    (Zone::Dominant, Shape::TriangleUp, "group-0"),
    (Zone::Relay, Shape::Diamond, "group-1"),
    (Zone::Dominated, Shape::TriangleDown, "group-3"),
    (Zone::Autonomous, Shape::Circle, "group-7"),
];

/// The plane of influence and dependence.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &Influence) -> Option<Picture> {
    let highest = found.parties.iter().flat_map(|p| [p.influence, p.dependence]).fold(0.0, f64::max);
    if highest <= 0.0 {
        return None;
    }
    // The sums over all of what is given and of what is taken are one number, and so is their mean.
    let n = u32::try_from(found.parties.len()).map_or(1.0, f64::from);
    let mean = found.parties.iter().map(|p| p.influence).sum::<f64>() / n;
    let high = highest.max(mean * ABOVE);
    let cut = plain(&speech.say("picture-from", args! {"level": speech.number(mean)}));
    let axis = |key, of| Axis {
        title: plain(&speech.say(key, args! {"of": capital(speech.words(of))})),
        low: 0.0,
        high,
        ticks: Axis::ticks(speech, 0.0, high),
        cut: Some((mean, cut.clone())),
    };
    let zone = |zone: Zone| {
        let what = speech.words(&format!("picture-influence-dependence-{zone}"));
        (plain(&capital(speech.term(zone))), plain(&what))
    };
    let dots = found.parties.iter().filter_map(|p| {
        let (zone, shape, class) = ZONES.iter().find(|(zone, ..)| p.zone == Measure::Known(*zone))?;
        let stand = |at, is_high| Some(Stand { at, low: at, high: at, is_high });
        Some(Dot {
            x: stand(p.dependence, matches!(zone, Zone::Relay | Zone::Dominated)),
            y: stand(p.influence, matches!(zone, Zone::Relay | Zone::Dominant)),
            shape: *shape,
            class: (*class).to_owned(),
            name: plain(&speech.name(&Element::from(&p.party))),
            told: Told::of(&p.party, &told(speech, p)),
        })
    });
    let plane = Plane {
        x: axis("picture-axis-right", "column-dependence"),
        y: axis("picture-axis-up", "column-influence"),
        zones: Zones {
            top_left: zone(Zone::Dominant),
            top_right: zone(Zone::Relay),
            bottom_left: zone(Zone::Autonomous),
            bottom_right: zone(Zone::Dominated),
        },
        dots: dots.collect(),
    };
    let drawn = draw_plane(speech, &plane, EDGE);
    let mut signs = vec![Sign::words(&speech.words("picture-influence-dependence-zones"))];
    signs.extend(ZONES.map(|(zone, shape, class)| Sign::shape(shape, class, &speech.term(zone))));
    signs.push(Sign::line("cut", &speech.words("picture-influence-dependence-mean")));
    let left_out = left_out(speech, found);
    let mut lists = vec![drawn.key];
    lists.extend(lists_of(speech, &left_out));
    let title = speech.words("picture-influence-dependence-title");
    let mut said = vec![speech.say("picture-influence-dependence-what", args! {"mean": speech.number(mean)})];
    for zone in Zone::ALL {
        let here = found.parties.iter().filter(|p| p.zone == Measure::Known(*zone));
        let here: Vec<Inlines> = here.map(|p| speech.party(&p.party)).collect();
        if !here.is_empty() {
            let n = here.len();
            let line = args! {"class": speech.term(*zone), "n": n, "parties": speech.few(here, NAMED)};
            said.push(capital(speech.say("picture-class", line)));
        }
    }
    said.extend(not_placed(speech, left_out.keys().copied()));
    said.extend(drawn.notes.iter().cloned());
    let beneath = Beneath { signs, notes: drawn.notes, lists }.draw(drawn.bottom, WIDTH);
    let size = (WIDTH, drawn.bottom + beneath.height);
    let body = html! { (drawn.body) (beneath.body) };
    Some(picture(PictureKind::InfluenceDependence, &title, &sentences(said), size, body))
}

fn told(speech: &Speech<'_>, p: &PartyInfluence) -> Inlines {
    let force = speech.measure(p.relative_force, |r| word(speech.hundredths(r)));
    speech.say(
        "picture-influence-dependence-party",
        args! {
            "party": speech.party(&p.party),
            "influence": speech.number(p.influence),
            "dependence": speech.number(p.dependence),
            "force": force,
            "zone": p.zone.as_ref().value().map_or_else(Inlines::new, |zone| speech.term(*zone)),
        },
    )
}

/// Who has no place, with what is not known of them.
fn left_out<'f>(speech: &Speech<'_>, found: &'f Influence) -> BTreeMap<&'f PartyId, Vec<&'f Omission>> {
    let placed: BTreeSet<&PartyId> = found.parties.iter().map(|p| &p.party).collect();
    let mut out: BTreeMap<&PartyId, Vec<&Omission>> = BTreeMap::new();
    for omission in &found.omitted {
        if let Element::Party(party) | Element::Influences(party, _) = &omission.subject
            && !placed.contains(party)
            && speech.model.party(party).is_some()
        {
            out.entry(party).or_default().push(omission);
        }
    }
    out
}

/// Those of whom nothing is on record, and those of whom some of it is not known.
fn lists_of(speech: &Speech<'_>, left_out: &BTreeMap<&PartyId, Vec<&Omission>>) -> [List; 2] {
    let of = |key: &str, whole: bool| {
        let these = left_out
            .iter()
            .filter(|(_, omissions)| omissions.iter().any(|o| matches!(o.subject, Element::Party(_))) == whole);
        let entries: Vec<_> = these
            .map(|(party, omissions)| entry(speech, &Element::from(*party), omissions.iter().copied(), unknown()))
            .collect();
        List { heading: speech.say(key, args! {"n": entries.len()}), entries }
    };
    [of("picture-influence-dependence-no-table", true), of("picture-influence-dependence-no-cell", false)]
}
