//! Schwartz's ten basic values and their circle.
//!
//! Source: S. H. Schwartz, "Universals in the content and structure of values", *Advances in Experimental Social Psychology* 25
//! (1992), 1–65. The order round the circle is empirical. Nine equal wedges of 40° (tradition shares the wedge of conformity) are
//! a convention of modelling, and the cosines below follow from it.

vocabulary! {
    /// One of the ten basic values.
    SchwartzValue, "value of Schwartz's circle" {
        /// Independent thought and action.
        SelfDirection = "self-direction",
        /// Excitement, novelty and challenge.
        Stimulation = "stimulation",
        /// Pleasure.
        Hedonism = "hedonism",
        /// Personal success by social standards.
        Achievement = "achievement",
        /// Status, control over people and means.
        Power = "power",
        /// Safety, harmony and stability.
        Security = "security",
        /// Restraint of what could upset others.
        Conformity = "conformity",
        /// Respect for customs.
        Tradition = "tradition",
        /// Welfare of those nearby.
        Benevolence = "benevolence",
        /// Welfare of all people and of nature.
        Universalism = "universalism",
    }
}

/// Cosine of the angle between two wedges, by the number of wedges between them.
pub const COSINES: [f64; 5] = [1.0, 0.766_044_443_119, 0.173_648_177_667, -0.5, -0.939_692_620_786];

impl SchwartzValue {
    fn wedge(self) -> u8 {
        match self {
            Self::SelfDirection => 0,
            Self::Stimulation => 1,
            Self::Hedonism => 2,
            Self::Achievement => 3,
            Self::Power => 4,
            Self::Security => 5,
            Self::Conformity | Self::Tradition => 6,
            Self::Benevolence => 7,
            Self::Universalism => 8,
        }
    }

    /// How many of the nine wedges lie between two values, the short way round: 0 to 4.
    pub fn steps_to(self, other: Self) -> u8 {
        let d = self.wedge().abs_diff(other.wedge());
        d.min(9 - d)
    }

    /// The cosine of the angle between two values: 1 the same wedge, −0.94 opposite.
    pub fn compatibility(self, other: Self) -> f64 {
        COSINES.get(usize::from(self.steps_to(other))).copied().unwrap_or(-1.0)
    }

    /// How opposed two values are: ½ at three wedges, 0.939692620786 at four, else none.
    pub fn opposition(self, other: Self) -> Option<f64> {
        (self.steps_to(other) >= 3).then(|| -self.compatibility(other))
    }
}
