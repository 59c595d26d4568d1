//! The methods, one file each.
//!
//! Every method is a free function over a [`crate::Model`], named by the noun that it returns. Its result carries provenance, what
//! was omitted, and findings that [`replay()`] can check. [`INDEX`] lists them all. [`compare()`] stands beside them: it speaks of two
//! models.

mod cut;
mod declared;
mod index;
mod matrix;
mod pairs;
mod settings;

pub mod agreement;
pub mod alignment_interest;
pub mod co_orientation;
pub mod communication_plan;
pub mod compare;
pub mod conflict_table;
pub mod conflicts;
pub mod convergence;
pub mod culture_distance;
pub mod engagement;
pub mod everyone_gains;
pub mod force_field;
pub mod free_forces;
pub mod grid;
pub mod iceberg;
pub mod indirect_influence;
pub mod influence;
pub mod leadership;
pub mod mutual_gains;
pub mod opportunities_and_risks;
pub mod power_interest;
pub mod power_interest_attitude;
pub mod rank_values;
pub mod relations;
pub mod replay;
pub mod rings;
pub mod salience;
pub mod shared_goal;
pub mod support;
pub mod threat_cooperation;
pub mod tipping;
pub mod trust_matrix;
pub mod value_map;
pub mod value_network;
pub mod value_priorities;
pub mod value_tensions;

pub use agreement::{Agreement, AgreementOptions, Bootstrap, Measurement, agreement};
pub use alignment_interest::{AlignmentInterest, alignment_interest};
pub use co_orientation::{CoOrientation, CoOrientationOptions, co_orientation};
pub use communication_plan::{CommunicationPlan, CommunicationPlanOptions, communication_plan};
pub use compare::{Changes, CompareError, CompareOptions, compare};
pub use conflict_table::{ConflictTable, ConflictTableOptions, Distance, NoStake, conflict_table};
pub use conflicts::{Between, BetweenError, Conflict, ConflictOptions, Conflicts, between, conflicts};
pub use convergence::{Convergence, ConvergenceOptions, ConvergenceOrder, Valued, convergence};
pub use culture_distance::{CultureDistance, CultureDistanceOptions, Reference, ReferenceRows, culture_distance};
pub use cut::{Cut, Cuts};
pub use engagement::{EngagementMatrix, EngagementOptions, engagement};
pub use everyone_gains::{EveryoneGains, EveryoneGainsOptions, everyone_gains};
pub use force_field::{ForceField, ForceFieldOptions, force_field};
pub use grid::{Grid, GridOptions, Placement};
pub use iceberg::{AtLeastTwo, Iceberg, IcebergOptions, iceberg};
#[cfg(feature = "report")]
pub(crate) use index::Steps;
#[cfg(feature = "cli")]
pub(crate) use index::asked;
#[cfg(feature = "cli")]
pub(crate) use index::with_provenance;
pub use index::{Entry, INDEX, NotRun, Step};
#[cfg(feature = "json")]
pub use index::{UnknownAnalysis, analyze, analyze_watched, analyze_with};
pub use indirect_influence::{IndirectInfluence, IndirectInfluenceOptions, indirect_influence};
pub use influence::{Influence, InfluenceOptions, influence};
pub use leadership::{Leadership, LeadershipOptions, Needs, OtherNeed, leadership};
pub use matrix::Matrix;
pub use mutual_gains::{MutualGains, MutualGainsOptions, mutual_gains};
pub use opportunities_and_risks::{OpportunitiesAndRisks, OpportunityRiskOptions, opportunities_and_risks};
pub use power_interest::{PowerInterest, power_interest};
pub use power_interest_attitude::{PowerInterestAttitude, power_interest_attitude};
pub use rank_values::{RankValues, RankValuesOptions, Unranked, rank_values};
pub use relations::{RelationOptions, Relations, TieCost, relations};
pub use replay::{ReplayError, replay};
pub use rings::{Rings, RingsOptions, rings};
pub use salience::{Salience, salience};
pub use settings::Settings;
pub use shared_goal::{SharedGoal, SharedGoalOptions, shared_goal};
pub use support::{SupportSides, support};
pub use threat_cooperation::{ThreatCooperation, threat_cooperation};
pub use trust_matrix::{TrustMatrix, trust_matrix};
pub use value_map::{ValueMap, ValueMapOptions, value_map};
pub use value_network::{FlowScores, ValueNetwork, ValueNetworkOptions, value_network};
pub use value_priorities::{RandomIndex, RandomIndexEntry, ValuePriorities, ValuePrioritiesOptions, value_priorities};
pub use value_tensions::{ValueTensionOptions, ValueTensions, value_tensions};
