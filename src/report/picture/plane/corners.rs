//! What the corners of a plane are called, where there is room for it.

use maud::{Markup, html};

use super::super::draw::{LINE, SMALL, Side, text, text_width, wrap};
use super::super::placing::Area;
use super::{Frame, ROOM};
use crate::report::page::Inlines;
use crate::report::speech::{Speech, args};

/// The size of the names of the corners.
const BOLD: f64 = 13.0;
/// How much wider bold is.
const WIDER: f64 = 1.15;
/// From the sides of the plane.
const GAP: f64 = 8.0;
/// From its top and its bottom.
const NEAR: f64 = 4.0;

/// What the corners of the plane are called: a name, and another beneath it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::report::picture) struct Zones {
    pub(in crate::report::picture) top_left: (String, String),
    pub(in crate::report::picture) top_right: (String, String),
    pub(in crate::report::picture) bottom_left: (String, String),
    pub(in crate::report::picture) bottom_right: (String, String),
}

/// The names of a corner, with their places.
pub(super) struct Corner {
    /// With the size and the class of each.
    lines: Vec<(String, f64, &'static str)>,
    side: Side,
    x: f64,
    pub(super) area: Area,
}

impl Corner {
    pub(super) fn draw(&self) -> Markup {
        let mut top = self.area.top;
        let lines = self.lines.iter().map(|(line, size, class)| {
            let base = top + size;
            top += size * LINE;
            text(self.x, base, self.side, class, line)
        });
        html! { @for line in lines { (line) } }
    }
}

/// The names that the corners bear, and what is to be said of those that have no room for theirs.
#[derive(Default)]
pub(super) struct Corners {
    pub(super) drawn: Vec<Corner>,
    /// Where each lies, and what could not be written there: the name, if it could not, and the other.
    untold: Vec<(&'static str, String, String)>,
}

impl Corners {
    /// Of a plane with both cuts. A corner that nobody can be in, for a cut lies at the end of the scale, has no name.
    pub(super) fn of(frame: &Frame<'_>) -> Self {
        let mut out = Self::default();
        let (Some(x), Some(y)) = frame.cuts() else { return out };
        let (zones, main, ends) = (&frame.plane.zones, frame.main, frame.ends());
        let (left, right, top, bottom) = (x > ends.left, x <= ends.right, y >= ends.top, y < ends.bottom);
        let all = [
            ("picture-plane-top-left", &zones.top_left, left && top, Area { right: x, bottom: y, ..main }),
            ("picture-plane-top-right", &zones.top_right, right && top, Area { left: x, bottom: y, ..main }),
            ("picture-plane-bottom-left", &zones.bottom_left, left && bottom, Area { right: x, top: y, ..main }),
            ("picture-plane-bottom-right", &zones.bottom_right, right && bottom, Area { left: x, top: y, ..main }),
        ];
        for (key, names, _, area) in all.into_iter().filter(|(_, _, can_be, _)| *can_be) {
            match corner(frame, names, area) {
                Some((corner, true)) => out.drawn.push(corner),
                Some((corner, false)) => {
                    out.drawn.push(corner);
                    out.untold.push((key, names.0.clone(), names.1.clone()));
                }
                None => out.untold.push((key, names.0.clone(), names.1.clone())),
            }
        }
        out
    }

    /// What the plane has no room for.
    pub(super) fn note(&self, speech: &Speech<'_>) -> Option<Inlines> {
        let one = |(key, name, also): &(&str, String, String)| {
            let said = args! {"where": speech.words(key), "name": name.clone(), "also": also.clone()};
            speech.say("picture-plane-corner", said)
        };
        let all = self.untold.iter().map(one);
        (!self.untold.is_empty()).then(|| speech.say("picture-plane-corners", args! {"all": speech.and(all)}))
    }
}

/// The names of a corner within its part of the plane, and whether that is all of them: as they are, else in more lines or smaller,
/// else without the second.
fn corner(frame: &Frame<'_>, (name, also): &(String, String), part: Area) -> Option<(Corner, bool)> {
    let main = frame.main;
    let room = part.width() - 2.0 * GAP;
    let broken = |text: &str, size: f64, wider: f64, most: usize, class: &'static str| {
        let lines = wrap(text, size, room / wider, most);
        let whole = lines.iter().flat_map(|line| line.split_whitespace()).eq(text.split_whitespace());
        let fits = lines.iter().all(|line| text_width(line, size) * wider <= room);
        (whole && fits).then(|| lines.into_iter().map(move |line| (line, size, class)))
    };
    let first = |size, most| {
        let class = if size < BOLD { "small strong" } else { "strong" };
        broken(name, size, WIDER, most, class).map(|lines| lines.collect::<Vec<_>>())
    };
    let both = |size, names, alsos| {
        let mut lines = first(size, names)?;
        lines.extend(broken(also, SMALL, 1.0, alsos, "small quiet")?);
        Some((lines, true))
    };
    let alone = |size, most| Some((first(size, most)?, false));
    let (side, x) = if part.left > main.left { (Side::End, main.right - GAP) } else { (Side::Start, main.left + GAP) };
    let tries =
        [both(BOLD, 1, 1), both(BOLD, 2, 3), both(SMALL, 2, 4), alone(BOLD, 1), alone(SMALL, 1), alone(SMALL, 2)];
    tries.into_iter().flatten().find_map(|(lines, all)| {
        let height = lines.iter().map(|(_, size, _)| size * LINE).sum::<f64>();
        let wide = |(line, size, class): &(String, f64, &str)| {
            text_width(line, *size) * if class.contains("strong") { WIDER } else { 1.0 }
        };
        let width = lines.iter().map(wide).fold(0.0, f64::max);
        let top = if part.top > main.top { main.bottom - height - NEAR } else { main.top + NEAR };
        let left = if side == Side::Start { x } else { x - width };
        let area = Area { left, top, right: left + width, bottom: top + height };
        let covers =
            frame.plane.dots.iter().any(|dot| area.overlaps(&Area::around(frame.spot(dot), 2.0 * ROOM, 2.0 * ROOM)));
        let fits = height + 1.5 * NEAR <= part.height() && !covers;
        fits.then_some((Corner { lines, side, x, area }, all))
    })
}
