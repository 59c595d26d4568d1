//! # Value network
//!
//! **Question.** Through which loops does what we give come back, and which parties and flows carry most?
//!
//! **Method.** The stakeholder value network of B. Cameron, E. Crawley, G. Loureiro and E. Rebentisch, "Value flow mapping",
//! *Acta Astronautica* 62 (2008), and W. Feng, E. Crawley and others, *12th International DSM Conference* (2010). How far the
//! search goes, how it tells what it cut, and why a flow is on no loop are polder's own rules.
//!
//! **Inputs.** Flows from giver to receiver with benefit (how much the receiver needs it) and supply (how important the giver is as
//! its source); the focal party.
//!
//! **Formula.** The score of a flow is read from a matrix of supply and benefit ([`FlowScores`]). A loop leaves the focal party,
//! passes every other party at most once and returns; parallel flows make separate loops. Its score is the product of the scores
//! of its flows. Weighted occurrence of a party or flow = Σ scores of the loops through it / Σ scores of all loops that count.
//! The importance of an input or output flow of the focal party is its weighted occurrence. All sums are exact.
//!
//! **Which loops count.** All of them, unless the options say how many flows a loop may have or how low its score may be
//! ([`Basis::Chosen`]), or the network has more loops than the work allows to look at. They are looked at by length: all of two
//! flows, then all of three, and so on. A length that cannot be finished does not count at all, so the numbers are those of
//! *every* loop of up to `complete_to` flows ([`Basis::Searched`]), whatever the names and the order of the file. `cut` says how
//! many loops are left out, exactly, at least, or not at all known. Where a flow without score may be on a loop that would count, the
//! numbers are those of the loops over scored flows ([`Basis::Scored`]).
//!
//! **Assumptions.** Value comes back only along loops; what is given passes on through the receiver. The flows on record are the
//! network.
//!
//! **Missing data.** A flow with unknown benefit or supply has no score: it is in no loop and listed in `omitted`. Whether a loop
//! over such a flow may count is looked up with the highest score that the flow can have. A party or flow that is on no other loop,
//! and a party without any flow that has a score, has no occurrence (`missing-rating`); where there is no other loop at all, neither
//! has anything, and how many loops there are is unknown. Without a focal party nothing is defined (`no-focal`), without a loop no
//! occurrence (`nothing-to-measure`). A party on no loop has occurrence 0 when there are loops; `off_loop` says why.
//!
//! **Returns.** [`ValueNetwork`]. **Complexity.** exponential in the length of loops, ended by the budget; linear beside it.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{ValueNetworkOptions, value_network};
//! use polder::evidence::Measure;
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[project]\nfocal = \"city\"\n[party.city]\n[party.maker]\n\
//!             [[flow]]\nfrom = \"city\"\nto = \"maker\"\nbenefit = \"must\"\nsupply = \"high\"\n\
//!             [[flow]]\nfrom = \"maker\"\nto = \"city\"\nbenefit = \"must\"\nsupply = \"medium\"\n";
//! let network = value_network(&Model::try_from(Document::from_toml(text)?)?, &ValueNetworkOptions::new());
//! assert_eq!(network.loop_count, Measure::Known(1));
//! assert_eq!(network.loops[0].score, 0.76);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** An occurrence is a share of the loops of one focal party: it does not compare projects, nor two runs with another
//! length, threshold or matrix. A party on no loop is not unimportant: it may have power without being given anything.

mod findings;
mod scores;

pub use scores::{BadFlowScore, FlowScores};

pub(super) use findings::RULES;

use serde::Serialize;

use crate::citation::{self, Citation};
use crate::evidence::{Finding, Measure, Omission, Provenance, Undefined};
use crate::id::{FlowId, PartyId};
use crate::math::Exact;
use crate::math::loops::{self, Arc, Counted, Limits, Through};
use crate::model::{Attribute, Flow, Model};
use crate::scale::Strength;
use crate::vocabulary::vocabulary;

/// How to look at the value network.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueNetworkOptions {
    scores: FlowScores,
    focal: Option<PartyId>,
    max_length: Option<usize>,
    threshold: Strength,
    work: u64,
    listed: usize,
}

impl Default for ValueNetworkOptions {
    /// The published scores, the focal party of the project, loops of any length and score, a million steps, 20 loops listed.
    fn default() -> Self {
        Self {
            scores: FlowScores::default(),
            focal: None,
            max_length: None,
            threshold: Strength::ZERO,
            work: 1_000_000,
            listed: 20,
        }
    }
}

/// A finding cites its settings as numbers, which are whole only so far.
const MOST: u64 = 1_000_000_000_000_000;

macro_rules! setters {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $with:expr;)+) => {
        impl ValueNetworkOptions {
            /// The default options.
            pub fn new() -> Self {
                Self::default()
            }
            $($(#[$doc])*
            #[must_use]
            pub fn $name(mut self, $name: $type) -> Self {
                let with: fn(&mut Self, $type) = $with;
                with(&mut self, $name);
                self
            })+
        }
    };
}
setters! {
    /// What flows count for.
    scores: FlowScores = |o, x| o.scores = x;
    /// The party whose loops are looked at, in place of the project's focal party.
    focal: PartyId = |o, x| o.focal = Some(x);
    /// How many flows a loop may have; no more than 10^15 is kept.
    max_length: usize = |o, x| o.max_length = Some(usize::try_from(MOST).map_or(x, |most| x.min(most)));
    /// The lowest score of a loop that counts.
    threshold: Strength = |o, x| o.threshold = x;
    /// How many steps the search may take, a step being a flow that is tried; for counting what was cut half as many again, and as
    /// many for each of the questions what is on a loop that was cut and on one over a flow without score. No more than 10^15 is kept.
    work: u64 = |o, x| o.work = x.min(MOST);
    /// How many loops are listed at most, the best first.
    list_at_most: usize = |o, x| o.listed = x;
}

vocabulary! {
    /// Which loops the weighted occurrences are shares of.
    Basis, "basis of an occurrence" {
        /// All loops that there are.
        All = "all",
        /// All loops over flows with a score; there may be others over a flow without one.
        Scored = "scored",
        /// The loops that the options let count.
        Chosen = "chosen",
        /// All loops, of those that the options let count, up to the length that the work allowed.
        Searched = "searched",
    }
}

vocabulary! {
    /// Why a party or flow is on no loop that counts (own rule).
    OffLoop, "place off the loops" {
        /// What the focal party gives gets there, and nothing leads from there back to it: given without return.
        DeadEnd = "dead-end",
        /// It leads to the focal party, and nothing that the focal party gives gets there.
        Source = "source",
        /// Nothing leads there from the focal party, nor back.
        Apart = "apart",
        /// Only over a flow without score; whether over that there is a loop that counts could not be ruled out.
        NoScore = "no-score",
        /// Every way out and back passes some party twice.
        Twice = "twice",
        /// The loops through it were cut, if there are any; whether there are was not always to be found out.
        Cut = "cut",
    }
}

/// A number of loops that were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// So many for certain.
    pub at_least: u64,
    /// Whether there are no more.
    pub exact: bool,
}

impl From<Counted> for Tally {
    fn from(Counted { at_least, exact }: Counted) -> Self {
        Self { at_least, exact }
    }
}

/// How many loops do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LoopCut {
    /// Loops of more flows than the options let count, whatever their score.
    pub length: Tally,
    /// Loops that are short enough and score below the threshold.
    pub threshold: Tally,
    /// Loops that would count and are longer than the work allowed to look at.
    pub budget: Tally,
}

/// One loop through the focal party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueLoop {
    /// Its flows, from the focal party back to it.
    pub flows: Vec<FlowId>,
    /// The givers of these flows, the focal party first.
    pub parties: Vec<PartyId>,
    /// The product of the scores of its flows: above 0, at most 1.
    pub score: f64,
}

/// One flow in the network.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FlowPlace {
    /// The flow.
    pub flow: FlowId,
    /// The giver.
    pub from: PartyId,
    /// The receiver.
    pub to: PartyId,
    /// Its score: above 0, at most 1; `missing-rating` when benefit or supply is unknown.
    pub score: Measure,
    /// How many loops that count it is on.
    pub loops: u64,
    /// Σ of these loops / Σ of all that count: 0 … 1; `missing-rating` where `off_loop` says that a score lacks.
    pub occurrence: Measure,
    /// Why it is on no loop, if it is on none; empty without a focal party.
    pub off_loop: Option<OffLoop>,
}

/// One party that gives or receives something.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyPlace {
    /// The party.
    pub party: PartyId,
    /// How many loops that count it is on.
    pub loops: u64,
    /// Σ of these loops / Σ of all that count: 0 … 1; 1 for the focal party; `missing-rating` where `off_loop` says that a score
    /// lacks.
    pub occurrence: Measure,
    /// Why it is on no loop, if it is on none; empty for the focal party and without one.
    pub off_loop: Option<OffLoop>,
}

/// How much a flow from or to the focal party carries.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FlowImportance {
    /// The flow.
    pub flow: FlowId,
    /// Its weighted occurrence: 0 … 1.
    pub importance: Measure,
}

/// The value network of the focal party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueNetwork {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<ValueNetworkOptions>,
    /// Which flows have no score, and what is unknown of them.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// The party whose loops these are.
    pub focal: Measure<PartyId>,
    /// How many loops count; `missing-rating` where none is known and one may be over a flow without score.
    pub loop_count: Measure<u64>,
    /// Σ of their scores: what every occurrence is a share of; undefined as their number.
    pub total: Measure,
    /// Which loops these are.
    pub basis: Basis,
    /// All loops of up to so many flows were looked at; of any length when there is no number, and when no longer one exists.
    pub complete_to: Option<usize>,
    /// How many loops do not count.
    pub cut: LoopCut,
    /// The best loops, by score; equal scores by the ids of their flows.
    pub loops: Vec<ValueLoop>,
    /// Every party that gives or receives something, in id order.
    pub parties: Vec<PartyPlace>,
    /// Every flow, in id order.
    pub flows: Vec<FlowPlace>,
    /// What the focal party receives, the most important first.
    pub inputs: Vec<FlowImportance>,
    /// What it gives, the most important first.
    pub outputs: Vec<FlowImportance>,
    /// Scores of flows and loops, and occurrences, with their grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::CAMERON_2008, citation::FENG_2010, citation::OWN_LOOPS];

/// The flows of a model as a graph, and the loops through its focal party.
struct Network<'a> {
    flows: Vec<(&'a FlowId, &'a Flow, Option<f64>)>,
    /// The parties at the ends of flows, in id order.
    parties: Vec<&'a PartyId>,
    /// The places of giver and receiver of each flow.
    ends: Vec<(usize, usize)>,
    /// Which flow each arc of the search is.
    arcs: Vec<usize>,
    focal: Option<&'a PartyId>,
    /// The place of the focal party, if it gives or receives anything.
    start: Option<usize>,
    found: loops::Loops,
    /// What leads out of the focal party and back, along all flows.
    ways: Ways,
    /// The loops that would count if every flow without score had the highest that it can have, up to the length that was looked
    /// at; only where such a flow is on a way out and back. Its arcs are the flows.
    open: Option<loops::Loops>,
    /// The loops over all flows that no option limits; only where an option cut some. Its arcs are the flows.
    any: Option<loops::Loops>,
}

impl<'a> Network<'a> {
    fn of(model: &'a Model, options: &ValueNetworkOptions) -> Self {
        let flows: Vec<_> = model.flows().map(|(id, flow)| (id, flow, options.scores.score(flow))).collect();
        let mut parties: Vec<&PartyId> = flows.iter().flat_map(|(_, flow, _)| [&flow.from, &flow.to]).collect();
        parties.sort_unstable();
        parties.dedup();
        let place = |party: &PartyId| parties.binary_search(&party).unwrap_or(usize::MAX);
        let ends: Vec<(usize, usize)> = flows.iter().map(|(_, f, _)| (place(&f.from), place(&f.to))).collect();
        let focal = options.focal.as_ref().or(model.project().focal.as_ref());
        let focal = focal.and_then(|id| model.parties().map(|(p, _)| p).find(|p| *p == id));
        let start = focal.map(place).filter(|at| *at < parties.len());
        let scored = flows.iter().zip(&ends).enumerate().filter_map(|(i, ((_, _, score), (from, to)))| {
            Some((i, Arc { from: *from, to: *to, score: Exact::of((*score)?) }))
        });
        let (arcs, graph): (Vec<usize>, Vec<Arc>) = scored.unzip();
        let limits = Limits {
            longest: options.max_length,
            threshold: Exact::of(options.threshold.get()),
            work: options.work,
            listed: options.listed,
        };
        let node = start.unwrap_or(usize::MAX);
        let found = loops::loops_through(node, parties.len(), &graph, &limits);
        let ways = Ways::of(node, parties.len(), &ends);
        let wide: Vec<Arc> = (flows.iter().zip(&ends))
            .map(|((_, flow, score), (from, to))| {
                let [_, high] = options.scores.bounds(flow);
                Arc { from: *from, to: *to, score: Exact::of(score.unwrap_or(high)) }
            })
            .collect();
        let is_open = |((_, _, score), (from, to)): (&(_, _, Option<f64>), &(usize, usize))| {
            score.is_none() && ways.both(*from, *to) == [true, true]
        };
        let open = flows.iter().zip(&ends).any(is_open).then(|| {
            let longest = found.complete_to.or(options.max_length);
            let limits = Limits { longest, listed: 0, ..limits.clone() };
            loops::loops_through(node, parties.len(), &wide, &limits)
        });
        let cut = !(nothing(found.too_long) && nothing(found.too_low));
        let limited = open.is_some() && (options.max_length.is_some() || options.threshold > Strength::ZERO);
        let any = (found.not_searched.exact && (cut || limited)).then(|| {
            let limits = Limits { longest: None, threshold: Exact::zero(), listed: 0, ..limits };
            loops::loops_through(node, parties.len(), &wide, &limits)
        });
        Self { flows, parties, ends, arcs, focal, start, found, ways, open, any }
    }

    /// Whether a loop that would count may run over a flow without score.
    fn may_be_more(&self) -> bool {
        self.open.as_ref().is_some_and(|open| !open.not_searched.exact || open.count > self.found.count)
    }

    /// Why there is no occurrence, if there is none.
    fn undefined(&self) -> Option<Undefined> {
        if self.focal.is_none() {
            return Some(Undefined::NoFocal);
        }
        let reason = match self.found.not_searched.exact {
            false => Undefined::BudgetExhausted,
            true if self.may_be_more() => Undefined::MissingRating,
            true => Undefined::NothingToMeasure,
        };
        (self.found.count == 0).then_some(reason)
    }

    /// Why a place is on no loop that counts. A flow is on its way from the giver on; a party is both ends of itself.
    fn off(
        &self,
        [from, to]: [usize; 2],
        through: Option<Through>,
        of: impl Fn(&loops::Loops) -> Option<u64>,
    ) -> Option<OffLoop> {
        self.focal?;
        if through.is_some_and(|t| t.count > 0) {
            return None;
        }
        // Whether the loops of a wider search pass here; nothing where it did not end.
        let passes = |all: &loops::Loops| match of(all) {
            Some(n) if n > 0 => Some(true),
            _ => all.not_searched.exact.then_some(false),
        };
        let cut = &self.found;
        let whole = nothing(cut.too_long) && nothing(cut.too_low) && nothing(cut.not_searched);
        Some(match self.ways.both(from, to) {
            [true, false] => OffLoop::DeadEnd,
            [false, true] => OffLoop::Source,
            [false, false] => OffLoop::Apart,
            [true, true] if self.open.as_ref().is_some_and(|open| passes(open) != Some(false)) => OffLoop::NoScore,
            [true, true] if self.any.as_ref().map_or(whole, |any| passes(any) == Some(false)) => OffLoop::Twice,
            [true, true] => OffLoop::Cut,
        })
    }

    /// What goes through every flow, and why nothing does.
    fn flow_places(&self) -> Vec<Place> {
        let one = |(at, (through, (from, to))): (usize, (Option<Through>, &(usize, usize)))| Place {
            through,
            off: self.off([*from, *to], through, |l| l.arcs.get(at).map(|t| t.count)),
        };
        self.through_flows().into_iter().zip(&self.ends).enumerate().map(one).collect()
    }

    /// What goes through every party, and why nothing does; the focal party needs no reason.
    fn party_places(&self) -> Vec<Place> {
        let one = |(at, through): (usize, Option<Through>)| {
            let off = || self.off([at, at], through, |l| l.nodes.get(at).map(|t| t.count));
            Place { through, off: if self.start == Some(at) { None } else { off() } }
        };
        self.through_parties().into_iter().enumerate().map(one).collect()
    }

    /// The share of what goes through.
    fn occurrence(&self, place: &Place) -> Measure {
        match (self.undefined(), place) {
            (Some(reason), _) => Measure::Undefined(reason),
            (None, Place { off: Some(OffLoop::NoScore), .. } | Place { through: None, .. }) => {
                Measure::Undefined(Undefined::MissingRating)
            }
            (None, Place { through: Some(through), .. }) => Measure::or(through.share, Undefined::NothingToMeasure),
        }
    }

    /// What goes through every flow; nothing for one without score.
    fn through_flows(&self) -> Vec<Option<Through>> {
        let mut out = vec![None; self.flows.len()];
        for (flow, through) in self.arcs.iter().zip(&self.found.arcs) {
            if let Some(at) = out.get_mut(*flow) {
                *at = Some(*through);
            }
        }
        out
    }

    /// What goes through every party; nothing for one without a flow that has a score.
    fn through_parties(&self) -> Vec<Option<Through>> {
        let mut scored = vec![false; self.parties.len()];
        for (from, to) in self.arcs.iter().filter_map(|flow| self.ends.get(*flow)) {
            for end in [from, to] {
                if let Some(at) = scored.get_mut(*end) {
                    *at = true;
                }
            }
        }
        let all = self.found.nodes.iter().zip(scored);
        all.map(|(through, scored)| scored.then_some(*through)).collect()
    }
}

fn nothing(counted: Counted) -> bool {
    counted.exact && counted.at_least == 0
}

/// What goes through a party or flow, and why it is on no loop.
#[derive(Clone, Copy)]
struct Place {
    through: Option<Through>,
    off: Option<OffLoop>,
}

/// Which parties are on a way out of the focal party, and which on a way back to it.
struct Ways {
    out: Vec<bool>,
    back: Vec<bool>,
}

impl Ways {
    fn of(node: usize, size: usize, ends: &[(usize, usize)]) -> Self {
        let found = |far: Vec<usize>| far.into_iter().map(|d| d < usize::MAX).collect();
        Self {
            out: found(loops::distances(node, size, ends.iter().copied())),
            back: found(loops::distances(node, size, ends.iter().map(|(from, to)| (*to, *from)))),
        }
    }

    /// Whether a way leads from the focal party to the first place, and one from the second back to it.
    fn both(&self, from: usize, to: usize) -> [bool; 2] {
        [self.out.get(from), self.back.get(to)].map(|on| on.copied().unwrap_or(false))
    }
}

/// Looks at the value network. See the [module](self).
pub fn value_network(model: &Model, options: &ValueNetworkOptions) -> ValueNetwork {
    let network = Network::of(model, options);
    let found = &network.found;
    let mut omitted = Vec::new();
    for (id, flow, _) in &network.flows {
        let missing = [(flow.benefit.is_none(), Attribute::Benefit), (flow.supply.is_none(), Attribute::Supply)];
        let missing = missing.into_iter().filter(|(unknown, _)| *unknown);
        omitted.extend(missing.map(|(_, attribute)| Omission::unknown((*id).into(), attribute)));
    }

    let flows: Vec<FlowPlace> = (network.flows.iter().zip(network.flow_places()))
        .map(|((id, flow, score), place)| FlowPlace {
            flow: (*id).clone(),
            from: flow.from.clone(),
            to: flow.to.clone(),
            score: Measure::or(*score, Undefined::MissingRating),
            loops: place.through.map_or(0, |t| t.count),
            occurrence: network.occurrence(&place),
            off_loop: place.off,
        })
        .collect();
    let parties = (network.parties.iter().zip(network.party_places()))
        .map(|(party, place)| PartyPlace {
            party: (*party).clone(),
            loops: place.through.map_or(0, |t| t.count),
            occurrence: network.occurrence(&place),
            off_loop: place.off,
        })
        .collect();
    let important = |end: fn(&FlowPlace) -> &PartyId| {
        let ours = flows.iter().filter(|f| f.score.value().is_some() && Some(end(f)) == network.focal);
        let mut out: Vec<FlowImportance> =
            ours.map(|f| FlowImportance { flow: f.flow.clone(), importance: f.occurrence }).collect();
        let size = |f: &FlowImportance| f.importance.value().unwrap_or(0.0);
        out.sort_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| a.flow.cmp(&b.flow)));
        out
    };
    let unknown = |reason: &Undefined| matches!(reason, Undefined::NoFocal | Undefined::MissingRating);
    let reason = network.undefined().filter(unknown);
    let cut =
        LoopCut { length: found.too_long.into(), threshold: found.too_low.into(), budget: found.not_searched.into() };
    let basis = match () {
        () if !nothing(found.not_searched) => Basis::Searched,
        () if !nothing(found.too_long) || !nothing(found.too_low) => Basis::Chosen,
        () if network.may_be_more() => Basis::Scored,
        () => Basis::All,
    };
    let loops = findings::listed(&network);
    let findings = findings::all(&network, options, &loops);
    ValueNetwork {
        provenance: Provenance { method: "value_network", method_version: 1, options: options.clone(), cites: CITES },
        omitted,
        focal: Measure::or(network.focal.cloned(), Undefined::NoFocal),
        loop_count: reason.map_or(Measure::Known(found.count), Measure::Undefined),
        total: reason.map_or(Measure::Known(found.total), Measure::Undefined),
        basis,
        complete_to: found.complete_to.filter(|_| !matches!(basis, Basis::All | Basis::Scored)),
        cut,
        loops,
        parties,
        inputs: important(|f| &f.to),
        outputs: important(|f| &f.from),
        flows,
        findings,
    }
}
