#![allow(missing_docs)]
pub mod id;
pub mod math;
pub mod model;
pub mod rating;
pub mod scale;
pub mod vocabulary;
