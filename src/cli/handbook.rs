//! `polder handbook`: what the recommendations ask and advise.

use clap::Args;
use serde_json::json;

use super::analyze::pretty;
use super::exit_codes;
use super::output::{Stop, Target};
use super::review::ReviewForm;
use super::words::Words;
use crate::handbook::rules;
use crate::report::{Format, of_rules};

/// Tell the handbook's recommendations: what each asks, what it advises, and its id
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder handbook --lang nl\n  polder handbook --format json",
    exit_codes!()
))]
pub(super) struct Handbook {
    #[command(flatten)]
    words: Words,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = ReviewForm::Text)]
    format: ReviewForm,
    #[command(flatten)]
    target: Target,
}

impl Handbook {
    pub(super) fn run(&self) -> Result<(), Stop> {
        self.target.spare(&self.words.reads().into_iter().collect::<Vec<_>>())?;
        let locale = self.words.locale()?;
        let rules = rules();
        let as_page = |format| {
            let report = of_rules(&locale, &rules);
            self.target.write(&report.render(format))?;
            self.words.lacking(&locale, report.missing_words());
            Ok(())
        };
        match self.format {
            ReviewForm::Text => as_page(Format::Text),
            ReviewForm::Markdown => as_page(Format::Markdown),
            ReviewForm::Json => self.target.write(&pretty(&json!({ "polder": 1, "handbook": rules }))),
        }
    }
}
