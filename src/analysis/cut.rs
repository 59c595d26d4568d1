//! Cuts: where low ends and high begins. At or above the cut is high.

use serde::{Serialize, Serializer};

use crate::evidence::{Contribution, Finding, Measure, Undefined};
use crate::id::PartyId;
use crate::math::{Exact, exact};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Rating, Reading};
use crate::scale::{OutOfScale, Raw, Scale, ScaleKind};
use crate::vocabulary::Height;

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
    /// At a raw level.
    ///
    /// # Errors
    /// [`OutOfScale`] for a number that is none, such as infinity.
    pub fn at(level: f64) -> Result<Self, OutOfScale> {
        Raw::new(level).map(Self::At)
    }

    /// The raw level of the cut for an attribute of parties, or for the trust of the focal party in the others; undefined when a
    /// median has nothing to be taken of, or the attribute is not rated.
    pub fn level(self, model: &Model, attribute: Attribute, aggregate: Aggregate) -> Measure {
        let Some(kind) = attribute.scale() else { return Measure::Undefined(Undefined::NothingToMeasure) };
        match self {
            Self::Midpoint => Measure::Known(self.fixed(&model.scales().of(kind))),
            Self::At(level) => Measure::Known(level.get()),
            Self::Median => {
                let points: Vec<f64> = model
                    .parties()
                    .filter_map(|(id, _)| model.read(&rated_on(model, attribute, id)?, attribute, aggregate))
                    .map(|r| r.raw)
                    .collect();
                Measure::or(exact::median(&points), Undefined::NothingToMeasure)
            }
        }
    }

    /// The level over given ratings; the midpoint where a median has nothing to be taken of.
    pub(super) fn over<'a>(
        self,
        ratings: impl Iterator<Item = &'a Rating>,
        scale: &Scale,
        aggregate: Aggregate,
    ) -> f64 {
        if self != Self::Median {
            return self.fixed(scale);
        }
        let points: Vec<f64> = ratings.filter_map(|r| r.read(scale, aggregate)).map(|r| r.raw).collect();
        exact::median(&points).unwrap_or_else(|| self.fixed(scale))
    }

    /// From which raw importance on a value counts as held. A median is taken over all own importances of the model.
    pub(super) fn of_importance(self, model: &Model, aggregate: Aggregate) -> f64 {
        self.over(model.importances().iter().map(|(_, _, r)| r), &model.scales().of(ScaleKind::OneSided), aggregate)
    }

    /// The level on a scale where there is no population to take a median of; the midpoint then.
    pub(crate) fn fixed(self, scale: &Scale) -> f64 {
        match self {
            Self::Midpoint | Self::Median => scale.midpoint(),
            Self::At(level) => level.get(),
        }
    }
}

/// What of the model holds a party's rating on an attribute: the party, or the focal party's trust in it.
pub(super) fn rated_on(model: &Model, attribute: Attribute, party: &PartyId) -> Option<Element> {
    match attribute {
        Attribute::Trust => Some(Element::Trusts(model.project().focal.clone()?, party.clone())),
        _ => Some(party.into()),
    }
}

macro_rules! cuts {
    ($($(#[$doc:meta])* $field:ident = $attribute:ident, $word:literal;)+) => {
        /// The cuts of a team, one for each attribute that grids cut; midpoints where nothing else is said.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
        pub struct Cuts { $($field: Cut),+ }

        impl Cuts {
            /// The attributes that have a cut.
            pub const ATTRIBUTES: &[Attribute] = &[$(Attribute::$attribute),+];

            /// Midpoints.
            pub fn new() -> Self {
                Self::default()
            }

            $($(#[$doc])* #[must_use] pub fn $field(mut self, cut: Cut) -> Self {
                self.$field = cut;
                self
            })+

            /// The same cuts with another one for an attribute; `None` when the attribute has no cut.
            #[must_use]
            pub fn with(self, attribute: Attribute, cut: Cut) -> Option<Self> {
                match attribute {
                    $(Attribute::$attribute => Some(self.$field(cut)),)+
                    _ => None,
                }
            }

            /// The cut of an attribute; `None` when it has none.
            pub fn of(&self, attribute: Attribute) -> Option<Cut> {
                match attribute {
                    $(Attribute::$attribute => Some(self.$field),)+
                    _ => None,
                }
            }
        }

        /// Under which setting each cut is cited: attribute, kind of cut, name.
        const SETTINGS: &[(Attribute, Cut, &str)] = &[$(
            (Attribute::$attribute, Cut::Midpoint, concat!("cut-", $word, "-midpoint")),
            (Attribute::$attribute, Cut::Median, concat!("cut-", $word, "-median")),
            (Attribute::$attribute, Cut::At(Raw::ZERO), concat!("cut-", $word, "-at")),
        )+];
    };
}

cuts! {
    /// The cut of power.
    power = Power, "power";
    /// The cut of the interest level.
    interest_level = InterestLevel, "interest-level";
    /// The cut of legitimacy.
    legitimacy = Legitimacy, "legitimacy";
    /// The cut of urgency.
    urgency = Urgency, "urgency";
    /// The cut of the potential to threaten.
    threat = Threat, "threat";
    /// The cut of the potential to cooperate.
    cooperation = Cooperation, "cooperation";
    /// The cut of trust.
    trust = Trust, "trust";
}

/// A cut with the level at which it lies in a model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drawn {
    pub(super) attribute: Attribute,
    pub(super) level: Measure,
    setting: &'static str,
}

impl Drawn {
    pub(super) fn of(model: &Model, attribute: Attribute, cuts: &Cuts, aggregate: Aggregate) -> Self {
        let cut = cuts.of(attribute).unwrap_or_default();
        let same = |kind: &Cut| std::mem::discriminant(kind) == std::mem::discriminant(&cut);
        let setting =
            SETTINGS.iter().find(|(a, kind, _)| *a == attribute && same(kind)).map_or("cut", |(.., name)| name);
        Self { attribute, level: cut.level(model, attribute, aggregate), setting }
    }

    /// No cut: a signed attribute is cut by its sign.
    pub(super) fn by_sign(attribute: Attribute) -> Self {
        Self { attribute, level: Measure::Undefined(Undefined::NothingToMeasure), setting: "cut" }
    }

    /// The cut of an attribute as a finding cites it; `None` when it cites none, though there is one. Where nobody is rated a median
    /// has no level, and nothing is cited.
    pub(super) fn again(model: &Model, finding: &Finding, attribute: Attribute) -> Option<Self> {
        let named = |part: &Contribution| {
            let Element::Setting(name) = part.source else { return None };
            let (_, _, setting) = SETTINGS.iter().find(|(a, _, setting)| *a == attribute && *setting == name)?;
            Some(Self { attribute, level: Measure::Known(part.amount), setting })
        };
        let without = || {
            let median = Cut::Median.level(model, attribute, finding.aggregate);
            median.value().is_none().then_some(Self { attribute, level: median, setting: "cut" })
        };
        finding.because.iter().find_map(named).or_else(without)
    }

    /// The cut as a ground.
    pub(super) fn cited(&self) -> Option<Contribution> {
        Some(cited(self.setting, self.level.value()?))
    }
}

/// A cited cut, taken again: of which attribute, and the level where the model still says it. A given level is taken as cited.
pub(super) fn cut_again(model: &Model, part: &Contribution, aggregate: Aggregate) -> Option<(Attribute, f64)> {
    let Element::Setting(name) = part.source else { return None };
    let (attribute, kind, _) = SETTINGS.iter().find(|(.., setting)| *setting == name)?;
    match kind {
        Cut::At(_) => Some((*attribute, part.amount)),
        taken => Some((*attribute, taken.level(model, *attribute, aggregate).value()?)),
    }
}

/// The height of a known rating.
pub(crate) fn height(raw: f64, cut: f64) -> Height {
    if raw >= cut { Height::High } else { Height::Low }
}

/// Whether a rating stands on the border: within half a raw step of the cut, or with its raters on both sides of it.
pub(crate) fn on_border(reading: &Reading, cut: f64) -> bool {
    let off = (Exact::of(reading.raw) - Exact::of(cut)).abs();
    let near = &off + &off <= Exact::one();
    near || height(reading.low, cut) != height(reading.high, cut)
}

/// The fewest workshop steps (of 1, the last one as far as the scale goes) that bring a rating to the other side of the cut.
pub(crate) fn steps_across(reading: &Reading, cut: f64) -> Option<u64> {
    let (x, level) = (Exact::of(reading.raw), Exact::of(cut));
    let steps = match height(reading.raw, cut) {
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
