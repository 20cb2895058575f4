//! The server as its users meet it: real sockets, real forms, a real database.

mod agenda;
mod blind;
mod board;
mod desk;
mod door;
mod forms;
mod frameworks;
mod initiative;
mod instruments;
mod join_attack;
mod language;
mod links;
mod live;
mod moderation;
mod nodes;
mod permissions;
mod programme;
mod reconnects;
mod refusals;
mod server;
mod socket;
mod sorting;
mod suggestions;
mod themes;
mod wiping;
mod words;
