//! Instruments: the kinds of activity beside ideas and votes. Their forms are made by the server
//! alone, so that none of them weighs on the phone; their results are drawn for projector, console
//! and phone alike.

mod asked;
mod drawn;
mod finding;
#[cfg(feature = "ssr")]
pub mod form;
mod groups;
mod map;
mod options;
mod picture;

pub(crate) use asked::Asked;
pub(crate) use drawn::{drawn, filling_in};
pub(crate) use groups::{across, across_title, by_group};
pub(crate) use options::{fixed, options};
pub(crate) use picture::{Picture, Place, picture};
