use leptos::prelude::*;
use visioncast_model::{ActivityId, view::Standing};

use super::{room, session::Session, write::domain_name};
use crate::chart::{Palette, Scale, agreement, agreement_in_words};

/// What the room said, once it is shown: a picture, and a sentence that says the same.
pub(super) fn results(session: Session, id: ActivityId) -> impl IntoView {
    let standings = Memo::new(move |_| session.room.with(|room| room::results(room, id).to_vec()));
    move || {
        let standings = standings.get();
        if standings.is_empty() {
            return view! { <p class="note">"Nobody had voted when this was shown."</p> }.into_any();
        }
        let scale = Scale::of(standings.iter().map(|standing| standing.tally));
        let line = |Standing { words, domain, tally, .. }| {
            view! {
                <li>
                    <p class="words">{words.unwrap_or_else(|| "(These words were erased.)".to_owned())}</p>
                    {domain_name(session, domain)}
                    <div class="bar" inner_html=agreement(tally, scale, &Palette::PAGE)></div>
                    <p class="note">{agreement_in_words(tally)}</p>
                </li>
            }
        };
        view! {
            <section class="results">
                <h2>"What the room said"</h2>
                <p class="note">"Best supported first. Disagree is left of the line and hatched, agree is right of it."</p>
                <ol>{standings.into_iter().map(line).collect_view()}</ol>
            </section>
        }
        .into_any()
    }
}
