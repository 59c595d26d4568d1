//! One pair alone: everything that divides two parties, and everything that binds them.

use std::sync::Arc;

use serde::Serialize;
use thiserror::Error;

use super::super::mutual_gains::MutualGain;
use super::bridges::{Bridges, Finder};
use super::{Bridging, CITES, Conflict, ConflictOptions, Context, among};
use crate::evidence::{Omission, Provenance};
use crate::id::{InterestId, PartyId};
use crate::math::three_way::Sign;
use crate::model::{Attribute, Element, Model};
use crate::rating::Reading;

/// A pair cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BetweenError {
    /// There is no such party in the model.
    #[error("there is no party `{0}`")]
    NoParty(PartyId),
    /// The two are one.
    #[error("`{0}` is one party: what stands between two is asked of two")]
    Same(PartyId),
}

/// What stands between two parties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Between {
    /// How it was found.
    #[serde(skip)]
    pub provenance: Provenance<ConflictOptions>,
    /// Ratings of the two that are unknown, so that nothing can be seen in them.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The two, in id order.
    pub parties: [PartyId; 2],
    /// What divides them, strongest first. With the focal party in the pair, the role conflicts of the other are among it, and
    /// not its own.
    pub divides: Vec<Conflict>,
    /// What binds them.
    pub binds: Arc<Bridges>,
    /// The tie between them, if known.
    pub tie: Option<Reading>,
    /// The trust of the first in the second and back, if known.
    pub trust: [Option<Reading>; 2],
    /// How their positions and stances lie to each other, for the interests on which both have both.
    pub gains: Vec<Stand>,
}

/// How positions and stances on one interest lie to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stand {
    /// The interest.
    pub interest: InterestId,
    /// The class of mutual gains.
    pub class: MutualGain,
}

/// Everything that divides and everything that binds two parties: the conflicts of [`super::conflicts()`] between them, whatever the
/// limit of the options, and the bridges.
///
/// # Errors
/// [`BetweenError`] when one is not in the model, or both are one.
pub fn between(model: &Model, a: &PartyId, b: &PartyId, options: &ConflictOptions) -> Result<Between, BetweenError> {
    for party in [a, b] {
        if model.party(party).is_none() {
            return Err(BetweenError::NoParty(party.clone()));
        }
    }
    if a == b {
        return Err(BetweenError::Same(a.clone()));
    }
    let pair = if a < b { [a, b] } else { [b, a] };
    let mut own = options.clone().bridges(Bridging::Omitted);
    own.strongest = None;
    let mut found = among(model, &own, Some(pair));
    // A party's role is a matter between that party and us.
    let focal = model.project().focal.as_ref().filter(|us| pair.contains(us));
    let of_pair = |c: &Conflict| c.parties.len() == 2 || focal.is_some_and(|us| !c.parties.contains(us));
    found.conflicts.retain(of_pair);
    let context = Context::new(model, options, None);
    let read = |element: Element, attribute| model.read(&element, attribute, options.aggregate);
    let [first, second] = pair;
    let trust = |from: &PartyId, to: &PartyId| read(Element::Trusts(from.clone(), to.clone()), Attribute::Trust);
    let gains = model.stakes().of(first).filter_map(|(interest, _)| {
        let of = |party: &PartyId, attribute| read(Element::Stake(party.clone(), interest.clone()), attribute);
        let signs = |attribute| Some([of(first, attribute)?, of(second, attribute)?].map(|r| Sign::of(r.raw)));
        let class = MutualGain::of(signs(Attribute::Position)?, signs(Attribute::Stance)?)?;
        Some(Stand { interest: interest.clone(), class })
    });
    Ok(Between {
        provenance: Provenance { method: "between", method_version: 1, options: options.clone(), cites: CITES },
        omitted: found.omitted.into_iter().filter(|o| concerns(model, o, pair)).collect(),
        divides: found.conflicts,
        binds: Finder::new(&context).between(first, second),
        tie: read(Element::Tie(first.clone(), second.clone()), Attribute::Tie),
        trust: [trust(first, second), trust(second, first)],
        gains: gains.collect(),
        parties: pair.map(Clone::clone),
    })
}

/// Whether an omission is of one of the two, or of both together.
fn concerns(model: &Model, omission: &Omission, pair: [&PartyId; 2]) -> bool {
    let is = |party: &PartyId| pair.contains(&party);
    match &omission.subject {
        Element::Party(p) | Element::Stake(p, _) | Element::Importance(p, _) => is(p),
        Element::Trusts(a, b) | Element::Tie(a, b) | Element::DependsOn(a, b, _) => is(a) && is(b),
        Element::Culture(c) | Element::Dimension(c, _) => {
            pair.iter().any(|p| model.party(p).is_some_and(|p| p.culture.as_ref() == Some(c)))
        }
        Element::Member(id) => {
            model.member(id).and_then(|m| m.party.as_ref().or(model.project().focal.as_ref())).is_some_and(is)
        }
        Element::Believes(id, _) => model.belief(id).is_some_and(|belief| is(&belief.by) && is(&belief.about)),
        _ => false,
    }
}
