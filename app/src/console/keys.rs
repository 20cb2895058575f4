use leptos::{ev, prelude::*, wasm_bindgen::JsCast};
use visioncast_model::{ActivityId, HideReason, IdeaId, Step};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{
    desk::{Desk, Dialog},
    entry, face, further,
    next::{Next, is_revealed},
    survey,
};
use crate::browser::is_typing;

/// Where it is kept that keys shall not work.
const SETTING: &str = "visioncast.keys";
const OFF: &str = "off";

/// Whether keys work: somebody who speaks to their computer may not want them to.
pub(super) fn are_on() -> bool {
    let setting = window()
        .local_storage()
        .ok()
        .flatten()
        .and_then(|storage| storage.get_item(SETTING).ok().flatten());
    setting.as_deref() != Some(OFF)
}

pub(super) fn set_on(on: bool) {
    if let Ok(Some(storage)) = window().local_storage() {
        // Where nothing can be kept, they work again after a reload.
        let _ = if on {
            storage.remove_item(SETTING)
        } else {
            storage.set_item(SETTING, OFF)
        };
    }
}

/// Listens to keys, except while somebody types or answers a dialog.
pub(super) fn listen(desk: Desk) {
    Effect::new(move |_| {
        let handle = window_event_listener(ev::keydown, move |event| on_key(desk, &event));
        on_cleanup(move || handle.remove());
    });
}

fn on_key(desk: Desk, event: &KeyboardEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    if modified || event.default_prevented() || is_typing() || is_asked() {
        return;
    }
    let key = event.key();
    if key == "?" {
        event.prevent_default();
        desk.dialog.set(Some(Dialog::Keys));
        return;
    }
    if !are_on() {
        return;
    }
    let moves = match key.as_str() {
        "ArrowDown" => move_by(1),
        "ArrowUp" => move_by(-1),
        "ArrowLeft" => change_to("agenda"),
        "ArrowRight" => change_to("ideas"),
        _ => false,
    };
    if moves {
        event.prevent_default();
        return;
    }
    // A key that is held would do a step again and again.
    if !event.repeat() && do_step(desk, &key) {
        event.prevent_default();
    }
}

fn do_step(desk: Desk, key: &str) -> bool {
    let focus = untrack(move || desk.focus());
    let current = focus.as_ref().map(|item| item.id);
    let take = |step: Option<Step>| {
        if let Some(step) = step {
            desk.take(step);
        }
    };
    match key.to_lowercase().as_str() {
        "n" => desk.take_next(),
        // On a button, space presses that button.
        " " if active().is_none_or(|element| element.tag_name() == "BODY") => desk.take_next(),
        "u" => match untrack(move || desk.due()).map(|due| due.undo) {
            Some(Some(step)) => desk.take(Step::Undo { step }),
            Some(None) => {}
            None => desk.undo(),
        },
        "r" => take(
            focus
                .as_ref()
                .filter(|item| is_revealed(item))
                .map(|item| Step::Reveal { activity: item.id }),
        ),
        "c" => take(current.map(|activity| Step::Close { activity })),
        "t" if focus.as_ref().is_some_and(visioncast_model::Activity::is_open) => desk.add_minutes(1),
        "o" => take(chosen(desk).map(|activity| Step::Open {
            activity,
            alongside: false,
        })),
        "a" => take(chosen(desk).map(|activity| Step::Open {
            activity,
            alongside: true,
        })),
        "p" => take(chosen(desk).or_else(|| shown_next(desk)).map(|activity| Step::Focus {
            activity: Some(activity),
        })),
        "w" => take(Some(Step::Focus { activity: None })),
        "e" if untrack(move || entry::enters(desk)) => desk.dialog.set(Some(Dialog::Entry)),
        "g" => survey::ask_again(desk),
        "b" => further::go_on(desk),
        "l" => face::turn(desk),
        "s" if !untrack(move || desk.has_ended()) => desk.dialog.set(Some(Dialog::Pace)),
        "h" => ask_to_hide(desk),
        "v" => return about_waiting(desk, Desk::show_held),
        "j" => return about_waiting(desk, Desk::read_next),
        "m" => match untrack(move || desk.merging.get()) {
            Some(merging) => return focused(desk).is_some_and(|into| stays(desk, merging, into)),
            None => match desk.hiding.get_untracked().or_else(|| focused(desk)) {
                Some(idea) => {
                    desk.hiding.set(None);
                    desk.merge(idea);
                }
                None => return about_waiting(desk, Desk::merge),
            },
        },
        "escape" => {
            desk.hiding.set(None);
            desk.merging.set(None);
        }
        "1" | "2" | "3" | "4" => return hide(desk, key),
        _ => return false,
    }
    true
}

/// The item of the agenda that was chosen.
fn chosen(desk: Desk) -> Option<ActivityId> {
    desk.chosen.get_untracked()
}

fn shown_next(desk: Desk) -> Option<ActivityId> {
    match desk.next.get_untracked() {
        Next::Show(id) => Some(id),
        _ => None,
    }
}

/// Does something to the idea that waits and is read.
fn about_waiting(desk: Desk, does: impl FnOnce(Desk, IdeaId)) -> bool {
    let up = untrack(move || desk.up());
    if let Some(idea) = up.filter(|_| !desk.settles()) {
        does(desk, idea);
    }
    up.is_some()
}

/// Lets the idea that has the focus stay for the one that is about to be merged.
fn stays(desk: Desk, merging: IdeaId, into: IdeaId) -> bool {
    let other = merging != into;
    if other {
        desk.merge_into(merging, into);
    }
    other
}

/// The idea that has the focus.
fn focused(desk: Desk) -> Option<IdeaId> {
    let id = active()?
        .closest("[data-idea]")
        .ok()
        .flatten()?
        .get_attribute("data-idea")?;
    let id = id.parse::<IdeaId>().ok()?;
    // A list may have moved on under it.
    let known = desk
        .ideas
        .with_untracked(|ideas| ideas.iter().any(|(known, _)| *known == id))
        || desk
            .held
            .with_untracked(|held| held.iter().any(|(known, _)| *known == id));
    known.then_some(id)
}

/// Asks why to hide the idea that has the focus, else the newest that is not hidden.
fn ask_to_hide(desk: Desk) {
    let newest = desk
        .ideas
        .with_untracked(|ideas| ideas.iter().find(|(_, idea)| idea.hidden.is_none()).map(|(id, _)| *id));
    desk.hiding.set(focused(desk).or(newest));
}

fn hide(desk: Desk, number: &str) -> bool {
    let reason = number
        .parse::<usize>()
        .ok()
        .and_then(|number| HideReason::OFFERED.get(number - 1).copied());
    let Some(reason) = reason else { return false };
    match desk.hiding.get_untracked() {
        Some(idea) => desk.hide_idea(idea, reason),
        None => return about_waiting(desk, move |desk, idea| desk.hide_idea(idea, reason)),
    }
    true
}

/// Moves the focus within its list, else into the agenda.
fn move_by(by: i32) -> bool {
    let list = active().and_then(|element| element.closest("[data-list]").ok().flatten());
    let Some(list) = list else { return change_to("agenda") };
    let stops = stops(&list);
    let holder = active().and_then(|element| element.closest("li").ok().flatten());
    let place = stops
        .iter()
        .position(|stop| stop.closest("li").ok().flatten() == holder);
    let next = place.map_or(0, |place| (place as i32 + by).clamp(0, stops.len() as i32 - 1)) as usize;
    stops.get(next).is_some_and(|stop| stop.focus().is_ok())
}

fn change_to(list: &str) -> bool {
    let list = document().query_selector(&format!("[data-list={list}]")).ok().flatten();
    list.and_then(|list| stops(&list).into_iter().next())
        .is_some_and(|stop| stop.focus().is_ok())
}

fn stops(list: &Element) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all("[data-stop]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.item(place)?.dyn_into().ok())
        .collect()
}

fn active() -> Option<Element> {
    document().active_element()
}

/// Whether a dialog waits for an answer.
fn is_asked() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|open| open.is_some())
}
