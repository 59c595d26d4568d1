//! The strongest pairs of a product of two sorted lists, over many such products at once, without listing every pair.
//!
//! Each [`Field`] has members on two sides, grouped into levels of equal score, best first. A block is a pair of levels; all its
//! pairs are equally strong. Blocks come off a heap strongest first, and the pairs within equally strong blocks by party, so work
//! and memory go with what is asked for.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};

use crate::model::Element;
use crate::vocabulary::ConflictKind;

/// Members of one side with the same score; `None` is unknown and comes last.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Level {
    pub(super) score: Option<f64>,
    pub(super) members: Vec<u32>,
}

/// How strong a pair of scores is; never rises along either side.
pub(super) type Strength = Box<dyn Fn(f64, f64) -> Option<f64>>;

/// Two sides that conflict, everyone on the left with everyone on the right.
pub(super) struct Field {
    pub(super) kind: ConflictKind,
    pub(super) subject: Vec<Element>,
    left: Vec<Level>,
    right: Vec<Level>,
    strength: Strength,
    /// A pair may stand in the product both ways round and is then reported once, the stronger way.
    turned: Option<Turned>,
    least: f64,
}

/// Where each party stands, to look up the turned pair.
struct Turned {
    left: HashMap<u32, Option<f64>>,
    right: HashMap<u32, Option<f64>>,
}

/// Sorts the members of a side into levels, best first by `order`.
pub(super) fn levels(mut members: Vec<(u32, Option<f64>)>, order: fn(f64, f64) -> Ordering) -> Vec<Level> {
    let by_score = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(x), Some(y)) => order(x, y),
        (None, None) => Ordering::Equal,
        (known, _) => {
            if known.is_some() {
                Ordering::Less
            } else {
                Ordering::Greater
            }
        }
    };
    members.sort_by(|a, b| by_score(a.1, b.1).then(a.0.cmp(&b.0)));
    let mut out: Vec<Level> = Vec::new();
    for (party, score) in members {
        match out.last_mut() {
            Some(last) if last.score == score => last.members.push(party),
            _ => out.push(Level { score, members: vec![party] }),
        }
    }
    out
}

/// Largest first.
pub(super) fn falling(a: f64, b: f64) -> Ordering {
    b.total_cmp(&a)
}

/// Smallest first.
pub(super) fn rising(a: f64, b: f64) -> Ordering {
    a.total_cmp(&b)
}

impl Field {
    /// A field whose sides share no pair turned round.
    pub(super) fn new(kind: ConflictKind, subject: Vec<Element>, sides: [Vec<Level>; 2], strength: Strength) -> Self {
        let [left, right] = sides;
        Self { kind, subject, left, right, strength, turned: None, least: f64::NEG_INFINITY }
    }

    /// A field of one pair, whose strength is known or not.
    pub(super) fn of_pair(
        kind: ConflictKind,
        subject: Vec<Element>,
        [left, right]: [u32; 2],
        strength: Option<f64>,
    ) -> Self {
        let side = |member, score| vec![Level { score, members: vec![member] }];
        let sides = [side(left, strength), side(right, Some(0.0))];
        Self::new(kind, subject, sides, Box::new(|strength, _| Some(strength)))
    }

    /// The same, with pairs below a strength left out.
    pub(super) fn at_least(mut self, least: f64) -> Self {
        self.least = least;
        self
    }

    /// The same, for sides on which the same two parties may stand both ways round.
    pub(super) fn either_way(mut self) -> Self {
        let places = |side: &[Level]| -> HashMap<u32, Option<f64>> {
            side.iter().flat_map(|l| l.members.iter().map(|m| (*m, l.score))).collect()
        };
        self.turned = Some(Turned { left: places(&self.left), right: places(&self.right) });
        self
    }

    fn between(&self, left: Option<f64>, right: Option<f64>) -> Option<f64> {
        (self.strength)(left?, right?)
    }

    /// Whether a pair is to be reported this way round.
    fn is_stronger_way(&self, left: u32, right: u32, strength: Option<f64>) -> bool {
        let Some(turned) = &self.turned else { return true };
        let (Some(l), Some(r)) = (turned.left.get(&right), turned.right.get(&left)) else { return true };
        match by_strength(strength, self.between(*l, *r)) {
            Ordering::Greater => true,
            Ordering::Equal => left < right,
            Ordering::Less => false,
        }
    }
}

/// One pair, with the field that it stands in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) field: usize,
    pub(super) left: u32,
    pub(super) right: u32,
}

/// Unknown is below every number.
fn by_strength(a: Option<f64>, b: Option<f64>) -> Ordering {
    a.unwrap_or(f64::NEG_INFINITY).total_cmp(&b.unwrap_or(f64::NEG_INFINITY))
}

struct Block {
    strength: Option<f64>,
    field: usize,
    left: usize,
    right: usize,
}

impl PartialEq for Block {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Block {}
impl PartialOrd for Block {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Block {
    fn cmp(&self, other: &Self) -> Ordering {
        let rest = |b: &Self| Reverse((b.field, b.left, b.right));
        by_strength(self.strength, other.strength).then_with(|| rest(self).cmp(&rest(other)))
    }
}

/// The pairs of a block in which the lower party stands on one side, in party order.
struct Run<'a> {
    low: &'a [u32],
    high: &'a [u32],
    /// Whether the lower party stands on the left.
    low_is_left: bool,
    field: usize,
    i: usize,
    j: usize,
}

impl<'a> Run<'a> {
    fn new(low: &'a [u32], high: &'a [u32], low_is_left: bool, field: usize) -> Self {
        let mut run = Self { low, high, low_is_left, field, i: 0, j: 0 };
        run.j = run.start();
        run
    }

    /// The first party above the current lower one.
    fn start(&self) -> usize {
        self.low.get(self.i).map_or(0, |low| self.high.partition_point(|h| h <= low))
    }

    fn peek(&mut self) -> Option<(u32, u32)> {
        loop {
            let low = *self.low.get(self.i)?;
            if let Some(high) = self.high.get(self.j) {
                return Some((low, *high));
            }
            // Lower parties only rise, so once none is above this one, none will be.
            if self.start() == self.high.len() {
                return None;
            }
            self.i += 1;
            self.j = self.start();
        }
    }
}

/// The strongest pairs of all fields, strongest first, ties by the two parties, then by field. `limit` none means all. Also says
/// whether there are more.
pub(super) fn strongest(fields: &[Field], limit: Option<usize>) -> (Vec<Pair>, bool) {
    let mut blocks = BinaryHeap::new();
    for field in 0..fields.len() {
        push(&mut blocks, fields, field, 0, 0);
    }
    let mut out = Vec::new();
    while let Some(strength) = blocks.peek().map(|b| b.strength) {
        let mut runs = Vec::new();
        while let Some(block) = blocks.peek().filter(|b| b.strength == strength) {
            let (field, left, right) = (block.field, block.left, block.right);
            blocks.pop();
            push(&mut blocks, fields, field, left, right + 1);
            if right == 0 {
                push(&mut blocks, fields, field, left + 1, 0);
            }
            let sides = fields.get(field).and_then(|f| Some((f.left.get(left)?, f.right.get(right)?)));
            if let Some((l, r)) = sides {
                runs.push(Run::new(&l.members, &r.members, true, field));
                runs.push(Run::new(&r.members, &l.members, false, field));
            }
        }
        if !merge(fields, &mut runs, strength, limit, &mut out) {
            return (out, true);
        }
    }
    (out, false)
}

fn push(blocks: &mut BinaryHeap<Block>, fields: &[Field], field: usize, left: usize, right: usize) {
    let Some(f) = fields.get(field) else { return };
    if let (Some(l), Some(r)) = (f.left.get(left), f.right.get(right)) {
        let strength = f.between(l.score, r.score);
        if strength.is_none_or(|s| s >= f.least) {
            blocks.push(Block { strength, field, left, right });
        }
    }
}

/// Takes equally strong pairs in party order; false when the limit cut some off.
fn merge(
    fields: &[Field],
    runs: &mut [Run<'_>],
    strength: Option<f64>,
    limit: Option<usize>,
    out: &mut Vec<Pair>,
) -> bool {
    let mut heap = BinaryHeap::new();
    for (index, run) in runs.iter_mut().enumerate() {
        heap.extend(run.peek().map(|pair| Reverse((pair, run.field, index))));
    }
    while let Some(Reverse(((low, high), field, index))) = heap.pop() {
        let Some(run) = runs.get_mut(index) else { continue };
        let (left, right) = if run.low_is_left { (low, high) } else { (high, low) };
        run.j += 1;
        heap.extend(run.peek().map(|pair| Reverse((pair, run.field, index))));
        if fields.get(field).is_some_and(|f| f.is_stronger_way(left, right, strength)) {
            if limit.is_some_and(|most| out.len() >= most) {
                return false;
            }
            out.push(Pair { field, left, right });
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side() -> impl Strategy<Value = Vec<(u32, Option<f64>)>> {
        proptest::collection::btree_map(
            0..9_u32,
            proptest::option::weighted(0.85, (1..4_u32).prop_map(f64::from)),
            0..7,
        )
        .prop_map(|m| m.into_iter().collect())
    }

    fn field(sides: [Vec<(u32, Option<f64>)>; 2]) -> Field {
        let [left, right] = sides;
        let sides = [levels(left, falling), levels(right, falling)];
        Field::new(ConflictKind::Fate, vec![], sides, Box::new(|a, b| Some(a + b))).either_way()
    }

    /// Every pair, listed and sorted.
    #[expect(clippy::type_complexity, reason = "the sides as the strategy draws them")]
    fn brute(sides: &[[Vec<(u32, Option<f64>)>; 2]]) -> Vec<Pair> {
        let mut all: HashMap<(u32, u32, usize), (Option<f64>, Pair)> = HashMap::new();
        for (field, [left, right]) in sides.iter().enumerate() {
            for (l, x) in left {
                for (r, y) in right.iter().filter(|(r, _)| r != l) {
                    let strength = x.and_then(|x| y.map(|y| x + y));
                    let new = (strength, Pair { field, left: *l, right: *r });
                    let kept = all.entry((*l.min(r), *l.max(r), field)).or_insert(new);
                    let better = by_strength(strength, kept.0).then((l < r).cmp(&(kept.1.left < kept.1.right)));
                    if better == Ordering::Greater {
                        *kept = new;
                    }
                }
            }
        }
        let mut list: Vec<_> = all.into_iter().collect();
        list.sort_by(|(k, (s, _)), (l, (t, _))| by_strength(*t, *s).then(k.cmp(l)));
        list.into_iter().map(|(_, (_, pair))| pair).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn as_listing_every_pair(sides in proptest::collection::vec([side(), side()], 0..4), k in 0..12_usize) {
            let fields: Vec<Field> = sides.iter().cloned().map(field).collect();
            let all = brute(&sides);
            prop_assert_eq!(strongest(&fields, None), (all.clone(), false));
            let (few, more) = strongest(&fields, Some(k));
            prop_assert_eq!(&few[..], &all[..k.min(all.len())]);
            prop_assert_eq!(more, all.len() > k);
        }
    }
}
