//! `polder catalogues` as a person or a script meets it.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::process::{Command, Stdio};

use polder::vocabulary::catalogue::{CATALOGUES, LINKS};
use polder::{Document, Model};

/// Exit code, standard output, standard error.
fn run(args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_polder"));
    let output = command.args(args).stdin(Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().expect("no signal ended it"), text(output.stdout), text(output.stderr))
}

#[test]
fn every_link_is_listed_in_both_languages() {
    for lang in ["nl", "en"] {
        let (code, out, err) = run(&["catalogues", "--lang", lang]);
        assert_eq!((code, err.as_str()), (0, ""));
        for set in CATALOGUES {
            assert!(
                out.contains(&format!("{}: {}\n", set.id, set.name.of(lang))) && out.contains(set.source.text),
                "{out}"
            );
            for value in set.values {
                let line =
                    out.lines().find(|l| l.trim_start().starts_with(&format!("{}/{} ", set.id, value.id))).unwrap();
                assert!(
                    line.ends_with(&format!("  {}: {}", value.label.of(lang), value.definition.of(lang))),
                    "{line}"
                );
            }
        }
    }
    assert_eq!(run(&["catalogues"]), run(&["catalogues", "--lang", "en"]));
    let (code, out, err) = run(&["catalogues", "--lang", "fy"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("nl") && err.contains("en"), "{err}");
}

#[test]
fn the_catalogues_as_json() {
    let (code, out, err) = run(&["catalogues", "--json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["polder"], 1);
    let sets = answer["catalogues"].as_array().unwrap();
    assert_eq!(sets.len(), CATALOGUES.len());
    let mut links = Vec::new();
    for set in sets {
        assert!(set["source"].is_string() && set["name"]["nl"].is_string() && set["name"]["en"].is_string());
        for value in set["values"].as_array().unwrap() {
            assert!(value["label"]["nl"].is_string() && value["definition"]["en"].is_string());
            links.push(format!("{}/{}", set["id"].as_str().unwrap(), value["id"].as_str().unwrap()));
        }
    }
    assert_eq!(links, LINKS);
}

#[test]
fn every_link_is_read() {
    for link in LINKS {
        let text = format!("polder = 1\n[party.a]\n[value.v]\ncatalogue = \"{link}\"\n");
        let model = Model::try_from(Document::from_toml(&text).unwrap()).unwrap();
        let (_, value) = model.values().next().unwrap();
        assert_eq!(value.catalogue.as_deref(), Some(*link));
        assert_eq!(Document::from(&model), Document::from_toml(&text).unwrap());
    }
}

#[test]
fn the_labels_of_the_circle_are_those_of_the_reports() {
    use polder::report::Locale;
    use polder::vocabulary::Vocabulary;
    use polder::vocabulary::schwartz::SchwartzValue;
    let circle = CATALOGUES.iter().find(|c| c.id == "schwartz").unwrap();
    for lang in ["nl", "en"] {
        let locale = Locale::builtin(lang).unwrap();
        for word in SchwartzValue::ALL {
            assert_eq!(circle.value(word.word()).unwrap().label.of(lang), locale.word(*word));
        }
    }
}
