//! How far the ratings of one item agree, over ordered categories.
//!
//! C. van der Eijk, "Measuring agreement in ordered rating scales", *Quality & Quantity* 35 (2001); W. J. Tastle and M. J. Wierman,
//! "Consensus and dissention", *International Journal of Approximate Reasoning* 45 (2007); R. K. Leik, "A measure of ordinal
//! consensus", *Pacific Sociological Review* 9 (1966); J. Blair and M. G. Lacy, "Statistics of ordinal variation", *Sociological
//! Methods & Research* 28 (2000); K. J. Berry and P. W. Mielke, "Indices of ordinal variation", *Perceptual and Motor Skills* 74
//! (1992); T. O. Kvålseth, "Coefficients of variation for nominal and ordinal categorical data", *Perceptual and Motor Skills* 80
//! (1995).

use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use thiserror::Error;

use super::Exact;
use super::exact::{over_one, quotient};
use super::ratings::{Degenerate, Items, Judges, Table};

/// Of how many categories van der Eijk's agreement is found at most: every layer goes through all of them.
pub const MOST_CATEGORIES: usize = 1_000;

/// How often each of some ordered categories was chosen; counts or shares of any total.
#[derive(Debug, Clone, PartialEq)]
pub struct Frequencies {
    /// As whole numbers over one denominator.
    counts: Vec<BigInt>,
    unit: BigInt,
    total: BigInt,
}

/// A list that holds no frequencies.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("the frequency of category {category} is {found}, not a number from 0")]
#[non_exhaustive]
pub struct BadFrequency {
    /// The place of the category, from 1.
    pub category: usize,
    /// What stands there.
    pub found: f64,
}

/// A list that holds no categories.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("category {category} is {found}, which is no number or stands there twice")]
#[non_exhaustive]
pub struct BadCategory {
    /// The place of the category, from 1.
    pub category: usize,
    /// What stands there.
    pub found: f64,
}

/// One layer of a distribution: some categories, all chosen equally often.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// For each category, whether it is in the layer.
    pub pattern: Vec<bool>,
    /// How often each of them is chosen in this layer.
    pub height: f64,
    /// The share of the layer in all choices; the shares of the layers add up to 1.
    pub weight: f64,
    /// The agreement A of the layer by itself: −1 two opposite ends, 0 all categories, 1 a single one.
    pub agreement: f64,
}

/// Van der Eijk's agreement.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// A = Σ weight × agreement over the layers: −1 … 1.
    pub agreement: f64,
    /// (1 − A)/2: 0 … 1.
    pub polarization: f64,
    /// The layers, from the bottom up.
    pub layers: Vec<Layer>,
}

impl Frequencies {
    /// The frequencies of categories in their order.
    ///
    /// # Errors
    /// [`BadFrequency`] for the first that is negative, infinite or not a number.
    pub fn new(frequencies: &[f64]) -> Result<Self, BadFrequency> {
        if let Some((i, found)) = frequencies.iter().enumerate().find(|(_, x)| !x.is_finite() || **x < 0.0) {
            return Err(BadFrequency { category: i + 1, found: *found });
        }
        let exact: Vec<Exact> = frequencies.iter().map(|x| Exact::of(*x)).collect();
        let (counts, unit) = over_one(exact.iter());
        let total = counts.iter().sum();
        Ok(Self { counts, unit, total })
    }

    /// How often each of some ratings, in their order, was given to an item, and the judges that gave it another one.
    ///
    /// # Errors
    /// [`BadCategory`] for the first that is no number, or that stands there twice.
    pub fn of_item(
        table: &Table<Judges, Items>,
        item: usize,
        categories: &[f64],
    ) -> Result<(Self, Vec<usize>), BadCategory> {
        let mut counts = vec![0_u64; categories.len()];
        let mut elsewhere = Vec::new();
        let mut sorted: Vec<(f64, usize)> = categories.iter().enumerate().map(|(place, c)| (c + 0.0, place)).collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let again = sorted.iter().zip(sorted.iter().skip(1)).filter(|(a, b)| a.0 == b.0).map(|(_, again)| *again);
        let no_number = sorted.iter().copied().filter(|(category, _)| category.is_nan());
        if let Some((found, place)) = again.chain(no_number).min_by_key(|(_, place)| *place) {
            return Err(BadCategory { category: place + 1, found });
        }
        let place = |rating: f64| {
            let at = sorted.binary_search_by(|(category, _)| category.total_cmp(&rating)).ok()?;
            sorted.get(at).map(|(_, place)| *place)
        };
        for judge in 0..table.rows() {
            let Some(rating) = table.get(judge, item) else { continue };
            match place(rating).and_then(|place| counts.get_mut(place)) {
                Some(count) => *count += 1,
                None => elsewhere.push(judge),
            }
        }
        let counts: Vec<BigInt> = counts.into_iter().map(BigInt::from).collect();
        let total = counts.iter().sum();
        Ok((Self { counts, unit: BigInt::from(1), total }, elsewhere))
    }

    /// How many categories there are.
    pub fn categories(&self) -> usize {
        self.counts.len()
    }

    /// The frequencies.
    pub fn numbers(&self) -> Vec<f64> {
        self.counts.iter().map(|c| ratio(c, &self.unit)).collect()
    }

    /// K − 1 of at least so many categories, where anything was chosen.
    fn steps(&self, least: usize) -> Result<u64, Degenerate> {
        if self.counts.len() < least {
            return Err(Degenerate::FewCategories);
        }
        if self.total.is_zero() { Err(Degenerate::NoRatings) } else { Ok(self.counts.len() as u64 - 1) }
    }

    /// Van der Eijk's agreement A with its layers. Undefined for fewer than three categories or more than
    /// [`MOST_CATEGORIES`], and without any choice.
    ///
    /// # Errors
    /// Why there is none.
    pub fn agreement(&self) -> Result<Agreement, Degenerate> {
        self.steps(3)?;
        if self.counts.len() > MOST_CATEGORIES {
            return Err(Degenerate::TooMuchWork);
        }
        let mut left = self.counts.clone();
        let mut layers = Vec::new();
        let (mut above, mut below) = (BigInt::zero(), BigInt::from(1));
        while let Some(height) = left.iter().filter(|c| c.is_positive()).min().cloned() {
            let pattern: Vec<bool> = left.iter().map(BigInt::is_positive).collect();
            let of = BigInt::from(pattern.iter().filter(|on| **on).count());
            let (a, b) = pattern_agreement(&pattern);
            let mass = &height * of;
            // Σ mass·a/b, kept over one denominator.
            above = above * &b + &mass * &a * &below;
            below *= &b;
            if let Some(exact) = Exact::fraction(&above, &below) {
                (above, below) = exact.parts();
            }
            layers.push(Layer {
                height: ratio(&height, &self.unit),
                weight: ratio(&mass, &self.total),
                agreement: ratio(&a, &b),
                pattern,
            });
            for count in left.iter_mut().filter(|c| c.is_positive()) {
                *count -= &height;
            }
        }
        let below = below * &self.total;
        let polarization = ratio(&(&below - &above), &(&below * 2));
        Ok(Agreement { agreement: ratio(&above, &below), polarization, layers })
    }

    /// 1 + Σ p·log₂(1 − |X − centre|/width), with the centre as a fraction and X = 1 … K; addends in sorted order.
    fn leaning(&self, centre: (&BigInt, &BigInt), width: u64) -> f64 {
        let (above, below) = centre;
        let mut addends: Vec<f64> = (1_u64..)
            .zip(&self.counts)
            .map(|(x, count)| (x, ratio(count, &self.total)))
            // A share that is too small for a number adds nothing; its logarithm may be infinite.
            .filter(|(_, share)| *share > 0.0)
            .map(|(x, share)| {
                let width = below * width;
                let far = (below * x - above).abs();
                share * ratio(&(&width - far), &width).log2()
            })
            .collect();
        addends.sort_by(f64::total_cmp);
        (1.0 + addends.into_iter().sum::<f64>()).clamp(0.0, 1.0)
    }

    /// Tastle and Wierman's consensus, 0 … 1. Undefined for fewer than two categories and without any choice.
    ///
    /// # Errors
    /// Why there is none.
    pub fn consensus(&self) -> Result<f64, Degenerate> {
        let steps = self.steps(2)?;
        let sum: BigInt = (1_u64..).zip(&self.counts).map(|(x, count)| count * x).sum();
        Ok(self.leaning((&sum, &self.total), steps))
    }

    /// Tastle and Wierman's dissention, 1 − consensus.
    ///
    /// # Errors
    /// Why there is none.
    pub fn dissention(&self) -> Result<f64, Degenerate> {
        self.consensus().map(|x| 1.0 - x)
    }

    /// Tastle and Wierman's agreement with a target: a category from 1 to K, or a point between two.
    ///
    /// # Errors
    /// Why there is none.
    pub fn agreement_with(&self, target: f64) -> Result<f64, Degenerate> {
        let steps = self.steps(2)?;
        let exact = Exact::from_decimal(target).ok_or(Degenerate::OffScale)?;
        let (above, below) = exact.parts();
        if above < below || above > &below * (steps + 1) {
            return Err(Degenerate::OffScale);
        }
        Ok(self.leaning((&above, &below), 2 * steps))
    }

    /// The cumulated counts of all categories but the last.
    fn cumulated(&self) -> impl Iterator<Item = BigInt> {
        self.counts.iter().take(self.counts.len().saturating_sub(1)).scan(BigInt::zero(), |run, count| {
            *run += count;
            Some(run.clone())
        })
    }

    /// Leik's D, ordinal dispersion: Σ min(F, 1 − F)/((K − 1)/2), 0 … 1. Undefined for fewer than two categories and without any
    /// choice.
    ///
    /// # Errors
    /// Why there is none.
    pub fn leik(&self) -> Result<f64, Degenerate> {
        let steps = self.steps(2)?;
        let sum: BigInt = self.cumulated().map(|run| (&self.total - &run).min(run)).sum();
        Ok(ratio(&(sum * 2), &(&self.total * steps)))
    }

    /// Blair and Lacy's l², ordinal concentration: Σ (F − ½)²/((K − 1)/4), 0 … 1. Undefined as Leik's D.
    ///
    /// # Errors
    /// Why there is none.
    pub fn l_squared(&self) -> Result<f64, Degenerate> {
        let steps = self.steps(2)?;
        let sum: BigInt = self.cumulated().map(|run| run * 2 - &self.total).map(|x| &x * &x).sum();
        Ok(ratio(&sum, &(&self.total * &self.total * steps)))
    }

    /// Blair and Lacy's l, the root of l².
    ///
    /// # Errors
    /// Why there is none.
    pub fn l(&self) -> Result<f64, Degenerate> {
        self.l_squared().map(f64::sqrt)
    }

    /// Shannon's entropy in bits: 0 for one category alone. Undefined without any choice.
    ///
    /// # Errors
    /// Why there is none.
    pub fn entropy(&self) -> Result<f64, Degenerate> {
        self.steps(1)?;
        let share = |count: &BigInt| ratio(count, &self.total);
        let mut addends: Vec<f64> = self.counts.iter().map(share).filter(|p| *p > 0.0).map(|p| -p * p.log2()).collect();
        addends.sort_by(f64::total_cmp);
        Ok(addends.into_iter().fold(0.0, |sum, x| sum + x))
    }

    /// Berry and Mielke's index of ordinal variation, 0 … 1: Σ n_i n_j (j − i) over its largest value, N²(K − 1)/4, or (N² − 1)(K − 1)/4
    /// for an odd N. Undefined for frequencies that are no counts, for fewer than two of them and for fewer than two categories.
    ///
    /// # Errors
    /// Why there is none.
    pub fn variation(&self) -> Result<f64, Degenerate> {
        let steps = self.steps(2)?;
        if self.counts.iter().any(|c| !(c % &self.unit).is_zero()) {
            return Err(Degenerate::NotCounts);
        }
        let n = &self.total / &self.unit;
        // Every step between two categories parts the choices below it from those above it.
        let parted: BigInt = self.cumulated().map(|run| run / &self.unit).map(|run| &run * (&n - &run)).sum();
        let largest = &n * &n - if (&n % 2_u8).is_zero() { 0 } else { 1 };
        quotient(&(parted * 4), &(largest * steps)).ok_or(Degenerate::OneJudge)
    }

    /// Kvålseth's coefficient of ordinal variation, 1 − √(1 − IOV).
    ///
    /// # Errors
    /// Why there is none.
    pub fn coefficient_of_variation(&self) -> Result<f64, Degenerate> {
        self.variation().map(|x| 1.0 - (1.0 - x).sqrt())
    }
}

fn ratio(a: &BigInt, b: &BigInt) -> f64 {
    quotient(a, b).unwrap_or(0.0)
}

/// The agreement of one layer as a fraction: U(1 − (S − 1)/(K − 1)) with U = ((K − 2)TU − (K − 1)TDU)/((K − 2)(TU + TDU)); TU are the
/// triples of categories of the patterns 110 and 011, TDU those of the pattern 101; U = 1 where there are neither.
fn pattern_agreement(pattern: &[bool]) -> (BigInt, BigInt) {
    let on = pattern.iter().filter(|on| **on).count() as u64;
    let k = pattern.len() as u64;
    let pairs = |n: u64| BigInt::from(n) * n.saturating_sub(1) / 2;
    let (mut before, mut unimodal, mut bimodal) = (0, BigInt::zero(), BigInt::zero());
    for chosen in pattern {
        if *chosen {
            before += 1;
        } else {
            unimodal += pairs(before) + pairs(on - before);
            bimodal += BigInt::from(before) * (on - before);
        }
    }
    let triples = &unimodal + &bimodal;
    let narrow = (BigInt::from(k - on.max(1).min(k)), BigInt::from(k - 1));
    if triples.is_zero() {
        return narrow;
    }
    let above = unimodal * (k - 2) - bimodal * (k - 1);
    (above * narrow.0, triples * (k - 2) * narrow.1)
}
