//! Reports in Dutch and English, as Markdown, as text and as one HTML page.
//!
//! A report runs the methods of [`crate::analysis`] over a model and tells what they found in the order in which a team thinks: what
//! this is about, who takes part, which forces work, which values are at stake, who wants what, who can move whom, how they relate,
//! where it clashes, what the handbook recommends, and what nobody knows yet. [`of_pair`] tells what stands between two parties,
//! [`of_review`] how a project stands on the handbook's recommendations, [`of_rules`] what these are.
//!
//! All words come from a [`Locale`]; this module holds no sentence. What cannot be said is printed with its reason, never as 0. The
//! text of the model is escaped for the format. How contact with a party is kept (channel, frequency, owner) stands in the plan.
//! Notes, annotations and who gave which rating are never printed. A private observation is printed when as many parties noted it
//! as [`crate::analysis::IcebergOptions::anonymity`] asks, and never who did; of the others only that there are some.

mod html;
mod locale;
mod markdown;
mod page;
mod picture;
mod sections;
mod speech;
mod text;

pub use locale::{Locale, LocaleError, word_key};
pub use picture::{Lack, NoPicture, Picture, PictureKind, PictureOptions, picture};

use std::collections::BTreeSet;

use crate::analysis::{Between, Settings, Step};
use crate::handbook::{Review, ReviewOptions, Rule};
use crate::model::Model;
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// The formats that a report can be written in.
    Format, "format of a report" {
        /// Markdown, with tables as GitHub writes them.
        Markdown = "markdown",
        /// Plain text with aligned tables.
        Text = "text",
        /// One HTML page with its pictures, complete in itself.
        Html = "html",
    }
}

vocabulary! {
    /// The chapters of a report, in the order in which a team thinks.
    Chapter, "chapter of a report" {
        /// Who takes part, and which forces work.
        Who = "who",
        /// Interests and values.
        Motives = "motives",
        /// Conflicts and bridges.
        Friction = "friction",
        /// What lies below: the iceberg and the cultures.
        Below = "below",
        /// Who leads.
        Lead = "lead",
        /// What to do.
        Act = "act",
        /// What we do not know.
        Unknown = "unknown",
        /// Everything of one party on a card.
        Cards = "cards",
    }
}

vocabulary! {
    /// The sections that follow the head of a report, in their order.
    Section, "section of a report" {
        /// Who takes part, and where they stand on power and interest.
        Who = "who",
        /// The other grids: support, salience, the cube, threat and cooperation, trust, alignment.
        Grids = "grids",
        /// Rings by sector, and engagement now and as wanted.
        Rings = "rings",
        /// The force field, what would tip it, and Lewin's free forces.
        ForceField = "force-field",
        /// Who can move whom, directly and through others.
        Influence = "influence",
        /// Trust, dependence, camps, who stands between them, and distances.
        Relations = "relations",
        /// Who is for and against which interest, who agrees with whom, and which goal could be shared.
        Interests = "interests",
        /// Values and the value mapping canvas.
        Values = "values",
        /// Value flows: loops, what does not come back, who does not gain.
        Flows = "flows",
        /// Conflicts with their grounds and bridges.
        Conflicts = "conflicts",
        /// What divides and what binds the pairs that matter most.
        Pairs = "pairs",
        /// The iceberg: what hampers the collaboration, and what may lie below.
        Iceberg = "iceberg",
        /// Who works how, who differs from whom, and what each wants to change.
        Cultures = "cultures",
        /// Who leads in which phase, who could do which task, and what changes at the next phase.
        Leadership = "leadership",
        /// Opportunities and risks of every party.
        Chances = "opportunities-and-risks",
        /// The strategy for every stakeholder.
        Plan = "plan",
        /// What the handbook recommends, and how the project stands on it.
        Handbook = "handbook",
        /// What is not known, and where raters differ.
        Unknown = "unknown",
        /// Everything known and found of a party, party by party.
        Cards = "cards",
    }
}

impl Section {
    /// The chapter that it stands in.
    pub fn chapter(self) -> Chapter {
        match self {
            Self::Who | Self::Grids | Self::Rings | Self::ForceField | Self::Influence | Self::Relations => {
                Chapter::Who
            }
            Self::Interests | Self::Values | Self::Flows => Chapter::Motives,
            Self::Conflicts | Self::Pairs => Chapter::Friction,
            Self::Iceberg | Self::Cultures => Chapter::Below,
            Self::Leadership => Chapter::Lead,
            Self::Chances | Self::Plan | Self::Handbook => Chapter::Act,
            Self::Unknown => Chapter::Unknown,
            Self::Cards => Chapter::Cards,
        }
    }
}

/// What a report shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportOptions {
    conflicts: usize,
    sections: BTreeSet<Section>,
    settings: Settings,
    review: ReviewOptions,
    since: Option<Model>,
}

impl Default for ReportOptions {
    /// Every section, the 20 strongest conflicts.
    fn default() -> Self {
        Self {
            conflicts: 20,
            sections: Section::ALL.iter().copied().collect(),
            settings: Settings::new(),
            review: ReviewOptions::new(),
            since: None,
        }
    }
}

impl ReportOptions {
    /// Every section, the 20 strongest conflicts.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many conflicts are shown, the strongest first.
    #[must_use]
    pub fn conflicts(mut self, shown: usize) -> Self {
        self.conflicts = shown;
        self
    }

    /// Tells first what changed since an earlier model of the project.
    #[must_use]
    pub fn since(mut self, before: Model) -> Self {
        self.since = Some(before);
        self
    }

    /// The settings of the team: cuts, rings, sectors, advice.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// How the project is reviewed by the handbook; the settings of the team hold for that as well.
    #[must_use]
    pub fn review(mut self, options: ReviewOptions) -> Self {
        self.review = options;
        self
    }

    /// Only these sections, in their usual order. The head is always there.
    #[must_use]
    pub fn sections(mut self, sections: impl IntoIterator<Item = Section>) -> Self {
        self.sections = sections.into_iter().collect();
        self
    }
}

/// A report, ready to be written in any format.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    page: page::Page,
    missing: Vec<String>,
}

impl Report {
    /// Writes the report.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Markdown => markdown::render(&self.page),
            Format::Text => text::render(&self.page),
            Format::Html => html::render(&self.page),
        }
    }

    /// The keys of the words that the locale lacks, in order of the alphabet: English ones stand in their place, or the key itself
    /// where there is none.
    pub fn missing_words(&self) -> &[String] {
        &self.missing
    }
}

/// Makes a report of a model. See the [module](self).
pub fn report(model: &Model, locale: &Locale, options: &ReportOptions) -> Report {
    report_watched(model, locale, options, &mut |_| ())
}

/// As [`report`], telling of every method before it runs.
pub fn report_watched(model: &Model, locale: &Locale, options: &ReportOptions, watch: &mut dyn FnMut(Step)) -> Report {
    let speech = speech::Speech::new(model, locale);
    let page = sections::page(&speech, options, watch, &|page| html::render(page).len() < html::LARGEST);
    Report { page, missing: speech.missing() }
}

/// Tells what divides and what binds two parties of a model, as the section on pairs does, and what is not known of them.
pub fn of_pair(model: &Model, locale: &Locale, between: &Between) -> Report {
    let speech = speech::Speech::new(model, locale);
    let page = sections::pair(&speech, between);
    Report { page, missing: speech.missing() }
}

/// Tells how a project stands on the recommendations of the handbook.
pub fn of_review(model: &Model, locale: &Locale, review: &Review) -> Report {
    let speech = speech::Speech::new(model, locale);
    let page = sections::review(&speech, review);
    Report { page, missing: speech.missing() }
}

/// Tells what the rules of a review ask, and what they advise.
pub fn of_rules(locale: &Locale, rules: &[Rule]) -> Report {
    let model = Model::new();
    let speech = speech::Speech::new(&model, locale);
    let page = sections::rules(&speech, rules);
    Report { page, missing: speech.missing() }
}
