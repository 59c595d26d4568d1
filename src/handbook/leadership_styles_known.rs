//! Every member of the project team has a style preference on record.
//!
//! Met when each member has a point on formal–informal. A member of whom nothing but a name is on record may be known as a rater alone:
//! their number is told, never who, and the rule cannot be judged for them. Without members there is nothing to judge.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::model::{Attribute, Element};

pub(super) const RULE: Shipped = Shipped {
    id: "leadership-styles-known",
    topic: Topic::Leadership,
    severity: Severity::Medium,
    phases: &[],
    asks: [
        "Van ieder teamlid is bekend welke stijl van leidinggeven hem of haar ligt.",
        "Of every team member it is known which style of leading suits them.",
    ],
    advice: [
        "Laat ieder teamlid zelf aangeven of een informele of een formele stijl beter past, en bespreek dat met elkaar voordat je taken verdeelt.",
        "Let every team member say whether an informal or a formal style suits them better, and talk about it before you divide tasks.",
    ],
    in_file: [
        "“style = { informal = … }” bij elk “[member.…]” met een rol, een taak of een fase.",
        "“style = { informal = … }” at each “[member.…]” with a role, a task or a phase.",
    ],
    facts: &[
        ("style-known", "stijlvoorkeur bekend", "style preference known"),
        ("style-unknown", "geen stijlvoorkeur vastgelegd", "no style preference on record"),
        (
            "only-named",
            "teamleden van wie alleen een naam is vastgelegd",
            "team members of whom only a name is on record",
        ),
        ("no-members", "er staan geen teamleden in het bestand", "there are no team members in the file"),
    ],
    source: Source::Handbook,
    judge: |context| {
        let model = context.model();
        let known = |element: &Element| model.read(element, Attribute::Informal, context.aggregate()).is_some();
        let members = model.members().filter(|(_, m)| m.has_part()).map(|(id, _)| Element::from(id));
        let all: Vec<_> = members
            .map(|element| {
                let known = known(&element);
                (element, known)
            })
            .collect();
        if model.members().len() == 0 {
            return Judgement::new().missing("no-members", []);
        }
        let only_named = model.members().filter(|(_, m)| !m.has_part()).count();
        let out = Judgement::new().split("style-known", "style-unknown", all);
        match u32::try_from(only_named) {
            Ok(0) => out,
            n => out.missing("only-named", []).number(f64::from(n.unwrap_or(u32::MAX))),
        }
    },
};
