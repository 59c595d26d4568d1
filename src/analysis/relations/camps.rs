//! The two camps into which the ties fall with the least frustration.

use std::collections::BTreeMap;

use serde::Serialize;

use super::balance::TieEnds;
use super::ties::Ties;
use super::{Notes, RelationOptions};
use crate::analysis::replay::Rule;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Undefined};
use crate::id::PartyId;
use crate::math::exact;
use crate::math::frustration::{Component, frustration};
use crate::math::signed::{Edge, SignedGraph};
use crate::model::{Element, Model};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether the best that was found is known to be the best there is.
    Proof, "proof" {
        /// Nothing better exists.
        Exact = "exact",
        /// The best that was found; a bound says how much better another could be.
        NotProven = "not-proven",
    }
}

vocabulary! {
    /// What a frustrated tie costs.
    TieCost, "cost of a tie" {
        /// 1 each.
        Count = "count",
        /// The size of the tie, |t| in raw numbers.
        Weight = "weight",
    }
}

/// The split in two with the fewest frustrated ties: positive between the camps or negative within one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Camps {
    /// Whether the frustration is proven to be the least.
    pub status: Proof,
    /// How many ties are frustrated, or their sizes added up; undefined without a tie other than 0.
    pub frustration: Measure,
    /// What no split goes below; equal to the frustration when that is exact.
    pub at_least: Measure,
    /// The parts that no tie connects, in the order of their first parties.
    pub components: Vec<Part>,
    /// How many splits are equally good, a split and its mirror taken as one: the product over the components, twice for every
    /// component after the first, since either of its camps may stand with either of the others'. Undefined where it was not
    /// counted or is beyond 64 bits.
    pub optima: Measure<u64>,
    /// The first of them. In the very first, the first party of every component is in the first camp.
    pub splits: Vec<Split>,
    /// Whether there are more than listed, or may be.
    pub truncated: bool,
    /// Parties without a tie other than 0, in no camp.
    pub untied: Vec<PartyId>,
}

/// Parties that ties connect.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// The parties, in id order.
    pub parties: Vec<PartyId>,
    /// Whether its frustration is proven to be the least.
    pub status: Proof,
    /// Its own frustration.
    pub frustration: f64,
    /// What no split of it goes below.
    pub at_least: f64,
    /// How many splits of it are equally good.
    pub optima: Measure<u64>,
}

/// One split in two camps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Split {
    /// The camps, each in id order.
    pub camps: [Vec<PartyId>; 2],
    /// The frustrated ties, in id order.
    pub frustrated: Vec<TieEnds>,
}

fn costed(ties: &Ties<'_>, cost: TieCost) -> SignedGraph {
    match cost {
        TieCost::Count => ties.graph.signs(),
        TieCost::Weight => ties.graph.clone(),
    }
}

fn proof(proven: bool) -> Proof {
    if proven { Proof::Exact } else { Proof::NotProven }
}

fn is_frustrated(edge: &Edge, sides: &[Option<bool>]) -> bool {
    let side = |v: usize| sides.get(v).copied().flatten();
    (side(edge.a) == side(edge.b)) != edge.is_positive()
}

/// The camps, and for every vertex its side in the first split.
pub(super) fn camps(ties: &Ties<'_>, options: &RelationOptions, notes: &mut Notes) -> (Camps, Vec<Option<bool>>) {
    let size = ties.graph.size();
    let graph = costed(ties, options.tie_cost);
    let found = frustration(&graph, options.list_splits_at_most);
    let reason = if found.is_none() { Undefined::BudgetExhausted } else { Undefined::NothingToMeasure };
    let components = found.unwrap_or_default();
    let party = |v: &usize| ties.party(*v).cloned();

    let mut all: Vec<Vec<Option<bool>>> = Vec::new();
    if !components.is_empty() {
        let mut splits = Combined::new(&components);
        // The first split is needed for the brokers, whether it is listed or not.
        while all.len() < options.list_splits_at_most.max(1)
            && let Some(sides) = splits.next(size)
        {
            all.push(sides);
        }
    }
    let first = all.first().cloned().unwrap_or_else(|| vec![None; size]);
    let split = |sides: &Vec<Option<bool>>| {
        let camp = |which: bool| (0..size).filter(move |v| sides.get(*v) == Some(&Some(which)));
        let frustrated = ties.graph.edges().iter().filter(|e| is_frustrated(e, sides));
        Split {
            camps: [false, true].map(|which| camp(which).filter_map(|v| party(&v)).collect()),
            frustrated: frustrated.filter_map(|e| ties.ends(e)).map(|parties| TieEnds { parties }).collect(),
        }
    };
    let splits: Vec<Split> = all.iter().take(options.list_splits_at_most).map(split).collect();

    let proven = components.iter().all(|c| c.proven);
    let total = |of: fn(&Component) -> f64| match components.is_empty() {
        true => Measure::Undefined(reason),
        false => Measure::Known(exact::sum(components.iter().map(of))),
    };
    let optima = total_optima(&components);
    let least = total(|c| c.cost);
    if let Measure::Known(_) = least {
        let rule = rule_of(options.tie_cost);
        notes.find_of(
            vec![Element::Project],
            rule,
            Law::Optimum,
            least.into(),
            grounds(ties, options.tie_cost, &first),
        );
    }
    let tied: Vec<bool> = ties.graph.edges().iter().fold(vec![false; size], |mut tied, e| {
        [e.a, e.b].into_iter().for_each(|v| tied.get_mut(v).into_iter().for_each(|t| *t = true));
        tied
    });
    let camps = Camps {
        status: proof(proven && reason != Undefined::BudgetExhausted),
        frustration: least,
        at_least: total(|c| c.at_least),
        optima: match optima {
            Some(n) if !components.is_empty() => Measure::Known(n),
            _ if components.is_empty() => Measure::Undefined(reason),
            _ => Measure::Undefined(Undefined::BudgetExhausted),
        },
        truncated: !components.is_empty() && optima.is_none_or(|n| n > splits.len() as u64),
        splits,
        untied: tied.iter().enumerate().filter(|(_, tied)| !**tied).filter_map(|(v, _)| party(&v)).collect(),
        components: components
            .iter()
            .map(|c| Part {
                parties: c.vertices.iter().filter_map(party).collect(),
                status: proof(c.proven),
                frustration: c.cost,
                at_least: c.at_least,
                optima: Measure::or(c.optima, Undefined::BudgetExhausted),
            })
            .collect(),
    };
    (camps, first)
}

fn total_optima(components: &[Component]) -> Option<u64> {
    let twice = 1_u64.checked_shl(u32::try_from(components.len().saturating_sub(1)).ok()?)?;
    components.iter().try_fold(twice, |n, c| n.checked_mul(c.optima?))
}

/// The splits of the whole, from those of its components: the last component turns first.
struct Combined<'a> {
    components: &'a [Component],
    /// For each component which of its splits, and whether its camps are turned.
    at: Vec<(usize, bool)>,
    done: bool,
}

impl<'a> Combined<'a> {
    fn new(components: &'a [Component]) -> Self {
        Self { components, at: vec![(0, false); components.len()], done: false }
    }

    fn next(&mut self, size: usize) -> Option<Vec<Option<bool>>> {
        if self.done {
            return None;
        }
        let mut sides = vec![None; size];
        for (component, (split, turned)) in self.components.iter().zip(&self.at) {
            for (v, side) in component.vertices.iter().zip(component.splits.get(*split).into_iter().flatten()) {
                if let Some(slot) = sides.get_mut(*v) {
                    *slot = Some(*side != *turned);
                }
            }
        }
        self.done = true;
        for (place, (component, at)) in self.components.iter().zip(&mut self.at).enumerate().rev() {
            // Turning the first component as well would give the mirror of a split that has been.
            if place > 0 && !at.1 {
                at.1 = true;
                self.done = false;
                break;
            }
            at.1 = false;
            if at.0 + 1 < component.splits.len() {
                at.0 += 1;
                self.done = false;
                break;
            }
            at.0 = 0;
        }
        Some(sides)
    }
}

const FRUSTRATION: &str = "frustration";
const BY_WEIGHT: &str = "frustration-by-weight";

fn rule_of(cost: TieCost) -> &'static str {
    match cost {
        TieCost::Count => FRUSTRATION,
        TieCost::Weight => BY_WEIGHT,
    }
}

/// What a tie costs when it is frustrated.
fn size_of(tie: f64, cost: TieCost) -> f64 {
    match cost {
        TieCost::Count => 1.0,
        TieCost::Weight => tie.abs(),
    }
}

/// The certificate: the side of every tied party (0 or 1), and every tie with what it costs.
fn grounds(ties: &Ties<'_>, cost: TieCost, sides: &[Option<bool>]) -> Vec<Contribution> {
    let side = |(v, side): (usize, &Option<bool>)| {
        Some(Contribution::of(ties.party(v)?.into(), f64::from(u8::from((*side)?))))
    };
    let mut out: Vec<Contribution> = sides.iter().enumerate().filter_map(side).collect();
    out.extend(ties.cited(|edge| if is_frustrated(edge, sides) { size_of(edge.weight, cost) } else { 0.0 }));
    out
}

/// The sides that a certificate cites.
fn cited_sides(ties: &Ties<'_>, finding: &Finding) -> Option<Vec<Option<bool>>> {
    let place: BTreeMap<&PartyId, usize> = (0..ties.graph.size()).filter_map(|v| Some((ties.party(v)?, v))).collect();
    let mut sides = vec![None; ties.graph.size()];
    for part in &finding.because {
        if let Element::Party(id) = &part.source {
            *sides.get_mut(*place.get(id)?)? = Some(part.amount != 0.0);
        }
    }
    Some(sides)
}

/// Feasible, of this cost, and no cheaper one is found again.
fn again(model: &Model, finding: &Finding, cost: TieCost) -> Option<Amount> {
    let ties = Ties::of(model, finding.aggregate, &mut Vec::new());
    let graph = costed(&ties, cost);
    let sides = cited_sides(&ties, finding)?;
    if finding.because != grounds(&ties, cost, &sides) {
        return None;
    }
    let ends = graph.edges().iter().flat_map(|e| [e.a, e.b]);
    let placed = ends.map(|v| sides.get(v)).all(|side| matches!(side, Some(Some(_))));
    let frustrated = graph.edges().iter().filter(|e| is_frustrated(e, &sides)).map(|e| e.weight.abs());
    let cited = exact::sum(frustrated);
    let least = exact::sum(frustration(&graph, 1)?.iter().map(|c| c.cost));
    (placed && cited == least).then_some(Amount::Number(least))
}

/// A side is 0 or 1; a tie costs what the cited sides make of it.
fn part(finding: &Finding, part: &Contribution, cost: TieCost) -> Option<f64> {
    // The parties come first, in id order.
    let end = finding.because.partition_point(|c| matches!(c.source, Element::Party(_)));
    let side = |id: &PartyId| {
        let parties = finding.because.get(..end)?;
        let at = parties.binary_search_by(|c| c.source.cmp(&Element::from(id))).ok()?;
        Some(parties.get(at)?.amount != 0.0)
    };
    match &part.source {
        Element::Party(_) => [0.0, 1.0].into_iter().find(|side| *side == part.amount),
        Element::Tie(a, b) => {
            let tie = part.reading?.raw;
            let frustrated = (side(a)? == side(b)?) != (tie > 0.0);
            Some(if frustrated { size_of(tie, cost) } else { 0.0 })
        }
        _ => None,
    }
}

macro_rules! certificate {
    ($($id:ident, $cost:ident;)+) => {
        pub(super) const RULES: &[Rule] = &[$(Rule {
            id: $id,
            law: Law::Optimum,
            part: |_, finding, c| part(finding, c, TieCost::$cost),
            whole: Some(|model, finding| {
                again(model, finding, TieCost::$cost).unwrap_or(Amount::Undefined(Undefined::MissingRating))
            }),
        }),+];
    };
}
certificate! {
    FRUSTRATION, Count;
    BY_WEIGHT, Weight;
}
