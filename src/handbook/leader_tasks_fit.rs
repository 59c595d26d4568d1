//! The leading tasks of the phase at hand sit with somebody whom they suit.
//!
//! Met when each task of the phase that is marked as leading is done by a member whose fit is at least half of what could be, see
//! [`crate::analysis::leadership()`]. With several who do it, one suffices. A task that nobody does is not met; one whose fit nobody
//! knows, and one of no known phase, cannot be judged. A task that does not say whether it is leading is taken for one that is not.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::evidence::Measure;
use crate::model::Element;

pub(super) const RULE: Shipped = Shipped {
    id: "leader-tasks-fit",
    topic: Topic::Leadership,
    severity: Severity::High,
    phases: &[],
    asks: [
        "Elke leidende taak van deze fase ligt bij iemand bij wie zij past.",
        "Every leading task of this phase sits with somebody whom it suits.",
    ],
    advice: [
        "Leg de leidende taken van deze fase naast de rollen die teamleden liggen, en ruil waar iemand anders er meer plezier in heeft. Geef een taak zonder trekker deze week een naam.",
        "Lay the leading tasks of this phase beside the roles that suit the team members, and swap where somebody else would enjoy it more. Give a task without a leader a name this week.",
    ],
    in_file: [
        "taken met “leading = true” in de fase van het project, wie ze doet (“tasks” bij “[member.…]”) en hoe de rollen liggen (“roles”). Doen meer mensen een taak, dan is één bij wie zij past genoeg.",
        "tasks with “leading = true” in the phase of the project, who does them (“tasks” at “[member.…]”) and the “roles” of both. Where several do a task, one whom it suits is enough.",
    ],
    facts: &[
        ("fits", "ligt bij iemand bij wie de taak past", "sits with somebody whom it suits"),
        (
            "falls-short",
            "ligt nu bij iemand bij wie de taak weinig aansluit",
            "sits now with somebody whom it suits little",
        ),
        ("nobody", "niemand doet deze taak", "nobody does this task"),
        (
            "fit-unknown",
            "niet alle rollen die de taak vraagt zijn beoordeeld",
            "not all roles that the task asks for are rated",
        ),
        (
            "no-leading-task",
            "geen taak van deze fase is gemerkt als leidend",
            "no task of this phase is marked as leading",
        ),
        ("no-phase", "de fase staat niet in het bestand", "the phase is not in the file"),
    ],
    source: Source::Handbook,
    judge: |context| {
        let Some(phase) = context.model().project().phase else {
            return Judgement::new().missing("no-phase", [Element::Project]);
        };
        let astray = context.leadership().tasks.iter().filter(|t| t.phase.is_none() && t.leading == Some(true));
        let astray: Vec<Element> = astray.map(|task| Element::from(&task.task)).collect();
        let here = |task: &&crate::analysis::leadership::TaskLeadership| {
            task.phase == Some(phase) && task.leading == Some(true)
        };
        let (mut fits, mut short, mut nobody, mut unknown) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for task in context.leadership().tasks.iter().filter(here) {
            let any = |short: Measure<bool>| task.holders.iter().any(|h| h.falls_short == short);
            let element = Element::from(&task.task);
            if task.holders.is_empty() {
                nobody.push(element);
            } else if any(Measure::Known(false)) {
                fits.push(element);
            } else if task.holders.iter().all(|h| h.falls_short == Measure::Known(true)) {
                short.push(element);
            } else {
                let unsaid = task.holders.iter().filter(|h| h.falls_short.value().is_none());
                unknown.extend(unsaid.map(|h| Element::Does(h.member.clone(), task.task.clone())));
            }
        }
        let mut out = Judgement::new();
        if !fits.is_empty() {
            out = out.in_favour("fits", fits);
        }
        for (fact, tasks) in [("falls-short", short), ("nobody", nobody)] {
            if !tasks.is_empty() {
                out = out.against(fact, tasks);
            }
        }
        out = out.missing_of("fit-unknown", unknown).missing_of("phase-unknown", astray);
        if out == Judgement::new() { out.missing("no-leading-task", []) } else { out }
    },
};
