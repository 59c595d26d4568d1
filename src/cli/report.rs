//! `polder report`: what the methods say, in sentences.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::exit_codes;
use super::input::Input;
use super::output::{Stop, Target};
use super::profile::Disclosure;
use super::progress::Progress;
use super::review::Asked;
use super::tuning::Tuning;
use super::words::Words;
use crate::report::{Format, ReportOptions, Section, report_watched};
use crate::vocabulary::Vocabulary;

/// Write the report: who takes part, forces, values, conflicts, chances and what to do, with the reasons
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder report project.toml --lang nl\n  polder report project.toml -o report.html\n  \
     polder report project.toml --to text --only conflicts,plan | less\n  \
     polder report project.toml --lang nl --locale our-words.ftl -o report.md\n  \
     polder report project.toml --profile shareable -o report.md\n  \
     polder report project.toml --profile pseudonymised --mapping who-is-who.json -o report.md",
    exit_codes!()
))]
pub(super) struct Report {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    words: Words,
    /// Tell first what changed since this earlier model file
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,
    /// Only these sections, in their usual order after the head
    #[arg(long, value_name = "SECTIONS", value_delimiter = ',', value_parser = words::<Section>())]
    only: Vec<Section>,
    /// How to write it; without it as the output file is called (.html, .txt), else as Markdown
    #[arg(long, value_name = "FORMAT", value_parser = words::<Format>())]
    to: Option<Format>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    tuning: Tuning,
    #[command(flatten)]
    disclosure: Disclosure,
    #[command(flatten)]
    target: Target,
}

impl Report {
    pub(super) fn run(&self) -> Result<(), Stop> {
        let own = self.words.reads();
        let stdin = Path::new("-");
        let read = [Some(self.input.path()), own, self.since.as_deref(), self.tuning.reads()];
        if read.iter().filter(|path| **path == Some(stdin)).count() > 1 {
            let message = "standard input can only be one of the model and the files of --locale, --since and --advice";
            return Err(Stop::with_help(message, "give a file for the others"));
        }
        let read: Vec<&Path> = read.into_iter().flatten().collect();
        self.target.spare(&read)?;
        self.disclosure.spare(&read, Some(&self.target))?;
        let format = self.format()?;
        let locale = self.words.locale()?;
        let settings = self.tuning.settings()?;
        let (_, model) = self.input.model()?;
        self.tuning.fit(&model)?;
        let words = self.tuning.words()?;
        let mut options = ReportOptions::default().review(self.asked.options()?);
        if !self.only.is_empty() {
            options = options.sections(self.only.iter().copied());
        }
        let told = match &self.since {
            Some(since) => {
                let before = Input::of(since.clone()).reading(self.input.way()).model()?.1;
                let told = self.disclosure.export_both([&model, &before], &words)?;
                told.map(|[now, before]| {
                    options = std::mem::take(&mut options).since(before.model);
                    now
                })
            }
            None => self.disclosure.export_with(&model, &words)?,
        };
        options = options.settings(self.tuning.under(settings, &told.exported)?);
        let progress = Progress::new();
        let report = report_watched(&told.exported.model, &locale, &options, &mut |step| progress.step(step));
        drop(progress);
        let answer = report.render(format);
        self.disclosure.keep(&told)?;
        self.target.write(&answer)?;
        self.words.lacking(&locale, report.missing_words());
        Ok(())
    }
}

/// Forms that a report is not written in.
const OTHER_FORMS: [&str; 9] = ["pdf", "docx", "doc", "odt", "rtf", "svg", "png", "json", "toml"];

impl Report {
    fn format(&self) -> Result<Format, Stop> {
        match (self.to, self.target.extension().as_deref()) {
            (Some(format), _) => Ok(format),
            (None, Some("html" | "htm")) => Ok(Format::Html),
            (None, Some("txt" | "text")) => Ok(Format::Text),
            (None, Some(other)) if OTHER_FORMS.contains(&other) => {
                let message = format!("a report is not written as `.{other}`");
                Err(Stop::with_help(
                    message,
                    "give a file that ends in .html (to print or to keep as PDF), .md or .txt",
                ))
            }
            (None, _) => Ok(Format::Markdown),
        }
    }
}

/// Reads a word of a vocabulary, with the others in the help.
pub(super) fn words<T: Vocabulary + Send + Sync>() -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(T::WORDS).try_map(|word| T::parse(&word))
}
