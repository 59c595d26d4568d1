//! The shared goal against trying every set of interests, and its replay against forgeries.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::strategies::analysis_model;
use polder::analysis::shared_goal::{Goal, GoalKind};
use polder::analysis::{SharedGoal, SharedGoalOptions, replay, shared_goal};
use polder::evidence::{Amount, Finding};
use polder::id::{InterestId, PartyId};
use polder::model::{Attribute, Element, Interest, Model, Party, Stake};
use polder::rating::{Aggregate, Rating};
use proptest::prelude::*;

fn p(n: usize) -> PartyId {
    PartyId::new(&format!("p{n:02}")).unwrap()
}

fn i(n: usize) -> InterestId {
    InterestId::new(&format!("i{n:02}")).unwrap()
}

/// Stakes as rows of parties over interests; none is no stake, 9 an unknown stance.
fn field(rows: &[Vec<Option<i8>>]) -> Model {
    let mut m = Model::new();
    for (a, row) in rows.iter().enumerate() {
        m.insert_party(p(a), Party::default()).unwrap();
        for (n, stance) in row.iter().enumerate() {
            if m.interest(&i(n)).is_none() {
                m.insert_interest(i(n), Interest::default()).unwrap();
            }
            let Some(stance) = stance else { continue };
            let known = (*stance != 9).then(|| Rating::number(f64::from(*stance)).unwrap());
            m.set_stake(p(a), i(n), Stake { stance: known, ..Stake::default() }).unwrap();
        }
    }
    m
}

fn all_of(m: &Model) -> SharedGoal {
    shared_goal(m, &SharedGoalOptions::new().list_at_most(usize::MAX))
}

/// The definition over every set of candidates.
fn restated(m: &Model) -> (GoalKind, Vec<InterestId>, Vec<Goal>) {
    let stance = |party: &PartyId, interest: &InterestId| {
        m.read(&Element::Stake(party.clone(), interest.clone()), Attribute::Stance, Aggregate::Median).map(|r| r.raw)
    };
    let interests: Vec<InterestId> = m.interests().map(|(id, _)| id.clone()).collect();
    let parties: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).collect();
    let counted: Vec<&PartyId> = parties.iter().filter(|a| interests.iter().any(|x| stance(a, x).is_some())).collect();
    let candidates: Vec<InterestId> =
        interests.iter().filter(|x| parties.iter().any(|a| stance(a, x) > Some(0.0))).cloned().collect();
    let of = |mask: u32| -> Goal {
        let chosen: Vec<InterestId> =
            candidates.iter().enumerate().filter(|(n, _)| mask >> n & 1 == 1).map(|(_, x)| x.clone()).collect();
        let is_for = |a: &PartyId| chosen.iter().any(|x| stance(a, x) > Some(0.0));
        let against = |a: &PartyId, x: &InterestId| stance(a, x).is_some_and(|s| s < 0.0);
        Goal {
            carried_by: counted.iter().filter(|a| is_for(a)).map(|a| (*a).clone()).collect(),
            left_out: counted.iter().filter(|a| !is_for(a)).map(|a| (*a).clone()).collect(),
            opposed: parties
                .iter()
                .flat_map(|a| chosen.iter().filter(|x| against(a, x)).map(|x| (a.clone(), x.clone())))
                .collect(),
            interests: chosen.clone(),
        }
    };
    let every: Vec<Goal> = (1..1_u32 << candidates.len()).map(of).collect();
    let mut best: BTreeMap<_, Vec<Goal>> = BTreeMap::new();
    for g in every.iter().filter(|g| g.left_out.is_empty() && g.opposed.is_empty()) {
        best.entry((0, 0, g.interests.len())).or_default().push(g.clone());
    }
    let kind = match (best.is_empty(), candidates.is_empty()) {
        (false, _) => GoalKind::Shared,
        (true, false) => GoalKind::LeastOpposed,
        (true, true) => GoalKind::None,
    };
    if kind == GoalKind::LeastOpposed {
        for g in every {
            best.entry((g.left_out.len(), g.opposed.len(), g.interests.len())).or_default().push(g);
        }
    }
    let mut goals = best.into_values().next().unwrap_or_default();
    goals.sort_by(|a, b| a.interests.cmp(&b.interests));
    (kind, candidates, goals)
}

fn as_restated(m: &Model) -> Result<(), TestCaseError> {
    let found = all_of(m);
    let (kind, candidates, goals) = restated(m);
    prop_assert_eq!((found.kind, &found.candidates, &found.goals), (kind, &candidates, &goals));
    prop_assert!(found.exact && !found.truncated);
    prop_assert_eq!(found.at_least, goals.first().map_or(0, |g| g.interests.len()) as u64);
    let few = shared_goal(m, &SharedGoalOptions::new().list_at_most(0));
    prop_assert_eq!(few.goals.len(), goals.len().min(1), "at least one is listed");
    prop_assert!(few.goals.iter().all(|g| goals.contains(g)));
    prop_assert_eq!(few.truncated, goals.len() > 1);
    // Who or what is not known is listed, and nothing else is.
    let known = |a: &PartyId, x: &InterestId| {
        m.read(&Element::Stake(a.clone(), x.clone()), Attribute::Stance, Aggregate::Median).is_some()
    };
    let silent =
        m.parties().filter(|(a, _)| !m.stakes().of(a).any(|(x, _)| known(a, x))).map(|(a, _)| Element::from(a));
    let unknown =
        m.stakes().iter().filter(|(a, x, _)| !known(a, x)).map(|(a, x, _)| Element::Stake(a.clone(), x.clone()));
    let listed: BTreeSet<Element> = found.omitted.iter().map(|o| o.subject.clone()).collect();
    prop_assert_eq!(listed, silent.chain(unknown).collect::<BTreeSet<_>>());
    for finding in &found.findings {
        prop_assert_eq!(replay(finding, m), Ok(()));
        forgeries(finding, m)?;
    }
    prop_assert_eq!(found.findings.len(), usize::from(!found.goals.is_empty()));
    Ok(())
}

fn forgeries(f: &Finding, m: &Model) -> Result<(), TestCaseError> {
    let mut all: Vec<Finding> = Vec::new();
    let mut put = |edit: &dyn Fn(&mut Finding)| {
        let mut copy = f.clone();
        edit(&mut copy);
        if copy != *f {
            all.push(copy);
        }
    };
    for n in 0..f.because.len() {
        put(&|f| drop(f.because.remove(n)));
        put(&|f| f.because.push(f.because[n].clone()));
        put(&|f| f.because.swap(0, n));
        put(&|f| f.because[n].amount += 1.0);
    }
    for n in 0..f.subject.len() {
        put(&|f| drop(f.subject.remove(n)));
        put(&|f| f.subject.push(f.subject[n].clone()));
        put(&|f| f.subject.swap(0, n));
    }
    for (party, _) in m.parties().take(2) {
        put(&|f| f.subject.push(party.into()));
        put(&|f| f.subject.insert(0, party.into()));
    }
    for (interest, _) in m.interests() {
        put(&|f| f.subject.push(interest.into()));
        put(&|f| f.subject[0] = interest.into());
    }
    put(&|f| f.subject.clear());
    put(&|f| f.amount = Amount::Number(0.0));
    for forged in all {
        prop_assert!(replay(&forged, m).is_err(), "{:#?} of {:#?}", forged, f);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn as_trying_every_set_of_interests_says(
        rows in prop::collection::vec(
            prop::collection::vec(prop::option::weighted(0.6, prop::sample::select(vec![-2_i8, -1, 0, 1, 2, 2, 9])), 6),
            0..7,
        ),
    ) {
        as_restated(&field(&rows))?;
    }

    #[test]
    fn the_same_on_models_of_every_sort(m in analysis_model()) {
        as_restated(&m)?;
    }
}

#[test]
fn every_kind_of_goal_and_of_nobody() {
    let kind = |rows: &[Vec<Option<i8>>]| {
        let found = all_of(&field(rows));
        (found.kind, found.goals.len(), found.omitted.len())
    };
    assert_eq!(kind(&[]), (GoalKind::None, 0, 0));
    assert_eq!(kind(&[vec![], vec![]]), (GoalKind::None, 0, 2));
    assert_eq!(
        kind(&[vec![Some(-1), Some(0)], vec![Some(-2), None]]),
        (GoalKind::None, 0, 0),
        "nobody supports anything"
    );
    assert_eq!(kind(&[vec![Some(9)], vec![Some(9)]]), (GoalKind::None, 0, 4));
    assert_eq!(kind(&[vec![Some(1), None], vec![Some(9), None]]), (GoalKind::Shared, 1, 2), "the silent do not count");
    assert_eq!(kind(&[vec![Some(1)], vec![Some(0)]]), (GoalKind::LeastOpposed, 1, 0), "the neutral do");
    assert_eq!(kind(&[vec![Some(1), Some(2)], vec![Some(2), Some(1)]]), (GoalKind::Shared, 2, 0));
    let opposed = all_of(&field(&[vec![Some(1)], vec![Some(-1)]]));
    assert_eq!((opposed.kind, &opposed.goals[0].opposed[..]), (GoalKind::LeastOpposed, &[(p(1), i(0))][..]));
    assert_eq!(opposed.goals[0].left_out, [p(1)]);
}

/// Parties in a ring, each for two neighbouring interests.
fn ring(n: usize) -> Model {
    field(&(0..n).map(|a| (0..n).map(|x| (x == a || x == (a + 1) % n).then_some(1)).collect()).collect::<Vec<_>>())
}

#[test]
fn beyond_24_candidates_one_goal_with_its_bound() {
    let exact = all_of(&ring(24));
    assert_eq!((exact.kind, exact.exact, exact.at_least, exact.goals.len()), (GoalKind::Shared, true, 12, 2));
    let greedy = all_of(&ring(27));
    // 14 are needed; thirteen pairs of neighbours share nothing.
    assert_eq!((greedy.kind, greedy.exact, greedy.at_least, greedy.goals.len()), (GoalKind::Shared, false, 13, 1));
    let goal = &greedy.goals[0];
    assert!(goal.left_out.is_empty() && goal.opposed.is_empty() && goal.interests.len() >= 14);
    assert!(greedy.findings.is_empty(), "what was found greedily is no optimum");
    // One each: no goal can be smaller, and it says so.
    let each: Vec<Vec<Option<i8>>> = (0..30).map(|a| (0..30).map(|x| (x == a).then_some(1)).collect()).collect();
    let m = field(&each);
    let found = all_of(&m);
    assert_eq!((found.exact, found.at_least, found.goals[0].interests.len()), (true, 30, 30));
    assert_eq!(replay(&found.findings[0], &m), Ok(()));
}
