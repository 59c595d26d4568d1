//! `polder advice`: the handbook's advice as a file to edit, and the check of such a file.

use std::path::PathBuf;

use clap::Args;

use super::check::{said_of, tell};
use super::convert::Notation;
use super::exit_codes;
use super::input::advice_file;
use super::output::{Form, Stop, Target};
use crate::advice::Advice as Set;

/// Write the handbook's advice as a file to edit, or check such a file
///
/// The file gives a goal, a level of participation, tools and tips for each place in the field, in as many languages as
/// you like.
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder advice -o advice.toml\n  polder advice --to json | jq .tip\n  \
     polder advice --check advice.toml",
    exit_codes!()
))]
pub(super) struct Advice {
    /// The notation to write
    #[arg(long, value_enum, default_value_t = Notation::Toml)]
    to: Notation,
    #[command(flatten)]
    target: Target,
    /// List everything that is wrong with this advice file instead; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["to", "output"])]
    check: Option<PathBuf>,
    /// How to write the answer of `--check`
    #[arg(long, value_enum, default_value_t = Form::Text, requires = "check")]
    format: Form,
}

/// What stands above the file for those who edit it.
const HEAD: &str = "\
# What to aim for with whom, and with which tools: the advice of the handbook, to make your own.
#
# This file gives everything. To change only some of it, write `extends = \"handbook\"` below `polder-advice = 1` and
# leave out what may stay: texts go language by language, a level or a list takes the place of the old one.
# Any language may stand beside `nl` and `en`: `fy = \"…\"`.
# Advice without `quadrant` or without `support` holds whatever that is, also where nobody knows it.

";

impl Advice {
    pub(super) fn run(&self) -> Result<(), Stop> {
        match &self.check {
            Some(path) => tell(&advice_file(path)?, self.format, inventory),
            None => self.target.write(&match self.to {
                Notation::Toml => format!("{HEAD}{}", Set::handbook().to_toml()),
                Notation::Json => Set::handbook().to_json(),
            }),
        }
    }
}

/// What is in a set of advice: `19 places, 18 tools`.
fn inventory(advice: &Set) -> String {
    let counts = [
        (advice.rows().len(), "place", "places"),
        (advice.tools().len(), "tool", "tools"),
        (advice.tips().len(), "tip", "tips"),
    ];
    said_of(&counts).unwrap_or_else(|| "no advice".into())
}
