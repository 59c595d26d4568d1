//! # Rings by sector
//!
//! **Question.** Who takes part how closely, as it is, as they wish and as we want, and where do these differ?
//!
//! **Method.** Factor C's ring model: rings of participation (be informed, co-think, co-operate, co-decide: meeweten, meedenken,
//! meewerken, meebeslissen) crossed with sectors (decider, supplier, executor, user).
//!
//! **Inputs.** Per party its sector, and a ring three times: actual, wished by the party, desired by us. Both vocabularies are
//! options; rings run from the outside in.
//!
//! **Formula.** Any two known rings of a party that differ are a *role mismatch*; its direction is a word of [`Mismatch`], its
//! steps the number of rings between, its strength steps / (number of rings − 1).
//!
//! **Assumptions.** Rings are an order; the steps between them count alike.
//!
//! **Missing data.** A ring or sector that is not on record is listed in `omitted`, and so is a word that is not in the
//! vocabulary; what is known of the party still counts.
//!
//! **Returns.** [`Rings`]. **Complexity.** n log n.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{RingsOptions, rings};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.council]\nsector = \"user\"\n\
//!             ring = { actual = \"co-think\", wished = \"co-decide\", desired = \"co-think\" }\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let found = rings(&model, &RingsOptions::new());
//! assert_eq!(found.mismatches[0].direction.to_string(), "claim-not-granted");
//! assert_eq!(found.mismatches[0].steps, 2);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** A desired ring is an intention, not a decision about people: it is discussed with the party before it is used.

use serde::Serialize;
use thiserror::Error;

use super::grid::NO_FINDING;
use super::replay::Rule;
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Omission, OmissionReason, Provenance};
use crate::id::{PartyId, Slug};
use crate::math::exact;
use crate::model::{Attribute, Element, Model, Party};
use crate::rating::Aggregate;
use crate::vocabulary::{RINGS, SECTORS, vocabulary};

vocabulary! {
    /// The three rings that are kept of a party.
    RingView, "view of a ring" {
        /// The ring that the party is in.
        Actual = "actual",
        /// The ring that the party wishes.
        Wished = "wished",
        /// The ring that we want the party in.
        Desired = "desired",
    }
}

vocabulary! {
    /// How two rings of one party differ, the most pressing first (own order).
    Mismatch, "role mismatch" {
        /// The party wishes more than we want to give: a claim that we do not grant.
        ClaimNotGranted = "claim-not-granted",
        /// We want the party closer than it is: work to do.
        WorkToDo = "work-to-do",
        /// We want more of the party than it wishes to give.
        AskedTooMuch = "asked-too-much",
        /// The party wishes to be closer than it is.
        WantsCloser = "wants-closer",
        /// The party is closer than we want it.
        CloserThanDesired = "closer-than-desired",
        /// The party is closer than it wishes.
        WantsFurther = "wants-further",
    }
}

impl RingView {
    /// How the view is named where two of them are what a conflict is about.
    pub(super) fn setting(self) -> &'static str {
        match self {
            Self::Actual => "ring-actual",
            Self::Wished => "ring-wished",
            Self::Desired => "ring-desired",
        }
    }
}

/// A vocabulary of rings or sectors cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BadVocabulary {
    /// A word stands in it twice.
    #[error("`{word}` stands in the list twice")]
    Twice {
        /// The word.
        word: Slug,
    },
    /// There are fewer than two rings, so that none could differ.
    #[error("there must be two rings or more")]
    TooFew,
}

/// Which rings and sectors there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RingsOptions {
    rings: Vec<Slug>,
    sectors: Vec<Slug>,
}

impl Default for RingsOptions {
    /// Factor C's rings and sectors.
    fn default() -> Self {
        let words = |all: &[&str]| all.iter().filter_map(|word| Slug::new(word).ok()).collect();
        Self { rings: words(RINGS), sectors: words(SECTORS) }
    }
}

impl RingsOptions {
    /// Factor C's rings and sectors.
    pub fn new() -> Self {
        Self::default()
    }

    /// Rings of one's own, from the outside in.
    ///
    /// # Errors
    /// [`BadVocabulary`] for fewer than two rings, or one that stands there twice.
    pub fn rings(mut self, rings: impl IntoIterator<Item = Slug>) -> Result<Self, BadVocabulary> {
        self.rings = once_each(rings)?;
        if self.rings.len() < 2 { Err(BadVocabulary::TooFew) } else { Ok(self) }
    }

    /// Sectors of one's own, in the order in which they are shown.
    ///
    /// # Errors
    /// [`BadVocabulary`] for a sector that stands there twice.
    pub fn sectors(mut self, sectors: impl IntoIterator<Item = Slug>) -> Result<Self, BadVocabulary> {
        self.sectors = once_each(sectors)?;
        Ok(self)
    }

    fn ring(&self, word: &Slug) -> Option<usize> {
        self.rings.iter().position(|ring| ring == word)
    }

    /// The place of a ring from the outside, from 1.
    pub(super) fn place(&self, word: &Slug) -> Option<f64> {
        self.ring(word).map(|at| count(at + 1))
    }

    /// The vocabulary of rings as it is cited: its setting with the number of rings.
    pub(super) fn cited(&self) -> Contribution {
        Contribution::of(Element::Setting(self.setting()), count(self.rings.len()))
    }

    /// How the vocabulary of rings is cited.
    fn setting(&self) -> &'static str {
        if self.rings.iter().map(Slug::as_str).eq(RINGS.iter().copied()) { FACTOR_C } else { OWN }
    }
}

fn once_each(words: impl IntoIterator<Item = Slug>) -> Result<Vec<Slug>, BadVocabulary> {
    let mut out: Vec<Slug> = Vec::new();
    for word in words {
        if out.contains(&word) {
            return Err(BadVocabulary::Twice { word });
        }
        out.push(word);
    }
    Ok(out)
}

const FACTOR_C: &str = "rings-factor-c";
const OWN: &str = "rings-own";

/// One party's place: only words that are in the vocabularies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RingPlace {
    /// The party.
    pub party: PartyId,
    /// Its sector, if known.
    pub sector: Option<Slug>,
    /// The ring that it is in, if known.
    pub actual: Option<Slug>,
    /// The ring that it wishes, if known.
    pub wished: Option<Slug>,
    /// The ring that we want it in, if known.
    pub desired: Option<Slug>,
}

/// Who stands in one ring of one sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RingCell {
    /// The ring.
    pub ring: Slug,
    /// Who is in it.
    pub actual: Vec<PartyId>,
    /// Who wishes to be in it.
    pub wished: Vec<PartyId>,
    /// Whom we want in it.
    pub desired: Vec<PartyId>,
}

/// One sector with its rings from the outside in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectorRow {
    /// The sector; absent for the parties whose sector is not known.
    pub sector: Option<Slug>,
    /// Its rings.
    pub rings: Vec<RingCell>,
}

/// Two rings of one party that differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoleMismatch {
    /// The party.
    pub party: PartyId,
    /// What the difference means.
    pub direction: Mismatch,
    /// The first view, and its ring.
    pub first: RingView,
    /// The ring of the first view.
    pub first_ring: Slug,
    /// The second view, and its ring.
    pub second: RingView,
    /// The ring of the second view.
    pub second_ring: Slug,
    /// How many rings lie between.
    pub steps: usize,
    /// steps / (number of rings − 1): 0 … 1.
    pub strength: f64,
}

/// Rings by sector.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rings {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<RingsOptions>,
    /// Which rings and sectors are not known, or not in the vocabulary.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// Every party of which something is known, in id order.
    pub parties: Vec<RingPlace>,
    /// The chart: sectors in the order of the vocabulary, and last the parties without a known sector, if there are any.
    pub sectors: Vec<SectorRow>,
    /// Rings that differ: the strongest first, then by direction, then by party.
    pub mismatches: Vec<RoleMismatch>,
    /// Each mismatch with its grounds.
    pub findings: Vec<Finding>,
}

const CITES: &[Citation] = &[citation::FACTOR_C];

/// The pairs of views, with the word for the first being the closer ring and for its being the further one.
const PAIRS: [(RingView, RingView, Mismatch, Mismatch); 3] = [
    (RingView::Wished, RingView::Desired, Mismatch::ClaimNotGranted, Mismatch::AskedTooMuch),
    (RingView::Desired, RingView::Actual, Mismatch::WorkToDo, Mismatch::CloserThanDesired),
    (RingView::Wished, RingView::Actual, Mismatch::WantsCloser, Mismatch::WantsFurther),
];

const VIEWS: [(RingView, Attribute); 3] = [
    (RingView::Actual, Attribute::RingActual),
    (RingView::Wished, Attribute::RingWished),
    (RingView::Desired, Attribute::RingDesired),
];

pub(super) fn word_of(party: &Party, attribute: Attribute) -> Option<&Slug> {
    match attribute {
        Attribute::Sector => party.sector.as_ref(),
        Attribute::RingActual => party.rings.actual.as_ref(),
        Attribute::RingWished => party.rings.wished.as_ref(),
        Attribute::RingDesired => party.rings.desired.as_ref(),
        _ => None,
    }
}

/// Charts the rings. See the [module](self).
pub fn rings(model: &Model, options: &RingsOptions) -> Rings {
    let mut omitted = Vec::new();
    let mut parties = Vec::new();
    let mut found: Vec<(RoleMismatch, Finding)> = Vec::new();
    for (id, party) in model.parties() {
        let mut known = |attribute: Attribute, vocabulary: &[Slug]| {
            let word = word_of(party, attribute);
            let reason = match word {
                Some(word) if vocabulary.contains(word) => return Some(word.clone()),
                Some(_) => OmissionReason::NotInVocabulary,
                None => OmissionReason::Unknown,
            };
            omitted.push(Omission { subject: id.into(), missing: attribute, reason });
            None
        };
        let sector = known(Attribute::Sector, &options.sectors);
        let [actual, wished, desired] = VIEWS.map(|(_, attribute)| known(attribute, &options.rings));
        let place = RingPlace { party: id.clone(), sector, actual, wished, desired };
        found.extend(PAIRS.iter().filter_map(|pair| mismatch(&place, pair, options)));
        if [&place.sector, &place.actual, &place.wished, &place.desired].into_iter().any(Option::is_some) {
            parties.push(place);
        }
    }
    found.sort_by(|(a, _), (b, _)| {
        let rank = |m: &RoleMismatch| (std::cmp::Reverse(m.steps), m.direction);
        rank(a).cmp(&rank(b)).then_with(|| a.party.cmp(&b.party))
    });
    let (mismatches, findings) = found.into_iter().unzip();
    Rings {
        provenance: Provenance { method: "rings", method_version: 1, options: options.clone(), cites: CITES },
        omitted,
        sectors: chart(&parties, options),
        parties,
        mismatches,
        findings,
    }
}

impl RingPlace {
    fn ring(&self, view: RingView) -> Option<&Slug> {
        match view {
            RingView::Actual => self.actual.as_ref(),
            RingView::Wished => self.wished.as_ref(),
            RingView::Desired => self.desired.as_ref(),
        }
    }
}

fn chart(parties: &[RingPlace], options: &RingsOptions) -> Vec<SectorRow> {
    let row = |sector: Option<&Slug>| {
        let of_sector = || parties.iter().filter(|p| p.sector.as_ref() == sector);
        let cell = |ring: &Slug| {
            let who = |view| of_sector().filter(|p| p.ring(view) == Some(ring)).map(|p| p.party.clone()).collect();
            let [actual, wished, desired] = VIEWS.map(|(view, _)| who(view));
            RingCell { ring: ring.clone(), actual, wished, desired }
        };
        SectorRow { sector: sector.cloned(), rings: options.rings.iter().map(cell).collect() }
    };
    let without = parties.iter().any(|p| p.sector.is_none());
    options.sectors.iter().map(Some).chain(without.then_some(None)).map(row).collect()
}

fn mismatch(
    place: &RingPlace,
    (first, second, closer, further): &(RingView, RingView, Mismatch, Mismatch),
    options: &RingsOptions,
) -> Option<(RoleMismatch, Finding)> {
    let (first_ring, second_ring) = (place.ring(*first)?, place.ring(*second)?);
    let (a, b) = (options.ring(first_ring)?, options.ring(second_ring)?);
    let direction = match a.cmp(&b) {
        std::cmp::Ordering::Greater => *closer,
        std::cmp::Ordering::Less => *further,
        std::cmp::Ordering::Equal => return None,
    };
    let steps = a.abs_diff(b);
    let strength = strength(count(steps), count(options.rings.len()));
    let of = |view: RingView, at: usize| Contribution {
        source: (&place.party).into(),
        attribute: VIEWS.iter().find(|(v, _)| *v == view).map(|(_, attribute)| *attribute),
        reading: None,
        amount: count(at + 1),
    };
    let finding = Finding {
        subject: vec![(&place.party).into()],
        rule: "role-mismatch",
        law: Law::Statistic,
        amount: Amount::Number(strength),
        aggregate: Aggregate::default(),
        because: vec![of(*first, a), of(*second, b), options.cited()],
    };
    let (party, first_ring, second_ring) = (place.party.clone(), first_ring.clone(), second_ring.clone());
    let (first, second) = (*first, *second);
    Some((RoleMismatch { party, direction, first, first_ring, second, second_ring, steps, strength }, finding))
}

#[expect(clippy::cast_precision_loss, reason = "rings are few")]
fn count(n: usize) -> f64 {
    n as f64
}

/// steps / (number of rings − 1).
pub(super) fn strength(steps: f64, rings: f64) -> f64 {
    exact::ratio(steps, rings - 1.0).unwrap_or(0.0)
}

/// A ring's place from the outside, from 1: in Factor C's vocabulary read again, in one of the caller's own taken as cited. The
/// vocabulary itself likewise.
pub(super) fn place_again(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    let own = finding.because.iter().any(|c| c.source == Element::Setting(OWN));
    match (&part.source, part.attribute) {
        (Element::Party(party), Some(attribute)) => {
            let word = word_of(model.party(party)?, attribute)?;
            let place = RINGS.iter().position(|ring| *ring == word.as_str());
            if own { Some(part.amount) } else { place.map(|at| count(at + 1)) }
        }
        (Element::Setting(FACTOR_C), None) => Some(count(RINGS.len())),
        (Element::Setting(OWN), None) => Some(part.amount),
        _ => None,
    }
}

/// The two views of a finding that cites rings of the caller's own, if it is built as one is.
pub(super) fn own_again(model: &Model, finding: &Finding) -> Option<[RingView; 2]> {
    let cites = |c: &Contribution| place_again(model, finding, c) == Some(c.amount);
    let own = finding.because.iter().any(|c| c.source == Element::Setting(OWN)) && finding.because.iter().all(cites);
    again(finding).filter(|_| own)?;
    let [a, b, _] = finding.because.as_slice() else { return None };
    Some([view_of(a)?, view_of(b)?])
}

fn view_of(part: &Contribution) -> Option<RingView> {
    VIEWS.iter().find(|(_, attribute)| Some(*attribute) == part.attribute).map(|(view, _)| *view)
}

/// The strength that two rings of one party and the number of rings make; nothing of what is not built so.
fn again(finding: &Finding) -> Option<f64> {
    let ([Element::Party(party)], [a, b, rings]) = (finding.subject.as_slice(), finding.because.as_slice()) else {
        return None;
    };
    let (first, second) = (view_of(a)?, view_of(b)?);
    let a_pair = PAIRS.iter().any(|(x, y, ..)| (*x, *y) == (first, second));
    let its_own = [a, b].iter().all(|c| c.source == Element::from(party));
    let counted = [Element::Setting(FACTOR_C), Element::Setting(OWN)].contains(&rings.source) && rings.amount >= 2.0;
    let on_it = |x: f64| (1.0..=rings.amount).contains(&x) && x.fract() == 0.0;
    (a_pair && its_own && counted && on_it(a.amount) && on_it(b.amount) && a.amount != b.amount)
        .then(|| strength((a.amount - b.amount).abs(), rings.amount))
}

pub(super) const RULES: &[Rule] = &[Rule {
    id: "role-mismatch",
    law: Law::Statistic,
    part: place_again,
    whole: Some(|_, finding| again(finding).map_or(NO_FINDING, Amount::Number)),
}];
