//! What every analysis says of the standing models, as JSON. A number that changes here is a change to announce.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use polder::analysis::{INDEX, analyze};
use polder::{Document, Model};
use serde_json::Value;

const MODELS: &[(&str, &str)] = &[
    ("slimme-straatverlichting", include_str!("../examples/models/slimme-straatverlichting.toml")),
    ("paris-airport", include_str!("../examples/models/paris-airport.toml")),
    ("edge-cases", include_str!("models/edge-cases.toml")),
];
const TWO_PARTIES: &str = include_str!("../examples/models/two-parties.toml");

fn model(text: &str) -> Model {
    Model::try_from(Document::from_toml(text).unwrap()).unwrap()
}

#[test]
fn every_analysis_of_every_standing_model() {
    for (name, text) in MODELS {
        let model = model(text);
        for entry in INDEX {
            let mut answer = analyze(&model, &[entry.id]).unwrap();
            shorten(&mut answer);
            insta::assert_snapshot!(format!("{name}-{}", entry.id), page(&answer));
        }
    }
}

#[test]
fn what_cannot_be_run_says_why() {
    insta::assert_snapshot!("two-parties", page(&analyze(&model(TWO_PARTIES), &[]).unwrap()));
}

#[test]
fn all_at_once_is_the_same_as_one_by_one() {
    for (name, text) in MODELS {
        let model = model(text);
        let all = analyze(&model, &[]).unwrap();
        for entry in INDEX {
            let one = analyze(&model, &[entry.id]).unwrap();
            for part in ["analyses", "not_run"] {
                assert_eq!(all[part].get(entry.id), one[part].get(entry.id), "{name}: {}", entry.id);
            }
        }
    }
}

/// Takes the grounds and bridges from all conflicts but the strongest: hundreds of them say little more than a few.
fn shorten(answer: &mut Value) {
    const WHOLE: usize = 12;
    let conflicts = answer.pointer_mut("/analyses/conflicts/result/conflicts").and_then(Value::as_array_mut);
    for conflict in conflicts.into_iter().flatten().skip(WHOLE).filter_map(Value::as_object_mut) {
        for grounds in ["because", "bridges"] {
            assert!(conflict.remove(grounds).is_some());
        }
    }
}

/// Pretty JSON in which what fits on a line stands on one.
fn page(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, &mut out);
    out
}

fn write(value: &Value, depth: usize, out: &mut String) {
    const WIDTH: usize = 140;
    let line = value.to_string();
    let (open, items, close): (_, Vec<(Option<&String>, &Value)>, _) = match value {
        Value::Object(map) if line.len() + depth > WIDTH => ('{', map.iter().map(|(k, v)| (Some(k), v)).collect(), '}'),
        Value::Array(list) if line.len() + depth > WIDTH => ('[', list.iter().map(|v| (None, v)).collect(), ']'),
        _ => return out.push_str(&line),
    };
    out.push(open);
    for (place, (key, value)) in items.into_iter().enumerate() {
        out.push_str(if place == 0 { "\n" } else { ",\n" });
        out.push_str(&" ".repeat(depth + 1));
        if let Some(key) = key {
            out.push_str(&format!("{key:?}: "));
        }
        write(value, depth + 1, out);
    }
    out.push('\n');
    out.push_str(&" ".repeat(depth));
    out.push(close);
}
