use leptos::prelude::*;
use visioncast_model::{Integrity, Tickets};

use super::{
    notice::notice_line,
    staff_head::{Here, staff_head},
};
use crate::{page::Ballots, paths};

/// What a form calls it, what people do, and what it is good for.
const WAYS: [(Integrity, &str, &str, &str); 3] = [
    (
        Integrity::Open,
        "open",
        "Open",
        "Whoever has the code votes, one ballot a device. For most rooms. Bursts of joins that look like one person are \
         pointed out with the results.",
    ),
    (
        Integrity::Ticket,
        "ticket",
        "Tickets",
        "You print cards and hand them out; each is one ballot. For when a result will be disputed.",
    ),
    (
        Integrity::Roll,
        "roll",
        "Roll",
        "Names are checked at the door, and each gets a ticket that nothing ties to the name. For when only some may \
         vote.",
    ),
];

/// The choice of how ballots are kept to one a person.
pub(super) fn ways(chosen: Integrity) -> impl IntoView {
    let choices: Vec<_> = WAYS
        .into_iter()
        .map(|(way, value, name, summary)| {
            view! {
                <label class="choice">
                    <input type="radio" name="integrity" value=value checked=way == chosen required />
                    <span><strong>{name}</strong><small>{summary}</small></span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="labelled">
            <legend>"How people get their ballot"</legend>
            {choices}
        </fieldset>
    }
}

/// What people call it.
pub(super) fn name(integrity: Integrity) -> &'static str {
    WAYS.into_iter()
        .find(|(way, ..)| *way == integrity)
        .map_or("", |(_, _, name, _)| name)
}

/// See [`Ballots`].
#[component]
pub fn BallotsPage(page: Ballots) -> impl IntoView {
    let summary = WAYS
        .into_iter()
        .find(|(way, ..)| *way == page.integrity)
        .map_or("", |(.., summary)| summary);
    let changing = page.changeable.then(|| change(&page));
    let tickets = page.integrity.asks_for_tickets().then(|| tickets(&page));
    let roll = (page.integrity == Integrity::Roll).then(|| roll(&page));
    let bursts = (page.integrity == Integrity::Open).then(|| bursts(page.bursts.clone(), page.looked));
    let by_link = match page.by_link {
        0 => None,
        1 => Some("1 panelist came by a link.".to_owned()),
        many => Some(format!("{many} panelists came by links.")),
    };
    view! {
        {staff_head(&page.code, &page.title, Here::Ballots)}
        <main class="sheet">
            <h1>"Ballots"</h1>
            {notice_line(page.notice.clone())}
            <section aria-labelledby="way-title">
                <h2 id="way-title">{name(page.integrity)}</h2>
                <p>{summary}</p>
                <p class="quiet">
                    "It is printed on every result. "
                    {(!page.changeable).then_some("Somebody has joined, so it can no longer be changed. ")}
                    {by_link}
                </p>
                {changing}
            </section>
            {roll}
            {tickets}
            {bursts}
        </main>
    }
}

fn change(page: &Ballots) -> impl IntoView + use<> {
    view! {
        <details class="fold">
            <summary>"Choose another way"</summary>
            <form method="post" action=paths::ballots(&page.code) class="fields">
                <input type="hidden" name="id" value=page.command.to_string() />
                <input type="hidden" name="do" value="set" />
                {ways(page.integrity)}
                <button type="submit">"Choose"</button>
            </form>
        </details>
    }
}

fn tickets(page: &Ballots) -> impl IntoView + use<> {
    let (Tickets { made, replacing }, used, void) = page.tickets;
    let action = paths::tickets(&page.code);
    view! {
        <section aria-labelledby="tickets-title">
            <h2 id="tickets-title">"Tickets"</h2>
            <dl class="figures">
                <div><dt>"made"</dt><dd>{made}</dd></div>
                <div><dt>"used"</dt><dd>{used}</dd></div>
                <div><dt>"in place of lost ones"</dt><dd>{replacing}</dd></div>
                <div><dt>"void"</dt><dd>{void}</dd></div>
            </dl>
            <p class="quiet">"Which of them are used, nobody can see."</p>
            <form method="post" action=action class="fields in-line">
                <input type="hidden" name="id" value=page.command.to_string() />
                <label class="labelled short">
                    <span>"How many cards"</span>
                    <input name="count" type="number" min="1" max="2000" value="63" required inputmode="numeric" />
                </label>
                <label class="labelled short">
                    <span>"Paper"</span>
                    <select name="paper"><option value="a4">"A4"</option><option value="letter">"US Letter"</option></select>
                </label>
                <button type="submit" class="primary">"Make cards to print"</button>
            </form>
            <p class="quiet">
                "They are shown once, in random order, and without numbers: print them at once. A4 has room for 21 on a page, Letter for 18."
            </p>
            <p><a class="button" href=paths::door(&page.code)>"Open the door"</a></p>
            <p class="quiet">"On the phone or laptop of whoever stands at the door: it hands out tickets by showing them."</p>
        </section>
    }
}

fn roll(page: &Ballots) -> impl IntoView + use<> {
    let (total, checked) = page.names;
    let action = paths::ballots(&page.code);
    let open = total == 0 || !page.typed.is_empty();
    view! {
        <section aria-labelledby="roll-title">
            <h2 id="roll-title">"The roll"</h2>
            <dl class="figures">
                <div><dt>"names"</dt><dd>{total}</dd></div>
                <div><dt>"checked in"</dt><dd>{checked}</dd></div>
            </dl>
            <details class="fold" open=open>
                <summary>"Add names"</summary>
                <form method="post" action=action.clone() class="fields">
                    <input type="hidden" name="do" value="add_names" />
                    <label class="labelled">
                        <span>"Names, one a line"</span>
                        <textarea name="names" rows="8" dir="auto" required spellcheck="false" autocomplete="off">{page.typed.clone()}</textarea>
                        <small>"Up to 5,000. Names that are on the roll already stay as they are."</small>
                    </label>
                    <button type="submit" class="primary">"Add to the roll"</button>
                </form>
            </details>
            {(total > 0).then(|| view! {
                <details class="fold">
                    <summary>"Delete the roll"</summary>
                    <form method="post" action=action class="fields">
                        <input type="hidden" name="do" value="drop_names" />
                        <label class="check">
                            <input type="checkbox" name="sure" value="yes" required />
                            <span>"All names go, for good"<small>"Do it when the panel is over. Ballots stay: nothing ties them to names."</small></span>
                        </label>
                        <button type="submit" class="grave">"Delete the roll"</button>
                    </form>
                </details>
            })}
        </section>
    }
}

fn bursts(bursts: Vec<String>, looked: bool) -> impl IntoView {
    let none = bursts.is_empty();
    let lines: Vec<_> = bursts.into_iter().map(|burst| view! { <li>{burst}</li> }).collect();
    view! {
        <section aria-labelledby="bursts-title">
            <h2 id="bursts-title">"Bursts of joins"</h2>
            <p class="quiet">
                "Several joins in quick succession whose ballots are more alike than chance allows may be one person, or friends who came together. Nothing is taken out: the report shows the results with and without them."
            </p>
            {if !looked {
                view! { <p class="empty">"They are looked for once a vote is revealed."</p> }.into_any()
            } else if none {
                view! { <p class="empty">"None in what was revealed so far."</p> }.into_any()
            } else {
                view! { <ul class="plain-list">{lines}</ul> }.into_any()
            }}
        </section>
    }
}
