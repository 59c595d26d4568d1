//! # Opportunities and risks
//!
//! **Question.** Which opportunities and which risks does every party bring, and which of them weigh most for the force
//! field?
//!
//! **Method.** The handbook (Samenwerkingsproces, Saxion) asks for opportunities and risks of every stakeholder and
//! gives no rules. The twenty rules here are polder's own, [`TABLE`]. Some restate a published class: a claim of power
//! and urgency without legitimacy is Mitchell's *dangerous*, threat without cooperation Savage's *non-supportive*; the
//! rings are Factor C's, unaware is a level of PMI's assessment matrix.
//!
//! **Inputs.** Attitude (signed); power, interest level, legitimacy, urgency, threat, cooperation (one-sided) with a
//! [`crate::analysis::Cut`] each; trust, ties, stances, claims and importances, what the focal party depends on, rings,
//! engagement.
//!
//! **Formula.** *High* is at or above the cut, *low* is known and below it. A *supporter* has an attitude above 0, a
//! *doubter* 0, an *opponent* below 0. *We* are the focal party, which is never a subject itself. p, s and a are power,
//! interest level and attitude.
//!
//! | opportunity | applies to | the net changes by |
//! |---|---|---|
//! | `sleeping-supporter` | a supporter, power high, interest level low | p·(cut − s)·a: its interest level rises to the cut |
//! | `voice-to-opponent` | a supporter in whom an opponent has high trust | −p·s·a of the opponent, which becomes neutral |
//! | `common-ground-with-doubter` | a doubter and an interest on which it has a stance of the sign of ours, not 0 | p·s: one step of attitude |
//! | `common-ground-with-opponent` | an opponent, likewise | p·s |
//! | `cooperative-doubter` | a doubter or opponent, cooperation high, neither the environment nor society | p·s |
//! | `gain-for-doubter` | a doubter or opponent and a claim of high importance that is captured or an opportunity | p·s |
//! | `carrier` | a supporter, interest level high, power low | nothing is said |
//! | `willing-to-do-more` | a supporter whose wished and desired rings both lie further inside than its actual one | nothing is said |
//!
//! | risk | applies to | the net changes by |
//! |---|---|---|
//! | `powerful-opponent` | an opponent, power high | p·s·a: what it takes now |
//! | `sleeping-opponent` | an opponent, power high, interest level low | p·(cut − s)·a |
//! | `powerful-doubter` | a doubter, power high | −p·s: one step against |
//! | `supporter-loses-value` | a supporter and a claim of high importance that is destroyed | −p·s·a: it becomes neutral |
//! | `claim-not-granted` | wished ring further inside than the desired one | −p·s·a for a supporter, else nothing is said |
//! | `sole-supplier` | we depend on it, and on nobody else, for a resource of high importance and low substitutability; not of one organisation with us | nothing is said |
//! | `powerful-stranger` | power high, no tie with us, a stranger; neither the environment nor society | nothing is said |
//! | `dangerous-claim` | power and urgency high, legitimacy low | nothing is said |
//! | `threat-without-cooperation` | threat high, cooperation low | nothing is said |
//! | `unaware-power` | power high, engagement unaware, neither the environment nor society | nothing is said |
//! | `divided-judgement` | the lowest judgement of its attitude is below 0 and the highest above it | p·s·(lowest − a) |
//! | `allied-opponents` | two opponents with a tie above 0 | p·s·a of both: what they take now |
//!
//! A claim without a known importance counts with the party's own importance of its value. *Of one organisation* with us
//! is a unit of ours and a whole that we are a unit of, at whatever depth. A *stranger* is no partner, not of one
//! organisation with us, has no contact on record (channel, frequency or owner), and no tie above 0 with one of our
//! organisation. A tie of 0 is no tie; a tie that is not on record is none where our ties are on record or the party is
//! said to have no ties at all, and else it is unknown. The environment and society at large can be told nothing and do
//! not cooperate. A party with an attitude on both sides of 0 is also judged by its point.
//!
//! *Strength* (0 … 1): the smallest of the degrees of the grounds, for a chain is as strong as its weakest link. A high
//! rating counts x/max, a low one 1 − unit(x), an attitude, stance or tie |x|/k, a divided attitude the smaller of its
//! two sides /k, rings steps/(number of rings − 1). To be undecided, not in favour, unaware, a stranger, without a tie or
//! the only source is no matter of degree: 1.
//!
//! *Order*: by the size of the effect on the net, largest first; then those whose effect is not known, and last those
//! that say nothing of the net. Within each by strength, then as in [`TABLE`], then by id.
//!
//! **Assumptions.** Each effect holds all other ratings still; effects of several findings do not add up. That a shared
//! interest or a gain moves a party by one step is a unit of comparison, no forecast.
//!
//! **Missing data.** No rule applies on an unknown rating. Where everything else that a rule asks is known to hold and
//! one rating is unknown, that rating is in `omitted`, once for all rules. A relation that nobody wrote down is not
//! listed pair by pair: an opponent of whom no trust at all is on record is listed once, and so is a party that was not
//! asked for its stakes, and the tie with a party of which nobody knows whether we have one. A ring whose word is not in
//! the vocabulary is listed as such. Without a focal party the rules on shared interests, on supply and on strangers
//! cannot be judged (`no-focal`). An effect that needs an unknown rating is undefined (`missing-rating`, with the rating
//! in `missing`); a rule that says nothing of the net has the effect `no-bearing`.
//!
//! **Returns.** [`OpportunitiesAndRisks`].
//!
//! **Complexity.** Each rule runs over the parties, claims, trusts, ties, dependences, or stakes shared with the focal
//! party; then n log n in what is found.
//!
//! **Example.**
//! ```
//! # #[cfg(feature = "toml")] {
//! use polder::analysis::{OpportunityRiskOptions, opportunities_and_risks};
//! use polder::{Document, Model};
//!
//! let text = "polder = 1\n[party.province]\npower = 5\ninterest-level = 2\nattitude = 1\n\
//!             [party.shops]\npower = 3\ninterest-level = 4\nattitude = -1\ntrusts = { province = 4 }\n";
//! let model = Model::try_from(Document::from_toml(text)?)?;
//! let found = opportunities_and_risks(&model, &OpportunityRiskOptions::new());
//! let told: Vec<String> = found.entries.iter().map(ToString::to_string).collect();
//! assert_eq!(told, [
//!     "province, shops: voice-to-opponent 0.5, net 12",
//!     "shops: powerful-opponent 0.5, net -12",
//!     "province: sleeping-supporter 0.5, net 5",
//! ]);
//! # }
//! # Ok::<(), polder::document::Problems>(())
//! ```
//!
//! **Misuse.** The list says where to look first. It is no score of a party: a party with many findings is one that much
//! is known of. A powerful opponent that hardly cares is in it twice, with what it takes now and with what it would take.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use super::cut::{Cut, Cuts};
use super::replay::Rule;
use super::rings::RingsOptions;
use crate::citation::{self, Citation};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Omission, OmissionReason, Provenance, Undefined};
use crate::id::PartyId;
use crate::model::{Attribute, Element, Model};
use crate::rating::Aggregate;
use crate::vocabulary::{Vocabulary, vocabulary};

mod effect;
mod grounds;
mod opportunities;
mod risks;

use effect::{Effect, Reckoned};
use grounds::{Case, Condition, Context, Grounds, Over};

vocabulary! {
    /// Whether a rule sees an opportunity or a risk.
    Outlook, "outlook" {
        /// Something to use (kans).
        Opportunity = "opportunity",
        /// Something to watch (risico).
        Risk = "risk",
    }
}

/// Declares the rules: their words, their rows, and the ids and replay of their findings.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $word:literal, $finding:literal, $row:path;)+) => {
        vocabulary! {
            /// The rules, in the order of [`TABLE`].
            OutlookRule, "opportunity or risk" { $($(#[$doc])* $rule = $word),+ }
        }

        /// Every rule.
        pub const TABLE: &[OutlookRow] = &[$($row),+];

        /// The rule ids of the findings: of the strength, and of the effect on the net.
        fn findings_of(rule: OutlookRule) -> (&'static str, &'static str) {
            match rule { $(OutlookRule::$rule => ($finding, concat!($finding, "-net-effect"))),+ }
        }

        pub(super) const RULES: &[Rule] = &[$(
            Rule {
                id: $finding,
                law: Law::Statistic,
                part: grounds::part_again,
                whole: Some(|m, f| again(&$row, m, f, |found| (Measure::Known(found.strength), found.grounds))),
            },
            Rule {
                id: concat!($finding, "-net-effect"),
                law: Law::Statistic,
                part: grounds::part_again,
                whole: Some(|m, f| again(&$row, m, f, |found| (found.effect, found.because.len()))),
            },
        )+];
    };
}

rules! {
    /// A powerful supporter that hardly cares yet.
    SleepingSupporter = "sleeping-supporter", "opportunity-sleeping-supporter", opportunities::SLEEPING_SUPPORTER;
    /// A supporter whom an opponent trusts.
    VoiceToOpponent = "voice-to-opponent", "opportunity-voice-to-opponent", opportunities::VOICE_TO_OPPONENT;
    /// An interest shared with a doubter.
    CommonGroundWithDoubter = "common-ground-with-doubter", "opportunity-common-ground-with-doubter",
        opportunities::COMMON_GROUND_WITH_DOUBTER;
    /// An interest shared with an opponent.
    CommonGroundWithOpponent = "common-ground-with-opponent", "opportunity-common-ground-with-opponent",
        opportunities::COMMON_GROUND_WITH_OPPONENT;
    /// A doubter or opponent that is able and willing to cooperate.
    CooperativeDoubter = "cooperative-doubter", "opportunity-cooperative-doubter", opportunities::COOPERATIVE_DOUBTER;
    /// Something of value for a doubter or opponent.
    GainForDoubter = "gain-for-doubter", "opportunity-gain-for-doubter", opportunities::GAIN_FOR_DOUBTER;
    /// A keen supporter without much power.
    Carrier = "carrier", "opportunity-carrier", opportunities::CARRIER;
    /// A supporter that wants to do more, as we want too.
    WillingToDoMore = "willing-to-do-more", "opportunity-willing-to-do-more", opportunities::WILLING_TO_DO_MORE;
    /// An opponent with power.
    PowerfulOpponent = "powerful-opponent", "risk-powerful-opponent", risks::POWERFUL_OPPONENT;
    /// A powerful opponent that hardly cares yet.
    SleepingOpponent = "sleeping-opponent", "risk-sleeping-opponent", risks::SLEEPING_OPPONENT;
    /// A powerful party that is undecided.
    PowerfulDoubter = "powerful-doubter", "risk-powerful-doubter", risks::POWERFUL_DOUBTER;
    /// A supporter for whom the project destroys a value.
    SupporterLosesValue = "supporter-loses-value", "risk-supporter-loses-value", risks::SUPPORTER_LOSES_VALUE;
    /// A party that wants a bigger say than we mean to give.
    ClaimNotGranted = "claim-not-granted", "risk-claim-not-granted", risks::CLAIM_NOT_GRANTED;
    /// A party on whose supply we depend.
    SoleSupplier = "sole-supplier", "risk-sole-supplier", risks::SOLE_SUPPLIER;
    /// A powerful party with which we have no tie.
    PowerfulStranger = "powerful-stranger", "risk-powerful-stranger", risks::POWERFUL_STRANGER;
    /// Power and urgency without legitimacy.
    DangerousClaim = "dangerous-claim", "risk-dangerous-claim", risks::DANGEROUS_CLAIM;
    /// A threat without the potential to cooperate.
    ThreatWithoutCooperation = "threat-without-cooperation", "risk-threat-without-cooperation",
        risks::THREAT_WITHOUT_COOPERATION;
    /// A powerful party that does not know of the project.
    UnawarePower = "unaware-power", "risk-unaware-power", risks::UNAWARE_POWER;
    /// A party whose judgements lie on both sides of 0: one estimate that runs from against to for, or the raters do not agree.
    DividedJudgement = "divided-judgement", "risk-divided-judgement", risks::DIVIDED_JUDGEMENT;
    /// Opponents with a tie.
    AlliedOpponents = "allied-opponents", "risk-allied-opponents", risks::ALLIED_OPPONENTS;
}

/// One rule. The [module](self) says when it applies and what it does to the net.
#[derive(Debug, Clone, Copy)]
pub struct OutlookRow {
    /// The rule.
    pub rule: OutlookRule,
    /// Whether it sees an opportunity or a risk.
    pub kind: Outlook,
    /// The question that it answers.
    pub question: &'static str,
    over: Over,
    conditions: &'static [Condition],
    effect: Effect,
}

impl OutlookRow {
    /// What the rule needs to know of the focal party, if anything.
    fn of_focal(&self) -> Option<Attribute> {
        match self.over {
            Over::Interest => Some(Attribute::Stance),
            Over::Resource => Some(Attribute::Importance),
            _ => self.conditions.contains(&Condition::NoTie).then_some(Attribute::Tie),
        }
    }
}

/// How to look for opportunities and risks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpportunityRiskOptions {
    aggregate: Aggregate,
    cuts: Cuts,
    importance_cut: Cut,
    substitutability_cut: Cut,
    rings: RingsOptions,
    rules: BTreeSet<OutlookRule>,
}

impl Default for OpportunityRiskOptions {
    /// Every rule, every cut at the midpoint, Factor C's rings, median over raters.
    fn default() -> Self {
        Self {
            aggregate: Aggregate::Median,
            cuts: Cuts::new(),
            importance_cut: Cut::Midpoint,
            substitutability_cut: Cut::Midpoint,
            rings: RingsOptions::new(),
            rules: OutlookRule::ALL.iter().copied().collect(),
        }
    }
}

impl OpportunityRiskOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregate) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// The cuts of the ratings of parties, and of trust. A median of trust is taken over the focal party's trust in the
    /// others.
    #[must_use]
    pub fn cuts(mut self, cuts: Cuts) -> Self {
        self.cuts = cuts;
        self
    }

    /// From which importance on a claim, a value or a resource matters; the midpoint for a median, which has nothing to
    /// be taken of.
    #[must_use]
    pub fn importance_cut(mut self, cut: Cut) -> Self {
        self.importance_cut = cut;
        self
    }

    /// Below which substitutability a resource is hard to get elsewhere; the midpoint for a median, which has nothing
    /// to be taken of.
    #[must_use]
    pub fn substitutability_cut(mut self, cut: Cut) -> Self {
        self.substitutability_cut = cut;
        self
    }

    /// Which rings there are, from the outside in. Sectors are not used.
    #[must_use]
    pub fn rings(mut self, rings: RingsOptions) -> Self {
        self.rings = rings;
        self
    }

    /// Only these rules.
    #[must_use]
    pub fn rules(mut self, rules: impl IntoIterator<Item = OutlookRule>) -> Self {
        self.rules = rules.into_iter().collect();
        self
    }

    fn fixed_cut(&self, attribute: Attribute) -> Cut {
        if attribute == Attribute::Substitutability { self.substitutability_cut } else { self.importance_cut }
    }
}

/// One opportunity or risk.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpportunityOrRisk {
    /// The rule that saw it.
    pub rule: OutlookRule,
    /// Which of the two it is.
    pub kind: Outlook,
    /// The party that it is about, and the other one if the rule has two. Of two opponents with a tie the lower id is
    /// first.
    pub parties: Vec<PartyId>,
    /// The interest, claim, resource, trust or tie that it is about, where there is one.
    pub subject: Vec<Element>,
    /// How strong the weakest of its grounds is: 0 … 1.
    pub strength: f64,
    /// By how much the net of the force field changes, raw. For `powerful-opponent` and `allied-opponents` what it
    /// takes now.
    pub effect: Measure,
    /// The grounds of the rule with the cuts that were used, then what the effect needs beside them.
    pub because: Vec<Contribution>,
    /// The ratings without which the effect cannot be said.
    pub missing: Vec<Omission>,
}

impl fmt::Display for OpportunityOrRisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", itertools::join(&self.parties, ", "), self.rule, self.strength)?;
        match self.effect {
            Measure::Known(net) => write!(f, ", net {net}"),
            Measure::Undefined(_) => Ok(()),
        }
    }
}

/// The opportunities and risks of a project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpportunitiesAndRisks {
    /// How they were found.
    #[serde(skip)]
    pub provenance: Provenance<OpportunityRiskOptions>,
    /// The ratings that alone decide whether a rule applies, and are unknown.
    #[serde(skip)]
    pub omitted: Vec<Omission>,
    /// What was found, what matters most to the net first.
    pub entries: Vec<OpportunityOrRisk>,
    /// Every strength and every known effect with its grounds.
    pub findings: Vec<Finding>,
}

impl OpportunitiesAndRisks {
    /// Those in which a party has a part, as the subject or as the other.
    pub fn of<'a>(&'a self, party: &'a PartyId) -> impl Iterator<Item = &'a OpportunityOrRisk> {
        self.entries.iter().filter(move |entry| entry.parties.contains(party))
    }

    /// The opportunities alone, or the risks.
    pub fn kind(&self, kind: Outlook) -> impl Iterator<Item = &OpportunityOrRisk> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }
}

impl<'a> IntoIterator for &'a OpportunitiesAndRisks {
    type Item = &'a OpportunityOrRisk;
    type IntoIter = std::slice::Iter<'a, OpportunityOrRisk>;
    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

const CITES: &[Citation] = &[
    citation::HANDBOOK,
    citation::OWN_OPPORTUNITIES_AND_RISKS,
    citation::MITCHELL_AGLE_WOOD_1997,
    citation::SAVAGE_1991,
    citation::FACTOR_C,
    citation::PMI_SEAM,
];

/// The attributes whose cuts the rules use, beside importance and substitutability.
const CUT: [Attribute; 7] = [
    Attribute::Power,
    Attribute::InterestLevel,
    Attribute::Legitimacy,
    Attribute::Urgency,
    Attribute::Threat,
    Attribute::Cooperation,
    Attribute::Trust,
];

/// Finds the opportunities and risks of a model. See the [module](self).
pub fn opportunities_and_risks(model: &Model, options: &OpportunityRiskOptions) -> OpportunitiesAndRisks {
    let context = Context::new(model, options);
    let mut omitted = BTreeSet::new();
    let mut entries: Vec<(OpportunityOrRisk, usize)> = Vec::new();
    for row in TABLE.iter().filter(|row| options.rules.contains(&row.rule)) {
        if context.focal.is_none() && model.parties().len() > 0 {
            omitted.extend(row.of_focal().map(|missing| Omission {
                subject: Element::Project,
                missing,
                reason: OmissionReason::NoFocal,
            }));
        }
        for case in context.cases(row.over) {
            match judge(row, &context, case) {
                Verdict::Applies(found) => {
                    let grounds = found.grounds;
                    entries.push((entry(row, &context, &case, *found), grounds));
                }
                Verdict::Open(missing) => omitted.extend([missing]),
                Verdict::No => {}
            }
        }
    }
    // What is not known may be the largest of all: it stands before what says nothing of the net.
    let size = |e: &OpportunityOrRisk| match e.effect {
        Measure::Known(net) => net.abs(),
        Measure::Undefined(Undefined::NoBearing) => -2.0,
        Measure::Undefined(_) => -1.0,
    };
    entries.sort_by(|(a, _), (b, _)| {
        let by_weight = size(b).total_cmp(&size(a)).then_with(|| b.strength.total_cmp(&a.strength));
        by_weight.then_with(|| (a.rule, &a.parties, &a.subject).cmp(&(b.rule, &b.parties, &b.subject)))
    });
    let findings = entries.iter().flat_map(|(e, grounds)| findings(e, *grounds, options.aggregate)).collect();
    OpportunitiesAndRisks {
        provenance: Provenance {
            method: "opportunities_and_risks",
            method_version: 1,
            options: options.clone(),
            cites: CITES,
        },
        omitted: omitted.into_iter().collect(),
        entries: entries.into_iter().map(|(entry, _)| entry).collect(),
        findings,
    }
}

/// A case in which a rule applies.
struct Found {
    strength: f64,
    effect: Measure,
    /// The grounds of the rule, and what the effect needs beside them.
    because: Vec<Contribution>,
    /// How many of these are of the rule.
    grounds: usize,
    missing: Vec<Omission>,
}

enum Verdict {
    Applies(Box<Found>),
    /// It would, if this were known to be so.
    Open(Omission),
    No,
}

fn judge<'m>(row: &OutlookRow, context: &Context<'m>, case: Case<'m>) -> Verdict {
    let mut judged = Grounds::of(context, case, row.conditions);
    if judged.fails {
        return Verdict::No;
    }
    if let Some(missing) = judged.missing.pop_first() {
        return if judged.missing.is_empty() { Verdict::Open(missing) } else { Verdict::No };
    }
    let grounds = judged.because.len();
    let Reckoned { effect, because, missing } = row.effect.reckon(context, &case);
    because.into_iter().for_each(|part| judged.cite(part));
    let (strength, because) = (judged.strength, judged.because);
    Verdict::Applies(Box::new(Found { strength, effect, grounds, because, missing }))
}

fn entry(row: &OutlookRow, context: &Context<'_>, case: &Case<'_>, found: Found) -> OpportunityOrRisk {
    OpportunityOrRisk {
        rule: row.rule,
        kind: row.kind,
        parties: case.parties(),
        subject: case.subject(context.focal),
        strength: found.strength,
        effect: found.effect,
        because: found.because,
        missing: found.missing,
    }
}

fn findings(entry: &OpportunityOrRisk, grounds: usize, aggregate: Aggregate) -> Vec<Finding> {
    let (strength, effect) = findings_of(entry.rule);
    let finding = |rule, amount: Measure, because| Finding {
        subject: entry.parties.iter().map(Element::from).chain(entry.subject.iter().cloned()).collect(),
        rule,
        law: Law::Statistic,
        amount: amount.into(),
        aggregate,
        because,
    };
    let own = entry.because.iter().take(grounds).cloned().collect();
    let mut out = vec![finding(strength, Measure::Known(entry.strength), own)];
    if entry.effect.value().is_some() {
        out.push(finding(effect, entry.effect, entry.because.clone()));
    }
    out
}

/// Judges the case of a finding again, by the cuts that it cites: what it amounts to, if the grounds are those that are
/// cited.
fn again(row: &OutlookRow, model: &Model, finding: &Finding, asked: fn(&Found) -> (Measure, usize)) -> Amount {
    let context = Context::again(model, finding);
    let judged = || {
        let case = context.case(row.over, &finding.subject)?;
        let Verdict::Applies(found) = judge(row, &context, case) else { return None };
        let (amount, cited) = asked(&found);
        found.because.iter().take(cited).eq(&finding.because).then_some(amount)
    };
    judged().map_or(Amount::Undefined(Undefined::MissingRating), Amount::from)
}
