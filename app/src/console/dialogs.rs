use leptos::{html, prelude::*};
use visioncast_model::Step;
use web_sys::Event;

use super::{
    desk::{Desk, Dialog},
    keys,
};
use crate::language::Live;

/// Every key, and whether they work.
const KEYS: [(Key, Live); 22] = [
    (Key::Named(Live::KeyNext), Live::DoesNext),
    (Key::Sign("U"), Live::DoesUndo),
    (Key::Sign("R"), Live::DoesReveal),
    (Key::Sign("C"), Live::DoesClose),
    (Key::Sign("T"), Live::DoesMinute),
    (Key::Sign("↑ ↓"), Live::DoesMove),
    (Key::Sign("← →"), Live::DoesChange),
    (Key::Sign("O"), Live::DoesOpen),
    (Key::Sign("A"), Live::DoesOpenBeside),
    (Key::Sign("P"), Live::DoesPutOnScreen),
    (Key::Sign("W"), Live::DoesWelcome),
    (Key::Named(Live::KeyHide), Live::DoesHide),
    (Key::Sign("E"), Live::DoesEnter),
    (Key::Sign("?"), Live::DoesKeys),
    (Key::Sign("G"), Live::DoesAgain),
    (Key::Sign("B"), Live::DoesFurther),
    (Key::Sign("L"), Live::DoesFace),
    (Key::Sign("S"), Live::DoesPace),
    (Key::Sign("V"), Live::DoesShowWaiting),
    (Key::Sign("1–4"), Live::DoesHideWaiting),
    (Key::Sign("M"), Live::DoesMerge),
    (Key::Sign("J"), Live::DoesMoveOn),
];

/// What stands on a key.
#[derive(Clone, Copy)]
enum Key {
    /// The same in every language.
    Sign(&'static str),
    /// With a word in it.
    Named(Live),
}

impl Key {
    fn text(self) -> &'static str {
        match self {
            Self::Sign(sign) => sign,
            Self::Named(name) => name.text(),
        }
    }
}

/// The list of keys.
pub(super) fn keys(desk: Desk) -> impl IntoView {
    let rows: Vec<_> = KEYS
        .into_iter()
        .map(|(key, does)| view! { <div><dt><kbd>{key.text()}</kbd></dt><dd>{does.text()}</dd></div> })
        .collect();
    let on = RwSignal::new(true);
    Effect::new(move |_| on.set(keys::are_on()));
    dialog(
        desk,
        Dialog::Keys,
        "keys-title",
        view! {
            <h2 id="keys-title">{Live::Keys.text()}</h2>
            <dl class="keys">{rows}</dl>
            <label class="check">
                <input type="checkbox" prop:checked=on on:change=move |event| {
                    let wanted = event_target_checked(&event);
                    on.set(wanted);
                    keys::set_on(wanted);
                } />
                {Live::KeysWork.text()}
            </label>
            <div class="dialog-foot">
                <button type="button" class="primary" on:click=move |_| desk.dialog.set(None)>{Live::CloseNotice.text()}</button>
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
            <h2 id="end-title">{Live::EndThisPanel.text()}</h2>
            <p>{Live::EndThisPanelText.text()}</p>
            <div class="dialog-foot">
                <button type="button" on:click=move |_| desk.dialog.set(None)>{Live::KeepItRunning.text()}</button>
                <button type="button" class="primary" on:click=move |_| {
                    desk.dialog.set(None);
                    desk.take(Step::End);
                }>{Live::EndThePanel.text()}</button>
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
