//! The notes that may be shown, and what explains what.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::super::draw::Told;
use super::MOST;
use crate::analysis::Iceberg;
use crate::analysis::iceberg::{Bottleneck, NoteRef, RootNote};
use crate::id::{ObservationId, PartyId};
use crate::model::Element;
use crate::report::page::{Inlines, capital, plain};
use crate::report::sections::iceberg::who;
use crate::report::speech::{Speech, args, user};
use crate::vocabulary::{Layer, Vocabulary};

/// How many parties, and bottlenecks in the description, are named.
const SHOWN: usize = 4;

/// What sort of note it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// An event, and whether anything below it has been discussed.
    Bottleneck { discussed: bool },
    /// What bottlenecks lead down to, and what nothing explains.
    Root,
    /// Something between, or beside.
    Between,
    /// Roots in confidence, in a number.
    Withheld,
}

/// A note with a place of its own, or the roots of a layer that have none.
pub(super) struct Card<'w> {
    pub(super) layer: Layer,
    pub(super) sort: Sort,
    /// The note; none for those withheld.
    id: Option<&'w ObservationId>,
    bottleneck: Option<&'w Bottleneck>,
    root: Option<&'w RootNote>,
    unspoken: bool,
    begin: bool,
    /// How many roots are withheld.
    withheld: usize,
}

/// A line from a note down to what may explain it, by the places of both among the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Thread {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether it goes by way of something that is not shown.
    pub(super) hidden: bool,
}

/// All that is drawn of an iceberg.
pub(super) struct Water<'w> {
    pub(super) speech: &'w Speech<'w>,
    found: &'w Iceberg,
    /// Layer by layer, those of a layer in the order of their ids, withheld ones last.
    pub(super) cards: Vec<Card<'w>>,
    pub(super) threads: Vec<Thread>,
}

impl<'w> Water<'w> {
    pub(super) fn of(speech: &'w Speech<'w>, found: &'w Iceberg) -> Self {
        let model = speech.model;
        // Open notes may be shown as they are; of others only those, and those lines, that the result shows.
        let open = |id: &ObservationId| model.observation(id).is_some_and(|note| !note.in_confidence());
        let mut notes: BTreeSet<&ObservationId> =
            model.observations().map(|(id, _)| id).filter(|id| open(id)).collect();
        let mut explains: BTreeSet<(&ObservationId, &ObservationId)> = model
            .becauses()
            .iter()
            .map(|(from, to, _)| (from, to))
            .filter(|(from, to)| open(from) && open(to))
            .collect();
        for bottleneck in &found.bottlenecks {
            notes.extend(bottleneck.note.id());
            notes.extend(bottleneck.roots.iter().filter_map(NoteRef::id));
            for chain in &bottleneck.listed {
                let whole = || std::iter::once(&bottleneck.note).chain(chain).map(NoteRef::id);
                notes.extend(whole().flatten());
                explains.extend(whole().tuple_windows().filter_map(|(from, to)| from.zip(to)));
            }
        }
        notes.extend(found.roots.iter().filter_map(|root| root.note.id()));
        notes.extend(found.unspoken.iter().map(|unspoken| &unspoken.note));

        let mut connected: BTreeMap<&ObservationId, usize> = BTreeMap::new();
        for (from, to) in &explains {
            *connected.entry(from).or_default() += 1;
            *connected.entry(to).or_default() += 1;
        }
        for root in &found.roots {
            if let Some(id) = root.note.id() {
                *connected.entry(id).or_default() += above(found, root);
            }
        }
        let mut cards = Vec::new();
        for layer in Layer::ALL.iter().copied() {
            let of_layer = |id: &&&ObservationId| model.observation(id).is_some_and(|note| note.layer == layer);
            let mut all: Vec<&ObservationId> = notes.iter().filter(of_layer).copied().collect();
            all.sort_by(|a, b| connected.get(b).cmp(&connected.get(a)).then_with(|| a.cmp(b)));
            if all.len() > MOST + 1 {
                all.truncate(MOST);
            }
            all.sort_unstable();
            cards.extend(all.into_iter().map(|id| Card::of(found, layer, id)));
            let withheld = found.roots.iter().filter(|root| root.note == NoteRef::Withheld(layer)).count();
            if withheld > 0 {
                cards.push(Card::withheld(layer, withheld));
            }
        }
        let mut out = Self { speech, found, cards, threads: Vec::new() };
        out.threads = out.threads(&explains);
        out
    }

    fn threads(&self, explains: &BTreeSet<(&ObservationId, &ObservationId)>) -> Vec<Thread> {
        let place: BTreeMap<&ObservationId, usize> =
            self.cards.iter().enumerate().filter_map(|(at, card)| Some((card.id?, at))).collect();
        let mut out: BTreeSet<Thread> = explains
            .iter()
            .filter_map(|(from, to)| Some(Thread { from: *place.get(from)?, to: *place.get(to)?, hidden: false }))
            .collect();
        let withheld =
            |layer: Layer| self.cards.iter().position(|card| card.sort == Sort::Withheld && card.layer == layer);
        // What is said to be explained by something that may not be shown, without anything between.
        for bottleneck in &self.found.bottlenecks {
            for chain in &bottleneck.listed {
                let mut from_root = chain.iter().rev();
                let (Some(NoteRef::Withheld(layer)), above) = (from_root.next(), from_root.next()) else { continue };
                let from = above.unwrap_or(&bottleneck.note).id().and_then(|id| place.get(id));
                let ends = from.copied().zip(withheld(*layer));
                out.extend(ends.map(|(from, to)| Thread { from, to, hidden: false }));
            }
        }
        let mut below: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for thread in &out {
            below.entry(thread.from).or_default().push(thread.to);
        }
        // What a bottleneck leads down to, by way of what has no place here.
        for (at, card) in self.cards.iter().enumerate() {
            let Some(bottleneck) = card.bottleneck else { continue };
            let (mut reached, mut open) = (BTreeSet::new(), vec![at]);
            while let Some(from) = open.pop() {
                open.extend(below.get(&from).into_iter().flatten().filter(|to| reached.insert(**to)));
            }
            for root in &bottleneck.roots {
                let to = match root {
                    NoteRef::Note(id) => place.get(id).copied(),
                    NoteRef::Withheld(layer) => withheld(*layer),
                };
                if let Some(to) = to.filter(|to| !reached.contains(to)) {
                    out.insert(Thread { from: at, to, hidden: true });
                }
            }
        }
        out.into_iter().collect()
    }

    fn layer(&self, layer: Layer) -> Inlines {
        self.speech.term(self.found.model.name(layer))
    }

    fn statement(&self, id: &ObservationId) -> Inlines {
        user(self.speech.model.label(&Element::from(id)))
    }

    fn quoted(&self, card: &Card<'_>) -> Inlines {
        match card.id {
            Some(id) => self.speech.say("quoted", args! {"x": self.statement(id)}),
            None => self.withheld(card),
        }
    }

    fn withheld(&self, card: &Card<'_>) -> Inlines {
        self.speech.say("iceberg-withheld-note", args! {"n": card.withheld, "layer": self.layer(card.layer)})
    }

    /// The words of a card.
    pub(super) fn shown(&self, card: &Card<'_>) -> String {
        match card.id {
            Some(id) => plain(&self.statement(id)),
            None => plain(&capital(self.withheld(card))),
        }
    }

    /// What stands small beneath the words.
    pub(super) fn under(&self, card: &Card<'_>) -> Vec<Inlines> {
        let mut out = Vec::new();
        let above = card.root.map_or(0, |root| above(self.found, root));
        if above > 1 {
            out.push(self.speech.say("picture-iceberg-below", args! {"n": above}));
        }
        if card.begin {
            out.push(self.speech.words("picture-iceberg-begin"));
        }
        if card.unspoken {
            out.push(self.speech.words("picture-iceberg-unspoken"));
        }
        out
    }

    fn drawn(&self, layer: Layer) -> usize {
        self.cards.iter().filter(|card| card.layer == layer && card.id.is_some()).count()
    }

    fn in_all(&self, layer: Layer) -> usize {
        self.found.layers.iter().filter(|named| named.layer == layer).map(|named| named.notes).sum()
    }

    /// The name of a layer with how many notes it has, and what stands aside of it.
    pub(super) fn head(&self, layer: Layer) -> (String, String) {
        // With those that have no words of their own here, which stand in it as well.
        let withheld: usize = self.cards.iter().filter(|card| card.layer == layer).map(|card| card.withheld).sum();
        let n = self.in_all(layer);
        let name =
            self.speech.say("picture-iceberg-layer", args! {"layer": capital(self.layer(layer)), "n": n + withheld});
        let more = n.saturating_sub(self.drawn(layer));
        let aside = match layer {
            _ if more > 0 => self.speech.say("picture-iceberg-more", args! {"n": more}),
            Layer::Event => self.speech.words("picture-iceberg-seen"),
            Layer::Pattern => self.speech.words("picture-iceberg-unseen"),
            Layer::Structure | Layer::MentalModel => Inlines::new(),
        };
        (plain(&name), plain(&aside))
    }

    /// With what reserve it is drawn.
    pub(super) fn reserves(&self) -> Vec<Inlines> {
        let mut out = vec![self.speech.words("picture-iceberg-no-fact")];
        if self.found.withheld > 0 {
            out.push(self.speech.say("iceberg-withheld", args! {"n": self.found.withheld}));
        }
        out
    }

    /// What is to be seen, in words.
    pub(super) fn description(&self) -> Inlines {
        let speech = self.speech;
        let layers = Layer::ALL.iter().map(|layer| {
            let n = self.in_all(*layer);
            speech.say("picture-iceberg-layer", args! {"layer": self.layer(*layer), "n": n})
        });
        let mut out = speech.say("picture-iceberg-how", args! {"layers": speech.and(layers)});
        let mut add = |said: Inlines| {
            out.extend(speech.words("space"));
            out.extend(said);
        };
        let mut bottlenecks: Vec<&Card<'_>> = self.cards.iter().filter(|card| card.bottleneck.is_some()).collect();
        let votes = |card: &Card<'_>| card.bottleneck.and_then(|b| b.votes);
        bottlenecks.sort_by_key(|card| std::cmp::Reverse(votes(card)));
        for card in bottlenecks.into_iter().take(SHOWN) {
            add(self.of_bottleneck(card));
        }
        let more: usize = Layer::ALL.iter().map(|l| self.in_all(*l).saturating_sub(self.drawn(*l))).sum();
        if more > 0 {
            add(speech.say("picture-iceberg-not-drawn", args! {"n": more}));
        }
        self.reserves().into_iter().for_each(&mut add);
        out
    }

    fn of_bottleneck(&self, card: &Card<'_>) -> Inlines {
        let Some(bottleneck) = card.bottleneck else { return Inlines::new() };
        let what = self.quoted(card);
        let key = match card.sort {
            Sort::Bottleneck { discussed: false } => {
                return self.speech.say("picture-iceberg-undiscussed", args! {"what": what});
            }
            _ if bottleneck.deep => "iceberg-bottleneck",
            _ => "iceberg-bottleneck-not-deep",
        };
        self.speech.say(key, args! {"what": what, "layer": self.layer(bottleneck.depth)})
    }

    /// What a card is, and why it stands there.
    pub(super) fn tell(&self, card: &Card<'_>) -> Told {
        let speech = self.speech;
        let layer = self.layer(card.layer);
        let mut what = match (card.bottleneck, card.root) {
            (Some(_), _) => self.of_bottleneck(card),
            (None, Some(root)) => {
                speech.say("iceberg-root", args! {"what": self.quoted(card), "layer": layer, "who": who(speech, root)})
            }
            (None, None) if card.id.is_none() => capital(self.quoted(card)),
            (None, None) => speech.say("iceberg-root-again", args! {"what": self.quoted(card), "layer": layer}),
        };
        let about: &[PartyId] =
            card.bottleneck.map(|b| &b.about).or(card.root.map(|r| &r.about)).map_or(&[], Vec::as_slice);
        if !about.is_empty() {
            let parties = speech.few(about.iter().map(|party| speech.party(party)).collect(), SHOWN);
            what.extend(speech.words("space"));
            what.extend(speech.say("picture-iceberg-about", args! {"parties": parties}));
        }
        for line in self.under(card) {
            what.extend(speech.words("space"));
            what.extend(capital(line));
            what.extend(speech.words("full-stop"));
        }
        let said = card.root.map_or(&[][..], |root| &root.supporters);
        let parties: BTreeSet<&PartyId> = about.iter().chain(said).collect();
        Told { parties: parties.into_iter().cloned().collect(), kind: None, what: plain(&what) }
    }

    /// What a line says.
    pub(super) fn tell_thread(&self, thread: &Thread) -> Told {
        let (Some(from), Some(to)) = (self.cards.get(thread.from), self.cards.get(thread.to)) else {
            return Told::default();
        };
        let key = if thread.hidden { "picture-iceberg-lies-below" } else { "picture-iceberg-explains" };
        let what = self.speech.say(key, args! {"above": self.quoted(from), "below": self.quoted(to)});
        Told { what: plain(&what), ..Told::default() }
    }
}

/// How many of the bottlenecks above a root may be shown: one that may not is not counted, for that would tell that it is there.
fn above(found: &Iceberg, root: &RootNote) -> usize {
    let leads = found.bottlenecks.iter().filter(|bottleneck| bottleneck.roots.contains(&root.note));
    let notes: BTreeSet<&ObservationId> =
        root.bottlenecks.iter().chain(leads.map(|bottleneck| &bottleneck.note)).filter_map(NoteRef::id).collect();
    notes.len()
}

impl<'w> Card<'w> {
    fn of(found: &'w Iceberg, layer: Layer, id: &'w ObservationId) -> Self {
        let bottleneck = found.bottlenecks.iter().find(|b| b.note.id() == Some(id));
        let root = found.roots.iter().find(|root| root.note.id() == Some(id));
        let sort = match (bottleneck, root) {
            (Some(bottleneck), _) => Sort::Bottleneck { discussed: bottleneck.root_count > 0 },
            (None, Some(_)) => Sort::Root,
            (None, None) => Sort::Between,
        };
        let fewest = &found.fewest;
        // Only where there is no choice.
        let begin = match fewest.sets.as_slice() {
            [set] if fewest.exact && !fewest.truncated => set.iter().any(|note| note.id() == Some(id)),
            _ => false,
        };
        let unspoken = found.unspoken.iter().any(|unspoken| unspoken.note == *id);
        Self { layer, sort, id: Some(id), bottleneck, root, unspoken, begin, withheld: 0 }
    }

    fn withheld(layer: Layer, withheld: usize) -> Self {
        let (id, bottleneck, root) = (None, None, None);
        Self { layer, sort: Sort::Withheld, id, bottleneck, root, unspoken: false, begin: false, withheld }
    }
}
