//! # Rank values
//!
//! **Question.** Which values matter most to all parties together, how sure is that order, and who sees it differently?
//!
//! **Method.** Four published rules beside each other. Borda (1784), Copeland (1951), Schulze (2011) with winning votes, and Kemeny
//! (1959), the order with the fewest disagreements. The distance of a party to that order is Kemeny and Snell's (1962).
//!
//! **Inputs.** Own importance of values (one-sided). Every party has one ballot: its values by importance, equals tied.
//!
//! **Formula.** d(a, b) = parties that put a before b. *Borda*: Σ_b d(a, b) + half the ties; share = that / comparisons that a was in.
//! *Copeland*: 1 per value beaten, ½ per draw; a beats b when d(a, b) > d(b, a). *Schulze*: strongest paths over victories.
//! *Kemeny*: the order with the least Σ d(b, a) over the pairs of which it puts a before b; a tie disagrees with nothing.
//! *Distance* of a ballot: 2 per pair the other way round, 1 per pair that it ties, over the pairs that it ranks; share = that /
//! (2 × those pairs). Where several orders are as good, it is the lowest and the highest distance to any of them, and a single
//! distance only where these are the same (own rule). *Turning a pair* costs what the best order that has the pair the other way round has more in disagreements
//! (own rule). *Place*: values that are tied share their places; by Kemeny, a value has every place that it has in some best order, which
//! need not be all from its best to its last; by Schulze,
//! whose order is partial, every place that those before and after it leave open (own rules). A value *moves* when two rules give it
//! no place in common (own rule).
//!
//! **Assumptions.** Every party counts once. Only the order of a party's importances counts, so parties need not use the scale
//! alike.
//!
//! **Missing data.** [`Unranked::NoInformation`], the default: a pair of which a party left one side unrated counts nothing for it;
//! the order by Borda is then that by share, since sums favour what more parties rated; values that nobody compared with another
//! are `unplaced`. [`Unranked::Last`]: what a party left unrated is tied behind all that it rated; the order by Borda is that by
//! score. Parties whose ballot compares nothing are listed in `omitted`, as are importances that are unknown on purpose.
//!
//! **Returns.** [`RankValues`]. With more than 20 values Kemeny's order is undefined (`budget-exhausted`), and only bounds on its
//! disagreements are given; with more than 200 the differences of the rules are not listed (`budget-exhausted`); with more than 400
//! Schulze's order is undefined too, and scores and places have no findings (`scores_without_findings`); with more than 1000
//! nothing is placed.
//!
//! **Complexity.** Parties × the square of the values that each rated, 2^n n² for Kemeny at n ≤ 20 values, n³ for Schulze. Distances: sets of values that come last in a
//! best order × parties, to a bound on these steps; beyond, they are `budget-exhausted`.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{RankValuesOptions, rank_values};
//! use polder::evidence::Measure;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[value.safety]\n[value.privacy]\n[value.thrift]\n\
//!             [party.city]\nvalues = { safety = 5, privacy = 3, thrift = 2 }\n\
//!             [party.shops]\nvalues = { safety = 4, thrift = 3, privacy = 1 }\n\
//!             [party.residents]\nvalues = { privacy = 5, safety = 4 }\n";
//! let found = rank_values(&Model::try_from(Document::from_toml(text)?)?, &RankValuesOptions::new());
//! let Measure::Known(best) = &found.kemeny else { panic!() };
//! assert_eq!(best.order.iter().map(|v| v.as_str()).collect::<Vec<_>>(), ["safety", "privacy", "thrift"]);
//! assert_eq!((best.disagreements, best.optima), (2.0, 2));
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** An order says nothing of distances: the first value may be hardly ahead. Where several orders are as good, the first
//! listed is no better than the others. A majority is no consensus: read who is furthest from the order.

use serde::Serialize;

use super::replay::Rule;
use crate::citation::{self, Citation};
use crate::evidence::{Finding, Measure, Omission, Provenance, Undefined};
use crate::id::{PartyId, ValueId};
use crate::math::borda::{BordaCount, borda, borda_order};
use crate::math::copeland::{CopelandScore, copeland, copeland_order};
use crate::math::kemeny::{BestOrders, Kemeny, MOST_ITEMS, kemeny};
pub use crate::math::preference::Unranked;
use crate::math::schulze::{Schulze, schulze};
use crate::model::Model;
use crate::rating::Aggregate;
use crate::vocabulary::{Vocabulary, vocabulary};

mod ballots;
mod grounds;

use ballots::Table;

vocabulary! {
    /// A rule by which values are ranked.
    RankMethod, "rule of ranking" {
        /// The fewest disagreements.
        Kemeny = "kemeny",
        /// The strongest paths of victories.
        Schulze = "schulze",
        /// The count of wins over all ballots.
        Borda = "borda",
        /// The pairs won.
        Copeland = "copeland",
    }
}

/// How to rank the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RankValuesOptions {
    aggregate: Aggregate,
    unranked: Unranked,
    orders_at_most: usize,
    pairs_at_most: usize,
}

impl Default for RankValuesOptions {
    /// Median over raters; what was not rated says nothing; at most 10 best orders and 1000 pairs listed.
    fn default() -> Self {
        let (aggregate, unranked) = (Aggregate::Median, Unranked::NoInformation);
        Self { aggregate, unranked, orders_at_most: 10, pairs_at_most: 1_000 }
    }
}

impl RankValuesOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// What it says that a party did not rate a value.
    #[must_use]
    pub fn unranked(mut self, unranked: Unranked) -> Self {
        self.unranked = unranked;
        self
    }

    /// How many equally good orders are listed at most; the first always is.
    #[must_use]
    pub fn orders_at_most(mut self, orders: usize) -> Self {
        self.orders_at_most = orders;
        self
    }

    /// How many pairs of values are listed at most, with their findings.
    #[must_use]
    pub fn pairs_at_most(mut self, pairs: usize) -> Self {
        self.pairs_at_most = pairs;
        self
    }
}

/// How one party ranks the values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ValueBallot {
    /// The party.
    pub party: PartyId,
    /// What it rated, most important first; equals stand together.
    pub tiers: Vec<Vec<ValueId>>,
    /// The values in the ranking that it did not rate.
    pub unranked: Vec<ValueId>,
}

/// Between what the places of a value lie, from 1; one place where both are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The best of them.
    pub first: usize,
    /// The last of them.
    pub last: usize,
}

/// How one value is ranked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankedValue {
    /// The value.
    pub value: ValueId,
    /// How many parties with a ballot rated it.
    pub rated_by: usize,
    /// Borda's score.
    pub borda: f64,
    /// In how many comparisons of a party it stood.
    pub compared: f64,
    /// Borda's score / those comparisons, 0 … 1.
    pub borda_share: Measure,
    /// Copeland's score: 1 per value beaten, ½ per draw.
    pub copeland: f64,
    /// Values beaten less values that beat it.
    pub wins_less_defeats: i64,
    /// The most parties by which it is beaten (minimax, winning votes); 0 when nothing beats it.
    pub worst_defeat: f64,
    /// Between what its places in the best orders lie; it need not have every place between.
    pub kemeny_place: Measure<Place>,
    /// The places that it has in some best order, ascending.
    pub kemeny_places: Measure<Vec<usize>>,
    /// The places that those before and after it by Schulze leave it.
    pub schulze_place: Measure<Place>,
    /// Its place by Borda: by share or by score, as the option for the unranked asks.
    pub borda_place: Place,
    /// Its place by Copeland.
    pub copeland_place: Place,
}

impl RankedValue {
    /// Its place by a rule.
    pub fn place(&self, method: RankMethod) -> Measure<Place> {
        match method {
            RankMethod::Kemeny => self.kemeny_place,
            RankMethod::Schulze => self.schulze_place,
            RankMethod::Borda => Measure::Known(self.borda_place),
            RankMethod::Copeland => Measure::Known(self.copeland_place),
        }
    }
}

/// How the parties divide over two values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValuePair {
    /// The two, in id order.
    pub values: [ValueId; 2],
    /// How many parties put the first before the second.
    pub first: u64,
    /// How many put the second before the first.
    pub second: u64,
    /// How many hold them equal.
    pub tied: u64,
    /// How many parties with a ballot are not counted, since they left one of them unrated.
    pub not_counted: u64,
    /// How many disagreements more than the fewest the best order has in which the pair stands the other way than in the first
    /// best order; 0 when another best order has it so.
    pub turning: Measure,
}

/// The orders with the fewest disagreements.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KemenyOrder {
    /// The first of the best orders, by id, most important first.
    pub order: Vec<ValueId>,
    /// The fewest disagreements: pairs of a party that the order has the other way round.
    pub disagreements: f64,
    /// Pairs of a party that the order has as the party has them.
    pub agreements: f64,
    /// How many orders are as good.
    pub optima: u64,
    /// The best orders, as many as were asked for.
    pub orders: Vec<Vec<ValueId>>,
    /// Whether there are more.
    pub truncated: bool,
    /// How many disagreements more the next best order has: 0 when several are best; undefined when there is no other.
    pub next: Measure,
}

/// Between what the fewest disagreements lie. No order is meant by them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DisagreementBounds {
    /// The smaller side of every pair, added up: no order has fewer.
    pub at_least: f64,
    /// What the best of the other rules' orders has, ties broken by id.
    pub at_most: f64,
    /// The first rule that has so few.
    pub at_most_by: RankMethod,
}

/// What two rules order differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MethodPair {
    /// The two rules.
    pub methods: [RankMethod; 2],
    /// The pairs of values that the first puts in this order and the second the other way round; for Kemeny, in every best order.
    pub opposed: Vec<[ValueId; 2]>,
}

/// How far one party is from the order of all: from each of the best orders, since none of them is better than another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyDistance {
    /// The party.
    pub party: PartyId,
    /// How many pairs its ballot ranks.
    pub pairs: u64,
    /// Its Kemeny–Snell distance to the best order: 2 per pair the other way round, 1 per pair that it ties. Where several orders
    /// are as good and it is not as far from all of them, there is no such distance (`no-bearing`), but a lowest and a highest.
    pub distance: Measure,
    /// Distance / (2 × pairs), 0 … 1.
    pub share: Measure,
    /// Its smallest distance to any best order, listed or not.
    pub lowest: Measure,
    /// Its largest distance to any of them.
    pub highest: Measure,
    /// The smallest distance / (2 × pairs).
    pub lowest_share: Measure,
    /// The largest distance / (2 × pairs).
    pub highest_share: Measure,
    /// The pairs that every best order puts in this order and the party the other way round.
    pub turned: Vec<[ValueId; 2]>,
}

/// The ranking of the values for all.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankValues {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<RankValuesOptions>,
    /// Parties whose ballot compares nothing, and importances that are unknown on purpose.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The ballots, in id order of the parties.
    pub ballots: Vec<ValueBallot>,
    /// The values in the ranking, in id order.
    pub values: Vec<RankedValue>,
    /// The values that are not in it.
    pub unplaced: Vec<ValueId>,
    /// The pairs, in id order.
    pub pairs: Vec<ValuePair>,
    /// Whether there are more pairs than are listed.
    pub more_pairs: bool,
    /// The value that more prefer than not to every other, if there is one.
    pub condorcet_winner: Option<ValueId>,
    /// The order with the fewest disagreements.
    pub kemeny: Measure<KemenyOrder>,
    /// Bounds on the fewest disagreements.
    pub bounds: Measure<DisagreementBounds>,
    /// Every two rules that give an order, and what they order differently.
    pub methods: Measure<Vec<MethodPair>>,
    /// The values to which two rules give no place in common.
    pub moved: Vec<ValueId>,
    /// How far every party with a ballot is from the order of all.
    pub parties: Vec<PartyDistance>,
    /// Whether scores and places have no findings, since there are more than 400 values.
    pub scores_without_findings: bool,
    /// Pairs, scores, places and distances with their grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[
    citation::BORDA_1784,
    citation::COPELAND_1951,
    citation::SCHULZE_2011,
    citation::KEMENY_1959,
    citation::KEMENY_SNELL_1962,
    citation::OWN_RANKING,
];

/// How many best orders distances are measured to at most, and in how many steps, a step being a pair of a party in one order.
const MEASURED: usize = 1_000;

/// What the rules make of one table.
struct Orders {
    kemeny: Measure<Kemeny>,
    schulze: Measure<Schulze>,
    /// Per rule with an order of tiers: Schulze, if it was found, Borda, Copeland.
    tiers: Vec<(RankMethod, Vec<Vec<usize>>)>,
}

impl Orders {
    fn of(table: &Table, options: &RankValuesOptions) -> Self {
        let p = &table.preferences;
        let reason = if p.items() == 0 { Undefined::NothingToMeasure } else { Undefined::BudgetExhausted };
        let found = if p.items() == 0 { None } else { kemeny(p, options.orders_at_most.max(MEASURED)) };
        let schulze = schulze(p);
        let mut tiers: Vec<_> = schulze.iter().map(|s| (RankMethod::Schulze, s.order())).collect();
        tiers.push((RankMethod::Borda, borda_order(p, options.unranked)));
        tiers.push((RankMethod::Copeland, copeland_order(p)));
        Self { kemeny: Measure::or(found, reason), schulze: Measure::or(schulze, Undefined::BudgetExhausted), tiers }
    }

    /// The places of all values by a rule.
    fn places(&self, method: RankMethod, items: usize) -> Option<Vec<Place>> {
        if method == RankMethod::Kemeny {
            let Measure::Known(found) = &self.kemeny else { return None };
            let ends = |places: &Vec<usize>| Some(Place { first: places.first()? + 1, last: places.last()? + 1 });
            return found.places.iter().map(ends).collect();
        }
        if let (RankMethod::Schulze, Measure::Known(found)) = (method, &self.schulze) {
            let place = |(first, last): (usize, usize)| Place { first: first + 1, last: last + 1 };
            return Some(found.places().into_iter().map(place).collect());
        }
        let (_, tiers) = self.tiers.iter().find(|(m, _)| *m == method)?;
        let mut out = vec![Place { first: 0, last: 0 }; items];
        let mut before = 0;
        for tier in tiers {
            for item in tier {
                if let Some(cell) = out.get_mut(*item) {
                    *cell = Place { first: before + 1, last: before + tier.len() };
                }
            }
            before += tier.len();
        }
        Some(out)
    }

    /// By rule, whether the first of two values comes before the second for certain.
    fn before(&self, method: RankMethod, places: &[Place], a: usize, b: usize) -> bool {
        match (method, &self.kemeny, &self.schulze) {
            (RankMethod::Kemeny, Measure::Known(found), _) => cost(found, b, a) > 0.0,
            (RankMethod::Schulze, _, Measure::Known(found)) => found.before(a, b),
            _ => places.get(a).zip(places.get(b)).is_some_and(|(a, b)| a.last < b.first),
        }
    }
}

/// What the best order costs that puts the first before the second.
fn cost(found: &Kemeny, a: usize, b: usize) -> f64 {
    found.cost_of.get(a).and_then(|row| row.get(b)).copied().unwrap_or(0.0)
}

/// Ranks the values. See the [module](self).
pub fn rank_values(model: &Model, options: &RankValuesOptions) -> RankValues {
    let provenance = Provenance { method: "rank_values", method_version: 1, options: *options, cites: CITES };
    let mut omitted = ballots::unknown(model, options.aggregate);
    let table = Table::of(model, options.aggregate, options.unranked);
    omitted.extend(table.silent.iter().cloned());
    omitted.sort();
    let orders = Orders::of(&table, options);
    let items = table.values.len();
    let methods: Vec<(RankMethod, Vec<Place>)> =
        RankMethod::ALL.iter().filter_map(|m| Some((*m, orders.places(*m, items)?))).collect();
    let values = ranked(&table, &orders, &methods);
    let pair_count = items * items.saturating_sub(1) / 2;
    let listed: Vec<(usize, usize)> =
        (0..items).flat_map(|a| (a + 1..items).map(move |b| (a, b))).take(options.pairs_at_most).collect();
    let name = |item: usize| table.values.get(item).cloned();
    let name_all = |order: &[usize]| order.iter().filter_map(|item| name(*item)).collect::<Vec<_>>();
    let most = options.orders_at_most.max(1);
    let kemeny = match &orders.kemeny {
        Measure::Undefined(reason) => Measure::Undefined(*reason),
        Measure::Known(found) => Measure::Known(KemenyOrder {
            order: found.orders.first().map(|order| name_all(order)).unwrap_or_default(),
            disagreements: found.disagreements,
            agreements: found.agreements,
            optima: found.optima,
            orders: found.orders.iter().take(most).map(|order| name_all(order)).collect(),
            truncated: u64::try_from(most).is_ok_and(|listed| listed < found.optima),
            next: Measure::or(found.next, Undefined::NothingToMeasure),
        }),
    };
    let moved = values.iter().filter(|v| moves(v)).map(|v| v.value.clone()).collect();
    let parties = distances(&table, &orders);
    let findings = grounds::findings(&table, &orders, &listed, &parties);
    RankValues {
        provenance,
        omitted,
        ballots: table.ballots(),
        pairs: listed.iter().filter_map(|(a, b)| pair(&table, &orders, *a, *b)).collect(),
        more_pairs: pair_count > listed.len(),
        condorcet_winner: table.preferences.condorcet_winner().and_then(name),
        kemeny,
        bounds: bounds(&table, &orders),
        methods: opposed(&table, &orders, &methods),
        moved,
        parties,
        scores_without_findings: items > grounds::MOST_SCORED,
        unplaced: table.unplaced,
        values,
        findings,
    }
}

/// Whether two rules give a value no place in common.
fn moves(value: &RankedValue) -> bool {
    let range = |method: RankMethod| match method {
        RankMethod::Kemeny => None,
        other => value.place(other).value(),
    };
    let ranges: Vec<Place> = RankMethod::ALL.iter().filter_map(|m| range(*m)).collect();
    let apart = ranges.iter().map(|p| p.first).max() > ranges.iter().map(|p| p.last).min();
    let strays = |places: &[usize]| {
        ranges.iter().any(|range| !places.iter().any(|place| (range.first..=range.last).contains(place)))
    };
    apart || value.kemeny_places.as_ref().value().is_some_and(|places| strays(places))
}

fn ranked(table: &Table, orders: &Orders, methods: &[(RankMethod, Vec<Place>)]) -> Vec<RankedValue> {
    let p = &table.preferences;
    let (borda, copeland, worst) = (borda(p), copeland(p), p.worst_defeats());
    let place = |method: RankMethod, item: usize| {
        methods.iter().find(|(m, _)| *m == method).and_then(|(_, places)| places.get(item)).copied()
    };
    let no_kemeny = match &orders.kemeny {
        Measure::Undefined(reason) => *reason,
        Measure::Known(_) => Undefined::NothingToMeasure,
    };
    let value = |item: usize, value: &ValueId, borda: &BordaCount, copeland: &CopelandScore, worst_defeat: f64| {
        Some(RankedValue {
            value: value.clone(),
            rated_by: table.rated_by(item),
            borda: borda.score,
            compared: borda.compared,
            borda_share: Measure::or(borda.share, Undefined::NothingToMeasure),
            copeland: copeland.score(),
            wins_less_defeats: copeland.wins_less_defeats(),
            worst_defeat,
            kemeny_place: Measure::or(place(RankMethod::Kemeny, item), no_kemeny),
            kemeny_places: match &orders.kemeny {
                Measure::Undefined(reason) => Measure::Undefined(*reason),
                Measure::Known(found) => Measure::or(
                    found.places.get(item).map(|places| places.iter().map(|place| place + 1).collect()),
                    no_kemeny,
                ),
            },
            schulze_place: Measure::or(place(RankMethod::Schulze, item), Undefined::BudgetExhausted),
            borda_place: place(RankMethod::Borda, item)?,
            copeland_place: place(RankMethod::Copeland, item)?,
        })
    };
    let scores = itertools::izip!(&table.values, &borda, &copeland, worst).enumerate();
    scores.filter_map(|(item, (id, borda, copeland, worst))| value(item, id, borda, copeland, worst)).collect()
}

fn pair(table: &Table, orders: &Orders, a: usize, b: usize) -> Option<ValuePair> {
    let p = &table.preferences;
    let (first, second, tied) = (whole(p.over(a, b)), whole(p.over(b, a)), whole(p.tied(a, b)));
    let turning = match &orders.kemeny {
        Measure::Known(found) => Measure::Known(cost(found, a, b).max(cost(found, b, a))),
        Measure::Undefined(reason) => Measure::Undefined(*reason),
    };
    let ballots = u64::try_from(table.judges.len()).unwrap_or(u64::MAX);
    Some(ValuePair {
        values: [table.values.get(a)?.clone(), table.values.get(b)?.clone()],
        first,
        second,
        tied,
        not_counted: ballots.saturating_sub(first + second + tied),
        turning,
    })
}

/// A count of ballots, each of which counts for one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of ballots")]
fn whole(x: f64) -> u64 {
    x as u64
}

fn bounds(table: &Table, orders: &Orders) -> Measure<DisagreementBounds> {
    let p = &table.preferences;
    let reason = if table.too_many { Undefined::BudgetExhausted } else { Undefined::NothingToMeasure };
    if p.items() == 0 {
        return Measure::Undefined(reason);
    }
    let of = |(method, tiers): &(RankMethod, Vec<Vec<usize>>)| Some((p.disagreements(&tiers.concat())?, *method));
    let best = orders.tiers.iter().filter_map(of).reduce(|best, other| if other.0 < best.0 { other } else { best });
    let bounds =
        best.map(|(at_most, at_most_by)| DisagreementBounds { at_least: p.fewest_possible(), at_most, at_most_by });
    Measure::or(bounds, reason)
}

/// Of how many values the rules' differences are listed at most.
const MOST_OPPOSED: usize = MOST_ITEMS * 10;

fn opposed(table: &Table, orders: &Orders, methods: &[(RankMethod, Vec<Place>)]) -> Measure<Vec<MethodPair>> {
    let items = table.values.len();
    if table.too_many || items > MOST_OPPOSED {
        return Measure::Undefined(Undefined::BudgetExhausted);
    }
    if items == 0 {
        return Measure::Known(Vec::new());
    }
    let mut out = Vec::new();
    for (i, (first, there)) in methods.iter().enumerate() {
        for (second, back) in methods.iter().skip(i + 1) {
            let pairs = (0..items).flat_map(|a| (0..items).map(move |b| (a, b)));
            let turned =
                pairs.filter(|(a, b)| orders.before(*first, there, *a, *b) && orders.before(*second, back, *b, *a));
            let named = turned.filter_map(|(a, b)| Some([table.values.get(a)?.clone(), table.values.get(b)?.clone()]));
            out.push(MethodPair { methods: [*first, *second], opposed: named.collect() });
        }
    }
    Measure::Known(out)
}

/// How many steps the distances of all parties may take together.
const DISTANCE_STEPS: usize = 100_000_000;

fn distances(table: &Table, orders: &Orders) -> Vec<PartyDistance> {
    // The ranges of all or of none, whatever the ids.
    let ranges = match &orders.kemeny {
        Measure::Undefined(reason) => Err(*reason),
        Measure::Known(found) => {
            let all = found.all.as_ref();
            let affordable = |all: &&BestOrders| all.work().saturating_mul(table.judges.len()) <= DISTANCE_STEPS;
            all.filter(affordable).ok_or(Undefined::BudgetExhausted)
        }
    };
    let of = |judge: &ballots::Judge| {
        let range = ranges.map(|all| judge.range(all));
        let measure = |number: Result<f64, Undefined>| match number {
            Ok(number) => Measure::Known(number),
            Err(reason) => Measure::Undefined(reason),
        };
        let lowest = measure(range.map(|(low, _)| low));
        let highest = measure(range.map(|(_, high)| high));
        let agreed = range.and_then(|(low, high)| if low == high { Ok(low) } else { Err(Undefined::NoBearing) });
        let distance = measure(agreed);
        PartyDistance {
            party: judge.party.clone(),
            pairs: judge.pairs(),
            distance,
            share: judge.share(distance),
            lowest,
            highest,
            lowest_share: judge.share(lowest),
            highest_share: judge.share(highest),
            turned: match &orders.kemeny {
                Measure::Known(found) => judge.turned(&table.values, |a, b| cost(found, b, a) > 0.0),
                Measure::Undefined(_) => Vec::new(),
            },
        }
    };
    table.judges.iter().map(of).collect()
}

pub(super) const RULES: &[Rule] = grounds::RULES;
