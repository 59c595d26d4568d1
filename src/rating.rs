//! Ratings: what people said of an attribute, and the one door through which methods read it.
//!
//! A rating may be unknown, a number or word, an interval, low/mode/high, or the judgements of several raters. All of it is kept.
//! [`Rating::read`] gives the point (the median over raters by default) and leaves the spread visible. Point of one judgement: a
//! number is itself, an interval its midpoint, low/mode/high its mode.

use std::fmt;

use serde::Serialize;
use thiserror::Error;

use crate::id::Slug;
use crate::math::exact;
use crate::scale::{Confidence, Raw, Scale, ScaleKind, WordSet};
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// A word that stands for a rating, in English or Dutch.
    Word, "rating" {
        /// The lowest of five.
        VeryLow = "very-low",
        /// The lowest of three, the second of five.
        Low = "low",
        /// The midpoint.
        Medium = "medium",
        /// The highest of three, the fourth of five.
        High = "high",
        /// The highest of five.
        VeryHigh = "very-high",
        /// −k.
        StronglyAgainst = "strongly-against",
        /// −k/2.
        Against = "against",
        /// 0.
        Neutral = "neutral",
        /// +k/2.
        For = "for",
        /// +k.
        StronglyFor = "strongly-for",
        /// Very low, in Dutch.
        ZeerLaag = "zeer-laag",
        /// Low, in Dutch.
        Laag = "laag",
        /// Medium, in Dutch.
        Midden = "midden",
        /// High, in Dutch.
        Hoog = "hoog",
        /// Very high, in Dutch.
        ZeerHoog = "zeer-hoog",
        /// Strongly against, in Dutch.
        SterkTegen = "sterk-tegen",
        /// Against, in Dutch.
        Tegen = "tegen",
        /// Neutral, in Dutch.
        Neutraal = "neutraal",
        /// For, in Dutch.
        Voor = "voor",
        /// Strongly for, in Dutch.
        SterkVoor = "sterk-voor",
    }
}

impl Word {
    /// The quarter of the range that the word stands for, or why it stands for none.
    fn quarter(self, scale: &Scale) -> Option<u8> {
        let signed = scale.kind() == ScaleKind::Signed;
        let five = scale.words() == WordSet::Five;
        match self {
            Self::VeryLow | Self::ZeerLaag => (!signed && five).then_some(0),
            Self::Low | Self::Laag => (!signed).then_some(u8::from(five)),
            Self::Medium | Self::Midden => (!signed).then_some(2),
            Self::High | Self::Hoog => (!signed).then_some(if five { 3 } else { 4 }),
            Self::VeryHigh | Self::ZeerHoog => (!signed && five).then_some(4),
            Self::StronglyAgainst | Self::SterkTegen => signed.then_some(0),
            Self::Against | Self::Tegen => signed.then_some(1),
            Self::Neutral | Self::Neutraal => signed.then_some(2),
            Self::For | Self::Voor => signed.then_some(3),
            Self::StronglyFor | Self::SterkVoor => signed.then_some(4),
        }
    }

    /// The words that a scale knows, English ones first.
    pub fn of_scale(scale: &Scale) -> impl Iterator<Item = Self> + '_ {
        Self::ALL.iter().copied().filter(|w| w.quarter(scale).is_some())
    }
}

/// One level on a scale: a raw workshop number, or a word for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A number as it was written.
    Number(Raw),
    /// A word as it was written.
    Word(Word),
}

impl Level {
    /// The raw number on a scale, `None` when the level does not lie on it.
    pub fn raw(&self, scale: &Scale) -> Option<f64> {
        match self {
            Self::Number(n) => scale.contains(n.get()).then(|| n.get()),
            Self::Word(w) => w.quarter(scale).map(|q| scale.quarter(q)),
        }
    }

    fn check(&self, scale: &Scale) -> Result<f64, RatingError> {
        self.raw(scale).ok_or_else(|| match self {
            Self::Number(n) => RatingError::OffScale { value: n.get(), scale: *scale },
            Self::Word(w) => RatingError::WrongWord { word: *w, scale: *scale },
        })
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(n) => n.fmt(f),
            Self::Word(w) => w.fmt(f),
        }
    }
}

impl Serialize for Level {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(n) => n.serialize(serializer),
            Self::Word(w) => w.serialize(serializer),
        }
    }
}

/// What one judgement says of the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Estimate {
    /// Said on purpose not to be known.
    Unknown,
    /// One level.
    Point(Level),
    /// Somewhere from low to high.
    Interval {
        /// The lowest it may be.
        low: Level,
        /// The highest it may be.
        high: Level,
    },
    /// From low to high, most likely at mode.
    ThreePoint {
        /// The lowest it may be.
        low: Level,
        /// The most likely.
        mode: Level,
        /// The highest it may be.
        high: Level,
    },
}

/// Who gave a judgement, as it was written: a member or party of that id if there is one, else somebody else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rater {
    /// `member:` or `party:` when the writer said so.
    pub prefix: Option<RaterKind>,
    /// The name.
    pub name: Slug,
}

vocabulary! {
    /// What a rater is.
    RaterKind, "kind of rater" {
        /// A member of the project team.
        Member = "member",
        /// A party.
        Party = "party",
    }
}

impl fmt::Display for Rater {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.prefix {
            Some(kind) => write!(f, "{kind}:{}", self.name),
            None => self.name.fmt(f),
        }
    }
}

/// One rater's judgement with its grounds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Judgement {
    /// The level.
    pub estimate: Estimate,
    /// Who says so.
    pub by: Option<Rater>,
    /// How sure they are; shown, and a weight only under [`Aggregate::WeightedMedian`].
    pub confidence: Option<Confidence>,
    /// Their reason.
    pub why: Option<String>,
}

/// Everything that was said of one attribute.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// A bare level, interval, low/mode/high or `"unknown"`.
    Plain(Estimate),
    /// One judgement with its rater, confidence or reason.
    Judged(Judgement),
    /// Several raters, in the order of the file.
    Several(Vec<Judgement>),
}

/// A rating cannot stand where it was put.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum RatingError {
    /// A number lies outside the scale.
    #[error("{value} is off the scale {scale}")]
    OffScale {
        /// The number.
        value: f64,
        /// The scale.
        scale: Scale,
    },
    /// A word is not one of the scale's words.
    #[error("`{word}` is not a word of this scale")]
    WrongWord {
        /// The word.
        word: Word,
        /// The scale.
        scale: Scale,
    },
    /// The bounds of an interval are not in order.
    #[error("the bounds are not in order: low ≤ mode ≤ high")]
    Order,
    /// A list of raters holds none.
    #[error("a list of raters needs at least one")]
    NoRaters,
}

vocabulary! {
    /// How several raters' judgements become one point.
    Aggregate, "way of aggregating" {
        /// The median, the mean of the middle two for an even number.
        Median = "median",
        /// The median weighted by confidence; a judgement without one weighs 1.
        WeightedMedian = "weighted-median",
    }
}

impl Default for Aggregate {
    /// The median.
    fn default() -> Self {
        Self::Median
    }
}

/// A rating as a method reads it: the point, its spread and how it came about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The point in raw workshop numbers.
    pub raw: f64,
    /// The lowest raw number that any judgement allows.
    pub low: f64,
    /// The highest raw number that any judgement allows.
    pub high: f64,
    /// How many judgements gave a level.
    pub judgements: usize,
    /// The scale.
    pub scale: Scale,
}

impl Reading {
    /// The point in unit: (x − min)/(max − min).
    pub fn unit(&self) -> f64 {
        self.scale.unit(self.raw)
    }

    /// The point as a weight: x/max; x/k on a signed scale.
    pub fn weight(&self) -> f64 {
        self.scale.weight(self.raw)
    }
}

impl Serialize for Reading {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let signed = self.scale.kind() == ScaleKind::Signed;
        let mut s = serializer.serialize_struct("Reading", 6)?;
        s.serialize_field("raw", &self.raw)?;
        if signed {
            s.serialize_field("signed", &self.weight())?;
        } else {
            s.serialize_field("unit", &self.unit())?;
            s.serialize_field("weight", &self.weight())?;
        }
        s.serialize_field("low", &self.low)?;
        s.serialize_field("high", &self.high)?;
        s.serialize_field("judgements", &self.judgements)?;
        s.end()
    }
}

impl Estimate {
    /// Checks the estimate against a scale: lowest, point, highest in raw numbers, `None` when unknown.
    ///
    /// # Errors
    /// [`RatingError`] for a level off the scale or bounds out of order.
    pub fn check(&self, scale: &Scale) -> Result<Option<(f64, f64, f64)>, RatingError> {
        let (low, point, high) = match self {
            Self::Unknown => return Ok(None),
            Self::Point(level) => {
                let x = level.check(scale)?;
                (x, x, x)
            }
            Self::Interval { low, high } => {
                let (low, high) = (low.check(scale)?, high.check(scale)?);
                (low, exact::mean(&[low, high]).unwrap_or(low), high)
            }
            Self::ThreePoint { low, mode, high } => (low.check(scale)?, mode.check(scale)?, high.check(scale)?),
        };
        if low <= point && point <= high { Ok(Some((low, point, high))) } else { Err(RatingError::Order) }
    }
}

impl Rating {
    /// A plain number.
    ///
    /// # Errors
    /// [`crate::scale::OutOfScale`] when it is not a finite number.
    pub fn number(raw: f64) -> Result<Self, crate::scale::OutOfScale> {
        Ok(Self::Plain(Estimate::Point(Level::Number(Raw::new(raw)?))))
    }

    /// A plain word.
    pub fn word(word: Word) -> Self {
        Self::Plain(Estimate::Point(Level::Word(word)))
    }

    /// Unknown, said on purpose.
    pub fn unknown() -> Self {
        Self::Plain(Estimate::Unknown)
    }

    /// The estimates with their confidence (1 where none was given).
    fn estimates(&self) -> Vec<(Estimate, f64)> {
        let of = |j: &Judgement| (j.estimate, j.confidence.map_or(1.0, Confidence::get));
        match self {
            Self::Plain(e) => vec![(*e, 1.0)],
            Self::Judged(j) => vec![of(j)],
            Self::Several(all) => all.iter().map(of).collect(),
        }
    }

    /// The estimates with who gave them, as far as that is known.
    pub(crate) fn by_rater(&self) -> Vec<(Option<&Rater>, Estimate)> {
        match self {
            Self::Plain(e) => vec![(None, *e)],
            judged => judged.judgements().iter().map(|j| (j.by.as_ref(), j.estimate)).collect(),
        }
    }

    /// The judgements that carry a rater, confidence or reason.
    pub fn judgements(&self) -> &[Judgement] {
        match self {
            Self::Plain(_) => &[],
            Self::Judged(j) => std::slice::from_ref(j),
            Self::Several(all) => all,
        }
    }

    /// A judgement without rater, confidence and reason says no more than its bare estimate: one thing has one form.
    pub(crate) fn tidy(&mut self) {
        if let Self::Judged(Judgement { estimate, by: None, confidence: None, why: None }) = self {
            *self = Self::Plain(*estimate);
        }
    }

    pub(crate) fn judgements_mut(&mut self) -> &mut [Judgement] {
        match self {
            Self::Plain(_) => &mut [],
            Self::Judged(j) => std::slice::from_mut(j),
            Self::Several(all) => all,
        }
    }

    /// Checks every level against a scale.
    ///
    /// # Errors
    /// The first [`RatingError`].
    pub fn check(&self, scale: &Scale) -> Result<(), RatingError> {
        if matches!(self, Self::Several(all) if all.is_empty()) {
            return Err(RatingError::NoRaters);
        }
        for (estimate, _) in self.estimates() {
            estimate.check(scale)?;
        }
        Ok(())
    }

    /// Reads the rating on a scale: the point, with its spread; `None` when nobody gave a level (or, weighted, when all who did
    /// have confidence 0). Levels off the scale count as not given; a checked model holds none.
    pub fn read(&self, scale: &Scale, aggregate: Aggregate) -> Option<Reading> {
        let known: Vec<((f64, f64, f64), f64)> =
            self.estimates().into_iter().filter_map(|(e, c)| e.check(scale).ok().flatten().map(|t| (t, c))).collect();
        let raw = match aggregate {
            Aggregate::Median => exact::median(&known.iter().map(|((_, p, _), _)| *p).collect::<Vec<_>>())?,
            Aggregate::WeightedMedian => {
                exact::weighted_median(&known.iter().map(|((_, p, _), c)| (*p, *c)).collect::<Vec<_>>())?
            }
        };
        let low = known.iter().map(|((l, _, _), _)| *l).fold(raw, f64::min);
        let high = known.iter().map(|((_, _, h), _)| *h).fold(raw, f64::max);
        Some(Reading { raw, low, high, judgements: known.len(), scale: *scale })
    }
}

impl From<Raw> for Rating {
    fn from(raw: Raw) -> Self {
        Self::Plain(Estimate::Point(Level::Number(raw)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::Scales;

    fn number(x: f64) -> Level {
        Level::Number(Raw::new(x).unwrap())
    }

    fn judged(x: f64, confidence: f64) -> Judgement {
        Judgement {
            estimate: Estimate::Point(number(x)),
            by: None,
            confidence: Some(Confidence::new(confidence).unwrap()),
            why: None,
        }
    }

    fn raw(rating: &Rating, kind: ScaleKind, words: WordSet) -> Option<f64> {
        rating.read(&Scales::default().with_words(words).of(kind), Aggregate::Median).map(|r| r.raw)
    }

    #[test]
    fn words_stand_for_quarters_of_the_range() {
        let one = |w, set| raw(&Rating::word(w), ScaleKind::OneSided, set);
        assert_eq!(one(Word::Low, WordSet::Three), Some(1.0));
        assert_eq!(one(Word::Midden, WordSet::Three), Some(3.0));
        assert_eq!(one(Word::Hoog, WordSet::Three), Some(5.0));
        assert_eq!(one(Word::VeryLow, WordSet::Three), None);
        assert_eq!(one(Word::Laag, WordSet::Five), Some(2.0));
        assert_eq!(one(Word::VeryHigh, WordSet::Five), Some(5.0));
        let signed = |w| raw(&Rating::word(w), ScaleKind::Signed, WordSet::Three);
        assert_eq!(signed(Word::SterkTegen), Some(-2.0));
        assert_eq!(signed(Word::For), Some(1.0));
        assert_eq!(signed(Word::High), None);
        assert_eq!(raw(&Rating::word(Word::Low), ScaleKind::Strength, WordSet::Three), Some(1.0));
        assert_eq!(raw(&Rating::number(0.0).unwrap(), ScaleKind::Strength, WordSet::Three), Some(0.0));
        assert_eq!(raw(&Rating::number(0.0).unwrap(), ScaleKind::OneSided, WordSet::Three), None);
    }

    #[test]
    fn points_and_spread() {
        let scale = Scales::default().of(ScaleKind::OneSided);
        let interval = Rating::Plain(Estimate::Interval { low: number(2.0), high: number(5.0) });
        let r = interval.read(&scale, Aggregate::Median).unwrap();
        assert_eq!((r.raw, r.low, r.high), (3.5, 2.0, 5.0));
        let three = Rating::Plain(Estimate::ThreePoint { low: number(1.0), mode: number(2.0), high: number(5.0) });
        assert_eq!(three.read(&scale, Aggregate::Median).unwrap().raw, 2.0);
        let several = Rating::Several(vec![judged(1.0, 0.1), judged(4.0, 0.9), judged(5.0, 0.0), judged(2.0, 0.2)]);
        let m = several.read(&scale, Aggregate::Median).unwrap();
        assert_eq!((m.raw, m.low, m.high, m.judgements), (3.0, 1.0, 5.0, 4));
        assert_eq!(several.read(&scale, Aggregate::WeightedMedian).unwrap().raw, 4.0);
        assert_eq!(Rating::unknown().read(&scale, Aggregate::Median), None);
        assert_eq!(Rating::Several(vec![judged(3.0, 0.0)]).read(&scale, Aggregate::WeightedMedian), None);
    }

    #[test]
    fn faults_are_named() {
        let scale = Scales::default().of(ScaleKind::OneSided);
        let off = Rating::number(7.0).unwrap().check(&scale).unwrap_err();
        assert_eq!(off.to_string(), "7 is off the scale 1 to 5");
        let order = Rating::Plain(Estimate::Interval { low: number(4.0), high: number(2.0) });
        assert_eq!(order.check(&scale), Err(RatingError::Order));
        assert_eq!(Rating::Several(vec![]).check(&scale), Err(RatingError::NoRaters));
    }
}
