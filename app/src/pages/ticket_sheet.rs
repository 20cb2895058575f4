use leptos::prelude::*;

use super::qr_code::qr_code;
use crate::{page::TicketSheet, paths};

/// See [`TicketSheet`]: cards to print and to cut, unnumbered.
#[component]
pub fn TicketSheetPage(page: TicketSheet) -> impl IntoView {
    let TicketSheet {
        code,
        title,
        address,
        letter,
        cards,
    } = page;
    let (count, per_page) = (cards.len(), if letter { 18 } else { 21 });
    let mut cards = cards.into_iter();
    let mut sheets = Vec::new();
    while cards.len() > 0 {
        let cards: Vec<_> = cards
            .by_ref()
            .take(per_page)
            .map(|(ticket, qr)| card(&title, &address, ticket, qr))
            .collect();
        sheets.push(view! { <ul class="cards">{cards}</ul> });
    }
    view! {
        <div class="card-sheets" class:letter=letter>
            <div class="sheet no-print">
                <h1>{format!("{count} cards")}</h1>
                <p>
                    "Print this page now, at full size: the cards are shown only this once. Cut along the lines, mix them, and hand out one each. Cards that are left over do no harm as long as nobody uses them."
                </p>
                <p><a href=paths::ballots(&code)>"Back to ballots"</a></p>
            </div>
            <main aria-label="Cards">{sheets}</main>
        </div>
    }
}

fn card(title: &str, address: &str, ticket: String, qr: (String, u16)) -> impl IntoView + use<> {
    view! {
        <li class="card">
            {qr_code(qr, "A ticket: scan it")}
            <div>
                <p class="card-title" dir="auto">{title.to_owned()}</p>
                <p class="card-way">"Scan it, or go to"<br/>{address.to_owned()}<br/>"and type"</p>
                <p class="ticket-signs">{ticket}</p>
                <p class="card-way">"One ballot. Keep it to yourself."</p>
            </div>
        </li>
    }
}
