use leptos::prelude::*;

use super::{live::Wall, stage::Stage};
use crate::{
    chart::{Palette, people_per_seat, seats},
    length::length,
};

/// While nothing may be shown but how many have answered: the hall, lit seat by seat.
pub(super) fn seating(wall: Wall) -> impl IntoView {
    let counted = Memo::new(move |_| (wall.people().max(wall.progress().answered), wall.progress().answered));
    let reveal_in = Memo::new(move |_| wall.reveal_in());
    let due = Memo::new(move |_| reveal_in.get().is_some());
    let votes = move || wall.stage() == Stage::Votes;
    view! {
        <section class="seating">
            <h1 class=move || length(&wall.question())>{move || wall.question()}</h1>
            {move || match due.get() {
                true => view! {
                    <p class="countdown">
                        <span>{move || if votes() { "The result in" } else { "Your ideas in" }}</span>
                        <strong>{move || reveal_in.get().map_or(1, |seconds| seconds.max(1))}</strong>
                    </p>
                }
                .into_any(),
                false => view! {
                    <div class="seats" inner_html=move || {
                        let (people, answered) = counted.get();
                        seats(people, answered, &Palette::PAGE)
                    }></div>
                    <p class="seating-count">
                        <strong>{move || counted.get().1}</strong>
                        {move || format!(" of {} have ", counted.get().0)}
                        {move || if votes() { "voted" } else { "answered" }}
                    </p>
                    <p class="quiet">{move || hint(wall.stage(), wall.is_open(), wall.progress().ideas)}</p>
                    {move || legend(counted.get().0)}
                }
                .into_any(),
            }}
        </section>
    }
}

fn hint(stage: Stage, open: bool, ideas: u32) -> String {
    let noun = if ideas == 1 { "idea" } else { "ideas" };
    match (stage, open) {
        (Stage::Votes, true) => {
            format!("{ideas} {noun} to vote on. The result is hidden from everyone until it is shown here.")
        }
        (Stage::Votes, false) => "Voting is closed. The result comes next.".to_owned(),
        (_, true) => {
            format!("{ideas} {noun} so far. They stay hidden until everyone has had time to write.")
        }
        (_, false) => format!("{ideas} {noun} came in. They come on screen next."),
    }
}

fn legend(people: u32) -> impl IntoView {
    let each = people_per_seat(people);
    (each > 1).then(|| view! { <p class="seating-legend">{format!("Each circle is {each} people.")}</p> })
}
