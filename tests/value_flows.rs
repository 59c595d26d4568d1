//! Value flows: loops against brute force, the value network, and who gains.
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

use std::collections::BTreeSet;

use common::strategies::analysis_model;
use common::{rename, shuffled};
use polder::Document;
use polder::analysis::everyone_gains::{Exchange, NoGain};
use polder::analysis::value_network::{Basis, OffLoop, Tally};
use polder::analysis::{
    EveryoneGains, EveryoneGainsOptions, FlowScores, INDEX, NotRun, ValueNetwork, ValueNetworkOptions, everyone_gains,
    replay, value_network,
};
use polder::evidence::{Amount, Measure, Undefined};
use polder::id::{FlowId, PartyId};
use polder::math::Exact;
use polder::math::loops::{Arc, Counted, Limits, Loops, loops_through};
use polder::model::{Attribute, Element, Flow, Model, Party, Project, Remarks};
use polder::scale::Strength;
use polder::vocabulary::{Benefit, Supply, Vocabulary};
use proptest::prelude::*;

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap()
}

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn f(text: &str) -> FlowId {
    FlowId::new(text).unwrap()
}

fn known<T>(x: T) -> Measure<T> {
    Measure::Known(x)
}

fn missing<T>() -> Measure<T> {
    Measure::Undefined(Undefined::MissingRating)
}

fn nothing<T>() -> Measure<T> {
    Measure::Undefined(Undefined::NothingToMeasure)
}

fn exact(x: f64) -> Exact {
    Exact::from_decimal(x).unwrap()
}

fn tally(at_least: u64, exact: bool) -> Tally {
    Tally { at_least, exact }
}

// Loops.

const SCORES: [f64; 5] = [0.1, 0.4, 0.8, 0.95, 1.0];

fn arcs_of(edges: &[(usize, usize, usize)]) -> Vec<Arc> {
    edges.iter().map(|(from, to, s)| Arc { from: *from, to: *to, score: exact(SCORES[*s]) }).collect()
}

fn limits() -> Limits {
    Limits { longest: None, threshold: Exact::zero(), work: 1_000_000, listed: 1000 }
}

/// Every loop through node 0: every sequence of other nodes, every choice of parallel arcs.
fn brute(size: usize, arcs: &[Arc]) -> Vec<(Vec<usize>, Exact)> {
    fn sequences(size: usize, path: &mut Vec<usize>, out: &mut Vec<Vec<usize>>) {
        out.push(path.clone());
        for node in 1..size {
            if !path.contains(&node) {
                path.push(node);
                sequences(size, path, out);
                path.pop();
            }
        }
    }
    let mut all = Vec::new();
    sequences(size, &mut vec![0], &mut all);
    let mut out = Vec::new();
    for path in all.iter().filter(|path| path.len() > 1) {
        let mut chosen: Vec<(Vec<usize>, Exact)> = vec![(Vec::new(), Exact::one())];
        for (i, from) in path.iter().enumerate() {
            let to = path[(i + 1) % path.len()];
            let fit: Vec<usize> = (0..arcs.len()).filter(|a| arcs[*a].from == *from && arcs[*a].to == to).collect();
            chosen = chosen
                .iter()
                .flat_map(|(before, score)| {
                    fit.iter().map(move |a| ([before.as_slice(), &[*a]].concat(), score * &arcs[*a].score))
                })
                .collect();
        }
        out.extend(chosen);
    }
    out.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.cmp(b)));
    out
}

fn same_as_brute(size: usize, arcs: &[Arc], limits: &Limits) {
    let all = brute(size, arcs);
    let short = |(arcs, _): &&(Vec<usize>, Exact)| limits.longest.is_none_or(|n| arcs.len() <= n);
    let kept: Vec<_> = all.iter().filter(short).filter(|(_, x)| *x >= limits.threshold).collect();
    let found = loops_through(0, size, arcs, limits);
    let sum = |through: &dyn Fn(&[usize]) -> bool| {
        kept.iter().filter(|(a, _)| through(a)).map(|(_, x)| x.clone()).sum::<Exact>()
    };
    let total = sum(&|_| true);
    assert_eq!(found.count, kept.len() as u64);
    assert_eq!(found.total, total.to_f64());
    let best: Vec<_> = found.best.iter().map(|l| (l.arcs.clone(), l.score)).collect();
    let expected: Vec<_> = kept.iter().take(limits.listed).map(|(a, x)| (a.clone(), x.to_f64())).collect();
    assert_eq!(best, expected);
    let passes = |through: &dyn Fn(&[usize]) -> bool, of: &polder::math::loops::Through| {
        assert_eq!(of.count, kept.iter().filter(|(a, _)| through(a)).count() as u64);
        assert_eq!(of.sum, sum(through).to_f64());
        assert_eq!(of.share, sum(through).checked_div(&total).map(|x| x.to_f64()));
    };
    for arc in 0..arcs.len() {
        passes(&|path| path.contains(&arc), &found.arcs[arc]);
    }
    for node in 0..size {
        passes(&|path| path.iter().any(|a| arcs[*a].from == node), &found.nodes[node]);
    }
    let too_long = all.iter().filter(|l| !short(l)).count() as u64;
    let too_low = all.iter().filter(short).filter(|(_, x)| *x < limits.threshold).count() as u64;
    let certain = |at_least| Counted { at_least, exact: true };
    assert_eq!((found.too_long, found.too_low, found.not_searched), (certain(too_long), certain(too_low), certain(0)));
    if let Some(length) = found.complete_to {
        assert!(limits.longest == Some(length));
    }
}

fn edges() -> impl Strategy<Value = Vec<(usize, usize, usize)>> {
    prop::collection::vec((0..5_usize, 0..5_usize, 0..SCORES.len()), 0..14)
}

#[test]
fn parallel_flows_make_separate_loops() {
    let found = loops_through(0, 2, &arcs_of(&[(0, 1, 1), (0, 1, 2), (1, 0, 0), (1, 0, 4), (1, 1, 4)]), &limits());
    assert_eq!((found.count, found.total), (4, 1.32));
    assert_eq!(
        (found.nodes[0].share, found.arcs[1].share, found.arcs[4].share),
        (Some(1.0), Some(2.0 / 3.0), Some(0.0))
    );
}

#[test]
fn what_cannot_be_an_arc_is_passed_over() {
    let mut arcs = arcs_of(&[(0, 1, 1), (1, 0, 1), (0, 9, 1), (9, 0, 1)]);
    arcs.push(Arc { from: 0, to: 1, score: Exact::zero() });
    arcs.push(Arc { from: 1, to: 0, score: exact(1.5) });
    arcs.push(Arc { from: 1, to: 0, score: exact(-0.5) });
    assert_eq!(loops_through(0, 2, &arcs, &limits()).count, 1);
    for (node, size) in [(7, 2), (0, 0), (usize::MAX, 2)] {
        let found = loops_through(node, size, &arcs, &limits());
        assert_eq!((found.count, found.complete_to, found.not_searched.exact), (0, None, true));
    }
    for (work, longest) in [(0, None), (3, None), (1_000_000, Some(0)), (1_000_000, Some(1))] {
        let found = loops_through(0, 2, &arcs, &Limits { work, longest, ..limits() });
        assert_eq!((found.count, found.best.len()), (0, 0), "{work} {longest:?}");
    }
}

#[test]
fn a_long_ring_is_one_loop() {
    for size in [30_usize, 100, 200] {
        let ring: Vec<(usize, usize, usize)> = (0..size).map(|i| (i, (i + 1) % size, 3)).collect();
        let found = loops_through(0, size, &arcs_of(&ring), &limits());
        assert_eq!((found.count, found.complete_to), (1, None));
        let score = ring.iter().fold(Exact::one(), |x, _| &x * &exact(0.95));
        assert_eq!(found.total, score.to_f64(), "{size}");
    }
}

#[test]
fn lengths_beyond_machine_numbers_add_up_with_short_ones() {
    // Two ways of 30 steps each, and a short loop.
    let mut edges: Vec<(usize, usize, usize)> = vec![(0, 60, 1), (60, 0, 1)];
    for way in [0, 30] {
        let nodes: Vec<usize> = (1..30).map(|i| i + way).collect();
        edges.push((0, nodes[0], 2));
        edges.extend(nodes.windows(2).map(|w| (w[0], w[1], 3)));
        edges.push((nodes[28], 0, 2));
    }
    let found = loops_through(0, 61, &arcs_of(&edges), &limits());
    let long = (0..28).fold(exact(0.64), |x, _| &x * &exact(0.95));
    assert_eq!((found.count, found.total), (3, (&(&long + &long) + &exact(0.16)).to_f64()));
    assert_eq!(found.nodes[60].sum, 0.16);
    assert_eq!(found.best.iter().map(|l| l.arcs.len()).collect::<Vec<_>>(), [2, 30, 30]);
}

/// A complete graph: n − 1 other nodes, (n − 1)!/(n − k)! loops of k arcs.
fn complete(size: usize) -> Vec<Arc> {
    let pairs = (0..size).flat_map(|a| (0..size).map(move |b| (a, b)));
    arcs_of(&pairs.filter(|(a, b)| a != b).map(|(a, b)| (a, b, (a * 3 + b) % 4)).collect::<Vec<_>>())
}

#[test]
fn the_budget_ends_the_search_at_a_whole_length() {
    let size = 12_usize;
    let arcs = complete(size);
    let of_length = |k: usize| (size - k + 1..size).product::<usize>() as u64;
    let mut last = 0;
    for work in [1_000, 20_000, 200_000] {
        let found = loops_through(0, size, &arcs, &Limits { work, ..limits() });
        let length = found.complete_to.unwrap();
        assert!(length >= last);
        last = length;
        assert_eq!(found.count, (2..=length).map(of_length).sum::<u64>());
        assert!(!found.not_searched.exact && found.not_searched.at_least <= of_length(length + 1));
        let wanted = Limits { longest: Some(length), work: 3_000_000, ..limits() };
        let whole = loops_through(0, size, &arcs, &wanted);
        assert_eq!((whole.total, &whole.arcs, &whole.best), (found.total, &found.arcs, &found.best));
        assert_eq!((whole.not_searched.exact, whole.complete_to), (true, Some(length)));
        assert!(!whole.too_long.exact && whole.too_long.at_least >= of_length(length + 1));
    }
    assert!(last >= 5, "{last}");
}

#[test]
fn of_a_length_that_is_too_much_work_the_best_flows_tell() {
    let size = 16_usize;
    // Every node leads to every other; the best arcs alone are one loop of every length.
    let best = |a: usize, b: usize| b == a + 1 || b == 0;
    let pairs = (0..size).flat_map(|a| (0..size).map(move |b| (a, b))).filter(|(a, b)| a != b);
    let arcs = arcs_of(&pairs.map(|(a, b)| (a, b, if best(a, b) { 4 } else { 0 })).collect::<Vec<_>>());
    for work in [5_000, 50_000] {
        let found = loops_through(0, size, &arcs, &Limits { work, ..limits() });
        assert!(!found.not_searched.exact && found.not_searched.at_least > 0, "{work}: {:?}", found.not_searched);
    }
}

/// What does not hang on the names of nodes and the order of arcs.
fn nameless(found: &Loops, nodes: &[usize], order: &[usize]) -> String {
    let arcs: Vec<_> = order.iter().map(|a| found.arcs[*a]).collect();
    let nodes: Vec<_> = nodes.iter().map(|n| found.nodes[*n]).collect();
    let best: Vec<f64> = found.best.iter().map(|l| l.score).collect();
    let cut = (found.too_long, found.too_low, found.not_searched);
    format!("{:?}", (found.count, found.total, best, arcs, nodes, found.complete_to, cut))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn loops_are_those_of_brute_force(
        edges in edges(),
        longest in prop::option::of(0..6_usize),
        threshold in prop::sample::select(vec![0.0, 0.0, 0.01, 0.1, 0.32, 0.5, 0.95, 1.0]),
        listed in prop::sample::select(vec![0, 1, 3, 1000]),
    ) {
        let arcs = arcs_of(&edges);
        let limits = Limits { longest, threshold: exact(threshold), listed, ..limits() };
        // A node cannot have an arc to itself: the document refuses it, and brute force knows none.
        same_as_brute(5, &arcs, &limits);
    }

    #[test]
    fn the_search_does_not_hang_on_names_or_order(
        edges in prop::collection::vec((0..9_usize, 0..9_usize, 0..SCORES.len()), 0..50),
        shift in 0..8_usize,
        turn in 0..50_usize,
        work in 0..6000_u64,
        longest in prop::option::of(0..9_usize),
        threshold in prop::sample::select(vec![0.0, 0.05, 0.3]),
    ) {
        let limits = Limits { longest, work, threshold: exact(threshold), listed: 7 };
        let place = |n: usize| if n == 0 { 0 } else { (n - 1 + shift) % 8 + 1 };
        let n = edges.len();
        let order: Vec<usize> = (0..n).map(|i| (i + turn) % n.max(1)).collect();
        let moved: Vec<_> = order.iter().map(|i| edges[*i]).map(|(a, b, s)| (place(a), place(b), s)).collect();
        let before = loops_through(0, 9, &arcs_of(&edges), &limits);
        let after = loops_through(0, 9, &arcs_of(&moved), &limits);
        let inverse: Vec<usize> = (0..n).map(|i| order.iter().position(|o| *o == i).unwrap()).collect();
        let (same, all): (Vec<usize>, Vec<usize>) = ((0..9).collect(), (0..n).collect());
        let places: Vec<usize> = same.iter().map(|node| place(*node)).collect();
        prop_assert_eq!(nameless(&before, &same, &all), nameless(&after, &places, &inverse));
        // What is cut at least is never more than there is.
        let whole = loops_through(0, 9, &arcs_of(&edges), &Limits { work: 400_000, ..limits });
        if whole.too_long.exact && whole.too_low.exact && whole.not_searched.exact {
            for (part, all) in [(before.too_long, whole.too_long), (before.too_low, whole.too_low)] {
                prop_assert!(part.at_least <= all.at_least);
                prop_assert!(!part.exact || part == all);
            }
            prop_assert!(before.count + before.not_searched.at_least <= whole.count);
            prop_assert!(!before.not_searched.exact || before.count == whole.count);
        }
    }

    #[test]
    fn a_flow_more_in_every_loop_multiplies(edges in edges(), s in 0..SCORES.len()) {
        // What came back to 0 comes back to 5, and from there over one arc.
        let before = loops_through(0, 6, &arcs_of(&edges), &limits());
        let mut longer: Vec<_> = edges.iter().map(|(a, b, s)| (*a, if *b == 0 && *a != 0 { 5 } else { *b }, *s)).collect();
        longer.push((5, 0, s));
        let after = loops_through(0, 6, &arcs_of(&longer), &limits());
        prop_assert_eq!(after.count, before.count);
        let scores = |found: &Loops| -> Vec<f64> { found.best.iter().map(|l| l.score).collect() };
        let multiplied: Vec<f64> = brute(5, &arcs_of(&edges)).iter().map(|(_, x)| (x * &exact(SCORES[s])).to_f64()).collect();
        prop_assert_eq!(scores(&after), multiplied);
        for (x, y) in before.arcs.iter().zip(&after.arcs) {
            prop_assert_eq!(x.share, y.share, "shares stay");
        }
    }
}

// The network.

/// Flows `id from to benefit supply`, the focal party being `us`.
fn network(flows: &[(&str, &str, &str, &str, &str)]) -> Model {
    let mut text = String::from("[project]\nfocal = \"us\"\n");
    let parties: BTreeSet<&str> = flows.iter().flat_map(|f| [f.1, f.2]).chain(["us"]).collect();
    parties.iter().for_each(|party| text += &format!("[party.{party}]\n"));
    for (id, from, to, benefit, supply) in flows {
        text += &format!("[[flow]]\nid = \"{id}\"\nfrom = \"{from}\"\nto = \"{to}\"\n");
        for (key, word) in [("benefit", benefit), ("supply", supply)] {
            text += &if word.is_empty() { String::new() } else { format!("{key} = \"{word}\"\n") };
        }
    }
    read(&text)
}

fn look(model: &Model) -> ValueNetwork {
    value_network(model, &ValueNetworkOptions::new())
}

fn place(network: &ValueNetwork, party: &str) -> (Measure, Option<OffLoop>) {
    network.parties.iter().find(|x| x.party == p(party)).map(|x| (x.occurrence, x.off_loop)).unwrap()
}

#[test]
fn why_a_party_is_on_no_loop() {
    let flows = [
        ("f1", "us", "a", "must", "high"),
        ("f2", "a", "us", "must", "high"),
        ("f3", "us", "dead", "might", "low"),
        ("f4", "source", "us", "might", "low"),
        ("f5", "far", "away", "might", "low"),
        // The only way to `twice` and back passes a twice.
        ("f6", "a", "twice", "should", "low"),
        ("f7", "twice", "a", "should", "low"),
    ];
    let found = look(&network(&flows));
    assert_eq!((found.loop_count, found.total, found.basis), (known(1), known(0.9025), Basis::All));
    assert_eq!(place(&found, "us"), (known(1.0), None));
    assert_eq!(place(&found, "a"), (known(1.0), None));
    for (party, why) in [
        ("dead", OffLoop::DeadEnd),
        ("source", OffLoop::Source),
        ("far", OffLoop::Apart),
        ("away", OffLoop::Apart),
        ("twice", OffLoop::Twice),
    ] {
        assert_eq!(place(&found, party), (known(0.0), Some(why)), "{party}");
    }
    let off: Vec<_> = found.flows.iter().map(|x| x.off_loop).collect();
    let [dead, source, apart, twice] = [OffLoop::DeadEnd, OffLoop::Source, OffLoop::Apart, OffLoop::Twice].map(Some);
    assert_eq!(off, [None, None, dead, source, apart, twice, twice]);
    let ids = |all: &[polder::analysis::value_network::FlowImportance]| -> Vec<_> {
        all.iter().map(|x| (x.flow.as_str().to_owned(), x.importance)).collect()
    };
    assert_eq!(ids(&found.inputs), [("f2".into(), known(1.0)), ("f4".into(), known(0.0))]);
    assert_eq!(ids(&found.outputs), [("f1".into(), known(1.0)), ("f3".into(), known(0.0))]);

    // With a threshold the loop itself is cut, and nobody can say that there is no other.
    let options = ValueNetworkOptions::new().threshold(Strength::new(0.95).unwrap());
    let strict = value_network(&network(&flows), &options);
    assert_eq!((strict.loop_count, strict.basis, strict.cut.threshold), (known(0), Basis::Chosen, tally(1, true)));
    assert_eq!(place(&strict, "a"), (nothing(), Some(OffLoop::Cut)));
    assert_eq!(place(&strict, "us"), (nothing(), None));
}

#[test]
fn a_flow_without_score_is_unknown_and_not_zero() {
    let found = look(&network(&[
        ("f1", "us", "a", "must", "high"),
        ("f2", "a", "us", "should", "low"),
        ("f3", "us", "b", "must", ""),
        ("f4", "b", "us", "must", "high"),
        ("f5", "c", "us", "", ""),
    ]));
    let omitted: Vec<_> = found.omitted.iter().map(|o| (o.subject.clone(), o.missing)).collect();
    let flow = |id| Element::Flow(f(id));
    assert_eq!(
        omitted,
        [(flow("f3"), Attribute::Supply), (flow("f5"), Attribute::Benefit), (flow("f5"), Attribute::Supply)]
    );
    assert_eq!(found.basis, Basis::Scored);
    assert_eq!(place(&found, "b"), (missing(), Some(OffLoop::NoScore)), "a loop over f3 may well be there");
    assert_eq!(place(&found, "c"), (missing(), Some(OffLoop::Source)));
    let f3 = &found.flows[2];
    assert_eq!((f3.score, f3.occurrence, f3.off_loop), (missing(), missing(), Some(OffLoop::NoScore)));
    assert_eq!(found.flows[3].off_loop, Some(OffLoop::NoScore));
    assert_eq!(found.inputs.len(), 2);
}

#[test]
fn a_loop_that_only_lacks_a_score_is_unknown_and_not_absent() {
    let open = network(&[("f1", "us", "a", "must", "high"), ("f2", "a", "us", "", "low")]);
    let found = look(&open);
    assert_eq!((found.loop_count, found.total, found.basis), (missing(), missing(), Basis::Scored));
    assert_eq!(place(&found, "a"), (missing(), Some(OffLoop::NoScore)));
    assert_eq!(place(&found, "us"), (missing(), None));
    assert_eq!(found.flows[0].occurrence, missing());
    assert!(found.findings.iter().all(|x| x.rule != "loop-occurrence"));
    // The highest that f2 can be is 0.4, so no loop reaches one half.
    let strict = value_network(&open, &ValueNetworkOptions::new().threshold(Strength::HALF));
    assert_eq!((strict.loop_count, strict.basis), (known(0), Basis::All));
    assert_eq!(place(&strict, "a"), (nothing(), Some(OffLoop::Cut)), "it is there, and too weak whatever its score");
    let short = value_network(&open, &ValueNetworkOptions::new().max_length(1));
    assert_eq!((short.loop_count, place(&short, "a")), (known(0), (nothing(), Some(OffLoop::Cut))));
    // A dead end without a score is a dead end.
    let dead = look(&network(&[("f1", "us", "a", "", ""), ("f2", "b", "us", "", ""), ("f3", "c", "d", "", "")]));
    assert_eq!((dead.loop_count, dead.basis), (known(0), Basis::All));
    let off: Vec<_> = dead.flows.iter().map(|x| x.off_loop).collect();
    assert_eq!(off, [OffLoop::DeadEnd, OffLoop::Source, OffLoop::Apart].map(Some));
}

#[test]
fn reasons_hang_on_the_place_and_not_on_what_is_elsewhere() {
    let flows = [
        ("f1", "us", "a", "must", "high"),
        ("f2", "a", "us", "must", "high"),
        ("f3", "a", "twice", "must", "high"),
        ("f4", "twice", "a", "must", "high"),
        ("f5", "us", "b", "", ""),
        ("f6", "b", "us", "must", "high"),
        ("f7", "a", "c", "must", "high"),
        ("f8", "c", "d", "must", "high"),
        ("f9", "d", "us", "must", "high"),
    ];
    let m = network(&flows);
    let found = look(&m);
    assert_eq!((found.loop_count, found.basis, found.complete_to), (known(2), Basis::Scored, None));
    assert_eq!(place(&found, "twice"), (known(0.0), Some(OffLoop::Twice)), "though f5 has no score");
    assert_eq!(place(&found, "b"), (missing(), Some(OffLoop::NoScore)));
    let found = value_network(&m, &ValueNetworkOptions::new().max_length(2));
    assert_eq!((found.loop_count, found.basis, found.complete_to), (known(1), Basis::Chosen, Some(2)));
    assert_eq!(place(&found, "twice"), (known(0.0), Some(OffLoop::Twice)), "though a loop was cut");
    assert_eq!(place(&found, "c"), (known(0.0), Some(OffLoop::Cut)));
    assert_eq!(place(&found, "b"), (missing(), Some(OffLoop::NoScore)));
    // Nothing longer than two is cut here, so nothing is.
    let found = value_network(&network(&flows[..4]), &ValueNetworkOptions::new().max_length(2));
    assert_eq!((found.basis, found.complete_to), (Basis::All, None));
    assert_eq!(place(&found, "twice"), (known(0.0), Some(OffLoop::Twice)));
}

#[test]
fn findings_replay_whatever_the_limits() {
    let m = network(&[("f1", "us", "a", "must", "high"), ("f2", "a", "us", "should", "low")]);
    for options in [
        ValueNetworkOptions::new().max_length(usize::MAX).work(u64::MAX),
        ValueNetworkOptions::new().max_length(usize::MAX / 3).work((1 << 60) + 1),
    ] {
        let found = value_network(&m, &options);
        assert!(found.findings.iter().any(|x| x.rule == "loop-occurrence"));
        for finding in found.findings {
            assert_eq!(replay(&finding, &m), Ok(()), "{finding}");
        }
    }
}

#[cfg(feature = "report")]
#[test]
fn the_report_says_what_is_not_known_of_the_loops() {
    use polder::report::{Format, Locale, ReportOptions, report};
    let said = |m: &Model| report(m, &Locale::builtin("nl").unwrap(), &ReportOptions::new()).render(Format::Text);
    let text = said(&network(&[("f1", "us", "a", "must", "high"), ("f2", "a", "us", "", "low")]));
    assert!(
        text.contains("Of er iets terugkomt, is niet te zeggen: op de weg terug ligt een stroom zonder score"),
        "{text}"
    );
    assert!(!text.contains("komt langs de vastgelegde stromen niets bij ons terug"), "{text}");
    // What others give is not said to be given by us.
    let text = said(&network(&[
        ("f1", "us", "a", "must", "high"),
        ("f2", "a", "us", "must", "high"),
        ("f3", "a", "dead", "might", "low"),
        ("f4", "far", "source", "might", "low"),
        ("f5", "source", "us", "might", "low"),
    ]));
    assert!(text.contains("al geven anderen het") && text.contains("Dit geven anderen aan elkaar"), "{text}");
    assert!(!text.contains("waarom wij dit geven"), "{text}");
}

#[test]
fn without_a_focal_party_nothing_is_defined() {
    let m = read(
        "[party.a]\n[party.b]\n[[flow]]\nfrom = \"a\"\nto = \"b\"\nbenefit = \"must\"\nsupply = \"low\"\n[[flow]]\nfrom = \"b\"\nto = \"a\"\nbenefit = \"must\"\nsupply = \"low\"\n",
    );
    let found = look(&m);
    let none = Undefined::NoFocal;
    assert_eq!((found.focal, found.loop_count), (Measure::Undefined(none), Measure::Undefined(none)));
    assert_eq!((found.total, found.parties[0].occurrence), (Measure::Undefined(none), Measure::Undefined(none)));
    assert_eq!(found.flows[0].score, known(0.4), "the scores are those of the flows alone");
    assert!(found.parties.iter().all(|x| x.off_loop.is_none()) && found.inputs.is_empty());
    let found = value_network(&m, &ValueNetworkOptions::new().focal(p("b")));
    assert_eq!(
        (found.loop_count, found.loops[0].score, &found.loops[0].parties),
        (known(1), 0.16, &vec![p("b"), p("a")])
    );
    let nobody = value_network(&m, &ValueNetworkOptions::new().focal(p("nobody")));
    assert_eq!(nobody.loop_count, Measure::Undefined(none));

    let not_run = |id: &str, m: &Model| (INDEX.iter().find(|e| e.id == id).unwrap().not_run)(m);
    assert_eq!(not_run("value_network", &m), Some(NotRun::NoFocal));
    assert_eq!(not_run("value_network", &Model::new()), Some(NotRun::NoFlows));
    assert_eq!(not_run("everyone_gains", &Model::new()), Some(NotRun::NoFlows));
    assert_eq!(not_run("everyone_gains", &m), None);
    let alone = look(&read("[project]\nfocal = \"a\"\n[party.a]\n"));
    assert_eq!((alone.focal, alone.loop_count, alone.parties.len()), (known(p("a")), known(0), 0));
}

#[test]
fn lengths_and_thresholds_cut_and_say_so() {
    let flows = [
        ("f1", "us", "a", "must", "high"),
        ("f2", "a", "us", "must", "medium"),
        ("f3", "a", "b", "might", "low"),
        ("f4", "b", "us", "must", "high"),
        ("f5", "b", "c", "must", "high"),
        ("f6", "c", "us", "must", "high"),
    ];
    let m = network(&flows);
    let found = value_network(&m, &ValueNetworkOptions::new().max_length(2));
    assert_eq!((found.loop_count, found.basis, found.complete_to), (known(1), Basis::Chosen, Some(2)));
    assert_eq!(found.cut.length, tally(2, true));
    assert_eq!(place(&found, "b"), (known(0.0), Some(OffLoop::Cut)));
    let found = value_network(&m, &ValueNetworkOptions::new().max_length(3).threshold(Strength::HALF));
    assert_eq!(
        (found.cut.length, found.cut.threshold, found.cut.budget),
        (tally(1, true), tally(1, true), tally(0, true))
    );
    let found = value_network(&m, &ValueNetworkOptions::new().max_length(4));
    assert_eq!((found.basis, found.complete_to), (Basis::All, None), "four parties, no loop is longer");
    let found = value_network(&m, &ValueNetworkOptions::new().work(0));
    assert_eq!(found.parties[0].occurrence, Measure::Undefined(Undefined::BudgetExhausted));
    assert_eq!((found.loop_count, found.basis, found.cut.budget), (known(0), Basis::Searched, tally(0, false)));
    let found = value_network(&m, &ValueNetworkOptions::new().list_at_most(1));
    assert_eq!((found.loops.len(), found.loop_count), (1, known(3)));
}

#[test]
fn scores_are_a_matrix() {
    for bad in [0.0, -0.1, 1.5, f64::NAN, f64::INFINITY] {
        assert!(FlowScores::new([[0.5, 0.5, bad], [0.5; 3], [0.5; 3]]).is_err(), "{bad}");
    }
    let rows = [[0.11, 0.12, 0.13], [0.21, 0.22, 0.23], [0.31, 0.32, 1.0]];
    let scores = FlowScores::new(rows).unwrap();
    for (s, supply) in Supply::ALL.iter().enumerate() {
        for (b, benefit) in Benefit::ALL.iter().enumerate() {
            assert_eq!(scores.of(*supply, *benefit), rows[s][b]);
        }
    }
    let m = network(&[("f1", "us", "a", "should", "low"), ("f2", "a", "us", "might", "high")]);
    assert_eq!(value_network(&m, &ValueNetworkOptions::new().scores(scores)).total, known(0.0372));
    assert_eq!(look(&m).total, known(0.06));
}

#[test]
fn a_flow_to_oneself_is_refused() {
    let text = "polder = 1\n[party.a]\n[[flow]]\nfrom = \"a\"\nto = \"a\"\n";
    let error = Document::from_toml(text).map(|d| Model::try_from(d).map(|_| ()));
    assert!(!matches!(error, Ok(Ok(()))));
    let mut m = Model::new();
    m.insert_party(p("a"), Party::default()).unwrap();
    let (from, to) = (p("a"), p("a"));
    let flow = Flow { from, to, name: None, benefit: None, supply: None, remarks: Remarks::default() };
    assert!(m.insert_flow(f("x"), flow).is_err());
}

// Who gains.

fn gains(text: &str) -> EveryoneGains {
    everyone_gains(&read(text), &EveryoneGainsOptions::new())
}

#[test]
fn what_is_received_against_what_is_given() {
    let m = network(&[
        ("f1", "us", "a", "must", "high"),
        ("f2", "a", "us", "should", "low"),
        ("f3", "us", "b", "must", ""),
        ("f4", "b", "us", "", "high"),
        ("f5", "us", "c", "", ""),
        ("f6", "d", "us", "might", "low"),
        ("f7", "us", "e", "must", "medium"),
        ("f8", "e", "us", "must", ""),
    ]);
    let r = everyone_gains(&m, &EveryoneGainsOptions::new());
    let of = |party: &str| r.parties.iter().find(|x| x.party == p(party)).unwrap();
    let a = of("a");
    assert_eq!((a.received.known, a.given.known, a.balance), (0.95, 0.2, known(15.0 / 23.0)));
    assert_eq!(a.exchange, known(Exchange::ReceivesMore));
    let b = of("b");
    assert_eq!((b.received.low, b.received.high, b.given.low, b.given.high), (0.4, 0.95, 0.3, 0.95));
    assert_eq!((b.received.unscored, b.received.known, b.balance), (1, 0.0, missing()));
    assert_eq!((b.exchange, b.balance_between), (missing(), known([-11.0 / 27.0, 13.0 / 25.0])));
    let c = of("c");
    assert_eq!((c.exchange, c.balance), (known(Exchange::OnlyReceives), known(1.0)), "whatever the missing rating");
    assert_eq!((c.received.low, c.received.high), (0.1, 0.95));
    let d = of("d");
    assert_eq!((d.exchange, d.no_gain.clone()), (known(Exchange::OnlyGives), vec![NoGain::OnlyGives]));
    let e = of("e");
    assert_eq!((e.exchange, e.balance), (known(Exchange::Even), missing()), "even whatever the missing rating");
    assert_eq!(r.out_of_balance, [p("c"), p("d"), p("a")]);
    assert_eq!((&r.only_give, &r.only_receive, &r.not_gaining), (&vec![p("d")], &vec![p("c")], &vec![p("d")]));
    let level = EveryoneGainsOptions::new().out_of_balance(Strength::new(0.7).unwrap());
    assert_eq!(everyone_gains(&m, &level).parties[0].exchange, known(Exchange::Even));
}

#[test]
fn value_missed_and_destroyed() {
    let claim = |party: &str, kind: &str, importance: &str| {
        format!("[[claim]]\nparty = \"{party}\"\nkind = \"{kind}\"\n{importance}\n")
    };
    let text = ["[party.a]\n[party.b]\n[party.c]\n[party.d]\n".to_owned()]
        .into_iter()
        .chain([
            claim("a", "captured", "importance = 2"),
            claim("a", "destroyed", "importance = 3"),
            claim("a", "surplus", ""),
            claim("b", "captured", "importance = 3"),
            claim("b", "missed", ""),
            claim("c", "captured", "importance = 3"),
            claim("c", "missed", "importance = 3"),
        ])
        .collect::<String>();
    let r = gains(&text);
    let lost: Vec<_> = r.parties.iter().map(|x| x.outcome.mostly_lost).collect();
    assert_eq!(lost, [known(true), missing(), known(false), nothing()]);
    assert_eq!(r.parties[0].outcome.capture_ratio, known(0.4));
    assert_eq!(r.parties[0].outcome.cells.len(), 2);
    assert_eq!((r.not_gaining, r.parties[0].no_gain.clone()), (vec![p("a")], vec![NoGain::MostlyLost]));
    assert_eq!(r.without_flow.len(), 4);
    assert_eq!(r.parties[0].balance, nothing());
    assert_eq!(r.omitted.len(), 1, "the importance of a surplus is no ground here");
    // Where every importance that is missing leads to the same, it is said.
    let text = ["[party.a]\n[party.b]\n".to_owned()]
        .into_iter()
        .chain([
            claim("a", "captured", "importance = 1"),
            claim("a", "destroyed", "importance = 2"),
            claim("a", "missed", ""),
            claim("b", "captured", "importance = 5"),
            claim("b", "missed", ""),
        ])
        .collect::<String>();
    let r = gains(&text);
    let lost: Vec<_> = r.parties.iter().map(|x| (x.outcome.mostly_lost, x.outcome.capture_ratio)).collect();
    assert_eq!(lost, [(known(true), missing()), (known(false), missing())]);
    assert_eq!(r.parties[0].outcome.capture_ratio_between, known([1.0 / 8.0, 1.0 / 4.0]));
}

// All of it.

fn variants() -> Vec<ValueNetworkOptions> {
    let new = ValueNetworkOptions::new;
    vec![
        new(),
        new().max_length(2),
        new().threshold(Strength::new(0.2).unwrap()).list_at_most(1),
        new().work(40),
        new().scores(FlowScores::new([[0.123, 1.0, 0.5], [0.3, 0.3, 0.3], [0.7, 0.007, 1.0]]).unwrap()),
    ]
}

fn said(m: &Model) -> String {
    let networks: String = variants().iter().map(|o| format!("{:#?}\n", value_network(m, o))).collect();
    format!("{networks}{:#?}", everyone_gains(m, &EveryoneGainsOptions::new()))
}

/// A model with more flows than the generator makes, and a focal party.
fn flowing() -> impl Strategy<Value = Model> {
    let words = (0..4_usize, 0..4_usize);
    let flows = prop::collection::vec(((0..6_usize, 0..5_usize), words), 0..16);
    (analysis_model(), flows, prop::option::weighted(0.9, 0..6_usize)).prop_map(|(mut m, flows, focal)| {
        let name = |i: usize| p(&format!("party-of-flows-{i}"));
        (0..6).for_each(|i| m.insert_party(name(i), Party::default()).unwrap());
        for (i, ((a, b), (benefit, supply))) in flows.into_iter().enumerate() {
            let flow = Flow {
                from: name(a),
                to: name((a + 1 + b) % 6),
                name: None,
                benefit: Benefit::ALL.get(benefit).copied(),
                supply: Supply::ALL.get(supply).copied(),
                remarks: Remarks::default(),
            };
            m.insert_flow(f(&format!("own-flow-{i:02}")), flow).unwrap();
        }
        if let Some(i) = focal {
            let project = Project { focal: Some(name(i)), ..m.project().clone() };
            m.set_project(project).unwrap();
        }
        m
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_finding_replays(m in flowing()) {
        let of_networks = variants().into_iter().flat_map(|o| value_network(&m, &o).findings);
        for finding in of_networks.chain(everyone_gains(&m, &EveryoneGainsOptions::new()).findings) {
            prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
        }
    }

    #[test]
    fn a_forged_finding_does_not_replay(m in flowing()) {
        let all = value_network(&m, &ValueNetworkOptions::new()).findings.into_iter();
        for finding in all.chain(everyone_gains(&m, &EveryoneGainsOptions::new()).findings) {
            let mut forged = finding.clone();
            forged.amount = match finding.amount {
                Amount::Number(x) => Amount::Number(x + 1.0),
                Amount::Class(_) => Amount::Class("no-such-class"),
                Amount::Undefined(_) => Amount::Number(0.0),
            };
            prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            for i in 0..finding.because.len() {
                let mut less = finding.clone();
                less.because.remove(i);
                prop_assert!(replay(&less, &m).is_err(), "all must be cited: {:#?}", less);
                if finding.because[i].source == Element::Setting("loop-search-steps") {
                    continue;
                }
                let mut forged = finding.clone();
                forged.because[i].amount += 3.0;
                prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            }
        }
    }

    #[test]
    fn shuffling_changes_nothing(m in flowing(), seed: u64) {
        prop_assert_eq!(said(&shuffled(&m, seed)), said(&m));
    }

    #[test]
    fn renaming_in_order_changes_names_alone(m in flowing()) {
        let analysed = said(&rename(&m, |id| format!("{id}-zz")));
        prop_assert_eq!(analysed.replace("-zz", ""), said(&m));
    }

    #[test]
    fn renaming_out_of_order_changes_no_number(m in flowing()) {
        let mirrored = rename(&m, |id| {
            id.chars().map(|c| if c.is_ascii_digit() { (b'0' + b'9' - c as u8) as char } else { c }).collect()
        });
        let numbers = |m: &Model| -> Vec<String> {
            let one = |o: &ValueNetworkOptions| {
                let n = value_network(m, o);
                let mut places: Vec<String> = n.parties.iter().map(|x| format!("{:?}", (x.loops, x.occurrence, x.off_loop))).collect();
                let mut flows: Vec<String> = n.flows.iter().map(|x| format!("{:?}", (x.score, x.loops, x.occurrence, x.off_loop))).collect();
                places.sort();
                flows.sort();
                let loops: Vec<f64> = n.loops.iter().map(|l| l.score).collect();
                format!("{:?}", (n.loop_count, n.total, n.basis, n.complete_to, n.cut, loops, places, flows))
            };
            let g = everyone_gains(m, &EveryoneGainsOptions::new());
            let mut parties: Vec<String> = g.parties.iter().map(|x| format!("{:?}", (x.received, x.given, x.balance_between, x.exchange, &x.no_gain))).collect();
            parties.sort();
            variants().iter().map(one).chain(parties).collect()
        };
        prop_assert_eq!(numbers(&m), numbers(&mirrored));
    }

    #[test]
    fn occurrences_are_shares(m in flowing()) {
        let n = look(&m);
        let Measure::Known(focal) = &n.focal else { return Ok(()) };
        let occurrence = |party: &PartyId| n.parties.iter().find(|x| x.party == *party).and_then(|x| x.occurrence.value());
        if n.loop_count.value().is_some_and(|count| count > 0) {
            prop_assert_eq!(occurrence(focal), Some(1.0));
        }
        for x in &n.parties {
            prop_assert!(x.occurrence.value().is_none_or(|o| (0.0..=1.0).contains(&o)));
            let on = |flow: &&polder::analysis::value_network::FlowPlace| flow.to == x.party;
            let counts: u64 = n.flows.iter().filter(on).map(|flow| flow.loops).sum();
            prop_assert_eq!(counts, x.loops, "every loop through a party enters it once");
            prop_assert_eq!(x.off_loop.is_none(), x.loops > 0 || x.party == *focal);
        }
    }

    #[test]
    fn all_that_is_given_is_received(m in flowing()) {
        let g = everyone_gains(&m, &EveryoneGainsOptions::new());
        let sum = |of: fn(&polder::analysis::everyone_gains::PartyGains) -> f64| {
            g.parties.iter().map(|x| exact(of(x))).sum::<Exact>()
        };
        prop_assert_eq!(sum(|x| x.received.known), sum(|x| x.given.known));
        prop_assert_eq!(sum(|x| x.received.low), sum(|x| x.given.low));
        prop_assert_eq!(sum(|x| x.received.high), sum(|x| x.given.high));
        for x in &g.parties {
            let between = x.balance_between.value();
            prop_assert!(between.is_none_or(|[low, high]| -1.0 <= low && low <= high && high <= 1.0));
            prop_assert!(x.balance.value().is_none_or(|b| between == Some([b, b])));
        }
    }
}
