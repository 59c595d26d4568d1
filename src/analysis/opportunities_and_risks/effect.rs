//! What an opportunity or risk does to the net force.

use super::super::force_field::{Clout, NEEDED};
use super::grounds::{Case, Context};
use crate::evidence::{Contribution, Measure, Omission, Undefined};
use crate::id::PartyId;
use crate::math::Exact;
use crate::model::Attribute;

/// What changes, and with it the net. p, s and a are power, interest level and attitude of the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// The rule says nothing of the net.
    NoBearing,
    /// Its interest level rises to the cut, or to the end of the scale if the cut lies beyond: p·(cut − s)·a.
    Woken,
    /// Its attitude rises by one step: p·s.
    StepUp,
    /// Its attitude falls by one step: −p·s.
    StepDown,
    /// It becomes neutral: −p·s·a.
    Neutral,
    /// It becomes neutral if it is a supporter, and nothing is said if it is not.
    SupporterNeutral,
    /// The other party becomes neutral: −p·s·a of the other.
    OtherNeutral,
    /// What it adds now: p·s·a.
    Force,
    /// What the two of them add now.
    Forces,
    /// Its lowest judgement turns out to be right: p·s·(low − a).
    Lowest,
}

/// The effect with its own grounds, or what is missing for it.
pub(super) struct Reckoned {
    pub(super) effect: Measure,
    pub(super) because: Vec<Contribution>,
    pub(super) missing: Vec<Omission>,
}

impl Reckoned {
    fn without(effect: Undefined, missing: Vec<Omission>) -> Self {
        Self { effect: Measure::Undefined(effect), because: Vec::new(), missing }
    }
}

impl Effect {
    pub(super) fn reckon(self, context: &Context<'_>, case: &Case<'_>) -> Reckoned {
        let whose: Vec<&PartyId> = match (self, case.other) {
            (Self::NoBearing, _) => return Reckoned::without(Undefined::NoBearing, Vec::new()),
            (Self::OtherNeutral, other) => other.into_iter().collect(),
            (Self::Forces, other) => std::iter::once(case.party).chain(other).collect(),
            _ => vec![case.party],
        };
        if self == Self::SupporterNeutral
            && context.rating(case.party, Attribute::Attitude).is_some_and(|r| r.raw <= 0.0)
        {
            return Reckoned::without(Undefined::NoBearing, Vec::new());
        }
        let mut out = Reckoned { effect: Measure::Known(0.0), because: Vec::new(), missing: Vec::new() };
        let mut net = Exact::zero();
        for party in whose {
            let [power, interest_level, attitude] = NEEDED.map(|attribute| {
                let reading = context.rating(party, attribute);
                match reading {
                    Some(r) => out.because.push(Contribution::read(party.into(), attribute, r, r.raw)),
                    None => out.missing.push(Omission::unknown(party.into(), attribute)),
                }
                reading
            });
            if let (Some(power), Some(interest_level), Some(attitude)) = (power, interest_level, attitude) {
                net = net + self.change(context, &Clout { power, interest_level, attitude });
            }
        }
        if !out.missing.is_empty() {
            return Reckoned::without(Undefined::MissingRating, out.missing);
        }
        out.effect = Measure::Known(net.to_f64());
        out
    }

    fn change(self, context: &Context<'_>, clout: &Clout) -> Exact {
        match self {
            Self::NoBearing => Exact::zero(),
            Self::Woken => {
                let s = clout.interest_level;
                let cut = context.cut(Attribute::InterestLevel).map_or(s.raw, |c| c.amount.min(s.scale.max()));
                let raised = Exact::of(cut) - Exact::of(s.raw);
                Exact::of(clout.power.raw) * raised * Exact::of(clout.attitude.raw)
            }
            Self::StepUp => clout.weight(),
            Self::StepDown => -clout.weight(),
            Self::Neutral | Self::SupporterNeutral | Self::OtherNeutral => -clout.force(),
            Self::Force | Self::Forces => clout.force(),
            Self::Lowest => clout.weight() * (Exact::of(clout.attitude.low) - Exact::of(clout.attitude.raw)),
        }
    }
}
