//! What if a neighbourhood stopped resisting, and what if we knew how much power nature has?
//!
//! Run with `cargo run --example what_if`.

use std::error::Error;
use std::fmt::Write;

use polder::analysis::{CompareOptions, ForceFieldOptions, compare, force_field};
use polder::id::PartyId;
use polder::model::{Attribute, EditError, Element};
use polder::rating::Rating;
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let kept = model.clone();
    let neighbours = Element::Party(PartyId::new("hofkwartier")?);
    let nature = Element::Party(PartyId::new("natuur-en-nacht")?);
    let mut out = String::new();
    tell(&mut out, "As it is", &model)?;

    let (zero, four) = (Rating::number(0.0)?, Rating::number(4.0)?);
    let calmer = model.with(|m| m.set_rating(&neighbours, Attribute::Attitude, Some(zero.clone())))?;
    tell(&mut out, &format!("If {} were no longer against", model.label(&neighbours)), &calmer)?;

    let known = model.with(|m| m.set_rating(&nature, Attribute::Power, Some(four.clone())))?;
    tell(&mut out, &format!("If the power of {} turned out to be 4", model.label(&nature)), &known)?;

    let both = model.with(|m| {
        m.set_rating(&neighbours, Attribute::Attitude, Some(zero))?;
        m.set_rating(&nature, Attribute::Power, Some(four))
    })?;
    tell(&mut out, "Both at once", &both)?;

    let changes = compare(&model, &both, &CompareOptions::new())?;
    writeln!(
        out,
        "Of the change of {:+}, attitude made {:+} and who came into the sum {:+}.",
        changes.attribution.change, changes.attribution.by_attitude, changes.attribution.by_entered
    )?;
    for moved in changes.moved.iter().filter(|m| m.grid == "power_interest_attitude") {
        let before = moved.before.unwrap_or("not placed");
        let after = moved.after.unwrap_or("not placed");
        writeln!(out, "  {}: from {before} to {after}", model.label(&(&moved.party).into()))?;
    }

    let nine = Rating::number(9.0)?;
    if let Err(EditError::Rating { fault, .. }) = model.with(|m| m.set_rating(&nature, Attribute::Power, Some(nine))) {
        writeln!(out, "A power of 9 is refused: {fault}.")?;
    }
    writeln!(out, "The model that was read is {}.", if model == kept { "as it was" } else { "changed" })?;
    Ok(out)
}

fn tell(out: &mut String, title: &str, model: &Model) -> Result<(), Box<dyn Error>> {
    let field = force_field(model, &ForceFieldOptions::new());
    writeln!(out, "{title}")?;
    writeln!(
        out,
        "  driving {}, restraining {}, net {:+} over {} parties",
        field.driving,
        field.restraining,
        field.net,
        field.parties.len()
    )?;
    for omission in &field.omitted {
        writeln!(out, "  not counted: {}, {} is unknown", model.label(&omission.subject), omission.missing)?;
    }
    Ok(())
}
