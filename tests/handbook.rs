//! The handbook's recommendations: each is triggered, silenced by its remedy, and never met by what nobody knows.
#![cfg(feature = "toml")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::strategies::analysis_model;
use polder::advice::{Language, Text};
use polder::handbook::{Judgement, ReviewOptions, Rule, State, Verdict, review, rules};
use polder::id::Slug;
use polder::scale::Raw;
use polder::vocabulary::Vocabulary;
use polder::{Document, Model};
use proptest::prelude::*;

fn model(text: &str) -> Model {
    let text = format!("polder = 1\n{text}");
    Model::try_from(Document::from_toml(&text).unwrap()).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

fn near(km: f64) -> ReviewOptions {
    ReviewOptions::new().near_within_km(Raw::new(km).unwrap())
}

fn verdict(text: &str, options: &ReviewOptions, rule: &str) -> Verdict {
    review(&model(text), options).of(rule).unwrap_or_else(|| panic!("no rule {rule}")).clone()
}

/// A rule, a model that does not meet it, one that does, and one of which it cannot be said.
struct Row {
    rule: &'static str,
    against: &'static [&'static str],
    met: &'static [&'static str],
    unknown: &'static [&'static str],
    not_here: &'static [&'static str],
}

const SCALING: &str = "[project]\nphase = \"scaling\"\n";

const ROWS: &[Row] = &[
    Row {
        rule: "leadership-styles-known",
        against: &[
            "[member.anna]\nstyle = { informal = 4 }\n[member.bram]\nleads = [\"start\"]\n",
            "[member.anna]\nstyle = { informal = \"unknown\" }\n",
        ],
        met: &["[member.anna]\nstyle = { informal = 4 }\n[member.bram]\nstyle = { informal = 1 }\n"],
        unknown: &["[party.a]\n"],
        not_here: &[],
    },
    Row {
        rule: "leader-tasks-fit",
        against: &[
            "[project]\nphase = \"start\"\n[task.t]\nphase = \"start\"\nleading = true\nroles = { broker = 1 }\n[member.anna]\nroles = { broker = 1 }\ntasks = [\"t\"]\n",
            "[project]\nphase = \"start\"\n[task.t]\nphase = \"start\"\nleading = true\nroles = { broker = 1 }\n[member.anna]\nroles = { broker = 5 }\n",
        ],
        met: &[
            "[project]\nphase = \"start\"\n[task.t]\nphase = \"start\"\nleading = true\nroles = { broker = 1 }\n[member.anna]\nroles = { broker = 4 }\ntasks = [\"t\"]\n",
        ],
        unknown: &[
            "[project]\nphase = \"start\"\n[task.t]\nphase = \"start\"\nleading = true\nroles = { broker = 1 }\n[member.anna]\ntasks = [\"t\"]\n",
            "[project]\nphase = \"start\"\n[task.t]\nphase = \"scaling\"\nleading = true\nroles = { broker = 1 }\n[member.anna]\nroles = { broker = 1 }\ntasks = [\"t\"]\n",
            "[task.t]\nphase = \"start\"\nleading = true\nroles = { broker = 1 }\n[member.anna]\nroles = { broker = 4 }\ntasks = [\"t\"]\n",
        ],
        not_here: &[],
    },
    Row {
        rule: "informal-leader-in-development",
        against: &[
            "[project]\nphase = \"development\"\n[member.anna]\nleads = [\"development\"]\nstyle = { informal = 2 }\n",
            "[project]\nphase = \"development\"\n[member.anna]\nleads = [\"start\"]\nstyle = { informal = 5 }\n",
        ],
        met: &[
            "[project]\nphase = \"development\"\n[member.anna]\nleads = [\"development\"]\nstyle = { informal = 4 }\n",
        ],
        unknown: &[
            "[project]\nphase = \"development\"\n[member.anna]\nleads = [\"development\"]\n",
            "[member.anna]\nleads = [\"development\"]\nstyle = { informal = 4 }\n",
        ],
        not_here: &[
            "[project]\nphase = \"start\"\n[member.anna]\nleads = [\"development\"]\nstyle = { informal = 2 }\n",
        ],
    },
    Row {
        rule: "planning-control-owner",
        against: &[
            "[project]\nphase = \"scaling\"\n[member.anna]\n",
            "[project]\nphase = \"scaling\"\n[member.anna]\n[task.t]\nphase = \"scaling\"\nplanning-control = true\n",
            "[project]\nphase = \"scaling\"\n[member.anna]\ntasks = [\"t\"]\n[task.t]\nphase = \"start\"\nplanning-control = true\n",
        ],
        met: &[
            "[project]\nphase = \"scaling\"\n[member.anna]\ntasks = [\"t\"]\n[task.t]\nphase = \"scaling\"\nplanning-control = true\n",
        ],
        unknown: &[SCALING, "[member.anna]\n"],
        not_here: &["[project]\nphase = \"start\"\n[member.anna]\n"],
    },
    Row {
        rule: "mapped-before-start",
        against: &[
            "[party.a]\nstakes = { i = 1 }\nvalues = { v = 3 }\n[interest.i]\n[value.v]\n",
            "[party.a]\nstakes = {}\nvalues = { v = 3 }\nculture = \"c\"\n[value.v]\n[culture.c]\nmodel = \"free\"\n",
            "[party.a]\nstakes = { i = 1 }\nvalues = { v = \"unknown\" }\nculture = \"c\"\n[interest.i]\n[value.v]\n[culture.c]\nmodel = \"free\"\nnow = { pace = 3 }\n",
        ],
        met: &[
            "[party.a]\nstakes = { i = 1 }\nvalues = { v = 3 }\nculture = \"c\"\n[interest.i]\n[value.v]\n[culture.c]\nmodel = \"free\"\nnow = { pace = 3 }\n",
        ],
        unknown: &[
            "[project]\nfocal = \"us\"\n[party.us]\n[party.unit]\npart-of = \"us\"\n[party.sky]\nkind = \"environment\"\n",
        ],
        not_here: &[],
    },
    Row {
        rule: "shared-goal",
        against: &[
            "[party.a]\nstakes = { i = 1 }\n[interest.i]\n",
            "[project]\nshared-goal = [\"i\"]\n[party.a]\nstakes = { i = 1 }\n[party.b]\nstakes = { i = -1 }\n[interest.i]\n",
            "[project]\nshared-goal = [\"i\"]\n[party.a]\nstakes = { j = 1 }\n[interest.i]\n[interest.j]\n",
            "[project]\nshared-goal = [\"i\", \"j\"]\n[party.a]\nstakes = { i = 2, j = -1 }\n[interest.i]\n[interest.j]\n",
        ],
        met: &[
            "[project]\nshared-goal = [\"i\", \"j\"]\n[party.a]\nstakes = { i = 1 }\n[party.b]\nstakes = { j = 1, i = 0 }\n[party.c]\n[interest.i]\n[interest.j]\n",
        ],
        unknown: &[
            "[project]\nshared-goal = [\"i\"]\n[party.a]\n[interest.i]\n",
            "[project]\nshared-goal = [\"i\"]\n[party.a]\nstakes = { i = \"unknown\", j = 1 }\n[interest.i]\n[interest.j]\n",
        ],
        not_here: &[],
    },
    Row {
        rule: "interests-mapped",
        against: &[
            "[project]\nfocal = \"us\"\n[party.us]\nstakes = { i = 1 }\n[party.a]\n[interest.i]\n",
            "[project]\nfocal = \"us\"\n[party.us]\n[party.a]\nstakes = { i = 1 }\n[interest.i]\n",
        ],
        met: &[
            "[project]\nfocal = \"us\"\n[party.us]\nstakes = { i = 1 }\n[party.a]\nstakes = { i = 1 }\n[interest.i]\n",
        ],
        unknown: &[
            "[party.a]\nstakes = { i = 1 }\n[interest.i]\n",
            "[project]\nfocal = \"us\"\n[party.us]\nstakes = { i = 1 }\n[interest.i]\n",
        ],
        not_here: &[],
    },
    Row {
        rule: "clashes-acknowledged",
        against: &[
            "[party.a]\nstakes = { i = 1 }\n[party.b]\nstakes = { i = -1 }\n[interest.i]\n",
            "[party.a]\nstakes = { i = 1, j = 1 }\n[interest.i]\nopposes = { j = 3 }\n[interest.j]\n",
        ],
        met: &[
            "[party.a]\nstakes = { i = 1 }\n[party.b]\nstakes = { i = -1 }\n[interest.i]\n[handbook]\nacknowledged = [{ kind = \"interest\", parties = [\"a\", \"b\"], over = \"i\" }]\n",
        ],
        unknown: &["[party.a]\nstakes = { i = 1 }\n[party.b]\nstakes = { i = 1 }\n[interest.i]\n"],
        not_here: &[],
    },
    Row {
        rule: "own-interests-disclosed",
        against: &[
            "[project]\nfocal = \"us\"\n[party.us]\nstakes = { i = { stance = 1, disclosed = false } }\n[interest.i]\n",
        ],
        met: &[
            "[project]\nfocal = \"us\"\n[party.us]\nstakes = { i = { stance = 1, disclosed = true } }\n[interest.i]\n",
        ],
        unknown: &[
            "[party.us]\nstakes = { i = { stance = 1, disclosed = true } }\n[interest.i]\n",
            "[project]\nfocal = \"us\"\n[party.us]\n",
            "[project]\nfocal = \"us\"\n[party.us]\nstakes = { i = 1, j = { stance = 1, disclosed = true } }\n[interest.i]\n[interest.j]\n",
        ],
        not_here: &[],
    },
    Row {
        rule: "residents-on-board",
        against: &["[party.a]\nkind = \"business\"\n"],
        met: &["[party.a]\nkind = \"residents\"\n[party.b]\n"],
        unknown: &["", "[party.a]\nkind = \"business\"\n[party.b]\n"],
        not_here: &[],
    },
    Row {
        rule: "cultures-mapped",
        against: &[
            "[party.a]\n",
            "[party.a]\nculture = \"c\"\n[party.x]\npart-of = \"a\"\nculture = \"c\"\npartner = false\n[party.y]\npart-of = \"a\"\npartner = false\n[culture.c]\nmodel = \"free\"\n",
        ],
        met: &[
            "[party.a]\nculture = \"c\"\npartner = true\n[party.x]\npart-of = \"a\"\n[culture.c]\nmodel = \"free\"\nnow = { pace = 3 }\n",
        ],
        unknown: &["", "[project]\nfocal = \"us\"\n[party.us]\n"],
        not_here: &[],
    },
    Row {
        rule: "equal-and-trusting",
        against: &[
            "[party.a]\ntrusts = { b = 2 }\ndepends-on = {}\n[party.b]\ntrusts = { a = 4 }\ndepends-on = {}\n",
            "[party.a]\ntrusts = { b = 4 }\ndepends-on = { b = [{ resource = \"grid\", importance = 5, substitutability = 1 }] }\n[party.b]\ntrusts = { a = 4 }\ndepends-on = {}\n",
        ],
        met: &["[party.a]\ntrusts = { b = 4 }\ndepends-on = {}\n[party.b]\ntrusts = { a = 3 }\ndepends-on = {}\n"],
        unknown: &[
            "[party.a]\ndepends-on = {}\n",
            "[party.a]\ntrusts = { b = 4 }\ndepends-on = {}\n[party.b]\ndepends-on = {}\n",
            "[party.a]\ntrusts = { b = 4 }\ndepends-on = {}\n[party.b]\ntrusts = { a = 4 }\n",
            "[party.a]\ntrusts = { b = 4 }\ndepends-on = { b = [{ resource = \"grid\", importance = 5 }] }\n[party.b]\ntrusts = { a = 4 }\ndepends-on = {}\n",
        ],
        not_here: &[],
    },
    Row {
        rule: "culture-activity",
        against: &[
            "[party.a]\nculture = \"c\"\n[party.b]\nculture = \"d\"\n[culture.c]\nmodel = \"free\"\nnow = { pace = 1 }\n[culture.d]\nmodel = \"free\"\nnow = { pace = 5 }\n",
        ],
        met: &[
            "[party.a]\nculture = \"c\"\n[party.b]\nculture = \"d\"\n[culture.c]\nmodel = \"free\"\nnow = { pace = 1 }\n[culture.d]\nmodel = \"free\"\nnow = { pace = 5 }\n[handbook]\nactivities = [{ name = \"evening\", surfaces-culture = true }]\n",
        ],
        unknown: &[
            "",
            "[party.a]\nculture = \"c\"\n[party.b]\n[culture.c]\nmodel = \"free\"\nnow = { pace = 1 }\n",
            "[party.a]\nculture = \"c\"\n[party.b]\nculture = \"d\"\n[culture.c]\nmodel = \"free\"\nnow = { pace = 1 }\n[culture.d]\nmodel = \"bipolar\"\nnow = { loose-tight = 5 }\n",
        ],
        not_here: &[
            "[party.a]\nculture = \"c\"\n[party.b]\nculture = \"d\"\n[culture.c]\nmodel = \"free\"\nnow = { pace = 4 }\n[culture.d]\nmodel = \"free\"\nnow = { pace = 4 }\n",
        ],
    },
    Row {
        rule: "partners-nearby",
        against: &["[project]\nlocation = [52.0, 6.0]\n[party.a]\nlocation = [52.0, 7.0]\n[party.b]\n"],
        met: &["[project]\nlocation = [52.0, 6.0]\n[party.a]\nlocation = [52.0, 6.1]\n"],
        unknown: &[
            "",
            "[party.a]\nlocation = [52.0, 6.1]\n",
            "[project]\nlocation = [52.0, 6.0]\n[party.a]\nlocation = [52.0, 6.1]\n[party.b]\n",
        ],
        not_here: &[],
    },
    Row {
        rule: "support-mapped",
        against: &[
            "",
            "[[support]]\nkind = \"official\"\nlevel = 3\nexample = \"x\"\n[[support]]\nkind = \"administrative\"\nlevel = 3\nexample = \"x\"\n[[support]]\nkind = \"residents\"\nlevel = 3\n",
            "[[support]]\nkind = \"official\"\nlevel = 3\nexample = \"x\"\n[[support]]\nkind = \"administrative\"\nlevel = 3\nexample = \" \"\n[[support]]\nkind = \"residents\"\nlevel = 3\nexample = \"x\"\n",
        ],
        met: &[
            "[[support]]\nkind = \"official\"\nlevel = 3\nexample = \"x\"\n[[support]]\nkind = \"administrative\"\nlevel = 3\nexample = \"x\"\n[[support]]\nkind = \"residents\"\nlevel = 3\nexample = \"x\"\n",
        ],
        unknown: &[],
        not_here: &[],
    },
    Row {
        rule: "roles-divided",
        against: &[
            "[party.a]\nresponsibilities = { formal = [] }\n",
            "[party.a]\nresponsibilities = { formal = [], informal = [] }\n[party.b]\n",
        ],
        met: &["[party.a]\nresponsibilities = { formal = [\"lamps\"], informal = [] }\n"],
        unknown: &[""],
        not_here: &[],
    },
    Row {
        rule: "field-size",
        against: &[
            "[party.a]\n",
            "[party.a]\n[party.b]\n[party.c]\n[party.d]\n[party.e]\n[party.f]\n[party.g]\n[party.h]\npart-of = \"a\"\n",
        ],
        met: &["[party.a]\n[party.b]\n[party.c]\n[party.d]\n[party.e]\n[party.f]\n[party.g]\n[party.h]\n"],
        unknown: &[""],
        not_here: &[],
    },
    Row {
        rule: "usual-voices",
        against: &[
            "[party.a]\nkind = \"environment\"\n[party.b]\nkind = \"society\"\n[party.c]\nkind = \"media\"\n",
            "[party.a]\nkind = \"environment\"\n[party.b]\nkind = \"society\"\n[party.c]\nkind = \"government\"\ntags = [\"competent-authority\"]\n",
            "[party.a]\ntags = [\"environment\", \"society\", \"media\", \"competent-authority\", \"umbrella\"]\n",
        ],
        met: &[
            "[party.a]\nkind = \"environment\"\n[party.b]\nkind = \"society\"\n[party.c]\nkind = \"media\"\ntags = [\"competent-authority\"]\n",
            "[party.a]\ntags = [\"milieu\", \"samenleving\", \"media\", \"bevoegd-gezag\", \"koepel\"]\numbrella-of = [\"b\"]\n[party.b]\n",
        ],
        unknown: &[""],
        not_here: &[],
    },
];

#[test]
fn each_rule_is_triggered_and_silenced_by_its_remedy() {
    let ids: Vec<&str> = ROWS.iter().map(|row| row.rule).collect();
    let shipped = rules();
    assert_eq!(shipped.iter().map(|r| r.id().as_str()).collect::<Vec<_>>(), ids);
    for row in ROWS {
        assert!(!row.against.is_empty() && !row.met.is_empty(), "{}", row.rule);
        let expected = [
            (row.against, State::NotMet),
            (row.met, State::Met),
            (row.unknown, State::CannotBeJudged),
            (row.not_here, State::NotApplicable),
        ];
        for (texts, state) in expected {
            for text in texts {
                let found = verdict(text, &near(25.0), row.rule);
                assert_eq!(found.state, state, "{}\n{text}\n{found:#?}", row.rule);
                let grounds = match state {
                    State::NotMet => &found.against,
                    State::CannotBeJudged => &found.missing,
                    _ => &found.in_favour,
                };
                assert!(!grounds.is_empty(), "{}: nothing said\n{text}", row.rule);
            }
        }
    }
}

#[test]
fn the_size_of_the_field_has_two_ends() {
    let parties = |n: usize| (0..n).map(|i| format!("[party.p{i}]\n")).collect::<String>();
    for (n, state, fact) in [
        (7, State::NotMet, "too-narrow"),
        (8, State::Met, "workable"),
        (22, State::Met, "workable"),
        (23, State::NotMet, "too-wide"),
    ] {
        let found = verdict(&parties(n), &ReviewOptions::new(), "field-size");
        assert_eq!(found.state, state, "{n}");
        let ground = &if state == State::Met { &found.in_favour } else { &found.against }[0];
        assert_eq!((ground.fact, ground.number), (fact, Some(f64::from(u32::try_from(n).unwrap()))));
    }
}

#[test]
fn who_is_not_counted_is_told() {
    let text = "[project]\nshared-goal = [\"i\"]\n[party.a]\nstakes = { i = 1 }\n[party.b]\n[interest.i]\n";
    let found = verdict(text, &ReviewOptions::new(), "shared-goal");
    assert_eq!((found.state, found.aside.len()), (State::Met, 1));
    assert_eq!((found.aside[0].fact, found.aside[0].elements[0].to_string().as_str()), ("not-counted", "party:b"));
}

#[test]
fn the_two_sides_of_a_clash_are_told() {
    let text =
        "[party.a]\nstakes = { i = 1 }\n[party.b]\nstakes = { i = 2 }\n[party.c]\nstakes = { i = -1 }\n[interest.i]\n";
    let found = verdict(text, &ReviewOptions::new(), "clashes-acknowledged");
    let told = |all: &[polder::model::Element]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
    let pairs: Vec<_> = found.against.iter().map(|g| (told(&g.elements), told(&g.facing), told(&g.over))).collect();
    let pair = |a: &str| (vec![a.to_owned()], vec!["party:c".to_owned()], vec!["interest:i".to_owned()]);
    assert_eq!(pairs, [pair("party:b"), pair("party:a")]);
}

#[cfg(feature = "report")]
#[test]
fn clashes_are_told_together_only_where_each_is_one() {
    use polder::report::{Format, Locale, of_review};
    let told = |text: &str| {
        let found = review(&model(text), &ReviewOptions::new());
        let out = of_review(&model(text), &Locale::builtin("en").unwrap(), &found).render(Format::Text);
        let lines = out.lines().filter_map(|l| l.trim().strip_prefix("- Not acknowledged yet: ").map(str::to_owned));
        lines.collect::<Vec<_>>()
    };
    let sides = "[party.a]\nstakes = { x = 2 }\n[party.b]\nstakes = { x = 2 }\n[party.c]\nstakes = { x = -2 }\n\
                 [party.d]\nstakes = { x = -2 }\n[interest.x]\n";
    assert_eq!(told(sides), ["a and b facing c and d, over x"]);
    let known = format!(
        "{sides}[handbook]\nacknowledged = [{{ kind = \"interest\", parties = [\"a\", \"c\"], over = \"x\" }}]\n"
    );
    assert_eq!(told(&known), ["a and b facing d, over x", "b facing c, over x"]);
    // Of two interests that oppose each other the sides are those of the stakes that clash.
    let inner = "[party.us]\nstakes = { x = 2, y = 2 }\n[party.them]\nstakes = { x = 1 }\n[party.third]\nstakes = { y = 2 }\n\
                 [interest.x]\nopposes = { y = 4 }\n[interest.y]\n";
    let mut all = told(inner);
    all.sort();
    assert_eq!(all, ["them facing us, over x and y", "us and them facing third, over x and y", "us, over x and y"]);
}

#[test]
fn every_pair_of_differing_cultures_is_told_the_farthest_first() {
    let culture = |id: &str, pace: u8| {
        format!("[party.{id}]\nculture = \"{id}\"\n[culture.{id}]\nmodel = \"free\"\nnow = {{ pace = {pace} }}\n")
    };
    let text = [culture("a", 1), culture("b", 5), culture("c", 3)].concat();
    let found = verdict(&text, &ReviewOptions::new(), "culture-activity");
    let pairs: Vec<String> = found.against.iter().map(|g| format!("{} {}", g.elements[0], g.facing[0])).collect();
    assert_eq!(pairs, ["party:a party:b", "party:a party:c", "party:b party:c"]);
}

#[test]
fn what_nobody_knows_is_not_met() {
    let culture = "[culture.c]\nmodel = \"free\"\nnow = { pace = 3 }\n[culture.d]\nmodel = \"free\"\n";
    let alike = "[party.a]\nculture = \"c\"\n[party.b]\nculture = \"c\"\n";
    for (rule, text, state) in [
        ("leadership-styles-known", "[member.a]\nstyle = { informal = 4 }\n[member.z]\n".to_owned(), State::CannotBeJudged),
        (
            "leader-tasks-fit",
            "[project]\nphase = \"start\"\n[task.t]\nphase = \"start\"\nleading = true\nroles = { broker = 1 }\n[task.u]\nleading = true\n\
             [member.a]\nroles = { broker = 4 }\ntasks = [\"t\"]\n"
                .to_owned(),
            State::CannotBeJudged,
        ),
        ("culture-activity", format!("{alike}{culture}"), State::NotApplicable),
        ("culture-activity", format!("{alike}[party.x]\n{culture}"), State::CannotBeJudged),
        ("cultures-mapped", format!("[party.a]\nculture = \"d\"\n{culture}"), State::NotMet),
        ("interests-mapped", "[project]\nfocal = \"u\"\n[party.u]\nstakes = { i = 1 }\n[party.a]\nstakes = { i = \"unknown\" }\n[interest.i]\n".to_owned(), State::NotMet),
        (
            "clashes-acknowledged",
            "[party.a]\nstakes = { i = 1 }\n[party.b]\nstakes = { i = -1 }\n[party.c]\nstakes = { i = \"unknown\" }\n[interest.i]\n[handbook]\n\
             acknowledged = [{ kind = \"interest\", parties = [\"a\", \"b\"], over = \"i\" }]\n"
                .to_owned(),
            State::CannotBeJudged,
        ),
        ("usual-voices", "[party.a]\ntags = [\"competent-authority\"]\n".to_owned(), State::CannotBeJudged),
        ("usual-voices", "[party.a]\ntags = [\"environment\", \"society\", \"media\", \"competent-authority\", \"umbrella\"]\numbrella-of = []\n".to_owned(), State::NotMet),
    ] {
        let found = verdict(&text, &near(25.0), rule);
        assert_eq!(found.state, state, "{rule}\n{text}\n{found:#?}");
    }
}

#[test]
fn our_own_town_hall_is_not_near_itself() {
    let text = "[project]\nfocal = \"u\"\nlocation = [52.0, 6.0]\n[party.u]\npartner = true\nlocation = [52.0, 6.0]\n[party.a]\n";
    assert_eq!(verdict(text, &near(25.0), "partners-nearby").state, State::CannotBeJudged);
}

#[test]
fn a_blank_explanation_is_none() {
    let text = "[party.a]\nkind = \"business\"\n[handbook]\nexplained = { residents-on-board = \" \" }\n";
    let found = verdict(text, &ReviewOptions::new(), "residents-on-board");
    assert_eq!((found.state, found.explanation), (State::NotMet, None));
}

#[test]
fn the_cut_of_trust_is_the_teams() {
    use polder::analysis::{Cut, Cuts, GridOptions, Settings};
    let text = "[party.a]\ntrusts = { b = 4 }\ndepends-on = {}\n[party.b]\ntrusts = { a = 4 }\ndepends-on = {}\n";
    let cut = |at| Settings::new().grid(GridOptions::new().cuts(Cuts::new().trust(Cut::at(at).unwrap())));
    let state = |at| verdict(text, &ReviewOptions::new().settings(cut(at)), "equal-and-trusting").state;
    assert_eq!((state(4.0), state(5.0)), (State::Met, State::NotMet));
}

#[test]
fn nearness_is_not_assumed() {
    let text = "[project]\nlocation = [52.0, 6.0]\n[party.a]\nlocation = [52.0, 6.0]\n";
    assert_eq!(verdict(text, &ReviewOptions::new(), "partners-nearby").state, State::CannotBeJudged);
}

#[test]
fn partners_are_those_marked_or_else_everybody_but_us_and_the_silent() {
    let head = "[project]\nfocal = \"us\"\n[party.us]\n[party.unit]\npart-of = \"us\"\n[party.deep]\npart-of = \"unit\"\n[party.press]\nkind = \"media\"\n[party.a]\n[party.b]\n";
    let named = |text: &str| -> Vec<String> {
        let found = verdict(text, &ReviewOptions::new(), "cultures-mapped");
        found.against.iter().flat_map(|g| &g.elements).map(ToString::to_string).collect()
    };
    assert_eq!(named(head), ["party:a", "party:b"]);
    assert_eq!(named(&format!("{head}partner = true\n")), ["party:b"]);
}

#[test]
fn an_explanation_is_reported_with_its_words_and_hides_nothing() {
    let text = "[party.a]\nkind = \"business\"\n[handbook]\nexplained = { residents-on-board = \"nobody lives there\", field-size = \"small on purpose\", unheard-of = \"x\" }\n";
    let found = review(&model(text), &ReviewOptions::new());
    let residents = found.of("residents-on-board").unwrap();
    assert_eq!((residents.state, residents.judged), (State::Explained, State::NotMet));
    assert_eq!(residents.explanation.as_deref(), Some("nobody lives there"));
    assert!(!residents.against.is_empty());
    assert_eq!(found.unused_explanations.iter().map(Slug::as_str).collect::<Vec<_>>(), ["unheard-of"]);
    // What is met needs no explanation.
    let found = verdict(&text.replace("business", "residents"), &ReviewOptions::new(), "residents-on-board");
    assert_eq!(found.state, State::Met);
    assert_eq!(found.explanation.as_deref(), Some("nobody lives there"));
}

fn english(words: &str) -> Text {
    Text::new(Language::new("en").unwrap(), words).unwrap()
}

#[test]
fn rules_are_switched_off_added_and_replaced() {
    let slug = |id: &str| Slug::new(id).unwrap();
    let own = |id: &str| {
        Rule::new(slug(id), english("Be dated."), english("Write a date."), |context| {
            match context.model().project().date {
                Some(_) => Judgement::new().in_favour("dated", []),
                None => Judgement::new().against("undated", []).number(1.0),
            }
        })
        .fact("undated", english("no date"))
    };
    let none = model("");
    let options = ReviewOptions::new().without(slug("field-size")).with(own("dated"));
    let found = review(&none, &options);
    assert_eq!(found.verdicts.len(), rules().len());
    assert!(found.of("field-size").is_none());
    let dated = found.of("dated").unwrap();
    assert_eq!(dated.state, State::NotMet);
    assert_eq!(dated.against[0].says.as_ref().and_then(|t| t.in_language("en")), Some("no date"));
    assert_eq!(dated.against[0].number, Some(1.0));
    let replaced = review(&none, &ReviewOptions::new().with(own("field-size")));
    assert_eq!(replaced.verdicts.len(), rules().len());
    assert_eq!(replaced.of("field-size").unwrap().state, State::NotMet);
    assert!(review(&none, &ReviewOptions::new().with(own("x")).without(slug("x"))).of("x").is_none());
}

#[test]
fn a_rule_of_ones_own_names_no_note_made_in_confidence() {
    let naming = Rule::new(Slug::new("naming").unwrap(), english("x"), english("y"), |context| {
        let notes = context.model().observations().map(|(id, _)| polder::model::Element::from(id));
        Judgement::new().against("seen", notes)
    });
    let text = "[observation.open]\nlayer = \"event\"\nstatement = \"s\"\n[observation.kept]\nlayer = \"event\"\nstatement = \"s\"\nprivate = true\n";
    let found = review(&model(text), &ReviewOptions::new().with(naming));
    let told: Vec<String> =
        found.of("naming").unwrap().against.iter().flat_map(|g| &g.elements).map(ToString::to_string).collect();
    assert_eq!(told, ["observation:open"]);
}

#[test]
fn what_says_nothing_cannot_be_judged() {
    let silent = Rule::new(Slug::new("silent").unwrap(), english("x"), english("y"), |_| Judgement::new());
    let found = review(&model(""), &ReviewOptions::new().with(silent));
    assert_eq!(found.of("silent").unwrap().state, State::CannotBeJudged);
}

#[test]
fn every_rule_has_words_in_both_languages() {
    for rule in rules() {
        let texts = [rule.asks(), rule.advice(), rule.decided_by().unwrap()];
        let texts = texts.into_iter().chain(rule.facts().values());
        for text in texts {
            for language in ["nl", "en"] {
                assert!(text.in_language(language).is_some(), "{}: {text:?}", rule.id());
            }
        }
        assert!(!rule.cites().is_empty());
    }
}

const STREET: &str = include_str!("../examples/models/slimme-straatverlichting.toml");

#[test]
fn the_street_lights_have_every_state() {
    let model = Model::try_from(Document::from_toml(STREET).unwrap()).unwrap();
    let found = review(&model, &ReviewOptions::new());
    for state in State::ALL {
        assert!(!found.in_state(*state).is_empty(), "{state}");
    }
}

#[cfg(feature = "report")]
#[test]
fn the_review_of_the_street_lights() {
    use polder::report::{Format, Locale, of_review};
    let model = Model::try_from(Document::from_toml(STREET).unwrap()).unwrap();
    let found = review(&model, &near(25.0));
    for lang in ["nl", "en"] {
        let report = of_review(&model, &Locale::builtin(lang).unwrap(), &found);
        assert_eq!(report.missing_words(), [""; 0]);
        insta::assert_snapshot!(format!("street-{lang}"), report.render(Format::Markdown));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_state_follows_from_its_grounds(model in analysis_model(), km in 0.0_f64..500.0) {
        for v in review(&model, &near(km)).verdicts {
            prop_assert!(v.explanation.is_some() || v.state == v.judged);
            match v.judged {
                State::NotMet => prop_assert!(!v.against.is_empty()),
                State::CannotBeJudged => prop_assert!(v.against.is_empty()),
                State::Met => prop_assert!(v.against.is_empty() && v.missing.is_empty() && !v.in_favour.is_empty()),
                State::NotApplicable => prop_assert!(v.against.is_empty() && v.missing.is_empty()),
                State::Explained => prop_assert!(false, "explained is no judgement"),
            }
            for ground in v.in_favour.iter().chain(&v.against).chain(&v.missing) {
                prop_assert!(ground.says.is_some(), "{}: no words for {}", v.rule, ground.fact);
            }
        }
    }

    #[test]
    fn knowing_less_never_meets_a_rule(model in analysis_model()) {
        // Without its parties nothing of them is known: no rule about them is met any more.
        let before = review(&model, &near(100.0));
        let gone = model.with(|m| {
            let all: Vec<_> = m.members().map(|(id, _)| id.clone()).collect();
            all.into_iter().try_for_each(|id| m.remove_member(&id).map(drop))
        });
        if let Ok(without) = gone {
            let after = review(&without, &near(100.0));
            for rule in ["leadership-styles-known", "leader-tasks-fit", "informal-leader-in-development", "planning-control-owner"] {
                prop_assert!(after.of(rule).unwrap().state != State::Met, "{rule} {:?}", before.of(rule));
            }
        }
    }
}
