//! The distances between two sides, each a profile now or as desired, over the dimensions that both know.

use std::collections::{BTreeMap, BTreeSet};

use super::options::{CovarianceOf, Reference};
use super::{KogutSinghIndex, ReferenceKind};
use crate::evidence::{Contribution, Measure, Undefined};
use crate::id::{CultureId, Slug};
use crate::math::profile::{self, KogutSingh, NoKogutSingh, mean_absolute_difference, points_to_move};
use crate::math::{Covariance, exact};
use crate::model::{Attribute, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::{Raw, Scale, ScaleKind};
use crate::vocabulary::CultureModel;

/// What is compared: two profiles, each now or as desired.
pub(in crate::analysis) struct Sides<'a>([(&'a CultureId, Attribute); 2]);

impl<'a> Sides<'a> {
    pub(in crate::analysis) fn now(a: &'a CultureId, b: &'a CultureId) -> Self {
        Self([(a, Attribute::CultureNow), (b, Attribute::CultureNow)])
    }

    pub(super) fn desired(a: &'a CultureId, b: &'a CultureId) -> Self {
        Self([(a, Attribute::CultureDesired), (b, Attribute::CultureDesired)])
    }

    pub(super) fn change(id: &'a CultureId) -> Self {
        Self([(id, Attribute::CultureNow), (id, Attribute::CultureDesired)])
    }
}

/// The scores of both sides on every dimension that both know, dimension by dimension; none for sides of different models.
pub(in crate::analysis) fn grounds(model: &Model, sides: &Sides<'_>, aggregate: Aggregate) -> Vec<Contribution> {
    let [a, b] = &sides.0;
    let read = |(id, attribute): &(&CultureId, Attribute)| {
        let culture = model.culture(id)?;
        Some((culture.model, culture.read(model.scales(), *attribute, aggregate)))
    };
    let (Some((kind, here)), Some((other, there))) = (read(a), read(b)) else { return Vec::new() };
    if kind != other {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (dimension, x) in here {
        if let Some(y) = there.get(&dimension) {
            for ((id, attribute), reading) in [(a, x), (b, *y)] {
                let source = Element::Dimension((*id).clone(), dimension.clone());
                out.push(Contribution::read(source, *attribute, reading, reading.raw));
            }
        }
    }
    out
}

/// Cited scores, two by two, with their dimension.
pub(super) fn paired(because: &[Contribution]) -> Vec<(&Slug, Reading, Reading)> {
    fn pair(two: &[Contribution]) -> Option<(&Slug, Reading, Reading)> {
        let [first, second] = two else { return None };
        let Element::Dimension(_, dimension) = &first.source else { return None };
        Some((dimension, first.reading?, second.reading?))
    }
    // What is no score of two sides is cited behind the scores.
    because.chunks(2).map_while(pair).collect()
}

/// The distance of pairs of raw numbers on one scale: points to move on that of points, else the mean difference in unit.
pub(super) fn distance(scale: &Scale, pairs: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    if scale.kind() != ScaleKind::Points {
        return mean_absolute_difference(pairs, scale.max() - scale.min());
    }
    let mut pairs = pairs.peekable();
    // Numbers that were brought to 100 are rounded: what lies beyond it is a rounding.
    pairs.peek().is_some().then(|| points_to_move(pairs).min(scale.max()))
}

/// The known scores of a profile, ready to be compared with many others of the same numbering.
pub(in crate::analysis) struct Scored {
    model: CultureModel,
    /// By the number of the dimension.
    scores: Vec<(u32, f64)>,
    scale: Option<Scale>,
}

impl Scored {
    /// Dimensions that have no number yet get the next one.
    pub(in crate::analysis) fn new(
        model: CultureModel,
        known: &BTreeMap<Slug, Reading>,
        numbers: &mut BTreeMap<Slug, u32>,
    ) -> Self {
        let mut scores = Vec::with_capacity(known.len());
        for (dimension, reading) in known {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            scores.push((*numbers.entry(dimension.clone()).or_insert(next), reading.raw));
        }
        scores.sort_by_key(|(dimension, _)| *dimension);
        Self { model, scores, scale: known.values().next().map(|r| r.scale) }
    }

    /// How far two profiles lie apart, with its share; as the grounds say it.
    pub(in crate::analysis) fn apart(&self, other: &Self) -> (Measure, Measure) {
        let both = itertools::merge_join_by(&self.scores, &other.scores, |x, y| x.0.cmp(&y.0));
        let both = both.filter_map(|found| found.both()).map(|(x, y)| (x.1, y.1));
        let scale = self.scale.filter(|_| self.model == other.model);
        let found = Measure::or(scale.and_then(|scale| distance(&scale, both)), Undefined::NothingToMeasure);
        (found, share(self.model, found))
    }
}

/// The distance that cited scores make.
pub(in crate::analysis) fn of_grounds(because: &[Contribution]) -> Measure {
    let pairs = paired(because);
    let scale = pairs.first().map(|(_, x, _)| x.scale);
    let found = scale.and_then(|scale| distance(&scale, pairs.iter().map(|(_, x, y)| (x.raw, y.raw))));
    Measure::or(found, Undefined::NothingToMeasure)
}

/// A distance as a share, 0…1.
pub(in crate::analysis) fn share(model: CultureModel, distance: Measure) -> Measure {
    match distance {
        Measure::Known(points) if model == CultureModel::CompetingValues => {
            Measure::or(exact::ratio(points, 100.0), Undefined::NothingToMeasure)
        }
        other => other,
    }
}

/// x − y in points, or in unit.
pub(super) fn difference(x: &Reading, y: &Reading) -> f64 {
    if x.scale.kind() == ScaleKind::Points {
        return exact::difference(x.raw, y.raw);
    }
    exact::difference_ratio(x.raw, y.raw, x.scale.max() - x.scale.min()).unwrap_or(0.0)
}

/// How much nearer the wishes of two bring them, over the dimensions of which all four scores are known: now of both, then desired
/// of both, dimension by dimension.
pub(super) fn closing(
    model: &Model,
    a: &CultureId,
    b: &CultureId,
    aggregate: Aggregate,
) -> (Vec<Contribution>, Measure) {
    let now = grounds(model, &Sides::now(a, b), aggregate);
    let desired = grounds(model, &Sides::desired(a, b), aggregate);
    let here: BTreeSet<&Slug> = paired(&now).into_iter().map(|(d, _, _)| d).collect();
    let there: BTreeSet<&Slug> = paired(&desired).into_iter().map(|(d, _, _)| d).collect();
    let known = |c: &&Contribution| match &c.source {
        Element::Dimension(_, d) => here.contains(d) && there.contains(d),
        _ => false,
    };
    let of = |all: &[Contribution]| -> Vec<Contribution> { all.iter().filter(known).cloned().collect() };
    let (now, desired) = (of(&now), of(&desired));
    let measure = match (of_grounds(&now), of_grounds(&desired)) {
        (Measure::Known(now), Measure::Known(desired)) => Measure::Known(exact::difference(now, desired)),
        (undefined, _) => undefined,
    };
    (now.into_iter().chain(desired).collect(), measure)
}

/// The index of Kogut and Singh with its grounds, where it is defined: the scores, then the variance of each dimension.
pub(super) struct Indexed {
    pub(super) index: KogutSinghIndex,
    pub(super) grounds: Option<Vec<Contribution>>,
}

/// What the variances are cited as.
const VARIANCE: &str = "culture-variance";
/// What the cells of a covariance are cited as.
const COVARIANCE: &str = "culture-covariance";

/// `None` where no reference set is given for the model of the two.
pub(super) fn kogut_singh(
    model: &Model,
    a: &CultureId,
    b: &CultureId,
    aggregate: Aggregate,
    reference: &Reference,
) -> Option<Indexed> {
    let mut because = grounds(model, &Sides::now(a, b), aggregate);
    let kind = model.culture(a).map(|c| c.model);
    let dimensions: Vec<Slug> = paired(&because).into_iter().map(|(d, _, _)| d.clone()).collect();
    let (set, name, rows) = match reference {
        Reference::Profiles => {
            let of_kind = model.cultures().filter(|(_, c)| Some(c.model) == kind);
            let row = |(_, c): (_, &crate::model::Culture)| -> Option<Vec<f64>> {
                let known = c.read(model.scales(), Attribute::CultureNow, aggregate);
                dimensions.iter().map(|d| known.get(d).map(|r| r.raw)).collect()
            };
            (ReferenceKind::Profiles, None, of_kind.filter_map(row).collect())
        }
        Reference::Given(sets) => {
            let set = sets.iter().find(|set| Some(set.model) == kind)?;
            let row = |row: &BTreeMap<Slug, Raw>| -> Option<Vec<f64>> {
                dimensions.iter().map(|d| row.get(d).map(|x| x.get())).collect()
            };
            let rows: Vec<Vec<f64>> = set.rows.iter().filter_map(row).collect();
            (ReferenceKind::Given, Some(set.name.clone()), rows)
        }
    };
    let nothing = || if dimensions.is_empty() { Err(NoKogutSingh::NoDimensions) } else { Ok(()) };
    let found = nothing().and_then(|()| profile::variances(&rows)).and_then(|variances| {
        because.extend(variances.iter().map(|v| Contribution::of(Element::Setting(VARIANCE), *v)));
        of_variances(&because)
    });
    let measure = |of: fn(KogutSingh) -> f64| match found {
        Ok(found) => Measure::Known(of(found)),
        Err(NoKogutSingh::TooFewRows { .. }) => Measure::Undefined(Undefined::TooFewRows),
        Err(NoKogutSingh::NoVariance { .. }) => Measure::Undefined(Undefined::NoVariance),
        Err(_) => Measure::Undefined(Undefined::NothingToMeasure),
    };
    let (index, root) = (measure(|k| k.index), measure(|k| k.root));
    let index = KogutSinghIndex { index, root, reference: set, name, rows: rows.len() };
    Some(Indexed { grounds: found.is_ok().then_some(because), index })
}

/// What is cited behind the scores.
fn settings(because: &[Contribution], name: &'static str) -> Vec<f64> {
    because.iter().filter(|c| c.source == Element::Setting(name)).map(|c| c.amount).collect()
}

fn raw(because: &[Contribution]) -> (Vec<f64>, Vec<f64>) {
    paired(because).into_iter().map(|(_, x, y)| (x.raw, y.raw)).unzip()
}

/// The index that cited scores and variances make.
pub(super) fn of_variances(because: &[Contribution]) -> Result<KogutSingh, NoKogutSingh> {
    let (x, y) = raw(because);
    profile::kogut_singh_with(&x, &y, &settings(because, VARIANCE))
}

/// The distance of Mahalanobis with its grounds: the scores in the order of the matrix, then its cells, row by row. `None` where a
/// score of one of its dimensions is not known.
pub(super) fn mahalanobis(
    model: &Model,
    a: &CultureId,
    b: &CultureId,
    aggregate: Aggregate,
    given: &CovarianceOf,
) -> Option<(Vec<Contribution>, Measure)> {
    let mut because = in_order(&grounds(model, &Sides::now(a, b), aggregate), &given.dimensions)?;
    let cells = given.covariance.rows().iter().flatten();
    because.extend(cells.map(|cell| Contribution::of(Element::Setting(COVARIANCE), *cell)));
    let (x, y) = raw(&because);
    let distance = Measure::or(given.covariance.mahalanobis(&x, &y), Undefined::NothingToMeasure);
    Some((because, distance))
}

/// The scores of given dimensions, in their order.
fn in_order(scores: &[Contribution], dimensions: &[Slug]) -> Option<Vec<Contribution>> {
    let of = |d: &Slug| {
        scores.chunks(2).find(|two| matches!(two, [Contribution { source: Element::Dimension(_, x), .. }, _] if x == d))
    };
    dimensions.iter().map(of).collect::<Option<Vec<_>>>().map(|found| found.concat())
}

/// The distance of Mahalanobis again, with the covariance as cited.
pub(super) fn mahalanobis_as_cited(
    model: &Model,
    a: &CultureId,
    b: &CultureId,
    aggregate: Aggregate,
    because: &[Contribution],
) -> Option<(Vec<Contribution>, Measure)> {
    let dimensions: Vec<Slug> = paired(because).into_iter().map(|(d, _, _)| d.clone()).collect();
    let cells = settings(because, COVARIANCE);
    let rows: Vec<Vec<f64>> = cells.chunks(dimensions.len().max(1)).map(<[f64]>::to_vec).collect();
    let covariance = Covariance::new(&rows).ok()?;
    let given = CovarianceOf::new(model.culture(a)?.model, dimensions, covariance).ok()?;
    mahalanobis(model, a, b, aggregate, &given)
}

/// The index of Kogut and Singh again, with the variances as cited.
pub(super) fn kogut_singh_as_cited(
    model: &Model,
    a: &CultureId,
    b: &CultureId,
    aggregate: Aggregate,
    because: &[Contribution],
) -> Option<(Vec<Contribution>, Measure)> {
    let mut again = grounds(model, &Sides::now(a, b), aggregate);
    again.extend(settings(because, VARIANCE).into_iter().map(|v| Contribution::of(Element::Setting(VARIANCE), v)));
    let index = of_variances(&again).ok()?.index;
    Some((again, Measure::Known(index)))
}
