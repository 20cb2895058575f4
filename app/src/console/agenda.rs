use leptos::{ev::MouseEvent, prelude::*, wasm_bindgen::JsCast};
use visioncast_model::{Activity, ActivityId, Reveal, State, Step};
use web_sys::{Element, HtmlElement};

use super::{desk::Desk, next::is_revealed, wording};
use crate::{language::Live, paths};

/// The agenda: where the room is, and every item's own controls.
pub(super) fn agenda(desk: Desk, code: &str) -> impl IntoView + use<> {
    let ids = Memo::new(move |_| {
        desk.agenda
            .with(|agenda| agenda.iter().map(|item| item.id).collect::<Vec<_>>())
    });
    let welcomes = Memo::new(move |_| desk.panel.with(|panel| panel.focus.is_none()));
    let edit = paths::agenda(code);
    view! {
        <section class="agenda" aria-labelledby="agenda-title">
            <h2 id="agenda-title" class="column-title">{Live::Agenda.text()}</h2>
            <ol class="items" data-list="agenda">
                <li class="item welcome-item" class:focused=welcomes>
                    <button type="button" class="item-name" data-stop="" on:click=move |_| desk.take(Step::Focus { activity: None }) aria-disabled=move || (!desk.is_live()).to_string()>
                        <span class="item-number" aria-hidden="true">"–"</span>
                        <span class="item-title">{Live::HowToJoin.text()}</span>
                        <span class="item-state">
                            {move || if welcomes.get() { on_screen().into_any() } else { Live::PutOnScreen.text().into_any() }}
                        </span>
                    </button>
                </li>
                <For each=move || ids.get() key=|id| *id let:id>{item(desk, id)}</For>
            </ol>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="empty">{Live::NothingPlanned.text()}</p> })}
            <p class="column-foot"><a href=edit>{Live::EditTheAgenda.text()}</a></p>
        </section>
    }
}

fn on_screen() -> impl IntoView {
    view! { <span class="on-screen">{Live::OnScreen.text()}</span> }
}

fn item(desk: Desk, id: ActivityId) -> impl IntoView {
    let item = Memo::new(move |_| desk.activity(id));
    let number = Memo::new(move |_| {
        desk.agenda.with(|agenda| {
            agenda
                .iter()
                .position(|item| item.id == id)
                .map_or(0, |place| place + 1)
        })
    });
    let focused = Memo::new(move |_| desk.panel.with(|panel| panel.focus == Some(id)));
    let chosen = Memo::new(move |_| desk.chosen.get() == Some(id));
    let open = move || item.with(|item| item.as_ref().is_some_and(Activity::is_open));
    let choose = move || desk.chosen.set(Some(id));
    view! {
        <li class="item" class:open=open class:focused=focused class:chosen=chosen data-activity=id.to_string()>
            <button
                type="button"
                class="item-name"
                data-stop=""
                aria-expanded=move || chosen.get().to_string()
                on:focus=move |_| choose()
                on:click=move |_| choose()
            >
                <span class="item-number" aria-hidden="true">{number}</span>
                <span class="item-title" dir="auto">{move || item.get().map(|item| item.plan.title)}</span>
                <span class="item-state">
                    {move || item.get().map(|item| wording::kind(&item.plan.kind))}
                    {move || item.get().and_then(|item| minutes(item.plan.minutes))}
                    {move || item.get().and_then(|item| item.plan.again).map(|_| [" · ", Live::SecondTime.text()].concat())}
                    " · "
                    {move || item.get().map(|item| wording::standing(&item))}
                    {move || focused.get().then(on_screen)}
                </span>
            </button>
            {move || chosen.get().then(|| item.get().map(|item| controls(desk, &item, focused.get())))}
        </li>
    }
}

fn minutes(minutes: u16) -> Option<String> {
    (minutes > 0).then(|| [", ", &Live::Minutes.count(minutes.into())].concat())
}

fn controls(desk: Desk, item: &Activity, focused: bool) -> impl IntoView + use<> {
    let id = item.id;
    let ended = desk.has_ended();
    let others = desk
        .agenda
        .with(|agenda| agenda.iter().any(|other| other.is_open() && other.id != id));
    let can_open = !item.is_open() && !ended;
    let can_reveal = item.reveal == Reveal::Hidden && item.state != State::Planned && is_revealed(item);
    let again = if item.state == State::Closed {
        Live::OpenAgain
    } else {
        Live::OpenIt
    };
    view! {
        <div class="item-controls">
            {can_open.then(|| step(desk, again.text(), Some("O"), Step::Open { activity: id, alongside: false }))}
            {(can_open && others).then(|| {
                step(desk, Live::OpenBeside.text(), Some("A"), Step::Open { activity: id, alongside: true })
            })}
            {item.is_open().then(|| step(desk, Live::CloseIt.text(), focused.then_some("C"), Step::Close { activity: id }))}
            {can_reveal.then(|| step(desk, wording::reveal(item), focused.then_some("R"), Step::Reveal { activity: id }))}
            {(!focused).then(|| step(desk, Live::PutOnScreen.text(), Some("P"), Step::Focus { activity: Some(id) }))}
            {(focused && !can_open && !item.is_open() && !can_reveal).then(|| Live::ItIsOnScreen.text())}
        </div>
    }
}

/// A control that goes away with its step leaves the focus on its item.
fn keep_focus(event: &MouseEvent) {
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let item = pressed.and_then(|pressed| pressed.closest("[data-activity]").ok().flatten());
    let name = item.and_then(|item| item.query_selector("[data-stop]").ok().flatten());
    if let Some(name) = name.and_then(|name| name.dyn_into::<HtmlElement>().ok()) {
        // Fails for nothing that is in the page.
        let _ = name.focus();
    }
}

fn step(desk: Desk, words: &'static str, key: Option<&'static str>, step: Step) -> impl IntoView {
    view! {
        <button type="button" aria-disabled=move || (!desk.is_live()).to_string() on:click=move |event| {
            keep_focus(&event);
            desk.take(step.clone());
        }>
            {words}
            {key.map(|key| view! { " "<kbd>{key}</kbd> })}
        </button>
    }
}
