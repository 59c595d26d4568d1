//! Sectors and rings: where parties are, wish to be, and are wanted.

mod field;

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::beneath::{Beneath, MARGIN};
use super::columns::{Entry, List};
use super::draw::{SMALL, Shape, Side, Told, mark, picture, px, shape, text, text_width};
use super::left_out::{self, not_placed};
use super::legend::{Sign, lines, sentences, unknown};
use super::{Picture, PictureKind};
use crate::analysis::Rings;
use crate::analysis::rings::{Mismatch, RingPlace, RingView};
use crate::id::{PartyId, Slug};
use crate::model::Element;
use crate::report::page::{Inlines, capital, plain};
use crate::report::speech::{Speech, args, word};
use crate::vocabulary::Vocabulary;
use field::{Field, Point, Taken};

const KIND: PictureKind = PictureKind::Rings;

/// The radius of a mark.
const MARK: f64 = 10.5;
/// With more sectors than this they are named by a letter.
const NAMED: usize = 8;
/// With more parties than this in the key, it takes the full width and each name one line.
const LONG: usize = 60;

/// The classes of a line and its point, and of a hollow mark: what the party wishes, and what we want.
const WISHED: (&str, &str) = ("axis wish", "wish-tip");
const DESIRED: (&str, &str) = ("cut want", "want-tip");
const HOLLOW_WISHED: &str = "hollow wish";
const HOLLOW_DESIRED: &str = "hollow want";
/// The mark of what both wish: neither outline covers the other.
const BOTH: [(Shape, f64, &str); 3] = [
    (Shape::Square, 10.0, HOLLOW_DESIRED),
    (Shape::Diamond, 11.0, HOLLOW_WISHED),
    (Shape::Square, 10.0, "outline want"),
];

/// A party with its places: numbers of rings from the outside.
struct Who<'a> {
    place: &'a RingPlace,
    sector: usize,
    actual: Option<usize>,
    wished: Option<usize>,
    desired: Option<usize>,
}

/// What is shown, how.
struct Chart<'a> {
    speech: &'a Speech<'a>,
    rings: Vec<&'a Slug>,
    sectors: Vec<&'a Slug>,
    found: &'a Rings,
    /// Who has a place, in the order of their numbers.
    who: Vec<Who<'a>>,
}

/// Sectors and rings: where parties are, wish to be, and are wanted.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &Rings) -> Option<Picture> {
    let rings: Vec<&Slug> = found.sectors.first()?.rings.iter().map(|cell| &cell.ring).collect();
    let has_ring = |p: &&RingPlace| [&p.actual, &p.wished, &p.desired].into_iter().any(Option::is_some);
    let sectored = found.parties.iter().filter(has_ring).any(|p| p.sector.is_some());
    // Where no party has a sector, the circle has none.
    let sectors: Vec<&Slug> = found.sectors.iter().filter(|_| sectored).filter_map(|row| row.sector.as_ref()).collect();
    let ring = |word: &Option<Slug>| rings.iter().position(|ring| Some(*ring) == word.as_ref());
    let mut who: Vec<Who<'_>> = Vec::new();
    for place in found.parties.iter().filter(has_ring) {
        let sector = if sectored { sectors.iter().position(|s| Some(*s) == place.sector.as_ref()) } else { Some(0) };
        let [actual, wished, desired] = [&place.actual, &place.wished, &place.desired].map(ring);
        who.extend(sector.map(|sector| Who { place, sector, actual, wished, desired }));
    }
    let outside = |w: &Who<'_>| w.actual.unwrap_or(usize::MAX);
    who.sort_by(|a, b| (a.sector, outside(a), &a.place.party).cmp(&(b.sector, outside(b), &b.place.party)));
    if who.is_empty() {
        return None;
    }
    let mut chart = Chart { speech, rings, sectors, found, who };
    let width = if chart.who.len() > LONG { 1000.0 } else { 760.0 };
    let mut field = chart.field(width);
    let marks = chart.who.iter().map(|w| (w.sector, w.marked())).collect::<Vec<_>>();
    let (ground, mut labels) = chart.ground(&mut field, width);
    let mut body = vec![ground];
    let mut spokes = field.spokes(&marks);
    if spokes.is_none() && field.sectors > 1 {
        let mut wider = chart.field(width);
        wider.share(chart.who.iter().map(|w| w.sector));
        let (ground, names) = chart.ground(&mut wider, width);
        spokes = wider.spokes(&marks);
        if spokes.is_some() {
            (field, body, labels) = (wider, vec![ground], names);
        }
    }
    let is_packed = spokes.is_none();
    let (mut crowded, mut own): (usize, BTreeSet<usize>) = (0, (0..chart.who.len()).collect());
    match spokes {
        Some(points) => {
            let drawn = chart.who.iter().zip(points).enumerate().map(|(n, (w, points))| chart.spoke(n, w, &points));
            body.extend(drawn.collect::<Vec<_>>());
        }
        None => {
            // Only the ring where a party is has room for a number.
            chart.who.retain(|w| w.actual.is_some());
            if chart.who.is_empty() {
                return None;
            }
            (crowded, own) = chart.cells(&field, &mut body);
        }
    }
    // Above the lines that cross them.
    body.push(labels);
    let top = field.middle.y + field.radius + 36.0;
    let mut notes = Vec::new();
    if (0..field.rings).any(|ring| !field.is_named(ring)) {
        let names = speech.and((0..field.rings).map(|ring| chart.ring(Some(ring))));
        notes.push(speech.say("picture-rings-names", args! {"names": names}));
    }
    if is_packed {
        notes.push(speech.words("picture-rings-packed"));
    }
    if crowded > 0 {
        notes.push(speech.say("picture-rings-crowded", args! {"n": crowded}));
    }
    let mut lists = vec![List { heading: speech.words("picture-key"), entries: chart.key(is_packed, &own) }];
    lists.extend(chart.beside());
    let beneath = Beneath { signs: chart.signs(is_packed), notes, lists }.draw(top, width);
    body.push(beneath.body);
    let body = html! { @for one in &body { (one) } };
    let title = speech.words("picture-rings-title");
    Some(picture(KIND, &title, &chart.description(is_packed), (width, top + beneath.height), body))
}

impl Who<'_> {
    /// The rings where it has a mark: where it is, and where it wishes or is wanted to be if that is another.
    fn marked(&self) -> Vec<usize> {
        let mut out: Vec<usize> = [self.actual, self.wished, self.desired].into_iter().flatten().collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    /// How many rings closer one is than where it is now.
    fn steps(&self, to: Option<usize>) -> Option<f64> {
        let (from, to) = (self.actual?, to?);
        let far = u32::try_from(from.abs_diff(to)).map_or(f64::INFINITY, f64::from);
        Some(if to < from { -far } else { far })
    }
}

impl<'a> Chart<'a> {
    fn field(&self, width: f64) -> Field {
        let radius = if self.who.len() > LONG { 262.0 } else { 290.0 };
        let middle = Point { x: width / 2.0, y: MARGIN + 30.0 + radius };
        Field {
            middle,
            radius,
            rings: self.rings.len(),
            sectors: self.sectors.len().max(1),
            shares: Vec::new(),
            taken: Vec::new(),
        }
    }

    fn ring(&self, ring: Option<usize>) -> Inlines {
        let word = ring.and_then(|ring| self.rings.get(ring));
        word.map_or_else(|| self.speech.words("unknown-kind"), |word| self.speech.own_word("ring", word))
    }

    fn sector(&self, sector: usize) -> Option<Inlines> {
        self.sectors.get(sector).map(|word| capital(self.speech.own_word("sector", word)))
    }

    /// The letter of a sector, where the names do not fit around the circle.
    fn letter(&self, sector: usize) -> Option<String> {
        let at = u8::try_from(sector % 26).unwrap_or(0);
        let again = if sector < 26 { String::new() } else { (sector / 26 + 1).to_string() };
        (self.sectors.len() > NAMED).then(|| format!("{}{again}", char::from(b'A' + at)))
    }

    /// The circles, the sectors and what these are called; and what the rings are called.
    fn ground(&self, field: &mut Field, width: f64) -> (Markup, Markup) {
        let Point { x, y } = field.middle;
        let mut out = Vec::new();
        for ring in 0..field.rings {
            let (_, outer) = field.band(ring);
            out.push(html! { circle class="pane" cx=(px(x)) cy=(px(y)) r=(px(outer)) {} });
        }
        for sector in (0..field.sectors).filter(|_| field.sectors > 1) {
            let (from, to) = field.slice(sector);
            let end = field.point(field.radius, from);
            out.push(html! { line class="line" x1=(px(x)) y1=(px(y)) x2=(px(end.x)) y2=(px(end.y)) {} });
            out.push(self.sector_name(field, sector, (from + to) / 2.0, width));
        }
        let mut labels = Vec::new();
        for ring in 0..field.rings {
            if !field.is_named(ring) {
                continue;
            }
            let (inner, outer) = field.band(ring);
            let room = if inner == 0.0 { outer * 0.95 } else { 150.0 };
            let word = self.ring(Some(ring));
            let said = super::draw::fit(&plain(&word), SMALL, room);
            let half = text_width(&said, SMALL) / 2.0 + 3.0;
            let top = y - outer + 2.0;
            field.taken.push(Taken { left: x - half, right: x + half, top, bottom: top + 14.0 });
            labels.push(html! {
                rect class="pane" x=(px(x - half)) y=(px(top)) width=(px(2.0 * half)) height="14" rx="2" {}
                (text(x, top + 10.8, Side::Middle, "small", &said))
            });
        }
        (html! { @for one in &out { (one) } }, html! { @for one in &labels { (one) } })
    }

    /// What a sector is called, outside of the circle.
    fn sector_name(&self, field: &Field, sector: usize, angle: f64, width: f64) -> Markup {
        let Some(name) = self.sector(sector) else { return html! {} };
        let at = field.point(field.radius + 12.0, angle);
        let side = at.x - field.middle.x;
        let (anchor, room) = if side.abs() < field.radius * 0.15 {
            (Side::Middle, 200.0)
        } else if side > 0.0 {
            (Side::Start, width - MARGIN - at.x)
        } else {
            (Side::End, at.x - MARGIN)
        };
        let said = self.letter(sector).unwrap_or_else(|| plain(&name));
        let drawn = lines(at.x, 0.0, anchor, "strong", room, 2, &said);
        let top = at.y - drawn.height / 2.0 + (at.y - field.middle.y) / field.radius * drawn.height * 0.35;
        html! { g transform=(format!("translate(0 {})", px(top))) { (drawn.body) } }
    }

    /// What is told of a party.
    fn told(&self, who: &Who<'_>) -> Told {
        let speech = self.speech;
        let sector = self.sector(who.sector).unwrap_or_else(|| speech.words("unknown-kind"));
        let mut what = speech.say(
            "picture-rings-party",
            args! {
                "party": speech.party(&who.place.party), "sector": sector, "actual": self.ring(who.actual),
                "wished": self.ring(who.wished), "desired": self.ring(who.desired),
            },
        );
        let differ = self.found.mismatches.iter().filter(|m| m.party == who.place.party);
        let differ: Vec<Inlines> = differ.map(|m| speech.term(m.direction)).collect();
        if !differ.is_empty() {
            what.extend(speech.words("space"));
            what.extend(speech.say("picture-rings-differ", args! {"all": capital(speech.and(differ))}));
        }
        Told::of(&who.place.party, &what)
    }

    /// A party on its spoke: where it is, and lines to where it wishes and is wanted to be.
    fn spoke(&self, n: usize, who: &Who<'_>, points: &[Point]) -> Markup {
        let marked = who.marked();
        let at = |ring: Option<usize>| marked.iter().zip(points).find(|(r, _)| Some(**r) == ring).map(|(_, p)| *p);
        let number = (n + 1).to_string();
        let actual = at(who.actual);
        let mut drawn = Vec::new();
        for (to, class, aside) in [(who.wished, WISHED, 3.5), (who.desired, DESIRED, -3.5)] {
            if let (Some(from), Some(to)) = (actual, at(to).filter(|_| to != who.actual)) {
                drawn.push(line(from, to, aside, class));
            }
        }
        let hollow = |point: Point, shapes: &[(Shape, f64, &str)]| {
            html! {
                @for (one, r, class) in shapes { (shape(*one, point.x, point.y, *r, class)) }
                (text(point.x, point.y + 4.0, Side::Middle, "small", &number))
            }
        };
        let (wished, desired) =
            (who.wished.filter(|r| Some(*r) != who.actual), who.desired.filter(|r| Some(*r) != who.actual));
        if wished == desired {
            drawn.extend(at(wished).map(|p| hollow(p, &BOTH)));
        } else {
            drawn.extend(at(wished).map(|p| hollow(p, &[(Shape::Diamond, 10.0, HOLLOW_WISHED)])));
            drawn.extend(at(desired).map(|p| hollow(p, &[(Shape::Square, 10.5, HOLLOW_DESIRED)])));
        }
        drawn.extend(actual.map(|p| numbered(p, &number)));
        mark(&self.told(who), &html! { @for one in &drawn { (one) } })
    }

    /// The cells with who is in them: numbers, or from which number to which where there are too many. How many cells have room
    /// for neither, and who has a mark of its own.
    fn cells(&self, field: &Field, body: &mut Vec<Markup>) -> (usize, BTreeSet<usize>) {
        let (mut crowded, mut own) = (0, BTreeSet::new());
        let numbers: Vec<(usize, &Who<'_>)> = self.who.iter().enumerate().collect();
        for cell in numbers.chunk_by(|(_, a), (_, b)| (a.sector, a.actual) == (b.sector, b.actual)) {
            let (Some((first, one)), Some((last, _))) = (cell.first(), cell.last()) else { continue };
            let (sector, ring) = (one.sector, one.actual.unwrap_or(0));
            if let Some(points) = field.packed(sector, ring, cell.len()) {
                for ((n, who), point) in cell.iter().zip(points) {
                    own.insert(*n);
                    body.push(mark(&self.told(who), &numbered(point, &(n + 1).to_string())));
                }
                continue;
            }
            let said = format!("{}–{}", first + 1, last + 1);
            let (wide, high) = (text_width(&said, SMALL) + 12.0, 18.0);
            let Some(point) = field.room(sector, ring, wide, high) else {
                crowded += 1;
                continue;
            };
            let what = self.cell_name(one, cell.len());
            let parties = cell.iter().map(|(_, who)| who.place.party.clone()).collect();
            let told = Told { parties, kind: None, what: plain(&what) };
            let drawn = html! {
                rect class="ink" x=(px(point.x - wide / 2.0)) y=(px(point.y - high / 2.0)) width=(px(wide))
                    height=(px(high)) rx="9" {}
                (text(point.x, point.y + 4.0, Side::Middle, "small on-ink", &said))
            };
            body.push(mark(&told, &drawn));
        }
        (crowded, own)
    }

    /// What a cell is called, with how many are in it.
    fn cell_name(&self, who: &Who<'_>, many: usize) -> Inlines {
        let ring = self.ring(who.actual);
        match self.sector_in_key(who.sector) {
            Some(sector) => self.speech.say("picture-rings-cell", args! {"sector": sector, "ring": ring, "n": many}),
            None => self.speech.say("picture-rings-ring", args! {"ring": capital(ring), "n": many}),
        }
    }

    /// A sector with its letter, if it has one.
    fn sector_in_key(&self, sector: usize) -> Option<Inlines> {
        let name = self.sector(sector)?;
        let Some(letter) = self.letter(sector) else { return Some(name) };
        Some(self.speech.say("picture-rings-lettered", args! {"letter": letter, "sector": name}))
    }

    /// Who has which number, by sector, and by ring as well where the rings do not show it party by party.
    fn key(&self, is_packed: bool, own: &BTreeSet<usize>) -> Vec<Entry> {
        let mut out = Vec::new();
        let mut before = None;
        for (n, who) in self.who.iter().enumerate() {
            let group = (who.sector, who.actual.filter(|_| is_packed));
            if before.replace(group) != Some(group) {
                let many = self.who.iter().filter(|w| (w.sector, w.actual) == (who.sector, who.actual)).count();
                let name = if is_packed { Some(self.cell_name(who, many)) } else { self.sector_in_key(who.sector) };
                out.extend(name.map(|name| Entry::heading(&name)));
            }
            let steps =
                |to| who.steps(to).map_or_else(|| plain(&self.speech.words("unknown-cell")), |x| self.speech.signed(x));
            let after = html! {
                (shape(Shape::Diamond, 6.0, 0.0, 4.2, HOLLOW_WISHED))
                (text(14.0, 4.0, Side::Start, "small", &steps(who.wished)))
                (shape(Shape::Square, 40.0, 0.0, 4.8, HOLLOW_DESIRED))
                (text(48.0, 4.0, Side::Start, "small", &steps(who.desired)))
            };
            let name = plain(&self.speech.party(&who.place.party));
            let entry = Entry::new(name, self.told(who)).number(n + 1).after(after, 66.0);
            out.push(if own.contains(&n) { entry.told_there() } else { entry });
        }
        out
    }

    /// Who has no place, with what is missing and what is known.
    fn beside(&self) -> Vec<List> {
        let placed = |element: &Element| self.who.iter().any(|w| Element::from(&w.place.party) == *element);
        let omitted = self.found.omitted.iter().filter(|o| !placed(&o.subject)).map(|o| (o.subject.clone(), o));
        let mut lists = left_out::lists(self.speech, "picture-not-placed", omitted, |_| unknown());
        for entry in lists.iter_mut().flat_map(|list| &mut list.entries) {
            let Some(told) = &mut entry.told else { continue };
            let known = told.parties.first().map(|party| self.known(party)).filter(|known| !known.is_empty());
            if let Some(known) = known {
                told.what = format!("{}; {known}", told.what);
                entry.under = Some(known);
            }
        }
        lists
    }

    /// The rings that are known of a party.
    fn known(&self, party: &PartyId) -> String {
        let place = self.found.parties.iter().find(|place| place.party == *party);
        let known = place.into_iter().flat_map(|place| {
            RingView::ALL.iter().zip([&place.actual, &place.wished, &place.desired]).filter_map(|(view, ring)| {
                let ring = self.speech.own_word("ring", ring.as_ref()?);
                Some(self.speech.say("picture-rings-known", args! {"view": self.speech.term(*view), "ring": ring}))
            })
        });
        plain(&self.speech.and(known))
    }

    fn signs(&self, is_packed: bool) -> Vec<Sign> {
        let speech = self.speech;
        let mut out =
            vec![Sign::new(numbered(Point { x: 0.0, y: 0.0 }, "1"), 11.0, &speech.words("picture-rings-now"))];
        let (wished, desired) = (speech.words("picture-rings-wished"), speech.words("picture-rings-desired"));
        if !is_packed {
            let arrow = |class| line(Point { x: -15.0, y: 0.0 }, Point { x: 15.0 + 13.0, y: 0.0 }, 0.0, class);
            out.push(Sign::new(
                html! { (arrow(WISHED)) (shape(Shape::Diamond, 22.0, 0.0, 6.0, HOLLOW_WISHED)) },
                30.0,
                &wished,
            ));
            out.push(Sign::new(
                html! { (arrow(DESIRED)) (shape(Shape::Square, 22.0, 0.0, 7.0, HOLLOW_DESIRED)) },
                30.0,
                &desired,
            ));
        } else {
            out.push(Sign::new(shape(Shape::Diamond, 0.0, 0.0, 4.2, HOLLOW_WISHED), 6.0, &wished));
            out.push(Sign::new(shape(Shape::Square, 0.0, 0.0, 4.8, HOLLOW_DESIRED), 6.0, &desired));
        }
        out.push(Sign::words(&speech.words("picture-rings-steps")));
        out
    }

    fn description(&self, is_packed: bool) -> Inlines {
        let speech = self.speech;
        let mut all = vec![speech.words("picture-rings-shows")];
        all.push(speech.say("picture-rings-found", args! {"n": self.who.len()}));
        if self.sectors.is_empty() {
            all.push(speech.words("picture-rings-no-sectors"));
        }
        for direction in Mismatch::ALL {
            let mut parties = self.found.mismatches.iter().filter(|m| m.direction == *direction).peekable();
            if parties.peek().is_some() {
                let n = parties.count();
                all.push(speech.say(
                    "picture-rings-direction",
                    args! {"direction": capital(speech.term(*direction)), "n": word(n.to_string())},
                ));
            }
        }
        if is_packed {
            all.push(speech.words("picture-rings-packed"));
        }
        let placed: BTreeSet<&PartyId> = self.who.iter().map(|w| &w.place.party).collect();
        let beside = speech.model.parties().map(|(party, _)| party).filter(|party| !placed.contains(party));
        all.extend(not_placed(speech, beside));
        sentences(all.into_iter().map(capital))
    }
}

/// The filled mark of a number.
fn numbered(at: Point, number: &str) -> Markup {
    html! {
        (shape(Shape::Circle, at.x, at.y, MARK, "ink"))
        (text(at.x, at.y + 4.0, Side::Middle, "small on-ink", number))
    }
}

/// A line from one mark to another with its point there, a little aside of the middle.
fn line(from: Point, to: Point, aside: f64, (class, tip): (&str, &str)) -> Markup {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let long = (dx * dx + dy * dy).sqrt();
    if long <= 0.0 {
        return html! {};
    }
    let (dx, dy) = (dx / long, dy / long);
    let at = |along: f64, across: f64| {
        format!("{} {}", px(from.x + dx * along - dy * across), px(from.y + dy * along + dx * across))
    };
    let end = long - 13.0;
    html! {
        path class=(class) d=(format!("M{}L{}", at(0.0, aside), at(end - 2.0, aside))) {}
        path class=(tip) d=(format!("M{}L{}L{}Z", at(end, aside), at(end - 7.0, aside - 3.0), at(end - 7.0, aside + 3.0))) {}
    }
}
