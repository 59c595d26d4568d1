//! References to the things of a model: what evidence, errors and omissions point at.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::id::{
    BeliefId, ClaimId, ComparisonId, CultureId, FlowId, ForceId, InterestId, MemberId, ObservationId, PartyId, Slug,
    SupportId, TaskId, ValueId,
};
use crate::scale::ScaleKind;
use crate::vocabulary::{Phase, Role, vocabulary};

/// A node or relation of a model, or a setting of the analysis that read it.
///
/// Written with its kind: `party:gemeente`, `stake:gemeente/safe-at-night`, `setting:cut-power`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Element {
    /// The project itself.
    Project,
    /// A party.
    Party(PartyId),
    /// An interest.
    Interest(InterestId),
    /// A value.
    Value(ValueId),
    /// A culture profile.
    Culture(CultureId),
    /// One dimension of a culture profile.
    Dimension(CultureId, Slug),
    /// An observation of the iceberg.
    Observation(ObservationId),
    /// A member of the project team.
    Member(MemberId),
    /// A task.
    Task(TaskId),
    /// A claim on the value mapping canvas.
    Claim(ClaimId),
    /// A belief of one party about another's values.
    Belief(BeliefId),
    /// A pairwise comparison of two values.
    Comparison(ComparisonId),
    /// A value flow.
    Flow(FlowId),
    /// A free force.
    Force(ForceId),
    /// A record of support.
    Support(SupportId),
    /// One party is part of another.
    PartOf(PartyId, PartyId),
    /// A party carries another's voice.
    UmbrellaOf(PartyId, PartyId),
    /// A party has a culture profile.
    HasCulture(PartyId, CultureId),
    /// A party's stake in an interest.
    Stake(PartyId, InterestId),
    /// The importance of a value for a party.
    Importance(PartyId, ValueId),
    /// One party's trust in another.
    Trusts(PartyId, PartyId),
    /// One party's direct influence on another.
    Influences(PartyId, PartyId),
    /// The tie between two parties, lower id first.
    Tie(PartyId, PartyId),
    /// One party depends on another for a resource.
    DependsOn(PartyId, PartyId, String),
    /// One interest serves another.
    Serves(InterestId, InterestId),
    /// One interest opposes another.
    Opposes(InterestId, InterestId),
    /// An interest expresses a value.
    Expresses(InterestId, ValueId),
    /// The declared tension from one value to another.
    Tension(ValueId, ValueId),
    /// One observation is explained by another.
    Because(ObservationId, ObservationId),
    /// What a belief says of one value.
    Believes(BeliefId, ValueId),
    /// A member belongs to a party.
    MemberOf(MemberId, PartyId),
    /// A member leads a phase.
    Leads(MemberId, Phase),
    /// A member does a task.
    Does(MemberId, TaskId),
    /// A setting of an analysis, such as a cut.
    Setting(&'static str),
}

impl Element {
    /// The word of the kind: `party`, `stake`, …
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Party(_) => "party",
            Self::Interest(_) => "interest",
            Self::Value(_) => "value",
            Self::Culture(_) => "culture",
            Self::Dimension(..) => "dimension",
            Self::Observation(_) => "observation",
            Self::Member(_) => "member",
            Self::Task(_) => "task",
            Self::Claim(_) => "claim",
            Self::Belief(_) => "belief",
            Self::Comparison(_) => "comparison",
            Self::Flow(_) => "flow",
            Self::Force(_) => "force",
            Self::Support(_) => "support",
            Self::PartOf(..) => "part-of",
            Self::UmbrellaOf(..) => "umbrella-of",
            Self::HasCulture(..) => "has-culture",
            Self::Stake(..) => "stake",
            Self::Importance(..) => "importance",
            Self::Trusts(..) => "trusts",
            Self::Influences(..) => "influences",
            Self::Tie(..) => "tie",
            Self::DependsOn(..) => "depends-on",
            Self::Serves(..) => "serves",
            Self::Opposes(..) => "opposes",
            Self::Expresses(..) => "expresses",
            Self::Tension(..) => "tension",
            Self::Because(..) => "because",
            Self::Believes(..) => "believes",
            Self::MemberOf(..) => "member-of",
            Self::Leads(..) => "leads",
            Self::Does(..) => "does",
            Self::Setting(_) => "setting",
        }
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind();
        match self {
            Self::Project => f.write_str(kind),
            Self::Party(a) => write!(f, "{kind}:{a}"),
            Self::Interest(a) => write!(f, "{kind}:{a}"),
            Self::Value(a) => write!(f, "{kind}:{a}"),
            Self::Culture(a) => write!(f, "{kind}:{a}"),
            Self::Observation(a) => write!(f, "{kind}:{a}"),
            Self::Member(a) => write!(f, "{kind}:{a}"),
            Self::Task(a) => write!(f, "{kind}:{a}"),
            Self::Claim(a) => write!(f, "{kind}:{a}"),
            Self::Belief(a) => write!(f, "{kind}:{a}"),
            Self::Comparison(a) => write!(f, "{kind}:{a}"),
            Self::Flow(a) => write!(f, "{kind}:{a}"),
            Self::Force(a) => write!(f, "{kind}:{a}"),
            Self::Support(a) => write!(f, "{kind}:{a}"),
            Self::Setting(a) => write!(f, "{kind}:{a}"),
            Self::PartOf(a, b)
            | Self::UmbrellaOf(a, b)
            | Self::Trusts(a, b)
            | Self::Influences(a, b)
            | Self::Tie(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::DependsOn(a, b, resource) => write!(f, "{kind}:{a}/{b}/{resource}"),
            Self::Dimension(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::HasCulture(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::Stake(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::Importance(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::Serves(a, b) | Self::Opposes(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::Expresses(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::Tension(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::Because(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::Believes(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::MemberOf(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::Leads(a, b) => write!(f, "{kind}:{a}/{b}"),
            Self::Does(a, b) => write!(f, "{kind}:{a}/{b}"),
        }
    }
}

impl Serialize for Element {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

macro_rules! from_id {
    ($($id:ident => $variant:ident),+ $(,)?) => {$(
        impl From<&$id> for Element {
            fn from(id: &$id) -> Self {
                Self::$variant(id.clone())
            }
        }
    )+};
}
from_id! {
    PartyId => Party, InterestId => Interest, ValueId => Value, CultureId => Culture, ObservationId => Observation,
    MemberId => Member, TaskId => Task, ClaimId => Claim, BeliefId => Belief, ComparisonId => Comparison, FlowId => Flow,
    ForceId => Force, SupportId => Support,
}

vocabulary! {
    /// An attribute of a node or relation that methods read. Its word is the key in the model file, or the relation's own name.
    Attribute, "attribute" {
        /// Power of a party in this project.
        Power = "power",
        /// How much the project matters to a party.
        InterestLevel = "interest-level",
        /// A party's attitude to the project's goal.
        Attitude = "attitude",
        /// Legitimacy of a party's claim.
        Legitimacy = "legitimacy",
        /// Urgency of a party's claim.
        Urgency = "urgency",
        /// A party's potential to threaten the project.
        Threat = "threat",
        /// A party's potential to cooperate.
        Cooperation = "cooperation",
        /// A party's stance on an interest.
        Stance = "stance",
        /// How much an interest weighs for a party.
        Salience = "salience",
        /// What a party says it wants of an interest.
        Position = "position",
        /// Importance of a value, a claim or a resource.
        Importance = "importance",
        /// Trust in another party.
        Trust = "trust",
        /// Direct influence on another party.
        Influence = "influence",
        /// The tie with another party.
        Tie = "tie",
        /// How strongly two interests oppose each other.
        Opposition = "opposition",
        /// How strongly two values pull apart.
        Tension = "tension",
        /// How easily a resource is had elsewhere.
        Substitutability = "substitutability",
        /// The strength of a free force.
        Strength = "strength",
        /// How well a free force can be changed.
        Changeability = "changeability",
        /// The level of a record of support.
        Level = "level",
        /// How informal a member's style is.
        Informal = "informal",
        /// How strongly a value stands for one of Schwartz's.
        Schwartz = "schwartz",
        /// The sector that a party is of.
        Sector = "sector",
        /// The ring that a party is in.
        RingActual = "ring-actual",
        /// The ring that a party wishes to be in.
        RingWished = "ring-wished",
        /// The ring that we want a party in.
        RingDesired = "ring-desired",
        /// How engaged a party is.
        EngagementCurrent = "engagement-current",
        /// How engaged we want a party to be.
        EngagementDesired = "engagement-desired",
        /// How much a party depends on another.
        Dependence = "dependence",
        /// Where a party is.
        Location = "location",
        /// The culture profile of a party.
        Culture = "culture",
        /// How a culture is on a dimension.
        CultureNow = "culture-now",
        /// How an organisation wants its culture to be on a dimension.
        CultureDesired = "culture-desired",
        /// A setting of the analysis: a cut.
        Cut = "cut",
        /// How much the receiver of a value flow needs what it brings.
        Benefit = "benefit",
        /// How important the giver of a value flow is as its source.
        Supply = "supply",
        /// A member's score on the role of mentor.
        Mentor = "mentor",
        /// A member's score on the role of facilitator.
        Facilitator = "facilitator",
        /// A member's score on the role of innovator.
        Innovator = "innovator",
        /// A member's score on the role of broker.
        Broker = "broker",
        /// A member's score on the role of producer.
        Producer = "producer",
        /// A member's score on the role of director.
        Director = "director",
        /// A member's score on the role of coordinator.
        Coordinator = "coordinator",
        /// A member's score on the role of monitor.
        Monitor = "monitor",
        /// The roles that a task asks for.
        Roles = "roles",
        /// The phase that a task belongs to.
        Phase = "phase",
        /// Whether a task is a leading one.
        Leading = "leading",
        /// Whether a task is planning and control.
        PlanningControl = "planning-control",
        /// The party that a member is of.
        Party = "party",
        /// How an observation came to the table.
        Voiced = "voiced",
    }
}

macro_rules! roles {
    ($($role:ident),+) => {
        impl From<Role> for Attribute {
            fn from(role: Role) -> Self {
                match role { $(Role::$role => Self::$role),+ }
            }
        }

        impl Attribute {
            /// The role that this is the score on, if it is one.
            pub fn role(self) -> Option<Role> {
                match self {
                    $(Self::$role => Some(Role::$role),)+
                    _ => None,
                }
            }
        }
    };
}
roles!(Mentor, Facilitator, Innovator, Broker, Producer, Director, Coordinator, Monitor);

impl Attribute {
    /// The scale that the attribute is rated on; `None` for words and settings, which are not rated, and for scores of a culture,
    /// whose scale its model decides: see [`crate::model::Culture::scale`].
    pub fn scale(self) -> Option<ScaleKind> {
        match self {
            Self::Attitude | Self::Stance | Self::Position | Self::Tie => Some(ScaleKind::Signed),
            Self::Influence => Some(ScaleKind::Influence),
            Self::Opposition | Self::Tension => Some(ScaleKind::Strength),
            Self::Sector
            | Self::RingActual
            | Self::RingWished
            | Self::RingDesired
            | Self::EngagementCurrent
            | Self::EngagementDesired
            | Self::Dependence
            | Self::Location
            | Self::Cut
            | Self::Benefit
            | Self::Supply => None,
            Self::Culture | Self::CultureNow | Self::CultureDesired => None,
            Self::Roles | Self::Phase | Self::Leading | Self::PlanningControl | Self::Party | Self::Voiced => None,
            _ => Some(ScaleKind::OneSided),
        }
    }
}
