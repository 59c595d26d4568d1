//! Which places of a text are private notes, so that messages about the text do not tell what they say.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Document;
use super::problem::{Code, Problem, nearest};
use super::tree::{Data, Entry, Node};
use crate::id::Slug;
use crate::vocabulary::{Vocabulary, Voiced};

/// The key that makes a note private.
const KEY: &str = "private";

/// The key that says whether a note was said aloud.
const VOICED: &str = "voiced";

/// Longer keys are not `private` misspelt.
const LONGEST: usize = 40;

/// Whether a table is to be kept private: it says so, be the key misspelt or its value of the wrong type; or it does not say, and
/// was not said aloud as far as anybody can read.
pub(super) fn is_private(node: &Node) -> bool {
    let Data::Table(entries) = &node.data else { return false };
    says_private(entries.iter())
}

/// The same of the whole or of a table of it, where a key with a table is an id.
fn is_private_whole(node: &Node) -> bool {
    let Data::Table(entries) = &node.data else { return false };
    says_private(entries.iter().filter(|e| !matches!(e.node.data, Data::Table(_) | Data::List(_))))
}

fn says_private<'n>(entries: impl Iterator<Item = &'n Entry> + Clone) -> bool {
    let mut said = entries.clone().filter(|e| means_private(&e.key)).peekable();
    if said.peek().is_some() {
        return said.any(|e| !matches!(e.node.data, Data::Bool(false)));
    }
    let aloud = |data: &Data| match data {
        Data::Text(word) => Voiced::parse(word).is_ok_and(|voiced| voiced != Voiced::Suspected),
        _ => false,
    };
    entries.into_iter().any(|e| means_voiced(&e.key) && !aloud(&e.node.data))
}

fn means_voiced(key: &str) -> bool {
    key.len() <= LONGEST && (key.to_lowercase().contains("voic") || nearest(key, [VOICED], &mut 1).is_some())
}

fn means_private(key: &str) -> bool {
    key.len() <= LONGEST && (key.to_lowercase().contains("priv") || nearest(key, [KEY], &mut 1).is_some())
}

/// What of a text nobody but its writer is to read.
#[derive(Debug, Default)]
pub(crate) struct Confided {
    /// Nothing of the text can be told apart from what is private.
    all: bool,
    paths: Vec<String>,
    spans: Vec<Range<usize>>,
    /// Ids of private notes, and what was probably meant by keys that are none.
    ids: BTreeSet<String>,
    /// Keys of private notes that are no ids.
    odd: Vec<String>,
}

impl Confided {
    /// Of a text that could not be read: all of it, if it speaks of anything private.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "for the program"))]
    pub(crate) fn of_unread(text: &str) -> Self {
        // An escaped letter may hide the word.
        let all = ["priv", "voic", "suspect"].iter().any(|word| text.to_lowercase().contains(word))
            || ["\\u", "\\U"].iter().any(|escape| text.contains(escape));
        Self { all, ..Self::default() }
    }

    /// Of a document.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "for the program"))]
    pub(crate) fn of(document: &Document, text: &str) -> Self {
        // What stands on a faulty line is missing in the tree.
        if !document.faults.is_empty() {
            return Self::of_unread(text);
        }
        let mut out = Self { all: is_private_whole(&document.root), ..Self::default() };
        let Data::Table(tops) = &document.root.data else { return out };
        for top in tops {
            match &top.node.data {
                _ if is_private_whole(&top.node) => out.add(&document.root, &top.node, None),
                Data::Table(entries) => {
                    for entry in entries.iter().filter(|e| is_private(&e.node)) {
                        out.add(&document.root, &entry.node, Some(&entry.key));
                        out.spans.extend(entry.key_span.clone());
                    }
                }
                Data::List(nodes) => {
                    nodes.iter().filter(|n| is_private(n)).for_each(|n| out.add(&document.root, n, None));
                }
                _ => {}
            }
        }
        out.spans.retain(|span| !span.is_empty());
        out
    }

    fn add(&mut self, root: &Node, note: &Node, key: Option<&str>) {
        self.paths.push(root.path(note.rank));
        match key.map(|key| (key, Slug::new(key))) {
            Some((_, Ok(id))) => drop(self.ids.insert(id.to_string())),
            Some((key, Err(fault))) => {
                self.odd.extend((!key.trim().is_empty()).then(|| key.to_owned()));
                // What refers to it may have the id right.
                self.ids.extend(fault.suggestion.map(|id| id.to_string()));
            }
            None => {}
        }
        let mut left = vec![note];
        while let Some(node) = left.pop() {
            self.spans.extend(node.span.clone());
            match &node.data {
                Data::Table(entries) => {
                    self.spans.extend(entries.iter().filter_map(|e| e.key_span.clone()));
                    left.extend(entries.iter().map(|e| &e.node));
                }
                Data::List(nodes) => left.extend(nodes),
                _ => {}
            }
        }
    }

    /// Whether what a problem says may tell of a private note.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "for the program"))]
    pub(crate) fn hides(&self, problem: &Problem) -> bool {
        let within = |path: &String| {
            let rest = problem.path.strip_prefix(path.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let said = || [problem.message.as_str(), problem.help.as_deref().unwrap_or_default(), &problem.path];
        // What is near to the id of a private note may be that id misspelt.
        let misspelt = || {
            let near = |word: &str| nearest(word, self.ids.iter().map(String::as_str), &mut COMPARED.clone()).is_some();
            problem.code == Code::Dangling && problem.message.split('`').skip(1).step_by(2).any(near)
        };
        self.all
            || self.paths.iter().any(within)
            || problem.span.as_ref().is_some_and(|span| self.touches(span))
            || said().iter().any(|text| self.names(text))
            || misspelt()
    }

    /// Whether a part of the text shows something of a private note.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "for the program"))]
    pub(crate) fn shows(&self, source: &str, part: &Range<usize>) -> bool {
        self.all || self.touches(part) || source.get(part.clone()).is_none_or(|text| self.names(text))
    }

    fn touches(&self, part: &Range<usize>) -> bool {
        self.spans.iter().any(|span| span.start <= part.end && part.start < span.end)
    }

    /// Whether a text has the id of a private note in it as a word.
    fn names(&self, text: &str) -> bool {
        if self.ids.is_empty() && self.odd.is_empty() {
            return false;
        }
        let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'));
        words.map(str::to_lowercase).any(|word| self.ids.contains(&word))
            || self.odd.iter().any(|key| text.contains(key.as_str()))
    }
}

/// How many ids one word is compared with at most.
const COMPARED: usize = 10_000;
