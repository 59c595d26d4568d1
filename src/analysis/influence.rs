//! # Influence
//!
//! **Question.** Who can move whom, directly and through others, and how strong does that make each party?
//!
//! **Method.** MACTOR: M. Godet, "Actors' moves and strategies: the MACTOR method", *Futures* 23(6), 1991, with the sums of minima
//! of the MACTOR program.
//!
//! **Inputs.** Direct influence m_ij of party i on party j, on the scale of influence, in raw numbers.
//!
//! **Formula.** Direct and through one other: MIDI_ij = m_ij + Σ_k min(m_ik, m_kj). I and D are its row and column sums without the
//! diagonal; the diagonal is feedback. r_i = (I_i − MIDI_ii)/ΣI · I_i/(I_i + D_i), 0 when I_i = 0; relative force R_i = n r_i/Σr.
//! Strongest effect: MMIDI_ij = max(m_ij, max_k min(m_ik, m_kj)), diagonal 0; Q_i by the formula of R on MMIDI and its own sums.
//! Stability Σ|I − D|/(2ΣI): 0 when everybody influences as much as it is influenced. All exact, each number rounded once.
//! Zones: I and D each high when at or above their mean, as with every cut: *dominant* (I high, D low), *relay* (both high),
//! *dominated* (D high), *autonomous* (neither).
//!
//! **Assumptions.** Influence adds up over ways, passes at most one other party, and a way is as strong as its weaker step.
//!
//! **Missing data.** A written table of influences is complete: who is not in it is not influenced. A party that wrote none, or that
//! left its influence on somebody with a table unknown, is an unknown row: it is left out of the matrix, row and column, and listed.
//! R is undefined when Σr = 0, which also happens with mutual influence alone; Q likewise by its own sum, which mutual influence
//! does not make 0. Zones and stability are undefined when ΣI = 0.
//!
//! **Returns.** [`Influence`]. **Complexity.** n³ on whole numbers.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{InfluenceOptions, influence};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\ninfluences = { shops = 2 }\n[party.shops]\ninfluences = { city = 3 }\n";
//! let found = influence(&Model::try_from(Document::from_toml(text)?)?, &InfluenceOptions::new());
//! // All that the city gives comes back to it.
//! assert_eq!(found.parties[0].feedback, 2.0);
//! assert_eq!(found.parties[1].relative_force.value(), Some(2.0));
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** R compares within one matrix: leaving a party out changes the force of all. Where R and Q order two parties
//! differently (`disagreements`), the order hangs on how ways are counted.

use std::cmp::Ordering;

use serde::Serialize;

use super::Matrix;
use super::replay::{Rule, as_cited};
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::PartyId;
use crate::math::Square;
use crate::math::min_sum::{Forces, forces, max_min, min_sum, relays};
use crate::model::{Attribute, Element, Model, Table};
use crate::rating::Aggregate;
use crate::scale::ScaleKind;
use crate::vocabulary::vocabulary;

/// How to compute influence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct InfluenceOptions {
    aggregate: Aggregate,
    list_at_most: usize,
}

impl Default for InfluenceOptions {
    fn default() -> Self {
        Self { aggregate: Aggregate::default(), list_at_most: 10 }
    }
}

impl InfluenceOptions {
    /// Median over raters, at most 10 relays listed per cell.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// How many relays of one cell are listed at most, the strongest first; sums always count all.
    #[must_use]
    pub fn list_at_most(mut self, relays: usize) -> Self {
        self.list_at_most = relays;
        self
    }
}

vocabulary! {
    /// Where a party stands in the plane of influence and dependence.
    Zone, "zone of influence" {
        /// Much influence, little dependence.
        Dominant = "dominant",
        /// Much of both.
        Relay = "relay",
        /// Little influence, much dependence.
        Dominated = "dominated",
        /// Little of both.
        Autonomous = "autonomous",
    }
}

/// One party through which influence passes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Relay {
    /// The party.
    pub party: PartyId,
    /// min(m_ik, m_kj), raw.
    pub influence: f64,
}

/// What is behind one cell of MIDI that is not 0.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InfluenceCell {
    /// Who influences whom; the same twice for feedback.
    pub parties: [PartyId; 2],
    /// m_ij, raw.
    pub direct: f64,
    /// MIDI_ij, raw.
    pub total: f64,
    /// The relay by which MMIDI_ij is attained, the first by id; none where m_ij itself is as large, and for feedback.
    pub strongest_through: Option<PartyId>,
    /// The strongest relays, strongest first, ties by id.
    pub relays: Vec<Relay>,
    /// How many relays there are, listed or not.
    pub relay_count: usize,
}

/// The influence of one party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyInfluence {
    /// The party.
    pub party: PartyId,
    /// I: Σ of its row of MIDI without the diagonal, raw.
    pub influence: f64,
    /// D: Σ of its column of MIDI without the diagonal, raw.
    pub dependence: f64,
    /// MIDI_ii: what comes back to it through others, raw.
    pub feedback: f64,
    /// I − D: the net balance with all others, raw.
    pub net: f64,
    /// r.
    pub raw_force: Measure,
    /// R: 1 is the mean of all parties.
    pub relative_force: Measure,
    /// Where it stands in the plane.
    pub zone: Measure<Zone>,
    /// Σ of its row of MMIDI, raw.
    pub strongest_influence: f64,
    /// Σ of its column of MMIDI, raw.
    pub strongest_dependence: f64,
    /// Q: as R, on MMIDI.
    pub strongest_force: Measure,
}

/// Two parties that R and Q put in opposite order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForceDisagreement {
    /// The stronger by R, which is the weaker by Q, and the other.
    pub parties: [PartyId; 2],
}

/// Influence among the parties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Influence {
    /// How it was computed.
    #[serde(skip)]
    pub provenance: Provenance<InfluenceOptions>,
    /// Parties without a table of influences, and unknown influences.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The parties of the matrix, in id order.
    pub parties: Vec<PartyInfluence>,
    /// m: direct influence of rows on columns, raw.
    pub direct: Matrix<PartyId, PartyId, f64>,
    /// MIDI: direct and through one other, raw; feedback on the diagonal.
    pub total: Matrix<PartyId, PartyId, f64>,
    /// MMIDI: the strongest effect, raw.
    pub strongest: Matrix<PartyId, PartyId, f64>,
    /// MIDI_ij − MIDI_ji, raw.
    pub net: Matrix<PartyId, PartyId, f64>,
    /// What is behind every cell of MIDI that is not 0, by rows.
    pub cells: Vec<InfluenceCell>,
    /// Σ|I − D|/(2ΣI), 0 … 1.
    pub stability: Measure,
    /// The pairs that R and Q put in opposite order.
    pub disagreements: Vec<ForceDisagreement>,
    /// I, D, R and Q of every party, and the stability, with their grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::GODET_1991];

/// The matrix of direct influences of those whose rows are known.
pub(super) struct Direct {
    pub(super) parties: Vec<PartyId>,
    pub(super) table: Square,
    pub(super) omitted: Vec<Omission>,
}

impl Direct {
    pub(super) fn of(model: &Model, aggregate: Aggregate) -> Self {
        let scale = model.scales().of(ScaleKind::Influence);
        let mut omitted = Vec::new();
        let wrote = |p: &PartyId| model.wrote(p, Table::Influences);
        let mut parties = Vec::new();
        for (party, _) in model.parties() {
            if !wrote(party) {
                omitted.push(Omission::unknown(party.into(), Attribute::Influence));
                continue;
            }
            let mut known = true;
            for (to, rating) in model.influences().of(party) {
                if rating.read(&scale, aggregate).is_none() {
                    let cell = Element::Influences(party.clone(), to.clone());
                    omitted.push(Omission::unknown(cell, Attribute::Influence));
                    // What it is on a party that is out anyway is not needed.
                    known &= !wrote(to);
                }
            }
            if known {
                parties.push(party.clone());
            }
        }
        let row = |from: &PartyId| {
            let mut row = vec![0.0; parties.len()];
            for (to, rating) in model.influences().of(from) {
                let at = parties.binary_search(to).ok().and_then(|at| row.get_mut(at));
                if let (Some(cell), Some(reading)) = (at, rating.read(&scale, aggregate)) {
                    *cell = reading.raw;
                }
            }
            row
        };
        let rows: Vec<Vec<f64>> = parties.iter().map(row).collect();
        let table = Square::new(&rows).unwrap_or_default();
        Self { parties, table, omitted }
    }

    /// MIDI with I, D and R.
    pub(super) fn total(&self) -> (Square, Forces) {
        let total = min_sum(&self.table);
        let forces = forces(&total);
        (total, forces)
    }

    fn matrix(&self, cell: impl Fn(usize, usize) -> Option<f64>) -> Matrix<PartyId, PartyId, f64> {
        Matrix::by_place(self.parties.clone(), self.parties.clone(), |i, j| cell(i, j).unwrap_or(0.0))
    }
}

/// Computes influence. See the [module](self).
pub fn influence(model: &Model, options: &InfluenceOptions) -> Influence {
    let direct = Direct::of(model, options.aggregate);
    let (total, of_total) = direct.total();
    let strongest = max_min(&direct.table);
    let of_strongest = forces(&strongest);
    let findings = findings(&direct.parties, &total, &of_total, &of_strongest, options.aggregate);
    let parties = direct.parties.iter().enumerate().map(|(i, party)| {
        let number = |all: &[f64]| all.get(i).copied().unwrap_or(0.0);
        let zone = of_total.above_mean.get(i).filter(|_| of_total.stability.is_some());
        PartyInfluence {
            party: party.clone(),
            influence: number(&of_total.rows),
            dependence: number(&of_total.columns),
            feedback: total.get(i, i).unwrap_or(0.0),
            net: crate::math::exact::difference(number(&of_total.rows), number(&of_total.columns)),
            raw_force: measure(of_total.raw.as_deref(), i),
            relative_force: measure(of_total.relative.as_deref(), i),
            zone: Measure::or(zone.map(|(i, d)| zone_of(*i, *d)), Undefined::NothingToMeasure),
            strongest_influence: number(&of_strongest.rows),
            strongest_dependence: number(&of_strongest.columns),
            strongest_force: measure(of_strongest.relative.as_deref(), i),
        }
    });
    Influence {
        parties: parties.collect(),
        direct: direct.matrix(|i, j| direct.table.get(i, j)),
        total: direct.matrix(|i, j| total.get(i, j)),
        strongest: direct.matrix(|i, j| strongest.get(i, j)),
        net: direct.matrix(|i, j| total.net(i, j)),
        cells: cells(&direct, &total, options.list_at_most),
        stability: Measure::or(of_total.stability, Undefined::NothingToMeasure),
        disagreements: disagreements(&direct.parties, &of_total, &of_strongest),
        findings,
        provenance: Provenance { method: "influence", method_version: 1, options: *options, cites: CITES },
        omitted: direct.omitted,
    }
}

fn measure(all: Option<&[f64]>, i: usize) -> Measure {
    Measure::or(all.and_then(|all| all.get(i)).copied(), Undefined::NothingToMeasure)
}

fn zone_of(influence: bool, dependence: bool) -> Zone {
    match (influence, dependence) {
        (true, false) => Zone::Dominant,
        (true, true) => Zone::Relay,
        (false, true) => Zone::Dominated,
        (false, false) => Zone::Autonomous,
    }
}

fn cells(direct: &Direct, total: &Square, list_at_most: usize) -> Vec<InfluenceCell> {
    let mut out = Vec::new();
    for (i, from) in direct.parties.iter().enumerate() {
        for (j, to) in direct.parties.iter().enumerate() {
            let (Some(own), Some(all)) = (direct.table.get(i, j), total.get(i, j)) else { continue };
            if all == 0.0 {
                continue;
            }
            let (listed, relay_count) = relays(&direct.table, i, j, list_at_most.max(1));
            let relay = |(k, influence): &(usize, f64)| {
                Some(Relay { party: direct.parties.get(*k)?.clone(), influence: *influence })
            };
            let mut listed: Vec<Relay> = listed.iter().filter_map(relay).collect();
            let through = listed.first().filter(|r| i != j && r.influence > own).map(|r| r.party.clone());
            listed.truncate(list_at_most);
            out.push(InfluenceCell {
                parties: [from.clone(), to.clone()],
                direct: own,
                total: all,
                strongest_through: through,
                relays: listed,
                relay_count,
            });
        }
    }
    out
}

fn disagreements(parties: &[PartyId], total: &Forces, strongest: &Forces) -> Vec<ForceDisagreement> {
    let mut out = Vec::new();
    if total.relative.is_none() || strongest.relative.is_none() {
        return out;
    }
    for (i, a) in parties.iter().enumerate() {
        for (j, b) in parties.iter().enumerate().skip(i + 1) {
            let parties = match (total.compare(i, j), strongest.compare(i, j)) {
                (Some(Ordering::Greater), Some(Ordering::Less)) => [a.clone(), b.clone()],
                (Some(Ordering::Less), Some(Ordering::Greater)) => [b.clone(), a.clone()],
                _ => continue,
            };
            out.push(ForceDisagreement { parties });
        }
    }
    out
}

fn findings(
    parties: &[PartyId],
    total: &Square,
    of_total: &Forces,
    of_strongest: &Forces,
    aggregate: Aggregate,
) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut add = |subject, rule, law, amount, because| {
        out.push(Finding { subject: vec![subject], rule, law, amount, aggregate, because });
    };
    let number = |all: &[f64], i: usize| all.get(i).copied().unwrap_or(0.0);
    for (i, party) in parties.iter().enumerate() {
        let partners = |cell: &dyn Fn(usize) -> Option<f64>| -> Vec<Contribution> {
            let others = parties.iter().enumerate().filter(|(j, _)| *j != i);
            others
                .filter_map(|(j, other)| Some(Contribution::of(other.into(), cell(j).filter(|x| *x != 0.0)?)))
                .collect()
        };
        let me = || Element::from(party);
        let (given, taken) = (partners(&|j| total.get(i, j)), partners(&|j| total.get(j, i)));
        add(me(), "influence-sum", Law::Sum, Amount::Number(number(&of_total.rows, i)), given);
        add(me(), "dependence-sum", Law::Sum, Amount::Number(number(&of_total.columns, i)), taken);
        for (rule, forces) in [("relative-force", of_total), ("strongest-force", of_strongest)] {
            // Its own share of all force.
            let because = match (&forces.raw, forces.raw_sum) {
                (Some(raw), Some(sum)) => {
                    vec![Contribution::of(me(), number(raw, i)), Contribution::of(Element::Project, sum)]
                }
                _ => Vec::new(),
            };
            add(me(), rule, Law::Statistic, measure(forces.relative.as_deref(), i).into(), because);
        }
    }
    let net = |i: usize| crate::math::exact::difference(number(&of_total.rows, i), number(&of_total.columns, i));
    let because = parties.iter().enumerate().map(|(i, p)| Contribution::of(p.into(), net(i))).collect();
    let stability = Measure::or(of_total.stability, Undefined::NothingToMeasure);
    add(Element::Project, "influence-stability", Law::Statistic, stability.into(), because);
    out
}

/// The finding that the model gives now, if its grounds are those of the one to check.
fn again(model: &Model, finding: &Finding) -> Amount {
    let direct = Direct::of(model, finding.aggregate);
    let (total, of_total) = direct.total();
    let of_strongest = forces(&max_min(&direct.table));
    let all = findings(&direct.parties, &total, &of_total, &of_strongest, finding.aggregate);
    as_cited(all.into_iter().find(|f| f.rule == finding.rule && f.subject == finding.subject), finding)
}

macro_rules! rules {
    ($($id:literal, $law:ident;)+) => {
        &[$(Rule { id: $id, law: Law::$law, part: Rule::WHOLE, whole: Some(again) }),+]
    };
}

pub(super) const RULES: &[Rule] = rules! {
    "influence-sum", Sum;
    "dependence-sum", Sum;
    "relative-force", Statistic;
    "strongest-force", Statistic;
    "influence-stability", Statistic;
};
