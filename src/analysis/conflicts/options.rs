//! What to look for in conflicts, and how far apart things must lie.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::cut::Cut;
use super::super::rings::RingsOptions;
use super::KINDS;
use super::leadership::PhaseScope;
use crate::model::Model;
use crate::rating::Aggregate;
use crate::scale::{ScaleKind, Strength};
use crate::vocabulary::{ConflictKind, vocabulary};

/// Which conflicts to look for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConflictOptions {
    pub(super) aggregate: Aggregate,
    pub(super) kinds: BTreeSet<ConflictKind>,
    pub(super) strongest: Option<usize>,
    pub(super) value_cut: Cut,
    pub(super) trust_cut: Cut,
    pub(super) priority_gap: Strength,
    pub(super) belief_gap: Strength,
    pub(super) one_sided_gap: Strength,
    pub(super) dependence_ratio: Strength,
    pub(super) rings: RingsOptions,
    pub(super) culture_cut: Strength,
    pub(super) phases: PhaseScope,
    pub(super) bridges: Bridging,
}

vocabulary! {
    /// Whether bridges are looked for.
    Bridging, "way of bridging" {
        /// For every conflict that is returned.
        ForEach = "for-each",
        /// Not at all.
        Omitted = "omitted",
    }
}

impl Default for ConflictOptions {
    /// Every kind, all conflicts, cuts at the midpoint, gaps of 0.5 unit, cultures apart from 0.25 on, Factor C's rings, leadership of
    /// the phase at hand, with bridges.
    fn default() -> Self {
        Self {
            aggregate: Aggregate::Median,
            kinds: KINDS.iter().map(|k| k.kind).collect(),
            strongest: None,
            value_cut: Cut::Midpoint,
            trust_cut: Cut::Midpoint,
            priority_gap: Strength::HALF,
            belief_gap: Strength::HALF,
            one_sided_gap: Strength::HALF,
            dependence_ratio: Strength::HALF,
            rings: RingsOptions::default(),
            culture_cut: Strength::QUARTER,
            phases: PhaseScope::AtHand,
            bridges: Bridging::ForEach,
        }
    }
}

impl ConflictOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// Only these kinds; a kind that is not detected yet finds nothing.
    #[must_use]
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = ConflictKind>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self
    }

    /// Only the strongest k.
    #[must_use]
    pub fn strongest(mut self, k: usize) -> Self {
        self.strongest = Some(k);
        self
    }

    /// From which importance on a value counts as held. A median is taken over all own importances of the model.
    #[must_use]
    pub fn value_cut(mut self, cut: Cut) -> Self {
        self.value_cut = cut;
        self
    }

    /// From which trust on a third party can be a broker, and below which trust is a conflict of relation. A median is taken over all trust ratings of the model.
    #[must_use]
    pub fn trust_cut(mut self, cut: Cut) -> Self {
        self.trust_cut = cut;
        self
    }

    /// How far apart, in unit, two importances of one value make a conflict of priority.
    #[must_use]
    pub fn priority_gap(mut self, gap: Strength) -> Self {
        self.priority_gap = gap;
        self
    }

    /// How far, in unit, a belief must lie from what the other says to be a misperception.
    #[must_use]
    pub fn belief_gap(mut self, gap: Strength) -> Self {
        self.belief_gap = gap;
        self
    }

    /// How far apart, in unit, the trust of two parties in each other is one-sided.
    #[must_use]
    pub fn one_sided_gap(mut self, gap: Strength) -> Self {
        self.one_sided_gap = gap;
        self
    }

    /// From which |asymmetry|/joint on a dependence is out of balance.
    #[must_use]
    pub fn dependence_ratio(mut self, ratio: Strength) -> Self {
        self.dependence_ratio = ratio;
        self
    }

    /// Which rings there are.
    #[must_use]
    pub fn rings(mut self, options: RingsOptions) -> Self {
        self.rings = options;
        self
    }

    /// From which share on two cultures are a conflict: points/100, or the mean difference in unit.
    #[must_use]
    pub fn culture_cut(mut self, cut: Strength) -> Self {
        self.culture_cut = cut;
        self
    }

    /// Of which phases the leadership is looked at.
    #[must_use]
    pub fn phases(mut self, scope: PhaseScope) -> Self {
        self.phases = scope;
        self
    }

    /// Whether bridges are looked for.
    #[must_use]
    pub fn bridges(mut self, bridges: Bridging) -> Self {
        self.bridges = bridges;
        self
    }

    pub(super) fn value_level(&self, model: &Model, aggregate: Aggregate) -> f64 {
        self.value_cut.of_importance(model, aggregate)
    }

    pub(super) fn trust_level(&self, model: &Model, aggregate: Aggregate) -> f64 {
        let ratings = model.trusts().iter().map(|(_, _, r)| r);
        self.trust_cut.over(ratings, &model.scales().of(ScaleKind::OneSided), aggregate)
    }
}
