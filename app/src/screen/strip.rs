use leptos::prelude::*;

use super::{full_screen, live::Wall};
use crate::{browser::Connection, clock::minutes_and_seconds, language::Live};

/// Where to join: the address, and the QR code as a path and its width.
pub(super) type Joining = StoredValue<(String, (String, u16))>;

/// The edge of the wall: always how to join and how many are in; the timer, and what is out of order.
pub(super) fn strip(wall: Wall, joining: Joining) -> impl IntoView {
    let code = Memo::new(move |_| wall.panel().code);
    let rehearsal = Memo::new(move |_| wall.panel().rehearsal);
    let time_left = Memo::new(move |_| wall.time_left());
    let runs = Memo::new(move |_| time_left.get().is_some());
    view! {
        <aside class="strip" aria-label=Live::Joining.text()>
            <div class="strip-join">
                {qr(joining)}
                <p class="strip-address">
                    <span class="quiet">{move || if wall.ended() { Live::ReadOnAt } else { Live::JoinAt }.text()}</span>
                    <strong>{joining.with_value(|(address, _)| breakable(address))}</strong>
                </p>
                <p class="strip-code"><span class="aside">{Live::Code.text()}" "</span>{move || spaced(&code.get())}</p>
            </div>
            <p class="strip-people"><strong>{move || wall.people()}</strong>" "{Live::InTheRoom.text()}</p>
            <div class="strip-state">
                {move || runs.get().then(|| view! {
                    <p class="strip-time" role="timer">
                        <strong>{move || time_left.get().map(minutes_and_seconds)}</strong>
                        {move || if time_left.get() == Some(0) { Live::TimeIsUp } else { Live::Left }.text()}
                    </p>
                })}
                {move || wall.ended().then(|| view! { <p class="strip-mark">{Live::ThisPanelHasEnded.text()}</p> })}
                {move || rehearsal.get().then(|| view! { <p class="strip-mark">{Live::RehearsalMark.text()}</p> })}
                {move || wall.paused.get().then(|| view! { <p class="strip-mark" role="status">{Live::Paused.text()}</p> })}
                {offline(wall)}
            </div>
            <button type="button" class="strip-full" aria-pressed=move || wall.paused.get().to_string() on:click=move |_| wall.pause()>
                {move || if wall.paused.get() { Live::GoOn } else { Live::Pause }.text()} " " <kbd>"P"</kbd>
            </button>
            <button type="button" class="strip-full" on:click=move |_| full_screen::toggle()>
                {Live::FullScreen.text()} " " <kbd>"F"</kbd>
            </button>
        </aside>
    }
}

/// Says when the wall may be behind the room.
pub(super) fn offline(wall: Wall) -> impl IntoView {
    move || {
        let words = match wall.connection.get() {
            Connection::Connecting | Connection::Live => return None,
            Connection::Lost => Live::Reconnecting.text(),
            Connection::NotAllowed => Live::ScreenDisconnected.text(),
            Connection::Outdated => Live::PleaseReload.text(),
        };
        Some(view! { <p class="strip-mark offline" role="status">{words}</p> })
    }
}

/// The QR code, dark on white whatever the page looks like, with the margin that scanners need.
pub(super) fn qr(joining: Joining) -> impl IntoView {
    let (path, width) = joining.with_value(|(_, code)| code.clone());
    let frame = format!("-3 -3 {size} {size}", size = width + 6);
    view! {
        <svg class="qr" viewBox=frame role="img" aria-label=Live::ScanToJoin.text() shape-rendering="crispEdges">
            <rect x="-3" y="-3" width=width + 6 height=width + 6 fill="#fff"></rect>
            <path d=path fill="#000"></path>
        </svg>
    }
}

/// A code in two halves, as one reads it out.
pub(crate) fn spaced(code: &str) -> String {
    let mut spaced = String::with_capacity(code.len() + 1);
    let half = code.chars().count().div_ceil(2);
    for (place, sign) in code.chars().enumerate() {
        if place == half {
            spaced.push('\u{2009}');
        }
        spaced.push(sign);
    }
    spaced
}

/// An address that may break behind its dots rather than anywhere.
fn breakable(address: &str) -> String {
    address.replace('.', ".\u{200B}")
}
