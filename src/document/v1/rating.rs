//! Reading ratings in all their forms.

use std::collections::BTreeSet;

use super::ids::{Found, Kind};
use super::reader::{Reader, Table, Values};
use super::schema;
use crate::document::problem::{Code, show, tick, ticks};
use crate::document::tree::{Data, Node};
use crate::id::Slug;
use crate::rating::{Estimate, Judgement, Level, Rater, RaterKind, Rating, RatingError, Word};
use crate::scale::{Confidence, Raw, Scale, ScaleKind};
use crate::vocabulary::Vocabulary;

const FORMS: &str =
    "a rating is a number, a word, `{ low = 2, high = 4 }`, `{ score = 4, by = \"anna\" }` or a list of such tables";

/// What a rating is of and the scale that it is on; no scale when it is not known, so that levels are not judged.
#[derive(Clone, Copy)]
pub(super) struct On<'a> {
    what: &'a str,
    scale: Option<Scale>,
    words: bool,
}

impl Reader<'_> {
    /// A rating, called by a word for what is rated.
    pub(super) fn rating(&mut self, node: &Node, what: &str, kind: ScaleKind) -> Option<Rating> {
        let scale = (!self.doubtful.contains(&kind)).then(|| self.scales.of(kind));
        self.rating_on(node, On { what, scale, words: !self.doubtful_words })
    }

    /// A rating on a scale that cannot be known.
    pub(super) fn rating_unjudged(&mut self, node: &Node, what: &str) -> Option<Rating> {
        self.rating_on(node, On { what, scale: None, words: false })
    }

    fn rating_on(&mut self, node: &Node, on: On<'_>) -> Option<Rating> {
        match &node.data {
            Data::List(nodes) if nodes.is_empty() => {
                let help = "leave the key out, or write `\"unknown\"`".to_owned();
                self.log.note(Code::NoRaters, node.spot(), "a list of raters needs at least one", Some(help));
                None
            }
            Data::List(nodes) => {
                let mut raters = BTreeSet::new();
                let all: Vec<Option<Judgement>> = nodes
                    .iter()
                    .map(|n| match &n.data {
                        Data::Table(_) => {
                            let judgement = self.judgement(n, on);
                            if let Some(by) = judgement.as_ref().and_then(|j| j.by.as_ref())
                                && !raters.insert((self.kind_of(by), by.name.clone()))
                            {
                                let message = format!("{} stands twice in this list of raters", tick(&by.to_string()));
                                let help = "each judgement counts, so this rater weighs double: keep one of the two"
                                    .to_owned();
                                self.log.note(Code::RaterTwice, n.spot(), message, Some(help));
                            }
                            judgement
                        }
                        _ => {
                            let help = "write `{ score = 4, by = \"anna\" }` for each rater";
                            self.wrong(n, "a table with the score of one rater", Some(help));
                            None
                        }
                    })
                    .collect();
                all.into_iter().collect::<Option<_>>().map(Rating::Several)
            }
            Data::Table(entries) => {
                let judgement = self.judgement(node, on)?;
                let bare = !entries.iter().any(|e| matches!(e.key.as_str(), "score" | "by" | "confidence" | "why"));
                Some(if bare { Rating::Plain(judgement.estimate) } else { Rating::Judged(judgement) })
            }
            _ => self.point(node, on).map(Rating::Plain),
        }
    }

    fn judgement(&mut self, node: &Node, on: On<'_>) -> Option<Judgement> {
        let table = self.open(node, schema::RATING, "a rating")?;
        let estimate = self.estimate(table, node, on);
        let by = self.maybe(table, "by", Self::rater);
        let confidence = self.maybe(table, "confidence", |r, n| r.fixed(n, Confidence::new));
        let why = self.maybe(table, "why", Self::text);
        Some(Judgement { estimate: estimate?, by, confidence, why })
    }

    fn estimate(&mut self, table: Table<'_>, node: &Node, on: On<'_>) -> Option<Estimate> {
        let bounds = ["low", "mode", "high"].map(|key| table.get(key));
        match (table.get("score"), bounds) {
            (Some(score), [None, None, None]) => self.point(score, on),
            (None, [Some(low), mode, Some(high)]) => {
                let (low, high) = (self.level(low, on), self.level(high, on));
                let estimate = match mode.map(|mode| self.level(mode, on)) {
                    None => Estimate::Interval { low: low?, high: high? },
                    Some(mode) => Estimate::ThreePoint { low: low?, mode: mode?, high: high? },
                };
                if let Some(Err(RatingError::Order)) = on.scale.map(|scale| estimate.check(&scale)) {
                    let message = format!("the bounds of {} are not in order", on.what);
                    let order = if mode.is_some() { "low ≤ mode ≤ high" } else { "low ≤ high" };
                    self.log.note(Code::Order, node.spot(), message, Some(format!("write them as {order}")));
                    return None;
                }
                Some(estimate)
            }
            (score, _) => {
                let message = if score.is_some() {
                    "`score` does not go together with `low`, `mode` and `high`"
                } else if table.has("low") || table.has("mode") || table.has("high") {
                    "`low` and `high` go together"
                } else {
                    "a rating needs a `score`, or `low` and `high`"
                };
                // A misspelt key has been reported and may be the one that is missing.
                let known = |n: &Node| match &n.data {
                    Data::Table(entries) => entries.iter().all(|e| schema::RATING.contains(&e.key.as_str())),
                    _ => true,
                };
                if known(node) {
                    self.log.note(Code::BadRating, node.spot(), message, Some(FORMS.into()));
                }
                None
            }
        }
    }

    /// A level or the word for not knowing.
    fn point(&mut self, node: &Node, on: On<'_>) -> Option<Estimate> {
        match &node.data {
            Data::Text(text) if text == "unknown" || text == "onbekend" => Some(Estimate::Unknown),
            _ => self.level(node, on).map(Estimate::Point),
        }
    }

    fn level(&mut self, node: &Node, on: On<'_>) -> Option<Level> {
        let level = match &node.data {
            Data::Text(text) => match Word::parse(text) {
                Ok(word) => Level::Word(word),
                Err(_) => {
                    self.wrong_word(text, node, on);
                    return None;
                }
            },
            Data::Integer(_) | Data::Float(_) => {
                let number = self.number(node)?;
                match Raw::new(number) {
                    Ok(raw) => Level::Number(raw),
                    Err(fault) => {
                        match on.scale {
                            Some(scale) => self.off_scale(node, number, on.what, &scale),
                            None => self.out_of_scale(node, &fault),
                        }
                        return None;
                    }
                }
            }
            _ => {
                self.wrong(node, "a rating", Some(FORMS));
                return None;
            }
        };
        let Some(scale) = on.scale else { return Some(level) };
        match (level, level.raw(&scale)) {
            (Level::Word(_), None) if !on.words => None,
            (Level::Word(word), None) => {
                self.wrong_word(word.word(), node, on);
                None
            }
            (Level::Number(raw), None) => {
                self.off_scale(node, raw.get(), on.what, &scale);
                None
            }
            _ => Some(level),
        }
    }

    fn off_scale(&mut self, node: &Node, number: f64, what: &str, scale: &Scale) {
        let number = show(number);
        let (min, max) = (show(scale.min()), show(scale.max()));
        let run = match scale.kind() {
            ScaleKind::Signed => format!("{min} (strongly against) to {max} (strongly for)"),
            _ => format!("{min} (lowest) to {max} (highest)"),
        };
        let help = format!("ratings of {what} run from {run}");
        let message = format!("{number} is off the scale of {what}: {scale}");
        self.log.note(Code::OffScale, node.spot(), message, Some(help));
    }

    fn wrong_word(&mut self, text: &str, node: &Node, on: On<'_>) {
        let message = format!("{} is not a word of the scale of {}", tick(text), on.what);
        let help = on.scale.map(|scale| {
            let words: Vec<&str> = Word::of_scale(&scale).map(Vocabulary::word).collect();
            let all = format!("known are {}, or a number from {scale}", ticks(words.iter().copied()));
            match self.log.nearest(text, words) {
                Some(near) => format!("did you mean {}? {all}", tick(near)),
                None => all,
            }
        });
        self.log.note(Code::WrongWord, node.spot(), message, help);
    }

    /// Whom a rater's name means: a member before a party, else somebody else.
    fn kind_of(&self, by: &Rater) -> Option<RaterKind> {
        let is = |kind| self.ids.has(kind, by.name.as_str());
        let found = || is(Kind::Party).then_some(RaterKind::Party);
        by.prefix.or_else(|| is(Kind::Member).then_some(RaterKind::Member).or_else(found))
    }

    fn rater(&mut self, node: &Node) -> Option<Rater> {
        let Data::Text(text) = &node.data else {
            self.wrong(node, "the slug of a rater", None);
            return None;
        };
        for (prefix, kind) in [(RaterKind::Member, Kind::Member), (RaterKind::Party, Kind::Party)] {
            if let Some(name) = text.strip_prefix(prefix.word()).and_then(|rest| rest.strip_prefix(':')) {
                let name: Slug = self.refer_to(name, node.spot(), kind)?;
                return Some(Rater { prefix: Some(prefix), name });
            }
        }
        // A key that is no id has been reported where it stands.
        let faulty = |kind| matches!(self.ids.find(kind, text), Found::Faulty);
        if Slug::new(text).is_err() && (faulty(Kind::Member) || faulty(Kind::Party)) {
            return None;
        }
        let name = self.slug(node)?;
        let is = |kind| matches!(self.ids.find(kind, name.as_str()), Found::Id(_));
        if is(Kind::Member) && is(Kind::Party) {
            let message = format!("{} is both a member and a party; the member is meant", tick(name.as_str()));
            let help = format!("write `member:{name}` or `party:{name}`");
            self.log.note(Code::AmbiguousRater, node.spot(), message, Some(help));
        }
        Some(Rater { prefix: None, name })
    }
}
