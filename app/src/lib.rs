//! What people see: pages and components, rendered on the server and hydrated in the browser.

#![recursion_limit = "512"] // a page is one nested type

pub mod along;
pub mod browser;
pub mod chart;
pub mod clock;
pub mod console;
#[cfg(feature = "ssr")]
mod document;
pub mod draft;
mod escape;
pub mod follow;
mod instrument;
pub mod language;
mod length;
mod packed;
pub mod page;
pub mod pages;
mod part;
pub mod paths;
pub mod phone;
pub mod screen;
pub mod sorting;

#[cfg(feature = "ssr")]
pub use document::{Asked, Assets, glance_html, html};
#[cfg(feature = "ssr")]
pub use instrument::form;
