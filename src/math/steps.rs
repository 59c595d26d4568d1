//! The cheapest way to gain more than a given amount by steps.
//!
//! Every item can be raised in steps. A step of item *i* gains `gain`, the last one possibly only part of it, so that the item
//! gains at most `gain × room`. Gains per step never rise, so with one price for all steps taking the largest next gain is
//! optimal; with different prices dynamic programming over the price is exact. All optimal answers come best first, from a
//! best-first search with the fractional relaxation as its bound.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::Exact;

/// Something that can be raised in steps.
#[derive(Debug, Clone)]
pub struct Item {
    /// What one whole step gains; not negative.
    pub gain: Exact,
    /// How many steps there are; the last may be a part of one; not negative.
    pub room: Exact,
    /// What one step costs; at least 1.
    pub price: u64,
}

impl Item {
    fn steps(&self) -> u64 {
        self.room.ceil_i64().and_then(|n| u64::try_from(n).ok()).unwrap_or(0)
    }

    /// What a number of steps gains.
    fn gained(&self, steps: u64) -> Exact {
        let steps = Exact::from(i64::try_from(steps).unwrap_or(i64::MAX));
        &self.gain * if steps < self.room { &steps } else { &self.room }
    }
}

/// What must be gained.
#[derive(Debug, Clone)]
pub enum Need {
    /// More than this.
    MoreThan(Exact),
    /// This or more.
    AtLeast(Exact),
}

impl Need {
    fn met(&self, gained: &Exact) -> bool {
        match self {
            Self::MoreThan(x) => gained > x,
            Self::AtLeast(x) => gained >= x,
        }
    }
}

/// How much work may be done.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// How many optimal answers are listed at most.
    pub answers: usize,
    /// How many states are looked at in the search for all answers.
    pub states: usize,
    /// How many cells the table of prices may have.
    pub cells: usize,
}

/// The cheapest answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cheapest {
    /// What they cost.
    pub cost: u64,
    /// Each as (item, steps), items ascending; by what they gain, descending, then by item.
    pub answers: Vec<Vec<(usize, u64)>>,
    /// Whether there may be more.
    pub truncated: bool,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// All steps together do not gain enough.
    Unreachable,
    /// The table of prices would be larger than the budget.
    TooLarge,
}

/// The least cost at which the need is met, and all ways to meet it at that cost.
///
/// # Errors
/// [`NoAnswer`] when it cannot be met, or not within the budget.
pub fn cheapest(items: &[Item], need: &Need, budget: Budget) -> Result<Cheapest, NoAnswer> {
    if need.met(&Exact::zero()) {
        return Ok(Cheapest { cost: 0, answers: vec![Vec::new()], truncated: false });
    }
    let all: Exact = items.iter().map(|i| i.gained(i.steps())).sum();
    if !need.met(&all) {
        return Err(NoAnswer::Unreachable);
    }
    let one_price = items.iter().all(|i| i.price == 1);
    let cost = if one_price { by_largest_gain(items, need) } else { by_table(items, need, budget.cells)? };
    if budget.answers == 0 {
        return Ok(Cheapest { cost, answers: Vec::new(), truncated: true });
    }
    Ok(search(items, need, cost, budget))
}

/// The fewest steps of price 1: always the largest next gain.
fn by_largest_gain(items: &[Item], need: &Need) -> u64 {
    let mut parts: Vec<(Exact, u64)> = Vec::new();
    for item in items {
        let whole = item.room.floor_i64().and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
        if whole > 0 {
            parts.push((item.gain.clone(), whole));
        }
        if item.steps() > whole {
            parts.push((item.gained(item.steps()) - item.gained(whole), 1));
        }
    }
    parts.sort_by(|a, b| b.0.cmp(&a.0));
    let (mut gained, mut steps) = (Exact::zero(), 0_u64);
    for (gain, times) in parts {
        let whole = &gained + &(&gain * &Exact::from(i64::try_from(times).unwrap_or(i64::MAX)));
        if need.met(&whole) {
            let missing = match need {
                Need::MoreThan(x) | Need::AtLeast(x) => x - &gained,
            };
            let quotient = missing.checked_div(&gain);
            let more = match need {
                Need::MoreThan(_) => quotient.and_then(|q| q.floor_i64()).map(|q| q + 1),
                Need::AtLeast(_) => quotient.and_then(|q| q.ceil_i64()),
            };
            return steps + more.and_then(|m| u64::try_from(m).ok()).unwrap_or(times).min(times);
        }
        gained = whole;
        steps += times;
    }
    steps
}

/// The least price, by dynamic programming over the price.
fn by_table(items: &[Item], need: &Need, cells: usize) -> Result<u64, NoAnswer> {
    let mut cap = 0_u64;
    let mut gained = Exact::zero();
    let mut order: Vec<&Item> = items.iter().collect();
    // A first answer bounds the table: best gain for its price first, until the need is met.
    order.sort_by_cached_key(|item| std::cmp::Reverse(per_price(item)));
    for item in order {
        if need.met(&gained) {
            break;
        }
        for step in 1..=item.steps() {
            if need.met(&gained) {
                break;
            }
            gained = gained + (item.gained(step) - item.gained(step - 1));
            cap = cap.saturating_add(item.price);
        }
    }
    let width = usize::try_from(cap).unwrap_or(usize::MAX);
    if width.saturating_add(1).saturating_mul(items.len()) > cells {
        return Err(NoAnswer::TooLarge);
    }
    let mut best: Vec<Exact> = vec![Exact::zero(); width + 1];
    for item in items {
        let before = best.clone();
        for (price, cell) in best.iter_mut().enumerate() {
            for step in 1..=item.steps() {
                let Some(rest) =
                    usize::try_from(step.saturating_mul(item.price)).ok().and_then(|p| price.checked_sub(p))
                else {
                    break;
                };
                let Some(base) = before.get(rest) else { break };
                let reached = base + &item.gained(step);
                if reached > *cell {
                    *cell = reached;
                }
            }
        }
    }
    let least = best.iter().position(|gained| need.met(gained)).unwrap_or(width);
    u64::try_from(least).map_err(|_| NoAnswer::TooLarge)
}

fn per_price(item: &Item) -> Exact {
    item.gain.checked_div(&Exact::from(i64::try_from(item.price).unwrap_or(i64::MAX))).unwrap_or_else(Exact::zero)
}

struct State {
    bound: Exact,
    gained: Exact,
    next: usize,
    left: u64,
    taken: Vec<(usize, u64)>,
}

impl State {
    fn rank(&self) -> (&Exact, usize) {
        (&self.bound, self.next)
    }
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for State {}
impl PartialOrd for State {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for State {
    /// Largest bound first; among equals the one that is further on, so that a tie does not widen the search.
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank()).then_with(|| other.taken.cmp(&self.taken))
    }
}

/// Items by gain for their price, with running totals, so that a bound is two look-ups.
struct Bounds<'a> {
    items: &'a [Item],
    order: Vec<usize>,
    /// Price and gain of all room of the items before each place.
    before: Vec<(Exact, Exact)>,
}

impl<'a> Bounds<'a> {
    fn new(items: &'a [Item]) -> Self {
        let mut order: Vec<usize> = (0..items.len()).collect();
        let rate: Vec<Exact> = items.iter().map(per_price).collect();
        order.sort_by(|a, b| rate.get(*b).cmp(&rate.get(*a)).then(a.cmp(b)));
        let mut before = vec![(Exact::zero(), Exact::zero())];
        let (mut price, mut gain) = (Exact::zero(), Exact::zero());
        for item in order.iter().filter_map(|i| items.get(*i)) {
            price = price + &item.room * &Exact::from(i64::try_from(item.price).unwrap_or(i64::MAX));
            gain = gain + &item.gain * &item.room;
            before.push((price.clone(), gain.clone()));
        }
        Self { items, order, before }
    }

    fn item(&self, place: usize) -> Option<(usize, &'a Item)> {
        let index = *self.order.get(place)?;
        Some((index, self.items.get(index)?))
    }

    /// The most that the items from a place on can gain for a price, steps taken as divisible.
    fn most(&self, place: usize, left: u64) -> Exact {
        let Some((price0, gain0)) = self.before.get(place) else { return Exact::zero() };
        let limit = price0 + &Exact::from(i64::try_from(left).unwrap_or(i64::MAX));
        let end = self.before.partition_point(|(price, _)| *price <= limit);
        let Some((price1, gain1)) = self.before.get(end.saturating_sub(1)) else { return Exact::zero() };
        let whole = gain1 - gain0;
        match self.item(end.saturating_sub(1)) {
            Some((_, item)) => whole + &per_price(item) * &(limit - price1.clone()),
            None => whole,
        }
    }
}

fn search(items: &[Item], need: &Need, cost: u64, budget: Budget) -> Cheapest {
    let bounds = Bounds::new(items);
    let mut heap = BinaryHeap::new();
    let zero = Exact::zero();
    heap.push(State { bound: bounds.most(0, cost), gained: zero, next: 0, left: cost, taken: Vec::new() });
    let mut answers: Vec<(Exact, Vec<(usize, u64)>)> = Vec::new();
    let (mut states, mut truncated) = (0_usize, false);
    while let Some(state) = heap.pop() {
        if state.left == 0 {
            // One more than asked for is looked at, to know whether there are more.
            if answers.len() == budget.answers {
                truncated = true;
                break;
            }
            answers.push((state.gained, state.taken));
            continue;
        }
        let Some((index, item)) = bounds.item(state.next) else { continue };
        let most = item.steps().min(state.left / item.price);
        states = states.saturating_add(usize::try_from(most).unwrap_or(usize::MAX)).saturating_add(1);
        if states > budget.states {
            truncated = true;
            break;
        }
        for steps in 0..=most {
            let gained = &state.gained + &item.gained(steps);
            let left = state.left - steps * item.price;
            let next = state.next + 1;
            let bound = if left == 0 { gained.clone() } else { &gained + &bounds.most(next, left) };
            if need.met(&bound) {
                let mut taken = state.taken.clone();
                if steps > 0 {
                    taken.push((index, steps));
                }
                heap.push(State { bound, gained, next, left, taken });
            }
        }
    }
    for (_, taken) in &mut answers {
        taken.sort_unstable();
    }
    answers.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    Cheapest { cost, answers: answers.into_iter().map(|(_, taken)| taken).collect(), truncated }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BUDGET: Budget = Budget { answers: 10_000, states: 1_000_000, cells: 1_000_000 };

    type Taken = Vec<(usize, u64)>;

    fn brute(items: &[Item], need: &Need) -> Option<(u64, Vec<Taken>)> {
        let mut all: Vec<(u64, Exact, Taken)> = vec![(0, Exact::zero(), vec![])];
        for (index, item) in items.iter().enumerate() {
            all = all
                .into_iter()
                .flat_map(|(cost, gain, taken)| {
                    (0..=item.steps()).map(move |s| {
                        let mut taken = taken.clone();
                        if s > 0 {
                            taken.push((index, s));
                        }
                        (cost + s * item.price, &gain + &item.gained(s), taken)
                    })
                })
                .collect();
        }
        all.retain(|(_, gain, _)| need.met(gain));
        let least = all.iter().map(|(cost, _, _)| *cost).min()?;
        all.retain(|(cost, _, _)| *cost == least);
        all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.2.cmp(&b.2)));
        Some((least, all.into_iter().map(|(_, _, taken)| taken).collect()))
    }

    fn items(priced: bool) -> impl Strategy<Value = Vec<Item>> {
        let price = if priced { 1..4_u64 } else { 1..2_u64 };
        let item = (0..13_i32, 0..9_i32, price).prop_map(|(gain, room, price)| Item {
            gain: Exact::of(f64::from(gain) / 2.0),
            room: Exact::of(f64::from(room) / 2.0),
            price,
        });
        proptest::collection::vec(item, 0..5)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn as_brute_force_says(items in prop_oneof![items(false), items(true)], x in -4..60_i32, strict: bool) {
            let x = Exact::of(f64::from(x) / 2.0);
            let need = if strict { Need::MoreThan(x) } else { Need::AtLeast(x) };
            match (cheapest(&items, &need, BUDGET), brute(&items, &need)) {
                (Ok(found), Some((cost, answers))) => {
                    prop_assert_eq!(found.cost, cost);
                    prop_assert!(!found.truncated);
                    prop_assert_eq!(found.answers, answers);
                }
                (Err(NoAnswer::Unreachable), None) => {}
                (found, expected) => prop_assert!(false, "{:?} but {:?}", found, expected),
            }
        }
    }

    #[test]
    fn a_small_budget_keeps_the_best_and_says_so() {
        let items: Vec<Item> = (1..=6).map(|g| Item { gain: Exact::from(g), room: Exact::from(2), price: 1 }).collect();
        let need = Need::MoreThan(Exact::from(9));
        let all = cheapest(&items, &need, BUDGET).unwrap();
        let few = cheapest(&items, &need, Budget { answers: 2, ..BUDGET }).unwrap();
        assert!(few.truncated && !all.truncated);
        assert_eq!(few.answers, all.answers[..2]);
    }
}
