//! The worked examples in `tests/vectors/`: input, expected, tolerance and citation, one file per method.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss
)]

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use polder::analysis::conflict_table::Distance;
use polder::analysis::convergence::{ConvergenceOrder, ConvergenceTables};
use polder::analysis::tipping::{Answer, Tipping};
use polder::analysis::{
    ConflictTable, ConflictTableOptions, Convergence, ConvergenceOptions, ForceFieldOptions, Influence,
    InfluenceOptions, Matrix, RelationOptions, conflict_table, convergence, force_field, influence, relations,
};
use polder::evidence::Measure;
use polder::id::{InterestId, PartyId};
use polder::math::three_way::{Sign, phi};
use polder::math::{Exact, reciprocity};
use polder::model::{Dependence, Element, Interest, Model, Party, Stake, Table};
use polder::rating::Rating;
use polder::scale::{Raw, Scales};
use polder::vocabulary::Vocabulary;
use polder::vocabulary::schwartz::SchwartzValue;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    id: String,
    citation: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    input: Value,
    expected: Value,
    tolerance: f64,
}

/// What checks one case.
type Runner = fn(&Case);

/// The runner of each file, by the file's id.
const RUNNERS: &[(&str, Runner)] = &[
    ("flip_net_force", tipping),
    ("schwartz_circle", circle),
    ("mactor_paris_airport", mactor),
    ("mactor_edge_cases", mactor),
    ("pawlak_auxiliary", auxiliary),
    ("three_way_aggregation", aggregation),
    ("pawlak_middle_east", middle_east),
    ("relations", related),
];

#[test]
fn every_vector_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");
    let mut ran = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let vector: Vector = serde_json::from_str(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        assert_eq!(path.file_stem().unwrap().to_str(), Some(vector.id.as_str()), "the id is the name of the file");
        assert!(!vector.citation.is_empty(), "{}: no citation", vector.id);
        assert!(!vector.cases.is_empty(), "{}: no case ran", vector.id);
        let Some((id, run)) = RUNNERS.iter().find(|(id, _)| *id == vector.id) else {
            panic!("{}: no runner", vector.id);
        };
        let ids: BTreeSet<&str> = vector.cases.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(ids.len(), vector.cases.len(), "{id}: a case id stands twice");
        for case in &vector.cases {
            println!("{id}: {}", case.id);
            run(case);
        }
        ran.insert(*id);
    }
    let all: BTreeSet<&str> = RUNNERS.iter().map(|(id, _)| *id).collect();
    assert_eq!(ran, all, "a runner has no file");
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

fn close(found: f64, expected: f64, tolerance: f64) -> bool {
    (found - expected).abs() <= tolerance
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FieldInput {
    parties: Vec<FieldParty>,
    target: f64,
    #[serde(default)]
    cost_per_step: BTreeMap<String, NonZeroU32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FieldParty {
    id: String,
    power: f64,
    interest_level: f64,
    attitude: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FieldExpected {
    net_before: f64,
    fewest_steps: u64,
    /// Every optimal answer.
    answers: Vec<Moved>,
    alone: Option<BTreeMap<String, Option<u64>>>,
}

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Moved {
    steps: BTreeMap<String, u64>,
    net_after: f64,
}

fn tipping(case: &Case) {
    let (input, expected): (FieldInput, FieldExpected) = (read(&case.input), read(&case.expected));
    let mut model = Model::new();
    for party in &input.parties {
        let rated = |x| Some(Rating::number(x).unwrap());
        let ratings = Party {
            power: rated(party.power),
            interest_level: rated(party.interest_level),
            attitude: rated(party.attitude),
            ..Party::default()
        };
        model.insert_party(PartyId::new(&party.id).unwrap(), ratings).unwrap();
    }
    let mut options = ForceFieldOptions::new().target(Raw::new(input.target).unwrap());
    for (party, cost) in &input.cost_per_step {
        options = options.cost_per_step(PartyId::new(party).unwrap(), *cost);
    }
    let field = force_field(&model, &options);
    assert!(close(field.net, expected.net_before, case.tolerance), "{}", field.net);
    let Tipping { net_before, fewest_steps, alone, .. } = field.tipping;
    assert!(close(net_before, expected.net_before, case.tolerance), "{net_before}");

    let Measure::Known(found) = fewest_steps else { panic!("{fewest_steps:?}") };
    assert_eq!((found.cost, found.truncated), (expected.fewest_steps, false));
    assert!(found.answers.is_sorted_by(|a, b| a.net_after >= b.net_after), "by the net after, descending");
    let listed: Vec<Moved> = found.answers.iter().map(moved).collect();
    let all = expected.answers;
    assert!(!all.is_empty(), "the case expects no answer");
    assert_eq!(listed.len(), all.len(), "{listed:?}");
    for answer in &all {
        let same = |x: &&Moved| x.steps == answer.steps && close(x.net_after, answer.net_after, case.tolerance);
        assert_eq!(listed.iter().filter(same).count(), 1, "{answer:?} in {listed:?}");
    }
    if let Some(expected) = expected.alone {
        let found: BTreeMap<String, Option<u64>> =
            alone.into_iter().map(|a| (a.party.as_str().to_owned(), a.steps.value())).collect();
        assert_eq!(found, expected);
    }
}

fn moved(answer: &Answer) -> Moved {
    for one in &answer.moves {
        assert_eq!(one.steps as f64, one.to - one.from, "whole steps");
    }
    let steps = answer.moves.iter().map(|m| (m.party.as_str().to_owned(), m.steps)).collect();
    Moved { steps, net_after: answer.net_after }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CircleInput {
    values: Vec<String>,
    angles: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CircleExpected {
    compatibility: Vec<Vec<f64>>,
}

fn circle(case: &Case) {
    let (input, expected): (CircleInput, CircleExpected) = (read(&case.input), read(&case.expected));
    let values: Vec<SchwartzValue> = input.values.iter().map(|v| SchwartzValue::parse(v).unwrap()).collect();
    assert_eq!(values.len(), SchwartzValue::ALL.len(), "every value of the circle");
    assert_eq!(expected.compatibility.len(), values.len());
    for (row, a) in values.iter().enumerate() {
        assert_eq!(expected.compatibility[row].len(), values.len());
        for (column, b) in values.iter().enumerate() {
            let (found, cosine) = (a.compatibility(*b), expected.compatibility[row][column]);
            assert!(close(found, cosine, case.tolerance), "{a} and {b}: {found}, not {cosine}");
            let turned = (input.angles[a.word()] - input.angles[b.word()]).to_radians().cos();
            assert!(close(found, turned, case.tolerance), "{a} and {b}: {found}, not cos of their angle, {turned}");
            let opposed = (cosine <= -0.5).then_some(-cosine);
            match (a.opposition(*b), opposed) {
                (Some(x), Some(y)) => assert!(close(x, y, case.tolerance), "{a} and {b}: {x}, not {y}"),
                (x, y) => assert_eq!(x, y, "{a} and {b}"),
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MactorInput {
    /// Direct influences, rows on columns.
    mid: Option<Vec<Vec<f64>>>,
    /// Valued positions, actor × objective.
    mao: Option<Vec<Vec<f64>>>,
}

impl MactorInput {
    fn model(&self) -> Model {
        let scales = Scales::default().with_signed(4).unwrap().with_influence(0, 4).unwrap();
        let mut model = Model::with_scales(scales);
        let party = |i: usize| PartyId::new(&format!("a{i:03}")).unwrap();
        let interest = |i: usize| InterestId::new(&format!("o{i:03}")).unwrap();
        for i in 0..self.mid.iter().chain(&self.mao).map(Vec::len).max().unwrap() {
            model.insert_party(party(i), Party::default()).unwrap();
        }
        for (i, row) in self.mid.iter().flatten().enumerate() {
            model.declare(party(i), Table::Influences).unwrap();
            for (j, x) in row.iter().enumerate().filter(|(_, x)| **x != 0.0) {
                model.set_influence(party(i), party(j), Rating::number(*x).unwrap()).unwrap();
            }
        }
        for (i, row) in self.mao.iter().flatten().enumerate() {
            for (a, x) in row.iter().enumerate() {
                if i == 0 {
                    model.insert_interest(interest(a), Interest::default()).unwrap();
                }
                model.set_stake(party(i), interest(a), Stake::of(Rating::number(*x).unwrap())).unwrap();
            }
        }
        model
    }
}

fn mactor(case: &Case) {
    let input: MactorInput = read(&case.input);
    let model = input.model();
    let moved = influence(&model, &InfluenceOptions::new());
    let agreed = convergence(&model, &ConvergenceOptions::new());
    for (key, expected) in case.expected.as_object().unwrap() {
        if key == "not_Ri" {
            let found: Vec<f64> = moved.parties.iter().map(|p| p.relative_force.value().unwrap()).collect();
            for wrong in read::<Vec<Vec<f64>>>(expected) {
                assert!(!found.iter().zip(&wrong).all(|(x, y)| close(*x, *y, case.tolerance)), "{found:?}");
            }
            continue;
        }
        let found = of_influence(key, &moved).or_else(|| of_convergence(key, &agreed));
        let found = found.unwrap_or_else(|| panic!("no such key: {key}"));
        same(&found, expected, case.tolerance, &format!("{}: {key}", case.id));
    }
}

/// The same shape, with numbers that are close; whole numbers of both are equal.
fn same(found: &Value, expected: &Value, tolerance: f64, what: &str) {
    match (found, expected) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).for_each(|(a, b)| same(a, b, tolerance, what));
        }
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            a.values().zip(b.values()).for_each(|(a, b)| same(a, b, tolerance, what));
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            let tolerance = if (2.0 * b).fract() == 0.0 { 0.0 } else { tolerance };
            assert!(close(a, b, tolerance), "{what}: {a}, not {b}");
        }
        _ => assert_eq!(found, expected, "{what}"),
    }
}

fn cells<R, C>(matrix: &Matrix<R, C, f64>) -> Value {
    matrix.iter().map(|(_, row)| row.to_vec()).collect::<Vec<_>>().into()
}

fn list<T>(of: &[T], number: impl Fn(&T) -> Option<f64>) -> Value {
    of.iter().map(number).collect::<Vec<_>>().into()
}

fn of_influence(key: &str, found: &Influence) -> Option<Value> {
    let parties = &found.parties;
    Some(match key {
        "MIDI" => cells(&found.total),
        "MMIDI" => cells(&found.strongest),
        "net_balance" => cells(&found.net),
        "Ii" => list(parties, |p| Some(p.influence)),
        "Di" => list(parties, |p| Some(p.dependence)),
        "net_scale" => list(parties, |p| Some(p.net)),
        "r_raw" => list(parties, |p| p.raw_force.value()),
        "Ri" => list(parties, |p| p.relative_force.value()),
        "MMIDI_Ii" => list(parties, |p| Some(p.strongest_influence)),
        "MMIDI_Di" => list(parties, |p| Some(p.strongest_dependence)),
        "Qi" => list(parties, |p| p.strongest_force.value()),
        "sum_I" => parties.iter().map(|p| p.influence).sum::<f64>().into(),
        "stability_indicator_pct" => (100.0 * found.stability.value()?).into(),
        _ => return None,
    })
}

fn of_convergence(key: &str, found: &Convergence) -> Option<Value> {
    let number = key.chars().find(char::is_ascii_digit).unwrap_or('2');
    let order = match number {
        '1' => ConvergenceOrder::First,
        '2' => ConvergenceOrder::Second,
        _ => ConvergenceOrder::Third,
    };
    let t = found.order(order).unwrap();
    Some(match key.replace(number, "#").as_str() {
        "#MAO" => positions(found, order, t),
        "#CAA" => cells(&t.convergence),
        "#DAA" => cells(&t.divergence),
        "#COO" => cells(&t.interest_convergence),
        "#DOO" => cells(&t.interest_divergence),
        "net_distance_actors_#" => cells(&t.net),
        "net_distance_objectives_#" => cells(&t.interest_net),
        "convergences_#" => list(&t.parties, |p| Some(p.convergence)),
        "divergences_#" => list(&t.parties, |p| Some(p.divergence)),
        "ambivalence_#" => list(&t.parties, |p| p.ambivalence.value()),
        "implication_actors_#" => list(&t.parties, |p| Some(p.involvement)),
        "degree_of_convergence_pct_#" => (100.0 * t.degree.value()?).into(),
        "mobilisation_objectives_#" => serde_json::json!({
            "agree": list(&t.interests, |i| Some(i.agreement)),
            "disagree": list(&t.interests, |i| Some(i.disagreement)),
            "total": list(&t.interests, |i| Some(i.mobilisation)),
        }),
        _ => return None,
    })
}

/// The positions themselves, from the grounds of what parties are willing to do about interests.
fn positions(found: &Convergence, order: ConvergenceOrder, tables: &ConvergenceTables) -> Value {
    let mut out = BTreeMap::new();
    for finding in found.findings() {
        let sign = if finding.rule == format!("agreement-{order}") {
            1.0
        } else if finding.rule == format!("disagreement-{order}") {
            -1.0
        } else {
            continue;
        };
        for ground in finding.because {
            let Element::Stake(party, interest) = ground.source else { panic!("{}", ground.source) };
            out.insert((party, interest), sign * ground.amount);
        }
    }
    let row = |p: &PartyId| -> Vec<f64> {
        let cell = |i: &InterestId| out.get(&(p.clone(), i.clone())).copied().unwrap_or(0.0);
        tables.interests.iter().map(|i| cell(&i.interest)).collect()
    };
    tables.parties.iter().map(|p| row(&p.party)).collect::<Vec<_>>().into()
}

/// A conflict table of signs by party and issue.
fn table_of(rows: &[(&str, Vec<f64>)], issues: &[&str], distance: Distance) -> ConflictTable {
    let mut model = Model::new();
    for issue in issues {
        model.insert_interest(InterestId::new(issue).unwrap(), Interest::default()).unwrap();
    }
    for (party, signs) in rows {
        let party = PartyId::new(party).unwrap();
        model.insert_party(party.clone(), Party::default()).unwrap();
        assert_eq!(signs.len(), issues.len());
        for (issue, sign) in issues.iter().zip(signs) {
            let stake = Stake::of(Rating::number(*sign).unwrap());
            model.set_stake(party.clone(), InterestId::new(issue).unwrap(), stake).unwrap();
        }
    }
    conflict_table(&model, &ConflictTableOptions::new().distance(distance))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct AuxiliaryInput {
    signs: [f64; 2],
    one_party: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct AuxiliaryExpected {
    phi: f64,
    pawlak: f64,
    half_difference: f64,
}

fn auxiliary(case: &Case) {
    let (input, expected): (AuxiliaryInput, AuxiliaryExpected) = (read(&case.input), read(&case.expected));
    let [u, v] = input.signs;
    let rows = [("a", vec![u]), ("b", vec![v])];
    let second = PartyId::new(if input.one_party { "a" } else { "b" }).unwrap();
    for (distance, expected) in
        [(Distance::Pawlak, expected.pawlak), (Distance::HalfDifference, expected.half_difference)]
    {
        let table = table_of(&rows, &["x"], distance);
        let found = table.distance(&PartyId::new("a").unwrap(), &second).unwrap().value().unwrap();
        assert!(close(found, expected, case.tolerance), "{distance}: {found}");
        if !input.one_party {
            assert!(close(distance.between(Sign::of(u), Sign::of(v)), expected, case.tolerance));
        }
        if distance == Distance::Pawlak {
            assert!(close(1.0 - 2.0 * found, expected_phi(case), case.tolerance));
        }
    }
    if !input.one_party {
        assert!(close(f64::from(phi(Sign::of(u), Sign::of(v))), expected.phi, case.tolerance));
    }
}

fn expected_phi(case: &Case) -> f64 {
    read::<AuxiliaryExpected>(&case.expected).phi
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AggregationInput {
    phis: Vec<i8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct AggregationExpected {
    mean_phi: f64,
    alliance: f64,
    conflict: f64,
}

fn aggregation(case: &Case) {
    let (input, expected): (AggregationInput, AggregationExpected) = (read(&case.input), read(&case.expected));
    let names: Vec<String> = (0..input.phis.len()).map(|i| format!("x{i}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    // A supporter, and who makes the given function with them.
    let rows = [("a", vec![1.0; names.len()]), ("b", input.phis.iter().copied().map(f64::from).collect())];
    let pair = table_of(&rows, &names, Distance::Pawlak).pairs.remove(0);
    for (found, expected) in [
        (1.0 - 2.0 * pair.distance.value().unwrap(), expected.mean_phi),
        (pair.alliance.value().unwrap(), expected.alliance),
        (pair.conflict.value().unwrap(), expected.conflict),
    ] {
        assert!(close(found, expected, case.tolerance), "{found}, not {expected}");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableInput {
    issues: Vec<String>,
    table: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableExpected {
    distance: BTreeMap<String, f64>,
    coalitions: BTreeSet<BTreeSet<String>>,
    degrees: BTreeMap<String, f64>,
    degree: f64,
    reducts: BTreeSet<BTreeSet<String>>,
    core: BTreeSet<String>,
}

fn middle_east(case: &Case) {
    let (input, expected): (TableInput, TableExpected) = (read(&case.input), read(&case.expected));
    let signs = |text: &str| {
        text.chars()
            .map(|c| f64::from(["-", "0", "+"].iter().position(|s| s.starts_with(c)).unwrap() as u8) - 1.0)
            .collect()
    };
    let rows: Vec<(&str, Vec<f64>)> = input.table.iter().map(|(party, row)| (party.as_str(), signs(row))).collect();
    let issues: Vec<&str> = input.issues.iter().map(String::as_str).collect();
    let table = table_of(&rows, &issues, Distance::Pawlak);
    assert_eq!(table.pairs.len(), expected.distance.len());
    for pair in &table.pairs {
        let distance = expected.distance[&format!("{}/{}", pair.parties[0], pair.parties[1])];
        assert!(close(pair.distance.value().unwrap(), distance, case.tolerance), "{pair}");
    }
    for issue in &table.issues {
        let degree = expected.degrees[issue.interest.as_str()];
        assert!(close(issue.degree.value().unwrap(), degree, case.tolerance), "{issue:?}");
    }
    assert!(close(table.degree.value().unwrap(), expected.degree, case.tolerance), "{}", table.degree);
    let text = |set: &Vec<PartyId>| set.iter().map(ToString::to_string).collect();
    let coalitions: BTreeSet<BTreeSet<String>> = table.coalitions.sets.iter().map(text).collect();
    assert_eq!((coalitions, table.coalitions.truncated), (expected.coalitions, false));
    let text = |set: &Vec<InterestId>| set.iter().map(ToString::to_string).collect::<BTreeSet<String>>();
    let Measure::Known(reducts) = table.reducts else { panic!("{:?}", table.reducts) };
    let sets: BTreeSet<BTreeSet<String>> = reducts.sets.iter().map(text).collect();
    assert_eq!((sets, text(&reducts.core), reducts.truncated), (expected.reducts, expected.core, false));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "kind")]
enum Related {
    #[serde(rename_all = "snake_case")]
    Dependence {
        first_on_second: f64,
        second_on_first: f64,
    },
    Reciprocity {
        parties: usize,
        edges: Vec<(usize, usize)>,
    },
    WeightedReciprocity {
        weights: Vec<Vec<f64>>,
    },
}

fn related(case: &Case) {
    let number = |key: &str| case.expected[key].as_f64();
    let holds = |found: Measure, key: &str| match (found.value(), number(key)) {
        (Some(x), Some(y)) => assert!(close(x, y, case.tolerance), "{key}: {x}, not {y}"),
        (x, y) => assert_eq!(x, y, "{key}"),
    };
    let rated = |x| Rating::number(x).unwrap();
    let party = |i: usize| PartyId::new(&format!("p{i}")).unwrap();
    match read(&case.input) {
        Related::Dependence { first_on_second, second_on_first } => {
            let mut model = Model::with_scales(Scales::default().with_one_sided(0, 10).unwrap());
            (0..2).for_each(|i| model.insert_party(party(i), Party::default()).unwrap());
            for (from, to, share) in [(0, 1, first_on_second), (1, 0, second_on_first)] {
                let need = Dependence { importance: Some(rated(share * 10.0)), substitutability: Some(rated(0.0)) };
                model.set_dependence(party(from), party(to), "money", need).unwrap();
            }
            let found = relations(&model, &RelationOptions::new());
            let pair = &found.dependence[0];
            assert!(close(pair.dependence[0].value().unwrap(), first_on_second, case.tolerance));
            assert!(close(pair.dependence[1].value().unwrap(), second_on_first, case.tolerance));
            holds(pair.asymmetry, "asymmetry");
            holds(pair.joint, "joint");
            holds(pair.imbalance, "imbalance");
            holds(pair.balance, "balance");
        }
        Related::Reciprocity { parties, edges } => {
            let mut model = Model::new();
            (0..parties).for_each(|i| model.insert_party(party(i), Party::default()).unwrap());
            for (a, b) in edges {
                model.set_trust(party(a), party(b), rated(5.0)).unwrap();
            }
            let found = relations(&model, &RelationOptions::new());
            let trust = &found.reciprocity[0];
            holds(trust.raw, "r");
            holds(trust.density, "density");
            holds(trust.rho, "rho");
        }
        Related::WeightedReciprocity { weights } => {
            let cells = weights.iter().enumerate().flat_map(|(a, row)| {
                row.iter().enumerate().map(move |(b, w)| ((a, b), Exact::from_decimal(*w).unwrap()))
            });
            let (all, each) = reciprocity::weighted(&cells.collect());
            assert!(close(all.unwrap().to_f64(), number("r-w").unwrap(), case.tolerance));
            for (vertex, expected) in case.expected["out"].as_array().unwrap().iter().enumerate() {
                assert!(close(each[&vertex].to_f64(), expected.as_f64().unwrap(), case.tolerance));
            }
            let mut model = Model::with_scales(Scales::default().with_influence(0, 5).unwrap());
            (0..weights.len()).for_each(|i| model.insert_party(party(i), Party::default()).unwrap());
            for (a, row) in weights.iter().enumerate() {
                for (b, w) in row.iter().enumerate().filter(|(b, _)| a != *b) {
                    model.set_influence(party(a), party(b), rated(*w)).unwrap();
                }
            }
            holds(relations(&model, &RelationOptions::new()).reciprocity[1].weighted, "r-w");
        }
    }
}
