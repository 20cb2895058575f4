use leptos::{ev, prelude::*};

use super::{full_screen, live::Wall};

/// `F` fills the screen and gives it back; `P` pauses the wall and lets it go on.
pub(super) fn listen(wall: Wall) {
    Effect::new(move |_| {
        let handle = window_event_listener(ev::keydown, move |event| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat() {
                return;
            }
            match event.key().as_str() {
                "f" | "F" => full_screen::toggle(),
                "p" | "P" => wall.pause(),
                _ => {}
            }
        });
        on_cleanup(move || handle.remove());
    });
}
