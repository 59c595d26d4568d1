//! The whole model as one petgraph graph, for algorithms of one's own.

use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, NodeIndex};

use super::*;
use crate::id::*;
use crate::rating::Rating;
use crate::vocabulary::{Phase, vocabulary};

/// A node of the graph: its id and what is recorded of it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum NodeRef<'a> {
    /// The project.
    Project(&'a Project),
    /// A party.
    Party(&'a PartyId, &'a Party),
    /// An interest.
    Interest(&'a InterestId, &'a Interest),
    /// A value.
    Value(&'a ValueId, &'a Value),
    /// A culture profile.
    Culture(&'a CultureId, &'a Culture),
    /// An observation.
    Observation(&'a ObservationId, &'a Observation),
    /// A member of the team.
    Member(&'a MemberId, &'a Member),
    /// A task.
    Task(&'a TaskId, &'a Task),
    /// A claim.
    Claim(&'a ClaimId, &'a Claim),
    /// A belief.
    Belief(&'a BeliefId, &'a Belief),
    /// A comparison.
    Comparison(&'a ComparisonId, &'a Comparison),
    /// A value flow.
    Flow(&'a FlowId, &'a Flow),
    /// A free force.
    Force(&'a ForceId, &'a Force),
    /// A record of support.
    Support(&'a SupportId, &'a Support),
}

impl NodeRef<'_> {
    /// The reference to this node.
    pub fn element(&self) -> Element {
        match *self {
            Self::Project(_) => Element::Project,
            Self::Party(id, _) => id.into(),
            Self::Interest(id, _) => id.into(),
            Self::Value(id, _) => id.into(),
            Self::Culture(id, _) => id.into(),
            Self::Observation(id, _) => id.into(),
            Self::Member(id, _) => id.into(),
            Self::Task(id, _) => id.into(),
            Self::Claim(id, _) => id.into(),
            Self::Belief(id, _) => id.into(),
            Self::Comparison(id, _) => id.into(),
            Self::Flow(id, _) => id.into(),
            Self::Force(id, _) => id.into(),
            Self::Support(id, _) => id.into(),
        }
    }
}

vocabulary! {
    /// The kinds of relation of the graph.
    RelationKind, "kind of relation" {
        /// Project → the party that is "we".
        Focal = "focal",
        /// Project → an interest of the shared goal.
        SharedGoal = "shared-goal",
        /// Party → the party that it is a unit of.
        PartOf = "part-of",
        /// Party → a party whose voice it carries.
        UmbrellaOf = "umbrella-of",
        /// Party → its culture profile.
        HasCulture = "has-culture",
        /// Party → interest.
        Stake = "stake",
        /// Party → value.
        Importance = "importance",
        /// Party → party that it trusts.
        Trusts = "trusts",
        /// Party → party that it influences.
        Influences = "influences",
        /// Party → party, lower id first, undirected.
        Tie = "tie",
        /// Party → party that it depends on, one arc per resource.
        DependsOn = "depends-on",
        /// Interest → interest that it serves.
        Serves = "serves",
        /// Interest → interest that it opposes.
        Opposes = "opposes",
        /// Interest → value behind it.
        Expresses = "expresses",
        /// Value → value that it pulls against.
        Tension = "tension",
        /// Observation → its explanation.
        Because = "because",
        /// Member → party.
        MemberOf = "member-of",
        /// Member → project, one arc per phase led.
        Leads = "leads",
        /// Member → task.
        Does = "does",
        /// Claim, belief, comparison, flow or observation → the party that holds, says or gives it.
        By = "by",
        /// Claim, belief, observation or flow → the party or value that it concerns.
        About = "about",
        /// Force → the party that exerts it.
        Of = "of",
    }
}

/// What a relation carries.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Weight<'a> {
    /// Nothing beside being there.
    None,
    /// A rating.
    Rating(&'a Rating),
    /// A stake.
    Stake(&'a Stake),
    /// A resource and how it is needed.
    Dependence(&'a str, &'a Dependence),
    /// Who says so.
    Because(&'a Because),
    /// A phase.
    Phase(Phase),
}

/// An arc of the graph.
#[derive(Debug, Clone, Copy)]
pub struct RelationRef<'a> {
    /// What kind of relation it is.
    pub kind: RelationKind,
    /// What it carries.
    pub weight: Weight<'a>,
}

struct Builder<'a> {
    graph: DiGraph<NodeRef<'a>, RelationRef<'a>>,
    index: BTreeMap<Element, NodeIndex>,
}

impl<'a> Builder<'a> {
    fn node(&mut self, node: NodeRef<'a>) {
        let index = self.graph.add_node(node);
        self.index.insert(node.element(), index);
    }

    fn arc(&mut self, kind: RelationKind, from: impl Into<Element>, to: impl Into<Element>, weight: Weight<'a>) {
        if let (Some(a), Some(b)) = (self.index.get(&from.into()), self.index.get(&to.into())) {
            self.graph.add_edge(*a, *b, RelationRef { kind, weight });
        }
    }
}

impl Model {
    /// The whole model as a petgraph graph: first the project, then the nodes kind by kind in id order, and every relation as an
    /// arc. Indices are those of this graph alone and mean nothing elsewhere.
    pub fn graph(&self) -> DiGraph<NodeRef<'_>, RelationRef<'_>> {
        let mut b = Builder { graph: DiGraph::new(), index: BTreeMap::new() };
        b.node(NodeRef::Project(self.project()));
        self.parties().for_each(|(i, n)| b.node(NodeRef::Party(i, n)));
        self.interests().for_each(|(i, n)| b.node(NodeRef::Interest(i, n)));
        self.values().for_each(|(i, n)| b.node(NodeRef::Value(i, n)));
        self.cultures().for_each(|(i, n)| b.node(NodeRef::Culture(i, n)));
        self.observations().for_each(|(i, n)| b.node(NodeRef::Observation(i, n)));
        self.members().for_each(|(i, n)| b.node(NodeRef::Member(i, n)));
        self.tasks().for_each(|(i, n)| b.node(NodeRef::Task(i, n)));
        self.claims().for_each(|(i, n)| b.node(NodeRef::Claim(i, n)));
        self.beliefs().for_each(|(i, n)| b.node(NodeRef::Belief(i, n)));
        self.comparisons().for_each(|(i, n)| b.node(NodeRef::Comparison(i, n)));
        self.flows().for_each(|(i, n)| b.node(NodeRef::Flow(i, n)));
        self.forces().for_each(|(i, n)| b.node(NodeRef::Force(i, n)));
        self.supports().for_each(|(i, n)| b.node(NodeRef::Support(i, n)));
        self.relate_parties(&mut b);
        self.relate_the_rest(&mut b);
        b.graph
    }

    fn relate_parties<'a>(&'a self, b: &mut Builder<'a>) {
        use RelationKind as K;
        for (id, party) in self.parties() {
            party.part_of.iter().for_each(|p| b.arc(K::PartOf, id, p, Weight::None));
            party.culture.iter().for_each(|c| b.arc(K::HasCulture, id, c, Weight::None));
        }
        self.umbrellas().iter().for_each(|(f, t, ())| b.arc(K::UmbrellaOf, f, t, Weight::None));
        self.stakes().iter().for_each(|(f, t, w)| b.arc(K::Stake, f, t, Weight::Stake(w)));
        self.importances().iter().for_each(|(f, t, w)| b.arc(K::Importance, f, t, Weight::Rating(w)));
        self.trusts().iter().for_each(|(f, t, w)| b.arc(K::Trusts, f, t, Weight::Rating(w)));
        self.influences().iter().for_each(|(f, t, w)| b.arc(K::Influences, f, t, Weight::Rating(w)));
        self.ties().iter().for_each(|(f, t, w)| b.arc(K::Tie, f, t, Weight::Rating(w)));
        for (from, to, all) in self.dependences().iter() {
            all.iter().for_each(|(r, d)| b.arc(K::DependsOn, from, to, Weight::Dependence(r, d)));
        }
    }

    fn relate_the_rest<'a>(&'a self, b: &mut Builder<'a>) {
        use RelationKind as K;
        self.project().focal.iter().for_each(|p| b.arc(K::Focal, Element::Project, p, Weight::None));
        self.project().shared_goal.iter().for_each(|i| b.arc(K::SharedGoal, Element::Project, i, Weight::None));
        self.serves().iter().for_each(|(f, t, ())| b.arc(K::Serves, f, t, Weight::None));
        self.opposes().iter().for_each(|(f, t, w)| b.arc(K::Opposes, f, t, Weight::Rating(w)));
        self.expresses().iter().for_each(|(f, t, ())| b.arc(K::Expresses, f, t, Weight::None));
        self.tensions().iter().for_each(|(f, t, w)| b.arc(K::Tension, f, t, Weight::Rating(w)));
        self.becauses().iter().for_each(|(f, t, w)| b.arc(K::Because, f, t, Weight::Because(w)));
        for (id, observation) in self.observations() {
            observation.by.iter().for_each(|p| b.arc(K::By, id, p, Weight::None));
            observation.about.iter().for_each(|p| b.arc(K::About, id, p, Weight::None));
        }
        for (id, member) in self.members() {
            member.party.iter().for_each(|p| b.arc(K::MemberOf, id, p, Weight::None));
            member.leads.iter().for_each(|p| b.arc(K::Leads, id, Element::Project, Weight::Phase(*p)));
            member.tasks.iter().for_each(|t| b.arc(K::Does, id, t, Weight::None));
        }
        for (id, claim) in self.claims() {
            b.arc(K::By, id, &claim.party, Weight::None);
            claim.value.iter().for_each(|v| b.arc(K::About, id, v, Weight::None));
        }
        for (id, belief) in self.beliefs() {
            b.arc(K::By, id, &belief.by, Weight::None);
            b.arc(K::About, id, &belief.about, Weight::None);
            belief.values.iter().for_each(|(v, r)| b.arc(K::Importance, id, v, Weight::Rating(r)));
        }
        for (id, comparison) in self.comparisons() {
            b.arc(K::By, id, &comparison.by, Weight::None);
            b.arc(K::About, id, &comparison.a, Weight::None);
            b.arc(K::About, id, &comparison.b, Weight::None);
        }
        for (id, flow) in self.flows() {
            b.arc(K::By, id, &flow.from, Weight::None);
            b.arc(K::About, id, &flow.to, Weight::None);
        }
        for (id, force) in self.forces() {
            force.party.iter().for_each(|p| b.arc(K::Of, id, p, Weight::None));
        }
    }
}
