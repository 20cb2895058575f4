use leptos::prelude::*;
use visioncast_model::Integrity;

use super::{notice::notice_line, qr_code::qr_code};
use crate::{
    language::{Live, Sheet},
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
                <button type="submit" class="primary wide">{Sheet::ShowATicket.text()}</button>
            </form>
        }
        .into_any(),
    };
    let handing = page.handed.is_some();
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{page.title.clone()}</p>
            <nav aria-label=Live::ThisPanel.text()><a href=paths::ballots(&page.code)>{Live::Ballots.text()}</a></nav>
        </header>
        <main class="sheet narrow door">
            <h1>{Sheet::Door.text()}</h1>
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
                <span>{Sheet::Name.text()}</span>
                <input name="search" type="search" value=page.search.clone() autocomplete="off" autocapitalize="words" spellcheck="false" dir="auto" enterkeyhint="search" />
            </label>
            <button type="submit">{Sheet::Search.text()}</button>
        </form>
        <p class="quiet">{Sheet::CheckedOfAll.with(&[("checked", checked), ("all", total)])}</p>
        {nobody.then(|| view! {
            <p class="empty">
                {if total == 0 { Sheet::RollIsEmpty.text() } else { Sheet::NobodyCalledSo.text() }}
            </p>
        })}
        <ul class="plain-list">{found}</ul>
        {(more > 0).then(|| view! { <p class="quiet">{Sheet::TypeMore.with(&[("more", more)])}</p> })}
    }
}

/// A button that says for whom.
fn of_name(what: Sheet, name: &str) -> String {
    format!("{}: {name}", what.text())
}

fn row(action: String, name: String, checked: bool, search: String) -> impl IntoView {
    let (show, card) = (of_name(Sheet::CheckAndShow, &name), of_name(Sheet::CheckAndGive, &name));
    view! {
        <li class="door-row">
            <p dir="auto"><strong>{name.clone()}</strong></p>
            {if checked {
                view! {
                    <form method="post" action=action>
                        <input type="hidden" name="name" value=name.clone() />
                        <input type="hidden" name="search" value=search />
                        <span class="tag">{Sheet::NamesChecked.text()}</span>
                        <button type="submit" class="plain" name="do" value="uncheck" aria-label=of_name(Sheet::TakeBack, &name)>{Sheet::TakeBack.text()}</button>
                    </form>
                }
                .into_any()
            } else {
                view! {
                    <form method="post" action=action class="door-actions">
                        <input type="hidden" name="name" value=name />
                        <input type="hidden" name="search" value=search />
                        <button type="submit" class="primary" name="do" value="check" aria-label=show>{Sheet::CheckAndShow.text()}</button>
                        <button type="submit" name="do" value="check_card" aria-label=card>{Sheet::CheckAndGive.text()}</button>
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
        Sheet::NextPerson
    } else {
        Sheet::Done
    };
    view! {
        <section class="hand-out" aria-label=Sheet::YourTicket.text()>
            <p>{Sheet::LetThemScan.text()}" "<strong>{address}</strong></p>
            {qr_code(qr, Sheet::ScanTheTicket.text())}
            <p class="ticket-signs">{ticket}</p>
            <a class="button primary wide" href=action.to_owned()>{next.text()}</a>
            <p class="quiet">{Sheet::ShownOnlyNow.text()}</p>
        </section>
    }
}

fn replace(action: &str, page: &Door) -> impl IntoView + use<> {
    view! {
        <details class="fold">
            <summary>{Sheet::SomebodyLost.text()}</summary>
            <form method="post" action=action.to_owned() class="fields">
                <input type="hidden" name="id" value=page.command.to_string() />
                <input type="hidden" name="do" value="replace" />
                <label class="labelled">
                    <span>{Sheet::OldTicket.text()}</span>
                    <input name="ticket" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="K7M2-PQRS-TV34" />
                    <small>{Sheet::OldTicketHint.text()}</small>
                </label>
                <button type="submit">{Sheet::ShowAnother.text()}</button>
            </form>
        </details>
    }
}
