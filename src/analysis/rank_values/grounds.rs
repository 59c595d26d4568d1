//! The findings of the ranking, and how they are made again.

use super::ballots::{Judge, Table};
use super::{Orders, PartyDistance, Unranked};
use crate::analysis::replay::{Rule, as_cited};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Undefined};
use crate::math::borda::borda;
use crate::math::copeland::copeland;
use crate::math::exact;
use crate::math::kemeny::fewest_disagreements;
use crate::math::schulze::{MOST_ITEMS, Schulze, schulze};
use crate::model::{Attribute, Element, Model};
use crate::vocabulary::Vocabulary;

/// A margin: parties for the one order of a pair less parties for the other.
const PAIR: &str = "value-pair-margin";
const BORDA: &str = "value-borda";
const COPELAND: &str = "value-copeland";
const WORST_DEFEAT: &str = "value-worst-defeat";
const SCHULZE: &str = "value-schulze-place";
const KEMENY: &str = "value-kemeny";
const DISTANCE: &str = "value-order-distance";

fn setting(unranked: Unranked) -> Contribution {
    Contribution::of(
        Element::Setting(match unranked {
            Unranked::Last => "unranked-last",
            Unranked::NoInformation => "unranked-no-information",
        }),
        0.0,
    )
}

/// How the unranked were read, as the finding cites it.
fn cited(finding: &Finding) -> Option<Unranked> {
    Unranked::ALL.iter().copied().find(|unranked| finding.because.first() == Some(&setting(*unranked)))
}

/// Of how many values the scores have findings at most: each rests on every other value.
pub(super) const MOST_SCORED: usize = MOST_ITEMS;

pub(super) fn findings(
    table: &Table,
    orders: &Orders,
    pairs: &[(usize, usize)],
    parties: &[PartyDistance],
) -> Vec<Finding> {
    let mut out: Vec<Finding> = pairs.iter().filter_map(|(a, b)| margin(table, *a, *b)).collect();
    let strengths = match &orders.schulze {
        Measure::Known(found) => Some(found),
        Measure::Undefined(_) => None,
    };
    if table.values.len() <= MOST_SCORED {
        let scores = Scores::of(table, strengths);
        out.extend((0..table.values.len()).flat_map(|item| scores.findings(table, item)));
    }
    if let Measure::Known(found) = &orders.kemeny
        && let Some(order) = found.orders.first()
    {
        out.extend(optimum(table, order));
        let agreed = table.judges.iter().zip(parties).filter(|(_, party)| party.distance.value().is_some());
        out.extend(agreed.filter_map(|(judge, _)| distance(table, judge, order)));
    }
    out
}

fn finding(table: &Table, subject: Vec<Element>, rule: &'static str, amount: f64, parts: Vec<Contribution>) -> Finding {
    let law = RULES.iter().find(|r| r.id == rule).map_or(Law::Statistic, |r| r.law);
    let because = std::iter::once(setting(table.unranked)).chain(parts).collect();
    Finding { subject, rule, law, amount: Amount::Number(amount), aggregate: table.aggregate, because }
}

fn value(table: &Table, item: usize) -> Option<Element> {
    table.values.get(item).map(Element::from)
}

fn margin(table: &Table, a: usize, b: usize) -> Option<Finding> {
    let said = table.judges.iter().filter_map(|j| Some(Contribution::of((&j.party).into(), j.sign(a, b)?)));
    let said: Vec<Contribution> = said.collect();
    let amount = exact::sum(said.iter().map(|c| c.amount));
    Some(finding(table, vec![value(table, a)?, value(table, b)?], PAIR, amount, said))
}

/// What the rules give each value.
struct Scores<'a> {
    borda: Vec<f64>,
    copeland: Vec<f64>,
    worst: Vec<f64>,
    schulze: Option<&'a Schulze>,
}

impl<'a> Scores<'a> {
    fn of(table: &Table, schulze: Option<&'a Schulze>) -> Self {
        let p = &table.preferences;
        Self {
            borda: borda(p).iter().map(|b| b.score).collect(),
            copeland: copeland(p).iter().map(|c| c.score()).collect(),
            worst: p.worst_defeats(),
            schulze,
        }
    }

    /// The findings of one value, each resting on what it has against every other.
    fn findings(&self, table: &Table, item: usize) -> Vec<Finding> {
        let p = &table.preferences;
        let against = |amount: &dyn Fn(usize) -> f64| -> Vec<Contribution> {
            let others = (0..table.values.len()).filter(|other| *other != item);
            others.filter_map(|other| Some(Contribution::of(value(table, other)?, amount(other)))).collect()
        };
        let half = |x: f64| exact::product([x, 0.5]);
        let points = |other: usize| match (p.beats(item, other), p.beats(other, item)) {
            (true, _) => 1.0,
            (_, true) => 0.0,
            _ => 0.5,
        };
        let defeat = |other: usize| if p.beats(other, item) { p.over(other, item) } else { 0.0 };
        let mut rows: Vec<(&'static str, Option<f64>, Vec<Contribution>)> = vec![
            (
                BORDA,
                self.borda.get(item).copied(),
                against(&|other| exact::sum([p.over(item, other), half(p.tied(item, other))])),
            ),
            (COPELAND, self.copeland.get(item).copied(), against(&points)),
            (WORST_DEFEAT, self.worst.get(item).copied(), against(&defeat)),
        ];
        if let Some(paths) = self.schulze {
            let strength =
                |a: usize, b: usize| paths.strengths().get(a).and_then(|row| row.get(b)).copied().unwrap_or(0.0);
            let ahead = against(&|other| exact::difference(strength(item, other), strength(other, item)));
            let place = 1.0 + exact::sum(ahead.iter().map(|c| if c.amount < 0.0 { 1.0 } else { 0.0 }));
            rows.push((SCHULZE, Some(place), ahead));
        }
        let made = rows
            .into_iter()
            .filter_map(|(rule, amount, parts)| Some(finding(table, vec![value(table, item)?], rule, amount?, parts)));
        made.collect()
    }
}

/// The certificate of a best order: what every party has against it.
fn optimum(table: &Table, order: &[usize]) -> Option<Finding> {
    let against = table.judges.iter().map(|j| Contribution::of((&j.party).into(), j.against(order)));
    let subject = order.iter().map(|item| value(table, *item)).collect::<Option<Vec<_>>>()?;
    Some(finding(table, subject, KEMENY, table.preferences.disagreements(order)?, against.collect()))
}

fn distance(table: &Table, judge: &Judge, order: &[usize]) -> Option<Finding> {
    let read = judge.readings.iter().filter_map(|(item, reading)| {
        let source = Element::Importance(judge.party.clone(), table.values.get(*item)?.clone());
        Some(Contribution::read(source, Attribute::Importance, *reading, reading.raw))
    });
    let values = order.iter().map(|item| value(table, *item)).collect::<Option<Vec<_>>>()?;
    let subject = std::iter::once(Element::from(&judge.party)).chain(values).collect();
    Some(finding(table, subject, DISTANCE, judge.distance(order), read.collect()))
}

/// The values that a finding names, by number.
fn items(table: &Table, subject: &[Element]) -> Option<Vec<usize>> {
    let number = |element: &Element| match element {
        Element::Value(id) => table.values.binary_search(id).ok(),
        _ => None,
    };
    subject.iter().map(number).collect()
}

/// The values that a finding names, if they are a best order of all.
fn best_order(table: &Table, subject: &[Element]) -> Option<Vec<usize>> {
    let order = items(table, subject)?;
    let mut sorted = order.clone();
    sorted.sort_unstable();
    if !sorted.into_iter().eq(0..table.values.len()) {
        return None;
    }
    let p = &table.preferences;
    let found = p.disagreements(&order)?;
    // No order has fewer than the smaller side of every pair, and most best orders have no more.
    let best = found <= p.fewest_possible() || fewest_disagreements(p) == Some(found);
    best.then_some(order)
}

fn again(model: &Model, cited_finding: &Finding) -> Option<Finding> {
    let table = Table::of(model, cited_finding.aggregate, cited(cited_finding)?);
    match cited_finding.rule {
        PAIR => match items(&table, &cited_finding.subject)?.as_slice() {
            [a, b] if a < b => margin(&table, *a, *b),
            _ => None,
        },
        KEMENY => {
            let order = best_order(&table, &cited_finding.subject)?;
            optimum(&table, &order)
        }
        DISTANCE => {
            let (Element::Party(party), values) = cited_finding.subject.split_first()? else { return None };
            let order = best_order(&table, values)?;
            distance(&table, table.judges.iter().find(|j| j.party == *party)?, &order)
        }
        rule => {
            let [item] = items(&table, &cited_finding.subject)?.try_into().ok()?;
            let paths = if rule == SCHULZE { Some(schulze(&table.preferences)?) } else { None };
            Scores::of(&table, paths.as_ref()).findings(&table, item).into_iter().find(|f| f.rule == rule)
        }
    }
}

fn whole(model: &Model, finding: &Finding) -> Amount {
    if finding.because.is_empty() {
        return Amount::Undefined(Undefined::MissingRating);
    }
    as_cited(again(model, finding), finding)
}

macro_rules! rules {
    ($($id:ident: $law:ident),+) => {
        pub(super) const RULES: &[Rule] =
            &[$(Rule { id: $id, law: Law::$law, part: Rule::WHOLE, whole: Some(whole) }),+];
    };
}
rules!(
    PAIR: Sum, BORDA: Sum, COPELAND: Sum, WORST_DEFEAT: Max, SCHULZE: Statistic, KEMENY: Optimum, DISTANCE: Statistic
);
