//! The pages without WASM: a document each, with forms.

pub mod agenda;
pub mod ideas;
pub mod invitation;
pub mod join;
pub mod panels;
pub mod problem;
pub mod sign_in;
pub mod welcome;
