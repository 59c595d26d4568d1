//! # Iceberg
//!
//! **Question.** What lies below what hampers the collaboration, how deep has the conversation come, and which few causes to begin
//! with?
//!
//! **Method.** The handbook: make what hampers the collaboration between departments and parties visible and discussable. The layers
//! are those of the systems iceberg (after Senge 1990); [`IcebergModel`] lends them the words of Schein's three levels or of the
//! competence iceberg, and changes no rule. What is counted is polder's own.
//!
//! **Inputs.** Notes with their layer (event, pattern, structure, mental model), who noted them, whom they are about, how they were
//! voiced, whether they are private; and which note explains which (*because*), with who says so.
//!
//! **Formula.** A *bottleneck* is an event; the *waterline* lies below the events; the *deep* layers are structures and mental
//! models. A *root* is a note below the waterline without further because (own reading: an event that nobody explains is not
//! discussed yet, and is nobody's root). A *chain* leads from a bottleneck over because to a root. *Depth* is the deepest layer that a
//! chain leads to; a bottleneck without a chain is *not yet discussed*. A root is *shared* when the bottlenecks above it are together
//! about two or more parties. The *fewest roots*: a smallest set such that every bottleneck that has a chain has one to a root of the
//! set. A party *says* an explanation when it is named with it, or, where nobody is, when it alone noted what is explained (own
//! rule: one who noted alone wrote down why; an explanation of what several noted, with nobody named, is said by nobody in
//! particular); it says a chain when it says every explanation of it. A *mirror*: two parties say chains of one bottleneck, and the roots of the one
//! and of the other have nothing in common. *Supporters* of a root are who noted it and who is named with an explanation by it: who
//! noted what is explained supports nothing by that. *Unspoken* is a note by k or more that was never spoken: suspected.
//!
//! **Private notes.** A note that was only suspected and does not say `private = false` is as private as one that says it is (own
//! rule): it exposes whoever noted it just as much. A private note is shown only when at least as many parties noted it as the anonymity threshold says, and then
//! without who noted it and without who says what explains it or what it explains. Units of one organisation (*part-of*, however far
//! up) count as one party, and what every party of the model noted hides nobody (own rules). Otherwise it is *withheld*: it takes part
//! in depths, chains, roots and covers as a place without id, words, parties or votes, known by its layer alone, and as a root by
//! whether anybody noted it. Withheld bottlenecks list no chains. Nobody's story in a mirror goes over a private note, and whom
//! withheld notes are about makes no root shared. In findings withheld notes stand as a number by layer, and have none of their own.
//! No order of a result depends on their ids (of notes alike in all their surroundings it is not told which is which).
//!
//! **Assumptions.** A root is a hypothesis with supporters, not a fact: the more chains end in it, the more is explained by it, if it
//! is true.
//!
//! **Missing data.** Who noted a note and whom it is about may be unknown: nobody then supports it, or it shares nothing. A note by
//! k or more of which the way of voicing is not on record is in `omitted`: whether it was ever spoken is unknown.
//!
//! **Returns.** [`Iceberg`]. Chains are all counted, by the layers of the graph (`too-many` beyond 2^64 − 1), and a few of each
//! bottleneck listed, 200 000 notes in all at most. The roots of a bottleneck and the bottlenecks of a root are counted, and the first
//! of them listed. Sets of roots are exact to 24 candidates, with all smallest ones up to a limit;
//! beyond, one found greedily and a bound.
//!
//! **Complexity.** Bottlenecks × explanations below them; branch and bound over the roots; mirrors: parties × explanations, 20
//! million at most. What is written grows with the notes and not with bottlenecks × roots: of each a count and the first few
//! ([`IcebergOptions::list_roots_at_most`]), and in the finding on a depth one of the deepest chains in place of every root. Whom the
//! bottlenecks above a root are about is listed whole: roots × parties.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{AtLeastTwo, IcebergOptions, iceberg};
//! use polder::vocabulary::Layer;
//! use polder::{Document, Model};
//!
//! let text = r#"
//! polder = 1
//! [party.city]
//! [party.grid]
//! [observation.late]
//! layer = "event"
//! statement = "The permit came four months late"
//! by = ["city"]
//! about = ["city", "grid"]
//! because = ["budget", { of = "fear", by = "grid" }]
//! [observation.budget]
//! layer = "structure"
//! statement = "Money is decided once a year"
//! [observation.fear]
//! layer = "mental-model"
//! statement = "Nobody wants to be the first"
//! "#;
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let found = iceberg(&model, &IcebergOptions::new().anonymity(AtLeastTwo::TWO));
//! assert_eq!(found.bottlenecks[0].depth, Layer::MentalModel);
//! assert_eq!(found.fewest.sets.len(), 2);
//! assert_eq!(found.mirrors[0].parties.each_ref().map(|p| p.as_str()), ["city", "grid"]);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** It does not say who is to blame, and no root is true because many chains end in it. With few parties a threshold of two
//! hides little: who reads that something was withheld may guess by whom.

mod chains;
mod grounds;
mod notes;
mod options;
mod sounded;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::citation::{self, Citation};
use crate::evidence::{Finding, Measure, Omission, Provenance, Undefined};
use crate::id::{ObservationId, PartyId};
use crate::model::{Attribute, Model};
use crate::vocabulary::iceberg::{IcebergLayer, IcebergModel};
use crate::vocabulary::{Layer, Vocabulary};
use chains::Lister;
use notes::Sight;
use sounded::Sounded;

pub(super) use grounds::RULES;
pub use notes::NoteRef;
pub use options::{AtLeastTwo, IcebergOptions, TooFew};

/// A layer under the name that the chosen iceberg gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NamedLayer {
    /// The layer.
    pub layer: Layer,
    /// Its name.
    pub name: IcebergLayer,
    /// How many notes of it may be shown.
    pub notes: usize,
}

/// One bottleneck, and what may lie below it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bottleneck {
    /// The event.
    pub note: NoteRef,
    /// The parties that it is about; none for a withheld one.
    pub about: Vec<PartyId>,
    /// How many votes it got; not known of a withheld one.
    pub votes: Option<u32>,
    /// The deepest layer that a chain leads to; `event` where there is none: not yet discussed.
    pub depth: Layer,
    /// Whether a chain leads to a root in the deep layers.
    pub deep: bool,
    /// How many chains lead down to roots.
    pub chains: Measure<u64>,
    /// The first chains, each from what explains the bottleneck down to the root; none for a withheld one.
    pub listed: Vec<Vec<NoteRef>>,
    /// Whether there are more chains than are listed.
    pub truncated: bool,
    /// How many roots the chains end in.
    pub root_count: usize,
    /// The first of these roots.
    pub roots: Vec<NoteRef>,
}

/// A root below a bottleneck: a hypothesis.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RootNote {
    /// The note.
    pub note: NoteRef,
    /// Its layer.
    pub layer: Layer,
    /// How many bottlenecks are above it.
    pub bottleneck_count: usize,
    /// The first of these bottlenecks.
    pub bottlenecks: Vec<NoteRef>,
    /// Whom all those that may be shown are about, together.
    pub about: Vec<PartyId>,
    /// Whether these are two or more.
    pub shared: bool,
    /// Who noted it or is named with an explanation by it; none for a private note.
    pub supporters: Vec<PartyId>,
    /// Who noted it; none for a private note.
    pub noted_by: Vec<PartyId>,
    /// Who is named with an explanation by it; none for a private note.
    pub pointed_at_by: Vec<PartyId>,
    /// Whether somebody noted it who is not told, it being a private note.
    pub anonymous: bool,
    /// How many votes it got; not known of a withheld one.
    pub votes: Option<u32>,
}

/// The fewest roots below all bottlenecks that have a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FewestRoots {
    /// The equally small sets, in id order, which is no order of preference: none comes before another. Where `truncated` says that
    /// there are more, or `exact` that this one was found greedily, which of them stand here hangs on ids; size does not where exact.
    /// None where no bottleneck has a chain. Sets that differ in withheld notes alone stand here once.
    pub sets: Vec<Vec<NoteRef>>,
    /// How many roots each set has.
    pub size: u64,
    /// As few at least: the size where it is exact.
    pub at_least: u64,
    /// Whether nothing smaller can be; else the set was found greedily.
    pub exact: bool,
    /// Whether there are more sets than were looked at.
    pub truncated: bool,
}

/// One bottleneck of which two parties tell stories without a common root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mirror {
    /// The event.
    pub bottleneck: ObservationId,
    /// The two parties, in id order.
    pub parties: [PartyId; 2],
    /// The roots of the one and of the other.
    pub roots: [Vec<NoteRef>; 2],
}

/// A note by several that nobody ever spoke of: it is suspected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unspoken {
    /// The note.
    pub note: ObservationId,
    /// Its layer.
    pub layer: Layer,
    /// Who noted it; none for a private note.
    pub by: Vec<PartyId>,
}

/// The iceberg.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Iceberg {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<IcebergOptions>,
    /// The notes by several of which it is not on record how they were voiced.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Whose words the layers have.
    pub model: IcebergModel,
    /// The layers from the top.
    pub layers: Vec<NamedLayer>,
    /// How many private notes were noted by too few, or by all, and are not shown.
    pub withheld: usize,
    /// Every event: those that may be shown by id, then withheld ones.
    pub bottlenecks: Vec<Bottleneck>,
    /// The bottlenecks without a chain below the waterline.
    pub undiscussed: Vec<NoteRef>,
    /// Every root below a bottleneck: those that may be shown by id, then withheld ones.
    pub roots: Vec<RootNote>,
    /// The fewest roots to begin with.
    pub fewest: FewestRoots,
    /// Where two parties tell different stories.
    pub mirrors: Vec<Mirror>,
    /// Whether there may be more mirrors than are listed.
    pub mirrors_truncated: bool,
    /// What several noted and nobody said.
    pub unspoken: Vec<Unspoken>,
    /// Depths, chains, supporters, shared roots, the fewest roots, mirrors and unspoken notes with their grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[
    citation::HANDBOOK,
    citation::SENGE_1990,
    citation::SCHEIN_1985,
    citation::MCCLELLAND_1973,
    citation::SPENCER_1993,
    citation::OWN_ICEBERG,
];

/// Sounds the iceberg. See the [module](self).
pub fn iceberg(model: &Model, options: &IcebergOptions) -> Iceberg {
    let sounded = Sounded::of(model, options.anonymity);
    let notes = &sounded.notes;
    let shown = |at: usize| notes.all.get(at).filter(|note| note.sight != Sight::Withheld);
    let bottlenecks = bottlenecks(&sounded, options);
    let undiscussed = bottlenecks.iter().filter(|b| b.root_count == 0).map(|b| b.note.clone()).collect();
    let (told, mirrors_truncated) = sounded.mirrors(options.list_mirrors_at_most);
    let mirrors: Vec<Mirror> = told
        .iter()
        .filter_map(|(at, stories)| {
            let parties = stories.each_ref().map(|story| story.party.clone());
            let roots = stories.each_ref().map(|story| notes.refer_all(story.roots.iter().copied()));
            Some(Mirror { bottleneck: shown(*at)?.id.clone(), parties, roots })
        })
        .collect();
    let unspoken = (0..notes.all.len()).filter(|at| sounded.is_unspoken(*at, options.unspoken_from));
    let unspoken = unspoken.filter_map(shown).map(|note| {
        let by = if note.sight == Sight::Open { note.it.by.iter().cloned().collect() } else { Vec::new() };
        Unspoken { note: note.id.clone(), layer: note.it.layer, by }
    });
    let unspoken = unspoken.collect();
    let unknown = (0..notes.all.len()).filter(|at| sounded.may_be_unspoken(*at, options.unspoken_from));
    let unknown = unknown.filter_map(shown).map(|note| Omission::unknown(note.id.into(), Attribute::Voiced));
    let of_layer = |layer: Layer| (0..notes.all.len()).filter_map(shown).filter(|note| note.it.layer == layer).count();
    let named = |layer: &Layer| NamedLayer { layer: *layer, name: options.names.name(*layer), notes: of_layer(*layer) };
    let grounds =
        grounds::Grounds { sounded: &sounded, anonymity: options.anonymity, unspoken_from: options.unspoken_from };
    Iceberg {
        provenance: Provenance { method: "iceberg", method_version: 1, options: *options, cites: CITES },
        omitted: unknown.collect(),
        model: options.names,
        layers: Layer::ALL.iter().map(named).collect(),
        withheld: (0..notes.all.len()).filter(|at| notes.is_withheld(*at)).count(),
        bottlenecks,
        undiscussed,
        roots: roots(&sounded, options),
        fewest: fewest(&sounded, options.list_covers_at_most),
        mirrors,
        mirrors_truncated,
        unspoken,
        findings: grounds.all(&told),
    }
}

fn bottlenecks(sounded: &Sounded<'_>, options: &IcebergOptions) -> Vec<Bottleneck> {
    let (notes, depths) = (&sounded.notes, &sounded.depths);
    let mut lister = Lister::new(notes, depths);
    let mut out = Vec::new();
    let mut hidden = Vec::new();
    for (at, roots) in &sounded.bottlenecks {
        let Some(note) = notes.refer(*at) else { continue };
        let shown = notes.all.get(*at).filter(|note| note.sight != Sight::Withheld);
        let most = if shown.is_some() { options.list_chains_at_most } else { 0 };
        let listed: Vec<Vec<NoteRef>> =
            lister.list(*at, most).into_iter().map(|chain| notes.refer_all(chain)).collect();
        let chains = Measure::or(depths.chains(*at), Undefined::TooMany);
        let all = chains.value().is_some_and(|n| u64::try_from(listed.len()) == Ok(n));
        let side = if shown.is_some() { &mut out } else { &mut hidden };
        side.push(Bottleneck {
            note,
            about: shown.iter().flat_map(|note| note.it.about.iter().cloned()).collect(),
            votes: shown.and_then(|note| note.it.votes),
            depth: depths.depth(*at),
            deep: depths.depth(*at).is_deep(),
            chains,
            listed,
            truncated: !all,
            root_count: roots.len(),
            roots: notes.refer_all(roots.iter().copied().take(options.list_roots_at_most)),
        });
    }
    hidden.sort_by_cached_key(|b| (b.roots.clone(), b.root_count, b.chains.value()));
    out.extend(hidden);
    out
}

fn roots(sounded: &Sounded<'_>, options: &IcebergOptions) -> Vec<RootNote> {
    let notes = &sounded.notes;
    let above: BTreeMap<usize, Vec<usize>> = sounded.above_roots();
    let mut out = Vec::new();
    for (root, bottlenecks) in above {
        let (Some(note), Some(it)) = (notes.refer(root), notes.all.get(root)) else { continue };
        let about: Vec<PartyId> = sounded.about(&bottlenecks).into_iter().cloned().collect();
        let supporters = notes.supporters(root);
        out.push(RootNote {
            note,
            layer: it.it.layer,
            bottleneck_count: bottlenecks.len(),
            bottlenecks: notes.refer_all(bottlenecks.into_iter().take(options.list_roots_at_most)),
            shared: about.len() > 1,
            about,
            anonymous: supporters.is_none() && !it.it.by.is_empty(),
            supporters: supporters.into_iter().flatten().cloned().collect(),
            noted_by: notes.noted_by(root).into_iter().flatten().cloned().collect(),
            pointed_at_by: notes.pointed_at_by(root).into_iter().flatten().cloned().collect(),
            votes: it.it.votes.filter(|_| it.sight != Sight::Withheld),
        });
    }
    out.sort();
    out
}

fn fewest(sounded: &Sounded<'_>, most: usize) -> FewestRoots {
    let Some(covers) = sounded.covers(most) else {
        return FewestRoots { sets: Vec::new(), size: 0, at_least: 0, exact: true, truncated: false };
    };
    let refer = |set: &Vec<usize>| {
        let mut out = sounded.notes.refer_all(set.iter().filter_map(|i| sounded.roots.get(*i)).copied());
        out.sort();
        out
    };
    let mut sets: Vec<Vec<NoteRef>> = covers.sets.iter().map(refer).collect();
    sets.sort();
    sets.dedup();
    let [_, size] = covers.cost;
    let [_, at_least] = covers.bound;
    FewestRoots { sets, size, at_least, exact: covers.exact, truncated: covers.truncated }
}
