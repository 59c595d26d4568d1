//! Kemeny's order: the one with the fewest disagreements.
//!
//! J. Kemeny, "Mathematics without numbers", *Daedalus* 88, 1959. An order disagrees with a ballot on a pair that the ballot has
//! strictly the other way round; a tie disagrees with nothing. Exact by dynamic programming over the sets of items that come
//! first, in O(2^n n²) steps at worst.
#![expect(
    clippy::indexing_slicing,
    reason = "tables hold a cell for every set of items, and sets come from their number"
)]

use num_traits::{PrimInt, Unsigned};

use super::preference::Preferences;

/// How many items are ordered at most.
pub const MOST_ITEMS: usize = 20;

/// How many steps between sets of items the best orders are kept by at most.
const MOST_STEPS: usize = 2_000_000;

/// The best orders of the items, and how much worse others are.
#[derive(Debug, Clone, PartialEq)]
pub struct Kemeny {
    /// The fewest disagreements.
    pub disagreements: f64,
    /// Σ d(a, b) over the pairs of which a best order puts a before b.
    pub agreements: f64,
    /// How many orders are as good. At most 20!, which fits.
    pub optima: u64,
    /// The best orders in lexicographic order, best item first, as many as were asked for; always the first.
    pub orders: Vec<Vec<usize>>,
    /// Per item every place that it has in some best order, from 0, ascending.
    pub places: Vec<Vec<usize>>,
    /// How many disagreements more the next best order has: 0 where several are best; nothing where there is no other order.
    pub next: Option<f64>,
    /// Row before column: how many disagreements more than the fewest the best order has that puts them so; 0 on the diagonal.
    pub cost_of: Vec<Vec<f64>>,
    /// All best orders; nothing where they go by too many sets of items.
    pub all: Option<BestOrders>,
}

/// All best orders, as the ways from the set of all items to the empty set by taking off the item that comes next.
#[derive(Debug, Clone, PartialEq)]
pub struct BestOrders {
    /// The sets of items that come last in a best order, ascending, so that what is behind an item stands earlier.
    sets: Vec<Rest>,
    /// Per set the items that a best order puts first of it, with the number of the set behind.
    steps: Vec<(usize, usize)>,
}

/// A set of items, and where its steps start and end.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rest {
    set: usize,
    steps: (usize, usize),
}

impl BestOrders {
    /// From the items that a best order may put first of a set.
    fn of(all: usize, first_of: impl Fn(usize) -> usize) -> Option<Self> {
        let mut met = vec![false; all + 1];
        met[all] = true;
        let (mut found, mut count) = (Vec::new(), 0);
        // Taking an item off makes a set smaller, so going down meets every set after those that lead to it.
        for set in (0..=all).rev() {
            if !met[set] {
                continue;
            }
            let options = first_of(set);
            count += options.count_ones() as usize;
            if count > MOST_STEPS {
                return None;
            }
            members(options).for_each(|a| met[set & !(1 << a)] = true);
            found.push((set, options));
        }
        found.reverse();
        let (mut sets, mut steps) = (Vec::with_capacity(found.len()), Vec::with_capacity(count));
        for (set, options) in &found {
            let from = steps.len();
            steps.extend(members(*options).map(|a| {
                let behind = set & !(1 << a);
                (a, found.partition_point(|(known, _)| *known < behind))
            }));
            sets.push(Rest { set: *set, steps: (from, steps.len()) });
        }
        Some(Self { sets, steps })
    }

    /// How many steps [`range`](Self::range) takes, about.
    pub fn work(&self) -> usize {
        self.steps.len()
    }

    /// The lowest and the highest Σ of(a, b) over the pairs of which an order puts a before b, among all best orders. Numbers are to be
    /// so small that no sum overflows; beyond, sums stay at the largest number.
    pub fn range(&self, of: impl Fn(usize, usize) -> u64) -> (u64, u64) {
        let items = self.sets.last().map_or(0, |all| all.set.count_ones() as usize);
        let before: Vec<SetSums<u64>> = (0..items).map(|a| SetSums::new(items, |b| of(a, b))).collect();
        let mut found: Vec<(u64, u64)> = Vec::with_capacity(self.sets.len());
        for Rest { set, steps: (from, to) } in &self.sets {
            let way = |(a, behind): &(usize, usize)| {
                let (low, high) = found[*behind];
                let add = before[*a].of(set & !(1 << a));
                (low.saturating_add(add), high.saturating_add(add))
            };
            let ways = self.steps[*from..*to].iter().map(way);
            let best = ways.reduce(|(low, high), (x, y)| (low.min(x), high.max(y)));
            found.push(best.unwrap_or((0, 0)));
        }
        found.last().copied().unwrap_or((0, 0))
    }
}

/// A whole number that disagreements are counted in: short ones when they fit, since they are faster.
trait Count: PrimInt + Unsigned + Into<u128> {}
impl<C: PrimInt + Unsigned + Into<u128>> Count for C {}

/// Σ over a set of items, from two tables of half its bits each.
struct SetSums<C> {
    low: Vec<C>,
    high: Vec<C>,
}

const HALF: usize = MOST_ITEMS / 2;
const LOW: usize = (1 << HALF) - 1;

impl<C: Count> SetSums<C> {
    fn new(items: usize, of: impl Fn(usize) -> C) -> Self {
        let table = |from: usize, to: usize| {
            let bits = to.saturating_sub(from);
            let mut out = vec![C::zero(); 1 << bits];
            for set in 1..out.len() {
                let item = set.trailing_zeros() as usize;
                out[set] = out[set & (set - 1)].saturating_add(of(from + item));
            }
            out
        };
        Self { low: table(0, items.min(HALF)), high: table(HALF, items) }
    }

    fn of(&self, set: usize) -> C {
        self.low[set & LOW].saturating_add(self.high[set >> HALF])
    }
}

/// The items of a set, ascending.
fn members(mut set: usize) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let item = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(item)
    })
}

/// Whether all disagreements there could be are counted in short numbers.
fn is_short(p: &Preferences) -> bool {
    let pairs = (0..p.items()).flat_map(|a| (0..p.items()).map(move |b| (a, b)));
    pairs.map(|(a, b)| p.parts_over(a, b)).sum::<u128>() <= u128::from(u64::MAX / 2)
}

/// What it costs to put an item before all of a set, per item.
fn costs<C: Count>(p: &Preferences) -> Vec<SetSums<C>> {
    let n = p.items();
    let cost = |a: usize, b: usize| C::from(p.parts_over(b, a)).unwrap_or_else(C::max_value);
    (0..n).map(|a| SetSums::new(n, |b| cost(a, b))).collect()
}

/// Per set of items that come last: the fewest disagreements among them, and in how many ways.
fn behind<C: Count>(against: &[SetSums<C>], all: usize) -> (Vec<C>, Vec<u64>) {
    let mut rest = vec![C::zero(); all + 1];
    let mut ways = vec![1_u64; all + 1];
    for set in 1..=all {
        let (mut best, mut count) = (C::max_value(), 0);
        for a in members(set) {
            let behind = set & !(1 << a);
            let cost = against[a].of(behind) + rest[behind];
            if cost < best {
                (best, count) = (cost, ways[behind]);
            } else if cost == best {
                count += ways[behind];
            }
        }
        (rest[set], ways[set]) = (best, count);
    }
    (rest, ways)
}

/// The fewest disagreements that an order has; nothing for more than [`MOST_ITEMS`].
pub fn fewest_disagreements(p: &Preferences) -> Option<f64> {
    fn fewest<C: Count>(p: &Preferences) -> f64 {
        let all = (1_usize << p.items()) - 1;
        p.number(behind(&costs::<C>(p), all).0[all].into())
    }
    (p.items() <= MOST_ITEMS).then(|| if is_short(p) { fewest::<u64>(p) } else { fewest::<u128>(p) })
}

/// The best orders, as many listed as asked for; nothing for more than [`MOST_ITEMS`].
pub fn kemeny(p: &Preferences, list_at_most: usize) -> Option<Kemeny> {
    if p.items() > MOST_ITEMS {
        return None;
    }
    Some(if is_short(p) { counted::<u64>(p, list_at_most) } else { counted::<u128>(p, list_at_most) })
}

fn counted<C: Count>(p: &Preferences, list_at_most: usize) -> Kemeny {
    let n = p.items();
    let all = (1_usize << n) - 1;
    let against = costs::<C>(p);
    let (rest, ways) = behind(&against, all);
    let (best, optima) = (rest[all], ways[all]);

    // Per set of items that come first: the fewest disagreements in which one of them is the better placed.
    let mut first = vec![C::max_value(); all + 1];
    first[0] = C::zero();
    for set in 0..all {
        for a in members(all & !set) {
            let with = set | 1 << a;
            first[with] = first[with].min(first[set] + against[a].of(all & !with));
        }
    }

    let mut places = vec![0_usize; n];
    for set in (0..all).filter(|set| first[*set] + rest[all & !*set] == best) {
        let place = set.count_ones() as usize;
        for a in members(all & !set) {
            let behind = all & !set & !(1 << a);
            if first[set] + against[a].of(behind) + rest[behind] == best {
                places[a] |= 1 << place;
            }
        }
    }

    let first_of = |set: usize| -> usize {
        let good = |a: &usize| against[*a].of(set & !(1 << a)) + rest[set & !(1 << a)] == rest[set];
        members(set).filter(good).fold(0, |found, a| found | 1 << a)
    };
    let orders = list(first_of, all, list_at_most.max(1));
    let lead = orders.first().cloned().unwrap_or_default();
    let cost_of = turned(p, &lead, &first, &rest, best);
    let next = if optima > 1 { Some(C::zero()) } else { second(&against, &rest, &lead).map(|cost| cost - best) };
    let pairs = lead.iter().enumerate().flat_map(|(i, a)| lead.iter().skip(i + 1).map(move |b| (*a, *b)));
    Kemeny {
        disagreements: p.number(best.into()),
        agreements: p.number(pairs.map(|(a, b)| p.parts_over(a, b)).sum()),
        optima,
        orders,
        places: places.into_iter().map(|places| members(places).collect()).collect(),
        next: next.map(|parts| p.number(parts.into())),
        cost_of: cost_of.iter().map(|row| row.iter().map(|x| p.number((*x - best).into())).collect()).collect(),
        all: BestOrders::of(all, first_of),
    }
}

/// The best orders, lexicographically, from the items that may come first of a set.
fn list(first_of: impl Fn(usize) -> usize, all: usize, most: usize) -> Vec<Vec<usize>> {
    let mut out = Vec::new();
    // Every entry: what is still to be put in order, and the items that are still to be tried first of it.
    let mut trail: Vec<(usize, usize)> = vec![(all, first_of(all))];
    let mut order = Vec::new();
    while let Some((set, left)) = trail.last_mut() {
        if *set == 0 {
            out.push(order.clone());
            if out.len() >= most {
                break;
            }
        } else if *left != 0 {
            let a = left.trailing_zeros() as usize;
            *left &= *left - 1;
            let behind = *set & !(1 << a);
            order.push(a);
            trail.push((behind, first_of(behind)));
            continue;
        }
        trail.pop();
        order.pop();
    }
    out
}

/// The fewest disagreements of an order other than the only best one.
fn second<C: Count>(against: &[SetSums<C>], rest: &[C], order: &[usize]) -> Option<C> {
    // Leaving the best order at any place, then going on as well as can be.
    let mut behind = order.iter().fold(0_usize, |set, a| set | 1 << a);
    let (mut so_far, mut out) = (C::zero(), None::<C>);
    for best in order {
        for a in members(behind).filter(|a| a != best) {
            let after = behind & !(1 << a);
            let cost = so_far + against[a].of(after) + rest[after];
            out = Some(out.map_or(cost, |known| known.min(cost)));
        }
        behind &= !(1 << best);
        so_far = so_far + against[*best].of(behind);
    }
    out
}

/// Row before column: the fewest disagreements of an order that puts them so.
fn turned<C: Count>(p: &Preferences, lead: &[usize], first: &[C], rest: &[C], best: C) -> Vec<Vec<C>> {
    let n = lead.len();
    let mut out = vec![vec![best; n]; n];
    // What a single move in the best order costs bounds every pair from above, so that few sets have to be looked at.
    for i in 0..n {
        for j in i + 1..n {
            let cost_of_moving = |from: usize, to: usize| {
                let mut order = lead.to_vec();
                let item = order.remove(from);
                order.insert(to, item);
                C::from(p.parts_against(&order)).unwrap_or_else(C::max_value)
            };
            out[lead[j]][lead[i]] = cost_of_moving(i, j).min(cost_of_moving(j, i));
        }
    }
    let all = first.len() - 1;
    let highest = |out: &[Vec<C>]| out.iter().flatten().copied().max().unwrap_or(best);
    let mut bound = highest(&out);
    for (set, cost) in first.iter().enumerate() {
        let cost = *cost + rest[all & !set];
        if cost >= bound {
            continue;
        }
        let mut lowered = false;
        for b in members(set) {
            for a in members(all & !set) {
                if cost < out[b][a] {
                    lowered |= out[b][a] == bound;
                    out[b][a] = cost;
                }
            }
        }
        if lowered {
            bound = highest(&out);
        }
    }
    out
}
