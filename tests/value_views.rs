//! Values: shared, contested and orphan ones, what parties believe of each other's, and which pull apart, against plain restatements.
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
use polder::analysis::co_orientation::{Misjudgement, Orientation};
use polder::analysis::value_tensions::OppositionSource;
use polder::analysis::{
    CoOrientationOptions, ConflictOptions, Cut, INDEX, NotRun, ValueMap, ValueMapOptions, ValueTensionOptions,
    ValueTensions, co_orientation, conflicts, replay, value_map, value_tensions,
};
use polder::evidence::{Amount, Finding, Measure, Undefined};
use polder::id::{PartyId, ValueId};
use polder::model::{Attribute, EditError, Element, Model, Value as OwnValue};
use polder::rating::Aggregate;
use polder::scale::{Raw, ScaleKind, Strength};
use polder::vocabulary::ConflictKind;
use polder::vocabulary::schwartz::SchwartzValue;
use proptest::prelude::*;

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap()
}

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn v(text: &str) -> ValueId {
    ValueId::new(text).unwrap()
}

fn known<T>(x: T) -> Measure<T> {
    Measure::Known(x)
}

fn missing<T>() -> Measure<T> {
    Measure::Undefined(Undefined::MissingRating)
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

fn holds(findings: impl IntoIterator<Item = Finding>, model: &Model) {
    for finding in findings {
        assert_eq!(replay(&finding, model), Ok(()), "{finding}");
    }
}

/// Every finding of the three methods.
fn findings(model: &Model) -> Vec<Finding> {
    let beliefs = co_orientation(model, &CoOrientationOptions::new());
    let mut out: Vec<Finding> = beliefs.findings().collect();
    out.extend(value_map(model, &ValueMapOptions::new()).findings);
    out.extend(value_tensions(model, &ValueTensionOptions::new()).findings);
    out
}

// The value map.

const STREET: &str = "\
    [value.calm]\n[value.order]\n[value.money]\n[value.nature]\n[value.fame]\n\
    [party.a]\nvalues = { calm = 3, order = 5, money = 4, nature = 5 }\n\
    [party.b]\nvalues = { calm = [{ score = 3 }, { score = 5, by = \"x\" }], order = 1, money = 2, fame = \"unknown\" }\n\
    [party.c]\nvalues = { order = { low = 2, high = 4 } }\n[party.d]\n\
    [[claim]]\nparty = \"a\"\nkind = \"captured\"\nvalue = \"calm\"\n";

fn street() -> ValueMap {
    value_map(&read(STREET), &ValueMapOptions::new())
}

#[test]
fn shared_contested_and_orphan_values() {
    let map = street();
    let shared: Vec<_> = map.shared.iter().map(|s| (s.value.as_str(), s.parties.clone())).collect();
    assert_eq!(shared, [("calm", vec![p("a"), p("b")])]);
    let contested: Vec<_> =
        map.contested.iter().map(|c| (c.value.as_str(), c.apart, c.lowest.clone(), c.highest.clone())).collect();
    assert_eq!(contested, [("order", 1.0, vec![p("b")], vec![p("a")]), ("money", 0.5, vec![p("b")], vec![p("a")])]);
    let orphans: Vec<_> = map.orphans.iter().map(|o| (o.value.as_str(), o.party.as_str())).collect();
    assert_eq!(orphans, [("money", "a")], "order is held by a and c, and nature rated by a alone");
    assert_eq!(map.gaps.unrated, [v("fame")]);
    assert_eq!(map.gaps.unclaimed, ["fame", "money", "nature", "order"].map(v));
    assert_eq!(map.gaps.silent, [p("d")]);
    let standing = |rule: &str| map.findings.iter().filter(|f| f.rule == rule).count();
    assert_eq!(["value-shared", "value-contested", "value-orphan"].map(standing), [1, 2, 1]);
}

#[test]
fn thresholds_of_standings() {
    let model = read(STREET);
    let at = |cut| value_map(&model, &ValueMapOptions::new().value_cut(cut));
    assert_eq!(at(Cut::At(Raw::new(4.0).unwrap())).cut, 4.0);
    let high = at(Cut::At(Raw::new(4.0).unwrap()));
    assert!(high.shared.is_empty());
    let orphans: Vec<_> = high.orphans.iter().map(|o| o.value.as_str()).collect();
    assert_eq!(orphans, ["calm", "money", "order"], "a rater's point on the cut counts");
    assert_eq!(at(Cut::Median).cut, 3.5);
    let none = value_map(&model, &ValueMapOptions::new().contested_from(Strength::new(1.0).unwrap()));
    assert_eq!(none.contested.len(), 1);
    let same = read("[value.v]\n[party.a]\nvalues = { v = 3 }\n[party.b]\nvalues = { v = 3 }\n");
    let found = value_map(&same, &ValueMapOptions::new().contested_from(Strength::new(0.0).unwrap()));
    assert!(found.contested.is_empty(), "what all rate alike is not contested, whatever the gap");
}

fn claims(of: &[(&str, &str, &str)]) -> Model {
    let mut text = "[party.a]\n[party.b]\n".to_owned();
    for (party, kind, importance) in of {
        text += &format!("[[claim]]\nparty = \"{party}\"\nkind = \"{kind}\"\n{importance}\n");
    }
    read(&text)
}

#[test]
fn a_capture_ratio_with_an_unrated_claim_has_bounds_only() {
    let of = |all: &[(&str, &str, &str)]| {
        let map = value_map(&claims(all), &ValueMapOptions::new());
        (map.canvas[0].capture_ratio, map.canvas[0].capture_ratio_between)
    };
    let two = ("a", "captured", "importance = 2");
    assert_eq!(of(&[two, ("a", "missed", "importance = 2")]), (known(0.5), known([0.5, 0.5])));
    let one_of_two = [two, ("a", "missed", "importance = 2"), ("a", "missed", "")];
    assert_eq!(of(&one_of_two), (missing(), known([2.0 / 9.0, 0.4])), "the other claim of its kind is no stand-in");
    assert_eq!(
        of(&[two, ("a", "captured", ""), ("a", "destroyed", "importance = 5")]),
        (missing(), known([3.0 / 8.0, 7.0 / 12.0]))
    );
    assert_eq!(of(&[("a", "captured", "")]), (missing(), known([1.0, 1.0])));
    assert_eq!(of(&[("a", "missed", "")]), (missing(), known([0.0, 0.0])));
    let nothing = Undefined::NothingToMeasure;
    assert_eq!(of(&[("a", "surplus", "")]), (Measure::Undefined(nothing), Measure::Undefined(nothing)));
    // The unrated claim of one party says nothing of another.
    let map = value_map(&claims(&[two, ("b", "missed", "")]), &ValueMapOptions::new());
    assert_eq!((map.canvas[0].capture_ratio, map.capture_ratio), (known(1.0), missing()));
    assert_eq!(map.capture_ratio_between, known([2.0 / 7.0, 2.0 / 3.0]));
}

#[test]
fn findings_of_the_map_need_all_their_grounds_and_their_kind() {
    let model = read(&format!(
        "{STREET}[[claim]]\nparty = \"a\"\nkind = \"missed\"\nimportance = 2\n[[claim]]\nparty = \"a\"\nkind = \"missed\"\nimportance = 2\n\
         [[claim]]\nparty = \"b\"\nkind = \"destroyed\"\nimportance = 2\n[[claim]]\nparty = \"b\"\nkind = \"captured\"\nimportance = 2\n"
    ));
    let map = value_map(&model, &ValueMapOptions::new());
    holds(map.findings.clone(), &model);
    for rule in ["value-lowest", "value-highest", "value-median", "value-apart", "canvas-sum-missed", "capture-ratio"] {
        let finding = map.findings.iter().find(|f| f.rule == rule && f.because.len() > 1).unwrap();
        for i in 0..finding.because.len() {
            let mut less = finding.clone();
            less.because.remove(i);
            let again = match less.amount {
                // What is left makes this amount.
                Amount::Number(_) if rule == "canvas-sum-missed" => Amount::Number(2.0),
                amount => amount,
            };
            assert!(replay(&Finding { amount: again, ..less }, &model).is_err(), "{rule}");
        }
    }
    let sum = map.findings.iter().find(|f| f.rule == "canvas-sum-destroyed").unwrap();
    assert!(replay(&Finding { rule: "canvas-sum-captured", ..sum.clone() }, &model).is_err(), "of another kind");
}

#[test]
fn raters_and_beliefs_stand_in_the_map() {
    let map = street();
    let raters: Vec<_> =
        map.raters.iter().map(|r| (r.party.as_str(), r.value.as_str(), r.point, r.low, r.high, r.raters)).collect();
    assert_eq!(raters, [("b", "calm", 4.0, 3.0, 5.0, 2), ("c", "order", 3.0, 2.0, 4.0, 1)]);
    let text = format!("{STREET}[[belief]]\nby = \"d\"\nabout = \"a\"\nvalues = {{ calm = 1, fame = 4 }}\n");
    let map = value_map(&read(&text), &ValueMapOptions::new());
    let believed: Vec<_> = map
        .believed
        .iter()
        .map(|b| (b.by.as_str(), b.value.as_str(), b.believed.map(|r| r.raw), b.own.map(|r| r.raw)))
        .collect();
    assert_eq!(believed, [("d", "calm", Some(1.0), Some(3.0)), ("d", "fame", Some(4.0), None)]);
}

#[test]
fn society_is_asked_when_a_claim_or_a_value_is_on_record() {
    let unasked = |party: &str| {
        let model =
            read(&format!("[value.v]\n[party.s]\nkind = \"society\"\n{party}\n[party.e]\nkind = \"environment\"\n"));
        value_map(&model, &ValueMapOptions::new()).unasked.into_iter().flat_map(|u| u.parties).collect::<Vec<_>>()
    };
    assert_eq!(unasked(""), [p("e"), p("s")]);
    assert_eq!(unasked("values = { v = \"unknown\" }"), [p("e"), p("s")]);
    assert_eq!(unasked("values = { v = 1 }"), [p("e")]);
    assert_eq!(unasked("[[claim]]\nparty = \"s\"\nkind = \"missed\""), [p("e")]);
}

// Co-orientation.

#[test]
fn what_one_believes_of_the_other() {
    let model = read(
        "[value.x]\n[value.y]\n[value.z]\n[party.a]\nvalues = { x = 5, y = 1 }\n[party.b]\nvalues = { x = 1, y = 1, z = 3 }\n\
         [[belief]]\nby = \"a\"\nabout = \"b\"\nvalues = { x = 5, y = 5 }\n[[belief]]\nby = \"a\"\nabout = \"b\"\nvalues = { z = 1 }\n",
    );
    let found = co_orientation(&model, &CoOrientationOptions::new());
    assert!(found.of(&p("b"), &p("a")).is_none() && found.pairs[0].back.is_none());
    let one = found.of(&p("a"), &p("b")).unwrap();
    assert_eq!((one.n, one.agreement, one.congruency, one.accuracy), (2, known(0.5), known(0.5), known(0.0)));
    assert_eq!((one.false_consensus, one.false_conflict), (known(0.0), known(0.0)), "the errors cancel out");
    let parts: Vec<_> = one.values.iter().map(|o| (o.value.as_str(), o.contribution, o.misjudgement)).collect();
    let (consensus, conflict) = (Some(Misjudgement::FalseConsensus), Some(Misjudgement::FalseConflict));
    assert_eq!(parts, [("x", known(0.5), consensus), ("y", known(-0.5), conflict)]);
    assert_eq!(one.partial.len(), 1, "two blocks are one belief");
    assert_eq!((one.partial[0].misjudgement, one.partial[0].error), (Some(Misjudgement::Misjudged), known(0.5)));
    assert_eq!((one.insight_over, one.insight), (3, known(1.0 / 6.0)));
    let omitted: Vec<String> = found.omitted.iter().map(|o| o.subject.to_string()).collect();
    assert_eq!(omitted, ["importance:a/z"]);
    let strict = CoOrientationOptions::new().belief_gap(Strength::new(0.75).unwrap());
    assert_eq!(co_orientation(&model, &strict).pairs[0].there.as_ref().unwrap().partial[0].misjudgement, None);
    holds(found.findings(), &model);
    assert_eq!(found.findings().count(), 7);
}

#[test]
fn without_a_value_that_all_three_know_nothing_is_said() {
    let model = read(
        "[value.x]\n[party.a]\n[party.b]\nvalues = { x = 2 }\n[[belief]]\nby = \"a\"\nabout = \"b\"\nvalues = { x = 4 }\n\
         [[belief]]\nby = \"b\"\nabout = \"a\"\nvalues = { x = \"unknown\" }\n",
    );
    let found = co_orientation(&model, &CoOrientationOptions::new());
    let [pair] = found.pairs.as_slice() else { panic!() };
    for one in pair.there.iter().chain(&pair.back) {
        let all = [one.agreement, one.congruency, one.accuracy, one.overestimation, one.false_consensus];
        assert_eq!((one.n, all), (0, [missing(); 5]));
    }
    assert_eq!(pair.there.as_ref().unwrap().insight, known(0.5));
    assert_eq!(pair.back.as_ref().unwrap().insight, missing());
    assert_eq!(found.omitted.len(), 2);
    let none = read("[value.x]\n[party.a]\nvalues = { x = 1 }\n");
    let entry = INDEX.iter().find(|e| e.id == "co_orientation").unwrap();
    assert_eq!((entry.not_run)(&none), Some(NotRun::NoBeliefs));
    assert!(co_orientation(&none, &CoOrientationOptions::new()).pairs.is_empty());
}

/// The raw readings by value: own, belief, theirs.
fn triples(m: &Model, by: &PartyId, about: &PartyId) -> BTreeMap<ValueId, [Option<f64>; 3]> {
    let read = |e: Element| m.read(&e, Attribute::Importance, Aggregate::Median).map(|r| r.raw);
    let mut out = BTreeMap::new();
    for (id, belief) in m.beliefs().filter(|(_, b)| b.by == *by && b.about == *about) {
        for value in belief.values.keys() {
            let own = |party: &PartyId| read(Element::Importance(party.clone(), value.clone()));
            out.insert(value.clone(), [own(by), read(Element::Believes(id.clone(), value.clone())), own(about)]);
        }
    }
    out
}

fn same_as_defined(one: &Orientation, m: &Model) {
    let scale = m.scales().of(ScaleKind::OneSided);
    let range = scale.max() - scale.min();
    let all = triples(m, &one.by, &one.about);
    let full: Vec<[f64; 3]> = all.values().filter_map(|[a, b, c]| Some([(*a)?, (*b)?, (*c)?])).collect();
    let n = full.len() as f64;
    let mean = |i: usize, j: usize| 1.0 - full.iter().map(|t| (t[i] - t[j]).abs()).sum::<f64>() / range / n;
    assert_eq!((one.n, one.values.len(), one.partial.len()), (full.len(), full.len(), all.len() - full.len()));
    if full.is_empty() {
        assert_eq!((one.agreement, one.overestimation), (missing(), missing()));
        return;
    }
    let (agreement, congruency) = (mean(0, 2), mean(0, 1));
    for (found, expected) in [
        (one.agreement, agreement),
        (one.congruency, congruency),
        (one.accuracy, mean(1, 2)),
        (one.overestimation, congruency - agreement),
        (one.false_consensus, (congruency - agreement).max(0.0)),
        (one.false_conflict, (agreement - congruency).max(0.0)),
        (known(one.values.iter().map(|o| o.contribution.value().unwrap()).sum()), congruency - agreement),
    ] {
        let found = found.value().unwrap();
        assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
    }
    for share in [one.agreement, one.congruency, one.accuracy, one.insight] {
        assert!((0.0..=1.0).contains(&share.value().unwrap()));
    }
    let sizes: Vec<f64> = one.values.iter().map(|o| o.contribution.value().unwrap().abs()).collect();
    assert!(sizes.is_sorted_by(|x, y| x >= y));
}

// Tensions.

#[test]
fn what_is_declared_comes_before_the_circle() {
    let text = |tension: &str| {
        let text = format!(
            "[value.calm]\nschwartz = {{ security = 5 }}\n{tension}\n[value.new]\nschwartz = {{ stimulation = 4 }}\n\
             [party.a]\nvalues = {{ calm = 5 }}\n[party.b]\nvalues = {{ new = 4, calm = 2 }}\n"
        );
        value_tensions(&read(&text), &ValueTensionOptions::new())
    };
    let circle = text("");
    assert_eq!(
        (circle.opposed[0].source, circle.opposed[0].opposition),
        (OppositionSource::Circle, known(0.939692620786))
    );
    assert_eq!(circle.between[0].strength, known(0.8457233587074));
    let declared = text("tensions = { new = 3 }");
    assert_eq!((declared.opposed[0].source, declared.opposed[0].opposition), (OppositionSource::Declared, known(0.6)));
    assert_eq!(declared.compatibility[0].cosine, -0.939692620786);
    let cancelled = text("tensions = { new = 0 }");
    assert!(cancelled.opposed.is_empty() && cancelled.between.is_empty());
    assert_eq!(cancelled.cancelled, [[v("calm"), v("new")]]);
    let unknown = text("tensions = { new = \"unknown\" }");
    assert_eq!((unknown.opposed[0].opposition, unknown.between[0].strength), (missing(), missing()));
    assert!(unknown.omitted.iter().any(|o| o.missing == Attribute::Tension));
}

#[test]
fn several_mappings_and_a_link() {
    let model = read(
        "[value.both]\nschwartz = { security = 4, stimulation = 4 }\n[value.mostly]\nschwartz = { stimulation = 5, security = 1, hedonism = \"unknown\" }\n\
         [value.linked]\ncatalogue = \"schwartz/security\"\n[value.own]\ncatalogue = \"schwartz/security\"\nschwartz = { power = 2 }\n\
         [value.tada]\ncatalogue = \"tada/control\"\n[party.a]\nvalues = { mostly = 5 }\n[party.b]\nvalues = { linked = 5 }\n",
    );
    let found = value_tensions(&model, &ValueTensionOptions::new());
    let place = |id: &str| found.places.iter().find(|x| x.value == v(id)).map(|x| x.on().collect::<Vec<_>>());
    assert_eq!(place("both"), Some(vec![SchwartzValue::Stimulation, SchwartzValue::Security]));
    assert_eq!(place("mostly"), Some(vec![SchwartzValue::Stimulation]));
    assert_eq!(place("linked"), Some(vec![SchwartzValue::Security]));
    assert_eq!(place("own"), Some(vec![SchwartzValue::Power]), "a mapping of its own comes before the link");
    assert_eq!(place("tada"), None);
    let between = |x: &str, y: &str| found.compatibility.iter().find(|c| c.values == [v(x), v(y)]).unwrap();
    assert_eq!(between("both", "linked").cosine, 1.0, "the nearest decides");
    assert!(close(between("both", "linked").weighted_cosine, (1.0 - 0.939692620786) / 2.0));
    // Stimulation at 1, security at 0.2, against security at 1.
    assert!(close(between("linked", "mostly").weighted_cosine, (0.2 - 0.939692620786) / 1.2));
    assert!(found.omitted.iter().any(|o| o.subject == Element::Value(v("mostly"))));
    // The conflicts of values see the link as well.
    let kinds = ConflictOptions::new().kinds([ConflictKind::Value]);
    let clash = conflicts(&model, &kinds);
    assert_eq!(clash.conflicts.len(), 1);
    assert_eq!(clash.conflicts[0].strength, found.between[0].strength);
    holds(found.findings.iter().cloned(), &model);
    let entry = INDEX.iter().find(|e| e.id == "value_tensions").unwrap();
    assert_eq!((entry.not_run)(&read("[value.v]\n[party.a]\n")), Some(NotRun::NoOppositions));
    assert_eq!((entry.not_run)(&model), None);
}

#[test]
fn lists_are_capped_and_counted() {
    let parties: String = (0..30).map(|i| format!("[party.p{i:02}]\nvalues = {{ x = 5, y = 4 }}\n")).collect();
    let model = read(&format!("[value.x]\ntensions = {{ y = 5 }}\n[value.y]\n{parties}"));
    let found = value_tensions(&model, &ValueTensionOptions::new().list_at_most(7));
    assert_eq!((found.counts.between, found.counts.within, found.counts.opposed), (435, 30, 1));
    assert_eq!((found.between.len(), found.within.len()), (7, 7));
    let all = value_tensions(&model, &ValueTensionOptions::new());
    assert_eq!((all.between.len(), all.within.len()), (435, 30));
    assert_eq!(&all.between[..7], &found.between[..]);
}

#[test]
fn what_somebody_holds_is_listed_first() {
    // Half opposed and held, against more opposed and held by nobody.
    let model = read(
        "[value.a]\nschwartz = { security = 5 }\n[value.b]\nschwartz = { stimulation = 5 }\n\
         [value.y]\ntensions = { z = 2 }\n[value.z]\n[party.p]\nvalues = { y = 5, z = 5 }\n",
    );
    let found = value_tensions(&model, &ValueTensionOptions::new().list_at_most(1));
    let listed: Vec<_> = found.opposed.iter().map(|o| (o.values.clone(), o.within)).collect();
    assert_eq!(listed, [([v("y"), v("z")], 1)]);
    assert_eq!((found.counts.opposed, found.counts.held), (2, 1));
}

#[test]
fn of_very_many_tensions_the_strongest_are_kept() {
    let side = |of: &str, on: &str| -> String {
        (0..45).map(|i| format!("[value.{of}{i:02}]\nschwartz = {{ {on} = 3 }}\n")).collect()
    };
    let holds = |shift: usize| -> String {
        let all =
            ["x", "y"].iter().flat_map(|s| (0..45).map(move |i| format!("{s}{i:02} = {}", (i * 7 + shift) % 5 + 1)));
        all.collect::<Vec<_>>().join(", ")
    };
    let parties: String = (0..2).map(|i| format!("[party.p{i}]\nvalues = {{ {} }}\n", holds(i))).collect();
    let model = read(&format!("{}{}{parties}", side("x", "security"), side("y", "hedonism")));
    let all = value_tensions(&model, &ValueTensionOptions::new().list_at_most(usize::MAX));
    assert_eq!(all.counts.opposed, 45 * 45);
    assert!(all.counts.held < all.counts.opposed && all.counts.within > 1000 && all.counts.between > 1000);
    for most in [0, 1, 7, 600] {
        let few = value_tensions(&model, &ValueTensionOptions::new().list_at_most(most));
        assert_eq!(few.counts, all.counts);
        assert_eq!(few.opposed[..], all.opposed[..most]);
        assert_eq!(few.between[..], all.between[..most]);
        assert_eq!(few.within[..], all.within[..most]);
    }
}

/// Every pair of parties over every pair of values, one by one.
fn plain(m: &Model, found: &ValueTensions) {
    let scale = m.scales().of(ScaleKind::OneSided);
    let held = |party: &PartyId, value: &ValueId| {
        let source = Element::Importance(party.clone(), value.clone());
        m.read(&source, Attribute::Importance, Aggregate::Median).map(|r| r.raw).filter(|x| *x >= found.cut)
    };
    let places = |value: &OwnValue| -> Vec<(SchwartzValue, f64)> {
        let all: Vec<_> = value
            .schwartz
            .iter()
            .filter_map(|(s, r)| Some((*s, r.read(&scale, Aggregate::Median)?.weight())))
            .filter(|(_, w)| *w > 0.0)
            .collect();
        let most = all.iter().map(|(_, w)| *w).fold(0.0, f64::max);
        all.into_iter().filter(|(_, w)| *w == most).collect()
    };
    let opposed = |x: &ValueId, y: &ValueId| -> Option<Option<f64>> {
        let declared: Vec<Option<f64>> = [(x, y), (y, x)]
            .into_iter()
            .filter(|(a, b)| m.tensions().get(a, b).is_some())
            .map(|(a, b)| m.read(&Element::Tension(a.clone(), b.clone()), Attribute::Tension, Aggregate::Median))
            .map(|r| r.map(|r| r.weight()))
            .collect();
        if declared.is_empty() {
            let (a, b) = (places(m.value(x)?), places(m.value(y)?));
            let steps = a.iter().flat_map(|(s, _)| b.iter().map(|(t, _)| s.steps_to(*t))).min()?;
            return (steps >= 3).then_some(Some(if steps == 3 { 0.5 } else { 0.939692620786 }));
        }
        let most = declared.iter().flatten().copied().fold(0.0, f64::max);
        if declared.contains(&None) && most < 1.0 { Some(None) } else { (most > 0.0).then_some(Some(most)) }
    };
    let parties: Vec<&PartyId> = m.parties().map(|(id, _)| id).collect();
    let values: Vec<&ValueId> = m.values().map(|(id, _)| id).collect();
    let (mut between, mut within) = (BTreeMap::new(), BTreeMap::new());
    let mut pairs = BTreeSet::new();
    for (i, x) in values.iter().enumerate() {
        for y in &values[i + 1..] {
            let Some(o) = opposed(x, y) else { continue };
            pairs.insert([(*x).clone(), (*y).clone()]);
            for a in &parties {
                for b in &parties {
                    let (Some(p), Some(q)) = (held(a, x), held(b, y)) else { continue };
                    let strength = o.map_or(-1.0, |o| o * (p + q) / 2.0 / scale.max());
                    let ends = [(*a).min(*b).clone(), (*a).max(*b).clone()];
                    let list = if a == b { &mut within } else { &mut between };
                    let best = list.entry((ends, [(*x).clone(), (*y).clone()])).or_insert(strength);
                    *best = best.max(strength);
                }
            }
        }
    }
    assert_eq!(found.opposed.iter().map(|o| o.values.clone()).collect::<BTreeSet<_>>(), pairs);
    assert_eq!((found.counts.between, found.between.len()), (between.len(), between.len()));
    assert_eq!((found.counts.within, found.within.len()), (within.len(), within.len()));
    let number = |strength: Measure| strength.value().unwrap_or(-1.0);
    for t in &found.between {
        let mut ends = t.holders.clone();
        ends.sort();
        assert!(close(between[&(ends, t.values.clone())], number(t.strength)), "{t}");
    }
    for t in &found.within {
        let ends = [t.party.clone(), t.party.clone()];
        assert!(close(within[&(ends, t.values.clone())], number(t.strength)), "{t}");
    }
    assert!(found.between.is_sorted_by(|x, y| number(x.strength) >= number(y.strength)));
    assert!(found.within.is_sorted_by(|x, y| number(x.strength) >= number(y.strength)));
    assert_eq!(found.opposed.iter().map(|o| o.between).sum::<usize>(), found.counts.between);
}

/// The same tensions as the conflicts of kind Value.
fn as_conflicts(m: &Model, found: &ValueTensions) {
    let kinds = ConflictOptions::new().kinds([ConflictKind::Value]);
    let clashes = conflicts(m, &kinds);
    let of_conflicts: Vec<_> =
        clashes.conflicts.iter().map(|c| (c.parties.clone(), c.subject.clone(), c.strength)).collect();
    let of_tensions: Vec<_> = found
        .between
        .iter()
        .map(|t| {
            let mut parties = t.holders.to_vec();
            parties.sort();
            (parties, t.values.iter().map(Element::from).collect::<Vec<_>>(), t.strength)
        })
        .collect();
    assert_eq!(of_conflicts, of_tensions);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn beliefs_as_they_are_defined(m in analysis_model()) {
        let found = co_orientation(&m, &CoOrientationOptions::new());
        let stated: BTreeSet<_> = m.beliefs().filter(|(_, b)| !b.values.is_empty()).map(|(_, b)| (b.by.clone(), b.about.clone())).collect();
        let listed: BTreeSet<_> = found.iter().map(|o| (o.by.clone(), o.about.clone())).collect();
        prop_assert_eq!(listed, stated);
        for one in found.iter() {
            same_as_defined(one, &m);
            prop_assert_eq!(found.of(&one.by, &one.about), Some(one));
        }
        // Over the same values agreement is symmetric, and what one sees as error the other sees as error.
        for pair in &found.pairs {
            let (Some(there), Some(back)) = (&pair.there, &pair.back) else { continue };
            let values = |o: &Orientation| o.values.iter().map(|x| x.value.clone()).collect::<BTreeSet<_>>();
            if values(there) == values(back) {
                prop_assert_eq!(there.agreement, back.agreement);
            }
        }
        // A misjudgement is a misperception among the conflicts, by the same word.
        let kinds = ConflictOptions::new().kinds([ConflictKind::Misperception]);
        let clashes: BTreeSet<String> = conflicts(&m, &kinds).conflicts.iter()
            .map(|c| format!("{:?}", (&c.subject, c.misjudgement))).collect();
        let own: BTreeSet<String> = found.iter().flat_map(|o| o.values.iter().chain(&o.partial).map(move |x| (o, x)))
            .filter_map(|(o, x)| {
                let (id, _) = m.beliefs().find(|(_, b)| b.by == o.by && b.about == o.about && b.values.contains_key(&x.value))?;
                Some(format!("{:?}", (vec![Element::Believes(id.clone(), x.value.clone())], Some(x.misjudgement?))))
            }).collect();
        prop_assert_eq!(clashes, own);
    }

    #[test]
    fn roles_swapped(rows in prop::collection::vec((0..5_u8, 0..5_u8, 0..5_u8), 1..6)) {
        let list = |pick: fn(&(u8, u8, u8)) -> u8| {
            let cells = rows.iter().enumerate().map(|(i, row)| format!("v{i} = {}", pick(row) + 1));
            cells.collect::<Vec<_>>().join(", ")
        };
        let values: String = (0..rows.len()).map(|i| format!("[value.v{i}]\n")).collect();
        let (own, belief, theirs) = (list(|r| r.0), list(|r| r.1), list(|r| r.2));
        let of = |own: &str, belief: &str, theirs: &str| {
            let m = read(&format!("{values}[party.a]\nvalues = {{ {own} }}\n[party.b]\nvalues = {{ {theirs} }}\n\
                                   [[belief]]\nby = \"a\"\nabout = \"b\"\nvalues = {{ {belief} }}\n"));
            co_orientation(&m, &CoOrientationOptions::new()).pairs.remove(0).there.unwrap()
        };
        let one = of(&own, &belief, &theirs);
        // Own and other's own change places: congruency becomes accuracy.
        let turned = of(&theirs, &belief, &own);
        prop_assert_eq!((one.agreement, one.congruency, one.accuracy), (turned.agreement, turned.accuracy, turned.congruency));
        // Belief and other's own change places: agreement becomes congruency, and a false consensus a false conflict.
        let taken = of(&own, &theirs, &belief);
        prop_assert_eq!((one.agreement, one.congruency, one.accuracy), (taken.congruency, taken.agreement, taken.accuracy));
        prop_assert_eq!((one.false_consensus, one.false_conflict), (taken.false_conflict, taken.false_consensus));
        // Who believes what is so overestimates nothing.
        let right = of(&own, &theirs, &theirs);
        prop_assert_eq!((right.accuracy, right.overestimation), (Measure::Known(1.0), Measure::Known(0.0)));
    }

    #[test]
    fn tensions_as_they_are_defined(m in analysis_model()) {
        let found = value_tensions(&m, &ValueTensionOptions::new().list_at_most(usize::MAX));
        plain(&m, &found);
        as_conflicts(&m, &found);
        let few = value_tensions(&m, &ValueTensionOptions::new().list_at_most(2));
        prop_assert_eq!(few.counts, found.counts);
        prop_assert_eq!(found.counts.held, found.opposed.iter().filter(|o| o.between + o.within > 0).count());
        prop_assert_eq!(&few.opposed[..], &found.opposed[..found.opposed.len().min(2)]);
        prop_assert_eq!(&few.between[..], &found.between[..found.between.len().min(2)]);
        prop_assert_eq!(&few.within[..], &found.within[..found.within.len().min(2)]);
        for c in &found.compatibility {
            prop_assert!((-0.9397..=1.0).contains(&c.cosine) && (-0.9397..=1.0).contains(&c.weighted_cosine));
        }
    }

    #[test]
    fn standings_as_they_are_defined(m in analysis_model()) {
        let map = value_map(&m, &ValueMapOptions::new());
        let scale = m.scales().of(ScaleKind::OneSided);
        for (value, _) in m.values() {
            let rated: Vec<(PartyId, f64)> = m.parties().filter_map(|(party, _)| {
                let source = Element::Importance(party.clone(), value.clone());
                Some((party.clone(), m.read(&source, Attribute::Importance, Aggregate::Median)?.raw))
            }).collect();
            let held = rated.iter().filter(|(_, x)| *x >= map.cut).count();
            let shared = map.shared.iter().any(|s| s.value == *value);
            prop_assert_eq!(shared, held >= 2 && held == rated.len());
            prop_assert_eq!(map.orphans.iter().any(|o| o.value == *value), held == 1 && rated.len() >= 2);
            let (low, high) = rated.iter().fold((f64::MAX, f64::MIN), |(l, h), (_, x)| (l.min(*x), h.max(*x)));
            let contested = map.contested.iter().any(|c| c.value == *value);
            prop_assert_eq!(contested, rated.len() >= 2 && (high - low) / (scale.max() - scale.min()) >= 0.5);
            prop_assert_eq!(map.gaps.unrated.contains(value), rated.is_empty());
        }
        for unasked in &map.unasked {
            for party in &unasked.parties {
                prop_assert!(map.gaps.silent.contains(party) && m.claims().all(|(_, c)| c.party != *party));
            }
        }
    }

    #[test]
    fn every_finding_can_be_made_again(m in analysis_model()) {
        holds(findings(&m), &m);
    }

    #[test]
    fn neither_order_nor_names_matter(m in analysis_model(), seed in any::<u64>()) {
        let of = |m: &Model| {
            let (a, b) = (ValueTensionOptions::new(), CoOrientationOptions::new());
            (value_tensions(m, &a), co_orientation(m, &b), value_map(m, &ValueMapOptions::new()))
        };
        let (tensions, beliefs, map) = of(&m);
        let mixed = of(&shuffled(&m, seed));
        prop_assert_eq!((&mixed.0, &mixed.1, &mixed.2), (&tensions, &beliefs, &map));
        let renamed = of(&rename(&m, |id| format!("{id}-x")));
        prop_assert_eq!(renamed.0.counts, tensions.counts);
        let strengths = |t: &ValueTensions| t.between.iter().map(|x| x.strength).chain(t.within.iter().map(|x| x.strength)).collect::<Vec<_>>();
        prop_assert_eq!(strengths(&renamed.0), strengths(&tensions));
        let turned = of(&rename(&m, |id| format!("{}{}", char::from(b'z' - id.len() as u8 % 5), id.chars().rev().collect::<String>())));
        let sorted = |t: &ValueTensions| { let mut all: Vec<_> = strengths(t).into_iter().map(|x| x.value().map(f64::to_bits)).collect(); all.sort_unstable(); all };
        prop_assert_eq!(sorted(&turned.0), sorted(&tensions));
        let numbers = |o: Vec<&Orientation>| { let mut all: Vec<_> = o.iter().map(|o| format!("{:?}", (o.n, o.agreement, o.congruency, o.accuracy))).collect(); all.sort(); all };
        prop_assert_eq!(numbers(turned.1.iter().collect()), numbers(beliefs.iter().collect()));
        prop_assert_eq!((turned.2.shared.len(), turned.2.contested.len(), turned.2.orphans.len()), (map.shared.len(), map.contested.len(), map.orphans.len()));
    }

    #[test]
    fn whatever_a_model_holds_the_methods_answer(m in model()) {
        holds(findings(&m), &m);
    }
}

#[test]
fn a_finding_that_leaves_something_out_is_seen() {
    let model = read(&format!("{STREET}[[belief]]\nby = \"b\"\nabout = \"a\"\nvalues = {{ calm = 1, order = 2 }}\n"));
    let all = findings(&model);
    let rules: BTreeSet<&str> = all.iter().map(|f| f.rule).collect();
    assert!(rules.contains("accuracy") && rules.contains("value-contested"));
    for rule in ["accuracy", "congruency", "value-contested", "value-shared", "value-orphan"] {
        let mut finding = all.iter().find(|f| f.rule == rule).unwrap().clone();
        finding.because.remove(0);
        assert!(replay(&finding, &model).is_err(), "{rule}");
        let mut finding = all.iter().find(|f| f.rule == rule).unwrap().clone();
        finding.amount = Amount::Number(0.123);
        assert!(replay(&finding, &model).is_err(), "{rule}");
    }
}

// Catalogues in a model.

#[test]
fn a_model_refuses_a_link_that_leads_nowhere() {
    let mut model = Model::new();
    let linked = |link: &str| OwnValue { catalogue: Some(link.into()), ..OwnValue::default() };
    model.insert_value(v("a"), linked("tada/control")).unwrap();
    let fault = model.insert_value(v("b"), linked("tada/privacy")).unwrap_err();
    assert!(matches!(fault, EditError::BadLink { .. }));
    assert_eq!(fault.to_string(), "`value:b`: `tada/privacy` is in no catalogue");
}

#[cfg(feature = "report")]
#[test]
fn a_value_without_a_name_takes_that_of_its_catalogue() {
    use polder::report::{Format, Locale, ReportOptions, report};
    let model = read(
        "[value.v]\ncatalogue = \"rathenau/human-dignity\"\n[value.w]\nname = \"Rust\"\ncatalogue = \"tada/control\"\n\
         [value.x]\ncatalogue = \"rathenau/human-dignity\"\n[party.a]\nvalues = { v = 5, w = 1, x = 2 }\n",
    );
    for (lang, label) in [("nl", "menselijke waardigheid"), ("en", "human dignity")] {
        let text = report(&model, &Locale::builtin(lang).unwrap(), &ReportOptions::new()).render(Format::Text);
        let text = text.to_lowercase();
        assert!(text.contains(label) && text.contains("rust") && !text.contains("zeggenschap"), "{text}");
        assert!(
            text.contains(&format!("{label} (v)")) && text.contains(&format!("{label} (x)")),
            "two of one name:\n{text}"
        );
    }
}

#[cfg(feature = "report")]
fn told(text: &str) -> String {
    use polder::report::{Format, Locale, ReportOptions, report};
    report(&read(text), &Locale::builtin("nl").unwrap(), &ReportOptions::new()).render(Format::Text)
}

#[cfg(feature = "report")]
#[test]
fn the_report_counts_tensions_that_no_list_holds() {
    let values = |of: &str, on: &str| -> String {
        (0..45).map(|i| format!("[value.{of}{i:02}]\nschwartz = {{ {on} = 3 }}\n")).collect()
    };
    let all: Vec<String> = ["x", "y"].iter().flat_map(|s| (0..45).map(move |i| format!("{s}{i:02} = 5"))).collect();
    let parties: String = (0..3).map(|i| format!("[party.p{i}]\nvalues = {{ {} }}\n", all.join(", "))).collect();
    let text = told(&format!("{}{}{parties}", values("x", "security"), values("y", "hedonism")));
    assert!(text.contains("p0 en nog 2"), "the other two are counted");
    assert!(text.contains("Nog 2021 paren waarden"), "the list of pairs is cut off too");
}

#[cfg(feature = "report")]
#[test]
fn the_report_tells_what_is_left_out_where_it_belongs() {
    let text = told(
        "[project]\nfocal = \"a\"\n[value.v]\n[value.w]\ntensions = { v = \"unknown\" }\n\
         [party.a]\nvalues = { v = \"unknown\", w = 4 }\n[party.b]\nvalues = { v = 2, w = 1 }\n\
         [[claim]]\nparty = \"a\"\nkind = \"missed\"\nvalue = \"v\"\n\
         [[flow]]\nfrom = \"a\"\nto = \"b\"\nsupply = \"high\"\n",
    );
    let (_, after) = text.split_once("Uitspraken die meetellen, maar niet in een som:").unwrap();
    let list: Vec<&str> = after.trim_start().lines().take_while(|line| !line.trim().is_empty()).collect();
    assert_eq!(list.len(), 1, "claims alone: {list:?}");
    assert!(text.contains("behoefte van de ontvanger"), "the flow without benefit is missing: {text}");
    assert!(text.contains("Van wie dit beoordeelden, vindt maar één partij het belangrijk: w (a)"), "{text}");
}
