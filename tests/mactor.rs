//! MACTOR and MICMAC: the published tables, restatements by brute force, what must not change a number, and what has no answer.
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
use std::num::NonZeroUsize;

use common::strategies::{analysis_model, model};
use common::{rename, shuffled};
use polder::analysis::convergence::{ConvergenceOrder, ConvergenceTables, PairRule, Valued};
use polder::analysis::indirect_influence::PowerCase;
use polder::analysis::influence::Zone;
use polder::analysis::{
    Convergence, ConvergenceOptions, INDEX, IndirectInfluence, IndirectInfluenceOptions, Influence, InfluenceOptions,
    convergence, indirect_influence, influence, replay,
};
use polder::evidence::{Amount, Finding, Law, Measure, Omission, OmissionReason, Undefined};
use polder::id::{InterestId, PartyId};
use polder::math::Square;
use polder::model::{Attribute, Element, Interest, Model, Party, Stake, Table};
use polder::rating::{Aggregate, Rating};
use polder::scale::Scales;
use polder::vocabulary::Vocabulary;
use polder::{Document, math};
use proptest::prelude::*;

const PARIS: &str = include_str!("../examples/models/paris-airport.toml");

fn n(x: f64) -> Rating {
    Rating::number(x).unwrap()
}

fn p(i: usize) -> PartyId {
    PartyId::new(&format!("p{i:03}")).unwrap()
}

fn o(i: usize) -> InterestId {
    InterestId::new(&format!("o{i:03}")).unwrap()
}

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(text).unwrap()).unwrap()
}

/// Parties with these direct influences (a row of `None` is not written) and these stances (`None` is unknown).
fn built(mid: &[Option<Vec<f64>>], mao: &[Vec<Option<f64>>]) -> Model {
    let scales = Scales::default().with_signed(4).unwrap().with_influence(0, 9).unwrap();
    let mut m = Model::with_scales(scales);
    for i in 0..mid.len().max(mao.len()) {
        m.insert_party(p(i), Party::default()).unwrap();
    }
    for a in 0..mao.first().map_or(0, Vec::len) {
        m.insert_interest(o(a), Interest::default()).unwrap();
    }
    for (i, row) in mid.iter().enumerate() {
        let Some(row) = row else { continue };
        m.declare(p(i), Table::Influences).unwrap();
        for (j, x) in row.iter().enumerate().filter(|(j, x)| *j != i && **x != 0.0) {
            // Below zero stands for unknown.
            let rating = if *x < 0.0 { Rating::unknown() } else { n(*x) };
            m.set_influence(p(i), p(j), rating).unwrap();
        }
    }
    for (i, row) in mao.iter().enumerate() {
        for (a, x) in row.iter().enumerate() {
            match x {
                Some(x) if x.is_nan() => {}
                Some(x) => m.set_stake(p(i), o(a), Stake::of(n(*x))).unwrap(),
                None => m.set_stake(p(i), o(a), Stake::default()).unwrap(),
            }
        }
    }
    m
}

fn of_rows(rows: &[&[f64]]) -> Model {
    built(&rows.iter().map(|r| Some(r.to_vec())).collect::<Vec<_>>(), &[])
}

fn influences(m: &Model) -> Influence {
    influence(m, &InfluenceOptions::new())
}

fn converge(m: &Model) -> Convergence {
    convergence(m, &ConvergenceOptions::new())
}

fn micmac(m: &Model) -> IndirectInfluence {
    indirect_influence(m, &IndirectInfluenceOptions::new())
}

fn findings(m: &Model, aggregate: Aggregate) -> Vec<Finding> {
    let mut all = influence(m, &InfluenceOptions::new().aggregate(aggregate)).findings;
    all.extend(indirect_influence(m, &IndirectInfluenceOptions::new().aggregate(aggregate)).findings);
    for valued in Valued::ALL {
        all.extend(convergence(m, &ConvergenceOptions::new().aggregate(aggregate).valued(*valued)).findings());
    }
    all
}

/// Direct influences and stances as tests draw them: most often short decimals, rows not written, cells unknown.
fn drawn() -> impl Strategy<Value = Model> {
    let cell = prop_oneof![
        3 => Just(0.0),
        5 => (1..=4_i32).prop_map(f64::from),
        1 => (1..40_i32).prop_map(|x| f64::from(x) / 10.0),
    ];
    let stance = prop_oneof![
        2 => Just(Some(f64::NAN)),
        1 => Just(Some(0.0)),
        6 => (-4..=4_i32).prop_map(|x| Some(f64::from(x))),
        1 => (-40..=40_i32).prop_map(|x| Some(f64::from(x) / 10.0)),
        1 => Just(None),
    ];
    (1..7_usize, 0..5_usize).prop_flat_map(move |(n, m)| {
        let holes = prop::collection::vec(prop_oneof![8 => Just(0_u8), 1 => Just(1), 1 => Just(2)], n);
        let rows = prop::collection::vec(prop::collection::vec(cell.clone(), n), n);
        let stances = prop::collection::vec(prop::collection::vec(stance.clone(), m), n);
        (rows, holes, stances).prop_map(|(rows, holes, stances)| {
            let rows: Vec<Option<Vec<f64>>> = rows
                .into_iter()
                .zip(holes)
                .map(|(mut row, hole)| {
                    if hole == 2 {
                        row[0] = -1.0;
                    }
                    (hole != 1).then_some(row)
                })
                .collect();
            built(&rows, &stances)
        })
    })
}

/// Numbers of everything, per party and interest of a list, without their names.
fn numbers(m: &Model, parties: &[PartyId], interests: &[InterestId]) -> Vec<String> {
    let (f, c, i) = (influences(m), converge(m), micmac(m));
    let json = |x: &dyn erased::Json| x.json();
    let mut out = vec![format!("{:?} {:?} {:?}", f.stability, i.case, i.period)];
    out.push(format!("{:?} {:?}", i.influence.holds_from, i.dependence.holds_from));
    for party in parties {
        out.extend(f.parties.iter().filter(|x| x.party == *party).map(|x| json(x)));
        out.extend(i.parties.iter().filter(|x| x.party == *party).map(|x| json(x)));
        for other in parties {
            out.push(format!("{:?} {:?}", f.total.get(party, other), f.strongest.get(party, other)));
        }
    }
    for order in &c.orders {
        let Measure::Known(t) = &order.tables else {
            out.push(format!("{:?}", order.tables));
            continue;
        };
        out.push(format!("{:?}", t.degree));
        for a in parties {
            out.extend(t.parties.iter().filter(|x| x.party == *a).map(|x| json(x)));
            for b in parties {
                out.push(format!("{:?} {:?} {:?}", t.convergence.get(a, b), t.divergence.get(a, b), t.net.get(a, b)));
            }
        }
        for a in interests {
            out.extend(t.interests.iter().filter(|x| x.interest == *a).map(|x| json(x)));
            for b in interests {
                out.push(format!("{:?} {:?}", t.interest_convergence.get(a, b), t.interest_divergence.get(a, b)));
            }
        }
    }
    out
}

mod erased {
    use serde_json::Value;

    /// JSON without the name.
    pub(super) trait Json {
        fn json(&self) -> String;
    }

    impl<T: serde::Serialize> Json for T {
        fn json(&self) -> String {
            let mut value = serde_json::to_value(self).unwrap();
            if let Value::Object(map) = &mut value {
                map.remove("party");
                map.remove("interest");
            }
            value.to_string()
        }
    }
}

#[test]
fn the_published_example_from_its_file() {
    let m = read(PARIS);
    let order = [
        "constructeurs",
        "compagnies-regulieres",
        "compagnies-charter",
        "etat",
        "aeroport-de-paris",
        "association-de-riverains",
    ]
    .map(|id| PartyId::new(id).unwrap());
    let text = include_str!("vectors/mactor_paris_airport.json");
    let vector: serde_json::Value = serde_json::from_str(text).unwrap();
    let expected = &vector["cases"][0]["expected"];
    let numbers = |key: &str| -> Vec<f64> { serde_json::from_value(expected[key].clone()).unwrap() };
    let table = |key: &str| -> Vec<Vec<f64>> { serde_json::from_value(expected[key].clone()).unwrap() };
    let (f, c) = (influences(&m), converge(&m));
    for (i, id) in order.iter().enumerate() {
        let party = f.parties.iter().find(|x| x.party == *id).unwrap();
        assert_eq!((party.influence, party.dependence), (numbers("Ii")[i], numbers("Di")[i]));
        assert!((party.relative_force.value().unwrap() - numbers("Ri")[i]).abs() < 1e-12);
        assert!((party.strongest_force.value().unwrap() - numbers("Qi")[i]).abs() < 1e-12);
        for (j, other) in order.iter().enumerate() {
            assert_eq!(f.total.get(id, other), Some(&table("MIDI")[i][j]));
            assert_eq!(f.strongest.get(id, other), Some(&table("MMIDI")[i][j]));
            for (k, of) in (1..).zip(ConvergenceOrder::ALL) {
                let t = c.order(*of).unwrap();
                let near = |x: Option<&f64>, y: f64| (x.unwrap() - y).abs() < 1e-12;
                assert!(near(t.convergence.get(id, other), table(&format!("{k}CAA"))[i][j]));
                assert!(near(t.divergence.get(id, other), table(&format!("{k}DAA"))[i][j]));
            }
        }
    }
    // The État is the strongest by R, the residents are by Q: that order is not told apart by ways alone.
    let etat = f.disagreements.iter().find(|d| d.parties == [order[3].clone(), order[5].clone()]);
    assert!(etat.is_some(), "{:?}", f.disagreements);
    assert!(f.omitted.is_empty() && c.omitted.is_empty() && c.silent.is_empty());
    assert!(converge(&Model::new()).orders[0].tables.as_ref().value().unwrap().parties.is_empty());
}

#[test]
fn relays_are_behind_every_cell() {
    let m = read(PARIS);
    let f = influence(&m, &InfluenceOptions::new().list_at_most(usize::MAX));
    for cell in &f.cells {
        let [from, to] = &cell.parties;
        assert_eq!(f.total.get(from, to), Some(&cell.total));
        assert_eq!(cell.direct + cell.relays.iter().map(|r| r.influence).sum::<f64>(), cell.total);
        assert_eq!(cell.relays.len(), cell.relay_count);
        let best = cell.relays.first().map_or(0.0, |r| r.influence);
        let strongest = if from == to { 0.0 } else { best.max(cell.direct) };
        assert_eq!(f.strongest.get(from, to), Some(&strongest));
        let through = cell.relays.first().filter(|r| from != to && r.influence > cell.direct).map(|r| &r.party);
        assert_eq!(cell.strongest_through.as_ref(), through);
    }
    let few = influence(&m, &InfluenceOptions::new().list_at_most(1));
    for (a, b) in few.cells.iter().zip(&f.cells) {
        assert_eq!(a.relays[..], b.relays[..b.relays.len().min(1)]);
        assert_eq!((a.relay_count, &a.strongest_through), (b.relay_count, &b.strongest_through));
    }
    let none = influence(&m, &InfluenceOptions::new().list_at_most(0));
    assert!(
        none.cells.iter().zip(&f.cells).all(|(a, b)| a.relays.is_empty() && a.strongest_through == b.strongest_through)
    );
}

#[test]
fn zones_and_stability() {
    // 0 moves everybody, 3 nobody; 1 and 2 pass it on.
    let m = of_rows(&[&[0.0, 4.0, 4.0, 0.0], &[0.0, 0.0, 0.0, 4.0], &[0.0, 0.0, 0.0, 1.0], &[0.0; 4]]);
    let f = influences(&m);
    // MIDI: 0 → 1: 4, 0 → 2: 4, 0 → 3: 4 + 1; 1 → 3: 4; 2 → 3: 1. I = 13, 4, 1, 0, D = 0, 4, 4, 10, mean 4.5.
    assert_eq!(f.parties.iter().map(|p| p.influence).collect::<Vec<_>>(), [13.0, 4.0, 1.0, 0.0]);
    assert_eq!(f.parties.iter().map(|p| p.dependence).collect::<Vec<_>>(), [0.0, 4.0, 4.0, 10.0]);
    let zones: Vec<_> = f.parties.iter().map(|p| p.zone.value().unwrap()).collect();
    assert_eq!(zones, [Zone::Dominant, Zone::Autonomous, Zone::Autonomous, Zone::Dominated]);
    assert_eq!(f.stability, Measure::Known(26.0 / 36.0));
    // At the mean is high.
    let ring = influences(&of_rows(&[&[0.0, 1.0, 0.0], &[0.0, 0.0, 1.0], &[1.0, 0.0, 0.0]]));
    assert!(ring.parties.iter().all(|p| p.zone == Measure::Known(Zone::Relay)));
    assert_eq!(ring.stability, Measure::Known(0.0));
}

#[test]
fn what_is_undefined() {
    let nothing = Measure::Undefined(Undefined::NothingToMeasure);
    let zero = influences(&of_rows(&[&[0.0, 0.0], &[0.0, 0.0]]));
    assert_eq!((zero.stability, zero.parties[0].relative_force), (nothing, nothing));
    assert_eq!(zero.parties[0].zone, Measure::Undefined(Undefined::NothingToMeasure));
    assert!(zero.cells.is_empty());
    let mutual = of_rows(&[&[0.0, 2.0], &[2.0, 0.0]]);
    let f = influences(&mutual);
    // All influence comes back: Σr = 0, though there is influence. MMIDI has no feedback.
    assert_eq!((f.parties[0].raw_force, f.parties[0].relative_force), (Measure::Known(0.0), nothing));
    assert_eq!(f.parties[0].strongest_force, Measure::Known(1.0));
    let third = |m: &Model| converge(m).orders.last().unwrap().tables.as_ref().value().is_some();
    assert!(!third(&mutual));
    assert!(!third(&built(&[None, None], &[vec![Some(1.0)], vec![Some(1.0)]])));
    let none = converge(&built(&[None, None], &[vec![Some(1.0)], vec![Some(1.0)]]));
    assert_eq!(none.orders[2].tables, Measure::Undefined(Undefined::MissingRating));
    assert_eq!(none.omitted.len(), 2);
    let one = influences(&of_rows(&[&[0.0]]));
    assert_eq!((one.parties.len(), one.parties[0].relative_force), (1, nothing));
    let nobody = influences(&Model::new());
    assert!(nobody.parties.is_empty() && nobody.omitted.is_empty());
    assert_eq!(micmac(&Model::new()).case, Measure::Undefined(Undefined::NothingToMeasure));
}

#[test]
fn unknown_rows_are_left_out_and_listed() {
    // 1 wrote no table; 2 does not know its influence on 0; 3 not that on 1, which is out anyway.
    let mid = [Some(vec![0.0, 1.0, 2.0, 1.0]), None, Some(vec![-1.0, 0.0, 0.0, 3.0]), Some(vec![1.0, -1.0, 1.0, 0.0])];
    let m = built(&mid, &[vec![Some(1.0)], vec![Some(2.0)], vec![Some(3.0)], vec![Some(f64::NAN)]]);
    let f = influences(&m);
    let parties: Vec<&PartyId> = f.parties.iter().map(|p| &p.party).collect();
    assert_eq!(parties, [&p(0), &p(3)]);
    let unknown =
        |subject: Element| Omission { subject, missing: Attribute::Influence, reason: OmissionReason::Unknown };
    let expected = [
        unknown(Element::Party(p(1))),
        unknown(Element::Influences(p(2), p(0))),
        unknown(Element::Influences(p(3), p(1))),
    ];
    assert_eq!(f.omitted, expected);
    assert_eq!(micmac(&m).omitted, expected);
    assert_eq!(f.direct.get(&p(0), &p(3)), Some(&1.0));
    let c = converge(&m);
    // Of the third order those without a force are left out.
    assert_eq!(c.omitted, [unknown(Element::Party(p(1))), unknown(Element::Party(p(2)))]);
    assert_eq!(c.silent, [p(3)]);
    assert_eq!(c.order(ConvergenceOrder::First).unwrap().parties.len(), 4);
}

#[test]
fn salience_values_a_stance_when_asked() {
    let m = read(
        "polder = 1\n[party.a]\nstakes = { x = { stance = 2, salience = 5 }, y = { stance = -1, salience = 1 } }\n\
         [party.b]\nstakes = { x = { stance = 1, salience = 2 }, y = { stance = 1 } }\n[interest.x]\n[interest.y]\n",
    );
    let options = ConvergenceOptions::new().valued(Valued::StanceTimesSalience).rule(PairRule::Mean);
    let c = convergence(&m, &options);
    let second = c.order(ConvergenceOrder::Second).unwrap();
    // x: ½(2·5/5 + 1·2/5); y: b's salience is unknown.
    assert_eq!((second.pairs[0].convergence, second.pairs[0].divergence), (1.2, 0.0));
    let first = c.order(ConvergenceOrder::First).unwrap();
    assert_eq!((first.pairs[0].convergence, first.pairs[0].divergence), (1.0, 1.0));
    let (b, y) = (PartyId::new("b").unwrap(), InterestId::new("y").unwrap());
    assert!(
        c.omitted.iter().any(|x| x.subject == Element::Stake(b.clone(), y.clone()) && x.missing == Attribute::Salience)
    );
    let only = convergence(&m, &options.clone().orders([ConvergenceOrder::First]));
    assert_eq!((only.orders.len(), only.omitted.len()), (1, 0));
    assert!(c.findings().iter().any(|f| f.rule == "convergence-second-salience"));
    assert_eq!(serde_json::to_value(&c.provenance.options).unwrap()["rule"], "mean");
}

/// Shares of influence and dependence in the limit, and their ranks.
type Limit = (Vec<Option<f64>>, Vec<usize>);

fn limit(found: &IndirectInfluence) -> [Limit; 2] {
    let sides = |side: fn(&polder::analysis::indirect_influence::PartyIndirectInfluence) -> (Measure, usize)| {
        found.parties.iter().map(side).map(|(share, rank)| (share.value(), rank)).unzip()
    };
    [sides(|p| (p.influence.share, p.influence.rank)), sides(|p| (p.dependence.share, p.dependence.rank))]
}

#[test]
fn limits_by_case() {
    let root = 2.0_f64.sqrt();
    type Expected<'a> = (&'a str, Vec<&'a [f64]>, PowerCase, Option<u64>, Vec<f64>, Vec<usize>, Option<usize>);
    let cases: Vec<Expected<'_>> = vec![
        ("two in turn", vec![&[0., 1.], &[1., 0.]], PowerCase::Periodic, Some(2), vec![0.5, 0.5], vec![1, 1], Some(1)),
        // M = [[0, 4], [1, 0]]: the right Perron vector of 2 is (2, 1).
        (
            "uneven in turn",
            vec![&[0., 4.], &[1., 0.]],
            PowerCase::Periodic,
            Some(2),
            vec![2. / 3., 1. / 3.],
            vec![1, 2],
            Some(1),
        ),
        (
            "a star",
            vec![&[0., 1., 1.], &[1., 0., 0.], &[1., 0., 0.]],
            PowerCase::Periodic,
            Some(2),
            vec![root / (root + 2.0), 1.0 / (root + 2.0), 1.0 / (root + 2.0)],
            vec![1, 2, 2],
            Some(1),
        ),
        (
            "a ring",
            vec![&[0., 1., 0.], &[0., 0., 1.], &[1., 0., 0.]],
            PowerCase::Periodic,
            Some(3),
            vec![1. / 3.; 3],
            vec![1; 3],
            Some(1),
        ),
        (
            "all on all",
            vec![&[0., 1., 1.], &[1., 0., 1.], &[1., 1., 0.]],
            PowerCase::Primitive,
            Some(1),
            vec![1. / 3.; 3],
            vec![1; 3],
            Some(1),
        ),
        (
            "a chain",
            vec![&[0., 1., 0.], &[0., 0., 1.], &[0., 0., 0.]],
            PowerCase::Acyclic,
            None,
            vec![2. / 3., 1. / 3., 0.],
            vec![1, 2, 3],
            Some(2),
        ),
        // Sums of M: 2, 3, 0; of M + M²: 2 + 6, 3, 0.
        (
            "a turning chain",
            vec![&[0., 2., 0.], &[0., 0., 3.], &[0., 0., 0.]],
            PowerCase::Acyclic,
            None,
            vec![8. / 11., 3. / 11., 0.],
            vec![1, 2, 3],
            Some(2),
        ),
        ("one", vec![&[0.]], PowerCase::Acyclic, None, vec![], vec![1], Some(1)),
        ("nothing", vec![&[0., 0.], &[0., 0.]], PowerCase::Acyclic, None, vec![], vec![1, 1], Some(1)),
        // A component of rate 2 beside one of rate 1.
        (
            "two of different growth",
            vec![&[0., 2., 0., 0.], &[2., 0., 0., 0.], &[0., 0., 0., 1.], &[0., 0., 1., 0.]],
            PowerCase::Reducible,
            Some(2),
            vec![0.5, 0.5, 0.0, 0.0],
            vec![1, 1, 3, 3],
            Some(1),
        ),
        // 0 watches a pair of rate 1: (M^k 1)_0 = 1 as well.
        (
            "one above a pair",
            vec![&[0., 1., 0.], &[0., 0., 1.], &[0., 1., 0.]],
            PowerCase::Reducible,
            Some(2),
            vec![1. / 3.; 3],
            vec![1; 3],
            Some(1),
        ),
        // A pair of rate 1 above a pair of rate 1 grows as k: the lower pair has no share.
        (
            "a pair above a pair",
            vec![&[0., 1., 1., 0.], &[1., 0., 0., 0.], &[0., 0., 0., 1.], &[0., 0., 1., 0.]],
            PowerCase::Reducible,
            Some(2),
            vec![0.5, 0.5, 0., 0.],
            vec![1, 1, 3, 3],
            None,
        ),
        // A slow pair above a fast one takes its rate: (4 − N)⁻¹ … by hand: x0 = (x1 + c)/2, x1 = x0/2, so x0 = ⅔c, x1 = ⅓c.
        (
            "slow above fast",
            vec![&[0., 1., 1., 0.], &[1., 0., 0., 0.], &[0., 0., 0., 2.], &[0., 0., 2., 0.]],
            PowerCase::Reducible,
            Some(2),
            vec![2. / 9., 1. / 9., 1. / 3., 1. / 3.],
            vec![3, 4, 1, 1],
            Some(2),
        ),
        // Cycles of 2 and of 3.
        (
            "two and three",
            vec![
                &[0., 1., 0., 0., 0.],
                &[1., 0., 0., 0., 0.],
                &[0., 0., 0., 1., 0.],
                &[0., 0., 0., 0., 1.],
                &[0., 0., 1., 0., 0.],
            ],
            PowerCase::Reducible,
            Some(6),
            vec![0.2; 5],
            vec![1; 5],
            Some(1),
        ),
    ];
    for (name, rows, case, period, shares, ranks, holds) in cases {
        let found = micmac(&of_rows(&rows));
        assert_eq!(found.case, Measure::Known(case), "{name}");
        assert_eq!(found.period.value(), period, "{name}");
        let [(of_influence, by_influence), _] = limit(&found);
        assert_eq!(by_influence, ranks, "{name}");
        assert_eq!(found.influence.holds_from.value(), holds, "{name}: {:?}", found.influence.ranks);
        if shares.is_empty() {
            assert!(of_influence.iter().all(Option::is_none), "{name}");
        }
        for (x, y) in of_influence.iter().zip(&shares) {
            assert!((x.unwrap() - y).abs() < 1e-13, "{name}: {of_influence:?}");
        }
        // Influence of the matrix turned over is dependence.
        let turned: Vec<Vec<f64>> = (0..rows.len()).map(|i| rows.iter().map(|r| r[i]).collect()).collect();
        let back = micmac(&of_rows(&turned.iter().map(Vec::as_slice).collect::<Vec<_>>()));
        assert_eq!(limit(&back)[1], limit(&found)[0], "{name}");
    }
}

#[test]
fn a_budget_too_small_shows_no_order_but_the_limit_stands() {
    let m = read(PARIS);
    let (all, few) = (micmac(&m), indirect_influence(&m, &IndirectInfluenceOptions::new().powers(NonZeroUsize::MIN)));
    assert_eq!(few.influence.holds_from, Measure::Undefined(Undefined::BudgetExhausted));
    assert_eq!(few.influence.ranks.len(), 1);
    assert_eq!(limit(&few), limit(&all));
    assert_eq!(all.case, Measure::Known(PowerCase::Primitive));
    assert!(all.influence.holds_from.value().is_some() && all.dependence.holds_from.value().is_some());
}

#[test]
fn the_index_says_why_not() {
    let reason = |m: &Model, id: &str| {
        let entry = INDEX.iter().find(|e| e.id == id).unwrap();
        (entry.not_run)(m).map(|r| r.to_string())
    };
    let empty = built(&[None, None], &[]);
    assert_eq!(reason(&empty, "convergence").as_deref(), Some("no-stakes"));
    assert_eq!(reason(&empty, "influence").as_deref(), Some("no-influences"));
    assert_eq!(reason(&empty, "indirect_influence").as_deref(), Some("no-influences"));
    let m = of_rows(&[&[0.0]]);
    assert_eq!(reason(&m, "influence"), None);
}

#[test]
fn tables_that_are_none() {
    for rows in [vec![vec![0.0, 1.0]], vec![vec![1.0]], vec![vec![0.0, -1.0], vec![0.0, 0.0]], vec![vec![f64::NAN]]] {
        assert!(Square::new(&rows).is_err(), "{rows:?}");
    }
    assert!(Square::new(&[]).unwrap().is_empty());
    // Cells that do not fit in machine words: a power of ten beside a tiny number.
    let wide = Square::new(&[vec![0.0, 1e15, 1e-12], vec![1e-12, 0.0, 1e15], vec![1e15, 1e15, 0.0]]).unwrap();
    let sums = math::min_sum::min_sum(&wide);
    assert_eq!(sums.get(0, 1), Some(1e15));
    assert_eq!(sums.get(0, 2), Some(1e15));
}

fn raw(m: &Model, element: Element, attribute: Attribute) -> Option<f64> {
    m.read(&element, attribute, Aggregate::Median).map(|r| r.raw)
}

/// The definitions, word for word, in floating point.
fn restated(m: &Model, f: &Influence) -> Vec<Option<f64>> {
    let ids: Vec<&PartyId> = f.parties.iter().map(|p| &p.party).collect();
    let n = ids.len();
    let cell = |i: usize, j: usize| {
        raw(m, Element::Influences(ids[i].clone(), ids[j].clone()), Attribute::Influence).unwrap_or(0.0)
    };
    let through = |i: usize, j: usize| (0..n).filter(move |k| *k != i && *k != j);
    let midi = |i: usize, j: usize| {
        let direct = if i == j { 0.0 } else { cell(i, j) };
        direct + through(i, j).map(|k| cell(i, k).min(cell(k, j))).sum::<f64>()
    };
    let mmidi = |i: usize, j: usize| {
        if i == j { 0.0 } else { through(i, j).map(|k| cell(i, k).min(cell(k, j))).fold(cell(i, j), f64::max) }
    };
    let forces = |x: &dyn Fn(usize, usize) -> f64| -> Vec<Option<f64>> {
        let others = |i: usize| (0..n).filter(move |j| *j != i);
        let rows: Vec<f64> = (0..n).map(|i| others(i).map(|j| x(i, j)).sum()).collect();
        let columns: Vec<f64> = (0..n).map(|i| others(i).map(|j| x(j, i)).sum()).collect();
        let total: f64 = rows.iter().sum();
        let r: Vec<f64> = (0..n)
            .map(|i| if rows[i] == 0.0 { 0.0 } else { (rows[i] - x(i, i)) / total * rows[i] / (rows[i] + columns[i]) })
            .collect();
        let sum: f64 = r.iter().sum();
        r.iter().map(|x| (sum > 1e-12).then(|| n as f64 * x / sum)).collect()
    };
    for (i, party) in f.parties.iter().enumerate() {
        assert!((party.feedback - midi(i, i)).abs() < 1e-9);
        for (j, other) in ids.iter().enumerate() {
            assert!((f.total.get(ids[i], other).unwrap() - midi(i, j)).abs() < 1e-9);
            assert!((f.strongest.get(ids[i], other).unwrap() - mmidi(i, j)).abs() < 1e-9);
        }
    }
    let mut out = forces(&midi);
    out.extend(forces(&mmidi));
    out
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// C and D of one order, word for word.
fn agreement(m: &Model, t: &ConvergenceTables, force: &BTreeMap<PartyId, f64>, order: ConvergenceOrder) {
    let v = |p: &PartyId, i: &InterestId| {
        let stance = raw(m, Element::Stake(p.clone(), i.clone()), Attribute::Stance).unwrap_or(0.0);
        match order {
            ConvergenceOrder::First => stance.partial_cmp(&0.0).unwrap() as i8 as f64,
            ConvergenceOrder::Second => stance,
            ConvergenceOrder::Third => stance * force[p],
        }
    };
    let (mut all_c, mut all_d) = (0.0, 0.0);
    for party in &t.parties {
        let a = &party.party;
        let (mut apart, mut both) = (0.0, 0.0);
        for other in t.parties.iter().filter(|o| o.party != *a) {
            let b = &other.party;
            let (mut c, mut d) = (0.0, 0.0);
            for i in &t.interests {
                let (x, y) = (v(a, &i.interest), v(b, &i.interest));
                let mean = f64::midpoint(x.abs(), y.abs());
                c += if x * y > 0.0 { mean } else { 0.0 };
                d += if x * y < 0.0 { mean } else { 0.0 };
            }
            assert!(near(t.convergence.get(a, b).copied(), Some(c)));
            assert!(near(t.divergence.get(a, b).copied(), Some(d)));
            assert_eq!(t.convergence.get(a, b), t.convergence.get(b, a));
            apart += (c - d).abs();
            both += c + d;
            (all_c, all_d) = (all_c + c, all_d + d);
            let pair = t.pairs.iter().find(|p| p.parties.contains(a) && p.parties.contains(b));
            assert_eq!(pair.is_some(), c + d > 0.0);
            if let Some(pair) = pair {
                assert!(near(Some(pair.net), Some(c - d)) && pair.ambivalent == (c > 0.0 && d > 0.0));
                for (list, whole) in [(&pair.agreed, pair.convergence), (&pair.opposed, pair.divergence)] {
                    assert!(near(Some(list.iter().map(|x| x.amount).sum()), Some(whole)));
                    let shares: f64 = list.iter().map(|x| x.share).sum();
                    assert!(list.is_empty() || near(Some(shares), Some(1.0)));
                }
            }
        }
        assert!(near(party.ambivalence.value(), (both > 0.0).then(|| 1.0 - apart / both)), "{party:?}");
        assert!(party.ambivalence.value().is_none_or(|x| (0.0..=1.0).contains(&x)));
    }
    assert!(near(t.degree.value(), (all_c + all_d > 0.0).then(|| all_c / (all_c + all_d))));
    for i in &t.interests {
        let sum = |sign: f64| -> f64 { t.parties.iter().map(|p| (sign * v(&p.party, &i.interest)).max(0.0)).sum() };
        assert!(near(Some(i.agreement), Some(sum(1.0))) && near(Some(i.disagreement), Some(sum(-1.0))));
        assert!(near(Some(i.mobilisation), Some(sum(1.0) + sum(-1.0))));
        for j in t.interests.iter().filter(|j| j.interest != i.interest) {
            let over = |sign: f64| -> f64 {
                let both = |p: &polder::analysis::convergence::PartyConvergence| {
                    let (x, y) = (v(&p.party, &i.interest), v(&p.party, &j.interest));
                    if x * y * sign > 0.0 { f64::midpoint(x.abs(), y.abs()) } else { 0.0 }
                };
                t.parties.iter().map(both).sum()
            };
            assert!(near(t.interest_convergence.get(&i.interest, &j.interest).copied(), Some(over(1.0))));
            assert!(near(t.interest_divergence.get(&i.interest, &j.interest).copied(), Some(over(-1.0))));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn influence_is_its_definition(m in drawn()) {
        let f = influences(&m);
        let known = f.parties.iter().map(|p| p.relative_force).chain(f.parties.iter().map(|p| p.strongest_force));
        for (found, expected) in known.map(Measure::value).zip(restated(&m, &f)) {
            prop_assert!(near(found, expected), "{found:?}, not {expected:?}");
        }
        let sum: f64 = f.parties.iter().filter_map(|p| p.relative_force.value()).sum();
        let defined = f.parties.iter().any(|p| p.relative_force.value().is_some());
        prop_assert!(!defined || (sum - f.parties.len() as f64).abs() < 1e-9);
        prop_assert!(f.parties.iter().all(|p| p.influence > 0.0 || p.relative_force.value().unwrap_or(0.0) == 0.0));
    }

    #[test]
    fn convergence_is_its_definition(m in drawn()) {
        let (c, f) = (converge(&m), influences(&m));
        let force = f.parties.iter().filter_map(|p| Some((p.party.clone(), p.relative_force.value()?))).collect();
        for order in ConvergenceOrder::ALL {
            if let Some(tables) = c.order(*order) {
                agreement(&m, tables, &force, *order);
            }
        }
        prop_assert_eq!(c.order(ConvergenceOrder::Third).is_some(), !force.is_empty());
        for silent in &c.silent {
            for tables in c.orders.iter().filter_map(|o| o.tables.as_ref().value()) {
                prop_assert!(tables.pairs.iter().all(|p| !p.parties.contains(silent)));
            }
        }
    }

    #[test]
    fn scaling_the_influences_changes_no_force(m in drawn(), twice: bool) {
        let mut scaled = m.clone();
        for (a, b, _) in m.influences().iter() {
            if let Some(x) = raw(&m, Element::Influences(a.clone(), b.clone()), Attribute::Influence) {
                scaled.set_influence(a.clone(), b.clone(), n(if twice { 2.0 * x } else { x / 2.0 })).unwrap();
            }
        }
        let forces = |m: &Model| -> Vec<[Measure; 3]> {
            influences(m).parties.iter().map(|p| [p.raw_force, p.relative_force, p.strongest_force]).collect()
        };
        prop_assert_eq!(forces(&scaled), forces(&m));
        // The limit of sums over powers of different lengths is another when there are no cycles.
        if micmac(&m).case != Measure::Known(PowerCase::Acyclic) {
            let (a, b) = (limit(&micmac(&scaled)), limit(&micmac(&m)));
            for (a, b) in a.into_iter().zip(b) {
                prop_assert_eq!(a.1, b.1);
                prop_assert!(a.0.into_iter().zip(b.0).all(|(x, y)| near(x, y)));
            }
        }
    }

    #[test]
    fn turning_every_stance_over_changes_nothing(m in drawn()) {
        let mut turned = m.clone();
        for (party, interest, _) in m.stakes().iter() {
            let stake = Element::Stake(party.clone(), interest.clone());
            if let Some(x) = raw(&m, stake.clone(), Attribute::Stance) {
                turned.set_rating(&stake, Attribute::Stance, Some(n(-x))).unwrap();
            }
        }
        let told = |m: &Model| -> Vec<String> {
            let tables = converge(m).orders.into_iter().filter_map(|o| o.tables.value()).collect::<Vec<_>>();
            tables.iter().map(|t| format!("{:?} {:?} {:?} {:?}", t.pairs, t.parties, t.degree, t.interest_net)).collect()
        };
        prop_assert_eq!(told(&turned), told(&m));
    }

    #[test]
    fn names_and_order_change_no_bit(m in drawn(), seed: u64) {
        // The names sort the other way round.
        let turned = |id: &str| {
            let digits: String = id.chars().skip(1).map(|c| char::from(b'0' + b'9' - c as u8)).collect();
            format!("{}{digits}", id.chars().next().unwrap())
        };
        let renamed = rename(&m, turned);
        let parties: Vec<PartyId> = m.parties().map(|(p, _)| p.clone()).collect();
        let interests: Vec<InterestId> = m.interests().map(|(i, _)| i.clone()).collect();
        let others: Vec<PartyId> = parties.iter().map(|p| PartyId::new(&turned(p.as_str())).unwrap()).collect();
        let other_interests: Vec<InterestId> =
            interests.iter().map(|i| InterestId::new(&turned(i.as_str())).unwrap()).collect();
        prop_assert_eq!(numbers(&renamed, &others, &other_interests), numbers(&m, &parties, &interests));
        let mixed = shuffled(&m, seed);
        prop_assert_eq!(format!("{:?}{:?}", influences(&mixed), micmac(&mixed)), format!("{:?}{:?}", influences(&m), micmac(&m)));
        prop_assert_eq!(format!("{:?}", converge(&mixed)), format!("{:?}", converge(&m)));
    }

    #[test]
    fn every_finding_replays(m in prop_oneof![3 => drawn(), 1 => analysis_model(), 1 => model()], weighted: bool) {
        let aggregate = if weighted { Aggregate::WeightedMedian } else { Aggregate::Median };
        for finding in findings(&m, aggregate) {
            prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn extreme_numbers_give_numbers_or_reasons(rows in prop::collection::vec(prop::collection::vec(
        prop_oneof![Just(0.0), Just(1e-300), Just(1e-9), Just(1.0), Just(9.0), 0.0..9.0_f64], 4), 4)) {
        let m = built(&rows.into_iter().map(Some).collect::<Vec<_>>(), &vec![vec![Some(1e-300), Some(-4.0)]; 4]);
        for p in micmac(&m).parties {
            for side in [p.influence, p.dependence] {
                prop_assert!(side.rate.is_finite() && side.share.value().is_none_or(|x| (0.0..=1.0).contains(&x)), "{side:?}");
            }
        }
        for p in influences(&m).parties {
            prop_assert!(p.relative_force.value().is_none_or(|x| (0.0..=4.0).contains(&x)), "{p:?}");
        }
        for finding in findings(&m, Aggregate::Median) {
            prop_assert!(!matches!(finding.amount, Amount::Number(x) if !x.is_finite()), "{finding:?}");
        }
    }

    #[test]
    fn a_forged_finding_does_not_replay(m in drawn()) {
        for finding in findings(&m, Aggregate::Median) {
            let mut forged = finding.clone();
            forged.amount = match finding.amount {
                Amount::Number(x) => Amount::Number(x + 1.0),
                _ => Amount::Number(0.0),
            };
            prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            for reason in Undefined::ALL.iter().filter(|_| !finding.because.is_empty()) {
                let mut forged = finding.clone();
                forged.because.clear();
                forged.amount = Amount::Undefined(*reason);
                prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            }
            for i in 0..finding.because.len() {
                let mut forged = finding.clone();
                forged.because[i].amount += 1.0;
                prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
                let mut forged = finding.clone();
                forged.because.remove(i);
                prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            }
            if finding.law == Law::Sum {
                let sum: f64 = finding.because.iter().map(|c| c.amount).sum();
                prop_assert!(matches!(finding.amount, Amount::Number(x) if (x - sum).abs() < 1e-9), "{:#?}", finding);
            }
        }
    }

    #[test]
    fn limits_are_where_the_powers_go(rows in (1..6_usize).prop_flat_map(|n| {
        prop::collection::vec(prop::collection::vec(prop_oneof![3 => Just(0.0), 2 => Just(1.0), 1 => Just(2.0)], n), n)
    })) {
        let rows: Vec<Option<Vec<f64>>> = rows.into_iter().map(Some).collect();
        let m = built(&rows, &[]);
        let found = micmac(&m);
        let f = influences(&m);
        let table: Vec<Vec<f64>> = f.direct.iter().map(|(_, row)| row.to_vec()).collect();
        let sides = |s: usize| found.parties.iter().map(move |p| if s == 0 { &p.influence } else { &p.dependence });
        for side in [0, 1] {
            let len = table.len();
            let step = |x: &[f64], by: f64| -> Vec<f64> {
                let cell = |i: usize, j: usize| if side == 0 { table[i][j] } else { table[j][i] };
                (0..len).map(|i| (0..len).map(|j| cell(i, j) * x[j] / by).sum()).collect()
            };
            let rate = sides(side).map(|s| s.rate).fold(0.0, f64::max);
            let degree = sides(side).map(|s| s.degree).max().unwrap();
            if rate == 0.0 {
                let mut x = vec![1.0; len];
                let mut sums = vec![0.0; len];
                for _ in 0..len {
                    x = step(&x, 1.0);
                    sums.iter_mut().zip(&x).for_each(|(s, x)| *s += x);
                }
                let total: f64 = sums.iter().sum();
                for (s, x) in sides(side).zip(&sums) {
                    prop_assert!(near(s.share.value(), (total > 0.0).then(|| x / total)));
                }
                continue;
            }
            // 60 is a multiple of every period of up to 5 parties; sums grow by k^degree at most, slowly.
            let far = if degree == 0 { 600 } else { 6000 };
            let mut x = vec![1.0; len];
            for _ in 0..far {
                x = step(&x, rate);
            }
            let mut mean = vec![0.0; len];
            for _ in 0..60 {
                x = step(&x, rate);
                mean.iter_mut().zip(&x).for_each(|(s, x)| *s += x);
            }
            let total: f64 = mean.iter().sum();
            for (s, x) in sides(side).zip(&mean) {
                let tolerance = if degree == 0 { 1e-6 } else { 1e-2 };
                prop_assert!((s.share.value().unwrap() - x / total).abs() < tolerance, "{s:?}, not {}", x / total);
            }
            // Every party's own growth over 60 powers.
            let mut x = vec![1.0; len];
            for _ in 0..240 {
                x = step(&x, rate);
            }
            let mut y = x.clone();
            for _ in 0..60 {
                y = step(&y, rate);
            }
            for (s, (x, y)) in sides(side).zip(x.iter().zip(&y)) {
                let growth = if *x == 0.0 { 0.0 } else { (y / x).powf(1.0 / 60.0) * rate };
                let expected = s.rate * (300.0_f64 / 240.0).powf(f64::from(s.degree) / 60.0);
                prop_assert!((growth - expected).abs() < 5e-3, "{s:?}: {growth}, not {expected}");
            }
            let orders = if side == 0 { &found.influence } else { &found.dependence };
            if let Measure::Known(from) = orders.holds_from {
                let last = orders.ranks.last().unwrap();
                prop_assert!(orders.ranks[from - 1..].iter().all(|r| r == last));
                prop_assert!(from == 1 || orders.ranks[from - 2] != *last);
            }
        }
    }
}
