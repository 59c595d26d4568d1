//! `polder report`: what the methods say, in sentences.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::exit_codes;
use super::input::{Input, text};
use super::output::{Stop, Target, clean, note, one_line, show};
use super::tuning::Tuning;
use crate::report::{Format, Locale, ReportOptions, report};
use crate::vocabulary::Vocabulary;

/// Write the report: who takes part, forces, values, conflicts, chances and what to do, with the reasons
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder report project.toml --lang nl\n  polder report project.toml --to text | less\n  \
     polder report project.toml --lang nl --locale our-words.ftl -o report.md",
    exit_codes!()
))]
pub(super) struct Report {
    #[command(flatten)]
    input: Input,
    /// The language: nl, en, or that of the words of --locale
    #[arg(long, value_name = "LANG", default_value = "en")]
    lang: String,
    /// Own words and sentences in Fluent, over those of the language
    #[arg(long, value_name = "FILE.ftl")]
    locale: Option<PathBuf>,
    /// Tell first what changed since this earlier model file
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "markdown", value_parser = words::<Format>())]
    to: Format,
    #[command(flatten)]
    tuning: Tuning,
    #[command(flatten)]
    target: Target,
}

impl Report {
    pub(super) fn run(&self) -> Result<(), Stop> {
        let own = self.locale.as_deref();
        let stdin = Path::new("-");
        let read = [Some(self.input.path()), own, self.since.as_deref(), self.tuning.reads()];
        if read.iter().filter(|path| **path == Some(stdin)).count() > 1 {
            let message = "standard input can only be one of the model and the files of --locale, --since and --advice";
            return Err(Stop::with_help(message, "give a file for the others"));
        }
        self.target.spare(&read.into_iter().flatten().collect::<Vec<_>>())?;
        let locale = self.words()?;
        let settings = self.tuning.settings()?;
        let (_, model) = self.input.model()?;
        self.tuning.fit(&model)?;
        let mut options = ReportOptions::default().settings(settings);
        if let Some(since) = &self.since {
            options = options.since(Input::of(since.clone()).model()?.1);
        }
        let report = report(&model, &locale, &options);
        self.target.write(&report.render(self.to))?;
        let unknown = locale.unknown_keys();
        if !unknown.is_empty() {
            let unknown = itertools::join(unknown.iter().map(|key| format!("`{}`", one_line(key))), ", ");
            note(&format!("warning: no report asks for {unknown}"));
        }
        let missing = report.missing_words();
        if !missing.is_empty() {
            let missing = itertools::join(missing.iter().map(|key| format!("`{}`", one_line(key))), ", ");
            note(&format!("warning: `{}` has no words for {missing}", one_line(locale.tag())));
        }
        Ok(())
    }

    fn words(&self) -> Result<Locale, Stop> {
        let Some(path) = &self.locale else {
            let known = itertools::join(Locale::BUILTIN, ", ");
            return Locale::builtin(&self.lang).ok_or_else(|| {
                let message = format!("there is no report in `{}`", one_line(&self.lang));
                Stop::with_help(message, format!("languages are {known}; --locale adds words of your own"))
            });
        };
        let words = text(path)?;
        // Editors put a byte-order mark before the text; Fluent would take it for a part of the first key.
        let words = words.strip_prefix('\u{feff}').unwrap_or(&words);
        Locale::from_ftl(&self.lang, words)
            .map_err(|e| Stop::usage(format!("`{}` is not usable: {}", show(path), clean(&e.to_string()))))
    }
}

/// Reads a word of a vocabulary, with the others in the help.
fn words<T: Vocabulary + Send + Sync>() -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(T::WORDS).try_map(|word| T::parse(&word))
}
