//! The iceberg: explanations that may stand in a model, and depths, chains, roots, covers and mirrors against plain restatements.
#![cfg(all(feature = "toml", feature = "json"))]
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

use common::strategies::{analysis_model, model};
use common::{rename, shuffled};
use polder::Document;
use polder::analysis::iceberg::{AtLeastTwo, NoteRef, TooFew};
use polder::analysis::{INDEX, Iceberg, IcebergOptions, NotRun, iceberg, replay};
use polder::evidence::{Amount, Measure, Undefined};
use polder::id::{ObservationId, PartyId};
use polder::model::{Attribute, Because, EditError, Element, Model, Observation, Party, Remarks};
use polder::vocabulary::iceberg::{IcebergLayer, IcebergModel};
use polder::vocabulary::{Layer, Vocabulary, Voiced};
use proptest::prelude::*;

fn read(text: &str) -> Model {
    Model::try_from(Document::from_toml(&format!("polder = 1\n{text}")).unwrap()).unwrap_or_else(|e| panic!("{e}"))
}

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn o(text: &str) -> ObservationId {
    ObservationId::new(text).unwrap()
}

fn n(text: &str) -> NoteRef {
    NoteRef::Note(o(text))
}

fn note(layer: Layer) -> Observation {
    Observation {
        layer,
        statement: "s".into(),
        by: BTreeSet::new(),
        about: BTreeSet::new(),
        voiced: None,
        private: None,
        votes: None,
        remarks: Remarks::default(),
    }
}

/// Notes in layers by their first letter, and explanations.
fn built(notes: &[&str], explained: &[(&str, &str)]) -> Model {
    let mut m = Model::new();
    for id in notes {
        let layer = match &id[..1] {
            "e" => Layer::Event,
            "p" => Layer::Pattern,
            "s" => Layer::Structure,
            _ => Layer::MentalModel,
        };
        m.insert_observation(o(id), note(layer)).unwrap();
    }
    for (from, to) in explained {
        m.set_because(o(from), o(to), Because::default()).unwrap();
    }
    m
}

fn found(m: &Model) -> Iceberg {
    iceberg(m, &IcebergOptions::new())
}

fn everything() -> IcebergOptions {
    let options = IcebergOptions::new().list_chains_at_most(usize::MAX).list_roots_at_most(usize::MAX);
    options.list_covers_at_most(100_000).list_mirrors_at_most(usize::MAX)
}

/// The same model with every note in the open.
fn opened(m: &Model) -> Model {
    let mut out = m.clone();
    let ids: Vec<ObservationId> = m.observations().map(|(id, _)| id.clone()).collect();
    ids.iter().for_each(|id| out.update_observation(id, |n| n.private = Some(false)).unwrap());
    out
}

/// Whether a note is withheld, where no party is part of another.
fn is_withheld(m: &Model, note: &Observation) -> bool {
    note.in_confidence() && (note.by.len() < 2 || note.by.len() == m.parties().len())
}

#[test]
fn what_was_only_suspected_is_noted_in_confidence() {
    let text = |more: &str| {
        format!(
            "[party.a]\n[party.b]\n[party.c]\n[observation.e]\nlayer = \"event\"\nstatement = \"x\"\nbecause = [\"s\"]\n\
             [observation.s]\nlayer = \"mental-model\"\nstatement = \"they are bought\"\nvoiced = \"suspected\"\n{more}"
        )
    };
    let root = |more: &str| found(&read(&text(more))).roots[0].clone();
    assert_eq!(root("by = [\"a\"]\n").note, NoteRef::Withheld(Layer::MentalModel));
    let shown = root("by = [\"a\", \"b\"]\n");
    assert_eq!((shown.note, shown.anonymous, shown.supporters), (n("s"), true, vec![]));
    let open = root("by = [\"a\"]\nprivate = false\n");
    assert_eq!((open.note, open.supporters), (n("s"), vec![p("a")]));
}

// What may explain what.

#[test]
fn an_explanation_never_leads_upwards() {
    let m = built(&["e1", "p1", "s1"], &[("e1", "s1")]);
    let refused = m.with(|m| m.set_because(o("s1"), o("p1"), Because::default())).unwrap_err();
    assert_eq!(refused, EditError::Upward(vec![o("s1"), o("p1")]));
    assert_eq!(refused.to_string(), "an observation is explained by one in a layer above it: s1 → p1");
    let lifted = m.with(|m| m.update_observation(&o("s1"), |n| n.layer = Layer::Event)).unwrap();
    assert_eq!(lifted.observation(&o("s1")).unwrap().layer, Layer::Event);
    let sunk = m.with(|m| m.update_observation(&o("e1"), |n| n.layer = Layer::MentalModel)).unwrap_err();
    assert_eq!(sunk, EditError::Upward(vec![o("e1"), o("s1")]));
    let chain = built(&["e1", "p1", "s1"], &[("e1", "p1"), ("p1", "s1")]);
    let raised = chain.with(|m| m.update_observation(&o("s1"), |n| n.layer = Layer::Event)).unwrap_err();
    assert_eq!(raised, EditError::Upward(vec![o("p1"), o("s1")]));
}

#[test]
fn explanations_do_not_run_in_a_circle() {
    let m = built(&["s1", "s2", "s3", "m1"], &[("s1", "s2"), ("s2", "s3"), ("s1", "m1")]);
    let refused = m.with(|m| m.set_because(o("s3"), o("s1"), Because::default())).unwrap_err();
    assert_eq!(refused, EditError::Circular(["s3", "s1", "s2", "s3"].map(o).to_vec()));
    assert_eq!(refused.to_string(), "observations explain each other in a circle: s3 → s1 → s2 → s3");
    assert!(matches!(m.with(|m| m.set_because(o("s1"), o("s1"), Because::default())), Err(EditError::ToItself(_))));
    // The shortest circle is named, and a way without one is open.
    let short = m.with(|m| m.set_because(o("s2"), o("s1"), Because::default())).unwrap_err();
    assert_eq!(short, EditError::Circular(["s2", "s1", "s2"].map(o).to_vec()));
    assert!(m.with(|m| m.set_because(o("s1"), o("s3"), Because::default())).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn edits_keep_every_explanation_downwards_and_without_circles(
        layers in prop::collection::vec(0..4_usize, 2..7),
        edits in prop::collection::vec((0..7_usize, 0..7_usize, 0..4_usize, any::<bool>()), 0..30),
    ) {
        let size = layers.len();
        let name = |i: usize| o(&format!("o{}", i % size));
        let mut m = Model::new();
        for (i, layer) in layers.iter().enumerate() {
            m.insert_observation(name(i), note(Layer::ALL[*layer])).unwrap();
        }
        for (a, b, layer, explains) in edits {
            let before = m.clone();
            let done = if explains {
                m.set_because(name(a), name(b), Because::default())
            } else {
                m.update_observation(&name(a), |n| n.layer = Layer::ALL[layer])
            };
            if done.is_err() {
                prop_assert_eq!(&m, &before);
            }
            let layer = |id| m.observation(id).unwrap().layer;
            prop_assert!(m.becauses().iter().all(|(from, to, _)| layer(from) <= layer(to)));
            // Read and written, the model is the same: the reader of files has the same rule.
            let again = Model::try_from(Document::from_toml(&Document::from(&m).to_toml()).unwrap());
            prop_assert_eq!(again.as_ref(), Ok(&m));
            if let Err(EditError::Circular(chain)) = &done {
                prop_assert_eq!(chain.first(), chain.last());
                prop_assert!(chain.windows(2).skip(1).all(|w| m.becauses().get(&w[0], &w[1]).is_some()));
            }
        }
    }
}

#[test]
fn long_chains_are_read_edited_and_sounded_without_recursion() {
    let size = 20_000;
    let mut text = String::from("polder = 1\n[party.a]\n");
    for i in 0..size {
        let layer = if i == 0 { "event" } else { "structure" };
        let because = if i + 1 < size { format!("because = [\"o{}\"]\n", i + 1) } else { String::new() };
        text.push_str(&format!("[observation.o{i}]\nlayer = \"{layer}\"\nstatement = \"s\"\n{because}"));
    }
    let m = Model::try_from(Document::from_toml(&text).unwrap()).unwrap();
    let closed = m.with(|m| m.set_because(o(&format!("o{}", size - 1)), o("o1"), Because::default()));
    assert!(matches!(closed, Err(EditError::Circular(chain)) if chain.len() == size));
    let found = found(&m);
    assert_eq!((found.bottlenecks[0].chains, found.bottlenecks[0].listed[0].len()), (Measure::Known(1), size - 1));
}

// What is found.

#[test]
fn a_small_iceberg() {
    let m = read(
        r#"
[party.a]
[party.b]
[party.c]
[observation.e1]
layer = "event"
statement = "late"
by = ["a"]
about = ["a"]
votes = 3
because = ["p1", { of = "s1", by = ["b", "c"] }]
[observation.e2]
layer = "event"
statement = "again late"
about = ["b"]
because = ["e3"]
[observation.e3]
layer = "event"
statement = "empty room"
[observation.p1]
layer = "pattern"
statement = "waiting"
by = ["a", "b"]
because = [{ of = "m1", by = "a" }, { of = "m2", by = "a" }]
[observation.e4]
layer = "event"
statement = "quarrel"
about = ["b"]
because = ["p1"]
[observation.s1]
layer = "structure"
statement = "budget"
voiced = "suspected"
private = false
by = ["a", "b"]
[observation.m1]
layer = "mental-model"
statement = "data is power"
voiced = "written"
by = ["a", "c"]
votes = 2
[observation.m2]
layer = "mental-model"
statement = "nobody asks"
[observation.p9]
layer = "pattern"
statement = "explains nothing"
"#,
    );
    let f = found(&m);
    let of = |id: &str| f.bottlenecks.iter().find(|b| b.note == n(id)).unwrap();
    let e1 = of("e1");
    assert_eq!(
        (e1.depth, e1.deep, e1.chains, e1.truncated, e1.votes),
        (Layer::MentalModel, true, Measure::Known(3), false, Some(3))
    );
    assert_eq!(e1.listed, [vec![n("p1"), n("m1")], vec![n("p1"), n("m2")], vec![n("s1")]]);
    assert_eq!(e1.roots, [n("m1"), n("m2"), n("s1")]);
    // An event that explains an event and is explained by nothing is no root: both are not discussed yet.
    assert_eq!((of("e2").depth, of("e2").chains), (Layer::Event, Measure::Known(0)));
    assert_eq!(f.undiscussed, [n("e2"), n("e3")]);
    assert_eq!(f.roots.iter().map(|r| r.note.clone()).collect::<Vec<_>>(), [n("m1"), n("m2"), n("s1")]);
    let m1 = &f.roots[0];
    assert_eq!((m1.about.as_slice(), m1.shared, m1.votes), (&[p("a"), p("b")][..], true, Some(2)));
    // `b` noted p1, and is not named with its explanation by m1.
    assert_eq!((m1.bottlenecks.as_slice(), m1.supporters.as_slice()), (&[n("e1"), n("e4")][..], &[p("a"), p("c")][..]));
    assert_eq!((m1.noted_by.as_slice(), m1.pointed_at_by.as_slice()), (&[p("a"), p("c")][..], &[p("a")][..]));
    assert!(!f.roots[2].shared && !m1.anonymous);
    assert_eq!((f.fewest.sets.as_slice(), f.fewest.exact), (&[vec![n("m1")], vec![n("m2")]][..], true));
    // `a` says all of e1 → p1 → m1 and m2, `b` and `c` say e1 → s1; what `b` says of p1 is not below an e1 that `b` explains by it.
    let told: Vec<_> = f.mirrors.iter().map(|m| (m.bottleneck.clone(), m.parties.clone(), m.roots.clone())).collect();
    let a_side = vec![n("m1"), n("m2")];
    assert_eq!(
        told,
        [
            (o("e1"), [p("a"), p("b")], [a_side.clone(), vec![n("s1")]]),
            (o("e1"), [p("a"), p("c")], [a_side, vec![n("s1")]]),
        ]
    );
    // s1 is suspected and m1 written; of p1 it is not known how it was voiced.
    assert_eq!(f.unspoken.iter().map(|u| u.note.as_str()).collect::<Vec<_>>(), ["s1"]);
    assert_eq!(
        f.omitted.iter().map(|x| (x.subject.clone(), x.missing)).collect::<Vec<_>>(),
        [((&o("p1")).into(), Attribute::Voiced)]
    );
    assert_eq!(f.withheld, 0);
    let three = AtLeastTwo::new(3).unwrap();
    assert!(iceberg(&m, &IcebergOptions::new().unspoken_from(three)).unspoken.is_empty());
}

#[test]
fn an_explanation_of_nobodys_is_said_by_one_who_noted_alone_and_by_none_of_several() {
    let of = |by: &str, said: &str| {
        found(&read(&format!(
            "[party.a]\n[party.b]\n[party.c]\n[observation.e]\nlayer = \"event\"\nstatement = \"E\"\nby = {by}\n\
             because = [{said}, {{ of = \"m\", by = \"c\" }}]\n[observation.s]\nlayer = \"structure\"\nstatement = \"S\"\n\
             [observation.m]\nlayer = \"mental-model\"\nstatement = \"M\"\n"
        )))
    };
    let told =
        |f: &Iceberg| f.mirrors.iter().map(|m| m.parties.clone().map(|p| p.to_string()).concat()).collect::<Vec<_>>();
    assert_eq!(told(&of("[\"a\"]", "\"s\"")), ["ac"]);
    assert!(told(&of("[\"a\", \"b\"]", "\"s\"")).is_empty());
    assert_eq!(told(&of("[\"a\", \"b\"]", "{ of = \"s\", by = \"b\" }")), ["bc"]);
    // Whoever noted the event alone still says nothing of the root by that: only those named with it point at it.
    for by in ["[\"a\"]", "[\"a\", \"b\"]"] {
        let f = of(by, "\"s\"");
        let root = f.roots.iter().find(|r| r.note == n("s")).unwrap();
        assert!(root.supporters.is_empty() && root.noted_by.is_empty() && root.pointed_at_by.is_empty());
    }
}

#[test]
fn nobody_is_hidden_among_one() {
    assert_eq!(AtLeastTwo::new(0), Err(TooFew(0)));
    assert_eq!(AtLeastTwo::new(1).unwrap_err().to_string(), "1 is too few: it takes at least 2 to hide one");
    assert_eq!(AtLeastTwo::new(2), Ok(AtLeastTwo::TWO));
}

#[test]
fn an_iceberg_without_notes_is_not_run_and_one_with_withheld_ones_is() {
    let entry = INDEX.iter().find(|e| e.id == "iceberg").unwrap();
    assert_eq!((entry.not_run)(&Model::new()), Some(NotRun::NoObservations));
    let m = read("[party.a]\n[observation.x]\nlayer = \"event\"\nstatement = \"s\"\nprivate = true\n");
    assert_eq!((entry.not_run)(&m), None);
    assert_eq!(found(&m).undiscussed, [NoteRef::Withheld(Layer::Event)]);
    assert!(found(&Model::new()).fewest.sets.is_empty());
}

#[test]
fn the_words_of_another_iceberg_change_no_rule() {
    let street = include_str!("../examples/models/slimme-straatverlichting.toml");
    let m = Model::try_from(Document::from_toml(street).unwrap()).unwrap();
    let systems = found(&m);
    for names in IcebergModel::ALL {
        let other = iceberg(&m, &IcebergOptions::new().names(*names));
        assert_eq!(other.bottlenecks, systems.bottlenecks);
        assert_eq!(
            (&other.fewest, &other.roots, &other.findings),
            (&systems.fewest, &systems.roots, &systems.findings)
        );
        assert!(other.layers.iter().all(|l| l.name == names.name(l.layer)));
    }
    assert_eq!(IcebergModel::Schein.name(Layer::Structure), IcebergLayer::EspousedValues);
}

#[test]
fn more_chains_than_can_be_counted_are_too_many() {
    let mut m = built(&["e"], &[]);
    let name = |i: usize, side: &str| o(&format!("s{i}-{side}"));
    for i in 0..70 {
        for side in ["a", "b"] {
            m.insert_observation(name(i, side), note(Layer::Structure)).unwrap();
        }
    }
    for side in ["a", "b"] {
        m.set_because(o("e"), name(0, side), Because::default()).unwrap();
        for i in 1..70 {
            for above in ["a", "b"] {
                m.set_because(name(i - 1, above), name(i, side), Because::default()).unwrap();
            }
        }
    }
    let f = found(&m);
    assert_eq!(f.bottlenecks[0].chains, Measure::Undefined(Undefined::TooMany));
    assert_eq!((f.bottlenecks[0].listed.len(), f.bottlenecks[0].truncated), (10, true));
    assert!(f.findings.iter().all(|x| replay(x, &m) == Ok(())));
}

#[test]
fn beyond_what_is_exact_a_set_is_found_with_a_bound() {
    let mut m = Model::new();
    for i in 0..40 {
        m.insert_observation(o(&format!("r{i}")), note(Layer::Structure)).unwrap();
        m.insert_observation(o(&format!("e{i}")), note(Layer::Event)).unwrap();
    }
    for i in 0..40 {
        for j in [i, (i + 1) % 40] {
            m.set_because(o(&format!("e{i}")), o(&format!("r{j}")), Because::default()).unwrap();
        }
    }
    let f = found(&m).fewest;
    assert!(f.size >= 20 && f.at_least == 20 && f.sets.len() == 1 && f.sets[0].len() as u64 == f.size);
}

// Against plain restatements.

/// Every chain, by recursion.
fn chains(m: &Model, from: &ObservationId) -> Vec<Vec<ObservationId>> {
    let mut out = Vec::new();
    for (to, _) in m.becauses().of(from) {
        if m.becauses().of(to).next().is_none() {
            if m.observation(to).unwrap().layer != Layer::Event {
                out.push(vec![to.clone()]);
            }
        } else {
            out.extend(chains(m, to).into_iter().map(|rest| [vec![to.clone()], rest].concat()));
        }
    }
    out
}

fn says(m: &Model, party: &PartyId, from: &ObservationId, to: &ObservationId) -> bool {
    let by = &m.becauses().get(from, to).unwrap().by;
    let noted = &m.observation(from).unwrap().by;
    if by.is_empty() { noted.len() == 1 && noted.contains(party) } else { by.contains(party) }
}

fn restated(m: &Model) {
    let f = iceberg(m, &everything());
    let refs = |ids: &BTreeSet<ObservationId>| ids.iter().cloned().map(NoteRef::Note).collect::<Vec<_>>();
    let mut family: Vec<BTreeSet<ObservationId>> = Vec::new();
    let mut above: BTreeMap<ObservationId, BTreeSet<ObservationId>> = BTreeMap::new();
    let mut mirrors = Vec::new();
    let events: Vec<_> = m.observations().filter(|(_, n)| n.layer == Layer::Event).collect();
    assert_eq!(f.bottlenecks.len(), events.len());
    for ((id, event), b) in events.iter().zip(&f.bottlenecks) {
        let all = chains(m, id);
        let roots: BTreeSet<ObservationId> = all.iter().map(|c| c.last().unwrap().clone()).collect();
        let depth = roots.iter().map(|r| m.observation(r).unwrap().layer).max().unwrap_or(Layer::Event);
        assert_eq!(b.note, NoteRef::Note((*id).clone()));
        assert_eq!((b.chains, b.depth, b.truncated), (Measure::Known(all.len() as u64), depth, false));
        assert_eq!(b.deep, depth >= Layer::Structure);
        assert_eq!(b.about, event.about.iter().cloned().collect::<Vec<_>>());
        let mut listed: Vec<Vec<NoteRef>> =
            all.iter().map(|c| c.iter().cloned().map(NoteRef::Note).collect()).collect();
        listed.sort();
        assert_eq!(b.listed, listed);
        assert_eq!(b.roots, refs(&roots));
        assert_eq!(f.undiscussed.contains(&b.note), roots.is_empty());
        for root in &roots {
            above.entry(root.clone()).or_default().insert((*id).clone());
        }
        let story = |party: &PartyId| -> BTreeSet<ObservationId> {
            let said = |c: &&Vec<ObservationId>| {
                let whole: Vec<&ObservationId> = std::iter::once(*id).chain(c.iter()).collect();
                whole.windows(2).all(|w| says(m, party, w[0], w[1]))
            };
            all.iter().filter(said).map(|c| c.last().unwrap().clone()).collect()
        };
        let parties: Vec<&PartyId> = m.parties().map(|(p, _)| p).collect();
        for (i, a) in parties.iter().enumerate() {
            for b in &parties[i + 1..] {
                let (x, y) = (story(a), story(b));
                if !x.is_empty() && !y.is_empty() && x.is_disjoint(&y) {
                    mirrors.push(((*id).clone(), [(*a).clone(), (*b).clone()], [refs(&x), refs(&y)]));
                }
            }
        }
        if !roots.is_empty() {
            family.push(roots);
        }
    }
    let told: Vec<_> = f.mirrors.iter().map(|m| (m.bottleneck.clone(), m.parties.clone(), m.roots.clone())).collect();
    assert_eq!(told, mirrors);
    assert_eq!(f.roots.iter().map(|r| r.note.clone()).collect::<Vec<_>>(), refs(&above.keys().cloned().collect()));
    for root in &f.roots {
        let id = root.note.id().unwrap();
        let about: BTreeSet<PartyId> =
            above[id].iter().flat_map(|e| m.observation(e).unwrap().about.iter().cloned()).collect();
        assert_eq!((root.shared, root.about.iter().cloned().collect()), (about.len() >= 2, about));
        let noted = m.observation(id).unwrap().by.clone();
        let named = m.becauses().iter().filter(|(_, to, _)| *to == id);
        let named: BTreeSet<PartyId> = named.flat_map(|(_, _, because)| because.by.iter().cloned()).collect();
        assert_eq!(root.noted_by, noted.iter().cloned().collect::<Vec<_>>());
        assert_eq!(root.pointed_at_by, named.iter().cloned().collect::<Vec<_>>());
        assert_eq!(root.supporters, noted.union(&named).cloned().collect::<Vec<_>>());
        assert_eq!(root.bottlenecks, refs(&above[id]));
    }
    // The fewest roots, by trying every set.
    let candidates: Vec<&ObservationId> = above.keys().collect();
    let mut best: Option<(u32, Vec<Vec<NoteRef>>)> = None;
    for mask in 0_u32..1 << candidates.len() {
        let chosen: BTreeSet<ObservationId> =
            (0..candidates.len()).filter(|i| mask >> i & 1 == 1).map(|i| candidates[i].clone()).collect();
        if family.iter().any(|roots| roots.is_disjoint(&chosen)) {
            continue;
        }
        match &mut best {
            Some((size, sets)) if *size == mask.count_ones() => sets.push(refs(&chosen)),
            Some((size, _)) if *size < mask.count_ones() => {}
            _ => best = Some((mask.count_ones(), vec![refs(&chosen)])),
        }
    }
    let (size, mut sets) = best.unwrap();
    sets.sort();
    let sets = if family.is_empty() { Vec::new() } else { sets };
    assert_eq!((f.fewest.size, f.fewest.exact, f.fewest.truncated), (u64::from(size), true, false));
    assert_eq!(f.fewest.sets, sets);
    let by_some =
        |voiced| m.observations().filter(move |(_, n)| n.by.len() > 1 && n.voiced == voiced).map(|(id, _)| id);
    let unspoken = by_some(Some(Voiced::Suspected));
    assert_eq!(f.unspoken.iter().map(|u| &u.note).collect::<Vec<_>>(), unspoken.collect::<Vec<_>>());
    let unknown = by_some(None).map(|id| (id.into(), Attribute::Voiced));
    let omitted: Vec<(Element, Attribute)> = f.omitted.iter().map(|o| (o.subject.clone(), o.missing)).collect();
    assert_eq!(omitted, unknown.collect::<Vec<_>>());
}

/// A layered model of notes by a few parties.
fn layered() -> impl Strategy<Value = Model> {
    let note = (0..4_usize, 0..8_u8, 0..8_u8, 0..4_usize, any::<Option<bool>>());
    (prop::collection::vec(note, 1..10), prop::collection::vec((0..10_usize, 0..10_usize, 0..8_u8), 0..24)).prop_map(
        |(notes, explained)| {
            let mut m = Model::new();
            let parties = ["a", "b", "c"].map(p);
            parties.iter().for_each(|id| m.insert_party(id.clone(), Party::default()).unwrap());
            let some = |mask: u8| -> BTreeSet<PartyId> {
                parties.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, p)| p.clone()).collect()
            };
            let size = notes.len();
            for (i, (layer, by, about, voiced, private)) in notes.into_iter().enumerate() {
                let voiced = [None, Some(Voiced::Spoken), Some(Voiced::Written), Some(Voiced::Suspected)][voiced];
                let made = Observation { by: some(by), about: some(about), voiced, private, ..note_of(layer) };
                m.insert_observation(o(&format!("o{i}")), made).unwrap();
            }
            for (a, b, by) in explained {
                let (a, b) = (o(&format!("o{}", a % size)), o(&format!("o{}", b % size)));
                // What the model refuses is left out.
                let _ = m.set_because(a, b, Because { by: some(by) });
            }
            m
        },
    )
}

fn note_of(layer: usize) -> Observation {
    note(Layer::ALL[layer])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn all_is_as_restated(m in layered()) {
        restated(&opened(&m));
    }

    #[test]
    fn the_fewest_roots_are_as_trying_every_set_says(
        below in prop::collection::vec(prop::collection::btree_set(0..9_usize, 0..5), 1..9),
    ) {
        let mut m = Model::new();
        for i in 0..9 {
            m.insert_observation(o(&format!("r{i}")), note(Layer::ALL[1 + i % 3])).unwrap();
        }
        for (i, roots) in below.iter().enumerate() {
            m.insert_observation(o(&format!("e{i}")), note(Layer::Event)).unwrap();
            for root in roots {
                m.set_because(o(&format!("e{i}")), o(&format!("r{root}")), Because::default()).unwrap();
            }
        }
        restated(&m);
    }

    #[test]
    fn withheld_notes_take_part_by_layer_alone(m in layered()) {
        let (seen, open) = (iceberg(&m, &everything()), iceberg(&opened(&m), &everything()));
        let hidden = |id: &ObservationId| {
            let note = m.observation(id).unwrap();
            is_withheld(&m, note).then_some(note.layer)
        };
        let mask = |note: &NoteRef| match note.id().and_then(hidden) {
            Some(layer) => NoteRef::Withheld(layer),
            None => note.clone(),
        };
        let sorted = |mut all: Vec<NoteRef>| { all.sort(); all };
        let masked = |all: &[NoteRef]| sorted(all.iter().map(mask).collect());
        prop_assert_eq!(seen.withheld, m.observations().filter(|(id, _)| hidden(id).is_some()).count());
        let of = |f: &Iceberg| {
            let one = |b: &polder::analysis::iceberg::Bottleneck| (mask(&b.note), b.depth, b.deep, format!("{}", b.chains), masked(&b.roots));
            let mut all: Vec<_> = f.bottlenecks.iter().map(one).collect();
            all.sort();
            all
        };
        prop_assert_eq!(of(&seen), of(&open));
        for b in &seen.bottlenecks {
            let same = open.bottlenecks.iter().find(|x| x.note == b.note);
            let Some(same) = same else {
                prop_assert!(b.about.is_empty() && b.listed.is_empty() && b.votes.is_none());
                continue;
            };
            let mut chains: Vec<Vec<NoteRef>> = same.listed.iter().map(|c| c.iter().map(mask).collect()).collect();
            let mut listed = b.listed.clone();
            chains.sort();
            listed.sort();
            prop_assert_eq!(listed, chains);
        }
        prop_assert_eq!((seen.fewest.size, seen.fewest.exact), (open.fewest.size, open.fewest.exact));
        let sets: BTreeSet<Vec<NoteRef>> = open.fewest.sets.iter().map(|set| masked(set)).collect();
        prop_assert_eq!(&seen.fewest.sets, &sets.into_iter().collect::<Vec<_>>());
        // Nobody speaks over or for a private note.
        let private = |note: &NoteRef| note.id().is_none_or(|id| m.observation(id).unwrap().in_confidence());
        for root in &seen.roots {
            let noted = root.note.id().is_none_or(|id| !m.observation(id).unwrap().by.is_empty());
            prop_assert!(!root.anonymous || (private(&root.note) && noted));
            prop_assert!(root.anonymous || !noted || root.note.id().is_none() || !private(&root.note));
            prop_assert!(!private(&root.note) || root.supporters.is_empty());
        }
        for mirror in &seen.mirrors {
            prop_assert!(!private(&NoteRef::Note(mirror.bottleneck.clone())));
            prop_assert!(mirror.roots.iter().flatten().all(|r| !private(r)));
        }
        for unspoken in &seen.unspoken {
            prop_assert!(hidden(&unspoken.note).is_none());
            prop_assert_eq!(unspoken.by.is_empty(), private(&NoteRef::Note(unspoken.note.clone())));
        }
    }

    #[test]
    fn no_order_tells_the_id_of_a_withheld_note(m in layered(), few in 0..4_usize) {
        let hidden = |id: &str| {
            let note = m.observation(&o(id));
            note.is_some_and(|n| is_withheld(&m, n))
        };
        // The other way round in the alphabet.
        let back = |id: &str| match id[1..].parse::<usize>() {
            Ok(i) if hidden(id) => format!("zz{}", 99 - i),
            _ => id.to_owned(),
        };
        let other = rename(&m, back);
        let options = IcebergOptions::new().list_chains_at_most(few).list_covers_at_most(few).list_mirrors_at_most(few);
        let options = options.list_roots_at_most(few);
        prop_assert_eq!(iceberg(&m, &options), iceberg(&other, &options));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_finding_replays_and_no_forged_one_does(m in prop_oneof![analysis_model(), model(), layered()], few in 0..12_usize) {
        let options = IcebergOptions::new().list_covers_at_most(few).list_mirrors_at_most(few);
        let options = options.unspoken_from(AtLeastTwo::new(2 + few % 2).unwrap());
        for finding in iceberg(&m, &options).findings {
            prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
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
                // Without its setting a finding on unspoken notes cites another.
                prop_assert!(replay(&less, &m).is_err(), "{:#?}", less);
            }
        }
    }

    #[test]
    fn the_order_of_the_file_changes_nothing(m in analysis_model(), seed: u64) {
        let m = Model::try_from(Document::from_json(&Document::from(&m).to_json()).unwrap()).unwrap();
        prop_assert_eq!(found(&shuffled(&m, seed)), found(&m));
    }

    #[test]
    fn renaming_changes_names_alone(m in layered()) {
        let back = |id: &str| match id[1..].parse::<usize>() {
            Ok(i) => format!("o{:02}", 50 - i),
            Err(_) => id.to_owned(),
        };
        let forth = |note: &NoteRef| match note {
            NoteRef::Note(id) => NoteRef::Note(o(&back(id.as_str()))),
            hidden => hidden.clone(),
        };
        let (before, after) = (iceberg(&m, &everything()), iceberg(&rename(&m, back), &everything()));
        let all = |notes: &[NoteRef]| { let mut out: Vec<NoteRef> = notes.iter().map(forth).collect(); out.sort(); out };
        prop_assert_eq!(all(&before.undiscussed), after.undiscussed.clone());
        let sets: BTreeSet<Vec<NoteRef>> = before.fewest.sets.iter().map(|set| all(set)).collect();
        prop_assert_eq!(sets.into_iter().collect::<Vec<_>>(), after.fewest.sets.clone());
        // No finding takes the side of one of equally small sets.
        let smallest = |f: &Iceberg| {
            let found = f.findings.iter().find(|f| f.rule == "iceberg-fewest-roots");
            found.map(|f| (f.subject.clone(), f.amount))
        };
        prop_assert_eq!(smallest(&before), smallest(&after));
        prop_assert!(smallest(&before).is_none_or(|(subject, _)| subject == [Element::Project]));
        prop_assert_eq!(before.mirrors.len(), after.mirrors.len());
        let mut numbers: Vec<_> = before.bottlenecks.iter().map(|b| (forth(&b.note), b.depth, format!("{}", b.chains), all(&b.roots))).collect();
        numbers.sort();
        let mut now: Vec<_> = after.bottlenecks.iter().map(|b| (b.note.clone(), b.depth, format!("{}", b.chains), b.roots.clone())).collect();
        now.sort();
        prop_assert_eq!(numbers, now);
    }
}

#[test]
fn a_finding_about_a_withheld_note_cannot_be_made() {
    let m = built(&["e1", "s1"], &[("e1", "s1")]);
    let open = found(&m).findings;
    let mut hidden = m.clone();
    hidden.update_observation(&o("s1"), |n| n.private = Some(true)).unwrap();
    let about = |f: &polder::evidence::Finding| f.subject == [Element::from(&o("s1"))];
    let on_root = open.iter().find(|f| about(f)).unwrap();
    assert!(replay(on_root, &hidden).is_err());
    assert!(!found(&hidden).findings.iter().any(about));
    assert!(!format!("{:?}", found(&hidden)).contains("s1"));
}

fn parties(ids: &[&str]) -> BTreeSet<PartyId> {
    ids.iter().map(|id| p(id)).collect()
}

#[test]
fn units_of_one_organisation_hide_nobody_and_neither_does_everybody() {
    let mut m = built(&["e", "s"], &[("e", "s")]);
    for (id, above) in [("city", None), ("permits", Some("city")), ("desk", Some("permits")), ("grid", None)] {
        m.insert_party(p(id), Party { part_of: above.map(p), ..Party::default() }).unwrap();
    }
    let withheld = |by: &[&str], from: usize| {
        let edit = |m: &mut Model| m.update_observation(&o("s"), |n| (n.private, n.by) = (Some(true), parties(by)));
        let f = iceberg(&m.with(edit).unwrap(), &IcebergOptions::new().anonymity(AtLeastTwo::new(from).unwrap()));
        assert!(f.findings.iter().all(|x| replay(x, &m.with(edit).unwrap()) == Ok(())));
        (f.withheld, f.roots[0].anonymous)
    };
    assert_eq!(withheld(&["permits", "desk"], 2), (1, true));
    assert_eq!(withheld(&["city", "permits", "desk"], 2), (1, true));
    assert_eq!(withheld(&["desk", "grid"], 2), (0, true));
    assert_eq!(withheld(&["desk", "city", "grid"], 3), (1, true));
    assert_eq!(withheld(&["city", "permits", "desk", "grid"], 2), (1, true));
    // Nobody noted it, and nobody is kept secret.
    assert_eq!(withheld(&[], 2), (1, false));
}

#[test]
fn what_is_listed_grows_with_the_notes_alone() {
    let mut m = Model::new();
    let (events, roots): (Vec<_>, Vec<_>) = (0..30).map(|i| (o(&format!("e{i:02}")), o(&format!("r{i:02}")))).unzip();
    for (event, root) in events.iter().zip(&roots) {
        m.insert_observation(event.clone(), note(Layer::Event)).unwrap();
        m.insert_observation(root.clone(), note(Layer::Structure)).unwrap();
    }
    for event in &events {
        roots.iter().for_each(|root| m.set_because(event.clone(), root.clone(), Because::default()).unwrap());
    }
    m.update_observation(&roots[29], |n| n.layer = Layer::MentalModel).unwrap();
    for (options, listed) in [(IcebergOptions::new(), 10), (IcebergOptions::new().list_roots_at_most(0), 1)] {
        let f = iceberg(&m, &options);
        assert!(f.undiscussed.is_empty());
        for b in &f.bottlenecks {
            assert_eq!((b.root_count, b.roots.len()), (30, listed));
            assert_eq!(b.roots[0], n("r00"));
        }
        for r in &f.roots {
            assert_eq!((r.bottleneck_count, r.bottlenecks.len()), (30, listed));
        }
        for finding in f.findings.iter().filter(|f| f.rule == "iceberg-depth") {
            // The threshold, how many roots, and the one chain that goes deepest.
            let grounds: Vec<_> = finding.because.iter().map(|c| (c.source.clone(), c.amount)).collect();
            let chain = (Element::from(&o("r29")), 1.0);
            assert_eq!(grounds[1..], [(Element::Setting("roots-below"), 30.0), chain]);
            assert_eq!(replay(finding, &m), Ok(()));
        }
    }
}

#[test]
fn every_mirror_that_is_listed_has_its_finding() {
    // So many speakers that telling each pair their stories anew would take more steps than are allowed.
    let mut m = built(&["e"], &[]);
    for i in 0..500 {
        m.insert_party(p(&format!("p{i}")), Party::default()).unwrap();
        m.insert_observation(o(&format!("s{i}")), note(Layer::Structure)).unwrap();
        let by = parties(&[&format!("p{i}")]);
        m.set_because(o("e"), o(&format!("s{i}")), Because { by }).unwrap();
    }
    let f = found(&m);
    let findings: Vec<_> = f.findings.iter().filter(|f| f.rule == "iceberg-mirror").collect();
    assert_eq!((f.mirrors.len(), f.mirrors_truncated), (100, true));
    for (mirror, finding) in f.mirrors.iter().zip(&findings) {
        let [a, b] = mirror.parties.each_ref().map(Element::from);
        assert_eq!(finding.subject, [Element::from(&mirror.bottleneck), a, b]);
    }
    assert_eq!(findings.len(), 100);
    assert_eq!(replay(findings[99], &m), Ok(()));
}

#[test]
fn withheld_notes_far_from_what_is_shown_are_ordered_without_their_ids() {
    // Two long ways down that differ at their ends alone: the one ends in a root deeper than the other.
    const LONG: usize = 60;
    let made = |turned: bool| {
        let mut m = built(&["e"], &[]);
        let id = |way: usize, at: usize| o(&format!("{}-{at}", ["x", "y"][if turned { 1 - way } else { way }]));
        for way in 0..2 {
            for at in 0..LONG {
                let layer = if at + 1 == LONG { [Layer::Structure, Layer::MentalModel][way] } else { Layer::Pattern };
                let hidden = Observation { private: Some(true), ..note(layer) };
                m.insert_observation(id(way, at), hidden).unwrap();
                let above = if at == 0 { o("e") } else { id(way, at - 1) };
                m.set_because(above, id(way, at), Because::default()).unwrap();
            }
        }
        m
    };
    let (one, other) = (found(&made(false)), found(&made(true)));
    assert_eq!(one.bottlenecks[0].listed.len(), 2);
    assert_ne!(one.bottlenecks[0].listed[0], one.bottlenecks[0].listed[1]);
    assert_eq!(one, other);
}

#[test]
fn an_explanation_goes_with_its_last_speaker() {
    let mut m = built(&["e", "s", "t", "u"], &[("e", "u")]);
    ["a", "b", "c"].iter().for_each(|id| m.insert_party(p(id), Party::default()).unwrap());
    m.update_observation(&o("e"), |n| n.by = parties(&["c"])).unwrap();
    m.set_because(o("e"), o("s"), Because { by: parties(&["a"]) }).unwrap();
    m.set_because(o("e"), o("t"), Because { by: parties(&["a", "b"]) }).unwrap();
    assert_eq!(m.remove_party(&p("a")).unwrap(), [Element::Because(o("e"), o("s"))]);
    assert!(m.becauses().get(&o("e"), &o("s")).is_none());
    assert_eq!(m.becauses().get(&o("e"), &o("t")).unwrap().by, parties(&["b"]));
    // What never named anybody stays.
    assert!(m.becauses().get(&o("e"), &o("u")).unwrap().by.is_empty());
    assert_eq!(m.remove_party(&p("b")).unwrap(), [Element::Because(o("e"), o("t"))]);
    assert!(found(&m).roots.iter().all(|root| root.note == n("u")));
}
