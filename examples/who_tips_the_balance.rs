//! Who is for the project, who is against, and who could tip the balance?
//!
//! Run with `cargo run --example who_tips_the_balance`.

use std::error::Error;
use std::fmt::Write;

use polder::analysis::tipping::Moves;
use polder::analysis::{ForceFieldOptions, force_field};
use polder::evidence::Measure;
use polder::id::PartyId;
use polder::scale::Raw;
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let name = |party: &PartyId| model.label(&party.into()).to_owned();
    let field = force_field(&model, &ForceFieldOptions::new().list_at_most(5));
    let mut out = String::new();

    writeln!(out, "force = power × interest × attitude")?;
    let mut parties: Vec<_> = field.parties.iter().collect();
    parties.sort_by(|a, b| b.force.total_cmp(&a.force));
    for p in parties {
        let (power, level, attitude) = (p.power.raw, p.interest_level.raw, p.attitude.raw);
        writeln!(out, "{:>+6.1} = {power} × {level} × {attitude:>2}  {}", p.force, name(&p.party))?;
    }
    writeln!(
        out,
        "driving {}, restraining {}, net {:+}; balance {:.2} between -1 and 1",
        field.driving, field.restraining, field.net, field.balance
    )?;

    writeln!(out, "\nNot counted, for want of a rating:")?;
    for omission in &field.omitted {
        writeln!(out, "  {}: {} is unknown", model.label(&omission.subject), omission.missing)?;
    }

    writeln!(out, "\nFewest parties that would undo it if they turned wholly against:")?;
    tell(&mut out, &field.tipping.fewest_parties_against, name)?;

    let more = field.net + 20.0;
    let further = force_field(&model, &ForceFieldOptions::new().list_at_most(5).target(Raw::new(more)?));
    writeln!(out, "\nFewest steps of attitude that would lift the net above {more}:")?;
    tell(&mut out, &further.tipping.fewest_steps, name)?;
    let alone: Vec<String> = further
        .tipping
        .alone
        .iter()
        .filter_map(|a| Some(format!("{} in {}", name(&a.party), a.steps.value()?)))
        .collect();
    writeln!(out, "Alone it could be done by: {}.", if alone.is_empty() { "nobody".into() } else { alone.join("; ") })?;
    Ok(out)
}

fn tell(out: &mut String, moves: &Measure<Moves>, name: impl Fn(&PartyId) -> String) -> Result<(), Box<dyn Error>> {
    let moves = match moves {
        Measure::Known(moves) => moves,
        Measure::Undefined(reason) => return Ok(writeln!(out, "  cannot be said: {reason}")?),
    };
    for answer in &moves.answers {
        let who: Vec<String> =
            answer.moves.iter().map(|m| format!("{} from {} to {}", name(&m.party), m.from, m.to)).collect();
        writeln!(out, "  {}: {}, net {:+}", moves.cost, who.join("; "), answer.net_after)?;
    }
    if moves.truncated {
        writeln!(out, "  and more that do as well")?;
    }
    Ok(())
}
