//! Support at home is mapped.
//!
//! Met when official, administrative and residents' support are each on record with a level and an example that shows it.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::model::{Attribute, Element};
use crate::vocabulary::{SupportKind, Vocabulary};

pub(super) const RULE: Shipped = Shipped {
    id: "support-mapped",
    topic: Topic::Support,
    severity: Severity::Medium,
    phases: &[],
    asks: [
        "Ambtelijk draagvlak, bestuurlijk draagvlak en draagvlak bij bewoners zijn in kaart, elk met een voorbeeld.",
        "Official, administrative and residents' support are mapped, each with an example.",
    ],
    advice: [
        "Vraag je voor elk van de drie af: waaraan merk ik dat de steun er is? Schrijf één voorbeeld op. Is er geen, dan is dat je eerste werk.",
        "Ask for each of the three: what shows me that the support is there? Write down one example. If there is none, that is your first job.",
    ],
    in_file: [
        "een “[[support]]” met “level” en “example” voor “official”, “administrative” en “residents”.",
        "a “[[support]]” with “level” and “example” for “official”, “administrative” and “residents”.",
    ],
    facts: &[
        ("mapped", "draagvlak in kaart met een voorbeeld", "support mapped with an example"),
        (
            "no-official",
            "ambtelijk draagvlak: geen niveau met een voorbeeld vastgelegd",
            "official support: no level with an example on record",
        ),
        (
            "no-administrative",
            "bestuurlijk draagvlak: geen niveau met een voorbeeld vastgelegd",
            "administrative support: no level with an example on record",
        ),
        (
            "no-residents",
            "draagvlak bij bewoners: geen niveau met een voorbeeld vastgelegd",
            "residents' support: no level with an example on record",
        ),
    ],
    source: Source::Handbook,
    judge: |context| {
        let model = context.model();
        SupportKind::ALL.iter().fold(Judgement::new(), |out, kind| {
            let shown = model.supports().filter(|(_, s)| s.kind == *kind).find(|(id, s)| {
                let level = model.read(&Element::from(*id), Attribute::Level, context.aggregate());
                level.is_some() && s.example.as_deref().is_some_and(|text| !text.trim().is_empty())
            });
            match (shown, kind) {
                (Some((id, _)), _) => out.in_favour("mapped", [Element::from(id)]),
                (None, SupportKind::Official) => out.against("no-official", []),
                (None, SupportKind::Administrative) => out.against("no-administrative", []),
                (None, SupportKind::Residents) => out.against("no-residents", []),
            }
        })
    },
};
