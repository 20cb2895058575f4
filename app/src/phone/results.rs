use leptos::prelude::*;
use visioncast_model::{ActivityId, view::Standing};

use super::{domain::idea, room, session::Session};
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words},
    integrity::counted,
    part::{Piece, any},
};

/// What the room said, once it is shown: a picture, and a sentence that says the same; tracks the room.
pub(super) fn results(session: Session, id: ActivityId) -> Piece {
    let standings = session.room.with(|room| room::results(room, id).to_vec());
    if standings.is_empty() {
        return any(view! { <p class="note">"Nobody had voted when this was shown."</p> });
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
            <h2>"What the room said"</h2>
            <p class="note">
                "Best supported first. Disagree is left of the line and hatched, agree is right of it. "
                {session.room.with(|room| room::panel(room).map(|panel| counted(panel.integrity)))}
            </p>
            <ol>{standings.into_iter().map(line).collect::<Vec<_>>()}</ol>
        </section>
    })
}
