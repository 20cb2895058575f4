//! What is told beside the counts: how each group answered, and where the groups agree and part.

use leptos::prelude::*;

use super::live::Wall;
use crate::{
    instrument::{across, across_title, by_group},
    language::Live,
    length::length,
};

/// What a vote or a survey came to: its `counts`, until the facilitator goes further.
pub(super) fn told<View: IntoView + 'static>(wall: Wall, counts: fn(Wall) -> View) -> impl IntoView {
    let further = Memo::new(move |_| wall.groups.with(Option::is_some));
    move || {
        if further.get() {
            groups_told(wall).into_any()
        } else {
            counts(wall).into_any()
        }
    }
}

/// What groups answered: as far as the facilitator has gone with it.
fn groups_told(wall: Wall) -> impl IntoView {
    let groups = move || wall.groups.get().unwrap_or_default();
    let title = Memo::new(move |_| match (wall.across.get(), wall.compared()) {
        (Some(across), Some(asked)) => wall.items.with(|items| across_title(&asked, items, &groups(), &across)),
        _ => Live::ByGroup.owned(),
    });
    let body = move || {
        let asked = wall.compared()?;
        Some(wall.items.with(|items| match wall.across.get() {
            Some(told) => across(&asked, items, &groups(), &told).into_any(),
            None => by_group(&asked, items, &groups()).into_any(),
        }))
    };
    view! {
        <section class="told further">
            <p class="results-question quiet" dir="auto">{move || wall.question()}</p>
            <h1 class=move || length(&title.get()) dir="auto">{title}</h1>
            {body}
            <p class="picture-note">{Live::ByGroupNote.text()}</p>
        </section>
    }
}
