//! Live panels. Each has one task on this node, the [`Room`](room::Room), which is its only writer
//! here; sockets and forms talk to it through a [`RoomHandle`].

mod alike;
mod audience;
mod clock;
mod connection;
mod decided;
mod gallery;
mod handle;
mod line;
mod pace;
mod room;
mod rooms;
mod words;

pub(crate) use alike::{Alike, Found};
pub(crate) use audience::Audience;
pub(crate) use clock::now;
pub(crate) use connection::{Connection, end, serve};
pub(crate) use handle::RoomHandle;
pub(crate) use rooms::{BeginError, Rooms, random_token};
pub(crate) use words::RoomWords;
