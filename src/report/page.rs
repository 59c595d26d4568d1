//! A page: what a report says, apart from how it is written down.
//!
//! The sections build it once and each renderer walks over it. A text of the model is [`Inline::User`] and never anything else, so
//! that every renderer knows what it must distrust.

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
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// A heading, 1 the highest.
    Heading { level: u8, text: Inlines },
    /// A paragraph.
    Paragraph(Inlines),
    /// A list, each item with its own.
    List { order: Order, items: Vec<Item> },
    /// A table; every row has a cell for each column.
    Table { columns: Vec<Column>, rows: Vec<Vec<Inlines>> },
    /// Terms with what they stand for.
    Facts(Vec<(Inlines, Inlines)>),
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
}

impl From<Inlines> for Item {
    fn from(text: Inlines) -> Self {
        Self { text: capital(text), under: Vec::new() }
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

/// A page under construction.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Page {
    pub(super) blocks: Vec<Block>,
}

impl Page {
    pub(super) fn heading(&mut self, level: u8, text: Inlines) {
        self.blocks.push(Block::Heading { level, text });
    }

    pub(super) fn paragraph(&mut self, text: Inlines) {
        self.blocks.push(Block::Paragraph(text));
    }

    /// A list; nothing for no items.
    pub(super) fn list(&mut self, order: Order, items: Vec<Item>) {
        if !items.is_empty() {
            self.blocks.push(Block::List { order, items });
        }
    }

    /// A table; nothing for no rows. Columns: the head and how it stands.
    pub(super) fn table(&mut self, columns: Vec<(Inlines, Align)>, rows: Vec<Vec<Inlines>>) {
        if !rows.is_empty() {
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
        Some(Inline::Strong(inner)) => *inner = capital(std::mem::take(inner)),
        _ => {}
    }
    pieces
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
        assert_eq!(visible("👩‍👧 ❤\u{fe0f}"), "👩‍👧 ❤\u{fe0f}");
    }
}
