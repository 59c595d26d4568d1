//! Everything known and found of a party, party by party, each on a card.
//!
//! A card says what is on record of a party and what the methods make of it, in short lines; what a statement rests on stands in
//! the section that its term leads to, where there are not too many parties for all those links. Groups without matter are left out. The results are sorted by party once, so that the work
//! goes with what there is and not with parties × what there is.
//!
//! A card names everything of a sort and its three strongest conflicts of all, which it counts. With more than 40 parties it names
//! two things and one conflict, and says how many more there are: the page would be too large to send otherwise. Of interests that are not disclosed a
//! card says only how many there are.

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

/// How many things of one sort are named on a card where there are [many](super::are_many) parties.
const NAMED_OF_MANY: usize = 2;

pub(super) fn write<'a>(page: &mut Page, speech: &'a Speech<'a>, found: &'a Results, sections: &BTreeSet<Section>) {
    if speech.model.parties().len() == 0 {
        return;
    }
    page.heading(3, speech.words("cards"));
    page.paragraph(speech.words("cards-how"));
    let index = Index::of(speech, found);
    let mut parties: Vec<&PartyId> = speech.model.parties().map(|(id, _)| id).collect();
    parties.sort_by_cached_key(|id| speech.place(id));
    for party in parties {
        page.anchor(Anchor::Party(party.clone()));
        page.heading(3, speech.name(&party.into()));
        for (title, lines) in [("card-known", known::LINES), ("card-found", found::LINES)] {
            let mut card = Card { speech, found, index: &index, party, sections, facts: Vec::new() };
            lines.iter().for_each(|line| line(&mut card));
            if !card.facts.is_empty() {
                page.paragraph(strong(speech.words(title)));
                page.blocks.push(Block::Facts(card.facts));
            }
        }
    }
}

/// Half a card under construction: what is on record, or what was found.
struct Card<'a> {
    speech: &'a Speech<'a>,
    found: &'a Results,
    index: &'a Index<'a>,
    party: &'a PartyId,
    sections: &'a BTreeSet<Section>,
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
        let term = if there && !super::are_many(self.speech) {
            vec![Inline::Link { to: Anchor::Section(section), text }]
        } else {
            text
        };
        self.facts.push((term, fact));
    }

    /// A few of many things, which may have commas of their own.
    fn few(&self, mut all: Vec<Inlines>) -> Inlines {
        let named = if super::are_many(self.speech) { NAMED_OF_MANY } else { usize::MAX };
        let most = super::told(all.len(), named);
        let more = all.len().saturating_sub(most);
        all.truncate(most);
        all.extend((more > 0).then(|| self.speech.say("list-more", args! {"n": more})));
        self.row(all)
    }

    /// Things beside each other.
    fn row(&self, all: Vec<Inlines>) -> Inlines {
        itertools::intersperse(all, self.speech.words("list-semicolon")).flatten().collect()
    }

    fn parties<'p>(&self, parties: impl IntoIterator<Item = &'p PartyId>) -> Inlines {
        self.few(parties.into_iter().map(|p| self.speech.party(p)).collect())
    }

    fn read(&self, of: &Element, attribute: Attribute) -> Option<Reading> {
        self.speech.model.read(of, attribute, self.found.field.aggregate())
    }

    /// Something with its number.
    fn with(&self, name: Inlines, number: Inlines) -> Inlines {
        self.speech.say("ground-own", args! {"rating": name, "value": number})
    }

    /// Things with their ratings, highest first, unknown ones last.
    fn rated(&self, mut all: Vec<(Inlines, Option<Reading>)>) -> Inlines {
        let size = |reading: &Option<Reading>| reading.map_or(f64::NEG_INFINITY, |r| r.raw.abs());
        all.sort_by(|(_, x), (_, y)| size(y).total_cmp(&size(x)));
        let one = |(name, reading): (Inlines, Option<Reading>)| self.with(name, self.speech.cell(reading));
        self.few(all.into_iter().map(one).collect())
    }
}
