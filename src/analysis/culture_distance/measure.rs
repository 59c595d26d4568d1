//! The distances between two sides, each a profile now or as desired, over the dimensions that both know.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::options::{CovarianceOf, Reference};
use super::{KogutSinghIndex, ReferenceKind};
use crate::evidence::{Contribution, Measure, Undefined};
use crate::id::{CultureId, Slug};
use crate::math::profile::{self, KogutSingh, NoKogutSingh};
use crate::math::{Covariance, Exact, exact};
use crate::model::{Attribute, Culture, Element, Model};
use crate::rating::{Aggregate, Reading};
use crate::scale::{Raw, ScaleKind};
use crate::vocabulary::{COMPETING_VALUES, CultureModel};

/// What is compared: two profiles, each now or as desired.
pub(in crate::analysis) struct Sides<'a>([(&'a CultureId, Attribute); 2]);

impl<'a> Sides<'a> {
    pub(in crate::analysis) fn now(a: &'a CultureId, b: &'a CultureId) -> Self {
        Self([(a, Attribute::CultureNow), (b, Attribute::CultureNow)])
    }

    pub(super) fn desired(a: &'a CultureId, b: &'a CultureId) -> Self {
        Self([(a, Attribute::CultureDesired), (b, Attribute::CultureDesired)])
    }

    pub(super) fn first(&self) -> &'a CultureId {
        let [(id, _), _] = self.0;
        id
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
        Some((culture.model, culture.read_as_written(model.scales(), *attribute, aggregate)))
    };
    let (Some((kind, (here, by_a))), Some((other, (there, by_b)))) = (read(a), read(b)) else { return Vec::new() };
    if kind != other {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (dimension, x) in here {
        if let Some(y) = there.get(&dimension) {
            for ((id, attribute), reading, factor) in [(a, x, &by_a), (b, *y, &by_b)] {
                let source = Element::Dimension((*id).clone(), dimension.clone());
                // The reading is as raters gave it, so that its exact share of the points is not lost.
                let amount = (&Exact::of(reading.raw) * factor).to_f64();
                out.push(Contribution::read(source, *attribute, reading, amount));
            }
        }
    }
    out
}

/// One dimension of two sides.
pub(super) struct Paired<'a> {
    pub(super) dimension: &'a Slug,
    /// The scores, raw; points of competing values brought to 100, rounded.
    pub(super) scores: [f64; 2],
    readings: [Reading; 2],
}

/// Cited scores, two by two, with their dimension.
pub(super) fn paired(because: &[Contribution]) -> Vec<Paired<'_>> {
    fn pair(two: &[Contribution]) -> Option<Paired<'_>> {
        let [first, second] = two else { return None };
        let Element::Dimension(_, dimension) = &first.source else { return None };
        let readings = [first.reading?, second.reading?];
        Some(Paired { dimension, scores: [first.amount, second.amount], readings })
    }
    // What is no score of two sides is cited behind the scores.
    because.chunks(2).map_while(pair).collect()
}

/// The scores of two sides on each dimension, exactly: in unit, or as shares of the points that a side has on all four types.
/// Where not all four are known the points are as they are read.
fn exactly(pairs: &[Paired<'_>]) -> Vec<[Exact; 2]> {
    let scale = pairs.first().map(|p| p.readings[0].scale);
    let points = scale.is_some_and(|scale| scale.kind() == ScaleKind::Points);
    let whole = |side: fn(&Paired<'_>) -> f64| pairs.iter().map(|p| Exact::of(side(p))).sum::<Exact>();
    let bounds = match scale {
        Some(_) if points && pairs.len() == COMPETING_VALUES.len() => {
            let sums = [whole(|p| p.readings[0].raw), whole(|p| p.readings[1].raw)];
            return pairs.iter().filter_map(|p| shares(p.readings.map(|r| r.raw), &sums)).collect();
        }
        Some(scale) if !points => [scale.min(), scale.max()],
        _ => [0.0, 100.0],
    };
    let [low, high] = bounds.map(Exact::of);
    let range = &high - &low;
    let unit = |p: &Paired<'_>| {
        let [x, y] = p.scores.map(|x| (Exact::of(x) - low.clone()).checked_div(&range));
        Some([x?, y?])
    };
    pairs.iter().filter_map(unit).collect()
}

fn shares(raw: [f64; 2], sums: &[Exact; 2]) -> Option<[Exact; 2]> {
    let [x, y] = raw.map(Exact::of);
    Some([x.checked_div(&sums[0])?, y.checked_div(&sums[1])?])
}

/// Σ|x − y| of shares and units as a share of the largest that it can be: of points ½, else over the number of dimensions.
fn share(model: CultureModel, apart: Exact, dimensions: usize) -> Measure<Exact> {
    let (by, reason) = match model {
        CultureModel::CompetingValues if dimensions < COMPETING_VALUES.len() => return missing(),
        CultureModel::CompetingValues => (2, Undefined::MissingRating),
        _ => (i64::try_from(dimensions).unwrap_or(i64::MAX), Undefined::NothingToMeasure),
    };
    Measure::or(apart.checked_div(&Exact::from(by)), reason)
}

fn missing() -> Measure<Exact> {
    Measure::Undefined(Undefined::MissingRating)
}

/// The share that cited scores make, exactly.
pub(in crate::analysis) fn share_of(model: CultureModel, because: &[Contribution]) -> Measure<Exact> {
    let pairs = exactly(&paired(because));
    let apart = pairs.iter().map(|[x, y]| (x - y).abs()).sum();
    share(model, apart, pairs.len())
}

/// A share as a distance: in points of competing values, else itself.
pub(super) fn distance_of(model: CultureModel, share: &Measure<Exact>) -> Measure<Exact> {
    let by = if model == CultureModel::CompetingValues { 100 } else { 1 };
    match share {
        Measure::Known(share) => Measure::Known(share * &Exact::from(by)),
        Measure::Undefined(reason) => Measure::Undefined(*reason),
    }
}

/// The distance that cited scores make, exactly.
pub(super) fn distance(model: CultureModel, because: &[Contribution]) -> Measure<Exact> {
    distance_of(model, &share_of(model, because))
}

/// A number as it is given: this is the one place where it is rounded.
pub(super) fn rounded(exact: &Measure<Exact>) -> Measure {
    match exact {
        Measure::Known(x) => Measure::Known(x.to_f64()),
        Measure::Undefined(reason) => Measure::Undefined(*reason),
    }
}

/// The known scores of a profile, ready to be compared with many others of the same numbering: shares of the points, or units.
pub(in crate::analysis) struct Scored {
    model: CultureModel,
    /// By the number of the dimension.
    scores: Vec<(u32, Exact)>,
    /// The same as whole numbers over one denominator, where they are short.
    whole: Option<(Vec<(u32, i64)>, i64)>,
}

/// Numbers below this can be multiplied, and as many as there can be of them added up, in 128 bits.
const SHORT: u64 = 1 << 40;

impl Scored {
    /// Dimensions that have no number yet get the next one.
    pub(in crate::analysis) fn new(
        model: &Model,
        culture: &Culture,
        aggregate: Aggregate,
        numbers: &mut BTreeMap<Slug, u32>,
    ) -> Self {
        let (known, factor) = culture.read_as_written(model.scales(), Attribute::CultureNow, aggregate);
        let scale = model.scales().of(culture.scale());
        let (low, range) = match culture.model {
            CultureModel::CompetingValues => (Exact::zero(), Exact::from(100)),
            _ => (Exact::of(scale.min()), Exact::of(scale.max()) - Exact::of(scale.min())),
        };
        let mut scores = Vec::with_capacity(known.len());
        for (dimension, reading) in known {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let number = *numbers.entry(dimension).or_insert(next);
            let above = &Exact::of(reading.raw) * &factor - low.clone();
            scores.extend(above.checked_div(&range).map(|unit| (number, unit)));
        }
        scores.sort_by_key(|(dimension, _)| *dimension);
        let (above, below) = exact::over_one(scores.iter().map(|(_, x)| x));
        let short = |x: &BigInt| x.to_i64().filter(|x| x.unsigned_abs() < SHORT);
        let above: Option<Vec<i64>> = above.iter().map(short).collect();
        let named = |above: Vec<i64>| scores.iter().map(|(d, _)| *d).zip(above).collect();
        let whole = above.map(named).zip(short(&below));
        Self { model: culture.model, scores, whole }
    }

    /// How far two profiles lie apart, as a share; as the grounds say it.
    pub(in crate::analysis) fn share(&self, other: &Self) -> Measure<Exact> {
        if self.model != other.model {
            return Measure::Undefined(Undefined::NothingToMeasure);
        }
        let mut n = 0;
        let apart = match (&self.whole, &other.whole) {
            (Some((xs, of_x)), Some((ys, of_y))) => {
                let (of_x, of_y) = (i128::from(*of_x), i128::from(*of_y));
                let off = both(xs, ys).map(|(x, y)| {
                    n += 1;
                    (i128::from(*x) * of_y - i128::from(*y) * of_x).abs()
                });
                let sum = Exact::whole(off.sum());
                sum.checked_div(&Exact::whole(of_x * of_y)).unwrap_or_else(Exact::zero)
            }
            _ => both(&self.scores, &other.scores).inspect(|_| n += 1).map(|(x, y)| (x - y).abs()).sum(),
        };
        share(self.model, apart, n)
    }
}

/// The numbers of the dimensions that both sides have.
fn both<'a, T>(xs: &'a [(u32, T)], ys: &'a [(u32, T)]) -> impl Iterator<Item = (&'a T, &'a T)> {
    let merged = itertools::merge_join_by(xs, ys, |x, y| x.0.cmp(&y.0));
    merged.filter_map(|found| found.both()).map(|(x, y)| (&x.1, &y.1))
}

/// x − y dimension by dimension, in points or in unit.
pub(super) fn off(pairs: &[Paired<'_>]) -> Vec<f64> {
    let points = pairs.first().is_some_and(|p| p.readings[0].scale.kind() == ScaleKind::Points);
    let by = Exact::from(if points { 100 } else { 1 });
    exactly(pairs).iter().map(|[x, y]| (&(x - y) * &by).to_f64()).collect()
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
    let here: BTreeSet<&Slug> = paired(&now).into_iter().map(|p| p.dimension).collect();
    let there: BTreeSet<&Slug> = paired(&desired).into_iter().map(|p| p.dimension).collect();
    let known = |c: &&Contribution| match &c.source {
        Element::Dimension(_, d) => here.contains(d) && there.contains(d),
        _ => false,
    };
    let of = |all: &[Contribution]| -> Vec<Contribution> { all.iter().filter(known).cloned().collect() };
    let (now, desired) = (of(&now), of(&desired));
    let kind = model.culture(a).map_or(CultureModel::Free, |c| c.model);
    let measure = match (distance(kind, &now), distance(kind, &desired)) {
        (Measure::Known(now), Measure::Known(desired)) => Measure::Known((now - desired).to_f64()),
        (Measure::Undefined(reason), _) | (_, Measure::Undefined(reason)) => Measure::Undefined(reason),
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
    let dimensions: Vec<Slug> = paired(&because).into_iter().map(|p| p.dimension.clone()).collect();
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
    paired(because).into_iter().map(|p| p.scores.into()).unzip()
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
    let dimensions: Vec<Slug> = paired(because).into_iter().map(|p| p.dimension.clone()).collect();
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
