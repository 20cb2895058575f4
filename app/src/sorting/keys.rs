use leptos::{ev, prelude::*, wasm_bindgen::JsCast};
use visioncast_model::{IdeaId, ThemeId};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{
    drag,
    table::{Drop, Table},
};
use crate::browser::is_typing;

/// Listens to keys, except while somebody types.
pub(super) fn listen(table: Table) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if on_key(table, &event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

fn on_key(table: Table, event: &KeyboardEvent) -> bool {
    let key = event.key();
    if key == "Escape" {
        let chosen = table.chosen.with_untracked(|chosen| !chosen.is_empty());
        return if drag::cancel() {
            true
        } else if chosen {
            table.let_go();
            true
        } else {
            false
        };
    }
    if is_typing() {
        return false;
    }
    if (event.ctrl_key() || event.meta_key()) && key == "z" {
        table.undo();
        return true;
    }
    if event.ctrl_key() || event.meta_key() {
        return false;
    }
    match (key.as_str(), event.alt_key()) {
        ("ArrowDown", true) => reorder(table, 1),
        ("ArrowUp", true) => reorder(table, -1),
        ("ArrowDown", false) => step(1),
        ("ArrowUp", false) => step(-1),
        ("ArrowRight", false) => change_list(1),
        ("ArrowLeft", false) => change_list(-1),
        ("m", false) => focus(".tray-themes button"),
        ("n", false) => focus("#new-theme"),
        (digit, false) => match digit.parse::<usize>() {
            Ok(number @ 1..=9) => put_into(table, number - 1),
            _ => false,
        },
        _ => false,
    }
}

fn put_into(table: Table, place: usize) -> bool {
    let ideas = table.chosen_in_order();
    let theme = table.lying.with_untracked(|lying| {
        let free = |id: &&ThemeId| lying.themes.get(id).is_some_and(|theme| !theme.locked);
        lying.order.iter().filter(free).nth(place).copied()
    });
    match theme {
        Some(theme) if !ideas.is_empty() => {
            table.put(&ideas, Drop::Theme(theme, None));
            true
        }
        _ => false,
    }
}

/// Moves the idea that has the focus within its theme.
fn reorder(table: Table, by: i32) -> bool {
    let Some(idea) = current()
        .and_then(|card| card.get_attribute("data-idea"))
        .and_then(|id| id.parse::<IdeaId>().ok())
    else {
        return false;
    };
    let there = table.lying.with_untracked(|lying| {
        let theme = lying.home(idea)?;
        let ideas = &lying.themes.get(&theme)?.ideas;
        let place = ideas.iter().position(|other| *other == idea)? as i32 + by;
        (0..ideas.len() as i32)
            .contains(&place)
            .then_some((theme, place as u16))
    });
    let Some((theme, place)) = there else { return false };
    table.put(&[idea], Drop::Theme(theme, Some(place)));
    // The card may have been drawn anew.
    request_animation_frame(move || {
        focus(&format!("[data-idea=\"{idea}\"] .sorting-pick"));
    });
    true
}

/// The card that has the focus.
fn current() -> Option<Element> {
    document().active_element()?.closest("[data-idea]").ok().flatten()
}

/// Goes to the next card of the list, or the one before.
fn step(by: i32) -> bool {
    let Some(card) = current() else { return false };
    let next = if by > 0 {
        card.next_element_sibling()
    } else {
        card.previous_element_sibling()
    };
    next.is_some_and(|next| pick(&next))
}

/// Goes to the next list that has cards, or the one before.
fn change_list(by: i32) -> bool {
    let Some(list) = current().and_then(|card| card.closest(".sorting-list").ok().flatten()) else {
        return focus(".sorting-pick");
    };
    let Ok(lists) = document().query_selector_all(".sorting-list") else {
        return false;
    };
    let lists: Vec<Element> = (0..lists.length())
        .filter_map(|place| lists.item(place)?.dyn_into::<Element>().ok())
        .filter(|list| list.child_element_count() > 0)
        .collect();
    let here = lists.iter().position(|other| *other == list).unwrap_or_default() as i32 + by;
    let there = usize::try_from(here).ok().and_then(|there| lists.get(there));
    there
        .and_then(Element::first_element_child)
        .is_some_and(|card| pick(&card))
}

fn pick(card: &Element) -> bool {
    let pick = card.query_selector(".sorting-pick").ok().flatten();
    pick.and_then(|pick| pick.dyn_into::<HtmlElement>().ok())
        .is_some_and(|pick| pick.focus().is_ok())
}

fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    found
        .and_then(|found| found.dyn_into::<HtmlElement>().ok())
        .is_some_and(|found| found.focus().is_ok())
}
