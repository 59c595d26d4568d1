//! # The handbook's recommendations as checks
//!
//! **Question.** Which recommendations of the collaboration handbook does this project not meet yet, and what to do about it?
//!
//! **Method.** The handbook (smartcitytools.nl, samenwerkingstools.nl; Saxion) recommends what a collaboration should map, divide and
//! plan; each recommendation is one [`Rule`], in a file of its own below this module. Which facts decide it is polder's own rule,
//! written in that file. Two rules come from guidance on force-field analysis by others and cite it.
//!
//! **Inputs.** The whole model, and what [`crate::analysis`] finds in it.
//!
//! Which keys of the file decide a rule says [`Rule::decided_by`], and `polder handbook` on the command line.
//!
//! **Formula.** A rule names what speaks for it, what speaks against it and what is missing. The [`State`] follows: anything against
//! makes it not met; else anything missing makes that it cannot be judged; else anything in favour makes it met. A rule over an empty
//! set cannot be judged. Where the file explains a rule that is not met or cannot be judged, it is explained, with the words of the file.
//!
//! **Assumptions.** A *partner* is a party marked `partner = true`; when none is, every party other than the focal one, its units,
//! the kinds environment, society and media, and those that say `partner = false`.
//!
//! **Missing data.** Is never met: a rule says what would have to be known.
//!
//! **Returns.** [`Review`], one [`Verdict`] per rule in the order of the rules.
//!
//! **Complexity.** That of the methods that the rules ask for; each runs once, and only when asked.
//!
//! **Example.** A rule of one's own beside those of the handbook:
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::advice::{Language, Text};
//! use polder::handbook::{Judgement, ReviewOptions, Rule, State, review};
//! use polder::id::Slug;
//! use polder::{Document, Model};
//!
//! let words = |text: &str| Text::new(Language::new("en").unwrap(), text).unwrap();
//! let dated = Rule::new(
//!     Slug::new("dated").unwrap(),
//!     words("The map says of which day it is."),
//!     words("Write the date in the head of the file."),
//!     |context| match context.model().project().date {
//!         Some(_) => Judgement::new().in_favour("has-date", []),
//!         None => Judgement::new().against("no-date", []),
//!     },
//! );
//! let model = Model::try_from(Document::from_toml("polder = 1\n[party.city]\nkind = \"government\"\n")?)?;
//! let review = review(&model, &ReviewOptions::new().with(dated));
//! assert_eq!(review.of("dated").unwrap().state, State::NotMet);
//! assert_eq!(review.of("residents-on-board").unwrap().state, State::NotMet);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** A review says what is on record, not what was done: an empty file meets nothing. It is a list of questions for the team,
//! no grade.

mod clashes_acknowledged;
mod context;
mod culture_activity;
mod cultures_mapped;
mod equal_and_trusting;
mod field_size;
mod informal_leader_in_development;
mod interests_mapped;
mod leader_tasks_fit;
mod leadership_styles_known;
mod mapped_before_start;
mod own_interests_disclosed;
mod partners_nearby;
mod planning_control_owner;
mod residents_on_board;
mod roles_divided;
mod rule;
mod shared_goal;
mod support_mapped;
mod usual_voices;

pub use context::Context;
pub use rule::{Judgement, Rule, Severity, Topic};

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use crate::advice::Text;
use crate::analysis::{GridOptions, RingsOptions, Settings};
use crate::citation::{self, Citation};
use crate::evidence::Provenance;
use crate::id::Slug;
use crate::model::{Element, Model, Observation};
use crate::scale::Raw;
use crate::vocabulary::vocabulary;
use rule::Shipped;

vocabulary! {
    /// How a project stands on a rule.
    State, "state of a rule" {
        /// It does what is asked.
        Met = "met",
        /// It does not.
        NotMet = "not-met",
        /// It does not, or nobody knows, and the file says why that is so.
        Explained = "explained",
        /// What is asked does not arise: in another phase, or for want of its occasion.
        NotApplicable = "not-applicable",
        /// Something would have to be known.
        CannotBeJudged = "cannot-be-judged",
    }
}

/// One ground of a verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ground {
    /// The code of the fact.
    pub fact: &'static str,
    /// The fact in words; none where the rule gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Text>,
    /// Whom or what it is about; empty when it is about the project.
    pub elements: Vec<Element>,
    /// Who stands on the other side, for a clash.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facing: Vec<Element>,
    /// Over what it is, where that is something else: the interests of a clash.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<Element>,
    /// A number that belongs to it: a count, or kilometres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<f64>,
}

/// How a project stands on one rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verdict {
    /// The rule.
    pub rule: Slug,
    /// What it is about.
    pub topic: Topic,
    /// How much harm it does when it is not met.
    pub severity: Severity,
    /// How the project stands.
    pub state: State,
    /// How it would stand without the explanation of the file: met, not met, not applicable or cannot be judged.
    pub judged: State,
    /// What speaks for it; why it is not applicable.
    pub in_favour: Vec<Ground>,
    /// What speaks against it.
    pub against: Vec<Ground>,
    /// What would have to be known.
    pub missing: Vec<Ground>,
    /// What is worth knowing and decides nothing: who was not counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aside: Vec<Ground>,
    /// The explanation of the file, in its words; a blank one is none. Where the rule is met or not applicable it is not needed (any more).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
    /// The recommendation.
    pub asks: Text,
    /// What to do when it is not met.
    pub advice: Text,
    /// What of the model file decides it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_file: Option<Text>,
}

/// The review of a project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Review {
    /// How it was made.
    #[serde(skip)]
    pub provenance: Provenance<ReviewOptions>,
    /// Every rule, in the order of the rules.
    pub verdicts: Vec<Verdict>,
    /// Explanations of the file for rules that were not asked.
    pub unused_explanations: Vec<Slug>,
}

impl Review {
    /// The verdict on a rule, by its id.
    pub fn of(&self, rule: &str) -> Option<&Verdict> {
        self.verdicts.iter().find(|v| v.rule.as_str() == rule)
    }

    /// The verdicts of a state, the gravest first, else in the order of the rules.
    pub fn in_state(&self, state: State) -> Vec<&Verdict> {
        let mut out: Vec<&Verdict> = self.verdicts.iter().filter(|v| v.state == state).collect();
        out.sort_by_key(|v| v.severity);
        out
    }
}

/// How to review.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewOptions {
    settings: Settings,
    near_within_km: Option<Raw>,
    conflicts_at_most: usize,
    without: BTreeSet<Slug>,
    own: Vec<Rule>,
}

impl Default for ReviewOptions {
    /// Every rule of the handbook, the settings of every method as they are by default, no nearness, the 1000 strongest conflicts
    /// looked at.
    fn default() -> Self {
        Self {
            settings: Settings::new(),
            near_within_km: None,
            conflicts_at_most: 1_000,
            without: BTreeSet::new(),
            own: Vec::new(),
        }
    }
}

impl ReviewOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// The settings of the team, for the methods that the rules ask.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Within how many kilometres of the project a partner is near; without it nobody can be said to be.
    #[must_use]
    pub fn near_within_km(mut self, km: Raw) -> Self {
        self.near_within_km = Some(km);
        self
    }

    /// How many conflicts of each sort are looked at, the strongest first. A rule says so where there are more.
    #[must_use]
    pub fn conflicts_at_most(mut self, most: usize) -> Self {
        self.conflicts_at_most = most;
        self
    }

    /// Switches a rule off, by its id. An id that no rule has changes nothing.
    #[must_use]
    pub fn without(mut self, rule: Slug) -> Self {
        self.without.insert(rule);
        self
    }

    /// Adds a rule. It takes the place of an earlier one of the same id.
    #[must_use]
    pub fn with(mut self, rule: Rule) -> Self {
        self.own.retain(|r| r.id() != rule.id());
        self.own.push(rule);
        self
    }

    /// Within how many kilometres of the project a partner is near.
    pub fn nearness_km(&self) -> Option<Raw> {
        self.near_within_km
    }

    /// The rules that are asked: those of the handbook in their order, then the caller's own.
    pub fn rules(&self) -> Vec<Rule> {
        let own = |id: &Slug| self.own.iter().find(|r| r.id() == id).cloned();
        let shipped = rules();
        let added = self.own.iter().filter(|o| !shipped.iter().any(|r| r.id() == o.id())).cloned();
        let all = shipped.iter().map(|r| own(r.id()).unwrap_or_else(|| r.clone())).chain(added);
        all.filter(|r| !self.without.contains(r.id())).collect()
    }
}

impl Serialize for ReviewOptions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("ReviewOptions", 6)?;
        out.serialize_field("grid", &GridOptions::from(&self.settings))?;
        out.serialize_field("rings", &RingsOptions::from(&self.settings))?;
        out.serialize_field("near_within_km", &self.near_within_km)?;
        out.serialize_field("conflicts_at_most", &self.conflicts_at_most)?;
        out.serialize_field("without", &self.without)?;
        let own: Vec<&Slug> = self.own.iter().map(Rule::id).collect();
        out.serialize_field("own", &own)?;
        out.end()
    }
}

/// The rules of the handbook, in its order.
const SHIPPED: [&Shipped; 18] = [
    &leadership_styles_known::RULE,
    &leader_tasks_fit::RULE,
    &informal_leader_in_development::RULE,
    &planning_control_owner::RULE,
    &mapped_before_start::RULE,
    &shared_goal::RULE,
    &interests_mapped::RULE,
    &clashes_acknowledged::RULE,
    &own_interests_disclosed::RULE,
    &residents_on_board::RULE,
    &cultures_mapped::RULE,
    &equal_and_trusting::RULE,
    &culture_activity::RULE,
    &partners_nearby::RULE,
    &support_mapped::RULE,
    &roles_divided::RULE,
    &field_size::RULE,
    &usual_voices::RULE,
];

/// The rules of the handbook, in its order.
pub fn rules() -> Vec<Rule> {
    SHIPPED.iter().filter_map(|shipped| shipped.rule()).collect()
}

const CITES: &[Citation] = &[citation::HANDBOOK, citation::NSPOH, citation::OWN_REVIEW];

/// Reviews a project by the handbook. See the [module](self).
pub fn review(model: &Model, options: &ReviewOptions) -> Review {
    let context = Context::new(model, options);
    let rules = options.rules();
    let explained = &model.handbook().explained;
    let verdicts = rules
        .iter()
        .map(|rule| verdict(&context, rule, explained.get(rule.id()).filter(|text| !text.trim().is_empty())))
        .collect();
    let unused = explained.keys().filter(|id| !rules.iter().any(|r| r.id() == *id)).cloned().collect();
    Review {
        provenance: Provenance { method: "review", method_version: 1, options: options.clone(), cites: CITES },
        verdicts,
        unused_explanations: unused,
    }
}

/// The fact of a rule that is asked in some phases, when the project is in another one.
const OTHER_PHASE: &str = "other-phase";
/// The fact of a rule that is asked in some phases, when nobody says in which one the project is.
const NO_PHASE: &str = "no-phase";

fn verdict(context: &Context<'_>, rule: &Rule, explanation: Option<&String>) -> Verdict {
    let judgement = match context.model().project().phase {
        _ if rule.asked_in().is_empty() => rule.judge(context),
        Some(phase) if rule.asked_in().contains(&phase) => rule.judge(context),
        Some(_) => Judgement::not_applicable(OTHER_PHASE),
        None => Judgement::new().missing(NO_PHASE, [Element::Project]),
    };
    let judged = judgement.state();
    let open = matches!(judged, State::NotMet | State::CannotBeJudged);
    let state = if open && explanation.is_some() { State::Explained } else { judged };
    let [in_favour, against, missing, aside] = judgement.grounds(rule).map(|mut grounds| {
        for ground in &mut grounds {
            for elements in [&mut ground.elements, &mut ground.facing, &mut ground.over] {
                elements.retain(|element| !tells_in_confidence(context.model(), element));
            }
        }
        grounds
    });
    Verdict {
        rule: rule.id().clone(),
        topic: rule.about(),
        severity: rule.harm(),
        state,
        judged,
        in_favour,
        against,
        missing,
        aside,
        explanation: explanation.cloned(),
        asks: rule.asks().clone(),
        advice: rule.advice().clone(),
        in_file: rule.decided_by().cloned(),
    }
}

/// Whether an element is a note made in confidence, or leads from or to one: a rule of a caller's own may name it, a verdict never does.
fn tells_in_confidence(model: &Model, element: &Element) -> bool {
    let confided = |id| model.observation(id).is_some_and(Observation::in_confidence);
    match element {
        Element::Observation(id) => confided(id),
        Element::Because(from, to) => confided(from) || confided(to),
        _ => false,
    }
}
