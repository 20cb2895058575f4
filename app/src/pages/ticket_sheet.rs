use leptos::prelude::*;

use super::qr_code::qr_code;
use crate::{language::Sheet, page::TicketSheet, paths};

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
                <h1>{Sheet::Cards.count(count as u32)}</h1>
                <p>{Sheet::CardsHint.text()}</p>
                <p><a href=paths::ballots(&code)>{Sheet::BackToBallots.text()}</a></p>
            </div>
            <main aria-label=Sheet::CardsToPrint.text()>{sheets}</main>
        </div>
    }
}

fn card(title: &str, address: &str, ticket: String, qr: (String, u16)) -> impl IntoView + use<> {
    view! {
        <li class="card">
            {qr_code(qr, Sheet::ScanTheTicket.text())}
            <div>
                <p class="card-title" dir="auto">{title.to_owned()}</p>
                <p class="card-way">{Sheet::ScanOrGo.text()}<br/>{address.to_owned()}<br/>{Sheet::AndTypeIt.text()}</p>
                <p class="ticket-signs">{ticket}</p>
                <p class="card-way">{Sheet::CardIsOneBallot.text()}</p>
            </div>
        </li>
    }
}
