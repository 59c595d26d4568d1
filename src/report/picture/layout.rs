//! Where the nodes of a network stand, and where their names fit beside them.
//!
//! The layout is stress majorisation (SMACOF) after Gansner, Koren and North (2004), "Graph Drawing by Stress Majorization",
//! doi 10.1007/978-3-540-31843-9_25: the stress Σ d⁻² (‖x − y‖ − d)² over all pairs, with d the length of the shortest way between
//! two nodes, never grows from one sweep to the next. It is the local form of it: node after node is put where the others ask it to
//! be. Own rules: how far a link asks its ends to be apart (a bad tie more than a good one); the start, on a circle in an order that
//! the caller gives; a fixed number of sweeps; parts that nothing links stand beside each other. There is nothing in it but
//! + − × ÷ and square roots, in a fixed order, so that the same network gives the same bits on every machine.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use petgraph::unionfind::UnionFind;

use super::placing::{Area, Line};

/// A place, in pixels or in lengths of a link.
pub(super) type Point = (f64, f64);

/// A link between two nodes, and how far it asks them to be apart: more than 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Link {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) length: f64,
}

/// A network. Nodes are numbers from 0 on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Network<'a> {
    /// For each node its group: those of a group begin beside each other.
    pub(super) groups: &'a [usize],
    /// Links between different nodes, in any order.
    pub(super) links: &'a [Link],
}

/// How much room there is, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) width: f64,
    /// How high it may be, unless the nodes do not fit in it.
    pub(super) height: f64,
    /// How far from the sides, and from top and bottom, nodes stay.
    pub(super) margin: Point,
    /// How long a length of 1 is at most.
    pub(super) step: f64,
    /// How far nodes are apart at least.
    pub(super) apart: f64,
}

/// Nodes that have their place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// The place of each node.
    pub(super) at: Vec<Point>,
    /// How high it became.
    pub(super) height: f64,
}

/// How often every node is put in its place.
const SWEEPS: usize = 120;
/// How many pairs are looked at, at most, however many nodes there are.
const WORK: usize = 8_000_000;
/// How much higher than wide a length becomes at most, where there is more room in the height.
const STRETCH: f64 = 1.35;
/// How often nodes that stand too near something are moved aside.
const ROUNDS: usize = 100;
/// Up to how many pairs of a node and a link nodes are moved off links: with more there is no room beside them.
const CLEARED: usize = 4_000;

/// Gives every node a place.
pub(super) fn arrange(network: &Network<'_>, room: &Room) -> Placed {
    let n = network.groups.len();
    let (margin_x, margin_y) = room.margin;
    let inner = (room.width - 2.0 * margin_x).max(room.apart);
    let shapes: Vec<(Vec<usize>, Vec<Point>)> = parts(n, network.links)
        .into_iter()
        .map(|mut part| {
            part.sort_by_key(|node| (network.groups.get(*node), *node));
            let mut stress = Stress::of(&part, network.links);
            let sweeps = WORK.checked_div(part.len() * part.len()).unwrap_or(SWEEPS).clamp(1, SWEEPS);
            (0..sweeps).for_each(|_| stress.sweep());
            (part, lying(stress.at))
        })
        .collect();
    let widest = shapes.iter().map(|(_, at)| extent(at)).fold((0.0_f64, 0.0_f64), |w, e| (w.0.max(e.0), w.1.max(e.1)));
    let tall = (room.height - 2.0 * margin_y).max(room.apart);
    let mut scale = room.step;
    if widest.0 * scale > inner {
        scale = inner / widest.0;
    }
    if widest.1 * scale > tall {
        scale = tall / widest.1;
    }
    // What the sides press together, the height gives back in part.
    let upright = if widest.1 > 0.0 { (tall / widest.1).min(room.step).clamp(scale, STRETCH * scale) } else { scale };
    let sizes: Vec<Point> = shapes.iter().map(|(_, at)| extent(at)).map(|(w, h)| (w * scale, h * upright)).collect();
    let corners = packed(&sizes, room);
    let mut at = vec![(0.0, 0.0); n];
    for ((part, points), (left, top)) in shapes.iter().zip(corners) {
        for (node, (x, y)) in part.iter().zip(points) {
            if let Some(place) = at.get_mut(*node) {
                *place = (left + x * scale, top + y * upright);
            }
        }
    }
    let bottom = spread(&mut at, network.links, room);
    Placed { at, height: bottom + margin_y }
}

/// The parts that no link connects: the largest first, then that with the lowest node.
pub(super) fn parts(n: usize, links: &[Link]) -> Vec<Vec<usize>> {
    let mut sets = UnionFind::new(n);
    for link in links {
        let _ = sets.try_union(link.a, link.b);
    }
    let mut by_root: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for node in 0..n {
        by_root.entry(sets.find(node)).or_default().push(node);
    }
    let mut out: Vec<Vec<usize>> = by_root.into_values().collect();
    out.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    out
}

/// Nodes of one part on their way to where the stress is least.
struct Stress {
    /// For each node how far it is from each other along the links.
    wanted: Vec<Vec<f64>>,
    at: Vec<Point>,
}

impl Stress {
    /// Starts on a circle, in the order of the nodes.
    fn of(part: &[usize], links: &[Link]) -> Self {
        let wanted = ways(part, links);
        let at = circle(part.len());
        // The size of the circle that has the least stress.
        let (mut over, mut under) = (0.0, 0.0);
        for (row, here) in wanted.iter().zip(&at) {
            for (d, there) in row.iter().zip(&at).filter(|(d, _)| **d > 0.0) {
                let now = distance(*here, *there);
                over += now / d;
                under += now * now / (d * d);
            }
        }
        let size = if under > 0.0 { over / under } else { 1.0 };
        Self { wanted, at: at.into_iter().map(|(x, y)| (x * size, y * size)).collect() }
    }

    /// Puts each node, one after the other, where the rest asks it to be.
    fn sweep(&mut self) {
        for (node, row) in self.wanted.iter().enumerate() {
            let Some(here) = self.at.get(node).copied() else { continue };
            let (mut x, mut y, mut all) = (0.0, 0.0, 0.0);
            for (d, there) in row.iter().zip(&self.at).filter(|(d, _)| **d > 0.0) {
                let weight = 1.0 / (d * d);
                let now = distance(here, *there);
                let pull = if now > 0.0 { d / now } else { 0.0 };
                x += weight * (there.0 + pull * (here.0 - there.0));
                y += weight * (there.1 + pull * (here.1 - there.1));
                all += weight;
            }
            if let Some(place) = self.at.get_mut(node).filter(|_| all > 0.0) {
                *place = (x / all, y / all);
            }
        }
    }

    #[cfg(test)]
    fn value(&self) -> f64 {
        let mut out = 0.0;
        for (row, here) in self.wanted.iter().zip(&self.at) {
            for (d, there) in row.iter().zip(&self.at).filter(|(d, _)| **d > 0.0) {
                let off = distance(*here, *there) - d;
                out += off * off / (d * d);
            }
        }
        out / 2.0
    }
}

/// The length of the shortest way between the nodes of a part, 0 from a node to itself.
fn ways(part: &[usize], links: &[Link]) -> Vec<Vec<f64>> {
    let place: BTreeMap<usize, usize> = part.iter().enumerate().map(|(at, node)| (*node, at)).collect();
    let mut near: Vec<Vec<(usize, f64)>> = vec![Vec::new(); part.len()];
    for link in links {
        let (Some(a), Some(b)) = (place.get(&link.a), place.get(&link.b)) else { continue };
        for (from, to) in [(a, b), (b, a)] {
            near.get_mut(*from).into_iter().for_each(|list| list.push((*to, link.length)));
        }
    }
    let from = |start: usize| {
        let mut reached = vec![f64::INFINITY; part.len()];
        // Lengths are above 0, and of such numbers the bits have the order of the numbers.
        let mut open = BinaryHeap::from([Reverse((0.0_f64.to_bits(), start))]);
        reached.get_mut(start).into_iter().for_each(|d| *d = 0.0);
        while let Some(Reverse((bits, node))) = open.pop() {
            let so_far = f64::from_bits(bits);
            if reached.get(node).is_none_or(|d| *d < so_far) {
                continue;
            }
            for (to, length) in near.get(node).into_iter().flatten() {
                let along = so_far + length;
                if let Some(d) = reached.get_mut(*to).filter(|d| along < **d) {
                    *d = along;
                    open.push(Reverse((along.to_bits(), *to)));
                }
            }
        }
        reached
    };
    (0..part.len()).map(from).collect()
}

/// Points of a circle of radius 1, round about evenly: ((1 − t²)/(1 + t²), 2t/(1 + t²)) on the one half, and mirrored on the other.
#[expect(clippy::cast_precision_loss, reason = "fewer nodes than 2^53")]
fn circle(n: usize) -> Vec<Point> {
    let point = |k: usize| {
        let turn = 4.0 * k as f64 / n as f64;
        let (t, side) = if turn < 2.0 { (turn - 1.0, -1.0) } else { (turn - 3.0, 1.0) };
        let square = 1.0 + t * t;
        (side * (1.0 - t * t) / square, -side * 2.0 * t / square)
    };
    (0..n).map(point).collect()
}

fn distance(a: Point, b: Point) -> f64 {
    let (x, y) = (a.0 - b.0, a.1 - b.1);
    (x * x + y * y).sqrt()
}

/// Turned so that it is wider than high, and moved to begin at 0.
#[expect(clippy::cast_precision_loss, reason = "fewer nodes than 2^53")]
fn lying(at: Vec<Point>) -> Vec<Point> {
    let n = at.len().max(1) as f64;
    let sum = at.iter().fold((0.0, 0.0), |s, p| (s.0 + p.0, s.1 + p.1));
    let middle = (sum.0 / n, sum.1 / n);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in &at {
        let (x, y) = (x - middle.0, y - middle.1);
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    let apart = xx - yy;
    let size = (apart * apart + 4.0 * xy * xy).sqrt();
    let (cos, sin) = if size > 1e-9 * (xx + yy) {
        let double = apart / size;
        let sin = ((1.0 - double).max(0.0) / 2.0).sqrt();
        (((1.0 + double).max(0.0) / 2.0).sqrt(), if xy < 0.0 { -sin } else { sin })
    } else {
        (1.0, 0.0)
    };
    let turned: Vec<Point> = at.iter().map(|(x, y)| (x * cos + y * sin, y * cos - x * sin)).collect();
    let (left, top) = turned.iter().fold((f64::INFINITY, f64::INFINITY), |c, p| (c.0.min(p.0), c.1.min(p.1)));
    turned.into_iter().map(|(x, y)| (x - left, y - top)).collect()
}

/// How wide and high points that begin at 0 are.
fn extent(at: &[Point]) -> Point {
    at.iter().fold((0.0, 0.0), |e, p| (e.0.max(p.0), e.1.max(p.1)))
}

/// Boxes of so many pixels beside each other, in rows that stand in the middle: where the points of each begin.
fn packed(sizes: &[Point], room: &Room) -> Vec<Point> {
    let (margin_x, margin_y) = room.margin;
    let whole: Vec<f64> = sizes.iter().map(|(w, _)| w + 2.0 * margin_x).collect();
    let rows = rows(&whole, 0.0, room.width);
    let mut out = Vec::with_capacity(sizes.len());
    let mut top = 0.0;
    let mut rest = sizes;
    for row in rows {
        let (now, later) = rest.split_at(row.len().min(rest.len()));
        rest = later;
        let used: f64 = now.iter().map(|(w, _)| w + 2.0 * margin_x).sum();
        let high = now.iter().map(|(_, h)| *h).fold(0.0, f64::max) + 2.0 * margin_y;
        let left = ((room.width - used) / 2.0).max(0.0);
        out.extend(now.iter().zip(&row).map(|((_, h), x)| (left + x + margin_x, top + (high - h) / 2.0)));
        top += high;
    }
    out
}

/// Things of so many pixels in rows of so many pixels: row by row where each begins.
pub(super) fn rows(widths: &[f64], gap: f64, room: f64) -> Vec<Vec<f64>> {
    let mut out: Vec<Vec<f64>> = Vec::new();
    let mut x = 0.0;
    for width in widths {
        match out.last_mut() {
            Some(row) if x + gap + width <= room => {
                row.push(x + gap);
                x += gap + width;
            }
            _ => {
                out.push(vec![0.0]);
                x = *width;
            }
        }
    }
    out
}

/// Moves nodes off links that are not theirs, and puts nodes apart that are too near each other. They stay within the sides, and go
/// up and down as they must; the first stands at the margin again. Returns how far down they came.
fn spread(at: &mut [Point], links: &[Link], room: &Room) -> f64 {
    let (left, top) = room.margin;
    let right = (room.width - left).max(left);
    let keep = |(x, y): Point| (x.clamp(left, right), y);
    let small = at.len() * links.len() <= CLEARED;
    for round in 0..ROUNDS {
        let mut moved = small && round + 20 < ROUNDS && clear(at, links, room.apart * 0.5, keep);
        for one in 1..at.len() {
            let (before, from) = at.split_at_mut(one);
            let Some(here) = from.first_mut() else { continue };
            for other in before {
                let now = distance(*here, *other);
                if now >= room.apart {
                    continue;
                }
                moved = true;
                // Those on one spot go to the sides.
                let (x, y) = if now > 0.0 { ((here.0 - other.0) / now, (here.1 - other.1) / now) } else { (0.8, 0.6) };
                let half = (room.apart - now) / 2.0 + 0.01;
                *here = keep((here.0 + x * half, here.1 + y * half));
                *other = keep((other.0 - x * half, other.1 - y * half));
            }
        }
        if !moved {
            break;
        }
    }
    // What still stands too near goes to the nearest free place; upwards and downwards there is always one.
    let directions = circle(24);
    for one in 0..at.len() {
        let (before, from) = at.split_at_mut(one);
        let Some(here) = from.first_mut() else { continue };
        let free = |place: Point| before.iter().all(|other| distance(place, *other) >= room.apart);
        if !free(*here) {
            let start = *here;
            let places = (1..4 * before.len() + 4).flat_map(|ring| {
                #[expect(clippy::cast_precision_loss, reason = "few rings")]
                let radius = room.apart * 0.5 * ring as f64;
                directions.iter().map(move |(x, y)| (start.0 + radius * x, start.1 + radius * y))
            });
            let mut inside = places.filter(|(x, _)| *x >= left && *x <= right);
            if let Some(place) = inside.find(|place| free(*place)) {
                *here = place;
            }
        }
    }
    let highest = at.iter().map(|(_, y)| *y).fold(f64::INFINITY, f64::min);
    let mut lowest = top;
    for (_, y) in at {
        *y += top - highest;
        lowest = lowest.max(*y);
    }
    lowest
}

/// Moves nodes off the links that go by too near, and tells whether there were any.
fn clear(at: &mut [Point], links: &[Link], reach: f64, keep: impl Fn(Point) -> Point) -> bool {
    let mut moved = false;
    for link in links {
        let (Some(a), Some(b)) = (at.get(link.a).copied(), at.get(link.b).copied()) else { continue };
        let along = (b.0 - a.0, b.1 - a.1);
        let square = along.0 * along.0 + along.1 * along.1;
        if square == 0.0 {
            continue;
        }
        let long = square.sqrt();
        let others = at.iter_mut().enumerate().filter(|(node, _)| *node != link.a && *node != link.b);
        for here in others.map(|(_, here)| here) {
            let from = (here.0 - a.0, here.1 - a.1);
            let part = (from.0 * along.0 + from.1 * along.1) / square;
            let aside = (along.0 * from.1 - along.1 * from.0) / long;
            if (0.0..=1.0).contains(&part) && aside.abs() < reach {
                let push = 0.4 * if aside < 0.0 { -reach - aside } else { reach - aside };
                *here = keep((here.0 - along.1 / long * push, here.1 + along.0 / long * push));
                moved = true;
            }
        }
    }
    moved
}

/// A name that wants a place beside its node: where that is, how far the node reaches, and how wide and high the name is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label {
    pub(super) at: Point,
    pub(super) reach: f64,
    pub(super) size: Point,
}

impl Label {
    /// Places beside the node, the best first.
    fn places(&self) -> Vec<Area> {
        let (w, h) = self.size;
        let mut out = Vec::with_capacity(32);
        for gap in [3.0, 14.0] {
            let far = self.reach + gap;
            let slant = far * 0.75;
            let (x, y) = self.at;
            let corners = [
                (x + far, y - h / 2.0),
                (x - far - w, y - h / 2.0),
                (x - w / 2.0, y + far),
                (x - w / 2.0, y - far - h),
                (x + slant, y + slant),
                (x - slant - w, y + slant),
                (x + slant, y - slant - h),
                (x - slant - w, y - slant - h),
                (x - w * 0.25, y + far),
                (x - w * 0.75, y + far),
                (x - w * 0.25, y - far - h),
                (x - w * 0.75, y - far - h),
                (x + far, y - h * 0.2),
                (x + far, y - h * 0.8),
                (x - far - w, y - h * 0.2),
                (x - far - w, y - h * 0.8),
            ];
            out.extend(corners.map(|(left, top)| Area { left, top, right: left + w, bottom: top + h }));
        }
        out
    }
}

/// A place for every name, free of each other and of what is taken, and crossed by few lines; nothing where not all fit.
pub(super) fn beside(labels: &[Label], taken: &[Area], lines: &[Line], frame: &Area) -> Option<Vec<Area>> {
    // Of each the places that are free of what is taken, with what they cost.
    let mut choices: Vec<Vec<(f64, Area)>> = Vec::with_capacity(labels.len());
    for label in labels {
        let mut free = Vec::new();
        let mut bias = 0.0;
        for area in label.places() {
            bias += 0.08;
            if frame.holds(&area) && !taken.iter().any(|t| t.overlaps(&area)) {
                let crossed: f64 = lines.iter().filter(|line| area.meets(line)).map(|_| 1.0).sum();
                free.push((crossed + bias, area));
            }
        }
        free.sort_by(|a, b| a.0.total_cmp(&b.0));
        choices.push(free);
    }
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|at| (choices.get(*at).map_or(0, Vec::len), *at));
    for _ in 0..12 {
        let mut placed: Vec<Option<Area>> = vec![None; labels.len()];
        let mut failed = Vec::new();
        for at in &order {
            let free = choices.get(*at).into_iter().flatten().map(|(_, area)| *area);
            let mut free = free.filter(|area| !placed.iter().flatten().any(|other| other.overlaps(area)));
            match (free.next(), placed.get_mut(*at)) {
                (Some(area), Some(slot)) => *slot = Some(area),
                _ => failed.push(*at),
            }
        }
        if failed.is_empty() {
            return placed.into_iter().collect();
        }
        // Those that found no place choose first.
        order.retain(|at| !failed.contains(at));
        order.splice(0..0, failed);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A network from a seed, with links of two lengths.
    fn network(n: usize, links: usize, mut seed: u64) -> Vec<Link> {
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        let mut out = BTreeMap::new();
        for _ in 0..links {
            let (a, b) = (next(n), next(n));
            if a != b {
                out.insert((a.min(b), a.max(b)), if next(3) == 0 { 1.8 } else { 1.0 });
            }
        }
        out.into_iter().map(|((a, b), length)| Link { a, b, length }).collect()
    }

    const ROOM: Room = Room { width: 720.0, height: 760.0, margin: (20.0, 20.0), step: 90.0, apart: 26.0 };

    #[test]
    fn stress_never_grows() {
        for (n, m) in [(2, 1), (9, 14), (40, 90), (120, 500)] {
            let links = network(n, m, 7);
            for part in parts(n, &links) {
                let mut stress = Stress::of(&part, &links);
                let mut before = stress.value();
                let first = before;
                for _ in 0..60 {
                    stress.sweep();
                    let now = stress.value();
                    assert!(now <= before + 1e-9 * (1.0 + before), "{now} after {before}");
                    before = now;
                }
                assert!(before.is_finite() && (part.len() < 4 || before < first), "{before} of {first}");
            }
        }
    }

    #[test]
    fn what_can_be_laid_out_exactly_is() {
        let links: Vec<Link> = (0..4).map(|a| Link { a, b: a + 1, length: 1.0 }).collect();
        let mut stress = Stress::of(&[0, 1, 2, 3, 4], &links);
        (0..2000).for_each(|_| stress.sweep());
        assert!(stress.value() < 1e-4, "{}", stress.value());
        let (w, h) = extent(&lying(stress.at));
        assert!((w - 4.0).abs() < 1e-2 && h < 0.1, "{w} {h}");
    }

    #[test]
    fn the_order_of_the_links_changes_no_bit() {
        let links = network(60, 150, 3);
        let groups: Vec<usize> = (0..60).map(|node| node % 3).collect();
        let first = arrange(&Network { groups: &groups, links: &links }, &ROOM);
        for turn in [1, 17, 80] {
            let mut other = links.clone();
            other.rotate_left(turn);
            other.reverse();
            for link in other.iter_mut().step_by(2) {
                (link.a, link.b) = (link.b, link.a);
            }
            let again = arrange(&Network { groups: &groups, links: &other }, &ROOM);
            let bits = |p: &Placed| p.at.iter().map(|(x, y)| (x.to_bits(), y.to_bits())).collect::<Vec<_>>();
            assert_eq!(bits(&first), bits(&again));
        }
    }

    #[test]
    fn no_two_nodes_overlap_and_all_are_inside() {
        for (n, m) in [(1, 0), (2, 1), (12, 20), (90, 0), (200, 1000), (300, 60)] {
            let links = network(n, m, 11);
            let placed = arrange(&Network { groups: &vec![0; n], links: &links }, &ROOM);
            for (i, a) in placed.at.iter().enumerate() {
                assert!(
                    a.0 >= 20.0 - 1e-9 && a.0 <= 700.0 && a.1 >= 20.0 - 1e-9 && a.1 <= placed.height - 20.0 + 1e-9,
                    "{a:?}"
                );
                for b in &placed.at[..i] {
                    assert!(distance(*a, *b) >= ROOM.apart - 1e-6, "{n}: {a:?} {b:?}");
                }
            }
        }
        // All on one spot.
        let mut at = vec![(300.0, 300.0); 250];
        spread(&mut at, &[], &ROOM);
        for (i, a) in at.iter().enumerate() {
            assert!(at[..i].iter().all(|b| distance(*a, *b) >= ROOM.apart - 1e-6));
        }
    }

    #[test]
    fn nodes_go_off_the_links_of_others() {
        let mut at = vec![(100.0, 100.0), (200.0, 101.0), (300.0, 100.0)];
        spread(&mut at, &[Link { a: 0, b: 2, length: 1.0 }], &ROOM);
        assert!(at[1].1 - at[0].1 > ROOM.apart * 0.4, "{at:?}");
    }

    #[test]
    fn a_long_link_keeps_its_ends_further_apart() {
        let far = |length| {
            let links = [Link { a: 0, b: 1, length: 1.0 }, Link { a: 1, b: 2, length }, Link { a: 0, b: 2, length }];
            let at = arrange(&Network { groups: &[0, 0, 1], links: &links }, &ROOM).at;
            distance(at[1], at[2]) / distance(at[0], at[1])
        };
        assert!(far(1.8) > far(1.0) + 0.5);
    }

    #[test]
    fn names_find_places_or_none_do() {
        let label = |x: f64| Label { at: (x, 100.0), reach: 8.0, size: (60.0, 14.0) };
        let frame = Area { left: 0.0, top: 0.0, right: 400.0, bottom: 200.0 };
        let labels: Vec<Label> = [60.0, 90.0, 120.0, 150.0].map(label).to_vec();
        let nodes: Vec<Area> = labels.iter().map(|l| Area::around(l.at, 16.0, 16.0)).collect();
        let placed = beside(&labels, &nodes, &[], &frame).unwrap();
        for (i, a) in placed.iter().enumerate() {
            assert!(frame.holds(a) && placed[..i].iter().chain(&nodes).all(|b| !a.overlaps(b)));
        }
        let many: Vec<Label> = vec![label(100.0); 40];
        assert_eq!(beside(&many, &[], &[], &frame), None);
    }
}
