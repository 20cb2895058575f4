use leptos::prelude::*;

use super::{
    notice::notice_line,
    staff_head::{Here, staff_head},
};
use crate::{
    page::{LinkRow, LinkState, Links},
    paths,
};

/// For how many days a link can be made, and what that is called.
const TERMS: [(u16, &str); 4] = [(2, "2 days"), (14, "2 weeks"), (90, "90 days"), (365, "a year")];

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
            <h1>"Links"</h1>
            <p class="quiet">"Whoever has a link needs no account. Give each to one person, so that you can revoke it alone."</p>
            {notice_line(notice)}
            {made.map(|(label, address)| view! {
                <div class="notice" role="status">
                    <label class="labelled">
                        <span>"The link for “"{label}"”: pass it on now, it is shown only this once."</span>
                        <input type="text" readonly value=address />
                    </label>
                </div>
            })}
            <section aria-labelledby="panelists-title">
                <h2 id="panelists-title">"Panelists"</h2>
                <p class="quiet">
                    "They answer like everybody, follow the room on a page of their own, and bring in ideas that were spoken or written on paper. One link is one ballot, on however many devices it is opened."
                </p>
                {list(&action, panelists, "No panelist has a link yet.")}
                {make(&action, "panelist", "Who is it for?", 2, typed.clone())}
            </section>
            <section aria-labelledby="board-title">
                <h2 id="board-title">"The board"</h2>
                <p class="quiet">"They read the report, as it stands when they open it, and change nothing."</p>
                {list(&action, board, "The board has no link yet.")}
                {make(&action, "board", "Who or what is it for?", 90, typed)}
            </section>
        </main>
    }
}

fn list(action: &str, links: Vec<LinkRow>, empty: &'static str) -> impl IntoView + use<> {
    let none = links.is_empty();
    let rows: Vec<_> = links.into_iter().map(|link| row(action.to_owned(), link)).collect();
    view! {
        {none.then(|| view! { <p class="empty">{empty}</p> })}
        {(!none).then(|| view! { <ul class="plain-list">{rows}</ul> })}
    }
}

fn row(action: String, link: LinkRow) -> impl IntoView {
    let valid = link.state == LinkState::Valid;
    let state = match link.state {
        LinkState::Valid => format!("until {}", link.until),
        LinkState::Expired => format!("expired on {}", link.until),
        LinkState::Revoked => "revoked".to_owned(),
    };
    let revoke = format!("Revoke the link for {}", link.label);
    view! {
        <li class="plain-row" class:over=!valid>
            <p><strong dir="auto">{link.label}</strong>" "<span class="quiet">{state}</span></p>
            {valid.then(|| view! {
                <form method="post" action=action>
                    <input type="hidden" name="do" value="revoke" />
                    <input type="hidden" name="link" value=link.name />
                    <button type="submit" class="small" aria-label=revoke>"Revoke"</button>
                </form>
            })}
        </li>
    }
}

fn make(action: &str, role: &'static str, question: &'static str, usual: u16, typed: String) -> impl IntoView + use<> {
    let terms: Vec<_> = TERMS
        .into_iter()
        .map(|(days, name)| view! { <option value=days.to_string() selected=days == usual>{name}</option> })
        .collect();
    view! {
        <form method="post" action=action.to_owned() class="fields in-line">
            <input type="hidden" name="do" value="make" />
            <input type="hidden" name="role" value=role />
            <label class="labelled">
                <span>{question}</span>
                <input name="label" value=typed maxlength="100" required autocomplete="off" />
            </label>
            <label class="labelled short">
                <span>"It opens for"</span>
                <select name="days">{terms}</select>
            </label>
            <button type="submit">"Make a link"</button>
        </form>
    }
}
