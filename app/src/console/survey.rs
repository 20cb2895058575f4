use leptos::prelude::*;
use visioncast_model::{Activity, ActivityId, Kind, Step};

use super::desk::Desk;
use crate::{
    chart::Palette,
    instrument::{Asked, Picture, Place, drawn, filling_in, picture},
    language::Live,
};

/// What a facilitator has beside the question: what the room is told, and the notes that nobody else sees.
pub(super) fn briefing(desk: Desk) -> impl IntoView {
    let told = Memo::new(move |_| {
        let plan = desk.focus().map(|focus| focus.plan);
        plan.map(|plan| (plan.instructions, plan.notes)).unwrap_or_default()
    });
    move || {
        let (instructions, notes) = told.get();
        let told = [(Live::RoomIsTold, instructions), (Live::YourNotes, notes)];
        let told: Vec<_> = told
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| view! { <div><dt>{name.text()}</dt><dd dir="auto">{text}</dd></div> })
            .collect();
        (!told.is_empty()).then(|| view! { <dl class="briefing">{told}</dl> })
    }
}

/// The survey on screen: how many have answered what, and once everyone sees it, what they answered.
pub(super) fn survey(desk: Desk) -> impl IntoView {
    let asked = Memo::new(move |_| {
        let focus = desk.focus()?;
        desk.panel
            .with(|panel| focus.survey().map(|survey| Asked::on_console(survey, panel)))
    });
    let is = Memo::new(move |_| asked.with(Option::is_some));
    let shown = Memo::new(move |_| desk.focus().is_some_and(|focus| focus.reveal.is_shown()));
    let several = Memo::new(move |_| desk.items.with(|items| items.len() > 1));
    move || {
        if !is.get() || !(shown.get() || several.get()) {
            return None;
        }
        let said = if shown.get() {
            said(desk, asked).into_any()
        } else {
            view! {
                <h3>{Live::AnsweredWhat.text()}</h3>
                {filling_in(asked, desk.items, desk.people, false)}
            }
            .into_any()
        };
        let void = move || {
            let void = desk.void.get();
            (void > 0).then(|| view! { <p class="quiet void">{Live::VoidAnswers.count(void)}</p> })
        };
        Some(view! { <section class="survey">{said}{void}</section> })
    }
}

/// All steps at once: whoever speaks looks ahead.
fn said(desk: Desk, asked: Memo<Option<Asked>>) -> impl IntoView {
    let drawing = Memo::new(move |_| {
        asked.with(|asked| {
            desk.items.with(|items| match asked {
                Some(asked) => picture(asked, items, Place::Desk, &Palette::PAGE),
                None => Picture::default(),
            })
        })
    });
    let everything = Memo::new(|_| usize::MAX);
    view! {
        <h3 dir="auto">{move || drawing.with(|picture| picture.finding.clone())}</h3>
        {drawn(drawing, everything, false)}
        <p class="picture-note">{move || drawing.with(|picture| picture.note.clone())}</p>
    }
}

/// What is asked again: a vote or a survey whose result everyone has seen, once.
pub(super) fn can_ask_again(desk: Desk) -> Option<ActivityId> {
    let focus = desk.focus()?;
    let again = matches!(focus.plan.kind, Kind::Judgement(_) | Kind::Survey(_)) && focus.reveal.is_shown();
    let asked = |activity: &Activity| activity.plan.again == Some(focus.id);
    let done = desk.agenda.with(|agenda| agenda.iter().any(asked));
    (again && !done && !desk.has_ended()).then_some(focus.id)
}

/// Puts a second asking behind the first on the agenda: it takes answers once it is opened.
pub(super) fn ask_again(desk: Desk) {
    if let Some(activity) = untrack(move || can_ask_again(desk)) {
        let again = ActivityId(uuid::Uuid::new_v4());
        desk.take(Step::Repeat { activity, again });
    }
}

/// Asks the same once more, after the room has talked.
pub(super) fn again(desk: Desk) -> impl IntoView {
    let can = Memo::new(move |_| can_ask_again(desk).is_some());
    move || {
        can.get().then(|| {
            view! {
                <div class="again">
                    <button type="button" aria-describedby="again-hint" on:click=move |_| ask_again(desk)>
                        {Live::AskAgain.text()}" "<kbd>"G"</kbd>
                    </button>
                    <p id="again-hint" class="quiet">{Live::AskAgainHint.text()}</p>
                </div>
            }
        })
    }
}
