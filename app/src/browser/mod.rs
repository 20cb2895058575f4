//! What only a browser can do. It compiles everywhere, so that components need no `cfg`, and runs in event handlers and
//! effects alone: never while rendering.

mod page;
pub mod reload;
mod socket;

pub use page::{boot, root};
pub use socket::{Connection, Handlers, Socket};
