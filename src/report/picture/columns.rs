//! Lists beneath a picture, in columns: keys to numbers, and who has no place in it.

use maud::{Markup, html};

use super::draw::{LINE, SMALL, Side, Told, about, height_of, lines_of_text, mark, text, text_width};
use super::legend::{Drawn, SIGN, at, lines};
use super::names::apart;
use crate::report::page::{Inlines, plain};

/// The least width of a column, without what stands at the end of its lines.
const COLUMN: f64 = 215.0;
/// From one column to the next.
const GAP: f64 = 18.0;
/// What stays free on both sides of a sign together.
const NEAR: f64 = 7.0;
/// How many lines a name takes at most in a list that is short, and how many in one that is not; more where only that tells it from
/// another.
const LINES: (usize, usize) = (3, 2);
/// From so many names on a list is not short.
const LONG: usize = 60;

/// One line of a list.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The number that stands for it in the picture.
    pub(super) number: Option<String>,
    /// The sign before it, around the origin.
    pub(super) sign: Option<Markup>,
    pub(super) name: String,
    /// What stands beneath the name, in as many lines as it needs.
    pub(super) under: Option<String>,
    /// What stands at the end of its first line, from the left and the middle of that line, and how wide it is.
    pub(super) after: Option<(Markup, f64)>,
    /// What it tells; nothing for a heading between entries.
    pub(super) told: Option<Told>,
    /// Whether its mark in the picture tells that.
    told_there: bool,
}

impl Entry {
    /// A name that tells something.
    pub(super) fn new(name: String, told: Told) -> Self {
        Self { number: None, sign: None, name, under: None, after: None, told: Some(told), told_there: false }
    }

    /// A heading between entries.
    pub(super) fn heading(says: &Inlines) -> Self {
        Self { number: None, sign: None, name: plain(says), under: None, after: None, told: None, told_there: false }
    }

    #[must_use]
    pub(super) fn number(mut self, number: usize) -> Self {
        self.number = Some(number.to_string());
        self
    }

    /// Whose mark in the picture tells it all: here no more than whose number it is.
    #[must_use]
    pub(super) fn told_there(mut self) -> Self {
        let number = self.number.clone().unwrap_or_default();
        self.told = self.told.map(|told| Told { what: format!("{number} = {}", self.name), ..told });
        self.told_there = true;
        self
    }

    #[must_use]
    pub(super) fn sign(mut self, sign: Markup) -> Self {
        self.sign = Some(sign);
        self
    }

    #[must_use]
    pub(super) fn after(mut self, drawn: Markup, width: f64) -> Self {
        self.after = Some((drawn, width));
        self
    }
}

/// A list under a heading of its own.
#[derive(Debug, Clone)]
pub(super) struct List {
    pub(super) heading: Inlines,
    pub(super) entries: Vec<Entry>,
}

/// Draws lists below each other, each in columns that are read from top to bottom.
pub(super) fn lists(all: &[List], left: f64, top: f64, width: f64) -> Drawn {
    let mut y = top;
    let mut body: Vec<Markup> = Vec::new();
    for list in all.iter().filter(|list| !list.entries.is_empty()) {
        if y > top {
            y += 10.0;
        }
        let heading = lines(left, y, Side::Start, "small strong", width, usize::MAX, &plain(&list.heading));
        let entries = columns(&list.entries, left, y + heading.height + 3.0, width);
        y += heading.height + 3.0 + entries.height;
        body.extend([heading.body, entries.body]);
    }
    Drawn { body: html! { @for each in &body { (each) } }, height: y - top }
}

/// What the entries of a list have in common.
struct Measure {
    width: f64,
    /// How wide the numbers are, and the signs.
    number: f64,
    sign: f64,
    lines: usize,
}

/// The names of the entries in lines; none for a heading.
type Names = Vec<Vec<String>>;

impl Measure {
    /// The room for the name of an entry.
    fn room(&self, entry: &Entry) -> f64 {
        self.width - self.number - self.sign - entry.after.as_ref().map_or(0.0, |(_, wide)| wide + 6.0)
    }

    /// The names of a list, so that those that differ read differently.
    fn names(&self, entries: &[Entry]) -> Names {
        let named = entries.iter().filter(|entry| entry.told.is_some());
        let mut names =
            apart(&named.map(|entry| (entry.name.as_str(), self.room(entry))).collect::<Vec<_>>(), self.lines)
                .into_iter();
        let of = |entry: &Entry| entry.told.as_ref().and_then(|_| names.next()).unwrap_or_default();
        entries.iter().map(of).collect()
    }

    fn draw(&self, entry: &Entry, name: &[String], x: f64, y: f64) -> Drawn {
        let Some(told) = &entry.told else {
            let said = lines(x, y + 2.0, Side::Start, "small strong", self.width, 2, &entry.name);
            return Drawn { height: said.height + 3.0, ..said };
        };
        let middle = y + SMALL * 0.64;
        let indent = self.number + self.sign;
        let room = self.room(entry);
        let said = height_of(name.len(), SMALL);
        let under = entry
            .under
            .as_ref()
            .map(|under| lines(x + indent, y + said, Side::Start, "small quiet", room, usize::MAX, under));
        let height = said + under.as_ref().map_or(0.0, |under| under.height);
        let drawn = html! {
            @if let Some(n) = &entry.number { (text(x + self.number - 5.0, y + SMALL, Side::End, "small strong", n)) }
            @if let Some(sign) = &entry.sign { (at(x + self.number + SIGN + 1.0, middle, sign)) }
            @if !name.is_empty() { (lines_of_text(x + indent, y, Side::Start, SMALL, "label small", name)) }
            @if let Some(under) = &under { (under.body) }
            @if let Some((after, wide)) = &entry.after { (at(x + self.width - wide, middle, after)) }
        };
        // Who can read it all needs no second stop for it.
        let is_whole = || {
            let letters = |c: &char| !c.is_whitespace();
            name.iter().flat_map(|line| line.chars()).filter(letters).eq(entry.name.chars().filter(letters))
        };
        let body = if entry.told_there && is_whole() { about(told, &drawn) } else { mark(told, &drawn) };
        Drawn { body, height: height.max(SMALL * LINE) + 1.5 }
    }
}

/// Entries in columns of the same width, filled from the left one downwards to about the same height.
fn columns(entries: &[Entry], left: f64, top: f64, width: f64) -> Drawn {
    let after = entries.iter().filter_map(|entry| entry.after.as_ref()).map(|(_, wide)| wide + 6.0).fold(0.0, f64::max);
    let mut count = 1_u32;
    while f64::from(count + 1) * (COLUMN + after + GAP) <= width + GAP {
        count += 1;
    }
    let number = |entry: &Entry| entry.number.as_deref().map_or(0.0, |n| text_width(n, SMALL) * 1.08 + 5.0);
    let measure = Measure {
        width: (width + GAP) / f64::from(count) - GAP,
        number: entries.iter().map(number).fold(0.0, f64::max),
        sign: if entries.iter().any(|entry| entry.sign.is_some()) { 2.0 * SIGN + NEAR } else { 0.0 },
        lines: if entries.len() < LONG { LINES.0 } else { LINES.1 },
    };
    let names = measure.names(entries);
    let heights: Vec<f64> =
        entries.iter().zip(&names).map(|(entry, name)| measure.draw(entry, name, 0.0, 0.0).height).collect();
    let share = heights.iter().sum::<f64>() / f64::from(count);
    let (mut column, mut used, mut tallest) = (0_u32, 0.0, 0.0_f64);
    let mut body = Vec::new();
    let mut headed = false;
    for (place, ((entry, name), height)) in entries.iter().zip(&names).zip(&heights).enumerate() {
        // A heading goes along with what follows it.
        let heads = entry.told.is_none();
        let with = if heads { heights.get(place + 1).copied().unwrap_or(0.0) } else { 0.0 };
        if used > 0.0 && !headed && used + height / 2.0 + with > share + 1.0 && column + 1 < count {
            (column, used) = (column + 1, 0.0);
        }
        headed = heads;
        let x = left + f64::from(column) * (measure.width + GAP);
        body.push(measure.draw(entry, name, x, top + used).body);
        used += height;
        tallest = tallest.max(used);
    }
    Drawn { body: html! { @for one in &body { (one) } }, height: tallest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_height() {
        let entries: Vec<Entry> = (0..10).map(|_| Entry::new("naam".to_owned(), Told::default())).collect();
        let one = columns(&entries, 0.0, 0.0, 300.0).height;
        let two = columns(&entries, 0.0, 0.0, 500.0).height;
        assert!((one - 2.0 * two).abs() < 0.01, "{one} {two}");
        assert!(columns(&[], 0.0, 0.0, 300.0).height == 0.0);
    }
}
