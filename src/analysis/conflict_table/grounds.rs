//! The findings of the table, and making them again.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cell, ConflictTable, Divider, NoStake, Pair, Sides, Sign, Thresholds, Trisection, cells, degree};
use crate::analysis::replay::Rule;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Undefined};
use crate::id::{InterestId, PartyId};
use crate::math::three_way::{Distance, Tally, mean};
use crate::model::{Attribute, Element, Model};
use crate::scale::Strength;
use crate::vocabulary::Vocabulary;

/// The settings that a finding cites where they are not the default.
const NEUTRAL: Element = Element::Setting("no-stake-neutral");
const HALF_DIFFERENCE: Element = Element::Setting("half-difference");
const DISTANCE: [Element; 2] = [Element::Setting("distance-lower"), Element::Setting("distance-upper")];
const SHARES: [Element; 2] = [Element::Setting("shares-lower"), Element::Setting("shares-upper")];

/// The five statements about a pair.
#[derive(Clone, Copy)]
enum Said {
    Alliance,
    Conflict,
    Neutral,
    Distance,
    Relation,
}

/// How the table was read, as far as a finding says so.
struct Settings {
    no_stake: NoStake,
    distance: Distance,
    trisection: Trisection,
}

impl Settings {
    fn cited(&self) -> Vec<Contribution> {
        let mut out = Vec::new();
        if self.no_stake == NoStake::Neutral {
            out.push(Contribution::of(NEUTRAL, 0.0));
        }
        if self.distance == Distance::HalfDifference {
            out.push(Contribution::of(HALF_DIFFERENCE, 0.0));
        }
        let mut two = |[lower, upper]: [Element; 2], at: &Thresholds| {
            out.push(Contribution::of(lower, at.lower().get()));
            out.push(Contribution::of(upper, at.upper().get()));
        };
        match &self.trisection {
            Trisection::Half => {}
            Trisection::Distance(at) => two(DISTANCE, at),
            Trisection::Shares(at) => two(SHARES, at),
        }
        out
    }

    fn of(finding: &Finding) -> Option<Self> {
        let amount = |setting: &Element| finding.because.iter().find(|c| c.source == *setting).map(|c| c.amount);
        let at = |[lower, upper]: [Element; 2]| match (amount(&lower), amount(&upper)) {
            (None, None) => Some(None),
            (lower, upper) => Thresholds::new(Strength::new(lower?).ok()?, Strength::new(upper?).ok()?).ok().map(Some),
        };
        let trisection = match (at(DISTANCE)?, at(SHARES)?) {
            (None, None) => Trisection::Half,
            (Some(at), None) => Trisection::Distance(at),
            (None, Some(at)) => Trisection::Shares(at),
            _ => return None,
        };
        let no_stake = if amount(&NEUTRAL).is_some() { NoStake::Neutral } else { NoStake::NotConcerned };
        let half = amount(&HALF_DIFFERENCE).is_some();
        let distance = if half { Distance::HalfDifference } else { Distance::Pawlak };
        Some(Self { no_stake, distance, trisection })
    }
}

fn cite(party: &PartyId, cell: &Cell) -> Contribution {
    let (stake, amount) = (Element::Stake(party.clone(), cell.interest.clone()), f64::from(cell.sign.number()));
    match cell.reading {
        Some(reading) => Contribution::read(stake, Attribute::Stance, reading, amount),
        None => Contribution::of(stake, amount),
    }
}

/// The cells of two parties on the interests that both have one on.
fn common<'a>(a: &'a [Cell], b: &'a [Cell]) -> impl Iterator<Item = (&'a Cell, &'a Cell)> {
    let theirs: BTreeMap<&InterestId, &Cell> = b.iter().map(|cell| (&cell.interest, cell)).collect();
    a.iter().filter_map(move |cell| Some((cell, *theirs.get(&cell.interest)?)))
}

pub(super) fn findings(table: &ConflictTable) -> impl Iterator<Item = Finding> + '_ {
    let options = &table.provenance.options;
    let settings = Settings { no_stake: options.no_stake, distance: options.distance, trisection: options.trisection };
    let settings = settings.cited();
    let finding = |subject, rule, law, amount, because| Finding {
        subject,
        rule,
        law,
        amount,
        aggregate: options.aggregate,
        because,
    };
    let cells_of = |party: &PartyId| table.cells.get(party).map_or(&[][..], Vec::as_slice);

    let of_pair = {
        let settings = settings.clone();
        move |pair: &Pair| {
            let [a, b] = &pair.parties;
            let mut because = settings.clone();
            for (ours, theirs) in common(cells_of(a), cells_of(b)) {
                because.extend([cite(a, ours), cite(b, theirs)]);
            }
            let subject: Vec<Element> = pair.parties.iter().map(Element::from).collect();
            let relation = match pair.relation {
                Measure::Known(relation) => Amount::Class(relation.word()),
                Measure::Undefined(reason) => Amount::Undefined(reason),
            };
            [
                finding(subject.clone(), "three-way-alliance", Law::Statistic, pair.alliance.into(), because.clone()),
                finding(subject.clone(), "three-way-conflict", Law::Statistic, pair.conflict.into(), because.clone()),
                finding(subject.clone(), "three-way-neutral", Law::Statistic, pair.neutral.into(), because.clone()),
                finding(subject.clone(), "three-way-distance", Law::Statistic, pair.distance.into(), because.clone()),
                finding(subject, "three-way-relation", Law::Class, relation, because),
            ]
        }
    };
    let mut signs: BTreeMap<&InterestId, Vec<Contribution>> = BTreeMap::new();
    for (party, row) in &table.cells {
        for cell in row {
            signs.entry(&cell.interest).or_default().push(cite(party, cell));
        }
    }
    let measured = || table.issues.iter().filter(|issue| issue.degree.value().is_some());
    let overall = settings
        .iter()
        .cloned()
        .chain(measured().filter_map(|i| Some(Contribution::of(Element::from(&i.interest), i.degree.value()?))));
    let overall =
        finding(vec![Element::Project], "three-way-degree", Law::Statistic, table.degree.into(), overall.collect());
    let of_issues: Vec<Finding> = measured()
        .map(|issue| {
            let because = settings.iter().cloned().chain(signs.remove(&issue.interest).unwrap_or_default()).collect();
            let subject = vec![Element::from(&issue.interest)];
            finding(subject, "three-way-degree-of-issue", Law::Statistic, issue.degree.into(), because)
        })
        .collect();
    let compared = table.pairs.iter().filter(|pair| pair.tally.common > 0);
    let overall = table.degree.value().map(|_| overall);
    compared.flat_map(of_pair).chain(of_issues).chain(overall)
}

/// The finding cites something else than the model says that it rests on.
const OTHER_GROUNDS: Amount = Amount::Undefined(Undefined::MissingRating);

/// Whether these stakes, and no others, are cited.
fn cites_all(finding: &Finding, expected: &BTreeSet<Element>) -> bool {
    let cited: Vec<&Element> =
        finding.because.iter().map(|c| &c.source).filter(|e| matches!(e, Element::Stake(..))).collect();
    cited.len() == expected.len() && cited.iter().all(|e| expected.contains(e))
}

fn pair_again(model: &Model, finding: &Finding, said: Said) -> Amount {
    let ([Element::Party(a), Element::Party(b)], Some(settings)) = (finding.subject.as_slice(), Settings::of(finding))
    else {
        return OTHER_GROUNDS;
    };
    let cells_of = |party| cells(model, party, finding.aggregate, settings.no_stake);
    let (ours, theirs) = (cells_of(a), cells_of(b));
    let both: Vec<(&Cell, &Cell)> = common(&ours, &theirs).collect();
    let stake = |party: &PartyId, cell: &Cell| Element::Stake(party.clone(), cell.interest.clone());
    let expected = both.iter().flat_map(|(x, y)| [stake(a, x), stake(b, y)]).collect();
    if !cites_all(finding, &expected) {
        return OTHER_GROUNDS;
    }
    let tally = Tally::of(both.iter().map(|(x, y)| (x.sign, y.sign)));
    let number = |x: Option<f64>| Measure::or(x, Undefined::NothingToMeasure).into();
    match said {
        Said::Alliance => number(tally.share(tally.alliance)),
        Said::Conflict => number(tally.share(tally.conflict)),
        Said::Neutral => number(tally.share(tally.neutral)),
        Said::Distance => number(tally.distance(settings.distance)),
        Said::Relation => match Divider::new(settings.trisection, settings.distance, tally.common).relation(&tally) {
            Measure::Known(relation) => Amount::Class(relation.word()),
            Measure::Undefined(reason) => Amount::Undefined(reason),
        },
    }
}

fn sides_again(model: &Model, finding: &Finding, interest: &InterestId) -> Option<Sides> {
    let no_stake = Settings::of(finding)?.no_stake;
    let mut sides = Sides::default();
    for (party, _) in model.parties() {
        let stake = Element::Stake(party.clone(), interest.clone());
        match model.read(&stake, Attribute::Stance, finding.aggregate) {
            Some(reading) => sides.add(party, Sign::of(reading.raw)),
            None if no_stake == NoStake::Neutral && model.stakes().get(party, interest).is_none() => {
                sides.add(party, Sign::Zero);
            }
            None => {}
        }
    }
    Some(sides)
}

fn issue_again(model: &Model, finding: &Finding) -> Amount {
    let [Element::Interest(interest)] = finding.subject.as_slice() else { return OTHER_GROUNDS };
    let Some(sides) = sides_again(model, finding, interest) else { return OTHER_GROUNDS };
    let parties = sides.plus.iter().chain(&sides.zero).chain(&sides.minus);
    let expected = parties.map(|party| Element::Stake(party.clone(), interest.clone())).collect();
    if cites_all(finding, &expected) { degree(sides.degree()).into() } else { OTHER_GROUNDS }
}

fn overall_again(model: &Model, finding: &Finding) -> Amount {
    let degree_of = |interest: &InterestId| sides_again(model, finding, interest)?.degree();
    let degrees: BTreeMap<Element, _> =
        model.interests().filter_map(|(id, _)| Some((Element::from(id), degree_of(id)?))).collect();
    let cited: Vec<&Element> =
        finding.because.iter().map(|c| &c.source).filter(|e| matches!(e, Element::Interest(_))).collect();
    if cited.len() != degrees.len() || !cited.iter().all(|e| degrees.contains_key(e)) {
        return OTHER_GROUNDS;
    }
    let degrees: Vec<_> = degrees.into_values().collect();
    degree(mean(&degrees)).into()
}

fn part_again(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    match (&part.source, part.reading) {
        (Element::Setting(_), _) => Some(part.amount),
        (Element::Stake(..), Some(reading)) => Some(f64::from(Sign::of(reading.raw).number())),
        (Element::Stake(party, interest), None) => model.stakes().get(party, interest).is_none().then_some(0.0),
        (Element::Interest(interest), None) => degree(sides_again(model, finding, interest)?.degree()).value(),
        _ => None,
    }
}

pub(in crate::analysis) const RULES: &[Rule] = &[
    Rule {
        id: "three-way-alliance",
        law: Law::Statistic,
        part: part_again,
        whole: Some(|m, f| pair_again(m, f, Said::Alliance)),
    },
    Rule {
        id: "three-way-conflict",
        law: Law::Statistic,
        part: part_again,
        whole: Some(|m, f| pair_again(m, f, Said::Conflict)),
    },
    Rule {
        id: "three-way-neutral",
        law: Law::Statistic,
        part: part_again,
        whole: Some(|m, f| pair_again(m, f, Said::Neutral)),
    },
    Rule {
        id: "three-way-distance",
        law: Law::Statistic,
        part: part_again,
        whole: Some(|m, f| pair_again(m, f, Said::Distance)),
    },
    Rule {
        id: "three-way-relation",
        law: Law::Class,
        part: part_again,
        whole: Some(|m, f| pair_again(m, f, Said::Relation)),
    },
    Rule { id: "three-way-degree-of-issue", law: Law::Statistic, part: part_again, whole: Some(issue_again) },
    Rule { id: "three-way-degree", law: Law::Statistic, part: part_again, whole: Some(overall_again) },
];
