//! How far do the parties agree on the importance of values, which order comes closest to everybody's, who misjudges whom, and what
//! comes back of what we give?
//!
//! Run with `cargo run --example how_far_do_we_agree`.

use std::error::Error;
use std::fmt::Write;

use polder::analysis::{
    AgreementOptions, CoOrientationOptions, RankValuesOptions, ValueNetworkOptions, agreement, co_orientation,
    rank_values, value_network,
};
use polder::model::Element;
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let mut out = String::new();
    let name = |element: Element| model.label(&element).to_owned();

    let found = agreement(&model, &AgreementOptions::new());
    writeln!(out, "Of {} ratings {} are missing.", found.cells, found.missing)?;
    writeln!(out, "Kendall's W: {}", found.concordance.w)?;
    writeln!(out, "Krippendorff's alpha ({}): {:.2}", found.alpha.measurement, found.alpha.alpha)?;
    for value in &found.of_values {
        let value_name = name((&value.value).into());
        writeln!(out, "  {value_name:22} A {:5.2}, rated by {}", value.agreement, value.parties)?;
    }

    let order = rank_values(&model, &RankValuesOptions::new());
    if let Some(best) = order.kemeny.value() {
        let names: Vec<String> = best.order.iter().map(|v| name(v.into())).collect();
        writeln!(out, "\nOne of {} best orders for all: {}", best.optima, names.join(" > "))?;
    }

    writeln!(out, "\nWho misjudges whom:")?;
    for one in co_orientation(&model, &CoOrientationOptions::new()).iter() {
        let (by, about) = (name((&one.by).into()), name((&one.about).into()));
        writeln!(out, "  {by} about {about}: agreement {:.2}, accuracy {:.2}", one.agreement, one.accuracy)?;
        for value in one.values.iter().filter(|v| v.misjudgement.is_some()) {
            let misjudgement = value.misjudgement.map(|m| m.to_string()).unwrap_or_default();
            writeln!(out, "    {}: {misjudgement}", name((&value.value).into()))?;
        }
    }

    let network = value_network(&model, &ValueNetworkOptions::new());
    writeln!(out, "\nWhat we give comes back along {} loops; the strongest:", network.loop_count)?;
    for found in network.loops.iter().take(3) {
        let names: Vec<String> = found.flows.iter().map(|flow| name(flow.into())).collect();
        writeln!(out, "  {:.2}  {}", found.score, names.join(" → "))?;
    }
    Ok(out)
}
