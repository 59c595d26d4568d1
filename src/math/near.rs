//! Whole numbers not below 0 that may be too long for a machine word, by their leading bits.
//!
//! Of a long number only bounds are kept, and sums and quotients are taken on the bounds. Where both bounds round to the same
//! floating-point number, that is what the exact number rounds to; where they do not, [`Near::over`] says so, and the caller
//! computes exactly. Short numbers are their own bounds.

use std::ops::{Add, AddAssign};

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

/// How many leading bits are kept of the longest of the numbers that are counted in one unit: 2^48 of them add up in 128 bits.
const KEPT: u64 = 80;

/// A number that lies somewhere from `least` to `most`, in a unit that the numbers it is added to share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Near {
    least: u128,
    most: u128,
}

/// How many bits of each are dropped, for numbers that are to share a unit.
pub(super) fn dropped<'a>(numbers: impl IntoIterator<Item = &'a BigInt>) -> u64 {
    numbers.into_iter().map(BigInt::bits).max().unwrap_or(0).saturating_sub(KEPT)
}

impl Near {
    /// The size of a number without its last bits.
    pub(super) fn new(number: &BigInt, dropped: u64) -> Self {
        if dropped == 0 {
            // At most 80 bits.
            let size = number.magnitude().to_u128().unwrap_or(u128::MAX);
            return Self { least: size, most: size };
        }
        let least = (number.magnitude() >> dropped).to_u128().unwrap_or(u128::MAX);
        Self { least, most: least.saturating_add(u128::from(!number.is_zero())) }
    }

    /// The number itself, where it is known and a floating-point number holds it.
    fn short(self) -> Option<u64> {
        let known = self.least == self.most;
        u64::try_from(self.most).ok().filter(|x| known && *x <= 1 << 53)
    }

    /// Whether the number is 0.
    pub(super) fn is_zero(self) -> bool {
        self.most == 0
    }

    /// The difference from a number that is known not to be larger.
    pub(super) fn less(self, other: Self) -> Self {
        Self { least: self.least.saturating_sub(other.most), most: self.most.saturating_sub(other.least) }
    }

    /// How far two numbers lie apart.
    pub(super) fn apart(self, other: Self) -> Self {
        let (there, back) = (self.less(other), other.less(self));
        Self { least: there.least.max(back.least), most: there.most.max(back.most) }
    }

    /// Whether this number is at or above another; `None` when the leading bits do not say.
    pub(super) fn is_at_least(self, other: Self) -> Option<bool> {
        if self.least >= other.most {
            Some(true)
        } else if self.most <= other.least {
            Some(false)
        } else {
            None
        }
    }

    /// The quotient of two numbers in the same unit, rounded once; `None` when the leading bits do not decide it, and over 0.
    #[expect(
        clippy::cast_precision_loss,
        reason = "this is the one rounding; powers of two and what is below 2^53 are exact"
    )]
    pub(super) fn over(self, other: Self) -> Option<f64> {
        if let (Some(above), Some(below)) = (self.short(), other.short()) {
            return (below > 0).then(|| above as f64 / below as f64);
        }
        if other.least == 0 || self.most == 0 {
            return (other.least > 0).then_some(0.0);
        }
        // The dividend fills 128 bits and the divisor at most 64, so bounds of the quotient are known to some 63 bits.
        let up = self.most.leading_zeros();
        let down = 64_u32.saturating_sub(other.most.leading_zeros());
        let least = (self.least << up) / ((other.most >> down) + 1);
        let most = (self.most << up).checked_div(other.least >> down)?.saturating_add(1);
        let rounded = least as f64;
        (rounded == most as f64).then(|| rounded / (1_u128 << up) as f64 / (1_u128 << down) as f64)
    }
}

impl Add for Near {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { least: self.least.saturating_add(other.least), most: self.most.saturating_add(other.most) }
    }
}

impl AddAssign for Near {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::iter::Sum for Near {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::exact::quotient;
    use num_traits::Signed;
    use proptest::prelude::*;

    /// Numbers of one word up to many, with runs of equal bits in which roundings are tight.
    fn number() -> impl Strategy<Value = BigInt> {
        (0..u64::MAX, 0..300_usize, 0..4_u64, 0..300_usize)
            .prop_map(|(a, up, b, more)| ((BigInt::from(a) >> (a % 64)) << up) + (BigInt::from(b) << more))
    }

    #[test]
    fn short_numbers_are_divided_as_they_are() {
        let near = |x: i64| Near::new(&BigInt::from(x), 0);
        assert_eq!(near(1).over(near(3)), Some(1.0 / 3.0));
        assert_eq!(near(0).over(near(3)), Some(0.0));
        assert_eq!(near(3).over(near(0)), None);
        assert_eq!(near(-5).apart(near(7)), near(2));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_decided_is_what_is_exact(x in number(), y in number(), z in number()) {
            let cut = dropped([&x, &y, &z]);
            let [a, b, c] = [&x, &y, &z].map(|n| Near::new(n, cut));
            let cases = [
                (a, &x, c, &z),
                (a + b, &(&x + &y), c, &z),
                (a.apart(b), &(&x - &y).abs(), c, &z),
                (a, &x, a + b, &(&x + &y)),
                ((a + b).less(a), &y, a + b + c, &(&x + &y + &z)),
            ];
            for (above, exactly_above, below, exactly_below) in cases {
                if let Some(decided) = above.over(below) {
                    prop_assert_eq!(Some(decided), quotient(exactly_above, exactly_below));
                }
            }
            if let Some(at_least) = a.is_at_least(b) {
                prop_assert!(x == y || at_least == (x > y));
            }
        }
    }
}
