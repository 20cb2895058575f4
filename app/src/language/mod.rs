//! Which words stand on a screen. Every message is a variant of an enum; a language is one file that gives each its text,
//! so that a missing one does not compile.
//!
//! A page is rendered in one language and stays in it: the server writes the texts of a live page into it, so that no
//! language is part of what a browser loads. Everything in between just asks a message for its [`text`](Say::text).

mod english;
mod fill;
mod messages;
mod refusal;
mod spanish;
mod table;
#[cfg(test)]
mod tests;

pub use messages::{Desk, Live, Say, Sheet, Word, counted, list_name};
pub use refusal::{code_error, file_flaw, framework_error, initiative_refusal, refusal, text_error};
#[cfg(feature = "ssr")]
pub(crate) use table::Reader;
#[cfg(feature = "ssr")]
pub(crate) use table::brought_along;
pub use table::{listen, speaking, spoken};
