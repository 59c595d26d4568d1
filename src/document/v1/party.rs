//! Reading parties and their relations.

use std::collections::{BTreeMap, HashMap};

use super::assemble::Draft;
use super::ids::Kind;
use super::reader::{Reader, Table, Values};
use super::schema;
use crate::document::SelfInfluence;
use crate::document::problem::{Code, tick};
use crate::document::tree::{Data, Entry, Node, Spot};
use crate::id::{InterestId, PartyId, Slug};
use crate::model::{Contact, Dependence, EngagementPair, Party, PartyRings, Responsibilities, Stake, Table as Written};
use crate::rating::{Aggregate, Estimate, Judgement, Rating};
use crate::scale::ScaleKind;
use crate::vocabulary::{RINGS, SECTORS, Vocabulary};

/// A tie as one of the two parties states it.
struct Tie {
    ends: (PartyId, PartyId),
    rating: Rating,
    spot: Spot,
    by: PartyId,
}

impl Reader<'_> {
    pub(super) fn parties(&mut self, root: Table<'_>, draft: &mut Draft) {
        let mut ties = Vec::new();
        let mut above: Vec<(PartyId, PartyId, Spot)> = Vec::new();
        for (id, entry, table) in self.entities::<PartyId>(root, Kind::Party) {
            let party = self.party(table, &entry.key);
            if let (Some(id), Some(parent), Some(node)) = (&id, &party.part_of, table.get("part-of")) {
                above.push((id.clone(), parent.clone(), node.spot()));
            }
            self.relations(table, id.as_ref(), &entry.key, draft, &mut ties);
            draft.parties.extend(id.map(|id| (id, party)));
        }
        self.circles(&above);
        self.ties(ties, draft);
    }

    fn party(&mut self, t: Table<'_>, key: &str) -> Party {
        let rate = |r: &mut Self, key: &str, kind| r.maybe(t, key, |r, n| r.rating(n, key, kind));
        Party {
            name: self.maybe(t, "name", Self::name),
            kind: self.maybe(t, "kind", Self::word),
            power: rate(self, "power", ScaleKind::OneSided),
            interest_level: rate(self, "interest-level", ScaleKind::OneSided),
            attitude: rate(self, "attitude", ScaleKind::Signed),
            legitimacy: rate(self, "legitimacy", ScaleKind::OneSided),
            urgency: rate(self, "urgency", ScaleKind::OneSided),
            threat: rate(self, "threat", ScaleKind::OneSided),
            cooperation: rate(self, "cooperation", ScaleKind::OneSided),
            partner: self.maybe(t, "partner", Self::flag),
            sector: self.maybe(t, "sector", |r, n| r.own_word(n, "sector", SECTORS)),
            rings: self.maybe(t, "ring", Self::rings).unwrap_or_default(),
            engagement: self.maybe(t, "engagement", Self::engagement).unwrap_or_default(),
            part_of: self.maybe(t, "part-of", |r, n| {
                let parent: PartyId = r.refer(n, Kind::Party)?;
                if parent.as_str() == key {
                    r.note_itself(n.spot(), key, "is part of");
                    return None;
                }
                Some(parent)
            }),
            culture: self.maybe(t, "culture", |r, n| r.refer(n, Kind::Culture)),
            responsibilities: self.maybe(t, "responsibilities", Self::responsibilities).unwrap_or_default(),
            contact: self.maybe(t, "contact", Self::contact).unwrap_or_default(),
            location: self.maybe(t, "location", Self::location),
            remarks: self.remarks(t),
        }
    }

    fn rings(&mut self, node: &Node) -> Option<PartyRings> {
        let t = self.open(node, schema::RING, "a table")?;
        let mut ring = |key| self.maybe(t, key, |r, n| r.own_word(n, "ring", RINGS));
        Some(PartyRings { actual: ring("actual"), wished: ring("wished"), desired: ring("desired") })
    }

    fn engagement(&mut self, node: &Node) -> Option<EngagementPair> {
        let t = self.open(node, schema::ENGAGEMENT, "a table")?;
        let mut level = |key| self.maybe(t, key, Self::word);
        Some(EngagementPair { current: level("current"), desired: level("desired") })
    }

    fn responsibilities(&mut self, node: &Node) -> Option<Responsibilities> {
        let t = self.open(node, schema::RESPONSIBILITIES, "a table")?;
        let mut list = |key| self.maybe(t, key, Self::texts);
        Some(Responsibilities { formal: list("formal"), informal: list("informal") })
    }

    fn contact(&mut self, node: &Node) -> Option<Contact> {
        let t = self.open(node, schema::CONTACT, "a table")?;
        let mut text = |key| self.maybe(t, key, Self::text);
        Some(Contact { channel: text("channel"), frequency: text("frequency"), owner: text("owner") })
    }

    /// Reads the relation tables of a party. Without an id they are checked all the same.
    fn relations(&mut self, t: Table<'_>, id: Option<&PartyId>, key: &str, draft: &mut Draft, ties: &mut Vec<Tie>) {
        let mut written = Vec::new();
        let mut seen = |table: Written, found: usize| {
            if t.has(table.word()) && found == 0 {
                written.push(table);
            }
        };
        let stakes = self.related::<InterestId, _>(t, "stakes", Kind::Interest, None, Self::stake);
        seen(Written::Stakes, stakes.len());
        let values =
            self.related(t, "values", Kind::Value, None, |r, n| r.rating(n, "importance", ScaleKind::OneSided));
        seen(Written::Values, values.len());
        let itself = |what| Some((key, what));
        let trusts =
            self.related(t, "trusts", Kind::Party, itself("trusts"), |r, n| r.rating(n, "trust", ScaleKind::OneSided));
        seen(Written::Trusts, trusts.len());
        let influences = self.related(t, "influences", Kind::Party, itself("influences"), |r, n| {
            r.rating(n, "influence", ScaleKind::Influence)
        });
        seen(Written::Influences, influences.len());
        let mut tied = 0;
        for (other, (rating, spot)) in
            self.related::<PartyId, _>(t, "ties", Kind::Party, itself("has a tie with"), |r, n| {
                Some((r.rating(n, "tie", ScaleKind::Signed)?, n.spot()))
            })
        {
            tied += 1;
            if let Some(id) = id {
                let ends = if *id < other { (id.clone(), other) } else { (other, id.clone()) };
                ties.push(Tie { ends, rating, spot, by: id.clone() });
            }
        }
        seen(Written::Ties, tied);
        let needs = self.related::<PartyId, _>(t, "depends-on", Kind::Party, itself("depends on"), Self::dependences);
        seen(Written::DependsOn, needs.iter().map(|(_, all)| all.len()).sum());
        let umbrella = self.umbrella(t, key);
        seen(Written::UmbrellaOf, umbrella.len());
        let Some(id) = id else { return };
        draft.written.extend(written.into_iter().map(|table| (id.clone(), table)));
        draft.stakes.extend(stakes.into_iter().map(|(to, w)| (id.clone(), to, w)));
        draft.values_held.extend(values.into_iter().map(|(to, w)| (id.clone(), to, w)));
        draft.trusts.extend(trusts.into_iter().map(|(to, w)| (id.clone(), to, w)));
        draft.influences.extend(influences.into_iter().map(|(to, w)| (id.clone(), to, w)));
        draft.umbrellas.extend(umbrella.into_iter().map(|to| (id.clone(), to)));
        for (to, all) in needs {
            draft.dependences.extend(all.into_iter().map(|(resource, d)| (id.clone(), to.clone(), resource, d)));
        }
    }

    /// A table keyed by references. `itself` is the own id and the verb, where a relation to itself is a mistake.
    pub(super) fn related<'t, T: From<Slug>, W>(
        &mut self,
        t: Table<'t>,
        key: &str,
        kind: Kind,
        itself: Option<(&str, &str)>,
        mut read: impl FnMut(&mut Self, &'t Node) -> Option<W>,
    ) -> Vec<(T, W)> {
        let Some(node) = t.get(key) else { return Vec::new() };
        let expected = format!("a table by id of {}", kind.one());
        let Data::Table(entries) = &node.data else {
            let help = match key {
                "depends-on" => "write `{ other = [{ resource = \"land\" }] }`",
                "stakes" | "ties" => "write `{ other = 1 }`",
                _ => "write `{ other = 3 }`",
            };
            self.wrong(node, &expected, Some(help));
            return Vec::new();
        };
        let mut out = Vec::with_capacity(entries.len());
        for entry in entries {
            if key == Written::Influences.word() && self.leaves_out(entry, itself) {
                continue;
            }
            let to = self.other(entry, kind, itself);
            let weight = read(self, &entry.node);
            out.extend(to.zip(weight));
        }
        out
    }

    /// Whether an entry is an influence on itself that the caller wants left out.
    fn leaves_out(&mut self, entry: &Entry, itself: Option<(&str, &str)>) -> bool {
        let own = itself.is_some_and(|(own, _)| own == entry.key);
        let out = own && self.options.self_influence == SelfInfluence::Drop;
        if out {
            let message = format!("{} influences itself; this is left out", tick(&entry.key));
            self.note(Code::SelfInfluence, entry.spot(), message);
        }
        out
    }

    fn other<T: From<Slug>>(&mut self, entry: &Entry, kind: Kind, itself: Option<(&str, &str)>) -> Option<T> {
        match itself {
            Some((own, what)) if own == entry.key => {
                self.note_itself(entry.spot(), own, what);
                None
            }
            _ => self.refer_to(&entry.key, entry.spot(), kind),
        }
    }

    fn stake(&mut self, node: &Node) -> Option<Stake> {
        let is_stake = match &node.data {
            Data::Table(entries) => {
                let some = |keys: &[&str]| entries.iter().any(|e| keys.contains(&e.key.as_str()));
                let rated = some(&["score", "low", "mode", "high", "by", "confidence"]);
                !rated || some(&["stance", "salience", "position", "said", "disclosed"])
            }
            _ => false,
        };
        if !is_stake {
            self.no_salience.get_or_insert_with(|| node.spot());
            return self.rating(node, "stance", ScaleKind::Signed).map(Stake::of);
        }
        let t = self.open(node, schema::STAKE, "a stake")?;
        if t.has("salience") {
            self.salience = true;
        } else {
            self.no_salience.get_or_insert_with(|| node.spot());
        }
        Some(Stake {
            stance: self.maybe(t, "stance", |r, n| r.rating(n, "stance", ScaleKind::Signed)),
            salience: self.maybe(t, "salience", |r, n| r.rating(n, "salience", ScaleKind::OneSided)),
            position: self.maybe(t, "position", |r, n| r.rating(n, "position", ScaleKind::Signed)),
            said: self.maybe(t, "said", Self::text),
            disclosed: self.maybe(t, "disclosed", Self::flag),
            why: self.maybe(t, "why", Self::text),
        })
    }

    fn dependences(&mut self, node: &Node) -> Option<BTreeMap<String, Dependence>> {
        let nodes = self.list(node, "a list of resources")?;
        let mut out = BTreeMap::new();
        for node in nodes {
            let Some(t) = self.open(node, schema::DEPENDENCE, "a resource") else { continue };
            let resource = self.need(t, "resource", Self::text);
            let mut rate = |key| self.maybe(t, key, |r, n| r.rating(n, key, ScaleKind::OneSided));
            let (importance, substitutability) = (rate("importance"), rate("substitutability"));
            let Some(resource) = resource else { continue };
            let message = format!("the resource {} is listed twice", tick(&resource));
            if out.insert(resource, Dependence { importance, substitutability }).is_some() {
                self.note(Code::DuplicateResource, node.spot(), message);
            }
        }
        Some(out)
    }

    fn umbrella(&mut self, t: Table<'_>, key: &str) -> Vec<PartyId> {
        let found = self.maybe(t, "umbrella-of", |r, n| {
            let nodes = r.list(n, "a list of ids of kind party")?;
            let mut out = Vec::new();
            for node in nodes {
                let Some(other): Option<PartyId> = r.refer(node, Kind::Party) else { continue };
                if other.as_str() == key {
                    r.note_itself(node.spot(), key, "is the umbrella of");
                } else {
                    out.push(other);
                }
            }
            Some(out)
        });
        found.unwrap_or_default()
    }

    /// Notes each circle of parts once, at its first party in the file.
    fn circles(&mut self, above: &[(PartyId, PartyId, Spot)]) {
        let by_id: HashMap<&PartyId, usize> = above.iter().enumerate().map(|(i, (id, _, _))| (id, i)).collect();
        // The walk on which a party was first met; 0 is none.
        let mut walk = vec![0_usize; above.len()];
        for start in 0..above.len() {
            let mut path = Vec::new();
            let mut here = Some(start);
            while let Some(at) = here {
                let (Some(met), Some((_, parent, _))) = (walk.get_mut(at), above.get(at)) else { break };
                if *met == start + 1 {
                    let circle: Vec<usize> = path.iter().copied().skip_while(|i| *i != at).collect();
                    self.circle(&circle, above);
                    break;
                }
                if *met != 0 {
                    break;
                }
                *met = start + 1;
                path.push(at);
                here = by_id.get(parent).copied();
            }
        }
    }

    fn circle(&mut self, circle: &[usize], above: &[(PartyId, PartyId, Spot)]) {
        let first = circle.iter().enumerate().min_by_key(|(_, i)| **i).map_or(0, |(place, _)| place);
        let turn = circle.iter().cycle().skip(first).take(circle.len() + 1);
        let ids: Vec<&str> = turn.filter_map(|i| above.get(*i)).map(|(id, _, _)| id.as_str()).collect();
        let Some((_, _, spot)) = circle.get(first).and_then(|i| above.get(*i)) else { return };
        let mut shown = itertools::join(ids.iter().take(8), " → ");
        if ids.len() > 8 {
            shown.push_str(" → …");
        }
        self.note(Code::Nesting, spot.clone(), format!("parties are part of each other in a circle: {shown}"));
    }

    /// Takes each tie once; stated by both parties it must have one value.
    fn ties(&mut self, stated: Vec<Tie>, draft: &mut Draft) {
        let scale = self.scales.of(ScaleKind::Signed);
        let spread = |r: &Rating| r.read(&scale, Aggregate::Median).map(|x| (x.raw, x.low, x.high));
        let mut ties: BTreeMap<(PartyId, PartyId), (Rating, PartyId)> = BTreeMap::new();
        for Tie { ends, rating, spot, by } in stated {
            let Some((first, first_by)) = ties.get_mut(&ends) else {
                ties.insert(ends, (rating, by));
                continue;
            };
            let differ = spread(first).zip(spread(&rating)).is_some_and(|(a, b)| a != b);
            if differ {
                let (first, second) = (tick(first_by.as_str()), tick(by.as_str()));
                let message = format!("{first} states another value for its tie with {second}");
                let help = "a tie has no direction: state it once, or twice with the same value".to_owned();
                self.log.note(Code::TieTwice, spot, message, Some(help));
                continue;
            }
            // By the order of the ids, so that the order of the file does not matter.
            *first = if *first_by < by { merged(first, &rating) } else { merged(&rating, first) };
        }
        draft.ties.extend(ties.into_iter().map(|((a, b), (rating, _))| (a, b, rating)));
    }
}

/// What two parties say of one tie: every judgement once. A plain form beside a judgement of a level adds nothing.
fn merged(a: &Rating, b: &Rating) -> Rating {
    if a == b {
        return a.clone();
    }
    let is_known = |e: &Estimate| *e != Estimate::Unknown;
    let mut all: Vec<Judgement> = Vec::new();
    let mut plain: Option<Estimate> = None;
    for rating in [a, b] {
        let said = match rating {
            Rating::Plain(estimate) => {
                // Of two plain forms, `unknown` is the lowest, and the fuller form stays.
                plain = plain.max(Some(*estimate));
                continue;
            }
            Rating::Judged(one) => std::slice::from_ref(one),
            Rating::Several(several) => several,
        };
        for judgement in said {
            if !all.contains(judgement) {
                all.push(judgement.clone());
            }
        }
    }
    if let Some(estimate) = plain.filter(|p| all.is_empty() || is_known(p))
        && !all.iter().any(|j| is_known(&j.estimate))
    {
        if all.is_empty() {
            return Rating::Plain(estimate);
        }
        all.push(Judgement { estimate, by: None, confidence: None, why: None });
    }
    match (a, b) {
        (Rating::Several(_), _) | (_, Rating::Several(_)) => Rating::Several(all),
        _ if all.len() > 1 => Rating::Several(all),
        _ => all.pop().map_or_else(|| a.clone(), Rating::Judged),
    }
}
