//! What holds of pictures of every kind: their ids within a page, the names in their lists, and why there is none.
#![cfg(all(feature = "report", feature = "toml"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod common;

use std::collections::BTreeSet;
use std::fmt::Write;

use common::pictures::{STREET, assert_legible, draw, model, tells};
use polder::id::Slug;
use polder::report::{Locale, NoPicture, PictureKind, PictureOptions, picture};
use polder::vocabulary::Vocabulary;
use roxmltree::Document as Xml;

#[test]
fn two_pictures_of_a_kind_in_one_page_have_no_id_twice() {
    // The word of a kind in a name, and as an id of a party: no reference to a pattern.
    let text = STREET.to_owned()
        + "[party.unknown-value-map]\nname = \"url(#unknown-value-map) url(#hatch-force-field)\"\npower = 4\n\
           interest-level = 3\nattitude = -2\nvalues = { veiligheid = \"unknown\" }\n";
    let model = model(&text);
    let locale = Locale::builtin("nl").unwrap();
    let (mut drawn, mut patterns) = (0, 0);
    for kind in PictureKind::ALL {
        let Ok(first) = picture(&model, &locale, *kind, &PictureOptions::new()) else { continue };
        drawn += 1;
        assert_eq!(first.id(), kind.word());
        let called = |id: &str| {
            let options = PictureOptions::new().id(Slug::new(id).unwrap());
            let picture = picture(&model, &locale, *kind, &options).unwrap();
            assert_eq!(picture.id(), id);
            assert_legible(id, &picture.to_svg());
            picture.to_svg()
        };
        let page = format!(
            "<main>{}{}{}{}</main>",
            first.to_svg(),
            called("before"),
            called("before-title"),
            called(&format!("{kind}-description"))
        );
        let xml = Xml::parse(&page).unwrap();
        let mut ids = BTreeSet::new();
        for id in xml.descendants().filter_map(|n| n.attribute("id")) {
            assert!(ids.insert(id), "{kind}: {id} twice");
        }
        assert!(ids.contains("picture-before"));
        for svg in xml.root_element().children() {
            let own: BTreeSet<&str> = svg.descendants().filter_map(|n| n.attribute("id")).collect();
            for name in ["aria-labelledby", "aria-describedby"] {
                assert!(own.contains(svg.attribute(name).unwrap()), "{kind}: {name}");
            }
            for url in svg.descendants().flat_map(|n| n.attributes()).filter(|a| a.value().starts_with("url(#")) {
                let id = url.value().trim_start_matches("url(#").trim_end_matches(')');
                assert!(own.contains(id), "{kind}: {id} is of another picture");
                patterns += 1;
            }
        }
        assert_eq!(page.matches("&quot;").count() % 4, 0);
    }
    assert!(drawn >= 8 && patterns >= 8, "{drawn} {patterns}");
}

#[test]
fn names_that_differ_read_differently_in_a_list() {
    let mut text = String::from("polder = 1\n");
    for i in 0..80 {
        let name = format!("Organisatie voor openbaar vervoer en omstreken van de regio nummer {i}");
        writeln!(text, "[party.p{i}]\nname = \"{name}\"\npower = {}\ninterest-level = {}", i % 5 + 1, i / 5 % 5 + 1)
            .unwrap();
        writeln!(text, "ties = {{ p{} = -1 }}\nlegitimacy = 3\nurgency = 3", (i + 1) % 80).unwrap();
        writeln!(text, "influences = {{ p{} = 2, p{} = 1 }}", (i + 1) % 80, (i + 9) % 80).unwrap();
    }
    let model = model(&text);
    for kind in
        [PictureKind::PowerInterest, PictureKind::InfluenceDependence, PictureKind::Relations, PictureKind::Salience]
    {
        let svg = draw(&model, "nl", kind);
        assert_legible(kind.word(), &svg);
        let xml = Xml::parse(&svg).unwrap();
        let texts = xml.descendants().filter(|n| n.has_tag_name("text"));
        let names: Vec<String> = texts
            .map(|n| n.descendants().filter_map(|n| n.text()).collect::<Vec<_>>().join(" "))
            .filter(|name| name.starts_with("Organisatie"))
            .collect();
        assert_eq!(names.len(), 80, "{kind}: {names:?}");
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 80, "{kind}: {names:?}");
    }
}

#[test]
fn the_holders_of_a_culture_are_named_whole_or_counted() {
    let mut text = String::from("polder = 1\n");
    for i in 0..30 {
        let name = format!("Organisatie voor openbaar vervoer en gezinnen nummer {i:02}");
        writeln!(text, "[party.p{i:02}]\nname = \"{name}\"\nculture = \"c{}\"", i % 6).unwrap();
    }
    for i in 0..6 {
        let scores = format!("{{ clan = {}, adhocracy = {}, market = 20, hierarchy = 40 }}", 10 + i, 30 - i);
        writeln!(text, "[culture.c{i}]\nmodel = \"competing-values\"\nnow = {scores}").unwrap();
    }
    let model = model(&text);
    for (lang, more) in [("nl", "en nog 4"), ("en", "and 4 more")] {
        let svg = draw(&model, lang, PictureKind::Cultures);
        assert_legible("cultures", &svg);
        let xml = Xml::parse(&svg).unwrap();
        let bold =
            xml.descendants().filter(|n| n.has_tag_name("text") && n.attribute("class") == Some("label small strong"));
        let lines = bold.filter_map(|n| n.text()).collect::<Vec<_>>();
        let titles: Vec<String> = lines.chunks(2).map(|lines| lines.join(" ")).collect();
        assert_eq!(titles.len(), 6, "{titles:?}");
        for (i, title) in titles.iter().enumerate() {
            assert!(title.starts_with("Organisatie") && title.ends_with(&format!("nummer {i:02} {more}")), "{title}");
            assert_eq!(title.matches('…').count(), 1, "{title}");
        }
        let marks = xml.descendants().filter(|n| n.attribute("data-parties").is_some());
        for mark in marks {
            for id in mark.attribute("data-parties").unwrap().split(' ') {
                let name = format!("nummer {}", &id[1..]);
                assert!(tells(&mark).unwrap().contains(&name), "{name}: {:?}", tells(&mark));
            }
        }
    }
}

#[test]
fn why_there_is_no_picture_is_said_in_english_words() {
    let empty = model("polder = 1\n[party.a]\n");
    for kind in PictureKind::ALL {
        let Err(none) = picture(&empty, &Locale::builtin("nl").unwrap(), *kind, &PictureOptions::new()) else {
            continue;
        };
        let said = none.to_string();
        let english = Locale::builtin("en").unwrap();
        if let NoPicture::NotRun { reason, .. } = &none {
            assert_eq!(said, format!("there is nothing to draw for `{kind}`: {}", english.word(*reason)));
            assert!(!said.contains(reason.word()), "{said}");
        }
        let why = said.split_once("`: ").unwrap().1;
        assert!(why.contains(' '), "{said}");
    }
}
