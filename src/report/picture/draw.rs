//! What all pictures are drawn with: text of a known width, shapes, patterns, marks that tell what they are.

use std::borrow::Cow;

use maud::{Markup, PreEscaped, html};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::{Picture, PictureKind};
use crate::id::PartyId;
use crate::report::page::{Inlines, Kind, plain};
use crate::vocabulary::Vocabulary;

/// The style of every picture: once in a page, and in each picture that stands alone.
pub(in crate::report) const STYLE: &str = include_str!("picture.css");

/// The size of text in pixels, as the style has it for `text`.
pub(super) const SIZE: f64 = 13.0;
/// The size of text of the class `small`.
pub(super) const SMALL: f64 = 11.0;
/// The height of a line of text, as a multiple of its size.
pub(super) const LINE: f64 = 1.3;

/// A picture of a kind: its title, what it shows in words, how large it is, and what is drawn.
pub(super) fn picture(
    kind: PictureKind,
    title: &Inlines,
    description: &Inlines,
    (width, height): (f64, f64),
    body: Markup,
) -> Picture {
    let (title, description) = (plain(title), plain(description));
    let id = kind.word().to_owned();
    Picture { kind, id, title, description, width, height, body: body.into_string(), missing: Vec::new() }
}

/// The whole element, with a style of its own or none.
pub(super) fn svg(picture: &Picture, style: Option<&str>) -> String {
    let id = &picture.id;
    // The id of a picture has no underscore, so that none of these is the id of another.
    let (title, description) = (format!("picture-{id}_title"), format!("picture-{id}_description"));
    let size = format!("0 0 {} {}", px(picture.width), px(picture.height));
    let whole = html! {
        svg xmlns="http://www.w3.org/2000/svg" class="picture" id={"picture-" (id)} viewBox=(size)
            width=(px(picture.width)) height=(px(picture.height)) role="graphics-document document"
            aria-labelledby=(title) aria-describedby=(description) {
            title id=(title) { (picture.title) }
            desc id=(description) { (picture.description) }
            @if let Some(style) = style { style { (PreEscaped(style)) } }
            defs { (hatch(id)) }
            (PreEscaped(called(picture)))
        }
    };
    // Shapes have no content, and text never has the end of an element in it: it is escaped.
    EMPTY.iter().fold(whole.into_string(), |svg, shape| svg.replace(&format!("></{shape}>"), "/>"))
}

/// The elements that have no content.
const EMPTY: [&str; 6] = ["rect", "line", "circle", "path", "polygon", "polyline"];

/// What is drawn, with its patterns called after the id of the picture instead of its kind.
fn called(picture: &Picture) -> Cow<'_, str> {
    let (kind, id) = (picture.kind.word(), picture.id.as_str());
    if kind == id {
        return Cow::Borrowed(&picture.body);
    }
    // Text of the model has no such quotes in it: they are escaped.
    let body = ["hatch", "unknown"].into_iter().fold(picture.body.clone(), |body, pattern| {
        body.replace(&format!("=\"url(#{pattern}-{kind})\""), &format!("=\"url(#{pattern}-{id})\""))
    });
    Cow::Owned(body.replace(&format!("<pattern id=\"unknown-{kind}\""), &format!("<pattern id=\"unknown-{id}\"")))
}

/// The pattern that stands for "against" and "unknown" where there are no colours, one of its own in every picture.
fn hatch(id: &str) -> Markup {
    html! {
        pattern id={"hatch-" (id)} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
            rect class="hatch-ground" width="6" height="6" {}
            rect class="hatch-line" width="2.5" height="6" {}
        }
    }
}

/// The fill of something hatched in a picture of a kind.
pub(super) fn hatched(kind: PictureKind) -> String {
    format!("url(#hatch-{kind})")
}

/// A length or place in pixels, to a tenth.
pub(super) fn px(x: f64) -> String {
    let tenths = (x * 10.0).round();
    // Without the sign of a zero.
    let tenths = if tenths == 0.0 { 0.0 } else { tenths };
    let text = format!("{:.1}", tenths / 10.0);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// How wide a text is at a size, at most: measured after the widest of the usual fonts, for nobody knows which one will be there.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// How wide a character is, as a part of the size of the text, in a wide sans-serif font.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' => 0.28,
        ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '‘' => 0.34,
        'f' | 't' | 'r' | 'I' | 'J' | '-' | '/' | '(' | ')' | '[' | ']' | '|' | '!' => 0.42,
        'c' | 's' | 'z' | '"' | '“' | '”' | '?' => 0.54,
        'k' | 'v' | 'x' | 'y' | 'L' | 'F' => 0.6,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 1.0,
        'a'..='z' | '0'..='9' | '…' => 0.64,
        'A'..='Z' => 0.76,
        '+' | '−' | '=' | '<' | '>' | '~' | '#' | '&' => 0.84,
        c if c.is_ascii() => 0.66,
        c => match c.width() {
            Some(0) | None => 0.0,
            Some(1) => 0.78,
            Some(_) => 1.3,
        },
    }
}

/// The text, cut with an ellipsis where it does not fit in so many pixels. Nothing where not even one character fits.
pub(super) fn fit(text: &str, size: f64, room: f64) -> String {
    if text_width(text, size) <= room {
        return text.to_owned();
    }
    let room = room - text_width("…", size);
    let (mut used, mut out) = (0.0, String::new());
    for piece in text.graphemes(true) {
        used += text_width(piece, size);
        if used > room {
            break;
        }
        out.push_str(piece);
    }
    let out = out.trim_end();
    if out.is_empty() { String::new() } else { format!("{out}…") }
}

/// The text in lines of so many pixels, broken between words, so many lines at most; the last one is cut where more would follow.
pub(super) fn wrap(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    let mut line = String::new();
    while let Some(word) = words.next() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if text_width(&longer, size) <= room || line.is_empty() {
            line = longer;
        } else if lines.len() + 1 == most {
            let rest: Vec<&str> = words.by_ref().collect();
            line = [&[longer.as_str()], rest.as_slice()].concat().join(" ");
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    if !line.is_empty() && lines.len() < most {
        lines.push(line);
    }
    lines.iter().map(|line| fit(line, size, room)).collect()
}

/// Where a text stands from its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// It begins there.
    Start,
    /// It stands around it.
    Middle,
    /// It ends there.
    End,
}

impl Side {
    /// The anchor of the text; nothing where it is the one that a text has anyhow.
    fn anchor(self) -> Option<&'static str> {
        match self {
            Self::Start => None,
            Self::Middle => Some("middle"),
            Self::End => Some("end"),
        }
    }
}

/// A line of text of a class; `y` is its base line.
pub(super) fn text(x: f64, y: f64, side: Side, class: &str, text: &str) -> Markup {
    html! { text class=(class) x=(px(x)) y=(px(y)) text-anchor=[side.anchor()] { (text) } }
}

/// Lines of text below each other as one element, from their top.
pub(super) fn lines_of_text(x: f64, top: f64, side: Side, size: f64, class: &str, lines: &[String]) -> Markup {
    html! {
        text class=(class) x=(px(x)) y=(px(top + size)) text-anchor=[side.anchor()] {
            @if let [line] = lines { (line) } @else {
                @for (n, line) in lines.iter().enumerate() {
                    tspan x=(px(x)) dy=[(n > 0).then(|| px(size * LINE))] { (line) }
                }
            }
        }
    }
}

/// The height of so many lines of text of a size.
pub(super) fn height_of(lines: usize, size: f64) -> f64 {
    u32::try_from(lines).map_or(0.0, f64::from) * size * LINE
}

/// 0, 1, 2 and so on, as lengths are.
pub(super) fn steps() -> impl Iterator<Item = f64> {
    (0_u32..).map(f64::from)
}

/// What a mark tells: who it is of, what sort of thing it is, and in words what stands there and why.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    pub(super) parties: Vec<PartyId>,
    pub(super) kind: Option<Kind>,
    pub(super) what: String,
}

impl Told {
    /// Of one party.
    pub(super) fn of(party: &PartyId, what: &Inlines) -> Self {
        Self { parties: vec![party.clone()], kind: None, what: plain(what) }
    }

    /// The names of whom it is of, in the file.
    fn about(&self) -> Option<String> {
        let parties = self.parties.iter().map(|party| party.as_str()).collect::<Vec<_>>().join(" ");
        (!parties.is_empty()).then_some(parties)
    }
}

/// A mark that can be pointed at, and reached by the keyboard: it tells what it is.
pub(super) fn mark(told: &Told, drawn: &Markup) -> Markup {
    html! {
        g class="mark" tabindex="0" role="img" data-parties=[told.about()] data-kind=[told.kind.as_ref().map(|kind| &kind.key)] {
            title { (told.what) }
            (drawn)
        }
    }
}

/// What says of itself all that is told: no more than whom it is about.
pub(super) fn about(told: &Told, drawn: &Markup) -> Markup {
    html! { g data-parties=[told.about()] data-kind=[told.kind.as_ref().map(|kind| &kind.key)] { (drawn) } }
}

/// Shapes that differ without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Circle,
    Square,
    Diamond,
    TriangleUp,
    TriangleDown,
    Cross,
}

impl Shape {
    /// All of them, in the order in which they are given out.
    pub(super) const ALL: [Self; 6] =
        [Self::Circle, Self::Square, Self::Diamond, Self::TriangleUp, Self::TriangleDown, Self::Cross];
}

/// A shape of a class around a place, about as large for the eye whatever it is; `r` is the radius of the circle.
pub(super) fn shape(shape: Shape, x: f64, y: f64, r: f64, class: &str) -> Markup {
    let polygon = |points: &[(f64, f64)]| {
        let points: Vec<String> =
            points.iter().map(|(dx, dy)| format!("{},{}", px(x + dx * r), px(y + dy * r))).collect();
        html! { polygon class=(class) points=(points.join(" ")) {} }
    };
    match shape {
        Shape::Circle => html! { circle class=(class) cx=(px(x)) cy=(px(y)) r=(px(r)) {} },
        Shape::Square => polygon(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
        Shape::Diamond => polygon(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)]),
        Shape::TriangleUp => polygon(&[(0.0, -1.2), (1.15, 0.9), (-1.15, 0.9)]),
        Shape::TriangleDown => polygon(&[(0.0, 1.2), (1.15, -0.9), (-1.15, -0.9)]),
        Shape::Cross => polygon(&[
            (-0.4, -1.1),
            (0.4, -1.1),
            (0.4, -0.4),
            (1.1, -0.4),
            (1.1, 0.4),
            (0.4, 0.4),
            (0.4, 1.1),
            (-0.4, 1.1),
            (-0.4, 0.4),
            (-1.1, 0.4),
            (-1.1, -0.4),
            (-0.4, -0.4),
        ]),
    }
}

/// The class of the nth of some groups, by colour; after eight they begin again.
pub(super) fn group(n: usize) -> String {
    format!("group-{}", n % 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_never_minus_zero() {
        assert_eq!([0.0, -0.04, 12.0, 3.25, -7.96].map(px), ["0", "0", "12", "3.3", "-8"]);
    }

    #[test]
    fn text_is_cut_between_characters_as_people_see_them() {
        assert_eq!(fit("Gemeente", 10.0, 1000.0), "Gemeente");
        assert_eq!(fit("👩‍👧👩‍👧👩‍👧", 10.0, 40.0), "👩‍👧…");
        assert_eq!(fit("Gemeente", 10.0, 2.0), "");
    }

    #[test]
    fn text_is_wrapped_and_the_last_line_is_cut() {
        assert_eq!(wrap("een twee drie", 10.0, 60.0, 3), ["een twee", "drie"]);
        assert_eq!(wrap("een twee drie vier", 10.0, 60.0, 1), ["een twee…"]);
        assert_eq!(wrap("  ", 10.0, 60.0, 1), Vec::<String>::new());
    }
}
