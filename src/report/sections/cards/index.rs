//! What the model and the methods say, by the party that it is said of.

use std::collections::{BTreeSet, HashMap};

use super::super::{Results, conflicts, grids, not_run, unknown};
use crate::analysis::co_orientation::{Orientation, ValueOrientation};
use crate::analysis::communication_plan::Strategy;
use crate::analysis::culture_distance::PartyPair;
use crate::analysis::engagement::PartyEngagement;
use crate::analysis::everyone_gains::PartyGains;
use crate::analysis::force_field::PartyForce;
use crate::analysis::free_forces::PartyFreeForces;
use crate::analysis::indirect_influence::PartyIndirectInfluence;
use crate::analysis::influence::PartyInfluence;
use crate::analysis::opportunities_and_risks::OpportunityOrRisk;
use crate::analysis::rings::RoleMismatch;
use crate::analysis::tipping::Alone;
use crate::analysis::{Conflict, value_map};
use crate::evidence::Omission;
use crate::id::{FlowId, ForceId, MemberId, ObservationId, PartyId, ValueId};
use crate::model::{Attribute, Dependences, Element, Member};
use crate::report::speech::Speech;

/// Things by the party that they are of.
pub(super) struct Of<'r, T>(HashMap<&'r PartyId, Vec<T>>);

impl<'r, T> Of<'r, T> {
    fn new(all: impl IntoIterator<Item = (&'r PartyId, T)>) -> Self {
        let mut out: HashMap<&PartyId, Vec<T>> = HashMap::new();
        for (party, one) in all {
            out.entry(party).or_default().push(one);
        }
        Self(out)
    }

    pub(super) fn get(&self, party: &PartyId) -> &[T] {
        self.0.get(party).map_or(&[], Vec::as_slice)
    }

    pub(super) fn first(&self, party: &PartyId) -> Option<&T> {
        self.get(party).first()
    }
}

/// Which answer to a question about tipping a party stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tips {
    Steps,
    Parties,
    Against,
}

/// The others with whom a party agrees most and least, by agreement less opposition.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ends<'r> {
    pub(super) nearest: Option<(f64, &'r PartyId)>,
    pub(super) farthest: Option<(f64, &'r PartyId)>,
}

pub(super) struct Index<'r> {
    /// The ratings that any party has: of the others nobody misses them.
    pub(super) rated: BTreeSet<Attribute>,
    pub(super) units: Of<'r, &'r PartyId>,
    pub(super) umbrellas: Of<'r, &'r PartyId>,
    pub(super) trusted_by: Of<'r, &'r PartyId>,
    pub(super) influenced_by: Of<'r, &'r PartyId>,
    pub(super) ties: Of<'r, &'r PartyId>,
    pub(super) needed_by: Of<'r, (&'r PartyId, &'r Dependences)>,
    pub(super) flows: Of<'r, &'r FlowId>,
    pub(super) members: Of<'r, &'r MemberId>,
    pub(super) forces: Of<'r, &'r ForceId>,
    pub(super) seen: Of<'r, &'r ObservationId>,
    pub(super) force: Of<'r, &'r PartyForce>,
    pub(super) alone: Of<'r, &'r Alone>,
    pub(super) tips: Of<'r, Tips>,
    pub(super) free: Of<'r, &'r PartyFreeForces>,
    pub(super) mismatches: Of<'r, &'r RoleMismatch>,
    pub(super) engagement: Of<'r, &'r PartyEngagement>,
    pub(super) conflicts: Of<'r, &'r Conflict>,
    /// How many conflicts were looked at for them.
    pub(super) ranked: usize,
    pub(super) ends: HashMap<&'r PartyId, Ends<'r>>,
    /// The camp, from 1.
    pub(super) camps: Of<'r, usize>,
    pub(super) influence: Of<'r, &'r PartyInfluence>,
    pub(super) indirect: Of<'r, &'r PartyIndirectInfluence>,
    /// Contested values, and whether the party is among those who rate them highest.
    pub(super) contested: Of<'r, (&'r ValueId, bool)>,
    pub(super) orphans: Of<'r, &'r ValueId>,
    pub(super) canvas: Of<'r, &'r value_map::PartyCanvas>,
    pub(super) gains: Of<'r, &'r PartyGains>,
    /// What is misjudged by the party, and what of it.
    pub(super) misjudges: Of<'r, (&'r PartyId, &'r ValueOrientation)>,
    pub(super) misjudged: Of<'r, (&'r PartyId, &'r ValueOrientation)>,
    pub(super) apart: Of<'r, &'r PartyPair>,
    pub(super) chances: Of<'r, &'r OpportunityOrRisk>,
    pub(super) plan: Of<'r, &'r Strategy>,
    pub(super) omissions: Of<'r, &'r Omission>,
    pub(super) grids: Vec<grids::Column<'r>>,
}

impl<'r> Index<'r> {
    pub(super) fn of(speech: &'r Speech<'r>, found: &'r Results) -> Self {
        let model = speech.model;
        let has = |attribute: &&Attribute| model.parties().any(|(_, party)| party.rating(**attribute).is_some());
        let units = model.parties().filter_map(|(id, party)| Some((party.part_of.as_ref()?, id)));
        let ties = model.ties().iter().flat_map(|(a, b, _)| [(a, b), (b, a)]);
        // Who is only known as a rater is not named.
        let members = model.members().filter(|(_, member)| Member::has_part(member));
        let free = &found.field.free_forces.by_party;
        let ranked = found.conflicts.conflicts.iter().filter(|c| !conflicts::is_about_leading(c));
        let ranked: Vec<&Conflict> = ranked.chain(&found.conflicts.inner).collect();
        let map = &found.map;
        let contested = map.contested.iter().flat_map(|v| {
            let of = |all: &'r [PartyId], high: bool| all.iter().map(move |p| (p, (&v.value, high)));
            of(&v.highest, true).chain(of(&v.lowest, false))
        });
        let wrong = || found.beliefs.iter().flat_map(wrong);
        let culture = &found.cultures;
        let focal = model.project().focal.as_ref();
        let from_us = culture.within.pairs.iter().chain(&culture.between.pairs).filter_map(move |pair| {
            let [a, b] = &pair.parties;
            match focal {
                Some(us) if us == a => Some((b, pair)),
                Some(us) if us == b => Some((a, pair)),
                _ => None,
            }
        });
        let chances = found.chances.entries.iter().flat_map(|e| e.parties.iter().take(1).map(move |p| (p, e)));
        let omissions = unknown::omissions(speech, found).into_iter();
        Self {
            rated: crate::model::Party::RATED.iter().filter(has).copied().collect(),
            units: Of::new(units),
            umbrellas: Of::new(model.umbrellas().iter().map(|(above, below, ())| (below, above))),
            trusted_by: Of::new(model.trusts().iter().map(|(from, to, _)| (to, from))),
            influenced_by: Of::new(model.influences().iter().map(|(from, to, _)| (to, from))),
            ties: Of::new(ties),
            needed_by: Of::new(model.dependences().iter().map(|(from, to, of)| (to, (from, of)))),
            flows: Of::new(model.flows().flat_map(|(id, flow)| [(&flow.from, id), (&flow.to, id)])),
            members: Of::new(members.filter_map(|(id, member)| Some((member.party.as_ref()?, id)))),
            forces: Of::new(model.forces().filter_map(|(id, force)| Some((force.party.as_ref()?, id)))),
            seen: Of::new(seen(found)),
            force: Of::new(found.field.parties.iter().map(|f| (&f.party, f))),
            alone: Of::new(found.field.tipping.alone.iter().map(|a| (&a.party, a))),
            tips: Of::new(tips(found)),
            free: Of::new(free.iter().filter_map(|f| Some((f.party.as_ref()?, f)))),
            mismatches: Of::new(found.rings.mismatches.iter().map(|m| (&m.party, m))),
            engagement: Of::new(found.engagement.parties.iter().map(|p| (&p.party, p))),
            ranked: ranked.len(),
            conflicts: Of::new(ranked.into_iter().flat_map(|c| c.parties.iter().map(move |p| (p, c)))),
            ends: ends(found),
            camps: Of::new(camps(found)),
            influence: Of::new(found.influence.iter().flat_map(|i| &i.parties).map(|p| (&p.party, p))),
            indirect: Of::new(found.indirect.iter().flat_map(|i| &i.parties).map(|p| (&p.party, p))),
            contested: Of::new(contested),
            orphans: Of::new(map.orphans.iter().map(|o| (&o.party, &o.value))),
            canvas: Of::new(map.canvas.iter().map(|c| (&c.party, c))),
            gains: Of::new(found.everyone.parties.iter().map(|p| (&p.party, p))),
            misjudges: Of::new(wrong().map(|(by, about, v)| (by, (about, v)))),
            misjudged: Of::new(wrong().map(|(by, about, v)| (about, (by, v)))),
            apart: Of::new(from_us),
            chances: Of::new(chances),
            plan: Of::new(found.plan.parties.iter().map(|s| (&s.party, s))),
            grids: grids::columns(speech, found)
                .into_iter()
                .filter(|grid| not_run(speech, grid.method).is_none())
                .collect(),
            omissions: Of::new(omissions.filter_map(|o| Some((party_of(speech, &o.subject)?, o)))),
        }
    }
}

/// The bottlenecks of the iceberg that may be told, by whom they are about.
fn seen(found: &Results) -> impl Iterator<Item = (&PartyId, &ObservationId)> {
    let told = found.iceberg.bottlenecks.iter().filter_map(|b| Some((b.note.id()?, &b.about)));
    told.flat_map(|(id, about)| about.iter().map(move |party| (party, id)))
}

/// Who stands in the answers to the questions about tipping.
fn tips(found: &Results) -> BTreeSet<(&PartyId, Tips)> {
    let tipping = &found.field.tipping;
    let mut out = BTreeSet::new();
    for (of, moves) in [
        (Tips::Steps, &tipping.fewest_steps),
        (Tips::Parties, &tipping.fewest_parties),
        (Tips::Against, &tipping.fewest_parties_against),
    ] {
        let answers = moves.as_ref().value().into_iter().flat_map(|moves| &moves.answers);
        out.extend(answers.flat_map(|answer| &answer.moves).map(|one| (&one.party, of)));
    }
    out
}

fn ends(found: &Results) -> HashMap<&PartyId, Ends<'_>> {
    let order = found.convergence.as_ref().and_then(|c| c.orders.first());
    let pairs = order.and_then(|o| o.tables.as_ref().value()).map_or(&[][..], |t| &t.pairs);
    let mut out: HashMap<&PartyId, Ends<'_>> = HashMap::new();
    for pair in pairs {
        let [a, b] = &pair.parties;
        for (me, other) in [(a, b), (b, a)] {
            let ends = out.entry(me).or_default();
            // Pairs come in the order of their parties, so that the first of equals stays.
            if ends.nearest.is_none_or(|(net, _)| pair.net > net) {
                ends.nearest = Some((pair.net, other));
            }
            if ends.farthest.is_none_or(|(net, _)| pair.net < net) {
                ends.farthest = Some((pair.net, other));
            }
        }
    }
    out
}

/// The camp of each party in the first of the best splits, if there are two camps.
fn camps(found: &Results) -> Vec<(&PartyId, usize)> {
    let split = found.relations.as_ref().and_then(|r| r.camps.splits.first());
    let two = split.filter(|split| split.camps.iter().all(|camp| !camp.is_empty()));
    let camps = two.into_iter().flat_map(|split| split.camps.iter().enumerate());
    camps.flat_map(|(at, camp)| camp.iter().map(move |party| (party, at + 1))).collect()
}

fn wrong(one: &Orientation) -> impl Iterator<Item = (&PartyId, &PartyId, &ValueOrientation)> {
    let values = one.values.iter().chain(&one.partial).filter(|v| v.misjudgement.is_some());
    values.map(|v| (&one.by, &one.about, v))
}

/// The party that is to be asked for what is missing.
fn party_of<'r>(speech: &Speech<'r>, element: &'r Element) -> Option<&'r PartyId> {
    match element {
        Element::Party(p)
        | Element::Stake(p, _)
        | Element::Importance(p, _)
        | Element::Trusts(p, _)
        | Element::Influences(p, _)
        | Element::DependsOn(p, ..) => Some(p),
        Element::Claim(id) => speech.model.claim(id).map(|claim| &claim.party),
        Element::Believes(id, _) => speech.model.belief(id).map(|belief| &belief.by),
        Element::Force(id) => speech.model.force(id).and_then(|force| force.party.as_ref()),
        _ => None,
    }
}
