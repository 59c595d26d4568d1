//! Agreement over the table of values: the measures against plain restatements, the analysis against the measures.
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
use polder::Document;
use polder::analysis::agreement::{Bootstrap, Measurement};
use polder::analysis::{Agreement, AgreementOptions, INDEX, NotRun, agreement, replay};
use polder::evidence::{Amount, Measure, Undefined};
use polder::id::{PartyId, ValueId};
use polder::math::concordance::concordance;
use polder::math::krippendorff::alpha;
use polder::math::ordinal::{BadFrequency, Frequencies};
use polder::math::rank_correlation::rank_correlation;
use polder::math::ratings::{Degenerate, Items, Judges, Table};
use polder::model::{Attribute, Element, Model, Party, Value};
use polder::rating::{Aggregate, Rating};
use polder::scale::{Scales, Strength};
use polder::vocabulary::Vocabulary;
use proptest::prelude::*;

type Rows = Vec<Vec<Option<f64>>>;

fn table(rows: &Rows) -> Table<Judges, Items> {
    Table::from_judges(rows.clone()).unwrap()
}

fn full(rows: &[&[f64]]) -> Table<Judges, Items> {
    table(&rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect())
}

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap()
}

fn found(text: &str) -> Agreement {
    agreement(&read(text), &AgreementOptions::new())
}

fn unsaid<T>(reason: Undefined) -> Measure<T> {
    Measure::Undefined(reason)
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// Ratings of up to 7 judges and 6 items, some of them missing.
fn rows() -> impl Strategy<Value = Rows> {
    let rating = prop_oneof![
        1 => Just(None),
        6 => (0..5_u8).prop_map(|x| Some(f64::from(x))),
        1 => (0..40_u8).prop_map(|x| Some(f64::from(x) / 10.0)),
    ];
    (0..7_usize, 0..6_usize)
        .prop_flat_map(move |(m, n)| prop::collection::vec(prop::collection::vec(rating.clone(), n), m))
}

fn complete() -> impl Strategy<Value = Rows> {
    let rating = (0..5_u8).prop_map(|x| Some(f64::from(x)));
    (2..7_usize, 2..6_usize)
        .prop_flat_map(move |(m, n)| prop::collection::vec(prop::collection::vec(rating.clone(), n), m))
}

/// Rows and columns in another order.
fn turned(rows: &Rows) -> Rows {
    let mut out: Rows = rows.iter().rev().cloned().collect();
    let first = out.len() / 2;
    out.rotate_left(first);
    for row in &mut out {
        row.reverse();
        let n = row.len();
        row.rotate_left(n / 3);
    }
    out
}

fn mapped(rows: &Rows, f: impl Fn(usize, f64) -> f64) -> Rows {
    rows.iter().enumerate().map(|(j, row)| row.iter().map(|x| x.map(|x| f(j, x))).collect()).collect()
}

fn midranks(row: &[f64]) -> Vec<f64> {
    row.iter()
        .map(|x| {
            let below = row.iter().filter(|y| *y < x).count() as f64;
            below + (row.iter().filter(|y| *y == x).count() as f64 + 1.0) / 2.0
        })
        .collect()
}

fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (a, b) = (mean(x), mean(y));
    let dot = |f: &dyn Fn(usize) -> f64| (0..x.len()).map(f).sum::<f64>();
    let (xy, xx, yy) = (dot(&|i| (x[i] - a) * (y[i] - b)), dot(&|i| (x[i] - a).powi(2)), dot(&|i| (y[i] - b).powi(2)));
    (xx > 1e-12 && yy > 1e-12).then(|| xy / (xx * yy).sqrt())
}

// Kendall's W.

#[test]
fn w_says_why_it_is_undefined() {
    let none = concordance(&Table::default());
    assert_eq!((none.w, none.judges, none.items), (Err(Degenerate::OneItem), 0, 0));
    let one_item = concordance(&full(&[&[1.0], &[2.0]]));
    assert_eq!(
        (one_item.w, one_item.w_uncorrected, one_item.df),
        (Err(Degenerate::OneItem), Err(Degenerate::OneItem), Err(Degenerate::OneItem))
    );
    let one_judge = concordance(&table(&vec![vec![Some(1.0), Some(2.0)], vec![None, Some(2.0)]]));
    assert_eq!(
        (one_judge.w, one_judge.dropped.clone(), one_judge.rank_sums),
        (Err(Degenerate::OneJudge), vec![1], vec![1.0, 2.0])
    );
    let tied = concordance(&full(&[&[2.0, 2.0], &[3.0, 3.0]]));
    assert_eq!((tied.w, tied.w_uncorrected, tied.s), (Err(Degenerate::AllTied), Ok(0.0), 0.0));
    assert_eq!((tied.chi_squared, tied.p_f), (Err(Degenerate::AllTied), Err(Degenerate::AllTied)));
    let same = concordance(&full(&[&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0]]));
    assert_eq!((same.w, same.f, same.p_f), (Ok(1.0), Err(Degenerate::FullAgreement), Err(Degenerate::FullAgreement)));
    assert_eq!((same.df1, same.df2), (Ok(1.0), Ok(1.0)));
    let two = concordance(&full(&[&[1.0, 2.0], &[2.0, 1.0]]));
    assert_eq!(
        (two.w, two.df1, two.f, two.p_f),
        (Ok(0.0), Err(Degenerate::NoFreedom), Ok(0.0), Err(Degenerate::NoFreedom))
    );
    let flat = concordance(&full(&[&[1.0, 2.0, 3.0], &[2.0, 2.0, 2.0]]));
    assert_eq!((flat.w, flat.mean_pairwise_spearman), (Ok(0.5), Err(Degenerate::FlatJudge)));
}

#[test]
fn tails_of_chi_squared_and_f() {
    // With two degrees of freedom the tail is e^(−x/2).
    let found = concordance(&full(&[&[1.0, 2.0, 3.0], &[1.0, 3.0, 2.0], &[2.0, 1.0, 3.0]]));
    assert_eq!(found.df, Ok(2.0));
    assert!(close(found.p_chi_squared.unwrap(), (-found.chi_squared.unwrap() / 2.0).exp()));
    // With very many judges F and χ² tell the same.
    let many: Rows = (0..10_000_u32)
        .map(|j| (0..30_u32).map(|i| Some(f64::from((j * 7919 + i * 104_729 + j * i * 31) % 101 + i % 3))).collect())
        .collect();
    let many = concordance(&table(&many));
    let (chi, f) = (many.p_chi_squared.unwrap(), many.p_f.unwrap());
    assert!((chi - f).abs() < 1e-3, "{chi} and {f}");
}

#[test]
fn f_near_its_middle_with_very_many_judges() {
    // Independent orders: both tails lie well within 0 and 1 and close together.
    use rand::{RngExt, SeedableRng};
    let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(3);
    let rows: Rows =
        (0..10_000).map(|_| (0..30).map(|_| Some(f64::from(rng.random_range(0..1000_u32)))).collect()).collect();
    let found = concordance(&table(&rows));
    let (chi, f) = (found.p_chi_squared.unwrap(), found.p_f.unwrap());
    assert!((chi - f).abs() < 2e-3 && chi > 1e-4, "{chi} and {f}");
}

proptest! {
    #[test]
    fn w_as_it_is_defined(rows in rows()) {
        let found = concordance(&table(&rows));
        let whole: Vec<Vec<f64>> = rows.iter().filter_map(|r| r.iter().copied().collect::<Option<Vec<f64>>>()).collect();
        prop_assert_eq!(found.judges, whole.len());
        prop_assert_eq!(found.judges + found.dropped.len(), rows.len());
        let ranks: Vec<Vec<f64>> = whole.iter().map(|r| midranks(r)).collect();
        let (m, n) = (whole.len() as f64, found.items as f64);
        let sums: Vec<f64> = (0..found.items).map(|i| ranks.iter().map(|r| r[i]).sum()).collect();
        let s: f64 = sums.iter().map(|x| (x - m * (n + 1.0) / 2.0).powi(2)).sum();
        prop_assert_eq!(&found.rank_sums, &sums);
        prop_assert_eq!(found.s, s);
        let mut ties = 0.0;
        for row in &whole {
            let mut groups: BTreeMap<u64, f64> = BTreeMap::new();
            row.iter().for_each(|x| *groups.entry(x.to_bits()).or_default() += 1.0);
            ties += groups.values().map(|t| t * t * t - t).sum::<f64>();
        }
        prop_assert_eq!(found.ties, ties);
        if let Ok(w) = found.w {
            prop_assert!((0.0..=1.0).contains(&w));
            prop_assert!(close(w, 12.0 * s / (m * m * (n * n * n - n) - m * ties)));
            prop_assert!(close(found.chi_squared.unwrap(), m * (n - 1.0) * w));
            prop_assert!(close(found.mean_spearman_from_w.unwrap(), (m * w - 1.0) / (m - 1.0)));
            prop_assert!((0.0..=1.0).contains(&found.p_chi_squared.unwrap()));
            if let Ok(p) = found.p_f {
                prop_assert!((0.0..=1.0).contains(&p));
            }
        }
        let mut pairs = Vec::new();
        for a in 0..ranks.len() {
            pairs.extend((0..a).map(|b| pearson(&ranks[a], &ranks[b])));
        }
        if let Ok(mean) = found.mean_pairwise_spearman {
            let sum: f64 = pairs.iter().map(|p| p.unwrap()).sum();
            prop_assert!(close(mean, sum / pairs.len() as f64));
            if ties == 0.0 {
                prop_assert!(close(mean, found.mean_spearman_from_w.unwrap()));
            }
        }
    }

    #[test]
    fn w_does_not_depend_on_the_order_or_on_the_numbers(rows in rows()) {
        let before = concordance(&table(&rows));
        let after = concordance(&table(&turned(&rows)));
        let said = |c: &polder::math::concordance::Concordance| {
            let all = [c.w, c.w_uncorrected, c.mean_pairwise_spearman, c.mean_spearman_from_w, c.chi_squared, c.p_chi_squared, c.f, c.p_f];
            (all.map(|x| x.map(f64::to_bits)), c.s.to_bits(), c.ties.to_bits())
        };
        prop_assert_eq!(said(&before), said(&after));
        let relabelled = concordance(&table(&mapped(&rows, |judge, x| (x + 1.0).powi(2 + judge as i32 % 3))));
        prop_assert_eq!(said(&before), said(&relabelled));
    }
}

// Krippendorff's α.

/// The coincidence matrix, in full.
fn naive_alpha(rows: &Rows, level: Measurement) -> Option<(f64, f64, f64)> {
    let n = rows.first().map_or(0, Vec::len);
    let units: Vec<Vec<f64>> = (0..n).map(|i| rows.iter().filter_map(|r| r[i]).collect()).collect();
    let mut values: Vec<f64> = rows.iter().flatten().flatten().copied().collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    let k = values.len();
    let place = |x: f64| values.iter().position(|v| *v == x).unwrap();
    let mut o = vec![vec![0.0; k]; k];
    for unit in units.iter().filter(|u| u.len() >= 2) {
        for (a, x) in unit.iter().enumerate() {
            for (b, y) in unit.iter().enumerate() {
                if a != b {
                    o[place(*x)][place(*y)] += 1.0 / (unit.len() as f64 - 1.0);
                }
            }
        }
    }
    let margins: Vec<f64> = o.iter().map(|row| row.iter().sum()).collect();
    let all: f64 = margins.iter().sum();
    let delta = |c: usize, k: usize| -> f64 {
        let (c, k) = (c.min(k), c.max(k));
        match level {
            Measurement::Nominal => f64::from(u8::from(c != k)),
            Measurement::Ordinal => {
                (margins[c..=k].iter().sum::<f64>() - f64::midpoint(margins[c], margins[k])).powi(2)
            }
            Measurement::Interval => (values[c] - values[k]).powi(2),
            Measurement::Ratio if c == k => 0.0,
            Measurement::Ratio => ((values[c] - values[k]) / (values[c] + values[k])).powi(2),
        }
    };
    let sum = |f: &dyn Fn(usize, usize) -> f64| (0..k).map(|c| (0..k).map(|d| f(c, d)).sum::<f64>()).sum::<f64>();
    let observed = sum(&|c, d| o[c][d] * delta(c, d)) / all;
    let expected = sum(&|c, d| margins[c] * margins[d] * delta(c, d)) / (all * (all - 1.0));
    (all > 0.0 && expected > 0.0).then(|| (1.0 - observed / expected, observed, expected))
}

#[test]
fn alpha_says_why_it_is_undefined() {
    let of = |rows: &Rows, level| alpha(&table(rows), level).alpha;
    for level in Measurement::ALL.iter().copied() {
        assert_eq!(of(&vec![], level), Err(Degenerate::NoPairs));
        assert_eq!(of(&vec![vec![Some(1.0), None], vec![None, Some(2.0)]], level), Err(Degenerate::NoPairs));
        assert_eq!(of(&vec![vec![Some(1.0); 2]; 2], level), Err(Degenerate::NoVariation));
        assert_eq!(of(&vec![vec![Some(0.0); 2]; 2], level), Err(Degenerate::NoVariation));
    }
    let below = vec![vec![Some(-1.0), Some(1.0)]; 2];
    assert_eq!(of(&below, Measurement::Ratio), Err(Degenerate::BelowZero));
    assert_eq!(of(&below, Measurement::Interval), Ok(1.0));
    let found =
        alpha(&table(&vec![vec![Some(1.0), None, Some(9.0)], vec![Some(2.0), None, None]]), Measurement::Interval);
    assert_eq!((found.values, found.units, found.dropped_units, found.dropped_values), (2, 1, 2, 1));
    assert_eq!((found.alpha, found.observed, found.expected), (Ok(0.0), Ok(1.0), Ok(1.0)));
    let alone_below = vec![vec![Some(1.0), Some(-1.0)], vec![Some(2.0), None]];
    assert_eq!(of(&alone_below, Measurement::Ratio), Ok(0.0), "what is not pairable does not count");
}

#[test]
fn numbers_far_apart_are_exact() {
    let rows = vec![vec![Some(1e300), Some(1e-300)], vec![Some(1e300), Some(1e-300)]];
    for level in Measurement::ALL {
        assert_eq!(alpha(&table(&rows), *level).alpha, Ok(1.0));
    }
    let many: Rows = (0..80_u32).map(|j| (0..80).map(|i| Some(f64::from(j * 80 + i) / 7.0)).collect()).collect();
    let found = alpha(&table(&many), Measurement::Ratio);
    assert_eq!(found.alpha, Err(Degenerate::TooMuchWork), "20 million pairs of distinct values: {found:?}");
}

proptest! {
    #[test]
    fn alpha_against_the_coincidence_matrix(rows in rows()) {
        for level in Measurement::ALL.iter().copied() {
            let found = alpha(&table(&rows), level);
            match naive_alpha(&rows, level) {
                Some((a, o, e)) => {
                    prop_assert!(close(found.alpha.unwrap(), a), "{level}: {found:?} {a}");
                    prop_assert!(close(found.observed.unwrap(), o) && close(found.expected.unwrap(), e), "{level}: {found:?} {o} {e}");
                    prop_assert!(found.alpha.unwrap() <= 1.0);
                }
                None => prop_assert!(found.alpha.is_err()),
            }
        }
    }

    #[test]
    fn alpha_does_not_depend_on_the_order_or_on_more_than_its_level(rows in rows()) {
        let of = |rows: &Rows, level| alpha(&table(rows), level).alpha.map(f64::to_bits);
        for level in Measurement::ALL.iter().copied() {
            prop_assert_eq!(of(&rows, level), of(&turned(&rows), level));
        }
        let shuffle = mapped(&rows, |_, x| ((x * 10.0).round() * 17.0) % 101.0);
        prop_assert_eq!(of(&rows, Measurement::Nominal), of(&shuffle, Measurement::Nominal));
        let monotone = mapped(&rows, |_, x| (x + 1.0).powi(3));
        prop_assert_eq!(of(&rows, Measurement::Ordinal), of(&monotone, Measurement::Ordinal));
        let affine = mapped(&rows, |_, x| (x * 10.0).round() * 3.0 - 7.0);
        prop_assert_eq!(of(&rows, Measurement::Interval), of(&affine, Measurement::Interval));
        let scaled = mapped(&rows, |_, x| (x * 10.0).round() * 3.0);
        prop_assert_eq!(of(&rows, Measurement::Ratio), of(&scaled, Measurement::Ratio));
    }
}

// Van der Eijk's A, consensus and the other ordinal measures.

/// Peels the layers and counts all triples, in plain numbers.
fn naive_agreement(frequencies: &[f64]) -> f64 {
    let (k, total) = (frequencies.len(), frequencies.iter().sum::<f64>());
    let mut left = frequencies.to_vec();
    let mut sum = 0.0;
    while left.iter().any(|x| *x > 0.0) {
        let height = left.iter().copied().filter(|x| *x > 0.0).fold(f64::INFINITY, f64::min);
        let on: Vec<bool> = left.iter().map(|x| *x > 0.0).collect();
        let size = on.iter().filter(|x| **x).count() as f64;
        let (mut tu, mut tdu) = (0.0, 0.0);
        for a in 0..k {
            for b in a + 1..k {
                for c in b + 1..k {
                    match (on[a], on[b], on[c]) {
                        (true, true, false) | (false, true, true) => tu += 1.0,
                        (true, false, true) => tdu += 1.0,
                        _ => {}
                    }
                }
            }
        }
        let kf = k as f64;
        let u = if tu + tdu == 0.0 { 1.0 } else { ((kf - 2.0) * tu - (kf - 1.0) * tdu) / ((kf - 2.0) * (tu + tdu)) };
        sum += height * size / total * u * (1.0 - (size - 1.0) / (kf - 1.0));
        left.iter_mut().filter(|x| **x > 0.0).for_each(|x| *x -= height);
    }
    sum
}

#[test]
fn ordinal_measures_say_why_they_are_undefined() {
    let of = |f: &[f64]| Frequencies::new(f).unwrap();
    assert_eq!(of(&[1.0, 2.0]).agreement(), Err(Degenerate::FewCategories));
    assert_eq!(of(&[0.0; 3]).agreement(), Err(Degenerate::NoRatings));
    assert_eq!(of(&[]).entropy(), Err(Degenerate::FewCategories));
    assert_eq!(of(&[3.0]).consensus(), Err(Degenerate::FewCategories));
    assert_eq!(of(&[3.0]).entropy(), Ok(0.0));
    assert_eq!(of(&[0.0; 2]).leik(), Err(Degenerate::NoRatings));
    assert_eq!(of(&[0.5, 0.5]).variation(), Err(Degenerate::NotCounts));
    assert_eq!(of(&[0.0, 1.0]).variation(), Err(Degenerate::OneJudge));
    assert_eq!(of(&[1.0, 1.0]).agreement_with(3.0), Err(Degenerate::OffScale));
    assert_eq!(of(&[1.0, 1.0]).agreement_with(f64::NAN), Err(Degenerate::OffScale));
    assert!(of(&[1.0, 1.0]).agreement_with(1.5).is_ok());
    let bad = Frequencies::new(&[1.0, -1.0]).unwrap_err();
    assert_eq!(bad.to_string(), "the frequency of category 2 is -1, not a number from 0");
    assert!(matches!(Frequencies::new(&[f64::NAN]), Err(BadFrequency { category: 1, .. })));
    assert!(Frequencies::new(&[f64::INFINITY]).is_err());
    let judged = table(&vec![vec![Some(2.0)], vec![None], vec![Some(2.5)], vec![Some(1.0)]]);
    for (bad, category) in [(&[1.0, 2.0, 1.0][..], 3), (&[0.0, -0.0], 2), (&[1.0, f64::NAN, 2.0], 2)] {
        let fault = Frequencies::of_item(&judged, 0, bad).unwrap_err();
        assert_eq!(fault.category, category, "{bad:?}");
    }
    let (counted, elsewhere) = Frequencies::of_item(&judged, 0, &[1.0, 2.0, 3.0]).unwrap();
    assert_eq!((counted.numbers(), elsewhere), (vec![1.0, 1.0, 0.0], vec![2]));
}

#[test]
fn shares_too_small_for_a_number_add_nothing() {
    for f in [vec![1e-300, 0.0, 1e308], vec![1e-200, 0.0, 1e200], vec![1e-300, 1e300, 1e-300], vec![5e-324, 1.7e308]] {
        let of = Frequencies::new(&f).unwrap();
        assert_eq!((of.consensus(), of.entropy()), (Ok(1.0), Ok(0.0)), "{f:?}");
        assert!((1..=f.len()).all(|x| of.agreement_with(x as f64).is_ok_and(|y| (0.0..=1.0).contains(&y))), "{f:?}");
    }
}

#[test]
fn agreement_over_too_many_categories_is_too_much_work() {
    let of = |n: usize| Frequencies::new(&vec![1.0; n]).unwrap().agreement().map(|a| a.agreement);
    assert_eq!((of(1_000), of(1_001)), (Ok(0.0), Err(Degenerate::TooMuchWork)));
}

proptest! {
    #[test]
    fn ordinal_measures_as_they_are_defined(f in prop::collection::vec(0..9_u8, 2..8), parts in 1..4_u8) {
        let f: Vec<f64> = f.iter().map(|x| f64::from(*x)).collect();
        let total: f64 = f.iter().sum();
        let of = Frequencies::new(&f).unwrap();
        let shares: Vec<f64> = f.iter().map(|x| x / f64::from(1_u8 << parts)).collect();
        let of_shares = Frequencies::new(&shares).unwrap();
        let mirrored: Vec<f64> = f.iter().rev().copied().collect();
        let back = Frequencies::new(&mirrored).unwrap();
        let said = |of: &Frequencies| [of.agreement().map(|a| a.agreement), of.consensus(), of.leik(), of.l(), of.entropy()];
        for ((x, y), z) in said(&of).into_iter().zip(said(&of_shares)).zip(said(&back)) {
            prop_assert_eq!(x, y, "shares say the same as counts");
            prop_assert!(x.is_err() && z.is_err() || close(x.unwrap(), z.unwrap()));
        }
        if total == 0.0 {
            prop_assert_eq!(of.consensus(), Err(Degenerate::NoRatings));
            return Ok(());
        }
        let k = f.len() as f64;
        if f.len() > 2 {
            let found = of.agreement().unwrap();
            prop_assert!(close(found.agreement, naive_agreement(&f)));
            prop_assert!((-1.0..=1.0).contains(&found.agreement));
            prop_assert!(close(found.polarization, (1.0 - found.agreement) / 2.0));
            prop_assert!(close(found.layers.iter().map(|l| l.weight).sum(), 1.0));
            prop_assert!(close(found.layers.iter().map(|l| l.weight * l.agreement).sum(), found.agreement));
        }
        let mean: f64 = f.iter().zip(1..).map(|(n, x)| n * f64::from(x)).sum::<f64>() / total;
        let leaning = |centre: f64, width: f64| {
            1.0 + f.iter().zip(1..).filter(|(n, _)| **n > 0.0)
                .map(|(n, x)| n / total * (1.0 - (f64::from(x) - centre).abs() / width).log2()).sum::<f64>()
        };
        let consensus = of.consensus().unwrap();
        prop_assert!((0.0..=1.0).contains(&consensus) && close(consensus, leaning(mean, k - 1.0)));
        prop_assert!(close(of.dissention().unwrap(), 1.0 - consensus));
        for target in 1..=f.len() {
            prop_assert!(close(of.agreement_with(target as f64).unwrap(), leaning(target as f64, 2.0 * (k - 1.0))));
        }
        let cumulated: Vec<f64> = (1..f.len()).map(|i| f[..i].iter().sum::<f64>() / total).collect();
        prop_assert!(close(of.leik().unwrap(), cumulated.iter().map(|x| x.min(1.0 - x)).sum::<f64>() * 2.0 / (k - 1.0)));
        prop_assert!(close(of.l_squared().unwrap(), cumulated.iter().map(|x| (x - 0.5).powi(2)).sum::<f64>() * 4.0 / (k - 1.0)));
        let mut parted = 0.0;
        for i in 0..f.len() {
            parted += (i + 1..f.len()).map(|j| f[i] * f[j] * (j - i) as f64).sum::<f64>();
        }
        let odd = total % 2.0;
        match of.variation() {
            Ok(x) => prop_assert!(close(x, parted / ((total * total - odd) * (k - 1.0) / 4.0)) && (0.0..=1.0).contains(&x)),
            Err(reason) => prop_assert_eq!((reason, total), (Degenerate::OneJudge, 1.0)),
        }
    }
}

// Two orders.

fn signs(x: &[f64], i: usize, j: usize) -> i64 {
    i64::from(x[i] > x[j]) - i64::from(x[i] < x[j])
}

#[test]
fn tau_x_on_every_pair_of_weak_orders_of_four() {
    let mut orders: Vec<Vec<f64>> = Vec::new();
    for code in 0..256_u32 {
        let x: Vec<u32> = (0..4).map(|i| code >> (2 * i) & 3).collect();
        // Each weak order once: the numbers used are 0 up to the largest.
        if (0..=*x.iter().max().unwrap()).all(|v| x.contains(&v)) {
            orders.push(x.into_iter().map(f64::from).collect());
        }
    }
    assert_eq!(orders.len(), 75);
    for x in &orders {
        for y in &orders {
            let found = rank_correlation(&full(&[x, y]), 0, 1);
            let (mut distance, mut score) = (0, 0);
            for i in 0..4 {
                for j in (0..4).filter(|j| *j != i) {
                    // 1 for ahead or tied, −1 for behind.
                    let a = |x: &[f64]| if signs(x, i, j) <= 0 { 1 } else { -1 };
                    score += a(x) * a(y);
                    distance += if i < j { (signs(x, i, j) - signs(y, i, j)).abs() } else { 0 };
                }
            }
            assert_eq!(i64::try_from(found.kemeny_snell).unwrap(), distance);
            assert_eq!(score, 12 - 2 * distance, "τ_x = 1 − 2d/(n(n − 1))");
            assert_eq!(found.tau_x, Ok(score as f64 / 12.0));
        }
    }
}

proptest! {
    #[test]
    fn correlations_as_they_are_defined(rows in rows()) {
        let t = table(&rows);
        prop_assert_eq!(rank_correlation(&t, 0, 99).tau_x, Err(Degenerate::OneItem));
        for first in 0..rows.len() {
            for second in 0..rows.len() {
                let both: Vec<(f64, f64)> = rows[first].iter().zip(&rows[second]).filter_map(|(x, y)| Some(((*x)?, (*y)?))).collect();
                let (x, y): (Vec<f64>, Vec<f64>) = both.into_iter().unzip();
                let found = rank_correlation(&t, first, second);
                let n = x.len();
                prop_assert_eq!(found.items, n);
                let (mut c, mut d, mut tx, mut ty, mut distance) = (0_u64, 0_u64, 0_u64, 0_u64, 0);
                for i in 0..n {
                    for j in 0..i {
                        let (a, b) = (signs(&x, i, j), signs(&y, i, j));
                        c += u64::from(a * b > 0);
                        d += u64::from(a * b < 0);
                        tx += u64::from(a == 0);
                        ty += u64::from(b == 0);
                        distance += (a - b).unsigned_abs();
                    }
                }
                prop_assert_eq!((found.concordant, found.discordant, found.ties_first, found.ties_second, found.kemeny_snell), (c, d, tx, ty, distance));
                if n < 2 {
                    prop_assert_eq!([found.tau_a, found.tau_b, found.gamma, found.spearman, found.tau_x], [Err(Degenerate::OneItem); 5]);
                    continue;
                }
                let (cf, df, pairs) = (c as f64, d as f64, (n * (n - 1) / 2) as f64);
                prop_assert!(close(found.tau_a.unwrap(), (cf - df) / pairs));
                if tx < found.pairs && ty < found.pairs {
                    let below = ((pairs - tx as f64) * (pairs - ty as f64)).sqrt();
                    prop_assert!(close(found.tau_b.unwrap(), (cf - df) / below));
                    prop_assert!(close(found.gamma.unwrap(), (cf - df) / (cf + df)));
                    prop_assert!(close(found.spearman.unwrap(), pearson(&midranks(&x), &midranks(&y)).unwrap()));
                } else {
                    prop_assert_eq!([found.tau_b, found.gamma, found.spearman], [Err(Degenerate::FlatJudge); 3]);
                }
                let other = rank_correlation(&t, second, first);
                let all = |r: &polder::math::rank_correlation::RankCorrelation| [r.tau_a, r.tau_b, r.gamma, r.spearman, r.tau_x].map(|x| x.map(f64::to_bits));
                prop_assert_eq!(all(&found), all(&other));
                let negative = rank_correlation(&table(&mapped(&rows, |_, x| -x)), first, second);
                prop_assert_eq!(all(&found), all(&negative), "both orders turned round");
                for x in [found.tau_a, found.tau_b, found.gamma, found.spearman, found.tau_x].into_iter().flatten() {
                    prop_assert!((-1.0..=1.0).contains(&x));
                }
                if first == second {
                    prop_assert_eq!(found.tau_x, Ok(1.0));
                }
            }
        }
    }
}

// The analysis.

const THREE: &str = "[party.a]\nvalues = { x = 1, y = 3, z = 5 }\n[party.b]\nvalues = { x = 2, y = 3, z = 4 }\n\
                     [party.c]\nvalues = { x = 5, y = 3, z = 1 }\n[party.d]\nvalues = { x = 5, z = \"unknown\" }\n[party.e]\n\
                     [value.w]\n[value.x]\n[value.y]\n[value.z]\n";

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn v(text: &str) -> ValueId {
    ValueId::new(text).unwrap()
}

#[test]
fn what_the_table_is_made_of() {
    let r = found(THREE);
    assert_eq!(r.parties, [p("a"), p("b"), p("c"), p("d")], "those that rated a value");
    assert_eq!((r.values.clone(), r.unrated.clone()), (vec![v("x"), v("y"), v("z")], vec![v("w")]));
    assert_eq!((r.cells, r.missing), (12, 2));
    let omitted: Vec<_> = r.omitted.iter().map(|o| o.subject.clone()).collect();
    assert_eq!(omitted, [Element::Importance(p("d"), v("y")), Element::Importance(p("d"), v("z"))]);
    let w = &r.concordance;
    assert_eq!((w.parties, w.values, w.dropped.clone()), (3, 3, vec![p("d")]));
    assert_eq!(w.rank_sums.iter().map(|s| s.sum).collect::<Vec<_>>(), [5.0, 6.0, 7.0]);
    assert!(close(w.w.value().unwrap(), 12.0 * 2.0 / (9.0 * 24.0)));
    assert_eq!((r.alpha.measurement, r.alpha.ratings, r.alpha.values), (Measurement::Ordinal, 10, 3));
    assert_eq!(r.categories, [1.0, 2.0, 3.0, 4.0, 5.0]);
    let y = &r.of_values[1];
    assert_eq!(
        (y.parties, y.frequencies.clone(), y.agreement, y.consensus),
        (3, vec![0.0, 0.0, 3.0, 0.0, 0.0], Measure::Known(1.0), Measure::Known(1.0))
    );
    assert_eq!(r.pairs.compared, Measure::Known(3), "d has one value in common with each");
    assert_eq!(r.pairs.opposed[0].parties, [p("a"), p("c")]);
    assert_eq!((r.pairs.opposed[0].tau_x, r.pairs.opposed[0].values), (Measure::Known(-1.0), 3));
    assert_eq!(r.pairs.alike[0].parties, [p("a"), p("b")]);
    assert_eq!((r.left_out.parties, r.left_out.most[0].party.clone()), (4, p("c")));
    let d = r.left_out.most.iter().find(|l| l.party == p("d")).unwrap();
    assert_eq!((d.w, d.w_change), (w.w, Measure::Known(0.0)), "who does not count changes nothing");
    assert!(r.bootstrap.is_none());
}

#[test]
fn the_json_of_agreement() {
    let json = serde_json::to_value(found(THREE)).unwrap();
    let layer = serde_json::json!({"pattern": "00100", "height": 3.0, "weight": 1.0, "agreement": 1.0});
    assert_eq!(json["of_values"][1]["layers"][0], layer);
    assert_eq!(json["alpha"]["measurement"], "ordinal");
    assert!(json.get("bootstrap").is_none());
    let options = serde_json::to_value(AgreementOptions::new().measurement(Measurement::Nominal)).unwrap();
    assert_eq!(options["measurement"], "nominal");
}

#[test]
fn every_reason_can_be_told_apart() {
    let one = found("[party.a]\nvalues = { x = 1, y = 3 }\n[value.x]\n[value.y]\n");
    assert_eq!((one.concordance.w, one.alpha.alpha), (unsaid(Undefined::OneJudge), unsaid(Undefined::NoPairs)));
    let single = found("[party.a]\nvalues = { x = 1 }\n[party.b]\nvalues = { x = 2 }\n[value.x]\n");
    assert_eq!(single.concordance.w, unsaid(Undefined::OneItem));
    let flat =
        found("[party.a]\nvalues = { x = 2, y = 2 }\n[party.b]\nvalues = { x = 2, y = 2 }\n[value.x]\n[value.y]\n");
    assert_eq!((flat.concordance.w, flat.alpha.alpha), (unsaid(Undefined::AllTied), unsaid(Undefined::NoVariation)));
    let pair = &flat.pairs.alike[0];
    assert_eq!((pair.tau_x, pair.tau_b), (Measure::Known(1.0), unsaid(Undefined::FlatJudge)));
    let two =
        read("[project]\nscale = [1, 2]\n[party.a]\nvalues = { x = 1 }\n[party.b]\nvalues = { x = 2 }\n[value.x]\n");
    let two = agreement(&two, &AgreementOptions::new());
    assert_eq!(two.of_values[0].agreement, unsaid(Undefined::FewCategories));
    assert_eq!(two.of_values[0].consensus, Measure::Known(0.0));
    let empty = agreement(&Model::new(), &AgreementOptions::new());
    assert_eq!((empty.concordance.w, empty.alpha.alpha), (unsaid(Undefined::OneItem), unsaid(Undefined::NoPairs)));
    assert!(empty.findings.is_empty() && empty.pairs.compared == Measure::Known(0));
}

#[test]
fn points_between_categories_are_left_out_and_named() {
    let r = found(
        "[party.a]\nvalues = { x = [{ score = 3, by = \"q\" }, { score = 4, by = \"r\" }], y = 2 }\n[party.b]\nvalues = { x = 4, y = 2 }\n[value.x]\n[value.y]\n",
    );
    assert_eq!((r.of_values[0].parties, r.of_values[0].between_categories.clone()), (1, vec![p("a")]));
    assert_eq!(r.of_values[0].frequencies, [0.0, 0.0, 0.0, 1.0, 0.0]);
    assert_eq!(r.concordance.parties, 2, "its order counts all the same");
}

#[test]
fn a_scale_of_very_many_categories_is_not_counted() {
    let mut m = Model::with_scales(Scales::default().with_one_sided(0, 1_000_000).unwrap());
    m.insert_value(v("x"), Value::default()).unwrap();
    for (id, x) in [("a", 5.0), ("b", 900_000.0)] {
        m.insert_party(p(id), Party::default()).unwrap();
        m.set_importance(p(id), v("x"), Rating::number(x).unwrap()).unwrap();
    }
    let r = agreement(&m, &AgreementOptions::new());
    assert_eq!(
        (r.of_values[0].agreement, r.of_values[0].consensus),
        (unsaid(Undefined::BudgetExhausted), unsaid(Undefined::BudgetExhausted))
    );
    assert!(r.categories.is_empty() && r.of_values[0].frequencies.is_empty());
    r.findings.iter().for_each(|f| assert_eq!(replay(f, &m), Ok(())));
}

#[test]
fn lists_are_cut_where_the_options_say() {
    let options = AgreementOptions::new().list_pairs_at_most(1).list_alike_at_most(0).list_left_out_at_most(2);
    let r = agreement(&read(THREE), &options);
    assert_eq!((r.pairs.opposed.len(), r.pairs.alike.len(), r.left_out.most.len()), (1, 0, 2));
    assert_eq!((r.pairs.compared, r.left_out.parties), (Measure::Known(3), 4), "all are counted");
    assert_eq!(r.findings.iter().filter(|f| f.rule == "pair-agreement").count(), 1);
}

#[test]
fn who_changes_most_by_either_measure_comes_first() {
    // Without c the order of the others is one and the same; without b their ratings are closest.
    let r = found(
        "[party.a]\nvalues = { x = 1, y = 2, z = 3 }\n[party.b]\nvalues = { x = 3, y = 4, z = 5 }\n\
         [party.c]\nvalues = { x = 3, y = 1, z = 2 }\n[party.d]\nvalues = { x = 1, y = 2, z = 2 }\n\
         [value.x]\n[value.y]\n[value.z]\n",
    );
    let size = |m: Measure| m.value().map_or(0.0, f64::abs);
    let larger: Vec<f64> = r.left_out.most.iter().map(|x| size(x.w_change).max(size(x.alpha_change))).collect();
    assert!(larger.is_sorted_by(|a, b| a >= b), "{larger:?}");
    let most = |of: fn(&polder::analysis::agreement::PartyLeftOut) -> Measure| {
        r.left_out.most.iter().map(|x| size(of(x))).fold(0.0, f64::max)
    };
    assert_eq!(size(r.left_out.most_by_w.as_ref().unwrap().w_change), most(|x| x.w_change));
    assert_eq!(size(r.left_out.most_by_alpha.as_ref().unwrap().alpha_change), most(|x| x.alpha_change));
    let by_alpha: Vec<f64> = r.left_out.most.iter().map(|x| size(x.alpha_change)).collect();
    assert!(!by_alpha.is_sorted_by(|a, b| a >= b), "the order by α alone would be another: {by_alpha:?}");
}

#[test]
fn too_many_pairs_are_not_compared() {
    let mut m = Model::new();
    ["x", "y"].into_iter().for_each(|id| m.insert_value(v(id), Value::default()).unwrap());
    for i in 0..1_002 {
        let id = p(&format!("p{i}"));
        m.insert_party(id.clone(), Party::default()).unwrap();
        m.set_importance(id.clone(), v("x"), Rating::number(f64::from(i % 5 + 1)).unwrap()).unwrap();
        m.set_importance(id, v("y"), Rating::number(f64::from(i % 3 + 1)).unwrap()).unwrap();
    }
    let r = agreement(&m, &AgreementOptions::new());
    assert_eq!(r.pairs.compared, unsaid(Undefined::BudgetExhausted));
    assert!(r.pairs.opposed.is_empty() && r.pairs.alike.is_empty());
    assert_eq!((r.left_out.parties, r.left_out.most.len()), (1_002, 100));
}

#[test]
fn when_it_is_not_run() {
    let entry = INDEX.iter().find(|e| e.id == "agreement").unwrap();
    assert_eq!((entry.not_run)(&read("[party.a]\n")), Some(NotRun::NoValues));
    let unknown = "[party.a]\nvalues = { x = \"unknown\" }\n[value.x]\n";
    assert_eq!((entry.not_run)(&read(unknown)), Some(NotRun::NoRatings));
    assert_eq!((entry.not_run)(&read(THREE)), None);
}

fn drawn(seed: u64) -> AgreementOptions {
    AgreementOptions::new().bootstrap(Bootstrap::new(seed, 40, Strength::new(0.9).unwrap()))
}

#[test]
fn resamples_are_counted_and_stay_as_they_are() {
    let r = agreement(&read(THREE), &drawn(1)).bootstrap.unwrap();
    assert_eq!(r.w.defined + r.w.undefined, 40);
    assert!(r.w.undefined > 0, "d alone is no order");
    assert_eq!(r, agreement(&read(THREE), &drawn(1)).bootstrap.unwrap());
    assert_ne!(r, agreement(&read(THREE), &drawn(2)).bootstrap.unwrap());
    let none = AgreementOptions::new().bootstrap(Bootstrap::new(1, 0, Strength::new(0.9).unwrap()));
    assert_eq!(agreement(&read(THREE), &none).bootstrap.unwrap().w.low, unsaid(Undefined::NothingToMeasure));
    let nobody = agreement(&Model::new(), &drawn(1)).bootstrap.unwrap();
    assert_eq!((nobody.alpha.low, nobody.alpha.undefined), (unsaid(Undefined::NothingToMeasure), 0));
    let much = AgreementOptions::new().bootstrap(Bootstrap::new(1, 1_000_001, Strength::new(0.9).unwrap()));
    let much = agreement(&read(THREE), &much).bootstrap.unwrap();
    assert_eq!((much.alpha.low, much.alpha.defined), (unsaid(Undefined::BudgetExhausted), 0));
}

#[test]
fn no_interval_around_nothing() {
    // Only one party rated everything: drawn twice it would agree with itself.
    let m = read(
        "[party.a]\nvalues = { x = 1, y = 2 }\n[party.b]\nvalues = { x = 2 }\n[party.c]\nvalues = { x = 3 }\n\
         [value.x]\n[value.y]\n",
    );
    let r = agreement(&m, &drawn(1));
    assert_eq!(r.concordance.w, unsaid(Undefined::OneJudge));
    let drawn = r.bootstrap.unwrap();
    assert_eq!([drawn.w.low, drawn.w.high], [unsaid(Undefined::OneJudge); 2]);
    assert!(drawn.w.defined > 0 && drawn.alpha.low.value().is_some());
}

fn variants() -> Vec<AgreementOptions> {
    let mut out: Vec<_> = Measurement::ALL.iter().map(|level| AgreementOptions::new().measurement(*level)).collect();
    out.push(drawn(7).aggregate(Aggregate::WeightedMedian).list_pairs_at_most(2));
    out
}

fn said(m: &Model) -> String {
    variants().iter().map(|o| format!("{:#?}\n", agreement(m, o))).collect()
}

/// The table as the model reads it, without one of the parties.
fn rows_of(m: &Model, r: &Agreement, without: Option<&PartyId>) -> Rows {
    let cell = |party: &PartyId, value: &ValueId| {
        let element = Element::Importance(party.clone(), value.clone());
        m.read(&element, Attribute::Importance, Aggregate::Median).map(|x| x.raw)
    };
    let parties = r.parties.iter().filter(|party| Some(*party) != without);
    parties.map(|party| r.values.iter().map(|value| cell(party, value)).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_finding_replays(m in prop_oneof![analysis_model(), model()]) {
        for options in variants() {
            for finding in agreement(&m, &options).findings {
                prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
            }
        }
    }

    #[test]
    fn a_forged_finding_does_not_replay(m in analysis_model()) {
        for finding in agreement(&m, &AgreementOptions::new().list_pairs_at_most(2)).findings {
            let mut forged = finding.clone();
            forged.amount = match finding.amount {
                Amount::Number(x) => Amount::Number(x + 1.0),
                _ => Amount::Number(0.0),
            };
            prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            for i in 0..finding.because.len() {
                let mut less = finding.clone();
                less.because.remove(i);
                prop_assert!(replay(&less, &m).is_err(), "all must be cited: {:#?}", less);
                let mut forged = finding.clone();
                forged.because[i].amount += 3.0;
                prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            }
        }
    }

    #[test]
    fn shuffling_changes_nothing(m in prop_oneof![analysis_model(), model()], seed: u64) {
        prop_assert_eq!(said(&shuffled(&m, seed)), said(&m));
    }

    #[test]
    fn renaming_in_order_changes_names_alone(m in analysis_model()) {
        let before = said(&m);
        let analysed = said(&rename(&m, |id| format!("{id}-zz")));
        prop_assert_eq!(analysed.replace("-zz", ""), before);
    }

    #[test]
    fn renaming_out_of_order_changes_no_number(m in prop_oneof![analysis_model(), model()], seed: u64) {
        let mirrored = rename(&m, |id| {
            id.chars().map(|c| if c.is_ascii_digit() { (b'0' + b'9' - c as u8) as char } else { c }).collect()
        });
        let numbers = |m: &Model| {
            let r = agreement(m, &drawn(seed));
            let w = [r.concordance.w, r.concordance.mean_pairwise_spearman, r.concordance.p_f, r.alpha.alpha, r.alpha.observed];
            let mut values: Vec<_> = r.of_values.iter().map(|v| (v.parties, format!("{:?}", (v.agreement, v.consensus)))).collect();
            values.sort();
            let pairs: Vec<_> = r.pairs.opposed.iter().map(|p| (p.tau_x, p.values)).collect();
            let left: Vec<_> = r.left_out.most.iter().map(|l| (l.alpha_change, l.w_change)).collect();
            let sizes: Vec<_> = left.iter().map(|(a, w)| [a, w].map(|x| x.value().map(|x| x.abs().to_bits()))).collect();
            (w, values, pairs, sizes, r.bootstrap)
        };
        prop_assert_eq!(numbers(&m), numbers(&mirrored));
    }

    #[test]
    fn leaving_a_party_out_is_measuring_without_it(m in prop_oneof![analysis_model(), model()]) {
        for level in Measurement::ALL.iter().copied() {
            let r = agreement(&m, &AgreementOptions::new().measurement(level));
            prop_assert_eq!(r.concordance.w, concordance(&table(&rows_of(&m, &r, None))).w.into());
            prop_assert_eq!(r.left_out.parties, r.left_out.most.len());
            for left in &r.left_out.most {
                let rows = rows_of(&m, &r, Some(&left.party));
                // Without rows a table has no items either.
                if rows.is_empty() {
                    continue;
                }
                prop_assert_eq!(left.w, concordance(&table(&rows)).w.into());
                prop_assert_eq!(left.alpha, alpha(&table(&rows), level).alpha.into());
                if let (Measure::Known(all), Measure::Known(w)) = (r.concordance.w, left.w) {
                    prop_assert!(close(left.w_change.value().unwrap(), w - all));
                }
            }
        }
    }

    #[test]
    fn full_tables_have_every_measure(rows in complete()) {
        let mut m = Model::with_scales(Scales::default().with_one_sided(0, 4).unwrap());
        (0..rows[0].len()).for_each(|i| m.insert_value(v(&format!("v{i}")), Value::default()).unwrap());
        for (j, row) in rows.iter().enumerate() {
            let id = p(&format!("p{j}"));
            m.insert_party(id.clone(), Party::default()).unwrap();
            for (i, x) in row.iter().enumerate() {
                m.set_importance(id.clone(), v(&format!("v{i}")), Rating::number(x.unwrap()).unwrap()).unwrap();
            }
        }
        let r = agreement(&m, &drawn(5));
        prop_assert_eq!((r.missing, r.concordance.parties), (0, rows.len()));
        prop_assert_eq!(r.concordance.w, concordance(&table(&rows)).w.into());
        prop_assert_eq!(r.alpha.alpha, alpha(&table(&rows), Measurement::Ordinal).alpha.into());
        prop_assert_eq!(r.pairs.compared, Measure::Known((rows.len() * (rows.len() - 1) / 2) as u64));
        let taus: Vec<f64> = r.pairs.opposed.iter().map(|p| p.tau_x.value().unwrap()).collect();
        prop_assert!(taus.is_sorted());
        for v in &r.of_values {
            prop_assert_eq!(v.parties, rows.len());
            prop_assert!(close(v.agreement.value().unwrap(), naive_agreement(&v.frequencies)));
        }
        // A full table drawn again: a renamed one gives the same interval.
        let mirrored = rename(&m, |id| id.chars().map(|c| if c.is_ascii_digit() { (b'0' + b'9' - c as u8) as char } else { c }).collect());
        prop_assert_eq!(r.bootstrap, agreement(&mirrored, &drawn(5)).bootstrap);
        for interval in [r.bootstrap.unwrap().w, r.bootstrap.unwrap().alpha] {
            if let (Measure::Known(low), Measure::Known(high)) = (interval.low, interval.high) {
                prop_assert!(low <= high);
            }
        }
    }
}
