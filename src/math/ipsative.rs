//! Questionnaires that divide the same number of points in every item, such as the OCAI: six items, each with 100 points over four
//! types, now and as preferred.
//!
//! K. S. Cameron and R. E. Quinn, Diagnosing and Changing Organizational Culture, 3rd edition, Jossey-Bass, 2011. The scores are
//! ipsative: what one type has, the others lack. Correlations between types say nothing; distances as in [`super::profile`] do.
//!
//! The profile is the mean of the items. Sums are exact and rounded once.

use thiserror::Error;

use super::exact::{self, Exact};
use super::profile::sample_variance;

/// A gap above this many points calls for attention, say Cameron and Quinn.
pub const LARGE_GAP: f64 = 10.0;

/// Answers cannot be scored. Items and types are counted from 1, as people do.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[non_exhaustive]
pub enum BadAnswers {
    /// There are no items, or items without types.
    #[error("there are no items")]
    Empty,
    /// An item has not as many types as the first.
    #[error("item {item} has {types} types, expected {expected}")]
    Types {
        /// The item.
        item: usize,
        /// How many types it has.
        types: usize,
        /// How many the first has.
        expected: usize,
    },
    /// Points are below zero or not finite.
    #[error("item {item} gives type {of} {points} points, expected 0 or more")]
    Points {
        /// The item.
        item: usize,
        /// The type.
        of: usize,
        /// The points.
        points: f64,
    },
    /// The points of an item do not add up.
    #[error("item {item} sums to {sum}, expected {expected}")]
    Sum {
        /// The item.
        item: usize,
        /// What they add up to.
        sum: f64,
        /// What they should.
        expected: f64,
    },
    /// Now and preferred are not asked of the same types.
    #[error("now has {now} types, preferred {preferred}")]
    Sides {
        /// How many types now has.
        now: usize,
        /// How many preferred has.
        preferred: usize,
    },
}

/// Checked answers: a row for each item, a column for each type.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    items: Vec<Vec<f64>>,
    points: f64,
}

impl Answers {
    /// Reads answers in which every item divides so many points (100 in the OCAI) over the types.
    ///
    /// # Errors
    /// [`BadAnswers`] with the first item that does not.
    pub fn new(items: &[Vec<f64>], points: f64) -> Result<Self, BadAnswers> {
        let expected = items.first().map_or(0, Vec::len);
        if expected == 0 {
            return Err(BadAnswers::Empty);
        }
        for (item, answers) in (1..).zip(items) {
            if answers.len() != expected {
                return Err(BadAnswers::Types { item, types: answers.len(), expected });
            }
            if let Some((of, points)) = (1..).zip(answers).find(|(_, x)| !x.is_finite() || **x < 0.0) {
                return Err(BadAnswers::Points { item, of, points: *points });
            }
            let sum = exact::sum(answers.iter().copied());
            if sum != points {
                return Err(BadAnswers::Sum { item, sum, expected: points });
            }
        }
        Ok(Self { items: items.to_vec(), points })
    }

    /// How many types there are.
    pub fn types(&self) -> usize {
        self.items.first().map_or(0, Vec::len)
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.items.len()
    }

    fn columns(&self) -> impl Iterator<Item = Vec<f64>> {
        (0..self.types()).map(|of| self.items.iter().filter_map(|item| item.get(of).copied()).collect())
    }

    fn means(&self) -> Vec<Exact> {
        let n = Exact::from(i64::try_from(self.items.len()).unwrap_or(i64::MAX));
        let mean = |column: Vec<f64>| {
            let sum: Exact = column.into_iter().map(Exact::of).sum();
            sum.checked_div(&n).unwrap_or_else(Exact::zero)
        };
        self.columns().map(mean).collect()
    }

    /// The profile: the mean points of each type.
    pub fn profile(&self) -> Vec<f64> {
        self.means().iter().map(Exact::to_f64).collect()
    }

    /// The types with the most points, from 0; more than one where they tie.
    pub fn dominant(&self) -> Vec<usize> {
        let means = self.means();
        let most = means.iter().max();
        (0..means.len()).filter(|of| means.get(*of) == most).collect()
    }

    /// How strong the dominant type is: its points above an even division.
    pub fn strength(&self) -> f64 {
        let n = Exact::from(i64::try_from(self.types()).unwrap_or(i64::MAX));
        let even = Exact::of(self.points).checked_div(&n).unwrap_or_else(Exact::zero);
        self.means().into_iter().max().map_or(0.0, |most| (most - even).to_f64())
    }

    /// How little the items agree on each type: the sample standard deviation over the items, `None` with fewer than two. The
    /// smaller, the more congruent.
    pub fn congruence(&self) -> Vec<Option<f64>> {
        self.columns().map(|column| sample_variance(&column).map(f64::sqrt)).collect()
    }

    /// The points of some types less those of all others, such as flexibility less stability.
    pub fn axis(&self, plus: &[usize]) -> f64 {
        let means = self.means().into_iter().enumerate();
        means.map(|(of, mean)| if plus.contains(&of) { mean } else { -mean }).sum::<Exact>().to_f64()
    }
}

/// The order in which the types of the competing values stand here: clan, adhocracy, market, hierarchy.
const FLEXIBILITY: [usize; 2] = [0, 1];
const EXTERNAL: [usize; 2] = [1, 2];

/// The two axes of the competing values, of answers in the order clan, adhocracy, market, hierarchy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axes {
    /// Flexibility (clan, adhocracy) less stability (market, hierarchy): −100 … 100.
    pub flexibility_minus_stability: f64,
    /// External (adhocracy, market) less internal (clan, hierarchy): −100 … 100.
    pub external_minus_internal: f64,
}

/// The two axes of the competing values; `None` unless there are four types.
pub fn axes(answers: &Answers) -> Option<Axes> {
    (answers.types() == 4).then(|| Axes {
        flexibility_minus_stability: answers.axis(&FLEXIBILITY),
        external_minus_internal: answers.axis(&EXTERNAL),
    })
}

/// What is preferred less what is, type by type.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// Preferred less now: above 0 is wanted more of.
    pub of_types: Vec<f64>,
    /// The types whose gap is above [`LARGE_GAP`] points either way, from 0.
    pub large: Vec<usize>,
}

/// The gap between now and preferred.
///
/// # Errors
/// [`BadAnswers::Sides`] when they are not of the same number of types.
pub fn gap(now: &Answers, preferred: &Answers) -> Result<Gap, BadAnswers> {
    let (here, there) = (now.means(), preferred.means());
    if here.len() != there.len() {
        return Err(BadAnswers::Sides { now: here.len(), preferred: there.len() });
    }
    let gaps: Vec<Exact> = here.iter().zip(&there).map(|(now, preferred)| preferred - now).collect();
    let limit = Exact::of(LARGE_GAP);
    let large = (0..gaps.len()).filter(|of| gaps.get(*of).is_some_and(|gap| gap.abs() > limit)).collect();
    Ok(Gap { of_types: gaps.iter().map(Exact::to_f64).collect(), large })
}
