//! Every example answers, and its answer stays what it was.
#![cfg(feature = "toml")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::error::Error;

macro_rules! examples {
    ($($name:ident = $path:literal),+ $(,)?) => {
        $(
            #[allow(dead_code)]
            #[path = $path]
            mod $name;
        )+

        /// The examples with the function that each prints.
        const EXAMPLES: &[(&str, fn() -> Result<String, Box<dyn Error>>)] =
            &[$((stringify!($name), $name::answer)),+];
    };
}

examples! {
    how_far_do_we_agree = "../examples/how_far_do_we_agree.rs",
    own_algorithm = "../examples/own_algorithm.rs",
    paris_airport = "../examples/paris_airport.rs",
    what_if = "../examples/what_if.rs",
    where_does_it_rub = "../examples/where_does_it_rub.rs",
    what_to_mend_first = "../examples/what_to_mend_first.rs",
    what_to_do_with_whom = "../examples/what_to_do_with_whom.rs",
    which_values_matter = "../examples/which_values_matter.rs",
    who_tips_the_balance = "../examples/who_tips_the_balance.rs",
    who_to_talk_to_first = "../examples/who_to_talk_to_first.rs",
}

#[cfg(feature = "report")]
#[allow(dead_code)]
#[path = "../examples/what_goes_on_the_table.rs"]
mod what_goes_on_the_table;

/// The examples that need more than reading a file.
const OF_REPORTS: &[&str] = &["what_goes_on_the_table"];

#[test]
fn every_example_answers() {
    for (name, answer) in EXAMPLES {
        insta::assert_snapshot!(*name, answer().unwrap());
    }
    #[cfg(feature = "report")]
    insta::assert_snapshot!("what_goes_on_the_table", what_goes_on_the_table::answer().unwrap());
}

#[test]
fn every_example_is_covered() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let covered = EXAMPLES.iter().map(|(name, _)| name).chain(OF_REPORTS);
    let covered: BTreeSet<String> = covered.map(|name| (*name).to_owned()).collect();
    assert_eq!(covered, files);
}

#[test]
fn the_paris_case_is_as_published() {
    let answer = paris_airport::answer().unwrap();
    for line in ["positions 30 of 30 cells", "influences 36 of 36 cells", "divergences 36 of 36 cells"] {
        assert!(answer.contains(line), "not `{line}`");
    }
}
