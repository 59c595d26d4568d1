//! What the integration tests share: random models and the renaming of models.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss
)]

#[cfg(all(feature = "report", feature = "toml"))]
pub mod pictures;
pub mod strategies;

use std::collections::{BTreeMap, BTreeSet};

use polder::id::*;
use polder::model::*;
use polder::rating::{RaterKind, Rating};
use polder::vocabulary::Vocabulary;

/// The same model with every id mapped. `f` must not map two ids of one kind to one, nor an id to the name of a free rater.
pub fn rename(model: &Model, f: impl Fn(&str) -> String) -> Model {
    let r = Renamer { model, f: &f };
    let mut out = Model::with_scales(*model.scales());
    // Bare first: ratings everywhere may name members and parties.
    for (id, _) in model.parties() {
        out.insert_party(r.id(id.slug()), Party::default()).unwrap();
    }
    for (id, _) in model.members() {
        out.insert_member(r.id(id.slug()), Member::default()).unwrap();
    }
    r.nodes(&mut out);
    r.relations(&mut out);
    r.head(&mut out);
    out
}

struct Renamer<'a> {
    model: &'a Model,
    f: &'a dyn Fn(&str) -> String,
}

impl Renamer<'_> {
    fn slug(&self, slug: &Slug) -> Slug {
        Slug::new(&(self.f)(slug.as_str())).expect("the new name is a slug")
    }

    fn id<T: From<Slug>>(&self, slug: &Slug) -> T {
        self.slug(slug).into()
    }

    fn party(&self, id: &PartyId) -> PartyId {
        self.id(id.slug())
    }

    fn parties(&self, ids: &BTreeSet<PartyId>) -> BTreeSet<PartyId> {
        ids.iter().map(|p| self.party(p)).collect()
    }

    fn interest(&self, id: &InterestId) -> InterestId {
        self.id(id.slug())
    }

    fn value(&self, id: &ValueId) -> ValueId {
        self.id(id.slug())
    }

    /// A rating with its raters renamed, as far as they are members or parties.
    fn rating(&self, rating: &Rating) -> Rating {
        let mut rating = rating.clone();
        let judgements = match &mut rating {
            Rating::Plain(_) => return rating,
            Rating::Judged(one) => std::slice::from_mut(one),
            Rating::Several(all) => all.as_mut_slice(),
        };
        for rater in judgements.iter_mut().filter_map(|j| j.by.as_mut()) {
            let party = || self.model.party(&rater.name.clone().into()).is_some();
            let member = || self.model.member(&rater.name.clone().into()).is_some();
            let known = match rater.prefix {
                Some(RaterKind::Party | RaterKind::Member) => true,
                None => party() || member(),
            };
            if known {
                rater.name = self.slug(&rater.name);
            }
        }
        rating
    }

    fn perhaps(&self, rating: &Option<Rating>) -> Option<Rating> {
        rating.as_ref().map(|r| self.rating(r))
    }

    fn each<K: Ord + Clone>(&self, ratings: &BTreeMap<K, Rating>) -> BTreeMap<K, Rating> {
        ratings.iter().map(|(k, r)| (k.clone(), self.rating(r))).collect()
    }

    fn nodes(&self, out: &mut Model) {
        let m = self.model;
        for (id, n) in m.cultures() {
            let culture = Culture { now: self.each(&n.now), desired: self.each(&n.desired), ..n.clone() };
            out.insert_culture(self.id(id.slug()), culture).unwrap();
        }
        for (id, n) in m.tasks() {
            out.insert_task(self.id(id.slug()), n.clone()).unwrap();
        }
        for (id, n) in m.interests() {
            out.insert_interest(self.interest(id), n.clone()).unwrap();
        }
        for (id, n) in m.values() {
            out.insert_value(self.value(id), Value { schwartz: self.each(&n.schwartz), ..n.clone() }).unwrap();
        }
        for (id, n) in m.parties() {
            let party = Party {
                power: self.perhaps(&n.power),
                interest_level: self.perhaps(&n.interest_level),
                attitude: self.perhaps(&n.attitude),
                legitimacy: self.perhaps(&n.legitimacy),
                urgency: self.perhaps(&n.urgency),
                threat: self.perhaps(&n.threat),
                cooperation: self.perhaps(&n.cooperation),
                part_of: n.part_of.as_ref().map(|p| self.party(p)),
                culture: n.culture.as_ref().map(|c| self.id(c.slug())),
                ..n.clone()
            };
            out.update_party(&self.party(id), |old| *old = party).unwrap();
        }
        for (id, n) in m.members() {
            let member = Member {
                party: n.party.as_ref().map(|p| self.party(p)),
                informal: self.perhaps(&n.informal),
                roles: self.each(&n.roles),
                tasks: n.tasks.iter().map(|t| self.id(t.slug())).collect(),
                ..n.clone()
            };
            out.update_member(&self.id(id.slug()), |old| *old = member).unwrap();
        }
        for (id, n) in m.observations() {
            let observation = Observation { by: self.parties(&n.by), about: self.parties(&n.about), ..n.clone() };
            out.insert_observation(self.id(id.slug()), observation).unwrap();
        }
        for (id, n) in m.claims() {
            let claim = Claim {
                party: self.party(&n.party),
                value: n.value.as_ref().map(|v| self.value(v)),
                importance: self.perhaps(&n.importance),
                ..n.clone()
            };
            out.insert_claim(self.id(id.slug()), claim).unwrap();
        }
        for (id, n) in m.beliefs() {
            let belief = Belief {
                by: self.party(&n.by),
                about: self.party(&n.about),
                values: n.values.iter().map(|(v, r)| (self.value(v), self.rating(r))).collect(),
                ..n.clone()
            };
            out.insert_belief(self.id(id.slug()), belief).unwrap();
        }
        for (id, n) in m.comparisons() {
            let comparison =
                Comparison { by: self.party(&n.by), a: self.value(&n.a), b: self.value(&n.b), ..n.clone() };
            out.insert_comparison(self.id(id.slug()), comparison).unwrap();
        }
        for (id, n) in m.flows() {
            let flow = Flow { from: self.party(&n.from), to: self.party(&n.to), ..n.clone() };
            out.insert_flow(self.id(id.slug()), flow).unwrap();
        }
        for (id, n) in m.forces() {
            let force = Force {
                strength: self.perhaps(&n.strength),
                changeability: self.perhaps(&n.changeability),
                party: n.party.as_ref().map(|p| self.party(p)),
                ..n.clone()
            };
            out.insert_force(self.id(id.slug()), force).unwrap();
        }
        for (id, n) in m.supports() {
            out.insert_support(self.id(id.slug()), Support { level: self.perhaps(&n.level), ..n.clone() }).unwrap();
        }
    }

    fn relations(&self, out: &mut Model) {
        let m = self.model;
        for (a, b, w) in m.stakes().iter() {
            let stake = Stake {
                stance: self.perhaps(&w.stance),
                salience: self.perhaps(&w.salience),
                position: self.perhaps(&w.position),
                ..w.clone()
            };
            out.set_stake(self.party(a), self.interest(b), stake).unwrap();
        }
        for (a, b, w) in m.importances().iter() {
            out.set_importance(self.party(a), self.value(b), self.rating(w)).unwrap();
        }
        for (a, b, w) in m.trusts().iter() {
            out.set_trust(self.party(a), self.party(b), self.rating(w)).unwrap();
        }
        for (a, b, w) in m.influences().iter() {
            out.set_influence(self.party(a), self.party(b), self.rating(w)).unwrap();
        }
        for (a, b, w) in m.ties().iter() {
            out.set_tie(self.party(a), self.party(b), self.rating(w)).unwrap();
        }
        for (a, b, ()) in m.umbrellas().iter() {
            out.set_umbrella(self.party(a), self.party(b), ()).unwrap();
        }
        for (a, b, all) in m.dependences().iter() {
            for (resource, w) in all {
                let dependence = Dependence {
                    importance: self.perhaps(&w.importance),
                    substitutability: self.perhaps(&w.substitutability),
                };
                out.set_dependence(self.party(a), self.party(b), resource, dependence).unwrap();
            }
        }
        for (a, b, ()) in m.serves().iter() {
            out.set_serves(self.interest(a), self.interest(b), ()).unwrap();
        }
        for (a, b, w) in m.opposes().iter() {
            out.set_opposes(self.interest(a), self.interest(b), self.rating(w)).unwrap();
        }
        for (a, b, ()) in m.expresses().iter() {
            out.set_expresses(self.interest(a), self.value(b), ()).unwrap();
        }
        for (a, b, w) in m.tensions().iter() {
            out.set_tension(self.value(a), self.value(b), self.rating(w)).unwrap();
        }
        for (a, b, w) in m.becauses().iter() {
            let because = Because { by: self.parties(&w.by) };
            out.set_because(self.id(a.slug()), self.id(b.slug()), because).unwrap();
        }
        for (id, _) in m.parties() {
            for table in Table::ALL {
                let renamed = self.party(id);
                if m.wrote(id, *table) && !out.wrote(&renamed, *table) && !self.tied(id, *table) {
                    out.declare(renamed, *table).unwrap();
                }
            }
        }
    }

    /// A tie is kept with one of its two parties, and another one after renaming: that is no empty table.
    fn tied(&self, id: &PartyId, table: Table) -> bool {
        table == Table::Ties && self.model.ties().of(id).next().is_some()
    }

    fn head(&self, out: &mut Model) {
        let p = self.model.project();
        let project = Project {
            shared_goal: p.shared_goal.iter().map(|i| self.interest(i)).collect(),
            focal: p.focal.as_ref().map(|p| self.party(p)),
            ..p.clone()
        };
        out.set_project(project).unwrap();
        let h = self.model.handbook();
        let acknowledged = h
            .acknowledged
            .iter()
            .map(|a| Acknowledged {
                kind: a.kind,
                parties: self.parties(&a.parties),
                over: a.over.iter().map(|s| self.slug(s)).collect(),
            })
            .collect();
        out.set_handbook(Handbook { acknowledged, ..h.clone() }).unwrap();
    }
}

/// The same model, read back from a file whose keys and entries stand in another order.
#[cfg(feature = "json")]
pub fn shuffled(model: &Model, seed: u64) -> Model {
    use rand::{RngExt, SeedableRng};
    use serde_json::Value;

    fn mix<T>(list: &mut [T], rng: &mut rand_chacha::ChaCha8Rng) {
        for i in (1..list.len()).rev() {
            list.swap(i, rng.random_range(0..=i));
        }
    }

    fn write(value: &Value, depth: usize, rng: &mut rand_chacha::ChaCha8Rng, out: &mut String) {
        match value {
            Value::Object(map) => {
                let mut entries: Vec<_> = map.iter().collect();
                mix(&mut entries, rng);
                out.push('{');
                for (i, (key, value)) in entries.into_iter().enumerate() {
                    out.push_str(if i > 0 { "," } else { "" });
                    out.push_str(&Value::from(key.as_str()).to_string());
                    out.push(':');
                    write(value, depth + 1, rng, out);
                }
                out.push('}');
            }
            Value::Array(list) => {
                let mut list: Vec<_> = list.iter().collect();
                // Entries of `[[claim]]` and the like have no order; raters and coordinates do.
                if depth == 1 {
                    mix(&mut list, rng);
                }
                out.push('[');
                for (i, value) in list.into_iter().enumerate() {
                    out.push_str(if i > 0 { "," } else { "" });
                    write(value, depth + 1, rng, out);
                }
                out.push(']');
            }
            other => out.push_str(&other.to_string()),
        }
    }

    let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
    let tree: Value = serde_json::from_str(&polder::Document::from(model).to_json()).unwrap();
    let mut text = String::new();
    write(&tree, 0, &mut rng, &mut text);
    Model::try_from(polder::Document::from_json(&text).unwrap()).unwrap()
}
