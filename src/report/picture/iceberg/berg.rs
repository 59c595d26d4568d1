//! Where the cards stand, the ice around them, and the ways between them.

use std::collections::BTreeMap;

use itertools::Itertools;
use maud::{Markup, html};

use super::super::draw::px;
use super::CARD;
use super::notes::{Thread, Water};
use crate::vocabulary::{Layer, Vocabulary};

/// How wide the picture is.
pub(super) const WIDTH: f64 = 720.0;
/// Between two cards of a row, and between two rows.
const GAP: (f64, f64) = (20.0, 32.0);
/// How high the line with the name of a layer is.
const HEAD: f64 = 26.0;
/// How far the ice reaches beyond its cards.
const RIM: f64 = 15.0;
/// Half the width of the ice where a layer has no cards, and how high that is.
const LEAST: f64 = 150.0;
const EMPTY: f64 = 24.0;
/// The notches of the ice, one after the other.
const NOTCHES: [f64; 7] = [3.0, 12.0, 7.0, 0.0, 14.0, 5.0, 10.0];

/// A layer from its name down.
pub(super) struct Band {
    pub(super) layer: Layer,
    pub(super) top: f64,
}

/// Cards beside each other.
struct Row {
    cards: Vec<usize>,
    left: f64,
    top: f64,
    high: f64,
    layer: Layer,
}

impl Row {
    /// Where each card begins.
    fn lefts(&self) -> impl Iterator<Item = f64> + '_ {
        let mut x = self.left - CARD - GAP.0;
        self.cards.iter().map(move |_| {
            x += CARD + GAP.0;
            x
        })
    }

    fn half(&self) -> f64 {
        WIDTH / 2.0 - self.left
    }
}

/// The iceberg.
pub(super) struct Berg {
    /// For each card where it begins, from the left and from the top, and how high it is.
    pub(super) places: Vec<(f64, f64, f64)>,
    pub(super) layers: Vec<Band>,
    pub(super) bottom: f64,
    rows: Vec<Row>,
    water: f64,
}

impl Berg {
    pub(super) fn of(water: &Water<'_>, heights: &[f64]) -> Self {
        let mut out = Self {
            places: vec![(0.0, 0.0, 0.0); heights.len()],
            layers: Vec::new(),
            bottom: 0.0,
            rows: Vec::new(),
            water: 0.0,
        };
        let levels = levels(water);
        let mut y = 14.0;
        for layer in Layer::ALL.iter().copied() {
            let is_event = layer == Layer::Event;
            out.layers.push(Band { layer, top: y });
            // Beneath the name; above the water the peak of the ice stands there as well.
            y += if is_event { HEAD + 20.0 } else { HEAD };
            let of_layer = |at: &usize| water.cards.get(*at).is_some_and(|card| card.layer == layer);
            let mut by_level: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for at in (0..heights.len()).filter(of_layer) {
                by_level.entry(levels.get(at).copied().unwrap_or(0)).or_default().push(at);
            }
            for mut cards in by_level.into_values() {
                cards.sort_by(|a, b| out.above(water, *a).total_cmp(&out.above(water, *b)).then(a.cmp(b)));
                let columns = if is_event { 3 } else { 4 };
                let rows = cards.len().div_ceil(columns).max(1);
                for cards in cards.chunks(cards.len().div_ceil(rows).max(1)) {
                    y = out.row(cards, heights, y, layer) + GAP.1;
                }
            }
            if !out.rows.iter().any(|row| row.layer == layer) {
                y += EMPTY;
            }
            if is_event {
                y += 6.0;
                out.water = y;
                y += 8.0;
            }
        }
        out.bottom = y + 30.0;
        out
    }

    /// Puts a row of cards in its place, and returns where it ends.
    fn row(&mut self, cards: &[usize], heights: &[f64], top: f64, layer: Layer) -> f64 {
        let high = cards.iter().filter_map(|at| heights.get(*at)).fold(0.0_f64, |a, b| a.max(*b));
        #[expect(clippy::cast_precision_loss, reason = "a few cards")]
        let n = cards.len() as f64;
        let left = (WIDTH - n * CARD - (n - 1.0) * GAP.0) / 2.0;
        let row = Row { cards: cards.to_vec(), left, top, high, layer };
        for (at, x) in cards.iter().zip(row.lefts()) {
            self.places.get_mut(*at).into_iter().for_each(|place| *place = (x, top, high));
        }
        self.rows.push(row);
        top + high
    }

    /// The middle of what a card explains, from the left.
    fn above(&self, water: &Water<'_>, at: usize) -> f64 {
        let above =
            water.threads.iter().filter(|thread| thread.to == at).filter_map(|thread| self.places.get(thread.from));
        let (mut sum, mut n) = (0.0, 0.0);
        for (x, _, _) in above {
            sum += x + CARD / 2.0;
            n += 1.0;
        }
        if n > 0.0 { sum / n } else { WIDTH / 2.0 }
    }

    /// Water, ice, the lines between the layers.
    pub(super) fn ground(&self) -> Markup {
        let wave: String = (0..36).map(|_| "q5 -5 10 0t10 0").collect();
        html! {
            rect class="sea" x="0" y=(px(self.water)) width=(px(WIDTH)) height=(px(self.bottom - self.water)) {}
            polygon class="ice" points=(self.ice(false)) {}
            polygon class="ice ice-below" points=(self.ice(true)) {}
            @for band in self.layers.iter().filter(|band| band.layer > Layer::Pattern) {
                line class="cut" x1="0" y1=(px(band.top - 10.0)) x2=(px(WIDTH)) y2=(px(band.top - 10.0)) {}
            }
            path class="water-line" d={"M0 " (px(self.water)) (wave)} {}
        }
    }

    /// What lies above or below the water, from the top down: half its width, where it begins, how high it is.
    fn slabs(&self, below: bool) -> Vec<(f64, f64, f64)> {
        let rows = self.rows.iter().filter(|row| row.layer.is_below_the_waterline() == below);
        let mut out: Vec<(f64, f64, f64)> = rows.map(|row| (row.half() + RIM, row.top, row.high)).collect();
        let empty = self.layers.iter().filter(|band| !self.rows.iter().any(|row| row.layer == band.layer));
        let empty = empty.filter(|band| band.layer.is_below_the_waterline() == below);
        out.extend(empty.map(|band| (LEAST, band.top + 8.0, EMPTY)));
        out.sort_by(|a, b| a.1.total_cmp(&b.1));
        out
    }

    /// The outline of the ice above or below the water: around the rows, with notches; it grows broader towards the water.
    fn ice(&self, below: bool) -> String {
        let middle = WIDTH / 2.0;
        let broadest = |slabs: &[(f64, f64, f64)]| slabs.iter().map(|slab| slab.0).fold(0.0, f64::max);
        let at_water = (broadest(&self.slabs(false)) + 16.0).clamp(LEAST, middle - 8.0);
        let mut slabs = self.slabs(below);
        if below {
            slabs.reverse();
        }
        let mut least = 0.0_f64;
        for slab in &mut slabs {
            slab.0 = slab.0.max(least);
            least = slab.0 + 9.0;
        }
        if below {
            slabs.reverse();
        }
        let mut notches = NOTCHES.iter().cycle();
        let mut notch = || notches.next().copied().unwrap_or(0.0);
        // How far it reaches to the left and to the right, from the top down.
        let mut sides: Vec<(f64, f64, f64)> = Vec::new();
        for (half, top, high) in &slabs {
            for y in [top - 8.0, top + high / 2.0, top + high + 8.0] {
                sides.push(((half + notch()).min(middle - 6.0), (half + notch()).min(middle - 6.0), y));
            }
        }
        let (peak, foot) = (slabs.first().copied(), slabs.last().map_or(LEAST, |slab| slab.0));
        let mut points: Vec<(f64, f64)> = Vec::new();
        if let (Some((half, top, _)), false) = (peak, below) {
            let ridge = [(-0.78, 17.0), (-0.5, 31.0), (-0.3, 21.0), (0.08, 41.0), (0.36, 25.0), (0.8, 15.0)];
            points.extend(ridge.map(|(x, up)| (middle + half * x, top - up)));
        }
        let at_surface = (at_water, at_water, self.water);
        sides.insert(if below { 0 } else { sides.len() }, at_surface);
        points.extend(sides.iter().map(|(_, right, y)| (middle + right, *y)));
        if below {
            let keel = [(0.72, 30.0), (0.4, 20.0), (0.1, 4.0), (-0.16, 14.0), (-0.55, 24.0), (-0.8, 34.0)];
            points.extend(keel.map(|(x, up)| (middle + foot * x, self.bottom - up)));
        }
        points.extend(sides.iter().rev().map(|(left, _, y)| (middle - left, *y)));
        points.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).join(" ")
    }

    /// The way of each line: down between the cards that it passes.
    pub(super) fn ways(&self, threads: &[Thread]) -> Vec<String> {
        let row_of: BTreeMap<usize, usize> =
            self.rows.iter().enumerate().flat_map(|(at, row)| row.cards.iter().map(move |card| (*card, at))).collect();
        let middle = |card: usize| self.places.get(card).map_or(0.0, |(x, _, _)| x + CARD / 2.0);
        let mut used: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let mut out = Vec::with_capacity(threads.len());
        for thread in threads {
            let (Some(first), Some(last)) = (row_of.get(&thread.from), row_of.get(&thread.to)) else {
                out.push(String::new());
                continue;
            };
            let start = self.port(
                thread.from,
                thread.to,
                threads.iter().filter(|t| t.from == thread.from).map(|t| t.to),
                &middle,
            );
            let end = self.port(
                thread.to,
                thread.from,
                threads.iter().filter(|t| t.to == thread.to).map(|t| t.from),
                &middle,
            );
            let bottom = self.rows.get(*first).map_or(0.0, |row| row.top + row.high);
            let top = self.rows.get(*last).map_or(0.0, |row| row.top);
            let mut way = format!("M{} {}", px(start), px(bottom));
            let mut at = (start, bottom);
            let mut down = |to: (f64, f64), way: &mut String| {
                let half = (at.1 + to.1) / 2.0;
                let [ax, bx, by, h] = [at.0, to.0, to.1, half].map(px);
                way.push_str(&format!("C{ax} {h} {bx} {h} {bx} {by}"));
                at = to;
            };
            for (between, row) in self.rows.iter().enumerate().take(*last).skip(first + 1) {
                let part = (row.top - bottom) / (top - bottom).max(1.0);
                let x = self.lane(row, between, start + part * (end - start), &mut used);
                down((x, row.top - 4.0), &mut way);
                down((x, row.top + row.high + 4.0), &mut way);
            }
            down((end, top), &mut way);
            out.push(way);
        }
        out
    }

    /// Where a line leaves a card or comes to it: side by side with the others, in the order of where they go.
    fn port(
        &self,
        card: usize,
        other: usize,
        others: impl Iterator<Item = usize>,
        middle: &impl Fn(usize) -> f64,
    ) -> f64 {
        let order: Vec<usize> =
            others.sorted_by(|a, b| middle(*a).total_cmp(&middle(*b)).then(a.cmp(b))).dedup().collect();
        let place = order.iter().position(|at| *at == other).unwrap_or(0);
        let left = self.places.get(card).map_or(0.0, |(x, _, _)| *x);
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let part = (place + 1) as f64 / (order.len() + 1) as f64;
        left + CARD * part
    }

    /// A lane between the cards of a row, or beside them, near a place.
    fn lane(&self, row: &Row, at: usize, near: f64, used: &mut BTreeMap<(usize, usize), usize>) -> f64 {
        let between = row.lefts().map(|x| x - GAP.0 / 2.0).chain([WIDTH - row.left + GAP.0 / 2.0]).enumerate();
        let cost = |(lane, x): &(usize, f64)| {
            let crowd = used.get(&(at, *lane)).copied().unwrap_or(0);
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let crowd = crowd as f64;
            (x - near).abs() + crowd * 14.0
        };
        let best = between.min_by(|a, b| cost(a).total_cmp(&cost(b)).then(a.0.cmp(&b.0)));
        let Some((lane, x)) = best else { return near };
        let crowd = used.entry((at, lane)).or_default();
        *crowd += 1;
        // In the middle, then on either side of it by turns, as far as there is room.
        let step = (*crowd / 2).min(2);
        #[expect(clippy::cast_precision_loss, reason = "two at most")]
        let aside = step as f64 * 3.5;
        x + if crowd.is_multiple_of(2) { aside } else { -aside }
    }
}

/// How many notes of the same layer stand above each card, one explained by the other.
fn levels(water: &Water<'_>) -> Vec<usize> {
    let mut out = vec![0_usize; water.cards.len()];
    let layer = |at: usize| water.cards.get(at).map(|card| card.layer);
    for _ in 0..water.cards.len() {
        let mut changed = false;
        for thread in water.threads.iter().filter(|thread| layer(thread.from) == layer(thread.to)) {
            let from = out.get(thread.from).copied().unwrap_or(0);
            if let Some(to) = out.get_mut(thread.to).filter(|to| **to <= from) {
                *to = from + 1;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    out
}
