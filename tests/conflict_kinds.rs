//! Every kind of conflict at its threshold, what the file says of it, replay against forgeries, and the pair alone.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::BTreeMap;

use common::strategies::{analysis_model, team_model};
use polder::analysis::conflicts::misperception::Misjudgement;
use polder::analysis::conflicts::{Bridging, Voicing};
use polder::analysis::mutual_gains::MutualGain;
use polder::analysis::{
    BetweenError, Conflict, ConflictOptions, Cut, RelationOptions, RingsOptions, between, conflicts, relations, replay,
};
use polder::evidence::{Amount, Finding, Measure};
use polder::id::{PartyId, Slug};
use polder::model::{Attribute, Element, Model, Stake};
use polder::rating::{Aggregate, Rating};
use polder::scale::{Raw, Strength};
use polder::vocabulary::ConflictKind;
use polder::{Document, model::Party};
use proptest::prelude::*;

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn model_of(text: &str) -> Model {
    Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap()
}

fn of_kind(m: &Model, kind: ConflictKind) -> Vec<Conflict> {
    conflicts(m, &ConflictOptions::new().kinds([kind])).conflicts
}

/// The subjects with their strengths, strongest first.
fn told(m: &Model, kind: ConflictKind) -> Vec<String> {
    let one = |c: &Conflict| format!("{} {}", itertools::join(&c.subject, " "), c.strength);
    of_kind(m, kind).iter().map(one).collect()
}

fn omitted(m: &Model, kind: ConflictKind) -> Vec<String> {
    conflicts(m, &ConflictOptions::new().kinds([kind])).omitted.iter().map(ToString::to_string).collect()
}

fn gap(x: f64) -> Strength {
    Strength::new(x).unwrap()
}

#[test]
fn a_relation_rubs_below_zero_below_the_cut_and_where_trust_is_one_sided() {
    let two = |of_a: &str, of_b: &str| model_of(&format!("[party.a]\n{of_a}\n[party.b]\n{of_b}\n"));
    let table: [(&str, &str, &[&str], &[&str]); 13] = [
        ("ties = { b = -1 }", "", &["tie:a/b 0.5"], &[]),
        ("ties = { b = -2 }", "", &["tie:a/b 1"], &[]),
        ("", "ties = { a = -0.5 }", &["tie:a/b 0.25"], &[]),
        ("ties = { b = 0 }", "", &[], &[]),
        ("ties = { b = 1 }", "", &[], &[]),
        ("ties = { b = \"unknown\" }", "", &[], &["`tie:a/b`: tie is unknown"]),
        ("trusts = { b = 3 }", "", &[], &[]),
        ("trusts = { b = 2.5 }", "", &["trusts:a/b 0.625"], &[]),
        ("trusts = { b = 1 }", "trusts = { a = 2 }", &["trusts:a/b 1", "trusts:b/a 0.75"], &[]),
        ("trusts = { b = 5 }", "trusts = { a = 3 }", &["trusts:a/b trusts:b/a 0.5"], &[]),
        ("trusts = { b = 5 }", "trusts = { a = 3.125 }", &[], &[]),
        ("trusts = { b = 5 }", "trusts = { a = 1 }", &["trusts:a/b trusts:b/a 1", "trusts:b/a 1"], &[]),
        ("trusts = { b = 5 }", "trusts = { a = \"unknown\" }", &[], &["`trusts:b/a`: trust is unknown"]),
    ];
    for (a, b, expected, missing) in table {
        let m = two(a, b);
        assert_eq!(told(&m, ConflictKind::Relation), expected, "{a} {b}");
        assert_eq!(omitted(&m, ConflictKind::Relation), missing, "{a} {b}");
    }
    let m = two("trusts = { b = 5 }", "trusts = { a = 4 }");
    let with = |options: ConflictOptions| conflicts(&m, &options.kinds([ConflictKind::Relation])).conflicts.len();
    assert_eq!(with(ConflictOptions::new().one_sided_gap(gap(0.25))), 1);
    assert_eq!(with(ConflictOptions::new().one_sided_gap(gap(0.250_1))), 0);
    assert_eq!(with(ConflictOptions::new().trust_cut(Cut::at(4.5).unwrap())), 1);
    assert_eq!(with(ConflictOptions::new().trust_cut(Cut::Median)), 1, "below 4.5");
}

#[test]
fn a_dependence_rubs_from_the_ratio_on_and_what_is_not_known_of_it_is_listed() {
    let two = |a: &str, b: &str| model_of(&format!("[party.a]\n{a}\n[party.b]\n{b}\n"));
    let need = |of: &str, importance: &str, substitutability: &str| {
        format!(
            "depends-on = {{ {of} = [{{ resource = \"land\", importance = {importance}, substitutability = {substitutability} }}] }}"
        )
    };
    // 0.6 against 0.2: 0.4 / 0.8.
    let at = two(&need("b", "3", "1"), &need("a", "1", "1"));
    assert_eq!(told(&at, ConflictKind::Relation), ["depends-on:a/b/land depends-on:b/a/land 0.5"]);
    let below = two(&need("b", "3", "1"), &need("a", "1.125", "1"));
    assert!(told(&below, ConflictKind::Relation).is_empty());
    let alone = two(&need("b", "3", "1"), "depends-on = {}");
    assert_eq!(told(&alone, ConflictKind::Relation), ["depends-on:a/b/land 1"]);
    let nobody = two(&need("b", "3", "5"), "depends-on = {}");
    assert!(told(&nobody, ConflictKind::Relation).is_empty(), "nobody depends on the other");
    let unsaid = two(&need("b", "3", "1"), "");
    assert!(told(&unsaid, ConflictKind::Relation).is_empty());
    assert_eq!(omitted(&unsaid, ConflictKind::Relation), ["`party:b`: dependence is unknown"]);
    let unrated = two(&need("b", "3", "\"unknown\""), "depends-on = {}");
    assert!(told(&unrated, ConflictKind::Relation).is_empty());
    let missing = ["`depends-on:a/b/land`: substitutability is unknown"];
    assert_eq!(omitted(&unrated, ConflictKind::Relation), missing);
    // At a ratio that binary numbers miss, the conflict and the relation say the same.
    let fifth = two(&need("b", "3", "1"), &need("a", "2", "1"));
    for (ratio, is) in [(0.2, true), (0.200_001, false)] {
        let options = ConflictOptions::new().kinds([ConflictKind::Relation]).dependence_ratio(gap(ratio));
        assert_eq!(!conflicts(&fifth, &options).conflicts.is_empty(), is);
        let relations = relations(&fifth, &RelationOptions::new().dependence_ratio(gap(ratio)));
        assert_eq!(relations.dependence[0].out_of_balance, Measure::Known(is));
    }
}

#[test]
fn a_role_rubs_by_its_steps_and_the_party_stands_alone() {
    let ring = |ring: &str| model_of(&format!("[party.a]\npower = 4\nring = {{ {ring} }}\n[party.b]\n"));
    let m = ring("actual = \"be-informed\", wished = \"co-decide\", desired = \"co-think\"");
    let third = 1.0 / 3.0;
    let expected = [
        "setting:ring-wished setting:ring-actual 1".to_owned(),
        format!("setting:ring-wished setting:ring-desired {}", 2.0 / 3.0),
        format!("setting:ring-desired setting:ring-actual {third}"),
    ];
    assert_eq!(told(&m, ConflictKind::Role), expected);
    let found = of_kind(&m, ConflictKind::Role);
    assert!(found.iter().all(|c| c.parties == [p("a")] && c.bridges.is_empty() && c.voicing == Voicing::Unknown));
    assert_eq!(found[0].weighted, Measure::Known(0.8), "the power of one party weighs as it is");
    assert!(told(&ring("actual = \"co-think\", wished = \"co-think\""), ConflictKind::Role).is_empty());
    let one = ring("wished = \"co-think\", actual = \"helper\"");
    assert!(told(&one, ConflictKind::Role).is_empty());
    let missing = [
        "`party:a`: the word of ring-actual is not in the vocabulary".to_owned(),
        "`party:a`: ring-desired is unknown".to_owned(),
    ];
    assert_eq!(omitted(&one, ConflictKind::Role), missing);
    assert!(omitted(&model_of("[party.a]\n[party.b]\n"), ConflictKind::Role).is_empty(), "nothing on record of a role");
    let powerless = model_of("[party.a]\nring = { actual = \"co-think\", wished = \"co-decide\" }\n");
    assert!(of_kind(&powerless, ConflictKind::Role)[0].weighted.value().is_none());
}

#[test]
fn a_misperception_counts_from_the_gap_on_and_is_named_by_what_the_believer_holds() {
    let of = |ours: &str, believed: &str, theirs: &str| {
        let held = |x: &str| if x.is_empty() { String::new() } else { format!("values = {{ v = {x} }}\n") };
        model_of(&format!(
            "[party.a]\n{}[party.b]\n{}[value.v]\n[[belief]]\nid = \"x\"\nby = \"a\"\nabout = \"b\"\nvalues = {{ v = {believed} }}\n",
            held(ours),
            held(theirs)
        ))
    };
    use Misjudgement::{FalseConflict, FalseConsensus, Misjudged};
    let table = [
        ("5", "1", "5", Some((1.0, FalseConflict))),
        ("5", "5", "1", Some((1.0, FalseConsensus))),
        ("3", "5", "1", Some((1.0, Misjudged))),
        ("3", "4", "2", Some((0.5, Misjudged))),
        ("", "5", "3", Some((0.5, Misjudged))),
        ("\"unknown\"", "5", "3", Some((0.5, Misjudged))),
        ("5", "3", "5", Some((0.5, FalseConflict))),
        ("5", "5", "3", Some((0.5, FalseConsensus))),
        ("", "5", "3.125", None),
        ("", "3", "3", None),
    ];
    for (ours, believed, theirs, expected) in table {
        let m = of(ours, believed, theirs);
        let found = of_kind(&m, ConflictKind::Misperception);
        let said: Vec<_> = found.iter().map(|c| (c.strength.value().unwrap(), c.misjudgement.unwrap())).collect();
        assert_eq!(said, expected.into_iter().collect::<Vec<_>>(), "{ours} {believed} {theirs}");
        assert!(found.iter().all(|c| c.subject[0].to_string() == "believes:x/v" && c.parties == [p("a"), p("b")]));
    }
    for (believed, theirs, missing) in [
        ("\"unknown\"", "3", "`believes:x/v`"),
        ("3", "", "`importance:b/v`"),
        ("3", "\"unknown\"", "`importance:b/v`"),
    ] {
        let m = of("3", believed, theirs);
        assert!(told(&m, ConflictKind::Misperception).is_empty());
        assert_eq!(omitted(&m, ConflictKind::Misperception), [format!("{missing}: importance is unknown")]);
        let pair = between(&m, &p("a"), &p("b"), &ConflictOptions::new()).unwrap();
        assert_eq!(pair.omitted.len(), 1, "{:?}", pair.omitted);
    }
    let near = of("", "5", "4");
    let options = ConflictOptions::new().belief_gap(gap(0.25));
    assert_eq!(conflicts(&near, &options).conflicts.len(), 1);
}

const RUBS: &str = r#"
[interest.i]
[value.v]
[party.a]
power = 5
stakes = { i = { stance = 2, position = 1, disclosed = true } }
values = { v = 1 }
trusts = { b = 1 }
[party.b]
power = 5
ring = { actual = "be-informed", wished = "co-decide" }
stakes = { i = { stance = -1, position = 1, disclosed = true } }
values = { v = 5 }
[[belief]]
by = "a"
about = "b"
values = { v = 1 }
"#;

#[test]
fn the_file_acknowledges_by_kind_parties_and_what_it_is_over() {
    let table = [
        ("kind = \"relation\", parties = [\"b\", \"a\"]", ConflictKind::Relation, true),
        ("kind = \"relation\", parties = [\"a\"]", ConflictKind::Relation, false),
        ("kind = \"relation\", parties = [\"a\", \"b\"], over = \"i\"", ConflictKind::Relation, false),
        ("kind = \"role\", parties = [\"b\"]", ConflictKind::Role, true),
        ("kind = \"role\", parties = [\"a\", \"b\"]", ConflictKind::Role, false),
        ("kind = \"misperception\", parties = [\"a\", \"b\"], over = \"v\"", ConflictKind::Misperception, true),
        ("kind = \"misperception\", parties = [\"a\", \"b\"]", ConflictKind::Misperception, true),
        ("kind = \"misperception\", parties = [\"a\", \"b\"], over = \"i\"", ConflictKind::Misperception, false),
        ("kind = \"value-priority\", parties = [\"a\", \"b\"], over = \"v\"", ConflictKind::ValuePriority, true),
        ("kind = \"interest\", parties = [\"a\", \"b\"], over = [\"i\"]", ConflictKind::Interest, true),
    ];
    for (entry, kind, is) in table {
        let m = model_of(&format!("{RUBS}[handbook]\nacknowledged = [{{ {entry} }}]\n"));
        for c in &conflicts(&m, &ConflictOptions::new()) {
            assert_eq!(c.acknowledged, is && c.kind == kind, "{entry}: {c}");
        }
    }
}

#[test]
fn voicing_is_that_of_the_stakes_behind_a_conflict() {
    for (a, b, expected) in [
        ("true", "true", Voicing::Voiced),
        ("true", "false", Voicing::Latent),
        ("false", "", Voicing::Latent),
        ("true", "", Voicing::Unknown),
        ("", "", Voicing::Unknown),
    ] {
        let stake = |s: i32, d: &str| {
            let disclosed = if d.is_empty() { String::new() } else { format!(", disclosed = {d}") };
            format!("stakes = {{ i = {{ stance = {s}{disclosed} }} }}\n")
        };
        let m = model_of(&format!("[interest.i]\n[party.a]\n{}[party.b]\n{}", stake(1, a), stake(-1, b)));
        assert_eq!(of_kind(&m, ConflictKind::Interest)[0].voicing, expected, "{a} {b}");
    }
    let m = model_of(RUBS);
    for c in conflicts(&m, &ConflictOptions::new()).conflicts.iter().filter(|c| c.kind != ConflictKind::Interest) {
        assert_eq!(c.voicing, Voicing::Unknown, "no stakes lie behind {c}");
    }
}

#[test]
fn only_a_conflict_of_interest_has_a_class_of_mutual_gains() {
    for (a, b, expected) in [
        ("1", "-1", Some(MutualGain::RealConflict)),
        ("1", "1", Some(MutualGain::FragileAgreement)),
        ("-1", "-2", Some(MutualGain::FragileAgreement)),
        ("0", "1", None),
        ("\"unknown\"", "1", None),
    ] {
        let stake = |s: i32, q: &str| format!("stakes = {{ i = {{ stance = {s}, position = {q} }} }}\n");
        let m = model_of(&format!("[interest.i]\n[party.a]\n{}[party.b]\n{}", stake(2, a), stake(-1, b)));
        assert_eq!(of_kind(&m, ConflictKind::Interest)[0].mutual_gain, expected, "{a} {b}");
    }
    let m = model_of(RUBS);
    assert!(
        conflicts(&m, &ConflictOptions::new())
            .into_iter()
            .all(|c| c.mutual_gain.is_some() == (c.kind == ConflictKind::Interest))
    );
}

#[test]
fn kinds_are_selected_and_the_strongest_are_taken_of_pairs_and_single_parties_together() {
    let m = model_of(RUBS);
    let all = conflicts(&m, &ConflictOptions::new()).conflicts;
    let kinds: Vec<ConflictKind> = all.iter().map(|c| c.kind).collect();
    use ConflictKind::{Interest, Misperception, Relation, Role, ValuePriority};
    // All of strength 1 but the interest; the pair sorts before the single party.
    assert_eq!(kinds, [ValuePriority, Misperception, Relation, Role, Interest]);
    for k in 0..7 {
        let few = conflicts(&m, &ConflictOptions::new().strongest(k));
        assert_eq!(few.conflicts, all[..k.min(5)]);
        assert_eq!(few.more, k < 5, "{k}");
    }
    for kind in kinds {
        let only = conflicts(&m, &ConflictOptions::new().kinds([kind]));
        assert_eq!(only.conflicts, all.iter().filter(|c| c.kind == kind).cloned().collect::<Vec<_>>());
        let one = conflicts(&m, &ConflictOptions::new().kinds([kind]).strongest(1));
        assert_eq!((one.conflicts.len(), one.more), (1, false));
    }
    assert!(conflicts(&m, &ConflictOptions::new().kinds([])).conflicts.is_empty());
    assert!(of_kind(&m, ConflictKind::Culture).is_empty());
}

fn some_of_each(all: Vec<Finding>) -> Vec<Finding> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut few = |f: &Finding| {
        let n = seen.entry(f.rule).or_default();
        *n += 1;
        *n <= 3
    };
    all.into_iter().filter(|f| few(f)).collect()
}

/// Everything that is near a finding and is not it.
fn forged(f: &Finding, foreign: &[polder::evidence::Contribution], parties: &[PartyId]) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut put = |edit: &dyn Fn(&mut Finding)| {
        let mut copy = f.clone();
        edit(&mut copy);
        if copy != *f {
            out.push(copy);
        }
    };
    for i in 0..f.because.len() {
        put(&|f| drop(f.because.remove(i)));
        put(&|f| f.because.push(f.because[i].clone()));
        put(&|f| f.because.swap(0, i));
        put(&|f| f.because[i].amount += 0.5);
    }
    for ground in foreign {
        put(&|f| f.because.push(ground.clone()));
        put(&|f| f.because.insert(0, ground.clone()));
    }
    for i in 0..f.subject.len() {
        put(&|f| f.subject.swap(0, i));
        put(&|f| drop(f.subject.remove(i)));
        put(&|f| f.subject.push(f.subject[i].clone()));
        for party in parties {
            put(&|f| f.subject[i] = party.into());
        }
    }
    for party in parties {
        put(&|f| f.subject.push(party.into()));
        put(&|f| f.subject.insert(0, party.into()));
    }
    put(&|f| f.amount = Amount::Number(0.123));
    put(&|f| f.subject.clear());
    out
}

fn wide(seed: u8) -> ConflictOptions {
    let level = |n: u8| Cut::At(Raw::new(f64::from(n % 6)).unwrap());
    let options = ConflictOptions::new().bridges(Bridging::Omitted);
    match seed % 4 {
        0 => options,
        1 => options
            .value_cut(Cut::Median)
            .trust_cut(Cut::Median)
            .belief_gap(gap(0.0))
            .priority_gap(gap(0.0))
            .culture_cut(gap(0.0)),
        2 => options.value_cut(level(seed / 4)).trust_cut(level(seed / 8)).one_sided_gap(gap(0.0)),
        _ => options.dependence_ratio(gap(0.0)).value_cut(level(seed / 4)).belief_gap(gap(0.1)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn found_under_any_cuts_and_gaps_a_conflict_replays(m in prop_oneof![analysis_model(), team_model()], seed: u8) {
        for f in conflicts(&m, &wide(seed)).findings() {
            prop_assert_eq!(replay(&f, &m), Ok(()), "{:#?}", f);
        }
    }

    #[test]
    fn no_forged_conflict_replays(m in prop_oneof![analysis_model(), team_model()]) {
        let all = conflicts(&m, &ConflictOptions::new().bridges(Bridging::Omitted)).findings();
        let foreign: Vec<_> = all.iter().step_by(5).flat_map(|f| f.because.last().cloned()).take(3).collect();
        let parties: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).take(3).chain([p("zz-ghost")]).collect();
        for f in some_of_each(all.clone()) {
            for forged in forged(&f, &foreign, &parties) {
                prop_assert!(all.contains(&forged) || replay(&forged, &m).is_err(), "{:#?} of {:#?}", forged, f);
            }
        }
    }

    #[test]
    fn the_sides_may_all_turn_round(m in analysis_model()) {
        let turned = |factor: f64| {
            m.with(|m| {
                let stakes: Vec<_> = m.stakes().iter().map(|(p, i, s)| (p.clone(), i.clone(), s.clone())).collect();
                stakes.into_iter().try_for_each(|(party, interest, stake)| {
                    let read = m.read(&Element::Stake(party.clone(), interest.clone()), Attribute::Stance, Aggregate::Median);
                    let stance = read.map(|r| Rating::number(r.raw * factor).unwrap());
                    m.set_stake(party, interest, Stake { stance, ..stake }).map(drop)
                })
            })
        };
        let (Ok(plain), Ok(turned)) = (turned(1.0), turned(-1.0)) else { return Ok(()) };
        let told = |m: &Model| -> Vec<_> {
            of_kind(m, ConflictKind::Interest).into_iter().map(|c| (c.parties, c.subject, c.strength, c.weighted, c.voicing)).collect()
        };
        prop_assert_eq!(told(&plain), told(&turned));
    }

    #[test]
    fn who_is_silent_has_no_conflict_of_interest(m in analysis_model()) {
        let who = m.parties().next().unwrap().0.clone();
        let mut silent = m.clone();
        for (i, _) in m.interests() {
            silent.remove_stake(&who, i);
        }
        let kinds = [ConflictKind::Interest, ConflictKind::OpposedInterests];
        let found = conflicts(&silent, &ConflictOptions::new().kinds(kinds));
        prop_assert!(found.conflicts.iter().chain(&found.inner).all(|c| !c.parties.contains(&who)));
    }

    #[test]
    fn between_two_is_what_the_whole_model_says_of_them(m in prop_oneof![analysis_model(), team_model()], seed: u8) {
        let options = wide(seed);
        let whole = conflicts(&m, &options);
        let bridged = conflicts(&m, &options.clone().bridges(Bridging::ForEach));
        let ids: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).collect();
        for (a, b) in ids.iter().flat_map(|a| ids.iter().map(move |b| (a, b))).filter(|(a, b)| a != b).take(12) {
            let found = between(&m, a, b, &options.clone().strongest(1)).unwrap();
            let pair = if a < b { [a.clone(), b.clone()] } else { [b.clone(), a.clone()] };
            let us = m.project().focal.as_ref().filter(|us| pair.contains(us));
            let other = us.and_then(|us| pair.iter().find(|x| *x != us));
            let here = |c: &&Conflict| c.parties == pair || other.is_some_and(|x| c.parties == [x.clone()]);
            let expected: Vec<Conflict> = whole.conflicts.iter().filter(here).cloned().collect();
            prop_assert_eq!(&found.divides, &expected);
            if let Some(c) = bridged.conflicts.iter().find(|c| c.parties == pair) {
                prop_assert_eq!(&found.binds, &c.bridges);
            }
            prop_assert!(found.omitted.iter().all(|o| whole.omitted.contains(o)));
            let read = |e, a| m.read(&e, a, Aggregate::Median);
            let [x, y] = pair.clone();
            prop_assert_eq!(found.tie, read(Element::Tie(x.clone(), y.clone()), Attribute::Tie));
            let trust = |x: &PartyId, y: &PartyId| read(Element::Trusts(x.clone(), y.clone()), Attribute::Trust);
            prop_assert_eq!(found.trust, [trust(&x, &y), trust(&y, &x)]);
            let turned = between(&m, b, a, &options.clone().strongest(1)).unwrap();
            prop_assert_eq!(found, turned);
        }
    }
}

#[test]
fn agreement_and_the_weaker_way_round_are_no_conflict_whatever_is_cited() {
    let m = model_of(
        "[interest.i]\n[interest.j]\nopposes = { i = 5 }\n[party.a]\nstakes = { i = 2, j = 1 }\n[party.b]\nstakes = { i = 1, j = 2 }\n\
         [party.c]\nstakes = { i = -2 }\n",
    );
    let all = conflicts(&m, &ConflictOptions::new()).findings();
    let clash = all.iter().find(|f| f.rule == "conflict-interest").unwrap();
    let stance = |party: &str, interest: &str| {
        let source = Element::Stake(p(party), polder::id::InterestId::new(interest).unwrap());
        let reading = m.read(&source, Attribute::Stance, Aggregate::Median).unwrap();
        polder::evidence::Contribution {
            source,
            reading: Some(reading),
            amount: reading.raw,
            ..clash.because[0].clone()
        }
    };
    let mut agree = clash.clone();
    agree.subject[0] = Element::from(&p("a"));
    agree.subject[1] = Element::from(&p("b"));
    agree.because = vec![stance("a", "i"), stance("b", "i")];
    agree.amount = Amount::Number(0.75);
    assert!(replay(&agree, &m).is_err());
    let opposed = all.iter().find(|f| f.rule == "conflict-opposed-interests").unwrap();
    assert_eq!((opposed.amount, replay(opposed, &m)), (Amount::Number(1.0), Ok(())));
    let mut weaker = opposed.clone();
    weaker.because[0] = stance("b", "i");
    weaker.because[1] = stance("a", "j");
    weaker.amount = Amount::Number(0.5);
    assert!(replay(&weaker, &m).is_err());
}

#[test]
fn a_role_in_rings_of_ones_own_replays_as_cited_and_no_forged_one_does() {
    let m =
        model_of("[party.a]\npower = 5\nring = { actual = \"out\", wished = \"in\", desired = \"half\" }\n[party.b]\n");
    let words = ["out", "half", "in"].map(|w| Slug::new(w).unwrap());
    let options = ConflictOptions::new().rings(RingsOptions::new().rings(words).unwrap());
    let all = conflicts(&m, &options).findings();
    assert_eq!(all.len(), 6);
    for f in &all {
        assert_eq!(replay(f, &m), Ok(()), "{f:#?}");
        for mut forged in forged(f, &all[0].because, &[p("a"), p("b"), p("zz")]) {
            // The places in rings of one's own are taken as cited; what follows from them is not.
            if forged.because.iter().map(|c| &c.source).eq(f.because.iter().map(|c| &c.source)) {
                forged.amount = f.amount;
                forged.subject = f.subject.iter().rev().cloned().collect();
            }
            assert!(all.contains(&forged) || replay(&forged, &m).is_err(), "{forged:#?}");
        }
    }
}

#[test]
fn between_refuses_who_is_not_there_and_one_party_twice() {
    let mut m = model_of("[party.a]\n[party.b]\n");
    let options = ConflictOptions::new();
    let ask = |m: &Model, a: &str, b: &str| between(m, &p(a), &p(b), &options).map(|x| x.parties);
    assert_eq!(ask(&m, "b", "a"), Ok([p("a"), p("b")]));
    assert_eq!(ask(&m, "a", "a"), Err(BetweenError::Same(p("a"))));
    assert_eq!(ask(&m, "a", "zz"), Err(BetweenError::NoParty(p("zz"))));
    assert_eq!(ask(&m, "zz", "zz"), Err(BetweenError::NoParty(p("zz"))));
    m.insert_party(p("zz"), Party::default()).unwrap();
    let nothing = between(&m, &p("a"), &p("zz"), &options).unwrap();
    assert!(
        nothing.divides.is_empty() && nothing.binds.is_empty() && nothing.tie.is_none() && nothing.gains.is_empty()
    );
}

#[test]
fn a_role_divides_us_from_the_party_and_not_from_ourselves() {
    let ring = "ring = { actual = \"co-think\", wished = \"co-decide\" }\n";
    let text = format!("[project]\nfocal = \"us\"\n[party.us]\n{ring}[party.a]\n{ring}[party.b]\n{ring}");
    let m = model_of(&text);
    let alone = |a: &str, b: &str| -> Vec<Vec<PartyId>> {
        between(&m, &p(a), &p(b), &ConflictOptions::new()).unwrap().divides.into_iter().map(|c| c.parties).collect()
    };
    assert_eq!(alone("a", "us"), [[p("a")]]);
    assert_eq!(alone("us", "b"), [[p("b")]]);
    assert!(alone("a", "b").is_empty());
}
