#![allow(missing_docs)]
pub mod analysis;
pub mod citation;
pub mod document;
pub mod evidence;
pub mod id;
pub mod math;
pub mod model;
pub mod rating;
pub mod scale;
pub mod vocabulary;

pub use document::Document;
pub use model::Model;
