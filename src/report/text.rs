//! Plain text with aligned tables. Lines are not wrapped.

use super::page::{Align, Block, Inline, Item, Order, Page, visible};

pub(super) fn render(page: &Page) -> String {
    let mut out = String::new();
    for block in &page.blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Heading { level, text } => {
                let text = inline(text);
                let under = if *level == 1 { "=" } else { "-" };
                let rule = if *level > 2 { String::new() } else { under.repeat(text.chars().count()) + "\n" };
                out.extend([&text, "\n", &rule]);
            }
            Block::Paragraph(text) => out.extend([&inline(text), "\n"]),
            Block::List { order, items } => list(&mut out, *order, items, 0),
            Block::Table { columns, rows } => {
                let head: Vec<String> = columns.iter().map(|c| inline(&c.head)).collect();
                let rows: Vec<Vec<String>> = rows.iter().map(|r| r.iter().map(|cell| inline(cell)).collect()).collect();
                let width = |column: usize| {
                    let cells = std::iter::once(&head).chain(&rows).filter_map(|r| r.get(column));
                    cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
                };
                let shape: Vec<(usize, Align)> = columns.iter().enumerate().map(|(i, c)| (width(i), c.align)).collect();
                row(&mut out, &head, &shape);
                let rule: Vec<String> = shape.iter().map(|(width, _)| "-".repeat(*width)).collect();
                row(&mut out, &rule, &shape);
                for cells in &rows {
                    row(&mut out, cells, &shape);
                }
            }
            Block::Facts(facts) => {
                for (term, fact) in facts {
                    out.extend([&inline(term), ": ", &inline(fact), "\n"]);
                }
            }
        }
    }
    out
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
            Inline::Strong(inner) => out.push_str(&inline(inner)),
        }
    }
    out
}
