//! How the row sums of the powers of a table that is not below zero grow, and what they tend to.
//!
//! The sums of row i grow as c k^d ρ^k. ρ is the largest spectral radius of a strongly connected part that i reaches, d one less than
//! the most parts of that radius on one path from i, and c follows from the Perron vectors of the parts and from what they reach. Where
//! parts are periodic, c is that of the Cesàro mean: the parts of a period that swing have mean zero.
#![expect(clippy::indexing_slicing, reason = "tables are square by construction, and indices come from their size")]

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

/// Rates and coefficients that lie within this part of each other count as equal.
pub(super) const TOLERANCE: f64 = 1.0e-9;

/// How one row grows: as `coefficient` k^`degree` `rate`^k; all 0 when its sums vanish.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Growth {
    pub(super) rate: f64,
    pub(super) degree: u32,
    pub(super) coefficient: f64,
}

const NONE: Growth = Growth { rate: 0.0, degree: 0, coefficient: 0.0 };

pub(super) fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= TOLERANCE * a.abs().max(b.abs())
}

/// A strongly connected part with its Perron root and vectors, right and left; root 0 for one row without a cycle.
struct Part {
    rows: Vec<usize>,
    root: f64,
    right: Vec<f64>,
    left: Vec<f64>,
}

/// The growth of every row, in the order of the rows. The rows' order decides the order of the arithmetic.
pub(super) fn growth(table: &[Vec<f64>]) -> Vec<Growth> {
    let mut parts: Vec<Part> = components(table).into_iter().map(|rows| part(table, rows)).collect();
    level(&mut parts);
    let mut found = vec![NONE; table.len()];
    for (at, part) in parts.iter().enumerate() {
        let outside = |i: usize| (0..table.len()).filter(move |j| table[i][*j] > 0.0 && !part.rows.contains(j));
        let mut best = NONE;
        for j in part.rows.iter().flat_map(|i| outside(*i)) {
            let g = found[j];
            if g.rate > best.rate || (g.rate == best.rate && g.rate > 0.0 && g.degree > best.degree) {
                best = g;
            }
        }
        // What the part takes from those below it that grow as fast as the fastest of them.
        let taken = |i: usize| -> f64 {
            let leads = |j: &usize| found[*j].rate == best.rate && found[*j].degree == best.degree;
            outside(i).filter(leads).map(|j| table[i][j] * found[j].coefficient).sum()
        };
        let (rate, degree, coefficients) = if part.root == 0.0 && best.rate == 0.0 {
            continue;
        } else if part.root < best.rate {
            let taken: Vec<f64> = part.rows.iter().map(|i| taken(*i)).collect();
            (best.rate, best.degree, resolve(table, &part.rows, best.rate, taken))
        } else {
            let (degree, fed) = if part.root > best.rate {
                (0, resolvent(table, &parts[..at], part))
            } else {
                let degree = best.degree + 1;
                let over = f64::from(degree) * part.root;
                (degree, part.rows.iter().map(|i| taken(*i) / over).collect())
            };
            let scale = dot(&part.left, &fed) / dot(&part.left, &part.right);
            (part.root, degree, part.right.iter().map(|x| x * scale).collect())
        };
        for (i, coefficient) in part.rows.iter().zip(coefficients) {
            found[*i] = Growth { rate, degree, coefficient };
        }
    }
    found
}

/// The strongly connected parts, those that are reached before those that reach them.
fn components(table: &[Vec<f64>]) -> Vec<Vec<usize>> {
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    let nodes: Vec<_> = table.iter().map(|_| graph.add_node(())).collect();
    for (i, row) in table.iter().enumerate() {
        for (j, _) in row.iter().enumerate().filter(|(_, x)| **x > 0.0) {
            graph.add_edge(nodes[i], nodes[j], ());
        }
    }
    let sorted = |part: Vec<petgraph::graph::NodeIndex>| {
        let mut rows: Vec<usize> = part.into_iter().map(petgraph::graph::NodeIndex::index).collect();
        rows.sort_unstable();
        rows
    };
    kosaraju_scc(&graph).into_iter().map(sorted).collect()
}

fn part(table: &[Vec<f64>], rows: Vec<usize>) -> Part {
    let inner: Vec<Vec<f64>> = rows.iter().map(|i| rows.iter().map(|j| table[*i][*j]).collect()).collect();
    let outer: Vec<Vec<f64>> = rows.iter().map(|i| rows.iter().map(|j| table[*j][*i]).collect()).collect();
    let (root, right) = perron(&inner);
    let (_, left) = perron(&outer);
    Part { rows, root, right, left }
}

/// Makes roots that are equal within the tolerance equal, so that every later comparison is exact.
fn level(parts: &mut [Part]) {
    let mut roots: Vec<f64> = parts.iter().map(|p| p.root).collect();
    roots.sort_unstable_by(|a, b| b.total_cmp(a));
    roots.dedup_by(|a, b| close(*a, *b));
    for part in parts {
        if let Some(root) = roots.iter().find(|r| close(**r, part.root)) {
            part.root = *root;
        }
    }
}

/// The Perron root and right vector (sum 1) of an irreducible table, by Noda's iteration: inverse iteration shifted by the upper bound
/// max (Ax)_i/x_i, which falls to the root, in the end quadratically. Periods do not matter to it.
fn perron(table: &[Vec<f64>]) -> (f64, Vec<f64>) {
    const ROUNDS: usize = 100;
    const ENOUGH: f64 = 4.0e-15;
    let n = table.len();
    if n == 1 {
        return (table[0][0], vec![1.0]);
    }
    let mut x = vec![1.0; n];
    let mut width = f64::INFINITY;
    for _ in 0..ROUNDS {
        let ratios: Vec<f64> = table.iter().zip(&x).map(|(row, own)| dot(row, &x) / own).collect();
        let (low, high) = ratios.iter().fold((f64::INFINITY, 0.0), |(l, h): (f64, f64), r| (l.min(*r), h.max(*r)));
        let now = (high - low) / high;
        // Near the root, rounding alone makes the bounds waver.
        if !now.is_finite() || now <= ENOUGH || (now >= width && now < 1.0e-11) {
            break;
        }
        width = now;
        let shifted: Vec<Vec<f64>> = table
            .iter()
            .enumerate()
            .map(|(i, row)| row.iter().enumerate().map(|(j, a)| if i == j { high - a } else { -a }).collect())
            .collect();
        let next = solve(shifted, x.clone(), high);
        let sum: f64 = next.iter().sum();
        if !next.iter().all(|y| y.is_finite() && *y > 0.0) || !sum.is_finite() {
            break;
        }
        x = next.into_iter().map(|y| y / sum).collect();
    }
    let sum: f64 = x.iter().sum();
    x.iter_mut().for_each(|y| *y /= sum);
    let root = table.iter().map(|row| dot(row, &x)).sum();
    (root, x)
}

/// (rate − the part)⁻¹ times a vector.
fn resolve(table: &[Vec<f64>], rows: &[usize], rate: f64, vector: Vec<f64>) -> Vec<f64> {
    let shifted = rows
        .iter()
        .map(|i| rows.iter().map(|j| if i == j { rate - table[*i][*j] } else { -table[*i][*j] }).collect())
        .collect();
    solve(shifted, vector, rate)
}

/// What a part starts with and takes in from everything that it reaches, discounted by its own root at every step.
fn resolvent(table: &[Vec<f64>], below: &[Part], part: &Part) -> Vec<f64> {
    let mut reached = vec![false; table.len()];
    let mut queue = part.rows.clone();
    while let Some(i) = queue.pop() {
        for j in (0..table.len()).filter(|j| table[i][*j] > 0.0) {
            if !reached[j] && !part.rows.contains(&j) {
                reached[j] = true;
                queue.push(j);
            }
        }
    }
    let mut discounted = vec![0.0; table.len()];
    let fed = |i: usize, discounted: &[f64]| 1.0 + dot(&table[i], discounted);
    for other in below.iter().filter(|p| p.rows.iter().any(|i| reached[*i])) {
        let vector = other.rows.iter().map(|i| fed(*i, &discounted)).collect();
        for (i, x) in other.rows.iter().zip(resolve(table, &other.rows, part.root, vector)) {
            discounted[*i] = x;
        }
    }
    part.rows.iter().map(|i| fed(*i, &discounted)).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Elimination without pivoting, as is stable for the M-matrices met here: only positive numbers are ever added to positive ones, but
/// on the diagonal. A pivot that rounding took to 0 becomes the least that differs from it at the given scale.
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>, scale: f64) -> Vec<f64> {
    let n = b.len();
    for k in 0..n {
        if a[k][k] <= scale * f64::EPSILON {
            a[k][k] = scale * f64::EPSILON;
        }
        let (above, below) = a.split_at_mut(k + 1);
        let pivot = &above[k];
        for (row, i) in below.iter_mut().zip(k + 1..) {
            let factor = row[k] / pivot[k];
            if factor != 0.0 {
                row.iter_mut().zip(pivot).skip(k + 1).for_each(|(x, p)| *x -= factor * p);
                b[i] -= factor * b[k];
            }
        }
    }
    for k in (0..n).rev() {
        let known: f64 = (k + 1..n).map(|j| a[k][j] * b[j]).sum();
        b[k] = (b[k] - known) / a[k][k];
    }
    b
}
