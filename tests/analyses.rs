//! What every analysis must obey: replay, renaming, order, omissions, and the definitions against a plain restatement.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::BTreeMap;

use common::strategies::{analysis_model, model, team_model};
use common::{rename, shuffled};
use polder::analysis::{
    CommunicationPlanOptions, ConflictOptions, Cut, Cuts, EngagementOptions, ForceFieldOptions, GridOptions,
    RingsOptions, SharedGoalOptions, ValueMapOptions, alignment_interest, between, communication_plan, conflicts,
    engagement, force_field, power_interest, power_interest_attitude, replay, rings, salience, shared_goal, support,
    threat_cooperation, trust_matrix, value_map,
};
use polder::evidence::{Amount, Finding, Measure};
use polder::id::{InterestId, PartyId, ValueId};
use polder::model::{Attribute, Dependence, Element, Model, Party, PartyRings, Stake, Table};
use polder::rating::{Aggregate, Rating};
use polder::scale::{Raw, Scales};
use polder::vocabulary::ConflictKind;
use proptest::prelude::*;

fn n(x: f64) -> Rating {
    Rating::number(x).unwrap()
}

fn p(text: &str) -> PartyId {
    PartyId::new(text).unwrap()
}

fn rated(power: f64, interest: f64, attitude: f64) -> Party {
    Party { power: Some(n(power)), interest_level: Some(n(interest)), attitude: Some(n(attitude)), ..Party::default() }
}

fn field(parties: &[(&str, f64, f64, f64)]) -> Model {
    let mut m = Model::new();
    for (name, power, interest, attitude) in parties {
        m.insert_party(p(name), rated(*power, *interest, *attitude)).unwrap();
    }
    m
}

/// Every finding of every analysis.
fn findings(m: &Model, aggregate: Aggregate) -> Vec<Finding> {
    let mut all = force_field(m, &ForceFieldOptions::new().aggregate(aggregate)).findings;
    for cut in [Cut::Midpoint, Cut::Median, Cut::At(Raw::new(1.0).unwrap())] {
        let cuts = Cuts::new().power(cut).interest_level(cut).urgency(cut).threat(cut).trust(cut);
        let options = GridOptions::new().aggregate(aggregate).cuts(cuts);
        all.extend(power_interest(m, &options).findings);
        all.extend(salience(m, &options).findings);
        all.extend(power_interest_attitude(m, &options).findings);
        all.extend(support(m, &options).findings);
        all.extend(threat_cooperation(m, &options).findings);
        all.extend(trust_matrix(m, &options).findings);
        all.extend(alignment_interest(m, &options).findings);
    }
    all.extend(rings(m, &RingsOptions::new()).findings);
    all.extend(engagement(m, &EngagementOptions::new().aggregate(aggregate)).findings);
    all.extend(value_map(m, &ValueMapOptions::new().aggregate(aggregate)).findings);
    let options = ConflictOptions::new().aggregate(aggregate);
    all.extend(conflicts(m, &options).findings());
    all.extend(shared_goal(m, &SharedGoalOptions::new().aggregate(aggregate)).findings);
    let ids: Vec<&PartyId> = m.parties().map(|(id, _)| id).collect();
    if let [a, b, ..] = ids.as_slice() {
        all.extend(between(m, a, b, &options).unwrap().divides.iter().flat_map(|c| c.findings()));
    }
    all
}

/// Everything that the analyses say, as text.
fn everything(m: &Model) -> String {
    let conflicts = conflicts(m, &ConflictOptions::new());
    let grid = GridOptions::new();
    let grids = format!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}",
        power_interest(m, &grid),
        salience(m, &grid),
        power_interest_attitude(m, &grid),
        support(m, &grid),
        threat_cooperation(m, &grid),
        trust_matrix(m, &grid),
        alignment_interest(m, &grid)
    );
    let ids: Vec<&PartyId> = m.parties().map(|(id, _)| id).collect();
    let pairs: Vec<_> = ids.windows(2).map(|w| between(m, w[1], w[0], &ConflictOptions::new())).collect();
    let goal = shared_goal(m, &SharedGoalOptions::new());
    format!(
        "{:#?}\n{grids}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n{goal:#?}\n{pairs:#?}",
        force_field(m, &ForceFieldOptions::new()),
        rings(m, &RingsOptions::new()),
        engagement(m, &EngagementOptions::new()),
        value_map(m, &ValueMapOptions::new()),
        conflicts
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_finding_replays(m in prop_oneof![analysis_model(), model()], weighted: bool) {
        let aggregate = if weighted { Aggregate::WeightedMedian } else { Aggregate::Median };
        for finding in findings(&m, aggregate) {
            prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
        }
    }

    #[test]
    fn a_forged_finding_does_not_replay(m in analysis_model()) {
        for finding in findings(&m, Aggregate::Median) {
            let mut forged = finding.clone();
            forged.amount = match finding.amount {
                Amount::Number(x) => Amount::Number(x + 1.0),
                Amount::Class(_) => Amount::Class("no-such-class"),
                Amount::Undefined(_) => Amount::Number(0.0),
            };
            prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            for i in 0..finding.because.len() {
                let cited = &finding.because[i];
                // Settings are not the model's, nor are the steps of a party that may take some or all.
                let own = finding.rule == "tipping-fewest-steps" || matches!(cited.source, Element::Setting(_));
                if own {
                    continue;
                }
                let field = ["driving", "restraining", "net", "balance", "weighted-mean-attitude", "weighted-median-attitude"];
                if field.contains(&finding.rule) {
                    // A total that leaves somebody out is no total.
                    let mut less = finding.clone();
                    less.because.remove(i);
                    prop_assert!(replay(&less, &m).is_err(), "{:#?}", less);
                }
                let mut forged = finding.clone();
                forged.because[i].amount += 1.0;
                prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
            }
        }
    }

    #[test]
    fn a_class_or_weight_on_other_grounds_does_not_replay(m in analysis_model()) {
        const RULES: [&str; 11] = [
            "mendelow", "eden-ackermann", "salience", "corner", "support", "savage", "trust-matrix", "approach",
            "role-mismatch", "engagement-weight", "strategy",
        ];
        let mut all = findings(&m, Aggregate::Median);
        all.extend(communication_plan(&m, &CommunicationPlanOptions::new()).findings);
        all.retain(|f| RULES.contains(&f.rule));
        let parties: Vec<PartyId> = m.parties().map(|(id, _)| id.clone()).chain([p("zz-ghost")]).collect();
        // Of all grounds, a few of each rule are enough to try.
        let foreign: Vec<_> = all.iter().step_by(7).flat_map(|f| f.because.first().cloned()).take(6).collect();
        for finding in &all {
            let fails = |forged: &Finding| forged == finding || replay(forged, &m).is_err();
            for i in 0..finding.because.len() {
                let mut less = finding.clone();
                // Where nobody is rated on it, a median has no level, and none is cited.
                let unrated = |a: &&Attribute| {
                    less.because[i].source.to_string().starts_with(&format!("setting:cut-{a}-"))
                        && Cut::Median.level(&m, **a, Aggregate::Median).value().is_none()
                };
                if Cuts::ATTRIBUTES.iter().any(|a| unrated(&a)) {
                    continue;
                }
                less.because.remove(i);
                prop_assert!(fails(&less), "dropped: {:#?}", less);
            }
            for ground in &foreign {
                let mut more = finding.clone();
                more.because.push(ground.clone());
                prop_assert!(fails(&more), "added: {:#?}", more);
            }
            for party in parties.iter().filter(|id| finding.subject != [Element::from(*id)]) {
                let other = Finding { subject: vec![party.into()], ..finding.clone() };
                // Without grounds of its own, a party may stand where another does.
                let owned = finding.because.iter().any(|c| !matches!(c.source, Element::Setting(_)));
                if owned {
                    prop_assert!(replay(&other, &m).is_err(), "of another: {:#?}", other);
                }
            }
        }
    }

    #[test]
    fn renaming_in_order_changes_names_alone(m in analysis_model()) {
        // A name that sorts as before: even ties in a listing stay where they are.
        let before = everything(&m);
        let renamed = rename(&m, |id| format!("{id}-zz"));
        let ids: Vec<String> = m.graph().node_weights().map(|n| n.element().to_string()).collect();
        let mut after = everything(&renamed);
        for id in ids.iter().filter_map(|i| i.split_once(':').map(|(_, i)| i)) {
            after = after.replace(&format!("{id}-zz"), id);
        }
        prop_assert_eq!(after, before);
    }

    #[test]
    fn renaming_out_of_order_changes_no_number(m in analysis_model()) {
        let mirrored = rename(&m, |id| {
            id.chars().map(|c| if c.is_ascii_lowercase() { (b'a' + b'z' - c as u8) as char } else { c }).collect()
        });
        let numbers = |m: &Model| {
            let f = force_field(m, &ForceFieldOptions::new().list_at_most(1_000));
            let mut forces: Vec<u64> = f.parties.iter().map(|x| x.force.to_bits()).collect();
            forces.sort_unstable();
            let totals = [f.driving, f.restraining, f.net].map(f64::to_bits);
            let measures = [f.balance, f.weighted_mean_attitude, f.weighted_median_attitude].map(|x| x.value().map(f64::to_bits));
            let tips: Vec<_> = [&f.tipping.fewest_steps, &f.tipping.fewest_parties, &f.tipping.fewest_parties_against]
                .into_iter()
                .map(|t| t.as_ref().value().map(|t| (t.cost, t.answers.first().map(|a| a.net_after.to_bits()))))
                .collect();
            let c = conflicts(m, &ConflictOptions::new());
            let mut strengths: Vec<_> = c.conflicts.iter().map(|x| {
                let bridges: Vec<u64> = x.bridges.brokers.iter().map(|b| b.weaker.to_bits()).collect();
                let more = (x.bridges.supra_interests.len(), x.bridges.log_rolling.len(), x.misjudgement, x.mutual_gain);
                (x.kind, x.strength.value().map(f64::to_bits), x.weighted.value().map(f64::to_bits), bridges, more)
            }).collect();
            strengths.sort();
            let g = shared_goal(m, &SharedGoalOptions::new().list_at_most(1_000));
            let carried = g.goals.first().map(|x| (x.interests.len(), x.carried_by.len(), x.opposed.len()));
            let goal = (g.kind, g.goals.len(), g.at_least, g.exact, carried);
            (forces, totals, measures, tips, strengths, c.inner.len(), f.omitted.len(), goal)
        };
        prop_assert_eq!(numbers(&m), numbers(&mirrored));
    }

    #[test]
    fn the_order_of_the_file_changes_no_byte(m in analysis_model(), seed: u64) {
        prop_assert_eq!(everything(&shuffled(&m, seed)), everything(&m));
    }

    #[test]
    fn an_isolated_party_changes_no_total(m in analysis_model()) {
        let more = m.with(|m| m.insert_party(p("zz-nobody"), Party::default())).unwrap();
        let (a, b) = (force_field(&m, &ForceFieldOptions::new()), force_field(&more, &ForceFieldOptions::new()));
        prop_assert_eq!((a.driving, a.restraining, a.net, a.tipping), (b.driving, b.restraining, b.net, b.tipping));
        prop_assert_eq!(b.omitted.len(), a.omitted.len() + 3);
        prop_assert_eq!(conflicts(&m, &ConflictOptions::new()).conflicts, conflicts(&more, &ConflictOptions::new()).conflicts);
    }

    #[test]
    fn conflicts_are_as_listing_every_pair_says(m in prop_oneof![analysis_model(), team_model()]) {
        let found = conflicts(&m, &ConflictOptions::new());
        let mut seen: BTreeMap<(ConflictKind, Vec<PartyId>, Vec<Element>), Option<f64>> = BTreeMap::new();
        for c in &found {
            let before = seen.insert(
                (c.kind, c.parties.clone(), c.subject.clone()),
                c.strength.value().map(|s| (s * 1e9).round() / 1e9),
            );
            prop_assert!(before.is_none(), "twice: {}", c);
        }
        prop_assert_eq!(seen, naive(&m));
        let strengths: Vec<f64> = found.conflicts.iter().map(|c| c.strength.value().unwrap_or(-1.0)).collect();
        prop_assert!(strengths.is_sorted_by(|a, b| a >= b));
        for k in [0, 1, 3] {
            let few = conflicts(&m, &ConflictOptions::new().strongest(k));
            prop_assert_eq!(&few.conflicts[..], &found.conflicts[..k.min(found.conflicts.len())]);
            prop_assert_eq!(few.more, found.conflicts.len() > k);
        }
    }

    #[test]
    fn a_conflict_goes_with_its_grounds(m in analysis_model()) {
        for c in first_of_each_kind(&m) {
            let mut without = m.clone();
            match &c.because.first().map(|x| x.source.clone()).or_else(|| c.missing.first().map(|x| x.subject.clone())) {
                Some(Element::Stake(party, interest)) => { without.remove_stake(party, interest); }
                Some(Element::Importance(party, value)) => { without.remove_importance(party, value); }
                Some(Element::Claim(claim)) => {
                    // Every claim of that party on that value goes: another would take its place.
                    let it = m.claim(claim).unwrap().clone();
                    let same: Vec<_> = m.claims().filter(|(_, x)| x.party == it.party && x.value == it.value && x.kind == it.kind).map(|(id, _)| id.clone()).collect();
                    for id in same {
                        without.remove_claim(&id).unwrap();
                    }
                }
                Some(Element::Believes(belief, _)) => { without.remove_belief(belief).unwrap(); }
                Some(Element::Tie(a, b)) => { without.remove_tie(a, b); }
                Some(Element::Trusts(a, b)) => { without.remove_trust(a, b); }
                // With the last resource the table says that there is none: all of them go.
                Some(Element::DependsOn(a, b, _)) => {
                    for (from, to) in [(a, b), (b, a)] {
                        let all: Vec<String> = m.dependences().get(from, to).into_iter().flatten().map(|(r, _)| r.clone()).collect();
                        for resource in all {
                            without.remove_dependence(from, to, &resource);
                        }
                    }
                }
                Some(Element::Dimension(culture, _)) => {
                    without.update_culture(culture, |x| x.now.clear()).unwrap();
                }
                Some(Element::Party(party)) => {
                    without.update_party(party, |x| x.rings = PartyRings::default()).unwrap();
                }
                other => prop_assert!(false, "no grounds: {:?}", other),
            }
            let rest = conflicts(&without, &ConflictOptions::new());
            let same = rest.conflicts.iter().find(|d| d.kind == c.kind && d.parties == c.parties && d.subject == c.subject);
            // The same two may still clash the other way round, then on other grounds.
            prop_assert!(same.is_none_or(|d| d.because != c.because), "{} is still there", c);
        }
    }
}

/// The larger of what is declared; unknown while an unknown declaration could be the larger.
fn decides(known: &[f64], declared: usize) -> Option<f64> {
    let most = known.iter().copied().reduce(f64::max)?;
    (known.len() == declared || most == 1.0).then_some(most)
}

/// Of every kind the three strongest.
fn first_of_each_kind(m: &Model) -> Vec<polder::analysis::Conflict> {
    let all = conflicts(m, &ConflictOptions::new()).conflicts;
    let mut count: BTreeMap<ConflictKind, usize> = BTreeMap::new();
    let mut few = |c: &polder::analysis::Conflict| {
        let n = count.entry(c.kind).or_default();
        *n += 1;
        *n <= 3
    };
    all.into_iter().filter(|c| few(c)).collect()
}

fn nine(x: f64) -> f64 {
    (x * 1e9).round() / 1e9
}

/// What one party is known to depend on another for, at most: importance / max × (max − substitutability) / (max − min); none where
/// something unknown could raise it.
fn depends(m: &Model, from: &PartyId, to: &PartyId) -> Option<f64> {
    let scale = m.scales().of(polder::scale::ScaleKind::OneSided);
    let Some(resources) = m.dependences().get(from, to) else {
        return m.wrote(from, Table::DependsOn).then_some(0.0);
    };
    let ends = |r: &Option<Rating>| match r.as_ref().and_then(|r| r.read(&scale, Aggregate::Median)) {
        Some(r) => [r.raw, r.raw],
        None => [scale.min(), scale.max()],
    };
    let need = |x: f64, s: f64| x / scale.max() * (scale.max() - s) / (scale.max() - scale.min());
    let (mut least, mut most) = (0.0_f64, 0.0_f64);
    for Dependence { importance, substitutability } in resources.values() {
        let ([x0, x1], [s0, s1]) = (ends(importance), ends(substitutability));
        (least, most) = (least.max(need(x0, s1)), most.max(need(x1, s0)));
    }
    (most - least < 1e-12).then_some(least)
}

/// Relation and misperception between two parties, the first of which speaks.
fn of_relation(m: &Model, a: &PartyId, b: &PartyId, add: &mut dyn FnMut(ConflictKind, Vec<Element>, f64)) {
    let read = |e: Element, x| m.read(&e, x, Aggregate::Median);
    let trust = |x: &PartyId, y: &PartyId| Element::Trusts(x.clone(), y.clone());
    let there = read(trust(a, b), Attribute::Trust);
    let back = read(trust(b, a), Attribute::Trust);
    if let Some(x) = there.filter(|x| x.raw < (x.scale.min() + x.scale.max()) / 2.0) {
        add(ConflictKind::Relation, vec![trust(a, b)], 1.0 - x.unit());
    }
    for (id, belief) in m.beliefs().filter(|(_, x)| x.by == *a && x.about == *b) {
        for v in belief.values.keys() {
            let believed = read(Element::Believes(id.clone(), v.clone()), Attribute::Importance);
            let own = read(Element::Importance(b.clone(), v.clone()), Attribute::Importance);
            if let (Some(x), Some(y)) = (believed, own)
                && nine((x.unit() - y.unit()).abs()) >= 0.5
            {
                let subject = vec![Element::Believes(id.clone(), v.clone())];
                add(ConflictKind::Misperception, subject, (x.unit() - y.unit()).abs());
            }
        }
    }
    if a > b {
        return;
    }
    let tie = Element::Tie(a.clone(), b.clone());
    if let Some(x) = read(tie.clone(), Attribute::Tie).filter(|x| x.raw < 0.0) {
        add(ConflictKind::Relation, vec![tie], -x.raw / x.scale.max());
    }
    if let (Some(x), Some(y)) = (there, back)
        && nine((x.unit() - y.unit()).abs()) >= 0.5
    {
        add(ConflictKind::Relation, vec![trust(a, b), trust(b, a)], (x.unit() - y.unit()).abs());
    }
    if let (Some(x), Some(y)) = (depends(m, a, b), depends(m, b, a))
        && x + y > 0.0
        && nine((x - y).abs() / (x + y)) >= 0.5
    {
        let known = |d: &Dependence| {
            let scale = m.scales().of(polder::scale::ScaleKind::OneSided);
            let read = |r: &Option<Rating>| r.as_ref().and_then(|r| r.read(&scale, Aggregate::Median)).is_some();
            read(&d.importance) && read(&d.substitutability)
        };
        let of = |from: &PartyId, to: &PartyId| -> Vec<Element> {
            let all = m.dependences().get(from, to).into_iter().flatten().filter(|(_, d)| known(d));
            all.map(|(r, _)| Element::DependsOn(from.clone(), to.clone(), r.clone())).collect()
        };
        add(ConflictKind::Relation, [of(a, b), of(b, a)].concat(), (x - y).abs() / (x + y));
    }
}

/// The cultures of every two parties: of one model, over the scores that both have (all four of competing values, brought to 100).
fn of_cultures(m: &Model) -> BTreeMap<(ConflictKind, Vec<PartyId>, Vec<Element>), Option<f64>> {
    use polder::vocabulary::CultureModel;
    let mut out = BTreeMap::new();
    let scores = |id: &polder::id::CultureId| -> (CultureModel, BTreeMap<String, f64>) {
        let culture = m.culture(id).unwrap();
        let scale = m.scales().of(culture.scale());
        let read =
            culture.now.iter().filter_map(|(d, r)| Some((d.to_string(), r.read(&scale, Aggregate::Median)?.raw)));
        let mut scores: BTreeMap<String, f64> = read.collect();
        let points = culture.model == CultureModel::CompetingValues;
        let sum: f64 = scores.values().sum();
        let factor = if points && scores.len() == 4 { 100.0 / sum } else { 1.0 };
        let (low, range) = if points { (0.0, 100.0) } else { (scale.min(), scale.max() - scale.min()) };
        scores.values_mut().for_each(|x| *x = (*x * factor - low) / range);
        (culture.model, scores)
    };
    for (a, of_a) in m.parties() {
        for (b, of_b) in m.parties().filter(|(b, _)| a < *b) {
            let (Some(c), Some(d)) = (&of_a.culture, &of_b.culture) else { continue };
            let ((kind, x), (other, y)) = (scores(c), scores(d));
            let apart: Vec<f64> = x.iter().filter_map(|(k, x)| Some((x - y.get(k)?).abs())).collect();
            let points = kind == CultureModel::CompetingValues;
            // Points to move over some of the four types would be too few.
            if kind != other || apart.is_empty() || (points && apart.len() < 4) {
                continue;
            }
            let n = if points { 2.0 } else { apart.len() as f64 };
            let share = nine(apart.iter().sum::<f64>() / n);
            if share >= 0.25 {
                let subject: Vec<Element> = [c.min(d), c.max(d)].map(Element::from).to_vec();
                out.insert((ConflictKind::Culture, vec![a.clone(), b.clone()], subject), Some(share));
            }
        }
    }
    out
}

/// The rules of every kind, written out over all pairs.
/// A kind, the parties and the subject, with the strength.
type Clash = ((ConflictKind, Vec<PartyId>, Vec<Element>), Option<f64>);

/// The conflicts of leadership, each with its parties, in the phase at hand or all of them.
fn of_leadership(m: &Model) -> Vec<Clash> {
    use Role::{Broker, Coordinator, Director, Facilitator, Innovator, Mentor, Monitor, Producer};
    use polder::vocabulary::{Phase, Role, Vocabulary};
    let mut out = Vec::new();
    let mut add = |mut parties: Vec<PartyId>, subject: Vec<Element>, strength: Option<f64>| {
        parties.sort();
        parties.dedup();
        out.push(((ConflictKind::Leadership, parties, subject), strength));
    };
    let scale = m.scales().of(polder::scale::ScaleKind::OneSided);
    let focal = m.project().focal.clone();
    let of = |x: &polder::model::Member| x.party.clone().or(focal.clone());
    let score = |x: &polder::model::Member, r: &Role| Some(x.roles.get(r)?.read(&scale, Aggregate::Median)?.raw);
    let share = |x: &polder::model::Member, asked: &[(Role, f64)]| -> Option<f64> {
        let asked: Vec<_> = asked.iter().filter(|(_, w)| *w > 0.0).collect();
        let weighed = asked.iter().map(|(r, w)| Some(score(x, r)? * w)).sum::<Option<f64>>()?;
        let all: f64 = asked.iter().map(|(_, w)| w).sum();
        (all > 0.0).then(|| nine(weighed / all / scale.max()))
    };
    let counts = |phase: Option<Phase>| m.project().phase.is_none() || phase == m.project().phase;
    for (id, x) in m.members() {
        for t in x.tasks.iter().filter(|t| m.task(t).unwrap().leading == Some(true) && counts(m.task(t).unwrap().phase))
        {
            let asked: Vec<_> = m.task(t).unwrap().roles.iter().map(|(r, w)| (*r, w.get())).collect();
            if let (Some(share), Some(party)) = (share(x, &asked).filter(|s| *s < 0.5), of(x)) {
                add(vec![party], vec![Element::Does(id.clone(), t.clone())], Some(nine(1.0 - share)));
            }
        }
    }
    for phase in Phase::ALL.iter().filter(|p| counts(Some(**p))) {
        let (needs, name): (&[Role], _) = match phase {
            Phase::Start => (&[Innovator, Broker, Mentor, Facilitator], "phase-start"),
            Phase::Development => (&[Innovator, Facilitator, Mentor], "phase-development"),
            Phase::Scaling => (&[Coordinator, Monitor, Director, Producer], "phase-scaling"),
        };
        let asked: Vec<_> = needs.iter().map(|r| (*r, 1.0)).collect();
        for (a, x) in m.members().filter(|(_, x)| x.leads.contains(phase)) {
            if let (Some(share), Some(party)) = (share(x, &asked).filter(|s| *s < 0.5), of(x)) {
                add(vec![party], vec![Element::Leads(a.clone(), *phase)], Some(nine(1.0 - share)));
            }
            for (b, y) in m.members().filter(|(b, y)| *b > a && y.leads.contains(phase)) {
                let style = |x: &polder::model::Member| x.informal.as_ref()?.read(&scale, Aggregate::Median);
                let apart = style(x).zip(style(y)).map(|(x, y)| nine((x.unit() - y.unit()).abs()));
                if let (Some(p), Some(q), true) = (of(x), of(y), apart != Some(0.0)) {
                    let subject = vec![Element::Leads(a.clone(), *phase), Element::Leads(b.clone(), *phase)];
                    add(vec![p, q], subject, apart);
                }
            }
        }
        for role in needs {
            let scores: Vec<f64> = m.members().filter_map(|(_, x)| score(x, role)).collect();
            let all_rated = scores.len() == m.members().filter(|(_, x)| x.has_part()).count();
            let below = !scores.is_empty() && all_rated && scores.iter().all(|s| *s < scale.midpoint());
            if let (Some(us), true) = (&focal, below) {
                let role = Role::ALL.iter().position(|r| r == role).unwrap();
                const NAMES: [&str; 8] = [
                    "role-mentor",
                    "role-facilitator",
                    "role-innovator",
                    "role-broker",
                    "role-producer",
                    "role-director",
                    "role-coordinator",
                    "role-monitor",
                ];
                add(vec![us.clone()], vec![Element::Setting(name), Element::Setting(NAMES[role])], Some(1.0));
            }
        }
    }
    out
}

fn naive(m: &Model) -> BTreeMap<(ConflictKind, Vec<PartyId>, Vec<Element>), Option<f64>> {
    let mut out: BTreeMap<(ConflictKind, Vec<PartyId>, Vec<Element>), Option<f64>> = BTreeMap::new();
    let mut roles = of_leadership(m);
    let mut add = |kind, a: &PartyId, b: &PartyId, subject: Vec<Element>, strength: Option<f64>| {
        let mut parties = vec![a.clone(), b.clone()];
        parties.sort();
        let kept = out.entry((kind, parties, subject)).or_insert(strength);
        if strength.unwrap_or(-1.0) > kept.unwrap_or(-1.0) {
            *kept = strength;
        }
    };
    let read = |e: Element, a| m.read(&e, a, Aggregate::Median);
    let stance = |party: &PartyId, i: &InterestId| read(Element::Stake(party.clone(), i.clone()), Attribute::Stance);
    let importance =
        |party: &PartyId, v: &ValueId| read(Element::Importance(party.clone(), v.clone()), Attribute::Importance);
    let share = |x: f64, y: f64, max: f64, factor: f64| ((x.abs() + y.abs()) / 2.0 / max * factor * 1e9).round() / 1e9;
    let scale = m.scales().of(polder::scale::ScaleKind::OneSided);
    for (a, _) in m.parties() {
        let rings = &m.party(a).unwrap().rings;
        let place = |word: &Option<polder::id::Slug>| {
            word.as_ref().and_then(|w| polder::vocabulary::RINGS.iter().position(|r| *r == w.as_str()))
        };
        let views = [("ring-wished", &rings.wished), ("ring-desired", &rings.desired), ("ring-actual", &rings.actual)];
        for (x, y) in [(0, 1), (1, 2), (0, 2)] {
            if let (Some(p), Some(q)) = (place(views[x].1), place(views[y].1))
                && p != q
            {
                let subject = vec![Element::Setting(views[x].0), Element::Setting(views[y].0)];
                let strength = nine(p.abs_diff(q) as f64 / (polder::vocabulary::RINGS.len() - 1) as f64);
                roles.push(((ConflictKind::Role, vec![a.clone()], subject), Some(strength)));
            }
        }
        for (b, _) in m.parties().filter(|(b, _)| *b != a) {
            of_relation(m, a, b, &mut |kind, subject, strength| add(kind, a, b, subject, Some(nine(strength))));
            for (i, _) in m.interests() {
                if let (Some(x), Some(y)) = (stance(a, i), stance(b, i))
                    && x.raw * y.raw < 0.0
                {
                    add(ConflictKind::Interest, a, b, vec![i.into()], Some(share(x.raw, y.raw, x.scale.max(), 1.0)));
                }
                for (j, _) in m.interests() {
                    let declared: Vec<_> =
                        [(i, j), (j, i)].into_iter().filter(|(f, t)| m.opposes().get(f, t).is_some()).collect();
                    let weights: Vec<f64> = declared
                        .iter()
                        .filter_map(|(f, t)| {
                            read(Element::Opposes((*f).clone(), (*t).clone()), Attribute::Opposition)
                                .map(|r| r.weight())
                        })
                        .collect();
                    let weight = decides(&weights, declared.len());
                    if let (Some(x), Some(y)) = (stance(a, i), stance(b, j))
                        && !declared.is_empty()
                        && x.raw > 0.0
                        && y.raw > 0.0
                        && weight != Some(0.0)
                    {
                        let subject = if i < j { vec![i.into(), j.into()] } else { vec![j.into(), i.into()] };
                        add(
                            ConflictKind::OpposedInterests,
                            a,
                            b,
                            subject,
                            weight.map(|w| share(x.raw, y.raw, x.scale.max(), w)),
                        );
                    }
                }
            }
            for (_, x) in m.claims().filter(|(_, c)| c.party == *a && c.kind == polder::vocabulary::ClaimKind::Captured)
            {
                for (_, y) in
                    m.claims().filter(|(_, c)| c.party == *b && c.kind == polder::vocabulary::ClaimKind::Destroyed)
                {
                    if let (Some(v), true) = (&x.value, x.value == y.value) {
                        let of = |c: &polder::model::Claim| {
                            c.importance.as_ref().and_then(|r| r.read(&scale, Aggregate::Median)).map(|r| r.raw)
                        };
                        let strength = of(x).and_then(|x| of(y).map(|y| share(x, y, scale.max(), 1.0)));
                        add(ConflictKind::Fate, a, b, vec![v.into()], strength);
                    }
                }
            }
            for (v, value) in m.values() {
                if let (Some(x), Some(y)) = (importance(a, v), importance(b, v))
                    && x.scale.apart(x.raw, y.raw) >= 0.5
                {
                    add(
                        ConflictKind::ValuePriority,
                        a,
                        b,
                        vec![v.into()],
                        Some(((x.unit() - y.unit()).abs() * 1e9).round() / 1e9),
                    );
                }
                for (w, other) in m.values().filter(|(w, _)| *w > v) {
                    let declared: Vec<_> =
                        [(v, w), (w, v)].into_iter().filter(|(f, t)| m.tensions().get(f, t).is_some()).collect();
                    let weights: Vec<f64> = declared
                        .iter()
                        .filter_map(|(f, t)| {
                            read(Element::Tension((*f).clone(), (*t).clone()), Attribute::Tension).map(|r| r.weight())
                        })
                        .collect();
                    let o = if declared.is_empty() {
                        let top = |x: &polder::model::Value| {
                            let all: Vec<_> = x
                                .schwartz
                                .iter()
                                .filter_map(|(s, r)| Some((*s, r.read(&scale, Aggregate::Median)?.raw)))
                                .filter(|(_, r)| *r > 0.0)
                                .collect();
                            let most = all.iter().map(|(_, r)| *r).fold(-1.0, f64::max);
                            all.into_iter().filter(move |(_, r)| *r == most).map(|(s, _)| s).collect::<Vec<_>>()
                        };
                        let steps =
                            top(value).iter().flat_map(|s| top(other).into_iter().map(move |t| s.steps_to(t))).min();
                        match steps {
                            Some(3) => Some(Some(0.5)),
                            Some(4) => Some(Some(0.939_692_620_786)),
                            _ => None,
                        }
                    } else {
                        Some(decides(&weights, declared.len())).filter(|w| *w != Some(0.0))
                    };
                    let held = |r: Option<polder::rating::Reading>| r.filter(|r| r.unit() >= 0.5);
                    if let (Some(o), Some(x), Some(y)) = (o, held(importance(a, v)), held(importance(b, w))) {
                        add(
                            ConflictKind::Value,
                            a,
                            b,
                            vec![v.into(), w.into()],
                            o.map(|o| share(x.raw, y.raw, x.scale.max(), o)),
                        );
                    }
                }
            }
        }
    }
    out.extend(of_cultures(m));
    out.extend(roles);
    out
}

#[test]
fn random_models_have_conflicts_of_every_kind() {
    use polder::analysis::conflicts::misperception::Misjudgement;
    use polder::vocabulary::Vocabulary;
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..300 {
        let m = analysis_model().new_tree(&mut runner).unwrap().current();
        for c in &conflicts(&m, &ConflictOptions::new()) {
            let sort = match c.subject.as_slice() {
                [Element::Tie(..)] => "tie",
                [Element::Trusts(..)] => "low",
                [Element::Trusts(..), _] => "one-sided",
                [Element::DependsOn(..), ..] => "dependence",
                _ => "",
            };
            *seen
                .entry(format!("{} {sort}{}", c.kind, c.misjudgement.map(|x| x.to_string()).unwrap_or_default()))
                .or_default() += 1;
            for (what, some) in [
                ("supra", !c.bridges.supra_interests.is_empty()),
                ("trade", !c.bridges.log_rolling.is_empty()),
                ("unknown salience", !c.bridges.unknown_saliences.is_empty()),
                ("gain", c.mutual_gain.is_some()),
            ] {
                *seen.entry(what.into()).or_default() += usize::from(some);
            }
        }
    }
    let detected = [
        ConflictKind::Interest,
        ConflictKind::OpposedInterests,
        ConflictKind::Fate,
        ConflictKind::Value,
        ConflictKind::ValuePriority,
        ConflictKind::Culture,
        ConflictKind::Role,
    ];
    let words = detected.iter().map(|k| format!("{k} "));
    let misperceived = Misjudgement::ALL.iter().map(|x| format!("misperception {x}"));
    let related = ["tie", "low", "one-sided", "dependence"].map(|x| format!("relation {x}"));
    let bridged = ["supra", "trade", "unknown salience", "gain"].map(String::from);
    for sort in words.chain(misperceived).chain(related).chain(bridged) {
        assert!(seen.get(&sort).is_some_and(|n| *n >= 10), "{sort} in {seen:#?}");
    }
}

#[test]
fn a_party_without_power_is_named_and_in_no_sum() {
    let mut m = field(&[("city", 5.0, 4.0, 2.0), ("shops", 2.0, 5.0, -1.0)]);
    m.insert_party(p("residents"), Party { interest_level: Some(n(5.0)), attitude: Some(n(-2.0)), ..Party::default() })
        .unwrap();
    let f = force_field(&m, &ForceFieldOptions::new());
    assert_eq!(f.omitted.iter().map(ToString::to_string).collect::<Vec<_>>(), ["`party:residents`: power is unknown"]);
    assert_eq!((f.driving, f.restraining, f.net), (40.0, 10.0, 30.0));
    assert_eq!(f.balance, Measure::Known(0.6));
    assert!(!format!("{:?}", f.findings).contains("residents"));
    let grid = power_interest(&m, &GridOptions::new());
    assert_eq!(grid.omitted.len(), 1);
    assert_eq!(grid.parties.len(), 2);
}

#[test]
fn attitudes_that_cancel_leave_the_balance_at_zero_and_nobody_leaves_it_undefined() {
    let f = force_field(&field(&[("a", 5.0, 2.0, 1.0), ("b", 5.0, 2.0, -1.0)]), &ForceFieldOptions::new());
    assert_eq!((f.balance, f.weighted_median_attitude), (Measure::Known(0.0), Measure::Known(-1.0)));
    let f = force_field(&Model::new(), &ForceFieldOptions::new());
    assert!(
        f.balance.value().is_none()
            && f.weighted_mean_attitude.value().is_none()
            && f.weighted_median_attitude.value().is_none()
    );
    let f = force_field(&field(&[("a", 5.0, 2.0, 0.0)]), &ForceFieldOptions::new());
    assert_eq!(f.weighted_mean_attitude, Measure::Known(0.0));
    assert!(f.balance.value().is_none());
}

#[test]
fn decimals_and_half_steps_tip_exactly() {
    let f = force_field(&field(&[("a", 3.3, 1.0, 1.0), ("b", 1.1, 3.0, -1.0)]), &ForceFieldOptions::new());
    assert_eq!(f.net, 0.0, "3.3 and 1.1 × 3 cancel exactly");
    assert_eq!(f.tipping.fewest_steps.as_ref().value().unwrap().cost, 1);
    // Three quarters of a step are left to +2; that part of a step does.
    let f = force_field(
        &field(&[("a", 5.0, 1.0, 1.25), ("b", 5.0, 2.0, -1.0), ("c", 1.0, 1.0, 2.0)]),
        &ForceFieldOptions::new(),
    );
    let alone: Vec<String> = f.tipping.alone.iter().map(|x| format!("{} {}", x.party, x.steps)).collect();
    assert_eq!(alone, ["a 1", "b 1", "c undefined (unreachable)"]);
}

#[test]
fn tipping_back_counts_the_parties_that_would_undo_it() {
    let m = field(&[("a", 5.0, 5.0, 2.0), ("b", 3.0, 3.0, 1.0), ("c", 2.0, 2.0, -1.0)]);
    let f = force_field(&m, &ForceFieldOptions::new());
    // 50 + 9 − 4 = 55; a to −2 loses 100.
    let against = f.tipping.fewest_parties_against.value().unwrap();
    assert_eq!((against.cost, against.answers[0].net_after), (1, -45.0));
    assert_eq!(f.tipping.fewest_steps.value().unwrap().cost, 0);
    let f = force_field(&m, &ForceFieldOptions::new().target(Raw::new(1e6).unwrap()));
    assert!(f.tipping.fewest_steps.value().is_none() && f.tipping.fewest_parties.value().is_none());
    assert_eq!(f.tipping.fewest_parties_against.value().unwrap().cost, 0);
}

#[test]
fn the_larger_of_two_declared_oppositions_counts_and_an_inner_conflict_stands_apart() {
    let mut m = Model::with_scales(Scales::default());
    let i = |x: &str| InterestId::new(x).unwrap();
    for name in ["x", "y"] {
        m.insert_interest(i(name), polder::model::Interest::default()).unwrap();
    }
    m.set_opposes(i("x"), i("y"), n(2.0)).unwrap();
    m.set_opposes(i("y"), i("x"), n(4.0)).unwrap();
    for (name, x, y) in [("a", 2.0, 0.0), ("b", -1.0, 1.0), ("c", 1.0, 2.0)] {
        m.insert_party(p(name), Party::default()).unwrap();
        m.set_stake(p(name), i("x"), Stake::of(n(x))).unwrap();
        m.set_stake(p(name), i("y"), Stake::of(n(y))).unwrap();
    }
    let found = conflicts(&m, &ConflictOptions::new().kinds([ConflictKind::OpposedInterests]));
    let lines: Vec<String> = found.conflicts.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "a and c over interest:x against interest:y: opposed-interests 0.8",
            "a and b over interest:x against interest:y: opposed-interests 0.6",
            "b and c over interest:x against interest:y: opposed-interests 0.4",
        ]
    );
    assert_eq!(
        found.inner.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["c over interest:x against interest:y: opposed-interests 0.6"]
    );
}

#[test]
fn brokers_are_ranked_by_their_weaker_side() {
    let mut m = field(&[
        ("a", 3.0, 3.0, 0.0),
        ("b", 3.0, 3.0, 0.0),
        ("c", 3.0, 3.0, 0.0),
        ("d", 3.0, 3.0, 0.0),
        ("e", 3.0, 3.0, 0.0),
    ]);
    let i = InterestId::new("x").unwrap();
    m.insert_interest(i.clone(), polder::model::Interest::default()).unwrap();
    m.set_stake(p("a"), i.clone(), Stake::of(n(2.0))).unwrap();
    m.set_stake(p("b"), i, Stake::of(n(-2.0))).unwrap();
    for (x, y, tie) in [("a", "c", 2.0), ("b", "c", 1.0), ("a", "e", 2.0), ("b", "e", -1.0)] {
        m.set_tie(p(x), p(y), n(tie)).unwrap();
    }
    for (x, y, trust) in [("a", "d", 4.0), ("b", "d", 5.0), ("a", "e", 5.0), ("b", "e", 2.0)] {
        m.set_trust(p(x), p(y), n(trust)).unwrap();
    }
    // A unit of a side has the best ties with both and is still no third party.
    m.insert_party(p("unit"), Party { part_of: Some(p("a")), ..Party::default() }).unwrap();
    m.set_tie(p("a"), p("unit"), n(2.0)).unwrap();
    m.set_tie(p("b"), p("unit"), n(2.0)).unwrap();
    let found = conflicts(&m, &ConflictOptions::new());
    let brokers = &found.conflicts[0].bridges.brokers;
    let lines: Vec<String> = brokers.iter().map(|b| format!("{} {:?} {}", b.party, b.closeness, b.weaker)).collect();
    assert_eq!(
        lines,
        ["d [0.75, 1.0] 0.75", "c [1.0, 0.5] 0.5"],
        "e has a tie with one and trust of one, neither of both"
    );
}

#[test]
fn one_thread_or_eight_the_same_bytes() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml"))
            .unwrap();
    let m = Model::try_from(polder::Document::from_toml(&text).unwrap()).unwrap();
    let alone = everything(&m);
    std::thread::scope(|scope| {
        let others: Vec<_> = (0..8).map(|_| scope.spawn(|| everything(&m))).collect();
        for other in others {
            assert_eq!(other.join().unwrap(), alone);
        }
    });
}

#[test]
fn the_capture_ratio_leaves_out_what_nobody_rated_and_says_so() {
    use polder::id::ClaimId;
    use polder::model::Claim;
    use polder::vocabulary::{ClaimKind, PartyKind};
    let mut m = field(&[("a", 3.0, 3.0, 0.0), ("b", 3.0, 3.0, 0.0)]);
    m.insert_party(p("nature"), Party { kind: Some(PartyKind::Environment), ..Party::default() }).unwrap();
    for (id, party, kind, importance) in [
        ("c1", "a", ClaimKind::Captured, Some(3.0)),
        ("c2", "a", ClaimKind::Destroyed, Some(1.0)),
        ("c3", "a", ClaimKind::Missed, None),
        ("c4", "a", ClaimKind::Opportunity, Some(5.0)),
        ("c5", "b", ClaimKind::Missed, None),
    ] {
        let importance = importance.map(n);
        let claim =
            Claim { party: p(party), kind, value: None, importance, statement: None, remarks: Default::default() };
        m.insert_claim(ClaimId::new(id).unwrap(), claim).unwrap();
    }
    let map = value_map(&m, &ValueMapOptions::new());
    let ratio: Vec<String> = map.canvas.iter().map(|c| format!("{} {}", c.party, c.capture_ratio)).collect();
    // All that was missed is unrated: then no share of it can be said.
    assert_eq!(
        ratio,
        ["a undefined (missing-rating)", "b undefined (missing-rating)", "nature undefined (nothing-to-measure)"]
    );
    let rated =
        m.with(|m| m.set_rating(&Element::Claim(ClaimId::new("c5").unwrap()), Attribute::Importance, Some(n(4.0))));
    let map_rated = value_map(&rated.unwrap(), &ValueMapOptions::new());
    // Captured 3, destroyed 1, missed 4 and between 1 and 5.
    assert_eq!(map_rated.capture_ratio, Measure::Undefined(polder::evidence::Undefined::MissingRating));
    assert_eq!(map_rated.capture_ratio_between, Measure::Known([3.0 / 13.0, 1.0 / 3.0]));
    assert_eq!(map_rated.canvas[1].capture_ratio, Measure::Known(0.0));
    let missing: Vec<String> = map.omitted.iter().map(ToString::to_string).collect();
    assert_eq!(missing, ["`claim:c3`: importance is unknown", "`claim:c5`: importance is unknown"]);
    assert_eq!(map.canvas[0].empty, [ClaimKind::Surplus, ClaimKind::Absence]);
    // Nature is a party and nobody spoke for it; there is no party for society at all.
    let unasked: Vec<String> = map.unasked.iter().map(|u| format!("{} {:?}", u.kind, u.parties)).collect();
    assert_eq!(unasked, ["environment [nature]", "society []"]);
}

#[test]
fn sums_and_decisions_are_exact_beyond_what_a_force_can_show() {
    // The products have more digits than a floating-point number; the true net is 0.
    let mut m = field(&[("a", 3.3333333, 2.6666667, 1.3333333)]);
    m.insert_party(p("b"), rated(3.3333333, 2.6666667, -1.3328296)).unwrap();
    m.insert_party(p("c"), rated(3.3333333, 2.6666667, -0.0005037)).unwrap();
    let f = force_field(&m, &ForceFieldOptions::new());
    assert_eq!((f.net, f.balance), (0.0, Measure::Known(0.0)));
    assert_eq!(f.tipping.fewest_parties_against.value().unwrap().cost, 0);
    for finding in &f.findings {
        assert_eq!(replay(finding, &m), Ok(()));
    }
}

#[test]
fn an_unknown_declaration_is_no_zero() {
    let build = |there: Option<Rating>, back: Option<Rating>| {
        let mut m = field(&[("a", 3.0, 3.0, 0.0), ("b", 3.0, 3.0, 0.0)]);
        let [x, y] = ["x", "y"].map(|i| InterestId::new(i).unwrap());
        for (party, interest) in [("a", &x), ("b", &y)] {
            m.insert_interest(interest.clone(), polder::model::Interest::default()).unwrap();
            m.set_stake(p(party), interest.clone(), Stake::of(n(2.0))).unwrap();
        }
        there.into_iter().for_each(|r| m.set_opposes(x.clone(), y.clone(), r).unwrap());
        back.into_iter().for_each(|r| m.set_opposes(y.clone(), x.clone(), r).unwrap());
        let found = conflicts(&m, &ConflictOptions::new());
        found.conflicts.iter().map(|c| format!("{} {}", c.strength, c.missing.len())).collect::<Vec<_>>()
    };
    let (unknown, zero) = (Some(Rating::unknown()), Some(n(0.0)));
    assert_eq!(build(unknown.clone(), zero.clone()), ["undefined (missing-rating) 1"]);
    assert_eq!(build(Some(n(1.0)), unknown.clone()), ["undefined (missing-rating) 1"]);
    assert_eq!(build(unknown.clone(), Some(n(5.0))), ["1 0"], "nothing is larger than the end of the scale");
    assert_eq!(build(zero.clone(), zero.clone()), Vec::<String>::new());
    assert_eq!(build(unknown, None), ["undefined (missing-rating) 1"]);
}

#[test]
fn an_empty_field_cannot_be_tipped_and_a_wide_scale_is_answered() {
    let f = force_field(&Model::new(), &ForceFieldOptions::new());
    for moves in [&f.tipping.fewest_steps, &f.tipping.fewest_parties, &f.tipping.fewest_parties_against] {
        assert!(moves.as_ref().value().is_none());
    }
    let mut m = Model::with_scales(Scales::default().with_signed(1_000_000).unwrap());
    for (name, attitude) in [("a", -999_999.0), ("b", 5.0), ("c", -7.0)] {
        m.insert_party(p(name), rated(5.0, 3.0, attitude)).unwrap();
    }
    let f = force_field(&m, &ForceFieldOptions::new());
    let steps = f.tipping.fewest_steps.as_ref().value().unwrap();
    assert_eq!((steps.cost, steps.answers.len(), steps.truncated), (1_000_002, 1, true));
    for finding in &f.findings {
        assert_eq!(replay(finding, &m), Ok(()));
    }
    let dear = ForceFieldOptions::new().cost_per_step(p("a"), std::num::NonZeroU32::new(3).unwrap());
    assert!(force_field(&m, &dear).tipping.fewest_steps.value().is_none(), "budget-exhausted, not a wait");
}

#[test]
fn the_mirror_lists_the_gentlest_answer_first() {
    let m = field(&[("a", 5.0, 5.0, 2.0), ("b", 5.0, 4.0, 1.0), ("c", 2.0, 2.0, -1.0)]);
    let f = force_field(&m, &ForceFieldOptions::new());
    let nets: Vec<f64> =
        f.tipping.fewest_parties_against.value().unwrap().answers.iter().map(|a| a.net_after).collect();
    assert!(nets.is_sorted_by(|x, y| x >= y), "{nets:?}");
}
