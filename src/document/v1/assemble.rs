//! What was read, and the model made of it by checked inserts.

#![allow(clippy::result_large_err, reason = "the model's own error, passed on once")]

use std::collections::{BTreeMap, BTreeSet};

use crate::id::*;
use crate::model::*;
use crate::rating::Rating;
use crate::scale::Scales;

type Nodes<I, N> = Vec<(I, N)>;
type Arcs<F, T, W> = Vec<(F, T, W)>;

/// Everything that was read, without order.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) scales: Scales,
    pub(super) project: Project,
    pub(super) handbook: Handbook,
    pub(super) parties: Nodes<PartyId, Party>,
    pub(super) interests: Nodes<InterestId, Interest>,
    pub(super) values: Nodes<ValueId, Value>,
    pub(super) cultures: Nodes<CultureId, Culture>,
    pub(super) observations: Nodes<ObservationId, Observation>,
    pub(super) members: Nodes<MemberId, Member>,
    pub(super) tasks: Nodes<TaskId, Task>,
    pub(super) claims: Nodes<Option<Slug>, Claim>,
    pub(super) beliefs: Nodes<Option<Slug>, Belief>,
    pub(super) comparisons: Nodes<Option<Slug>, Comparison>,
    pub(super) flows: Nodes<Option<Slug>, Flow>,
    pub(super) forces: Nodes<Option<Slug>, Force>,
    pub(super) supports: Nodes<Option<Slug>, Support>,
    pub(super) written: Vec<(PartyId, Table)>,
    pub(super) stakes: Arcs<PartyId, InterestId, Stake>,
    pub(super) values_held: Arcs<PartyId, ValueId, Rating>,
    pub(super) trusts: Arcs<PartyId, PartyId, Rating>,
    pub(super) influences: Arcs<PartyId, PartyId, Rating>,
    pub(super) ties: Arcs<PartyId, PartyId, Rating>,
    pub(super) umbrellas: Vec<(PartyId, PartyId)>,
    pub(super) dependences: Vec<(PartyId, PartyId, String, Dependence)>,
    pub(super) serves: Vec<(InterestId, InterestId)>,
    pub(super) opposes: Arcs<InterestId, InterestId, Rating>,
    pub(super) expresses: Vec<(InterestId, ValueId)>,
    pub(super) tensions: Arcs<ValueId, ValueId, Rating>,
    pub(super) becauses: Arcs<ObservationId, ObservationId, Because>,
}

impl Draft {
    /// Makes the model. Every mistake of a document has been found before; what the model still refuses is passed on.
    pub(super) fn assemble(self) -> Result<Model, EditError> {
        let mut m = Model::with_scales(self.scales);
        // Ratings may name parties and members as raters, so these come first, bare.
        for (id, _) in &self.parties {
            m.insert_party(id.clone(), Party::default())?;
        }
        for (id, _) in &self.members {
            m.insert_member(id.clone(), Member::default())?;
        }
        each(self.cultures, |id, n| m.insert_culture(id, n))?;
        each(self.interests, |id, n| m.insert_interest(id, n))?;
        each(self.values, |id, n| m.insert_value(id, n))?;
        each(self.tasks, |id, n| m.insert_task(id, n))?;
        each(self.observations, |id, n| m.insert_observation(id, n))?;
        each(deepest_first(self.parties), |id, n| m.update_party(&id, |party| *party = n))?;
        each(self.members, |id, n| m.update_member(&id, |member| *member = n))?;
        each(with_ids("claim", self.claims), |id, n| m.insert_claim(id, n))?;
        each(with_ids("belief", self.beliefs), |id, n| m.insert_belief(id, n))?;
        each(with_ids("comparison", self.comparisons), |id, n| m.insert_comparison(id, n))?;
        each(with_ids("flow", self.flows), |id, n| m.insert_flow(id, n))?;
        each(with_ids("force", self.forces), |id, n| m.insert_force(id, n))?;
        each(with_ids("support", self.supports), |id, n| m.insert_support(id, n))?;
        arcs(self.stakes, |f, t, w| m.set_stake(f, t, w))?;
        arcs(self.values_held, |f, t, w| m.set_importance(f, t, w))?;
        arcs(self.trusts, |f, t, w| m.set_trust(f, t, w))?;
        arcs(self.influences, |f, t, w| m.set_influence(f, t, w))?;
        arcs(self.ties, |f, t, w| m.set_tie(f, t, w))?;
        each(self.umbrellas, |f, t| m.set_umbrella(f, t, ()))?;
        for (from, to, resource, dependence) in self.dependences {
            m.set_dependence(from, to, &resource, dependence)?;
        }
        each(self.serves, |f, t| m.set_serves(f, t, ()))?;
        arcs(self.opposes, |f, t, w| m.set_opposes(f, t, w))?;
        each(self.expresses, |f, t| m.set_expresses(f, t, ()))?;
        arcs(self.tensions, |f, t, w| m.set_tension(f, t, w))?;
        arcs(explained_first(self.becauses), |f, t, w| m.set_because(f, t, w))?;
        each(self.written, |party, table| m.declare(party, table))?;
        m.set_project(self.project)?;
        m.set_handbook(self.handbook)?;
        Ok(m)
    }
}

fn each<A, B>(all: Vec<(A, B)>, mut put: impl FnMut(A, B) -> Result<(), EditError>) -> Result<(), EditError> {
    all.into_iter().try_for_each(|(a, b)| put(a, b))
}

fn arcs<F, T, W>(all: Arcs<F, T, W>, mut put: impl FnMut(F, T, W) -> Result<(), EditError>) -> Result<(), EditError> {
    all.into_iter().try_for_each(|(f, t, w)| put(f, t, w))
}

/// Parties with the deepest parts first: the model looks upwards for circles, and so never far.
fn deepest_first(parties: Nodes<PartyId, Party>) -> Nodes<PartyId, Party> {
    let above: BTreeMap<&PartyId, &PartyId> =
        parties.iter().filter_map(|(id, p)| Some((id, p.part_of.as_ref()?))).collect();
    let mut depths: BTreeMap<PartyId, usize> = BTreeMap::new();
    for (id, _) in &parties {
        let mut chain = Vec::new();
        let mut here = Some(id);
        // The length of the chain ends a circle, of which there are none left here.
        while let Some(party) = here.filter(|p| !depths.contains_key(*p) && chain.len() <= parties.len()) {
            chain.push(party);
            here = above.get(party).copied();
        }
        let top = here.and_then(|p| depths.get(p)).map_or(0, |d| d + 1);
        depths.extend(chain.into_iter().rev().cloned().zip(top..));
    }
    let mut out = parties;
    out.sort_by_key(|(id, _)| std::cmp::Reverse(depths.get(id).copied()));
    out
}

/// Explanations with those of an observation before those of what explains it: the model looks down for circles, and so never far.
fn explained_first<W>(becauses: Arcs<ObservationId, ObservationId, W>) -> Arcs<ObservationId, ObservationId, W> {
    let mut by_from: BTreeMap<ObservationId, Vec<(ObservationId, W)>> = BTreeMap::new();
    let mut above: BTreeMap<ObservationId, usize> = BTreeMap::new();
    for (from, to, weight) in becauses {
        *above.entry(to.clone()).or_default() += 1;
        above.entry(from.clone()).or_default();
        by_from.entry(from).or_default().push((to, weight));
    }
    let mut ready: Vec<ObservationId> = above.iter().filter(|(_, n)| **n == 0).map(|(id, _)| id.clone()).collect();
    let mut out = Vec::new();
    while let Some(from) = ready.pop() {
        for (to, weight) in by_from.remove(&from).into_iter().flatten() {
            if let Some(left) = above.get_mut(&to) {
                *left -= 1;
                ready.extend((*left == 0).then(|| to.clone()));
            }
            out.push((from.clone(), to, weight));
        }
    }
    // Circles have been found before; the model refuses what is left of them.
    out.extend(by_from.into_iter().flat_map(|(from, all)| all.into_iter().map(move |(to, w)| (from.clone(), to, w))));
    out
}

/// Gives those without an id one, numbered in the order of their content, so that the order of the file does not matter.
pub(super) fn with_ids<I: From<Slug>, N: Ord>(kind: &str, nodes: Vec<(Option<Slug>, N)>) -> Vec<(I, N)> {
    let taken: BTreeSet<Slug> = nodes.iter().filter_map(|(id, _)| id.clone()).collect();
    let mut out = Vec::with_capacity(nodes.len());
    let mut nameless = Vec::new();
    for (id, node) in nodes {
        match id {
            Some(id) => out.push((I::from(id), node)),
            None => nameless.push(node),
        }
    }
    nameless.sort();
    let free = (1_usize..).filter_map(|n| Slug::new(&format!("{kind}-{n}")).ok()).filter(|id| !taken.contains(id));
    out.extend(free.map(I::from).zip(nameless));
    out
}
