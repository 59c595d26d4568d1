//! What a reader finds the way with: the list of contents, and the controls that the script takes from a template.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::super::page::{Anchor, Block, Inline, Item, Page, plain};
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
    let (mut parties, mut kinds, mut folds) = (BTreeMap::new(), BTreeMap::new(), false);
    for block in &page.blocks {
        match block {
            Block::Heading { text, anchor, .. } => {
                if let Some(Anchor::Party(party)) = anchor {
                    parties.insert(party, plain(text));
                }
                name(text, &mut parties);
            }
            Block::List { items, .. } => {
                for item in items {
                    gather(item, &mut parties);
                    kinds.extend(item.kind.as_ref().map(|kind| (&kind.key, &kind.label)));
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
    if parties.len() < 2 && kinds.len() < 2 && !folds {
        return html! {};
    }
    let word = |key| page.frame.word(key);
    // As people look a name up: without case, then by id.
    let by_name: BTreeSet<_> = parties.iter().map(|(id, name)| (name.to_lowercase(), id.as_str(), name)).collect();
    let by_label: BTreeSet<_> = kinds.iter().map(|(key, label)| (label.to_lowercase(), key.as_str(), label)).collect();
    html! {
        template #controls {
            div.controls role="search" aria-label=(word("page-controls")) {
                @if parties.len() > 1 { (select("party", word("page-filter-party"), word("page-filter-all"),
                    by_name.iter().map(|(_, id, name)| (*id, name.as_str())))) }
                @if kinds.len() > 1 { (select("kind", word("page-filter-kind"), word("page-filter-all"),
                    by_label.iter().map(|(_, key, label)| (*key, label.as_str())))) }
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

fn select<'a>(id: &str, label: &str, all: &str, options: impl Iterator<Item = (&'a str, &'a str)>) -> Markup {
    html! {
        label for={"choose-" (id)} { (label) }
        select id={"choose-" (id)} {
            option value="" { (all) }
            @for (value, name) in options { option value=(value) { (name) } }
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
