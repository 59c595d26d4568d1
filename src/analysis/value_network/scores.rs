//! The scores of value flows.

use serde::Serialize;
use thiserror::Error;

use crate::model::Flow;
use crate::vocabulary::{Benefit, Supply, Vocabulary};

/// A score of a flow is not above 0 and at most 1.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error("a flow cannot have the score {score}: it must be above 0 and at most 1")]
pub struct BadFlowScore {
    /// The score as given.
    pub score: f64,
}

/// What a flow counts for: a row per supply (low, medium, high), in it a score per benefit (might, should, must), each above 0 and
/// at most 1. By default .10 .20 .40 / .20 .40 .80 / .30 .50 .95.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FlowScores([[f64; 3]; 3]);

impl Default for FlowScores {
    fn default() -> Self {
        Self([[0.1, 0.2, 0.4], [0.2, 0.4, 0.8], [0.3, 0.5, 0.95]])
    }
}

/// The settings that stand for the scores, in the order of the matrix.
const SETTINGS: [[&str; 3]; 3] = [
    ["score-low-might", "score-low-should", "score-low-must"],
    ["score-medium-might", "score-medium-should", "score-medium-must"],
    ["score-high-might", "score-high-should", "score-high-must"],
];

fn cell<T: Copy>(table: [[T; 3]; 3], supply: Supply, benefit: Benefit) -> T {
    let [low, medium, high] = table;
    let [might, should, must] = match supply {
        Supply::Low => low,
        Supply::Medium => medium,
        Supply::High => high,
    };
    match benefit {
        Benefit::Might => might,
        Benefit::Should => should,
        Benefit::Must => must,
    }
}

impl FlowScores {
    /// Scores of one's own, supply × benefit: a row per supply (low, medium, high), in it a score per benefit (might, should, must).
    ///
    /// # Errors
    /// [`BadFlowScore`] with the first that is not above 0 and at most 1.
    pub fn new(scores: [[f64; 3]; 3]) -> Result<Self, BadFlowScore> {
        match scores.as_flattened().iter().find(|x| !(**x > 0.0 && **x <= 1.0)) {
            Some(score) => Err(BadFlowScore { score: *score }),
            None => Ok(Self(scores)),
        }
    }

    /// The score of a supply and a benefit: above 0, at most 1.
    pub fn of(&self, supply: Supply, benefit: Benefit) -> f64 {
        cell(self.0, supply, benefit)
    }

    /// The score of a flow; `None` when its supply or benefit is unknown.
    pub(in crate::analysis) fn score(&self, flow: &Flow) -> Option<f64> {
        Some(self.of(flow.supply?, flow.benefit?))
    }

    /// The lowest and the highest score that a flow can have by what is known of it.
    pub(in crate::analysis) fn bounds(&self, flow: &Flow) -> [f64; 2] {
        let supplies = Supply::ALL.iter().filter(|s| flow.supply.is_none_or(|known| known == **s));
        let scores = supplies.flat_map(|supply| {
            let benefits = Benefit::ALL.iter().filter(|b| flow.benefit.is_none_or(|known| known == **b));
            benefits.map(|benefit| self.of(*supply, *benefit))
        });
        scores.fold([1.0, 0.0], |[low, high], x| [f64::min(low, x), f64::max(high, x)])
    }

    /// The name of the setting that holds the score of a flow.
    pub(super) fn setting(flow: &Flow) -> Option<&'static str> {
        Some(cell(SETTINGS, flow.supply?, flow.benefit?))
    }

    /// Every setting with its score.
    pub(super) fn settings(&self) -> impl Iterator<Item = (&'static str, f64)> {
        let scores = self.0.into_iter().flatten();
        SETTINGS.into_iter().flatten().zip(scores)
    }

    /// The scores that settings hold, if all are there.
    pub(super) fn from_settings(value: impl Fn(&str) -> Option<f64>) -> Option<Self> {
        let mut scores = [[0.0; 3]; 3];
        for (score, name) in scores.as_flattened_mut().iter_mut().zip(SETTINGS.as_flattened()) {
            *score = value(name)?;
        }
        Self::new(scores).ok()
    }
}
