//! Plain text with aligned tables. Lines are not wrapped.

use super::page::{Align, Block, Inline, Item, Order, Page, Row, visible};

pub(super) fn render(page: &Page) -> String {
    let mut out = String::new();
    let (head, rest) = page.head();
    blocks(&mut out, head);
    contents(&mut out, page);
    blocks(&mut out, rest);
    out
}

/// The chapters and sections; nothing where there are too few to list.
fn contents(out: &mut String, page: &Page) {
    let entries = page.contents();
    if !entries.is_empty() {
        out.extend(["\n", page.frame.word("page-contents"), "\n\n"]);
    }
    for entry in entries {
        let indent = "  ".repeat(usize::from(entry.level.saturating_sub(2)));
        out.extend([&indent, "- ", &inline(entry.text), "\n"]);
    }
}

fn blocks(out: &mut String, all: &[Block]) {
    for block in all.iter().filter(|block| !matches!(block, Block::Picture(_) | Block::Grounds(_))) {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Heading { level, text, .. } => {
                let text = inline(text);
                let under = if *level <= 2 { "=" } else { "-" };
                let rule = if *level > 3 { String::new() } else { under.repeat(text.chars().count()) + "\n" };
                out.extend([&text, "\n", &rule]);
            }
            Block::Paragraph(text) => out.extend([&inline(text), "\n"]),
            Block::List { order, items } => list(out, *order, items, 0),
            Block::Table { columns, rows } => {
                let head: Vec<String> = columns.iter().map(|c| inline(&c.head)).collect();
                let texts = |row: &Row| row.cells.iter().map(|cell| inline(cell)).collect();
                let rows: Vec<Vec<String>> = rows.iter().map(texts).collect();
                let width = |column: usize| {
                    let cells = std::iter::once(&head).chain(&rows).filter_map(|r| r.get(column));
                    cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
                };
                let shape: Vec<(usize, Align)> = columns.iter().enumerate().map(|(i, c)| (width(i), c.align)).collect();
                row(out, &head, &shape);
                let rule: Vec<String> = shape.iter().map(|(width, _)| "-".repeat(*width)).collect();
                row(out, &rule, &shape);
                for cells in &rows {
                    row(out, cells, &shape);
                }
            }
            // What a picture shows stands in words beside it; grounds are for what can fold them away.
            Block::Picture(_) | Block::Grounds(_) => {}
            Block::Facts(facts) => {
                for (term, fact) in facts {
                    out.extend([&inline(term), ": ", &inline(fact), "\n"]);
                }
            }
        }
    }
}

fn row(out: &mut String, cells: &[String], shape: &[(usize, Align)]) {
    let mut line = String::new();
    for (cell, (width, align)) in cells.iter().zip(shape) {
        if !line.is_empty() {
            line.push_str("  ");
        }
        let space = " ".repeat(width.saturating_sub(cell.chars().count()));
        match align {
            Align::Left => line.extend([cell.as_str(), &space]),
            Align::Right => line.extend([space.as_str(), cell]),
        }
    }
    out.extend([line.trim_end(), "\n"]);
}

fn list(out: &mut String, order: Order, items: &[Item], indent: usize) {
    for (number, item) in items.iter().enumerate() {
        let mark = match order {
            Order::Bulleted => "- ".to_owned(),
            Order::Numbered => format!("{}. ", number + 1),
        };
        out.extend([&" ".repeat(indent), &mark, &inline(&item.text), "\n"]);
        list(out, Order::Bulleted, &item.under, indent + mark.len());
    }
}

fn inline(pieces: &[Inline]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Inline::Word(text) => out.push_str(text),
            Inline::User(text) => out.push_str(&visible(text)),
            Inline::Strong(inner) | Inline::Link { text: inner, .. } => out.push_str(&inline(inner)),
        }
    }
    out
}
