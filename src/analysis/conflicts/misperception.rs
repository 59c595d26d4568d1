//! Misperception: what one party believes of another's importance of a value is far from what that party says (0.5 unit or more by
//! default).
//!
//! Strength = the difference in unit. With the believer's own importance known it is named (J. McLeod and S. Chaffee, 1973): a *false
//! conflict* when it thinks that they differ and they do not, a *false consensus* when it thinks that they agree and they do not;
//! everything else is *misjudged*. To differ is to lie as far apart as makes a misperception. The definitions are those of
//! [`co_orientation`](mod@super::super::co_orientation).

pub use super::super::co_orientation::Misjudgement;
use super::super::co_orientation::{Three, sources};
use super::{Context, Grounds, Kind, pairs};
use crate::evidence::Contribution;
use crate::id::PartyId;
use crate::model::{Attribute, Element};
use crate::rating::Reading;
use crate::vocabulary::ConflictKind;

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Misperception, fields, grounds, alone: |_| Vec::new() };

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let mut out = Vec::new();
    for (id, belief) in context.model.beliefs() {
        let places = context.place.get(&belief.by).zip(context.place.get(&belief.about));
        let Some((by, about)) = places else { continue };
        for value in belief.values.keys() {
            let sources = sources(id, belief, value);
            let off_by = Three::read(context.model, &sources, context.aggregate).off_by();
            if let Some(off_by) = off_by.filter(|off_by| *off_by >= context.belief_gap) {
                let [_, believed, _] = sources;
                let subject = vec![believed];
                out.push(pairs::Field::of_pair(ConflictKind::Misperception, subject, [*by, *about], Some(off_by)));
            }
        }
    }
    out
}

fn grounds(context: &Context<'_>, subject: &[Element], by: &PartyId, about: &PartyId) -> Grounds {
    let mut out = Grounds::default();
    let [believed @ Element::Believes(_, value)] = subject else { return out };
    let own = |party: &PartyId| Element::Importance(party.clone(), value.clone());
    out.cite(context, believed.clone(), Attribute::Importance, |r| r.raw);
    out.cite(context, own(about), Attribute::Importance, |r| r.raw);
    if let Some(reading) = context.model.read(&own(by), Attribute::Importance, context.aggregate) {
        out.because.push(Contribution::read(own(by), Attribute::Importance, reading, reading.raw));
    }
    out
}

/// What the grounds of a misperception make of it.
pub(super) fn misjudgement(because: &[Contribution], gap: f64) -> Misjudgement {
    let mut readings = because.iter().map(|c| c.reading);
    let mut next = || -> Option<Reading> { readings.next().flatten() };
    let (belief, theirs) = (next(), next());
    Three { own: next(), belief, theirs }.misjudgement(gap).unwrap_or(Misjudgement::Misjudged)
}
