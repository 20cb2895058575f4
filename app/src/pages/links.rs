use leptos::prelude::*;

use super::{
    notice::notice_line,
    staff_head::{Here, staff_head},
};
use crate::{
    language::{Live, Sheet},
    page::{LinkRow, LinkState, Links},
    paths,
};

/// For how many days a link can be made, and what that is called.
const TERMS: [(u16, Sheet); 4] = [
    (2, Sheet::TwoDays),
    (14, Sheet::TwoWeeks),
    (90, Sheet::NinetyDays),
    (365, Sheet::AYear),
];

/// See [`Links`].
#[component]
pub fn LinksPage(page: Links) -> impl IntoView {
    let Links {
        code,
        title,
        links,
        made,
        typed,
        notice,
    } = page;
    let action = paths::links(&code);
    let (panelists, board): (Vec<_>, Vec<_>) = links.into_iter().partition(|link| link.panelist);
    view! {
        {staff_head(&code, &title, Here::Links)}
        <main class="sheet">
            <h1>{Live::Links.text()}</h1>
            <p class="quiet">{Sheet::LinksHint.text()}</p>
            {notice_line(notice)}
            {made.map(|(label, address)| view! {
                <div class="notice" role="status">
                    <label class="labelled">
                        <span>{Sheet::LinkMade.with(&[("label", label)])}</span>
                        <input type="text" readonly value=address />
                    </label>
                </div>
            })}
            <section aria-labelledby="panelists-title">
                <h2 id="panelists-title">{Sheet::Panelists.text()}</h2>
                <p class="quiet">{Sheet::PanelistsHint.text()}</p>
                {list(&action, panelists, Sheet::NoPanelistYet)}
                {make(&action, "panelist", Sheet::WhoIsItFor, 2, typed.clone())}
            </section>
            <section aria-labelledby="board-title">
                <h2 id="board-title">{Sheet::TheBoard.text()}</h2>
                <p class="quiet">{Sheet::TheBoardHint.text()}</p>
                {list(&action, board, Sheet::NoBoardLinkYet)}
                {make(&action, "board", Sheet::WhoOrWhatFor, 90, typed)}
            </section>
        </main>
    }
}

fn list(action: &str, links: Vec<LinkRow>, empty: Sheet) -> impl IntoView + use<> {
    let none = links.is_empty();
    let rows: Vec<_> = links.into_iter().map(|link| row(action.to_owned(), link)).collect();
    view! {
        {none.then(|| view! { <p class="empty">{empty.text()}</p> })}
        {(!none).then(|| view! { <ul class="plain-list">{rows}</ul> })}
    }
}

fn row(action: String, link: LinkRow) -> impl IntoView {
    let valid = link.state == LinkState::Valid;
    let state = match link.state {
        LinkState::Valid => Sheet::LinkUntil.with(&[("day", &link.until)]),
        LinkState::Expired => Sheet::LinkExpiredOn.with(&[("day", &link.until)]),
        LinkState::Revoked => Sheet::LinkIsRevoked.owned(),
    };
    let revoke = Sheet::RevokeFor.with(&[("label", &link.label)]);
    view! {
        <li class="plain-row" class:over=!valid>
            <p><strong dir="auto">{link.label}</strong>" "<span class="quiet">{state}</span></p>
            {valid.then(|| view! {
                <form method="post" action=action>
                    <input type="hidden" name="do" value="revoke" />
                    <input type="hidden" name="link" value=link.name />
                    <button type="submit" class="small" aria-label=revoke>{Sheet::Revoke.text()}</button>
                </form>
            })}
        </li>
    }
}

fn make(action: &str, role: &'static str, question: Sheet, usual: u16, typed: String) -> impl IntoView + use<> {
    let terms: Vec<_> = TERMS
        .into_iter()
        .map(|(days, name)| view! { <option value=days.to_string() selected=days == usual>{name.text()}</option> })
        .collect();
    view! {
        <form method="post" action=action.to_owned() class="fields in-line">
            <input type="hidden" name="do" value="make" />
            <input type="hidden" name="role" value=role />
            <label class="labelled">
                <span>{question.text()}</span>
                <input name="label" value=typed maxlength="100" required autocomplete="off" />
            </label>
            <label class="labelled short">
                <span>{Sheet::ItOpensFor.text()}</span>
                <select name="days">{terms}</select>
            </label>
            <button type="submit">{Sheet::MakeALink.text()}</button>
        </form>
    }
}
