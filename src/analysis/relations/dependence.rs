//! Who depends on whom, and how much more.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Assume, Notes, RelationOptions, as_cited};
use crate::analysis::replay::Rule;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Undefined};
use crate::id::PartyId;
use crate::math::Exact;
use crate::model::{Attribute, Element, Model, Table};
use crate::rating::{Aggregate, Reading};
use crate::scale::{Scale, ScaleKind};

/// The dependence between two parties. Asymmetry and joint dependence are two numbers: neither says anything of the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DependencePair {
    /// The parties, lower id first.
    pub parties: [PartyId; 2],
    /// The dependence of the first on the second, and of the second on the first: 0 … 1. The power of one over another is the
    /// dependence of the other on it.
    pub dependence: [Measure; 2],
    /// The second's dependence minus the first's, −1 … 1: above 0 the first has the advantage.
    pub asymmetry: Measure,
    /// The sum of both, 0 … 2.
    pub joint: Measure,
    /// |asymmetry| / joint, 0 … 1; undefined where nobody depends on the other.
    pub imbalance: Measure,
    /// 1 − |asymmetry| / joint, 0 … 1.
    pub balance: Measure,
    /// Whether the imbalance is at or above the threshold.
    pub out_of_balance: Measure<bool>,
    /// Whose dependence was not known and was assumed: what nobody rated counts 0.
    pub assumed: Vec<PartyId>,
}

/// One party's dependence on another: what is known of its resources.
pub(super) struct Side {
    /// The least and the most that it can be, whatever is unknown.
    lowest: Exact,
    highest: Exact,
    /// The most of what is known, 0 for nothing.
    known: Exact,
    /// The resources that are known, each with both ratings.
    pub(super) because: Vec<Contribution>,
    unknown: Vec<Omission>,
}

impl Side {
    pub(super) fn of(model: &Model, from: &PartyId, to: &PartyId, aggregate: Aggregate) -> Self {
        let (zero, one) = (Exact::zero(), Exact::one());
        let none = |highest: Exact, unknown: Vec<Omission>| Self {
            lowest: Exact::zero(),
            highest,
            known: Exact::zero(),
            because: Vec::new(),
            unknown,
        };
        let Some(resources) = model.dependences().get(from, to) else {
            if model.wrote(from, Table::DependsOn) {
                return none(zero, Vec::new());
            }
            return none(one, vec![Omission::unknown(from.into(), Attribute::Dependence)]);
        };
        let mut side = none(zero, Vec::new());
        let scale = model.scales().of(ScaleKind::OneSided);
        for resource in resources.keys() {
            let element = Element::DependsOn(from.clone(), to.clone(), resource.clone());
            let [importance, substitutability] =
                NEEDED.map(|attribute| (attribute, model.read(&element, attribute, aggregate)));
            let (x, s) = (importance.1.map(|r| r.raw), substitutability.1.map(|r| r.raw));
            let bound = |x: f64, s: f64| product(&scale, x, s);
            let low = bound(x.unwrap_or(scale.min()), s.unwrap_or(scale.max()));
            let high = bound(x.unwrap_or(scale.max()), s.unwrap_or(scale.min()));
            side.lowest = side.lowest.max(low.clone());
            side.highest = side.highest.max(high);
            for (attribute, _) in [&importance, &substitutability].into_iter().filter(|(_, r)| r.is_none()) {
                side.unknown.push(Omission::unknown(element.clone(), *attribute));
            }
            if let (Some(x), Some(s)) = (importance.1, substitutability.1) {
                let amount = low.to_f64();
                side.because.push(Contribution::read(element.clone(), Attribute::Importance, x, amount));
                side.because.push(Contribution::read(element, Attribute::Substitutability, s, amount));
                side.known = side.known.max(low);
            }
        }
        side
    }

    /// The dependence, where what is unknown cannot change it.
    pub(super) fn level(&self) -> Option<Exact> {
        (self.lowest == self.highest).then(|| self.lowest.clone())
    }
}

const NEEDED: [Attribute; 2] = [Attribute::Importance, Attribute::Substitutability];

/// weight(importance) × (1 − unit(substitutability)), exactly.
fn product(scale: &Scale, importance: f64, substitutability: f64) -> Exact {
    let (min, max) = (Exact::of(scale.min()), Exact::of(scale.max()));
    let weight = Exact::of(importance).checked_div(&max);
    let scarce = (&max - &Exact::of(substitutability)).checked_div(&(&max - &min));
    weight.zip(scarce).map_or_else(Exact::zero, |(w, s)| w * s)
}

/// The dependences of two parties on each other, and whose was assumed.
struct Both {
    levels: [Option<Exact>; 2],
    assumed: [bool; 2],
    because: Vec<Contribution>,
}

impl Both {
    fn of(sides: &[Side; 2], assume: Assume) -> Self {
        let [first, second] = sides;
        let assumed = sides.each_ref().map(|s| assume == Assume::Zero && s.level().is_none());
        let levels = sides.each_ref().map(|s| s.level().or_else(|| (assume == Assume::Zero).then(|| s.known.clone())));
        let mut because: Vec<Contribution> = first.because.iter().chain(&second.because).cloned().collect();
        if assumed.contains(&true) {
            because.push(Contribution::of(Element::Setting(ASSUMED), 0.0));
        }
        Self { levels, assumed, because }
    }

    /// Asymmetry and joint dependence, exactly.
    fn difference_and_sum(&self) -> Option<(Exact, Exact)> {
        let [Some(first), Some(second)] = &self.levels else { return None };
        Some((second - first, second + first))
    }

    fn imbalance(&self) -> Option<Exact> {
        let (difference, sum) = self.difference_and_sum()?;
        difference.abs().checked_div(&sum)
    }
}

/// The resources that two parties need of each other, when both dependences are known: each rating with the product of both.
pub(in crate::analysis) fn known_both_ways(
    model: &Model,
    a: &PartyId,
    b: &PartyId,
    aggregate: Aggregate,
) -> Option<Vec<Contribution>> {
    let sides = [(a, b), (b, a)].map(|(from, to)| Side::of(model, from, to, aggregate));
    let both = Both::of(&sides, Assume::Nothing);
    both.difference_and_sum().map(|_| both.because)
}

/// What is not known of two parties' need of each other, where a dependence cannot be said for it.
pub(in crate::analysis) fn unknown_between(
    model: &Model,
    a: &PartyId,
    b: &PartyId,
    aggregate: Aggregate,
) -> Vec<Omission> {
    let sides = [(a, b), (b, a)].map(|(from, to)| Side::of(model, from, to, aggregate));
    sides.into_iter().filter(|side| side.level().is_none()).flat_map(|side| side.unknown).collect()
}

/// Whether the dependence of two parties on each other is out of balance: |asymmetry| / joint at or above a ratio, exactly.
pub(in crate::analysis) fn is_out_of_balance(
    model: &Model,
    a: &PartyId,
    b: &PartyId,
    aggregate: Aggregate,
    ratio: f64,
) -> bool {
    let sides = [(a, b), (b, a)].map(|(from, to)| Side::of(model, from, to, aggregate));
    Both::of(&sides, Assume::Nothing).imbalance().is_some_and(|x| x >= Exact::of(ratio))
}

/// |asymmetry| / joint of the resources that two parties need of each other; `None` where nobody depends on the other.
pub(in crate::analysis) fn imbalance(because: &[Contribution]) -> Option<f64> {
    let first = because.iter().find_map(|c| match &c.source {
        Element::DependsOn(from, ..) => Some(from),
        _ => None,
    })?;
    let most = |of_first: bool| {
        let of_side =
            |c: &&Contribution| matches!(&c.source, Element::DependsOn(from, ..) if (from == first) == of_first);
        because.iter().filter(of_side).map(|c| Exact::of(c.amount)).max().unwrap_or_else(Exact::zero)
    };
    let (x, y) = (most(true), most(false));
    (&x - &y).abs().checked_div(&(&x + &y)).map(|x| x.to_f64())
}

/// The setting that stands for what was assumed.
const ASSUMED: &str = "unknown-dependence";

/// What can be said of both sides, in the order of the rules.
fn statements(both: &Both) -> [Measure; 4] {
    let number = |x: Option<Exact>, reason| Measure::or(x.map(|x| x.to_f64()), reason);
    let (difference, sum) = both.difference_and_sum().unzip();
    let reason = if sum.is_some() { Undefined::NothingToMeasure } else { Undefined::MissingRating };
    let imbalance = both.imbalance();
    [
        number(difference, Undefined::MissingRating),
        number(sum, Undefined::MissingRating),
        number(imbalance.clone(), reason),
        number(imbalance.map(|x| &Exact::one() - &x), reason),
    ]
}

pub(super) fn dependence(model: &Model, options: &RelationOptions, notes: &mut Notes) -> Vec<DependencePair> {
    let ordered = |a: &PartyId, b: &PartyId| if a <= b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
    let pairs: BTreeSet<(PartyId, PartyId)> = model.dependences().iter().map(|(a, b, _)| ordered(a, b)).collect();
    let threshold = Exact::of(options.dependence_ratio.get());
    let mut out = Vec::new();
    for (a, b) in pairs {
        let ends = [(&a, &b), (&b, &a)];
        let sides = ends.map(|(from, to)| Side::of(model, from, to, options.aggregate));
        for ((from, to), side) in ends.into_iter().zip(&sides) {
            notes.omitted.extend(side.unknown.iter().cloned());
            if let (Some(level), false) = (side.level(), side.because.is_empty()) {
                let amount = Amount::Number(level.to_f64());
                notes.find(&[from.clone(), to.clone()], DEPENDENCE, Law::Max, amount, side.because.clone());
            }
        }
        let both = Both::of(&sides, options.assume);
        let said = statements(&both);
        let subject = [a.clone(), b.clone()];
        for (rule, measure) in STATEMENTS.into_iter().zip(said) {
            if both.difference_and_sum().is_some() {
                notes.find(&subject, rule, Law::Statistic, measure.into(), both.because.clone());
            }
        }
        let [asymmetry, joint, imbalance, balance] = said;
        let reason = if joint.value().is_some() { Undefined::NothingToMeasure } else { Undefined::MissingRating };
        out.push(DependencePair {
            dependence: both
                .levels
                .each_ref()
                .map(|x| Measure::or(x.as_ref().map(Exact::to_f64), Undefined::MissingRating)),
            asymmetry,
            joint,
            imbalance,
            balance,
            out_of_balance: Measure::or(both.imbalance().map(|x| x >= threshold), reason),
            assumed: subject.iter().zip(both.assumed).filter(|(_, yes)| *yes).map(|(p, _)| p.clone()).collect(),
            parties: subject,
        });
    }
    out
}

const DEPENDENCE: &str = "dependence";
const STATEMENTS: [&str; 4] =
    ["dependence-asymmetry", "joint-dependence", "dependence-imbalance", "dependence-balance"];

/// What a cited rating of a resource counts for: the product of both.
pub(super) fn part(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    let read = |attribute| -> Option<Reading> { model.read(&part.source, attribute, finding.aggregate) };
    match &part.source {
        Element::Setting(ASSUMED) => Some(0.0),
        Element::DependsOn(..) => {
            let [x, s] = NEEDED.map(read);
            Some(product(&x?.scale, x?.raw, s?.raw).to_f64())
        }
        _ => None,
    }
}

fn ends(finding: &Finding) -> Option<[&PartyId; 2]> {
    let [Element::Party(a), Element::Party(b)] = finding.subject.as_slice() else { return None };
    Some([a, b])
}

fn dependence_again(model: &Model, finding: &Finding) -> Option<(Vec<Contribution>, Measure)> {
    let [a, b] = ends(finding)?;
    let side = Side::of(model, a, b, finding.aggregate);
    let level = side.level()?.to_f64();
    Some((side.because, Measure::Known(level)))
}

fn statement_again<const RULE: usize>(model: &Model, finding: &Finding) -> Option<(Vec<Contribution>, Measure)> {
    let [a, b] = ends(finding)?;
    let sides = [(a, b), (b, a)].map(|(from, to)| Side::of(model, from, to, finding.aggregate));
    let assumed = finding.because.iter().any(|c| c.source == Element::Setting(ASSUMED));
    let both = Both::of(&sides, if assumed { Assume::Zero } else { Assume::Nothing });
    let measure = statements(&both).get(RULE).copied()?;
    Some((both.because, measure))
}

macro_rules! statement {
    ($($place:literal),+) => {[$(
        Rule {
            id: STATEMENTS[$place],
            law: Law::Statistic,
            part,
            whole: Some(|model, finding| as_cited(finding, statement_again::<$place>(model, finding))),
        }
    ),+]};
}

pub(super) const RULES: &[Rule] = &[Rule {
    id: DEPENDENCE,
    law: Law::Max,
    part,
    whole: Some(|model, finding| as_cited(finding, dependence_again(model, finding))),
}];

pub(super) const OF_BOTH: &[Rule] = &statement!(0, 1, 2, 3);
