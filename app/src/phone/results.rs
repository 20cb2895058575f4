use leptos::prelude::*;
use visioncast_model::{ActivityId, view::Standing};

use super::{domain::idea, room, session::Session};
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words},
    language::{Say, counted},
    part::{Piece, any},
};

/// What the room said, once it is shown: a picture, and a sentence that says the same; tracks the room.
pub(super) fn results(session: Session, id: ActivityId) -> Piece {
    let standings = session.room.with(|room| room::results(room, id).to_vec());
    if standings.is_empty() {
        return any(view! { <p class="note">{Say::NobodyVoted.text()}</p> });
    }
    let scale = Scale::of(standings.iter().map(|standing| standing.tally));
    let line = |Standing {
                    words, domain, tally, ..
                }| {
        any(view! {
            <li>
                {idea(session, words, domain)}
                <div class="bar" inner_html=agreement(tally, scale, &Palette::PAGE)></div>
                <p class="note">{agreement_in_words(tally)}</p>
            </li>
        })
    };
    any(view! {
        <section class="results">
            <h2>{Say::WhatTheRoomSaid.text()}</h2>
            <p class="note">
                {Say::HowToRead.text()}" "
                {session.room.with(|room| room::panel(room).map(|panel| counted(panel.integrity)))}
            </p>
            <ol>{standings.into_iter().map(line).collect::<Vec<_>>()}</ol>
        </section>
    })
}
