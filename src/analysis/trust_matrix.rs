//! # Trust matrix
//!
//! **Question.** Who is a friend, a coalition partner, a counter-player or an opponent of ours?
//!
//! **Method.** Factor C's matrix of actor analysis: a shared interest × trust.
//!
//! **Inputs.** Stances on interests, signed; the trust of the focal party in each other party, one-sided, with a
//! [`crate::analysis::Cut`].
//!
//! **Formula.** A total decision table, [`TABLE`]. An interest is *shared* with the focal party when both have a stance on it of
//! equal sign other than 0; one is enough. *Border*: the trust stands on its cut, or stances within half a step of 0 or with
//! raters on both sides of it decide whether anything is shared. *Distance*: the fewest steps of the party's stances (to the sign
//! of the focal party's, or away from it on every shared interest) and of the trust in it. See [`crate::analysis::grid`].
//!
//! **Assumptions.** One shared interest makes common ground, however much else divides.
//!
//! **Missing data.** No stake means not concerned. A party that wrote no table of stakes, though, has not been asked, and nothing is
//! said of what it shares (own reading: nobody becomes an opponent because nobody asked); the same for the focal party. A written
//! table is an answer, an empty one too.
//! Unknown stances on an interest in which both have a stake leave it open, unless another interest is known to be shared.
//! Without a focal party nobody is placed.
//!
//! **Returns.** [`TrustMatrix`]. **Complexity.** n log n in the stakes.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{GridOptions, trust_matrix};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[project]\nfocal = \"city\"\n[party.city]\nstakes = { light = 2 }\ntrusts = { shops = 2 }\n\
//!             [party.shops]\nstakes = { light = 1 }\n[interest.light]\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let matrix = trust_matrix(&model, &GridOptions::new());
//! assert_eq!(matrix.parties[0].class.to_string(), "coalition-partner");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** It is the focal party's view of others, and one-sided as that is; ask how the others see the focal party.

use std::collections::BTreeMap;

use super::cut::Drawn;
use super::grid::{Axis, Definition, Grid, GridOptions, NO_FINDING, Row, Steps, row, sign, steps_to_sign};
use super::replay::Rule;
use crate::citation;
use crate::evidence::{Contribution, Law, Omission, OmissionReason};
use crate::id::{InterestId, PartyId};
use crate::math::Exact;
use crate::model::{Attribute, Element, Model, Table};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::Height::{High, Low};
use crate::vocabulary::{Height, Vocabulary, vocabulary};

vocabulary! {
    /// The classes of the trust matrix.
    Standing, "class of the trust matrix" {
        /// A shared interest and trust.
        Friend = "friend",
        /// A shared interest without trust.
        CoalitionPartner = "coalition-partner",
        /// Trust without a shared interest.
        CounterPlayer = "counter-player",
        /// Neither.
        Opponent = "opponent",
    }
}

/// The decision table over a shared interest (high: there is one) and trust; total.
pub const TABLE: &[Row<2, Standing>] = &[
    row([High, High], Standing::Friend),
    row([High, Low], Standing::CoalitionPartner),
    row([Low, High], Standing::CounterPlayer),
    row([Low, Low], Standing::Opponent),
];

/// The trust matrix, as the focal party sees it.
pub type TrustMatrix = Grid<Standing>;

const GRID: Definition<2, Standing> = Definition {
    method: "trust_matrix",
    axes: [Attribute::Stance, Attribute::Trust],
    table: TABLE,
    namings: &[("trust-matrix", Standing::word)],
    cites: &[citation::FACTOR_C],
};

/// Draws the matrix. See the [module](self).
pub fn trust_matrix(model: &Model, options: &GridOptions) -> TrustMatrix {
    let aggregate = options.aggregate;
    let trust = Drawn::of(model, Attribute::Trust, &options.cuts, aggregate);
    let focal = model.project().focal.as_ref();
    let others = model.parties().map(|(id, _)| id).filter(|id| focal.is_some_and(|f| f != *id));
    let ours = Ours::of(model, aggregate);
    let axes = |party| [ours.common_ground(party), Axis::rated(model, party, &trust, aggregate)];
    let mut out = GRID.place(options, &[trust], others.map(|party| (party, axes(party))));
    if focal.is_none() {
        let without =
            |id: &PartyId| Omission { subject: id.into(), missing: Attribute::Trust, reason: OmissionReason::NoFocal };
        out.omitted.extend(model.parties().map(|(id, _)| without(id)));
    }
    out.omitted.sort();
    out.omitted.dedup();
    out
}

/// The stances of the focal party and of another on an interest in which both have a stake.
struct Common<'m> {
    interest: &'m InterestId,
    ours: Option<Reading>,
    theirs: Option<Reading>,
}

impl Common<'_> {
    /// The sign of our stance when there is one to share.
    fn side(&self) -> Option<Height> {
        self.ours.map(|r| sign(r.raw)).filter(|s| *s != Height::Undecided)
    }

    fn is_shared(&self) -> bool {
        self.side().is_some_and(|side| self.theirs.is_some_and(|r| sign(r.raw) == side))
    }

    /// Whether an unknown stance could make it a shared one.
    fn is_open(&self) -> bool {
        let out = |r: Option<Reading>| r.is_some_and(|r| r.raw == 0.0);
        (self.ours.is_none() || self.theirs.is_none()) && !out(self.ours) && !out(self.theirs)
    }

    /// Whether it is shared, taking the stances at their surest and at their most open.
    fn surely_and_perhaps(&self) -> (bool, bool) {
        let (Some(ours), Some(theirs)) = (self.ours, self.theirs) else { return (false, false) };
        let side = |r: Reading, side: Height| {
            let half = Exact::of(r.raw).abs();
            let near = &half + &half <= Exact::one();
            let (low, high) = (sign(r.low), sign(r.high));
            (low == side && high == side && !near, low == side || high == side || near)
        };
        let both = [Height::Low, Height::High].map(|s| {
            let (ours, theirs) = (side(ours, s), side(theirs, s));
            (ours.0 && theirs.0, ours.1 && theirs.1)
        });
        (both.iter().any(|b| b.0), both.iter().any(|b| b.1))
    }
}

/// The focal party's stakes, looked up once.
struct Ours<'m> {
    model: &'m Model,
    aggregate: Aggregate,
    focal: Option<&'m PartyId>,
    stakes: BTreeMap<&'m InterestId, Option<Reading>>,
}

impl<'m> Ours<'m> {
    fn of(model: &'m Model, aggregate: Aggregate) -> Self {
        let focal = model.project().focal.as_ref();
        let stakes = focal.into_iter().flat_map(|f| model.stakes().of(f).map(move |(i, _)| (f, i)));
        let stakes = stakes.map(|(f, i)| (i, stance(model, f, i, aggregate))).collect();
        Self { model, aggregate, focal, stakes }
    }

    /// Whether somebody's stakes are on record: a table that was written counts, an empty one too.
    fn is_asked(&self, party: &PartyId) -> bool {
        self.model.stakes().of(party).next().is_some() || self.model.wrote(party, Table::Stakes)
    }

    /// The axis of the shared interest.
    fn common_ground(&self, party: &PartyId) -> Axis {
        let theirs = self.model.stakes().of(party);
        let common: Vec<Common<'_>> = theirs
            .filter_map(|(interest, _)| {
                let theirs = stance(self.model, party, interest, self.aggregate);
                Some(Common { interest, ours: *self.stakes.get(interest)?, theirs })
            })
            .collect();

        let asked = self.is_asked(party) && self.focal.is_some_and(|focal| self.is_asked(focal));
        let shared = common.iter().any(Common::is_shared);
        let open = common.iter().any(Common::is_open);
        let known = if shared {
            Some(High)
        } else if asked && !open {
            Some(Low)
        } else {
            None
        };
        let cite = |who: &PartyId, at: &Common<'_>, reading: Option<Reading>| {
            let stake = Element::Stake(who.clone(), at.interest.clone());
            reading.map(|r| Contribution::read(stake, Attribute::Stance, r, r.raw))
        };
        let because = common.iter().flat_map(|c| {
            let ours = self.focal.and_then(|f| cite(f, c, c.ours));
            [ours, cite(party, c, c.theirs)].into_iter().flatten()
        });
        let each: Vec<(bool, bool)> = common.iter().map(Common::surely_and_perhaps).collect();
        let (sure, perhaps) = (each.iter().any(|(sure, _)| *sure), each.iter().any(|(_, perhaps)| *perhaps));
        let heights = match known {
            Some(High) => vec![(High, Steps::Known(0)), (Low, parting(&common))],
            Some(_) => vec![(Low, Steps::Known(0)), (High, joining(&common))],
            None => [Low, High].map(|h| (h, Steps::AtLeast(1))).to_vec(),
        };
        Axis {
            attribute: Attribute::Stance,
            reading: None,
            heights,
            known,
            border: sure != perhaps,
            because: because.collect(),
            missing: if known.is_none() { self.missing(party, &common) } else { Vec::new() },
        }
    }

    /// Which stances leave it open whether anything is shared; whoever was not asked is listed as such.
    fn missing(&self, party: &PartyId, common: &[Common<'_>]) -> Vec<Omission> {
        let mut out = Vec::new();
        for at in common.iter().filter(|c| c.is_open()) {
            for (who, reading) in [(self.focal, at.ours), (Some(party), at.theirs)] {
                let stake = who.filter(|_| reading.is_none()).map(|w| Element::Stake(w.clone(), at.interest.clone()));
                out.extend(stake.map(|s| Omission::unknown(s, Attribute::Stance)));
            }
        }
        let silent = self.focal.into_iter().filter(|focal| !self.is_asked(focal));
        out.extend(silent.map(|focal| Omission::unknown(focal.into(), Attribute::Stance)));
        // Whoever is not placed is listed, if only for a stance of ours.
        let named = |o: &Omission| matches!(&o.subject, Element::Stake(who, _) if who == party);
        if !out.iter().any(named) {
            out.push(Omission::unknown(party.into(), Attribute::Stance));
        }
        out
    }
}

fn stance(model: &Model, who: &PartyId, interest: &InterestId, aggregate: Aggregate) -> Option<Reading> {
    model.read(&Element::Stake(who.clone(), interest.clone()), Attribute::Stance, aggregate)
}

/// The fewest steps of the party's stances after which nothing is shared.
fn parting(common: &[Common<'_>]) -> Steps {
    let away = |c: &Common<'_>| {
        if c.is_open() {
            return Steps::AtLeast(0);
        }
        let Some(r) = c.theirs.filter(|_| c.is_shared()) else { return Steps::Known(0) };
        let other = if r.raw > 0.0 { Height::Low } else { Height::High };
        steps_to_sign(&r, Height::Undecided).or(steps_to_sign(&r, other))
    };
    common.iter().map(away).fold(Steps::Known(0), Steps::and)
}

/// The fewest steps of one of the party's stances after which something is shared.
fn joining(common: &[Common<'_>]) -> Steps {
    let near = |c: &Common<'_>| match (c.side(), c.ours, c.theirs) {
        (Some(side), _, Some(r)) => steps_to_sign(&r, side),
        (None, None, Some(_)) => Steps::AtLeast(1),
        _ => Steps::Never,
    };
    common.iter().map(near).fold(Steps::Never, Steps::or)
}

pub(super) const RULES: &[Rule] = &[Rule {
    id: "trust-matrix",
    law: Law::Class,
    part: super::grid::part_again,
    whole: Some(|model, finding| {
        let ours = Ours::of(model, finding.aggregate);
        if finding.subject.first() == ours.focal.map(Element::from).as_ref() {
            return NO_FINDING;
        }
        GRID.again_over(model, finding, Standing::word, |party, [_, trust]| {
            [ours.common_ground(party), Axis::rated(model, party, &trust, finding.aggregate)]
        })
    }),
}];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_total() {
        let mut rows: Vec<_> = TABLE.iter().map(|r| r.heights).collect();
        rows.sort_unstable();
        assert_eq!(rows, [[Low, Low], [Low, High], [High, Low], [High, High]]);
    }
}
