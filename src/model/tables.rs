//! The tables of the model and every edit of them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::arcs::Arcs;
use super::node::{Node, Rated, RatedRef};
use super::*;
use crate::id::*;
use crate::rating::{Aggregate, Rater, RaterKind, Rating, Reading};
use crate::scale::{ScaleKind, Scales};
use crate::vocabulary::catalogue::linked;
use crate::vocabulary::{BIPOLAR_PRACTICES, COMPETING_VALUES, CultureModel, Layer, Vocabulary};

type Checked<T = ()> = Result<T, EditError>;

macro_rules! tables {
    (
        nodes { $($(#[$ndoc:meta])* $node:ident, $nodes:ident: $id:ident => $type:ident as $nkind:ident, $insert:ident, $update:ident, $remove:ident;)+ }
        arcs { $($(#[$adoc:meta])* $edit:vis $arcs:ident: $from:ident, $to:ident => $weight:ty as $akind:ident on $scale:ident, $set:ident, $unset:ident;)+ }
    ) => {
        /// One project at one moment: everything known of its parties, interests, values and cultures.
        ///
        /// See the [module](crate::model) for how it is kept consistent.
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct Model {
            scales: Scales,
            project: Project,
            handbook: Handbook,
            written: BTreeSet<(Table, PartyId)>,
            dependences: Arcs<PartyId, PartyId, Dependences>,
            $($nodes: BTreeMap<$id, $type>,)+
            $($arcs: Arcs<$from, $to, $weight>,)+
        }

        impl Model {
            $(
            $(#[$ndoc])*
            pub fn $nodes(&self) -> impl ExactSizeIterator<Item = (&$id, &$type)> + Clone {
                self.$nodes.iter()
            }

            #[doc = concat!("The ", stringify!($node), " of an id.")]
            pub fn $node(&self, id: &$id) -> Option<&$type> {
                self.$nodes.get(id)
            }

            #[doc = concat!("Adds a ", stringify!($node), ".")]
            ///
            /// # Errors
            /// [`EditError`] when the id is taken, a reference leads nowhere or a rating is off its scale.
            pub fn $insert(&mut self, id: $id, mut node: $type) -> Checked {
                let me = Element::from(&id);
                node.ratings_mut().into_iter().for_each(Rating::tidy);
                if self.$nodes.contains_key(&id) {
                    return Err(EditError::Duplicate(me));
                }
                self.check_node(&me, &node)?;
                self.inspect(&me, NodeRef::$nkind(&id, &node))?;
                self.$nodes.insert(id, node);
                Ok(())
            }

            #[doc = concat!("Changes a ", stringify!($node), " in place; all or nothing.")]
            ///
            /// # Errors
            /// [`EditError`] when there is none of that id, or the change would break the model.
            pub fn $update(&mut self, id: &$id, change: impl FnOnce(&mut $type)) -> Checked {
                let me = Element::from(id);
                let mut node = self.$nodes.get(id).cloned().ok_or_else(|| EditError::NoSuch(me.clone()))?;
                change(&mut node);
                node.ratings_mut().into_iter().for_each(Rating::tidy);
                self.check_node(&me, &node)?;
                self.inspect(&me, NodeRef::$nkind(id, &node))?;
                self.$nodes.insert(id.clone(), node);
                Ok(())
            }

            #[doc = concat!("Removes a ", stringify!($node), " with everything that cannot be without it, and returns what that was: other nodes, and relations kept in tables. References in attributes of other nodes are dropped without being listed.")]
            ///
            /// # Errors
            /// [`EditError::NoSuch`] when there is none of that id.
            pub fn $remove(&mut self, id: &$id) -> Checked<Vec<Element>> {
                let me = Element::from(id);
                if self.$nodes.remove(id).is_none() {
                    return Err(EditError::NoSuch(me));
                }
                Ok(self.forget(&me))
            }
            )+

            $(
            $(#[$adoc])*
            pub fn $arcs(&self) -> &Arcs<$from, $to, $weight> {
                &self.$arcs
            }

            #[doc = concat!("Sets a relation of [`Model::", stringify!($arcs), "`]; one that is there is replaced.")]
            ///
            /// # Errors
            /// [`EditError`] when an end does not exist, both ends are the same or a rating is off its scale.
            $edit fn $set(&mut self, from: $from, to: $to, mut weight: $weight) -> Checked {
                let me = Element::$akind(from.clone(), to.clone());
                weight.ratings_mut().into_iter().for_each(Rating::tidy);
                self.check_arc(&me, (&from).into(), (&to).into(), &weight, ScaleKind::$scale)?;
                self.inspect_arc(&me)?;
                self.written.extend(table_of(&me));
                self.$arcs.insert(from, to, weight);
                Ok(())
            }

            #[doc = concat!("Removes a relation of [`Model::", stringify!($arcs), "`], if it is there.")]
            $edit fn $unset(&mut self, from: &$from, to: &$to) -> Option<$weight> {
                self.$arcs.remove(from, to)
            }
            )+

            /// Whether a node exists.
            pub fn has(&self, node: &Element) -> bool {
                match node {
                    Element::Project => true,
                    $(Element::$nkind(id) => self.$nodes.contains_key(id),)+
                    _ => false,
                }
            }

            fn ratings_mut(&mut self) -> Vec<&mut Rating> {
                let mut out = Vec::new();
                $(out.extend(self.$nodes.values_mut().flat_map(Rated::ratings_mut));)+
                $(out.extend(self.$arcs.weights_mut().flat_map(Rated::ratings_mut));)+
                out.extend(self.dependences.weights_mut().flat_map(Rated::ratings_mut));
                out
            }

            /// Drops every trace of a node that has just been removed.
            fn forget(&mut self, gone: &Element) -> Vec<Element> {
                let mut also = self.forget_last_speaker(gone);
                $({
                    let lost: Vec<$id> = self
                        .$nodes
                        .iter()
                        .filter(|(_, n)| n.references().iter().any(|r| r.required && r.to == *gone))
                        .map(|(id, _)| id.clone())
                        .collect();
                    for id in lost {
                        self.$nodes.remove(&id);
                        also.push(Element::from(&id));
                    }
                    self.$nodes.values_mut().for_each(|n| n.forget(gone));
                })+
                $(
                also.extend(
                    self.$arcs
                        .extract(|f, t| Element::from(f) == *gone || Element::from(t) == *gone)
                        .into_iter()
                        .map(|(f, t)| Element::$akind(f, t)),
                );
                self.$arcs.weights_mut().for_each(|w| w.forget(gone));
                )+
                let resources: Vec<Element> = self
                    .dependences
                    .iter()
                    .filter(|(f, t, _)| Element::from(*f) == *gone || Element::from(*t) == *gone)
                    .flat_map(|(f, t, all)| all.keys().map(|r| Element::DependsOn(f.clone(), t.clone(), r.clone())))
                    .collect();
                self.dependences.extract(|f, t| Element::from(f) == *gone || Element::from(t) == *gone);
                also.extend(resources);
                self.project.forget(gone);
                self.handbook.forget(gone);
                self.prune_acknowledged();
                if let Element::Party(party) = gone {
                    self.written.retain(|(_, p)| p != party);
                }
                let (kind, slug) = match gone {
                    Element::Party(p) => (RaterKind::Party, p.slug().clone()),
                    Element::Member(m) => (RaterKind::Member, m.slug().clone()),
                    _ => return also,
                };
                // Without its prefix the name would mean the member or party that is still there: then nobody is named.
                let taken = match kind {
                    RaterKind::Party => self.members.contains_key(slug.as_str()),
                    RaterKind::Member => self.parties.contains_key(slug.as_str()),
                };
                for judgement in self.ratings_mut().into_iter().flat_map(Rating::judgements_mut) {
                    if judgement.by.as_ref().is_some_and(|r| r.prefix == Some(kind) && r.name == slug) {
                        judgement.by = (!taken).then(|| Rater { prefix: None, name: slug.clone() });
                    }
                }
                also
            }
        }
    };
}

tables! {
    nodes {
        /// All parties.
        party, parties: PartyId => Party as Party, insert_party, update_party, remove_party;
        /// All interests.
        interest, interests: InterestId => Interest as Interest, insert_interest, update_interest, remove_interest;
        /// All values.
        value, values: ValueId => Value as Value, insert_value, update_value, remove_value;
        /// All culture profiles.
        culture, cultures: CultureId => Culture as Culture, insert_culture, update_culture, remove_culture;
        /// All observations of the iceberg.
        observation, observations: ObservationId => Observation as Observation, insert_observation, update_observation, remove_observation;
        /// All members of the project team.
        member, members: MemberId => Member as Member, insert_member, update_member, remove_member;
        /// All tasks.
        task, tasks: TaskId => Task as Task, insert_task, update_task, remove_task;
        /// All claims on the value mapping canvas.
        claim, claims: ClaimId => Claim as Claim, insert_claim, update_claim, remove_claim;
        /// All beliefs.
        belief, beliefs: BeliefId => Belief as Belief, insert_belief, update_belief, remove_belief;
        /// All pairwise comparisons.
        comparison, comparisons: ComparisonId => Comparison as Comparison, insert_comparison, update_comparison, remove_comparison;
        /// All value flows.
        flow, flows: FlowId => Flow as Flow, insert_flow, update_flow, remove_flow;
        /// All free forces.
        force, forces: ForceId => Force as Force, insert_force, update_force, remove_force;
        /// All records of support.
        support, supports: SupportId => Support as Support, insert_support, update_support, remove_support;
    }
    arcs {
        /// Stakes of parties in interests.
        pub stakes: PartyId, InterestId => Stake as Stake on Signed, set_stake, remove_stake;
        /// Own importance of values for parties.
        pub importances: PartyId, ValueId => Rating as Importance on OneSided, set_importance, remove_importance;
        /// Trust of one party in another.
        pub trusts: PartyId, PartyId => Rating as Trusts on OneSided, set_trust, remove_trust;
        /// Direct influence of one party on another. See [`Model::wrote`] for the meaning of what is absent.
        pub influences: PartyId, PartyId => Rating as Influences on Influence, set_influence, remove_influence;
        /// Signed, undirected ties between parties, kept once with the lower id first; see [`Model::tie`].
        ties: PartyId, PartyId => Rating as Tie on Signed, set_tie_in_order, remove_tie_in_order;
        /// Parties whose voice another carries.
        pub umbrellas: PartyId, PartyId => () as UmbrellaOf on OneSided, set_umbrella, remove_umbrella;
        /// Which interest serves which.
        pub serves: InterestId, InterestId => () as Serves on OneSided, set_serves, remove_serves;
        /// Which interest opposes which, and how strongly.
        pub opposes: InterestId, InterestId => Rating as Opposes on Strength, set_opposes, remove_opposes;
        /// Which interest expresses which value.
        pub expresses: InterestId, ValueId => () as Expresses on OneSided, set_expresses, remove_expresses;
        /// Declared tensions between values.
        pub tensions: ValueId, ValueId => Rating as Tension on Strength, set_tension, remove_tension;
        /// Which observation explains which.
        pub becauses: ObservationId, ObservationId => Because as Because on OneSided, set_because, remove_because;
    }
}

impl Rated for Rating {
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        vec![self]
    }
}
impl Node for Rating {}
impl Node for () {}
impl Node for Stake {}
impl Node for Because {
    fn forget(&mut self, gone: &Element) {
        self.by.retain(|p| Element::from(p) != *gone);
    }
}

impl Model {
    /// Drops the explanations that nobody but a party said: naming nobody they would be said by others.
    fn forget_last_speaker(&mut self, gone: &Element) -> Vec<Element> {
        let Element::Party(party) = gone else { return Vec::new() };
        let alone = |because: &Because| because.by.len() == 1 && because.by.contains(party);
        let lost: Vec<(ObservationId, ObservationId)> = self
            .becauses
            .iter()
            .filter(|(_, _, because)| alone(because))
            .map(|(from, to, _)| (from.clone(), to.clone()))
            .collect();
        lost.iter().for_each(|(from, to)| drop(self.becauses.remove(from, to)));
        lost.into_iter().map(|(from, to)| Element::Because(from, to)).collect()
    }

    /// An empty model with the default scales.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty model with given scales, which stay as they are.
    pub fn with_scales(scales: Scales) -> Self {
        Self { scales, ..Self::default() }
    }

    /// The scales that ratings are on.
    pub fn scales(&self) -> &Scales {
        &self.scales
    }

    /// The project.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Replaces the project's head.
    ///
    /// # Errors
    /// [`EditError::Dangling`] when the focal party or a shared goal does not exist.
    pub fn set_project(&mut self, project: Project) -> Checked {
        self.check_node(&Element::Project, &project)?;
        self.project = project;
        Ok(())
    }

    /// The answers to review findings.
    pub fn handbook(&self) -> &Handbook {
        &self.handbook
    }

    /// Replaces the answers to review findings.
    ///
    /// # Errors
    /// [`EditError::Dangling`] when an acknowledged conflict names what does not exist.
    pub fn set_handbook(&mut self, handbook: Handbook) -> Checked {
        self.check_node(&Element::Setting("handbook"), &handbook)?;
        for slug in handbook.acknowledged.iter().flat_map(|a| &a.over) {
            let interest = InterestId::from(slug.clone());
            if !self.interests.contains_key(&interest) && !self.values.contains_key(slug.as_str()) {
                let me = Element::Setting("handbook");
                return Err(EditError::dangling(&me, "acknowledged.over", Element::Interest(interest)));
            }
        }
        self.handbook = handbook;
        Ok(())
    }

    /// What each party needs from others, by resource.
    pub fn dependences(&self) -> &Arcs<PartyId, PartyId, Dependences> {
        &self.dependences
    }

    /// Sets what a party needs from another in one resource.
    ///
    /// # Errors
    /// [`EditError`] as for the other relations.
    pub fn set_dependence(&mut self, from: PartyId, to: PartyId, resource: &str, dependence: Dependence) -> Checked {
        let me = Element::DependsOn(from.clone(), to.clone(), resource.into());
        let mut all = self.dependences.get(&from, &to).cloned().unwrap_or_default();
        all.insert(resource.into(), dependence);
        all.ratings_mut().into_iter().for_each(Rating::tidy);
        self.check_arc(&me, (&from).into(), (&to).into(), &all, ScaleKind::OneSided)?;
        self.written.extend(table_of(&me));
        self.dependences.insert(from, to, all);
        Ok(())
    }

    /// Removes what a party needs from another in one resource.
    pub fn remove_dependence(&mut self, from: &PartyId, to: &PartyId, resource: &str) -> Option<Dependence> {
        let all = self.dependences.get_mut(from, to)?;
        let gone = all.remove(resource);
        if all.is_empty() {
            self.dependences.remove(from, to);
        }
        gone
    }

    /// The tie between two parties, either way round.
    pub fn tie(&self, a: &PartyId, b: &PartyId) -> Option<&Rating> {
        self.ties.get(a.min(b), a.max(b))
    }

    /// Sets the tie between two parties, either way round.
    ///
    /// # Errors
    /// [`EditError`] as for the other relations.
    pub fn set_tie(&mut self, a: PartyId, b: PartyId, tie: Rating) -> Checked {
        if a <= b { self.set_tie_in_order(a, b, tie) } else { self.set_tie_in_order(b, a, tie) }
    }

    /// Removes the tie between two parties, either way round.
    pub fn remove_tie(&mut self, a: &PartyId, b: &PartyId) -> Option<Rating> {
        self.remove_tie_in_order(a.min(b), a.max(b))
    }

    /// Whether a party wrote a relation table, be it an empty one: it has or once had such a relation, or said that it has none.
    /// A written `influences` table is complete: partners that are not in it have influence 0. A tie counts as written by the
    /// party with the lower id.
    pub fn wrote(&self, party: &PartyId, table: Table) -> bool {
        self.written.contains(&(table, party.clone()))
    }

    /// Records that a party wrote a relation table. Only an empty one needs saying: a relation says it of itself.
    ///
    /// # Errors
    /// [`EditError::NoSuch`] when the party does not exist.
    pub fn declare(&mut self, party: PartyId, table: Table) -> Checked {
        if !self.parties.contains_key(&party) {
            return Err(EditError::NoSuch(Element::Party(party)));
        }
        self.written.insert((table, party));
        Ok(())
    }

    /// A copy with an edit, checked; the model itself stays as it is.
    ///
    /// # Errors
    /// The first [`EditError`] of the edit; then nothing is made.
    pub fn with(&self, edit: impl FnOnce(&mut Self) -> Checked) -> Checked<Self> {
        let mut copy = self.clone();
        edit(&mut copy)?;
        Ok(copy)
    }

    /// The rating of an attribute of an element, if somebody gave one.
    pub fn rating(&self, element: &Element, attribute: Attribute) -> Option<&Rating> {
        match (element, attribute) {
            (Element::Party(p), a) => self.parties.get(p)?.rating(a),
            (Element::Stake(p, i), Attribute::Stance) => self.stakes.get(p, i)?.stance.as_ref(),
            (Element::Stake(p, i), Attribute::Salience) => self.stakes.get(p, i)?.salience.as_ref(),
            (Element::Stake(p, i), Attribute::Position) => self.stakes.get(p, i)?.position.as_ref(),
            (Element::Importance(p, v), Attribute::Importance) => self.importances.get(p, v),
            (Element::Trusts(a, b), Attribute::Trust) => self.trusts.get(a, b),
            (Element::Influences(a, b), Attribute::Influence) => self.influences.get(a, b),
            (Element::Tie(a, b), Attribute::Tie) => self.tie(a, b),
            (Element::DependsOn(a, b, r), Attribute::Importance) => {
                self.dependences.get(a, b)?.get(r)?.importance.as_ref()
            }
            (Element::DependsOn(a, b, r), Attribute::Substitutability) => {
                self.dependences.get(a, b)?.get(r)?.substitutability.as_ref()
            }
            (Element::Opposes(a, b), Attribute::Opposition) => self.opposes.get(a, b),
            (Element::Tension(a, b), Attribute::Tension) => self.tensions.get(a, b),
            (Element::Claim(c), Attribute::Importance) => self.claims.get(c)?.importance.as_ref(),
            (Element::Believes(b, v), Attribute::Importance) => self.beliefs.get(b)?.values.get(v),
            (Element::Force(f), Attribute::Strength) => self.forces.get(f)?.strength.as_ref(),
            (Element::Force(f), Attribute::Changeability) => self.forces.get(f)?.changeability.as_ref(),
            (Element::Support(s), Attribute::Level) => self.supports.get(s)?.level.as_ref(),
            (Element::Dimension(c, d), a) => self.cultures.get(c)?.scores(a)?.get(d),
            (Element::Member(m), Attribute::Informal) => self.members.get(m)?.informal.as_ref(),
            (Element::Member(m), a) => self.members.get(m)?.roles.get(&a.role()?),
            _ => None,
        }
    }

    /// Reads a rating as methods do: the point with its spread, `None` when it is unknown. Points of competing values are read as
    /// [`Culture::read`] reads the profile that they are of.
    pub fn read(&self, element: &Element, attribute: Attribute, aggregate: Aggregate) -> Option<Reading> {
        if let Element::Dimension(culture, dimension) = element {
            return self.cultures.get(culture)?.read(&self.scales, attribute, aggregate).remove(dimension);
        }
        self.rating(element, attribute)?.read(&self.scales.of(attribute.scale()?), aggregate)
    }

    /// Reads a rating as methods cite it: as [`Model::read`], but points of competing values as raters gave them, before they are
    /// brought to 100.
    pub(crate) fn read_as_cited(
        &self,
        element: &Element,
        attribute: Attribute,
        aggregate: Aggregate,
    ) -> Option<Reading> {
        if let Element::Dimension(culture, dimension) = element {
            let culture = self.cultures.get(culture)?;
            return culture.read_as_written(&self.scales, attribute, aggregate).0.remove(dimension);
        }
        self.read(element, attribute, aggregate)
    }

    /// Sets or clears a rating of a party, stake, force or claim.
    ///
    /// # Errors
    /// [`EditError`] when the element does not exist, has no such attribute, or the rating is off its scale.
    pub fn set_rating(&mut self, element: &Element, attribute: Attribute, rating: Option<Rating>) -> Checked {
        let none = || EditError::NoAttribute { element: element.clone(), attribute };
        match element {
            Element::Party(p) => {
                Party::default().rating_slot(attribute).ok_or_else(none)?;
                self.update_party(p, |party| {
                    if let Some(slot) = party.rating_slot(attribute) {
                        *slot = rating;
                    }
                })
            }
            Element::Stake(p, i) => {
                let mut stake = self.stakes.get(p, i).cloned().ok_or_else(|| EditError::NoSuch(element.clone()))?;
                match attribute {
                    Attribute::Stance => stake.stance = rating,
                    Attribute::Salience => stake.salience = rating,
                    Attribute::Position => stake.position = rating,
                    _ => return Err(none()),
                }
                self.set_stake(p.clone(), i.clone(), stake)
            }
            Element::Force(f) => match attribute {
                Attribute::Strength => self.update_force(f, |force| force.strength = rating),
                Attribute::Changeability => self.update_force(f, |force| force.changeability = rating),
                _ => Err(none()),
            },
            Element::Claim(c) if attribute == Attribute::Importance => {
                self.update_claim(c, |claim| claim.importance = rating)
            }
            _ => Err(none()),
        }
    }

    /// The name of a node, or its id where it has none or a blank one.
    pub fn label<'a>(&'a self, node: &'a Element) -> &'a str {
        // A name of white space alone shows nothing.
        let shown = |name: &&str| !name.trim().is_empty();
        let name = match node {
            Element::Project => self.project.name.as_deref().filter(shown),
            Element::Party(id) => {
                self.parties.get(id).and_then(|n| n.name.as_deref()).filter(shown).or(Some(id.as_str()))
            }
            Element::Interest(id) => {
                self.interests.get(id).and_then(|n| n.name.as_deref()).filter(shown).or(Some(id.as_str()))
            }
            Element::Value(id) => {
                self.values.get(id).and_then(|n| n.name.as_deref()).filter(shown).or(Some(id.as_str()))
            }
            Element::Culture(id) => {
                self.cultures.get(id).and_then(|n| n.name.as_deref()).filter(shown).or(Some(id.as_str()))
            }
            Element::Observation(id) => {
                self.observations.get(id).map(|n| n.statement.as_str()).filter(shown).or(Some(id.as_str()))
            }
            Element::Member(id) => {
                self.members.get(id).and_then(|n| n.name.as_deref()).filter(shown).or(Some(id.as_str()))
            }
            Element::Task(id) => self.tasks.get(id).and_then(|n| n.name.as_deref()).filter(shown).or(Some(id.as_str())),
            Element::Claim(id) => {
                self.claims.get(id).and_then(|n| n.statement.as_deref()).filter(shown).or(Some(id.as_str()))
            }
            Element::Flow(id) => self.flows.get(id).and_then(|n| n.name.as_deref()).filter(shown).or(Some(id.as_str())),
            Element::Force(id) => self.forces.get(id).map(|n| n.name.as_str()).filter(shown).or(Some(id.as_str())),
            _ => None,
        };
        name.unwrap_or_else(|| node.kind())
    }

    /// Drops what is acknowledged over an interest or value that is no longer there.
    fn prune_acknowledged(&mut self) {
        let (interests, values) = (&self.interests, &self.values);
        let there = |slug: &Slug| interests.contains_key(slug.as_str()) || values.contains_key(slug.as_str());
        self.handbook.acknowledged.retain(|a| a.over.iter().all(there));
    }

    fn check_node(&self, me: &Element, node: &impl Node) -> Checked {
        for reference in node.references() {
            // A party that is part of itself is no dangling reference but a circle, which `inspect` tells.
            if !self.has(&reference.to) && reference.to != *me {
                return Err(EditError::dangling(me, reference.key, reference.to));
            }
        }
        self.check_ratings(me, node.ratings())
    }

    fn check_ratings(&self, me: &Element, ratings: Vec<RatedRef<'_>>) -> Checked {
        for (key, rating, kind) in ratings {
            rating.check(&self.scales.of(kind)).map_err(|fault| EditError::Rating {
                element: Box::new(me.clone()),
                key: (*key).into(),
                fault,
            })?;
            for rater in rating.judgements().iter().filter_map(|j| j.by.as_ref()) {
                let to = match rater.prefix {
                    Some(RaterKind::Member) => Element::Member(rater.name.clone().into()),
                    Some(RaterKind::Party) => Element::Party(rater.name.clone().into()),
                    None => continue,
                };
                if !self.has(&to) && to != *me {
                    return Err(EditError::dangling(me, &format!("{key}.by"), to));
                }
            }
        }
        Ok(())
    }

    fn check_arc(&self, me: &Element, from: Element, to: Element, weight: &impl Weighs, kind: ScaleKind) -> Checked {
        if from == to {
            return Err(EditError::ToItself(me.clone()));
        }
        for end in [&from, &to] {
            if !self.has(end) {
                return Err(EditError::dangling(me, me.kind(), end.clone()));
            }
        }
        for party in weight.parties() {
            let to = Element::from(party);
            if !self.has(&to) {
                return Err(EditError::dangling(me, "by", to));
            }
        }
        self.check_ratings(me, weight.on_scale(kind))
    }

    /// What only this kind of node must obey.
    fn inspect(&self, me: &Element, node: NodeRef<'_>) -> Checked {
        match node {
            NodeRef::Party(id, party) => {
                let mut chain = vec![id.clone()];
                let mut above = party.part_of.as_ref();
                while let Some(parent) = above {
                    chain.push(parent.clone());
                    if parent == id {
                        return Err(EditError::Nesting(chain));
                    }
                    above = self.parties.get(parent).and_then(|p| p.part_of.as_ref());
                }
                Ok(())
            }
            NodeRef::Culture(_, culture) => self.inspect_culture(me, culture),
            NodeRef::Belief(id, belief) => {
                if belief.by == belief.about {
                    return Err(EditError::ToItself(me.clone()));
                }
                let same =
                    self.beliefs.iter().filter(|(b, o)| *b != id && o.by == belief.by && o.about == belief.about);
                match same.flat_map(|(_, other)| other.values.keys()).find(|v| belief.values.contains_key(*v)) {
                    Some(value) => Err(EditError::BelievedTwice {
                        by: belief.by.clone(),
                        about: belief.about.clone(),
                        value: value.clone(),
                    }),
                    None => Ok(()),
                }
            }
            NodeRef::Value(_, value) => match value.catalogue.as_deref().filter(|link| linked(link).is_none()) {
                Some(link) => Err(EditError::BadLink { element: me.clone(), link: link.chars().take(80).collect() }),
                None => Ok(()),
            },
            NodeRef::Observation(id, observation) => self.inspect_layer(id, observation.layer),
            NodeRef::Comparison(_, c) if c.a == c.b => Err(EditError::ToItself(me.clone())),
            NodeRef::Flow(_, f) if f.from == f.to => Err(EditError::ToItself(me.clone())),
            _ => Ok(()),
        }
    }

    /// What only this kind of relation must obey.
    fn inspect_arc(&self, me: &Element) -> Checked {
        let Element::Because(from, to) = me else { return Ok(()) };
        let layer = |id: &ObservationId| self.observations.get(id).map(|o| o.layer);
        let (here, there) = (layer(from), layer(to));
        if there < here {
            return Err(EditError::Upward(vec![from.clone(), to.clone()]));
        }
        // From a deeper layer no explanation leads back.
        let circle = if here == there { self.chain(to, from) } else { None };
        match circle {
            Some(chain) => Err(EditError::Circular([vec![from.clone()], chain].concat())),
            None => Ok(()),
        }
    }

    /// A shortest chain of explanations from one observation to another, if there is one.
    fn chain(&self, from: &ObservationId, to: &ObservationId) -> Option<Vec<ObservationId>> {
        let mut met_from: BTreeMap<&ObservationId, &ObservationId> = BTreeMap::new();
        let mut queue = VecDeque::from([from]);
        while let Some(here) = queue.pop_front() {
            for (next, _) in self.becauses.of(here).filter(|(next, _)| *next != from) {
                if met_from.contains_key(next) {
                    continue;
                }
                met_from.insert(next, here);
                if next == to {
                    queue.clear();
                    break;
                }
                queue.push_back(next);
            }
        }
        let mut chain = vec![to];
        while let Some(before) = chain.last().filter(|here| **here != from) {
            chain.push(met_from.get(before)?);
        }
        Some(chain.into_iter().rev().cloned().collect())
    }

    /// Whether an observation may lie in a layer: no deeper than what explains it, no higher than what it explains.
    fn inspect_layer(&self, id: &ObservationId, layer: Layer) -> Checked {
        let there = |other: &ObservationId| self.observations.get(other).map(|o| o.layer);
        if there(id).is_none_or(|now| now == layer) {
            return Ok(());
        }
        let upward = |from: &ObservationId, to: &ObservationId| {
            let at = |end: &ObservationId| if end == id { Some(layer) } else { there(end) };
            (from == id || to == id) && at(to) < at(from)
        };
        match self.becauses.iter().find(|(from, to, _)| upward(from, to)) {
            Some((from, to, _)) => Err(EditError::Upward(vec![from.clone(), to.clone()])),
            None => Ok(()),
        }
    }

    fn inspect_culture(&self, me: &Element, culture: &Culture) -> Checked {
        let known: &[&str] = match culture.model {
            CultureModel::CompetingValues => COMPETING_VALUES,
            CultureModel::Bipolar => BIPOLAR_PRACTICES,
            CultureModel::Free => return Ok(()),
        };
        for (key, scores) in [("now", &culture.now), ("desired", &culture.desired)] {
            if let Some(odd) = scores.keys().find(|d| !known.contains(&d.as_str())) {
                let (culture, dimension, model) = (me.clone(), odd.clone(), culture.model);
                return Err(EditError::Dimension { culture, dimension, model });
            }
            if culture.model == CultureModel::CompetingValues {
                let scale = self.scales.of(ScaleKind::Points);
                if let Some(sum) = Culture::points_off(scores, &scale) {
                    return Err(EditError::Points { culture: me.clone(), key, sum });
                }
            }
        }
        Ok(())
    }
}

/// The relation table of a party that holds a relation.
fn table_of(relation: &Element) -> Option<(Table, PartyId)> {
    match relation {
        Element::Stake(party, _) => Some((Table::Stakes, party.clone())),
        Element::Importance(party, _) => Some((Table::Values, party.clone())),
        Element::Trusts(party, _) => Some((Table::Trusts, party.clone())),
        Element::Influences(party, _) => Some((Table::Influences, party.clone())),
        Element::Tie(party, _) => Some((Table::Ties, party.clone())),
        Element::DependsOn(party, _, _) => Some((Table::DependsOn, party.clone())),
        Element::UmbrellaOf(party, _) => Some((Table::UmbrellaOf, party.clone())),
        _ => None,
    }
}

/// The weight of a relation, as the checks see it.
trait Weighs {
    fn on_scale(&self, kind: ScaleKind) -> Vec<RatedRef<'_>>;
    fn parties(&self) -> Vec<&PartyId> {
        Vec::new()
    }
}
impl Weighs for Rating {
    fn on_scale(&self, kind: ScaleKind) -> Vec<RatedRef<'_>> {
        vec![(kind.word().into(), self, kind)]
    }
}
impl Weighs for () {
    fn on_scale(&self, _: ScaleKind) -> Vec<RatedRef<'_>> {
        Vec::new()
    }
}
impl Weighs for Stake {
    fn on_scale(&self, _: ScaleKind) -> Vec<RatedRef<'_>> {
        self.ratings()
    }
}
impl Weighs for Dependences {
    fn on_scale(&self, _: ScaleKind) -> Vec<RatedRef<'_>> {
        self.ratings()
    }
}
impl Weighs for Because {
    fn on_scale(&self, _: ScaleKind) -> Vec<RatedRef<'_>> {
        Vec::new()
    }
    fn parties(&self) -> Vec<&PartyId> {
        self.by.iter().collect()
    }
}
