//! The pictures of the relations and of the iceberg: readable whatever the model, whole, and the same however the file is ordered.
#![cfg(all(feature = "report", feature = "toml"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss,
    clippy::string_slice
)]

mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use common::pictures::{
    HOSTILE, STREET, TWO, assert_legible, draw, everybody, has, labels, marked, model, moved, number, told,
    toml_string, try_draw, without_style,
};
use common::shuffled;
use common::strategies::{analysis_model, team_model};
use polder::Model;
use polder::analysis::iceberg::AtLeastTwo;
use polder::analysis::{IcebergOptions, NotRun, Settings};
use polder::model::Attribute;
use polder::report::{Format, Lack, Locale, NoPicture, PictureKind, PictureOptions, ReportOptions, Section};
use polder::report::{picture, report};
use polder::vocabulary::iceberg::IcebergModel;
use proptest::prelude::*;
use roxmltree::Document as Xml;

const KINDS: [PictureKind; 2] = [PictureKind::Relations, PictureKind::Iceberg];

fn svg(m: &Model, kind: PictureKind) -> String {
    draw(m, "nl", kind)
}

/// A tape of numbers from a seed.
struct Tape(u64);

impl Tape {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// A network of so many parties with long names, and so many ties.
fn network(n: usize, ties: usize, seed: u64, name: impl Fn(usize) -> String) -> Model {
    let mut tape = Tape(seed);
    let mut of: Vec<std::collections::BTreeMap<usize, i32>> = vec![Default::default(); n];
    for _ in 0..ties {
        let (a, b) = (tape.below(n), tape.below(n));
        if a != b {
            of[a.min(b)].insert(a.max(b), [-2, -1, 1, 2][tape.below(4)]);
        }
    }
    let mut text = String::from("polder = 1\n");
    for (a, ties) in of.iter().enumerate() {
        let name = toml_string(&name(a));
        write!(text, "[party.p{a:03}]\nname = {name}\nties = {{ ").unwrap();
        let all: Vec<String> = ties.iter().map(|(b, t)| format!("p{b:03} = {t}")).collect();
        writeln!(text, "{} }}", all.join(", ")).unwrap();
    }
    model(&text)
}

/// Notes in every layer, each explained by some below it.
fn berg(n: usize, seed: u64, statement: impl Fn(usize) -> String) -> Model {
    let mut tape = Tape(seed);
    let layers = ["event", "pattern", "structure", "mental-model"];
    let of: Vec<usize> = (0..n).map(|_| tape.below(4)).collect();
    let mut text = String::from("polder = 1\n[party.a]\n[party.b]\n");
    for (at, layer) in of.iter().enumerate() {
        let below: Vec<usize> =
            (0..n).filter(|other| of[*other] > *layer || of[*other] == *layer && *other > at).collect();
        let because: BTreeSet<usize> =
            (0..tape.below(4)).filter(|_| !below.is_empty()).map(|_| below[tape.below(below.len())]).collect();
        let because: Vec<String> = because.iter().map(|o| format!("\"o{o}\"")).collect();
        let private = if tape.below(5) == 0 { "private = true\n" } else { "" };
        let statement = toml_string(&statement(at));
        write!(
            text,
            "[observation.o{at}]\nlayer = \"{}\"\nstatement = {statement}\nby = [\"{}\"]\n{private}because = [{}]\n",
            layers[*layer],
            ["a", "b"][tape.below(2)],
            because.join(", ")
        )
        .unwrap();
    }
    model(&text)
}

fn long(at: usize) -> String {
    let ends = ["van het Waterschap", "en Omstreken, afdeling Vergunningen", "voor Openbare Verlichting en Beheer"];
    format!("Vereniging {at} {}", ends[at % ends.len()])
}

/// It can be read, and nothing that is drawn leaves the picture.
fn check(what: &str, text: &str) {
    assert_legible(what, text);
    let xml = Xml::parse(text).unwrap();
    let root = xml.root_element();
    let (wide, high) = (number(&root, "width"), number(&root, "height"));
    let inside = |(x, y): (f64, f64)| x >= 0.0 && y >= 0.0 && x <= wide && y <= high;
    assert!(labels(&xml).iter().all(|label| !label.text.trim().is_empty()), "{what}: an empty text");
    for node in xml.descendants() {
        let corners = match node.tag_name().name() {
            "circle" => {
                let (x, y, r) = (number(&node, "cx"), number(&node, "cy"), number(&node, "r"));
                [(x - r, y - r), (x + r, y + r)]
            }
            "rect" if node.attribute("x").is_some() => {
                let (x, y) = (number(&node, "x"), number(&node, "y"));
                [(x, y), (x + number(&node, "width"), y + number(&node, "height"))]
            }
            _ => continue,
        };
        assert!(corners.into_iter().all(|corner| inside(moved(&node, corner))), "{what}: {node:?}");
    }
}

fn count(text: &str, class: &str) -> usize {
    let xml = Xml::parse(text).unwrap();
    xml.descendants().filter(|node| has(node, class)).count()
}

#[test]
fn the_street() {
    for kind in KINDS {
        let drawn = try_draw(&model(STREET), "nl", kind).unwrap();
        check(kind.to_string().as_str(), &drawn.to_svg());
        insta::assert_snapshot!(format!("street-nl-{kind}"), without_style(&drawn.to_svg()));
    }
}

#[test]
fn without_matter_there_is_no_picture() {
    let two = model(TWO);
    let reasons = KINDS.map(|kind| try_draw(&two, "en", kind).unwrap_err());
    let not_run = |kind, reason| NoPicture::NotRun { kind, reason };
    let expected = [not_run(KINDS[0], NotRun::NoRatings), not_run(KINDS[1], NotRun::NoObservations)];
    assert_eq!(reasons, expected);
    // Matter, but nothing that has a place: a tie of 0; notes that may all not be shown.
    let zero = model("polder = 1\n[party.a]\nties = { b = 0 }\n[party.b]\n");
    assert_eq!(try_draw(&zero, "en", KINDS[0]), Err(NoPicture::NothingToDraw { kind: KINDS[0], lack: Lack::Matter }));
    let hidden = model(
        "polder = 1\n[party.a]\n[party.b]\n[observation.e]\nlayer = \"event\"\nstatement = \"s\"\nprivate = true\nby = [\"a\"]\n",
    );
    let none = try_draw(&hidden, "en", KINDS[1]).unwrap_err();
    assert_eq!(none, NoPicture::NothingToDraw { kind: KINDS[1], lack: Lack::InConfidence });
    assert_eq!(none.to_string(), "there is nothing to draw for `iceberg`: every observation was made in confidence");
    let unknown = model("polder = 1\n[party.a]\nties = { b = \"unknown\" }\ninfluences = { b = 2 }\n[party.b]\n");
    let none = try_draw(&unknown, "en", KINDS[0]);
    assert_eq!(none, Err(NoPicture::NothingToDraw { kind: KINDS[0], lack: Lack::Incomplete(vec![Attribute::Tie]) }));
}

#[test]
fn the_sign_of_what_is_not_known_is_explained_where_it_stands() {
    let text = "polder = 1\n[party.a]\nties = { b = -2 }\n[party.b]\n[party.c]\n";
    for (more, explained) in [("", false), ("ties = { a = \"unknown\" }\n", true)] {
        let svg = try_draw(&model(&format!("{text}{more}")), "nl", PictureKind::Relations).unwrap().to_svg();
        check("untied", &svg);
        let xml = Xml::parse(&svg).unwrap();
        let stands = xml.descendants().any(|n| n.has_tag_name("text") && n.text() == Some("?"));
        assert_eq!((stands, svg.contains("(?:")), (explained, explained), "{svg}");
        assert!(svg.contains("Zonder bekende band"));
    }
}

#[test]
fn two_parties_with_a_bad_tie() {
    let m = model("polder = 1\n[party.a]\nname = \"City\"\nties = { b = -2 }\n[party.b]\nname = \"Residents\"\n");
    let drawn = try_draw(&m, "en", PictureKind::Relations).unwrap().to_svg();
    check("two", &drawn);
    insta::assert_snapshot!("two-en-relations", without_style(&drawn));
}

#[test]
fn what_is_not_known_is_told() {
    let m = model(
        "polder = 1\n[party.a]\nties = { b = [{ score = 2, by = \"c\" }, { score = -1, by = \"d\" }], c = -1, d = \"unknown\" }\n\
         [party.b]\nties = { c = 0 }\n[party.c]\n[party.d]\n[party.e]\n",
    );
    let drawn = try_draw(&m, "en", PictureKind::Relations).unwrap();
    let (said, text) = (told(&drawn.to_svg()), drawn.to_svg());
    check("unknown", &text);
    let tells = |words: &str| assert!(said.iter().any(|s| s.contains(words)), "{words}: {said:#?}");
    tells("Some call it good, others bad");
    tells("d: how good one tie is, is not known.");
    tells("e: no tie other than 0 is stated.");
    for words in
        ["How good one tie is, is not known", "One tie of 0 is not drawn", "Trust and dependence are not in this"]
    {
        assert!(drawn.description().contains(words), "{words}: {}", drawn.description());
    }
    assert!(text.contains(">?</text>"));
    // Raters are not named, as raters.
    assert!(!said.iter().any(|s| s.contains("by c") || s.contains("by d")), "{said:#?}");
}

#[test]
fn everybody_is_drawn_whatever_their_number_and_names() {
    for (n, ties) in [(2, 1), (12, 18), (40, 70), (100, 140), (200, 1000)] {
        for hostile in [false, true] {
            let name = |at: usize| if hostile { HOSTILE[at % HOSTILE.len()].to_owned() } else { long(at) };
            let m = network(n, ties, 5, name);
            let Ok(drawn) = try_draw(&m, "nl", PictureKind::Relations) else { panic!("{n}") };
            let text = drawn.to_svg();
            check(&format!("{n} hostile {hostile}"), &text);
            assert_eq!(marked(&text), everybody(&m), "{n}");
            if ties == 1000 {
                assert!(count(&text, "tie-good") + count(&text, "tie-bad") <= 270);
                assert!(drawn.description().contains("zwakkere banden zijn niet getekend"), "{}", drawn.description());
            }
        }
    }
}

#[test]
fn too_many_parties_are_told_by_their_number() {
    let m = network(340, 700, 8, long);
    let drawn = try_draw(&m, "en", PictureKind::Relations).unwrap();
    let tied = drawn.description();
    assert!(tied.contains("parties with fewer or weaker ties are not drawn"), "{tied}");
    let loose = m.parties().len() - marked(&drawn.to_svg()).len();
    assert!(tied.contains(&format!("{loose} parties with fewer")), "{loose}: {tied}");
    // The first of them by name, as in the other pictures.
    let drawn = marked(&drawn.to_svg());
    let left = m.parties().filter(|(id, _)| !drawn.contains(id.as_str()));
    let named = left.filter(|(_, party)| tied.contains(party.name.as_deref().unwrap())).count();
    assert!(named >= 12, "{named}: {tied}");
}

#[test]
fn parties_alike_in_name_are_told_apart() {
    let m = network(6, 9, 3, |_| "Buurtvereniging".into());
    let text = svg(&m, PictureKind::Relations);
    check("alike", &text);
    // Names that are cut to the same words give way to numbers.
    let m = network(6, 9, 3, |at| format!("{} {at}", "Buurtvereniging van het Hofkwartier en de Kade ".repeat(4)));
    let text = svg(&m, PictureKind::Relations);
    check("cut alike", &text);
    assert!(text.contains("Wie is wie"));
}

#[test]
fn every_note_that_may_be_shown_is_drawn_or_counted() {
    for (n, hostile) in [(2, false), (9, true), (30, false), (200, true), (200, false)] {
        let statement =
            |at: usize| if hostile { format!("{} {at}", HOSTILE[at % HOSTILE.len()]) } else { long(at).repeat(3) };
        let m = berg(n, 4, statement);
        let found = polder::analysis::iceberg(&m, &IcebergOptions::new());
        let Ok(drawn) = try_draw(&m, "en", PictureKind::Iceberg) else { panic!("{n}") };
        let text = drawn.to_svg();
        check(&format!("{n} notes"), &text);
        let cards = ["card"].map(|class| count(&text, class))[0];
        let legend = Xml::parse(&text)
            .unwrap()
            .descendants()
            .filter(|n| {
                n.attribute("height") == Some("12") && n.attribute("class").is_some_and(|c| c.starts_with("card "))
            })
            .count();
        let shown: usize = found.layers.iter().map(|layer| layer.notes).sum();
        let more = drawn.description().split(" notes with fewer connections").next().unwrap();
        let more: usize = more.rsplit(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0);
        assert_eq!(cards - legend + more, shown, "{n}: {}", drawn.description());
    }
}

#[test]
fn the_layers_have_the_names_that_the_team_chose() {
    for names in [IcebergModel::Schein, IcebergModel::Competence] {
        let settings = Settings::new().iceberg(IcebergOptions::new().names(names));
        let options = PictureOptions::new().settings(settings);
        let drawn = picture(&model(STREET), &Locale::builtin("en").unwrap(), PictureKind::Iceberg, &options).unwrap();
        let word = if names == IcebergModel::Schein { "Basic assumption (4)" } else { "Motive (4)" };
        assert!(drawn.to_svg().contains(&format!(">{word}<")), "{word}");
        check("names", &drawn.to_svg());
    }
}

const CONFIDED: &str = r#"
polder = 1
[party.a]
[party.b]
[party.c]
[observation.late]
layer = "event"
statement = "The permit came late"
because = ["hidden"]
[observation.hidden]
layer = "pattern"
statement = "SECRET"
private = true
by = ["c"]
because = ["fear", "root"]
[observation.root]
layer = "structure"
statement = "SECRET as well"
private = true
by = ["c"]
[observation.fear]
layer = "mental-model"
statement = "Nobody wants to be the first"
by = ["a"]
[observation.several]
layer = "mental-model"
statement = "The roof leaks"
private = true
by = ["a", "c"]
[observation.lonely]
layer = "pattern"
statement = "They wait"
"#;

#[test]
fn of_what_was_noted_in_confidence_only_a_number_is_drawn() {
    let m = model(CONFIDED);
    let drawn = try_draw(&m, "en", PictureKind::Iceberg).unwrap();
    let text = drawn.to_svg();
    check("confided", &text);
    assert!(!text.contains("SECRET") && !text.contains("hidden\""), "{text}");
    // The root below it is told, by way of something; and that there is one in confidence.
    let said = told(&text);
    let has = |words: &str| said.iter().any(|s| s.contains(words));
    assert!(
        has("“The permit came late”: deeper down there may be “Nobody wants to be the first”, by way of something"),
        "{said:#?}"
    );
    assert!(has("noted in confidence (structure)"), "{said:#?}");
    assert!(!has("pattern)") || has("“They wait” (pattern)"), "{said:#?}");
    assert!(drawn.description().contains("2 notes were made in confidence"), "{}", drawn.description());
    // What it says, who noted it and what it is called changes no byte.
    let other = CONFIDED
        .replace("SECRET", "ANOTHER")
        .replace("\"hidden\"", "\"zzz\"")
        .replace("observation.hidden", "observation.zzz")
        .replace("by = [\"c\"]", "by = [\"b\"]\nvotes = 7");
    assert_eq!(svg(&model(&other), PictureKind::Iceberg), svg(&m, PictureKind::Iceberg));
    // What several noted is told from as many on as the team chose, without them.
    let by_three = Settings::new().iceberg(IcebergOptions::new().anonymity(AtLeastTwo::new(3).unwrap()));
    let hidden =
        picture(&m, &Locale::builtin("en").unwrap(), PictureKind::Iceberg, &PictureOptions::new().settings(by_three));
    assert!(!hidden.unwrap().to_svg().contains("The roof leaks"));
}

#[test]
fn the_pictures_stand_in_their_sections() {
    for (section, kind) in [(Section::Relations, "relations"), (Section::Iceberg, "iceberg")] {
        let options = ReportOptions::new().sections([section]);
        let page = report(&model(STREET), &Locale::builtin("nl").unwrap(), &options).render(Format::Html);
        assert_eq!(page.matches(&format!("id=\"picture-{kind}\"")).count(), 1, "{kind}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_order_of_the_file_changes_no_byte(m in prop_oneof![analysis_model(), team_model()], seed: u64) {
        for kind in KINDS {
            let (one, other) = (try_draw(&m, "nl", kind), try_draw(&shuffled(&m, seed), "nl", kind));
            prop_assert_eq!(one.is_ok(), other.is_ok());
            if let (Ok(one), Ok(other)) = (one, other) {
                prop_assert_eq!(one.to_svg(), other.to_svg());
            }
        }
    }

    #[test]
    fn any_model_gives_a_readable_picture(m in prop_oneof![analysis_model(), team_model()]) {
        for kind in KINDS {
            for lang in ["nl", "en"] {
                if let Ok(drawn) = try_draw(&m, lang, kind) {
                    check(&format!("{kind} {lang}"), &drawn.to_svg());
                }
            }
        }
    }
}

#[test]
fn an_event_in_confidence_leaves_no_trace() {
    let text = r#"polder = 1
[party.a]
[party.b]
[observation.seen]
layer = "event"
statement = "The permit came late"
by = ["a"]
because = ["money", "open"]
[observation.open]
layer = "pattern"
statement = "They wait"
by = ["a"]
[observation.money]
layer = "structure"
statement = "SECRET"
by = ["b"]
private = true
"#;
    let other = "[observation.row]\nlayer = \"event\"\nstatement = \"SECRET too\"\nby = [\"b\"]\nprivate = true\n\
                 because = [\"open\"]\n";
    let drawn = |text: &str| try_draw(&model(text), "en", PictureKind::Iceberg).unwrap();
    let svg = drawn(&format!("{text}{other}")).to_svg();
    check("in confidence", &svg);
    // Beside how many notes were made in confidence, the event changes nothing.
    assert!(!svg.contains("SECRET") && !svg.contains("bottlenecks"), "{svg}");
    let alone = |svg: &str| told(svg).iter().map(|said| said.replace(" Begin here.", "")).collect::<Vec<_>>();
    assert_eq!(alone(&svg), alone(&drawn(text).to_svg()));
    // What explains it lies right below it, and its layer counts it.
    let said = told(&svg);
    let explained = "“The permit came late”: explained, perhaps, by something noted in confidence (structure)";
    assert!(said.iter().any(|s| s.contains(explained)), "{said:#?}");
    assert!(!said.iter().any(|s| s.contains("by way of")), "{said:#?}");
    assert!(svg.contains("Structure (1)") && !svg.contains("everybody"), "{svg}");
}
