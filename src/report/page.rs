//! A page: what a report says, apart from how it is written down.
//!
//! The sections build it once and each renderer walks over it. A text of the model is [`Inline::User`] and never anything else, so
//! that every renderer knows what it must distrust.

use std::collections::BTreeMap;

use super::picture::Picture;
use super::speech::{Speech, args};
use super::{Chapter, Section};
use crate::id::PartyId;

/// A run of inline pieces.
pub(super) type Inlines = Vec<Inline>;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Inline {
    /// Our words, from the locale.
    Word(String),
    /// A text of the model: a name, a statement.
    User(String),
    /// What stands out.
    Strong(Inlines),
    /// What leads to another place of the page, where the format has such.
    Link { to: Anchor, text: Inlines },
}

/// A place of a page that can be led to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Anchor {
    /// A chapter of a report.
    Chapter(Chapter),
    /// A section of a report.
    Section(Section),
    /// What changed since an earlier model.
    Changes,
    /// The card of a party.
    Party(PartyId),
}

impl Anchor {
    /// The name of the place, of letters, digits and hyphens.
    pub(super) fn id(&self) -> String {
        match self {
            Self::Chapter(chapter) => format!("chapter-{chapter}"),
            Self::Section(section) => format!("section-{section}"),
            Self::Changes => "changes".to_owned(),
            Self::Party(party) => format!("party-{party}"),
        }
    }
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// A heading, 1 the highest, with its place where it can be led to.
    Heading { level: u8, text: Inlines, anchor: Option<Anchor> },
    /// A paragraph.
    Paragraph(Inlines),
    /// A list, each item with its own.
    List { order: Order, items: Vec<Item> },
    /// A table; every row has a cell for each column.
    Table { columns: Vec<Column>, rows: Vec<Row> },
    /// Terms with what they stand for.
    Facts(Vec<(Inlines, Inlines)>),
    /// A picture. What it shows stands in words beside it, for the formats without pictures.
    Picture(Picture),
    /// The grounds of what the block before it says, for a format that can fold them away.
    Grounds(Vec<Item>),
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Inlines>,
    /// The grounds of what it says, for a format that can fold them away.
    pub(super) under: Vec<Item>,
}

impl Row {
    /// A row with the grounds of what it says.
    pub(super) fn on(cells: Vec<Inlines>, grounds: impl IntoIterator<Item = Item>) -> Self {
        Self { cells, under: grounds.into_iter().collect() }
    }
}

impl From<Vec<Inlines>> for Row {
    fn from(cells: Vec<Inlines>) -> Self {
        Self { cells, under: Vec::new() }
    }
}

/// What sort of thing an item tells, to choose by: the kind of a conflict, the state of a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kind {
    /// A word of letters, digits and hyphens, one for each kind.
    pub(super) key: String,
    /// What it is called.
    pub(super) label: String,
}

/// Whether the items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Bulleted,
    Numbered,
}

/// An item of a list with the items under it, such as its reasons.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Item {
    pub(super) text: Inlines,
    pub(super) under: Vec<Item>,
    /// The grounds of what it says, for a format that can fold them away.
    pub(super) grounds: Vec<Item>,
    pub(super) kind: Option<Kind>,
}

impl Item {
    /// The same item with more grounds.
    pub(super) fn on(mut self, grounds: impl IntoIterator<Item = Self>) -> Self {
        self.grounds.extend(grounds);
        self
    }
}

impl From<Inlines> for Item {
    fn from(text: Inlines) -> Self {
        Self { text: capital(text), ..Self::default() }
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    pub(super) head: Inlines,
    pub(super) align: Align,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// What a page says of itself and of its controls, in its language.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Frame {
    /// The language, as a tag.
    pub(super) language: String,
    words: BTreeMap<&'static str, String>,
}

impl Frame {
    /// The messages of the locale that a page needs for itself.
    const WORDS: &'static [&'static str] = &[
        "decimal-sign",
        "minus-sign",
        "page-contents",
        "page-grounds",
        "page-skip",
        "page-parties",
        "page-controls",
        "page-filter-party",
        "page-filter-kind",
        "page-filter-all",
        "page-shown",
        "page-reset",
        "page-unfold",
        "page-fold",
        "page-nothing",
        "page-scroll",
    ];

    fn of(speech: &Speech<'_>) -> Self {
        // What is counted once the page is read has a place in braces.
        let places = args! {"shown": "{shown}".to_owned(), "all": "{all}".to_owned()};
        let word = |key: &&'static str| (*key, plain(&speech.say(key, places)));
        Self { language: speech.language().to_owned(), words: Self::WORDS.iter().map(word).collect() }
    }

    /// A word of the page itself; nothing for a key that is not among its words.
    pub(super) fn word(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }
}

/// A line of a list of contents: a heading that can be led to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'p> {
    /// The level of the heading, 1 the highest.
    pub(super) level: u8,
    pub(super) text: &'p Inlines,
    pub(super) anchor: &'p Anchor,
}

/// A page under construction.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Page {
    pub(super) blocks: Vec<Block>,
    /// What the page itself says: of its language, what its controls are called.
    pub(super) frame: Frame,
    next: Option<Anchor>,
}

impl Page {
    /// A page in the language of a speech.
    pub(super) fn of(speech: &Speech<'_>) -> Self {
        Self { frame: Frame::of(speech), ..Self::default() }
    }

    pub(super) fn heading(&mut self, level: u8, text: Inlines) {
        self.blocks.push(Block::Heading { level, text, anchor: self.next.take() });
    }

    /// The next heading can be led to.
    pub(super) fn anchor(&mut self, anchor: Anchor) {
        self.next = Some(anchor);
    }

    pub(super) fn picture(&mut self, picture: Picture) {
        self.blocks.push(Block::Picture(picture));
    }

    /// The chapters and sections that can be led to, in their order; none where a list of them would have fewer than two lines.
    pub(super) fn contents(&self) -> Vec<Entry<'_>> {
        let entry = |block| match block {
            &Block::Heading { level, ref text, anchor: Some(ref anchor) } => Some(Entry { level, text, anchor }),
            _ => None,
        };
        let no_card = |entry: &Entry<'_>| !matches!(entry.anchor, Anchor::Party(_));
        let entries: Vec<Entry<'_>> = self.blocks.iter().filter_map(entry).filter(no_card).collect();
        if entries.len() < 2 { Vec::new() } else { entries }
    }

    /// The head of the page, and what follows it from the first heading below the highest.
    pub(super) fn head(&self) -> (&[Block], &[Block]) {
        let below = |block: &Block| matches!(block, Block::Heading { level, .. } if *level > 1);
        let end = self.blocks.iter().position(below).unwrap_or(self.blocks.len());
        self.blocks.split_at_checked(end).unwrap_or_default()
    }

    pub(super) fn paragraph(&mut self, text: Inlines) {
        self.blocks.push(Block::Paragraph(text));
    }

    /// The grounds of the block before; nothing for none.
    pub(super) fn grounds(&mut self, grounds: impl IntoIterator<Item = Item>) {
        let grounds: Vec<Item> = grounds.into_iter().collect();
        if !grounds.is_empty() {
            self.blocks.push(Block::Grounds(grounds));
        }
    }

    /// A list; nothing for no items.
    pub(super) fn list(&mut self, order: Order, items: Vec<Item>) {
        if !items.is_empty() {
            self.blocks.push(Block::List { order, items });
        }
    }

    /// A table; nothing for no rows. Columns: the head and how it stands.
    pub(super) fn table(&mut self, columns: Vec<(Inlines, Align)>, rows: Vec<impl Into<Row>>) {
        if !rows.is_empty() {
            let rows = rows.into_iter().map(Into::into).collect();
            let columns = columns.into_iter().map(|(head, align)| Column { head: capital(head), align }).collect();
            self.blocks.push(Block::Table { columns, rows });
        }
    }
}

/// Our words with a capital at the start; a text of the model stays as it is.
pub(super) fn capital(mut pieces: Inlines) -> Inlines {
    match pieces.first_mut() {
        Some(Inline::Word(text)) => {
            let mut chars = text.chars();
            *text = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
        }
        Some(Inline::Strong(inner) | Inline::Link { text: inner, .. }) => *inner = capital(std::mem::take(inner)),
        _ => {}
    }
    pieces
}

/// The pieces as plain text, for what has no pieces: labels of pictures, attributes.
pub(super) fn plain(pieces: &[Inline]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Inline::Word(text) => out.push_str(text),
            Inline::User(text) => out.push_str(&visible(text)),
            Inline::Strong(inner) | Inline::Link { text: inner, .. } => out.push_str(&plain(inner)),
        }
    }
    out
}

/// A text of the model with what would not be seen made visible: line breaks become spaces, control and bidirectional characters
/// and other marks without a shape become their code point in brackets.
pub(super) fn visible(text: &str) -> String {
    folded(text.trim())
}

/// As [`visible`], with the spaces at both ends kept: what a locale says, as what a model says.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if hidden(c) => out.extend(["⟨U+", &format!("{:04X}", u32::from(c)), "⟩"]),
            c => out.push(c),
        }
    }
    out
}

/// Whether a character steers the text around it or has no shape of its own. The joiners of emoji and of Arabic and Indic scripts
/// (U+200C, U+200D) and variation selectors are kept.
fn hidden(c: char) -> bool {
    c.is_control()
        // No characters at all; XML does not allow the first two.
        || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_hide_is_shown() {
        assert_eq!(visible("a\r\nb\u{202e}c\u{0}"), "a b⟨U+202E⟩c⟨U+0000⟩");
        assert_eq!(visible("\u{fffe}\u{10ffff}\u{fdd0}"), "⟨U+FFFE⟩⟨U+10FFFF⟩⟨U+FDD0⟩");
        assert_eq!(visible("👩‍👧 ❤\u{fe0f}"), "👩‍👧 ❤\u{fe0f}");
    }
}
