//! The rules that see a risk.

use super::effect::Effect;
use super::grounds::Condition::{
    Addressable, Apart, Divided, Doubter, High, ImportantClaim, ImportantResource, Low, NoTie, OnlySource, Opponent,
    RingAbove, ScarceResource, Stranger, Supporter, Tied, Unaware,
};
use super::grounds::Over;
use super::grounds::Who::{Other, Subject};
use super::{Outlook, OutlookRow, OutlookRule};
use crate::model::Attribute::{
    Cooperation, InterestLevel, Legitimacy, Power, RingDesired, RingWished, Threat, Urgency,
};
use crate::vocabulary::ClaimKind;

const fn row(rule: OutlookRule, question: &'static str) -> OutlookRow {
    OutlookRow { rule, kind: Outlook::Risk, question, over: Over::Party, conditions: &[], effect: Effect::NoBearing }
}

pub(super) const POWERFUL_OPPONENT: OutlookRow = OutlookRow {
    conditions: &[Opponent(Subject), High(Power)],
    effect: Effect::Force,
    ..row(OutlookRule::PowerfulOpponent, "Which opponent has the power to stop us?")
};

pub(super) const SLEEPING_OPPONENT: OutlookRow = OutlookRow {
    conditions: &[Opponent(Subject), High(Power), Low(InterestLevel)],
    effect: Effect::Woken,
    ..row(OutlookRule::SleepingOpponent, "Which powerful opponent hardly cares yet, and had better not wake up?")
};

pub(super) const POWERFUL_DOUBTER: OutlookRow = OutlookRow {
    conditions: &[Doubter, High(Power)],
    effect: Effect::StepDown,
    ..row(OutlookRule::PowerfulDoubter, "Which powerful party is undecided, and could turn against us?")
};

pub(super) const SUPPORTER_LOSES_VALUE: OutlookRow = OutlookRow {
    over: Over::Claim(&[ClaimKind::Destroyed]),
    conditions: &[Supporter(Subject), ImportantClaim],
    effect: Effect::Neutral,
    ..row(OutlookRule::SupporterLosesValue, "Which supporter loses something that matters to it?")
};

pub(super) const CLAIM_NOT_GRANTED: OutlookRow = OutlookRow {
    conditions: &[RingAbove(RingWished, RingDesired)],
    effect: Effect::SupporterNeutral,
    ..row(OutlookRule::ClaimNotGranted, "Who wants a bigger say than we mean to give?")
};

pub(super) const SOLE_SUPPLIER: OutlookRow = OutlookRow {
    over: Over::Resource,
    conditions: &[Apart, OnlySource, ImportantResource, ScarceResource],
    ..row(
        OutlookRule::SoleSupplier,
        "On whom alone do we depend for something important that is hard to get elsewhere?",
    )
};

pub(super) const POWERFUL_STRANGER: OutlookRow = OutlookRow {
    conditions: &[High(Power), Addressable, Apart, Stranger, NoTie],
    ..row(OutlookRule::PowerfulStranger, "With which powerful party do we have no tie?")
};

pub(super) const DANGEROUS_CLAIM: OutlookRow = OutlookRow {
    conditions: &[High(Power), High(Urgency), Low(Legitimacy)],
    ..row(OutlookRule::DangerousClaim, "Who has power and haste, and a claim that few hold legitimate?")
};

pub(super) const THREAT_WITHOUT_COOPERATION: OutlookRow = OutlookRow {
    conditions: &[High(Threat), Low(Cooperation)],
    ..row(OutlookRule::ThreatWithoutCooperation, "Who can do us harm and is hard to work with?")
};

pub(super) const UNAWARE_POWER: OutlookRow = OutlookRow {
    conditions: &[High(Power), Unaware, Addressable],
    ..row(OutlookRule::UnawarePower, "Which powerful party does not know of the project?")
};

pub(super) const DIVIDED_JUDGEMENT: OutlookRow = OutlookRow {
    conditions: &[Divided],
    effect: Effect::Lowest,
    ..row(OutlookRule::DividedJudgement, "Of whom do we not know whether it is for or against?")
};

pub(super) const ALLIED_OPPONENTS: OutlookRow = OutlookRow {
    over: Over::Tie,
    conditions: &[Opponent(Subject), Opponent(Other), Tied],
    effect: Effect::Forces,
    ..row(OutlookRule::AlliedOpponents, "Which opponents have a tie, and could join forces?")
};
