//! `polder between`: what divides two parties, and what binds them.

use std::path::Path;

use clap::Args;
use serde_json::json;

use super::analyze::pretty;
use super::exit_codes;
use super::input::Input;
use super::output::{Form, Stop, data, text};
use super::party::party;
use super::profile::Disclosure;
use super::progress::Progress;
use super::words::Words;
use crate::analysis::{BetweenError, ConflictOptions, between, with_provenance};
use crate::report::{Format, of_pair};

/// Tell what divides and what binds two parties
///
/// Their conflicts, strongest first, the tie and trust between them, and what could bridge what divides them.
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder between project.toml city residents\n  polder between project.toml city residents --lang nl\n  \
     polder between project.toml city residents --format json\n  \
     polder between project.toml city residents --profile pseudonymised --mapping who-is-who.json",
    exit_codes!()
))]
pub(super) struct Between {
    #[command(flatten)]
    input: Input,
    /// The one party, by its id in the file, whatever the profile
    #[arg(value_name = "PARTY")]
    a: String,
    /// The other party, by its id in the file, whatever the profile
    #[arg(value_name = "OTHER")]
    b: String,
    #[command(flatten)]
    words: Words,
    #[command(flatten)]
    disclosure: Disclosure,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

impl Between {
    pub(super) fn run(&self) -> Result<(), Stop> {
        if self.words.reads() == Some(Path::new("-")) && self.input.path() == Path::new("-") {
            let message = "standard input can only be one of the model and the file of --locale";
            return Err(Stop::with_help(message, "give a file for the other"));
        }
        let read = [Some(self.input.path()), self.words.reads()];
        self.disclosure.spare(&read.into_iter().flatten().collect::<Vec<_>>(), None)?;
        let locale = self.words.locale()?;
        let (_, model) = self.input.model()?;
        let (a, b) = (party(&model, &self.a)?, party(&model, &self.b)?);
        if a == b {
            let same = BetweenError::Same(a.clone());
            return Err(Stop::with_help(same.to_string(), "give the id of another party"));
        }
        let told = self.disclosure.export(&model)?;
        let (a, b) = (told.exported.party(a), told.exported.party(b));
        let model = &told.exported.model;
        let progress = Progress::of("conflicts");
        let found = between(model, &a, &b, &ConflictOptions::new()).map_err(|e| Stop::usage(e.to_string()))?;
        drop(progress);
        match self.format {
            Form::Text => {
                let report = of_pair(model, &locale, &found);
                let answer = report.render(Format::Text);
                self.disclosure.keep(&told)?;
                text(&answer)?;
                self.words.lacking(&locale, report.missing_words());
                Ok(())
            }
            Form::Json => {
                let whole = with_provenance(&found.provenance, &found.omitted, &found)
                    .map_err(|e| Stop::usage(format!("the answer cannot be written: {e}")))?;
                self.disclosure.keep(&told)?;
                data(&pretty(&json!({ "polder": 1, "between": whole })))
            }
        }
    }
}
