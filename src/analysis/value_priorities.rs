//! # Value priorities
//!
//! **Question.** How much does each value weigh for those who compared values two by two, do they contradict themselves, and how far
//! do they agree?
//!
//! **Method.** The analytic hierarchy process: T. L. Saaty (1977, 1980). Incomplete comparisons after P. T. Harker (1987). The triad
//! that contradicts itself most after W. W. Koczkodaj (1993). Together by the geometric mean of judgements (J. Aczél and
//! T. L. Saaty 1983) and by that of priorities; consensus after K. D. Goepel (2013), in the later form of his AHP-OS.
//!
//! **Inputs.** Pairwise comparisons of values: a is so many times as important as b, 1/9 … 9.
//!
//! **Formula.** Per party over the values that it compared: the matrix of ratios, its principal eigenvector scaled to a sum of 1 (the
//! priorities), its eigenvalue λ, consistency index (λ − n)/(n − 1), consistency ratio = consistency index / random index. Where
//! comparisons are missing the matrix has 0, and its diagonal 1 + the number missing in the row. *Triad*: of three values that
//! were all compared, Koczkodaj's inconsistency 1 − min(q, 1/q) with q = a_ij · a_jk / a_ik; the worst is given with what each
//! comparison would have to be by the other two. *Together*: per pair the geometric mean over the parties that compared it, and the
//! same measures of that matrix; the geometric mean of the priorities, scaled to a sum of 1, over the parties that compared every
//! pair of all values compared by anybody, and their consensus, at most 1.
//!
//! **Assumptions.** Every party counts once. Several comparisons of one pair by one party count as their geometric mean (own rule);
//! `compared_again` lists them, since they may contradict each other.
//!
//! **Missing data.** Priorities are undefined when the comparisons fall apart in groups (`not-connected`); `groups` names them. The
//! consistency ratio is undefined for one or two values, which cannot contradict each other (`nothing-to-measure`), and where the
//! table of random indices has no entry for so many values with so many missing comparisons (`outside-table`): an index of exactly 0 is a ratio of 0 whatever the table says, since random indices are above
//! 0. Incomplete matrices need a random index of their own (K. C. Ágoston and L. Csató 2022), which the default table does not have. Theirs are made for
//! the completion with the least λ; Harker's λ is never below that, so that with their table the ratio errs on the strict side.
//! A consistency index of exactly 0 gives ratio 0 by any table, of complete and incomplete matrices alike.
//!
//! **Returns.** [`ValuePriorities`].
//!
//! **Complexity.** For up to 200 values. Power iteration until λ has 14 digits; the priorities have about as many, and fewer in long
//! chains of comparisons that contradict each other. All matrices have one bound on their work together, of which each has an
//! equal share; triads have another (`budget-exhausted`). Where nothing contradicts, no iteration is needed.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{ValuePrioritiesOptions, value_priorities};
//! use polder::evidence::Measure;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\n[value.safety]\n[value.privacy]\n[value.thrift]\n\
//!             [[comparison]]\nby = \"city\"\na = \"safety\"\nb = \"privacy\"\nratio = 2\n\
//!             [[comparison]]\nby = \"city\"\na = \"privacy\"\nb = \"thrift\"\nratio = 2\n\
//!             [[comparison]]\nby = \"city\"\na = \"safety\"\nb = \"thrift\"\nratio = 4\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let found = value_priorities(&model, &ValuePrioritiesOptions::new());
//! let city = &found.parties[0].compared;
//! let Measure::Known(priorities) = &city.priorities else { panic!() };
//! assert!((priorities[1].priority - 4.0 / 7.0).abs() < 1e-12);
//! assert_eq!(city.consistency_ratio, Measure::Known(0.0));
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** A ratio above 0.1 is a reason to ask again, not to leave somebody out. Priorities are of the values that were
//! compared: with another value beside them they change. A consistent answer need not be a considered one. The priorities of the
//! group are those of its members: where one of them contradicts itself much (a ratio above 0.2) its answers are in the mean all the
//! same, and the ratio of the group may hide it; ask that party again before using them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Matrix;
use super::replay::{Rule, as_cited};
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::{ComparisonId, PartyId, ValueId};
use crate::math::pairwise_comparison::{
    MOST_WORK, NoPriorities, PairwiseMatrix, Priorities, Triad, consensus, mean_priorities,
};
pub use crate::math::pairwise_comparison::{RandomIndex, RandomIndexEntry};
use crate::model::{Element, Model};
use crate::rating::Aggregate;

/// How to find priorities.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ValuePrioritiesOptions {
    random_index: RandomIndex,
}

impl ValuePrioritiesOptions {
    /// Saaty's table of random indices.
    pub fn new() -> Self {
        Self::default()
    }

    /// The random indices that consistency is measured by.
    #[must_use]
    pub fn random_index(mut self, table: RandomIndex) -> Self {
        self.random_index = table;
        self
    }
}

/// The priority of one value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValuePriority {
    /// The value.
    pub value: ValueId,
    /// Its share of 1.
    pub priority: f64,
}

/// One comparison of three that contradict each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedPair {
    /// The two values, such that the first is at least as important.
    pub values: [ValueId; 2],
    /// How many times as important the first is as the second.
    pub ratio: f64,
    /// What it would be by the other two comparisons.
    pub implied: f64,
    /// The comparisons that say so.
    pub comparisons: Vec<ComparisonId>,
}

/// Three comparisons that contradict each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueTriad {
    /// The three values, in id order.
    pub values: [ValueId; 3],
    /// Koczkodaj's inconsistency, 0 … 1; 0 when the three agree.
    pub inconsistency: f64,
    /// |ln(a_ij · a_jk / a_ik)|.
    pub log_error: f64,
    /// The three comparisons.
    pub pairs: Vec<ComparedPair>,
}

/// What one matrix of comparisons says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedValues {
    /// Row to column: how many times as important; empty where it was not compared.
    pub ratios: Matrix<ValueId, ValueId, Option<f64>>,
    /// How many pairs were not compared.
    pub missing: usize,
    /// The values in groups that hang together by comparisons; one group when all do.
    pub groups: Vec<Vec<ValueId>>,
    /// The priorities, in id order of the values; they add up to 1.
    pub priorities: Measure<Vec<ValuePriority>>,
    /// λ, at least the number of values.
    pub lambda: Measure,
    /// (λ − n)/(n − 1), 0 of consistent comparisons.
    pub consistency_index: Measure,
    /// Consistency index / random index.
    pub consistency_ratio: Measure,
    /// The three comparisons that contradict each other most, the first of equals; undefined where no three values were all
    /// compared.
    pub worst_triad: Measure<ValueTriad>,
}

/// A pair that one party compared more than once.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedAgain {
    /// The two values, in id order.
    pub values: [ValueId; 2],
    /// The comparisons, in id order.
    pub comparisons: Vec<ComparisonId>,
    /// How many times as important the first is as the second, by the comparison that says least.
    pub lowest: f64,
    /// By the one that says most; they contradict each other when it is another number.
    pub highest: f64,
}

/// What one party compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyPriorities {
    /// The party.
    pub party: PartyId,
    /// Its comparisons, in id order.
    pub comparisons: Vec<ComparisonId>,
    /// The pairs that it compared more than once, in id order; each counts by its geometric mean.
    pub compared_again: Vec<ComparedAgain>,
    /// What they say of the values that it compared.
    pub compared: ComparedValues,
}

/// How many parties compared a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PairJudgements {
    /// The two values, in id order.
    pub values: [ValueId; 2],
    /// How many parties compared them.
    pub parties: usize,
}

/// What all parties that compared values say together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupPriorities {
    /// The geometric mean of the judgements.
    pub compared: ComparedValues,
    /// Pair by pair, how many parties compared it.
    pub judged: Vec<PairJudgements>,
    /// The parties that compared every pair of all values and have priorities.
    pub complete: Vec<PartyId>,
    /// The other parties: their comparisons count in `compared`, and not in `mean_priorities` and `consensus`.
    pub left_out: Vec<PartyId>,
    /// The geometric mean of the priorities of the complete ones.
    pub mean_priorities: Measure<Vec<ValuePriority>>,
    /// How far the complete ones agree, at most 1; undefined for fewer than two of them.
    pub consensus: Measure,
}

/// The priorities of the values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValuePriorities {
    /// How they were found.
    #[serde(skip)]
    pub provenance: Provenance<ValuePrioritiesOptions>,
    /// Nothing: a comparison always has its ratio.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The parties that compared values, in id order.
    pub parties: Vec<PartyPriorities>,
    /// All of them together.
    pub group: GroupPriorities,
    /// Priorities, consistency, triads and consensus with their grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[
    citation::SAATY_1977,
    citation::SAATY_1980,
    citation::HARKER_1987,
    citation::KOCZKODAJ_1993,
    citation::ACZEL_SAATY_1983,
    citation::AGOSTON_CSATO_2022,
    citation::GOEPEL_2013,
    citation::OWN_PRIORITIES,
];

/// One comparison as it was read.
struct Said {
    id: ComparisonId,
    a: usize,
    b: usize,
    ratio: f64,
}

/// The comparisons of one party.
struct Sheet {
    party: PartyId,
    /// The values that it compared, in id order.
    values: Vec<ValueId>,
    said: Vec<Said>,
    /// Nothing where there are too many values.
    solved: Option<Solved>,
}

/// A matrix with its priorities.
struct Solved {
    matrix: PairwiseMatrix,
    found: Result<Priorities, NoPriorities>,
    worst: Measure<Triad>,
}

/// How many steps the triads of all matrices may take together.
const TRIADS: usize = 50_000_000;

impl Solved {
    /// Within the share of one of so many matrices.
    fn new(matrix: PairwiseMatrix, matrices: usize) -> Self {
        let found = matrix.priorities_within(MOST_WORK / matrices.max(1));
        let worst = if matrix.triad_work() > TRIADS / matrices.max(1) {
            Measure::Undefined(Undefined::BudgetExhausted)
        } else {
            Measure::or(matrix.worst_triad(), Undefined::NothingToMeasure)
        };
        Self { matrix, found, worst }
    }
}

/// The comparisons of all parties.
struct Sheets {
    values: Vec<ValueId>,
    parties: Vec<Sheet>,
    solved: Option<Solved>,
}

impl Sheets {
    fn of(model: &Model) -> Self {
        let mut by_party: BTreeMap<&PartyId, Vec<_>> = BTreeMap::new();
        for (id, comparison) in model.comparisons() {
            by_party.entry(&comparison.by).or_default().push((id, comparison));
        }
        // One matrix per party, and one of all.
        let matrices = by_party.len() + 1;
        let parties: Vec<Sheet> = by_party
            .into_iter()
            .map(|(party, all)| {
                let values: BTreeSet<&ValueId> = all.iter().flat_map(|(_, c)| [&c.a, &c.b]).collect();
                let values: Vec<ValueId> = values.into_iter().cloned().collect();
                let said = all.iter().filter_map(|(id, c)| {
                    let (a, b) = (values.binary_search(&c.a).ok()?, values.binary_search(&c.b).ok()?);
                    Some(Said { id: (*id).clone(), a, b, ratio: c.ratio.get() })
                });
                let said: Vec<Said> = said.collect();
                let matrix = PairwiseMatrix::new(values.len(), said.iter().map(|s| (s.a, s.b, s.ratio)));
                Sheet { party: party.clone(), values, said, solved: matrix.ok().map(|m| Solved::new(m, matrices)) }
            })
            .collect();
        let values: BTreeSet<&ValueId> = parties.iter().flat_map(|sheet| &sheet.values).collect();
        let values: Vec<ValueId> = values.into_iter().cloned().collect();
        let place = |sheet: &Sheet| -> Vec<usize> {
            sheet.values.iter().filter_map(|value| values.binary_search(value).ok()).collect()
        };
        let places: Vec<Vec<usize>> = parties.iter().map(place).collect();
        let all = parties.iter().zip(&places);
        let all = all.filter_map(|(sheet, names)| Some((&sheet.solved.as_ref()?.matrix, names.as_slice())));
        let matrix = PairwiseMatrix::aggregated(values.len(), all);
        Self { values, parties, solved: matrix.ok().map(|m| Solved::new(m, matrices)) }
    }

    /// The parties that compared every pair of all values, with their priorities.
    fn complete(&self) -> (Vec<&Sheet>, Vec<Vec<f64>>) {
        let whole = |sheet: &&Sheet| {
            sheet.values.len() == self.values.len() && sheet.solved.as_ref().is_some_and(|s| s.matrix.missing() == 0)
        };
        let all = self.parties.iter().filter(whole);
        all.filter_map(|sheet| Some((sheet, sheet.solved.as_ref()?.found.as_ref().ok()?.weights.clone()))).unzip()
    }
}

fn named(values: &[ValueId], weights: &[f64]) -> Vec<ValuePriority> {
    let named = values.iter().cloned().zip(weights);
    named.map(|(value, priority)| ValuePriority { value, priority: *priority }).collect()
}

fn reason(fault: NoPriorities) -> Undefined {
    match fault {
        NoPriorities::NoItems => Undefined::NothingToMeasure,
        NoPriorities::NotConnected => Undefined::NotConnected,
        NoPriorities::TooExtreme => Undefined::OffScale,
        NoPriorities::NotConverged => Undefined::BudgetExhausted,
    }
}

/// The pairs that were compared more than once.
fn compared_again(sheet: &Sheet) -> Vec<ComparedAgain> {
    let mut by_pair: BTreeMap<(usize, usize), Vec<(&ComparisonId, f64)>> = BTreeMap::new();
    for said in &sheet.said {
        let (pair, ratio) =
            if said.a < said.b { ((said.a, said.b), said.ratio) } else { ((said.b, said.a), 1.0 / said.ratio) };
        by_pair.entry(pair).or_default().push((&said.id, ratio));
    }
    let again = by_pair.into_iter().filter(|(_, all)| all.len() > 1).filter_map(|((a, b), all)| {
        let ratios = all.iter().map(|(_, ratio)| *ratio);
        Some(ComparedAgain {
            values: [sheet.values.get(a)?.clone(), sheet.values.get(b)?.clone()],
            comparisons: all.iter().map(|(id, _)| (*id).clone()).collect(),
            lowest: ratios.clone().fold(f64::INFINITY, f64::min),
            highest: ratios.fold(0.0, f64::max),
        })
    });
    again.collect()
}

/// The random index of a matrix, if it needs one and the table has it.
fn random_index(matrix: &PairwiseMatrix, table: &RandomIndex) -> Measure {
    if matrix.items() < 3 {
        return Measure::Undefined(Undefined::NothingToMeasure);
    }
    Measure::or(table.of(matrix.items(), matrix.missing()), Undefined::OutsideTable)
}

/// The consistency ratio. Random indices are above 0, so that of an index of 0 is known without one.
fn ratio(index: f64, random: Measure) -> Measure {
    match random {
        Measure::Undefined(Undefined::OutsideTable) if index == 0.0 => Measure::Known(0.0),
        Measure::Known(random) => Measure::or((random > 0.0).then(|| index / random), Undefined::OutsideTable),
        Measure::Undefined(Undefined::OutsideTable) if index <= 0.0 => Measure::Known(0.0),
        Measure::Undefined(reason) => Measure::Undefined(reason),
    }
}

fn compared(values: &[ValueId], solved: Option<&Solved>, said: &[Said], table: &RandomIndex) -> ComparedValues {
    let Some(Solved { matrix, found, worst }) = solved else {
        let too_many = Undefined::BudgetExhausted;
        return ComparedValues {
            ratios: Matrix::new(Vec::new(), Vec::new(), |_, _| None),
            missing: 0,
            groups: Vec::new(),
            priorities: Measure::Undefined(too_many),
            lambda: Measure::Undefined(too_many),
            consistency_index: Measure::Undefined(too_many),
            consistency_ratio: Measure::Undefined(too_many),
            worst_triad: Measure::Undefined(too_many),
        };
    };
    let at = |value: &ValueId| values.binary_search(value).ok();
    let name = |items: &[usize]| items.iter().filter_map(|i| values.get(*i).cloned()).collect::<Vec<_>>();
    let measure = |of: fn(&Priorities) -> f64| match found {
        Ok(found) => Measure::Known(of(found)),
        Err(fault) => Measure::Undefined(reason(*fault)),
    };
    let consistency_index = measure(|p| p.consistency_index);
    ComparedValues {
        ratios: Matrix::new(values.to_vec(), values.to_vec(), |a, b| matrix.ratio(at(a)?, at(b)?)),
        missing: matrix.missing(),
        groups: matrix.components().iter().map(|group| name(group)).collect(),
        priorities: match found {
            Ok(found) => Measure::Known(named(values, &found.weights)),
            Err(fault) => Measure::Undefined(reason(*fault)),
        },
        lambda: measure(|p| p.lambda),
        consistency_ratio: match consistency_index {
            Measure::Known(index) => ratio(index, random_index(matrix, table)),
            undefined @ Measure::Undefined(_) => undefined,
        },
        consistency_index,
        worst_triad: match worst {
            Measure::Known(worst) => Measure::or(triad(values, matrix, worst, said), Undefined::NothingToMeasure),
            Measure::Undefined(reason) => Measure::Undefined(*reason),
        },
    }
}

fn triad(values: &[ValueId], matrix: &PairwiseMatrix, found: &Triad, said: &[Said]) -> Option<ValueTriad> {
    let [i, j, k] = found.items;
    let name = |item: usize| values.get(item).cloned();
    let pairs = found.sides.iter().map(|side| {
        let [a, b] = side.items;
        let of_pair = said.iter().filter(|s| [s.a, s.b] == [a, b] || [s.a, s.b] == [b, a]);
        let comparisons = of_pair.map(|s| s.id.clone()).collect();
        let (values, ratio, implied) = if side.ratio < 1.0 {
            ([name(b)?, name(a)?], matrix.ratio(b, a)?, 1.0 / side.implied)
        } else {
            ([name(a)?, name(b)?], side.ratio, side.implied)
        };
        Some(ComparedPair { values, ratio, implied, comparisons })
    });
    Some(ValueTriad {
        values: [name(i)?, name(j)?, name(k)?],
        inconsistency: found.inconsistency,
        log_error: found.log_error,
        pairs: pairs.collect::<Option<Vec<_>>>()?,
    })
}

/// Finds priorities. See the [module](self).
pub fn value_priorities(model: &Model, options: &ValuePrioritiesOptions) -> ValuePriorities {
    let sheets = Sheets::of(model);
    let table = &options.random_index;
    let mut findings = Vec::new();
    for sheet in &sheets.parties {
        findings.extend(of_party(sheet, table));
    }
    findings.extend(of_all(&sheets, table));
    let party = |sheet: &Sheet| PartyPriorities {
        party: sheet.party.clone(),
        comparisons: sheet.said.iter().map(|s| s.id.clone()).collect(),
        compared_again: compared_again(sheet),
        compared: compared(&sheet.values, sheet.solved.as_ref(), &sheet.said, table),
    };
    let (complete, weights) = sheets.complete();
    let complete: Vec<PartyId> = complete.iter().map(|sheet| sheet.party.clone()).collect();
    // Both are in id order.
    let left_out = sheets.parties.iter().map(|sheet| &sheet.party).filter(|p| complete.binary_search(p).is_err());
    let group = GroupPriorities {
        compared: compared(&sheets.values, sheets.solved.as_ref(), &[], table),
        judged: judged(&sheets),
        left_out: left_out.cloned().collect(),
        mean_priorities: Measure::or(
            mean_priorities(&weights).map(|mean| named(&sheets.values, &mean)),
            Undefined::NothingToMeasure,
        ),
        consensus: Measure::or(consensus(&weights), Undefined::NothingToMeasure),
        complete,
    };
    ValuePriorities {
        provenance: Provenance {
            method: "value_priorities",
            method_version: 1,
            options: options.clone(),
            cites: CITES,
        },
        omitted: Vec::new(),
        parties: sheets.parties.iter().map(party).collect(),
        group,
        findings,
    }
}

fn judged(sheets: &Sheets) -> Vec<PairJudgements> {
    let mut by_pair: BTreeMap<[&ValueId; 2], usize> = BTreeMap::new();
    for sheet in &sheets.parties {
        let pairs = sheet.said.iter().filter_map(|s| {
            let (low, high) = (s.a.min(s.b), s.a.max(s.b));
            Some([sheet.values.get(low)?, sheet.values.get(high)?])
        });
        for pair in pairs.collect::<BTreeSet<_>>() {
            *by_pair.entry(pair).or_default() += 1;
        }
    }
    by_pair.into_iter().map(|([a, b], parties)| PairJudgements { values: [a.clone(), b.clone()], parties }).collect()
}

const PRIORITY: &str = "value-priority";
const INDEX: &str = "value-consistency-index";
const RATIO: &str = "value-consistency-ratio";
const TRIAD: &str = "value-triad";
const OF_ALL: &str = "value-priority-of-all";
const INDEX_OF_ALL: &str = "value-consistency-index-of-all";
const RATIO_OF_ALL: &str = "value-consistency-ratio-of-all";
const TRIAD_OF_ALL: &str = "value-triad-of-all";
const MEAN: &str = "value-priority-mean";
const CONSENSUS: &str = "value-priority-consensus";

const RANDOM_INDEX: &str = "random-index";

fn finding(subject: Vec<Element>, rule: &'static str, amount: f64, because: Vec<Contribution>) -> Finding {
    let (law, aggregate, amount) = (Law::Statistic, Aggregate::Median, Amount::Number(amount));
    Finding { subject, rule, law, amount, aggregate, because }
}

fn cite<'a>(said: impl IntoIterator<Item = &'a Said>) -> Vec<Contribution> {
    said.into_iter().map(|s| Contribution::of((&s.id).into(), s.ratio)).collect()
}

/// The findings of one matrix, with the rules of its priorities, index, ratio and triad.
fn of_matrix(
    whose: &[Element],
    values: &[ValueId],
    Solved { matrix, found, worst: worst_triad }: &Solved,
    because: &[Contribution],
    table: &RandomIndex,
    rules: [&'static str; 4],
) -> Vec<Finding> {
    let [priority, index, consistency, worst] = rules;
    let subject =
        |more: &[&ValueId]| whose.iter().cloned().chain(more.iter().map(|v| Element::from(*v))).collect::<Vec<_>>();
    let mut out = Vec::new();
    if let Ok(found) = found {
        let each = values.iter().zip(&found.weights);
        out.extend(each.map(|(value, w)| finding(subject(&[value]), priority, *w, because.to_vec())));
        let mut of_whole = subject(&[]);
        if of_whole.is_empty() {
            of_whole.push(Element::Project);
        }
        out.push(finding(of_whole.clone(), index, found.consistency_index, because.to_vec()));
        let random = random_index(matrix, table);
        if let Measure::Known(ratio) = ratio(found.consistency_index, random) {
            let mut because = because.to_vec();
            let cited = random.value().map(|random| Contribution::of(Element::Setting(RANDOM_INDEX), random));
            because.extend(cited);
            out.push(finding(of_whole, consistency, ratio, because));
        }
    }
    if let Measure::Known(found) = worst_triad {
        let three: Vec<&ValueId> = found.items.iter().filter_map(|i| values.get(*i)).collect();
        out.push(finding(subject(&three), worst, found.inconsistency, because.to_vec()));
    }
    out
}

fn of_party(sheet: &Sheet, table: &RandomIndex) -> Vec<Finding> {
    let Some(solved) = &sheet.solved else { return Vec::new() };
    let (whose, because) = ([Element::from(&sheet.party)], cite(&sheet.said));
    of_matrix(&whose, &sheet.values, solved, &because, table, [PRIORITY, INDEX, RATIO, TRIAD])
}

fn of_all(sheets: &Sheets, table: &RandomIndex) -> Vec<Finding> {
    let Some(solved) = &sheets.solved else { return Vec::new() };
    let because = cite(sheets.parties.iter().flat_map(|sheet| &sheet.said));
    let rules = [OF_ALL, INDEX_OF_ALL, RATIO_OF_ALL, TRIAD_OF_ALL];
    let mut out = of_matrix(&[], &sheets.values, solved, &because, table, rules);
    let (complete, weights) = sheets.complete();
    let because = cite(complete.iter().flat_map(|sheet| &sheet.said));
    for (value, weight) in sheets.values.iter().zip(mean_priorities(&weights).into_iter().flatten()) {
        out.push(finding(vec![value.into()], MEAN, weight, because.clone()));
    }
    if let Some(consensus) = consensus(&weights) {
        out.push(finding(vec![Element::Project], CONSENSUS, consensus, because));
    }
    out
}

/// The table that the finding was made with, as far as it shows: the random index that it cites, whatever the order.
fn cited_table(finding: &Finding, solved: Option<&Solved>) -> RandomIndex {
    let setting = finding.because.iter().find(|c| c.source == Element::Setting(RANDOM_INDEX));
    let entry = setting.zip(solved).map(|(setting, Solved { matrix, .. })| RandomIndexEntry {
        order: matrix.items(),
        missing: matrix.missing(),
        index: setting.amount,
    });
    RandomIndex::new("as cited", entry)
}

fn whole(model: &Model, cited: &Finding) -> Amount {
    let sheets = Sheets::of(model);
    let same = |f: &Finding| f.rule == cited.rule && f.subject == cited.subject;
    let now = match cited.subject.first() {
        Some(Element::Party(party)) => sheets
            .parties
            .iter()
            .find(|sheet| sheet.party == *party)
            .and_then(|sheet| of_party(sheet, &cited_table(cited, sheet.solved.as_ref())).into_iter().find(same)),
        _ => of_all(&sheets, &cited_table(cited, sheets.solved.as_ref())).into_iter().find(same),
    };
    as_cited(now, cited)
}

macro_rules! rules {
    ($($id:ident),+) => {
        pub(super) const RULES: &[Rule] =
            &[$(Rule { id: $id, law: Law::Statistic, part: Rule::WHOLE, whole: Some(whole) }),+];
    };
}
rules!(PRIORITY, INDEX, RATIO, TRIAD, OF_ALL, INDEX_OF_ALL, RATIO_OF_ALL, TRIAD_OF_ALL, MEAN, CONSENSUS);
