//! Numerics without words of the domain.

pub mod exact;

pub use exact::Exact;
