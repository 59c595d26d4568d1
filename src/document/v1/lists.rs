//! Reading what stands in `[[…]]`: claims, beliefs, comparisons, flows, forces and support.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Draft;
use super::ids::Kind;
use super::reader::{Reader, Table, Values};
use crate::document::problem::{Code, show, tick};
use crate::document::tree::{Data, Node};
use crate::id::{PartyId, Slug, ValueId};
use crate::model::{Belief, Claim, Comparison, Flow, Force, Support};
use crate::scale::{Preference, ScaleKind};

impl Reader<'_> {
    pub(super) fn lists(&mut self, root: Table<'_>, draft: &mut Draft) {
        self.kind(root, "claim", &mut draft.claims, Self::claim);
        let mut believed = BTreeMap::new();
        self.kind(root, "belief", &mut draft.beliefs, |r, t| r.belief(root, t, &mut believed));
        let mut preferred = BTreeMap::new();
        self.kind(root, "comparison", &mut draft.comparisons, |r, t| r.comparison(root, t, &mut preferred));
        self.kind(root, "flow", &mut draft.flows, Self::flow);
        self.kind(root, "force", &mut draft.forces, Self::force);
        let forces = root.get("force").map_or(&[][..], |n| match &n.data {
            Data::List(nodes) => nodes,
            _ => &[],
        });
        let named = forces.iter().filter_map(|n| n.get("name")).map(|e| ("", &e.node));
        self.forces_twice(named);
        self.kind(root, "support", &mut draft.supports, Self::support);
    }

    fn kind<'t, T>(
        &mut self,
        root: Table<'t>,
        key: &'static str,
        out: &mut Vec<(Option<Slug>, T)>,
        mut read: impl FnMut(&mut Self, Table<'t>) -> Option<T>,
    ) {
        let mut ids: BTreeSet<Slug> = BTreeSet::new();
        for t in self.each(root, key) {
            let id = self.maybe(t, "id", |r, n| {
                let id = r.slug(n)?;
                if !ids.insert(id.clone()) {
                    r.taken(n, key, id.as_str());
                }
                Some(id)
            });
            let node = read(self, t);
            out.extend(node.map(|node| (id, node)));
        }
    }

    fn forces_twice<'t>(&mut self, named: impl Iterator<Item = (&'t str, &'t Node)>) {
        let mut seen = BTreeSet::new();
        for (_, node) in named {
            let Data::Text(name) = &node.data else { continue };
            let folded = name.trim().to_lowercase();
            if !folded.is_empty() && !seen.insert(folded) {
                let message = format!("the name {} is also that of another force", tick(name));
                self.note(Code::NameTwice, node.spot(), message);
            }
        }
    }

    fn end(&mut self, t: Table<'_>, key: &str) -> Option<PartyId> {
        self.need(t, key, |r, n| r.refer(n, Kind::Party))
    }

    fn value(&mut self, t: Table<'_>, key: &str) -> Option<ValueId> {
        self.need(t, key, |r, n| r.refer(n, Kind::Value))
    }

    fn claim(&mut self, t: Table<'_>) -> Option<Claim> {
        let party = self.end(t, "party");
        let kind = self.need(t, "kind", Self::word);
        let value = self.maybe(t, "value", |r, n| r.refer(n, Kind::Value));
        let importance = self.maybe(t, "importance", |r, n| r.rating(n, "importance", ScaleKind::OneSided));
        let statement = self.maybe(t, "statement", Self::text);
        let remarks = self.remarks(t);
        Some(Claim { party: party?, kind: kind?, value, importance, statement, remarks })
    }

    fn belief(
        &mut self,
        root: Table<'_>,
        t: Table<'_>,
        believed: &mut BTreeMap<(PartyId, PartyId, ValueId), usize>,
    ) -> Option<Belief> {
        let by = self.end(t, "by");
        let about = self.end(t, "about");
        if let (Some(by), Some(about), Some(node)) = (&by, &about, t.get("about"))
            && by == about
        {
            self.note_itself(node.spot(), by.as_str(), "believes something about");
        }
        let values = self.maybe(t, "values", |r, n| {
            let entries = r.entries(n, "a table by id of a value")?;
            let mut out = BTreeMap::new();
            for entry in entries {
                let value: Option<ValueId> = r.refer_to(&entry.key, entry.spot(), Kind::Value);
                let rating = r.rating(&entry.node, "importance", ScaleKind::OneSided);
                let Some(value) = value else { continue };
                if let (Some(by), Some(about)) = (&by, &about)
                    && by != about
                {
                    let rank = entry.node.rank;
                    let first = *believed.entry((by.clone(), about.clone(), value.clone())).or_insert(rank);
                    if first != rank {
                        let (by, about, value) = (tick(by.as_str()), tick(about.as_str()), tick(value.as_str()));
                        let first = tick(&item_at(root, "belief", first));
                        let message =
                            format!("what {by} believes of {value} for {about} is stated twice, first in {first}");
                        r.note(Code::BelievedTwice, entry.spot(), message);
                    }
                }
                out.extend(rating.map(|rating| (value, rating)));
            }
            Some(out)
        });
        let remarks = self.remarks(t);
        Some(Belief { by: by?, about: about?, values: values.unwrap_or_default(), remarks })
    }

    fn comparison(
        &mut self,
        root: Table<'_>,
        t: Table<'_>,
        preferred: &mut BTreeMap<(PartyId, ValueId, ValueId), usize>,
    ) -> Option<Comparison> {
        let by = self.end(t, "by");
        let a = self.value(t, "a");
        let b = self.value(t, "b");
        if let (Some(a), Some(b), Some(node)) = (&a, &b, t.get("b"))
            && a == b
        {
            self.note_itself(node.spot(), a.as_str(), "is compared with");
        }
        let ratio = self.need(t, "ratio", |r, n| {
            let ratio = match inverse(n) {
                Some(ratio) => ratio,
                None => r.number(n)?,
            };
            let checked = Preference::new(ratio).ok();
            if checked.is_none() {
                let help = if ratio > 0.0 && ratio < 1.0 {
                    "swap `a` and `b` and write the inverse, at most 9; or write `\"1/9\"`"
                } else {
                    "a ratio runs from `\"1/9\"`, far less important, over 1 to 9, far more important"
                };
                let message = format!("{} is off the scale of ratio: 1/9 to 9", show(ratio));
                r.log.note(Code::OffScale, n.spot(), message, Some(help.to_owned()));
            }
            checked
        });
        if let (Some(by), Some(a), Some(b), Some(ratio), Some(node)) = (&by, &a, &b, ratio, t.get("ratio")) {
            self.compared_against(root, node, by, (a, b, ratio), preferred);
        }
        let remarks = self.remarks(t);
        Some(Comparison { by: by?, a: a?, b: b?, ratio: ratio?, remarks })
    }

    /// Warns of a comparison that puts another value above than an earlier one of the same pair by the same party.
    fn compared_against(
        &mut self,
        root: Table<'_>,
        node: &Node,
        by: &PartyId,
        (a, b, ratio): (&ValueId, &ValueId, Preference),
        preferred: &mut BTreeMap<(PartyId, ValueId, ValueId), usize>,
    ) {
        let (above, below) = match ratio.get() {
            x if x > 1.0 => (a, b),
            x if x < 1.0 => (b, a),
            _ => return,
        };
        preferred.entry((by.clone(), above.clone(), below.clone())).or_insert(node.rank);
        if let Some(first) = preferred.get(&(by.clone(), below.clone(), above.clone())) {
            let (by, above, below) = (tick(by.as_str()), tick(above.as_str()), tick(below.as_str()));
            let first = tick(&item_at(root, "comparison", *first));
            let message = format!("{by} puts {above} above {below} here, and {below} above {above} in {first}");
            let help = "both count, as their geometric mean: ask which of the two holds, and keep that one".to_owned();
            self.log.note(Code::ComparedAgainst, node.spot(), message, Some(help));
        }
    }

    fn flow(&mut self, t: Table<'_>) -> Option<Flow> {
        let from = self.end(t, "from");
        let to = self.end(t, "to");
        if let (Some(from), Some(to), Some(node)) = (&from, &to, t.get("to"))
            && from == to
        {
            self.note_itself(node.spot(), from.as_str(), "gives something to");
        }
        let name = self.maybe(t, "name", Self::name);
        let benefit = self.maybe(t, "benefit", Self::word);
        let supply = self.maybe(t, "supply", Self::word);
        let remarks = self.remarks(t);
        Some(Flow { from: from?, to: to?, name, benefit, supply, remarks })
    }

    fn force(&mut self, t: Table<'_>) -> Option<Force> {
        let name = self.need(t, "name", Self::name);
        let side = self.need(t, "side", Self::word);
        let strength = self.maybe(t, "strength", |r, n| r.rating(n, "strength", ScaleKind::OneSided));
        let changeability = self.maybe(t, "changeability", |r, n| r.rating(n, "changeability", ScaleKind::OneSided));
        let party = self.maybe(t, "party", |r, n| r.refer(n, Kind::Party));
        let remarks = self.remarks(t);
        Some(Force { name: name?, side: side?, strength, changeability, party, remarks })
    }

    fn support(&mut self, t: Table<'_>) -> Option<Support> {
        let kind = self.need(t, "kind", Self::word);
        let level = self.maybe(t, "level", |r, n| r.rating(n, "level", ScaleKind::OneSided));
        let example = self.maybe(t, "example", Self::text);
        let remarks = self.remarks(t);
        Some(Support { kind: kind?, level, example, remarks })
    }
}

/// The item of a list that holds what has a rank: `belief[0]`.
fn item_at(root: Table<'_>, key: &str, rank: usize) -> String {
    let place = match root.get(key).map(|n| &n.data) {
        Some(Data::List(nodes)) => nodes.partition_point(|n| n.rank <= rank).saturating_sub(1),
        _ => 0,
    };
    format!("{key}[{place}]")
}

/// A ratio as people write it, `"1/3"`, for no decimal number is it exactly.
fn inverse(node: &Node) -> Option<f64> {
    let Data::Text(text) = &node.data else { return None };
    let below: u8 = text.trim().strip_prefix("1/")?.parse().ok()?;
    (1..=9).contains(&below).then(|| 1.0 / f64::from(below))
}
