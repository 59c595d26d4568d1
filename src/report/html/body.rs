//! The blocks of a page as markup: sections within chapters, lists and tables with their evidence folded under them.

use std::collections::BTreeSet;

use itertools::Itertools;
use maud::{Markup, PreEscaped, html};

use super::super::page::{Align, Anchor, Block, Column, Inline, Item, Order, Row, plain, visible};
use crate::id::PartyId;

/// What is known of a page while its pieces are written.
#[derive(Default)]
pub(super) struct Places<'a> {
    /// The places that can be led to.
    pub(super) ids: BTreeSet<String>,
    /// What the grounds of a statement are called.
    pub(super) grounds: &'a str,
}

/// The longest that a number with its spread is.
const SHORT: usize = 16;

/// The blocks of a page below its head: a section for every heading from the second level on.
pub(super) fn parts(all: &[Block], places: &Places) -> Markup {
    part(all, 2, &mut 0, places)
}

/// Blocks of a level and below; the levels end at 4, and so does the nesting. `unnamed` counts the headings without a place.
fn part(all: &[Block], level: u8, unnamed: &mut usize, places: &Places) -> Markup {
    if level > 4 {
        return blocks(all, places);
    }
    let opens = |block: &Block| matches!(block, Block::Heading { level: l, .. } if *l == level);
    let mut pieces: Vec<Markup> = Vec::new();
    for piece in all.chunk_by(|_, next| !opens(next)) {
        pieces.push(match piece.split_first() {
            Some((heading @ Block::Heading { anchor, text, .. }, rest)) if opens(heading) => {
                let id = anchor.as_ref().map(Anchor::id).or_else(|| unnamed_id(level, unnamed));
                let within = part(rest, level + 1, unnamed, places);
                html! {
                    section class=[matches!(anchor, Some(Anchor::Party(_))).then_some("card")] aria-labelledby=[id.as_ref()]
                        data-parties=[about(level, anchor.as_ref(), text)] {
                        (heading_of(level, id.as_deref(), &inline(text, places)))
                        (within)
                    }
                }
            }
            _ => part(piece, level + 1, unnamed, places),
        });
    }
    html! { @for piece in &pieces { (piece) } }
}

/// A name for a section that nothing leads to, so that its heading is its label. The smallest ones go without.
fn unnamed_id(level: u8, unnamed: &mut usize) -> Option<String> {
    *unnamed += usize::from(level < 4);
    (level < 4).then(|| format!("part-{unnamed}"))
}

/// Whom a section is about as a whole: the party of its card, or those that its heading names.
fn about(level: u8, anchor: Option<&Anchor>, heading: &[Inline]) -> Option<String> {
    let mut parties = BTreeSet::new();
    if let Some(Anchor::Party(party)) = anchor {
        parties.insert(party);
    } else if level > 2 {
        named(heading, &mut parties);
    }
    listed(&parties)
}

fn heading_of(level: u8, id: Option<&str>, text: &Markup) -> Markup {
    match level {
        1 => html! { h1 id=[id] { (text) } },
        2 => html! { h2 id=[id] { (text) } },
        3 => html! { h3 id=[id] { (text) } },
        _ => html! { h4 id=[id] { (text) } },
    }
}

pub(super) fn blocks(all: &[Block], places: &Places) -> Markup {
    html! { @for block in all { (of_block(block, places)) } }
}

fn of_block(block: &Block, places: &Places) -> Markup {
    match block {
        Block::Heading { level, text, anchor } => {
            heading_of(*level, anchor.as_ref().map(Anchor::id).as_deref(), &inline(text, places))
        }
        Block::Paragraph(text) => html! { p { (inline(text, places)) } },
        Block::List { order, items } => {
            let items = html! { @for item in items { (of_item(item, true, places)) } };
            match order {
                Order::Bulleted => html! { ul { (items) } },
                Order::Numbered => html! { ol { (items) } },
            }
        }
        Block::Table { columns, rows } => html! {
            div.table { table {
                thead { tr { @for column in columns {
                    th scope="col" class=[class(column)] { (inline(&column.head, places)) }
                } } }
                tbody { @for row in rows { (of_row(row, columns, places)) } }
            } }
        },
        Block::Facts(facts) => html! {
            dl { @for (term, fact) in facts { dt { (inline(term, places)) } dd { (inline(fact, places)) } } }
        },
        Block::Picture(picture) => html! {
            figure {
                div.frame { (PreEscaped(picture.within_page())) }
                figcaption { (picture.title()) }
            }
        },
        Block::Grounds(items) => grounds(items, places),
    }
}

fn class(column: &Column) -> Option<&'static str> {
    (column.align == Align::Right).then_some("number")
}

/// As that of the column; where a number is said in words instead, they may stand on several lines.
fn class_in(column: &Column, cell: &[Inline]) -> Option<&'static str> {
    let said = || plain(cell).chars().count() > SHORT;
    class(column).map(|class| if said() { "number said" } else { class })
}

/// A row; its grounds are folded under its first cell, which is its head.
fn of_row(row: &Row, columns: &[Column], places: &Places) -> Markup {
    let mut parties = BTreeSet::new();
    row.cells.iter().for_each(|cell| named(cell, &mut parties));
    html! {
        tr data-parties=[listed(&parties)] { @for (n, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
            @if n == 0 {
                th scope="row" class=[class_in(column, cell)] {
                    @if row.under.is_empty() { (inline(cell, places)) } @else { (folded(cell, &why(&row.under, places), places)) }
                }
            } @else {
                td class=[class_in(column, cell)] { (inline(cell, places)) }
            }
        } }
    }
}

/// An item; only one of a list itself says whom it is about, and with it all that stands under it.
fn of_item(item: &Item, outermost: bool, places: &Places) -> Markup {
    let mut parties = BTreeSet::new();
    if outermost {
        named_in(item, &mut parties);
    }
    let kind = item.kind.as_ref().map(|kind| &kind.key);
    html! {
        li data-parties=[listed(&parties)] data-kind=[kind] {
            @if item.under.is_empty() && !item.grounds.is_empty() {
                (folded(&item.text, &why(&item.grounds, places), places))
            } @else if item.under.is_empty() {
                (inline(&item.text, places))
            } @else if announces(&item.text) {
                (inline(&item.text, places))
                (list(&item.under, places))
            } @else {
                (folded(&item.text, &list(&item.under, places), places))
            }
            @if !item.under.is_empty() { (grounds(&item.grounds, places)) }
        }
    }
}

/// Grounds beside what is already folded, or of a whole paragraph.
fn grounds(items: &[Item], places: &Places) -> Markup {
    html! {
        @if !items.is_empty() {
            details.why { summary { (places.grounds) } (why(items, places)) }
        }
    }
}

fn folded(text: &[Inline], under: &Markup, places: &Places) -> Markup {
    html! {
        details {
            summary { (inline(text, places)) }
            (under)
        }
    }
}

/// The grounds of a statement, which are not what it is about. They lead nowhere: there are many, and the statement itself does.
fn why(grounds: &[Item], places: &Places) -> Markup {
    let nowhere = Places { ids: BTreeSet::new(), grounds: places.grounds };
    html! { ul.grounds { @for item in grounds { (of_item(item, false, &nowhere)) } } }
}

fn list(under: &[Item], places: &Places) -> Markup {
    html! { ul { @for item in under { (of_item(item, false, places)) } } }
}

/// Whether a text says nothing without what follows it.
pub(super) fn announces(text: &[Inline]) -> bool {
    plain(text).trim_end().ends_with(':')
}

/// The parties that a line leads to.
fn named<'p>(pieces: &'p [Inline], parties: &mut BTreeSet<&'p PartyId>) {
    for piece in pieces {
        match piece {
            Inline::Word(_) | Inline::User(_) => {}
            Inline::Strong(inner) => named(inner, parties),
            Inline::Link { to, text } => {
                if let Anchor::Party(party) = to {
                    parties.insert(party);
                }
                named(text, parties);
            }
        }
    }
}

fn named_in<'p>(item: &'p Item, parties: &mut BTreeSet<&'p PartyId>) {
    named(&item.text, parties);
    item.under.iter().for_each(|under| named_in(under, parties));
}

fn listed(parties: &BTreeSet<&PartyId>) -> Option<String> {
    (!parties.is_empty()).then(|| parties.iter().join(" "))
}

/// The pieces of a line; what leads to a place that the page does not have is text only.
fn inline(pieces: &[Inline], places: &Places) -> Markup {
    html! {
        @for piece in pieces {
            @match piece {
                Inline::Word(text) => { (text) }
                Inline::User(text) => { bdi { (visible(text)) } }
                Inline::Strong(inner) => { strong { (inline(inner, places)) } }
                Inline::Link { to, text } => {
                    @let id = to.id();
                    @if places.ids.contains(&id) { a href={"#" (id)} { (inline(text, places)) } } @else { (inline(text, places)) }
                }
            }
        }
    }
}

/// The pieces of a line that is itself a link.
pub(super) fn without_links(pieces: &[Inline]) -> Markup {
    inline(pieces, &Places::default())
}
