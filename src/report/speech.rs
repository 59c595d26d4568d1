//! Saying things in a locale: sentences with names in them, numbers, lists, the things of a model.
//!
//! A text of the model never goes through Fluent. Its place in a sentence is held by a number between two marks of the private use
//! area, and the text is put there afterwards, as the separate piece that it is.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentValue};

use super::locale::{Locale, word_key};
use super::page::{Anchor, Inline, Inlines, Kind, capital, folded, plain, visible};
use crate::advice::Text;
use crate::analysis::grid::CutLevel;
use crate::analysis::rings::RingView;
use crate::evidence::{Contribution, Measure, Undefined};
use crate::id::{PartyId, Slug};
use crate::math::Exact;
use crate::model::{Attribute, Date, Element, Model};
use crate::rating::Reading;
use crate::scale::{Scale, ScaleKind};
use crate::vocabulary::{CultureModel, Phase, Role, Vocabulary, catalogue};

const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// What stands in a sentence.
#[derive(Debug, Clone)]
pub(super) enum Arg {
    /// How many there are; the sentence may choose its form by it.
    Count(u64),
    /// Pieces, put in as they are.
    Pieces(Inlines),
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Count(u64::try_from(n).unwrap_or(u64::MAX))
    }
}
impl From<u64> for Arg {
    fn from(n: u64) -> Self {
        Self::Count(n)
    }
}
impl From<Inlines> for Arg {
    fn from(pieces: Inlines) -> Self {
        Self::Pieces(pieces)
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Pieces(word(text))
    }
}

/// Arguments of a sentence.
macro_rules! args {
    ($($name:literal: $value:expr),* $(,)?) => { &[$(($name, $crate::report::speech::Arg::from($value))),*] };
}
pub(super) use args;

/// Our words as pieces.
pub(super) fn word(text: String) -> Inlines {
    vec![Inline::Word(text)]
}

/// A text of the model as pieces.
pub(super) fn user(text: &str) -> Inlines {
    vec![Inline::User(text.to_owned())]
}

/// Pieces that stand out.
pub(super) fn strong(pieces: Inlines) -> Inlines {
    vec![Inline::Strong(pieces)]
}

/// One model in one language.
pub(super) struct Speech<'a> {
    pub(super) model: &'a Model,
    locale: &'a Locale,
    missing: RefCell<BTreeSet<String>>,
    /// The nodes whose name another of their sort has as well.
    namesakes: BTreeSet<Element>,
    decimal_sign: String,
    minus: String,
}

impl<'a> Speech<'a> {
    pub(super) fn new(model: &'a Model, locale: &'a Locale) -> Self {
        let (decimal_sign, minus) = (String::new(), String::new());
        let namesakes = namesakes(model, locale);
        let mut out = Self { model, locale, missing: RefCell::default(), namesakes, decimal_sign, minus };
        out.decimal_sign = out.plain("decimal-sign");
        out.minus = out.plain("minus-sign");
        out
    }

    /// The keys that the locale lacked so far.
    pub(super) fn missing(&self) -> Vec<String> {
        self.missing.borrow().iter().cloned().collect()
    }

    /// The language of the report.
    pub(super) fn language(&self) -> &str {
        self.locale.tag()
    }

    /// Notes that something has no words in the language.
    pub(super) fn lacks(&self, what: &str) {
        self.missing.borrow_mut().insert(what.to_owned());
    }

    /// A text that comes in several languages: in that of the report, else in English, else in any.
    pub(super) fn told(&self, text: &Text, id: &str) -> Inlines {
        if let Some(said) = text.in_language(self.language()) {
            return capital(word(folded(said)));
        }
        self.lacks(id);
        text.or_another("en").map_or_else(Inlines::new, |said| capital(word(folded(said))))
    }

    /// A sentence.
    pub(super) fn say(&self, key: &str, args: &[(&'static str, Arg)]) -> Inlines {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (place, (name, arg)) in args.iter().enumerate() {
            let value = match arg {
                Arg::Count(n) => FluentValue::from(*n),
                Arg::Pieces(_) => FluentValue::from(format!("{OPEN}{place}{CLOSE}")),
            };
            fluent.set(*name, value);
        }
        fill(&self.text(key, &fluent), args)
    }

    /// A sentence without anything in it.
    pub(super) fn words(&self, key: &str) -> Inlines {
        word(self.plain(key))
    }

    fn plain(&self, key: &str) -> String {
        self.text(key, &FluentArgs::new())
    }

    fn text(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let said = self.locale.say(key, args);
        if said.as_ref().is_none_or(|s| !s.own) {
            self.missing.borrow_mut().insert(key.to_owned());
        }
        said.map_or_else(|| key.to_owned(), |s| s.text)
    }

    /// What a word of a vocabulary is called.
    pub(super) fn term<V: Vocabulary>(&self, word: V) -> Inlines {
        self.words(&word_key(word))
    }

    /// A word that a file may choose itself, such as a ring: what the locale calls it, or the word as it is.
    pub(super) fn own_word(&self, kind: &str, slug: &Slug) -> Inlines {
        match self.locale.say(&format!("{kind}-{slug}"), &FluentArgs::new()) {
            Some(said) => word(said.text),
            None => user(slug.as_str()),
        }
    }

    /// "a, b and c"; with semicolons where a name has a comma of its own.
    pub(super) fn and(&self, items: impl IntoIterator<Item = Inlines>) -> Inlines {
        let mut items: Vec<Inlines> = items.into_iter().collect();
        let between = if items.iter().any(|item| has_comma(item)) { "list-semicolon" } else { "list-comma" };
        let last = items.pop();
        let mut out = Inlines::new();
        for (place, item) in items.into_iter().enumerate() {
            if place > 0 {
                out.extend(self.words(between));
            }
            out.extend(item);
        }
        if !out.is_empty() {
            out.extend(self.words("list-and"));
        }
        out.extend(last.into_iter().flatten());
        out
    }

    /// A few of many: the first ones, and how many more there are.
    pub(super) fn few(&self, items: Vec<Inlines>, most: usize) -> Inlines {
        let more = items.len().saturating_sub(most);
        if more == 0 {
            return self.and(items);
        }
        let more = self.say("list-more", args! {"n": more});
        self.and(items.into_iter().take(most).chain([more]))
    }

    /// A number with as many decimals as it needs, two at most.
    pub(super) fn number(&self, x: f64) -> String {
        let text = rounded(x);
        self.signs(text.trim_end_matches('0').trim_end_matches('.'))
    }

    /// A number with its sign, whatever it is.
    pub(super) fn signed(&self, x: f64) -> String {
        let text = self.number(x);
        if x > 0.0 && text != "0" { format!("+{text}") } else { text }
    }

    /// A number with two decimals.
    pub(super) fn hundredths(&self, x: f64) -> String {
        self.signs(&rounded(x))
    }

    fn signs(&self, text: &str) -> String {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => (self.minus.as_str(), digits),
            None => ("", text),
        };
        format!("{sign}{}", digits.replace('.', &self.decimal_sign))
    }

    /// A measured quantity, or that it cannot be said and why.
    pub(super) fn measure<T>(&self, measure: Measure<T>, show: impl FnOnce(T) -> Inlines) -> Inlines {
        match measure {
            Measure::Known(x) => show(x),
            Measure::Undefined(reason) => self.undefined(reason),
        }
    }

    /// That something cannot be said, and why.
    pub(super) fn undefined(&self, reason: Undefined) -> Inlines {
        self.say("undefined", args! {"reason": self.term(reason)})
    }

    /// A rating in a cell: the raw number with its spread, "?" where it is unknown.
    pub(super) fn cell(&self, reading: Option<Reading>) -> Inlines {
        let Some(r) = reading else { return self.words("unknown-cell") };
        let show = |x| if r.scale.kind() == ScaleKind::Signed { self.signed(x) } else { self.number(x) };
        if r.low < r.high {
            return self.say("rating-with-spread", args! {"at": show(r.raw), "low": show(r.low), "high": show(r.high)});
        }
        word(show(r.raw))
    }

    /// A rating in a sentence: the raw number on its scale.
    pub(super) fn on_scale(&self, r: Reading) -> Inlines {
        self.say("rating-on-scale", args! {"at": self.cell(Some(r)), "scale": self.scale(&r.scale)})
    }

    /// A scale: from where to where.
    pub(super) fn scale(&self, scale: &Scale) -> Inlines {
        let show = |x| if scale.kind() == ScaleKind::Signed { self.signed(x) } else { self.number(x) };
        self.say("scale", args! {"low": show(scale.min()), "high": show(scale.max())})
    }

    /// Where high begins.
    pub(super) fn cut(&self, cut: &CutLevel) -> Inlines {
        let level = self.measure(cut.level, |level| word(self.number(level)));
        self.say("cut", args! {"rating": self.term(cut.attribute), "level": level})
    }

    /// A day.
    pub(super) fn date(&self, date: Date) -> Inlines {
        let (year, month, day) = date.parts();
        let month = self.words(&format!("month-{month}"));
        self.say("date", args! {"day": day.to_string(), "month": month, "year": year.to_string()})
    }

    /// The name of a party, leading to its card.
    pub(super) fn party(&self, party: &PartyId) -> Inlines {
        let name = self.name(&Element::from(party));
        vec![Inline::Link { to: Anchor::Party(party.clone()), text: name }]
    }

    /// What sort of thing an item tells, by a word of a vocabulary.
    pub(super) fn kind<V: Vocabulary>(&self, word: V) -> Kind {
        Kind { key: word_key(word), label: plain(&capital(self.term(word))) }
    }

    /// The name of a node, with its id where another of its sort has the same name.
    pub(super) fn name(&self, node: &Element) -> Inlines {
        let name = match catalogue_label(self.model, self.locale, node) {
            Some(label) => word(label.to_owned()),
            None => user(self.model.label(node)),
        };
        match node {
            Element::Party(id) if self.namesakes.contains(node) => self.with_id(name, id.as_str()),
            Element::Interest(id) if self.namesakes.contains(node) => self.with_id(name, id.as_str()),
            Element::Value(id) if self.namesakes.contains(node) => self.with_id(name, id.as_str()),
            Element::Culture(id) if self.namesakes.contains(node) => self.with_id(name, id.as_str()),
            Element::Force(id) if self.namesakes.contains(node) => self.with_id(name, id.as_str()),
            Element::Member(id) if self.namesakes.contains(node) => self.with_id(name, id.as_str()),
            Element::Task(id) if self.namesakes.contains(node) => self.with_id(name, id.as_str()),
            _ => name,
        }
    }

    fn with_id(&self, name: Inlines, id: &str) -> Inlines {
        self.say("name-with-id", args! {"name": name, "id": user(id)})
    }

    /// The place of a party in a table: the focal one first, then by name as it is shown, then by id.
    pub(super) fn place<'p>(&self, party: &'p PartyId) -> (bool, String, &'p PartyId) {
        let focal = self.model.project().focal.as_ref() == Some(party);
        (!focal, alike(self.model, self.locale, &party.into()), party)
    }

    /// The names of parties, in a row.
    pub(super) fn parties<'p>(&self, parties: impl IntoIterator<Item = &'p PartyId>) -> Inlines {
        self.and(parties.into_iter().map(|p| self.party(p)))
    }

    /// A thing of the model by what it is: "the stake of A in B".
    pub(super) fn thing(&self, element: &Element) -> Inlines {
        let key = format!("element-{}", element.kind());
        let name = |node: Element| match &node {
            Element::Party(party) => self.party(party),
            _ => self.name(&node),
        };
        let pair = |a: Element, b: Element| self.say(&key, args! {"a": name(a), "b": name(b)});
        match element {
            Element::Party(party) => self.party(party),
            Element::Interest(_) | Element::Value(_) | Element::Member(_) | Element::Task(_) => self.name(element),
            Element::Project => self.words(&key),
            Element::Does(m, t) => pair(m.into(), t.into()),
            Element::Leads(m, phase) => self.say(&key, args! {"a": self.name(&m.into()), "b": self.term(*phase)}),
            Element::Support(id) => {
                let kind = self.model.support(id).map_or_else(Inlines::new, |s| self.term(s.kind));
                self.say(&key, args! {"kind": kind})
            }
            Element::Claim(id) => {
                let claim = self.model.claim(id);
                let party = claim.map_or_else(Inlines::new, |c| self.party(&c.party));
                let kind = claim.map_or_else(Inlines::new, |c| self.term(c.kind));
                match claim.and_then(|c| c.statement.as_deref()) {
                    Some(text) => self.say(&key, args! {"party": party, "kind": kind, "statement": user(text)}),
                    None => self.say("element-claim-unstated", args! {"party": party, "kind": kind}),
                }
            }
            Element::Stake(p, i) => pair(p.into(), i.into()),
            Element::Importance(p, v) => pair(p.into(), v.into()),
            Element::Trusts(a, b) | Element::Tie(a, b) | Element::Influences(a, b) => pair(a.into(), b.into()),
            Element::Opposes(a, b) => pair(a.into(), b.into()),
            Element::Tension(a, b) => pair(a.into(), b.into()),
            Element::DependsOn(a, b, resource) => {
                self.say(&key, args! {"a": self.party(a), "b": self.party(b), "resource": user(resource)})
            }
            Element::Believes(id, value) => {
                let belief = self.model.belief(id);
                let name = |party: Option<&PartyId>| party.map_or_else(Inlines::new, |p| self.party(p));
                let (by, about) = (name(belief.map(|b| &b.by)), name(belief.map(|b| &b.about)));
                self.say(&key, args! {"a": by, "b": about, "c": self.name(&value.into())})
            }
            Element::Force(_) | Element::Culture(_) => self.say(&key, args! {"a": self.name(element)}),
            Element::Dimension(id, dimension) => {
                let model = self.model.culture(id).map_or(CultureModel::Free, |c| c.model);
                let dimension = super::sections::cultures::dimension(self, model, dimension);
                self.say(&key, args! {"a": self.name(&id.into()), "b": dimension})
            }
            Element::Setting(name) => match view(name) {
                Some(view) => self.term(view),
                None => self.of_leadership(name).unwrap_or_else(|| user(&element.to_string())),
            },
            other => user(&other.to_string()),
        }
    }

    /// A setting that stands for a phase, a role or the cut of a role.
    fn of_leadership(&self, setting: &str) -> Option<Inlines> {
        if let Some(phase) = setting.strip_prefix("phase-") {
            return Phase::parse(phase).ok().map(|phase| self.term(phase));
        }
        if let Some(role) = setting.strip_prefix("role-") {
            return Role::parse(role).ok().map(|role| self.term(role));
        }
        setting.starts_with("cut-role-").then(|| self.term(Attribute::Cut))
    }

    /// Whether it is a stake that the party has not disclosed.
    pub(super) fn hides(&self, element: &Element) -> bool {
        match element {
            Element::Stake(p, i) => self.model.stakes().get(p, i).is_some_and(|stake| stake.disclosed == Some(false)),
            _ => false,
        }
    }

    /// The ring or level of engagement that a party has in one of its attributes.
    pub(super) fn chosen(&self, source: &Element, attribute: Attribute) -> Option<Inlines> {
        let Element::Party(id) = source else { return None };
        let party = self.model.party(id)?;
        let ring = |word: &Option<Slug>| word.as_ref().map(|w| self.own_word("ring", w));
        match attribute {
            Attribute::RingActual => ring(&party.rings.actual),
            Attribute::RingWished => ring(&party.rings.wished),
            Attribute::RingDesired => ring(&party.rings.desired),
            Attribute::EngagementCurrent => Some(self.term(party.engagement.current?)),
            Attribute::EngagementDesired => Some(self.term(party.engagement.desired?)),
            _ => None,
        }
    }

    /// A ground in words: what was read, where, on which scale.
    pub(super) fn ground(&self, ground: &Contribution) -> Inlines {
        match (ground.attribute, ground.reading) {
            (Some(attribute), Some(reading)) => self.say(
                "ground",
                args! {
                    "of": self.thing(&ground.source), "rating": self.term(attribute), "value": self.on_scale(reading),
                },
            ),
            (Some(attribute), None) if self.chosen(&ground.source, attribute).is_some() => {
                let value = self.chosen(&ground.source, attribute).unwrap_or_default();
                let said = args! {"of": self.thing(&ground.source), "rating": self.term(attribute), "value": value};
                self.say("ground", said)
            }
            (Some(Attribute::Schwartz), None) => self.say(
                "ground-circle",
                args! {"of": self.thing(&ground.source), "amount": self.hundredths(ground.amount)},
            ),
            _ if matches!(ground.source, Element::Setting(name) if name.starts_with("rings-")) => {
                self.say("ground-rings", args! {"n": self.number(ground.amount)})
            }
            _ => {
                self.say("ground-plain", args! {"of": self.thing(&ground.source), "amount": self.number(ground.amount)})
            }
        }
    }
}

/// Whether a text of the model in it has a comma.
fn has_comma(pieces: &[Inline]) -> bool {
    pieces.iter().any(|piece| match piece {
        Inline::Word(_) => false,
        Inline::User(name) => name.contains(','),
        Inline::Strong(inner) | Inline::Link { text: inner, .. } => has_comma(inner),
    })
}

/// The view of a ring that a setting stands for.
pub(super) fn view(setting: &str) -> Option<RingView> {
    RingView::ALL.iter().copied().find(|view| setting.strip_prefix("ring-") == Some(view.word()))
}

/// A name as people compare it: without case, as it is shown.
fn alike(model: &Model, locale: &Locale, node: &Element) -> String {
    visible(catalogue_label(model, locale, node).unwrap_or_else(|| model.label(node))).to_lowercase()
}

/// What the catalogue calls a value that has no name of its own.
fn catalogue_label(model: &Model, locale: &Locale, node: &Element) -> Option<&'static str> {
    let Element::Value(id) = node else { return None };
    let value = model.value(id)?;
    let named = value.name.as_deref().is_some_and(|name| !name.trim().is_empty());
    let (_, linked) = catalogue::linked(value.catalogue.as_deref().filter(|_| !named)?)?;
    Some(linked.label.of(locale.tag()))
}

/// The parties, interests, values, cultures, forces, members and tasks whose name another of their sort has as well.
fn namesakes(model: &Model, locale: &Locale) -> BTreeSet<Element> {
    let mut by_name: BTreeMap<(&str, String), Vec<Element>> = BTreeMap::new();
    let nodes = (model.parties().map(|(id, _)| Element::from(id)))
        .chain(model.interests().map(|(id, _)| id.into()))
        .chain(model.values().map(|(id, _)| id.into()))
        .chain(model.cultures().map(|(id, _)| id.into()))
        .chain(model.forces().map(|(id, _)| id.into()))
        .chain(model.members().map(|(id, _)| id.into()))
        .chain(model.tasks().map(|(id, _)| id.into()));
    for node in nodes {
        by_name.entry((node.kind(), alike(model, locale, &node))).or_default().push(node);
    }
    by_name.into_values().filter(|same| same.len() > 1).flatten().collect()
}

/// Two decimals, halves away from zero as people round them, on the decimal that the number stands for.
fn rounded(x: f64) -> String {
    let hundred = Exact::from(100);
    let size = (Exact::of(x.abs()) * hundred + Exact::of(0.5)).floor_i64();
    let Some(size) = size.filter(|_| x.is_finite()) else { return format!("{x:.2}") };
    let sign = if x < 0.0 && size > 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

/// Puts the pieces in their places.
fn fill(text: &str, args: &[(&'static str, Arg)]) -> Inlines {
    let mut out = Inlines::new();
    for (place, part) in text.split(OPEN).enumerate() {
        let rest = match part.split_once(CLOSE) {
            Some((number, rest)) if place > 0 => {
                if let Some((_, Arg::Pieces(pieces))) = number.parse::<usize>().ok().and_then(|i| args.get(i)) {
                    out.extend(pieces.iter().cloned());
                }
                rest
            }
            _ => part,
        };
        match out.last_mut() {
            _ if rest.is_empty() => {}
            Some(Inline::Word(before)) => before.push_str(rest),
            _ => out.push(Inline::Word(rest.to_owned())),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_round_as_people_do() {
        let shown =
            [(0.625, "0.63"), (-0.625, "-0.63"), (1.005, "1.01"), (-0.001, "0.00"), (1e18, "1000000000000000000.00")];
        for (x, text) in shown {
            assert_eq!(rounded(x), text);
        }
        let model = Model::new();
        let locale = Locale::builtin("nl").unwrap();
        let speech = Speech::new(&model, &locale);
        assert_eq!([0.5, 10.0, -2.0, -0.0].map(|x| speech.signed(x)), ["+0,5", "+10", "−2", "0"]);
        assert_eq!(speech.hundredths(0.5), "0,50");
    }

    #[test]
    fn names_stand_in_their_place_and_do_not_speak_fluent() {
        let args = args! {"a": user("{ $b }"), "b": word("x".into())};
        let said = fill("1 \u{e000}0\u{e001} 2 \u{e000}1\u{e001} \u{e000}9\u{e001}\u{e000}", args);
        let expected = [Inline::Word("1 ".into()), Inline::User("{ $b }".into()), Inline::Word(" 2 ".into())];
        assert_eq!(said.get(..3), Some(&expected[..]));
    }
}
