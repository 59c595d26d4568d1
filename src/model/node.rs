//! What every node and relation weight can say of itself, so that checks and removals are written once.

use std::borrow::Cow;

use super::Element;
use crate::rating::Rating;
use crate::scale::ScaleKind;

/// A reference from one node to another.
#[derive(Debug, Clone)]
pub struct Reference {
    /// What is referred to.
    pub to: Element,
    /// The key that holds the reference.
    pub key: &'static str,
    /// Whether the node cannot be without it.
    pub required: bool,
}

impl Reference {
    pub(super) fn required(to: impl Into<Element>, key: &'static str) -> Self {
        Self { to: to.into(), key, required: true }
    }
    pub(super) fn optional(to: impl Into<Element>, key: &'static str) -> Self {
        Self { to: to.into(), key, required: false }
    }
}

/// A rating with the key that holds it and the scale that it is on.
pub type RatedRef<'a> = (Cow<'static, str>, &'a Rating, ScaleKind);

pub(super) fn one_sided<'a, const N: usize>(fields: [(&'static str, &'a Option<Rating>); N]) -> Vec<RatedRef<'a>> {
    fields.into_iter().filter_map(|(key, r)| Some((key.into(), r.as_ref()?, ScaleKind::OneSided))).collect()
}

pub(super) fn rated_map<'a, K: std::fmt::Display>(
    prefix: &str,
    map: &'a std::collections::BTreeMap<K, Rating>,
    kind: ScaleKind,
) -> Vec<RatedRef<'a>> {
    map.iter().map(|(k, r)| (Cow::Owned(format!("{prefix}.{k}")), r, kind)).collect()
}

/// Something that holds ratings.
pub trait Rated {
    /// All its ratings.
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        Vec::new()
    }
    /// All its ratings, to change.
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        Vec::new()
    }
}

impl Rated for () {}

/// Something that refers to nodes.
pub trait Node: Rated {
    /// The nodes that it refers to in attributes of its own.
    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
    /// Drops the optional references to a node that is being removed.
    fn forget(&mut self, _gone: &Element) {}
}
