//! Writing a model as a tree.

use std::fmt::Display;

use super::assemble::with_ids;
use crate::document::VERSION;
use crate::document::tree::{Data, Entry, Node};
use crate::id::Slug;
use crate::model::{Because, Dependence, Location, Model, Party, Remarks, Stake, Table};
use crate::rating::{Estimate, Judgement, Level, Rating};
use crate::scale::{ScaleKind, Scales, WordSet};
use crate::vocabulary::Vocabulary;

/// A table that is being written.
#[derive(Default)]
struct Keys(Vec<Entry>);

impl Keys {
    fn put(&mut self, key: impl Into<String>, node: Node) {
        self.0.push(Entry::new(key, node));
    }
    fn maybe(&mut self, key: &str, node: Option<Node>) {
        self.0.extend(node.map(|node| Entry::new(key, node)));
    }
    fn text(&mut self, key: &str, text: Option<impl Display>) {
        self.maybe(key, text.map(|t| Node::text(t.to_string())));
    }
    fn flag(&mut self, key: &str, flag: Option<bool>) {
        self.maybe(key, flag.map(|yes| Data::Bool(yes).into()));
    }
    fn rating(&mut self, key: &str, rating: Option<&Rating>) {
        self.maybe(key, rating.map(write_rating));
    }
    /// A table or list that is left out when empty.
    fn full(&mut self, key: &str, node: Node) {
        let empty = match &node.data {
            Data::Table(entries) => entries.is_empty(),
            Data::List(nodes) => nodes.is_empty(),
            _ => false,
        };
        if !empty {
            self.put(key, node);
        }
    }
    fn ids<T: Display>(&mut self, key: &str, ids: impl IntoIterator<Item = T>) {
        self.full(key, ids_list(ids));
    }
    fn ratings<K: Display, R: std::borrow::Borrow<Rating>>(
        &mut self,
        key: &str,
        all: impl IntoIterator<Item = (K, R)>,
    ) {
        self.full(key, table_of(all.into_iter().map(|(k, r)| (k, write_rating(r.borrow())))));
    }
    fn location(&mut self, location: Option<Location>) {
        let list = |l: Location| Node::list([Node::number(l.latitude.get()), Node::number(l.longitude.get())]);
        self.maybe("location", location.map(list));
    }
    fn remarks(&mut self, remarks: &Remarks) {
        self.text("notes", remarks.notes.as_ref());
        self.ids("tags", &remarks.tags);
        self.full("annotations", table_of(remarks.annotations.iter().map(|(k, v)| (k, Node::text(v)))));
    }
    fn done(self) -> Node {
        Node::table(self.0)
    }
}

fn table_of<K: Display>(entries: impl IntoIterator<Item = (K, Node)>) -> Node {
    Node::table(entries.into_iter().map(|(k, node)| Entry::new(k.to_string(), node)))
}

fn ids_list<T: Display>(ids: impl IntoIterator<Item = T>) -> Node {
    Node::list(ids.into_iter().map(|id| Node::text(id.to_string())))
}

fn write_level(level: &Level) -> Node {
    match level {
        Level::Number(raw) => Node::number(raw.get()),
        Level::Word(word) => Node::text(word.word()),
    }
}

fn put_estimate(keys: &mut Keys, estimate: &Estimate) {
    match estimate {
        Estimate::Unknown => keys.put("score", Node::text("unknown")),
        Estimate::Point(level) => keys.put("score", write_level(level)),
        Estimate::Interval { low, high } => {
            keys.put("low", write_level(low));
            keys.put("high", write_level(high));
        }
        Estimate::ThreePoint { low, mode, high } => {
            keys.put("low", write_level(low));
            keys.put("mode", write_level(mode));
            keys.put("high", write_level(high));
        }
    }
}

fn write_judgement(judgement: &Judgement) -> Node {
    let mut keys = Keys::default();
    put_estimate(&mut keys, &judgement.estimate);
    keys.text("by", judgement.by.as_ref());
    keys.maybe("confidence", judgement.confidence.map(|c| Node::number(c.get())));
    keys.text("why", judgement.why.as_ref());
    keys.done()
}

fn write_rating(rating: &Rating) -> Node {
    match rating {
        Rating::Plain(Estimate::Unknown) => Node::text("unknown"),
        Rating::Plain(Estimate::Point(level)) => write_level(level),
        Rating::Plain(estimate) => {
            let mut keys = Keys::default();
            put_estimate(&mut keys, estimate);
            keys.done()
        }
        Rating::Judged(judgement) => write_judgement(judgement),
        Rating::Several(all) => Node::list(all.iter().map(write_judgement)),
    }
}

/// The model as a tree that reads back as the same model.
pub(in crate::document) fn write(m: &Model) -> Node {
    let mut top = Keys::default();
    top.put("polder", Data::Integer(VERSION).into());
    top.full("project", project(m));
    top.full("party", table_of(m.parties().map(|(id, p)| (id, party(m, id, p)))));
    let interests = m.interests().map(|(id, n)| {
        let mut k = Keys::default();
        k.text("name", n.name.as_ref());
        k.ids("serves", m.serves().of(id).map(|(to, ())| to));
        k.ratings("opposes", m.opposes().of(id));
        k.ids("expresses", m.expresses().of(id).map(|(to, ())| to));
        k.remarks(&n.remarks);
        (id, k.done())
    });
    top.full("interest", table_of(interests));
    let values = m.values().map(|(id, n)| {
        let mut k = Keys::default();
        k.text("name", n.name.as_ref());
        k.text("catalogue", n.catalogue.as_ref());
        k.ratings("schwartz", &n.schwartz);
        k.ratings("tensions", m.tensions().of(id));
        k.remarks(&n.remarks);
        (id, k.done())
    });
    top.full("value", table_of(values));
    let cultures = m.cultures().map(|(id, n)| {
        let mut k = Keys::default();
        k.text("name", n.name.as_ref());
        k.text("model", Some(n.model));
        k.ratings("now", &n.now);
        k.ratings("desired", &n.desired);
        k.text("norms", n.norms.as_ref());
        k.text("ways-of-working", n.ways_of_working.as_ref());
        k.remarks(&n.remarks);
        (id, k.done())
    });
    top.full("culture", table_of(cultures));
    lists(m, &mut top);
    top.full("observation", table_of(m.observations().map(|(id, _)| (id, observation(m, id)))));
    let members = m.members().map(|(id, n)| {
        let mut k = Keys::default();
        k.text("name", n.name.as_ref());
        k.text("party", n.party.as_ref());
        k.full("style", table_of(n.informal.iter().map(|r| ("informal", write_rating(r)))));
        k.ratings("roles", &n.roles);
        k.ids("leads", &n.leads);
        k.ids("tasks", &n.tasks);
        k.remarks(&n.remarks);
        (id, k.done())
    });
    top.full("member", table_of(members));
    let tasks = m.tasks().map(|(id, n)| {
        let mut k = Keys::default();
        k.text("name", n.name.as_ref());
        k.text("phase", n.phase);
        k.full("roles", table_of(n.roles.iter().map(|(role, w)| (role, Node::number(w.get())))));
        k.flag("leading", n.leading);
        k.flag("planning-control", n.planning_control);
        k.remarks(&n.remarks);
        (id, k.done())
    });
    top.full("task", table_of(tasks));
    top.full("handbook", handbook(m));
    top.done()
}

fn project(m: &Model) -> Node {
    let (p, scales, usual) = (m.project(), m.scales(), Scales::default());
    let mut k = Keys::default();
    k.text("name", p.name.as_ref());
    k.text("goal", p.goal.as_ref());
    k.ids("shared-goal", &p.shared_goal);
    k.text("phase", p.phase);
    k.maybe("date", p.date.map(|d| Data::Date(d.to_string()).into()));
    k.text("focal", p.focal.as_ref());
    for (key, kind) in [("scale", ScaleKind::OneSided), ("influence", ScaleKind::Influence)] {
        let (scale, usual) = (scales.of(kind), usual.of(kind));
        if (scale.min(), scale.max()) != (usual.min(), usual.max()) {
            k.put(key, Node::list([Node::number(scale.min()), Node::number(scale.max())]));
        }
    }
    let signed = scales.of(ScaleKind::Signed).max();
    k.maybe("signed", (signed != usual.of(ScaleKind::Signed).max()).then(|| Node::number(signed)));
    k.maybe("words", (scales.words() == WordSet::Five).then(|| Data::Integer(5).into()));
    k.location(p.location);
    k.remarks(&p.remarks);
    k.done()
}

fn party(m: &Model, id: &crate::id::PartyId, p: &Party) -> Node {
    let mut k = Keys::default();
    k.text("name", p.name.as_ref());
    k.text("kind", p.kind);
    k.text("part-of", p.part_of.as_ref());
    let written = |k: &mut Keys, table: Table, node: Node| {
        if m.wrote(id, table) {
            k.put(table.word(), node);
        }
    };
    written(&mut k, Table::UmbrellaOf, ids_list(m.umbrellas().of(id).map(|(to, ())| to)));
    for attribute in Party::RATED {
        k.rating(attribute.word(), p.rating(*attribute));
    }
    k.flag("partner", p.partner);
    k.text("sector", p.sector.as_ref());
    let mut ring = Keys::default();
    ring.text("actual", p.rings.actual.as_ref());
    ring.text("wished", p.rings.wished.as_ref());
    ring.text("desired", p.rings.desired.as_ref());
    k.full("ring", ring.done());
    let mut engagement = Keys::default();
    engagement.text("current", p.engagement.current);
    engagement.text("desired", p.engagement.desired);
    k.full("engagement", engagement.done());
    k.text("culture", p.culture.as_ref());
    let mut responsibilities = Keys::default();
    responsibilities.maybe("formal", p.responsibilities.formal.as_ref().map(ids_list));
    responsibilities.maybe("informal", p.responsibilities.informal.as_ref().map(ids_list));
    k.full("responsibilities", responsibilities.done());
    let mut contact = Keys::default();
    contact.text("channel", p.contact.channel.as_ref());
    contact.text("frequency", p.contact.frequency.as_ref());
    contact.text("owner", p.contact.owner.as_ref());
    k.full("contact", contact.done());
    k.location(p.location);
    let rated = |(to, r): (&crate::id::PartyId, &Rating)| (to.to_string(), write_rating(r));
    written(&mut k, Table::Stakes, table_of(m.stakes().of(id).map(|(to, s)| (to, stake(s)))));
    written(&mut k, Table::Values, table_of(m.importances().of(id).map(|(to, r)| (to, write_rating(r)))));
    written(&mut k, Table::Trusts, table_of(m.trusts().of(id).map(rated)));
    written(&mut k, Table::Influences, table_of(m.influences().of(id).map(rated)));
    written(&mut k, Table::Ties, table_of(m.ties().of(id).map(rated)));
    let needs = m.dependences().of(id).map(|(to, all)| (to, Node::list(all.iter().map(|(r, d)| dependence(r, d)))));
    written(&mut k, Table::DependsOn, table_of(needs));
    k.remarks(&p.remarks);
    k.done()
}

fn stake(s: &Stake) -> Node {
    if let (Some(stance), true) = (&s.stance, *s == Stake { stance: s.stance.clone(), ..Stake::default() }) {
        return write_rating(stance);
    }
    let mut k = Keys::default();
    k.rating("stance", s.stance.as_ref());
    k.rating("salience", s.salience.as_ref());
    k.rating("position", s.position.as_ref());
    k.text("said", s.said.as_ref());
    k.flag("disclosed", s.disclosed);
    k.text("why", s.why.as_ref());
    k.done()
}

fn dependence(resource: &str, d: &Dependence) -> Node {
    let mut k = Keys::default();
    k.put("resource", Node::text(resource));
    k.rating("importance", d.importance.as_ref());
    k.rating("substitutability", d.substitutability.as_ref());
    k.done()
}

fn observation(m: &Model, id: &crate::id::ObservationId) -> Node {
    let mut k = Keys::default();
    if let Some(o) = m.observation(id) {
        k.text("layer", Some(o.layer));
        k.text("statement", Some(&o.statement));
        k.ids("by", &o.by);
        k.ids("about", &o.about);
        k.full("because", Node::list(m.becauses().of(id).map(|(of, b)| because(of, b))));
        k.text("voiced", o.voiced);
        k.flag("private", o.private);
        k.maybe("votes", o.votes.map(|v| Data::Integer(v.into()).into()));
        k.remarks(&o.remarks);
    }
    k.done()
}

fn because(of: &crate::id::ObservationId, because: &Because) -> Node {
    if because.by.is_empty() {
        return Node::text(of.as_str());
    }
    let mut k = Keys::default();
    k.text("of", Some(of));
    match because.by.iter().next() {
        Some(only) if because.by.len() == 1 => k.text("by", Some(only)),
        _ => k.ids("by", &because.by),
    }
    k.done()
}

fn lists(m: &Model, top: &mut Keys) {
    list(top, "belief", m.beliefs(), |n, k| {
        k.text("by", Some(&n.by));
        k.text("about", Some(&n.about));
        k.ratings("values", &n.values);
        k.remarks(&n.remarks);
    });
    list(top, "claim", m.claims(), |n, k| {
        k.text("party", Some(&n.party));
        k.text("kind", Some(n.kind));
        k.text("value", n.value.as_ref());
        k.rating("importance", n.importance.as_ref());
        k.text("statement", n.statement.as_ref());
        k.remarks(&n.remarks);
    });
    list(top, "comparison", m.comparisons(), |n, k| {
        k.text("by", Some(&n.by));
        k.text("a", Some(&n.a));
        k.text("b", Some(&n.b));
        k.put("ratio", Node::number(n.ratio.get()));
        k.remarks(&n.remarks);
    });
    list(top, "flow", m.flows(), |n, k| {
        k.text("from", Some(&n.from));
        k.text("to", Some(&n.to));
        k.text("name", n.name.as_ref());
        k.text("benefit", n.benefit);
        k.text("supply", n.supply);
        k.remarks(&n.remarks);
    });
    list(top, "force", m.forces(), |n, k| {
        k.text("name", Some(&n.name));
        k.text("side", Some(n.side));
        k.rating("strength", n.strength.as_ref());
        k.rating("changeability", n.changeability.as_ref());
        k.text("party", n.party.as_ref());
        k.remarks(&n.remarks);
    });
    list(top, "support", m.supports(), |n, k| {
        k.text("kind", Some(n.kind));
        k.rating("level", n.level.as_ref());
        k.text("example", n.example.as_ref());
        k.remarks(&n.remarks);
    });
}

/// Writes the nodes of a kind; with ids only where reading would not give the same ones.
fn list<'m, I, N>(
    top: &mut Keys,
    kind: &str,
    nodes: impl Iterator<Item = (&'m I, &'m N)>,
    write: impl Fn(&N, &mut Keys),
) where
    I: From<Slug> + Ord + Display + 'm,
    N: Ord + 'm,
{
    let nodes: Vec<(&I, &N)> = nodes.collect();
    let mut given: Vec<(I, &N)> = with_ids(kind, nodes.iter().map(|(_, n)| (None, *n)).collect());
    let written = |(id, node): (Option<&I>, &N)| {
        let mut k = Keys::default();
        k.text("id", id);
        write(node, &mut k);
        k.done()
    };
    let in_order: Vec<&N> = given.iter().map(|(_, n)| *n).collect();
    given.sort();
    let same = given.iter().zip(&nodes).all(|((a, x), (b, y))| a == *b && x == y);
    top.full(
        kind,
        if same {
            Node::list(in_order.into_iter().map(|n| written((None, n))))
        } else {
            Node::list(nodes.into_iter().map(|(id, n)| written((Some(id), n))))
        },
    );
}

fn handbook(m: &Model) -> Node {
    let h = m.handbook();
    let mut k = Keys::default();
    k.full("explained", table_of(h.explained.iter().map(|(rule, why)| (rule, Node::text(why)))));
    let acknowledged = h.acknowledged.iter().map(|a| {
        let mut k = Keys::default();
        k.text("kind", Some(a.kind));
        k.put("parties", ids_list(&a.parties));
        match a.over.iter().next() {
            Some(only) if a.over.len() == 1 => k.text("over", Some(only)),
            _ => k.ids("over", &a.over),
        }
        k.done()
    });
    k.full("acknowledged", Node::list(acknowledged));
    let activities = h.activities.iter().map(|a| {
        let mut k = Keys::default();
        k.text("name", Some(&a.name));
        k.flag("surfaces-culture", a.surfaces_culture);
        k.remarks(&a.remarks);
        k.done()
    });
    k.full("activities", Node::list(activities));
    k.done()
}
