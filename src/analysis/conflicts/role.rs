//! Role: two known rings of a party differ: as it is, as it wishes, as we want it. See [`crate::analysis::rings()`].
//!
//! Strength = steps / (number of rings − 1). The party stands in it alone; the other side of it are we.

use super::super::rings::{self, rings};
use super::{Alone, Context, Grounds, Kind};
use crate::evidence::{Contribution, Finding, Omission};
use crate::id::PartyId;
use crate::math::exact;
use crate::model::{Attribute, Element, Model};
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

/// Rings that are not known, or not in the vocabulary, of the parties of which some ring is on record.
pub(super) fn unknown(context: &Context<'_>) -> Vec<Omission> {
    let placed = |party: &PartyId| {
        let rings = context.model.party(party).map(|p| &p.rings);
        rings.is_some_and(|r| [&r.actual, &r.wished, &r.desired].into_iter().any(Option::is_some))
    };
    let of_ring = |o: &Omission| match &o.subject {
        Element::Party(party) => o.missing != Attribute::Sector && context.place.contains_key(party) && placed(party),
        _ => false,
    };
    rings(context.model, context.rings).omitted.into_iter().filter(of_ring).collect()
}

/// A mismatch in rings of the caller's own, which the model does not hold: as cited, if it is built like one.
pub(super) fn of_own_rings(model: &Model, finding: &Finding) -> Option<Alone> {
    let ([Element::Party(party), subject @ ..], Some(because)) = (finding.subject.as_slice(), finding.because.get(..3))
    else {
        return None;
    };
    let as_ring = Finding { subject: vec![party.into()], because: because.to_vec(), ..finding.clone() };
    let views = rings::own_again(model, &as_ring)?;
    let named = views.map(|view| Element::Setting(view.setting()));
    let grounds = Grounds { because: as_ring.because, missing: Vec::new() };
    (named == *subject).then(|| Alone { party: party.clone(), subject: subject.to_vec(), grounds })
}
