//! What a vote came to: a picture of each idea, and a sentence that says the same.

use leptos::prelude::*;
use visioncast_model::{DomainId, view::Standing};

use super::domain;
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words},
    language::{Live, Sheet},
};

pub(super) fn votes(standings: &[(Standing, Option<(DomainId, String)>)]) -> AnyView {
    if standings.is_empty() {
        return view! { <p class="note">{Sheet::NobodyVoted.text()}</p> }.into_any();
    }
    let scale = Scale::of(standings.iter().map(|(standing, _)| standing.tally));
    let line = |(standing, about): &(Standing, Option<(DomainId, String)>)| {
        let words = standing.words.clone();
        view! {
            <li>
                <p class="words">{words.unwrap_or_else(|| Live::TheWordsWereErased.owned())}</p>
                {domain(about)}
                <div class="bar" inner_html=agreement(standing.tally, scale, &Palette::PAGE)></div>
                <p class="note">{agreement_in_words(standing.tally)}</p>
            </li>
        }
    };
    view! {
        <section class="results">
            <h2>{Sheet::WhatTheRoomSaid.text()}</h2>
            <p class="note">{Sheet::HowToRead.text()}</p>
            <ol>{standings.iter().map(line).collect::<Vec<_>>()}</ol>
        </section>
    }
    .into_any()
}
