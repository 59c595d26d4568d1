//! The model layer: what it refuses, that an edit is all or nothing, that a removal leaves no trace, what its graph holds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::result_large_err)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::rename;
use common::strategies::{Draw, analysis_model, model, model_with_telling_ids, rating_on};
use polder::id::*;
use polder::model::*;
use polder::rating::{Aggregate, Estimate, Judgement, Level, Rater, RaterKind, Rating, RatingError, Word};
use polder::scale::{Preference, Raw, ScaleKind, Scales};
use polder::vocabulary::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

fn id<T: From<Slug>>(text: &str) -> T {
    Slug::new(text).unwrap().into()
}

fn n(x: f64) -> Rating {
    Rating::number(x).unwrap()
}

fn by(kind: Option<RaterKind>, name: &str, x: f64) -> Rating {
    let estimate = Estimate::Point(Level::Number(Raw::new(x).unwrap()));
    let rater = Rater { prefix: kind, name: id(name) };
    Rating::Judged(Judgement { estimate, by: Some(rater), confidence: None, why: None })
}

/// Parties a, b, c, interests i, j, values v, w, observations o, q, member a, task t, culture k.
fn small() -> Model {
    let mut m = Model::new();
    for p in ["a", "b", "c"] {
        m.insert_party(id(p), Party::default()).unwrap();
    }
    for i in ["i", "j"] {
        m.insert_interest(id(i), Interest::default()).unwrap();
    }
    for v in ["v", "w"] {
        m.insert_value(id(v), Value::default()).unwrap();
    }
    for o in ["o", "q"] {
        m.insert_observation(id(o), observation()).unwrap();
    }
    m.insert_member(id("a"), Member::default()).unwrap();
    m.insert_task(id("t"), Task::default()).unwrap();
    m.insert_culture(id("k"), culture(CultureModel::Free)).unwrap();
    m
}

fn observation() -> Observation {
    Observation {
        layer: Layer::Event,
        statement: "late".into(),
        by: BTreeSet::new(),
        about: BTreeSet::new(),
        voiced: None,
        private: None,
        votes: None,
        remarks: Remarks::default(),
    }
}

fn culture(model: CultureModel) -> Culture {
    let (now, desired) = (BTreeMap::new(), BTreeMap::new());
    Culture { model, name: None, now, desired, norms: None, ways_of_working: None, remarks: Remarks::default() }
}

fn points(scores: &[(&str, f64)]) -> Culture {
    let now = scores.iter().map(|(k, x)| (id(k), n(*x))).collect();
    Culture { now, ..culture(CultureModel::CompetingValues) }
}

fn claim(party: &str, value: Option<&str>) -> Claim {
    Claim {
        party: id(party),
        kind: ClaimKind::Captured,
        value: value.map(id),
        importance: None,
        statement: None,
        remarks: Remarks::default(),
    }
}

fn belief(holder: &str, about: &str, values: &[&str]) -> Belief {
    let values = values.iter().map(|v| (id(v), n(3.0))).collect();
    Belief { by: id(holder), about: id(about), values, remarks: Remarks::default() }
}

fn comparison(holder: &str, a: &str, b: &str) -> Comparison {
    let ratio = Preference::new(3.0).unwrap();
    Comparison { by: id(holder), a: id(a), b: id(b), ratio, remarks: Remarks::default() }
}

fn flow(from: &str, to: &str) -> Flow {
    Flow { from: id(from), to: id(to), name: None, benefit: None, supply: None, remarks: Remarks::default() }
}

fn force(strength: Option<Rating>, party: Option<&str>) -> Force {
    Force {
        name: "wind".into(),
        side: Side::Driving,
        strength,
        changeability: None,
        party: party.map(id),
        remarks: Remarks::default(),
    }
}

fn support(level: Option<Rating>) -> Support {
    Support { kind: SupportKind::Official, level, example: None, remarks: Remarks::default() }
}

/// The one error of an edit, after which the model is as it was.
fn refused(m: &Model, edit: impl FnOnce(&mut Model) -> Result<(), EditError>) -> EditError {
    let mut copy = m.clone();
    let error = edit(&mut copy).expect_err("the edit should be refused");
    assert_eq!(copy, *m, "a refused edit must change nothing");
    error
}

// What is in a model, and that it fits together.

fn as_node<'a>(node: &NodeRef<'a>) -> &'a dyn Node {
    match *node {
        NodeRef::Project(x) => x,
        NodeRef::Party(_, x) => x,
        NodeRef::Interest(_, x) => x,
        NodeRef::Value(_, x) => x,
        NodeRef::Culture(_, x) => x,
        NodeRef::Observation(_, x) => x,
        NodeRef::Member(_, x) => x,
        NodeRef::Task(_, x) => x,
        NodeRef::Claim(_, x) => x,
        NodeRef::Belief(_, x) => x,
        NodeRef::Comparison(_, x) => x,
        NodeRef::Flow(_, x) => x,
        NodeRef::Force(_, x) => x,
        NodeRef::Support(_, x) => x,
        _ => panic!("a new kind of node"),
    }
}

/// Every node except the project.
fn nodes(m: &Model) -> BTreeSet<Element> {
    let mut out = BTreeSet::new();
    out.extend(m.parties().map(|(i, _)| Element::from(i)));
    out.extend(m.interests().map(|(i, _)| Element::from(i)));
    out.extend(m.values().map(|(i, _)| Element::from(i)));
    out.extend(m.cultures().map(|(i, _)| Element::from(i)));
    out.extend(m.observations().map(|(i, _)| Element::from(i)));
    out.extend(m.members().map(|(i, _)| Element::from(i)));
    out.extend(m.tasks().map(|(i, _)| Element::from(i)));
    out.extend(m.claims().map(|(i, _)| Element::from(i)));
    out.extend(m.beliefs().map(|(i, _)| Element::from(i)));
    out.extend(m.comparisons().map(|(i, _)| Element::from(i)));
    out.extend(m.flows().map(|(i, _)| Element::from(i)));
    out.extend(m.forces().map(|(i, _)| Element::from(i)));
    out.extend(m.supports().map(|(i, _)| Element::from(i)));
    out
}

/// The two ends of a relation and its ratings, each with its scale.
type Relation<'a> = ([Element; 2], Vec<(&'a Rating, ScaleKind)>);

/// Every relation that is in a table of its own, with its two ends and its ratings.
fn relations(m: &Model) -> BTreeMap<Element, Relation<'_>> {
    fn rated(w: &impl Rated) -> Vec<(&Rating, ScaleKind)> {
        w.ratings().into_iter().map(|(_, r, k)| (r, k)).collect()
    }
    let mut out = BTreeMap::new();
    macro_rules! arcs {
        ($($table:ident as $kind:ident, $w:ident => $ratings:expr;)+) => {$(
            for (a, b, $w) in m.$table().iter() {
                out.insert(Element::$kind(a.clone(), b.clone()), ([Element::from(a), Element::from(b)], $ratings));
            }
        )+};
    }
    arcs! {
        stakes as Stake, w => rated(w);
        importances as Importance, w => vec![(w, ScaleKind::OneSided)];
        trusts as Trusts, w => vec![(w, ScaleKind::OneSided)];
        influences as Influences, w => vec![(w, ScaleKind::Influence)];
        ties as Tie, w => vec![(w, ScaleKind::Signed)];
        umbrellas as UmbrellaOf, _w => vec![];
        serves as Serves, _w => vec![];
        opposes as Opposes, w => vec![(w, ScaleKind::Strength)];
        expresses as Expresses, _w => vec![];
        tensions as Tension, w => vec![(w, ScaleKind::Strength)];
        becauses as Because, _w => vec![];
    }
    for (a, b, all) in m.dependences().iter() {
        for (resource, w) in all {
            let me = Element::DependsOn(a.clone(), b.clone(), resource.clone());
            out.insert(me, ([Element::from(a), Element::from(b)], rated(w)));
        }
    }
    out
}

fn elements(m: &Model) -> BTreeSet<Element> {
    nodes(m).into_iter().chain(relations(m).into_keys()).collect()
}

fn assert_rating_fits(m: &Model, rating: &Rating, kind: ScaleKind) {
    assert_eq!(rating.check(&m.scales().of(kind)), Ok(()));
    for rater in rating.judgements().iter().filter_map(|j| j.by.as_ref()) {
        match rater.prefix {
            Some(RaterKind::Party) => assert!(m.party(&rater.name.clone().into()).is_some(), "{rater}"),
            Some(RaterKind::Member) => assert!(m.member(&rater.name.clone().into()).is_some(), "{rater}"),
            None => {}
        }
    }
}

/// Every reference leads somewhere and every rating lies on its scale.
fn assert_consistent(m: &Model) {
    for node in m.graph().node_weights() {
        for reference in as_node(node).references() {
            assert!(m.has(&reference.to), "{} refers to {}", node.element(), reference.to);
        }
        for (_, rating, kind) in as_node(node).ratings() {
            assert_rating_fits(m, rating, kind);
        }
    }
    for (relation, (ends, ratings)) in relations(m) {
        assert!(ends.iter().all(|end| m.has(end)), "{relation}");
        assert!(ends[0] != ends[1], "{relation}");
        ratings.into_iter().for_each(|(rating, kind)| assert_rating_fits(m, rating, kind));
    }
    for (_, _, because) in m.becauses().iter() {
        assert!(because.by.iter().all(|p| m.party(p).is_some()));
    }
    for reference in m.handbook().references() {
        assert!(m.has(&reference.to), "the handbook refers to {}", reference.to);
    }
    for slug in m.handbook().acknowledged.iter().flat_map(|a| &a.over) {
        assert!(m.interest(&slug.clone().into()).is_some() || m.value(&slug.clone().into()).is_some(), "{slug}");
    }
    for (_, _, all) in m.dependences().iter() {
        assert!(!all.is_empty(), "an empty set of resources is no relation");
    }
}

fn remove(m: &mut Model, element: &Element) -> Result<Vec<Element>, EditError> {
    match element {
        Element::Party(i) => m.remove_party(i),
        Element::Interest(i) => m.remove_interest(i),
        Element::Value(i) => m.remove_value(i),
        Element::Culture(i) => m.remove_culture(i),
        Element::Observation(i) => m.remove_observation(i),
        Element::Member(i) => m.remove_member(i),
        Element::Task(i) => m.remove_task(i),
        Element::Claim(i) => m.remove_claim(i),
        Element::Belief(i) => m.remove_belief(i),
        Element::Comparison(i) => m.remove_comparison(i),
        Element::Flow(i) => m.remove_flow(i),
        Element::Force(i) => m.remove_force(i),
        Element::Support(i) => m.remove_support(i),
        other => panic!("{other} is no node"),
    }
}

/// The relations of the graph as (kind, from, to), with how often each stands there.
fn arcs(m: &Model) -> BTreeMap<(RelationKind, Element, Element), usize> {
    let graph = m.graph();
    let mut out = BTreeMap::new();
    for edge in graph.edge_indices() {
        let (a, b) = graph.edge_endpoints(edge).unwrap();
        *out.entry((graph[edge].kind, graph[a].element(), graph[b].element())).or_default() += 1;
    }
    out
}

/// How many arcs of each kind the tables ask for.
fn arcs_by_the_tables(m: &Model) -> BTreeMap<RelationKind, usize> {
    use RelationKind as K;
    let mut out: BTreeMap<K, usize> = BTreeMap::new();
    let mut add = |kind, count: usize| *out.entry(kind).or_default() += count;
    add(K::Focal, usize::from(m.project().focal.is_some()));
    add(K::SharedGoal, m.project().shared_goal.len());
    add(K::PartOf, m.parties().filter(|(_, p)| p.part_of.is_some()).count());
    add(K::HasCulture, m.parties().filter(|(_, p)| p.culture.is_some()).count());
    add(K::UmbrellaOf, m.umbrellas().len());
    add(K::Stake, m.stakes().len());
    add(K::Importance, m.importances().len() + m.beliefs().map(|(_, b)| b.values.len()).sum::<usize>());
    add(K::Trusts, m.trusts().len());
    add(K::Influences, m.influences().len());
    add(K::Tie, m.ties().len());
    add(K::DependsOn, m.dependences().iter().map(|(_, _, all)| all.len()).sum());
    add(K::Serves, m.serves().len());
    add(K::Opposes, m.opposes().len());
    add(K::Expresses, m.expresses().len());
    add(K::Tension, m.tensions().len());
    add(K::Because, m.becauses().len());
    add(K::MemberOf, m.members().filter(|(_, a)| a.party.is_some()).count());
    add(K::Leads, m.members().map(|(_, a)| a.leads.len()).sum());
    add(K::Does, m.members().map(|(_, a)| a.tasks.len()).sum());
    let noted: usize = m.observations().map(|(_, o)| o.by.len()).sum();
    add(K::By, m.claims().len() + m.beliefs().len() + m.comparisons().len() + m.flows().len() + noted);
    let about: usize = m.observations().map(|(_, o)| o.about.len()).sum();
    let of_claims = m.claims().filter(|(_, c)| c.value.is_some()).count();
    add(K::About, of_claims + m.beliefs().len() + 2 * m.comparisons().len() + m.flows().len() + about);
    add(K::Of, m.forces().filter(|(_, f)| f.party.is_some()).count());
    out.retain(|_, count| *count > 0);
    out
}

/// A slug with its alphabet turned round: another id that sorts the other way, and the same once more.
fn mirrored(text: &str) -> String {
    let turn = |c: char| match c {
        'a'..='z' => char::from(b'a' + b'z' - u8::try_from(c).unwrap()),
        '0'..='9' => char::from(b'0' + b'9' - u8::try_from(c).unwrap()),
        other => other,
    };
    text.chars().map(turn).collect()
}

// What is refused.

#[test]
fn an_id_is_taken_once_per_kind() {
    let m = small();
    let taken = |e: Element| EditError::Duplicate(e);
    assert_eq!(refused(&m, |m| m.insert_party(id("a"), Party::default())), taken(Element::Party(id("a"))));
    assert_eq!(refused(&m, |m| m.insert_member(id("a"), Member::default())), taken(Element::Member(id("a"))));
    assert_eq!(refused(&m, |m| m.insert_value(id("v"), Value::default())).to_string(), "`value:v` exists already");
    // The same word for another kind is another id.
    let mut m = m;
    m.insert_interest(id("a"), Interest::default()).unwrap();
    m.insert_value(id("a"), Value::default()).unwrap();
    assert!(m.has(&Element::Interest(id("a"))) && m.has(&Element::Value(id("a"))) && m.has(&Element::Project));
    assert!(!m.has(&Element::Task(id("a"))) && !m.has(&Element::Setting("cut")));
    assert_eq!(m.remove_claim(&id("none")), Err(EditError::NoSuch(Element::Claim(id("none")))));
    assert_eq!(refused(&m, |m| m.update_task(&id("a"), |_| {})), EditError::NoSuch(Element::Task(id("a"))));
}

#[test]
fn no_reference_dangles() {
    type Edit = fn(&mut Model) -> Result<(), EditError>;
    let m = small();
    let edits: &[(&str, Edit)] = &[
        ("party:x", |m| m.insert_party(id("d"), Party { part_of: Some(id("x")), ..Party::default() })),
        ("culture:x", |m| m.update_party(&id("a"), |p| p.culture = Some(id("x")))),
        ("party:x", |m| m.update_member(&id("a"), |a| a.party = Some(id("x")))),
        ("task:x", |m| m.update_member(&id("a"), |a| a.tasks = [id("t"), id("x")].into())),
        ("party:x", |m| m.update_observation(&id("o"), |o| o.by = [id("x")].into())),
        ("party:x", |m| m.update_observation(&id("o"), |o| o.about = [id("a"), id("x")].into())),
        ("party:x", |m| m.insert_claim(id("c"), claim("x", None))),
        ("value:x", |m| m.insert_claim(id("c"), claim("a", Some("x")))),
        ("party:x", |m| m.insert_belief(id("c"), belief("x", "a", &[]))),
        ("party:x", |m| m.insert_belief(id("c"), belief("a", "x", &[]))),
        ("value:x", |m| m.insert_belief(id("c"), belief("a", "b", &["v", "x"]))),
        ("party:x", |m| m.insert_comparison(id("c"), comparison("x", "v", "w"))),
        ("value:x", |m| m.insert_comparison(id("c"), comparison("a", "x", "w"))),
        ("value:x", |m| m.insert_comparison(id("c"), comparison("a", "v", "x"))),
        ("party:x", |m| m.insert_flow(id("c"), flow("x", "a"))),
        ("party:x", |m| m.insert_flow(id("c"), flow("a", "x"))),
        ("party:x", |m| m.insert_force(id("c"), force(None, Some("x")))),
        ("party:x", |m| m.set_project(Project { focal: Some(id("x")), ..Project::default() })),
        ("interest:x", |m| m.set_project(Project { shared_goal: [id("x")].into(), ..Project::default() })),
        ("party:x", |m| m.set_stake(id("x"), id("i"), Stake::default())),
        ("interest:x", |m| m.set_stake(id("a"), id("x"), Stake::default())),
        ("value:x", |m| m.set_importance(id("a"), id("x"), n(1.0))),
        ("party:x", |m| m.set_trust(id("a"), id("x"), n(1.0))),
        ("party:x", |m| m.set_influence(id("x"), id("a"), n(1.0))),
        ("party:x", |m| m.set_tie(id("x"), id("a"), n(1.0))),
        ("party:x", |m| m.set_umbrella(id("a"), id("x"), ())),
        ("party:x", |m| m.set_dependence(id("a"), id("x"), "money", Dependence::default())),
        ("interest:x", |m| m.set_serves(id("i"), id("x"), ())),
        ("interest:x", |m| m.set_opposes(id("x"), id("i"), n(1.0))),
        ("value:x", |m| m.set_expresses(id("i"), id("x"), ())),
        ("value:x", |m| m.set_tension(id("v"), id("x"), n(1.0))),
        ("observation:x", |m| m.set_because(id("o"), id("x"), Because::default())),
        ("party:x", |m| m.set_because(id("o"), id("q"), Because { by: [id("x")].into() })),
        ("party:x", |m| m.update_party(&id("a"), |p| p.power = Some(by(Some(RaterKind::Party), "x", 1.0)))),
        ("member:b", |m| m.set_trust(id("a"), id("b"), by(Some(RaterKind::Member), "b", 1.0))),
        ("member:b", |m| m.set_stake(id("a"), id("i"), Stake::of(by(Some(RaterKind::Member), "b", 1.0)))),
    ];
    for (number, (to, edit)) in edits.iter().enumerate() {
        match refused(&m, edit) {
            EditError::Dangling { to: found, .. } => assert_eq!(found.to_string(), *to, "edit {number}"),
            other => panic!("edit {number}: {other}"),
        }
    }
    let acknowledged = |parties: &[&str], over: &[&str]| Handbook {
        acknowledged: [Acknowledged {
            kind: ConflictKind::Interest,
            parties: parties.iter().map(|p| id(p)).collect(),
            over: over.iter().map(|o| id(o)).collect(),
        }]
        .into(),
        ..Handbook::default()
    };
    for bad in [acknowledged(&["a", "x"], &["i"]), acknowledged(&["a", "b"], &["i", "x"])] {
        assert!(matches!(refused(&m, |m| m.set_handbook(bad)), EditError::Dangling { .. }));
    }
    let error = refused(&m, |m| m.set_trust(id("a"), id("x"), n(1.0)));
    assert_eq!(error.to_string(), "`trusts:a/x` refers to `party:x` in `trusts`, which does not exist");
    let mut m = m;
    m.set_handbook(acknowledged(&["a", "b"], &["i", "v"])).unwrap();
    assert_eq!(m.declare(id("x"), Table::Ties), Err(EditError::NoSuch(Element::Party(id("x")))));
}

#[test]
fn a_party_and_a_member_may_rate_themselves() {
    let mut m = Model::new();
    let own = by(Some(RaterKind::Party), "p", 2.0);
    m.insert_party(id("p"), Party { power: Some(own), ..Party::default() }).unwrap();
    let own = by(Some(RaterKind::Member), "m", 2.0);
    m.insert_member(id("m"), Member { informal: Some(own), ..Member::default() }).unwrap();
    m.set_rating(&Element::Party(id("p")), Attribute::Urgency, Some(by(None, "a-stranger", 1.0))).unwrap();
}

#[test]
fn every_rating_lies_on_its_scale() {
    type Edit = fn(&mut Model, Rating) -> Result<(), EditError>;
    let mut m = small();
    m.insert_force(id("f"), force(None, None)).unwrap();
    m.insert_support(id("s"), support(None)).unwrap();
    m.insert_claim(id("c"), claim("a", None)).unwrap();
    m.insert_belief(id("e"), belief("a", "b", &[])).unwrap();
    // Where a rating may stand, with the lowest and highest number there.
    let edits: &[(f64, f64, Edit)] = &[
        (1.0, 5.0, |m, r| m.update_party(&id("a"), |p| p.power = Some(r))),
        (1.0, 5.0, |m, r| m.update_party(&id("a"), |p| p.interest_level = Some(r))),
        (-2.0, 2.0, |m, r| m.update_party(&id("a"), |p| p.attitude = Some(r))),
        (1.0, 5.0, |m, r| m.update_party(&id("a"), |p| p.legitimacy = Some(r))),
        (1.0, 5.0, |m, r| m.update_party(&id("a"), |p| p.urgency = Some(r))),
        (1.0, 5.0, |m, r| m.update_party(&id("a"), |p| p.threat = Some(r))),
        (1.0, 5.0, |m, r| m.update_party(&id("a"), |p| p.cooperation = Some(r))),
        (-2.0, 2.0, |m, r| m.set_stake(id("a"), id("i"), Stake::of(r))),
        (1.0, 5.0, |m, r| m.set_stake(id("a"), id("i"), Stake { salience: Some(r), ..Stake::default() })),
        (-2.0, 2.0, |m, r| m.set_stake(id("a"), id("i"), Stake { position: Some(r), ..Stake::default() })),
        (1.0, 5.0, |m, r| m.set_importance(id("a"), id("v"), r)),
        (1.0, 5.0, |m, r| m.set_trust(id("a"), id("b"), r)),
        (0.0, 4.0, |m, r| m.set_influence(id("a"), id("b"), r)),
        (-2.0, 2.0, |m, r| m.set_tie(id("b"), id("a"), r)),
        (0.0, 5.0, |m, r| m.set_opposes(id("i"), id("j"), r)),
        (0.0, 5.0, |m, r| m.set_tension(id("v"), id("w"), r)),
        (1.0, 5.0, |m, r| {
            m.set_dependence(id("a"), id("b"), "money", Dependence { importance: Some(r), ..Dependence::default() })
        }),
        (1.0, 5.0, |m, r| {
            let dependence = Dependence { substitutability: Some(r), ..Dependence::default() };
            m.set_dependence(id("a"), id("b"), "money", dependence)
        }),
        (1.0, 5.0, |m, r| m.update_value(&id("v"), |v| v.schwartz = [(schwartz::SchwartzValue::Power, r)].into())),
        (1.0, 5.0, |m, r| m.update_force(&id("f"), |f| f.strength = Some(r))),
        (1.0, 5.0, |m, r| m.update_force(&id("f"), |f| f.changeability = Some(r))),
        (1.0, 5.0, |m, r| m.update_support(&id("s"), |s| s.level = Some(r))),
        (1.0, 5.0, |m, r| m.update_claim(&id("c"), |c| c.importance = Some(r))),
        (1.0, 5.0, |m, r| m.update_belief(&id("e"), |b| b.values = [(id("v"), r)].into())),
        (1.0, 5.0, |m, r| m.update_member(&id("a"), |a| a.informal = Some(r))),
        (1.0, 5.0, |m, r| m.update_member(&id("a"), |a| a.roles = [(Role::Mentor, r)].into())),
        (1.0, 5.0, |m, r| m.update_culture(&id("k"), |c| c.now = [(id("z"), r)].into())),
        (1.0, 5.0, |m, r| m.update_culture(&id("k"), |c| c.desired = [(id("z"), r)].into())),
    ];
    for (number, (low, high, edit)) in edits.iter().enumerate() {
        for good in [*low, *high, f64::midpoint(*low, *high)] {
            m.clone().with(|m| edit(m, n(good))).unwrap_or_else(|e| panic!("edit {number}: {e}"));
        }
        let level = |x| Level::Number(Raw::new(x).unwrap());
        let interval = |low, high| Rating::Plain(Estimate::Interval { low: level(low), high: level(high) });
        let is_signed = *low < 0.0;
        let bad = [
            (n(low - 1.0), "off"),
            (n(high + 0.000_001), "off"),
            (interval(*high, *low), "order"),
            (interval(*low, high + 1.0), "off"),
            (by(None, "somebody", high + 1.0), "off"),
            (Rating::word(if is_signed { Word::High } else { Word::For }), "word"),
            (Rating::word(if is_signed { Word::VeryLow } else { Word::Voor }), "word"),
            (Rating::Several(Vec::new()), "none"),
        ];
        for (rating, what) in bad {
            let EditError::Rating { fault, .. } = refused(&m, |m| edit(m, rating)) else { panic!("edit {number}") };
            let found = match fault {
                RatingError::OffScale { .. } => "off",
                RatingError::WrongWord { .. } => "word",
                RatingError::Order => "order",
                _ => "none",
            };
            assert_eq!(found, what, "edit {number}");
        }
    }
    let error = refused(&m, |m| m.update_party(&id("a"), |p| p.interest_level = Some(n(7.0))));
    assert_eq!(error.to_string(), "`party:a`: interest-level: 7 is off the scale 1 to 5");
}

#[test]
fn nothing_relates_to_itself() {
    type Edit = fn(&mut Model) -> Result<(), EditError>;
    let m = small();
    let edits: &[Edit] = &[
        |m| m.set_trust(id("a"), id("a"), n(1.0)),
        |m| m.set_influence(id("a"), id("a"), n(1.0)),
        |m| m.set_tie(id("a"), id("a"), n(1.0)),
        |m| m.set_umbrella(id("a"), id("a"), ()),
        |m| m.set_dependence(id("a"), id("a"), "money", Dependence::default()),
        |m| m.set_serves(id("i"), id("i"), ()),
        |m| m.set_opposes(id("i"), id("i"), n(1.0)),
        |m| m.set_tension(id("v"), id("v"), n(1.0)),
        |m| m.set_because(id("o"), id("o"), Because::default()),
        |m| m.insert_belief(id("c"), belief("a", "a", &[])),
        |m| m.insert_comparison(id("c"), comparison("a", "v", "v")),
        |m| m.insert_flow(id("c"), flow("a", "a")),
    ];
    for (number, edit) in edits.iter().enumerate() {
        assert!(matches!(refused(&m, edit), EditError::ToItself(_)), "edit {number}");
    }
    // Ends of different kinds may share a word.
    let mut m = m;
    m.insert_interest(id("a"), Interest::default()).unwrap();
    m.set_stake(id("a"), id("a"), Stake::default()).unwrap();
}

#[test]
fn parties_do_not_nest_in_a_circle() {
    let mut m = small();
    let under = |p: &str| Some(id::<PartyId>(p));
    m.update_party(&id("a"), |p| p.part_of = under("b")).unwrap();
    m.update_party(&id("b"), |p| p.part_of = under("c")).unwrap();
    let error = refused(&m, |m| m.update_party(&id("c"), |p| p.part_of = under("a")));
    assert_eq!(error, EditError::Nesting(["c", "a", "b", "c"].map(id).to_vec()));
    assert_eq!(error.to_string(), "parties are part of each other in a circle: c → a → b → c");
    let own = refused(&m, |m| m.update_party(&id("c"), |p| p.part_of = under("c")));
    assert_eq!(own, EditError::Nesting(["c", "c"].map(id).to_vec()));
    let new = refused(&m, |m| m.insert_party(id("d"), Party { part_of: under("d"), ..Party::default() }));
    assert_eq!(new, EditError::Nesting(["d", "d"].map(id).to_vec()));
    // Without the middle the chain is open, and may be closed the other way.
    m.remove_party(&id("b")).unwrap();
    assert_eq!(m.party(&id("a")).unwrap().part_of, None);
    m.update_party(&id("c"), |p| p.part_of = under("a")).unwrap();
}

#[test]
fn a_long_chain_of_parties_is_walked_without_recursion() {
    let mut m = Model::new();
    let name = |i: usize| id::<PartyId>(&format!("p{i}"));
    for i in 0..2_000 {
        let part_of = (i > 0).then(|| name(i - 1));
        m.insert_party(name(i), Party { part_of, ..Party::default() }).unwrap();
    }
    let error = refused(&m, |m| m.update_party(&name(0), |p| p.part_of = Some(name(1_999))));
    assert!(matches!(error, EditError::Nesting(chain) if chain.len() == 2_001));
}

#[test]
fn competing_values_add_up_to_100() {
    let m = small();
    let four = |a, b, c, d| points(&[("clan", a), ("adhocracy", b), ("market", c), ("hierarchy", d)]);
    let good = [
        four(20.0, 10.0, 15.0, 55.0),
        four(33.3, 33.3, 33.3, 0.0),
        four(33.4, 33.4, 33.4, 0.3),
        four(100.0, 0.0, 0.0, 0.0),
        four(25.5, 25.0, 25.0, 25.0),
        points(&[("clan", 60.0)]),
        points(&[]),
    ];
    for profile in good {
        m.with(|m| m.insert_culture(id("c"), profile)).unwrap();
    }
    for (profile, total) in [
        (four(20.0, 10.0, 15.0, 54.0), 99.0),
        (four(25.6, 25.0, 25.0, 25.0), 100.6),
        (points(&[("clan", 60.0), ("market", 41.0)]), 101.0),
        (four(0.0, 0.0, 0.0, 0.0), 0.0),
    ] {
        let now = refused(&m, |m| m.insert_culture(id("c"), profile.clone()));
        assert_eq!(now, EditError::Points { culture: Element::Culture(id("c")), key: "now", sum: total });
        let desired = Culture { desired: profile.now, ..culture(CultureModel::CompetingValues) };
        let later = refused(&m, |m| m.insert_culture(id("c"), desired));
        assert!(matches!(later, EditError::Points { key: "desired", .. }));
    }
    // A dimension that somebody gave no points leaves room for them.
    let mut open = four(20.0, 10.0, 15.0, 0.0);
    open.now.insert(id("hierarchy"), Rating::unknown());
    m.with(|m| m.insert_culture(id("c"), open)).unwrap();
    for (model, dimension) in [(CultureModel::CompetingValues, "openness"), (CultureModel::Bipolar, "clan")] {
        let odd = Culture { now: [(id(dimension), n(1.0))].into(), ..culture(model) };
        let error = refused(&m, |m| m.insert_culture(id("c"), odd));
        assert!(matches!(error, EditError::Dimension { dimension: d, .. } if d.as_str() == dimension));
    }
    // The model of a profile cannot change under its scores.
    let mut m = m;
    m.insert_culture(id("c"), points(&[("clan", 60.0)])).unwrap();
    let error = refused(&m, |m| m.update_culture(&id("c"), |c| c.model = CultureModel::Free));
    assert!(matches!(error, EditError::Rating { .. }));
}

#[test]
fn one_belief_about_one_value() {
    let mut m = small();
    m.insert_belief(id("first"), belief("a", "b", &["v"])).unwrap();
    m.insert_belief(id("other-value"), belief("a", "b", &["w"])).unwrap();
    m.insert_belief(id("other-way"), belief("b", "a", &["v", "w"])).unwrap();
    m.insert_belief(id("of-another"), belief("c", "b", &["v", "w"])).unwrap();
    let twice = EditError::BelievedTwice { by: id("a"), about: id("b"), value: id("v") };
    assert_eq!(refused(&m, |m| m.insert_belief(id("second"), belief("a", "b", &["v"]))), twice);
    let widened = refused(&m, |m| m.update_belief(&id("other-value"), |b| *b = belief("a", "b", &["v", "w"])));
    assert_eq!(widened, twice);
    let turned = refused(&m, |m| m.update_belief(&id("of-another"), |b| b.by = id("a")));
    assert_eq!(turned, twice);
    assert_eq!(twice.to_string(), "what `a` believes of `v` for `b` is stated twice");
    m.update_belief(&id("first"), |b| *b = belief("a", "b", &["v"])).unwrap();
}

// Edits.

#[test]
fn what_is_no_number_is_no_rating_and_minus_zero_is_zero() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e16] {
        assert!(Rating::number(bad).is_err(), "{bad}");
    }
    let mut m = small();
    m.set_rating(&Element::Party(id("a")), Attribute::Attitude, Some(n(-0.0))).unwrap();
    m.set_tie(id("b"), id("a"), n(-0.0)).unwrap();
    assert_eq!(m.party(&id("a")).unwrap().attitude, Some(n(0.0)));
    for (element, attribute) in
        [(Element::Party(id("a")), Attribute::Attitude), (Element::Tie(id("a"), id("b")), Attribute::Tie)]
    {
        let reading = m.read(&element, attribute, Aggregate::Median).unwrap();
        for zero in [reading.raw, reading.low, reading.high, reading.weight()] {
            assert_eq!(zero.to_bits(), 0);
        }
    }
    // Nor may it come about by averaging.
    let level = |x| Level::Number(Raw::new(x).unwrap());
    let around = Rating::Plain(Estimate::Interval { low: level(-2.0), high: level(2.0) });
    m.set_rating(&Element::Party(id("a")), Attribute::Attitude, Some(around)).unwrap();
    let reading = m.read(&Element::Party(id("a")), Attribute::Attitude, Aggregate::Median).unwrap();
    assert_eq!(reading.raw.to_bits(), 0);
}

#[test]
fn ties_read_either_way_round() {
    let mut m = small();
    m.set_tie(id("b"), id("a"), n(1.0)).unwrap();
    assert_eq!(m.tie(&id("a"), &id("b")), Some(&n(1.0)));
    assert_eq!(m.tie(&id("b"), &id("a")), Some(&n(1.0)));
    m.set_tie(id("a"), id("b"), n(-2.0)).unwrap();
    assert_eq!(m.ties().len(), 1);
    for element in [Element::Tie(id("a"), id("b")), Element::Tie(id("b"), id("a"))] {
        assert_eq!(m.rating(&element, Attribute::Tie), Some(&n(-2.0)));
    }
    assert_eq!(m.remove_tie(&id("b"), &id("a")), Some(n(-2.0)));
    assert_eq!(m.remove_tie(&id("b"), &id("a")), None);
    assert!(m.ties().is_empty());
}

#[test]
fn a_written_table_may_be_empty() {
    let mut m = small();
    let a: PartyId = id("a");
    assert!(Table::ALL.iter().all(|t| !m.wrote(&a, *t)));
    m.declare(a.clone(), Table::Influences).unwrap();
    assert!(m.wrote(&a, Table::Influences) && !m.wrote(&id("b"), Table::Influences));
    // A relation says so itself.
    m.set_stake(a.clone(), id("i"), Stake::default()).unwrap();
    m.set_importance(a.clone(), id("v"), n(1.0)).unwrap();
    m.set_trust(a.clone(), id("b"), n(1.0)).unwrap();
    m.set_tie(a.clone(), id("b"), n(1.0)).unwrap();
    m.set_dependence(a.clone(), id("b"), "money", Dependence::default()).unwrap();
    m.set_umbrella(a.clone(), id("b"), ()).unwrap();
    assert!(Table::ALL.iter().all(|t| m.wrote(&a, *t)));
    m.remove_stake(&a, &id("i")).unwrap();
    // A table that lost its last relation is an empty one, not an unwritten one.
    assert!(m.wrote(&a, Table::Stakes));
    m.set_influence(a.clone(), id("b"), n(1.0)).unwrap();
    m.remove_party(&id("b")).unwrap();
    assert!(m.influences().is_empty() && m.wrote(&a, Table::Influences));
    assert!(m.wrote(&a, Table::Trusts) && m.wrote(&a, Table::Ties) && m.wrote(&a, Table::DependsOn));
    // A party of the same name that comes later wrote nothing yet.
    m.remove_party(&a).unwrap();
    m.insert_party(a.clone(), Party::default()).unwrap();
    assert!(Table::ALL.iter().all(|t| !m.wrote(&a, *t)));
}

#[test]
fn resources_come_and_go_one_by_one() {
    let mut m = small();
    let (a, b): (PartyId, PartyId) = (id("a"), id("b"));
    let needs = |x| Dependence { importance: Some(n(x)), substitutability: None };
    m.set_dependence(a.clone(), b.clone(), "money", needs(1.0)).unwrap();
    m.set_dependence(a.clone(), b.clone(), "", needs(2.0)).unwrap();
    m.set_dependence(a.clone(), b.clone(), "money", needs(3.0)).unwrap();
    assert_eq!(m.dependences().get(&a, &b).unwrap().len(), 2);
    let money = Element::DependsOn(a.clone(), b.clone(), "money".into());
    assert_eq!(m.rating(&money, Attribute::Importance), Some(&n(3.0)));
    assert!(matches!(
        refused(&m, |m| m.set_dependence(a.clone(), b.clone(), "money", needs(9.0))),
        EditError::Rating { element, .. } if *element == money
    ));
    assert_eq!(m.remove_dependence(&a, &b, "money"), Some(needs(3.0)));
    assert_eq!(m.remove_dependence(&a, &b, "money"), None);
    assert_eq!(m.remove_dependence(&b, &a, ""), None);
    assert_eq!(m.remove_dependence(&a, &b, ""), Some(needs(2.0)));
    assert!(m.dependences().is_empty());
}

#[test]
fn ratings_are_set_by_element() {
    let mut m = small();
    m.set_stake(id("a"), id("i"), Stake::default()).unwrap();
    m.insert_force(id("f"), force(None, None)).unwrap();
    m.insert_claim(id("c"), claim("a", None)).unwrap();
    let (party, stake) = (Element::Party(id("a")), Element::Stake(id("a"), id("i")));
    let (wind, said) = (Element::Force(id("f")), Element::Claim(id("c")));
    let good = Party::RATED.iter().map(|a| (&party, *a)).chain([
        (&stake, Attribute::Stance),
        (&stake, Attribute::Salience),
        (&stake, Attribute::Position),
        (&wind, Attribute::Strength),
        (&wind, Attribute::Changeability),
        (&said, Attribute::Importance),
    ]);
    for (element, attribute) in good {
        assert_eq!(m.rating(element, attribute), None);
        m.set_rating(element, attribute, Some(n(2.0))).unwrap();
        assert_eq!(m.rating(element, attribute), Some(&n(2.0)));
        assert_eq!(m.read(element, attribute, Aggregate::Median).unwrap().raw, 2.0);
        let off = refused(&m, |m| m.set_rating(element, attribute, Some(n(9.0))));
        assert!(matches!(off, EditError::Rating { .. }), "{element} {attribute}");
        m.set_rating(element, attribute, None).unwrap();
        assert_eq!(m.rating(element, attribute), None);
    }
    for (element, attribute) in [
        (&party, Attribute::Stance),
        (&stake, Attribute::Power),
        (&wind, Attribute::Level),
        (&said, Attribute::Strength),
        (&Element::Project, Attribute::Power),
        (&Element::Interest(id("i")), Attribute::Importance),
    ] {
        let error = refused(&m, |m| m.set_rating(element, attribute, Some(n(2.0))));
        assert_eq!(error, EditError::NoAttribute { element: element.clone(), attribute });
    }
    for (element, attribute) in [
        (Element::Party(id("x")), Attribute::Power),
        (Element::Stake(id("b"), id("i")), Attribute::Stance),
        (Element::Force(id("x")), Attribute::Strength),
        (Element::Claim(id("x")), Attribute::Importance),
    ] {
        let error = refused(&m, |m| m.set_rating(&element, attribute, None));
        assert_eq!(error, EditError::NoSuch(element));
    }
}

#[test]
fn a_rater_that_goes_is_never_taken_for_another() {
    let mut m = small();
    // Member a and party a are two raters.
    let several = |first, second| match (first, second) {
        (Rating::Judged(x), Rating::Judged(y)) => Rating::Several(vec![x, y]),
        _ => panic!(),
    };
    let rated = several(by(Some(RaterKind::Party), "a", 1.0), by(Some(RaterKind::Member), "a", 5.0));
    m.set_trust(id("b"), id("c"), rated).unwrap();
    let raters = |m: &Model| -> Vec<Option<String>> {
        let trust = m.trusts().get(&id("b"), &id("c")).unwrap();
        trust.judgements().iter().map(|j| j.by.as_ref().map(ToString::to_string)).collect()
    };
    let first = m.with(|m| m.remove_party(&id("a")).map(drop)).unwrap();
    assert_eq!(raters(&first), [None, Some("member:a".into())]);
    let then = first.with(|m| m.remove_member(&id("a")).map(drop)).unwrap();
    assert_eq!(raters(&then), [None, Some("a".into())]);
    let other = m.with(|m| m.remove_member(&id("a")).map(drop)).unwrap();
    assert_eq!(raters(&other), [Some("party:a".into()), None]);
}

// Random models.

proptest! {
    #![proptest_config(Config::with_cases(192))]

    #[test]
    fn random_models_are_consistent(m in prop_oneof![model(), model_with_telling_ids(), analysis_model()]) {
        assert_consistent(&m);
    }

    #[test]
    fn the_graph_holds_every_node_and_relation(m in prop_oneof![model(), analysis_model()]) {
        let graph = m.graph();
        let found: Vec<Element> = graph.node_weights().map(NodeRef::element).collect();
        let mut expected: Vec<Element> = nodes(&m).into_iter().collect();
        expected.insert(0, Element::Project);
        prop_assert_eq!(found.first(), Some(&Element::Project));
        // `Element` sorts kind by kind, then by id: the order of the graph.
        prop_assert_eq!(&found, &expected);
        let mut kinds: BTreeMap<RelationKind, usize> = BTreeMap::new();
        for relation in graph.edge_weights() {
            *kinds.entry(relation.kind).or_default() += 1;
        }
        prop_assert_eq!(kinds, arcs_by_the_tables(&m));
        // Every relation of a table lies between its own two ends, as often as it stands there.
        let arcs = arcs(&m);
        let mut expected: BTreeMap<(String, Element, Element), usize> = BTreeMap::new();
        for (relation, ([a, b], _)) in relations(&m) {
            *expected.entry((relation.kind().into(), a, b)).or_default() += 1;
        }
        for ((kind, a, b), count) in expected {
            let kind = RelationKind::parse(&kind).unwrap();
            prop_assert_eq!(arcs.get(&(kind, a, b)), Some(&count));
        }
    }

    #[test]
    fn the_graph_carries_the_weights_of_the_tables(m in model()) {
        let graph = m.graph();
        for edge in graph.edge_indices() {
            let (a, b) = graph.edge_endpoints(edge).unwrap();
            let same = match (graph[edge].kind, &graph[a], &graph[b], graph[edge].weight) {
                (RelationKind::Stake, NodeRef::Party(p, _), NodeRef::Interest(i, _), Weight::Stake(w)) => m.stakes().get(p, i) == Some(w),
                (RelationKind::Importance, NodeRef::Party(p, _), NodeRef::Value(v, _), Weight::Rating(w)) => m.importances().get(p, v) == Some(w),
                (RelationKind::Importance, NodeRef::Belief(_, o), NodeRef::Value(v, _), Weight::Rating(w)) => o.values.get(*v) == Some(w),
                (RelationKind::Trusts, NodeRef::Party(p, _), NodeRef::Party(q, _), Weight::Rating(w)) => m.trusts().get(p, q) == Some(w),
                (RelationKind::Influences, NodeRef::Party(p, _), NodeRef::Party(q, _), Weight::Rating(w)) => m.influences().get(p, q) == Some(w),
                (RelationKind::Tie, NodeRef::Party(p, _), NodeRef::Party(q, _), Weight::Rating(w)) => p < q && m.tie(q, p) == Some(w),
                (RelationKind::DependsOn, NodeRef::Party(p, _), NodeRef::Party(q, _), Weight::Dependence(r, w)) => m.dependences().get(p, q).unwrap().get(r) == Some(w),
                (RelationKind::Opposes, NodeRef::Interest(i, _), NodeRef::Interest(j, _), Weight::Rating(w)) => m.opposes().get(i, j) == Some(w),
                (RelationKind::Tension, NodeRef::Value(v, _), NodeRef::Value(w, _), Weight::Rating(r)) => m.tensions().get(v, w) == Some(r),
                (RelationKind::Because, NodeRef::Observation(o, _), NodeRef::Observation(q, _), Weight::Because(w)) => m.becauses().get(o, q) == Some(w),
                (RelationKind::Leads, NodeRef::Member(_, a), NodeRef::Project(_), Weight::Phase(p)) => a.leads.contains(&p),
                (_, _, _, Weight::None) => true,
                _ => false,
            };
            prop_assert!(same, "{:?} from {} to {}", graph[edge], graph[a].element(), graph[b].element());
        }
    }

    #[test]
    fn a_removal_leaves_no_trace_and_tells_what_else_went(m in model_with_telling_ids()) {
        let before = elements(&m);
        for gone in nodes(&m) {
            let mut after = m.clone();
            let also = remove(&mut after, &gone).unwrap();
            // What was told is what went, each once.
            let told: BTreeSet<Element> = also.iter().cloned().collect();
            prop_assert_eq!(told.len(), also.len());
            let left = elements(&after);
            prop_assert!(left.is_subset(&before));
            let mut went: BTreeSet<Element> = before.difference(&left).cloned().collect();
            prop_assert!(went.remove(&gone));
            prop_assert_eq!(&went, &told, "with {}", gone);
            // The word stands nowhere any more, except as that of a rater from outside.
            let (_, word) = gone.to_string().split_once(':').map(|(k, w)| (k.to_owned(), w.to_owned())).unwrap();
            let printed = format!("{after:?}").replace(&format!("Rater {{ prefix: None, name: {word} }}"), "");
            let mut words = printed.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            prop_assert!(!words.any(|w| w == word), "{} is left in {}", word, printed);
            prop_assert!(!after.has(&gone));
            assert_consistent(&after);
            // All other relations of the graph are still there, and no others.
            let lost = |e: &Element| *e == gone || told.contains(e);
            let mut kept = arcs(&m);
            // An explanation may go on its own, with its last speaker.
            let unsaid = |a: &Element, b: &Element| match (a, b) {
                (Element::Observation(a), Element::Observation(b)) => told.contains(&Element::Because(a.clone(), b.clone())),
                _ => false,
            };
            kept.retain(|(_, a, b), _| !lost(a) && !lost(b) && !unsaid(a, b));
            prop_assert_eq!(arcs(&after), kept);
            prop_assert_eq!(remove(&mut after, &gone), Err(EditError::NoSuch(gone)));
        }
    }

    #[test]
    fn removing_all_leaves_an_empty_model(m in model(), order in prop::collection::vec(any::<u32>(), 60)) {
        let (mut left, mut d) = (m, Draw::of(order));
        loop {
            let all: Vec<Element> = nodes(&left).into_iter().collect();
            if all.is_empty() {
                break;
            }
            remove(&mut left, &d.pick(&all)).unwrap();
            assert_consistent(&left);
        }
        prop_assert!(relations(&left).is_empty());
        prop_assert_eq!(left.graph().edge_count(), 0);
        // What is not about any node stays.
        let mut bare = Model::with_scales(*left.scales());
        bare.set_project(left.project().clone()).unwrap();
        bare.set_handbook(left.handbook().clone()).unwrap();
        prop_assert!(left.handbook().acknowledged.iter().all(|a| a.parties.is_empty() && a.over.is_empty()));
        prop_assert_eq!(left, bare);
    }

    #[test]
    fn an_update_is_all_or_nothing(m in model()) {
        let off = n(1e9);
        for (party, _) in m.parties() {
            // The first change would be good, the second is not.
            let error = refused(&m, |m| m.update_party(party, |p| {
                p.name = Some("changed".into());
                p.part_of = None;
                p.urgency = Some(off.clone());
            }));
            prop_assert!(matches!(error, EditError::Rating { .. }), "{}", error);
            let error = refused(&m, |m| m.update_party(party, |p| {
                p.power = None;
                p.culture = Some(id("nowhere"));
            }));
            prop_assert!(matches!(error, EditError::Dangling { .. }), "{}", error);
        }
        for (claim, _) in m.claims() {
            refused(&m, |m| m.update_claim(claim, |c| { c.statement = None; c.party = id("nowhere"); }));
        }
        for (culture, _) in m.cultures() {
            refused(&m, |m| m.update_culture(culture, |c| { c.desired.clear(); c.now = [(id("clan"), off.clone())].into(); }));
        }
        for (from, to, _) in m.stakes().iter() {
            refused(&m, |m| m.set_stake(from.clone(), to.clone(), Stake::of(off.clone())));
        }
        for (a, b, _) in m.ties().iter() {
            refused(&m, |m| m.set_tie(b.clone(), a.clone(), off.clone()));
        }
    }

    #[test]
    fn with_leaves_the_original_as_it_is(m in model()) {
        let original = m.clone();
        let (first, _) = m.parties().next().unwrap();
        let edited = m.with(|m| {
            m.remove_party(first)?;
            m.insert_party(id("qz-new"), Party::default())
        }).unwrap();
        prop_assert_eq!(&m, &original);
        prop_assert!(edited.party(&id("qz-new")).is_some() && edited.party(first).is_none());
        // A step that succeeds counts for nothing when a later one fails.
        let failed = m.with(|m| {
            m.remove_party(first)?;
            m.set_trust(first.clone(), id("qz-new"), n(1.0))
        });
        prop_assert!(failed.is_err());
        prop_assert_eq!(&m, &original);
        prop_assert_eq!(m.with(|_| Ok(())).unwrap(), original);
    }

    #[test]
    fn any_valid_rating_is_kept_and_read(
        (scales, rating) in prop_oneof![
            Just(Scales::default()),
            Just(Scales::default().with_one_sided(0, 10).unwrap().with_signed(3).unwrap().with_words(polder::scale::WordSet::Five)),
        ].prop_flat_map(|s| (Just(s), rating_on(s.of(ScaleKind::OneSided))))
    ) {
        let mut m = Model::with_scales(scales);
        m.insert_party(id("a"), Party::default()).unwrap();
        let element = Element::Party(id("a"));
        m.set_rating(&element, Attribute::Power, Some(rating.clone())).unwrap();
        let kept = match &rating {
            // A judgement that names nobody and gives no grounds is kept as the bare estimate.
            Rating::Judged(Judgement { estimate, by: None, confidence: None, why: None }) => Rating::Plain(*estimate),
            other => other.clone(),
        };
        prop_assert_eq!(m.rating(&element, Attribute::Power), Some(&kept));
        if let Some(reading) = m.read(&element, Attribute::Power, Aggregate::Median) {
            let scale = scales.of(ScaleKind::OneSided);
            prop_assert!(scale.min() <= reading.low && reading.high <= scale.max());
            prop_assert!(reading.low <= reading.raw && reading.raw <= reading.high);
            prop_assert!((0.0..=1.0).contains(&reading.unit()) && (0.0..=1.0).contains(&reading.weight()));
            prop_assert!(reading.judgements >= 1);
        }
    }

    #[test]
    fn renaming_keeps_all_but_the_names(m in prop_oneof![model(), analysis_model()]) {
        prop_assert_eq!(&rename(&m, str::to_owned), &m);
        let renamed = rename(&m, mirrored);
        assert_consistent(&renamed);
        prop_assert_eq!(&rename(&renamed, mirrored), &m);
        prop_assert_eq!(arcs_by_the_tables(&renamed), arcs_by_the_tables(&m));
        let (mut was, mut is) = (arcs(&m), BTreeMap::new());
        for ((kind, a, b), count) in arcs(&renamed) {
            // A tie runs from the lower id, and which one that is has changed.
            let (a, b) = (unmirrored(&a), unmirrored(&b));
            let (a, b) = if kind == RelationKind::Tie && b < a { (b, a) } else { (a, b) };
            is.insert((kind, a, b), count);
        }
        was.retain(|_, count| *count > 0);
        prop_assert_eq!(was, is);
        for (party, _) in m.parties() {
            for table in Table::ALL.iter().filter(|t| **t != Table::Ties) {
                prop_assert_eq!(m.wrote(party, *table), renamed.wrote(&id(&mirrored(party.as_str())), *table));
            }
        }
    }
}

fn unmirrored(element: &Element) -> Element {
    let turn = |s: &Slug| id::<Slug>(&mirrored(s.as_str()));
    match element {
        Element::Project => Element::Project,
        Element::Party(i) => Element::Party(turn(i.slug()).into()),
        Element::Interest(i) => Element::Interest(turn(i.slug()).into()),
        Element::Value(i) => Element::Value(turn(i.slug()).into()),
        Element::Culture(i) => Element::Culture(turn(i.slug()).into()),
        Element::Observation(i) => Element::Observation(turn(i.slug()).into()),
        Element::Member(i) => Element::Member(turn(i.slug()).into()),
        Element::Task(i) => Element::Task(turn(i.slug()).into()),
        Element::Claim(i) => Element::Claim(turn(i.slug()).into()),
        Element::Belief(i) => Element::Belief(turn(i.slug()).into()),
        Element::Comparison(i) => Element::Comparison(turn(i.slug()).into()),
        Element::Flow(i) => Element::Flow(turn(i.slug()).into()),
        Element::Force(i) => Element::Force(turn(i.slug()).into()),
        Element::Support(i) => Element::Support(turn(i.slug()).into()),
        other => panic!("{other} is no node"),
    }
}

/// The strategies reach everything there is: every kind of node, relation and table, every form of rating, every scale.
#[test]
fn random_models_cover_everything() {
    let mut runner = TestRunner::deterministic();
    let strategy = model();
    let (mut kinds, mut relations_seen, mut forms, mut words) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut empty, mut scales, mut raters, mut cultures) =
        (BTreeSet::<Table>::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let estimate = |e: &Estimate| match e {
        Estimate::Unknown => "unknown",
        Estimate::Point(Level::Number(x)) if x.get().fract() == 0.0 => "whole number",
        Estimate::Point(Level::Number(_)) => "decimal",
        Estimate::Point(Level::Word(_)) => "word",
        Estimate::Interval { .. } => "interval",
        Estimate::ThreePoint { .. } => "three-point",
    };
    let mut models = 0;
    for _ in 0..256 {
        let m = strategy.new_tree(&mut runner).unwrap().current();
        models += 1;
        kinds.extend(nodes(&m).iter().map(Element::kind));
        relations_seen.extend(arcs_by_the_tables(&m).into_keys());
        scales.insert(format!("{:?}", m.scales()));
        for (party, _) in m.parties() {
            empty.extend(Table::ALL.iter().filter(|t| m.wrote(party, **t) && !rows(&m, party, **t)));
        }
        cultures.extend(m.cultures().filter(|(_, c)| !c.now.is_empty()).map(|(_, c)| c.model));
        let graph = m.graph();
        let of_nodes = graph.node_weights().flat_map(|n| as_node(n).ratings()).map(|(_, r, k)| (r, k));
        let all: Vec<(&Rating, ScaleKind)> =
            of_nodes.chain(relations(&m).into_values().flat_map(|(_, ratings)| ratings)).collect();
        for (rating, _) in all {
            if let Rating::Plain(e) = rating {
                forms.insert(("plain", estimate(e)));
                if let Estimate::Point(Level::Word(w)) = e {
                    words.insert(*w);
                }
            }
            let name = if matches!(rating, Rating::Judged(_)) { "judged" } else { "several" };
            for judgement in rating.judgements() {
                forms.insert((name, estimate(&judgement.estimate)));
                if let Some(rater) = &judgement.by {
                    let known =
                        m.party(&rater.name.clone().into()).is_some() || m.member(&rater.name.clone().into()).is_some();
                    raters.insert((rater.prefix, known));
                }
            }
        }
        for (shallow, deep, _) in m.becauses().iter() {
            assert!(m.observation(shallow).unwrap().layer <= m.observation(deep).unwrap().layer);
        }
    }
    assert_eq!(models, 256);
    assert_eq!(kinds.len(), 13, "{kinds:?}");
    assert_eq!(relations_seen.len(), RelationKind::ALL.len(), "{relations_seen:?}");
    assert_eq!(forms.len(), 18, "{forms:?}");
    assert_eq!(words.len(), Word::ALL.len(), "{words:?}");
    assert_eq!(empty.len(), Table::ALL.len(), "{empty:?}");
    assert_eq!(scales.len(), 5);
    assert_eq!(raters.len(), 4, "{raters:?}");
    assert_eq!(cultures.len(), CultureModel::ALL.len());
}

fn rows(m: &Model, party: &PartyId, table: Table) -> bool {
    match table {
        Table::Stakes => m.stakes().of(party).next().is_some(),
        Table::Values => m.importances().of(party).next().is_some(),
        Table::Trusts => m.trusts().of(party).next().is_some(),
        Table::Influences => m.influences().of(party).next().is_some(),
        Table::Ties => m.ties().of(party).next().is_some(),
        Table::DependsOn => m.dependences().of(party).next().is_some(),
        Table::UmbrellaOf => m.umbrellas().of(party).next().is_some(),
    }
}

/// The focused strategy hits what analyses look for in most of its models.
#[test]
fn analysis_models_hold_conflicts() {
    let mut runner = TestRunner::deterministic();
    let strategy = analysis_model();
    let sign = |m: &Model, p: &PartyId, i: &InterestId| {
        let element = Element::Stake(p.clone(), i.clone());
        m.read(&element, Attribute::Stance, Aggregate::Median)
            .map_or(0.0, |r| if r.raw == 0.0 { 0.0 } else { r.raw.signum() })
    };
    let (mut clash, mut fate, mut opposed, mut tension, mut missing) = (0, 0, 0, 0, 0);
    for _ in 0..200 {
        let m = strategy.new_tree(&mut runner).unwrap().current();
        let stances = |i: &InterestId| m.parties().map(|(p, _)| sign(&m, p, i)).collect::<Vec<_>>();
        clash += u32::from(m.interests().any(|(i, _)| stances(i).contains(&1.0) && stances(i).contains(&-1.0)));
        let claimed = |kind| {
            m.claims().filter(move |(_, c)| c.kind == kind).filter_map(|(_, c)| Some((c.value.as_ref()?, &c.party)))
        };
        fate += u32::from(
            claimed(ClaimKind::Captured).any(|(v, p)| claimed(ClaimKind::Destroyed).any(|(w, q)| v == w && p != q)),
        );
        opposed += u32::from(m.opposes().iter().any(|(a, b, _)| {
            m.parties().any(|(p, _)| sign(&m, p, a) > 0.0) && m.parties().any(|(p, _)| sign(&m, p, b) > 0.0)
        }));
        tension += u32::from(!m.tensions().is_empty());
        missing += u32::from(m.parties().any(|(_, p)| p.power.is_none() || p.attitude.is_none()));
    }
    let counts = [clash, fate, opposed, tension, missing];
    assert!(counts.iter().all(|c| (60..200).contains(c)), "{counts:?}");
}
