//! `polder compare`: what changed between two model files, or what would change if some ratings were other ones.

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};
use serde_json::json;

use super::analyze::pretty;
use super::exit_codes;
use super::input::{Input, Reading};
use super::listing::changes;
use super::output::{Form, Stop, data, one_line, text};
use super::party::{COMPARED, party};
use super::profile::Disclosure;
use super::progress::Progress;
use super::tuning::OwnCuts;
use crate::analysis::{CompareOptions, compare, with_provenance};
use crate::document::nearest;
use crate::model::{Attribute, Element, Model, Party};
use crate::rating::{Rating, Word};
use crate::scale::Scale;
use crate::vocabulary::Vocabulary;

const FORM: &str = "write PARTY.ATTRIBUTE=VALUE, as in `city.attitude=0`";

/// Tell what changed between two models, or what would change if
///
/// Who and which rating changed the net force, and who moved to another class. AFTER is another file, such as a later snapshot; or
/// else BEFORE is asked what would change if ratings of its parties were other ones.
#[derive(Debug, Args)]
#[command(override_usage = "polder compare [OPTIONS] <BEFORE> <AFTER>\n       \
                            polder compare [OPTIONS] <BEFORE> --set <PARTY.ATTRIBUTE=VALUE>...")]
#[command(group = ArgGroup::new("other").required(true).args(["after", "set"]), after_help = concat!(
    "Examples:\n  polder compare spring.toml autumn.toml\n  polder compare project.toml --set city.attitude=0\n  \
     polder compare project.toml --set city.power=high --set shops.attitude=unknown --format json\n  \
     polder compare spring.toml autumn.toml --profile pseudonymised --mapping who-is-who.json",
    exit_codes!()
))]
pub(super) struct Compare {
    /// The model file as it was, TOML or JSON; `-` is standard input
    #[arg(value_name = "BEFORE")]
    before: PathBuf,
    /// The model file as it is
    #[arg(value_name = "AFTER")]
    after: Option<PathBuf>,
    /// What if this rating were another one: a number, a word of the scale or `unknown`; may be given more than once
    #[arg(long, value_name = "PARTY.ATTRIBUTE=VALUE")]
    set: Vec<String>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    cuts: OwnCuts,
    #[command(flatten)]
    disclosure: Disclosure,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

impl Compare {
    pub(super) fn run(&self) -> Result<(), Stop> {
        let stdin = Path::new("-");
        if self.before == stdin && self.after.as_deref() == Some(stdin) {
            let message = "standard input cannot be both the model before and the model after";
            return Err(Stop::with_help(message, "give a file for one of the two"));
        }
        let read = [Some(self.before.as_path()), self.after.as_deref()];
        self.disclosure.spare(&read.into_iter().flatten().collect::<Vec<_>>(), None)?;
        let options = CompareOptions::new().cuts(self.cuts.cuts()?);
        let (_, before) = Input::of(self.before.clone()).reading(self.reading).model()?;
        self.cuts.fit(&before)?;
        let after = match &self.after {
            Some(file) => Input::of(file.clone()).reading(self.reading).model()?.1,
            None => what_if(&before, &self.set)?,
        };
        let told = self.disclosure.export_both([&before, &after], &[])?;
        let [before, after] = &told.exported;
        let progress = Progress::of("compare");
        let found = compare(&before.model, &after.model, &options).map_err(|e| Stop::usage(e.to_string()))?;
        drop(progress);
        match self.format {
            Form::Text => {
                let answer = changes(&found);
                self.disclosure.keep(&told)?;
                text(&answer)
            }
            Form::Json => {
                let whole = with_provenance(&found.provenance, &found.omitted, &found)
                    .map_err(|e| Stop::usage(format!("the comparison cannot be written: {e}")))?;
                self.disclosure.keep(&told)?;
                data(&pretty(&json!({ "polder": 1, "compare": whole })))
            }
        }
    }
}

/// A copy of the model with the ratings set.
fn what_if(model: &Model, set: &[String]) -> Result<Model, Stop> {
    let mut all: Vec<(Element, Attribute, Rating)> = Vec::new();
    for said in set {
        let (party, attribute, rating) = read(model, said)?;
        if all.iter().any(|(p, a, _)| (p, a) == (&party, &attribute)) {
            return Err(Stop::with_help(
                format!("{attribute} of `{party}` is set twice"),
                "one question takes one value; ask the other one apart",
            ));
        }
        all.push((party, attribute, rating));
    }
    let edited =
        model.with(|m| all.into_iter().try_for_each(|(party, a, rating)| m.set_rating(&party, a, Some(rating))));
    edited.map_err(|e| Stop::usage(one_line(&e.to_string())))
}

/// Reads `PARTY.ATTRIBUTE=VALUE`.
fn read(model: &Model, said: &str) -> Result<(Element, Attribute, Rating), Stop> {
    let parts = said.split_once('=').and_then(|(what, value)| Some((what.rsplit_once('.')?, value)));
    let Some(((named, attribute), value)) = parts else {
        return Err(Stop::with_help(format!("`{}` sets no rating", one_line(said)), FORM));
    };
    let (attribute, value) = (attribute.trim(), value.trim());
    let id = party(model, named.trim())?;
    let known = Party::RATED.iter().copied();
    let Some((attribute, scale)) =
        known.clone().filter_map(|a| Some((a, model.scales().of(a.scale()?)))).find(|(a, _)| a.word() == attribute)
    else {
        let message = format!("`{}` is not a rating of a party", one_line(attribute));
        return Err(suggest(message, attribute, &known.map(Vocabulary::word).collect::<Vec<_>>(), ""));
    };
    Ok((Element::from(id), attribute, rating(value, attribute, &scale)?))
}

fn rating(value: &str, attribute: Attribute, scale: &Scale) -> Result<Rating, Stop> {
    if matches!(value, "unknown" | "onbekend") {
        return Ok(Rating::unknown());
    }
    let number = value.parse().ok().and_then(|x: f64| Rating::number(x).ok());
    if let Some(rating) = Word::parse(value).ok().map(Rating::word).or(number)
        && rating.check(scale).is_ok()
    {
        return Ok(rating);
    }
    let mut words: Vec<&str> = Word::of_scale(scale).map(Vocabulary::word).collect();
    words.push("unknown");
    let message = format!("`{}` is not on the scale of {attribute}", one_line(value));
    Err(suggest(message, value, &words, &format!(", or a number from {scale}")))
}

/// An error with the nearest of what is known, and all of it.
fn suggest(message: String, word: &str, known: &[&str], more: &str) -> Stop {
    let all = itertools::join(known.iter().map(|w| format!("`{w}`")), ", ");
    let all = format!("known are {all}{more}");
    match nearest(word, known.iter().copied(), &mut COMPARED.clone()) {
        Some(near) => Stop::with_help(message, format!("did you mean `{near}`? {all}")),
        None => Stop::with_help(message, all),
    }
}
