//! Which values does each party attach to the project, and what does the project do with them?
//!
//! Run with `cargo run --example which_values_matter`.

use std::error::Error;
use std::fmt::Write;

use polder::analysis::{ValueMapOptions, value_map};
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let map = value_map(&model, &ValueMapOptions::new());
    let mut out = String::new();

    writeln!(out, "Own importance, party by party; a dot is unknown, not zero.")?;
    let letters = || 'A'..='Z';
    let width = model.parties().map(|(id, _)| model.label(&id.into()).chars().count()).max().unwrap_or(0);
    let head: String = letters().zip(&map.values).map(|(c, _)| format!("{c:>4}")).collect();
    writeln!(out, "{:width$}{head}", "")?;
    for (party, cells) in map.importance.iter() {
        let row: String = cells.iter().map(|c| format!("{:>4}", c.map_or(".".into(), |r| r.raw.to_string()))).collect();
        writeln!(out, "{:width$}{row}", model.label(&party.into()))?;
    }

    writeln!(out, "\nHow the parties that rated a value differ:")?;
    for (letter, value) in letters().zip(&map.values) {
        writeln!(
            out,
            "{letter}  {:21} median {:<3}  from {} to {}  {:.2} apart, {} parties",
            model.label(&(&value.value).into()),
            value.median.to_string(),
            value.low,
            value.high,
            value.apart,
            value.parties
        )?;
    }

    writeln!(out, "\nWhat is claimed of the project, all parties together:")?;
    for cell in &map.totals {
        let unrated = if cell.unrated > 0 { format!(", {} without importance", cell.unrated) } else { String::new() };
        writeln!(
            out,
            "  {:12} {:>2} claims, importance {:>2}{unrated}",
            cell.kind.to_string(),
            cell.count,
            cell.importance
        )?;
        for claim in &cell.claims {
            let party = model.claim(claim).map(|c| model.label(&(&c.party).into()).to_owned());
            writeln!(out, "      {} ({})", model.label(&claim.into()), party.unwrap_or_default())?;
        }
    }
    writeln!(out, "Capture ratio, captured of captured + missed + destroyed: {:.2}", map.capture_ratio)?;
    for omission in &map.omitted {
        writeln!(out, "  {}: {} is unknown", model.label(&omission.subject), omission.missing)?;
    }

    writeln!(out, "\nCapture ratio and empty cells, party by party:")?;
    for canvas in &map.canvas {
        let empty: Vec<String> = canvas.empty.iter().map(ToString::to_string).collect();
        let empty =
            if canvas.cells.is_empty() { "nothing claimed yet".into() } else { format!("no {}", empty.join(", ")) };
        writeln!(out, "  {}: {:.2}; {empty}", model.label(&(&canvas.party).into()), canvas.capture_ratio)?;
    }
    for unasked in &map.unasked {
        let who: Vec<&str> = unasked.parties.iter().map(polder::id::PartyId::as_str).collect();
        writeln!(out, "Nobody was asked on behalf of the {} {}", unasked.kind, who.join(", "))?;
    }
    if map.unasked.is_empty() {
        writeln!(out, "Environment and society both have claims on their behalf.")?;
    }
    Ok(out)
}
