use leptos::prelude::*;
use visioncast_model::initiative::About;

use super::initiative::{Desk, option};
use crate::escape::escaped;
use crate::language::Sheet;
use crate::page::{Board, BoardStep, WorkCard};

/// See [`Board`].
pub(super) fn board(desk: &Desk, tab: Board) -> impl IntoView + use<> {
    let Board { steps, gone, draft } = tab;
    let names: Vec<(u16, String)> = steps.iter().map(|step| (step.number, step.name.clone())).collect();
    let new = match &draft {
        Some((None, step, about)) => Some((*step, about.clone())),
        _ => None,
    };
    let empty = steps.iter().all(|step| step.works.is_empty());
    let open = empty || new.is_some();
    let (step, about) = new.unwrap_or((1, About::default()));
    let columns: Vec<_> = steps
        .into_iter()
        .map(|step| column(desk, step, &names, draft.as_ref()))
        .collect();
    let some_gone = !gone.is_empty();
    let gone: Vec<_> = gone
        .into_iter()
        .map(|(title, history)| view! { <li><span dir="auto">{title}</span>{told(history)}</li> })
        .collect();
    view! {
        <h1>{Sheet::WorkOnTheBoard.text()}</h1>
        <p class="question">{Sheet::StepsAreACycle.text()}</p>
        <details class="fold" open=open>
            <summary><h2>{Sheet::AddWork.text()}</h2></summary>
            <form method="post" action=desk.action.clone() class="fields">
                {desk.hidden("add_work")}
                {about_fields(about)}
                <label class="labelled"><span>{Sheet::StepLabel.text()}</span><select name="step">{steps_of(&names, step)}</select></label>
                <button type="submit" class="primary">{Sheet::AddIt.text()}</button>
            </form>
        </details>
        <ol class="board">{columns}</ol>
        {some_gone.then(|| view! {
            <details class="fold"><summary>{Sheet::LeftTheBoard.text()}</summary><ul class="latest">{gone}</ul></details>
        })}
    }
}

fn steps_of(names: &[(u16, String)], chosen: u16) -> Vec<impl IntoView + use<>> {
    let options = names.iter();
    let options =
        options.map(|(number, name)| option(number.to_string(), format!("{number} {name}"), *number == chosen));
    options.collect()
}

fn column(
    desk: &Desk,
    step: BoardStep,
    names: &[(u16, String)],
    draft: Option<&(Option<visioncast_model::WorkId>, u16, About)>,
) -> impl IntoView + use<> {
    let BoardStep { number, name, works } = step;
    let none = works.is_empty();
    let cards: Vec<_> = works
        .into_iter()
        .map(|work| {
            let typed = draft
                .filter(|(id, _, _)| *id == Some(work.id))
                .map(|(_, _, about)| about.clone());
            card(desk, work, number, names, typed)
        })
        .collect();
    view! {
        <li>
            <h2><span class="entry-number">{number.to_string()}</span>" "{name}</h2>
            {if none {
                view! { <p class="quiet">{Sheet::NothingInStep.text()}</p> }.into_any()
            } else {
                view! { <ul class="cards">{cards}</ul> }.into_any()
            }}
        </li>
    }
}

fn card(
    desk: &Desk,
    work: WorkCard,
    here: u16,
    names: &[(u16, String)],
    typed: Option<About>,
) -> impl IntoView + use<> {
    let WorkCard { id, about, history } = work;
    let anchor = format!("work-{id}");
    let open = typed.is_some();
    let edited = typed.unwrap_or_else(|| about.clone());
    let About {
        title,
        owner,
        horizon,
        note,
    } = about;
    let who: Vec<String> = [owner, horizon].into_iter().filter(|text| !text.is_empty()).collect();
    let label = Sheet::MoveTo.with(&[("title", &title)]);
    view! {
        <li class="card" id=anchor>
            <h3 dir="auto">{title}</h3>
            {(!who.is_empty()).then(|| view! { <p class="quiet" dir="auto">{who.join(" · ")}</p> })}
            {(!note.is_empty()).then(|| view! { <p class="words" dir="auto">{note}</p> })}
            <form method="post" action=desk.action.clone() class="move">
                {desk.hidden("move_work")}
                <input type="hidden" name="work" value=id.to_string() />
                <select name="step" aria-label=label>{steps_of(names, here)}</select>
                <button type="submit" class="small">{Sheet::MoveIt.text()}</button>
            </form>
            <details class="fold">
                <summary>{Sheet::History.text()}</summary>
                {told(history)}
            </details>
            <details class="fold" open=open>
                <summary>{Sheet::EditIt.text()}</summary>
                <form method="post" action=desk.action.clone() class="fields">
                    {desk.hidden("edit_work")}
                    <input type="hidden" name="work" value=id.to_string() />
                    {about_fields(edited)}
                    <button type="submit">{Sheet::SaveIt.text()}</button>
                </form>
                <form method="post" action=desk.action.clone()>
                    {desk.hidden("drop_work")}
                    <input type="hidden" name="work" value=id.to_string() />
                    <button type="submit" class="plain">{Sheet::OffTheBoard.text()}</button>
                </form>
            </details>
        </li>
    }
}

fn told(history: Vec<String>) -> impl IntoView {
    let lines: Vec<_> = history.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! { <ol class="history">{lines}</ol> }
}

fn about_fields(about: About) -> impl IntoView {
    let About {
        title,
        owner,
        horizon,
        note,
    } = about;
    view! {
        <label class="labelled"><span>{Sheet::WhatIsDone.text()}</span><input name="title" value=title maxlength="200" required /></label>
        <label class="labelled"><span>{Sheet::WorkOwner.text()}</span><input name="owner" value=owner maxlength="100" /></label>
        <label class="labelled">
            <span>{Sheet::UntilWhen.text()}</span>
            <input name="horizon" value=horizon maxlength="100" />
            <small>{Sheet::UntilWhenHint.text()}</small>
        </label>
        <label class="labelled"><span>{Sheet::WorkNote.text()}</span><textarea name="note" rows="2" maxlength="1000" inner_html=escaped(&note)></textarea></label>
    }
}
