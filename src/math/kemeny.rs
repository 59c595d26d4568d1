//! Kemeny's order: the one with the fewest disagreements.
//!
//! J. Kemeny, "Mathematics without numbers", *Daedalus* 88, 1959. An order disagrees with a ballot on a pair that the ballot has
//! strictly the other way round; a tie disagrees with nothing. Exact by dynamic programming over the sets of items that come
//! first, in O(2^n n²) steps at worst.
#![expect(
    clippy::indexing_slicing,
    reason = "tables hold a cell for every set of items, and sets come from their number"
)]

use super::preference::Preferences;

/// How many items are ordered at most.
pub const MOST_ITEMS: usize = 20;

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
    /// Per item its best and its worst place in any best order, from 0.
    pub places: Vec<(usize, usize)>,
    /// How many disagreements more the next best order has: 0 where several are best; nothing where there is no other order.
    pub next: Option<f64>,
    /// Row before column: how many disagreements more than the fewest the best order has that puts them so; 0 on the diagonal.
    pub cost_of: Vec<Vec<f64>>,
}

/// Σ over a set of items, from two tables of half its bits each.
struct SetSums {
    low: Vec<u64>,
    high: Vec<u64>,
}

const HALF: usize = MOST_ITEMS / 2;
const LOW: usize = (1 << HALF) - 1;

impl SetSums {
    fn new(items: usize, of: impl Fn(usize) -> u64) -> Self {
        let table = |from: usize, to: usize| {
            let bits = to.saturating_sub(from);
            let mut out = vec![0_u64; 1 << bits];
            for set in 1..out.len() {
                let item = set.trailing_zeros() as usize;
                out[set] = out[set & (set - 1)] + of(from + item);
            }
            out
        };
        Self { low: table(0, items.min(HALF)), high: table(HALF, items) }
    }

    fn of(&self, set: usize) -> u64 {
        self.low[set & LOW] + self.high[set >> HALF]
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

/// The best orders, as many listed as asked for; nothing for more than [`MOST_ITEMS`].
pub fn kemeny(p: &Preferences, list_at_most: usize) -> Option<Kemeny> {
    let n = p.items();
    if n > MOST_ITEMS {
        return None;
    }
    let all = (1_usize << n) - 1;
    // What it costs to put an item before all of a set.
    let against: Vec<SetSums> = (0..n).map(|a| SetSums::new(n, |b| p.parts_over(b, a))).collect();

    // Per set of items that come last: the fewest disagreements among them, and in how many ways.
    let mut rest = vec![0_u64; all + 1];
    let mut ways = vec![1_u64; all + 1];
    for set in 1..=all {
        let (mut best, mut count) = (u64::MAX, 0);
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
    let (best, optima) = (rest[all], ways[all]);

    // Per set of items that come first: the fewest disagreements in which one of them is the better placed.
    let mut first = vec![u64::MAX; all + 1];
    first[0] = 0;
    for set in 0..all {
        for a in members(all & !set) {
            let with = set | 1 << a;
            first[with] = first[with].min(first[set] + against[a].of(all & !with));
        }
    }

    let mut places = vec![(n, 0); n];
    for set in (0..all).filter(|set| first[*set] + rest[all & !*set] == best) {
        let place = set.count_ones() as usize;
        for a in members(all & !set) {
            let behind = all & !set & !(1 << a);
            if first[set] + against[a].of(behind) + rest[behind] == best {
                places[a] = (places[a].0.min(place), places[a].1.max(place));
            }
        }
    }

    let orders = list(&against, &rest, all, list_at_most.max(1));
    let lead = orders.first().cloned().unwrap_or_default();
    let cost_of = turned(p, &lead, &first, &rest, best);
    let next = if optima > 1 { Some(0) } else { second(&against, &rest, &lead).map(|cost| cost - best) };
    let pairs = lead.iter().enumerate().flat_map(|(i, a)| lead.iter().skip(i + 1).map(move |b| (*a, *b)));
    Some(Kemeny {
        disagreements: p.number(best),
        agreements: p.number(pairs.map(|(a, b)| p.parts_over(a, b)).sum()),
        optima,
        orders,
        places,
        next: next.map(|parts| p.number(parts)),
        cost_of: cost_of.iter().map(|row| row.iter().map(|x| p.number(*x - best)).collect()).collect(),
    })
}

/// The best orders, lexicographically.
fn list(against: &[SetSums], rest: &[u64], all: usize, most: usize) -> Vec<Vec<usize>> {
    let mut out = Vec::new();
    // Every entry: an item of the order so far, what is behind it, and the items that are still to be tried in its place.
    let options = |set: usize| -> usize {
        let good = |a: &usize| against[*a].of(set & !(1 << a)) + rest[set & !(1 << a)] == rest[set];
        members(set).filter(good).fold(0, |found, a| found | 1 << a)
    };
    let mut trail: Vec<(usize, usize)> = vec![(all, options(all))];
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
            trail.push((behind, options(behind)));
            continue;
        }
        trail.pop();
        order.pop();
    }
    out
}

/// The fewest disagreements of an order other than the only best one.
fn second(against: &[SetSums], rest: &[u64], order: &[usize]) -> Option<u64> {
    // Leaving the best order at any place, then going on as well as can be.
    let mut behind = order.iter().fold(0_usize, |set, a| set | 1 << a);
    let (mut so_far, mut out) = (0, None::<u64>);
    for best in order {
        for a in members(behind).filter(|a| a != best) {
            let after = behind & !(1 << a);
            let cost = so_far + against[a].of(after) + rest[after];
            out = Some(out.map_or(cost, |known| known.min(cost)));
        }
        behind &= !(1 << best);
        so_far += against[*best].of(behind);
    }
    out
}

/// Row before column: the fewest disagreements of an order that puts them so.
fn turned(p: &Preferences, lead: &[usize], first: &[u64], rest: &[u64], best: u64) -> Vec<Vec<u64>> {
    let n = lead.len();
    let mut out = vec![vec![best; n]; n];
    // What a single move in the best order costs bounds every pair from above, so that few sets have to be looked at.
    for i in 0..n {
        for j in i + 1..n {
            let cost_of_moving = |from: usize, to: usize| {
                let mut order = lead.to_vec();
                let item = order.remove(from);
                order.insert(to, item);
                p.parts_against(&order)
            };
            out[lead[j]][lead[i]] = cost_of_moving(i, j).min(cost_of_moving(j, i));
        }
    }
    let all = first.len() - 1;
    let highest = |out: &[Vec<u64>]| out.iter().flatten().copied().max().unwrap_or(best);
    let mut bound = highest(&out);
    for (set, cost) in first.iter().enumerate() {
        let cost = cost + rest[all & !set];
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
