//! The HTML page as a parser reads it: well-formed, whole in itself, and the same whatever names a model holds.
#![cfg(all(feature = "report", feature = "toml"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use polder::analysis::{ConflictOptions, between};
use polder::handbook::{ReviewOptions, review, rules};
use polder::report::{Format, Locale, ReportOptions, of_pair, of_review, of_rules, report};
use polder::{Document, Model};

#[path = "rich/mod.rs"]
mod rich;

const MODELS: [&str; 4] = [
    include_str!("../examples/models/slimme-straatverlichting.toml"),
    include_str!("../examples/models/paris-airport.toml"),
    include_str!("../examples/models/two-parties.toml"),
    include_str!("models/edge-cases.toml"),
];

/// The largest that a page may be, in bytes.
const LARGEST: usize = 2_000_000;

fn model(text: &str) -> Model {
    Model::try_from(Document::from_toml(text).unwrap()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn page(text: &str, lang: &str) -> String {
    report(&model(text), &Locale::builtin(lang).unwrap(), &ReportOptions::new()).render(Format::Html)
}

/// An element: its name, its attributes, and the text within it and its children.
struct Element {
    depth: usize,
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    /// Whether it is part of a picture.
    drawn: bool,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// Every element of a page in its order. Fails where the parser finds a fault.
fn elements(page: &str) -> Vec<Element> {
    let mut options = ParseOpts::default();
    options.tokenizer.exact_errors = true;
    options.tree_builder.exact_errors = true;
    let dom = parse_document(RcDom::default(), options).one(page);
    let faults: Vec<String> = dom.errors.borrow().iter().map(ToString::to_string).collect();
    assert_eq!(faults, [""; 0]);
    let mut out = Vec::new();
    let mut open: Vec<(Handle, usize, bool)> = vec![(dom.document.clone(), 0, false)];
    while let Some((node, depth, drawn)) = open.pop() {
        let mut draws = drawn;
        let mut within: Vec<Handle> = node.children.borrow().clone();
        if let NodeData::Element { name, attrs, template_contents, .. } = &node.data {
            let attributes = attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
            within.extend(template_contents.borrow().iter().flat_map(|t| t.children.borrow().clone()));
            draws |= &*name.local == "svg";
            out.push(Element { depth, name: name.local.to_string(), attributes, text: text(&node), drawn: draws });
        }
        assert!(!matches!(node.data, NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. }));
        open.extend(within.into_iter().rev().map(|child| (child, depth + 1, draws)));
    }
    out
}

fn text(node: &Handle) -> String {
    let mut out = String::new();
    let mut open = vec![node.clone()];
    while let Some(node) = open.pop() {
        if let NodeData::Text { contents } = &node.data {
            out.push_str(&contents.borrow());
        }
        open.extend(node.children.borrow().iter().rev().cloned());
    }
    out
}

/// What holds of every page.
fn is_sound(page: &str) -> Vec<Element> {
    let all = elements(page);
    let mut ids = BTreeSet::new();
    for id in all.iter().filter_map(|e| e.attribute("id")) {
        assert!(ids.insert(id), "{id} twice");
    }
    for element in &all {
        for (name, value) in &element.attributes {
            assert!(name != "style" && !name.starts_with("on") && name != "src", "{name}={value}");
            match name.as_str() {
                "href" => {
                    assert!(value == "data:," || value.strip_prefix('#').is_some_and(|id| ids.contains(id)), "{value}")
                }
                "for" | "aria-labelledby" | "aria-describedby" => {
                    assert!(ids.contains(value.as_str()), "{name}={value}")
                }
                _ => {}
            }
        }
    }
    // Nothing else refers to anything outside of the page.
    let style: String = all.iter().filter(|e| e.name == "style").map(|e| e.text.as_str()).collect();
    for outside in ["http:", "https:", "@import", "url("] {
        assert!(!style.contains(outside), "{outside}");
    }
    for element in all.iter().filter(|e| e.name != "html") {
        for (name, value) in element.attributes.iter().filter(|(name, _)| *name != "xmlns") {
            let referring = !matches!(name.as_str(), "aria-label" | "content" | "data-nothing");
            let local = value.split("url(").skip(1).all(|rest| rest.starts_with('#'));
            assert!(!referring || (local && !value.contains("http:") && !value.contains("https:")), "{name}={value}");
        }
    }
    assert!(page.matches("<script>").count() == 1 && page.matches("<style>").count() == 1);
    all
}

fn levels(all: &[Element]) -> Vec<u8> {
    let level = |e: &Element| e.name.strip_prefix('h').and_then(|level| level.parse().ok());
    all.iter().filter_map(level).collect()
}

#[test]
fn every_page_is_well_formed_and_whole_in_itself() {
    for text in MODELS {
        for lang in Locale::BUILTIN {
            let page = page(text, lang);
            let all = is_sound(&page);
            assert!(page.len() < LARGEST, "{}", page.len());
            let html = all.iter().find(|e| e.name == "html").unwrap();
            assert_eq!(html.attribute("lang"), Some(*lang));
            for once in ["title", "main", "h1", "header"] {
                assert_eq!(all.iter().filter(|e| e.name == once && !e.drawn).count(), 1, "{once}");
            }
            let levels = levels(&all);
            assert_eq!(levels[0], 1);
            assert!(levels.windows(2).all(|w| w[1] <= w[0] + 1), "no level is skipped: {levels:?}");
            for head in all.iter().filter(|e| e.name == "th") {
                assert!(matches!(head.attribute("scope"), Some("col" | "row")));
            }
            assert!(all.iter().filter(|e| e.name == "section").any(|e| e.attribute("aria-labelledby").is_some()));
        }
    }
}

#[test]
fn pages_of_one_question_are_as_sound_and_lead_nowhere_else() {
    let model = model(MODELS[0]);
    let locale = Locale::builtin("nl").unwrap();
    let parties: Vec<_> = model.parties().map(|(id, _)| id).take(2).collect();
    let pair = between(&model, parties[0], parties[1], &ConflictOptions::new()).unwrap();
    let reports = [
        of_pair(&model, &locale, &pair),
        of_review(&model, &locale, &review(&model, &ReviewOptions::new())),
        of_rules(&locale, &rules()),
    ];
    for report in reports {
        let all = is_sound(&report.render(Format::Html));
        assert!(all.iter().all(|e| e.name != "nav"), "nothing to list");
        let links: Vec<_> = all.iter().filter(|e| e.name == "a").filter_map(|e| e.attribute("href")).collect();
        assert_eq!(links, ["#main"]);
        assert_eq!(levels(&all)[0], 1);
    }
}

#[test]
fn the_policy_lets_in_the_very_style_and_script_and_nothing_else() {
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;
    use sha2::{Digest, Sha256};

    let all = is_sound(&page(MODELS[0], "nl"));
    let meta = |key: &str, value: &str| {
        let found = all.iter().find(|e| e.name == "meta" && e.attribute(key) == Some(value)).unwrap();
        found.attribute("content").unwrap().to_owned()
    };
    let of = |name: &str| BASE64_STANDARD.encode(Sha256::digest(&all.iter().find(|e| e.name == name).unwrap().text));
    assert_eq!(
        meta("http-equiv", "Content-Security-Policy"),
        format!(
            "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; \
             form-action 'none'",
            of("style"),
            of("script")
        )
    );
    assert_eq!(meta("name", "referrer"), "no-referrer");
    assert!(meta("name", "generator").starts_with("polder "));
    let script = &all.iter().find(|e| e.name == "script").unwrap().text;
    for unsafe_word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "document.write", "Function("] {
        assert!(!script.contains(unsafe_word), "{unsafe_word}");
    }
}

#[test]
fn who_is_meant_is_linked_to_a_card_and_can_be_chosen() {
    let model = model(MODELS[0]);
    let all = is_sound(&page(MODELS[0], "nl"));
    let options: BTreeSet<&str> =
        all.iter().filter(|e| e.name == "option").filter_map(|e| e.attribute("value")).collect();
    for (id, _) in model.parties() {
        assert!(
            all.iter().any(|e| e.name.starts_with('h') && e.attribute("id") == Some(&format!("party-{id}"))),
            "{id}"
        );
        assert!(options.contains(id.as_str()), "{id}");
        assert!(all.iter().any(|e| e.name == "a" && e.attribute("href") == Some(&format!("#party-{id}"))), "{id}");
    }
    // Every link of a line to a party is among those that the line says it is about.
    let mut about: Vec<(usize, &str)> = Vec::new();
    let mut grounds: Vec<usize> = Vec::new();
    let mut linked = 0;
    for element in &all {
        about.retain(|(depth, _)| *depth < element.depth);
        if matches!(element.name.as_str(), "li" | "tr")
            && let Some(parties) = element.attribute("data-parties")
        {
            about.push((element.depth, parties));
        }
        // What a line follows from may be of others.
        grounds.retain(|depth| *depth < element.depth);
        if element.attribute("class") == Some("grounds") {
            grounds.push(element.depth);
        }
        if !grounds.is_empty() {
            continue;
        }
        if let (Some((_, parties)), Some(href)) = (about.first(), element.attribute("href")) {
            let party = href.strip_prefix("#party-").unwrap();
            assert!(parties.split(' ').any(|p| p == party), "{party} in {parties}");
            linked += 1;
        }
    }
    assert!(linked > 100, "{linked}");
    let lines = all.iter().filter(|e| e.name == "li");
    let kinds: BTreeSet<&str> = lines.filter_map(|e| e.attribute("data-kind")).collect();
    for kind in ["kind-of-conflict-value-priority", "outlook-opportunity", "outlook-risk", "state-of-a-rule-met"] {
        assert!(kinds.contains(kind), "{kinds:?}");
    }
    assert!(kinds.iter().all(|kind| options.contains(kind)), "{kinds:?}");
}

/// A model with so many names, each in many places.
fn named(names: &[String]) -> String {
    let quoted = |s: &str| serde_json::to_string(s).unwrap().replace('\u{7f}', "\\u007F");
    let mut text = format!("polder = 1\n[project]\nname = {0}\ngoal = {0}\nfocal = \"p0\"\n", quoted(&names[0]));
    for (i, name) in names.iter().enumerate() {
        let (name, sign, next) = (quoted(name), if i % 2 == 0 { 2 } else { -2 }, (i + 1) % names.len());
        write!(
            text,
            "[interest.i{i}]\nname = {name}\n[value.v{i}]\nname = {name}\n\
             [party.p{i}]\nname = {name}\npower = 4\ninterest-level = {}\nattitude = {sign}\n\
             stakes = {{ i{i} = {sign}, i{next} = {sign} }}\nvalues = {{ v{i} = 5, v{next} = 1 }}\ntrusts.p{next} = 1\n\
             [[claim]]\nparty = \"p{i}\"\nkind = \"captured\"\nvalue = \"v{i}\"\nstatement = {name}\n\
             [[force]]\nside = \"driving\"\nstrength = 2\nname = {name}\n",
            i % 5 + 1
        )
        .unwrap();
    }
    text
}

#[test]
fn hostile_names_change_no_element_and_no_attribute() {
    // No longer than that: cards name less where a page is too large.
    let long = "x".repeat(3_000);
    let hostile = [
        "<b>bold</b> & <i>\"x\"</i> 'y' `z`",
        "</script><script>alert(1)</script>",
        "</style><style>*{display:none}</style>",
        "--><!-- x ]]> <![CDATA[ </template> </svg> </title>",
        "\" onload=\"alert(1)\" style=\"x\" ' onclick='x",
        "javascript:alert(1) &lt;img src=x onerror=alert(1)&gt; &#60;",
        "\u{202e}reversed\u{202c} \u{2066}isolated\u{2069} \u{200b}\u{feff}\u{0}\u{7f}\u{1b}[0m",
        "سلام עולם 👩‍👧‍👦 🏳️‍🌈",
        "line\r\nbreak\u{2028}\ttab",
        "https://example.org/x url(http://example.org)",
        &long,
        "",
    ];
    // Both in the same order of the alphabet; the last has no name and is called by its id.
    let hostile = hostile
        .iter()
        .enumerate()
        .map(|(i, name)| if name.is_empty() { String::new() } else { format!("{i:02} {name}") });
    let hostile: Vec<String> = hostile.collect();
    let harmless: Vec<String> = (0..hostile.len()).map(|i| format!("{i:02} Naam")).collect();
    let shape = |all: &[Element]| -> Vec<String> {
        let of = |e: &Element| {
            let kept = e.attributes.iter().filter(|(name, _)| *name != "content");
            let kept: Vec<String> = kept.map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} {} {}", e.depth, e.name, kept.join(" "))
        };
        all.iter().filter(|e| !e.drawn).map(of).collect()
    };
    for lang in Locale::BUILTIN {
        let (bad, good) = (page(&named(&hostile), lang), page(&named(&harmless), lang));
        let (bad_elements, good_elements) = (is_sound(&bad), is_sound(&good));
        assert_eq!(shape(&bad_elements), shape(&good_elements));
        // A picture has another form where its labels are longer, but of the same elements.
        let names = |all: &[Element]| all.iter().filter(|e| e.drawn).map(|e| e.name.clone()).collect::<BTreeSet<_>>();
        let alien = ["script", "style", "foreignObject", "a", "image", "iframe", "animate", "set", "b", "i", "img"];
        assert!(names(&bad_elements).iter().all(|name| !alien.contains(&name.as_str())));
        assert!(
            !bad.contains(['\u{202e}', '\u{202c}', '\u{2066}', '\u{200b}', '\u{feff}', '\r', '\0', '\u{7f}', '\u{1b}'])
        );
        let shown: BTreeSet<&str> = bad_elements.iter().filter(|e| e.name == "bdi").map(|e| e.text.as_str()).collect();
        for name in ["01 </script><script>alert(1)</script>", "06 ⟨U+202E⟩reversed⟨U+202C⟩", "07 سلام עולם 👩‍👧‍👦 🏳️‍🌈"]
        {
            assert!(shown.iter().any(|text| text.starts_with(name)), "{name}");
        }
    }
}

/// A page without its pictures.
fn without_pictures(page: &str) -> String {
    let mut parts = page.split("<svg");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |out, part| out + part.split_once("</svg>").unwrap().1)
}

#[test]
fn pages_of_many_parties_who_say_much_stay_small() {
    let mut sizes = Vec::new();
    for n in [40, 100] {
        let page = page(&rich::rich(n), "nl");
        let all = is_sound(&page);
        assert!(all.iter().filter(|e| e.name == "option").count() > n);
        sizes.push((n, page.len(), without_pictures(&page).len()));
    }
    println!("parties, bytes, and those without pictures: {sizes:?}");
    assert!(sizes.iter().all(|(_, _, bare)| *bare < LARGEST * 7 / 10), "without pictures: {sizes:?}");
    assert!(sizes.iter().all(|(_, whole, _)| *whole < LARGEST), "{sizes:?}");
}

#[test]
fn a_chapter_is_not_called_as_a_section_of_it_and_sentences_are_no_numbers() {
    for (lang, captured) in [("en", "Share captured"), ("nl", "Deel benut")] {
        let all = is_sound(&page(MODELS[0], lang));
        let of = |name: &str| all.iter().filter(|e| e.name == name).map(|e| e.text.as_str()).collect::<BTreeSet<_>>();
        assert_eq!(of("h2").intersection(&of("h3")).collect::<Vec<_>>(), [&""; 0], "{lang}");
        let heads: Vec<&Element> = all.iter().filter(|e| e.name == "th" && e.text == captured).collect();
        assert!(!heads.is_empty(), "{lang}");
        assert!(heads.iter().all(|head| head.attribute("class").is_none()), "{lang}");
    }
}

#[test]
fn kinds_are_chosen_by_the_section_that_tells_them() {
    let all = is_sound(&page(MODELS[0], "nl"));
    let mut of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut group = "";
    for element in all.iter().skip_while(|e| e.attribute("id") != Some("choose-kind")) {
        match element.name.as_str() {
            "optgroup" => group = element.attribute("label").unwrap(),
            "option" if !group.is_empty() => of.entry(group).or_default().push(element.attribute("value").unwrap()),
            _ => {}
        }
    }
    let prefixes = [("Conflicten", "kind-of-conflict-"), ("Wat het handboek aanbeveelt", "state-of-a-rule-")];
    for (label, prefix) in prefixes {
        let kinds = of.get(label).unwrap_or_else(|| panic!("{label}: {of:?}"));
        assert!(kinds.iter().all(|kind| kind.starts_with(prefix)), "{kinds:?}");
    }
    assert_eq!(of.len(), 3, "{of:?}");
    let options: usize = of.values().map(Vec::len).sum();
    let kinds: BTreeSet<&str> =
        all.iter().filter(|e| e.name == "li").filter_map(|e| e.attribute("data-kind")).collect();
    assert_eq!(options, kinds.len(), "each kind once");
}
