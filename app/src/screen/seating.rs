use leptos::prelude::*;
use visioncast_model::view::Progress;

use super::{live::Wall, stage::Stage};
use crate::{
    chart::{Palette, people_per_seat, seats},
    length::length,
};

/// While nothing may be shown but how many have answered: the hall, lit seat by seat.
pub(super) fn seating(wall: Wall) -> impl IntoView {
    view! {
        <section class="seating">
            <h1 class=move || length(&wall.question()) dir="auto">{move || wall.question()}</h1>
            {hall(wall)}
            <p class="seating-hint">{move || hint(wall)}</p>
        </section>
    }
}

/// How many have answered: as a number that the last row reads, and as the room itself. Shortly before a reveal, how
/// long it takes.
pub(super) fn hall(wall: Wall) -> impl IntoView {
    let counted = Memo::new(move |_| (wall.people().max(wall.progress().answered), wall.progress().answered));
    let reveal_in = Memo::new(move |_| wall.reveal_in());
    let due = Memo::new(move |_| reveal_in.get().is_some());
    let votes = move || wall.stage() == Stage::Votes;
    view! {
        <div class="hall">
            {move || if due.get() {
                view! {
                    <p class="hall-count">
                        {move || if votes() { "The result in" } else { "Your ideas in" }}
                        <strong>{move || reveal_in.get().map_or(1, |seconds| seconds.max(1))}</strong>
                    </p>
                }
                .into_any()
            } else {
                view! {
                    <p class="hall-count">
                        <strong>{move || counted.get().1}</strong>
                        {move || format!("of {} have ", counted.get().0)}
                        {move || if votes() { "voted" } else { "answered" }}
                    </p>
                }
                .into_any()
            }}
            <div class="seats" inner_html=move || {
                let (people, answered) = counted.get();
                seats(people, answered, &Palette::PAGE)
            }></div>
        </div>
    }
}

fn hint(wall: Wall) -> String {
    let Progress { ideas, answered } = wall.progress();
    let noun = if ideas == 1 { "idea" } else { "ideas" };
    let hint = match (wall.stage(), wall.is_open()) {
        (Stage::Votes, true) => {
            format!("{ideas} {noun} to vote on. The result is hidden from everyone until it is shown here.")
        }
        (Stage::Votes, false) => "Voting is closed. The result comes next.".to_owned(),
        (_, true) => {
            format!("{ideas} {noun} so far. They stay off this screen until they are shown.")
        }
        (_, false) => format!("{ideas} {noun} came in. They come on screen next."),
    };
    match people_per_seat(wall.people().max(answered)) {
        1 => hint,
        each => format!("{hint} Each circle is {each} people."),
    }
}
