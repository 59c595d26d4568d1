//! How long things take on projects of 10 to 10 000 parties.
//!
//! `cargo bench --bench analyses`
#![allow(missing_docs)]

mod common;

use divan::{Bencher, black_box};

const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES, max_time = 2)]
fn clone_uniform(bencher: Bencher<'_, '_>, parties: usize) {
    let model = common::uniform(parties);
    bencher.bench_local(|| black_box(&model).clone());
}

#[divan::bench(args = SIZES, max_time = 2)]
fn graph_uniform(bencher: Bencher<'_, '_>, parties: usize) {
    let model = common::uniform(parties);
    bencher.bench_local(|| black_box(&model).graph());
}

#[divan::bench(args = SIZES, max_time = 2)]
fn graph_skewed(bencher: Bencher<'_, '_>, parties: usize) {
    let model = common::skewed(parties);
    bencher.bench_local(|| black_box(&model).graph());
}
