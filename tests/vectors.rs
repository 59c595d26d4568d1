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
    CoOrientationOptions, ConflictTable, ConflictTableOptions, Convergence, ConvergenceOptions, FlowScores,
    ForceFieldOptions, Influence, InfluenceOptions, LeadershipOptions, Matrix, RankValuesOptions, RelationOptions,
    ValueNetworkOptions, ValuePrioritiesOptions, ValueTensionOptions, co_orientation, conflict_table, convergence,
    force_field, influence, leadership, rank_values, relations, value_network, value_priorities, value_tensions,
};
use polder::evidence::{Measure, Undefined};
use polder::id::{BeliefId, ComparisonId, FlowId, InterestId, MemberId, PartyId, TaskId, ValueId};
use polder::math::borda::{borda, borda_order};
use polder::math::concordance::concordance;
use polder::math::copeland::copeland;
use polder::math::ipsative::{Answers, axes, gap};
use polder::math::kemeny::kemeny;
use polder::math::krippendorff::{Measurement, alpha};
use polder::math::ordinal::Frequencies;
use polder::math::pairwise_comparison::{PairwiseMatrix, RandomIndex};
use polder::math::preference::{Ballot, Preferences, Unranked};
use polder::math::profile::{aitchison, euclidean, jensen_shannon_bits, points_to_move};
use polder::math::rank_correlation::rank_correlation;
use polder::math::ratings::{Degenerate, Items, Judges, Table as Ratings};
use polder::math::schulze::schulze;
use polder::math::three_way::{Sign, phi};
use polder::math::{Exact, reciprocity, similarity};
use polder::model::{
    Belief, Comparison, Dependence, Element, Flow, Interest, Member, Model, Party, Project, Remarks, Stake, Table,
    Task, Value as OwnValue, Value as ValueNode,
};
use polder::rating::Rating;
use polder::scale::{Preference, Raw, RoleWeight, Scales};
use polder::vocabulary::schwartz::SchwartzValue;
use polder::vocabulary::{Benefit, Phase, Role, Supply, Vocabulary};
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
    ("value_network", flows),
    ("rank_aggregation", ranked),
    ("pairwise_comparison", prioritised),
    ("kendall_w", concordant),
    ("krippendorff", alphas),
    ("ordinal_consensus", ordinal),
    ("rank_correlation", correlated),
    ("culture_profiles", questionnaire),
    ("leadership", led),
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
    // As values of a model, in the order of the matrix.
    let mut model = Model::new();
    for (place, value) in values.iter().enumerate() {
        let linked = OwnValue { catalogue: Some(format!("schwartz/{value}")), ..OwnValue::default() };
        model.insert_value(ValueId::new(&format!("v{place:02}")).unwrap(), linked).unwrap();
    }
    let tensions = value_tensions(&model, &ValueTensionOptions::new());
    let mut pairs = tensions.compatibility.iter();
    for row in 0..values.len() {
        for column in row + 1..values.len() {
            let (pair, cosine) = (pairs.next().unwrap(), expected.compatibility[row][column]);
            assert_eq!(
                pair.values.each_ref().map(|v| v.as_str().trim_start_matches('v').parse::<usize>().unwrap()),
                [row, column]
            );
            assert!(close(pair.cosine, cosine, case.tolerance) && close(pair.weighted_cosine, cosine, case.tolerance));
            let opposed =
                tensions.opposed.iter().find(|o| o.values == pair.values).map(|o| o.opposition.value().unwrap());
            assert_eq!(opposed.is_some(), cosine <= -0.5);
            assert!(opposed.is_none_or(|o| close(o, -cosine, case.tolerance)));
        }
    }
    assert!(pairs.next().is_none());
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
    /// Own importances and guesses of the other's, of two parties by name.
    CoOrientation {
        scale: (i64, i64),
        values: Vec<String>,
        own: BTreeMap<String, Vec<f64>>,
        guess: BTreeMap<String, Vec<f64>>,
    },
}

/// Two parties with their own importances and what each believes of the other's.
fn oriented(
    scale: (i64, i64),
    values: &[String],
    own: &BTreeMap<String, Vec<f64>>,
    guess: &BTreeMap<String, Vec<f64>>,
) -> Model {
    let mut model = Model::with_scales(Scales::default().with_one_sided(scale.0, scale.1).unwrap());
    let party = |name: &str| PartyId::new(name).unwrap();
    let value = |name: &String| ValueId::new(name).unwrap();
    own.keys().for_each(|name| model.insert_party(party(name), Party::default()).unwrap());
    values.iter().for_each(|name| model.insert_value(value(name), OwnValue::default()).unwrap());
    for (name, row) in own {
        assert_eq!(row.len(), values.len());
        for (v, x) in values.iter().zip(row) {
            model.set_importance(party(name), value(v), Rating::number(*x).unwrap()).unwrap();
        }
    }
    for (name, row) in guess {
        assert_eq!(row.len(), values.len());
        let other = own.keys().find(|other| *other != name).unwrap();
        let believed = values.iter().zip(row).map(|(v, x)| (value(v), Rating::number(*x).unwrap())).collect();
        let (by, about, remarks) = (party(name), party(other), Remarks::default());
        let belief = Belief { by, about, values: believed, remarks };
        model.insert_belief(BeliefId::new(&format!("of-{name}")).unwrap(), belief).unwrap();
    }
    model
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
        Related::CoOrientation { scale, values, own, guess } => {
            let found = co_orientation(&oriented(scale, &values, &own, &guess), &CoOrientationOptions::new());
            let [pair] = found.pairs.as_slice() else { panic!("{:?}", found.pairs) };
            let (a, b) = (pair.there.as_ref().unwrap(), pair.back.as_ref().unwrap());
            assert_eq!((a.by.as_str(), b.by.as_str(), a.n, b.n), ("a", "b", values.len(), values.len()));
            for key in case.expected.as_object().unwrap().keys() {
                match key.as_str() {
                    "agreement" => [a, b].iter().for_each(|one| holds(one.agreement, key)),
                    "congruency-a" => holds(a.congruency, key),
                    "congruency-b" => holds(b.congruency, key),
                    "accuracy-a" => holds(a.accuracy, key),
                    "accuracy-b" => holds(b.accuracy, key),
                    "a-overestimates-agreement-by" => {
                        holds(a.false_consensus, key);
                        holds(a.overestimation, key);
                        assert_eq!(a.false_conflict, Measure::Known(0.0));
                    }
                    _ => panic!("no such key: {key}"),
                }
            }
            let items: Vec<[f64; 3]> = (0..values.len()).map(|i| [own["a"][i], guess["a"][i], own["b"][i]]).collect();
            let (low, high) = scale;
            let pure = similarity::co_orientation(&items, (high - low) as f64).unwrap();
            holds(Measure::Known(pure.overestimation().to_f64()), "a-overestimates-agreement-by");
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NetworkInput {
    focal: String,
    #[serde(default)]
    matrix: Vec<Score>,
    flows: Vec<GivenFlow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Score {
    supply: String,
    benefit: String,
    score: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenFlow {
    id: Option<String>,
    source: String,
    target: String,
    what: Option<String>,
    benefit: Option<String>,
    supply: Option<String>,
    score: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NetworkExpected {
    #[serde(default)]
    loops: Vec<LoopExpected>,
    loop_count: u64,
    total: Option<f64>,
    weighted_stakeholder_occurrence: Option<BTreeMap<String, f64>>,
    weighted_value_flow_occurrence: Option<BTreeMap<String, f64>>,
    input_flow_importance: Option<BTreeMap<String, f64>>,
    output_flow_importance: Option<BTreeMap<String, f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LoopExpected {
    flows: Vec<String>,
    score: f64,
}

fn flows(case: &Case) {
    fn index<V: Vocabulary>(word: &str) -> usize {
        V::ALL.iter().position(|w| w.word() == word.to_lowercase()).unwrap()
    }
    let (input, expected): (NetworkInput, NetworkExpected) = (read(&case.input), read(&case.expected));
    let mut rows = [[0.0; 3]; 3];
    for s in &input.matrix {
        rows[index::<Supply>(&s.supply)][index::<Benefit>(&s.benefit)] = s.score;
    }
    let options = ValueNetworkOptions::new();
    let options = if input.matrix.is_empty() {
        options
    } else {
        assert_eq!(FlowScores::new(rows).unwrap(), FlowScores::default(), "the default is the published matrix");
        options.scores(FlowScores::new(rows).unwrap())
    };
    let party = |name: &str| PartyId::new(&name.to_lowercase()).unwrap();
    let mut model = Model::new();
    let names: BTreeSet<&str> = input.flows.iter().flat_map(|f| [f.source.as_str(), &f.target]).collect();
    names.iter().for_each(|name| model.insert_party(party(name), Party::default()).unwrap());
    model.set_project(Project { focal: Some(party(&input.focal)), ..Project::default() }).unwrap();
    for (i, given) in input.flows.iter().enumerate() {
        // Where a vector has no words, any with the score do.
        let cells = Supply::ALL.iter().flat_map(|s| Benefit::ALL.iter().map(move |b| (*s, *b)));
        let (supply, benefit) = match (&given.supply, &given.benefit) {
            (Some(s), Some(b)) => (Supply::ALL[index::<Supply>(s)], Benefit::ALL[index::<Benefit>(b)]),
            _ => cells.clone().find(|(s, b)| FlowScores::default().of(*s, *b) == given.score).unwrap(),
        };
        let (from, to) = (party(&given.source), party(&given.target));
        let name = given.what.clone();
        let flow = Flow { from, to, name, benefit: Some(benefit), supply: Some(supply), remarks: Remarks::default() };
        let id = given.id.clone().unwrap_or_else(|| format!("flow-{i}"));
        model.insert_flow(FlowId::new(&id).unwrap(), flow).unwrap();
    }
    let found = value_network(&model, &options);
    for given in &input.flows {
        let place = found.flows.iter().find(|f| Some(f.flow.as_str()) == given.id.as_deref());
        assert!(place.is_none_or(|f| f.score == Measure::Known(given.score)), "{:?}", given.id);
    }
    assert_eq!(found.loop_count, Measure::Known(expected.loop_count));
    assert_eq!(found.loops.len(), expected.loops.len());
    for (x, y) in found.loops.iter().zip(&expected.loops) {
        let ids: Vec<&str> = x.flows.iter().map(FlowId::as_str).collect();
        assert_eq!(ids, y.flows);
        assert!(close(x.score, y.score, case.tolerance), "{ids:?}: {}", x.score);
    }
    if let Some(total) = expected.total {
        assert!(close(found.total.value().unwrap(), total, case.tolerance));
    }
    let same = |found: Vec<(String, Measure)>, expected: &Option<BTreeMap<String, f64>>| {
        let Some(expected) = expected else {
            let none = Measure::Undefined(Undefined::NothingToMeasure);
            return assert!(found.iter().all(|(_, x)| *x == none), "{found:?}");
        };
        assert_eq!(found.len(), expected.len());
        for (id, x) in found {
            let y = expected.iter().find(|(name, _)| name.to_lowercase() == id).unwrap().1;
            assert!(close(x.value().unwrap(), *y, case.tolerance), "{id}: {x}, not {y}");
        }
    };
    let parties = found.parties.iter().map(|p| (p.party.to_string(), p.occurrence)).collect();
    same(parties, &expected.weighted_stakeholder_occurrence);
    let flows = found.flows.iter().map(|f| (f.flow.to_string(), f.occurrence)).collect();
    same(flows, &expected.weighted_value_flow_occurrence);
    for (side, expected) in
        [(&found.inputs, &expected.input_flow_importance), (&found.outputs, &expected.output_flow_importance)]
    {
        same(side.iter().map(|f| (f.flow.to_string(), f.importance)).collect(), expected);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RankInput {
    candidates: Vec<String>,
    ballots: Vec<RankBallot>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RankBallot {
    weight: f64,
    tiers: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RankExpected {
    pairwise: Vec<Vec<f64>>,
    borda: BTreeMap<String, f64>,
    copeland_1_half_0: BTreeMap<String, f64>,
    copeland_wins_minus_losses: BTreeMap<String, i64>,
    kemeny_score_agreements: f64,
    kemeny_disagreements: f64,
    kemeny_number_of_optima: u64,
    kemeny_lexicographically_first: Vec<String>,
    kemeny_all: Vec<Vec<String>>,
    schulze_paths_winning_votes: Vec<Vec<f64>>,
    schulze_ranking: Vec<Vec<String>>,
    minimax_worst_defeat: BTreeMap<String, f64>,
    condorcet_winner: Option<String>,
}

/// Once by the pure functions, and once by as many parties as a ballot weighs.
fn ranked(case: &Case) {
    let (input, expected): (RankInput, RankExpected) = (read(&case.input), read(&case.expected));
    let n = input.candidates.len();
    let number = |name: &String| input.candidates.iter().position(|c| c == name).unwrap();
    let numbers = |names: &[String]| names.iter().map(number).collect::<Vec<_>>();
    let ballots: Vec<Ballot> = input
        .ballots
        .iter()
        .map(|b| Ballot { weight: b.weight, tiers: b.tiers.iter().map(|tier| numbers(tier)).collect() })
        .collect();
    let same = |a: f64, b: f64| assert!(close(a, b, case.tolerance), "{a}, not {b}");
    let p = Preferences::new(n, &ballots, Unranked::Last).unwrap();
    let paths = schulze(&p).unwrap();
    for a in 0..n {
        for b in 0..n {
            same(p.over(a, b), expected.pairwise[a][b]);
            same(paths.strengths()[a][b], expected.schulze_paths_winning_votes[a][b]);
        }
    }
    let (counts, records, worst) = (borda(&p), copeland(&p), p.worst_defeats());
    for (i, name) in input.candidates.iter().enumerate() {
        same(counts[i].score, expected.borda[name]);
        same(records[i].score(), expected.copeland_1_half_0[name]);
        assert_eq!(records[i].wins_less_defeats(), expected.copeland_wins_minus_losses[name]);
        same(worst[i], expected.minimax_worst_defeat[name]);
    }
    assert_eq!(borda_order(&p, Unranked::Last), borda_order(&p, Unranked::NoInformation), "all compared alike");
    let ranking: Vec<Vec<usize>> = expected.schulze_ranking.iter().map(|tier| numbers(tier)).collect();
    assert_eq!(paths.order(), ranking);
    assert_eq!(p.condorcet_winner(), expected.condorcet_winner.as_ref().map(number));
    let best = kemeny(&p, 1_000).unwrap();
    same(best.disagreements, expected.kemeny_disagreements);
    same(best.agreements, expected.kemeny_score_agreements);
    assert_eq!(best.optima, expected.kemeny_number_of_optima);
    assert_eq!(best.orders[0], numbers(&expected.kemeny_lexicographically_first));
    let all: Vec<Vec<usize>> = expected.kemeny_all.iter().map(|order| numbers(order)).collect();
    assert_eq!(best.orders, all);

    let mut model = Model::with_scales(Scales::default().with_one_sided(0, 10).unwrap());
    let value = |i: usize| ValueId::new(&format!("c{i}")).unwrap();
    (0..n).for_each(|i| model.insert_value(value(i), ValueNode::default()).unwrap());
    let mut party = 0;
    for ballot in &ballots {
        for _ in 0..ballot.weight as usize {
            let id = PartyId::new(&format!("p{party}")).unwrap();
            party += 1;
            model.insert_party(id.clone(), Party::default()).unwrap();
            for (tier, of) in ballot.tiers.iter().enumerate() {
                for item in of {
                    let importance = Rating::number(9.0 - tier as f64).unwrap();
                    model.set_importance(id.clone(), value(*item), importance).unwrap();
                }
            }
        }
    }
    let options = RankValuesOptions::new().unranked(Unranked::Last).orders_at_most(1_000);
    let found = rank_values(&model, &options);
    for (i, name) in input.candidates.iter().enumerate() {
        let of = &found.values[i];
        same(of.borda, expected.borda[name]);
        same(of.copeland, expected.copeland_1_half_0[name]);
        assert_eq!(of.wins_less_defeats, expected.copeland_wins_minus_losses[name]);
        same(of.worst_defeat, expected.minimax_worst_defeat[name]);
        let before: usize = ranking.iter().take_while(|tier| !tier.contains(&i)).map(Vec::len).sum();
        assert_eq!(of.schulze_place.value().unwrap().first, before + 1);
    }
    assert_eq!(found.condorcet_winner, expected.condorcet_winner.as_ref().map(|c| value(number(c))));
    let Measure::Known(order) = &found.kemeny else { panic!("{:?}", found.kemeny) };
    same(order.disagreements, expected.kemeny_disagreements);
    same(order.agreements, expected.kemeny_score_agreements);
    assert_eq!((order.optima, order.truncated), (expected.kemeny_number_of_optima, false));
    let named: Vec<Vec<ValueId>> = all.iter().map(|order| order.iter().map(|i| value(*i)).collect()).collect();
    assert_eq!(order.orders, named);
    for pair in &found.pairs {
        let of = |v: &ValueId| v.as_str().trim_start_matches('c').parse::<usize>().unwrap();
        let (a, b) = (of(&pair.values[0]), of(&pair.values[1]));
        assert_eq!([pair.first as f64, pair.second as f64], [expected.pairwise[a][b], expected.pairwise[b][a]]);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ComparedInput {
    items: Vec<String>,
    comparisons: Vec<(String, String, f64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ComparedExpected {
    priorities: BTreeMap<String, f64>,
    consistency_ratio: f64,
}

fn prioritised(case: &Case) {
    let (input, expected): (ComparedInput, ComparedExpected) = (read(&case.input), read(&case.expected));
    let n = input.items.len();
    let number = |name: &String| input.items.iter().position(|c| c == name).unwrap();
    let said = input.comparisons.iter().map(|(a, b, ratio)| (number(a), number(b), *ratio));
    let found = PairwiseMatrix::new(n, said).unwrap().priorities().unwrap();
    let ratio = found.consistency_index / RandomIndex::saaty().of(n, 0).unwrap();
    assert!(close(ratio, expected.consistency_ratio, case.tolerance), "{ratio}");
    for (name, priority) in &expected.priorities {
        assert!(close(found.weights[number(name)], *priority, case.tolerance), "{name}");
    }

    let mut model = Model::new();
    let party = PartyId::new("judge").unwrap();
    model.insert_party(party.clone(), Party::default()).unwrap();
    for item in &input.items {
        model.insert_value(ValueId::new(item).unwrap(), ValueNode::default()).unwrap();
    }
    for (i, (a, b, ratio)) in input.comparisons.iter().enumerate() {
        let comparison = Comparison {
            by: party.clone(),
            a: ValueId::new(a).unwrap(),
            b: ValueId::new(b).unwrap(),
            ratio: Preference::new(*ratio).unwrap(),
            remarks: Remarks::default(),
        };
        model.insert_comparison(ComparisonId::new(&format!("c{i}")).unwrap(), comparison).unwrap();
    }
    let found = value_priorities(&model, &ValuePrioritiesOptions::new());
    let compared = &found.parties[0].compared;
    assert!(close(compared.consistency_ratio.value().unwrap(), expected.consistency_ratio, case.tolerance));
    let Measure::Known(priorities) = &compared.priorities else { panic!("{:?}", compared.priorities) };
    assert_eq!(priorities.len(), expected.priorities.len());
    for of in priorities {
        assert!(close(of.priority, expected.priorities[of.value.as_str()], case.tolerance), "{}", of.value);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JudgesInput {
    judges: Vec<Vec<Option<f64>>>,
}

fn judged(case: &Case) -> Ratings<Judges, Items> {
    Ratings::from_judges(read::<JudgesInput>(&case.input).judges).unwrap()
}

/// Every expected key must be among the found ones; `null` is a measure that is undefined.
fn every_key(case: &Case, found: &[(&str, Result<f64, Degenerate>)]) {
    for (key, expected) in case.expected.as_object().unwrap() {
        let Some((_, found)) = found.iter().find(|(of, _)| of == key) else { panic!("{}: {key}", case.id) };
        match (found, expected.as_f64()) {
            (Ok(x), Some(y)) => assert!(close(*x, y, case.tolerance), "{}: {key} is {x}, not {y}", case.id),
            (found, None) => assert!(expected.is_null() && found.is_err(), "{}: {key} is {found:?}", case.id),
            (Err(reason), Some(_)) => panic!("{}: {key}: {reason}", case.id),
        }
    }
}

fn without(case: &Case, keys: &[&str]) -> Case {
    let mut expected = case.expected.clone();
    expected.as_object_mut().unwrap().retain(|key, _| !keys.contains(&key.as_str()));
    Case { id: case.id.clone(), input: case.input.clone(), expected, tolerance: case.tolerance }
}

fn concordant(case: &Case) {
    let found = concordance(&judged(case));
    if let Some(sums) = case.expected.get("rank_sums") {
        assert_eq!(found.rank_sums, read::<Vec<f64>>(sums));
    }
    every_key(
        &without(case, &["rank_sums"]),
        &[
            ("m", Ok(found.judges as f64)),
            ("n", Ok(found.items as f64)),
            ("S", Ok(found.s)),
            ("sum_T", Ok(found.ties)),
            ("W", found.w),
            ("W_uncorrected", found.w_uncorrected),
            ("chi2", found.chi_squared),
            ("df", found.df),
            ("p_chi2", found.p_chi_squared),
            ("F", found.f),
            ("df1", found.df1),
            ("df2", found.df2),
            ("p_F", found.p_f),
            ("mean_spearman_from_W", found.mean_spearman_from_w),
            ("mean_pairwise_spearman", found.mean_pairwise_spearman),
        ],
    );
}

fn alphas(case: &Case) {
    let table = judged(case);
    let found: Vec<_> = Measurement::ALL.iter().map(|level| (level.word(), alpha(&table, *level).alpha)).collect();
    every_key(case, &found);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrequenciesInput {
    frequencies: Vec<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LayerExpected {
    pattern: String,
    height: f64,
    weight: f64,
    agreement: f64,
}

fn ordinal(case: &Case) {
    let of = Frequencies::new(&read::<FrequenciesInput>(&case.input).frequencies).unwrap();
    let peeled = of.agreement();
    if let Some(layers) = case.expected.get("layers") {
        let (layers, peeled) = (read::<Vec<LayerExpected>>(layers), peeled.as_ref().unwrap());
        assert_eq!(peeled.layers.len(), layers.len());
        for (found, expected) in peeled.layers.iter().zip(layers) {
            let pattern: String = found.pattern.iter().map(|on| if *on { '1' } else { '0' }).collect();
            assert_eq!(pattern, expected.pattern);
            assert!(close(found.height, expected.height, case.tolerance), "{found:?}");
            assert!(close(found.weight, expected.weight, case.tolerance), "{found:?}");
            assert!(close(found.agreement, expected.agreement, case.tolerance), "{found:?}");
        }
    }
    if let Some(targets) = case.expected.get("agreement_with_target") {
        for (target, expected) in read::<BTreeMap<String, f64>>(targets) {
            let found = of.agreement_with(target.parse().unwrap()).unwrap();
            assert!(close(found, expected, case.tolerance), "target {target}: {found}, not {expected}");
        }
    }
    every_key(
        &without(case, &["layers", "agreement_with_target"]),
        &[
            ("agreement_A", peeled.as_ref().map(|a| a.agreement).map_err(|reason| *reason)),
            ("polarization", peeled.as_ref().map(|a| a.polarization).map_err(|reason| *reason)),
            ("consensus_tastle_wierman", of.consensus()),
            ("dissention", of.dissention()),
            ("leik_D", of.leik()),
            ("blair_lacy_l", of.l()),
            ("lsquared", of.l_squared()),
            ("entropy_bits", of.entropy()),
            ("berry_mielke_IOV", of.variation()),
            ("kvalseth_COV", of.coefficient_of_variation()),
        ],
    );
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrdersInput {
    x: Vec<f64>,
    y: Vec<f64>,
}

fn correlated(case: &Case) {
    let OrdersInput { x, y } = read(&case.input);
    let rows = [x, y].map(|row| row.into_iter().map(Some).collect());
    let found = rank_correlation(&Ratings::from_judges(rows.to_vec()).unwrap(), 0, 1);
    let count = |n: u64| Ok(n as f64);
    every_key(
        case,
        &[
            ("concordant", count(found.concordant)),
            ("discordant", count(found.discordant)),
            ("ties_x", count(found.ties_first)),
            ("ties_y", count(found.ties_second)),
            ("n0", count(found.pairs)),
            ("tau_a", found.tau_a),
            ("tau_b", found.tau_b),
            ("gamma", found.gamma),
            ("spearman", found.spearman),
            ("kemeny_snell", count(found.kemeny_snell)),
            ("tau_x", found.tau_x),
        ],
    );
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Questionnaire {
    #[serde(default)]
    types: Vec<String>,
    #[serde(default)]
    items: Vec<String>,
    now: Vec<Vec<f64>>,
    #[serde(default)]
    preferred: Vec<Vec<f64>>,
}

fn questionnaire(case: &Case) {
    let input: Questionnaire = read(&case.input);
    let answers = |items: &[Vec<f64>]| Answers::new(items, 100.0);
    if let Some(fault) = case.expected["error"].as_str() {
        assert_eq!(answers(&input.now).unwrap_err().to_string(), fault);
        assert_eq!(case.expected.as_object().unwrap().len(), 1);
        return;
    }
    let (now, preferred) = (answers(&input.now).unwrap(), answers(&input.preferred).unwrap());
    assert_eq!((now.items(), now.types()), (input.items.len(), input.types.len()));
    let (x, y) = (now.profile(), preferred.profile());
    let pairs = || x.iter().copied().zip(y.iter().copied());
    let gap = gap(&now, &preferred).unwrap();
    let on_axes = [axes(&now).unwrap(), axes(&preferred).unwrap()];
    let names = |of: &[usize]| -> Vec<String> { of.iter().map(|of| input.types[*of].clone()).collect() };
    for (key, expected) in case.expected.as_object().unwrap() {
        let found: Vec<f64> = match key.as_str() {
            "profile_now" => x.clone(),
            "profile_preferred" => y.clone(),
            "gap" => gap.of_types.clone(),
            "strength_now" => vec![now.strength()],
            "points_to_move" => vec![points_to_move(pairs()).unwrap()],
            "congruence_sd_per_type_now" => now.congruence().into_iter().map(Option::unwrap).collect(),
            "euclidean" => vec![euclidean(pairs()).unwrap()],
            "jensen_shannon_bits" => vec![jensen_shannon_bits(&x, &y).unwrap()],
            "aitchison" => vec![aitchison(&x, &y).unwrap()],
            "axis_flexibility_minus_stability" => on_axes.iter().map(|a| a.flexibility_minus_stability).collect(),
            "axis_external_minus_internal" => on_axes.iter().map(|a| a.external_minus_internal).collect(),
            "dominant_now" | "dominant_preferred" => {
                let of = if key == "dominant_now" { now.dominant() } else { preferred.dominant() };
                assert_eq!(names(&of), [read::<String>(expected)], "{key}");
                continue;
            }
            "gaps_over_10" => {
                assert_eq!(names(&gap.large), read::<Vec<String>>(expected));
                continue;
            }
            other => panic!("{}: {other} is not checked", case.id),
        };
        let expected = expected.as_f64().map_or_else(|| read::<Vec<f64>>(expected), |one| vec![one]);
        assert_eq!(found.len(), expected.len(), "{key}");
        for (x, y) in found.iter().zip(&expected) {
            assert!(close(*x, *y, case.tolerance), "{key}: {x}, not {y}");
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TeamInput {
    scale: (i64, i64),
    members: Vec<String>,
    tasks: Vec<String>,
    team: BTreeMap<String, BTreeMap<String, f64>>,
    asks: BTreeMap<String, BTreeMap<String, f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TeamExpected {
    fit: Vec<Vec<f64>>,
    assignment: BTreeMap<String, String>,
    total: f64,
}

fn led(case: &Case) {
    let (input, expected): (TeamInput, TeamExpected) = (read(&case.input), read(&case.expected));
    let mut model = Model::with_scales(Scales::default().with_one_sided(input.scale.0, input.scale.1).unwrap());
    let member = |id: &str| MemberId::new(id).unwrap();
    let task = |id: &str| TaskId::new(id).unwrap();
    for (id, roles) in &input.asks {
        let roles = roles.iter().map(|(r, w)| (Role::parse(r).unwrap(), RoleWeight::new(*w).unwrap())).collect();
        model.insert_task(task(id), Task { phase: Some(Phase::Start), roles, ..Task::default() }).unwrap();
    }
    for (id, scores) in &input.team {
        let roles = scores.iter().map(|(r, x)| (Role::parse(r).unwrap(), Rating::number(*x).unwrap())).collect();
        model.insert_member(member(id), Member { roles, ..Member::default() }).unwrap();
    }
    let found = leadership(&model, &LeadershipOptions::new());
    let phase = &found.phases[0];
    for (id, row) in input.members.iter().zip(&expected.fit) {
        assert_eq!(row.len(), input.tasks.len());
        for (t, fit) in input.tasks.iter().zip(row) {
            let cell = phase.tasks.get(&task(t), &member(id)).unwrap();
            assert!(close(cell.fit.value().unwrap(), *fit, case.tolerance), "{id} on {t}: {:?}", cell.fit);
        }
    }
    assert_eq!(expected.fit.len(), input.members.len());
    let [round] = phase.assignment.rounds.as_slice() else { panic!("{:?}", phase.assignment) };
    let placed = round.placed.iter().map(|p| (p.member.to_string(), p.task.to_string())).collect();
    assert_eq!((expected.assignment, round.optima), (placed, Measure::Known(1)));
    assert!(close(round.total, expected.total, case.tolerance), "{}", round.total);
}
