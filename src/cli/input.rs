//! Reading: a file or standard input, as TOML or JSON.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;

use super::excerpt;
use super::output::{Stop, counted, note, reason, show};
use crate::advice::Advice;
use crate::document::{Code, Confided, Document, Problem, ResolveOptions, Resolved, SelfInfluence};
use crate::model::Model;

/// Larger files are not models: ten thousand parties take less than a tenth of it. An endless one would fill the memory.
const LARGEST: u64 = 64 << 20;

/// How to read model files.
#[derive(Debug, Clone, Copy, Default, Args)]
pub(super) struct Reading {
    /// Leave out influences of a party on itself, with a warning, in place of refusing the file
    #[arg(long)]
    drop_self_influence: bool,
}

impl Reading {
    fn options(self) -> ResolveOptions {
        let choice = if self.drop_self_influence { SelfInfluence::Drop } else { SelfInfluence::Refuse };
        ResolveOptions::new().self_influence(choice)
    }
}

/// The model file.
#[derive(Debug, Args)]
pub(super) struct Input {
    /// The model file, TOML or JSON; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    reading: Reading,
}

/// A file as it was read, for what it is to be.
#[derive(Debug)]
pub(super) struct Source<T> {
    /// Its name, safe to show.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
    /// What it says, when there is nothing wrong with it.
    pub(super) said: Option<T>,
    /// What is wrong with it.
    pub(super) problems: Vec<Problem>,
    /// What deserves a look.
    pub(super) warnings: Vec<Problem>,
    /// What in it is private.
    confided: Confided,
}

impl<T> Source<T> {
    fn read(
        path: &Path,
        resolve: impl FnOnce(Document) -> (Option<T>, Vec<Problem>, Vec<Problem>),
    ) -> Result<Self, Stop> {
        let text = text(path)?;
        let parsed = if is_json(path, &text) { Document::from_json(&text) } else { Document::from_toml(&text) };
        let confided = match &parsed {
            Ok(document) => Confided::of(document, &text),
            Err(_) => Confided::of_unread(&text),
        };
        let (said, problems, warnings) = match parsed {
            Ok(document) => resolve(document),
            Err(problems) => (None, problems.into_iter().collect(), Vec::new()),
        };
        Ok(Self { name: show(path), text, said, problems, warnings, confided })
    }

    /// What the file says; problems are shown on standard error, without what is private in it.
    fn sound(self) -> Result<T, Stop> {
        let Some(said) = self.said else {
            note(&excerpt::discreet(&self.name, &self.text, &self.problems, &self.confided));
            note(&format!("\n{}: {}", self.name, counted(self.problems.len(), "problem", "problems")));
            return Err(Stop::Problems);
        };
        if !self.warnings.is_empty() {
            let count = counted(self.warnings.len(), "warning", "warnings");
            note(&format!("{}: {count}; `polder check` shows what deserves a look", self.name));
        }
        Ok(said)
    }
}

impl Input {
    pub(super) fn of(file: PathBuf) -> Self {
        Self { file, reading: Reading::default() }
    }

    /// The same, read in this way.
    pub(super) fn reading(mut self, reading: Reading) -> Self {
        self.reading = reading;
        self
    }

    /// How it is read.
    pub(super) fn way(&self) -> Reading {
        self.reading
    }

    pub(super) fn path(&self) -> &Path {
        &self.file
    }

    /// Reads the file with everything that is wrong with it.
    pub(super) fn read(&self) -> Result<Source<(Document, Model)>, Stop> {
        Source::read(&self.file, |document| {
            let Resolved { model, problems, warnings } = document.resolve_with(&self.reading.options());
            let less = warnings.iter().any(|w| w.code == Code::SelfInfluence);
            // What was left out of the model is not to come back where the document is written.
            let said = model.map(|model| (if less { Document::from(&model) } else { document }, model));
            (said, problems, warnings)
        })
    }

    /// Reads the file for its model; problems are shown on standard error.
    pub(super) fn model(&self) -> Result<(Document, Model), Stop> {
        self.read()?.sound()
    }
}

/// Reads an advice file with everything that is wrong with it.
pub(super) fn advice_file(path: &Path) -> Result<Source<Advice>, Stop> {
    Source::read(path, |document| document.read_advice())
}

/// Reads an advice file for its advice; problems are shown on standard error.
pub(super) fn advice(path: &Path) -> Result<Advice, Stop> {
    advice_file(path)?.sound()
}

/// Whether a file is JSON: by its extension, else by its first character.
fn is_json(path: &Path, text: &str) -> bool {
    let is = |extension: &str| path.extension().is_some_and(|e| e.eq_ignore_ascii_case(extension));
    if is("json") || is("toml") {
        return is("json");
    }
    text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace()).starts_with('{')
}

/// The text of a file.
pub(super) fn text(path: &Path) -> Result<String, Stop> {
    let fault = |e: &io::Error| Stop::usage(format!("`{}` cannot be read: {}", show(path), reason(e)));
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    read.map_err(|e| fault(&e))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        let most = LARGEST >> 20;
        return Err(Stop::usage(format!("`{}` is larger than {most} MiB: it is not read", show(path))));
    }
    let odd = |what: &str, offset: usize| {
        let message = format!("`{}` is not text in UTF-8: {what} at byte offset {offset}", show(path));
        Stop::with_help(message, "save it as text with the encoding UTF-8")
    };
    if let Some(offset) = bytes.iter().position(|b| *b == 0) {
        return Err(odd("a null byte", offset));
    }
    String::from_utf8(bytes).map_err(|e| odd("a wrong byte", e.utf8_error().valid_up_to()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notation_follows_the_extension_and_then_the_content() {
        let json = |path: &str, text: &str| is_json(Path::new(path), text);
        assert!(json("a.JSON", "polder = 1") && !json("a.toml", "{}"));
        assert!(json("-", "\u{feff} \n{") && json("a.txt", "{") && !json("-", "polder = 1") && !json("a", ""));
    }
}
