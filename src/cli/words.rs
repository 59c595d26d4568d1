//! The words of a report: a language that is compiled in, with own words over it.

use std::path::{Path, PathBuf};

use clap::Args;

use super::input::text;
use super::output::{Stop, clean, note, one_line, show};
use crate::report::Locale;

/// In which words a report is written.
#[derive(Debug, Args)]
pub(super) struct Words {
    /// The language: nl, en, or that of the words of --locale
    #[arg(long, value_name = "LANG", default_value = "en")]
    lang: String,
    /// Own words and sentences in Fluent, over those of the language
    #[arg(long, value_name = "FILE.ftl")]
    locale: Option<PathBuf>,
}

impl Words {
    /// The file that they are read from.
    pub(super) fn reads(&self) -> Option<&Path> {
        self.locale.as_deref()
    }

    /// Says on standard error which words no report asks for, and which ones the language lacks.
    pub(super) fn lacking(&self, locale: &Locale, missing: &[String]) {
        let all = |keys: &[String]| itertools::join(keys.iter().map(|key| format!("`{}`", one_line(key))), ", ");
        let unknown = locale.unknown_keys();
        if !unknown.is_empty() {
            note(&format!("warning: no report asks for {}", all(unknown)));
        }
        if !missing.is_empty() {
            note(&format!("warning: `{}` has no words for {}", one_line(locale.tag()), all(missing)));
        }
    }

    /// The locale.
    pub(super) fn locale(&self) -> Result<Locale, Stop> {
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
