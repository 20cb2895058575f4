//! Instruments: the kinds of activity beside ideas and votes. Their forms are made by the server
//! alone, so that none of them weighs on the phone; their results are drawn for projector, console
//! and phone alike.

#[cfg(feature = "ssr")]
pub mod form;
mod options;

pub(crate) use options::{fixed, options};
