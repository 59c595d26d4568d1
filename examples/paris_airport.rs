//! Who wants what of the Paris airport, who can move whom, and where do interests oppose each other?
//!
//! The published example of the MACTOR method: M. Godet, "Actors' moves and strategies: the MACTOR method. An air transport case
//! study", Futures 23(6), 1991. The tables below are its inputs as bundled with the MACTOR program, and the divergences that the
//! program at <https://github.com/llosimura/tio> (commit 5ed87b5, `mactor/mactor.rb`) computes from them.
//!
//! Run with `cargo run --example paris_airport`.

use std::error::Error;
use std::fmt::Write;

use polder::analysis::{Conflict, ConflictOptions, conflicts};
use polder::id::{InterestId, PartyId};
use polder::model::{Attribute, Element, Table};
use polder::rating::Aggregate;
use polder::scale::ScaleKind;
use polder::vocabulary::ConflictKind;
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/paris-airport.toml");

/// The actors and objectives in the order of the published tables.
const ACTORS: [&str; 6] = [
    "constructeurs",
    "compagnies-regulieres",
    "compagnies-charter",
    "etat",
    "aeroport-de-paris",
    "association-de-riverains",
];
const OBJECTIVES: [&str; 5] = ["caracteristiques-avions", "marche", "droits", "vols-organises", "normes-sur-le-bruit"];
/// Valued positions, actor × objective (2MAO).
const POSITIONS: [[f64; 5]; 6] = [
    [2.0, 3.0, 0.0, 0.0, 1.0],
    [-2.0, 0.0, 3.0, -1.0, -3.0],
    [-1.0, 0.0, -3.0, 3.0, -2.0],
    [0.0, 3.0, 2.0, 0.0, 1.0],
    [-1.0, 0.0, -2.0, 2.0, -2.0],
    [0.0, 0.0, 0.0, 0.0, 3.0],
];
/// Direct influence, actor × actor (MID).
const INFLUENCES: [[f64; 6]; 6] = [
    [0.0, 1.0, 1.0, 3.0, 0.0, 2.0],
    [2.0, 0.0, 3.0, 2.0, 1.0, 1.0],
    [1.0, 2.0, 0.0, 1.0, 1.0, 0.0],
    [2.0, 3.0, 3.0, 0.0, 3.0, 2.0],
    [0.0, 2.0, 3.0, 1.0, 0.0, 2.0],
    [0.0, 1.0, 1.0, 3.0, 2.0, 0.0],
];
/// Valued divergence, actor × actor (2DAA).
const DIVERGENCES: [[f64; 6]; 6] = [
    [0.0, 4.0, 3.0, 0.0, 3.0, 0.0],
    [4.0, 0.0, 5.0, 2.0, 4.0, 3.0],
    [3.0, 5.0, 0.0, 4.0, 0.0, 2.5],
    [0.0, 2.0, 4.0, 0.0, 3.5, 0.0],
    [3.0, 4.0, 0.0, 3.5, 0.0, 2.5],
    [0.0, 3.0, 2.5, 0.0, 2.5, 0.0],
];

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let actors = ACTORS.into_iter().map(PartyId::new).collect::<Result<Vec<_>, _>>()?;
    let objectives = OBJECTIVES.into_iter().map(InterestId::new).collect::<Result<Vec<_>, _>>()?;
    let read = |element: Element, attribute| model.read(&element, attribute, Aggregate::Median).map(|r| r.raw);
    let mut out = String::new();

    // No stake is not concerned, which the published table writes as 0.
    let stance =
        |p: &PartyId, i: &InterestId| read(Element::Stake(p.clone(), i.clone()), Attribute::Stance).unwrap_or_default();
    writeln!(out, "Positions of the actors on the objectives:")?;
    for (k, objective) in (1..).zip(&objectives) {
        writeln!(out, "  {k} {}", model.label(&objective.into()))?;
    }
    let positions = table(&mut out, &model, &actors, &objectives, stance)?;

    // Whoever wrote a table of influences has none on those who are not in it.
    let influence = |a: &PartyId, b: &PartyId| {
        let written = model.wrote(a, Table::Influences).then_some(0.0);
        read(Element::Influences(a.clone(), b.clone()), Attribute::Influence).or(written).unwrap_or(f64::NAN)
    };
    writeln!(out, "\nDirect influence of the actors on each other, in the same order:")?;
    let influences = table(&mut out, &model, &actors, &actors, influence)?;

    let found = conflicts(&model, &ConflictOptions::new().kinds([ConflictKind::Interest]));
    writeln!(out, "\nConflicts of interest, the strongest first:")?;
    for conflict in &found {
        let parties: Vec<&Element> = conflict.because.iter().map(|c| &c.source).collect();
        let grounds: Vec<String> = parties
            .iter()
            .filter_map(|e| match e {
                Element::Stake(p, i) => Some(format!("{} {:+}", model.label(&p.into()), stance(p, i))),
                _ => None,
            })
            .collect();
        let subject: Vec<&str> = conflict.subject.iter().map(|s| model.label(s)).collect();
        writeln!(out, "  {:.3}  {}: {}", conflict.strength, subject.join(", "), grounds.join(" against "))?;
    }

    // The strength is on 0 … 1; times the scale's maximum it is the published divergence, summed over the objectives.
    let k = model.scales().of(ScaleKind::Signed).max();
    let divergence = |a: &PartyId, b: &PartyId| {
        let between = |c: &&Conflict| a != b && c.parties.contains(a) && c.parties.contains(b);
        found.conflicts.iter().filter(between).filter_map(|c| c.strength.value()).fold(0.0, |sum, s| sum + s * k)
    };
    writeln!(out, "\nStrength of their conflicts, back on the scale of the positions:")?;
    let divergences = table(&mut out, &model, &actors, &actors, divergence)?;

    writeln!(out, "\nAs published: positions {}", agreement(&positions, &POSITIONS))?;
    writeln!(out, "              influences {}", agreement(&influences, &INFLUENCES))?;
    writeln!(out, "              divergences {}", agreement(&divergences, &DIVERGENCES))?;
    Ok(out)
}

fn table<T>(
    out: &mut String,
    model: &Model,
    rows: &[PartyId],
    columns: &[T],
    cell: impl Fn(&PartyId, &T) -> f64,
) -> Result<Vec<Vec<f64>>, Box<dyn Error>> {
    let mut all = Vec::new();
    for row in rows {
        let cells: Vec<f64> = columns.iter().map(|c| cell(row, c)).collect();
        let shown: String = cells.iter().map(|x| format!("{x:>5}")).collect();
        writeln!(out, "  {:26}{shown}", model.label(&row.into()))?;
        all.push(cells);
    }
    Ok(all)
}

/// How many cells are as published.
fn agreement<const N: usize>(found: &[Vec<f64>], published: &[[f64; N]]) -> String {
    let pairs: Vec<(f64, f64)> =
        found.iter().zip(published).flat_map(|(f, p)| f.iter().copied().zip(p.iter().copied())).collect();
    let same = pairs.iter().filter(|(f, p)| (f - p).abs() < 1e-12).count();
    format!("{same} of {} cells", pairs.len())
}
