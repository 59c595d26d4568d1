//! What a rule may look at: the model, the options, and what the methods find, worked out once and only when asked.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::ReviewOptions;
use crate::analysis::conflicts::{Bridging, ConflictOptions, Conflicts, conflicts};
use crate::analysis::{
    CultureDistance, CultureDistanceOptions, Leadership, LeadershipOptions, culture_distance, leadership,
};
use crate::id::PartyId;
use crate::model::{Attribute, Culture, Element, Model, Party};
use crate::rating::Aggregate;
use crate::vocabulary::{ConflictKind, PartyKind};

/// What a rule may look at.
#[derive(Debug)]
pub struct Context<'a> {
    model: &'a Model,
    options: &'a ReviewOptions,
    partners: OnceCell<Vec<&'a PartyId>>,
    clashes: OnceCell<Conflicts>,
    frictions: OnceCell<Conflicts>,
    cultures: OnceCell<CultureDistance>,
    leadership: OnceCell<Leadership>,
}

impl<'a> Context<'a> {
    pub(super) fn new(model: &'a Model, options: &'a ReviewOptions) -> Self {
        Self {
            model,
            options,
            partners: OnceCell::new(),
            clashes: OnceCell::new(),
            frictions: OnceCell::new(),
            cultures: OnceCell::new(),
            leadership: OnceCell::new(),
        }
    }

    /// The model.
    pub fn model(&self) -> &'a Model {
        self.model
    }

    /// The options of the review.
    pub fn options(&self) -> &'a ReviewOptions {
        self.options
    }

    /// The partners, in id order: the parties that are marked as partner; when none is, every party other than the focal one, its
    /// units, those of the kinds environment, society and media, and those marked as no partner.
    pub fn partners(&self) -> &[&'a PartyId] {
        self.partners.get_or_init(|| {
            let marked: Vec<&PartyId> =
                self.model.parties().filter(|(_, p)| p.partner == Some(true)).map(|(id, _)| id).collect();
            if !marked.is_empty() {
                return marked;
            }
            let ours = self.own();
            let silent = [PartyKind::Environment, PartyKind::Society, PartyKind::Media];
            let is_other = |id: &PartyId, p: &Party| {
                p.partner != Some(false) && !ours.contains(id) && !p.kind.is_some_and(|k| silent.contains(&k))
            };
            self.model.parties().filter(|(id, p)| is_other(id, p)).map(|(id, _)| id).collect()
        })
    }

    /// The focal party and everything that is part of it.
    fn own(&self) -> BTreeSet<&'a PartyId> {
        let Some(focal) = &self.model.project().focal else { return BTreeSet::new() };
        let belongs = |id: &'a PartyId| {
            let above = |id: &&'a PartyId| self.model.party(id).and_then(|p| p.part_of.as_ref());
            std::iter::successors(Some(id), above).any(|up| up == focal)
        };
        self.model.parties().map(|(id, _)| id).filter(|id| belongs(id)).collect()
    }

    /// The units of a party, one level down, in id order.
    pub fn units(&self, of: &PartyId) -> Vec<&'a PartyId> {
        self.model.parties().filter(|(_, p)| p.part_of.as_ref() == Some(of)).map(|(id, _)| id).collect()
    }

    /// Whether a stance of a party on some interest is known.
    pub fn has_stake(&self, party: &PartyId) -> bool {
        self.model.stakes().of(party).any(|(interest, _)| {
            let stake = Element::Stake(party.clone(), interest.clone());
            self.model.read(&stake, Attribute::Stance, self.aggregate()).is_some()
        })
    }

    /// Whether a party gave some value an importance.
    pub fn has_value(&self, party: &PartyId) -> bool {
        self.model.importances().of(party).any(|(value, _)| {
            let element = Element::Importance(party.clone(), value.clone());
            self.model.read(&element, Attribute::Importance, self.aggregate()).is_some()
        })
    }

    /// Whether a party has a culture profile with a known score of how it is now.
    pub fn has_culture(&self, party: &PartyId) -> bool {
        let culture = self.model.party(party).and_then(|p| p.culture.as_ref());
        let read = |c: &Culture| c.read(self.model.scales(), Attribute::CultureNow, self.aggregate());
        culture.and_then(|id| self.model.culture(id)).is_some_and(|c| !read(c).is_empty())
    }

    /// How several raters are read as one.
    pub fn aggregate(&self) -> Aggregate {
        self.options.settings.aggregate()
    }

    /// The parties as elements.
    pub(super) fn elements<'b>(parties: impl IntoIterator<Item = &'b PartyId>) -> Vec<Element> {
        parties.into_iter().map(Element::from).collect()
    }

    fn conflicts_of(&self, kinds: impl IntoIterator<Item = ConflictKind>) -> Conflicts {
        let options = ConflictOptions::from(&self.options.settings).kinds(kinds).bridges(Bridging::Omitted);
        conflicts(self.model, &options.strongest(self.options.conflicts_at_most))
    }

    /// Conflicts over interests, and of interests that oppose each other.
    pub fn clashes(&self) -> &Conflicts {
        self.clashes.get_or_init(|| self.conflicts_of([ConflictKind::Interest, ConflictKind::OpposedInterests]))
    }

    /// Conflicts of relation.
    pub fn frictions(&self) -> &Conflicts {
        self.frictions.get_or_init(|| self.conflicts_of([ConflictKind::Relation]))
    }

    /// How far cultures lie apart.
    pub fn cultures(&self) -> &CultureDistance {
        self.cultures
            .get_or_init(|| culture_distance(self.model, &CultureDistanceOptions::from(&self.options.settings)))
    }

    /// Who leads in which phase, and how well that fits.
    pub fn leadership(&self) -> &Leadership {
        self.leadership.get_or_init(|| leadership(self.model, &LeadershipOptions::from(&self.options.settings)))
    }
}
