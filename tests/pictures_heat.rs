//! The pictures that are tables and profiles: conflicts, values, cultures.
#![cfg(all(feature = "report", feature = "toml"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::BTreeSet;
use std::fmt::Write;

use common::pictures::{
    HOSTILE, STREET, TWO, assert_legible, marked, model, tells, toml_string, try_draw, without_style,
};
use polder::analysis::{ConflictOptions, conflicts};
use polder::report::{Format, Locale, NoPicture, Picture, PictureKind, ReportOptions, Section, report};
use polder::vocabulary::{ConflictKind, Vocabulary};
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use roxmltree::Node;

const KINDS: [PictureKind; 3] = [PictureKind::Conflicts, PictureKind::ValueMap, PictureKind::Cultures];

fn of(text: &str, kind: PictureKind, language: &str) -> Result<Picture, NoPicture> {
    try_draw(&model(text), language, kind)
}

fn drawn(text: &str, kind: PictureKind, language: &str) -> Picture {
    of(text, kind, language).unwrap()
}

/// Two parties that clash, with a value and a culture each.
const BOTH: &str = r#"
polder = 1
[party.town]
name = "The town"
power = 4
stakes = { light = { stance = 2, disclosed = false } }
values = { safety = 4, privacy = [{ score = 1, by = "ann" }, { score = 3, by = "bob" }] }
culture = "hall"
[party.residents]
name = "The residents"
stakes = { light = -2, dark = 2 }
values = { safety = 1, privacy = "unknown" }
culture = "kitchen"
[party.birds]
[interest.light]
[interest.dark]
[value.safety]
[value.privacy]
[value.quiet]
[culture.hall]
model = "competing-values"
now = { clan = 20, adhocracy = 10, market = 15, hierarchy = 55 }
desired = { clan = 30, adhocracy = 20, market = 15, hierarchy = 35 }
[culture.kitchen]
model = "competing-values"
now = { clan = 60, adhocracy = 20, market = 10, hierarchy = 10 }
"#;

/// Many parties, as pieces of a file in any order. Every third has the same stands as others: many on one spot.
fn many(parties: usize, seed: u64, name: impl Fn(usize) -> String) -> Vec<String> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut out = Vec::new();
    for n in 0..30 {
        out.push(format!("[value.v{n}]\nname = \"Waarde {n} van wie er woont en werkt en langskomt\"\n"));
        out.push(format!("[interest.i{n}]\nname = \"Belang {n}\"\n"));
    }
    for n in 0..parties {
        let mut text =
            format!("[party.p{n}]\nname = {}\npower = {}\nculture = \"c{n}\"\nstakes = {{ ", name(n), n % 5 + 1);
        for i in 0..30 {
            if rng.random_range(0..6) == 0 {
                let stance = if n % 3 == 0 { 2 } else { rng.random_range(-2..=2) };
                write!(text, "i{i} = {{ stance = {stance}, disclosed = {} }}, ", rng.random_range(0..4) > 0).unwrap();
            }
        }
        text.push_str("}\nvalues = { ");
        for v in 0..29 {
            match rng.random_range(0..6) {
                0 => write!(text, "v{v} = \"unknown\", ").unwrap(),
                1 | 2 => write!(text, "v{v} = {}, ", rng.random_range(1..=5)).unwrap(),
                3 => write!(text, "v{v} = {{ low = 1, mode = 2, high = 4 }}, ").unwrap(),
                _ => {}
            }
        }
        text.push_str("}\n");
        out.push(text);
        let a: u32 = rng.random_range(0..=40);
        let b: u32 = rng.random_range(0..=30);
        out.push(match n % 3 {
            0 => format!(
                "[culture.c{n}]\nmodel = \"competing-values\"\nnow = {{ clan = {a}, adhocracy = {b}, market = 10, \
                 hierarchy = {} }}\n",
                90 - a - b
            ),
            1 => format!(
                "[culture.c{n}]\nmodel = \"bipolar\"\nnow = {{ process-results = {}, loose-tight = 3 }}\ndesired = {{ \
                 process-results = 4 }}\n",
                a % 5 + 1
            ),
            _ => format!(
                "[culture.c{n}]\nmodel = \"free\"\nnow = {{ d{} = 3, d{} = 1, pace = {} }}\n",
                a % 20,
                b % 20 + 20,
                a % 5 + 1
            ),
        });
    }
    out
}

fn long(n: usize) -> String {
    format!("\"Vereniging van bewoners, ondernemers en andere belanghebbenden nummer {n} in de wijk\"")
}

fn whole(pieces: &[String]) -> String {
    format!("polder = 1\n{}", pieces.concat())
}

#[test]
fn the_pictures_of_the_street() {
    for kind in KINDS {
        let picture = drawn(STREET, kind, "nl");
        insta::assert_snapshot!(format!("street-{kind}-nl"), without_style(&picture.to_svg()));
        assert_legible(&kind.to_string(), &picture.to_svg());
        assert!(marked(&picture.to_svg()).len() >= 10, "{kind}");
    }
}

#[test]
fn where_nothing_is_known_there_is_no_picture() {
    for kind in KINDS {
        insta::assert_snapshot!(format!("two-{kind}-en"), of(TWO, kind, "en").unwrap_err().to_string());
    }
    // Rated as unknown only: there is matter, and nothing to draw.
    let unknown = "polder = 1\n[party.a]\nvalues = { v = \"unknown\" }\n[value.v]\n";
    assert!(matches!(of(unknown, PictureKind::ValueMap, "en"), Err(NoPicture::NothingToDraw { .. })));
}

#[test]
fn two_parties_are_enough() {
    for kind in KINDS {
        let picture = drawn(BOTH, kind, "en");
        insta::assert_snapshot!(format!("both-{kind}-en"), without_style(&picture.to_svg()));
        assert_legible(&kind.to_string(), &picture.to_svg());
        let told = marked(&picture.to_svg());
        assert_eq!(told, BTreeSet::from(["residents", "town"].map(str::to_owned)), "{kind}");
        assert!(picture.description().contains("birds"), "{kind}: {}", picture.description());
    }
}

#[test]
fn many_parties_stay_legible_and_are_drawn_or_counted() {
    let pieces = many(200, 7, long);
    let text = whole(&pieces);
    for kind in KINDS {
        let picture = drawn(&text, kind, "nl");
        assert_legible(&kind.to_string(), &picture.to_svg());
        let told = marked(&picture.to_svg());
        match kind {
            PictureKind::Conflicts | PictureKind::ValueMap => {
                let most = if kind == PictureKind::Conflicts { 20 } else { 40 };
                assert_eq!(told.len(), most);
                let more = format!("{} partijen", 200 - most);
                assert!(picture.description().contains(&more), "{}", picture.description());
            }
            _ => {
                // Of 67, 67 and 66 profiles five have a field each.
                assert_eq!(told.len(), 15);
                for n in [62, 62, 61] {
                    assert!(picture.description().contains(&format!("{n} profielen")), "{}", picture.description());
                }
            }
        }
    }
}

#[test]
fn some_parties_stay_legible() {
    for (parties, seed) in [(2, 1), (5, 2), (13, 3), (21, 4), (40, 5), (41, 6)] {
        let text = whole(&many(parties, seed, long));
        for kind in KINDS {
            let language = if seed % 2 == 0 { "nl" } else { "en" };
            let Ok(picture) = of(&text, kind, language) else { continue };
            assert_legible(&kind.to_string(), &picture.to_svg());
        }
    }
}

#[test]
fn the_order_of_the_file_changes_no_byte() {
    let pieces = many(60, 11, long);
    let mut turned = pieces.clone();
    turned.shuffle(&mut ChaCha8Rng::seed_from_u64(12));
    assert_ne!(pieces, turned);
    for kind in KINDS {
        let before = drawn(&whole(&pieces), kind, "nl").to_svg();
        assert_eq!(before, drawn(&whole(&turned), kind, "nl").to_svg(), "{kind}");
    }
}

#[test]
fn hostile_names_stay_text() {
    let name = |n: usize| match HOSTILE.get(n % (HOSTILE.len() + 1)) {
        Some(name) => toml_string(name),
        None => format!("\"{}\"", "Zeerlangewoordenzonderspatie".repeat(40)),
    };
    for parties in [13, 30] {
        let text = whole(&many(parties, 21, name));
        for kind in KINDS {
            let svg = drawn(&text, kind, "nl").to_svg();
            assert_legible(&kind.to_string(), &svg);
        }
    }
}

#[test]
fn a_cell_tells_the_strongest_conflict_and_how_many_others() {
    let svg = drawn(BOTH, PictureKind::Conflicts, "en").to_svg();
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let told: Vec<&str> = tree.descendants().filter_map(|n| tells(&n)).collect();
    let cell = told.iter().find(|t| t.contains("Strength") || t.contains("strength")).unwrap();
    assert!(cell.contains("1.00, high") && cell.contains("latent"), "{cell}");
    assert!(cell.contains("more conflict"), "{cell}");
    assert!(tree.descendants().any(|n| n.attribute("class").is_some_and(|c| c.contains("dashed"))));
}

#[test]
fn who_leads_is_never_drawn() {
    // In the example people lead what does not fit their preference.
    let mut text = STREET.to_owned();
    for member in ["anna", "bram", "chantal", "daan"] {
        let head = format!("[member.{member}]\n");
        assert!(text.contains(&head));
        text = text.replace(&head, &format!("{head}name = \"Qzq{member}\"\n"));
    }
    let all = conflicts(&model(&text), &ConflictOptions::new());
    assert!(all.conflicts.iter().any(|c| c.kind == ConflictKind::Leadership && c.strength.value().is_some()));
    let svg = drawn(&text, PictureKind::Conflicts, "nl").to_svg();
    assert!(!svg.to_lowercase().contains("qzq"));
    assert!(!svg.contains("data-kind=\"kind-of-conflict-leadership\""));
    assert!(svg.contains("over wie leidt"));
}

#[test]
fn a_report_that_seeks_only_the_strongest_draws_all_pairs() {
    let text = whole(&many(60, 5, long));
    let model = model(&text);
    assert!(conflicts(&model, &ConflictOptions::new().strongest(500)).more);
    let alone = drawn(&text, PictureKind::Conflicts, "en");
    let options = ReportOptions::new().conflicts(5).sections([Section::Conflicts]);
    let page = report(&model, &Locale::builtin("en").unwrap(), &options).render(Format::Html);
    assert!(page.contains(&format!("<desc id=\"picture-conflicts_description\">{}</desc>", alone.description())));
    let none = report(&model, &Locale::builtin("en").unwrap(), &options.conflicts(0)).render(Format::Html);
    assert!(!none.contains("picture-conflicts_description"));
}

#[test]
fn unknown_is_not_low() {
    let svg = drawn(BOTH, PictureKind::ValueMap, "en").to_svg();
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let cells: Vec<Node<'_, '_>> =
        tree.descendants().filter(|n| n.attribute("fill") == Some("url(#unknown-value-map)")).collect();
    // The residents' privacy, and the one in the key.
    assert_eq!(cells.len(), 2);
    assert!(tree.descendants().filter(|n| n.has_tag_name("text")).filter(|n| n.text() == Some("?")).count() >= 2);
    assert!(svg.contains("is on record as unknown"));
    // Where raters differ, a line says how far.
    assert!(svg.contains("2 (1 to 3)"));
}

#[test]
fn kinds_are_told_apart_by_letter() {
    for (language, letters) in [("nl", "BTVWPMCRK"), ("en", "IOFVPMCTR")] {
        let all: BTreeSet<char> = letters.chars().collect();
        assert_eq!(all.len(), ConflictKind::ALL.len() - 1);
        let text = whole(&many(30, 3, long));
        let svg = drawn(&text, PictureKind::Conflicts, language).to_svg();
        let tree = roxmltree::Document::parse(&svg).unwrap();
        let cells = tree.descendants().filter(|n| n.attribute("data-kind").is_some());
        for cell in cells {
            let letter = cell.descendants().find(|n| n.has_tag_name("text")).unwrap().text().unwrap();
            assert!(letters.contains(letter), "{letter}");
        }
    }
}

#[test]
fn those_with_the_same_opponents_stand_together() {
    let mut text = "polder = 1\n[interest.road]\n[interest.park]\n".to_owned();
    for (n, name) in ["a", "b", "c", "d", "e", "f", "g"].into_iter().enumerate() {
        let stance = if n % 2 == 0 { 2 } else { -2 };
        write!(text, "[party.{name}]\nstakes = {{ road = {stance} }}\n").unwrap();
    }
    let svg = drawn(&text, PictureKind::Conflicts, "en").to_svg();
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let names: String = tree
        .descendants()
        .filter(|n| n.attribute("class").is_some_and(|c| c.split(' ').any(|c| c == "label")))
        .filter_map(|n| n.text())
        .collect();
    // Three against four: each of the three has the most conflict.
    assert_eq!(names, "bdfaceg");
}

#[test]
fn names_that_begin_alike_are_told_apart_at_their_end() {
    let text = whole(&many(40, 9, long));
    for kind in [PictureKind::Conflicts, PictureKind::ValueMap] {
        let svg = drawn(&text, kind, "nl").to_svg();
        let tree = roxmltree::Document::parse(&svg).unwrap();
        let parties: Vec<&str> = tree
            .descendants()
            .filter(|n| n.attribute("data-parties").is_some() && n.attribute("data-kind").is_none())
            .filter_map(|n| n.descendants().find(|n| n.attribute("class").is_some_and(|c| c.starts_with("label"))))
            .filter_map(|n| n.text())
            .collect();
        let drawn = if kind == PictureKind::Conflicts { 20 } else { 40 };
        assert_eq!(parties.len(), drawn);
        let different: BTreeSet<&str> = parties.iter().copied().collect();
        assert_eq!(different.len(), drawn, "{parties:?}");
    }
}

#[test]
fn what_an_undisclosed_stake_is_about_is_not_told() {
    let secret = BOTH.replace("[interest.light]", "[interest.light]\nname = \"Qzq\"");
    let svg = drawn(&secret, PictureKind::Conflicts, "en").to_svg();
    assert!(svg.contains("latent") && !svg.contains("Qzq") && !svg.contains("stance"), "{svg}");
    let open = secret.replace("disclosed = false", "disclosed = true");
    let svg = drawn(&open, PictureKind::Conflicts, "en").to_svg();
    assert!(svg.contains("Qzq") && svg.contains("stance"), "{svg}");
}

#[test]
fn a_cell_has_the_number_that_was_given_or_says_that_it_is_another() {
    let mut text = "polder = 1\n[project]\nscale = [0, 1000]\n".to_owned();
    let (mut a, mut b) = (String::new(), String::new());
    for n in 0..20 {
        write!(text, "[value.v{n}]\nname = \"Waarde {n} van de hele buurt\"\n").unwrap();
        write!(a, "v{n} = {}.25, ", n + 2).unwrap();
        write!(b, "v{n} = {}.75, ", n + 900).unwrap();
    }
    write!(text, "[party.a]\nname = {}\nvalues = {{ {a} }}\n[party.b]\nvalues = {{ {b} }}\n", long(1)).unwrap();
    for (text, about) in [
        (text.clone(), true),
        (text.replace("[0, 1000]", "[0, 1000000]").replace("901.75", "987654.25"), true),
        (BOTH.replace("safety = 4", "safety = 2.75"), false),
    ] {
        let picture = drawn(&text, PictureKind::ValueMap, "en");
        let svg = picture.to_svg();
        assert_legible("numbers", &svg);
        let tree = roxmltree::Document::parse(&svg).unwrap();
        let mut rounded = 0;
        for mark in tree.descendants().filter(|n| tells(n).is_some_and(|told| told.contains(": importance "))) {
            let told = tells(&mark).unwrap().split_once(": importance ").unwrap().1;
            let shown = mark.descendants().find(|n| n.has_tag_name("text")).unwrap().text().unwrap();
            rounded += usize::from(shown.starts_with(['≈', '…']));
            assert!(shown.starts_with(['≈', '…']) || told.starts_with(&format!("{shown} ")), "{shown}: {told}");
        }
        assert_eq!(rounded > 0, about);
        assert_eq!(picture.description().contains('≈'), about);
    }
}

#[test]
fn many_parties_make_no_large_picture() {
    let text = whole(&many(100, 6, long));
    let conflicts = drawn(&text, PictureKind::Conflicts, "en");
    assert!(conflicts.description().contains("Only the 20 parties"), "{}", conflicts.description());
    for (picture, most) in [(conflicts, 300_000), (drawn(&text, PictureKind::ValueMap, "en"), 340_000)] {
        let svg = picture.to_svg();
        assert!(svg.len() < most, "{}: {}", picture.kind(), svg.len());
        assert!(!["rect", "line", "path", "circle"].iter().any(|one| svg.contains(&format!("></{one}>"))));
    }
}
