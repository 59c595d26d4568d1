//! Replaying a finding: do its grounds still say what it says?

use thiserror::Error;

use crate::evidence::{Amount, Contribution, Finding, Law, Undefined};
use crate::math::exact;
use crate::model::{Attribute, Element, Model};

/// How findings of one rule are made again from a model.
pub(crate) struct Rule {
    /// The id that findings carry.
    pub(crate) id: &'static str,
    /// The law that they obey.
    pub(crate) law: Law,
    /// What a contribution must amount to; `None` when the model does not say that any more.
    pub(crate) part: fn(&Model, &Finding, &Contribution) -> Option<f64>,
    /// The amount, for laws that are the rule's own.
    pub(crate) whole: Option<fn(&Model, &Finding) -> Amount>,
}

impl Rule {
    /// A contribution amounts to the raw number that was read.
    pub(crate) const RAW: fn(&Model, &Finding, &Contribution) -> Option<f64> = |_, _, c| Some(c.reading?.raw);

    /// Contributions of which each needs the whole model: the rule's own `whole` makes them all again, with [`as_cited`].
    pub(crate) const WHOLE: fn(&Model, &Finding, &Contribution) -> Option<f64> = |_, _, c| Some(c.amount);
}

/// The amount of a finding as the model gives it now, if its grounds are those that were cited; else one that was not found.
pub(crate) fn as_cited(now: Option<Finding>, cited: &Finding) -> Amount {
    let differs = match cited.amount {
        Amount::Undefined(Undefined::MissingRating) => Undefined::NothingToMeasure,
        _ => Undefined::MissingRating,
    };
    now.filter(|f| f.because == cited.because).map_or(Amount::Undefined(differs), |f| f.amount)
}

fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        super::force_field::RULES,
        super::tipping::RULES,
        super::free_forces::RULES,
        super::power_interest::RULES,
        super::salience::RULES,
        super::power_interest_attitude::RULES,
        super::support::RULES,
        super::threat_cooperation::RULES,
        super::trust_matrix::RULES,
        super::alignment_interest::RULES,
        super::rings::RULES,
        super::engagement::RULES,
        super::value_map::RULES,
        super::conflicts::RULES,
        super::opportunities_and_risks::RULES,
        super::communication_plan::RULES,
        super::shared_goal::RULES,
        super::convergence::RULES,
        super::influence::RULES,
        super::indirect_influence::RULES,
        super::conflict_table::RULES,
        super::mutual_gains::RULES,
        super::value_network::RULES,
        super::everyone_gains::RULES,
        super::co_orientation::RULES,
        super::value_tensions::RULES,
        super::rank_values::RULES,
        super::value_priorities::RULES,
        super::agreement::RULES,
        super::culture_distance::RULES,
        super::iceberg::RULES,
        super::leadership::RULES,
    ]
    .into_iter()
    .chain(super::relations::RULES)
    .flatten()
}

/// A finding does not follow from its grounds.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum ReplayError {
    /// No method makes findings of this rule.
    #[error("`{0}` is not a rule")]
    UnknownRule(&'static str),
    /// The finding names another law than its rule.
    #[error("`{rule}` obeys the law `{expected}`, not `{found}`")]
    WrongLaw {
        /// The rule.
        rule: &'static str,
        /// The law of the rule.
        expected: Law,
        /// The law that the finding names.
        found: Law,
    },
    /// The model reads a rating differently, or not at all.
    #[error("`{source_element}`: {attribute} does not read as cited")]
    Reading {
        /// What was read.
        source_element: Element,
        /// Which of its attributes.
        attribute: Attribute,
    },
    /// A contribution does not amount to what the model says.
    #[error("`{source_element}` contributes {found}, not {expected:?}")]
    Part {
        /// What contributes.
        source_element: Element,
        /// What it amounts to in the model.
        expected: Option<f64>,
        /// What the finding says.
        found: f64,
    },
    /// The contributions do not make the amount.
    #[error("the contributions of `{rule}` make {expected}, not {found}")]
    Whole {
        /// The rule.
        rule: &'static str,
        /// What they make.
        expected: Amount,
        /// What the finding says.
        found: Amount,
    },
}

/// Makes a finding again from its grounds and the model: every cited rating is read again, every contribution computed again, and
/// the law applied. Numbers must be equal to the bit. Totals over the whole field must cite every party that counts, totals of free
/// forces every force of known strength. Settings that the model does not hold (the target of tipping, a cut at a given level) are
/// taken as cited; a median is taken again.
///
/// # Errors
/// [`ReplayError`] with the first thing that differs.
pub fn replay(finding: &Finding, model: &Model) -> Result<(), ReplayError> {
    let rule = rules().find(|r| r.id == finding.rule).ok_or(ReplayError::UnknownRule(finding.rule))?;
    if rule.law != finding.law {
        return Err(ReplayError::WrongLaw { rule: rule.id, expected: rule.law, found: finding.law });
    }
    for part in &finding.because {
        if let (Some(attribute), Some(reading)) = (part.attribute, part.reading)
            && model.read_as_cited(&part.source, attribute, finding.aggregate) != Some(reading)
        {
            return Err(ReplayError::Reading { source_element: part.source.clone(), attribute });
        }
        let expected = (rule.part)(model, finding, part);
        if expected.map(f64::to_bits) != Some(part.amount.to_bits()) {
            return Err(ReplayError::Part { source_element: part.source.clone(), expected, found: part.amount });
        }
    }
    let amounts: Vec<f64> = finding.because.iter().map(|c| c.amount).collect();
    let extreme = |pick: fn(f64, f64) -> f64| amounts.iter().copied().reduce(pick).map_or(0.0, |x| x);
    let expected = match (finding.law, rule.whole) {
        (_, Some(whole)) => whole(model, finding),
        (Law::Sum, None) => Amount::Number(exact::sum(amounts.iter().copied())),
        (Law::Product, None) => Amount::Number(exact::product(amounts.iter().copied())),
        (Law::Mean, None) => Amount::Number(exact::mean(&amounts).unwrap_or(0.0)),
        (Law::Max, None) => Amount::Number(extreme(f64::max)),
        (Law::Min, None) => Amount::Number(extreme(f64::min)),
        (Law::Class | Law::Statistic | Law::Optimum, None) => return Err(ReplayError::UnknownRule(rule.id)),
    };
    if expected == finding.amount {
        Ok(())
    } else {
        Err(ReplayError::Whole { rule: rule.id, expected, found: finding.amount })
    }
}
