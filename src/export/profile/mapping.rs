//! Who is who: the pseudonyms, and how they are given.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};
use siphasher::sip128::{Hasher128, SipHasher24};

use super::Profile;
use super::text::Names;
use crate::document::Document;
use crate::id::Slug;
use crate::math::resample::Dice;
use crate::model::{Culture, Element, Model, Rated};
use crate::rating::{Rater, RaterKind, Rating};
use crate::scale::ScaleKind;
use crate::vocabulary::{BIPOLAR_PRACTICES, COMPETING_VALUES, CultureModel, RINGS, SECTORS};

/// What is renamed, in the order in which a mapping tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Party,
    Member,
    Interest,
    Value,
    Culture,
    Observation,
    Task,
    Claim,
    Belief,
    Comparison,
    Flow,
    Force,
    Support,
    Word,
    Rater,
}

impl Kind {
    /// The word for it, and what its pseudonyms begin with.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Party => ("party", "p"),
            Self::Member => ("member", "m"),
            Self::Interest => ("interest", "i"),
            Self::Value => ("value", "v"),
            Self::Culture => ("culture", "c"),
            Self::Observation => ("observation", "o"),
            Self::Task => ("task", "t"),
            Self::Claim => ("claim", "cl"),
            Self::Belief => ("belief", "b"),
            Self::Comparison => ("comparison", "co"),
            Self::Flow => ("flow", "fl"),
            Self::Force => ("force", "fo"),
            Self::Support => ("support", "s"),
            Self::Word => ("word", "w"),
            Self::Rater => ("rater", "a"),
        }
    }

    /// How many digits the number of a pseudonym has at least.
    fn digits(self, count: usize) -> usize {
        if matches!(self, Self::Word | Self::Rater) { 1 } else { count.to_string().len().max(2) }
    }
}

/// Somebody or something with its pseudonym.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Renamed {
    /// What it is: `party`, `member`, `interest` and so on for nodes, `word` for a word of one's own (a sector, a ring, a dimension
    /// of a culture), `rater`.
    pub kind: &'static str,
    /// What stands for it in the export, as an id. In a name and in texts it has capitals: `P01`, `A1`.
    pub pseudonym: Slug,
    /// Its id in the original. A rater who is a member or party of the model has the prefix `member:` or `party:`.
    pub id: String,
    /// Its name in the original, if it has one.
    pub name: Option<String>,
    /// Its other names, where several models that were exported together name it differently.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

impl Renamed {
    /// The pseudonym as it stands in texts.
    pub(super) fn shown(&self) -> String {
        self.pseudonym.as_str().to_ascii_uppercase()
    }
}

/// Who is who in an export: the pseudonyms with the ids and names that they stand for.
///
/// It unmasks everybody: keep it apart from the export. Confided observations, which are in no export, are not in it either. In
/// JSON it is a list of [`Renamed`], by kind and number.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    profile: Profile,
    renamed: BTreeMap<(Kind, String), (usize, Renamed)>,
    /// Of each kind the last number that was given, and the digits of its numbers.
    counted: BTreeMap<Kind, (usize, usize)>,
}

impl Serialize for Mapping {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl Mapping {
    /// The pseudonyms of a model under a profile; none for [`Profile::Full`], raters alone for [`Profile::Shareable`].
    pub fn of(model: &Model, profile: Profile) -> Self {
        Self { profile, renamed: BTreeMap::new(), counted: BTreeMap::new() }.and(model)
    }

    /// The profile that the pseudonyms are of.
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// Everything that is renamed, by kind and number.
    pub fn iter(&self) -> impl Iterator<Item = &Renamed> {
        let mut all: Vec<(Kind, usize, &Renamed)> =
            self.renamed.iter().map(|((kind, _), (number, renamed))| (*kind, *number, renamed)).collect();
        all.sort_by_key(|(kind, number, _)| (*kind, *number));
        all.into_iter().map(|(_, _, renamed)| renamed)
    }

    /// What stands for a node in the export; `None` for what the mapping does not rename.
    pub fn pseudonym_of(&self, node: &Element) -> Option<&Slug> {
        let (kind, id) = match node {
            Element::Party(id) => (Kind::Party, id.slug()),
            Element::Member(id) => (Kind::Member, id.slug()),
            Element::Interest(id) => (Kind::Interest, id.slug()),
            Element::Value(id) => (Kind::Value, id.slug()),
            Element::Culture(id) => (Kind::Culture, id.slug()),
            Element::Observation(id) => (Kind::Observation, id.slug()),
            Element::Task(id) => (Kind::Task, id.slug()),
            Element::Claim(id) => (Kind::Claim, id.slug()),
            Element::Belief(id) => (Kind::Belief, id.slug()),
            Element::Comparison(id) => (Kind::Comparison, id.slug()),
            Element::Flow(id) => (Kind::Flow, id.slug()),
            Element::Force(id) => (Kind::Force, id.slug()),
            Element::Support(id) => (Kind::Support, id.slug()),
            _ => return None,
        };
        self.get(kind, id.as_str())
    }

    pub(super) fn get(&self, kind: Kind, id: &str) -> Option<&Slug> {
        self.renamed.get(&(kind, id.to_owned())).map(|(_, renamed)| &renamed.pseudonym)
    }

    /// The mapping with what another model has beside it, under numbers after those that were given: pseudonyms stay who they are.
    /// Take the mapping of two models for both where they are read together, for the one may name in a text whom only the other has.
    ///
    /// A rater gets a new number where the other model has a party or member whose id is the pseudonym.
    #[must_use]
    pub fn and(mut self, model: &Model) -> Self {
        let mut lot = Lot { model, dice: None, taken: BTreeSet::new() };
        if self.profile == Profile::Pseudonymised {
            self.add_nodes(model, &mut lot);
        }
        if self.profile != Profile::Full {
            self.add_raters(model, &mut lot);
        }
        if self.profile == Profile::Pseudonymised {
            self.add_words(model, &mut lot);
        }
        self
    }

    fn add_nodes(&mut self, model: &Model, lot: &mut Lot<'_>) {
        self.add(Kind::Party, model.parties().map(|(id, n)| (id, n.name.as_deref())), lot);
        self.add(Kind::Member, model.members().map(|(id, n)| (id, n.name.as_deref())), lot);
        self.add(Kind::Interest, model.interests().map(|(id, n)| (id, n.name.as_deref())), lot);
        self.add(Kind::Value, model.values().map(|(id, n)| (id, n.name.as_deref())), lot);
        self.add(Kind::Culture, model.cultures().map(|(id, n)| (id, n.name.as_deref())), lot);
        let told = model.observations().filter(|(_, note)| !note.in_confidence());
        self.add(Kind::Observation, told.map(|(id, _)| (id, None)), lot);
        self.add(Kind::Task, model.tasks().map(|(id, n)| (id, n.name.as_deref())), lot);
        self.add(Kind::Claim, model.claims().map(|(id, _)| (id, None)), lot);
        self.add(Kind::Belief, model.beliefs().map(|(id, _)| (id, None)), lot);
        self.add(Kind::Comparison, model.comparisons().map(|(id, _)| (id, None)), lot);
        self.add(Kind::Flow, model.flows().map(|(id, n)| (id, n.name.as_deref())), lot);
        self.add(Kind::Force, model.forces().map(|(id, n)| (id, Some(n.name.as_str()))), lot);
        self.add(Kind::Support, model.supports().map(|(id, _)| (id, None)), lot);
    }

    fn add_raters(&mut self, model: &Model, lot: &mut Lot<'_>) {
        let people = People::of(model);
        if self.profile == Profile::Shareable {
            // Parties and members keep their ids here: a rater of such a name would be one of them.
            let parties = model.parties().map(|(id, _)| id.slug());
            lot.taken.extend(parties.chain(model.members().map(|(id, _)| id.slug())).cloned());
            let taken = |rater: &Renamed| lot.taken.contains(&rater.pseudonym);
            let again: Vec<String> =
                self.of_kind(Kind::Rater).filter(|rater| taken(rater)).map(|rater| rater.id.clone()).collect();
            again.iter().for_each(|id| drop(self.renamed.remove(&(Kind::Rater, id.clone()))));
            self.add(Kind::Rater, again.iter().map(|id| (id, None)), lot);
        }
        let raters = ratings(model).into_iter().flat_map(Rating::judgements).filter_map(|j| j.by.as_ref());
        let raters: BTreeSet<String> = raters.map(|rater| people.who(rater)).collect();
        self.add(Kind::Rater, raters.iter().map(|id| (id, None)), lot);
    }

    fn add_words(&mut self, model: &Model, lot: &mut Lot<'_>) {
        let names = self.names();
        let all = own_words(model);
        lot.taken.extend(all.iter().map(|word| (*word).clone()));
        let given: BTreeSet<Slug> = self.of_kind(Kind::Word).map(|word| word.pseudonym.clone()).collect();
        let telling = all.into_iter().filter(|word| names.stand_in(word.as_str()) || given.contains(*word));
        self.add(Kind::Word, telling.map(|word| (word, None)), lot);
    }

    /// Gives numbers to what has none yet, in an order drawn by lot.
    fn add<'n, I: Borrow<str> + 'n>(
        &mut self,
        kind: Kind,
        all: impl Iterator<Item = (&'n I, Option<&'n str>)>,
        lot: &mut Lot<'_>,
    ) {
        let mut new: Vec<(&str, Option<&str>)> = Vec::new();
        for (id, name) in all {
            let id: &str = id.borrow();
            match self.renamed.get_mut(&(kind, id.to_owned())) {
                Some((_, known)) => known.also_called(name),
                None => new.push((id, name)),
            }
        }
        if new.is_empty() {
            return;
        }
        new.sort_unstable();
        lot.draw(&mut new);
        let (word, prefix) = kind.words();
        let (mut number, digits) = self.counted.get(&kind).copied().unwrap_or((0, kind.digits(new.len())));
        for (id, name) in new {
            let pseudonym = loop {
                number += 1;
                match Slug::new(&format!("{prefix}{number:0digits$}")) {
                    Ok(slug) if lot.taken.contains(&slug) => {}
                    other => break other,
                }
            };
            // So few letters and digits are always an id.
            let Ok(pseudonym) = pseudonym else { continue };
            let mut renamed = Renamed { kind: word, pseudonym, id: id.to_owned(), name: None, also: Vec::new() };
            renamed.also_called(name);
            self.renamed.insert((kind, id.to_owned()), (number, renamed));
        }
        self.counted.insert(kind, (number, digits));
    }

    /// Everything of a kind, by id.
    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Renamed> {
        let all = self.renamed.range((kind, String::new())..);
        all.take_while(move |((k, _), _)| *k == kind).map(|(_, (_, renamed))| renamed)
    }

    /// The names to look for in texts: of parties, of members, and of raters who are neither.
    pub(super) fn names(&self) -> Names {
        let of = |kind| self.of_kind(kind).flat_map(Renamed::names);
        Names::of(of(Kind::Party).chain(of(Kind::Member)).chain(self.free_raters()))
    }

    /// The names of raters that are neither party nor member, with what stands for them in texts.
    pub(super) fn free_raters(&self) -> impl Iterator<Item = (&str, Option<String>)> {
        self.of_kind(Kind::Rater).filter(|rater| !rater.id.contains(':')).flat_map(Renamed::names)
    }
}

impl Renamed {
    /// Its id and names, with what stands for them in texts.
    fn names(&self) -> impl Iterator<Item = (&str, Option<String>)> {
        let all = std::iter::once(&self.id).chain(&self.name).chain(&self.also);
        all.map(|name| (name.as_str(), Some(self.shown())))
    }

    fn also_called(&mut self, name: Option<&str>) {
        let Some(name) = name.filter(|name| !name.trim().is_empty()) else { return };
        match &self.name {
            None => self.name = Some(name.to_owned()),
            Some(known) if known != name && !self.also.iter().any(|other| other == name) => {
                self.also.push(name.to_owned());
            }
            Some(_) => {}
        }
    }
}

/// What decides the order of pseudonyms: dice whose seed is all that a model says.
struct Lot<'a> {
    model: &'a Model,
    dice: Option<Dice>,
    /// Pseudonyms that would be mistaken for something else.
    taken: BTreeSet<Slug>,
}

impl Lot<'_> {
    fn draw<T>(&mut self, list: &mut [T]) {
        let dice = self.dice.get_or_insert_with(|| {
            let mut hasher = SipHasher24::new();
            Document::from(self.model).feed(&mut hasher);
            Dice::of_digest(hasher.finish128().as_u128())
        });
        dice.shuffle(list);
    }
}

/// Who the raters of a model are.
pub(super) struct People<'a> {
    model: &'a Model,
    /// Whether a bare name and the same with its prefix are one rater.
    merged: bool,
}

impl<'a> People<'a> {
    pub(super) fn of(model: &'a Model) -> Self {
        let merged = Self { model, merged: true };
        let scale = model.scales().of(ScaleKind::Points);
        let parts = |culture: &Culture| {
            [&culture.now, &culture.desired].into_iter().any(|scores| {
                let mut scores = scores.clone();
                for judgement in scores.values_mut().flat_map(Rating::judgements_mut) {
                    judgement.by = judgement.by.as_ref().map(|rater| merged.resolved(rater));
                }
                Culture::points_off(&scores, &scale).is_some()
            })
        };
        let points = |culture: &&Culture| culture.model == CultureModel::CompetingValues;
        let apart = model.cultures().map(|(_, culture)| culture).filter(points).any(parts);
        Self { model, merged: !apart }
    }

    /// The rater with the prefix that says what it is.
    fn resolved(&self, rater: &Rater) -> Rater {
        let is_member = || self.model.member(&rater.name.clone().into()).is_some();
        let is_party = || self.model.party(&rater.name.clone().into()).is_some();
        let found = || is_member().then_some(RaterKind::Member).or_else(|| is_party().then_some(RaterKind::Party));
        Rater { prefix: rater.prefix.or_else(found), name: rater.name.clone() }
    }

    /// Who a rater is, in a word.
    pub(super) fn who(&self, rater: &Rater) -> String {
        if self.merged { self.resolved(rater).to_string() } else { rater.to_string() }
    }
}

/// All ratings of a model.
fn ratings(m: &Model) -> Vec<&Rating> {
    fn all<'m, R: Rated + 'm>(of: impl Iterator<Item = &'m R>) -> impl Iterator<Item = &'m Rating> {
        of.flat_map(|rated| rated.ratings().into_iter().map(|(_, rating, _)| rating))
    }
    let nodes = all(m.parties().map(|(_, n)| n))
        .chain(all(m.members().map(|(_, n)| n)))
        .chain(all(m.values().map(|(_, n)| n)))
        .chain(all(m.cultures().map(|(_, n)| n)))
        .chain(all(m.claims().map(|(_, n)| n)))
        .chain(all(m.beliefs().map(|(_, n)| n)))
        .chain(all(m.forces().map(|(_, n)| n)))
        .chain(all(m.supports().map(|(_, n)| n)));
    let relations = all(m.stakes().iter().map(|(_, _, w)| w)).chain(all(m.dependences().iter().map(|(_, _, w)| w)));
    let bare = m.importances().iter().map(|(_, _, w)| w).chain(m.trusts().iter().map(|(_, _, w)| w));
    let bare = bare.chain(m.influences().iter().map(|(_, _, w)| w)).chain(m.ties().iter().map(|(_, _, w)| w));
    let bare = bare.chain(m.opposes().iter().map(|(_, _, w)| w)).chain(m.tensions().iter().map(|(_, _, w)| w));
    nodes.chain(relations).chain(bare).collect()
}

/// The words of a model that are of no vocabulary that is shipped: sectors, rings, dimensions of a culture.
fn own_words(model: &Model) -> BTreeSet<&Slug> {
    let of_party = model.parties().flat_map(|(_, party)| {
        let rings = &party.rings;
        [&party.sector, &rings.actual, &rings.wished, &rings.desired].into_iter().flatten()
    });
    let of_culture = model.cultures().flat_map(|(_, culture)| culture.now.keys().chain(culture.desired.keys()));
    let shipped = |word: &&Slug| {
        [SECTORS, RINGS, COMPETING_VALUES, BIPOLAR_PRACTICES].iter().any(|words| words.contains(&word.as_str()))
    };
    of_party.chain(of_culture).filter(|word| !shipped(word)).collect()
}
