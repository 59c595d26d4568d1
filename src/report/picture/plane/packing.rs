//! Marks that stand on one and the same spot, or that would lie over each other, side by side.
//!
//! Marks of one spot stand around it; where they are too many for the room there, they are one pile. A mark that another would cover
//! steps aside, as little as it can. Those that find no room near their spot are one pile with the nearest that belong to the same
//! side of the cuts, two by two until all have room.

use std::collections::BTreeMap;

use super::super::placing::{Area, Spot};

/// How many steps of rows are looked around for room at most.
const FAR: i32 = 24;
/// How fine the steps are by which a mark goes aside, and how far it goes at most.
const STEP: f64 = 2.0;
const ASIDE: f64 = 30.0;
/// How far a mark that goes aside stays off a cut that it belongs left of, or below.
const OFF: f64 = 2.0;
/// How far from each other marks are taken together at most.
const NEAR: f64 = 90.0;

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

/// A mark that asks for a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Mark {
    /// Where it belongs.
    pub(super) spot: Spot,
    /// Whether it belongs to the right of the cut that runs from top to bottom, and above the one from left to right; nothing where
    /// it has no place on that axis.
    pub(super) high: (Option<bool>, Option<bool>),
}

/// Some of the marks, and where they stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// Which ones, by their number in the order that they were given in; more than one for a pile.
    pub(super) of: Vec<usize>,
    /// Where they belong; of a pile of several spots the middle.
    pub(super) spot: Spot,
    pub(super) at: Spot,
}

/// Where marks may stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pane {
    /// What holds a mark and what stands beside it.
    pub(super) area: Area,
    /// What holds its middle: no further than the scales reach.
    pub(super) ends: Area,
}

/// Where marks may stand, and where not.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Field {
    /// A mark stays within the one that its spot lies in.
    pub(super) panes: Vec<Pane>,
    /// What no mark may stand on.
    pub(super) taken: Vec<Area>,
    /// Where a line runs from top to bottom, and where one from left to right: a mark stays on the side of its class. What lies on
    /// the line belongs to the right and to the top.
    pub(super) cuts: (Option<f64>, Option<f64>),
}

impl Field {
    /// Whether a place lies on the side of the cuts that a mark belongs to. In the direction of its own spot it always does.
    fn is_on_side(&self, mark: &Mark, (x, y): Spot) -> bool {
        let right = |cut: f64| match mark.high.0 {
            Some(true) => x >= cut.min(mark.spot.0),
            Some(false) => x <= (cut - OFF).max(mark.spot.0),
            None => true,
        };
        let above = |cut: f64| match mark.high.1 {
            Some(true) => y <= cut.max(mark.spot.1),
            Some(false) => y >= (cut + OFF).min(mark.spot.1),
            None => true,
        };
        self.cuts.0.is_none_or(right) && self.cuts.1.is_none_or(above)
    }

    /// The pane that a spot lies in, by its number.
    fn pane_of(&self, (x, y): Spot) -> usize {
        let inside = |Pane { area, .. }: &Pane| area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;
        self.panes.iter().position(inside).unwrap_or(0)
    }
}

/// Marks that are placed together.
#[derive(Debug, Clone)]
struct Group {
    /// The spot of all of them, or the middle of several.
    mark: Mark,
    pane: usize,
    of: Vec<usize>,
    /// Whether they can only be one pile, for they are of several spots.
    is_mixed: bool,
}

/// A place for every mark.
pub(super) fn pack(marks: &[Mark], unit: Unit, field: &Field) -> Vec<Placed> {
    let mut groups = by_spot(marks, field);
    loop {
        let seating = Seating::of(&groups, unit, field);
        let failed: Vec<usize> =
            seating.placed.iter().enumerate().filter(|(_, placed)| placed.is_none()).map(|(at, _)| at).collect();
        let fewer = merged(&groups, &failed);
        if fewer.len() == groups.len() {
            // Who has room nowhere, and nobody to be taken together with, stands where it belongs.
            let there =
                |group: &Group| vec![Placed { of: group.of.clone(), spot: group.mark.spot, at: group.mark.spot }];
            let all = seating.placed.into_iter().zip(&groups);
            return all.flat_map(|(placed, group)| placed.unwrap_or_else(|| there(group))).collect();
        }
        groups = fewer;
    }
}

/// The marks by spot, in the order in which the spots come first.
fn by_spot(marks: &[Mark], field: &Field) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let mut known = BTreeMap::new();
    for (i, mark) in marks.iter().enumerate() {
        let key = (mark.spot.0.to_bits(), mark.spot.1.to_bits(), mark.high);
        let at = *known.entry(key).or_insert(out.len());
        match out.get_mut(at) {
            Some(group) => group.of.push(i),
            None => out.push(Group { mark: *mark, pane: field.pane_of(mark.spot), of: vec![i], is_mixed: false }),
        }
    }
    out
}

/// The groups, each that failed taken together with the nearest that belongs to the same side, two by two. Who has nobody near stays
/// alone.
fn merged(groups: &[Group], failed: &[usize]) -> Vec<Group> {
    let mut into: Vec<Option<usize>> = vec![None; groups.len()];
    for at in failed {
        let (Some(one), Some(None)) = (groups.get(*at), into.get(*at)) else { continue };
        let alike = |(i, other): &(usize, &Group)| {
            let is_free = into.get(*i).is_some_and(Option::is_none);
            i != at && is_free && other.pane == one.pane && other.mark.high == one.mark.high
        };
        let far = |group: &Group| {
            let (dx, dy) = (group.mark.spot.0 - one.mark.spot.0, group.mark.spot.1 - one.mark.spot.1);
            dx * dx + dy * dy
        };
        let others = groups.iter().enumerate().filter(alike).filter(|(_, other)| far(other) <= NEAR * NEAR);
        if let Some((nearest, _)) = others.min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b))) {
            let first = nearest.min(*at);
            for i in [*at, nearest] {
                if let Some(place) = into.get_mut(i) {
                    *place = Some(first);
                }
            }
        }
    }
    let mut out: Vec<(Group, Vec<Spot>)> = Vec::new();
    let mut known = BTreeMap::new();
    for (i, (group, into)) in groups.iter().zip(&into).enumerate() {
        let at = *known.entry(into.unwrap_or(i)).or_insert(out.len());
        let spots = group.of.iter().map(|_| group.mark.spot);
        match out.get_mut(at) {
            Some((whole, all)) => {
                whole.of.extend(&group.of);
                whole.is_mixed = true;
                all.extend(spots);
            }
            None => out.push((group.clone(), spots.collect())),
        }
    }
    let middle = |(mut group, spots): (Group, Vec<Spot>)| {
        if group.is_mixed && spots.iter().any(|spot| *spot != group.mark.spot) {
            let n = u32::try_from(spots.len().max(1)).map_or(1.0, f64::from);
            let sum = |of: fn(&Spot) -> f64| spots.iter().map(of).sum::<f64>() / n;
            group.mark.spot = (sum(|s| s.0), sum(|s| s.1));
        }
        group.of.sort_unstable();
        group
    };
    out.into_iter().map(middle).collect()
}

/// Who stands where, group by group; nothing where there is no room.
struct Seating<'f> {
    unit: Unit,
    field: &'f Field,
    /// Where around a spot others of the same spot stand, and how a mark steps aside.
    around: Vec<Spot>,
    aside: Vec<Spot>,
    boxes: Vec<Area>,
    placed: Vec<Option<Vec<Placed>>>,
}

impl<'f> Seating<'f> {
    fn of(groups: &[Group], unit: Unit, field: &'f Field) -> Self {
        let mut out = Self {
            unit,
            field,
            around: rows((unit.width, unit.height), unit.most, true),
            aside: rows((STEP, STEP), (unit.most.0.min(ASIDE), unit.most.1.min(ASIDE)), false),
            boxes: field.taken.clone(),
            placed: Vec::new(),
        };
        // First one of each spot where it belongs, so that no neighbour sits there.
        let mut seats: Vec<Option<Area>> = Vec::new();
        for group in groups {
            let seat = unit.room(group.mark.spot, out.is_pile(group));
            let free = out.is_free(group, group.mark.spot, out.is_pile(group));
            out.boxes.extend(free.then_some(seat));
            seats.push(free.then_some(seat));
        }
        for (group, seat) in groups.iter().zip(seats) {
            let placed = out.seat(group, seat);
            out.placed.push(placed);
        }
        out
    }

    /// Whether a group can be nothing but a pile.
    fn is_pile(&self, group: &Group) -> bool {
        group.of.len() > 1 && (group.is_mixed || group.of.len() > self.around.len())
    }

    fn is_free(&self, group: &Group, at: Spot, pile: bool) -> bool {
        let area = self.unit.room(at, pile);
        let ends = |ends: &Area| ends.left <= at.0 && at.0 <= ends.right && ends.top <= at.1 && at.1 <= ends.bottom;
        self.field.panes.get(group.pane).is_none_or(|pane| pane.area.holds(&area) && ends(&pane.ends))
            && self.field.is_on_side(&group.mark, at)
            && !self.boxes.iter().any(|other| other.overlaps(&area))
    }

    /// The first free of some places around a spot.
    fn first(&self, group: &Group, steps: &[Spot], pile: bool) -> Option<Spot> {
        let (x, y) = group.mark.spot;
        steps.iter().map(|(dx, dy)| (x + dx, y + dy)).find(|at| self.is_free(group, *at, pile))
    }

    fn seat(&mut self, group: &Group, seat: Option<Area>) -> Option<Vec<Placed>> {
        let spot = group.mark.spot;
        let one = |of: Vec<usize>, at: Spot| Placed { of, spot, at };
        if !self.is_pile(group) {
            let before = self.boxes.len();
            let mut mine: Vec<Placed> = Vec::new();
            for i in &group.of {
                let at = match seat {
                    Some(_) if mine.is_empty() => Some(spot),
                    // Others of this spot stand in rows around it; one alone steps aside as little as it can.
                    _ if group.of.len() > 1 => self.first(group, &self.around, false),
                    _ => self.first(group, &self.aside, false),
                };
                let Some(at) = at else { break };
                self.boxes.push(self.unit.room(at, false));
                mine.push(one(vec![*i], at));
            }
            if mine.len() == group.of.len() {
                return Some(mine);
            }
            self.boxes.truncate(before);
        }
        self.boxes.retain(|other| Some(*other) != seat);
        if group.of.len() == 1 {
            return None;
        }
        let at = self.first(group, &self.aside, true)?;
        self.boxes.push(self.unit.room(at, true));
        Some(vec![one(group.of.clone(), at)])
    }
}

/// Places around a spot in rows, each second one shifted by half a step if so asked, the nearest first.
fn rows((width, height): Spot, (wide, high): Spot, shifted: bool) -> Vec<Spot> {
    let mut out: Vec<Spot> = Vec::new();
    for j in -FAR..=FAR {
        let shift = if shifted && j % 2 != 0 { width / 2.0 } else { 0.0 };
        for i in -FAR..=FAR {
            let (dx, dy) = (f64::from(i) * width + shift, f64::from(j) * height);
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

#[cfg(test)]
mod tests {
    use super::*;

    const PANE: Pane = Pane {
        area: Area { left: 0.0, top: 0.0, right: 300.0, bottom: 200.0 },
        ends: Area { left: 20.0, top: 20.0, right: 280.0, bottom: 180.0 },
    };
    const UNIT: Unit = Unit { left: 8.0, width: 16.0, height: 16.0, pile: 40.0, most: (40.0, 40.0) };

    fn field() -> Field {
        Field { panes: vec![PANE], ..Field::default() }
    }

    fn marks(spots: impl IntoIterator<Item = Spot>, high: (Option<bool>, Option<bool>)) -> Vec<Mark> {
        spots.into_iter().map(|spot| Mark { spot, high }).collect()
    }

    const HIGH: (Option<bool>, Option<bool>) = (Some(true), Some(true));
    const LOW: (Option<bool>, Option<bool>) = (Some(false), Some(false));

    #[test]
    fn nobody_is_moved_over_a_line_or_beyond_the_scales() {
        let field = Field { cuts: (Some(100.0), Some(100.0)), ..field() };
        let on = pack(&marks([(100.0, 100.0); 6], HIGH), UNIT, &field);
        assert_eq!(on.len(), 6);
        assert!(on.iter().all(|p| p.at.0 >= 100.0 && p.at.1 <= 100.0), "{on:?}");
        // A hair below the line is below it.
        let off = pack(&marks([(99.9, 100.1); 6], LOW), UNIT, &field);
        assert_eq!(off.len(), 6);
        assert!(off.iter().all(|p| p.at.0 < 100.0 && p.at.1 > 100.0), "{off:?}");
        let corner = pack(&marks([(20.0, 180.0); 5], (Some(false), Some(false))), UNIT, &field);
        assert_eq!(corner.len(), 5);
        assert!(corner.iter().all(|p| p.at.0 >= 20.0 && p.at.1 <= 180.0), "{corner:?}");
    }

    fn apart(packed: &[Placed]) {
        let area = |p: &Placed| UNIT.room(p.at, p.of.len() > 1);
        for (i, a) in packed.iter().enumerate() {
            assert!(PANE.area.holds(&area(a)));
            for b in packed.iter().skip(i + 1) {
                assert!(!area(a).overlaps(&area(b)), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn one_alone_stands_where_it_belongs_and_others_around_it() {
        let packed = pack(&marks([(100.0, 100.0); 7], HIGH), UNIT, &field());
        assert_eq!(packed.first().map(|p| p.at), Some((100.0, 100.0)));
        assert_eq!(packed.len(), 7);
        apart(&packed);
    }

    #[test]
    fn a_mark_steps_aside_no_further_than_needed() {
        let packed = pack(&marks([(100.0, 100.0), (110.0, 100.0), (200.0, 100.0)], HIGH), UNIT, &field());
        assert_eq!(packed.iter().map(|p| p.at).collect::<Vec<_>>(), [(100.0, 100.0), (116.0, 100.0), (200.0, 100.0)]);
    }

    #[test]
    fn too_many_for_their_spot_are_one_pile() {
        let packed = pack(&marks([(100.0, 100.0); 60], HIGH), UNIT, &field());
        assert_eq!(packed.iter().map(|p| p.of.len()).collect::<Vec<_>>(), [60]);
        apart(&packed);
    }

    #[test]
    fn spots_that_crowd_each_other_are_taken_together_and_nobody_is_lost() {
        let field = Field { cuts: (Some(150.0), None), ..field() };
        let spots = (0..900).map(|i| (20.0 + f64::from(i % 30) * 8.6, 20.0 + f64::from(i / 30) * 5.3));
        let all: Vec<Mark> = spots.map(|spot| Mark { spot, high: (Some(spot.0 >= 150.0), None) }).collect();
        let packed = pack(&all, UNIT, &field);
        let mut of: Vec<usize> = packed.iter().flat_map(|p| p.of.clone()).collect();
        of.sort_unstable();
        assert_eq!(of, (0..900).collect::<Vec<_>>());
        apart(&packed);
        let right = |i: &usize| all.get(*i).is_some_and(|mark| mark.high.0 == Some(true));
        assert!(packed.iter().all(|p| p.of.iter().all(|i| right(i) == (p.at.0 >= 150.0))));
    }
}
