//! `polder review`: how a project stands on the handbook's recommendations.

use std::path::Path;

use clap::Args;
use serde_json::json;

use super::analyze::pretty;
use super::exit_codes;
use super::input::Input;
use super::output::{Stop, Target, one_line};
use super::profile::Disclosure;
use super::progress::Progress;
use super::tuning::Tuning;
use super::words::Words;
use crate::analysis::with_provenance;
use crate::handbook::{ReviewOptions, review, rules};
use crate::id::Slug;
use crate::report::{Format, of_review};
use crate::scale::Raw;

/// Review a project by the handbook: which recommendations are met, which are not, and what to do
///
/// A recommendation that cannot be judged says what would have to be known; one that the file explains is shown with its words.
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder review project.toml --lang nl\n  polder review project.toml --near 25\n  \
     polder review project.toml --off field-size --format json\n  polder review project.toml --profile shareable -o review.txt\n  polder handbook",
    exit_codes!()
))]
pub(super) struct Review {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    words: Words,
    #[command(flatten)]
    asked: Asked,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = ReviewForm::Text)]
    format: ReviewForm,
    #[command(flatten)]
    tuning: Tuning,
    #[command(flatten)]
    disclosure: Disclosure,
    #[command(flatten)]
    target: Target,
}

/// What the handbook is asked.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// Within how many kilometres of the project a partner is near, for the handbook's recommendations
    #[arg(long, value_name = "KM", allow_negative_numbers = true)]
    near: Option<f64>,
    /// Leave out these recommendations of the handbook, by their ids
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    off: Vec<String>,
}

/// How a review can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ReviewForm {
    /// Plain text
    Text,
    /// Markdown
    Markdown,
    /// JSON, with every ground
    Json,
}

impl Review {
    pub(super) fn run(&self) -> Result<(), Stop> {
        let read = [Some(self.input.path()), self.words.reads(), self.tuning.reads()];
        if read.iter().filter(|path| **path == Some(Path::new("-"))).count() > 1 {
            let message = "standard input can only be one of the model and the files of --locale and --advice";
            return Err(Stop::with_help(message, "give a file for the others"));
        }
        let read: Vec<&Path> = read.into_iter().flatten().collect();
        self.target.spare(&read)?;
        self.disclosure.spare(&read, Some(&self.target))?;
        let locale = self.words.locale()?;
        let (options, settings) = (self.asked.options()?, self.tuning.settings()?);
        let (_, model) = self.input.model()?;
        self.tuning.fit(&model)?;
        let told = self.disclosure.export_with(&model, &self.tuning.words()?)?;
        let options = options.settings(self.tuning.under(settings, &told.exported)?);
        let progress = Progress::of("review");
        let found = review(&told.exported.model, &options);
        drop(progress);
        let as_page = |format| {
            let report = of_review(&told.exported.model, &locale, &found);
            let answer = report.render(format);
            self.disclosure.keep(&told)?;
            self.target.write(&answer)?;
            self.words.lacking(&locale, report.missing_words());
            Ok(())
        };
        match self.format {
            ReviewForm::Text => as_page(Format::Text),
            ReviewForm::Markdown => as_page(Format::Markdown),
            ReviewForm::Json => {
                let none: [(); 0] = [];
                let whole = with_provenance(&found.provenance, &none, &found)
                    .map_err(|e| Stop::usage(format!("the answer cannot be written: {e}")))?;
                self.disclosure.keep(&told)?;
                self.target.write(&pretty(&json!({ "polder": 1, "review": whole })))
            }
        }
    }
}

impl Asked {
    pub(super) fn options(&self) -> Result<ReviewOptions, Stop> {
        let mut options = ReviewOptions::new();
        if let Some(km) = self.near {
            let km = Raw::new(km).ok().filter(|km| km.get() >= 0.0);
            let km = km.ok_or_else(|| Stop::usage("--near: give a number of kilometres, 0 or more"))?;
            options = options.near_within_km(km);
        }
        let known = rules();
        for id in &self.off {
            let Some(rule) = known.iter().find(|r| r.id().as_str() == id) else {
                let message = format!("`{}` is not a recommendation of the handbook", one_line(id));
                let near = |r: &&crate::handbook::Rule| strsim::osa_distance(r.id().as_str(), id);
                let nearest = known.iter().filter(|r| near(r) <= r.id().as_str().len() / 3).min_by_key(near);
                return Err(match nearest {
                    Some(rule) => Stop::with_help(message, format!("did you mean `{}`?", rule.id())),
                    None => Stop::with_help(message, "`polder handbook` names them"),
                });
            };
            options = options.without(Slug::clone(rule.id()));
        }
        Ok(options)
    }
}
