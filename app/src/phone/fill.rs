//! Forms that the server makes: the phone shows them and sends what is filled in, and knows no more of them than that a
//! form's `data-then` says what becomes of it once it is saved.

use std::time::Duration;

use js_sys::Math;
use leptos::{prelude::*, wasm_bindgen::JsCast};
use visioncast_model::{
    ActivityId, Answer, CommandId, Form,
    view::{OwnValue, PhoneKind},
};
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement, SubmitEvent};

use super::{room::activity, session::Session};
use crate::{
    browser::{Connection, Fate, Typed, listener, load},
    language::{Say, refusal},
    part::effect,
    paths,
};

/// Whole rooms come to a question together: their phones ask for its forms within so many milliseconds.
const SPREAD: f64 = 900.0;
/// The class of a choice that is kept until its form is saved, as what is typed is.
const PICK: &str = "pick";
/// Marks where events are listened to.
const LIVE: &str = "data-live";
/// The wait before forms are asked for again that did not come, likewise.
const AGAIN: f64 = 5_000.0;

/// The forms of an activity.
pub(super) fn forms(session: Session, id: ActivityId) -> impl IntoView {
    let mut shown = None;
    effect(move || {
        let now = basis(session, id);
        let typing = session.is_typing();
        let Some(host) = host() else { return };
        if shown.is_none() {
            // The same element may have held the forms of another activity.
            if host.has_attribute(LIVE) {
                host.set_inner_html("");
            } else {
                let on_event = listener(move |event| on_event(session, event));
                for name in ["submit", "input", "click"] {
                    // Fails for no known event.
                    let _ = host.add_event_listener_with_callback(name, &on_event);
                }
                if host.first_element_child().is_some() {
                    adopt(session, id, &host);
                    shown = Some(now);
                }
            }
        }
        // What is typed stays before one's eyes; of a handful only what is still to be seen, and it comes back as it was put.
        // Who is lost asks when they are found.
        let other = shown.is_some_and(|before: Basis| before.5 != now.5) && find(&host, ".piling").is_some();
        if shown.is_none() || shown != Some(now) && (!typing || other) {
            shown = Some(now);
            if !now.4 {
                let together = session.place.get_untracked() == Some(id);
                ask_within(session, id, if together { SPREAD } else { 0.0 });
            }
        }
        let late = typing && !session.takes(id);
        let _ = host.toggle_attribute_with_force("data-late", late);
    });
    let mut under_way = Vec::new();
    effect(move || report(session, id, &mut under_way));
    view! { <div id="fill" inner_html=session.form()></div> }
}

/// See [`basis`]; what they ask about comes last.
type Basis = (u32, bool, bool, usize, bool, u64);

/// What the forms are made from, and whether nothing can be heard of it: where it differs, there are others.
fn basis(session: Session, id: ActivityId) -> Basis {
    let lost = session.connection.get() == Connection::Lost;
    session.room.with(|room| {
        let Some(known) = activity(room, id) else {
            return (0, false, false, 0, lost, 0);
        };
        let mine = |value: &&OwnValue| matches!(value, OwnValue::Idea(idea) if idea.activity == id);
        let ideas = match known.kind {
            PhoneKind::Prompt { .. } => session.own.with(|own| own.values.values().filter(mine).count()),
            _ => 0,
        };
        (known.edits, known.open, known.revealed, ideas, lost, known.asked)
    })
}

/// Says at each form what became of it; `under_way` is what was sent and not saved, with the names of the forms.
fn report(session: Session, id: ActivityId, under_way: &mut Vec<(CommandId, String)>) {
    let live = session.connection.get() == Connection::Live;
    let mut refused = None;
    let mut still = Vec::new();
    session.outbox.with(|outbox| {
        for entry in outbox.entries() {
            let Answer::Form(form) = &entry.answer else { continue };
            if form.activity != id {
                continue;
            }
            let name = form.fields.iter().find(|(field, _)| field == "form");
            let name = name.map(|(_, name)| name.as_str()).unwrap_or_default();
            let why = match &entry.fate {
                Fate::Refused(why) | Fate::Late(why) => Some(refusal(why)),
                _ => None,
            };
            let state = if live { Say::Sending } else { Say::KeptHere }.text();
            let told = tell(name, why.as_deref().unwrap_or(state), why.is_some());
            if told && matches!(entry.fate, Fate::Refused(_)) {
                // What was typed is still in the form.
                refused = Some(entry.id);
            }
            still.push((entry.id, name.to_owned()));
        }
    });
    for (command, name) in std::mem::replace(under_way, still) {
        if under_way.iter().all(|(other, _)| *other != command) {
            if saved(&name) {
                ask(session, id);
            }
            keep(session, id);
        }
    }
    if let Some(refused) = refused {
        under_way.retain(|(command, _)| *command != refused);
        session.outbox.write().discard(refused);
    }
}

fn on_event(session: Session, event: &Event) {
    let Some(id) = session.shown.get_untracked() else {
        return;
    };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target else { return };
    let Some(form) = closest(&target, "form") else { return };
    match event.type_().as_str() {
        "submit" => {
            event.prevent_default();
            let button = event.unchecked_ref::<SubmitEvent>().submitter();
            let button = button.map(|button| button.unchecked_into());
            let fields = fields(&form, button.as_ref());
            session.submit(Answer::Form(Form { activity: id, fields }));
            sent(&form, button.as_ref());
        }
        "input" => {
            rank(&form, None);
            keep(session, id);
        }
        _ => {
            if let Some(option) = closest(&target, ".taps .button") {
                rank(&form, option.get_attribute("value"));
            }
        }
    }
}

fn host() -> Option<Element> {
    document().get_element_by_id("fill")
}

fn ask_within(session: Session, id: ActivityId, most: f64) {
    let wait = Duration::from_millis((most * Math::random()) as u64);
    set_timeout(move || ask(session, id), wait);
}

/// Fetches the forms, and tries again until they are there.
fn ask(session: Session, id: ActivityId) {
    load(&paths::form(&session.code(), &id.to_string()), move |html| {
        // Somebody may have gone elsewhere by now.
        let Some(host) = host().filter(|_| session.shown.get_untracked() == Some(id)) else {
            return;
        };
        match html {
            Some(html) => {
                let focused = document().active_element().map(|held| held.id()).unwrap_or_default();
                host.set_inner_html(&html);
                adopt(session, id, &host);
                if let Some(held) = document().get_element_by_id(&focused).filter(|_| !focused.is_empty()) {
                    let _ = held.unchecked_into::<HtmlInputElement>().focus();
                }
            }
            None => {
                if host.first_element_child().is_none() {
                    host.set_text_content(Some(Say::WaitingForNetwork.text()));
                }
                ask_within(session, id, AGAIN);
            }
        }
    });
}

/// Puts what was typed earlier into forms that have just come.
fn adopt(session: Session, id: ActivityId, host: &Element) {
    let _ = host.set_attribute(LIVE, "");
    for (name, text) in Typed::load(&session.code(), id).0 {
        if let Some(field) = document().get_element_by_id(&name) {
            let field = field.unchecked_into::<HtmlInputElement>();
            field.set_value(&text);
            if field.class_name() == PICK {
                field.set_checked(true);
            }
        }
    }
    keep(session, id);
}

/// Keeps what is typed and not saved.
fn keep(session: Session, id: ActivityId) {
    let mut typed = Typed::default();
    if let Some(host) = host() {
        each(&host, "textarea,input.field", &mut |field| {
            let text = field.value();
            if text != field.default_value() {
                typed.0.push((field.id(), text));
            }
        });
        each(&host, ".pick:checked", &mut |pick| {
            if !pick.default_checked() {
                typed.0.push((pick.id(), pick.value()));
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
    let said = "input:not([type=checkbox],[type=radio]),:checked:not(option),select,textarea";
    each(form, said, &mut add);
    if let Some(button) = button {
        add(button);
    }
    fields
}

/// Shows what was chosen, and goes on.
fn sent(form: &Element, button: Option<&HtmlInputElement>) {
    let mark = button.filter(|button| button.get_attribute("name").as_deref() == Some("mark"));
    if let Some(button) = mark {
        let chosen = button.value();
        each(form, "[aria-pressed]", &mut |option| {
            let pressed = if option.value() == chosen { "true" } else { "false" };
            let _ = option.set_attribute("aria-pressed", pressed);
        });
        each(form, ".same", &mut |same| same.set_value(&chosen));
        dot(form, &chosen);
    }
    if then(form) == "open" {
        let _ = form.set_attribute("data-then", "sent");
        let next = host().filter(|_| form.class_name().ends_with("swift"));
        if let Some(next) = next.and_then(|host| find(&host, "[data-then=open]")) {
            next.scroll_into_view();
        }
    }
}

/// Shows so many dots at once, and what is left of them for all.
fn dot(form: &Element, chosen: &str) {
    let number = |element: &Element| element.text_content().and_then(|text| text.parse::<i32>().ok());
    let (Some(host), Some(given)) = (host(), find(form, "output")) else {
        return;
    };
    let Some(left) = find(&host, "#left") else { return };
    let (Ok(now), Some(before), Some(rest)) = (chosen.parse::<i32>(), number(&given), number(&left)) else {
        return;
    };
    let rest = (rest + before - now).max(0);
    given.set_text_content(Some(chosen));
    left.set_text_content(Some(&rest.to_string()));
    each(&host, ".dots", &mut |dots| {
        let Some(given) = find(dots, "output").as_ref().and_then(number) else {
            return;
        };
        let cap = dots
            .get_attribute("data-cap")
            .and_then(|cap| cap.parse().ok())
            .unwrap_or(0);
        let mut step = -1;
        each(dots, "button", &mut |button| {
            button.set_value(&(given + step).to_string());
            button.set_disabled(if step < 0 {
                given <= 0
            } else {
                given >= cap || rest == 0
            });
            step = 1;
        });
    });
}

/// Says at a form what became of it; false where it is not here.
fn tell(name: &str, report: &str, wrong: bool) -> bool {
    let Some(place) = document().get_element_by_id(name).and_then(|form| find(&form, ".fate")) else {
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
        "again" => {
            stays(&form);
            true
        }
        "reset" => {
            form.unchecked_into::<HtmlFormElement>().reset();
            false
        }
        before => {
            stays(&form);
            let _ = form.set_attribute("data-then", "stay");
            before == "sent" && find(&host, "[data-then=open],[data-then=sent]").is_none()
        }
    }
}

/// What a form holds is no longer something that is typed and not saved.
fn stays(form: &Element) {
    each(form, "textarea,input.field", &mut |field| {
        field.set_default_value(&field.value());
    });
    each(form, ".pick", &mut |pick| pick.set_default_checked(pick.checked()));
}

/// Puts an option into the next free place of a ranking, or takes it out again, and numbers the options.
fn rank(form: &Element, tapped: Option<String>) {
    let mut chosen = Vec::new();
    let mut places = 0;
    each(form, "select[name=mark]", &mut |place| {
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
        each(form, "select[name=mark]", &mut |place| {
            place.set_value(next.next().map(String::as_str).unwrap_or_default());
        });
    }
    each(form, ".taps .button", &mut |option| {
        let value = option.value();
        let place = chosen.iter().position(|chosen| *chosen == value);
        let _ = option.set_attribute(
            "data-place",
            &place.map(|place| (place + 1).to_string()).unwrap_or_default(),
        );
    });
}

fn then(form: &Element) -> String {
    form.get_attribute("data-then").unwrap_or_default()
}

fn find(inside: &Element, selector: &str) -> Option<Element> {
    inside.query_selector(selector).ok()?
}

fn closest(inside: &Element, selector: &str) -> Option<Element> {
    inside.closest(selector).ok()?
}

/// Each control that fits; those of any kind have the same properties.
fn each(inside: &Element, selector: &str, act: &mut dyn FnMut(&HtmlInputElement)) {
    if let Ok(found) = inside.query_selector_all(selector) {
        for place in 0..found.length() {
            if let Some(node) = found.get(place) {
                act(node.unchecked_ref());
            }
        }
    }
}
