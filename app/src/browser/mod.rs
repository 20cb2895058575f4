//! What only a browser can do. It compiles everywhere, so that components need no `cfg`, and runs in event handlers and
//! effects alone: never while rendering.

mod drafts;
mod load;
mod outbox;
mod page;
pub mod reload;
mod socket;
pub(crate) mod storage;

pub use drafts::{Draft, Typed};
pub use load::{listener, load};
pub use outbox::{Entry, Fate, Outbox};
pub use page::{boot, is_typing, root};
pub use socket::{Connection, Handlers, Socket};
