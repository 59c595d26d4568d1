//! Reading and writing TOML.

use std::fmt::Write;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};
use toml_writer::{ToTomlKey, ToTomlValue};

use super::format::{Format, arranged};
use super::problem::{Code, Lines, Problem, Problems, found, tick};
use super::tree::{Data, Entry, Node};
use crate::model::Date;

/// Up to how many bytes all errors of syntax are looked for, and not the first alone.
const RECOVERABLE: usize = 64 << 10;

const BOM: char = '\u{feff}';

/// Reads the tree, and the faults that leave the rest of it readable: keys that stand twice, and lines that are no TOML on
/// their own. Faults that may have swallowed what follows are an error.
pub(super) fn read(text: &str) -> Result<(Node, Vec<Problem>), Problems> {
    let body = text.strip_prefix(BOM).unwrap_or(text);
    let shift = text.len() - body.len();
    if let Some(at) = too_deep(body) {
        let span = moved(&(at..at + 1), shift);
        let position = Lines::new(text).position(span.start);
        let message = format!("brackets nest deeper than {DEPTH} levels");
        return Err(Problems::new(vec![found(Code::Syntax, message, String::new(), Some(span), Some(position))]));
    }
    let first = match DeTable::parse(body) {
        Ok(table) => return Ok((node_of_table(table.get_ref(), shift, 0..0), Vec::new())),
        Err(first) => first,
    };
    if body.trim_start().starts_with('{') {
        let mut problem = found(Code::Syntax, "this is not TOML".to_owned(), String::new(), None, None);
        problem.help = Some("it looks like JSON: read it as JSON, or name the file `.json`".to_owned());
        return Err(Problems::new(vec![problem]));
    }
    // Every error costs memory; a text this long that is no TOML may hold millions.
    if body.len() > RECOVERABLE {
        return Err(Problems::new(problems(text, shift, &[first])));
    }
    let (mut table, mut errors) = DeTable::parse_recoverable(body);
    // The parser stops building at a key without a value. Without such lines it reads on.
    let blank = blanked(body, errors.iter().filter(|e| e.message().starts_with(NO_VALUE)).filter_map(|e| e.span()));
    if blank != body {
        // Without its first line, what was a text of several lines may be brackets.
        if too_deep(&blank).is_some() {
            return Err(Problems::new(problems(text, shift, &errors)));
        }
        let (whole, more) = DeTable::parse_recoverable(&blank);
        table = whole;
        errors.extend(more);
    }
    let faults = problems(text, shift, &errors);
    let stays = |e: &toml::de::Error| stays_on_its_line(e.message()) && (is_twice(e) || !is_of_header(body, e.span()));
    if errors.iter().all(stays) {
        let mut root = node_of_table(table.get_ref(), shift, 0..0);
        let lines = Faulty::of(text, &faults);
        if let Data::Table(entries) = &mut root.data {
            // The head says how all else is read: a fault in it must not pass for silence.
            let body = entries.iter_mut().filter(|e| !HEAD.contains(&e.key.as_str()));
            body.for_each(|e| lines.drop_from(&mut e.node));
        }
        Ok((root, faults))
    } else {
        Err(Problems::new(until_swallowed(faults)))
    }
}

/// What says how all else is read, in the formats that there are.
const HEAD: [&str; 4] = ["polder", "project", "polder-advice", "extends"];

/// The parser's message for a line that is a key alone.
const NO_VALUE: &str = "key with no value";

fn is_twice(error: &toml::de::Error) -> bool {
    error.message() == DUPLICATE
}

/// Whether a fault is on the line of a header: what follows then stands under what nobody knows.
fn is_of_header(text: &str, span: Option<Range<usize>>) -> bool {
    let line = span.and_then(|s| line_of(text, s.start)).and_then(|l| text.get(l));
    line.is_some_and(|line| line.trim_start().starts_with('['))
}

/// The line that a byte is on, without its end.
fn line_of(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |before| before + 1);
    let end = text.get(at..)?.find('\n').map_or(text.len(), |after| at + after);
    Some(start..end)
}

/// The text with spaces in place of lines, so that all else keeps its place.
fn blanked(text: &str, spans: impl Iterator<Item = Range<usize>>) -> String {
    let mut out = text.to_owned();
    for span in spans {
        // The place of a missing value may be the line's end.
        if let Some(line) = line_of(text, span.start) {
            out.replace_range(line.clone(), &" ".repeat(line.len()));
        }
    }
    out
}

/// The bytes of the lines that are no TOML: what was read from them is a guess, and must not be held against other lines.
struct Faulty(std::collections::BTreeMap<usize, usize>);

impl Faulty {
    fn of(text: &str, faults: &[Problem]) -> Self {
        let spans = faults.iter().filter(|f| f.code == Code::Syntax).filter_map(|f| f.span.as_ref());
        Self(spans.filter_map(|span| line_of(text, span.start)).map(|line| (line.start, line.end)).collect())
    }

    fn has(&self, node: &Node) -> bool {
        let start = node.span.as_ref().map_or(0, |s| s.start);
        self.0.range(..=start).next_back().is_some_and(|(_, end)| start <= *end)
    }

    /// Drops single values on faulty lines; tables stay, for others may refer to them.
    fn drop_from(&self, node: &mut Node) {
        let is_guess = |n: &Node| !matches!(n.data, Data::Table(_) | Data::List(_)) && self.has(n);
        match &mut node.data {
            Data::List(nodes) => {
                nodes.retain(|n| !is_guess(n));
                nodes.iter_mut().for_each(|n| self.drop_from(n));
            }
            Data::Table(entries) => {
                entries.retain(|e| !is_guess(&e.node));
                entries.iter_mut().for_each(|e| self.drop_from(&mut e.node));
            }
            _ => {}
        }
    }
}

/// The faults up to the first that swallows what follows; the ones after it are its echoes.
fn until_swallowed(mut faults: Vec<Problem>) -> Vec<Problem> {
    let swallows = |f: &Problem| OPEN.iter().any(|word| f.message.contains(word));
    if let Some(at) = faults.iter().position(swallows) {
        faults.truncate(at + 1);
        if let Some(last) = faults.last_mut() {
            last.help =
                Some("what follows cannot be read until this is mended; a bracket before it may be open".to_owned());
        }
    }
    faults
}

/// Words of messages about something that was opened and takes in the lines after it.
const OPEN: [&str; 3] = ["array", "inline table", "multi-line"];

/// Whether a fault leaves the lines after it as they were meant.
fn stays_on_its_line(message: &str) -> bool {
    !OPEN.iter().chain(&["table header", "unclosed table", "nest"]).any(|word| message.contains(word))
}

fn problems(text: &str, shift: usize, errors: &[toml::de::Error]) -> Vec<Problem> {
    let mut errors: Vec<(Option<Range<usize>>, String)> =
        errors.iter().map(|e| (e.span().map(|s| moved(&s, shift)), sentence(e.message()))).collect();
    errors.sort_by_cached_key(|(span, message)| (span.as_ref().map_or(usize::MAX, |s| s.start), message.clone()));
    errors.dedup();
    let mut lines = Lines::new(text);
    let more = errors.len().saturating_sub(super::problem::LISTED);
    let mut problems: Vec<Problem> = errors
        .into_iter()
        .take(super::problem::LISTED)
        .map(|(span, message)| {
            let position = span.as_ref().map(|s| lines.position(s.start));
            let key = span.clone().and_then(|s| text.get(s)).filter(|_| message == DUPLICATE);
            let code = if message == DUPLICATE { Code::DuplicateKey } else { Code::Syntax };
            let said = key.map_or_else(|| message.clone(), |key| format!("the key {} stands twice", tick(key)));
            let mut problem = found(code, said, String::new(), span, position);
            let word = problem.span.clone().and_then(|s| text.get(s)).unwrap_or_default();
            problem.help = help(&message, word).map(str::to_owned);
            problem
        })
        .collect();
    if more > 0 {
        problems.push(found(Code::More, format!("{more} more that are not listed"), String::new(), None, None));
    }
    problems
}

/// The parser's message for a key or table that stands twice, as we write messages.
const DUPLICATE: &str = "duplicate key";

/// Whether a word is a fraction, which TOML does not know.
fn is_fraction(word: &str) -> bool {
    let whole = |part: &str| !part.trim().is_empty() && part.trim().bytes().all(|b| b.is_ascii_digit());
    word.split_once('/').is_some_and(|(above, below)| whole(above) && whole(below))
}

fn help(message: &str, word: &str) -> Option<&'static str> {
    if message == DUPLICATE {
        Some("keep one of the two")
    } else if message.starts_with("string values must be quoted") && is_fraction(word) {
        Some("write a ratio below 1 in quotes, `\"1/9\"`, and any other number as a decimal: `0.5`")
    } else if message.starts_with("string values must be quoted") {
        Some("write words in quotes: `\"high\"`")
    } else if message.starts_with("unexpected key or value") {
        Some("one key to a line, and decimals with a point: `4.5`")
    } else if message.starts_with("invalid date") {
        Some("write a day of the calendar: `2026-03-01`")
    } else if message.starts_with("unexpected leading zero") {
        Some("write the number without zeros in front")
    } else {
        None
    }
}

/// How deep brackets may nest; the parser itself goes no deeper.
const DEPTH: usize = 80;

/// The bracket with which brackets nest too deep.
///
/// The parser counts its depth wrongly in faulty text (`a = {[]b = {[]b = …`) and then overflows the stack. Here closing brackets
/// that match nothing close nothing, so the count is never below the parser's.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
    let mut open = Vec::new();
    while let Some(rest) = bytes.get(at..)
        && let Some(first) = rest.first()
    {
        at += match first {
            b'[' | b'{' => {
                open.push(*first);
                if open.len() > DEPTH {
                    return Some(at);
                }
                1
            }
            b']' | b'}' => {
                open.pop_if(|o| *o == if *first == b']' { b'[' } else { b'{' });
                1
            }
            b'#' => length_until(rest, b"\r\n"),
            b'"' | b'\'' => string_length(rest, *first),
            b'.' | b'=' | b',' | b' ' | b'\t' | b'\r' | b'\n' => 1,
            _ => length_until(rest, b".=,[]{} \t#\r\n"),
        };
    }
    None
}

fn length_until(bytes: &[u8], ends: &[u8]) -> usize {
    bytes.iter().position(|b| ends.contains(b)).unwrap_or(bytes.len())
}

/// The length of the string with which the text begins, cut as the parser cuts it.
fn string_length(bytes: &[u8], quote: u8) -> usize {
    let lines = bytes.starts_with(&[quote; 3]);
    let mut at = if lines { 3 } else { 1 };
    while let Some(rest) = bytes.get(at..)
        && let Some(first) = rest.first()
    {
        match first {
            b'\\' if quote == b'"' => at += if matches!(rest.get(1), Some(b'\\' | b'"')) { 2 } else { 1 },
            b'\n' if !lines => return at,
            _ if *first == quote && !lines => return at + 1,
            _ if lines && rest.starts_with(&[quote; 3]) => {
                return at + 3 + rest.iter().skip(3).take(2).take_while(|b| **b == quote).count();
            }
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The parser's message, as ours are written.
fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let first = chars.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    super::problem::cut(&(first + chars.as_str().trim_end_matches('.')))
}

fn moved(span: &Range<usize>, shift: usize) -> Range<usize> {
    span.start + shift..span.end + shift
}

fn node_of_table(table: &DeTable<'_>, shift: usize, span: Range<usize>) -> Node {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: Some(moved(&key.span(), shift)),
            node: node(value, shift),
        })
        .collect();
    entries.sort_by_key(|e| e.key_span.as_ref().map(|s| s.start));
    Node::new(Data::Table(entries), Some(moved(&span, shift)))
}

fn node_of_list(list: &DeArray<'_>, shift: usize) -> Data {
    Data::List(list.iter().map(|value| node(value, shift)).collect())
}

fn node(value: &Spanned<DeValue<'_>>, shift: usize) -> Node {
    let data = match value.get_ref() {
        DeValue::Table(table) => return node_of_table(table, shift, value.span()),
        DeValue::Array(list) => node_of_list(list, shift),
        DeValue::String(text) => Data::Text(text.to_string()),
        DeValue::Boolean(yes) => Data::Bool(*yes),
        DeValue::Datetime(date) => Data::Date(date.to_string()),
        DeValue::Float(x) => Data::Float(x.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Integer(x) => match i64::from_str_radix(x.as_str(), x.radix()) {
            Ok(x) => Data::Integer(x),
            Err(_) => Data::Float(too_large(x.as_str(), x.radix())),
        },
    };
    Node::new(data, Some(moved(&value.span(), shift)))
}

/// A whole number beyond 64 bits, as near as a decimal number comes.
fn too_large(digits: &str, radix: u32) -> f64 {
    if radix == 10 {
        // Adding up digits rounds at each of them; the parser of the standard library rounds once.
        return digits.parse::<f64>().unwrap_or(f64::NAN);
    }
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, digits),
    };
    let number = digits.chars().filter_map(|c| c.to_digit(radix));
    sign * number.fold(0.0, |x: f64, digit| x.mul_add(f64::from(radix), f64::from(digit)))
}

pub(super) fn write(root: &Node, format: Format) -> String {
    let mut out = String::new();
    let Data::Table(entries) = &root.data else { return out };
    let entries = arranged(entries, format.top);
    let (sections, values): (Vec<&Entry>, Vec<&Entry>) = entries.into_iter().partition(|e| is_section(&e.node));
    body(&mut out, values.into_iter());
    for entry in sections {
        section(&mut out, entry, format);
    }
    out
}

/// Whether a value at the top stands under headers of its own.
fn is_section(node: &Node) -> bool {
    match &node.data {
        Data::Table(_) => true,
        Data::List(nodes) => !nodes.is_empty() && nodes.iter().all(|n| matches!(n.data, Data::Table(_))),
        _ => false,
    }
}

fn section(out: &mut String, entry: &Entry, format: Format) {
    let key = entry.key.to_toml_key();
    let keys = (format.keys_of)(&entry.key);
    match &entry.node.data {
        Data::List(nodes) => {
            for node in nodes {
                if let Data::Table(entries) = &node.data {
                    header(out, &format!("[[{key}]]"));
                    body(out, arranged(entries, keys).into_iter());
                }
            }
        }
        Data::Table(entries) if (format.is_kind)(&entry.key) => {
            let (tables, values): (Vec<&Entry>, Vec<&Entry>) =
                entries.iter().partition(|e| matches!(e.node.data, Data::Table(_)));
            if !values.is_empty() || tables.is_empty() {
                header(out, &format!("[{key}]"));
                body(out, values.into_iter());
            }
            for table in tables {
                if let Data::Table(entries) = &table.node.data {
                    header(out, &format!("[{key}.{}]", table.key.to_toml_key()));
                    body(out, arranged(entries, keys).into_iter());
                }
            }
        }
        Data::Table(entries) => {
            header(out, &format!("[{key}]"));
            let dated = |e: &&Entry| entry.key == "project" && e.key == "date";
            for e in arranged(entries, keys) {
                match &e.node.data {
                    Data::Text(text) if dated(&e) && Date::parse(text).is_some() => {
                        out.push_str(&format!("date = {text}\n"));
                    }
                    _ => body(out, std::iter::once(e)),
                }
            }
        }
        _ => {}
    }
}

fn header(out: &mut String, header: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(header);
    out.push('\n');
}

fn body<'a>(out: &mut String, entries: impl Iterator<Item = &'a Entry>) {
    for entry in entries.filter(|e| !matches!(e.node.data, Data::Null)) {
        out.push_str(&entry.key.to_toml_key());
        out.push_str(" = ");
        value(out, &entry.node, true);
        out.push('\n');
    }
}

fn value(out: &mut String, node: &Node, lines: bool) {
    match &node.data {
        // TOML has no null; the element of a list keeps its place as an empty table.
        Data::Null => out.push_str("{}"),
        Data::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Data::Integer(x) => drop(write!(out, "{x}")),
        Data::Float(x) if x.is_nan() => out.push_str("nan"),
        Data::Float(x) if x.is_infinite() => out.push_str(if *x > 0.0 { "inf" } else { "-inf" }),
        Data::Float(x) => drop(write!(out, "{x:?}")),
        Data::Text(text) => out.push_str(&text.to_toml_value()),
        Data::Date(date) => out.push_str(date),
        Data::List(nodes) => {
            let tables = lines && nodes.len() > 1 && nodes.iter().all(|n| matches!(n.data, Data::Table(_)));
            out.push_str(if tables { "[\n" } else { "[" });
            for (i, node) in nodes.iter().enumerate() {
                if tables {
                    out.push_str("  ");
                    value(out, node, false);
                    out.push_str(",\n");
                } else {
                    out.push_str(if i > 0 { ", " } else { "" });
                    value(out, node, false);
                }
            }
            out.push(']');
        }
        Data::Table(entries) => {
            let shown = entries.iter().filter(|e| !matches!(e.node.data, Data::Null));
            for (i, entry) in shown.clone().enumerate() {
                out.push_str(if i > 0 { ", " } else { "{ " });
                out.push_str(&entry.key.to_toml_key());
                out.push_str(" = ");
                value(out, &entry.node, false);
            }
            out.push_str(if shown.count() > 0 { " }" } else { "{}" });
        }
    }
}
