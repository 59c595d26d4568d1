//! Every grid: all cells, borders, distances against a search, and what a missing rating leaves open.
#![cfg(feature = "toml")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::strategies::analysis_model;
use polder::analysis::{
    Cut, Cuts, EngagementOptions, Grid, GridOptions, RingsOptions, alignment_interest, engagement, power_interest,
    power_interest_attitude, replay, rings, salience, support, threat_cooperation, trust_matrix,
};
use polder::evidence::{Measure, OmissionReason};
use polder::id::{PartyId, Slug};
use polder::model::{Attribute, Element, Model, Party};
use polder::rating::{Aggregate, Rating};
use polder::scale::Raw;
use polder::vocabulary::Height;
use polder::{Document, document::Problems};
use proptest::prelude::*;

fn n(x: f64) -> Rating {
    Rating::number(x).unwrap()
}

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn model(text: &str) -> Model {
    let read = |text: &str| -> Result<Model, Problems> { Model::try_from(Document::from_toml(text)?) };
    read(&format!("polder = 1\n{text}")).unwrap()
}

/// The class of the first party of a model, as text, with border and distance.
fn first<C: Copy>(grid: &Grid<C>, word: impl Fn(C) -> String) -> String {
    let place = &grid.parties[0];
    let border = if place.border { " border" } else { "" };
    format!("{} {}{border}", word(place.class), place.distance)
}

/// A party with some ratings: `power = 4` and so on.
fn one(ratings: &str) -> Model {
    model(&format!("[party.a]\n{ratings}\n"))
}

#[test]
fn all_classes_of_salience_are_reached() {
    let expected = [
        (5, 5, 5, "definitive 3", 3),
        (5, 5, 1, "dominant 2", 2),
        (5, 1, 5, "dangerous 2", 2),
        (1, 5, 5, "dependent 2", 2),
        (5, 1, 1, "dormant 2", 1),
        (1, 5, 1, "discretionary 2", 1),
        (1, 1, 5, "demanding 2", 1),
        (1, 1, 1, "non-stakeholder 2", 0),
    ];
    for (power, legitimacy, urgency, class, rank) in expected {
        let m = one(&format!("power = {power}\nlegitimacy = {legitimacy}\nurgency = {urgency}"));
        let found = salience(&m, &GridOptions::new());
        assert_eq!(first(&found, |c| c.kind.to_string()), class);
        assert_eq!(found.parties[0].class.rank, rank);
    }
    let border = one("power = 3\nlegitimacy = 5\nurgency = 1");
    assert_eq!(first(&salience(&border, &GridOptions::new()), |c| c.to_string()), "dominant 1 border");
}

#[test]
fn all_corners_of_the_cube_are_reached_and_zero_is_undecided() {
    let expected = [
        (5, 5, 2, "saviour"),
        (1, 5, 2, "friend"),
        (5, 5, -2, "saboteur"),
        (1, 5, -2, "irritant"),
        (5, 1, 2, "sleeping-giant"),
        (1, 1, 2, "acquaintance"),
        (5, 1, -2, "time-bomb"),
        (1, 1, -2, "trip-wire"),
        (5, 5, 0, "undecided"),
        (5, 1, 0, "undecided"),
        (1, 5, 0, "undecided"),
        (1, 1, 0, "undecided"),
    ];
    for (power, interest, attitude, class) in expected {
        let m = one(&format!("power = {power}\ninterest-level = {interest}\nattitude = {attitude}"));
        let found = power_interest_attitude(&m, &GridOptions::new());
        let border = if attitude == 0 { " border" } else { "" };
        let steps = if attitude == 0 { 1 } else { 2 };
        assert_eq!(first(&found, |c| c.to_string()), format!("{class} {steps}{border}"));
    }
}

#[test]
fn all_cells_of_the_other_grids_are_reached() {
    let o = GridOptions::new();
    for (power, interest, class) in [
        (3, 3, "key-players/players 1 border"),
        (4, 2, "keep-satisfied/context-setters 1"),
        (1, 5, "keep-informed/subjects 2"),
        (2, 2, "minimal-effort/crowd 1"),
    ] {
        let m = one(&format!("power = {power}\ninterest-level = {interest}"));
        let found = power_interest(&m, &o);
        assert_eq!(first(&found, |c| format!("{}/{}", c.mendelow, c.eden_ackermann)), class);
    }
    for (threat, cooperation, class) in [
        (1, 5, "supportive/involve 2"),
        (1, 1, "marginal/monitor 2"),
        (5, 1, "non-supportive/defend 2"),
        (5, 5, "mixed-blessing/collaborate 3"),
    ] {
        let m = one(&format!("threat = {threat}\ncooperation = {cooperation}"));
        assert_eq!(first(&threat_cooperation(&m, &o), |c| format!("{}/{}", c.kind, c.strategy)), class);
    }
    for (attitude, interest, class) in [
        (2, 5, "learn-in-partnership 2"),
        (2, 1, "develop-enthusiasm 2"),
        (-2, 5, "challenge-beliefs 2"),
        (-1, 1, "develop-awareness 1"),
        (0, 1, "undecided 1 border"),
    ] {
        let m = one(&format!("attitude = {attitude}\ninterest-level = {interest}"));
        assert_eq!(first(&alignment_interest(&m, &o), |c| c.to_string()), class);
    }
    for (attitude, class) in
        [("2", "supporter 2"), ("0", "doubter 1 border"), ("-1", "opponent 1"), ("1.5", "supporter 2")]
    {
        assert_eq!(first(&support(&one(&format!("attitude = {attitude}")), &o), |c| c.to_string()), class);
    }
}

/// A focal city with one other party that it trusts as said, and the stances of both on one interest.
fn pair(trust: &str, ours: &str, theirs: &str) -> Model {
    let stake = |stance: &str| {
        if stance.is_empty() { String::new() } else { format!("stakes = {{ light = {stance}, calm = 0 }}\n") }
    };
    let trust = if trust.is_empty() { String::new() } else { format!("trusts = {{ shops = {trust} }}\n") };
    model(&format!(
        "[project]\nfocal = \"city\"\n[party.city]\n{trust}{}[party.shops]\n{}[interest.light]\n[interest.calm]\n",
        stake(ours),
        stake(theirs)
    ))
}

#[test]
fn all_cells_of_the_trust_matrix_are_reached() {
    let o = GridOptions::new();
    let class = |m: &Model| first(&trust_matrix(m, &o), |c| c.to_string());
    assert_eq!(class(&pair("5", "2", "2")), "friend 2", "the stance 0 of both on calm decides nothing");
    assert_eq!(class(&pair("1", "-2", "-1")), "coalition-partner 1");
    assert_eq!(class(&pair("4", "2", "-2")), "counter-player 2 border");
    assert_eq!(class(&pair("1", "2", "-2")), "opponent 2 border");
    let clear = "[project]\nfocal = \"city\"\n[party.city]\ntrusts = { shops = 5 }\nstakes = { light = 2 }\n\
                 [party.shops]\nstakes = { light = 2 }\n[interest.light]\n";
    assert_eq!(class(&model(clear)), "friend 2");
}

#[test]
fn the_trust_matrix_says_what_it_does_not_know() {
    let o = GridOptions::new();
    let omitted = |m: &Model| trust_matrix(m, &o).omitted.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(omitted(&pair("", "2", "2")), ["`trusts:city/shops`: trust is unknown"]);
    assert_eq!(omitted(&pair("4", "2", "")), ["`party:shops`: stance is unknown"], "nobody asked the shops");
    assert_eq!(omitted(&pair("4", "2", "\"unknown\"")), ["`stake:shops/light`: stance is unknown"]);
    assert_eq!(omitted(&pair("4", "", "1")), ["`party:city`: stance is unknown", "`party:shops`: stance is unknown"]);
    // A written table is an answer, an empty one too.
    let silent = "[project]\nfocal = \"city\"\n[party.city]\ntrusts = { shops = 4 }\nstakes = { light = 2 }\n\
                  [party.shops]\nstakes = {}\n[interest.light]\n";
    assert_eq!(trust_matrix(&model(silent), &o).parties[0].class.to_string(), "counter-player");
    let nobody = model("[party.a]\n[party.b]\n");
    let found = trust_matrix(&nobody, &o);
    assert!(found.parties.is_empty() && found.omitted.iter().all(|x| x.reason == OmissionReason::NoFocal));
    // One known shared interest is enough, whatever else is unknown.
    let m = pair("4", "2", "1").with(|m| {
        let stake = polder::model::Stake::default();
        m.set_stake(p("shops"), polder::id::InterestId::new("calm").unwrap(), stake)
    });
    assert_eq!(trust_matrix(&m.unwrap(), &o).parties[0].class.to_string(), "friend");
}

#[test]
fn whatever_the_missing_rating_the_class_is_given() {
    let m = one("interest-level = 5");
    let at = |level: f64| GridOptions::new().cuts(Cuts::new().power(Cut::At(Raw::new(level).unwrap())));
    let found = power_interest(&m, &at(1.0));
    assert!(found.parties[0].whatever_the_missing);
    assert_eq!(found.parties[0].class.mendelow.to_string(), "key-players");
    assert_eq!(found.parties[0].distance, Measure::Known(3), "by the interest level; no power on the scale is low");
    assert_eq!(power_interest(&m, &at(6.0)).parties[0].class.mendelow.to_string(), "keep-informed");
    let found = power_interest(&m, &GridOptions::new().cuts(Cuts::new().power(Cut::Median)));
    assert_eq!(found.omitted[0].to_string(), "`party:a`: there is no cut for power");
    let undecided = power_interest_attitude(&one("attitude = 0"), &GridOptions::new());
    assert!(undecided.parties[0].whatever_the_missing, "undecided whatever power and interest");
    assert_eq!(undecided.parties[0].distance, Measure::Known(1));
    let unknown = power_interest_attitude(&one("power = 5\ninterest-level = 5"), &GridOptions::new());
    assert_eq!(unknown.omitted[0].to_string(), "`party:a`: attitude is unknown");
}

#[test]
fn a_median_cut_that_moved_is_noticed() {
    let m = model("[party.a]\npower = 3\n[party.b]\npower = 2\n[party.c]\npower = 1\n");
    let m = m.with(|m| {
        for id in ["a", "b", "c"] {
            m.set_rating(&p(id).as_element(), Attribute::InterestLevel, Some(n(3.0)))?;
        }
        Ok(())
    });
    let m = m.unwrap();
    let grid = power_interest(&m, &GridOptions::new().cuts(Cuts::new().power(Cut::Median)));
    let moved = m.with(|m| m.set_rating(&Element::Party(p("c")), Attribute::Power, Some(n(5.0)))).unwrap();
    for finding in grid.findings.iter().filter(|f| f.subject == [Element::Party(p("b"))]) {
        assert_eq!(replay(finding, &m), Ok(()));
        assert!(replay(finding, &moved).is_err(), "b was at the median and is below it now");
    }
}

trait AsElement {
    fn as_element(&self) -> Element;
}
impl AsElement for PartyId {
    fn as_element(&self) -> Element {
        self.into()
    }
}

/// The cube, whose axes show all that a grid can do, for one party with three optional ratings.
fn cube(
    power: Option<f64>,
    interest: Option<f64>,
    attitude: Option<f64>,
    cut: f64,
) -> Grid<impl Copy + PartialEq + std::fmt::Debug> {
    let mut m = Model::new();
    let party =
        Party { power: power.map(n), interest_level: interest.map(n), attitude: attitude.map(n), ..Party::default() };
    m.insert_party(p("a"), party).unwrap();
    let cut = Cut::At(Raw::new(cut).unwrap());
    power_interest_attitude(&m, &GridOptions::new().cuts(Cuts::new().power(cut).interest_level(cut)))
}

/// The fewest single steps to another class, by search.
fn searched(power: f64, interest: f64, attitude: f64, cut: f64) -> Option<u64> {
    let class = |r: [f64; 3]| cube(Some(r[0]), Some(r[1]), Some(r[2]), cut).parties[0].class;
    let start = class([power, interest, attitude]);
    let key = |r: [f64; 3]| r.map(f64::to_bits);
    let mut front = vec![[power, interest, attitude]];
    let mut seen: BTreeSet<[u64; 3]> = front.iter().map(|r| key(*r)).collect();
    for steps in 0.. {
        if front.is_empty() {
            return None;
        }
        if front.iter().any(|r| class(*r) != start) {
            return Some(steps);
        }
        let mut next = Vec::new();
        for at in front {
            for (axis, (low, high)) in [(1.0, 5.0), (1.0, 5.0), (-2.0, 2.0)].into_iter().enumerate() {
                for by in [-1.0, 1.0] {
                    let mut to = at;
                    to[axis] = f64::clamp(to[axis] + by, low, high);
                    if seen.insert(key(to)) {
                        next.push(to);
                    }
                }
            }
        }
        front = next;
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn distance_is_the_fewest_steps(p in 2_u8..=10, s in 2_u8..=10, a in -4_i8..=4, cut in 0_u8..=12) {
        let (p, s, a, cut) = (f64::from(p) / 2.0, f64::from(s) / 2.0, f64::from(a) / 2.0, f64::from(cut) / 2.0);
        let grid = cube(Some(p), Some(s), Some(a), cut);
        prop_assert_eq!(grid.parties[0].distance.value(), searched(p, s, a, cut));
    }

    #[test]
    fn placed_without_a_rating_is_placed_so_with_any(
        p in 1_u8..=5, s in 1_u8..=5, a in -2_i8..=2, gone in 1_u8..8, cut in 0_u8..=12,
    ) {
        let cut = f64::from(cut) / 2.0;
        let all = [f64::from(p), f64::from(s), f64::from(a)];
        let kept = [0, 1, 2].map(|i| (gone >> i & 1 == 0).then_some(all[i]));
        let found = cube(kept[0], kept[1], kept[2], cut);
        let mut classes = Vec::new();
        for p in 1..=5 {
            for s in 1..=5 {
                for a in -2..=2 {
                    let any = [f64::from(p), f64::from(s), f64::from(a)];
                    let [p, s, a] = [0, 1, 2].map(|i| Some(kept[i].unwrap_or(any[i])));
                    classes.push(cube(p, s, a, cut).parties[0].class);
                }
            }
        }
        let same = classes.windows(2).all(|w| w[0] == w[1]);
        prop_assert_eq!(found.parties.len(), usize::from(same));
        if same {
            prop_assert_eq!(found.parties[0].class, classes[0]);
            prop_assert!(found.parties[0].whatever_the_missing);
        } else {
            prop_assert!(!found.omitted.is_empty());
        }
    }

    #[test]
    fn more_power_is_never_less_salient(m in analysis_model(), steps in 1_u8..4) {
        for cut in [Cut::Midpoint, Cut::At(Raw::new(2.0).unwrap())] {
            let options = GridOptions::new().cuts(Cuts::new().power(cut));
            let before = salience(&m, &options);
            for place in &before.parties {
                let Some(power) = place.reading(Attribute::Power) else { continue };
                let more = (power.raw + f64::from(steps)).min(power.scale.max());
                let element = Element::Party(place.party.clone());
                let after = m.with(|m| m.set_rating(&element, Attribute::Power, Some(n(more)))).unwrap();
                let after = salience(&after, &options);
                prop_assert!(after.of(&place.party).unwrap().class.rank >= place.class.rank);
            }
        }
    }

    #[test]
    fn everybody_is_placed_or_left_out_with_a_reason(m in analysis_model()) {
        let o = GridOptions::new();
        fn both<C>(m: &Model, grid: &Grid<C>, but: Option<&PartyId>) -> Result<(), TestCaseError> {
            for (id, _) in m.parties().filter(|(id, _)| Some(*id) != but) {
                let named = grid.omitted_of(id).next().is_some();
                prop_assert!(grid.of(id).is_some() != named, "{id}");
            }
            Ok(())
        }
        both(&m, &power_interest(&m, &o), None)?;
        both(&m, &salience(&m, &o), None)?;
        both(&m, &power_interest_attitude(&m, &o), None)?;
        both(&m, &support(&m, &o), None)?;
        both(&m, &threat_cooperation(&m, &o), None)?;
        both(&m, &alignment_interest(&m, &o), None)?;
        let ours = m.project().focal.clone();
        let grid = trust_matrix(&m, &o);
        for (id, _) in m.parties().filter(|(id, _)| Some(*id) != ours.as_ref()) {
            let named = grid.omitted_of(id).next().is_some();
            prop_assert!(grid.of(id).is_some() != named, "{id}");
        }
        prop_assert!(ours.is_none_or(|ours| grid.of(&ours).is_none()));
    }

    #[test]
    fn the_shared_interest_is_as_listing_every_stake_says(m in analysis_model()) {
        let Some(focal) = m.project().focal.clone() else { return Ok(()) };
        let stance = |who: &PartyId, i| m.read(&Element::Stake(who.clone(), i), Attribute::Stance, Aggregate::Median);
        for place in &trust_matrix(&m, &GridOptions::new()).parties {
            let shared = m.interests().any(|(i, _)| {
                let (a, b) = (stance(&focal, i.clone()), stance(&place.party, i.clone()));
                a.zip(b).is_some_and(|(a, b)| a.raw * b.raw > 0.0)
            });
            let high = place.axes[0].height == Some(Height::High);
            if place.axes[0].height.is_some() {
                prop_assert_eq!(high, shared);
            }
            prop_assert!(place.distance.value() != Some(0));
        }
    }

    #[test]
    fn rings_are_charted_once_and_differ_as_they_say(m in analysis_model()) {
        let found = rings(&m, &RingsOptions::new());
        let mut seen: BTreeMap<PartyId, usize> = BTreeMap::new();
        for row in &found.sectors {
            for party in row.rings.iter().flat_map(|c| &c.actual) {
                *seen.entry(party.clone()).or_default() += 1;
            }
        }
        let known = found.parties.iter().filter(|p| p.actual.is_some()).map(|p| (p.party.clone(), 1)).collect();
        prop_assert_eq!(seen, known);
        let pairs = |p: &polder::analysis::rings::RingPlace| {
            let all = [&p.wished, &p.desired, &p.actual];
            [(0, 1), (1, 2), (0, 2)].into_iter().filter(|(a, b)| all[*a].is_some() && all[*b].is_some() && all[*a] != all[*b]).count()
        };
        prop_assert_eq!(found.mismatches.len(), found.parties.iter().map(pairs).sum::<usize>());
        for one in &found.mismatches {
            prop_assert!(one.strength > 0.0 && one.strength <= 1.0 && one.first_ring != one.second_ring);
        }
    }
}

#[test]
fn rings_and_sectors_of_ones_own() {
    let m = model(
        "[party.a]\nsector = \"school\"\nring = { actual = \"hoort\", wished = \"beslist\", desired = \"praat\" }\n\
         [party.b]\nsector = \"user\"\nring = { actual = \"co-think\", wished = \"hoort\" }\n",
    );
    let word = |w: &str| Slug::new(w).unwrap();
    let options = RingsOptions::new()
        .rings([word("hoort"), word("praat"), word("beslist")])
        .unwrap()
        .sectors([word("school")])
        .unwrap();
    let found = rings(&m, &options);
    let told: Vec<String> =
        found.mismatches.iter().map(|x| format!("{} {} {} {}", x.party, x.direction, x.steps, x.strength)).collect();
    assert_eq!(told, ["a wants-closer 2 1", "a claim-not-granted 1 0.5", "a work-to-do 1 0.5"]);
    let omitted: Vec<String> = found.omitted.iter().map(ToString::to_string).collect();
    assert_eq!(
        omitted,
        [
            "`party:b`: the word of sector is not in the vocabulary",
            "`party:b`: the word of ring-actual is not in the vocabulary",
            "`party:b`: ring-desired is unknown"
        ]
    );
    assert_eq!(found.sectors.iter().map(|r| r.sector.is_some()).collect::<Vec<_>>(), [true, false]);
    for finding in &found.findings {
        assert_eq!(replay(finding, &m), Ok(()));
    }
    assert!(RingsOptions::new().rings([word("one")]).is_err());
    let twice = RingsOptions::new().sectors([word("one"), word("one")]).unwrap_err();
    assert_eq!(twice.to_string(), "`one` stands in the list twice");
}

#[test]
fn who_has_the_furthest_to_go_by_power() {
    let m = model(
        "[party.a]\npower = 5\nengagement = { current = \"neutral\", desired = \"supportive\" }\n\
         [party.b]\npower = 2\nengagement = { current = \"resistant\", desired = \"leading\" }\n\
         [party.c]\nengagement = { current = \"unaware\", desired = \"leading\" }\n\
         [party.d]\npower = 5\nengagement = { current = \"unaware\" }\n\
         [party.e]\npower = 5\nengagement = { current = \"leading\", desired = \"leading\" }\n",
    );
    let matrix = engagement(&m, &EngagementOptions::new());
    let told: Vec<String> =
        matrix.parties.iter().map(|x| format!("{} {} {} {}", x.party, x.transition, x.moves, x.weight)).collect();
    assert_eq!(
        told,
        ["b win-over 3 1.2", "a strengthen 1 1", "e keep 0 0", "c make-known 3 undefined (missing-rating)"]
    );
    let omitted: Vec<String> = matrix.omitted.iter().map(ToString::to_string).collect();
    assert_eq!(omitted, ["`party:c`: power is unknown", "`party:d`: engagement-desired is unknown"]);
}

#[test]
fn a_firm_zero_is_on_the_border_and_not_in_doubt() {
    let doubtful = |attitude: &str| {
        let found = support(&one(&format!("attitude = {attitude}")), &GridOptions::new());
        (found.parties[0].border, found.parties[0].doubtful().count())
    };
    assert_eq!(doubtful("0"), (true, 0));
    assert_eq!(doubtful("{ low = -1, mode = 0, high = 1 }"), (true, 1));
    assert_eq!(doubtful("0.5"), (true, 1));
    assert_eq!(doubtful("1"), (false, 0));
}
