//! Parties and what is recorded of each.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::node::{Node, Rated, RatedRef, Reference, one_sided};
use super::project::Location;
use super::{Attribute, Element, Model, Remarks};
use crate::id::{CultureId, PartyId, Slug};
use crate::rating::Rating;
use crate::scale::ScaleKind;
use crate::vocabulary::{Engagement, PartyKind};

/// A party: an organisation, a unit of one, or a group of people with an interest in the project. Parties nest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// The name; the id serves where there is none.
    pub name: Option<String>,
    /// What kind of party it is.
    pub kind: Option<PartyKind>,
    /// Power in this project, one-sided.
    pub power: Option<Rating>,
    /// How much the project matters to it, one-sided.
    pub interest_level: Option<Rating>,
    /// Attitude to the project's goal, signed.
    pub attitude: Option<Rating>,
    /// Legitimacy of its claim, one-sided.
    pub legitimacy: Option<Rating>,
    /// Urgency of its claim, one-sided.
    pub urgency: Option<Rating>,
    /// Potential to threaten, one-sided.
    pub threat: Option<Rating>,
    /// Potential to cooperate, one-sided.
    pub cooperation: Option<Rating>,
    /// Whether it is a partner in the collaboration.
    pub partner: Option<bool>,
    /// The sector in Factor C's rings, or of a vocabulary of one's own.
    pub sector: Option<Slug>,
    /// The ring that it is in, wishes and should have.
    pub rings: PartyRings,
    /// How engaged it is and should be.
    pub engagement: EngagementPair,
    /// The larger party that it is a unit of.
    pub part_of: Option<PartyId>,
    /// Its culture profile.
    pub culture: Option<CultureId>,
    /// Its responsibilities; an empty list is an answer.
    pub responsibilities: Responsibilities,
    /// How the project stays in contact with it.
    pub contact: Contact,
    /// Where it is.
    pub location: Option<Location>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

/// Factor C's ring, three times. Words are of the shipped vocabulary [`crate::vocabulary::RINGS`] or one's own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PartyRings {
    /// Where the party is.
    pub actual: Option<Slug>,
    /// Where it wishes to be.
    pub wished: Option<Slug>,
    /// Where we want it.
    pub desired: Option<Slug>,
}

/// Engagement now and as wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct EngagementPair {
    /// How engaged the party is.
    pub current: Option<Engagement>,
    /// How engaged we want it.
    pub desired: Option<Engagement>,
}

/// Formal and informal responsibilities. `None` is unknown, an empty list is "none".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Responsibilities {
    /// By law, contract or mandate.
    pub formal: Option<Vec<String>>,
    /// Taken or expected without one.
    pub informal: Option<Vec<String>>,
}

/// How contact with a party is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Contact {
    /// By which means.
    pub channel: Option<String>,
    /// How often.
    pub frequency: Option<String>,
    /// By whom on our side.
    pub owner: Option<String>,
}

macro_rules! party_ratings {
    ($($field:ident = $attribute:ident),+ $(,)?) => {
        impl Party {
            /// The rating of an attribute, if the party has one and somebody gave it.
            pub fn rating(&self, attribute: Attribute) -> Option<&Rating> {
                match attribute {
                    $(Attribute::$attribute => self.$field.as_ref(),)+
                    _ => None,
                }
            }

            pub(super) fn rating_slot(&mut self, attribute: Attribute) -> Option<&mut Option<Rating>> {
                match attribute {
                    $(Attribute::$attribute => Some(&mut self.$field),)+
                    _ => None,
                }
            }

            /// The attributes of a party that are rated.
            pub const RATED: &'static [Attribute] = &[$(Attribute::$attribute),+];
        }

        impl Rated for Party {
            fn ratings(&self) -> Vec<RatedRef<'_>> {
                use crate::vocabulary::Vocabulary;
                let mut out: Vec<RatedRef<'_>> = Vec::new();
                $(if let (Some(r), Some(scale)) = (&self.$field, Attribute::$attribute.scale()) {
                    out.push((Attribute::$attribute.word().into(), r, scale));
                })+
                out
            }
            fn ratings_mut(&mut self) -> Vec<&mut Rating> {
                let mut out = Vec::new();
                $(out.extend(self.$field.as_mut());)+
                out
            }
        }
    };
}
party_ratings! {
    power = Power, interest_level = InterestLevel, attitude = Attitude, legitimacy = Legitimacy, urgency = Urgency,
    threat = Threat, cooperation = Cooperation,
}

impl Node for Party {
    fn references(&self) -> Vec<Reference> {
        let parent = self.part_of.iter().map(|p| Reference::optional(p, "part-of"));
        parent.chain(self.culture.iter().map(|c| Reference::optional(c, "culture"))).collect()
    }
    fn forget(&mut self, gone: &Element) {
        self.part_of.take_if(|p| Element::from(&*p) == *gone);
        self.culture.take_if(|c| Element::from(&*c) == *gone);
    }
}

/// What a party has at stake in an interest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stake {
    /// For or against, signed. A written 0 is neutral.
    pub stance: Option<Rating>,
    /// How much the interest weighs for the party, one-sided.
    pub salience: Option<Rating>,
    /// What the party says it wants (standpunt), signed.
    pub position: Option<Rating>,
    /// The words of the position.
    pub said: Option<String>,
    /// Whether the party has disclosed the interest; absent is unknown.
    pub disclosed: Option<bool>,
    /// Why the party holds it.
    pub why: Option<String>,
}

impl Stake {
    /// A stake with a stance and nothing else.
    pub fn of(stance: Rating) -> Self {
        Self { stance: Some(stance), ..Self::default() }
    }
}

impl Rated for Stake {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        let mut out: Vec<RatedRef<'_>> = one_sided([("salience", &self.salience)]);
        out.extend(self.stance.iter().map(|r| ("stance".into(), r, ScaleKind::Signed)));
        out.extend(self.position.iter().map(|r| ("position".into(), r, ScaleKind::Signed)));
        out
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.stance.iter_mut().chain(&mut self.salience).chain(&mut self.position).collect()
    }
}

/// What a party needs from another in one resource.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dependence {
    /// How important the resource is, one-sided.
    pub importance: Option<Rating>,
    /// How easily it is had elsewhere, one-sided.
    pub substitutability: Option<Rating>,
}

impl Rated for Dependence {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        one_sided([("importance", &self.importance), ("substitutability", &self.substitutability)])
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.importance.iter_mut().chain(&mut self.substitutability).collect()
    }
}

/// What a party depends on another for, by resource.
pub type Dependences = BTreeMap<String, Dependence>;

impl Rated for Dependences {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        self.values().flat_map(Rated::ratings).collect()
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.values_mut().flat_map(Rated::ratings_mut).collect()
    }
}

impl Model {
    /// The party at the top of the organisation that each party is of.
    pub(crate) fn organisations(&self) -> HashMap<&PartyId, &PartyId> {
        let mut tops: HashMap<&PartyId, &PartyId> = HashMap::new();
        for (id, _) in self.parties() {
            let mut below = Vec::new();
            let mut at = id;
            let top = loop {
                if let Some(top) = tops.get(at) {
                    break *top;
                }
                below.push(at);
                tops.insert(at, at);
                match self.party(at).and_then(|p| p.part_of.as_ref()) {
                    Some(above) => at = above,
                    None => break at,
                }
            };
            tops.extend(below.into_iter().map(|party| (party, top)));
        }
        tops
    }
}
