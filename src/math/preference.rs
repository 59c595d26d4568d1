//! Rankings of items by several judges, and how many prefer which of two.
//!
//! A ballot ranks items in tiers, best first; items of one tier are tied. d(a, b) is the weight of the ballots that put a before b.
//! All counting is in whole parts of one, so nothing depends on the order of the ballots.
#![expect(
    clippy::indexing_slicing,
    reason = "tables are square by their constructor, and indices come from their size"
)]

use num_traits::ToPrimitive;
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
    /// A weight is not above 0, not finite, or too long to be counted exactly.
    #[error("the weight of ballot {0} cannot be counted")]
    Weight(usize),
}

/// How many prefer which of two, in whole parts of one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preferences {
    items: usize,
    /// How many parts make one.
    unit: u64,
    /// Row before column, row by row.
    over: Vec<u64>,
    /// Tied, row by row; symmetric, 0 on the diagonal.
    tied: Vec<u64>,
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
        let (weights, unit) = parts(items, ballots)?;
        let mut out = Self { items, unit, over: vec![0; items * items], tied: vec![0; items * items] };
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
    pub fn disagreements(&self, order: &[usize]) -> f64 {
        self.number(self.parts_against(order))
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

    pub(super) fn parts_over(&self, a: usize, b: usize) -> u64 {
        self.cell(&self.over, a, b)
    }

    pub(super) fn parts_tied(&self, a: usize, b: usize) -> u64 {
        self.cell(&self.tied, a, b)
    }

    pub(super) fn parts_compared(&self, a: usize, b: usize) -> u64 {
        self.parts_over(a, b) + self.parts_over(b, a) + self.parts_tied(a, b)
    }

    pub(super) fn parts_against(&self, order: &[usize]) -> u64 {
        let pairs = order.iter().enumerate().flat_map(|(i, a)| order.iter().skip(i + 1).map(move |b| (*a, *b)));
        pairs.map(|(a, b)| self.parts_over(b, a)).sum()
    }

    /// Parts as a number, rounded once.
    pub(super) fn number(&self, parts: u64) -> f64 {
        self.quotient(parts, self.unit)
    }

    /// Half parts as a number, rounded once.
    pub(super) fn number_of_halves(&self, halves: u64) -> f64 {
        self.quotient(halves, 2 * self.unit)
    }

    fn quotient(&self, a: u64, b: u64) -> f64 {
        exact::quotient(&a.into(), &b.max(1).into()).unwrap_or(0.0)
    }

    fn cell(&self, table: &[u64], a: usize, b: usize) -> u64 {
        if a < self.items && b < self.items { table[a * self.items + b] } else { 0 }
    }
}

/// The weights in whole parts of one, such that every sum over pairs fits in a machine word.
fn parts(items: usize, ballots: &[Ballot]) -> Result<(Vec<u64>, u64), BadBallots> {
    let mut weights = Vec::new();
    for (number, ballot) in ballots.iter().enumerate() {
        let weight = Exact::from_decimal(ballot.weight).filter(Exact::is_positive);
        weights.push(weight.ok_or(BadBallots::Weight(number))?);
    }
    let (whole, unit) = exact::over_one(weights.iter());
    let most = u64::MAX / 8 / u64::try_from(items * items).unwrap_or(u64::MAX).max(1);
    let mut left = most;
    let mut out = Vec::new();
    for (number, weight) in whole.iter().enumerate() {
        let weight = weight.to_u64().ok_or(BadBallots::Weight(number))?;
        left = left.checked_sub(weight).ok_or(BadBallots::Weight(number))?;
        out.push(weight);
    }
    let unit = unit.to_u64().filter(|unit| *unit <= most).ok_or(BadBallots::Weight(0))?;
    Ok((out, unit))
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
