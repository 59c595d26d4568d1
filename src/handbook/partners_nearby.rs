//! Partners are nearby.
//!
//! Met when each partner other than ourselves lies within the given number of kilometres of the project, along a great circle. Without that number, a place
//! of the project or a place of a partner it cannot be judged, unless another partner lies beyond.

use super::rule;
use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::math::sphere::great_circle_km;
use crate::model::{Element, Location};

pub(super) const RULE: Shipped = Shipped {
    id: "partners-nearby",
    topic: Topic::Relations,
    severity: Severity::Low,
    phases: &[],
    asks: ["Partners zitten in de buurt van het project.", "Partners are near the project."],
    advice: [
        "Kijk of een partner dichterbij hetzelfde kan bieden. Zo niet, spreek vaste momenten af waarop de partner ter plekke is.",
        "See whether a partner closer by can offer the same. If not, agree on fixed moments at which the partner is on the spot.",
    ],
    in_file: [
        "“location” van het project en van elke partner; de grens geef je bij de vraag (“--near”).",
        "“location” of the project and of each partner; the limit is given with the question (“--near”).",
    ],
    facts: &[
        ("near", "in de buurt", "nearby"),
        (
            "far",
            "verder van het project dan de grens, in kilometers",
            "farther from the project than the limit, in kilometres",
        ),
        (
            "no-nearness",
            "er is niet gezegd binnen hoeveel kilometer nabij is",
            "it was not said within how many kilometres is near",
        ),
        (
            "no-project-place",
            "de plek van het project staat niet in het bestand",
            "the place of the project is not in the file",
        ),
        ("no-place", "plek onbekend", "place unknown"),
        rule::NO_PARTNERS,
    ],
    source: Source::Handbook,
    judge: |context| {
        let model = context.model();
        if context.partners().is_empty() {
            return rule::no_partners();
        }
        let Some(most) = context.options().nearness_km() else {
            return Judgement::new().missing("no-nearness", [Element::Setting("nearness")]);
        };
        let Some(project) = &model.project().location else {
            return Judgement::new().missing("no-project-place", [Element::Project]);
        };
        let degrees = |at: &Location| (at.latitude.get(), at.longitude.get());
        let (mut near, mut unknown, mut out) = (Vec::new(), Vec::new(), Judgement::new());
        let focal = model.project().focal.as_ref();
        for id in context.partners().iter().filter(|id| Some(**id) != focal) {
            let Some(place) = model.party(id).and_then(|p| p.location) else {
                unknown.push(Element::from(*id));
                continue;
            };
            let km = great_circle_km(degrees(&place), degrees(project));
            if km <= most.get() {
                near.push(Element::from(*id));
            } else {
                out = out.against("far", [Element::from(*id)]).number(km);
            }
        }
        if !near.is_empty() {
            out = out.in_favour("near", near);
        }
        out = out.missing_of("no-place", unknown);
        if out == Judgement::new() { rule::no_partners() } else { out }
    },
};
