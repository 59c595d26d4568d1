//! # Conflict table
//!
//! **Question.** Who is allied with whom, who is in conflict, over which interests most, and which interests tell the parties apart?
//!
//! **Method.** Three-way tables: Z. Pawlak, "On conflicts", *International Journal of Man-Machine Studies* 21 (1984), and "An inquiry
//! into anatomy of conflicts", *Information Sciences* 109 (1998). The shares of alliance, conflict and neutrality are kept apart, as
//! J. Luo, M. Hu, G. Lang and others, "Three-way conflict analysis based on alliance and conflict functions" (2025), ask: one
//! alliance and one conflict have the same mean as two neutral interests.
//!
//! **Inputs.** Stances on interests, signed; only their sign counts.
//!
//! **Formula.** Per pair of parties over the interests on which both signs are known: φ = 1 for the same sign, −1 for opposite signs,
//! 0 where one of them is 0. Alliance, conflict and neutral share are the shares of 1, −1 and 0; they add up to 1.
//! Distance ρ = mean of (1 − φ)/2, and 0 of a party with itself. Relation: alliance ρ < ½, neutral ρ = ½, conflict ρ > ½.
//! Coalitions: the maximal sets of parties of which every two are allied; a party without allies is one alone. Degree of
//! conflict of an interest = ordered pairs of opposite signs/(2⌈n/2⌉(n − ⌈n/2⌉)), n being the parties whose sign on it is known;
//! of the table the mean over the interests that have one. Reducts: the minimal sets of interests that tell apart every two
//! parties that all interests together tell apart; the core is what is in every reduct. [`Distance`] and [`Trisection`] hold
//! the published and own variants.
//!
//! **Assumptions.** Every interest weighs the same, and so does every stance whatever its strength.
//!
//! **Missing data.** No stake means not concerned: the cell is empty, unless [`NoStake::Neutral`] is asked for, and then `assumed` says
//! how many cells were taken for neutral. A stake whose stance is unknown leaves its cell empty and is listed in `omitted`. An
//! empty cell is in no share, in no n, and tells nobody apart. A pair without a common interest has no shares, no distance and
//! no relation (`nothing-to-measure`), and neither has an interest on which fewer than two parties have a sign a degree.
//!
//! **Returns.** [`ConflictTable`].
//!
//! **Complexity.** The common interests of all pairs, besides coalitions and reducts: there may be exponentially many of these, so they
//! are listed as far as a budget goes, and `truncated` says when there may be more.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{ConflictTableOptions, conflict_table};
//! use polder::evidence::Measure;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[interest.light]\n[interest.costs]\n[interest.data]\n\
//!             [party.city]\nstakes = { light = 2, costs = -1, data = 1 }\n\
//!             [party.shops]\nstakes = { light = 1, costs = -2, data = 0 }\n\
//!             [party.residents]\nstakes = { light = -1, costs = 1 }\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let table = conflict_table(&model, &ConflictTableOptions::new());
//! assert_eq!(table.pairs[1].to_string(), "city and shops: alliance, distance 0.16666666666666666 over 3 interests");
//! assert_eq!(table.pairs[0].distance, Measure::Known(1.0));
//! assert_eq!(table.coalitions.sets.len(), 2);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** A distance of ½ over two interests may be one alliance and one conflict or two times neutral: read the shares. A
//! distance over one common interest is no weaker than one over ten: read `common`. A relation is of stances, not of people.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;

use itertools::Itertools;
use serde::Serialize;
use thiserror::Error;

use super::Matrix;
use crate::citation::{self, Citation};
use crate::evidence::{Finding, Measure, Omission, Provenance, Undefined};
use crate::id::{InterestId, PartyId};
use crate::math::Exact;
use crate::math::budget::{Budget, Listed};
use crate::math::cliques::{Undirected, maximal_cliques};
use crate::math::hitting_sets::minimal_hitting_sets;
pub use crate::math::three_way::{Distance, Sign, Tally};
use crate::math::three_way::{degree_of_conflict, mean};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::Strength;
use crate::vocabulary::vocabulary;

mod grounds;

pub(super) use grounds::RULES;

vocabulary! {
    /// How the absence of a stake is read.
    NoStake, "reading of no stake" {
        /// The party is not concerned: the cell is empty.
        NotConcerned = "not-concerned",
        /// Assumed to be neutral, as in Pawlak's tables, which have no empty cells.
        Neutral = "neutral",
    }
}

vocabulary! {
    /// How two parties stand to each other.
    ThreeWay, "three-way relation" {
        /// Allied.
        Alliance = "alliance",
        /// Neither allied nor in conflict.
        Neutral = "neutral",
        /// In conflict.
        Conflict = "conflict",
    }
}

/// A lower and an upper threshold, 0 ≤ lower < upper ≤ 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Thresholds {
    lower: Strength,
    upper: Strength,
}

/// A lower threshold is not below the upper one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the lower threshold {lower} is not below the upper threshold {upper}")]
pub struct BadThresholds {
    /// The lower one as given.
    pub lower: Strength,
    /// The upper one as given.
    pub upper: Strength,
}

impl Thresholds {
    /// Two thresholds.
    ///
    /// # Errors
    /// [`BadThresholds`] unless the lower is below the upper.
    pub fn new(lower: Strength, upper: Strength) -> Result<Self, BadThresholds> {
        if lower < upper { Ok(Self { lower, upper }) } else { Err(BadThresholds { lower, upper }) }
    }

    /// The lower one (β).
    pub fn lower(&self) -> Strength {
        self.lower
    }

    /// The upper one (α).
    pub fn upper(&self) -> Strength {
        self.upper
    }

    /// The most of `whole` parts that is at or below the lower threshold, and the fewest at or above the upper.
    fn parts(&self, whole: usize) -> Option<(usize, usize)> {
        let part = |threshold: Strength| Some(Exact::of(threshold.get()) * Exact::from(i64::try_from(whole).ok()?));
        let (low, high) = (part(self.lower)?.floor_i64()?, part(self.upper)?.ceil_i64()?);
        Some((usize::try_from(low).ok()?, usize::try_from(high).ok()?))
    }
}

/// How pairs are divided in three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trisection {
    /// Alliance ρ < ½, neutral ρ = ½, conflict ρ > ½ (Pawlak).
    #[default]
    Half,
    /// Alliance ρ at or below the lower threshold, conflict ρ at or above the upper one, else neutral (Yao 2019).
    Distance(Thresholds),
    /// On the shares kept apart, own rule: alliance when the alliance share is at or above the upper threshold and the conflict
    /// share at or below the lower one; conflict the other way round; else neutral.
    Shares(Thresholds),
}

/// Divides pairs in three, as far as they have so many interests in common.
struct Divider {
    trisection: Trisection,
    distance: Distance,
    /// By the number of parts that a pair has (halves of distance, or interests): what lies on the thresholds.
    parts: Vec<Option<(usize, usize)>>,
}

impl Divider {
    fn new(trisection: Trisection, distance: Distance, common: usize) -> Self {
        let parts = match &trisection {
            Trisection::Half => Vec::new(),
            Trisection::Distance(at) => (0..=2 * common).map(|whole| at.parts(whole)).collect(),
            Trisection::Shares(at) => (0..=common).map(|whole| at.parts(whole)).collect(),
        };
        Self { trisection, distance, parts }
    }

    fn relation(&self, tally: &Tally) -> Measure<ThreeWay> {
        let (halves, whole) = (tally.halves(self.distance), 2 * tally.common);
        let of = |alliance: bool, conflict: bool| match (alliance, conflict) {
            (true, _) => ThreeWay::Alliance,
            (_, true) => ThreeWay::Conflict,
            _ => ThreeWay::Neutral,
        };
        let parts = |whole: usize| self.parts.get(whole).copied().flatten();
        let relation = match self.trisection {
            _ if whole == 0 => None,
            Trisection::Half => Some(of(2 * halves < whole, 2 * halves > whole)),
            Trisection::Distance(_) => parts(whole).map(|(low, high)| of(halves <= low, halves >= high)),
            Trisection::Shares(_) => parts(tally.common).map(|(low, high)| {
                let (alliance, conflict) = (tally.alliance, tally.conflict);
                of(alliance >= high && conflict <= low, conflict >= high && alliance <= low)
            }),
        };
        Measure::or(relation, Undefined::NothingToMeasure)
    }
}

/// How to draw up the table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ConflictTableOptions {
    aggregate: Aggregate,
    no_stake: NoStake,
    distance: Distance,
    trisection: Trisection,
    pairs_at_most: usize,
    coalitions_at_most: usize,
    reducts_at_most: usize,
    work_at_most: u64,
}

impl Default for ConflictTableOptions {
    /// Median over raters; no stake is not concerned; Pawlak's distance, divided at one half; at most 100 000 pairs, 1000 coalitions
    /// and 100 reducts; ten million steps of work for each of the last two.
    fn default() -> Self {
        Self {
            aggregate: Aggregate::Median,
            no_stake: NoStake::NotConcerned,
            distance: Distance::Pawlak,
            trisection: Trisection::Half,
            pairs_at_most: 100_000,
            coalitions_at_most: 1_000,
            reducts_at_most: 100,
            work_at_most: 10_000_000,
        }
    }
}

impl ConflictTableOptions {
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

    /// How the absence of a stake is read.
    #[must_use]
    pub fn no_stake(mut self, no_stake: NoStake) -> Self {
        self.no_stake = no_stake;
        self
    }

    /// Which distance is used.
    #[must_use]
    pub fn distance(mut self, distance: Distance) -> Self {
        self.distance = distance;
        self
    }

    /// How pairs are divided into alliance, neutral and conflict.
    #[must_use]
    pub fn trisection(mut self, trisection: Trisection) -> Self {
        self.trisection = trisection;
        self
    }

    /// How many pairs are listed at most; coalitions and reducts rest on all of them.
    #[must_use]
    pub fn pairs_at_most(mut self, pairs: usize) -> Self {
        self.pairs_at_most = pairs;
        self
    }

    /// How many coalitions are listed at most.
    #[must_use]
    pub fn coalitions_at_most(mut self, coalitions: usize) -> Self {
        self.coalitions_at_most = coalitions;
        self
    }

    /// How many reducts are listed at most.
    #[must_use]
    pub fn reducts_at_most(mut self, reducts: usize) -> Self {
        self.reducts_at_most = reducts;
        self
    }

    /// How many elementary steps the search for coalitions, and that for reducts, may take.
    #[must_use]
    pub fn work_at_most(mut self, steps: u64) -> Self {
        self.work_at_most = steps;
        self
    }
}

/// How two parties compare.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    /// The two, in id order.
    pub parties: [PartyId; 2],
    /// On how many interests they compare, and how.
    pub tally: Tally,
    /// The share of common interests on which they have the same sign, 0 … 1.
    pub alliance: Measure,
    /// The share on which they have opposite signs, 0 … 1.
    pub conflict: Measure,
    /// The share on which one of them is neutral, 0 … 1.
    pub neutral: Measure,
    /// Their distance, 0 … 1.
    pub distance: Measure,
    /// How they stand to each other.
    pub relation: Measure<ThreeWay>,
}

impl Pair {
    fn of(parties: [PartyId; 2], tally: Tally, divider: &Divider) -> Self {
        let measure = |x| Measure::or(x, Undefined::NothingToMeasure);
        Self {
            parties,
            tally,
            alliance: measure(tally.share(tally.alliance)),
            conflict: measure(tally.share(tally.conflict)),
            neutral: measure(tally.share(tally.neutral)),
            distance: measure(tally.distance(divider.distance)),
            relation: divider.relation(&tally),
        }
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b] = &self.parties;
        let interests = if self.tally.common == 1 { "interest" } else { "interests" };
        write!(f, "{a} and {b}: {}, distance {} over {} {interests}", self.relation, self.distance, self.tally.common)
    }
}

/// How the parties divide over one interest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Issue {
    /// The interest.
    pub interest: InterestId,
    /// Who is for it, in id order.
    pub supporters: Vec<PartyId>,
    /// Who is neutral.
    pub neutral: Vec<PartyId>,
    /// Who is against it.
    pub opponents: Vec<PartyId>,
    /// The ordered pairs of opposite signs.
    pub conflicting_pairs: usize,
    /// The degree of conflict, 0 … 1.
    pub degree: Measure,
}

/// Parties of which every two are allied, and to whom nobody can be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coalitions {
    /// The coalitions, largest first.
    pub sets: Vec<Vec<PartyId>>,
    /// Whether there may be more.
    pub truncated: bool,
}

/// Interests that tell the parties apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reducts {
    /// The interests that are in every reduct: each alone tells some two parties apart.
    pub core: Vec<InterestId>,
    /// The reducts, smallest first; the empty set alone when no two parties differ.
    pub sets: Vec<Vec<InterestId>>,
    /// Whether there may be more.
    pub truncated: bool,
}

/// The conflict table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConflictTable {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<ConflictTableOptions>,
    /// Stakes whose stance is unknown.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The signs of the known stances, −1, 0 or 1, party × interest.
    pub table: Matrix<PartyId, InterestId, Option<Sign>>,
    /// How many cells are taken for neutral because there is no stake.
    pub assumed: usize,
    /// The pairs of different parties, in id order.
    pub pairs: Vec<Pair>,
    /// Whether there are more pairs than are listed.
    pub more_pairs: bool,
    /// Interest by interest, how the parties divide.
    pub issues: Vec<Issue>,
    /// The mean degree of conflict over the interests that have one, 0 … 1.
    pub degree: Measure,
    /// The coalitions.
    pub coalitions: Coalitions,
    /// The reducts; undefined when there are too many pairs to look through.
    pub reducts: Measure<Reducts>,
    #[serde(skip)]
    cells: BTreeMap<PartyId, Vec<Cell>>,
}

impl ConflictTable {
    /// The distance of two parties: 0 of one with itself when any of its signs is known. `None` when a party is not in the table, or
    /// the pair is not listed.
    pub fn distance(&self, a: &PartyId, b: &PartyId) -> Option<Measure> {
        if a == b {
            let known = !self.cells.get(a)?.is_empty();
            return Some(Measure::or(known.then_some(0.0), Undefined::NothingToMeasure));
        }
        Some(self.pair(a, b)?.distance)
    }

    /// The comparison of two different parties, in either order.
    pub fn pair(&self, a: &PartyId, b: &PartyId) -> Option<&Pair> {
        let key = if a < b { [a, b] } else { [b, a] };
        let at = self.pairs.binary_search_by(|pair| pair.parties.each_ref().cmp(&key)).ok()?;
        self.pairs.get(at)
    }

    /// Every number with its grounds, one after another: there are five for every pair.
    pub fn findings(&self) -> impl Iterator<Item = Finding> + '_ {
        grounds::findings(self)
    }
}

const CITES: &[Citation] =
    &[citation::PAWLAK_1984, citation::PAWLAK_1998, citation::YAO_2019, citation::LUO_2025, citation::OWN_THREE_WAY];

/// One known cell of the table.
#[derive(Debug, Clone, PartialEq)]
struct Cell {
    interest: InterestId,
    sign: Sign,
    /// What was read; `None` where it is assumed.
    reading: Option<Reading>,
}

/// The known cells of one party, in id order of the interests.
fn cells(model: &Model, party: &PartyId, aggregate: Aggregate, no_stake: NoStake) -> Vec<Cell> {
    let known = |interest: &InterestId| {
        let stake = Element::Stake(party.clone(), interest.clone());
        let reading = model.read(&stake, Attribute::Stance, aggregate)?;
        Some(Cell { interest: interest.clone(), sign: Sign::of(reading.raw), reading: Some(reading) })
    };
    match no_stake {
        NoStake::NotConcerned => model.stakes().of(party).filter_map(|(interest, _)| known(interest)).collect(),
        NoStake::Neutral => model
            .interests()
            .filter_map(|(interest, _)| match model.stakes().get(party, interest) {
                Some(_) => known(interest),
                None => Some(Cell { interest: interest.clone(), sign: Sign::Zero, reading: None }),
            })
            .collect(),
    }
}

/// The sides of an interest.
#[derive(Default)]
struct Sides {
    plus: Vec<PartyId>,
    zero: Vec<PartyId>,
    minus: Vec<PartyId>,
}

impl Sides {
    fn add(&mut self, party: &PartyId, sign: Sign) {
        let side = match sign {
            Sign::Plus => &mut self.plus,
            Sign::Zero => &mut self.zero,
            Sign::Minus => &mut self.minus,
        };
        side.push(party.clone());
    }

    fn degree(&self) -> Option<Exact> {
        degree_of_conflict(self.plus.len(), self.zero.len(), self.minus.len())
    }
}

/// A degree of conflict as it is reported.
fn degree(exact: Option<Exact>) -> Measure {
    Measure::or(exact.map(|d| d.to_f64()), Undefined::NothingToMeasure)
}

/// Draws up the table. See the [module](self).
pub fn conflict_table(model: &Model, options: &ConflictTableOptions) -> ConflictTable {
    let parties: Vec<PartyId> = model.parties().map(|(id, _)| id.clone()).collect();
    let interests: Vec<InterestId> = model.interests().map(|(id, _)| id.clone()).collect();
    let place: BTreeMap<&InterestId, usize> = interests.iter().zip(0..).collect();
    let cells: BTreeMap<PartyId, Vec<Cell>> =
        parties.iter().map(|party| (party.clone(), cells(model, party, options.aggregate, options.no_stake))).collect();

    let mut sides: BTreeMap<&InterestId, Sides> = interests.iter().map(|i| (i, Sides::default())).collect();
    let mut signs: BTreeMap<&PartyId, BTreeMap<&InterestId, Sign>> = BTreeMap::new();
    for (party, row) in &cells {
        for cell in row {
            signs.entry(party).or_default().insert(&cell.interest, cell.sign);
            sides.entry(&cell.interest).or_default().add(party, cell.sign);
        }
    }
    let table =
        Matrix::new(parties.clone(), interests.clone(), |p, i| signs.get(p).and_then(|row| row.get(i)).copied());

    let row_of =
        |row: &Vec<Cell>| row.iter().filter_map(|c| Some((*place.get(&c.interest)?, c.sign))).collect::<Vec<_>>();
    let rows: Vec<Row> = cells.values().map(row_of).collect();
    let compared = compared(&parties, &rows, interests.len(), options);

    let degrees: Vec<Exact> = sides.values().filter_map(Sides::degree).collect();
    let issues = sides.iter().map(|(interest, sides)| Issue {
        interest: (*interest).clone(),
        supporters: sides.plus.clone(),
        neutral: sides.zero.clone(),
        opponents: sides.minus.clone(),
        conflicting_pairs: 2 * sides.plus.len() * sides.minus.len(),
        degree: degree(sides.degree()),
    });
    let assumed = cells.values().flatten().filter(|c| c.reading.is_none()).count();
    ConflictTable {
        provenance: Provenance { method: "conflict_table", method_version: 1, options: *options, cites: CITES },
        omitted: omitted(model, options.aggregate),
        assumed,
        table,
        pairs: compared.pairs,
        more_pairs: compared.more,
        issues: issues.collect(),
        degree: degree(mean(&degrees)),
        coalitions: coalitions(&parties, &compared.allied, options),
        reducts: reducts(&interests, rows, options),
        cells,
    }
}

/// The known signs of a party by the place of the interest, ascending.
type Row = Vec<(usize, Sign)>;

/// What comes of comparing every party with every other.
struct Compared {
    pairs: Vec<Pair>,
    more: bool,
    allied: Undirected,
}

/// Compares interest by interest, so that pairs without a common one cost nothing but their place in the list.
fn compared(parties: &[PartyId], rows: &[Row], interests: usize, options: &ConflictTableOptions) -> Compared {
    let divider = Divider::new(options.trisection, options.distance, interests);
    let mut pairs = Vec::new();
    let mut allied = Undirected::new(parties.len());
    let mut columns: Vec<Vec<(usize, Sign)>> = vec![Vec::new(); interests];
    for (i, row) in rows.iter().enumerate() {
        for (interest, sign) in row {
            columns.get_mut(*interest).into_iter().for_each(|column| column.push((i, *sign)));
        }
    }
    // Kept from party to party, and emptied where it was touched: a fresh one each time would cost all pairs.
    let mut tallies = vec![Tally::default(); parties.len()];
    let mut touched: Vec<usize> = Vec::new();
    for (i, (a, row)) in parties.iter().zip(rows).enumerate() {
        for (interest, sign) in row {
            let column = columns.get(*interest).map_or(&[][..], Vec::as_slice);
            let later = column.get(column.partition_point(|(j, _)| *j <= i)..).unwrap_or_default();
            for (j, other) in later {
                let Some(tally) = tallies.get_mut(*j) else { continue };
                if tally.common == 0 {
                    touched.push(*j);
                }
                tally.add(*sign, *other);
            }
        }
        let room = options.pairs_at_most - pairs.len();
        let others = parties.iter().zip(&tallies).skip(i + 1).take(room);
        pairs.extend(others.map(|(b, tally)| Pair::of([a.clone(), b.clone()], *tally, &divider)));
        for j in touched.drain(..) {
            let Some(tally) = tallies.get_mut(j) else { continue };
            if divider.relation(tally) == Measure::Known(ThreeWay::Alliance) {
                allied.join(i, j);
            }
            *tally = Tally::default();
        }
    }
    let all = parties.len() * parties.len().saturating_sub(1) / 2;
    Compared { more: pairs.len() < all, pairs, allied }
}

fn omitted(model: &Model, aggregate: Aggregate) -> Vec<Omission> {
    let stakes = model.stakes().iter().map(|(p, i, _)| Element::Stake(p.clone(), i.clone()));
    let unknown = stakes.filter(|stake| model.read(stake, Attribute::Stance, aggregate).is_none());
    unknown.map(|stake| Omission::unknown(stake, Attribute::Stance)).collect()
}

/// The sets with their names.
fn named<T: Clone>(listed: &Listed, names: &[T]) -> Vec<Vec<T>> {
    let set = |set: &Vec<usize>| set.iter().filter_map(|at| names.get(*at)).cloned().collect();
    listed.sets.iter().map(set).collect()
}

fn coalitions(parties: &[PartyId], allied: &Undirected, options: &ConflictTableOptions) -> Coalitions {
    let budget = Budget { most: options.coalitions_at_most, work: options.work_at_most };
    let mut listed = maximal_cliques(allied, budget);
    // Places are in the order of the ids.
    listed.sets.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    Coalitions { sets: named(&listed, parties), truncated: listed.truncated }
}

fn reducts(interests: &[InterestId], rows: Vec<Row>, options: &ConflictTableOptions) -> Measure<Reducts> {
    // Parties with equal rows are told apart from the others, or not, alike.
    let rows: Vec<Row> = rows.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let looks = u64::try_from(rows.len() * rows.len() / 2 * (interests.len() / 64 + 1));
    if looks.is_ok_and(|looks| looks > options.work_at_most) {
        return Measure::Undefined(Undefined::BudgetExhausted);
    }
    let pairs = rows.iter().enumerate().flat_map(|(i, a)| rows.iter().skip(i + 1).map(move |b| (a, b)));
    let differing: HashSet<Vec<usize>> = pairs.map(|(a, b)| differing(a, b)).filter(|set| !set.is_empty()).collect();
    let core: BTreeSet<usize> = differing.iter().filter(|set| set.len() == 1).flatten().copied().collect();
    let budget = Budget { most: options.reducts_at_most, work: options.work_at_most };
    let listed = minimal_hitting_sets(interests.len(), differing, budget);
    let mut sets = named(&listed, interests);
    if sets.is_empty() && listed.truncated {
        return Measure::Undefined(Undefined::BudgetExhausted);
    }
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let core = core.into_iter().filter_map(|at| interests.get(at)).cloned().collect();
    Measure::Known(Reducts { core, sets, truncated: listed.truncated })
}

/// The interests on which two parties have different signs.
fn differing(a: &[(usize, Sign)], b: &[(usize, Sign)]) -> Vec<usize> {
    let both = a.iter().merge_join_by(b, |(i, _), (j, _)| i.cmp(j));
    both.filter_map(|at| at.both()).filter(|((_, x), (_, y))| x != y).map(|((i, _), _)| *i).collect()
}
