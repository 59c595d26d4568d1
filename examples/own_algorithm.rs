//! Which party holds the network together? An algorithm of one's own on the graph of the model.
//!
//! Run with `cargo run --example own_algorithm`.

use std::error::Error;
use std::fmt::Write;

use petgraph::Undirected;
use petgraph::algo::connected_components;
use petgraph::graph::Graph;
use petgraph::visit::IntoNodeReferences;
use polder::model::{NodeRef, RelationKind, Weight};
use polder::rating::Aggregate;
use polder::scale::ScaleKind;
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let scale = model.scales().of(ScaleKind::Signed);
    let mut out = String::new();

    // Of the whole graph, the parties and the good ties between them; a tie has no direction.
    let whole = model.graph();
    let web: Graph<_, _, Undirected> = whole
        .filter_map(
            |_, node| matches!(node, NodeRef::Party(..)).then(|| node.element()),
            |_, arc| match arc.weight {
                Weight::Rating(tie) if arc.kind == RelationKind::Tie => {
                    tie.read(&scale, Aggregate::Median).map(|t| t.raw).filter(|t| *t > 0.0)
                }
                _ => None,
            },
        )
        .into_edge_type();
    writeln!(
        out,
        "Of {} nodes and {} arcs, {} are parties and {} are good ties.",
        whole.node_count(),
        whole.edge_count(),
        web.node_count(),
        web.edge_count()
    )?;

    let parts = connected_components(&web);
    let alone: Vec<&str> = web
        .node_references()
        .filter(|(index, _)| web.neighbors(*index).next().is_none())
        .map(|(_, party)| model.label(party))
        .collect();
    writeln!(out, "They fall into {parts} parts; without any good tie: {}.", alone.join("; "))?;

    writeln!(out, "\nGood ties, and into how many parts more the rest falls without this party:")?;
    let mut rows: Vec<(usize, usize, &str)> = web
        .node_references()
        .map(|(index, party)| {
            let mut rest = web.clone();
            rest.remove_node(index);
            let more = connected_components(&rest).saturating_sub(parts);
            (more, web.neighbors(index).count(), model.label(party))
        })
        .collect();
    rows.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(b.2)));
    for (more, ties, party) in &rows {
        let with = web.node_references().find(|(_, e)| model.label(e) == *party);
        let mut others: Vec<&str> = with
            .into_iter()
            .flat_map(|(index, _)| web.neighbors(index))
            .filter_map(|n| web.node_weight(n).map(|e| model.label(e)))
            .collect();
        others.sort_unstable();
        writeln!(out, "  ties {ties}, parts more {more}: {party}")?;
        if *more > 0 {
            writeln!(out, "      tied to {}", others.join("; "))?;
        }
    }
    Ok(out)
}
