//! # Threat and cooperation
//!
//! **Question.** Whom to involve, whom to collaborate with, whom to defend against, whom to monitor?
//!
//! **Method.** G. Savage, T. Nix, C. Whitehead and J. Blair (1991): potential to threaten × potential to cooperate.
//!
//! **Inputs.** Threat and cooperation of each party, one-sided. A [`crate::analysis::Cut`] per axis; at or above it is high.
//!
//! **Formula.** A total decision table, [`TABLE`]. *Border*, *distance* and *whatever the missing rating*: see
//! [`crate::analysis::grid`].
//!
//! **Assumptions.** Both are potentials: what a party could do, not what it does.
//!
//! **Missing data.** A party with a missing rating is not placed and listed in `omitted`; but where the class is the same whatever
//! the missing rating it is placed, with `whatever_the_missing`.
//!
//! **Returns.** [`ThreatCooperation`]. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{GridOptions, threat_cooperation};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.union]\nthreat = 5\ncooperation = 4\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let grid = threat_cooperation(&model, &GridOptions::new());
//! assert_eq!(grid.parties[0].class.kind.to_string(), "mixed-blessing");
//! assert_eq!(grid.parties[0].class.strategy.to_string(), "collaborate");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** "Defend" is the article's word for lowering a dependence; it is no licence to shut people out.

use std::fmt;

use serde::Serialize;

use super::grid::{Definition, Grid, GridOptions, Row, class_rules, row};
use crate::citation;
use crate::model::{Attribute, Model};
use crate::vocabulary::Height::{High, Low};
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// Savage's types of stakeholder.
    SavageType, "type of Savage" {
        /// Low threat, high cooperation.
        Supportive = "supportive",
        /// Low threat, low cooperation.
        Marginal = "marginal",
        /// High threat, low cooperation.
        NonSupportive = "non-supportive",
        /// High threat, high cooperation.
        MixedBlessing = "mixed-blessing",
    }
}

vocabulary! {
    /// Savage's strategies.
    SavageStrategy, "strategy of Savage" {
        /// For the supportive.
        Involve = "involve",
        /// For the marginal.
        Monitor = "monitor",
        /// For the non-supportive.
        Defend = "defend",
        /// For a mixed blessing.
        Collaborate = "collaborate",
    }
}

/// A type with the strategy that belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Savage {
    /// The type of stakeholder.
    pub kind: SavageType,
    /// The strategy.
    pub strategy: SavageStrategy,
}

impl fmt::Display for Savage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.strategy)
    }
}

const fn cell(kind: SavageType, strategy: SavageStrategy) -> Savage {
    Savage { kind, strategy }
}

/// The decision table over threat and cooperation; total.
pub const TABLE: &[Row<2, Savage>] = &[
    row([Low, High], cell(SavageType::Supportive, SavageStrategy::Involve)),
    row([Low, Low], cell(SavageType::Marginal, SavageStrategy::Monitor)),
    row([High, Low], cell(SavageType::NonSupportive, SavageStrategy::Defend)),
    row([High, High], cell(SavageType::MixedBlessing, SavageStrategy::Collaborate)),
];

/// The grid of threat and cooperation.
pub type ThreatCooperation = Grid<Savage>;

const GRID: Definition<2, Savage> = Definition {
    method: "threat_cooperation",
    axes: [Attribute::Threat, Attribute::Cooperation],
    table: TABLE,
    namings: &[("savage", |c| c.kind.word())],
    cites: &[citation::SAVAGE_1991],
};

/// Draws the grid. See the [module](self).
pub fn threat_cooperation(model: &Model, options: &GridOptions) -> ThreatCooperation {
    GRID.draw(model, options)
}

class_rules!(GRID => "savage": |c| c.kind.word());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_total() {
        assert!(super::super::grid::is_total(&GRID));
    }
}
