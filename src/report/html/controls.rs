//! What a reader finds the way with: the list of contents, and the controls that the script takes from a template.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::super::page::{Anchor, Block, Inline, Item, Kind, Page, plain};
use super::body::{announces, without_links};
use crate::id::PartyId;

/// The list of contents; none where there is not enough to list.
pub(super) fn contents(page: &Page) -> Option<Markup> {
    let entries = page.contents();
    if entries.is_empty() {
        return None;
    }
    let cards: Vec<_> = page.blocks.iter().filter_map(card).collect();
    let title = page.frame.word("page-contents");
    let last = entries.len() - 1;
    Some(html! {
        nav aria-label=(title) {
            details open {
                summary { (title) }
                ul {
                    @for (n, entry) in entries.iter().enumerate() {
                        li class={"level-" (entry.level)} {
                            a href={"#" (entry.anchor.id())} { (without_links(entry.text)) }
                            @if n == last && !cards.is_empty() { (of_cards(page, &cards)) }
                        }
                    }
                }
            }
        }
    })
}

/// The cards of the parties, folded: there may be many.
fn of_cards(page: &Page, cards: &[(&Anchor, &Vec<Inline>)]) -> Markup {
    html! {
        details {
            summary { (page.frame.word("page-parties")) " (" (cards.len()) ")" }
            ul { @for (anchor, text) in cards { li { a href={"#" (anchor.id())} { (without_links(text)) } } } }
        }
    }
}

fn card(block: &Block) -> Option<(&Anchor, &Vec<Inline>)> {
    match block {
        Block::Heading { anchor: Some(anchor @ Anchor::Party(_)), text, .. } => Some((anchor, text)),
        _ => None,
    }
}

/// The controls, for the script to set up; nothing where there is nothing to choose and nothing to unfold.
pub(super) fn template(page: &Page) -> Markup {
    let (mut parties, mut folds) = (BTreeMap::new(), false);
    let mut kinds = Kinds::default();
    let mut section = String::new();
    for block in &page.blocks {
        match block {
            Block::Heading { text, anchor, level } => {
                match anchor {
                    Some(Anchor::Section(_)) => section = plain(text),
                    _ if *level < 3 => section.clear(),
                    _ => {}
                }
                if let Some(Anchor::Party(party)) = anchor {
                    parties.insert(party, plain(text));
                }
                name(text, &mut parties);
            }
            Block::List { items, .. } => {
                for item in items {
                    gather(item, &mut parties);
                    kinds.add(item.kind.as_ref(), &section);
                    folds |= folded(item);
                }
            }
            Block::Table { rows, .. } => {
                for row in rows {
                    row.cells.iter().for_each(|cell| name(cell, &mut parties));
                    folds |= !row.under.is_empty();
                }
            }
            Block::Grounds(_) => folds = true,
            Block::Paragraph(_) | Block::Facts(_) | Block::Picture(_) => {}
        }
    }
    if parties.len() < 2 && kinds.seen.len() < 2 && !folds {
        return html! {};
    }
    let word = |key| page.frame.word(key);
    // As people look a name up: without case, then by id.
    let by_name: BTreeSet<_> = parties.iter().map(|(id, name)| (name.to_lowercase(), id.as_str(), name)).collect();
    html! {
        template #controls {
            div.controls role="search" aria-label=(word("page-controls")) {
                @if parties.len() > 1 { (select("party", word("page-filter-party"), word("page-filter-all"),
                    &options(by_name.iter().map(|(_, id, name)| (*id, name.as_str()))))) }
                @if kinds.seen.len() > 1 {
                    (select("kind", word("page-filter-kind"), word("page-filter-all"), &kinds.options()))
                }
                p.shown role="status" aria-live="polite" {}
                div.buttons {
                    button #reset type="button" hidden { (word("page-reset")) }
                    @if folds {
                        button #unfold type="button" { (word("page-unfold")) }
                        button #fold type="button" { (word("page-fold")) }
                    }
                }
            }
        }
    }
}

/// Kinds as people look them up: by how they are called without case, then by key; with their labels.
type ByLabel<'p> = BTreeSet<(String, &'p str, &'p str)>;

/// The kinds of a page, by the section that they are found in.
#[derive(Default)]
struct Kinds<'p> {
    seen: BTreeSet<&'p str>,
    /// In the order of the page: the heading of a section, and its kinds by how they are called.
    groups: Vec<(String, ByLabel<'p>)>,
}

impl<'p> Kinds<'p> {
    fn add(&mut self, kind: Option<&'p Kind>, section: &str) {
        let Some(kind) = kind.filter(|kind| self.seen.insert(&kind.key)) else { return };
        let of = (kind.label.to_lowercase(), kind.key.as_str(), kind.label.as_str());
        match self.groups.iter_mut().find(|(title, _)| title == section) {
            Some((_, kinds)) => {
                kinds.insert(of);
            }
            None => self.groups.push((section.to_owned(), BTreeSet::from([of]))),
        }
    }

    fn options(&self) -> Markup {
        let of = |kinds: &ByLabel<'p>| options(kinds.iter().map(|(_, key, label)| (*key, *label)));
        html! {
            @for (title, kinds) in &self.groups {
                @if title.is_empty() || self.groups.len() == 1 { (of(kinds)) } @else { optgroup label=(title) { (of(kinds)) } }
            }
        }
    }
}

fn options<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> Markup {
    html! { @for (value, name) in all { option value=(value) { (name) } } }
}

fn select(id: &str, label: &str, all: &str, options: &Markup) -> Markup {
    html! {
        label for={"choose-" (id)} { (label) }
        select id={"choose-" (id)} {
            option value="" { (all) }
            (options)
        }
    }
}

/// The parties that a line leads to, with their names.
fn name<'p>(pieces: &'p [Inline], parties: &mut BTreeMap<&'p PartyId, String>) {
    for piece in pieces {
        match piece {
            Inline::Word(_) | Inline::User(_) => {}
            Inline::Strong(inner) => name(inner, parties),
            Inline::Link { to, text } => {
                if let Anchor::Party(party) = to {
                    parties.entry(party).or_insert_with(|| plain(text));
                }
            }
        }
    }
}

/// Whether something is folded under an item, or further down.
fn folded(item: &Item) -> bool {
    !item.grounds.is_empty() || !item.under.is_empty() && (!announces(&item.text) || item.under.iter().any(folded))
}

fn gather<'p>(item: &'p Item, parties: &mut BTreeMap<&'p PartyId, String>) {
    name(&item.text, parties);
    item.under.iter().for_each(|under| gather(under, parties));
}
