//! Opportunities and risks: every rule against its definition, its effect against the force field, and its findings against the model.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::strategies::{Draw, analysis_model, model};
use common::{rename, shuffled};
use polder::analysis::opportunities_and_risks::{Outlook, OutlookRule, TABLE};
use polder::analysis::{
    Cut, Cuts, ForceFieldOptions, OpportunitiesAndRisks, OpportunityRiskOptions, RingsOptions, force_field,
    opportunities_and_risks, replay,
};
use polder::evidence::{Amount, Measure, OmissionReason, Undefined};
use polder::id::{PartyId, Slug};
use polder::model::{Attribute, Contact, Dependence, Element, EngagementPair, Model, PartyRings};
use polder::rating::{Aggregate, Estimate, Level, Rating, Reading};
use polder::scale::{Raw, ScaleKind};
use polder::vocabulary::{ClaimKind, Engagement, PartyKind, RINGS, Vocabulary};
use polder::{Document, analysis};
use proptest::prelude::*;

fn n(x: f64) -> Rating {
    Rating::number(x).unwrap()
}

fn parse(body: &str) -> Model {
    let text = format!("polder = 1\n{body}");
    let document = Document::from_toml(&text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    Model::try_from(document).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

fn found(m: &Model) -> OpportunitiesAndRisks {
    opportunities_and_risks(m, &OpportunityRiskOptions::new())
}

/// The entries of one rule as text: parties, subject, strength, effect.
fn told(m: &Model, rule: OutlookRule) -> Vec<String> {
    let of = opportunities_and_risks(m, &OpportunityRiskOptions::new().rules([rule]));
    assert!(of.entries.iter().all(|e| e.rule == rule));
    let subject = |s: &[Element]| s.iter().map(|e| format!(" [{e}]")).collect::<String>();
    of.entries.iter().map(|e| format!("{e}{}", subject(&e.subject))).collect()
}

const FOCAL: &str = "[project]\nfocal = \"us\"\n[party.us]\n";

/// A rule, a model in which it applies, what it says, and the text that takes it away: what to replace by what.
struct Row {
    rule: &'static str,
    model: String,
    says: &'static str,
    remedies: &'static [(&'static str, &'static str)],
}

#[allow(clippy::too_many_lines)]
fn rows() -> Vec<Row> {
    let row = |rule, model: &str, says, remedies| Row { rule, model: model.to_owned(), says, remedies };
    let us = |rule, ours: &str, rest: &str, says, remedies| Row {
        rule,
        model: format!("{FOCAL}{ours}\n{rest}"),
        says,
        remedies,
    };
    vec![
        row(
            "sleeping-supporter",
            "[party.a]\npower = 4\ninterest-level = 2\nattitude = 1\n",
            "a: sleeping-supporter 0.5, net 4",
            &[
                ("interest-level = 2", "interest-level = 3"),
                ("power = 4", "power = 2"),
                ("attitude = 1", "attitude = 0"),
            ],
        ),
        row(
            "voice-to-opponent",
            "[party.s]\nattitude = 2\n[party.o]\npower = 2\ninterest-level = 3\nattitude = -2\ntrusts = { s = 3 }\n",
            "s, o: voice-to-opponent 0.6, net 12 [trusts:o/s]",
            &[("s = 3", "s = 2"), ("attitude = 2", "attitude = 0"), ("attitude = -2", "attitude = 0"), ("s = 3", "")],
        ),
        us(
            "common-ground-with-doubter",
            "stakes = { light = -2 }",
            "[interest.light]\n[party.d]\npower = 2\ninterest-level = 4\nattitude = 0\nstakes = { light = -1 }\n",
            "d: common-ground-with-doubter 0.5, net 8 [interest:light]",
            &[
                ("light = -1", "light = 1"),
                ("light = -1", "light = 0"),
                ("attitude = 0", "attitude = 1"),
                ("light = -1", ""),
            ],
        ),
        us(
            "common-ground-with-opponent",
            "stakes = { light = 2 }",
            "[interest.light]\n[party.o]\npower = 2\ninterest-level = 4\nattitude = -2\nstakes = { light = 2 }\n",
            "o: common-ground-with-opponent 1, net 8 [interest:light]",
            &[("light = 2 }\n[", "light = -2 }\n["), ("attitude = -2", "attitude = 0")],
        ),
        row(
            "cooperative-doubter",
            "[party.d]\npower = 2\ninterest-level = 1\nattitude = -1\ncooperation = 4\n",
            "d: cooperative-doubter 0.8, net 2",
            &[
                ("cooperation = 4", "cooperation = 2"),
                ("attitude = -1", "attitude = 1"),
                ("attitude = -1", "attitude = -1\nkind = \"environment\""),
            ],
        ),
        row(
            "gain-for-doubter",
            "[value.v]\n[party.d]\npower = 2\ninterest-level = 2\nattitude = 0\nvalues = { v = 4 }\n\
             [[claim]]\nid = \"c\"\nparty = \"d\"\nkind = \"opportunity\"\nvalue = \"v\"\n",
            "d: gain-for-doubter 0.8, net 4 [claim:c]",
            &[
                ("v = 4", "v = 2"),
                ("opportunity", "missed"),
                ("attitude = 0", "attitude = 1"),
                ("kind = \"opportunity\"", "kind = \"opportunity\"\nimportance = 2"),
            ],
        ),
        row(
            "carrier",
            "[party.c]\npower = 2\ninterest-level = 5\nattitude = 2\n",
            "c: carrier 0.75",
            &[
                ("power = 2", "power = 3"),
                ("interest-level = 5", "interest-level = 2"),
                ("attitude = 2", "attitude = -2"),
            ],
        ),
        row(
            "willing-to-do-more",
            "[party.w]\nattitude = 2\nring = { actual = \"be-informed\", wished = \"co-decide\", desired = \"co-operate\" }\n",
            "w: willing-to-do-more 0.6666666666666666",
            &[
                ("desired = \"co-operate\"", "desired = \"be-informed\""),
                ("wished = \"co-decide\"", "wished = \"be-informed\""),
                ("wished = \"co-decide\"", "wished = \"something-else\""),
                ("attitude = 2", "attitude = 0"),
            ],
        ),
        row(
            "powerful-opponent",
            "[party.o]\npower = 3\ninterest-level = 4\nattitude = -2\n",
            "o: powerful-opponent 0.6, net -24",
            &[("power = 3", "power = 2"), ("attitude = -2", "attitude = 0")],
        ),
        row(
            "sleeping-opponent",
            "[party.o]\npower = 5\ninterest-level = 1\nattitude = -2\n",
            "o: sleeping-opponent 1, net -20",
            &[
                ("interest-level = 1", "interest-level = 3"),
                ("power = 5", "power = 2"),
                ("attitude = -2", "attitude = 2"),
            ],
        ),
        row(
            "powerful-doubter",
            "[party.d]\npower = 5\ninterest-level = 3\nattitude = 0\n",
            "d: powerful-doubter 1, net -15",
            &[("power = 5", "power = 1"), ("attitude = 0", "attitude = 1")],
        ),
        row(
            "supporter-loses-value",
            "[party.s]\npower = 2\ninterest-level = 3\nattitude = 2\n\
             [[claim]]\nid = \"c\"\nparty = \"s\"\nkind = \"destroyed\"\nimportance = 3\n",
            "s: supporter-loses-value 0.6, net -12 [claim:c]",
            &[("importance = 3", "importance = 2"), ("destroyed", "missed"), ("attitude = 2", "attitude = -2")],
        ),
        row(
            "claim-not-granted",
            "[party.s]\npower = 2\ninterest-level = 3\nattitude = 1\nring = { wished = \"co-decide\", desired = \"co-think\" }\n",
            "s: claim-not-granted 0.6666666666666666, net -6",
            &[
                ("desired = \"co-think\"", "desired = \"co-decide\""),
                ("wished = \"co-decide\"", "wished = \"co-think\""),
            ],
        ),
        us(
            "sole-supplier",
            "depends-on.s = [{ resource = \"power lines\", importance = 5, substitutability = 2 }]",
            "[party.s]\npower = 2\ninterest-level = 1\nattitude = 2\n[party.t]\n",
            "s: sole-supplier 0.75 [depends-on:us/s/power lines]",
            &[
                ("importance = 5", "importance = 2"),
                // Another one has it too, whatever is known of that.
                ("depends-on.s", "depends-on.t = [{ resource = \"power lines\", importance = 1 }]\ndepends-on.s"),
                ("depends-on.s", "depends-on.t = [{ resource = \"power lines\" }]\ndepends-on.s"),
                ("attitude = 2", "attitude = 2\npart-of = \"us\""),
                ("depends-on.s", "part-of = \"s\"\ndepends-on.s"),
                ("substitutability = 2", "substitutability = 3"),
                ("focal = \"us\"", ""),
            ],
        ),
        us(
            "powerful-stranger",
            "ties = {}",
            "[party.p]\npower = 4\n[party.u]\npart-of = \"us\"\n[party.z]\n",
            "p: powerful-stranger 0.8",
            &[
                ("ties = {}", "ties = { p = 1 }"),
                ("ties = {}", "ties = { p = -1 }"),
                ("ties = {}", ""),
                ("power = 4", "power = 2"),
                ("power = 4", "power = 4\npartner = true"),
                ("power = 4", "power = 4\npart-of = \"us\""),
                ("ties = {}", "ties = {}\npart-of = \"p\""),
                ("power = 4", "power = 4\nkind = \"environment\""),
                ("power = 4", "power = 4\nkind = \"society\""),
                ("power = 4", "power = 4\ncontact = { channel = \"by letter\" }"),
                ("power = 4", "power = 4\ncontact = { frequency = \"each month\" }"),
                ("power = 4", "power = 4\ncontact = { owner = \"somebody\" }"),
                // A unit of ours knows it, as does the whole that we are a unit of.
                ("part-of = \"us\"", "part-of = \"us\"\nties = { p = 1 }"),
                ("ties = {}", "ties = {}\npart-of = \"z\"\n[party.z.ties]\np = 1"),
                // That it has a tie with somebody else does not say that it has none with us.
                ("ties = {}\n[party.p]\npower = 4\n", "\n[party.p]\npower = 4\nties = { z = 1 }\n"),
            ],
        ),
        row(
            "dangerous-claim",
            "[party.d]\npower = 4\nurgency = 5\nlegitimacy = 1\n",
            "d: dangerous-claim 0.8",
            &[("power = 4", "power = 1"), ("urgency = 5", "urgency = 1"), ("legitimacy = 1", "legitimacy = 3")],
        ),
        row(
            "threat-without-cooperation",
            "[party.t]\nthreat = 4\ncooperation = 2\n",
            "t: threat-without-cooperation 0.75",
            &[("threat = 4", "threat = 2"), ("cooperation = 2", "cooperation = 3")],
        ),
        row(
            "unaware-power",
            "[party.u]\npower = 3\nengagement = { current = \"unaware\" }\n",
            "u: unaware-power 0.6",
            &[("power = 3", "power = 2"), ("unaware", "neutral"), ("power = 3", "power = 3\nkind = \"society\"")],
        ),
        row(
            "divided-judgement",
            "[party.d]\npower = 2\ninterest-level = 3\nattitude = [{ score = -2, by = \"x\" }, { score = 1, by = \"y\" }, { score = 1, by = \"z\" }]\n",
            "d: divided-judgement 0.5, net -18",
            &[("score = -2", "score = 0"), ("score = 1", "score = 0")],
        ),
        row(
            "allied-opponents",
            "[party.a]\npower = 2\ninterest-level = 3\nattitude = -1\nties = { b = 2 }\n\
             [party.b]\npower = 1\ninterest-level = 1\nattitude = -2\n",
            "a, b: allied-opponents 0.5, net -8 [tie:a/b]",
            &[
                ("b = 2", "b = 0"),
                ("b = 2", "b = -2"),
                ("attitude = -1", "attitude = 0"),
                ("attitude = -2", "attitude = 0"),
                ("ties = { b = 2 }", ""),
            ],
        ),
    ]
}

#[test]
fn every_rule_has_a_trigger_and_a_remedy() {
    let mut reached = BTreeSet::new();
    for row in rows() {
        let rule = OutlookRule::parse(row.rule).unwrap();
        let m = parse(&row.model);
        assert_eq!(told(&m, rule), [row.says], "{}", row.model);
        assert!(reached.insert(rule), "{rule} twice");
        for (what, by) in row.remedies {
            let remedied = row.model.replace(what, by);
            assert_ne!(remedied, row.model, "{rule}: {what}");
            assert_eq!(told(&parse(&remedied), rule), [""; 0], "{remedied}");
        }
        for finding in found(&m).findings {
            assert_eq!(replay(&finding, &m), Ok(()), "{finding:#?}");
            let remedied = parse(&row.model.replace(row.remedies[0].0, row.remedies[0].1));
            if finding.rule.contains(row.rule) {
                assert!(replay(&finding, &remedied).is_err(), "{finding:#?}");
            }
        }
    }
    assert_eq!(reached, OutlookRule::ALL.iter().copied().collect());
    let table: Vec<OutlookRule> = TABLE.iter().map(|row| row.rule).collect();
    assert_eq!(table, OutlookRule::ALL);
    assert!(TABLE.iter().all(|row| row.question.ends_with('?')));
    assert!(TABLE.is_sorted_by_key(|row| row.kind));
}

/// An analysis model with what the rules read beside it.
fn rich_model() -> impl Strategy<Value = Model> {
    (analysis_model(), prop::collection::vec(any::<u32>(), 0..300)).prop_map(|(mut m, tape)| {
        let d = &mut Draw::of(tape);
        let parties: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).collect();
        let scale = m.scales().of(ScaleKind::OneSided);
        let number = |d: &mut Draw| {
            n(d.pick(&[scale.min(), scale.midpoint(), scale.max(), scale.max() - 1.5, scale.min() + 0.3]))
        };
        for id in &parties {
            let ring = |d: &mut Draw| d.maybe(70, |d| Slug::new(d.pick(&[RINGS, &["elsewhere"]].concat())).unwrap());
            let rings = PartyRings { actual: ring(d), wished: ring(d), desired: ring(d) };
            let ratings = [Attribute::Legitimacy, Attribute::Urgency, Attribute::Threat, Attribute::Cooperation];
            let ratings = ratings.map(|a| (a, d.maybe(70, number)));
            let current = d.maybe(70, |d| d.pick(Engagement::ALL));
            let part_of = d.maybe(10, |d| d.pick(&parties)).filter(|p| p < id);
            let kind = d.maybe(30, |d| d.pick(PartyKind::ALL));
            let contact = Contact { owner: d.maybe(20, |_| "somebody".to_owned()), ..Contact::default() };
            m.update_party(id, |p| {
                (p.rings, p.part_of, p.kind, p.contact) = (rings, part_of, kind, contact);
                p.engagement = EngagementPair { current, desired: None };
            })
            .unwrap();
            for (attribute, rating) in ratings {
                m.set_rating(&id.into(), attribute, rating).unwrap();
            }
        }
        for resource in ["gold", "silver", "lead"].iter().cycle().take(d.within(0, 9)) {
            let (a, b) = d.two(&parties);
            let dependence = Dependence { importance: d.maybe(80, number), substitutability: d.maybe(80, number) };
            let a = m.project().focal.clone().filter(|focal| *focal != b).unwrap_or(a);
            if a != b {
                m.set_dependence(a, b, resource, dependence).unwrap();
            }
        }
        m
    })
}

#[test]
fn random_models_reach_every_rule_with_and_without_its_effect() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached: BTreeMap<OutlookRule, [usize; 3]> = BTreeMap::new();
    for _ in 0..300 {
        for e in &found(&rich_model().new_tree(&mut runner).unwrap().current()) {
            let of = match e.effect {
                Measure::Known(_) => 0,
                Measure::Undefined(Undefined::MissingRating) => 1,
                Measure::Undefined(_) => 2,
            };
            reached.entry(e.rule).or_default()[of] += 1;
        }
    }
    for rule in OutlookRule::ALL {
        let [known, missing, silent] = reached.get(rule).copied().unwrap_or_default();
        assert!(known + missing + silent > 5, "{rule}: {reached:?}");
        assert!(silent > 0 || known > 5, "{rule}: {reached:?}");
    }
}

type Told = BTreeMap<(OutlookRule, Vec<PartyId>, Vec<Element>), f64>;

/// The definitions, written out over all parties and all things.
#[allow(clippy::too_many_lines)]
fn naive(m: &Model) -> Told {
    let focal = m.project().focal.clone();
    let read = |e: Element, a: Attribute| m.read(&e, a, Aggregate::Median);
    let of = |p: &PartyId, a| read(p.into(), a);
    let a = |p: &PartyId| of(p, Attribute::Attitude).map(|r| r.raw);
    let middle = m.scales().of(ScaleKind::OneSided).midpoint();
    let high = |r: Option<Reading>| r.filter(|r| r.raw >= middle).map(|r| r.weight());
    let low = |r: Option<Reading>| r.filter(|r| r.raw < middle).map(|r| 1.0 - r.unit());
    let size = |r: Option<Reading>| r.map(|r| r.weight().abs());
    let above = |p: &PartyId| of(p, Attribute::Attitude).filter(|r| r.raw > 0.0).map(|r| r.weight());
    let below = |p: &PartyId| of(p, Attribute::Attitude).filter(|r| r.raw < 0.0).map(|r| -r.weight());
    let zero = |p: &PartyId| (a(p) == Some(0.0)).then_some(1.0);
    let not_above = |p: &PartyId| a(p).filter(|a| *a <= 0.0).map(|_| 1.0);
    let ring = |s: &Option<Slug>| s.as_ref().and_then(|s| RINGS.iter().position(|r| *r == s.as_str()));
    let inside = |x: &Option<Slug>, y: &Option<Slug>| {
        let steps = ring(x)?.checked_sub(ring(y)?).filter(|n| *n > 0)?;
        Some(f64::from(u8::try_from(steps).unwrap()) / 3.0)
    };
    let mut out = Told::new();
    let mut add = |rule: OutlookRule, parties: &[&PartyId], subject: Option<Element>, degrees: &[Option<f64>]| {
        if let Some(all) = degrees.iter().copied().collect::<Option<Vec<f64>>>() {
            let key = (rule, parties.iter().map(|p| (*p).clone()).collect(), subject.into_iter().collect());
            assert!(out.insert(key, all.into_iter().fold(1.0, f64::min)).is_none());
        }
    };
    let parties: Vec<&PartyId> = m.parties().map(|(id, _)| id).filter(|id| focal.as_ref() != Some(id)).collect();
    for p in parties.iter().copied() {
        let party = m.party(p).unwrap();
        let [power, level] = [of(p, Attribute::Power), of(p, Attribute::InterestLevel)];
        let [threat, cooperation] = [of(p, Attribute::Threat), of(p, Attribute::Cooperation)];
        use OutlookRule::*;
        add(SleepingSupporter, &[p], None, &[above(p), high(power), low(level)]);
        let human = (![Some(PartyKind::Environment), Some(PartyKind::Society)].contains(&party.kind)).then_some(1.0);
        add(CooperativeDoubter, &[p], None, &[not_above(p), high(cooperation), human]);
        add(Carrier, &[p], None, &[above(p), high(level), low(power)]);
        let rings = &party.rings;
        let more = [inside(&rings.wished, &rings.actual), inside(&rings.desired, &rings.actual)];
        add(WillingToDoMore, &[p], None, &[above(p), more[0], more[1]]);
        add(PowerfulOpponent, &[p], None, &[below(p), high(power)]);
        add(SleepingOpponent, &[p], None, &[below(p), high(power), low(level)]);
        add(PowerfulDoubter, &[p], None, &[zero(p), high(power)]);
        add(ClaimNotGranted, &[p], None, &[inside(&rings.wished, &rings.desired)]);
        add(
            DangerousClaim,
            &[p],
            None,
            &[high(power), high(of(p, Attribute::Urgency)), low(of(p, Attribute::Legitimacy))],
        );
        add(ThreatWithoutCooperation, &[p], None, &[high(threat), low(cooperation)]);
        let unaware = (party.engagement.current == Some(Engagement::Unaware)).then_some(1.0);
        add(UnawarePower, &[p], None, &[high(power), unaware, human]);
        let attitude = of(p, Attribute::Attitude);
        let divided = attitude.filter(|r| r.low < 0.0 && r.high > 0.0).map(|r| r.high.min(-r.low) / r.scale.max());
        add(DividedJudgement, &[p], None, &[divided]);
        for (id, claim) in m.claims().filter(|(_, c)| c.party == *p) {
            let own = claim.value.clone().and_then(|v| read(Element::Importance(p.clone(), v), Attribute::Importance));
            let weight = high(read(id.into(), Attribute::Importance).or(own));
            match claim.kind {
                ClaimKind::Captured | ClaimKind::Opportunity => {
                    add(GainForDoubter, &[p], Some(id.into()), &[not_above(p), weight]);
                }
                ClaimKind::Destroyed => add(SupporterLosesValue, &[p], Some(id.into()), &[above(p), weight]),
                _ => {}
            }
        }
        for q in parties.iter().copied().filter(|q| *q != p) {
            let trust = Element::Trusts(q.clone(), p.clone());
            let trusted = high(read(trust.clone(), Attribute::Trust));
            add(VoiceToOpponent, &[p, q], Some(trust), &[above(p), below(q), trusted]);
            let tie = Element::Tie(p.clone(), q.clone());
            let tied = read(tie.clone(), Attribute::Tie).filter(|r| r.raw > 0.0).map(|r| r.weight());
            if p < q {
                add(AlliedOpponents, &[p, q], Some(tie), &[below(p), below(q), tied]);
            }
        }
        let Some(us) = &focal else { continue };
        for (i, _) in m.interests() {
            let [ours, theirs] = [us, p].map(|x| read(Element::Stake(x.clone(), i.clone()), Attribute::Stance));
            let one_sign = ours.zip(theirs).filter(|(x, y)| x.raw * y.raw > 0.0).map(|_| 1.0);
            let shared = [one_sign, size(ours), size(theirs)];
            add(CommonGroundWithDoubter, &[p], Some(i.into()), &[&[zero(p)][..], &shared].concat());
            add(CommonGroundWithOpponent, &[p], Some(i.into()), &[&[below(p)][..], &shared].concat());
        }
        for resource in m.dependences().get(us, p).into_iter().flat_map(BTreeMap::keys) {
            let e = Element::DependsOn(us.clone(), p.clone(), resource.clone());
            let sources =
                m.parties().filter(|(x, _)| m.dependences().get(us, x).is_some_and(|all| all.contains_key(resource)));
            let sole = (sources.count() == 1).then_some(1.0);
            let degrees =
                [high(read(e.clone(), Attribute::Importance)), low(read(e.clone(), Attribute::Substitutability))];
            add(SoleSupplier, &[p], Some(e), &[&degrees[..], &[sole, apart(m, us, p)]].concat());
        }
        add(PowerfulStranger, &[p], None, &[high(power), human, apart(m, us, p), stranger(m, us, p)]);
    }
    out
}

/// All wholes that a party is a unit of.
fn wholes(m: &Model, party: &PartyId) -> Vec<PartyId> {
    let above = m.party(party).and_then(|x| x.part_of.clone());
    above.map_or_else(Vec::new, |x| [vec![x.clone()], wholes(m, &x)].concat())
}

fn apart(m: &Model, us: &PartyId, p: &PartyId) -> Option<f64> {
    (!wholes(m, us).contains(p) && !wholes(m, p).contains(us)).then_some(1.0)
}

/// Nobody of ours knows it and it is known that we have no tie.
fn stranger(m: &Model, us: &PartyId, p: &PartyId) -> Option<f64> {
    let party = m.party(p).unwrap();
    let mut ties: BTreeMap<BTreeSet<PartyId>, Option<f64>> = BTreeMap::new();
    for (a, b, _) in m.ties().iter() {
        let raw = m.read(&Element::Tie(a.clone(), b.clone()), Attribute::Tie, Aggregate::Median).map(|r| r.raw);
        ties.insert([a.clone(), b.clone()].into(), raw);
    }
    let with = |x: &PartyId| ties.get(&BTreeSet::from([x.clone(), p.clone()]));
    let any = |x: &PartyId| ties.keys().any(|ends| ends.contains(x));
    let wrote = |x: &PartyId| m.wrote(x, polder::model::Table::Ties);
    let none = match with(us) {
        None => wrote(us) || any(us) || (wrote(p) && !any(p)),
        Some(raw) => *raw == Some(0.0),
    };
    let ours = m.parties().map(|(x, _)| x).filter(|x| wholes(m, x).contains(us) || wholes(m, us).contains(x));
    let mut known_through_us = ours.filter_map(with).map(|raw| raw.is_none_or(|raw| raw > 0.0));
    let contact = [&party.contact.channel, &party.contact.frequency, &party.contact.owner];
    let met = party.partner == Some(true) || contact.iter().any(|x| x.is_some()) || known_through_us.any(|x| x);
    (none && !met).then_some(1.0)
}

/// What the net of the force field does when the model is edited as the rule says; `None` for rules that do not speak of it.
fn by_edit(m: &Model, rule: OutlookRule, parties: &[PartyId]) -> Option<f64> {
    use OutlookRule::*;
    let net = |m: &Model| force_field(m, &ForceFieldOptions::new()).net;
    let read = |p: &PartyId, a| m.read(&p.into(), a, Aggregate::Median);
    let set = |p: &PartyId, a: Attribute, x: Option<f64>| m.with(|m| m.set_rating(&p.into(), a, x.map(n))).unwrap();
    let change = |edited: Model| Some(net(&edited) - net(m));
    let p = &parties[0];
    let attitude = |x: f64| change(set(p, Attribute::Attitude, Some(x)));
    let raw = read(p, Attribute::Attitude);
    match rule {
        SleepingSupporter | SleepingOpponent => {
            let cut = m.scales().of(ScaleKind::OneSided).midpoint();
            change(set(p, Attribute::InterestLevel, Some(cut)))
        }
        VoiceToOpponent => change(set(&parties[1], Attribute::Attitude, Some(0.0))),
        CommonGroundWithDoubter | CommonGroundWithOpponent | CooperativeDoubter | GainForDoubter => {
            attitude(raw?.raw + 1.0)
        }
        PowerfulDoubter => attitude(raw?.raw - 1.0),
        SupporterLosesValue => attitude(0.0),
        ClaimNotGranted => {
            if raw?.raw > 0.0 {
                attitude(0.0)
            } else {
                None
            }
        }
        DividedJudgement => attitude(raw?.low),
        PowerfulOpponent | AlliedOpponents => {
            let gone = m.with(|m| parties.iter().try_for_each(|p| m.remove_party(p).map(|_| ()))).unwrap();
            Some(-change(gone)?)
        }
        Carrier
        | WillingToDoMore
        | SoleSupplier
        | PowerfulStranger
        | DangerousClaim
        | ThreatWithoutCooperation
        | UnawarePower => None,
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

/// Every finding under several options.
fn findings(m: &Model, aggregate: Aggregate) -> Vec<polder::evidence::Finding> {
    let at = Cut::At(Raw::new(2.0).unwrap());
    let own = Cuts::new().power(Cut::Median).interest_level(at).trust(Cut::Median);
    let odd = OpportunityRiskOptions::new().cuts(own).importance_cut(at).substitutability_cut(Cut::Median);
    let words = RINGS.iter().rev().chain([&"elsewhere"]).map(|r| Slug::new(r).unwrap());
    let rings = OpportunityRiskOptions::new().rings(RingsOptions::new().rings(words).unwrap());
    let all = [OpportunityRiskOptions::new(), odd, rings];
    all.into_iter().flat_map(|o| opportunities_and_risks(m, &o.aggregate(aggregate)).findings).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_rules_are_as_written_out(m in prop_oneof![3 => rich_model(), 1 => model()]) {
        let result = found(&m);
        let told: Told = result.entries.iter().map(|e| ((e.rule, e.parties.clone(), e.subject.clone()), e.strength)).collect();
        prop_assert_eq!(told.len(), result.entries.len());
        let naive = naive(&m);
        prop_assert_eq!(told.keys().collect::<Vec<_>>(), naive.keys().collect::<Vec<_>>());
        for (key, strength) in &naive {
            prop_assert!(near(told[key], *strength), "{:?}: {} is not {}", key, told[key], strength);
            prop_assert!((0.0..=1.0).contains(&told[key]));
        }
    }

    #[test]
    fn an_effect_is_what_the_force_field_says(m in prop_oneof![3 => rich_model(), 1 => model()]) {
        let result = found(&m);
        let counted: BTreeSet<PartyId> = force_field(&m, &ForceFieldOptions::new()).parties.into_iter().map(|p| p.party).collect();
        for e in &result {
            let moved = if e.rule == OutlookRule::VoiceToOpponent { &e.parties[1..] } else { &e.parties[..] };
            match e.effect {
                Measure::Known(net) => {
                    let expected = by_edit(&m, e.rule, &e.parties);
                    prop_assert!(expected.is_some_and(|x| near(x, net)), "{}: {:?}", e, expected);
                    prop_assert!(e.missing.is_empty());
                }
                Measure::Undefined(Undefined::NoBearing) => {
                    let bears = by_edit(&m, e.rule, &e.parties);
                    prop_assert!(bears.is_none() && e.missing.is_empty(), "{}: {:?}", e, bears);
                }
                Measure::Undefined(reason) => {
                    prop_assert_eq!(reason, Undefined::MissingRating);
                    prop_assert!(!e.missing.is_empty() && moved.iter().any(|p| !counted.contains(p)), "{}", e);
                }
            }
            if e.kind == Outlook::Opportunity {
                prop_assert!(e.effect.value().is_none_or(|net| net >= 0.0));
            } else {
                prop_assert!(e.effect.value().is_none_or(|net| net <= 0.0));
            }
        }
    }

    #[test]
    fn every_finding_replays_and_no_forged_one(m in prop_oneof![rich_model(), model()], weighted: bool) {
        let aggregate = if weighted { Aggregate::WeightedMedian } else { Aggregate::Median };
        for finding in findings(&m, aggregate) {
            prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
            let Amount::Number(x) = finding.amount else { panic!("{finding:#?}") };
            let mut forged = finding.clone();
            forged.amount = Amount::Number(x + 1.0);
            prop_assert!(replay(&forged, &m).is_err());
            for i in 0..finding.because.len() {
                let mut less = finding.clone();
                less.because.remove(i);
                prop_assert!(replay(&less, &m).is_err(), "{:#?}", less);
                // A given level is not the model's.
                let given = matches!(finding.because[i].source, Element::Setting(name) if name.ends_with("-at") || name == "rings-own");
                let mut forged = finding.clone();
                forged.because[i].amount += 0.125;
                prop_assert!(given || replay(&forged, &m).is_err(), "{:#?}", forged);
            }
        }
    }

    #[test]
    fn the_order_is_by_effect_then_strength_then_rule(m in rich_model()) {
        let result = found(&m);
        let key = |e: &analysis::opportunities_and_risks::OpportunityOrRisk| {
            let last = match e.effect {
                Measure::Known(_) => 0,
                Measure::Undefined(Undefined::MissingRating) => 1,
                Measure::Undefined(_) => 2,
            };
            (last, -e.effect.value().map_or(0.0, f64::abs), -e.strength, e.rule, e.parties.clone(), e.subject.clone())
        };
        prop_assert!(result.entries.is_sorted_by(|a, b| key(a) < key(b)));
        let known = result.entries.iter().filter(|e| e.effect.value().is_some()).count();
        prop_assert_eq!(result.findings.len(), result.entries.len() + known);
        let of: usize = m.parties().map(|(p, _)| result.of(p).count()).sum();
        prop_assert_eq!(of, result.entries.iter().map(|e| e.parties.len()).sum::<usize>());
        let kinds = [Outlook::Opportunity, Outlook::Risk].map(|k| result.kind(k).count());
        prop_assert_eq!(kinds[0] + kinds[1], result.entries.len());
        if let Some(focal) = &m.project().focal {
            prop_assert_eq!(result.of(focal).count(), 0);
        }
        let mut omitted = result.omitted.clone();
        omitted.dedup();
        prop_assert_eq!(omitted.len(), result.omitted.len());
    }

    #[test]
    fn names_and_the_order_of_the_file_change_nothing(m in rich_model(), seed: u64) {
        let before = format!("{:#?}", found(&m));
        prop_assert_eq!(&format!("{:#?}", found(&shuffled(&m, seed))), &before);
        let ids: Vec<String> = m.graph().node_weights().map(|n| n.element().to_string()).collect();
        let mut after = format!("{:#?}", found(&rename(&m, |id| format!("{id}-zz"))));
        for id in ids.iter().filter_map(|i| i.split_once(':').map(|(_, i)| i)) {
            after = after.replace(&format!("{id}-zz"), id);
        }
        prop_assert_eq!(&after, &before);
        let mirrored = rename(&m, |id| {
            id.chars().map(|c| if c.is_ascii_lowercase() { (b'a' + b'z' - c as u8) as char } else if c.is_ascii_digit() { (b'0' + b'9' - c as u8) as char } else { c }).collect()
        });
        let numbers = |m: &Model| {
            let r = found(m);
            let mut all: Vec<_> = r.entries.iter().map(|e| (e.rule, e.strength.to_bits(), e.effect.value().map(f64::to_bits), e.because.len(), e.missing.len())).collect();
            all.sort_unstable();
            (all, r.omitted.len(), r.findings.len())
        };
        prop_assert_eq!(numbers(&mirrored), numbers(&m));
    }

    #[test]
    fn what_is_not_known_is_not_judged(m in rich_model(), pick: u32) {
        let parties: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).collect();
        let who = &parties[pick as usize % parties.len()];
        let before: BTreeSet<String> = found(&m).entries.iter().map(|e| format!("{:?} {:?} {:?}", e.rule, e.parties, e.subject)).collect();
        for attribute in polder::model::Party::RATED {
            let less = m.with(|m| m.set_rating(&who.into(), *attribute, Some(Rating::unknown()))).unwrap();
            let after = found(&less);
            for e in &after {
                prop_assert!(before.contains(&format!("{:?} {:?} {:?}", e.rule, e.parties, e.subject)), "{}", e);
                prop_assert!(!e.because.iter().any(|c| c.source == Element::from(who) && c.attribute == Some(*attribute)));
            }
            // What went for want of this rating alone is said to be so.
            let lost = before.len() - after.entries.len();
            let told = after.omitted.iter().any(|o| o.subject == Element::from(who) && o.missing == *attribute);
            prop_assert!(lost == 0 || told, "{} {}", who, attribute);
        }
    }
}

/// The omissions of a text as text.
fn omitted(body: &str) -> Vec<String> {
    found(&parse(body)).omitted.iter().map(ToString::to_string).collect()
}

#[test]
fn what_alone_decides_is_listed_and_nothing_else() {
    assert_eq!(
        omitted(
            "[party.a]\npower = 4\ninterest-level = 2\nlegitimacy = 3\nthreat = 1\nengagement = { current = \"neutral\" }\n"
        ),
        [
            "`project`: stance is not known without a focal party",
            "`project`: importance is not known without a focal party",
            "`project`: tie is not known without a focal party",
            "`party:a`: attitude is unknown",
        ]
    );
    let with_us = |ours: &str, rest: &str| omitted(&format!("{FOCAL}{ours}\n{rest}"));
    let known = "power = 1\ninterest-level = 2\nthreat = 1\ncooperation = 1\n";
    // Nobody asked the doubter, or us.
    let doubter = format!("[interest.i]\n[party.d]\nattitude = 0\n{known}");
    assert_eq!(with_us("stakes = { i = 1 }", &doubter), ["`party:d`: stance is unknown"]);
    assert_eq!(with_us("stakes = { i = 1 }", &format!("{doubter}stakes = {{}}\n")), [""; 0]);
    assert_eq!(with_us("", &format!("{doubter}stakes = {{ i = 1 }}\n")), ["`party:us`: stance is unknown"]);
    assert_eq!(
        with_us("stakes = { i = 1 }", &format!("{doubter}stakes = {{ i = \"unknown\" }}\n")),
        ["`stake:d/i`: stance is unknown"]
    );
    // Of the opponent no trust is on record, and there is somebody who could speak to it.
    let two = format!("[party.o]\nattitude = -1\n{known}stakes = {{}}\n[party.s]\nattitude = 1\n{known}");
    assert_eq!(with_us("stakes = {}", &two), ["`party:o`: trust is unknown"]);
    assert_eq!(with_us("stakes = {}", &two.replace("stakes = {}", "stakes = {}\ntrusts = {}")), [""; 0]);
    // A tie that nobody looked for: ties of the party with others do not say that it has none with us.
    let strong = format!("[party.p]\nattitude = 1\n{known}urgency = 1\nengagement = {{ current = \"neutral\" }}\n")
        .replace("power = 1", "power = 5")
        .replace("interest-level = 2", "interest-level = 3");
    assert_eq!(with_us("stakes = {}", &strong), ["`tie:p/us`: tie is unknown"]);
    let third = "attitude = 1\npower = 1\ninterest-level = 3\nthreat = 1\nengagement = { current = \"neutral\" }\n";
    for other in ["a", "z"] {
        let tied = format!("{strong}ties = {{ {other} = 1 }}\n[party.{other}]\n{third}");
        assert_eq!(with_us("stakes = {}", &tied), ["`tie:p/us`: tie is unknown"], "{other}");
        assert_eq!(with_us(&format!("stakes = {{}}\nties = {{ {other} = 1 }}"), &tied), [""; 0], "{other}");
    }
    // A unit of ours has a tie with it, and nobody knows which.
    let unit = format!("{strong}[party.unit]\n{third}part-of = \"us\"\nties = {{ p = \"unknown\" }}\n");
    assert_eq!(with_us("stakes = {}\nties = {}", &unit), ["`tie:p/unit`: tie is unknown"]);
    // Who is spoken to is no stranger, whatever the tie.
    assert_eq!(with_us("stakes = {}", &format!("{strong}contact = {{ owner = \"m\" }}\n")), [""; 0]);
    // Words of another vocabulary.
    let rings = format!("[party.p]\nattitude = 1\n{known}ring = {{ wished = \"inner\", desired = \"co-think\" }}\n");
    assert_eq!(with_us("stakes = {}", &rings), ["`party:p`: the word of ring-wished is not in the vocabulary"]);
    // An effect that cannot be said is no omission: the finding is there.
    let m = parse("[party.o]\npower = 4\nattitude = -2\n");
    let of = opportunities_and_risks(&m, &OpportunityRiskOptions::new().rules([OutlookRule::PowerfulOpponent]));
    assert_eq!(of.entries[0].effect, Measure::Undefined(Undefined::MissingRating));
    assert_eq!(of.entries[0].missing[0].to_string(), "`party:o`: interest-level is unknown");
    assert_eq!(of.omitted, []);
}

#[test]
fn cuts_are_the_callers() {
    let text = "[party.a]\npower = 4\ninterest-level = 4\nattitude = 1\n";
    let at = |x| Cut::At(Raw::new(x).unwrap());
    let with = |cut| {
        let options = OpportunityRiskOptions::new().cuts(Cuts::new().interest_level(cut));
        opportunities_and_risks(&parse(text), &options.rules([OutlookRule::SleepingSupporter]))
    };
    assert_eq!(with(at(4.0)).entries, []);
    assert_eq!(with(at(4.5)).entries[0].effect, Measure::Known(2.0));
    // No rating reaches a cut beyond the scale: what counts is how far it can rise.
    assert_eq!(with(at(9.0)).entries[0].effect, Measure::Known(4.0));
    let nobody = with(Cut::Median);
    assert_eq!(nobody.entries, []);
    let none = opportunities_and_risks(
        &parse("[party.s]\nattitude = 1\n[party.o]\nattitude = -1\ntrusts = { s = 5 }\n"),
        &OpportunityRiskOptions::new().cuts(Cuts::new().trust(Cut::Median)).rules([OutlookRule::VoiceToOpponent]),
    );
    assert_eq!((none.entries.len(), none.omitted[0].reason), (0, OmissionReason::NoCut));
}

#[test]
fn rings_of_ones_own_are_used_and_replay() {
    let text = "[party.w]\nattitude = 2\npower = 2\ninterest-level = 3\n\
                ring = { actual = \"outside\", wished = \"inner\", desired = \"middle\" }\n\
                [party.x]\nattitude = 1\nring = { actual = \"be-informed\", wished = \"inner\", desired = \"outside\" }\n";
    let m = parse(text);
    let rules = [OutlookRule::WillingToDoMore, OutlookRule::ClaimNotGranted];
    let words = ["outside", "middle", "inner"].map(|w| Slug::new(w).unwrap());
    let options = OpportunityRiskOptions::new().rules(rules);
    let own = options.clone().rings(RingsOptions::new().rings(words).unwrap());
    let found = opportunities_and_risks(&m, &own);
    let told: Vec<String> = found.entries.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["w: claim-not-granted 0.5, net -12", "x: claim-not-granted 1", "w: willing-to-do-more 0.5"]);
    // What the party wishes lies inside what we want, so that one word alone decides.
    let nobody = parse(&text.replace("desired = \"outside\"", "desired = \"middle\""));
    let omitted: Vec<String> = opportunities_and_risks(&nobody, &own).omitted.iter().map(ToString::to_string).collect();
    assert_eq!(omitted, ["`party:x`: the word of ring-actual is not in the vocabulary"]);
    let cited = |e: &analysis::opportunities_and_risks::OpportunityOrRisk| {
        let all = e.because.iter().filter(|c| c.source == Element::Setting("rings-own"));
        all.map(|c| c.amount).collect::<Vec<_>>()
    };
    assert!(found.entries.iter().all(|e| cited(e) == [3.0]));
    for finding in &found.findings {
        assert_eq!(replay(finding, &m), Ok(()), "{finding:#?}");
        let gone = parse(&text.replace("wished = \"inner\", ", ""));
        assert!(replay(finding, &gone).is_err(), "{finding:#?}");
    }
    // With Factor C's words none of these is a ring, and no single word decides.
    assert_eq!(opportunities_and_risks(&m, &options).entries, []);
}

#[test]
fn an_unknown_effect_stands_before_none() {
    let m = parse(
        "[party.a]\npower = 4\nattitude = -2\n[party.b]\npower = 5\nattitude = 0\n[party.c]\nthreat = 5\ncooperation = 1\n\
         [party.d]\npower = 3\ninterest-level = 3\nattitude = 0\n",
    );
    let told: Vec<String> = found(&m).entries.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "d: powerful-doubter 0.6, net -9",
            "b: powerful-doubter 1",
            "a: powerful-opponent 0.8",
            "c: threat-without-cooperation 1",
        ]
    );
}

#[test]
fn an_interval_divides_as_raters_do() {
    let mut m = parse("[party.a]\npower = 2\ninterest-level = 2\n");
    let level = |x| Level::Number(Raw::new(x).unwrap());
    let interval = Rating::Plain(Estimate::Interval { low: level(-1.0), high: level(2.0) });
    m.set_rating(&Element::Party(PartyId::new("a").unwrap()), Attribute::Attitude, Some(interval)).unwrap();
    assert_eq!(told(&m, OutlookRule::DividedJudgement), ["a: divided-judgement 0.5, net -6"]);
}

#[test]
fn the_json_has_its_shape_and_nothing_private() {
    let m = parse(&format!(
        "{FOCAL}notes = \"hush\"\nstakes = {{ i = {{ stance = 2, why = \"hush\", said = \"hush\" }} }}\n[interest.i]\n[party.o]\n\
         notes = \"hush\"\npower = {{ score = 4, why = \"hush\" }}\ninterest-level = 2\nattitude = {{ score = -1, why = \"hush\" }}\n\
         stakes = {{ i = {{ stance = 1, why = \"hush\", said = \"hush\" }} }}\n\
         [[claim]]\nid = \"c\"\nparty = \"o\"\nkind = \"captured\"\nimportance = 4\nnotes = \"hush\"\nstatement = \"hush\"\n"
    ));
    let whole = analysis::analyze(&m, &["opportunities_and_risks"]).unwrap();
    let method = &whole["analyses"]["opportunities_and_risks"];
    let first = &method["result"]["entries"][0];
    assert_eq!(
        first.as_object().unwrap().keys().collect::<BTreeSet<_>>(),
        ["because", "effect", "kind", "missing", "parties", "rule", "strength", "subject"]
            .map(String::from)
            .iter()
            .collect()
    );
    assert_eq!(
        (&first["rule"], &first["kind"], &first["effect"]),
        (&"gain-for-doubter".into(), &"opportunity".into(), &8.0.into())
    );
    assert_eq!(first["subject"][0], "claim:c");
    assert!(method["provenance"]["options"]["rules"].as_array().unwrap().len() == 20);
    assert!(!whole.to_string().contains("hush") && !format!("{:?}", found(&m)).contains("hush"));
    let empty = analysis::analyze(&Model::new(), &[]).unwrap();
    assert_eq!(empty["not_run"]["opportunities_and_risks"], "no-parties");
    let bare = analysis::analyze(&parse("[party.a]\n"), &[]).unwrap();
    assert_eq!(bare["not_run"]["opportunities_and_risks"], "no-ratings");
}
