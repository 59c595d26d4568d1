//! Where marks stand between circles and sectors: each party on a spoke of its own, or packed in the cells where that does not fit.

use std::f64::consts::PI;

/// How far the middles of two marks are apart at least.
const APART: f64 = 24.0;
/// How far a mark stays from the edge of its cell.
const EDGE: f64 = 12.0;

/// A place in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A label that no mark may cover.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taken {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Taken {
    /// Whether a box around a place touches it.
    fn touches(&self, at: Point, half_width: f64, half_height: f64) -> bool {
        at.x + half_width > self.left
            && at.x - half_width < self.right
            && at.y + half_height > self.top
            && at.y - half_height < self.bottom
    }
}

/// The circles and sectors.
pub(super) struct Field {
    pub(super) middle: Point,
    pub(super) radius: f64,
    /// How many rings there are.
    pub(super) rings: usize,
    /// How many sectors there are; 1 for none.
    pub(super) sectors: usize,
    /// What part of the circle each sector has; of those that are not given, all the same.
    pub(super) shares: Vec<f64>,
    pub(super) taken: Vec<Taken>,
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

impl Field {
    /// From where to where a ring goes, by its place from the outside.
    pub(super) fn band(&self, ring: usize) -> (f64, f64) {
        let all = count(self.rings.max(1));
        let heart = self.radius * (1.7 / (all + 0.7));
        let width = if self.rings > 1 { (self.radius - heart) / (all - 1.0) } else { 0.0 };
        let outer = self.radius - count(ring) * width;
        if ring + 1 >= self.rings { (0.0, outer) } else { (outer - width, outer) }
    }

    /// Whether a ring has room for its name: thin ones have none.
    pub(super) fn is_named(&self, ring: usize) -> bool {
        let (inner, outer) = self.band(ring);
        outer - inner >= if inner == 0.0 { 45.0 } else { 17.0 }
    }

    /// From which angle to which a sector goes, clockwise from above.
    pub(super) fn slice(&self, sector: usize) -> (f64, f64) {
        if let Some(share) = self.shares.get(sector) {
            let before: f64 = self.shares.iter().take(sector).sum();
            return (2.0 * PI * before, 2.0 * PI * (before + share));
        }
        let each = 2.0 * PI / count(self.sectors.max(1));
        (count(sector) * each, count(sector + 1) * each)
    }

    /// Gives sectors with more parties more of the circle.
    pub(super) fn share(&mut self, parties: impl Iterator<Item = usize> + Clone) {
        let all = count(parties.clone().count() + self.sectors);
        let share = |sector| count(parties.clone().filter(|one| *one == sector).count() + 1) / all;
        self.shares = (0..self.sectors).map(share).collect();
    }

    pub(super) fn point(&self, radius: f64, angle: f64) -> Point {
        Point { x: self.middle.x + radius * libm::sin(angle), y: self.middle.y - radius * libm::cos(angle) }
    }

    fn is_free(&self, at: Point, half_width: f64, half_height: f64) -> bool {
        !self.taken.iter().any(|taken| taken.touches(at, half_width, half_height))
    }

    /// The places of the marks of parties, each party on a spoke of its sector: for every party the rings where it has a mark, by
    /// party in the order given. Nothing where two would touch.
    pub(super) fn spokes(&self, parties: &[(usize, Vec<usize>)]) -> Option<Vec<Vec<Point>>> {
        let mut placed: Vec<Point> = Vec::new();
        let mut out = Vec::new();
        let mut so_far = vec![0_usize; self.sectors];
        for (sector, rings) in parties {
            let all = parties.iter().filter(|(other, _)| other == sector).count();
            let (from, to) = self.slice(*sector);
            let at = so_far.get_mut(*sector)?;
            let angle = from + (to - from) * (count(*at) + 0.5) / count(all);
            let even = *at % 2 == 0;
            *at += 1;
            let mut marks = Vec::new();
            for ring in rings {
                let (inner, outer) = self.band(*ring);
                // Neighbours stand a little nearer and a little further.
                let levels = if even {
                    [0.62, 0.28, 0.45, 0.8, 0.95, 0.1, 0.0]
                } else {
                    [0.28, 0.62, 0.45, 0.8, 0.95, 0.1, 0.0]
                };
                let fits = |at: &Point| {
                    let apart = |other: &Point| {
                        let (dx, dy) = (other.x - at.x, other.y - at.y);
                        (dx * dx + dy * dy).sqrt() >= APART
                    };
                    self.is_free(*at, EDGE, EDGE) && placed.iter().all(apart)
                };
                let heart = inner == 0.0;
                let level = |level: f64| {
                    let part = if heart { 0.3 + level * 0.62 } else { level };
                    let radius = inner + (outer - inner) * part;
                    let radius = radius.min(outer - EDGE).max(if heart { EDGE } else { inner + EDGE });
                    self.point(radius, angle)
                };
                let wide = heart || outer - inner >= 2.0 * EDGE;
                let at = levels.into_iter().map(level).find(|at| wide && fits(at))?;
                marks.push(at);
            }
            placed.extend(&marks);
            out.push(marks);
        }
        Some(out)
    }

    /// Places for so many marks in a cell, spread over it; nothing where they do not fit.
    pub(super) fn packed(&self, sector: usize, ring: usize, many: usize) -> Option<Vec<Point>> {
        let ((inner, outer), (from, to)) = (self.band(ring), self.slice(sector));
        let mut slots = Vec::new();
        let mut radius = outer - EDGE;
        while radius >= inner + EDGE {
            let needs = 2.0 * libm::asin((APART / 2.0 / radius).min(1.0));
            // The whole circle closes on itself; a sector keeps off its sides.
            let side = if self.sectors > 1 { libm::asin((EDGE / radius).min(1.0)) } else { needs / 2.0 };
            let room = to - from - 2.0 * side;
            if room >= 0.0 {
                let more = (room / needs).floor();
                let step = if more > 0.0 { room / more } else { 0.0 };
                let mut at = 0.0;
                while at <= more {
                    let angle = if more > 0.0 { from + side + at * step } else { (from + to) / 2.0 };
                    slots.push(self.point(radius, angle));
                    at += 1.0;
                }
            }
            radius -= APART;
        }
        slots.retain(|at| self.is_free(*at, EDGE, EDGE));
        if many > slots.len() {
            return None;
        }
        let pick = |n: usize| slots.get((2 * n + 1) * slots.len() / (2 * many.max(1))).copied();
        (0..many).map(pick).collect()
    }

    /// A place for a box of a size within a cell; nothing where none is found.
    pub(super) fn room(&self, sector: usize, ring: usize, width: f64, height: f64) -> Option<Point> {
        let ((inner, outer), (from, to)) = (self.band(ring), self.slice(sector));
        let (dx, dy) = (width / 2.0, height / 2.0);
        let is_within = |at: Point| {
            let corner = |(x, y): (f64, f64)| {
                let (x, y) = (at.x + x * dx - self.middle.x, self.middle.y - at.y - y * dy);
                let radius = (x * x + y * y).sqrt();
                let angle = libm::atan2(x, y);
                let angle = if angle < 0.0 { angle + 2.0 * PI } else { angle };
                let turned = self.sectors == 1 || (angle > from + 0.01 && angle < to - 0.01);
                radius < outer - 2.0 && (inner == 0.0 || radius > inner + 2.0) && turned
            };
            [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0)]
                .into_iter()
                .all(corner)
                && self.is_free(at, dx, dy)
        };
        let parts = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
        let places = parts.into_iter().flat_map(|along| parts.into_iter().map(move |out| (along, out)));
        let point = |(along, out): (f64, f64)| self.point(inner + (outer - inner) * out, from + (to - from) * along);
        places.map(point).find(|at| is_within(*at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field() -> Field {
        Field {
            middle: Point { x: 300.0, y: 300.0 },
            radius: 290.0,
            rings: 4,
            sectors: 4,
            shares: Vec::new(),
            taken: Vec::new(),
        }
    }

    fn nearest(points: &[Point]) -> f64 {
        let apart = |a: &Point, b: &Point| ((a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sqrt();
        let pairs = points.iter().enumerate().flat_map(|(i, a)| points.iter().skip(i + 1).map(move |b| apart(a, b)));
        pairs.fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn rings_follow_on_each_other_to_the_middle() {
        let field = field();
        assert!(field.band(0).1 == 290.0 && field.band(3).0 == 0.0);
        for ring in 0..3 {
            assert!((field.band(ring).0 - field.band(ring + 1).1).abs() < 1e-9);
        }
    }

    #[test]
    fn packed_marks_keep_apart_and_in_their_cell() {
        let field = field();
        for (sector, ring, many) in [(0, 0, 20), (1, 1, 8), (2, 2, 5), (3, 3, 4)] {
            let points = field.packed(sector, ring, many).unwrap();
            assert_eq!(points.len(), many);
            assert!(nearest(&points) >= APART - 0.01, "{}", nearest(&points));
            let (inner, outer) = field.band(ring);
            for p in &points {
                let r = ((p.x - 300.0).powi(2) + (p.y - 300.0).powi(2)).sqrt();
                assert!(r >= inner + EDGE - 0.01 && r <= outer - EDGE + 0.01);
            }
        }
        assert_eq!(field.packed(0, 0, 1000), None);
    }

    #[test]
    fn spokes_of_few_parties_fit_and_of_many_do_not() {
        let field = field();
        let few: Vec<(usize, Vec<usize>)> = (0..4).flat_map(|s| (0..3).map(move |n| (s, vec![n, 3]))).collect();
        let points: Vec<Point> = field.spokes(&few).unwrap().concat();
        assert_eq!(points.len(), 24);
        assert!(nearest(&points) >= APART);
        let many: Vec<(usize, Vec<usize>)> = (0..60).map(|_| (0, vec![3])).collect();
        assert_eq!(field.spokes(&many), None);
    }

    #[test]
    fn a_crowded_sector_gets_more_of_the_circle() {
        let mut field = field();
        let some = |n: usize| -> Vec<(usize, Vec<usize>)> { (0..n).map(|_| (1, vec![1, 3])).collect() };
        let parties = (1..60).map(some).find(|parties| field.spokes(parties).is_none()).unwrap();
        field.share(parties.iter().map(|(sector, _)| *sector));
        assert!(field.spokes(&parties).is_some());
        assert!((field.slice(3).1 - 2.0 * PI).abs() < 1e-9);
    }

    #[test]
    fn a_box_finds_room_in_a_wide_cell_and_not_in_a_narrow_one() {
        let field = field();
        assert!(field.room(0, 0, 60.0, 18.0).is_some());
        assert!(field.room(0, 0, 600.0, 18.0).is_none());
    }
}
