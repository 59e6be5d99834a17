//! CSV: tables of texts, without knowing what they are about.

mod write;

pub use write::write;
