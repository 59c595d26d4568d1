//! What the network is drawn of: parties, their ties, and what is said of them.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use petgraph::unionfind::UnionFind;

use super::super::draw::Told;
use super::{PARTIES, Sign, TIES};
use crate::analysis::Relations;
use crate::analysis::relations::Proof;
use crate::evidence::{Measure, OmissionReason};
use crate::id::PartyId;
use crate::model::{Attribute, Element};
use crate::rating::Reading;
use crate::report::page::{Inlines, plain};
use crate::report::speech::{Arg, Speech, args};

/// How many who stand between are told.
const SHOWN: usize = 5;
/// How many ties of a party are told beside its mark, and how many parties that are not drawn are named.
const TOLD: usize = 3;
const NAMED: usize = 12;

/// A party that a known tie other than 0 connects.
pub(super) struct Node<'w> {
    pub(super) party: &'w PartyId,
    pub(super) name: String,
    /// Its camp in the first of the best splits, 0 or 1.
    pub(super) camp: Option<usize>,
    /// Whether another split that is as good has it in the other camp.
    pub(super) unsure: bool,
    /// Whether it is one of those most between the camps.
    pub(super) between: bool,
    /// Its rank among those between the camps.
    rank: Option<usize>,
    /// How many ties of it are stated and not known.
    unknown: usize,
}

impl Node<'_> {
    /// How far it reaches with its ring.
    pub(super) fn reach(&self, radius: f64) -> f64 {
        if self.between { radius + 4.5 } else { radius + 1.5 }
    }
}

/// A tie between two nodes, by their places among the nodes.
pub(super) struct Tie {
    pub(super) a: usize,
    pub(super) b: usize,
    reading: Reading,
    /// Whether it does not fit in the camps.
    frustrated: bool,
    /// Whether it is drawn, as one of the strongest.
    pub(super) drawn: bool,
}

impl Tie {
    pub(super) fn is_good(&self) -> bool {
        self.reading.raw > 0.0
    }

    /// Its size as a part of the largest there can be.
    pub(super) fn strength(&self) -> f64 {
        self.reading.weight().abs().clamp(0.0, 1.0)
    }

    pub(super) fn is_disputed(&self) -> bool {
        self.reading.low < 0.0 && self.reading.high > 0.0
    }

    /// The signs that stand on it.
    pub(super) fn signs(&self) -> impl Iterator<Item = Sign> + use<> {
        let kind = if self.is_disputed() { Some(Sign::Disputed) } else { (!self.is_good()).then_some(Sign::Minus) };
        kind.into_iter().chain(self.frustrated.then_some(Sign::Unfit))
    }
}

/// A party without a known tie other than 0.
pub(super) struct Loose<'w> {
    pub(super) party: &'w PartyId,
    pub(super) name: String,
    /// How many ties of it are stated and not known.
    pub(super) unknown: usize,
}

/// Everything that is drawn.
pub(super) struct Web<'w> {
    pub(super) speech: &'w Speech<'w>,
    found: &'w Relations,
    /// In the order of their ids.
    pub(super) nodes: Vec<Node<'w>>,
    /// In the order of their ends.
    pub(super) ties: Vec<Tie>,
    pub(super) loose: Vec<Loose<'w>>,
    /// Whether there are parties in both camps.
    pub(super) two_camps: bool,
    /// The parties that have ties and are not drawn, there being too many.
    left_out: Vec<&'w PartyId>,
    unknown_ties: usize,
    between: usize,
}

impl<'w> Web<'w> {
    pub(super) fn of(speech: &'w Speech<'w>, found: &'w Relations) -> Self {
        let model = speech.model;
        let aggregate = found.provenance.options.read_as();
        let read: Vec<(&PartyId, &PartyId, Reading)> = model
            .ties()
            .iter()
            .filter_map(|(a, b, _)| {
                let reading = model.read(&Element::Tie(a.clone(), b.clone()), Attribute::Tie, aggregate)?;
                (reading.raw != 0.0).then_some((a, b, reading))
            })
            .collect();
        let mut sizes: BTreeMap<&PartyId, f64> = BTreeMap::new();
        for (a, b, reading) in &read {
            for end in [a, b] {
                *sizes.entry(end).or_default() += reading.raw.abs();
            }
        }
        let by_size = sizes.iter().sorted_by(|(a, x), (b, y)| y.total_cmp(x).then_with(|| a.cmp(b)));
        let kept: BTreeSet<&PartyId> = by_size.take(PARTIES).map(|(party, _)| *party).collect();

        let mut unknown: BTreeMap<&PartyId, usize> = BTreeMap::new();
        let mut unknown_ties = 0;
        for omission in found.omitted.iter().filter(|o| o.reason == OmissionReason::Unknown) {
            if let Element::Tie(a, b) = &omission.subject {
                unknown_ties += 1;
                [a, b].into_iter().for_each(|end| *unknown.entry(end).or_default() += 1);
            }
        }
        let name = |party: &PartyId| plain(&speech.name(&party.into()));
        let of_unknown = |party: &PartyId| unknown.get(party).copied().unwrap_or(0);
        let split = found.camps.splits.first();
        let camps: BTreeMap<&PartyId, usize> = split
            .iter()
            .flat_map(|split| split.camps.iter().enumerate())
            .flat_map(|(camp, parties)| parties.iter().map(move |party| (party, camp)))
            .collect();
        let between = found.brokers.parties.as_ref().value().map_or(&[][..], Vec::as_slice);
        let ranks: BTreeMap<&PartyId, usize> = between.iter().map(|b| (&b.party, b.rank)).collect();
        // All of one rank, or none of them.
        let as_far_as = |rank: usize| between.iter().filter(|b| b.rank <= rank).count();
        let ringed: BTreeSet<&PartyId> =
            between.iter().filter(|b| b.rank == 1 || as_far_as(b.rank) <= SHOWN).map(|b| &b.party).collect();
        let unsure = unsure(found);
        let nodes: Vec<Node<'w>> = kept
            .iter()
            .map(|party| Node {
                party,
                name: name(party),
                camp: camps.get(party).copied(),
                unsure: unsure.contains(party),
                between: ringed.contains(party),
                rank: ranks.get(party).copied(),
                unknown: of_unknown(party),
            })
            .collect();
        let place: BTreeMap<&PartyId, usize> = kept.iter().enumerate().map(|(at, party)| (*party, at)).collect();
        let frustrated: BTreeSet<&[PartyId; 2]> =
            split.iter().flat_map(|split| &split.frustrated).map(|tie| &tie.parties).collect();
        let mut ties: Vec<Tie> = read
            .into_iter()
            .filter_map(|(a, b, reading)| {
                let ends = if a <= b { [a.clone(), b.clone()] } else { [b.clone(), a.clone()] };
                let (a, b) = (*place.get(a)?, *place.get(b)?);
                let frustrated = frustrated.contains(&ends);
                Some(Tie { a: a.min(b), b: a.max(b), reading, frustrated, drawn: false })
            })
            .collect();
        ties.sort_by_key(|tie| (tie.a, tie.b));
        choose(&mut ties, nodes.len());
        let loose: Vec<Loose<'w>> = model
            .parties()
            .map(|(party, _)| party)
            .filter(|party| !sizes.contains_key(party))
            .map(|party| Loose { party, name: name(party), unknown: of_unknown(party) })
            .collect();
        let two_camps = split.is_some_and(|split| split.camps.iter().all(|camp| !camp.is_empty()));
        Self {
            speech,
            found,
            two_camps,
            left_out: sizes.keys().copied().filter(|party| !kept.contains(party)).collect(),
            unknown_ties,
            between: between.len(),
            nodes,
            ties,
            loose,
        }
    }

    /// How many ties between drawn parties are not drawn.
    fn weaker(&self) -> usize {
        self.ties.iter().filter(|tie| !tie.drawn).count()
    }

    pub(super) fn has(&self, sign: Sign) -> bool {
        self.ties.iter().filter(|tie| tie.drawn).flat_map(Tie::signs).any(|s| s == sign)
    }

    /// What does not stand in the picture, or stands in it with a reserve.
    pub(super) fn notes(&self) -> Vec<Inlines> {
        let (speech, camps) = (self.speech, &self.found.camps);
        let mut out = Vec::new();
        if self.two_camps {
            match camps.optima {
                Measure::Known(1) => {}
                Measure::Known(n) => out.push(speech.say("camps-others", args! {"n": n - 1})),
                Measure::Undefined(reason) => {
                    out.push(speech.say("camps-uncounted", args! {"undefined": speech.undefined(reason)}));
                }
            }
            if camps.status == Proof::NotProven {
                let least = speech.measure(camps.at_least, |x| crate::report::speech::word(speech.number(x)));
                out.push(speech.say("camps-not-proven", args! {"least": least}));
            }
        } else if let Measure::Undefined(reason) = camps.frustration {
            out.push(speech.say("picture-relations-no-camps", args! {"undefined": speech.undefined(reason)}));
        } else {
            out.push(speech.words("camps-one"));
        }
        let ringed = self.nodes.iter().filter(|node| node.between).count();
        let more = self.nodes.iter().filter(|node| node.rank.is_some()).count().saturating_sub(ringed);
        for (key, n) in [
            ("picture-relations-between-more", more),
            ("picture-relations-neutral", self.found.balance.neutral_ties),
            ("picture-relations-unknown", self.unknown_ties),
            ("picture-relations-weaker", self.weaker()),
        ] {
            if n > 0 {
                out.push(speech.say(key, args! {"n": n}));
            }
        }
        if !self.left_out.is_empty() {
            let parties = self.left_out.iter().map(|party| speech.party(party)).collect();
            let said = args! {"n": self.left_out.len(), "parties": speech.few(parties, NAMED)};
            out.push(speech.say("picture-relations-left-out", said));
        }
        out.push(speech.words("picture-relations-not-drawn"));
        out
    }

    /// What is to be seen, in words.
    pub(super) fn description(&self) -> Inlines {
        let speech = self.speech;
        let balance = &self.found.balance;
        let mut out = speech.say(
            "picture-relations-what",
            args! {"n": self.nodes.len() + self.left_out.len(), "good": balance.positive_ties, "bad": balance.negative_ties},
        );
        let mut add = |said: Inlines| {
            out.extend(speech.words("space"));
            out.extend(said);
        };
        if self.two_camps {
            let of = |camp| {
                let all = self.nodes.iter().filter(|node| node.camp == Some(camp));
                speech.few(all.map(|node| speech.party(node.party)).collect(), 2 * SHOWN)
            };
            add(speech.say("picture-relations-camps", args! {"one": of(0), "two": of(1)}));
        }
        let between: Vec<Inlines> = self
            .nodes
            .iter()
            .filter(|n| n.between)
            .map(|n| (n.rank, n.party))
            .sorted()
            .map(|(_, p)| speech.party(p))
            .collect();
        if !between.is_empty() {
            let n = between.len();
            add(speech.say("camps-brokers", args! {"parties": speech.and(between), "n": n}));
        }
        if !self.loose.is_empty() {
            let all = self.loose.iter().map(|loose| speech.party(loose.party)).collect();
            add(speech
                .say("picture-relations-loose", args! {"parties": speech.few(all, 2 * SHOWN), "n": self.loose.len()}));
        }
        self.notes().into_iter().for_each(&mut add);
        out
    }

    /// Who a node is, and why it stands there.
    pub(super) fn tell_party(&self, node: &Node<'_>) -> Told {
        let speech = self.speech;
        let at = self.nodes.iter().position(|other| other.party == node.party);
        let mut of: Vec<(&Tie, usize)> = self
            .ties
            .iter()
            .filter_map(|tie| {
                let other = if Some(tie.a) == at { tie.b } else { tie.a };
                (Some(tie.a) == at || Some(tie.b) == at).then_some((tie, other))
            })
            .collect();
        of.sort_by(|(x, a), (y, b)| y.reading.raw.abs().total_cmp(&x.reading.raw.abs()).then(a.cmp(b)));
        let grounds = of.iter().filter_map(|(tie, other)| {
            let other = self.nodes.get(*other)?;
            let said = args! {"party": speech.party(other.party), "value": speech.cell(Some(tie.reading))};
            Some(speech.say("picture-relations-tied", said))
        });
        let grounds = speech.few(grounds.collect(), TOLD);
        let mut what =
            speech.say("picture-relations-party", args! {"party": speech.party(node.party), "ties": grounds});
        let mut add = |key: &str, all: &[(&'static str, Arg)]| {
            what.extend(speech.words("space"));
            what.extend(speech.say(key, all));
        };
        if let (Some(camp), true) = (node.camp, self.two_camps) {
            add("picture-relations-in-camp", args! {"camp": camp + 1});
            if node.unsure {
                add("picture-relations-unsure", &[]);
            }
        }
        if let Some(rank) = node.rank {
            add("picture-relations-rank", args! {"rank": rank, "of": self.between});
        }
        if node.unknown > 0 {
            add("picture-relations-unknown", args! {"n": node.unknown});
        }
        Told::of(node.party, &what)
    }

    /// What stands apart, and why.
    pub(super) fn tell_loose(&self, loose: &Loose<'_>) -> Told {
        let key = if loose.unknown > 0 { "picture-relations-loose-unknown" } else { "picture-relations-loose-none" };
        let said = args! {"party": self.speech.party(loose.party), "n": loose.unknown};
        Told::of(loose.party, &self.speech.say(key, said))
    }

    /// Between whom a tie is, and what it is.
    pub(super) fn tell_tie(&self, tie: &Tie) -> Told {
        let speech = self.speech;
        let (Some(a), Some(b)) = (self.nodes.get(tie.a), self.nodes.get(tie.b)) else { return Told::default() };
        let key = if tie.is_good() { "picture-relations-good" } else { "picture-relations-bad" };
        let said = args! {
            "a": speech.party(a.party), "b": speech.party(b.party), "value": speech.on_scale(tie.reading),
        };
        let mut what = speech.say(key, said);
        for (key, holds) in
            [("picture-relations-unfit", tie.frustrated), ("picture-relations-disputed", tie.is_disputed())]
        {
            if holds {
                what.extend(speech.words("space"));
                what.extend(speech.words(key));
            }
        }
        Told { parties: vec![a.party.clone(), b.party.clone()], ..Told::of(a.party, &what) }
    }
}

/// The parties that are in the other camp in another of the best splits, seen from the first party of their part.
fn unsure(found: &Relations) -> BTreeSet<&PartyId> {
    let sides: Vec<BTreeSet<&PartyId>> =
        found.camps.splits.iter().map(|s| s.camps.first().into_iter().flatten().collect()).collect();
    let mut out = BTreeSet::new();
    let Some((base, others)) = sides.split_first() else { return out };
    for part in &found.camps.components {
        let Some(first) = part.parties.first() else { continue };
        let beside = |side: &BTreeSet<&PartyId>, party| side.contains(party) == side.contains(first);
        out.extend(part.parties.iter().filter(|p| others.iter().any(|other| beside(other, *p) != beside(base, *p))));
    }
    out
}

/// Chooses what is drawn: the strongest ties that hold the parties together, then the strongest of the rest.
fn choose(ties: &mut [Tie], nodes: usize) {
    let mut order: Vec<usize> = (0..ties.len()).collect();
    let size = |at: &usize| ties.get(*at).map_or(0.0, |tie| tie.reading.raw.abs());
    order.sort_by(|i, j| size(j).total_cmp(&size(i)).then(i.cmp(j)));
    let mut sets = UnionFind::new(nodes);
    let (forest, rest): (Vec<usize>, Vec<usize>) = order
        .into_iter()
        .partition(|at| ties.get(*at).is_some_and(|tie| sets.try_union(tie.a, tie.b).unwrap_or(false)));
    for at in forest.into_iter().chain(rest).take(TIES) {
        ties.get_mut(at).into_iter().for_each(|tie| tie.drawn = true);
    }
}
