//! How do we stay in conversation with each stakeholder, and what could each bring, for better and for worse?
//!
//! Run with `cargo run --example what_to_do_with_whom`.

use std::error::Error;
use std::fmt::Write;

use polder::advice::Text;
use polder::analysis::communication_plan::Strategy;
use polder::analysis::opportunities_and_risks::Outlook;
use polder::analysis::{CommunicationPlanOptions, OpportunityRiskOptions, communication_plan, opportunities_and_risks};
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");
const LANGUAGE: &str = "nl";

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let plan = communication_plan(&model, &CommunicationPlanOptions::new());
    let chances = opportunities_and_risks(&model, &OpportunityRiskOptions::new());
    let mut out = String::new();
    for strategy in &plan.parties {
        tell(&mut out, &model, strategy)?;
        for (kind, mark) in [(Outlook::Opportunity, '+'), (Outlook::Risk, '-')] {
            let of_party =
                chances.of(&strategy.party).filter(|c| c.kind == kind && c.parties.first() == Some(&strategy.party));
            for rule in of_party.map(|c| c.rule).collect::<std::collections::BTreeSet<_>>() {
                writeln!(out, "  {mark} {rule}")?;
            }
        }
    }
    writeln!(out, "\nNot fully placed:")?;
    for omission in &plan.omitted {
        writeln!(out, "  {}: {} is unknown", model.label(&omission.subject), omission.missing)?;
    }
    Ok(out)
}

fn tell(out: &mut String, model: &Model, strategy: &Strategy) -> Result<(), Box<dyn Error>> {
    let words = |text: &Text| text.in_language(LANGUAGE).unwrap_or("?").to_owned();
    let level = strategy.level.map_or_else(|| "no level advised".to_owned(), |l| l.level.to_string());
    writeln!(out, "{} ({}, {level})", model.label(&(&strategy.party).into()), strategy.place())?;
    if let Some(goal) = &strategy.goal {
        writeln!(out, "  {}", words(&goal.text))?;
    }
    for tip in &strategy.tips {
        writeln!(out, "  * {}", words(&tip.text))?;
    }
    let contact = &strategy.contact;
    if let (Some(channel), Some(frequency)) = (&contact.channel, &contact.frequency) {
        writeln!(out, "  @ {channel}, {frequency}")?;
    }
    Ok(())
}
