//! What leaves the team is what its profile lets out, in every byte that anything writes of it, and the numbers stay.
#![cfg(all(feature = "cli", feature = "json", feature = "toml"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use common::strategies::{analysis_model, model, model_with_telling_ids, team_model};
use common::{rename, shuffled};
use polder::analysis::{
    AgreementOptions, CompareOptions, ConflictOptions, ForceFieldOptions, INDEX, IcebergOptions, Settings, Step,
    agreement, analyze, analyze_watched, analyze_with, between, compare, conflicts, force_field, iceberg,
};
use polder::export::{Exported, Key, Mapping, Profile, export, export_as};
use polder::handbook::{ReviewOptions, review};
use polder::id::*;
use polder::model::*;
use polder::rating::{Judgement, Rater, Rating};
use polder::report::{Format, Locale, ReportOptions, of_pair, of_review, report, report_watched};
use polder::scale::{Latitude, Longitude};
use polder::vocabulary::Vocabulary;
use polder::{Document, Model};
use proptest::prelude::*;
use serde_json::Value as Json;

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(text).unwrap()).unwrap_or_else(|e| panic!("{e}"))
}

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn key() -> Key {
    Key::new(*b"a key of a test!")
}

fn of(m: &Model, profile: Profile) -> Exported {
    export(m, profile, &key()).unwrap()
}

fn silent(what: &str, mark: &str, written: &str) {
    let lower = written.to_lowercase();
    if let Some(at) = lower.find(mark) {
        let around = lower.as_bytes()[at.saturating_sub(200)..(at + 100).min(lower.len())].to_vec();
        panic!("{what}: …{}…", String::from_utf8_lossy(&around));
    }
}

/// Stands in everything that no profile but the full one lets out.
const SECRET: &str = "qzq";
/// Stands in everything that pseudonyms hide, and in every id.
const HIDDEN: &str = "qz";
/// Where parties and the project are, as no other number is.
const PLACES: [&str; 2] = ["12.34567", "23.45678"];

/// What is planted in a model.
struct Planted {
    /// Texts that must not be seen under any profile.
    n: usize,
    /// A text with all names in it, in many forms.
    names: String,
    raters: BTreeSet<String>,
}

impl Planted {
    fn secret(&mut self) -> String {
        self.n += 1;
        format!("{SECRET}{} secret", self.n)
    }

    /// A text in which everybody is named: parties and members, and raters who are neither.
    fn telling(&mut self) -> String {
        self.n += 1;
        format!("Number {}: {}", self.n, self.names)
    }

    /// As [`Planted::telling`], with what nobody can find in it: pseudonyms alone do not hide it.
    fn detail(&mut self) -> String {
        format!("{} {HIDDEN}detail", self.telling())
    }

    fn remarks(&mut self, remarks: &mut Remarks) {
        remarks.notes = Some(self.secret());
        remarks.annotations = BTreeMap::from([(self.secret(), self.secret())]);
        let raters = self.raters.iter().map(|name| slug(name));
        remarks.tags = raters.chain([slug("qz-tag"), slug("media")]).collect();
    }
}

fn is_free(rater: &Rater) -> bool {
    ["someone", "nobody-in-particular", "free-rater"].contains(&rater.name.as_str())
}

/// Changes every judgement of a model.
fn judged(m: &mut Model, change: &mut dyn FnMut(&mut Judgement)) {
    fn rating(rating: &mut Rating, change: &mut dyn FnMut(&mut Judgement)) {
        match rating {
            Rating::Plain(_) => {}
            Rating::Judged(one) => change(one),
            Rating::Several(all) => {
                all.iter_mut().for_each(change);
                // Who is nobody has no place.
                all.sort_by_key(|j| (j.by.is_some(), j.by.is_none().then(|| j.clone())));
            }
        }
    }
    macro_rules! nodes {
        ($($all:ident, $update:ident;)+) => {$(
            for id in m.$all().map(|(id, _)| id.clone()).collect::<Vec<_>>() {
                m.$update(&id, |n| n.ratings_mut().into_iter().for_each(|r| rating(r, change))).unwrap();
            }
        )+};
    }
    nodes! {
        parties, update_party; members, update_member; values, update_value; cultures, update_culture;
        claims, update_claim; beliefs, update_belief; forces, update_force; supports, update_support;
    }
    macro_rules! arcs {
        ($($arcs:ident, $set:ident, |$w:ident| $ratings:expr;)+) => {$(
            let all = m.$arcs().iter().map(|(a, b, w)| (a.clone(), b.clone(), w.clone())).collect::<Vec<_>>();
            for (a, b, mut $w) in all {
                $ratings.into_iter().for_each(|r| rating(r, change));
                m.$set(a, b, $w).unwrap();
            }
        )+};
    }
    arcs! {
        stakes, set_stake, |w| w.ratings_mut();
        importances, set_importance, |w| [&mut w];
        trusts, set_trust, |w| [&mut w];
        influences, set_influence, |w| [&mut w];
        ties, set_tie, |w| [&mut w];
        opposes, set_opposes, |w| [&mut w];
        tensions, set_tension, |w| [&mut w];
    }
    let needs: Vec<_> = m.dependences().iter().map(|(a, b, w)| (a.clone(), b.clone(), w.clone())).collect();
    for (a, b, all) in needs {
        for (resource, mut w) in all {
            w.ratings_mut().into_iter().for_each(|r| rating(r, change));
            m.set_dependence(a.clone(), b.clone(), &resource, w).unwrap();
        }
    }
}

/// The model with something in every text that it may hold, so that what slips through is seen.
#[allow(clippy::too_many_lines)]
fn planted(m: &Model) -> Model {
    let confided: BTreeSet<String> =
        m.observations().filter(|(_, n)| n.in_confidence()).map(|(id, _)| id.to_string()).collect();
    let mut m = rename(m, |id| if confided.contains(id) { format!("{SECRET}{id}") } else { id.to_owned() });
    let members = m.members().map(|(id, _)| id.to_string());
    let ids: Vec<String> = m.parties().map(|(id, _)| id.to_string()).chain(members).collect();
    let (mut raters, mut reasons) = (BTreeSet::new(), 0);
    judged(&mut m, &mut |j| {
        reasons += 1;
        j.why = Some(format!("{SECRET}-reason{reasons} secret"));
        if let Some(rater) = j.by.as_mut().filter(|rater| is_free(rater)) {
            rater.name = slug(&format!("{SECRET}-{}", rater.name));
            raters.insert(rater.name.to_string());
        }
    });
    let mut said: Vec<String> =
        ids.iter().flat_map(|id| [id.to_uppercase(), format!("the {}'s", id.replace('-', " "))]).collect();
    let named = |id: &str| format!("Qz {id} Überfluß & Co");
    said.extend(ids.iter().flat_map(|id| {
        let name = named(id);
        [name.clone(), name.to_uppercase(), name.to_lowercase(), name.replace('Ü', "U\u{308}"), name.replace('Ü', "U")]
    }));
    said.extend(raters.iter().flat_map(|name| [name.to_uppercase(), name.replace('-', "\n"), format!("({name})")]));
    let p = &mut Planted { n: 0, names: said.join(", "), raters };

    let place = |latitude: f64, longitude: f64| Location {
        latitude: Latitude::new(latitude).unwrap(),
        longitude: Longitude::new(longitude).unwrap(),
    };
    macro_rules! each {
        ($all:ident, $update:ident, |$n:ident| $change:expr) => {
            for id in m.$all().map(|(id, _)| id.clone()).collect::<Vec<_>>() {
                m.$update(&id, |$n| {
                    p.remarks(&mut $n.remarks);
                    $change
                })
                .unwrap();
            }
        };
    }
    each!(interests, update_interest, |n| n.name = Some(p.telling()));
    each!(values, update_value, |n| n.name = Some(p.telling()));
    each!(tasks, update_task, |n| n.name = Some(p.telling()));
    each!(cultures, update_culture, |n| {
        (n.name, n.norms, n.ways_of_working) = (Some(p.detail()), Some(p.detail()), Some(p.detail()));
    });
    each!(claims, update_claim, |n| n.statement = Some(p.detail()));
    each!(beliefs, update_belief, |_n| ());
    each!(comparisons, update_comparison, |_n| ());
    each!(flows, update_flow, |n| n.name = Some(p.telling()));
    each!(forces, update_force, |n| n.name = p.telling());
    each!(supports, update_support, |n| n.example = Some(p.detail()));
    each!(observations, update_observation, |n| {
        n.statement = if n.in_confidence() { p.secret() } else { p.detail() };
    });
    for id in m.members().map(|(id, _)| id.clone()).collect::<Vec<_>>() {
        m.update_member(&id, |n| {
            p.remarks(&mut n.remarks);
            n.name = Some(named(id.as_str()));
        })
        .unwrap();
    }
    for id in m.parties().map(|(id, _)| id.clone()).collect::<Vec<_>>() {
        m.update_party(&id, |n| {
            p.remarks(&mut n.remarks);
            n.name = Some(named(id.as_str()));
            n.contact = Contact { channel: Some(p.secret()), frequency: Some(p.secret()), owner: Some(p.secret()) };
            n.responsibilities =
                Responsibilities { formal: Some(vec![p.detail()]), informal: Some(vec![p.detail(), p.detail()]) };
            n.location = Some(place(12.345_678, 12.345_679));
            n.sector = n.sector.is_some().then(|| id.slug().clone());
            n.rings.wished = n.rings.wished.is_some().then(|| slug(&format!("close-{id}")));
        })
        .unwrap();
    }
    for (a, b, mut w) in m.stakes().iter().map(|(a, b, w)| (a.clone(), b.clone(), w.clone())).collect::<Vec<_>>() {
        (w.said, w.why) = (Some(p.detail()), Some(p.secret()));
        m.set_stake(a, b, w).unwrap();
    }
    let needs: Vec<_> = m.dependences().iter().map(|(a, b, w)| (a.clone(), b.clone(), w.clone())).collect();
    for (a, b, all) in needs {
        for (resource, w) in all {
            m.remove_dependence(&a, &b, &resource);
            m.set_dependence(a.clone(), b.clone(), &p.telling(), w).unwrap();
        }
    }
    let mut project = m.project().clone();
    (project.name, project.goal) = (Some(p.detail()), Some(p.telling()));
    project.location = Some(place(23.456_789, 23.456_788));
    p.remarks(&mut project.remarks);
    m.set_project(project).unwrap();
    let mut handbook = m.handbook().clone();
    handbook.explained = polder::handbook::rules().iter().map(|rule| (rule.id().clone(), p.detail())).collect();
    handbook.activities = (0..2)
        .map(|_| {
            let mut activity =
                Activity { name: p.telling(), surfaces_culture: Some(true), remarks: Remarks::default() };
            p.remarks(&mut activity.remarks);
            activity
        })
        .collect();
    m.set_handbook(handbook).unwrap();
    m
}

/// Everything that the library writes of an export; `before` was exported with it.
fn written(m: &Model, before: &Model) -> Vec<(String, String)> {
    let mut out = vec![
        ("toml".to_owned(), Document::from(m).to_toml()),
        ("json".into(), Document::from(m).to_json()),
        ("debug".into(), format!("{m:?}")),
        ("analyze".into(), analyze(m, &[]).unwrap().to_string()),
    ];
    let changes = compare(before, m, &CompareOptions::new()).unwrap();
    out.push(("compare".into(), serde_json::to_string(&changes).unwrap()));
    let found = review(m, &ReviewOptions::new());
    out.push(("review".into(), serde_json::to_string(&found).unwrap()));
    let parties: Vec<&PartyId> = m.parties().map(|(id, _)| id).take(2).collect();
    for lang in Locale::BUILTIN {
        let locale = Locale::builtin(lang).unwrap();
        for format in Format::ALL {
            let whole = report(m, &locale, &ReportOptions::new().since(before.clone()));
            out.push((format!("report {lang} {format}"), whole.render(*format)));
            out.push((format!("review {lang} {format}"), of_review(m, &locale, &found).render(*format)));
            if let [a, b] = parties.as_slice() {
                let found = between(m, a, b, &ConflictOptions::new()).unwrap();
                out.push((format!("between {lang} {format}"), of_pair(m, &locale, &found).render(*format)));
                out.push(("between".into(), serde_json::to_string(&found).unwrap()));
            }
        }
    }
    out
}

/// The model as it was before: with a party that left, and one that has come since under another name.
fn earlier(m: &Model) -> Model {
    let mut out = m.clone();
    let gone =
        Party { name: Some("Qz Gone Before".into()), power: Some(Rating::number(2.5).unwrap()), ..Party::default() };
    out.insert_party(PartyId::new("qz-gone-before").unwrap(), gone).unwrap();
    let first = m.parties().next().unwrap().0.clone();
    out.update_party(&first, |p| p.name = Some("Qz Formerly".into())).unwrap();
    out
}

/// The text that names whom only the earlier model has.
fn naming_the_gone(mut m: Model) -> Model {
    let mut project = m.project().clone();
    project.goal = Some("Without QZ GONE before, and qz formerly.".into());
    m.set_project(project).unwrap();
    m
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_outside_the_profile_is_in_any_byte_that_the_library_writes(m in model_with_telling_ids()) {
        let m = naming_the_gone(planted(&m));
        let before = earlier(&m);
        for (profile, mark, places) in
            [(Profile::Shareable, SECRET, &PLACES[..1]), (Profile::Pseudonymised, HIDDEN, &PLACES[..])]
        {
            let mapping = Mapping::of(&m, profile, &key()).and(&before).and(&m);
            let [after, before] = [&m, &before].map(|m| export_as(m, &mapping).unwrap());
            for (what, text) in written(&after.model, &before.model) {
                silent(&format!("{profile}: {what}"), mark, &text);
                places.iter().for_each(|place| silent(&format!("{profile}: {what}"), place, &text));
            }
            let kept = serde_json::to_string(&after.mapping.unwrap()).unwrap();
            silent("mapping", "secret", &kept);
            silent("mapping", "qzqqz-observation", &kept);
        }
        // What is planted is there to be found.
        let all = Document::from(&of(&m, Profile::Full).model).to_toml();
        prop_assert!(all.contains(SECRET) && all.contains(PLACES[0]) && all.contains(PLACES[1]));
    }

    #[test]
    fn an_export_is_written_and_read_as_any_model(m in model()) {
        let back = |m: &Model| Document::from_toml(&Document::from(m).to_toml()).unwrap().resolve().model;
        for profile in Profile::ALL {
            let exported = of(&m, *profile).model;
            prop_assert!(back(&m).is_none() || back(&exported) == Some(exported));
        }
    }
}

/// Confided observations as nobody's: with their layer and what explains what.
fn unsaid(m: &Model) -> Model {
    let mut out = m.clone();
    let hidden = |id: &ObservationId| m.observation(id).unwrap().in_confidence();
    for id in m.observations().map(|(id, _)| id.clone()).filter(|id| hidden(id)) {
        out.update_observation(&id, |n| {
            let private = Some(true);
            *n = Observation {
                layer: n.layer,
                statement: "…".into(),
                by: BTreeSet::new(),
                about: BTreeSet::new(),
                voiced: None,
                private,
                votes: None,
                remarks: Remarks::default(),
            };
        })
        .unwrap();
    }
    for (a, b, _) in m.becauses().iter().filter(|(a, b, _)| hidden(a) || hidden(b)) {
        out.set_because(a.clone(), b.clone(), Because { by: BTreeSet::new() }).unwrap();
    }
    out
}

/// What a team keeps to itself taken out by hand: confided observations, places of parties, how contact is kept.
fn without_secrets(m: &Model) -> Model {
    let mut out = unsaid(m);
    for id in m.parties().map(|(id, _)| id.clone()) {
        out.update_party(&id, |p| {
            let known = p.contact != Contact::default();
            p.contact = Contact { channel: known.then(|| "…".to_owned()), frequency: None, owner: None };
            p.location = None;
        })
        .unwrap();
    }
    out
}

/// With contact that nobody keeps: who keeps it is in no text, be it the name of a resource.
fn ownerless(m: &Model) -> Model {
    let mut out = m.clone();
    for id in m.parties().map(|(id, _)| id.clone()) {
        out.update_party(&id, |p| {
            if p.contact.owner.take().is_some() {
                p.contact.frequency = Some("weekly".into());
            }
        })
        .unwrap();
    }
    out
}

fn results(m: &Model) -> Json {
    analyze(m, &[]).unwrap()
}

/// The numbers of a method, from the least on, whatever they are of.
fn numbers(results: &Json, method: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut left = vec![&results["analyses"][method]["result"]];
    while let Some(next) = left.pop() {
        match next {
            Json::Number(x) => out.push(x.to_string()),
            Json::Array(all) => left.extend(all),
            Json::Object(all) => left.extend(all.values()),
            _ => {}
        }
    }
    out.sort();
    out
}

/// What the pseudonyms were before, undone: names are not.
fn undone(exported: &Exported) -> Model {
    let back: BTreeMap<(&str, String), String> =
        exported.mapping.as_ref().unwrap().iter().map(|r| ((r.kind, r.pseudonym.to_string()), r.id.clone())).collect();
    let by_pseudonym: BTreeMap<String, String> =
        back.into_iter().filter(|((kind, _), _)| *kind != "rater").map(|((_, p), id)| (p, id)).collect();
    rename(&exported.model, |id| by_pseudonym.get(id).cloned().unwrap_or_else(|| id.to_owned()))
}

/// Without names, statements, reasons, raters and what was confided, which has ids of its own.
fn nameless(m: &Model) -> Model {
    let mut m = m.clone();
    let confided: Vec<ObservationId> =
        m.observations().filter(|(_, n)| n.in_confidence()).map(|(id, _)| id.clone()).collect();
    confided.iter().for_each(|id| drop(m.remove_observation(id).unwrap()));
    judged(&mut m, &mut |j| (j.by, j.why) = (None, None));
    macro_rules! each {
        ($($all:ident, $update:ident, |$n:ident| $bare:expr;)+) => {$(
            for id in m.$all().map(|(id, _)| id.clone()).collect::<Vec<_>>() {
                m.$update(&id, |$n| $bare).unwrap();
            }
        )+};
    }
    each! {
        parties, update_party, |n| n.name = None;
        members, update_member, |n| n.name = None;
        interests, update_interest, |n| n.name = None;
        values, update_value, |n| n.name = None;
        tasks, update_task, |n| n.name = None;
        observations, update_observation, |n| (n.statement, n.remarks) = (String::new(), Remarks::default());
    }
    m
}

/// The methods that give the same numbers under other ids, whatever the ties. The others list some of what is alike, the first by
/// id: of those only totals can be compared.
const STEADY: &[&str] = &[
    "power_interest",
    "salience",
    "power_interest_attitude",
    "support",
    "threat_cooperation",
    "trust_matrix",
    "alignment_interest",
    "rings",
    "engagement",
    "value_map",
    "communication_plan",
    "convergence",
    "influence",
    "co_orientation",
    "value_priorities",
];

/// Totals of methods that list what is alike.
fn totals(m: &Model) -> (Vec<String>, Vec<Option<u64>>, [usize; 3]) {
    let field = force_field(m, &ForceFieldOptions::new());
    let agreed = agreement(m, &AgreementOptions::new());
    let sums = [field.driving, field.restraining, field.net].map(|x| format!("{x:?}"));
    let measures = [field.balance, agreed.concordance.w, agreed.alpha.alpha].map(|x| format!("{x:?}"));
    let found = conflicts(m, &ConflictOptions::new());
    let mut strengths: Vec<Option<u64>> =
        found.conflicts.iter().map(|c| c.strength.value().map(f64::to_bits)).collect();
    strengths.sort_unstable();
    let below = iceberg(m, &IcebergOptions::new());
    let counts = [below.bottlenecks.len(), below.roots.len(), below.withheld];
    (sums.into_iter().chain(measures).collect(), strengths, counts)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_shareable_model_gives_the_numbers_of_one_without_the_secrets(m in model()) {
        let m = ownerless(&m);
        // Ids with the name of a rater have others: undone.
        prop_assert_eq!(results(&undone(&of(&m, Profile::Shareable))), results(&without_secrets(&m)));
    }

    #[test]
    fn only_what_is_said_to_change_does(m in prop_oneof![model(), team_model()]) {
        let m = ownerless(&m);
        let [mut before, mut after] = [results(&m), results(&undone(&of(&m, Profile::Shareable)))];
        // How contact is kept, in the plan.
        for all in [&mut before, &mut after] {
            let mut left = vec![&mut all["analyses"]["communication_plan"]];
            while let Some(next) = left.pop() {
                match next {
                    Json::Array(all) => left.extend(all),
                    Json::Object(all) => {
                        all.remove("contact");
                        left.extend(all.values_mut());
                    }
                    _ => {}
                }
            }
        }
        // What reads places, where there are some; and the iceberg, where something was confided.
        let mut less = Vec::new();
        if m.parties().any(|(_, p)| p.location.is_some()) {
            less.extend(["conflicts", "relations"]);
        }
        if m.observations().any(|(_, n)| n.in_confidence()) {
            less.push("iceberg");
        }
        for all in [&mut before, &mut after] {
            for part in ["analyses", "not_run"] {
                let all = all[part].as_object_mut().unwrap();
                less.iter().for_each(|method| drop(all.remove(*method)));
            }
        }
        prop_assert_eq!(after, before);
    }

    #[test]
    fn the_iceberg_of_an_export_counts_what_was_confided(m in team_model()) {
        let found = |m: &Model| iceberg(m, &IcebergOptions::new());
        let hidden = m.observations().filter(|(_, n)| n.in_confidence()).count();
        let (before, after) = (found(&m), found(&of(&m, Profile::Shareable).model));
        prop_assert_eq!(after.withheld, hidden);
        prop_assert_eq!(&found(&undone(&of(&m, Profile::Shareable))), &found(&unsaid(&m)));
        // The chains are those of the original, whatever of it is shown.
        let below = |found: &polder::analysis::Iceberg| {
            let mut all: Vec<_> =
                found.bottlenecks.iter().map(|b| (b.depth, b.deep, format!("{:?}", b.chains), b.root_count)).collect();
            all.sort();
            let mut roots: Vec<_> = found.roots.iter().map(|r| (r.layer, r.bottleneck_count)).collect();
            roots.sort();
            (all, roots, found.undiscussed.len(), found.fewest.size)
        };
        prop_assert_eq!(below(&after), below(&before));
    }

    #[test]
    fn pseudonyms_change_no_number(m in team_model()) {
        let m = ownerless(&m);
        let exported = of(&m, Profile::Pseudonymised);
        let [before, after] = [results(&without_secrets(&m)), results(&exported.model)];
        prop_assert_eq!(&after["not_run"], &before["not_run"]);
        let moved: Vec<&&str> = STEADY.iter().filter(|of| numbers(&after, of) != numbers(&before, of)).collect();
        prop_assert_eq!(moved, Vec::<&&str>::new());
        prop_assert_eq!(totals(&exported.model), totals(&without_secrets(&m)));
        prop_assert_eq!(nameless(&undone(&exported)), nameless(&without_secrets(&m)));
    }

    #[test]
    fn the_handbook_misses_what_the_profiles_say_that_it_misses(m in model()) {
        let mut unexplained = m.clone();
        unexplained.set_handbook(Handbook { explained: BTreeMap::new(), ..m.handbook().clone() }).unwrap();
        for (profile, whole, reads) in [
            (Profile::Shareable, &m, &["partners-nearby"][..]),
            (Profile::Pseudonymised, &unexplained, &["partners-nearby", "usual-voices", "roles-divided", "support-mapped"]),
        ] {
            let [before, after] = [whole, &of(&m, profile).model].map(|m| review(m, &ReviewOptions::new()));
            for (before, after) in before.verdicts.iter().zip(&after.verdicts) {
                let same = before.state == after.state || reads.contains(&before.rule.as_str());
                prop_assert!(same && before.rule == after.rule, "{} {:?} {:?}", before.rule, before.state, after.state);
            }
        }
    }

    #[test]
    fn the_order_of_the_file_changes_no_pseudonym(m in analysis_model(), seed: u64) {
        for profile in Profile::ALL {
            prop_assert_eq!(of(&shuffled(&m, seed), *profile), of(&m, *profile));
        }
    }

    #[test]
    fn the_full_profile_changes_nothing(m in model()) {
        prop_assert_eq!(of(&m, Profile::Full), export_as(&m, &Mapping::of(&m, Profile::Full, &key())).unwrap());
        prop_assert_eq!(of(&m, Profile::Full).mapping, None);
        prop_assert_eq!(of(&m, Profile::Full).model, m);
    }
}

const TOWN: &str = r#"
polder = 1
[project]
name = "Light in Zwolle"
focal = "gemeente"
[party.gemeente]
name = "Gemeente Zwolle"
power = [{ score = 4, by = "anna" }, { score = 2, by = "party:stedin", why = "they said so" }, { score = 3, by = "expert" }]
contact = { channel = "carrier pigeon", owner = "anna" }
stakes = { winst-stedin = { stance = -1, said = "not at our cost", why = "treaty of old" } }
[party.stedin]
name = "Stedin"
part-of = "gemeente"
sector = "stedin-people"
ring = { actual = "co-decide" }
ties = { gemeente = 1 }
depends-on = { gemeente = [{ resource = "permit for Stedin", importance = 3 }, { resource = "permit for STEDIN", importance = 5 }] }
[party.a1]
name = "A1 BV"
sector = "decider"
[member.anna]
name = "Anna de Wit"
style = { informal = { score = 4, by = "member:anna" } }
[interest.winst-stedin]
[interest.lower-bill]
[interest.calm]
name = "Calm, says the Expert of gemeente zwolle and anna de wit"
[value.calm]
name = "Calm"
[observation.late]
layer = "event"
statement = "Late"
because = ["dread", "budget"]
[observation.budget]
layer = "structure"
statement = "Money once a year"
[observation.dread]
layer = "mental-model"
statement = "They dread us"
private = true
by = ["gemeente", "stedin"]
[handbook]
acknowledged = [
  { kind = "interest", parties = ["gemeente", "stedin"], over = "calm" },
  { kind = "value", parties = ["gemeente", "stedin"], over = "calm" },
]
"#;

#[test]
fn raters_become_others_and_are_nobody_else() {
    let m = read(TOWN);
    let exported = of(&m, Profile::Shareable);
    let toml = Document::from(&exported.model).to_toml();
    // A party is called a1: no rater may be.
    let power = exported.model.party(&PartyId::new("gemeente").unwrap()).unwrap().power.clone().unwrap();
    let raters: BTreeSet<String> = power.judgements().iter().map(|j| j.by.as_ref().unwrap().to_string()).collect();
    assert_eq!(raters, ["a2", "a3", "a4"].map(str::to_owned).into(), "{toml}");
    let anna = exported.mapping.as_ref().unwrap().iter().find(|r| r.id == "member:anna").unwrap();
    assert_eq!((anna.kind, anna.name.as_deref()), ("rater", None));
    // Anna rates herself: with and without her prefix she is one.
    assert!(toml.contains(&format!("informal = {{ score = 4, by = \"{}\" }}", anna.pseudonym)), "{toml}");
    // Who is neither party nor member has no name in texts either; the others keep theirs.
    let expert = exported.mapping.as_ref().unwrap().iter().find(|r| r.id == "expert").unwrap();
    let expert = expert.pseudonym.as_str().to_uppercase();
    assert!(toml.contains(&format!("Calm, says the {expert} of gemeente zwolle and anna de wit")), "{toml}");
    for kept in ["Anna de Wit", "Light in Zwolle", "not at our cost", "[party.stedin]", "Late"] {
        assert!(toml.contains(kept), "{kept}: {toml}");
    }
    for gone in ["treaty", "pigeon", "they said so", "dread", "expert"] {
        assert!(!toml.contains(gone), "{gone}: {toml}");
    }
}

#[test]
fn pseudonyms_stand_wherever_a_name_stood() {
    let m = read(TOWN);
    let exported = of(&m, Profile::Pseudonymised);
    let mapping = exported.mapping.as_ref().unwrap();
    let of = |element: Element| mapping.pseudonym_of(&element).unwrap().clone();
    let [town, grid] = ["gemeente", "stedin"].map(|id| of((&PartyId::new(id).unwrap()).into()).to_string());
    let anna = of((&MemberId::new("anna").unwrap()).into()).to_string();
    let toml = Document::from(&exported.model).to_toml();
    let shown = |slug: &str| slug.to_uppercase();
    let expert = mapping.iter().find(|r| r.id == "expert").unwrap().pseudonym.as_str().to_uppercase();
    assert!(toml.contains(&format!("says the {expert} of {} and {}", shown(&town), shown(&anna))), "{toml}");
    // Two resources that differ in the writing of a name are two.
    let both = format!("\"permit for {0}\"", shown(&grid));
    assert!(toml.contains(&both) && toml.contains(&format!("\"permit for {} (2)\"", shown(&grid))), "{toml}");
    // A word of one's own with a name in it is another word, one of the handbook's stays.
    assert!(toml.contains("sector = \"w1\"") && toml.contains("sector = \"decider\""), "{toml}");
    // What was known by its id still is, unless that tells.
    assert!(toml.contains("name = \"lower-bill\"") && !toml.contains("winst"), "{toml}");
    for gone in ["Zwolle", "Stedin", "gemeente", "anna", "A1 BV", "Late", "calm\"", "cost"] {
        assert!(!toml.contains(gone), "{gone}: {toml}");
    }
    // An interest and a value of one id are told apart by the kind of conflict.
    let over = |kind: &str| {
        let all = &exported.model.handbook().acknowledged;
        all.iter().find(|a| a.kind.word() == kind).unwrap().over.first().unwrap().to_string()
    };
    assert_eq!(over("interest"), of((&InterestId::new("calm").unwrap()).into()).to_string());
    assert_eq!(over("value"), of((&ValueId::new("calm").unwrap()).into()).to_string());
    assert_eq!(exported.party(&PartyId::new("stedin").unwrap()).as_str(), grid);
    assert!(exported.model.wrote(&PartyId::new(&grid).unwrap(), Table::DependsOn));
    // In JSON by kind and number.
    let json = serde_json::to_value(mapping).unwrap();
    let kinds: Vec<&str> = json["mapping"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[..4], ["party", "party", "party", "member"]);
    assert_eq!(json["mapping"][0]["pseudonym"], "p01");
    assert!(!json.to_string().contains("dread"), "confided observations are in no mapping");
}

#[test]
fn pseudonyms_are_drawn_with_the_key_alone() {
    let text = |note: &str| {
        let parties: String = ('a'..='h').map(|c| format!("[party.{c}{c}]\n")).collect();
        format!("polder = 1\n[project]\nnotes = \"{note}\"\n{parties}")
    };
    let order = |note: &str, key: u8| -> Vec<String> {
        let exported = export(&read(&text(note)), Profile::Pseudonymised, &Key::new([key; 16])).unwrap();
        exported.mapping.unwrap().iter().map(|r| r.id.clone()).collect()
    };
    let orders: BTreeSet<Vec<String>> = (1..=4).map(|key| order("x", key)).collect();
    // Eight parties by the alphabet, or four times alike: once in tens of thousands of times.
    assert_eq!(orders.len(), 4);
    assert!(!orders.iter().any(|order| order.is_sorted()));
    assert_eq!(order("x", 1), order("y", 1));
    assert_eq!(format!("{:?}", Key::new([7; 16])), "Key(…)");
}

#[test]
fn the_order_of_raters_in_a_rating_tells_nothing() {
    let by = |names: [&str; 3]| {
        let all = names.map(|name| format!("{{ score = {}, by = \"{name}\" }}", 1 + name.len() % 5));
        let none = ["{ score = 1, why = \"so\" }", "{ score = 2, why = \"so\" }"];
        let none = if names[0] == "anna" { none } else { [none[1], none[0]] };
        read(&format!("polder = 1\n[party.city]\npower = [{}, {}]\n", none.join(", "), all.join(", ")))
    };
    let all = [["anna", "roberta", "xi"], ["xi", "anna", "roberta"], ["roberta", "xi", "anna"]];
    for profile in [Profile::Shareable, Profile::Pseudonymised] {
        let written: BTreeSet<String> =
            all.iter().map(|names| Document::from(&of(&by(*names), profile).model).to_toml()).collect();
        assert_eq!(written.len(), 1, "{written:?}");
        let one = written.first().unwrap();
        let places = ["\"a1\"", "\"a2\"", "\"a3\""].map(|it| one.find(it).unwrap());
        assert!(places.is_sorted(), "{one}");
    }
}

#[test]
fn a_second_model_has_the_pseudonyms_of_the_first() {
    let now = read(TOWN);
    let before =
        read(&TOWN.replace("[party.a1]\nname = \"A1 BV\"", "[party.gone]\nname = \"Gone\"").replace("expert", "a2"));
    for profile in [Profile::Shareable, Profile::Pseudonymised] {
        let alone = Mapping::of(&now, profile, &key());
        let both = alone.clone().and(&before);
        for renamed in alone.iter() {
            assert!(both.iter().any(|r| r == renamed), "{renamed:?}");
        }
        assert_eq!(export_as(&now, &both).unwrap().model, of(&now, profile).model);
        let then = export_as(&before, &alone).unwrap();
        assert_eq!(then, export_as(&before, &both).unwrap());
        let gone = then.party(&PartyId::new("gone").unwrap());
        assert_eq!(gone.as_str(), if profile == Profile::Shareable { "gone" } else { "p04" });
    }
}

#[test]
fn one_person_is_two_raters_where_points_would_not_add_up() {
    let points = |by: &str, x: [u32; 4]| {
        ["clan", "adhocracy", "market", "hierarchy"]
            .iter()
            .zip(x)
            .map(|(k, x)| (*k, format!("{{ score = {x}, by = \"{by}\" }}")))
            .collect::<Vec<_>>()
    };
    let both: String = points("anna", [70, 10, 10, 10])
        .into_iter()
        .zip(points("member:anna", [10, 10, 10, 70]))
        .map(|((k, a), (_, b))| format!("{k} = [{a}, {b}]\n"))
        .collect();
    let mut m = read("polder = 1\n[member.anna]\n[culture.c]\nmodel = \"competing-values\"\n");
    let count = |m: &Model| of(m, Profile::Shareable).mapping.unwrap().iter().count();
    // Both ways of writing sum to 100, and so do the means.
    let json = format!("polder = 1\n[member.anna]\n[culture.c]\nmodel = \"competing-values\"\n[culture.c.now]\n{both}");
    if let Some(merged) = Document::from_toml(&json).unwrap().resolve().model {
        assert_eq!(count(&merged), 1);
    }
    // Two types by the one way of writing and two by the other: together they are 140.
    let rating = |by: Option<polder::rating::RaterKind>, x: f64| {
        let mut rating = Rating::number(x).unwrap();
        if let Rating::Plain(estimate) = rating {
            let by = Some(Rater { prefix: by, name: slug("anna") });
            rating = Rating::Judged(Judgement { estimate, by, confidence: None, why: None });
        }
        rating
    };
    let member = Some(polder::rating::RaterKind::Member);
    m.update_culture(&CultureId::new("c").unwrap(), |c| {
        c.now = BTreeMap::from([
            (slug("clan"), rating(None, 60.0)),
            (slug("adhocracy"), rating(None, 10.0)),
            (slug("market"), rating(member, 60.0)),
            (slug("hierarchy"), rating(member, 10.0)),
        ]);
    })
    .unwrap();
    assert_eq!(count(&m), 2);
}

#[test]
fn who_watches_is_told_of_every_method_before_it_runs() {
    let m = read(TOWN);
    let whole = |told: &[Step], total: usize| {
        assert_eq!(
            told.iter().map(|s| (s.done, s.total)).collect::<Vec<_>>(),
            (0..total).map(|n| (n, total)).collect::<Vec<_>>()
        );
    };
    let mut told: Vec<Step> = Vec::new();
    let watched = analyze_watched(&m, &[], &Settings::new(), &mut |step| told.push(step)).unwrap();
    assert_eq!(watched, analyze_with(&m, &[], &Settings::new()).unwrap());
    let ran = INDEX.iter().map(|e| e.id).filter(|id| watched["analyses"].get(*id).is_some());
    assert!(told.iter().map(|step| step.method).eq(ran));
    assert!(watched["not_run"].as_object().unwrap().len() > 2, "of what is not run nothing is told");
    whole(&told, told.len());

    let locale = Locale::builtin("en").unwrap();
    for parties in [0, 301] {
        let mut m = m.clone();
        for n in 0..parties {
            m.insert_party(PartyId::new(&format!("n{n}")).unwrap(), Party::default()).unwrap();
        }
        let mut told: Vec<Step> = Vec::new();
        let watched = report_watched(&m, &locale, &ReportOptions::new(), &mut |step| told.push(step));
        assert_eq!(watched, report(&m, &locale, &ReportOptions::new()));
        whole(&told, if parties == 0 { INDEX.len() } else { INDEX.len() - 4 });
        let methods: BTreeSet<&str> = told.iter().map(|step| step.method).collect();
        assert!(methods.iter().all(|method| INDEX.iter().any(|e| e.id == *method)) && methods.len() == told.len());
    }
}

/// An empty directory of a test's own.
fn place(test: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("export-{test}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// Exit code, standard output, standard error.
fn run(args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_polder"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    let output = command.args(args).stdin(Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    // The sector of its own deserves a look; that is the editor's view of the file.
    let err = text(output.stderr);
    let own = err.lines().filter(|line| !line.contains(": 1 warning; `polder check`")).map(|line| format!("{line}\n"));
    (output.status.code().unwrap(), text(output.stdout), own.collect())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

const NOTE: &str =
    "note: who is who is kept nowhere, and the next run draws other pseudonyms; --mapping FILE keeps both\n";

#[test]
fn every_command_that_tells_of_a_model_has_profiles() {
    let dir = place("commands");
    let (file, old) = (dir.join("town.toml"), dir.join("old.toml"));
    fs::write(&file, TOWN).unwrap();
    fs::write(&old, TOWN.replace("Gemeente Zwolle", "Burcht Zwolle")).unwrap();
    let (file, old) = (text(&file), text(&old));
    let calls: &[&[&str]] = &[
        &["convert", file, "--to", "toml"],
        &["convert", file, "--to", "json"],
        &["analyze", file],
        &["analyze", file, "--format", "json"],
        &["report", file],
        &["report", file, "--lang", "nl", "--to", "text", "--since", old],
        &["review", file],
        &["review", file, "--format", "json"],
        &["between", file, "gemeente", "stedin"],
        &["between", file, "stedin", "gemeente", "--format", "json"],
        &["compare", old, file],
        &["compare", file, "--set", "stedin.power=5", "--format", "json"],
    ];
    for call in calls {
        let with = |profile| run(&[*call, &["--profile", profile]].concat());
        assert_eq!(with("full"), run(call), "{call:?}");
        for (profile, gone, note) in [
            ("shareable", &["treaty", "they said so", "dread", "pigeon"][..], ""),
            ("pseudonymised", &["treaty", "zwolle", "stedin", "gemeente", "anna", "dread", "burcht"][..], NOTE),
        ] {
            let (code, out, err) = with(profile);
            assert_eq!((code, err.as_str()), (0, note), "{call:?}");
            for word in gone {
                silent(&format!("{call:?} {profile}"), word, &out.replace("stedin.power", ""));
            }
            assert!(!out.is_empty());
        }
    }
}

#[test]
fn who_is_who_is_kept_where_only_its_owner_reads_it() {
    let dir = place("mapping");
    let (file, who, out) = (dir.join("town.toml"), dir.join("who.json"), dir.join("out.toml"));
    fs::write(&file, TOWN).unwrap();
    // One that anybody may read is replaced by one that nobody else may.
    fs::write(&who, "\n").unwrap();
    let call = ["convert", text(&file), "--to", "toml", "-o", text(&out), "--profile", "pseudonymised"];
    let with = |mapping: &str| run(&[&call[..], &["--mapping", mapping]].concat());
    assert_eq!(with(text(&who)), (0, String::new(), String::new()));
    let kept: Json = serde_json::from_str(&fs::read_to_string(&who).unwrap()).unwrap();
    assert_eq!((&kept["polder"], &kept["profile"]), (&1.into(), &"pseudonymised".into()));
    let mapping: Mapping = serde_json::from_value(kept.clone()).unwrap();
    assert_eq!(kept, serde_json::to_value(&mapping).unwrap());
    let known = mapping.iter().find(|r| r.id == "stedin").unwrap();
    assert_eq!((known.kind, known.name.as_deref()), ("party", Some("Stedin")));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&who), 0o600);
        fs::remove_file(&who).unwrap();
        assert_eq!(with(text(&who)).0, 0);
        assert_eq!((mode(&who), mode(&out) & 0o600), (0o600, 0o600));
    }
    assert!(run(&["check", text(&out)]).0 == 0 && !fs::read_to_string(&out).unwrap().contains("Stedin"));

    let refused = |(code, out, err): (i32, String, String), why: &str| {
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(why), "{err}");
    };
    let before = fs::read(&file).unwrap();
    refused(with(text(&file)), "is also read: it is not replaced");
    refused(with(text(&out)), "the answer goes to");
    let fresh = dir.join("fresh");
    let same = dir.join(".").join("fresh");
    refused(
        run(&[
            "convert",
            text(&file),
            "--to",
            "json",
            "-o",
            text(&fresh),
            "--profile",
            "pseudonymised",
            "--mapping",
            text(&same),
        ]),
        "the answer goes to",
    );
    refused(with("-"), "not written to standard output");
    refused(with(text(&dir.join("no").join("such"))), "there is no directory");
    refused(run(&["analyze", text(&file), "--mapping", text(&fresh)]), "`--profile full` gives nobody another name");
    let (code, _, err) = run(&["report", text(&file), "--profile", "secret"]);
    assert!(code == 2 && err.contains("shareable"), "{err}");
    assert!(!fresh.exists() && fs::read(&file).unwrap() == before);
    // Parties are named as in the file, and complaints are the editor's view.
    let (code, _, err) = run(&["between", text(&file), "stedin", "gemeent", "--profile", "pseudonymised"]);
    assert!(code == 2 && err.contains("did you mean `gemeente`?"), "{err}");
    let (code, _, err) = run(&["between", text(&file), "stedin", "stedin", "--profile", "pseudonymised"]);
    assert!(code == 2 && err.contains("give the id of another party"), "{err}");
}

#[test]
fn a_mapping_that_is_there_goes_on() {
    let dir = place("goes-on");
    let (file, next, who) = (dir.join("town.toml"), dir.join("next.toml"), dir.join("who.json"));
    fs::write(&file, TOWN).unwrap();
    fs::write(&next, format!("{TOWN}\n[party.alliander]\nname = \"Alliander\"\n")).unwrap();
    let call = |file: &Path, profile: &str, who: &Path| {
        run(&["convert", text(file), "--to", "toml", "--profile", profile, "--mapping", text(who)])
    };
    let kept = |who: &Path| serde_json::from_str::<Mapping>(&fs::read_to_string(who).unwrap()).unwrap();
    for profile in ["pseudonymised", "shareable"] {
        let _ = fs::remove_file(&who);
        let (code, first, err) = call(&file, profile, &who);
        assert_eq!((code, err.as_str()), (0, ""));
        let before = kept(&who);
        assert!(before.iter().any(|r| r.id == "expert"));
        let (code, second, _) = call(&next, profile, &who);
        let after = kept(&who);
        assert_eq!(code, 0);
        assert!(before.iter().all(|r| after.iter().any(|other| other == r)));
        if profile == "pseudonymised" {
            assert_eq!(after.pseudonym_of(&(&PartyId::new("alliander").unwrap()).into()).unwrap().as_str(), "p04");
        }
        // What was there reads as it did, and the same file gives the same bytes.
        assert_eq!(call(&next, profile, &who).1, second);
        assert_eq!(call(&file, profile, &who).1, first);
    }
    // Without a mapping every run draws anew.
    let alone = || run(&["convert", text(&file), "--to", "toml", "--profile", "pseudonymised"]).1;
    let drawn: BTreeSet<String> = (0..8).map(|_| alone()).collect();
    assert!(drawn.len() > 1);

    // A file of another kind or profile is refused and stays, and so is one where the run fails.
    let refused = |what: &str, profile: &str, why: &str| {
        fs::write(&who, what).unwrap();
        let (code, out, err) = call(&file, profile, &who);
        assert!(code == 2 && out.is_empty() && err.contains(why), "{err}");
        assert_eq!(fs::read_to_string(&who).unwrap(), what);
    };
    let good = serde_json::to_string(&Mapping::of(&read(TOWN), Profile::Shareable, &key())).unwrap();
    for bad in ["shopping list", "{}", "[]", TOWN] {
        refused(bad, "shareable", "does not tell who is who: it is not replaced");
    }
    for (from, to) in [
        ("\"polder\":1", "\"polder\":2"),
        ("\"shareable\"", "\"full\""),
        ("\"key\":\"61", "\"key\":\"6+"),
        ("\"key\":\"61", "\"key\":\""),
        ("\"kind\":\"rater\"", "\"kind\":\"king\""),
        ("\"pseudonym\":\"a2\"", "\"pseudonym\":\"a99999999999999999999\""),
        ("\"pseudonym\":\"a2\"", "\"pseudonym\":\"a3\""),
        ("\"id\":\"expert\"", "\"id\":\"member:anna\""),
    ] {
        assert!(good.contains(from), "{from}: {good}");
        refused(&good.replacen(from, to, 1), "shareable", "does not tell who is who");
    }
    refused(&good, "pseudonymised", "tells who is who of `--profile shareable`");
    fs::write(&who, &good).unwrap();
    let between = ["between", text(&file), "stedin", "nobody", "--profile", "shareable", "--mapping", text(&who)];
    assert_eq!(run(&between).0, 2);
    assert_eq!(fs::read_to_string(&who).unwrap(), good);
}

#[test]
fn the_mapping_tells_every_pseudonym_of_both_models() {
    let dir = place("both");
    let (now, before, who) = (dir.join("now.toml"), dir.join("before.toml"), dir.join("who.json"));
    // The sector of the one is the name of a party of the other.
    fs::write(&now, "polder = 1\n[party.aaaa]\nsector = \"burghers\"\n[party.cccc]\nsector = \"w1\"\n").unwrap();
    fs::write(&before, "polder = 1\n[party.burgher]\nsector = \"aaaa-likes\"\n").unwrap();
    for since in [[&now, &before], [&before, &now]] {
        let _ = fs::remove_file(&who);
        let [file, since] = since.map(|path| text(path));
        let (code, out, err) = run(&[
            "report",
            file,
            "--since",
            since,
            "--to",
            "text",
            "--profile",
            "pseudonymised",
            "--mapping",
            text(&who),
        ]);
        assert_eq!(code, 0, "{err}");
        let kept: Mapping = serde_json::from_str(&fs::read_to_string(&who).unwrap()).unwrap();
        let words: BTreeSet<&str> = kept.iter().filter(|r| r.kind == "word").map(|r| r.id.as_str()).collect();
        assert_eq!(words, ["aaaa-likes", "burghers"].into());
        silent("report", "burgher", &out);
        silent("report", "aaaa", &out);
    }
}

#[test]
fn words_of_settings_are_those_of_the_export() {
    let dir = place("settings");
    let file = dir.join("town.toml");
    fs::write(&file, TOWN.replace("actual = \"co-decide\"", "actual = \"stedins-core\"")).unwrap();
    let own = ["--sectors", "stedin-people,decider,gemeente-elders", "--rings", "outside,stedins-core"];
    for call in [
        &["report", text(&file), "--to", "text"][..],
        &["report", text(&file), "--to", "html"],
        &["plot", "rings", text(&file)],
        &["analyze", text(&file), "--only", "rings", "--format", "json"],
        &["review", text(&file), "--format", "json"],
    ] {
        let whole = run(&[call, &own[..]].concat());
        let (code, out, err) = run(&[call, &own[..], &["--profile", "pseudonymised"]].concat());
        assert!(code == 0 && err.ends_with(NOTE), "{call:?} {err}");
        silent(&format!("{call:?}"), "stedin", &out);
        silent(&format!("{call:?}"), "gemeente", &out);
        if call[0] == "analyze" {
            let [whole, out] = [&whole.1, &out].map(|text| serde_json::from_str::<Json>(text).unwrap());
            assert_eq!(numbers(&out, "rings"), numbers(&whole, "rings"));
            let text = out["analyses"]["rings"]["result"].to_string();
            assert!(text.contains("\"w1\""), "{text}");
        }
    }
}

#[test]
#[cfg(unix)]
fn who_is_who_never_goes_where_the_answer_goes() {
    let dir = place("collide");
    let (file, out, link) = (dir.join("town.toml"), dir.join("out.toml"), dir.join("who.json"));
    fs::write(&file, TOWN).unwrap();
    std::os::unix::fs::symlink("out.toml", &link).unwrap();
    let call = ["convert", text(&file), "--to", "toml", "--profile", "pseudonymised", "--mapping"];
    // A link that leads nowhere yet, and the pipe that is standard output.
    let (code, _, err) = run(&[&call[..], &[text(&link), "-o", text(&out)]].concat());
    assert!(code == 2 && err.contains("the answer goes to") && !out.exists(), "{err}");
    for path in ["/dev/fd/1", "/dev/stdout"] {
        let (code, out, err) = run(&[&call[..], &[path]].concat());
        assert!(code == 2 && err.contains("the answer goes to") && out.is_empty(), "{err}");
    }
    assert_eq!(run(&[&call[..], &["/dev/null"]].concat()).0, 0);
}

#[test]
fn names_of_raters_are_in_no_id_and_word_of_a_shareable_model() {
    let text = r#"
polder = 1
[party.city]
power = [{ score = 4, by = "roberta" }, { score = 2, by = "jan" }]
sector = "robertas-sector"
tags = ["roberta-tag", "jan-tag", "janitors"]
stakes = { idee-van-roberta = 1, i01 = -1, janitors = 2 }
contact = { channel = "mail", owner = "Karel de Vries, Piet Jansen" }
[interest.idee-van-roberta]
name = "Ask KAREL DE VRIES, or mail piet@example.org or call 06 1234 5678"
[interest.i01]
[interest.janitors]
[member.anna]
tasks = ["roberta-task"]
[task.roberta-task]
[observation.robertas-note]
layer = "event"
statement = "Said by Piet Jansen"
"#;
    let m = read(text);
    let exported = of(&m, Profile::Shareable);
    let toml = Document::from(&exported.model).to_toml();
    for gone in ["roberta", "karel", "vries", "piet", "1234", "jan-tag"] {
        silent(gone, gone, &toml);
    }
    for kept in ["[interest.i01]", "[interest.i02]", "Ask …, or mail … or call …", "\"janitors\"", "Said by …", "w1"]
    {
        assert!(toml.contains(kept), "{kept}: {toml}");
    }
    assert_eq!(exported.model.stakes().iter().count(), 3);
    // In a later model the new id is somebody else's: the pseudonym gives way.
    let later = read(&text.replace("i01", "i02"));
    let later = export_as(&later, exported.mapping.as_ref().unwrap()).unwrap();
    assert!(Document::from(&later.model).to_toml().contains("[interest.i03]"));
}

#[test]
fn activities_that_differ_in_what_is_gone_stay_two() {
    let activity = |notes: &str| format!("{{ name = \"Walk with Stedin\", notes = \"{notes}\" }}");
    let m = read(&format!(
        "polder = 1\n[party.stedin]\n[handbook]\nactivities = [{}, {}]\n",
        activity("early"),
        activity("late")
    ));
    for (profile, names) in [
        (Profile::Shareable, ["Walk with Stedin", "Walk with Stedin (2)"]),
        (Profile::Pseudonymised, ["Walk with P01", "Walk with P01 (2)"]),
    ] {
        let exported = of(&m, profile).model;
        let all: Vec<&str> = exported.handbook().activities.iter().map(|a| a.name.as_str()).collect();
        assert_eq!(all, names);
    }
}

/// A town with a supplier, of whom texts speak as one speaks of any supplier.
const WORDS: &str = "polder = 1\n[project]\ngoal = \"Rust in WATERDAM\"\n[party.supplier]\nname = \"Vonk Waterdam BV\"\n\
    power = 5\ninterest-level = 5\nattitude = -2\nstakes.free = { stance = -2, disclosed = false }\n\
    [interest.free]\nname = \"Free to change supplier, says Vonk Waterdam BV\"\n[member.kim]\nname = \"Kim (kim@x.nl)\"\n";

#[test]
fn an_id_that_may_be_a_word_tells_nobody() {
    let exported = of(&read(WORDS), Profile::Pseudonymised);
    let (_, free) = exported.model.interests().next().unwrap();
    assert_eq!(free.name.as_deref(), Some("Free to change …, says P01"));
    // Who has no name besides is known by it.
    let nameless = WORDS.replace("name = \"Vonk Waterdam BV\"\n", "");
    let exported = of(&read(&nameless), Profile::Pseudonymised);
    let (_, free) = exported.model.interests().next().unwrap();
    assert_eq!(free.name.as_deref(), Some("Free to change P01, says Vonk Waterdam BV"));
    let shared = of(&read(WORDS), Profile::Shareable).model;
    assert_eq!(shared.members().next().unwrap().1.name.as_deref(), Some("Kim (…)"));
}

#[test]
fn what_to_look_at_is_told_and_advice_is_exported_as_well() {
    let dir = place("looked-at");
    let (file, advice, other) = (dir.join("town.toml"), dir.join("advice.toml"), dir.join("other.toml"));
    fs::write(&file, WORDS).unwrap();
    fs::write(&other, "polder = 1\n[party.shop]\n").unwrap();
    let own = "polder-advice = 1\nextends = \"handbook\"\n[[advice]]\nquadrant = \"key-players\"\nsupport = \"opponent\"\n\
               level = \"advise\"\ngoal = { en = \"Win Vonk Waterdam BV, or call 0612345678\" }\n";
    fs::write(&advice, own).unwrap();
    let (file, advice, other) = (text(&file), text(&advice), text(&other));
    let mapping = dir.join("who.json");
    let mapping = text(&mapping);
    let hidden = ["--profile", "pseudonymised", "--mapping", mapping];
    let report = ["report", file, "--only", "plan", "--lang", "en", "--advice", advice];
    let (code, out, err) = run(&[&report[..], &hidden[..]].concat());
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Win P01, or call …") && !out.contains("Vonk"), "{out}");
    // A part of a name is nothing that the program can judge.
    assert_eq!(
        err,
        "note: texts of the exported model hold words of names: WATERDAM; see whether they tell who is who\n"
    );
    let (_, out, _) = run(&report);
    assert!(out.contains("Win Vonk Waterdam BV, or call 0612345678"), "{out}");
    let (code, _, err) = run(&["convert", file, "--to", "toml", "--profile", "shareable"]);
    let expected =
        "note: the model that is shared holds 1 stake that was not disclosed, under the names of the parties\n";
    assert_eq!((code, err.as_str()), (0, expected));
    // Who is who of one project is nothing for another.
    let (code, out, err) = run(&[&["convert", other, "--to", "toml"][..], &hidden[..]].concat());
    assert!(code != 0 && out.is_empty() && err.contains("of another project"), "{err}");
}

#[test]
fn long_work_says_nothing_where_nobody_looks() {
    let dir = place("progress");
    let file = dir.join("many.toml");
    let parties = 60;
    let mut model = String::from("polder = 1\n");
    for n in 0..parties {
        let others = (0..parties).filter(|k| *k != n).map(|k| format!("p{k} = {}", (n * k) % 5));
        let others: Vec<String> = others.collect();
        model += &format!("[party.p{n}]\npower = {}\nattitude = 1\ninterest-level = 2\n", 1 + n % 5);
        model += &format!("influences = {{ {} }}\n", others.join(", "));
    }
    fs::write(&file, model).unwrap();
    for call in [&["report", text(&file)][..], &["analyze", text(&file)], &["analyze", text(&file), "--format", "json"]]
    {
        let (code, out, err) = run(call);
        assert_eq!((code, err.as_str()), (0, ""), "{call:?}");
        assert!(!out.contains('\u{1b}'), "{call:?}");
    }
}
