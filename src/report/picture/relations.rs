//! The network of ties with their signs, and the camps.
//!
//! Parties that a known tie connects are nodes; a camp is a shape and a colour, and who stands between the camps has a ring. Good
//! ties are solid lines, bad ones dashed with a minus, the thicker the stronger. A bad tie asks for more distance than a good one
//! (own rule: [`BAD`] times as much). With more ties than [`TIES`] the strongest are drawn: first those of a spanning forest, so that
//! everybody keeps the strongest of theirs, then from strong to weak. With more than [`PARTIES`] those with the most ties stand in it.

mod ground;
mod sheet;

use maud::{Markup, html};

use super::beneath::Beneath;
use super::draw::{self, LINE, SIZE, SMALL, Shape, Side, mark, px, shape, text, text_width, wrap};
use super::layout::{Label, Link, Network, Placed, Point, Room, arrange, beside};
use super::placing::{Area, Line};
use super::{Picture, PictureKind};
use crate::analysis::Relations;
use crate::report::speech::Speech;
use ground::{Node, Tie, Web};

/// How many parties are drawn at most.
const PARTIES: usize = 300;
/// How many ties are drawn at most.
const TIES: usize = 200;
/// With more parties than this their names stand in a key.
const NAMED: usize = 40;
/// How far a bad tie asks its ends to be apart, a good one asking for 1.
const BAD: f64 = 1.8;
/// How wide the picture is.
const WIDTH: f64 = 720.0;
/// How high the network is at most, where everybody fits.
const HEIGHT: f64 = 640.0;
/// How large a node is with its name beside it.
const RADIUS: f64 = 9.0;
/// How large a node is with its number in it.
const NUMBERED: f64 = 12.0;
/// How wide a name beside its node is, unless it does not fit in three lines of that.
const NAME: [f64; 3] = [118.0, 148.0, 178.0];
/// How large the sign in the middle of a tie is.
const SIGN: f64 = 6.0;
/// With more parties than this, lines and signs are thinner.
const CROWD: usize = 60;

/// The network of ties with their signs, and the camps.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &Relations) -> Option<Picture> {
    let web = Web::of(speech, found);
    if web.ties.is_empty() {
        return None;
    }
    let drawing = Drawing::named(&web).unwrap_or_else(|| Drawing::numbered(&web));
    let top = drawing.placed.height + 10.0;
    let lists = [sheet::key(&drawing), sheet::untied(&web)].into_iter().flatten().collect();
    let beneath = Beneath { signs: sheet::legend(&drawing), notes: web.notes(), lists }.draw(top, WIDTH);
    let body = html! { (drawing.network()) (beneath.body) };
    let title = speech.words("picture-relations-title");
    Some(draw::picture(PictureKind::Relations, &title, &web.description(), (WIDTH, top + beneath.height), body))
}

/// The shape of a camp: the first, the second, or none.
fn shape_of(camp: Option<usize>) -> Shape {
    match camp {
        Some(0) => Shape::Circle,
        Some(_) => Shape::Square,
        None => Shape::Diamond,
    }
}

/// The places of everything in the network.
struct Drawing<'w> {
    web: &'w Web<'w>,
    placed: Placed,
    /// For each tie that is drawn where its signs stand.
    signs: Vec<(&'w Tie, Vec<Point>)>,
    /// The names beside their nodes, with their lines; without them, numbers stand in the nodes.
    names: Option<Vec<(Area, Vec<String>)>>,
    /// The size of the names.
    size: f64,
}

impl<'w> Drawing<'w> {
    /// With the names beside the nodes, if they all fit.
    fn named(web: &'w Web<'w>) -> Option<Self> {
        if web.nodes.len() > NAMED {
            return None;
        }
        let size = if web.nodes.len() > 16 { SMALL } else { SIZE };
        let lines: Vec<Vec<String>> = web.nodes.iter().map(|node| in_lines(&node.name, size)).collect();
        let mut told: Vec<&Vec<String>> = lines.iter().collect();
        told.sort_unstable();
        told.dedup();
        // Names that are cut to the same words would tell nobody apart.
        if told.len() < lines.len() || lines.iter().any(Vec::is_empty) {
            return None;
        }
        let room = |step, apart| Room { width: WIDTH, height: HEIGHT, margin: (86.0, 46.0), step, apart };
        [room(130.0, 58.0), room(160.0, 74.0), room(190.0, 92.0)].iter().find_map(|room| {
            let placed = web.placed(room);
            let taken: Vec<Area> =
                web.nodes.iter().zip(&placed.at).map(|(n, at)| around(*at, n.reach(RADIUS))).collect();
            let signs = signs(web, &placed, &taken);
            let discs = signs.iter().flat_map(|(_, at)| at).map(|at| around(*at, SIGN + 1.0));
            let all: Vec<Area> = taken.iter().copied().chain(discs).collect();
            let labels: Vec<Label> = web
                .nodes
                .iter()
                .zip(&placed.at)
                .zip(&lines)
                .map(|((node, at), lines)| {
                    let wide = lines.iter().map(|line| text_width(line, size)).fold(0.0, f64::max);
                    #[expect(clippy::cast_precision_loss, reason = "three lines at most")]
                    let high = lines.len() as f64 * size * LINE;
                    Label { at: *at, reach: node.reach(RADIUS), size: (wide + 4.0, high + 2.0) }
                })
                .collect();
            let drawn: Vec<Line> = signs.iter().filter_map(|(tie, _)| ends(tie, &placed)).collect();
            let frame = Area { left: 3.0, top: 3.0, right: WIDTH - 3.0, bottom: placed.height - 3.0 };
            let areas = beside(&labels, &all, &drawn, &frame)?;
            let names = areas.into_iter().zip(lines.iter().cloned()).collect();
            Some(Self { web, placed, signs, names: Some(names), size })
        })
    }

    /// With a number in every node.
    fn numbered(web: &'w Web<'w>) -> Self {
        let room =
            Room { width: WIDTH, height: HEIGHT, margin: (20.0, 20.0), step: 110.0, apart: 2.0 * NUMBERED + 8.0 };
        let placed = web.placed(&room);
        let taken: Vec<Area> = web.nodes.iter().zip(&placed.at).map(|(n, at)| around(*at, n.reach(NUMBERED))).collect();
        let signs = signs(web, &placed, &taken);
        Self { web, placed, signs, names: None, size: SMALL }
    }

    fn network(&self) -> Markup {
        html! {
            @if self.names.is_some() { @for camp in [0, 1] { (self.hull(camp)) } }
            @for (tie, signs) in &self.signs { (self.tie(tie, signs)) }
            @for (at, node) in self.web.nodes.iter().enumerate() { (self.node(at, node)) }
        }
    }

    /// A soft ground beneath a camp: its parties, and the shortest lines that hold them together.
    fn hull(&self, camp: usize) -> Markup {
        let (Some(_), true) = (&self.names, self.web.two_camps) else { return html! {} };
        let all = || self.web.nodes.iter().zip(&self.placed.at);
        let at: Vec<Point> = all().filter(|(node, _)| node.camp == Some(camp)).map(|(_, at)| *at).collect();
        // A line that goes by somebody of the other camp would seem to hold them as well.
        let others = || all().filter(|(node, _)| node.camp != Some(camp)).map(|(_, at)| around(*at, 2.0 * RADIUS));
        let mut lines = held_together(&at);
        lines.retain(|(from, to)| !others().any(|area| area.meets(&Line { from: *from, to: *to })));
        html! {
            g class={"hull hull-" (camp)} {
                @for (x, y) in &at { circle cx=(px(*x)) cy=(px(*y)) r="21" stroke="none" {} }
                @for ((ax, ay), (bx, by)) in &lines {
                    line x1=(px(*ax)) y1=(px(*ay)) x2=(px(*bx)) y2=(px(*by)) stroke-width="42" {}
                }
            }
        }
    }

    fn crowded(&self) -> bool {
        self.web.nodes.len() > CROWD
    }

    fn tie(&self, tie: &Tie, signs: &[Point]) -> Markup {
        let Some(Line { from: (ax, ay), to: (bx, by) }) = ends(tie, &self.placed) else { return html! {} };
        let (least, more) = if self.crowded() { (0.5, 1.1) } else { (1.0, 3.0) };
        let width = least + more * tie.strength();
        let class = if tie.is_good() { "tie-good" } else { "tie-bad" };
        let mut places = signs.iter();
        let drawn = html! {
            line class=(class) x1=(px(ax)) y1=(px(ay)) x2=(px(bx)) y2=(px(by)) stroke-width=(px(width)) {}
            @for sign in tie.signs() { @if let Some(at) = places.next() { (sign_at(sign, *at, self.crowded())) } }
        };
        mark(&self.web.tell_tie(tie), &drawn)
    }

    fn node(&self, at: usize, node: &Node<'_>) -> Markup {
        let Some(place) = self.placed.at.get(at) else { return html! {} };
        let name = self.names.as_ref().and_then(|names| names.get(at));
        let drawn = match name {
            Some((area, lines)) => html! {
                (body(node, *place, RADIUS, false))
                (self.name(area, lines, *place))
            },
            None => html! {
                (body(node, *place, NUMBERED, true))
                (text(place.0, place.1 + 4.0, Side::Middle, "small", &(at + 1).to_string()))
            },
        };
        mark(&self.web.tell_party(node), &drawn)
    }

    fn is_crossed(&self, area: &Area) -> bool {
        self.signs.iter().filter_map(|(tie, _)| ends(tie, &self.placed)).any(|line| area.meets(&line))
    }

    /// The lines of a name: against the node where it stands beside it, else in the middle. What a tie crosses is veiled, and no more
    /// than that.
    fn name(&self, area: &Area, lines: &[String], (x, _): Point) -> Markup {
        let (side, at) = if area.left >= x {
            (Side::Start, area.left + 2.0)
        } else if area.right <= x {
            (Side::End, area.right - 2.0)
        } else {
            (Side::Middle, (area.left + area.right) / 2.0)
        };
        let class = if self.size < SIZE { "small" } else { "" };
        let mut y = area.top + 1.0 - self.size * 0.3;
        let drawn: Vec<Markup> = lines
            .iter()
            .map(|line| {
                y += self.size * LINE;
                let wide = text_width(line, self.size);
                let left = match side {
                    Side::Start => at,
                    Side::Middle => at - wide / 2.0,
                    Side::End => at - wide,
                };
                let (top, bottom) = (y - self.size * 0.8, y + self.size * 0.25);
                let here = Area { left, top, right: left + wide, bottom };
                html! {
                    @if self.is_crossed(&here) {
                        rect class="veil" x=(px(left)) y=(px(top)) width=(px(wide)) height=(px(bottom - top)) rx="3" {}
                    }
                    (text(at, y, side, class, line))
                }
            })
            .collect();
        html! { @for line in &drawn { (line) } }
    }
}

/// A name in a few lines, no wider than it needs.
fn in_lines(name: &str, size: f64) -> Vec<String> {
    let word = name.split_whitespace().map(|word| text_width(word, size)).fold(0.0, f64::max);
    let [.., most] = NAME;
    let whole = |room: &f64| word <= *room && wrap(name, size, *room, usize::MAX).len() <= 3;
    wrap(name, size, NAME.into_iter().find(whole).unwrap_or(most), 3)
}

/// A node with its rings: who stands between, who may stand elsewhere, of whom a tie is unknown.
fn body(node: &Node<'_>, (x, y): Point, r: f64, open: bool) -> Markup {
    let camp = node.camp.map_or("none".to_owned(), |camp| camp.to_string());
    let mut class = if open { format!("camp-open-{camp}") } else { format!("camp-{camp}") };
    if node.unsure {
        class.push_str(" unsure");
    }
    html! {
        @if node.between { circle class="ring" cx=(px(x)) cy=(px(y)) r=(px(r + 3.5)) {} }
        (shape(shape_of(node.camp), x, y, r, &class))
    }
}

/// A sign on a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// It is a bad one.
    Minus,
    /// It does not fit in the camps.
    Unfit,
    /// Some call it good and some bad.
    Disputed,
}

/// A sign, smaller where it is crowded.
fn sign_at(sign: Sign, (x, y): Point, crowded: bool) -> Markup {
    let (round, tall) = if crowded { (3.6, 3.6) } else { (SIGN, 5.0) };
    let half = round * 0.55;
    html! {
        @match sign {
            Sign::Minus => {
                circle class="sign" cx=(px(x)) cy=(px(y)) r=(px(round)) {}
                line class="sign-line" x1=(px(x - half)) y1=(px(y)) x2=(px(x + half)) y2=(px(y)) {}
            }
            Sign::Unfit => { (shape(Shape::TriangleUp, x, y, tall, "unfit")) }
            Sign::Disputed => {
                circle class="sign" cx=(px(x)) cy=(px(y)) r=(px(SIGN)) {}
                line class="sign-line" x1=(px(x - 3.0)) y1=(px(y - 1.4)) x2=(px(x + 3.0)) y2=(px(y - 1.4)) {}
                line class="sign-line" x1=(px(x)) y1=(px(y - 4.4)) x2=(px(x)) y2=(px(y + 1.6)) {}
                line class="sign-line" x1=(px(x - 3.0)) y1=(px(y + 3.6)) x2=(px(x + 3.0)) y2=(px(y + 3.6)) {}
            }
        }
    }
}

/// The places of both ends of a tie.
fn ends(tie: &Tie, placed: &Placed) -> Option<Line> {
    Some(Line { from: *placed.at.get(tie.a)?, to: *placed.at.get(tie.b)? })
}

/// So far around a place.
fn around(at: Point, reach: f64) -> Area {
    Area::around(at, 2.0 * reach, 2.0 * reach)
}

/// Where the signs of the ties stand: near the middle, and free of nodes and of each other where that can be.
fn signs<'w>(web: &'w Web<'_>, placed: &Placed, taken: &[Area]) -> Vec<(&'w Tie, Vec<Point>)> {
    let mut taken = taken.to_vec();
    let mut one = |tie: &'w Tie| {
        let Some(Line { from: a, to: b }) = ends(tie, placed) else { return (tie, Vec::new()) };
        let along = |t: f64| (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1));
        let places = tie.signs().map(|_| {
            let mut tries = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].into_iter().map(along);
            let free = |at: &Point| !taken.iter().any(|area| area.overlaps(&around(*at, SIGN + 1.0)));
            let at = tries.find(free).unwrap_or_else(|| along(0.5));
            taken.push(around(at, SIGN + 1.0));
            at
        });
        (tie, places.collect())
    };
    web.ties.iter().filter(|tie| tie.drawn).map(&mut one).collect()
}

/// The shortest lines that hold places together (Prim), apart from long ones.
fn held_together(at: &[Point]) -> Vec<(Point, Point)> {
    const LONGEST: f64 = 190.0;
    let far = |a: Point, b: Point| (a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1);
    let mut out = Vec::new();
    let Some((first, rest)) = at.split_first() else { return out };
    // Of each that is not yet held the nearest that is.
    let mut open: Vec<(Point, Point)> = rest.iter().map(|place| (*place, *first)).collect();
    while let Some(next) = (0..open.len()).min_by(|i, j| {
        let size = |at: &usize| open.get(*at).map_or(f64::INFINITY, |(a, b)| far(*a, *b));
        size(i).total_cmp(&size(j)).then(i.cmp(j))
    }) {
        let (place, held) = open.remove(next);
        if far(place, held) <= LONGEST * LONGEST {
            out.push((held, place));
        }
        for (other, nearest) in &mut open {
            if far(*other, place) < far(*other, *nearest) {
                *nearest = place;
            }
        }
    }
    out
}

impl Web<'_> {
    fn placed(&self, room: &Room) -> Placed {
        let links: Vec<Link> = self
            .ties
            .iter()
            .map(|tie| Link { a: tie.a, b: tie.b, length: if tie.is_good() { 1.0 } else { BAD } })
            .collect();
        let groups: Vec<usize> = self.nodes.iter().map(|node| node.camp.unwrap_or(2)).collect();
        arrange(&Network { groups: &groups, links: &links }, room)
    }
}
