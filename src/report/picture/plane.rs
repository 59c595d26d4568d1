//! A plane of two axes with parties in it: ticks, cuts, zones, marks with their names, and the marks of which one place is unknown.
//!
//! Names stand beside their marks as long as there is room. Where there is none a number stands there, and the names are given
//! beneath. Marks of one spot stand around it; where they are too many they are one pile with their numbers.

mod corners;
mod packing;

use maud::{Markup, html};

use super::columns::{Entry, List};
use super::draw::{LINE, SMALL, Shape, Side, Told, lines_of_text, mark, px, shape, text, text_width, wrap};
use super::legend::SIGN;
use super::names::in_lines;
use super::placing::{Area, Ground, Label, Line, Point, Spot, labels};
use crate::report::page::{Inlines, capital, plain};
use crate::report::speech::{Speech, args};
use corners::Corners;
pub(super) use corners::Zones;
use packing::{Field, Mark, Pane, Placed, Unit, pack};

/// The width of every picture with a plane.
pub(super) const WIDTH: f64 = 720.0;
/// The margin around.
pub(super) const EDGE: f64 = 12.0;
/// Half the width of a mark.
const MARK: f64 = 6.0;
/// What a mark takes with its outline, on every side.
const ROOM: f64 = 8.0;
/// How wide the band of the unknown is, and how high.
const UNKNOWN: Spot = (124.0, 64.0);
/// How far within the plane its scales begin.
const PAD: Spot = (66.0, 50.0);
/// With more marks than this, no places are sought for what stands beside them.
const NAMED: usize = 150;
/// How often names are tried, with more numbers each time.
const TRIES: usize = 6;
/// With more marks than this, no lines for the spread of estimates.
pub(super) const SPREADS: usize = 60;

/// An axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axis {
    /// What it measures.
    pub(super) title: String,
    pub(super) low: f64,
    pub(super) high: f64,
    /// Numbers along it.
    pub(super) ticks: Vec<(f64, String)>,
    /// Where high begins, and what is written there.
    pub(super) cut: Option<(f64, String)>,
}

impl Axis {
    /// Numbers along an axis, at whole steps that are easily read.
    pub(super) fn ticks(speech: &Speech<'_>, low: f64, high: f64) -> Vec<(f64, String)> {
        let mut step = if high - low < 2.0 { 0.1 } else { 1.0 };
        // 1, 2, 5, 10, 20, 50 … and so below 1.
        for factor in [2.0, 2.5, 2.0].iter().cycle().take(60) {
            if (high - low) / step <= 10.0 {
                break;
            }
            step *= factor;
        }
        let first = (low / step).ceil() * step;
        // Steps that are no binary fractions may add up to a hair more than the highest.
        let at = (0..=10).map(|i| first + f64::from(i) * step).take_while(|at| *at <= high + step / 1000.0);
        at.map(|at| at.min(high)).map(|at| (at, speech.number(at))).collect()
    }

    fn share(&self, value: f64) -> f64 {
        if self.high > self.low { (value - self.low) / (self.high - self.low) } else { 0.5 }
    }
}

/// Where a party stands on an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stand {
    pub(super) at: f64,
    /// The lowest and the highest that it may be.
    pub(super) low: f64,
    pub(super) high: f64,
    /// Whether its class has it on the far side of the cut: to the right, or above.
    pub(super) is_high: bool,
}

/// A party in the plane; at least one of its places is known.
#[derive(Debug, Clone)]
pub(super) struct Dot {
    pub(super) x: Option<Stand>,
    pub(super) y: Option<Stand>,
    pub(super) shape: Shape,
    pub(super) class: String,
    pub(super) name: String,
    pub(super) told: Told,
}

/// A plane to be drawn.
#[derive(Debug, Clone)]
pub(super) struct Plane {
    pub(super) x: Axis,
    pub(super) y: Axis,
    pub(super) zones: Zones,
    /// In any order; the order of the numbers is that of the places, then that of these.
    pub(super) dots: Vec<Dot>,
}

/// A plane that was drawn.
pub(super) struct Drawn {
    pub(super) body: Markup,
    /// Where it ends.
    pub(super) bottom: f64,
    /// Who stands there by number.
    pub(super) key: List,
    /// What must be said of how it was drawn.
    pub(super) notes: Vec<Inlines>,
}

/// The measures of a plane.
struct Frame<'p> {
    plane: &'p Plane,
    /// Where both places are known.
    main: Area,
    /// Where what lies to the right is unknown.
    left: Option<Area>,
    /// Where what lies up is unknown.
    below: Option<Area>,
}

impl Frame<'_> {
    fn x(&self, value: f64) -> f64 {
        self.main.left + PAD.0 + self.plane.x.share(value) * (self.main.width() - 2.0 * PAD.0)
    }

    fn y(&self, value: f64) -> f64 {
        self.main.bottom - PAD.1 - self.plane.y.share(value) * (self.main.height() - 2.0 * PAD.1)
    }

    fn spot(&self, dot: &Dot) -> Spot {
        let middle = |band: &Option<Area>| {
            band.map_or((self.main.left, self.main.bottom), |a| ((a.left + a.right) / 2.0, (a.top + a.bottom) / 2.0))
        };
        let x = dot.x.map_or(middle(&self.left).0, |x| self.x(x.at));
        let y = dot.y.map_or(middle(&self.below).1, |y| self.y(y.at));
        (x, y)
    }

    fn cuts(&self) -> (Option<f64>, Option<f64>) {
        let cut = |axis: &Axis| axis.cut.as_ref().map(|(at, _)| *at);
        (cut(&self.plane.x).map(|at| self.x(at)), cut(&self.plane.y).map(|at| self.y(at)))
    }

    /// Where the scales end.
    fn ends(&self) -> Area {
        let (x, y) = (&self.plane.x, &self.plane.y);
        Area { left: self.x(x.low), top: self.y(y.high), right: self.x(x.high), bottom: self.y(y.low) }
    }

    fn field(&self, corners: &Corners) -> Field {
        let ends = self.ends();
        let panes = [
            Some(Pane { area: self.main, ends }),
            self.left.map(|area| Pane { area, ends: Area { top: ends.top, bottom: ends.bottom, ..area } }),
            self.below.map(|area| Pane { area, ends: Area { left: ends.left, right: ends.right, ..area } }),
        ];
        let panes = panes.into_iter().flatten().collect();
        Field { panes, taken: corners.drawn.iter().map(|corner| corner.area).collect(), cuts: self.cuts() }
    }

    fn marks(&self) -> Vec<Mark> {
        let is_high = |stand: Option<Stand>| stand.map(|stand| stand.is_high);
        let mark = |dot: &Dot| Mark { spot: self.spot(dot), high: (is_high(dot.x), is_high(dot.y)) };
        self.plane.dots.iter().map(mark).collect()
    }
}

/// How the marks stand, and what stands beside them.
struct Layout {
    placed: Vec<Placed>,
    labels: Vec<Label>,
    /// By mark: the number that stands for it, if one does.
    numbers: Vec<Option<usize>>,
}

/// Draws a plane from a height on.
pub(super) fn draw(speech: &Speech<'_>, plane: &Plane, top: f64) -> Drawn {
    let mut plane = plane.clone();
    order(&mut plane.dots);
    let plane = &plane;
    let ticks = plane.y.ticks.iter().map(|(_, text)| text_width(text, SMALL)).fold(10.0, f64::max);
    let left = EDGE + ticks + 8.0;
    let unknown_x = plane.dots.iter().any(|dot| dot.x.is_none());
    let unknown_y = plane.dots.iter().any(|dot| dot.y.is_none());
    let cut = plane.y.cut.as_ref().map_or(0.0, |(_, text)| text_width(text, SMALL) + 6.0);
    // The title of the axis that goes up, and what is written at the cut.
    let top = top + 2.0 * SMALL * LINE + 6.0;
    let main = Area {
        left: left + if unknown_x { UNKNOWN.0 + 6.0 } else { 0.0 },
        top,
        right: WIDTH - EDGE - cut,
        bottom: top + 540.0,
    };
    let frame = &Frame {
        plane,
        main,
        left: unknown_x.then_some(Area { left, right: left + UNKNOWN.0, ..main }),
        below: unknown_y.then_some(Area { top: main.bottom + 6.0, bottom: main.bottom + 6.0 + UNKNOWN.1, ..main }),
    };
    let spreads = if plane.dots.len() > SPREADS { Vec::new() } else { plane.dots.iter().collect() };
    let corners = Corners::of(frame);
    let layout = lay_out(frame, &corners, !spreads.is_empty());
    let (axes, bottom) = axes(frame, left);
    let mut lines = cuts(frame);
    lines.extend(grid(frame));
    if !spreads.is_empty() {
        lines.extend(spreads_of(frame, &layout.placed).iter().map(|spread| spread.line));
    }
    let body = html! {
        (axes)
        @for corner in &corners.drawn { (corner.draw()) }
        @if !spreads.is_empty() { @for spread in spreads_of(frame, &layout.placed) { (spread.draw()) } }
        @for label in layout.labels.iter().filter(|label| lines.iter().any(|line| label.area.meets(line))) {
            (rectangle(&label.area, if frame.main.holds(&label.area) { "under" } else { "under beside" }))
        }
        // Above the grounds of names: it says whose the spread is.
        @if !spreads.is_empty() {
            @for spread in spreads_of(frame, &layout.placed) { (straight(&spread.leader, "line")) }
        }
        @for (placed, label) in layout.placed.iter().zip(&layout.labels) {
            (marked(speech, frame, placed, label))
        }
    };
    let mut numbered: Vec<(usize, &Dot)> =
        layout.numbers.iter().zip(&plane.dots).filter_map(|(number, dot)| Some(((*number)?, dot))).collect();
    numbered.sort_by_key(|(number, _)| *number);
    let entries = numbered.into_iter().map(|(number, dot)| {
        let sign = shape(dot.shape, 0.0, 0.0, SIGN, &dot.class);
        let entry = Entry::new(dot.name.clone(), dot.told.clone()).number(number).sign(sign);
        let is_alone = |placed: &Placed| single(frame, placed).is_some_and(|one| one.told.parties == dot.told.parties);
        if layout.placed.iter().any(is_alone) { entry.told_there() } else { entry }
    });
    let key = List { heading: speech.words("picture-key"), entries: entries.collect() };
    Drawn { body, bottom, notes: notes(speech, frame, (&corners, &layout), &key, spreads.is_empty()), key }
}

/// From the top to the bottom, from the right to the left, those with an unknown place last.
fn order(dots: &mut [Dot]) {
    let key = |dot: &Dot| {
        let at = |stand: Option<Stand>| stand.map_or(f64::NEG_INFINITY, |s| s.at);
        (dot.x.is_none() || dot.y.is_none(), at(dot.y), at(dot.x))
    };
    dots.sort_by(|a, b| {
        let ((ua, ya, xa), (ub, yb, xb)) = (key(a), key(b));
        ua.cmp(&ub).then(yb.total_cmp(&ya)).then(xb.total_cmp(&xa)).then_with(|| a.told.parties.cmp(&b.told.parties))
    });
}

fn lay_out(frame: &Frame<'_>, corners: &Corners, with_spreads: bool) -> Layout {
    let field = frame.field(corners);
    let few = frame.plane.dots.len() <= NAMED;
    let named = few.then(|| by_name(frame, &field, with_spreads)).flatten();
    named.or_else(|| by_number_near(frame, &field)).unwrap_or_else(|| by_number(frame, &field))
}

fn most(frame: &Frame<'_>) -> Spot {
    // No further than where a mark would seem to stand on the next number.
    let step = |axis: &Axis, at: &dyn Fn(f64) -> f64| match axis.ticks.as_slice() {
        [(a, _), (b, _), ..] => ((at(*b) - at(*a)).abs() * 0.42).clamp(24.0, 60.0),
        _ => 40.0,
    };
    (step(&frame.plane.x, &|v| frame.x(v)), step(&frame.plane.y, &|v| frame.y(v)))
}

/// What a mark takes by itself.
fn bare(frame: &Frame<'_>) -> Unit {
    let side = 2.0 * ROOM;
    Unit { left: ROOM, width: side, height: side, pile: side, most: most(frame) }
}

fn ground(field: &Field, lines: Vec<Line>) -> Ground {
    let panes = field.panes.iter().map(|pane| pane.area).collect();
    Ground { panes, taken: field.taken.clone(), lines, size: SMALL }
}

/// With names beside the marks, and numbers where a few have no room; nothing where too many have none.
fn by_name(frame: &Frame<'_>, field: &Field, with_spreads: bool) -> Option<Layout> {
    let dots = &frame.plane.dots;
    let mut placed = pack(&frame.marks(), bare(frame), field);
    if placed.iter().any(|placed| placed.of.len() > 1) {
        return None;
    }
    // In the order of the marks, which packing keeps within a spot but not between spots.
    placed.sort_by(|a, b| a.of.cmp(&b.of));
    let mut lines: Vec<Line> = Vec::new();
    if with_spreads {
        lines.extend(spreads_of(frame, &placed).iter().flat_map(|spread| [spread.line, spread.leader]));
    }
    lines.extend(cuts(frame));
    let ground = ground(field, lines);
    let names: Vec<String> = dots.iter().map(|dot| dot.name.clone()).collect();
    let layouts: Vec<Vec<Vec<String>>> = names.iter().map(|name| layouts(name, &names)).collect();
    let mut numbers: Vec<Option<usize>> = vec![None; dots.len()];
    for _ in 0..TRIES {
        let points = placed.iter().zip(&layouts).zip(&numbers).map(|((placed, layouts), number)| Point {
            at: placed.at,
            r: ROOM - 1.0,
            layouts: match number {
                Some(n) => vec![vec![n.to_string()]],
                None => layouts.clone(),
            },
        });
        let points: Vec<Point> = points.collect();
        let labels = labels(&points, &ground);
        if labels.iter().all(Option::is_some) {
            return Some(Layout { placed, labels: labels.into_iter().flatten().collect(), numbers });
        }
        let mut short: Vec<bool> =
            numbers.iter().zip(&labels).map(|(n, label)| n.is_some() || label.is_none()).collect();
        for (one, _) in placed.iter().zip(labels.iter().zip(&numbers)).filter(|(_, (l, n))| l.is_none() && n.is_some())
        {
            // Not even its number has room: the nearest name makes way.
            let far = |other: &Placed| {
                let (dx, dy) = (other.at.0 - one.at.0, other.at.1 - one.at.1);
                dx * dx + dy * dy
            };
            let named = placed.iter().zip(&mut short).filter(|(_, short)| !**short);
            if let Some((_, short)) = named.min_by(|(a, _), (b, _)| far(a).total_cmp(&far(b))) {
                *short = true;
            }
        }
        let mut last = 0;
        for (short, number) in short.iter().zip(&mut numbers) {
            last += usize::from(*short);
            *number = short.then_some(last);
        }
        if last * 3 > dots.len() {
            return None;
        }
    }
    None
}

/// The ways to break a name in lines, the nicest first; cut only where it is too long for all of them.
fn layouts(name: &str, all: &[String]) -> Vec<Vec<String>> {
    // The narrowest that leaves nothing out.
    let whole = |most: usize| {
        let rooms = (6..=16).map(|tens| f64::from(tens) * 10.0);
        rooms.map(|room| wrap(name, SMALL, room, most)).find(|lines| !lines.iter().any(|line| line.ends_with('…')))
    };
    let short = text_width(name, SMALL) <= 110.0;
    let order = if short { [1, 2, 3, 4] } else { [2, 3, 1, 4] };
    let mut out: Vec<Vec<String>> = Vec::new();
    for lines in order.into_iter().filter_map(whole) {
        if !lines.is_empty() && !out.contains(&lines) {
            out.push(lines);
        }
    }
    if out.is_empty() {
        let cut = in_lines(name, all, 160.0, 4);
        out.push(if cut.is_empty() { vec!["…".to_owned()] } else { cut });
    }
    out
}

/// By mark the number that stands for it, in the order of the places, so that the numbers of a pile follow each other; and by place
/// what is written there.
fn numbered(n: usize, placed: &[Placed]) -> (Vec<Option<usize>>, Vec<String>) {
    let mut numbers = vec![None; n];
    let mut last = 0;
    let mut written = Vec::new();
    for one in placed {
        let first = last + 1;
        for i in &one.of {
            last += 1;
            if let Some(place) = numbers.get_mut(*i) {
                *place = Some(last);
            }
        }
        written.push(if first < last { format!("{first}–{last}") } else { last.to_string() });
    }
    (numbers, written)
}

/// With a number near every mark, wherever it has room there; nothing where one has none.
fn by_number_near(frame: &Frame<'_>, field: &Field) -> Option<Layout> {
    let unit = bare(frame);
    let placed = pack(&frame.marks(), Unit { pile: unit.pile + 3.0, left: unit.left + 1.5, ..unit }, field);
    if placed.len() > NAMED {
        return None;
    }
    let (numbers, written) = numbered(frame.plane.dots.len(), &placed);
    let point = |(one, text): (&Placed, String)| Point { at: one.at, r: ROOM - 1.0, layouts: vec![vec![text]] };
    let points: Vec<Point> = placed.iter().zip(written).map(point).collect();
    let labels: Option<Vec<Label>> = labels(&points, &ground(field, cuts(frame))).into_iter().collect();
    Some(Layout { placed, labels: labels?, numbers })
}

/// With a number beside every mark.
fn by_number(frame: &Frame<'_>, field: &Field) -> Layout {
    let n = frame.plane.dots.len();
    let width = |text: &str| text_width(text, SMALL);
    let number = width(&"8".repeat(n.to_string().len()));
    let range = width(&"8".repeat(2 * n.to_string().len())) + width("–");
    let unit = Unit {
        left: ROOM,
        width: 2.0 * ROOM + number + 4.0,
        height: 2.0 * ROOM + 1.0,
        pile: 2.0 * ROOM + range + 4.0,
        most: most(frame),
    };
    let placed = pack(&frame.marks(), unit, field);
    let (numbers, written) = numbered(n, &placed);
    let label = |(one, text): (&Placed, String)| {
        let (x, y) = one.at;
        Label::beside(text, x + ROOM, y - SMALL * LINE / 2.0, SMALL)
    };
    let labels = placed.iter().zip(written).map(label).collect();
    Layout { placed, labels, numbers }
}

/// The lines at the numbers of both axes.
fn grid(frame: &Frame<'_>) -> Vec<Line> {
    let main = frame.main;
    let (left, bottom) =
        (frame.left.map_or(main.left, |band| band.left), frame.below.map_or(main.bottom, |band| band.bottom));
    let down = frame.plane.x.ticks.iter().map(|(at, _)| frame.x(*at));
    let across = frame.plane.y.ticks.iter().map(|(at, _)| frame.y(*at));
    down.map(|x| Line { from: (x, main.top), to: (x, bottom) })
        .chain(across.map(|y| Line { from: (left, y), to: (main.right, y) }))
        .collect()
}

fn cuts(frame: &Frame<'_>) -> Vec<Line> {
    let main = frame.main;
    let (x, y) = frame.cuts();
    let down = x.map(|x| Line { from: (x, main.top), to: (x, main.bottom) });
    let across = y.map(|y| Line { from: (main.left, y), to: (main.right, y) });
    down.into_iter().chain(across).collect()
}

/// What the estimates of a mark leave open: a line through it, or beside it where that would run through others or end at one.
struct Spread {
    line: Line,
    /// From the mark to the line.
    leader: Line,
}

impl Spread {
    fn draw(&self) -> Markup {
        let ((x1, y1), (x2, y2)) = (self.line.from, self.line.to);
        let (dx, dy) = if y1 == y2 { (0.0, CAP) } else { (CAP, 0.0) };
        let path = [((x1, y1), (x2, y2)), ((x1 - dx, y1 - dy), (x1 + dx, y1 + dy))]
            .into_iter()
            .chain([((x2 - dx, y2 - dy), (x2 + dx, y2 + dy))])
            .map(|((ax, ay), (bx, by))| format!("M{} {}L{} {}", px(ax), px(ay), px(bx), px(by)))
            .collect::<String>();
        html! { path class="line" d=(path) {} }
    }
}

/// Half the length of the ends of a spread.
const CAP: f64 = 3.0;
/// How far beside its mark a spread may lie, the best first.
const LANES: [f64; 9] = [0.0, 9.0, -9.0, 12.0, -12.0, 15.0, -15.0, 18.0, -18.0];
/// How far a spread stays off the marks of others, or it would seem to be theirs.
const OFF: f64 = 13.0;

/// The spreads of all marks that stand alone, each beside its mark, and clear of other marks and spreads where that can be.
fn spreads_of(frame: &Frame<'_>, placed: &[Placed]) -> Vec<Spread> {
    let open = |stand: &Stand| stand.low < stand.high;
    let mut out: Vec<Spread> = Vec::new();
    for one in placed {
        let Some(dot) = single(frame, one) else { continue };
        let (x, y) = one.at;
        let others = || placed.iter().map(|other| other.at).filter(|at| *at != one.at);
        let marks: Vec<Area> = others().map(|at| Area::around(at, 2.0 * OFF, 2.0 * OFF)).collect();
        let across = dot.x.filter(open).map(|stand| {
            let (low, high) = (frame.x(stand.low), frame.x(stand.high));
            LANES.map(|lane| (Line { from: (low, y + lane), to: (high, y + lane) }, (x.max(low).min(high), y + lane)))
        });
        let up = dot.y.filter(open).map(|stand| {
            let (low, high) = (frame.y(stand.low), frame.y(stand.high));
            LANES.map(|lane| (Line { from: (x + lane, low), to: (x + lane, high) }, (x + lane, y.max(high).min(low))))
        });
        for lanes in across.into_iter().chain(up) {
            let near = |line: &Line| {
                let ((x1, y1), (x2, y2)) = (line.from, line.to);
                let area = Area { left: x1.min(x2), top: y1.min(y2), right: x1.max(x2), bottom: y1.max(y2) };
                let area = area.grown(2.5);
                let met = marks.iter().filter(|mark| mark.meets(line)).count();
                met + out.iter().filter(|other| area.meets(&other.line)).count()
            };
            let best = lanes.into_iter().min_by_key(|(line, _)| near(line));
            out.extend(best.map(|(line, end)| Spread { line, leader: Line { from: one.at, to: end } }));
        }
    }
    out
}

/// Whether all of a pile have the very same values.
fn is_of_one_spot(frame: &Frame<'_>, placed: &Placed) -> bool {
    let at = |dot: &Dot| (dot.x.map(|x| x.at), dot.y.map(|y| y.at));
    let mut values = placed.of.iter().filter_map(|i| frame.plane.dots.get(*i)).map(at);
    let first = values.next();
    values.all(|other| Some(other) == first)
}

/// The party of a mark that is of one.
fn single<'f>(frame: &'f Frame<'_>, placed: &Placed) -> Option<&'f Dot> {
    match placed.of.as_slice() {
        [one] => frame.plane.dots.get(*one),
        _ => None,
    }
}

/// A line of a class.
pub(super) fn straight(line: &Line, class: &str) -> Markup {
    let ((x1, y1), (x2, y2)) = (line.from, line.to);
    html! { line class=(class) x1=(px(x1)) y1=(px(y1)) x2=(px(x2)) y2=(px(y2)) {} }
}

fn rectangle(area: &Area, class: &str) -> Markup {
    html! {
        rect class=(class) x=(px(area.left)) y=(px(area.top)) width=(px(area.width())) height=(px(area.height())) {}
    }
}

/// A mark, or a pile, with what stands beside it.
fn marked(speech: &Speech<'_>, frame: &Frame<'_>, placed: &Placed, label: &Label) -> Markup {
    let dots: Vec<&Dot> = placed.of.iter().filter_map(|i| frame.plane.dots.get(*i)).collect();
    let (x, y) = placed.at;
    let named = label.text(SMALL, "label small");
    let leader = html! { @if let Some(line) = &label.leader { (straight(line, "line")) } };
    match dots.as_slice() {
        [dot] => mark(&dot.told, &html! { (leader) (shape(dot.shape, x, y, MARK, &dot.class)) (named) }),
        _ => {
            let parties = dots.iter().flat_map(|dot| dot.told.parties.clone()).collect();
            let what = args! {"n": dots.len(), "parties": label.lines.join(" ")};
            let key = if is_of_one_spot(frame, placed) { "picture-plane-pile" } else { "picture-plane-pile-near" };
            let what = plain(&speech.say(key, what));
            // All of one sort stand there as that sort.
            let sort = |dot: &&Dot| (dot.shape, dot.class.clone());
            let one = dots.first().map(sort).filter(|one| dots.iter().all(|dot| sort(dot) == *one));
            let (of, class) = one.unwrap_or_else(|| (Shape::Circle, "pane".to_owned()));
            let stack = html! {
                @for d in [3.0, 0.0] { (shape(of, x + d - 1.5, y - d + 1.5, MARK, &class)) }
            };
            mark(&Told { parties, kind: None, what }, &html! { (leader) (stack) (named) })
        }
    }
}

/// Panes, lines at the numbers, the numbers, the cuts and the titles; and where all that ends.
fn axes(frame: &Frame<'_>, left: f64) -> (Markup, f64) {
    let (main, plane) = (frame.main, frame.plane);
    let bottom = frame.below.map_or(main.bottom, |below| below.bottom);
    let unknown = "?";
    let numbers = bottom + SMALL + 4.0;
    let middle = |low: f64, high: f64| (low + high) / 2.0;
    let end = numbers + SMALL * LINE + 6.0;
    let titles = wrap(&plane.x.title, SMALL, WIDTH - left - EDGE, 2);
    let markup = html! {
        (rectangle(&main, "pane"))
        @for band in [frame.left, frame.below].iter().flatten() { (rectangle(band, "unknown")) }
        @for line in grid(frame) { (straight(&line, "grid")) }
        @for (at, number) in &plane.x.ticks {
            @let x = frame.x(*at);
            (text(x, numbers, Side::Middle, "small", number))
        }
        @for (at, number) in &plane.y.ticks {
            @let y = frame.y(*at);
            (text(left - 6.0, y + 4.0, Side::End, "small", number))
        }
        @if let Some(band) = frame.left { (text(middle(band.left, band.right), numbers, Side::Middle, "small strong", unknown)) }
        @if let Some(band) = frame.below { (text(left - 6.0, middle(band.top, band.bottom) + 4.0, Side::End, "small strong", unknown)) }
        @for line in cuts(frame) { (straight(&line, "cut")) }
        @if let Some((at, said)) = &plane.x.cut { (text(frame.x(*at), main.top - 4.0, Side::Middle, "small", said)) }
        @if let Some((at, said)) = &plane.y.cut { (text(main.right + 4.0, frame.y(*at) + 4.0, Side::Start, "small", said)) }
        (straight(&Line { from: (main.left, main.top), to: (main.left, main.bottom) }, "axis"))
        (straight(&Line { from: (main.left, main.bottom), to: (main.right, main.bottom) }, "axis"))
        (text(EDGE, main.top - SMALL * LINE - 6.0, Side::Start, "small strong", &plane.y.title))
        (lines_of_text(main.right, end - SMALL, Side::End, SMALL, "small strong", &titles))
    };
    (markup, end + 10.0)
}

/// What the way of drawing makes needful to say.
fn notes(
    speech: &Speech<'_>,
    frame: &Frame<'_>,
    (corners, layout): (&Corners, &Layout),
    key: &List,
    no_spreads: bool,
) -> Vec<Inlines> {
    let dots = &frame.plane.dots;
    let mut out = Vec::new();
    out.extend(corners.note(speech));
    let (alone, piles): (Vec<&Placed>, Vec<&Placed>) = layout.placed.iter().partition(|placed| placed.of.len() == 1);
    let is_shared = |one: &&&Placed| alone.iter().filter(|other| other.spot == one.spot).count() > 1;
    let (shared, single): (Vec<&&Placed>, Vec<&&Placed>) = alone.iter().partition(is_shared);
    let aside = single.iter().filter(|placed| placed.at != placed.spot).count();
    let (same, near): (Vec<&Placed>, Vec<&Placed>) = piles.into_iter().partition(|pile| is_of_one_spot(frame, pile));
    for (key, n) in [
        ("picture-plane-around", shared.len()),
        ("picture-plane-aside", aside),
        ("picture-numbered", key.entries.len()),
        ("picture-plane-piles", same.len()),
        ("picture-plane-piles-near", near.len()),
    ] {
        if n > 0 {
            out.push(speech.say(key, args! {"n": n}));
        }
    }
    let open = |stand: Option<Stand>| stand.is_some_and(|s| s.low < s.high);
    if no_spreads && dots.iter().any(|dot| open(dot.x) || open(dot.y)) {
        out.push(speech.words("picture-plane-no-spreads"));
    }
    let half = dots.iter().filter(|dot| dot.x.is_none() || dot.y.is_none()).count();
    if half > 0 {
        out.push(speech.say("picture-plane-half", args! {"n": half}));
    }
    out.into_iter().map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::report::Locale;

    #[test]
    fn the_last_number_of_an_axis_is_not_lost() {
        let model = Model::new();
        let locale = Locale::builtin("en").unwrap();
        let speech = Speech::new(&model, &locale);
        for (low, high) in [(0.0, 0.3), (0.0, 0.6), (0.0, 0.7), (1.0, 1.9), (0.0, 4.0), (-2.0, 2.0)] {
            let ticks = Axis::ticks(&speech, low, high);
            assert!(ticks.last().is_some_and(|(at, text)| *at == high && *text == speech.number(high)), "{ticks:?}");
        }
    }
}
