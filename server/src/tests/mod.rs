//! The server as its users meet it: real sockets, real forms, a real database.

mod forms;
mod initiative;
mod join_attack;
mod language;
mod live;
mod nodes;
mod reconnects;
mod refusals;
mod server;
mod socket;
