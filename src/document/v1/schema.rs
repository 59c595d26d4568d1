//! The keys of every table of the format, in the order in which they are written.

use crate::document::VERSION;
use crate::document::format::{Format, Keys};

pub(in crate::document) const TOP: Keys = &[
    "polder",
    "project",
    "party",
    "interest",
    "value",
    "culture",
    "belief",
    "claim",
    "comparison",
    "flow",
    "force",
    "support",
    "observation",
    "member",
    "task",
    "handbook",
];

/// A table whose entries may carry remarks.
macro_rules! keys {
    ($($name:ident = [$($key:literal),* $(,)?];)+) => {
        $(pub(in crate::document) const $name: Keys = &[$($key,)* "notes", "tags", "annotations"];)+
    };
}

keys! {
    PROJECT = ["name", "goal", "shared-goal", "phase", "date", "focal", "scale", "signed", "influence", "words", "location"];
    PARTY = [
        "name", "kind", "part-of", "umbrella-of", "power", "interest-level", "attitude", "legitimacy", "urgency", "threat",
        "cooperation", "partner", "sector", "ring", "engagement", "culture", "responsibilities", "contact", "location", "stakes",
        "values", "trusts", "influences", "ties", "depends-on",
    ];
    INTEREST = ["name", "serves", "opposes", "expresses"];
    VALUE = ["name", "catalogue", "schwartz", "tensions"];
    CULTURE = ["name", "model", "now", "desired", "norms", "ways-of-working"];
    BELIEF = ["id", "by", "about", "values"];
    CLAIM = ["id", "party", "kind", "value", "importance", "statement"];
    COMPARISON = ["id", "by", "a", "b", "ratio"];
    FLOW = ["id", "from", "to", "name", "benefit", "supply"];
    FORCE = ["id", "name", "side", "strength", "changeability", "party"];
    SUPPORT = ["id", "kind", "level", "example"];
    OBSERVATION = ["layer", "statement", "by", "about", "because", "voiced", "private", "votes"];
    MEMBER = ["name", "party", "style", "roles", "leads", "tasks"];
    TASK = ["name", "phase", "roles", "leading", "planning-control"];
    ACTIVITY = ["name", "surfaces-culture"];
}

pub(in crate::document) const HANDBOOK: Keys = &["explained", "acknowledged", "activities"];
pub(super) const ACKNOWLEDGED: Keys = &["kind", "parties", "over"];
pub(super) const STAKE: Keys = &["stance", "salience", "position", "said", "disclosed", "why"];
pub(super) const RATING: Keys = &["score", "low", "mode", "high", "by", "confidence", "why"];
pub(super) const RING: Keys = &["actual", "wished", "desired"];
pub(super) const ENGAGEMENT: Keys = &["current", "desired"];
pub(super) const RESPONSIBILITIES: Keys = &["formal", "informal"];
pub(super) const CONTACT: Keys = &["channel", "frequency", "owner"];
pub(super) const DEPENDENCE: Keys = &["resource", "importance", "substitutability"];
pub(super) const STYLE: Keys = &["informal"];
pub(super) const BECAUSE: Keys = &["of", "by"];

/// The keys of what stands under a key at the top.
pub(in crate::document) fn keys_of(top: &str) -> Keys {
    match top {
        "project" => PROJECT,
        "party" => PARTY,
        "interest" => INTEREST,
        "value" => VALUE,
        "culture" => CULTURE,
        "belief" => BELIEF,
        "claim" => CLAIM,
        "comparison" => COMPARISON,
        "flow" => FLOW,
        "force" => FORCE,
        "support" => SUPPORT,
        "observation" => OBSERVATION,
        "member" => MEMBER,
        "task" => TASK,
        "handbook" => HANDBOOK,
        _ => &[],
    }
}

/// Whether a key at the top holds a table of entities by id.
#[cfg_attr(not(any(feature = "toml", feature = "json")), allow(dead_code, reason = "for readers and writers"))]
pub(in crate::document) fn is_kind(top: &str) -> bool {
    super::ids::Kind::of_key(top).is_some()
}

/// The model file.
pub(in crate::document) const FORMAT: Format = Format { key: "polder", newest: VERSION, top: TOP, keys_of, is_kind };
