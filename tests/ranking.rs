//! Ranking values and comparing them two by two: against brute force, against plain restatements, and by properties.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss
)]

mod common;

use std::collections::BTreeMap;

use common::strategies::{analysis_model, model};
use common::{rename, shuffled};
use itertools::Itertools;
use polder::Document;
use polder::analysis::rank_values::{RankMethod, Unranked};
use polder::analysis::value_priorities::{RandomIndex, RandomIndexEntry};
use polder::analysis::{
    INDEX, NotRun, RankValues, RankValuesOptions, ValuePriorities, ValuePrioritiesOptions, rank_values, replay,
    value_priorities,
};
use polder::evidence::{Amount, Measure, Undefined};
use polder::id::{ComparisonId, PartyId, ValueId};
use polder::math::borda::{borda, borda_order};
use polder::math::copeland::copeland_order;
use polder::math::kemeny::{Kemeny, fewest_disagreements, kemeny};
use polder::math::pairwise_comparison::{NoPriorities, PairwiseMatrix, consensus, mean_priorities};
use polder::math::preference::{BadBallots, Ballot, Preferences};
use polder::math::schulze::schulze;
use polder::model::{Comparison, Element, Model, Remarks};
use polder::rating::Rating;
use polder::scale::Preference;
use polder::vocabulary::Vocabulary;
use proptest::prelude::*;

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap()
}

fn ranking(text: &str) -> RankValues {
    rank_values(&read(text), &RankValuesOptions::new())
}

fn v(text: &str) -> ValueId {
    ValueId::new(text).unwrap()
}

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn ids(values: &[ValueId]) -> Vec<&str> {
    values.iter().map(ValueId::as_str).collect()
}

fn known<T>(m: &Measure<T>) -> &T {
    match m {
        Measure::Known(x) => x,
        Measure::Undefined(reason) => panic!("undefined: {reason}"),
    }
}

fn because<T>(m: &Measure<T>) -> Undefined {
    match m {
        Measure::Known(_) => panic!("it is known"),
        Measure::Undefined(reason) => *reason,
    }
}

const WEIGHTS: [f64; 5] = [1.0, 2.0, 0.5, 0.1, 7.0];

/// Ballots over up to so many items, with ties, gaps and weights.
fn ballots(most: usize) -> impl Strategy<Value = (usize, Vec<Ballot>)> {
    (1..=most).prop_flat_map(|n| {
        let one = (prop::collection::vec(0..5_usize, n), 0..WEIGHTS.len()).prop_map(move |(tiers, weight)| {
            // Tier 4 is not on the ballot.
            let tier = |t: usize| (0..n).filter(|i| tiers[*i] == t).collect::<Vec<_>>();
            let tiers = (0..4).map(tier).filter(|t| !t.is_empty()).collect();
            Ballot { weight: WEIGHTS[weight], tiers }
        });
        (Just(n), prop::collection::vec(one, 0..6))
    })
}

fn readings() -> impl Strategy<Value = Unranked> {
    prop_oneof![Just(Unranked::Last), Just(Unranked::NoInformation)]
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// d(a, b), said again from the ballots.
fn over(ballots: &[Ballot], unranked: Unranked, a: usize, b: usize) -> f64 {
    let tier = |ballot: &Ballot, item: usize| ballot.tiers.iter().position(|t| t.contains(&item));
    let before = |ballot: &Ballot| match (tier(ballot, a), tier(ballot, b)) {
        (Some(x), Some(y)) => x < y,
        (Some(_), None) => unranked == Unranked::Last,
        _ => false,
    };
    ballots.iter().filter(|ballot| before(ballot)).map(|ballot| ballot.weight).sum()
}

fn check_kemeny(p: &Preferences, found: &Kemeny) -> Result<(), TestCaseError> {
    let n = p.items();
    let all: Vec<(f64, Vec<usize>)> =
        (0..n).permutations(n).map(|order| (p.disagreements(&order).unwrap(), order)).collect();
    let best = all.iter().map(|(cost, _)| *cost).fold(f64::INFINITY, f64::min);
    prop_assert_eq!(found.disagreements, best);
    prop_assert_eq!(fewest_disagreements(p), Some(best));
    let optima: Vec<Vec<usize>> = all.iter().filter(|(cost, _)| *cost == best).map(|(_, o)| o.clone()).collect();
    prop_assert_eq!(found.optima as usize, optima.len());
    prop_assert_eq!(&found.orders, &optima, "all of them, lexicographically");
    let others = all.iter().filter(|(_, o)| *o != optima[0]).map(|(cost, _)| *cost).reduce(f64::min);
    // Any weights of pairs will do.
    let weight = |a: usize, b: usize| (7 * a + 3 * b) as u64 % 5;
    let sum = |o: &Vec<usize>| o.iter().array_combinations().map(|[a, b]| weight(*a, *b)).sum::<u64>();
    let sums = || optima.iter().map(sum);
    let range = found.all.as_ref().unwrap().range(weight);
    prop_assert_eq!(range, (sums().min().unwrap(), sums().max().unwrap()));
    match (found.next, others) {
        (Some(next), Some(cost)) => prop_assert!(close(next, cost - best)),
        (next, cost) => prop_assert_eq!(next, cost),
    }
    for a in 0..n {
        let places = optima.iter().map(|o| o.iter().position(|x| *x == a).unwrap());
        prop_assert_eq!(&found.places[a], &places.sorted().dedup().collect::<Vec<_>>());
        for b in (0..n).filter(|b| *b != a) {
            let so = |o: &[usize]| o.iter().position(|x| *x == a) < o.iter().position(|x| *x == b);
            let cost = all.iter().filter(|(_, o)| so(o)).map(|(cost, _)| *cost).fold(f64::INFINITY, f64::min);
            prop_assert!(close(found.cost_of[a][b], cost - best), "{} before {}", a, b);
        }
    }
    Ok(())
}

/// The strongest path, over every path there is.
fn strongest(p: &Preferences, from: usize, to: usize) -> f64 {
    let between: Vec<usize> = (0..p.items()).filter(|i| *i != from && *i != to).collect();
    let paths = (0..=between.len()).flat_map(|k| between.iter().copied().permutations(k).collect::<Vec<_>>());
    let strength = |middle: Vec<usize>| {
        let path: Vec<usize> = [from].into_iter().chain(middle).chain([to]).collect();
        let steps = path.windows(2).map(|s| if p.beats(s[0], s[1]) { p.over(s[0], s[1]) } else { 0.0 });
        steps.fold(f64::INFINITY, f64::min)
    };
    paths.map(strength).fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn kemeny_is_what_brute_force_finds((n, ballots) in ballots(6), unranked in readings()) {
        let p = Preferences::new(n, &ballots, unranked).unwrap();
        check_kemeny(&p, &kemeny(&p, 10_000).unwrap())?;
    }

    #[test]
    fn schulze_is_what_all_paths_say((n, ballots) in ballots(5), unranked in readings()) {
        let p = Preferences::new(n, &ballots, unranked).unwrap();
        let found = schulze(&p).unwrap();
        let order = found.order();
        let tier = |i: usize| order.iter().position(|t| t.contains(&i)).unwrap();
        for (a, b) in (0..n).cartesian_product(0..n).filter(|(a, b)| a != b) {
            prop_assert_eq!(found.strengths()[a][b], strongest(&p, a, b));
            prop_assert!(!found.before(a, b) || tier(a) < tier(b));
            let places = found.places();
            prop_assert!(!found.before(a, b) || places[a].0 < places[b].0 && places[a].1 < places[b].1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn kemeny_of_seven((_, ballots) in ballots(7).prop_filter("seven", |(n, _)| *n == 7), unranked in readings()) {
        let p = Preferences::new(7, &ballots, unranked).unwrap();
        check_kemeny(&p, &kemeny(&p, 10_000).unwrap())?;
    }
}

proptest! {
    #[test]
    fn pairs_are_counted_exactly((n, ballots) in ballots(7), unranked in readings()) {
        let p = Preferences::new(n, &ballots, unranked).unwrap();
        for (a, b) in (0..n).cartesian_product(0..n).filter(|(a, b)| a != b) {
            prop_assert!(close(p.over(a, b), over(&ballots, unranked, a, b)));
            prop_assert_eq!(p.tied(a, b), p.tied(b, a));
        }
        // Borda: every comparison hands out one point.
        let points: f64 = borda(&p).iter().map(|b| b.score).sum();
        let compared: f64 = (0..n).array_combinations().map(|[a, b]| p.compared(a, b)).sum();
        prop_assert!(close(points, compared));
        for of in borda(&p) {
            prop_assert_eq!(of.share.is_some(), of.compared > 0.0);
            prop_assert!(of.share.is_none_or(|s| (0.0..=1.0).contains(&s)));
        }
        let mut backwards = ballots.clone();
        backwards.reverse();
        prop_assert_eq!(&p, &Preferences::new(n, &backwards, unranked).unwrap());
    }

    #[test]
    fn a_condorcet_winner_is_first((n, ballots) in ballots(7), unranked in readings()) {
        let p = Preferences::new(n, &ballots, unranked).unwrap();
        if let Some(winner) = p.condorcet_winner() {
            prop_assert_eq!(p.worst_defeats()[winner], 0.0);
            prop_assert!(kemeny(&p, 100).unwrap().orders.iter().all(|o| o[0] == winner));
            prop_assert_eq!(&kemeny(&p, 1).unwrap().places[winner], &[0]);
            prop_assert_eq!(&schulze(&p).unwrap().order()[0], &vec![winner]);
            prop_assert_eq!(schulze(&p).unwrap().places()[winner], (0, 0));
            prop_assert_eq!(&copeland_order(&p)[0], &vec![winner]);
        }
    }

    #[test]
    fn names_do_not_matter((n, ballots) in ballots(6), unranked in readings(), seed in any::<u64>()) {
        let mut to: Vec<usize> = (0..n).collect();
        to.sort_by_key(|i| (*i as u64 + 1).wrapping_mul(seed | 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let turned: Vec<Ballot> = ballots
            .iter()
            .map(|b| Ballot { tiers: b.tiers.iter().map(|t| t.iter().map(|i| to[*i]).collect()).collect(), ..b.clone() })
            .collect();
        let p = Preferences::new(n, &ballots, unranked).unwrap();
        let q = Preferences::new(n, &turned, unranked).unwrap();
        let same = |x: Vec<Vec<usize>>| -> Vec<Vec<usize>> {
            x.into_iter().map(|t| t.into_iter().map(|i| to[i]).sorted().collect()).collect()
        };
        prop_assert_eq!(same(schulze(&p).unwrap().order()), schulze(&q).unwrap().order());
        prop_assert_eq!(same(borda_order(&p, unranked)), borda_order(&q, unranked));
        prop_assert_eq!(same(copeland_order(&p)), copeland_order(&q));
        let (a, b) = (kemeny(&p, 1_000).unwrap(), kemeny(&q, 1_000).unwrap());
        prop_assert_eq!((a.disagreements, a.optima, a.next), (b.disagreements, b.optima, b.next));
        let mapped: Vec<Vec<usize>> = a.orders.iter().map(|o| o.iter().map(|i| to[*i]).collect()).sorted().collect();
        prop_assert_eq!(mapped, b.orders);
        for (i, j) in (0..n).cartesian_product(0..n) {
            prop_assert_eq!(a.cost_of[i][j], b.cost_of[to[i]][to[j]]);
        }
    }

    #[test]
    fn turning_all_ballots_turns_kemeny_and_copeland((n, ballots) in ballots(6)) {
        let turned: Vec<Ballot> = ballots
            .iter()
            .map(|b| Ballot { tiers: b.tiers.iter().rev().cloned().collect(), ..b.clone() })
            .collect();
        let p = Preferences::new(n, &ballots, Unranked::NoInformation).unwrap();
        let q = Preferences::new(n, &turned, Unranked::NoInformation).unwrap();
        let back = |o: Vec<Vec<usize>>| o.into_iter().rev().collect::<Vec<_>>();
        prop_assert_eq!(back(copeland_order(&p)), copeland_order(&q));
        let (a, b) = (kemeny(&p, 1_000).unwrap(), kemeny(&q, 1_000).unwrap());
        let reversed: Vec<Vec<usize>> = a.orders.iter().map(|o| o.iter().rev().copied().collect()).sorted().collect();
        prop_assert_eq!(reversed, b.orders);
        prop_assert_eq!(a.disagreements, b.disagreements);
    }

    #[test]
    fn what_all_agree_on_is_every_order(n in 1_usize..8, judges in 1_usize..5, seed: u64) {
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by_key(|i| (*i as u64 + 1).wrapping_mul(seed | 1));
        let ballots = vec![Ballot::new(order.iter().map(|i| vec![*i]).collect()); judges];
        let p = Preferences::new(n, &ballots, Unranked::NoInformation).unwrap();
        let found = kemeny(&p, 10).unwrap();
        prop_assert_eq!((found.disagreements, found.optima), (0.0, 1));
        prop_assert_eq!(&found.orders[0], &order);
        let tiers: Vec<Vec<usize>> = order.iter().map(|i| vec![*i]).collect();
        prop_assert_eq!(&schulze(&p).unwrap().order(), &tiers);
        prop_assert_eq!(&borda_order(&p, Unranked::NoInformation), &tiers);
        prop_assert_eq!(&copeland_order(&p), &tiers);
    }
}

#[test]
fn ballots_that_cannot_be_counted() {
    let of = |n: usize, ballot: Ballot| Preferences::new(n, &[ballot], Unranked::Last).unwrap_err();
    assert_eq!(of(2, Ballot::new(vec![vec![2]])), BadBallots::NoSuchItem { ballot: 0, item: 2 });
    assert_eq!(of(2, Ballot::new(vec![vec![1], vec![1]])), BadBallots::Twice { ballot: 0, item: 1 });
    for weight in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(of(2, Ballot { weight, tiers: vec![vec![0]] }), BadBallots::Weight(0), "{weight}");
    }
    let all = |weights: &[f64]| {
        let ballot = |weight: &f64| Ballot { weight: *weight, tiers: vec![vec![0], vec![1]] };
        Preferences::new(2, &weights.iter().map(ballot).collect::<Vec<_>>(), Unranked::Last)
    };
    assert_eq!(all(&[1.0, 1e-40, 2.0]), Err(BadBallots::TooFine(1)));
    assert_eq!(all(&[1.0, 2.0, 1e300, 3.0]), Err(BadBallots::TooHeavy(2)));
    for weights in [&[1e300, 2e300][..], &[1e-300], &[1.0, 1.0, 1.0 / 3.0], &[1e16, 0.5], &[1e6, 1e-6]] {
        let (found, sum) = (all(weights).unwrap().over(0, 1), weights.iter().sum::<f64>());
        assert!((found / sum - 1.0).abs() < 1e-15, "{weights:?}: {found}");
    }
    let p = all(&[1.0]).unwrap();
    for bad in [&[0, 0][..], &[0, 2], &[1, 0, 1]] {
        assert_eq!(p.disagreements(bad), None, "{bad:?}");
    }
    assert_eq!(p.disagreements(&[1, 0]), Some(1.0));
    assert_eq!(of(1_001, Ballot::new(vec![vec![0]])), BadBallots::TooManyItems(1_001));
    let tenths = Ballot { weight: 0.1, tiers: vec![vec![0], vec![1]] };
    let p = Preferences::new(2, &vec![tenths; 3], Unranked::Last).unwrap();
    assert_eq!(p.over(0, 1), 0.3, "three tenths are three tenths");
}

proptest! {
    #[test]
    fn kemeny_with_any_weights(
        n in 2_usize..6,
        said in prop::collection::vec((prop::collection::vec(0..4_usize, 6), 0..6_usize), 0..6),
    ) {
        let weights = [1.0 / 3.0, 1.0 / 7.0, 0.1 + 0.2, 2.0 / 3.0, 1.0, 1e5];
        let ballot = |(tiers, weight): &(Vec<usize>, usize)| {
            let tier = |t: usize| (0..n).filter(|i| tiers[*i] == t).collect::<Vec<_>>();
            Ballot { weight: weights[*weight], tiers: (0..4).map(tier).filter(|t| !t.is_empty()).collect() }
        };
        let all: Vec<Ballot> = said.iter().map(ballot).collect();
        let p = Preferences::new(n, &all, Unranked::Last).unwrap();
        // The decimals of every weight, in parts of 10^20.
        let parts = |weight: f64| -> i128 {
            let text = format!("{weight}");
            let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
            format!("{whole}{rest:0<20}").parse().unwrap()
        };
        let over = |a: usize, b: usize| -> i128 {
            let before = |x: &&(Vec<usize>, usize)| x.0[a] < x.0[b];
            said.iter().filter(before).map(|x| parts(weights[x.1])).sum()
        };
        let cost = |o: &Vec<usize>| o.iter().array_combinations().map(|[a, b]| over(*b, *a)).sum::<i128>();
        let orders: Vec<Vec<usize>> = (0..n).permutations(n).collect();
        let best = orders.iter().map(cost).min().unwrap();
        let optima: Vec<_> = orders.into_iter().filter(|o| cost(o) == best).collect();
        let found = kemeny(&p, 1_000).unwrap();
        prop_assert_eq!(found.orders, optima);
        prop_assert!((found.disagreements - best as f64 / 1e20).abs() <= 1e-15 * found.disagreements);
    }
}

#[test]
fn the_weight_of_all_changes_nothing() {
    // Numbers too long for a machine word, so that it is all counted in long ones.
    let long = [1e30 + 1e15, 1e30, 2e30];
    let ballots = |weights: [f64; 3]| {
        let ballot =
            |(k, weight): (usize, &f64)| Ballot { weight: *weight, tiers: (0..4).map(|i| vec![(i + k) % 4]).collect() };
        let p = Preferences::new(4, &weights.iter().enumerate().map(ballot).collect::<Vec<_>>(), Unranked::Last);
        kemeny(&p.unwrap(), 100).unwrap()
    };
    let (found, short) = (ballots(long), ballots([1.000_001, 1.0, 2.0]));
    assert_eq!((&found.orders, &found.places, found.optima), (&short.orders, &short.places, short.optima));
}

#[test]
fn twenty_items_and_no_more() {
    let cycle = |n: usize| {
        let shifted = |by: usize| Ballot::new((0..n).map(|i| vec![(i + by) % n]).collect());
        Preferences::new(n, &[shifted(0), shifted(n / 3), shifted(2 * n / 3)], Unranked::Last).unwrap()
    };
    assert!(kemeny(&cycle(21), 1).is_none());
    let nothing = Preferences::new(12, &[], Unranked::Last).unwrap();
    let found = kemeny(&nothing, 3).unwrap();
    assert_eq!((found.optima, found.orders.len(), found.disagreements), (479_001_600, 3, 0.0));
    assert_eq!(found.places[5], (0..12).collect::<Vec<_>>());
    let none = Preferences::new(0, &[], Unranked::Last).unwrap();
    let found = kemeny(&none, 3).unwrap();
    assert_eq!((found.optima, found.orders, found.next), (1, vec![Vec::<usize>::new()], None));
}

// The values of a model.

#[test]
fn gaps_say_nothing_or_stand_last() {
    let text = "[value.a]\n[value.b]\n[value.c]\n[value.d]\n[party.p]\nvalues = { a = 5, b = 3 }\n\
                [party.q]\nvalues = { b = 4, c = 4 }\n[party.r]\nvalues = { c = 1 }\n[party.s]\n";
    let m = read(text);
    let found = ranking(text);
    assert_eq!(found.values.iter().map(|x| x.value.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!((ids(&found.unplaced), found.ballots.len()), (vec!["d"], 2));
    let omitted: Vec<_> = found.omitted.iter().map(|o| o.subject.to_string()).collect();
    assert_eq!(omitted, ["party:r", "party:s"], "one value is compared with nothing");
    let pairs: Vec<_> = found.pairs.iter().map(|x| (x.first, x.second, x.tied, x.not_counted)).collect();
    assert_eq!(pairs, [(1, 0, 0, 1), (0, 0, 0, 2), (0, 0, 1, 1)]);
    let shares: Vec<_> = found.values.iter().map(|x| (x.borda, x.compared, x.borda_share)).collect();
    let half = Measure::Known(0.25);
    assert_eq!(shares, [(1.0, 1.0, Measure::Known(1.0)), (0.5, 2.0, half), (0.5, 1.0, Measure::Known(0.5))]);
    // By sums a leads b and c alike; by shares c is ahead of b.
    let places: Vec<_> = found.values.iter().map(|x| x.borda_place.first).collect();
    assert_eq!(places, [1, 3, 2]);
    let best = known(&found.kemeny);
    assert_eq!((best.disagreements, best.optima, best.next), (0.0, 3, Measure::Known(0.0)));
    assert_eq!(best.orders.iter().map(|o| ids(o).concat()).collect::<Vec<_>>(), ["abc", "acb", "cab"]);
    let place = known(&found.values[2].kemeny_place);
    assert_eq!((place.first, place.last), (1, 3));
    assert_eq!(known(&found.values[2].kemeny_places), &[1, 2, 3]);

    let last = rank_values(&m, &RankValuesOptions::new().unranked(Unranked::Last));
    assert_eq!((last.values.len(), last.ballots.len(), last.unplaced.len()), (4, 3, 0));
    assert_eq!(last.omitted.len(), 1, "a ballot of one puts it before all others");
    let pairs: Vec<_> = last.pairs.iter().map(|x| (x.first, x.second, x.tied, x.not_counted)).collect();
    assert_eq!(pairs, [(1, 1, 1, 0), (1, 2, 0, 0), (1, 0, 2, 0), (1, 1, 1, 0), (2, 0, 1, 0), (2, 0, 1, 0)]);
    assert_eq!(last.ballots[0].unranked, [v("c"), v("d")]);
    for (found, m) in [(&found, &m), (&last, &m)] {
        found.findings.iter().for_each(|f| assert_eq!(replay(f, m), Ok(()), "{f:?}"));
    }
}

#[test]
fn distances_to_the_order_of_all() {
    let found = ranking(
        "[value.a]\n[value.b]\n[value.c]\n[party.p]\nvalues = { a = 5, b = 4, c = 3 }\n\
         [party.q]\nvalues = { a = 5, b = 4, c = 1 }\n[party.r]\nvalues = { a = 1, b = 2, c = 3 }\n\
         [party.s]\nvalues = { a = 2, b = 2 }\n",
    );
    let best = known(&found.kemeny);
    assert_eq!((ids(&best.order), best.disagreements, best.agreements), (vec!["a", "b", "c"], 3.0, 6.0));
    assert_eq!((best.optima, best.next), (1, Measure::Known(1.0)));
    let far: Vec<_> = found.parties.iter().map(|x| (x.pairs, *known(&x.lowest), *known(&x.highest_share))).collect();
    assert_eq!(far, [(3, 0.0, 0.0), (3, 0.0, 0.0), (3, 6.0, 1.0), (1, 1.0, 0.5)]);
    assert_eq!(found.parties[2].turned.len(), 3);
    assert_eq!(found.condorcet_winner, Some(v("a")));
    let methods = known(&found.methods);
    assert!(found.moved.is_empty() && methods.len() == 6 && methods.iter().all(|x| x.opposed.is_empty()));
    let bounds = known(&found.bounds);
    assert_eq!((bounds.at_least, bounds.at_most, bounds.at_most_by), (3.0, 3.0, RankMethod::Schulze));
    assert!(found.pairs.iter().all(|x| x.turning == Measure::Known(1.0) || x.values == [v("a"), v("c")]));
    assert_eq!(found.pairs[1].turning, Measure::Known(2.0));
}

/// A circle of majorities: three best orders.
const CIRCLE: &str = "[value.a]\n[value.b]\n[value.c]\n[party.p]\nvalues = { a = 3, b = 2, c = 1 }\n\
                      [party.q]\nvalues = { b = 3, c = 2, a = 1 }\n[party.r]\nvalues = { c = 3, a = 2, b = 1 }\n";

#[test]
fn the_distance_to_many_best_orders() {
    let (m, found) = (read(CIRCLE), ranking(CIRCLE));
    assert_eq!(known(&found.kemeny).optima, 3);
    for x in &found.parties {
        assert_eq!((because(&x.distance), because(&x.share)), (Undefined::NoBearing, Undefined::NoBearing));
        assert_eq!((*known(&x.lowest), *known(&x.highest)), (0.0, 4.0));
        assert_eq!((*known(&x.lowest_share), *known(&x.highest_share)), (0.0, 4.0 / 6.0));
    }
    assert!(found.findings.iter().all(|f| f.rule != "value-order-distance"));
    // It does not matter how many orders are listed, nor under which names.
    let one = rank_values(&m, &RankValuesOptions::new().orders_at_most(1));
    assert_eq!(one.parties, found.parties);
}

proptest! {
    #[test]
    fn distances_do_not_hang_on_names(
        said in prop::collection::vec(prop::collection::vec(0..4_u8, 5), 1..5),
        turn in 0..5_usize,
    ) {
        let read_as = |name: &dyn Fn(usize) -> usize| {
            let mut text: String = (0..5).map(|i| format!("[value.v{i}]\n")).collect();
            for (party, ratings) in said.iter().enumerate() {
                let rated = ratings.iter().enumerate().filter(|(_, r)| **r > 0);
                let rated = rated.map(|(i, r)| format!("v{} = {r}", name(i))).join(", ");
                text += &format!("[party.p{party}]\nvalues = {{ {rated} }}\n");
            }
            ranking(&text)
        };
        let (found, renamed) = (read_as(&|i| i), read_as(&|i| (2 * i + turn) % 5));
        let numbers = |r: &RankValues| -> Vec<_> {
            r.parties.iter().map(|x| (x.party.clone(), x.distance, x.share, x.lowest, x.highest, x.highest_share)).collect()
        };
        prop_assert_eq!(numbers(&found), numbers(&renamed));
        if let Measure::Known(best) = &found.kemeny {
            for x in &found.parties {
                let ballot = found.ballots.iter().find(|b| b.party == x.party).unwrap();
                let tier = |v: &ValueId| ballot.tiers.iter().position(|t| t.contains(v));
                let far = |o: &Vec<ValueId>| -> f64 {
                    o.iter().array_combinations().map(|[a, b]| match (tier(a), tier(b)) {
                        (Some(a), Some(b)) if a == b => 1.0,
                        (Some(a), Some(b)) if a > b => 2.0,
                        _ => 0.0,
                    }).sum()
                };
                if !best.truncated {
                    let all: Vec<f64> = best.orders.iter().map(far).collect();
                    let (low, high) = (all.iter().copied().reduce(f64::min), all.iter().copied().reduce(f64::max));
                    prop_assert_eq!((x.lowest.value(), x.highest.value()), (low, high));
                    prop_assert_eq!(x.distance.value(), low.filter(|_| low == high));
                }
            }
        }
    }
}

#[test]
fn a_forged_order_does_not_replay() {
    let m = read(CIRCLE);
    let found = ranking(CIRCLE);
    let best = found.findings.iter().find(|f| f.rule == "value-kemeny").unwrap();
    assert_eq!(replay(best, &m), Ok(()));
    // The order c, b, a has five disagreements and not four; everything else in the finding is as true of it.
    let mut forged = best.clone();
    forged.subject.reverse();
    forged.amount = Amount::Number(5.0);
    for (because, against) in forged.because.iter_mut().skip(1).zip([3.0, 1.0, 1.0]) {
        because.amount = against;
    }
    assert!(replay(&forged, &m).is_err());
    // And so for the distance of a party to an order that is not the best.
    let text = "[value.a]\n[value.b]\n[party.p]\nvalues = { a = 3, b = 2 }\n";
    let (m, found) = (read(text), ranking(text));
    let mut forged = found.findings.iter().find(|f| f.rule == "value-order-distance").unwrap().clone();
    assert_eq!(replay(&forged, &m), Ok(()));
    forged.subject[1..].reverse();
    forged.amount = Amount::Number(2.0);
    assert!(replay(&forged, &m).is_err());
}

#[test]
fn places_that_a_value_never_has() {
    let rows = [[4, 3, 3, 1], [3, 1, 2, 4], [2, 4, 1, 3], [1, 1, 2, 1]];
    let mut text: String = ["a", "b", "c", "d"].iter().map(|v| format!("[value.{v}]\n")).collect();
    for (party, [a, b, c, d]) in rows.iter().enumerate() {
        text += &format!("[party.p{party}]\nvalues = {{ a = {a}, b = {b}, c = {c}, d = {d} }}\n");
    }
    let found = ranking(&text);
    assert_eq!(known(&found.kemeny).orders.iter().map(|o| ids(o).concat()).collect::<Vec<_>>(), ["acbd", "dacb"]);
    let d = &found.values[3];
    assert_eq!(known(&d.kemeny_places), &[1, 4], "it is first or last");
    let ranges: Vec<_> = RankMethod::ALL.iter().filter_map(|m| d.place(*m).value()).collect();
    assert!(ranges.iter().all(|range| (range.first..=range.last).contains(&2)), "between which all put it: {ranges:?}");
    assert_eq!((d.borda_place.first, d.borda_place.last), (2, 2));
    assert!(found.moved.contains(&v("d")), "but never second");
    let json = serde_json::to_value(ranking(CIRCLE)).unwrap();
    assert_eq!(json["values"][0]["kemeny_places"], serde_json::json!([1, 2, 3]));
}

#[test]
fn many_values_say_what_is_not_listed() {
    let of = |n: usize| {
        let mut text: String = (0..n).map(|i| format!("[value.v{i}]\n")).collect();
        text += &format!("[party.p]\nvalues = {{ {} }}\n", (0..n).map(|i| format!("v{i} = {}", 1 + i % 5)).join(", "));
        rank_values(&read(&text), &RankValuesOptions::new().pairs_at_most(1))
    };
    let some = of(201);
    assert_eq!((because(&some.methods), some.scores_without_findings), (Undefined::BudgetExhausted, false));
    let many = of(401);
    assert!(many.scores_without_findings && many.findings.len() == 1);
    assert!(known(&of(200).methods).len() == 3);
}

#[test]
fn rules_that_disagree() {
    // b is first for most, a is never far behind: Condorcet and Borda part.
    let mut text: String = "[value.a]\n[value.b]\n[value.c]\n".into();
    for i in 0..3 {
        text += &format!("[party.x{i}]\nvalues = {{ b = 5, a = 4, c = 3 }}\n");
    }
    for i in 0..2 {
        text += &format!("[party.y{i}]\nvalues = {{ a = 5, c = 4, b = 3 }}\n");
    }
    let found = ranking(&text);
    assert_eq!(found.condorcet_winner, Some(v("b")));
    assert_eq!(ids(&known(&found.kemeny).order), ["b", "a", "c"]);
    assert_eq!(found.values.iter().map(|x| x.borda_place.first).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(ids(&found.moved), ["a", "b"]);
    let apart = known(&found.methods).iter().find(|x| x.methods == [RankMethod::Kemeny, RankMethod::Borda]).unwrap();
    assert_eq!(apart.opposed, [[v("b"), v("a")]]);
}

#[test]
fn more_than_twenty_values_have_bounds_and_no_order() {
    let names: Vec<String> = (0..21).map(|i| format!("v{i:02}")).collect();
    let mut text: String = names.iter().map(|n| format!("[value.{n}]\n")).collect();
    for (party, step) in [("p", 1), ("q", 2), ("r", 3)] {
        let rated = names.iter().enumerate().map(|(i, n)| format!("{n} = {}", 1 + (i * step) % 5));
        text += &format!("[party.{party}]\nvalues = {{ {} }}\n", rated.collect::<Vec<_>>().join(", "));
    }
    let (m, found) = (read(&text), ranking(&text));
    assert_eq!(because(&found.kemeny), Undefined::BudgetExhausted);
    assert_eq!(because(&found.values[0].kemeny_place), Undefined::BudgetExhausted);
    assert_eq!(because(&found.parties[0].lowest), Undefined::BudgetExhausted);
    let bounds = known(&found.bounds);
    assert!(bounds.at_least <= bounds.at_most && bounds.at_least > 0.0);
    assert_eq!((found.pairs.len(), found.more_pairs, known(&found.methods).len()), (210, false, 3));
    let fewer = rank_values(&m, &RankValuesOptions::new().pairs_at_most(3));
    assert_eq!((fewer.pairs.len(), fewer.more_pairs), (3, true));
    fewer.findings.iter().for_each(|f| assert_eq!(replay(f, &m), Ok(())));
}

#[test]
fn nothing_to_rank() {
    let empty = Model::new();
    let found = rank_values(&empty, &RankValuesOptions::new());
    assert_eq!(
        (because(&found.kemeny), because(&found.bounds)),
        (Undefined::NothingToMeasure, Undefined::NothingToMeasure)
    );
    assert!(found.findings.is_empty());
    let of = |id: &str| INDEX.iter().find(|e| e.id == id).unwrap().not_run;
    assert_eq!(of("rank_values")(&empty), Some(NotRun::NoValues));
    assert_eq!(of("value_priorities")(&empty), Some(NotRun::NoComparisons));
    let unknown = read("[value.a]\n[party.p]\nvalues = { a = \"unknown\" }\n");
    assert_eq!(of("rank_values")(&unknown), Some(NotRun::NoRatings));
    assert_eq!(rank_values(&unknown, &RankValuesOptions::new()).omitted.len(), 2);
}

#[test]
fn findings_do_not_survive_a_change() {
    let m = read(
        "[value.a]\n[value.b]\n[value.c]\n[party.p]\nvalues = { a = 5, b = 4, c = 3 }\n[party.q]\nvalues = { b = 5, a = 1 }\n\
         [party.r]\nvalues = { a = 3, b = 2 }\n",
    );
    let found = rank_values(&m, &RankValuesOptions::new());
    let turned = m.with(|m| m.set_importance(p("q"), v("a"), Rating::number(5.0).unwrap())).unwrap();
    let fails =
        |rule: &str| found.findings.iter().filter(|f| f.rule == rule).filter(|f| replay(f, &turned).is_err()).count();
    assert_eq!([fails("value-pair-margin"), fails("value-kemeny"), fails("value-order-distance")], [1, 1, 1]);
    let mut wrong = found.findings.iter().find(|f| f.rule == "value-kemeny").unwrap().clone();
    wrong.subject.pop();
    assert!(replay(&wrong, &m).is_err(), "an order of all values");
}

/// A model with comparisons among its values.
fn with_comparisons(m: &Model, seed: &[(u8, u8, u8, u8)]) -> Model {
    let values: Vec<ValueId> = m.values().map(|(id, _)| id.clone()).collect();
    let parties: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).collect();
    let mut out = m.clone();
    for (i, (by, a, b, ratio)) in seed.iter().enumerate() {
        let (a, b) = (usize::from(*a) % values.len(), usize::from(*b) % values.len());
        if a != b {
            let ratio = [1.0, 2.0, 3.0, 9.0, 1.0 / 3.0, 0.5, 2.25, 1.0 / 7.0][usize::from(*ratio) % 8];
            let comparison = Comparison {
                by: parties[usize::from(*by) % parties.len()].clone(),
                a: values[a].clone(),
                b: values[b].clone(),
                ratio: Preference::new(ratio).unwrap(),
                remarks: Remarks::default(),
            };
            out.insert_comparison(ComparisonId::new(&format!("extra{i}")).unwrap(), comparison).unwrap();
        }
    }
    out
}

fn compared_model() -> impl Strategy<Value = Model> {
    let one = (0..3_u8, any::<u8>(), any::<u8>(), any::<u8>());
    (analysis_model(), prop::collection::vec(one, 0..24)).prop_map(|(m, seed)| with_comparisons(&m, &seed))
}

fn said(m: &Model) -> String {
    let ranked = rank_values(m, &RankValuesOptions::new());
    let last = rank_values(m, &RankValuesOptions::new().unranked(Unranked::Last));
    let priorities = value_priorities(m, &ValuePrioritiesOptions::new());
    let text = |x: serde_json::Result<String>| x.unwrap();
    let omitted = (&ranked.omitted, &last.omitted);
    [
        text(serde_json::to_string(&ranked)),
        text(serde_json::to_string(&last)),
        text(serde_json::to_string(&priorities)),
        text(serde_json::to_string(&omitted)),
    ]
    .join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_finding_replays(m in prop_oneof![compared_model(), model()]) {
        let table = RandomIndex::new("made up", (3..6).cartesian_product(0..6).map(|(order, missing)| RandomIndexEntry {
            order, missing, index: 0.5,
        }));
        let mut findings = value_priorities(&m, &ValuePrioritiesOptions::new()).findings;
        findings.extend(value_priorities(&m, &ValuePrioritiesOptions::new().random_index(table)).findings);
        findings.extend(rank_values(&m, &RankValuesOptions::new()).findings);
        findings.extend(rank_values(&m, &RankValuesOptions::new().unranked(Unranked::Last)).findings);
        for finding in findings {
            prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
        }
    }

    #[test]
    fn shuffling_changes_nothing(m in prop_oneof![compared_model(), model()], seed: u64) {
        prop_assert_eq!(said(&shuffled(&m, seed)), said(&m));
    }

    #[test]
    fn renaming_in_order_changes_names_alone(m in compared_model()) {
        prop_assert_eq!(said(&rename(&m, |id| format!("{id}-zz"))).replace("-zz", ""), said(&m));
    }

    #[test]
    fn renaming_out_of_order_changes_no_number(m in compared_model()) {
        let turn = |id: &str| -> String {
            id.chars().map(|c| if c.is_ascii_digit() { (b'0' + b'9' - c as u8) as char } else { c }).collect()
        };
        let mirrored = rename(&m, turn);
        let turned = |id: &ValueId| v(&turn(id.as_str()));
        for unranked in [Unranked::Last, Unranked::NoInformation] {
            let options = RankValuesOptions::new().unranked(unranked);
            let (a, b) = (rank_values(&m, &options), rank_values(&mirrored, &options));
            let there: BTreeMap<&ValueId, _> = b.values.iter().map(|x| (&x.value, x)).collect();
            for of in &a.values {
                let mut other = (*there[&turned(&of.value)]).clone();
                other.value = of.value.clone();
                prop_assert_eq!(of, &other);
            }
            prop_assert_eq!(a.kemeny.as_ref().value().map(|k| (k.disagreements, k.optima, k.next)),
                b.kemeny.as_ref().value().map(|k| (k.disagreements, k.optima, k.next)));
        }
        let options = ValuePrioritiesOptions::new();
        let (a, b) = (value_priorities(&m, &options), value_priorities(&mirrored, &options));
        let same = |x: &polder::analysis::value_priorities::ComparedValues, y: &polder::analysis::value_priorities::ComparedValues| {
            let weights = |of: &polder::analysis::value_priorities::ComparedValues, name: &dyn Fn(&ValueId) -> ValueId| {
                of.priorities.as_ref().value().map(|all| all.iter().map(|p| (name(&p.value), p.priority.to_bits())).collect::<BTreeMap<_, _>>())
            };
            weights(x, &turned) == weights(y, &|id| id.clone())
                && (x.lambda, x.consistency_index, x.consistency_ratio, x.missing) == (y.lambda, y.consistency_index, y.consistency_ratio, y.missing)
                && x.worst_triad.as_ref().value().map(|t| t.log_error) == y.worst_triad.as_ref().value().map(|t| t.log_error)
        };
        prop_assert!(same(&a.group.compared, &b.group.compared));
        prop_assert_eq!(a.group.consensus, b.group.consensus);
        for party in &a.parties {
            let other = b.parties.iter().find(|x| x.party.as_str() == turn(party.party.as_str())).unwrap();
            prop_assert!(same(&party.compared, &other.compared), "{:?} {:?}", party, other);
        }
    }
}

// Pairwise comparison.

fn weights(n: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.05..1.0_f64, n)
}

/// All ratios of some weights.
fn consistent(w: &[f64]) -> PairwiseMatrix {
    let pairs = (0..w.len()).array_combinations().map(|[a, b]| (a, b, w[a] / w[b]));
    PairwiseMatrix::new(w.len(), pairs).unwrap()
}

proptest! {
    #[test]
    fn consistent_ratios_give_back_the_weights(w in (1_usize..9).prop_flat_map(weights)) {
        let (matrix, total) = (consistent(&w), w.iter().sum::<f64>());
        let found = matrix.priorities().unwrap();
        for (x, y) in found.weights.iter().zip(&w) {
            prop_assert!((x - y / total).abs() < 1e-12);
        }
        prop_assert_eq!((found.lambda, found.consistency_index), (w.len() as f64, 0.0));
        prop_assert!(matrix.worst_triad().is_none_or(|t| t.log_error == 0.0 && t.inconsistency == 0.0));
    }

    #[test]
    fn a_tree_of_comparisons_is_enough(w in (2_usize..9).prop_flat_map(weights), seed in prop::collection::vec(any::<u8>(), 9)) {
        let tree = (1..w.len()).map(|b| (usize::from(seed[b]) % b, b)).map(|(a, b)| (b, a, w[b] / w[a]));
        let matrix = PairwiseMatrix::new(w.len(), tree).unwrap();
        let (found, total) = (matrix.priorities().unwrap(), w.iter().sum::<f64>());
        for (x, y) in found.weights.iter().zip(&w) {
            prop_assert!((x - y / total).abs() < 1e-10, "{} {}", x, y / total);
        }
        prop_assert!(found.consistency_index < 1e-12);
        prop_assert_eq!(matrix.missing(), w.len() * (w.len() - 1) / 2 - (w.len() - 1));
        prop_assert!(matrix.worst_triad().is_none());
    }

    #[test]
    fn contradictions_raise_lambda(n in 3_usize..7, seed in prop::collection::vec(0..9_u8, 21)) {
        let ratio = |k: usize| [1.0, 2.0, 3.0, 5.0, 9.0, 0.5, 1.0 / 3.0, 0.2, 1.0 / 9.0][usize::from(seed[k])];
        let pairs: Vec<_> = (0..n).array_combinations().enumerate().map(|(k, [a, b])| (a, b, ratio(k))).collect();
        let matrix = PairwiseMatrix::new(n, pairs.clone()).unwrap();
        let found = matrix.priorities().unwrap();
        prop_assert!(found.lambda >= n as f64 && found.consistency_index >= 0.0);
        prop_assert!((found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-14);
        // A w = λ w.
        for a in 0..n {
            let image: f64 = (0..n).map(|b| matrix.ratio(a, b).unwrap() * found.weights[b]).sum();
            prop_assert!((image - found.lambda * found.weights[a]).abs() < 1e-12);
        }
        let triad = matrix.worst_triad().unwrap();
        let off = |i: usize, j: usize, k: usize| {
            let at = |a, b| matrix.ratio(a, b).unwrap();
            (at(i, j) * at(j, k) / at(i, k)).ln().abs()
        };
        let most = (0..n).array_combinations().map(|[i, j, k]| off(i, j, k)).fold(0.0, f64::max);
        prop_assert!((triad.log_error - most).abs() < 1e-11);
        prop_assert_eq!(triad.log_error == 0.0, found.consistency_index < 1e-12);
        let q = (triad.sides[0].ratio * triad.sides[1].ratio) / triad.sides[2].ratio;
        prop_assert!((triad.inconsistency - (1.0 - q.min(1.0 / q))).abs() < 1e-11);
        for side in triad.sides {
            let off = (side.ratio / side.implied).ln().abs();
            prop_assert!((off - triad.log_error).abs() < 1e-11);
        }
        // Said the other way round, and in another order, it is the same to the bit where reciprocals are.
        let backwards = PairwiseMatrix::new(n, pairs.iter().rev().copied()).unwrap();
        prop_assert_eq!(&backwards, &matrix);
        let mirrored = PairwiseMatrix::new(n, pairs.iter().map(|(a, b, r)| (n - 1 - a, n - 1 - b, *r))).unwrap();
        let turned: Vec<f64> = mirrored.priorities().unwrap().weights.into_iter().rev().collect();
        prop_assert_eq!(&turned, &found.weights);
        let twice = PairwiseMatrix::new(n, pairs.iter().flat_map(|p| [*p, (p.1, p.0, 1.0 / p.2)])).unwrap();
        for (x, y) in twice.priorities().unwrap().weights.iter().zip(&found.weights) {
            prop_assert!((x - y).abs() < 1e-12);
        }
    }

    #[test]
    fn those_who_agree_have_full_consensus(w in (2_usize..7).prop_flat_map(weights), judges in 2_usize..5) {
        let total: f64 = w.iter().sum();
        let one: Vec<f64> = w.iter().map(|x| x / total).collect();
        let all = vec![one.clone(); judges];
        prop_assert!((consensus(&all).unwrap() - 1.0).abs() < 1e-12);
        for (x, y) in mean_priorities(&all).unwrap().iter().zip(&one) {
            prop_assert!((x - y).abs() < 1e-12);
        }
        let mut turned = all.clone();
        turned[0].reverse();
        prop_assert!(consensus(&turned).unwrap() <= 1.0 + 1e-12);
    }
}

#[test]
fn consensus_runs_from_none_to_full() {
    // Two judges who each hold another of two items nine times as important: as far apart as the scale lets them be.
    let far = consensus(&[vec![0.9, 0.1], vec![0.1, 0.9]]).unwrap();
    assert!(far.abs() < 1e-12, "{far}");
    assert_eq!(consensus(&[vec![0.5, 0.5]]), None);
    assert_eq!(consensus(&[vec![1.0], vec![1.0]]), None);
    assert_eq!(consensus(&[]), None);
    assert_eq!(mean_priorities(&[vec![0.5, 0.5], vec![1.0]]), None);
}

#[test]
fn matrices_without_priorities() {
    assert_eq!(PairwiseMatrix::new(0, []).unwrap().priorities(), Err(NoPriorities::NoItems));
    let apart = PairwiseMatrix::new(4, [(0, 1, 2.0), (2, 3, 2.0)]).unwrap();
    assert_eq!(apart.priorities(), Err(NoPriorities::NotConnected));
    assert_eq!(apart.components(), [vec![0, 1], vec![2, 3]]);
    for bad in
        [(0, 0, 1.0), (0, 4, 1.0), (0, 1, 0.0), (0, 1, -2.0), (0, 1, f64::NAN), (0, 1, f64::INFINITY), (0, 1, 1e-310)]
    {
        assert!(PairwiseMatrix::new(4, [bad]).is_err(), "{bad:?}");
    }
}

#[test]
fn long_chains_have_exact_priorities() {
    for n in [3, 20, 60, 200] {
        for ratio in [1.0, 3.0, 1.0 / 9.0] {
            let chain = PairwiseMatrix::new(n, (1..n).map(|i| (i - 1, i, ratio))).unwrap();
            let found = chain.priorities().unwrap();
            assert_eq!((found.lambda, found.consistency_index), (n as f64, 0.0), "{n} {ratio}");
            for (a, b) in found.weights.iter().tuple_windows() {
                assert!((a / b / ratio - 1.0).abs() < 1e-12, "{n} {ratio}: {}", a / b);
            }
        }
    }
}

#[test]
fn what_numbers_cannot_hold_is_no_priority() {
    // It was taken for an eigenvector where the bounds on λ were infinite.
    for ratio in [1e100, 1e300, 1e-300, f64::MIN_POSITIVE] {
        let matrix = PairwiseMatrix::new(3, [(0, 1, ratio), (1, 2, ratio), (0, 2, ratio)]).unwrap();
        if let Ok(found) = matrix.priorities() {
            assert!(found.weights.iter().all(|w| *w > 0.0) && found.lambda.is_finite(), "{ratio}: {found:?}");
        }
        let triad = matrix.worst_triad().unwrap();
        assert!(triad.sides.iter().all(|side| side.implied.is_finite() && side.implied > 0.0), "{ratio}: {triad:?}");
    }
    let chain = PairwiseMatrix::new(3, [(0, 1, 1e300), (1, 2, 1e300)]).unwrap();
    assert_eq!(chain.priorities(), Err(NoPriorities::TooExtreme));
    let whole = PairwiseMatrix::new(3, [(0, 1, 1e300), (1, 2, 1e300), (0, 2, 1e300)]).unwrap();
    assert!(whole.priorities().is_err_and(|e| matches!(e, NoPriorities::TooExtreme | NoPriorities::NotConverged)));
    assert_eq!(whole.priorities_within(0), Err(NoPriorities::NotConverged));
    assert_eq!(mean_priorities(&[vec![1e-300, 1e300], vec![1e-300, 1e300]]), None);
    assert_eq!(mean_priorities(&[vec![]]), None);
    let half = vec![0.5, 0.5];
    for bad in [[f64::NAN, 0.5], [f64::INFINITY, 0.5], [50.0, 50.0], [0.0, 0.0], [-0.5, 1.5]] {
        assert_eq!(consensus(&[bad.to_vec(), half.clone()]), None, "{bad:?}");
    }
}

#[test]
fn a_pair_that_is_compared_twice() {
    let all = [("p", "a", "b", "2"), ("p", "b", "a", "\"1/8\""), ("p", "b", "c", "1")];
    let (_, found) = priorities(&["p"], &["a", "b", "c"], &all);
    let [again] = found.parties[0].compared_again.as_slice() else { panic!("{:?}", found.parties[0]) };
    assert_eq!((ids(&again.values), again.comparisons.len()), (vec!["a", "b"], 2));
    assert_eq!((again.lowest, again.highest), (2.0, 8.0));
    assert!(known(&found.parties[0].compared.priorities)[0].priority > 0.6);
}

#[test]
fn comparisons_of_too_many_share_one_bound() {
    // Two hundred values that one party compares in a long chain with a contradiction at its end.
    let names: Vec<String> = (0..60).map(|i| format!("v{i:02}")).collect();
    let mut all: Vec<_> = names.iter().tuple_windows().map(|(a, b)| ("p", a.as_str(), b.as_str(), "1")).collect();
    all.push(("p", "v00", "v59", "9"));
    let values: Vec<&str> = names.iter().map(String::as_str).collect();
    let (_, found) = priorities(&["p"], &values, &all);
    let of = &found.parties[0].compared;
    assert!(match &of.priorities {
        Measure::Known(all) => (all.iter().map(|x| x.priority).sum::<f64>() - 1.0).abs() < 1e-12,
        Measure::Undefined(reason) => *reason == Undefined::BudgetExhausted,
    });
}

fn comparison(by: &str, a: &str, b: &str, ratio: &str) -> String {
    format!("[[comparison]]\nby = \"{by}\"\na = \"{a}\"\nb = \"{b}\"\nratio = {ratio}\n")
}

fn priorities(parties: &[&str], values: &[&str], all: &[(&str, &str, &str, &str)]) -> (Model, ValuePriorities) {
    let mut text: String = parties.iter().map(|p| format!("[party.{p}]\n")).collect();
    text.extend(values.iter().map(|v| format!("[value.{v}]\n")));
    text.extend(all.iter().map(|(by, a, b, ratio)| comparison(by, a, b, ratio)));
    let m = read(&text);
    let found = value_priorities(&m, &ValuePrioritiesOptions::new());
    (m, found)
}

#[test]
fn the_triad_to_ask_about() {
    let all = [("p", "a", "b", "2"), ("p", "c", "b", "\"1/3\""), ("p", "a", "c", "3")];
    let (m, found) = priorities(&["p"], &["a", "b", "c"], &all);
    let of = &found.parties[0].compared;
    let triad = known(&of.worst_triad);
    assert_eq!(ids(&triad.values), ["a", "b", "c"]);
    assert_eq!((triad.inconsistency * 1e12).round() / 1e12, 0.5);
    let pairs: Vec<_> = triad.pairs.iter().map(|x| (ids(&x.values).concat(), x.ratio, x.implied)).collect();
    assert_eq!(pairs, [("ab".into(), 2.0, 1.0), ("bc".into(), 3.0, 1.5), ("ac".into(), 3.0, 6.0)]);
    assert!(triad.pairs.iter().all(|x| x.comparisons.len() == 1));
    let ratio = known(&of.consistency_ratio);
    assert!((ratio - known(&of.consistency_index) / 0.58).abs() < 1e-15 && *ratio > 0.0);
    let changed =
        m.with(|m| m.update_comparison(&found.parties[0].comparisons[0], |c| c.ratio = Preference::new(9.0).unwrap()));
    let changed = changed.unwrap();
    assert!(found.findings.iter().all(|f| replay(f, &m).is_ok() && replay(f, &changed).is_err()));
}

#[test]
fn what_is_too_little_to_judge() {
    let (_, two) = priorities(&["p"], &["a", "b"], &[("p", "a", "b", "3")]);
    let of = &two.parties[0].compared;
    assert_eq!(known(&of.priorities).iter().map(|x| x.priority).collect::<Vec<_>>(), [0.75, 0.25]);
    assert_eq!((*known(&of.lambda), *known(&of.consistency_index)), (2.0, 0.0));
    assert_eq!(because(&of.consistency_ratio), Undefined::NothingToMeasure);
    assert_eq!(because(&of.worst_triad), Undefined::NothingToMeasure);
    let (m, three) = priorities(&["p"], &["a", "b", "c"], &[("p", "a", "b", "3"), ("p", "b", "c", "2")]);
    let of = &three.parties[0].compared;
    // What does not contradict itself does not by any random index.
    assert_eq!((of.missing, known(&of.consistency_index), known(&of.consistency_ratio)), (1, &0.0, &0.0));
    assert!(three.findings.iter().all(|f| replay(f, &m) == Ok(())));
    assert!(three.findings.iter().any(|f| f.rule == "value-consistency-ratio"));
    let square = [("p", "a", "b", "3"), ("p", "b", "c", "2"), ("p", "c", "d", "2"), ("p", "a", "d", "2")];
    let (_, four) = priorities(&["p"], &["a", "b", "c", "d"], &square);
    assert_eq!(because(&four.parties[0].compared.consistency_ratio), Undefined::OutsideTable);
    assert!((known(&of.priorities)[0].priority - 6.0 / 9.0).abs() < 1e-12);
    let own = RandomIndex::new("own", [RandomIndexEntry { order: 3, missing: 1, index: 0.4 }]);
    let found = value_priorities(&m, &ValuePrioritiesOptions::new().random_index(own));
    assert_eq!(found.parties[0].compared.consistency_ratio, Measure::Known(0.0));
    let (_, apart) = priorities(&["p"], &["a", "b", "c", "d"], &[("p", "a", "c", "3"), ("p", "d", "b", "2")]);
    let of = &apart.parties[0].compared;
    assert_eq!(
        (because(&of.priorities), because(&of.consistency_ratio)),
        (Undefined::NotConnected, Undefined::NotConnected)
    );
    assert_eq!(of.groups.iter().map(|g| ids(g).concat()).collect::<Vec<_>>(), ["ac", "bd"]);
}

#[test]
fn several_say_it_together() {
    let all = [
        ("p", "a", "b", "2"),
        ("p", "b", "a", "\"1/8\""),
        ("q", "a", "b", "1"),
        ("q", "a", "c", "1"),
        ("q", "b", "c", "1"),
        ("r", "a", "b", "4"),
        ("r", "a", "c", "8"),
        ("r", "b", "c", "2"),
    ];
    let (m, found) = priorities(&["p", "q", "r"], &["a", "b", "c"], &all);
    let p_of = &found.parties[0].compared;
    assert!((known(&p_of.priorities)[0].priority - 0.8).abs() < 1e-12, "the geometric mean of 2 and 8 is 4");
    let group = &found.group;
    assert_eq!((group.complete.as_slice(), group.left_out.as_slice()), (&[p("q"), p("r")][..], &[p("p")][..]));
    assert_eq!(group.judged.iter().map(|x| x.parties).collect::<Vec<_>>(), [3, 2, 2]);
    let ratio = |a: &str, b: &str| group.compared.ratios.get(&v(a), &v(b)).unwrap().unwrap();
    assert!((ratio("a", "b") - 16.0_f64.cbrt()).abs() < 1e-12);
    assert!((ratio("a", "c") - 8.0_f64.sqrt()).abs() < 1e-12);
    assert!((ratio("c", "b") - 0.5_f64.sqrt()).abs() < 1e-12);
    let mean = known(&group.mean_priorities);
    let total: f64 = [8.0_f64, 2.0, 1.0].iter().map(|x| x.sqrt()).sum();
    assert!((mean[0].priority - 8.0_f64.sqrt() / total).abs() < 1e-12);
    let agreed = *known(&group.consensus);
    assert!(agreed > 0.5 && agreed < 1.0, "{agreed}");
    found.findings.iter().for_each(|f| assert_eq!(replay(f, &m), Ok(()), "{f:?}"));
    assert!(found.findings.iter().any(|f| f.rule == "value-priority-consensus" && f.subject == [Element::Project]));
}
