//! The room for whoever reads along on a screen of their own: panelists, who bring in what was spoken or written on
//! paper, and people without a ticket. It shows what the projector shows.

use leptos::prelude::*;
use visioncast_model::view::{ScreenKey, ScreenValue};

use crate::{
    browser::Connection,
    chart::{Palette, Scale, agreement, agreement_in_words, finding},
    clock::minutes_and_seconds,
    escape::escaped,
    instrument::{Picture, Place, drawn, picture},
    language::{Live, counted},
    page::{AlongBoot, Flash, Panelist},
    paths,
    screen::{Stage, Wall, spaced},
    sorting::named,
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
            <p class="along-people"><strong>{move || wall.people()}</strong>" "{Live::InTheRoom.text()}</p>
        </header>
        <main class="sheet along-room">
            <Show when=over>
                <p class="notice wrong" role="alert">{Live::PanelLinkIsOver.text()}</p>
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
        Stage::Welcome => Live::BeginsSoon.owned(),
        Stage::Ended => Live::HeardEnded.owned(),
        _ => wall.question(),
    };
    view! {
        <section class="along-now" aria-label=Live::WhatTheRoomDoes.text()>
            {move || wall.panel().rehearsal.then(|| view! { <p class="tag">{Live::RehearsalMark.text()}</p> })}
            <h1 dir="auto">{question}</h1>
            <p class="along-state">
                {move || state(wall)}
                {move || wall.time_left().map(|left| view! { " "<strong class="along-time">{minutes_and_seconds(left)}</strong>" "{Live::Left.text()} })}
            </p>
            {move || lost(wall)}
            <p class="aside" aria-live="polite">{move || wall.announcement()}</p>
            {move || match wall.stage() {
                Stage::Welcome => Some(view! {
                    <p class="quiet">{Live::Code.text()}" "<strong class="code">{spaced(&code)}</strong></p>
                }.into_any()),
                Stage::Ideas => Some(ideas(wall).into_any()),
                Stage::Silent => Some(view! { <p class="quiet">{Live::IdeasComeLater.text()}</p> }.into_any()),
                Stage::Votes | Stage::Asking | Stage::Reflecting => Some(view! {
                    <p class="quiet">{Live::ResultsComeLater.text()}</p>
                }.into_any()),
                Stage::Results => Some(results(wall).into_any()),
                Stage::Told => Some(told(wall).into_any()),
                Stage::Reflections => Some(ideas(wall).into_any()),
                Stage::Grouping => Some(growing(wall).into_any()),
                Stage::Words => Some(words(wall).into_any()),
                Stage::Ended | Stage::Volunteers => None,
            }}
        </section>
    }
}

fn state(wall: Wall) -> Option<String> {
    let says = match (wall.stage(), wall.is_open()) {
        (Stage::Welcome | Stage::Ended | Stage::Volunteers | Stage::Grouping | Stage::Words, _) => return None,
        (Stage::Votes | Stage::Results, true) => Live::OpenAndVoted,
        (Stage::Votes | Stage::Results, false) => Live::ClosedAndVoted,
        (_, true) => Live::OpenAndAnswered,
        (_, false) => Live::ClosedAndAnswered,
    };
    Some(says.with(&[("answered", wall.progress().answered), ("people", wall.people())]))
}

/// What the room answered to a survey, all at once.
fn told(wall: Wall) -> impl IntoView {
    let drawing = Memo::new(move |_| {
        wall.asked.with(|asked| {
            let asked = asked.as_ref();
            asked.map_or_else(Picture::default, |asked| {
                wall.items
                    .with(|items| picture(asked, items, Place::Desk, &Palette::PAGE))
            })
        })
    });
    let all = Memo::new(move |_| drawing.with(|picture| picture.steps.len()));
    let title = Memo::new(move |_| drawing.with(|picture| picture.finding.clone()));
    let note = Memo::new(move |_| drawing.with(|picture| picture.note.clone()));
    view! {
        <h2 dir="auto">{title}</h2>
        <div class="along-picture">{drawn(drawing, all, true)}</div>
        <p class="quiet">{note}</p>
        <p class="quiet">{move || counted(wall.panel().integrity)}</p>
    }
}

fn lost(wall: Wall) -> Option<impl IntoView> {
    let words = match wall.connection.get() {
        Connection::Connecting | Connection::Live | Connection::NotAllowed => return None,
        Connection::Lost => Live::Reconnecting.text(),
        Connection::Outdated => Live::PleaseReload.text(),
    };
    Some(view! { <p class="notice" role="status">{words}</p> })
}

/// The themes so far, and how many ideas each holds.
fn growing(wall: Wall) -> impl IntoView {
    let themes = move || {
        let themes = wall.themes().into_iter();
        let lines = themes.map(|theme| {
            let name = named(&theme.name.unwrap_or_default());
            view! { <li><span dir="auto">{name}</span>" "<strong>{theme.ideas}</strong></li> }
        });
        lines.collect::<Vec<_>>()
    };
    view! { <ul class="along-themes">{themes}</ul> }
}

/// The words that most people used, and how many did.
fn words(wall: Wall) -> impl IntoView {
    let known = Memo::new(move |_| wall.words());
    let terms = move || {
        let lines = known.get().into_iter().map(|term| {
            let people = Live::TermBy.count(term.people);
            view! { <li><span dir="auto">{term.word}</span>" "<span class="quiet">{people}</span></li> }
        });
        lines.collect::<Vec<_>>()
    };
    view! {
        <h2>{Live::WordsOfTheRoom.text()}</h2>
        <ol class="along-themes">{terms}</ol>
    }
}

fn ideas(wall: Wall) -> impl IntoView {
    let newest = Memo::new(move |_| wall.ideas());
    view! {
        <h2>{Live::NewestIdeas.text()}</h2>
        <Show
            when=move || newest.with(|newest| !newest.is_empty())
            fallback=|| view! { <p class="empty">{Live::NothingCameIn.text()}</p> }
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
                let words = standing.words.unwrap_or_else(|| Live::TheWordsWereErased.owned());
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
            <p>{Live::YouReadAlong.text()}</p>
            <p><a class="button" href=paths::panel(code)>{Live::IHaveATicket.text()}</a></p>
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
            Some(view! { <p class="notice" role="status">{Live::BroughtIn.text()}</p> }.into_any()),
            None,
        ),
        Some(Flash::Refused {
            why,
            activity,
            words,
            domain,
            quotable,
        }) => (
            Some(view! { <p class="notice wrong" role="alert">{why}" "{Live::TypedStaysBelow.text()}</p> }.into_any()),
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
                <h2 id="answer-title">{Live::AnswerLikeEverybody.text()}</h2>
                <form method="post" action=paths::panelist_seat(&token)>
                    <button type="submit" class="primary">
                        {if seated { Live::ToMyQuestions.text() } else { Live::TakeMySeat.text() }}
                    </button>
                </form>
                <p class="quiet">{Live::OneOnAllDevices.text()}</p>
            </section>
            <section aria-labelledby="bring-title">
                <h2 id="bring-title">{Live::BringInAnIdea.text()}</h2>
                {notice}
                <Show
                    when=move || prompts.with(|prompts| !prompts.is_empty())
                    fallback=|| view! { <p class="empty">{Live::BringInOnceOpen.text()}</p> }
                >
                    <p class="quiet">{Live::BringInHint.text()}</p>
                </Show>
                <form method="post" action=paths::panelist(&token) class="fields" hidden=move || prompts.with(Vec::is_empty)>
                    <input type="hidden" name="id" value=command.to_string() />
                    <label class="labelled">
                        <span>{Live::AskedWhat.text()}</span>
                        <select name="activity" required>{options}</select>
                    </label>
                    <label class="labelled">
                        <span>{Live::TheirWords.text()}</span>
                        <textarea name="words" dir="auto" rows="3" maxlength="1000" required inner_html=escaped(&words)></textarea>
                    </label>
                    <label class="labelled">
                        <span>{Live::Domain.text()}</span>
                        <select name="domain"><option value="">{Live::NoDomain.text()}</option>{domains}</select>
                    </label>
                    <fieldset class="labelled inline">
                        <legend>{Live::HowItCameIn.text()}</legend>
                        <label class="check"><input type="radio" name="source" value="spoken" checked /><span>{Live::SpokenAloud.text()}</span></label>
                        <label class="check"><input type="radio" name="source" value="paper" /><span>{Live::OnPaper.text()}</span></label>
                    </fieldset>
                    <label class="check">
                        <input type="checkbox" name="quotable" value="yes" checked=quotable />
                        <span>{Live::AgreedToBeQuoted.text()}<small>{Live::LeaveEmpty.text()}</small></span>
                    </label>
                    <button type="submit">{Live::BringItIn.text()}</button>
                </form>
            </section>
            <section aria-labelledby="themes-title">
                <h2 id="themes-title">{Live::Themes.text()}</h2>
                <p><a href=paths::panelist_themes(&token)>{Live::GroupTheIdeas.text()}</a></p>
            </section>
            <p class="quiet">{Live::PageIsFor.with(&[("label", label), ("until", until)])}</p>
        </div>
    }
}
