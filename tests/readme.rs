//! What README.md shows is so: its model file is read, its answer is an answer, its commands stand where they are looked for.
#![cfg(feature = "toml")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use polder::analysis::INDEX;
use polder::{Document, Model};

const README: &str = include_str!("../README.md");

#[allow(dead_code)]
#[path = "../examples/where_does_it_rub.rs"]
mod where_does_it_rub;

/// The blocks of one language.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    README.split(fence.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_model_file_is_read_without_a_warning() {
    let files = blocks("toml");
    let [advice, model] = ["polder-advice = 1", "polder = 1"].map(|mark| {
        let of_kind: Vec<_> = files.iter().filter(|f| f.starts_with(mark)).collect();
        assert_eq!(of_kind.len(), 1, "{mark}");
        *of_kind[0]
    });
    assert_eq!(files.len(), 2);
    polder::advice::Advice::from_toml(advice).unwrap();
    let files = [model];
    let resolved = Document::from_toml(files[0]).unwrap().resolve();
    assert_eq!((resolved.problems, resolved.warnings), (vec![], vec![]));
    let model = resolved.model.unwrap();
    assert_eq!(model.parties().len(), 3);
    for entry in INDEX {
        assert_eq!((entry.not_run)(&model), None, "{}", entry.id);
    }
}

#[test]
fn the_answer_is_an_answer() {
    let shown = blocks("text");
    assert_eq!(shown.len(), 1);
    assert!(where_does_it_rub::answer().unwrap().starts_with(shown[0]));
}

#[test]
fn every_method_is_in_the_table() {
    for entry in INDEX {
        assert!(README.contains(&format!("| `{}`", entry.id)), "{}", entry.id);
    }
}

#[test]
fn the_commands_stand_behind_their_marks() {
    for mark in ["report", "test"] {
        let fence = format!("<!-- command: {mark} -->\n```sh\ncargo ");
        assert_eq!(README.matches(fence.as_str()).count(), 1, "{mark}");
    }
}

#[test]
fn every_table_of_the_format_is_filled_in_the_complete_model() {
    let file = include_str!("../examples/models/slimme-straatverlichting.toml");
    let model = Model::try_from(Document::from_toml(file).unwrap()).unwrap();
    let filled = [
        model.parties().len(),
        model.interests().len(),
        model.values().len(),
        model.cultures().len(),
        model.beliefs().len(),
        model.claims().len(),
        model.comparisons().len(),
        model.flows().len(),
        model.forces().len(),
        model.supports().len(),
        model.observations().len(),
        model.members().len(),
        model.tasks().len(),
        model.stakes().len(),
        model.importances().len(),
        model.trusts().len(),
        model.influences().len(),
        model.ties().len(),
        model.dependences().len(),
        model.handbook().acknowledged.len(),
        model.handbook().explained.len(),
        model.handbook().activities.len(),
    ];
    assert!(filled.iter().all(|n| *n > 0), "{filled:?}");
}
