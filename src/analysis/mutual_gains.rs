//! # Mutual gains
//!
//! **Question.** Where do positions clash although the interests agree, and which agreements stand on clashing interests?
//!
//! **Method.** Positions (what somebody says to want) apart from interests (why): R. Fisher and W. Ury, *Getting to Yes*, 1981, and the
//! mutual gains approach of L. Susskind and P. Field, *Dealing with an Angry Public*, 1996.
//!
//! **Inputs.** Positions and stances on interests, both signed; only their signs count.
//!
//! **Formula.** A total decision table, [`TABLE`], per pair of parties and interest:
//!
//! | positions | stances | class |
//! |---|---|---|
//! | oppose | oppose | real conflict |
//! | oppose | agree | apparent conflict |
//! | agree | oppose | fragile agreement |
//! | agree | agree | agreement |
//!
//! Two signs agree when they are the same and oppose when they are opposite. Where one of the four is 0, nothing is said.
//!
//! **Assumptions.** A stance says why a party holds its position, and is not itself a position.
//!
//! **Missing data.** No stake means not concerned. A stake whose position or stance is unknown is in no pair; it is listed in `omitted`,
//! once per missing rating, when another party has both on that interest and neither is 0. Not listed is a stake of which the other
//! rating is 0: nothing could be said of it in any case. Stakes with a 0 are counted in `neutral`.
//!
//! **Returns.** [`MutualGains`].
//!
//! **Complexity.** As many steps as there are pairs of parties with a class on a common interest; counts per interest are products and
//! need no pairs. [`MutualGainsOptions::list_at_most`] bounds what is listed.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::mutual_gains::{MutualGain, MutualGainsOptions, mutual_gains};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[interest.safety]\n\
//!             [party.police.stakes.safety]\nstance = 2\nposition = 2\n\
//!             [party.residents.stakes.safety]\nstance = 1\nposition = -2\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let gains = mutual_gains(&model, &MutualGainsOptions::new());
//! assert_eq!(gains.gains[0].class, MutualGain::ApparentConflict);
//! assert_eq!(gains.gains[0].to_string(), "police and residents on safety: apparent-conflict");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** An apparent conflict is a lead for a conversation, no proof that there is a deal; a fragile agreement is no accusation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use super::replay::Rule;
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Omission, Provenance, Undefined};
use crate::id::{InterestId, PartyId};
use crate::math::three_way::{Sign, phi};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// How positions and interests of two parties lie to each other.
    MutualGain, "mutual gain" {
        /// Positions oppose, stances oppose.
        RealConflict = "real-conflict",
        /// Positions oppose, stances agree.
        ApparentConflict = "apparent-conflict",
        /// Positions agree, stances oppose.
        FragileAgreement = "fragile-agreement",
        /// Positions agree, stances agree.
        Agreement = "agreement",
    }
}

vocabulary! {
    /// How two signs lie to each other.
    Stand, "stand of two signs" {
        /// The same sign.
        Agree = "agree",
        /// Opposite signs.
        Oppose = "oppose",
    }
}

impl Stand {
    /// Of two signs; `None` where one of them is 0.
    pub fn of([a, b]: [Sign; 2]) -> Option<Self> {
        match phi(a, b) {
            1 => Some(Self::Agree),
            -1 => Some(Self::Oppose),
            _ => None,
        }
    }
}

/// The decision table over positions and stances; total.
pub const TABLE: &[(Stand, Stand, MutualGain)] = &[
    (Stand::Oppose, Stand::Oppose, MutualGain::RealConflict),
    (Stand::Oppose, Stand::Agree, MutualGain::ApparentConflict),
    (Stand::Agree, Stand::Oppose, MutualGain::FragileAgreement),
    (Stand::Agree, Stand::Agree, MutualGain::Agreement),
];

impl MutualGain {
    /// The class of the signs of two positions and two stances; `None` where one of them is 0.
    pub fn of(positions: [Sign; 2], stances: [Sign; 2]) -> Option<Self> {
        let (positions, stances) = (Stand::of(positions)?, Stand::of(stances)?);
        TABLE.iter().find(|(p, s, _)| (*p, *s) == (positions, stances)).map(|(.., class)| *class)
    }
}

/// How to look for mutual gains.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MutualGainsOptions {
    aggregate: Aggregate,
    list_at_most: usize,
}

impl Default for MutualGainsOptions {
    /// Median over raters; at most 100 000 pairs on an interest are listed.
    fn default() -> Self {
        Self { aggregate: Aggregate::Median, list_at_most: 100_000 }
    }
}

impl MutualGainsOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// How many pairs on an interest are listed at most. A pair of parties is listed with all its interests, or not at all.
    #[must_use]
    pub fn list_at_most(mut self, gains: usize) -> Self {
        self.list_at_most = gains;
        self
    }
}

/// How many of each class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Positions oppose, stances oppose.
    pub real_conflict: usize,
    /// Positions oppose, stances agree.
    pub apparent_conflict: usize,
    /// Positions agree, stances oppose.
    pub fragile_agreement: usize,
    /// Positions agree, stances agree.
    pub agreement: usize,
}

impl Counts {
    fn add(&mut self, class: MutualGain, n: usize) {
        *match class {
            MutualGain::RealConflict => &mut self.real_conflict,
            MutualGain::ApparentConflict => &mut self.apparent_conflict,
            MutualGain::FragileAgreement => &mut self.fragile_agreement,
            MutualGain::Agreement => &mut self.agreement,
        } += n;
    }

    /// All together.
    pub fn total(&self) -> usize {
        self.real_conflict + self.apparent_conflict + self.fragile_agreement + self.agreement
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { real_conflict, apparent_conflict, fragile_agreement, agreement } = self;
        write!(
            f,
            "real-conflict {real_conflict}, apparent-conflict {apparent_conflict}, \
             fragile-agreement {fragile_agreement}, agreement {agreement}"
        )
    }
}

/// The class of two parties on one interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gain {
    /// The two, in id order.
    pub parties: [PartyId; 2],
    /// The interest.
    pub interest: InterestId,
    /// The class.
    pub class: MutualGain,
}

impl fmt::Display for Gain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b] = &self.parties;
        write!(f, "{a} and {b} on {}: {}", self.interest, self.class)
    }
}

/// What lies between two parties, over all interests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PairGains {
    /// The two, in id order.
    pub parties: [PartyId; 2],
    /// On how many interests they are of which class.
    pub counts: Counts,
}

/// What lies between the parties on one interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InterestGains {
    /// The interest.
    pub interest: InterestId,
    /// How many pairs of parties are of which class.
    pub counts: Counts,
    /// How many stakes have a position and a stance that are known and not 0.
    pub stakes: usize,
    /// How many stakes have a position or a stance of 0.
    pub neutral: usize,
}

/// The mutual gains of a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MutualGains {
    /// How they were found.
    #[serde(skip)]
    pub provenance: Provenance<MutualGainsOptions>,
    /// Positions and stances that are unknown although another party has both on that interest.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Every pair of parties on every interest on which it has a class, by party and interest.
    pub gains: Vec<Gain>,
    /// Whether there are more than are listed.
    pub more: bool,
    /// The listed pairs of parties, with their counts.
    pub pairs: Vec<PairGains>,
    /// Interest by interest, over all pairs, listed or not.
    pub interests: Vec<InterestGains>,
    /// Over all interests and pairs, listed or not.
    pub totals: Counts,
    #[serde(skip)]
    sides: BTreeMap<InterestId, BTreeMap<PartyId, Side>>,
}

impl MutualGains {
    /// The class of two different parties on an interest, in either order; `None` where there is none, or it is not listed.
    pub fn class(&self, a: &PartyId, b: &PartyId, interest: &InterestId) -> Option<MutualGain> {
        let key = if a < b { (a, b, interest) } else { (b, a, interest) };
        let at = self.gains.binary_search_by(|gain| {
            let [a, b] = &gain.parties;
            (a, b, &gain.interest).cmp(&key)
        });
        self.gains.get(at.ok()?).map(|gain| gain.class)
    }

    /// Every class with its grounds, one after another.
    pub fn findings(&self) -> impl Iterator<Item = Finding> + '_ {
        self.gains.iter().map(|gain| {
            let sides = self.sides.get(&gain.interest);
            let of = |party: &PartyId| Some(sides?.get(party)?.cited(party, &gain.interest));
            let parties = gain.parties.iter();
            Finding {
                subject: parties.clone().map(Element::from).chain([Element::from(&gain.interest)]).collect(),
                rule: "mutual-gain",
                law: Law::Class,
                amount: Amount::Class(gain.class.word()),
                aggregate: self.provenance.options.aggregate,
                because: parties.filter_map(of).flatten().collect(),
            }
        })
    }
}

/// A stake with a side: position and stance, both known and neither 0.
#[derive(Debug, Clone, PartialEq)]
struct Side {
    position: Reading,
    stance: Reading,
}

impl Side {
    fn signs(&self) -> (Sign, Sign) {
        (Sign::of(self.position.raw), Sign::of(self.stance.raw))
    }

    fn with(&self, other: &Self) -> Option<MutualGain> {
        let ((p, s), (q, t)) = (self.signs(), other.signs());
        MutualGain::of([p, q], [s, t])
    }

    fn cited(&self, party: &PartyId, interest: &InterestId) -> [Contribution; 2] {
        let cite = |attribute, reading: Reading| {
            let amount = f64::from(Sign::of(reading.raw).number());
            Contribution::read(Element::Stake(party.clone(), interest.clone()), attribute, reading, amount)
        };
        [cite(Attribute::Position, self.position), cite(Attribute::Stance, self.stance)]
    }
}

const CITES: &[Citation] = &[citation::FISHER_URY_1981, citation::SUSSKIND_FIELD_1996];

/// Tells positions and interests apart. See the [module](self).
pub fn mutual_gains(model: &Model, options: &MutualGainsOptions) -> MutualGains {
    let mut sides: BTreeMap<InterestId, BTreeMap<PartyId, Side>> = BTreeMap::new();
    let mut neutral: BTreeMap<&InterestId, usize> = BTreeMap::new();
    let mut lacking = Vec::new();
    for (party, interest, _) in model.stakes().iter() {
        let stake = Element::Stake(party.clone(), interest.clone());
        let read = |attribute| model.read(&stake, attribute, options.aggregate);
        let (position, stance) = (read(Attribute::Position), read(Attribute::Stance));
        if [position, stance].into_iter().flatten().any(|r| r.raw == 0.0) {
            *neutral.entry(interest).or_default() += 1;
        } else if let (Some(position), Some(stance)) = (position, stance) {
            sides.entry(interest.clone()).or_default().insert(party.clone(), Side { position, stance });
        } else {
            let missing = [(Attribute::Position, position), (Attribute::Stance, stance)];
            let missing = missing.into_iter().filter(|(_, reading)| reading.is_none());
            lacking.extend(missing.map(|(attribute, _)| (interest, Omission::unknown(stake.clone(), attribute))));
        }
    }
    let omitted =
        lacking.into_iter().filter(|(interest, _)| sides.contains_key(*interest)).map(|(_, omission)| omission);

    let interests: Vec<InterestGains> = model
        .interests()
        .map(|(interest, _)| InterestGains {
            interest: interest.clone(),
            counts: sides.get(interest).map(counted).unwrap_or_default(),
            stakes: sides.get(interest).map_or(0, BTreeMap::len),
            neutral: neutral.get(interest).copied().unwrap_or(0),
        })
        .collect();
    let mut totals = Counts::default();
    for counts in interests.iter().map(|i| i.counts) {
        for (class, n) in classes(&counts) {
            totals.add(class, n);
        }
    }
    let (gains, pairs) = listed(&sides, options.list_at_most);
    MutualGains {
        provenance: Provenance { method: "mutual_gains", method_version: 1, options: *options, cites: CITES },
        omitted: omitted.collect(),
        more: gains.len() < totals.total(),
        gains,
        pairs,
        interests,
        totals,
        sides,
    }
}

fn classes(counts: &Counts) -> [(MutualGain, usize); 4] {
    [
        (MutualGain::RealConflict, counts.real_conflict),
        (MutualGain::ApparentConflict, counts.apparent_conflict),
        (MutualGain::FragileAgreement, counts.fragile_agreement),
        (MutualGain::Agreement, counts.agreement),
    ]
}

/// The pairs of one interest by class: products over the four ways to take sides, not a walk over the pairs.
fn counted(sides: &BTreeMap<PartyId, Side>) -> Counts {
    let mut groups: BTreeMap<(Sign, Sign), usize> = BTreeMap::new();
    for side in sides.values() {
        *groups.entry(side.signs()).or_default() += 1;
    }
    let mut counts = Counts::default();
    for (i, ((p, s), n)) in groups.iter().enumerate() {
        for ((q, t), m) in groups.iter().skip(i) {
            let pairs = if (p, s) == (q, t) { n * (n - 1) / 2 } else { n * m };
            if let Some(class) = MutualGain::of([*p, *q], [*s, *t]) {
                counts.add(class, pairs);
            }
        }
    }
    counts
}

/// The pairs with their classes, party by party, until there is no room for a whole pair.
fn listed(sides: &BTreeMap<InterestId, BTreeMap<PartyId, Side>>, most: usize) -> (Vec<Gain>, Vec<PairGains>) {
    let parties: BTreeSet<&PartyId> = sides.values().flat_map(BTreeMap::keys).collect();
    let mut of_party: BTreeMap<&PartyId, Vec<(&InterestId, &Side)>> = BTreeMap::new();
    for (interest, all) in sides {
        for (party, side) in all {
            of_party.entry(party).or_default().push((interest, side));
        }
    }
    let (mut gains, mut pairs) = (Vec::new(), Vec::new());
    for a in parties {
        let mut others: BTreeMap<&PartyId, Vec<(&InterestId, MutualGain)>> = BTreeMap::new();
        for (interest, ours) in of_party.get(a).into_iter().flatten() {
            let later = sides.get(*interest).into_iter().flatten().filter(|(b, _)| *b > a);
            for (b, theirs) in later {
                let class = ours.with(theirs);
                others.entry(b).or_default().extend(class.map(|class| (*interest, class)));
            }
        }
        for (b, found) in others {
            if gains.len() + found.len() > most {
                return (gains, pairs);
            }
            let mut counts = Counts::default();
            for (interest, class) in found {
                counts.add(class, 1);
                gains.push(Gain { parties: [a.clone(), b.clone()], interest: interest.clone(), class });
            }
            pairs.push(PairGains { parties: [a.clone(), b.clone()], counts });
        }
    }
    (gains, pairs)
}

/// The class that the four cited readings make.
fn again(_: &Model, finding: &Finding) -> Amount {
    let [Element::Party(a), Element::Party(b), Element::Interest(interest)] = finding.subject.as_slice() else {
        return Amount::Undefined(Undefined::MissingRating);
    };
    let sign = |party: &PartyId, attribute: Attribute| {
        let stake = Element::Stake(party.clone(), interest.clone());
        let cited = finding.because.iter().find(|c| c.source == stake && c.attribute == Some(attribute))?;
        Some(Sign::of(cited.reading?.raw))
    };
    let both = |attribute| Some([sign(a, attribute)?, sign(b, attribute)?]);
    let class = both(Attribute::Position)
        .zip(both(Attribute::Stance))
        .filter(|_| finding.because.len() == 4)
        .and_then(|(positions, stances)| MutualGain::of(positions, stances));
    class.map_or(Amount::Undefined(Undefined::MissingRating), |class| Amount::Class(class.word()))
}

pub(super) const RULES: &[Rule] = &[Rule {
    id: "mutual-gain",
    law: Law::Class,
    part: |_, _, part| Some(f64::from(Sign::of(part.reading?.raw).number())),
    whole: Some(again),
}];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_total() {
        for positions in Stand::ALL {
            for stances in Stand::ALL {
                let rows = TABLE.iter().filter(|(p, s, _)| (p, s) == (positions, stances));
                assert_eq!(rows.count(), 1, "{positions} {stances}");
            }
        }
        let mut classes: Vec<MutualGain> = TABLE.iter().map(|(.., class)| *class).collect();
        classes.sort_unstable();
        assert_eq!(classes, MutualGain::ALL);
    }
}
