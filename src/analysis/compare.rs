//! # What changed
//!
//! **Question.** What changed between two force fields, and who and which rating made the difference?
//!
//! **Method.** The change in the net force is given to the parties, and that of a party to its power, its interest level and
//! its attitude by L. S. Shapley, *A value for n-person games* (1953). Who entered or left the sum, and the classes that moved,
//! are polder's own rules.
//!
//! **Inputs.** Two models on the same one-sided and signed scales: an edited copy ([`Model::with`]), or two snapshots of a
//! file. The id of a party is its identity: a party under a new id is one that left and one that came. Per party power p,
//! interest level s and attitude a, as in [`crate::analysis::force_field()`], and the ratings of the grids.
//!
//! **Formula.** Net, driving, restraining, balance and the fewest steps to tip, before and after. A party that is in both sums
//! changes the net by p₁s₁a₁ − p₀s₀a₀, split over the factors: φₓ = Δx·(y₀z₀/3 + (y₁z₀ + y₀z₁)/6 + y₁z₁/3), the mean of what
//! the change of x does over all orders in which the three changes can be made. No order is preferred, and so the split does
//! not hang on which rating was changed first. A party that enters the sum (it is new, or its missing ratings became known)
//! counts its whole force, one that leaves it (it was removed, or a rating became unknown) the whole force less. All of it is
//! exact and rounded once; the exact parts add up to the exact change in the net. A party *moved* when its class in a grid (or
//! that it has one) changed; *the cut moved it* when, with its new ratings and the cuts where they were, it would not be where
//! it is now.
//!
//! **Assumptions.** As of the force field: ratings are ratio-scaled, and forces of different parties add up.
//!
//! **Missing data.** A party that misses a rating before and after is in neither sum and changes nothing; who was left out is
//! in `omitted`, before and after. What is not known is not split: there is no attitude of before to compare with when there
//! was none, so such a party counts under `entered` or `left`, with the ratings that made it so.
//!
//! **Returns.** [`Changes`], or [`CompareError`] when the scales differ: raw forces on different scales cannot be subtracted.
//! It speaks of two models, so it makes no findings of its own and is not in [`crate::analysis::INDEX`], which holds the
//! methods of one model. [`Changes::check`] makes it again from both models; the forces before and after are those of the force
//! field, whose findings replay, each in its own model.
//!
//! **Complexity.** n log n in the parties, and twice the force field.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{CompareOptions, compare};
//! use polder::{Document, Model};
//!
//! let text = |attitude| format!(
//!     "polder = 1\n[party.city]\npower = 5\ninterest-level = 4\nattitude = 2\n\
//!      [party.shops]\npower = 2\ninterest-level = 5\nattitude = {attitude}\n"
//! );
//! let before = Model::try_from(Document::from_toml(&text("-1"))?)?;
//! let after = Model::try_from(Document::from_toml(&text("1"))?)?;
//! let changes = compare(&before, &after, &CompareOptions::new()).expect("the scales are the same");
//! assert_eq!((changes.net.before, changes.net.after), (30.0, 50.0));
//! assert_eq!(changes.attribution.by_attitude, 20.0);
//! assert_eq!(changes.moved[0].to_string(), "power_interest_attitude: party:shops from irritant to friend");
//! assert!(changes.check(&before, &after).is_ok());
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** A change in the ratings is a change in what the team believes, which may be news about a party or about the
//! team. Two snapshots that were rated by other people differ for that reason too.

mod attribution;
mod moved;

use std::fmt;

use serde::Serialize;
use thiserror::Error;

use super::cut::Cuts;
use super::force_field::{ForceField, ForceFieldOptions, force_field};
use super::grid::GridOptions;
use crate::citation::{self, Citation};
use crate::evidence::{Measure, Omission, Provenance};
use crate::id::PartyId;
use crate::model::{Element, Model};
use crate::rating::Aggregate;
use crate::scale::{Scale, ScaleKind};
use crate::vocabulary::Vocabulary;

pub use attribution::{Attribution, Cause, ForceChange, ForceParts, Split};
pub use moved::Moved;

/// How to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct CompareOptions {
    aggregate: Aggregate,
    cuts: Cuts,
}

impl CompareOptions {
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

    /// The cuts of the grids, taken in each model.
    #[must_use]
    pub fn cuts(mut self, cuts: Cuts) -> Self {
        self.cuts = cuts;
        self
    }

    fn grid(&self) -> GridOptions {
        GridOptions::new().aggregate(self.aggregate).cuts(self.cuts)
    }
}

/// Two models cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CompareError {
    /// A scale is not the same.
    #[error(
        "the {} scale is {before} before and {after} after: forces on different scales cannot be subtracted; \
         rate both on one scale",
        kind.word()
    )]
    Scale {
        /// Which scale.
        kind: ScaleKind,
        /// The scale before.
        before: Scale,
        /// The scale after.
        after: Scale,
    },
}

/// A comparison does not follow from two models.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CheckError {
    /// They cannot be compared.
    #[error(transparent)]
    Models(#[from] CompareError),
    /// A party changes the net in another way, or not at all, or is not told to.
    #[error("the models say something else of the change in the force of `party:{0}`")]
    Force(PartyId),
    /// A party moved otherwise, or not at all, or is not told to.
    #[error("the models say something else of the class of `party:{party}` in `{grid}`")]
    Class {
        /// The party.
        party: PartyId,
        /// The id of the grid.
        grid: &'static str,
    },
    /// The totals, the tipping, or who came, went or was left out.
    #[error("the models give other totals")]
    Totals,
}

/// Something before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Shift<T> {
    /// In the first model.
    pub before: T,
    /// In the second.
    pub after: T,
}

impl<T> Shift<T> {
    fn each<U>(&self, f: impl Fn(&T) -> U) -> Shift<U> {
        Shift { before: f(&self.before), after: f(&self.after) }
    }
}

impl<T: PartialEq> Shift<T> {
    /// Whether the two are equal.
    pub fn is_still(&self) -> bool {
        self.before == self.after
    }
}

/// What changed between two models.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changes {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<CompareOptions>,
    /// Who was in neither sum, before and after, and which ratings were missing.
    #[serde(skip)]
    pub omitted: Shift<Vec<Omission>>,
    /// Σ of the forces above 0, raw.
    pub driving: Shift<f64>,
    /// Σ of the sizes of the forces below 0, raw.
    pub restraining: Shift<f64>,
    /// Driving minus restraining, raw.
    pub net: Shift<f64>,
    /// (D − R)/(D + R): −1 all restraining … 1 all driving; `nothing-to-measure` in an empty field.
    pub balance: Shift<Measure>,
    /// The fewest steps of attitude in all that bring the net above 0, as in [`crate::analysis::tipping`].
    pub fewest_steps: Shift<Measure<u64>>,
    /// Who and what changed the net.
    pub attribution: Attribution,
    /// Who is in another class, for parties that are in both models: grid by grid, in id order.
    pub moved: Vec<Moved>,
    /// The parties that only the second model has, in id order.
    pub added: Vec<PartyId>,
    /// The parties that only the first model has, in id order.
    pub removed: Vec<PartyId>,
}

const CITES: &[Citation] = &[
    citation::BUENO_DE_MESQUITA_2002,
    citation::LEWIN_1951,
    citation::OWN_TIPPING,
    citation::SHAPLEY_1953,
    citation::OWN_CHANGES,
];

/// Compares two models. See the [module](self).
///
/// # Errors
/// [`CompareError`] when their one-sided or signed scales differ.
pub fn compare(before: &Model, after: &Model, options: &CompareOptions) -> Result<Changes, CompareError> {
    for kind in [ScaleKind::OneSided, ScaleKind::Signed] {
        let [before, after] = [before, after].map(|m| m.scales().of(kind));
        if (before.min(), before.max()) != (after.min(), after.max()) {
            return Err(CompareError::Scale { kind, before, after });
        }
    }
    let models = Shift { before, after };
    // How the steps are made is not told, so no answers are listed.
    let how = ForceFieldOptions::new().aggregate(options.aggregate).list_at_most(0);
    let fields = models.each(|m| force_field(m, &how));
    let of_parties = |field: &ForceField| {
        let of_party = |o: &&Omission| matches!(o.subject, Element::Party(_));
        field.omitted.iter().filter(of_party).cloned().collect()
    };
    let only = |here: &Model, there: &Model| {
        here.parties().map(|(id, _)| id).filter(|id| there.party(id).is_none()).cloned().collect()
    };
    Ok(Changes {
        provenance: Provenance { method: "compare", method_version: 1, options: *options, cites: CITES },
        omitted: fields.each(of_parties),
        driving: fields.each(|f| f.driving),
        restraining: fields.each(|f| f.restraining),
        net: fields.each(|f| f.net),
        balance: fields.each(|f| f.balance),
        fewest_steps: fields.each(|f| match &f.tipping.fewest_steps {
            Measure::Known(moves) => Measure::Known(moves.cost),
            Measure::Undefined(reason) => Measure::Undefined(*reason),
        }),
        attribution: attribution::attribute(&models, options.aggregate),
        moved: moved::moved(&models, &options.grid()),
        added: only(after, before),
        removed: only(before, after),
    })
}

impl Changes {
    /// Whether nothing changed that a force field or a grid shows: the numbers, the classes and who is there.
    pub fn is_empty(&self) -> bool {
        self.attribution.parties.is_empty() && self.moved.is_empty() && self.added.is_empty() && self.removed.is_empty()
    }

    /// Makes the comparison again from the two models, with its own options. Everything must be equal, numbers to the bit.
    ///
    /// # Errors
    /// [`CheckError`] with the first thing that differs.
    pub fn check(&self, before: &Model, after: &Model) -> Result<(), CheckError> {
        let again = compare(before, after, &self.provenance.options)?;
        if let Some(line) = odd_one(&self.attribution.parties, &again.attribution.parties) {
            return Err(CheckError::Force(line.party.clone()));
        }
        if let Some(moved) = odd_one(&self.moved, &again.moved) {
            return Err(CheckError::Class { party: moved.party.clone(), grid: moved.grid });
        }
        if *self == again { Ok(()) } else { Err(CheckError::Totals) }
    }
}

/// The first thing that is in one list only.
fn odd_one<'a, T: PartialEq>(a: &'a [T], b: &'a [T]) -> Option<&'a T> {
    let at = a.iter().zip(b).position(|(x, y)| x != y).unwrap_or(a.len().min(b.len()));
    let (x, y) = (a.get(at), b.get(at));
    // One that the other list has further on is there too soon: what should stand before it is missing.
    x.filter(|x| !b.contains(x)).or(y).or(x)
}

impl<T: fmt::Display> fmt::Display for Shift<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.before, self.after)
    }
}
