//! Dragging: with a mouse from anywhere on a card, with a finger by its grip, so that the rest of it scrolls the page.

use std::cell::{Cell, RefCell};

use js_sys::Function;
use leptos::{prelude::*, wasm_bindgen::JsCast};
use visioncast_model::{IdeaId, ThemeId};
use web_sys::{Element, Event, HtmlElement, PointerEvent};

use super::table::{Drop, Table};
use crate::browser::listener;

/// How far a mouse moves, in pixels, before it drags rather than presses.
const SLACK: i32 = 6;
/// Within so many pixels of the edge the page, or the list under the pointer, scrolls along.
const EDGE: i32 = 56;
/// How fast it does, in pixels a frame.
const SCROLL: i32 = 12;

/// A drag that may begin, or has.
struct Drag {
    table: Table,
    idea: IdeaId,
    from: Option<ThemeId>,
    pointer: i32,
    start: (i32, i32),
    last: (i32, i32),
    /// What follows the pointer, once it has begun.
    ghost: Option<HtmlElement>,
    card: HtmlElement,
}

thread_local! {
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
    /// Whether the click that follows ends a drag, and is none.
    static ENDED: Cell<bool> = const { Cell::new(false) };
    static LISTENING: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Whether the press that is being told of ended a drag; asked once.
pub(super) fn just_ended() -> bool {
    ENDED.replace(false)
}

/// A pointer went down on a card.
pub(super) fn begin(table: Table, idea: IdeaId, from: Option<ThemeId>, event: &PointerEvent) {
    ENDED.set(false);
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_grip = target.is_some_and(|target| target.class_list().contains("sorting-grip"));
    let drags = event.button() == 0 && (on_grip || event.pointer_type() == "mouse");
    let card = event
        .current_target()
        .and_then(|card| card.dyn_into::<HtmlElement>().ok());
    let (Some(card), true) = (card, drags && untrack(move || table.may_sort())) else {
        return;
    };
    let at = (event.client_x(), event.client_y());
    DRAG.set(Some(Drag {
        table,
        idea,
        from,
        pointer: event.pointer_id(),
        start: at,
        last: at,
        ghost: None,
        card,
    }));
    listen();
    if on_grip {
        event.prevent_default();
        with_drag(Drag::lift);
    }
}

/// Listens to the page as a whole, for as long as it is there.
fn listen() {
    LISTENING.with_borrow_mut(|listening| {
        let on_event = listening.get_or_insert_with(|| {
            let on_event = listener(|event: &Event| on_event(event.unchecked_ref()));
            for name in ["pointermove", "pointerup", "pointercancel"] {
                // Fails for no known event.
                let _ = window().add_event_listener_with_callback(name, &on_event);
            }
            on_event
        });
        let _ = on_event;
    });
}

fn on_event(event: &PointerEvent) {
    let mine = DRAG.with_borrow(|drag| drag.as_ref().is_some_and(|drag| drag.pointer == event.pointer_id()));
    if !mine {
        return;
    }
    match event.type_().as_str() {
        "pointermove" => with_drag(|drag| drag.go((event.client_x(), event.client_y()))),
        "pointerup" => finish(true),
        _ => finish(false),
    }
}

/// Ends a drag without moving anything; true where there was one.
pub(super) fn cancel() -> bool {
    let was = DRAG.with_borrow(|drag| drag.as_ref().is_some_and(|drag| drag.ghost.is_some()));
    finish(false);
    was
}

fn finish(drops: bool) {
    let Some(drag) = DRAG.take() else { return };
    let Some(ghost) = drag.ghost else { return };
    ENDED.set(drops);
    ghost.remove();
    let _ = drag.card.class_list().remove_1("dragged");
    if let Some(body) = document().body() {
        let _ = body.class_list().remove_1("dragging");
    }
    let table = drag.table;
    let to = table.over.get_untracked();
    table.over.set(None);
    let ideas = ideas(table, drag.idea);
    match to.filter(|_| drops) {
        Some(to) if !stays(&ideas, drag.from, to) => table.put(&ideas, to),
        _ => table.hold(table.chosen_in_order()),
    }
}

/// Whether letting go there changes nothing.
fn stays(ideas: &[IdeaId], from: Option<ThemeId>, to: Drop) -> bool {
    match to {
        Drop::Loose => ideas.len() == 1 && from.is_none(),
        Drop::Theme(theme, None) => ideas.len() == 1 && from == Some(theme),
        Drop::Theme(..) | Drop::New => false,
    }
}

/// What is dragged: the idea alone, or all that is chosen where it is one of them.
fn ideas(table: Table, idea: IdeaId) -> Vec<IdeaId> {
    if table.chosen.with_untracked(|chosen| chosen.contains(&idea)) {
        table.chosen_in_order()
    } else {
        vec![idea]
    }
}

fn with_drag(act: impl FnOnce(&mut Drag)) {
    // Signals that change here are read by the page, never by a drag.
    let Some(mut drag) = DRAG.take() else { return };
    act(&mut drag);
    DRAG.set(Some(drag));
}

impl Drag {
    /// Lifts the card: from here on it follows the pointer.
    fn lift(&mut self) {
        let Some(body) = document().body() else { return };
        let Some(ghost) = document()
            .create_element("div")
            .ok()
            .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        else {
            return;
        };
        let ideas = ideas(self.table, self.idea);
        let words = self
            .card
            .query_selector(".words")
            .ok()
            .flatten()
            .and_then(|words| words.text_content());
        let many = if ideas.len() > 1 {
            format!(" +{}", ideas.len() - 1)
        } else {
            String::new()
        };
        ghost.set_text_content(Some(&[words.unwrap_or_default(), many].concat()));
        ghost.set_class_name("sorting-ghost");
        let _ = ghost.set_attribute("aria-hidden", "true");
        if body.append_child(&ghost).is_err() {
            return;
        }
        let _ = body.class_list().add_1("dragging");
        let _ = self.card.class_list().add_1("dragged");
        self.ghost = Some(ghost);
        self.table.hold(ideas);
        self.table
            .over
            .set(Some(self.from.map_or(Drop::Loose, |theme| Drop::Theme(theme, None))));
        self.follow();
        scroll_along();
    }

    fn go(&mut self, at: (i32, i32)) {
        self.last = at;
        if self.ghost.is_none() {
            let far = (at.0 - self.start.0).abs().max((at.1 - self.start.1).abs());
            if far < SLACK {
                return;
            }
            self.lift();
        }
        self.follow();
    }

    /// Moves the ghost, and finds what is beneath it.
    fn follow(&self) {
        let Some(ghost) = &self.ghost else { return };
        let (x, y) = self.last;
        let _ = ghost
            .style()
            .set_property("transform", &format!("translate({}px, {}px)", x + 8, y + 8));
        let over = document()
            .element_from_point(x as f32, y as f32)
            .and_then(|beneath| self.drop_at(&beneath));
        // Signals are told of changes alone.
        if over.is_some() && over != self.table.over.get_untracked() {
            self.table.over.set(over);
        }
    }

    fn drop_at(&self, beneath: &Element) -> Option<Drop> {
        let area = beneath.closest("[data-drop]").ok().flatten()?;
        match area.get_attribute("data-drop")?.as_str() {
            "loose" => Some(Drop::Loose),
            "new" => Some(Drop::New),
            theme => {
                let theme = theme.parse().ok()?;
                let open = self
                    .table
                    .lying
                    .with_untracked(|lying| lying.themes.get(&theme).is_some_and(|theme| !theme.locked));
                open.then(|| Drop::Theme(theme, self.place_at(beneath, theme)))
            }
        }
    }

    /// The place among the ideas of a theme that the pointer is at; none where it is at none of them.
    fn place_at(&self, beneath: &Element, theme: ThemeId) -> Option<u16> {
        let card = beneath.closest("[data-idea]").ok().flatten()?;
        let idea: IdeaId = card.get_attribute("data-idea")?.parse().ok()?;
        if idea == self.idea {
            return None;
        }
        let bounds = card.get_bounding_client_rect();
        let behind = f64::from(self.last.1) > bounds.top() + bounds.height() / 2.0;
        self.table.lying.with_untracked(|lying| {
            let others = lying
                .themes
                .get(&theme)?
                .ideas
                .iter()
                .filter(|other| **other != self.idea);
            let place = others.into_iter().position(|other| *other == idea)?;
            Some((place + usize::from(behind)) as u16)
        })
    }
}

/// While something is dragged near an edge, what is beneath it scrolls along.
fn scroll_along() {
    request_animation_frame(|| {
        let last = DRAG.with_borrow(|drag| drag.as_ref().filter(|drag| drag.ghost.is_some()).map(|drag| drag.last));
        let Some((x, y)) = last else { return };
        let beneath = document().element_from_point(x as f32, y as f32);
        let list = beneath.and_then(|beneath| beneath.closest(".sorting-list").ok().flatten());
        let height = window()
            .inner_height()
            .ok()
            .and_then(|height| height.as_f64())
            .unwrap_or_default() as i32;
        let mut scrolled = false;
        if let Some(list) = list {
            let bounds = list.get_bounding_client_rect();
            let speed = speed(y, bounds.top() as i32, bounds.bottom() as i32);
            if speed != 0 && list.scroll_height() > list.client_height() {
                let before = list.scroll_top();
                list.set_scroll_top(before + speed);
                scrolled = list.scroll_top() != before;
            }
        }
        if !scrolled {
            let speed = speed(y, 0, height);
            if speed != 0 {
                window().scroll_by_with_x_and_y(0.0, f64::from(speed));
            }
        }
        scroll_along();
    });
}

const fn speed(y: i32, top: i32, bottom: i32) -> i32 {
    if y < top + EDGE {
        -SCROLL
    } else if y > bottom - EDGE {
        SCROLL
    } else {
        0
    }
}
