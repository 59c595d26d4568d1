//! # Force field (krachtenveldanalyse)
//!
//! **Question.** How strong are the forces for and against the project's goal, party by party, and what would tip the balance?
//!
//! **Method.** Force = power × interest level × attitude, the position × salience × clout of B. Bueno de Mesquita's baseline (see
//! "Predicting Politics", 2002). Driving and restraining totals, net and balance follow K. Lewin, *Field Theory in Social Science*
//! (1951). Tipping is polder's own rule, see [`crate::analysis::tipping`]; the free forces, and what those of a party say beside
//! its own force, stand in [`crate::analysis::free_forces`].
//!
//! **Inputs.** Per party power p and interest level s (one-sided) and attitude a (signed, −k … +k). Free forces with side, strength
//! and changeability, and the party that exerts them.
//!
//! **Formula.** Raw force f = p·s·a on raw numbers; share = f/(max²·k) in −1 … 1. Driving D = Σ f⁺, restraining R = Σ |f⁻|,
//! net = D − R, balance = (D − R)/(D + R). Weighted mean attitude Σ p·s·(a/k) / Σ p·s; weighted median: the first attitude,
//! ascending, at which the cumulated p·s reaches one half of its total. Sums are exact decimals, rounded once.
//!
//! **Assumptions.** Ratings are treated as ratio-scaled, as the baseline does; on 1..5 the lowest rating counts for 1, not 0.
//!
//! **Missing data.** A party without power, interest level or attitude is in no sum; it is listed in `omitted`, once per missing
//! rating. A party for which none of the three was ever given is listed too.
//!
//! **Returns.** [`ForceField`]. Balance and the averages are undefined (`nothing-to-measure`) when their divisor is 0.
//!
//! **Complexity.** n log n in the parties; tipping stops at its budget.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{ForceFieldOptions, force_field};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\npower = 5\ninterest-level = 4\nattitude = 2\n\
//!             [party.shops]\npower = 2\ninterest-level = 5\nattitude = -1\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let field = force_field(&model, &ForceFieldOptions::default());
//! assert_eq!((field.driving, field.restraining, field.net), (40.0, 10.0, 30.0));
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** The net is not a forecast of a vote: it says how the stated ratings add up. Compare two fields only when the same
//! parties were rated on the same scales.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use serde::Serialize;

use super::free_forces::{FreeForces, exerted, free_forces};
use super::replay::Rule;
use super::tipping::{Tipping, tipping};
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{ForceId, PartyId};
use crate::math::{Exact, exact};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::{Raw, ScaleKind};

/// How to compute a force field.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ForceFieldOptions {
    aggregate: Aggregate,
    target: Raw,
    cost_per_step: BTreeMap<PartyId, NonZeroU32>,
    list_at_most: usize,
}

impl Default for ForceFieldOptions {
    /// Median over raters, target 0, every step costs 1, at most 10 equally good answers listed.
    fn default() -> Self {
        Self { aggregate: Aggregate::Median, target: Raw::ZERO, cost_per_step: BTreeMap::new(), list_at_most: 10 }
    }
}

impl ForceFieldOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// What the net must exceed for the field to count as tipped, in raw units.
    #[must_use]
    pub fn target(mut self, target: Raw) -> Self {
        self.target = target;
        self
    }

    /// What one step of attitude of a party costs; 1 where nothing is said.
    #[must_use]
    pub fn cost_per_step(mut self, party: PartyId, cost: NonZeroU32) -> Self {
        self.cost_per_step.insert(party, cost);
        self
    }

    /// How many equally good answers are listed at most.
    #[must_use]
    pub fn list_at_most(mut self, answers: usize) -> Self {
        self.list_at_most = answers;
        self
    }
}

/// One party's force.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyForce {
    /// The party.
    pub party: PartyId,
    /// Its power.
    pub power: Reading,
    /// How much the project matters to it.
    pub interest_level: Reading,
    /// Its attitude to the goal.
    pub attitude: Reading,
    /// p·s·a in raw units: above 0 drives, below 0 restrains.
    pub force: f64,
    /// The force as a share of the strongest possible: −1 … 1.
    pub share: f64,
    /// The free forces that the party exerts, in id order; see [`crate::analysis::free_forces`] for what they add up to.
    pub free_forces: Vec<ForceId>,
}

/// The force field of a project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ForceField {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<ForceFieldOptions>,
    /// What was left out, and why.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The force of every party whose three ratings are known, in id order.
    pub parties: Vec<PartyForce>,
    /// Σ of the forces above 0, raw.
    pub driving: f64,
    /// Σ of the sizes of the forces below 0, raw.
    pub restraining: f64,
    /// Driving minus restraining, raw.
    pub net: f64,
    /// (D − R)/(D + R): −1 all restraining … 1 all driving.
    pub balance: Measure,
    /// Σ p·s·(a/k) / Σ p·s: −1 … 1.
    pub weighted_mean_attitude: Measure,
    /// The raw attitude at which half of all p·s is reached.
    pub weighted_median_attitude: Measure,
    /// What would tip the balance.
    pub tipping: Tipping,
    /// Lewin's free forces.
    pub free_forces: FreeForces,
    /// Forces, totals, averages, tipping and free forces with their grounds.
    pub findings: Vec<Finding>,
}

impl ForceField {
    /// How several raters were read as one.
    pub fn aggregate(&self) -> Aggregate {
        self.provenance.options.aggregate
    }
}

const CITES: &[Citation] =
    &[citation::BUENO_DE_MESQUITA_2002, citation::LEWIN_1951, citation::OWN_TIPPING, citation::OWN_ACCORD];

/// The three readings behind a party's force.
pub(super) struct Clout {
    pub(super) power: Reading,
    pub(super) interest_level: Reading,
    pub(super) attitude: Reading,
}

/// The ratings that a force is made of.
pub(super) const NEEDED: [Attribute; 3] = [Attribute::Power, Attribute::InterestLevel, Attribute::Attitude];

impl Clout {
    pub(super) fn of(model: &Model, party: &PartyId, aggregate: Aggregate) -> Option<Self> {
        let subject = Element::from(party);
        let [power, interest_level, attitude] = NEEDED.map(|a| model.read(&subject, a, aggregate));
        Some(Self { power: power?, interest_level: interest_level?, attitude: attitude? })
    }

    /// p·s, exactly.
    pub(super) fn weight(&self) -> Exact {
        Exact::of(self.power.raw) * Exact::of(self.interest_level.raw)
    }

    /// p·s·a, exactly.
    pub(super) fn force(&self) -> Exact {
        self.weight() * Exact::of(self.attitude.raw)
    }

    /// The three readings as grounds.
    pub(super) fn cited(&self, party: &PartyId) -> Vec<Contribution> {
        let readings = NEEDED.into_iter().zip([self.power, self.interest_level, self.attitude]);
        readings.map(|(a, r)| Contribution::read(party.into(), a, r, r.raw)).collect()
    }
}

/// What the field says as a whole; exact sums, each rounded once.
struct Totals {
    driving: f64,
    restraining: f64,
    net: f64,
    balance: Measure,
    mean: Measure,
    median: Measure,
}

impl Totals {
    fn of(clouts: &[Clout]) -> Self {
        let forces: Vec<Exact> = clouts.iter().map(Clout::force).collect();
        let driving: Exact = forces.iter().filter(|f| f.is_positive()).sum();
        let restraining = -forces.iter().filter(|f| f.is_negative()).sum::<Exact>();
        let net = &driving - &restraining;
        let weights: Vec<Exact> = clouts.iter().map(Clout::weight).collect();
        let weight: Exact = weights.iter().sum();
        let k = Exact::of(clouts.first().map_or(1.0, |c| c.attitude.scale.max()));
        let measure = |x: Option<Exact>| Measure::or(x.map(|x| x.to_f64()), Undefined::NothingToMeasure);
        let mut sorted: Vec<(f64, &Exact)> = clouts.iter().map(|c| c.attitude.raw).zip(&weights).collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut run = Exact::zero();
        let reached = sorted.iter().filter(|_| weight.is_positive()).find(|(_, w)| {
            run = &run + *w;
            &run + &run >= weight
        });
        Self {
            driving: driving.to_f64(),
            restraining: restraining.to_f64(),
            net: net.to_f64(),
            balance: measure(net.checked_div(&(&driving + &restraining))),
            mean: measure(net.checked_div(&(&weight * &k))),
            median: Measure::or(reached.map(|(attitude, _)| *attitude), Undefined::NothingToMeasure),
        }
    }
}

/// Computes the force field. See the [module](self).
pub fn force_field(model: &Model, options: &ForceFieldOptions) -> ForceField {
    let mut parties = Vec::new();
    let mut omitted = Vec::new();
    let mut clouts = Vec::new();
    let strongest = strongest(model);
    let mut exerted = exerted(model);
    let mut findings = Findings { aggregate: options.aggregate, list: Vec::new() };
    for (id, _) in model.parties() {
        let Some(clout) = Clout::of(model, id, options.aggregate) else {
            let missing = NEEDED.into_iter().filter(|a| model.read(&id.into(), *a, options.aggregate).is_none());
            omitted.extend(missing.map(|a| Omission::unknown(id.into(), a)));
            continue;
        };
        let Clout { power, interest_level, attitude } = clout;
        let exact = clout.force();
        let share = exact.checked_div(&strongest).map_or(0.0, |x| x.to_f64());
        let (party, force) = (id.clone(), exact.to_f64());
        let free_forces = exerted.remove(&Some(id)).unwrap_or_default();
        findings.party(id, force, clout.cited(id));
        parties.push(PartyForce { party, power, interest_level, attitude, force, share, free_forces });
        clouts.push(clout);
    }
    let Totals { driving, restraining, net, balance, mean, median } = Totals::of(&clouts);
    let tipping = tipping(&parties, options.target, &options.cost_per_step, options.list_at_most);
    let (free_forces, also_omitted) = free_forces(model, options.aggregate);
    omitted.extend(also_omitted);

    let part = |p: &PartyForce| Contribution::of((&p.party).into(), p.force);
    let all: Vec<Contribution> = parties.iter().map(part).collect();
    let sized = |keep: fn(f64) -> bool| -> Vec<Contribution> {
        all.iter().filter(|c| keep(c.amount)).cloned().map(|c| Contribution { amount: c.amount.abs(), ..c }).collect()
    };
    findings.add("driving", Law::Sum, Amount::Number(driving), sized(|f| f > 0.0));
    findings.add("restraining", Law::Sum, Amount::Number(restraining), sized(|f| f < 0.0));
    findings.add("net", Law::Sum, Amount::Number(net), all.clone());
    findings.add("balance", Law::Statistic, balance.into(), all);
    let weighted: Vec<Contribution> = parties
        .iter()
        .map(|p| {
            let weight = exact::product([p.power.raw, p.interest_level.raw]);
            Contribution::read((&p.party).into(), Attribute::Attitude, p.attitude, weight)
        })
        .collect();
    findings.add("weighted-mean-attitude", Law::Statistic, mean.into(), weighted.clone());
    findings.add("weighted-median-attitude", Law::Statistic, median.into(), weighted);
    findings.list.extend(tipping.findings(&parties, options.target, &options.cost_per_step, options.aggregate));
    findings.list.extend(free_forces.findings(model, options.aggregate));

    ForceField {
        provenance: Provenance { method: "force_field", method_version: 1, options: options.clone(), cites: CITES },
        omitted,
        driving,
        restraining,
        net,
        balance,
        weighted_mean_attitude: mean,
        weighted_median_attitude: median,
        tipping,
        free_forces,
        findings: findings.list,
        parties,
    }
}

/// max²·k: the strongest force that the scales allow.
fn strongest(model: &Model) -> Exact {
    let max = Exact::of(model.scales().of(ScaleKind::OneSided).max());
    &(&max * &max) * &Exact::of(model.scales().of(ScaleKind::Signed).max())
}

struct Findings {
    aggregate: Aggregate,
    list: Vec<Finding>,
}

impl Findings {
    fn add(&mut self, rule: &'static str, law: Law, amount: Amount, because: Vec<Contribution>) {
        let subject = vec![Element::Project];
        self.list.push(Finding { subject, rule, law, amount, aggregate: self.aggregate, because });
    }

    fn party(&mut self, party: &PartyId, force: f64, because: Vec<Contribution>) {
        self.list.push(Finding {
            subject: vec![party.into()],
            rule: "party-force",
            law: Law::Product,
            amount: Amount::Number(force),
            aggregate: self.aggregate,
            because,
        });
    }
}

fn cited_clout(model: &Model, finding: &Finding, part: &Contribution) -> Option<Clout> {
    let Element::Party(party) = &part.source else { return None };
    Clout::of(model, party, finding.aggregate)
}

fn force_again(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    cited_clout(model, finding, part).map(|c| c.force().to_f64())
}

fn weight_again(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    cited_clout(model, finding, part).map(|c| c.weight().to_f64())
}

/// The totals of the model, if the finding cites every party that counts and no other.
fn totals_again(model: &Model, finding: &Finding, counts: fn(&Exact) -> bool) -> Option<Totals> {
    let mut clouts = Vec::new();
    let mut counting = Vec::new();
    for (party, _) in model.parties() {
        let Some(clout) = Clout::of(model, party, finding.aggregate) else { continue };
        if counts(&clout.force()) {
            counting.push(Element::from(party));
        }
        clouts.push(clout);
    }
    counting.iter().eq(finding.because.iter().map(|c| &c.source)).then(|| Totals::of(&clouts))
}

macro_rules! total {
    ($id:literal, $law:ident, $part:expr, $counts:expr, $total:expr) => {
        Rule {
            id: $id,
            law: Law::$law,
            part: $part,
            whole: Some(|m, f| {
                let measure: fn(Totals) -> Measure = $total;
                totals_again(m, f, $counts).map_or(Amount::Undefined(Undefined::MissingRating), |t| measure(t).into())
            }),
        }
    };
}

pub(super) const RULES: &[Rule] = &[
    Rule { id: "party-force", law: Law::Product, part: Rule::RAW, whole: None },
    total!("driving", Sum, force_again, Exact::is_positive, |t| Measure::Known(t.driving)),
    total!("restraining", Sum, |m, f, c| force_again(m, f, c).map(f64::abs), Exact::is_negative, |t| {
        Measure::Known(t.restraining)
    }),
    total!("net", Sum, force_again, |_| true, |t| Measure::Known(t.net)),
    total!("balance", Statistic, force_again, |_| true, |t| t.balance),
    total!("weighted-mean-attitude", Statistic, weight_again, |_| true, |t| t.mean),
    total!("weighted-median-attitude", Statistic, weight_again, |_| true, |t| t.median),
];
