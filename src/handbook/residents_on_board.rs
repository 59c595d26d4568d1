//! Residents are a party.
//!
//! Met when a party is of the kind residents. Where a party has no kind, it might be; where all have one, nobody is.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::model::Element;
use crate::vocabulary::PartyKind;

pub(super) const RULE: Shipped = Shipped {
    id: "residents-on-board",
    topic: Topic::Field,
    severity: Severity::High,
    phases: &[],
    asks: ["Bewoners doen mee als partij.", "Residents take part as a party."],
    advice: [
        "Zoek bewoners die het project in hun straat gaan merken, ook wie zich nooit meldt, en geef ze een eigen plek aan tafel in plaats van een inspraakavond achteraf.",
        "Find residents who will notice the project in their street, also those who never come forward, and give them a place at the table instead of a hearing afterwards.",
    ],
    in_file: ["een partij met `kind = \"residents\"`.", "a party with `kind = \"residents\"`."],
    facts: &[
        ("residents", "vertegenwoordigt bewoners", "is a party of residents"),
        ("no-residents", "geen enkele partij is van de soort bewoners", "no party is of the kind residents"),
        ("kind-unknown", "soort partij onbekend", "kind of party unknown"),
        ("no-parties", "er staan geen partijen in het bestand", "there are no parties in the file"),
    ],
    source: Source::Handbook,
    judge: |context| {
        let of_kind = |kind: Option<PartyKind>| -> Vec<Element> {
            let parties = context.model().parties().filter(|(_, p)| p.kind == kind);
            parties.map(|(id, _)| Element::from(id)).collect()
        };
        let (residents, unknown) = (of_kind(Some(PartyKind::Residents)), of_kind(None));
        match (residents.is_empty(), unknown.is_empty()) {
            (false, _) => Judgement::new().in_favour("residents", residents),
            (true, false) => Judgement::new().missing("kind-unknown", unknown),
            (true, true) if context.model().parties().len() == 0 => Judgement::new().missing("no-parties", []),
            (true, true) => Judgement::new().against("no-residents", []),
        }
    },
};
