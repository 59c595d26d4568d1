//! How important which value is to whom: a row for each party, a column for each value.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::beneath::{Beneath, MARGIN as LEFT};
use super::draw::{SIZE, SMALL, Side, Told, mark, picture, px, steps, text, text_width};
use super::heat::{Fill, IMPORTANCE, Place, cell, defs, name as named};
use super::legend::{Sign, sentences};
use super::names::short;
use super::{Picture, PictureKind, number};
use crate::analysis::ValueMap;
use crate::analysis::value_map::ValueStanding;
use crate::evidence::Measure;
use crate::id::{PartyId, ValueId};
use crate::model::Element;
use crate::rating::Reading;
use crate::report::page::{Inlines, plain};
use crate::report::speech::{Speech, args, word};
use crate::vocabulary::Vocabulary;

const KIND: PictureKind = PictureKind::ValueMap;
/// How many parties have a row: those that rated the most values.
const PARTIES: usize = 40;
/// How many values have a column: those that the most parties rated.
const VALUES: usize = 20;
/// How many parties or values without a place are named.
const NAMED: usize = 3;
const WIDTH: f64 = 720.0;
/// The room for a number in the legend.
const LEVEL: f64 = 60.0;
/// How wide it is at most.
const WIDEST: f64 = 1000.0;
/// The least width of a cell, and what stays free on both sides of its number.
const CELL: f64 = 26.0;
const NEAR: f64 = 1.0;
/// The most room for the name of a party, and of a value along its slope.
const NAME: f64 = 180.0;
const SLOPED: f64 = 150.0;
/// The sine and the cosine of the slope of the names of values.
const SLOPE: f64 = std::f64::consts::FRAC_1_SQRT_2;
/// The height of the row of signs.
const SIGNS: f64 = 20.0;

/// The place of a value among the parties, with its sign.
const STANDINGS: [(ValueStanding, &str); 3] =
    [(ValueStanding::Shared, "="), (ValueStanding::Contested, "↔"), (ValueStanding::Orphan, "1")];

/// How important which value is to whom.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &ValueMap) -> Option<Picture> {
    let map = Map::of(speech, found)?;
    let grid = Grid::of(&map);
    let below = grid.top + grid.height * map.rows.iter().map(|_| 1.0).sum::<f64>() + 14.0;
    let notes = map.beneath(grid.width);
    let description = map.description(&notes);
    let beneath = Beneath { signs: map.legend(), notes, lists: Vec::new() }.draw(below, grid.whole);
    let names: Vec<String> = map.rows.iter().map(|row| map.party(row.party)).collect();
    let body = html! {
        (defs(KIND))
        @for (value, n) in map.columns.iter().zip(steps()) { (map.head(&grid, value, n)) }
        (map.unasked(&grid))
        @for (row, n) in map.rows.iter().zip(steps()) { (map.row(&grid, &names, row, n)) }
        (beneath.body)
    };
    let title = speech.words("picture-value-map-title");
    Some(picture(KIND, &title, &description, (grid.whole, below + beneath.height), body))
}

/// A party with its known importances.
struct Row<'a> {
    party: &'a PartyId,
    known: BTreeMap<&'a ValueId, Reading>,
}

/// What is drawn.
struct Map<'a> {
    speech: &'a Speech<'a>,
    found: &'a ValueMap,
    rows: Vec<Row<'a>>,
    columns: Vec<&'a ValueId>,
    /// The parties and values with a known importance, and no place.
    more_parties: Vec<&'a PartyId>,
    more_values: Vec<&'a ValueId>,
}

/// Where the table stands, and how large its cells are.
struct Grid {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    whole: f64,
}

impl Grid {
    fn of(map: &Map<'_>) -> Self {
        let widest = map.rows.iter().map(|row| text_width(&map.party(row.party), SIZE)).fold(60.0, f64::max);
        let left = LEFT + widest.min(NAME) + 8.0;
        let sloped =
            map.columns.iter().map(|value| text_width(&map.value(value), SIZE)).fold(0.0, f64::max).min(SLOPED);
        let aside = sloped * SLOPE + SIZE;
        let columns = map.columns.iter().map(|_| 1.0).sum::<f64>();
        // Wide enough for every number, as far as all of it fits on a page.
        let number = |r: &Reading| (text_width(&map.speech.number(r.raw), SMALL) + 2.0 * NEAR).ceil();
        let most = ((WIDEST - left - aside) / columns).floor().clamp(CELL, 52.0);
        let least = map.rows.iter().flat_map(|row| row.known.values()).map(number).fold(CELL, f64::max).min(most);
        let width = ((WIDTH - left - aside) / columns).floor().min(52.0).max(least);
        let height = match map.rows.len() {
            0..=20 => 32.0,
            _ => 22.0,
        };
        let whole = WIDTH.max(left + columns * width + aside);
        Self { left, top: aside + SIGNS + 10.0, width, height, whole }
    }

    fn cell(&self, column: f64, row: f64) -> Place {
        let (width, height) = (self.width, self.height);
        Place { x: self.left + column * width, y: self.top + row * height, width, height }
    }
}

impl<'a> Map<'a> {
    /// Nothing where no importance is known.
    fn of(speech: &'a Speech<'a>, found: &'a ValueMap) -> Option<Self> {
        let values = found.importance.columns();
        let known =
            |cells: &[Option<Reading>]| values.iter().zip(cells).filter_map(|(v, r)| Some((v, (*r)?))).collect();
        let rows = found.importance.iter().map(|(party, cells)| Row { party, known: known(cells) });
        let mut rows: Vec<Row<'_>> = rows.filter(|row| !row.known.is_empty()).collect();
        rows.sort_by(|a, b| b.known.len().cmp(&a.known.len()).then_with(|| a.party.cmp(b.party)));
        let mut spread: Vec<_> = found.values.iter().filter(|v| v.parties > 0).collect();
        spread.sort_by(|a, b| b.parties.cmp(&a.parties).then_with(|| a.value.cmp(&b.value)));
        let mut columns: Vec<&ValueId> = spread.into_iter().map(|v| &v.value).collect();
        let more_values = columns.split_off(VALUES.min(columns.len()));
        let mut more_parties: Vec<&PartyId> = rows.split_off(PARTIES.min(rows.len())).iter().map(|r| r.party).collect();
        more_parties.sort_by_key(|party| speech.place(party));
        rows.sort_by_key(|row| speech.place(row.party));
        let mut map = Self { speech, found, rows, columns: Vec::new(), more_parties, more_values };
        // By how they stand among the parties; within that, those that most parties rated first.
        columns.sort_by_key(|value| STANDINGS.iter().position(|(s, _)| map.stands(value, *s)).unwrap_or(usize::MAX));
        map.columns = columns;
        (!map.rows.is_empty() && !map.columns.is_empty()).then_some(map)
    }

    fn party(&self, party: &PartyId) -> String {
        plain(&self.speech.party(party))
    }

    fn value(&self, value: &ValueId) -> String {
        plain(&self.speech.name(&value.into()))
    }

    fn stands(&self, value: &ValueId, standing: ValueStanding) -> bool {
        match standing {
            ValueStanding::Shared => self.found.shared.iter().any(|v| v.value == *value),
            ValueStanding::Contested => self.found.contested.iter().any(|v| v.value == *value),
            ValueStanding::Orphan => self.found.orphans.iter().any(|v| v.value == *value),
        }
    }

    /// The signs of a value among the parties.
    fn signs(&self, value: &ValueId) -> Vec<&'static str> {
        STANDINGS.iter().filter(|(standing, _)| self.stands(value, *standing)).map(|(_, sign)| *sign).collect()
    }

    /// The name of a value above its column, with its signs.
    fn head(&self, grid: &Grid, value: &ValueId, column: f64) -> Markup {
        let speech = self.speech;
        let at = grid.cell(column, 0.0);
        let (middle, base) = (at.x + at.width / 2.0, grid.top - SIGNS - 2.0);
        let all: Vec<String> = self.columns.iter().map(|value| self.value(value)).collect();
        let name = short(&self.value(value), &all, SIZE, SLOPED);
        let turn = format!("rotate(-45 {} {})", px(middle + 4.0), px(base));
        let signs = self.signs(value).join(" ");
        let raw = |m: Measure| speech.measure(m, |x| word(speech.number(x)));
        let spread = self.found.values.iter().find(|v| v.value == *value).map(|v| {
            let said = args! {
                "value": speech.name(&value.into()), "n": v.parties,
                "low": raw(v.low), "median": raw(v.median), "high": raw(v.high),
            };
            speech.say("picture-value-map-value", said)
        });
        let standing = STANDINGS.iter().filter(|(standing, _)| self.stands(value, *standing)).map(|(standing, _)| {
            let said = args! {"level": speech.number(self.found.cut)};
            speech.say(&format!("picture-value-map-{}", standing.word()), said)
        });
        let standing: Vec<Inlines> = standing.collect();
        let standing = if standing.is_empty() {
            Inlines::new()
        } else {
            speech.say("picture-value-map-standing", args! {"all": speech.and(standing)})
        };
        let told = Told { what: plain(&sentences(spread.into_iter().chain([standing]))), ..Told::default() };
        let drawn = html! {
            g transform=(turn) { (text(middle + 4.0, base, Side::Start, "label", &name)) }
            @if !signs.is_empty() { (text(middle, grid.top - 7.0, Side::Middle, "strong", &signs)) }
        };
        mark(&told, &drawn)
    }

    fn row(&self, grid: &Grid, names: &[String], row: &Row<'_>, n: f64) -> Markup {
        let speech = self.speech;
        let middle = grid.cell(0.0, n).y + grid.height / 2.0;
        let said = args! {
            "party": speech.party(row.party), "n": row.known.len(), "all": self.found.importance.columns().len(),
        };
        let told = Told::of(row.party, &speech.say("picture-value-map-party", said));
        let room = (grid.left - LEFT - 8.0, grid.height);
        let label = named(&self.party(row.party), names, (grid.left - 8.0, middle), Side::End, room);
        html! {
            (mark(&told, &label))
            @for (value, column) in self.columns.iter().zip(steps()).filter(|(value, _)| self.is_on_record(row, value)) {
                (self.importance(row, value, grid.cell(column, n)))
            }
        }
    }

    /// Whether it is known how important a value is to a party, or on record that nobody knows.
    fn is_on_record(&self, row: &Row<'_>, value: &ValueId) -> bool {
        let source = || Element::Importance(row.party.clone(), value.clone());
        row.known.contains_key(value) || self.found.omitted.iter().any(|o| o.subject == source())
    }

    /// The cells that nothing is on record of, as one: there is nothing to tell of them that the legend does not.
    fn unasked(&self, grid: &Grid) -> Markup {
        let rows = self.rows.iter().zip(steps());
        let cells = rows.flat_map(|(row, n)| self.columns.iter().zip(steps()).map(move |cell| (row, n, cell)));
        let way: String = cells
            .filter(|(row, _, (value, _))| !self.is_on_record(row, value))
            .map(|(_, n, (_, column))| {
                let at = grid.cell(column, n);
                format!("M{} {}h{}v{}h{}z", px(at.x), px(at.y), px(at.width), px(at.height), px(-at.width))
            })
            .collect();
        let pattern = format!("url(#unknown-{KIND})");
        html! { @if !way.is_empty() { path class="cell" fill=(pattern) d=(way) {} } }
    }

    /// How important a value is to a party, or that nobody knows.
    fn importance(&self, row: &Row<'_>, value: &ValueId, at: Place) -> Markup {
        let speech = self.speech;
        let named =
            |key: &str| speech.say(key, args! {"party": speech.party(row.party), "value": speech.name(&value.into())});
        let Some(reading) = row.known.get(value) else {
            let drawn = cell(KIND, Fill::Unknown, at, &["?"]);
            return mark(&Told::of(row.party, &named("picture-value-map-unknown")), &drawn);
        };
        let said = args! {
            "party": speech.party(row.party), "value": speech.name(&value.into()), "rating": speech.on_scale(*reading),
        };
        let told = Told::of(row.party, &speech.say("picture-value-map-cell", said));
        let fill = Fill::importance(reading.unit());
        let drawn = html! {
            (cell(KIND, fill, at, &[&self.number(*reading, at.width)]))
            @if reading.low < reading.high { (spread(reading, fill, at)) }
        };
        mark(&told, &drawn)
    }

    /// An importance as it is written in a cell of a width.
    fn number(&self, reading: Reading, width: f64) -> String {
        number::short(self.speech, reading.raw, SMALL, width - 2.0 * NEAR)
    }

    /// The importances in the cells.
    fn drawn(&self) -> impl Iterator<Item = Reading> + '_ {
        self.rows.iter().flat_map(|row| row.known.iter()).filter(|(v, _)| self.columns.contains(v)).map(|(_, r)| *r)
    }

    fn legend(&self) -> Vec<Sign> {
        let speech = self.speech;
        let place = |x: f64, width: f64| Place { x, y: -9.0, width, height: 18.0 };
        let mut out = Vec::new();
        if let Some(scale) = self.rows.iter().flat_map(|row| row.known.values()).map(|r| r.scale).next() {
            let parts: [f64; IMPORTANCE] = [0.0, 0.25, 0.5, 0.75, 1.0];
            let levels = parts.map(|part| {
                let raw = scale.min() + part * (scale.max() - scale.min());
                (Fill::importance(part), number::short(speech, raw, SMALL, LEVEL))
            });
            let said = args! {"scale": speech.scale(&scale)};
            let width = levels.iter().map(|(_, level)| text_width(level, SMALL)).fold(18.0, f64::max) + 6.0;
            let reach = levels.iter().map(|_| width).sum::<f64>() / 2.0;
            let drawn = html! {
                @for ((fill, level), n) in levels.iter().zip(steps()) {
                    (cell(KIND, *fill, place(n * width - reach, width), &[level.as_str()]))
                }
            };
            out.push(Sign::new(drawn, reach, &speech.say("picture-value-map-levels", said)));
        }
        let unknown = || {
            let cells = self.rows.iter().flat_map(|row| self.columns.iter().map(move |value| (row, value)));
            cells.filter(|(row, value)| !row.known.contains_key(*value))
        };
        if unknown().next().is_some() {
            let sign = if unknown().any(|(row, value)| self.is_on_record(row, value)) { "?" } else { "" };
            let drawn = cell(KIND, Fill::Unknown, place(-11.0, 22.0), &[sign]);
            out.push(Sign::new(drawn, 11.0, &speech.words("picture-value-map-unknown-key")));
        }
        if let Some(reading) = self.drawn().find(|r| r.low < r.high) {
            let (fill, at) = (Fill::Importance(0), place(-15.0, 30.0));
            let drawn = html! { (cell(KIND, fill, at, &[])) (spread(&reading, fill, at)) };
            out.push(Sign::new(drawn, 15.0, &speech.words("picture-spread")));
        }
        let present: BTreeSet<&str> = self.columns.iter().flat_map(|value| self.signs(value)).collect();
        for (standing, sign) in STANDINGS.iter().filter(|(_, sign)| present.contains(sign)) {
            let said = args! {"level": speech.number(self.found.cut)};
            let means = speech.say(&format!("picture-value-map-{}", standing.word()), said);
            let drawn = text(0.0, 4.5, Side::Middle, "strong", sign);
            out.push(Sign::new(drawn, text_width(sign, SIZE) / 2.0, &means));
        }
        out
    }

    /// What is to be said of what has no place.
    fn beneath(&self, width: f64) -> Vec<Inlines> {
        let speech = self.speech;
        let parties = |all: &[&PartyId]| speech.few(all.iter().map(|p| speech.party(p)).collect(), NAMED);
        let values = |all: &[&ValueId]| speech.few(all.iter().map(|v| speech.name(&(*v).into())).collect(), NAMED);
        let mut silent: Vec<&PartyId> = self.found.gaps.silent.iter().collect();
        silent.sort_by_key(|party| speech.place(party));
        let unrated: Vec<&ValueId> = self.found.gaps.unrated.iter().collect();
        let mut out = Vec::new();
        if self.drawn().any(|reading| self.number(reading, width) != speech.number(reading.raw)) {
            out.push(speech.words("picture-value-map-about"));
        }
        if !self.more_parties.is_empty() {
            let said = args! {"n": self.more_parties.len(), "most": PARTIES, "all": parties(&self.more_parties)};
            out.push(speech.say("picture-value-map-more-parties", said));
        }
        if !self.more_values.is_empty() {
            let said = args! {"n": self.more_values.len(), "most": VALUES, "all": values(&self.more_values)};
            out.push(speech.say("picture-value-map-more-values", said));
        }
        if !silent.is_empty() {
            let said = args! {"n": silent.len(), "all": parties(&silent)};
            out.push(speech.say("picture-value-map-silent", said));
        }
        if !unrated.is_empty() {
            let said = args! {"n": unrated.len(), "all": values(&unrated)};
            out.push(speech.say("picture-value-map-unrated", said));
        }
        out
    }

    fn description(&self, beneath: &[Inlines]) -> Inlines {
        let speech = self.speech;
        let known = self.rows.iter().flat_map(|row| row.known.keys()).filter(|v| self.columns.contains(v)).count();
        let cells = self.rows.len().saturating_mul(self.columns.len());
        let counts = args! {
            "parties": self.rows.len(), "values": self.columns.len(), "known": known,
            "unknown": cells.saturating_sub(known),
        };
        let standings = STANDINGS.iter().filter_map(|(standing, _)| {
            let of: Vec<Inlines> = (self.columns.iter())
                .filter(|value| self.stands(value, *standing))
                .map(|value| speech.name(&(*value).into()))
                .collect();
            let said = args! {"all": speech.few(of.clone(), NAMED), "level": speech.number(self.found.cut)};
            (!of.is_empty()).then(|| speech.say(&format!("picture-value-map-all-{}", standing.word()), said))
        });
        let all = [speech.say("picture-value-map-description", counts)].into_iter().chain(standings);
        sentences(all.chain(beneath.iter().cloned()))
    }
}

/// From the lowest to the highest that any rater allows, along the foot of a cell: its left side is the lowest of the scale, its
/// right side the highest.
fn spread(reading: &Reading, fill: Fill, at: Place) -> Markup {
    let (left, width) = (at.x + 4.0, at.width - 8.0);
    let [low, high] = [reading.low, reading.high].map(|raw| left + width * reading.scale.unit(raw));
    let y = at.y + at.height - 3.2;
    let class = fill.stroke();
    html! {
        line class=(class) x1=(px(low)) y1=(px(y)) x2=(px(high)) y2=(px(y)) {}
        line class=(class) x1=(px(low)) y1=(px(y - 2.0)) x2=(px(low)) y2=(px(y + 2.0)) {}
        line class=(class) x1=(px(high)) y1=(px(y - 2.0)) x2=(px(high)) y2=(px(y + 2.0)) {}
    }
}
