//! `polder catalogues`: the published values that a file can link to.

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::exit_codes;
use super::output::{Stop, data, text};
use crate::vocabulary::catalogue::{CATALOGUES, Catalogue};

/// The languages of the catalogues.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Language {
    Nl,
    En,
}

impl Language {
    fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

/// List the published sets of values that a file can link to
///
/// Write `catalogue = "rathenau/privacy"` in a value to link it. A link into `schwartz` also places the value on the circle.
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder catalogues --lang nl\n  polder catalogues --json | jq '.catalogues[].id'",
    exit_codes!()
))]
pub(super) struct Catalogues {
    /// The language of labels and definitions; JSON holds both
    #[arg(long, value_enum, value_name = "LANG", default_value_t = Language::En)]
    lang: Language,
    /// Write JSON, for programs
    #[arg(long)]
    json: bool,
}

/// The answer for programs.
#[derive(Serialize)]
struct Answer {
    polder: u8,
    catalogues: &'static [Catalogue],
}

impl Catalogues {
    pub(super) fn run(&self) -> Result<(), Stop> {
        if self.json {
            let answer = serde_json::to_string_pretty(&Answer { polder: 1, catalogues: CATALOGUES });
            let answer = answer.map_err(|fault| Stop::usage(format!("the catalogues cannot be written: {fault}")))?;
            return data(&format!("{answer}\n"));
        }
        let each = CATALOGUES.iter().map(|catalogue| listing(catalogue, self.lang.tag()));
        text(&itertools::join(each, "\n"))
    }
}

/// One set: its name and source, then a line for each link.
fn listing(catalogue: &Catalogue, lang: &str) -> String {
    let mut out = format!("{}: {}\n  {}\n", catalogue.id, catalogue.name.of(lang), catalogue.source.text);
    let links: Vec<String> = catalogue.values.iter().map(|v| format!("{}/{}", catalogue.id, v.id)).collect();
    let width = links.iter().map(String::len).max().unwrap_or(0);
    for (link, value) in links.iter().zip(catalogue.values) {
        let (label, definition) = (value.label.of(lang), value.definition.of(lang));
        out.push_str(&format!("  {link:width$}  {label}: {definition}\n"));
    }
    out
}
