//! Pictures of what the methods found, as SVG.
//!
//! A picture stands alone as a file or within a page: it loads nothing, is drawn with lines, shapes and text only, and tells in words
//! what it shows: a title, a description, and for every mark who or what it is and why it stands there. What a colour says, a shape,
//! a pattern or a sign says as well. The same model gives the same bytes on every machine.

mod beneath;
mod columns;
pub(super) mod conflicts;
pub(super) mod cultures;
mod draw;
pub(super) mod force_field;
mod heat;
pub(super) mod iceberg;
pub(super) mod influence_dependence;
mod layout;
pub(super) mod leadership;
mod left_out;
mod legend;
mod names;
mod number;
mod placing;
mod plane;
pub(super) mod power_interest;
pub(super) mod relations;
pub(super) mod rings;
pub(super) mod salience;
pub(super) mod value_map;

use std::collections::BTreeMap;

use thiserror::Error;

use super::locale::Locale;
use super::page::{Inlines, plain};
use super::speech::{Speech, args};
use crate::analysis::{self, INDEX, NotRun, Settings};
use crate::evidence::{Omission, OmissionReason};
use crate::id::Slug;
use crate::model::{Attribute, Element, Model};
use crate::rating::Aggregate;
use crate::vocabulary::vocabulary;

pub(super) use draw::STYLE;

vocabulary! {
    /// The pictures.
    PictureKind, "picture" {
        /// Who stands where on power and interest: the field with its quadrants.
        PowerInterest = "power-interest",
        /// Driving and restraining forces as bars to both sides.
        ForceField = "force-field",
        /// Sectors and rings: where parties are, wish to be, and are wanted.
        Rings = "rings",
        /// The plane of influence and dependence.
        InfluenceDependence = "influence-dependence",
        /// The network of ties with their signs, and the camps.
        Relations = "relations",
        /// Who clashes with whom, and how strongly.
        Conflicts = "conflicts",
        /// How important which value is to whom.
        ValueMap = "value-map",
        /// The culture profiles beside each other.
        Cultures = "cultures",
        /// What is seen, and what may lie below.
        Iceberg = "iceberg",
        /// Power, legitimacy and urgency as three circles.
        Salience = "salience",
        /// The phases with who leads.
        Leadership = "leadership",
    }
}

impl PictureKind {
    /// The method whose result it shows, by its name in [`INDEX`].
    pub fn method(self) -> &'static str {
        match self {
            Self::PowerInterest => "power_interest",
            Self::ForceField => "force_field",
            Self::Rings => "rings",
            Self::InfluenceDependence => "influence",
            Self::Relations => "relations",
            Self::Conflicts => "conflicts",
            Self::ValueMap => "value_map",
            Self::Cultures => "culture_distance",
            Self::Iceberg => "iceberg",
            Self::Salience => "salience",
            Self::Leadership => "leadership",
        }
    }
}

/// The ratings that give something a place in a picture, if its place comes of ratings.
fn placed_by(kind: PictureKind) -> &'static [Attribute] {
    use Attribute as A;
    match kind {
        PictureKind::PowerInterest => &[A::Power, A::InterestLevel],
        PictureKind::ForceField => &[A::Power, A::InterestLevel, A::Attitude, A::Strength, A::Changeability],
        PictureKind::Rings => &[A::RingActual, A::RingWished, A::RingDesired],
        PictureKind::InfluenceDependence => &[A::Influence],
        PictureKind::Relations => &[A::Tie],
        PictureKind::ValueMap => &[A::Importance],
        PictureKind::Salience => &[A::Power, A::Legitimacy, A::Urgency],
        PictureKind::Conflicts | PictureKind::Cultures | PictureKind::Iceberg | PictureKind::Leadership => &[],
    }
}

/// How a picture is made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PictureOptions {
    settings: Settings,
    id: Option<Slug>,
}

impl PictureOptions {
    /// With the settings of the methods as they are by default.
    pub fn new() -> Self {
        Self::default()
    }

    /// The settings of the team: cuts, rings, sectors.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// What the picture is called within a page, by default the word of its kind. All ids in the SVG are made with it: that of the
    /// element is `picture-` and this. Two pictures in one page must be called differently.
    ///
    /// ```
    /// use polder::id::Slug;
    /// use polder::report::PictureOptions;
    ///
    /// let before = PictureOptions::new().id(Slug::new("power-interest-before")?);
    /// # Ok::<(), polder::id::NotASlug>(())
    /// ```
    #[must_use]
    pub fn id(mut self, id: Slug) -> Self {
        self.id = Some(id);
        self
    }
}

/// Why there is no picture. As text it is said in English, with the words of the built-in locale.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NoPicture {
    /// The method has no matter.
    #[error("there is nothing to draw for `{kind}`: {}", in_english(|speech| speech.term(*reason)))]
    NotRun {
        /// The picture that was asked for.
        kind: PictureKind,
        /// What the model lacks.
        reason: NotRun,
    },
    /// The method has matter, but found nothing that can be drawn.
    #[error("there is nothing to draw for `{kind}`: {}", in_english(|speech| lack.said(speech)))]
    NothingToDraw {
        /// The picture that was asked for.
        kind: PictureKind,
        /// For want of what.
        lack: Lack,
    },
}

/// For want of what nothing has a place in a picture, though its method has matter.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lack {
    /// These ratings are known of no party.
    Unknown(Vec<Attribute>),
    /// Each of these ratings is known of some, but nowhere all that a place asks for.
    Incomplete(Vec<Attribute>),
    /// Every observation was made in confidence, and is withheld.
    InConfidence,
    /// No rating is missing: what is on record gives nothing to draw, such as influences that are all 0.
    Matter,
}

impl Lack {
    /// By what a method left out.
    fn of(model: &Model, kind: PictureKind, omitted: &[Omission]) -> Self {
        let omitted =
            omitted.iter().filter(|o| o.reason == OmissionReason::Unknown && placed_by(kind).contains(&o.missing));
        // Whether it is missing of parties alone, of which it can be asked whether any has it.
        let mut missing: BTreeMap<Attribute, bool> = BTreeMap::new();
        for omission in omitted {
            *missing.entry(omission.missing).or_insert(true) &= matches!(omission.subject, Element::Party(_));
        }
        let read = |attribute| model.parties().any(|(id, _)| model.read(&id.into(), attribute, AGGREGATE).is_some());
        let nowhere: Vec<Attribute> =
            missing.iter().filter(|(attribute, of_party)| **of_party && !read(**attribute)).map(|(a, _)| *a).collect();
        if !nowhere.is_empty() {
            Self::Unknown(nowhere)
        } else if missing.is_empty() {
            Self::Matter
        } else {
            Self::Incomplete(missing.into_keys().collect())
        }
    }

    fn said(&self, speech: &Speech<'_>) -> Inlines {
        let of = |key: &str, ratings: &[Attribute]| {
            let all = speech.and(ratings.iter().map(|attribute| speech.term(*attribute)));
            speech.say(key, args! {"n": ratings.len(), "ratings": all})
        };
        match self {
            Self::Unknown(ratings) => of("picture-nothing-unknown", ratings),
            Self::Incomplete(ratings) => of("picture-nothing-incomplete", ratings),
            Self::InConfidence => speech.words("picture-nothing-in-confidence"),
            Self::Matter => speech.words("picture-nothing"),
        }
    }
}

/// Any will do to see whether something is known.
const AGGREGATE: Aggregate = Aggregate::Median;

/// In English, as all messages are.
fn in_english(say: impl FnOnce(&Speech<'_>) -> Inlines) -> String {
    let model = Model::new();
    Locale::builtin("en").map(|locale| plain(&say(&Speech::new(&model, &locale)))).unwrap_or_default()
}

/// A picture, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    kind: PictureKind,
    /// A slug.
    id: String,
    title: String,
    description: String,
    width: f64,
    height: f64,
    /// What is drawn, as SVG.
    body: String,
    missing: Vec<String>,
}

impl Picture {
    /// What it is a picture of.
    pub fn kind(&self) -> PictureKind {
        self.kind
    }

    /// What it is called within a page: the id of its element without `picture-`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its title, in the language that it was made in.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it shows, in words.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The keys of the words that the locale lacks, as [`super::Report::missing_words`].
    pub fn missing_words(&self) -> &[String] {
        &self.missing
    }

    /// Writes it as a file of its own, with its style.
    pub fn to_svg(&self) -> String {
        draw::svg(self, Some(STYLE))
    }

    /// Writes it for a page that has [`STYLE`].
    pub(super) fn within_page(&self) -> String {
        draw::svg(self, None)
    }
}

/// Draws a picture of a model, in the words of a locale: SVG that loads nothing and runs nothing, the same bytes for the same model
/// on every machine. It has a title, a description, and for every mark the words that say who or what it is and why it stands there;
/// what a colour says, a shape, a pattern or a sign says as well.
///
/// # Errors
/// [`NoPicture`] where there is nothing to draw.
pub fn picture(
    model: &Model,
    locale: &Locale,
    kind: PictureKind,
    options: &PictureOptions,
) -> Result<Picture, NoPicture> {
    let entry = INDEX.iter().find(|entry| entry.id == kind.method());
    if let Some(reason) = entry.and_then(|entry| (entry.not_run)(model)) {
        return Err(NoPicture::NotRun { kind, reason });
    }
    let speech = &Speech::new(model, locale);
    let settings = &options.settings;
    let lacking = |omitted: &[Omission]| Lack::of(model, kind, omitted);
    // What is drawn of a result, and for want of what nothing is.
    macro_rules! drawn {
        ($kind:ident, $found:expr) => {{
            let found = $found;
            $kind::draw(speech, &found).ok_or_else(|| lacking(&found.omitted))
        }};
    }
    let drawn = match kind {
        PictureKind::PowerInterest => drawn!(power_interest, analysis::power_interest(model, &settings.into())),
        PictureKind::ForceField => drawn!(force_field, analysis::force_field(model, &settings.into())),
        PictureKind::Rings => drawn!(rings, analysis::rings(model, &settings.into())),
        PictureKind::InfluenceDependence => {
            let found = analysis::influence(model, &settings.into());
            // Who has a place has no influence, as far as is known.
            let lack = || match found.omitted.is_empty() {
                true => Lack::Matter,
                false if found.parties.is_empty() => lacking(&found.omitted),
                false => Lack::Incomplete(vec![Attribute::Influence]),
            };
            influence_dependence::draw(speech, &found).ok_or_else(lack)
        }
        PictureKind::Relations => drawn!(relations, analysis::relations(model, &settings.into())),
        PictureKind::Conflicts => {
            drawn!(conflicts, analysis::conflicts(model, &conflicts::sought(&settings.into())))
        }
        PictureKind::ValueMap => drawn!(value_map, analysis::value_map(model, &settings.into())),
        PictureKind::Cultures => drawn!(cultures, analysis::culture_distance(model, &settings.into())),
        PictureKind::Iceberg => {
            let found = analysis::iceberg(model, &settings.into());
            let lack = || if found.withheld > 0 { Lack::InConfidence } else { lacking(&found.omitted) };
            iceberg::draw(speech, &found).ok_or_else(lack)
        }
        PictureKind::Salience => drawn!(salience, analysis::salience(model, &settings.into())),
        PictureKind::Leadership => drawn!(leadership, analysis::leadership(model, &settings.into())),
    };
    let drawn = drawn.map_err(|lack| NoPicture::NothingToDraw { kind, lack })?;
    let id = options.id.as_ref().map_or(drawn.id, Slug::to_string);
    Ok(Picture { missing: speech.missing(), id, ..drawn })
}
