//! Midranks: equal numbers share the mean of their places.

/// Twice the midrank of each number among all of them, the lowest first from 1; whole numbers, so sums of them are exact.
pub(crate) fn doubled(numbers: &[f64]) -> Vec<i64> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    let number = |i: &usize| numbers.get(*i).copied().unwrap_or(0.0);
    order.sort_by(|a, b| number(a).total_cmp(&number(b)));
    let mut out = vec![0; numbers.len()];
    let mut before = 0_i64;
    for tied in order.chunk_by(|a, b| number(a) == number(b)) {
        let size = i64::try_from(tied.len()).unwrap_or(i64::MAX);
        for i in tied {
            if let Some(rank) = out.get_mut(*i) {
                *rank = 2 * before + size + 1;
            }
        }
        before += size;
    }
    out
}

/// Σ (t³ − t) over the groups of t equal ranks.
pub(crate) fn ties(doubled: &[i64]) -> i128 {
    let mut sorted = doubled.to_vec();
    sorted.sort_unstable();
    let size = |tied: &[i64]| i128::try_from(tied.len()).unwrap_or(0);
    sorted.chunk_by(|a, b| a == b).map(size).map(|t| t * t * t - t).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_share_their_ranks() {
        assert_eq!(doubled(&[10.0, 20.0, 10.0, 5.0]), [5, 8, 5, 2]);
        assert_eq!(ties(&doubled(&[10.0, 20.0, 10.0, 5.0])), 6);
        assert_eq!((doubled(&[]), doubled(&[0.0])), (vec![], vec![2]));
    }
}
