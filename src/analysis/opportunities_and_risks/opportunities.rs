//! The rules that see an opportunity.

use super::effect::Effect;
use super::grounds::Condition::{
    Addressable, Doubter, High, ImportantClaim, Low, NotSupporter, Opponent, RingAbove, Shared, Supporter, Trusted,
};
use super::grounds::Over;
use super::grounds::Who::{Other, Subject};
use super::{Outlook, OutlookRow, OutlookRule};
use crate::model::Attribute::{Cooperation, InterestLevel, Power, RingActual, RingDesired, RingWished};
use crate::vocabulary::ClaimKind;

const fn row(rule: OutlookRule, question: &'static str) -> OutlookRow {
    OutlookRow {
        rule,
        kind: Outlook::Opportunity,
        question,
        over: Over::Party,
        conditions: &[],
        effect: Effect::NoBearing,
    }
}

pub(super) const SLEEPING_SUPPORTER: OutlookRow = OutlookRow {
    conditions: &[Supporter(Subject), High(Power), Low(InterestLevel)],
    effect: Effect::Woken,
    ..row(OutlookRule::SleepingSupporter, "Which powerful supporter hardly cares yet, and could be woken?")
};

pub(super) const VOICE_TO_OPPONENT: OutlookRow = OutlookRow {
    over: Over::Trust,
    conditions: &[Supporter(Subject), Opponent(Other), Trusted],
    effect: Effect::OtherNeutral,
    ..row(OutlookRule::VoiceToOpponent, "Which supporter is trusted by an opponent, and could speak to it?")
};

pub(super) const COMMON_GROUND_WITH_DOUBTER: OutlookRow = OutlookRow {
    over: Over::Interest,
    conditions: &[Doubter, Shared],
    effect: Effect::StepUp,
    ..row(OutlookRule::CommonGroundWithDoubter, "Which interest do we share with a doubter?")
};

pub(super) const COMMON_GROUND_WITH_OPPONENT: OutlookRow = OutlookRow {
    over: Over::Interest,
    conditions: &[Opponent(Subject), Shared],
    effect: Effect::StepUp,
    ..row(OutlookRule::CommonGroundWithOpponent, "Which interest do we share with an opponent?")
};

pub(super) const COOPERATIVE_DOUBTER: OutlookRow = OutlookRow {
    conditions: &[NotSupporter, High(Cooperation), Addressable],
    effect: Effect::StepUp,
    ..row(OutlookRule::CooperativeDoubter, "Which doubter or opponent is well able and willing to cooperate?")
};

pub(super) const GAIN_FOR_DOUBTER: OutlookRow = OutlookRow {
    over: Over::Claim(&[ClaimKind::Captured, ClaimKind::Opportunity]),
    conditions: &[NotSupporter, ImportantClaim],
    effect: Effect::StepUp,
    ..row(
        OutlookRule::GainForDoubter,
        "What that matters to a doubter or opponent does the project bring it, or could it?",
    )
};

pub(super) const CARRIER: OutlookRow = OutlookRow {
    conditions: &[Supporter(Subject), High(InterestLevel), Low(Power)],
    ..row(OutlookRule::Carrier, "Which supporter without much power is keen, and could carry the enthusiasm?")
};

pub(super) const WILLING_TO_DO_MORE: OutlookRow = OutlookRow {
    conditions: &[Supporter(Subject), RingAbove(RingWished, RingActual), RingAbove(RingDesired, RingActual)],
    ..row(OutlookRule::WillingToDoMore, "Which supporter wants to do more than it does, as we want too?")
};
