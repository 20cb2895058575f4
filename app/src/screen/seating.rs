use leptos::prelude::*;
use visioncast_model::view::Progress;

use super::{live::Wall, stage::Stage, survey::instructions};
use crate::{
    chart::{Palette, people_per_seat, seats},
    language::Live,
    length::length,
};

/// While nothing may be shown but how many have answered: the hall, lit seat by seat.
pub(super) fn seating(wall: Wall) -> impl IntoView {
    view! {
        <section class="seating">
            <h1 class=move || length(&wall.question()) dir="auto">{move || wall.question()}</h1>
            {instructions(wall)}
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
    view! {
        <div class="hall">
            {move || if due.get() {
                view! {
                    <p class="hall-count">
                        {move || match wall.stage() {
                            Stage::Votes | Stage::Asking => Live::TheResultIn.owned(),
                            Stage::Reflecting => Live::ReflectionsIn.owned(),
                            _ => Live::YourIdeasIn.owned(),
                        }}
                        <strong>{move || reveal_in.get().map_or(1, |seconds| seconds.max(1))}</strong>
                    </p>
                }
                .into_any()
            } else {
                view! {
                    <p class="hall-count">
                        <strong>{move || counted.get().1}</strong>
                        {move || {
                            let (people, answered) = counted.get();
                            let have = match wall.stage() {
                                Stage::Votes => Live::OfHaveVoted,
                                Stage::Reflecting => Live::OfHaveWritten,
                                _ => Live::OfHaveAnswered,
                            };
                            have.count_with(answered, &[("people", people.to_string())])
                        }}
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
    let hint = match (wall.stage(), wall.is_open()) {
        (Stage::Votes, true) => Live::HiddenUntilShown.count(ideas),
        (Stage::Votes, false) => Live::ResultComesNext.owned(),
        (Stage::Reflecting, true) => Live::ReflectionsStayHidden.owned(),
        (Stage::Reflecting, false) => Live::ClosedReflectionsNext.owned(),
        (_, true) => Live::StayOff.count(ideas),
        (_, false) => Live::ComeNext.count(ideas),
    };
    match people_per_seat(wall.people().max(answered)) {
        1 => hint,
        each => [&hint, " ", &Live::EachCircle.count(each)].concat(),
    }
}
