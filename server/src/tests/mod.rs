//! The server as its users meet it: real sockets, real forms, a real database.

mod agenda;
mod desk;
mod forms;
mod frameworks;
mod initiative;
mod join_attack;
mod language;
mod live;
mod nodes;
mod programme;
mod reconnects;
mod refusals;
mod server;
mod socket;
mod wiping;
