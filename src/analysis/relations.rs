//! # Relations
//!
//! **Question.** How equal, trusting and near are the relations between the parties, and into which camps do their ties fall?
//!
//! **Method.** Trust both ways. Reciprocity after Garlaschelli and Loffredo (2004), weighted after Squartini and others (2013).
//! Dependence after Emerson (1962), with asymmetry and joint dependence apart as in Gulati and Sytch (2007). Great-circle
//! distance (haversine). Structural balance after Cartwright and Harary (1956). Camps: the line index of balance, Harary (1959).
//! Brokers: betweenness after Brandes (2001), between the camps alone (own restriction).
//!
//! **Inputs.** Trust, importance and substitutability of resources, one-sided; influence; ties, signed; locations.
//!
//! **Formula.** *Trust*: asymmetry = unit(a in b) − unit(b in a). *Reciprocity* of trusts, influences and depends-on, the
//! directed relations: an edge is a rating at or above its cut (none of them is signed); r = edges with an edge back / edges,
//! ρ = (r − ā)/(1 − ā) with ā = edges / (n(n − 1)); r_w = Σ min(w_ij, w_ji) / Σ w_ij. *Dependence*: D_ab = max over resources of
//! weight(importance) × (1 − unit(substitutability)); asymmetry D_ba − D_ab, joint D_ba + D_ab, imbalance = |asymmetry| / joint,
//! balance = 1 − imbalance. *Nearness*: kilometres on a sphere of radius 6371.0088 km, the earth's mean. *Balance*: degree =
//! balanced triangles / triangles; a triangle is balanced when the product of its signs is positive. *Camps*: the split in two
//! with the least cost of frustrated ties, positive between the camps or negative within one; each costs 1, or |t| raw by option.
//! *Brokers*: Σ over pairs of parties of different camps of the share of their shortest paths over positive ties that run
//! through the party; the camps are those of the first of the best splits.
//!
//! **Assumptions.** n of the reciprocity is the parties that wrote a table of the relation; to be named in one is not to be
//! asked. Tables of influence and of dependence are complete: what is not in them is 0. Trust that nobody stated is unknown and
//! no edge. A tie that nobody stated, and one of 0, binds nobody and parts nobody.
//!
//! **Missing data.** Asymmetries are undefined where a side is unknown. Resources with an unknown rating are listed; D is known
//! all the same when, whatever they are, they cannot change the largest. No table of dependence at all is an unknown side, a
//! table without the other party a 0; [`Assume::Zero`] takes what nobody rated as 0 and says so. Pairs with an unknown
//! rating are left out of reciprocity, both ways. Unknown ties are left out and listed. Distances are undefined without a
//! location.
//!
//! **Returns.** [`Relations`].
//!
//! **Complexity.** Camps: exact for parts of up to 30 parties after taking off leaves, at worst some 2^30 machine steps each; beyond
//! that a local search with a bound, and [`Proof::NotProven`] unless both meet (what it finds may then depend on the ids).
//! Brokers: ties × the smaller camp, up to a million. Triangles: ties × degrees. Distances: the square of the located parties,
//! up to the number listed.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{RelationOptions, relations};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.a]\nties = { b = 1, c = -1 }\n[party.b]\nties = { c = -2 }\n[party.c]\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let found = relations(&model, &RelationOptions::new());
//! assert_eq!(found.balance.triangles.two_negative, 1);
//! let camps = &found.camps.splits[0].camps;
//! assert_eq!((camps[0].len(), camps[1].len()), (2, 1));
//! assert!(found.camps.splits[0].frustrated.is_empty());
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** An asymmetry of 0 says nothing of how much two parties depend on each other: read the joint dependence beside
//! it. Camps are always two: a low frustration says that two suffice, a high one that there may be three, or none. Where several
//! splits are equally good, no one of them is *the* camps.

use serde::Serialize;

use super::cut::Cut;
use super::replay::Rule;
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, Provenance, Undefined};
use crate::id::PartyId;
use crate::model::{Element, Model};
use crate::rating::Aggregate;
use crate::scale::{Raw, Strength};
use crate::vocabulary::vocabulary;

mod balance;
mod brokers;
mod camps;
pub(super) mod dependence;
pub(super) mod nearness;
mod reciprocity;
mod ties;
mod trust;

pub use balance::{Balance, Strain, TieEnds, Triangle, Triangles};
pub use brokers::{Brokers, CampBroker};
pub use camps::{Camps, Part, Proof, Split, TieCost};
pub use dependence::DependencePair;
pub use nearness::{Distance, Nearness, Place};
pub use reciprocity::Reciprocity;
pub use trust::TrustPair;

vocabulary! {
    /// What is taken for a dependence that nobody rated.
    Assume, "assumption" {
        /// Nothing: what needs it stays undefined.
        Nothing = "nothing",
        /// 0.
        Zero = "zero",
    }
}

/// How to look at relations.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RelationOptions {
    aggregate: Aggregate,
    trust_cut: Cut,
    influence_cut: Cut,
    dependence_cut: Cut,
    one_sided_trust: Strength,
    dependence_ratio: Strength,
    assume: Assume,
    near_within_km: Option<Raw>,
    tie_cost: TieCost,
    list_splits_at_most: usize,
    list_triangles_at_most: usize,
    list_distances_at_most: usize,
}

impl Default for RelationOptions {
    /// Median over raters; cuts at the midpoint (0.5 for dependence); trust one-sided from 0.5 unit, dependence out of balance
    /// from a ratio of 0.5; nothing assumed; no distance is near; ties cost 1 each; at most 10 splits, 100 unbalanced triangles
    /// and 1000 distances listed.
    fn default() -> Self {
        Self {
            aggregate: Aggregate::Median,
            trust_cut: Cut::Midpoint,
            influence_cut: Cut::Midpoint,
            dependence_cut: Cut::Midpoint,
            one_sided_trust: Strength::HALF,
            dependence_ratio: Strength::HALF,
            assume: Assume::Nothing,
            near_within_km: None,
            tie_cost: TieCost::Count,
            list_splits_at_most: 10,
            list_triangles_at_most: 100,
            list_distances_at_most: 1_000,
        }
    }
}

macro_rules! setters {
    ($($(#[$doc:meta])* $field:ident: $type:ty;)+) => {
        impl RelationOptions {
            /// The default options.
            pub fn new() -> Self {
                Self::default()
            }

            $($(#[$doc])* #[must_use] pub fn $field(mut self, $field: $type) -> Self {
                self.$field = $field.into();
                self
            })+
        }
    };
}
setters! {
    /// How several raters are read as one.
    aggregate: Aggregate;
    /// From where trust is an edge, raw; a median is that of all stated trust.
    trust_cut: Cut;
    /// From where influence is an edge, raw; a median is that of all stated influence.
    influence_cut: Cut;
    /// From where dependence is an edge, 0 … 1; the midpoint is 0.5, a median that of all known dependences.
    dependence_cut: Cut;
    /// From which asymmetry, in unit, trust is one-sided.
    one_sided_trust: Strength;
    /// From which |asymmetry| / joint a dependence is out of balance.
    dependence_ratio: Strength;
    /// What is taken for a dependence that nobody rated.
    assume: Assume;
    /// Within how many kilometres parties are near; without it nobody can be said to be.
    near_within_km: Raw;
    /// What a frustrated tie costs.
    tie_cost: TieCost;
    /// How many equally good splits are listed at most.
    list_splits_at_most: usize;
    /// How many unbalanced triangles are listed at most.
    list_triangles_at_most: usize;
    /// How many distances between parties are listed at most.
    list_distances_at_most: usize;
}

impl RelationOptions {
    /// How several raters are read as one.
    pub fn read_as(&self) -> Aggregate {
        self.aggregate
    }
}

/// The relations between the parties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Relations {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<RelationOptions>,
    /// What was left out, and why.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Every pair with a stated trust, in id order.
    pub trust: Vec<TrustPair>,
    /// The reciprocity of trusts, influences and depends-on.
    pub reciprocity: Vec<Reciprocity>,
    /// Every pair with a stated dependence, in id order.
    pub dependence: Vec<DependencePair>,
    /// How far apart parties are.
    pub nearness: Nearness,
    /// Structural balance of the ties.
    pub balance: Balance,
    /// The two camps.
    pub camps: Camps,
    /// Who stands between them.
    pub brokers: Brokers,
    /// Asymmetries, dependences, reciprocity, distances, triangles and frustration with their grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[
    citation::GARLASCHELLI_LOFFREDO_2004,
    citation::SQUARTINI_2013,
    citation::EMERSON_1962,
    citation::GULATI_SYTCH_2007,
    citation::CARTWRIGHT_HARARY_1956,
    citation::HARARY_1959,
    citation::BRANDES_2001,
    citation::OWN_RELATIONS,
];

/// What the parts find and leave out.
struct Notes {
    aggregate: Aggregate,
    omitted: Vec<Omission>,
    findings: Vec<Finding>,
}

impl Notes {
    fn find(
        &mut self,
        parties: &[PartyId; 2],
        rule: &'static str,
        law: Law,
        amount: Amount,
        because: Vec<Contribution>,
    ) {
        self.find_of(parties.iter().map(Element::from).collect(), rule, law, amount, because);
    }

    fn find_of(
        &mut self,
        subject: Vec<Element>,
        rule: &'static str,
        law: Law,
        amount: Amount,
        because: Vec<Contribution>,
    ) {
        self.findings.push(Finding { subject, rule, law, amount, aggregate: self.aggregate, because });
    }
}

/// Looks at the relations. See the [module](self).
pub fn relations(model: &Model, options: &RelationOptions) -> Relations {
    let mut notes = Notes { aggregate: options.aggregate, omitted: Vec::new(), findings: Vec::new() };
    let trust = trust::trust(model, options, &mut notes);
    let reciprocity = reciprocity::reciprocity(model, options, &mut notes);
    let dependence = dependence::dependence(model, options, &mut notes);
    let nearness = nearness::nearness(model, options, &mut notes);
    let ties = ties::Ties::of(model, options.aggregate, &mut notes.omitted);
    let balance = balance::balance(&ties, options, &mut notes);
    let (camps, sides) = camps::camps(&ties, options, &mut notes);
    let brokers = brokers::brokers(&ties, &sides, camps.optima);
    let Notes { mut omitted, findings, .. } = notes;
    omitted.sort();
    omitted.dedup();
    Relations {
        provenance: Provenance { method: "relations", method_version: 1, options: options.clone(), cites: CITES },
        omitted,
        trust,
        reciprocity,
        dependence,
        nearness,
        balance,
        camps,
        brokers,
        findings,
    }
}

/// The amount, if the finding cites just what the model says.
fn as_cited(finding: &Finding, again: Option<(Vec<Contribution>, Measure)>) -> Amount {
    match again {
        Some((because, measure)) if because == finding.because => measure.into(),
        _ => Amount::Undefined(Undefined::MissingRating),
    }
}

/// The rules of every part.
pub(super) const RULES: [&[Rule]; 7] = [
    trust::RULES,
    reciprocity::RULES,
    dependence::RULES,
    dependence::OF_BOTH,
    nearness::RULES,
    balance::RULES,
    camps::RULES,
];
