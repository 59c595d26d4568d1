//! What is declared to pull apart, and the strength of two ratings that do.

use crate::math::{Exact, exact};
use crate::model::{Attribute, Element, Model};
use crate::rating::Aggregate;
use crate::scale::Scale;

/// How strongly two things are declared to pull apart, when it may be declared from either side: the larger counts.
pub(super) struct Declared {
    /// The declaration that decides.
    pub(super) source: Element,
    /// Its weight; unknown as long as an unknown declaration could be the larger.
    pub(super) weight: Option<f64>,
}

impl Declared {
    /// Of the declarations that exist, from one side or both. None without one, and when every one is known to be 0.
    pub(super) fn of(
        model: &Model,
        aggregate: Aggregate,
        sides: [Option<Element>; 2],
        attribute: Attribute,
    ) -> Option<Self> {
        let weigh = |source: Element| {
            let reading = model.read(&source, attribute, aggregate);
            Self { source, weight: reading.map(|r| r.weight()) }
        };
        let decides = match sides.map(|side| side.map(weigh)) {
            [Some(there), Some(back)] => match (there.weight, back.weight) {
                (Some(x), Some(y)) => {
                    if y > x {
                        back
                    } else {
                        there
                    }
                }
                // Nothing is larger than the end of the scale.
                (Some(x), None) => {
                    if x >= 1.0 {
                        there
                    } else {
                        back
                    }
                }
                (None, Some(y)) => {
                    if y >= 1.0 {
                        back
                    } else {
                        there
                    }
                }
                (None, None) => there,
            },
            [one, other] => one.or(other)?,
        };
        (decides.weight != Some(0.0)).then_some(decides)
    }
}

/// Half the sum of two raw ratings as a share of the scale's maximum, times a factor.
pub(super) fn mean_share(a: f64, b: f64, scale: &Scale, factor: f64) -> f64 {
    let (sum, both) = (exact::sum([a.abs(), b.abs()]), 2.0 * scale.max());
    if factor == 1.0 {
        return exact::ratio(sum, both).unwrap_or(0.0);
    }
    let product = Exact::of(sum) * Exact::of(factor);
    product.checked_div(&Exact::of(both)).map_or(0.0, |x| x.to_f64())
}
