//! The pages without WASM: a document each, with forms.

pub mod agenda;
mod entry;
mod erasing;
mod form;
pub mod ideas;
pub mod invitation;
pub mod join;
pub mod panels;
pub mod problem;
mod sheet;
pub mod sign_in;
mod staff_head;
pub mod welcome;
