use leptos::prelude::*;
use visioncast_model::Integrity;

use super::{notice::notice_line, qr_code::qr_code};
use crate::{
    page::{Door, Handed},
    paths,
};

/// See [`Door`]. Made for a phone in one hand.
#[component]
pub fn DoorPage(page: Door) -> impl IntoView {
    let action = paths::door(&page.code);
    let body = match &page.handed {
        Some(handed) => hand_out(&action, handed.clone(), page.integrity).into_any(),
        None if page.integrity == Integrity::Roll => roll(&action, &page).into_any(),
        None => view! {
            <form method="post" action=action.clone()>
                <input type="hidden" name="do" value="show" />
                <button type="submit" class="primary wide">"Show a ticket to scan"</button>
            </form>
        }
        .into_any(),
    };
    let handing = page.handed.is_some();
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{page.title.clone()}</p>
            <nav aria-label="This panel"><a href=paths::ballots(&page.code)>"Ballots"</a></nav>
        </header>
        <main class="sheet narrow door">
            <h1>"Door"</h1>
            {notice_line(page.notice.clone())}
            {body}
            {(!handing).then(|| replace(&action, &page))}
        </main>
    }
}

fn roll(action: &str, page: &Door) -> impl IntoView + use<> {
    let (total, checked) = page.names;
    let found: Vec<_> = page
        .found
        .iter()
        .map(|(name, checked)| row(action.to_owned(), name.clone(), *checked, page.search.clone()))
        .collect();
    let nobody = found.is_empty();
    let more = page.more;
    view! {
        <form action=action.to_owned() role="search" class="door-search">
            <label class="labelled">
                <span>"Name"</span>
                <input name="search" type="search" value=page.search.clone() autocomplete="off" autocapitalize="words" spellcheck="false" dir="auto" enterkeyhint="search" />
            </label>
            <button type="submit">"Search"</button>
        </form>
        <p class="quiet">{format!("{checked} of {total} checked in")}</p>
        {nobody.then(|| view! {
            <p class="empty">
                {if total == 0 { "The roll is empty. Add names on the page of ballots." } else { "Nobody on the roll is called so. Try a part of the name." }}
            </p>
        })}
        <ul class="plain-list">{found}</ul>
        {(more > 0).then(|| view! { <p class="quiet">{format!("{more} more: type more of the name.")}</p> })}
    }
}

fn row(action: String, name: String, checked: bool, search: String) -> impl IntoView {
    let (show, card) = (
        format!("Check in {name} and show a ticket"),
        format!("Check in {name} and give a card"),
    );
    view! {
        <li class="door-row">
            <p dir="auto"><strong>{name.clone()}</strong></p>
            {if checked {
                view! {
                    <form method="post" action=action>
                        <input type="hidden" name="name" value=name.clone() />
                        <input type="hidden" name="search" value=search />
                        <span class="tag">"checked in"</span>
                        <button type="submit" class="plain" name="do" value="uncheck" aria-label=format!("{name} was not here: take it back")>"Take back"</button>
                    </form>
                }
                .into_any()
            } else {
                view! {
                    <form method="post" action=action class="door-actions">
                        <input type="hidden" name="name" value=name />
                        <input type="hidden" name="search" value=search />
                        <button type="submit" class="primary" name="do" value="check" aria-label=show>"Check in, show ticket"</button>
                        <button type="submit" name="do" value="check_card" aria-label=card>"Check in, give a card"</button>
                    </form>
                }
                .into_any()
            }}
        </li>
    }
}

fn hand_out(action: &str, handed: Handed, integrity: Integrity) -> impl IntoView + use<> {
    let Handed { ticket, address, qr } = handed;
    let next = if integrity == Integrity::Roll {
        "Next person"
    } else {
        "Done"
    };
    view! {
        <section class="hand-out" aria-label="Ticket">
            <p>"Let them scan this, or type it at "<strong>{address}</strong></p>
            {qr_code(qr, "A ticket: scan it")}
            <p class="ticket-signs">{ticket}</p>
            <a class="button primary wide" href=action.to_owned()>{next}</a>
            <p class="quiet">"It is shown only now, and lets one device in."</p>
        </section>
    }
}

fn replace(action: &str, page: &Door) -> impl IntoView + use<> {
    view! {
        <details class="fold">
            <summary>"Somebody lost a phone or card"</summary>
            <form method="post" action=action.to_owned() class="fields">
                <input type="hidden" name="id" value=page.command.to_string() />
                <input type="hidden" name="do" value="replace" />
                <label class="labelled">
                    <span>"Their old ticket, if they still have the card"</span>
                    <input name="ticket" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="K7M2-PQRS-TV34" />
                    <small>
                        "If nobody used it yet, it becomes void. If it was used, its ballots stay, for nobody knows which they are; the results say how many tickets were given a second time."
                    </small>
                </label>
                <button type="submit">"Show another ticket"</button>
            </form>
        </details>
    }
}
