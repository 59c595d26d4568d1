//! The goal is broadly carried.
//!
//! Counted are the parties with a known stance on any interest. Met when each of them supports at least one of the interests on which
//! the project says its goal rests, and is known to oppose none. A counted party whose stance on such an interest is unknown on
//! purpose cannot be judged, unless it opposes another of them. Who was not counted is told.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::id::{InterestId, PartyId};
use crate::model::{Attribute, Element};

pub(super) const RULE: Shipped = Shipped {
    id: "shared-goal",
    topic: Topic::Interests,
    severity: Severity::High,
    phases: &[],
    asks: [
        "Het doel rust op belangen die iedereen deelt: elke partij staat achter minstens één ervan en is tegen geen enkel ervan.",
        "The goal rests on interests that everybody shares: every party supports at least one of them and opposes none.",
    ],
    advice: [
        "Formuleer het doel opnieuw vanuit belangen die alle partijen herkennen. Ga langs bij wie er nog geen eigen belang in ziet of ertegen is, en vraag wat het doel voor hen de moeite waard zou maken.",
        "Word the goal anew from interests that all parties recognise. Visit those who see no interest of their own in it or oppose it, and ask what would make the goal worth their while.",
    ],
    in_file: [
        "“shared-goal” onder “[project]”, en de “stakes” van de partijen in die belangen. Een partij zonder enig bekend standpunt telt niet mee.",
        "“shared-goal” under “[project]”, and the “stakes” of the parties in those interests. A party without any known stance is not counted.",
    ],
    facts: &[
        ("carries", "staat achter het doel", "supports the goal"),
        ("carries-nothing", "steunt geen van de belangen onder het doel", "supports none of the interests of the goal"),
        ("opposes", "is tegen een belang onder het doel", "opposes an interest of the goal"),
        (
            "no-goal",
            "het bestand noemt geen belangen waarop het doel rust",
            "the file names no interests on which the goal rests",
        ),
        (
            "nobody-counted",
            "van geen enkele partij is een standpunt over een belang bekend",
            "of no party a stance on an interest is known",
        ),
        (
            "stance-unknown",
            "houding tegenover een belang onder het doel onbekend",
            "stance on an interest of the goal unknown",
        ),
    ],
    source: Source::Handbook,
    judge: |context| {
        let model = context.model();
        let goal = &model.project().shared_goal;
        if goal.is_empty() {
            return Judgement::new().against("no-goal", [Element::Project]);
        }
        let stance = |party: &PartyId, interest: &InterestId| {
            let stake = Element::Stake(party.clone(), interest.clone());
            model.read(&stake, Attribute::Stance, context.aggregate()).map(|r| r.raw)
        };
        let mut out = Judgement::new();
        let (mut carries, mut carries_nothing, mut unknown, mut silent) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (party, _) in model.parties() {
            let stakes = || model.stakes().of(party).map(|(interest, _)| interest);
            if !stakes().any(|interest| stance(party, interest).is_some()) {
                silent.push(Element::from(party));
                continue;
            }
            let on_goal: Vec<(&InterestId, Option<f64>)> =
                stakes().filter(|i| goal.contains(*i)).map(|i| (i, stance(party, i))).collect();
            let opposed = on_goal.iter().filter(|(_, s)| s.is_some_and(|s| s < 0.0));
            let opposed: Vec<Element> =
                opposed.map(|(interest, _)| Element::Stake(party.clone(), (*interest).clone())).collect();
            if !opposed.is_empty() {
                out = out.against("opposes", opposed);
            } else if on_goal.iter().any(|(_, s)| s.is_none()) {
                unknown.push(Element::from(party));
            } else if on_goal.iter().any(|(_, s)| s.is_some_and(|s| s > 0.0)) {
                carries.push(Element::from(party));
            } else {
                carries_nothing.push(Element::from(party));
            }
        }
        if !carries.is_empty() {
            out = out.in_favour("carries", carries);
        }
        if !carries_nothing.is_empty() {
            out = out.against("carries-nothing", carries_nothing);
        }
        out = out.missing_of("stance-unknown", unknown);
        if out == Judgement::new() {
            return out.missing("nobody-counted", []);
        }
        if silent.is_empty() { out } else { out.aside("not-counted", silent) }
    },
};
