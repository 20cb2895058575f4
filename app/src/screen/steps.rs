use leptos::{ev, prelude::*};
use visioncast_model::Timestamp;

use super::live::Wall;

/// How many of `all` steps have been shown, where each takes so many seconds. Counted from the reveal: every screen is at
/// the same step, and a reload changes nothing. Whoever has the keys of this screen, or a presenter's clicker, goes at
/// their own pace from then on.
pub(super) fn steps(wall: Wall, all: Memo<usize>, seconds: i64) -> Memo<usize> {
    // It holds for one reveal alone.
    let by_hand = RwSignal::new(None::<(Timestamp, usize)>);
    let step = Memo::new(move |_| {
        let all = all.get();
        let chosen = by_hand.get().filter(|(of, _)| Some(*of) == wall.shown_at());
        let step = chosen.map_or_else(
            || wall.shown_for().map_or(all, |passed| (passed / seconds) as usize),
            |(_, step)| step,
        );
        step.min(all)
    });
    Effect::new(move |_| {
        let handle = window_event_listener(ev::keydown, move |event| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let now = step.get_untracked();
            let next = match event.key().as_str() {
                "ArrowRight" | "PageDown" => now + 1,
                "ArrowLeft" | "PageUp" => now.saturating_sub(1),
                _ => return,
            };
            event.prevent_default();
            if let Some(at) = untrack(move || wall.shown_at()) {
                by_hand.set(Some((at, next.min(all.get_untracked()))));
            }
        });
        on_cleanup(move || handle.remove());
    });
    step
}
