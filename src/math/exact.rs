//! Exact arithmetic on the numbers that people write.
//!
//! A workshop number such as 3.3 is the decimal 33/10, not the nearest binary fraction. Decisions (does the net pass the target, do
//! two sides tie) and reported sums are taken on these exact values and rounded once, so neither the order of the addends nor
//! the representation of a number can change an answer.

use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::{One, Signed, ToPrimitive, Zero};

/// An exact rational number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Exact(Form);

/// The form of a number: in lowest terms with a denominator above 0, and short wherever that fits. So one number has one form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Form {
    /// The numerator and the denominator. Products of two such fit in 128 bits, and so do sums of two products.
    Short(i64, i64),
    Long(BigRational),
}
use Form::{Long, Short};

impl Exact {
    /// Zero.
    pub fn zero() -> Self {
        Self(Short(0, 1))
    }

    /// The decimal number whose shortest writing is that of `x`: 0.1 is one tenth. Not-a-number and infinities give `None`.
    pub fn from_decimal(x: f64) -> Option<Self> {
        if !x.is_finite() {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "checked: a whole number below 2^53")]
        if x.fract() == 0.0 && x.abs() < 9.0e15 {
            return Some(Self::from(x as i64));
        }
        if let Some(parts) = short(x) {
            return Some(Self::lowest(i128::from(parts), 256));
        }
        let text = format!("{x:e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let exponent: i64 = exponent.parse().ok()?;
        let decimals = mantissa.split_once('.').map_or(0, |(_, d)| d.len());
        // At most 17 digits.
        let digits: i64 = mantissa.replace('.', "").parse().ok()?;
        let shift = exponent - i64::try_from(decimals).ok()?;
        let places = u32::try_from(shift.unsigned_abs()).ok()?;
        if let Some(power) = 10_i128.checked_pow(places).filter(|_| shift < 0) {
            return Some(Self::lowest(i128::from(digits), power));
        }
        let (digits, power) = (BigInt::from(digits), BigInt::from(10).pow(places));
        Some(Self::of_long(if shift >= 0 {
            BigRational::from_integer(digits * power)
        } else {
            BigRational::new(digits, power)
        }))
    }

    /// As [`Exact::from_decimal`], with 0 for what is not finite; for numbers whose type excludes that.
    pub(crate) fn of(x: f64) -> Self {
        Self::from_decimal(x).unwrap_or_else(Self::zero)
    }

    /// A fraction with a denominator above 0.
    fn lowest(above: i128, below: i128) -> Self {
        // Most fractions fit in 64 bits before they are in lowest terms, where that is quicker.
        if let (Ok(above), Ok(below)) = (i64::try_from(above), i64::try_from(below)) {
            let lowest = if below == 1 { Ratio::new_raw(above, below) } else { Ratio::new(above, below) };
            return Self(Short(*lowest.numer(), *lowest.denom()));
        }
        let lowest = Ratio::new(above, below);
        match (i64::try_from(*lowest.numer()), i64::try_from(*lowest.denom())) {
            (Ok(above), Ok(below)) => Self(Short(above, below)),
            _ => Self(Long(BigRational::new_raw(BigInt::from(*lowest.numer()), BigInt::from(*lowest.denom())))),
        }
    }

    /// A long number in lowest terms.
    fn of_long(x: BigRational) -> Self {
        match (x.numer().to_i64(), x.denom().to_i64()) {
            (Some(above), Some(below)) => Self(Short(above, below)),
            _ => Self(Long(x)),
        }
    }

    fn to_long(&self) -> BigRational {
        match &self.0 {
            Short(above, below) => BigRational::new_raw(BigInt::from(*above), BigInt::from(*below)),
            Long(x) => x.clone(),
        }
    }

    /// The quotient, or `None` when `other` is zero.
    pub fn checked_div(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        if let (Short(a, b), Short(c, d)) = (&self.0, &other.0) {
            let (above, below) = (wide(*a) * wide(*d), wide(*b) * wide(*c));
            return Some(if below < 0 { Self::lowest(-above, -below) } else { Self::lowest(above, below) });
        }
        Some(Self::of_long(self.to_long() / other.to_long()))
    }

    /// The nearest floating-point number.
    pub fn to_f64(&self) -> f64 {
        let x = match &self.0 {
            Short(above, below) => Ratio::new_raw(*above, *below).to_f64(),
            Long(x) => x.to_f64(),
        };
        let x = x.unwrap_or(0.0);
        if x == 0.0 { 0.0 } else { x }
    }

    /// The largest whole number not above this one, when it fits.
    pub fn floor_i64(&self) -> Option<i64> {
        match &self.0 {
            Short(above, below) => Some(above.div_euclid(*below)),
            Long(x) => x.floor().to_integer().to_i64(),
        }
    }

    /// The smallest whole number not below this one, when it fits.
    pub fn ceil_i64(&self) -> Option<i64> {
        match &self.0 {
            Short(above, below) => i64::try_from(-(-wide(*above)).div_euclid(wide(*below))).ok(),
            Long(x) => x.ceil().to_integer().to_i64(),
        }
    }

    /// Whether this is zero.
    pub fn is_zero(&self) -> bool {
        // Zero is short.
        matches!(self.0, Short(0, _))
    }

    /// Whether this is above zero.
    pub fn is_positive(&self) -> bool {
        match &self.0 {
            Short(above, _) => *above > 0,
            Long(x) => x.is_positive(),
        }
    }

    /// Whether this is below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Short(above, _) => *above < 0,
            Long(x) => x.is_negative(),
        }
    }

    /// The absolute value.
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self.clone() } else { self.clone() }
    }

    /// One.
    pub fn one() -> Self {
        Self(Short(1, 1))
    }

    /// A whole number.
    pub(crate) fn whole(x: i128) -> Self {
        Self::lowest(x, 1)
    }

    /// The numerator and the denominator in lowest terms; the denominator is above 0.
    pub(crate) fn parts(&self) -> (BigInt, BigInt) {
        self.to_long().into_raw()
    }

    /// a/b; `None` when b is zero.
    pub(crate) fn fraction(a: &BigInt, b: &BigInt) -> Option<Self> {
        (!b.is_zero()).then(|| Self::of_long(BigRational::new(a.clone(), b.clone())))
    }
}

fn wide(x: i64) -> i128 {
    i128::from(x)
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Short(a, b), Short(c, d)) => (wide(*a) * wide(*d)).cmp(&(wide(*c) * wide(*b))),
            _ => self.to_long().cmp(&other.to_long()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// a/b rounded once, without bringing it to lowest terms first; `None` when b is 0.
pub(crate) fn quotient(a: &BigInt, b: &BigInt) -> Option<f64> {
    const EXACT: i64 = 1 << 53;
    const KEPT: u64 = 192;
    let whole = |x: &BigInt| x.to_i64().filter(|x| (-EXACT..=EXACT).contains(x)).and_then(|x| x.to_f64());
    let over = |a: BigInt, b: BigInt| Exact(Long(BigRational::new_raw(a, b))).to_f64();
    if b.is_zero() {
        return None;
    }
    if let (Some(a), Some(b)) = (whole(a), whole(b)) {
        return Some(if a == 0.0 { 0.0 } else { a / b });
    }
    let sign = if a.is_negative() == b.is_negative() { 1.0 } else { -1.0 };
    let (a, b) = (a.abs(), b.abs());
    // Of long numbers the leading digits decide, unless they leave the rounding open.
    if let Some(cut) = a.bits().min(b.bits()).checked_sub(KEPT) {
        let (x, y) = (&a >> cut, &b >> cut);
        let (low, high) = (over(x.clone(), &y + 1), over(x + 1, y));
        if low == high {
            return Some(sign * low);
        }
    }
    Some(sign * over(a, b))
}

/// The least common multiple of two numbers above 0.
pub(crate) fn lcm(a: &BigInt, b: &BigInt) -> BigInt {
    BigRational::new(a.clone(), b.clone()).numer() * b
}

/// Exact numbers as whole numbers over one common denominator.
pub(crate) fn over_one<'a>(numbers: impl Iterator<Item = &'a Exact> + Clone) -> (Vec<BigInt>, BigInt) {
    let short_unit = numbers.clone().try_fold(1_i64, |unit, x| match &x.0 {
        Short(_, below) if unit % below == 0 => Some(unit),
        Short(_, below) => Ratio::new(unit, *below).numer().checked_mul(*below),
        Long(_) => None,
    });
    if let Some(unit) = short_unit {
        let whole = numbers.map(|x| match &x.0 {
            Short(above, below) => BigInt::from(wide(*above) * wide(unit / below)),
            Long(x) => (x * BigInt::from(unit)).to_integer(),
        });
        return (whole.collect(), BigInt::from(unit));
    }
    let numbers = numbers.map(Exact::to_long);
    let unit = numbers
        .clone()
        .fold(BigInt::one(), |unit, x| if (&unit % x.denom()).is_zero() { unit } else { lcm(&unit, x.denom()) });
    let whole = numbers.map(|x| x.numer() * (&unit / x.denom())).collect();
    (whole, unit)
}

impl From<i64> for Exact {
    fn from(x: i64) -> Self {
        Self(Short(x, 1))
    }
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: Self) -> Exact {
        match (&self.0, &other.0) {
            (Short(a, b), Short(c, d)) if b == d => Exact::lowest(wide(*a) + wide(*c), wide(*b)),
            (Short(a, b), Short(c, d)) => Exact::lowest(wide(*a) * wide(*d) + wide(*c) * wide(*b), wide(*b) * wide(*d)),
            _ => Exact::of_long(self.to_long() + other.to_long()),
        }
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: Self) -> Exact {
        self + &-other.clone()
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: Self) -> Exact {
        match (&self.0, &other.0) {
            (Short(a, b), Short(c, d)) => Exact::lowest(wide(*a) * wide(*c), wide(*b) * wide(*d)),
            _ => Exact::of_long(self.to_long() * other.to_long()),
        }
    }
}

macro_rules! operators {
    ($($op:ident $method:ident),+) => {$(
        impl $op for Exact {
            type Output = Self;
            fn $method(self, other: Self) -> Self { $op::$method(&self, &other) }
        }
    )+};
}
operators!(Add add, Sub sub, Mul mul);

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        match self.0 {
            Short(above, below) => Self::lowest(-wide(above), wide(below)),
            Long(x) => Self::of_long(-x),
        }
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::zero(), |a, b| a + b)
    }
}

impl<'a> Sum<&'a Self> for Exact {
    fn sum<I: Iterator<Item = &'a Self>>(iter: I) -> Self {
        iter.fold(Self::zero(), |a, b| &a + b)
    }
}

/// The parts of one that a short binary number is counted in.
const PARTS: f64 = 256.0;

/// A short binary number (a whole one, a half, a quarter … up to a 256th, below 2^20), counted in 256ths. Such a number is its own
/// decimal writing, so machine arithmetic on the counts is as exact as [`Exact`], and much faster. Workshop numbers are short.
fn short(x: f64) -> Option<i64> {
    let parts = x * PARTS;
    #[expect(clippy::cast_possible_truncation, reason = "checked: a whole number below 2^28")]
    (parts.abs() < 268_435_456.0 && parts.fract() == 0.0).then_some(parts as i64)
}

/// A count in parts as a number, rounded once: the division is by a power of two.
#[expect(clippy::cast_precision_loss, reason = "this is the one rounding")]
fn from_parts(parts: i128, unit: f64) -> f64 {
    parts as f64 / unit
}

/// The exact sum of decimal numbers, rounded once. Not-a-number and infinities count nothing.
pub fn sum(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let (mut parts, mut rest) = (0_i128, None::<Exact>);
    for x in numbers {
        match short(x) {
            Some(n) => parts += i128::from(n),
            None => rest = Some(rest.unwrap_or_else(Exact::zero) + Exact::of(x)),
        }
    }
    match rest {
        None => from_parts(parts, PARTS),
        Some(rest) => (rest + Exact::lowest(parts, 256)).to_f64(),
    }
}

/// Decimal numbers counted in the largest 1/d of which all of them are whole multiples; `None` when a count does not fit.
pub(crate) fn in_common_parts(numbers: &[f64]) -> Option<Vec<i128>> {
    let all: Vec<Exact> = numbers.iter().map(|x| Exact::of(*x)).collect();
    let (whole, _) = over_one(all.iter());
    whole.iter().map(BigInt::to_i128).collect()
}

/// The exact product of decimal numbers, rounded once; 1 for none.
pub fn product(numbers: impl IntoIterator<Item = f64, IntoIter: Clone>) -> f64 {
    let numbers = numbers.into_iter();
    // Counts stay below 2^28, so four of them fit in 128 bits.
    let parts = numbers.clone().enumerate().try_fold((1_i128, 1.0), |(all, unit), (i, x)| {
        (i < 4).then_some(())?;
        Some((all * i128::from(short(x)?), unit * PARTS))
    });
    match parts {
        Some((parts, unit)) => from_parts(parts, unit),
        None => numbers.map(Exact::of).fold(Exact::one(), |a, b| a * b).to_f64(),
    }
}

/// The exact mean of decimal numbers, rounded once; `None` for none.
pub fn mean(numbers: &[f64]) -> Option<f64> {
    let n = i64::try_from(numbers.len()).ok()?;
    numbers.iter().map(|x| Exact::of(*x)).sum::<Exact>().checked_div(&Exact::from(n)).map(|m| m.to_f64())
}

/// The exact quotient of two decimal numbers, rounded once; `None` when the divisor is 0.
pub fn ratio(a: f64, b: f64) -> Option<f64> {
    if short(a).is_some() && short(b).is_some() {
        return (b != 0.0).then(|| if a == 0.0 { 0.0 } else { a / b });
    }
    Exact::of(a).checked_div(&Exact::of(b)).map(|q| q.to_f64())
}

/// (a − b)/c of decimal numbers, exact and rounded once; `None` when c is 0.
pub fn difference_ratio(a: f64, b: f64, c: f64) -> Option<f64> {
    if let (Some(x), Some(y), Some(_)) = (short(a), short(b), short(c)) {
        return ratio(from_parts(i128::from(x - y), PARTS), c);
    }
    (Exact::of(a) - Exact::of(b)).checked_div(&Exact::of(c)).map(|q| q.to_f64())
}

/// The exact difference of two decimal numbers, rounded once.
pub fn difference(a: f64, b: f64) -> f64 {
    sum([a, -b])
}

/// The median with weights: the first value, ascending, at which the cumulated weight passes one half; where it reaches one half
/// exactly, the mean of that value and the next. Equal weights give the ordinary median. `None` without positive weight.
pub fn weighted_median(values: &[(f64, f64)]) -> Option<f64> {
    let mut sorted: Vec<(f64, Exact)> =
        values.iter().filter(|(_, w)| *w > 0.0).map(|(v, w)| (*v, Exact::of(*w))).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: Exact = sorted.iter().map(|(_, w)| w).sum();
    let half = total.checked_div(&Exact::from(2))?;
    let mut run = Exact::zero();
    let mut rest = sorted.iter();
    while let Some((value, weight)) = rest.next() {
        run = &run + weight;
        match run.cmp(&half) {
            Ordering::Less => {}
            Ordering::Greater => return Some(*value),
            Ordering::Equal => return mean(&[*value, rest.next().map_or(*value, |(next, _)| *next)]),
        }
    }
    None
}

/// The ordinary median: the mean of the middle two for an even number; `None` for none.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let high = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 { Some(high) } else { mean(&[*sorted.get(middle.checked_sub(1)?)?, high]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decimals_are_what_was_written() {
        assert_eq!(sum([0.1, 0.2]), 0.3);
        assert_eq!(Exact::of(0.1) + Exact::of(0.2), Exact::of(0.3));
        assert_eq!(product([3.3, 2.7]), 8.91);
        assert_eq!(mean(&[2.3, 3.4]), Some(2.85));
        assert_eq!(Exact::of(1e-300).to_f64(), 1e-300);
        assert_eq!(Exact::of(1.5e300).to_f64(), 1.5e300);
        assert!(Exact::from_decimal(f64::NAN).is_none());
        assert_eq!(Exact::of(-0.0).to_f64().to_bits(), 0.0_f64.to_bits());
        assert_eq!(ratio(1.0, 0.0), None);
    }

    #[test]
    fn medians() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0, 1.0]), Some(2.0));
        assert_eq!(median(&[5.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(weighted_median(&[(1.0, 0.5), (5.0, 2.0)]), Some(5.0));
        assert_eq!(weighted_median(&[(1.0, 0.0)]), None);
        assert_eq!(weighted_median(&[(4.0, 1.0), (1.0, 1.0)]), median(&[1.0, 4.0]));
        assert_eq!(weighted_median(&[(1.0, 0.3), (2.0, 0.1), (4.0, 0.2)]), Some(1.5));
    }

    #[test]
    fn quotients_of_long_numbers_are_rounded_once() {
        let ten = |n: u32| BigInt::from(10).pow(n);
        assert_eq!(quotient(&ten(200), &(ten(200) * 3)), Some(1.0 / 3.0));
        assert_eq!(quotient(&(-ten(120)), &(ten(119) * 4)), Some(-2.5));
        // Half way between two numbers, and a hair above it.
        let half = (BigInt::from(1) << 53) + 1;
        assert_eq!(quotient(&(&half * ten(200)), &ten(200)), Some(9_007_199_254_740_992.0));
        assert_eq!(quotient(&(&half * ten(200) + 1), &ten(200)), Some(9_007_199_254_740_994.0));
        assert_eq!(quotient(&ten(1), &BigInt::zero()), None);
        assert_eq!(quotient(&BigInt::zero(), &(-ten(1))).map(f64::to_bits), Some(0));
        assert_eq!(quotient(&BigInt::zero(), &ten(90)).map(f64::to_bits), Some(0));
        assert_eq!(lcm(&BigInt::from(4), &BigInt::from(6)), BigInt::from(12));
    }

    proptest! {
        #[test]
        fn every_finite_number_is_read_back(x in proptest::num::f64::NORMAL | proptest::num::f64::ZERO) {
            prop_assert_eq!(Exact::of(x).to_f64(), x);
        }

        #[test]
        fn short_numbers_and_long_ones_are_one_arithmetic(
            a in prop_oneof![(-2000..2000_i32).prop_map(|x| f64::from(x) / 256.0), -9.0..9.0_f64, (-90..90_i32).prop_map(|x| f64::from(x) / 10.0)],
            b in prop_oneof![(-2000..2000_i32).prop_map(|x| f64::from(x) / 4.0), -9.0..9.0_f64],
            c in prop_oneof![(1..2000_i32).prop_map(f64::from), 0.1..9.0_f64],
        ) {
            let [x, y, z] = [a, b, c].map(Exact::of);
            prop_assert_eq!(sum([a, b, c]), (x.clone() + y.clone() + z.clone()).to_f64());
            prop_assert_eq!(difference(a, b), (x.clone() - y.clone()).to_f64());
            prop_assert_eq!(product([a, b, c]), (x.clone() * y.clone() * z.clone()).to_f64());
            prop_assert_eq!(ratio(a, c), x.checked_div(&z).map(|q| q.to_f64()));
            prop_assert_eq!(difference_ratio(a, b, c), (x.clone() - y.clone()).checked_div(&z).map(|q| q.to_f64()));
            prop_assert_eq!(x.cmp(&y), a.total_cmp(&b));
        }

        #[test]
        fn short_fractions_are_as_long_ones(
            a in i64::MIN..i64::MAX, b in 1..i64::MAX, c in i64::MIN..i64::MAX, d in 1..i64::MAX, cut in 0..63_u32,
        ) {
            let long = |above: i64, below: i64| BigRational::new(BigInt::from(above), BigInt::from(below));
            let (a, b, c, d) = (a >> cut, (b >> cut).max(1), c >> (cut / 2), (d >> (cut / 2)).max(1));
            let [(x, p), (y, q)] = [(a, b), (c, d)].map(|(n, m)| (Exact::lowest(wide(n), wide(m)), long(n, m)));
            prop_assert_eq!(&x + &y, Exact::of_long(&p + &q));
            prop_assert_eq!(&x - &y, Exact::of_long(&p - &q));
            prop_assert_eq!(&x * &y, Exact::of_long(&p * &q));
            prop_assert_eq!(x.checked_div(&y), (!q.is_zero()).then(|| Exact::of_long(&p / &q)));
            prop_assert_eq!(x.cmp(&y), p.cmp(&q));
            prop_assert_eq!(x.abs(), Exact::of_long(p.abs()));
            prop_assert_eq!((x.floor_i64(), x.ceil_i64()), (p.floor().to_integer().to_i64(), p.ceil().to_integer().to_i64()));
            prop_assert_eq!(x.to_f64(), Exact(Long(p)).to_f64());
            let long_unit = lcm(&BigInt::from(b), &BigInt::from(d));
            let (whole, unit) = over_one([&x, &y].into_iter());
            prop_assert!((&long_unit % &unit).is_zero());
            prop_assert_eq!(quotient(&whole[0], &unit), Some(x.to_f64()));
            prop_assert_eq!(quotient(&whole[1], &unit), Some(y.to_f64()));
        }

        #[test]
        fn order_does_not_matter(mut v in proptest::collection::vec(-100.0..100.0_f64, 0..20)) {
            let a = sum(v.iter().copied());
            v.reverse();
            prop_assert_eq!(a.to_bits(), sum(v).to_bits());
        }
    }
}
