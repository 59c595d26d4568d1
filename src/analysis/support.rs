//! # Support
//!
//! **Question.** Who supports the goal, who doubts, who opposes it?
//!
//! **Method.** The sides of the collaboration handbook (samenwerkingstools.nl): supporters, doubters and opponents.
//!
//! **Inputs.** Attitude to the goal of each party, signed.
//!
//! **Formula.** A total decision table, [`TABLE`], over the sign of the attitude. *Border* and *distance*: see
//! [`crate::analysis::grid`]. A doubter always stands on the border.
//!
//! **Assumptions.** The handbook advises doubters and opponents alike; they are kept apart here, for a doubter is one step from either side.
//!
//! **Missing data.** A party whose attitude is unknown is not placed and listed in `omitted`: it is no doubter.
//!
//! **Returns.** [`SupportSides`]. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{GridOptions, support};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.press]\nattitude = 0\n[party.shops]\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let sides = support(&model, &GridOptions::new());
//! assert_eq!(sides.parties[0].class.to_string(), "doubter");
//! assert_eq!(sides.omitted[0].to_string(), "`party:shops`: attitude is unknown");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** Attitude to the goal is not attitude to the plan, nor to the people who bring it.

use super::grid::{Definition, Grid, GridOptions, Row, class_rules, row};
use crate::citation;
use crate::evidence::{Amount, Finding};
use crate::model::{Attribute, Model};
use crate::vocabulary::Height::{High, Low, Undecided};
use crate::vocabulary::{SupportSide, Vocabulary};

/// The decision table over the sign of the attitude; total.
pub const TABLE: &[Row<1, SupportSide>] =
    &[row([High], SupportSide::Supporter), row([Undecided], SupportSide::Doubter), row([Low], SupportSide::Opponent)];

/// The parties by side.
pub type SupportSides = Grid<SupportSide>;

const GRID: Definition<1, SupportSide> = Definition {
    method: "support",
    axes: [Attribute::Attitude],
    table: TABLE,
    namings: &[("support", SupportSide::word)],
    cites: &[citation::HANDBOOK],
};

/// Tells supporters, doubters and opponents apart. See the [module](self).
pub fn support(model: &Model, options: &GridOptions) -> SupportSides {
    GRID.draw(model, options)
}

/// The side of a finding, made again.
pub(super) fn again(model: &Model, finding: &Finding) -> Amount {
    GRID.again(model, finding, SupportSide::word)
}

class_rules!(GRID => "support": SupportSide::word);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_total() {
        assert!(super::super::grid::is_total(&GRID));
    }
}
