//! How alike two rows of ratings are, and what a guess of one by the other makes of it.

use super::Exact;

/// 1 − mean |x − y|/range over pairs of decimal numbers, exactly: 1 the same, 0 as far apart as the range goes. `None` without
/// pairs, and where the range is not above 0.
pub fn similarity(pairs: impl IntoIterator<Item = (f64, f64)>, range: f64) -> Option<Exact> {
    let (mut apart, mut n) = (Exact::zero(), 0_i64);
    for (x, y) in pairs {
        apart = apart + (Exact::of(x) - Exact::of(y)).abs();
        n += 1;
    }
    let range = Exact::from_decimal(range).filter(Exact::is_positive)?;
    Some(Exact::one() - apart.checked_div(&(range * Exact::from(n)))?)
}

/// The coefficients of co-orientation, exactly, each from 0 to 1 for ratings within the range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoOrientation {
    /// Own against the other's own.
    pub agreement: Exact,
    /// Own against the guess of the other's.
    pub congruency: Exact,
    /// The guess against the other's own.
    pub accuracy: Exact,
}

impl CoOrientation {
    /// Congruency − agreement: above 0 the agreement is overestimated (false consensus), below 0 underestimated (false conflict).
    pub fn overestimation(&self) -> Exact {
        &self.congruency - &self.agreement
    }
}

/// Co-orientation after McLeod and Chaffee (1973) over items of which all three are known: own, guess of the other's, the other's
/// own. `None` without items, and where the range is not above 0.
pub fn co_orientation(items: &[[f64; 3]], range: f64) -> Option<CoOrientation> {
    Some(CoOrientation {
        agreement: similarity(items.iter().map(|[own, _, other]| (*own, *other)), range)?,
        congruency: similarity(items.iter().map(|[own, guess, _]| (*own, *guess)), range)?,
        accuracy: similarity(items.iter().map(|[_, guess, other]| (*guess, *other)), range)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_and_unalike() {
        let of = |pairs: &[(f64, f64)], range| similarity(pairs.iter().copied(), range).map(|x| x.to_f64());
        assert_eq!(of(&[(1.0, 5.0), (3.0, 3.0)], 4.0), Some(0.5));
        assert_eq!(of(&[(0.1, 0.3)], 1.0), Some(0.8));
        assert_eq!(of(&[], 4.0), None);
        assert_eq!(of(&[(1.0, 1.0)], 0.0), None);
        assert_eq!(of(&[(1.0, 1.0)], f64::NAN), None);
        let found = co_orientation(&[[5.0, 5.0, 1.0]], 4.0).unwrap();
        assert_eq!((found.overestimation(), found.accuracy), (Exact::one(), Exact::zero()));
    }
}
