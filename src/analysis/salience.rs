//! # Stakeholder salience
//!
//! **Question.** Whose claim counts most, and what would make it count more?
//!
//! **Method.** R. Mitchell, B. Agle and D. Wood (1997): stakeholders by power, legitimacy and urgency.
//!
//! **Inputs.** Power, legitimacy and urgency of each party, one-sided. A [`crate::analysis::Cut`] per attribute; at or above it the
//! party has the attribute.
//!
//! **Formula.** A total decision table, [`TABLE`]: the class is the set of attributes that a party has, its rank how many these are (3
//! definitive, 2 expectant, 1 latent, 0 no stakeholder). *Border*, *distance* and *whatever the missing rating*: see
//! [`crate::analysis::grid`].
//!
//! **Assumptions.** Attributes are had or not had, as in the theory; how much above the cut does not count.
//!
//! **Missing data.** A party with a missing rating is not placed and listed in `omitted`; but where the class is the same whatever
//! the missing rating it is placed, with `whatever_the_missing`.
//!
//! **Returns.** [`Salience`]. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{GridOptions, salience};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\npower = 5\nlegitimacy = 5\nurgency = 1\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let grid = salience(&model, &GridOptions::new());
//! assert_eq!(grid.parties[0].class.kind.to_string(), "dominant");
//! assert_eq!(grid.parties[0].class.rank, 2);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** Salience is what managers perceive, and it changes: it says whom a team will hear, not whom it should hear.

use std::fmt;

use serde::Serialize;

use super::grid::{Definition, Grid, GridOptions, Row, class_rules, row};
use crate::citation;
use crate::model::{Attribute, Model};
use crate::vocabulary::Height::{High, Low};
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// The classes of stakeholder salience.
    SalienceClass, "class of salience" {
        /// Power, legitimacy and urgency.
        Definitive = "definitive",
        /// Power and legitimacy.
        Dominant = "dominant",
        /// Power and urgency.
        Dangerous = "dangerous",
        /// Legitimacy and urgency.
        Dependent = "dependent",
        /// Power alone.
        Dormant = "dormant",
        /// Legitimacy alone.
        Discretionary = "discretionary",
        /// Urgency alone.
        Demanding = "demanding",
        /// None of the three.
        NonStakeholder = "non-stakeholder",
    }
}

/// A class with its rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Claimant {
    /// The class.
    pub kind: SalienceClass,
    /// How many of the three attributes the party has, 0 to 3.
    pub rank: u8,
}

impl fmt::Display for Claimant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

const fn with(rank: u8, kind: SalienceClass) -> Claimant {
    Claimant { kind, rank }
}

/// The decision table over power, legitimacy and urgency; total.
pub const TABLE: &[Row<3, Claimant>] = &[
    row([High, High, High], with(3, SalienceClass::Definitive)),
    row([High, High, Low], with(2, SalienceClass::Dominant)),
    row([High, Low, High], with(2, SalienceClass::Dangerous)),
    row([Low, High, High], with(2, SalienceClass::Dependent)),
    row([High, Low, Low], with(1, SalienceClass::Dormant)),
    row([Low, High, Low], with(1, SalienceClass::Discretionary)),
    row([Low, Low, High], with(1, SalienceClass::Demanding)),
    row([Low, Low, Low], with(0, SalienceClass::NonStakeholder)),
];

/// The salience of the parties.
pub type Salience = Grid<Claimant>;

const GRID: Definition<3, Claimant> = Definition {
    method: "salience",
    axes: [Attribute::Power, Attribute::Legitimacy, Attribute::Urgency],
    table: TABLE,
    namings: &[("salience", |c| c.kind.word())],
    cites: &[citation::MITCHELL_AGLE_WOOD_1997],
};

/// Classes the parties by salience. See the [module](self).
pub fn salience(model: &Model, options: &GridOptions) -> Salience {
    GRID.draw(model, options)
}

class_rules!(GRID => "salience": |c| c.kind.word());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_total() {
        assert!(super::super::grid::is_total(&GRID));
    }
}
