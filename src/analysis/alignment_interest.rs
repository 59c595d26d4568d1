//! # Alignment and interest
//!
//! **Question.** With whom to learn, whom to interest, whose beliefs to challenge, whom to make aware?
//!
//! **Method.** The alignment, interest and influence matrix of the Overseas Development Institute: E. Mendizabal (2010).
//!
//! **Inputs.** Attitude to the goal of each party, signed, by its sign; interest level, one-sided, with a [`crate::analysis::Cut`].
//!
//! **Formula.** A total decision table, [`TABLE`]. Attitude 0 is *undecided*, a class of its own that the matrix does not have. *Border*,
//! *distance* and *whatever the missing rating*: see [`crate::analysis::grid`].
//!
//! **Assumptions.** Alignment is the sign of the attitude to the goal. Influence, the matrix's third mark, is power: see
//! [`mod@crate::analysis::power_interest`].
//!
//! **Missing data.** A party with a missing rating is not placed and listed in `omitted`; but where the class is the same whatever
//! the missing rating it is placed, with `whatever_the_missing`. An undecided party is so
//! whatever its interest.
//!
//! **Returns.** [`AlignmentInterest`]. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{GridOptions, alignment_interest};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.press]\ninterest-level = 5\nattitude = -1\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let grid = alignment_interest(&model, &GridOptions::new());
//! assert_eq!(grid.parties[0].class.to_string(), "challenge-beliefs");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** The classes are courses of action for a team that has something to learn itself.

use super::grid::{Definition, Grid, GridOptions, Row, class_rules, row};
use crate::citation;
use crate::model::{Attribute, Model};
use crate::vocabulary::Height::{High, Low, Undecided};
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// The courses of action of the alignment and interest matrix.
    Approach, "course of action" {
        /// Aligned and interested.
        LearnInPartnership = "learn-in-partnership",
        /// Aligned, not interested.
        DevelopEnthusiasm = "develop-enthusiasm",
        /// Interested, not aligned.
        ChallengeBeliefs = "challenge-beliefs",
        /// Neither.
        DevelopAwareness = "develop-awareness",
        /// Attitude 0: no course yet.
        Undecided = "undecided",
    }
}

/// The decision table over attitude and interest level; total.
pub const TABLE: &[Row<2, Approach>] = &[
    row([High, High], Approach::LearnInPartnership),
    row([High, Low], Approach::DevelopEnthusiasm),
    row([Low, High], Approach::ChallengeBeliefs),
    row([Low, Low], Approach::DevelopAwareness),
    row([Undecided, High], Approach::Undecided),
    row([Undecided, Low], Approach::Undecided),
];

/// The matrix of alignment and interest.
pub type AlignmentInterest = Grid<Approach>;

const GRID: Definition<2, Approach> = Definition {
    method: "alignment_interest",
    axes: [Attribute::Attitude, Attribute::InterestLevel],
    table: TABLE,
    namings: &[("approach", Approach::word)],
    cites: &[citation::MENDIZABAL_2010],
};

/// Draws the matrix. See the [module](self).
pub fn alignment_interest(model: &Model, options: &GridOptions) -> AlignmentInterest {
    GRID.draw(model, options)
}

class_rules!(GRID => "approach": Approach::word);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_total() {
        assert!(super::super::grid::is_total(&GRID));
    }
}
