//! Leadership by phase against tables and plain restatements, the conflicts that follow from it, and what it must obey.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::BTreeSet;

use common::strategies::{model, team_model};
use common::{rename, shuffled};
use polder::Document;
use polder::analysis::conflicts::leadership::PhaseScope;
use polder::analysis::leadership::{Cover, Needs, OtherNeed, Style, Successor};
use polder::analysis::{
    Conflict, ConflictOptions, Cut, INDEX, Leadership, LeadershipOptions, NotRun, between, conflicts, leadership,
    replay,
};
use polder::evidence::{Amount, Measure, Undefined};
use polder::id::{MemberId, PartyId, TaskId};
use polder::math::Exact;
use polder::model::{Attribute, Element, Member, Model, Task};
use polder::rating::Aggregate;
use polder::scale::{Raw, RoleWeight, ScaleKind, Strength};
use polder::vocabulary::{ConflictKind, Phase, Role, Vocabulary};
use proptest::prelude::*;

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap()
}

fn found(text: &str) -> Leadership {
    leadership(&read(text), &LeadershipOptions::new())
}

fn missing<T>() -> Measure<T> {
    Measure::Undefined(Undefined::MissingRating)
}

fn nothing<T>() -> Measure<T> {
    Measure::Undefined(Undefined::NothingToMeasure)
}

fn known<T>(x: T) -> Measure<T> {
    Measure::Known(x)
}

fn m(text: &str) -> MemberId {
    MemberId::new(text).unwrap()
}

fn names<T: ToString>(all: &[T]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

const START: &str = "innovator = 5, broker = 4, mentor = 2, facilitator = 3";
const SCALING: &str = "coordinator = 1, monitor = 2, director = 2, producer = 4";

// Fits.

#[test]
fn a_fit_is_the_weighted_mean_of_what_is_asked() {
    let table = [
        ("innovator = 5, broker = 2", "innovator = 2, broker = 1", known(4.0), known(0.8), ""),
        ("innovator = 5, broker = 2", "innovator = 0.2, broker = 0.1", known(4.0), known(0.8), ""),
        ("innovator = 5", "innovator = 2, broker = 1", missing(), missing(), "broker"),
        ("innovator = 5, broker = \"unknown\"", "innovator = 2, broker = 1", missing(), missing(), "broker"),
        ("innovator = 5", "innovator = 2, broker = 0", known(5.0), known(1.0), ""),
        ("innovator = 5", "broker = 0", nothing(), nothing(), ""),
        ("innovator = 5", "", nothing(), nothing(), ""),
        ("innovator = 1", "innovator = 7", known(1.0), known(0.2), ""),
    ];
    for (scores, asked, fit, share, unrated) in table {
        let text = format!(
            "[member.a]\nroles = {{ {scores} }}\ntasks = [\"t\"]\n[task.t]\nphase = \"start\"\nroles = {{ {asked} }}\n"
        );
        let l = found(&text);
        let cell = l.phases[0].tasks.get(&TaskId::new("t").unwrap(), &m("a")).unwrap();
        assert_eq!((cell.fit, cell.share, names(&cell.missing).as_str()), (fit, share, unrated), "{scores} {asked}");
        assert_eq!(&l.tasks[0].holders[0].fit, cell);
        let placed = l.phases[0].assignment.rounds.first().map(|r| r.placed[0].gain);
        assert_eq!(placed, fit.value().map(|_| known(0.0)), "who cannot be said to fit is no candidate");
        assert_eq!(l.phases[0].assignment.unassigned.len(), usize::from(fit.value().is_none()));
    }
}

#[test]
fn phases_ask_for_the_roles_of_the_handbook() {
    let l = found(&format!("[member.a]\nroles = {{ {START}, {SCALING} }}\nleads = [\"scaling\", \"start\"]\n"));
    let fits: Vec<_> = l.phases.iter().map(|p| p.members[0].fit.fit).collect();
    assert_eq!(fits, [known(3.5), known(10.0 / 3.0), known(2.25)]);
    let short: Vec<_> = l.phases.iter().flat_map(|p| &p.leads).map(|lead| lead.falls_short).collect();
    assert_eq!(short, [known(false), known(true)], "0.45 of the maximum");
    let at = |raw: &str| {
        let all = format!("coordinator = {raw}, monitor = {raw}, director = {raw}, producer = {raw}");
        found(&format!("[member.a]\nroles = {{ {all} }}\nleads = [\"scaling\"]\n")).phases[2].leads[0].falls_short
    };
    assert_eq!((at("2.5"), at("2.4999")), (known(false), known(true)));
    let needs = Needs::new().role(Role::Innovator, RoleWeight::new(3.0).unwrap()).role(Role::Mentor, RoleWeight::ONE);
    let model = read(&format!("[member.a]\nroles = {{ {START} }}\n"));
    let own =
        leadership(&model, &LeadershipOptions::new().needs(Phase::Scaling, needs.other(OtherNeed::InformalLeader)));
    assert_eq!(own.phases[2].members[0].fit.fit, known(17.0 / 4.0));
    assert_eq!((own.informal_leaders.len(), own.planning_control.len()), (2, 0));
    own.findings.iter().for_each(|f| assert_eq!(replay(f, &model), Ok(())));
}

#[test]
fn a_style_is_a_side_of_the_cut() {
    let of = |raw: &str, cut: Cut| {
        let text = format!("[member.a]\nstyle = {{ informal = {raw} }}\n[member.b]\nstyle = {{ informal = 2 }}\n");
        leadership(&read(&text), &LeadershipOptions::new().style_cut(cut)).members[0].style
    };
    let midpoint = ["3.1", "3", "2.9", "\"unknown\""].map(|raw| of(raw, Cut::Midpoint));
    assert_eq!(midpoint, [known(Style::Informal), known(Style::Neither), known(Style::Formal), missing()]);
    assert_eq!(of("3", Cut::Median), known(Style::Informal), "above 2.5");
    assert_eq!(of("3", Cut::at(4.0).unwrap()), known(Style::Formal));
}

#[test]
fn nobody_rated_is_another_answer_than_all_below() {
    let cover = |a: &str, b: &str| {
        let role = |x: &str| if x.is_empty() { String::new() } else { format!("roles = {{ innovator = {x} }}\n") };
        let l = found(&format!("[member.a]\n{}[member.b]\n{}", role(a), role(b)));
        let found = l.phases[0].roles.iter().find(|r| r.role == Role::Innovator).unwrap().clone();
        let sorted = [&found.covered_by, &found.below, &found.unrated].map(|list| names(list));
        (found.cover, sorted.join("|"))
    };
    assert_eq!(cover("3", "2.9"), (Cover::Covered, "a|b|".into()));
    assert_eq!(cover("1", "2.9"), (Cover::Uncovered, "|a b|".into()));
    assert_eq!(cover("1", "\"unknown\""), (Cover::CannotBeSaid, "|a|b".into()));
    assert_eq!(cover("1", ""), (Cover::Uncovered, "|a|".into()), "who is only a rater does not count");
    assert_eq!(cover("\"unknown\"", "\"unknown\""), (Cover::NobodyRated, "||a b".into()));
    assert_eq!(found("[task.t]\n").phases[0].roles[0].cover, Cover::NobodyRated);
    let model = read("[member.a]\nroles = { innovator = 2 }\n");
    let low = leadership(&model, &LeadershipOptions::new().role_cut(Cut::Median));
    assert!(low.phases[0].roles.iter().any(|r| r.role == Role::Innovator && r.cover == Cover::Covered));
}

#[test]
fn development_asks_for_an_informal_leader() {
    let of = |leaders: &[(&str, bool)]| {
        let one = |(i, (raw, leads)): (usize, &(&str, bool))| {
            let style = if raw.is_empty() { String::new() } else { format!("style = {{ informal = {raw} }}\n") };
            let leads = if *leads { "leads = [\"development\"]\n" } else { "" };
            let score = i + 1;
            format!(
                "[member.m{i}]\n{style}{leads}roles = {{ innovator = {score}, facilitator = {score}, mentor = {score} }}\n"
            )
        };
        let text: String = leaders.iter().enumerate().map(one).collect();
        let l = found(&text);
        let x = l.informal_leaders[0].clone();
        assert_eq!((l.informal_leaders.len(), x.phase), (1, Phase::Development));
        (x.sits, names(&x.others))
    };
    assert_eq!(of(&[("4", true)]), (known(true), String::new()));
    assert_eq!(of(&[("1", true), ("4", true), ("", true)]), (known(true), String::new()));
    assert_eq!(of(&[("3", true), ("4", false), ("5", false), ("2", false)]), (known(false), "m2 m1".into()));
    assert_eq!(of(&[("3", true), ("", true)]), (missing(), String::new()));
    assert_eq!(of(&[("5", false)]), (nothing(), "m0".into()));
}

#[test]
fn scaling_asks_for_an_owner_of_planning_and_control() {
    let task = |phase: &str, control: &str| {
        let phase = if phase.is_empty() { String::new() } else { format!("phase = \"{phase}\"\n") };
        let control = if control.is_empty() { String::new() } else { format!("planning-control = {control}\n") };
        format!("{phase}{control}")
    };
    let table = [
        ("scaling", "true", true, known(true), ""),
        ("scaling", "true", false, known(false), ""),
        ("scaling", "false", true, known(false), ""),
        ("scaling", "", true, missing(), "t"),
        ("scaling", "", false, known(false), ""),
        ("start", "true", true, nothing(), ""),
        ("", "true", true, missing(), "t"),
        ("", "false", true, nothing(), ""),
    ];
    for (phase, control, held, owned, unsaid) in table {
        let does = if held { "tasks = [\"t\"]\n" } else { "" };
        let l = found(&format!("[member.a]\n{does}[task.t]\n{}", task(phase, control)));
        let x = &l.planning_control[0];
        assert_eq!((x.owned, names(&x.unsaid).as_str()), (owned, unsaid), "{phase} {control} {held}");
        let omits = |what| l.omitted.iter().any(|o| o.missing == what);
        assert_eq!(omits(Attribute::PlanningControl), !unsaid.is_empty() && control.is_empty());
        assert_eq!(omits(Attribute::Phase), phase.is_empty());
    }
}

// Changes.

#[test]
fn what_changes_at_the_next_phase_and_who_hands_over_to_whom() {
    let all = |x: u8| Role::ALL.iter().map(|r| format!("{r} = {x}")).collect::<Vec<_>>().join(", ");
    let starter = format!("[member.a]\nroles = {{ {START}, {SCALING} }}\nleads = [\"development\"]\n");
    let l = found(&format!(
        "[project]\nphase = \"development\"\n{starter}[member.b]\nroles = {{ {} }}\n[member.c]\nroles = {{ {} }}\n[member.d]\nroles = {{ {} }}\n",
        all(4),
        all(4),
        all(3)
    ));
    let [first, second] = l.changes.as_slice() else { panic!() };
    assert_eq!((first.next, second.next), (known(false), known(true)));
    assert_eq!(
        (names(&first.ends), names(&first.begins), names(&first.stays)),
        ("broker".into(), String::new(), "mentor facilitator innovator".into())
    );
    assert_eq!(
        (names(&first.others_begin), names(&second.others_end), names(&second.others_begin)),
        ("informal-leader".into(), "informal-leader".into(), "planning-control-owner".into())
    );
    assert_eq!(names(&second.begins), "producer director coordinator monitor");
    let shift = &second.leaders[0];
    assert_eq!((shift.falls_below, shift.leads_next), (known(true), false));
    let over = &second.hand_over[0];
    assert_eq!((over.successor, names(&over.to).as_str()), (Successor::FitsBest, "b c"));
    assert_eq!(names(&over.roles), "director coordinator monitor");
    let with = |others: &str| found(&format!("{starter}{others}")).changes[1].clone();
    let leads = with(&format!(
        "[member.b]\nroles = {{ {} }}\nleads = [\"scaling\"]\n[member.c]\nroles = {{ {} }}\n",
        all(3),
        all(5)
    ));
    assert_eq!((leads.hand_over[0].successor, names(&leads.hand_over[0].to).as_str()), (Successor::LeadsNext, "b"));
    let unfit = with(&format!(
        "[member.b]\nroles = {{ {} }}\nleads = [\"scaling\"]\n[member.c]\nroles = {{ {} }}\n",
        all(2),
        all(5)
    ));
    assert_eq!((unfit.hand_over[0].successor, names(&unfit.hand_over[0].to).as_str()), (Successor::FitsBest, "c"));
    let nobody = with("[member.b]\n");
    assert_eq!((nobody.hand_over[0].successor, nobody.hand_over[0].to.len()), (Successor::Nobody, 0));
    assert_eq!(nobody.next, missing());
    // Who stops leading has a successor on record, whatever is known of the fits; nobody is told to hand over on an unknown fit.
    let unknown =
        found("[member.a]\nleads = [\"development\"]\n[member.b]\nleads = [\"scaling\"]\n").changes[1].clone();
    assert_eq!((unknown.hand_over[0].successor, names(&unknown.hand_over[0].to).as_str()), (Successor::LeadsNext, "b"));
    let good = all(5);
    let on = |roles: &str, others: &str| {
        let a = format!("[member.a]\nroles = {{ {roles} }}\nleads = [\"start\", \"development\", \"scaling\"]\n");
        found(&format!("{a}{others}")).changes[1].hand_over.clone()
    };
    let other = |x: u8| format!("[member.b]\nroles = {{ {} }}\nleads = [\"scaling\"]\n", all(x));
    // Who leads on hands nothing over, whether the fit holds or is unknown.
    assert!(on(&good, &other(5)).is_empty() && on("", &other(5)).is_empty() && on("", "").is_empty());
    // Who leads on and falls short shares the lead with those who lead too.
    let short = "coordinator = 1, monitor = 2, director = 2, producer = 1";
    let shared = on(short, &other(3));
    assert_eq!((shared[0].successor, names(&shared[0].to).as_str()), (Successor::Shares, "b"));
    let alone = on(short, &format!("[member.c]\nroles = {{ {good} }}\n"));
    assert_eq!((alone[0].successor, names(&alone[0].to).as_str()), (Successor::FitsBest, "c"));
    assert_eq!(on(short, &other(2))[0].successor, Successor::Nobody);
    let stays = found(&format!("[member.a]\nroles = {{ {} }}\nleads = [\"start\"]\n", all(5)));
    assert!(stays.changes.iter().all(|c| c.hand_over.is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nobody_is_advised_to_hand_over_on_an_unknown_fit(model in team_model()) {
        let found = leadership(&model, &LeadershipOptions::new());
        for change in &found.changes {
            for over in &change.hand_over {
                let shift = change.leaders.iter().find(|shift| shift.member == over.from).unwrap();
                let short = shift.after.share.value().is_some_and(|share| share < 0.5);
                let stops = !shift.leads_next && model.members().any(|(id, m)| *id != over.from && m.leads.contains(&change.to));
                prop_assert!(short || (stops && over.successor == Successor::LeadsNext), "{:?}", over);
                prop_assert!(!shift.leads_next || over.successor != Successor::LeadsNext, "{:?}", over);
            }
        }
    }
}

#[test]
fn a_gain_over_an_unknown_fit_is_missing_a_rating() {
    let text = "[member.a]\nroles = { monitor = 4 }\n[member.b]\ntasks = [\"t\"]\n\
                [task.t]\nphase = \"scaling\"\nroles = { monitor = 1 }\n";
    let of = |text: &str| found(text).phases[2].assignment.rounds[0].clone();
    let round = of(text);
    assert_eq!((round.placed[0].gain, round.gain), (missing(), missing()));
    // Nobody does it: there is nothing to gain over.
    let round = of(&text.replace("tasks = [\"t\"]\n", ""));
    assert_eq!((round.placed[0].gain, round.gain), (nothing(), nothing()));
}

// Assignment.

#[test]
fn tasks_are_assigned_in_rounds_and_against_who_does_them() {
    let l = found(
        "[member.a]\nroles = { innovator = 5, monitor = 4 }\ntasks = [\"t1\", \"t2\", \"t3\"]\n[member.b]\nroles = { innovator = 1, monitor = 3 }\n\
         [task.t1]\nphase = \"start\"\nroles = { innovator = 1 }\n[task.t2]\nphase = \"start\"\nroles = { monitor = 1 }\n\
         [task.t3]\nphase = \"start\"\nroles = { monitor = 1 }\n[task.t4]\nphase = \"start\"\nroles = { broker = 1 }\n",
    );
    let a = &l.phases[0].assignment;
    assert_eq!(names(&a.unassigned), "t4");
    let told: Vec<String> = a
        .rounds
        .iter()
        .flat_map(|r| &r.placed)
        .map(|p| format!("{} {} {} {}", p.task, p.member, p.fit, p.gain))
        .collect();
    assert_eq!(told, ["t1 a 5 0", "t2 b 3 -1", "t3 a 4 0"]);
    assert_eq!((a.rounds[0].total, a.rounds[0].optima, a.rounds[0].gain), (8.0, known(2), known(-1.0)));
    let other: Vec<String> = a.rounds[0].others[0].iter().map(|p| format!("{} {}", p.task, p.member)).collect();
    assert_eq!(other, ["t1 a", "t3 b"]);
}

#[test]
fn who_may_fit_better_than_is_known_leaves_the_gain_unsaid() {
    let of = |score: &str| {
        let l = found(&format!(
            "[member.a]\nroles = {{ innovator = 3, monitor = 3 }}\ntasks = [\"t\"]\n\
             [member.b]\nroles = {{ innovator = {score} }}\ntasks = [\"t\"]\n\
             [task.t]\nphase = \"start\"\nroles = {{ innovator = 1, monitor = 1 }}\n"
        ));
        let placed = &l.phases[0].assignment.rounds[0].placed[0];
        (placed.fit_now, placed.gain)
    };
    assert_eq!(of("1"), (known(3.0), known(0.0)), "at best (1 + 5)/2");
    assert_eq!(of("1.1"), (missing(), missing()));
}

#[test]
fn pairs_of_leaders_are_listed_up_to_a_number_and_all_are_counted() {
    let text: String = (1..=5)
        .map(|i| format!("[member.m{i}]\nparty = \"p\"\nstyle = {{ informal = {i} }}\nleads = [\"start\"]\n"))
        .collect();
    let model = read(&format!("[party.p]\n{text}"));
    let few = leadership(&model, &LeadershipOptions::new().list_pairs_at_most(3));
    let all = leadership(&model, &LeadershipOptions::new());
    assert_eq!((all.phases[0].pairs.len(), all.phases[0].all_pairs), (10, 10));
    assert_eq!((&few.phases[0].pairs[..], few.phases[0].all_pairs), (&all.phases[0].pairs[..3], 10));
    assert_eq!(few.findings.iter().filter(|f| f.rule == "lead-styles-apart").count(), 3);
    assert_eq!((few.phases[1].pairs.len(), few.phases[1].all_pairs), (0, 0));
}

#[test]
fn far_more_tasks_than_members_are_assigned_round_by_round() {
    let tasks: String = (0..300)
        .map(|i| format!("[task.t{i}]\nphase = \"start\"\nroles = {{ innovator = {}, monitor = 1 }}\n", 1 + i % 7))
        .collect();
    let model = read(&format!(
        "[member.a]\nroles = {{ innovator = 5, monitor = 1 }}\n[member.b]\nroles = {{ innovator = 1, monitor = 4 }}\n{tasks}"
    ));
    let l = leadership(&model, &LeadershipOptions::new());
    let rounds = &l.phases[0].assignment.rounds;
    assert_eq!((rounds.len(), l.phases[0].assignment.unassigned.len()), (150, 0));
    assert!(rounds.iter().all(|r| r.placed.len() == 2) && rounds.is_sorted_by(|x, y| x.total >= y.total));
    let total = l.findings.iter().find(|f| f.rule == "assignment-total").unwrap();
    assert_eq!(replay(total, &model), Ok(()));
}

/// Every way to give each task to one member at most and each member one task at most: totals with how many tasks are placed.
fn every(tasks: &[Vec<Option<Exact>>], taken: u32) -> Vec<(Exact, usize)> {
    let [task, rest @ ..] = tasks else { return vec![(Exact::zero(), 0)] };
    let mut out = every(rest, taken);
    for (i, fit) in task.iter().enumerate().filter(|(i, _)| taken >> i & 1 == 0) {
        if let Some(fit) = fit {
            out.extend(every(rest, taken | 1 << i).into_iter().map(|(total, n)| (total + fit.clone(), n + 1)));
        }
    }
    out
}

fn fit(m: &Model, member: &Member, roles: &[(Role, f64)]) -> Option<Exact> {
    let scale = m.scales().of(ScaleKind::OneSided);
    let (mut sum, mut weights) = (Exact::zero(), Exact::zero());
    for (role, weight) in roles.iter().filter(|(_, w)| *w > 0.0) {
        let score = member.roles.get(role)?.read(&scale, Aggregate::Median)?.raw;
        let weight = Exact::from_decimal(*weight).unwrap();
        sum = sum + Exact::from_decimal(score).unwrap() * weight.clone();
        weights = weights + weight;
    }
    sum.checked_div(&weights)
}

fn asked(task: &Task) -> Vec<(Role, f64)> {
    task.roles.iter().map(|(r, w)| (*r, w.get())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_assignment_has_a_larger_total(model in team_model()) {
        let l = leadership(&model, &LeadershipOptions::new().list_assignments_at_most(1000));
        for phase in &l.phases {
            let mut left: Vec<&TaskId> = model.tasks().filter(|(_, t)| t.phase == Some(phase.phase)).map(|(id, _)| id).collect();
            let of_task = |id: &&TaskId| -> Vec<Option<Exact>> {
                model.members().map(|(_, member)| fit(&model, member, &asked(model.task(id).unwrap()))).collect()
            };
            for round in &phase.assignment.rounds {
                let table: Vec<_> = left.iter().map(of_task).collect();
                let all = every(&table, 0);
                let best = all.iter().max().unwrap();
                prop_assert_eq!((round.total, round.placed.len()), (best.0.to_f64(), best.1));
                let optima = all.iter().filter(|x| *x == best).count() as u64;
                prop_assert_eq!(round.optima, known(optima));
                prop_assert_eq!(round.others.len() as u64, optima - 1);
                let members: BTreeSet<_> = round.placed.iter().map(|p| &p.member).collect();
                prop_assert_eq!(members.len(), round.placed.len());
                left.retain(|id| !round.placed.iter().any(|p| p.task == **id));
            }
            prop_assert!(left.iter().flat_map(of_task).all(|fit| fit.is_none()));
            prop_assert_eq!(left.into_iter().cloned().collect::<Vec<_>>(), phase.assignment.unassigned.clone());
        }
    }

    #[test]
    fn a_fit_lies_between_the_scores_and_weights_count_by_their_ratio(model in team_model()) {
        let l = leadership(&model, &LeadershipOptions::new());
        for f in l.findings.iter().filter(|f| ["phase-fit", "task-fit"].contains(&f.rule)) {
            let scores: Vec<f64> = f.because.iter().filter_map(|c| c.reading).map(|r| r.raw).collect();
            let (low, high) = (scores.iter().copied().fold(f64::MAX, f64::min), scores.iter().copied().fold(0.0, f64::max));
            prop_assert!(matches!(f.amount, Amount::Number(x) if low <= x && x <= high), "{f:#?}");
        }
        let tripled = model.with(|m| {
            let ids: Vec<TaskId> = m.tasks().map(|(id, _)| id.clone()).collect();
            ids.iter().try_for_each(|id| {
                m.update_task(id, |t| t.roles.values_mut().for_each(|w| *w = RoleWeight::new(w.get() * 4.0).unwrap())).map(drop)
            })
        }).unwrap();
        let mut options = LeadershipOptions::new();
        for phase in Phase::ALL {
            let roles = found("").phases.iter().find(|p| p.phase == *phase).unwrap().roles.clone();
            let others = match phase {
                Phase::Start => None,
                Phase::Development => Some(OtherNeed::InformalLeader),
                Phase::Scaling => Some(OtherNeed::PlanningControlOwner),
            };
            let needs = roles.iter().fold(Needs::new(), |n, r| n.role(r.role, RoleWeight::new(4.0).unwrap()));
            options = options.needs(*phase, others.into_iter().fold(needs, Needs::other));
        }
        let of_four = leadership(&tripled, &options);
        let plain = |l: &Leadership| format!("{:?}{:?}{:?}{:?}", l.tasks, l.changes, l.members, l.phases).replace("RoleWeight(4.0)", "").replace("weight: 4.0", "").replace("weight: 1.0", "");
        prop_assert_eq!(plain(&of_four), plain(&l));
    }

    #[test]
    fn giving_everybody_the_proposed_task_gains_nothing_more(model in team_model()) {
        let l = leadership(&model, &LeadershipOptions::new());
        let done = model.with(|m| {
            let ids: Vec<MemberId> = m.members().map(|(id, _)| id.clone()).collect();
            ids.iter().try_for_each(|id| {
                let rounds = l.phases.iter().flat_map(|p| &p.assignment.rounds);
                let mine: BTreeSet<TaskId> = rounds.flat_map(|r| &r.placed).filter(|p| p.member == *id).map(|p| p.task.clone()).collect();
                m.update_member(id, |x| x.tasks = mine).map(drop)
            })
        }).unwrap();
        for round in leadership(&done, &LeadershipOptions::new()).phases.iter().flat_map(|p| &p.assignment.rounds) {
            prop_assert_eq!(round.gain, known(0.0));
            prop_assert!(round.placed.iter().all(|p| p.gain == known(0.0) && p.now == [p.member.clone()]));
        }
    }
}

// What everything must obey.

#[test]
fn a_model_without_a_team_is_not_run() {
    let entry = INDEX.iter().find(|e| e.id == "leadership").unwrap();
    assert_eq!((entry.not_run)(&read("[party.a]\n[task.t]\n")), Some(NotRun::NoTeam));
    assert_eq!((entry.not_run)(&read("[member.a]\nname = \"A\"\n")), Some(NotRun::NoTeam), "only a rater");
    assert_eq!((entry.not_run)(&read("[member.a]\nleads = [\"start\"]\n")), None);
    let empty = leadership(&Model::new(), &LeadershipOptions::new());
    assert!(empty.omitted.is_empty() && empty.members.is_empty() && empty.phases.len() == 3);
    empty.findings.iter().for_each(|f| assert_eq!(replay(f, &Model::new()), Ok(())));
}

fn variants() -> Vec<LeadershipOptions> {
    let new = LeadershipOptions::new;
    let at = |x| Cut::At(Raw::new(x).unwrap());
    let own = Needs::new().role(Role::Broker, RoleWeight::new(2.5).unwrap()).role(Role::Mentor, RoleWeight::ONE);
    vec![
        new(),
        new().style_cut(Cut::Median).role_cut(Cut::Median).aggregate(Aggregate::WeightedMedian),
        new().style_cut(at(2.0)).role_cut(at(4.0)).least_share(Strength::new(0.8).unwrap()),
        new().needs(Phase::Start, own).needs(Phase::Scaling, Needs::new()).list_assignments_at_most(0),
    ]
}

fn said(m: &Model) -> String {
    variants().iter().map(|o| format!("{:#?}\n", leadership(m, o))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_finding_replays(m in prop_oneof![team_model(), model()]) {
        for options in variants() {
            for finding in leadership(&m, &options).findings {
                prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
            }
        }
    }

    #[test]
    fn a_forged_finding_does_not_replay(m in prop_oneof![team_model(), model()]) {
        for options in variants() {
            for finding in leadership(&m, &options).findings {
                let mut forged = finding.clone();
                forged.amount = match finding.amount {
                    Amount::Number(x) => Amount::Number(x + 1.0),
                    Amount::Class(_) => Amount::Class("no-such-class"),
                    Amount::Undefined(_) => Amount::Number(0.0),
                };
                prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
                for i in 0..finding.because.len() {
                    let mut less = finding.clone();
                    less.because.remove(i);
                    prop_assert!(replay(&less, &m).is_err(), "all must be cited: {:#?}", less);
                    // A level that the caller gave is taken as cited.
                    let mut forged = finding.clone();
                    forged.because[i].amount += 3.0;
                    let given = matches!(forged.because[i].source, Element::Setting(name) if name.ends_with("-at"));
                    prop_assert!(given || replay(&forged, &m).is_err(), "{:#?}", forged);
                }
            }
        }
    }

    #[test]
    fn shuffling_changes_nothing(m in prop_oneof![team_model(), model()], seed: u64) {
        prop_assert_eq!(said(&shuffled(&m, seed)), said(&m));
    }

    #[test]
    fn renaming_in_order_changes_names_alone(m in team_model()) {
        let before = said(&m);
        let analysed = said(&rename(&m, |id| format!("{id}-zz")));
        prop_assert_eq!(analysed.replace("-zz", ""), before);
    }

    #[test]
    fn renaming_out_of_order_changes_no_number(m in team_model()) {
        let mirrored = rename(&m, |id| {
            id.chars().map(|c| if c.is_ascii_digit() { (b'0' + b'9' - c as u8) as char } else { c }).collect()
        });
        let numbers = |m: &Model| {
            let l = leadership(m, &LeadershipOptions::new());
            let first: Vec<_> = l.phases.iter().map(|p| p.assignment.rounds.first().map(|r| (r.total.to_bits(), r.optima))).collect();
            let mut fits: Vec<_> = l.phases.iter().flat_map(|p| &p.members).map(|x| x.fit.fit.value().map(f64::to_bits)).collect();
            fits.sort_unstable();
            let covers: Vec<_> = l.phases.iter().flat_map(|p| &p.roles).map(|r| r.cover).collect();
            let open: Vec<_> = l.phases.iter().map(|p| p.assignment.unassigned.len()).collect();
            (first, fits, covers, open, l.omitted.len())
        };
        prop_assert_eq!(numbers(&m), numbers(&mirrored));
    }

    #[test]
    fn every_conflict_of_leadership_replays(m in team_model()) {
        for scope in PhaseScope::ALL {
            let options = ConflictOptions::new().kinds([ConflictKind::Leadership]).phases(*scope);
            for f in conflicts(&m, &options).findings() {
                prop_assert_eq!(replay(&f, &m), Ok(()), "{:#?}", f);
            }
        }
    }
}

// Conflicts.

fn of_leadership(m: &Model, scope: PhaseScope) -> Vec<Conflict> {
    conflicts(m, &ConflictOptions::new().kinds([ConflictKind::Leadership]).phases(scope)).conflicts
}

fn told(text: &str) -> Vec<String> {
    let one = |c: &Conflict| {
        format!("{}: {} {}", itertools::join(&c.parties, "+"), itertools::join(&c.subject, " "), c.strength)
    };
    of_leadership(&read(text), PhaseScope::AtHand).iter().map(one).collect()
}

fn omitted(text: &str) -> Vec<String> {
    let options = ConflictOptions::new().kinds([ConflictKind::Leadership]);
    conflicts(&read(text), &options).omitted.iter().map(ToString::to_string).collect()
}

#[test]
fn a_leading_task_rubs_below_one_half() {
    let of = |score: &str, leading: &str, member: &str| {
        format!(
            "[party.p]\n[member.a]\n{member}roles = {{ broker = {score} }}\ntasks = [\"t\"]\n[task.t]\nphase = \"start\"\n{leading}roles = {{ broker = 2 }}\n"
        )
    };
    let role = |all: Vec<String>| -> Vec<String> { all.into_iter().filter(|x| x.contains("does:")).collect() };
    let p = "party = \"p\"\n";
    assert_eq!(role(told(&of("1", "leading = true\n", p))), ["p: does:a/t 0.8"]);
    assert_eq!(role(told(&of("2.25", "leading = true\n", p))), ["p: does:a/t 0.55"]);
    assert!(role(told(&of("2.5", "leading = true\n", p))).is_empty());
    assert!(role(told(&of("1", "leading = false\n", p))).is_empty());
    assert!(role(told(&of("1", "", p))).is_empty());
    assert!(omitted(&of("1", "", p)).contains(&"`task:t`: leading is unknown".to_owned()));
    assert!(omitted(&of("\"unknown\"", "leading = true\n", p)).contains(&"`member:a`: broker is unknown".to_owned()));
    // Without a party the focal one stands for the member; without that, the conflict is listed.
    assert!(role(told(&of("1", "leading = true\n", ""))).is_empty());
    assert!(omitted(&of("1", "leading = true\n", "")).iter().any(|o| o.starts_with("`member:a`: party")));
    let focal = format!("[project]\nfocal = \"p\"\n{}", of("1", "leading = true\n", ""));
    assert_eq!(role(told(&focal)), ["p: does:a/t 0.8"]);
}

#[test]
fn a_phase_rubs_by_its_leaders() {
    let two = |a: &str, b: &str, second: &str| {
        format!(
            "[party.p]\n[party.q]\n[member.a]\nparty = \"p\"\n{a}leads = [\"start\"]\n[member.b]\nparty = \"{second}\"\n{b}leads = [\"start\"]\n"
        )
    };
    let style = |x: &str| format!("style = {{ informal = {x} }}\n");
    assert_eq!(told(&two(&style("1"), &style("4"), "q")), ["p+q: leads:a/start leads:b/start 0.75"]);
    assert!(told(&two(&style("4"), &style("4"), "q")).is_empty(), "alike is no conflict");
    assert!(told(&two(&style("4"), &style("4"), "p")).is_empty());
    assert_eq!(told(&two(&style("1"), &style("5"), "p")), ["p: leads:a/start leads:b/start 1"]);
    let unknown = "leads:a/start leads:b/start undefined (missing-rating)";
    assert_eq!(told(&two(&style("1"), "", "q")), [format!("p+q: {unknown}")]);
    assert_eq!(told(&two("", "", "p")), [format!("p: {unknown}")]);
    let m = read(&two(&style("1"), "", "q"));
    let c = &of_leadership(&m, PhaseScope::All)[0];
    assert_eq!(c.missing.iter().map(ToString::to_string).collect::<Vec<_>>(), ["`member:b`: informal is unknown"]);
    let ids = ["p", "q"].map(|x| PartyId::new(x).unwrap());
    assert_eq!(between(&m, &ids[1], &ids[0], &ConflictOptions::new()).unwrap().divides.len(), 1);
    let low = "roles = { innovator = 1, broker = 2, mentor = 3, facilitator = 3 }\n";
    let text = format!("[party.p]\n[member.a]\nparty = \"p\"\n{low}leads = [\"start\"]\n");
    assert_eq!(told(&text), ["p: leads:a/start 0.55"]);
}

#[test]
fn a_role_that_somebody_is_not_rated_on_is_no_conflict() {
    let text = "[project]\nfocal = \"us\"\nphase = \"start\"\n[party.us]\n\
                [member.a]\nroles = { innovator = 2 }\n[member.b]\nroles = { monitor = 5 }\n[member.rater]\nname = \"R\"\n";
    assert!(told(text).is_empty());
    assert!(omitted(text).contains(&"`member:b`: innovator is unknown".to_owned()));
    assert!(omitted(text).iter().all(|o| !o.contains("rater")), "{:?}", omitted(text));
    let l = found(text);
    assert_eq!(names(&l.members.iter().map(|m| m.member.clone()).collect::<Vec<_>>()), "a b");
    assert!(l.omitted.iter().any(|o| o.to_string() == "`member:b`: innovator is unknown"));
    assert!(l.findings.iter().all(|f| f.rule != "role-cover" || f.because[0].attribute == Some(Attribute::Monitor)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_strongest_are_the_first_of_all(m in team_model(), k in 0_usize..6) {
        let options = || ConflictOptions::new().kinds([ConflictKind::Leadership]).phases(PhaseScope::All);
        let all = conflicts(&m, &options()).conflicts;
        let some = conflicts(&m, &options().strongest(k));
        prop_assert_eq!(&some.conflicts[..], &all[..k.min(all.len())]);
        prop_assert_eq!(some.more, all.len() > k);
        prop_assert_eq!(conflicts(&m, &options().strongest(usize::MAX)).conflicts, all);
    }
}

#[test]
fn a_role_that_nobody_covers_rubs_for_the_focal_party() {
    let text = |head: &str| {
        format!("{head}[party.us]\npower = 4\n[member.a]\nroles = {{ innovator = 2, broker = 3, monitor = 1 }}\n")
    };
    let us = text("[project]\nfocal = \"us\"\nphase = \"start\"\n");
    assert_eq!(told(&us), ["us: setting:phase-start setting:role-innovator 1"]);
    assert_eq!(of_leadership(&read(&us), PhaseScope::AtHand)[0].weighted, known(0.8));
    assert_eq!(of_leadership(&read(&us), PhaseScope::All).len(), 3, "innovator twice, monitor once");
    let unsaid = text("[project]\nfocal = \"us\"\n");
    assert_eq!(told(&unsaid).len(), 3, "no phase at hand: all");
    assert!(omitted(&us).contains(&"`member:a`: mentor is unknown".to_owned()));
    assert!(told(&text("")).is_empty());
    assert!(omitted(&text("")).iter().any(|o| o.starts_with("`project`: party")));
}
