use leptos::prelude::*;

use crate::page::QrCode;

/// A QR code, dark on white whatever the page looks like, with the margin that scanners need.
pub(super) fn qr_code((path, width): QrCode, label: &'static str) -> impl IntoView {
    let frame = format!("-3 -3 {size} {size}", size = width + 6);
    view! {
        <svg class="qr" viewBox=frame role="img" aria-label=label shape-rendering="crispEdges">
            <rect x="-3" y="-3" width=width + 6 height=width + 6 fill="#fff"></rect>
            <path d=path fill="#000"></path>
        </svg>
    }
}
