//! Reading the values of a model out of the tree; what is wrong is noted, and reading goes on.

use std::collections::BTreeSet;

use super::ids::{Found, Ids, Kind};
use super::schema;
use crate::document::ResolveOptions;
use crate::document::problem::{Code, Log, is_odd_in_name, show, tick, ticks};
use crate::document::tree::{Data, Node, Spot};
pub(super) use crate::document::values::{Table, Values};
use crate::id::Slug;
use crate::model::{Location, Remarks};
use crate::scale::{Latitude, Longitude, OutOfScale, ScaleKind, Scales};

/// Everything that reading needs to know of the rest of the document, and what it has found.
pub(super) struct Reader<'a> {
    pub(super) ids: Ids,
    pub(super) scales: Scales,
    /// Scales that the head states wrongly: ratings on them are not judged.
    pub(super) doubtful: BTreeSet<ScaleKind>,
    pub(super) doubtful_words: bool,
    pub(super) log: &'a mut Log,
    pub(super) options: ResolveOptions,
    /// Whether some stake has a salience, and the first that has none.
    pub(super) salience: bool,
    pub(super) no_salience: Option<Spot>,
}

impl Values for Reader<'_> {
    fn log(&mut self) -> &mut Log {
        self.log
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(ids: Ids, log: &'a mut Log, options: ResolveOptions) -> Self {
        Self {
            ids,
            scales: Scales::default(),
            doubtful: BTreeSet::new(),
            doubtful_words: false,
            log,
            options,
            salience: false,
            no_salience: None,
        }
    }

    /// A name: text without characters that deceive the eye.
    pub(super) fn name(&mut self, node: &Node) -> Option<String> {
        let text = self.text(node)?;
        if text.chars().all(|c| c.is_whitespace() || is_odd_in_name(c)) {
            let help = "leave the key out: the id is shown in place of a name".to_owned();
            self.log.note(Code::BlankName, node.spot(), "this name has nothing in it", Some(help));
        } else if let Some(odd) = text.chars().find(|c| is_odd_in_name(*c)) {
            let message = format!("the name {} has the character U+{:04X} in it", tick(&text), u32::from(odd));
            let help = "characters that steer text, break lines or take no room are not seen by readers";
            self.log.note(Code::OddCharacter, node.spot(), message, Some(help.into()));
        }
        Some(text)
    }

    pub(super) fn flag(&mut self, node: &Node) -> Option<bool> {
        match &node.data {
            Data::Bool(yes) => Some(*yes),
            _ => {
                self.wrong(node, "`true` or `false`", None);
                None
            }
        }
    }

    pub(super) fn whole(&mut self, node: &Node) -> Option<i64> {
        let whole = node.whole();
        if whole.is_none() {
            self.wrong(node, "a whole number", None);
        }
        whole
    }

    /// A finite number.
    pub(super) fn number(&mut self, node: &Node) -> Option<f64> {
        match &node.data {
            #[allow(clippy::cast_precision_loss, reason = "numbers that large are off every scale")]
            Data::Integer(x) => Some(*x as f64),
            Data::Float(x) if x.is_finite() => Some(*x),
            Data::Float(_) => {
                self.note(Code::NotFinite, node.spot(), "the number is not finite");
                None
            }
            _ => {
                self.wrong(node, "a number", None);
                None
            }
        }
    }

    /// A number on a fixed scale.
    pub(super) fn fixed<T>(&mut self, node: &Node, check: impl FnOnce(f64) -> Result<T, OutOfScale>) -> Option<T> {
        let number = self.number(node)?;
        check(number).map_err(|fault| self.out_of_scale(node, &fault)).ok()
    }

    pub(super) fn out_of_scale(&mut self, node: &Node, fault: &OutOfScale) {
        let (number, min, max) = (show(fault.value), show(fault.min), show(fault.max));
        let message = format!("{number} is off the scale of {}: {min} to {max}", fault.scale);
        self.note(Code::OffScale, node.spot(), message);
    }

    /// A slug that is best taken from a shipped list; others are warned of.
    pub(super) fn own_word(&mut self, node: &Node, what: &str, shipped: &[&'static str]) -> Option<Slug> {
        let slug = self.slug(node)?;
        if !shipped.contains(&slug.as_str()) {
            let words = ticks(shipped.iter().copied());
            let help = match self.log.nearest(slug.as_str(), shipped.iter().copied()) {
                Some(near) => format!("did you mean {}? shipped are {words}", tick(near)),
                None => format!("shipped are {words}"),
            };
            let message = format!("{} is a {what} of your own", tick(slug.as_str()));
            self.log.note(Code::OwnWord, node.spot(), message, Some(help));
        }
        Some(slug)
    }

    /// A reference by text.
    pub(super) fn refer<T: From<Slug>>(&mut self, node: &Node, kind: Kind) -> Option<T> {
        match &node.data {
            Data::Text(text) => self.refer_to(text, node.spot(), kind),
            _ => {
                self.wrong(node, &format!("the id of {}", kind.one()), None);
                None
            }
        }
    }

    pub(super) fn refer_to<T: From<Slug>>(&mut self, word: &str, spot: Spot, kind: Kind) -> Option<T> {
        match self.ids.find(kind, word) {
            Found::Id(slug) => Some(slug.into()),
            Found::Faulty => None,
            Found::Nothing => {
                let help = self.ids.help(kind, &kind.one(), word, self.log);
                let message = format!("there is no {} {}", kind.key(), tick(word));
                self.log.note(Code::Dangling, spot, message, help);
                None
            }
        }
    }

    /// A list of references.
    pub(super) fn refer_all<T: From<Slug> + Ord>(&mut self, node: &Node, kind: Kind) -> Option<BTreeSet<T>> {
        let nodes = self.list(node, &format!("a list of ids of kind {}", kind.key()))?;
        Some(nodes.iter().filter_map(|n| self.refer(n, kind)).collect())
    }

    /// One reference, or a list of them.
    pub(super) fn refer_some<T: From<Slug> + Ord>(&mut self, node: &Node, kind: Kind) -> Option<BTreeSet<T>> {
        match &node.data {
            Data::Text(_) => self.refer(node, kind).map(|one| BTreeSet::from([one])),
            _ => self.refer_all(node, kind),
        }
    }

    /// Notes a relation to itself.
    pub(super) fn note_itself(&mut self, spot: Spot, id: &str, what: &str) {
        let help = "leave it out, or name another in its place".to_owned();
        self.log.note(Code::ToItself, spot, format!("{} {what} itself", tick(id)), Some(help));
    }

    pub(super) fn texts(&mut self, node: &Node) -> Option<Vec<String>> {
        let nodes = self.list(node, "a list of texts")?;
        Some(nodes.iter().filter_map(|n| self.text(n)).collect())
    }

    pub(super) fn location(&mut self, node: &Node) -> Option<Location> {
        match &node.data {
            Data::List(nodes) => match nodes.as_slice() {
                [latitude, longitude] => {
                    let latitude = self.fixed(latitude, Latitude::new);
                    let longitude = self.fixed(longitude, Longitude::new);
                    Some(Location { latitude: latitude?, longitude: longitude? })
                }
                _ => {
                    let message = "a location is `[latitude, longitude]` in degrees";
                    self.note(Code::WrongType, node.spot(), message);
                    None
                }
            },
            _ => {
                self.wrong(node, "a location", Some("write `[latitude, longitude]` in degrees"));
                None
            }
        }
    }

    pub(super) fn remarks(&mut self, table: Table<'_>) -> Remarks {
        let notes = self.maybe(table, "notes", Self::text);
        let tags = self.maybe(table, "tags", |r, node| {
            let nodes = r.list(node, "a list of slugs")?;
            Some(nodes.iter().filter_map(|n| r.slug(n)).collect())
        });
        let annotations = self.maybe(table, "annotations", |r, node| {
            let entries = r.entries(node, "a table of texts")?;
            Some(entries.iter().filter_map(|e| Some((e.key.clone(), r.text(&e.node)?))).collect())
        });
        Remarks { notes, tags: tags.unwrap_or_default(), annotations: annotations.unwrap_or_default() }
    }

    /// Notes the names that stand twice within a kind.
    pub(super) fn names<'t>(&mut self, kind: &str, named: impl Iterator<Item = (&'t str, &'t Node)>) {
        let mut seen: std::collections::HashMap<String, &str> = std::collections::HashMap::new();
        for (id, node) in named {
            let Data::Text(name) = &node.data else { continue };
            let folded = name.trim().to_lowercase();
            if folded.is_empty() {
                continue;
            }
            match seen.get(folded.as_str()) {
                None => drop(seen.insert(folded, id)),
                Some(first) => {
                    let message = format!("the name {} is also that of the {kind} {}", tick(name), tick(first));
                    self.note(Code::NameTwice, node.spot(), message);
                }
            }
        }
    }

    /// The tables of one kind of `[[…]]`, each opened.
    pub(super) fn each<'t>(&mut self, root: Table<'t>, key: &'static str) -> Vec<Table<'t>> {
        self.tables(root, key, schema::keys_of(key))
    }
}
