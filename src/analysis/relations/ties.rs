//! The ties as a signed graph.

use std::collections::BTreeMap;

use crate::evidence::{Contribution, Omission};
use crate::id::PartyId;
use crate::math::signed::{Edge, SignedGraph};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};

/// The parties, and their known ties other than 0.
pub(super) struct Ties<'m> {
    /// All parties in id order; vertices are places in it.
    parties: Vec<&'m PartyId>,
    pub(super) graph: SignedGraph,
    /// How each edge of the graph was read, in the same order.
    readings: Vec<Reading>,
    /// How many known ties are 0.
    pub(super) neutral: usize,
}

impl<'m> Ties<'m> {
    /// Ties whose rating is unknown are added to what is omitted.
    pub(super) fn of(model: &'m Model, aggregate: Aggregate, omitted: &mut Vec<Omission>) -> Self {
        let parties: Vec<&PartyId> = model.parties().map(|(id, _)| id).collect();
        let place: BTreeMap<&PartyId, usize> = parties.iter().enumerate().map(|(i, p)| (*p, i)).collect();
        let (mut edges, mut readings, mut neutral) = (Vec::new(), Vec::new(), 0);
        // In the order of the ids, which is that of the graph's edges.
        for (a, b, _) in model.ties().iter() {
            let tie = Element::Tie(a.clone(), b.clone());
            let Some(reading) = model.read(&tie, Attribute::Tie, aggregate) else {
                omitted.push(Omission::unknown(tie, Attribute::Tie));
                continue;
            };
            if reading.raw == 0.0 {
                neutral += 1;
            } else if let (Some(x), Some(y)) = (place.get(a), place.get(b)) {
                edges.push((*x, *y, reading.raw));
                readings.push(reading);
            }
        }
        let graph = SignedGraph::new(parties.len(), edges);
        Self { parties, graph, readings, neutral }
    }

    pub(super) fn party(&self, vertex: usize) -> Option<&'m PartyId> {
        self.parties.get(vertex).copied()
    }

    pub(super) fn ends(&self, edge: &Edge) -> Option<[PartyId; 2]> {
        Some([self.party(edge.a)?.clone(), self.party(edge.b)?.clone()])
    }

    /// Every tie other than 0 as a ground, with what it counts for.
    pub(super) fn cited(&self, amount: impl Fn(&Edge) -> f64) -> Vec<Contribution> {
        let cite = |(edge, reading): (&Edge, &Reading)| {
            let [a, b] = self.ends(edge)?;
            Some(Contribution::read(Element::Tie(a, b), Attribute::Tie, *reading, amount(edge)))
        };
        self.graph.edges().iter().zip(&self.readings).filter_map(cite).collect()
    }
}
