use leptos::prelude::*;
use visioncast_model::{Activity, Kind, LastStep, Step, view::Progress};

use super::{
    desk::{Desk, Dialog, Due},
    next::Next,
    timer::timer,
    wording,
};
use crate::paths;

/// What is happening: the question as the room sees it, how many have answered, and the next step.
pub(super) fn now(desk: Desk, code: &str) -> impl IntoView + use<> {
    let focus = Memo::new(move |_| desk.focus());
    let progress = Memo::new(move |_| focus.with(|focus| focus.as_ref().map(|item| desk.progress(item.id))));
    let open = move || focus.with(|focus| focus.as_ref().is_some_and(Activity::is_open));
    let code = code.to_owned();
    view! {
        <section class="now" aria-labelledby="now-title">
            <p class="now-state" class:live=open>{move || focus.with(|focus| state(focus.as_ref(), desk.has_ended()))}</p>
            <h2 id="now-title" class="question">
                {move || match focus.get() {
                    Some(item) => item.plan.question,
                    None if desk.has_ended() => "This panel has ended".to_owned(),
                    None => "The screen shows how to join".to_owned(),
                }}
            </h2>
            <p class="counts">
                {move || focus.with(|focus| {
                    counts(focus.as_ref(), progress.get().unwrap_or_default(), desk.people.get())
                })}
            </p>
            {move || open().then(|| timer(desk))}
            <div class="next">
                {move || match desk.due() {
                    Some(due) => due_bar(desk, due).into_any(),
                    None => big(desk, &code).into_any(),
                }}
            </div>
            <div class="now-foot">
                {undo(desk)}
                {ending(desk)}
            </div>
        </section>
    }
}

fn state(focus: Option<&Activity>, ended: bool) -> String {
    match focus {
        _ if ended => "Ended: nothing more is taken".to_owned(),
        None => "Before the first question".to_owned(),
        Some(item) => format!("{} · {}", wording::kind(&item.plan.kind), wording::standing(item)),
    }
}

fn counts(focus: Option<&Activity>, progress: Progress, people: u32) -> impl IntoView + use<> {
    let Some(item) = focus else {
        return view! { <strong>{people}</strong>" in the room" }.into_any();
    };
    let (verb, ideas) = match item.plan.kind {
        Kind::Prompt(_) => (" have answered", " ideas"),
        Kind::Judgement(_) => (" have voted", " ideas to vote on"),
    };
    view! {
        <span><strong>{progress.answered}</strong>" of "{people.max(progress.answered)}{verb}</span>
        <span><strong>{progress.ideas}</strong>{ideas}</span>
    }
    .into_any()
}

/// The one big control.
fn big(desk: Desk, code: &str) -> impl IntoView + use<> {
    let agenda = paths::agenda(code);
    let report = paths::report(code);
    move || {
        let words = match desk.next.get() {
            Next::Open(id) => (
                "Open the next",
                Some(desk.named(id)),
                "Takes answers and puts it on screen",
            ),
            Next::Close(id) => ("Close", Some(desk.named(id)), "Takes no more answers; can be undone"),
            Next::Reveal(_) => (
                "Show the result",
                None,
                "To everyone, in 5 seconds; can be called back until then",
            ),
            Next::Show(id) => ("Put on screen", Some(desk.named(id)), "It is open beside this one"),
            Next::End => ("End the panel", None, "All of the agenda is done; asks once more"),
            Next::Plan => {
                return view! {
                    <p>"The agenda is empty."</p>
                    <a class="button primary" href=agenda.clone()>"Add the first question"</a>
                }
                .into_any();
            }
            Next::Ended => {
                return view! {
                    <p>"What the room said is kept."</p>
                    <a class="button primary" href=report.clone()>"Read the report"</a>
                }
                .into_any();
            }
            // Its bar stands in this place.
            Next::CallBack(_) => return ().into_any(),
        };
        let (verb, what, hint) = words;
        view! {
            <button
                type="button"
                class="big"
                class:resting=move || desk.rests()
                aria-disabled=move || desk.rests().to_string()
                aria-describedby="next-hint"
                on:click=move |_| desk.take_next()
            >
                <span class="big-verb">{verb}" "<kbd>"N"</kbd></span>
                {what.map(|what| view! { <span class="big-what">{what}</span> })}
            </button>
            <p id="next-hint" class="quiet">{hint}</p>
        }
        .into_any()
    }
}

/// A reveal that can still be called back.
fn due_bar(desk: Desk, due: Due) -> impl IntoView {
    let words = format!("Everyone sees the result in {} s", due.seconds.max(1));
    view! {
        <div class="due">
            <p><strong>{words}</strong></p>
            <div class="due-bar" aria-hidden="true"></div>
            {match due.undo {
                Some(step) => view! {
                    <button type="button" class="button" on:click=move |_| desk.take(Step::Undo { step })>
                        "Call it back "<kbd>"U"</kbd>
                    </button>
                }
                .into_any(),
                None => view! { <p class="quiet">"Another step was taken since, so it cannot be called back."</p> }.into_any(),
            }}
        </div>
    }
}

fn undo(desk: Desk) -> impl IntoView {
    move || {
        let step = desk.last_step.get();
        let can = step.as_ref().is_some_and(LastStep::can_be_undone);
        let (words, why) = match &step {
            None => ("Undo".to_owned(), Some("No step of yours to undo yet.")),
            Some(step) => {
                let event = desk.agenda.with(|agenda| wording::event(&step.event, agenda));
                let why = (!can).then_some("The room has seen it already, so it cannot be taken back.");
                (format!("Undo {event}"), why)
            }
        };
        view! {
            <div class="undo">
                <button
                    type="button"
                    aria-disabled=(!can).to_string()
                    aria-describedby=why.map(|_| "undo-why")
                    on:click=move |_| desk.undo()
                >
                    {words}" "<kbd>"U"</kbd>
                </button>
                {why.map(|why| view! { <p id="undo-why" class="quiet">{why}</p> })}
            </div>
        }
    }
}

fn ending(desk: Desk) -> impl IntoView {
    move || {
        if desk.has_ended() {
            view! { <button type="button" on:click=move |_| desk.take(Step::Reopen)>"Reopen the panel"</button> }
                .into_any()
        } else {
            view! {
                <button type="button" on:click=move |_| desk.dialog.set(Some(Dialog::End))>
                    "End the panel …"
                </button>
            }
            .into_any()
        }
    }
}
