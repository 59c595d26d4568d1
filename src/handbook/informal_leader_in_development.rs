//! In the phase of development the lead sits with an informal style.
//!
//! Asked in the phase of development. Met when a member who leads that phase has a style on the informal side of the cut, see
//! [`crate::analysis::leadership()`].

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::evidence::Measure;
use crate::id::MemberId;
use crate::model::Element;
use crate::vocabulary::Phase;

pub(super) const RULE: Shipped = Shipped {
    id: "informal-leader-in-development",
    topic: Topic::Leadership,
    severity: Severity::Medium,
    phases: &[Phase::Development],
    asks: [
        "In de ontwikkelfase leidt iemand met een informele stijl.",
        "In the phase of development somebody with an informal style leads.",
    ],
    advice: [
        "Geef in de ontwikkelfase de leiding aan iemand die mensen verbindt en ruimte geeft om te proberen. Regels en rapportages komen bij de opschaling weer terug.",
        "In development, give the lead to somebody who connects people and gives them room to try. Rules and reports come back when you scale up.",
    ],
    in_file: [
        "wie “leads = [\"development\"]” heeft, met “style = { informal = … }”.",
        "who has “leads = [\"development\"]”, with “style = { informal = … }”.",
    ],
    facts: &[
        ("informal", "de leiding, met een informele stijl, is van", "the lead, with an informal style, is with"),
        (
            "not-informal",
            "een informele stijl ontbreekt nog; de leiding is nu van",
            "an informal style is missing yet; the lead is now with",
        ),
        ("no-leader", "niemand leidt de ontwikkelfase", "nobody leads the phase of development"),
        ("style-unknown", "stijl onbekend van wie leidt", "style unknown of those who lead"),
        ("no-members", "er staan geen teamleden in het bestand", "there are no team members in the file"),
    ],
    source: Source::Handbook,
    judge: |context| {
        let found = context.leadership();
        if context.model().members().len() == 0 {
            return Judgement::new().missing("no-members", []);
        }
        let Some(leader) = found.informal_leaders.iter().find(|l| l.phase == Phase::Development) else {
            return Judgement::new();
        };
        let all = |members: &[MemberId]| members.iter().map(Element::from).collect::<Vec<_>>();
        match leader.sits {
            Measure::Known(true) => Judgement::new().in_favour("informal", all(&leader.informal)),
            Measure::Known(false) => Judgement::new().against("not-informal", all(&leader.not_informal)),
            Measure::Undefined(_) if leader.unrated.is_empty() => Judgement::new().against("no-leader", []),
            Measure::Undefined(_) => Judgement::new().missing("style-unknown", all(&leader.unrated)),
        }
    },
};
