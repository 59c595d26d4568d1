//! Reading interests, values, cultures, observations, members and tasks.

use std::collections::BTreeMap;

use super::assemble::Draft;
use super::chains::Explained;
use super::ids::Kind;
use super::reader::{Reader, Table, Values};
use super::schema;
use crate::document::problem::{Code, cut, tick, ticks};
use crate::document::tree::{Data, Entry, Node, Spot};
use crate::document::values::slug;
use crate::id::{CultureId, InterestId, ObservationId, PartyId, Slug, ValueId};
use crate::model::{Because, Culture, Interest, Member, Observation, Task, Value};
use crate::rating::Rating;
use crate::scale::{RoleWeight, ScaleKind};
use crate::vocabulary::catalogue::{self, CATALOGUES, Catalogue, LINKS};
use crate::vocabulary::{BIPOLAR_PRACTICES, COMPETING_VALUES, CultureModel, Vocabulary};

impl Reader<'_> {
    pub(super) fn things(&mut self, root: Table<'_>, draft: &mut Draft) {
        self.interests(root, draft);
        self.values(root, draft);
        for (id, entry, t) in self.entities::<CultureId>(root, Kind::Culture) {
            let culture = self.culture(t, &entry.key);
            draft.cultures.extend(id.zip(culture));
        }
        let mut explained: Vec<Explained> = Vec::new();
        for (id, entry, t) in self.entities::<ObservationId>(root, Kind::Observation) {
            let becauses = self.because(t, &entry.key);
            if let Some(id) = &id {
                let of = |(to, (_, spot)): (&ObservationId, &(Because, Spot))| (id.clone(), to.clone(), spot.clone());
                explained.extend(becauses.iter().map(of));
                draft.becauses.extend(becauses.into_iter().map(|(to, (by, _))| (id.clone(), to, by)));
            }
            let observation = self.observation(t);
            draft.observations.extend(id.zip(observation));
        }
        self.chains(&draft.observations, explained);
        for (id, _, t) in self.entities(root, Kind::Member) {
            let member = Member {
                name: self.maybe(t, "name", Self::name),
                party: self.maybe(t, "party", |r, n| r.refer(n, Kind::Party)),
                informal: self.maybe(t, "style", |r, n| {
                    if !matches!(n.data, Data::Table(_) | Data::Null) {
                        r.wrong(n, "a table", Some("write `style = { informal = 4 }`: how informal, on the scale"));
                        return None;
                    }
                    let t = r.open(n, schema::STYLE, "a table")?;
                    r.maybe(t, "informal", |r, n| r.rating(n, "informal", ScaleKind::OneSided))
                }),
                roles: self.worded(t, "roles", |r, n, key| r.rating(n, key, ScaleKind::OneSided)),
                leads: self
                    .maybe(t, "leads", |r, n| {
                        let nodes = r.list(n, "a list of phases")?;
                        Some(nodes.iter().filter_map(|n| r.word(n)).collect())
                    })
                    .unwrap_or_default(),
                tasks: self.maybe(t, "tasks", |r, n| r.refer_all(n, Kind::Task)).unwrap_or_default(),
                remarks: self.remarks(t),
            };
            draft.members.extend(id.map(|id| (id, member)));
        }
        for (id, _, t) in self.entities(root, Kind::Task) {
            let task = Task {
                name: self.maybe(t, "name", Self::name),
                phase: self.maybe(t, "phase", Self::word),
                roles: self.worded(t, "roles", |r, n, _| r.fixed(n, RoleWeight::new)),
                leading: self.maybe(t, "leading", Self::flag),
                planning_control: self.maybe(t, "planning-control", Self::flag),
                remarks: self.remarks(t),
            };
            draft.tasks.extend(id.map(|id| (id, task)));
        }
    }

    fn interests(&mut self, root: Table<'_>, draft: &mut Draft) {
        for (id, entry, t) in self.entities::<InterestId>(root, Kind::Interest) {
            let interest = Interest { name: self.maybe(t, "name", Self::name), remarks: self.remarks(t) };
            let serves: Vec<InterestId> = self.others(t, "serves", Kind::Interest, &entry.key);
            let expresses: Vec<ValueId> = self
                .maybe(t, "expresses", |r, n| r.refer_all(n, Kind::Value))
                .map_or_else(Vec::new, |all| all.into_iter().collect());
            let itself = Some((entry.key.as_str(), "opposes"));
            let opposes: Vec<(InterestId, Rating)> = self
                .related(t, "opposes", Kind::Interest, itself, |r, n| r.rating(n, "opposition", ScaleKind::Strength));
            let Some(id) = id else { continue };
            draft.serves.extend(serves.into_iter().map(|to| (id.clone(), to)));
            draft.expresses.extend(expresses.into_iter().map(|to| (id.clone(), to)));
            draft.opposes.extend(opposes.into_iter().map(|(to, w)| (id.clone(), to, w)));
            draft.interests.push((id, interest));
        }
    }

    fn others<T: From<Slug>>(&mut self, t: Table<'_>, key: &str, kind: Kind, own: &str) -> Vec<T> {
        let found = self.maybe(t, key, |r, n| {
            let nodes = r.list(n, &format!("a list of ids of kind {}", kind.key()))?;
            let mut out = Vec::new();
            for node in nodes {
                let Some(other): Option<Slug> = r.refer(node, kind) else { continue };
                if other.as_str() == own {
                    r.note_itself(node.spot(), own, key);
                } else {
                    out.push(T::from(other));
                }
            }
            Some(out)
        });
        found.unwrap_or_default()
    }

    fn values(&mut self, root: Table<'_>, draft: &mut Draft) {
        for (id, entry, t) in self.entities::<ValueId>(root, Kind::Value) {
            let value = Value {
                name: self.maybe(t, "name", Self::name),
                catalogue: self.maybe(t, "catalogue", Self::link),
                schwartz: self.worded(t, "schwartz", |r, n, key| r.rating(n, key, ScaleKind::OneSided)),
                remarks: self.remarks(t),
            };
            let itself = Some((entry.key.as_str(), "is in tension with"));
            let tensions: Vec<(ValueId, Rating)> =
                self.related(t, "tensions", Kind::Value, itself, |r, n| r.rating(n, "tension", ScaleKind::Strength));
            let Some(id) = id else { continue };
            draft.tensions.extend(tensions.into_iter().map(|(to, w)| (id.clone(), to, w)));
            draft.values.push((id, value));
        }
    }

    /// A link to a value of a shipped catalogue: `set/id`.
    fn link(&mut self, node: &Node) -> Option<String> {
        let link = self.text(node)?;
        if catalogue::linked(&link).is_some() {
            return Some(link);
        }
        let (set, id) = link.split_once('/').map_or((link.as_str(), None), |(set, id)| (set, Some(id)));
        let sets = || CATALOGUES.iter().map(|c| c.id);
        let values = |of: &'static Catalogue| of.values.iter().map(|v| v.id);
        let of = |set: &str| CATALOGUES.iter().find(|c| c.id == set);
        let help = match (of(set), id) {
            // A set without a value, or a value without its set: what may be written is listed.
            (Some(of), None) => format!("write {}; known are {}", tick(&format!("{set}/…")), ticks(values(of))),
            (Some(of), Some(id)) => match self.log.nearest(id, values(of)) {
                Some(near) => format!("did you mean {}?", tick(&format!("{set}/{near}"))),
                None => format!("known in {} are {}", tick(set), ticks(values(of))),
            },
            (None, id) => {
                let whole = self.log.nearest(&link, LINKS.iter().copied());
                // The set alone may be misspelt, or missing.
                let mended = whole.map(str::to_owned).or_else(|| {
                    let set = self.log.nearest(set, sets())?;
                    let value = of(set)?.value(id?)?;
                    Some(format!("{set}/{}", value.id))
                });
                let bare = || LINKS.iter().find(|known| known.ends_with(&format!("/{set}"))).filter(|_| id.is_none());
                match mended.or_else(|| bare().map(|known| (*known).to_owned())) {
                    Some(near) => format!("did you mean {}?", tick(&near)),
                    None => format!("catalogues are {}; write `set/id`", ticks(sets())),
                }
            }
        };
        self.log.note(Code::BadLink, node.spot(), format!("{} is in no catalogue", tick(&link)), Some(help));
        None
    }

    /// A table whose keys are words of a vocabulary.
    fn worded<'t, K: Vocabulary + Ord, W>(
        &mut self,
        t: Table<'t>,
        key: &str,
        mut read: impl FnMut(&mut Self, &'t Node, &str) -> Option<W>,
    ) -> BTreeMap<K, W> {
        let found = self.maybe(t, key, |r, n| {
            let entries = r.entries(n, "a table of numbers")?;
            let mut out = BTreeMap::new();
            for entry in entries {
                let word = r.word_of(&entry.key, entry.spot());
                let weight = read(r, &entry.node, &entry.key);
                out.extend(word.zip(weight));
            }
            Some(out)
        });
        found.unwrap_or_default()
    }

    fn culture(&mut self, t: Table<'_>, of: &str) -> Option<Culture> {
        let model: Option<CultureModel> = self.need(t, "model", Self::word);
        let name = self.maybe(t, "name", Self::name);
        let mut scores = |key| self.maybe(t, key, |r, n| r.profile(n, model, of)).unwrap_or_default();
        let (now, desired) = (scores("now"), scores("desired"));
        let norms = self.maybe(t, "norms", Self::text);
        let ways_of_working = self.maybe(t, "ways-of-working", Self::text);
        let remarks = self.remarks(t);
        Some(Culture { model: model?, name, now, desired, norms, ways_of_working, remarks })
    }

    fn profile(&mut self, node: &Node, model: Option<CultureModel>, of: &str) -> Option<BTreeMap<Slug, Rating>> {
        let entries = self.entries(node, "a table of scores by dimension")?;
        let known = match model {
            Some(CultureModel::CompetingValues) => Some(COMPETING_VALUES),
            Some(CultureModel::Bipolar) => Some(BIPOLAR_PRACTICES),
            Some(CultureModel::Free) | None => None,
        };
        let mut out = BTreeMap::new();
        for entry in entries {
            let dimension = self.dimension(entry, model, known);
            // A score for what is no dimension of the model is probably on the scale of another model.
            let rating = match model.filter(|_| dimension.is_some()) {
                None => self.rating_unjudged(&entry.node, &cut(&entry.key)),
                Some(CultureModel::CompetingValues) => self.rating(&entry.node, &cut(&entry.key), ScaleKind::Points),
                Some(_) => self.rating(&entry.node, &cut(&entry.key), ScaleKind::OneSided),
            };
            out.extend(dimension.zip(rating));
        }
        if model == Some(CultureModel::CompetingValues) && out.len() == entries.len() {
            self.points(node, &out, of);
        }
        Some(out)
    }

    fn dimension(
        &mut self,
        entry: &Entry,
        model: Option<CultureModel>,
        known: Option<&[&'static str]>,
    ) -> Option<Slug> {
        match (model, known) {
            (Some(model), Some(known)) if !known.contains(&entry.key.as_str()) => {
                let all = ticks(known.iter().copied());
                let help = match self.log.nearest(&entry.key, known.iter().copied()) {
                    Some(near) => format!("did you mean {}? known are {all}", tick(near)),
                    None => format!("known are {all}"),
                };
                let message = format!("{} is not a dimension of {model}", tick(&entry.key));
                self.log.note(Code::Dimension, entry.spot(), message, Some(help));
                None
            }
            _ => slug(&entry.key, entry.spot(), self.log),
        }
    }

    fn points(&mut self, node: &Node, scores: &BTreeMap<Slug, Rating>, of: &str) {
        let scale = self.scales.of(ScaleKind::Points);
        if let Some(sum) = Culture::points_off(scores, &scale) {
            let help = "divide 100 points over the four".to_owned();
            let message = format!("the points of the culture {} add up to {sum}, not to 100", tick(of));
            self.log.note(Code::Points, node.spot(), message, Some(help));
        }
    }

    fn observation(&mut self, t: Table<'_>) -> Option<Observation> {
        let layer = self.need(t, "layer", Self::word);
        let statement = self.need(t, "statement", Self::text);
        let by = self.maybe(t, "by", |r, n| r.refer_some::<PartyId>(n, Kind::Party)).unwrap_or_default();
        let about = self.maybe(t, "about", |r, n| r.refer_some::<PartyId>(n, Kind::Party)).unwrap_or_default();
        let voiced = self.maybe(t, "voiced", Self::word);
        let private = self.maybe(t, "private", Self::flag);
        let votes = self.maybe(t, "votes", Self::count);
        let remarks = self.remarks(t);
        Some(Observation { layer: layer?, statement: statement?, by, about, voiced, private, votes, remarks })
    }

    fn count(&mut self, node: &Node) -> Option<u32> {
        let number = self.whole(node)?;
        let count = u32::try_from(number).ok();
        if count.is_none() {
            self.note(Code::OffScale, node.spot(), format!("{number} is off the scale of a count: 0 to {}", u32::MAX));
        }
        count
    }

    fn because(&mut self, t: Table<'_>, own: &str) -> BTreeMap<ObservationId, (Because, Spot)> {
        let found = self.maybe(t, "because", |r, n| {
            let nodes = r.list(n, "a list of ids of kind observation")?;
            let mut out: BTreeMap<ObservationId, (Because, Spot)> = BTreeMap::new();
            for node in nodes {
                let (of, by) = match &node.data {
                    Data::Table(_) => {
                        let Some(t) = r.open(node, schema::BECAUSE, "a reason") else { continue };
                        let of = r.need(t, "of", |r, n| r.explanation(n, own));
                        (of, r.maybe(t, "by", |r, n| r.refer_some::<PartyId>(n, Kind::Party)).unwrap_or_default())
                    }
                    _ => (r.explanation(node, own), Default::default()),
                };
                if let Some(of) = of {
                    out.entry(of).or_insert_with(|| (Because::default(), node.spot())).0.by.extend(by);
                }
            }
            Some(out)
        });
        found.unwrap_or_default()
    }

    fn explanation(&mut self, node: &Node, own: &str) -> Option<ObservationId> {
        let of: ObservationId = self.refer(node, Kind::Observation)?;
        if of.as_str() == own {
            self.note_itself(node.spot(), own, "is explained by");
            return None;
        }
        Some(of)
    }
}
