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
mod number;
mod placing;
mod plane;
pub(super) mod power_interest;
pub(super) mod relations;
pub(super) mod rings;
pub(super) mod salience;
pub(super) mod value_map;

use thiserror::Error;

use super::locale::Locale;
use super::speech::Speech;
use crate::analysis::{self, INDEX, NotRun, Settings};
use crate::model::Model;
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

/// How a picture is made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PictureOptions {
    settings: Settings,
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
}

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NoPicture {
    /// The method has no matter.
    #[error("there is nothing to draw for `{kind}`: {reason}")]
    NotRun {
        /// The picture that was asked for.
        kind: PictureKind,
        /// What the model lacks.
        reason: NotRun,
    },
    /// The method has matter, but found nothing that can be drawn.
    #[error("there is nothing to draw for `{kind}`: nothing in the model has a place in it")]
    NothingToDraw {
        /// The picture that was asked for.
        kind: PictureKind,
    },
}

/// A picture, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    kind: PictureKind,
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
    let drawn = match kind {
        PictureKind::PowerInterest => power_interest::draw(speech, &analysis::power_interest(model, &settings.into())),
        PictureKind::ForceField => force_field::draw(speech, &analysis::force_field(model, &settings.into())),
        PictureKind::Rings => rings::draw(speech, &analysis::rings(model, &settings.into())),
        PictureKind::InfluenceDependence => {
            influence_dependence::draw(speech, &analysis::influence(model, &settings.into()))
        }
        PictureKind::Relations => relations::draw(speech, &analysis::relations(model, &settings.into())),
        PictureKind::Conflicts => {
            conflicts::draw(speech, &analysis::conflicts(model, &conflicts::sought(&settings.into())))
        }
        PictureKind::ValueMap => value_map::draw(speech, &analysis::value_map(model, &settings.into())),
        PictureKind::Cultures => cultures::draw(speech, &analysis::culture_distance(model, &settings.into())),
        PictureKind::Iceberg => iceberg::draw(speech, &analysis::iceberg(model, &settings.into())),
        PictureKind::Salience => salience::draw(speech, &analysis::salience(model, &settings.into())),
        PictureKind::Leadership => leadership::draw(speech, &analysis::leadership(model, &settings.into())),
    };
    let drawn = drawn.ok_or(NoPicture::NothingToDraw { kind })?;
    Ok(Picture { missing: speech.missing(), ..drawn })
}
