//! What the report says of cultures, the iceberg and leadership: sentences about people and their stories, in both languages.
#![cfg(all(feature = "report", feature = "toml"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use polder::analysis::{ConflictOptions, conflicts};
use polder::report::{Format, Locale, ReportOptions, report};
use polder::{Document, Model};

fn model(text: &str) -> Model {
    Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap_or_else(|e| panic!("{e}"))
}

fn write(text: &str, lang: &str) -> String {
    let report = report(&model(text), &Locale::builtin(lang).unwrap(), &ReportOptions::new());
    assert_eq!(report.missing_words(), [""; 0], "{lang}");
    report.render(Format::Text)
}

/// That the report says each of these, and nothing of the others.
fn says(text: &str, lang: &str, said: &[&str], unsaid: &[&str]) {
    let out = write(text, lang);
    let flat = out.split_whitespace().collect::<Vec<_>>().join(" ");
    said.iter().for_each(|x| assert!(flat.contains(x), "{x}\n{out}"));
    unsaid.iter().for_each(|x| assert!(!flat.contains(x), "{x}\n{out}"));
}

const PARTIES: &str = "[party.a]\nname = \"A\"\n[party.b]\nname = \"B\"\n[party.c]\nname = \"C\"\n";

fn note(id: &str, layer: &str, rest: &str) -> String {
    format!("[observation.{id}]\nlayer = \"{layer}\"\nstatement = \"{}\"\n{rest}\n", id.to_uppercase())
}

// The iceberg.

#[test]
fn equally_small_sets_are_all_named_and_none_comes_first() {
    let event = |roots: &[&str]| {
        let because = roots.iter().map(|r| format!("\"{r}\"")).collect::<Vec<_>>().join(", ");
        let roots: String = roots.iter().map(|r| note(r, "structure", "")).collect();
        format!("{PARTIES}{}{roots}", note("e", "event", &format!("because = [{because}]")))
    };
    says(&event(&["y"]), "nl", &["Begin met deze ene: “Y”."], &["of met"]);
    says(&event(&["y", "z"]), "nl", &["Begin met “Y”, of met “Z”.", "geen ervan gaat voor."], &["deze ene", "Nog"]);
    says(&event(&["y", "z"]), "en", &["Start with “Y”, or with “Z”.", "none comes first."], &["this one"]);
    says(&event(&["v", "w", "y", "z"]), "nl", &["Begin met “V”, of met “W”, of met “Y”, of met “Z”."], &["even klein"]);
    let many = event(&["u", "v", "w", "y", "z"]);
    says(&many, "nl", &["Begin met “U”, of met “V”, of met “W”.", "Nog 2 keuzes zijn even klein."], &[]);
    // What is named hangs on votes and words, not on ids.
    let voted = many.replace("statement = \"Z\"\n", "statement = \"Z\"\nvotes = 2\n");
    says(&voted, "nl", &["Begin met “Z”, of met “U”, of met “V”."], &[]);
    let renamed = many.replace(".u]", ".zz]").replace("\"u\"", "\"zz\"");
    says(&renamed, "nl", &["Begin met “U”, of met “V”, of met “W”."], &[]);
    let letters: Vec<String> = (0..12).map(|i| format!("n{i:02}")).collect();
    let twelve = event(&letters.iter().map(String::as_str).collect::<Vec<_>>());
    says(&twelve, "nl", &["daarvoor zijn er veel even goede keuzes. Kies samen."], &["Begin met “", "Begin met deze"]);
}

#[test]
fn what_is_noted_in_confidence_alone_is_no_place_to_begin() {
    let text = |open: &str| {
        let because = format!("because = [\"s\"{}]", if open.is_empty() { "" } else { ", \"t\"" });
        let hidden = note("s", "structure", "private = true\nby = [\"a\"]");
        format!("{PARTIES}{}{hidden}{open}", note("e", "event", &because))
    };
    let only =
        "Wat misschien onder elk besproken knelpunt ligt, is alleen in vertrouwen genoteerd. Begin met een gesprek";
    says(&text(""), "nl", &[only], &["Begin met deze"]);
    let open = note("t", "structure", "");
    let both = ["Begin met deze ene: “T”.", "Even klein is een keuze die alleen in vertrouwen is genoteerd."];
    says(&text(&open), "nl", &both, &["of met"]);
}

#[test]
fn who_noted_a_root_is_not_who_points_at_it() {
    let of = |because: &str, root: &str| {
        format!(
            "{PARTIES}{}{}",
            note("e", "event", &format!("by = [\"a\"]\nbecause = [{because}]")),
            note("s", "structure", root)
        )
    };
    let named = "{ of = \"s\", by = [\"b\", \"c\"] }";
    says(&of("\"s\"", ""), "nl", &["“S” (structuur; wie dat zegt, is niet vastgelegd)"], &["genoteerd door"]);
    says(&of("\"s\"", "by = [\"b\"]"), "nl", &["(structuur; genoteerd door B)"], &["wijst het aan"]);
    says(&of(named, "by = [\"b\"]"), "nl", &["genoteerd door B; B en C wijzen het aan als verklaring)"], &[]);
    says(&of(named, ""), "en", &["; B and C point to it as an explanation)"], &["noted by"]);
}

#[test]
fn a_note_of_unknown_voicing_is_not_said_to_be_unspoken() {
    let of = |voiced: &str| format!("{PARTIES}{}", note("e", "event", &format!("by = [\"a\", \"b\"]\n{voiced}")));
    let unknown = "Van één notitie door 2 of meer partijen is niet vastgelegd hoe zij ter tafel kwam";
    let unspoken = "Door 2 of meer partijen genoteerd, en voor zover bekend nooit hardop gezegd: “E”.";
    says(&of(""), "nl", &[unknown], &["nooit hardop"]);
    says(&of("voiced = \"suspected\""), "nl", &[unspoken], &["hoe zij ter tafel"]);
    says(&of("voiced = \"spoken\""), "nl", &[], &["nooit hardop", "hoe zij ter tafel"]);
    // Nobody else is to know of what too few noted in confidence.
    let three = format!("{PARTIES}{}", note("e", "event", "by = [\"a\"]\nprivate = true"));
    says(&three, "nl", &[], &["hoe zij ter tafel"]);
}

#[test]
fn a_root_below_one_bottleneck_is_not_called_the_same_cause() {
    let one = format!(
        "{PARTIES}{}{}",
        note("e", "event", "about = [\"a\", \"b\"]\nbecause = [\"s\"]"),
        note("s", "structure", "")
    );
    says(
        &one,
        "nl",
        &["Onder één knelpunt dat over meer partijen gaat, ligt misschien:", "“S”: onder een knelpunt over A en B"],
        &["dezelfde oorzaak"],
    );
    let two = format!("{one}{}", note("f", "event", "about = [\"c\"]\nbecause = [\"s\"]"));
    says(
        &two,
        "nl",
        &["misschien dezelfde oorzaak:", "“S”: onder 2 knelpunten, over A, B en C"],
        &["Onder één knelpunt"],
    );
}

#[test]
fn a_list_of_one_too_many_is_written_out() {
    let of = |n: usize| PARTIES.to_owned() + &(0..n).map(|i| note(&format!("e{i}"), "event", "")).collect::<String>();
    says(&of(5), "nl", &["“E0”; “E1”; “E2”; “E3”; “E4”."], &["nog 1"]);
    says(&of(6), "nl", &["nog 2"], &["“E4”"]);
}

// Cultures.

#[test]
fn cultures_are_told_by_shares_of_the_scale_and_by_poles() {
    let profile = |id: &str, x: u8, to: &str| {
        let all = |x: u8| {
            format!(
                "{{ process-results = {x}, employee-job = {x}, parochial-professional = 3, open-closed = 3, loose-tight = 3, \
                 normative-pragmatic = 3 }}"
            )
        };
        format!("[culture.{id}]\nmodel = \"bipolar\"\nnow = {}\n{to}", all(x))
    };
    let wanted = "desired = { process-results = 3, employee-job = 1, parochial-professional = 3, open-closed = 3, loose-tight = 3, \
                  normative-pragmatic = 3 }\n";
    let text = |wish: &str| {
        format!(
            "[party.a]\nname = \"A\"\nculture = \"x\"\n[party.b]\nname = \"B\"\nculture = \"y\"\n{}{}",
            profile("x", 2, wish),
            profile("y", 5, "")
        )
    };
    let dutch = [
        "verschilt één paar een kwart van de schaal (25 punten) of meer:",
        "A: 1 naar mens en 1 naar resultaat.",
        "Bij één van deze paren ontbreekt van een of van beide wat zij willen.",
    ];
    says(&text(wanted), "nl", &dutch, &["mens – werk −1", "0,25 of meer"]);
    let english = [
        "one pair differs by a quarter of the scale (25 points) or more:",
        "A: 1 towards employee and 1 towards results.",
    ];
    says(&text(wanted), "en", &english, &["employee – job −1"]);
}

// Leadership.

const TEAM: &str = "[project]\nphase = \"development\"\nfocal = \"a\"\n";

#[test]
fn an_informal_leader_is_asked_for_in_whole_sentences() {
    let text =
        format!("{TEAM}{PARTIES}[member.kim]\nname = \"Kim\"\nroles = {{ mentor = 4 }}\nstyle = {{ informal = 5 }}\n");
    let nobody = "Deze fase vraagt om een informele leider: er is nog niet vastgelegd wie leidt.";
    says(&text, "nl", &[nobody], &["informele leider: er is niets"]);
    let task = format!("{text}[task.t]\nphase = \"development\"\nroles = {{ mentor = 1 }}\n");
    says(&task, "nl", &["De getallen staan op de schaal van 1 tot 5."], &["schaal van de workshop"]);
    let lead =
        format!("{TEAM}{PARTIES}[member.kim]\nname = \"Kim\"\nroles = {{ mentor = 4 }}\nleads = [\"development\"]\n");
    says(&lead, "nl", &["van wie leidt is de stijl niet bekend."], &[]);
}

#[test]
fn who_leads_on_shares_the_lead() {
    let text = format!(
        "{TEAM}{PARTIES}[member.kim]\nname = \"Kim\"\nleads = [\"development\", \"scaling\"]\n\
         roles = {{ coordinator = 1, monitor = 1, director = 2, producer = 1 }}\n\
         [member.lee]\nname = \"Lee\"\nleads = [\"scaling\"]\n"
    );
    says(&text, "nl", &["Kim leidt verder samen met Lee en deelt dan de leiding."], &["Kim draagt", "Kim kan"]);
    says(&text, "en", &["Kim leads on together with Lee and shares the lead."], &["hands the lead"]);
    let alone = text.replace("coordinator = 1, monitor = 1, director = 2, producer = 1", "");
    says(&alone, "nl", &[], &["Kim draagt", "Kim kan", "Kim leidt verder"]);
}

#[test]
fn nobody_stands_among_the_conflicts_with_a_score() {
    let text = format!(
        "{TEAM}{PARTIES}[interest.i]\nname = \"I\"\n[member.kim]\nname = \"Kim\"\nparty = \"b\"\nleads = [\"development\"]\n\
         style = {{ informal = 1 }}\nroles = {{ innovator = 1, mentor = 1, facilitator = 1 }}\n\
         [member.lee]\nname = \"Lee\"\nparty = \"c\"\nleads = [\"development\"]\nstyle = {{ informal = 5 }}\n"
    );
    let said = [
        "Om te bespreken: wie leidt",
        "een voorkeur, geen oordeel",
        "Kim (B) leidt de fase ontwikkeling, en die vraagt om iets anders dan de eigen voorkeur.",
        "Over wie leidt is er iets om te bespreken",
    ];
    says(&text, "nl", &said, &["Soort: leiderschap", "Het sterkste conflict"]);
    // Another conflict between the two: theirs comes first, with its strength, and the lead behind it without one.
    let clash = text
        .replace("name = \"B\"\n", "name = \"B\"\nstakes.i = { stance = 2 }\n")
        .replace("name = \"C\"\n", "name = \"C\"\nstakes.i = { stance = -2 }\n");
    let out = write(&clash, "nl");
    let pair = "Kim (B) en Lee (C) leiden allebei de fase ontwikkeling (een voorkeur, geen oordeel; zie “Leiderschap per fase”)";
    says(&clash, "nl", &[pair, "Het sterkste conflict: B en C"], &["Soort: leiderschap"]);
    assert!(out.find("Soort: belang") < out.find("Om te bespreken: wie leidt"), "{out}");
}

// Reading.

#[test]
fn a_style_that_is_a_word_and_points_that_do_not_add_up_are_told_with_help() {
    let problems =
        |text: &str| Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap_err();
    let style = problems(&format!("{PARTIES}[member.kim]\nstyle = \"informal\"\n")).to_string();
    assert!(style.contains("write `style = { informal = 4 }`"), "{style}");
    let culture = "[culture.hall]\nmodel = \"competing-values\"\nnow = { clan = 90, adhocracy = 20, market = 5, hierarchy = 5 }\n";
    let points = problems(&format!("{PARTIES}{culture}")).to_string();
    assert!(points.contains("the points of the culture `hall` add up to 120, not to 100"), "{points}");
}

#[test]
fn what_is_acknowledged_over_an_interest_is_no_conflict_of_relation_or_leadership() {
    let of = |kind: &str, over: &str| {
        let text = format!(
            "{PARTIES}[interest.i]\nname = \"I\"\n[party.d]\ntrusts.a = 1\n\
             [handbook]\nacknowledged = [{{ kind = \"{kind}\", parties = [\"a\", \"d\"]{over} }}]\n"
        );
        let found = conflicts(&model(&text), &ConflictOptions::new());
        assert_eq!(found.conflicts.len(), 1);
        found.conflicts[0].acknowledged
    };
    assert!(of("relation", ""));
    assert!(!of("relation", ", over = \"i\"") && !of("leadership", ""));
}

#[cfg(feature = "cli")]
#[test]
fn the_listing_says_who_is_not_told_and_nothing_behind_what_is_undefined() {
    let private = note("s", "structure", "private = true\nby = [\"a\", \"b\"]");
    let culture = "[culture.x]\nmodel = \"competing-values\"\nnow = { clan = 25, adhocracy = 25, market = 25, hierarchy = 25 }\n\
                   desired = { clan = \"unknown\" }\n[party.d]\nculture = \"x\"\n";
    let text = format!("polder = 1\n{PARTIES}{culture}{}{private}", note("e", "event", "because = [\"s\"]"));
    let path = std::env::temp_dir().join(format!("polder-people-{}.toml", std::process::id()));
    std::fs::write(&path, text).unwrap();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_polder")).arg("analyze").arg(&path).output().unwrap();
    std::fs::remove_file(&path).unwrap();
    let out = String::from_utf8(run.stdout).unwrap();
    assert!(out.contains("not told who") && !out.contains("by not told"), "{out}");
    assert!(out.contains("wanted changes") && !out.contains("(nothing)"), "{out}");
}
