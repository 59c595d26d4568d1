//! What a team sets for the methods on the command line.

use std::path::{Path, PathBuf};

use clap::Args;

use super::input;
use super::output::{Stop, one_line};
use crate::analysis::{Cut, Cuts, GridOptions, RingsOptions, Settings};
use crate::export::Exported;
use crate::id::Slug;
use crate::model::{Attribute, Model};
use crate::vocabulary::Vocabulary;

/// Cuts of one's own.
#[derive(Debug, Args)]
pub(super) struct OwnCuts {
    /// Where high begins for a rating: midpoint, median or a number, as in power=4; may be given again for another rating
    #[arg(long, value_name = "RATING=LEVEL", value_delimiter = ',')]
    cut: Vec<String>,
}

impl OwnCuts {
    pub(super) fn cuts(&self) -> Result<Cuts, Stop> {
        let mut seen = Vec::new();
        self.cut.iter().try_fold(Cuts::new(), |cuts, text| {
            let (attribute, level) = cut(text)?;
            if seen.contains(&attribute) {
                let help = "a rating has one cut; ask the other one apart";
                return Err(Stop::with_help(format!("the cut of {attribute} is given twice"), help));
            }
            seen.push(attribute);
            cuts.with(attribute, level).ok_or_else(|| Stop::usage(format!("{attribute} has no cut")))
        })
    }

    /// Refuses a cut that no rating of the model can reach or miss.
    pub(super) fn fit(&self, model: &Model) -> Result<(), Stop> {
        let cuts = self.cuts()?;
        for attribute in Cuts::ATTRIBUTES {
            let (Some(Cut::At(level)), Some(kind)) = (cuts.of(*attribute), attribute.scale()) else { continue };
            let scale = model.scales().of(kind);
            if !scale.contains(level.get()) {
                let (min, max) = (scale.min(), scale.max());
                return Err(Stop::with_help(
                    format!("`{attribute}={}`: {} is not on the scale of {attribute}", level.get(), level.get()),
                    format!("write a number from {min} to {max}, `midpoint` or `median`"),
                ));
            }
        }
        Ok(())
    }
}

/// Cuts, rings and sectors of one's own.
#[derive(Debug, Args)]
pub(super) struct Tuning {
    #[command(flatten)]
    cuts: OwnCuts,
    /// The words for the rings in the file, from the outside in
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    rings: Vec<String>,
    /// The words for the sectors in the file
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    sectors: Vec<String>,
    /// Advice of one's own for the communication plan; `polder advice` writes a file to begin with
    #[arg(long, value_name = "FILE")]
    advice: Option<PathBuf>,
}

impl Tuning {
    /// The file of advice, if one is read.
    pub(super) fn reads(&self) -> Option<&Path> {
        self.advice.as_deref()
    }

    /// Refuses what does not fit the model.
    pub(super) fn fit(&self, model: &Model) -> Result<(), Stop> {
        self.cuts.fit(model)
    }

    /// The words for rings and sectors.
    pub(super) fn words(&self) -> Result<Vec<Slug>, Stop> {
        Ok([words(&self.rings)?, words(&self.sectors)?].concat())
    }

    /// The settings with the words for rings and sectors, and those of the advice, as they stand in an export.
    pub(super) fn under(&self, settings: Settings, exported: &Exported) -> Result<Settings, Stop> {
        let settings = settings.own_words(|text| exported.text(text));
        Ok(settings.rings(self.own_rings(|word| exported.word(word))?))
    }

    fn own_rings(&self, word: impl Fn(&Slug) -> Slug) -> Result<RingsOptions, Stop> {
        let all = |said: &[String]| -> Result<Vec<Slug>, Stop> { Ok(words(said)?.iter().map(&word).collect()) };
        let mut rings = RingsOptions::new();
        if !self.rings.is_empty() {
            rings = rings.rings(all(&self.rings)?).map_err(|e| Stop::usage(format!("--rings: {e}")))?;
        }
        if !self.sectors.is_empty() {
            rings = rings.sectors(all(&self.sectors)?).map_err(|e| Stop::usage(format!("--sectors: {e}")))?;
        }
        Ok(rings)
    }

    pub(super) fn settings(&self) -> Result<Settings, Stop> {
        let rings = self.own_rings(Slug::clone)?;
        let settings = Settings::new().grid(GridOptions::new().cuts(self.cuts.cuts()?)).rings(rings);
        match &self.advice {
            Some(path) => Ok(settings.advice(input::advice(path)?)),
            None => Ok(settings),
        }
    }
}

fn words(words: &[String]) -> Result<Vec<Slug>, Stop> {
    let read = |word: &String| Slug::new(word).map_err(|e| Stop::usage(e.to_string()));
    words.iter().map(read).collect()
}

fn cut(text: &str) -> Result<(Attribute, Cut), Stop> {
    let shown = one_line(text);
    let known = || itertools::join(Cuts::ATTRIBUTES.iter().map(|a| format!("`{a}`")), ", ");
    let wrong = || {
        let help = "write it as `power=4`, `power=3.5` or `power=median`";
        Stop::with_help(format!("`{shown}` is not a cut"), help)
    };
    let (attribute, level) = text.split_once('=').ok_or_else(wrong)?;
    let level = match level {
        "midpoint" => Cut::Midpoint,
        "median" => Cut::Median,
        number => Cut::at(number.parse().map_err(|_| wrong())?).map_err(|_| wrong())?,
    };
    let attribute = Attribute::parse(attribute).ok().filter(|a| Cuts::ATTRIBUTES.contains(a));
    attribute.map(|a| (a, level)).ok_or_else(|| {
        Stop::with_help(format!("`{shown}`: there is no such cut"), format!("cuts are those of {}", known()))
    })
}
