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

use polder::analysis::tipping::{Answer, Tipping};
use polder::analysis::{ForceFieldOptions, force_field};
use polder::evidence::Measure;
use polder::id::PartyId;
use polder::model::{Model, Party};
use polder::rating::Rating;
use polder::scale::Raw;
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
const RUNNERS: &[(&str, Runner)] = &[("flip_net_force", tipping), ("schwartz_circle", circle)];

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
