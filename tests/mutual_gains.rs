//! Mutual gains against a plain restatement of the definition, and what they must obey.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::strategies::{analysis_model, model};
use common::{rename, shuffled};
use polder::analysis::mutual_gains::{Counts, MutualGain, Stand, TABLE};
use polder::analysis::{MutualGains, MutualGainsOptions, mutual_gains, replay};
use polder::evidence::Amount;
use polder::id::{InterestId, PartyId};
use polder::math::three_way::Sign;
use polder::model::{Attribute, Element, Interest, Model, Party, Stake};
use polder::rating::{Aggregate, Rating};
use proptest::prelude::*;

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn x(text: &str) -> InterestId {
    InterestId::new(text).unwrap()
}

/// Stakes as (party, interest, position, stance).
fn project(stakes: &[(&str, &str, Option<f64>, Option<f64>)]) -> Model {
    let mut m = Model::new();
    for (party, interest, position, stance) in stakes {
        if m.party(&p(party)).is_none() {
            m.insert_party(p(party), Party::default()).unwrap();
        }
        if m.interest(&x(interest)).is_none() {
            m.insert_interest(x(interest), Interest::default()).unwrap();
        }
        let rated = |r: &Option<f64>| r.map(|r| Rating::number(r).unwrap());
        let stake = Stake { position: rated(position), stance: rated(stance), ..Stake::default() };
        m.set_stake(p(party), x(interest), stake).unwrap();
    }
    m
}

fn found(m: &Model) -> MutualGains {
    mutual_gains(m, &MutualGainsOptions::new())
}

/// Every class, by the words of the definition.
fn restated(m: &Model) -> BTreeMap<(PartyId, PartyId, InterestId), MutualGain> {
    let read = |party: &PartyId, interest: &InterestId, attribute| {
        m.read(&Element::Stake(party.clone(), interest.clone()), attribute, Aggregate::Median).map(|r| r.raw)
    };
    let mut out = BTreeMap::new();
    for (a, _) in m.parties() {
        for (b, _) in m.parties().filter(|(b, _)| a < *b) {
            for (i, _) in m.interests() {
                let both = |attribute| Some(read(a, i, attribute)? * read(b, i, attribute)?).filter(|x| *x != 0.0);
                let (Some(positions), Some(stances)) = (both(Attribute::Position), both(Attribute::Stance)) else {
                    continue;
                };
                let class = match (positions > 0.0, stances > 0.0) {
                    (false, false) => MutualGain::RealConflict,
                    (false, true) => MutualGain::ApparentConflict,
                    (true, false) => MutualGain::FragileAgreement,
                    (true, true) => MutualGain::Agreement,
                };
                out.insert((a.clone(), b.clone(), i.clone()), class);
            }
        }
    }
    out
}

fn counted(classes: impl Iterator<Item = MutualGain>) -> Counts {
    let mut counts = Counts::default();
    for class in classes {
        match class {
            MutualGain::RealConflict => counts.real_conflict += 1,
            MutualGain::ApparentConflict => counts.apparent_conflict += 1,
            MutualGain::FragileAgreement => counts.fragile_agreement += 1,
            MutualGain::Agreement => counts.agreement += 1,
        }
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_classes_are_what_the_definition_says(m in prop_oneof![analysis_model(), model()]) {
        let (gains, expected) = (found(&m), restated(&m));
        let listed: BTreeMap<_, _> = gains
            .gains
            .iter()
            .map(|g| ((g.parties[0].clone(), g.parties[1].clone(), g.interest.clone()), g.class))
            .collect();
        prop_assert_eq!(listed.len(), gains.gains.len());
        prop_assert_eq!(&listed, &expected);
        prop_assert!(!gains.more);
        for ((a, b, i), class) in &expected {
            prop_assert_eq!(gains.class(a, b, i), Some(*class));
            prop_assert_eq!(gains.class(b, a, i), Some(*class));
        }
        prop_assert_eq!(gains.totals, counted(expected.values().copied()));
        for of in &gains.interests {
            let classes = expected.iter().filter(|((.., i), _)| *i == of.interest).map(|(_, class)| *class);
            prop_assert_eq!(of.counts, counted(classes), "{}", of.interest);
        }
        let mut pairs = BTreeSet::new();
        for of in &gains.pairs {
            let [a, b] = &of.parties;
            let classes = expected.iter().filter(|((x, y, _), _)| x == a && y == b).map(|(_, class)| *class);
            prop_assert_eq!(of.counts, counted(classes));
            pairs.insert((a.clone(), b.clone()));
        }
        prop_assert_eq!(pairs, expected.keys().map(|(a, b, _)| (a.clone(), b.clone())).collect::<BTreeSet<_>>());
    }

    #[test]
    fn what_is_omitted_would_make_a_class_with_somebody(m in analysis_model()) {
        let gains = found(&m);
        let read = |e: &Element, a| m.read(e, a, Aggregate::Median).map(|r| r.raw);
        let mut expected = BTreeSet::new();
        for (party, interest, _) in m.stakes().iter() {
            let stake = Element::Stake(party.clone(), interest.clone());
            let own = [Attribute::Position, Attribute::Stance].map(|a| (a, read(&stake, a)));
            let somebody = m.parties().any(|(other, _)| {
                let theirs = Element::Stake(other.clone(), interest.clone());
                other != party && [Attribute::Position, Attribute::Stance].iter().all(|a| read(&theirs, *a).is_some_and(|x| x != 0.0))
            });
            if somebody && own.iter().all(|(_, x)| *x != Some(0.0)) {
                expected.extend(own.iter().filter(|(_, x)| x.is_none()).map(|(a, _)| (stake.clone(), *a)));
            }
        }
        let omitted: BTreeSet<_> = gains.omitted.iter().map(|o| (o.subject.clone(), o.missing)).collect();
        prop_assert_eq!(omitted.len(), gains.omitted.len());
        prop_assert_eq!(omitted, expected);
    }

    #[test]
    fn every_finding_replays_and_no_forged_one_does(m in prop_oneof![analysis_model(), model()], weighted: bool) {
        let aggregate = if weighted { Aggregate::WeightedMedian } else { Aggregate::Median };
        let gains = mutual_gains(&m, &MutualGainsOptions::new().aggregate(aggregate));
        prop_assert_eq!(gains.findings().count(), gains.gains.len());
        for finding in gains.findings() {
            prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
            prop_assert_eq!(finding.because.len(), 4);
            let mut forged = finding.clone();
            forged.amount = Amount::Class("no-such-class");
            prop_assert!(replay(&forged, &m).is_err());
            for i in 0..4 {
                let mut less = finding.clone();
                less.because.remove(i);
                prop_assert!(replay(&less, &m).is_err());
                let mut forged = finding.clone();
                forged.because[i].amount *= -1.0;
                prop_assert!(replay(&forged, &m).is_err());
            }
        }
    }

    #[test]
    fn names_and_the_order_of_the_file_change_no_class(m in analysis_model(), seed: u64) {
        prop_assert_eq!(format!("{:?}", found(&shuffled(&m, seed))), format!("{:?}", found(&m)));
        let mirror = |id: &str| -> String {
            id.chars().map(|c| if c.is_ascii_lowercase() { (b'a' + b'z' - c as u8) as char } else { c }).collect()
        };
        let (before, after) = (found(&m), found(&rename(&m, mirror)));
        prop_assert_eq!((before.totals, before.gains.len()), (after.totals, after.gains.len()));
        for gain in &before.gains {
            let [a, b] = gain.parties.each_ref().map(|id| p(&mirror(id.as_str())));
            prop_assert_eq!(after.class(&a, &b, &x(&mirror(gain.interest.as_str()))), Some(gain.class));
        }
    }

    #[test]
    fn turning_all_positions_or_all_stances_changes_no_class(signs in prop::collection::vec((-2..=2_i8, -2..=2_i8), 0..7)) {
        let names: Vec<String> = (0..signs.len()).map(|i| format!("p{i}")).collect();
        let turned = |position: f64, stance: f64| {
            let stakes: Vec<_> = names
                .iter()
                .zip(&signs)
                .map(|(name, (a, b))| (name.as_str(), "x", Some(position * f64::from(*a)), Some(stance * f64::from(*b))))
                .collect();
            found(&project(&stakes)).gains
        };
        let plain = turned(1.0, 1.0);
        prop_assert_eq!(&turned(-1.0, 1.0), &plain);
        prop_assert_eq!(&turned(1.0, -1.0), &plain);
        prop_assert_eq!(&turned(-1.0, -1.0), &plain);
    }

    #[test]
    fn a_shorter_list_is_the_head_of_the_longer_one(m in analysis_model(), most in 0..12_usize) {
        let (all, some) = (found(&m), mutual_gains(&m, &MutualGainsOptions::new().list_at_most(most)));
        prop_assert!(some.gains.len() <= most);
        prop_assert_eq!(&all.gains[..some.gains.len()], &some.gains[..]);
        prop_assert_eq!(some.more, some.gains.len() < all.gains.len());
        prop_assert_eq!(some.pairs.iter().map(|p| p.counts.total()).sum::<usize>(), some.gains.len());
        prop_assert_eq!((some.totals, &some.interests, &some.omitted), (all.totals, &all.interests, &all.omitted));
    }
}

#[test]
fn the_table_has_one_row_for_every_two_stands() {
    assert_eq!(TABLE.len(), 4);
    let rows: BTreeSet<(Stand, Stand)> = TABLE.iter().map(|(p, s, _)| (*p, *s)).collect();
    assert_eq!(rows.len(), 4);
    let signs = [Sign::Minus, Sign::Zero, Sign::Plus];
    for p in signs {
        for q in signs {
            for s in signs {
                for t in signs {
                    let defined = ![p, q, s, t].contains(&Sign::Zero);
                    assert_eq!(MutualGain::of([p, q], [s, t]).is_some(), defined);
                    assert_eq!(MutualGain::of([p, q], [s, t]), MutualGain::of([q, p], [t, s]));
                }
            }
        }
    }
}

#[test]
fn the_four_classes() {
    for (b_position, b_stance, class) in [
        (-2.0, -1.0, MutualGain::RealConflict),
        (-1.0, 2.0, MutualGain::ApparentConflict),
        (2.0, -2.0, MutualGain::FragileAgreement),
        (0.5, 0.5, MutualGain::Agreement),
    ] {
        let m = project(&[("a", "x", Some(1.0), Some(1.0)), ("b", "x", Some(b_position), Some(b_stance))]);
        let gains = found(&m);
        assert_eq!(gains.gains.iter().map(|g| g.class).collect::<Vec<_>>(), [class]);
        assert_eq!(gains.totals.total(), 1);
    }
}

#[test]
fn what_is_missing_is_said_once() {
    let m = project(&[
        ("a", "x", Some(1.0), Some(1.0)),
        ("b", "x", Some(2.0), Some(2.0)),
        ("c", "x", None, Some(1.0)),
        ("d", "x", None, None),
        ("e", "x", Some(0.0), None),
        ("f", "x", Some(1.0), Some(0.0)),
        ("a", "y", Some(1.0), None),
        ("b", "y", None, Some(1.0)),
    ]);
    let gains = found(&m);
    let omitted: Vec<String> = gains.omitted.iter().map(ToString::to_string).collect();
    assert_eq!(
        omitted,
        ["`stake:c/x`: position is unknown", "`stake:d/x`: position is unknown", "`stake:d/x`: stance is unknown"],
        "nobody has both on y, and a 0 takes no side whatever the other rating is"
    );
    let [x, y] = [&gains.interests[0], &gains.interests[1]];
    assert_eq!((x.stakes, x.neutral, y.stakes, y.neutral), (2, 2, 0, 0));
}

#[test]
fn nothing_to_say() {
    for m in [Model::new(), project(&[("a", "x", Some(1.0), Some(1.0))]), project(&[("a", "x", None, None)])] {
        let gains = found(&m);
        assert!(gains.gains.is_empty() && gains.pairs.is_empty() && gains.omitted.is_empty() && !gains.more);
        assert_eq!(gains.totals, Counts::default());
    }
}

#[test]
fn the_json_is_as_the_documentation_says() {
    let m = project(&[("a", "x", Some(1.0), Some(1.0)), ("b", "x", Some(-1.0), Some(1.0))]);
    let json = serde_json::to_value(found(&m)).unwrap();
    assert_eq!(
        json["gains"],
        serde_json::json!([{ "parties": ["a", "b"], "interest": "x", "class": "apparent-conflict" }])
    );
    let counts =
        serde_json::json!({ "real_conflict": 0, "apparent_conflict": 1, "fragile_agreement": 0, "agreement": 0 });
    assert_eq!(json["pairs"], serde_json::json!([{ "parties": ["a", "b"], "counts": counts }]));
    assert_eq!(
        json["interests"],
        serde_json::json!([{ "interest": "x", "counts": counts, "stakes": 2, "neutral": 0 }])
    );
    assert_eq!((&json["totals"], &json["more"]), (&counts, &serde_json::json!(false)));
}
