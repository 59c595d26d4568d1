//! The cheapest sets of items that meet every set of a family.

use std::collections::BTreeSet;

/// The most items for which the answer is exact.
pub const EXACT_TO: usize = 24;

/// What an item costs; the first number counts before the second.
pub type Cost = [u64; 2];

/// The cheapest covers that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covers {
    /// What each of them costs.
    pub cost: Cost,
    /// No cover can cost less than this in either number: the cost itself where it is exact.
    pub bound: Cost,
    /// The covers, each ascending, in lexicographic order.
    pub sets: Vec<Vec<usize>>,
    /// Whether there are more than are listed.
    pub truncated: bool,
    /// Whether nothing cheaper can be.
    pub exact: bool,
}

/// The cheapest sets of items that meet every set of a family, `most` of them at most. Every item costs something. `None` when a
/// set of the family is empty; the empty cover for an empty family. Exact to [`EXACT_TO`] items that the family names, by branch
/// and bound; beyond, one cover found greedily, with a bound from disjoint sets of the family.
pub fn cheapest_covers(costs: &[Cost], family: &[Vec<usize>], most: usize) -> Option<Covers> {
    let mut named: Vec<usize> = family.iter().flatten().copied().filter(|i| *i < costs.len()).collect();
    named.sort_unstable();
    named.dedup();
    let known = |set: &Vec<usize>| set.iter().any(|i| *i < costs.len());
    if !family.iter().all(known) {
        return None;
    }
    if named.len() > EXACT_TO {
        return Some(greedy(costs, family));
    }
    let place = |item: &usize| named.binary_search(item).ok();
    let mask = |set: &Vec<usize>| set.iter().filter_map(place).fold(0_u32, |mask, at| mask | 1 << at);
    let mut masks: Vec<u32> = family.iter().map(mask).collect();
    masks.sort_by_key(|m| (m.count_ones(), *m));
    let mut minimal: Vec<u32> = Vec::new();
    for mask in masks {
        if !minimal.iter().any(|small| small & mask == *small) {
            minimal.push(mask);
        }
    }
    let costs: Vec<Cost> = named.iter().filter_map(|i| costs.get(*i).copied()).collect();
    let mut search =
        Search { costs: &costs, family: &minimal, best: None, found: Vec::new(), most: 0, truncated: false };
    search.go(0, u32::MAX, [0, 0]);
    let cost = search.best?;
    (search.most, search.truncated) = (most, false);
    search.found.clear();
    search.go(0, u32::MAX, [0, 0]);
    let items = |mask: &u32| named.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, i)| *i).collect();
    let mut sets: Vec<Vec<usize>> = search.found.iter().map(items).collect();
    sets.sort();
    Some(Covers { cost, bound: cost, sets, truncated: search.truncated, exact: true })
}

fn plus(a: Cost, b: Cost) -> Cost {
    [a[0].saturating_add(b[0]), a[1].saturating_add(b[1])]
}

struct Search<'a> {
    costs: &'a [Cost],
    family: &'a [u32],
    best: Option<Cost>,
    found: Vec<u32>,
    /// How many of the cheapest are listed; 0 while the cost is not known yet.
    most: usize,
    truncated: bool,
}

impl Search<'_> {
    /// Covers what `chosen` leaves unmet with items of `may`. As deep as there are items.
    fn go(&mut self, chosen: u32, may: u32, cost: Cost) {
        let listing = self.most > 0;
        let least = plus(cost, self.bound(chosen, may));
        let hopeless = |best: Cost| if listing { least > best } else { least >= best };
        if self.truncated || self.best.is_some_and(hopeless) {
            return;
        }
        let unmet = self.family.iter().filter(|set| **set & chosen == 0).min_by_key(|set| (*set & may).count_ones());
        let Some(unmet) = unmet.map(|set| set & may) else {
            if !listing {
                self.best = Some(cost);
            } else if self.found.len() < self.most {
                self.found.push(chosen);
            } else {
                self.truncated = true;
            }
            return;
        };
        let mut may = may;
        for (at, price) in self.costs.iter().enumerate().filter(|(at, _)| unmet >> at & 1 == 1) {
            may &= !(1 << at);
            self.go(chosen | 1 << at, may, plus(cost, *price));
        }
    }

    /// What meeting the unmet sets costs at least: disjoint ones are paid for apart. Beyond any cost where one cannot be met.
    fn bound(&self, chosen: u32, may: u32) -> Cost {
        let (mut seen, mut sum) = (0_u32, [0, 0]);
        for set in self.family.iter().filter(|set| **set & chosen == 0) {
            let open = set & may;
            if open == 0 {
                return [u64::MAX, u64::MAX];
            }
            if open & seen == 0 {
                seen |= open;
                let prices = self.costs.iter().enumerate().filter(|(at, _)| open >> at & 1 == 1).map(|(_, c)| *c);
                sum = plus(sum, prices.min().unwrap_or([0, 0]));
            }
        }
        sum
    }
}

/// One cover: again and again the item that meets most for what it costs.
fn greedy(costs: &[Cost], family: &[Vec<usize>]) -> Covers {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); costs.len()];
    for (set, items) in family.iter().enumerate() {
        for item in items.iter().collect::<BTreeSet<_>>() {
            if let Some(sets) = members.get_mut(*item) {
                sets.push(set);
            }
        }
    }
    let mut meets: Vec<u64> = members.iter().map(|sets| u64::try_from(sets.len()).unwrap_or(u64::MAX)).collect();
    let mut met = vec![false; family.len()];
    let mut chosen: Vec<usize> = Vec::new();
    loop {
        // Cheaper for each set met, in either number in turn, without dividing.
        let items = meets.iter().zip(costs).enumerate().filter(|(_, (count, _))| **count > 0);
        let next = items.min_by(|(_, (m, c)), (_, (n, d))| {
            let each = |price: u64, by: u64| u128::from(price) * u128::from(by);
            each(c[0], **n).cmp(&each(d[0], **m)).then(each(c[1], **n).cmp(&each(d[1], **m)))
        });
        let Some((item, _)) = next else { break };
        chosen.push(item);
        for set in members.get(item).cloned().unwrap_or_default() {
            if met.get_mut(set).is_some_and(|met| !std::mem::replace(met, true)) {
                let items: BTreeSet<usize> = family.get(set).into_iter().flatten().copied().collect();
                for other in items {
                    if let Some(count) = meets.get_mut(other) {
                        *count = count.saturating_sub(1);
                    }
                }
            }
        }
    }
    // What later ones made needless goes again, the last taken first.
    for item in chosen.clone().into_iter().rev() {
        let without = |set: &Vec<usize>| set.iter().any(|i| *i != item && chosen.contains(i));
        if members.get(item).into_iter().flatten().filter_map(|set| family.get(*set)).all(without) {
            chosen.retain(|i| *i != item);
        }
    }
    chosen.sort_unstable();
    let cost = chosen.iter().filter_map(|i| costs.get(*i)).fold([0, 0], |sum, price| plus(sum, *price));
    let mut bound = [0, 0];
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut sets: Vec<&Vec<usize>> = family.iter().collect();
    sets.sort_by_key(|set| (set.len(), *set));
    for set in sets {
        if set.iter().all(|item| !seen.contains(item)) {
            seen.extend(set);
            let price =
                |which: fn(&Cost) -> u64| set.iter().filter_map(|i| costs.get(*i)).map(which).min().unwrap_or(0);
            bound = plus(bound, [price(|c| c[0]), price(|c| c[1])]);
        }
    }
    Covers { cost, bound, sets: vec![chosen], truncated: false, exact: cost == bound }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn brute(costs: &[Cost], family: &[Vec<usize>]) -> Option<(Cost, Vec<Vec<usize>>)> {
        let mut best: Option<(Cost, Vec<Vec<usize>>)> = None;
        for mask in 0_u32..1 << costs.len() {
            let chosen: Vec<usize> = (0..costs.len()).filter(|i| mask >> i & 1 == 1).collect();
            if !family.iter().all(|set| set.iter().any(|i| chosen.contains(i))) {
                continue;
            }
            let cost = chosen.iter().fold([0, 0], |sum, i| plus(sum, costs[*i]));
            match &mut best {
                Some((least, all)) if *least == cost => all.push(chosen),
                Some((least, _)) if *least < cost => {}
                _ => best = Some((cost, vec![chosen])),
            }
        }
        best.map(|(cost, mut all)| {
            all.sort();
            (cost, all)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn as_trying_every_set_says(
            costs in proptest::collection::vec((0..3_u64, 1..3_u64).prop_map(|(a, b)| [a, b]), 1..9),
            family in proptest::collection::vec(proptest::collection::vec(0..8_usize, 0..5), 0..8),
        ) {
            let family: Vec<Vec<usize>> =
                family.into_iter().map(|set| set.into_iter().filter(|i| *i < costs.len()).collect()).collect();
            let found = cheapest_covers(&costs, &family, usize::MAX);
            prop_assert_eq!(found.as_ref().map(|f| (f.cost, f.sets.clone())), brute(&costs, &family));
            let Some(found) = found else { return Ok(()) };
            let few = cheapest_covers(&costs, &family, 1).unwrap();
            prop_assert_eq!((few.sets.len(), few.truncated), (1, found.sets.len() > 1));
            let greedy = greedy(&costs, &family);
            prop_assert!(greedy.cost >= found.cost);
            prop_assert!(greedy.bound[0] <= found.cost[0]);
            prop_assert!(greedy.bound[1] <= brute(&costs.iter().map(|c| [0, c[1]]).collect::<Vec<_>>(), &family).unwrap().0[1]);
        }
    }

    #[test]
    fn the_empty_family_and_the_empty_set() {
        let none = cheapest_covers(&[[0, 1]], &[], 5).unwrap();
        assert_eq!((none.cost, none.sets), ([0, 0], vec![vec![]]));
        assert_eq!(cheapest_covers(&[[0, 1]], &[vec![]], 5), None);
    }

    #[test]
    fn beyond_the_bound_one_cover_is_found() {
        let costs = vec![[0, 1]; 60];
        let family: Vec<Vec<usize>> = (0..60).map(|i| vec![i, (i + 1) % 60]).collect();
        let found = cheapest_covers(&costs, &family, 5).unwrap();
        assert!(found.cost >= [0, 30] && found.bound == [0, 30]);
        assert!(family.iter().all(|set| set.iter().any(|i| found.sets[0].contains(i))));
    }
}
