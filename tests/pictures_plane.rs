//! The pictures of places: power and interest, influence and dependence, salience.
#![cfg(all(feature = "report", feature = "toml"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_precision_loss
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use common::pictures::{
    HOSTILE, STREET, TWO as NOBODY, assert_legible, draw, everybody, has, labels, marked, model, moved, number, tells,
    toml_string, without_style,
};
use polder::Model;
use polder::analysis::{Cut, Cuts, GridOptions, Settings, power_interest, salience};
use polder::model::Attribute;
use polder::report::{Locale, NoPicture, Picture, PictureKind, PictureOptions, picture};
use polder::vocabulary::Height;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use roxmltree::{Document as Xml, Node};

const KINDS: [PictureKind; 3] = [PictureKind::PowerInterest, PictureKind::InfluenceDependence, PictureKind::Salience];
const TWO: &str = "polder = 1\n[party.town]\nname = \"The town\"\npower = 5\ninterest-level = 4\nattitude = 1\n\
                   legitimacy = 5\nurgency = 2\ninfluences = { residents = 3 }\n[party.residents]\n\
                   name = \"The residents\"\npower = { low = 1, high = 3 }\ninterest-level = 5\nattitude = -1\n\
                   legitimacy = 3\nurgency = 4\ninfluences = { town = 1 }\n";

fn draw_with(model: &Model, lang: &str, kind: PictureKind, settings: Settings) -> Result<Picture, NoPicture> {
    let options = PictureOptions::new().settings(settings);
    let drawn = picture(model, &Locale::builtin(lang).unwrap(), kind, &options)?;
    assert_eq!(drawn.missing_words(), [""; 0], "{lang} {kind}");
    Ok(drawn)
}

/// A model of so many parties with long names; `whole` ratings crowd on a few spots.
fn crowd(n: usize, whole: bool) -> String {
    let mut random = ChaCha8Rng::seed_from_u64(n as u64);
    let words = ["Vereniging", "Bewonersraad", "Omgevingsdienst", "van", "Waterschap", "en", "Natuur", "Coöperatie"];
    let mut out = String::from("polder = 1\n");
    for i in 0..n {
        let name: Vec<&str> = (0..random.random_range(2..8)).map(|_| words[random.random_range(0..8)]).collect();
        writeln!(out, "[party.p{i:03}]\nname = \"{} {i}\"", name.join(" ")).unwrap();
        for key in ["power", "interest-level", "legitimacy", "urgency"] {
            let at: f64 = random.random_range(1.0..5.0);
            let at = if whole { at.round() } else { (at * 100.0).round() / 100.0 };
            match random.random_range(0..12) {
                0 => {}
                1 => writeln!(out, "{key} = {{ low = {at}, high = 5 }}").unwrap(),
                _ => writeln!(out, "{key} = {at}").unwrap(),
            }
        }
        if random.random_bool(0.9) {
            writeln!(out, "attitude = {}", random.random_range(-2..3)).unwrap();
        }
        if random.random_bool(0.9) {
            let to: BTreeSet<usize> = (0..4).map(|_| random.random_range(0..n)).filter(|to| *to != i).collect();
            let cells: Vec<String> = to.iter().map(|to| format!("p{to:03} = {}", random.random_range(1..5))).collect();
            writeln!(out, "influences = {{ {} }}", cells.join(", ")).unwrap();
        }
    }
    out
}

/// A rectangle: left, top, right, bottom.
type Area = [f64; 4];

/// It can be read, and every party has a mark.
fn check(model: &Model, svg: &str) {
    assert_legible("plane", svg);
    assert_eq!(marked(svg), everybody(model));
}

#[test]
fn the_example_is_drawn_as_before() {
    let example = model(STREET);
    for kind in KINDS {
        let svg = draw(&example, "nl", kind);
        check(&example, &svg);
        insta::assert_snapshot!(format!("{kind}-nl"), without_style(&svg));
    }
}

#[test]
fn without_ratings_there_is_no_picture() {
    for kind in KINDS {
        let none = draw_with(&model(NOBODY), "en", kind, Settings::new());
        assert!(matches!(none, Err(NoPicture::NotRun { kind: of, .. }) if of == kind), "{none:?}");
    }
}

#[test]
fn two_parties_and_two_hundred_stay_apart() {
    let crowds = [TWO.to_owned(), crowd(30, true), crowd(60, true), crowd(200, true), crowd(200, false)];
    for model in crowds.iter().map(|text| model(text)) {
        for kind in KINDS {
            for lang in ["nl", "en"] {
                check(&model, &draw(&model, lang, kind));
            }
        }
    }
}

#[test]
fn all_on_one_spot_are_a_pile_that_is_told_of() {
    let mut text = String::from("polder = 1\n");
    for i in 0..200 {
        writeln!(text, "[party.p{i}]\nname = \"Een lange naam voor een partij {i}\"\npower = 5\ninterest-level = 5")
            .unwrap();
        writeln!(text, "legitimacy = 5\nurgency = 5\ninfluences = {{ p{} = 2 }}", (i + 1) % 200).unwrap();
    }
    let model = model(&text);
    for kind in KINDS {
        let drawn = draw_with(&model, "en", kind, Settings::new()).unwrap();
        check(&model, &drawn.to_svg());
        assert!(drawn.description().contains("their names are given below"), "{}", drawn.description());
        let svg = drawn.to_svg();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let pile = document.descendants().find(|n| n.attribute("data-parties").is_some_and(|p| p.contains(' ')));
        assert!(tells(&pile.unwrap()).unwrap().contains("200"), "{kind}");
        assert_eq!(labels(&document).iter().filter(|label| label.text == "1–200").count(), 1, "{kind}");
    }
}

#[test]
fn a_mark_stands_on_the_side_of_the_cut_that_its_class_says() {
    for text in [crowd(12, true), crowd(60, true), crowd(200, true), crowd(200, false)] {
        let model = model(&text);
        let grid = power_interest(&model, &GridOptions::new());
        let svg = draw(&model, "en", PictureKind::PowerInterest);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let cuts: Vec<Node<'_, '_>> = document
            .descendants()
            .filter(|n| has(n, "cut") && n.parent().is_some_and(|p| p.has_tag_name("svg")))
            .collect();
        let down = number(cuts.iter().find(|n| n.attribute("x1") == n.attribute("x2")).unwrap(), "x1");
        let across = number(cuts.iter().find(|n| n.attribute("y1") == n.attribute("y2")).unwrap(), "y1");
        let mut seen = 0;
        for mark in document.descendants().filter(|n| has(n, "mark")) {
            let Some((x, y)) = middle(mark).filter(|(_, y)| *y < 560.0) else { continue };
            let parties = mark.attribute("data-parties").unwrap();
            // The upper one of a pile stands somewhat beside it.
            let (x, y) = if parties.contains(' ') { (x + 1.5, y - 1.5) } else { (x, y) };
            for id in parties.split(' ') {
                let Some(place) = grid.of(&id.parse().unwrap()) else { continue };
                let high = |attribute| {
                    place.axes.iter().find(|a| a.attribute == attribute).unwrap().height == Some(Height::High)
                };
                assert_eq!(x > down - 0.6, high(Attribute::InterestLevel), "{id} at {x}, cut {down}");
                assert_eq!(y < across + 0.6, high(Attribute::Power), "{id} at {y}, cut {across}");
                seen += 1;
            }
        }
        assert_eq!(seen, grid.parties.len());
    }
}

/// Where the shape of a mark stands.
fn middle(mark: Node<'_, '_>) -> Option<(f64, f64)> {
    let shape = mark.descendants().rfind(|n| n.has_tag_name("circle") || n.has_tag_name("polygon"))?;
    if shape.has_tag_name("circle") {
        return Some(moved(&shape, (number(&shape, "cx"), number(&shape, "cy"))));
    }
    let points: Vec<f64> = shape.attribute("points").unwrap().split([' ', ',']).map(|x| x.parse().unwrap()).collect();
    let around = |at: usize| {
        let all = || points.iter().skip(at).step_by(2).copied();
        (all().fold(f64::MAX, f64::min) + all().fold(f64::MIN, f64::max)) / 2.0
    };
    let (x, y) = (around(0), around(1));
    // A triangle reaches further to its tip than to its base.
    let base = points.iter().skip(1).step_by(2).filter(|at| **at > y).count();
    Some(moved(&shape, (x, if points.len() == 6 { y + if base == 2 { 0.9 } else { -0.9 } } else { y })))
}

#[test]
fn what_is_not_known_stands_beside_the_plane_and_never_in_it() {
    let text = "polder = 1\n[party.a]\nname = \"A\"\npower = 5\ninterest-level = 4\n[party.b]\nname = \"B\"\npower = 2\n\
                [party.c]\nname = \"C\"\ninterest-level = 5\n[party.d]\nname = \"D\"\n";
    let model = model(text);
    let drawn = draw_with(&model, "en", PictureKind::PowerInterest, Settings::new()).unwrap();
    let svg = drawn.to_svg();
    check(&model, &svg);
    let document = roxmltree::Document::parse(&svg).unwrap();
    let panes: Vec<Area> = (document.descendants())
        .filter(|n| n.has_tag_name("rect") && (has(n, "pane") || has(n, "unknown")))
        .map(|n| [number(&n, "x"), number(&n, "y"), number(&n, "width"), number(&n, "height")])
        .collect();
    let [plane, left, below] = panes.as_slice() else { panic!("{panes:?}") };
    let at = |party: &str| {
        let mark = document.descendants().find(|n| n.attribute("data-parties") == Some(party)).unwrap();
        let (x, y) = middle(mark).unwrap();
        let within = |a: &Area| a[0] < x && x < a[0] + a[2] && a[1] < y && y < a[1] + a[3];
        [plane, left, below].map(within)
    };
    assert_eq!(at("a"), [true, false, false]);
    assert_eq!(at("b"), [false, true, false]);
    assert_eq!(at("c"), [false, false, true]);
    assert_eq!(at("d"), [false, false, false]);
    for heading in ["power is not known", "interest level is not known", "power and interest level are not known"] {
        assert!(svg.contains(heading), "{heading}: {svg}");
    }
    assert!(drawn.description().contains("Not placed (3): B, C and D."), "{}", drawn.description());
}

#[test]
fn a_class_that_the_missing_rating_cannot_change_is_said() {
    let text =
        "polder = 1\n[party.a]\nname = \"A\"\npower = 5\n[party.b]\nname = \"B\"\npower = 2\ninterest-level = 3\n";
    let cuts = Cuts::new().interest_level(Cut::at(1.0).unwrap());
    let settings = Settings::new().grid(GridOptions::new().cuts(cuts));
    let model = model(text);
    let drawn = draw_with(&model, "en", PictureKind::PowerInterest, settings).unwrap();
    check(&model, &drawn.to_svg());
    assert!(drawn.to_svg().contains("A: key players"), "{}", drawn.to_svg());
    assert!(drawn.to_svg().contains("The place is the same whatever the missing rating is (1)"));
}

#[test]
fn every_party_stands_in_the_region_of_its_class() {
    for text in [STREET.to_owned(), crowd(40, true), crowd(200, true)] {
        let model = model(&text);
        let found = salience(&model, &GridOptions::new());
        let svg = draw(&model, "nl", PictureKind::Salience);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let circles: Vec<[f64; 3]> = (document.descendants())
            .filter(|n| has(n, "venn"))
            .map(|n| [number(&n, "cx"), number(&n, "cy"), number(&n, "r")])
            .collect();
        let bottom = circles.iter().map(|[_, y, r]| y + r).fold(0.0, f64::max);
        let mut seen: BTreeMap<&str, [bool; 3]> = BTreeMap::new();
        for mark in document.descendants().filter(|n| has(n, "mark")) {
            let text = mark.children().find(|n| n.has_tag_name("text")).unwrap();
            let (x, y) = (number(&text, "x"), number(&text, "y") - 4.0);
            if y < bottom {
                let within = |[cx, cy, r]: &[f64; 3]| ((x - cx) * (x - cx) + (y - cy) * (y - cy)).sqrt() < *r;
                let region: Vec<bool> = circles.iter().map(within).collect();
                for id in mark.attribute("data-parties").unwrap().split(' ') {
                    seen.insert(id, region.clone().try_into().unwrap());
                }
            }
        }
        for place in found.parties.iter().filter(|p| p.class.rank > 0) {
            let has = |attribute| place.axes.iter().any(|a| a.attribute == attribute && a.height == Some(Height::High));
            let expected = [Attribute::Power, Attribute::Legitimacy, Attribute::Urgency].map(has);
            if !place.whatever_the_missing {
                assert_eq!(seen.get(place.party.as_str()), Some(&expected), "{}", place.party);
            }
        }
        assert!(seen.values().all(|region| region.contains(&true)));
    }
}

#[test]
fn the_order_of_the_file_changes_no_byte() {
    let text = crowd(40, true);
    let mut parties: Vec<&str> = text.split("[party.").collect();
    let head = parties.remove(0);
    parties.reverse();
    let turned = format!("{head}[party.{}", parties.join("[party."));
    assert_ne!(turned, text);
    for kind in KINDS {
        assert_eq!(draw(&model(&text), "nl", kind), draw(&model(&turned), "nl", kind), "{kind}");
    }
}

#[test]
fn hostile_names_do_no_harm() {
    let long = "Heel lang ".repeat(300);
    let word = "onafgebrokenwoordzonderspatiesdatveelteliangisvooreenregel onafgebrokenwoordzonderspaties";
    let mut text = String::from("polder = 1\n");
    for (i, name) in HOSTILE.into_iter().chain(["Z̸̢͎a̶l̷g̵o̶", "...", word, &long]).enumerate() {
        let (a, b, name) = (i % 5 + 1, i / 4 % 5 + 1, toml_string(name));
        writeln!(text, "[party.p{i}]\nname = {name}\npower = {a}\ninterest-level = {b}").unwrap();
        writeln!(text, "legitimacy = {b}\nurgency = 3\ninfluences = {{ p{} = 2 }}", (i + 3) % 16).unwrap();
    }
    let model = model(&text);
    for kind in KINDS {
        let svg = draw(&model, "en", kind);
        check(&model, &svg);
        assert!(!svg.chars().any(|c| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c)), "{kind}");
    }
}

#[test]
fn who_rated_and_what_was_noted_are_not_told() {
    let text = "polder = 1\n[party.a]\nname = \"A\"\nnotes = \"qzqnote\"\nannotations = { qzqkey = \"qzqvalue\" }\n\
                power = [{ score = 4, by = \"qzqrater\" }, { score = 2, by = \"qzqother\" }]\ninterest-level = 4\n\
                legitimacy = [{ score = 4, by = \"qzqrater\" }]\nurgency = 1\ninfluences = { b = 2 }\n\
                contact = { owner = \"qzqowner\" }\ntags = [\"qzqtag\"]\n\
                [party.b]\nname = \"B\"\npower = 1\ninterest-level = 1\nlegitimacy = 1\nurgency = 1\ninfluences = {}\n\
                [observation.qzqsecret]\nlayer = \"pattern\"\nstatement = \"Qzqsecret\"\nby = [\"a\"]\nprivate = true\n";
    for kind in KINDS {
        let svg = draw(&model(text), "en", kind).to_lowercase();
        assert!(!svg.contains("qzq"), "{kind}: {svg}");
    }
    assert!(draw(&model(text), "en", PictureKind::PowerInterest).contains("power 3 (2 to 4)"));
}

#[test]
fn a_spread_lies_beside_its_mark_and_clear_of_others() {
    let mut text = "polder = 1\n".to_owned();
    for (n, interest) in ["{ low = 1, high = 5 }", "2", "{ low = 1, mode = 4, high = 5 }", "5"].iter().enumerate() {
        text.push_str(&format!("[party.p{n}]\npower = 3\ninterest-level = {interest}\n"));
    }
    let svg = draw_with(&model(&text), "en", PictureKind::PowerInterest, Settings::new()).unwrap().to_svg();
    let xml = Xml::parse(&svg).unwrap();
    let marks: Vec<(f64, f64)> = xml.descendants().filter(|n| has(n, "mark")).filter_map(middle).collect();
    assert_eq!(marks.len(), 4);
    let ways = xml.descendants().filter(|n| n.has_tag_name("path") && has(n, "line"));
    let heights: Vec<f64> = ways
        .map(|way| {
            let first = way.attribute("d").unwrap().split(['M', 'L', ' ']).filter(|part| !part.is_empty());
            let [left, top, right, bottom] = first.take(4).map(|n| n.parse().unwrap()).collect::<Vec<f64>>()[..] else {
                panic!("{way:?}")
            };
            assert!(top == bottom && left < right);
            top
        })
        .collect();
    assert_eq!(heights.len(), 2);
    assert!((heights[0] - heights[1]).abs() >= 2.0, "{heights:?}");
    assert!(heights.iter().all(|y| marks.iter().all(|mark| (mark.1 - y).abs() >= 7.0)), "{heights:?} {marks:?}");
}

#[test]
fn a_region_whose_name_fits_nowhere_still_counts() {
    let long = "Waarschuwing".repeat(30);
    let locale = Locale::from_ftl("en", &format!("picture-salience-count = {{ $class }} {long} {{ $n }}\n")).unwrap();
    for n in [5, 200] {
        let model = model(&crowd(n, true));
        let drawn = picture(&model, &locale, PictureKind::Salience, &PictureOptions::new()).unwrap();
        let svg = drawn.to_svg();
        check(&model, &svg);
        let xml = Xml::parse(&svg).unwrap();
        let counts = xml.descendants().filter(|n| n.has_tag_name("text") && has(n, "small") && has(n, "strong"));
        assert!(counts.filter_map(|n| n.text()).any(|text| text.parse::<usize>().is_ok()), "{svg}");
    }
}
