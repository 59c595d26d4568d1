//! The ids of a document, gathered before anything refers to them.

use std::collections::BTreeMap;

use crate::document::problem::Log;
use crate::document::tree::{Data, Node};
pub(super) use crate::document::values::Found;
use crate::document::values::{Known, meant};

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

/// The ids of all kinds.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeMap<Kind, Known>);

impl Ids {
    pub(super) fn gather(root: &Node, log: &mut Log) -> Self {
        let mut ids = Self::default();
        let Data::Table(entries) = &root.data else { return ids };
        for entry in entries {
            let exact = Kind::of_key(&entry.key);
            // A misspelt table is reported as an unknown key; what refers to its entries is not at fault.
            let Some(kind) = exact.or_else(|| misspelt(&entry.key, log)) else { continue };
            ids.0.entry(kind).or_default().gather(&entry.node, exact.is_some());
        }
        ids
    }

    pub(super) fn find(&self, kind: Kind, word: &str) -> Found {
        self.0.get(&kind).map_or(Found::Nothing, |known| known.find(word))
    }

    /// Whether there is a table of a kind, be it misspelt.
    pub(super) fn mentions(&self, kind: Kind) -> bool {
        self.0.contains_key(&kind)
    }

    pub(super) fn has(&self, kind: Kind, word: &str) -> bool {
        self.0.get(&kind).is_some_and(|known| known.has(word))
    }

    /// What may help somebody whose reference leads nowhere.
    pub(super) fn help(&self, kind: Kind, expected: &str, word: &str, log: &mut Log) -> Option<String> {
        let told = |k: Kind| self.has(k, word) && !(k == Kind::Observation && self.is_private(word));
        if let Some(other) = Kind::ALL.into_iter().find(|k| *k != kind && told(*k)) {
            return Some(format!("there is {} of this id; {expected} is expected here", other.one()));
        }
        meant(word, self.0.get(&kind)?.told().into_iter(), log)
    }

    /// Whether an observation is private.
    pub(super) fn is_private(&self, observation: &str) -> bool {
        self.0.get(&Kind::Observation).is_some_and(|known| known.is_private(observation))
    }
}

fn misspelt(key: &str, log: &mut Log) -> Option<Kind> {
    if super::schema::TOP.contains(&key) {
        return None;
    }
    log.nearest(key, super::schema::TOP.iter().copied()).and_then(Kind::of_key)
}
