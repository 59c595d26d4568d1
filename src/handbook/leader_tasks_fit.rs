//! The leading tasks of the phase at hand sit with somebody whom they suit.
//!
//! Met when each task of the phase that is marked as leading is done by a member whose fit is at least half of what could be, see
//! [`crate::analysis::leadership()`]. With several who do it, one suffices. A task that nobody does is not met; one whose fit nobody
//! knows cannot be judged.

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
    facts: &[
        ("fits", "ligt bij iemand bij wie de taak past", "sits with somebody whom it suits"),
        ("falls-short", "past minder dan half bij wie de taak doet", "suits those who do it less than half"),
        ("nobody", "niemand doet deze taak", "nobody does this task"),
        ("fit-unknown", "rollen niet beoordeeld van wie deze taak doet", "roles not rated of those who do this task"),
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
                unknown.push(element);
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
        out = out.missing_of("fit-unknown", unknown);
        if out == Judgement::new() { out.missing("no-leading-task", []) } else { out }
    },
};
