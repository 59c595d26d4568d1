//! Misperception: what one party believes of another's importance of a value is far from what that party says (0.5 unit or more by
//! default).
//!
//! Strength = the difference in unit. With the believer's own importance known it is named (J. McLeod and S. Chaffee, 1973): a *false
//! conflict* when it thinks that they differ and they do not, a *false consensus* when it thinks that they agree and they do not;
//! everything else is *misjudged*. To differ is to lie as far apart as makes a misperception.

use super::{Context, Grounds, Kind, pairs};
use crate::evidence::Contribution;
use crate::id::PartyId;
use crate::model::{Attribute, Element};
use crate::rating::Reading;
use crate::vocabulary::{ConflictKind, vocabulary};

vocabulary! {
    /// What a misperception makes of two parties.
    Misjudgement, "misjudgement" {
        /// Thought to differ, and do not.
        FalseConflict = "false-conflict",
        /// Thought to agree, and do not.
        FalseConsensus = "false-consensus",
        /// Neither, or the believer's own importance is not known.
        Misjudged = "misjudged",
    }
}

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Misperception, fields, grounds, alone: |_| Vec::new() };

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let mut out = Vec::new();
    for (id, belief) in context.model.beliefs() {
        for value in belief.values.keys() {
            let believed = Element::Believes(id.clone(), value.clone());
            let own = Element::Importance(belief.about.clone(), value.clone());
            let read = |source| context.model.read(&source, Attribute::Importance, context.aggregate);
            let (Some(x), Some(y)) = (read(believed.clone()), read(own)) else { continue };
            let apart = x.scale.apart(x.raw, y.raw);
            let places = context.place.get(&belief.by).zip(context.place.get(&belief.about));
            if let Some((by, about)) = places.filter(|_| apart >= context.belief_gap) {
                out.push(pairs::Field::of_pair(
                    ConflictKind::Misperception,
                    vec![believed],
                    [*by, *about],
                    Some(apart),
                ));
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
    let readings: Vec<Reading> = because.iter().filter_map(|c| c.reading).collect();
    let [believed, theirs, ours] = readings.as_slice() else { return Misjudgement::Misjudged };
    let differ = |x: &Reading, y: &Reading| x.scale.apart(x.raw, y.raw) >= gap;
    match (differ(ours, believed), differ(ours, theirs)) {
        (true, false) => Misjudgement::FalseConflict,
        (false, true) => Misjudgement::FalseConsensus,
        _ => Misjudgement::Misjudged,
    }
}
