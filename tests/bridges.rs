//! What binds two parties, against plain restatements.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::strategies::analysis_model;
use polder::analysis::conflicts::Bridges;
use polder::analysis::{ConflictOptions, between};
use polder::evidence::Measure;
use polder::id::{InterestId, PartyId, ValueId};
use polder::model::{Attribute, Element, Interest, Location, Model, Party, Stake};
use polder::rating::{Aggregate, Rating};
use polder::scale::{Latitude, Longitude, ScaleKind};
use proptest::prelude::*;

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn i(n: usize) -> InterestId {
    InterestId::new(&format!("i{n}")).unwrap()
}

fn binds(m: &Model, a: &PartyId, b: &PartyId) -> Bridges {
    (*between(m, a, b, &ConflictOptions::new()).unwrap().binds).clone()
}

fn stance(m: &Model, party: &PartyId, interest: &InterestId, attribute: Attribute) -> Option<f64> {
    m.read(&Element::Stake(party.clone(), interest.clone()), attribute, Aggregate::Median).map(|r| r.raw)
}

type Supra = Vec<(InterestId, [Vec<InterestId>; 2], [usize; 2])>;

/// Steps up between all interests, by relaxing over every third one.
fn supra(m: &Model, a: &PartyId, b: &PartyId) -> Supra {
    let all: Vec<InterestId> = m.interests().map(|(id, _)| id.clone()).collect();
    let n = all.len();
    let mut far = vec![vec![usize::MAX / 4; n]; n];
    for x in 0..n {
        far[x][x] = 0;
        for y in 0..n {
            if x != y && m.serves().get(&all[x], &all[y]).is_some() {
                far[x][y] = 1;
            }
        }
    }
    for via in 0..n {
        for x in 0..n {
            for y in 0..n {
                far[x][y] = far[x][y].min(far[x][via] + far[via][y]);
            }
        }
    }
    let side = |party: &PartyId, up: usize| {
        let wanted: Vec<usize> = (0..n)
            .filter(|x| stance(m, party, &all[*x], Attribute::Stance) > Some(0.0))
            .filter(|x| far[*x][up] <= n)
            .collect();
        let steps = wanted.iter().map(|x| far[*x][up]).min()?;
        Some((wanted.into_iter().filter(|x| far[*x][up] == steps).map(|x| all[x].clone()).collect::<Vec<_>>(), steps))
    };
    let mut out: Supra = (0..n)
        .filter_map(|up| {
            let ((x, s), (y, t)) = (side(a, up)?, side(b, up)?);
            (s + t > 0).then(|| (all[up].clone(), [x, y], [s, t]))
        })
        .collect();
    out.sort_by_key(|(id, _, [s, t])| (s + t, id.clone()));
    out
}

/// The trades with their strength, and the stakes without salience among what is contested.
fn trades(m: &Model, a: &PartyId, b: &PartyId) -> (Vec<(InterestId, InterestId, String)>, Vec<Element>) {
    let scale = m.scales().of(ScaleKind::OneSided);
    let contested: Vec<InterestId> = m
        .interests()
        .map(|(id, _)| id.clone())
        .filter(|x| {
            let both = stance(m, a, x, Attribute::Stance).zip(stance(m, b, x, Attribute::Stance));
            both.is_some_and(|(s, t)| (s > 0.0 && t < 0.0) || (s < 0.0 && t > 0.0))
        })
        .collect();
    let salience = |party: &PartyId, x: &InterestId| stance(m, party, x, Attribute::Salience);
    let mut out = Vec::new();
    for x in &contested {
        for y in &contested {
            let four = [salience(a, x), salience(a, y), salience(b, x), salience(b, y)];
            if let [Some(ax), Some(ay), Some(bx), Some(by)] = four
                && ax > ay
                && bx < by
            {
                out.push((x.clone(), y.clone(), scale.apart(ax, ay).min(scale.apart(bx, by))));
            }
        }
    }
    out.sort_by(|(x, y, s), (v, w, t)| t.total_cmp(s).then_with(|| (x, y).cmp(&(v, w))));
    let unknown = contested
        .iter()
        .flat_map(|x| [a, b].map(|party| (party.clone(), x.clone())))
        .filter(|(party, x)| contested.len() > 1 && salience(party, x).is_none())
        .map(|(party, x)| Element::Stake(party, x))
        .collect();
    (out.into_iter().map(|(x, y, s)| (x, y, s.to_string())).collect(), unknown)
}

fn as_restated(m: &Model) -> Result<(), TestCaseError> {
    let ids: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).collect();
    for (n, a) in ids.iter().enumerate() {
        for b in &ids[n + 1..] {
            let found = binds(m, a, b);
            let told: Supra =
                found.supra_interests.iter().map(|s| (s.interest.clone(), s.by.clone(), s.steps)).collect();
            prop_assert_eq!(told, supra(m, a, b));
            let (expected, unknown) = trades(m, a, b);
            let told: Vec<_> = found
                .log_rolling
                .iter()
                .map(|t| (t.for_first.clone(), t.for_second.clone(), t.strength.to_string()))
                .collect();
            prop_assert_eq!(told, expected);
            let listed: Vec<Element> = found.unknown_saliences.iter().map(|o| o.subject.clone()).collect();
            prop_assert_eq!(listed, unknown);
            for t in &found.log_rolling {
                let read = |c: &polder::evidence::Contribution| {
                    m.read(&c.source, Attribute::Salience, Aggregate::Median).map(|r| r.raw) == Some(c.amount)
                };
                prop_assert!(t.because.iter().all(read));
                prop_assert_eq!(&t.because[0].source, &Element::Stake(a.clone(), t.for_first.clone()));
                prop_assert_eq!(&t.because[3].source, &Element::Stake(b.clone(), t.for_second.clone()));
            }
            let mut shared: Vec<InterestId> = found.shared_interests.iter().map(|s| s.over.clone()).collect();
            shared.sort();
            let both = |x: &InterestId| {
                stance(m, a, x, Attribute::Stance)
                    .zip(stance(m, b, x, Attribute::Stance))
                    .is_some_and(|(s, t)| s * t > 0.0)
            };
            prop_assert_eq!(shared, m.interests().map(|(x, _)| x.clone()).filter(both).collect::<Vec<_>>());
            let mut shared: Vec<ValueId> = found.shared_values.iter().map(|s| s.over.clone()).collect();
            shared.sort();
            let held = |party: &PartyId, v: &ValueId| {
                m.read(&Element::Importance(party.clone(), v.clone()), Attribute::Importance, Aggregate::Median)
                    .is_some_and(|r| r.unit() >= 0.5)
            };
            let both = |v: &ValueId| held(a, v) && held(b, v);
            prop_assert_eq!(shared, m.values().map(|(v, _)| v.clone()).filter(both).collect::<Vec<_>>());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn on_models_of_every_sort(m in analysis_model()) {
        as_restated(&m)?;
    }

    #[test]
    fn with_many_means_and_ends_and_circles_among_them(
        serves in prop::collection::vec((0..7_usize, 0..7_usize), 0..16),
        stances in prop::collection::vec((0..7_usize, -2..3_i8, prop::option::of(1..6_u8)), 14),
    ) {
        let mut m = Model::new();
        for n in 0..7 {
            m.insert_interest(i(n), Interest::default()).unwrap();
        }
        for (x, y) in serves.into_iter().filter(|(x, y)| x != y) {
            m.set_serves(i(x), i(y), ()).unwrap();
        }
        for party in ["a", "b"] {
            m.insert_party(p(party), Party::default()).unwrap();
        }
        for (n, (x, s, salience)) in stances.into_iter().enumerate() {
            let rated = |x: f64| Rating::number(x).unwrap();
            let stake = Stake { salience: salience.map(|x| rated(f64::from(x))), ..Stake::of(rated(f64::from(s))) };
            m.set_stake(p(["a", "b"][n % 2]), i(x), stake).unwrap();
        }
        as_restated(&m)?;
    }
}

#[test]
fn the_distance_is_known_where_both_locations_are() {
    let at = |latitude: f64, longitude: f64| {
        Some(Location { latitude: Latitude::new(latitude).unwrap(), longitude: Longitude::new(longitude).unwrap() })
    };
    let mut m = Model::new();
    for (name, location) in [("enschede", at(52.2215, 6.8937)), ("utrecht", at(52.0907, 5.1214)), ("nowhere", None)] {
        m.insert_party(p(name), Party { location, ..Party::default() }).unwrap();
    }
    let far = binds(&m, &p("enschede"), &p("utrecht"));
    assert!((far.distance.value().unwrap() - 121.8).abs() < 0.5, "{}", far.distance);
    assert!(far.is_empty(), "a distance binds nobody");
    assert!(matches!(binds(&m, &p("enschede"), &p("nowhere")).distance, Measure::Undefined(_)));
}
