//! Kendall's coefficient of concordance W.
//!
//! M. G. Kendall and B. Babington Smith, "The problem of m rankings", *Annals of Mathematical Statistics* 10 (1939), with the
//! correction for ties of Kendall's *Rank Correlation Methods*.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use statrs::function::{beta::checked_beta_reg, gamma::checked_gamma_ur};

use super::exact::quotient;
use super::ranks;
use super::ratings::{Degenerate, Items, Judges, Table};

/// How far judges agree on the order of items.
#[derive(Debug, Clone, PartialEq)]
pub struct Concordance {
    /// m: how many judges rated every item.
    pub judges: usize,
    /// n: how many items there are.
    pub items: usize,
    /// The places of the judges that did not rate every item and are left out, ascending.
    pub dropped: Vec<usize>,
    /// The sum of the midranks of each item, the lowest rating ranked first; exact.
    pub rank_sums: Vec<f64>,
    /// S = Σ (rank sum − m(n + 1)/2)², exact.
    pub s: f64,
    /// ΣT = Σ (t³ − t) over the groups of t ties of every judge.
    pub ties: f64,
    /// W = 12S/(m²(n³ − n) − mΣT): 0 no agreement, 1 full agreement.
    pub w: Result<f64, Degenerate>,
    /// 12S/(m²(n³ − n)), without the correction for ties.
    pub w_uncorrected: Result<f64, Degenerate>,
    /// (mW − 1)/(m − 1): without ties the mean Spearman correlation of the pairs of judges, with ties close to it.
    pub mean_spearman_from_w: Result<f64, Degenerate>,
    /// The mean Spearman correlation of the pairs of judges; undefined when a judge rated everything alike.
    pub mean_pairwise_spearman: Result<f64, Degenerate>,
    /// χ² = m(n − 1)W.
    pub chi_squared: Result<f64, Degenerate>,
    /// n − 1, the degrees of freedom of χ².
    pub df: Result<f64, Degenerate>,
    /// The probability of so large a χ² or a larger one if the judges rank at random; an approximation for many judges.
    pub p_chi_squared: Result<f64, Degenerate>,
    /// F = (m − 1)W/(1 − W).
    pub f: Result<f64, Degenerate>,
    /// n − 1 − 2/m, the first degrees of freedom of F.
    pub df1: Result<f64, Degenerate>,
    /// (m − 1)·df1, the second degrees of freedom of F.
    pub df2: Result<f64, Degenerate>,
    /// The probability of so large an F or a larger one if the judges rank at random.
    pub p_f: Result<f64, Degenerate>,
}

/// What W is made of: numerator and denominator in whole numbers, and the sums behind them.
#[derive(Debug, Clone)]
pub(crate) struct Ranked {
    judges: i128,
    items: i128,
    /// Twice the rank sums.
    sums: Vec<i128>,
    ties: i128,
}

impl Ranked {
    pub(crate) fn new(items: usize) -> Self {
        Self { judges: 0, items: i128::try_from(items).unwrap_or(0), sums: vec![0; items], ties: 0 }
    }

    /// Counts a judge so many times: twice its midranks.
    pub(crate) fn add(&mut self, doubled: &[i64], times: i128) {
        self.judges += times;
        self.ties += times * ranks::ties(doubled);
        for (sum, rank) in self.sums.iter_mut().zip(doubled) {
            *sum += times * i128::from(*rank);
        }
    }

    /// 4S.
    fn four_s(&self) -> i128 {
        let mean = self.judges * (self.items + 1);
        self.sums.iter().map(|sum| (sum - mean) * (sum - mean)).sum()
    }

    fn cubes(&self) -> i128 {
        self.items * self.items * self.items - self.items
    }

    /// 12S and m²(n³ − n) − mΣT.
    fn fraction(&self) -> Result<(BigInt, BigInt), Degenerate> {
        if self.items < 2 {
            return Err(Degenerate::OneItem);
        }
        if self.judges < 2 {
            return Err(Degenerate::OneJudge);
        }
        let m = BigInt::from(self.judges);
        let below = &m * &m * self.cubes() - &m * self.ties;
        if below == BigInt::ZERO { Err(Degenerate::AllTied) } else { Ok((BigInt::from(self.four_s()) * 3, below)) }
    }

    /// W.
    pub(crate) fn w(&self) -> Result<f64, Degenerate> {
        let (above, below) = self.fraction()?;
        quotient(&above, &below).ok_or(Degenerate::AllTied)
    }
}

/// The place of a judge, and twice its midranks.
pub(crate) type Ranks = (usize, Vec<i64>);

/// The judges that rated every item with twice their midranks, and the places of the others.
pub(crate) fn ranked(table: &Table<Judges, Items>) -> (Ranked, Vec<Ranks>, Vec<usize>) {
    let (mut all, mut complete, mut dropped) = (Ranked::new(table.columns()), Vec::new(), Vec::new());
    for judge in 0..table.rows() {
        match table.row(judge).iter().copied().collect::<Option<Vec<f64>>>() {
            Some(ratings) => {
                let doubled = ranks::doubled(&ratings);
                all.add(&doubled, 1);
                complete.push((judge, doubled));
            }
            None => dropped.push(judge),
        }
    }
    (all, complete, dropped)
}

/// Kendall's W with its tests, over the judges that rated every item.
pub fn concordance(table: &Table<Judges, Items>) -> Concordance {
    let (all, complete, dropped) = ranked(table);
    let fraction = all.fraction();
    let (m, n) = (BigInt::from(all.judges), BigInt::from(all.items));
    let one = BigInt::from(1);
    let of_w = |value: &dyn Fn(&BigInt, &BigInt) -> (BigInt, BigInt), at_zero: Degenerate| {
        let (above, below) = fraction.as_ref().map_err(|reason| *reason)?;
        let (above, below) = value(above, below);
        quotient(&above, &below).ok_or(at_zero)
    };
    let w = of_w(&|a, b| (a.clone(), b.clone()), Degenerate::AllTied);
    let defined = fraction.as_ref().map(|_| ()).map_err(|reason| *reason);
    let sized = match defined {
        Err(reason @ (Degenerate::OneItem | Degenerate::OneJudge)) => Err(reason),
        _ => Ok(()),
    };
    let w_uncorrected = sized
        .and_then(|()| quotient(&BigInt::from(all.four_s() * 3), &(&m * &m * all.cubes())).ok_or(Degenerate::OneItem));
    let df = sized.map(|()| whole(all.items - 1));
    let chi_squared = of_w(&|a, b| (&m * (&n - &one) * a, b.clone()), Degenerate::AllTied);
    let f = of_w(&|a, b| ((&m - &one) * a, b - a), Degenerate::FullAgreement);
    let numerator = &m * (&n - &one) - 2;
    let freedom = sized.and_then(|()| if numerator > BigInt::ZERO { Ok(()) } else { Err(Degenerate::NoFreedom) });
    let df1 = freedom.and_then(|()| quotient(&numerator, &m).ok_or(Degenerate::NoFreedom));
    let df2 = freedom.and_then(|()| quotient(&((&m - &one) * &numerator), &m).ok_or(Degenerate::NoFreedom));
    Concordance {
        judges: complete.len(),
        items: table.columns(),
        dropped,
        rank_sums: all.sums.iter().map(|sum| whole(*sum) / 2.0).collect(),
        s: whole(all.four_s()) / 4.0,
        ties: whole(all.ties),
        w,
        w_uncorrected,
        mean_spearman_from_w: of_w(&|a, b| (&m * a - b, b * (&m - &one)), Degenerate::OneJudge),
        mean_pairwise_spearman: sized.and_then(|()| mean_spearman(&all, &complete)),
        chi_squared,
        df,
        p_chi_squared: chi_squared.and_then(|x| chi_squared_tail(x, df?)),
        f,
        df1,
        df2,
        p_f: f.and_then(|x| f_tail(x, df1?, df2?)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "this is the one rounding")]
fn whole(x: i128) -> f64 {
    x as f64
}

/// P(χ² ≥ x) with so many degrees of freedom.
fn chi_squared_tail(x: f64, df: f64) -> Result<f64, Degenerate> {
    if x <= 0.0 {
        return Ok(1.0);
    }
    checked_gamma_ur(df / 2.0, x / 2.0).map_err(|_| Degenerate::NoFreedom)
}

/// P(F ≥ x) with so many degrees of freedom.
fn f_tail(x: f64, df1: f64, df2: f64) -> Result<f64, Degenerate> {
    if x <= 0.0 {
        return Ok(1.0);
    }
    checked_beta_reg(df2 / 2.0, df1 / 2.0, df2 / (df2 + df1 * x)).map_err(|_| Degenerate::NoFreedom)
}

/// The mean of the correlations of m rank vectors, from the length of the sum of the vectors brought to length 1. Vectors of one
/// length are summed as whole numbers first, and what is left is summed in an order that no judge and no item decides.
fn mean_spearman(all: &Ranked, complete: &[Ranks]) -> Result<f64, Degenerate> {
    let mut by_length: BTreeMap<i128, Vec<i128>> = BTreeMap::new();
    let mean = all.items + 1;
    for (_, doubled) in complete {
        let length: i128 = doubled.iter().map(|r| i128::from(*r) - mean).map(|d| d * d).sum();
        if length == 0 {
            return Err(Degenerate::FlatJudge);
        }
        let sum = by_length.entry(length).or_insert_with(|| vec![0; doubled.len()]);
        for (sum, rank) in sum.iter_mut().zip(doubled) {
            *sum += i128::from(*rank) - mean;
        }
    }
    let m = BigInt::from(all.judges);
    if let (1, Some((length, sum))) = (by_length.len(), by_length.first_key_value()) {
        let squares: i128 = sum.iter().map(|x| x * x).sum();
        let above = BigInt::from(squares) - &m * *length;
        return quotient(&above, &(&m * (&m - 1) * *length)).ok_or(Degenerate::OneJudge);
    }
    let mut sums = vec![0.0; complete.first().map_or(0, |(_, doubled)| doubled.len())];
    for (length, of) in &by_length {
        for (sum, x) in sums.iter_mut().zip(of) {
            *sum += whole(*x) / whole(*length).sqrt();
        }
    }
    let mut squares: Vec<f64> = sums.into_iter().map(|x: f64| x * x).collect();
    squares.sort_by(f64::total_cmp);
    let m = whole(all.judges);
    Ok(((squares.into_iter().sum::<f64>() - m) / (m * (m - 1.0))).clamp(-1.0, 1.0))
}
