//! Numerics without words of the domain.

pub mod exact;
pub mod shapley;
pub mod steps;

pub use exact::Exact;
