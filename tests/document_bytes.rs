//! Arbitrary and mutated texts to both readers: a document or problems, never a panic, on a small stack.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]
#![cfg(all(feature = "toml", feature = "json"))]

use std::time::{Duration, Instant};

use arbtest::arbitrary::{self, Unstructured};
use polder::Document;
use polder::document::{Problems, Resolved};
use polder::model::Model;

const MODELS: [&str; 4] = [
    include_str!("../examples/models/slimme-straatverlichting.toml"),
    include_str!("../examples/models/paris-airport.toml"),
    include_str!("models/edge-cases.toml"),
    include_str!("models/ten-mistakes.toml"),
];

/// Pieces that make what is nearly a model.
const PIECES: &[&str] = &[
    "polder",
    " = ",
    "1",
    "\n",
    "[party.a]",
    "[[claim]]",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "\"",
    "'",
    "\"\"\"",
    "party",
    "power",
    "a",
    "b",
    "stakes",
    "ties",
    "depends-on",
    "low",
    "high",
    "score",
    "by",
    "unknown",
    "-1",
    "0x",
    "1e999",
    "inf",
    "nan",
    "2026-03-01",
    "null",
    "true",
    ":",
    ".",
    "#",
    "\\u",
    "\u{feff}",
    "\u{202e}",
    "é",
    "\r",
    "\0",
    "[project]",
    "scale",
    "[1, 5]",
    "part-of",
    "id",
    "[culture.c]",
    "model",
    "competing-values",
    "now",
    "clan",
    "{}",
    "[]",
    "[handbook]",
    "acknowledged",
    "[observation.o]",
    "because",
    "of",
];

fn small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    std::thread::Builder::new().stack_size(512 * 1024).spawn(work).unwrap().join().unwrap()
}

fn check(text: &str, read: Result<Document, Problems>) {
    let document = match read {
        Ok(document) => document,
        Err(problems) => {
            assert!(!problems.as_slice().is_empty() && !problems.to_string().is_empty());
            return;
        }
    };
    let Resolved { model, problems, warnings, .. } = document.resolve();
    assert_eq!(model.is_some(), problems.is_empty());
    for problem in problems.iter().chain(&warnings) {
        assert!(!problem.to_string().contains('\n'), "{problem}");
        if let Some(span) = &problem.span {
            assert!(text.get(span.clone()).is_some(), "{problem}");
        }
    }
    let (toml, json) = (document.to_toml(), document.to_json());
    if let Some(model) = model {
        for again in [Document::from_toml(&toml), Document::from_json(&json)] {
            assert_eq!(Model::try_from(again.unwrap()).unwrap(), model);
        }
        let written = Document::from(&model);
        assert_eq!(Model::try_from(Document::from_toml(&written.to_toml()).unwrap()).unwrap(), model);
    }
}

fn both(text: &str) {
    check(text, Document::from_toml(text));
    check(text, Document::from_json(text));
}

fn any(budget: u64, mut make: impl FnMut(&mut Unstructured<'_>) -> arbitrary::Result<String> + Send + 'static) {
    small_stack(move || {
        arbtest::arbtest(|u| {
            both(&make(u)?);
            Ok(())
        })
        .budget_ms(budget);
    });
}

#[test]
fn arbitrary_bytes() {
    any(1000, |u| Ok(String::from_utf8_lossy(u.bytes(u.len())?).into_owned()));
}

#[test]
fn arbitrary_pieces() {
    any(3000, |u| {
        let mut text = String::from(if u.ratio(1, 2)? { "polder = 1\n" } else { "" });
        while !u.is_empty() {
            text.push_str(u.choose(PIECES)?);
        }
        Ok(text)
    });
}

#[test]
fn arbitrary_brackets() {
    const BRACKETS: &[&str] = &[
        "[", "]", "{", "}", "[]", "{}", "a", "=", "a=", ",", "\n", ".", "\"", "'", "\"\"\"", "'''", "\\", "#", " ",
        "\r", "1",
    ];
    any(3000, |u| {
        let few: Vec<&str> =
            (0..u.int_in_range(2..=8)?).map(|_| u.choose(BRACKETS).copied()).collect::<Result<_, _>>()?;
        let mut text = String::from("a = ");
        while !u.is_empty() {
            text.push_str(u.choose(&few)?);
        }
        Ok(text)
    });
}

fn boundary(text: &str, u: &mut Unstructured<'_>) -> arbitrary::Result<usize> {
    let mut at = u.int_in_range(0..=text.len())?;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    Ok(at)
}

#[test]
fn mutated_models() {
    let mut sources: Vec<String> = MODELS.iter().map(|m| (*m).to_owned()).collect();
    sources.extend(MODELS.iter().map(|m| Document::from_toml(m).unwrap().to_json()));
    any(5000, move |u| {
        let mut text = u.choose(&sources)?.clone();
        for _ in 0..u.int_in_range(1..=4)? {
            let from = boundary(&text, u)?;
            let mut to = (from + u.int_in_range(0..=12)?).min(text.len());
            while !text.is_char_boundary(to) {
                to += 1;
            }
            let piece = if u.ratio(1, 3)? { "" } else { *u.choose(PIECES)? };
            text.replace_range(from..to, piece);
        }
        Ok(text)
    });
}

#[test]
fn deep_and_wide_texts_end_in_time() {
    let n = 100_000;
    let texts = [
        format!("a = {}", "[".repeat(n)),
        format!("a = {}{}", "[".repeat(n), "]".repeat(n)),
        format!("a = {}", "{a=".repeat(n)),
        format!("a = {}1{}", "{a=".repeat(n), "}".repeat(n)),
        format!("a = {}", "{[]b=".repeat(n)),
        format!("a = {}", "{{}b=".repeat(n)),
        format!("a = {}", "{a=[}]".repeat(n)),
        format!("a = {}", "[{a=]".repeat(n)),
        format!("{}a = 1", "a.".repeat(n)),
        format!("[{}a]", "a.".repeat(n)),
        format!("[[{}a]]", "a.".repeat(n)),
        format!("polder = 1\n[{}a]\n{}a = {}1{}", "a.".repeat(70), "b.".repeat(70), "[".repeat(70), "]".repeat(70)),
        "[".repeat(n),
        format!("{}{}", "[".repeat(n), "]".repeat(n)),
        "{\"a\":".repeat(n),
        format!("{}1{}", "{\"a\":".repeat(126), "}".repeat(126)),
        format!("{{\"polder\":1,\"a\":{}{}}}", "[".repeat(126), "]".repeat(126)),
        "\"".repeat(n),
        "a\n".repeat(n),
        "=".repeat(n),
        "[a]\n".repeat(n),
        format!("polder = 1\n[party]\n{}", "\"É\" = 1\n".repeat(3)),
        format!("polder = 1\n[party.a]\nname = \"{}\"", "é".repeat(n)),
        format!("polder = 1\n[party.\"{}\"]", "x".repeat(n)),
        format!("polder = 1\nx = [{}]", "1,".repeat(n)),
        format!("polder = 1\n[party]\na.power = [{}]", "{score=9},".repeat(n / 4)),
        (0..n / 2).fold(String::from("polder = 1\n"), |t, i| t + &format!("[party.P{i}]\nx=1\n")),
        (0..n / 4).fold(String::from("polder = 1\n[party.a]\n[value.v]\n"), |t, i| {
            t + &format!("[[claim]]\nid=\"x{i}\"\nparty=\"b\"\n")
        }),
    ];
    for text in texts {
        let shown: String = text.chars().take(40).collect();
        let start = Instant::now();
        small_stack(move || both(&text));
        assert!(start.elapsed() < Duration::from_secs(20), "{shown}: {:?}", start.elapsed());
    }
}
