//! What the tests of pictures share: drawing, reading what was drawn, and whether it can be read.

use std::collections::BTreeSet;

use polder::report::{Locale, NoPicture, Picture, PictureKind, PictureOptions, picture};
use polder::{Document, Model};
use roxmltree::{Document as Xml, Node};

pub const STREET: &str = include_str!("../../examples/models/slimme-straatverlichting.toml");
pub const TWO: &str = include_str!("../../examples/models/two-parties.toml");

pub fn model(text: &str) -> Model {
    let document = Document::from_toml(text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    Model::try_from(document).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

/// The picture, with all its words.
pub fn try_draw(model: &Model, lang: &str, kind: PictureKind) -> Result<Picture, NoPicture> {
    let drawn = picture(model, &Locale::builtin(lang).unwrap(), kind, &PictureOptions::new())?;
    assert_eq!(drawn.missing_words(), [""; 0], "{lang} {kind}");
    assert_eq!(drawn.kind(), kind);
    Ok(drawn)
}

pub fn draw(model: &Model, lang: &str, kind: PictureKind) -> String {
    try_draw(model, lang, kind).unwrap_or_else(|e| panic!("{kind}: {e}")).to_svg()
}

/// The picture without its style, which all pictures share, an element a line.
pub fn without_style(svg: &str) -> String {
    let (before, rest) = svg.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    format!("{before}{after}").replace("><", ">\n<")
}

/// Names that would break a careless writer.
pub const HOSTILE: [&str; 12] = [
    "</text><script>alert('1')</script>",
    "\"' onload='x' & <b>&amp; &lt;</b> ]]> <!-- -->",
    "a\u{202e}b\u{0}c\u{7}d\u{200b}e\u{1b}[31m\u{2066}",
    "شركة الكهرباء والمياه",
    "שלום עולם ומלואו",
    "👩‍👧👩‍👧👩‍👧 gezin 🏳️‍🌈 ❤️",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "",
    "   \t ",
    "%s {{ x }} { $n } url(#hatch-relations)",
    "市役所の電力会社と住民の会市役所の電力会社と住民の会",
    "e\u{301}e\u{301}e\u{301}",
];

/// A string of TOML of any text.
pub fn toml_string(text: &str) -> String {
    let escaped: String = text.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect();
    format!("\"{escaped}\"")
}

pub fn number(node: &Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap_or_else(|| panic!("{name} of {node:?}")).parse().unwrap()
}

pub fn has(node: &Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|c| c == class))
}

/// What a mark tells.
pub fn tells<'a>(node: &Node<'a, '_>) -> Option<&'a str> {
    node.children().find(|n| n.tag_name().name() == "title").and_then(|n| n.text())
}

/// What every mark tells.
pub fn told(svg: &str) -> Vec<String> {
    let xml = Xml::parse(svg).unwrap();
    let marks = xml.descendants().filter(|node| has(node, "mark"));
    marks.map(|mark| tells(&mark).unwrap().to_owned()).collect()
}

/// The parties that some mark is of.
pub fn marked(svg: &str) -> BTreeSet<String> {
    let xml = Xml::parse(svg).unwrap();
    let ids = xml.descendants().filter_map(|node| node.attribute("data-parties"));
    ids.flat_map(|ids| ids.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

pub fn everybody(model: &Model) -> BTreeSet<String> {
    model.parties().map(|(id, _)| id.to_string()).collect()
}

/// A line of text as a turned rectangle: its corners.
pub struct Label {
    pub text: String,
    pub corners: [(f64, f64); 4],
}

/// How wide a text is at least in a usual font: a little under what Arial takes, so that what touches here overlaps anywhere.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let of = |c: char| match c {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | '|' | ' ' => 0.25,
        'f' | 't' | 'r' | 'I' | '-' | '/' | '(' | ')' => 0.32,
        'm' | 'w' | 'M' | 'W' => 0.83,
        'A'..='Z' => 0.68,
        c if c.is_ascii() => 0.55,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        '\u{590}'..='\u{6ff}' => 0.5,
        '\u{2e80}'..='\u{ffdc}' => 1.0,
        _ => 0.6,
    };
    text.chars().map(of).sum::<f64>() * size * if bold { 1.06 } else { 1.0 }
}

/// All lines of text in a picture, where they stand.
pub fn labels(xml: &Xml<'_>) -> Vec<Label> {
    let mut out = Vec::new();
    for node in xml.descendants().filter(|node| node.tag_name().name() == "text") {
        let size = if has(&node, "small") { 11.0 } else { 13.0 };
        let spans: Vec<Node<'_, '_>> = node.children().filter(|c| c.tag_name().name() == "tspan").collect();
        let mut y = number(&node, "y");
        let lines: Vec<(String, f64)> = if spans.is_empty() {
            vec![(node.text().unwrap_or_default().to_owned(), y)]
        } else {
            let line = |span: &Node<'_, '_>| {
                y += if span.has_attribute("dy") { number(span, "dy") } else { 0.0 };
                (span.text().unwrap_or_default().to_owned(), y)
            };
            spans.iter().map(line).collect()
        };
        for (text, y) in lines {
            let (x, wide) = (number(&node, "x"), width(&text, size, has(&node, "strong")));
            let left = match node.attribute("text-anchor") {
                None => x,
                Some("middle") => x - wide / 2.0,
                Some("end") => x - wide,
                Some(other) => panic!("no anchor: {other}"),
            };
            let (top, bottom) = (y - 0.74 * size, y + 0.2 * size);
            let corners = [(left, top), (left + wide, top), (left + wide, bottom), (left, bottom)];
            out.push(Label { text, corners: corners.map(|corner| moved(&node, corner)) });
        }
    }
    out
}

/// Where a place comes that the groups around a node move and turn.
pub fn moved(node: &Node<'_, '_>, (mut x, mut y): (f64, f64)) -> (f64, f64) {
    for above in node.ancestors().filter_map(|n| n.attribute("transform")) {
        let numbers: Vec<f64> = above
            .split(['(', ')', ' '])
            .filter(|part| !part.is_empty())
            .skip(1)
            .map(|part| part.parse().unwrap())
            .collect();
        match (above.starts_with("translate"), numbers.as_slice()) {
            (true, [dx, dy]) => (x, y) = (x + dx, y + dy),
            (false, [turn, cx, cy]) => {
                let (sin, cos) = turn.to_radians().sin_cos();
                let (dx, dy) = (x - cx, y - cy);
                (x, y) = (cx + dx * cos - dy * sin, cy + dx * sin + dy * cos);
            }
            other => panic!("{above} {other:?}"),
        }
    }
    (x, y)
}

/// Whether two turned rectangles overlap: no side of either parts them.
pub fn overlap(a: &Label, b: &Label) -> bool {
    let parted = |one: &Label| {
        (0..2).any(|side| {
            let (p, q) = (one.corners[side], one.corners[side + 1]);
            let axis = (q.0 - p.0, q.1 - p.1);
            let long = axis.0.hypot(axis.1);
            let along = |l: &Label| {
                let all = l.corners.map(|c| (c.0 * axis.0 + c.1 * axis.1) / long);
                (all.into_iter().fold(f64::MAX, f64::min), all.into_iter().fold(f64::MIN, f64::max))
            };
            let (x, y) = (along(a), along(b));
            x.1 <= y.0 + 0.5 || y.1 <= x.0 + 0.5
        })
    };
    !a.text.trim().is_empty() && !b.text.trim().is_empty() && !parted(a) && !parted(b)
}

/// It is well-formed and harmless, every mark tells something, no label leaves the picture or lies over another.
pub fn assert_legible(what: &str, svg: &str) {
    let xml = Xml::parse(svg).unwrap_or_else(|e| panic!("{what}: {e}\n{svg}"));
    let root = xml.root_element();
    let (wide, high) = (number(&root, "width"), number(&root, "height"));
    assert!(wide <= 1000.0 && high < 20_000.0, "{what}: {wide} × {high}");
    assert_eq!(root.attribute("viewBox").unwrap(), format!("0 0 {wide} {high}"), "{what}");
    assert!(!svg.contains("NaN") && !svg.contains(['\u{202e}', '\u{2066}', '\u{1b}']), "{what}");
    for name in ["title", "desc"] {
        let said = root.children().find(|n| n.tag_name().name() == name).and_then(|n| n.text()).unwrap_or_default();
        assert!(said.len() > 10, "{what}: {name}: {said:?}");
    }
    let mut ids = BTreeSet::new();
    for node in xml.descendants().filter(Node::is_element) {
        let allowed = [
            "svg", "title", "desc", "style", "defs", "pattern", "rect", "g", "text", "tspan", "line", "path",
            "polygon", "polyline", "circle",
        ];
        assert!(allowed.contains(&node.tag_name().name()), "{what}: {node:?}");
        assert!(node.attributes().all(|a| !a.name().starts_with("on") && a.name() != "style"), "{what}: {node:?}");
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id), "{what}: {id} twice");
        }
        if has(&node, "mark") {
            let told = tells(&node).unwrap_or_default();
            assert!(told.trim().len() > 3 && !told.contains("picture-"), "{what}: {told:?}");
        }
    }
    for url in xml.descendants().flat_map(|n| n.attributes()).filter(|a| a.value().starts_with("url(")) {
        let id = url.value().trim_start_matches("url(#").trim_end_matches(')');
        assert!(ids.contains(id), "{what}: {id}");
    }
    let labels = labels(&xml);
    assert!(!labels.is_empty(), "{what}");
    for (place, a) in labels.iter().enumerate() {
        let inside = |(x, y): (f64, f64)| x >= -0.5 && y >= -0.5 && x <= wide + 0.5 && y <= high + 0.5;
        assert!(a.corners.into_iter().all(inside), "{what}: “{}” leaves {wide} × {high}: {:?}", a.text, a.corners);
        for b in &labels[place + 1..] {
            assert!(!overlap(a, b), "{what}: “{}” over “{}”: {:?} {:?}", a.text, b.text, a.corners, b.corners);
        }
    }
}
