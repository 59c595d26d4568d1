//! The change in the net, party by party and rating by rating.

use serde::Serialize;

use super::super::force_field::{Clout, NEEDED};
use super::Shift;
use crate::id::PartyId;
use crate::math::{Exact, shapley};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why a party changes the net.
    Cause, "cause of change" {
        /// It is in both sums, and a rating is another one.
        Rerated = "re-rated",
        /// It is in the second model only.
        New = "new",
        /// It is in both models, and the ratings that were missing became known.
        NowKnown = "now-known",
        /// It is in the first model only.
        Removed = "removed",
        /// It is in both models, and a rating became unknown.
        NoLongerKnown = "no-longer-known",
    }
}

/// What changed the net. All numbers are raw; each is exact and rounded once.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attribution {
    /// The change in the net. The five parts below add up to it.
    pub change: f64,
    /// What changes of attitude did, over the parties that are in both sums.
    pub by_attitude: f64,
    /// What changes of power did.
    pub by_power: f64,
    /// What changes of interest level did.
    pub by_interest_level: f64,
    /// The forces of the parties that entered the sum.
    pub by_entered: f64,
    /// The forces of the parties that left the sum, less.
    pub by_left: f64,
    /// Party by party, in id order; who changes no rating of the three is not listed.
    pub parties: Vec<ForceChange>,
}

/// What one party changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ForceChange {
    /// The party.
    pub party: PartyId,
    /// Why its force changed.
    pub cause: Cause,
    /// The ratings that made it so: those that are other ones, became known or became unknown. None for a party that came or went
    /// as a whole.
    pub ratings: Vec<Attribute>,
    /// Its force before; none when it was not in the sum.
    pub before: Option<ForceParts>,
    /// Its force after; none when it is not in the sum.
    pub after: Option<ForceParts>,
    /// What it adds to the net, raw.
    pub change: f64,
    /// That, by rating; none for a party that entered or left.
    pub split: Option<Split>,
}

/// A force with the readings that it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ForceParts {
    /// The power.
    pub power: Reading,
    /// The interest level.
    pub interest_level: Reading,
    /// The attitude.
    pub attitude: Reading,
    /// p·s·a, raw.
    pub force: f64,
}

/// A change by the rating that made it: Shapley values, raw.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Split {
    /// What the change of power did.
    pub power: f64,
    /// What the change of interest level did.
    pub interest_level: f64,
    /// What the change of attitude did.
    pub attitude: f64,
}

impl From<&Clout> for ForceParts {
    fn from(clout: &Clout) -> Self {
        let Clout { power, interest_level, attitude } = *clout;
        Self { power, interest_level, attitude, force: clout.force().to_f64() }
    }
}

/// One party's change, exactly.
struct Line {
    cause: Cause,
    change: Exact,
    /// By power, interest level and attitude.
    split: Option<[Exact; 3]>,
}

/// The parts of the change, exactly.
struct Parts {
    factors: [Exact; 3],
    entered: Exact,
    left: Exact,
}

impl Parts {
    fn of<'l>(lines: impl Iterator<Item = &'l Line>) -> Self {
        let mut out = Self { factors: [(); 3].map(|()| Exact::zero()), entered: Exact::zero(), left: Exact::zero() };
        for line in lines {
            match (&line.split, line.cause) {
                (Some(split), _) => {
                    for (sum, part) in out.factors.iter_mut().zip(split) {
                        *sum = &*sum + part;
                    }
                }
                (None, Cause::New | Cause::NowKnown) => out.entered = &out.entered + &line.change,
                (None, _) => out.left = &out.left + &line.change,
            }
        }
        out
    }

    fn total(&self) -> Exact {
        self.factors.iter().chain([&self.entered, &self.left]).sum()
    }
}

/// The line of a party; none when it changes nothing.
fn line(models: &Shift<&Model>, party: &PartyId, aggregate: Aggregate) -> Option<(Line, ForceChange)> {
    let clouts = models.each(|m| Clout::of(m, party, aggregate));
    let subject = Element::from(party);
    let reads = |a: &Attribute| models.each(|m| m.read(&subject, *a, aggregate).map(|r| r.raw));
    let changed: Vec<Attribute> = NEEDED.into_iter().filter(|a| !reads(a).is_still()).collect();
    let (cause, change, split) = match (&clouts.before, &clouts.after) {
        (None, None) => return None,
        (Some(_), Some(_)) if changed.is_empty() => return None,
        (Some(before), Some(after)) => {
            let split = shapley::of_product(&factors(before), &factors(after));
            (Cause::Rerated, after.force() - before.force(), Some(split))
        }
        (None, Some(after)) => {
            let is_new = models.before.party(party).is_none();
            (if is_new { Cause::New } else { Cause::NowKnown }, after.force(), None)
        }
        (Some(before), None) => {
            let is_gone = models.after.party(party).is_none();
            (if is_gone { Cause::Removed } else { Cause::NoLongerKnown }, -before.force(), None)
        }
    };
    // Of one that entered or left, the ratings that were, or are, not known.
    let missing = |a: &Attribute| reads(a).before.is_none() || reads(a).after.is_none();
    let ratings = match cause {
        Cause::Rerated => changed,
        Cause::NowKnown | Cause::NoLongerKnown => changed.into_iter().filter(missing).collect(),
        Cause::New | Cause::Removed => Vec::new(),
    };
    let parts = clouts.each(|clout| clout.as_ref().map(ForceParts::from));
    let shown = ForceChange {
        party: party.clone(),
        cause,
        ratings,
        before: parts.before,
        after: parts.after,
        change: change.to_f64(),
        split: split.as_ref().map(|[power, interest_level, attitude]| Split {
            power: power.to_f64(),
            interest_level: interest_level.to_f64(),
            attitude: attitude.to_f64(),
        }),
    };
    Some((Line { cause, change, split }, shown))
}

fn factors(clout: &Clout) -> [Exact; 3] {
    [clout.power, clout.interest_level, clout.attitude].map(|r| Exact::of(r.raw))
}

/// The lines of the parties of either model, in id order.
fn lines(models: &Shift<&Model>, aggregate: Aggregate) -> Vec<(Line, ForceChange)> {
    let [before, after] = [models.before, models.after].map(|m| m.parties().map(|(id, _)| id));
    let parties = itertools::merge(before, after);
    itertools::Itertools::dedup(parties).filter_map(|party| line(models, party, aggregate)).collect()
}

pub(super) fn attribute(models: &Shift<&Model>, aggregate: Aggregate) -> Attribution {
    let lines = lines(models, aggregate);
    let parts = Parts::of(lines.iter().map(|(line, _)| line));
    let change = parts.total().to_f64();
    let [by_power, by_interest_level, by_attitude] = parts.factors.map(|x| x.to_f64());
    let (by_entered, by_left) = (parts.entered.to_f64(), parts.left.to_f64());
    let parties = lines.into_iter().map(|(_, shown)| shown).collect();
    Attribution { change, by_attitude, by_power, by_interest_level, by_entered, by_left, parties }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Party;
    use crate::rating::Rating;
    use proptest::prelude::*;

    /// Tenths on the default scales; a rating may be missing.
    fn model() -> impl Strategy<Value = Model> {
        let number = |x: i32| Rating::number(f64::from(x) / 10.0).ok();
        let rating = |low: i32, high: i32| prop_oneof![1 => Just(None), 9 => (low..=high).prop_map(number)];
        let party = (rating(10, 50), rating(10, 50), rating(-20, 20));
        proptest::collection::btree_map(0..8_u8, party, 0..7).prop_map(|parties| {
            let mut out = Model::new();
            for (n, (power, interest_level, attitude)) in parties {
                let party = Party { power, interest_level, attitude, ..Party::default() };
                out.insert_party(PartyId::new(&format!("p{n}")).unwrap(), party).unwrap();
            }
            out
        })
    }

    fn net(model: &Model) -> Exact {
        model.parties().filter_map(|(id, _)| Clout::of(model, id, Aggregate::Median)).map(|c| c.force()).sum()
    }

    proptest! {
        #[test]
        fn the_exact_parts_are_the_exact_change(before in model(), after in model()) {
            let change = net(&after) - net(&before);
            let lines = lines(&Shift { before: &before, after: &after }, Aggregate::Median);
            prop_assert_eq!(&Parts::of(lines.iter().map(|(line, _)| line)).total(), &change);
            prop_assert_eq!(&lines.iter().map(|(line, _)| &line.change).sum::<Exact>(), &change);
            for (line, _) in &lines {
                if let Some(split) = &line.split {
                    prop_assert_eq!(&split.iter().sum::<Exact>(), &line.change);
                }
            }
        }
    }
}
