//! # Convergence
//!
//! **Question.** Who agrees with whom, who opposes whom, over which interests, and who does both?
//!
//! **Method.** MACTOR: M. Godet, "Actors' moves and strategies: the MACTOR method", *Futures* 23(6), 1991.
//!
//! **Inputs.** Stances v on interests, signed, raw; by option times the weight of their salience; for the third order the relative
//! force R of [`mod@crate::analysis::influence`].
//!
//! **Formula.** Three orders of positions: *first* the sign of the stance, *second* v, *third* R_i v. Over the interests on which both
//! have a position other than 0: C_ij = Σ ½(|v_i| + |v_j|) where the signs agree, D_ij the same where they oppose. Net C − D;
//! *ambivalent* when both are above 0. Per interest: agreement Σ v above 0, disagreement Σ |v| below 0, mobilisation both. Per
//! party: ambivalence 1 − Σ_j |C_ij − D_ij| / Σ_j (C_ij + D_ij), involvement Σ |v|. Degree of convergence ΣC/(ΣC + ΣD). Between
//! interests likewise, over parties. Raw units, exact, each number rounded once.
//!
//! **Assumptions.** Half a stance more of one party makes up for half a stance less of another.
//!
//! **Missing data.** No stake is not concerned and a written 0 neutral: neither counts. An unknown stance leaves that party out of that
//! interest, and is listed; so is a stake without salience when salience counts. The third order is undefined when R is, and has only
//! the parties in the matrix of influences; others that have a position are listed. A party with R = 0 has no position in it.
//!
//! **Returns.** [`Convergence`]. **Complexity.** parties² × interests, and n³ for R.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{ConvergenceOptions, convergence};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\nstakes = { light = 2, rest = 1 }\n[party.shops]\nstakes = { light = 1, rest = -2 }\n\
//!             [interest.light]\n[interest.rest]\n";
//! let found = convergence(&Model::try_from(Document::from_toml(text)?)?, &ConvergenceOptions::new());
//! let second = found.orders[1].tables.as_ref().value().expect("has what it needs");
//! assert_eq!((second.pairs[0].convergence, second.pairs[0].divergence), (1.5, 1.5));
//! assert!(second.pairs[0].ambivalent);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** Agreement on an interest is not trust, nor a wish to work together.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Matrix;
use super::influence::Direct;
use super::replay::{Rule, as_cited};
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{InterestId, PartyId};
use crate::math::Exact;
use crate::math::concord::{
    Behind, Concord, Positions, behind, between_columns, between_rows, columns_of, rows_of, size,
};
use crate::math::min_sum::Weights;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::ScaleKind;
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// What counts as a position.
    ConvergenceOrder, "order of convergence" {
        /// The sign of the stance.
        First = "first",
        /// The valued stance.
        Second = "second",
        /// The valued stance times the relative force of the party.
        Third = "third",
    }
}

vocabulary! {
    /// What a position of the second and third order is valued by.
    Valued, "way of valuing" {
        /// The raw stance.
        Stance = "stance",
        /// The raw stance times the weight of the salience.
        StanceTimesSalience = "stance-times-salience",
    }
}

vocabulary! {
    /// What two positions on one interest come to.
    PairRule, "rule for a pair" {
        /// The mean of their sizes.
        Mean = "mean",
    }
}

/// How to compute convergence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConvergenceOptions {
    orders: BTreeSet<ConvergenceOrder>,
    valued: Valued,
    rule: PairRule,
    aggregate: Aggregate,
}

impl Default for ConvergenceOptions {
    fn default() -> Self {
        Self {
            orders: ConvergenceOrder::ALL.iter().copied().collect(),
            valued: Valued::Stance,
            rule: PairRule::Mean,
            aggregate: Aggregate::default(),
        }
    }
}

impl ConvergenceOptions {
    /// All orders, valued by stance, the mean for a pair, median over raters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Which orders to compute.
    #[must_use]
    pub fn orders(mut self, orders: impl IntoIterator<Item = ConvergenceOrder>) -> Self {
        self.orders = orders.into_iter().collect();
        self
    }

    /// What positions of the second and third order are valued by.
    #[must_use]
    pub fn valued(mut self, valued: Valued) -> Self {
        self.valued = valued;
        self
    }

    /// What two positions on one interest come to.
    #[must_use]
    pub fn rule(mut self, rule: PairRule) -> Self {
        self.rule = rule;
        self
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }
}

/// One interest behind C or D of two parties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InterestBehind {
    /// The interest.
    pub interest: InterestId,
    /// ½(|v_i| + |v_j|), raw.
    pub amount: f64,
    /// That as a part of C, or of D: 0 … 1.
    pub share: f64,
}

/// Two parties that agree or oppose each other somewhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairConvergence {
    /// The two, in id order.
    pub parties: [PartyId; 2],
    /// C, raw.
    pub convergence: f64,
    /// D, raw.
    pub divergence: f64,
    /// C − D, raw.
    pub net: f64,
    /// Whether both are above 0.
    pub ambivalent: bool,
    /// The interests behind C.
    pub agreed: Vec<InterestBehind>,
    /// The interests behind D.
    pub opposed: Vec<InterestBehind>,
}

/// One party among all others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyConvergence {
    /// The party.
    pub party: PartyId,
    /// Σ_j C_ij, raw.
    pub convergence: f64,
    /// Σ_j D_ij, raw.
    pub divergence: f64,
    /// 1 − Σ_j |C_ij − D_ij| / Σ_j (C_ij + D_ij): 0 of one mind with or against each other party … 1 as much with as against.
    pub ambivalence: Measure,
    /// Σ |v| over interests, raw.
    pub involvement: f64,
}

/// What parties are willing to do about one interest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mobilisation {
    /// The interest.
    pub interest: InterestId,
    /// Σ of the positions above 0, raw.
    pub agreement: f64,
    /// Σ of the sizes of the positions below 0, raw.
    pub disagreement: f64,
    /// Both together, raw.
    pub mobilisation: f64,
}

/// Agreement and opposition by positions of one order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConvergenceTables {
    /// Every party, in id order.
    pub parties: Vec<PartyConvergence>,
    /// Every interest, in id order.
    pub interests: Vec<Mobilisation>,
    /// Every two parties of which C or D is above 0, in id order.
    pub pairs: Vec<PairConvergence>,
    /// C, party × party, raw.
    pub convergence: Matrix<PartyId, PartyId, f64>,
    /// D, party × party, raw.
    pub divergence: Matrix<PartyId, PartyId, f64>,
    /// C − D, the net distance, party × party, raw.
    pub net: Matrix<PartyId, PartyId, f64>,
    /// C, interest × interest over parties, raw.
    pub interest_convergence: Matrix<InterestId, InterestId, f64>,
    /// D, interest × interest over parties, raw.
    pub interest_divergence: Matrix<InterestId, InterestId, f64>,
    /// C − D, the net distance, interest × interest, raw.
    pub interest_net: Matrix<InterestId, InterestId, f64>,
    /// ΣC/(ΣC + ΣD), 0 … 1.
    pub degree: Measure,
}

/// The tables of one order, or why there are none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrderConvergence {
    /// The order.
    pub order: ConvergenceOrder,
    /// Its tables; `missing-rating` or `nothing-to-measure` when the relative force is undefined.
    pub tables: Measure<ConvergenceTables>,
    #[serde(skip)]
    core: Option<Core>,
}

/// Who agrees with whom.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Convergence {
    /// How it was computed.
    #[serde(skip)]
    pub provenance: Provenance<ConvergenceOptions>,
    /// Unknown stances and saliences, and parties whose force is not known.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The orders that were asked for.
    pub orders: Vec<OrderConvergence>,
    /// Parties without a known stance other than 0.
    pub silent: Vec<PartyId>,
}

const CITES: &[Citation] = &[citation::GODET_1991];

/// The positions of one order.
#[derive(Debug, Clone, PartialEq)]
struct Core {
    order: ConvergenceOrder,
    valued: Valued,
    aggregate: Aggregate,
    parties: Vec<PartyId>,
    interests: Vec<InterestId>,
    readings: Vec<Vec<Option<Reading>>>,
    /// Times the relative force of the party in the third order.
    positions: Positions,
}

/// Computes convergence. See the [module](self).
pub fn convergence(model: &Model, options: &ConvergenceOptions) -> Convergence {
    let (known, direct) = (Stances::of(model, options.aggregate), Direct::of(model, options.aggregate));
    let core = |order| Core::of(model, &known, &direct, order, options.valued, options.aggregate);
    let orders = options.orders.iter().map(|order| match core(*order) {
        Ok(core) => OrderConvergence { order: *order, tables: Measure::Known(core.tables()), core: Some(core) },
        Err(reason) => OrderConvergence { order: *order, tables: Measure::Undefined(reason), core: None },
    });
    let speaks = |party: &PartyId| {
        let row = known.rows.get(party);
        row.is_some_and(|row| row.iter().flatten().any(|r| r.raw != 0.0))
    };
    let orders: Vec<OrderConvergence> = orders.collect();
    Convergence {
        orders,
        silent: model.parties().map(|(p, _)| p).filter(|p| !speaks(p)).cloned().collect(),
        omitted: omitted(model, options, &known, &direct, speaks),
        provenance: Provenance { method: "convergence", method_version: 1, options: options.clone(), cites: CITES },
    }
}

/// The stances of every party in the order of the interests, where they are known.
struct Stances<'m> {
    interests: Vec<&'m InterestId>,
    rows: BTreeMap<&'m PartyId, Vec<Option<Reading>>>,
}

impl<'m> Stances<'m> {
    fn of(model: &'m Model, aggregate: Aggregate) -> Self {
        let scale = model.scales().of(ScaleKind::Signed);
        let interests: Vec<&InterestId> = model.interests().map(|(i, _)| i).collect();
        let row = |party: &PartyId| {
            let mut row = vec![None; interests.len()];
            for (interest, stake) in model.stakes().of(party) {
                let at = interests.binary_search(&interest).ok().and_then(|at| row.get_mut(at));
                if let (Some(cell), Some(stance)) = (at, &stake.stance) {
                    *cell = stance.read(&scale, aggregate);
                }
            }
            row
        };
        let rows = model.parties().map(|(p, _)| (p, row(p))).collect();
        Self { interests, rows }
    }

    fn get(&self, party: &PartyId, interest: &InterestId) -> Option<Reading> {
        *self.rows.get(party)?.get(self.interests.binary_search(&interest).ok()?)?
    }
}

fn omitted(
    model: &Model,
    options: &ConvergenceOptions,
    known: &Stances<'_>,
    direct: &Direct,
    speaks: impl Fn(&PartyId) -> bool,
) -> Vec<Omission> {
    let mut out = Vec::new();
    let valued =
        options.valued == Valued::StanceTimesSalience && options.orders.iter().any(|o| *o != ConvergenceOrder::First);
    for (party, interest, _) in model.stakes().iter() {
        let stake = || Element::Stake(party.clone(), interest.clone());
        if known.get(party, interest).is_none() {
            out.push(Omission::unknown(stake(), Attribute::Stance));
        } else if valued && model.read(&stake(), Attribute::Salience, options.aggregate).is_none() {
            out.push(Omission::unknown(stake(), Attribute::Salience));
        }
    }
    if options.orders.contains(&ConvergenceOrder::Third) {
        let without = model.parties().map(|(p, _)| p);
        let without = without.filter(|p| direct.parties.binary_search(p).is_err() && speaks(p));
        out.extend(without.map(|p| Omission::unknown(p.into(), Attribute::Influence)));
    }
    out
}

impl Core {
    fn of(
        model: &Model,
        known: &Stances<'_>,
        direct: &Direct,
        order: ConvergenceOrder,
        valued: Valued,
        aggregate: Aggregate,
    ) -> Result<Self, Undefined> {
        let (parties, weights) = if order == ConvergenceOrder::Third {
            let (_, forces) = direct.total();
            if direct.parties.is_empty() {
                return Err(Undefined::MissingRating);
            }
            if forces.relative.is_none() {
                return Err(Undefined::NothingToMeasure);
            }
            (direct.parties.clone(), forces.exactly)
        } else {
            let parties: Vec<PartyId> = model.parties().map(|(p, _)| p.clone()).collect();
            let weights = Weights::ones(parties.len());
            (parties, weights)
        };
        let interests: Vec<InterestId> = known.interests.iter().map(|i| (*i).clone()).collect();
        let readings: Vec<Vec<Option<Reading>>> =
            parties.iter().map(|p| known.rows.get(p).cloned().unwrap_or_default()).collect();
        let position = |party: &PartyId, interest: &InterestId, reading: &Option<Reading>| -> Option<Exact> {
            let stance = Exact::of(reading.as_ref()?.raw);
            match (order, valued) {
                (ConvergenceOrder::First, _) => {
                    Some(Exact::from(i64::from(stance.is_positive()) - i64::from(stance.is_negative())))
                }
                (_, Valued::Stance) => Some(stance),
                (_, Valued::StanceTimesSalience) => {
                    let stake = Element::Stake(party.clone(), interest.clone());
                    let salience = model.read(&stake, Attribute::Salience, aggregate)?;
                    (stance * Exact::of(salience.raw)).checked_div(&Exact::of(salience.scale.max()))
                }
            }
        };
        let rows: Vec<Vec<Exact>> = parties
            .iter()
            .zip(&readings)
            .map(|(p, row)| {
                let cells = interests.iter().zip(row);
                cells.map(|(i, r)| position(p, i, r).unwrap_or_else(Exact::zero)).collect()
            })
            .collect();
        let positions = Positions::weighted(&rows, &weights);
        Ok(Self { order, valued, aggregate, parties, interests, readings, positions })
    }

    fn tables(&self) -> ConvergenceTables {
        let rows = between_rows(&self.positions);
        let columns = between_columns(&self.positions);
        let involvement = rows_of(&self.positions);
        let parties = self.parties.iter().enumerate().map(|(i, party)| PartyConvergence {
            party: party.clone(),
            convergence: rows.agreements(i).unwrap_or(0.0),
            divergence: rows.oppositions(i).unwrap_or(0.0),
            ambivalence: Measure::or(rows.ambivalence(i), Undefined::NothingToMeasure),
            involvement: involvement.get(i).copied().unwrap_or(0.0),
        });
        let interests = self.interests.iter().zip(columns_of(&self.positions)).map(
            |(interest, [agreement, disagreement, mobilisation])| Mobilisation {
                interest: interest.clone(),
                agreement,
                disagreement,
                mobilisation,
            },
        );
        let of_parties = |cell: fn(&Concord, usize, usize) -> Option<f64>| square(&self.parties, &rows, cell);
        let of_interests = |cell: fn(&Concord, usize, usize) -> Option<f64>| square(&self.interests, &columns, cell);
        ConvergenceTables {
            parties: parties.collect(),
            interests: interests.collect(),
            pairs: self.pairs(&rows),
            convergence: of_parties(Concord::agreement),
            divergence: of_parties(Concord::opposition),
            net: of_parties(Concord::net),
            interest_convergence: of_interests(Concord::agreement),
            interest_divergence: of_interests(Concord::opposition),
            interest_net: of_interests(Concord::net),
            degree: Measure::or(rows.degree(), Undefined::NothingToMeasure),
        }
    }

    fn pairs(&self, rows: &Concord) -> Vec<PairConvergence> {
        let mut out = Vec::new();
        for (i, a) in self.parties.iter().enumerate() {
            for (j, b) in self.parties.iter().enumerate().skip(i + 1) {
                let (behind, [convergence, divergence]) = behind(&self.positions, i, j);
                if behind.is_empty() {
                    continue;
                }
                let agreeing = behind.iter().filter(|b| b.agree).count();
                let (mut agreed, mut opposed) =
                    (Vec::with_capacity(agreeing), Vec::with_capacity(behind.len() - agreeing));
                for b in &behind {
                    let Some(interest) = self.interests.get(b.column).cloned() else { continue };
                    let side = if b.agree { &mut agreed } else { &mut opposed };
                    side.push(InterestBehind { interest, amount: b.amount, share: b.share });
                }
                out.push(PairConvergence {
                    parties: [a.clone(), b.clone()],
                    convergence,
                    divergence,
                    net: rows.net(i, j).unwrap_or(0.0),
                    ambivalent: rows.ambivalent(i, j),
                    agreed,
                    opposed,
                });
            }
        }
        out
    }

    fn finding(&self, what: What, subject: Vec<Element>, amount: Amount, because: Vec<Contribution>) -> Finding {
        let (rule, law) = rule_of(what, self.order, self.valued);
        Finding { subject, rule, law, amount, aggregate: self.aggregate, because }
    }

    /// A stance with what it counts for.
    fn cited(&self, i: usize, a: usize, amount: f64) -> Option<Contribution> {
        let stake = Element::Stake(self.parties.get(i)?.clone(), self.interests.get(a)?.clone());
        let reading = (*self.readings.get(i)?.get(a)?)?;
        Some(Contribution::read(stake, Attribute::Stance, reading, amount))
    }

    /// C or D of two parties, which half of each stance makes.
    fn of_pair(&self, what: What, i: usize, j: usize) -> Option<Finding> {
        let agree = what == What::Convergence;
        let (all, [convergence, divergence]) = behind(&self.positions, i, j);
        let half = |i: usize, a: usize| self.cited(i, a, size(&self.positions, i, a)? / 2.0);
        let halves = |b: &Behind| [half(i, b.column), half(j, b.column)];
        let because = all.iter().filter(|b| b.agree == agree).flat_map(halves).flatten().collect();
        let subject = vec![self.parties.get(i)?.into(), self.parties.get(j)?.into()];
        let amount = Amount::Number(if agree { convergence } else { divergence });
        Some(self.finding(what, subject, amount, because))
    }

    /// Agreement or disagreement over an interest.
    fn of_interest(&self, what: What, a: usize, [agreement, disagreement, _]: [f64; 3]) -> Option<Finding> {
        let agree = what == What::Agreement;
        let because = self.readings.iter().enumerate().filter_map(|(i, row)| {
            let raw = (*row.get(a)?)?.raw;
            let amount = size(&self.positions, i, a).filter(|x| *x > 0.0 && (raw > 0.0) == agree)?;
            self.cited(i, a, amount)
        });
        let amount = Amount::Number(if agree { agreement } else { disagreement });
        Some(self.finding(what, vec![self.interests.get(a)?.into()], amount, because.collect()))
    }

    /// The ambivalence of a party, with C − D of each other.
    fn of_party(&self, rows: &Concord, i: usize) -> Option<Finding> {
        let net = |(j, other): (usize, &PartyId)| {
            Some(Contribution::of(other.into(), rows.net(i, j).filter(|_| i != j && rows.meet(i, j))?))
        };
        let because = self.parties.iter().enumerate().filter_map(net).collect();
        let amount = Measure::or(rows.ambivalence(i), Undefined::NothingToMeasure);
        Some(self.finding(What::Ambivalence, vec![self.parties.get(i)?.into()], amount.into(), because))
    }

    /// The degree of convergence, with the convergence of each party.
    fn of_all(&self, rows: &Concord) -> Finding {
        let of = |(i, party): (usize, &PartyId)| Some(Contribution::of(party.into(), rows.agreements(i)?));
        let because = self.parties.iter().enumerate().filter_map(of).collect();
        let amount = Measure::or(rows.degree(), Undefined::NothingToMeasure);
        self.finding(What::Degree, vec![Element::Project], amount.into(), because)
    }

    fn findings(&self) -> Vec<Finding> {
        let rows = between_rows(&self.positions);
        let sides = columns_of(&self.positions);
        let mut out = Vec::new();
        for i in 0..self.parties.len() {
            for j in (i + 1..self.parties.len()).filter(|j| rows.meet(i, *j)) {
                out.extend([What::Convergence, What::Divergence].into_iter().filter_map(|w| self.of_pair(w, i, j)));
            }
        }
        for (a, side) in sides.into_iter().enumerate() {
            let both = [What::Agreement, What::Disagreement];
            out.extend(both.into_iter().filter_map(|what| self.of_interest(what, a, side)));
        }
        out.extend((0..self.parties.len()).filter_map(|i| self.of_party(&rows, i)));
        out.push(self.of_all(&rows));
        out
    }

    /// The finding of one subject.
    fn find(&self, what: What, subject: &[Element]) -> Option<Finding> {
        let party = |e: &Element| match e {
            Element::Party(p) => self.parties.binary_search(p).ok(),
            _ => None,
        };
        let rows = || between_rows(&self.positions);
        match (what, subject) {
            (What::Convergence | What::Divergence, [a, b]) => self.of_pair(what, party(a)?, party(b)?),
            (What::Agreement | What::Disagreement, [Element::Interest(a)]) => {
                let at = self.interests.binary_search(a).ok()?;
                self.of_interest(what, at, *columns_of(&self.positions).get(at)?)
            }
            (What::Ambivalence, [a]) => self.of_party(&rows(), party(a)?),
            (What::Degree, [Element::Project]) => Some(self.of_all(&rows())),
            _ => None,
        }
    }
}

fn square<T: Clone>(
    names: &[T],
    concord: &Concord,
    cell: fn(&Concord, usize, usize) -> Option<f64>,
) -> Matrix<T, T, f64> {
    // What two have with each other is the same both ways.
    let half: Vec<Vec<f64>> =
        (0..names.len()).map(|i| (0..=i).map(|j| cell(concord, i, j).unwrap_or(0.0)).collect()).collect();
    let at = |i: usize, j: usize| half.get(i.max(j)).and_then(|row| row.get(i.min(j))).copied().unwrap_or(0.0);
    Matrix::by_place(names.to_vec(), names.to_vec(), at)
}

impl Convergence {
    /// The tables of one order, if it was asked for and is defined.
    pub fn order(&self, order: ConvergenceOrder) -> Option<&ConvergenceTables> {
        self.orders.iter().find(|o| o.order == order)?.tables.as_ref().value()
    }

    /// Every number with its grounds: C and D of each pair, agreement and disagreement per interest, ambivalence per party, degree.
    pub fn findings(&self) -> Vec<Finding> {
        self.orders.iter().filter_map(|o| o.core.as_ref()).flat_map(Core::findings).collect()
    }
}

/// What a finding is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Convergence,
    Divergence,
    Agreement,
    Disagreement,
    Ambivalence,
    Degree,
}

/// How many there are, in the order of the rules of each order.
const WHATS: usize = 6;

/// The finding that the model gives now, if its grounds are those of the one to check.
fn again(model: &Model, finding: &Finding, what: What, order: ConvergenceOrder, valued: Valued) -> Amount {
    let (known, direct) = (Stances::of(model, finding.aggregate), Direct::of(model, finding.aggregate));
    let core = Core::of(model, &known, &direct, order, valued, finding.aggregate);
    as_cited(core.ok().and_then(|core| core.find(what, &finding.subject)), finding)
}

fn rule_of(what: What, order: ConvergenceOrder, valued: Valued) -> (&'static str, Law) {
    let row = match (order, valued) {
        // The first order is of signs, whatever stances are valued by.
        (ConvergenceOrder::First, _) => 0,
        (ConvergenceOrder::Second, Valued::Stance) => 1,
        (ConvergenceOrder::Third, Valued::Stance) => 2,
        (ConvergenceOrder::Second, Valued::StanceTimesSalience) => 3,
        (ConvergenceOrder::Third, Valued::StanceTimesSalience) => 4,
    };
    RULES.get(row * WHATS + what as usize).map_or(("", Law::Statistic), |rule| (rule.id, rule.law))
}

macro_rules! rules {
    ($($order:ident, $valued:ident, $name:literal;)+) => {
        &[$(
            rules!(@ Convergence, Sum, concat!("convergence-", $name), $order, $valued),
            rules!(@ Divergence, Sum, concat!("divergence-", $name), $order, $valued),
            rules!(@ Agreement, Sum, concat!("agreement-", $name), $order, $valued),
            rules!(@ Disagreement, Sum, concat!("disagreement-", $name), $order, $valued),
            rules!(@ Ambivalence, Statistic, concat!("ambivalence-", $name), $order, $valued),
            rules!(@ Degree, Statistic, concat!("degree-of-convergence-", $name), $order, $valued),
        )+]
    };
    (@ $what:ident, $law:ident, $id:expr, $order:ident, $valued:ident) => {
        Rule {
            id: $id,
            law: Law::$law,
            part: Rule::WHOLE,
            whole: Some(|m, f| again(m, f, What::$what, ConvergenceOrder::$order, Valued::$valued)),
        }
    };
}

pub(super) const RULES: &[Rule] = rules! {
    First, Stance, "first";
    Second, Stance, "second";
    Third, Stance, "third";
    Second, StanceTimesSalience, "second-salience";
    Third, StanceTimesSalience, "third-salience";
};
