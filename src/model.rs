//! The model: parties, interests, values and cultures as one typed graph, always consistent.
//!
//! Nodes live in tables by id, relations in tables by their two ends. Every insert is checked: an id is unique per kind, every
//! reference exists, every rating lies on its scale. A removal takes along what cannot be without the removed node. Reading is in
//! id order. [`Model::graph`] projects the whole onto a petgraph graph.

mod arcs;
mod element;
mod graph;
mod node;
mod party;
mod project;
mod tables;
mod team;
mod value;

pub use arcs::Arcs;
pub use element::{Attribute, Element};
pub use graph::{NodeRef, RelationKind, RelationRef, Weight};
pub use node::{Node, Rated, RatedRef, Reference};
pub use party::{Contact, Dependence, Dependences, EngagementPair, Party, PartyRings, Responsibilities, Stake};
pub use project::{Acknowledged, Activity, Date, Force, Handbook, Location, Project, Support};
pub use tables::Model;
pub use team::{Because, Culture, Member, Observation, Task};
pub use value::{Belief, Claim, Comparison, Flow, Interest, Value};

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use thiserror::Error;

use crate::id::{ObservationId, PartyId, Slug, ValueId};
use crate::rating::RatingError;
use crate::vocabulary::{CultureModel, vocabulary};

/// What every entity may carry beside its own attributes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub struct Remarks {
    /// Free text.
    pub notes: Option<String>,
    /// Words to find it by.
    pub tags: BTreeSet<Slug>,
    /// Data of other tools, untouched.
    pub annotations: BTreeMap<String, String>,
}

vocabulary! {
    /// The relation tables that a party may write. A written table may be empty, which says more than an absent one.
    Table, "relation table" {
        /// Stakes in interests.
        Stakes = "stakes",
        /// Own importance of values.
        Values = "values",
        /// Trust in others.
        Trusts = "trusts",
        /// Influence on others; a written table is complete: partners not in it are 0.
        Influences = "influences",
        /// Ties with others.
        Ties = "ties",
        /// Dependence on others.
        DependsOn = "depends-on",
        /// Parties whose voice it carries.
        UmbrellaOf = "umbrella-of",
    }
}

/// An edit would break the model; nothing was changed.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum EditError {
    /// The id is taken.
    #[error("`{0}` exists already")]
    Duplicate(Element),
    /// There is no such node or relation.
    #[error("`{0}` does not exist")]
    NoSuch(Element),
    /// A reference leads nowhere.
    #[error("`{from}` refers to `{to}` in `{key}`, which does not exist")]
    Dangling {
        /// What refers.
        from: Box<Element>,
        /// The key that holds the reference.
        key: Box<str>,
        /// What it refers to.
        to: Box<Element>,
    },
    /// A rating cannot stand where it was put.
    #[error("`{element}`: {key}: {fault}")]
    Rating {
        /// What was rated.
        element: Box<Element>,
        /// The key of the rating.
        key: Box<str>,
        /// What is wrong with it.
        fault: RatingError,
    },
    /// The attribute is not one of this element's.
    #[error("`{element}` has no {attribute}")]
    NoAttribute {
        /// The element.
        element: Element,
        /// The attribute that was asked for.
        attribute: Attribute,
    },
    /// A relation from a node to itself.
    #[error("`{0}` leads to itself")]
    ToItself(Element),
    /// Parties nest in a circle.
    #[error("parties are part of each other in a circle: {}", itertools::join(.0, " → "))]
    Nesting(Vec<PartyId>),
    /// An observation is explained by one in a layer above its own: first the one, then the other.
    #[error("an observation is explained by one in a layer above it: {}", itertools::join(.0, " → "))]
    Upward(Vec<ObservationId>),
    /// Observations explain each other in a circle, which ends where it begins.
    #[error("observations explain each other in a circle: {}", itertools::join(.0, " → "))]
    Circular(Vec<ObservationId>),
    /// A culture profile has a dimension that its model does not know.
    #[error("`{culture}`: `{dimension}` is not a dimension of {model}")]
    Dimension {
        /// The profile.
        culture: Element,
        /// The dimension.
        dimension: Slug,
        /// The model of the profile.
        model: CultureModel,
    },
    /// The points of a competing values profile do not add up to 100.
    #[error("`{culture}`: the points of `{key}` add up to {sum}, not to 100")]
    Points {
        /// The profile.
        culture: Element,
        /// `now` or `desired`.
        key: &'static str,
        /// What they add up to.
        sum: f64,
    },
    /// A link to a value of a catalogue leads nowhere.
    #[error("`{element}`: `{link}` is in no catalogue")]
    BadLink {
        /// The value that links.
        element: Element,
        /// The link, cut after 80 characters.
        link: String,
    },
    /// Two beliefs of one party about another's same value.
    #[error("what `{by}` believes of `{value}` for `{about}` is stated twice")]
    BelievedTwice {
        /// Who believes.
        by: PartyId,
        /// About whom.
        about: PartyId,
        /// Which value.
        value: ValueId,
    },
}

impl EditError {
    fn dangling(from: &Element, key: &str, to: Element) -> Self {
        Self::Dangling { from: Box::new(from.clone()), key: key.into(), to: Box::new(to) }
    }
}
