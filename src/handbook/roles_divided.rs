//! Formal and informal responsibilities are divided.
//!
//! Met when both are given for every party; an empty list is an answer.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::model::Element;

pub(super) const RULE: Shipped = Shipped {
    id: "roles-divided",
    topic: Topic::Leadership,
    severity: Severity::Medium,
    phases: &[],
    asks: [
        "Van elke partij is vastgelegd waarvoor zij verantwoordelijk is, op papier en in de praktijk.",
        "Of every party it is on record what it is responsible for, on paper and in practice.",
    ],
    advice: [
        "Loop de partijen samen langs: wie is waarvoor verantwoordelijk volgens de afspraken, en wie doet het in werkelijkheid? Leg beide vast, ook als het antwoord 'niets' is.",
        "Go through the parties together: who is responsible for what by agreement, and who does it in reality? Record both, also where the answer is nothing.",
    ],
    in_file: [
        "“responsibilities = { formal = […], informal = […] }” bij elke partij; “[]” zegt dat er geen zijn.",
        "“responsibilities = { formal = […], informal = […] }” at each party; “[]” says that there are none.",
    ],
    facts: &[
        ("divided", "verantwoordelijkheden vastgelegd", "responsibilities on record"),
        (
            "not-divided",
            "formele of informele verantwoordelijkheden niet vastgelegd",
            "formal or informal responsibilities not on record",
        ),
        ("no-parties", "er staan geen partijen in het bestand", "there are no parties in the file"),
    ],
    source: Source::Handbook,
    judge: |context| {
        let given =
            |p: &crate::model::Party| p.responsibilities.formal.is_some() && p.responsibilities.informal.is_some();
        let all: Vec<_> = context.model().parties().map(|(id, p)| (Element::from(id), given(p))).collect();
        if all.is_empty() {
            return Judgement::new().missing("no-parties", []);
        }
        Judgement::new().split("divided", "not-divided", all)
    },
};
