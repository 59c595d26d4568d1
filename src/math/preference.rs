//! Rankings of items by several judges, and how many prefer which of two.
//!
//! A ballot ranks items in tiers, best first; items of one tier are tied. d(a, b) is the weight of the ballots that put a before b.
//! A weight is the shortest decimal that is read as it. All counting is in whole multiples of the largest part that all weights
//! share, so nothing depends on the order of the ballots.
#![expect(
    clippy::indexing_slicing,
    reason = "tables are square by their constructor, and indices come from their size"
)]

use num_bigint::BigInt;
use num_traits::{One, ToPrimitive};
use thiserror::Error;

use super::exact::{self, Exact};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a ballot says of the items that it does not list.
    Unranked, "reading of the unranked" {
        /// They are tied with each other, behind all that it lists, as published ballots are read.
        Last = "last",
        /// Nothing: a pair with an unlisted item counts nothing.
        NoInformation = "no-information",
    }
}

/// How many items are ranked at most: tables grow with the square.
pub const MOST_ITEMS: usize = 1_000;

/// A weighted weak order.
#[derive(Debug, Clone, PartialEq)]
pub struct Ballot {
    /// What the ballot counts for: above 0, finite.
    pub weight: f64,
    /// The items that it lists, from 0; best tier first.
    pub tiers: Vec<Vec<usize>>,
}

impl Ballot {
    /// A ballot that counts for one.
    pub fn new(tiers: Vec<Vec<usize>>) -> Self {
        Self { weight: 1.0, tiers }
    }

    /// What the ballot says of each item: its tier, or nothing.
    pub fn places(&self, items: usize) -> Vec<Option<usize>> {
        let mut out = vec![None; items];
        for (tier, of) in self.tiers.iter().enumerate() {
            for item in of {
                if let Some(place) = out.get_mut(*item) {
                    *place = Some(tier);
                }
            }
        }
        out
    }
}

/// Ballots cannot be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BadBallots {
    /// There are more than [`MOST_ITEMS`] items.
    #[error("{0} items are too many to rank")]
    TooManyItems(usize),
    /// A ballot lists an item that does not exist.
    #[error("ballot {ballot} lists item {item}, which there is not")]
    NoSuchItem {
        /// The ballot, from 0.
        ballot: usize,
        /// The item.
        item: usize,
    },
    /// A ballot lists an item twice.
    #[error("ballot {ballot} lists item {item} twice")]
    Twice {
        /// The ballot, from 0.
        ballot: usize,
        /// The item.
        item: usize,
    },
    /// A weight is not above 0, or not finite.
    #[error("the weight of ballot {0} is not a number above 0")]
    Weight(usize),
    /// The weights together cannot be counted exactly, and this one, the finest, has more than 20 decimals.
    #[error("the weight of ballot {0} has too many decimals to be counted beside the others")]
    TooFine(usize),
    /// The weights together cannot be counted exactly, and this one is the heaviest.
    #[error("the weight of ballot {0} is too heavy to be counted beside the others")]
    TooHeavy(usize),
}

/// How many prefer which of two, in whole parts that all weights share.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preferences {
    items: usize,
    /// What one part weighs.
    part: Part,
    /// Row before column, row by row.
    over: Vec<u128>,
    /// Tied, row by row; symmetric, 0 on the diagonal.
    tied: Vec<u128>,
}

/// A weight as a fraction.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    above: BigInt,
    below: BigInt,
}

impl Default for Part {
    fn default() -> Self {
        Self { above: BigInt::one(), below: BigInt::one() }
    }
}

impl Preferences {
    /// Counts ballots over so many items.
    ///
    /// # Errors
    /// [`BadBallots`] for the first ballot that cannot be counted.
    pub fn new(items: usize, ballots: &[Ballot], unranked: Unranked) -> Result<Self, BadBallots> {
        if items > MOST_ITEMS {
            return Err(BadBallots::TooManyItems(items));
        }
        let (weights, part) = parts(items, ballots)?;
        let mut out = Self { items, part, over: vec![0; items * items], tied: vec![0; items * items] };
        for (number, (ballot, weight)) in ballots.iter().zip(weights).enumerate() {
            let mut place = vec![None; items];
            let mut listed = Vec::new();
            for (tier, of) in ballot.tiers.iter().enumerate() {
                for item in of.iter().copied() {
                    let known = place.get_mut(item).ok_or(BadBallots::NoSuchItem { ballot: number, item })?;
                    if known.replace(tier).is_some() {
                        return Err(BadBallots::Twice { ballot: number, item });
                    }
                    listed.push((item, tier));
                }
            }
            if unranked == Unranked::Last {
                let behind = ballot.tiers.len();
                listed.extend(place.iter().enumerate().filter(|(_, p)| p.is_none()).map(|(item, _)| (item, behind)));
            }
            for (a, tier_a) in &listed {
                for (b, tier_b) in &listed {
                    if tier_a < tier_b {
                        out.over[a * items + b] += weight;
                    } else if tier_a == tier_b && a != b {
                        out.tied[a * items + b] += weight;
                    }
                }
            }
        }
        Ok(out)
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.items
    }

    /// The weight of the ballots that put the first before the second; 0 of items that there are not.
    pub fn over(&self, a: usize, b: usize) -> f64 {
        self.number(self.parts_over(a, b))
    }

    /// The weight of the ballots that tie the two.
    pub fn tied(&self, a: usize, b: usize) -> f64 {
        self.number(self.parts_tied(a, b))
    }

    /// The weight of the ballots that say something of the two.
    pub fn compared(&self, a: usize, b: usize) -> f64 {
        self.number(self.parts_compared(a, b))
    }

    /// Σ min(d(a, b), d(b, a)) over pairs: no order of the items, whatever its method, has fewer disagreements.
    pub fn fewest_possible(&self) -> f64 {
        let pairs = (0..self.items).flat_map(|a| (a + 1..self.items).map(move |b| (a, b)));
        self.number(pairs.map(|(a, b)| self.parts_over(a, b).min(self.parts_over(b, a))).sum())
    }

    /// The disagreements of an order, best first: Σ d(b, a) over the pairs of which it puts a before b. A tie disagrees with nothing.
    /// Nothing for an order that lists an item twice or one that there is not.
    pub fn disagreements(&self, order: &[usize]) -> Option<f64> {
        let mut seen = vec![false; self.items];
        let fresh = order.iter().all(|item| seen.get_mut(*item).is_some_and(|seen| !std::mem::replace(seen, true)));
        fresh.then(|| self.number(self.parts_against(order)))
    }

    /// Who is preferred to everybody else by more than prefer the other; ties count for nobody.
    pub fn condorcet_winner(&self) -> Option<usize> {
        (0..self.items).find(|a| (0..self.items).all(|b| *a == b || self.beats(*a, b)))
    }

    /// Per item the largest weight by which it is beaten (winning votes); 0 of an item that nobody beats.
    pub fn worst_defeats(&self) -> Vec<f64> {
        let worst = |a: usize| {
            let defeats = (0..self.items).filter(|b| self.beats(*b, a)).map(|b| self.parts_over(b, a));
            self.number(defeats.max().unwrap_or(0))
        };
        (0..self.items).map(worst).collect()
    }

    /// Whether more put the first before the second than the other way round.
    pub fn beats(&self, a: usize, b: usize) -> bool {
        self.parts_over(a, b) > self.parts_over(b, a)
    }

    pub(super) fn parts_over(&self, a: usize, b: usize) -> u128 {
        self.cell(&self.over, a, b)
    }

    pub(super) fn parts_tied(&self, a: usize, b: usize) -> u128 {
        self.cell(&self.tied, a, b)
    }

    pub(super) fn parts_compared(&self, a: usize, b: usize) -> u128 {
        self.parts_over(a, b) + self.parts_over(b, a) + self.parts_tied(a, b)
    }

    pub(super) fn parts_against(&self, order: &[usize]) -> u128 {
        let pairs = order.iter().enumerate().flat_map(|(i, a)| order.iter().skip(i + 1).map(move |b| (*a, *b)));
        pairs.map(|(a, b)| self.parts_over(b, a)).sum()
    }

    /// Parts as a number, rounded once.
    pub(super) fn number(&self, parts: u128) -> f64 {
        self.quotient(parts, 1)
    }

    /// Half parts as a number, rounded once.
    pub(super) fn number_of_halves(&self, halves: u128) -> f64 {
        self.quotient(halves, 2)
    }

    fn quotient(&self, parts: u128, by: u8) -> f64 {
        exact::quotient(&(&self.part.above * parts), &(&self.part.below * by)).unwrap_or(0.0)
    }

    fn cell(&self, table: &[u128], a: usize, b: usize) -> u128 {
        if a < self.items && b < self.items { table[a * self.items + b] } else { 0 }
    }
}

/// A denominator up to here is not too fine: it has at most 20 decimals.
const FINE: u128 = 10_u128.pow(20);

/// The weights in whole multiples of the largest part that they share, such that every sum over pairs fits in a machine word.
fn parts(items: usize, ballots: &[Ballot]) -> Result<(Vec<u128>, Part), BadBallots> {
    let mut weights = Vec::new();
    for (number, ballot) in ballots.iter().enumerate() {
        let weight = Exact::from_decimal(ballot.weight).filter(Exact::is_positive);
        weights.push(weight.ok_or(BadBallots::Weight(number))?);
    }
    if weights.is_empty() {
        return Ok((Vec::new(), Part::default()));
    }
    let (whole, below) = exact::over_one(weights.iter());
    let common = |a: BigInt, b: &BigInt| &a * b / exact::lcm(&a, b);
    let above = whole.iter().skip(1).fold(whole.first().cloned().unwrap_or_default(), common);
    let whole: Vec<BigInt> = whole.into_iter().map(|weight| weight / &above).collect();
    let pairs = u128::try_from(items * items).unwrap_or(u128::MAX).max(1);
    let total = whole.iter().sum::<BigInt>();
    if total > BigInt::from(u128::MAX / 8 / pairs) {
        let denominators = weights.iter().map(|weight| weight.parts().1);
        let finest = denominators.enumerate().reduce(|best, other| if other.1 > best.1 { other } else { best });
        let heaviest = whole.iter().enumerate().reduce(|best, other| if other.1 > best.1 { other } else { best });
        return Err(match (finest, heaviest) {
            (Some((number, below)), _) if below > BigInt::from(FINE) => BadBallots::TooFine(number),
            (_, heaviest) => BadBallots::TooHeavy(heaviest.map_or(0, |(number, _)| number)),
        });
    }
    let counted = whole.iter().enumerate().map(|(number, w)| w.to_u128().ok_or(BadBallots::TooHeavy(number)));
    Ok((counted.collect::<Result<_, _>>()?, Part { above, below }))
}

/// Items by score, best first, in tiers of equals.
pub(super) fn tiers_by<K: Ord>(items: usize, score: impl Fn(usize) -> K) -> Vec<Vec<usize>> {
    let mut scored: Vec<(K, usize)> = (0..items).map(|item| (score(item), item)).collect();
    scored.sort_by(|(x, a), (y, b)| y.cmp(x).then(a.cmp(b)));
    let mut out: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for (key, item) in &scored {
        match out.last_mut() {
            Some(tier) if last == Some(key) => tier.push(*item),
            _ => out.push(vec![*item]),
        }
        last = Some(key);
    }
    out
}
