//! Marks that stand on one and the same spot, or nearly, side by side around it.
//!
//! Where a spot has too many for its room they become one pile there. Where even the piles do not fit, spots near each other are
//! taken together.

use super::super::placing::{Area, Spot};

/// How many steps of rings are looked around for room at most.
const FAR: i32 = 24;
/// How far apart spots are told apart at first, and after each failure.
const APART: [f64; 10] = [0.0, 12.0, 18.0, 24.0, 32.0, 40.0, 60.0, 90.0, 140.0, 220.0];

/// What one mark takes, and how far it may stand from its spot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    /// How much of it lies to the left of its place.
    pub(super) left: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    /// The room of a pile.
    pub(super) pile: f64,
    pub(super) most: Spot,
}

impl Unit {
    /// The room of a mark at a place, or of a pile.
    fn room(self, (x, y): Spot, pile: bool) -> Area {
        let width = if pile { self.pile } else { self.width };
        let (left, top) = (x - self.left, y - self.height / 2.0);
        Area { left, top, right: left + width, bottom: top + self.height }
    }
}

/// Some of the marks, and where they stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// Which ones, by their number in the order that they were given in; more than one for a pile.
    pub(super) of: Vec<usize>,
    /// Where they belong.
    pub(super) spot: Spot,
    pub(super) at: Spot,
}

/// All marks, and whether spots were taken together for that.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Packed {
    pub(super) placed: Vec<Placed>,
    pub(super) merged: bool,
}

/// Where marks may stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Field {
    /// A mark stays within the one that its spot lies in.
    pub(super) panes: Vec<Area>,
    /// What no mark may stand on.
    pub(super) taken: Vec<Area>,
    /// Where a line runs from top to bottom, and where one from left to right: a mark stays on the side of its spot. What lies on
    /// the line belongs to the right and to the top.
    pub(super) cuts: (Option<f64>, Option<f64>),
}

impl Field {
    fn sides(&self, (x, y): Spot) -> (bool, bool) {
        let (down, across) = self.cuts;
        (down.is_some_and(|cut| x > cut - 0.5), across.is_some_and(|cut| y < cut + 0.5))
    }

    /// The pane that a spot lies in; the first where it lies in none.
    fn pane_of(&self, (x, y): Spot) -> Area {
        let inside = |pane: &&Area| pane.left <= x && x <= pane.right && pane.top <= y && y <= pane.bottom;
        let none = Area { left: x, top: y, right: x, bottom: y };
        self.panes.iter().find(inside).or(self.panes.first()).copied().unwrap_or(none)
    }
}

/// A place for every mark. Marks of one spot must follow each other.
pub(super) fn pack(spots: &[Spot], unit: Unit, field: &Field) -> Packed {
    for apart in APART {
        if let Some(placed) = try_pack(&together(spots, apart, field), unit, field) {
            let merged = apart > 0.0;
            return Packed { placed, merged };
        }
    }
    // Nothing fits: each where it belongs.
    let alone = |(i, spot): (usize, &Spot)| Placed { of: vec![i], spot: *spot, at: *spot };
    Packed { placed: spots.iter().enumerate().map(alone).collect(), merged: false }
}

/// A spot as far as it is told apart from others: where it lies, and on which sides of the cuts.
type Cell = (f64, f64, (bool, bool));

/// The marks by spot, in the order in which the spots come first.
fn together(spots: &[Spot], apart: f64, field: &Field) -> Vec<(Spot, Vec<usize>)> {
    let cell = |(x, y): Spot| match apart > 0.0 {
        true => ((x / apart).floor(), (y / apart).floor(), field.sides((x, y))),
        false => ((x * 10.0).round(), (y * 10.0).round(), field.sides((x, y))),
    };
    let mut out: Vec<(Cell, Spot, Vec<usize>)> = Vec::new();
    for (i, spot) in spots.iter().enumerate() {
        let cell = cell(*spot);
        match out.iter_mut().find(|(known, ..)| *known == cell) {
            Some((_, _, of)) => of.push(i),
            None => out.push((cell, *spot, vec![i])),
        }
    }
    // A spot alone in its cell stays where it is.
    let middle = |(_, first, of): (_, Spot, Vec<usize>)| {
        let of_these = || of.iter().filter_map(|i| spots.get(*i));
        let n = u32::try_from(of.len().max(1)).map_or(1.0, f64::from);
        let same = of_these().all(|spot| *spot == first);
        let mean = (of_these().map(|s| s.0).sum::<f64>() / n, of_these().map(|s| s.1).sum::<f64>() / n);
        (if same { first } else { mean }, of)
    };
    out.into_iter().map(middle).collect()
}

fn try_pack(groups: &[(Spot, Vec<usize>)], unit: Unit, field: &Field) -> Option<Vec<Placed>> {
    let steps = offsets(unit);
    let mut boxes: Vec<Area> = field.taken.clone();
    let mut out: Vec<Option<Vec<Placed>>> = vec![None; groups.len()];
    // First one of each spot where it belongs, so that no neighbour sits there; a pile where they are too many.
    let mut seats: Vec<Option<Area>> = Vec::new();
    for (spot, of) in groups {
        let pane = field.pane_of(*spot);
        let pile = of.len() > steps.len();
        let seat = unit.room(*spot, pile);
        let free = pane.holds(&seat) && !boxes.iter().any(|other| other.overlaps(&seat));
        boxes.extend(free.then_some(seat));
        seats.push(free.then_some(seat));
    }
    for (((spot, of), seat), out) in groups.iter().zip(&seats).zip(&mut out) {
        let pane = field.pane_of(*spot);
        let mut mine: Vec<Placed> = Vec::new();
        let mut added: Vec<Area> = Vec::new();
        if of.len() <= steps.len() {
            for i in of {
                let place = |(dx, dy): &Spot| (spot.0 + dx, spot.1 + dy);
                let free = |at: &Spot| {
                    let area = unit.room(*at, false);
                    let seated = *at == *spot && mine.is_empty() && seat.is_some();
                    let clear = || !boxes.iter().chain(&added).any(|other| other.overlaps(&area));
                    seated || (pane.holds(&area) && field.sides(*at) == field.sides(*spot) && clear())
                };
                let Some(at) = steps.iter().map(place).find(free) else { break };
                added.push(unit.room(at, false));
                mine.push(Placed { of: vec![*i], spot: *spot, at });
            }
        }
        if mine.len() < of.len() {
            boxes.retain(|other| Some(other) != seat.as_ref());
            let area = |at: &Spot| unit.room(*at, true);
            let free = |at: &Spot| {
                let near = (at.0 - spot.0).abs() <= unit.most.0 && (at.1 - spot.1).abs() <= unit.most.1;
                let clear = || !boxes.iter().any(|other| other.overlaps(&area(at)));
                near && pane.holds(&area(at)) && field.sides(*at) == field.sides(*spot) && clear()
            };
            let at = around(*spot).find(free)?;
            added = vec![area(&at)];
            mine = vec![Placed { of: of.clone(), spot: *spot, at }];
        }
        boxes.extend(added);
        *out = Some(mine);
    }
    Some(out.into_iter().flatten().flatten().collect())
}

/// Places around a spot in rows that are shifted by half a step, the nearest first.
fn offsets(unit: Unit) -> Vec<Spot> {
    let (wide, high) = unit.most;
    let mut out: Vec<Spot> = Vec::new();
    for j in -FAR..=FAR {
        let shift = if j % 2 == 0 { 0.0 } else { unit.width / 2.0 };
        for i in -FAR..=FAR {
            let (dx, dy) = (f64::from(i) * unit.width + shift, f64::from(j) * unit.height);
            if dx.abs() <= wide && dy.abs() <= high {
                out.push((dx, dy));
            }
        }
    }
    out.sort_by(|a, b| {
        let far = |(dx, dy): &Spot| dx * dx + dy * dy;
        far(a).total_cmp(&far(b)).then(a.1.total_cmp(&b.1)).then(a.0.total_cmp(&b.0))
    });
    out
}

/// Places around a spot in squares, each further off.
fn around((x, y): Spot) -> impl Iterator<Item = Spot> {
    (0..=FAR).flat_map(move |ring| {
        let side = move |k: i32| (-ring..=ring).map(move |i| (i, k));
        let square = side(-ring).chain(side(ring)).chain(side(-ring).chain(side(ring)).map(|(i, k)| (k, i)));
        square.map(move |(i, k)| (x + f64::from(i) * 8.0, y + f64::from(k) * 8.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANE: Area = Area { left: 0.0, top: 0.0, right: 300.0, bottom: 200.0 };
    const UNIT: Unit = Unit { left: 8.0, width: 16.0, height: 16.0, pile: 40.0, most: (40.0, 40.0) };

    fn field() -> Field {
        Field { panes: vec![PANE], ..Field::default() }
    }

    #[test]
    fn nobody_is_moved_over_a_line() {
        let field = Field { cuts: (Some(100.0), Some(100.0)), ..field() };
        let on = pack(&[(100.0, 100.0); 6], UNIT, &field);
        assert_eq!(on.placed.len(), 6);
        assert!(on.placed.iter().all(|p| p.at.0 >= 99.5 && p.at.1 <= 100.5), "{on:?}");
        let off = pack(&[(98.0, 110.0); 6], UNIT, &field);
        assert!(off.placed.iter().all(|p| p.at.0 < 99.6 && p.at.1 > 100.4), "{off:?}");
    }

    fn apart(packed: &Packed) {
        let area = |p: &Placed| UNIT.room(p.at, p.of.len() > 1);
        for (i, a) in packed.placed.iter().enumerate() {
            assert!(PANE.holds(&area(a)));
            for b in packed.placed.iter().skip(i + 1) {
                assert!(!area(a).overlaps(&area(b)), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn one_alone_stands_where_it_belongs_and_others_around_it() {
        let packed = pack(&[(100.0, 100.0); 7], UNIT, &field());
        assert_eq!(packed.placed.first().map(|p| p.at), Some((100.0, 100.0)));
        assert_eq!((packed.placed.len(), packed.merged), (7, false));
        apart(&packed);
    }

    #[test]
    fn too_many_for_their_spot_are_one_pile() {
        let packed = pack(&[(100.0, 100.0); 60], UNIT, &field());
        assert_eq!(packed.placed.iter().map(|p| p.of.len()).collect::<Vec<_>>(), [60]);
        apart(&packed);
    }

    #[test]
    fn spots_that_crowd_each_other_are_taken_together_and_nobody_is_lost() {
        let spots: Vec<Spot> =
            (0..900).map(|i| (10.0 + f64::from(i % 30) * 9.0, 10.0 + f64::from(i / 30) * 6.0)).collect();
        let packed = pack(&spots, UNIT, &field());
        assert!(packed.merged);
        let mut all: Vec<usize> = packed.placed.iter().flat_map(|p| p.of.clone()).collect();
        all.sort_unstable();
        assert_eq!(all, (0..900).collect::<Vec<_>>());
        apart(&packed);
    }
}
