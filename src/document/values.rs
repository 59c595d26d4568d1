//! Reading typed values out of the tree, whatever the format; what is wrong is noted, and reading goes on.

use std::collections::BTreeSet;

use super::private::is_private;
use super::problem::{Code, Log, cut, tick, ticks};
use super::tree::{Data, Entry, Node, Spot};
use crate::id::Slug;
use crate::vocabulary::Vocabulary;

/// The entries of a table whose keys have been checked.
#[derive(Clone, Copy)]
pub(super) struct Table<'t> {
    entries: &'t [Entry],
    node: &'t Node,
}

impl<'t> Table<'t> {
    pub(super) fn get(&self, key: &str) -> Option<&'t Node> {
        self.entries.iter().find(|e| e.key == key).map(|e| &e.node)
    }

    pub(super) fn entries(&self) -> &'t [Entry] {
        self.entries
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    #[cfg_attr(not(any(feature = "toml", feature = "json")), allow(dead_code, reason = "for readers and writers"))]
    pub(super) fn spot(&self) -> Spot {
        self.node.spot()
    }
}

/// A reader of one format, with the log of what it found.
pub(super) trait Values: Sized {
    fn log(&mut self) -> &mut Log;

    fn note(&mut self, code: Code, spot: Spot, message: impl Into<String>) {
        self.log().note(code, spot, message, None);
    }

    /// Notes a value of the wrong type.
    fn wrong(&mut self, node: &Node, expected: &str, help: Option<&str>) {
        let found = match &node.data {
            Data::Null => {
                let help = Some("leave the key out: what is absent is unknown".into());
                return self.log().note(Code::Null, node.spot(), format!("{expected} is expected, not a null"), help);
            }
            Data::Bool(yes) => tick(&yes.to_string()),
            Data::Integer(x) => tick(&x.to_string()),
            Data::Float(x) => tick(&format!("{x:?}")),
            Data::Text(text) => format!("the text {}", tick(text)),
            Data::Date(date) => format!("the date {}", tick(date)),
            Data::List(_) => "a list".into(),
            Data::Table(_) => "a table".into(),
        };
        let help = help.map(str::to_owned);
        self.log().note(Code::WrongType, node.spot(), format!("{expected} is expected, not {found}"), help);
    }

    /// Opens a table, whose keys must be among the known ones.
    fn open<'t>(&mut self, node: &'t Node, known: &[&'static str], expected: &str) -> Option<Table<'t>> {
        let entries = self.entries(node, expected)?;
        for entry in entries.iter().filter(|e| !known.contains(&e.key.as_str())) {
            self.unknown(entry, known);
        }
        Some(Table { entries, node })
    }

    /// Notes an unknown key.
    fn unknown(&mut self, entry: &Entry, known: &[&'static str]) {
        let near = self.log().nearest(&entry.key, known.iter().copied());
        let help = match near.or_else(|| begun(&entry.key, known)) {
            Some(near) => format!("did you mean {}?", tick(near)),
            None => format!("known here: {}", ticks(known.iter().copied())),
        };
        self.log().note(Code::UnknownKey, entry.spot(), format!("unknown key {}", tick(&entry.key)), Some(help));
    }

    /// The entries of a table with keys of any kind.
    fn entries<'t>(&mut self, node: &'t Node, expected: &str) -> Option<&'t [Entry]> {
        match &node.data {
            Data::Table(entries) => Some(entries),
            _ => {
                self.wrong(node, expected, None);
                None
            }
        }
    }

    /// The elements of a list.
    fn list<'t>(&mut self, node: &'t Node, expected: &str) -> Option<&'t [Node]> {
        match &node.data {
            Data::List(nodes) => Some(nodes),
            Data::Text(text) => {
                let help = format!("write `[{:?}]`", cut(text));
                self.wrong(node, expected, Some(&help));
                None
            }
            _ => {
                self.wrong(node, expected, None);
                None
            }
        }
    }

    /// An optional key.
    fn maybe<'t, T>(
        &mut self,
        table: Table<'t>,
        key: &str,
        read: impl FnOnce(&mut Self, &'t Node) -> Option<T>,
    ) -> Option<T> {
        table.get(key).and_then(|node| read(self, node))
    }

    /// A required key.
    fn need<'t, T>(
        &mut self,
        table: Table<'t>,
        key: &str,
        read: impl FnOnce(&mut Self, &'t Node) -> Option<T>,
    ) -> Option<T> {
        match table.get(key) {
            Some(node) => read(self, node),
            None => {
                self.note(Code::MissingKey, table.node.spot(), format!("the key {} is missing", tick(key)));
                None
            }
        }
    }

    fn text(&mut self, node: &Node) -> Option<String> {
        match &node.data {
            Data::Text(text) => Some(text.clone()),
            _ => {
                self.wrong(node, "a text", None);
                None
            }
        }
    }

    fn slug(&mut self, node: &Node) -> Option<Slug> {
        match &node.data {
            Data::Text(text) => slug(text, node.spot(), self.log()),
            _ => {
                self.wrong(node, "a slug", None);
                None
            }
        }
    }

    /// A word of a closed vocabulary.
    fn word<V: Vocabulary>(&mut self, node: &Node) -> Option<V> {
        match &node.data {
            Data::Text(text) => self.word_of(text, node.spot()),
            _ => {
                let help = format!("one of {}", ticks(V::WORDS.iter().copied()));
                self.wrong(node, &format!("a {}", V::NAME), Some(&help));
                None
            }
        }
    }

    fn word_of<V: Vocabulary>(&mut self, text: &str, spot: Spot) -> Option<V> {
        if let Ok(word) = V::parse(text) {
            return Some(word);
        }
        let words = ticks(V::WORDS.iter().copied());
        let help = match self.log().nearest(text, V::WORDS.iter().copied()) {
            Some(near) => format!("did you mean {}? known are {words}", tick(near)),
            None => format!("known are {words}"),
        };
        self.log().note(Code::UnknownWord, spot, format!("{} is not a {}", tick(text), V::NAME), Some(help));
        None
    }

    /// The entries of a table of tables by id.
    fn keyed<'t>(&mut self, root: Table<'t>, key: &str) -> &'t [Entry] {
        let Some(node) = root.get(key) else { return &[] };
        let Data::Table(entries) = &node.data else {
            let help = format!("write `[{key}.some-id]` above each");
            self.wrong(node, &format!("a table with an entry for each {key}"), Some(&help));
            return &[];
        };
        entries
    }

    /// The tables of a list of them, each opened.
    fn tables<'t>(&mut self, root: Table<'t>, key: &str, known: &[&'static str]) -> Vec<Table<'t>> {
        let Some(node) = root.get(key) else { return Vec::new() };
        let Data::List(nodes) = &node.data else {
            self.wrong(node, "a list of tables", Some(&format!("write `[[{key}]]` above each")));
            return Vec::new();
        };
        nodes.iter().filter_map(|n| self.open(n, known, "a table")).collect()
    }
}

/// The one known key that goes on with a hyphen where a word ends: `interest-level` for `interest`.
fn begun(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let goes_on = |k: &&&'static str| k.strip_prefix(key).is_some_and(|rest| rest.starts_with('-'));
    let mut found = known.iter().filter(goes_on);
    found.next().copied().filter(|_| found.next().is_none())
}

/// An id as a key of a table, or reported.
pub(super) fn slug(text: &str, spot: Spot, log: &mut Log) -> Option<Slug> {
    match Slug::new(text) {
        Ok(slug) => Some(slug),
        Err(fault) => {
            let help = fault.suggestion.map(|s| format!("did you mean {}?", tick(s.as_str())));
            log.note(Code::BadId, spot, format!("{} is not an id: {}", tick(text), fault.reason), help);
            None
        }
    }
}

/// The ids that stand as the keys of one table, gathered before anything refers to them.
#[derive(Debug, Default)]
pub(super) struct Known {
    ids: BTreeSet<Slug>,
    /// Keys that are meant as ids and are none, with what they were probably meant to be: reported once, where they
    /// stand.
    faulty: BTreeSet<String>,
    /// Those of private notes, which are suggested to nobody.
    private: BTreeSet<Slug>,
    /// The table itself is of the wrong type, so nothing is known of its ids.
    broken: bool,
}

/// What a reference leads to.
pub(super) enum Found {
    Id(Slug),
    /// Something that is itself faulty and has been reported.
    Faulty,
    Nothing,
}

impl Known {
    /// Gathers the ids of a table. Under a misspelt key they are faulty: what refers to them is not at fault.
    pub(super) fn gather(&mut self, table: &Node, spelt_right: bool) {
        let Data::Table(entries) = &table.data else {
            self.broken = true;
            return;
        };
        for entry in entries {
            match Slug::new(&entry.key) {
                Ok(slug) if spelt_right => {
                    self.private.extend(is_private(&entry.node).then(|| slug.clone()));
                    self.ids.insert(slug);
                }
                Ok(slug) => {
                    self.faulty.insert(slug.to_string());
                }
                Err(fault) => {
                    self.faulty.insert(entry.key.clone());
                    self.faulty.extend(fault.suggestion.map(|s| s.to_string()));
                }
            }
        }
    }

    /// Adds ids that are known from elsewhere.
    #[cfg_attr(not(any(feature = "toml", feature = "json")), allow(dead_code, reason = "for readers and writers"))]
    pub(super) fn add<'a>(&mut self, ids: impl Iterator<Item = &'a Slug>) {
        self.ids.extend(ids.cloned());
    }

    /// The ids that may be suggested.
    pub(super) fn told(&self) -> Vec<&Slug> {
        self.ids.difference(&self.private).collect()
    }

    pub(super) fn is_private(&self, word: &str) -> bool {
        self.private.contains(word)
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.ids.contains(word)
    }

    pub(super) fn find(&self, word: &str) -> Found {
        match self.ids.get(word) {
            Some(slug) => Found::Id(slug.clone()),
            None if self.broken || self.faulty.contains(word) => Found::Faulty,
            None => Found::Nothing,
        }
    }
}

/// Up to how many ids are listed for somebody whose reference leads nowhere.
const FEW: usize = 12;

/// What may help somebody whose reference leads nowhere: the nearest of the known ids, or all of them where they are
/// few.
pub(super) fn meant<'a>(
    word: &str,
    known: impl ExactSizeIterator<Item = &'a Slug> + Clone,
    log: &mut Log,
) -> Option<String> {
    if let Some(near) = log.nearest(word, known.clone().map(Slug::as_str)) {
        return Some(format!("did you mean {}?", tick(near)));
    }
    let few = (1..=FEW).contains(&known.len()) && !log.is_full();
    few.then(|| format!("known are {}", ticks(known.map(Slug::as_str))))
}
