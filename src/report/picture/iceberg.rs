//! What is seen, and what may lie below.
//!
//! Events stand above the water, and below it layer by layer what may explain them. What explains stands lower than what it explains,
//! also within a layer. Of each layer the most connected notes are drawn, up to [`MOST`], and the rest is counted. A note in confidence
//! that may not be shown has no place of its own: how many lie at the root is told by layer, as the report tells it.

mod berg;
mod notes;

use maud::{Markup, html};

use super::beneath::Beneath;
use super::draw::{self, LINE, SIZE, SMALL, Shape, Side, hatched, mark, px, shape, text, wrap};
use super::legend::Sign;
use super::{Picture, PictureKind};
use crate::analysis::Iceberg;
use crate::report::page::plain;
use crate::report::speech::Speech;
use berg::{Berg, WIDTH};
use notes::{Card, Sort, Thread, Water};

/// How many notes of a layer are drawn at most, where no more than one is left.
const MOST: usize = 8;
/// How wide a card is.
const CARD: f64 = 150.0;
/// How far the words stand from the sides of their card.
const PAD: f64 = 6.0;
/// How many lines of a note are shown.
const LINES: usize = 5;

/// What is seen, and what may lie below.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &Iceberg) -> Option<Picture> {
    let water = Water::of(speech, found);
    if water.cards.iter().all(|card| card.sort == Sort::Withheld) {
        return None;
    }
    let texts: Vec<(Vec<String>, Vec<String>)> = water.cards.iter().map(|card| words(&water, card)).collect();
    let heights: Vec<f64> = texts.iter().map(|(said, under)| height(said.len() + under.len())).collect();
    let berg = Berg::of(&water, &heights);
    let ways = berg.ways(&water.threads);
    let top = berg.bottom + 14.0;
    let beneath = Beneath { signs: legend(&water), notes: water.reserves(), lists: Vec::new() }.draw(top, WIDTH);
    let body = html! {
        (berg.ground())
        @for (thread, way) in water.threads.iter().zip(&ways) { (line(&water, thread, way)) }
        @for layer in &berg.layers { (head(&water, layer)) }
        @for ((card, place), (said, under)) in water.cards.iter().zip(&berg.places).zip(&texts) {
            (drawn(&water, card, *place, said, under))
        }
        (beneath.body)
    };
    let title = speech.words("picture-iceberg-title");
    Some(draw::picture(PictureKind::Iceberg, &title, &water.description(), (WIDTH, top + beneath.height), body))
}

/// What stands in a card: its words, and small beneath them what is to be known of it.
fn words(water: &Water<'_>, card: &Card<'_>) -> (Vec<String>, Vec<String>) {
    let room = CARD - 2.0 * PAD;
    let said = wrap(&water.shown(card), SMALL, room, LINES);
    let under = water.under(card).iter().flat_map(|line| wrap(&plain(line), SMALL, room, 2)).collect();
    (said, under)
}

#[expect(clippy::cast_precision_loss, reason = "a few lines")]
fn height(lines: usize) -> f64 {
    lines as f64 * SMALL * LINE + 2.0 * PAD
}

/// The name of a layer, how many notes it has, and how many of them are not drawn.
fn head(water: &Water<'_>, layer: &berg::Band) -> Markup {
    let (name, aside) = water.head(layer.layer);
    let y = layer.top + 15.0;
    let veil = |x: f64, text: &str, size: f64| {
        html! { rect class="veil" x=(px(x)) y=(px(y - 12.0)) width=(px(draw::text_width(text, size) + 8.0)) height="17" rx="3" {} }
    };
    html! {
        // Bold is a little wider.
        (veil(10.0, &name, SIZE * 1.06))
        (text(14.0, y, Side::Start, "strong", &name))
        @if !aside.is_empty() {
            (veil(WIDTH - 18.0 - draw::text_width(&aside, SMALL), &aside, SMALL))
            (text(WIDTH - 14.0, y, Side::End, "small quiet", &aside))
        }
    }
}

fn line(water: &Water<'_>, thread: &Thread, way: &str) -> Markup {
    let class = if thread.hidden { "thread hidden-thread" } else { "thread" };
    mark(&water.tell_thread(thread), &html! { path class=(class) d=(way) {} })
}

fn drawn(
    water: &Water<'_>,
    card: &Card<'_>,
    (x, y, high): (f64, f64, f64),
    said: &[String],
    under: &[String],
) -> Markup {
    let class = match card.sort {
        Sort::Bottleneck { discussed: true } => "card card-event",
        Sort::Bottleneck { discussed: false } => "card card-open",
        Sort::Root => "card card-root",
        Sort::Between => "card",
        Sort::Withheld => "card-withheld",
    };
    let mut base = y + PAD - SMALL * 0.3;
    let mut lines = Vec::new();
    for (class, line) in said.iter().map(|l| ("small", l)).chain(under.iter().map(|l| ("small quiet", l))) {
        base += SMALL * LINE;
        lines.push(text(x + PAD, base, Side::Start, class, line));
    }
    let all = html! {
        rect class=(class) x=(px(x)) y=(px(y)) width=(px(CARD)) height=(px(high)) rx="5" {}
        @if card.sort == Sort::Withheld {
            rect x=(px(x + CARD - 7.0)) y=(px(y + 2.0)) width="5" height=(px(high - 4.0)) fill=(hatched(PictureKind::Iceberg)) {}
        }
        (sign(card.sort, x + CARD - 1.0, y + 1.0))
        @for line in &lines { (line) }
    };
    mark(&water.tell(card), &all)
}

/// The sign of a bottleneck or a root.
fn sign(sort: Sort, x: f64, y: f64) -> Markup {
    match sort {
        Sort::Bottleneck { .. } => shape(Shape::Diamond, x, y, 5.0, "against"),
        Sort::Root => shape(Shape::TriangleDown, x, y, 6.0, "for"),
        Sort::Between | Sort::Withheld => html! {},
    }
}

/// What the signs mean, of those that are there.
fn legend(water: &Water<'_>) -> Vec<Sign> {
    let has = |sort: fn(Sort) -> bool| water.cards.iter().any(|card| sort(card.sort));
    let means = |drawn: Markup, reach: f64, key: &str| Sign::new(drawn, reach, &water.speech.words(key));
    let small = |class: &str, sort: Sort, key: &str| {
        let drawn = html! {
            rect class=(class) x="-12" y="-6" width="24" height="12" rx="3" {}
            @if sort == Sort::Withheld {
                rect x="-10" y="-4" width="4" height="8" fill=(hatched(PictureKind::Iceberg)) {}
            }
            (sign(sort, 12.0, -5.0))
        };
        means(drawn, 16.0, key)
    };
    let thread = |class: &str, key: &str| means(html! { path class=(class) d="M0 -8V8" {} }, 3.0, key);
    let mut out = Vec::new();
    if has(|sort| sort == Sort::Bottleneck { discussed: true }) {
        out.push(small("card card-event", Sort::Bottleneck { discussed: true }, "picture-iceberg-legend-bottleneck"));
    }
    if has(|sort| sort == Sort::Bottleneck { discussed: false }) {
        out.push(small("card card-open", Sort::Bottleneck { discussed: false }, "picture-iceberg-legend-open"));
    }
    if has(|sort| sort == Sort::Root) {
        out.push(small("card card-root", Sort::Root, "picture-iceberg-legend-root"));
    }
    if has(|sort| sort == Sort::Withheld) {
        out.push(small("card-withheld", Sort::Withheld, "picture-iceberg-legend-withheld"));
    }
    if water.threads.iter().any(|thread| !thread.hidden) {
        out.push(thread("thread", "picture-iceberg-legend-explains"));
    }
    if water.threads.iter().any(|thread| thread.hidden) {
        out.push(thread("thread hidden-thread", "picture-iceberg-legend-hidden"));
    }
    out
}
