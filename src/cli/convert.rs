//! `polder convert`: the same model in the other notation.

use clap::{Args, ValueEnum};

use super::exit_codes;
use super::input::Input;
use super::output::{Stop, Target};
use super::profile::Disclosure;
use crate::document::Document;

/// Write a model file as TOML or JSON
///
/// A file with problems is refused. Comments are not kept. With a profile it leaves out what others are not to see.
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder convert project.toml --to json\n  polder convert project.json --to toml -o project.toml\n  \
     polder convert project.toml --to toml --profile pseudonymised --mapping who-is-who.json -o shared.toml",
    exit_codes!()
))]
pub(super) struct Convert {
    #[command(flatten)]
    input: Input,
    /// The notation to write
    #[arg(long, value_enum)]
    to: Notation,
    #[command(flatten)]
    disclosure: Disclosure,
    #[command(flatten)]
    target: Target,
}

/// The notations of the model file.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Notation {
    /// For people.
    Toml,
    /// For programs.
    Json,
}

impl Convert {
    pub(super) fn run(&self) -> Result<(), Stop> {
        self.target.spare(&[self.input.path()])?;
        self.disclosure.spare(&[self.input.path()], Some(&self.target))?;
        let (document, model) = self.input.model()?;
        let told = self.disclosure.export(&model)?;
        let document = match self.disclosure.is_full() {
            true => document,
            false => Document::from(&told.exported.model),
        };
        let answer = match self.to {
            Notation::Toml => document.to_toml(),
            Notation::Json => document.to_json(),
        };
        self.disclosure.keep(&told)?;
        self.target.write(&answer)
    }
}
