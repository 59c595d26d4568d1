//! One HTML page: pictures, style and controls are in it, and nothing is loaded from elsewhere.
//!
//! The page is complete without its script: evidence is folded in `details`, and what the script adds (choosing, sorting, tooltips)
//! is made by it. A content security policy lets in the very style and script and nothing else.

mod body;
mod controls;

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use itertools::Itertools;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::page::{Anchor, Block, Page, plain};
use super::picture::STYLE;

const PAGE_STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// What a page is to stay below, in bytes, so that it can be sent: its cards name less where that brings it there.
pub(super) const LARGEST: usize = 2_000_000;

pub(super) fn render(page: &Page) -> String {
    let title = page.blocks.iter().find_map(|block| match block {
        Block::Heading { level: 1, text, .. } => Some(plain(text)),
        _ => None,
    });
    let style = read_as_written(STYLE.lines().chain(PAGE_STYLE.lines()));
    let script = read_as_written(SCRIPT.lines());
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(&style),
        hash(&script)
    );
    let whole = html! {
        (DOCTYPE)
        html lang=(page.frame.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={"polder " (env!("CARGO_PKG_VERSION"))};
                title { (title.unwrap_or_default()) }
                link rel="icon" href="data:,";
                style { (PreEscaped(style)) }
            }
            body {
                (of_page(page))
                script { (PreEscaped(script)) }
            }
        }
    };
    whole.into_string()
}

/// What a browser reads of a text, however its lines ended where this was compiled.
fn read_as_written<'a>(mut lines: impl Iterator<Item = &'a str>) -> String {
    lines.join("\n")
}

/// The source of a style or script, as a policy names it.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn of_page(page: &Page) -> Markup {
    let anchor = |block: &Block| match block {
        Block::Heading { anchor, .. } => anchor.as_ref().map(Anchor::id),
        _ => None,
    };
    let ids: BTreeSet<String> = page.blocks.iter().filter_map(anchor).collect();
    let (head, rest) = page.head();
    let word = |key| page.frame.word(key);
    let places = body::Places { ids, grounds: word("page-grounds") };
    let contents = controls::contents(page);
    html! {
        a.skip href="#main" { (word("page-skip")) }
        header.head { (body::blocks(head, &places)) }
        @if let Some(contents) = &contents { div.side { (contents) } }
        main #main tabindex="-1" data-decimal=(word("decimal-sign")) data-minus=(word("minus-sign"))
            data-shown=(word("page-shown")) data-nothing=(word("page-nothing")) data-scroll=(word("page-scroll")) {
            (body::parts(rest, &places))
        }
        (controls::template(page))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_a_browser_reads_them() {
        assert_eq!(read_as_written("a\r\nb\n".lines()), "a\nb");
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
