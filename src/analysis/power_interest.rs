//! # Power–interest grid
//!
//! **Question.** Who must be managed closely, kept satisfied, kept informed, or only watched?
//!
//! **Method.** A. Mendelow (1991), power × interest; and C. Eden and F. Ackermann, *Making Strategy* (1998), the same axes with
//! their own names: players, context setters, subjects, crowd.
//!
//! **Inputs.** Power and interest level of each party, one-sided. A [`crate::analysis::Cut`] per axis; at or above it is high.
//!
//! **Formula.** A total decision table, [`TABLE`]. *Border*, *distance* and *whatever the missing rating*: see
//! [`crate::analysis::grid`].
//!
//! **Assumptions.** The ratings are ordinal: only their order against the cut counts. The two axes are judged apart.
//!
//! **Missing data.** A party with a missing rating is not placed and listed in `omitted`; but where the class is the same whatever
//! the missing rating it is placed, with `whatever_the_missing`.
//!
//! **Returns.** [`PowerInterest`]. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{Cut, Cuts, GridOptions, power_interest};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\npower = 5\ninterest-level = 3\n[party.shops]\npower = 2\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let options = GridOptions::new().cuts(Cuts::new().power(Cut::Midpoint));
//! let grid = power_interest(&model, &options);
//! assert_eq!(grid.parties[0].class.mendelow.to_string(), "key-players");
//! assert!(grid.parties[0].border, "interest level 3 stands on the cut");
//! assert_eq!(grid.omitted[0].to_string(), "`party:shops`: interest-level is unknown");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** The grid sorts attention, it does not rank people; a party on the border needs a conversation, not a class.

use std::fmt;

use serde::Serialize;

use super::grid::{Definition, Grid, GridOptions, Row, class_rules, row};
use crate::citation;
use crate::evidence::{Amount, Finding};
use crate::model::{Attribute, Model};
use crate::vocabulary::Height::{High, Low};
pub use crate::vocabulary::Mendelow;
use crate::vocabulary::{Vocabulary, vocabulary};

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

/// One cell of the grid under both its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Quadrant {
    /// Mendelow's class.
    pub mendelow: Mendelow,
    /// Eden and Ackermann's class.
    pub eden_ackermann: EdenAckermann,
}

impl fmt::Display for Quadrant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.mendelow, self.eden_ackermann)
    }
}

const fn cell(mendelow: Mendelow, eden_ackermann: EdenAckermann) -> Quadrant {
    Quadrant { mendelow, eden_ackermann }
}

/// The decision table over power and interest level; total.
pub const TABLE: &[Row<2, Quadrant>] = &[
    row([High, High], cell(Mendelow::KeyPlayers, EdenAckermann::Players)),
    row([High, Low], cell(Mendelow::KeepSatisfied, EdenAckermann::ContextSetters)),
    row([Low, High], cell(Mendelow::KeepInformed, EdenAckermann::Subjects)),
    row([Low, Low], cell(Mendelow::MinimalEffort, EdenAckermann::Crowd)),
];

/// The grid of power and interest.
pub type PowerInterest = Grid<Quadrant>;

const GRID: Definition<2, Quadrant> = Definition {
    method: "power_interest",
    axes: [Attribute::Power, Attribute::InterestLevel],
    table: TABLE,
    namings: &[("mendelow", |c| c.mendelow.word()), ("eden-ackermann", |c| c.eden_ackermann.word())],
    cites: &[citation::MENDELOW_1991, citation::EDEN_ACKERMANN_1998],
};

/// Draws the grid. See the [module](self).
pub fn power_interest(model: &Model, options: &GridOptions) -> PowerInterest {
    GRID.draw(model, options)
}

/// Mendelow's class of a finding, made again.
pub(super) fn again(model: &Model, finding: &Finding) -> Amount {
    GRID.again(model, finding, |c| c.mendelow.word())
}

class_rules!(GRID => "mendelow": |c| c.mendelow.word(), "eden-ackermann": |c| c.eden_ackermann.word());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_total() {
        assert!(super::super::grid::is_total(&GRID));
    }
}
