//! Replay: the distance of the profiles that a finding names, made again from the model.

use super::super::replay::{Rule, as_cited};
use super::ReferenceKind;
use super::measure::{
    Sides, closing, distance, grounds, kogut_singh, kogut_singh_as_cited, mahalanobis_as_cited, rounded,
};
use super::options::Reference;
use crate::evidence::{Amount, Contribution, Finding, Law, Measure};
use crate::id::CultureId;
use crate::model::{Element, Model};
use crate::rating::Aggregate;

pub(super) const DISTANCE: &str = "culture-distance";
pub(super) const DESIRED: &str = "culture-distance-desired";
pub(super) const CLOSING: &str = "culture-closing";
pub(super) const CHANGE: &str = "culture-change";
pub(super) const MAHALANOBIS: &str = "culture-mahalanobis";
const KOGUT_SINGH: &str = "culture-kogut-singh";
const KOGUT_SINGH_GIVEN: &str = "culture-kogut-singh-given";

/// The rule of the index of Kogut and Singh: a reference set of the file is made again, given rows are taken as cited.
pub(super) fn rule_of(reference: ReferenceKind) -> &'static str {
    match reference {
        ReferenceKind::Profiles => KOGUT_SINGH,
        ReferenceKind::Given => KOGUT_SINGH_GIVEN,
    }
}

type Again = fn(&Model, [&CultureId; 2], Aggregate, &[Contribution]) -> Option<(Vec<Contribution>, Measure)>;

fn made(model: &Model, sides: &Sides<'_>, aggregate: Aggregate) -> Option<(Vec<Contribution>, Measure)> {
    let because = grounds(model, sides, aggregate);
    let kind = model.culture(sides.first())?.model;
    let measure = rounded(&distance(kind, &because));
    Some((because, measure))
}

fn of_two(model: &Model, finding: &Finding, again: Again) -> Amount {
    let made = match finding.subject.as_slice() {
        [Element::Culture(a), Element::Culture(b)] => again(model, [a, b], finding.aggregate, &finding.because),
        _ => None,
    };
    as_made(finding, made)
}

fn as_made(finding: &Finding, made: Option<(Vec<Contribution>, Measure)>) -> Amount {
    let now = made.map(|(because, amount)| Finding { amount: amount.into(), because, ..finding.clone() });
    as_cited(now, finding)
}

fn change(model: &Model, finding: &Finding) -> Amount {
    let made = match finding.subject.as_slice() {
        [Element::Culture(id)] => made(model, &Sides::change(id), finding.aggregate),
        _ => None,
    };
    as_made(finding, made)
}

/// The same for every rule: contributions need both profiles.
macro_rules! rules {
    ($($id:ident: $whole:expr;)+) => {
        pub(in crate::analysis) const RULES: &[Rule] =
            &[$(Rule { id: $id, law: Law::Statistic, part: Rule::WHOLE, whole: Some($whole) }),+];
    };
}
rules! {
    DISTANCE: |m, f| of_two(m, f, |m, [a, b], by, _| made(m, &Sides::now(a, b), by));
    DESIRED: |m, f| of_two(m, f, |m, [a, b], by, _| made(m, &Sides::desired(a, b), by));
    CLOSING: |m, f| of_two(m, f, |m, [a, b], by, _| Some(closing(m, a, b, by)));
    CHANGE: change;
    KOGUT_SINGH: |m, f| of_two(m, f, |m, [a, b], by, _| {
        let found = kogut_singh(m, a, b, by, &Reference::Profiles)?;
        Some((found.grounds?, found.index.index))
    });
    KOGUT_SINGH_GIVEN: |m, f| of_two(m, f, |m, [a, b], by, cited| kogut_singh_as_cited(m, a, b, by, cited));
    MAHALANOBIS: |m, f| of_two(m, f, |m, [a, b], by, cited| mahalanobis_as_cited(m, a, b, by, cited));
}
