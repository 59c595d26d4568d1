//! The document: a model as it was written, with the place of everything in it.
//!
//! A [`Document`] is read from TOML or JSON, which are one schema in two notations, and from a [`Model`]. It becomes a model by
//! [`Document::resolve`], which finds *all* problems in one run, each with its path and, in TOML, its line and column.
//!
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::{Document, model::Model};
//!
//! let text = "polder = 1\n[party.town]\npower = 4\n[party.residents]\npower = 9\n";
//! let document = Document::from_toml(text)?;
//! let problems = Model::try_from(&document).unwrap_err();
//! assert_eq!(problems.as_slice()[0].message, "9 is off the scale of power: 1 to 5");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```

#[cfg(any(feature = "toml", feature = "json"))]
mod advice;
mod format;
#[cfg(feature = "json")]
mod json;
mod private;
mod problem;
#[cfg(feature = "toml")]
mod toml;
mod tree;
mod v1;
mod values;

pub use problem::{Code, Position, Problem, Problems};

use std::collections::BTreeSet;

use crate::model::Model;
use format::Format;
#[cfg(feature = "cli")]
pub(crate) use private::Confided;
use problem::{Log, show, tick};
#[cfg(feature = "cli")]
pub(crate) use problem::{is_odd, nearest};
use tree::{Data, Node};

/// The newest format version that is read.
pub const VERSION: i64 = 1;

/// A model as it was written: untyped, unchecked, with the place of each value.
///
/// Two documents are equal when they say the same, whatever the order of their keys and whatever they were read from.
#[derive(Debug, Clone)]
pub struct Document {
    root: Node,
    source: Option<String>,
    /// What is wrong with the text itself and leaves the rest readable.
    faults: Vec<Problem>,
}

/// What to do with a party that is said to influence itself, as tables of influence between all parties often do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum SelfInfluence {
    /// It is a problem like any other relation to itself: there is no model.
    #[default]
    Refuse,
    /// The entry is left out, whatever it says, and a warning tells so. The table that it stands in counts as written.
    Drop,
}

/// How to make a model of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ResolveOptions {
    self_influence: SelfInfluence,
}

impl ResolveOptions {
    /// The default options: an influence on itself is refused.
    pub fn new() -> Self {
        Self::default()
    }

    /// What to do with a party that is said to influence itself.
    #[must_use]
    pub fn self_influence(mut self, choice: SelfInfluence) -> Self {
        self.self_influence = choice;
        self
    }
}

/// What a document resolves to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Resolved {
    /// The model, when there are no problems.
    pub model: Option<Model>,
    /// What is wrong, in the order of the text.
    pub problems: Vec<Problem>,
    /// What deserves a look; the model stands all the same.
    pub warnings: Vec<Problem>,
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.root.same(&other.root)
    }
}

impl Document {
    /// Reads TOML. A byte-order mark is accepted.
    ///
    /// Keys that stand twice and single lines that are no TOML do not hide the other problems: [`Document::resolve`] tells them
    /// all, and there is no model.
    ///
    /// # Errors
    /// [`Problems`] when the text is no TOML beyond single lines: every error of syntax, with line and column.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, Problems> {
        let (mut root, faults) = toml::read(text)?;
        root.number_from(&mut 0);
        Ok(Self { root, source: Some(text.to_owned()), faults })
    }

    /// Reads JSON. A byte-order mark is accepted. Problems of the document have paths, no lines.
    ///
    /// # Errors
    /// [`Problems`] when the text is not JSON, its top is not an object, or it nests deeper than 127 levels. Keys that stand
    /// twice are told by [`Document::resolve`] with all else.
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, Problems> {
        let (root, faults) = json::read(text)?;
        Ok(Self { root, source: None, faults })
    }

    /// Writes TOML, in the key order of the format. A null of JSON is left out, for TOML has none; in a list, an empty table
    /// keeps its place.
    #[cfg(feature = "toml")]
    pub fn to_toml(&self) -> String {
        toml::write(&self.root, v1::schema::FORMAT)
    }

    /// Writes JSON, indented, in the key order of the format.
    #[cfg(feature = "json")]
    pub fn to_json(&self) -> String {
        json::write(&self.root, v1::schema::FORMAT)
    }

    /// The text that the document was read from, where problems have places in it.
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// Checks the document and makes a model of it, if there is nothing wrong. All problems are found in one run.
    pub fn resolve(&self) -> Resolved {
        self.resolve_with(&ResolveOptions::new())
    }

    /// The same with options.
    ///
    /// ```
    /// # #[cfg(feature = "toml")] {
    /// use polder::Document;
    /// use polder::document::{ResolveOptions, SelfInfluence};
    ///
    /// let document = Document::from_toml("polder = 1\n[party.town]\ninfluences = { town = 2 }\n")?;
    /// assert!(document.resolve().model.is_none());
    /// let resolved = document.resolve_with(&ResolveOptions::new().self_influence(SelfInfluence::Drop));
    /// assert!(resolved.model.is_some());
    /// assert_eq!(resolved.warnings[0].message, "`town` influences itself; this is left out");
    /// # }
    /// # Ok::<(), polder::document::Problems>(())
    /// ```
    pub fn resolve_with(&self, options: &ResolveOptions) -> Resolved {
        let read = |root: &Node, log: &mut Log| v1::read(root, log, *options);
        let (model, problems, warnings) = self.read_as(v1::schema::FORMAT, read);
        Resolved { model, problems, warnings }
    }

    /// Reads the document as one of a format: what it says, if there is nothing wrong, with the problems and the warnings.
    fn read_as<T>(
        &self,
        format: Format,
        read: impl FnOnce(&Node, &mut Log) -> Option<T>,
    ) -> (Option<T>, Vec<Problem>, Vec<Problem>) {
        let mut log = Log::new();
        let readable = version(&self.root, format, &mut log);
        let said = if readable { read(&self.root, &mut log) } else { None };
        let said = said.filter(|_| !log.failed() && self.faults.is_empty());
        let (mut problems, mut warnings) = log.finish(&self.root, self.source.as_deref());
        if readable && !self.faults.is_empty() {
            problems = self.with_faults(problems);
            let faulty = self.faulty_lines();
            warnings.retain(|w| !w.position.is_some_and(|at| faulty.contains(&at.line)));
        }
        (said, problems, warnings)
    }
}

impl Document {
    /// The faults of the text among the problems, without those that a fault made: what is said of a faulty line itself, and of
    /// a key that may have stood on it.
    fn with_faults(&self, problems: Vec<Problem>) -> Vec<Problem> {
        let line = |p: &Problem| p.position.map(|at| at.line);
        let faulty = self.faulty_lines();
        let heads = self.heads_of(&faulty);
        let is_twice = |f: &&Problem| f.code == Code::DuplicateKey;
        let twice: BTreeSet<usize> = self.faults.iter().filter(is_twice).filter_map(line).collect();
        let made = |p: &Problem| {
            let Some(at) = line(p) else { return false };
            faulty.contains(&at)
                // A table in the place of a list is of the wrong type because it stands twice.
                || (p.code == Code::WrongType && twice.contains(&at))
                || (p.code == Code::MissingKey && heads.contains(&at))
                // The line that tells two places apart may be the one that cannot be read.
                || (p.code == Code::CellTwice && !faulty.is_empty())
                || (p.code == Code::Version && p.path.is_empty() && heads.contains(&0))
        };
        let kept = problems.into_iter().filter(|p| !made(p));
        let mut all: Vec<Problem> = self.faults.iter().cloned().chain(kept).collect();
        all.sort_by_key(|p| (p.code == Code::More, p.span.as_ref().map(|s| s.start)));
        all
    }

    /// The lines that are no TOML on their own.
    fn faulty_lines(&self) -> BTreeSet<usize> {
        let faulty = self.faults.iter().filter(|f| f.code == Code::Syntax);
        faulty.filter_map(|f| f.position.map(|at| at.line)).collect()
    }

    /// The lines of the headers that lines stand under; 0 for what stands above the first header.
    fn heads_of(&self, lines: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut head = 0;
        let mut heads = BTreeSet::new();
        for (line, text) in (1..).zip(self.source.as_deref().unwrap_or_default().lines()) {
            if text.trim_start().starts_with('[') {
                head = line;
            }
            if lines.contains(&line) {
                heads.insert(head);
            }
        }
        heads
    }
}

/// Reads the format version; whether to go on with the body.
fn version(root: &Node, format: Format, log: &mut Log) -> bool {
    let Format { key, newest, top, .. } = format;
    let help = || Some(format!("write `{key} = {newest}` at the top"));
    let Some(entry) = root.get(key) else {
        let Data::Table(entries) = &root.data else { return true };
        // A misspelt key is reported as an unknown one.
        let unknown = entries.iter().filter(|e| !top.contains(&e.key.as_str()));
        if unknown.into_iter().any(|e| log.nearest(&e.key, top.iter().copied()) == Some(key)) {
            return true;
        }
        log.note(Code::Version, root.spot(), "the format version is missing", help());
        return true;
    };
    #[allow(clippy::cast_precision_loss, reason = "the versions that are read are small")]
    let newer = match &entry.node.data {
        Data::Integer(found) => (*found > newest).then(|| found.to_string()),
        Data::Float(found) => (*found > newest as f64 && found.is_finite()).then(|| show(*found)),
        _ => None,
    };
    if let Some(found) = newer {
        let message = format!("this file has format version {found}; this program reads version {newest}");
        log.note(Code::NewerVersion, entry.node.spot(), message, Some("use a newer version of polder".into()));
        return false;
    }
    match entry.node.whole() {
        Some(found) if (1..=newest).contains(&found) => {}
        Some(found) => {
            let message = format!("{} is not a format version", tick(&found.to_string()));
            log.note(Code::Version, entry.node.spot(), message, help());
        }
        _ => log.note(Code::Version, entry.node.spot(), "the format version must be a whole number", help()),
    }
    true
}

impl From<&Model> for Document {
    fn from(model: &Model) -> Self {
        let mut root = v1::write(model);
        root.number_from(&mut 0);
        Self { root, source: None, faults: Vec::new() }
    }
}

impl TryFrom<&Document> for Model {
    type Error = Problems;
    fn try_from(document: &Document) -> Result<Self, Problems> {
        let resolved = document.resolve();
        resolved.model.ok_or_else(|| Problems::new(resolved.problems))
    }
}

impl TryFrom<Document> for Model {
    type Error = Problems;
    fn try_from(document: Document) -> Result<Self, Problems> {
        Self::try_from(&document)
    }
}
