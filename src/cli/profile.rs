//! What others may see of a model, on the command line.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use itertools::Itertools;
use serde_json::Value;

use super::input;
use super::output::{Stop, Target, counted, note, one_line, show, write_secret};
use super::report::words;
use crate::document::Document;
use crate::export::profile::words_of;
use crate::export::{Exported, Key, Mapping, Profile, export_as};
use crate::id::Slug;
use crate::model::{Element, Model};

/// Who the answer is for.
#[derive(Debug, Args)]
pub(super) struct Disclosure {
    /// What others may see: everything; no notes, contact data, reasons and names of raters; or no names of parties either
    #[arg(long, value_name = "PROFILE", default_value = "full", value_parser = words::<Profile>())]
    profile: Profile,
    /// Keep who is who in this file, as JSON that only its owner may read; one that is there goes on, so that pseudonyms stay
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
}

/// What was exported, with who is who: to be [kept](Disclosure::keep) before the answer is written.
#[must_use]
pub(super) struct Told<T> {
    pub(super) exported: T,
    mapping: Mapping,
}

impl<T> Told<T> {
    pub(super) fn map<U>(self, with: impl FnOnce(T) -> U) -> Told<U> {
        Told { exported: with(self.exported), mapping: self.mapping }
    }
}

impl Disclosure {
    /// Whether the model stays as it is.
    pub(super) fn is_full(&self) -> bool {
        self.profile == Profile::Full
    }

    /// Refuses a mapping where there is none, and one that would be written over a file that is read or written.
    pub(super) fn spare(&self, read: &[&Path], target: Option<&Target>) -> Result<(), Stop> {
        let Some(path) = &self.mapping else { return Ok(()) };
        if self.is_full() {
            let message = "`--profile full` gives nobody another name: there is nothing to keep";
            return Err(Stop::with_help(message, "leave out --mapping, or give another profile"));
        }
        if path == Path::new("-") {
            let message = "who is who is not written to standard output, where the answer goes";
            return Err(Stop::with_help(message, "give --mapping a file"));
        }
        Target::spare_all(path, read)?;
        Target::part(path, target)
    }

    /// The model as others may see it.
    pub(super) fn export(&self, model: &Model) -> Result<Told<Exported>, Stop> {
        self.export_with(model, &[])
    }

    /// As [`Self::export`], with the words of settings for sectors and rings.
    pub(super) fn export_with(&self, model: &Model, words: &[Slug]) -> Result<Told<Exported>, Stop> {
        let mapping = self.begun(&[model])?.and(model).and_words(model, words);
        let exported = as_others_see(model, &mapping)?;
        self.warn(&[&exported.model], &mapping);
        Ok(Told { exported, mapping })
    }

    /// Two models that are read together as others may see them, under the same pseudonyms.
    pub(super) fn export_both(&self, both: [&Model; 2], words: &[Slug]) -> Result<Told<[Exported; 2]>, Stop> {
        let [first, second] = both;
        let mapping = self.begun(&both)?.and(first).and(second).and_words(first, words).and(first);
        let exported = [as_others_see(first, &mapping)?, as_others_see(second, &mapping)?];
        self.warn(&exported.each_ref().map(|one| &one.model), &mapping);
        Ok(Told { exported, mapping })
    }

    /// Tells on the error stream what of the exported models their reader may not be meant to see.
    fn warn(&self, exported: &[&Model], mapping: &Mapping) {
        match self.profile {
            Profile::Full => {}
            Profile::Shareable => {
                let silent =
                    |model: &&Model| model.stakes().iter().filter(|(.., s)| s.disclosed == Some(false)).count();
                let most = exported.iter().map(silent).max().unwrap_or_default();
                if most > 0 {
                    let stakes = counted(most, "stake that was not disclosed", "stakes that were not disclosed");
                    note(&format!("note: the model that is shared holds {stakes}, under the names of the parties"));
                }
            }
            Profile::Pseudonymised => {
                let left: BTreeSet<String> = exported.iter().flat_map(|model| words_left(model, mapping)).collect();
                if !left.is_empty() {
                    let left = left.iter().join(", ");
                    let see = "see whether they tell who is who";
                    note(&format!("note: texts of the exported model hold words of names: {left}; {see}"));
                }
            }
        }
    }

    /// The mapping that goes on, or one under a new key.
    fn begun(&self, models: &[&Model]) -> Result<Mapping, Stop> {
        if let Some(path) = self.mapping.as_deref().filter(|path| fs::metadata(path).is_ok_and(|file| file.is_file())) {
            let text = input::text(path)?;
            // An empty file was made for it.
            if !text.trim().is_empty() {
                let mapping = self.read(path, &text)?;
                let people = |model: &&Model| {
                    let members = model.members().map(|(id, _)| Element::from(id));
                    model.parties().map(|(id, _)| Element::from(id)).chain(members).collect::<Vec<_>>()
                };
                let people: Vec<Element> = models.iter().flat_map(people).collect();
                if self.profile == Profile::Pseudonymised
                    && mapping.iter().any(|renamed| ["party", "member"].contains(&renamed.kind))
                    && !people.is_empty()
                    && people.iter().all(|one| mapping.pseudonym_of(one).is_none())
                {
                    let message =
                        format!("`{}` tells who is who of another project: it knows nobody in this model", show(path));
                    return Err(Stop::with_help(message, "give each project a mapping file of its own"));
                }
                return Ok(mapping);
            }
        }
        let mut bytes = [0; 16];
        if !self.is_full() {
            getrandom::fill(&mut bytes).map_err(|e| {
                Stop::usage(format!("the system gives no random numbers: {}", one_line(&e.to_string())))
            })?;
        }
        Ok(Mapping::new(self.profile, &Key::new(bytes)))
    }

    fn read(&self, path: &Path, text: &str) -> Result<Mapping, Stop> {
        let mapping: Mapping = serde_json::from_str(text).map_err(|e| {
            let why = one_line(&e.to_string());
            let message = format!("`{}` is there and does not tell who is who: it is not replaced ({why})", show(path));
            Stop::with_help(message, "give --mapping a new file, or one that it made")
        })?;
        if mapping.profile() != self.profile {
            let message = format!("`{}` tells who is who of `--profile {}`", show(path), mapping.profile());
            return Err(Stop::with_help(message, "give each profile a mapping file of its own"));
        }
        Ok(mapping)
    }

    /// Keeps who is who where that was asked for. To be called when the answer is made and not yet written: what was in the file
    /// is in what replaces it, and no answer goes out whose pseudonyms were not kept.
    pub(super) fn keep<T>(&self, told: &Told<T>) -> Result<(), Stop> {
        match &self.mapping {
            Some(path) => {
                let text = serde_json::to_string_pretty(&told.mapping)
                    .map_err(|e| Stop::usage(format!("who is who cannot be written: {e}")))?;
                write_secret(path, &format!("{text}\n"))?;
            }
            None if self.profile == Profile::Pseudonymised => {
                note(
                    "note: who is who is kept nowhere, and the next run draws other pseudonyms; --mapping FILE keeps both",
                );
            }
            None => {}
        }
        Ok(())
    }
}

/// The words of names of parties and members that stand in texts of an export, as they stand there: those that have a capital in
/// the name, and those of the id of who has no name; four letters or more.
fn words_left(exported: &Model, mapping: &Mapping) -> BTreeSet<String> {
    let mut telling: BTreeSet<String> = BTreeSet::new();
    for renamed in mapping.iter().filter(|renamed| ["party", "member"].contains(&renamed.kind)) {
        let names = renamed.name.iter().chain(&renamed.also).flat_map(|name| words_of(name));
        let names = names.filter(|(_, written)| written.starts_with(char::is_uppercase));
        let ids = words_of(&renamed.id).filter(|_| renamed.name.is_none());
        telling.extend(names.chain(ids).map(|(word, _)| word).filter(|word| word.chars().count() > 3));
    }
    let Ok(written) = serde_json::from_str::<Value>(&Document::from(exported).to_json()) else {
        return BTreeSet::new();
    };
    let mut left = BTreeSet::new();
    let mut open = vec![&written];
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => {
                left.extend(
                    words_of(text).filter(|(word, _)| telling.contains(word)).map(|(_, there)| there.to_owned()),
                );
            }
            Value::Array(all) => open.extend(all),
            Value::Object(all) => open.extend(all.values()),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    left
}

fn as_others_see(model: &Model, mapping: &Mapping) -> Result<Exported, Stop> {
    export_as(model, mapping)
        .map_err(|e| Stop::usage(format!("the export would not hold together: {}", one_line(&e.to_string()))))
}
