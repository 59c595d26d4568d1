//! The conflict table against a plain restatement of its definition, and what it must obey.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::strategies::{analysis_model, model};
use common::{rename, shuffled};
use polder::analysis::conflict_table::{Distance, NoStake, ThreeWay, Thresholds, Trisection};
use polder::analysis::{ConflictTable, ConflictTableOptions, conflict_table, replay};
use polder::evidence::{Amount, Measure, Undefined};
use polder::id::{InterestId, PartyId};
use polder::math::budget::Budget;
use polder::math::cliques::{Undirected, maximal_cliques};
use polder::math::hitting_sets::minimal_hitting_sets;
use polder::model::{Element, Interest, Model, Party, Stake};
use polder::rating::Rating;
use polder::scale::Strength;
use proptest::prelude::*;

const AMPLE: Budget = Budget { most: 100_000, work: 100_000_000 };

/// A cell as a team may leave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cell {
    NoStake,
    Unknown,
    Known(i8),
}
use Cell::{Known, NoStake as None0, Unknown};

fn p(i: usize) -> PartyId {
    PartyId::new(&format!("p{i}")).unwrap()
}

fn x(i: usize) -> InterestId {
    InterestId::new(&format!("x{i}")).unwrap()
}

/// Parties `p0`, `p1` … with cells on interests `x0`, `x1` …; fewer than ten of each, so that ids sort as numbers.
fn project(table: &[Vec<Cell>], interests: usize) -> Model {
    let mut m = Model::new();
    for k in 0..interests {
        m.insert_interest(x(k), Interest::default()).unwrap();
    }
    for (i, row) in table.iter().enumerate() {
        m.insert_party(p(i), Party::default()).unwrap();
        for (k, cell) in row.iter().enumerate() {
            match cell {
                None0 => {}
                Unknown => m.set_stake(p(i), x(k), Stake::default()).unwrap(),
                Known(s) => m.set_stake(p(i), x(k), Stake::of(Rating::number(f64::from(*s)).unwrap())).unwrap(),
            }
        }
    }
    m
}

fn known(table: &[&[i8]]) -> Model {
    let cells: Vec<Vec<Cell>> = table.iter().map(|row| row.iter().map(|s| Known(*s)).collect()).collect();
    project(&cells, table.first().map_or(0, |row| row.len()))
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![1 => Just(None0), 1 => Just(Unknown), 6 => (-2..=2_i8).prop_map(Known)]
}

/// Up to 7 parties on up to 5 interests.
fn tables() -> impl Strategy<Value = (Vec<Vec<Cell>>, usize)> {
    (0..=7_usize, 0..=5_usize).prop_flat_map(|(parties, interests)| {
        let row = prop::collection::vec(cell(), interests);
        (prop::collection::vec(row, parties), Just(interests))
    })
}

fn strength(x: f64) -> Strength {
    Strength::new(x).unwrap()
}

fn thresholds(lower: f64, upper: f64) -> Thresholds {
    Thresholds::new(strength(lower), strength(upper)).unwrap()
}

/// Every way to draw up a table that changes what it says.
fn variants() -> Vec<ConflictTableOptions> {
    let mut out = Vec::new();
    for no_stake in [NoStake::NotConcerned, NoStake::Neutral] {
        for distance in [Distance::Pawlak, Distance::HalfDifference] {
            for trisection in [
                Trisection::Half,
                Trisection::Distance(thresholds(0.3, 0.7)),
                Trisection::Shares(thresholds(0.25, 0.5)),
            ] {
                let options = ConflictTableOptions::new().no_stake(no_stake);
                out.push(options.distance(distance).trisection(trisection));
            }
        }
    }
    out
}

fn sign(cell: Cell, no_stake: NoStake) -> Option<i8> {
    match cell {
        Known(s) => Some(s.signum()),
        None0 if no_stake == NoStake::Neutral => Some(0),
        None0 | Unknown => None,
    }
}

fn subsets(n: usize) -> impl Iterator<Item = BTreeSet<usize>> {
    (0..1_u32 << n).map(move |bits| (0..n).filter(|i| bits >> i & 1 == 1).collect())
}

fn smallest(sets: &BTreeSet<BTreeSet<usize>>) -> BTreeSet<BTreeSet<usize>> {
    sets.iter().filter(|s| !sets.iter().any(|t| t != *s && t.is_subset(s))).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_table_is_what_the_definition_says((cells, interests) in tables()) {
        let m = project(&cells, interests);
        let n = cells.len();
        for no_stake in [NoStake::NotConcerned, NoStake::Neutral] {
            let signs: Vec<Vec<Option<i8>>> =
                cells.iter().map(|row| row.iter().map(|c| sign(*c, no_stake)).collect()).collect();
            for distance in [Distance::Pawlak, Distance::HalfDifference] {
                let t = conflict_table(&m, &ConflictTableOptions::new().no_stake(no_stake).distance(distance));

                let mut allied = vec![vec![false; n]; n];
                let mut at = 0;
                for i in 0..n {
                    for j in i + 1..n {
                        let pair = &t.pairs[at];
                        at += 1;
                        prop_assert_eq!(&pair.parties, &[p(i), p(j)]);
                        let common: Vec<(i8, i8)> =
                            (0..interests).filter_map(|k| Some((signs[i][k]?, signs[j][k]?))).collect();
                        let share = |phi: i8| {
                            let of = common.iter().filter(|(a, b)| a * b == phi).count();
                            if common.is_empty() { None } else { Some(of as f64 / common.len() as f64) }
                        };
                        prop_assert_eq!(pair.tally.common, common.len());
                        prop_assert_eq!(pair.alliance.value(), share(1));
                        prop_assert_eq!(pair.conflict.value(), share(-1));
                        prop_assert_eq!(pair.neutral.value(), share(0));
                        let halves: i32 = common.iter().map(|(a, b)| i32::from(match distance {
                            Distance::Pawlak => 1 - a * b,
                            Distance::HalfDifference => (a - b).abs(),
                        })).sum();
                        let rho = (!common.is_empty()).then(|| f64::from(halves) / (2.0 * common.len() as f64));
                        prop_assert_eq!(pair.distance.value(), rho);
                        prop_assert_eq!(t.distance(&p(j), &p(i)), Some(pair.distance));
                        let relation = rho.map(|rho| {
                            if rho < 0.5 { ThreeWay::Alliance } else if rho > 0.5 { ThreeWay::Conflict } else { ThreeWay::Neutral }
                        });
                        prop_assert_eq!(pair.relation.value(), relation);
                        allied[i][j] = relation == Some(ThreeWay::Alliance);
                        allied[j][i] = allied[i][j];
                    }
                }
                prop_assert_eq!(at, t.pairs.len());
                prop_assert!(!t.more_pairs);

                let cliques: BTreeSet<BTreeSet<usize>> = subsets(n)
                    .filter(|s| !s.is_empty() && s.iter().all(|i| s.iter().all(|j| i == j || allied[*i][*j])))
                    .collect();
                let largest: BTreeSet<Vec<PartyId>> = cliques
                    .iter()
                    .filter(|s| !cliques.iter().any(|t| t != *s && s.is_subset(t)))
                    .map(|s| s.iter().map(|i| p(*i)).collect())
                    .collect();
                prop_assert_eq!(t.coalitions.sets.len(), largest.len(), "one of them stands twice");
                prop_assert_eq!(t.coalitions.sets.iter().cloned().collect::<BTreeSet<_>>(), largest);
                prop_assert!(!t.coalitions.truncated);

                let mut degrees = Vec::new();
                for (k, issue) in t.issues.iter().enumerate() {
                    let column: Vec<i8> = (0..n).filter_map(|i| signs[i][k]).collect();
                    let ordered = column.iter().map(|a| column.iter().filter(|b| a * **b == -1).count()).sum::<usize>();
                    let half = column.len().div_ceil(2);
                    let most = 2 * half * (column.len() - half);
                    prop_assert_eq!(&issue.interest, &x(k));
                    prop_assert_eq!(issue.conflicting_pairs, ordered);
                    let degree = (most > 0).then(|| ordered as f64 / most as f64);
                    prop_assert_eq!(issue.degree.value(), degree);
                    degrees.extend(degree);
                }
                let mean = degrees.iter().sum::<f64>() / degrees.len() as f64;
                match t.degree {
                    Measure::Known(d) => prop_assert!((d - mean).abs() < 1e-12),
                    Measure::Undefined(why) => prop_assert!(degrees.is_empty() && why == Undefined::NothingToMeasure),
                }

                let apart = |set: &BTreeSet<usize>| -> BTreeSet<(usize, usize)> {
                    let differ = |i: usize, j: usize, k: usize| {
                        matches!((signs[i][k], signs[j][k]), (Some(a), Some(b)) if a != b)
                    };
                    let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
                    pairs.filter(|(i, j)| set.iter().any(|k| differ(*i, *j, *k))).collect()
                };
                let whole = apart(&(0..interests).collect());
                let telling: BTreeSet<BTreeSet<usize>> = subsets(interests).filter(|s| apart(s) == whole).collect();
                let minimal = smallest(&telling);
                let core: BTreeSet<usize> =
                    (0..interests).filter(|k| minimal.iter().all(|s| s.contains(k))).collect();
                let Measure::Known(reducts) = &t.reducts else { panic!("{:?}", t.reducts) };
                let expected: BTreeSet<Vec<InterestId>> =
                    minimal.iter().map(|s| s.iter().map(|k| x(*k)).collect()).collect();
                prop_assert_eq!(reducts.sets.len(), expected.len());
                prop_assert_eq!(reducts.sets.iter().cloned().collect::<BTreeSet<_>>(), expected);
                prop_assert_eq!(&reducts.core, &core.iter().map(|k| x(*k)).collect::<Vec<_>>());
                prop_assert!(!reducts.truncated);

                let unknown = cells.iter().flatten().filter(|c| **c == Unknown).count();
                let absent = cells.iter().flatten().filter(|c| **c == None0).count();
                prop_assert_eq!(t.omitted.len(), unknown);
                prop_assert_eq!(t.assumed, if no_stake == NoStake::Neutral { absent } else { 0 });
            }
        }
    }

    #[test]
    fn shares_add_up_and_distances_stay_in_range(m in analysis_model()) {
        for options in variants() {
            let t = conflict_table(&m, &options);
            for pair in &t.pairs {
                let tally = pair.tally;
                prop_assert_eq!(tally.alliance + tally.conflict + tally.neutral, tally.common);
                prop_assert!(tally.both_neutral <= tally.neutral);
                let all = [pair.alliance, pair.conflict, pair.neutral, pair.distance];
                prop_assert!(all.iter().all(|x| x.value().is_some() == (tally.common > 0)));
                prop_assert!(all.iter().filter_map(|x| x.value()).all(|x| (0.0..=1.0).contains(&x)));
            }
            for party in t.table.rows() {
                let own = t.distance(party, party).unwrap();
                prop_assert!(own == Measure::Known(0.0) || own == Measure::Undefined(Undefined::NothingToMeasure));
            }
            let degrees = t.issues.iter().map(|i| i.degree).chain([t.degree]);
            prop_assert!(degrees.filter_map(Measure::value).all(|d| (0.0..=1.0).contains(&d)));
        }
    }

    #[test]
    fn every_finding_replays_and_no_forged_one_does(m in prop_oneof![analysis_model(), model()]) {
        for options in variants() {
            for finding in conflict_table(&m, &options).findings() {
                prop_assert_eq!(replay(&finding, &m), Ok(()), "{:#?}", finding);
                let mut forged = finding.clone();
                forged.amount = match finding.amount {
                    Amount::Number(x) => Amount::Number(x + 1.0),
                    Amount::Class(_) => Amount::Class("no-such-class"),
                    Amount::Undefined(_) => Amount::Number(0.0),
                };
                prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
                for i in 0..finding.because.len().min(4) {
                    if matches!(finding.because[i].source, Element::Setting(_)) {
                        continue;
                    }
                    let mut forged = finding.clone();
                    forged.because[i].amount += 1.0;
                    prop_assert!(replay(&forged, &m).is_err(), "{:#?}", forged);
                    let mut less = finding.clone();
                    less.because.remove(i);
                    prop_assert!(replay(&less, &m).is_err(), "{:#?}", less);
                }
            }
        }
    }

    #[test]
    fn negating_every_stance_changes_only_the_signs((cells, interests) in tables()) {
        let turned: Vec<Vec<Cell>> = cells
            .iter()
            .map(|row| row.iter().map(|c| if let Known(s) = c { Known(-s) } else { *c }).collect())
            .collect();
        for options in variants() {
            let (a, b) = (project(&cells, interests), project(&turned, interests));
            let (a, b) = (conflict_table(&a, &options), conflict_table(&b, &options));
            prop_assert_eq!(a.pairs, b.pairs);
            prop_assert_eq!(a.degree, b.degree);
            prop_assert_eq!(a.coalitions, b.coalitions);
            prop_assert_eq!(a.reducts, b.reducts);
            for (x, y) in a.issues.iter().zip(&b.issues) {
                prop_assert_eq!((&x.supporters, &x.opponents), (&y.opponents, &y.supporters));
            }
        }
    }

    #[test]
    fn names_and_the_order_of_the_file_change_no_number(m in analysis_model(), seed: u64) {
        let whole = |m: &Model| variants().iter().map(|o| format!("{:?}", conflict_table(m, o))).collect::<Vec<_>>();
        prop_assert_eq!(whole(&shuffled(&m, seed)), whole(&m));

        let mirror = |id: &str| -> String {
            id.chars().map(|c| if c.is_ascii_lowercase() { (b'a' + b'z' - c as u8) as char } else { c }).collect()
        };
        let turned = rename(&m, mirror);
        for options in variants() {
            let (a, b) = (conflict_table(&m, &options), conflict_table(&turned, &options));
            let renamed = |id: &PartyId| PartyId::new(&mirror(id.as_str())).unwrap();
            for pair in &a.pairs {
                let [p, q] = &pair.parties;
                let other = b.pair(&renamed(p), &renamed(q)).unwrap();
                prop_assert_eq!((pair.tally, pair.distance, pair.relation), (other.tally, other.distance, other.relation));
            }
            prop_assert_eq!(a.degree.value().map(f64::to_bits), b.degree.value().map(f64::to_bits));
            prop_assert_eq!(a.pairs.len(), b.pairs.len());
            let coalitions = |t: &ConflictTable, f: &dyn Fn(&PartyId) -> PartyId| -> BTreeSet<BTreeSet<PartyId>> {
                t.coalitions.sets.iter().map(|s| s.iter().map(f).collect()).collect()
            };
            prop_assert_eq!(coalitions(&a, &renamed), coalitions(&b, &Clone::clone));
            let (Measure::Known(x), Measure::Known(y)) = (&a.reducts, &b.reducts) else { panic!() };
            let names = |sets: &[Vec<InterestId>], f: &dyn Fn(&str) -> String| -> BTreeSet<BTreeSet<String>> {
                sets.iter().map(|s| s.iter().map(|i| f(i.as_str())).collect()).collect()
            };
            prop_assert_eq!(names(&x.sets, &mirror), names(&y.sets, &str::to_owned));
            prop_assert_eq!(names(std::slice::from_ref(&x.core), &mirror), names(std::slice::from_ref(&y.core), &str::to_owned));
        }
    }

    #[test]
    fn a_party_that_is_not_concerned_changes_no_other((cells, interests) in tables()) {
        let mut more = cells.clone();
        more.push(vec![None0; interests]);
        let options = ConflictTableOptions::new();
        let (a, b) = (project(&cells, interests), project(&more, interests));
        let (a, b) = (conflict_table(&a, &options), conflict_table(&b, &options));
        for pair in &a.pairs {
            prop_assert_eq!(Some(pair), b.pair(&pair.parties[0], &pair.parties[1]));
        }
        prop_assert_eq!((a.degree, a.issues, a.reducts), (b.degree, b.issues, b.reducts));
    }

    #[test]
    fn cliques_are_those_of_all_subsets(n in 0..=9_usize, edges in prop::collection::vec((0..9_usize, 0..9_usize), 0..40)) {
        let mut graph = Undirected::new(n);
        edges.iter().for_each(|(a, b)| graph.join(*a, *b));
        let near = |a: usize, b: usize| edges.contains(&(a, b)) || edges.contains(&(b, a));
        let all: BTreeSet<BTreeSet<usize>> =
            subsets(n).filter(|s| !s.is_empty() && s.iter().all(|a| s.iter().all(|b| a == b || near(*a, *b)))).collect();
        let largest: BTreeSet<BTreeSet<usize>> =
            all.iter().filter(|s| !all.iter().any(|t| t != *s && s.is_subset(t))).cloned().collect();
        let found = maximal_cliques(&graph, AMPLE);
        prop_assert_eq!(found.sets.len(), largest.len());
        prop_assert_eq!(found.sets.iter().map(|s| s.iter().copied().collect()).collect::<BTreeSet<BTreeSet<_>>>(), largest.clone());
        prop_assert!(!found.truncated);
        for most in 0..=largest.len() {
            let some = maximal_cliques(&graph, Budget { most, ..AMPLE });
            prop_assert_eq!((some.sets.len(), some.truncated), (most, most < largest.len()));
        }
        for work in 0..30 {
            let some = maximal_cliques(&graph, Budget { work, ..AMPLE });
            prop_assert!(some.truncated || some == found);
            prop_assert!(some.sets.iter().all(|s| found.sets.contains(s)));
        }
    }

    #[test]
    fn hitting_sets_are_those_of_all_subsets(n in 0..=7_usize, family in prop::collection::vec(prop::collection::btree_set(0..7_usize, 0..5), 0..9)) {
        let family: Vec<BTreeSet<usize>> =
            family.into_iter().map(|s| s.into_iter().filter(|i| *i < n).collect()).collect();
        let hit: BTreeSet<BTreeSet<usize>> =
            subsets(n).filter(|s| family.iter().all(|f| !f.is_disjoint(s))).collect();
        let minimal = smallest(&hit);
        let found = minimal_hitting_sets(n, family.clone(), AMPLE);
        prop_assert_eq!(found.sets.len(), minimal.len());
        prop_assert_eq!(found.sets.iter().map(|s| s.iter().copied().collect()).collect::<BTreeSet<BTreeSet<_>>>(), minimal.clone());
        prop_assert!(!found.truncated);
        for most in 0..=minimal.len() {
            let some = minimal_hitting_sets(n, family.clone(), Budget { most, ..AMPLE });
            prop_assert_eq!((some.sets.len(), some.truncated), (most, most < minimal.len()));
        }
        for work in 0..60 {
            let some = minimal_hitting_sets(n, family.clone(), Budget { work, ..AMPLE });
            prop_assert!(some.sets.iter().all(|s| found.sets.contains(s)));
            prop_assert!(some.truncated || some.sets.len() == found.sets.len());
        }
    }
}

#[test]
fn nothing_to_compare() {
    let empty = conflict_table(&Model::new(), &ConflictTableOptions::new());
    assert!(empty.pairs.is_empty() && empty.coalitions.sets.is_empty() && empty.issues.is_empty());
    assert_eq!(empty.degree, Measure::Undefined(Undefined::NothingToMeasure));
    assert_eq!(empty.findings().count(), 0);
    let Measure::Known(reducts) = empty.reducts else { panic!() };
    assert_eq!((reducts.sets, reducts.core), (vec![vec![]], vec![]));

    let one = conflict_table(&known(&[&[1, -1, 0]]), &ConflictTableOptions::new());
    assert_eq!(one.coalitions.sets, [[p(0)]]);
    assert!(one.issues.iter().all(|i| i.degree == Measure::Undefined(Undefined::NothingToMeasure)));
    assert_eq!(one.distance(&p(0), &p(0)), Some(Measure::Known(0.0)));
    assert_eq!(one.distance(&p(0), &p(9)), None);

    let apart = project(&[vec![Known(1), None0], vec![None0, Known(1)]], 2);
    let apart = conflict_table(&apart, &ConflictTableOptions::new());
    let pair = &apart.pairs[0];
    let nothing = Measure::Undefined(Undefined::NothingToMeasure);
    assert_eq!([pair.alliance, pair.conflict, pair.neutral, pair.distance], [nothing; 4]);
    assert_eq!(pair.relation, Measure::Undefined(Undefined::NothingToMeasure));
    assert_eq!(apart.coalitions.sets, [[p(0)], [p(1)]]);
}

#[test]
fn all_neutral() {
    let m = known(&[&[0, 0], &[0, 0], &[0, 0]]);
    let pawlak = conflict_table(&m, &ConflictTableOptions::new());
    assert!(pawlak.pairs.iter().all(|p| p.distance == Measure::Known(0.5)));
    assert!(pawlak.pairs.iter().all(|p| p.relation == Measure::Known(ThreeWay::Neutral)));
    assert_eq!((pawlak.degree, pawlak.coalitions.sets.len()), (Measure::Known(0.0), 3));
    assert_eq!(pawlak.distance(&p(1), &p(1)), Some(Measure::Known(0.0)), "of a party with itself, neutral or not");
    let half = conflict_table(&m, &ConflictTableOptions::new().distance(Distance::HalfDifference));
    assert!(half.pairs.iter().all(|p| p.distance == Measure::Known(0.0) && p.neutral == Measure::Known(1.0)));
    assert_eq!(half.coalitions.sets, [[p(0), p(1), p(2)]]);
}

#[test]
fn a_split_down_the_middle_is_a_conflict_of_degree_one() {
    for (table, degree) in [
        (vec![1, -1], 1.0),
        (vec![1, -1, 0], 0.5),
        (vec![1, 1, -1], 1.0),
        (vec![1, 1, -1, -1], 1.0),
        (vec![1, 1, 1, -1], 0.75),
        (vec![1, 1, 1, 1], 0.0),
        (vec![0, 0], 0.0),
    ] {
        let rows: Vec<[i8; 1]> = table.iter().map(|s| [*s]).collect();
        let rows: Vec<&[i8]> = rows.iter().map(|r| &r[..]).collect();
        let t = conflict_table(&known(&rows), &ConflictTableOptions::new());
        assert_eq!(t.degree, Measure::Known(degree), "{table:?}");
    }
}

#[test]
fn one_clash_and_one_agreement_are_not_two_times_neutral() {
    let t = conflict_table(&known(&[&[1, 1], &[1, -1], &[0, 0]]), &ConflictTableOptions::new());
    let [a, b] = [&t.pairs[0], &t.pairs[1]];
    assert_eq!((a.distance, b.distance), (Measure::Known(0.5), Measure::Known(0.5)));
    assert_eq!((a.alliance, a.conflict, a.neutral), (Measure::Known(0.5), Measure::Known(0.5), Measure::Known(0.0)));
    assert_eq!((b.alliance, b.conflict, b.neutral), (Measure::Known(0.0), Measure::Known(0.0), Measure::Known(1.0)));
}

#[test]
fn thresholds_include_themselves_and_must_be_in_order() {
    assert_eq!(
        Thresholds::new(strength(0.5), strength(0.5)).unwrap_err().to_string(),
        "the lower threshold 0.5 is not below the upper threshold 0.5"
    );
    assert!(Thresholds::new(strength(0.7), strength(0.3)).is_err());
    // p0 and p1: distance 3/10; p0 and p2: 7/10. As decimals these are on the thresholds, as binary fractions they need not be.
    let m = known(&[&[1; 10], &[1, 1, 1, 1, 1, 1, 1, -1, -1, -1], &[1, 1, 1, -1, -1, -1, -1, -1, -1, -1]]);
    let relations = |options: ConflictTableOptions| -> Vec<ThreeWay> {
        conflict_table(&m, &options).pairs.iter().map(|p| p.relation.value().unwrap()).collect()
    };
    use ThreeWay::{Alliance, Conflict, Neutral};
    let by = |t| ConflictTableOptions::new().trisection(t);
    assert_eq!(relations(by(Trisection::Half)), [Alliance, Conflict, Alliance]);
    assert_eq!(relations(by(Trisection::Distance(thresholds(0.3, 0.7)))), [Alliance, Conflict, Neutral]);
    assert_eq!(relations(by(Trisection::Distance(thresholds(0.29, 0.71)))), [Neutral, Neutral, Neutral]);
    assert_eq!(relations(by(Trisection::Shares(thresholds(0.3, 0.7)))), [Alliance, Conflict, Neutral]);
    assert_eq!(relations(by(Trisection::Shares(thresholds(0.2, 0.6)))), [Neutral, Neutral, Neutral]);
}

#[test]
fn budgets_are_said() {
    let mut rows = Vec::new();
    for i in 0..9_u32 {
        rows.push((0..8).map(|k| Known(((i * 7 + k * 5 + i * k) % 3) as i8 - 1)).collect::<Vec<Cell>>());
    }
    let m = project(&rows, 8);
    let whole = conflict_table(&m, &ConflictTableOptions::new());
    assert!(!whole.more_pairs && !whole.coalitions.truncated);
    let Measure::Known(reducts) = &whole.reducts else { panic!() };
    assert!(reducts.sets.len() > 1 && whole.coalitions.sets.len() > 1);

    let options = ConflictTableOptions::new().pairs_at_most(5).coalitions_at_most(1).reducts_at_most(1);
    let some = conflict_table(&m, &options);
    assert_eq!((some.pairs.len(), some.more_pairs), (5, true));
    assert_eq!((some.coalitions.sets.len(), some.coalitions.truncated), (1, true));
    let Measure::Known(fewer) = &some.reducts else { panic!() };
    assert_eq!((fewer.sets.len(), fewer.truncated, &fewer.core), (1, true, &reducts.core));
    assert_eq!(some.degree, whole.degree);

    let none = conflict_table(&m, &ConflictTableOptions::new().work_at_most(0));
    assert_eq!(none.reducts, Measure::Undefined(Undefined::BudgetExhausted));
    assert!(none.coalitions.truncated);
    assert_eq!(none.pairs, whole.pairs);
}

#[test]
fn the_json_is_as_the_documentation_says() {
    let m = project(&[vec![Known(2), Unknown], vec![Known(-1), None0]], 2);
    let json = serde_json::to_value(conflict_table(&m, &ConflictTableOptions::new())).unwrap();
    assert_eq!(
        json["table"],
        serde_json::json!({ "rows": ["p0", "p1"], "columns": ["x0", "x1"], "cells": [[1, null], [-1, null]] })
    );
    assert_eq!(json["pairs"][0]["parties"], serde_json::json!(["p0", "p1"]));
    assert_eq!(json["pairs"][0]["relation"], "conflict");
    assert_eq!(json["pairs"][0]["tally"]["conflict"], 1);
    assert_eq!(json["issues"][1]["degree"], serde_json::json!({ "undefined": "nothing-to-measure" }));
    assert_eq!(json["reducts"]["sets"], serde_json::json!([["x0"]]));
    let keys: BTreeMap<String, serde_json::Value> = serde_json::from_value(json).unwrap();
    let keys: Vec<&str> = keys.keys().map(String::as_str).collect();
    let expected = ["assumed", "coalitions", "degree", "issues", "more_pairs", "pairs", "reducts", "table"];
    assert_eq!(keys, expected);
}
