//! Signed triangles, and the tie that strains most.

use serde::Serialize;

use super::ties::Ties;
use super::{Notes, RelationOptions, as_cited};
use crate::analysis::replay::Rule;
use crate::evidence::{Contribution, Finding, Law, Measure, Undefined};
use crate::id::PartyId;
use crate::math::exact;
use crate::model::{Element, Model};

/// Structural balance of the ties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Balance {
    /// How many ties are above 0.
    pub positive_ties: usize,
    /// How many ties are below 0.
    pub negative_ties: usize,
    /// How many ties are 0: known, and in no triangle.
    pub neutral_ties: usize,
    /// How many triangles there are of each kind.
    pub triangles: Triangles,
    /// Balanced triangles / all triangles; undefined without a triangle.
    pub degree: Measure,
    /// Triangles that are not balanced, in id order.
    pub unbalanced: Vec<Triangle>,
    /// Whether there are more of them than listed.
    pub truncated: bool,
    /// What strains most.
    pub strain: Strain,
}

/// Triangles by the signs of their ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Triangles {
    /// + + +, balanced.
    pub all_positive: u64,
    /// + + −, not balanced: two friends of one party at odds.
    pub one_negative: u64,
    /// + − −, balanced: two friends against a third.
    pub two_negative: u64,
    /// − − −, not balanced: each against each.
    pub all_negative: u64,
}

impl Triangles {
    /// How many there are.
    pub fn all(&self) -> u64 {
        self.balanced() + self.unbalanced()
    }

    /// How many are balanced.
    pub fn balanced(&self) -> u64 {
        self.all_positive + self.two_negative
    }

    /// How many are not.
    pub fn unbalanced(&self) -> u64 {
        self.one_negative + self.all_negative
    }
}

/// A triangle of ties that is not balanced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Triangle {
    /// The parties, in id order.
    pub parties: [PartyId; 3],
    /// How many of its ties are below 0: one or three.
    pub negative_ties: usize,
}

/// The ties that are in most unbalanced triangles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Strain {
    /// In how many unbalanced triangles each of them is; 0 when there are none, and then there are no such ties.
    pub triangles: u64,
    /// All ties of which that is so, in id order.
    pub ties: Vec<TieEnds>,
}

/// The two ends of a tie.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TieEnds {
    /// The parties, lower id first.
    pub parties: [PartyId; 2],
}

fn triangles(ties: &Ties<'_>) -> Triangles {
    let [all_negative, two_negative, one_negative, all_positive] = ties.graph.triangles();
    Triangles { all_positive, one_negative, two_negative, all_negative }
}

fn degree(triangles: &Triangles) -> Measure {
    #[expect(clippy::cast_precision_loss, reason = "fewer triangles than 2^53")]
    let share = exact::ratio(triangles.balanced() as f64, triangles.all() as f64);
    Measure::or(share, Undefined::NothingToMeasure)
}

#[expect(clippy::cast_precision_loss, reason = "fewer triangles than 2^53")]
fn unbalanced(triangles: &Triangles) -> Measure {
    Measure::Known(triangles.unbalanced() as f64)
}

pub(super) fn balance(ties: &Ties<'_>, options: &RelationOptions, notes: &mut Notes) -> Balance {
    let counts = triangles(ties);
    let mut strain = vec![0_u64; ties.graph.edges().len()];
    let mut listed = Vec::new();
    ties.graph.each_triangle(|vertices, places| {
        let positives = ties.graph.positives(places);
        if positives % 2 == 1 {
            return;
        }
        for place in places {
            if let Some(count) = strain.get_mut(place) {
                *count += 1;
            }
        }
        if listed.len() < options.list_triangles_at_most
            && let [Some(a), Some(b), Some(c)] = vertices.map(|v| ties.party(v))
        {
            listed.push(Triangle { parties: [a.clone(), b.clone(), c.clone()], negative_ties: 3 - positives });
        }
    });
    let most = strain.iter().copied().max().unwrap_or(0);
    let edges = ties.graph.edges().iter().zip(&strain).filter(|(_, count)| most > 0 && **count == most);
    let strained = edges.filter_map(|(edge, _)| ties.ends(edge)).map(|parties| TieEnds { parties }).collect();
    let degree = degree(&counts);
    if !ties.graph.edges().is_empty() {
        let because = grounds(ties);
        notes.find_of(vec![Element::Project], UNBALANCED, Law::Statistic, unbalanced(&counts).into(), because.clone());
        notes.find_of(vec![Element::Project], DEGREE, Law::Statistic, degree.into(), because);
    }
    let positive_ties = ties.graph.edges().iter().filter(|e| e.is_positive()).count();
    Balance {
        positive_ties,
        negative_ties: ties.graph.edges().len() - positive_ties,
        neutral_ties: ties.neutral,
        triangles: counts,
        degree,
        truncated: usize::try_from(counts.unbalanced()).map_or(true, |all| listed.len() < all),
        unbalanced: listed,
        strain: Strain { triangles: most, ties: strained },
    }
}

const UNBALANCED: &str = "unbalanced-triangles";
const DEGREE: &str = "degree-of-balance";

/// Every tie that is not 0, by its sign.
fn grounds(ties: &Ties<'_>) -> Vec<Contribution> {
    ties.cited(|edge| edge.weight.signum())
}

macro_rules! over_all_ties {
    ($($id:ident, $measure:expr;)+) => {
        pub(super) const RULES: &[Rule] = &[$(Rule {
            id: $id,
            law: Law::Statistic,
            part: |_, _, c| Some(c.reading?.raw.signum()),
            whole: Some(|model: &Model, finding: &Finding| {
                let ties = Ties::of(model, finding.aggregate, &mut Vec::new());
                let measure: fn(&Triangles) -> Measure = $measure;
                as_cited(finding, Some((grounds(&ties), measure(&triangles(&ties)))))
            }),
        }),+];
    };
}
over_all_ties! {
    UNBALANCED, unbalanced;
    DEGREE, degree;
}
