use leptos::prelude::*;
use visioncast_model::{Pace, Step};

use super::{
    desk::{Desk, Dialog},
    dialogs::dialog,
};
use crate::language::Live;

/// The other pace than the one that is set.
fn other(desk: Desk) -> Pace {
    match desk.panel.with(|panel| panel.pace) {
        Pace::Led => Pace::Own,
        Pace::Own => Pace::Led,
    }
}

/// Changes who sets the pace; asks once more.
pub(super) fn pace(desk: Desk) -> impl IntoView {
    let other = Memo::new(move |_| other(desk));
    let ended = Memo::new(move |_| desk.has_ended());
    move || {
        (!ended.get()).then(|| {
            view! {
                <button type="button" on:click=move |_| desk.dialog.set(Some(Dialog::Pace))>
                    {move || match other.get() {
                        Pace::Own => Live::OwnPace.text(),
                        Pace::Led => Live::OnePace.text(),
                    }}
                    " "<kbd>"S"</kbd>
                </button>
            }
        })
    }
}

/// Whether the pace shall change, and what that does.
pub(super) fn question(desk: Desk) -> impl IntoView {
    let other = Memo::new(move |_| other(desk));
    let own = move || other.get() == Pace::Own;
    dialog(
        desk,
        Dialog::Pace,
        "pace-title",
        view! {
            <h2 id="pace-title">
                {move || if own() { Live::ToOwnPace.text() } else { Live::ToOnePace.text() }}
            </h2>
            <p>
                {move || if own() {
                    Live::OwnPaceMeans.text()
                } else {
                    Live::OnePaceMeans.text()
                }}
            </p>
            <div class="dialog-foot">
                <button type="button" on:click=move |_| desk.dialog.set(None)>{Live::LeaveIt.text()}</button>
                <button type="button" class="primary" on:click=move |_| {
                    desk.dialog.set(None);
                    desk.take(Step::SetPace { pace: other.get_untracked() });
                }>{move || if own() { Live::OpenEverything.text() } else { Live::CloseOthers.text() }}</button>
            </div>
        },
    )
}
