//! Driving and restraining forces as bars to both sides of a line, as K. Lewin drew them: each pushes against the line.

use maud::{Markup, html};

use super::beneath::{Beneath, MARGIN};
use super::draw::{SIZE, SMALL, Shape, Side as Anchor, Told, fit, hatched, mark, picture, px, shape, text, text_width};
use super::left_out::{lists, not_placed};
use super::legend::{Drawn, Sign, lines, sentences, unknown};
use super::{Picture, PictureKind, names, number};
use crate::analysis::ForceField;
use crate::analysis::force_field::PartyForce;
use crate::analysis::free_forces::{FreeForce, FreeForces};
use crate::math::exact;
use crate::model::Element;
use crate::report::page::{Inlines, capital, plain};
use crate::report::speech::{Speech, args, word};
use crate::vocabulary::Side;

const KIND: PictureKind = PictureKind::ForceField;

const WIDTH: f64 = 760.0;
/// Where the line stands.
const MIDDLE: f64 = WIDTH / 2.0;
/// How long the longest bar is, where the numbers are short; what is left of the half is for its number.
const LONGEST: f64 = 296.0;

/// The most room for a number, and how much wider it is in bold.
const NUMBER: f64 = 90.0;
const BOLD: f64 = 1.08;

/// With more bars than this the rows get thinner.
const ROOMY: usize = 24;
/// How many bars there are at most, of parties and of named forces together; beyond that the weakest parties are gathered.
const MOST: usize = 40;
/// With more named forces than this the last ones in the order are gathered.
const MOST_FREE: usize = 14;

/// A force as it is drawn: above 0 drives, below 0 restrains.
struct Bar {
    force: f64,
    /// The lowest and the highest force that the estimates allow.
    range: Option<(f64, f64)>,
    name: String,
    /// Who exerts it, beneath the name where rows are high.
    under: Option<String>,
    number: String,
    told: Told,
}

/// A row: a force, or those that are gathered in it.
enum Row {
    Bar(Bar),
    Gathered { side: Option<Side>, says: String, told: Told },
}

/// How high rows are, and how large their text is.
#[derive(Clone, Copy)]
struct Pitch {
    row: f64,
    bar: f64,
    size: f64,
    class: &'static str,
    /// How far beneath the name who exerts a force stands.
    under: Option<f64>,
}

const WIDE: Pitch = Pitch { row: 25.0, bar: 14.0, size: SIZE, class: "", under: None };
const DOUBLE: Pitch = Pitch { row: 34.0, under: Some(12.5), ..WIDE };
const THIN: Pitch = Pitch { row: 16.0, bar: 9.0, size: SMALL, class: "small", under: None };

/// Driving and restraining forces as bars to both sides.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &ForceField) -> Option<Picture> {
    let free = &found.free_forces;
    if found.parties.is_empty() && free.forces.is_empty() {
        return None;
    }
    let mut out = Sheet { body: Vec::new(), y: MARGIN, has_spread: false };
    if !found.parties.is_empty() {
        parties(&mut out, speech, found);
    }
    if !free.forces.is_empty() {
        if !found.parties.is_empty() {
            out.y += 26.0;
        }
        free_forces(&mut out, speech, free);
    }
    let of = |kind: fn(&Element) -> bool| {
        found.omitted.iter().filter(move |o| kind(&o.subject)).map(|o| (o.subject.clone(), o))
    };
    let parties = of(|subject| !matches!(subject, Element::Force(_)));
    let mut lists_of = lists(speech, "picture-not-placed", parties, |_| unknown());
    let forces = of(|subject| matches!(subject, Element::Force(_)));
    lists_of.extend(lists(speech, "picture-force-field-free-not-known", forces, |_| unknown()));
    let top = out.y + 14.0;
    let signs = signs(speech, found, out.has_spread);
    let beneath = Beneath { signs, notes: Vec::new(), lists: lists_of }.draw(top, WIDTH);
    out.body.push(beneath.body);
    let body = html! { @for one in &out.body { (one) } };
    let size = (WIDTH, top + beneath.height);
    Some(picture(KIND, &speech.words("picture-force-field-title"), &description(speech, found), size, body))
}

/// What is drawn so far, from above downwards.
struct Sheet {
    body: Vec<Markup>,
    y: f64,
    has_spread: bool,
}

impl Sheet {
    fn add(&mut self, drawn: Drawn, after: f64) {
        self.body.push(drawn.body);
        self.y += drawn.height + after;
    }

    fn paragraph(&mut self, class: &str, says: &Inlines) {
        let drawn = lines(MARGIN, self.y, Anchor::Start, class, WIDTH - 2.0 * MARGIN, usize::MAX, &plain(says));
        self.add(drawn, 2.0);
    }

    /// Which side is which.
    fn sides(&mut self, speech: &Speech<'_>) {
        let y = self.y + 16.0;
        let driving = plain(&speech.words("picture-force-field-left"));
        let restraining = plain(&speech.words("picture-force-field-right"));
        self.body.push(text(MIDDLE - 8.0, y, Anchor::End, "strong", &driving));
        self.body.push(text(MIDDLE + 8.0, y, Anchor::Start, "strong", &restraining));
        self.y += 24.0;
    }

    /// The rows with the line through them. The longest reach of a bar or of its spread is as long as fits.
    fn rows(&mut self, rows: &[Row], pitch: Pitch) {
        let reach = |row: &Row| match row {
            Row::Bar(bar) => bar.range.map_or(bar.force.abs(), |(low, high)| low.abs().max(high.abs())),
            Row::Gathered { .. } => 0.0,
        };
        let furthest = rows.iter().map(reach).fold(0.0, f64::max);
        let numbers = rows.iter().filter_map(|row| match row {
            Row::Bar(bar) => (bar.force != 0.0).then_some(bar.number.as_str()),
            Row::Gathered { .. } => None,
        });
        let unit = if furthest > 0.0 { longest(numbers) / furthest } else { 0.0 };
        let named = |row: &Row| match row {
            Row::Bar(bar) => Some(bar.named(pitch)),
            Row::Gathered { .. } => None,
        };
        let names: Vec<String> = rows.iter().filter_map(named).collect();
        let top = self.y;
        for row in rows {
            let drawn = match row {
                Row::Bar(bar) => {
                    self.has_spread |= bar.range.is_some();
                    mark(&bar.told, &bar.draw(self.y, unit, pitch, &names))
                }
                Row::Gathered { side, says, told } => mark(told, &gathered(*side, says, self.y, pitch)),
            };
            self.body.push(drawn);
            self.y += pitch.row;
        }
        self.body.push(html! {
            line class="axis" x1=(px(MIDDLE)) y1=(px(top - 3.0)) x2=(px(MIDDLE)) y2=(px(self.y + 3.0)) {}
        });
        self.y += 3.0;
    }

    /// What both sides add up to, on a scale of their own, and what is left.
    fn totals(&mut self, speech: &Speech<'_>, (driving, restraining, net): (f64, f64, f64), key: &str) {
        self.y += 8.0;
        self.body.push(html! {
            line class="line" x1=(px(MARGIN)) y1=(px(self.y)) x2=(px(WIDTH - MARGIN)) y2=(px(self.y)) {}
        });
        self.y += 6.0;
        self.paragraph("small quiet", &speech.words("picture-force-field-together"));
        let shown = [driving, restraining].map(|total| short_number(speech, total));
        let furthest = driving.max(restraining);
        let unit = if furthest > 0.0 { longest(shown.iter().map(String::as_str)) / furthest } else { 0.0 };
        let [drives, restrains] = &shown;
        let told = |says: Inlines| Told { parties: Vec::new(), kind: None, what: plain(&says) };
        let numbers = args! {
            "driving": speech.number(driving), "restraining": speech.number(restraining), "net": speech.signed(net),
        };
        let bars = html! {
            (arrow(driving * unit, self.y + 2.0, 18.0))
            (arrow(-restraining * unit, self.y + 2.0, 18.0))
            (text(MIDDLE - driving * unit - 6.0, self.y + 16.0, Anchor::End, "strong", drives))
            (text(MIDDLE + restraining * unit + 6.0, self.y + 16.0, Anchor::Start, "strong", restrains))
            line class="axis" x1=(px(MIDDLE)) y1=(px(self.y - 2.0)) x2=(px(MIDDLE)) y2=(px(self.y + 24.0)) {}
        };
        self.body.push(mark(&told(speech.say(key, numbers)), &bars));
        self.y += 30.0;
        let said = plain(&speech.say("picture-force-field-net", args! {"net": short_signed(speech, net)}));
        self.body.push(text(MIDDLE, self.y + 10.0, Anchor::Middle, "strong", &said));
        self.y += 14.0;
    }
}

/// A number as it stands beside a bar: what there is left of the half beside the longest one, in bold.
fn short_number(speech: &Speech<'_>, x: f64) -> String {
    number::short(speech, x, SIZE * BOLD, NUMBER)
}

/// The same with its sign, whatever it is.
fn short_signed(speech: &Speech<'_>, x: f64) -> String {
    let text = short_number(speech, x.abs());
    let sign = speech.signed(x.signum());
    match text.as_str() {
        "0" => text,
        _ => sign.chars().take(1).chain(text.chars()).collect(),
    }
}

/// How long the longest bar can be beside the widest of some numbers.
fn longest<'t>(numbers: impl Iterator<Item = &'t str>) -> f64 {
    let widest = numbers.map(|text| text_width(text, SIZE * BOLD)).fold(0.0, f64::max);
    LONGEST.min(MIDDLE - MARGIN - 6.0 - widest)
}

/// A bar that pushes against the line: from the left where it is above 0, from the right, and hatched, below.
fn arrow(length: f64, top: f64, height: f64) -> Markup {
    if length == 0.0 {
        return html! {};
    }
    let (far, tip) = (MIDDLE - length, MIDDLE - length.signum() * length.abs().min(height * 0.6));
    let corners = [(far, top), (tip, top), (MIDDLE, top + height / 2.0), (tip, top + height), (far, top + height)];
    let points: Vec<String> = corners.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).collect();
    let points = points.join(" ");
    if length > 0.0 {
        html! { polygon class="for" points=(points) {} }
    } else {
        html! { polygon class="against-edge" fill=(hatched(KIND)) points=(points) {} }
    }
}

impl Bar {
    /// What stands in the line of the name.
    fn named(&self, pitch: Pitch) -> String {
        match &self.under {
            Some(under) if pitch.under.is_none() => format!("{} ({under})", self.name),
            _ => self.name.clone(),
        }
    }

    /// The bar on one side of the line with its number, its name on the other, told from the names of all.
    fn draw(&self, top: f64, unit: f64, pitch: Pitch, names: &[String]) -> Markup {
        let length = self.force * unit;
        let bar_top = top + 2.0;
        let base = bar_top + pitch.bar / 2.0 + pitch.size * 0.36;
        let numbered = format!("{} quiet", pitch.class);
        let numbered = if self.force == 0.0 { numbered.trim() } else { pitch.class };
        let room = MIDDLE - MARGIN - 10.0;
        let name = names::short(&self.named(pitch), names, pitch.size, room);
        let (x, anchor) = if self.force < 0.0 { (MIDDLE - 10.0, Anchor::End) } else { (MIDDLE + 10.0, Anchor::Start) };
        let under = self
            .under
            .as_ref()
            .zip(pitch.under)
            .map(|(under, below)| text(x, base + below, anchor, "small quiet", &fit(under, SMALL, room)));
        // To the left of the line where the force drives.
        let (number, named) = if self.force < 0.0 {
            (
                text(MIDDLE - length + 6.0, base, Anchor::Start, numbered, &self.number),
                text(x, base, anchor, pitch.class, &name),
            )
        } else {
            (
                text(MIDDLE - length.max(4.0) - 6.0, base, Anchor::End, numbered, &self.number),
                text(x, base, anchor, pitch.class, &name),
            )
        };
        html! {
            (arrow(length, bar_top, pitch.bar))
            @if length == 0.0 { (shape(Shape::Diamond, MIDDLE, bar_top + pitch.bar / 2.0, pitch.bar * 0.34, "neutral")) }
            (number) (named) @if let Some(under) = &under { (under) }
            @if let Some((low, high)) = self.range {
                (whisker(MIDDLE - high * unit, MIDDLE - low * unit, bar_top + pitch.bar + pitch.row * 0.15))
            }
        }
    }
}

/// From where to where something may be.
fn whisker(from: f64, to: f64, y: f64) -> Markup {
    let path = format!("M{0} {1}V{2}M{0} {3}H{4}M{4} {1}V{2}", px(from), px(y - 2.0), px(y + 2.0), px(y), px(to));
    html! { path class="axis" d=(path) {} }
}

/// The row of those that have none of their own.
fn gathered(side: Option<Side>, says: &str, top: f64, pitch: Pitch) -> Markup {
    let base = top + 2.0 + pitch.bar / 2.0 + pitch.size * 0.36;
    let says = fit(says, SMALL, MIDDLE - MARGIN - 10.0);
    let (x, anchor) = match side {
        Some(Side::Driving) => (MIDDLE - 10.0, Anchor::End),
        Some(Side::Restraining) | None => (MIDDLE + 10.0, Anchor::Start),
    };
    html! {
        @if side.is_none() { (shape(Shape::Diamond, MIDDLE, top + 2.0 + pitch.bar / 2.0, pitch.bar * 0.34, "neutral")) }
        (text(x, base, anchor, "small quiet", &says))
    }
}

/// The side of a force; none of a force of 0.
fn side_of(force: f64) -> Option<Side> {
    if force > 0.0 {
        Some(Side::Driving)
    } else if force < 0.0 {
        Some(Side::Restraining)
    } else {
        None
    }
}

/// What a side is called in a row, of a party with no force why.
fn called(speech: &Speech<'_>, party: &PartyForce) -> Inlines {
    match side_of(party.force) {
        Some(side) => speech.term(side),
        None if party.attitude.raw == 0.0 => speech.words("doubter"),
        None => speech.words("no-force"),
    }
}

/// The lowest and the highest product that the estimates allow, where they lie apart.
fn range(party: &PartyForce) -> Option<(f64, f64)> {
    let ends = [party.power, party.interest_level, party.attitude].map(|reading| [reading.low, reading.high]);
    let [power, interest, attitude] = ends;
    let corners = || power.iter().flat_map(|p| interest.iter().flat_map(|s| attitude.iter().map(|a| [*p, *s, *a])));
    let low = corners().map(exact::product).fold(f64::INFINITY, f64::min);
    let high = corners().map(exact::product).fold(f64::NEG_INFINITY, f64::max);
    (low < high).then_some((low, high))
}

fn bar(speech: &Speech<'_>, party: &PartyForce) -> Bar {
    let range = range(party);
    let mut what = speech.say(
        "picture-force-field-party",
        args! {
            "party": speech.party(&party.party), "force": speech.signed(party.force), "side": called(speech, party),
            "power": speech.cell(Some(party.power)), "interest": speech.cell(Some(party.interest_level)),
            "attitude": speech.cell(Some(party.attitude)),
        },
    );
    if let Some((low, high)) = range {
        what.extend(speech.words("space"));
        let ends = args! {"low": speech.signed(low), "high": speech.signed(high)};
        what.extend(speech.say("picture-force-field-range", ends));
    }
    let told = Told::of(&party.party, &what);
    let number = match side_of(party.force) {
        Some(_) => short_signed(speech, party.force),
        None => plain(&speech.say("picture-force-field-zero", args! {"side": called(speech, party)})),
    };
    Bar { force: party.force, range, name: plain(&speech.party(&party.party)), under: None, number, told }
}

fn parties(out: &mut Sheet, speech: &Speech<'_>, found: &ForceField) {
    let mut sorted: Vec<&PartyForce> = found.parties.iter().collect();
    sorted.sort_by(|a, b| b.force.total_cmp(&a.force).then_with(|| a.party.cmp(&b.party)));
    out.paragraph("strong", &speech.words("picture-force-field-parties"));
    out.paragraph("small quiet", &speech.words("picture-force-field-how"));
    out.sides(speech);
    let pitch = if sorted.len() > ROOMY { THIN } else { WIDE };
    let shown = strongest(&sorted, most(found));
    let mut rows = Vec::new();
    for side in [Some(Side::Driving), None, Some(Side::Restraining)] {
        let here: Vec<&PartyForce> = sorted.iter().copied().filter(|p| side_of(p.force) == side).collect();
        let (own, weak): (Vec<&PartyForce>, Vec<&PartyForce>) = here.iter().partition(|p| shown.contains(p));
        let own = own.into_iter().map(|party| Row::Bar(bar(speech, party)));
        let weak = (!weak.is_empty()).then(|| weaker(speech, side, &weak));
        // The weakest stand nearest to those without force.
        match side {
            Some(Side::Restraining) => rows.extend(weak.into_iter().chain(own)),
            _ => rows.extend(own.chain(weak)),
        }
    }
    out.rows(&rows, pitch);
    out.totals(speech, (found.driving, found.restraining, found.net), "field-totals");
}

/// How many parties get a row of their own.
fn most(found: &ForceField) -> usize {
    MOST - found.free_forces.forces.len().min(MOST_FREE)
}

/// Those that get a row of their own: all, or the strongest where there are too many.
fn strongest<'a>(sorted: &[&'a PartyForce], most: usize) -> Vec<&'a PartyForce> {
    let mut shown = sorted.to_vec();
    if shown.len() > most {
        shown.sort_by(|a, b| b.force.abs().total_cmp(&a.force.abs()).then_with(|| a.party.cmp(&b.party)));
        shown.truncate(most);
    }
    shown
}

/// The row of the weakest ones of a side.
fn weaker(speech: &Speech<'_>, side: Option<Side>, weak: &[&PartyForce]) -> Row {
    let total = exact::sum(weak.iter().map(|party| party.force));
    let numbers = args! {"n": weak.len(), "total": short_signed(speech, total)};
    let says = match side {
        Some(Side::Driving) => speech.say("picture-force-field-more-driving", numbers),
        Some(Side::Restraining) => speech.say("picture-force-field-more-restraining", numbers),
        None => speech.say("picture-force-field-more-none", numbers),
    };
    let parties = weak.iter().map(|party| party.party.clone()).collect();
    let told = Told { parties, kind: None, what: plain(&says) };
    Row::Gathered { side, says: plain(&says), told }
}

fn free_bar(speech: &Speech<'_>, place: Option<usize>, free: &FreeForce) -> Bar {
    let sign = if free.side == Side::Driving { 1.0 } else { -1.0 };
    let strength = free.strength;
    let range = (strength.low < strength.high).then(|| {
        let (a, b) = (strength.low * sign, strength.high * sign);
        (a.min(b), a.max(b))
    });
    let name = speech.name(&(&free.force).into());
    let mut what = speech.say(
        "picture-force-field-free",
        args! {
            "force": name.clone(), "side": speech.term(free.side), "strength": speech.cell(Some(strength)),
            "changeability": speech.cell(free.changeability),
            "leverage": speech.measure(free.leverage, |x| word(speech.number(x))),
        },
    );
    let shown = place.map_or_else(
        || name.clone(),
        |place| {
            speech.say("picture-force-field-placed", args! {"place": (place + 1).to_string(), "force": name.clone()})
        },
    );
    if let Some(party) = &free.party {
        what.extend(speech.words("space"));
        what.extend(speech.say("picture-force-field-exerted", args! {"party": speech.party(party)}));
    }
    let under = free.party.as_ref().map(|party| plain(&speech.party(party)));
    let parties = free.party.iter().cloned().collect();
    let told = Told { parties, kind: None, what: plain(&what) };
    let number = short_signed(speech, strength.raw * sign);
    Bar { force: strength.raw * sign, range, name: plain(&shown), under, number, told }
}

fn free_forces(out: &mut Sheet, speech: &Speech<'_>, free: &FreeForces) {
    let place = |f: &FreeForce| free.order.iter().position(|id| *id == f.force);
    let mut sorted: Vec<&FreeForce> = free.forces.iter().collect();
    sorted.sort_by_key(|f| place(f).unwrap_or(usize::MAX));
    out.paragraph("strong", &speech.words("picture-force-field-free-forces"));
    out.paragraph("small quiet", &speech.words("picture-force-field-order"));
    out.sides(speech);
    let (own, rest) =
        sorted.split_at_checked(MOST_FREE).filter(|_| sorted.len() > MOST_FREE + 1).unwrap_or((&sorted, &[]));
    let mut rows: Vec<Row> = own.iter().map(|force| Row::Bar(free_bar(speech, place(force), force))).collect();
    for side in [Side::Restraining, Side::Driving] {
        let here: Vec<&&FreeForce> = rest.iter().filter(|force| force.side == side).collect();
        if here.is_empty() {
            continue;
        }
        let total = exact::sum(here.iter().map(|force| force.strength.raw));
        let key = format!("picture-force-field-more-free-{side}");
        let says = plain(&speech.say(&key, args! {"n": here.len(), "total": short_number(speech, total)}));
        let parties = here.iter().filter_map(|force| force.party.clone()).collect();
        let told = Told { parties, kind: None, what: says.clone() };
        rows.push(Row::Gathered { side: Some(side), says, told });
    }
    out.rows(&rows, if sorted.len() > ROOMY / 2 { THIN } else { DOUBLE });
    out.totals(speech, (free.driving, free.restraining, free.net), "free-forces-totals");
}

/// The legend: what is drawn, and no more.
fn signs(speech: &Speech<'_>, found: &ForceField, has_spread: bool) -> Vec<Sign> {
    let free = &found.free_forces.forces;
    let is_there = |side| {
        found.parties.iter().any(|p| side_of(p.force) == Some(side)) || free.iter().any(|force| force.side == side)
    };
    let none = found.parties.iter().any(|p| p.force == 0.0) || free.iter().any(|force| force.strength.raw == 0.0);
    let bar = |points: &str, class: &str, fill: Option<String>| {
        html! { polygon class=(class) fill=[fill] points=(points) {} }
    };
    let mut out = Vec::new();
    if is_there(Side::Driving) {
        let sign = bar("-13,-5 7,-5 13,0 7,5 -13,5", "for", None);
        out.push(Sign::new(sign, 13.0, &speech.words("picture-force-field-sign-driving")));
    }
    if is_there(Side::Restraining) {
        let sign = bar("13,-5 -7,-5 -13,0 -7,5 13,5", "against-edge", Some(hatched(KIND)));
        out.push(Sign::new(sign, 13.0, &speech.words("picture-force-field-sign-restraining")));
    }
    if none {
        let sign = shape(Shape::Diamond, 0.0, 0.0, 4.5, "neutral");
        out.push(Sign::new(sign, 6.0, &speech.words("picture-force-field-sign-none")));
    }
    if has_spread {
        let sign = whisker(-13.0, 13.0, 0.0);
        out.push(Sign::new(sign, 13.0, &speech.words("picture-force-field-sign-spread")));
    }
    out
}

/// What is to be seen, in words.
fn description(speech: &Speech<'_>, found: &ForceField) -> Inlines {
    let mut all = vec![speech.words("picture-force-field-shows")];
    let strongest = |keep: fn(f64) -> bool| {
        let mut here: Vec<&PartyForce> = found.parties.iter().filter(|p| keep(p.force)).collect();
        here.sort_by(|a, b| b.force.abs().total_cmp(&a.force.abs()).then_with(|| a.party.cmp(&b.party)));
        here.first().copied()
    };
    if !found.parties.is_empty() {
        let totals = args! {
            "n": found.parties.len(), "driving": speech.number(found.driving),
            "restraining": speech.number(found.restraining), "net": speech.signed(found.net),
        };
        all.push(speech.say("picture-force-field-found", totals));
        for (key, party) in [
            ("picture-force-field-strongest-driving", strongest(|f| f > 0.0)),
            ("picture-force-field-strongest-restraining", strongest(|f| f < 0.0)),
        ] {
            all.extend(
                party
                    .map(|p| speech.say(key, args! {"party": speech.party(&p.party), "force": speech.signed(p.force)})),
            );
        }
        if found.parties.len() > most(found) {
            all.push(speech.say("picture-force-field-gathered", args! {"n": found.parties.len() - most(found)}));
        }
    }
    let free = &found.free_forces;
    if !free.forces.is_empty() {
        let totals = args! {
            "n": free.forces.len(), "driving": speech.number(free.driving),
            "restraining": speech.number(free.restraining), "net": speech.signed(free.net),
        };
        all.push(speech.say("picture-force-field-free-found", totals));
    }
    all.extend(not_placed(
        speech,
        found.omitted.iter().filter_map(|o| match &o.subject {
            Element::Party(party) => Some(party),
            _ => None,
        }),
    ));
    sentences(all.into_iter().map(capital))
}
