//! The cheapest way to gain more than a given amount by steps.
//!
//! Every item can be raised in steps. A step of item *i* gains `gain`, the last one possibly only part of it, so that the item
//! gains at most `gain × room`. Gains per step never rise, so with one price for all steps taking the largest next gain is
//! optimal; with different prices dynamic programming over the price is exact. All optimal answers come in order, from a
//! best-first search with the fractional relaxation as its bound.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

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
    fn whole(&self) -> u64 {
        self.room.floor_i64().and_then(|n| u64::try_from(n).ok()).unwrap_or(0)
    }

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

/// Which of the equally cheap answers come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// Those that gain the most.
    Most,
    /// Those that gain the least.
    Least,
}

/// How much work may be done.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// How many optimal answers are listed at most.
    pub answers: usize,
    /// How many states are looked at in the search for all answers.
    pub states: usize,
    /// How many entries of the table of prices may be computed.
    pub cells: usize,
}

/// The cheapest answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cheapest {
    /// What they cost.
    pub cost: u64,
    /// One of them, always.
    pub one: Vec<(usize, u64)>,
    /// Each as (item, steps), items ascending. By what they gain; ties by most steps of the item with the largest gain for its
    /// price, items of equal gain by their place.
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
pub fn cheapest(items: &[Item], need: &Need, first: First, budget: Budget) -> Result<Cheapest, NoAnswer> {
    if need.met(&Exact::zero()) {
        return Ok(Cheapest { cost: 0, one: Vec::new(), answers: vec![Vec::new()], truncated: false });
    }
    let all: Exact = items.iter().map(|i| &i.gain * &i.room).sum();
    if !need.met(&all) {
        return Err(NoAnswer::Unreachable);
    }
    let one_price = items.iter().all(|i| i.price == 1);
    let mut one = if one_price { by_largest_gain(items, need) } else { by_table(items, need, budget.cells)? };
    one.sort_unstable();
    let price = |(index, steps): &(usize, u64)| items.get(*index).map_or(0, |i| i.price.saturating_mul(*steps));
    let cost = one.iter().map(price).sum();
    let (answers, truncated) = search(items, need, cost, first, budget);
    Ok(Cheapest { cost, one, answers, truncated })
}

/// The fewest steps of price 1: always the largest next gain.
fn by_largest_gain(items: &[Item], need: &Need) -> Vec<(usize, u64)> {
    let mut parts: Vec<(Exact, u64, usize)> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let whole = item.whole();
        if whole > 0 {
            parts.push((item.gain.clone(), whole, index));
        }
        if item.steps() > whole {
            parts.push((item.gained(item.steps()) - item.gained(whole), 1, index));
        }
    }
    parts.sort_by(|a, b| b.0.cmp(&a.0));
    let mut gained = Exact::zero();
    let mut taken: BTreeMap<usize, u64> = BTreeMap::new();
    for (gain, times, index) in parts {
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
            let more = more.and_then(|m| u64::try_from(m).ok()).unwrap_or(times).min(times);
            *taken.entry(index).or_default() += more;
            break;
        }
        gained = whole;
        *taken.entry(index).or_default() += times;
    }
    taken.into_iter().collect()
}

/// The least price, by dynamic programming over the price.
fn by_table(items: &[Item], need: &Need, cells: usize) -> Result<Vec<(usize, u64)>, NoAnswer> {
    let width = usize::try_from(price_that_does(items, need)).unwrap_or(usize::MAX);
    // The work is bounded before any of it is done.
    let mut work = 0_usize;
    for item in items {
        let steps = usize::try_from(item.steps().min(u64::try_from(width).unwrap_or(u64::MAX) / item.price));
        work =
            work.saturating_add(steps.unwrap_or(usize::MAX).saturating_add(1).saturating_mul(width.saturating_add(1)));
    }
    if work > cells {
        return Err(NoAnswer::TooLarge);
    }
    let mut best: Vec<Exact> = vec![Exact::zero(); width + 1];
    let mut choices: Vec<Vec<u64>> = Vec::with_capacity(items.len());
    for item in items {
        let gains: Vec<Exact> = (0..=item.steps().min(width as u64 / item.price)).map(|s| item.gained(s)).collect();
        let before = best.clone();
        let mut choice = vec![0_u64; width + 1];
        for ((price, cell), chosen) in best.iter_mut().enumerate().zip(&mut choice) {
            for (steps, gain) in (0_u64..).zip(&gains) {
                let Some(rest) = usize::try_from(steps * item.price).ok().and_then(|p| price.checked_sub(p)) else {
                    break;
                };
                let Some(base) = before.get(rest) else { break };
                let reached = base + gain;
                if reached > *cell {
                    *cell = reached;
                    *chosen = steps;
                }
            }
        }
        choices.push(choice);
    }
    let mut left = best.iter().position(|gained| need.met(gained)).unwrap_or(width);
    let mut taken = Vec::new();
    for (index, (item, choice)) in items.iter().zip(&choices).enumerate().rev() {
        let steps = choice.get(left).copied().unwrap_or(0);
        if steps > 0 {
            taken.push((index, steps));
            left = left.saturating_sub(usize::try_from(steps * item.price).unwrap_or(left));
        }
    }
    Ok(taken)
}

/// A price that does, to bound the table: best gain for its price first, all of an item at once.
fn price_that_does(items: &[Item], need: &Need) -> u64 {
    let mut order: Vec<&Item> = items.iter().collect();
    order.sort_by_cached_key(|item| std::cmp::Reverse(per_price(item)));
    let (mut price, mut gained) = (0_u64, Exact::zero());
    for item in order {
        if need.met(&gained) {
            break;
        }
        // As many steps as are missing, or all there are.
        let missing = match need {
            Need::MoreThan(x) | Need::AtLeast(x) => x - &gained,
        };
        let enough =
            missing.checked_div(&item.gain).and_then(|q| q.floor_i64()).and_then(|q| u64::try_from(q + 1).ok());
        let steps = enough.map_or(item.steps(), |e| e.min(item.steps()));
        gained = gained + item.gained(steps);
        price = price.saturating_add(item.price.saturating_mul(steps));
    }
    price
}

fn per_price(item: &Item) -> Exact {
    item.gain.checked_div(&Exact::from(i64::try_from(item.price).unwrap_or(i64::MAX))).unwrap_or_else(Exact::zero)
}

struct State {
    /// What the best answer below this state may gain, with the sign turned when the least comes first.
    bound: Exact,
    gained: Exact,
    next: usize,
    left: u64,
    /// Places in the order of [`Bounds`] with their steps.
    taken: Vec<(usize, u64)>,
}

impl State {
    /// Which of two states with the same bound comes first: the one with more steps at the first place where they differ. Then
    /// answers that gain the same come in that order, and a short list is the beginning of a long one.
    fn before(&self, other: &Self) -> Ordering {
        for (mine, its) in self.taken.iter().zip(&other.taken) {
            let order = its.0.cmp(&mine.0).then(mine.1.cmp(&its.1));
            if order != Ordering::Equal {
                return order;
            }
        }
        // One goes on where the other has decided on nothing, or has not decided yet.
        let (n, m) = (self.taken.len(), other.taken.len());
        match n.cmp(&m) {
            Ordering::Equal => other.next.cmp(&self.next),
            Ordering::Greater => {
                let goes_on = self.taken.get(m).map_or(0, |t| t.0);
                if other.next > goes_on { Ordering::Greater } else { Ordering::Less }
            }
            Ordering::Less => {
                let goes_on = other.taken.get(n).map_or(0, |t| t.0);
                if self.next > goes_on { Ordering::Less } else { Ordering::Greater }
            }
        }
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
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound.cmp(&other.bound).then_with(|| self.before(other))
    }
}

/// Items by gain for their price, with running totals, so that a bound is two look-ups.
struct Bounds<'a> {
    items: &'a [Item],
    order: Vec<usize>,
    /// Price and gain of all room of the items before each place.
    before: Vec<(Exact, Exact)>,
    /// Price of all steps of the items before each place.
    steps_before: Vec<Exact>,
}

impl<'a> Bounds<'a> {
    fn new(items: &'a [Item]) -> Self {
        let mut order: Vec<usize> = (0..items.len()).collect();
        let rate: Vec<Exact> = items.iter().map(per_price).collect();
        order.sort_by(|a, b| rate.get(*b).cmp(&rate.get(*a)).then(a.cmp(b)));
        let mut before = vec![(Exact::zero(), Exact::zero())];
        let mut steps_before = vec![Exact::zero()];
        let (mut price, mut gain, mut steps) = (Exact::zero(), Exact::zero(), Exact::zero());
        for item in order.iter().filter_map(|i| items.get(*i)) {
            let step = Exact::from(i64::try_from(item.price).unwrap_or(i64::MAX));
            price = price + &item.room * &step;
            gain = gain + &item.gain * &item.room;
            steps = steps + &Exact::from(i64::try_from(item.steps()).unwrap_or(i64::MAX)) * &step;
            before.push((price.clone(), gain.clone()));
            steps_before.push(steps.clone());
        }
        Self { items, order, before, steps_before }
    }

    fn item(&self, place: usize) -> Option<(usize, &'a Item)> {
        let index = *self.order.get(place)?;
        Some((index, self.items.get(index)?))
    }

    /// The most that the items from a place on can gain for a price, steps taken as divisible.
    fn most(&self, place: usize, left: &Exact) -> Exact {
        let Some((price0, gain0)) = self.before.get(place) else { return Exact::zero() };
        let limit = price0 + left;
        let end = self.before.partition_point(|(price, _)| *price <= limit);
        let Some((price1, gain1)) = self.before.get(end.saturating_sub(1)) else { return Exact::zero() };
        let whole = gain1 - gain0;
        match self.item(end.saturating_sub(1)) {
            Some((_, item)) => whole + &per_price(item) * &(limit - price1.clone()),
            None => whole,
        }
    }

    /// The least that they can gain for a price, steps taken as divisible: what is left of all when the best is taken out.
    fn least(&self, place: usize, left: &Exact) -> Exact {
        let (Some((_, gain0)), Some((_, gain1))) = (self.before.get(place), self.before.last()) else {
            return Exact::zero();
        };
        // A part of a step costs a whole one, so all steps together cost more than the room is worth.
        let (Some(price0), Some(price1)) = (self.steps_before.get(place), self.steps_before.last()) else {
            return Exact::zero();
        };
        let rest = &(price1 - price0) - left;
        if rest.is_negative() { gain1 - gain0 } else { &(gain1 - gain0) - &self.most(place, &rest) }
    }
}

/// All answers of the least cost, as far as the budget goes.
fn search(items: &[Item], need: &Need, cost: u64, first: First, budget: Budget) -> (Vec<Vec<(usize, u64)>>, bool) {
    if budget.answers == 0 {
        return (Vec::new(), true);
    }
    let bounds = Bounds::new(items);
    let mut heap = BinaryHeap::new();
    heap.push(State { bound: Exact::zero(), gained: Exact::zero(), next: 0, left: cost, taken: Vec::new() });
    let mut answers: Vec<Vec<(usize, u64)>> = Vec::new();
    let mut states = 0_usize;
    while let Some(state) = heap.pop() {
        if state.left == 0 {
            // One more than asked for is looked at, to know whether there are more.
            if answers.len() == budget.answers {
                return (answers, true);
            }
            let item = |(place, steps): (usize, u64)| Some((*bounds.order.get(place)?, steps));
            let mut answer: Vec<(usize, u64)> = state.taken.into_iter().filter_map(item).collect();
            answer.sort_unstable();
            answers.push(answer);
            continue;
        }
        let Some((_, item)) = bounds.item(state.next) else { continue };
        let most = item.steps().min(state.left / item.price);
        states = states.saturating_add(usize::try_from(most).unwrap_or(usize::MAX)).saturating_add(1);
        if states > budget.states {
            return (answers, true);
        }
        for steps in 0..=most {
            let gained = &state.gained + &item.gained(steps);
            let left = state.left - steps * item.price;
            let next = state.next + 1;
            let spend = Exact::from(i64::try_from(left).unwrap_or(i64::MAX));
            let upper = if left == 0 { gained.clone() } else { &gained + &bounds.most(next, &spend) };
            if !need.met(&upper) {
                continue;
            }
            let bound = match first {
                First::Most => upper,
                First::Least if left == 0 => -gained.clone(),
                First::Least => -(&gained + &bounds.least(next, &spend)),
            };
            let mut taken = state.taken.clone();
            if steps > 0 {
                taken.push((state.next, steps));
            }
            heap.push(State { bound, gained, next, left, taken });
        }
    }
    (answers, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BUDGET: Budget = Budget { answers: 10_000, states: 1_000_000, cells: 1_000_000 };

    type Taken = Vec<(usize, u64)>;

    /// The steps of every item in the order of gain for price: ties among answers are broken by it.
    fn in_order(items: &[Item], taken: &Taken) -> Vec<u64> {
        let steps = |i: &usize| taken.iter().find(|(index, _)| index == i).map_or(0, |(_, s)| *s);
        Bounds::new(items).order.iter().map(steps).collect()
    }

    fn brute(items: &[Item], need: &Need, first: First) -> Option<(u64, Vec<Taken>)> {
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
        all.sort_by(|a, b| {
            let by_gain = if first == First::Most { b.1.cmp(&a.1) } else { a.1.cmp(&b.1) };
            by_gain.then_with(|| in_order(items, &b.2).cmp(&in_order(items, &a.2)))
        });
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
        fn as_brute_force_says(
            items in prop_oneof![items(false), items(true)],
            x in -4..60_i32,
            strict: bool,
            least: bool,
            few in 1..4_usize,
        ) {
            let x = Exact::of(f64::from(x) / 2.0);
            let need = if strict { Need::MoreThan(x) } else { Need::AtLeast(x) };
            let first = if least { First::Least } else { First::Most };
            match (cheapest(&items, &need, first, BUDGET), brute(&items, &need, first)) {
                (Ok(found), Some((cost, answers))) => {
                    prop_assert_eq!(found.cost, cost);
                    prop_assert!(!found.truncated);
                    prop_assert!(answers.contains(&found.one), "{:?}", found.one);
                    prop_assert_eq!(&found.answers, &answers);
                    let short = cheapest(&items, &need, first, Budget { answers: few, ..BUDGET }).unwrap();
                    prop_assert_eq!(&short.answers[..], &answers[..few.min(answers.len())]);
                    prop_assert_eq!(short.truncated, answers.len() > few);
                }
                (Err(NoAnswer::Unreachable), None) => {}
                (found, expected) => prop_assert!(false, "{:?} but {:?}", found, expected),
            }
        }
    }

    #[test]
    fn work_is_bounded_before_it_is_done() {
        let wide = |gain: i64, price| Item { gain: Exact::from(gain), room: Exact::from(2_000_000), price };
        let items = [wide(3, 2), wide(2, 1)];
        let need = Need::MoreThan(Exact::from(3_000_000));
        let budget = Budget { answers: 3, states: 1_000, cells: 100_000 };
        assert_eq!(cheapest(&items, &need, First::Most, budget), Err(NoAnswer::TooLarge));
        // With one price there is always an answer, listed or not.
        let found = cheapest(&[wide(3, 1), wide(2, 1)], &need, First::Most, budget).unwrap();
        assert_eq!((found.cost, found.one, found.truncated), (1_000_001, vec![(0, 1_000_001)], true));
    }

    #[test]
    fn a_small_budget_keeps_the_best_and_says_so() {
        let items: Vec<Item> = (1..=6).map(|g| Item { gain: Exact::from(g), room: Exact::from(2), price: 1 }).collect();
        let need = Need::MoreThan(Exact::from(9));
        let all = cheapest(&items, &need, First::Most, BUDGET).unwrap();
        let few = cheapest(&items, &need, First::Most, Budget { answers: 2, ..BUDGET }).unwrap();
        assert!(few.truncated && !all.truncated);
        assert_eq!(few.answers, all.answers[..2]);
    }
}
