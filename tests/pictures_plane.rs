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
use polder::analysis::{Cut, Cuts, GridOptions, Settings, influence, power_interest, salience};
use polder::model::Attribute;
use polder::report::{Lack, Locale, NoPicture, Picture, PictureKind, PictureOptions, picture};
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
                assert_eq!(x > down - 0.06, high(Attribute::InterestLevel), "{id} at {x}, cut {down}");
                assert_eq!(y < across + 0.06, high(Attribute::Power), "{id} at {y}, cut {across}");
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

/// A line of the plane of a class: where it runs down, or across.
fn lines_of(document: &Xml<'_>, class: &str, down: bool) -> Vec<f64> {
    let (same, other) = if down { ("x1", "x2") } else { ("y1", "y2") };
    let lines = document.descendants().filter(|n| n.has_tag_name("line") && has(n, class));
    let lines = lines.filter(|n| n.parent().is_some_and(|p| p.has_tag_name("svg")));
    lines.filter(|n| n.attribute(same) == n.attribute(other)).map(|n| number(&n, same)).collect()
}

/// A model of so many parties of which the influence and dependence lie close together, some with the very same.
fn close(n: usize, seed: u64) -> Model {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut text = String::from("polder = 1\n");
    for i in 0..n {
        let to: BTreeSet<usize> = (0..5).map(|_| random.random_range(0..n)).filter(|to| *to != i).collect();
        let cells: Vec<String> = to.iter().map(|to| format!("p{to:03} = {}", random.random_range(1..5))).collect();
        writeln!(text, "[party.p{i:03}]\nname = \"Partij {i}\"\ninfluences = {{ {} }}", cells.join(", ")).unwrap();
    }
    model(&text)
}

#[test]
fn what_is_said_of_the_places_of_marks_is_true() {
    let (mut piles, mut aside, mut shared) = (0, 0, 0);
    // In a circle of parties everybody stands on one spot.
    let circle = |n: usize| {
        let party = |i| format!("[party.p{i:03}]\ninfluences = {{ p{:03} = 2 }}\n", (i + 1) % n);
        model(&format!("polder = 1\n{}", (0..n).map(party).collect::<String>()))
    };
    let close = [(8, 1), (40, 2), (60, 3), (60, 4), (120, 5), (200, 6)].map(|(n, seed)| close(n, seed));
    for model in close.into_iter().chain([3, 9, 70].map(circle)) {
        let n = model.parties().count();
        let found = influence(&model, &(&Settings::new()).into());
        let mean = found.parties.iter().map(|p| p.influence).sum::<f64>() / n as f64;
        let drawn = draw_with(&model, "en", PictureKind::InfluenceDependence, Settings::new()).unwrap();
        let svg = drawn.to_svg();
        check(&model, &svg);
        let document = Xml::parse(&svg).unwrap();
        let [cut_x, cut_y] = [true, false].map(|down| lines_of(&document, "cut", down)[0]);
        let from_x = lines_of(&document, "grid", true)[0];
        let from_y = lines_of(&document, "grid", false)[0];
        let values = |id: &str| {
            let p = found.parties.iter().find(|p| p.party.as_str() == id).unwrap();
            (p.dependence, p.influence)
        };
        let spot = |(x, y): (f64, f64)| (from_x + x / mean * (cut_x - from_x), from_y + y / mean * (cut_y - from_y));
        let marks: Vec<Node<'_, '_>> = document.descendants().filter(|n| has(n, "mark")).collect();
        let alone: Vec<(f64, f64)> = marks
            .iter()
            .filter(|mark| middle(**mark).is_some_and(|(_, y)| y <= from_y + 0.06))
            .filter_map(|mark| mark.attribute("data-parties").filter(|ids| !ids.contains(' ')).map(values))
            .collect();
        let (mut of_here, mut moved, mut same, mut near) = (0, 0, 0, 0);
        for mark in &marks {
            let Some((x, y)) = middle(*mark).filter(|(_, y)| *y <= from_y + 2.0) else { continue };
            let ids: Vec<&str> = mark.attribute("data-parties").unwrap().split(' ').collect();
            let all: Vec<(f64, f64)> = ids.iter().map(|id| values(id)).collect();
            let (x, y) = if ids.len() > 1 { (x + 1.5, y - 1.5) } else { (x, y) };
            assert!(x >= from_x - 0.06 && y <= from_y + 0.06, "{ids:?} beyond the scale: {x} {y}");
            for (dependence, influence) in &all {
                assert_eq!((x > cut_x - 0.06, y < cut_y + 0.06), (*dependence >= mean, *influence >= mean), "{ids:?}");
            }
            if ids.len() > 1 {
                let said = tells(mark).unwrap();
                let is_same = all.iter().all(|one| *one == all[0]);
                assert_eq!(said.contains("on this spot"), is_same, "{said}: {all:?}");
                assert_eq!(said.contains("close together"), !is_same, "{said}: {all:?}");
                let zones: BTreeSet<&str> =
                    mark.children().filter_map(|n| n.attribute("class")).filter(|c| c.starts_with("group-")).collect();
                assert_eq!(zones.len(), 1, "a pile of one zone has the sign of that zone");
                (same, near) = if is_same { (same + 1, near) } else { (same, near + 1) };
                continue;
            }
            let (dx, dy) = (x - spot(all[0]).0, y - spot(all[0]).1);
            let far = dx.hypot(dy);
            assert!(far <= 61.0, "{ids:?} {far} off");
            if alone.iter().filter(|other| **other == all[0]).count() > 1 {
                of_here += 1;
            } else if far > 0.2 {
                assert!(far <= 43.0, "{ids:?} {far} off");
                moved += 1;
            }
        }
        for (count, one, more) in [
            (of_here, "", format!("{of_here} parties are in the same spot as another")),
            (moved, "One mark is a little aside", format!("{moved} marks are a little aside")),
            (same, "In one spot there are too many", format!("In {same} spots there are too many")),
            (near, "In one place parties lie so close", format!("In {near} places parties lie so close")),
        ] {
            let said = if count == 1 { one } else { more.as_str() };
            assert_eq!(drawn.description().contains(said), count > 0, "{n}: {said}: {}", drawn.description());
        }
        (piles, aside, shared) = (piles + near, aside + moved, shared + of_here);
    }
    assert!(piles > 0 && aside > 0 && shared > 0, "{piles} {aside} {shared}");
}

#[test]
fn every_quadrant_that_can_be_there_has_its_name() {
    let parties = "polder = 1\n[party.a]\npower = 5\ninterest-level = 1\n[party.b]\npower = 1\ninterest-level = 5\n\
                   [party.c]\npower = 1\ninterest-level = 1\n[party.d]\npower = 5\ninterest-level = 5\n";
    let names = ["keep satisfied", "key players", "minimal effort", "keep informed"];
    let mut beneath = 0;
    for x in [1.01, 1.3, 2.0, 3.0, 4.0, 4.7, 4.99, 5.0] {
        for y in [1.01, 1.3, 3.0, 4.7, 4.99, 5.0] {
            let cuts = Cuts::new().interest_level(Cut::at(x).unwrap()).power(Cut::at(y).unwrap());
            let settings = Settings::new().grid(GridOptions::new().cuts(cuts));
            for lang in ["en", "nl"] {
                let svg =
                    draw_with(&model(parties), lang, PictureKind::PowerInterest, settings.clone()).unwrap().to_svg();
                check(&model(parties), &svg);
                if lang == "nl" {
                    continue;
                }
                let document = Xml::parse(&svg).unwrap();
                // Outside of the marks and what they tell.
                let texts = document.descendants().filter(|n| n.has_tag_name("text"));
                let texts = texts.filter(|n| !n.ancestors().any(|a| a.attribute("data-parties").is_some()));
                let words = |n: Node<'_, '_>| n.descendants().filter_map(|n| n.text()).collect::<Vec<_>>().join(" ");
                let all = texts.map(words).collect::<Vec<_>>().join(" ").to_lowercase();
                for name in names {
                    assert!(all.contains(name), "{x} {y}: {name}: {all}");
                }
                beneath += usize::from(all.contains("quadrants without room"));
            }
        }
    }
    assert!(beneath > 0);
    // With the lowest of the scale as the cut nobody can be below it.
    let cuts = Cuts::new().interest_level(Cut::at(1.0).unwrap()).power(Cut::at(1.0).unwrap());
    let settings = Settings::new().grid(GridOptions::new().cuts(cuts));
    let svg = draw_with(&model(parties), "en", PictureKind::PowerInterest, settings).unwrap().to_svg();
    assert!(svg.contains("Key players") && !svg.contains("Minimal effort") && !svg.contains("without room"), "{svg}");
    // Where the mean lies near the edge.
    let two = "polder = 1\n[party.a]\ninfluences = { b = 2 }\n[party.b]\ninfluences = { a = 1 }\n";
    let svg = draw(&model(two), "en", PictureKind::InfluenceDependence);
    assert_legible("two", &svg);
    for name in ["Dominant", "Relay", "Dominated", "Autonomous"] {
        assert!(svg.contains(&format!(">{name}</text>")), "{name}: {svg}");
    }
}

#[test]
fn where_nothing_has_a_place_it_is_said_what_is_missing() {
    let none = draw_with(&model("polder = 1\n[party.a]\npower = 5\n"), "nl", PictureKind::Salience, Settings::new());
    let none = none.unwrap_err();
    let lack = Lack::Unknown(vec![Attribute::Legitimacy, Attribute::Urgency]);
    assert_eq!(none, NoPicture::NothingToDraw { kind: PictureKind::Salience, lack });
    let said = "there is nothing to draw for `salience`: legitimacy and urgency are not known of any party";
    assert_eq!(none.to_string(), said);
    let text = "polder = 1\n[party.a]\npower = 5\nlegitimacy = 2\n[party.b]\nurgency = 3\n";
    let none = draw_with(&model(text), "en", PictureKind::Salience, Settings::new()).unwrap_err();
    let lack = Lack::Incomplete(vec![Attribute::Power, Attribute::Legitimacy, Attribute::Urgency]);
    assert_eq!(none, NoPicture::NothingToDraw { kind: PictureKind::Salience, lack });
    let half = "polder = 1\n[party.a]\ninfluences = { b = 2 }\n[party.b]\n";
    let none = draw_with(&model(half), "en", PictureKind::InfluenceDependence, Settings::new()).unwrap_err();
    let lack = Lack::Incomplete(vec![Attribute::Influence]);
    assert_eq!(none, NoPicture::NothingToDraw { kind: PictureKind::InfluenceDependence, lack });
    let zero = "polder = 1\n[party.a]\ninfluences = { b = 0 }\n[party.b]\ninfluences = {}\n";
    let none = draw_with(&model(zero), "en", PictureKind::InfluenceDependence, Settings::new()).unwrap_err();
    assert_eq!(none, NoPicture::NothingToDraw { kind: PictureKind::InfluenceDependence, lack: Lack::Matter });
}

#[test]
fn a_spread_that_meets_nobody_lies_on_its_own_mark_and_never_ends_beside_another() {
    let text = "polder = 1\n[party.a]\npower = { low = 2, high = 4 }\ninterest-level = 5\n\
                [party.b]\npower = 4\ninterest-level = 5\n[party.c]\npower = { low = 2, high = 4 }\ninterest-level = 2\n";
    let svg = draw(&model(text), "en", PictureKind::PowerInterest);
    let document = Xml::parse(&svg).unwrap();
    let of = |id: &str| {
        let mark = document.descendants().find(|n| n.attribute("data-parties") == Some(id)).unwrap();
        middle(mark).unwrap().0
    };
    let ways = document.descendants().filter(|n| n.has_tag_name("path") && has(n, "line"));
    let at: Vec<f64> = ways
        .map(|way| way.attribute("d").unwrap().trim_start_matches('M').split(' ').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(at.len(), 2);
    assert!(at.iter().any(|x| (x - of("c")).abs() < 0.2), "{at:?}");
    assert!(at.iter().any(|x| (10.0..30.0).contains(&(x - of("b")).abs())), "{at:?}");
}
