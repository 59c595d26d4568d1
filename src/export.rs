//! What leaves the team: a model without what others are not to see.
//!
//! [`export`] gives a copy of a model as a [`Profile`] lets others see it. It is a model like any other: written as TOML or JSON,
//! analysed, reported on. Nothing that the profile leaves out is in any of that.

pub mod profile;

pub use profile::{Exported, Key, Mapping, Profile, Renamed, export, export_as};
