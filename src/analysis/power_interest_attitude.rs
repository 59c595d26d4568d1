//! # Power, interest and attitude
//!
//! **Question.** Who is a saviour, who a time bomb, and who is yet to choose?
//!
//! **Method.** R. Murray-Webster and P. Simon (2006): a cube of power, interest and attitude with a name for each corner.
//!
//! **Inputs.** Power and interest level of each party, one-sided, each with a [`crate::analysis::Cut`]; attitude, signed, by its
//! sign.
//!
//! **Formula.** A total decision table, [`TABLE`]. Attitude 0 is *undecided*, a class of its own that the cube does not have. *Border*,
//! *distance* and *whatever the missing rating*: see [`crate::analysis::grid`].
//!
//! **Assumptions.** Only the sign of the attitude counts, not its size.
//!
//! **Missing data.** A party with a missing rating is not placed and listed in `omitted`; but where the class is the same whatever
//! the missing rating it is placed, with `whatever_the_missing`. An undecided party is so
//! whatever its power and interest.
//!
//! **Returns.** [`PowerInterestAttitude`]. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{GridOptions, power_interest_attitude};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.shops]\npower = 4\ninterest-level = 1\nattitude = -1\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let cube = power_interest_attitude(&model, &GridOptions::new());
//! assert_eq!(cube.parties[0].class.to_string(), "time-bomb");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** The names are blunt; keep them to the team. Nobody likes to read that they are a trip wire.

use super::grid::{Definition, Grid, GridOptions, Row, class_rules, row};
use crate::citation;
use crate::model::{Attribute, Model};
use crate::vocabulary::Height::{High, Low, Undecided};
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// The corners of the cube of power, interest and attitude.
    Corner, "corner of the cube" {
        /// Powerful, interested, for.
        Saviour = "saviour",
        /// Interested and for, without power.
        Friend = "friend",
        /// Powerful, interested, against.
        Saboteur = "saboteur",
        /// Interested and against, without power.
        Irritant = "irritant",
        /// Powerful and for, without interest.
        SleepingGiant = "sleeping-giant",
        /// For, without power or interest.
        Acquaintance = "acquaintance",
        /// Powerful and against, without interest.
        TimeBomb = "time-bomb",
        /// Against, without power or interest.
        TripWire = "trip-wire",
        /// Attitude 0: no corner yet.
        Undecided = "undecided",
    }
}

/// The decision table over power, interest level and attitude; total.
pub const TABLE: &[Row<3, Corner>] = &[
    row([High, High, High], Corner::Saviour),
    row([Low, High, High], Corner::Friend),
    row([High, High, Low], Corner::Saboteur),
    row([Low, High, Low], Corner::Irritant),
    row([High, Low, High], Corner::SleepingGiant),
    row([Low, Low, High], Corner::Acquaintance),
    row([High, Low, Low], Corner::TimeBomb),
    row([Low, Low, Low], Corner::TripWire),
    row([High, High, Undecided], Corner::Undecided),
    row([High, Low, Undecided], Corner::Undecided),
    row([Low, High, Undecided], Corner::Undecided),
    row([Low, Low, Undecided], Corner::Undecided),
];

/// The cube with the parties in it.
pub type PowerInterestAttitude = Grid<Corner>;

const GRID: Definition<3, Corner> = Definition {
    method: "power_interest_attitude",
    axes: [Attribute::Power, Attribute::InterestLevel, Attribute::Attitude],
    table: TABLE,
    namings: &[("corner", Corner::word)],
    cites: &[citation::MURRAY_WEBSTER_SIMON_2006],
};

/// Places the parties in the cube. See the [module](self).
pub fn power_interest_attitude(model: &Model, options: &GridOptions) -> PowerInterestAttitude {
    GRID.draw(model, options)
}

class_rules!(GRID => "corner": Corner::word);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_total() {
        assert!(super::super::grid::is_total(&GRID));
    }
}
