//! The notes with what explains them, seen as far as private ones may be.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::options::AtLeastTwo;
use crate::id::{ObservationId, PartyId};
use crate::model::{Model, Observation};
use crate::vocabulary::Layer;

/// A note of the iceberg in a result. In JSON its id, or `{ "withheld": "<layer>" }`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteRef {
    /// A note that may be shown.
    Note(ObservationId),
    /// A private note that too few noted, or all: nothing is told of it but its layer. Two of them may be one note or two.
    Withheld(Layer),
}

impl NoteRef {
    /// The id, where it may be shown.
    pub fn id(&self) -> Option<&ObservationId> {
        match self {
            Self::Note(id) => Some(id),
            Self::Withheld(_) => None,
        }
    }
}

impl std::fmt::Display for NoteRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Note(id) => id.fmt(f),
            Self::Withheld(layer) => write!(f, "(withheld {layer})"),
        }
    }
}

impl Serialize for NoteRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Note(id) => serializer.collect_str(id),
            Self::Withheld(layer) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("withheld", layer)?;
                map.end()
            }
        }
    }
}

/// How much of a note may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sight {
    /// All.
    Open,
    /// Private and noted by enough: what it says, not who noted it or says what of it.
    Anonymous,
    /// Private and noted by too few, or by all: its layer.
    Withheld,
}

pub(super) struct Note<'a> {
    pub(super) id: &'a ObservationId,
    pub(super) it: &'a Observation,
    pub(super) sight: Sight,
}

/// An explanation: which note explains, who may be told to say so, and which of them are named with it.
pub(super) struct Arc<'a> {
    pub(super) to: usize,
    pub(super) said: Option<&'a BTreeSet<PartyId>>,
    pub(super) named: Option<&'a BTreeSet<PartyId>>,
}

/// The notes in an order that tells nothing of withheld ones: those that are shown by id, then the others by where they lie.
pub(super) struct Notes<'a> {
    pub(super) all: Vec<Note<'a>>,
    /// What explains each.
    pub(super) below: Vec<Vec<Arc<'a>>>,
    /// What each explains.
    pub(super) above: Vec<Vec<usize>>,
    /// Every note before what explains it.
    pub(super) downwards: Vec<usize>,
}

impl<'a> Notes<'a> {
    pub(super) fn of(model: &'a Model, anonymity: AtLeastTwo) -> Self {
        let noters = Noters::of(model, anonymity);
        let mut all: Vec<Note<'a>> =
            model.observations().map(|(id, it)| Note { id, it, sight: noters.sight(it) }).collect();
        let place = |all: &[Note<'a>]| -> BTreeMap<&'a ObservationId, usize> {
            all.iter().enumerate().map(|(at, note)| (note.id, at)).collect()
        };
        if all.iter().any(|note| note.sight == Sight::Withheld) {
            let colours = colours(model, &all, &place(&all));
            let mut keyed: Vec<(usize, Note<'a>)> = colours.into_iter().zip(all).collect();
            keyed.sort_by(|(x, a), (y, b)| {
                let hidden = |note: &Note<'_>| note.sight == Sight::Withheld;
                let withheld = hidden(a).cmp(&hidden(b));
                let colour = if hidden(a) && hidden(b) { x.cmp(y) } else { std::cmp::Ordering::Equal };
                withheld.then(colour).then_with(|| a.id.cmp(b.id))
            });
            all = keyed.into_iter().map(|(_, note)| note).collect();
        }
        let places = place(&all);
        let mut below: Vec<Vec<Arc<'a>>> = Vec::with_capacity(all.len());
        let mut above: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
        for (at, note) in all.iter().enumerate() {
            let mut arcs: Vec<Arc<'a>> = Vec::new();
            for (id, because) in model.becauses().of(note.id) {
                let Some(to) = places.get(id).copied() else { continue };
                // Whoever says what of a private note has noted it, or knows who did.
                let open = [Some(note), all.get(to)].iter().flatten().all(|end| end.sight == Sight::Open);
                // One who noted alone wrote down why; of several it is not known which of them did.
                let alone = because.by.is_empty() && note.it.by.len() == 1;
                let said = if alone { &note.it.by } else { &because.by };
                arcs.push(Arc { to, said: open.then_some(said), named: open.then_some(&because.by) });
                if let Some(list) = above.get_mut(to) {
                    list.push(at);
                }
            }
            arcs.sort_by_key(|arc| arc.to);
            below.push(arcs);
        }
        let downwards = downwards(&below, &above);
        Self { all, below, above, downwards }
    }

    pub(super) fn refer(&self, at: usize) -> Option<NoteRef> {
        self.all.get(at).map(|note| match note.sight {
            Sight::Withheld => NoteRef::Withheld(note.it.layer),
            Sight::Open | Sight::Anonymous => NoteRef::Note(note.id.clone()),
        })
    }

    pub(super) fn refer_all(&self, all: impl IntoIterator<Item = usize>) -> Vec<NoteRef> {
        all.into_iter().filter_map(|at| self.refer(at)).collect()
    }

    pub(super) fn arcs(&self, at: usize) -> &[Arc<'a>] {
        self.below.get(at).map_or(&[], Vec::as_slice)
    }

    pub(super) fn layer(&self, at: usize) -> Layer {
        self.all.get(at).map_or(Layer::Event, |note| note.it.layer)
    }

    /// Whether a note ends the chains that lead to it. An event ends none: it is not yet discussed itself.
    pub(super) fn is_root(&self, at: usize) -> bool {
        self.layer(at).is_below_the_waterline() && self.arcs(at).is_empty()
    }

    pub(super) fn is_withheld(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|note| note.sight == Sight::Withheld)
    }

    pub(super) fn bottlenecks(&self) -> impl Iterator<Item = usize> + '_ {
        self.all.iter().enumerate().filter(|(_, note)| note.it.layer == Layer::Event).map(|(at, _)| at)
    }

    /// The place of a note that may be shown.
    pub(super) fn place(&self, id: &ObservationId) -> Option<usize> {
        self.all.iter().position(|note| note.id == id && note.sight != Sight::Withheld)
    }

    /// Who is known to have noted a note. `None` where nobody may be named.
    pub(super) fn noted_by(&self, at: usize) -> Option<&'a BTreeSet<PartyId>> {
        self.all.get(at).filter(|note| note.sight == Sight::Open).map(|note| &note.it.by)
    }

    /// Who is named with an explanation by a note. `None` where nobody may be named.
    pub(super) fn pointed_at_by(&self, at: usize) -> Option<BTreeSet<&'a PartyId>> {
        self.noted_by(at)?;
        let above = self.above.get(at).into_iter().flatten();
        let arcs = above.flat_map(|from| self.arcs(*from)).filter(|arc| arc.to == at);
        Some(arcs.filter_map(|arc| arc.named).flatten().collect())
    }

    /// Who says that a root is one: who noted it, and who is named with an explanation by it. `None` where nobody may be named.
    pub(super) fn supporters(&self, at: usize) -> Option<BTreeSet<&'a PartyId>> {
        let mut out = self.pointed_at_by(at)?;
        out.extend(self.noted_by(at)?);
        Some(out)
    }
}

/// Who hides whom among those that noted a note.
struct Noters<'a> {
    anonymity: AtLeastTwo,
    /// How many parties there are.
    parties: usize,
    /// The party at the top of the organisation that each party is of.
    tops: HashMap<&'a PartyId, &'a PartyId>,
}

impl<'a> Noters<'a> {
    fn of(model: &'a Model, anonymity: AtLeastTwo) -> Self {
        Self { anonymity, parties: model.parties().len(), tops: model.organisations() }
    }

    fn sight(&self, note: &Observation) -> Sight {
        if !note.in_confidence() {
            return Sight::Open;
        }
        let organisations: BTreeSet<&PartyId> =
            note.by.iter().map(|party| self.tops.get(party).copied().unwrap_or(party)).collect();
        // What everybody noted is known of everybody.
        let hidden = organisations.len() >= self.anonymity.get() && note.by.len() < self.parties;
        if hidden { Sight::Anonymous } else { Sight::Withheld }
    }
}

/// Withheld notes on their way to be told apart by where they lie.
struct Colouring {
    colours: Vec<usize>,
    /// How many withheld notes have each colour.
    sizes: HashMap<usize, usize>,
    /// Of each note what explains it, and what it explains.
    near: Vec<[Vec<usize>; 2]>,
}

impl Colouring {
    /// The colours of what is next to a note, below and above.
    fn key(&self, at: usize) -> [Vec<usize>; 2] {
        let of = |list: &Vec<usize>| {
            let mut out: Vec<usize> = list.iter().filter_map(|at| self.colours.get(*at).copied()).collect();
            out.sort_unstable();
            out
        };
        self.near.get(at).map_or_else(Default::default, |sides| sides.each_ref().map(of))
    }

    /// Splits the colours of those notes whose neighbours have changed, and returns which notes have got another colour. The rest
    /// of a colour has neighbours alike and keeps it, as the first of what the colour is split in.
    fn split(&mut self, touched: &BTreeSet<usize>) -> Vec<usize> {
        let mut cells: BTreeMap<usize, BTreeMap<[Vec<usize>; 2], Vec<usize>>> = BTreeMap::new();
        for at in touched {
            if let Some(colour) = self.colours.get(*at) {
                cells.entry(*colour).or_default().entry(self.key(*at)).or_default().push(*at);
            }
        }
        let mut changed = Vec::new();
        for (colour, parts) in cells {
            let all = self.sizes.get(&colour).copied().unwrap_or(0);
            let mut next = colour + all.saturating_sub(parts.values().map(Vec::len).sum());
            for part in parts.into_values() {
                self.sizes.insert(next, part.len());
                if next != colour {
                    let whole = self.sizes.entry(colour).or_default();
                    *whole = whole.saturating_sub(part.len());
                    for at in &part {
                        if let Some(colour) = self.colours.get_mut(*at) {
                            *colour = next;
                        }
                    }
                    changed.extend(&part);
                }
                next += part.len();
            }
        }
        changed
    }
}

/// A number for each note: its own where it is shown; for withheld ones by layer and by the numbers of their neighbours, until
/// nothing tells them further apart, so that no id has a part in it.
fn colours(model: &Model, all: &[Note<'_>], places: &BTreeMap<&ObservationId, usize>) -> Vec<usize> {
    let shown = all.len();
    let is_hidden = |at: &usize| all.get(*at).is_some_and(|note| note.sight == Sight::Withheld);
    let hidden: BTreeSet<usize> = (0..shown).filter(is_hidden).collect();
    let layer = |at: usize| all.get(at).map_or(0, |note| layer_number(note.it.layer));
    let lower = |of: usize| hidden.iter().filter(|at| layer(**at) < of).count();
    let first = [0, 1, 2, 3].map(|number| shown + lower(number));
    let colour = |at: usize| if is_hidden(&at) { first.get(layer(at)).copied().unwrap_or(shown) } else { at };
    let mut it = Colouring {
        colours: (0..shown).map(colour).collect(),
        sizes: HashMap::new(),
        near: vec![[Vec::new(), Vec::new()]; shown],
    };
    for (from, to, _) in model.becauses().iter() {
        let (Some(from), Some(to)) = (places.get(from), places.get(to)) else { continue };
        if let Some([below, _]) = it.near.get_mut(*from) {
            below.push(*to);
        }
        if let Some([_, above]) = it.near.get_mut(*to) {
            above.push(*from);
        }
    }
    for at in &hidden {
        *it.sizes.entry(colour(*at)).or_default() += 1;
    }
    let mut touched = hidden;
    while !touched.is_empty() {
        let changed = it.split(&touched);
        let beside = changed.iter().filter_map(|at| it.near.get(*at)).flatten().flatten().copied();
        touched = beside.filter(is_hidden).collect();
    }
    it.colours
}

pub(super) fn layer_number(layer: Layer) -> usize {
    match layer {
        Layer::Event => 0,
        Layer::Pattern => 1,
        Layer::Structure => 2,
        Layer::MentalModel => 3,
    }
}

/// Every note before what explains it; there are no circles.
fn downwards(below: &[Vec<Arc<'_>>], above: &[Vec<usize>]) -> Vec<usize> {
    let mut left: Vec<usize> = above.iter().map(Vec::len).collect();
    let mut ready: Vec<usize> = left.iter().enumerate().filter(|(_, n)| **n == 0).map(|(at, _)| at).collect();
    let mut out = Vec::with_capacity(below.len());
    while let Some(at) = ready.pop() {
        out.push(at);
        for arc in below.get(at).into_iter().flatten() {
            if let Some(n) = left.get_mut(arc.to) {
                *n = n.saturating_sub(1);
                ready.extend((*n == 0).then_some(arc.to));
            }
        }
    }
    out
}
