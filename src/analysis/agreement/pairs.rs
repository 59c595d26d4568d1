//! How far two parties agree on the order of the values that both rated.

use std::cmp::Ordering;

use serde::Serialize;

use super::{AgreementOptions, Rated};
use crate::evidence::{Finding, Measure, Undefined};
use crate::id::PartyId;
use crate::math::rank_correlation::{Counted, rank_correlation};
use crate::model::{Element, Model};

/// How many pairs are compared at most.
const COMPARED: u64 = 500_000;

/// How far two parties agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairAgreement {
    /// The parties, in id order.
    pub parties: [PartyId; 2],
    /// How many values both rated, at least two.
    pub values: usize,
    /// Emond and Mason's τ_x: −1 opposite orders, 1 the same order, ties included.
    pub tau_x: Measure,
    /// Kendall's τ_b; undefined when one of them rates all of these values alike.
    pub tau_b: Measure,
    /// Spearman's correlation; undefined likewise.
    pub spearman: Measure,
}

/// The pairs of parties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pairs {
    /// How many pairs have two values in common; `budget-exhausted` when there were too many pairs of parties to compare any.
    pub compared: Measure<u64>,
    /// The pairs that disagree most by τ_x first, then those with more values in common, then by id; as many as the options list.
    pub opposed: Vec<PairAgreement>,
    /// The pairs that agree most, likewise; a pair may be in both.
    pub alike: Vec<PairAgreement>,
}

struct Compared {
    first: usize,
    second: usize,
    values: usize,
    tau_x: f64,
}

pub(super) fn pairs(rated: &Rated, options: &AgreementOptions, findings: &mut Vec<Finding>) -> Pairs {
    let m = rated.parties.len() as u64;
    if m * m.saturating_sub(1) / 2 > COMPARED {
        let compared = Measure::Undefined(Undefined::BudgetExhausted);
        return Pairs { compared, opposed: Vec::new(), alike: Vec::new() };
    }
    let mut all = compared(rated);
    let compared = Measure::Known(all.len() as u64);
    let ids = |c: &Compared| (c.first, c.second);
    let then = |a: &Compared, b: &Compared, first: Ordering| {
        first.then_with(|| b.values.cmp(&a.values)).then_with(|| ids(a).cmp(&ids(b)))
    };
    let mut list = |most: usize, order: &dyn Fn(&Compared, &Compared) -> Ordering| -> Vec<(usize, usize)> {
        all.sort_by(order);
        all.iter().take(most).map(ids).collect()
    };
    let alike = list(options.list_alike_at_most, &|a, b| then(a, b, b.tau_x.total_cmp(&a.tau_x)));
    let opposed = list(options.list_pairs_at_most, &|a, b| then(a, b, a.tau_x.total_cmp(&b.tau_x)));
    for (first, second) in opposed.iter().chain(alike.iter().filter(|pair| !opposed.contains(pair))) {
        findings.extend(finding(rated, *first, *second));
    }
    let told = |of: Vec<(usize, usize)>| of.into_iter().filter_map(|(a, b)| pair(rated, a, b)).collect();
    Pairs { compared, opposed: told(opposed), alike: told(alike) }
}

fn compared(rated: &Rated) -> Vec<Compared> {
    // The place of each rating among those of its party: all that an order needs.
    let places: Vec<Vec<Option<i64>>> = (0..rated.table.rows())
        .map(|judge| {
            let row = rated.table.row(judge);
            let mut sorted: Vec<f64> = row.iter().flatten().copied().collect();
            sorted.sort_by(f64::total_cmp);
            let place = |x: f64| i64::try_from(sorted.partition_point(|y| *y < x)).ok();
            row.iter().map(|x| x.and_then(place)).collect()
        })
        .collect();
    let mut out = Vec::new();
    for (second, later) in places.iter().enumerate() {
        for (first, earlier) in places.iter().take(second).enumerate() {
            let both = earlier.iter().zip(later).filter_map(|(x, y)| Some(((*x)?, (*y)?)));
            let (x, y): (Vec<i64>, Vec<i64>) = both.unzip();
            if let Ok(tau_x) = Counted::of(&x, &y).tau_x() {
                out.push(Compared { first, second, values: x.len(), tau_x });
            }
        }
    }
    out
}

fn pair(rated: &Rated, first: usize, second: usize) -> Option<PairAgreement> {
    let found = rank_correlation(&rated.table, first, second);
    Some(PairAgreement {
        parties: [rated.party(first)?.clone(), rated.party(second)?.clone()],
        values: found.items,
        tau_x: found.tau_x.into(),
        tau_b: found.tau_b.into(),
        spearman: found.spearman.into(),
    })
}

fn finding(rated: &Rated, first: usize, second: usize) -> Option<Finding> {
    let found = pair(rated, first, second)?;
    let both = |item: usize| [first, second].into_iter().all(|judge| rated.table.get(judge, item).is_some());
    let mut because = rated.grounds_by(first, both);
    because.extend(rated.grounds_by(second, both));
    let subject = found.parties.iter().map(Element::from).collect();
    Some(rated.finding(subject, "pair-agreement", found.tau_x, because))
}

/// The finding as the model gives it now.
pub(super) fn again(model: &Model, cited: &Finding) -> Option<Finding> {
    let rated = Rated::of(model, cited.aggregate);
    let [Element::Party(a), Element::Party(b)] = cited.subject.as_slice() else { return None };
    finding(&rated, rated.parties.binary_search(a).ok()?, rated.parties.binary_search(b).ok()?)
}
