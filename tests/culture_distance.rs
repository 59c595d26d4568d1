//! Cultures: the measures on numbers, distances within and between organisations against a plain restatement, wishes, conflicts.
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

use std::collections::{BTreeMap, BTreeSet};

use common::strategies::{analysis_model, model};
use common::{rename, shuffled};
use polder::Document;
use polder::analysis::culture_distance::{
    BadCovariance, CovarianceOf, CultureDistanceOptions, PairKind, PartyPair, Reference, ReferenceKind, ReferenceRows,
};
use polder::analysis::{ConflictOptions, CultureDistance, INDEX, NotRun, between, conflicts, culture_distance, replay};
use polder::evidence::{Amount, Measure, Undefined};
use polder::id::{CultureId, PartyId, Slug};
use polder::math::covariance::{Covariance, NotCovariance};
use polder::math::ipsative::{Answers, BadAnswers, axes, gap};
use polder::math::profile::{
    NoKogutSingh, aitchison, euclidean, jensen_shannon_bits, kogut_singh, mean_absolute_difference, points_to_move,
    sample_variance,
};
use polder::model::{Attribute, Element, Model};
use polder::rating::Aggregate;
use polder::scale::{Raw, Strength};
use polder::vocabulary::{ConflictKind, CultureModel};
use proptest::prelude::*;

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap()
}

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn d(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn known(x: f64) -> Measure {
    Measure::Known(x)
}

fn near(x: f64, y: f64) -> bool {
    (x - y).abs() < 1e-9
}

fn points(a: &[f64], b: &[f64]) -> f64 {
    points_to_move(a.iter().copied().zip(b.iter().copied())).unwrap()
}

fn mean(a: &[f64], b: &[f64], range: f64) -> Option<f64> {
    mean_absolute_difference(a.iter().copied().zip(b.iter().copied()), range)
}

fn euclid(a: &[f64], b: &[f64]) -> f64 {
    euclidean(a.iter().copied().zip(b.iter().copied())).unwrap()
}

// Numbers.

#[test]
fn distances_by_hand() {
    assert_eq!(points(&[20.0, 10.0, 15.0, 55.0], &[40.0, 5.0, 20.0, 35.0]), 25.0);
    assert_eq!(points(&[0.1, 0.2], &[0.3, 0.0]), 0.2);
    assert_eq!(points(&[], &[]), 0.0);
    assert_eq!(mean(&[1.0, 5.0], &[2.0, 2.0], 1.0), Some(2.0));
    assert_eq!(mean(&[1.0, 5.0], &[2.0, 2.0], 4.0), Some(0.5));
    assert_eq!(mean(&[1.0, 1.0, 1.0], &[2.0, 1.0, 1.0], 1.0), Some(1.0 / 3.0));
    assert_eq!(mean(&[], &[], 1.0), None);
    assert_eq!(mean(&[1.0], &[2.0], 0.0), None);
    assert_eq!(euclid(&[0.0, 0.0], &[3.0, 4.0]), 5.0);
    assert_eq!(jensen_shannon_bits(&[1.0, 0.0], &[0.0, 7.0]), Some(1.0));
    assert_eq!(jensen_shannon_bits(&[1.0, 3.0], &[25.0, 75.0]), Some(0.0));
    // ½(log2(4/3) · ½ + … ): P = (½, ½), Q = (1, 0), M = (¾, ¼).
    let by_hand = 0.5 * (0.5 * (0.5_f64 / 0.75).log2() + 0.5 * (0.5_f64 / 0.25).log2()) + 0.5 * (1.0_f64 / 0.75).log2();
    assert!(near(jensen_shannon_bits(&[5.0, 5.0], &[1.0, 0.0]).unwrap(), by_hand));
    for (a, b) in [(vec![0.0, 0.0], vec![1.0, 1.0]), (vec![-1.0, 2.0], vec![1.0, 1.0]), (vec![1.0], vec![1.0, 2.0])] {
        assert_eq!(jensen_shannon_bits(&a, &b), None);
    }
    assert_eq!(jensen_shannon_bits(&[], &[]), None);
    assert_eq!(aitchison(&[1.0, 0.0], &[1.0, 1.0]), None, "no logarithm of nothing");
    assert_eq!(aitchison(&[1.0, 2.0], &[10.0, 20.0]), Some(0.0), "proportions alone");
    // ln 4 apart on one of two parts: √½ · ln 4.
    assert!(near(aitchison(&[4.0, 1.0], &[1.0, 1.0]).unwrap(), 0.5_f64.sqrt() * 4.0_f64.ln()));
    assert_eq!(aitchison(&[], &[]), None);
    assert_eq!(sample_variance(&[1.0, 2.0, 3.0]), Some(1.0));
    assert_eq!(sample_variance(&[5.0]), None);
    assert_eq!(sample_variance(&[0.1, 0.1, 0.1]), Some(0.0));
}

#[test]
fn kogut_and_singh_need_two_rows_that_vary() {
    let rows = [vec![1.0, 10.0], vec![3.0, 20.0], vec![5.0, 30.0]];
    // Variances 4 and 100.
    let found = kogut_singh(&[1.0, 10.0], &[5.0, 20.0], &rows).unwrap();
    assert_eq!((found.index, found.root), (2.5, 2.5_f64.sqrt()));
    let of = |rows: &[Vec<f64>]| kogut_singh(&[1.0, 10.0], &[5.0, 20.0], rows);
    assert_eq!(of(&rows[..1]), Err(NoKogutSingh::TooFewRows { rows: 1 }));
    assert_eq!(of(&[]), Err(NoKogutSingh::TooFewRows { rows: 0 }));
    assert_eq!(of(&[vec![1.0, 2.0], vec![2.0, 2.0]]), Err(NoKogutSingh::NoVariance { dimension: 1 }));
    assert_eq!(of(&[vec![1.0], vec![2.0]]), Err(NoKogutSingh::Shape));
    assert_eq!(of(&[vec![1.0, 2.0], vec![2.0]]), Err(NoKogutSingh::Shape));
    assert_eq!(of(&[vec![1.0, f64::NAN], vec![2.0, 3.0]]), Err(NoKogutSingh::NotFinite));
    assert_eq!(kogut_singh(&[], &[], &[vec![], vec![]]), Err(NoKogutSingh::NoDimensions));
}

#[test]
fn a_covariance_is_square_symmetric_and_positive_definite() {
    let table: [(&[Vec<f64>], NotCovariance); 8] = [
        (&[], NotCovariance::Empty),
        (&[vec![1.0, 0.0]], NotCovariance::Shape { row: 0, cells: 2, rows: 1 }),
        (&[vec![1.0, 0.0], vec![0.0]], NotCovariance::Shape { row: 1, cells: 1, rows: 2 }),
        (&[vec![f64::INFINITY]], NotCovariance::NotFinite { row: 0, column: 0 }),
        (&[vec![1.0, 0.2], vec![0.1, 1.0]], NotCovariance::NotSymmetric { row: 1, column: 0 }),
        (&[vec![0.0]], NotCovariance::NotPositiveDefinite { row: 0 }),
        (&[vec![1.0, 2.0], vec![2.0, 4.0]], NotCovariance::NotPositiveDefinite { row: 1 }),
        // 0.1 · 0.3 − 0.173² > 0 by a hair, and 0.1 · 0.9 − 0.3² = 0 exactly.
        (&[vec![0.1, 0.3], vec![0.3, 0.9]], NotCovariance::NotPositiveDefinite { row: 1 }),
    ];
    for (rows, fault) in table {
        assert_eq!(Covariance::new(rows).unwrap_err(), fault, "{rows:?}");
    }
    assert!(Covariance::new(&[vec![0.1, 0.173], vec![0.173, 0.3]]).is_ok());
    assert_eq!(Covariance::new(&vec![vec![0.0; 65]; 65]), Err(NotCovariance::TooLarge { rows: 65 }));
    let s = Covariance::new(&[vec![4.0, 0.0], vec![0.0, 9.0]]).unwrap();
    assert_eq!(s.mahalanobis(&[0.0, 0.0], &[2.0, 3.0]), Some(2.0_f64.sqrt()));
    assert_eq!(s.mahalanobis(&[0.0], &[2.0]), None);
    assert_eq!(s.mahalanobis(&[0.0, f64::NAN], &[2.0, 1.0]), None);
    // S⁻¹ of ((2, 1), (1, 2)) is ((2, −1), (−1, 2))/3: (1, 1) has 2/3, (1, −1) has 2.
    let s = Covariance::new(&[vec![2.0, 1.0], vec![1.0, 2.0]]).unwrap();
    assert!(near(s.mahalanobis(&[1.0, 1.0], &[0.0, 0.0]).unwrap(), (2.0_f64 / 3.0).sqrt()));
    assert!(near(s.mahalanobis(&[1.0, 0.0], &[0.0, 1.0]).unwrap(), 2.0_f64.sqrt()));
}

#[test]
fn what_is_not_finite_is_not_said() {
    for bad in [f64::NAN, f64::INFINITY] {
        for pair in [(bad, 1.0), (1.0, bad), (bad, bad)] {
            assert_eq!(points_to_move([pair, (1.0, 2.0)]), None);
            assert_eq!(mean_absolute_difference([pair], 1.0), None);
            assert_eq!(euclidean([pair]), None);
        }
        assert_eq!(mean_absolute_difference([(1.0, 2.0)], bad), None);
        assert_eq!(sample_variance(&[1.0, bad]), None);
        assert_eq!(jensen_shannon_bits(&[bad, 1.0], &[1.0, 1.0]), None);
        assert_eq!(aitchison(&[bad, 1.0], &[1.0, 1.0]), None);
    }
    // Their variances are 10^400/2 and 10^-400/2, the index does not know.
    for x in [1e200, 1e-200] {
        let found = kogut_singh(&[0.0], &[x], &[vec![0.0], vec![x]]).unwrap();
        assert_eq!((found.index, found.root), (2.0, 2.0_f64.sqrt()), "{x}");
        assert!(near(euclidean([(0.0, x), (0.0, x)]).unwrap() / x, 2.0_f64.sqrt()), "{x}");
    }
    let narrow = [vec![1.0], vec![1.000_000_1]];
    assert_eq!(kogut_singh(&[0.0], &[1e160], &narrow), Err(NoKogutSingh::NotFinite));
    let one = Covariance::new(&[vec![1.0]]).unwrap();
    assert!(near(one.mahalanobis(&[0.0], &[1e200]).unwrap() / 1e200, 1.0));
    assert_eq!(Covariance::new(&[vec![1e-300]]).unwrap().mahalanobis(&[0.0], &[1e300]), None);
}

#[test]
fn a_questionnaire_is_scored_or_refused() {
    let of = |items: &[Vec<f64>]| Answers::new(items, 100.0);
    let said = |items: &[Vec<f64>]| of(items).unwrap_err().to_string();
    assert_eq!(said(&[vec![30.0, 15.0, 10.0, 44.0]]), "item 1 sums to 99, expected 100");
    assert_eq!(said(&[vec![100.0, 0.0], vec![50.0, 50.1]]), "item 2 sums to 100.1, expected 100");
    assert_eq!(said(&[vec![100.0, 0.0], vec![100.0]]), "item 2 has 1 types, expected 2");
    assert_eq!(said(&[vec![110.0, -10.0]]), "item 1 gives type 2 -10 points, expected 0 or more");
    assert_eq!(of(&[]), Err(BadAnswers::Empty));
    assert_eq!(of(&[vec![]]), Err(BadAnswers::Empty));
    assert!(of(&[vec![f64::NAN, 100.0]]).is_err());
    let thirds = of(&[vec![33.3, 33.3, 33.4], vec![33.3, 33.4, 33.3], vec![33.4, 33.3, 33.3]]).unwrap();
    assert_eq!((thirds.dominant(), thirds.strength()), (vec![0, 1, 2], 0.0), "ties name all");
    let one = of(&[vec![60.0, 40.0]]).unwrap();
    assert_eq!(one.congruence(), [None, None]);
    assert_eq!(axes(&one), None);
    assert!(matches!(gap(&one, &thirds), Err(BadAnswers::Sides { now: 2, preferred: 3 })));
    let (a, b) = (of(&[vec![60.0, 40.0]]).unwrap(), of(&[vec![50.0, 50.0]]).unwrap());
    assert!(gap(&a, &b).unwrap().large.is_empty(), "ten is not over ten");
    assert_eq!(gap(&a, &of(&[vec![49.9, 50.1]]).unwrap()).unwrap().large, [0, 1]);
}

fn profile(n: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((0_u32..1000).prop_map(|x| f64::from(x) / 10.0), n)
}

proptest! {
    #[test]
    fn points_to_move_and_mean_difference_are_metrics(a in profile(4), b in profile(4), c in profile(4)) {
        let whole: fn(&[f64], &[f64]) -> f64 = |x, y| mean(x, y, 1.0).unwrap();
        for of in [points, whole, euclid] {
            prop_assert_eq!(of(&a, &a), 0.0);
            prop_assert_eq!(of(&a, &b).to_bits(), of(&b, &a).to_bits());
            prop_assert!(of(&a, &c) <= of(&a, &b) + of(&b, &c) + 1e-9);
            prop_assert_eq!(of(&a, &b) == 0.0, a == b);
            let turned = |x: &[f64]| x.iter().rev().copied().collect::<Vec<f64>>();
            prop_assert_eq!(of(&turned(&a), &turned(&b)).to_bits(), of(&a, &b).to_bits());
        }
        prop_assert_eq!(points(&a, &b), mean(&a, &b, 1.0).unwrap() * 2.0);
        let js = |x: &[f64], y: &[f64]| jensen_shannon_bits(x, y).map(f64::to_bits);
        prop_assert_eq!(js(&a, &b), js(&b, &a));
        if let Some(x) = jensen_shannon_bits(&a, &b) {
            prop_assert!((0.0..=1.0).contains(&x));
            let root = |x: &[f64], y: &[f64]| jensen_shannon_bits(x, y).map(f64::sqrt);
            if let (Some(ac), Some(bc)) = (root(&a, &c), root(&b, &c)) {
                prop_assert!(ac <= x.sqrt() + bc + 1e-5, "its root is a metric");
            }
        }
        let tenfold: Vec<f64> = a.iter().map(|x| x * 10.0).collect();
        if let (Some(x), Some(y)) = (aitchison(&a, &b), aitchison(&tenfold, &b)) {
            prop_assert!(near(x, y), "the size does not count");
            prop_assert_eq!(aitchison(&b, &a), Some(x));
        }
    }

    #[test]
    fn mahalanobis_with_variances_alone_is_kogut_and_singh(rows in prop::collection::vec(profile(3), 2..6), a in profile(3), b in profile(3)) {
        if let Ok(found) = kogut_singh(&a, &b, &rows) {
            let v: Vec<f64> = (0..3).map(|i| sample_variance(&rows.iter().map(|r| r[i]).collect::<Vec<_>>()).unwrap()).collect();
            let by_hand = (0..3).map(|i| (a[i] - b[i]).powi(2) / v[i]).sum::<f64>() / 3.0;
            prop_assert!((found.index - by_hand).abs() <= 1e-9 * (1.0 + by_hand));
            let diagonal: Vec<Vec<f64>> = (0..3).map(|i| (0..3).map(|j| if i == j { v[i] } else { 0.0 }).collect()).collect();
            let s = Covariance::new(&diagonal).unwrap();
            let distance = s.mahalanobis(&a, &b).unwrap();
            prop_assert!((distance.powi(2) / 3.0 - found.index).abs() <= 1e-9 * (1.0 + by_hand));
        }
    }

    #[test]
    fn a_covariance_of_data_is_solved(cells in prop::collection::vec(-9_i32..=9, 9), a in profile(3), b in profile(3)) {
        // A·Aᵀ + I is positive definite whatever A is.
        let m = |i: usize, j: usize| f64::from(cells[3 * i + j]);
        let s = |i: usize, j: usize| (0..3).map(|k| m(i, k) * m(j, k)).sum::<f64>() + f64::from(u8::from(i == j));
        let rows: Vec<Vec<f64>> = (0..3).map(|i| (0..3).map(|j| s(i, j)).collect()).collect();
        let det = s(0, 0) * (s(1, 1) * s(2, 2) - s(1, 2) * s(2, 1)) - s(0, 1) * (s(1, 0) * s(2, 2) - s(1, 2) * s(2, 0))
            + s(0, 2) * (s(1, 0) * s(2, 1) - s(1, 1) * s(2, 0));
        let cofactor = |i: usize, j: usize| {
            let (r, c) = ((i + 1) % 3, (j + 1) % 3);
            let (r2, c2) = ((i + 2) % 3, (j + 2) % 3);
            s(r, c) * s(r2, c2) - s(r, c2) * s(r2, c)
        };
        let x: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
        let square: f64 = (0..3).flat_map(|i| (0..3).map(move |j| (i, j))).map(|(i, j)| x[i] * x[j] * cofactor(j, i) / det).sum();
        let found = Covariance::new(&rows).unwrap().mahalanobis(&a, &b).unwrap();
        prop_assert!((found.powi(2) - square).abs() <= 1e-6 * (1.0 + square.abs()), "{} {}", found, square);
    }
}

// Profiles.

const TOWN: &str = r#"
[project]
focal = "city"
[party.city]
culture = "hall"
[party.depot]
part-of = "city"
culture = "yard"
[party.desk]
part-of = "depot"
culture = "yard"
[party.quiet]
part-of = "city"
[party.shop]
culture = "floor"
[party.club]
culture = "room"
[culture.hall]
model = "competing-values"
now = { clan = 20, adhocracy = 10, market = 15, hierarchy = 55 }
desired = { clan = 30, adhocracy = 20, market = 15, hierarchy = 35 }
[culture.yard]
model = "competing-values"
now = { clan = 40, adhocracy = 5, market = 20, hierarchy = 35 }
desired = { clan = 40, adhocracy = 15, market = 20, hierarchy = 25 }
[culture.floor]
model = "competing-values"
now = { clan = 15, adhocracy = 35, market = 45, hierarchy = 5 }
[culture.room]
model = "bipolar"
now = { open-closed = 1, loose-tight = 5 }
"#;

fn pair<'a>(found: &'a CultureDistance, a: &str, b: &str) -> &'a PartyPair {
    let is = |x: &&PartyPair| x.parties == [p(a), p(b)];
    found.within.pairs.iter().chain(&found.between.pairs).find(is).unwrap()
}

#[test]
fn units_are_of_their_organisation_and_do_not_take_its_culture() {
    let m = read(TOWN);
    let found = culture_distance(&m, &CultureDistanceOptions::new());
    assert_eq!((found.within.all, found.within.differ, found.between.all, found.between.differ), (3, 2, 3, 3));
    let said: Vec<_> =
        found.within.pairs.iter().map(|x| (x.parties.each_ref().map(|p| p.as_str().to_owned()), x.distance)).collect();
    let expected = [(["city", "depot"], 25.0), (["city", "desk"], 25.0), (["depot", "desk"], 0.0)];
    assert_eq!(said, expected.map(|(pair, x)| (pair.map(String::from), known(x))));
    assert_eq!(pair(&found, "city", "shop").distance, known(55.0));
    assert_eq!(pair(&found, "city", "shop").share, known(0.55));
    assert_eq!(pair(&found, "city", "shop").kind, PairKind::Between);
    assert_eq!(found.without, [p("quiet")]);
    assert_eq!(found.not_comparable, 4, "the club with four others");
    assert_eq!(found.models.iter().map(|m| m.parties.len()).collect::<Vec<_>>(), [4, 1]);
    let omitted: Vec<String> = found.omitted.iter().map(ToString::to_string).collect();
    assert_eq!(
        omitted,
        [
            "`party:quiet`: culture is unknown",
            "`culture:floor`: culture-desired is unknown",
            "`culture:room`: culture-desired is unknown",
            "`dimension:room/employee-job`: culture-now is unknown",
            "`dimension:room/normative-pragmatic`: culture-now is unknown",
            "`dimension:room/parochial-professional`: culture-now is unknown",
            "`dimension:room/process-results`: culture-now is unknown",
        ]
    );
}

#[test]
fn dimensions_say_who_is_higher_and_wishes_who_comes_nearer() {
    let found = culture_distance(&read(TOWN), &CultureDistanceOptions::new());
    let of = |a: &str, b: &str| {
        found.distances.iter().find(|x| x.cultures.each_ref().map(CultureId::as_str) == [a, b]).unwrap()
    };
    let two = of("hall", "yard");
    let said: Vec<_> = two
        .dimensions
        .iter()
        .map(|x| (x.dimension.as_str(), x.difference, x.higher.as_ref().unwrap().as_str()))
        .collect();
    assert_eq!(
        said,
        [("clan", -20.0, "yard"), ("hierarchy", 20.0, "hall"), ("adhocracy", 5.0, "hall"), ("market", -5.0, "yard")]
    );
    assert_eq!((two.desired, two.closing), (known(15.0), known(10.0)));
    let missing = Measure::Undefined(Undefined::MissingRating);
    assert_eq!((of("floor", "hall").desired, of("floor", "hall").closing), (missing, missing));
    let change = found.changes.iter().find(|c| c.culture.as_str() == "hall").unwrap();
    assert_eq!((change.distance, change.parties.len()), (known(20.0), 1));
    assert_eq!((change.dimensions[0].dimension.as_str(), change.dimensions[0].change), ("hierarchy", -20.0));
    assert_eq!(found.changes.iter().filter(|c| c.distance == missing).count(), 2);
    assert_eq!(found.changes.iter().map(|c| c.culture.as_str()).collect::<Vec<_>>(), ["hall", "yard", "floor", "room"]);
}

#[test]
fn closing_is_over_the_dimensions_of_which_all_four_are_known() {
    let m = read(
        "[party.a]\nculture = \"x\"\n[party.b]\nculture = \"y\"\n\
         [culture.x]\nmodel = \"free\"\nnow = { u = 1, v = 5 }\ndesired = { u = 3 }\n\
         [culture.y]\nmodel = \"free\"\nnow = { u = 5, v = 5, w = 1 }\ndesired = { u = 5, v = 1 }\n",
    );
    let found = culture_distance(&m, &CultureDistanceOptions::new());
    let two = &found.distances[0];
    assert_eq!((two.distance, two.desired, two.closing), (known(0.5), known(0.5), known(0.5)));
    assert_eq!(two.left_out.len(), 1);
    assert_eq!((two.left_out[0].dimension.as_str(), two.left_out[0].unknown_of[0].as_str()), ("w", "x"));
}

#[test]
fn points_that_nearly_add_up_are_brought_to_a_hundred_and_others_are_refused() {
    let of = |now: &str| {
        Document::from_toml(&format!(
            "polder = 1\n[party.a]\nculture = \"x\"\n[culture.x]\nmodel = \"competing-values\"\nnow = {{ {now} }}\n"
        ))
        .map(Model::try_from)
    };
    assert!(of("clan = 25, adhocracy = 25, market = 25, hierarchy = 24.4").unwrap().is_err());
    assert!(of("clan = 25, adhocracy = 25, market = 25, hierarchy = 25.6").unwrap().is_err());
    let m = of("clan = 33.3, adhocracy = 33.3, market = 33.3, hierarchy = 0").unwrap().unwrap();
    let score = |dimension: &str| {
        let element = Element::Dimension(CultureId::new("x").unwrap(), d(dimension));
        m.read(&element, Attribute::CultureNow, Aggregate::Median).unwrap().raw
    };
    assert_eq!(score("clan"), 100.0 / 3.0);
    assert_eq!(score("hierarchy"), 0.0);
    let found = culture_distance(&m, &CultureDistanceOptions::new());
    assert_eq!(found.profiles[0].now.known[&d("clan")].raw, 100.0 / 3.0);
    let part = of("clan = 33.3, adhocracy = 33.3").unwrap().unwrap();
    let found = culture_distance(&part, &CultureDistanceOptions::new());
    assert_eq!(found.profiles[0].now.known[&d("clan")].raw, 33.3, "what is missing may be anything");
    assert!(!found.profiles[0].now.complete);
    let nothing = of("clan = \"unknown\"").unwrap().unwrap();
    let found = culture_distance(&nothing, &CultureDistanceOptions::new());
    assert!(found.omitted.iter().any(|o| o.to_string() == "`culture:x`: culture-now is unknown"));
}

fn two(x: &str, y: &str) -> Model {
    let culture = |id: &str, rest: &str| format!("[culture.{id}]\nmodel = \"competing-values\"\n{rest}\n");
    read(&format!("[party.a]\nculture = \"x\"\n[party.b]\nculture = \"y\"\n{}{}", culture("x", x), culture("y", y)))
}

#[test]
fn points_are_rounded_after_the_cut_has_decided() {
    let m = two(
        "now = { clan = 33.2, adhocracy = 24.9, market = 24.9, hierarchy = 16.6 }\n\
         desired = { clan = 50, adhocracy = 25, market = 25, hierarchy = 0 }",
        "now = { clan = 41.5, adhocracy = 41.5, market = 16.6, hierarchy = 0 }\n\
         desired = { clan = 25, adhocracy = 25, market = 25, hierarchy = 25 }",
    );
    let found = culture_distance(&m, &CultureDistanceOptions::new());
    let pair = pair(&found, "a", "b");
    assert_eq!((pair.distance, pair.share, pair.differ), (known(25.0), known(0.25), Measure::Known(true)));
    let apart = &found.distances[0];
    assert_eq!((apart.desired, apart.closing), (known(25.0), known(0.0)));
    assert_eq!(clashes(&m, ConflictOptions::new()), ["a and b over culture:x against culture:y: culture 0.25"]);
    found.findings.iter().for_each(|f| assert_eq!(replay(f, &m), Ok(())));
    let same = two(
        "now = { clan = 33.2, adhocracy = 24.9, market = 24.9, hierarchy = 16.6 }",
        "now = { clan = 33.333, adhocracy = 25, market = 25, hierarchy = 16.667 }",
    );
    let cut = CultureDistanceOptions::new().cut(Strength::new(0.0).unwrap());
    assert_eq!(culture_distance(&same, &cut).between.differ, 1, "not the same by a hair");
    let same = two(
        "now = { clan = 33.2, adhocracy = 24.9, market = 24.9, hierarchy = 16.6 }",
        "now = { clan = 33.4, adhocracy = 25.05, market = 25.05, hierarchy = 16.7 }",
    );
    let found = culture_distance(&same, &cut);
    assert_eq!((found.between.differ, found.between.pairs[0].distance), (0, known(0.0)));
    assert!(found.distances[0].dimensions.iter().all(|x| x.higher.is_none() && x.difference == 0.0));
}

#[test]
fn points_to_move_need_all_four_types_of_both() {
    let m = two("now = { clan = 60, market = 20 }", "now = { clan = 20, market = 20, adhocracy = 30, hierarchy = 30 }");
    let found = culture_distance(&m, &CultureDistanceOptions::new());
    let missing = Measure::Undefined(Undefined::MissingRating);
    assert_eq!((pair(&found, "a", "b").distance, pair(&found, "a", "b").share), (missing, missing));
    assert_eq!((found.between.all, found.between.differ, found.between.undefined), (1, 0, 1));
    let left: Vec<_> = found.distances[0].left_out.iter().map(|l| l.dimension.as_str()).collect();
    assert_eq!(left, ["adhocracy", "hierarchy"]);
    assert!(found.omitted.iter().any(|o| o.to_string() == "`dimension:x/hierarchy`: culture-now is unknown"));
    assert!(found.findings.iter().all(|f| f.rule != "culture-distance"));
    assert!(clashes(&m, ConflictOptions::new().culture_cut(Strength::new(0.0).unwrap())).is_empty());
}

#[test]
fn each_rater_divides_a_hundred_points() {
    let raters = |rows: [[f64; 4]; 3]| {
        let types = polder::vocabulary::COMPETING_VALUES;
        let of = |k: usize| {
            let one = |i: usize| format!("{{ score = {}, by = \"r{i}\" }}", rows[i][k]);
            format!("{} = [{}]", types[k], [0, 1, 2].map(one).join(", "))
        };
        let members: String = (0..3).map(|i| format!("[member.r{i}]\nname = \"R\"\n")).collect();
        format!(
            "polder = 1\n{members}[party.a]\nculture = \"x\"\n[culture.x]\nmodel = \"competing-values\"\nnow = {{ {} }}\n",
            [0, 1, 2, 3].map(of).join(", ")
        )
    };
    // The medians are 30, 10, 20 and 20.
    let rows = [[30.0, 10.0, 20.0, 40.0], [70.0, 10.0, 10.0, 10.0], [0.0, 60.0, 20.0, 20.0]];
    let m = Model::try_from(Document::from_toml(&raters(rows)).unwrap()).unwrap();
    let found = culture_distance(&m, &CultureDistanceOptions::new());
    let scores: Vec<f64> = found.profiles[0].now.known.values().map(|r| r.raw).collect();
    assert!(near(scores.iter().sum(), 100.0) && found.profiles[0].now.complete, "{scores:?}");
    assert_eq!(scores.iter().copied().fold(0.0, f64::max), 37.5, "30 of 80");
    let again = m.with(|m| m.update_culture(&CultureId::new("x").unwrap(), |_| ()).map(drop));
    assert!(again.is_ok(), "an edit obeys the same rule");
    let off = [[30.0, 10.0, 20.0, 40.0], [70.0, 10.0, 10.0, 20.0], [0.0, 60.0, 20.0, 20.0]];
    let refused = Document::from_toml(&raters(off)).map(Model::try_from);
    assert!(!matches!(refused, Ok(Ok(_))), "the second gives 110");
}

#[test]
fn any_number_can_be_asked_for() {
    let m = read(TOWN);
    let all = culture_distance(&m, &CultureDistanceOptions::new());
    let most = culture_distance(&m, &CultureDistanceOptions::new().list_pairs_at_most(usize::MAX));
    assert_eq!((most.within, most.between), (all.within, all.between));
    assert_eq!(clashes(&m, ConflictOptions::new().strongest(usize::MAX)), clashes(&m, ConflictOptions::new()));
}

#[test]
fn disjoint_points_are_a_hundred_apart_and_no_more() {
    let m = read(
        "[party.a]\nculture = \"x\"\n[party.b]\nculture = \"y\"\n\
         [culture.x]\nmodel = \"competing-values\"\nnow = { clan = 33.3, adhocracy = 33.3, market = 33.3, hierarchy = 0 }\n\
         [culture.y]\nmodel = \"competing-values\"\nnow = { clan = 0, adhocracy = 0, market = 0, hierarchy = 99.7 }\n",
    );
    let found = culture_distance(&m, &CultureDistanceOptions::new());
    assert_eq!((pair(&found, "a", "b").distance, pair(&found, "a", "b").share), (known(100.0), known(1.0)));
}

#[test]
fn the_index_of_kogut_and_singh_names_its_reference_set() {
    let m = read(TOWN);
    let of = |reference| culture_distance(&m, &CultureDistanceOptions::new().kogut_singh(reference));
    let first = |found: &CultureDistance| {
        let two = found.distances.iter().find(|x| x.cultures[0].as_str() == "hall").unwrap();
        two.kogut_singh.clone().unwrap()
    };
    let found = first(&of(Reference::Profiles));
    assert_eq!((found.reference, found.rows, found.name.clone()), (ReferenceKind::Profiles, 3, None));
    let rows: Vec<Vec<f64>> =
        vec![vec![10.0, 20.0, 55.0, 15.0], vec![5.0, 40.0, 35.0, 20.0], vec![35.0, 15.0, 5.0, 45.0]];
    let expected = kogut_singh(&rows[0], &rows[1], &rows).unwrap();
    assert_eq!((found.index, found.root), (known(expected.index), known(expected.root)));
    let row = |clan: f64, rest: f64| -> BTreeMap<Slug, Raw> {
        let all = [("clan", clan), ("adhocracy", rest), ("market", rest), ("hierarchy", 100.0 - clan - 2.0 * rest)];
        all.into_iter().map(|(k, x)| (d(k), Raw::new(x).unwrap())).collect()
    };
    let given = |model, rows| Reference::Given(vec![ReferenceRows { name: "sector".into(), model, rows }]);
    let competing = CultureModel::CompetingValues;
    let found = first(&of(given(competing, vec![row(10.0, 20.0), row(30.0, 10.0), row(20.0, 25.0)])));
    assert_eq!((found.name.as_deref(), found.rows, found.reference), (Some("sector"), 3, ReferenceKind::Given));
    assert!(found.index.value().is_some());
    let undefined = |reference| first(&of(reference)).index;
    assert_eq!(undefined(given(competing, vec![row(10.0, 20.0)])), Measure::Undefined(Undefined::TooFewRows));
    // Of a model for which no reference is given there is no index, not one that is undefined.
    let other = of(given(CultureModel::Free, vec![]));
    assert!(other.distances.iter().all(|two| two.model == CultureModel::Free || two.kogut_singh.is_none()));
    assert_eq!(undefined(given(competing, vec![row(10.0, 20.0); 2])), Measure::Undefined(Undefined::NoVariance));
    assert!(culture_distance(&m, &CultureDistanceOptions::new()).distances.iter().all(|x| x.kogut_singh.is_none()));
}

fn three() -> CovarianceOf {
    let s = Covariance::new(&[vec![90.0, -20.0, 3.0], vec![-20.0, 50.0, 5.0], vec![3.0, 5.0, 80.0]]).unwrap();
    CovarianceOf::new(CultureModel::CompetingValues, vec![d("market"), d("clan"), d("adhocracy")], s).unwrap()
}

#[test]
fn mahalanobis_is_over_the_dimensions_of_its_covariance() {
    let m = read(TOWN);
    let found = culture_distance(&m, &CultureDistanceOptions::new().mahalanobis([three()]));
    let two = found.distances.iter().find(|x| x.cultures[0].as_str() == "hall").unwrap();
    let s = Covariance::new(&[vec![90.0, -20.0, 3.0], vec![-20.0, 50.0, 5.0], vec![3.0, 5.0, 80.0]]).unwrap();
    let expected = s.mahalanobis(&[15.0, 20.0, 10.0], &[20.0, 40.0, 5.0]).unwrap();
    assert_eq!(two.mahalanobis, Some(known(expected)));
    let one = Covariance::new(&[vec![1.0]]).unwrap();
    let wrong = CovarianceOf::new(CultureModel::Free, vec![], one.clone());
    assert_eq!(wrong.unwrap_err(), BadCovariance::Dimensions { dimensions: 0, rows: 1 });
    for model in [CultureModel::CompetingValues, CultureModel::Bipolar] {
        let foreign = CovarianceOf::new(model, vec![d("speed")], one.clone());
        assert_eq!(foreign.unwrap_err(), BadCovariance::NotOfModel { model });
    }
    assert!(CovarianceOf::new(CultureModel::Free, vec![d("speed")], one.clone()).is_ok());
    let rows: Vec<Vec<f64>> = (0..4).map(|i| (0..4).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    let types = polder::vocabulary::COMPETING_VALUES.iter().map(|k| d(k)).collect();
    let four = CovarianceOf::new(CultureModel::CompetingValues, types, Covariance::new(&rows).unwrap());
    assert_eq!(four.unwrap_err(), BadCovariance::AllFour);
    let half = read(
        "[party.a]\nculture = \"x\"\n[party.b]\nculture = \"y\"\n[culture.x]\nmodel = \"free\"\nnow = { u = 1 }\n\
         [culture.y]\nmodel = \"free\"\nnow = { u = 1 }\n",
    );
    let unknown = CovarianceOf::new(CultureModel::Free, vec![d("v")], one).unwrap();
    let found = culture_distance(&half, &CultureDistanceOptions::new().mahalanobis([unknown]));
    assert_eq!(found.distances[0].mahalanobis, Some(Measure::Undefined(Undefined::MissingRating)));
    let two = Covariance::new(&[vec![1.0, 0.0], vec![0.0, 1.0]]).unwrap();
    let twice = CovarianceOf::new(CultureModel::Free, vec![d("u"), d("u")], two);
    assert_eq!(twice.unwrap_err(), BadCovariance::Twice);
}

#[test]
fn nothing_in_common_cannot_be_measured_and_comes_last() {
    let m = read(
        "[party.a]\nculture = \"x\"\n[party.b]\nculture = \"y\"\n[party.c]\nculture = \"z\"\n\
         [culture.x]\nmodel = \"free\"\nnow = { u = 1 }\n[culture.y]\nmodel = \"free\"\nnow = { v = 1 }\n\
         [culture.z]\nmodel = \"free\"\nnow = { u = 1, v = 5 }\n",
    );
    let found = culture_distance(&m, &CultureDistanceOptions::new());
    let said: Vec<_> = found.between.pairs.iter().map(|x| x.distance).collect();
    assert_eq!(said, [known(1.0), known(0.0), Measure::Undefined(Undefined::NothingToMeasure)]);
    assert_eq!((found.between.all, found.between.differ), (3, 1));
    assert_eq!(found.between.pairs[2].differ, Measure::Undefined(Undefined::NothingToMeasure));
}

#[test]
fn a_model_without_cultures_of_parties_is_not_run() {
    let entry = INDEX.iter().find(|e| e.id == "culture_distance").unwrap();
    assert_eq!((entry.not_run)(&read("[party.a]\n[culture.x]\nmodel = \"free\"\n")), Some(NotRun::NoCultures));
    assert_eq!((entry.not_run)(&read(TOWN)), None);
    let empty = culture_distance(&Model::new(), &CultureDistanceOptions::new());
    assert!(empty.findings.is_empty() && empty.profiles.is_empty() && empty.within.pairs.is_empty());
}

// Conflicts.

fn clashes(m: &Model, options: ConflictOptions) -> Vec<String> {
    conflicts(m, &options.kinds([ConflictKind::Culture])).conflicts.iter().map(ToString::to_string).collect()
}

#[test]
fn cultures_clash_from_the_cut_on() {
    let m = read(TOWN);
    let expected = [
        "city and shop over culture:floor against culture:hall: culture 0.55",
        "depot and shop over culture:floor against culture:yard: culture 0.55",
        "desk and shop over culture:floor against culture:yard: culture 0.55",
        "city and depot over culture:hall against culture:yard: culture 0.25",
        "city and desk over culture:hall against culture:yard: culture 0.25",
    ];
    assert_eq!(clashes(&m, ConflictOptions::new()), expected);
    for k in 0..6 {
        assert_eq!(clashes(&m, ConflictOptions::new().strongest(k)), expected[..k.min(5)]);
    }
    let cut = |x| ConflictOptions::new().culture_cut(Strength::new(x).unwrap());
    assert_eq!(clashes(&m, cut(0.250_001)), expected[..3]);
    assert_eq!(clashes(&m, cut(0.0)), expected, "who share a culture do not clash over it");
    let found = conflicts(&m, &ConflictOptions::new().kinds([ConflictKind::Culture]));
    assert_eq!(found.conflicts[0].because.len(), 8);
    assert_eq!(found.omitted.len(), 4, "{:?}", found.omitted);
    let pair = between(&m, &p("city"), &p("depot"), &ConflictOptions::new()).unwrap();
    assert_eq!(pair.divides.len(), 1);
    let club = between(&m, &p("city"), &p("club"), &ConflictOptions::new()).unwrap();
    assert!(club.divides.is_empty());
    assert_eq!(club.omitted.len(), 4, "the club's unknown scores");
    let acknowledged =
        read(&format!("{TOWN}[handbook]\nacknowledged = [{{ kind = \"culture\", parties = [\"city\", \"shop\"] }}]\n"));
    let seen = conflicts(&acknowledged, &ConflictOptions::new()).conflicts;
    assert_eq!(seen.iter().filter(|c| c.acknowledged).count(), 1);
}

#[test]
fn many_parties_that_share_few_cultures_are_soon_told() {
    let mut text = String::new();
    for i in 0..2_000 {
        text += &format!("[party.p{i}]\nculture = \"c{}\"\n", i % 5);
    }
    for i in 0..5 {
        text += &format!("[culture.c{i}]\nmodel = \"free\"\nnow = {{ u = {} }}\n", i + 1);
    }
    let m = read(&text);
    let found = culture_distance(&m, &CultureDistanceOptions::new().list_pairs_at_most(7));
    assert_eq!(found.between.all, 2_000 * 1_999 / 2);
    assert_eq!(found.between.differ, 10 * 400 * 400);
    assert_eq!(found.between.pairs.len(), 7);
    assert_eq!(found.between.pairs[0].parties, [p("p0"), p("p1004")]);
    assert_eq!(found.distances.len(), 1);
    let some = conflicts(&m, &ConflictOptions::new().strongest(3));
    assert_eq!((some.conflicts.len(), some.more), (3, true));
}

// All of it, on random models.

/// Every pair of parties, listed and measured by hand.
fn by_hand(m: &Model) -> BTreeMap<[PartyId; 2], (bool, Option<f64>)> {
    let top = |party: &PartyId| {
        let mut at = party.clone();
        while let Some(above) = m.party(&at).unwrap().part_of.clone() {
            at = above;
        }
        at
    };
    let mut out = BTreeMap::new();
    for (a, of_a) in m.parties() {
        for (b, of_b) in m.parties().filter(|(b, _)| a < *b) {
            let (Some(x), Some(y)) = (&of_a.culture, &of_b.culture) else { continue };
            let (x, y) = (m.culture(x).unwrap(), m.culture(y).unwrap());
            if x.model != y.model {
                continue;
            }
            let scores = |c: &polder::model::Culture| c.read(m.scales(), Attribute::CultureNow, Aggregate::Median);
            let (x_now, y_now) = (scores(x), scores(y));
            let apart: Vec<f64> =
                x_now.iter().filter_map(|(k, r)| Some((r.unit() - y_now.get(k)?.unit()).abs())).collect();
            let points = x.model == CultureModel::CompetingValues;
            let n = if points { 2.0 } else { apart.len() as f64 };
            let said = if points { apart.len() == 4 } else { !apart.is_empty() };
            let share = said.then(|| apart.iter().sum::<f64>() / n);
            out.insert([a.clone(), b.clone()], (top(a) == top(b), share));
        }
    }
    out
}

/// Models in which parties are units of others.
fn nested() -> impl Strategy<Value = Model> {
    (analysis_model(), any::<u32>()).prop_map(|(mut m, seed)| {
        let ids: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).collect();
        for (i, id) in ids.iter().enumerate().skip(1).filter(|(i, _)| seed >> i & 1 == 1) {
            let above = ids[(seed >> 16) as usize % i].clone();
            m.update_party(id, |party| party.part_of = Some(above)).unwrap();
        }
        m
    })
}

fn variants() -> Vec<CultureDistanceOptions> {
    let new = CultureDistanceOptions::new;
    let given = ReferenceRows {
        name: "others".into(),
        model: CultureModel::CompetingValues,
        rows: [[10.0, 20.0, 30.0, 40.0], [25.0; 4], [40.0, 30.0, 20.0, 10.0], [5.0, 5.0, 80.0, 10.0]]
            .map(|row| {
                polder::vocabulary::COMPETING_VALUES
                    .iter()
                    .map(|k| d(k))
                    .zip(row.map(|x| Raw::new(x).unwrap()))
                    .collect()
            })
            .to_vec(),
    };
    vec![
        new().kogut_singh(Reference::Profiles).mahalanobis([three()]),
        new().aggregate(Aggregate::WeightedMedian).cut(Strength::HALF).kogut_singh(Reference::Given(vec![given])),
        new().list_pairs_at_most(2),
    ]
}

#[test]
fn random_models_have_what_is_compared() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..300 {
        let m = nested().new_tree(&mut runner).unwrap().current();
        let found = culture_distance(&m, &variants()[0]);
        for rule in found.findings.iter().map(|f| f.rule) {
            *seen.entry(rule.into()).or_default() += 1;
        }
        for (what, n) in [("within", found.within.differ), ("between", found.between.differ)] {
            *seen.entry(what.into()).or_default() += n;
        }
    }
    let rules = ["distance", "distance-desired", "closing", "change", "kogut-singh", "mahalanobis"];
    for what in rules.map(|rule| format!("culture-{rule}")).into_iter().chain(["within".into(), "between".into()]) {
        assert!(seen.get(&what).is_some_and(|n| *n >= 10), "{what} in {seen:#?}");
    }
}

fn said(m: &Model) -> String {
    variants().iter().map(|o| format!("{:#?}\n", culture_distance(m, o))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn pairs_are_as_listing_every_one_says(m in prop_oneof![nested(), model()]) {
        let expected = by_hand(&m);
        let found = culture_distance(&m, &CultureDistanceOptions::new());
        let mut seen = BTreeSet::new();
        for (kind, pairs) in [(PairKind::Within, &found.within), (PairKind::Between, &found.between)] {
            prop_assert_eq!(pairs.all, pairs.pairs.len());
            prop_assert_eq!(pairs.undefined, pairs.pairs.iter().filter(|x| x.share.value().is_none()).count());
            prop_assert_eq!(pairs.differ, pairs.pairs.iter().filter(|x| x.differ == Measure::Known(true)).count());
            prop_assert!(pairs.pairs.is_sorted_by(|x, y| x.share.value().unwrap_or(-1.0) >= y.share.value().unwrap_or(-1.0)));
            for x in &pairs.pairs {
                let (inside, share) = expected[&x.parties];
                prop_assert_eq!(x.kind == PairKind::Within, inside);
                prop_assert_eq!(x.kind, kind);
                prop_assert_eq!(x.share.value().is_some(), share.is_some());
                if let (Measure::Known(found), Some(share)) = (x.share, share) {
                    prop_assert!(near(found, share), "{} {}", found, share);
                    prop_assert!((0.0..=1.0).contains(&found));
                    prop_assert_eq!(x.differ, Measure::Known(found >= 0.25));
                }
                for (party, culture) in x.parties.iter().zip(&x.cultures) {
                    prop_assert_eq!(m.party(party).unwrap().culture.as_ref(), Some(culture));
                }
                prop_assert!(seen.insert(x.parties.clone()));
            }
        }
        prop_assert_eq!(seen.len(), expected.len());
        let with = m.parties().filter(|(_, x)| x.culture.is_some()).count();
        prop_assert_eq!(found.not_comparable, with * with.saturating_sub(1) / 2 - expected.len());
        prop_assert_eq!(found.without.len(), m.parties().len() - with);
        for most in [0, 1, 3] {
            let few = culture_distance(&m, &CultureDistanceOptions::new().list_pairs_at_most(most));
            for (some, all) in [(&few.within, &found.within), (&few.between, &found.between)] {
                prop_assert_eq!(&some.pairs[..], &all.pairs[..most.min(all.pairs.len())]);
                prop_assert_eq!((some.all, some.differ), (all.all, all.differ));
            }
        }
        for two in &found.distances {
            let told: BTreeSet<_> = two.dimensions.iter().map(|x| &x.dimension).collect();
            prop_assert!(two.left_out.iter().all(|l| !told.contains(&l.dimension)));
            for x in &two.dimensions {
                let higher = x.higher.as_ref().map(|h| *h == two.cultures[0]);
                prop_assert_eq!(higher, (x.difference != 0.0).then_some(x.difference > 0.0));
            }
        }
    }

    #[test]
    fn the_conflicts_are_the_pairs_that_differ(m in analysis_model(), cut in prop_oneof![Just(0.25), Just(0.0), Just(0.5)]) {
        let cut = Strength::new(cut).unwrap();
        let found = culture_distance(&m, &CultureDistanceOptions::new().cut(cut));
        let pairs = found.within.pairs.iter().chain(&found.between.pairs).filter(|x| x.differ == Measure::Known(true));
        let expected: BTreeMap<Vec<PartyId>, Measure> = pairs.map(|x| (x.parties.to_vec(), x.share)).collect();
        let clashes = conflicts(&m, &ConflictOptions::new().kinds([ConflictKind::Culture]).culture_cut(cut)).conflicts;
        let clashes: BTreeMap<Vec<PartyId>, Measure> = clashes.into_iter().map(|c| (c.parties, c.strength)).collect();
        prop_assert_eq!(clashes, expected);
    }

    #[test]
    fn every_finding_replays(m in prop_oneof![nested(), model()]) {
        for options in variants() {
            for finding in culture_distance(&m, &options).findings {
                prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
            }
        }
    }

    #[test]
    fn a_forged_finding_does_not_replay(m in prop_oneof![nested(), model()]) {
        for finding in culture_distance(&m, &variants()[0]).findings {
            let mut forged = finding.clone();
            forged.amount = match finding.amount {
                Amount::Number(x) => Amount::Number(x + 1.0),
                _ => Amount::Number(0.0),
            };
            prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            let mut turned = finding.clone();
            turned.subject.push(Element::from(&p("zz-ghost")));
            prop_assert!(replay(&turned, &m).is_err());
            for i in 0..finding.because.len() {
                let mut less = finding.clone();
                less.because.remove(i);
                prop_assert!(replay(&less, &m).is_err(), "all must be cited: {:#?}", less);
                let mut forged = finding.clone();
                forged.because[i].amount += 3.0;
                let setting = matches!(finding.because[i].source, Element::Setting(_)) && finding.rule == "culture-mahalanobis";
                prop_assert!(setting || replay(&forged, &m).is_err(), "{:#?}", forged);
            }
        }
    }

    #[test]
    fn shuffling_changes_nothing(m in prop_oneof![nested(), model()], seed: u64) {
        prop_assert_eq!(said(&shuffled(&m, seed)), said(&m));
    }

    #[test]
    fn renaming_in_order_changes_names_alone(m in analysis_model()) {
        let before = said(&m);
        prop_assert_eq!(said(&rename(&m, |id| format!("{id}-zz"))).replace("-zz", ""), before);
    }

    #[test]
    fn renaming_out_of_order_changes_no_number(m in analysis_model()) {
        let mirrored = rename(&m, |id| {
            id.chars().map(|c| if c.is_ascii_digit() { (b'0' + b'9' - c as u8) as char } else { c }).collect()
        });
        let numbers = |m: &Model| {
            let found = culture_distance(m, &CultureDistanceOptions::new().kogut_singh(Reference::Profiles));
            let bits = |x: Measure| x.value().map(f64::to_bits);
            let of = |pairs: &[PartyPair]| pairs.iter().map(|x| bits(x.share)).collect::<Vec<_>>();
            let mut two: Vec<_> = found
                .distances
                .iter()
                .map(|x| (bits(x.share), bits(x.desired), bits(x.closing), bits(x.kogut_singh.as_ref().unwrap().index)))
                .collect();
            two.sort_unstable();
            let changes: Vec<_> = found.changes.iter().map(|c| bits(c.distance)).collect();
            (of(&found.within.pairs), of(&found.between.pairs), two, changes.len(), found.not_comparable)
        };
        prop_assert_eq!(numbers(&m), numbers(&mirrored));
    }
}
