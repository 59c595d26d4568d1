//! Every bounded number, in one table, and the scales of the workshop.
//!
//! Two sorts of scale exist. *Fixed* ones have the same range everywhere (a confidence lies in 0…1); each is a type of its own,
//! declared as a row of [`TABLE`]. *Workshop* scales are chosen per project (`scale = [1, 5]`, `signed = 2`); a [`Scale`] holds
//! the range and gives the two readings of a raw number, which are never mixed:
//!
//! - [`Scale::unit`] = (x − min)/(max − min), for cuts, differences and distances;
//! - [`Scale::weight`] = x/max, for products.
//!
//! Signed numbers read as x/k ([`Scale::weight`] of a signed scale).

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};
use thiserror::Error;

use crate::math::exact;
use crate::vocabulary::vocabulary;

/// A number is off its scale, or not a finite number at all.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{value} is off the scale of {scale}: {min} to {max}")]
pub struct OutOfScale {
    /// The number as given.
    pub value: f64,
    /// What the scale measures.
    pub scale: &'static str,
    /// The lowest number on it.
    pub min: f64,
    /// The highest number on it.
    pub max: f64,
}

/// One row of the table of fixed scales.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// The name of the scale.
    pub name: &'static str,
    /// The lowest number.
    pub min: f64,
    /// The highest number.
    pub max: f64,
    /// What the lowest number stands for.
    pub low: &'static str,
    /// What the highest number stands for.
    pub high: &'static str,
    /// The level of measurement: ordinal, interval or ratio.
    pub level: &'static str,
    /// Where the scale comes from.
    pub source: &'static str,
}

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident: $label:literal, $min:expr => $low:literal, $max:expr => $high:literal, $level:literal, $source:literal;)+) => {
        /// Every fixed scale.
        pub const TABLE: &[Row] = &[$(Row { name: $label, min: $min, max: $max, low: $low, high: $high, level: $level, source: $source }),+];

        $(
        $(#[$doc])*
        #[doc = concat!("\n\nRange: `", stringify!($min), "` (", $low, ") to `", stringify!($max), "` (", $high, "); ", $level, " level. Source: ", $source, ".")]
        #[derive(Clone, Copy, PartialEq)]
        pub struct $name(f64);

        impl $name {
            /// The lowest number.
            pub const MIN: f64 = $min;
            /// The highest number.
            pub const MAX: f64 = $max;

            /// Checks a number; −0 becomes 0.
            ///
            /// # Errors
            /// [`OutOfScale`] when it lies outside the range or is not finite.
            pub fn new(value: f64) -> Result<Self, OutOfScale> {
                if value.is_finite() && (Self::MIN..=Self::MAX).contains(&value) {
                    Ok(Self(if value == 0.0 { 0.0 } else { value }))
                } else {
                    Err(OutOfScale { value, scale: $label, min: Self::MIN, max: Self::MAX })
                }
            }

            /// The number.
            pub fn get(self) -> f64 {
                self.0
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                self.0.total_cmp(&other.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_f64(self.0)
            }
        }

        #[cfg(test)]
        impl proptest::arbitrary::Arbitrary for $name {
            type Parameters = ();
            type Strategy = proptest::strategy::Map<std::ops::RangeInclusive<f64>, fn(f64) -> Self>;
            fn arbitrary_with((): ()) -> Self::Strategy {
                use proptest::strategy::Strategy;
                (Self::MIN..=Self::MAX).prop_map(|x| Self::new(x).expect("in range"))
            }
        }
        )+
    };
}

numbers! {
    /// A raw workshop number as it was written; the project's scale bounds it further.
    Raw: "raw number", -1.0e15 => "lowest that can be written", 1.0e15 => "highest that can be written", "ordinal", "the workshop";
    /// How sure a rater is.
    Confidence: "confidence", 0.0 => "a guess", 1.0 => "certain", "ratio", "own convention";
    /// A geographical latitude in degrees.
    Latitude: "latitude", -90.0 => "south pole", 90.0 => "north pole", "interval", "WGS 84";
    /// A geographical longitude in degrees.
    Longitude: "longitude", -180.0 => "west", 180.0 => "east", "interval", "WGS 84";
    /// How many times as important one value is as another.
    Preference: "ratio of importance", 1.0 / 9.0 => "far less important", 9.0 => "far more important", "ratio", "Saaty 1977";
    /// How heavily a task asks for a role.
    RoleWeight: "weight of a role", 0.0 => "not asked for", 1000.0 => "the most", "ratio", "own convention";
    /// The strength of a conflict or a bond, and every other number from 0 to 1 that an option takes: a gap, a threshold, the level of
    /// an interval.
    Strength: "strength", 0.0 => "none", 1.0 => "the strongest that the scale can say", "ratio", "own convention";
}

impl Raw {
    /// Zero.
    pub const ZERO: Self = Self(0.0);
}

impl RoleWeight {
    /// One.
    pub const ONE: Self = Self(1.0);
}

impl Strength {
    pub(crate) const ZERO: Self = Self(0.0);

    /// One half.
    pub const HALF: Self = Self(0.5);

    /// One quarter.
    pub const QUARTER: Self = Self(0.25);
}

vocabulary! {
    /// Which of a project's scales an attribute is rated on.
    ScaleKind, "kind of scale" {
        /// Power, interest level, urgency, importance, trust and the like.
        OneSided = "one-sided",
        /// The strength of an opposition or a tension: the one-sided scale and 0 for "none at all".
        Strength = "strength",
        /// Attitude, stance, position and tie: −k … +k.
        Signed = "signed",
        /// Influence of one party on another.
        Influence = "influence",
        /// Points of the competing values model: 0 … 100.
        Points = "points",
    }
}

vocabulary! {
    /// How many words the one-sided scale has.
    WordSet, "set of words" {
        /// low, medium, high.
        Three = "3",
        /// very-low, low, medium, high, very-high.
        Five = "5",
    }
}

/// The largest bound that a workshop scale may have.
pub const BOUND_MAX: i32 = 1_000_000;

/// The scales of a project are not usable.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BadScales {
    /// A one-sided range is not 0 ≤ min < max.
    #[error("`{name} = [{min}, {max}]` is not a scale: it takes 0 ≤ min < max ≤ 1000000")]
    Range {
        /// The key in the file.
        name: &'static str,
        /// The lower bound as given.
        min: i64,
        /// The upper bound as given.
        max: i64,
    },
    /// A signed bound is not positive.
    #[error("`signed = {k}` is not a scale: it takes a whole number from 1 to 1000000")]
    Signed {
        /// The bound as given.
        k: i64,
    },
}

/// The scales that a project's file speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scales {
    one_sided: (i32, i32),
    signed: i32,
    influence: (i32, i32),
    words: WordSet,
}

impl Default for Scales {
    /// `scale = [1, 5]`, `signed = 2`, `influence = [0, 4]`, `words = 3`.
    fn default() -> Self {
        Self { one_sided: (1, 5), signed: 2, influence: (0, 4), words: WordSet::Three }
    }
}

fn range(name: &'static str, min: i64, max: i64) -> Result<(i32, i32), BadScales> {
    match (i32::try_from(min), i32::try_from(max)) {
        (Ok(lo), Ok(hi)) if 0 <= lo && lo < hi && hi <= BOUND_MAX => Ok((lo, hi)),
        _ => Err(BadScales::Range { name, min, max }),
    }
}

impl Scales {
    /// These scales with another one-sided range.
    ///
    /// # Errors
    /// [`BadScales`] unless 0 ≤ min < max.
    pub fn with_one_sided(mut self, min: i64, max: i64) -> Result<Self, BadScales> {
        self.one_sided = range("scale", min, max)?;
        Ok(self)
    }

    /// These scales with another bound of the signed scale.
    ///
    /// # Errors
    /// [`BadScales`] unless k ≥ 1.
    pub fn with_signed(mut self, k: i64) -> Result<Self, BadScales> {
        match i32::try_from(k) {
            Ok(k) if (1..=BOUND_MAX).contains(&k) => self.signed = k,
            _ => return Err(BadScales::Signed { k }),
        }
        Ok(self)
    }

    /// These scales with another range of influence.
    ///
    /// # Errors
    /// [`BadScales`] unless 0 ≤ min < max.
    pub fn with_influence(mut self, min: i64, max: i64) -> Result<Self, BadScales> {
        self.influence = range("influence", min, max)?;
        Ok(self)
    }

    /// These scales with another set of words.
    #[must_use]
    pub fn with_words(mut self, words: WordSet) -> Self {
        self.words = words;
        self
    }

    /// The set of words.
    pub fn words(&self) -> WordSet {
        self.words
    }

    /// The scale of one kind.
    pub fn of(&self, kind: ScaleKind) -> Scale {
        let (min, max) = match kind {
            ScaleKind::OneSided => self.one_sided,
            ScaleKind::Strength => (0, self.one_sided.1),
            ScaleKind::Signed => (-self.signed, self.signed),
            ScaleKind::Influence => self.influence,
            ScaleKind::Points => (0, 100),
        };
        let lowest_word = if kind == ScaleKind::Strength { self.one_sided.0 } else { min };
        Scale { kind, min, max, lowest_word, words: self.words }
    }
}

/// One workshop scale: its range, and what its raw numbers mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scale {
    kind: ScaleKind,
    min: i32,
    max: i32,
    lowest_word: i32,
    words: WordSet,
}

impl Scale {
    /// Which of the project's scales this is.
    pub fn kind(&self) -> ScaleKind {
        self.kind
    }

    /// The lowest raw number.
    pub fn min(&self) -> f64 {
        f64::from(self.min)
    }

    /// The highest raw number; k of a signed scale.
    pub fn max(&self) -> f64 {
        f64::from(self.max)
    }

    /// The middle of the range.
    pub fn midpoint(&self) -> f64 {
        f64::midpoint(self.min(), self.max())
    }

    /// The set of words in use.
    pub fn words(&self) -> WordSet {
        self.words
    }

    /// Whether a raw number lies on the scale.
    pub fn contains(&self, raw: f64) -> bool {
        raw.is_finite() && (self.min()..=self.max()).contains(&raw)
    }

    /// (x − min)/(max − min): 0 at the lowest, 1 at the highest. For cuts, differences and distances.
    pub fn unit(&self, raw: f64) -> f64 {
        exact::difference_ratio(raw, self.min(), self.max() - self.min()).unwrap_or(0.0)
    }

    /// |x − y|/(max − min): how far two raw numbers lie apart, in unit.
    pub fn apart(&self, a: f64, b: f64) -> f64 {
        exact::difference_ratio(a.max(b), a.min(b), self.max() - self.min()).unwrap_or(0.0)
    }

    /// x/max, or x/k on a signed scale. For products.
    pub fn weight(&self, raw: f64) -> f64 {
        exact::ratio(raw, self.max()).unwrap_or(0.0)
    }

    /// The raw number at a quarter of the words' range, 0 to 4.
    pub(crate) fn quarter(&self, quarter: u8) -> f64 {
        let low = f64::from(self.lowest_word);
        (self.max() - low).mul_add(f64::from(quarter) / 4.0, low)
    }
}

impl fmt::Display for Scale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.min, self.max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rows_build_their_own_bounds_and_nothing_beyond() {
        assert!(Confidence::new(0.0).is_ok() && Confidence::new(1.0).is_ok());
        for bad in [-0.1, 1.1, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(Confidence::new(bad).is_err());
        }
        assert_eq!(Confidence::new(-0.0).unwrap().get().to_bits(), 0);
        assert_eq!(TABLE.len(), 7);
        assert_eq!(Latitude::new(91.0).unwrap_err().to_string(), "91 is off the scale of latitude: -90 to 90");
    }

    #[test]
    fn the_two_readings_differ() {
        let scale = Scales::default().of(ScaleKind::OneSided);
        assert_eq!((scale.unit(1.0), scale.weight(1.0)), (0.0, 0.2));
        assert_eq!((scale.unit(5.0), scale.weight(5.0)), (1.0, 1.0));
        let ten = Scales::default().with_one_sided(0, 10).unwrap().of(ScaleKind::OneSided);
        assert_eq!(ten.weight(0.0), 0.0);
        let signed = Scales::default().of(ScaleKind::Signed);
        assert_eq!(signed.weight(-1.0), -0.5);
        assert_eq!(scale.apart(4.4, 4.1), 0.075);
    }

    #[test]
    fn bad_ranges_are_refused() {
        assert!(Scales::default().with_one_sided(5, 5).is_err());
        assert!(Scales::default().with_one_sided(-1, 5).is_err());
        assert!(Scales::default().with_signed(0).is_err());
        assert!(Scales::default().with_influence(0, i64::MAX).is_err());
    }

    proptest! {
        #[test]
        fn any_number_of_a_row_is_kept(c: Confidence, l: Latitude) {
            prop_assert_eq!(Confidence::new(c.get()).unwrap(), c);
            prop_assert!(l.get().abs() <= 90.0);
        }
    }
}
