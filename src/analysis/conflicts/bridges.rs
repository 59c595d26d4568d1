//! What could bridge a conflict: shared interests and values, interests further up that both sides serve, brokers, trades, nearness.
//! Hypotheses with their support.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde::Serialize;

use super::super::relations::nearness::km;
use super::{Context, mean_share};
use crate::evidence::{Contribution, Measure, Omission, Undefined};
use crate::id::{InterestId, PartyId, ValueId};
use crate::model::{Attribute, Element};
use crate::rating::Reading;
use crate::scale::ScaleKind;

/// What binds two parties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bridges {
    /// Interests on which both have the same non-zero sign; strength = ½(|s_i| + |s_j|)/k.
    pub shared_interests: Vec<Shared<InterestId>>,
    /// Values that both hold (at or above the cut); strength = mean weight(importance).
    pub shared_values: Vec<Shared<ValueId>>,
    /// Interests further up that an interest of each side serves, the nearest first.
    pub supra_interests: Vec<SupraInterest>,
    /// Third parties close to both, by how close the farther side is. A unit of a side, or what a side is a unit of, is none.
    pub brokers: Vec<Broker>,
    /// Two interests on which the two differ and whose salience they order oppositely: each can give in where it matters less to it.
    pub log_rolling: Vec<Trade>,
    /// Saliences without which it cannot be said whether there is something to trade.
    pub unknown_saliences: Vec<Omission>,
    /// How far apart the two are, in kilometres along the great circle; `missing-rating` where a location is not known.
    pub distance: Measure,
}

impl Default for Bridges {
    fn default() -> Self {
        Self {
            shared_interests: Vec::new(),
            shared_values: Vec::new(),
            supra_interests: Vec::new(),
            brokers: Vec::new(),
            log_rolling: Vec::new(),
            unknown_saliences: Vec::new(),
            distance: Measure::Undefined(Undefined::MissingRating),
        }
    }
}

impl Bridges {
    /// Whether nothing was found that could bridge; a distance is none.
    pub fn is_empty(&self) -> bool {
        self.shared_interests.is_empty()
            && self.shared_values.is_empty()
            && self.supra_interests.is_empty()
            && self.brokers.is_empty()
            && self.log_rolling.is_empty()
    }
}

/// An interest further up: what both sides are for serves it, by one step or more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SupraInterest {
    /// The interest.
    pub interest: InterestId,
    /// Of each side, in their order: the nearest interests that it is for and that serve this one, or this one itself.
    pub by: [Vec<InterestId>; 2],
    /// How many steps up these are, for each side; 0 for who is for this one itself.
    pub steps: [usize; 2],
}

/// Two interests that could be traded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trade {
    /// What matters more to the first of the two, so that the second could give in on it.
    pub for_first: InterestId,
    /// What matters more to the second.
    pub for_second: InterestId,
    /// The smaller of the two differences in salience, in unit: how clear the trade is.
    pub strength: f64,
    /// The four saliences: of the first on both interests, of the second on both.
    pub because: [Contribution; 4],
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

    ties: BTreeMap<&'a PartyId, BTreeMap<&'a PartyId, Reading>>,
    /// Two parties often clash over several things; what binds them is looked up once.
    found: HashMap<(PartyId, PartyId), Arc<Bridges>>,
    /// What each interest serves, by how many steps up; itself by none.
    above: HashMap<&'a InterestId, BTreeMap<&'a InterestId, usize>>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let scale = context.model.scales().of(ScaleKind::Signed);
        let mut ties: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for (a, b, rating) in context.model.ties().iter() {
            if let Some(tie) = rating.read(&scale, context.aggregate) {
                ties.entry(a).or_default().insert(b, tie);
                ties.entry(b).or_default().insert(a, tie);
            }
        }
        Self { context, ties, found: HashMap::new(), above: HashMap::new() }
    }

    pub(super) fn between(&mut self, a: &PartyId, b: &PartyId) -> Arc<Bridges> {
        if let Some(found) = self.found.get(&(a.clone(), b.clone())) {
            return Arc::clone(found);
        }
        let (log_rolling, unknown_saliences) = self.log_rolling(a, b);
        let bridges = Arc::new(Bridges {
            shared_interests: self.shared_interests(a, b),
            shared_values: self.shared_values(a, b),
            supra_interests: self.supra_interests(a, b),
            brokers: self.brokers(a, b),
            log_rolling,
            unknown_saliences,
            distance: self.distance(a, b),
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
            (x.signum() * y.signum() > 0.0 && x != 0.0 && y != 0.0)
                .then(|| self.shared(interest.clone(), pair, ScaleKind::Signed))
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

    /// The interests that a party is for.
    fn wanted(&self, party: &PartyId) -> Vec<&'a InterestId> {
        let model = self.context.model;
        let for_it = |interest: &InterestId| {
            let stake = Element::Stake(party.clone(), interest.clone());
            model.read(&stake, Attribute::Stance, self.context.aggregate).is_some_and(|r| r.raw > 0.0)
        };
        model.stakes().of(party).map(|(interest, _)| interest).filter(|i| for_it(i)).collect()
    }

    /// What an interest serves, transitively, with the fewest steps up.
    fn above(&mut self, interest: &'a InterestId) -> BTreeMap<&'a InterestId, usize> {
        let model = self.context.model;
        let climb = || {
            let mut seen = BTreeMap::from([(interest, 0)]);
            let mut front = vec![interest];
            for steps in 1.. {
                let next: BTreeSet<&InterestId> =
                    front.iter().flat_map(|i| model.serves().of(i).map(|(up, ())| up)).collect();
                front = next.into_iter().filter(|up| !seen.contains_key(up)).collect();
                if front.is_empty() {
                    break;
                }
                seen.extend(front.iter().map(|up| (*up, steps)));
            }
            seen
        };
        self.above.entry(interest).or_insert_with(climb).clone()
    }

    fn supra_interests(&mut self, a: &PartyId, b: &PartyId) -> Vec<SupraInterest> {
        if self.context.model.serves().is_empty() {
            return Vec::new();
        }
        let sides = [a, b].map(|party| {
            let mut near: BTreeMap<&InterestId, (usize, Vec<InterestId>)> = BTreeMap::new();
            for interest in self.wanted(party) {
                for (up, steps) in self.above(interest) {
                    let best = near.entry(up).or_insert((steps, Vec::new()));
                    if steps < best.0 {
                        *best = (steps, Vec::new());
                    }
                    if steps == best.0 {
                        best.1.push(interest.clone());
                    }
                }
            }
            near
        });
        let [left, right] = &sides;
        let mut out: Vec<SupraInterest> = left
            .iter()
            .filter_map(|(up, (x, by))| {
                let (y, others) = right.get(up)?;
                // What both are for themselves is a shared interest, and what only one serves is nothing common.
                let further_up = x + y > 0;
                let by = [by.clone(), others.clone()];
                further_up.then(|| SupraInterest { interest: (*up).clone(), by, steps: [*x, *y] })
            })
            .collect();
        out.sort_by_key(|s| (s.steps.iter().sum::<usize>(), s.interest.clone()));
        out
    }

    fn log_rolling(&self, a: &PartyId, b: &PartyId) -> (Vec<Trade>, Vec<Omission>) {
        let model = self.context.model;
        let both = model.stakes().of(a).filter(|(i, _)| model.stakes().get(b, i).is_some()).map(|(i, _)| i);
        let stake = |party: &PartyId, interest: &InterestId| Element::Stake(party.clone(), interest.clone());
        let differ = |interest: &&InterestId| {
            let pair = self.pair([stake(a, interest), stake(b, interest)], Attribute::Stance);
            pair.is_some_and(|[x, y]| x.amount != 0.0 && y.amount != 0.0 && (x.amount > 0.0) != (y.amount > 0.0))
        };
        let contested: Vec<&InterestId> = both.filter(differ).collect();
        if contested.len() < 2 {
            return (Vec::new(), Vec::new());
        }
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for interest in contested {
            match self.pair([stake(a, interest), stake(b, interest)], Attribute::Salience) {
                Some(pair) => known.push((interest, pair)),
                None => {
                    let sources = [stake(a, interest), stake(b, interest)].into_iter();
                    let silent =
                        sources.filter(|s| model.read(s, Attribute::Salience, self.context.aggregate).is_none());
                    unknown.extend(silent.map(|s| Omission::unknown(s, Attribute::Salience)));
                }
            }
        }
        let scale = model.scales().of(ScaleKind::OneSided);
        let mut trades = Vec::new();
        for (i, [ai, bi]) in &known {
            for (j, [aj, bj]) in &known {
                if ai.amount > aj.amount && bi.amount < bj.amount {
                    let strength = scale.apart(ai.amount, aj.amount).min(scale.apart(bi.amount, bj.amount));
                    let because = [ai, aj, bi, bj].map(Clone::clone);
                    let (for_first, for_second) = ((*i).clone(), (*j).clone());
                    trades.push(Trade { for_first, for_second, strength, because });
                }
            }
        }
        trades.sort_by(|x, y| {
            let key = |t: &Trade| (t.for_first.clone(), t.for_second.clone());
            y.strength.total_cmp(&x.strength).then_with(|| key(x).cmp(&key(y)))
        });
        (trades, unknown)
    }

    fn distance(&self, a: &PartyId, b: &PartyId) -> Measure {
        let at = |party: &PartyId| self.context.model.party(party).and_then(|p| p.location);
        Measure::or(at(a).zip(at(b)).map(|(a, b)| km(&a, &b)), Undefined::MissingRating)
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
            trusts
                .filter(|(_, r)| read(r).is_some_and(|t| t.raw >= self.context.trust_cut))
                .map(|(other, _)| other)
                .collect()
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
