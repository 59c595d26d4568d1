//! Numerics without words of the domain.

pub mod concord;
pub mod exact;
mod growth;
pub mod min_sum;
pub mod powers;
mod refine;
pub mod shapley;
pub mod square;
pub mod steps;

pub use exact::Exact;
pub use square::Square;
