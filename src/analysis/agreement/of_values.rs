//! How far the parties agree on one value.

use serde::{Serialize, Serializer};

use super::Rated;
use crate::evidence::{Finding, Measure, Undefined};
use crate::id::{PartyId, ValueId};
use crate::math::ordinal::{self, Frequencies};
use crate::model::{Element, Model};
use crate::scale::ScaleKind;

/// One layer of the frequencies of a value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueLayer {
    /// For each category, whether it is in the layer. In JSON a word of 0 and 1.
    #[serde(serialize_with = "as_digits")]
    pub pattern: Vec<bool>,
    /// How many parties of each of its categories.
    pub height: f64,
    /// Its share in all.
    pub weight: f64,
    /// Its agreement by itself, −1 … 1.
    pub agreement: f64,
}

fn as_digits<S: Serializer>(pattern: &[bool], serializer: S) -> Result<S::Ok, S::Error> {
    let digits: String = pattern.iter().map(|on| if *on { '1' } else { '0' }).collect();
    serializer.serialize_str(&digits)
}

/// How far the parties agree on the importance of one value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueAgreement {
    /// The value.
    pub value: ValueId,
    /// How many parties count: their point is a category of the scale.
    pub parties: usize,
    /// The parties whose point is none, such as 3.5, and which are left out here; in id order.
    pub between_categories: Vec<PartyId>,
    /// How many parties chose each category, in the order of the scale.
    pub frequencies: Vec<f64>,
    /// Van der Eijk's A: −1 two opposed halves, 0 spread evenly, 1 all the same.
    pub agreement: Measure,
    /// (1 − A)/2: 0 … 1.
    pub polarization: Measure,
    /// The layers that A is made of, from the bottom up.
    pub layers: Vec<ValueLayer>,
    /// Tastle and Wierman's consensus: 0 … 1.
    pub consensus: Measure,
}

/// The categories of the scale, if there are not too many.
pub(super) fn categories(model: &Model) -> Option<Vec<f64>> {
    let scale = model.scales().of(ScaleKind::OneSided);
    let all = std::iter::successors(Some(scale.min()), |x| Some(x + 1.0)).take_while(|x| *x <= scale.max());
    let all: Vec<f64> = all.take(ordinal::MOST_CATEGORIES + 1).collect();
    (all.len() <= ordinal::MOST_CATEGORIES).then_some(all)
}

pub(super) fn of_values(rated: &Rated, categories: Option<&[f64]>, findings: &mut Vec<Finding>) -> Vec<ValueAgreement> {
    let mut out = Vec::new();
    for item in 0..rated.values.len() {
        let Some((found, both)) = one(rated, categories, item) else { continue };
        if found.parties > 0 {
            findings.extend(both);
        }
        out.push(found);
    }
    out
}

fn one(rated: &Rated, categories: Option<&[f64]>, item: usize) -> Option<(ValueAgreement, [Finding; 2])> {
    let value = rated.values.get(item)?;
    let parties = |places: &[usize]| places.iter().filter_map(|place| rated.party(*place)).cloned().collect();
    let counted = categories.map(|categories| Frequencies::of_item(&rated.table, item, categories));
    let (frequencies, elsewhere, peeled, consensus) = match counted {
        Some(Ok((frequencies, elsewhere))) => {
            let (peeled, consensus) = (frequencies.agreement(), frequencies.consensus());
            (frequencies.numbers(), elsewhere, Measure::from(peeled), consensus.into())
        }
        // The categories of a scale of too many or of numbers so large that they do not differ by 1.
        None | Some(Err(_)) => {
            let unsaid = Undefined::BudgetExhausted;
            (Vec::new(), Vec::new(), Measure::Undefined(unsaid), Measure::Undefined(unsaid))
        }
    };
    let because = rated.grounds_of(item, |judge| elsewhere.binary_search(&judge).is_err());
    let number = |pick: fn(&ordinal::Agreement) -> f64| match &peeled {
        Measure::Known(peeled) => Measure::Known(pick(peeled)),
        Measure::Undefined(reason) => Measure::Undefined(*reason),
    };
    let (agreement, polarization) = (number(|a| a.agreement), number(|a| a.polarization));
    let subject = || vec![Element::from(value)];
    let findings = [
        rated.finding(subject(), "value-agreement", agreement, because.clone()),
        rated.finding(subject(), "value-consensus", consensus, because.clone()),
    ];
    let layer = |l: ordinal::Layer| {
        let ordinal::Layer { pattern, height, weight, agreement } = l;
        ValueLayer { pattern, height, weight, agreement }
    };
    let found = ValueAgreement {
        value: value.clone(),
        parties: because.len(),
        between_categories: parties(&elsewhere),
        frequencies,
        agreement,
        polarization,
        layers: peeled.value().map_or_else(Vec::new, |a| a.layers.into_iter().map(layer).collect()),
        consensus,
    };
    Some((found, findings))
}

/// The finding as the model gives it now.
pub(super) fn again(model: &Model, finding: &Finding) -> Option<Finding> {
    let rated = Rated::of(model, finding.aggregate);
    let [Element::Value(value)] = finding.subject.as_slice() else { return None };
    let item = rated.values.binary_search(value).ok()?;
    let (_, both) = one(&rated, categories(model).as_deref(), item)?;
    both.into_iter().find(|f| f.rule == finding.rule)
}
