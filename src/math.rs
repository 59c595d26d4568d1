//! Numerics without words of the domain.

pub mod budget;
pub mod cliques;
pub mod concord;
pub mod exact;
mod growth;
pub mod hitting_sets;
pub mod min_sum;
pub mod powers;
mod refine;
pub mod shapley;
pub mod square;
pub mod steps;
pub mod three_way;

pub use exact::Exact;
pub use square::Square;
