//! What does the handbook ask that this project does not do yet, what may lie below what hampers it, and who leads?
//!
//! Run with `cargo run --example what_to_mend_first`.

use std::error::Error;
use std::fmt::Write;

use polder::advice::Text;
use polder::analysis::{IcebergOptions, LeadershipOptions, iceberg, leadership};
use polder::handbook::{Ground, ReviewOptions, State, review};
use polder::scale::Raw;
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let mut out = String::new();
    let english = |text: &Text| text.in_language("en").unwrap_or_default().to_owned();

    let found = review(&model, &ReviewOptions::new().near_within_km(Raw::new(25.0)?));
    writeln!(out, "Not met yet, the gravest first:")?;
    for verdict in found.in_state(State::NotMet) {
        writeln!(out, "  {} ({})", english(&verdict.asks), verdict.severity)?;
        for ground in verdict.against.iter().take(2) {
            let Ground { says, elements, .. } = ground;
            let about: Vec<String> = elements.iter().take(3).map(ToString::to_string).collect();
            writeln!(out, "    {}: {}", says.as_ref().map(english).unwrap_or_default(), about.join(", "))?;
        }
        writeln!(out, "    do: {}", english(&verdict.advice))?;
    }
    for verdict in found.in_state(State::CannotBeJudged) {
        let missing: Vec<String> = verdict.missing.iter().filter_map(|g| g.says.as_ref().map(english)).collect();
        writeln!(out, "Cannot be judged: {} ({})", verdict.rule, missing.join("; "))?;
    }
    for verdict in found.in_state(State::Explained) {
        let words = verdict.explanation.as_deref().unwrap_or_default();
        writeln!(out, "Explained: {}, “{words}”", verdict.rule)?;
    }

    let below = iceberg(&model, &IcebergOptions::new());
    writeln!(out, "\nStart the conversation with:")?;
    for note in below.fewest.sets.first().into_iter().flatten() {
        let words = note.id().and_then(|id| model.observation(id)).map(|o| o.statement.as_str());
        writeln!(out, "  {}", words.unwrap_or("a note made in confidence"))?;
    }
    writeln!(out, "Not discussed below the waterline: {}", below.undiscussed.len())?;
    writeln!(out, "Notes withheld: {}", below.withheld)?;

    writeln!(out, "\nWho leads, and how much of what the phase asks suits them:")?;
    for phase in &leadership(&model, &LeadershipOptions::new()).phases {
        for lead in &phase.leads {
            writeln!(out, "  {}: {} {}", phase.phase, lead.member, lead.fit.share)?;
        }
    }
    Ok(out)
}
