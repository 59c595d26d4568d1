//! How long things take on projects of 10 to 10 000 parties.
//!
//! `cargo bench --bench analyses`
#![allow(missing_docs)]

mod common;

use divan::{Bencher, black_box};
use polder::analysis::{
    CommunicationPlanOptions, ConflictOptions, ConflictTableOptions, ConvergenceOptions, EngagementOptions,
    ForceFieldOptions, GridOptions, IndirectInfluenceOptions, InfluenceOptions, MutualGainsOptions,
    OpportunityRiskOptions, RelationOptions, RingsOptions, SharedGoalOptions, ValueMapOptions, communication_plan,
    conflict_table, conflicts, convergence, engagement, force_field, indirect_influence, influence, mutual_gains,
    opportunities_and_risks, power_interest, relations, rings, salience, shared_goal, trust_matrix, value_map,
};
use polder::math::frustration::frustration;
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
    all_relations: |m| relations(m, &RelationOptions::default());
    goal: |m| shared_goal(m, &SharedGoalOptions::default());
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
    black_box(convergence(m, &ConvergenceOptions::default()));
    black_box(mutual_gains(m, &MutualGainsOptions::default()));
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
