use leptos::prelude::*;
use visioncast_model::{Integrity, Tickets};

use super::{
    notice::notice_line,
    staff_head::{Here, staff_head},
};
use crate::{
    escape::escaped,
    language::{Live, Sheet},
    page::Ballots,
    paths,
};

/// What a form calls it, what people do, and what it is good for.
const WAYS: [(Integrity, &str, Sheet, Sheet); 3] = [
    (Integrity::Open, "open", Sheet::WayOpen, Sheet::WayOpenHint),
    (Integrity::Ticket, "ticket", Sheet::WayTicket, Sheet::WayTicketHint),
    (Integrity::Roll, "roll", Sheet::WayRoll, Sheet::WayRollHint),
];

/// The choice of how ballots are kept to one a person.
pub(super) fn ways(chosen: Integrity) -> impl IntoView {
    let choices: Vec<_> = WAYS
        .into_iter()
        .map(|(way, value, name, summary)| {
            view! {
                <label class="choice">
                    <input type="radio" name="integrity" value=value checked=way == chosen required />
                    <span><strong>{name.text()}</strong><small>{summary.text()}</small></span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="labelled">
            <legend>{Sheet::HowBallots.text()}</legend>
            {choices}
        </fieldset>
    }
}

/// See [`Ballots`].
#[component]
pub fn BallotsPage(page: Ballots) -> impl IntoView {
    let (name, summary) = match page.integrity {
        Integrity::Open => (Sheet::WayOpen, Sheet::WayOpenHint),
        Integrity::Ticket => (Sheet::WayTicket, Sheet::WayTicketHint),
        Integrity::Roll => (Sheet::WayRoll, Sheet::WayRollHint),
    };
    let changing = page.changeable.then(|| change(&page));
    let tickets = page.integrity.asks_for_tickets().then(|| tickets(&page));
    let roll = (page.integrity == Integrity::Roll).then(|| roll(&page));
    let bursts = (page.integrity == Integrity::Open).then(|| bursts(page.bursts.clone(), page.looked));
    let by_link = (page.by_link > 0).then(|| Sheet::CameByLink.count(page.by_link as u32));
    view! {
        {staff_head(&page.code, &page.title, Here::Ballots)}
        <main class="sheet">
            <h1>{Live::Ballots.text()}</h1>
            {notice_line(page.notice.clone())}
            <section aria-labelledby="way-title">
                <h2 id="way-title">{name.text()}</h2>
                <p>{summary.text()}</p>
                <p class="quiet">
                    {Sheet::PrintedOnResults.text()}" "
                    {(!page.changeable).then(|| Sheet::SomebodyIsIn.text())}" "
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
            <summary>{Sheet::ChooseAnotherWay.text()}</summary>
            <form method="post" action=paths::ballots(&page.code) class="fields">
                <input type="hidden" name="id" value=page.command.to_string() />
                <input type="hidden" name="do" value="set" />
                {ways(page.integrity)}
                <button type="submit">{Sheet::Choose.text()}</button>
            </form>
        </details>
    }
}

fn tickets(page: &Ballots) -> impl IntoView + use<> {
    let (Tickets { made, replacing }, used, void) = page.tickets;
    let action = paths::tickets(&page.code);
    view! {
        <section aria-labelledby="tickets-title">
            <h2 id="tickets-title">{Sheet::WayTicket.text()}</h2>
            <dl class="figures">
                <div><dt>{Sheet::TicketsMade.text()}</dt><dd>{made}</dd></div>
                <div><dt>{Sheet::TicketsUsed.text()}</dt><dd>{used}</dd></div>
                <div><dt>{Sheet::TicketsReplacing.text()}</dt><dd>{replacing}</dd></div>
                <div><dt>{Sheet::TicketsVoid.text()}</dt><dd>{void}</dd></div>
            </dl>
            <p class="quiet">{Sheet::TicketsWhich.text()}</p>
            <form method="post" action=action class="fields in-line">
                <input type="hidden" name="id" value=page.command.to_string() />
                <label class="labelled short">
                    <span>{Sheet::HowManyCards.text()}</span>
                    <input name="count" type="number" min="1" max="2000" value="63" required inputmode="numeric" />
                </label>
                <label class="labelled short">
                    <span>{Sheet::Paper.text()}</span>
                    <select name="paper"><option value="a4">"A4"</option><option value="letter">{Sheet::UsLetter.text()}</option></select>
                </label>
                <button type="submit" class="primary">{Sheet::MakeCards.text()}</button>
            </form>
            <p class="quiet">{Sheet::MakeCardsHint.text()}</p>
            <p><a class="button" href=paths::door(&page.code)>{Sheet::OpenTheDoor.text()}</a></p>
            <p class="quiet">{Sheet::OpenTheDoorHint.text()}</p>
        </section>
    }
}

fn roll(page: &Ballots) -> impl IntoView + use<> {
    let (total, checked) = page.names;
    let action = paths::ballots(&page.code);
    let open = total == 0 || !page.typed.is_empty();
    view! {
        <section aria-labelledby="roll-title">
            <h2 id="roll-title">{Sheet::TheRoll.text()}</h2>
            <dl class="figures">
                <div><dt>{Sheet::NamesOnRoll.text()}</dt><dd>{total}</dd></div>
                <div><dt>{Sheet::NamesChecked.text()}</dt><dd>{checked}</dd></div>
            </dl>
            <details class="fold" open=open>
                <summary>{Sheet::AddNames.text()}</summary>
                <form method="post" action=action.clone() class="fields">
                    <input type="hidden" name="do" value="add_names" />
                    <label class="labelled">
                        <span>{Sheet::NamesOneALine.text()}</span>
                        <textarea name="names" rows="8" dir="auto" required spellcheck="false" autocomplete="off" inner_html=escaped(&page.typed)></textarea>
                        <small>{Sheet::NamesHint.text()}</small>
                    </label>
                    <button type="submit" class="primary">{Sheet::AddToTheRoll.text()}</button>
                </form>
            </details>
            {(total > 0).then(|| view! {
                <details class="fold">
                    <summary>{Sheet::DeleteTheRoll.text()}</summary>
                    <form method="post" action=action class="fields">
                        <input type="hidden" name="do" value="drop_names" />
                        <label class="check">
                            <input type="checkbox" name="sure" value="yes" required />
                            <span>{Sheet::AllNamesGo.text()}<small>{Sheet::AllNamesGoHint.text()}</small></span>
                        </label>
                        <button type="submit" class="grave">{Sheet::DeleteTheRoll.text()}</button>
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
            <h2 id="bursts-title">{Sheet::BurstsOfJoins.text()}</h2>
            <p class="quiet">{Sheet::BurstsHint.text()}</p>
            {if !looked {
                view! { <p class="empty">{Sheet::BurstsLater.text()}</p> }.into_any()
            } else if none {
                view! { <p class="empty">{Sheet::NoBursts.text()}</p> }.into_any()
            } else {
                view! { <ul class="plain-list">{lines}</ul> }.into_any()
            }}
        </section>
    }
}
