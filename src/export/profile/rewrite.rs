//! A model made again, node by node, without what a profile leaves out.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::Profile;
use super::addresses;
use super::mapping::{Kind, Mapping, People};
use super::text::Names;
use crate::id::{InterestId, ObservationId, PartyId, Slug, ValueId};
use crate::model::{
    Acknowledged, Activity, Because, Belief, Claim, Comparison, Contact, Culture, Dependence, EditError, Element, Flow,
    Force, Handbook, Interest, Member, Model, Observation, Party, PartyRings, Project, Remarks, Responsibilities,
    Stake, Support, Table, Task, Value,
};
use crate::rating::{Judgement, Rater, Rating};
use crate::vocabulary::{ConflictKind, Vocabulary};

type Checked<T = ()> = Result<T, EditError>;

/// The model under the pseudonyms of a mapping that knows everybody in it.
pub(super) fn rewritten(model: &Model, mapping: &Mapping) -> Checked<Model> {
    let blind = mapping.profile() == Profile::Pseudonymised;
    let (names, people) = (mapping.names(model), People::of(model));
    let from = Rewriter { model, mapping, names, people, blind };
    let mut to = Model::with_scales(*model.scales());
    from.things(&mut to)?;
    from.parties(&mut to)?;
    from.team(&mut to)?;
    from.lists(&mut to)?;
    from.relations(&mut to)?;
    from.among_parties(&mut to)?;
    from.iceberg(&mut to)?;
    from.head(&mut to)?;
    Ok(to)
}

/// A name that stays, without a way to reach who has it.
fn reachless(name: Option<&String>) -> Option<String> {
    name.map(|name| addresses::hidden(name))
}

struct Rewriter<'a> {
    model: &'a Model,
    mapping: &'a Mapping,
    names: Names,
    people: People<'a>,
    /// Whether nobody is to be known by name.
    blind: bool,
}

impl Rewriter<'_> {
    /// The id of something in the export.
    fn id<T: From<Slug>>(&self, kind: Kind, slug: &Slug, me: impl FnOnce() -> Element) -> Checked<T> {
        let own = Some(slug).filter(|_| !self.blind);
        let id = self.mapping.get(kind, slug.as_str()).or(own).ok_or_else(|| EditError::NoSuch(me()))?;
        Ok(id.clone().into())
    }

    fn party(&self, id: &PartyId) -> Checked<PartyId> {
        self.id(Kind::Party, id.slug(), || id.into())
    }

    fn parties_of(&self, ids: &BTreeSet<PartyId>) -> Checked<BTreeSet<PartyId>> {
        ids.iter().map(|id| self.party(id)).collect()
    }

    fn interest(&self, id: &InterestId) -> Checked<InterestId> {
        self.id(Kind::Interest, id.slug(), || id.into())
    }

    fn value(&self, id: &ValueId) -> Checked<ValueId> {
        self.id(Kind::Value, id.slug(), || id.into())
    }

    /// A word of one's own.
    fn word(&self, word: &Slug) -> Slug {
        self.mapping.word(word).clone()
    }

    fn rating(&self, rating: &Rating) -> Checked<Rating> {
        let mut rating = rating.clone();
        for judgement in rating.judgements_mut() {
            judgement.why = None;
            if let Some(rater) = &judgement.by {
                let name = self.mapping.get(Kind::Rater, &self.people.who(rater));
                let name = name.cloned().ok_or(EditError::NoSuch(Element::Setting("rater")))?;
                judgement.by = Some(Rater { prefix: None, name });
            }
        }
        // Their order in the file would betray who they are.
        rating.judgements_mut().sort_by(|a, b| {
            let nameless = |j: &Judgement| j.by.is_none();
            (nameless(a), &a.by, a).cmp(&(nameless(b), &b.by, b))
        });
        rating.tidy();
        Ok(rating)
    }

    fn perhaps(&self, rating: &Option<Rating>) -> Checked<Option<Rating>> {
        rating.as_ref().map(|r| self.rating(r)).transpose()
    }

    fn each<K: Ord + Clone>(&self, ratings: &BTreeMap<K, Rating>) -> Checked<BTreeMap<K, Rating>> {
        ratings.iter().map(|(key, r)| Ok((key.clone(), self.rating(r)?))).collect()
    }

    /// A text about a matter: names in it are replaced.
    fn cleaned(&self, text: Option<&String>) -> Option<String> {
        text.map(|text| self.names.replaced(text))
    }

    /// A text that may tell of parties in ways that nobody can find.
    fn shared(&self, text: Option<&String>) -> Option<String> {
        self.cleaned(text.filter(|_| !self.blind))
    }

    /// The name of a matter. One without a name is known by its id, which says something as long as no name is in it.
    fn titled(&self, name: Option<&String>, id: &Slug) -> Option<String> {
        match name.filter(|name| !name.trim().is_empty()) {
            None if self.blind => Some(id.to_string()).filter(|id| !self.names.lie_within(id)),
            _ => self.cleaned(name),
        }
    }

    fn remarks(&self, remarks: &Remarks) -> Remarks {
        let kept = remarks.tags.iter().filter(|tag| !self.blind && !self.names.lie_within(tag.as_str()));
        Remarks { notes: None, tags: kept.cloned().collect(), annotations: BTreeMap::new() }
    }

    fn things(&self, to: &mut Model) -> Checked {
        for (id, n) in self.model.tasks() {
            let task = Task {
                name: self.titled(n.name.as_ref(), id.slug()),
                phase: n.phase,
                roles: n.roles.clone(),
                leading: n.leading,
                planning_control: n.planning_control,
                remarks: self.remarks(&n.remarks),
            };
            to.insert_task(self.id(Kind::Task, id.slug(), || id.into())?, task)?;
        }
        for (id, n) in self.model.interests() {
            let name = self.titled(n.name.as_ref(), id.slug());
            to.insert_interest(self.interest(id)?, Interest { name, remarks: self.remarks(&n.remarks) })?;
        }
        for (id, n) in self.model.values() {
            let value = Value {
                name: self.titled(n.name.as_ref(), id.slug()),
                catalogue: n.catalogue.clone(),
                schwartz: self.each(&n.schwartz)?,
                remarks: self.remarks(&n.remarks),
            };
            to.insert_value(self.value(id)?, value)?;
        }
        for (id, n) in self.model.cultures() {
            let scores = |scores: &BTreeMap<Slug, Rating>| -> Checked<BTreeMap<Slug, Rating>> {
                scores.iter().map(|(dimension, r)| Ok((self.word(dimension), self.rating(r)?))).collect()
            };
            let culture = Culture {
                model: n.model,
                name: self.shared(n.name.as_ref()),
                now: scores(&n.now)?,
                desired: scores(&n.desired)?,
                norms: self.shared(n.norms.as_ref()),
                ways_of_working: self.shared(n.ways_of_working.as_ref()),
                remarks: self.remarks(&n.remarks),
            };
            to.insert_culture(self.id(Kind::Culture, id.slug(), || id.into())?, culture)?;
        }
        Ok(())
    }

    fn parties(&self, to: &mut Model) -> Checked {
        // Bare first: a unit may stand before the party that it is of.
        for (id, _) in self.model.parties() {
            to.insert_party(self.party(id)?, Party::default())?;
        }
        let all = |texts: &Option<Vec<String>>| -> Option<Vec<String>> {
            let texts = texts.as_ref().filter(|_| !self.blind)?;
            Some(texts.iter().map(|text| self.names.replaced(text)).collect())
        };
        for (id, n) in self.model.parties() {
            let me = self.party(id)?;
            let word = |word: &Option<Slug>| word.as_ref().map(|word| self.word(word));
            let party = Party {
                name: if self.blind { Some(me.as_str().to_ascii_uppercase()) } else { reachless(n.name.as_ref()) },
                kind: n.kind,
                power: self.perhaps(&n.power)?,
                interest_level: self.perhaps(&n.interest_level)?,
                attitude: self.perhaps(&n.attitude)?,
                legitimacy: self.perhaps(&n.legitimacy)?,
                urgency: self.perhaps(&n.urgency)?,
                threat: self.perhaps(&n.threat)?,
                cooperation: self.perhaps(&n.cooperation)?,
                partner: n.partner,
                sector: word(&n.sector),
                rings: PartyRings {
                    actual: word(&n.rings.actual),
                    wished: word(&n.rings.wished),
                    desired: word(&n.rings.desired),
                },
                engagement: n.engagement,
                part_of: n.part_of.as_ref().map(|party| self.party(party)).transpose()?,
                culture: match &n.culture {
                    Some(culture) => Some(self.id(Kind::Culture, culture.slug(), || culture.into())?),
                    None => None,
                },
                responsibilities: Responsibilities {
                    formal: all(&n.responsibilities.formal),
                    informal: all(&n.responsibilities.informal),
                },
                contact: contact(&n.contact),
                location: None,
                remarks: self.remarks(&n.remarks),
            };
            to.update_party(&me, |bare| *bare = party)?;
        }
        Ok(())
    }

    fn team(&self, to: &mut Model) -> Checked {
        for (id, n) in self.model.members() {
            let me = self.id(Kind::Member, id.slug(), || id.into())?;
            let tasks = n.tasks.iter().map(|task| self.id(Kind::Task, task.slug(), || task.into()));
            let member = Member {
                name: if self.blind { Some(format!("{me}").to_ascii_uppercase()) } else { reachless(n.name.as_ref()) },
                party: n.party.as_ref().map(|party| self.party(party)).transpose()?,
                informal: self.perhaps(&n.informal)?,
                roles: self.each(&n.roles)?,
                leads: n.leads.clone(),
                tasks: tasks.collect::<Checked<_>>()?,
                remarks: self.remarks(&n.remarks),
            };
            to.insert_member(me, member)?;
        }
        Ok(())
    }

    fn lists(&self, to: &mut Model) -> Checked {
        for (id, n) in self.model.claims() {
            let claim = Claim {
                party: self.party(&n.party)?,
                kind: n.kind,
                value: n.value.as_ref().map(|value| self.value(value)).transpose()?,
                importance: self.perhaps(&n.importance)?,
                statement: self.shared(n.statement.as_ref()),
                remarks: self.remarks(&n.remarks),
            };
            to.insert_claim(self.id(Kind::Claim, id.slug(), || id.into())?, claim)?;
        }
        for (id, n) in self.model.beliefs() {
            let values = n.values.iter().map(|(value, r)| Ok((self.value(value)?, self.rating(r)?)));
            let belief = Belief {
                by: self.party(&n.by)?,
                about: self.party(&n.about)?,
                values: values.collect::<Checked<_>>()?,
                remarks: self.remarks(&n.remarks),
            };
            to.insert_belief(self.id(Kind::Belief, id.slug(), || id.into())?, belief)?;
        }
        for (id, n) in self.model.comparisons() {
            let comparison = Comparison {
                by: self.party(&n.by)?,
                a: self.value(&n.a)?,
                b: self.value(&n.b)?,
                ratio: n.ratio,
                remarks: self.remarks(&n.remarks),
            };
            to.insert_comparison(self.id(Kind::Comparison, id.slug(), || id.into())?, comparison)?;
        }
        for (id, n) in self.model.flows() {
            let flow = Flow {
                from: self.party(&n.from)?,
                to: self.party(&n.to)?,
                name: self.cleaned(n.name.as_ref()),
                benefit: n.benefit,
                supply: n.supply,
                remarks: self.remarks(&n.remarks),
            };
            to.insert_flow(self.id(Kind::Flow, id.slug(), || id.into())?, flow)?;
        }
        for (id, n) in self.model.forces() {
            let force = Force {
                name: self.names.replaced(&n.name),
                side: n.side,
                strength: self.perhaps(&n.strength)?,
                changeability: self.perhaps(&n.changeability)?,
                party: n.party.as_ref().map(|party| self.party(party)).transpose()?,
                remarks: self.remarks(&n.remarks),
            };
            to.insert_force(self.id(Kind::Force, id.slug(), || id.into())?, force)?;
        }
        for (id, n) in self.model.supports() {
            let support = Support {
                kind: n.kind,
                level: self.perhaps(&n.level)?,
                example: self.shared(n.example.as_ref()),
                remarks: self.remarks(&n.remarks),
            };
            to.insert_support(self.id(Kind::Support, id.slug(), || id.into())?, support)?;
        }
        Ok(())
    }

    /// Stakes, importances, and what stands between interests and values.
    fn relations(&self, to: &mut Model) -> Checked {
        let m = self.model;
        for (a, b, w) in m.stakes().iter() {
            let stake = Stake {
                stance: self.perhaps(&w.stance)?,
                salience: self.perhaps(&w.salience)?,
                position: self.perhaps(&w.position)?,
                said: self.shared(w.said.as_ref()),
                disclosed: w.disclosed,
                why: None,
            };
            to.set_stake(self.party(a)?, self.interest(b)?, stake)?;
        }
        for (a, b, w) in m.importances().iter() {
            to.set_importance(self.party(a)?, self.value(b)?, self.rating(w)?)?;
        }
        for (a, b, ()) in m.serves().iter() {
            to.set_serves(self.interest(a)?, self.interest(b)?, ())?;
        }
        for (a, b, w) in m.opposes().iter() {
            to.set_opposes(self.interest(a)?, self.interest(b)?, self.rating(w)?)?;
        }
        for (a, b, ()) in m.expresses().iter() {
            to.set_expresses(self.interest(a)?, self.value(b)?, ())?;
        }
        for (a, b, w) in m.tensions().iter() {
            to.set_tension(self.value(a)?, self.value(b)?, self.rating(w)?)?;
        }
        Ok(())
    }

    fn among_parties(&self, to: &mut Model) -> Checked {
        let m = self.model;
        for (a, b, w) in m.trusts().iter() {
            to.set_trust(self.party(a)?, self.party(b)?, self.rating(w)?)?;
        }
        for (a, b, w) in m.influences().iter() {
            to.set_influence(self.party(a)?, self.party(b)?, self.rating(w)?)?;
        }
        for (a, b, w) in m.ties().iter() {
            to.set_tie(self.party(a)?, self.party(b)?, self.rating(w)?)?;
        }
        for (a, b, ()) in m.umbrellas().iter() {
            to.set_umbrella(self.party(a)?, self.party(b)?, ())?;
        }
        for (a, b, all) in m.dependences().iter() {
            let mut there = BTreeSet::new();
            for (resource, w) in all {
                // Two resources that differ in a name alone stay two.
                let resource = fresh(self.names.replaced(resource), |name| !there.contains(name));
                let dependence = Dependence {
                    importance: self.perhaps(&w.importance)?,
                    substitutability: self.perhaps(&w.substitutability)?,
                };
                to.set_dependence(self.party(a)?, self.party(b)?, &resource, dependence)?;
                there.insert(resource);
            }
        }
        for (id, _) in m.parties() {
            for table in Table::ALL.iter().filter(|table| m.wrote(id, **table)) {
                // A tie stands with one of its two parties, and may be with the other one now: that is no empty table.
                let moved = *table == Table::Ties && m.ties().of(id).next().is_some();
                if !moved {
                    to.declare(self.party(id)?, *table)?;
                }
            }
        }
        Ok(())
    }

    /// The observations. Of those made in confidence the layer and what explains what, so that every chain stays: nobody noted
    /// them, so that they are always withheld.
    fn iceberg(&self, to: &mut Model) -> Checked {
        let (hidden, told): (Vec<_>, Vec<_>) = self.model.observations().partition(|(_, note)| note.in_confidence());
        let mut ids: BTreeMap<&ObservationId, ObservationId> = BTreeMap::new();
        for (id, n) in told {
            let observation = Observation {
                layer: n.layer,
                statement: self.shared(Some(&n.statement)).unwrap_or_default(),
                by: self.parties_of(&n.by)?,
                about: self.parties_of(&n.about)?,
                voiced: n.voiced,
                private: n.private,
                votes: n.votes,
                remarks: self.remarks(&n.remarks),
            };
            let new: ObservationId = self.id(Kind::Observation, id.slug(), || id.into())?;
            ids.insert(id, new.clone());
            to.insert_observation(new, observation)?;
        }
        let mut number = 0_usize;
        let hidden =
            hidden.into_iter().sorted_by_cached_key(|(id, _)| self.mapping.key().place("confided", id.as_str()));
        for (id, n) in hidden {
            let new = loop {
                number += 1;
                let new = ObservationId::new(&format!("confided-{number}")).ok();
                let new = new.ok_or(EditError::NoSuch(Element::Setting("observation")))?;
                if to.observation(&new).is_none() {
                    break new;
                }
            };
            let shell = Observation {
                layer: n.layer,
                statement: "…".to_owned(),
                by: BTreeSet::new(),
                about: BTreeSet::new(),
                voiced: None,
                private: Some(true),
                votes: None,
                remarks: Remarks::default(),
            };
            to.insert_observation(new.clone(), shell)?;
            ids.insert(id, new);
        }
        let in_confidence = |id| self.model.observation(id).is_some_and(Observation::in_confidence);
        for (a, b, w) in self.model.becauses().iter() {
            let open = !in_confidence(a) && !in_confidence(b);
            let by = if open { self.parties_of(&w.by)? } else { BTreeSet::new() };
            let [a, b] = [a, b].map(|id| ids.get(id).cloned().ok_or_else(|| EditError::NoSuch(id.into())));
            to.set_because(a?, b?, Because { by })?;
        }
        Ok(())
    }

    fn head(&self, to: &mut Model) -> Checked {
        let p = self.model.project();
        to.set_project(Project {
            name: self.shared(p.name.as_ref()),
            goal: self.cleaned(p.goal.as_ref()),
            shared_goal: p.shared_goal.iter().map(|i| self.interest(i)).collect::<Checked<_>>()?,
            phase: p.phase,
            date: p.date,
            focal: p.focal.as_ref().map(|party| self.party(party)).transpose()?,
            location: p.location.filter(|_| !self.blind),
            remarks: self.remarks(&p.remarks),
        })?;
        let h = self.model.handbook();
        let acknowledged = h.acknowledged.iter().map(|a| {
            let over = a.over.iter().map(|slug| self.over(a.kind, slug));
            Ok(Acknowledged {
                kind: a.kind,
                parties: self.parties_of(&a.parties)?,
                over: over.collect::<Checked<_>>()?,
            })
        });
        let explained = h.explained.iter().filter(|_| !self.blind);
        // Two activities that differ in what is gone alone stay two.
        let mut activities: BTreeSet<Activity> = BTreeSet::new();
        for a in &h.activities {
            let (surfaces_culture, remarks) = (a.surfaces_culture, self.remarks(&a.remarks));
            let named = |name: &str| Activity { name: name.to_owned(), surfaces_culture, remarks: remarks.clone() };
            let name = fresh(self.names.replaced(&a.name), |name| !activities.contains(&named(name)));
            activities.insert(named(&name));
        }
        to.set_handbook(Handbook {
            explained: explained.map(|(rule, text)| (rule.clone(), self.names.replaced(text))).collect(),
            acknowledged: acknowledged.collect::<Checked<_>>()?,
            activities,
        })
    }

    /// What a conflict is over: an interest or a value, as its kind has it where there are both of that id.
    fn over(&self, kind: ConflictKind, slug: &Slug) -> Checked<Slug> {
        let (interest, value) = (InterestId::from(slug.clone()), ValueId::from(slug.clone()));
        let of_interests = matches!(kind, ConflictKind::Interest | ConflictKind::OpposedInterests);
        let is_interest = self.model.interest(&interest).is_some();
        if is_interest && (of_interests || self.model.value(&value).is_none()) {
            Ok(self.interest(&interest)?.slug().clone())
        } else {
            Ok(self.value(&value)?.slug().clone())
        }
    }
}

/// The name, or with the first number after it that makes it one of its own.
fn fresh(plain: String, is_fresh: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|n: usize| format!("{plain} ({n})"));
    std::iter::once(plain.clone()).chain(numbered).find(|name| is_fresh(name)).unwrap_or(plain)
}

/// That there is contact, and nothing more of it.
fn contact(contact: &Contact) -> Contact {
    let known = [&contact.channel, &contact.frequency, &contact.owner].into_iter().any(Option::is_some);
    Contact { channel: known.then(|| "…".to_owned()), frequency: None, owner: None }
}
