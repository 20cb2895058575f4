//! The pages without WASM: a document each, with forms.

pub mod agenda;
pub mod ballots;
pub mod door;
mod entry;
mod erasing;
mod form;
pub mod ideas;
pub mod invitation;
pub mod join;
pub mod links;
mod notice;
pub mod panels;
pub mod problem;
mod qr_code;
pub mod sign_in;
mod staff_head;
pub mod ticket;
pub mod ticket_sheet;
pub mod welcome;
