//! What every grid of stakeholders is made with: axes, a total decision table, borders, and distances to the next class.
//!
//! A *height* is the side of its cut that a rating is on; a signed rating is high above 0, low below it and undecided at it. A grid
//! is a table from heights to classes in which every combination stands once.
//!
//! *Border*: a rating lies within half a raw step of its cut (of 0 for a signed one), or its raters stand on both sides of it.
//! *Distance*: the fewest steps of the party's own ratings to another class, cuts held fixed; steps along several ratings add up.
//! *Whatever the missing rating*: a rating is missing, and every height that it can have on its scale gives the same class.

use itertools::Itertools;
use serde::Serialize;

use super::cut::{Cuts, Drawn, cut_again, height, on_border, rated_on, steps_across};
use crate::citation::Citation;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, OmissionReason, Provenance, Undefined};
use crate::id::PartyId;
use crate::math::Exact;
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::Height;

/// How to draw a grid. A cut of an attribute that the grid does not use changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct GridOptions {
    pub(super) aggregate: Aggregate,
    pub(super) cuts: Cuts,
}

impl GridOptions {
    /// Every cut at the midpoint, median over raters.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// The cuts of the axes.
    #[must_use]
    pub fn cuts(mut self, cuts: Cuts) -> Self {
        self.cuts = cuts;
        self
    }
}

/// One row of a decision table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Row<const N: usize, C> {
    /// The heights on the axes of the grid, in their order.
    #[serde(serialize_with = "as_list")]
    pub heights: [Height; N],
    /// The class that they give.
    pub class: C,
}

fn as_list<const N: usize, S: serde::Serializer>(heights: &[Height; N], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(heights)
}

/// A row of a decision table.
pub(super) const fn row<const N: usize, C>(heights: [Height; N], class: C) -> Row<N, C> {
    Row { heights, class }
}

/// What an axis says of a party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AxisReading {
    /// The attribute of the axis.
    pub attribute: Attribute,
    /// The rating, if known. An axis that is not one rating has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// The height, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<Height>,
    /// Whether it stands on the border.
    pub border: bool,
}

/// One party's place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Placement<C> {
    /// The party.
    pub party: PartyId,
    /// Its class.
    pub class: C,
    /// What it rests on, axis by axis.
    pub axes: Vec<AxisReading>,
    /// Whether a rating stands on the border.
    pub border: bool,
    /// The fewest steps of its own ratings to another class; `unreachable` where no rating on the scale gives another, and
    /// `missing-rating` where that hangs on an unknown rating.
    pub distance: Measure<u64>,
    /// Whether a rating is missing and the class would be this one whatever it were.
    pub whatever_the_missing: bool,
}

impl<C> Placement<C> {
    /// The attributes whose ratings stand on the border. A signed rating of exactly 0 on which all raters agree is not among them:
    /// it stands on the border by definition, and firmly.
    pub fn doubtful(&self) -> impl Iterator<Item = Attribute> + '_ {
        let firm = |a: &&AxisReading| {
            let zero = |r: Reading| is_signed(a.attribute) && r.low == 0.0 && r.high == 0.0;
            a.border && !a.reading.is_some_and(zero)
        };
        self.axes.iter().filter(firm).map(|a| a.attribute)
    }

    /// The rating on an axis, if known.
    pub fn reading(&self, attribute: Attribute) -> Option<Reading> {
        self.axes.iter().find(|a| a.attribute == attribute)?.reading
    }
}

/// The level of a cut.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CutLevel {
    /// The attribute that is cut.
    pub attribute: Attribute,
    /// The level, raw; undefined when a median has nothing to be taken of.
    pub level: Measure,
}

/// A grid with the parties in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Grid<C> {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<GridOptions>,
    /// Who was not placed, and which rating was missing.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Where the cuts lie.
    pub cuts: Vec<CutLevel>,
    /// The parties that were placed, in id order.
    pub parties: Vec<Placement<C>>,
    /// Each class with its grounds.
    pub findings: Vec<Finding>,
}

impl<C> Grid<C> {
    /// How several raters were read as one.
    pub fn aggregate(&self) -> Aggregate {
        self.provenance.options.aggregate
    }

    /// The place of a party, if it was placed.
    pub fn of(&self, party: &PartyId) -> Option<&Placement<C>> {
        let at = self.parties.binary_search_by(|p| p.party.cmp(party)).ok()?;
        self.parties.get(at)
    }

    /// Why a party was not placed; nothing for one that was.
    pub fn omitted_of(&self, party: &PartyId) -> impl Iterator<Item = &Omission> {
        self.omitted.iter().filter(move |o| whose(o) == Some(party))
    }

    /// The level of the cut of an attribute.
    pub fn cut(&self, attribute: Attribute) -> Measure {
        let found = self.cuts.iter().find(|c| c.attribute == attribute);
        found.map_or(Measure::Undefined(Undefined::NothingToMeasure), |c| c.level)
    }
}

/// The party that an omission of a grid leaves unplaced.
pub(crate) fn whose(omission: &Omission) -> Option<&PartyId> {
    match &omission.subject {
        Element::Party(party) | Element::Stake(party, _) | Element::Trusts(_, party) => Some(party),
        _ => None,
    }
}

/// How far a height is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Steps {
    Known(u64),
    /// As many or more: it hangs on an unknown rating.
    AtLeast(u64),
    Never,
}

impl Steps {
    pub(super) fn of(steps: Option<u64>) -> Self {
        steps.map_or(Self::Never, Self::Known)
    }

    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Never, _) | (_, Self::Never) => Self::Never,
            (Self::Known(a), Self::Known(b)) => Self::Known(a.saturating_add(b)),
            (Self::Known(a) | Self::AtLeast(a), Self::Known(b) | Self::AtLeast(b)) => {
                Self::AtLeast(a.saturating_add(b))
            }
        }
    }

    /// The fewer of the two, as far as that is known.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Never, x) | (x, Self::Never) => x,
            (Self::Known(a), Self::Known(b)) => Self::Known(a.min(b)),
            (Self::AtLeast(a), Self::AtLeast(b)) => Self::AtLeast(a.min(b)),
            (Self::Known(a), Self::AtLeast(b)) | (Self::AtLeast(b), Self::Known(a)) => {
                if a <= b {
                    Self::Known(a)
                } else {
                    Self::AtLeast(b)
                }
            }
        }
    }
}

impl From<Steps> for Measure<u64> {
    fn from(steps: Steps) -> Self {
        match steps {
            Steps::Known(n) => Self::Known(n),
            Steps::AtLeast(_) => Self::Undefined(Undefined::MissingRating),
            Steps::Never => Self::Undefined(Undefined::Unreachable),
        }
    }
}

/// An axis as it reads for one party.
pub(super) struct Axis {
    pub(super) attribute: Attribute,
    pub(super) reading: Option<Reading>,
    /// The heights that it can have, with how far each is from where the party stands; one at no distance where it is known.
    pub(super) heights: Vec<(Height, Steps)>,
    pub(super) known: Option<Height>,
    pub(super) border: bool,
    pub(super) because: Vec<Contribution>,
    pub(super) missing: Vec<Omission>,
}

impl Axis {
    /// A one-sided rating against its cut.
    fn cut(rated: &Element, cut: &Drawn, model: &Model, aggregate: Aggregate) -> Self {
        let attribute = cut.attribute;
        let reading = model.read(rated, attribute, aggregate);
        let mut because: Vec<Contribution> =
            reading.iter().map(|r| Contribution::read(rated.clone(), attribute, *r, r.raw)).collect();
        because.extend(cut.cited());
        let blank =
            Self { attribute, reading, heights: Vec::new(), known: None, border: false, because, missing: Vec::new() };
        let unknown = |reason| vec![Omission { subject: rated.clone(), missing: attribute, reason }];
        let both = || [Height::Low, Height::High].map(|h| (h, Steps::AtLeast(1))).to_vec();
        let Measure::Known(level) = cut.level else {
            return Self { heights: both(), missing: unknown(OmissionReason::NoCut), ..blank };
        };
        let Some(r) = reading else {
            let scale = attribute.scale().map(|kind| model.scales().of(kind));
            let ends = scale.map(|s| (height(s.min(), level), height(s.max(), level)));
            let heights = match ends {
                Some((low, high)) if low == high => vec![(low, Steps::Known(0))],
                _ => both(),
            };
            return Self { heights, missing: unknown(OmissionReason::Unknown), ..blank };
        };
        let here = height(r.raw, level);
        let there = if here == Height::High { Height::Low } else { Height::High };
        Self {
            heights: vec![(here, Steps::Known(0)), (there, Steps::of(steps_across(&r, level)))],
            known: Some(here),
            border: on_border(&r, level),
            ..blank
        }
    }

    /// A signed rating by its sign.
    fn signed(subject: &Element, attribute: Attribute, model: &Model, aggregate: Aggregate) -> Self {
        let reading = model.read(subject, attribute, aggregate);
        let Some(r) = reading else {
            return Self {
                attribute,
                reading,
                heights: ALL.map(|h| (h, Steps::AtLeast(1))).to_vec(),
                known: None,
                border: false,
                because: Vec::new(),
                missing: vec![Omission::unknown(subject.clone(), attribute)],
            };
        };
        Self {
            attribute,
            reading,
            heights: ALL.map(|h| (h, steps_to_sign(&r, h))).to_vec(),
            known: Some(sign(r.raw)),
            border: sign(r.low) != sign(r.high) || on_border(&r, 0.0),
            because: vec![Contribution::read(subject.clone(), attribute, r, r.raw)],
            missing: Vec::new(),
        }
    }

    /// An axis of a rated attribute: signed ones by their sign, others by their cut.
    pub(super) fn rated(model: &Model, party: &PartyId, cut: &Drawn, aggregate: Aggregate) -> Self {
        let subject = Element::from(party);
        if is_signed(cut.attribute) {
            return Self::signed(&subject, cut.attribute, model, aggregate);
        }
        let rated = rated_on(model, cut.attribute, party).unwrap_or_else(|| subject.clone());
        Self::cut(&rated, cut, model, aggregate)
    }

    /// The heights that it can have as things stand.
    fn possible(&self) -> Vec<Height> {
        match self.known {
            Some(height) => vec![height],
            None => self.heights.iter().map(|(height, _)| *height).collect(),
        }
    }
}

const ALL: [Height; 3] = [Height::Low, Height::Undecided, Height::High];

fn is_signed(attribute: Attribute) -> bool {
    attribute.scale() == Some(crate::scale::ScaleKind::Signed)
}

/// The side of zero.
pub(super) fn sign(raw: f64) -> Height {
    if raw > 0.0 {
        Height::High
    } else if raw < 0.0 {
        Height::Low
    } else {
        Height::Undecided
    }
}

/// The fewest steps of 1 that bring a signed rating to a side of zero; zero itself is met by whole numbers alone.
pub(super) fn steps_to_sign(reading: &Reading, to: Height) -> Steps {
    let x = Exact::of(reading.raw);
    let steps = match (sign(reading.raw), to) {
        (a, b) if a == b => Some(0),
        (Height::Undecided, _) => Some(1),
        (_, Height::Undecided) => x.abs().ceil_i64().filter(|n| Exact::from(*n) == x.abs()),
        _ => x.abs().floor_i64().map(|n| n + 1),
    };
    Steps::of(steps.and_then(|n| u64::try_from(n).ok()))
}

/// A class of a grid under each of its names.
pub(super) type Naming<C> = (&'static str, fn(C) -> &'static str);

/// A grid as its method defines it.
pub(super) struct Definition<const N: usize, C: 'static> {
    pub(super) method: &'static str,
    pub(super) axes: [Attribute; N],
    pub(super) table: &'static [Row<N, C>],
    /// One finding for each name of the class: the rule, and the word.
    pub(super) namings: &'static [Naming<C>],
    pub(super) cites: &'static [Citation],
}

impl<const N: usize, C: Copy + PartialEq> Definition<N, C> {
    /// Draws the grid of a model.
    pub(super) fn draw(&self, model: &Model, options: &GridOptions) -> Grid<C> {
        let drawn = self.axes.map(|a| Drawn::of(model, a, &options.cuts, options.aggregate));
        let parties = model.parties().map(|(id, _)| id);
        let axes = |party: &PartyId| drawn.map(|cut| Axis::rated(model, party, &cut, options.aggregate));
        self.place(options, &drawn, parties.map(|p| (p, axes(p))))
    }

    /// The grid of parties whose axes have been read.
    pub(super) fn place<'m>(
        &self,
        options: &GridOptions,
        drawn: &[Drawn],
        parties: impl Iterator<Item = (&'m PartyId, [Axis; N])>,
    ) -> Grid<C> {
        let cut = |d: &&Drawn| !is_signed(d.attribute);
        let levels = drawn.iter().filter(cut).map(|d| CutLevel { attribute: d.attribute, level: d.level });
        let provenance = Provenance { method: self.method, method_version: 1, options: *options, cites: self.cites };
        let mut out =
            Grid { provenance, omitted: Vec::new(), cuts: levels.collect(), parties: Vec::new(), findings: Vec::new() };
        for (party, axes) in parties {
            let Some(class) = self.class(&axes) else {
                out.omitted.extend(axes.into_iter().flat_map(|a| a.missing));
                continue;
            };
            let because: Vec<Contribution> = axes.iter().flat_map(|a| a.because.clone()).collect();
            out.findings.extend(self.namings.iter().map(|(rule, word)| Finding {
                subject: vec![party.into()],
                rule,
                law: Law::Class,
                amount: Amount::Class(word(class)),
                aggregate: options.aggregate,
                because: because.clone(),
            }));
            out.parties.push(Placement {
                party: party.clone(),
                class,
                border: axes.iter().any(|a| a.border),
                distance: self.distance(&axes, class).into(),
                whatever_the_missing: axes.iter().any(|a| !a.missing.is_empty()),
                axes: axes
                    .into_iter()
                    .map(|a| AxisReading {
                        attribute: a.attribute,
                        reading: a.reading,
                        height: a.known,
                        border: a.border,
                    })
                    .collect(),
            });
        }
        out
    }

    fn look_up(&self, heights: &[Height]) -> Option<C> {
        self.table.iter().find(|row| row.heights == heights).map(|row| row.class)
    }

    /// The class that all possible heights give, if they give one.
    fn class(&self, axes: &[Axis; N]) -> Option<C> {
        let possible = axes.iter().map(Axis::possible).multi_cartesian_product();
        let classes: Vec<Option<C>> = possible.map(|heights| self.look_up(&heights)).collect();
        classes.iter().all_equal_value().ok().copied().flatten()
    }

    /// The fewest steps to another class: with the unknown ratings held at each of their possible heights in turn.
    fn distance(&self, axes: &[Axis; N], class: C) -> Steps {
        let held = axes.iter().map(|a| if a.known.is_some() { vec![None] } else { Self::each(a) });
        let each = held.multi_cartesian_product().map(|held| self.distance_holding(axes, &held, class));
        let each: Vec<Steps> = each.collect();
        each.iter().all_equal_value().map_or(Steps::AtLeast(0), |same| *same)
    }

    fn each(axis: &Axis) -> Vec<Option<Height>> {
        axis.possible().into_iter().map(Some).collect()
    }

    fn distance_holding(&self, axes: &[Axis; N], held: &[Option<Height>], class: C) -> Steps {
        let ways = axes.iter().zip(held).map(|(axis, held)| match held {
            Some(height) => vec![(*height, Steps::Known(0))],
            None => axis.heights.clone(),
        });
        let far = |to: Vec<(Height, Steps)>| {
            let heights: Vec<Height> = to.iter().map(|(height, _)| *height).collect();
            let other = self.look_up(&heights).is_some_and(|c| c != class);
            if other { to.iter().fold(Steps::Known(0), |sum, (_, steps)| sum.and(*steps)) } else { Steps::Never }
        };
        ways.multi_cartesian_product().map(far).fold(Steps::Never, Steps::or)
    }

    /// The class of a finding, made again from the model and the cuts that it cites; every known rating must be cited.
    pub(super) fn again(&self, model: &Model, finding: &Finding, word: fn(C) -> &'static str) -> Amount {
        self.again_over(model, finding, word, |party, drawn| {
            drawn.map(|cut| Axis::rated(model, party, &cut, finding.aggregate))
        })
    }

    /// As [`Self::again`], over axes that are read in a way of their own.
    pub(super) fn again_over(
        &self,
        model: &Model,
        finding: &Finding,
        word: fn(C) -> &'static str,
        axes: impl FnOnce(&PartyId, [Drawn; N]) -> [Axis; N],
    ) -> Amount {
        let class = axes_again(model, finding, self.axes, axes).and_then(|axes| self.class(&axes));
        class.map_or(NO_FINDING, |c| Amount::Class(word(c)))
    }
}

/// What no class is undefined by, so that no finding can say so.
pub(super) const NO_FINDING: Amount = Amount::Undefined(Undefined::NothingToMeasure);

/// The axes of a finding, read again from the model with the cuts that it cites. `None` unless it is about one party of the model
/// and its grounds are those of the axes, no more and no less.
pub(super) fn axes_again<const N: usize>(
    model: &Model,
    finding: &Finding,
    attributes: [Attribute; N],
    axes: impl FnOnce(&PartyId, [Drawn; N]) -> [Axis; N],
) -> Option<[Axis; N]> {
    let [Element::Party(party)] = finding.subject.as_slice() else { return None };
    model.party(party)?;
    let drawn = attributes.iter().map(|attribute| match is_signed(*attribute) {
        true => Some(Drawn::by_sign(*attribute)),
        false => Drawn::again(model, finding, *attribute),
    });
    let drawn: Vec<Drawn> = drawn.collect::<Option<_>>()?;
    let axes = axes(party, drawn.try_into().ok()?);
    axes.iter().flat_map(|a| &a.because).eq(&finding.because).then_some(axes)
}

/// What a ground of a class amounts to: the raw rating, or the level of the cut.
pub(super) fn part_again(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    match part.reading {
        Some(reading) => Some(reading.raw),
        None => cut_again(model, part, finding.aggregate).map(|(_, level)| level),
    }
}

/// The rules of a grid: one for each name of its classes.
macro_rules! class_rules {
    ($definition:expr => $($rule:literal: $word:expr),+ $(,)?) => {
        pub(super) const RULES: &[$crate::analysis::replay::Rule] = &[$($crate::analysis::replay::Rule {
            id: $rule,
            law: $crate::evidence::Law::Class,
            part: $crate::analysis::grid::part_again,
            whole: Some(|model, finding| $definition.again(model, finding, $word)),
        }),+];
    };
}
pub(super) use class_rules;

/// A table is total when every combination of heights stands in it once.
#[cfg(test)]
pub(super) fn is_total<const N: usize, C>(definition: &Definition<N, C>) -> bool {
    let heights = definition.axes.map(|a| if is_signed(a) { ALL.to_vec() } else { vec![Height::Low, Height::High] });
    let all: Vec<Vec<Height>> = heights.into_iter().multi_cartesian_product().collect();
    let rows = |heights: &Vec<Height>| definition.table.iter().filter(|r| r.heights == heights.as_slice()).count();
    all.iter().all(|heights| rows(heights) == 1) && definition.table.len() == all.len()
}
