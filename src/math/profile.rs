//! How far apart two profiles are: numbers on the same dimensions, taken pairwise.
//!
//! Sums are exact and rounded once, so that the order of the dimensions changes nothing. Logarithms are not exact: what is made
//! with them is rounded to the twelfth decimal, so that machines whose logarithms differ in the last digit agree.

use thiserror::Error;

use super::exact::{self, Exact};

/// What the twelfth decimal is counted in.
const TWELFTH: f64 = 1.0e12;

fn rounded(x: f64) -> f64 {
    (x * TWELFTH).round() / TWELFTH
}

/// Σ|x − y|. `None` where a number or the sum is not finite.
fn apart(pairs: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    let mut finite = true;
    let each = pairs.into_iter().inspect(|(x, y)| finite &= x.is_finite() && y.is_finite());
    let sum = exact::sum(each.flat_map(|(x, y)| [x.max(y), -x.min(y)]));
    Some(sum).filter(|sum| finite && sum.is_finite())
}

/// Points to move: ½Σ|x − y|. Of two divisions of the same number of points it is how many change places. 0 for no dimensions.
/// `None` where a number is not finite.
pub fn points_to_move(pairs: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    Some(apart(pairs)? / 2.0)
}

/// The mean of |x − y| as a share of the range of the numbers: Σ|x − y|/(n · range); a range of 1 gives the mean itself. `None` for
/// no dimensions, a range of 0 and numbers that are not finite.
pub fn mean_absolute_difference(pairs: impl IntoIterator<Item = (f64, f64)>, range: f64) -> Option<f64> {
    let mut n = 0_u32;
    let sum = apart(pairs.into_iter().inspect(|_| n += 1))?;
    if !range.is_finite() {
        return None;
    }
    exact::ratio(sum, exact::product([f64::from(n), range]))
}

/// The square root of Σ(x − y)². 0 for no dimensions. `None` where a number or the root is not finite.
pub fn euclidean(pairs: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    let square = |(x, y): (f64, f64)| (x.is_finite() && y.is_finite()).then(|| square(x, y));
    root(&pairs.into_iter().map(square).sum::<Option<Exact>>()?)
}

/// The square root of a number that may itself be too large or too small for a floating-point number. `None` below 0, and where
/// the root is not finite.
pub(super) fn root(of: &Exact) -> Option<f64> {
    let near = of.to_f64();
    if of.is_negative() || of.is_zero() || near.is_normal() {
        return (near >= 0.0).then(|| near.sqrt());
    }
    let (by, back) = if *of > Exact::one() { (1.0e-300, 1.0e150) } else { (1.0e300, 1.0e-150) };
    let root = (of * &Exact::of(by)).to_f64().sqrt() * back;
    root.is_finite().then_some(root)
}

fn square(x: f64, y: f64) -> Exact {
    let difference = Exact::of(x) - Exact::of(y);
    difference.clone() * difference
}

/// The Jensen–Shannon divergence in bits, of each side as shares of its own sum: ½Σ p·log2(p/m) + ½Σ q·log2(q/m) with
/// m = ½(p + q), and 0·log 0 = 0. From 0 for equal shares to 1 for shares that have nothing in common. `None` where a part is below
/// zero or not finite, or a side adds up to zero.
///
/// J. Lin, Divergence measures based on the Shannon entropy, IEEE Transactions on Information Theory 37(1), 1991, 145-151. Its
/// square root is a metric; this is not.
pub fn jensen_shannon_bits(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.iter().chain(y).any(|v| !v.is_finite() || *v < 0.0) {
        return None;
    }
    let shares = |side: &[f64]| -> Option<Vec<f64>> {
        let sum = exact::sum(side.iter().copied());
        side.iter().map(|v| exact::ratio(*v, sum)).collect()
    };
    let (p, q) = (shares(x)?, shares(y)?);
    if p.is_empty() {
        return None;
    }
    let term = |a: f64, b: f64| if a > 0.0 { a * (2.0 * a / (a + b)).log2() } else { 0.0 };
    let terms = p.iter().zip(&q).flat_map(|(p, q)| [term(*p, *q), term(*q, *p)]);
    Some(rounded((exact::sum(terms) / 2.0).clamp(0.0, 1.0)))
}

/// The distance of Aitchison: the Euclidean one between the centred log-ratios, so that only the proportions of the parts count.
/// `None` where a part is not above zero: a zero has no logarithm, and no number is put in its place. `None` for no dimensions.
///
/// J. Aitchison, The Statistical Analysis of Compositional Data, Chapman and Hall, 1986.
pub fn aitchison(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.is_empty() || x.iter().chain(y).any(|v| !v.is_finite() || *v <= 0.0) {
        return None;
    }
    let ratios: Vec<f64> = x.iter().zip(y).map(|(x, y)| x.ln() - y.ln()).collect();
    let mean = exact::mean(&ratios)?;
    Some(rounded(exact::sum(ratios.iter().map(|r| (r - mean) * (r - mean))).sqrt()))
}

/// The sample variance: Σ(x − mean)²/(n − 1), exact and rounded once. `None` for fewer than two numbers, and where a number or the
/// variance is not finite.
pub fn sample_variance(numbers: &[f64]) -> Option<f64> {
    exact_variance(numbers).map(|v| v.to_f64()).filter(|v| v.is_finite())
}

fn exact_variance(numbers: &[f64]) -> Option<Exact> {
    if numbers.iter().any(|x| !x.is_finite()) {
        return None;
    }
    let n = i64::try_from(numbers.len()).ok().filter(|n| *n > 1)?;
    let all: Vec<Exact> = numbers.iter().map(|x| Exact::of(*x)).collect();
    let mean = all.iter().sum::<Exact>().checked_div(&Exact::from(n))?;
    let squares = all.iter().map(|x| {
        let off = x - &mean;
        off.clone() * off
    });
    squares.sum::<Exact>().checked_div(&Exact::from(n - 1))
}

/// The index of Kogut and Singh cannot be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NoKogutSingh {
    /// There are no dimensions.
    #[error("there are no dimensions")]
    NoDimensions,
    /// The profiles, or a row of the reference set, have other dimensions.
    #[error("the profiles and the rows of the reference set do not have the same number of dimensions")]
    Shape,
    /// A number is not finite, or the index or a variance is too large or too small for one.
    #[error("a number is not finite")]
    NotFinite,
    /// The reference set has fewer than two rows.
    #[error("the reference set has {rows} rows, at least 2 are needed")]
    TooFewRows {
        /// How many it has.
        rows: usize,
    },
    /// The reference set does not vary on a dimension.
    #[error("the reference set does not vary on dimension {dimension}")]
    NoVariance {
        /// The dimension, from 0.
        dimension: usize,
    },
}

/// The index of Kogut and Singh with its root.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KogutSingh {
    /// The index: the mean of D²/V. It is a squared distance.
    pub index: f64,
    /// Its square root, which is a distance.
    pub root: f64,
}

/// The sample variance of each dimension of a reference set, a row for each profile in it.
///
/// # Errors
/// [`NoKogutSingh`] for fewer than two rows, rows of different lengths, numbers that are not finite, a dimension that does not
/// vary, and a variance that is too large or too small for a number.
pub fn variances(reference: &[Vec<f64>]) -> Result<Vec<f64>, NoKogutSingh> {
    let number = |v: Exact| Some(v.to_f64()).filter(|v| v.is_finite() && *v > 0.0).ok_or(NoKogutSingh::NotFinite);
    exact_variances(reference)?.into_iter().map(number).collect()
}

fn exact_variances(reference: &[Vec<f64>]) -> Result<Vec<Exact>, NoKogutSingh> {
    let dimensions = reference.first().map_or(0, Vec::len);
    if reference.len() < 2 {
        return Err(NoKogutSingh::TooFewRows { rows: reference.len() });
    }
    if reference.iter().any(|row| row.len() != dimensions) {
        return Err(NoKogutSingh::Shape);
    }
    if reference.iter().flatten().any(|x| !x.is_finite()) {
        return Err(NoKogutSingh::NotFinite);
    }
    let of = |dimension: usize| {
        let column: Vec<f64> = reference.iter().filter_map(|row| row.get(dimension).copied()).collect();
        exact_variance(&column).filter(Exact::is_positive).ok_or(NoKogutSingh::NoVariance { dimension })
    };
    (0..dimensions).map(of).collect()
}

/// The index of Kogut and Singh from given variances: the mean over the dimensions of (x − y)²/V.
///
/// # Errors
/// [`NoKogutSingh`] for no dimensions, different lengths, numbers that are not finite, and a variance that is not above 0.
pub fn kogut_singh_with(x: &[f64], y: &[f64], variances: &[f64]) -> Result<KogutSingh, NoKogutSingh> {
    if x.len() != y.len() || x.len() != variances.len() {
        return Err(NoKogutSingh::Shape);
    }
    if variances.iter().any(|x| !x.is_finite()) {
        return Err(NoKogutSingh::NotFinite);
    }
    let variances: Vec<Exact> = variances.iter().map(|v| Exact::of(*v)).collect();
    index(x, y, &variances)
}

fn index(x: &[f64], y: &[f64], variances: &[Exact]) -> Result<KogutSingh, NoKogutSingh> {
    if x.len() != y.len() || x.len() != variances.len() {
        return Err(NoKogutSingh::Shape);
    }
    if x.iter().chain(y).any(|x| !x.is_finite()) {
        return Err(NoKogutSingh::NotFinite);
    }
    let mut sum = Exact::zero();
    for (dimension, ((x, y), variance)) in x.iter().zip(y).zip(variances).enumerate() {
        let share = square(*x, *y).checked_div(variance).filter(|_| variance.is_positive());
        sum = sum + share.ok_or(NoKogutSingh::NoVariance { dimension })?;
    }
    let n = Exact::from(i64::try_from(x.len()).unwrap_or(i64::MAX));
    let exact = sum.checked_div(&n).ok_or(NoKogutSingh::NoDimensions)?;
    let (index, root) = (exact.to_f64(), root(&exact).ok_or(NoKogutSingh::NotFinite)?);
    if !index.is_finite() || (index == 0.0 && !exact.is_zero()) {
        return Err(NoKogutSingh::NotFinite);
    }
    Ok(KogutSingh { index, root })
}

/// The index of Kogut and Singh over a reference set, a row for each profile in it.
///
/// B. Kogut and H. Singh, The effect of national culture on the choice of entry mode, Journal of International Business Studies
/// 19(3), 1988, 411-432. They divide by the variance of each index over the countries of their set: here the sample variance.
///
/// # Errors
/// [`NoKogutSingh`] for no dimensions, fewer than two rows, different lengths, and a dimension on which the rows do not vary.
pub fn kogut_singh(x: &[f64], y: &[f64], reference: &[Vec<f64>]) -> Result<KogutSingh, NoKogutSingh> {
    match variances(reference) {
        Ok(variances) => kogut_singh_with(x, y, &variances),
        // Too large or too small for a number, but not too much so to divide by.
        Err(NoKogutSingh::NotFinite) => index(x, y, &exact_variances(reference)?),
        Err(other) => Err(other),
    }
}
