//! The iceberg once sounded: bottlenecks, their roots, who tells which story, and the fewest roots below them all.

use std::collections::{BTreeMap, BTreeSet};

use super::chains::{Depths, Walker};
use super::notes::{Arc, Notes, Sight};
use super::options::AtLeastTwo;
use crate::id::PartyId;
use crate::math::cover::{Cost, Covers, cheapest_covers};
use crate::model::Model;
use crate::vocabulary::Voiced;

/// How many explanations are followed for mirrors at most.
const STEPS: usize = 20_000_000;

/// What one party says lies below a bottleneck.
pub(super) struct Story<'a> {
    pub(super) party: &'a PartyId,
    pub(super) roots: Vec<usize>,
}

pub(super) struct Sounded<'a> {
    pub(super) notes: Notes<'a>,
    pub(super) depths: Depths,
    /// Every bottleneck with the roots that its chains end in, ascending.
    pub(super) bottlenecks: Vec<(usize, Vec<usize>)>,
    /// Every root below a bottleneck, ascending.
    pub(super) roots: Vec<usize>,
}

impl<'a> Sounded<'a> {
    pub(super) fn of(model: &'a Model, anonymity: AtLeastTwo) -> Self {
        let notes = Notes::of(model, anonymity);
        let depths = Depths::of(&notes);
        let mut walker = Walker::new(&notes);
        let bottlenecks: Vec<(usize, Vec<usize>)> =
            notes.bottlenecks().map(|at| (at, walker.roots(at, |_| true))).collect();
        let roots: BTreeSet<usize> = bottlenecks.iter().flat_map(|(_, roots)| roots.iter().copied()).collect();
        let roots = roots.into_iter().collect();
        Self { notes, depths, bottlenecks, roots }
    }

    pub(super) fn roots_of(&self, bottleneck: usize) -> &[usize] {
        let at = self.bottlenecks.binary_search_by_key(&bottleneck, |(at, _)| *at).ok();
        at.and_then(|at| self.bottlenecks.get(at)).map_or(&[], |(_, roots)| roots.as_slice())
    }

    /// The bottlenecks above each root.
    pub(super) fn above_roots(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (bottleneck, roots) in &self.bottlenecks {
            for root in roots {
                out.entry(*root).or_default().push(*bottleneck);
            }
        }
        out
    }

    /// Whom the bottlenecks are about, together. Withheld ones are about nobody who may be told.
    pub(super) fn about(&self, bottlenecks: &[usize]) -> BTreeSet<&'a PartyId> {
        let shown = bottlenecks.iter().filter(|at| !self.notes.is_withheld(**at));
        shown.filter_map(|at| self.notes.all.get(*at)).flat_map(|note| &note.it.about).collect()
    }

    /// The smallest sets of roots below all bottlenecks that have any, by their places in the list of roots.
    pub(super) fn covers(&self, most: usize) -> Option<Covers> {
        let family: Vec<Vec<usize>> = self
            .bottlenecks
            .iter()
            .filter(|(_, roots)| !roots.is_empty())
            .map(|(_, roots)| roots.iter().filter_map(|root| self.roots.binary_search(root).ok()).collect())
            .collect();
        let costs: Vec<Cost> = vec![[0, 1]; self.roots.len()];
        if family.is_empty() { None } else { cheapest_covers(&costs, &family, most) }
    }

    /// What each party says lies below a bottleneck: the roots of the chains of which it says every explanation.
    pub(super) fn stories(&self, bottleneck: usize, walker: &mut Walker<'_>) -> Vec<Story<'a>> {
        let first = self.notes.arcs(bottleneck).iter().filter_map(|arc| arc.said);
        let speakers: BTreeSet<&PartyId> = first.flatten().collect();
        let mut out = Vec::new();
        for party in speakers {
            if walker.steps > STEPS {
                break;
            }
            let roots = Self::story(bottleneck, party, walker);
            if !roots.is_empty() {
                out.push(Story { party, roots });
            }
        }
        out
    }

    /// The roots of the chains of a bottleneck of which a party says every explanation.
    pub(super) fn story(bottleneck: usize, party: &PartyId, walker: &mut Walker<'_>) -> Vec<usize> {
        walker.roots(bottleneck, |arc: &Arc<'_>| arc.said.is_some_and(|said| said.contains(party)))
    }

    /// Every bottleneck of which two parties tell stories that share no root, `most` at most; and whether there may be more.
    pub(super) fn mirrors(&self, most: usize) -> (Vec<(usize, [Story<'a>; 2])>, bool) {
        let mut walker = Walker::new(&self.notes);
        let mut out = Vec::new();
        let copy = |story: &Story<'a>| Story { party: story.party, roots: story.roots.clone() };
        for (bottleneck, _) in &self.bottlenecks {
            let stories = self.stories(*bottleneck, &mut walker);
            for (place, a) in stories.iter().enumerate() {
                for b in stories.iter().skip(place + 1).filter(|b| are_disjoint(&a.roots, &b.roots)) {
                    if out.len() == most {
                        return (out, true);
                    }
                    out.push((*bottleneck, [copy(a), copy(b)]));
                }
            }
            if walker.steps > STEPS {
                return (out, true);
            }
        }
        (out, false)
    }

    /// Whether a note that may be shown was noted by some and never spoken: it is suspected. What was written was not spoken, but it
    /// is known.
    pub(super) fn is_unspoken(&self, at: usize, from: AtLeastTwo) -> bool {
        self.is_by_some(at, from, Some(Voiced::Suspected))
    }

    /// Whether it would matter of a note that may be shown if it was ever spoken, and that is not on record.
    pub(super) fn may_be_unspoken(&self, at: usize, from: AtLeastTwo) -> bool {
        self.is_by_some(at, from, None)
    }

    fn is_by_some(&self, at: usize, from: AtLeastTwo, voiced: Option<Voiced>) -> bool {
        let shown = self.notes.all.get(at).filter(|note| note.sight != Sight::Withheld);
        shown.is_some_and(|note| note.it.by.len() >= from.get() && note.it.voiced == voiced)
    }
}

/// Whether two ascending lists have nothing in common.
pub(super) fn are_disjoint(a: &[usize], b: &[usize]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !few.iter().any(|x| many.binary_search(x).is_ok())
}
