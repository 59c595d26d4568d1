//! What was noted in confidence stands in nothing that is written, as long as too few noted it.
#![cfg(all(feature = "cli", feature = "json", feature = "toml"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use common::rename;
use common::strategies::{analysis_model, model_with_telling_ids};
use polder::analysis::iceberg::AtLeastTwo;
use polder::analysis::{
    CompareOptions, ConflictOptions, INDEX, IcebergOptions, Settings, analyze, analyze_with, between, compare, iceberg,
};
use polder::id::{ObservationId, PartyId, Slug};
use polder::model::{Model, Remarks};
use polder::report::{Format, Locale, PictureKind, PictureOptions, ReportOptions, Section, of_pair, picture, report};
use polder::vocabulary::Vocabulary;
use polder::{Document, rating::Rating};
use proptest::prelude::*;

/// Stands in every word of a withheld note, and nowhere else.
const MARK: &str = "qzq";

const CONFIDED: &str = r#"
polder = 1
[project]
focal = "city"
[party.city]
name = "City"
power = 4
attitude = 1
interest-level = 3
stakes = { light = 2 }
[party.residents]
name = "Residents"
power = 2
attitude = -1
interest-level = 5
stakes = { light = -1 }
[party.grid]
name = "Grid company"
power = 3
[party.harald]
name = "Harald and sons"
[interest.light]
[observation.late]
layer = "event"
statement = "The permit came late"
by = ["city"]
about = ["city", "grid"]
because = [{ of = "qzqsecret", by = "harald" }, "known"]
[observation.quarrel]
layer = "event"
statement = "The evening ended in a quarrel"
about = ["residents"]
because = ["qzqsecret", "shared-secret"]
[observation.qzqevent]
layer = "event"
statement = "Qzqsomething happened"
by = ["harald"]
private = true
votes = 9876543
because = [{ of = "known", by = "harald" }]
[observation.qzqsecret]
layer = "structure"
statement = "Qzqmoney went where it should not"
by = ["harald"]
about = ["city"]
private = true
voiced = "suspected"
votes = 8765432
notes = "qzqnote"
tags = ["qzqtag"]
annotations = { qzqkey = "qzqvalue" }
because = ["qzqdeeper", "shared-secret"]
[observation.qzqdeeper]
layer = "mental-model"
statement = "Qzqnobody looks"
private = true
notes = "qzqnote"
[observation.qzqlonely]
layer = "pattern"
statement = "Qzqexplains nothing"
by = ["harald"]
private = true
[observation.known]
layer = "pattern"
statement = "They wait for each other"
by = ["grid"]
[observation.shared-secret]
layer = "mental-model"
statement = "Nobody dares to say no"
by = ["harald", "residents"]
private = true
notes = "qzqnote on what several noted"
tags = ["qzqtag"]
annotations = { qzqkey = "qzqvalue" }
"#;

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(text).unwrap()).unwrap_or_else(|e| panic!("{e}"))
}

fn silent(what: &str, written: &str) {
    let lower = written.to_lowercase();
    if let Some(at) = lower.find(MARK) {
        let around = lower.as_bytes()[at.saturating_sub(200)..(at + 100).min(lower.len())].to_vec();
        panic!("{what}: …{}…", String::from_utf8_lossy(&around));
    }
}

/// Everything that the library writes of a model.
fn written(m: &Model) -> Vec<(String, String)> {
    let mut out = vec![("analyze".to_owned(), analyze(m, &[]).unwrap().to_string())];
    out.push(("iceberg".into(), format!("{:?}", iceberg(m, &IcebergOptions::new()))));
    let louder = m.with(|m| {
        let first = m.parties().next().map(|(id, _)| id.clone());
        first.map_or(Ok(()), |id| m.update_party(&id, |p| p.power = Some(Rating::number(1.0).unwrap())))
    });
    let before = louder.unwrap();
    out.push(("compare".into(), serde_json::to_string(&compare(&before, m, &CompareOptions::new()).unwrap()).unwrap()));
    for lang in Locale::BUILTIN {
        let locale = Locale::builtin(lang).unwrap();
        for kind in PictureKind::ALL {
            if let Ok(drawn) = picture(m, &locale, *kind, &PictureOptions::new()) {
                out.push((format!("picture {lang} {kind}"), drawn.to_svg()));
            }
        }
        for format in Format::ALL {
            let whole = report(m, &locale, &ReportOptions::new().since(before.clone()));
            out.push((format!("report {lang} {format}"), whole.render(*format)));
            let parties: Vec<&PartyId> = m.parties().map(|(id, _)| id).collect();
            if let [a, b, ..] = parties.as_slice() {
                let found = between(m, a, b, &ConflictOptions::new()).unwrap();
                out.push((format!("between {lang} {format}"), of_pair(m, &locale, &found).render(*format)));
                out.push(("between".into(), serde_json::to_string(&found).unwrap()));
            }
        }
    }
    out
}

/// Standard output and error of the program.
fn run(args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_polder"));
    let output = command.args(args).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert!(output.status.success(), "{args:?}: {out}{err}");
    out + &err
}

fn file(name: &str, m: &Model) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("private-notes");
    std::fs::create_dir_all(&place).unwrap();
    let path = place.join(name);
    std::fs::File::create(&path).unwrap().write_all(Document::from(m).to_toml().as_bytes()).unwrap();
    path
}

/// Everything that the program writes of a model, apart from the model itself.
fn program(name: &str, m: &Model) -> Vec<(String, String)> {
    let path = file(name, m);
    let file = path.to_str().unwrap();
    let parties: Vec<String> = m.parties().take(2).map(|(id, _)| id.to_string()).collect();
    let mut calls: Vec<Vec<&str>> = vec![vec!["analyze", file], vec!["analyze", file, "--format", "json"]];
    calls.extend([vec!["check", file], vec!["check", file, "--format", "json"]]);
    for form in ["text", "json"] {
        calls.push(vec!["compare", file, file, "--format", form]);
        if let [a, b] = parties.as_slice() {
            calls.push(vec!["between", file, a, b, "--format", form]);
            calls.push(vec!["between", file, a, b, "--lang", "nl", "--format", form]);
        }
    }
    for lang in ["nl", "en"] {
        for format in ["markdown", "text", "html"] {
            calls.push(vec!["report", file, "--lang", lang, "--to", format]);
            calls.push(vec!["report", file, "--lang", lang, "--to", format, "--since", file]);
        }
        for format in ["text", "markdown", "json"] {
            calls.push(vec!["review", file, "--lang", lang, "--near", "25", "--format", format]);
        }
    }
    calls.iter().map(|call| (call[..].join(" "), run(call))).collect()
}

#[test]
fn a_confided_note_is_written_by_nothing_but_the_store() {
    let m = read(CONFIDED);
    for (what, text) in written(&m).into_iter().chain(program("confided.toml", &m)) {
        silent(&what.replace(MARK, ""), &text);
        assert!(!text.contains("9876543") && !text.contains("8765432"), "{what}: the votes of a withheld note");
    }
    for to in ["toml", "json"] {
        let kept = run(&["convert", file("kept.toml", &m).to_str().unwrap(), "--to", to]);
        for word in ["qzqsecret", "Qzqmoney", "qzqnote", "qzqtag", "qzqkey", "qzqvalue"] {
            assert!(kept.contains(word), "{word} is kept in {to}");
        }
    }
    // That there are some is told, and they take part.
    let found = iceberg(&m, &IcebergOptions::new());
    assert_eq!(found.withheld, 4);
    let listing = run(&["analyze", file("listed.toml", &m).to_str().unwrap(), "--only", "iceberg"]);
    assert!(listing.contains("4 private notes withheld") && listing.contains("(withheld structure)"), "{listing}");
}

#[test]
fn enough_noters_bring_the_words_but_no_names() {
    let m = read(CONFIDED);
    let only = |m: &Model, lang: &str, settings: Settings| {
        let options = ReportOptions::new().sections([Section::Iceberg]).settings(settings);
        report(m, &Locale::builtin(lang).unwrap(), &options).render(Format::Markdown)
    };
    let three = Settings::new().iceberg(IcebergOptions::new().anonymity(AtLeastTwo::new(3).unwrap()));
    for lang in ["nl", "en"] {
        let told = only(&m, lang, Settings::new());
        assert!(told.contains("Nobody dares to say no"), "{told}");
        assert!(!told.contains("Harald"), "{told}");
        assert!(!only(&m, lang, three.clone()).contains("Nobody dares"), "under a higher threshold");
    }
    let json = |settings: &Settings| analyze_with(&m, &["iceberg"], settings).unwrap().to_string();
    let told = json(&Settings::new());
    assert!(told.contains("shared-secret") && !told.contains("harald"), "{told}");
    assert!(!json(&three).contains("shared-secret"));
    // One more noter, and what was withheld is told; still nobody is named.
    let o = ObservationId::new("qzqsecret").unwrap();
    let more = m.with(|m| m.update_observation(&o, |n| n.by.extend([PartyId::new("grid").unwrap()]))).unwrap();
    let told = only(&more, "en", Settings::new());
    assert!(!told.contains("Harald") && !told.contains("qzqnote"), "{told}");
    let told = analyze(&more, &["iceberg"]).unwrap().to_string();
    assert!(told.contains("qzqsecret") && !told.contains("harald") && !told.contains("qzqdeeper"), "{told}");
}

#[test]
fn the_words_of_a_private_root_are_told_with_enough_noters() {
    let text = "polder = 1\n[party.z]\n[party.x]\nname = \"Xaver\"\n[party.y]\nname = \"Yvonne\"\n[observation.e]\nlayer = \"event\"\n\
        statement = \"A quarrel\"\nbecause = [{ of = \"r\", by = [\"x\", \"y\"] }]\n[observation.r]\nlayer = \"structure\"\n\
        statement = \"The roof leaks\"\nprivate = true\nvoiced = \"suspected\"\nby = [\"x\", \"y\"]\n";
    let m = read(text);
    for lang in ["nl", "en"] {
        let options = ReportOptions::new().sections([Section::Iceberg]);
        let told = report(&m, &Locale::builtin(lang).unwrap(), &options).render(Format::Text);
        assert!(told.contains("The roof leaks") && !told.contains("Xaver") && !told.contains("Yvonne"), "{told}");
    }
    let found = iceberg(&m, &IcebergOptions::new());
    assert!(found.roots[0].anonymous && found.roots[0].supporters.is_empty() && found.mirrors.is_empty());
    assert!(found.unspoken[0].by.is_empty());
    let hidden = m.with(|m| m.remove_party(&PartyId::new("x").unwrap()).map(drop)).unwrap();
    let written = analyze(&hidden, &["iceberg"]).unwrap().to_string();
    assert!(!written.contains("\"r\"") && written.contains("{\"withheld\":\"structure\"}"), "{written}");
}

/// The model with every note that too few noted in peculiar words, and no such words elsewhere.
fn confided(m: &Model) -> Model {
    let hidden: BTreeSet<String> = m
        .observations()
        .filter(|(_, n)| n.private == Some(true) && n.by.len() < 2)
        .map(|(id, _)| id.to_string())
        .collect();
    let names: BTreeMap<&str, String> =
        hidden.iter().enumerate().map(|(i, id)| (id.as_str(), format!("{MARK}{i}"))).collect();
    // An id that another kind has as well is left to that one.
    let mut out = rename(m, |id| names.get(id).cloned().unwrap_or_else(|| id.to_owned()));
    for id in names.values() {
        let id = ObservationId::new(id).unwrap();
        let annotations = BTreeMap::from([(format!("{MARK}key"), format!("{MARK}value"))]);
        let tags = BTreeSet::from([Slug::new(&format!("{MARK}tag")).unwrap()]);
        out.update_observation(&id, |n| {
            n.statement = format!("{MARK}statement");
            n.remarks = Remarks { notes: Some(format!("{MARK}notes")), tags, annotations };
        })
        .unwrap();
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_writer_of_the_library_tells_what_too_few_noted(m in analysis_model()) {
        for (what, text) in written(&confided(&m)) {
            silent(&what, &text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn nor_does_the_program(m in analysis_model()) {
        for (what, text) in program("random.toml", &confided(&m)) {
            silent(&what, &text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn nor_does_the_iceberg_of_any_model(m in model_with_telling_ids()) {
        silent("iceberg", &format!("{:?}", iceberg(&confided(&m), &IcebergOptions::new())));
    }
}

#[test]
fn every_analysis_is_among_the_writers() {
    let m = read(CONFIDED);
    let all = analyze(&m, &[]).unwrap();
    let ran = all["analyses"].as_object().unwrap().len() + all["not_run"].as_object().unwrap().len();
    assert_eq!(ran, INDEX.len());
}

/// What a command that refuses a file says of it.
fn refusal(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_polder")).args(args).stdin(Stdio::null()).output().unwrap();
    assert!(!output.status.success(), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn faulty(name: &str, text: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("private-notes");
    std::fs::create_dir_all(&place).unwrap();
    let path = place.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn what_is_wrong_with_a_file_tells_nothing_of_a_private_note() {
    let lonely = "[observation.qzqlonely]\nlayer = \"pattern\"";
    let cases: &[(&str, &str, &str)] = &[
        ("voiced = \"suspected\"", "voiced = \"qzqsuspected\"", "P010"),
        ("votes = 8765432", "votes = -8765432", "P014"),
        ("votes = 8765432", "qzqvotes = 1", "P005"),
        ("tags = [\"qzqtag\"]", "tags = [\"Qzq Tag\"]", "P011"),
        ("\"qzqdeeper\", \"shared-secret\"", "\"qzqsecret\"", "P013"),
        ("statement = \"Qzqmoney", "qzqsecond = 1\nprivatee = true\nstatement = \"Qzqmoney", "P005"),
        ("private = true\nvoiced", "privat = true\nvoiced", "P005"),
        ("private = true\nvoiced", "private = \"true\"\nvoiced", "P006"),
        // A reference to one, misspelt, in a note that anybody may read.
        ("}, \"known\"]", "}, \"qzqsecre\"]", "P012"),
        (
            "\"qzqsecret\", \"shared-secret\"]\n[observation.qzqevent]",
            "\"qzqsecret\", \"elsewhere\"]\n[observation.qzqevent]",
            "P012",
        ),
        ("power = 4", "power = 4\nprefers = \"qzqsecret\"", "P005"),
        ("about = [\"residents\"]", "about = [\"qzqsecret\"]", "P012"),
        // What cannot be read at all.
        ("Qzqmoney went where it should not\"", "Qzqmoney went where it should not", "P001"),
        ("votes = 8765432", "votes = 8765432\nvotes = 8765432", "P002"),
        ("votes = 8765432", "qzqword qzqword", "P001"),
        ("votes = 8765432", "qzqword =", "P001"),
        ("[observation.qzqsecret]\n", "[observation.qzqsecret\n", "P001"),
        ("[observation.qzqsecret]\n", "[observation.\"Qzq Secret\"]\n", "P011"),
        // A circle and a way up.
        (
            lonely,
            "[observation.another]\nlayer = \"pattern\"\nstatement = \"s\"\nbecause = [\"qzqlonely\"]\n[observation.qzqlonely]\nlayer = \"pattern\"\nbecause = [\"another\"]",
            "P032",
        ),
        ("statement = \"They wait for each other\"", "statement = \"They wait\"\nbecause = [\"qzqevent\"]", "P033"),
        ("statement = \"Qzqnobody looks\"", "statement = \"Qzqnobody looks\"\nbecause = [\"known\"]", "P033"),
    ];
    // What nobody said aloud is as private as what says so.
    let suspected = CONFIDED
        .replace("private = true\nvoiced = \"suspected\"\n", "voiced = \"suspected\"\n")
        .replace("private = true\n", "voiced = \"suspected\"\n");
    let misspelt = "voiced = \"stated\"\nvoicd = \"suspected\"\nstatement = \"Qzqmoney";
    let more = [
        ("voiced = \"suspected\"\nvotes = 8765432", "voiced = \"suspectd\"\nvotes = 1", "P010"),
        ("voiced = \"suspected\"\nvotes = 8765432", "voiced = true\nvotes = 1", "P006"),
        ("statement = \"Qzqmoney", misspelt, "P002"),
        ("layer = \"structure\"", "layer = \"structur\"", "P010"),
    ];
    let texts = [(CONFIDED, cases), (suspected.as_str(), cases), (suspected.as_str(), &more)];
    let cases = texts.iter().flat_map(|(text, cases)| cases.iter().map(move |case| (*text, case)));
    for (at, (text, (from, to, code))) in cases.enumerate() {
        // Some are of `private` itself.
        assert!(text.contains(from) || text != CONFIDED && from.contains("private"), "{from}");
        if !text.contains(from) {
            continue;
        }
        let path = faulty(&format!("faulty-{at}.toml"), &text.replacen(from, to, 1));
        let file = path.to_str().unwrap();
        let calls: [&[&str]; 6] = [
            &["analyze", file],
            &["report", file],
            &["review", file],
            &["compare", file, file],
            &["between", file, "city", "grid"],
            &["convert", file, "--to", "json"],
        ];
        for call in calls {
            let said = refusal(call);
            silent(&format!("{} with {code}", call[0]), &said);
            assert!(!said.contains("8765432"), "{said}");
            assert!(said.contains(code), "{code}: {said}");
            // The place is told.
            assert!(said.contains(&format!("faulty-{at}.toml:")), "{said}");
        }
    }
}

#[test]
fn a_problem_elsewhere_is_shown_with_its_line() {
    let path = faulty("elsewhere.toml", &CONFIDED.replacen("power = 4", "power = 44", 1));
    let said = refusal(&["analyze", path.to_str().unwrap()]);
    assert!(said.contains("power = 44") && said.contains("P014"), "{said}");
    silent("elsewhere", &said);
}

#[test]
fn an_id_is_no_key() {
    let path = faulty(
        "invoice.toml",
        "polder = 1\n[party.invoice-service]\n[party.private-school]\n[party.town]\npower = 44\n",
    );
    let said = refusal(&["analyze", path.to_str().unwrap()]);
    assert!(said.contains("power = 44") && !said.contains("private notes"), "{said}");
}

#[test]
fn the_writer_of_the_file_sees_it_all() {
    let text = CONFIDED.replacen("voiced = \"suspected\"", "voiced = \"qzqsuspected\"", 1);
    let path = faulty("own.toml", &text);
    let output = Command::new(env!("CARGO_BIN_EXE_polder")).args(["check", path.to_str().unwrap()]).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("qzqsuspected"));
    let help = run(&["check", "--help"]);
    assert!(help.contains("lines of private notes are shown"), "{help}");
    // What is suggested, and chains of notes, name none even there.
    let known = CONFIDED.replacen(
        "\"qzqsecret\", \"shared-secret\"]\n[observation.qzqevent]",
        "\"nowhere-at-all\"]\n[observation.qzqevent]",
        1,
    );
    let found = Document::from_toml(&known).unwrap().resolve().problems;
    assert_eq!(found[0].help.as_deref(), Some("known are `known`, `late`, `quarrel`"));
    let up = CONFIDED.replacen(
        "statement = \"They wait for each other\"",
        "statement = \"They wait\"\nbecause = [\"qzqevent\"]",
        1,
    );
    let found = Document::from_toml(&up).unwrap().resolve().problems;
    assert!(found[0].message.contains("known → a private note"), "{}", found[0].message);
}

#[test]
fn nor_does_a_faulty_file_in_json() {
    let whole = Document::from(&read(CONFIDED)).to_json();
    for (at, (from, to)) in
        [("\"suspected\"", "\"qzqsuspected\""), ("8765432", "-8765432"), ("8765432", ",")].iter().enumerate()
    {
        assert!(whole.contains(from));
        let path = faulty(&format!("faulty-{at}.json"), &whole.replacen(from, to, 1));
        let said = refusal(&["analyze", path.to_str().unwrap()]);
        silent("json", &said);
        assert!(said.contains("error[P0"), "{said}");
    }
}
