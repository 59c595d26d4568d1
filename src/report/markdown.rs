//! Markdown with tables as GitHub writes them. Every character that could be markup is escaped, in our words as well.
//!
//! GitHub makes links of e-mail addresses (and of the names of its users) in the text that is left after backslashes and entities
//! are read, so that escaping `@` does not help. An empty comment after it does: the text ends there.

use itertools::Itertools;

use super::page::{Align, Block, Inline, Item, Order, Page, visible};

pub(super) fn render(page: &Page) -> String {
    let mut out = String::new();
    let (head, rest) = page.head();
    blocks(&mut out, head);
    contents(&mut out, page);
    blocks(&mut out, rest);
    out
}

/// What can be led to, as links; nothing where there is too little.
fn contents(out: &mut String, page: &Page) {
    let entries = page.contents();
    if !entries.is_empty() {
        let title = word(page.frame.word("page-contents"));
        out.extend(["\n**", &title, "**\n\n"]);
    }
    for entry in entries {
        let indent = "  ".repeat(usize::from(entry.level.saturating_sub(2)));
        out.extend([&indent, "- [", &inline(entry.text), "](#", &entry.anchor.id(), ")\n"]);
    }
}

fn blocks(out: &mut String, all: &[Block]) {
    for block in all.iter().filter(|block| !matches!(block, Block::Picture(_) | Block::Grounds(_))) {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Heading { level, text, anchor } => {
                if let Some(anchor) = anchor {
                    out.extend(["<a id=\"", &anchor.id(), "\"></a>\n\n"]);
                }
                out.push_str(&"#".repeat(usize::from(*level)));
                out.push(' ');
                out.push_str(&line(text));
                out.push('\n');
            }
            Block::Paragraph(text) => {
                out.push_str(&line(text));
                out.push('\n');
            }
            Block::List { order, items } => list(out, *order, items, 0),
            Block::Table { columns, rows } => {
                row(out, columns.iter().map(|c| inline(&c.head)));
                let rule = |align| if align == Align::Right { "---:" } else { "---" }.to_owned();
                row(out, columns.iter().map(|c| rule(c.align)));
                for cells in rows.iter().map(|row| &row.cells) {
                    row(out, cells.iter().map(|cell| inline(cell)));
                }
            }
            // What a picture shows stands in words beside it; grounds are for what can fold them away.
            Block::Picture(_) | Block::Grounds(_) => {}
            Block::Facts(facts) => {
                for (term, fact) in facts {
                    out.extend(["- **", &inline(term), ":** ", &inline(fact), "\n"]);
                }
            }
        }
    }
}

fn row(out: &mut String, mut cells: impl Iterator<Item = String>) {
    out.extend(["| ", &cells.join(" | "), " |\n"]);
}

fn list(out: &mut String, order: Order, items: &[Item], indent: usize) {
    for (number, item) in items.iter().enumerate() {
        let mark = match order {
            Order::Bulleted => "- ".to_owned(),
            Order::Numbered => format!("{}. ", number + 1),
        };
        out.extend([&" ".repeat(indent), &mark, &line(&item.text), "\n"]);
        list(out, Order::Bulleted, &item.under, indent + mark.len());
    }
}

/// Inline pieces at the start of a line, where more characters are markup.
fn line(pieces: &[Inline]) -> String {
    let text = inline(pieces);
    let text = text.trim_start();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let marked = if digits > 0 { digits } else { 0 };
    match text.chars().nth(marked) {
        Some('.' | ')') if digits > 0 => {
            let (number, rest): (String, String) =
                (text.chars().take(digits).collect(), text.chars().skip(digits).collect());
            format!("{number}\\{rest}")
        }
        Some('-' | '+' | '=' | ':') if digits == 0 => format!("\\{text}"),
        _ => text.to_owned(),
    }
}

fn word(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

fn inline(pieces: &[Inline]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Inline::Word(text) => escape(text, &mut out),
            Inline::User(text) => escape(&visible(text), &mut out),
            Inline::Link { text, .. } => out.push_str(&inline(text)),
            Inline::Strong(inner) => {
                let inner = inline(inner);
                let inner = inner.trim();
                if !inner.is_empty() {
                    out.extend(["**", inner, "**"]);
                }
            }
        }
    }
    out
}

/// What stands between an `@` and what follows it.
const APART: &str = "<!-- -->";

/// Escapes what could be markup anywhere: emphasis, code, links, HTML, entities, tables, mathematics, and bare web and e-mail
/// addresses as GitHub finds them.
fn escape(text: &str, out: &mut String) {
    let mut before = [' '; 3];
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let markup = match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '$' | '^' => true,
            '!' => next == Some('['),
            ':' => next == Some('/'),
            '.' => before.iter().all(|b| b.eq_ignore_ascii_case(&'w')),
            _ => false,
        };
        if markup {
            out.push('\\');
        }
        out.push(c);
        if c == '@' {
            out.push_str(APART);
        }
        before = [before[1], before[2], c];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(text: &str) -> String {
        line(&[Inline::User(text.into())])
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(user("a|b*c_d`e`<b>"), "a\\|b\\*c\\_d\\`e\\`\\<b\\>");
        assert_eq!(user("- item"), "\\- item");
        assert_eq!(user("12. item"), "12\\. item");
        assert_eq!(user("12) item"), "12\\) item");
        assert_eq!(user("# kop"), "\\# kop");
        assert_eq!(user("![x](http://y)"), "\\!\\[x\\](http\\://y)");
        assert_eq!(user("www.example.org"), "www\\.example.org");
        assert_eq!(user("me@evil.org, @me"), "me@<!-- -->evil.org, @<!-- -->me");
        assert_eq!(user("a\n\n# b"), "a \\# b");
        assert_eq!(user("Gemeente Lindeveen, 2e ronde (nieuw)."), "Gemeente Lindeveen, 2e ronde (nieuw).");
    }
}
