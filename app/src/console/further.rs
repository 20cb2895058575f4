//! Going on from the counts, where the big control does not lead there by itself.

use leptos::prelude::*;
use visioncast_model::{Activity, Step};

use super::{desk::Desk, next::Next};
use crate::language::Live;

/// What comes next of a vote or a survey of which the counts are shown.
pub(super) const fn further(activity: &Activity) -> Live {
    match activity.further {
        0 => Live::ShowByGroup,
        _ => Live::ShowAcross,
    }
}

/// What is on the screen, where more of it can be shown.
fn can_go_on(desk: Desk) -> Option<Activity> {
    let focus = desk.focus()?;
    let is_next = matches!(desk.next.get(), Next::Further(_));
    (focus.can_go_further() && !is_next && !desk.has_ended()).then_some(focus)
}

/// Shows one step more.
pub(super) fn go_on(desk: Desk) {
    if let Some(activity) = untrack(move || can_go_on(desk)) {
        desk.take(Step::ShowFurther { activity: activity.id });
    }
}

/// The control for it.
pub(super) fn beside_the_counts(desk: Desk) -> impl IntoView {
    let words = Memo::new(move |_| can_go_on(desk).map(|focus| further(&focus).text()));
    move || {
        words.get().map(|words| {
            view! {
                <div class="again">
                    <button type="button" aria-describedby="further-hint" on:click=move |_| go_on(desk)>
                        {words}" "<kbd>"B"</kbd>
                    </button>
                    <p id="further-hint" class="quiet">{Live::FurtherHint.text()}</p>
                </div>
            }
        })
    }
}
