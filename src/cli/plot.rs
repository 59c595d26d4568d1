//! `polder plot`: one picture of what a method found, as SVG.

use std::path::{Path, PathBuf};

use clap::Args;

use super::exit_codes;
use super::input::{Input, Reading};
use super::output::{Stop, Target, text};
use super::profile::Disclosure;
use super::progress::Progress;
use super::report::words;
use super::tuning::Tuning;
use super::words::Words;
use crate::report::{PictureKind, PictureOptions, picture};
use crate::vocabulary::Vocabulary;

/// Draw one picture of a model as SVG: a file of its own that loads nothing
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder plot power-interest project.toml --lang nl -o field.svg\n  \
     polder plot relations project.toml > relations.svg\n  \
     polder plot power-interest project.toml --profile shareable -o shared.svg\n  polder plot --list",
    exit_codes!()
))]
pub(super) struct Plot {
    /// Which picture
    #[arg(value_name = "KIND", required_unless_present = "list", hide_possible_values = true, value_parser = words::<PictureKind>())]
    kind: Option<PictureKind>,
    /// The model file, TOML or JSON; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present = "list")]
    file: Option<PathBuf>,
    /// Name the pictures
    #[arg(long, conflicts_with_all = ["kind", "file", "output", "profile", "mapping"])]
    list: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    words: Words,
    #[command(flatten)]
    tuning: Tuning,
    #[command(flatten)]
    disclosure: Disclosure,
    #[command(flatten)]
    target: Target,
}

impl Plot {
    pub(super) fn run(&self) -> Result<(), Stop> {
        let (Some(kind), Some(file)) = (self.kind, self.file.as_deref()) else { return self.name() };
        let read = [Some(file), self.words.reads(), self.tuning.reads()];
        if read.iter().filter(|path| **path == Some(Path::new("-"))).count() > 1 {
            let message = "standard input can only be one of the model and the files of --locale and --advice";
            return Err(Stop::with_help(message, "give a file for the others"));
        }
        let read: Vec<&Path> = read.into_iter().flatten().collect();
        let other = ["png", "jpg", "jpeg", "gif", "webp", "pdf", "html", "htm", "eps", "emf"];
        if let Some(other) = self.target.extension().filter(|extension| other.contains(&extension.as_str())) {
            let message = format!("a picture is written as SVG, not as `.{other}`");
            let help = "give a file that ends in .svg; browsers and drawing programs make the others of it";
            return Err(Stop::with_help(message, help));
        }
        self.target.spare(&read)?;
        self.disclosure.spare(&read, Some(&self.target))?;
        let locale = self.words.locale()?;
        let settings = self.tuning.settings()?;
        let (_, model) = Input::of(file.to_owned()).reading(self.reading).model()?;
        self.tuning.fit(&model)?;
        let told = self.disclosure.export_with(&model, &self.tuning.words()?)?;
        let settings = self.tuning.under(settings, &told.exported)?;
        let model = &told.exported.model;
        let progress = Progress::of(kind.word());
        let drawn = picture(model, &locale, kind, &PictureOptions::new().settings(settings))
            .map_err(|e| Stop::with_help(e.to_string(), "`polder check` and `polder report` tell what is on record"))?;
        let answer = drawn.to_svg();
        drop(progress);
        self.disclosure.keep(&told)?;
        self.target.write(&answer)?;
        self.words.lacking(&locale, drawn.missing_words());
        Ok(())
    }

    fn name(&self) -> Result<(), Stop> {
        let locale = self.words.locale()?;
        let width = PictureKind::WORDS.iter().map(|word| word.len()).max().unwrap_or_default();
        let line = |kind: &PictureKind| format!("{:width$}  {}\n", kind.word(), locale.word(*kind));
        text(&PictureKind::ALL.iter().map(line).collect::<String>())
    }
}
