//! What is written is what is read, for any model.
#![cfg(all(feature = "toml", feature = "json"))]
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::strategies::{analysis_model, model};
use polder::{Document, Model};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_model_survives_both_notations(m in prop_oneof![3 => model(), 1 => analysis_model()]) {
        let document = Document::from(&m);
        let toml = document.to_toml();
        let from_toml = Document::from_toml(&toml).map_err(|e| TestCaseError::fail(format!("{e}\n{toml}")))?;
        let resolved = from_toml.resolve();
        prop_assert!(resolved.problems.is_empty(), "{:#?}\n{}", resolved.problems, toml);
        prop_assert_eq!(resolved.model.as_ref(), Some(&m), "{}", toml);
        let json = document.to_json();
        let from_json = Document::from_json(&json).map_err(|e| TestCaseError::fail(format!("{e}\n{json}")))?;
        prop_assert_eq!(&Model::try_from(&from_json).unwrap(), &m, "{}", json);
    }

    #[test]
    fn toml_and_json_are_one_schema_in_two_notations(m in model()) {
        let document = Document::from(&m);
        let there = Document::from_json(&Document::from_toml(&document.to_toml()).unwrap().to_json()).unwrap();
        prop_assert_eq!(&there, &Document::from_json(&document.to_json()).unwrap());
        let back = Document::from_toml(&there.to_toml()).unwrap();
        prop_assert_eq!(back.to_toml(), document.to_toml());
    }
}
