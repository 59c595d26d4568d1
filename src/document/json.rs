//! Reading and writing JSON.

use std::fmt::{self, Write};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::format::{Format, Keys, arranged};
use super::problem::{Code, Position, Problem, Problems, cut, found, tick};
use super::tree::{Data, Entry, Node};

const BOM: char = '\u{feff}';

/// Reads the tree, each key once, and the keys that stand twice.
pub(super) fn read(text: &str) -> Result<(Node, Vec<Problem>), Problems> {
    let body = text.strip_prefix(BOM).unwrap_or(text);
    let mut reader = serde_json::Deserializer::from_str(body);
    let parsed = Tree.deserialize(&mut reader).and_then(|node| reader.end().map(|()| node));
    let mut root = parsed.map_err(|e| Problems::new(vec![syntax(&e, body)]))?;
    if !matches!(root.data, Data::Table(_)) {
        let message = "an object is expected at the top of the file".to_owned();
        return Err(Problems::new(vec![found(Code::Syntax, message, String::new(), None, None)]));
    }
    root.number_from(&mut 0);
    let mut twice = Vec::new();
    duplicates(&root, &root, &mut twice);
    if !twice.is_empty() {
        keep_first(&mut root);
        root.number_from(&mut 0);
    }
    Ok((root, twice))
}

fn syntax(error: &serde_json::Error, text: &str) -> Problem {
    let line = error.line().max(1);
    // The column counts bytes and points behind what is wrong.
    let before = text.split('\n').nth(line - 1).and_then(|l| l.get(..error.column().saturating_sub(1)));
    let column = before.map_or(error.column(), |b| b.chars().count() + 1).max(1);
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let message = message.strip_prefix("EOF").map_or_else(|| message.to_owned(), |rest| format!("the text ends{rest}"));
    found(Code::Syntax, cut(&message), String::new(), None, Some(Position { line, column }))
}

fn duplicates(root: &Node, node: &Node, twice: &mut Vec<Problem>) {
    match &node.data {
        Data::List(nodes) => nodes.iter().for_each(|n| duplicates(root, n, twice)),
        Data::Table(entries) => {
            let mut seen = std::collections::HashSet::new();
            for entry in entries {
                if !seen.insert(entry.key.as_str()) && twice.len() < super::problem::LISTED {
                    let message = format!("the key {} stands twice", tick(&entry.key));
                    let mut problem = found(Code::DuplicateKey, message, root.path(entry.node.rank), None, None);
                    problem.help = Some("keep one of the two".to_owned());
                    twice.push(problem);
                }
                duplicates(root, &entry.node, twice);
            }
        }
        _ => {}
    }
}

/// Drops what stands under a key for the second time.
fn keep_first(node: &mut Node) {
    match &mut node.data {
        Data::List(nodes) => nodes.iter_mut().for_each(keep_first),
        Data::Table(entries) => {
            let mut seen = std::collections::HashSet::new();
            entries.retain(|e| seen.insert(e.key.clone()));
            entries.iter_mut().for_each(|e| keep_first(&mut e.node));
        }
        _ => {}
    }
}

/// Builds the tree; keeps keys that stand twice, for they are reported with their paths.
struct Tree;

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Data::Null.into())
    }
    fn visit_bool<E>(self, yes: bool) -> Result<Node, E> {
        Ok(Data::Bool(yes).into())
    }
    fn visit_i64<E>(self, x: i64) -> Result<Node, E> {
        Ok(Data::Integer(x).into())
    }
    fn visit_u64<E>(self, x: u64) -> Result<Node, E> {
        #[allow(clippy::cast_precision_loss, reason = "beyond 64 bits with sign, a decimal number comes near enough")]
        Ok(i64::try_from(x).map_or(Data::Float(x as f64), Data::Integer).into())
    }
    fn visit_f64<E>(self, x: f64) -> Result<Node, E> {
        Ok(Data::Float(x).into())
    }
    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::text(text))
    }
    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = seq.next_element_seed(Self)? {
            nodes.push(node);
        }
        Ok(Data::List(nodes).into())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            // With the feature `arbitrary_precision`, which any other crate may switch on, numbers come as tables of their text.
            if entries.is_empty() && key == NUMBER {
                let node = map.next_value_seed(Self)?;
                if let Data::Text(text) = &node.data
                    && let Some(number) = number(text)
                {
                    return Ok(number.into());
                }
                entries.push(Entry::new(key, node));
                continue;
            }
            entries.push(Entry::new(key, map.next_value_seed(Self)?));
        }
        Ok(Data::Table(entries).into())
    }
}

/// The key under which `serde_json` hands over the text of a number.
const NUMBER: &str = "$serde_json::private::Number";

fn number(text: &str) -> Option<Data> {
    if let Ok(whole) = text.parse::<i64>() {
        return Some(Data::Integer(whole));
    }
    text.parse::<f64>().ok().map(Data::Float)
}

pub(super) fn write(root: &Node, format: Format) -> String {
    let mut out = String::new();
    value(&mut out, root, 0, Some(format.top), format);
    out.push('\n');
    out
}

/// Writes a value; `keys` is the order of keys where the format has one.
fn value(out: &mut String, node: &Node, depth: usize, keys: Option<Keys>, format: Format) {
    match &node.data {
        Data::Null => out.push_str("null"),
        Data::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Data::Integer(x) => drop(write!(out, "{x}")),
        // JSON has no word for it; reading the null back is a problem, as the number was.
        Data::Float(x) if !x.is_finite() => out.push_str("null"),
        Data::Float(x) => drop(write!(out, "{x:?}")),
        Data::Text(text) | Data::Date(text) => string(out, text),
        Data::List(nodes) if nodes.is_empty() => out.push_str("[]"),
        Data::List(nodes) => {
            let flat = nodes.iter().all(|n| !matches!(n.data, Data::List(_) | Data::Table(_)));
            out.push('[');
            for (i, node) in nodes.iter().enumerate() {
                out.push_str(match (i, flat) {
                    (0, _) => "",
                    (_, true) => ", ",
                    (_, false) => ",",
                });
                if !flat {
                    line(out, depth + 1);
                }
                value(out, node, depth + 1, keys, format);
            }
            if !flat {
                line(out, depth);
            }
            out.push(']');
        }
        Data::Table(entries) if entries.is_empty() => out.push_str("{}"),
        Data::Table(entries) => {
            out.push('{');
            for (i, entry) in arranged(entries, keys.unwrap_or_default()).into_iter().enumerate() {
                out.push_str(if i > 0 { "," } else { "" });
                line(out, depth + 1);
                string(out, &entry.key);
                out.push_str(": ");
                let below = match (depth, keys) {
                    (0, _) if (format.is_kind)(&entry.key) => {
                        kind(out, &entry.node, (format.keys_of)(&entry.key), format);
                        continue;
                    }
                    (0, _) => Some((format.keys_of)(&entry.key)),
                    _ => None,
                };
                value(out, &entry.node, depth + 1, below, format);
            }
            line(out, depth);
            out.push('}');
        }
    }
}

/// Writes the table of one kind, whose keys are ids.
fn kind(out: &mut String, node: &Node, keys: Keys, format: Format) {
    match &node.data {
        Data::Table(entries) if !entries.is_empty() => {
            out.push('{');
            for (i, entry) in entries.iter().enumerate() {
                out.push_str(if i > 0 { "," } else { "" });
                line(out, 2);
                string(out, &entry.key);
                out.push_str(": ");
                value(out, &entry.node, 2, Some(keys), format);
            }
            line(out, 1);
            out.push('}');
        }
        _ => value(out, node, 1, None, format),
    }
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => drop(write!(out, "\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
