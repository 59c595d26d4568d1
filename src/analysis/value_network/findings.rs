//! The grounds of scores and occurrences.

use super::super::replay::{Rule, as_cited};
use super::{FlowScores, Network, Place, ValueLoop, ValueNetworkOptions};
use crate::evidence::{Amount, Contribution, Finding, Law, Undefined};
use crate::math::exact;
use crate::model::{Element, Flow, Model};
use crate::rating::Aggregate;
use crate::scale::Strength;

const LENGTH: &str = "loop-length-at-most";
const THRESHOLD: &str = "loop-score-at-least";
const WORK: &str = "loop-search-steps";
const TOTAL: &str = "all-loops";

fn finding(subject: Vec<Element>, rule: &'static str, law: Law, amount: f64, because: Vec<Contribution>) -> Finding {
    let amount = Amount::Number(amount);
    Finding { subject, rule, law, amount, aggregate: Aggregate::Median, because }
}

/// The best loops, with the names of their flows and parties.
pub(super) fn listed(network: &Network<'_>) -> Vec<ValueLoop> {
    let one = |found: &crate::math::loops::Loop| {
        let flows = || found.arcs.iter().filter_map(|arc| network.flows.get(*network.arcs.get(*arc)?));
        ValueLoop {
            flows: flows().map(|(id, _, _)| (*id).clone()).collect(),
            parties: flows().map(|(_, flow, _)| flow.from.clone()).collect(),
            score: found.score,
        }
    };
    network.found.best.iter().map(one).collect()
}

/// Every finding: scores of flows, then of loops, then occurrences.
pub(super) fn all(network: &Network<'_>, options: &ValueNetworkOptions, loops: &[ValueLoop]) -> Vec<Finding> {
    let mut out = Vec::new();
    for (id, flow, score) in &network.flows {
        if let (Some(score), Some(setting)) = (score, FlowScores::setting(flow)) {
            let because = vec![Contribution::of(Element::Setting(setting), *score)];
            out.push(finding(vec![(*id).into()], "flow-score", Law::Statistic, *score, because));
        }
    }
    let Some(focal) = network.focal else { return out };
    for found in loops {
        let score = |id| network.flows.binary_search_by(|(flow, _, _)| (*flow).cmp(id)).ok();
        let score = |id| score(id).and_then(|at| network.flows.get(at)).and_then(|(_, _, score)| *score);
        let because = found.flows.iter().filter_map(|id| Some(Contribution::of(id.into(), score(id)?))).collect();
        out.push(finding(vec![focal.into()], "loop-score", Law::Product, found.score, because));
    }
    let parties = network.parties.iter().map(|party| Element::from(*party)).zip(network.party_places());
    let flows = network.flows.iter().map(|(id, _, _)| Element::from(*id)).zip(network.flow_places());
    let settings = settings(options);
    out.extend(parties.chain(flows).filter_map(|(element, place)| occurrence(network, &settings, element, place)));
    out
}

/// Everything that an occurrence depends on beside the flows.
fn settings(options: &ValueNetworkOptions) -> Vec<Contribution> {
    #[expect(clippy::cast_precision_loss, reason = "no search takes 2^53 steps, no loop has so many flows")]
    let number = |x: u64| x as f64;
    let longest = options.max_length.and_then(|n| u64::try_from(n).ok());
    let own = longest.map(|n| (LENGTH, number(n))).into_iter();
    let own = own.chain([(THRESHOLD, options.threshold.get()), (WORK, number(options.work))]);
    options.scores.settings().chain(own).map(|(name, x)| Contribution::of(Element::Setting(name), x)).collect()
}

fn occurrence(network: &Network<'_>, settings: &[Contribution], of: Element, place: Place) -> Option<Finding> {
    let (through, share) = (place.through?, network.occurrence(&place).value()?);
    let mut because =
        vec![Contribution::of(of.clone(), through.sum), Contribution::of(Element::Setting(TOTAL), network.found.total)];
    because.extend(settings.iter().cloned());
    let subject = vec![of, network.focal?.into()];
    Some(finding(subject, "loop-occurrence", Law::Statistic, share, because))
}

fn score_again(model: &Model, finding: &Finding) -> Amount {
    let setting = match finding.subject.as_slice() {
        [Element::Flow(id)] => model.flow(id).and_then(FlowScores::setting),
        _ => None,
    };
    match (setting, finding.because.as_slice()) {
        (Some(name), [Contribution { source: Element::Setting(cited), amount, .. }])
            if name == *cited && FlowScores::new([[*amount; 3]; 3]).is_ok() =>
        {
            Amount::Number(*amount)
        }
        _ => Amount::Undefined(Undefined::MissingRating),
    }
}

/// The product, if the cited flows are a loop.
fn loop_again(model: &Model, finding: &Finding) -> Amount {
    let flow = |c: &Contribution| match &c.source {
        Element::Flow(id) => model.flow(id),
        _ => None,
    };
    let flows: Vec<&Flow> = finding.because.iter().filter_map(flow).collect();
    let mut givers: Vec<_> = flows.iter().map(|f| &f.from).collect();
    let begins = givers.first().map(|p| Element::from(*p));
    let chained = flows.iter().zip(flows.iter().cycle().skip(1)).all(|(f, next)| f.to == next.from);
    givers.sort_unstable();
    givers.dedup();
    let whole = flows.len() == finding.because.len() && givers.len() == flows.len();
    if !whole || !chained || begins.as_slice() != finding.subject.as_slice() {
        return Amount::Undefined(Undefined::MissingRating);
    }
    Amount::Number(exact::product(finding.because.iter().map(|c| c.amount)))
}

/// The occurrence as the model gives it now under the cited settings.
fn occurrence_again(model: &Model, finding: &Finding) -> Amount {
    as_cited(again(model, finding), finding)
}

fn again(model: &Model, finding: &Finding) -> Option<Finding> {
    let [of, Element::Party(focal)] = finding.subject.as_slice() else { return None };
    let value = |name: &str| {
        let cited = |c: &&Contribution| matches!(c.source, Element::Setting(setting) if setting == name);
        finding.because.iter().find(cited).map(|c| c.amount)
    };
    let whole = |x: f64| crate::math::Exact::from_decimal(x).and_then(|x| x.floor_i64());
    let mut options = ValueNetworkOptions::new()
        .scores(FlowScores::from_settings(value)?)
        .focal(focal.clone())
        .threshold(Strength::new(value(THRESHOLD)?).ok()?)
        .work(u64::try_from(whole(value(WORK)?)?).ok()?)
        .list_at_most(0);
    if let Some(length) = value(LENGTH) {
        options = options.max_length(usize::try_from(whole(length)?).ok()?);
    }
    let network = Network::of(model, &options);
    let place = match of {
        Element::Party(id) => *network.party_places().get(network.parties.binary_search(&id).ok()?)?,
        Element::Flow(id) => {
            let at = network.flows.binary_search_by(|(flow, _, _)| (*flow).cmp(id)).ok()?;
            *network.flow_places().get(at)?
        }
        _ => return None,
    };
    occurrence(&network, &settings(&options), of.clone(), place)
}

/// The score of a flow under a loop is taken as cited, when the model rates the flow.
fn rated(model: &Model, _: &Finding, part: &Contribution) -> Option<f64> {
    match &part.source {
        Element::Flow(id) => model.flow(id).and_then(FlowScores::setting).map(|_| part.amount),
        _ => None,
    }
}

pub(in crate::analysis) const RULES: &[Rule] = &[
    Rule { id: "flow-score", law: Law::Statistic, part: Rule::WHOLE, whole: Some(score_again) },
    Rule { id: "loop-score", law: Law::Product, part: rated, whole: Some(loop_again) },
    Rule { id: "loop-occurrence", law: Law::Statistic, part: Rule::WHOLE, whole: Some(occurrence_again) },
];
