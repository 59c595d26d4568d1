//! `polder check`: all problems and warnings of a file.

use clap::Args;
use serde_json::json;

use super::excerpt;
use super::exit_codes;
use super::input::{Input, Source};
use super::output::{Form, Stop, counted, data, text};
use crate::model::Model;

/// List everything that is wrong with a model file, with line, column and a way out
///
/// Problems make the file unusable; warnings deserve a look.
///
/// This is the view of whoever edits the file: lines of private notes are shown as well. What the other commands say of a
/// faulty file shows nothing of them.
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder check project.toml\n  polder check - < project.json\n  \
     polder check project.toml --format json | jq '.problems | length'",
    exit_codes!()
))]
pub(super) struct Check {
    #[command(flatten)]
    input: Input,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

impl Check {
    pub(super) fn run(&self) -> Result<(), Stop> {
        tell(&self.input.read()?, self.format, |(_, model)| inventory(model))
    }
}

/// Writes everything that is wrong with a file, or else what is in it.
pub(super) fn tell<T>(source: &Source<T>, format: Form, inventory: impl FnOnce(&T) -> String) -> Result<(), Stop> {
    let (problems, warnings) = (&source.problems, &source.warnings);
    if format == Form::Json {
        let answer = json!({ "polder": 1, "problems": problems, "warnings": warnings });
        data(&format!("{answer:#}\n"))?;
    } else {
        let mut answer = String::new();
        for list in [problems, warnings].into_iter().filter(|l| !l.is_empty()) {
            answer.push_str(&excerpt::problems(&source.name, &source.text, list));
            answer.push_str("\n\n");
        }
        if let Some(said) = source.said.as_ref().filter(|_| problems.is_empty()) {
            answer.push_str(&inventory(said));
            answer.push_str(": no problems");
        } else {
            answer.push_str(&counted(problems.len(), "problem", "problems"));
        }
        if !warnings.is_empty() {
            answer.push_str(", ");
            answer.push_str(&counted(warnings.len(), "warning", "warnings"));
        }
        answer.push('\n');
        text(&answer)?;
    }
    if source.said.is_some() { Ok(()) } else { Err(Stop::Problems) }
}

/// What is in a model: `12 parties, 14 interests`.
fn inventory(model: &Model) -> String {
    let counts = [
        (model.parties().len(), "party", "parties"),
        (model.interests().len(), "interest", "interests"),
        (model.values().len(), "value", "values"),
        (model.cultures().len(), "culture profile", "culture profiles"),
        (model.stakes().iter().count(), "stake", "stakes"),
        (model.importances().iter().count(), "importance", "importances"),
        (model.trusts().iter().count(), "rating of trust", "ratings of trust"),
        (model.influences().iter().count(), "influence", "influences"),
        (model.ties().iter().count(), "tie", "ties"),
        (model.dependences().iter().count(), "dependence", "dependences"),
        (model.claims().len(), "claim", "claims"),
        (model.beliefs().len(), "belief", "beliefs"),
        (model.comparisons().len(), "comparison", "comparisons"),
        (model.flows().len(), "flow", "flows"),
        (model.forces().len(), "force", "forces"),
        (model.supports().len(), "record of support", "records of support"),
        (model.observations().len(), "observation", "observations"),
        (model.members().len(), "member", "members"),
        (model.tasks().len(), "task", "tasks"),
    ];
    said_of(&counts).unwrap_or_else(|| "an empty model".into())
}

/// What there is of each thing, in words; `None` when there is nothing.
pub(super) fn said_of(counts: &[(usize, &str, &str)]) -> Option<String> {
    let there = counts.iter().filter(|(count, ..)| *count > 0);
    let said = itertools::join(there.map(|(count, one, many)| counted(*count, one, many)), ", ");
    (!said.is_empty()).then_some(said)
}
