//! Three circles that overlap, and the text that fits in each of their seven regions.

use super::super::draw::{LINE, SMALL, height_of, text_width, wrap};
use super::super::placing::Spot;

/// The radius of a circle.
pub(super) const RADIUS: f64 = 224.0;
/// How far apart their middles are.
const APART: f64 = 224.0;
/// √3/2: the height of a triangle with sides of 1.
const HEIGHT: f64 = 0.866_025_403_784_438_6;
/// What stays free along a circle.
const MARGIN: f64 = 5.0;
/// How much wider bold text is.
const BOLD: f64 = 1.15;
/// What stays free between two names.
const GAP: f64 = 3.0;
/// How many lines a name takes at most.
const LINES: usize = 3;

/// Whether a region lies in each of the circles.
pub(super) type Region = [bool; 3];

/// Three circles: one at the left, one at the right, one below.
#[derive(Debug, Clone, Copy)]
pub(super) struct Circles {
    pub(super) middles: [Spot; 3],
}

/// Text in a region: its lines around a place, from their top.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Set {
    pub(super) lines: Vec<String>,
    pub(super) x: f64,
    pub(super) top: f64,
}

/// A region that is filled: its heading, and what stands below that in the order in which it was given.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Filled {
    pub(super) heading: Set,
    pub(super) items: Vec<Set>,
}

impl Circles {
    /// With its middle somewhere, from a height on.
    pub(super) fn at(middle: f64, top: f64) -> Self {
        let (left, right) = (middle - APART / 2.0, middle + APART / 2.0);
        let y = top + RADIUS;
        Self { middles: [(left, y), (right, y), (middle, y + APART * HEIGHT)] }
    }

    /// Where they end.
    pub(super) fn bottom(&self) -> f64 {
        let [_, _, (_, y)] = self.middles;
        y + RADIUS
    }

    fn top(&self) -> f64 {
        let [(_, y), ..] = self.middles;
        y - RADIUS
    }

    /// From where to where text may run between two heights.
    fn room(&self, region: Region, top: f64, bottom: f64) -> Option<(f64, f64)> {
        let half = |(_, middle): Spot, r: f64, y: f64| {
            let rest = r * r - (y - middle) * (y - middle);
            (rest > 0.0).then(|| rest.sqrt())
        };
        let mut rooms = vec![(f64::NEG_INFINITY, f64::INFINITY)];
        for (inside, circle) in region.into_iter().zip(self.middles) {
            let x = circle.0;
            if inside {
                let r = RADIUS - MARGIN;
                let half = half(circle, r, top)?.min(half(circle, r, bottom)?);
                for room in &mut rooms {
                    *room = (room.0.max(x - half), room.1.min(x + half));
                }
                continue;
            }
            // Where the circle is widest between the two heights.
            let widest = circle.1.clamp(top, bottom);
            if let Some(half) = half(circle, RADIUS + MARGIN, widest) {
                let beside = |room: &(f64, f64)| [(room.0, room.1.min(x - half)), (room.0.max(x + half), room.1)];
                rooms = rooms.iter().flat_map(beside).collect();
            }
        }
        let wide = |room: &(f64, f64)| room.1 - room.0;
        rooms.into_iter().filter(|room| wide(room) > 0.0).max_by(|a, b| wide(a).total_cmp(&wide(b)))
    }

    /// The height around which most of a region lies.
    fn centre(&self, region: Region) -> f64 {
        let (mut sum, mut all) = (0.0, 0.0);
        for y in self.heights() {
            if let Some((left, right)) = self.room(region, y, y) {
                sum += (right - left) * y;
                all += right - left;
            }
        }
        if all > 0.0 { sum / all } else { self.top() }
    }

    fn heights(&self) -> impl Iterator<Item = f64> + use<> {
        let (top, bottom) = (self.top(), self.bottom());
        (0..).map(move |i| top + f64::from(i) * 3.0).take_while(move |y| *y < bottom)
    }

    /// A heading with names below each other; nothing where they do not all fit.
    pub(super) fn names(&self, region: Region, heading: &str, names: &[String]) -> Option<Filled> {
        self.best(region, |start| {
            let (heading, mut y) = self.item(region, heading, BOLD, start)?;
            let mut items = Vec::new();
            for name in names {
                let (item, end) = self.item(region, name, 1.0, y + GAP)?;
                items.push(item);
                y = end;
            }
            Some((Filled { heading, items }, y))
        })
    }

    /// A heading with short words beside each other in rows; nothing where they do not all fit.
    pub(super) fn words(&self, region: Region, heading: &str, words: &[String]) -> Option<Filled> {
        let between = 8.0;
        self.best(region, |start| {
            let (heading, mut y) = self.item(region, heading, BOLD, start)?;
            let mut items = Vec::new();
            let mut rest = words;
            y += GAP;
            while !rest.is_empty() {
                let end = y + SMALL * LINE;
                let (left, right) = self.room(region, y, end)?;
                let (mut used, mut n) = (0.0, 0);
                for word in rest {
                    let width = text_width(word, SMALL) + if n == 0 { 0.0 } else { between };
                    if used + width > right - left {
                        break;
                    }
                    used += width;
                    n += 1;
                }
                let (row, others) = rest.split_at_checked(n).filter(|_| n > 0)?;
                let mut x = (left + right - used) / 2.0;
                for word in row {
                    let width = text_width(word, SMALL);
                    items.push(Set { lines: vec![word.clone()], x: x + width / 2.0, top: y });
                    x += width + between;
                }
                (rest, y) = (others, end);
            }
            Some((Filled { heading, items }, y))
        })
    }

    /// The filling whose middle is nearest to where most of the region lies.
    fn best(&self, region: Region, fill: impl Fn(f64) -> Option<(Filled, f64)>) -> Option<Filled> {
        let centre = self.centre(region);
        let off = |start: f64, end: f64| ((start + end) / 2.0 - centre).abs();
        let all = self.heights().filter_map(|start| fill(start).map(|(filled, end)| (off(start, end), filled)));
        all.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, filled)| filled)
    }

    /// A text in as few lines as hold it whole, and where it ends.
    fn item(&self, region: Region, text: &str, wider: f64, top: f64) -> Option<(Set, f64)> {
        (1..=LINES).find_map(|most| {
            let end = top + height_of(most, SMALL);
            let (left, right) = self.room(region, top, end)?;
            let room = (right - left) / wider;
            // The narrowest that takes no more lines, so that these are about as long as each other.
            let narrower = (4..=10).map(|tenth| wrap(text, SMALL, room * f64::from(tenth) / 10.0, most));
            let whole = |lines: &Vec<String>| lines.len() == most && !lines.iter().any(|line| line.ends_with('…'));
            let lines = narrower.into_iter().find(whole)?;
            Some((Set { lines, x: (left + right) / 2.0, top }, end))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Region; 7] = [
        [true, true, true],
        [true, true, false],
        [true, false, true],
        [false, true, true],
        [true, false, false],
        [false, true, false],
        [false, false, true],
    ];

    #[test]
    fn text_stays_in_its_region() {
        let circles = Circles::at(360.0, 20.0);
        for region in ALL {
            let names = ["Gemeente Lindeveen", "De provincie"].map(str::to_owned);
            let filled = circles.names(region, "tien letters (2)", &names).unwrap();
            for set in filled.items.iter().chain([&filled.heading]) {
                let half = set.lines.iter().map(|l| text_width(l, SMALL)).fold(0.0, f64::max) / 2.0;
                let bottom = set.top + height_of(set.lines.len(), SMALL);
                for (x, y) in [(-half, set.top), (half, set.top), (-half, bottom), (half, bottom), (0.0, set.top)] {
                    let (x, y) = (set.x + x, y);
                    let within = circles.middles.map(|(a, b)| ((x - a) * (x - a) + (y - b) * (y - b)).sqrt() < RADIUS);
                    assert_eq!(within, region, "{set:?}");
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_not_squeezed_in() {
        let circles = Circles::at(360.0, 20.0);
        let names = vec!["Een lange naam van een partij".to_owned(); 40];
        assert_eq!(circles.names(ALL[0], "a", &names), None);
        let numbers: Vec<String> = (1..=20).map(|n| n.to_string()).collect();
        let filled = circles.words(ALL[0], "a", &numbers).unwrap();
        assert_eq!(filled.items.len(), 20);
    }
}
