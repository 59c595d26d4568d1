//! The interests of every partner, and our own, are mapped.
//!
//! Met when every partner and the focal party has at least one stake. Without a focal party our own interests cannot be judged.

use super::rule;
use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::model::Element;

pub(super) const RULE: Shipped = Shipped {
    id: "interests-mapped",
    topic: Topic::Interests,
    severity: Severity::High,
    phases: &[],
    asks: [
        "Van elke partner en van onszelf zijn de belangen in kaart.",
        "The interests of every partner, and our own, are mapped.",
    ],
    advice: [
        "Vraag door van standpunt naar belang: waarom wil je dit? Begin bij de partners van wie nog niets is vastgelegd, en schrijf ook je eigen belangen op.",
        "Ask on from position to interest: why do you want this? Begin with the partners of whom nothing is on record, and write down your own interests as well.",
    ],
    in_file: [
        "“stakes” bij elke partner en bij de partij die “focal” is.",
        "“stakes” at each partner and at the party that is “focal”.",
    ],
    facts: &[
        ("has-stakes", "belangen in kaart", "interests mapped"),
        ("no-stakes", "geen belangen vastgelegd", "no interests on record"),
        rule::NO_PARTNERS,
        rule::NO_FOCAL,
    ],
    source: Source::Handbook,
    judge: |context| {
        let focal = context.model().project().focal.as_ref();
        if context.partners().is_empty() {
            return rule::no_partners();
        }
        let us = focal.filter(|id| !context.partners().contains(id));
        let all = context.partners().iter().copied().chain(us);
        let judged = all.map(|id| (Element::from(id), context.has_stake(id))).collect();
        let out = Judgement::new().split("has-stakes", "no-stakes", judged);
        let nobody = focal.is_none().then_some(Element::Project);
        out.missing_of(rule::NO_FOCAL.0, nobody.into_iter().collect())
    },
};
