//! What the signs of a picture mean, and what is to be said of it in words.

use maud::{Markup, html};

use super::draw::{LINE, SIZE, SMALL, Shape, Side, lines_of_text, px, shape, text, text_width, wrap};
use crate::report::page::{Inlines, plain};
use crate::report::speech::word;

/// From a sign to its words.
const NEAR: f64 = 6.0;
/// From one sign with its words to the next, and from one row to the next.
const GAP: f64 = 18.0;
const ROW: f64 = 5.0;
/// How large a shape is, and half as long as a line.
pub(super) const SIGN: f64 = 5.0;
const LONG: f64 = 13.0;

/// Something drawn, and how high it is.
pub(super) struct Drawn {
    pub(super) body: Markup,
    pub(super) height: f64,
}

/// A drawing at a place.
pub(super) fn at(x: f64, y: f64, drawn: &Markup) -> Markup {
    html! { g transform=(format!("translate({} {})", px(x), px(y))) { (drawn) } }
}

/// The size of the text of a class.
fn size_of(class: &str) -> f64 {
    if class.split(' ').any(|one| one == "small") { SMALL } else { SIZE }
}

/// A text in as many lines as it needs, `most` at most, from the top at `y` downwards.
pub(super) fn lines(x: f64, y: f64, side: Side, class: &str, room: f64, most: usize, of: &str) -> Drawn {
    let size = size_of(class);
    // Bold is a little wider.
    let room = if class.split(' ').any(|one| one == "strong") { room / 1.08 } else { room };
    let lines = wrap(of, size, room, most);
    let height = lines.iter().map(|_| size * LINE).sum();
    let body = if lines.is_empty() {
        html! {}
    } else {
        lines_of_text(x, y, side, size, class, &lines)
    };
    Drawn { body, height }
}

/// What a sign means: the sign, drawn around the origin, how far it reaches to both sides, and the words.
pub(super) struct Sign {
    drawn: Markup,
    reach: f64,
    means: String,
}

impl Sign {
    pub(super) fn new(drawn: Markup, reach: f64, means: &Inlines) -> Self {
        Self { drawn, reach, means: plain(means) }
    }

    /// A shape of a class.
    pub(super) fn shape(of: Shape, class: &str, means: &Inlines) -> Self {
        Self::new(shape(of, 0.0, 0.0, SIGN, class), SIGN + 1.0, means)
    }

    /// A line of a class.
    pub(super) fn line(class: &str, means: &Inlines) -> Self {
        Self::new(line(class), LONG, means)
    }

    /// That something is not known.
    pub(super) fn unknown(means: &Inlines) -> Self {
        Self::new(unknown(), SIGN, means)
    }

    /// Words without a sign.
    pub(super) fn words(means: &Inlines) -> Self {
        Self::new(html! {}, -NEAR / 2.0, means)
    }
}

/// A line of a class as it stands in a legend, around the origin.
pub(super) fn line(class: &str) -> Markup {
    html! { line class=(class) x1=(px(-LONG)) y1="0" x2=(px(LONG)) y2="0" {} }
}

/// From the lowest to the highest as it stands in a legend, around the origin.
pub(super) fn whisker(class: &str) -> Markup {
    html! {
        (line(class))
        @for end in [-LONG, LONG] { line class=(class) x1=(px(end)) y1="-3" x2=(px(end)) y2="3" {} }
    }
}

/// The sign of what is not known, around the origin.
pub(super) fn unknown() -> Markup {
    text(0.0, SMALL * 0.36, Side::Middle, "small strong", "?")
}

/// The signs with what they mean, in rows of a width.
pub(super) fn signs(all: &[Sign], left: f64, top: f64, width: f64) -> Drawn {
    let (mut x, mut y, mut row) = (left, top, 0.0_f64);
    let mut body = Vec::new();
    for one in all {
        let before = 2.0 * one.reach + NEAR;
        let needs = before + text_width(&one.means, SMALL);
        if x > left && x + needs > left + width {
            (x, y, row) = (left, y + row + ROW, 0.0);
        }
        let said = lines(x + before, y, Side::Start, "small", width - before, usize::MAX, &one.means);
        body.push(at(x + one.reach, y + SMALL * 0.64, &one.drawn));
        body.push(said.body);
        row = row.max(said.height).max(SMALL * LINE);
        x += needs.min(width) + GAP;
    }
    let height = if all.is_empty() { 0.0 } else { y + row - top };
    Drawn { body: html! { @for one in &body { (one) } }, height }
}

/// Paragraphs, as wide as given.
pub(super) fn notes(all: &[Inlines], left: f64, top: f64, width: f64) -> Drawn {
    let mut y = top;
    let mut body = Vec::new();
    for one in all {
        let said = lines(left, y, Side::Start, "small quiet", width, usize::MAX, &plain(one));
        body.push(said.body);
        y += said.height + 3.0;
    }
    Drawn { body: html! { @for one in &body { (one) } }, height: y - top }
}

/// Sentences, one after the other.
pub(super) fn sentences(all: impl IntoIterator<Item = Inlines>) -> Inlines {
    let mut out = Inlines::new();
    for sentence in all.into_iter().filter(|sentence| !sentence.is_empty()) {
        if !out.is_empty() {
            out.extend(word(" ".to_owned()));
        }
        out.extend(sentence);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legend_breaks_where_the_room_ends() {
        let all = ["voor", "tegen"].map(|means| Sign::words(&word(means.to_owned())));
        let wide = signs(&all, 0.0, 0.0, 500.0).height;
        let narrow = signs(&all, 0.0, 0.0, 40.0).height;
        assert!(narrow > 1.9 * wide, "{wide} {narrow}");
    }
}
