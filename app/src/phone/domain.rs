use leptos::prelude::*;
use visioncast_model::DomainId;

use super::{room, session::Session};
use crate::{
    chart::domain_hue,
    language::Say,
    part::{Piece, any, nothing},
};

/// A domain's name with its hue; tracks the room.
pub(super) fn domain(session: Session, id: Option<DomainId>) -> Piece {
    let Some(id) = id else { return nothing() };
    let name = session.room.with(|room| {
        let domain = room::panel(room)?.domains.iter().find(|domain| domain.id == id)?;
        Some(domain.name.clone())
    });
    name.map_or_else(nothing, |name| {
        any(view! { <p class=["domain ", &domain_hue(id)].concat()>{name}</p> })
    })
}

/// An idea: its words, and what it is about.
pub(super) fn idea(session: Session, words: Option<String>, about: Option<DomainId>) -> Piece {
    any(view! {
        <p class="words">{words.unwrap_or_else(|| Say::WordsErased.owned())}</p>
        {domain(session, about)}
    })
}
