use leptos::prelude::*;
use visioncast_model::Step;

use super::desk::Desk;
use crate::{clock::minutes_and_seconds, language::Live};

/// The time that is left for what is on screen, and ways to give more.
pub(super) fn timer(desk: Desk) -> impl IntoView {
    let left = Memo::new(move |_| Some(desk.clock.seconds_until(desk.focus()?.deadline?)));
    let runs = Memo::new(move |_| left.get().is_some());
    let grace = Memo::new(move |_| {
        let focus = desk.focus()?;
        focus.plan.grace.map(|grace| (grace, focus.closes_at()))
    });
    let stop = move |_| {
        if let Some(focus) = untrack(move || desk.focus()) {
            desk.take(Step::SetTimer {
                activity: focus.id,
                seconds: None,
            });
        }
    };
    view! {
        <div class="timer">
            <p role="timer" class:over=move || left.get() == Some(0)>
                {move || match left.get() {
                    None => Live::NoTimeLimit.owned(),
                    Some(0) => match grace.get() {
                        Some((_, Some(closes))) => {
                            Live::ClosesIn.with(&[("seconds", desk.clock.seconds_until(closes))])
                        }
                        _ => Live::TimeIsUpOpen.owned(),
                    },
                    Some(seconds) => Live::TimeLeft.with(&[("time", minutes_and_seconds(seconds))]),
                }}
                {move || match (left.get(), grace.get()) {
                    (Some(1..), Some((grace, _))) => {
                        Some(view! { <small class="quiet">{Live::ClosesAfter.with(&[("seconds", grace)])}</small> })
                    }
                    _ => None,
                }}
            </p>
            <button type="button" on:click=move |_| desk.add_minutes(1)>"+"{Live::Minutes.count(1)}" "<kbd>"T"</kbd></button>
            <button type="button" on:click=move |_| desk.add_minutes(2)>"+"{Live::Minutes.count(2)}</button>
            {move || runs.get().then(|| view! { <button type="button" on:click=stop>{Live::Stop.text()}</button> })}
        </div>
    }
}
