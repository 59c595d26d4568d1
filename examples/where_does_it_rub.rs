//! Where does it rub most, why, and what could bridge it?
//!
//! Run with `cargo run --example where_does_it_rub`.

use std::error::Error;
use std::fmt::Write;

use polder::analysis::conflicts::Voicing;
use polder::analysis::{Conflict, ConflictOptions, conflicts};
use polder::evidence::Contribution;
use polder::model::Element;
use polder::vocabulary::ConflictKind::{Fate, Interest, OpposedInterests, Value, ValuePriority};
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    // Over interests and values; relations and roles have conflicts of their own.
    let kinds = [Interest, OpposedInterests, Fate, Value, ValuePriority];
    let found = conflicts(&model, &ConflictOptions::new().kinds(kinds).strongest(6));
    let mut out = String::new();
    for conflict in &found {
        tell(&mut out, &model, conflict)?;
    }
    if found.more {
        writeln!(out, "There are more; equally strong ones stand in the order of their parties' ids.\n")?;
    }
    writeln!(out, "Parties that are torn themselves:")?;
    for conflict in &found.inner {
        writeln!(out, "  {:.2}  {}", conflict.strength, title(&model, conflict))?;
    }
    writeln!(out, "\nNo conflict could be seen in what nobody stated:")?;
    for omission in &found.omitted {
        writeln!(out, "  {omission}")?;
    }
    if found.omitted.is_empty() {
        writeln!(out, "  nothing; every stake has a stance and every value an importance")?;
    }
    Ok(out)
}

fn title(model: &Model, conflict: &Conflict) -> String {
    let parties: Vec<String> = conflict.parties.iter().map(|p| model.label(&p.into()).to_owned()).collect();
    let subject: Vec<&str> = conflict.subject.iter().map(|s| model.label(s)).collect();
    format!("{}, over {}", parties.join(" and "), subject.join(" against "))
}

fn tell(out: &mut String, model: &Model, conflict: &Conflict) -> Result<(), Box<dyn Error>> {
    writeln!(out, "{:.2}  {}", conflict.strength, title(model, conflict))?;
    let voicing = match conflict.voicing {
        Voicing::Unknown => String::new(),
        known => format!(", {known}"),
    };
    writeln!(out, "      {} conflict{voicing}; weighted by power {:.2}", conflict.kind, conflict.weighted)?;
    for reason in &conflict.because {
        writeln!(out, "      because {}", because(model, reason))?;
    }
    for missing in &conflict.missing {
        writeln!(out, "      but {missing}")?;
    }
    for shared in &conflict.bridges.shared_interests {
        writeln!(out, "      both want: {} ({:.2})", model.label(&(&shared.over).into()), shared.strength)?;
    }
    for shared in &conflict.bridges.shared_values {
        writeln!(out, "      both hold: {} ({:.2})", model.label(&(&shared.over).into()), shared.strength)?;
    }
    for broker in &conflict.bridges.brokers {
        writeln!(out, "      close to both: {} ({:.2})", model.label(&(&broker.party).into()), broker.weaker)?;
    }
    if conflict.bridges.is_empty() {
        writeln!(out, "      nothing on record binds them yet")?;
    }
    writeln!(out)?;
    Ok(())
}

/// One ground in words, with the party's own words where it said something.
fn because(model: &Model, reason: &Contribution) -> String {
    let raw = reason.reading.map_or(reason.amount, |r| r.raw);
    match &reason.source {
        Element::Stake(party, interest) => {
            let said = model.stakes().get(party, interest).and_then(|s| s.said.as_deref());
            let said = said.map_or(String::new(), |s| format!(" (“{s}”)"));
            format!("{} stands at {raw:+} on {}{said}", model.label(&party.into()), model.label(&interest.into()))
        }
        Element::Importance(party, value) => {
            format!("{} gives {raw} to {}", model.label(&party.into()), model.label(&value.into()))
        }
        Element::Opposes(a, b) => {
            format!("{} is opposed to {} with {raw}", model.label(&a.into()), model.label(&b.into()))
        }
        Element::Tension(a, b) => {
            format!("{} pulls against {} with {raw}", model.label(&a.into()), model.label(&b.into()))
        }
        Element::Claim(_) => format!("“{}” weighs {raw}", model.label(&reason.source)),
        _ => reason.to_string(),
    }
}
