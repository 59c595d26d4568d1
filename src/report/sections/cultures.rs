//! Cultures: who works how, who differs most from whom, within our own organisation, what each wants to change, in its own words.

use std::collections::BTreeSet;

use super::super::page::{Align, Inlines, Item, Order, Page};
use super::super::picture;
use super::super::speech::{Speech, args, strong, user, word};
use super::grounds::listed;
use super::{Results, not_run, told};
use crate::analysis::CultureDistance;
use crate::analysis::culture_distance::{Change, DimensionDifference, PartyPair, Profile, ProfileDistance};
use crate::evidence::{Law, Measure};
use crate::id::{PartyId, Slug};
use crate::math::exact;
use crate::scale::Strength;
use crate::vocabulary::{BIPOLAR_PRACTICES, COMPETING_VALUES, CultureModel, Vocabulary};

/// How many pairs and changes are told.
const SHOWN: usize = 4;
/// How many dimensions of a difference are told.
const DIMENSIONS: usize = 2;
/// How many parties are told in their own words.
const WORDS: usize = 5;
/// How many parties of a row, and how many without a profile, are named.
const NAMED: usize = 12;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "culture_distance").is_some() {
        return;
    }
    let cultures = &found.cultures;
    page.heading(3, speech.words("cultures"));
    page.paragraph(speech.words("cultures-how"));
    if let Some(picture) = picture::cultures::draw(speech, cultures) {
        page.picture(picture);
    }
    for of_model in &cultures.models {
        profiles(page, speech, cultures, of_model.model);
    }
    differences(page, speech, cultures);
    changes(page, speech, cultures);
    own_words(page, speech, cultures);
    if cultures.not_comparable > 0 {
        page.paragraph(speech.say("cultures-not-comparable", args! {"n": cultures.not_comparable}));
    }
    if !cultures.without.is_empty() {
        let most = told(cultures.without.len(), NAMED);
        let all = speech.few(cultures.without.iter().map(|p| speech.party(p)).collect(), most);
        page.paragraph(speech.say("cultures-without", args! {"parties": all}));
    }
}

/// The name of a dimension; one's own stands as it is written.
pub(in crate::report) fn dimension(speech: &Speech<'_>, model: CultureModel, slug: &Slug) -> Inlines {
    match model {
        CultureModel::Free => user(slug.as_str()),
        CultureModel::CompetingValues | CultureModel::Bipolar => speech.own_word("culture-dimension", slug),
    }
}

/// The pole of a practice that a change leads to: the second where the score rises.
fn pole(speech: &Speech<'_>, dimension: &Slug, rises: bool) -> Inlines {
    let side = if rises { "second" } else { "first" };
    speech.own_word(&format!("culture-pole-{side}"), dimension)
}

/// A distance or a part of one: points, or a share of the scale.
fn amount(speech: &Speech<'_>, model: CultureModel, x: f64) -> Inlines {
    if model == CultureModel::CompetingValues {
        return speech.say("culture-points", args! {"number": speech.number(x)});
    }
    speech.say("culture-share", args! {"number": speech.hundredths(x)})
}

/// The parties that somebody's profile is of, ours first.
pub(in crate::report) fn holders(speech: &Speech<'_>, parties: &[PartyId]) -> Inlines {
    let mut sorted: Vec<&PartyId> = parties.iter().collect();
    sorted.sort_by_key(|p| speech.place(p));
    speech.few(sorted.into_iter().map(|p| speech.party(p)).collect(), told(parties.len(), NAMED))
}

/// Profiles that somebody has, ours first.
pub(in crate::report) fn held<'a>(speech: &Speech<'_>, cultures: &'a CultureDistance) -> Vec<&'a Profile> {
    let mut held: Vec<&Profile> = cultures.profiles.iter().filter(|p| !p.parties.is_empty()).collect();
    held.sort_by_key(|p| p.parties.iter().map(|party| speech.place(party)).min());
    held
}

/// The dimensions of a model in their order; of one's own, those that the profiles name.
pub(in crate::report) fn dimensions(model: CultureModel, of_model: &[&Profile]) -> Vec<Slug> {
    let fixed = match model {
        CultureModel::CompetingValues => COMPETING_VALUES,
        CultureModel::Bipolar => BIPOLAR_PRACTICES,
        CultureModel::Free => &[],
    };
    if !fixed.is_empty() {
        return fixed.iter().filter_map(|d| Slug::new(d).ok()).collect();
    }
    let named = of_model.iter().flat_map(|p| p.now.known.keys().chain(&p.now.unknown)).cloned();
    named.collect::<BTreeSet<Slug>>().into_iter().collect()
}

/// One table of the profiles of a model as they are now.
fn profiles(page: &mut Page, speech: &Speech<'_>, cultures: &CultureDistance, model: CultureModel) {
    let of_model: Vec<&Profile> = held(speech, cultures).into_iter().filter(|p| p.model == model).collect();
    let of_model = of_model.as_slice();
    let dimensions = dimensions(model, of_model);
    let key = format!("cultures-of-{}", model.word());
    let Some(scale) = of_model.iter().flat_map(|p| p.now.known.values()).map(|r| r.scale).next() else { return };
    page.paragraph(speech.say(&key, args! {"scale": speech.scale(&scale)}));
    let mut columns = vec![(speech.words("column-party"), Align::Left)];
    columns.extend(dimensions.iter().map(|d| (dimension(speech, model, d), Align::Right)));
    let row = |p: &&Profile| {
        let mut row = vec![holders(speech, &p.parties)];
        row.extend(dimensions.iter().map(|d| speech.cell(p.now.known.get(d).copied())));
        row
    };
    page.table(columns, of_model.iter().map(row).collect());
}

fn distance_of<'a>(cultures: &'a CultureDistance, pair: &PartyPair) -> Option<&'a ProfileDistance> {
    let [a, b] = &pair.cultures;
    let is = |d: &&ProfileDistance| d.cultures.contains(a) && d.cultures.contains(b);
    cultures.distances.iter().filter(|_| a != b).find(is)
}

/// How far two parties lie apart, and on which dimensions most.
fn apart(speech: &Speech<'_>, cultures: &CultureDistance, pair: &PartyPair) -> Item {
    let named = args! {"parties": speech.parties(&pair.parties)};
    let Measure::Known(distance) = pair.distance else { return speech.say("culture-unknown", named).into() };
    let Some(found) = distance_of(cultures, pair).filter(|_| distance > 0.0) else {
        return speech.say("culture-shared", named).into();
    };
    let turned = pair.cultures != found.cultures;
    let each = |d: &DimensionDifference| {
        let [x, y] = d.scores;
        let [x, y] = if turned { [y, x] } else { [x, y] }.map(|x| speech.number(x));
        let of = dimension(speech, found.model, &d.dimension);
        speech.say("culture-most", args! {"dimension": of, "x": x, "y": y})
    };
    let most = found.dimensions.iter().filter(|d| d.difference != 0.0).take(DIMENSIONS).map(each);
    let (distance, most) = (amount(speech, found.model, distance), speech.and(most));
    let said = args! {"parties": speech.parties(&pair.parties), "distance": distance, "most": most};
    let all = found.dimensions.iter().map(each).collect();
    let rests = listed(speech, speech.words("grounds-distance"), Law::Statistic, all);
    Item::from(speech.say("culture-apart", said)).on(rests)
}

/// The pairs that are told: of different organisations that differ most, and of our own organisation; without a focal party of any.
fn foremost<'a>(speech: &Speech<'_>, cultures: &'a CultureDistance) -> [Vec<&'a PartyPair>; 2] {
    let differ = cultures.between.pairs.iter().filter(|p| p.differ == Measure::Known(true));
    let differ = differ.take(told(cultures.between.differ, SHOWN));
    let top = |party: &PartyId| {
        let (mut at, mut left) = (party.clone(), speech.model.parties().len());
        while let Some(above) = speech.model.party(&at).and_then(|p| p.part_of.clone()).filter(|_| left > 0) {
            (at, left) = (above, left - 1);
        }
        at
    };
    let us = speech.model.project().focal.as_ref().map(top);
    let ours = |pair: &&PartyPair| us.is_none() || pair.parties.first().map(top) == us;
    [differ.collect(), cultures.within.pairs.iter().filter(ours).collect()]
}

/// Who differs most from whom, and who within our own organisation.
fn differences(page: &mut Page, speech: &Speech<'_>, cultures: &CultureDistance) {
    let [between, within] = foremost(speech, cultures);
    if cultures.between.all > 0 {
        page.heading(4, speech.words("cultures-between"));
        let (n, all) = (cultures.between.differ, cultures.between.all);
        page.paragraph(speech.say("cultures-differ", args! {"n": n, "all": all, "cut": cut(speech, cultures.cut)}));
        page.list(Order::Bulleted, between.into_iter().map(|p| apart(speech, cultures, p)).collect());
    }
    if !within.is_empty() {
        let ours = speech.model.project().focal.is_some();
        page.heading(4, speech.words(if ours { "cultures-ours" } else { "cultures-within" }));
        let items = within.into_iter().map(|p| apart(speech, cultures, p)).collect();
        page.list(Order::Bulleted, few(speech, items, SHOWN));
    }
}

/// From how far apart on profiles differ: a share of the scale, and the points that it is.
fn cut(speech: &Speech<'_>, share: f64) -> Inlines {
    let key = if share.to_bits() == Strength::QUARTER.get().to_bits() {
        "cultures-cut-quarter"
    } else if share.to_bits() == Strength::HALF.get().to_bits() {
        "cultures-cut-half"
    } else {
        "cultures-cut"
    };
    let points = speech.number(exact::product([share, 100.0]));
    speech.say(key, args! {"share": speech.number(share), "points": points})
}

/// The first items, and how many more there are.
fn few(speech: &Speech<'_>, mut items: Vec<Item>, most: usize) -> Vec<Item> {
    let most = told(items.len(), most);
    let more = items.len().saturating_sub(most);
    items.truncate(most);
    if more > 0 {
        items.push(speech.say("list-more", args! {"n": more}).into());
    }
    items
}

fn semicolons(speech: &Speech<'_>, all: Vec<Inlines>) -> Inlines {
    let mut out = Inlines::new();
    for (place, one) in all.into_iter().enumerate() {
        if place > 0 {
            out.extend(speech.words("list-semicolon"));
        }
        out.extend(one);
    }
    out
}

/// What each wants to change, and whether that brings those nearer who were told to differ.
fn changes(page: &mut Page, speech: &Speech<'_>, cultures: &CultureDistance) {
    let wanted = cultures.changes.iter().filter(|c| c.distance.value().is_some_and(|x| x > 0.0));
    let one = |change: &Change| {
        let moved = change.dimensions.iter().filter(|d| d.change != 0.0).map(|d| {
            let points = change.model == CultureModel::CompetingValues;
            let by = if points { d.change } else { exact::difference(d.desired, d.now) };
            if change.model == CultureModel::Bipolar {
                let pole = pole(speech, &d.dimension, by > 0.0);
                return speech.say("culture-change-pole", args! {"pole": pole, "number": speech.number(by.abs())});
            }
            let of = dimension(speech, change.model, &d.dimension);
            speech.say("culture-change-one", args! {"dimension": of, "number": speech.signed(by)})
        });
        let said = args! {"parties": holders(speech, &change.parties), "all": speech.and(moved)};
        Item::from(speech.say("culture-change", said))
    };
    let items: Vec<Item> = wanted.map(one).collect();
    if items.is_empty() {
        return;
    }
    page.heading(4, speech.words("cultures-change"));
    page.list(Order::Bulleted, few(speech, items, SHOWN));
    let [between, within] = foremost(speech, cultures);
    let within_told = told(within.len(), SHOWN);
    let (mut nearer, mut farther, mut unknown) = (Vec::new(), Vec::new(), 0_usize);
    for pair in between.into_iter().chain(within.into_iter().take(within_told)) {
        let Some(found) = distance_of(cultures, pair) else { continue };
        let Measure::Known(closing) = found.closing else {
            unknown += 1;
            continue;
        };
        let by = amount(speech, found.model, closing.abs());
        let said = || speech.say("culture-closing", args! {"parties": speech.parties(&pair.parties), "by": by});
        if closing > 0.0 {
            nearer.push(said());
        } else if closing < 0.0 {
            farther.push(said());
        }
    }
    for (key, all) in [("cultures-nearer", nearer), ("cultures-farther", farther)] {
        if !all.is_empty() {
            page.paragraph(speech.say(key, args! {"all": semicolons(speech, all)}));
        }
    }
    if unknown > 0 {
        page.paragraph(speech.say("cultures-wishes-unknown", args! {"n": unknown}));
    }
}

/// Norms and ways of working, as the parties put them.
fn own_words(page: &mut Page, speech: &Speech<'_>, cultures: &CultureDistance) {
    let mut items: Vec<Item> = Vec::new();
    for profile in held(speech, cultures) {
        let Some(culture) = speech.model.culture(&profile.culture) else { continue };
        let said = |key: &str, text: &Option<String>| {
            let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
            Some(speech.say(key, args! {"text": user(text)}))
        };
        let norms = said("culture-norms", &culture.norms);
        let ways = said("culture-ways", &culture.ways_of_working);
        let both: Vec<Inlines> = norms.into_iter().chain(ways).collect();
        if !both.is_empty() {
            let mut text = strong(holders(speech, &profile.parties));
            text.extend(word(": ".into()));
            text.extend(semicolons(speech, both));
            items.push(text.into());
        }
    }
    if items.is_empty() {
        return;
    }
    page.heading(4, speech.words("cultures-own-words"));
    page.list(Order::Bulleted, few(speech, items, WORDS));
}
