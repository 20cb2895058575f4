use leptos::prelude::*;

use visioncast_model::Integrity;

use super::{ballots::ways, form::problem_line, initiative::option};
use crate::{
    language::{Live, Sheet},
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
        frameworks,
        title,
        initiative,
        integrity,
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
            <nav aria-label=Sheet::Prepare.text()><a href=paths::FRAMEWORKS>{Sheet::Frameworks.text()}</a></nav>
            <form method="post" action=paths::SIGN_OUT>
                <span class="quiet">{name}</span>
                <button type="submit" class="plain">{Sheet::SignOut.text()}</button>
            </form>
        </header>
        <main class="sheet">
            <h1>{Sheet::Panels.text()}</h1>
            {none.then(|| view! {
                <p class="empty">{Sheet::NoPanelYet.text()}</p>
            })}
            {groups}
            {begin(&title, &initiative, choices, (templates, frameworks), integrity, problem, none)}
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
                <h2 dir="auto"><a href=paths::initiative(&id)>{name.clone()}</a></h2>
                <nav aria-label=name>
                    <a href=paths::initiative_tab(&id, "board")>{Sheet::Board.text()}</a>
                    <a href=paths::initiative_tab(&id, "wins")>{Sheet::Wins.text()}</a>
                    <a href=paths::initiative_tab(&id, "people")>{Sheet::WhoRunsIt.text()}</a>
                </nav>
            </div>
            {if none {
                view! { <p class="quiet">{Sheet::NoPanelHere.text()}</p> }.into_any()
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

fn begin(
    title: &str,
    (chosen, new): &(String, String),
    initiatives: Vec<(String, String)>,
    (templates, frameworks): (Vec<(String, String, String)>, Vec<(String, String)>),
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
    let initiatives: Vec<_> = initiatives
        .into_iter()
        .map(|(id, name)| {
            let is_it = id == *chosen;
            option(id, name, is_it)
        })
        .collect();
    let some = !initiatives.is_empty();
    let called = if some {
        Sheet::OrANewInitiative
    } else {
        Sheet::ItsInitiative
    };
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
                <div class="pair">
                    {some.then(|| view! {
                        <label class="labelled">
                            <span>{Sheet::InitiativeName.text()}</span>
                            <select name="initiative">{initiatives}</select>
                        </label>
                    })}
                    <label class="labelled">
                        <span>{called.text()}</span>
                        <input name="new" value=new.clone() maxlength="200" />
                    </label>
                </div>
                <p class="quiet">{Sheet::InitiativeHint.text()}</p>
                <fieldset class="labelled">
                    <legend>{Sheet::Template.text()}</legend>
                    {choices}
                </fieldset>
                {ways(integrity)}
                {chosen_framework(frameworks)}
                <label class="check">
                    <input type="checkbox" name="rehearsal" value="yes" />
                    <span>{Sheet::ThisIsARehearsal.text()}<small>{Sheet::ThisIsARehearsalHint.text()}</small></span>
                </label>
                <button type="submit" class="primary">{Sheet::Begin.text()}</button>
            </form>
        </details>
    }
}

/// Nothing to choose where nobody has edited a framework.
fn chosen_framework(frameworks: Vec<(String, String)>) -> impl IntoView {
    (!frameworks.is_empty()).then(|| {
        let kept: Vec<_> = frameworks
            .into_iter()
            .map(|(key, words)| view! { <option value=key>{words}</option> })
            .collect();
        view! {
            <label class="labelled">
                <span>{Sheet::Framework.text()}</span>
                <select name="framework">
                    <option value="">{Sheet::InitiativesOwn.text()}</option>
                    {kept}
                </select>
                <small>{Sheet::AnotherBecomesItsOwn.text()}</small>
            </label>
        }
    })
}
