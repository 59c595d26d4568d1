//! What could bridge a conflict: shared interests, shared values, brokers. Hypotheses with their support.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde::Serialize;

use super::{Context, mean_share};
use crate::evidence::Contribution;
use crate::id::{InterestId, PartyId, ValueId};
use crate::model::{Attribute, Element};
use crate::rating::Reading;
use crate::scale::ScaleKind;

/// What binds two parties.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Bridges {
    /// Interests on which both have the same non-zero sign; strength = ½(|s_i| + |s_j|)/k.
    pub shared_interests: Vec<Shared<InterestId>>,
    /// Values that both hold (at or above the cut); strength = mean weight(importance).
    pub shared_values: Vec<Shared<ValueId>>,
    /// Third parties close to both, by how close the farther side is. A unit of a side, or what a side is a unit of, is none.
    pub brokers: Vec<Broker>,
}

impl Bridges {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.shared_interests.is_empty() && self.shared_values.is_empty() && self.brokers.is_empty()
    }
}

/// Something that two parties share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shared<T> {
    /// What.
    pub over: T,
    /// How strongly, 0 … 1.
    pub strength: f64,
    /// The two ratings.
    pub because: [Contribution; 2],
}

/// A third party that could carry talk between two.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Broker {
    /// The broker.
    pub party: PartyId,
    /// How close it is to each of the two, in their order: the larger of tie/k and the unit of that party's trust in it.
    pub closeness: [f64; 2],
    /// The smaller of the two.
    pub weaker: f64,
    /// The ties and trust behind it.
    pub because: Vec<Contribution>,
}

/// Looks up what binds, with the neighbours of every party at hand.
pub(super) struct Finder<'a> {
    context: &'a Context<'a>,
    trust_cut: f64,
    ties: BTreeMap<&'a PartyId, BTreeMap<&'a PartyId, Reading>>,
    /// Two parties often clash over several things; what binds them is looked up once.
    found: HashMap<(PartyId, PartyId), Arc<Bridges>>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(context: &'a Context<'a>, trust_cut: f64) -> Self {
        let scale = context.model.scales().of(ScaleKind::Signed);
        let mut ties: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for (a, b, rating) in context.model.ties().iter() {
            if let Some(tie) = rating.read(&scale, context.aggregate) {
                ties.entry(a).or_default().insert(b, tie);
                ties.entry(b).or_default().insert(a, tie);
            }
        }
        Self { context, trust_cut, ties, found: HashMap::new() }
    }

    pub(super) fn between(&mut self, a: &PartyId, b: &PartyId) -> Arc<Bridges> {
        if let Some(found) = self.found.get(&(a.clone(), b.clone())) {
            return Arc::clone(found);
        }
        let bridges = Arc::new(Bridges {
            shared_interests: self.shared_interests(a, b),
            shared_values: self.shared_values(a, b),
            brokers: self.brokers(a, b),
        });
        self.found.insert((a.clone(), b.clone()), Arc::clone(&bridges));
        bridges
    }

    fn shared_interests(&self, a: &PartyId, b: &PartyId) -> Vec<Shared<InterestId>> {
        let model = self.context.model;
        let both = model.stakes().of(a).filter(|(i, _)| model.stakes().get(b, i).is_some());
        let shared = both.filter_map(|(interest, _)| {
            let of = |party: &PartyId| Element::Stake(party.clone(), interest.clone());
            let pair = self.pair([of(a), of(b)], Attribute::Stance)?;
            let [x, y] = pair.each_ref().map(|c| c.amount);
            (x * y > 0.0).then(|| self.shared(interest.clone(), pair, ScaleKind::Signed))
        });
        strongest_first(shared.collect())
    }

    fn shared_values(&self, a: &PartyId, b: &PartyId) -> Vec<Shared<ValueId>> {
        let model = self.context.model;
        let both = model.importances().of(a).filter(|(v, _)| model.importances().get(b, v).is_some());
        let shared = both.filter_map(|(value, _)| {
            let of = |party: &PartyId| Element::Importance(party.clone(), value.clone());
            let pair = self.pair([of(a), of(b)], Attribute::Importance)?;
            let held = pair.iter().all(|c| c.amount >= self.context.value_cut);
            held.then(|| self.shared(value.clone(), pair, ScaleKind::OneSided))
        });
        strongest_first(shared.collect())
    }

    fn pair(&self, sources: [Element; 2], attribute: Attribute) -> Option<[Contribution; 2]> {
        let read = |source: Element| {
            let reading = self.context.model.read(&source, attribute, self.context.aggregate)?;
            Some(Contribution::read(source, attribute, reading, reading.raw))
        };
        let [a, b] = sources;
        Some([read(a)?, read(b)?])
    }

    fn shared<T>(&self, over: T, because: [Contribution; 2], kind: ScaleKind) -> Shared<T> {
        let [x, y] = because.each_ref().map(|c| c.amount);
        let strength = mean_share(x, y, &self.context.model.scales().of(kind), 1.0);
        Shared { over, strength, because }
    }

    fn brokers(&self, a: &PartyId, b: &PartyId) -> Vec<Broker> {
        let friends = |p: &PartyId| -> BTreeSet<&PartyId> {
            let ties = self.ties.get(p).into_iter().flatten();
            ties.filter(|(_, tie)| tie.raw > 0.0).map(|(other, _)| *other).collect()
        };
        let trusted = |p: &PartyId| -> BTreeSet<&PartyId> {
            let scale = self.context.model.scales().of(ScaleKind::OneSided);
            let read = |rating: &crate::rating::Rating| rating.read(&scale, self.context.aggregate);
            let trusts = self.context.model.trusts().of(p);
            trusts.filter(|(_, r)| read(r).is_some_and(|t| t.raw >= self.trust_cut)).map(|(other, _)| other).collect()
        };
        let by_tie: BTreeSet<&PartyId> = friends(a).intersection(&friends(b)).copied().collect();
        let by_trust: BTreeSet<&PartyId> = trusted(a).intersection(&trusted(b)).copied().collect();
        let mut out: Vec<Broker> = by_tie
            .union(&by_trust)
            .filter(|broker| self.is_third(broker, [a, b]))
            .filter_map(|broker| {
                let mut because = Vec::new();
                let near = [a, b].map(|party| self.closeness(party, broker, &mut because));
                let [Some(x), Some(y)] = near else { return None };
                Some(Broker { party: (*broker).clone(), closeness: [x, y], weaker: x.min(y), because })
            })
            .collect();
        out.sort_by(|x, y| y.weaker.total_cmp(&x.weaker).then_with(|| x.party.cmp(&y.party)));
        out
    }

    /// A unit of one of the two, or what one of them is a unit of, stands on a side and is no third party.
    fn is_third(&self, broker: &PartyId, sides: [&PartyId; 2]) -> bool {
        let within = |unit: &PartyId, whole: &PartyId| {
            let mut above = Some(unit);
            while let Some(party) = above.filter(|p| *p != whole) {
                above = self.context.model.party(party).and_then(|p| p.part_of.as_ref());
            }
            above.is_some()
        };
        !sides.iter().any(|side| within(broker, side) || within(side, broker))
    }

    fn closeness(&self, party: &PartyId, broker: &PartyId, because: &mut Vec<Contribution>) -> Option<f64> {
        let mut near: Option<f64> = None;
        if let Some(tie) = self.ties.get(party).and_then(|t| t.get(broker)) {
            let source = Element::Tie(party.min(broker).clone(), party.max(broker).clone());
            because.push(Contribution::read(source, Attribute::Tie, *tie, tie.weight()));
            near = Some(tie.weight());
        }
        let source = Element::Trusts(party.clone(), broker.clone());
        if let Some(trust) = self.context.model.read(&source, Attribute::Trust, self.context.aggregate) {
            because.push(Contribution::read(source, Attribute::Trust, trust, trust.unit()));
            near = Some(near.map_or(trust.unit(), |n| n.max(trust.unit())));
        }
        near
    }
}

fn strongest_first<T: Ord>(mut all: Vec<Shared<T>>) -> Vec<Shared<T>> {
    all.sort_by(|x, y| y.strength.total_cmp(&x.strength).then_with(|| x.over.cmp(&y.over)));
    all
}
