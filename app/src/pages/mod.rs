//! The pages without WASM: a document each, with forms.

pub mod agenda;
mod entry;
mod erasing;
mod form;
pub mod framework;
mod framework_choice;
pub mod frameworks;
pub mod ideas;
pub mod initiative;
mod initiative_board;
mod initiative_carry;
mod initiative_comparison;
mod initiative_events;
mod initiative_keeping;
mod initiative_people;
mod initiative_wins;
pub mod invitation;
pub mod join;
pub mod mine;
pub mod panels;
pub mod problem;
pub mod run_sheet;
mod sheet;
pub mod sign_in;
mod staff_head;
pub mod volunteer;
pub mod welcome;
