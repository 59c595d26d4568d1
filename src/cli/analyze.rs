//! `polder analyze`: the methods, as JSON or as a terse listing.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::exit_codes;
use super::input::{Input, Reading};
use super::listing::listing;
use super::output::{Form, Stop, data, one_line, text};
use super::profile::Disclosure;
use super::progress::Progress;
use super::tuning::Tuning;
use crate::analysis::{INDEX, UnknownAnalysis, analyze, analyze_watched};
use crate::model::Model;

/// Run the methods over a model
///
/// Text is a terse listing in English with the ten strongest conflicts; JSON holds everything, with provenance and reasons.
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder analyze project.toml\n  polder analyze project.toml --only force_field,conflicts --format json\n  \
     polder analyze project.toml --only salience --cut power=4,urgency=median\n  \
     polder analyze project.toml --profile shareable --format json\n  polder analyze --list",
    exit_codes!()
))]
pub(super) struct Analyze {
    /// The model file, TOML or JSON; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present = "list", conflicts_with = "list")]
    file: Option<PathBuf>,
    /// Only these analyses, by their names
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    only: Vec<String>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// Name the analyses and the questions that they answer
    #[arg(long, conflicts_with_all = ["only", "profile", "mapping"])]
    list: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    tuning: Tuning,
    #[command(flatten)]
    disclosure: Disclosure,
}

impl Analyze {
    pub(super) fn run(&self) -> Result<(), Stop> {
        let Some(file) = self.file.clone().filter(|_| !self.list) else { return self.name() };
        let only: Vec<&str> = self.only.iter().map(String::as_str).collect();
        // On a model of nothing, only the names count: they are known to be right before the file is read.
        analyze(&Model::new(), &only).map_err(|e| unknown(&e))?;
        if self.tuning.reads() == Some(Path::new("-")) && file == Path::new("-") {
            let message = "standard input cannot be both the model and the advice";
            return Err(Stop::with_help(message, "give a file for one of the two"));
        }
        self.disclosure
            .spare(&[Some(file.as_path()), self.tuning.reads()].into_iter().flatten().collect::<Vec<_>>(), None)?;
        let settings = self.tuning.settings()?;
        let (_, model) = Input::of(file).reading(self.reading).model()?;
        self.tuning.fit(&model)?;
        let told = self.disclosure.export_with(&model, &self.tuning.words()?)?;
        let settings = self.tuning.under(settings, &told.exported)?;
        let model = &told.exported.model;
        let progress = Progress::new();
        let watch = &mut |step| progress.step(step);
        match self.format {
            Form::Text => {
                let answer = listing(model, &only, &settings, watch);
                drop(progress);
                self.disclosure.keep(&told)?;
                text(&answer)
            }
            Form::Json => {
                let answer = analyze_watched(model, &only, &settings, watch).map_err(|e| unknown(&e));
                drop(progress);
                let answer = pretty(&answer?);
                self.disclosure.keep(&told)?;
                data(&answer)
            }
        }
    }

    fn name(&self) -> Result<(), Stop> {
        match self.format {
            Form::Json => {
                let entry = |e: &crate::analysis::Entry| json!({ "id": e.id, "question": e.question });
                data(&pretty(&json!({ "polder": 1, "analyses": INDEX.iter().map(entry).collect::<Vec<_>>() })))
            }
            Form::Text => {
                let width = INDEX.iter().map(|e| e.id.len()).max().unwrap_or_default();
                let lines = INDEX.iter().map(|e| format!("{:width$}  {}\n", e.id, e.question));
                text(&lines.collect::<String>())
            }
        }
    }
}

pub(super) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn unknown(error: &UnknownAnalysis) -> Stop {
    let message = format!("`{}` is not an analysis", one_line(&error.name));
    match error.suggestion {
        Some(suggestion) => Stop::with_help(message, format!("did you mean `{suggestion}`?")),
        None => Stop::with_help(message, "`polder analyze --list` names them"),
    }
}
