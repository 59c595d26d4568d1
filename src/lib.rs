#![cfg_attr(feature = "toml", doc = include_str!("../README.md"))]
#![cfg_attr(
    not(feature = "toml"),
    doc = "Stakeholder analysis over one typed graph of parties, interests, values and cultures."
)]
//!
//! # Where things are
//!
//! | question | where |
//! |---|---|
//! | What may stand in a file, and what is wrong with mine? | [`document`] |
//! | What is known of the parties? | [`model`], [`rating`], [`scale`], [`id`] |
//! | What does a method say? | [`analysis`], indexed by [`analysis::INDEX`] |
//! | What to do with whom? | [`advice`] |
//! | Which recommendations are not met yet? | [`handbook`] |
//! | Why does it say so? | [`evidence`], [`analysis::replay()`], [`citation`] |
//! | How do people read it? | `report` (feature `report`) |
//! | What may leave the team? | [`export`] |
//! | Which words exist? | [`vocabulary`] |
//! | The numerics alone | [`math`] |

pub mod advice;
pub mod analysis;
pub mod citation;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
pub mod document;
pub mod evidence;
pub mod export;
pub mod handbook;
pub mod id;
pub mod math;
pub mod model;
pub mod rating;
#[cfg(feature = "report")]
pub mod report;
pub mod scale;
pub mod vocabulary;

pub use document::Document;
pub use model::Model;
