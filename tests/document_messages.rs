//! Every problem and every warning, word for word.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]
#![cfg(all(feature = "toml", feature = "json"))]

use polder::Document;
use polder::document::{Code, Problem};
use polder::model::Model;

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|p| format!("{p} @{}\n", p.path)).collect()
}

fn problems(text: &str) -> String {
    match Document::from_toml(text) {
        Err(problems) => lines(problems.as_slice()),
        Ok(document) => {
            let resolved = document.resolve();
            assert_eq!(resolved.model.is_none(), !resolved.problems.is_empty());
            lines(&resolved.problems)
        }
    }
}

/// The problems of a body below two parties, `a` and `b`, an interest `i`, a value `v` and `w`.
fn body(text: &str) -> String {
    problems(&format!("polder = 1\n{text}\n[party.a]\n[party.b]\n[interest.i]\n[value.v]\n[value.w]\n"))
}

fn warnings(text: &str) -> String {
    let resolved = Document::from_toml(text).unwrap().resolve();
    assert_eq!(lines(&resolved.problems), "");
    lines(&resolved.warnings)
}

fn json(text: &str) -> String {
    match Document::from_json(text) {
        Err(problems) => lines(problems.as_slice()),
        Ok(document) => lines(&document.resolve().problems),
    }
}

#[test]
fn codes_are_unique_and_in_order() {
    let codes: Vec<&str> = Code::ALL.iter().map(|c| c.as_str()).collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(codes, sorted);
    assert!(Code::ALL.iter().all(|c| !c.title().is_empty() && c.is_warning() == c.as_str().starts_with('W')));
}

#[test]
fn syntax() {
    insta::assert_snapshot!(problems("polder = \n[party\nx = 1\nx = 2\ny = 'a\n"), @r###"
1:10 P001 string values must be quoted, expected literal string (write words in quotes: `"high"`) @
2:7 P001 unclosed table, expected `]` @
"###);
    insta::assert_snapshot!(problems("polder = 1\npolder = 1\n[party.a]\n[party.a]\n"), @r###"
2:1 P002 the key `polder` stands twice (keep one of the two) @
4:8 P002 the key `a` stands twice (keep one of the two) @
"###);
    insta::assert_snapshot!(json("{\"polder\": 1,\n \"é\": tru}"), @r###"2:10 P001 expected ident @"###);
    insta::assert_snapshot!(json("{\"polder\": 1"), @r###"1:12 P001 the text ends while parsing an object @"###);
    insta::assert_snapshot!(json("{\"polder\": 1} x"), @r###"1:15 P001 trailing characters @"###);
    insta::assert_snapshot!(json("{\"polder\": 1e999}"), @r###"1:16 P001 number out of range @"###);
    insta::assert_snapshot!(json("[1]"), @r###"P001 an object is expected at the top of the file @"###);
    insta::assert_snapshot!(json(r#"{"polder": 1, "party": {"a": {"power": 1, "power": 2}, "a": {}}, "claim": [{"id": "x", "id": "y"}]}"#), @r###"
party.a.power P002 the key `power` stands twice (keep one of the two) @party.a.power
party.a P002 the key `a` stands twice (keep one of the two) @party.a
claim[0].id P002 the key `id` stands twice (keep one of the two) @claim[0].id
claim[0] P009 the key `party` is missing @claim[0]
claim[0] P009 the key `kind` is missing @claim[0]
"###);
}

#[test]
fn versions() {
    insta::assert_snapshot!(problems("[party.a]\n"), @r###"1:1 P003 the format version is missing (write `polder = 1` at the top) @"###);
    insta::assert_snapshot!(problems("polder = \"1\"\n[party.a]\n"), @r###"1:10 P003 the format version must be a whole number (write `polder = 1` at the top) @polder"###);
    insta::assert_snapshot!(problems("polder = 0\n[party.a]\n"), @r###"1:10 P003 `0` is not a format version (write `polder = 1` at the top) @polder"###);
    insta::assert_snapshot!(problems("polder = -3\n[party.a]\npowr = 1\n"), @r###"
1:10 P003 `-3` is not a format version (write `polder = 1` at the top) @polder
3:1 P005 unknown key `powr` (did you mean `power`?) @party.a.powr
"###);
    insta::assert_snapshot!(problems("polder = 2\n[party.A]\nxyz = 1\n[newer.things]\n"), @r###"1:10 P004 this file has format version 2; this program reads version 1 (use a newer version of polder) @polder"###);
    insta::assert_snapshot!(json(r#"{"party": {"A": {"xyz": 1}}, "polder": 2}"#), @r###"polder P004 this file has format version 2; this program reads version 1 (use a newer version of polder) @polder"###);
    insta::assert_snapshot!(json(r#"{"party": {"a": {}}, "polder": 1.0}"#), @r###""###);
    insta::assert_snapshot!(json(r#"{"party": {"a": {}}, "polder": null}"#), @r###"polder P003 the format version must be a whole number (write `polder = 1` at the top) @polder"###);
}

#[test]
fn keys() {
    insta::assert_snapshot!(body("[party.c]\ninterest_level = 3\nnaam = \"x\"\nring = { actuel = \"co-decide\" }\n[interests.x]\n"), @r###"
3:1 P005 unknown key `interest_level` (did you mean `interest-level`?) @party.c.interest_level
4:1 P005 unknown key `naam` (known here: `name`, `kind`, `part-of`, `umbrella-of`, `power`, `interest-level`, `attitude`, `legitimacy`, `urgency`, `threat`, `cooperation`, `partner`, `sector`, `ring`, `engagement`, `culture`, `responsibilities`, `contact`, `location`, `stakes`, `values`, `trusts`, `influences`, `ties`, `depends-on`, `notes`, `tags`, `annotations`) @party.c.naam
5:10 P005 unknown key `actuel` (did you mean `actual`?) @party.c.ring.actuel
6:2 P005 unknown key `interests` (did you mean `interest`?) @interests
"###);
    insta::assert_snapshot!(body("[[claim]]\n[[belief]]\n[[comparison]]\n[[flow]]\n[[force]]\n[[support]]\n[observation.o]\n[culture.c]\n[handbook]\nacknowledged = [{}]\nactivities = [{}]\n[party.c]\ndepends-on = { a = [{}] }\n"), @r###"
2:1 P009 the key `party` is missing @claim[0]
2:1 P009 the key `kind` is missing @claim[0]
3:1 P009 the key `by` is missing @belief[0]
3:1 P009 the key `about` is missing @belief[0]
4:1 P009 the key `by` is missing @comparison[0]
4:1 P009 the key `a` is missing @comparison[0]
4:1 P009 the key `b` is missing @comparison[0]
4:1 P009 the key `ratio` is missing @comparison[0]
5:1 P009 the key `from` is missing @flow[0]
5:1 P009 the key `to` is missing @flow[0]
6:1 P009 the key `name` is missing @force[0]
6:1 P009 the key `side` is missing @force[0]
7:1 P009 the key `kind` is missing @support[0]
8:1 P009 the key `layer` is missing @observation.o
8:1 P009 the key `statement` is missing @observation.o
9:1 P009 the key `model` is missing @culture.c
11:17 P009 the key `kind` is missing @handbook.acknowledged[0]
11:17 P009 the key `parties` is missing @handbook.acknowledged[0]
12:15 P009 the key `name` is missing @handbook.activities[0]
14:21 P009 the key `resource` is missing @party.c.depends-on.a[0]
"###);
}

#[test]
fn types() {
    insta::assert_snapshot!(problems("polder = 1\nproject = 1\nparty = 2\nclaim = 3\n[interest.x]\nname = 1\nserves = \"x\"\ntags = [1]\nannotations = { a = 1 }\nnotes = true\n[member.m]\nparty = \"gone\"\n[[belief]]\nby = 1\nabout = 2026-01-01\nvalues = []\n"), @r###"
2:11 P006 a table is expected, not `1` @project
3:9 P006 a table with an entry for each party is expected, not `2` (write `[party.some-id]` above each) @party
4:9 P006 a list of tables is expected, not `3` (write `[[claim]]` above each) @claim
6:8 P006 a text is expected, not `1` @interest.x.name
7:10 P006 a list of ids of kind interest is expected, not the text `x` (write `["x"]`) @interest.x.serves
8:9 P006 a slug is expected, not `1` @interest.x.tags[0]
9:21 P006 a text is expected, not `1` @interest.x.annotations.a
10:9 P006 a text is expected, not `true` @interest.x.notes
14:6 P006 the id of a party is expected, not `1` @belief[0].by
15:9 P006 the id of a party is expected, not the date `2026-01-01` @belief[0].about
16:10 P006 a table by id of a value is expected, not a list @belief[0].values
"###);
    insta::assert_snapshot!(problems("polder = 1\n[project]\nlocation = 1\ndate = 3\nphase = []\n[party.p]\nlocation = [1]\npartner = \"yes\"\ncontact = 1\nresponsibilities = { formal = [1], informal = \"x\" }\nstakes = []\ndepends-on = { p = 1 }\n[party.q]\nlocation = [91, \"x\"]\npower = 2026-01-01\n[observation.o]\nlayer = \"event\"\nstatement = \"s\"\nvotes = 1.5\n[observation.q]\nlayer = \"event\"\nstatement = \"s\"\nvotes = -1\n[party]\nr = 1"), @r###"
3:12 P006 a location is expected, not `1` (write `[latitude, longitude]` in degrees) @project.location
4:8 P006 a date is expected, not `3` (write it as `2026-03-01`) @project.date
5:9 P006 a phase is expected, not a list (one of `start`, `development`, `scaling`) @project.phase
7:12 P006 a location is `[latitude, longitude]` in degrees @party.p.location
8:11 P006 `true` or `false` is expected, not the text `yes` @party.p.partner
9:11 P006 a table is expected, not `1` @party.p.contact
10:32 P006 a text is expected, not `1` @party.p.responsibilities.formal[0]
10:47 P006 a list of texts is expected, not the text `x` (write `["x"]`) @party.p.responsibilities.informal
11:10 P006 a table by id of an interest is expected, not a list (write `{ other = 1 }`) @party.p.stakes
12:16 P013 `p` depends on itself (leave it out, or name another in its place) @party.p.depends-on.p
12:20 P006 a list of resources is expected, not `1` @party.p.depends-on.p
14:13 P014 91 is off the scale of latitude: -90 to 90 @party.q.location[0]
14:17 P006 a number is expected, not the text `x` @party.q.location[1]
15:9 P006 a rating is expected, not the date `2026-01-01` (a rating is a number, a word, `{ low = 2, high = 4 }`, `{ score = 4, by = "anna" }` or a list of such tables) @party.q.power
19:9 P006 a whole number is expected, not `1.5` @observation.o.votes
23:9 P014 -1 is off the scale of a count: 0 to 4294967295 @observation.q.votes
25:5 P006 a party is expected, not `1` @party.r
"###);
    insta::assert_snapshot!(json(r#"{"polder": 1, "project": null, "party": {"a": null, "b": {"power": null, "name": null, "stakes": null, "tags": [null]}}}"#), @r###"
project P007 a table is expected, not a null (leave the key out: what is absent is unknown) @project
party.a P007 a party is expected, not a null (leave the key out: what is absent is unknown) @party.a
party.b.power P007 a rating is expected, not a null (leave the key out: what is absent is unknown) @party.b.power
party.b.name P007 a text is expected, not a null (leave the key out: what is absent is unknown) @party.b.name
party.b.stakes P007 a table by id of an interest is expected, not a null (leave the key out: what is absent is unknown) @party.b.stakes
party.b.tags[0] P007 a slug is expected, not a null (leave the key out: what is absent is unknown) @party.b.tags[0]
"###);
}

#[test]
fn words() {
    insta::assert_snapshot!(body("[project]\nphase = \"developement\"\n[member.m]\nroles = { mentr = 1, x = 9 }\nleads = [\"Start\"]\n[value.x]\nschwartz = { Power = 2 }\n"), @r###"
3:9 P010 `developement` is not a phase (did you mean `development`? known are `start`, `development`, `scaling`) @project.phase
5:11 P010 `mentr` is not a leadership role (did you mean `mentor`? known are `mentor`, `facilitator`, `innovator`, `broker`, `producer`, `director`, `coordinator`, `monitor`) @member.m.roles.mentr
5:22 P010 `x` is not a leadership role (known are `mentor`, `facilitator`, `innovator`, `broker`, `producer`, `director`, `coordinator`, `monitor`) @member.m.roles.x
5:26 P014 9 is off the scale of x: 1 to 5 (ratings of x run from 1 (lowest) to 5 (highest)) @member.m.roles.x
6:10 P010 `Start` is not a phase (did you mean `start`? known are `start`, `development`, `scaling`) @member.m.leads[0]
8:14 P010 `Power` is not a value of Schwartz's circle (did you mean `power`? known are `self-direction`, `stimulation`, `hedonism`, `achievement`, `power`, `security`, `conformity`, `tradition`, `benevolence`, `universalism`) @value.x.schwartz.Power
"###);
    insta::assert_snapshot!(body("[party.c]\npower = \"hihg\"\nattitude = \"high\"\nurgency = \"very-low\"\nthreat = \"\"\n"), @r###"
3:9 P015 `hihg` is not a word of the scale of power (did you mean `high`? known are `low`, `medium`, `high`, `laag`, `midden`, `hoog`, or a number from 1 to 5) @party.c.power
4:12 P015 `high` is not a word of the scale of attitude (known are `strongly-against`, `against`, `neutral`, `for`, `strongly-for`, `sterk-tegen`, `tegen`, `neutraal`, `voor`, `sterk-voor`, or a number from -2 to 2) @party.c.attitude
5:11 P015 `very-low` is not a word of the scale of urgency (known are `low`, `medium`, `high`, `laag`, `midden`, `hoog`, or a number from 1 to 5) @party.c.urgency
6:10 P015 `` is not a word of the scale of threat (known are `low`, `medium`, `high`, `laag`, `midden`, `hoog`, or a number from 1 to 5) @party.c.threat
"###);
}

#[test]
fn ids_and_references() {
    insta::assert_snapshot!(body("[party.\"Bewoners Noord\"]\npowr = 1\ntrusts = { \"Bewoners Noord\" = 1 }\n[party.\"12\"]\n[party.c]\npart-of = \"bewoners-noord\"\ntrusts = { \"Bewoners Noord\" = 1, aa = 2, i = 3, zzz = 4 }\ntags = [\"Not a slug\"]\n"), @r###"
2:8 P011 `Bewoners Noord` is not an id: it must start with a letter a-z (did you mean `bewoners-noord`?) @party."Bewoners Noord"
3:1 P005 unknown key `powr` (did you mean `power`?) @party."Bewoners Noord".powr
4:12 P013 `Bewoners Noord` trusts itself (leave it out, or name another in its place) @party."Bewoners Noord".trusts."Bewoners Noord"
5:8 P011 `12` is not an id: it must start with a letter a-z @party.12
8:34 P012 there is no party `aa` (did you mean `a`?) @party.c.trusts.aa
8:42 P012 there is no party `i` (there is an interest of this id; a party is expected here) @party.c.trusts.i
8:49 P012 there is no party `zzz` (known are `a`, `b`, `c`) @party.c.trusts.zzz
9:9 P011 `Not a slug` is not an id: it must start with a letter a-z (did you mean `not-a-slug`?) @party.c.tags[0]
"###);
    insta::assert_snapshot!(body("[project]\nfocal = \"i\"\nshared-goal = [\"a\", \"j\"]\n[handbook]\nacknowledged = [{ kind = \"interest\", parties = [\"a\", \"x\"], over = [\"i\", \"v\", \"ii\", \"a\"] }]\nexplained = { \"No\" = \"x\" }\n"), @r###"
3:9 P012 there is no party `i` (there is an interest of this id; a party is expected here) @project.focal
4:16 P012 there is no interest `a` (there is a party of this id; an interest is expected here) @project.shared-goal[0]
4:21 P012 there is no interest `j` (known are `i`) @project.shared-goal[1]
6:54 P012 there is no party `x` (known are `a`, `b`) @handbook.acknowledged[0].parties[1]
6:78 P012 there is no interest or value `ii` (did you mean `i`?) @handbook.acknowledged[0].over[2]
6:84 P012 there is no interest or value `a` (there is a party of this id; an interest or a value is expected here) @handbook.acknowledged[0].over[3]
7:15 P011 `No` is not an id: it must start with a letter a-z (did you mean `no`?) @handbook.explained.No
"###);
    insta::assert_snapshot!(body("[[claim]]\nid = \"x\"\nparty = \"a\"\nkind = \"captured\"\n[[claim]]\nid = \"x\"\nparty = \"a\"\nkind = \"missed\"\n[[claim]]\nid = \"X\"\nparty = \"a\"\nkind = \"missed\"\n"), @r###"
7:6 P026 there is another claim with the id `x` @claim[1].id
11:6 P011 `X` is not an id: it must start with a letter a-z (did you mean `x`?) @claim[2].id
"###);
    insta::assert_snapshot!(body("[party.c]\npower = { score = 1, by = \"member:m\" }\nthreat = { score = 1, by = \"party:A\" }\nurgency = { score = 1, by = \"who:m\" }\n"), @r###"
3:27 P012 there is no member `m` @party.c.power.by
4:28 P012 there is no party `A` (did you mean `a`?) @party.c.threat.by
5:29 P011 `who:m` is not an id: only a-z, 0-9 and hyphens may stand in it (did you mean `who-m`?) @party.c.urgency.by
"###);
    insta::assert_snapshot!(body("[party.c]\nname = \"c\"\n[partty.d]\n[party.e]\npart-of = \"d\"\n[[claim]]\nparty = \"d\"\nkind = \"missed\"\n"), @r###"4:2 P005 unknown key `partty` (did you mean `party`?) @partty"###);
}

#[test]
fn to_itself() {
    insta::assert_snapshot!(body("[party.c]\npart-of = \"c\"\numbrella-of = [\"c\"]\ntrusts = { c = 1 }\ninfluences = { c = 1 }\nties = { c = 1 }\ndepends-on = { c = [] }\n[interest.j]\nserves = [\"j\"]\nopposes = { j = 1 }\n[value.x]\ntensions = { x = 1 }\n[observation.o]\nlayer = \"event\"\nstatement = \"s\"\nbecause = [\"o\"]\n[[belief]]\nby = \"a\"\nabout = \"a\"\nvalues = { v = 1 }\n[[comparison]]\nby = \"a\"\na = \"v\"\nb = \"v\"\nratio = 1\n[[flow]]\nfrom = \"a\"\nto = \"a\"\n"), @r###"
3:11 P013 `c` is part of itself (leave it out, or name another in its place) @party.c.part-of
4:16 P013 `c` is the umbrella of itself (leave it out, or name another in its place) @party.c.umbrella-of[0]
5:12 P013 `c` trusts itself (leave it out, or name another in its place) @party.c.trusts.c
6:16 P013 `c` influences itself (leave it out, or name another in its place) @party.c.influences.c
7:10 P013 `c` has a tie with itself (leave it out, or name another in its place) @party.c.ties.c
8:16 P013 `c` depends on itself (leave it out, or name another in its place) @party.c.depends-on.c
10:11 P013 `j` serves itself (leave it out, or name another in its place) @interest.j.serves[0]
11:13 P013 `j` opposes itself (leave it out, or name another in its place) @interest.j.opposes.j
13:14 P013 `x` is in tension with itself (leave it out, or name another in its place) @value.x.tensions.x
17:12 P013 `o` is explained by itself (leave it out, or name another in its place) @observation.o.because[0]
20:9 P013 `a` believes something about itself (leave it out, or name another in its place) @belief[0].about
25:5 P013 `v` is compared with itself (leave it out, or name another in its place) @comparison[0].b
29:6 P013 `a` gives something to itself (leave it out, or name another in its place) @flow[0].to
"###);
}

#[test]
fn ratings() {
    insta::assert_snapshot!(body("[party.c]\npower = 7\nattitude = -3\nurgency = inf\nthreat = nan\nlegitimacy = 9223372036854775808\ncooperation = 1e300\ninterest-level = 0x1_0000_0000_0000_0000\n"), @r###"
3:9 P014 7 is off the scale of power: 1 to 5 (ratings of power run from 1 (lowest) to 5 (highest)) @party.c.power
4:12 P014 -3 is off the scale of attitude: -2 to 2 (ratings of attitude run from -2 (strongly against) to 2 (strongly for)) @party.c.attitude
5:11 P008 the number is not finite @party.c.urgency
6:10 P008 the number is not finite @party.c.threat
7:14 P014 9.223372036854776e18 is off the scale of legitimacy: 1 to 5 (ratings of legitimacy run from 1 (lowest) to 5 (highest)) @party.c.legitimacy
8:15 P014 1e300 is off the scale of cooperation: 1 to 5 (ratings of cooperation run from 1 (lowest) to 5 (highest)) @party.c.cooperation
9:18 P014 1.8446744073709552e19 is off the scale of interest-level: 1 to 5 (ratings of interest-level run from 1 (lowest) to 5 (highest)) @party.c.interest-level
"###);
    insta::assert_snapshot!(body("[party.c]\npower = []\nurgency = [3]\nthreat = { low = 4, mode = 2, high = 5 }\nlegitimacy = { score = 4, low = 1 }\ncooperation = { low = 1 }\ninterest-level = {}\nattitude = { scor = 1 }\nstakes = { i = { stance = 1, score = 2 } }\n"), @r###"
3:9 P017 a list of raters needs at least one (leave the key out, or write `"unknown"`) @party.c.power
4:12 P006 a table with the score of one rater is expected, not `3` (write `{ score = 4, by = "anna" }` for each rater) @party.c.urgency[0]
5:10 P016 the bounds of threat are not in order (write them as low ≤ mode ≤ high) @party.c.threat
6:14 P018 `score` does not go together with `low`, `mode` and `high` (a rating is a number, a word, `{ low = 2, high = 4 }`, `{ score = 4, by = "anna" }` or a list of such tables) @party.c.legitimacy
7:15 P018 `low` and `high` go together (a rating is a number, a word, `{ low = 2, high = 4 }`, `{ score = 4, by = "anna" }` or a list of such tables) @party.c.cooperation
8:18 P018 a rating needs a `score`, or `low` and `high` (a rating is a number, a word, `{ low = 2, high = 4 }`, `{ score = 4, by = "anna" }` or a list of such tables) @party.c.interest-level
9:14 P005 unknown key `scor` (did you mean `score`?) @party.c.attitude.scor
10:30 P005 unknown key `score` (known here: `stance`, `salience`, `position`, `said`, `disclosed`, `why`) @party.c.stakes.i.score
"###);
    insta::assert_snapshot!(body("[party.c]\npower = { score = 1, confidence = 2, by = 3 }\nurgency = [{ score = 9, by = \"a\" }, { low = \"high\", high = \"low\" }]\ninfluences = { a = 5 }\ndepends-on = { a = [{ resource = \"x\", importance = 0 }] }\n[interest.j]\nopposes = { i = 6 }\n[[comparison]]\nby = \"a\"\na = \"v\"\nb = \"w\"\nratio = 10\n[task.t]\nroles = { mentor = -1 }\n"), @r###"
3:35 P014 2 is off the scale of confidence: 0 to 1 @party.c.power.confidence
3:43 P006 the slug of a rater is expected, not `3` @party.c.power.by
4:22 P014 9 is off the scale of urgency: 1 to 5 (ratings of urgency run from 1 (lowest) to 5 (highest)) @party.c.urgency[0].score
4:37 P016 the bounds of urgency are not in order (write them as low ≤ high) @party.c.urgency[1]
5:20 P014 5 is off the scale of influence: 0 to 4 (ratings of influence run from 0 (lowest) to 4 (highest)) @party.c.influences.a
6:52 P014 0 is off the scale of importance: 1 to 5 (ratings of importance run from 1 (lowest) to 5 (highest)) @party.c.depends-on.a[0].importance
8:17 P014 6 is off the scale of opposition: 0 to 5 (ratings of opposition run from 0 (lowest) to 5 (highest)) @interest.j.opposes.i
13:9 P014 10 is off the scale of ratio: 1/9 to 9 (a ratio runs from `"1/9"`, far less important, over 1 to 9, far more important) @comparison[0].ratio
15:20 P014 -1 is off the scale of weight of a role: 0 to 1000 @task.t.roles.mentor
"###);
}

#[test]
fn wholes() {
    insta::assert_snapshot!(body("[party.c]\nties = { a = 1, b = \"neutral\" }\n[party.d]\nties = { c = 0 }\n[party.e]\nties = { d = \"for\", c = -1 }\n[party.f]\nties = { e = 1 }\n").as_str(), @"");
    insta::assert_snapshot!(problems("polder = 1\n[party.a]\nties = { b = \"for\" }\n[party.b]\nties = { a = 2 }\n"), @r###"5:14 P019 `a` states another value for its tie with `b` (a tie has no direction: state it once, or twice with the same value) @party.b.ties.a"###);
    insta::assert_snapshot!(body("[party.c]\npart-of = \"e\"\n[party.d]\npart-of = \"c\"\n[party.e]\npart-of = \"d\"\n[party.f]\npart-of = \"d\"\n[party.g]\npart-of = \"h\"\n[party.h]\npart-of = \"g\"\n"), @r###"
3:11 P020 parties are part of each other in a circle: c → e → d → c @party.c.part-of
11:11 P020 parties are part of each other in a circle: g → h → g @party.g.part-of
"###);
    insta::assert_snapshot!(body("[culture.x]\nmodel = \"competing-values\"\nnow = { clan = 50, adhocracy = 10, market = 15, hierarchy = 55 }\ndesired = { clan = 60, market = 41 }\n[culture.y]\nmodel = \"bipolar\"\nnow = { open-close = 3, clan = 9 }\n[culture.z]\nmodel = \"competing\"\nnow = { Clan = 300, x = [] }\n"), @r###"
4:7 P022 the points of the culture `x` add up to 130, not to 100 (divide 100 points over the four) @culture.x.now
5:11 P022 the points of the culture `x` add up to 101, not to 100 (divide 100 points over the four) @culture.x.desired
8:9 P021 `open-close` is not a dimension of bipolar (did you mean `open-closed`? known are `process-results`, `employee-job`, `parochial-professional`, `open-closed`, `loose-tight`, `normative-pragmatic`) @culture.y.now.open-close
8:25 P021 `clan` is not a dimension of bipolar (known are `process-results`, `employee-job`, `parochial-professional`, `open-closed`, `loose-tight`, `normative-pragmatic`) @culture.y.now.clan
10:9 P010 `competing` is not a culture model (known are `competing-values`, `bipolar`, `free`) @culture.z.model
11:9 P011 `Clan` is not an id: it must start with a letter a-z (did you mean `clan`?) @culture.z.now.Clan
11:25 P017 a list of raters needs at least one (leave the key out, or write `"unknown"`) @culture.z.now.x
"###);
    insta::assert_snapshot!(body("[[belief]]\nby = \"a\"\nabout = \"b\"\nvalues = { v = 1 }\n[[belief]]\nby = \"a\"\nabout = \"b\"\nvalues = { v = 1, w = 1 }\n"), @r###"9:12 P023 what `a` believes of `v` for `b` is stated twice, first in `belief[0]` @belief[1].values.v"###);
    insta::assert_snapshot!(body("[party.c]\ndepends-on = { a = [{ resource = \"x\" }, { resource = \"x\", importance = 1 }] }\n"), @r###"3:41 P027 the resource `x` is listed twice @party.c.depends-on.a[1]"###);
    insta::assert_snapshot!(body("[project]\ndate = 2026-03-01T10:00:00\n"), @r###"3:8 P024 `2026-03-01T10:00:00` is not a date (write a day of the calendar as `2026-03-01`) @project.date"###);
    insta::assert_snapshot!(body("[project]\ndate = \"2026-02-30\"\n"), @r###"3:8 P024 `2026-02-30` is not a date (write a day of the calendar as `2026-03-01`) @project.date"###);
    insta::assert_snapshot!(body("[project]\nscale = [5, 1]\nsigned = 0\ninfluence = [0]\nwords = 4\n[party.c]\npower = 99\nattitude = 99\ninfluences = { a = 99 }\nurgency = \"very-low\"\n"), @r###"
3:9 P025 `scale = [5, 1]` is not a scale: it takes 0 ≤ min < max ≤ 1000000 (write `[lowest, highest]`, as in `[1, 5]`) @project.scale
4:10 P025 `signed = 0` is not a scale: it takes a whole number from 1 to 1000000 (write the highest level: with `signed = 2`, ratings run from -2 to 2) @project.signed
5:13 P025 a scale has two bounds (write `[lowest, highest]`) @project.influence
6:9 P025 there is no set of 4 words (write `words = 3` or `words = 5`) @project.words
"###);
    insta::assert_snapshot!(body("[project]\nscale = \"1-5\"\nsigned = 2.5\ninfluence = [0, \"x\"]\nwords = \"3\"\n"), @r###"
3:9 P006 a scale is expected, not the text `1-5` (write `[lowest, highest]`) @project.scale
4:10 P006 a whole number is expected, not `2.5` @project.signed
5:17 P006 a whole number is expected, not the text `x` @project.influence[1]
6:9 P006 `3` or `5` is expected, not the text `3` @project.words
"###);
}

#[test]
fn warned() {
    insta::assert_snapshot!(warnings("polder = 1\n"), @r###"1:1 W006 the file has no parties (write `[party.some-id]` above each party) @polder"###);
    insta::assert_snapshot!(warnings("polder = 1\n[party]\n"), @r###"1:1 W006 the file has no parties (write `[party.some-id]` above each party) @polder"###);
    insta::assert_snapshot!(warnings("polder = 1\n[party.a]\nname = \"Town \"\n[party.b]\nname = \"TOWN\"\n[interest.i]\nname = \"town\"\n[[force]]\nname = \"x\"\nside = \"driving\"\n[[force]]\nname = \"X\"\nside = \"driving\"\n"), @r###"
5:8 W001 the name `TOWN` is also that of the party `a` @party.b.name
12:8 W001 the name `X` is also that of another force @force[1].name
"###);
    insta::assert_snapshot!(warnings("polder = 1\n[party.a]\nname = \"a\\u202eb\"\n[party.b]\nname = \"a\\u0007\\nb\\tc\"\n"), @r###"
3:8 W002 the name `a\u{202e}b` has the character U+202E in it (characters that steer text, break lines or take no room are not seen by readers) @party.a.name
5:8 W002 the name `a\u{7}\nb\tc` has the character U+0007 in it (characters that steer text, break lines or take no room are not seen by readers) @party.b.name
"###);
    insta::assert_snapshot!(warnings("polder = 1\n[party.a]\nstakes = { i = 1, j = { stance = 1, salience = 2 } }\n[party.b]\nstakes = { i = { stance = 2 } }\n[interest.i]\n[interest.j]\n"), @r###"3:16 W003 this stake has no salience, and others have one (give each stake a `salience`, or none; `"unknown"` says that it is not known) @party.a.stakes.i"###);
    insta::assert_snapshot!(warnings("polder = 1\n[party.a]\npower = { score = 1, by = \"a\" }\nthreat = { score = 1, by = \"member:a\" }\n[member.a]\n"), @r###"3:27 W004 `a` is both a member and a party; the member is meant (write `member:a` or `party:a`) @party.a.power.by"###);
    insta::assert_snapshot!(warnings("polder = 1\n[party.a]\nsector = \"suplier\"\nring = { actual = \"the-table\" }\n"), @r###"
3:10 W005 `suplier` is a sector of your own (did you mean `supplier`? shipped are `decider`, `supplier`, `executor`, `user`) @party.a.sector
4:19 W005 `the-table` is a ring of your own (shipped are `be-informed`, `co-think`, `co-operate`, `co-decide`) @party.a.ring.actual
"###);
}

#[test]
fn long_and_odd_words_are_cut_and_escaped() {
    insta::assert_snapshot!(problems(&format!("polder = 1\n[party.a]\n\"{}\" = 1\n\"x\\u202ey\\n\" = 2\n", "long".repeat(100))), @r###"
3:1 P005 unknown key `longlonglonglonglonglonglonglonglonglonglonglonglonglonglong…` (known here: `name`, `kind`, `part-of`, `umbrella-of`, `power`, `interest-level`, `attitude`, `legitimacy`, `urgency`, `threat`, `cooperation`, `partner`, `sector`, `ring`, `engagement`, `culture`, `responsibilities`, `contact`, `location`, `stakes`, `values`, `trusts`, `influences`, `ties`, `depends-on`, `notes`, `tags`, `annotations`) @party.a.longlonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglong…
4:1 P005 unknown key `x\u{202e}y\n` (known here: `name`, `kind`, `part-of`, `umbrella-of`, `power`, `interest-level`, `attitude`, `legitimacy`, `urgency`, `threat`, `cooperation`, `partner`, `sector`, `ring`, `engagement`, `culture`, `responsibilities`, `contact`, `location`, `stakes`, `values`, `trusts`, `influences`, `ties`, `depends-on`, `notes`, `tags`, `annotations`) @party.a."x\u{202e}y\n"
"###);
}

#[test]
fn lists_end() {
    let mut text = String::from("polder = 1\n[party.a]\n");
    for i in 0..1002 {
        text.push_str(&format!("x{i} = 1\n"));
    }
    let resolved = Document::from_toml(&text).unwrap().resolve();
    assert_eq!(resolved.problems.len(), 1001);
    insta::assert_snapshot!(resolved.problems.last().unwrap(), @r###"P099 2 more problems that are not listed"###);
}

#[test]
fn problems_are_data() {
    let document = Document::from_toml("polder = 1\n[party.a]\npower = 7\n").unwrap();
    let problems = Model::try_from(document).unwrap_err();
    insta::assert_snapshot!(serde_json::to_string(&problems).unwrap(), @r###"[{"code":"P014","message":"7 is off the scale of power: 1 to 5","help":"ratings of power run from 1 (lowest) to 5 (highest)","path":"party.a.power","span":{"start":29,"end":30},"position":{"line":3,"column":9}}]"###);
}

#[test]
fn every_way_to_write_a_rating() {
    let text = "polder = 1\n[party.a]\npower = { low = 1, high = \"high\", by = \"b\", why = \"x\" }\nthreat = \"onbekend\"\nurgency = [{ score = \"unknown\" }, { low = 1, mode = 2, high = 3, confidence = 0.5 }]\nstakes = { i = { low = 0, high = 1 }, j = {}, k = [{ score = 1 }], l = { why = \"x\" } }\ninfluences = {}\n[party.b]\ndepends-on = { a = [] }\nties = { a = \"tegen\" }\n[interest.i]\n[interest.j]\n[interest.k]\n[interest.l]\n";
    let model = Model::try_from(Document::from_toml(text).unwrap()).unwrap();
    insta::assert_snapshot!(Document::from(&model).to_toml(), @r###"
polder = 1

[party.a]
power = { low = 1, high = "high", by = "b", why = "x" }
urgency = [
  { score = "unknown" },
  { low = 1, mode = 2, high = 3, confidence = 0.5 },
]
threat = "unknown"
stakes = { i = { low = 0, high = 1 }, j = {}, k = [{ score = 1 }], l = { why = "x" } }
influences = {}
ties = { b = "tegen" }

[party.b]
depends-on = {}

[interest.i]

[interest.j]

[interest.k]

[interest.l]
"###);
    assert_eq!(Model::try_from(Document::from(&model)).unwrap(), model);
    insta::assert_snapshot!(Document::from(&model).to_json(), @r###"
{
  "polder": 1,
  "party": {
    "a": {
      "power": {
        "low": 1,
        "high": "high",
        "by": "b",
        "why": "x"
      },
      "urgency": [
        {
          "score": "unknown"
        },
        {
          "low": 1,
          "mode": 2,
          "high": 3,
          "confidence": 0.5
        }
      ],
      "threat": "unknown",
      "stakes": {
        "i": {
          "low": 0,
          "high": 1
        },
        "j": {},
        "k": [
          {
            "score": 1
          }
        ],
        "l": {
          "why": "x"
        }
      },
      "influences": {},
      "ties": {
        "b": "tegen"
      }
    },
    "b": {
      "depends-on": {}
    }
  },
  "interest": {
    "i": {},
    "j": {},
    "k": {},
    "l": {}
  }
}
"###);
}

#[test]
fn ids_are_written_where_they_say_something() {
    let claim = |id: &str, s: &str| format!("[[claim]]\n{id}party = \"a\"\nkind = \"missed\"\nstatement = \"{s}\"\n");
    let text =
        format!("polder = 1\n[party.a]\n{}{}{}", claim("id = \"claim-1\"\n", "z"), claim("", "y"), claim("", "x"));
    let model = Model::try_from(Document::from_toml(&text).unwrap()).unwrap();
    let ids: Vec<String> = model.claims().map(|(id, c)| format!("{id} {}", c.statement.as_ref().unwrap())).collect();
    assert_eq!(ids, ["claim-1 z", "claim-2 x", "claim-3 y"]);
    let written = Document::from(&model);
    assert_eq!(written.to_toml().matches("id = ").count(), 3);
    assert_eq!(Model::try_from(written).unwrap(), model);
    let text =
        format!("polder = 1\n[party.a]\n{}{}", claim("id = \"claim-2\"\n", "z"), claim("id = \"claim-1\"\n", "y"));
    let model = Model::try_from(Document::from_toml(&text).unwrap()).unwrap();
    assert_eq!(Document::from(&model).to_toml().matches("id = ").count(), 0);
}

const FAULTY: &str = "polder = 1
[project]
date = 2026-13-40
[party.a]
name = \"A
powr = 1
urgency = 9
[party.b]
trusts = { c = 1 }
[party.a]
threat = 7
";

#[test]
fn faults_do_not_hide_other_problems() {
    insta::assert_snapshot!(problems(FAULTY), @r###"
3:8 P001 invalid date, expected month between 01 and 12 (write a day of the calendar: `2026-03-01`) @
5:10 P001 invalid basic string, expected `"` @
6:1 P005 unknown key `powr` (did you mean `power`?) @party.a.powr
7:11 P014 9 is off the scale of urgency: 1 to 5 (ratings of urgency run from 1 (lowest) to 5 (highest)) @party.a.urgency
9:12 P012 there is no party `c` (known are `a`, `b`) @party.b.trusts.c
10:8 P002 the key `a` stands twice (keep one of the two) @
11:10 P014 7 is off the scale of threat: 1 to 5 (ratings of threat run from 1 (lowest) to 5 (highest)) @party.a.threat
"###);
    let document = Document::from_toml(FAULTY).unwrap();
    assert_eq!(Model::try_from(&document).unwrap_err().as_slice(), document.resolve().problems);
    insta::assert_snapshot!(json(r#"{"polder": 1, "party": {"a": {"power": 1, "power": 9, "powr": 2}, "b": {"trusts": {"c": 7}}, "b": {}}}"#), @r###"
party.a.power P002 the key `power` stands twice (keep one of the two) @party.a.power
party.b P002 the key `b` stands twice (keep one of the two) @party.b
party.a.powr P005 unknown key `powr` (did you mean `power`?) @party.a.powr
party.b.trusts.c P012 there is no party `c` (known are `a`, `b`) @party.b.trusts.c
party.b.trusts.c P014 7 is off the scale of trust: 1 to 5 (ratings of trust run from 1 (lowest) to 5 (highest)) @party.b.trusts.c
"###);
    insta::assert_snapshot!(json("{\"polder\": 1,\n \"party\": {\"a\":\n {\"powr\": 2}}, \"polder\": 2}"), @r###"
polder P002 the key `polder` stands twice (keep one of the two) @polder
party.a.powr P005 unknown key `powr` (did you mean `power`?) @party.a.powr
"###);
    // Faults alone are enough to refuse it, and a newer version says nothing else.
    let twice = Document::from_toml("polder = 1\n[party.a]\npower = 3\npower = 3\n").unwrap();
    assert!(twice.resolve().model.is_none() && Model::try_from(twice).is_err());
    insta::assert_snapshot!(problems("polder = 2\n[party.a]\npower = 3\npower = 9\nx = 'a\n"), @r###"1:10 P004 this file has format version 2; this program reads version 1 (use a newer version of polder) @polder"###);
}

#[test]
fn faults_do_not_make_other_problems() {
    // What a faulty line holds is a guess, and a key on it may be the one that is missing.
    insta::assert_snapshot!(body("[party.c]\nties = { a = \"for\" }\n[party.d]\nties = { c = 1 }\n[[claim]]\nparty = \"a\"\nkind = \"missed\nvalue = \"x\"\n[[claim]]\nparty = \"a\"\n"), @r###"
8:15 P001 invalid basic string, expected `"` @
9:9 P012 there is no value `x` (known are `v`, `w`) @claim[0].value
10:1 P009 the key `kind` is missing @claim[1]
"###);
    insta::assert_snapshot!(problems("polder = '1\n[party.a]\npower = 9\n"), @r###"
1:12 P001 invalid literal string, expected `'` @
3:9 P014 9 is off the scale of power: 1 to 5 (ratings of power run from 1 (lowest) to 5 (highest)) @party.a.power
"###);
    insta::assert_snapshot!(problems("polder 1\n[party.a]\npower = 9\n"), @r###"
1:8 P001 key with no value, expected `=` @
3:9 P014 9 is off the scale of power: 1 to 5 (ratings of power run from 1 (lowest) to 5 (highest)) @party.a.power
"###);
    insta::assert_snapshot!(problems("polder = 1\n[party.a]\ntrusts = { b = 1 }\nthis is a remark\nurgency: 3\npower = 9\n[party.b]\ndate = 2026-13-40\n"), @r###"
4:6 P001 key with no value, expected `=` @
5:10 P001 key with no value, expected `=` @
6:9 P014 9 is off the scale of power: 1 to 5 (ratings of power run from 1 (lowest) to 5 (highest)) @party.a.power
8:8 P001 invalid date, expected month between 01 and 12 (write a day of the calendar: `2026-03-01`) @
"###);
    insta::assert_snapshot!(problems("polder = 1\n[party.a]\ntrusts = { b = 1 }\n[party.]\npower = 9\n"), @r###"4:8 P001 unquoted keys cannot be empty, expected letters, numbers, `-… @"###);
    insta::assert_snapshot!(problems("polder = 1\n[project]\nsigned = 04\n[party.a]\nattitude = 4\n"), @r###"3:10 P001 unexpected leading zero, expected nothing (write the number without zeros in front) @"###);
    insta::assert_snapshot!(problems("polder = 1\n[[claim]]\nparty = \"b\"\nkind = \"missed\"\n[claim]\nparty = 3\n[party.A]\n[party.A]\n"), @r###"
5:2 P002 the key `claim` stands twice (keep one of the two) @
8:8 P002 the key `A` stands twice (keep one of the two) @
8:8 P011 `A` is not an id: it must start with a letter a-z (did you mean `a`?) @party.A
"###);
    insta::assert_snapshot!(problems("polder = 1\n[party.a]\nties = { b = 1 }\n[party.b]\nties.a = 02\n"), @r###"5:10 P001 unexpected leading zero, expected nothing (write the number without zeros in front) @"###);
    insta::assert_snapshot!(problems("{\"polder\": 1}"), @r###"P001 this is not TOML (it looks like JSON: read it as JSON, or name the file `.json`) @"###);
}

#[test]
fn whole_numbers_may_have_a_decimal_point() {
    let text = r#"{"polder": 1.0, "project": {"scale": [1.0, 7.0], "signed": 3.0, "words": 5.0}, "party": {"a": {"power": 7, "attitude": 3, "urgency": "very-low"}}, "observation": {"o": {"layer": "event", "statement": "s", "votes": 2.0}}}"#;
    insta::assert_snapshot!(json(text), @"");
    insta::assert_snapshot!(json(r#"{"polder": 18446744073709551615, "x": 1}"#), @r###"polder P004 this file has format version 1.8446744073709552e19; this program reads version 1 (use a newer version of polder) @polder"###);
    insta::assert_snapshot!(json(r#"{"polder": 1.5, "x": 1}"#), @r###"polder P004 this file has format version 1.5; this program reads version 1 (use a newer version of polder) @polder"###);
    insta::assert_snapshot!(problems("polder = 9223372036854775808\nx = 1\n"), @r###"1:10 P004 this file has format version 9.223372036854776e18; this program reads version 1 (use a newer version of polder) @polder"###);
    insta::assert_snapshot!(problems("polder = 0.5\n"), @r###"1:10 P003 the format version must be a whole number (write `polder = 1` at the top) @polder"###);
}

#[test]
fn numbers_of_other_crates_features_are_numbers() {
    // What the reader sees when any crate switches on `serde_json/arbitrary_precision`; without it, it is a table like any.
    let text = r#"{"polder": {"$serde_json::private::Number": "1"}, "party": {"a": {"location": [{"$serde_json::private::Number": "52.2"}, 4], "power": {"$serde_json::private::Number": "9"}}}}"#;
    insta::assert_snapshot!(json(text), @r###"party.a.power P014 9 is off the scale of power: 1 to 5 (ratings of power run from 1 (lowest) to 5 (highest)) @party.a.power"###);
}

#[test]
fn a_tie_stated_by_both_keeps_every_judgement() {
    let tie = |a: &str, b: &str| {
        let text = format!("polder = 1\n[party.a]\nties = {{ b = {a} }}\n[party.b]\nties = {{ a = {b} }}\n");
        let other = format!("polder = 1\n[party.b]\nties = {{ a = {b} }}\n[party.a]\nties = {{ b = {a} }}\n");
        let model = Model::try_from(Document::from_toml(&text).unwrap()).unwrap();
        assert_eq!(model, Model::try_from(Document::from_toml(&other).unwrap()).unwrap());
        let written = Document::from(&model).to_toml();
        assert_eq!(model, Model::try_from(Document::from_toml(&written).unwrap()).unwrap());
        written.split("ties = ").nth(1).unwrap().split("\n\n").next().unwrap().trim().to_owned()
    };
    let anna = "{ score = 1, by = \"anna\" }";
    let bob = "{ score = 1, by = \"bob\" }";
    assert_eq!(tie(anna, anna), format!("{{ b = {anna} }}"));
    assert_eq!(tie("1", anna), format!("{{ b = {anna} }}"));
    assert_eq!(tie(bob, anna), format!("{{ b = [{bob}, {anna}] }}"));
    assert_eq!(tie(&format!("[{anna}]"), bob), format!("{{ b = [{anna}, {bob}] }}"));
    assert_eq!(tie("\"unknown\"", "1"), "{ b = 1 }");
    assert_eq!(
        tie("1", "{ score = \"unknown\", by = \"anna\" }"),
        "{ b = [{ score = \"unknown\", by = \"anna\" }, { score = 1 }] }"
    );
}

#[test]
fn misspelt_keys_do_not_make_other_problems() {
    insta::assert_snapshot!(problems("polder = 1\n[project]\nscal = [1, 10]\nsignd = 5\n[party.a]\npower = 9\nattitude = 4\ninfluences = { b = 9 }\n[party.b]\n"), @r###"
3:1 P005 unknown key `scal` (did you mean `scale`?) @project.scal
4:1 P005 unknown key `signd` (did you mean `signed`?) @project.signd
8:20 P014 9 is off the scale of influence: 0 to 4 (ratings of influence run from 0 (lowest) to 4 (highest)) @party.a.influences.b
"###);
    insta::assert_snapshot!(problems("polder = 1\n[projct]\nscale = [1, 10]\nwords = 5\n[party.a]\npower = 9\nattitude = 4\nurgency = \"very-high\"\n"), @r###"
2:2 P005 unknown key `projct` (did you mean `project`?) @projct
7:12 P014 4 is off the scale of attitude: -2 to 2 (ratings of attitude run from -2 (strongly against) to 2 (strongly for)) @party.a.attitude
"###);
    insta::assert_snapshot!(problems("poldr = 1\n[party.a]\ninterest = 3\n"), @r###"
1:1 P005 unknown key `poldr` (did you mean `polder`?) @poldr
3:1 P005 unknown key `interest` (did you mean `interest-level`?) @party.a.interest
"###);
    let resolved = Document::from_toml("polder = 1\n[partty.a]\n").unwrap().resolve();
    assert_eq!(lines(&resolved.warnings), "");
}

#[test]
fn names_and_raters_are_warned_of() {
    insta::assert_snapshot!(warnings("polder = 1\n[party.a]\nname = \"a\\u200bb\"\n[party.b]\nname = \"a\\nb\"\n[party.c]\nname = \" \\ufeff\"\n[party.d]\nname = \"\"\n"), @r###"
3:8 W002 the name `a\u{200b}b` has the character U+200B in it (characters that steer text, break lines or take no room are not seen by readers) @party.a.name
5:8 W002 the name `a\nb` has the character U+000A in it (characters that steer text, break lines or take no room are not seen by readers) @party.b.name
7:8 W007 this name has nothing in it (leave the key out: the id is shown in place of a name) @party.c.name
9:8 W007 this name has nothing in it (leave the key out: the id is shown in place of a name) @party.d.name
"###);
    insta::assert_snapshot!(warnings("polder = 1\n[party.a]\npower = [{ score = 1, by = \"a\" }, { score = 2, by = \"party:a\" }, { score = 2, by = \"x\" }, { score = 2 }, { score = 2 }]\n"), @r###"3:35 W008 `party:a` stands twice in this list of raters (each judgement counts, so this rater weighs double: keep one of the two) @party.a.power[1]"###);
    insta::assert_snapshot!(warnings("polder = 1\n[party.a]\n[value.v]\n[value.w]\n[[comparison]]\nby = \"a\"\na = \"v\"\nb = \"w\"\nratio = 2\n[[comparison]]\nby = \"a\"\na = \"v\"\nb = \"w\"\nratio = 3\n[[comparison]]\nby = \"a\"\na = \"v\"\nb = \"w\"\nratio = \"1/2\"\n"), @r###"19:9 W010 `a` puts `w` above `v` here, and `v` above `w` in `comparison[0]` (both count, as their geometric mean: ask which of the two holds, and keep that one) @comparison[2].ratio"###);
    let text = "polder = 1\n[project]\nname = \" \"\n[party.a]\nname = \"  \"\n";
    let model = Model::try_from(Document::from_toml(text).unwrap()).unwrap();
    let a = polder::id::PartyId::new("a").unwrap();
    assert_eq!(model.label(&(&a).into()), "a");
    assert_eq!(model.label(&polder::model::Element::Project), "project");
}

#[test]
fn ratios_may_be_fractions() {
    let ratio = |r: &str| body(&format!("[[comparison]]\nby = \"a\"\na = \"v\"\nb = \"w\"\nratio = {r}\n"));
    assert_eq!(ratio("\"1/3\"") + &ratio("\"1/9\"") + &ratio("\"1/1\""), "");
    insta::assert_snapshot!(ratio("0.1") + &ratio("\"1/10\""), @r###"
6:9 P014 0.1 is off the scale of ratio: 1/9 to 9 (swap `a` and `b` and write the inverse, at most 9; or write `"1/9"`) @comparison[0].ratio
6:9 P006 a number is expected, not the text `1/10` @comparison[0].ratio
"###);
    let text = "polder = 1\n[party.a]\n[value.v]\n[value.w]\n[[comparison]]\nby = \"a\"\na = \"v\"\nb = \"w\"\nratio = \"1/3\"\n";
    let third = |m: &Model| m.comparisons().next().unwrap().1.ratio.get();
    let model = Model::try_from(Document::from_toml(text).unwrap()).unwrap();
    assert_eq!(third(&model).to_bits(), (1.0_f64 / 3.0).to_bits());
}

#[test]
fn helps_say_what_to_write() {
    insta::assert_snapshot!(body("[interest.j]\nopposes = [\"i\"]\n[party.c]\nstakes = [\"i\"]\ndepends-on = [\"a\"]\n"), @r###"
3:11 P006 a table by id of an interest is expected, not a list (write `{ other = 3 }`) @interest.j.opposes
5:10 P006 a table by id of an interest is expected, not a list (write `{ other = 1 }`) @party.c.stakes
6:14 P006 a table by id of a party is expected, not a list (write `{ other = [{ resource = "land" }] }`) @party.c.depends-on
"###);
    let many: String = (0..13).map(|i| format!("[party.p{i}]\n")).collect();
    insta::assert_snapshot!(problems(&format!("polder = 1\n[project]\nfocal = \"zzzzzzzzz\"\n{many}")), @r###"3:9 P012 there is no party `zzzzzzzzz` @project.focal"###);
}

#[test]
fn brackets_in_a_faulty_text_do_not_overflow_the_stack() {
    let text = format!("polder = 1\nx \"\"\"\n{}\n\"\"\"\n", "a = ".to_owned() + &"[".repeat(20_000));
    assert!(Document::from_toml(&text).is_err());
}

#[test]
fn long_numbers_are_read_as_near_as_can_be() {
    let document = Document::from_toml("polder = 1\nx = 123456789012345678901234567890\n").unwrap();
    assert!(document.to_toml().contains("x = 1.2345678901234568e29"), "{}", document.to_toml());
}

#[test]
fn catalogues() {
    let of = |link: &str| problems(&format!("polder = 1\n[party.a]\n[value.v]\ncatalogue = {link}\n"));
    insta::assert_snapshot!(of("\"rathenau/privcy\""), @r###"4:13 P031 `rathenau/privcy` is in no catalogue (did you mean `rathenau/privacy`?) @value.v.catalogue"###);
    insta::assert_snapshot!(of("\"rathenau/beauty\""), @r###"4:13 P031 `rathenau/beauty` is in no catalogue (known in `rathenau` are `privacy`, `autonomy`, `safety`, `control-of-technology`, `human-dignity`, `equity`, `balance-of-power`) @value.v.catalogue"###);
    insta::assert_snapshot!(of("\"ratenau/equity\""), @r###"4:13 P031 `ratenau/equity` is in no catalogue (did you mean `rathenau/equity`?) @value.v.catalogue"###);
    insta::assert_snapshot!(of("\"privacy\""), @r###"4:13 P031 `privacy` is in no catalogue (did you mean `rathenau/privacy`?) @value.v.catalogue"###);
    insta::assert_snapshot!(of("\"tada\""), @r###"4:13 P031 `tada` is in no catalogue (write `tada/…`; known are `inclusive`, `control`, `tailored-to-the-people`, `legitimate-and-monitored`, `open-and-transparent`, `from-everyone-for-everyone`) @value.v.catalogue"###);
    insta::assert_snapshot!(of("\"sdg/climate\""), @r###"4:13 P031 `sdg/climate` is in no catalogue (catalogues are `schwartz`, `tada`, `rathenau`, `local-government`; write `set/id`) @value.v.catalogue"###);
    insta::assert_snapshot!(of("7"), @r###"4:13 P006 a text is expected, not `7` @value.v.catalogue"###);
    insta::assert_snapshot!(of("\"tada/control\""), @r###""###);
}

#[test]
fn explanations() {
    let note = |id: &str, layer: &str, because: &str| {
        format!("[observation.{id}]\nlayer = \"{layer}\"\nstatement = \"s\"\nbecause = [{because}]\n")
    };
    let notes = [
        note("a", "structure", "\"c\", \"e\""),
        note("b", "structure", "\"a\""),
        note("c", "structure", "\"b\", { of = \"d\", by = \"a\" }"),
        note("d", "structure", "\"c\""),
        note("e", "event", "\"f\", \"e\""),
        note("f", "event", "\"e\", \"g\""),
        note("g", "pattern", "\"h\""),
        note("h", "feeling", "\"g\", \"f\""),
    ];
    insta::assert_snapshot!(body(&notes.concat()), @r###"
5:12 P032 observations explain each other in a circle: a → c → b → a (leave out one `because` of the circle: an explanation leads down, never back) @observation.a.because[0]
5:17 P033 an observation is explained by one in a layer above it: a → e (`e` is of layer `event`, this one of `structure`: turn it round, or change a layer) @observation.a.because[1]
13:17 P032 observations explain each other in a circle: c → d → c (leave out one `because` of the circle: an explanation leads down, never back) @observation.c.because[1]
21:12 P032 observations explain each other in a circle: e → f → e (leave out one `because` of the circle: an explanation leads down, never back) @observation.e.because[0]
21:17 P013 `e` is explained by itself (leave it out, or name another in its place) @observation.e.because[1]
25:17 P032 observations explain each other in a circle: f → g → h → f (leave out one `because` of the circle: an explanation leads down, never back) @observation.f.because[1]
29:12 P032 observations explain each other in a circle: g → h → g (leave out one `because` of the circle: an explanation leads down, never back) @observation.g.because[0]
31:9 P010 `feeling` is not a layer (known are `event`, `pattern`, `structure`, `mental-model`) @observation.h.layer
"###);
    let long: String = (0..9).map(|i| note(&format!("o{i}"), "pattern", &format!("\"o{}\"", (i + 1) % 9))).collect();
    insta::assert_snapshot!(body(&long), @r###"5:12 P032 observations explain each other in a circle: o0 → o1 → o2 → o3 → o4 → o5 → o6 → o7 → … (leave out one `because` of the circle: an explanation leads down, never back) @observation.o0.because[0]"###);
}
