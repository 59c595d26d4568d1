//! The untyped tree that every format is read into, with the place of each value in the text.

use std::cmp::Ordering;
use std::ops::Range;

/// A place in the text, in bytes.
pub(super) type Span = Option<Range<usize>>;

/// A value with its place.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) data: Data,
    pub(super) span: Span,
    /// The rank of the node in the order of reading; a node's rank is below those of the nodes in it.
    pub(super) rank: usize,
}

/// What a node is.
#[derive(Debug, Clone)]
pub(super) enum Data {
    #[cfg_attr(not(feature = "json"), allow(dead_code, reason = "only JSON has nulls"))]
    Null,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    /// A date or time of TOML, as text.
    Date(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Span,
    pub(super) node: Node,
}

/// Where something is said: the node by rank, and what to point at.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) rank: usize,
    pub(super) span: Span,
}

impl Node {
    pub(super) fn new(data: Data, span: Span) -> Self {
        Self { data, span, rank: 0 }
    }

    pub(super) fn text(text: impl Into<String>) -> Self {
        Data::Text(text.into()).into()
    }

    /// A whole number where the number is one.
    pub(super) fn number(x: f64) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "a whole number below 2^53 is exact")]
        let data = if x.fract() == 0.0 && x.abs() < 9.0e15 { Data::Integer(x as i64) } else { Data::Float(x) };
        data.into()
    }

    /// The whole number that the node is, also where it is written with a decimal point.
    pub(super) fn whole(&self) -> Option<i64> {
        match &self.data {
            Data::Integer(x) => Some(*x),
            #[allow(clippy::cast_possible_truncation, reason = "a whole number below 2^53 is exact")]
            Data::Float(x) if x.fract() == 0.0 && x.abs() < 9.0e15 => Some(*x as i64),
            _ => None,
        }
    }

    pub(super) fn list(nodes: impl IntoIterator<Item = Self>) -> Self {
        Data::List(nodes.into_iter().collect()).into()
    }

    pub(super) fn table(entries: impl IntoIterator<Item = Entry>) -> Self {
        Data::Table(entries.into_iter().collect()).into()
    }

    pub(super) fn spot(&self) -> Spot {
        Spot { rank: self.rank, span: self.span.clone() }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Entry> {
        match &self.data {
            Data::Table(entries) => entries.iter().find(|e| e.key == key),
            _ => None,
        }
    }

    /// Ranks the nodes in the order of reading.
    pub(super) fn number_from(&mut self, rank: &mut usize) {
        self.rank = *rank;
        *rank += 1;
        match &mut self.data {
            Data::List(nodes) => nodes.iter_mut().for_each(|n| n.number_from(rank)),
            Data::Table(entries) => entries.iter_mut().for_each(|e| e.node.number_from(rank)),
            _ => {}
        }
    }

    /// The path of the node of a rank, `party.gemeente.power` or `claim[2].value`.
    pub(super) fn path(&self, rank: usize) -> String {
        let mut out = String::new();
        let mut here = self;
        while here.rank < rank {
            match &here.data {
                Data::List(nodes) => {
                    let index = nodes.partition_point(|n| n.rank <= rank).saturating_sub(1);
                    let Some(next) = nodes.get(index) else { break };
                    out.push_str(&format!("[{index}]"));
                    here = next;
                }
                Data::Table(entries) => {
                    let index = entries.partition_point(|e| e.node.rank <= rank).saturating_sub(1);
                    let Some(next) = entries.get(index) else { break };
                    if !out.is_empty() {
                        out.push('.');
                    }
                    push_key(&mut out, &next.key);
                    here = &next.node;
                }
                _ => break,
            }
        }
        out
    }

    /// Whether two nodes say the same, whatever the order of their keys.
    pub(super) fn same(&self, other: &Self) -> bool {
        match (&self.data, &other.data) {
            (Data::Null, Data::Null) => true,
            (Data::Bool(a), Data::Bool(b)) => a == b,
            (Data::Integer(a), Data::Integer(b)) => a == b,
            (Data::Float(a), Data::Float(b)) => a.total_cmp(b) == Ordering::Equal,
            (Data::Text(a), Data::Text(b)) | (Data::Date(a), Data::Date(b)) => a == b,
            (Data::List(a), Data::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b)),
            (Data::Table(a), Data::Table(b)) => {
                let sorted = |entries: &[Entry]| {
                    let mut order: Vec<usize> = (0..entries.len()).collect();
                    order.sort_by_key(|i| entries.get(*i).map(|e| e.key.clone()));
                    order
                };
                a.len() == b.len()
                    && sorted(a).into_iter().zip(sorted(b)).all(|(i, j)| match (a.get(i), b.get(j)) {
                        (Some(a), Some(b)) => a.key == b.key && a.node.same(&b.node),
                        _ => false,
                    })
            }
            _ => false,
        }
    }
}

impl From<Data> for Node {
    fn from(data: Data) -> Self {
        Self::new(data, None)
    }
}

impl Entry {
    pub(super) fn new(key: impl Into<String>, node: Node) -> Self {
        Self { key: key.into(), key_span: None, node }
    }

    /// The place of the key.
    pub(super) fn spot(&self) -> Spot {
        Spot { rank: self.node.rank, span: self.key_span.clone().or_else(|| self.node.span.clone()) }
    }
}

/// The most characters of a key that a path shows.
const KEY_SHOWN: usize = 200;

fn push_key(out: &mut String, key: &str) {
    let mut shown: String = key.chars().take(KEY_SHOWN).collect();
    if shown.len() < key.len() {
        shown.push('…');
    }
    if !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') {
        out.push_str(&shown);
    } else {
        out.push_str(&format!("{shown:?}"));
    }
}
