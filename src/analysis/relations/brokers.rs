//! Who stands between the camps.

use serde::Serialize;

use super::ties::Ties;
use crate::evidence::{Measure, Undefined};
use crate::id::PartyId;
use crate::math::Exact;
use crate::math::betweenness::between_sides;

/// How many steps along ties are taken at most, from every party of the smaller camp.
const WORK: usize = 1_000_000;

/// The parties between the camps of the first of the best splits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brokers {
    /// How many splits are equally good; with more than one, another split may have other brokers.
    pub of_splits: Measure<u64>,
    /// The parties that are on some shortest path between the camps, those most between first; undefined without camps, and
    /// where there are too many ties to say.
    pub parties: Measure<Vec<CampBroker>>,
}

/// A party between the camps.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CampBroker {
    /// The party.
    pub party: PartyId,
    /// Its camp in that split: 1 or 2.
    pub camp: u8,
    /// Σ over the pairs of a party of one camp and a party of the other of the share of their shortest paths over positive ties
    /// that run through this party. Each pair counts once.
    pub betweenness: f64,
    /// Its rank, 1 for the most; equal betweenness, equal rank, and the next rank skips as many.
    pub rank: usize,
}

pub(super) fn brokers(ties: &Ties<'_>, sides: &[Option<bool>], of_splits: Measure<u64>) -> Brokers {
    let none = |reason| Brokers { of_splits, parties: Measure::Undefined(reason) };
    let members = |which: bool| sides.iter().filter(|s| **s == Some(which)).count();
    let smaller = members(false).min(members(true));
    if members(false) + members(true) == 0 {
        return none(match of_splits {
            Measure::Undefined(reason) => reason,
            Measure::Known(_) => Undefined::NothingToMeasure,
        });
    }
    let positive: Vec<(usize, usize)> =
        ties.graph.edges().iter().filter(|e| e.is_positive()).map(|e| (e.a, e.b)).collect();
    if smaller.saturating_mul(positive.len() + ties.graph.size()) > WORK {
        return none(Undefined::BudgetExhausted);
    }
    let found = between_sides(ties.graph.size(), &positive, sides);
    let mut ranked: Vec<(Exact, usize)> =
        found.into_iter().enumerate().filter(|(_, x)| x.is_positive()).map(|(v, x)| (x, v)).collect();
    ranked.sort_by(|(x, v), (y, w)| y.cmp(x).then(v.cmp(w)));
    let (mut parties, mut rank, mut last): (Vec<CampBroker>, _, _) = (Vec::new(), 0, None);
    for (place, (x, v)) in ranked.iter().enumerate() {
        if last != Some(x) {
            (rank, last) = (place + 1, Some(x));
        }
        if let (Some(party), Some(side)) = (ties.party(*v), sides.get(*v).copied().flatten()) {
            parties.push(CampBroker { party: party.clone(), camp: u8::from(side) + 1, betweenness: x.to_f64(), rank });
        }
    }
    Brokers { of_splits, parties: Measure::Known(parties) }
}
