//! `polder between` and the report of one pair.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use polder::analysis::{ConflictOptions, between};
use polder::report::{Format, Locale, ReportOptions, Section, of_pair, report};
use polder::{Document, Model};
use serde_json::Value;

const STREET: &str = "examples/models/slimme-straatverlichting.toml";

/// Exit code, standard output, standard error.
fn run(args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_polder"));
    command.arg("between").args(args).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert!(!err.contains("panicked"), "{err}");
    (output.status.code().unwrap(), out, err)
}

fn street() -> Model {
    let text = include_str!("../examples/models/slimme-straatverlichting.toml");
    Model::try_from(Document::from_toml(text).unwrap()).unwrap()
}

#[test]
fn text_is_the_block_of_the_report_with_what_is_not_known() {
    let model = street();
    for lang in Locale::BUILTIN {
        let locale = Locale::builtin(lang).unwrap();
        let only = ReportOptions::new().sections([Section::Pairs]);
        let whole = report(&model, &locale, &only).render(Format::Text);
        let (code, out, err) = run(&[STREET, "leverancier", "gemeente", "--lang", lang]);
        assert_eq!((code, err.as_str()), (0, ""));
        let mut lines = out.lines();
        let heading = lines.next().unwrap();
        assert!(heading.starts_with("Gemeente Lindeveen") && lines.next().unwrap().starts_with("==="), "{out}");
        let said: Vec<&str> = lines.collect();
        let block: Vec<&str> =
            whole.lines().skip_while(|l| *l != heading).take_while(|l| !l.ends_with(" Stichting Onbespied")).collect();
        let [more, rest]: [Vec<&str>; 2] =
            block.iter().skip(1).partition(|l| l.contains("En nog 4, ") || l.contains("And 4 more, ")).into();
        assert_eq!(more.len(), 1, "the report leaves some out, which the command tells: {whole}");
        assert!(rest.len() > 8, "{whole}");
        for line in rest {
            assert!(said.contains(&line), "{line}\n--\n{out}");
        }
    }
}

#[test]
fn what_is_not_known_of_the_two_is_listed() {
    let (code, out, _) = run(&["-", "a", "b"]);
    assert_eq!(code, 1, "an empty model has no version: {out}");
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("between");
    fs::create_dir_all(&dir).unwrap();
    let file = dir.join("open.toml");
    fs::write(
        &file,
        "polder = 1\n[interest.i]\nname = \"I\"\n[party.a]\nname = \"A\"\nstakes.i = \"unknown\"\n[party.b]\nname = \"B\"\n",
    )
    .unwrap();
    let (code, out, err) = run(&[file.to_str().unwrap(), "a", "b", "--lang", "nl"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(
        out.contains("Niets is vastgelegd dat hen verdeelt.") && out.contains("Niets is vastgelegd dat hen verbindt.")
    );
    assert!(out.contains("Wat van deze twee niet bekend is:\n\n- A over “I”: "), "{out}");
    assert!(out.contains("Band: niet bekend."), "{out}");
}

#[test]
fn json_has_the_common_shape_with_what_was_omitted() {
    let (code, out, err) = run(&[STREET, "politie", "privacystichting", "--format", "json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["polder"], 1);
    assert_eq!(json["between"]["provenance"]["method"], "between");
    assert!(json["between"]["provenance"]["omitted"].is_array(), "{out}");
    let result = &json["between"]["result"];
    assert_eq!(result["parties"], serde_json::json!(["politie", "privacystichting"]));
    for key in ["divides", "binds", "tie", "trust", "gains"] {
        assert!(!result[key].is_null(), "{key}");
    }
    let other = run(&[STREET, "privacystichting", "politie", "--format", "json"]).1;
    assert_eq!(out, other, "in either order");
}

#[test]
fn wrong_names_are_met_with_help() {
    let (code, out, err) = run(&[STREET, "gemeent", "politie"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("there is no party `gemeent`") && err.contains("did you mean `gemeente`?"), "{err}");
    let (code, _, err) = run(&[STREET, "politie", "De provincie"]);
    assert!(code == 2 && err.contains("did you mean `provincie`?"), "a name is met with its id: {err}");
    let (code, _, err) = run(&[STREET, "zzzzzzzzzz", "politie"]);
    assert!(code == 2 && err.contains("known are `beheer`"), "{err}");
    let (code, _, err) = run(&[STREET, "politie", "politie"]);
    assert!(code == 2 && err.contains("is one party") && err.contains("another party"), "{err}");
    let (code, _, err) = run(&[STREET, "politie", "a\u{1b}[31m\nb"]);
    assert!(code == 2 && !err.contains('\u{1b}'), "{err}");
    let (code, _, err) = run(&[STREET, "politie", "gemeente", "--lang", "xx"]);
    assert!(code == 2 && err.contains("languages are nl, en"), "{err}");
    assert_eq!(run(&[STREET, "politie"]).0, 2);
    assert_eq!(run(&["-", "a", "b", "--locale", "-"]).0, 2);
}

#[test]
fn words_of_ones_own_and_what_they_lack() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("between");
    fs::create_dir_all(&dir).unwrap();
    let own = dir.join("own.ftl");
    fs::write(&own, "pair-divides = Wat skiedt:\n").unwrap();
    let (code, out, err) = run(&[STREET, "politie", "gemeente", "--lang", "fy", "--locale", own.to_str().unwrap()]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Wat skiedt:") && out.contains("What binds:"), "{out}");
    assert!(err.contains("`fy` has no words for"), "{err}");
}

#[test]
fn hostile_names_break_nothing() {
    let text = "polder = 1\n[interest.i]\nname = \"a | b\\n# c \\u202e\"\n[interest.up]\nname = \"{ $x }\"\n\
                [party.a]\nname = \"<b>\\n- x\"\nlocation = [1.0, 1.0]\nstakes.i = { stance = 2, salience = 5 }\nties.b = -2\ntrusts.b = 1\n\
                [party.b]\nname = \"[l](http://e.x)\"\nlocation = [1.0, 2.0]\nstakes.i = { stance = -2, salience = 1 }\ntrusts.a = 5\n";
    let model = Model::try_from(Document::from_toml(text).unwrap()).unwrap();
    let mut ids = model.parties().map(|(id, _)| id);
    let (a, b) = (ids.next().unwrap(), ids.next().unwrap());
    let found = between(&model, a, b, &ConflictOptions::new()).unwrap();
    for lang in Locale::BUILTIN {
        let report = of_pair(&model, &Locale::builtin(lang).unwrap(), &found);
        assert_eq!(report.missing_words(), [""; 0]);
        for format in [Format::Markdown, Format::Text] {
            let out = report.render(format);
            assert!(!out.contains('\u{202e}') && out.contains("⟨U+202E⟩"), "{out}");
            assert!(!out.contains("\n# c") && !out.contains("\n- x"), "{out}");
        }
        assert!(!report.render(Format::Markdown).contains("<b>"));
    }
}
