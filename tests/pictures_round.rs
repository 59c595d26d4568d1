//! The pictures of the force field, of the rings and of leadership: what they show, that it can be read, and that nothing is lost.
#![cfg(all(feature = "report", feature = "json", feature = "toml"))]
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

use std::fmt::Write;

use common::pictures::{
    HOSTILE, STREET, TWO, assert_legible, draw, everybody, has, labels, marked, model, number, tells, told,
    toml_string, try_draw, without_style,
};
use common::shuffled;
use polder::analysis::{ForceFieldOptions, RingsOptions, Settings, force_field, rings};
use polder::id::{PartyId, Slug};
use polder::report::{Format, Locale, PictureKind, PictureOptions, ReportOptions, picture, report};
use rand::{RngExt, SeedableRng};
use roxmltree::{Document as Xml, Node};

const KINDS: [PictureKind; 3] = [PictureKind::ForceField, PictureKind::Rings, PictureKind::Leadership];

/// Two parties, each with something that is not known, or known from several sides.
const SMALL: &str = r#"polder = 1
[project]
phase = "start"
[party.town]
name = "The town"
power = 4
interest-level = 3
attitude = 1
sector = "decider"
ring = { actual = "co-think", wished = "co-decide", desired = "co-operate" }
[party.residents]
name = "The residents"
power = { low = 1, high = 3 }
interest-level = 5
attitude = -1
sector = "user"
ring = { wished = "co-think" }
[member.kim]
leads = ["start"]
"#;

/// Many parties with long names that are alike. `same`: all in one cell.
fn crowd(n: usize, same: bool, seed: u64) -> String {
    let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
    let mut out = "polder = 1\n[project]\nphase = \"development\"\n".to_owned();
    let rings = ["be-informed", "co-think", "co-operate", "co-decide"];
    let sectors = ["decider", "supplier", "executor", "user"];
    for i in 0..n {
        let name = "Stichting tot behoud van het landelijke en cultuurhistorische karakter van het buitengebied";
        writeln!(out, "[party.p{i:03}]\nname = \"{name} {i:03}\"").unwrap();
        for (key, low, high) in [("power", 1, 5), ("interest-level", 1, 5), ("attitude", -2, 2)] {
            match rng.random_range(0..20) {
                0 => {}
                1..4 => writeln!(out, "{key} = {{ low = {low}, high = {high} }}").unwrap(),
                _ => writeln!(out, "{key} = {}", rng.random_range(low..=high)).unwrap(),
            }
        }
        if rng.random_range(0..20) > 0 {
            writeln!(out, "sector = \"{}\"", if same { "user" } else { sectors[rng.random_range(0..4)] }).unwrap();
        }
        let mut kept = Vec::new();
        for key in ["actual", "wished", "desired"] {
            if rng.random_range(0..10) > 0 {
                let ring = if same && key == "actual" { 3 } else { rng.random_range(0..4) };
                kept.push(format!("{key} = \"{}\"", rings[ring]));
            }
        }
        writeln!(out, "ring = {{ {} }}", kept.join(", ")).unwrap();
    }
    for i in 0..n / 8 {
        let side = ["driving", "restraining"][rng.random_range(0..2)];
        writeln!(out, "[[force]]\nname = \"Een kracht met een lange naam over iets wat al jaren speelt {i}\"").unwrap();
        writeln!(out, "side = \"{side}\"\nparty = \"p{:03}\"", rng.random_range(0..n)).unwrap();
        if rng.random_range(0..8) > 0 {
            writeln!(out, "strength = {}", rng.random_range(1..=5)).unwrap();
        }
        if rng.random_range(0..8) > 0 {
            writeln!(out, "changeability = {}", rng.random_range(1..=5)).unwrap();
        }
    }
    for i in 0..n / 10 {
        writeln!(out, "[member.lid{i}]\nleads = [\"start\", \"development\"]").unwrap();
        writeln!(out, "style = {{ informal = {} }}\nroles = {{ mentor = {} }}", 1 + i % 5, 1 + i % 4).unwrap();
    }
    out
}

/// Parties whose names try to be something else.
fn hostile() -> String {
    let long = ["Donaudampfschiffahrtsgesellschaft".repeat(30), "lang en breed ".repeat(60)];
    let mut out = "polder = 1\n[project]\nphase = \"start\"\n".to_owned();
    for (i, name) in HOSTILE.iter().map(|n| (*n).to_owned()).chain(long).enumerate() {
        let (numbered, name) = (toml_string(&format!("{name} {i}")), toml_string(&name));
        let rate = format!("power = {}\ninterest-level = 3\nattitude = {}\n", 1 + i % 5, i as i64 % 3 - 1);
        let ring = "sector = \"user\"\nring = { actual = \"co-think\", wished = \"co-decide\" }\n";
        writeln!(out, "[party.h{i}]\nname = {name}\n{rate}{ring}").unwrap();
        writeln!(out, "[[force]]\nname = {name}\nid = \"f{i}\"\nside = \"driving\"\nstrength = 3\nparty = \"h{i}\"\n")
            .unwrap();
        writeln!(out, "[member.m{i}]\nname = {name}\nleads = [\"start\"]\nroles = {{ mentor = 2 }}\n").unwrap();
        writeln!(out, "[party.u{i}]\nname = {numbered}\npower = 2\nring = {{ wished = \"co-think\" }}\n").unwrap();
    }
    out
}

#[test]
fn the_street_in_dutch() {
    let model = model(STREET);
    for kind in KINDS {
        insta::assert_snapshot!(format!("street-{kind}"), without_style(&draw(&model, "nl", kind)));
    }
}

#[test]
fn two_parties_in_english() {
    let bare = model(TWO);
    let said: Vec<String> = KINDS.iter().map(|kind| try_draw(&bare, "en", *kind).unwrap_err().to_string()).collect();
    insta::assert_snapshot!("two-parties", said.join("\n"));
    let small = model(SMALL);
    for kind in KINDS {
        insta::assert_snapshot!(format!("small-{kind}"), without_style(&draw(&small, "en", kind)));
    }
}

#[test]
fn labels_can_be_read_whatever_the_model() {
    let crowds = [(200, false, 1), (200, true, 2), (30, false, 3), (60, false, 4), (45, true, 5), (2, false, 6)];
    let mut texts = vec![("street".to_owned(), STREET.to_owned()), ("small".into(), SMALL.into())];
    texts.push(("hostile".into(), hostile()));
    texts.extend(crowds.map(|(n, same, seed)| (format!("crowd {n} {same}"), crowd(n, same, seed))));
    texts.push(("no sectors".into(), SMALL.replace("sector", "tags = [] # ")));
    for (what, text) in texts {
        let model = model(&text);
        for lang in ["nl", "en"] {
            for kind in KINDS {
                let Ok(picture) = try_draw(&model, lang, kind) else { continue };
                assert_legible(&format!("{what} {kind} {lang}"), &picture.to_svg());
            }
        }
    }
}

#[test]
fn many_parties_fit_on_a_page() {
    for seed in 10..13 {
        let model = model(&crowd(200, false, seed));
        let svg = draw(&model, "nl", PictureKind::ForceField);
        let doc = roxmltree::Document::parse(&svg).unwrap();
        assert!(number(&doc.root_element(), "height") <= 1800.0, "{}", number(&doc.root_element(), "height"));
    }
}

#[test]
fn nobody_is_lost() {
    for text in
        [STREET.to_owned(), SMALL.to_owned(), hostile(), crowd(200, false, 7), crowd(200, true, 8), crowd(33, false, 9)]
    {
        let model = model(&text);
        for kind in [PictureKind::ForceField, PictureKind::Rings] {
            let svg = draw(&model, "nl", kind);
            assert_eq!(marked(&svg), everybody(&model), "{kind}");
        }
    }
}

#[test]
fn the_order_of_the_file_changes_no_byte() {
    for text in [STREET.to_owned(), crowd(40, false, 11), crowd(90, true, 12)] {
        let model = model(&text);
        for seed in 0..3 {
            let other = shuffled(&model, seed);
            for kind in KINDS {
                assert_eq!(draw(&model, "nl", kind), draw(&other, "nl", kind), "{kind}");
            }
        }
    }
}

/// The mark of a party that begins with some words.
fn mark_of<'a, 'i>(doc: &'a roxmltree::Document<'i>, party: &str, words: &str) -> Node<'a, 'i> {
    let is = |node: &Node<'_, '_>| {
        node.attribute("data-parties") == Some(party) && tells(node).is_some_and(|l| l.contains(words))
    };
    doc.descendants().find(is).unwrap_or_else(|| panic!("no mark of {party} with {words}"))
}

/// From where to where a bar goes, if the mark has one.
fn bar(mark: &Node<'_, '_>) -> Option<(f64, f64, bool)> {
    let polygon =
        mark.children().find(|n| n.tag_name().name() == "polygon" && n.attribute("class") != Some("neutral"))?;
    let xs =
        polygon.attribute("points").unwrap().split(' ').map(|p| p.split_once(',').unwrap().0.parse::<f64>().unwrap());
    let (low, high) = xs.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    Some((low, high, polygon.attribute("fill").is_some_and(|fill| fill.contains("hatch"))))
}

#[test]
fn bars_are_as_long_as_the_forces_and_stand_on_their_side() {
    let model = model(STREET);
    let found = force_field(&model, &ForceFieldOptions::new());
    let svg = draw(&model, "nl", PictureKind::ForceField);
    let doc = roxmltree::Document::parse(&svg).unwrap();
    let line = 380.0;
    let unit = found.parties.iter().find(|p| p.force == 40.0).map(|p| {
        let (low, high, _) = bar(&mark_of(&doc, p.party.as_str(), ": kracht")).unwrap();
        (high - low) / 40.0
    });
    let unit = unit.unwrap();
    assert!(unit > 3.0);
    for party in &found.parties {
        let drawn = bar(&mark_of(&doc, party.party.as_str(), ": kracht"));
        if party.force == 0.0 {
            assert_eq!(drawn, None, "{}", party.party);
            continue;
        }
        let (low, high, hatched) = drawn.unwrap();
        assert!((high - low - party.force.abs() * unit).abs() <= 0.2, "{}", party.party);
        assert_eq!(hatched, party.force < 0.0);
        assert_eq!(if party.force > 0.0 { high } else { low }, line);
    }
}

#[test]
fn a_spread_is_drawn_from_the_lowest_to_the_highest_product() {
    let svg = draw(&model(SMALL), "en", PictureKind::ForceField);
    let doc = roxmltree::Document::parse(&svg).unwrap();
    let told = tells(&mark_of(&doc, "residents", "force")).unwrap().to_owned();
    assert!(told.contains("from −15 to −5"), "{told}");
    let path = mark_of(&doc, "residents", "force").children().find(|n| n.tag_name().name() == "path");
    // The longest reach is 15.
    assert!(path.unwrap().attribute("d").unwrap().contains("H676"), "{path:?}");
    assert!(mark_of(&doc, "town", "force").children().all(|n| n.tag_name().name() != "path"));
}

#[test]
fn marks_stand_in_their_ring() {
    for (text, lang) in [(STREET.to_owned(), "nl"), (crowd(200, false, 13), "nl"), (crowd(24, false, 14), "nl")] {
        let model = model(&text);
        let found = rings(&model, &RingsOptions::new());
        let order: Vec<&Slug> = found.sectors[0].rings.iter().map(|cell| &cell.ring).collect();
        let svg = draw(&model, lang, PictureKind::Rings);
        let doc = roxmltree::Document::parse(&svg).unwrap();
        let circles: Vec<Node<'_, '_>> = doc
            .descendants()
            .filter(|n| n.tag_name().name() == "circle" && n.attribute("class") == Some("pane"))
            .collect();
        assert_eq!(circles.len(), 4);
        let (x, y) = (number(&circles[0], "cx"), number(&circles[0], "cy"));
        let mut checked = 0;
        for place in &found.parties {
            // Several may stand in one mark, such as those that are not placed.
            let alone = |n: &Node<'_, '_>| n.attribute("data-parties") == Some(place.party.as_str());
            let Some(mark) = doc.descendants().find(alone) else { continue };
            let dot = mark.children().find(|n| n.tag_name().name() == "circle" && n.attribute("class") == Some("ink"));
            let Some(dot) = dot else { continue };
            let ring = order.iter().position(|r| Some(*r) == place.actual.as_ref()).unwrap();
            let far = (number(&dot, "cx") - x).hypot(number(&dot, "cy") - y);
            let inner = circles.get(ring + 1).map_or(0.0, |c| number(c, "r"));
            assert!(far < number(&circles[ring], "r") && far > inner, "{}: {far} in ring {ring}", place.party);
            checked += 1;
        }
        assert!(checked >= 12, "{checked}");
    }
}

#[test]
fn what_is_not_on_record_is_said_and_not_placed() {
    let svg = draw(&model(SMALL), "en", PictureKind::Rings);
    let doc = roxmltree::Document::parse(&svg).unwrap();
    let mark = mark_of(&doc, "residents", "now unknown");
    assert!(mark.children().all(|n| n.tag_name().name() != "circle" && n.tag_name().name() != "path"));
    assert!(svg.contains("0 0 760"));
    let street = draw(&model(STREET), "nl", PictureKind::Rings);
    assert!(street.contains("sector is niet bekend; nu: meeweten"), "{street}");
}

#[test]
fn own_words_for_rings_and_sectors_are_drawn() {
    let slug = |word: String| Slug::new(&word).unwrap();
    for (rings, sectors) in [(3, 5), (6, 12), (12, 9), (25, 30), (4, 0)] {
        let own = RingsOptions::new().rings((0..rings).map(|n| slug(format!("kring-{n}")))).unwrap();
        let own = own.sectors((0..sectors).map(|n| slug(format!("een-lange-sector-{n}")))).unwrap();
        let mut text = "polder = 1\n".to_owned();
        for i in 0..80 {
            let sector = if sectors > 0 { i % sectors } else { 0 };
            writeln!(text, "[party.p{i}]\nname = \"Partij {i}\"\nsector = \"een-lange-sector-{sector}\"").unwrap();
            writeln!(text, "ring = {{ actual = \"kring-{}\", wished = \"kring-{}\" }}", i % rings, i % 2).unwrap();
        }
        let model = model(&text);
        let options = PictureOptions::new().settings(Settings::new().rings(own));
        let svg = picture(&model, &Locale::builtin("nl").unwrap(), PictureKind::Rings, &options).unwrap().to_svg();
        assert_legible(&format!("{rings} rings, {sectors} sectors"), &svg);
        assert_eq!(marked(&svg), everybody(&model));
    }
}

#[test]
fn leadership_gives_nobody_a_number() {
    for text in [STREET.to_owned(), crowd(100, false, 15)] {
        let svg = draw(&model(&text), "nl", PictureKind::Leadership);
        let doc = roxmltree::Document::parse(&svg).unwrap();
        let shown = labels(&doc).into_iter().map(|l| l.text);
        let told = told(&svg);
        for said in shown.chain(told) {
            assert!(!said.contains("0,"), "{said}");
            // Only the names of the crowd and how many more there are have digits.
            let said = said.replace(" meer", "").replace("nog ", "");
            let rest: String = said.split_whitespace().filter(|w| !w.starts_with("lid")).collect();
            assert!(rest.chars().all(|c| !c.is_ascii_digit()) || rest.len() <= 3, "{said}");
        }
        assert!(svg.contains("geen oordeel"));
    }
}

#[test]
fn the_phase_at_hand_is_marked_and_the_lead_goes_over() {
    let svg = draw(&model(STREET), "nl", PictureKind::Leadership);
    let doc = roxmltree::Document::parse(&svg).unwrap();
    let steps: Vec<&str> = doc
        .descendants()
        .filter(|n| {
            n.tag_name().name() == "polygon" && n.attribute("points").is_some_and(|p| p.split(' ').count() == 6)
        })
        .filter_map(|n| n.attribute("class"))
        .collect();
    assert_eq!(steps, ["pane", "ink", "pane"]);
    assert!(svg.contains("anna draagt de leiding over aan bram"));
    let unsaid = draw(&model(&SMALL.replace("phase = \"start\"", "")), "en", PictureKind::Leadership);
    assert!(unsaid.contains("not on record which phase") && !unsaid.contains("(now)"));
}

#[test]
fn who_only_rates_is_not_in_the_picture_of_leadership() {
    let text = format!("{SMALL}[member.qzqrater]\nname = \"Qzqrater\"\nnotes = \"qzqnote\"\n")
        .replace("power = 4", "power = [{ score = 4, by = \"qzqrater\", why = \"qzqwhy\" }]");
    let model = model(&text);
    for kind in KINDS {
        assert!(!draw(&model, "en", kind).to_lowercase().contains("qzq"), "{kind}");
    }
}

#[test]
fn the_report_has_the_pictures_in_their_sections() {
    let page = report(&model(STREET), &Locale::builtin("nl").unwrap(), &ReportOptions::new()).render(Format::Html);
    for kind in KINDS {
        assert_eq!(page.matches(&format!("id=\"picture-{kind}\"")).count(), 1, "{kind}");
    }
}

#[test]
fn ids_are_those_of_the_model() {
    let all = marked(&draw(&model(STREET), "nl", PictureKind::ForceField));
    assert!(all.iter().all(|id| PartyId::new(id).is_ok()));
}

#[test]
fn a_force_is_no_kind_of_something_in_a_list() {
    let svg = draw(&model(STREET), "nl", PictureKind::ForceField);
    assert!(svg.contains("data-parties") && !svg.contains("data-kind"));
}

#[test]
fn numbers_beside_bars_stay_in_the_picture() {
    let text = "polder = 1\n[project]\nscale = [1, 1000000]\nsigned = 1000000\n[party.a]\npower = 987654\n\
                interest-level = 987654\nattitude = 999999\n[party.b]\npower = 2\ninterest-level = 87654\n\
                attitude = -2\n";
    let svg = draw(&model(text), "nl", PictureKind::ForceField);
    assert_legible("large", &svg);
    let xml = Xml::parse(&svg).unwrap();
    let shown: Vec<&str> = xml.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text()).collect();
    assert!(shown.contains(&"+≈9,8·10¹⁷"), "{shown:?}");
    // In full where it is told.
    assert!(told(&svg).iter().any(|said| said.contains("+97545944")), "{:?}", told(&svg));
}

#[test]
fn a_wish_and_a_want_for_one_ring_are_both_seen() {
    let text = SMALL.replace("desired = \"co-operate\"", "desired = \"co-decide\"");
    let svg = draw(&model(&text), "en", PictureKind::Rings);
    let xml = Xml::parse(&svg).unwrap();
    let mark = xml.descendants().find(|n| has(n, "mark") && n.attribute("data-parties") == Some("town"));
    let classes: Vec<&str> = mark.unwrap().children().filter_map(|n| n.attribute("class")).collect();
    let last = |class: &str| classes.iter().rposition(|c| *c == class);
    // What is filled comes first: neither outline lies beneath it.
    assert!(last("hollow want") < last("hollow wish") && last("hollow wish") < last("outline want"), "{classes:?}");
}
