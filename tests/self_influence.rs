//! Influences of a party on itself: refused, or left out where the caller wants so.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use polder::document::{Code, ResolveOptions, SelfInfluence};
use polder::id::PartyId;
use polder::model::Table;
use polder::{Document, Model};

const FILE: &str =
    "polder = 1\n[party.x]\ninfluences = { x = 4, y = 2 }\n[party.y]\ninfluences = { y = \"much\" }\n[party.z]\n";

fn dropped(text: &str) -> polder::document::Resolved {
    let options = ResolveOptions::new().self_influence(SelfInfluence::Drop);
    Document::from_toml(text).unwrap().resolve_with(&options)
}

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

#[test]
fn refused_unless_the_caller_says_otherwise() {
    let document = Document::from_toml("polder = 1\n[party.x]\ninfluences = { x = 4 }\n").unwrap();
    let plain = document.resolve();
    assert_eq!(plain, document.resolve_with(&ResolveOptions::new()));
    assert_eq!(plain, document.resolve_with(&ResolveOptions::new().self_influence(SelfInfluence::Refuse)));
    assert_eq!((plain.problems[0].code, plain.warnings.len()), (Code::ToItself, 0));
    assert!(plain.model.is_none() && Model::try_from(&document).is_err());
}

#[test]
fn left_out_with_a_warning_at_its_place_and_the_table_counts_as_written() {
    let found = dropped(FILE);
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    let told: Vec<String> = found.warnings.iter().map(|w| format!("{w} @{}", w.path)).collect();
    let expected = [
        "3:16 W009 `x` influences itself; this is left out @party.x.influences.x",
        "5:16 W009 `y` influences itself; this is left out @party.y.influences.y",
    ];
    assert_eq!(told, expected);
    let m = found.model.unwrap();
    let all: Vec<_> = m.influences().iter().map(|(a, b, _)| (a.as_str(), b.as_str())).collect();
    assert_eq!(all, [("x", "y")]);
    let wrote = ["x", "y", "z"].map(|x| m.wrote(&p(x), Table::Influences));
    assert_eq!(wrote, [true, true, false]);
    let same = "polder = 1\n[party.x]\ninfluences = { y = 2 }\n[party.y]\ninfluences = {}\n[party.z]\n";
    assert_eq!(m, Model::try_from(Document::from_toml(same).unwrap()).unwrap());
}

#[test]
fn nothing_else_about_itself_is_left_out() {
    for table in [
        "trusts = { x = 1 }",
        "ties = { x = 1 }",
        "depends-on = { x = [] }",
        "umbrella-of = [\"x\"]",
        "part-of = \"x\"",
    ] {
        let found = dropped(&format!("polder = 1\n[party.x]\n{table}\n"));
        assert_eq!(found.problems[0].code, Code::ToItself, "{table}");
        assert!(found.model.is_none() && found.warnings.is_empty());
    }
    // What is wrong besides is told all the same.
    let found = dropped("polder = 1\n[party.x]\ninfluences = { x = 4, w = 1, y = 9 }\n[party.y]\n");
    let codes: Vec<Code> = found.problems.iter().map(|x| x.code).collect();
    assert_eq!((codes, found.warnings.len()), (vec![Code::Dangling, Code::OffScale], 1));
}

fn place() -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("self-influence");
    fs::create_dir_all(&path).unwrap();
    path
}

fn run(args: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_polder")).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn every_subcommand_that_reads_a_model_takes_the_flag() {
    let path = place().join("self.toml");
    fs::write(&path, FILE).unwrap();
    let file = path.to_str().unwrap();
    let flag = "--drop-self-influence";
    for args in [
        vec!["check", file],
        vec!["analyze", file, "--only", "influence"],
        vec!["report", file],
        vec!["report", file, "--since", file],
        vec!["compare", file, file],
        vec!["compare", file, "--set", "x.power=3"],
        vec!["convert", file, "--to", "json"],
    ] {
        let (code, ..) = run(&args);
        assert_eq!(code, 1, "{args:?}");
        let lenient: Vec<&str> = args.iter().copied().chain([flag]).collect();
        let (code, out, err) = run(&lenient);
        assert_eq!(code, 0, "{args:?}: {err}");
        if args[0] == "check" {
            assert!(out.contains("W009") && out.contains("2 warnings"), "{out}");
        } else {
            assert!(err.contains("2 warnings"), "{args:?}: {err}");
        }
        assert!(run(&[args[0], "--help"]).1.contains(flag));
    }
    let (_, written, _) = run(&["convert", file, "--to", "toml", flag]);
    let m = Model::try_from(Document::from_toml(&written).unwrap()).unwrap();
    assert_eq!(Some(m), dropped(FILE).model, "what was left out does not come back");
}
