//! Cuts: where low ends and high begins. At or above the cut is high.

use serde::{Serialize, Serializer};

use crate::evidence::{Contribution, Measure, Undefined};
use crate::math::{Exact, exact};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::{Raw, Scale};

/// Where the cut between low and high lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cut {
    /// At the midpoint of the scale.
    #[default]
    Midpoint,
    /// At the median of the parties that have a point.
    Median,
    /// At a raw level.
    At(Raw),
}

impl Serialize for Cut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        match self {
            Self::Midpoint => serializer.serialize_str("midpoint"),
            Self::Median => serializer.serialize_str("median"),
            Self::At(level) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("at", level)?;
                map.end()
            }
        }
    }
}

impl Cut {
    /// The raw level of the cut for an attribute of parties; undefined when a median has nothing to be taken of.
    pub fn level(self, model: &Model, attribute: Attribute, aggregate: Aggregate) -> Measure {
        match self {
            Self::Midpoint => Measure::Known(self.fixed(&model.scales().of(attribute.scale()))),
            Self::At(level) => Measure::Known(level.get()),
            Self::Median => {
                let points: Vec<f64> = model
                    .parties()
                    .filter_map(|(id, _)| model.read(&id.into(), attribute, aggregate))
                    .map(|r| r.raw)
                    .collect();
                Measure::or(exact::median(&points), Undefined::NothingToMeasure)
            }
        }
    }

    /// The level on a scale where there is no population to take a median of; the midpoint then.
    pub(crate) fn fixed(self, scale: &Scale) -> f64 {
        match self {
            Self::Midpoint | Self::Median => scale.midpoint(),
            Self::At(level) => level.get(),
        }
    }
}

/// The side of a cut that a rating is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Height {
    Low,
    High,
}

impl Height {
    pub(crate) fn of(raw: f64, cut: f64) -> Self {
        if raw >= cut { Self::High } else { Self::Low }
    }

    /// The side, for a rating that may be missing: known as well when the whole scale lies on one side.
    pub(crate) fn whatever(reading: Option<Reading>, scale: &Scale, cut: f64) -> Option<Self> {
        let (low, high) = reading.map_or((scale.min(), scale.max()), |r| (r.raw, r.raw));
        let (low, high) = (Self::of(low, cut), Self::of(high, cut));
        (low == high).then_some(low)
    }
}

/// Whether a rating stands on the border: within half a raw step of the cut, or with its raters on both sides of it.
pub(crate) fn on_border(reading: &Reading, cut: f64) -> bool {
    let off = (Exact::of(reading.raw) - Exact::of(cut)).abs();
    let near = &off + &off <= Exact::one();
    near || Height::of(reading.low, cut) != Height::of(reading.high, cut)
}

/// The fewest workshop steps (of 1, the last one as far as the scale goes) that bring a rating to the other side of the cut.
pub(crate) fn steps_across(reading: &Reading, cut: f64) -> Option<u64> {
    let (x, level) = (Exact::of(reading.raw), Exact::of(cut));
    let steps = match Height::of(reading.raw, cut) {
        Height::High if level > Exact::of(reading.scale.min()) => (x - level).floor_i64()? + 1,
        Height::Low if level <= Exact::of(reading.scale.max()) => (level - x).ceil_i64()?,
        _ => return None,
    };
    u64::try_from(steps).ok()
}

/// The cut as a ground of a class.
pub(crate) fn cited(setting: &'static str, level: f64) -> Contribution {
    Contribution { source: Element::Setting(setting), attribute: Some(Attribute::Cut), reading: None, amount: level }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rating::Rating;
    use crate::scale::{ScaleKind, Scales};

    fn reading(raw: f64) -> Reading {
        let scale = Scales::default().of(ScaleKind::OneSided);
        Rating::number(raw).unwrap().read(&scale, Aggregate::Median).unwrap()
    }

    #[test]
    fn steps_and_borders() {
        let steps = |raw, cut| steps_across(&reading(raw), cut);
        assert_eq!(steps(3.0, 3.0), Some(1));
        assert_eq!(steps(5.0, 3.0), Some(3));
        assert_eq!(steps(2.0, 3.0), Some(1));
        assert_eq!(steps(1.5, 3.0), Some(2));
        assert_eq!(steps(4.0, 1.0), None, "nothing on the scale is below the cut");
        assert_eq!(steps(4.0, 6.0), None, "nothing on the scale reaches the cut");
        assert!(on_border(&reading(3.0), 3.0) && on_border(&reading(2.5), 3.0) && !on_border(&reading(2.0), 3.0));
        let spread = Reading { low: 1.0, high: 5.0, ..reading(5.0) };
        assert!(on_border(&spread, 3.0));
    }
}
