//! What every party's importances say of the order of the values.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::{Unranked, ValueBallot};
use crate::evidence::{Measure, Omission, Undefined};
use crate::id::{PartyId, ValueId};
use crate::math::exact;
use crate::math::kemeny::BestOrders;
use crate::math::preference::{Ballot, MOST_ITEMS, Preferences};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};

/// One party with a ballot.
pub(super) struct Judge {
    pub(super) party: PartyId,
    /// What it rated among the values in the ranking, by the number of the value.
    pub(super) readings: Vec<(usize, Reading)>,
    /// Per value its tier; nothing where the ballot does not compare it.
    places: Vec<Option<usize>>,
    ballot: Ballot,
}

/// The ballots and how they divide over every pair.
pub(super) struct Table {
    pub(super) aggregate: Aggregate,
    pub(super) unranked: Unranked,
    /// The values in the ranking, in id order.
    pub(super) values: Vec<ValueId>,
    /// Those that are not.
    pub(super) unplaced: Vec<ValueId>,
    pub(super) judges: Vec<Judge>,
    /// The parties whose ballot compares nothing.
    pub(super) silent: Vec<Omission>,
    pub(super) preferences: Preferences,
    /// Whether there were too many values to rank any.
    pub(super) too_many: bool,
}

/// Importances that are stated and not known.
pub(super) fn unknown(model: &Model, aggregate: Aggregate) -> Vec<Omission> {
    let all = model.importances().iter().map(|(p, v, _)| Element::Importance(p.clone(), v.clone()));
    let unknown = all.filter(|e| model.read(e, Attribute::Importance, aggregate).is_none());
    unknown.map(|e| Omission::unknown(e, Attribute::Importance)).collect()
}

impl Table {
    pub(super) fn of(model: &Model, aggregate: Aggregate, unranked: Unranked) -> Self {
        let scale = model.scales().of(crate::scale::ScaleKind::OneSided);
        let mut rated: Vec<(PartyId, Vec<(ValueId, Reading)>)> = Vec::new();
        for (party, value, rating) in model.importances().iter() {
            let Some(reading) = rating.read(&scale, aggregate) else { continue };
            match rated.last_mut() {
                Some((last, all)) if last == party => all.push((value.clone(), reading)),
                _ => rated.push((party.clone(), vec![(value.clone(), reading)])),
            }
        }
        // A single rated value is compared with nothing, unless the unranked are behind it.
        let least = match unranked {
            Unranked::Last => 1,
            Unranked::NoInformation => 2,
        };
        rated.retain(|(_, all)| all.len() >= least);
        let speaking: BTreeSet<&PartyId> = rated.iter().map(|(party, _)| party).collect();
        let silent = model.parties().filter(|(party, _)| !speaking.contains(party));
        let silent = silent.map(|(party, _)| Omission::unknown(party.into(), Attribute::Importance)).collect();
        let compared: BTreeSet<&ValueId> = match unranked {
            Unranked::Last if rated.is_empty() => BTreeSet::new(),
            Unranked::Last => model.values().map(|(id, _)| id).collect(),
            Unranked::NoInformation => rated.iter().flat_map(|(_, all)| all.iter().map(|(v, _)| v)).collect(),
        };
        let too_many = compared.len() > MOST_ITEMS;
        let values: Vec<ValueId> = if too_many { Vec::new() } else { compared.into_iter().cloned().collect() };
        let unplaced = model.values().map(|(id, _)| id).filter(|id| values.binary_search(id).is_err());
        let unplaced = unplaced.cloned().collect();
        let judges: Vec<Judge> = if too_many {
            Vec::new()
        } else {
            rated.into_iter().map(|(p, all)| Judge::new(p, &all, &values, unranked)).collect()
        };
        let ballots: Vec<Ballot> = judges.iter().map(|judge| judge.ballot.clone()).collect();
        let preferences = Preferences::new(values.len(), &ballots, unranked).unwrap_or_default();
        Self { aggregate, unranked, values, unplaced, judges, silent, preferences, too_many }
    }

    pub(super) fn rated_by(&self, item: usize) -> usize {
        self.judges.iter().filter(|judge| judge.readings.iter().any(|(i, _)| *i == item)).count()
    }

    pub(super) fn ballots(&self) -> Vec<ValueBallot> {
        let name = |item: &usize| self.values.get(*item).cloned();
        let ballot = |judge: &Judge| {
            let rated: BTreeSet<usize> = judge.readings.iter().map(|(item, _)| *item).collect();
            ValueBallot {
                party: judge.party.clone(),
                tiers: judge.ballot.tiers.iter().map(|tier| tier.iter().filter_map(name).collect()).collect(),
                unranked: (0..self.values.len())
                    .filter(|item| !rated.contains(item))
                    .filter_map(|i| name(&i))
                    .collect(),
            }
        };
        self.judges.iter().map(ballot).collect()
    }
}

impl Judge {
    fn new(party: PartyId, rated: &[(ValueId, Reading)], values: &[ValueId], unranked: Unranked) -> Self {
        let readings: Vec<(usize, Reading)> =
            rated.iter().filter_map(|(v, r)| Some((values.binary_search(v).ok()?, *r))).collect();
        let mut sorted = readings.clone();
        sorted.sort_by(|(a, x), (b, y)| y.raw.total_cmp(&x.raw).then(a.cmp(b)));
        let same = sorted.chunk_by(|(_, x), (_, y)| x.raw == y.raw);
        let tiers = same.map(|tier| tier.iter().map(|(item, _)| *item).collect()).collect();
        let ballot = Ballot::new(tiers);
        let mut places = ballot.places(values.len());
        if unranked == Unranked::Last {
            let behind = ballot.tiers.len();
            places.iter_mut().for_each(|place| *place = Some(place.unwrap_or(behind)));
        }
        Self { party, readings, places, ballot }
    }

    /// What the party says of two values: 1 the first before the second, −1 the other way round, 0 tied.
    pub(super) fn sign(&self, a: usize, b: usize) -> Option<f64> {
        Some(match self.compared(a, b)? {
            Ordering::Less => 1.0,
            Ordering::Equal => 0.0,
            Ordering::Greater => -1.0,
        })
    }

    /// Which of two values comes first, less, if the ballot says something of both.
    fn compared(&self, a: usize, b: usize) -> Option<Ordering> {
        let at = |item: usize| self.places.get(item).copied().flatten();
        Some(at(a)?.cmp(&at(b)?))
    }

    /// How many pairs the ballot compares.
    pub(super) fn pairs(&self) -> u64 {
        let compared = self.places.iter().flatten().count();
        u64::try_from(compared * compared.saturating_sub(1) / 2).unwrap_or(u64::MAX)
    }

    fn in_order<'a>(order: &'a [usize]) -> impl Iterator<Item = (usize, usize)> + 'a {
        order.iter().enumerate().flat_map(|(i, a)| order.iter().skip(i + 1).map(move |b| (*a, *b)))
    }

    /// How many pairs an order has the other way round.
    pub(super) fn against(&self, order: &[usize]) -> f64 {
        exact::sum(Self::in_order(order).filter_map(|(a, b)| self.sign(a, b)).map(|s| if s < 0.0 { 1.0 } else { 0.0 }))
    }

    /// The Kemeny–Snell distance to an order, over the pairs that the ballot compares.
    pub(super) fn distance(&self, order: &[usize]) -> f64 {
        // Whole numbers: adding them is exact in any order.
        Self::in_order(order).filter_map(|(a, b)| self.sign(a, b)).map(|sign| 1.0 - sign).sum()
    }

    /// The lowest and the highest distance to any of the best orders.
    pub(super) fn range(&self, all: &BestOrders) -> (f64, f64) {
        let (low, high) = all.range(|a, b| match self.compared(a, b) {
            Some(Ordering::Less) | None => 0,
            Some(Ordering::Equal) => 1,
            Some(Ordering::Greater) => 2,
        });
        #[expect(clippy::cast_precision_loss, reason = "at most two per pair of twenty values")]
        let number = |x: u64| x as f64;
        (number(low), number(high))
    }

    /// The distance as a share of the largest.
    pub(super) fn share(&self, distance: Measure) -> Measure {
        #[expect(clippy::cast_precision_loss, reason = "at most a million pairs")]
        let largest = (2 * self.pairs()) as f64;
        match distance {
            Measure::Known(distance) => Measure::or(exact::ratio(distance, largest), Undefined::NothingToMeasure),
            Measure::Undefined(reason) => Measure::Undefined(reason),
        }
    }

    /// The pairs that are certain in one order and the other way round on the ballot.
    pub(super) fn turned(&self, values: &[ValueId], certain: impl Fn(usize, usize) -> bool) -> Vec<[ValueId; 2]> {
        let items = values.len();
        let pairs = (0..items).flat_map(|a| (0..items).map(move |b| (a, b)));
        let turned = pairs.filter(|(a, b)| certain(*a, *b) && self.sign(*a, *b).is_some_and(|sign| sign < 0.0));
        turned.filter_map(|(a, b)| Some([values.get(a)?.clone(), values.get(b)?.clone()])).collect()
    }
}
