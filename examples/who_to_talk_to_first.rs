//! Who needs which attention, and which force is best taken up first?
//!
//! Run with `cargo run --example who_to_talk_to_first`.

use std::error::Error;
use std::fmt::Write;

use polder::analysis::power_interest::{Quadrant, TABLE};
use polder::analysis::{ForceFieldOptions, GridOptions, Placement, force_field, power_interest};
use polder::evidence::Measure;
use polder::model::Attribute;
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let grid = power_interest(&model, &GridOptions::new());
    let mut out = String::new();

    writeln!(
        out,
        "High is {} and up for power, {} and up for interest.",
        grid.cut(Attribute::Power),
        grid.cut(Attribute::InterestLevel)
    )?;
    for row in TABLE.iter().map(|r| r.class) {
        writeln!(out, "\n{} (Mendelow), {} (Eden and Ackermann)", row.mendelow, row.eden_ackermann)?;
        for place in grid.parties.iter().filter(|p| p.class == row) {
            writeln!(out, "  {}: {}", model.label(&(&place.party).into()), why(place))?;
        }
    }
    writeln!(out, "\nNot placed:")?;
    for omission in &grid.omitted {
        writeln!(out, "  {}: {} is unknown", model.label(&omission.subject), omission.missing)?;
    }

    writeln!(
        out,
        "\nForces, in the order in which to act: what restrains before what drives, since pushing raises tension."
    )?;
    let forces = force_field(&model, &ForceFieldOptions::new()).free_forces;
    for (place, id) in (1..).zip(&forces.order) {
        let Some(force) = forces.forces.iter().find(|f| f.force == *id) else { continue };
        let (Some(changeable), Some(leverage)) = (force.changeability, force.leverage.value()) else { continue };
        let by = force.party.as_ref().map_or(String::new(), |p| format!(", {}", model.label(&p.into())));
        writeln!(
            out,
            "{place}. {} ({}{by}): strength {} × changeability {} = {leverage}",
            model.label(&id.into()),
            force.side,
            force.strength.raw,
            changeable.raw
        )?;
    }
    writeln!(out, "Driving {}, restraining {}, net {:+}.", forces.driving, forces.restraining, forces.net)?;
    Ok(out)
}

fn why(place: &Placement<Quadrant>) -> String {
    let shown = |reading: Option<polder::rating::Reading>| match reading {
        Some(r) if r.low < r.high => format!("{} (from {} to {})", r.raw, r.low, r.high),
        Some(r) => r.raw.to_string(),
        None => "unknown".into(),
    };
    let border = if place.border { ", on the border: talk before you sort" } else { "" };
    let distance = match place.distance {
        Measure::Known(1) => "1 step from another class".into(),
        Measure::Known(steps) => format!("{steps} steps from another class"),
        Measure::Undefined(reason) => format!("distance {reason}"),
    };
    format!(
        "power {}, interest {}; {distance}{border}",
        shown(place.reading(Attribute::Power)),
        shown(place.reading(Attribute::InterestLevel))
    )
}
