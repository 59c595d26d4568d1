//! The minimal sets that meet every set of a family.
//!
//! The search of K. Murakami and T. Uno (*Discrete Applied Mathematics* 170, 2014): a set grows by items of a set that it does not
//! meet yet, and is dropped as soon as one of its items is the only one to meet no set. Every minimal hitting set is found once.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;

use super::budget::{Budget, Listed, Spending};

/// All minimal hitting sets over the items `0..items`. The empty set for an empty family; none when an empty set is in it. A step
/// of work is a look at one set of the family. Items that are none are left out.
pub fn minimal_hitting_sets(
    items: usize,
    family: impl IntoIterator<Item = impl IntoIterator<Item = usize>>,
    budget: Budget,
) -> Listed {
    let mut spending = Spending::of(budget);
    let family: BTreeSet<FixedBitSet> = family
        .into_iter()
        .map(|set| {
            let mut bits = FixedBitSet::with_capacity(items);
            set.into_iter().filter(|item| *item < items).for_each(|item| bits.insert(item));
            bits
        })
        .collect();
    let family = minimal(family, &mut spending);
    let mut all = FixedBitSet::with_capacity(items);
    all.insert_range(..);
    let mut stack = vec![(FixedBitSet::with_capacity(items), all)];
    while let Some((chosen, may)) = stack.pop() {
        if !spending.spend(family.len().max(1)) {
            break;
        }
        let mut needed = FixedBitSet::with_capacity(items);
        let mut next: Option<(usize, &FixedBitSet)> = None;
        for set in &family {
            let mut met = set.intersection(&chosen);
            match (met.next(), met.next()) {
                (None, _) => {
                    let open = set.intersection_count(&may);
                    if next.is_none_or(|(fewest, _)| open < fewest) {
                        next = Some((open, set));
                    }
                }
                (Some(only), None) => needed.insert(only),
                _ => {}
            }
        }
        if !chosen.is_subset(&needed) {
            continue;
        }
        let Some((_, unmet)) = next else {
            if spending.list(chosen.ones().collect()) {
                continue;
            }
            break;
        };
        let branches: Vec<usize> = unmet.intersection(&may).collect();
        let mut may = may;
        may.difference_with(unmet);
        let mut children = Vec::new();
        for item in branches {
            let mut larger = chosen.clone();
            larger.insert(item);
            children.push((larger, may.clone()));
            may.insert(item);
        }
        stack.extend(children.into_iter().rev());
    }
    spending.listed()
}

/// The sets that hold no other, smallest first; as far as half the budget goes, for the others change no answer.
fn minimal(family: BTreeSet<FixedBitSet>, spending: &mut Spending) -> Vec<FixedBitSet> {
    let mut sets: Vec<(usize, FixedBitSet)> = family.into_iter().map(|set| (set.count_ones(..), set)).collect();
    sets.sort();
    let reserve = spending.left() / 2;
    let mut out: Vec<FixedBitSet> = Vec::new();
    for (_, set) in sets {
        let affordable = u64::try_from(out.len()).is_ok_and(|steps| spending.left().saturating_sub(steps) > reserve);
        if affordable && spending.spend(out.len()) && out.iter().any(|small| small.is_subset(&set)) {
            continue;
        }
        out.push(set);
    }
    out
}
