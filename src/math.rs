//! Numerics without words of the domain.

pub mod betweenness;
pub mod budget;
pub mod cliques;
pub mod concord;
pub mod cover;
pub mod exact;
pub mod frustration;
mod growth;
pub mod hitting_sets;
pub mod min_sum;
pub mod powers;
pub mod reciprocity;
mod refine;
pub mod shapley;
pub mod signed;
pub mod sphere;
pub mod square;
pub mod steps;
pub mod three_way;

pub use exact::Exact;
pub use square::Square;
