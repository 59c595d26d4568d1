//! How far directed relations are answered.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::dependence::{self, Side};
use super::{Notes, RelationOptions, as_cited};
use crate::analysis::cut::Cut;
use crate::analysis::replay::Rule;
use crate::evidence::{Contribution, Finding, Law, Measure, Omission, Undefined};
use crate::id::PartyId;
use crate::math::reciprocity::{Reciprocity as Counted, reciprocity as counted, weighted};
use crate::math::{Exact, exact};
use crate::model::{Attribute, Element, Model, RelationKind, Table};
use crate::rating::Aggregate;
use crate::scale::Raw;

/// The reciprocity of one kind of relation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reciprocity {
    /// Which relation: trusts, influences or depends-on.
    pub relation: RelationKind,
    /// From where a rating is an edge: raw for trust and influence, 0 … 1 for dependence.
    pub cut: Measure,
    /// The parties of the relation's matrix, in id order: those that wrote a table of it.
    pub parties: Vec<PartyId>,
    /// How many ordered pairs of them count: n·(n − 1), less both ways where a rating is unknown.
    pub pairs: u64,
    /// How many of those are edges.
    pub edges: u64,
    /// How many edges have an edge back.
    pub reciprocated: u64,
    /// ā, edges / pairs.
    pub density: Measure,
    /// r, reciprocated edges / edges.
    pub raw: Measure,
    /// ρ = (r − ā)/(1 − ā): above 0 more is answered than at random, below 0 less.
    pub rho: Measure,
    /// r_w = Σ min(w_ij, w_ji) / Σ w_ij over all ratings, whatever the cut.
    pub weighted: Measure,
}

/// What tells one kind of relation from another.
struct Kind {
    relation: RelationKind,
    table: Table,
    attribute: Attribute,
    /// Under which setting each kind of cut is cited: midpoint, median, a level.
    settings: [&'static str; 3],
    rules: [&'static str; 3],
}

const KINDS: [Kind; 3] = [
    Kind {
        relation: RelationKind::Trusts,
        table: Table::Trusts,
        attribute: Attribute::Trust,
        settings: ["cut-trusts-midpoint", "cut-trusts-median", "cut-trusts-at"],
        rules: ["reciprocity-trusts", "reciprocity-trusts-rho", "reciprocity-trusts-weighted"],
    },
    Kind {
        relation: RelationKind::Influences,
        table: Table::Influences,
        attribute: Attribute::Influence,
        settings: ["cut-influences-midpoint", "cut-influences-median", "cut-influences-at"],
        rules: ["reciprocity-influences", "reciprocity-influences-rho", "reciprocity-influences-weighted"],
    },
    Kind {
        relation: RelationKind::DependsOn,
        table: Table::DependsOn,
        attribute: Attribute::Dependence,
        settings: ["cut-depends-on-midpoint", "cut-depends-on-median", "cut-depends-on-at"],
        rules: ["reciprocity-depends-on", "reciprocity-depends-on-rho", "reciprocity-depends-on-weighted"],
    },
];

/// A stated relation: its level where it is known, and its grounds.
struct Cell {
    level: Option<Exact>,
    because: Vec<Contribution>,
}

/// The matrix of one kind of relation.
struct Cells {
    parties: Vec<PartyId>,
    cells: BTreeMap<(usize, usize), Cell>,
    /// Parties whose row is unknown.
    unasked: Vec<PartyId>,
}

impl Kind {
    fn cells(&self, model: &Model, aggregate: Aggregate) -> Cells {
        let rated = |a: &PartyId, b: &PartyId, element: fn(PartyId, PartyId) -> Element| {
            let source = element(a.clone(), b.clone());
            let reading = model.read(&source, self.attribute, aggregate);
            let because = reading.map(|r| Contribution::read(source, self.attribute, r, 0.0));
            Cell { level: reading.map(|r| Exact::of(r.raw)), because: because.into_iter().collect() }
        };
        let depends = |a: &PartyId, b: &PartyId| {
            let side = Side::of(model, a, b, aggregate);
            let level = side.level();
            let because = if level.is_some() { side.because } else { Vec::new() };
            Cell { level, because }
        };
        let mut stated: Vec<(&PartyId, &PartyId, Cell)> = Vec::new();
        match self.relation {
            RelationKind::Trusts => {
                stated.extend(model.trusts().iter().map(|(a, b, _)| (a, b, rated(a, b, Element::Trusts))));
            }
            RelationKind::Influences => {
                stated.extend(model.influences().iter().map(|(a, b, _)| (a, b, rated(a, b, Element::Influences))));
            }
            _ => stated.extend(model.dependences().iter().map(|(a, b, _)| (a, b, depends(a, b)))),
        }
        let wrote = |p: &PartyId| model.wrote(p, self.table);
        let any = !stated.is_empty() || model.parties().any(|(p, _)| wrote(p));
        let (parties, rest): (Vec<&PartyId>, Vec<&PartyId>) = model.parties().map(|(p, _)| p).partition(|p| wrote(p));
        let place: BTreeMap<&PartyId, usize> = parties.iter().enumerate().map(|(i, p)| (*p, i)).collect();
        let at = |a: &PartyId, b: &PartyId| Some((*place.get(a)?, *place.get(b)?));
        Cells {
            cells: stated.into_iter().filter_map(|(a, b, cell)| Some((at(a, b)?, cell))).collect(),
            unasked: rest.into_iter().filter(|_| any).cloned().collect(),
            parties: parties.into_iter().cloned().collect(),
        }
    }

    /// The level of the cut; a median is that of the stated ratings.
    fn level(&self, model: &Model, cut: Cut, cells: &Cells) -> Measure {
        let midpoint = || match self.attribute.scale() {
            Some(kind) => model.scales().of(kind).midpoint(),
            None => 0.5,
        };
        match cut {
            Cut::Midpoint => Measure::Known(midpoint()),
            Cut::At(level) => Measure::Known(level.get()),
            Cut::Median => {
                let points: Vec<f64> =
                    cells.cells.values().filter_map(|c| c.level.as_ref()).map(Exact::to_f64).collect();
                Measure::or(exact::median(&points), Undefined::NothingToMeasure)
            }
        }
    }

    fn setting(&self, cut: Cut) -> &'static str {
        let [midpoint, median, at] = self.settings;
        match cut {
            Cut::Midpoint => midpoint,
            Cut::Median => median,
            Cut::At(_) => at,
        }
    }

    /// The cut that a finding cites.
    fn cited(&self, finding: &Finding) -> Option<Cut> {
        let first = finding.because.first()?;
        let Element::Setting(name) = first.source else { return None };
        let cuts = [Cut::Midpoint, Cut::Median, Cut::At(Raw::new(first.amount).ok()?)];
        cuts.into_iter().find(|cut| self.setting(*cut) == name)
    }
}

impl Cells {
    /// The matrix with everything that is counted in it.
    fn count(&self, kind: &Kind, cut: f64) -> (u64, Counted, Option<Exact>) {
        let n = self.parties.len() as u64;
        let open: BTreeSet<(usize, usize)> = self
            .cells
            .iter()
            .filter(|(_, cell)| cell.level.is_none())
            .flat_map(|((a, b), _)| [(*a, *b), (*b, *a)])
            .collect();
        let pairs = n.saturating_mul(n.saturating_sub(1)).saturating_sub(open.len() as u64);
        let known: BTreeMap<(usize, usize), Exact> = self
            .cells
            .iter()
            .filter(|(ends, _)| !open.contains(ends))
            .filter_map(|(ends, cell)| Some((*ends, cell.level.clone()?)))
            .collect();
        // Compared as rounded, for a median is rounded too: what lies on it is an edge.
        let stated = known.iter().filter(|(_, level)| level.to_f64() >= cut).map(|(ends, _)| *ends);
        // Trust that nobody stated is unknown; no influence and no dependence in a written table is 0.
        let absent = (0..self.parties.len())
            .filter(|_| kind.relation != RelationKind::Trusts && cut <= 0.0)
            .flat_map(|a| (0..self.parties.len()).map(move |b| (a, b)))
            .filter(|ends| ends.0 != ends.1 && !open.contains(ends) && !known.contains_key(ends));
        (pairs, counted(pairs, stated.chain(absent)), weighted(&known).0)
    }

    /// The cut, the parties without a stated relation of their own, and every known rating, 1 where it is an edge.
    fn grounds(&self, kind: &Kind, cut: Cut, level: f64) -> Vec<Contribution> {
        let mut out = vec![Contribution {
            source: Element::Setting(kind.setting(cut)),
            attribute: Some(Attribute::Cut),
            reading: None,
            amount: level,
        }];
        out.extend(self.parties.iter().map(|p| Contribution::of(p.into(), 1.0)));
        let dependence = kind.relation == RelationKind::DependsOn;
        for part in self.cells.values().flat_map(|c| &c.because) {
            let edge = part.reading.is_some_and(|r| r.raw >= level);
            let amount = if dependence { part.amount } else { f64::from(u8::from(edge)) };
            out.push(Contribution { amount, ..part.clone() });
        }
        out
    }
}

fn measures(counted: &Counted, weighted: Option<&Exact>) -> [Measure; 3] {
    [counted.raw.as_ref(), counted.rho.as_ref(), weighted]
        .map(|x| Measure::or(x.map(Exact::to_f64), Undefined::NothingToMeasure))
}

pub(super) fn reciprocity(model: &Model, options: &RelationOptions, notes: &mut Notes) -> Vec<Reciprocity> {
    let mut out = Vec::new();
    for (kind, cut) in KINDS.iter().zip([options.trust_cut, options.influence_cut, options.dependence_cut]) {
        let cells = kind.cells(model, options.aggregate);
        notes.omitted.extend(cells.unasked.iter().map(|p| Omission::unknown(p.into(), kind.attribute)));
        if kind.relation == RelationKind::Influences {
            let ends = |(a, b): (usize, usize)| Some((cells.parties.get(a)?.clone(), cells.parties.get(b)?.clone()));
            let open = cells.cells.iter().filter(|(_, cell)| cell.level.is_none());
            let relations = open.filter_map(|(at, _)| ends(*at)).map(|(a, b)| Element::Influences(a, b));
            notes.omitted.extend(relations.map(|source| Omission::unknown(source, Attribute::Influence)));
        }
        let level = kind.level(model, cut, &cells);
        let (pairs, counted, weighted) = cells.count(kind, level.value().unwrap_or(f64::INFINITY));
        let [raw, rho, weighted] = measures(&counted, weighted.as_ref());
        if let (Measure::Known(level), false) = (level, cells.parties.is_empty()) {
            for (rule, measure) in kind.rules.into_iter().zip([raw, rho, weighted]) {
                let because = cells.grounds(kind, cut, level);
                notes.find_of(vec![Element::Project], rule, Law::Statistic, measure.into(), because);
            }
        }
        let density = counted.density.as_ref().map(Exact::to_f64);
        out.push(Reciprocity {
            relation: kind.relation,
            cut: level,
            parties: cells.parties,
            pairs,
            edges: counted.arcs,
            reciprocated: counted.answered,
            density: Measure::or(density, Undefined::NothingToMeasure),
            raw,
            rho,
            weighted,
        });
    }
    out
}

fn kind_of(finding: &Finding) -> Option<(&'static Kind, usize)> {
    KINDS.iter().find_map(|kind| Some((kind, kind.rules.iter().position(|rule| *rule == finding.rule)?)))
}

fn part(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    let (kind, _) = kind_of(finding)?;
    match &part.source {
        Element::Setting(_) => {
            let cut = kind.cited(finding)?;
            kind.level(model, cut, &kind.cells(model, finding.aggregate)).value()
        }
        Element::Party(id) => model.party(id).map(|_| 1.0),
        Element::DependsOn(..) => dependence::part(model, finding, part),
        _ => {
            let level = finding.because.first()?.amount;
            Some(f64::from(u8::from(part.reading?.raw >= level)))
        }
    }
}

fn again(model: &Model, finding: &Finding) -> Option<(Vec<Contribution>, Measure)> {
    let (kind, place) = kind_of(finding)?;
    let cut = kind.cited(finding)?;
    let cells = kind.cells(model, finding.aggregate);
    let level = kind.level(model, cut, &cells).value()?;
    let (_, counted, weighted) = cells.count(kind, level);
    let measure = measures(&counted, weighted.as_ref()).get(place).copied()?;
    Some((cells.grounds(kind, cut, level), measure))
}

macro_rules! rules {
    ($(($kind:literal, $rule:literal)),+) => {
        pub(super) const RULES: &[Rule] = &[$(Rule {
            id: KINDS[$kind].rules[$rule],
            law: Law::Statistic,
            part,
            whole: Some(|model, finding| as_cited(finding, again(model, finding))),
        }),+];
    };
}
rules!((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2));
