//! The server as its users meet it: real sockets, real forms, a real database.

mod door;
mod forms;
mod links;
mod live;
mod nodes;
mod permissions;
mod reconnects;
mod refusals;
mod server;
mod socket;
