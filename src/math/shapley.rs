//! Shapley values: what each of several changes did to an outcome that they made together.
//!
//! L. S. Shapley, *A value for n-person games* (1953): the mean, over all orders in which the changes could have been made, of what
//! a change did when its turn came. So no order is preferred, and the values add up to the whole change.

use super::Exact;

/// What the change of each of three factors did to their product; the three add up to the change of the product, exactly.
///
/// In closed form, for x with the other factors y and z: Δx · (y₀z₀/3 + (y₁z₀ + y₀z₁)/6 + y₁z₁/3).
pub fn of_product(before: &[Exact; 3], after: &[Exact; 3]) -> [Exact; 3] {
    let ([x, y, z], [x1, y1, z1]) = (before, after);
    [of_factor([x, x1], [y, y1], [z, z1]), of_factor([y, y1], [x, x1], [z, z1]), of_factor([z, z1], [x, x1], [y, y1])]
}

/// The value of one factor's change, each factor before and after.
fn of_factor([x0, x1]: [&Exact; 2], [y0, y1]: [&Exact; 2], [z0, z1]: [&Exact; 2]) -> Exact {
    let (both, either) = (y0 * z0 + y1 * z1, y1 * z0 + y0 * z1);
    let sixths = &(x1 - x0) * &(both.clone() + both + either);
    sixths.checked_div(&Exact::from(6)).unwrap_or_else(Exact::zero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use itertools::Itertools;
    use proptest::prelude::*;

    /// The definition: the mean over the six orders.
    fn over_all_orders(before: &[Exact; 3], after: &[Exact; 3]) -> [Exact; 3] {
        let mut sums = [Exact::zero(), Exact::zero(), Exact::zero()];
        for order in (0..3).permutations(3) {
            let mut now = before.clone();
            let product = |x: &[Exact; 3]| &(&x[0] * &x[1]) * &x[2];
            for turn in order {
                let was = product(&now);
                now[turn] = after[turn].clone();
                sums[turn] = &sums[turn] + &(product(&now) - was);
            }
        }
        sums.map(|sum| sum.checked_div(&Exact::from(6)).unwrap())
    }

    fn three() -> impl Strategy<Value = [Exact; 3]> {
        [(-50..50_i32), (-50..50_i32), (-50..50_i32)].prop_map(|all| all.map(|x| Exact::of(f64::from(x) / 10.0)))
    }

    proptest! {
        #[test]
        fn the_closed_form_is_the_mean_over_all_orders_and_adds_up(before in three(), after in three()) {
            let values = of_product(&before, &after);
            prop_assert_eq!(&values, &over_all_orders(&before, &after));
            let product = |x: &[Exact; 3]| &(&x[0] * &x[1]) * &x[2];
            prop_assert_eq!(values.iter().sum::<Exact>(), product(&after) - product(&before));
        }
    }

    #[test]
    fn a_factor_that_stays_has_no_part_in_it() {
        let [a, b] = [[2, 3, 1], [2, 3, -1]].map(|all| all.map(Exact::from));
        assert_eq!(of_product(&a, &b), [Exact::zero(), Exact::zero(), Exact::from(-12)]);
        let [a, b] = [[1, 1, 1], [3, 2, 1]].map(|all| all.map(Exact::from));
        assert_eq!(of_product(&a, &b).map(|x| x.to_f64()), [3.0, 2.0, 0.0]);
    }
}
