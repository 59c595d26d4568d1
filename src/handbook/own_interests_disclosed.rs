//! We are open about our own interests.
//!
//! Met when every stake of the focal party is disclosed. A stake of which the file does not say so is unknown.

use super::rule;
use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::model::Element;

pub(super) const RULE: Shipped = Shipped {
    id: "own-interests-disclosed",
    topic: Topic::Interests,
    severity: Severity::Medium,
    phases: &[],
    asks: ["Wij zijn open over onze eigen belangen.", "We are open about our own interests."],
    advice: [
        "Vertel aan het begin van het volgende overleg wat je zelf bij dit project te winnen en te verliezen hebt. Openheid van jou maakt openheid van anderen makkelijker.",
        "At the start of the next meeting, tell what you yourself have to win and to lose in this project. Your openness makes that of others easier.",
    ],
    in_file: [
        "“disclosed = true” bij elk belang in de “stakes” van de partij die “focal” is.",
        "“disclosed = true” at each of the “stakes” of the party that is “focal”.",
    ],
    facts: &[
        ("disclosed", "op tafel gelegd", "put on the table"),
        ("kept-back", "niet op tafel gelegd", "not put on the table"),
        ("not-known", "niet vastgelegd of dit op tafel ligt", "not on record whether this lies on the table"),
        ("no-own-stakes", "van onszelf zijn geen belangen vastgelegd", "no interests of our own are on record"),
        rule::NO_FOCAL,
    ],
    source: Source::Handbook,
    judge: |context| {
        let model = context.model();
        let Some(focal) = &model.project().focal else {
            return Judgement::new().missing(rule::NO_FOCAL.0, [Element::Project]);
        };
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (interest, stake) in model.stakes().of(focal) {
            let element = Element::Stake(focal.clone(), interest.clone());
            match stake.disclosed {
                Some(disclosed) => known.push((element, disclosed)),
                None => unknown.push(element),
            }
        }
        if known.is_empty() && unknown.is_empty() {
            return Judgement::new().missing("no-own-stakes", [Element::from(focal)]);
        }
        Judgement::new().split("disclosed", "kept-back", known).missing_of("not-known", unknown)
    },
};
