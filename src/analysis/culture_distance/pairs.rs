//! Pairs of parties, by the distance of their profiles. Distances are between profiles; pairs are products of who has them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use super::measure::{Scored, distance_of, rounded};
use super::{CultureDistanceOptions, PairKind, PartyPair, PartyPairs, Profile, differ, differs};
use crate::evidence::Measure;
use crate::id::{CultureId, PartyId};
use crate::math::Exact;
use crate::model::Model;
use crate::vocabulary::{CultureModel, Vocabulary};

/// What is listed.
pub(super) struct Listed<'a> {
    pub(super) within: PartyPairs,
    pub(super) between: PartyPairs,
    /// The two different profiles of each listed pair, lower id first; farthest first.
    pub(super) cultures: Vec<(&'a CultureId, &'a CultureId)>,
}

/// Who has a profile, and what it says.
struct Holder<'a> {
    profile: &'a Profile,
    /// By organisation, in id order.
    of: BTreeMap<&'a PartyId, Vec<&'a PartyId>>,
    now: Scored,
}

/// Two profiles with their share; the same one twice for those who share it.
#[derive(Clone)]
struct Candidate {
    share: Measure<Exact>,
    a: usize,
    b: usize,
}

/// Farthest first, the unknown last, then by profile.
fn farthest(x: &Candidate, y: &Candidate) -> Ordering {
    y.share.as_ref().value().cmp(&x.share.as_ref().value()).then_with(|| (x.a, x.b).cmp(&(y.a, y.b)))
}

/// The farthest of many, without keeping all.
struct Farthest {
    kept: Vec<Candidate>,
    most: usize,
}

impl Farthest {
    fn new(most: usize) -> Self {
        Self { kept: Vec::new(), most }
    }

    fn push(&mut self, candidate: Candidate) {
        self.kept.push(candidate);
        if self.kept.len() > self.most.saturating_mul(2).saturating_add(1_024) {
            self.trim();
        }
    }

    fn trim(&mut self) {
        self.kept.sort_by(farthest);
        self.kept.truncate(self.most);
    }
}

fn choose_two(n: usize) -> usize {
    n.saturating_mul(n.saturating_sub(1)) / 2
}

/// How many pairs of parties two profiles make, and how many of those are of one organisation.
fn count(a: &Holder<'_>, b: &Holder<'_>, same: bool) -> (usize, usize) {
    if same {
        return (choose_two(a.profile.parties.len()), a.of.values().map(|all| choose_two(all.len())).sum());
    }
    let (few, many) = if a.of.len() <= b.of.len() { (a, b) } else { (b, a) };
    let shared = few.of.iter().map(|(top, all)| all.len() * many.of.get(top).map_or(0, Vec::len));
    (a.profile.parties.len() * b.profile.parties.len(), shared.sum())
}

pub(super) fn pairs<'a>(
    model: &'a Model,
    options: &CultureDistanceOptions,
    profiles: &'a [Profile],
    tops: &HashMap<&'a PartyId, &'a PartyId>,
) -> Listed<'a> {
    let mut numbers = BTreeMap::new();
    let holder = |profile: &'a Profile| {
        let culture = model.culture(&profile.culture)?;
        let mut of: BTreeMap<&PartyId, Vec<&PartyId>> = BTreeMap::new();
        for party in &profile.parties {
            of.entry(tops.get(party).copied().unwrap_or(party)).or_default().push(party);
        }
        Some(Holder { profile, of, now: Scored::new(model, culture, options.aggregate, &mut numbers) })
    };
    let held: Vec<Holder<'a>> = profiles.iter().filter(|p| !p.parties.is_empty()).filter_map(holder).collect();

    let most = options.list_pairs_at_most;
    let empty = || PartyPairs { pairs: Vec::new(), all: 0, differ: 0, undefined: 0 };
    let (mut within, mut between) = ((empty(), Farthest::new(most)), (empty(), Farthest::new(most)));
    for kind in CultureModel::ALL.iter().copied() {
        let of_kind: Vec<(usize, &Holder<'_>)> =
            held.iter().enumerate().filter(|(_, h)| h.profile.model == kind).collect();
        for (place, (i, a)) in of_kind.iter().enumerate() {
            for (j, b) in of_kind.iter().skip(place) {
                let (all, inside) = count(a, b, i == j);
                if all == 0 {
                    continue;
                }
                let share = a.now.share(&b.now);
                let is = share.as_ref().value().is_some_and(|share| differs(share, options.cut));
                let unsaid = share.as_ref().value().is_none();
                for (n, (pairs, candidates)) in [(inside, &mut within), (all - inside, &mut between)] {
                    if n > 0 {
                        pairs.all += n;
                        pairs.differ += if is { n } else { 0 };
                        pairs.undefined += if unsaid { n } else { 0 };
                        candidates.push(Candidate { share: share.clone(), a: *i, b: *j });
                    }
                }
            }
        }
    }
    let mut used: BTreeMap<(usize, usize), Candidate> = BTreeMap::new();
    for (kind, (pairs, candidates)) in [(PairKind::Within, &mut within), (PairKind::Between, &mut between)] {
        candidates.trim();
        for candidate in &candidates.kept {
            let room = most - pairs.pairs.len();
            if room == 0 {
                break;
            }
            let before = pairs.pairs.len();
            list(options, &held, tops, (candidate, kind), room, &mut pairs.pairs);
            if candidate.a != candidate.b && pairs.pairs.len() > before {
                used.insert((candidate.a, candidate.b), candidate.clone());
            }
        }
    }
    let mut used: Vec<Candidate> = used.into_values().collect();
    used.sort_by(farthest);
    let id = |i: usize| held.get(i).map(|h| &h.profile.culture);
    let cultures = used.into_iter().filter_map(|c| Some((id(c.a)?, id(c.b)?))).collect();
    Listed { within: within.0, between: between.0, cultures }
}

/// Lists the pairs of one kind that two profiles make, by party id, as long as there is room.
fn list(
    options: &CultureDistanceOptions,
    held: &[Holder<'_>],
    tops: &HashMap<&PartyId, &PartyId>,
    (candidate, kind): (&Candidate, PairKind),
    room: usize,
    out: &mut Vec<PartyPair>,
) {
    let (Some(a), Some(b)) = (held.get(candidate.a), held.get(candidate.b)) else { return };
    let full = out.len().saturating_add(room);
    let same = candidate.a == candidate.b;
    let others = if same { &[][..] } else { b.profile.parties.as_slice() };
    let both = itertools::merge_join_by(&a.profile.parties, others, |x, y| x.cmp(y));
    for found in both {
        let (low, here, there) = match found {
            itertools::EitherOrBoth::Right(low) => (low, b, a),
            itertools::EitherOrBoth::Left(low) | itertools::EitherOrBoth::Both(low, _) => (low, a, b),
        };
        let inside = tops.get(low).and_then(|top| there.of.get(*top)).map_or(&[][..], Vec::as_slice);
        let above = there.profile.parties.partition_point(|p| p <= low);
        let partners: Box<dyn Iterator<Item = &PartyId>> = match kind {
            PairKind::Within => Box::new(inside.iter().copied().filter(|p| *p > low)),
            PairKind::Between => {
                let all = there.profile.parties.get(above..).unwrap_or_default();
                Box::new(all.iter().filter(|p| inside.binary_search(p).is_err()))
            }
        };
        for high in partners {
            if out.len() >= full {
                return;
            }
            out.push(PartyPair {
                parties: [low.clone(), high.clone()],
                cultures: [here.profile.culture.clone(), there.profile.culture.clone()],
                kind,
                distance: rounded(&distance_of(a.profile.model, &candidate.share)),
                share: rounded(&candidate.share),
                differ: differ(&candidate.share, options.cut),
            });
        }
    }
}
