//! # Communication plan
//!
//! **Question.** How do we stay in conversation with each stakeholder: to what end, how closely, with which tools?
//!
//! **Method.** The force-field analysis of the collaboration handbook (samenwerkingstools.nl), which promises a
//! communication strategy for every stakeholder: advice by quadrant of power and interest (Mendelow) and by side of
//! support, told as [`Advice`]. The placing of the handbook's advice in quadrants, the levels on the ladder of
//! participation and the order of the plan are own rules.
//!
//! **Inputs.** Power and interest level of each party, one-sided; its attitude, signed; the contact that is on record.
//! [`GridOptions`] for both grids, and the advice, [`Advice::handbook`] unless the caller gives another.
//!
//! **Formula.** The quadrant is that of [`super::power_interest()`], the side that of [`super::support()`]. Each part
//! of a strategy (goal, level, tools, tips) comes from the most telling row of the advice that holds there and says it:
//! that of the quadrant and the side, of the quadrant, of the side, of every place. Order (own rule): key players, keep
//! satisfied, keep informed, minimal effort, unplaced; then opponents, doubters, supporters, unknown; then the more
//! power first, unknown last; then the id.
//!
//! **Assumptions.** Power, interest and attitude tell enough of a party to begin with. The focal party is "we": it is
//! told apart, in `ours`; its units are stakeholders like others.
//!
//! **Missing data.** A party whose quadrant or side is not known stands in `omitted` with the missing rating and still
//! gets what the advice says of any quadrant or any side. Where nothing holds, [`Strategy::gap`] says why, and there
//! are no lines.
//!
//! **Returns.** [`CommunicationPlan`]. The finding `strategy` states the place, `key-players/opponent`, with `unknown`
//! for what is not known, and not the level: a caller's advice is no part of the model, so only the place can be made
//! again from it. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{CommunicationPlanOptions, communication_plan};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.city]\npower = 5\ninterest-level = 4\nattitude = -1\n[party.shops]\npower = 4\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let plan = communication_plan(&model, &CommunicationPlanOptions::new());
//! let city = &plan.parties[0];
//! assert_eq!(city.level.as_ref().unwrap().level.to_string(), "advise");
//! assert_eq!(city.tools[0].text.in_language("en"), Some("A personal conversation, at their place"));
//! assert_eq!(plan.parties[1].gap.unwrap().to_string(), "not-placed");
//! assert_eq!(plan.omitted[0].to_string(), "`party:shops`: interest-level is unknown");
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** Advice is where a conversation starts. A plan that people have not talked about is no agreement, and no
//! party should find itself in it as a class. A party that cannot speak for itself, such as the environment, needs
//! somebody who speaks for it first.

use serde::Serialize;

use super::cut::{Drawn, cut_again};
use super::grid::{Axis, CutLevel, Grid, GridOptions, NO_FINDING, Placement, axes_again, part_again};
use super::power_interest::{self, Quadrant, power_interest};
use super::replay::Rule;
use super::support::{self, support};
use crate::advice::{Advice, Cell, Said, Text};
use crate::citation;
use crate::evidence::{Amount, Contribution, Finding, Law, Omission, Provenance, Undefined};
use crate::id::{PartyId, Slug};
use crate::math::Exact;
use crate::model::{Attribute, Contact, Element, Model};
use crate::vocabulary::{Mendelow, Participation, SupportSide, Vocabulary, vocabulary};

/// How to make the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CommunicationPlanOptions {
    grid: GridOptions,
    /// The handbook's where there is none.
    advice: Option<Advice>,
}

impl CommunicationPlanOptions {
    /// Cuts at the midpoint, median over raters, the handbook's advice.
    pub fn new() -> Self {
        Self::default()
    }

    /// How the grids are drawn.
    #[must_use]
    pub fn grid(mut self, grid: GridOptions) -> Self {
        self.grid = grid;
        self
    }

    /// The advice, in place of the handbook's.
    #[must_use]
    pub fn advice(mut self, advice: Advice) -> Self {
        self.advice = Some(advice).filter(|a| *a != Advice::handbook());
        self
    }
}

/// Advice other than the handbook's is written out.
impl Serialize for CommunicationPlanOptions {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut s = serializer.serialize_struct("CommunicationPlanOptions", 2)?;
        s.serialize_field("grid", &self.grid)?;
        match &self.advice {
            None => s.serialize_field("advice", "handbook")?,
            Some(own) => s.serialize_field("advice", own)?,
        }
        s.end()
    }
}

vocabulary! {
    /// Why there is no advice for a party.
    Gap, "gap in the advice" {
        /// Neither its quadrant nor its side is known, and no advice holds everywhere.
        NotPlaced = "not-placed",
        /// The advice has no row for its place.
        NoRow = "no-row",
    }
}

/// A known part of a party's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Placed<C> {
    /// The class.
    pub class: C,
    /// Whether a rating stands on the border.
    pub border: bool,
    /// The ratings that stand on the border, but for a firm 0: what to check before leaning on the place.
    pub doubtful: Vec<Attribute>,
    /// Whether a rating is missing and the class would be this one whatever it were.
    pub whatever_the_missing: bool,
}

/// What to aim for with a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Goal {
    /// The words.
    pub text: Text,
    /// The cell whose row says so.
    pub follows_from: Cell,
}

/// How far a party takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Level {
    /// The rung of the ladder of participation.
    pub level: Participation,
    /// The cell whose row says so.
    pub follows_from: Cell,
}

/// A tool or tip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its id in the advice.
    pub id: Slug,
    /// The words.
    pub text: Text,
    /// The cell whose row says so.
    pub follows_from: Cell,
}

/// How to stay in conversation with one party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Strategy {
    /// The party.
    pub party: PartyId,
    /// Its quadrant of power and interest, if known.
    pub quadrant: Option<Placed<Mendelow>>,
    /// Its side of support, if known.
    pub support: Option<Placed<SupportSide>>,
    /// What to aim for, if the advice says.
    pub goal: Option<Goal>,
    /// How far it takes part, if the advice says.
    pub level: Option<Level>,
    /// The tools, in the order of the advice.
    pub tools: Vec<Line>,
    /// The tips, in the order of the advice.
    pub tips: Vec<Line>,
    /// Why there is no advice, where there is none.
    pub gap: Option<Gap>,
    /// Channel, frequency and owner of the contact, as far as they are on record.
    pub contact: Contact,
}

impl Strategy {
    /// The place of the party; open where it is not known.
    pub fn place(&self) -> Cell {
        Cell { quadrant: self.quadrant.as_ref().map(|q| q.class), support: self.support.as_ref().map(|s| s.class) }
    }
}

/// A communication strategy for every stakeholder.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CommunicationPlan {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<CommunicationPlanOptions>,
    /// Whose quadrant or side is not known, and which rating was missing.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Where the cuts lie.
    pub cuts: Vec<CutLevel>,
    /// The focal party, which is "we" and has no strategy.
    pub ours: Option<PartyId>,
    /// Every other party, who needs the most attention first.
    pub parties: Vec<Strategy>,
    /// The place of each party with its grounds.
    pub findings: Vec<Finding>,
}

impl CommunicationPlan {
    /// The strategy for a party.
    pub fn of(&self, party: &PartyId) -> Option<&Strategy> {
        self.parties.iter().find(|s| s.party == *party)
    }
}

const RULE: &str = "strategy";
const AXES: [Attribute; 3] = [Attribute::Power, Attribute::InterestLevel, Attribute::Attitude];

/// Makes the plan. See the [module](self).
pub fn communication_plan(model: &Model, options: &CommunicationPlanOptions) -> CommunicationPlan {
    let aggregate = options.grid.aggregate;
    let (quadrants, sides) = (power_interest(model, &options.grid), support(model, &options.grid));
    let handbook = options.advice.is_none().then(Advice::handbook).unwrap_or_default();
    let advice = options.advice.as_ref().unwrap_or(&handbook);
    let focal = model.project().focal.as_ref();
    let drawn = AXES.map(|attribute| Drawn::of(model, attribute, &options.grid.cuts, aggregate));

    let stakeholders = model.parties().filter(|(id, _)| Some(*id) != focal);
    let mut ranked: Vec<_> = stakeholders
        .map(|(id, party)| {
            let strategy = strategy(id, party.contact.clone(), &quadrants, &sides, advice);
            let power = model.read(&id.into(), Attribute::Power, aggregate).map(|r| Exact::of(r.raw));
            let place = strategy.place();
            let rank = (
                (place.quadrant.is_none(), place.quadrant),
                (place.support.is_none(), std::cmp::Reverse(place.support)),
                (power.is_none(), std::cmp::Reverse(power)),
            );
            (rank, strategy)
        })
        .collect();
    // Stable: the parties came in id order.
    ranked.sort_by(|(a, _), (b, _)| a.cmp(b));
    let parties: Vec<Strategy> = ranked.into_iter().map(|(_, strategy)| strategy).collect();

    let findings = parties.iter().map(|strategy| {
        let because = drawn.iter().flat_map(|cut| Axis::rated(model, &strategy.party, cut, aggregate).because);
        Finding {
            subject: vec![(&strategy.party).into()],
            rule: RULE,
            law: Law::Class,
            amount: amount(strategy.place()),
            aggregate,
            because: because.collect(),
        }
    });
    let mut omitted: Vec<Omission> = quadrants.omitted.iter().chain(&sides.omitted).cloned().collect();
    omitted.retain(|o| focal.is_none_or(|focal| o.subject != Element::from(focal)));
    omitted.sort();
    CommunicationPlan {
        provenance: Provenance {
            method: "communication_plan",
            method_version: 1,
            options: options.clone(),
            cites: &[citation::HANDBOOK, citation::MENDELOW_1991, citation::OWN_ADVICE],
        },
        omitted,
        cuts: quadrants.cuts,
        ours: focal.cloned(),
        findings: findings.collect(),
        parties,
    }
}

fn strategy(
    party: &PartyId,
    contact: Contact,
    quadrants: &Grid<Quadrant>,
    sides: &Grid<SupportSide>,
    advice: &Advice,
) -> Strategy {
    let quadrant = quadrants.of(party).map(|p| placed(p, p.class.mendelow));
    let side = sides.of(party).map(|p| placed(p, p.class));
    let place = Cell { quadrant: quadrant.as_ref().map(|q| q.class), support: side.as_ref().map(|s| s.class) };
    let told = advice.at(place);
    let goal = told.as_ref().and_then(|t| t.goal);
    let level = told.as_ref().and_then(|t| t.level);
    let tools = told.as_ref().and_then(|t| t.tools);
    let tips = told.as_ref().and_then(|t| t.tips);
    // A row that says nothing is no advice.
    let says = goal.is_some() || level.is_some() || tools.is_some() || tips.is_some();
    let gap = match place == Cell::default() {
        _ if says => None,
        true => Some(Gap::NotPlaced),
        false => Some(Gap::NoRow),
    };
    Strategy {
        party: party.clone(),
        quadrant,
        support: side,
        goal: goal.map(|g| Goal { text: g.what.clone(), follows_from: g.cell }),
        level: level.map(|l| Level { level: l.what, follows_from: l.cell }),
        tools: lines(tools, |id| advice.tool(id)),
        tips: lines(tips, |id| advice.tip(id)),
        gap,
        contact,
    }
}

fn placed<C, D>(placement: &Placement<D>, class: C) -> Placed<C> {
    Placed {
        class,
        border: placement.border,
        doubtful: placement.doubtful().collect(),
        whatever_the_missing: placement.whatever_the_missing,
    }
}

fn lines<'a>(said: Option<Said<&'a [Slug]>>, text: impl Fn(&Slug) -> Option<&'a Text>) -> Vec<Line> {
    let Some(said) = said else { return Vec::new() };
    let line = |id: &Slug| Some(Line { id: id.clone(), text: text(id)?.clone(), follows_from: said.cell });
    said.what.iter().filter_map(line).collect()
}

macro_rules! places {
    ($($quadrant:ident $word:literal),+) => {
        /// The word of a place: quadrant and side, `unknown` for what is not known.
        fn word(place: Cell) -> Option<&'static str> {
            match (place.quadrant, place.support) {
                $(
                    (Some(Mendelow::$quadrant), Some(SupportSide::Supporter)) => Some(concat!($word, "/supporter")),
                    (Some(Mendelow::$quadrant), Some(SupportSide::Doubter)) => Some(concat!($word, "/doubter")),
                    (Some(Mendelow::$quadrant), Some(SupportSide::Opponent)) => Some(concat!($word, "/opponent")),
                    (Some(Mendelow::$quadrant), None) => Some(concat!($word, "/unknown")),
                )+
                (None, Some(SupportSide::Supporter)) => Some("unknown/supporter"),
                (None, Some(SupportSide::Doubter)) => Some("unknown/doubter"),
                (None, Some(SupportSide::Opponent)) => Some("unknown/opponent"),
                (None, None) => None,
            }
        }
    };
}
places! {
    KeyPlayers "key-players", KeepSatisfied "keep-satisfied",
    KeepInformed "keep-informed", MinimalEffort "minimal-effort"
}

fn amount(place: Cell) -> Amount {
    word(place).map_or(Amount::Undefined(Undefined::MissingRating), Amount::Class)
}

/// The place of a finding, made again through both grids; it must cite what the place rests on, no more and no less.
fn again(model: &Model, finding: &Finding) -> Amount {
    let focal = model.project().focal.as_ref().map(Element::from);
    let whole = axes_again(model, finding, AXES, |party, drawn| {
        drawn.map(|cut| Axis::rated(model, party, &cut, finding.aggregate))
    });
    if whole.is_none() || finding.subject.first() == focal.as_ref() {
        return NO_FINDING;
    }
    let of = |attributes: &[Attribute]| {
        let is_of = |c: &&Contribution| {
            let cut = cut_again(model, c, finding.aggregate).map(|(of, _)| of);
            let of = if c.reading.is_some() { c.attribute } else { cut };
            of.is_some_and(|of| attributes.contains(&of))
        };
        Finding { because: finding.because.iter().filter(is_of).cloned().collect(), ..finding.clone() }
    };
    let quadrant = power_interest::again(model, &of(&[Attribute::Power, Attribute::InterestLevel]));
    let side = support::again(model, &of(&[Attribute::Attitude]));
    amount(Cell { quadrant: class(quadrant), support: class(side) })
}

fn class<V: Vocabulary>(amount: Amount) -> Option<V> {
    match amount {
        Amount::Class(word) => V::parse(word).ok(),
        _ => None,
    }
}

pub(super) const RULES: &[Rule] = &[Rule { id: RULE, law: Law::Class, part: part_again, whole: Some(again) }];
