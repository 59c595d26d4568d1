//! How to compare cultures.

use std::collections::BTreeMap;

use serde::Serialize;
use thiserror::Error;

use crate::id::Slug;
use crate::math::Covariance;
use crate::rating::Aggregate;
use crate::scale::{Raw, Strength};
use crate::vocabulary::CultureModel;

/// What the variance of the index of Kogut and Singh is taken over.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reference {
    /// All profiles of the culture model in the file, as they are now, each once.
    Profiles,
    /// Rows that the caller gives, for the models that they are of; profiles of other models get no index.
    Given(Vec<ReferenceRows>),
}

/// A reference set for one culture model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReferenceRows {
    /// What the set is called: the result names it.
    pub name: String,
    /// The culture model that it is of.
    pub model: CultureModel,
    /// A profile in each row, raw: in points, or on the one-sided scale of the model.
    pub rows: Vec<BTreeMap<Slug, Raw>>,
}

/// A covariance matrix does not fit its dimensions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BadCovariance {
    /// There are more or fewer dimensions than rows.
    #[error("{dimensions} dimensions are named for a matrix of {rows} rows")]
    Dimensions {
        /// How many are named.
        dimensions: usize,
        /// How many rows the matrix has.
        rows: usize,
    },
    /// A dimension is named twice.
    #[error("a dimension is named twice")]
    Twice,
    /// The culture model has fixed dimensions, and this is none of them.
    #[error("a dimension is not one of the model {model}")]
    NotOfModel {
        /// The model.
        model: CultureModel,
    },
    /// All four types of competing values are named: they add up to 100, so that their covariance has no inverse.
    #[error("of the four types of competing values at most three can be given: they add up to 100")]
    AllFour,
}

/// The covariance of the dimensions of one culture model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CovarianceOf {
    pub(super) model: CultureModel,
    pub(super) dimensions: Vec<Slug>,
    pub(super) covariance: Covariance,
}

impl CovarianceOf {
    /// The covariance of raw scores, with the dimension of each row. Of competing values at most three can be given: the four add up
    /// to 100.
    ///
    /// # Errors
    /// [`BadCovariance`] unless each row has one dimension of its own, and the model has it; for all four competing values.
    pub fn new(model: CultureModel, dimensions: Vec<Slug>, covariance: Covariance) -> Result<Self, BadCovariance> {
        let (named, rows) = (dimensions.len(), covariance.dimensions());
        if named != rows {
            return Err(BadCovariance::Dimensions { dimensions: named, rows });
        }
        if !itertools::Itertools::all_unique(&mut dimensions.iter()) {
            return Err(BadCovariance::Twice);
        }
        let known = super::asked(model);
        if !known.is_empty() && dimensions.iter().any(|d| !known.contains(&d.as_str())) {
            return Err(BadCovariance::NotOfModel { model });
        }
        if model == CultureModel::CompetingValues && named >= known.len() {
            return Err(BadCovariance::AllFour);
        }
        Ok(Self { model, dimensions, covariance })
    }
}

/// How to compare cultures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CultureDistanceOptions {
    pub(super) aggregate: Aggregate,
    pub(super) cut: Strength,
    pub(super) kogut_singh: Option<Reference>,
    pub(super) mahalanobis: Vec<CovarianceOf>,
    pub(super) list_pairs_at_most: usize,
}

impl Default for CultureDistanceOptions {
    /// Median over raters; profiles differ from a share of 0.25 (25 points) on; no index of Kogut and Singh, no distance of
    /// Mahalanobis; at most 1000 pairs of parties of each kind listed.
    fn default() -> Self {
        Self {
            aggregate: Aggregate::Median,
            cut: Strength::QUARTER,
            kogut_singh: None,
            mahalanobis: Vec::new(),
            list_pairs_at_most: 1_000,
        }
    }
}

impl CultureDistanceOptions {
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

    /// From which share on two profiles differ: points/100, or the mean difference in unit.
    #[must_use]
    pub fn cut(mut self, cut: Strength) -> Self {
        self.cut = cut;
        self
    }

    /// Gives the index of Kogut and Singh as well, over a reference set.
    #[must_use]
    pub fn kogut_singh(mut self, reference: Reference) -> Self {
        self.kogut_singh = Some(reference);
        self
    }

    /// Gives the distance of Mahalanobis as well, for the models of which a covariance is given; of several for one model the first
    /// holds.
    #[must_use]
    pub fn mahalanobis(mut self, covariances: impl IntoIterator<Item = CovarianceOf>) -> Self {
        self.mahalanobis = covariances.into_iter().collect();
        self
    }

    /// How many pairs of parties of each kind are listed at most, the farthest first.
    #[must_use]
    pub fn list_pairs_at_most(mut self, most: usize) -> Self {
        self.list_pairs_at_most = most;
        self
    }
}
