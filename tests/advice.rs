//! The advice: the base set, files over it, and the communication plan that is made of it.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use arbtest::arbitrary::{self, Unstructured};
use common::strategies::{Draw, analysis_model, model};
use polder::Document;
use polder::advice::{Advice, Cell, Language, Row, RowError, Text};
use polder::analysis::communication_plan::{Gap, Strategy as PartyStrategy};
use polder::analysis::{
    CommunicationPlan, CommunicationPlanOptions, Cut, Cuts, GridOptions, communication_plan, power_interest, replay,
    support,
};
use polder::document::{Problem, Problems};
use polder::evidence::{Amount, Undefined};
use polder::id::{PartyId, Slug};
use polder::model::{Attribute, Element, Model};
use polder::rating::Aggregate;
use polder::scale::Raw;
use polder::vocabulary::{Mendelow, Participation, SupportSide, Vocabulary};
use proptest::prelude::*;

const STREET: &str = include_str!("../examples/models/slimme-straatverlichting.toml");

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn lang(tag: &str) -> Language {
    Language::new(tag).unwrap()
}

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(text).unwrap()).unwrap()
}

fn plan(model: &Model) -> CommunicationPlan {
    communication_plan(model, &CommunicationPlanOptions::new())
}

/// Every text of a set, with where it stands.
fn texts(advice: &Advice) -> Vec<(String, Text)> {
    let mut out: Vec<(String, Text)> = advice.tools().map(|(id, t)| (format!("tool {id}"), t.clone())).collect();
    out.extend(advice.tips().map(|(id, t)| (format!("tip {id}"), t.clone())));
    out.extend(advice.rows().filter_map(|(cell, r)| Some((format!("goal {cell}"), r.goal.clone()?))));
    out
}

// The base set.

#[test]
fn the_base_set_is_total() {
    let set = Advice::handbook();
    assert_eq!(Cell::all().count(), 12);
    for cell in Cell::all() {
        let row = set.row(&cell).unwrap();
        assert!(row.goal.is_some() && row.level.is_some(), "{cell}");
        for ids in [&row.tools, &row.tips] {
            assert!((2..=4).contains(&ids.as_ref().unwrap().len()), "{cell}");
        }
    }
    for (cell, row) in set.rows() {
        let (tools, tips) = (row.tools.clone().unwrap(), row.tips.clone().unwrap());
        assert!(tools.iter().all(|id| set.tool(id).is_some()) && tips.iter().all(|id| set.tip(id).is_some()), "{cell}");
        assert!((1..=4).contains(&tools.len()) && (2..=4).contains(&tips.len()), "{cell}");
    }
    // Four quadrants with the side open, three sides with the quadrant open, and nothing for everybody.
    assert_eq!(set.rows().len(), 12 + 4 + 3);
    assert_eq!(set.row(&Cell::default()), None);
}

#[test]
fn every_line_of_the_base_set_is_used_and_said_once_in_both_languages() {
    let set = Advice::handbook();
    let used = |ids: fn(&Row) -> &Option<Vec<Slug>>| -> BTreeSet<Slug> {
        Cell::all()
            .chain(set.rows().map(|(c, _)| *c))
            .flat_map(|c| ids(set.row(&c).unwrap()).clone().unwrap())
            .collect()
    };
    assert_eq!(used(|r| &r.tools), set.tools().map(|(id, _)| id.clone()).collect());
    assert_eq!(used(|r| &r.tips), set.tips().map(|(id, _)| id.clone()).collect());
    let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
    for (place, text) in texts(&set) {
        let languages: Vec<&str> = text.iter().map(|(l, _)| l.as_str()).collect();
        assert_eq!(languages, ["en", "nl"], "{place}");
        for (language, words) in text.iter() {
            assert_eq!(words, words.trim(), "{place}");
            assert!(!words.contains("  ") && (15..=110).contains(&words.chars().count()), "{place}: {words}");
            // Goals and tips are sentences, tools are names of things.
            assert_eq!(
                words.ends_with(['.', '?']) && !words.is_empty(),
                !place.starts_with("tool") || words.ends_with('?')
            );
            let key = (language.to_string(), words.to_lowercase());
            if let Some(other) = seen.insert(key, place.clone()) {
                panic!("{place} says what {other} says: {words}");
            }
        }
    }
}

#[test]
fn doubters_and_opponents_have_a_tip_of_their_own() {
    let set = Advice::handbook();
    let tips = |quadrant, side| -> BTreeSet<Slug> {
        set.row(&Cell::of(quadrant, side)).unwrap().tips.clone().unwrap().into_iter().collect()
    };
    for quadrant in Mendelow::ALL {
        let (doubter, opponent) = (tips(*quadrant, SupportSide::Doubter), tips(*quadrant, SupportSide::Opponent));
        assert!(doubter.difference(&opponent).count() > 0 && opponent.difference(&doubter).count() > 0, "{quadrant}");
        assert!(doubter.intersection(&opponent).count() > 0, "{quadrant}: the handbook advises them alike");
    }
}

#[test]
fn a_quadrant_with_the_side_open_has_the_level_that_all_sides_have() {
    let set = Advice::handbook();
    for quadrant in Mendelow::ALL {
        let levels: BTreeSet<_> =
            SupportSide::ALL.iter().map(|s| set.row(&Cell::of(*quadrant, *s)).unwrap().level.unwrap()).collect();
        let open = set.row(&Cell { quadrant: Some(*quadrant), support: None }).unwrap();
        assert_eq!(open.level, levels.first().copied().filter(|_| levels.len() == 1), "{quadrant}");
    }
    for side in SupportSide::ALL {
        assert_eq!(set.row(&Cell { quadrant: None, support: Some(*side) }).unwrap().level, None);
    }
    let level = |q, s| set.row(&Cell::of(q, s)).unwrap().level;
    assert_eq!(level(Mendelow::KeyPlayers, SupportSide::Supporter), Some(Participation::CoDecide));
    assert_eq!(level(Mendelow::KeyPlayers, SupportSide::Doubter), Some(Participation::CoProduce));
    assert_eq!(level(Mendelow::KeyPlayers, SupportSide::Opponent), Some(Participation::Advise));
    assert_eq!(level(Mendelow::MinimalEffort, SupportSide::Opponent), Some(Participation::Inform));
}

// Files.

#[test]
fn a_file_in_a_third_language_goes_over_the_handbook() {
    let file = r#"
polder-advice = 1
extends = "handbook"
[tool.personal-conversation]
fy = "In petear by harren thús"
[tip.early-at-the-table]
fy = "Freegje se oan tafel foardat de karren makke binne."
[[advice]]
quadrant = "key-players"
support = "supporter"
goal = { fy = "Hâld se tichtby." }
"#;
    let set = Advice::from_toml(file).unwrap();
    let base = Advice::handbook();
    let key = Cell::of(Mendelow::KeyPlayers, SupportSide::Supporter);
    let (ours, theirs) = (set.row(&key).unwrap(), base.row(&key).unwrap());
    let goal = ours.goal.as_ref().unwrap();
    assert_eq!(goal.in_language("fy-NL"), Some("Hâld se tichtby."));
    assert_eq!(goal.in_language("nl"), theirs.goal.as_ref().unwrap().in_language("nl"));
    assert_eq!((ours.level, &ours.tools, &ours.tips), (theirs.level, &theirs.tools, &theirs.tips));
    assert_eq!(set.tool(&slug("personal-conversation")).unwrap().iter().len(), 3);
    assert_eq!(set.tip(&slug("ask-why")), base.tip(&slug("ask-why")));
    assert_eq!(set.tip(&slug("ask-why")).unwrap().in_language("fy"), None, "never in another language");
}

#[test]
fn a_file_replaces_what_it_gives_and_leaves_the_rest() {
    let file = r#"
polder-advice = 1
extends = "handbook"
[tool.walk]
nl = "Wandeling"
[tip.ask-why]
nl = "Vraag door."
[[advice]]
quadrant = "key-players"
support = "opponent"
level = "co-produce"
tools = ["walk", "site-visit"]
tips = []
"#;
    let (set, base) = (Advice::from_toml(file).unwrap(), Advice::handbook());
    let cell = Cell::of(Mendelow::KeyPlayers, SupportSide::Opponent);
    let row = set.row(&cell).unwrap();
    assert_eq!(row.level, Some(Participation::CoProduce));
    assert_eq!(row.tools, Some(vec![slug("walk"), slug("site-visit")]));
    assert_eq!(row.tips, Some(vec![]));
    assert_eq!(row.goal, base.row(&cell).unwrap().goal);
    let why = set.tip(&slug("ask-why")).unwrap();
    assert_eq!(
        (why.in_language("nl"), why.in_language("en")),
        (Some("Vraag door."), Some("Ask why they want something, not only what they want."))
    );
    let others =
        |set: &Advice| set.rows().filter(|(c, _)| **c != cell).map(|(c, r)| (*c, r.clone())).collect::<Vec<_>>();
    assert_eq!(others(&set), others(&base));
    // The same through the doors of the library.
    let by_hand = Advice::new()
        .with_tool(slug("walk"), Text::new(lang("nl"), "Wandeling").unwrap())
        .with_tip(slug("ask-why"), Text::new(lang("nl"), "Vraag door.").unwrap())
        .over(base)
        .with_row(
            cell,
            Row {
                level: Some(Participation::CoProduce),
                tools: Some(vec![slug("walk"), slug("site-visit")]),
                tips: Some(vec![]),
                goal: None,
            },
        )
        .unwrap();
    assert_eq!(by_hand, set);
}

#[test]
fn a_file_may_start_from_nothing_and_speak_of_all_places_at_once() {
    let file = r#"{
  "polder-advice": 1,
  "tip": { "cake": { "fy": "Nim in stik koeke mei." } },
  "advice": [
    { "quadrant": "key-players", "support": "opponent", "level": "consult", "goal": { "fy": "Harkje." } },
    { "support": "opponent", "tips": ["cake"], "tools": [] }
  ]
}"#;
    let set = Advice::from_json(file).unwrap();
    assert_eq!((set.tools().len(), set.tips().len(), set.rows().len()), (0, 1, 2));
    let told = set.at(Cell::of(Mendelow::KeyPlayers, SupportSide::Opponent)).unwrap();
    let side = Cell { quadrant: None, support: Some(SupportSide::Opponent) };
    assert_eq!(told.level.unwrap().cell, Cell::of(Mendelow::KeyPlayers, SupportSide::Opponent));
    assert_eq!((told.tips.unwrap().what, told.tips.unwrap().cell), (&[slug("cake")][..], side));
    assert_eq!(set.at(Cell::of(Mendelow::KeyPlayers, SupportSide::Doubter)), None);
    assert_eq!(Advice::from_toml("polder-advice = 1\n"), Ok(Advice::new()));
    assert_eq!(Advice::from_toml("polder-advice = 1\nextends = \"handbook\""), Ok(Advice::handbook()));
}

#[test]
fn rows_that_cannot_stand_are_refused() {
    let cell = Cell::of(Mendelow::KeepInformed, SupportSide::Doubter);
    let text = || Text::new(lang("en"), "Go.").unwrap();
    let row = |change: fn(&mut Row)| {
        let mut row = Row { goal: Some(text()), level: Some(Participation::Inform), ..Row::default() };
        change(&mut row);
        row
    };
    let put = |cell, row| Advice::new().with_row(cell, row).map(drop);
    assert_eq!(put(cell, row(|_| {})), Ok(()));
    assert_eq!(put(cell, row(|r| r.goal = None)), Err(RowError::NoGoal(cell)));
    assert_eq!(put(cell, row(|r| r.level = None)), Err(RowError::NoLevel(cell)));
    assert_eq!(put(cell, row(|r| r.tools = Some(vec![slug("x")]))), Err(RowError::UnknownTool(slug("x"))));
    assert_eq!(put(cell, row(|r| r.tips = Some(vec![slug("x")]))), Err(RowError::UnknownTip(slug("x"))));
    assert_eq!(put(Cell { support: None, ..cell }, Row::default()), Ok(()));
    assert_eq!(RowError::NoLevel(cell).to_string(), "`keep-informed/doubter` has no level");
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|p| format!("{p} @{}\n", p.path)).collect()
}

fn problems(read: Result<Advice, Problems>) -> String {
    lines(read.unwrap_err().as_slice())
}

#[test]
fn all_problems_at_once() {
    let file = r#"polder-advice = 1
extends = "handbok"
colour = "red"

[tool.Walk]
nl = "Wandeling"

[tool.cake]
dutch = "Gebak"
nl = " "
en = 3

[tool.tea]

[tip]
bring-cake = "Neem gebak mee."

[[advice]]
quadrant = "key-player"
suport = "opponent"
level = "consul"
goal = "Luister."

[[advice]]
quadrant = "key-players"
support = "opponent"
goal = { nl-be = "Luister.", NL-BE = "Luister goed." }
tools = ["walk", "site-visits", "ask-why", 3, "cake", "cake"]
tips = "ask-why"

[[advice]]
support = "opponent"
quadrant = "key-players"
tips = ["nothing-like-it-at-all"]
"#;
    insta::assert_snapshot!(problems(Advice::from_toml(file)), @r#"
2:11 P010 there is no set of advice `handbok` (write `handbook`, or leave it out to start from nothing) @extends
3:1 P005 unknown key `colour` (known here: `polder-advice`, `extends`, `tool`, `tip`, `advice`) @colour
5:7 P011 `Walk` is not an id: it must start with a letter a-z (did you mean `walk`?) @tool.Walk
9:1 P029 `dutch` is not a language tag (write `nl`, `en`, `fy` or another tag of two or three letters, perhaps with a region: `nl-BE`) @tool.cake.dutch
10:6 P030 the text has nothing in it (write the text, or leave the language out) @tool.cake.nl
11:6 P006 a text is expected, not `3` @tool.cake.en
13:1 P009 the text is in no language (write it in a language: `nl = "…"`) @tool.tea
16:14 P006 a text by language is expected, not the text `Neem gebak mee.` (write `{ nl = "…", en = "…" }`) @tip.bring-cake
19:12 P010 `key-player` is not a class of Mendelow's grid (did you mean `key-players`? known are `key-players`, `keep-satisfied`, `keep-informed`, `minimal-effort`) @advice[0].quadrant
20:1 P005 unknown key `suport` (did you mean `support`?) @advice[0].suport
21:9 P010 `consul` is not a level of participation (did you mean `consult`? known are `inform`, `consult`, `advise`, `co-produce`, `co-decide`) @advice[0].level
22:8 P006 a text by language is expected, not the text `Luister.` (write `{ nl = "…", en = "…" }`) @advice[0].goal
27:30 P002 the language `nl-BE` stands twice (keep one of the two) @advice[1].goal.NL-BE
28:18 P012 there is no tool `site-visits` (did you mean `site-visit`?) @advice[1].tools[1]
28:33 P012 there is no tool `ask-why` (there is a tip of this id; a tool is expected here) @advice[1].tools[2]
28:44 P006 the id of a tool is expected, not `3` @advice[1].tools[3]
28:55 P026 the tool `cake` stands twice in this list (keep one of the two) @advice[1].tools[5]
29:8 P006 a list of ids of kind tip is expected, not the text `ask-why` (write `["ask-why"]`) @advice[1].tips
31:1 P028 the advice for quadrant `key-players` and support `opponent` stands twice (put the two together in one) @advice[2]
34:9 P012 there is no tip `nothing-like-it-at-all` @advice[2].tips[0]
"#);
}

#[test]
fn a_file_that_extends_nothing_says_all() {
    let file = r#"{ "polder-advice": 1, "tip": { "a": { "en": "Go." } }, "advice": [
        { "quadrant": "key-players", "support": "doubter", "tips": ["b"] },
        { "quadrant": "key-players", "tips": ["a"], "level": null },
        { "quadrant": "key-players" },
        { "tips": ["a"] },
        { "tips": ["a"] },
        7
    ] }"#;
    insta::assert_snapshot!(problems(Advice::from_json(file)), @r#"
advice[0] P009 the key `level` is missing @advice[0]
advice[0] P009 the key `goal` is missing @advice[0]
advice[0].tips[0] P012 there is no tip `b` (known are `a`) @advice[0].tips[0]
advice[1].level P007 a level of participation is expected, not a null (leave the key out: what is absent is unknown) @advice[1].level
advice[2] P028 the advice for quadrant `key-players` stands twice (put the two together in one) @advice[2]
advice[4] P028 the advice for every place stands twice (put the two together in one) @advice[4]
advice[5] P006 a table is expected, not `7` @advice[5]
"#);
}

#[test]
fn versions_and_other_files() {
    insta::assert_snapshot!(problems(Advice::from_toml("polder-advice = 2\nnew = 1")), @r#"1:17 P004 this file has format version 2; this program reads version 1 (use a newer version of polder) @polder-advice"#);
    insta::assert_snapshot!(problems(Advice::from_toml("")), @r#"1:1 P003 the format version is missing (write `polder-advice = 1` at the top) @"#);
    insta::assert_snapshot!(problems(Advice::from_toml("polder = 1\n[party.a]\n")), @r#"
1:1 P003 the format version is missing (write `polder-advice = 1` at the top) @
1:1 P005 unknown key `polder` (did you mean `polder-advice`?) @polder
2:2 P005 unknown key `party` (known here: `polder-advice`, `extends`, `tool`, `tip`, `advice`) @party
"#);
    insta::assert_snapshot!(problems(Advice::from_toml("polder-advise = 1\n[tol.a]\nnl='A'\n[[advice]]\ntools=['a']\n")), @r#"
1:1 P005 unknown key `polder-advise` (did you mean `polder-advice`?) @polder-advise
2:2 P005 unknown key `tol` (did you mean `tool`?) @tol
"#);
    insta::assert_snapshot!(problems(Advice::from_toml("polder-advice = \"1\"\ntool = 3\nadvice = 4\n[tip.a]\nnl = \n")), @r#"
1:17 P003 the format version must be a whole number (write `polder-advice = 1` at the top) @polder-advice
2:8 P006 a table with an entry for each tool is expected, not `3` (write `[tool.some-id]` above each) @tool
3:10 P006 a list of tables is expected, not `4` (write `[[advice]]` above each) @advice
5:6 P001 string values must be quoted, expected literal string (write words in quotes: `"high"`) @
"#);
    insta::assert_snapshot!(lines(&Document::from_toml("polder-advice = 1\n[tool.a]\nnl='A'").unwrap().resolve().problems), @r#"
1:1 P003 the format version is missing (write `polder = 1` at the top) @
1:1 P005 unknown key `polder-advice` (known here: `polder`, `project`, `party`, `interest`, `value`, `culture`, `belief`, `claim`, `comparison`, `flow`, `force`, `support`, `observation`, `member`, `task`, `handbook`) @polder-advice
2:2 P005 unknown key `tool` (known here: `polder`, `project`, `party`, `interest`, `value`, `culture`, `belief`, `claim`, `comparison`, `flow`, `force`, `support`, `observation`, `member`, `task`, `handbook`) @tool
"#);
}

#[test]
fn a_line_that_cannot_be_read_has_no_echo() {
    let file = "polder-advice = 1\n[tip.a]\nen = Go\n[[advice]]\nquadrant = key-players\ntips = ['a']\n[[advice]]\ntips = ['a']\n";
    insta::assert_snapshot!(problems(Advice::from_toml(file)), @r#"
3:6 P001 string values must be quoted, expected literal string (write words in quotes: `"high"`) @
5:12 P001 string values must be quoted, expected literal string (write words in quotes: `"high"`) @
"#);
}

// Round trips.

#[test]
fn the_base_set_comes_back_from_both_notations() {
    let set = Advice::handbook();
    let (toml, json) = (set.to_toml(), set.to_json());
    assert_eq!(Advice::from_toml(&toml).as_ref(), Ok(&set));
    assert_eq!(Advice::from_json(&json).as_ref(), Ok(&set));
    assert!(toml.starts_with("polder-advice = 1\n\n[tool.ambassadors]\nnl = \"Ambassadeurs "), "{toml}");
    assert!(toml.contains(
        "\n[[advice]]\nquadrant = \"key-players\"\nsupport = \"supporter\"\nlevel = \"co-decide\"\ngoal = { nl = "
    ));
    assert!(
        json.starts_with("{\n  \"polder-advice\": 1,\n  \"tool\": {\n    \"ambassadors\": {\n      \"nl\": "),
        "{json}"
    );
}

/// Advice of all sorts: open rows and whole ones, empty lists and none, odd words.
fn some_advice() -> impl Strategy<Value = Advice> {
    prop::collection::vec(any::<u32>(), 0..300).prop_map(|tape| {
        let mut d = Draw::of(tape);
        let words = ["Go", "é ‘x’", "\"q\" \\ \t\u{1}", "'''", "\u{202e}rtl", "a\nb", "nl = 1 # x", " z "];
        let tags = ["nl", "en", "fy", "nl-BE", "zh-Hant-TW"];
        let text = |d: &mut Draw| {
            (0..d.below(3)).fold(Text::new(lang(d.pick(&tags)), d.pick(&words)).unwrap(), |text, _| {
                text.and(lang(d.pick(&tags)), d.pick(&words)).unwrap()
            })
        };
        let ids: Vec<Slug> = ["a", "b-1", "true", "nl"].map(slug).to_vec();
        let mut advice = Advice::new();
        for id in &ids {
            advice = if d.chance(50) { advice.with_tool(id.clone(), text(&mut d)) } else { advice };
            advice = if d.chance(50) { advice.with_tip(id.clone(), text(&mut d)) } else { advice };
        }
        let tools: Vec<Slug> = advice.tools().map(|(id, _)| id.clone()).collect();
        let tips: Vec<Slug> = advice.tips().map(|(id, _)| id.clone()).collect();
        for _ in 0..d.below(20) {
            let cell = Cell {
                quadrant: d.maybe(80, |d| d.pick(Mendelow::ALL)),
                support: d.maybe(80, |d| d.pick(SupportSide::ALL)),
            };
            let whole = if cell.is_open() { 50 } else { 100 };
            let row = Row {
                goal: d.maybe(whole, text),
                level: d.maybe(whole, |d| d.pick(Participation::ALL)),
                tools: d.maybe(60, |d| d.some(&tools, 3).into_iter().rev().collect()),
                tips: d.maybe(60, |d| d.some(&tips, 3).into_iter().collect()),
            };
            advice = advice.with_row(cell, row).unwrap();
        }
        advice
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_advice_comes_back_from_both_notations(set in some_advice()) {
        prop_assert_eq!(Advice::from_toml(&set.to_toml()), Ok(set.clone()));
        prop_assert_eq!(Advice::from_json(&set.to_json()), Ok(set));
    }

    #[test]
    fn to_extend_is_to_lie_over(set in some_advice()) {
        let file = set.to_toml().replacen('\n', "\nextends = \"handbook\"\n", 1);
        prop_assert_eq!(Advice::from_toml(&file).unwrap(), set.clone().over(Advice::handbook()));
        prop_assert_eq!(set.clone().over(Advice::new()), set.clone());
        prop_assert_eq!(Advice::new().over(set.clone()), set.clone());
        prop_assert_eq!(set.clone().over(set.clone()), set);
    }
}

// Bytes.

fn small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    std::thread::Builder::new().stack_size(512 * 1024).spawn(work).unwrap().join().unwrap()
}

fn both(text: &str) {
    for read in [Advice::from_toml(text), Advice::from_json(text)] {
        match read {
            Ok(advice) => {
                assert_eq!(Advice::from_toml(&advice.to_toml()).as_ref(), Ok(&advice));
                assert_eq!(Advice::from_json(&advice.to_json()).as_ref(), Ok(&advice));
            }
            Err(problems) => {
                assert!(!problems.as_slice().is_empty());
                for problem in &problems {
                    assert!(!problem.to_string().contains('\n'), "{problem}");
                    assert!(problem.span.as_ref().is_none_or(|span| text.get(span.clone()).is_some()), "{problem}");
                }
            }
        }
    }
}

fn any_text(budget: u64, mut make: impl FnMut(&mut Unstructured<'_>) -> arbitrary::Result<String> + Send + 'static) {
    small_stack(move || {
        arbtest::arbtest(|u| {
            both(&make(u)?);
            Ok(())
        })
        .budget_ms(budget);
    });
}

#[test]
fn arbitrary_bytes() {
    any_text(500, |u| Ok(String::from_utf8_lossy(u.bytes(u.len())?).into_owned()));
}

#[test]
fn arbitrary_pieces_and_mutations() {
    const PIECES: &[&str] = &[
        "polder-advice = 1\n",
        "extends",
        " = ",
        "\"handbook\"",
        "\n",
        "[tool.a]\n",
        "[tip.b]\n",
        "[[advice]]\n",
        "[",
        "]",
        "{",
        "}",
        ",",
        "quadrant",
        "support",
        "level",
        "goal",
        "tools",
        "tips",
        "\"a\"",
        "\"key-players\"",
        "\"doubter\"",
        "\"inform\"",
        "nl",
        "en",
        "\"x\"",
        "1",
        "null",
        ":",
        "'",
        "\"\"\"",
        "#",
        "\u{feff}",
        "é",
        "\0",
        "tool",
        "tip",
        "advice",
        "{ nl = \"x\" }",
    ];
    any_text(1500, |u| {
        let mut text = String::from(if u.ratio(1, 2)? { "polder-advice = 1\n" } else { "" });
        while !u.is_empty() {
            text.push_str(u.choose(PIECES)?);
        }
        Ok(text)
    });
    let sources = [Advice::handbook().to_toml(), Advice::handbook().to_json()];
    any_text(1500, move |u| {
        let mut text = u.choose(&sources)?.clone();
        for _ in 0..u.int_in_range(1..=4)? {
            let mut from = u.int_in_range(0..=text.len())?;
            while !text.is_char_boundary(from) {
                from -= 1;
            }
            let mut to = (from + u.int_in_range(0..=12)?).min(text.len());
            while !text.is_char_boundary(to) {
                to += 1;
            }
            text.replace_range(from..to, if u.ratio(1, 3)? { "" } else { u.choose(PIECES)? });
        }
        Ok(text)
    });
}

#[test]
fn deep_and_wide_files_end_in_time() {
    let n = 50_000;
    let tools: String = (0..n).map(|i| format!("[tool.t{i}]\nnl = 'x'\n")).collect();
    let used: String = (0..n).map(|i| format!("'t{i}',")).collect();
    for text in [
        format!("polder-advice = 1\n{tools}[[advice]]\ntools = [{used}{used}]\n"),
        format!("polder-advice = 1\n[tool.a]\n{}", (0..n).map(|i| format!("nl-x{i} = 'x'\n")).collect::<String>()),
        format!("polder-advice = 1\n{}", "[[advice]]\ntips = ['nothing']\n".repeat(n)),
        format!("polder-advice = 1\nextends = {}1{}", "[".repeat(70), "]".repeat(70)),
    ] {
        let start = std::time::Instant::now();
        small_stack(move || both(&text));
        assert!(start.elapsed().as_secs() < 30);
    }
}

// The plan.

/// The ratings of a party that the plan needs and the model does not have.
fn unknown(model: &Model, party: &PartyId) -> Vec<Attribute> {
    let needed = [Attribute::Power, Attribute::InterestLevel, Attribute::Attitude];
    needed.into_iter().filter(|a| model.read(&party.into(), *a, Aggregate::Median).is_none()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_party_stands_in_the_plan_once(m in prop_oneof![analysis_model(), model()], median: bool) {
        let cut = if median { Cut::Median } else { Cut::Midpoint };
        let grid = GridOptions::new().cuts(Cuts::new().power(cut));
        let plan = communication_plan(&m, &CommunicationPlanOptions::new().grid(grid));
        let mut found: Vec<PartyId> = plan.parties.iter().map(|s| s.party.clone()).chain(plan.ours.clone()).collect();
        found.sort();
        prop_assert_eq!(found, m.parties().map(|(id, _)| id.clone()).collect::<Vec<_>>());
        prop_assert_eq!(&plan.ours, &m.project().focal);
        let (quadrants, sides) = (power_interest(&m, &grid), support(&m, &grid));
        for s in &plan.parties {
            let (q, side) = (quadrants.of(&s.party), sides.of(&s.party));
            prop_assert_eq!(
                s.quadrant.as_ref().map(|p| (p.class, p.border, p.whatever_the_missing)),
                q.map(|p| (p.class.mendelow, p.border, p.whatever_the_missing))
            );
            prop_assert_eq!(
                s.support.as_ref().map(|p| (p.class, p.border, p.whatever_the_missing)),
                side.map(|p| (p.class, p.border, p.whatever_the_missing))
            );
            prop_assert_eq!(&s.contact, &m.party(&s.party).unwrap().contact);
            // Who is not placed is omitted with a rating that is missing; nobody else is.
            let element = Element::from(&s.party);
            let omitted = plan.omitted.iter().filter(|o| o.subject == element).map(|o| o.missing);
            let omitted: Vec<Attribute> = omitted.collect();
            prop_assert_eq!(omitted.is_empty(), !s.place().is_open());
            let missing = unknown(&m, &s.party);
            prop_assert!(median || omitted.iter().all(|a| missing.contains(a)));
        }
        if let Some(ours) = &plan.ours {
            prop_assert!(plan.omitted.iter().all(|o| o.subject != Element::from(ours)));
        }
    }

    #[test]
    fn every_line_stands_in_the_row_that_it_names(m in analysis_model(), own in some_advice(), handbook: bool) {
        let advice = if handbook { Advice::handbook() } else { own };
        let plan = communication_plan(&m, &CommunicationPlanOptions::new().advice(advice.clone()));
        for s in &plan.parties {
            let place = s.place();
            let holds = |cell: Cell| {
                (cell.quadrant.is_none() || cell.quadrant == place.quadrant)
                    && (cell.support.is_none() || cell.support == place.support)
            };
            let rows: Vec<&Row> = advice.rows().filter(|(c, _)| holds(**c)).map(|(_, r)| r).collect();
            let silent = |r: &&Row| r.goal.is_none() && r.level.is_none() && r.tools.is_none() && r.tips.is_none();
            prop_assert_eq!(s.gap.is_some(), rows.iter().all(silent));
            prop_assert_eq!(s.goal.is_some(), rows.iter().any(|r| r.goal.is_some()));
            prop_assert_eq!(s.level.is_some(), rows.iter().any(|r| r.level.is_some()));
            if let Some(goal) = &s.goal {
                prop_assert!(holds(goal.follows_from));
                prop_assert_eq!(Some(&goal.text), advice.row(&goal.follows_from).unwrap().goal.as_ref());
            }
            if let Some(level) = s.level {
                prop_assert!(holds(level.follows_from));
                prop_assert_eq!(Some(level.level), advice.row(&level.follows_from).unwrap().level);
            }
            for (told, tools) in [(&s.tools, true), (&s.tips, false)] {
                let cells: BTreeSet<Cell> = told.iter().map(|l| l.follows_from).collect();
                prop_assert_eq!(cells.len(), usize::from(!told.is_empty()));
                for line in told {
                    prop_assert!(holds(line.follows_from));
                    let row = advice.row(&line.follows_from).unwrap();
                    let ids = if tools { &row.tools } else { &row.tips };
                    prop_assert!(ids.as_ref().unwrap().contains(&line.id));
                    prop_assert_eq!(Some(&line.text), if tools { advice.tool(&line.id) } else { advice.tip(&line.id) });
                }
            }
            // Whose whole place is known is told what stands in that very cell of the handbook.
            if handbook && !place.is_open() {
                prop_assert!(s.tools.iter().chain(&s.tips).all(|l| l.follows_from == place));
                prop_assert_eq!(s.goal.as_ref().unwrap().follows_from, place);
            }
            if handbook && place == Cell::default() {
                prop_assert_eq!(s.gap, Some(Gap::NotPlaced));
                prop_assert!(s.goal.is_none() && s.level.is_none() && s.tools.is_empty() && s.tips.is_empty());
            }
        }
    }

    #[test]
    fn findings_replay_and_forged_ones_do_not(
        m in prop_oneof![analysis_model(), model()], weighted: bool, cut in 0..3_usize,
    ) {
        let aggregate = if weighted { Aggregate::WeightedMedian } else { Aggregate::Median };
        let cut = [Cut::Midpoint, Cut::Median, Cut::At(Raw::new(1.0).unwrap())][cut];
        let grid = GridOptions::new().aggregate(aggregate).cuts(Cuts::new().power(cut).interest_level(cut));
        let plan = communication_plan(&m, &CommunicationPlanOptions::new().grid(grid));
        prop_assert_eq!(plan.findings.len(), plan.parties.len());
        for (finding, strategy) in plan.findings.iter().zip(&plan.parties) {
            prop_assert_eq!(&finding.subject, &vec![Element::from(&strategy.party)]);
            prop_assert_eq!(replay(finding, &m), Ok(()), "{:#?}", finding);
            match finding.amount {
                Amount::Class(word) => {
                    let known = strategy.place().to_string().replace("any", "unknown");
                    prop_assert_eq!(word, known);
                }
                amount => {
                    prop_assert_eq!(amount, Amount::Undefined(Undefined::MissingRating));
                    prop_assert_eq!(strategy.place(), Cell::default());
                }
            }
            for i in 0..finding.because.len() {
                let mut less = finding.clone();
                let gone = less.because.remove(i);
                // Where nobody is rated, a cut may be a median that is none: a plan with other settings, and as right.
                let is_interest = gone.source.to_string().contains("interest");
                let of = if is_interest { Attribute::InterestLevel } else { Attribute::Power };
                let is_rated = m.parties().any(|(id, _)| m.read(&id.into(), of, aggregate).is_some());
                if gone.reading.is_none() && !is_rated {
                    continue;
                }
                prop_assert!(replay(&less, &m).is_err(), "{:#?}", less);
                let mut twice = finding.clone();
                twice.because.push(finding.because[i].clone());
                prop_assert!(replay(&twice, &m).is_err(), "{:#?}", twice);
            }
            let mut forged = finding.clone();
            forged.amount = Amount::Class("key-players/friend");
            prop_assert!(replay(&forged, &m).is_err());
        }
    }

    #[test]
    fn the_order_of_the_file_changes_nothing(m in prop_oneof![analysis_model(), model()], seed: u64) {
        prop_assert_eq!(plan(&common::shuffled(&m, seed)), plan(&m));
    }

    #[test]
    fn who_needs_the_most_attention_comes_first(m in analysis_model()) {
        let plan = plan(&m);
        let rank = |s: &PartyStrategy| {
            let quadrant = s.quadrant.as_ref().map_or(9, |q| Mendelow::ALL.iter().position(|c| *c == q.class).unwrap());
            let sides = [SupportSide::Opponent, SupportSide::Doubter, SupportSide::Supporter];
            let side = s.support.as_ref().map_or(9, |p| sides.iter().position(|c| *c == p.class).unwrap());
            let power = m.read(&(&s.party).into(), Attribute::Power, Aggregate::Median);
            let power = power.map_or(f64::INFINITY, |r| -r.raw);
            (quadrant, side, power, s.party.clone())
        };
        for pair in plan.parties.windows(2) {
            prop_assert!(rank(&pair[0]) < rank(&pair[1]), "{:?} {:?}", rank(&pair[0]), rank(&pair[1]));
        }
    }
}

#[test]
fn parties_that_are_half_placed_are_told_what_holds_anyhow() {
    let m = read(
        "polder = 1\n[project]\nfocal = 'we'\n[party.we]\n[party.unit]\npart-of = 'we'\npower = 5\ninterest-level = 5\n\
         [party.a]\nattitude = -1\npower = 2\n[party.b]\ncontact = { channel = 'phone' }\n[party.c]\npower = 1\ninterest-level = 1\nattitude = 0\n",
    );
    let plan = plan(&m);
    assert_eq!(plan.ours, Some(PartyId::new("we").unwrap()));
    let order: Vec<&str> = plan.parties.iter().map(|s| s.party.as_str()).collect();
    assert_eq!(order, ["unit", "c", "a", "b"]);
    let of = |id: &str| plan.of(&PartyId::new(id).unwrap()).unwrap();
    let quadrant = Cell { quadrant: Some(Mendelow::KeyPlayers), support: None };
    assert_eq!((of("unit").goal.as_ref().unwrap().follows_from, of("unit").level), (quadrant, None));
    assert_eq!(of("c").level.unwrap().level, Participation::Inform);
    let side = Cell { quadrant: None, support: Some(SupportSide::Opponent) };
    assert!(of("a").tips.iter().all(|l| l.follows_from == side) && of("a").tips.len() == 2);
    assert_eq!((of("b").gap, of("b").goal.is_some()), (Some(Gap::NotPlaced), false));
    assert_eq!(of("b").contact.channel.as_deref(), Some("phone"));
    let omitted: Vec<String> = plan.omitted.iter().map(ToString::to_string).collect();
    assert_eq!(
        omitted,
        [
            "`party:a`: interest-level is unknown",
            "`party:b`: power is unknown",
            "`party:b`: interest-level is unknown",
            "`party:b`: attitude is unknown",
            "`party:unit`: attitude is unknown",
        ]
    );
}

#[test]
fn a_place_without_a_row_is_a_gap() {
    let file = "polder-advice = 1\n[[advice]]\nquadrant = 'key-players'\nsupport = 'supporter'\nlevel = 'inform'\ngoal = { en = 'Talk.' }\n";
    let m = read(
        "polder = 1\n[party.a]\npower = 5\ninterest-level = 5\nattitude = -1\n[party.b]\npower = 5\ninterest-level = 5\n",
    );
    let plan = communication_plan(&m, &CommunicationPlanOptions::new().advice(Advice::from_toml(file).unwrap()));
    let gaps: Vec<_> = plan.parties.iter().map(|s| (s.party.as_str(), s.gap)).collect();
    assert_eq!(gaps, [("a", Some(Gap::NoRow)), ("b", Some(Gap::NoRow))]);
    assert!(plan.parties.iter().all(|s| s.goal.is_none() && s.tools.is_empty() && s.tips.is_empty()));
}

#[test]
fn the_json_shape() {
    let m = read("polder = 1\n[party.a]\npower = 5\ninterest-level = 3\nattitude = 2\n");
    let plan = plan(&m);
    insta::assert_snapshot!(serde_json::to_string_pretty(&plan.parties).unwrap(), @r#"
[
  {
    "party": "a",
    "quadrant": {
      "class": "key-players",
      "border": true,
      "doubtful": [
        "interest-level"
      ],
      "whatever_the_missing": false
    },
    "support": {
      "class": "supporter",
      "border": false,
      "doubtful": [],
      "whatever_the_missing": false
    },
    "goal": {
      "text": {
        "en": "Keep them close: set the goal together, and decide together.",
        "nl": "Houd ze dichtbij: stel samen het doel vast en beslis samen."
      },
      "follows_from": {
        "quadrant": "key-players",
        "support": "supporter"
      }
    },
    "level": {
      "level": "co-decide",
      "follows_from": {
        "quadrant": "key-players",
        "support": "supporter"
      }
    },
    "tools": [
      {
        "id": "steering-group",
        "text": {
          "en": "A steering group in which they have a seat",
          "nl": "Stuurgroep waarin ze een vaste plek hebben"
        },
        "follows_from": {
          "quadrant": "key-players",
          "support": "supporter"
        }
      },
      {
        "id": "personal-conversation",
        "text": {
          "en": "A personal conversation, at their place",
          "nl": "Persoonlijk gesprek, bij hen op bezoek"
        },
        "follows_from": {
          "quadrant": "key-players",
          "support": "supporter"
        }
      },
      {
        "id": "working-session",
        "text": {
          "en": "A working session around one shared sketch",
          "nl": "Werksessie waarin je samen aan één schets werkt"
        },
        "follows_from": {
          "quadrant": "key-players",
          "support": "supporter"
        }
      }
    ],
    "tips": [
      {
        "id": "early-at-the-table",
        "text": {
          "en": "Bring them to the table before the choices are made.",
          "nl": "Haal ze aan tafel voordat de keuzes vastliggen."
        },
        "follows_from": {
          "quadrant": "key-players",
          "support": "supporter"
        }
      },
      {
        "id": "one-steady-contact",
        "text": {
          "en": "Give them one steady contact, who also calls when there is nothing to ask.",
          "nl": "Geef ze één vaste contactpersoon, die ook belt als er niets te vragen valt."
        },
        "follows_from": {
          "quadrant": "key-players",
          "support": "supporter"
        }
      },
      {
        "id": "shared-goal-in-a-sentence",
        "text": {
          "en": "Write the shared goal in one sentence, and let each of you retell it in your own words.",
          "nl": "Schrijf het gezamenlijke doel in één zin op en laat ieder die zin in eigen woorden navertellen."
        },
        "follows_from": {
          "quadrant": "key-players",
          "support": "supporter"
        }
      },
      {
        "id": "help-them-explain",
        "text": {
          "en": "Ask what they need to explain this to their own people.",
          "nl": "Vraag wat ze nodig hebben om dit aan hun achterban uit te leggen."
        },
        "follows_from": {
          "quadrant": "key-players",
          "support": "supporter"
        }
      }
    ],
    "gap": null,
    "contact": {
      "channel": null,
      "frequency": null,
      "owner": null
    }
  }
]
"#);
    assert_eq!(serde_json::to_value(&plan.provenance.options).unwrap()["advice"], "handbook");
    let own = Advice::from_toml("polder-advice = 1\n[tip.a]\nen = 'Go.'\n[[advice]]\ntips = ['a']\n").unwrap();
    let options = CommunicationPlanOptions::new().advice(own);
    insta::assert_snapshot!(serde_json::to_value(&options).unwrap()["advice"], @r#"{"advice":[{"goal":null,"level":null,"quadrant":null,"support":null,"tips":["a"],"tools":null}],"tips":{"a":{"en":"Go."}},"tools":{}}"#);
}

/// The plan as a person may read it.
fn told(model: &Model, tag: &str) -> String {
    let plan = plan(model);
    let say = |text: &Text| text.in_language(tag).unwrap().to_owned();
    let mut out = String::new();
    for s in &plan.parties {
        let name = model.label(&(&s.party).into()).to_owned();
        out.push_str(&format!("{name} ({})\n", s.place().to_string().replace("any", "unknown")));
        let level = s.level.map_or("-".to_owned(), |l| l.level.to_string());
        match &s.goal {
            Some(goal) => out.push_str(&format!("  {} [{level}]\n", say(&goal.text))),
            None => out.push_str(&format!("  {}\n", s.gap.unwrap())),
        }
        s.tools.iter().for_each(|l| out.push_str(&format!("  - {}\n", say(&l.text))));
        s.tips.iter().for_each(|l| out.push_str(&format!("  * {}\n", say(&l.text))));
        let contact = [&s.contact.channel, &s.contact.frequency, &s.contact.owner];
        let contact: Vec<&str> = contact.into_iter().flatten().map(String::as_str).collect();
        out.push_str(&format!("  @ {}\n\n", contact.join(", ")));
    }
    plan.omitted.iter().for_each(|o| out.push_str(&format!("{o}\n")));
    out
}

#[test]
fn the_plan_of_the_street_lights_in_dutch() {
    insta::assert_snapshot!("street-nl", told(&read(STREET), "nl"));
}

#[test]
fn the_plan_of_the_street_lights_in_english() {
    insta::assert_snapshot!("street-en", told(&read(STREET), "en"));
}

// The command line.

#[cfg(feature = "cli")]
mod command {
    use std::process::{Command, Stdio};

    use super::*;

    fn run(args: &[&str]) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_polder"))
            .args(args)
            .current_dir(env!("CARGO_TARGET_TMPDIR"))
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    #[test]
    fn the_base_set_is_written_and_checked() {
        let (code, toml, err) = run(&["advice"]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(toml.starts_with("# "), "{toml}");
        assert_eq!(Advice::from_toml(&toml), Ok(Advice::handbook()));
        let (code, json, _) = run(&["advice", "--to", "json"]);
        assert_eq!((code, Advice::from_json(&json)), (0, Ok(Advice::handbook())));
        assert_eq!(run(&["advice", "-o", "advice-base.toml"]), (0, String::new(), String::new()));
        let said = "19 places, 18 tools, 31 tips: no problems\n".to_owned();
        assert_eq!(run(&["advice", "--check", "advice-base.toml"]), (0, said, String::new()));
    }

    #[test]
    fn problems_are_shown_with_their_lines() {
        let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("advice-wrong.toml");
        std::fs::write(&file, "polder-advice = 1\n[[advice]]\nquadrant = 'key-player'\ntips = ['cake']\n").unwrap();
        let (code, out, err) = run(&["advice", "--check", "advice-wrong.toml"]);
        assert_eq!((code, err.as_str()), (1, ""));
        assert!(out.contains("--> advice-wrong.toml:3:12") && out.contains("did you mean `key-players`?"), "{out}");
        assert!(out.ends_with("\n2 problems\n"), "{out}");
        let (code, out, _) = run(&["advice", "--check", "advice-wrong.toml", "--format", "json"]);
        let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!((code, answer["problems"].as_array().unwrap().len()), (1, 2));
        assert_eq!(run(&["advice", "--check", "x", "--to", "json"]).0, 2);
        assert_eq!(run(&["advice", "--check", "no-such-file.toml"]).0, 2);
    }
}
