//! Reading the project and the answers to the handbook.

use std::collections::BTreeSet;

use super::assemble::Draft;
use super::ids::{Found, Kind};
use super::reader::{Reader, Table, Values};
use super::schema;
use crate::document::problem::{Code, tick};
use crate::document::tree::{Data, Node};
use crate::document::values::slug;
use crate::id::Slug;
use crate::model::{Acknowledged, Activity, Date, Handbook, Project};
use crate::scale::{BadScales, ScaleKind, Scales, WordSet};

impl Reader<'_> {
    /// Reads the scales, which everything else is judged by.
    pub(super) fn scales(&mut self, root: Table<'_>) {
        self.misspelt_scales(root);
        let Some(project) = root.get("project") else { return };
        if let Some(entry) = project.get("scale") {
            let kinds = [ScaleKind::OneSided, ScaleKind::Strength];
            self.range(&entry.node, &kinds, Scales::with_one_sided);
        }
        if let Some(entry) = project.get("influence") {
            self.range(&entry.node, &[ScaleKind::Influence], Scales::with_influence);
        }
        if let Some(entry) = project.get("signed") {
            match self.whole(&entry.node) {
                Some(k) => self.settle(&entry.node, &[ScaleKind::Signed], |s| s.with_signed(k)),
                None => drop(self.doubtful.insert(ScaleKind::Signed)),
            }
        }
        if let Some(entry) = project.get("words") {
            match entry.node.whole() {
                Some(3) => self.scales = self.scales.with_words(WordSet::Three),
                Some(5) => self.scales = self.scales.with_words(WordSet::Five),
                Some(other) => {
                    self.doubtful_words = true;
                    let message = format!("there is no set of {other} words");
                    let help = "write `words = 3` or `words = 5`".to_owned();
                    self.log.note(Code::BadScale, entry.node.spot(), message, Some(help));
                }
                None => {
                    self.doubtful_words = true;
                    self.wrong(&entry.node, "`3` or `5`", None);
                }
            }
        }
    }

    /// What a misspelt key probably sets is not known: nothing is off a scale that is not known.
    fn misspelt_scales(&mut self, root: Table<'_>) {
        for entry in root.entries() {
            let is_project = entry.key == "project";
            let Data::Table(entries) = &entry.node.data else { continue };
            if !is_project
                && (schema::TOP.contains(&entry.key.as_str())
                    || self.log.nearest(&entry.key, schema::TOP.iter().copied()) != Some("project"))
            {
                continue;
            }
            for entry in entries {
                let known = schema::PROJECT.iter().copied().find(|k| *k == entry.key);
                if known.is_some() && is_project {
                    continue;
                }
                match known.or_else(|| self.log.nearest(&entry.key, schema::PROJECT.iter().copied())) {
                    Some("scale") => self.doubtful.extend([ScaleKind::OneSided, ScaleKind::Strength]),
                    Some("influence") => self.doubtful.extend([ScaleKind::Influence]),
                    Some("signed") => self.doubtful.extend([ScaleKind::Signed]),
                    Some("words") => self.doubtful_words = true,
                    _ => {}
                }
            }
        }
    }

    fn range(&mut self, node: &Node, kinds: &[ScaleKind], set: fn(Scales, i64, i64) -> Result<Scales, BadScales>) {
        let bounds = match &node.data {
            Data::List(nodes) => match nodes.as_slice() {
                [min, max] => {
                    let (min, max) = (self.whole(min), self.whole(max));
                    min.zip(max)
                }
                _ => {
                    let help = "write `[lowest, highest]`".to_owned();
                    self.log.note(Code::BadScale, node.spot(), "a scale has two bounds", Some(help));
                    None
                }
            },
            _ => {
                self.wrong(node, "a scale", Some("write `[lowest, highest]`"));
                None
            }
        };
        match bounds {
            Some((min, max)) => self.settle(node, kinds, |s| set(s, min, max)),
            None => self.doubtful.extend(kinds.iter().copied()),
        }
    }

    fn settle(&mut self, node: &Node, kinds: &[ScaleKind], set: impl FnOnce(Scales) -> Result<Scales, BadScales>) {
        match set(self.scales) {
            Ok(scales) => self.scales = scales,
            Err(fault) => {
                self.doubtful.extend(kinds.iter().copied());
                let help = match &node.data {
                    Data::List(_) => "write `[lowest, highest]`, as in `[1, 5]`",
                    _ => "write the highest level: with `signed = 2`, ratings run from -2 to 2",
                };
                self.log.note(Code::BadScale, node.spot(), fault.to_string(), Some(help.to_owned()));
            }
        }
    }

    pub(super) fn project(&mut self, root: Table<'_>, draft: &mut Draft) {
        let Some(node) = root.get("project") else { return };
        let Some(table) = self.open(node, schema::PROJECT, "a table") else { return };
        draft.project = Project {
            name: self.maybe(table, "name", Self::name),
            goal: self.maybe(table, "goal", Self::text),
            shared_goal: self.maybe(table, "shared-goal", |r, n| r.refer_all(n, Kind::Interest)).unwrap_or_default(),
            phase: self.maybe(table, "phase", Self::word),
            date: self.maybe(table, "date", Self::date),
            focal: self.maybe(table, "focal", |r, n| r.refer(n, Kind::Party)),
            location: self.maybe(table, "location", Self::location),
            remarks: self.remarks(table),
        };
    }

    fn date(&mut self, node: &Node) -> Option<Date> {
        let (Data::Date(text) | Data::Text(text)) = &node.data else {
            self.wrong(node, "a date", Some("write it as `2026-03-01`"));
            return None;
        };
        let date = Date::parse(text);
        if date.is_none() {
            let help = "write a day of the calendar as `2026-03-01`".to_owned();
            self.log.note(Code::BadDate, node.spot(), format!("{} is not a date", tick(text)), Some(help));
        }
        date
    }

    pub(super) fn handbook(&mut self, root: Table<'_>, draft: &mut Draft) {
        let Some(node) = root.get("handbook") else { return };
        let Some(table) = self.open(node, schema::HANDBOOK, "a table") else { return };
        let explained = self.maybe(table, "explained", |r, n| {
            let entries = r.entries(n, "a table of reasons by rule")?;
            let mut out = Vec::new();
            for entry in entries {
                let rule = slug(&entry.key, entry.spot(), r.log);
                let reason = r.text(&entry.node);
                out.extend(rule.zip(reason));
            }
            Some(out)
        });
        let acknowledged = self.maybe(table, "acknowledged", |r, n| {
            let nodes = r.list(n, "a list of tables")?;
            Some(nodes.iter().filter_map(|n| r.acknowledged(n)).collect())
        });
        let activities = self.maybe(table, "activities", |r, n| {
            let nodes = r.list(n, "a list of tables")?;
            Some(nodes.iter().filter_map(|n| r.activity(n)).collect())
        });
        draft.handbook = Handbook {
            explained: explained.unwrap_or_default().into_iter().collect(),
            acknowledged: acknowledged.unwrap_or_default(),
            activities: activities.unwrap_or_default(),
        };
    }

    fn acknowledged(&mut self, node: &Node) -> Option<Acknowledged> {
        let table = self.open(node, schema::ACKNOWLEDGED, "a table")?;
        let kind = self.need(table, "kind", Self::word);
        let parties = self.need(table, "parties", |r, n| r.refer_some(n, Kind::Party));
        let over = self.maybe(table, "over", |r, n| match &n.data {
            Data::List(nodes) => Some(nodes.iter().filter_map(|n| r.concern(n)).collect()),
            _ => r.concern(n).map(|one| BTreeSet::from([one])),
        });
        Some(Acknowledged { kind: kind?, parties: parties?, over: over.unwrap_or_default() })
    }

    /// An interest or a value.
    fn concern(&mut self, node: &Node) -> Option<Slug> {
        let Data::Text(text) = &node.data else {
            self.wrong(node, "the id of an interest or a value, or a list of them", None);
            return None;
        };
        match (self.ids.find(Kind::Interest, text), self.ids.find(Kind::Value, text)) {
            (Found::Id(slug), _) | (_, Found::Id(slug)) => Some(slug),
            (Found::Faulty, _) | (_, Found::Faulty) => None,
            (Found::Nothing, Found::Nothing) => {
                let expected = "an interest or a value";
                let interest = self.ids.help(Kind::Interest, expected, text, self.log);
                let help = interest.or_else(|| self.ids.help(Kind::Value, expected, text, self.log));
                let message = format!("there is no interest or value {}", tick(text));
                self.log.note(Code::Dangling, node.spot(), message, help);
                None
            }
        }
    }

    fn activity(&mut self, node: &Node) -> Option<Activity> {
        let table = self.open(node, schema::ACTIVITY, "a table")?;
        let name = self.need(table, "name", Self::name);
        let surfaces_culture = self.maybe(table, "surfaces-culture", Self::flag);
        let remarks = self.remarks(table);
        Some(Activity { name: name?, surfaces_culture, remarks })
    }
}
