//! Why a number is what it is: findings, contributions, provenance, and what was left out.
//!
//! A [`Finding`] names the [`Law`] by which its contributions make its amount, and [`crate::analysis::replay()`] can check that
//! against the model. What cannot be said is [`Undefined`] with a reason; what was left out is an [`Omission`].

use std::fmt;

use serde::{Serialize, Serializer};

use crate::citation::Citation;
use crate::math::ratings::Degenerate;
use crate::model::{Attribute, Element};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why a quantity has no value.
    Undefined, "reason" {
        /// The formula divides nothing by nothing: there is nothing to measure.
        NothingToMeasure = "nothing-to-measure",
        /// No allowed change reaches the target.
        Unreachable = "unreachable",
        /// A rating that the formula needs is unknown.
        MissingRating = "missing-rating",
        /// The exact answer needs more work than the budget allows.
        BudgetExhausted = "budget-exhausted",
        /// The rule says nothing of this quantity.
        NoBearing = "no-bearing",
        /// The options give no threshold to judge by.
        NoThreshold = "no-threshold",
        /// There is no focal party, no "we".
        NoFocal = "no-focal",
        /// The reference set has fewer than two rows.
        TooFewRows = "too-few-rows",
        /// The rows of the reference set do not differ on some dimension.
        NoVariance = "no-variance",
        /// There are more than can be counted.
        TooMany = "too-many",
        /// What was compared falls apart in groups between which nothing was compared.
        NotConnected = "not-connected",
        /// The table that the formula looks up has no such entry.
        OutsideTable = "outside-table",
        /// There are fewer than two things to put in order.
        OneItem = "one-item",
        /// Fewer than two parties rated what is needed.
        OneJudge = "one-judge",
        /// Everybody rated everything alike.
        AllTied = "all-tied",
        /// Somebody rated everything alike and so has no order.
        FlatJudge = "flat-judge",
        /// The agreement is full, and the test divides by what is missing from it.
        FullAgreement = "full-agreement",
        /// There are too few parties and things for a test.
        NoFreedom = "no-freedom",
        /// Nothing was rated by two parties.
        NoPairs = "no-pairs",
        /// All ratings that can be compared are the same.
        NoVariation = "no-variation",
        /// A rating is below zero, and the measure has no such numbers.
        BelowZero = "below-zero",
        /// There are too few categories.
        FewCategories = "few-categories",
        /// The frequencies are no counts.
        NotCounts = "not-counts",
        /// A number is off the scale.
        OffScale = "off-scale",
    }
}

impl From<Degenerate> for Undefined {
    fn from(reason: Degenerate) -> Self {
        match reason {
            Degenerate::OneItem => Self::OneItem,
            Degenerate::OneJudge => Self::OneJudge,
            Degenerate::AllTied => Self::AllTied,
            Degenerate::FlatJudge => Self::FlatJudge,
            Degenerate::FullAgreement => Self::FullAgreement,
            Degenerate::NoFreedom => Self::NoFreedom,
            Degenerate::NoRatings => Self::NothingToMeasure,
            Degenerate::NoPairs => Self::NoPairs,
            Degenerate::NoVariation => Self::NoVariation,
            Degenerate::BelowZero => Self::BelowZero,
            Degenerate::FewCategories => Self::FewCategories,
            Degenerate::NotCounts => Self::NotCounts,
            Degenerate::OffScale => Self::OffScale,
            Degenerate::TooMuchWork => Self::BudgetExhausted,
        }
    }
}

/// A quantity, or the reason why it has no value. In JSON the bare quantity or `{ "undefined": "<code>" }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure<T = f64> {
    /// The value.
    Known(T),
    /// Why there is none.
    Undefined(Undefined),
}

impl<T> Measure<T> {
    /// The value, if there is one.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Undefined(_) => None,
        }
    }

    /// A reference to the value, if there is one.
    pub fn as_ref(&self) -> Measure<&T> {
        match self {
            Self::Known(value) => Measure::Known(value),
            Self::Undefined(reason) => Measure::Undefined(*reason),
        }
    }

    pub(crate) fn or(value: Option<T>, reason: Undefined) -> Self {
        value.map_or(Self::Undefined(reason), Self::Known)
    }
}

impl<T> From<Result<T, Degenerate>> for Measure<T> {
    fn from(measured: Result<T, Degenerate>) -> Self {
        match measured {
            Ok(value) => Self::Known(value),
            Err(reason) => Self::Undefined(reason.into()),
        }
    }
}

impl<T: fmt::Display> fmt::Display for Measure<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(value) => value.fmt(f),
            Self::Undefined(reason) => write!(f, "undefined ({reason})"),
        }
    }
}

impl<T: Serialize> Serialize for Measure<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        match self {
            Self::Known(value) => value.serialize(serializer),
            Self::Undefined(reason) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("undefined", reason)?;
                map.end()
            }
        }
    }
}

vocabulary! {
    /// The law by which contributions make an amount.
    Law, "law" {
        /// The amounts add up.
        Sum = "sum",
        /// The amounts multiply.
        Product = "product",
        /// The mean of the amounts.
        Mean = "mean",
        /// The largest of the amounts.
        Max = "max",
        /// The smallest of the amounts.
        Min = "min",
        /// The cited readings run through a decision table.
        Class = "class",
        /// The rule's own function of the cited readings.
        Statistic = "statistic",
        /// A certificate: feasible, of this cost, and nothing cheaper can be.
        Optimum = "optimum",
    }
}

/// What a finding says: a number, a class, or that it cannot be said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// A number.
    Number(f64),
    /// The word of a class.
    Class(&'static str),
    /// Not defined, and why.
    Undefined(Undefined),
}

impl From<Measure> for Amount {
    fn from(measure: Measure) -> Self {
        match measure {
            Measure::Known(x) => Self::Number(x),
            Measure::Undefined(reason) => Self::Undefined(reason),
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(x) => x.fmt(f),
            Self::Class(word) => f.write_str(word),
            Self::Undefined(reason) => write!(f, "undefined ({reason})"),
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(x) => serializer.serialize_f64(*x),
            Self::Class(word) => serializer.serialize_str(word),
            Self::Undefined(reason) => Measure::<f64>::Undefined(*reason).serialize(serializer),
        }
    }
}

/// One ground of a finding: what it comes from, how that was read, and what it counts for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contribution {
    /// The node, relation or setting.
    pub source: Element,
    /// Which of its attributes was read, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute: Option<Attribute>,
    /// How it was read, with both readings of the scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// What it counts for under the finding's law.
    pub amount: f64,
}

impl Contribution {
    /// A rating that was read, with what it counts for.
    pub(crate) fn read(source: Element, attribute: Attribute, reading: Reading, amount: f64) -> Self {
        Self { source, attribute: Some(attribute), reading: Some(reading), amount }
    }

    /// Something that counts without a rating of its own.
    pub(crate) fn of(source: Element, amount: f64) -> Self {
        Self { source, attribute: None, reading: None, amount }
    }
}

impl fmt::Display for Contribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.attribute, self.reading) {
            (Some(attribute), Some(reading)) => {
                write!(f, "{}: {attribute} {} on {}", self.source, reading.raw, reading.scale)
            }
            _ => write!(f, "{}: {}", self.source, self.amount),
        }
    }
}

/// One statement of a result with its grounds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// What the statement is about.
    pub subject: Vec<Element>,
    /// The id of the rule that made it.
    pub rule: &'static str,
    /// How the contributions make the amount.
    pub law: Law,
    /// What it says.
    pub amount: Amount,
    /// How several raters were read as one.
    pub aggregate: Aggregate,
    /// The grounds.
    pub because: Vec<Contribution>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} = {}", itertools::join(&self.subject, ", "), self.rule, self.amount)
    }
}

/// How a result was made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Provenance<O> {
    /// The id of the method: its function's name.
    pub method: &'static str,
    /// Raised when a number of the method changes.
    pub method_version: u32,
    /// The options that were used.
    pub options: O,
    /// The sources of the method.
    pub cites: &'static [Citation],
}

vocabulary! {
    /// Why something was left out.
    OmissionReason, "reason" {
        /// A rating that the method needs is unknown.
        Unknown = "unknown",
        /// There is nothing that a cut could be taken from.
        NoCut = "no-cut",
        /// The project has no focal party, no "we".
        NoFocal = "no-focal",
        /// The word is not in the vocabulary that the method was given.
        NotInVocabulary = "not-in-vocabulary",
    }
}

/// Something that a method left out, and the rating that was missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Omission {
    /// What was left out.
    pub subject: Element,
    /// The rating that was missing.
    pub missing: Attribute,
    /// Why it was left out.
    pub reason: OmissionReason,
}

impl Omission {
    pub(crate) fn unknown(subject: Element, missing: Attribute) -> Self {
        Self { subject, missing, reason: OmissionReason::Unknown }
    }
}

impl fmt::Display for Omission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reason {
            OmissionReason::Unknown => write!(f, "`{}`: {} is unknown", self.subject, self.missing),
            OmissionReason::NoCut => write!(f, "`{}`: there is no cut for {}", self.subject, self.missing),
            OmissionReason::NoFocal => {
                write!(f, "`{}`: {} is not known without a focal party", self.subject, self.missing)
            }
            OmissionReason::NotInVocabulary => {
                write!(f, "`{}`: the word of {} is not in the vocabulary", self.subject, self.missing)
            }
        }
    }
}
