//! The room for whoever reads along on a screen of their own: panelists, who bring in what was spoken or written on
//! paper, and people without a ticket. It shows what the projector shows.

use leptos::prelude::*;
use visioncast_model::view::{ScreenKey, ScreenValue};

use crate::{
    browser::Connection,
    chart::{Palette, Scale, agreement, agreement_in_words, finding},
    clock::minutes_and_seconds,
    integrity::counted,
    page::{AlongBoot, Flash, Panelist},
    paths,
    screen::{Stage, Wall, reflections, spaced, told},
};

/// What the page is called.
#[must_use]
pub fn title(boot: &AlongBoot) -> String {
    match boot.screen.values.get(&ScreenKey::Panel) {
        Some(ScreenValue::Panel(panel)) => panel.title.clone(),
        _ => String::new(),
    }
}

/// See [`AlongBoot`].
#[component]
pub fn Along(boot: AlongBoot) -> impl IntoView {
    let AlongBoot {
        code,
        panelist,
        epoch,
        now,
        screen,
    } = boot;
    let wall = Wall::of(screen, now);
    let socket = match &panelist {
        Some(panelist) => format!("{}?panelist={}", paths::SOCKET, panelist.token),
        None => format!("{}?along={code}", paths::SOCKET),
    };
    wall.listen(socket, epoch);
    let over = move || wall.connection.get() == Connection::NotAllowed;
    let foot = match panelist {
        Some(panelist) => beside(wall, panelist).into_any(),
        None => reading(&code).into_any(),
    };
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{move || wall.panel().title}</p>
            <p class="along-people"><strong>{move || wall.people()}</strong>" in the room"</p>
        </header>
        <main class="sheet along-room">
            <Show when=over>
                <p class="notice wrong" role="alert">
                    "This link is over: it was revoked, or its time has come. What you answered in the room stays."
                </p>
            </Show>
            <div class="along-parts" hidden=over>
                {room(wall, code)}
                {foot}
            </div>
        </main>
    }
}

fn room(wall: Wall, code: String) -> impl IntoView {
    let question = move || match wall.stage() {
        Stage::Welcome => "It begins in a moment.".to_owned(),
        Stage::Ended => "The panel has ended.".to_owned(),
        _ => wall.question(),
    };
    view! {
        <section class="along-now" aria-label="What the room does">
            {move || wall.panel().rehearsal.then(|| view! { <p class="tag">"Rehearsal"</p> })}
            <h1 dir="auto">{question}</h1>
            <p class="along-state">
                {move || state(wall)}
                {move || wall.time_left().map(|left| view! { " "<strong class="along-time">{minutes_and_seconds(left)}</strong>" left" })}
            </p>
            {move || lost(wall)}
            <p class="aside" aria-live="polite">{move || wall.announcement()}</p>
            {move || match wall.stage() {
                Stage::Welcome => Some(view! {
                    <p class="quiet">"The code on the screen: "<strong class="code">{spaced(&code)}</strong></p>
                }.into_any()),
                Stage::Ideas => Some(ideas(wall).into_any()),
                Stage::Silent => Some(view! { <p class="quiet">"Ideas are shown when all are in."</p> }.into_any()),
                Stage::Votes => Some(view! { <p class="quiet">"Results are shown when the vote is revealed."</p> }.into_any()),
                Stage::Results => Some(results(wall).into_any()),
                Stage::Told => Some(told(wall).into_any()),
                Stage::Reflections => Some(reflections(wall).into_any()),
                Stage::Asking | Stage::Reflecting => Some(view! { <p class="quiet">"What the room says is shown when it is revealed."</p> }.into_any()),
                Stage::Ended | Stage::Volunteers => None,
            }}
        </section>
    }
}

fn state(wall: Wall) -> Option<String> {
    let answered = wall.progress().answered;
    let people = wall.people();
    let open = if wall.is_open() { "Open now" } else { "Closed" };
    match wall.stage() {
        Stage::Welcome | Stage::Ended | Stage::Volunteers => None,
        Stage::Ideas | Stage::Silent | Stage::Asking | Stage::Told | Stage::Reflecting | Stage::Reflections => {
            Some(format!("{open}. {answered} of {people} have answered."))
        }
        Stage::Votes | Stage::Results => Some(format!("{open}. {answered} of {people} have voted.")),
    }
}

fn lost(wall: Wall) -> Option<impl IntoView> {
    let words = match wall.connection.get() {
        Connection::Connecting | Connection::Live | Connection::NotAllowed => return None,
        Connection::Lost => "No connection, trying again. This is how it was a moment ago.",
        Connection::Outdated => "Please reload this page.",
    };
    Some(view! { <p class="notice" role="status">{words}</p> })
}

fn ideas(wall: Wall) -> impl IntoView {
    let newest = Memo::new(move |_| wall.ideas());
    view! {
        <h2>"Newest ideas"</h2>
        <Show
            when=move || newest.with(|newest| !newest.is_empty())
            fallback=|| view! { <p class="empty">"None yet. They appear here as they come in."</p> }
        >
            <ul class="plain-list">
                <For each=move || newest.get() key=|idea| idea.idea let:idea>
                    <li class="words" dir="auto">{idea.words}</li>
                </For>
            </ul>
        </Show>
    }
}

fn results(wall: Wall) -> impl IntoView {
    move || {
        let results = wall.results();
        let scale = Scale::of(results.iter().map(|standing| standing.tally));
        let title = finding(&results);
        let rows: Vec<_> = results
            .into_iter()
            .map(|standing| {
                let words = standing
                    .words
                    .unwrap_or_else(|| "The words of this idea were erased.".to_owned());
                view! {
                    <li>
                        <p class="words" dir="auto">{words}</p>
                        <div class="bar" inner_html=agreement(standing.tally, scale, &Palette::PAGE)></div>
                        <p class="quiet">{agreement_in_words(standing.tally)}</p>
                    </li>
                }
            })
            .collect();
        view! {
            <h2 dir="auto">{title}</h2>
            <ol class="plain-list">{rows}</ol>
            <p class="quiet">{counted(wall.panel().integrity)}</p>
        }
    }
}

fn reading(code: &str) -> impl IntoView + use<> {
    view! {
        <section class="together">
            <p>"You read along. To answer and vote, you need a ticket."</p>
            <p><a class="button" href=paths::panel(code)>"I have a ticket"</a></p>
        </section>
    }
}

/// What a panelist does beside following.
fn beside(wall: Wall, panelist: Panelist) -> impl IntoView {
    let Panelist {
        token,
        label,
        until,
        seated,
        domains,
        command,
        flash,
    } = panelist;
    let (notice, typed) = match flash {
        None => (None, None),
        Some(Flash::Saved) => (
            Some(
                view! { <p class="notice" role="status">"It is in, marked as brought in by the panel."</p> }.into_any(),
            ),
            None,
        ),
        Some(Flash::Refused {
            why,
            activity,
            words,
            domain,
            quotable,
        }) => (
            Some(view! { <p class="notice wrong" role="alert">{why}" What you typed is kept below."</p> }.into_any()),
            Some((activity, words, domain, quotable)),
        ),
    };
    let (activity, words, domain, quotable) = typed.unwrap_or_default();
    let prompts = Memo::new(move |_| wall.prompts());
    // The newest question is the likeliest.
    let options = move || {
        let prompts = prompts.get();
        let wanted = activity.or(prompts.last().map(|(id, _)| *id));
        let option = |(id, title): (visioncast_model::ActivityId, String)| {
            view! { <option value=id.to_string() selected=Some(id) == wanted>{title}</option> }
        };
        prompts.into_iter().map(option).collect::<Vec<_>>()
    };
    let domains: Vec<_> = domains
        .into_iter()
        .map(|known| {
            view! { <option value=known.id.to_string() selected=Some(known.id) == domain>{known.name}</option> }
        })
        .collect();
    view! {
        <div class="along-beside">
            <section aria-labelledby="answer-title">
                <h2 id="answer-title">"Answer like everybody"</h2>
                <form method="post" action=paths::panelist_seat(&token)>
                    <button type="submit" class="primary">
                        {if seated { "To my questions" } else { "Take my seat on this device" }}
                    </button>
                </form>
                <p class="quiet">"One ballot, on however many devices you open your link."</p>
            </section>
            <section aria-labelledby="bring-title">
                <h2 id="bring-title">"Bring in an idea"</h2>
                {notice}
                <Show
                    when=move || prompts.with(|prompts| !prompts.is_empty())
                    fallback=|| view! { <p class="empty">"Once a question is open, you can bring in what somebody says aloud or writes on paper."</p> }
                >
                    <p class="quiet">"What somebody says aloud, or hands you on paper, in their words."</p>
                </Show>
                <form method="post" action=paths::panelist(&token) class="fields" hidden=move || prompts.with(Vec::is_empty)>
                    <input type="hidden" name="id" value=command.to_string() />
                    <label class="labelled">
                        <span>"Question"</span>
                        <select name="activity" required>{options}</select>
                    </label>
                    <label class="labelled">
                        <span>"The idea"</span>
                        <textarea name="words" dir="auto" rows="3" maxlength="1000" required>{words}</textarea>
                    </label>
                    <label class="labelled">
                        <span>"Domain"</span>
                        <select name="domain"><option value="">"No domain"</option>{domains}</select>
                    </label>
                    <fieldset class="labelled inline">
                        <legend>"How it came in"</legend>
                        <label class="check"><input type="radio" name="source" value="spoken" checked /><span>"spoken aloud"</span></label>
                        <label class="check"><input type="radio" name="source" value="paper" /><span>"on paper"</span></label>
                    </fieldset>
                    <label class="check">
                        <input type="checkbox" name="quotable" value="yes" checked=quotable />
                        <span>"They agreed to be quoted"<small>"Leave it empty where you did not ask."</small></span>
                    </label>
                    <button type="submit">"Bring it in"</button>
                </form>
            </section>
            <p class="quiet">"This page is for "<bdi>{label}</bdi>", until "{until}"."</p>
        </div>
    }
}
