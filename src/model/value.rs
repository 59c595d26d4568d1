//! Interests, values and what is said about values: claims, beliefs, comparisons, flows.

use std::collections::BTreeMap;

use super::Remarks;
use super::node::{Node, Rated, RatedRef, Reference, one_sided, rated_map};
use crate::id::{PartyId, ValueId};
use crate::rating::Rating;
use crate::scale::{Preference, ScaleKind};
use crate::vocabulary::schwartz::SchwartzValue;
use crate::vocabulary::{Benefit, ClaimKind, Supply};

/// Something that parties want or fear (belang).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interest {
    /// The name; the id serves where there is none.
    pub name: Option<String>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Interest {}
impl Node for Interest {}

/// Something that parties hold dear (waarde).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Value {
    /// The name; the id serves where there is none.
    pub name: Option<String>,
    /// A link to a catalogue, `set/id`.
    pub catalogue: Option<String>,
    /// Which of Schwartz's values it stands for, and how strongly, one-sided.
    pub schwartz: BTreeMap<SchwartzValue, Rating>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Value {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        rated_map("schwartz", &self.schwartz, ScaleKind::OneSided)
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.schwartz.values_mut().collect()
    }
}
impl Node for Value {}

/// A claim on the value mapping canvas: what the project does with a value for a party.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    /// For whom.
    pub party: PartyId,
    /// Captured, missed, destroyed, surplus, absence or opportunity.
    pub kind: ClaimKind,
    /// Which value, if it is one of the model's.
    pub value: Option<ValueId>,
    /// How important it is, one-sided.
    pub importance: Option<Rating>,
    /// In words.
    pub statement: Option<String>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Claim {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        one_sided([("importance", &self.importance)])
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.importance.iter_mut().collect()
    }
}
impl Node for Claim {
    fn references(&self) -> Vec<Reference> {
        let party = std::iter::once(Reference::required(&self.party, "party"));
        party.chain(self.value.iter().map(|v| Reference::required(v, "value"))).collect()
    }
}

/// What one party thinks of the importance of values for another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Belief {
    /// Who believes it.
    pub by: PartyId,
    /// About whom.
    pub about: PartyId,
    /// The believed importances, one-sided.
    pub values: BTreeMap<ValueId, Rating>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Belief {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        rated_map("values", &self.values, ScaleKind::OneSided)
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.values.values_mut().collect()
    }
}
impl Node for Belief {
    fn references(&self) -> Vec<Reference> {
        let mut out = vec![Reference::required(&self.by, "by"), Reference::required(&self.about, "about")];
        out.extend(self.values.keys().map(|v| Reference::optional(v, "values")));
        out
    }
    fn forget(&mut self, gone: &super::Element) {
        self.values.retain(|v, _| super::Element::from(v) != *gone);
    }
}

/// How many times as important one value is as another for a party (pairwise comparison, AHP).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Comparison {
    /// Who says so.
    pub by: PartyId,
    /// The value that is compared.
    pub a: ValueId,
    /// The value that it is compared with.
    pub b: ValueId,
    /// a is this many times as important as b: 1/9 … 9.
    pub ratio: Preference,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Comparison {}
impl Node for Comparison {
    fn references(&self) -> Vec<Reference> {
        vec![Reference::required(&self.by, "by"), Reference::required(&self.a, "a"), Reference::required(&self.b, "b")]
    }
}

/// Something of value that one party gives another (stakeholder value network).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flow {
    /// The giver.
    pub from: PartyId,
    /// The receiver.
    pub to: PartyId,
    /// What flows.
    pub name: Option<String>,
    /// How much the receiver needs it.
    pub benefit: Option<Benefit>,
    /// How important the giver is as its source.
    pub supply: Option<Supply>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Flow {}
impl Node for Flow {
    fn references(&self) -> Vec<Reference> {
        vec![Reference::required(&self.from, "from"), Reference::required(&self.to, "to")]
    }
}
