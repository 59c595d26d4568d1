//! # Power–interest grid
//!
//! **Question.** Who must be managed closely, kept satisfied, kept informed, or only watched?
//!
//! **Method.** A. Mendelow (1991), power × interest; and C. Eden and F. Ackermann, *Making Strategy* (1998), the same axes with
//! their own names: players, context setters, subjects, crowd.
//!
//! **Inputs.** Power and interest level of each party, one-sided. A [`Cut`] per axis; at or above it is high.
//!
//! **Formula.** A total decision table, [`TABLE`]. *Border*: a rating lies within half a raw step of its cut, or its raters stand
//! on both sides. *Distance*: the fewest steps of the party's own ratings to another class, cuts held fixed.
//!
//! **Assumptions.** The ratings are ordinal: only their order against the cut counts. The two axes are judged apart.
//!
//! **Missing data.** A party with a missing rating is not placed and listed in `omitted`; but where the class is the same whatever
//! the missing rating (the whole scale lies on one side of the cut) it is placed, with `whatever_the_missing`.
//!
//! **Returns.** [`PowerInterest`]. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::power_interest::Mendelow;
//! use polder::analysis::{Cut, PowerInterestOptions, power_interest};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\npower = 5\ninterest-level = 3\n[party.shops]\npower = 2\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let grid = power_interest(&model, &PowerInterestOptions::new().power_cut(Cut::Midpoint));
//! assert_eq!(grid.parties[0].mendelow, Mendelow::KeyPlayers);
//! assert!(grid.parties[0].border, "interest level 3 stands on the cut");
//! assert_eq!(grid.omitted[0].to_string(), "`party:shops`: interest-level is unknown");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** The grid sorts attention, it does not rank people; a party on the border needs a conversation, not a class.

use serde::Serialize;

use super::cut::{Cut, Height, cited, on_border, steps_across};
use super::replay::Rule;
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, OmissionReason, Provenance, Undefined};
use crate::id::PartyId;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::{Raw, ScaleKind};
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// The classes of Mendelow's grid.
    Mendelow, "class of Mendelow's grid" {
        /// High power, high interest.
        KeyPlayers = "key-players",
        /// High power, low interest.
        KeepSatisfied = "keep-satisfied",
        /// Low power, high interest.
        KeepInformed = "keep-informed",
        /// Low power, low interest.
        MinimalEffort = "minimal-effort",
    }
}

vocabulary! {
    /// The classes of Eden and Ackermann's grid.
    EdenAckermann, "class of Eden and Ackermann's grid" {
        /// High power, high interest.
        Players = "players",
        /// High power, low interest.
        ContextSetters = "context-setters",
        /// Low power, high interest.
        Subjects = "subjects",
        /// Low power, low interest.
        Crowd = "crowd",
    }
}

/// One row of the decision table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Whether power is at or above its cut.
    pub high_power: bool,
    /// Whether the interest level is at or above its cut.
    pub high_interest: bool,
    /// Mendelow's class.
    pub mendelow: Mendelow,
    /// Eden and Ackermann's class.
    pub eden_ackermann: EdenAckermann,
}

/// The decision table; total.
pub const TABLE: [Row; 4] = [
    row(true, true, Mendelow::KeyPlayers, EdenAckermann::Players),
    row(true, false, Mendelow::KeepSatisfied, EdenAckermann::ContextSetters),
    row(false, true, Mendelow::KeepInformed, EdenAckermann::Subjects),
    row(false, false, Mendelow::MinimalEffort, EdenAckermann::Crowd),
];

const fn row(high_power: bool, high_interest: bool, mendelow: Mendelow, eden_ackermann: EdenAckermann) -> Row {
    Row { high_power, high_interest, mendelow, eden_ackermann }
}

/// How to draw the grid.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct PowerInterestOptions {
    aggregate: Aggregate,
    power: Cut,
    interest_level: Cut,
}

impl PowerInterestOptions {
    /// Both cuts at the midpoint, median over raters.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// The cut of power.
    #[must_use]
    pub fn power_cut(mut self, cut: Cut) -> Self {
        self.power = cut;
        self
    }

    /// The cut of the interest level.
    #[must_use]
    pub fn interest_cut(mut self, cut: Cut) -> Self {
        self.interest_level = cut;
        self
    }
}

/// One party's place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Placement {
    /// The party.
    pub party: PartyId,
    /// Its power, if known.
    pub power: Option<Reading>,
    /// Its interest level, if known.
    pub interest_level: Option<Reading>,
    /// Mendelow's class.
    pub mendelow: Mendelow,
    /// Eden and Ackermann's class.
    pub eden_ackermann: EdenAckermann,
    /// Whether a rating stands on the border of the class.
    pub border: bool,
    /// The fewest steps of its own ratings to another class; `unreachable` where no rating on the scale gives another, and
    /// `missing-rating` where that hangs on the unknown rating.
    pub distance: Measure<u64>,
    /// Whether a rating is missing and the class would be this one whatever it were.
    pub whatever_the_missing: bool,
}

/// The grid.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PowerInterest {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<PowerInterestOptions>,
    /// Who was not placed, and which rating was missing.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The level of the cut of power, raw.
    pub power_cut: Measure,
    /// The level of the cut of the interest level, raw.
    pub interest_cut: Measure,
    /// The parties that were placed, in id order.
    pub parties: Vec<Placement>,
    /// Each place with its grounds; two findings for each party, one per naming.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::MENDELOW_1991, citation::EDEN_ACKERMANN_1998];

/// Draws the grid. See the [module](self).
pub fn power_interest(model: &Model, options: &PowerInterestOptions) -> PowerInterest {
    let aggregate = options.aggregate;
    let power_cut = options.power.level(model, Attribute::Power, aggregate);
    let interest_cut = options.interest_level.level(model, Attribute::InterestLevel, aggregate);
    let mut out = PowerInterest {
        provenance: Provenance { method: "power_interest", method_version: 1, options: *options, cites: CITES },
        omitted: Vec::new(),
        power_cut,
        interest_cut,
        parties: Vec::new(),
        findings: Vec::new(),
    };
    for (id, _) in model.parties() {
        let me = Element::from(id);
        let axes = [(Attribute::Power, power_cut), (Attribute::InterestLevel, interest_cut)];
        let readings = axes.map(|(attribute, _)| model.read(&me, attribute, aggregate));
        let (Measure::Known(p), Measure::Known(i)) = (power_cut, interest_cut) else {
            for ((missing, cut), reading) in axes.into_iter().zip(readings) {
                let reason = if cut.value().is_none() { OmissionReason::NoCut } else { OmissionReason::Unknown };
                if reading.is_none() || reason == OmissionReason::NoCut {
                    out.omitted.push(Omission { subject: me.clone(), missing, reason });
                }
            }
            continue;
        };
        let cuts = [p, i];
        let Some(row) = class(model, readings, cuts) else {
            let unknown = axes.iter().zip(readings).filter(|(_, r)| r.is_none());
            out.omitted.extend(unknown.map(|((a, _), _)| Omission::unknown(me.clone(), *a)));
            continue;
        };
        let known = || readings.iter().zip(cuts).filter_map(|(r, cut)| Some((r.as_ref()?, cut)));
        let missing = readings.iter().any(Option::is_none);
        let steps = known().filter_map(|(r, cut)| steps_across(r, cut)).min();
        out.parties.push(Placement {
            party: id.clone(),
            power: readings[0],
            interest_level: readings[1],
            mendelow: row.mendelow,
            eden_ackermann: row.eden_ackermann,
            border: known().any(|(r, cut)| on_border(r, cut)),
            distance: Measure::or(
                steps,
                if known().next().is_none() { Undefined::MissingRating } else { Undefined::Unreachable },
            ),
            whatever_the_missing: missing,
        });
        let mut because: Vec<Contribution> = Vec::new();
        for (((attribute, _), reading), (setting, cut)) in axes
            .into_iter()
            .zip(readings)
            .zip([(cut_names(options.power)[0], p), (cut_names(options.interest_level)[1], i)])
        {
            because.extend(reading.map(|r| Contribution::read(me.clone(), attribute, r, r.raw)));
            because.push(cited(setting, cut));
        }
        for (rule, class) in [("mendelow", row.mendelow.word()), ("eden-ackermann", row.eden_ackermann.word())] {
            out.findings.push(Finding {
                subject: vec![me.clone()],
                rule,
                law: Law::Class,
                amount: Amount::Class(class),
                aggregate,
                because: because.clone(),
            });
        }
    }
    out
}

fn class(model: &Model, readings: [Option<Reading>; 2], cuts: [f64; 2]) -> Option<Row> {
    let scale = model.scales().of(ScaleKind::OneSided);
    let power = Height::whatever(readings[0], &scale, cuts[0])? == Height::High;
    let interest = Height::whatever(readings[1], &scale, cuts[1])? == Height::High;
    TABLE.into_iter().find(|r| r.high_power == power && r.high_interest == interest)
}

fn again(model: &Model, finding: &Finding, naming: fn(Row) -> &'static str) -> Amount {
    let reading = |attribute| finding.because.iter().find(|c| c.attribute == Some(attribute)).and_then(|c| c.reading);
    let cut = |of: fn([&'static str; 2]) -> &'static str| {
        let cited = |c: &&Contribution| KINDS.iter().any(|kind| c.source == Element::Setting(of(cut_names(*kind))));
        finding.because.iter().find(cited).map(|c| c.amount)
    };
    let (Some(p), Some(i)) = (cut(|[power, _]| power), cut(|[_, interest]| interest)) else {
        return Amount::Undefined(Undefined::MissingRating);
    };
    let readings = [reading(Attribute::Power), reading(Attribute::InterestLevel)];
    class(model, readings, [p, i]).map_or(Amount::Undefined(Undefined::MissingRating), |row| Amount::Class(naming(row)))
}

/// One cut of each kind, to find which kind a finding cites.
const KINDS: [Cut; 3] = [Cut::Midpoint, Cut::Median, Cut::At(Raw::ZERO)];

/// How the cuts of power and of the interest level are cited: a midpoint and a median can be taken again from the model.
fn cut_names(cut: Cut) -> [&'static str; 2] {
    match cut {
        Cut::Midpoint => ["cut-power-midpoint", "cut-interest-level-midpoint"],
        Cut::Median => ["cut-power-median", "cut-interest-level-median"],
        Cut::At(_) => ["cut-power-at", "cut-interest-level-at"],
    }
}

fn part_again(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    let Element::Setting(name) = part.source else { return part.reading.map(|r| r.raw) };
    let kind = KINDS.into_iter().find(|kind| cut_names(*kind).contains(&name))?;
    let [power, _] = cut_names(kind);
    let attribute = if name == power { Attribute::Power } else { Attribute::InterestLevel };
    match kind {
        Cut::At(_) => Some(part.amount),
        taken => taken.level(model, attribute, finding.aggregate).value(),
    }
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "mendelow",
        law: Law::Class,
        part: part_again,
        whole: Some(|m, f| again(m, f, |row| row.mendelow.word())),
    },
    Rule {
        id: "eden-ackermann",
        law: Law::Class,
        part: part_again,
        whole: Some(|m, f| again(m, f, |row| row.eden_ackermann.word())),
    },
];
