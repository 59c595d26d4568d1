//! The ids of a document, gathered before anything refers to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::problem::{Code, Log, tick, ticks};
use crate::document::tree::{Data, Node};
use crate::id::Slug;

/// The kinds of node that have ids of their own in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Party,
    Interest,
    Value,
    Culture,
    Observation,
    Member,
    Task,
}

impl Kind {
    pub(super) const ALL: [Self; 7] =
        [Self::Party, Self::Interest, Self::Value, Self::Culture, Self::Observation, Self::Member, Self::Task];

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Interest => "interest",
            Self::Value => "value",
            Self::Culture => "culture",
            Self::Observation => "observation",
            Self::Member => "member",
            Self::Task => "task",
        }
    }

    pub(super) fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.key() == key)
    }

    /// With its article.
    pub(super) fn one(self) -> String {
        let article = if matches!(self, Self::Interest | Self::Observation) { "an" } else { "a" };
        format!("{article} {}", self.key())
    }
}

/// Up to how many ids are listed for somebody whose reference leads nowhere.
const FEW: usize = 12;

/// The ids of one kind.
#[derive(Debug, Default)]
pub(super) struct Known {
    ids: BTreeSet<Slug>,
    /// Keys that are meant as ids and are none, with what they were probably meant to be: reported once, where they stand.
    faulty: BTreeSet<String>,
    /// The table itself is of the wrong type, so nothing is known of its ids.
    broken: bool,
}

/// The ids of all kinds.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeMap<Kind, Known>);

/// What a reference leads to.
pub(super) enum Found {
    Id(Slug),
    /// Something that is itself faulty and has been reported.
    Faulty,
    Nothing,
}

impl Ids {
    pub(super) fn gather(root: &Node, log: &mut Log) -> Self {
        let mut ids = Self::default();
        let Data::Table(entries) = &root.data else { return ids };
        for entry in entries {
            let exact = Kind::of_key(&entry.key);
            // A misspelt table is reported as an unknown key; what refers to its entries is not at fault.
            let Some(kind) = exact.or_else(|| misspelt(&entry.key, log)) else { continue };
            let known = ids.0.entry(kind).or_default();
            let Data::Table(nodes) = &entry.node.data else {
                known.broken = true;
                continue;
            };
            for node in nodes {
                match Slug::new(&node.key) {
                    Ok(slug) if exact.is_some() => {
                        known.ids.insert(slug);
                    }
                    Ok(slug) => {
                        known.faulty.insert(slug.to_string());
                    }
                    Err(fault) => {
                        known.faulty.insert(node.key.clone());
                        known.faulty.extend(fault.suggestion.map(|s| s.to_string()));
                    }
                }
            }
        }
        ids
    }

    pub(super) fn find(&self, kind: Kind, word: &str) -> Found {
        match self.0.get(&kind) {
            None => Found::Nothing,
            Some(known) => match known.ids.get(word) {
                Some(slug) => Found::Id(slug.clone()),
                None if known.broken || known.faulty.contains(word) => Found::Faulty,
                None => Found::Nothing,
            },
        }
    }

    /// Whether there is a table of a kind, be it misspelt.
    pub(super) fn mentions(&self, kind: Kind) -> bool {
        self.0.contains_key(&kind)
    }

    pub(super) fn has(&self, kind: Kind, word: &str) -> bool {
        self.0.get(&kind).is_some_and(|known| known.ids.contains(word))
    }

    /// What may help somebody whose reference leads nowhere.
    pub(super) fn help(&self, kind: Kind, expected: &str, word: &str, log: &mut Log) -> Option<String> {
        if let Some(other) = Kind::ALL.into_iter().find(|k| *k != kind && self.has(*k, word)) {
            return Some(format!("there is {} of this id; {expected} is expected here", other.one()));
        }
        let known = self.0.get(&kind)?;
        if let Some(near) = log.nearest(word, known.ids.iter().map(Slug::as_str)) {
            return Some(format!("did you mean {}?", tick(near)));
        }
        let few = (1..=FEW).contains(&known.ids.len()) && !log.is_full();
        few.then(|| format!("known are {}", ticks(known.ids.iter().map(Slug::as_str))))
    }
}

fn misspelt(key: &str, log: &mut Log) -> Option<Kind> {
    if super::schema::TOP.contains(&key) {
        return None;
    }
    log.nearest(key, super::schema::TOP.iter().copied()).and_then(Kind::of_key)
}

/// An id as a key of a table, or reported.
pub(super) fn slug(text: &str, spot: crate::document::tree::Spot, log: &mut Log) -> Option<Slug> {
    match Slug::new(text) {
        Ok(slug) => Some(slug),
        Err(fault) => {
            let help = fault.suggestion.map(|s| format!("did you mean {}?", tick(s.as_str())));
            log.note(Code::BadId, spot, format!("{} is not an id: {}", tick(text), fault.reason), help);
            None
        }
    }
}
