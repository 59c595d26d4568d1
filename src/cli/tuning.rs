//! What a team sets for the methods on the command line.

use std::path::{Path, PathBuf};

use clap::Args;

use super::input;
use super::output::{Stop, one_line};
use crate::analysis::{Cut, Cuts, GridOptions, RingsOptions, Settings};
use crate::id::Slug;
use crate::model::Attribute;
use crate::scale::Raw;
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
        self.cut.iter().try_fold(Cuts::new(), |cuts, text| cut(cuts, text))
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

    pub(super) fn settings(&self) -> Result<Settings, Stop> {
        let mut rings = RingsOptions::new();
        if !self.rings.is_empty() {
            rings = rings.rings(words(&self.rings)?).map_err(|e| Stop::usage(format!("--rings: {e}")))?;
        }
        if !self.sectors.is_empty() {
            rings = rings.sectors(words(&self.sectors)?).map_err(|e| Stop::usage(format!("--sectors: {e}")))?;
        }
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

fn cut(cuts: Cuts, text: &str) -> Result<Cuts, Stop> {
    let shown = one_line(text);
    let known = || itertools::join(Cuts::ATTRIBUTES.iter().map(|a| format!("`{a}`")), ", ");
    let wrong = || Stop::with_help(format!("`{shown}` is not a cut"), "write it as `power=4` or `power=median`");
    let (attribute, level) = text.split_once('=').ok_or_else(wrong)?;
    let level = match level {
        "midpoint" => Cut::Midpoint,
        "median" => Cut::Median,
        number => Cut::At(number.parse().ok().and_then(|x| Raw::new(x).ok()).ok_or_else(wrong)?),
    };
    let attribute = Attribute::parse(attribute).ok();
    attribute.and_then(|a| cuts.with(a, level)).ok_or_else(|| {
        Stop::with_help(format!("`{shown}`: there is no such cut"), format!("cuts are those of {}", known()))
    })
}
