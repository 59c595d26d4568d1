//! # Engagement now and as wanted
//!
//! **Question.** How engaged is each party, how engaged do we want it, and who has the furthest to go?
//!
//! **Method.** The stakeholder engagement assessment matrix of the Project Management Institute (PMBOK Guide, 5th edition, 2013):
//! unaware, resistant, neutral, supportive, leading; current and desired.
//!
//! **Inputs.** Current and desired engagement of each party; power, one-sided, as the weight.
//!
//! **Formula.** The transition from current to desired is reported as such: the five levels are no scale, and a step from unaware
//! to resistant is no progress. *Moves* (own rule) count the steps of the way there: unaware and resistant both lead to neutral
//! first, then to supportive, then to leading; the way from unaware to resistant runs by neutral. Weight = moves × weight(power).
//!
//! **Assumptions.** The steps of the way weigh alike.
//!
//! **Missing data.** A party with one of the two levels unknown has no transition and is listed; one with unknown power has a
//! transition whose weight is undefined.
//!
//! **Returns.** [`EngagementMatrix`]. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{EngagementOptions, engagement};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.grid]\npower = 4\nengagement = { current = \"unaware\", desired = \"supportive\" }\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let matrix = engagement(&model, &EngagementOptions::new());
//! assert_eq!(matrix.parties[0].transition.to_string(), "make-known");
//! assert_eq!(matrix.parties[0].moves, 2);
//! assert_eq!(matrix.parties[0].weight.value(), Some(1.6));
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** Moving people is not a goal of its own: a resistant party may be right.

use serde::Serialize;

use super::grid::NO_FINDING;
use super::replay::Rule;
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::PartyId;
use crate::math::exact;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::{Engagement, vocabulary};

vocabulary! {
    /// What it takes to get from the current to the desired engagement (own words).
    Transition, "engagement transition" {
        /// Nothing: it is as engaged as we want.
        Keep = "keep",
        /// It does not know of the project: make it known first.
        MakeKnown = "make-known",
        /// It resists: win it over.
        WinOver = "win-over",
        /// It is neutral or better: strengthen it.
        Strengthen = "strengthen",
        /// It is more engaged than we want: let it step back.
        StepBack = "step-back",
    }
}

/// How to read the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct EngagementOptions {
    aggregate: Aggregate,
}

impl EngagementOptions {
    /// Median over raters.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters of power are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }
}

/// One party's way from current to desired engagement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyEngagement {
    /// The party.
    pub party: PartyId,
    /// How engaged it is.
    pub current: Engagement,
    /// How engaged we want it.
    pub desired: Engagement,
    /// What that takes.
    pub transition: Transition,
    /// The steps of the way.
    pub moves: u32,
    /// Its power, if known.
    pub power: Option<Reading>,
    /// moves × weight(power): who needs to move most; `missing-rating` where the power is unknown.
    pub weight: Measure,
}

/// How many parties go from one level to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TransitionCell {
    /// From where.
    pub current: Engagement,
    /// To where.
    pub desired: Engagement,
    /// Who, in id order.
    pub parties: Vec<PartyId>,
}

/// The matrix of engagement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EngagementMatrix {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<EngagementOptions>,
    /// Whose current or desired engagement, or power, is not known.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Every party with both levels known: the largest weight first, those without a weight last (by moves), then by id.
    pub parties: Vec<PartyEngagement>,
    /// The cells that have parties, by current and then desired level.
    pub cells: Vec<TransitionCell>,
    /// Each weight with its grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::PMI_SEAM, citation::OWN_MOVES];

/// How far a level is along the way to leading; unaware and resistant both stand before neutral.
fn along(level: Engagement) -> u32 {
    match level {
        Engagement::Unaware | Engagement::Resistant => 0,
        Engagement::Neutral => 1,
        Engagement::Supportive => 2,
        Engagement::Leading => 3,
    }
}

fn moves(current: Engagement, desired: Engagement) -> u32 {
    let (from, to) = (along(current), along(desired));
    if current != desired && from == 0 && to == 0 { 2 } else { from.abs_diff(to) }
}

fn transition(current: Engagement, desired: Engagement) -> Transition {
    match current {
        _ if current == desired => Transition::Keep,
        _ if along(desired) < along(current) || desired == Engagement::Unaware => Transition::StepBack,
        Engagement::Unaware => Transition::MakeKnown,
        Engagement::Resistant => Transition::WinOver,
        _ => Transition::Strengthen,
    }
}

/// Reads the matrix. See the [module](self).
pub fn engagement(model: &Model, options: &EngagementOptions) -> EngagementMatrix {
    let mut omitted = Vec::new();
    let mut parties = Vec::new();
    for (id, party) in model.parties() {
        let pair = party.engagement;
        let levels = [(pair.current, Attribute::EngagementCurrent), (pair.desired, Attribute::EngagementDesired)];
        let unknown = levels.iter().filter(|(level, _)| level.is_none());
        omitted.extend(unknown.map(|(_, attribute)| Omission::unknown(id.into(), *attribute)));
        let (Some(current), Some(desired)) = (pair.current, pair.desired) else { continue };
        let power = model.read(&id.into(), Attribute::Power, options.aggregate);
        if power.is_none() {
            omitted.push(Omission::unknown(id.into(), Attribute::Power));
        }
        let moves = moves(current, desired);
        let weight = power.map(|p| exact::product([f64::from(moves), p.weight()]));
        parties.push(PartyEngagement {
            party: id.clone(),
            current,
            desired,
            transition: transition(current, desired),
            moves,
            power,
            weight: Measure::or(weight, Undefined::MissingRating),
        });
    }
    let mut cells: Vec<TransitionCell> = Vec::new();
    for p in &parties {
        match cells.iter_mut().find(|c| (c.current, c.desired) == (p.current, p.desired)) {
            Some(cell) => cell.parties.push(p.party.clone()),
            None => {
                cells.push(TransitionCell { current: p.current, desired: p.desired, parties: vec![p.party.clone()] })
            }
        }
    }
    cells.sort_by_key(|c| (c.current, c.desired));
    let findings = parties.iter().filter_map(|p| finding(p, options.aggregate)).collect();
    let weight = |p: &PartyEngagement| p.weight.value().unwrap_or(-1.0);
    parties.sort_by(|a, b| {
        weight(b).total_cmp(&weight(a)).then(b.moves.cmp(&a.moves)).then_with(|| a.party.cmp(&b.party))
    });
    EngagementMatrix {
        provenance: Provenance { method: "engagement", method_version: 1, options: *options, cites: CITES },
        omitted,
        parties,
        cells,
        findings,
    }
}

fn finding(party: &PartyEngagement, aggregate: Aggregate) -> Option<Finding> {
    let (power, weight) = (party.power?, party.weight.value()?);
    let me = Element::from(&party.party);
    let moved = Contribution {
        source: me.clone(),
        attribute: Some(Attribute::EngagementDesired),
        reading: None,
        amount: f64::from(party.moves),
    };
    Some(Finding {
        subject: vec![me.clone()],
        rule: "engagement-weight",
        law: Law::Product,
        amount: Amount::Number(weight),
        aggregate,
        because: vec![moved, Contribution::read(me, Attribute::Power, power, power.weight())],
    })
}

fn part_again(model: &Model, _: &Finding, part: &Contribution) -> Option<f64> {
    if let Some(reading) = part.reading {
        return Some(reading.weight());
    }
    let Element::Party(party) = &part.source else { return None };
    let pair = model.party(party)?.engagement;
    Some(f64::from(moves(pair.current?, pair.desired?)))
}

/// The weight that the moves and the power of one party make; nothing of what is not built so.
fn again(finding: &Finding) -> Option<f64> {
    let ([me @ Element::Party(_)], [moved, power]) = (finding.subject.as_slice(), finding.because.as_slice()) else {
        return None;
    };
    let its_own = moved.source == *me && power.source == *me;
    let kinds = (moved.attribute, moved.reading, power.attribute);
    let both = kinds == (Some(Attribute::EngagementDesired), None, Some(Attribute::Power)) && power.reading.is_some();
    (its_own && both).then(|| exact::product([moved.amount, power.amount]))
}

pub(super) const RULES: &[Rule] = &[Rule {
    id: "engagement-weight",
    law: Law::Product,
    part: part_again,
    whole: Some(|_, finding| again(finding).map_or(NO_FINDING, Amount::Number)),
}];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn every_transition_has_its_way() {
        use Engagement::{Leading, Neutral, Resistant, Supportive, Unaware};
        assert_eq!(moves(Unaware, Resistant), 2, "not progress, and not near");
        assert_eq!(transition(Unaware, Resistant), Transition::MakeKnown);
        assert_eq!((moves(Unaware, Neutral), moves(Resistant, Leading), moves(Leading, Supportive)), (1, 3, 1));
        assert_eq!(transition(Leading, Supportive), Transition::StepBack);
        assert_eq!(transition(Neutral, Leading), Transition::Strengthen);
        for from in Engagement::ALL {
            for to in Engagement::ALL {
                assert_eq!(moves(*from, *to), moves(*to, *from));
                assert_eq!(moves(*from, *to) == 0, transition(*from, *to) == Transition::Keep);
            }
        }
    }
}
