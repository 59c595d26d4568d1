//! What changes when one party is left out.

use serde::Serialize;

use super::{AgreementOptions, Rated};
use crate::evidence::{Measure, Undefined};
use crate::id::PartyId;
use crate::math::concordance::{self, Concordance};
use crate::math::exact;
use crate::math::krippendorff::{Alpha, Counts};

/// How many steps the alphas without a party may take together.
const STEPS: u64 = 10_000_000;

/// W and α without one party, over the same values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyLeftOut {
    /// The party that is left out.
    pub party: PartyId,
    /// W of the others; the same W for a party that did not count in it.
    pub w: Measure,
    /// W of the others less W of all: above 0, the others agree more among themselves.
    pub w_change: Measure,
    /// α of the others.
    pub alpha: Measure,
    /// α of the others less α of all.
    pub alpha_change: Measure,
}

/// What changes when one party is left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeftOut {
    /// How many parties were left out, one at a time.
    pub parties: usize,
    /// Those that change most first: by the larger of the sizes of the changes of W and of α, then by the size of that of α, then of W,
    /// undefined changes last, then by id; as many as the options list.
    pub most: Vec<PartyLeftOut>,
    /// The first of those without which W changes most, listed or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most_by_w: Option<PartyLeftOut>,
    /// The first of those without which α changes most, listed or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most_by_alpha: Option<PartyLeftOut>,
}

pub(super) fn left_out(
    rated: &Rated,
    counts: &Counts,
    options: &AgreementOptions,
    (w, alpha): (&Concordance, &Alpha),
) -> LeftOut {
    let (all_w, all_alpha): (Measure, Measure) = (w.w.into(), alpha.alpha.into());
    let (ranked, complete, _) = concordance::ranked(&rated.table);
    let parties = rated.parties.len();
    let affordable = counts.work(alpha.level).saturating_mul(parties as u64) <= STEPS;
    let mut rest = counts.clone();
    let mut most = Vec::new();
    for (place, party) in rated.parties.iter().enumerate() {
        let w = match complete.binary_search_by_key(&place, |(judge, _)| *judge).ok().and_then(|at| complete.get(at)) {
            Some((_, doubled)) => {
                let mut others = ranked.clone();
                others.add(doubled, -1);
                others.w().into()
            }
            None => all_w,
        };
        let alpha = if affordable {
            rest.change(rated.table.row(place), |n| n.saturating_sub(1));
            let without = rest.alpha(alpha.level).alpha.into();
            rest.change(rated.table.row(place), |n| n + 1);
            without
        } else {
            Measure::Undefined(Undefined::BudgetExhausted)
        };
        let (w_change, alpha_change) = (change(all_w, w), change(all_alpha, alpha));
        most.push(PartyLeftOut { party: party.clone(), w, w_change, alpha, alpha_change });
    }
    let size = |m: Measure| m.value().map_or(-1.0, f64::abs);
    let larger = |x: &PartyLeftOut| size(x.alpha_change).max(size(x.w_change));
    most.sort_by(|a, b| {
        let by = |of: fn(&PartyLeftOut) -> Measure| size(of(b)).total_cmp(&size(of(a)));
        let by_larger = larger(b).total_cmp(&larger(a)).then_with(|| by(|x| x.alpha_change));
        by_larger.then_with(|| by(|x| x.w_change)).then_with(|| a.party.cmp(&b.party))
    });
    let first_by = |of: fn(&PartyLeftOut) -> Measure| {
        let changed = most.iter().filter(|x| of(x).value().is_some());
        let first = |a: &&PartyLeftOut, b: &&PartyLeftOut| {
            size(of(b)).total_cmp(&size(of(a))).then_with(|| a.party.cmp(&b.party))
        };
        changed.min_by(first).cloned()
    };
    let (most_by_w, most_by_alpha) = (first_by(|x| x.w_change), first_by(|x| x.alpha_change));
    most.truncate(options.list_left_out_at_most);
    LeftOut { parties, most, most_by_w, most_by_alpha }
}

/// Without less with.
fn change(with: Measure, without: Measure) -> Measure {
    match (with, without) {
        (Measure::Known(with), Measure::Known(without)) => Measure::Known(exact::difference(without, with)),
        (Measure::Known(_), reason) | (reason, _) => reason,
    }
}
