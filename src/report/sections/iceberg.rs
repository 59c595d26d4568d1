//! The iceberg: bottleneck by bottleneck what is seen, how deep the conversation has come, and what may lie below.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::super::page::{Inlines, Item, Order, Page};
use super::super::picture;
use super::super::speech::{Speech, args, strong, user};
use super::{Results, not_run, told};
use crate::analysis::Iceberg;
use crate::analysis::iceberg::{Bottleneck, NoteRef, RootNote};
use crate::id::{ObservationId, PartyId};
use crate::model::{Attribute, Element};
use crate::vocabulary::{Layer, Vocabulary};

/// How many bottlenecks are told.
const BOTTLENECKS: usize = 10;
/// How many roots of a bottleneck, shared roots and mirrors are told.
const SHOWN: usize = 4;
/// How many equally small sets of roots are named.
const CHOICES: usize = 3;
/// How many stories about one bottleneck are told.
const STORIES: usize = 6;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "iceberg").is_some() {
        return;
    }
    let tell = Tell { speech, iceberg: &found.iceberg };
    page.heading(3, speech.words("iceberg"));
    let mut layers: Vec<Inlines> = Layer::ALL.iter().map(|layer| tell.layer(*layer)).collect();
    layers.dedup();
    page.paragraph(speech.say("iceberg-how", args! {"layers": speech.and(layers)}));
    if let Some(picture) = picture::iceberg::draw(speech, &found.iceberg) {
        page.picture(picture);
    }
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

/// Who noted a root, and who is named with an explanation by it: the one is not the other.
pub(in crate::report) fn who(speech: &Speech<'_>, root: &RootNote) -> Inlines {
    if root.anonymous {
        return speech.words("iceberg-root-anonymous");
    }
    let said = |key: &str, all: &[PartyId]| {
        let parties = speech.few(all.iter().map(|p| speech.party(p)).collect(), told(all.len(), SHOWN));
        (!all.is_empty()).then(|| speech.say(key, args! {"parties": parties, "n": all.len()}))
    };
    let both = [said("iceberg-root-noted", &root.noted_by), said("iceberg-root-pointed", &root.pointed_at_by)];
    let both: Vec<Inlines> = both.into_iter().flatten().collect();
    if both.is_empty() {
        return speech.words("iceberg-root-nobody");
    }
    itertools::intersperse(both, speech.words("list-semicolon")).flatten().collect()
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
        let most = told(shown().count(), SHOWN);
        let mut out: Vec<Inlines> = shown().take(most).map(say).collect();
        let mut hidden: BTreeMap<Layer, usize> = BTreeMap::new();
        for note in notes {
            if let NoteRef::Withheld(layer) = note {
                *hidden.entry(*layer).or_default() += 1;
            }
        }
        let withheld = |(layer, n): (Layer, usize)| {
            self.speech.say("iceberg-withheld-note", args! {"n": n, "layer": self.layer(layer)})
        };
        let more = shown().count().saturating_sub(most);
        out.extend(hidden.into_iter().map(withheld));
        if more > 0 {
            out.push(self.speech.say("list-more", args! {"n": more}));
        }
        itertools::intersperse(out, self.speech.words("list-semicolon")).flatten().collect()
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
        self.speech.say("iceberg-root", args! {"what": what, "layer": layer, "who": who(self.speech, root)})
    }

    fn bottlenecks(&self, page: &mut Page) {
        let mut all: Vec<(&Bottleneck, &ObservationId)> = self
            .iceberg
            .bottlenecks
            .iter()
            .filter(|b| !b.roots.is_empty())
            .filter_map(|b| Some((b, b.note.id()?)))
            .collect();
        all.sort_by(|(a, _), (b, _)| b.votes.cmp(&a.votes).then_with(|| a.note.cmp(&b.note)));
        let most = told(all.len(), BOTTLENECKS);
        let more = all.len().saturating_sub(most);
        let mentioned = RefCell::default();
        let one = |(bottleneck, id): (&Bottleneck, &ObservationId)| {
            let key = if bottleneck.deep { "iceberg-bottleneck" } else { "iceberg-bottleneck-not-deep" };
            let said = args! {"what": strong(self.quoted(id)), "layer": self.layer(bottleneck.depth)};
            let mut roots = bottleneck.roots.clone();
            let depth = |note: &NoteRef| self.iceberg.roots.iter().find(|r| r.note == *note).map(|r| r.layer);
            roots.sort_by_cached_key(|note| std::cmp::Reverse(depth(note)));
            let below = self.notes(&roots, |id| self.root(id, &mentioned));
            let under = vec![Item::from(self.speech.say("iceberg-below", args! {"all": below}))];
            Item { text: self.speech.say(key, said), under, ..Item::default() }.on(self.chains(bottleneck))
        };
        page.list(Order::Numbered, all.into_iter().take(most).map(one).collect());
        if more > 0 {
            page.paragraph(self.speech.say("iceberg-bottlenecks-more", args! {"n": more}));
        }
    }

    /// The ways along which a bottleneck was explained, each with what it passes.
    fn chains(&self, bottleneck: &Bottleneck) -> Option<Item> {
        let n = bottleneck.chains.value().filter(|n| *n > 0)?;
        let passed = |chain: &Vec<NoteRef>| Item::from(self.notes(chain, |id| self.quoted(id)));
        let under = bottleneck.listed.iter().take(SHOWN).map(passed).collect();
        Some(Item { text: self.speech.say("grounds-chains", args! {"n": n}), under, ..Item::default() })
    }

    fn undiscussed(&self, page: &mut Page) {
        let all = &self.iceberg.undiscussed;
        if !all.is_empty() {
            let notes = self.notes(all, |id| self.quoted(id));
            page.paragraph(self.speech.say("iceberg-undiscussed", args! {"all": notes, "n": all.len()}));
        }
    }

    /// Roots below several bottlenecks, then those below one that is about several parties.
    fn shared(&self, page: &mut Page) {
        let mut shared: Vec<&RootNote> = self.iceberg.roots.iter().filter(|root| root.shared).collect();
        shared.sort_by(|a, b| {
            let by_size = b.bottleneck_count.cmp(&a.bottleneck_count);
            by_size.then_with(|| b.about.len().cmp(&a.about.len())).then_with(|| a.note.cmp(&b.note))
        });
        let (of_several, of_one): (Vec<&RootNote>, Vec<&RootNote>) =
            shared.into_iter().partition(|root| root.bottleneck_count > 1);
        // What was noted in confidence and lies below one bottleneck alone tells no more than it does there.
        let of_one = of_one.into_iter().filter(|root| root.note.id().is_some()).collect();
        for (roots, key) in [(of_several, "iceberg-shared"), (of_one, "iceberg-shared-below-one")] {
            let most = told(roots.len(), SHOWN);
            let one = |root: &&RootNote| {
                let few = told(root.about.len(), SHOWN);
                let parties = self.speech.few(root.about.iter().map(|p| self.speech.party(p)).collect(), few);
                let what = self.notes(std::slice::from_ref(&root.note), |id| self.quoted(id));
                let said = args! {"what": what, "n": root.bottleneck_count, "parties": parties};
                let below = self.notes(&root.bottlenecks, |id| self.quoted(id));
                let rests = Item::from(self.speech.say("grounds-bottlenecks", args! {"all": below}));
                Item::from(self.speech.say("iceberg-shared-one", said)).on([rests])
            };
            let mut items: Vec<Item> = roots.iter().take(most).map(one).collect();
            if roots.len() > most {
                items.push(self.speech.say("list-more", args! {"n": roots.len() - most}).into());
            }
            if !items.is_empty() {
                page.paragraph(self.speech.words(key));
            }
            page.list(Order::Bulleted, items);
        }
    }

    /// The equally small sets that have something to show: most votes first, then by their words, so that no id decides which are
    /// named.
    fn choices(&self) -> Vec<&[NoteRef]> {
        let root = |note: &NoteRef| self.iceberg.roots.iter().find(|root| root.note == *note);
        let votes = |set: &[NoteRef]| -> u64 {
            set.iter().filter_map(|note| root(note)?.votes).map(u64::from).fold(0, u64::saturating_add)
        };
        let words = |set: &[NoteRef]| -> Vec<String> {
            let mut words: Vec<String> =
                set.iter().filter_map(NoteRef::id).map(|id| self.speech.model.label(&id.into()).to_owned()).collect();
            words.sort_unstable();
            words
        };
        let mut out: Vec<&[NoteRef]> = self.iceberg.fewest.sets.iter().map(Vec::as_slice).collect();
        out.retain(|set| set.iter().any(|note| note.id().is_some()));
        out.sort_by_cached_key(|set| (std::cmp::Reverse(votes(set)), words(set)));
        out
    }

    fn fewest(&self, page: &mut Page) {
        let fewest = &self.iceberg.fewest;
        if fewest.sets.is_empty() {
            return;
        }
        let n = fewest.size;
        if !fewest.exact {
            // Which set is found greedily hangs on ids.
            let said = args! {"n": n, "least": fewest.at_least};
            return page.paragraph(self.speech.say("iceberg-fewest-not-proven", said));
        }
        if fewest.truncated {
            return page.paragraph(self.speech.say("iceberg-fewest-many", args! {"n": n}));
        }
        let choices = self.choices();
        if choices.is_empty() {
            return page.paragraph(self.speech.say("iceberg-fewest-withheld", args! {"n": n}));
        }
        let most = told(choices.len(), CHOICES);
        let named = choices.iter().take(most).map(|set| self.notes(set, |id| self.quoted(id)));
        let all: Inlines = itertools::intersperse(named, self.speech.words("iceberg-or-with")).flatten().collect();
        let key = if choices.len() > 1 { "iceberg-fewest-of" } else { "iceberg-fewest" };
        let mut text = self.speech.say(key, args! {"all": all, "n": n});
        let mut add = |sentence: Inlines| {
            text.extend(self.speech.words("space"));
            text.extend(sentence);
        };
        if choices.len() > most {
            add(self.speech.say("iceberg-fewest-others", args! {"n": choices.len() - most}));
        }
        if fewest.sets.len() > choices.len() {
            add(self.speech.words("iceberg-fewest-also-withheld"));
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
        let most = told(by_bottleneck.len(), SHOWN);
        let more = by_bottleneck.len().saturating_sub(most);
        let one = |(bottleneck, stories): (&ObservationId, BTreeMap<&PartyId, &[NoteRef]>)| {
            let told = told(stories.len(), STORIES);
            let unsaid = stories.len().saturating_sub(told);
            let story = |(party, roots): (&PartyId, &[NoteRef])| {
                let said = args! {"party": self.speech.party(party), "x": self.notes(roots, |id| self.quoted(id))};
                Item::from(self.speech.say("iceberg-story", said))
            };
            let mut under: Vec<Item> = stories.into_iter().take(told).map(story).collect();
            if unsaid > 0 {
                under.push(self.speech.say("list-more", args! {"n": unsaid}).into());
            }
            Item { text: self.quoted(bottleneck), under, ..Item::default() }
        };
        let mut items: Vec<Item> = by_bottleneck.into_iter().take(most).map(one).collect();
        if more > 0 {
            items.push(self.speech.say("list-more", args! {"n": more}).into());
        }
        if !items.is_empty() {
            page.paragraph(self.speech.words("iceberg-mirrors"));
        }
        page.list(Order::Bulleted, items);
    }

    /// What was never said aloud, and how much is left unsaid.
    fn unseen(&self, page: &mut Page) {
        let (unspoken, withheld) = (&self.iceberg.unspoken, self.iceberg.withheld);
        let from = self.iceberg.provenance.options.unspoken().get();
        if !unspoken.is_empty() {
            let notes: Vec<NoteRef> = unspoken.iter().map(|u| NoteRef::Note(u.note.clone())).collect();
            let all = self.notes(&notes, |id| self.quoted(id));
            page.paragraph(self.speech.say("iceberg-unspoken", args! {"all": all, "from": from}));
        }
        let unknown = self.iceberg.omitted.iter().filter(|o| o.missing == Attribute::Voiced).count();
        if unknown > 0 {
            page.paragraph(self.speech.say("iceberg-voiced-unknown", args! {"n": unknown, "from": from}));
        }
        if withheld > 0 {
            page.paragraph(self.speech.say("iceberg-withheld", args! {"n": withheld}));
        }
    }
}
