//! What others may see of a model, on the command line.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::analyze::pretty;
use super::output::{Stop, Target, note, one_line, write_secret};
use super::report::words;
use crate::export::{Exported, Mapping, Profile, export_as};
use crate::model::Model;

/// Who the answer is for.
#[derive(Debug, Args)]
pub(super) struct Disclosure {
    /// What others may see: everything; no notes, contact data, reasons and names of raters; or no names of parties either
    #[arg(long, value_name = "PROFILE", default_value = "full", value_parser = words::<Profile>())]
    profile: Profile,
    /// Keep who is who of `--profile pseudonymised` in this file, as JSON; only its owner may read it
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
}

impl Disclosure {
    /// Whether the model stays as it is.
    pub(super) fn is_full(&self) -> bool {
        self.profile == Profile::Full
    }

    /// Refuses a mapping where there is none, and one that would be written over a file that is read or written.
    pub(super) fn spare(&self, read: &[&Path], target: Option<&Target>) -> Result<(), Stop> {
        let Some(path) = &self.mapping else { return Ok(()) };
        if self.profile != Profile::Pseudonymised {
            let message =
                format!("`--profile {}` gives parties no other names: there is nothing to keep", self.profile);
            return Err(Stop::with_help(message, "leave out --mapping, or give `--profile pseudonymised`"));
        }
        if path == Path::new("-") {
            let message = "who is who is not written to standard output, where the answer goes";
            return Err(Stop::with_help(message, "give --mapping a file"));
        }
        Target::spare_all(path, read)?;
        Target::part(path, target)
    }

    /// The model as others may see it. Who is who is kept where that was asked for, before anything else is written.
    pub(super) fn export(&self, model: &Model) -> Result<Exported, Stop> {
        let mapping = Mapping::of(model, self.profile);
        let exported = as_others_see(model, &mapping)?;
        self.keep(&mapping)?;
        Ok(exported)
    }

    /// Two models that are read together as others may see them, under the pseudonyms of the first.
    pub(super) fn export_both(&self, first: &Model, second: &Model) -> Result<[Exported; 2], Stop> {
        let mapping = Mapping::of(first, self.profile).and(second);
        let both = [as_others_see(first, &mapping)?, as_others_see(second, &mapping)?];
        self.keep(&mapping)?;
        Ok(both)
    }

    fn keep(&self, mapping: &Mapping) -> Result<(), Stop> {
        match &self.mapping {
            Some(path) => {
                write_secret(path, &pretty(&json!({ "polder": 1, "profile": self.profile, "mapping": mapping })))
            }
            None => {
                if self.profile == Profile::Pseudonymised {
                    note("note: who is who is kept nowhere; --mapping FILE keeps it");
                }
                Ok(())
            }
        }
    }
}

fn as_others_see(model: &Model, mapping: &Mapping) -> Result<Exported, Stop> {
    export_as(model, mapping)
        .map_err(|e| Stop::usage(format!("the export would not hold together: {}", one_line(&e.to_string()))))
}
