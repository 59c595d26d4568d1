//! In the phase of scaling somebody owns planning and control.
//!
//! Asked in the phase of scaling. Met when a member holds a task that is marked as planning and control and belongs to that phase or to
//! none in particular.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::model::Element;
use crate::vocabulary::Phase;

pub(super) const RULE: Shipped = Shipped {
    id: "planning-control-owner",
    topic: Topic::Leadership,
    severity: Severity::High,
    phases: &[Phase::Scaling],
    asks: [
        "Bij opschaling en beheer heeft iemand planning en control als taak.",
        "In scaling somebody has planning and control as a task.",
    ],
    advice: [
        "Wijs één teamlid aan dat planning, budget en voortgang bewaakt, liefst iemand die goed is in coördineren en controleren.",
        "Appoint one team member who guards planning, budget and progress, best somebody who likes to coordinate and monitor.",
    ],
    in_file: [
        "een “[task.…]” met “planning-control = true” in de fase “scaling”, of zonder fase, in de “tasks” van een “[member.…]”.",
        "a “[task.…]” with “planning-control = true” in the phase “scaling”, or without a phase, in the “tasks” of a “[member.…]”.",
    ],
    facts: &[
        ("owned", "heeft planning en control", "has planning and control"),
        ("not-owned", "taak van planning en control die niemand heeft", "task of planning and control that nobody has"),
        (
            "no-task",
            "geen taak van planning en control voor deze fase",
            "no task of planning and control for this phase",
        ),
        ("no-members", "er staan geen teamleden in het bestand", "there are no team members in the file"),
    ],
    source: Source::Handbook,
    judge: |context| {
        let model = context.model();
        if model.members().len() == 0 {
            return Judgement::new().missing("no-members", []);
        }
        let here = |phase: Option<Phase>| phase.is_none_or(|p| p == Phase::Scaling);
        let tasks = model.tasks().filter(|(_, t)| t.planning_control == Some(true) && here(t.phase));
        let tasks: Vec<_> = tasks.map(|(id, _)| id).collect();
        if tasks.is_empty() {
            return Judgement::new().against("no-task", []);
        }
        let owners = model.members().filter(|(_, m)| tasks.iter().any(|t| m.tasks.contains(*t)));
        let owners: Vec<Element> = owners.map(|(id, _)| Element::from(id)).collect();
        if owners.is_empty() {
            Judgement::new().against("not-owned", tasks.into_iter().map(Element::from))
        } else {
            Judgement::new().in_favour("owned", owners)
        }
    },
};
