use leptos::prelude::*;

use visioncast_model::Integrity;

use super::{ballots::ways, form::problem_line};
use crate::{
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
        integrity,
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
                <button type="submit" class="plain">"Sign out"</button>
            </form>
        </header>
        <main class="sheet">
            <h1>"Panels"</h1>
            {invitation.map(invited)}
            {none.then(|| view! {
                <p class="empty">"There is no panel yet. Begin one from a template below: everything in it can be changed."</p>
            })}
            {(!none).then(|| view! { <ul class="panels">{rows}</ul> })}
            {begin(&title, templates, integrity, problem, none)}
            <section class="together">
                <h2>"Lead together"</h2>
                <p>"Whoever has an account here can lead every panel. An invitation is a link that works once."</p>
                <form method="post" action=paths::INVITE><button type="submit">"Make an invitation"</button></form>
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
    let one = |count: u32, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let people = if people == 1 {
        "1 person".to_owned()
    } else {
        format!("{people} people")
    };
    view! {
        <li class="panel">
            <a class="panel-title" dir="auto" href=paths::console(&code)>{title}</a>
            <p class="panel-code"><span class="aside">"Code "</span>{spaced(&code)}</p>
            <p class="quiet">{format!("{created} · {people} · {}", one(ideas, "idea"))}</p>
            <p class="panel-marks">
                {rehearsal.then(|| view! { <span class="tag">"Rehearsal"</span> })}
                {if ended {
                    view! { <span class="tag">"Ended"</span> }
                } else {
                    view! { <span class="tag lit">"Running"</span> }
                }}
            </p>
        </li>
    }
}

fn invited(link: String) -> impl IntoView {
    view! {
        <div class="notice" role="status">
            <label class="labelled">
                <span>"The invitation: pass this link on. It works once, and is shown only now."</span>
                <input type="text" readonly value=link />
            </label>
        </div>
    }
}

fn begin(
    title: &str,
    templates: Vec<(String, String, String)>,
    integrity: Integrity,
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
            <summary><h2>"Begin a panel"</h2></summary>
            {problem_line(problem)}
            <form method="post" action=paths::PANELS class="fields">
                <label class="labelled">
                    <span>"Title"</span>
                    <input name="title" value=title.to_owned() maxlength="200" required />
                    <small>"What people read on the first page and on the screen."</small>
                </label>
                <fieldset class="labelled">
                    <legend>"Template"</legend>
                    {choices}
                </fieldset>
                {ways(integrity)}
                <label class="check">
                    <input type="checkbox" name="rehearsal" value="yes" />
                    <span>"This is a rehearsal"<small>"Simulated people may come. It is marked everywhere and is never a result."</small></span>
                </label>
                <button type="submit" class="primary">"Begin"</button>
            </form>
        </details>
    }
}
