use leptos::prelude::*;
use visioncast_model::{
    ThemeId,
    view::{DeskIdea, DeskTheme},
};

use super::staff_head::{Here, staff_head};
use crate::{
    language::{Desk, Live},
    page::ThemeReplay,
    paths,
    sorting::{arrived, idea_on, in_words, named, somebody, themes_on},
};

/// See [`ThemeReplay`].
pub fn replay_page(page: ThemeReplay) -> impl IntoView {
    let here = |step: usize| format!("{}?prompt={}&step={step}", paths::theme_replay(&page.code), page.prompt);
    let themes = themes_on(&page.desk);
    let cards: Vec<_> = themes.iter().map(|(id, theme)| theme_then(&page, *id, theme)).collect();
    let grouped: usize = themes.iter().map(|(_, theme)| theme.ideas.len()).sum();
    let loose = arrived(&page.desk).len().saturating_sub(grouped);
    let said = match &page.step {
        Some((step, who)) => {
            let who = who.clone().unwrap_or_else(|| somebody(step.by).owned());
            Desk::StepBy.with(&[("step", in_words(step)), ("who", who)])
        }
        None => Desk::BeforeTheFirst.owned(),
    };
    let way = |to: Option<usize>, words: Desk| match to {
        Some(to) => view! { <a class="button small" href=here(to)>{words.text()}</a> }.into_any(),
        None => view! { <span class="button small" aria-disabled="true">{words.text()}</span> }.into_any(),
    };
    let (before, after) = (page.at.checked_sub(1), (page.at < page.steps).then_some(page.at + 1));
    let play = match (page.plays, after) {
        (true, _) => Some((here(page.at), Desk::Stop)),
        (false, Some(after)) => Some((format!("{}&play=yes", here(after)), Desk::Play)),
        (false, None) => None,
    };
    view! {
        {staff_head(&page.code, &page.title, Here::Themes)}
        <main class="sheet themes replay">
            <h1>{Desk::StepByStep.text()}</h1>
            <p class="question" dir="auto">{page.question.clone()}</p>
            <p><a href=format!("{}?prompt={}", paths::themes(&page.code), page.prompt)>{Desk::BackToTheDesk.text()}</a></p>
            {(page.steps == 0).then(|| view! { <p class="empty">{Desk::NothingDoneYet.text()}</p> })}
            {(page.steps > 0).then(|| view! {
                <nav class="replay-ways" aria-label=Desk::StepByStep.text()>
                    {way(before.map(|_| 0), Desk::ToTheBeginning)}
                    {way(before, Desk::OneBack)}
                    {way(after, Desk::OneOn)}
                    {way(after.map(|_| page.steps), Desk::ToTheEnd)}
                    {play.map(|(to, words)| view! { <a class="button small primary" href=to>{words.text()}</a> })}
                </nav>
                <form method="get" action=paths::theme_replay(&page.code) class="replay-at">
                    <input type="hidden" name="prompt" value=page.prompt.to_string() />
                    <label class="labelled">
                        <span>{Desk::StepOf.with(&[("at", page.at), ("all", page.steps)])}</span>
                        <input type="number" name="step" min="0" max=page.steps.to_string() value=page.at.to_string() />
                    </label>
                    <button type="submit" class="small">{Desk::Show.text()}</button>
                </form>
                <p class="replay-said" role="status" dir="auto">{said}</p>
                <p class="quiet">{Desk::InNoTheme.text()}": "{loose}</p>
                <div class="theme-desk">{cards}</div>
            })}
        </main>
    }
}

fn theme_then(page: &ThemeReplay, id: ThemeId, theme: &DeskTheme) -> impl IntoView + use<> {
    let ideas = theme
        .ideas
        .iter()
        .filter_map(|id| Some((id, idea_on(&page.desk, *id)?)));
    let ideas: Vec<_> = ideas
        .map(|(id, idea)| idea_then(idea, page.moved.contains(id)))
        .collect();
    let title = format!("theme-{id}");
    view! {
        <section class="theme" class:parked=theme.parked class:over=page.about == Some(id) aria-labelledby=title.clone()>
            <h2 id=title.clone() dir="auto">{named(&theme.name)}" "<span class="quiet">{ideas.len()}</span></h2>
            {(!theme.about.is_empty()).then(|| view! { <p dir="auto">{theme.about.clone()}</p> })}
            <ul class="theme-ideas">{ideas}</ul>
        </section>
    }
}

fn idea_then(idea: &DeskIdea, moved: bool) -> impl IntoView + use<> {
    let erased = idea.words.is_none();
    let words = idea.words.clone().unwrap_or_else(|| Live::TheWordsWereErased.owned());
    view! {
        <li class:hidden-idea=idea.hidden class:moved=moved><span class="words" class:erased=erased dir="auto">{words}</span></li>
    }
}
