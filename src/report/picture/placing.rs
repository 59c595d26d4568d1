//! Where the labels of points go, so that none lies on another, on a mark or beyond the edge.
//!
//! Every label tries places around its mark, then further off with a line that leads to it, and takes the cheapest that is free.
//! Whoever finds none, or a poor one,
//! goes first in the next round. Nothing is left to chance: the same points give the same places.

use maud::Markup;

use super::draw::{Side, height_of, lines_of_text, text_width};

/// A place in pixels.
pub(super) type Spot = (f64, f64);

/// How many rounds are tried.
const ROUNDS: usize = 30;
/// From this cost on a place is so poor that the label goes first in the next round.
const POOR: f64 = 4.0;
/// What stays free around a label.
const MARGIN: f64 = 2.0;
/// How far from its mark a label stands that needs no line.
const GAP: f64 = 3.0;
/// How long the lines to the labels further off are.
const REACH: [f64; 8] = [10.0, 18.0, 30.0, 44.0, 60.0, 80.0, 104.0, 132.0];
/// Sixteen directions, to the right first, then turning both ways.
const DIRECTIONS: [Spot; 16] = [
    (1.0, 0.0),
    (0.924, -0.383),
    (0.924, 0.383),
    (0.707, -0.707),
    (0.707, 0.707),
    (0.383, -0.924),
    (0.383, 0.924),
    (0.0, -1.0),
    (0.0, 1.0),
    (-1.0, 0.0),
    (-0.924, -0.383),
    (-0.924, 0.383),
    (-0.707, -0.707),
    (-0.707, 0.707),
    (-0.383, -0.924),
    (-0.383, 0.924),
];

/// A rectangle, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    /// Of a size, with its middle somewhere.
    pub(super) fn around((x, y): Spot, width: f64, height: f64) -> Self {
        Self { left: x - width / 2.0, top: y - height / 2.0, right: x + width / 2.0, bottom: y + height / 2.0 }
    }

    /// The room of lines of text that stand at a place, from their top.
    pub(super) fn of_text(x: f64, top: f64, side: Side, size: f64, lines: &[String]) -> Self {
        let width = lines.iter().map(|line| text_width(line, size)).fold(0.0, f64::max);
        let left = match side {
            Side::Start => x,
            Side::Middle => x - width / 2.0,
            Side::End => x - width,
        };
        Self { left, top, right: left + width, bottom: top + height_of(lines.len(), size) }
    }

    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Larger by as much on every side.
    pub(super) fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub(super) fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }

    /// Whether a line passes through it.
    pub(super) fn meets(&self, line: &Line) -> bool {
        // The part of the line that lies between the sides, by how far along it is.
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        let ((x0, y0), (x1, y1)) = (line.from, line.to);
        for (at, step, low, high) in [(x0, x1 - x0, self.left, self.right), (y0, y1 - y0, self.top, self.bottom)] {
            if step == 0.0 {
                if at <= low || at >= high {
                    return false;
                }
                continue;
            }
            let (a, b) = ((low - at) / step, (high - at) / step);
            (from, to) = (from.max(a.min(b)), to.min(a.max(b)));
        }
        from < to
    }
}

/// A straight line, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub(super) from: Spot,
    pub(super) to: Spot,
}

impl Line {
    /// Whether they cross.
    fn crosses(&self, other: &Self) -> bool {
        let side = |line: &Self, (x, y): Spot| {
            let ((x0, y0), (x1, y1)) = (line.from, line.to);
            (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)
        };
        side(self, other.from) * side(self, other.to) < 0.0 && side(other, self.from) * side(other, self.to) < 0.0
    }
}

/// A mark that is to have a label.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Point {
    pub(super) at: Spot,
    /// Half the width of the mark.
    pub(super) r: f64,
    /// The label as it may be broken in lines, the nicest first.
    pub(super) layouts: Vec<Vec<String>>,
}

/// Where the labels go.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Ground {
    /// No label leaves the one of these that its mark stands in.
    pub(super) panes: Vec<Area>,
    /// What no label may lie on, beside the marks.
    pub(super) taken: Vec<Area>,
    /// What a label had better not lie on.
    pub(super) lines: Vec<Line>,
    /// The size of the text.
    pub(super) size: f64,
}

/// A label with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    pub(super) lines: Vec<String>,
    pub(super) side: Side,
    /// Where the lines of text begin, end or have their middle.
    pub(super) x: f64,
    pub(super) area: Area,
    /// From the mark to the label, where it stands further off.
    pub(super) leader: Option<Line>,
    cost: f64,
}

impl Label {
    /// A line of text that begins at a place, from its top.
    pub(super) fn beside(text: String, x: f64, top: f64, size: f64) -> Self {
        let lines = vec![text];
        let area = Area::of_text(x, top, Side::Start, size, &lines);
        Self { lines, side: Side::Start, x, area, leader: None, cost: 0.0 }
    }

    /// The lines as one text of a class.
    pub(super) fn text(&self, size: f64, class: &str) -> Markup {
        lines_of_text(self.x, self.area.top, self.side, size, class, &self.lines)
    }

    fn collides(&self, other: &Self) -> bool {
        let led = |line: &Option<Line>, area: &Area| line.is_some_and(|line| area.meets(&line));
        self.area.grown(MARGIN).overlaps(&other.area)
            || led(&self.leader, &other.area.grown(1.0))
            || led(&other.leader, &self.area.grown(1.0))
            || self.leader.zip(other.leader).is_some_and(|(a, b)| a.crosses(&b))
    }
}

/// A place for the label of every point; `None` where there is none.
pub(super) fn labels(points: &[Point], ground: &Ground) -> Vec<Option<Label>> {
    let marks: Vec<Area> = points.iter().map(|p| Area::around(p.at, 2.0 * p.r, 2.0 * p.r)).collect();
    let choices: Vec<Vec<Label>> = points.iter().map(|point| free(point, points, &marks, ground)).collect();
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(|i| (choices.get(*i).map_or(0, Vec::len), *i));
    let mut best: Option<(usize, f64, Vec<Option<Label>>)> = None;
    for _ in 0..ROUNDS {
        let mut placed = round(&order, &choices);
        settle(&mut placed, &choices);
        let cost = |i: &usize| placed.get(*i).and_then(Option::as_ref).map_or(f64::INFINITY, |label| label.cost);
        let failed = placed.iter().filter(|label| label.is_none()).count();
        let total: f64 = placed.iter().flatten().map(|label| label.cost).sum();
        let unhappy: Vec<usize> = order.iter().copied().filter(|i| cost(i) >= POOR).collect();
        if best.as_ref().is_none_or(|(fewest, least, _)| failed < *fewest || failed == *fewest && total < *least) {
            best = Some((failed, total, placed));
        }
        if unhappy.is_empty() {
            break;
        }
        order.retain(|i| !unhappy.contains(i));
        order.splice(0..0, unhappy);
    }
    best.map(|(.., placed)| placed).unwrap_or_default()
}

/// Each in turn takes the cheapest place that is left.
fn round(order: &[usize], choices: &[Vec<Label>]) -> Vec<Option<Label>> {
    let mut placed: Vec<Option<Label>> = vec![None; choices.len()];
    for i in order {
        let free = |label: &&Label| !placed.iter().flatten().any(|other| label.collides(other));
        let found = choices.get(*i).and_then(|choices| choices.iter().find(free)).cloned();
        if let Some(place) = placed.get_mut(*i) {
            *place = found;
        }
    }
    placed
}

/// Once all have their places, some can have a better one; and who had none may find one.
fn settle(placed: &mut [Option<Label>], choices: &[Vec<Label>]) {
    for _ in 0..3 {
        for (i, choices) in choices.iter().enumerate() {
            let now = placed.get(i).and_then(Option::as_ref).map_or(f64::INFINITY, |label| label.cost);
            let others: Vec<&Label> =
                placed.iter().enumerate().filter(|(j, _)| *j != i).filter_map(|(_, label)| label.as_ref()).collect();
            let better = choices.iter().take_while(|label| label.cost < now);
            let found = better.into_iter().find(|label| !others.iter().any(|other| label.collides(other))).cloned();
            if let (Some(found), Some(place)) = (found, placed.get_mut(i)) {
                *place = Some(found);
            }
        }
    }
}

/// The places of a label that are free as far as all but the other labels are concerned, the cheapest first.
fn free(point: &Point, points: &[Point], marks: &[Area], ground: &Ground) -> Vec<Label> {
    let own = Area::around(point.at, 2.0 * point.r, 2.0 * point.r);
    let pane = ground.panes.iter().find(|pane| pane.holds(&own));
    let mut out = Vec::new();
    for (nth, lines) in point.layouts.iter().enumerate() {
        let more = u32::try_from(nth).map_or(0.0, f64::from) * 1.2;
        for mut label in near(point, lines, ground.size).into_iter().chain(far(point, lines, ground.size)) {
            if !pane.is_some_and(|pane| pane.holds(&label.area)) {
                continue;
            }
            let hit = |area: &Area| {
                area.overlaps(&label.area.grown(1.0)) || label.leader.is_some_and(|line| area.grown(1.0).meets(&line))
            };
            let others = marks.iter().zip(points).filter(|(_, other)| !std::ptr::eq(*other, point));
            if ground.taken.iter().any(hit) || others.map(|(mark, _)| mark).any(hit) || own.overlaps(&label.area) {
                continue;
            }
            let crossed = ground.lines.iter().filter(|line| label.area.meets(line)).count();
            label.cost += more + u32::try_from(crossed).map_or(0.0, f64::from) * POOR;
            out.push(label);
        }
    }
    out.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    out
}

/// Beside the mark, at eight sides.
fn near(point: &Point, lines: &[String], size: f64) -> Vec<Label> {
    let height = height_of(lines.len(), size);
    let ((x, y), r) = (point.at, point.r);
    let (beside, corner, past) = (r + GAP, r * 0.5, r + GAP - 1.0);
    let places = [
        (x + beside, y - height / 2.0, Side::Start, 0.0),
        (x - beside, y - height / 2.0, Side::End, 1.0),
        (x, y - r - GAP - height + 1.0, Side::Middle, 1.4),
        (x, y + r + 1.0, Side::Middle, 1.4),
        (x + corner, y - past - height, Side::Start, 1.8),
        (x + corner, y + past, Side::Start, 1.8),
        (x - corner, y - past - height, Side::End, 2.2),
        (x - corner, y + past, Side::End, 2.2),
    ];
    let label = |(x, top, side, cost)| Label {
        lines: lines.to_vec(),
        side,
        x,
        area: Area::of_text(x, top, side, size, lines),
        leader: None,
        cost,
    };
    places.map(label).to_vec()
}

/// Further off, with a line.
fn far(point: &Point, lines: &[String], size: f64) -> Vec<Label> {
    let height = height_of(lines.len(), size);
    let mut out = Vec::new();
    for reach in REACH {
        for (nth, (dx, dy)) in DIRECTIONS.into_iter().enumerate() {
            let (start, end) = (point.r + 1.0, point.r + reach);
            let at = |far: f64| (point.at.0 + dx * far, point.at.1 + dy * far);
            let (x, y) = at(end);
            let (x, side) = match dx {
                dx if dx > 0.3 => (x + 2.0, Side::Start),
                dx if dx < -0.3 => (x - 2.0, Side::End),
                _ => (x, Side::Middle),
            };
            let top = match dy {
                dy if dy > 0.8 => y,
                dy if dy < -0.8 => y - height,
                _ => y - height / 2.0,
            };
            out.push(Label {
                lines: lines.to_vec(),
                side,
                x,
                area: Area::of_text(x, top, side, size, lines),
                leader: Some(Line { from: at(start), to: at(end) }),
                cost: 6.0 + reach / 6.0 + u32::try_from(nth).map_or(0.0, f64::from) / 10.0,
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground() -> Ground {
        let pane = Area { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };
        Ground { panes: vec![pane], taken: Vec::new(), lines: Vec::new(), size: 10.0 }
    }

    fn point(x: f64, y: f64, name: &str) -> Point {
        Point { at: (x, y), r: 5.0, layouts: vec![vec![name.to_owned()]] }
    }

    #[test]
    fn alone_a_label_stands_to_the_right_and_at_the_edge_to_the_left() {
        let found = labels(&[point(100.0, 100.0, "Een"), point(390.0, 200.0, "Twee")], &ground());
        let sides: Vec<_> = found.iter().flatten().map(|l| (l.side, l.leader)).collect();
        assert_eq!(sides, [(Side::Start, None), (Side::End, None)]);
    }

    #[test]
    fn none_lies_on_another_or_on_a_mark() {
        let points: Vec<Point> =
            (0..14).map(|i| point(150.0 + 22.0 * f64::from(i % 4), 120.0 + 22.0 * f64::from(i / 4), "Naam")).collect();
        let found = labels(&points, &ground());
        // In so thick a crowd a few may find no place.
        assert!(found.iter().flatten().count() >= 10);
        for (i, a) in found.iter().flatten().enumerate() {
            for (j, b) in found.iter().flatten().enumerate() {
                assert!(i == j || !a.area.overlaps(&b.area), "{i} {j}");
                assert!(!a.area.overlaps(&Area::around(points[j].at, 10.0, 10.0)), "{i} on mark {j}");
                assert!(i == j || !b.leader.is_some_and(|line| a.area.meets(&line)), "line of {j} through {i}");
            }
        }
    }

    #[test]
    fn what_has_no_place_gets_none() {
        let taken = vec![Area { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 }];
        assert_eq!(labels(&[point(100.0, 100.0, "Een")], &Ground { taken, ..ground() }), [None]);
        assert_eq!(labels(&[], &ground()), []);
    }

    #[test]
    fn a_line_meets_what_it_passes_through_and_not_what_it_touches() {
        let area = Area { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        let meets = |from, to| area.meets(&Line { from, to });
        assert!(
            meets((0.0, 15.0), (30.0, 15.0)) && meets((0.0, 0.0), (30.0, 30.0)) && meets((15.0, 15.0), (15.0, 16.0))
        );
        assert!(
            !meets((0.0, 10.0), (30.0, 10.0)) && !meets((0.0, 15.0), (10.0, 15.0)) && !meets((0.0, 25.0), (9.0, 40.0))
        );
    }
}
