//! Who is who: the pseudonyms, and how they are given.

mod written;

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::hash::Hasher;

use serde::Serialize;
use siphasher::sip128::{Hasher128, SipHasher24};

use super::Profile;
use super::text::{Name, Names};
use crate::id::Slug;
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
    const ALL: [Self; 15] = [
        Self::Party,
        Self::Member,
        Self::Interest,
        Self::Value,
        Self::Culture,
        Self::Observation,
        Self::Task,
        Self::Claim,
        Self::Belief,
        Self::Comparison,
        Self::Flow,
        Self::Force,
        Self::Support,
        Self::Word,
        Self::Rater,
    ];

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

/// What the order of pseudonyms is drawn with: 128 bits that nobody else knows.
///
/// It is to come from the random numbers of the operating system. Who has it can find out by trying who is who.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Key([u8; 16]);

impl Key {
    /// A key of these bytes.
    pub fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The place of something among its like: as good as random for who has no key.
    pub(super) fn place(&self, kind: &str, id: &str) -> u128 {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        // No kind is the beginning of another one with such a byte after it.
        hasher.write(kind.as_bytes());
        hasher.write_u8(0xff);
        hasher.write(id.as_bytes());
        hasher.finish128().as_u128()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
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

/// Who is who in an export: the pseudonyms with the ids and names that they stand for, and the key that they were drawn with.
///
/// It unmasks everybody: keep it apart from the export. Confided observations are not in it. In JSON it has `polder`, the version of
/// the notation, `profile`, `key` as 32 hexadecimal digits and `mapping`, a list of [`Renamed`] by kind and number. Read again, it
/// gives the next snapshot of a project the same pseudonyms: see [`Mapping::and`].
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    profile: Profile,
    key: Key,
    renamed: BTreeMap<(Kind, String), (usize, Renamed)>,
    /// Of each kind the last number that was given, and the digits of its numbers.
    counted: BTreeMap<Kind, (usize, usize)>,
    /// Pseudonyms that would be mistaken for something that keeps its id.
    taken: BTreeSet<(Kind, Slug)>,
    /// Who keeps contact with a party, in words: in no text.
    owners: BTreeSet<String>,
}

impl Mapping {
    /// The pseudonyms of a model under a profile; none for [`Profile::Full`], raters and ids with their names for
    /// [`Profile::Shareable`].
    pub fn of(model: &Model, profile: Profile, key: &Key) -> Self {
        Self::new(profile, key).and(model)
    }

    /// One that knows nobody yet.
    pub fn new(profile: Profile, key: &Key) -> Self {
        Self {
            profile,
            key: *key,
            renamed: BTreeMap::new(),
            counted: BTreeMap::new(),
            taken: BTreeSet::new(),
            owners: BTreeSet::new(),
        }
    }

    pub(super) fn key(&self) -> &Key {
        &self.key
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

    /// A word of one's own as it stands in the export.
    pub(super) fn word<'w>(&'w self, word: &'w Slug) -> &'w Slug {
        self.get(Kind::Word, word.as_str()).unwrap_or(word)
    }

    pub(super) fn get(&self, kind: Kind, id: &str) -> Option<&Slug> {
        self.renamed.get(&(kind, id.to_owned())).map(|(_, renamed)| &renamed.pseudonym)
    }

    /// The mapping with what another model has beside it, under numbers after those that were given: pseudonyms stay who they are.
    /// Take the mapping of two models for both where they are read together, for the one may name in a text whom only the other has:
    /// first, second and first again, as the second may have a name that is in a word of the first.
    ///
    /// Who has a pseudonym that is an id of the other model, and stays one, gets a new number.
    #[must_use]
    pub fn and(mut self, model: &Model) -> Self {
        if self.profile == Profile::Full {
            return self;
        }
        let contacts = model.parties().filter_map(|(_, party)| party.contact.owner.as_deref());
        self.owners.extend(contacts.flat_map(parts).map(str::to_owned));
        if self.profile == Profile::Shareable {
            self.part(model);
            self.add_raters(model);
            let names = self.names(model);
            self.add_nodes(model, &|id| names.lie_within(id));
        } else {
            self.add_nodes(model, &|_| true);
            self.add_raters(model);
        }
        self.and_words(model, own_words(model))
    }

    /// The mapping with words of one's own for sectors and rings beside those of a model that it knows: those of settings.
    #[must_use]
    pub fn and_words<'w>(mut self, model: &Model, words: impl IntoIterator<Item = &'w Slug>) -> Self {
        if self.profile == Profile::Full {
            return self;
        }
        let names = self.names(model);
        let all: BTreeSet<&Slug> = words.into_iter().filter(|word| !is_shipped(word)).collect();
        self.taken.extend(all.iter().map(|word| (Kind::Word, (*word).clone())));
        let given: BTreeSet<Slug> = self.of_kind(Kind::Word).map(|word| word.pseudonym.clone()).collect();
        let telling = all.into_iter().filter(|word| names.lie_within(word.as_str()) || given.contains(*word));
        self.add(Kind::Word, telling.map(|word| (word, None)));
        self
    }

    fn add_nodes(&mut self, model: &Model, telling: &dyn Fn(&str) -> bool) {
        // Parties and members keep their names where others do.
        if self.profile == Profile::Pseudonymised {
            self.add(Kind::Party, model.parties().map(|(id, n)| (id, n.name.as_deref())));
            self.add(Kind::Member, model.members().map(|(id, n)| (id, n.name.as_deref())));
        }
        macro_rules! each {
            ($($kind:ident: $all:ident, |$n:ident| $name:expr;)+) => {$(
                let all = model.$all().filter(|(id, _)| telling(id.as_str()));
                self.add(Kind::$kind, all.map(|(id, $n)| (id, $name)));
            )+};
        }
        each! {
            Interest: interests, |n| n.name.as_deref();
            Value: values, |n| n.name.as_deref();
            Culture: cultures, |n| n.name.as_deref();
        }
        let told = model.observations().filter(|(id, note)| !note.in_confidence() && telling(id.as_str()));
        self.add(Kind::Observation, told.map(|(id, _)| (id, None)));
        each! {
            Task: tasks, |n| n.name.as_deref();
            Claim: claims, |_n| None;
            Belief: beliefs, |_n| None;
            Comparison: comparisons, |_n| None;
            Flow: flows, |n| n.name.as_deref();
            Force: forces, |n| Some(n.name.as_str());
            Support: supports, |_n| None;
        }
    }

    fn add_raters(&mut self, model: &Model) {
        let people = People::of(model);
        let raters = ratings(model).into_iter().flat_map(Rating::judgements).filter_map(|j| j.by.as_ref());
        let raters: BTreeSet<String> = raters.map(|rater| people.who(rater)).collect();
        self.add(Kind::Rater, raters.iter().map(|id| (id, None)));
    }

    /// Keeps pseudonyms apart from the ids of a model that stay.
    fn part(&mut self, model: &Model) {
        // A rater of such a name would be a party or member.
        let people = model.parties().map(|(id, _)| id.slug()).chain(model.members().map(|(id, _)| id.slug()));
        self.taken.extend(people.map(|id| (Kind::Rater, id.clone())));
        macro_rules! each {
            ($($kind:ident: $all:ident;)+) => {$(
                self.taken.extend(model.$all().map(|(id, _)| (Kind::$kind, id.slug().clone())));
            )+};
        }
        each! {
            Interest: interests; Value: values; Culture: cultures; Observation: observations; Task: tasks; Claim: claims;
            Belief: beliefs; Comparison: comparisons; Flow: flows; Force: forces; Support: supports;
        }
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Word) {
            let taken = |it: &&Renamed| self.taken.contains(&(kind, it.pseudonym.clone()));
            let again: Vec<(String, Option<String>)> =
                self.of_kind(kind).filter(taken).map(|it| (it.id.clone(), it.name.clone())).collect();
            again.iter().for_each(|(id, _)| drop(self.renamed.remove(&(kind, id.clone()))));
            self.add(kind, again.iter().map(|(id, name)| (id, name.as_deref())));
        }
    }

    /// Gives numbers to what has none yet, in an order drawn by lot.
    fn add<'n, I: Borrow<str> + 'n>(&mut self, kind: Kind, all: impl Iterator<Item = (&'n I, Option<&'n str>)>) {
        let (word, prefix) = kind.words();
        let mut new: Vec<(u128, &str, Option<&str>)> = Vec::new();
        for (id, name) in all {
            let id: &str = id.borrow();
            match self.renamed.get_mut(&(kind, id.to_owned())) {
                Some((_, known)) => known.also_called(name),
                None => new.push((self.key.place(word, id), id, name)),
            }
        }
        if new.is_empty() {
            return;
        }
        new.sort_unstable();
        let (mut number, digits) = self.counted.get(&kind).copied().unwrap_or((0, kind.digits(new.len())));
        for (_, id, name) in new {
            let pseudonym = loop {
                // No mapping is as long, but a file may claim that one is.
                let Some(next) = number.checked_add(1) else { return };
                number = next;
                match Slug::new(&format!("{prefix}{number:0digits$}")) {
                    Ok(slug) if self.taken.contains(&(kind, slug.clone())) => {}
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

    /// The names to look for in texts of a model that it knows: of raters who are neither party nor member and of who keeps
    /// contact; and of parties and members, which stay as they are where these keep theirs.
    pub(super) fn names(&self, model: &Model) -> Names {
        let of = |kind| self.of_kind(kind).flat_map(Renamed::names);
        let free = self.of_kind(Kind::Rater).filter(|rater| !rater.id.contains(':')).flat_map(Renamed::names);
        let owners = self.owners.iter().map(|text| Name { text, is_id: false, put: Some("…".to_owned()) });
        if self.profile == Profile::Pseudonymised {
            return Names::of(of(Kind::Party).chain(of(Kind::Member)).chain(free).chain(owners));
        }
        let parties = model.parties().map(|(id, n)| (id.as_str(), n.name.as_deref()));
        let kept = parties.chain(model.members().map(|(id, n)| (id.as_str(), n.name.as_deref())));
        let kept = kept.flat_map(|(id, name)| [(Some(id), true), (name, false)]);
        let kept = kept.filter_map(|(text, is_id)| Some(Name { text: text?, is_id, put: None }));
        Names::of(kept.chain(free).chain(owners))
    }
}

impl Renamed {
    /// Its names and its id, with what stands for them in texts. An id of one word beside a name may be an ordinary word
    /// (`supplier`): its pseudonym there would say what it is.
    fn names(&self) -> impl Iterator<Item = Name<'_>> {
        let named = |text, is_id, put| Name { text, is_id, put: Some(put) };
        let names = self.name.iter().chain(&self.also).map(move |name| named(name.as_str(), false, self.shown()));
        let is_word = self.name.is_some() && self.id.chars().all(char::is_alphanumeric);
        let put = if is_word { "…".to_owned() } else { self.shown() };
        names.chain(std::iter::once(named(self.id.as_str(), true, put)))
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

/// Those whom a text names together, and the text itself.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let several = text.split([',', ';', '/', '&', '\n']).map(str::trim);
    std::iter::once(text.trim()).chain(several).filter(|part| part.chars().any(char::is_alphanumeric))
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

/// The words of a model for sectors, rings and dimensions of a culture.
fn own_words(model: &Model) -> BTreeSet<&Slug> {
    let of_party = model.parties().flat_map(|(_, party)| {
        let rings = &party.rings;
        [&party.sector, &rings.actual, &rings.wished, &rings.desired].into_iter().flatten()
    });
    let of_culture = model.cultures().flat_map(|(_, culture)| culture.now.keys().chain(culture.desired.keys()));
    of_party.chain(of_culture).collect()
}

fn is_shipped(word: &Slug) -> bool {
    [SECTORS, RINGS, COMPETING_VALUES, BIPOLAR_PRACTICES].iter().any(|words| words.contains(&word.as_str()))
}
