//! The methods, one file each.
//!
//! Every method is a free function over a [`crate::Model`], named by the noun that it returns. Its result carries provenance, what
//! was omitted, and findings that [`replay()`] can check. [`INDEX`] lists them all.

mod cut;
mod index;
mod matrix;

pub mod conflicts;
pub mod force_field;
pub mod free_forces;
pub mod power_interest;
pub mod replay;
pub mod tipping;
pub mod value_map;

pub use conflicts::{Conflict, ConflictOptions, Conflicts, conflicts};
pub use cut::Cut;
pub use force_field::{ForceField, ForceFieldOptions, force_field};
pub use index::{Entry, INDEX, NotRun};
#[cfg(feature = "json")]
pub use index::{UnknownAnalysis, analyze};
pub use matrix::Matrix;
pub use power_interest::{PowerInterest, PowerInterestOptions, power_interest};
pub use replay::{ReplayError, replay};
pub use value_map::{ValueMap, ValueMapOptions, value_map};
