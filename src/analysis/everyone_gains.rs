//! # Everyone gains
//!
//! **Question.** Who gives more than it receives, and who sees more value missed and destroyed than captured?
//!
//! **Method.** The value flows of the stakeholder value network (Cameron and others, 2008) with their scores, summed per party; and
//! the captured, missed and destroyed value of the canvas of Bocken and others (2013), as [`crate::analysis::value_map()`] reads
//! it. The balance of the two sums, its bounds, and who does not gain are polder's own rules.
//!
//! **Inputs.** Flows with benefit and supply; claims of the kinds captured, missed and destroyed with an importance.
//!
//! **Formula.** Received and given = Σ scores of the flows to and from the party. Balance = (received − given)/(received + given):
//! −1 gives only, +1 receives only. Out of balance: |balance| at or above the level of the options. Mostly lost: captured < missed
//! + destroyed by importance, that is a capture ratio below one half.
//!
//! **Assumptions.** The flows on record are what is exchanged. Scores say how much a flow matters to its receiver and may be
//! added up; to the giver the flow costs something in the same measure.
//!
//! **Missing data.** A flow with unknown benefit or supply has no score; it is counted as `unscored` and listed in `omitted`. Its
//! score lies between the lowest and the highest that the matrix allows, and so do received, given and balance: `low` and `high`.
//! A balance that is the same for every such score is said, any other is undefined (`missing-rating`); so is the class. A party
//! without any flow has no balance (`nothing-to-measure`). Where a claim of the three kinds has no importance, it may have
//! any, and whether most is lost is said where it is so for all (own rule).
//!
//! **Returns.** [`EveryoneGains`]. **Complexity.** linear in flows and claims, beside sorting them.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{EveryoneGainsOptions, everyone_gains};
//! use polder::analysis::everyone_gains::Exchange;
//! use polder::evidence::Measure;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\n[party.maker]\n\
//!             [[flow]]\nfrom = \"city\"\nto = \"maker\"\nbenefit = \"must\"\nsupply = \"low\"\n\
//!             [[flow]]\nfrom = \"maker\"\nto = \"city\"\nbenefit = \"should\"\nsupply = \"low\"\n";
//! let gains = everyone_gains(&Model::try_from(Document::from_toml(text)?)?, &EveryoneGainsOptions::new());
//! assert_eq!(gains.parties[0].exchange, Measure::Known(Exchange::Even));
//! assert_eq!(gains.parties[1].received.known, 0.4);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** Balance is no price: flows of one score need not be worth the same. Who is out of balance by the record may receive
//! something that nobody wrote down; ask before concluding.

use std::collections::BTreeMap;

use serde::Serialize;

use super::replay::Rule;
use super::value_map::{Canvas, CanvasCell, KEPT_OR_LOST, PartyCanvas};
use super::value_network::FlowScores;
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{FlowId, PartyId};
use crate::math::Exact;
use crate::model::{Attribute, Element, Flow, Model};
use crate::rating::Aggregate;
use crate::scale::Strength;
use crate::vocabulary::vocabulary;

/// How to judge who gains.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct EveryoneGainsOptions {
    aggregate: Aggregate,
    scores: FlowScores,
    out_of_balance: Strength,
}

impl Default for EveryoneGainsOptions {
    /// Median over raters, the published scores, out of balance from 0.5.
    fn default() -> Self {
        Self { aggregate: Aggregate::default(), scores: FlowScores::default(), out_of_balance: Strength::HALF }
    }
}

impl EveryoneGainsOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters of a claim are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// What flows count for.
    #[must_use]
    pub fn scores(mut self, scores: FlowScores) -> Self {
        self.scores = scores;
        self
    }

    /// From which |balance| a party is out of balance (own rule).
    #[must_use]
    pub fn out_of_balance(mut self, level: Strength) -> Self {
        self.out_of_balance = level;
        self
    }
}

vocabulary! {
    /// How what a party receives stands to what it gives (own rule).
    Exchange, "exchange of a party" {
        /// No flow goes to it or from it.
        None = "none",
        /// It gives and receives nothing back.
        OnlyGives = "only-gives",
        /// It receives and gives nothing.
        OnlyReceives = "only-receives",
        /// It gives so much more than it receives that it is out of balance.
        GivesMore = "gives-more",
        /// It receives so much more than it gives that it is out of balance.
        ReceivesMore = "receives-more",
        /// It is in balance.
        Even = "even",
    }
}

vocabulary! {
    /// Why a party is said not to gain (own rule).
    NoGain, "reason not to gain" {
        /// It gives and receives nothing back.
        OnlyGives = "only-gives",
        /// It gives much more than it receives.
        GivesMore = "gives-more",
        /// More value is missed and destroyed for it than captured.
        MostlyLost = "mostly-lost",
    }
}

/// The flows of a party in one direction.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FlowSum {
    /// How many flows there are.
    pub flows: usize,
    /// How many of them have no score.
    pub unscored: usize,
    /// Σ of the known scores.
    pub known: f64,
    /// The least that Σ over all of them can be.
    pub low: f64,
    /// The most that Σ over all of them can be.
    pub high: f64,
}

/// What the project does with value for a party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyOutcome {
    /// What is claimed to be captured, missed and destroyed, kind by kind; kinds without a claim are left out.
    pub cells: Vec<CanvasCell>,
    /// captured/(captured + missed + destroyed) by importance: 0 … 1; `missing-rating` where one of these claims has no importance.
    pub capture_ratio: Measure,
    /// The lowest and the highest capture ratio that the claims without importance leave possible.
    pub capture_ratio_between: Measure<[f64; 2]>,
    /// Whether more is missed and destroyed than captured; known where the bounds agree.
    pub mostly_lost: Measure<bool>,
}

/// What one party receives, gives, and keeps of the project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyGains {
    /// The party.
    pub party: PartyId,
    /// What it receives.
    pub received: FlowSum,
    /// What it gives.
    pub given: FlowSum,
    /// (received − given)/(received + given): −1 … 1.
    pub balance: Measure,
    /// The lowest and the highest balance that the flows without a score leave possible.
    pub balance_between: Measure<[f64; 2]>,
    /// What that makes of it.
    pub exchange: Measure<Exchange>,
    /// What the canvas says.
    pub outcome: PartyOutcome,
    /// Why it is said not to gain; empty where nothing says so.
    pub no_gain: Vec<NoGain>,
}

/// Who gains and who does not.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EveryoneGains {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<EveryoneGainsOptions>,
    /// Which flows have no score, and which claims no importance.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Every party, in id order.
    pub parties: Vec<PartyGains>,
    /// The parties that give more than they receive or receive more than they give, so much that they are out of balance, the
    /// furthest out first; those that only give or only receive are among them.
    pub out_of_balance: Vec<PartyId>,
    /// The parties that give and receive nothing back.
    pub only_give: Vec<PartyId>,
    /// The parties that receive and give nothing.
    pub only_receive: Vec<PartyId>,
    /// The parties without any flow.
    pub without_flow: Vec<PartyId>,
    /// The parties that are said not to gain.
    pub not_gaining: Vec<PartyId>,
    /// Sums and balances with their grounds; those of the canvas stand with the value map.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] =
    &[citation::CAMERON_2008, citation::BOCKEN_2013, citation::OWN_CANVAS, citation::OWN_EVERYONE_GAINS];

type Given<'a> = (&'a FlowId, &'a Flow);

/// Looks at who gains. See the [module](self).
pub fn everyone_gains(model: &Model, options: &EveryoneGainsOptions) -> EveryoneGains {
    let canvas = Canvas::of(model, options.aggregate);
    let mut flows: BTreeMap<&PartyId, [Vec<Given<'_>>; 2]> = BTreeMap::new();
    let mut omitted = Vec::new();
    for (id, flow) in model.flows() {
        let [_, given] = flows.entry(&flow.from).or_default();
        given.push((id, flow));
        let [received, _] = flows.entry(&flow.to).or_default();
        received.push((id, flow));
        let missing = [(flow.benefit.is_none(), Attribute::Benefit), (flow.supply.is_none(), Attribute::Supply)];
        let missing = missing.into_iter().filter(|(unknown, _)| *unknown);
        omitted.extend(missing.map(|(_, attribute)| Omission::unknown(id.into(), attribute)));
    }
    omitted.extend(canvas.omitted(&KEPT_OR_LOST));

    let mut findings = Vec::new();
    let parties: Vec<PartyGains> = (canvas.parties().into_iter())
        .map(|canvas| {
            let [received, given] = flows.remove(&canvas.party).unwrap_or_default();
            let outcome = outcome(&canvas);
            gains(canvas.party, [&received, &given], outcome, options, &mut findings)
        })
        .collect();
    let who = |is: &dyn Fn(&PartyGains) -> bool| -> Vec<PartyId> {
        parties.iter().filter(|p| is(p)).map(|p| p.party.clone()).collect()
    };
    let exchange = |wanted: Exchange| who(&|p| p.exchange == Measure::Known(wanted));
    let mut out: Vec<&PartyGains> = parties
        .iter()
        .filter(|p| p.exchange.value().is_some_and(|e| !matches!(e, Exchange::None | Exchange::Even)))
        .collect();
    // A class may be known without the balance: the nearest that it can be to even counts.
    let far = |p: &PartyGains| {
        p.balance_between.value().map_or(0.0, |[low, high]| if low > 0.0 { low } else { (-high).max(0.0) })
    };
    out.sort_by(|a, b| far(b).total_cmp(&far(a)).then_with(|| a.party.cmp(&b.party)));
    EveryoneGains {
        provenance: Provenance { method: "everyone_gains", method_version: 1, options: *options, cites: CITES },
        omitted,
        out_of_balance: out.into_iter().map(|p| p.party.clone()).collect(),
        only_give: exchange(Exchange::OnlyGives),
        only_receive: exchange(Exchange::OnlyReceives),
        without_flow: exchange(Exchange::None),
        not_gaining: who(&|p| !p.no_gain.is_empty()),
        parties,
        findings,
    }
}

fn outcome(canvas: &PartyCanvas) -> PartyOutcome {
    let mostly_lost = match canvas.capture_ratio_between {
        Measure::Known([_, high]) if high < 0.5 => Measure::Known(true),
        Measure::Known([low, _]) if low >= 0.5 => Measure::Known(false),
        Measure::Known(_) => Measure::Undefined(Undefined::MissingRating),
        Measure::Undefined(reason) => Measure::Undefined(reason),
    };
    PartyOutcome {
        cells: canvas.cells.iter().filter(|c| KEPT_OR_LOST.contains(&c.kind)).cloned().collect(),
        capture_ratio: canvas.capture_ratio,
        capture_ratio_between: canvas.capture_ratio_between,
        mostly_lost,
    }
}

/// The sum of scores of flows with its bounds, exactly.
struct Sums {
    known: Exact,
    low: Exact,
    high: Exact,
    unscored: usize,
    flows: usize,
}

impl Sums {
    fn of(flows: &[Given<'_>], scores: &FlowScores) -> Self {
        let each = |end: fn([f64; 2]) -> f64| flows.iter().map(|(_, f)| Exact::of(end(scores.bounds(f)))).sum();
        let known: Vec<f64> = flows.iter().filter_map(|(_, f)| scores.score(f)).collect();
        Self {
            low: each(|[low, _]| low),
            high: each(|[_, high]| high),
            unscored: flows.len() - known.len(),
            flows: flows.len(),
            known: known.into_iter().map(Exact::of).sum(),
        }
    }

    fn rounded(&self) -> FlowSum {
        let Self { known, low, high, unscored, flows } = self;
        let [known, low, high] = [known, low, high].map(Exact::to_f64);
        FlowSum { flows: *flows, unscored: *unscored, known, low, high }
    }
}

fn balance_of(received: &Exact, given: &Exact) -> Option<Exact> {
    (received - given).checked_div(&(received + given))
}

fn gains(
    party: PartyId,
    flows: [&[Given<'_>]; 2],
    outcome: PartyOutcome,
    options: &EveryoneGainsOptions,
    findings: &mut Vec<Finding>,
) -> PartyGains {
    let [received, given] = flows.map(|all| Sums::of(all, &options.scores));
    // The balance rises with what is received and falls with what is given.
    let ends = balance_of(&received.low, &given.high).zip(balance_of(&received.high, &given.low));
    let balance = match &ends {
        None => Measure::Undefined(Undefined::NothingToMeasure),
        Some((low, high)) if low == high => Measure::Known(low.to_f64()),
        Some(_) => Measure::Undefined(Undefined::MissingRating),
    };
    let level = Exact::of(options.out_of_balance.get());
    let class = |balance: &Exact| match () {
        () if balance.is_negative() && balance.abs() >= level => Exchange::GivesMore,
        () if balance.is_positive() && balance.abs() >= level => Exchange::ReceivesMore,
        () => Exchange::Even,
    };
    let exchange = match (received.flows, given.flows, &ends) {
        (0, 0, _) | (_, _, None) => Measure::Known(Exchange::None),
        (0, _, _) => Measure::Known(Exchange::OnlyGives),
        (_, 0, _) => Measure::Known(Exchange::OnlyReceives),
        (_, _, Some((low, high))) if class(low) == class(high) => Measure::Known(class(low)),
        _ => Measure::Undefined(Undefined::MissingRating),
    };
    let mut no_gain: Vec<NoGain> = match exchange {
        Measure::Known(Exchange::OnlyGives) => vec![NoGain::OnlyGives],
        Measure::Known(Exchange::GivesMore) => vec![NoGain::GivesMore],
        _ => Vec::new(),
    };
    if outcome.mostly_lost == Measure::Known(true) {
        no_gain.push(NoGain::MostlyLost);
    }

    let scored = |all: &[Given<'_>], sign: f64| -> Vec<Contribution> {
        let one = |(id, flow): &Given<'_>| Some(Contribution::of((*id).into(), sign * options.scores.score(flow)?));
        all.iter().filter_map(one).collect()
    };
    let [to, from] = flows;
    let mut find = |rule, law, amount: f64, because: Vec<Contribution>| {
        if !because.is_empty() {
            let (subject, amount, aggregate) = (vec![(&party).into()], Amount::Number(amount), options.aggregate);
            findings.push(Finding { subject, rule, law, amount, aggregate, because });
        }
    };
    let (inward, outward) = (received.rounded(), given.rounded());
    find("flows-received", Law::Sum, inward.known, scored(to, 1.0));
    find("flows-given", Law::Sum, outward.known, scored(from, 1.0));
    if let (Measure::Known(x), 0) = (balance, received.unscored + given.unscored) {
        find("flows-balance", Law::Statistic, x, [scored(to, 1.0), scored(from, -1.0)].concat());
    }
    PartyGains {
        received: inward,
        given: outward,
        balance,
        balance_between: Measure::or(
            ends.map(|(low, high)| [low.to_f64(), high.to_f64()]),
            Undefined::NothingToMeasure,
        ),
        exchange,
        outcome,
        no_gain,
        party,
    }
}

/// Whether the model has exactly the cited flows with a score at this end of the party.
fn cites_all(model: &Model, finding: &Finding, end: fn(&Flow) -> &PartyId, cited: fn(&Contribution) -> bool) -> bool {
    let [Element::Party(party)] = finding.subject.as_slice() else { return false };
    let scored = |flow: &Flow| flow.benefit.is_some() && flow.supply.is_some() && end(flow) == party;
    let now = model.flows().filter(|(_, flow)| scored(flow)).map(|(id, _)| Element::from(id));
    now.eq(finding.because.iter().filter(|c| cited(c)).map(|c| c.source.clone()))
}

fn sum_again(model: &Model, finding: &Finding, end: fn(&Flow) -> &PartyId) -> Amount {
    if !cites_all(model, finding, end, |_| true) {
        return Amount::Undefined(Undefined::MissingRating);
    }
    Amount::Number(crate::math::exact::sum(finding.because.iter().map(|c| c.amount)))
}

fn balance_again(model: &Model, finding: &Finding) -> Amount {
    let both = cites_all(model, finding, |f| &f.to, |c| c.amount > 0.0)
        && cites_all(model, finding, |f| &f.from, |c| c.amount < 0.0);
    let sum = |sign: f64| -> Exact {
        finding.because.iter().map(|c| c.amount * sign).filter(|x| *x > 0.0).map(Exact::of).sum()
    };
    let balance = balance_of(&sum(1.0), &sum(-1.0)).filter(|_| both);
    Measure::or(balance.map(|b| b.to_f64()), Undefined::MissingRating).into()
}

/// A score is a setting of the analysis, taken as cited: above 0, at most 1, or that with its sign.
fn score(_: &Model, _: &Finding, part: &Contribution) -> Option<f64> {
    (part.amount != 0.0 && part.amount.abs() <= 1.0).then_some(part.amount)
}

pub(super) const RULES: &[Rule] = &[
    Rule { id: "flows-received", law: Law::Sum, part: score, whole: Some(|m, f| sum_again(m, f, |flow| &flow.to)) },
    Rule { id: "flows-given", law: Law::Sum, part: score, whole: Some(|m, f| sum_again(m, f, |flow| &flow.from)) },
    Rule { id: "flows-balance", law: Law::Statistic, part: score, whole: Some(balance_again) },
];
