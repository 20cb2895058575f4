//! What people see: pages and components, rendered on the server and hydrated in the browser.

pub mod browser;
pub mod chart;
pub mod console;
#[cfg(feature = "ssr")]
mod document;
mod escape;
mod packed;
pub mod follow;
pub mod page;
pub mod pages;
pub mod paths;
pub mod phone;
pub mod screen;

#[cfg(feature = "ssr")]
pub use document::{Assets, html};
