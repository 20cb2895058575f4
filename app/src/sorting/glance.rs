//! What might go into a theme, beside the live desk: it is asked for again when ideas or themes are others, and what is said
//! to it is a step like any other.

use std::time::Duration;

use leptos::{prelude::*, wasm_bindgen::JsCast};
use visioncast_model::{Arrange, IdeaId, ThemeId};
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement};

use super::{
    GLANCE,
    table::{Drop, Table},
};
use crate::browser::{listener, load};

/// Asked for at most so often: ideas come in bursts.
const PAUSE: Duration = Duration::from_secs(2);

/// Keeps it as the desk lies.
pub(super) fn follow(table: Table) {
    let host = document().get_element_by_id(GLANCE);
    let Some((host, from)) = host.and_then(|host| Some((host.clone(), host.get_attribute("data-from")?))) else {
        return;
    };
    let asks = StoredValue::new(false);
    let on_submit = {
        let (host, from) = (host.clone(), from.clone());
        listener(move |event| {
            if said(table, event) {
                ask_soon(table, asks, &host, &from);
            }
        })
    };
    // Fails for no known event.
    let _ = host.add_event_listener_with_callback("submit", &on_submit);
    let basis = Memo::new(move |_| {
        table.lying.with(|lying| {
            let themes = lying.themes.iter();
            let themes = themes.map(|(id, theme)| (*id, theme.name.clone(), theme.locked || theme.parked));
            (lying.loose.clone(), themes.collect::<Vec<_>>())
        })
    });
    let host = StoredValue::new_local(host);
    Effect::new(move |_| {
        basis.track();
        host.with_value(|host| ask_soon(table, asks, host, &from));
    });
}

fn ask_soon(table: Table, asks: StoredValue<bool>, host: &Element, from: &str) {
    if asks.get_value() {
        return;
    }
    asks.set_value(true);
    let (host, from) = (host.clone(), from.to_owned());
    set_timeout(
        move || {
            asks.set_value(false);
            // Nothing is moved away under a finger or a key.
            if held(&host, "li") || table.is_in_hand() {
                return ask_soon(table, asks, &host, &from);
            }
            load(&from, move |html| {
                let Some(html) = html else { return };
                let folds = held(&host, "summary");
                host.set_inner_html(&html);
                if folds && let Some(summary) = summary(&host) {
                    let _ = summary.focus();
                }
            });
        },
        PAUSE,
    );
}

/// Whether whoever sits here is at such an element of it.
fn held(host: &Element, what: &str) -> bool {
    let held = document().active_element().filter(|held| host.contains(Some(held)));
    held.is_some_and(|held| held.closest(what).is_ok_and(|found| found.is_some()))
}

fn summary(host: &Element) -> Option<HtmlElement> {
    host.query_selector("summary").ok().flatten()?.dyn_into().ok()
}

/// Does what one of its forms says; false where the form is to be sent as it is.
fn said(table: Table, event: &Event) -> bool {
    let form = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form else { return false };
    let Ok(fields) = FormData::new_with_form(&form) else {
        return false;
    };
    let idea = |name: &str| fields.get(name).as_string()?.parse::<IdeaId>().ok();
    let Some(one) = idea("one") else { return false };
    match fields.get("do").as_string().as_deref() {
        Some("into") => {
            let theme = fields
                .get("theme")
                .as_string()
                .and_then(|theme| theme.parse::<ThemeId>().ok());
            let Some(theme) = theme else { return false };
            let along = fields.get_all("along");
            let along = along.iter().filter_map(|idea| idea.as_string()?.parse().ok());
            let ideas: Vec<IdeaId> = std::iter::once(one).chain(along.filter(|idea| *idea != one)).collect();
            table.put(&ideas, Drop::Theme(theme, None));
        }
        Some("apart") => {
            let Some(other) = idea("other") else { return false };
            let prompt = table.prompt();
            table.take(Arrange::TellApart { prompt, one, other });
        }
        _ => return false,
    }
    event.prevent_default();
    if let Ok(Some(row)) = form.closest("li") {
        row.remove();
    }
    true
}
