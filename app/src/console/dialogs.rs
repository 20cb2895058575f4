use leptos::{html, prelude::*};
use visioncast_model::Step;
use web_sys::Event;

use super::{
    desk::{Desk, Dialog},
    keys,
};

/// Every key, and whether they work.
const KEYS: [(&str, &str); 14] = [
    ("N, Space", "The next sensible step"),
    ("U", "Undo the last step, or call a result back"),
    ("R", "Show the result of what is on screen"),
    ("C", "Close what is on screen"),
    ("T", "One more minute"),
    ("↑ ↓", "Move in the agenda or the ideas"),
    ("← →", "Change between agenda and ideas"),
    ("O", "Open the chosen item"),
    ("A", "Open it beside what is open"),
    ("P", "Put the chosen item on screen"),
    ("W", "Put how to join on screen"),
    ("H, then 1–4", "Hide the chosen idea, else the newest, and why"),
    ("E", "Enter an idea that was spoken or written on paper"),
    ("?", "This list"),
];

/// The list of keys.
pub(super) fn keys(desk: Desk) -> impl IntoView {
    let rows: Vec<_> = KEYS
        .into_iter()
        .map(|(key, does)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div> })
        .collect();
    let on = RwSignal::new(true);
    Effect::new(move |_| on.set(keys::are_on()));
    dialog(
        desk,
        Dialog::Keys,
        "keys-title",
        view! {
            <h2 id="keys-title">"Keys"</h2>
            <dl class="keys">{rows}</dl>
            <label class="check">
                <input type="checkbox" prop:checked=on on:change=move |event| {
                    let wanted = event_target_checked(&event);
                    on.set(wanted);
                    keys::set_on(wanted);
                } />
                "Keys work while nothing is being typed"
            </label>
            <div class="dialog-foot">
                <button type="button" class="primary" on:click=move |_| desk.dialog.set(None)>"Close"</button>
            </div>
        },
    )
}

/// Whether the panel shall end.
pub(super) fn end(desk: Desk) -> impl IntoView {
    dialog(
        desk,
        Dialog::End,
        "end-title",
        view! {
            <h2 id="end-title">"End this panel?"</h2>
            <p>"Phones take no more answers. Nothing is lost, everyone can still read, and you can reopen it at any time."</p>
            <div class="dialog-foot">
                <button type="button" on:click=move |_| desk.dialog.set(None)>"Keep it running"</button>
                <button type="button" class="primary" on:click=move |_| {
                    desk.dialog.set(None);
                    desk.take(Step::End);
                }>"End the panel"</button>
            </div>
        },
    )
}

pub(super) fn dialog(
    desk: Desk,
    which: Dialog,
    title: &'static str,
    children: impl IntoView + 'static,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let wanted = desk.dialog.get() == Some(which);
        if let Some(element) = element.get() {
            if wanted && !element.open() {
                // Fails only for what is open, or not in the page.
                let _ = element.show_modal();
            } else if !wanted && element.open() {
                element.close();
            }
        }
    });
    view! {
        <dialog node_ref=element aria-labelledby=title on:undelegated:close=move |_: Event| {
            desk.dialog.update(|dialog| if *dialog == Some(which) { *dialog = None });
        }>{children}</dialog>
    }
}
