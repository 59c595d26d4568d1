//! The standing models: read, written and read again.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]
#![cfg(all(feature = "toml", feature = "json"))]

use polder::Document;
use polder::model::Model;

const MODELS: [(&str, &str); 4] = [
    ("two-parties", include_str!("../examples/models/two-parties.toml")),
    ("paris-airport", include_str!("../examples/models/paris-airport.toml")),
    ("slimme-straatverlichting", include_str!("../examples/models/slimme-straatverlichting.toml")),
    ("edge-cases", include_str!("models/edge-cases.toml")),
];

fn lines(problems: &[polder::document::Problem]) -> String {
    problems.iter().map(|p| format!("{p}\n")).collect()
}

#[test]
fn the_models_have_no_problems() {
    for (name, text) in MODELS {
        let resolved = Document::from_toml(text).unwrap().resolve();
        assert_eq!(lines(&resolved.problems), "", "{name}");
        assert!(resolved.model.is_some(), "{name}");
        assert_eq!(lines(&resolved.warnings), "", "{name}");
    }
}

#[test]
fn ten_mistakes_are_ten_problems() {
    let document = Document::from_toml(include_str!("models/ten-mistakes.toml")).unwrap();
    let resolved = document.resolve();
    assert!(resolved.model.is_none());
    assert_eq!(resolved.problems.len(), 10);
    insta::assert_snapshot!(lines(&resolved.problems), @r###"
11:14 P010 `goverment` is not a kind of party (did you mean `government`? known are `government`, `business`, `knowledge`, `residents`, `civil-society`, `media`, `environment`, `society`, `other`)
12:1 P005 unknown key `powr` (did you mean `power`?)
13:14 P014 7 is off the scale of attitude: -2 to 2 (ratings of attitude run from -2 (strongly against) to 2 (strongly for))
14:16 P013 `gemeente` trusts itself (leave it out, or name another in its place)
19:11 P012 there is no party `gemeent` (did you mean `gemeente`?)
23:18 P006 a rating is expected, not `true` (a rating is a number, a word, `{ low = 2, high = 4 }`, `{ score = 4, by = "anna" }` or a list of such tables)
24:18 P016 the bounds of interest-level are not in order (write them as low ≤ high)
25:31 P019 `gemeente` states another value for its tie with `leverancier` (a tie has no direction: state it once, or twice with the same value)
27:8 P011 `Bewoners` is not an id: it must start with a letter a-z (did you mean `bewoners`?)
30:2 P005 unknown key `partyy` (did you mean `party`?)
"###);
    assert_eq!(lines(&resolved.warnings), "");
    assert_eq!(Model::try_from(document).unwrap_err().to_string(), lines(&resolved.problems).trim_end());
}

#[test]
fn formats_say_the_same() {
    for (name, text) in MODELS {
        let document = Document::from_toml(text).unwrap();
        let json = Document::from_json(&document.to_json()).unwrap();
        let again = Document::from_toml(&json.to_toml()).unwrap();
        assert!(document == again, "{name}\n{}", json.to_toml());
        assert!(document == Document::from_toml(&document.to_toml()).unwrap(), "{name}");
        assert!(json == Document::from_json(&json.to_json()).unwrap(), "{name}");
        let model = Model::try_from(&document).unwrap();
        assert!(model == Model::try_from(json).unwrap(), "{name}");
        assert!(model == Model::try_from(again).unwrap(), "{name}");
    }
}

#[test]
fn a_written_model_reads_back_as_itself() {
    for (name, text) in MODELS {
        let model = Model::try_from(Document::from_toml(text).unwrap()).unwrap();
        let written = Document::from(&model);
        assert_eq!(Model::try_from(&written).unwrap(), model, "{name}");
        assert_eq!(Model::try_from(Document::from_toml(&written.to_toml()).unwrap()).unwrap(), model, "{name}");
        assert_eq!(Model::try_from(Document::from_json(&written.to_json()).unwrap()).unwrap(), model, "{name}");
        let once = written.to_toml();
        assert_eq!(Document::from(&Model::try_from(Document::from_toml(&once).unwrap()).unwrap()).to_toml(), once);
    }
}

#[test]
fn a_byte_order_mark_is_accepted() {
    let (_, text) = MODELS[0];
    let plain = Document::from_toml(text).unwrap();
    assert!(Document::from_toml(&format!("\u{feff}{text}")).unwrap() == plain);
    assert!(Document::from_json(&format!("\u{feff}{}", plain.to_json())).unwrap() == plain);
    let marked = Document::from_toml("\u{feff}polder = 1\npärty = 1").unwrap().resolve();
    assert_eq!(marked.problems[0].position.unwrap().line, 2);
    let marked = Document::from_toml("\u{feff}polder = true").unwrap().resolve();
    assert_eq!(
        marked.problems[0].to_string(),
        "1:10 P003 the format version must be a whole number (write `polder = 1` at the top)"
    );
    assert_eq!(marked.problems[0].span, Some(12..16));
}

/// Cuts a document into its tables, each with its header.
fn blocks(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for line in text.lines() {
        if line.starts_with('[') {
            out.push(String::new());
        }
        let last = out.last_mut().unwrap();
        last.push_str(line);
        last.push('\n');
    }
    out
}

#[test]
fn the_order_of_the_file_does_not_matter() {
    use rand::SeedableRng;
    use rand::seq::SliceRandom;
    let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(1);
    for (name, text) in MODELS {
        let model = Model::try_from(Document::from_toml(text).unwrap()).unwrap();
        let written = Document::from(&model).to_toml();
        for _ in 0..5 {
            let mut parts = blocks(&written);
            parts[1..].shuffle(&mut rng);
            let shuffled = Document::from_toml(&parts.concat()).unwrap();
            assert_eq!(Model::try_from(shuffled).unwrap(), model, "{name}");
        }
    }
}

#[test]
fn a_large_file_is_read_in_time() {
    use std::fmt::Write;
    let mut text = String::from("polder = 1\n");
    for i in 0..100 {
        write!(text, "[interest.i{i}]\nname = \"Interest {i}\"\n").unwrap();
    }
    for i in 0..10_000 {
        write!(text, "[party.p{i}]\nname = \"Party {i}\"\npower = 3\nstakes = {{ ").unwrap();
        for s in 0..10 {
            write!(text, "{}i{} = {{ stance = 1, salience = 2 }}", if s > 0 { ", " } else { "" }, (i + s * 7) % 100)
                .unwrap();
        }
        text.push_str(" }\n");
        if i > 0 {
            writeln!(text, "part-of = \"p{}\"", i - 1).unwrap();
        }
    }
    let start = std::time::Instant::now();
    let document = Document::from_toml(&text).unwrap();
    let read = start.elapsed();
    let resolved = document.resolve();
    let resolve = start.elapsed() - read;
    assert_eq!(lines(&resolved.problems), "");
    let written = Document::from(&resolved.model.unwrap()).to_toml();
    assert!(written.len() > 100_000);
    let bad =
        Document::from_toml(&text.replace("power = 3", "powr = 3\nculture = \"x\"\ntrusts = { q1 = 9 }")).unwrap();
    let resolved = bad.resolve();
    assert_eq!(resolved.problems.len(), 1001);
    assert_eq!(resolved.problems[1000].message, "39000 more problems that are not listed");
    let all = start.elapsed();
    println!("read {read:?}, resolve {resolve:?}, all {all:?}");
    assert!(all.as_secs() < 60, "{all:?}");
}
