use leptos::prelude::*;

use super::{form::problem_line, initiative::option};
use crate::{
    page::{InitiativeCard, PanelCard, Panels},
    paths,
    screen::spaced,
};

/// See [`Panels`].
#[component]
pub fn PanelsPage(page: Panels) -> impl IntoView {
    let Panels {
        name,
        initiatives,
        templates,
        title,
        initiative,
        problem,
    } = page;
    let none = initiatives.iter().all(|initiative| initiative.panels.is_empty());
    let choices: Vec<(String, String)> = initiatives
        .iter()
        .map(|initiative| (initiative.id.clone(), initiative.name.clone()))
        .collect();
    let groups: Vec<_> = initiatives.into_iter().map(group).collect();
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
            {none.then(|| view! {
                <p class="empty">"There is no panel yet. Begin one from a template below: everything in it can be changed."</p>
            })}
            {groups}
            {begin(&title, &initiative, choices, templates, problem, none)}
        </main>
    }
}

fn group(initiative: InitiativeCard) -> impl IntoView {
    let InitiativeCard { id, name, panels } = initiative;
    let none = panels.is_empty();
    let rows: Vec<_> = panels.into_iter().map(row).collect();
    view! {
        <section class="initiative">
            <div class="initiative-head">
                <h2 dir="auto"><a href=paths::initiative(&id)>{name}</a></h2>
                <nav aria-label="Of this initiative">
                    <a href=paths::initiative_tab(&id, "board")>"Board"</a>
                    <a href=paths::initiative_tab(&id, "wins")>"Wins"</a>
                    <a href=paths::initiative_tab(&id, "people")>"People"</a>
                </nav>
            </div>
            {if none {
                view! { <p class="quiet">"No panel yet."</p> }.into_any()
            } else {
                view! { <ul class="panels">{rows}</ul> }.into_any()
            }}
        </section>
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

fn begin(
    title: &str,
    (chosen, new): &(String, String),
    initiatives: Vec<(String, String)>,
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
    let initiatives: Vec<_> = initiatives
        .into_iter()
        .map(|(id, name)| {
            let is_it = id == *chosen;
            option(id, name, is_it)
        })
        .collect();
    let some = !initiatives.is_empty();
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
                <div class="pair">
                    {some.then(|| view! {
                        <label class="labelled">
                            <span>"Initiative"</span>
                            <select name="initiative">{initiatives}</select>
                        </label>
                    })}
                    <label class="labelled">
                        <span>{if some { "Or a new one, called" } else { "Its initiative is called" }}</span>
                        <input name="new" value=new.clone() maxlength="200" />
                    </label>
                </div>
                <p class="quiet">"An initiative holds several panels, its board, and whoever may run them."</p>
                <fieldset class="labelled">
                    <legend>"Template"</legend>
                    {choices}
                </fieldset>
                <label class="check">
                    <input type="checkbox" name="rehearsal" value="yes" />
                    <span>"This is a rehearsal"<small>"Simulated people may come. It is marked everywhere and is never a result."</small></span>
                </label>
                <button type="submit" class="primary">"Begin"</button>
            </form>
        </details>
    }
}
