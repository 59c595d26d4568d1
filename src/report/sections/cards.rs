//! Everything known and found of a party, party by party, each on a card.
//!
//! A card says what is on record of a party and what the methods make of it, in short lines; what a statement rests on stands in
//! the section that its term leads to. Groups without matter are left out. The results are sorted by party once, so that the work
//! goes with what there is and not with parties × what there is.
//!
//! A card names everything of a sort, and of the conflicts, which it counts, the three strongest. Where the HTML page would be too
//! large to send with that, all cards name fewer of each and say how many more there are, in every format alike. Of interests that are
//! not disclosed a card says only how many there are.

mod found;
mod index;
mod known;

use std::collections::BTreeSet;

use super::super::Section;
use super::super::page::{Anchor, Block, Inline, Inlines, Page};
use super::super::speech::{Speech, args, strong};
use super::Results;
use crate::id::PartyId;
use crate::model::{Attribute, Element};
use crate::rating::Reading;
use index::Index;

/// How much cards tell.
#[derive(Debug, Clone, Copy)]
struct Detail {
    /// How many things of one sort are named.
    named: usize,
    /// How many conflicts are told, the strongest first.
    conflicts: usize,
    /// Whether terms lead to their sections.
    linked: bool,
}

/// From the least to everything.
const DETAILS: [Detail; 5] = [
    Detail { named: 2, conflicts: 1, linked: false },
    Detail { named: 2, conflicts: 1, linked: true },
    Detail { named: 4, conflicts: 2, linked: true },
    Detail { named: 8, conflicts: 3, linked: true },
    Detail { named: usize::MAX, conflicts: 3, linked: true },
];

/// The cards, with the most of these details that fits; with the least where none does. `fits`: whether a page is small enough.
pub(super) fn write<'a>(
    page: &mut Page,
    speech: &'a Speech<'a>,
    found: &'a Results,
    sections: &BTreeSet<Section>,
    fits: &dyn Fn(&Page) -> bool,
) {
    let mut parties: Vec<&PartyId> = speech.model.parties().map(|(id, _)| id).collect();
    if parties.is_empty() {
        return;
    }
    parties.sort_by_cached_key(|id| speech.place(id));
    page.heading(3, speech.words("cards"));
    page.paragraph(speech.words("cards-how"));
    let index = Index::of(speech, found);
    let before = page.blocks.len();
    let mut most = Vec::new();
    // By halves, for most of the work is in writing them.
    let (mut low, mut high) = (0, DETAILS.len());
    while low < high {
        let middle = (low + high) / 2;
        let Some(detail) = DETAILS.get(middle).copied() else { break };
        for party in &parties {
            page.anchor(Anchor::Party((*party).clone()));
            page.heading(3, speech.name(&(*party).into()));
            for (title, lines) in [("card-known", known::LINES), ("card-found", found::LINES)] {
                let mut card = Card { speech, found, index: &index, party, sections, detail, facts: Vec::new() };
                lines.iter().for_each(|line| line(&mut card));
                if !card.facts.is_empty() {
                    page.paragraph(strong(speech.words(title)));
                    page.blocks.push(Block::Facts(card.facts));
                }
            }
        }
        let fits = fits(page);
        let written = page.blocks.split_off(before);
        if fits || middle == 0 {
            most = written;
        }
        (low, high) = if fits { (middle + 1, high) } else { (low, middle) };
    }
    page.blocks.extend(most);
}

/// Half a card under construction: what is on record, or what was found.
struct Card<'a> {
    speech: &'a Speech<'a>,
    found: &'a Results,
    index: &'a Index<'a>,
    party: &'a PartyId,
    sections: &'a BTreeSet<Section>,
    detail: Detail,
    facts: Vec<(Inlines, Inlines)>,
}

/// Adds what it has to say of the party.
type Line = fn(&mut Card<'_>);

impl Card<'_> {
    /// A line of what is on record; nothing for no words.
    fn add(&mut self, term: &str, fact: Inlines) {
        if !fact.is_empty() {
            self.facts.push((self.speech.words(term), fact));
        }
    }

    /// A line of what was found, with a term that leads to where its grounds stand.
    fn add_found(&mut self, section: Section, term: &str, fact: Inlines) {
        if fact.is_empty() {
            return;
        }
        let text = self.speech.words(term);
        let there = self.sections.contains(&section);
        let term =
            if there && self.detail.linked { vec![Inline::Link { to: Anchor::Section(section), text }] } else { text };
        self.facts.push((term, fact));
    }

    /// A few of many things, which may have commas of their own. Only those are put in words.
    fn few<T>(&self, all: impl IntoIterator<Item = T>, say: impl Fn(T) -> Inlines) -> Inlines {
        let mut all: Vec<T> = all.into_iter().collect();
        let most = super::told(all.len(), self.detail.named);
        let more = all.len().saturating_sub(most);
        all.truncate(most);
        let mut said: Vec<Inlines> = all.into_iter().map(say).collect();
        said.extend((more > 0).then(|| self.speech.say("list-more", args! {"n": more})));
        self.row(said)
    }

    /// Things beside each other.
    fn row(&self, all: Vec<Inlines>) -> Inlines {
        itertools::intersperse(all, self.speech.words("list-semicolon")).flatten().collect()
    }

    fn parties<'p>(&self, parties: impl IntoIterator<Item = &'p PartyId>) -> Inlines {
        self.few(parties, |p| self.speech.party(p))
    }

    fn read(&self, of: &Element, attribute: Attribute) -> Option<Reading> {
        self.speech.model.read(of, attribute, self.found.field.aggregate())
    }

    /// Something with its number.
    fn with(&self, name: Inlines, number: Inlines) -> Inlines {
        self.speech.say("ground-own", args! {"rating": name, "value": number})
    }

    /// Things with their ratings, highest first, unknown ones last.
    fn rated<T>(&self, all: impl Iterator<Item = (T, Option<Reading>)>, name: impl Fn(T) -> Inlines) -> Inlines {
        let mut all: Vec<(T, Option<Reading>)> = all.collect();
        let size = |reading: &Option<Reading>| reading.map_or(f64::NEG_INFINITY, |r| r.raw.abs());
        all.sort_by(|(_, x), (_, y)| size(y).total_cmp(&size(x)));
        self.few(all, |(thing, reading)| self.with(name(thing), self.speech.cell(reading)))
    }
}
