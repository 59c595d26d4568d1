//! The iceberg: bottleneck by bottleneck what is seen, how deep the conversation has come, and what may lie below.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::super::page::{Inlines, Item, Order, Page};
use super::super::speech::{Speech, args, strong, user};
use super::{Results, not_run};
use crate::analysis::Iceberg;
use crate::analysis::iceberg::{Bottleneck, NoteRef, RootNote};
use crate::id::{ObservationId, PartyId};
use crate::model::Element;
use crate::vocabulary::{Layer, Vocabulary};

/// How many bottlenecks are told.
const BOTTLENECKS: usize = 10;
/// How many roots of a bottleneck, shared roots and mirrors are told.
const SHOWN: usize = 4;
/// How many stories about one bottleneck are told.
const STORIES: usize = 6;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "iceberg").is_some() {
        return;
    }
    let tell = Tell { speech, iceberg: &found.iceberg };
    page.heading(2, speech.words("iceberg"));
    let mut layers: Vec<Inlines> = Layer::ALL.iter().map(|layer| tell.layer(*layer)).collect();
    layers.dedup();
    page.paragraph(speech.say("iceberg-how", args! {"layers": speech.and(layers)}));
    if found.iceberg.bottlenecks.is_empty() {
        page.paragraph(speech.words("iceberg-no-bottleneck"));
    }
    tell.bottlenecks(page);
    tell.undiscussed(page);
    tell.shared(page);
    tell.fewest(page);
    tell.mirrors(page);
    tell.unseen(page);
}

struct Tell<'a> {
    speech: &'a Speech<'a>,
    iceberg: &'a Iceberg,
}

impl Tell<'_> {
    fn layer(&self, layer: Layer) -> Inlines {
        self.speech.term(self.iceberg.model.name(layer))
    }

    /// A note in its own words, which stand in quotes.
    fn quoted(&self, id: &ObservationId) -> Inlines {
        let statement = user(self.speech.model.label(&Element::from(id)));
        self.speech.say("quoted", args! {"x": statement})
    }

    /// Notes in a row: the first few in their own words, and withheld ones by number and layer.
    fn notes(&self, notes: &[NoteRef], say: impl Fn(&ObservationId) -> Inlines) -> Inlines {
        let shown = || notes.iter().filter_map(NoteRef::id);
        let mut out: Vec<Inlines> = shown().take(SHOWN).map(say).collect();
        let mut hidden: BTreeMap<Layer, usize> = BTreeMap::new();
        for note in notes {
            if let NoteRef::Withheld(layer) = note {
                *hidden.entry(*layer).or_default() += 1;
            }
        }
        let withheld = |(layer, n): (Layer, usize)| {
            self.speech.say("iceberg-withheld-note", args! {"n": n, "layer": self.layer(layer)})
        };
        let more = shown().count().saturating_sub(SHOWN);
        out.extend(hidden.into_iter().map(withheld));
        if more > 0 {
            out.push(self.speech.say("list-more", args! {"n": more}));
        }
        itertools::intersperse(out, self.speech.words("list-semicolon")).flatten().collect()
    }

    /// Who says that a root is one.
    fn who(&self, root: &RootNote) -> Inlines {
        if root.anonymous {
            return self.speech.words("iceberg-root-anonymous");
        }
        if root.supporters.is_empty() {
            return self.speech.words("iceberg-root-nobody");
        }
        let parties = self.speech.few(root.supporters.iter().map(|p| self.speech.party(p)).collect(), SHOWN);
        self.speech.say("iceberg-root-says", args! {"parties": parties, "n": root.supporters.len()})
    }

    /// A root with its layer; who says so stands with the first mention.
    fn root(&self, id: &ObservationId, told: &RefCell<BTreeSet<ObservationId>>) -> Inlines {
        let Some(root) = self.iceberg.roots.iter().find(|root| root.note.id() == Some(id)) else {
            return self.quoted(id);
        };
        let (what, layer) = (self.quoted(id), self.layer(root.layer));
        if !told.borrow_mut().insert(id.clone()) {
            return self.speech.say("iceberg-root-again", args! {"what": what, "layer": layer});
        }
        self.speech.say("iceberg-root", args! {"what": what, "layer": layer, "who": self.who(root)})
    }

    fn bottlenecks(&self, page: &mut Page) {
        let mut told: Vec<(&Bottleneck, &ObservationId)> = self
            .iceberg
            .bottlenecks
            .iter()
            .filter(|b| !b.roots.is_empty())
            .filter_map(|b| Some((b, b.note.id()?)))
            .collect();
        told.sort_by(|(a, _), (b, _)| b.votes.cmp(&a.votes).then_with(|| a.note.cmp(&b.note)));
        let more = told.len().saturating_sub(BOTTLENECKS);
        let mentioned = RefCell::default();
        let one = |(bottleneck, id): (&Bottleneck, &ObservationId)| {
            let key = if bottleneck.deep { "iceberg-bottleneck" } else { "iceberg-bottleneck-not-deep" };
            let said = args! {"what": strong(self.quoted(id)), "layer": self.layer(bottleneck.depth)};
            let mut roots = bottleneck.roots.clone();
            let depth = |note: &NoteRef| self.iceberg.roots.iter().find(|r| r.note == *note).map(|r| r.layer);
            roots.sort_by_cached_key(|note| std::cmp::Reverse(depth(note)));
            let below = self.notes(&roots, |id| self.root(id, &mentioned));
            let under = vec![Item::from(self.speech.say("iceberg-below", args! {"all": below}))];
            Item { text: self.speech.say(key, said), under }
        };
        page.list(Order::Numbered, told.into_iter().take(BOTTLENECKS).map(one).collect());
        if more > 0 {
            page.paragraph(self.speech.say("iceberg-bottlenecks-more", args! {"n": more}));
        }
    }

    fn undiscussed(&self, page: &mut Page) {
        let all = &self.iceberg.undiscussed;
        if !all.is_empty() {
            let notes = self.notes(all, |id| self.quoted(id));
            page.paragraph(self.speech.say("iceberg-undiscussed", args! {"all": notes, "n": all.len()}));
        }
    }

    fn shared(&self, page: &mut Page) {
        let mut shared: Vec<&RootNote> = self.iceberg.roots.iter().filter(|root| root.shared).collect();
        shared.sort_by(|a, b| {
            let by_size = b.bottlenecks.len().cmp(&a.bottlenecks.len());
            by_size.then_with(|| b.about.len().cmp(&a.about.len())).then_with(|| a.note.cmp(&b.note))
        });
        if shared.is_empty() {
            return;
        }
        let more = shared.len().saturating_sub(SHOWN);
        let one = |root: &&RootNote| {
            let parties = self.speech.few(root.about.iter().map(|p| self.speech.party(p)).collect(), SHOWN);
            let what = self.notes(std::slice::from_ref(&root.note), |id| self.quoted(id));
            let said = args! {"what": what, "n": root.bottlenecks.len(), "parties": parties};
            Item::from(self.speech.say("iceberg-shared-one", said))
        };
        page.paragraph(self.speech.words("iceberg-shared"));
        let mut items: Vec<Item> = shared.iter().take(SHOWN).map(one).collect();
        if more > 0 {
            items.push(self.speech.say("list-more", args! {"n": more}).into());
        }
        page.list(Order::Bulleted, items);
    }

    fn fewest(&self, page: &mut Page) {
        let fewest = &self.iceberg.fewest;
        let Some(first) = fewest.sets.first() else { return };
        let all = self.notes(first, |id| self.quoted(id));
        let mut text = self.speech.say("iceberg-fewest", args! {"all": all, "n": fewest.size});
        let mut add = |sentence: Inlines| {
            text.extend(self.speech.words("space"));
            text.extend(sentence);
        };
        if !fewest.exact {
            add(self.speech.say("iceberg-fewest-not-proven", args! {"least": fewest.at_least}));
        } else if fewest.truncated {
            add(self.speech.words("iceberg-fewest-many"));
        } else if fewest.sets.len() > 1 {
            add(self.speech.say("iceberg-fewest-others", args! {"n": fewest.sets.len() - 1}));
        }
        page.paragraph(text);
    }

    fn mirrors(&self, page: &mut Page) {
        let mirrors = &self.iceberg.mirrors;
        let mut by_bottleneck: BTreeMap<&ObservationId, BTreeMap<&PartyId, &[NoteRef]>> = BTreeMap::new();
        for mirror in mirrors {
            let stories = by_bottleneck.entry(&mirror.bottleneck).or_default();
            stories.extend(mirror.parties.iter().zip(mirror.roots.iter().map(Vec::as_slice)));
        }
        let more = by_bottleneck.len().saturating_sub(SHOWN);
        let one = |(bottleneck, stories): (&ObservationId, BTreeMap<&PartyId, &[NoteRef]>)| {
            let unsaid = stories.len().saturating_sub(STORIES);
            let story = |(party, roots): (&PartyId, &[NoteRef])| {
                let said = args! {"party": self.speech.party(party), "x": self.notes(roots, |id| self.quoted(id))};
                Item::from(self.speech.say("iceberg-story", said))
            };
            let mut under: Vec<Item> = stories.into_iter().take(STORIES).map(story).collect();
            if unsaid > 0 {
                under.push(self.speech.say("list-more", args! {"n": unsaid}).into());
            }
            Item { text: self.quoted(bottleneck), under }
        };
        let mut items: Vec<Item> = by_bottleneck.into_iter().take(SHOWN).map(one).collect();
        if more > 0 {
            items.push(self.speech.say("list-more", args! {"n": more}).into());
        }
        if !items.is_empty() {
            page.paragraph(self.speech.words("iceberg-mirrors"));
        }
        page.list(Order::Bulleted, items);
    }

    /// How much is left unsaid.
    fn unseen(&self, page: &mut Page) {
        let (unspoken, withheld) = (self.iceberg.unspoken.len(), self.iceberg.withheld);
        let from = self.iceberg.provenance.options.unspoken().get();
        if unspoken > 0 {
            page.paragraph(self.speech.say("iceberg-unspoken", args! {"n": unspoken, "from": from}));
        }
        if withheld > 0 {
            page.paragraph(self.speech.say("iceberg-withheld", args! {"n": withheld}));
        }
    }
}
