//! How long things take on projects of 10 to 10 000 parties.
//!
//! `cargo bench --bench analyses`
#![allow(missing_docs)]

mod common;

use divan::{Bencher, black_box};
use polder::analysis::{
    AgreementOptions, CommunicationPlanOptions, ConflictOptions, ConflictTableOptions, ConvergenceOptions,
    CultureDistanceOptions, EngagementOptions, EveryoneGainsOptions, ForceFieldOptions, GridOptions,
    IndirectInfluenceOptions, InfluenceOptions, MutualGainsOptions, OpportunityRiskOptions, RankValuesOptions,
    RelationOptions, RingsOptions, SharedGoalOptions, ValueMapOptions, ValueNetworkOptions, ValuePrioritiesOptions,
    agreement, communication_plan, conflict_table, conflicts, convergence, culture_distance, engagement,
    everyone_gains, force_field, indirect_influence, influence, mutual_gains, opportunities_and_risks, power_interest,
    rank_values, relations, rings, salience, shared_goal, trust_matrix, value_map, value_network, value_priorities,
};
use polder::math::concordance::concordance;
use polder::math::frustration::frustration;
use polder::math::kemeny::kemeny;
use polder::math::krippendorff::{Measurement, alpha};
use polder::math::preference::{Ballot, Preferences, Unranked};
use polder::math::ratings::{Items, Judges, Table};
use polder::math::signed::SignedGraph;
use polder::{Document, Model};

const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

fn main() {
    divan::main();
}

macro_rules! on_both {
    ($($name:ident: $work:expr;)+) => {
        mod uniform {
            use super::*;
            $(#[divan::bench(args = SIZES, max_time = 2)]
            fn $name(bencher: Bencher<'_, '_>, parties: usize) {
                let model = common::uniform(parties);
                let work: fn(&Model) -> _ = $work;
                bencher.bench_local(|| work(black_box(&model)));
            })+
        }
        mod skewed {
            use super::*;
            $(#[divan::bench(args = SIZES, max_time = 2)]
            fn $name(bencher: Bencher<'_, '_>, parties: usize) {
                let model = common::skewed(parties);
                let work: fn(&Model) -> _ = $work;
                bencher.bench_local(|| work(black_box(&model)));
            })+
        }
    };
}

on_both! {
    whole_graph: |m| m.graph().edge_count();
    forces: |m| force_field(m, &ForceFieldOptions::default());
    grid: |m| power_interest(m, &GridOptions::default());
    trust: |m| trust_matrix(m, &GridOptions::default());
    chances: |m| opportunities_and_risks(m, &OpportunityRiskOptions::default());
    plan: |m| communication_plan(m, &CommunicationPlanOptions::default());
    values: |m| value_map(m, &ValueMapOptions::default());
    strongest_100_conflicts: |m| conflicts(m, &ConflictOptions::default().strongest(100));
    order_of_values: |m| rank_values(m, &RankValuesOptions::default());
    all_relations: |m| relations(m, &RelationOptions::default());
    goal: |m| shared_goal(m, &SharedGoalOptions::default());
    all_agreement: |m| agreement(m, &AgreementOptions::default());
    write_toml: |m| Document::from(m).to_toml();
}

fn all(m: &Model, conflict: &ConflictOptions) -> usize {
    let field = force_field(m, &ForceFieldOptions::default());
    let grid = power_interest(m, &GridOptions::default());
    let map = value_map(m, &ValueMapOptions::default());
    let found = conflicts(m, conflict);
    let grids =
        salience(m, &GridOptions::default()).findings.len() + trust_matrix(m, &GridOptions::default()).findings.len();
    let ways =
        rings(m, &RingsOptions::default()).findings.len() + engagement(m, &EngagementOptions::default()).findings.len();
    let chances = opportunities_and_risks(m, &OpportunityRiskOptions::default()).findings.len();
    let plan = communication_plan(m, &CommunicationPlanOptions::default()).findings.len();
    let between = relations(m, &RelationOptions::default()).findings.len()
        + influence(m, &InfluenceOptions::default()).findings.len()
        + indirect_influence(m, &IndirectInfluenceOptions::default()).findings.len();
    black_box(conflict_table(m, &ConflictTableOptions::default()));
    black_box(agreement(m, &AgreementOptions::default()));
    black_box(convergence(m, &ConvergenceOptions::default()));
    black_box(mutual_gains(m, &MutualGainsOptions::default()));
    black_box(rank_values(m, &RankValuesOptions::default()));
    black_box(value_priorities(m, &ValuePrioritiesOptions::default()));
    black_box(culture_distance(m, &CultureDistanceOptions::default()));
    let goal = shared_goal(m, &SharedGoalOptions::default()).findings.len();
    let old = field.findings.len() + grid.findings.len() + map.findings.len() + found.conflicts.len();
    old + grids + ways + chances + plan + between + goal
}

/// The analyses of a report with the hundred strongest conflicts: what a person waits for.
#[divan::bench(args = [10, 100], max_time = 2)]
fn everything(bencher: Bencher<'_, '_>, parties: usize) {
    let model = common::uniform(parties);
    bencher.bench_local(|| all(black_box(&model), &ConflictOptions::default().strongest(100)));
}

/// The same with every conflict listed; the number of conflicts grows with the square of the parties on a side.
#[divan::bench(args = [10, 100], max_time = 2)]
fn everything_every_conflict(bencher: Bencher<'_, '_>, parties: usize) {
    let model = common::uniform(parties);
    bencher.bench_local(|| all(black_box(&model), &ConflictOptions::default()));
}

#[divan::bench(args = SIZES, max_time = 2)]
fn read_toml(bencher: Bencher<'_, '_>, parties: usize) {
    let text = Document::from(&common::uniform(parties)).to_toml();
    bencher.bench_local(|| Document::from_toml(black_box(&text)).map(|_| ()));
}

#[divan::bench(args = SIZES, max_time = 2)]
fn read_json(bencher: Bencher<'_, '_>, parties: usize) {
    let text = Document::from(&common::uniform(parties)).to_json();
    bencher.bench_local(|| Document::from_json(black_box(&text)).map(|_| ()));
}

#[divan::bench(args = SIZES, max_time = 2)]
fn resolve(bencher: Bencher<'_, '_>, parties: usize) {
    let document = Document::from(&common::uniform(parties));
    bencher.bench_local(|| black_box(&document).resolve());
}

/// Every tie is there: the hardest that is still solved exactly has 30 parties. Signs of a fixed pattern, and all of them negative.
#[divan::bench(args = [16, 30], consts = [true, false], max_time = 5)]
fn camps<const ALL_NEGATIVE: bool>(bencher: Bencher<'_, '_>, parties: usize) {
    let sign = |a: usize, b: usize| {
        let mixed = (a * 7919 + b * 104_729 + a * b * 31) % 13 < 6;
        if mixed && !ALL_NEGATIVE { 1.0 } else { -1.0 }
    };
    let ties = (0..parties).flat_map(|a| (a + 1..parties).map(move |b| (a, b, sign(a, b))));
    let graph = SignedGraph::new(parties, ties);
    bencher.bench_local(|| frustration(black_box(&graph), 10));
}

/// A network with more loops than can be looked at ends with the default budget; a sparse one is looked at whole.
#[divan::bench(args = [(100, 110), (100, 300), (200, 1_000), (2_000, 10_000)], max_time = 2)]
fn loops_of_value(bencher: Bencher<'_, '_>, (parties, flows): (usize, usize)) {
    let model = common::network(parties, flows);
    bencher.bench_local(|| value_network(black_box(&model), &ValueNetworkOptions::default()));
}

#[divan::bench(args = [(100, 300), (200, 1_000), (2_000, 10_000)], max_time = 2)]
fn who_gains(bencher: Bencher<'_, '_>, (parties, flows): (usize, usize)) {
    let model = common::network(parties, flows);
    bencher.bench_local(|| everyone_gains(black_box(&model), &EveryoneGainsOptions::default()));
}

/// The best order of twenty values, the most that are ordered exactly, by so many parties with full ballots of five tiers.
#[divan::bench(args = [100, 1_000], max_time = 5)]
fn kemeny_of_twenty(bencher: Bencher<'_, '_>, parties: usize) {
    let ballot = |party: usize| {
        let mixed = |value: usize| (party * 20 + value + 1).wrapping_mul(0x9E37_79B9).rotate_left(13) ^ (party * 31);
        let tier = |value: usize| (mixed(value) >> 7) % 5;
        Ballot::new((0..5).map(|t| (0..20).filter(|value| tier(*value) == t).collect()).collect())
    };
    let ballots: Vec<Ballot> = (0..parties).map(ballot).collect();
    bencher.bench_local(|| {
        let preferences = Preferences::new(20, black_box(&ballots), Unranked::NoInformation).unwrap_or_default();
        kemeny(&preferences, 10)
    });
}

/// Judges by 30 items on a scale of five, with a seventh of the cells empty in one row of ten.
fn rated(judges: usize) -> Table<Judges, Items> {
    let cell = |j: usize, i: usize| {
        let missing = j.is_multiple_of(10) && (j / 10 + i).is_multiple_of(7);
        (!missing).then(|| ((j * 7919 + i * 104_729 + j * i * 31) % 5 + 1) as f64)
    };
    let rows = (0..judges).map(|j| (0..30).map(|i| cell(j, i)).collect()).collect();
    Table::from_judges(rows).unwrap_or_default()
}

/// W and α over the same table, by the size of the field.
#[divan::bench(args = [100, 10_000], max_time = 2)]
fn w_and_alpha(bencher: Bencher<'_, '_>, judges: usize) {
    let table = rated(judges);
    bencher.bench_local(|| (concordance(black_box(&table)), alpha(black_box(&table), Measurement::Ordinal)));
}
