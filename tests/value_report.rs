//! What the report says of values: no more than can be said, and nothing that hangs on a name.
#![cfg(all(feature = "toml", feature = "report"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use polder::report::{Format, Locale, ReportOptions, report};
use polder::{Document, Model};

fn english(text: &str) -> String {
    let model = Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap();
    report(&model, &Locale::builtin("en").unwrap(), &ReportOptions::new()).render(Format::Markdown)
}

/// Values a, b, … and parties p, q, … with what they rate them.
fn rated(parties: &[&str]) -> String {
    let mut out: String = "abcdef".chars().map(|v| format!("[value.{v}]\n")).collect();
    for (party, values) in ('p'..).zip(parties) {
        out += &format!("[party.{party}]\nvalues = {{ {values} }}\n");
    }
    out
}

fn holds(text: &str, said: &[&str], unsaid: &[&str]) {
    let shown = english(text);
    said.iter().for_each(|s| assert!(shown.contains(s), "{s}\n{shown}"));
    unsaid.iter().for_each(|s| assert!(!shown.contains(s), "{s}\n{shown}"));
}

#[test]
fn who_is_furthest_is_told_with_a_reason() {
    let four = [
        "a = 5, b = 3, c = 4, d = 1",
        "a = 4, b = 4, c = 5, d = 2",
        "a = 5, b = 1, c = 3, d = 3",
        "a = 2, b = 3, c = 5, d = 4",
    ];
    holds(&rated(&four), &["- s: 0.33–0.67; puts b above a and d above a", "- q: 0.08–0.42; no pair of values"], &[]);
    let alike = ["a = 3, b = 3, c = 3"; 3];
    holds(&rated(&alike), &["there is no order"], &["Furthest from", "agree least"]);
}

#[test]
fn two_parties_have_a_correlation_and_no_words_for_w() {
    let two = ["a = 1, b = 2, c = 3, d = 4", "a = 3, b = 4, c = 1, d = 2"];
    let said = [
        "the two parties that rated all 4 values is −0.60",
        "less than by chance",
        "On all these values they agree as much",
    ];
    holds(&rated(&two), &said, &[": W is", "Most alike"]);
    let apart = ["a = 1, b = 2, c = 2, d = 5, e = 3", "a = 3, b = 4, c = 1, d = 2, e = 4"];
    holds(&rated(&apart), &[], &["agree more than by chance", "they agree moderately"]);
}

#[test]
fn a_scale_of_two_points_has_consensus() {
    let text = format!("[project]\nscale = [1, 2]\n{}", rated(&["a = 1, b = 2, c = 1", "a = 2, b = 2, c = 1"]));
    holds(&text, &["They agree most on b (consensus 1.00)", "They agree least on a (consensus 0.00)"], &["(A "]);
}

#[test]
fn errors_that_cancel_are_no_knowledge() {
    let belief = "[[belief]]\nby = \"p\"\nabout = \"q\"\nvalues = { a = 1, b = 1, c = 3 }\n";
    let text = rated(&["a = 1, b = 5, c = 3", "a = 3, b = 3, c = 3"]) + belief;
    holds(&text, &["accuracy 0.67", "but not value by value"], &["knows how far they agree"]);
    let right = "[[belief]]\nby = \"p\"\nabout = \"q\"\nvalues = { a = 3, b = 3, c = 3, d = 1 }\n";
    let text = rated(&["a = 1, b = 5, c = 3", "a = 3, b = 3, c = 3"]) + right;
    let said =
        ["is nowhere far off, over 3 values", "of one value it cannot be said", "accuracy 1.00", "knows how far"];
    holds(&text, &said, &[]);
}

const LOOP: &str = "[project]\nfocal = \"a\"\n[party.a]\n[party.b]\n[party.c]\n\
                    [[flow]]\nfrom = \"a\"\nto = \"b\"\nbenefit = \"must\"\nsupply = \"high\"\n\
                    [[flow]]\nfrom = \"b\"\nto = \"c\"\nname = \"advice\"\n";

#[test]
fn a_loop_that_lacks_a_score_is_not_denied() {
    let back = "[[flow]]\nfrom = \"c\"\nto = \"a\"\nbenefit = \"must\"\nsupply = \"high\"\n";
    let said = "Whether anything comes back cannot be said";
    holds(&format!("{LOOP}{back}"), &[said, "“advice”"], &["nothing comes back to us"]);
    holds(LOOP, &["nothing comes back to us along"], &[said]);
}

fn compared(by: &str, all: &[(&str, &str, &str)]) -> String {
    let one = |(a, b, ratio): &(&str, &str, &str)| {
        format!("[[comparison]]\nby = \"{by}\"\na = \"{a}\"\nb = \"{b}\"\nratio = {ratio}\n")
    };
    all.iter().map(one).collect()
}

#[test]
fn contradictions_are_told() {
    let parties = rated(&["a = 1", "a = 2"]);
    let wild = compared("p", &[("a", "b", "5"), ("b", "c", "3"), ("c", "a", "4")]);
    let text = format!("{parties}{wild}{}", compared("q", &[("a", "b", "2"), ("b", "a", "2"), ("b", "c", "2")]));
    let said = [
        "Consistency ratio: 1.87, too high",
        "Unreliable: the comparisons of p contradict each other strongly",
        "Compared this pair more than once, with opposite outcomes: a and b.",
        "Then b would count 20 times as much as c, but it says that c counts",
        "Consistency ratio: 0.00.",
    ];
    let shown = english(&text);
    let told = said.iter().filter(|s| shown.contains(*s)).count();
    assert!(told >= 4, "{shown}");
    let warnings = Document::from_toml(&format!("polder = 1\n{text}")).unwrap().resolve().warnings;
    assert_eq!(warnings.iter().map(|w| w.code.as_str()).collect::<Vec<_>>(), ["W010"]);
    let message = "`q` puts `b` above `a` here, and `a` above `b` in `comparison[3]`";
    assert!(warnings.iter().any(|w| w.message == message), "{warnings:?}");
}

#[test]
fn what_divides_a_pair_is_no_bridge() {
    // c lies 0.5 unit apart, and both hold it; a is the conflict itself.
    holds(&rated(&["a = 1, b = 5, c = 3", "a = 5, b = 5, c = 5"]), &["Shared value: b (1.00)"], &["c (0.80)"]);
}
