//! Two rows of signs compared: where they agree, where they oppose, where one of them is neutral.
//!
//! Z. Pawlak, "An inquiry into anatomy of conflicts", *Information Sciences* 109, 1998: for two different rows φ = 1 where both signs
//! are the same and not 0, −1 where they are opposite, 0 where one of them is 0; distance = (1 − φ)/2. All counts are whole
//! numbers, so every share is exact.

use serde::{Serialize, Serializer};

use super::{Exact, exact};
use crate::vocabulary::vocabulary;

/// A sign. In JSON −1, 0 or 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Below 0.
    Minus,
    /// Exactly 0.
    Zero,
    /// Above 0.
    Plus,
}

impl Sign {
    /// The sign of a number.
    pub fn of(x: f64) -> Self {
        if x > 0.0 {
            Self::Plus
        } else if x < 0.0 {
            Self::Minus
        } else {
            Self::Zero
        }
    }

    /// −1, 0 or 1.
    pub fn number(self) -> i8 {
        match self {
            Self::Minus => -1,
            Self::Zero => 0,
            Self::Plus => 1,
        }
    }
}

impl Serialize for Sign {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i8(self.number())
    }
}

/// Pawlak's auxiliary function of two signs of different parties: 1, 0 or −1. Of a party with itself it is 1.
pub fn phi(a: Sign, b: Sign) -> i8 {
    a.number() * b.number()
}

vocabulary! {
    /// How far two signs of different parties are apart, 0 … 1.
    Distance, "three-way distance" {
        /// (1 − φ)/2: a neutral sign is half way from everything, another neutral sign included (Pawlak 1998).
        Pawlak = "pawlak",
        /// |a − b|/2: two neutral signs are not apart (Yao 2019).
        HalfDifference = "half-difference",
    }
}

impl Distance {
    /// The distance of two signs of different parties: 0, ½ or 1.
    pub fn between(self, a: Sign, b: Sign) -> f64 {
        let halves = match self {
            Self::Pawlak => 1 - phi(a, b),
            Self::HalfDifference => (a.number() - b.number()).abs(),
        };
        f64::from(halves) / 2.0
    }
}

/// How two rows compare: counts of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// In which both signs are known; the sum of the next three.
    pub common: usize,
    /// The same sign, not 0.
    pub alliance: usize,
    /// Opposite signs.
    pub conflict: usize,
    /// 0 on one side or both.
    pub neutral: usize,
    /// 0 on both sides; counted in `neutral` as well.
    pub both_neutral: usize,
}

impl Tally {
    /// The comparison of two rows, given as the signs of the columns in which both are known.
    pub fn of(common: impl IntoIterator<Item = (Sign, Sign)>) -> Self {
        let mut tally = Self::default();
        common.into_iter().for_each(|(a, b)| tally.add(a, b));
        tally
    }

    /// Counts one column more.
    pub fn add(&mut self, a: Sign, b: Sign) {
        self.common += 1;
        match phi(a, b) {
            1 => self.alliance += 1,
            -1 => self.conflict += 1,
            _ => self.neutral += 1,
        }
        self.both_neutral += usize::from(a == Sign::Zero && b == Sign::Zero);
    }

    /// A count as a share of the common columns, 0 … 1; `None` without a common column.
    pub fn share(&self, count: usize) -> Option<f64> {
        ratio(count, self.common)
    }

    /// The distance as a number of halves, out of `2 × common`.
    pub(crate) fn halves(&self, distance: Distance) -> usize {
        let halves = 2 * self.conflict + self.neutral;
        match distance {
            Distance::Pawlak => halves,
            Distance::HalfDifference => halves - self.both_neutral,
        }
    }

    /// The mean distance over the common columns, 0 … 1; `None` without one.
    pub fn distance(&self, distance: Distance) -> Option<f64> {
        ratio(self.halves(distance), 2 * self.common)
    }
}

fn ratio(a: usize, b: usize) -> Option<f64> {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    exact::ratio(number(a), number(b))
}

/// The degree of conflict of one column with so many signs above, at and below 0: the ordered pairs of opposite signs as a share
/// of the most that so many rows could make, 2⌈n/2⌉(n − ⌈n/2⌉). `None` for fewer than two rows.
pub fn degree_of_conflict(plus: usize, zero: usize, minus: usize) -> Option<Exact> {
    let whole = |n: usize| Exact::from(i64::try_from(n).unwrap_or(i64::MAX));
    let n = plus + zero + minus;
    let most = whole(n.div_ceil(2)) * whole(n / 2);
    (whole(plus) * whole(minus)).checked_div(&most)
}

/// The mean of exact numbers; `None` for none.
pub fn mean(degrees: &[Exact]) -> Option<Exact> {
    degrees.iter().sum::<Exact>().checked_div(&Exact::from(i64::try_from(degrees.len()).ok()?))
}
