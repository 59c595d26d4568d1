//! Where signed positions agree and where they oppose, pair by pair, by the mean of their sizes.
#![expect(
    clippy::indexing_slicing,
    reason = "a table is rectangular by its constructor, and indices come from its size"
)]

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::exact::{self, Exact};
use super::min_sum::Weights;
use super::near::{Near, dropped};

/// Signed positions, rows × columns. A position that is not known or not taken is 0: it has no sign, and counts nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Positions {
    cells: Vec<Vec<Cell>>,
    unit: Unit,
    /// What one counts for in sums of two sizes: the mean is half of what they add up to.
    halves: Unit,
    columns: usize,
}

/// What one counts for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Unit {
    exactly: BigInt,
    near: Near,
}

impl Unit {
    /// A count as a number, rounded once: by the leading bits if these decide it, else exactly; 0 over 0.
    fn number(&self, near: Near, exactly: impl FnOnce() -> BigInt) -> f64 {
        near.over(self.near).unwrap_or_else(|| exact::quotient(&exactly(), &self.exactly).unwrap_or(0.0))
    }
}

/// One position, as a count of parts of the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cell {
    exactly: BigInt,
    /// Its size.
    near: Near,
}

impl Positions {
    /// Reads a table; short rows are filled with 0.
    pub fn new(rows: &[Vec<Exact>]) -> Self {
        Self::weighted(rows, &Weights::ones(rows.len()))
    }

    /// Reads a table, each position times the weight (not below 0) of its row.
    pub(crate) fn weighted(rows: &[Vec<Exact>], weights: &Weights) -> Self {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let (whole, unit) = exact::over_one(rows.iter().flatten());
        let mut whole = whole.into_iter();
        let cells = rows.iter().zip(&weights.above).map(|(row, weight)| {
            let mut row: Vec<BigInt> = whole.by_ref().take(row.len()).map(|x| x * weight).collect();
            row.resize(columns, BigInt::zero());
            row
        });
        Self::of(cells.collect(), unit * &weights.below, columns)
    }

    fn of(cells: Vec<Vec<BigInt>>, unit: BigInt, columns: usize) -> Self {
        let dropped = dropped(cells.iter().flatten().chain([&unit]));
        let cell = |exactly: BigInt| Cell { near: Near::new(&exactly, dropped), exactly };
        let cells = cells.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
        let unit = Unit { near: Near::new(&unit, dropped), exactly: unit };
        let halves = Unit { exactly: &unit.exactly * 2, near: unit.near + unit.near };
        Self { cells, unit, halves, columns }
    }

    /// Rows and columns changed places.
    fn transposed(&self) -> Self {
        let column = |a: usize| self.cells.iter().map(|row| row[a].clone()).collect();
        let cells = (0..self.columns).map(column).collect();
        Self { cells, unit: self.unit.clone(), halves: self.halves.clone(), columns: self.cells.len() }
    }

    /// The columns in which two rows both have a position.
    fn both(&self, i: usize, j: usize) -> impl Iterator<Item = Met<'_>> + Clone {
        let pairs = self.cells[i].iter().zip(&self.cells[j]).enumerate();
        let met = pairs.filter(|(_, (a, b))| !a.near.is_zero() && !b.near.is_zero());
        met.map(|(column, (a, b))| Met { column, a, b, agree: a.exactly.is_negative() == b.exactly.is_negative() })
    }

    /// Sums of sizes, in the order of [`SIDES`].
    fn sums(&self, i: usize, j: usize) -> [BigInt; 2] {
        SIDES.map(|agree| self.both(i, j).filter(|met| met.agree == agree).map(|met| met.exactly()).sum())
    }

    fn nearly(&self, i: usize, j: usize) -> [Near; 2] {
        let mut sums = [Near::default(); 2];
        self.both(i, j).for_each(|met| sums[usize::from(!met.agree)] += met.near());
        sums
    }

    /// Σ of the sizes of positions, rounded once.
    fn size_of<'a>(&self, cells: impl Iterator<Item = &'a Cell> + Clone) -> f64 {
        let near: Near = cells.clone().map(|cell| cell.near).sum();
        let exactly = || cells.map(|cell| cell.exactly.abs()).sum();
        self.unit.number(near, exactly)
    }
}

/// Agreement first, then opposition.
const SIDES: [bool; 2] = [true, false];

/// A column in which two rows both have a position.
struct Met<'a> {
    column: usize,
    a: &'a Cell,
    b: &'a Cell,
    agree: bool,
}

impl Met<'_> {
    fn near(&self) -> Near {
        self.a.near + self.b.near
    }

    fn exactly(&self) -> BigInt {
        self.a.exactly.abs() + self.b.exactly.abs()
    }
}

/// Agreement and opposition of every two of a kind: Σ of the means of their sizes where the signs agree, and where they oppose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concord {
    positions: Positions,
    agree: Vec<Vec<Near>>,
    oppose: Vec<Vec<Near>>,
}

/// Between the rows, over the columns.
pub fn between_rows(positions: &Positions) -> Concord {
    Concord::of(positions.clone())
}

/// Between the columns, over the rows.
pub fn between_columns(positions: &Positions) -> Concord {
    Concord::of(positions.transposed())
}

/// One column over which two rows agree or oppose each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Behind {
    pub(crate) column: usize,
    pub(crate) agree: bool,
    pub(crate) amount: f64,
    /// The part of all agreement, or of all opposition, of the two.
    pub(crate) share: f64,
}

/// What is behind the agreement and opposition of two rows; and both in all.
pub(crate) fn behind(positions: &Positions, i: usize, j: usize) -> (Vec<Behind>, [f64; 2]) {
    if i.max(j) >= positions.cells.len() {
        return (Vec::new(), [0.0; 2]);
    }
    let halves = &positions.halves;
    let sums = positions.nearly(i, j);
    let exactly = |agree: bool| {
        let [agreed, opposed] = positions.sums(i, j);
        if agree { agreed } else { opposed }
    };
    let behind = positions.both(i, j).map(|met| {
        let share = met.near().over(sums[usize::from(!met.agree)]);
        Behind {
            column: met.column,
            agree: met.agree,
            amount: halves.number(met.near(), || met.exactly()),
            share: share.or_else(|| exact::quotient(&met.exactly(), &exactly(met.agree))).unwrap_or(0.0),
        }
    });
    let both = SIDES.map(|agree| halves.number(sums[usize::from(!agree)], || exactly(agree)));
    let mut out = Vec::with_capacity(positions.both(i, j).count());
    out.extend(behind);
    (out, both)
}

/// The size of one position, rounded once.
pub(crate) fn size(positions: &Positions, row: usize, column: usize) -> Option<f64> {
    Some(positions.size_of([positions.cells.get(row)?.get(column)?].into_iter()))
}

/// For each column: Σ of the positions above 0, Σ of the sizes of those below 0, and Σ of all sizes, each rounded once.
pub(crate) fn columns_of(positions: &Positions) -> Vec<[f64; 3]> {
    let column = |a: usize| {
        let all = positions.cells.iter().map(move |row| &row[a]);
        let [above, below] =
            [false, true].map(|negative| all.clone().filter(move |x| x.exactly.is_negative() == negative));
        [positions.size_of(above), positions.size_of(below), positions.size_of(all)]
    };
    (0..positions.columns).map(column).collect()
}

/// For each row: Σ of the sizes of its positions, rounded once.
pub(crate) fn rows_of(positions: &Positions) -> Vec<f64> {
    positions.cells.iter().map(|row| positions.size_of(row.iter())).collect()
}

impl Concord {
    fn of(positions: Positions) -> Self {
        let n = positions.cells.len();
        let (mut agree, mut oppose) = (vec![vec![Near::default(); n]; n], vec![vec![Near::default(); n]; n]);
        for i in 0..n {
            for j in 0..i {
                let sums = positions.nearly(i, j);
                for (table, sum) in [&mut agree, &mut oppose].into_iter().zip(sums) {
                    table[j][i] = sum;
                    table[i][j] = sum;
                }
            }
        }
        Self { positions, agree, oppose }
    }

    /// Agreement and opposition of two, in whole numbers: none of one with itself.
    fn exactly(&self, a: usize, b: usize) -> [BigInt; 2] {
        if a == b { [BigInt::zero(), BigInt::zero()] } else { self.positions.sums(a, b) }
    }

    /// The same of one with each.
    fn row(&self, a: usize) -> impl Iterator<Item = [BigInt; 2]> {
        (0..self.len()).map(move |b| self.exactly(a, b))
    }

    fn number(&self, near: Near, exactly: impl FnOnce() -> BigInt) -> f64 {
        self.positions.halves.number(near, exactly)
    }

    fn near(&self, a: usize, b: usize) -> Option<[Near; 2]> {
        Some([*self.agree.get(a)?.get(b)?, *self.oppose.get(a)?.get(b)?])
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.agree.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.agree.is_empty()
    }

    /// C: where two agree, rounded once.
    pub fn agreement(&self, a: usize, b: usize) -> Option<f64> {
        let [near, _] = self.near(a, b)?;
        let exactly = || {
            let [agree, _] = self.exactly(a, b);
            agree
        };
        Some(self.number(near, exactly))
    }

    /// D: where two oppose each other, rounded once.
    pub fn opposition(&self, a: usize, b: usize) -> Option<f64> {
        let [_, near] = self.near(a, b)?;
        let exactly = || {
            let [_, oppose] = self.exactly(a, b);
            oppose
        };
        Some(self.number(near, exactly))
    }

    /// C − D, rounded once.
    pub fn net(&self, a: usize, b: usize) -> Option<f64> {
        let [agree, oppose] = self.near(a, b)?;
        let sign = agree.is_at_least(oppose).map(|agree| if agree { 1.0 } else { -1.0 });
        let size = agree.apart(oppose).over(self.positions.halves.near);
        let exactly = || {
            let [agree, oppose] = self.exactly(a, b);
            exact::quotient(&(agree - oppose), &self.positions.halves.exactly).unwrap_or(0.0)
        };
        // No sum is −0.
        Some(sign.zip(size).map_or_else(exactly, |(sign, size)| if size == 0.0 { 0.0 } else { sign * size }))
    }

    /// Σ_b C of one with all others, rounded once.
    pub fn agreements(&self, a: usize) -> Option<f64> {
        let near = self.agree.get(a)?.iter().copied().sum();
        Some(self.number(near, || self.row(a).map(|[agree, _]| agree).sum()))
    }

    /// Σ_b D of one with all others, rounded once.
    pub fn oppositions(&self, a: usize) -> Option<f64> {
        let near = self.oppose.get(a)?.iter().copied().sum();
        Some(self.number(near, || self.row(a).map(|[_, oppose]| oppose).sum()))
    }

    /// 1 − Σ_b |C − D| / Σ_b (C + D) of one; `None` when it agrees and opposes with nobody.
    pub fn ambivalence(&self, a: usize) -> Option<f64> {
        let (agree, oppose) = (self.agree.get(a)?, self.oppose.get(a)?);
        let all: Near = agree.iter().chain(oppose).copied().sum();
        let apart: Near = agree.iter().zip(oppose).map(|(c, d)| c.apart(*d)).sum();
        let exactly = || {
            let (mut all, mut apart) = (BigInt::zero(), BigInt::zero());
            for [agree, oppose] in self.row(a) {
                apart += (&agree - &oppose).abs();
                all += agree + oppose;
            }
            exact::quotient(&(&all - apart), &all)
        };
        all.less(apart).over(all).or_else(exactly)
    }

    /// ΣC/(ΣC + ΣD); `None` when nobody agrees or opposes.
    pub fn degree(&self) -> Option<f64> {
        let [agree, oppose] = [&self.agree, &self.oppose].map(|t| t.iter().flatten().copied().sum::<Near>());
        let exactly = || {
            let (mut agree, mut oppose) = (BigInt::zero(), BigInt::zero());
            for [c, d] in (0..self.len()).flat_map(|a| self.row(a)) {
                agree += c;
                oppose += d;
            }
            exact::quotient(&agree, &(&agree + oppose))
        };
        agree.over(agree + oppose).or_else(exactly)
    }

    /// Whether two agree or oppose each other anywhere.
    pub(crate) fn meet(&self, a: usize, b: usize) -> bool {
        self.near(a, b).is_some_and(|both| both.iter().any(|x| !x.is_zero()))
    }

    /// Whether two both agree and oppose somewhere.
    pub fn ambivalent(&self, a: usize, b: usize) -> bool {
        self.near(a, b).is_some_and(|both| both.iter().all(|x| !x.is_zero()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Sizes of short and of very long numbers.
    fn weight() -> impl Strategy<Value = BigInt> {
        (0..2000_u64, prop_oneof![Just(0_usize), 0..400_usize], 0..9_u64)
            .prop_map(|(a, up, b)| (BigInt::from(a) << up) + BigInt::from(b))
    }

    proptest! {
        #[test]
        fn as_in_whole_numbers(
            rows in proptest::collection::vec(proptest::collection::vec(-20..21_i32, 4), 0..6),
            weights in proptest::collection::vec(weight(), 6),
            below in weight(),
        ) {
            let of_row = |row: &Vec<i32>| row.iter().map(|x| Exact::of(f64::from(*x) / 10.0)).collect::<Vec<_>>();
            let read: Vec<Vec<Exact>> = rows.iter().map(of_row).collect();
            let (whole, unit) = exact::over_one(read.iter().flatten());
            let weights = Weights { above: weights.into_iter().take(rows.len()).collect(), below: below + 1 };
            let cell = |i: usize, a: usize| &whole[i * 4 + a] * &weights.above[i];
            let unit = unit * &weights.below;
            let number = |x: &BigInt| exact::quotient(x, &unit).unwrap_or(0.0);
            let halved = |x: &BigInt| exact::quotient(x, &(&unit * 2)).unwrap_or(0.0);
            let positions = Positions::weighted(&read, &weights);
            let n = rows.len();

            let both = |x: &BigInt, y: &BigInt, agree: bool| {
                let met = !x.is_zero() && !y.is_zero() && (x.is_negative() == y.is_negative()) == agree;
                if met { x.abs() + y.abs() } else { BigInt::zero() }
            };
            let over_columns = |i: usize, j: usize, agree: bool| -> BigInt {
                if i == j { return BigInt::zero(); }
                (0..4).map(|a| both(&cell(i, a), &cell(j, a), agree)).sum()
            };
            let over_rows = |a: usize, b: usize, agree: bool| -> BigInt {
                if a == b { return BigInt::zero(); }
                (0..n).map(|i| both(&cell(i, a), &cell(i, b), agree)).sum()
            };
            type Naive<'a> = &'a dyn Fn(usize, usize, bool) -> BigInt;
            let tables: [(Concord, usize, Naive<'_>); 2] =
                [(between_rows(&positions), n, &over_columns), (between_columns(&positions), 4, &over_rows)];
            for (found, size, sum) in tables {
                if n == 0 { continue; }
                let (mut agreed, mut all_met) = (BigInt::zero(), BigInt::zero());
                for a in 0..size {
                    let (mut c_all, mut d_all, mut apart) = (BigInt::zero(), BigInt::zero(), BigInt::zero());
                    for b in 0..size {
                        let (c, d) = (sum(a, b, true), sum(a, b, false));
                        prop_assert_eq!(found.agreement(a, b), Some(halved(&c)));
                        prop_assert_eq!(found.opposition(a, b), Some(halved(&d)));
                        prop_assert_eq!(found.net(a, b).map(f64::to_bits), Some(halved(&(&c - &d)).to_bits()));
                        prop_assert_eq!(found.ambivalent(a, b), !c.is_zero() && !d.is_zero());
                        prop_assert_eq!(found.meet(a, b), !c.is_zero() || !d.is_zero());
                        apart += (&c - &d).abs();
                        c_all += c;
                        d_all += d;
                    }
                    prop_assert_eq!(found.agreements(a), Some(halved(&c_all)));
                    prop_assert_eq!(found.oppositions(a), Some(halved(&d_all)));
                    let all = &c_all + &d_all;
                    prop_assert_eq!(found.ambivalence(a), exact::quotient(&(&all - apart), &all));
                    agreed += c_all;
                    all_met += all;
                }
                prop_assert_eq!(found.degree(), exact::quotient(&agreed, &all_met));
            }
            for i in 0..n {
                let sizes: BigInt = (0..4).map(|a| cell(i, a).abs()).sum();
                prop_assert_eq!(rows_of(&positions)[i], number(&sizes));
                for j in (0..n).filter(|j| *j != i) {
                    let (found, sums) = behind(&positions, i, j);
                    let exact_sums = SIDES.map(|agree| over_columns(i, j, agree));
                    prop_assert_eq!(sums, exact_sums.each_ref().map(halved));
                    for b in found {
                        let amount = both(&cell(i, b.column), &cell(j, b.column), b.agree);
                        prop_assert!(!amount.is_zero());
                        prop_assert_eq!(b.amount, halved(&amount));
                        prop_assert_eq!(Some(b.share), exact::quotient(&amount, &exact_sums[usize::from(!b.agree)]));
                    }
                }
            }
            for (a, sides) in columns_of(&positions).into_iter().enumerate() {
                let of = |negative: bool| -> BigInt {
                    (0..n).map(|i| cell(i, a)).filter(|x| x.is_negative() == negative).map(|x| x.abs()).sum()
                };
                let (above, below) = (of(false), of(true));
                prop_assert_eq!(sides, [number(&above), number(&below), number(&(&above + &below))]);
                prop_assert_eq!(size(&positions, 0, a), Some(number(&cell(0, a).abs())));
            }
        }
    }
}
