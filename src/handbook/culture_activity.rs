//! Where cultures differ, something is planned that brings the differences to light.
//!
//! Asked only where the profiles of two parties lie at or above the cut. Met when the file plans an activity that surfaces culture.

use std::cmp::Ordering;

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::analysis::culture_distance::PartyPair;
use crate::evidence::Measure;
use crate::model::Element;

pub(super) const RULE: Shipped = Shipped {
    id: "culture-activity",
    topic: Topic::Culture,
    severity: Severity::Medium,
    phases: &[],
    asks: [
        "Waar culturen verschillen, staat een activiteit gepland die dat zichtbaar en bespreekbaar maakt.",
        "Where cultures differ, an activity is planned that makes it visible and open to discussion.",
    ],
    advice: [
        "Plan een avond waarop partijen elkaar laten zien hoe zij werken: wat is bij ons gewoon, en wat vinden wij raar bij jullie? Begin bij het grootste verschil.",
        "Plan an evening on which parties show each other how they work: what is normal with us, and what do we find odd with you? Begin with the largest difference.",
    ],
    in_file: [
        "een activiteit met “surfaces-culture = true” in “activities” onder “[handbook]”.",
        "an activity with “surfaces-culture = true” in “activities” under “[handbook]”.",
    ],
    facts: &[
        ("planned", "een activiteit is gepland", "an activity is planned"),
        (
            "not-planned",
            "verschillen van cultuur, zonder activiteit die dat aan het licht brengt",
            "differ in culture, without an activity that brings it to light",
        ),
        (
            "activity-unsaid",
            "niet gezegd of de geplande activiteit culturen zichtbaar maakt",
            "not said whether the planned activity surfaces culture",
        ),
        ("culture-unknown", "geen cultuurprofiel", "no culture profile"),
        ("alike", "de culturen die bekend zijn verschillen weinig", "the cultures that are known differ little"),
        (
            "not-comparable",
            "geen twee partijen hebben een cultuurprofiel van hetzelfde model",
            "no two parties have a culture profile of one model",
        ),
    ],
    source: Source::Handbook,
    judge: |context| {
        let found = context.cultures();
        let pairs = || found.within.pairs.iter().chain(&found.between.pairs);
        let mut differ: Vec<&PartyPair> = pairs().filter(|pair| pair.differ == Measure::Known(true)).collect();
        differ.sort_by(|a, b| by_share(b, a));
        if !differ.is_empty() {
            let planned = context.model().handbook().activities.iter().any(|a| a.surfaces_culture == Some(true));
            if planned {
                return Judgement::new().in_favour("planned", []);
            }
            if context.model().handbook().activities.iter().any(|a| a.surfaces_culture.is_none()) {
                return Judgement::new().missing("activity-unsaid", []);
            }
            return differ.iter().fold(Judgement::new(), |out, pair| {
                let [a, b] = &pair.parties;
                out.against("not-planned", [Element::from(a)]).facing([Element::from(b)])
            });
        }
        if pairs().any(|pair| pair.differ == Measure::Known(false)) {
            let unknown = context.partners().iter().filter(|id| !context.has_culture(id)).map(|id| Element::from(*id));
            let unknown: Vec<Element> = unknown.collect();
            if !unknown.is_empty() {
                return Judgement::new().missing("culture-unknown", unknown);
            }
            Judgement::not_applicable("alike")
        } else {
            Judgement::new().missing("not-comparable", [])
        }
    },
};

/// By how far they lie apart, then by id, the lower one last.
fn by_share(a: &PartyPair, b: &PartyPair) -> Ordering {
    let share = |pair: &PartyPair| pair.share.value().unwrap_or(0.0);
    share(a).total_cmp(&share(b)).then_with(|| b.parties.cmp(&a.parties))
}
