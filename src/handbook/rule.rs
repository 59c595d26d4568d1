//! Rules as data: what is asked, why it matters, what to do, and a function that judges.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::{Context, Ground, NO_PHASE, OTHER_PHASE, State};
use crate::advice::Text;
use crate::citation::{self, Citation};
use crate::id::{PartyId, Slug};
use crate::model::Element;
use crate::vocabulary::{Phase, vocabulary};

vocabulary! {
    /// How much harm it does when a rule is not met (own rule).
    Severity, "severity" {
        /// The collaboration may fail on it.
        High = "high",
        /// It costs time and goodwill.
        Medium = "medium",
        /// It is worth a look.
        Low = "low",
    }
}

vocabulary! {
    /// What a rule is about.
    Topic, "topic of the handbook" {
        /// Who leads, and who does what.
        Leadership = "leadership",
        /// Who takes part.
        Field = "field",
        /// Interests, positions and the shared goal.
        Interests = "interests",
        /// Ways of working.
        Culture = "culture",
        /// Trust, equality and nearness.
        Relations = "relations",
        /// Support at home.
        Support = "support",
    }
}

/// One ground as a rule names it: a fact of the rule, whom or what it is about, and perhaps a number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Named {
    pub(super) fact: &'static str,
    pub(super) elements: Vec<Element>,
    pub(super) facing: Vec<Element>,
    pub(super) over: Vec<Element>,
    pub(super) number: Option<f64>,
}

impl Named {
    fn of(fact: &'static str) -> Self {
        Self { fact, elements: Vec::new(), facing: Vec::new(), over: Vec::new(), number: None }
    }
}

/// On which side a ground stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    InFavour,
    Against,
    Missing,
    /// Worth knowing, and of no weight.
    Aside,
}

/// What a rule finds: what speaks for it, what speaks against it, and what would have to be known.
///
/// The state follows, so that no rule can be met by what nobody knows: anything against makes it not met; else anything missing makes
/// that it cannot be judged; else anything in favour makes it met. A judgement with nothing in it cannot be judged either: a rule
/// over an empty set is never met.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judgement {
    grounds: Vec<(Side, Named)>,
    not_here: Option<&'static str>,
}

impl Judgement {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the rule asks does not arise in this project, and why.
    pub fn not_applicable(fact: &'static str) -> Self {
        Self { grounds: Vec::new(), not_here: Some(fact) }
    }

    fn add(mut self, side: Side, fact: &'static str, of: impl IntoIterator<Item = Element>) -> Self {
        self.grounds.push((side, Named { elements: of.into_iter().collect(), ..Named::of(fact) }));
        self
    }

    /// Something speaks for it.
    #[must_use]
    pub fn in_favour(self, fact: &'static str, of: impl IntoIterator<Item = Element>) -> Self {
        self.add(Side::InFavour, fact, of)
    }

    /// Something speaks against it.
    #[must_use]
    pub fn against(self, fact: &'static str, of: impl IntoIterator<Item = Element>) -> Self {
        self.add(Side::Against, fact, of)
    }

    /// Something would have to be known.
    #[must_use]
    pub fn missing(self, fact: &'static str, of: impl IntoIterator<Item = Element>) -> Self {
        self.add(Side::Missing, fact, of)
    }

    /// Something to know that decides nothing.
    #[must_use]
    pub fn aside(self, fact: &'static str, of: impl IntoIterator<Item = Element>) -> Self {
        self.add(Side::Aside, fact, of)
    }

    /// Who stands on the other side of the ground given last.
    #[must_use]
    pub fn facing(mut self, whom: impl IntoIterator<Item = Element>) -> Self {
        if let Some((_, last)) = self.grounds.last_mut() {
            last.facing = whom.into_iter().collect();
        }
        self
    }

    /// The number that belongs to the ground given last: a count, kilometres, a share.
    #[must_use]
    pub fn number(mut self, number: f64) -> Self {
        if let Some((_, last)) = self.grounds.last_mut() {
            last.number = Some(number);
        }
        self
    }

    /// Over what the ground given last is: the interest of a clash.
    #[must_use]
    pub fn over(mut self, what: impl IntoIterator<Item = Element>) -> Self {
        if let Some((_, last)) = self.grounds.last_mut() {
            last.over = what.into_iter().collect();
        }
        self
    }

    fn of_side(&self, wanted: Side) -> impl Iterator<Item = &Named> {
        self.grounds.iter().filter(move |(side, _)| *side == wanted).map(|(_, named)| named)
    }

    /// The state that follows from the grounds.
    pub(super) fn state(&self) -> State {
        let has = |side| self.of_side(side).next().is_some();
        if self.not_here.is_some() {
            State::NotApplicable
        } else if has(Side::Against) {
            State::NotMet
        } else if has(Side::Missing) || !has(Side::InFavour) {
            State::CannotBeJudged
        } else {
            State::Met
        }
    }

    /// Its grounds in words: in favour, against, missing, aside.
    pub(super) fn grounds(&self, rule: &Rule) -> [Vec<Ground>; 4] {
        let said = |named: &Named| Ground {
            fact: named.fact,
            says: rule.facts.get(named.fact).cloned().or_else(|| of_phases(named.fact)),
            elements: named.elements.clone(),
            facing: named.facing.clone(),
            over: named.over.clone(),
            number: named.number,
        };
        let mut all = [Side::InFavour, Side::Against, Side::Missing, Side::Aside]
            .map(|side| self.of_side(side).map(said).collect());
        if let ([in_favour, ..], Some(fact)) = (&mut all, self.not_here) {
            let named = Named::of(fact);
            let why: &mut Vec<Ground> = in_favour;
            why.push(said(&named));
        }
        all
    }

    /// Each of many against it that are, and in favour those that are not: one ground each, left out where it has nobody.
    #[must_use]
    pub(super) fn split(mut self, good: &'static str, bad: &'static str, all: Vec<(Element, bool)>) -> Self {
        let (yes, no): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, is_good)| *is_good);
        let elements = |side: Vec<(Element, bool)>| -> Vec<Element> { side.into_iter().map(|(e, _)| e).collect() };
        if !yes.is_empty() {
            self = self.in_favour(good, elements(yes));
        }
        if !no.is_empty() {
            self = self.against(bad, elements(no));
        }
        self
    }

    /// As [`Judgement::missing`], left out where it is about nobody.
    #[must_use]
    pub(super) fn missing_of(self, fact: &'static str, of: Vec<Element>) -> Self {
        if of.is_empty() { self } else { self.missing(fact, of) }
    }
}

/// The words of the facts that every rule of some phases has.
fn of_phases(fact: &str) -> Option<Text> {
    match fact {
        OTHER_PHASE => Some(Text::dutch_and_english("hoort bij een andere fase", "belongs to another phase")),
        NO_PHASE => Some(Text::dutch_and_english("de fase staat niet in het bestand", "the phase is not in the file")),
        _ => None,
    }
}

/// The function that judges.
type Judge = Arc<dyn Fn(&Context<'_>) -> Judgement + Send + Sync>;

/// One recommendation as a check: data, and a function from [`Context`] to [`Judgement`].
#[derive(Clone)]
pub struct Rule {
    id: Slug,
    topic: Topic,
    severity: Severity,
    phases: BTreeSet<Phase>,
    asks: Text,
    advice: Text,
    in_file: Option<Text>,
    facts: BTreeMap<&'static str, Text>,
    cites: &'static [Citation],
    judge: Judge,
}

impl Rule {
    /// A rule of one's own: in every phase, of medium severity, about the field. `asks` is the recommendation in one sentence,
    /// `advice` what to do when it is not met.
    pub fn new(
        id: Slug,
        asks: Text,
        advice: Text,
        judge: impl Fn(&Context<'_>) -> Judgement + Send + Sync + 'static,
    ) -> Self {
        Self {
            id,
            topic: Topic::Field,
            severity: Severity::Medium,
            phases: BTreeSet::new(),
            asks,
            advice,
            in_file: None,
            facts: BTreeMap::new(),
            cites: &[],
            judge: Arc::new(judge),
        }
    }

    /// What it is about.
    #[must_use]
    pub fn topic(mut self, topic: Topic) -> Self {
        self.topic = topic;
        self
    }

    /// How much harm it does when it is not met.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// In which phases it is asked; none is all.
    #[must_use]
    pub fn phases(mut self, phases: impl IntoIterator<Item = Phase>) -> Self {
        self.phases = phases.into_iter().collect();
        self
    }

    /// What of the model file decides it, in a sentence for who keeps the file.
    #[must_use]
    pub fn in_file(mut self, words: Text) -> Self {
        self.in_file = Some(words);
        self
    }

    /// The words of a fact that the function names. A fact without words is told by its code.
    #[must_use]
    pub fn fact(mut self, code: &'static str, words: Text) -> Self {
        self.facts.insert(code, words);
        self
    }

    /// Its id, by which the file explains it and the options switch it off.
    pub fn id(&self) -> &Slug {
        &self.id
    }

    /// What it is about.
    pub fn about(&self) -> Topic {
        self.topic
    }

    /// How much harm it does when it is not met.
    pub fn harm(&self) -> Severity {
        self.severity
    }

    /// In which phases it is asked; none is all.
    pub fn asked_in(&self) -> &BTreeSet<Phase> {
        &self.phases
    }

    /// The recommendation.
    pub fn asks(&self) -> &Text {
        &self.asks
    }

    /// What to do when it is not met.
    pub fn advice(&self) -> &Text {
        &self.advice
    }

    /// What of the model file decides it; none where the rule does not say.
    pub fn decided_by(&self) -> Option<&Text> {
        self.in_file.as_ref()
    }

    /// Where it comes from; empty for a rule of a caller's own.
    pub fn cites(&self) -> &'static [Citation] {
        self.cites
    }

    /// The words of its facts, by code.
    pub fn facts(&self) -> &BTreeMap<&'static str, Text> {
        &self.facts
    }

    pub(super) fn judge(&self, context: &Context<'_>) -> Judgement {
        (self.judge)(context)
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rule").field(&self.id).finish()
    }
}

/// Rules are equal when all their data are. Functions cannot be compared.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        let data = |r: &Self| (r.id.clone(), r.topic, r.severity, r.phases.clone());
        data(self) == data(other)
            && self.asks == other.asks
            && self.advice == other.advice
            && self.in_file == other.in_file
            && self.facts == other.facts
            && self.cites == other.cites
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Rule", 9)?;
        out.serialize_field("id", &self.id)?;
        out.serialize_field("topic", &self.topic)?;
        out.serialize_field("severity", &self.severity)?;
        out.serialize_field("phases", &self.phases)?;
        out.serialize_field("asks", &self.asks)?;
        out.serialize_field("advice", &self.advice)?;
        out.serialize_field("in_file", &self.in_file)?;
        out.serialize_field("facts", &self.facts)?;
        out.serialize_field("cites", self.cites)?;
        out.end()
    }
}

/// A rule of the handbook as its file gives it: texts in Dutch and English.
pub(super) struct Shipped {
    pub(super) id: &'static str,
    pub(super) topic: Topic,
    pub(super) severity: Severity,
    pub(super) phases: &'static [Phase],
    pub(super) asks: [&'static str; 2],
    pub(super) advice: [&'static str; 2],
    pub(super) in_file: [&'static str; 2],
    pub(super) facts: &'static [(&'static str, &'static str, &'static str)],
    pub(super) judge: fn(&Context<'_>) -> Judgement,
    pub(super) source: Source,
}

/// Where a shipped rule comes from.
#[derive(Clone, Copy)]
pub(super) enum Source {
    /// The collaboration handbook.
    Handbook,
    /// A published rule of another source.
    Published,
}

const OF_HANDBOOK: &[Citation] = &[citation::HANDBOOK];
const OF_OTHERS: &[Citation] = &[citation::NSPOH];

impl Shipped {
    pub(super) fn rule(&'static self) -> Option<Rule> {
        let text = |[nl, en]: [&str; 2]| Text::dutch_and_english(nl, en);
        let rule = Rule::new(Slug::new(self.id).ok()?, text(self.asks), text(self.advice), self.judge)
            .topic(self.topic)
            .severity(self.severity)
            .in_file(text(self.in_file))
            .phases(self.phases.iter().copied());
        let cites = match self.source {
            Source::Handbook => OF_HANDBOOK,
            Source::Published => OF_OTHERS,
        };
        let told = |rule: Rule, (code, nl, en): &(&'static str, &str, &str)| rule.fact(code, text([nl, en]));
        Some(Rule { cites, ..self.facts.iter().fold(rule, told) })
    }
}

/// The fact of a rule about partners where there are none.
pub(super) const NO_PARTNERS: (&str, &str, &str) =
    ("no-partners", "er staan geen partners in het bestand", "there are no partners in the file");
/// The fact of a rule about us where nobody says who we are.
pub(super) const NO_FOCAL: (&str, &str, &str) =
    ("no-focal", "het bestand zegt niet welke partij wij zijn", "the file does not say which party we are");

/// What a rule about partners finds where there are none.
pub(super) fn no_partners() -> Judgement {
    Judgement::new().missing(NO_PARTNERS.0, [])
}

/// Whether an element is a dependence of one of some parties on another.
pub(super) fn is_dependence_among(element: &Element, parties: &BTreeSet<&PartyId>) -> bool {
    matches!(element, Element::DependsOn(a, b, _) if parties.contains(a) && parties.contains(b))
}
