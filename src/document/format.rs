//! What tells one format from another: its version, its keys, and where they stand when it is written.

use super::tree::Entry;

pub(super) type Keys = &'static [&'static str];

/// What reading and writing need to know of a format.
#[derive(Clone, Copy)]
#[cfg_attr(not(any(feature = "toml", feature = "json")), allow(dead_code, reason = "for readers and writers"))]
pub(super) struct Format {
    /// The key of the version.
    pub(super) key: &'static str,
    /// The newest version that is read.
    pub(super) newest: i64,
    /// The keys at the top.
    pub(super) top: Keys,
    /// The keys of what stands under a key at the top.
    pub(super) keys_of: fn(&str) -> Keys,
    /// Whether a key at the top holds a table of tables by id.
    pub(super) is_kind: fn(&str) -> bool,
}

/// Entries in the order of the keys, unknown ones last as they came.
#[cfg_attr(not(any(feature = "toml", feature = "json")), allow(dead_code, reason = "for readers and writers"))]
pub(super) fn arranged<'t>(entries: &'t [Entry], keys: &[&str]) -> Vec<&'t Entry> {
    let mut out: Vec<&Entry> = entries.iter().collect();
    out.sort_by_key(|e| keys.iter().position(|k| *k == e.key).unwrap_or(keys.len()));
    out
}
