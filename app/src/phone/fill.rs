//! Forms that the server makes: the phone shows them and sends what is filled in, and knows no more of them than that a
//! form's `data-then` says what becomes of it once it is saved.

use std::time::Duration;

use js_sys::Math;
use leptos::{
    ev::{Event, MouseEvent, SubmitEvent},
    prelude::*,
    wasm_bindgen::JsCast,
};
use visioncast_model::{
    ActivityId, Answer, CommandId, Form,
    view::{OwnValue, PhoneKind},
};
use web_sys::{Element, HtmlFormElement, HtmlInputElement};

use super::{room::activity, session::Session};
use crate::{
    browser::{Connection, Fate, Typed, load},
    language::{Say, refusal},
    part::{any, effect, memo, nothing, on, part},
    paths,
};

/// Whole rooms come to a question together: their phones ask for its forms within so many milliseconds.
const SPREAD: f64 = 900.0;
/// The wait before forms are asked for again that did not come, likewise.
const AGAIN: f64 = 4_000.0;

/// The forms of an activity.
pub(super) fn forms(session: Session, id: ActivityId) -> impl IntoView {
    let missing = RwSignal::new(false);
    // What the forms were made from; another one calls for other forms.
    let basis = memo(move || {
        let told = session.room.with(|room| {
            let known = activity(room, id)?;
            let asks = matches!(known.kind, PhoneKind::Prompt { .. });
            Some((known.edits, known.open, known.revealed, asks))
        });
        let (edits, open, revealed, asks) = told.unwrap_or_default();
        let ideas = session.own.with(|own| {
            let mine = |value: &&OwnValue| matches!(value, OwnValue::Idea(idea) if asks && idea.activity == id);
            own.values.values().filter(mine).count()
        });
        (edits, open, revealed, ideas)
    });
    let lost = memo(move || session.connection.get() == Connection::Lost);
    let fetch = move |most: f64| {
        let wait = Duration::from_millis((most * Math::random()) as u64);
        set_timeout(move || ask(session, id, missing), wait);
    };
    let mut shown = None;
    effect(move || {
        let now = Some((basis.get(), lost.get()));
        let typing = session.is_typing();
        let began = shown.is_none();
        if began && host().is_some_and(|host| host.first_element_child().is_some()) {
            adopt(session, id);
            shown = now;
        }
        // What is typed stays before one's eyes; what could not be heard may have changed.
        if shown != now && !typing {
            shown = now;
            if !lost.get_untracked() {
                let together = session.place.get_untracked() == Some(id);
                fetch(if together { SPREAD } else { 0.0 });
            }
        }
    });
    let mut under_way: Vec<(CommandId, String)> = Vec::new();
    effect(move || {
        let mut refused = None;
        let mut still = Vec::new();
        session.outbox.with(|outbox| {
            for entry in outbox.entries() {
                let Answer::Form(form) = &entry.answer else { continue };
                if form.activity != id {
                    continue;
                }
                let name = value(form, "form");
                let report = match (&entry.fate, session.connection.get()) {
                    (Fate::Refused(why) | Fate::Late(why), _) => refusal(why),
                    (_, Connection::Live) => Say::Sending.owned(),
                    _ => Say::KeptHere.owned(),
                };
                let told = tell(name, &report, matches!(entry.fate, Fate::Refused(_) | Fate::Late(_)));
                match entry.fate {
                    // What was typed is still in the form.
                    Fate::Refused(_) if told => refused = Some(entry.id),
                    Fate::Refused(_) => {}
                    _ => still.push((entry.id, name.to_owned())),
                }
            }
        });
        for (command, name) in std::mem::replace(&mut under_way, still) {
            let gone = refused != Some(command) && under_way.iter().all(|(other, _)| *other != command);
            if gone && saved(&name) {
                fetch(0.0);
            }
            if gone {
                keep(session, id);
            }
        }
        if let Some(refused) = refused {
            session.outbox.write().discard(refused);
        }
    });
    let submit = move |event: SubmitEvent| {
        let Some(form) = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok()) else {
            return;
        };
        event.prevent_default();
        let button = event.submitter().map(|button| button.unchecked_into());
        let fields = fields(&form, button.as_ref());
        session.submit(Answer::Form(Form { activity: id, fields }));
        sent(&form, button.as_ref());
    };
    let typing = move |event: Event| {
        if let Some(form) = closest(event.target(), "form") {
            rank(&form, None);
        }
        keep(session, id);
    };
    let tap = move |event: MouseEvent| {
        let tapped = closest(event.target(), ".taps .button");
        if let Some((form, option)) = tapped.and_then(|tapped| Some((tapped.closest("form").ok()??, tapped))) {
            rank(&form, option.get_attribute("value"));
        }
    };
    let note = move || {
        let text = if missing.get() {
            Say::WaitingForNetwork
        } else if session.is_typing() && !session.takes(id) {
            Say::ClosedTyping
        } else {
            return nothing();
        };
        any(view! {
            <p class="note" role="status">
                {text.text()}
            </p>
        })
    };
    view! {
        {part(note)}
        <div
            id="fill"
            inner_html=session.form()
            on:submit=on(submit)
            on:input=on(typing)
            on:click=on(tap)
        ></div>
    }
}

fn host() -> Option<Element> {
    document().get_element_by_id("fill")
}

/// Fetches the forms, and tries again until they are there.
fn ask(session: Session, id: ActivityId, missing: RwSignal<bool>) {
    let arrived = move |html: Option<String>| {
        // Somebody may have gone elsewhere by now.
        let Some(host) = host().filter(|_| session.shown.get_untracked() == Some(id)) else {
            return;
        };
        missing.try_set(html.is_none());
        match html {
            Some(html) => {
                host.set_inner_html(&html);
                adopt(session, id);
            }
            None => {
                let wait = Duration::from_millis((AGAIN * (0.5 + Math::random())) as u64);
                set_timeout(move || ask(session, id, missing), wait);
            }
        }
    };
    load(&paths::form(&session.code(), &id.to_string()), arrived);
}

/// Puts what was typed earlier into forms that have just come.
fn adopt(session: Session, id: ActivityId) {
    if let Some(host) = host() {
        let _ = host.set_attribute("data-live", "");
    }
    for (name, text) in Typed::load(&session.code(), id).0 {
        if let Some(field) = document().get_element_by_id(&name) {
            field.unchecked_into::<HtmlInputElement>().set_value(&text);
        }
    }
    keep(session, id);
}

/// Keeps what is typed and not saved.
fn keep(session: Session, id: ActivityId) {
    let mut typed = Typed::default();
    if let Some(host) = host() {
        each(&host, "textarea,input.field", |field| {
            let text = field.value();
            if text != field.default_value() {
                typed.0.push((field.id(), text));
            }
        });
    }
    typed.keep(&session.code(), id);
    let blank = typed.0.is_empty();
    if blank == (session.typing.get_untracked() == Some(id)) {
        session.typing.set((!blank).then_some(id));
    }
}

/// What a form says, with the button that it was sent by.
fn fields(form: &Element, button: Option<&HtmlInputElement>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut add = |field: &HtmlInputElement| {
        let name = field.get_attribute("name").unwrap_or_default();
        // Those say which form it is where there is no outbox.
        if !matches!(name.as_str(), "" | "id" | "activity") {
            fields.push((name, field.value()));
        }
    };
    each(
        form,
        "input:not([type=checkbox],[type=radio]),:checked:not(option),select,textarea",
        &mut add,
    );
    if let Some(button) = button {
        add(button);
    }
    fields
}

/// Shows what was chosen, and goes on.
fn sent(form: &HtmlFormElement, button: Option<&HtmlInputElement>) {
    let mark = button.filter(|button| button.get_attribute("name").as_deref() == Some("mark"));
    if let Some(button) = mark {
        let chosen = button.value();
        each(form, "[aria-pressed]", |option| {
            let pressed = if option.value() == chosen { "true" } else { "false" };
            let _ = option.set_attribute("aria-pressed", pressed);
        });
        each(form, ".same", |same| same.set_value(&chosen));
    }
    if then(form) == "open" {
        let _ = form.set_attribute("data-then", "sent");
        let next = host().filter(|_| form.class_name().ends_with("swift"));
        if let Some(next) = next.and_then(|host| find(&host, "[data-then=open]")) {
            next.scroll_into_view();
        }
    }
}

/// Says at a form what became of it; false where it is not here.
fn tell(name: &str, report: &str, wrong: bool) -> bool {
    let Some(place) = document()
        .get_element_by_id(name)
        .and_then(|form| find(&form, ".fate"))
    else {
        return false;
    };
    place.set_class_name(if wrong { "fate problem" } else { "fate" });
    place.set_text_content(Some(report));
    true
}

/// A form is saved; true where the forms are to be made anew.
fn saved(name: &str) -> bool {
    tell(name, Say::Saved.text(), false);
    let (Some(host), Some(form)) = (host(), document().get_element_by_id(name)) else {
        return false;
    };
    match then(&form).as_str() {
        "again" => true,
        "reset" => {
            form.unchecked_into::<HtmlFormElement>().reset();
            false
        }
        before => {
            each(&form, "textarea,input.field", |field| field.set_default_value(&field.value()));
            let _ = form.set_attribute("data-then", "stay");
            before == "sent" && find(&host, "[data-then=open],[data-then=sent]").is_none()
        }
    }
}

/// Puts an option into the next free place of a ranking, or takes it out again, and numbers the options.
fn rank(form: &Element, tapped: Option<String>) {
    let mut chosen = Vec::new();
    let mut places = 0;
    each(form, "select[name=mark]", |place| {
        places += 1;
        chosen.push(place.value());
    });
    if let Some(tapped) = tapped {
        chosen.retain(|option| !option.is_empty());
        match chosen.iter().position(|option| *option == tapped) {
            Some(at) => {
                chosen.remove(at);
            }
            None if chosen.len() < places => chosen.push(tapped),
            None => {}
        }
        let mut next = chosen.iter();
        each(form, "select[name=mark]", |place| {
            place.set_value(next.next().map(String::as_str).unwrap_or_default());
        });
    }
    each(form, ".taps .button", |option| {
        let value = option.value();
        let place = chosen.iter().position(|chosen| *chosen == value);
        let _ = option.set_attribute("data-place", &place.map(|place| (place + 1).to_string()).unwrap_or_default());
    });
}

fn then(form: &Element) -> String {
    form.get_attribute("data-then").unwrap_or_default()
}

fn value<'a>(form: &'a Form, name: &str) -> &'a str {
    let field = form.fields.iter().find(|(field, _)| field == name);
    field.map(|(_, value)| value.as_str()).unwrap_or_default()
}

fn find(inside: &Element, selector: &str) -> Option<Element> {
    inside.query_selector(selector).ok()?
}

fn closest(target: Option<web_sys::EventTarget>, selector: &str) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Each control that fits; those of any kind have the same properties.
fn each(inside: &Element, selector: &str, mut act: impl FnMut(&HtmlInputElement)) {
    let act: &mut dyn FnMut(&HtmlInputElement) = &mut act;
    if let Ok(found) = inside.query_selector_all(selector) {
        for place in 0..found.length() {
            if let Some(node) = found.get(place) {
                act(node.unchecked_ref());
            }
        }
    }
}
