use leptos::prelude::*;

use super::form::problem_line;
use crate::{
    language::{Live, Sheet},
    page::{PanelCard, Panels},
    paths,
    screen::spaced,
};

/// See [`Panels`].
#[component]
pub fn PanelsPage(page: Panels) -> impl IntoView {
    let Panels {
        name,
        panels,
        templates,
        title,
        problem,
        invitation,
    } = page;
    let none = panels.is_empty();
    let rows: Vec<_> = panels.into_iter().map(row).collect();
    view! {
        <header class="sheet-head">
            <p class="brand">"Visioncast"</p>
            <form method="post" action=paths::SIGN_OUT>
                <span class="quiet">{name}</span>
                <button type="submit" class="plain">{Sheet::SignOut.text()}</button>
            </form>
        </header>
        <main class="sheet">
            <h1>{Sheet::Panels.text()}</h1>
            {invitation.map(invited)}
            {none.then(|| view! {
                <p class="empty">{Sheet::NoPanelYet.text()}</p>
            })}
            {(!none).then(|| view! { <ul class="panels">{rows}</ul> })}
            {begin(&title, templates, problem, none)}
            <section class="together">
                <h2>{Sheet::LeadTogether.text()}</h2>
                <p>{Sheet::LeadTogetherText.text()}</p>
                <form method="post" action=paths::INVITE><button type="submit">{Sheet::MakeAnInvitation.text()}</button></form>
            </section>
        </main>
    }
}

fn row(panel: PanelCard) -> impl IntoView {
    let PanelCard {
        code,
        title,
        created,
        ended,
        rehearsal,
        people,
        ideas,
    } = panel;
    let (people, ideas) = (Sheet::People.count(people), Sheet::IdeasCount.count(ideas));
    view! {
        <li class="panel">
            <a class="panel-title" dir="auto" href=paths::console(&code)>{title}</a>
            <p class="panel-code"><span class="aside">{Live::Code.text()}" "</span>{spaced(&code)}</p>
            <p class="quiet">{format!("{created} · {people} · {ideas}")}</p>
            <p class="panel-marks">
                {rehearsal.then(|| view! { <span class="tag">{Live::RehearsalMark.text()}</span> })}
                {if ended {
                    view! { <span class="tag">{Sheet::Ended.text()}</span> }
                } else {
                    view! { <span class="tag lit">{Sheet::Running.text()}</span> }
                }}
            </p>
        </li>
    }
}

fn invited(link: String) -> impl IntoView {
    view! {
        <div class="notice" role="status">
            <label class="labelled">
                <span>{Sheet::PassThisLinkOn.text()}</span>
                <input type="text" readonly value=link />
            </label>
        </div>
    }
}

fn begin(
    title: &str,
    templates: Vec<(String, String, String)>,
    problem: Option<String>,
    first: bool,
) -> impl IntoView + use<> {
    let open = first || problem.is_some();
    let choices: Vec<_> = templates
        .into_iter()
        .enumerate()
        .map(|(place, (key, name, summary))| {
            view! {
                <label class="choice">
                    <input type="radio" name="template" value=key checked=place == 0 required />
                    <span><strong>{name}</strong><small>{summary}</small></span>
                </label>
            }
        })
        .collect();
    view! {
        <details class="fold begin" open=open>
            <summary><h2>{Sheet::BeginAPanel.text()}</h2></summary>
            {problem_line(problem)}
            <form method="post" action=paths::PANELS class="fields">
                <label class="labelled">
                    <span>{Sheet::Title.text()}</span>
                    <input name="title" value=title.to_owned() maxlength="200" required />
                    <small>{Sheet::TitleHint.text()}</small>
                </label>
                <fieldset class="labelled">
                    <legend>{Sheet::Template.text()}</legend>
                    {choices}
                </fieldset>
                <label class="check">
                    <input type="checkbox" name="rehearsal" value="yes" />
                    <span>{Sheet::ThisIsARehearsal.text()}<small>{Sheet::ThisIsARehearsalHint.text()}</small></span>
                </label>
                <button type="submit" class="primary">{Sheet::Begin.text()}</button>
            </form>
        </details>
    }
}
