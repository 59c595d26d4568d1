//! The advice file: reading a tree into advice, and writing advice as a tree.

use std::collections::{BTreeMap, BTreeSet};

use super::Document;
use super::format::{Format, Keys};
use super::problem::{Code, Log, Problem, Problems, tick};
use super::tree::{Data, Entry, Node};
use super::values::{Found, Known, Table, Values, meant, slug};
use crate::advice::{Advice, Cell, Language, Row, Text};
use crate::id::Slug;
use crate::vocabulary::Vocabulary;

/// The newest version of the advice file that is read.
const VERSION: i64 = 1;

const TOP: Keys = &["polder-advice", "extends", "tool", "tip", "advice"];
const ROW: Keys = &["quadrant", "support", "level", "goal", "tools", "tips"];
/// The languages that are written first.
const LANGUAGES: Keys = &["nl", "en"];
/// The one set that a file may extend.
const HANDBOOK: &str = "handbook";

const FORMAT: Format = Format { key: "polder-advice", newest: VERSION, top: TOP, keys_of, is_kind };

fn keys_of(top: &str) -> Keys {
    match top {
        "tool" | "tip" => LANGUAGES,
        "advice" => ROW,
        _ => &[],
    }
}

fn is_kind(top: &str) -> bool {
    matches!(top, "tool" | "tip")
}

/// Reading and writing files of advice. The format is one schema in two notations:
///
/// ```toml
/// polder-advice = 1
/// extends = "handbook"                # leave it out to start from nothing
///
/// [tool.walk]
/// nl = "Wandeling door de buurt"
/// en = "A walk through the neighbourhood"
///
/// [tip.bring-cake]
/// nl = "Neem gebak mee."
///
/// [[advice]]
/// quadrant = "key-players"            # leave one out: whatever it is
/// support  = "opponent"
/// level    = "consult"
/// goal     = { nl = "Luister.", fy = "Harkje." }
/// tools    = ["walk", "personal-conversation"]
/// tips     = ["bring-cake"]
/// ```
///
/// What a file gives stands in the place of what it extends, texts language by language, levels and lists whole; what
/// it does not give stays. A file that extends nothing gives a goal and a level with every row that has a quadrant and
/// a side.
impl Advice {
    /// Reads an advice file in TOML.
    ///
    /// # Errors
    /// [`Problems`], all at once, each with line and column.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, Problems> {
        Document::from_toml(text)?.advice()
    }

    /// Reads an advice file in JSON.
    ///
    /// # Errors
    /// [`Problems`], all at once, each with its path.
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, Problems> {
        Document::from_json(text)?.advice()
    }

    /// Writes an advice file in TOML that gives everything and extends nothing.
    #[cfg(feature = "toml")]
    pub fn to_toml(&self) -> String {
        super::toml::write(&write(self), FORMAT)
    }

    /// Writes an advice file in JSON that gives everything and extends nothing.
    #[cfg(feature = "json")]
    pub fn to_json(&self) -> String {
        super::json::write(&write(self), FORMAT)
    }
}

impl Document {
    /// Checks the document as an advice file: the advice, if there is nothing wrong, problems and warnings.
    pub(crate) fn read_advice(&self) -> (Option<Advice>, Vec<Problem>, Vec<Problem>) {
        self.read_as(FORMAT, read)
    }

    fn advice(&self) -> Result<Advice, Problems> {
        let (advice, problems, _) = self.read_advice();
        advice.ok_or_else(|| Problems::new(problems))
    }
}

struct Reader<'a> {
    log: &'a mut Log,
}

impl Values for Reader<'_> {
    fn log(&mut self) -> &mut Log {
        self.log
    }
}

fn read(root: &Node, log: &mut Log) -> Option<Advice> {
    let mut reader = Reader { log };
    let top = reader.open(root, TOP, "a table")?;
    let extends = reader.extends(top);
    let base = if extends { Advice::handbook() } else { Advice::new() };
    let (mut tools, mut tips) = (reader.known(top, "tool"), reader.known(top, "tip"));
    tools.add(base.tools().map(|(id, _)| id));
    tips.add(base.tips().map(|(id, _)| id));

    let mut advice = base.clone();
    for (id, text) in reader.texts_by_id(top, "tool") {
        advice = advice.with_tool(id, text);
    }
    for (id, text) in reader.texts_by_id(top, "tip") {
        advice = advice.with_tip(id, text);
    }
    let rows = reader.rows(top, &base, &tools, &tips);
    if log.failed() {
        return None;
    }
    for (cell, row) in rows {
        match advice.with_row(cell, row) {
            Ok(more) => advice = more,
            Err(fault) => {
                log.note(Code::Refused, root.spot(), fault.to_string(), None);
                return None;
            }
        }
    }
    Some(advice)
}

impl Reader<'_> {
    /// The known key that one at the top is, or is probably meant to be.
    fn top_key(&mut self, entry: &Entry) -> Option<&'static str> {
        let exact = TOP.iter().copied().find(|key| *key == entry.key);
        exact.or_else(|| self.log.nearest(&entry.key, TOP.iter().copied()))
    }

    /// Whether the file extends the base set; where that is said wrongly, so that nothing else is held against it.
    fn extends(&mut self, top: Table<'_>) -> bool {
        if let Some(node) = top.get("extends") {
            match &node.data {
                Data::Text(word) if word == HANDBOOK => {}
                Data::Text(word) => {
                    let message = format!("there is no set of advice {}", tick(word));
                    let help = format!("write {}, or leave it out to start from nothing", tick(HANDBOOK));
                    self.log.note(Code::UnknownWord, node.spot(), message, Some(help));
                }
                _ => self.wrong(node, "the name of a set of advice", Some("write `\"handbook\"`")),
            }
        }
        top.entries().iter().any(|e| self.top_key(e) == Some("extends"))
    }

    fn known(&mut self, top: Table<'_>, kind: &str) -> Known {
        let mut known = Known::default();
        for entry in top.entries() {
            if self.top_key(entry) == Some(kind) {
                known.gather(&entry.node, entry.key == kind);
            }
        }
        known
    }

    fn texts_by_id(&mut self, top: Table<'_>, kind: &str) -> Vec<(Slug, Text)> {
        let entries = self.keyed(top, kind);
        let read = |entry: &Entry| {
            let id = slug(&entry.key, entry.spot(), self.log);
            let text = self.spoken(&entry.node);
            id.zip(text)
        };
        entries.iter().filter_map(read).collect()
    }

    /// A text by language.
    fn spoken(&mut self, node: &Node) -> Option<Text> {
        let Data::Table(entries) = &node.data else {
            self.wrong(node, "a text by language", Some("write `{ nl = \"…\", en = \"…\" }`"));
            return None;
        };
        if entries.is_empty() {
            let help = "write it in a language: `nl = \"…\"`".to_owned();
            self.log.note(Code::MissingKey, node.spot(), "the text is in no language", Some(help));
        }
        let mut seen = BTreeSet::new();
        let mut out: Option<Text> = None;
        for entry in entries {
            let language = self.language(entry).filter(|language| {
                let fresh = seen.insert(language.clone());
                if !fresh {
                    let message = format!("the language {} stands twice", tick(language.as_str()));
                    self.log.note(Code::DuplicateKey, entry.spot(), message, Some("keep one of the two".into()));
                }
                fresh
            });
            let Some((language, words)) = language.zip(self.text(&entry.node)) else { continue };
            match Text::new(language, words) {
                Ok(text) => {
                    out = Some(match out.take() {
                        Some(before) => text.over(before),
                        None => text,
                    });
                }
                Err(blank) => {
                    let help = "write the text, or leave the language out".to_owned();
                    self.log.note(Code::BlankText, entry.node.spot(), blank.to_string(), Some(help));
                }
            }
        }
        out
    }

    fn language(&mut self, entry: &Entry) -> Option<Language> {
        match Language::new(&entry.key) {
            Ok(language) => Some(language),
            Err(_) => {
                let message = format!("{} is not a language tag", tick(&entry.key));
                let help =
                    "write `nl`, `en`, `fy` or another tag of two or three letters, perhaps with a region: `nl-BE`";
                self.log.note(Code::BadLanguage, entry.spot(), message, Some(help.into()));
                None
            }
        }
    }

    fn rows(&mut self, top: Table<'_>, base: &Advice, tools: &Known, tips: &Known) -> Vec<(Cell, Row)> {
        let mut rows: BTreeMap<Cell, Row> = BTreeMap::new();
        for t in self.tables(top, "advice", ROW) {
            let cell =
                Cell { quadrant: self.maybe(t, "quadrant", Self::word), support: self.maybe(t, "support", Self::word) };
            // A row whose place is said wrongly may be of any place.
            let place_is_sure = cell.quadrant.is_some() == t.has("quadrant")
                && cell.support.is_some() == t.has("support")
                && t.entries().iter().all(|e| ROW.contains(&e.key.as_str()));
            let needed = place_is_sure && !cell.is_open() && base.row(&cell).is_none();
            let row = Row {
                level: if needed { self.need(t, "level", Self::word) } else { self.maybe(t, "level", Self::word) },
                goal: if needed { self.need(t, "goal", Self::spoken) } else { self.maybe(t, "goal", Self::spoken) },
                tools: self.maybe(t, "tools", |r, n| r.refer_all(n, ("tool", tools), ("tip", tips))),
                tips: self.maybe(t, "tips", |r, n| r.refer_all(n, ("tip", tips), ("tool", tools))),
            };
            if place_is_sure && rows.insert(cell, row).is_some() {
                let help = "put the two together in one".to_owned();
                let message = format!("the advice for {} stands twice", place(&cell));
                self.log.note(Code::CellTwice, t.spot(), message, Some(help));
            }
        }
        rows.into_iter().collect()
    }

    /// A list of ids of one kind, where those of another kind may be meant.
    fn refer_all(
        &mut self,
        node: &Node,
        (kind, known): (&str, &Known),
        (other, others): (&str, &Known),
    ) -> Option<Vec<Slug>> {
        let nodes = self.list(node, &format!("a list of ids of kind {kind}"))?;
        let (mut out, mut seen) = (Vec::new(), BTreeSet::new());
        for node in nodes {
            let Data::Text(word) = &node.data else {
                self.wrong(node, &format!("the id of a {kind}"), None);
                continue;
            };
            match known.find(word) {
                Found::Id(id) if !seen.insert(id.clone()) => {
                    let message = format!("the {kind} {} stands twice in this list", tick(word));
                    self.log.note(Code::DuplicateId, node.spot(), message, Some("keep one of the two".into()));
                }
                Found::Id(id) => out.push(id),
                Found::Faulty => {}
                Found::Nothing => {
                    let help = if others.has(word) {
                        Some(format!("there is a {other} of this id; a {kind} is expected here"))
                    } else {
                        meant(word, known.told().into_iter(), self.log)
                    };
                    self.log.note(Code::Dangling, node.spot(), format!("there is no {kind} {}", tick(word)), help);
                }
            }
        }
        Some(out)
    }
}

/// A place in words.
fn place(cell: &Cell) -> String {
    match (cell.quadrant, cell.support) {
        (Some(quadrant), Some(side)) => format!("quadrant `{quadrant}` and support `{side}`"),
        (Some(quadrant), None) => format!("quadrant `{quadrant}`"),
        (None, Some(side)) => format!("support `{side}`"),
        (None, None) => "every place".to_owned(),
    }
}

fn write(advice: &Advice) -> Node {
    let word = |key: &str, word: &'static str| Entry::new(key, Node::text(word));
    let ids = |key: &str, ids: &[Slug]| Entry::new(key, Node::list(ids.iter().map(|id| Node::text(id.as_str()))));
    let texts = |texts: Vec<(&Slug, &Text)>| {
        Node::table(texts.into_iter().map(|(id, text)| Entry::new(id.as_str(), spoken(text))))
    };
    let mut rows: Vec<(&Cell, &Row)> = advice.rows().collect();
    // What holds in many places comes after what holds in one.
    rows.sort_by_key(|(cell, _)| (cell.is_open(), cell.quadrant.is_none(), **cell));
    let rows = rows.into_iter().map(|(cell, row)| {
        let mut entries = Vec::new();
        entries.extend(cell.quadrant.map(|quadrant| word("quadrant", quadrant.word())));
        entries.extend(cell.support.map(|side| word("support", side.word())));
        entries.extend(row.level.map(|level| word("level", level.word())));
        entries.extend(row.goal.as_ref().map(|goal| Entry::new("goal", spoken(goal))));
        entries.extend(row.tools.as_deref().map(|tools| ids("tools", tools)));
        entries.extend(row.tips.as_deref().map(|tips| ids("tips", tips)));
        Node::table(entries)
    });
    let mut top = vec![Entry::new(FORMAT.key, Data::Integer(VERSION).into())];
    top.extend((advice.tools().len() > 0).then(|| Entry::new("tool", texts(advice.tools().collect()))));
    top.extend((advice.tips().len() > 0).then(|| Entry::new("tip", texts(advice.tips().collect()))));
    top.extend((advice.rows().len() > 0).then(|| Entry::new("advice", Node::list(rows))));
    Node::table(top)
}

fn spoken(text: &Text) -> Node {
    let mut said: Vec<(&Language, &str)> = text.iter().collect();
    said.sort_by_key(|(language, _)| LANGUAGES.iter().position(|l| *l == language.as_str()).unwrap_or(LANGUAGES.len()));
    Node::table(said.into_iter().map(|(language, words)| Entry::new(language.as_str(), Node::text(words))))
}
