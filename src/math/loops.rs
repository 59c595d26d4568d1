//! Loops through one node of a directed graph with parallel arcs, and the sums of their scores.
//!
//! A loop is an elementary cycle: it leaves the node, passes every other node at most once and returns. Its score is the product
//! of the scores of its arcs. Their number is exponential, so the search deepens: all loops of one arc, of two, of three … A depth
//! counts only when it was searched whole. What is found then depends neither on the order of the arcs nor on that of the nodes,
//! and neither does the depth at which the budget ends. A path is given up when the shortest way back is too long, and when its
//! score falls below the threshold, which no further arc can mend: scores are at most 1. (`petgraph` lists simple paths without
//! either bound.)
//!
//! Scores are whole numbers over one common denominator d, so a loop of n arcs is a whole number over dⁿ. They are added up in
//! machine numbers as long as these cannot overflow.
#![allow(clippy::indexing_slicing, reason = "indices come from the arcs that the constructor checked")]

use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};
use std::ops::{AddAssign, Mul, Range};

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::Exact;
use super::exact::{over_one, quotient};

/// A directed arc with a score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arc {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Its score: above 0, at most 1.
    pub score: Exact,
}

/// Which loops count, and how much work may be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// How many arcs a loop may have; any number for `None`.
    pub longest: Option<usize>,
    /// The lowest score that counts; every loop for 0.
    pub threshold: Exact,
    /// How many steps the search may take, a step being an arc that is tried; half as many again to count what was cut, and a
    /// quarter, or twice that, for a depth that could not be finished.
    pub work: u64,
    /// How many loops are listed at most.
    pub listed: usize,
}

/// One loop.
#[derive(Debug, Clone, PartialEq)]
pub struct Loop {
    /// Its arcs, from the node back to it.
    pub arcs: Vec<usize>,
    /// The product of their scores, rounded once.
    pub score: f64,
}

/// The loops through one arc or node.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Through {
    /// How many there are.
    pub count: u64,
    /// The sum of their scores, rounded once.
    pub sum: f64,
    /// That sum over the sum of all loops, rounded once; `None` without a loop.
    pub share: Option<f64>,
}

/// A number of loops that were cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// So many for certain.
    pub at_least: u64,
    /// Whether there are no more.
    pub exact: bool,
}

/// What the search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Loops {
    /// How many loops count.
    pub count: u64,
    /// The sum of their scores, rounded once.
    pub total: f64,
    /// The best ones, by score; equal scores by their arcs.
    pub best: Vec<Loop>,
    /// The loops through every arc.
    pub arcs: Vec<Through>,
    /// The loops through every node.
    pub nodes: Vec<Through>,
    /// Every loop of up to so many arcs was looked at; of any number for `None`.
    pub complete_to: Option<usize>,
    /// Loops with more arcs than allowed, whatever their score.
    pub too_long: Counted,
    /// Loops that are short enough and below the threshold.
    pub too_low: Counted,
    /// Loops that would count, had the work allowed to look for them.
    pub not_searched: Counted,
}

/// Numbers with more digits than a machine has are slower by about this much.
const LONG_NUMBER: u64 = 8;
/// The share of the work that is spent on a depth that could not be finished: one in so many.
const LAST_DEPTH: u64 = 4;
/// In how many steps the best arcs are added to one another to find some loops of a depth that could not be finished.
const CLASSES: usize = 8;

/// A whole number, of the machine or of any length.
trait Whole: Clone + Ord + Zero + One + for<'a> AddAssign<&'a Self> + TryFrom<BigInt>
where
    for<'a> &'a Self: Mul<&'a Self, Output = Self>,
{
    /// The steps that one operation on numbers of so many bits counts for.
    fn price(bits: u64) -> u64;
}
impl Whole for u128 {
    fn price(_: u64) -> u64 {
        1
    }
}
impl Whole for BigInt {
    fn price(bits: u64) -> u64 {
        LONG_NUMBER + bits / 512
    }
}

/// A loop that may be listed. The greatest is the one to be dropped first.
#[derive(PartialEq, Eq)]
struct Candidate<T> {
    score: T,
    arcs: Vec<usize>,
}

impl<T: Ord> Ord for Candidate<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.cmp(&self.score).then_with(|| self.arcs.cmp(&other.arcs))
    }
}
impl<T: Ord> PartialOrd for Candidate<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A node on the path, and what was found beyond it.
struct Frame<T> {
    node: usize,
    via: usize,
    next: usize,
    end: usize,
    product: T,
    sum: T,
    count: u64,
}

/// The loops of one length.
struct Depth<T> {
    count: u64,
    below: u64,
    total: T,
    arcs: Vec<(u64, T)>,
    nodes: Vec<(u64, T)>,
    best: Vec<Candidate<T>>,
    /// Whether there may be longer ones.
    deeper: bool,
}

/// Whether paths below the threshold are given up, or followed to be counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Low {
    GivenUp,
    Followed,
}

struct Net<'a> {
    start: usize,
    size: usize,
    arcs: usize,
    /// By node: the arcs that lie on a way from the start and back, with their ends.
    out: Vec<Vec<(usize, usize)>>,
    /// The fewest arcs back to the start.
    back: Vec<usize>,
    scores: Vec<BigInt>,
    unit: BigInt,
    threshold: &'a Exact,
}

/// What a search found, over unit^depth.
struct Found {
    levels: Vec<(u64, u64)>,
    total: BigInt,
    over: BigInt,
    arcs: Vec<(u64, BigInt)>,
    nodes: Vec<(u64, BigInt)>,
    best: Vec<Candidate<BigInt>>,
    finished: bool,
    /// Whether no longer path is left.
    whole: bool,
    /// Of the depth that could not be finished: how many count and how many are below the threshold, at least.
    partly: (u64, u64),
}

/// The loops through a node of a graph of so many nodes. Arcs from a node to itself, from or to a node that is not there, and
/// with a score that is not above 0 and at most 1 are passed over.
pub fn loops_through(node: usize, size: usize, arcs: &[Arc], limits: &Limits) -> Loops {
    let one = Exact::one();
    let sound =
        |a: &Arc| a.from != a.to && a.from.max(a.to) < size && a.score.is_positive() && a.score <= one && node < size;
    let ends: Vec<Option<(usize, usize)>> = arcs.iter().map(|a| sound(a).then_some((a.from, a.to))).collect();
    let steps =
        |turn: fn((usize, usize)) -> (usize, usize)| distances(node, size, ends.iter().flatten().copied().map(turn));
    let (there, back) = (steps(|ends| ends), steps(|(a, b)| (b, a)));
    let mut out = vec![Vec::new(); size];
    for (arc, (from, to)) in ends.iter().enumerate().filter_map(|(i, e)| e.map(|e| (i, e))) {
        if there[from] < usize::MAX && back[to] < usize::MAX {
            out[from].push((arc, to));
        }
    }
    let (scores, unit) = over_one(arcs.iter().map(|a| if sound(a) { &a.score } else { &one }));
    let net = Net { start: node, size, arcs: arcs.len(), out, back, scores, unit, threshold: &limits.threshold };

    let found = net.search(limits.longest, Low::GivenUp, limits.work, limits.listed);
    let low = limits.threshold.is_positive();
    let limited = low || limits.longest.is_some_and(|n| n < size);
    // Without limits what counts is all there is.
    let all = limited.then(|| net.search(None, Low::Followed, limits.work / 2, 0));
    let all = all.as_ref().unwrap_or(&found);
    let short = limits.longest.unwrap_or(usize::MAX);
    let mut last = all.levels.clone();
    if !all.finished {
        last.push(all.partly);
    }
    let sum = |numbers: &mut dyn Iterator<Item = u64>| numbers.fold(0, u64::saturating_add);
    let lengths = || (1..).zip(&last);
    let too_long = sum(&mut lengths().filter(|(n, _)| *n > short).map(|(_, (a, b))| a + b));
    let too_low = sum(&mut lengths().filter(|(n, _)| *n <= short).map(|(_, (_, b))| *b));
    let counted_short = all.finished || all.levels.len() >= short;

    let total = quotient(&found.total, &found.over).unwrap_or(0.0);
    let through = |(count, sum): &(u64, BigInt)| Through {
        count: *count,
        sum: quotient(sum, &found.over).unwrap_or(0.0),
        share: quotient(sum, &found.total),
    };
    let listed =
        |c: &Candidate<BigInt>| Loop { arcs: c.arcs.clone(), score: quotient(&c.score, &found.over).unwrap_or(0.0) };
    Loops {
        count: sum(&mut found.levels.iter().map(|(count, _)| *count)),
        total,
        best: found.best.iter().map(listed).collect(),
        arcs: found.arcs.iter().map(through).collect(),
        nodes: found.nodes.iter().map(through).collect(),
        complete_to: (!found.whole).then_some(found.levels.len()),
        too_long: Counted { at_least: too_long, exact: all.finished || short >= size },
        too_low: Counted { at_least: too_low, exact: counted_short || !low },
        not_searched: Counted { at_least: if found.finished { 0 } else { found.partly.0 }, exact: found.finished },
    }
}

/// The fewest arcs on a way from a node to every node of a graph of so many; `usize::MAX` where there is none. Arcs to or from a
/// node that is not there are passed over.
pub fn distances(node: usize, size: usize, arcs: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut out = vec![Vec::new(); size];
    arcs.filter(|(from, to)| *from.max(to) < size).for_each(|(from, to)| out[from].push(to));
    let mut far = vec![usize::MAX; size];
    let mut queue = VecDeque::new();
    if let Some(first) = far.get_mut(node) {
        *first = 0;
        queue.push_back(node);
    }
    while let Some(at) = queue.pop_front() {
        for to in &out[at] {
            if far[*to] == usize::MAX {
                far[*to] = far[at] + 1;
                queue.push_back(*to);
            }
        }
    }
    far
}

impl Net<'_> {
    fn search(&self, longest: Option<usize>, low: Low, work: u64, listed: usize) -> Found {
        let nothing = |n: usize| vec![(0, BigInt::zero()); n];
        let mut found = Found {
            levels: Vec::new(),
            total: BigInt::zero(),
            over: BigInt::one(),
            arcs: nothing(self.arcs),
            nodes: nothing(self.size),
            best: Vec::new(),
            finished: true,
            whole: false,
            partly: (0, 0),
        };
        let most = longest.map_or(self.size, |n| n.min(self.size));
        let mut left = work;
        // Shorter ones than the shortest way out and back there are none.
        let first = self.out.get(self.start).into_iter().flatten().map(|(_, to)| self.back[*to] + 1).min();
        found.levels.resize(first.map_or(most, |n| (n - 1).min(most)), (0, 0));
        while found.levels.len() < most {
            let length = found.levels.len() + 1;
            // A sum of loops is at most unit^length × work, for every loop takes a step.
            let short = self.bits(length) + u64::from(u64::BITS - work.leading_zeros()) + 1 < u64::from(u128::BITS);
            let deeper = if short {
                self.depth::<u128>(length, low, &mut left, listed, &mut found)
            } else {
                self.depth::<BigInt>(length, low, &mut left, listed, &mut found)
            };
            match deeper {
                Some(true) => {}
                Some(false) => {
                    found.whole = true;
                    found.levels.resize(most, (0, 0));
                }
                None => {
                    found.finished = false;
                    let rest = work / LAST_DEPTH;
                    found.partly = if short {
                        self.part::<u128>(length, low, rest)
                    } else {
                        self.part::<BigInt>(length, low, rest)
                    };
                    if found.partly == (0, 0) {
                        found.partly = if short {
                            self.among_best::<u128>(length, low, rest)
                        } else {
                            self.among_best::<BigInt>(length, low, rest)
                        };
                    }
                    break;
                }
            }
        }
        found.whole |= found.levels.len() >= self.size || first.is_none();
        found
    }

    /// How many bits unit^length has, at most.
    fn bits(&self, length: usize) -> u64 {
        u64::try_from(length).map_or(u64::MAX, |n| n.saturating_mul(self.unit.bits()))
    }

    /// Adds the loops of one length, if the work suffices; whether there may be longer ones.
    fn depth<T: Whole>(&self, length: usize, low: Low, left: &mut u64, listed: usize, found: &mut Found) -> Option<bool>
    where
        for<'a> &'a T: Mul<&'a T, Output = T>,
        BigInt: From<T>,
    {
        let all = 0..self.out.get(self.start).map_or(0, Vec::len);
        let depth = self.of_length::<T>(length, all, low, left, listed)?;
        // What was found before is over a power less of the unit.
        let grow = |sum: &mut BigInt, more: T| {
            if !sum.is_zero() {
                *sum *= &self.unit;
            }
            *sum += BigInt::from(more);
        };
        // The first depths may have been passed over.
        found.over =
            if found.over.is_one() { self.unit.pow(u32::try_from(length).ok()?) } else { &found.over * &self.unit };
        grow(&mut found.total, depth.total);
        for (all, new) in [(&mut found.arcs, depth.arcs), (&mut found.nodes, depth.nodes)] {
            for ((count, sum), (more, amount)) in all.iter_mut().zip(new) {
                *count += more;
                grow(sum, amount);
            }
        }
        found.best.iter_mut().for_each(|c| c.score *= &self.unit);
        found.best.extend(depth.best.into_iter().map(|c| Candidate { score: c.score.into(), arcs: c.arcs }));
        found.best.sort();
        found.best.truncate(listed);
        found.levels.push((depth.count, depth.below));
        Some(depth.deeper)
    }

    /// At least how many loops of one length there are: those that begin with the arcs behind which the search ends, when every
    /// arc has an equal share of the work. The shares make the number independent of the order.
    fn part<T: Whole>(&self, length: usize, low: Low, work: u64) -> (u64, u64)
    where
        for<'a> &'a T: Mul<&'a T, Output = T>,
    {
        let first = self.out.get(self.start).map_or(0, Vec::len);
        let share = u64::try_from(first).ok().and_then(|n| work.checked_div(n)).unwrap_or(0);
        let ended = (0..first).filter_map(|i| self.of_length::<T>(length, i..i + 1, low, &mut share.clone(), 0));
        ended.fold((0, 0), |(count, below), depth| (count + depth.count, below + depth.below))
    }

    /// At least how many loops of one length there are: those over the arcs with the best scores, of as many as the work allows.
    /// Scores name these arcs, so the number does not hang on the order.
    fn among_best<T: Whole>(&self, length: usize, low: Low, work: u64) -> (u64, u64)
    where
        for<'a> &'a T: Mul<&'a T, Output = T>,
    {
        let used = || self.out.iter().enumerate().flat_map(|(from, all)| all.iter().map(move |arc| (from, *arc)));
        let mut classes: Vec<&BigInt> = used().map(|(_, (arc, _))| &self.scores[arc]).collect();
        classes.sort_unstable_by(|x, y| y.cmp(x));
        classes.dedup();
        // All arcs together were too many.
        classes.pop();
        let step = classes.len().div_ceil(CLASSES).max(1);
        let tried = classes.len().div_ceil(step);
        let share = u64::try_from(tried).ok().and_then(|n| work.checked_div(n)).unwrap_or(0);
        let mut most = (0, 0);
        for lowest in classes.chunks(step).filter_map(<[_]>::last) {
            let kept = |arc: usize| self.scores[arc] >= **lowest;
            let ends = used().filter(|(_, (arc, _))| kept(*arc)).map(|(from, (_, to))| (to, from));
            let few = Net {
                out: self.out.iter().map(|all| all.iter().copied().filter(|(arc, _)| kept(*arc)).collect()).collect(),
                back: distances(self.start, self.size, ends),
                scores: self.scores.clone(),
                unit: self.unit.clone(),
                ..*self
            };
            let all = 0..few.out.get(few.start).map_or(0, Vec::len);
            let Some(depth) = few.of_length::<T>(length, all, low, &mut share.clone(), 0) else { break };
            most = (depth.count, depth.below);
        }
        most
    }

    /// The lowest whole numbers over unit^0, unit^1 … that reach the threshold; none where all do.
    fn least<T: Whole>(&self, length: usize) -> Vec<T>
    where
        for<'a> &'a T: Mul<&'a T, Output = T>,
    {
        if !self.threshold.is_positive() {
            return Vec::new();
        }
        let (above, below) = self.threshold.parts();
        let mut power = BigInt::one();
        let mut out = Vec::new();
        for _ in 0..=length {
            let least = ((&above * &power + &below - 1_i32) / &below).clamp(BigInt::zero(), &power + 1_i32);
            out.extend(T::try_from(least).ok());
            power *= &self.unit;
        }
        out
    }

    /// All loops of a length whose first arc is among these of the start; `None` when the work ends before them.
    fn of_length<T: Whole>(
        &self,
        length: usize,
        first: Range<usize>,
        low: Low,
        work: &mut u64,
        listed: usize,
    ) -> Option<Depth<T>>
    where
        for<'a> &'a T: Mul<&'a T, Output = T>,
    {
        let price = T::price(self.bits(length));
        let ready = u64::try_from(self.arcs + self.size + length).ok()?;
        *work = work.checked_sub(ready.saturating_mul(price))?;
        let scores: Vec<T> = self.scores.iter().filter_map(|x| T::try_from(x.clone()).ok()).collect();
        let least: Vec<T> = self.least(length);
        let nothing = |n: usize| vec![(0_u64, T::zero()); n];
        let mut depth = Depth {
            count: 0,
            below: 0,
            total: T::zero(),
            arcs: nothing(self.arcs),
            nodes: nothing(self.size),
            best: Vec::new(),
            deeper: false,
        };
        let mut best: BinaryHeap<Candidate<T>> = BinaryHeap::new();
        let mut on = vec![false; self.size];
        let frame = |node: usize, via: usize, product: T, range: Range<usize>| Frame {
            node,
            via,
            next: range.start,
            end: range.end,
            product,
            sum: T::zero(),
            count: 0,
        };
        let mut stack = vec![frame(self.start, usize::MAX, T::one(), first)];
        while let Some(used) = stack.len().checked_sub(1) {
            let top = &mut stack[used];
            if top.next >= top.end {
                let Some(done) = stack.pop() else { break };
                on[done.node] = false;
                let node = &mut depth.nodes[done.node];
                node.0 += done.count;
                node.1 += &done.sum;
                if let Some(before) = stack.last_mut() {
                    before.count += done.count;
                    before.sum += &done.sum;
                    depth.arcs[done.via].0 += done.count;
                    depth.arcs[done.via].1 += &done.sum;
                } else {
                    depth.count = done.count;
                    depth.total = done.sum;
                }
                continue;
            }
            let (arc, to) = self.out[top.node][top.next];
            top.next += 1;
            *work = work.checked_sub(price)?;
            let left = length - used - 1;
            if on[to] || (to == self.start && left > 0) {
                continue;
            }
            if to != self.start && self.back[to] > left {
                let enough = || least.get(used + 1).is_none_or(|least| &top.product * &scores[arc] >= *least);
                depth.deeper = depth.deeper || low == Low::Followed || enough();
                continue;
            }
            let product = &top.product * &scores[arc];
            if least.get(used + 1).is_some_and(|least| product < *least) && (low == Low::GivenUp || left == 0) {
                depth.below += u64::from(left == 0);
                continue;
            }
            if left > 0 {
                on[to] = true;
                stack.push(frame(to, arc, product, 0..self.out[to].len()));
                continue;
            }
            top.count += 1;
            top.sum += &product;
            depth.arcs[arc].0 += 1;
            depth.arcs[arc].1 += &product;
            let path = || stack.iter().skip(1).map(|f| f.via).chain([arc]);
            let full = best.len() >= listed;
            let better = best.peek().is_some_and(|worst| {
                let order = worst.score.cmp(&product);
                order.then_with(|| path().cmp(worst.arcs.iter().copied())) == Ordering::Less
            });
            if !full || better {
                let arcs = path().collect();
                best.push(Candidate { score: product, arcs });
                if full {
                    best.pop();
                }
            }
        }
        depth.best = best.into_vec();
        Some(depth)
    }
}
