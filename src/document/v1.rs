//! Format version 1: reading a tree into a model, and writing a model as a tree.

mod assemble;
mod chains;
mod head;
mod ids;
mod lists;
mod party;
mod rating;
mod reader;
pub(super) mod schema;
mod things;
mod write;

pub(super) use write::write;

use super::ResolveOptions;
use super::problem::{Code, Log, tick};
use super::tree::{Data, Entry, Node};
use super::values::slug;
use crate::model::Model;
use assemble::Draft;
use ids::{Ids, Kind};
use reader::{Reader, Table, Values};

/// Reads the body of a document. Whatever is wrong is in the log; then the model, if any, is not to be used.
pub(super) fn read(root: &Node, log: &mut Log, options: ResolveOptions) -> Option<Model> {
    let ids = Ids::gather(root, log);
    let mut reader = Reader::new(ids, log, options);
    let table = reader.open_top(root)?;
    let mut draft = Draft::default();
    reader.scales(table);
    draft.scales = reader.scales;
    reader.project(table, &mut draft);
    reader.parties(table, &mut draft);
    reader.things(table, &mut draft);
    reader.lists(table, &mut draft);
    reader.handbook(table, &mut draft);
    reader.whole_file(root, table);
    if reader.log.failed() {
        return None;
    }
    match draft.assemble() {
        Ok(model) => Some(model),
        Err(fault) => {
            log.note(Code::Refused, root.spot(), fault.to_string(), None);
            None
        }
    }
}

impl Reader<'_> {
    fn open_top<'t>(&mut self, root: &'t Node) -> Option<Table<'t>> {
        self.open(root, schema::TOP, "a table")
    }

    /// The entities of one kind with their ids, which are `None` where the key is no id.
    fn entities<'t, T: From<crate::id::Slug>>(
        &mut self,
        root: Table<'t>,
        kind: Kind,
    ) -> Vec<(Option<T>, &'t Entry, Table<'t>)> {
        let mut out = Vec::new();
        for entry in self.keyed(root, kind.key()) {
            let id = slug(&entry.key, entry.spot(), self.log).map(T::from);
            if let Some(table) = self.open(&entry.node, schema::keys_of(kind.key()), &kind.one()) {
                out.push((id, entry, table));
            }
        }
        let named: Vec<(&str, &Node)> =
            out.iter().filter_map(|(_, e, t)| Some((e.key.as_str(), t.get("name")?))).collect();
        self.names(kind.key(), named.into_iter());
        out
    }

    /// What only the whole file shows.
    fn whole_file(&mut self, root: &Node, table: Table<'_>) {
        if let (true, Some(spot)) = (self.salience, self.no_salience.take()) {
            let message = "this stake has no salience, and others have one";
            let help = "give each stake a `salience`, or none; `\"unknown\"` says that it is not known";
            self.log.note(Code::MixedSalience, spot, message, Some(help.into()));
        }
        let none = match table.get("party").map(|n| &n.data) {
            // A misspelt table has been reported.
            None => !self.ids.mentions(Kind::Party),
            Some(Data::Table(entries)) => entries.is_empty(),
            Some(_) => false,
        };
        if none {
            let spot = root.get("polder").map_or_else(|| root.spot(), Entry::spot);
            let help = "write `[party.some-id]` above each party".to_owned();
            self.log.note(Code::NoParties, spot, "the file has no parties", Some(help));
        }
    }

    /// Notes an id of a list that is taken.
    fn taken(&mut self, node: &Node, kind: &str, id: &str) {
        self.note(Code::DuplicateId, node.spot(), format!("there is another {kind} with the id {}", tick(id)));
    }
}
