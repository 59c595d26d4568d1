//! How to look at the iceberg.

use serde::Serialize;
use thiserror::Error;

use crate::vocabulary::iceberg::IcebergModel;

/// A number of parties that hides each of them among the others: two or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct AtLeastTwo(usize);

/// One, or none, hides nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{0} is too few: it takes at least 2 to hide one")]
pub struct TooFew(pub usize);

impl AtLeastTwo {
    /// Two.
    pub const TWO: Self = Self(2);

    /// A number from two on.
    ///
    /// # Errors
    /// [`TooFew`] for 0 and 1.
    pub fn new(number: usize) -> Result<Self, TooFew> {
        if number < 2 { Err(TooFew(number)) } else { Ok(Self(number)) }
    }

    /// The number.
    pub fn get(self) -> usize {
        self.0
    }
}

/// How to look at the iceberg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct IcebergOptions {
    pub(super) names: IcebergModel,
    pub(super) anonymity: AtLeastTwo,
    pub(super) unspoken_from: AtLeastTwo,
    pub(super) list_chains_at_most: usize,
    pub(super) list_roots_at_most: usize,
    pub(super) list_covers_at_most: usize,
    pub(super) list_mirrors_at_most: usize,
}

impl Default for IcebergOptions {
    /// The words of the systems iceberg; private notes shown, and notes unspoken, from two parties on; at most 10 chains and
    /// roots of a bottleneck, 10 bottlenecks of a root, 10 sets of roots and 100 mirrors listed.
    fn default() -> Self {
        Self {
            names: IcebergModel::Systems,
            anonymity: AtLeastTwo::TWO,
            unspoken_from: AtLeastTwo::TWO,
            list_chains_at_most: 10,
            list_roots_at_most: 10,
            list_covers_at_most: 10,
            list_mirrors_at_most: 100,
        }
    }
}

impl IcebergOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// From how many parties on a note that was never spoken is unspoken.
    pub fn unspoken(&self) -> AtLeastTwo {
        self.unspoken_from
    }

    /// Whose words the layers have. No rule changes.
    #[must_use]
    pub fn names(mut self, names: IcebergModel) -> Self {
        self.names = names;
        self
    }

    /// From how many parties on that noted it a private note is shown, without them. Units of one organisation count as one.
    #[must_use]
    pub fn anonymity(mut self, parties: AtLeastTwo) -> Self {
        self.anonymity = parties;
        self
    }

    /// From how many parties on that noted it a note that was never spoken, but suspected, is unspoken.
    #[must_use]
    pub fn unspoken_from(mut self, parties: AtLeastTwo) -> Self {
        self.unspoken_from = parties;
        self
    }

    /// How many chains of each bottleneck are listed at most; all are counted.
    #[must_use]
    pub fn list_chains_at_most(mut self, chains: usize) -> Self {
        self.list_chains_at_most = chains;
        self
    }

    /// How many roots of each bottleneck, and how many bottlenecks of each root, are listed at most; at least one. All are counted.
    #[must_use]
    pub fn list_roots_at_most(mut self, roots: usize) -> Self {
        self.list_roots_at_most = roots.max(1);
        self
    }

    /// How many equally small sets of roots are listed; at least one.
    #[must_use]
    pub fn list_covers_at_most(mut self, sets: usize) -> Self {
        self.list_covers_at_most = sets.max(1);
        self
    }

    /// How many mirrors are listed at most.
    #[must_use]
    pub fn list_mirrors_at_most(mut self, mirrors: usize) -> Self {
        self.list_mirrors_at_most = mirrors;
        self
    }
}
