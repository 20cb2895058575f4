use leptos::{html, prelude::*, wasm_bindgen::JsCast};
use visioncast_model::{Activity, CommandId, Kind, LastStep, Rejection, Step, view::Progress};
use web_sys::HtmlElement;

use super::{
    desk::{Desk, Dialog},
    face::face,
    further::{beside_the_counts, further},
    next::Next,
    pace::pace,
    survey::{again, briefing},
    timer::timer,
    wording,
};
use crate::{
    language::{Live, refusal},
    length::length,
    paths,
};

/// What stands in the place of the next step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The one big control.
    Step,
    /// A reveal that can still be called back, by undoing this step.
    Due(Option<CommandId>),
    /// Nothing is planned.
    Plan,
    /// All is over.
    Ended,
}

/// What is happening: the question as the room sees it, how many have answered, and the next step.
pub(super) fn now(desk: Desk, code: &str) -> impl IntoView + use<> {
    let focus = Memo::new(move |_| desk.focus());
    let progress = Memo::new(move |_| focus.with(|focus| focus.as_ref().map(|item| desk.progress(item.id))));
    let open = Memo::new(move |_| focus.with(|focus| focus.as_ref().is_some_and(Activity::is_open)));
    let due = Memo::new(move |_| desk.due().is_some());
    let question = Memo::new(move |_| match focus.get() {
        Some(item) => item.plan.question,
        None if desk.has_ended() => Live::ThisPanelHasEnded.owned(),
        None => Live::ShowsHowToJoin.owned(),
    });
    view! {
        <section class="now" aria-labelledby="now-title">
            <div class="now-asked">
                <p class="now-state" class:live=open>{move || focus.with(|focus| state(focus.as_ref(), desk.has_ended()))}</p>
                <h2 id="now-title" class=move || format!("question {}", length(&question.get())) dir="auto">{question}</h2>
            </div>
            <div class="now-room">
                <p class="counts">
                    {move || focus.with(|focus| {
                        counts(focus.as_ref(), progress.get().unwrap_or_default(), desk.people.get())
                    })}
                </p>
                {move || {
                    let answered = progress.get()?.answered;
                    let people = desk.people.get().max(answered).max(1);
                    Some(view! { <progress class="answered" max=people value=answered aria-hidden="true"></progress> })
                }}
                {move || open.get().then(|| timer(desk))}
            </div>
            {next(desk, code)}
            <div class="now-foot">
                {move || (!due.get()).then(|| undo(desk))}
                {beside_the_counts(desk)}
                {again(desk)}
                {face(desk)}
                <div class="now-grave">{pace(desk)}{ending(desk)}</div>
            </div>
            {briefing(desk)}
        </section>
    }
}

fn next(desk: Desk, code: &str) -> impl IntoView + use<> {
    let place = Memo::new(move |_| match (desk.due(), desk.next.get()) {
        (Some(due), _) => Place::Due(due.undo),
        (None, Next::Plan) => Place::Plan,
        (None, Next::Ended) => Place::Ended,
        (None, _) => Place::Step,
    });
    let element = NodeRef::<html::Div>::new();
    // Who pressed a control that went away goes on with the one in its place.
    let pressed = StoredValue::new(false);
    Effect::new(move |before: Option<Place>| {
        let place = place.get();
        if before.is_some_and(|before| before != place) && pressed.get_value() {
            pressed.set_value(false);
            request_animation_frame(move || focus_first(element));
        }
        place
    });
    let (agenda, report) = (paths::agenda(code), paths::report(code));
    view! {
        <div class="next" node_ref=element on:click=move |_| pressed.set_value(true)>
            {move || match place.get() {
                Place::Step => big(desk).into_any(),
                Place::Due(undo) => due_bar(desk, undo).into_any(),
                Place::Plan => view! {
                    <p>{Live::AgendaIsEmpty.text()}</p>
                    <a class="button primary" href=agenda.clone()>{Live::AddTheFirst.text()}</a>
                }
                .into_any(),
                Place::Ended => view! {
                    <p>{Live::WhatWasSaidIsKept.text()}</p>
                    <a class="button primary" href=report.clone()>{Live::ReadTheReport.text()}</a>
                }
                .into_any(),
            }}
        </div>
    }
}

fn focus_first(element: NodeRef<html::Div>) {
    let first = element
        .get_untracked()
        .and_then(|element| element.query_selector("button, a").ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        // Fails for nothing that is in the page.
        let _ = first.focus();
    }
}

/// Where the room is.
pub(super) fn state(focus: Option<&Activity>, ended: bool) -> String {
    match focus {
        _ if ended => Live::EndedNothingTaken.owned(),
        None => Live::BeforeTheFirst.owned(),
        Some(item) => format!("{} · {}", wording::kind(&item.plan.kind), wording::standing(item)),
    }
}

fn counts(focus: Option<&Activity>, progress: Progress, people: u32) -> impl IntoView + use<> {
    let Some(item) = focus else {
        return view! { <span><strong>{people}</strong>" "{Live::InTheRoom.text()}</span> }.into_any();
    };
    let (have, ideas) = match item.plan.kind {
        Kind::Prompt(_) => (Live::OfHaveAnswered, Live::Ideas),
        Kind::Judgement(_) => (Live::OfHaveVoted, Live::IdeasToVoteOn),
        Kind::Survey(_) => (Live::OfHaveAnswered, Live::ThingsAsked),
        Kind::Reflection(_) => (Live::OfHaveWritten, Live::Reflections),
        Kind::Volunteers | Kind::Grouping(_) => (Live::OfHaveAnswered, Live::Ideas),
    };
    let Progress { ideas: came, answered } = progress;
    let people = people.max(answered).to_string();
    view! {
        <span><strong>{answered}</strong>" "{have.count_with(answered, &[("people", people)])}</span>
        <span><strong>{came}</strong>" "{ideas.count(came)}</span>
    }
    .into_any()
}

/// The one big control.
fn big(desk: Desk) -> impl IntoView {
    let words = Memo::new(move |_| match desk.next.get() {
        Next::Open(id) => (Live::OpenTheNext.text(), Some(desk.named(id)), Live::OpenHint.text()),
        Next::Close(id) => (Live::CloseIt.text(), Some(desk.named(id)), Live::CloseHint.text()),
        Next::Show(id) => (Live::PutOnScreen.text(), Some(desk.named(id)), Live::ShowHint.text()),
        Next::Further(id) => {
            let what = desk.activity(id).map_or("", |known| further(&known).text());
            (what, Some(desk.named(id)), Live::FurtherHint.text())
        }
        Next::End => (Live::EndThePanel.text(), None, Live::EndHint.text()),
        Next::Reveal(id) => (
            desk.activity(id)
                .map_or(Live::Show.text(), |item| wording::reveal(&item)),
            None,
            Live::RevealHint.text(),
        ),
        // Something else stands in this place.
        Next::CallBack(_) | Next::Plan | Next::Ended => ("", None, ""),
    });
    view! {
        <button
            type="button"
            class="big"
            class:resting=move || desk.rests()
            aria-disabled=move || desk.rests().to_string()
            aria-describedby="next-hint"
            on:click=move |_| desk.take_next()
        >
            <span class="big-verb">{move || words.get().0}" "<kbd>"N"</kbd></span>
            <span class="big-what" dir="auto">{move || words.get().1}</span>
        </button>
        <p id="next-hint" class="quiet">
            {move || if desk.is_live() { words.get().2 } else { Live::NothingCanBeSent.text() }}
        </p>
    }
}

/// A reveal that can still be called back.
fn due_bar(desk: Desk, undo: Option<CommandId>) -> impl IntoView {
    let seconds = Memo::new(move |_| desk.due().map_or(1, |due| due.seconds.max(1)));
    view! {
        <div class="due">
            <p><strong>{move || Live::EveryoneSeesIt.count(seconds.get() as u32)}</strong></p>
            {match undo {
                Some(step) => view! {
                    <button type="button" class="button" on:click=move |_| desk.take(Step::Undo { step })>
                        {Live::CallItBack.text()}" "<kbd>"U"</kbd>
                    </button>
                }
                .into_any(),
                None => view! { <p class="quiet">{Live::CannotCallBack.text()}</p> }.into_any(),
            }}
        </div>
    }
}

fn undo(desk: Desk) -> impl IntoView {
    let can = Memo::new(move |_| {
        desk.last_step
            .with(|step| step.as_ref().is_some_and(LastStep::can_be_undone))
    });
    let words = move || match desk.last_step.get() {
        None => Live::Undo.owned(),
        Some(step) => {
            let event = desk.agenda.with(|agenda| wording::event(&step.event, agenda));
            Live::UndoWhat.with(&[("what", event)])
        }
    };
    let why = move || match desk.last_step.with(Option::is_some) {
        false => Live::NoStepToUndo.owned(),
        true if can.get() => String::new(),
        true => refusal(&Rejection::UndoImpossible),
    };
    view! {
        <div class="undo">
            <button
                type="button"
                aria-disabled=move || (!can.get()).to_string()
                aria-describedby="undo-why"
                on:click=move |_| desk.undo()
            >
                {words}" "<kbd>"U"</kbd>
            </button>
            <p id="undo-why" class="quiet">{why}</p>
        </div>
    }
}

fn ending(desk: Desk) -> impl IntoView {
    let ended = Memo::new(move |_| desk.has_ended());
    let press = move |_| {
        if ended.get_untracked() {
            desk.take(Step::Reopen);
        } else {
            desk.dialog.set(Some(Dialog::End));
        }
    };
    view! {
        <button type="button" on:click=press>
            {move || if ended.get() { Live::ReopenThePanel } else { Live::EndThePanelAsk }.text()}
        </button>
    }
}
