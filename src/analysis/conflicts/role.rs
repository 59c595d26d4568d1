//! Role: two known rings of a party differ: as it is, as it wishes, as we want it. See [`crate::analysis::rings`].
//!
//! Strength = steps / (number of rings − 1). The party stands in it alone; the other side of it are we.

use super::super::rings::{self, rings};
use super::{Alone, Context, Grounds, Kind};
use crate::evidence::{Contribution, Finding};
use crate::math::exact;
use crate::model::{Element, Model};
use crate::vocabulary::ConflictKind;

pub(super) const KIND: Kind =
    Kind { kind: ConflictKind::Role, fields: |_| Vec::new(), grounds: |_, _, _, _| Grounds::default(), alone };

fn alone(context: &Context<'_>) -> Vec<Alone> {
    let found = rings(context.model, context.rings);
    let here = found.mismatches.into_iter().zip(found.findings).filter(|(m, _)| context.place.contains_key(&m.party));
    here.map(|(mismatch, finding)| Alone {
        party: mismatch.party,
        subject: [mismatch.first, mismatch.second].map(|view| Element::Setting(view.setting())).to_vec(),
        grounds: Grounds { because: finding.because, missing: Vec::new() },
    })
    .collect()
}

/// steps / (number of rings − 1) of the two places and the number of rings that are cited.
pub(super) fn strength(because: &[Contribution]) -> Option<f64> {
    let mut amounts = because.iter().map(|c| c.amount);
    let (a, b, rings) = (amounts.next()?, amounts.next()?, amounts.next()?);
    exact::ratio((a - b).abs(), rings - 1.0)
}

/// The place of a ring, or the number of rings, again.
pub(super) fn place_again(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    rings::place_again(model, finding, part)
}
