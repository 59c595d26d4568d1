//! Tables of cells that are the fuller the more there is.

use maud::{Markup, html};

use super::PictureKind;
use super::draw::{LINE, SIZE, SMALL, Side, px, text, text_width};
use super::names::{in_lines, short};

/// The steps of importance.
pub(super) const IMPORTANCE: usize = 5;

/// What a cell is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// One of the [`IMPORTANCE`] steps of importance, from 0.
    Importance(usize),
    /// One of three steps of strength, from 0.
    Strength(usize),
    /// Not known how much.
    Unknown,
}

impl Fill {
    /// The step of importance that lies nearest to a place on a scale, 0 … 1.
    pub(super) fn importance(unit: f64) -> Self {
        let bounds = [0.125, 0.375, 0.625, 0.875];
        Self::Importance(bounds.iter().filter(|bound| unit >= **bound).count())
    }

    /// The class of what is written on it.
    fn ink(self) -> &'static str {
        match self {
            Self::Importance(3..) | Self::Strength(2..) => "ink-full",
            Self::Importance(_) | Self::Strength(_) => "ink-light",
            Self::Unknown => "ink-unknown",
        }
    }

    /// The class of a line that is drawn on it.
    pub(super) fn stroke(self) -> &'static str {
        match self {
            Self::Importance(3..) | Self::Strength(2..) => "stroke-full",
            _ => "stroke-ink",
        }
    }
}

/// Where a cell stands, and how large it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The pattern of cells of which it is not known how much there is.
pub(super) fn defs(kind: PictureKind) -> Markup {
    html! {
        defs {
            pattern id={"unknown-" (kind)} width="5" height="5" patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)" {
                rect class="hatch-ground" width="5" height="5" {}
                rect class="unknown-line" width="1.2" height="5" {}
            }
        }
    }
}

/// The ground of a cell.
pub(super) fn ground(kind: PictureKind, fill: Fill, at: Place) -> Markup {
    let (class, pattern) = match fill {
        Fill::Importance(step) => (format!("cell importance-{step}"), None),
        Fill::Strength(step) => (format!("cell strength-{step}"), None),
        Fill::Unknown => ("cell".to_owned(), Some(format!("url(#unknown-{kind})"))),
    };
    html! {
        rect class=(class) fill=[pattern] x=(px(at.x)) y=(px(at.y)) width=(px(at.width)) height=(px(at.height)) {}
    }
}

/// A cell with a line of text in it, or two; what does not fit is not written.
pub(super) fn cell(kind: PictureKind, fill: Fill, at: Place, lines: &[&str]) -> Markup {
    let large = at.height >= 24.0 && at.width >= 24.0;
    let lines: Vec<&str> = lines.iter().copied().filter(|line| text_width(line, SMALL) <= at.width).collect();
    let is_large = |place: usize, line: &str| place == 0 && large && text_width(line, SIZE) <= at.width;
    let middle = (at.x + at.width / 2.0, at.y + at.height / 2.0);
    let bases: &[f64] = if lines.len() > 1 { &[-1.8, 11.0] } else { &[4.5] };
    let written = lines.iter().zip(bases).enumerate().map(|(place, (line, base))| {
        let class = if is_large(place, line) { fill.ink().to_owned() } else { format!("{} small", fill.ink()) };
        text(middle.0, middle.1 + base, Side::Middle, &class, line)
    });
    html! { (ground(kind, fill, at)) @for line in written { (line) } }
}

/// The name of a row beside its middle: as it is, in two lines where these have room, or cut.
pub(super) fn name(
    name: &str,
    all: &[String],
    (x, middle): (f64, f64),
    side: Side,
    (room, height): (f64, f64),
) -> Markup {
    if height >= 18.0 && text_width(name, SIZE) <= room {
        return text(x, middle + 4.5, side, "label", name);
    }
    if height < 2.0 * SMALL * LINE || text_width(name, SMALL) <= room {
        return text(x, middle + 4.0, side, "label small", &short(name, all, SMALL, room));
    }
    let lines = in_lines(name, all, room, 2);
    let first = if lines.len() > 1 { middle - 3.0 } else { middle + 4.0 };
    html! {
        @for (line, n) in lines.iter().zip((0_u8..).map(f64::from)) {
            (text(x, first + n * SMALL * LINE, side, "label small", line))
        }
    }
}
