use leptos::prelude::*;
use visioncast_model::{ActivityId, CommandId, Domain, DomainId, LINE_CHARS, QUESTION_CHARS, ThemeId};

use super::{
    form::domain_tag,
    staff_head::{Here, staff_head},
};
use crate::{
    chart::shortened,
    escape::escaped,
    language::{Live, Sheet},
    page::{DeskIdea, DeskStep, DeskTheme, StepKind, ThemeDesk, ThemeRefusal, Whose},
    paths,
};

/// The longest name of a question or theme in a tab or choice, in characters.
const SHORT: usize = 60;
/// The form that moves what is ticked; the boxes stand all over the page.
const TICKED: &str = "ticked";

/// What every form of this page needs.
struct Desk {
    action: String,
    command: CommandId,
    prompt: Option<ActivityId>,
    domains: Vec<Domain>,
    /// The themes by name, in order.
    choices: Vec<(ThemeId, String)>,
    refused: Option<ThemeRefusal>,
    /// Whether it is a facilitator's.
    staff: bool,
    /// Whether anything can be changed now.
    open: bool,
}

/// See [`ThemeDesk`].
pub fn themes_page(page: ThemeDesk) -> impl IntoView {
    let ThemeDesk {
        desk: whose,
        title,
        prompts,
        prompt,
        question,
        domains,
        themes,
        loose,
        steps,
        command,
        refused,
    } = page;
    let (action, head, closed) = match &whose {
        Whose::Facilitator(code) => (
            paths::themes(code),
            staff_head(code, &title, Here::Themes).into_any(),
            false,
        ),
        Whose::Panelist(token, open) => (paths::panelist_themes(token), back(token, &title).into_any(), !open),
    };
    let agenda = match &whose {
        Whose::Facilitator(code) => Some(paths::agenda(code)),
        Whose::Panelist(..) => None,
    };
    let desk = Desk {
        staff: agenda.is_some(),
        open: !closed,
        action,
        command,
        prompt,
        domains,
        choices: themes.iter().map(|theme| (theme.id, named(&theme.name))).collect(),
        refused,
    };
    let no_prompts = prompts.is_empty();
    let tabs: Vec<_> = prompts
        .into_iter()
        .map(|(id, title, ideas)| {
            let here = (Some(id) == prompt).then_some("page");
            view! {
                <li><a href=format!("{}?prompt={id}", desk.action) aria-current=here>
                    {shortened(&title, SHORT)}" "<span class="quiet">{ideas}</span>
                </a></li>
            }
        })
        .collect();
    let why = desk.refused.as_ref().map(|refused| refused.why.clone());
    let nothing = loose.is_empty() && themes.is_empty();
    let last = themes.len().saturating_sub(1);
    let cards: Vec<_> = themes
        .iter()
        .enumerate()
        .map(|(place, theme)| card(&desk, theme, (place, last)))
        .collect();
    let count = loose.len() as u32;
    let ideas: Vec<_> = loose.iter().map(|idea| tickable(&desk, idea)).collect();
    view! {
        {head}
        <main class="sheet themes">
            <h1>{Live::Themes.text()}</h1>
            {closed.then(|| view! { <p class="notice" role="status">{Sheet::GroupingNotOpen.text()}</p> })}
            {why.map(|why| view! { <p class="notice wrong" role="alert">{why}</p> })}
            {no_prompts.then(|| view! {
                <p class="empty">
                    {Sheet::NoQuestionYet.text()}
                    {agenda.map(|agenda| view! { " "<a href=agenda>{Sheet::AddOne.text()}</a>"." })}
                </p>
            })}
            {(!no_prompts).then(|| view! { <nav aria-label=Sheet::Questions.text()><ul class="tabs">{tabs}</ul></nav> })}
            {(!question.is_empty()).then(|| view! { <p class="question" dir="auto">{question}</p> })}
            {(nothing && !no_prompts).then(|| view! { <p class="empty">{Sheet::NothingToGroup.text()}</p> })}
            {(!nothing).then(|| view! {
                {(!closed).then(|| ticked(&desk))}
                <div class="theme-desk">
                    <section class="theme loose" aria-labelledby="loose-title">
                        <h2 id="loose-title">{Sheet::InNoTheme.text()}" "<span class="quiet">{count}</span></h2>
                        {(count == 0).then(|| view! { <p class="quiet">{Sheet::EverythingHasAPlace.text()}</p> })}
                        <ul class="theme-ideas">{ideas}</ul>
                    </section>
                    {cards}
                </div>
            })}
            {(!steps.is_empty()).then(|| done(&desk, steps))}
        </main>
    }
}

/// The top of a panelist's desk.
fn back(token: &str, title: &str) -> impl IntoView + use<> {
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{title.to_owned()}</p>
            <nav aria-label=Live::ThisPanel.text()><a href=paths::panelist(token)>{Sheet::BackToThePanel.text()}</a></nav>
        </header>
    }
}

fn named(name: &str) -> String {
    if name.is_empty() {
        Live::UnnamedTheme.owned()
    } else {
        name.to_owned()
    }
}

fn hidden(desk: &Desk, what: &'static str) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="id" value=desk.command.to_string() />
        <input type="hidden" name="do" value=what />
        {desk.prompt.map(|prompt| view! { <input type="hidden" name="prompt" value=prompt.to_string() /> })}
    }
}

fn choices(desk: &Desk, without: Option<ThemeId>) -> Vec<impl IntoView + use<>> {
    let choices = desk.choices.iter().filter(|(id, _)| Some(*id) != without);
    let option =
        |(id, name): &(ThemeId, String)| view! { <option value=id.to_string()>{shortened(name, SHORT)}</option> };
    choices.map(option).collect()
}

/// What happens to the ideas that are ticked: it stays in sight, wherever one ticks.
fn ticked(desk: &Desk) -> impl IntoView + use<> {
    let name = desk
        .refused
        .as_ref()
        .map(|refused| refused.name.clone())
        .unwrap_or_default();
    view! {
        <form id=TICKED method="post" action=desk.action.clone() class="ticked">
            <input type="hidden" name="id" value=desk.command.to_string() />
            {desk.prompt.map(|prompt| view! { <input type="hidden" name="prompt" value=prompt.to_string() /> })}
            <p class="ticked-title">{Sheet::WhatIsTicked.text()}</p>
            <label class="labelled">
                <span>{Sheet::IntoANewTheme.text()}</span>
                <input type="text" name="name" dir="auto" maxlength=LINE_CHARS.to_string() value=name />
            </label>
            <button type="submit" name="do" value="make" class="primary">{Sheet::MakeTheme.text()}</button>
            <label class="labelled">
                <span>{Sheet::OrMoveTo.text()}</span>
                <select name="theme">
                    {choices(desk, None)}
                    <option value="">{Sheet::NoTheme.text()}</option>
                </select>
            </label>
            <button type="submit" name="do" value="move">{Sheet::MoveThere.text()}</button>
        </form>
    }
}

fn tickable(desk: &Desk, idea: &DeskIdea) -> impl IntoView + use<> {
    let checked = desk
        .refused
        .as_ref()
        .is_some_and(|refused| refused.ticked.contains(&idea.id));
    let erased = idea.words.is_none();
    let words = idea.words.clone().unwrap_or_else(|| Live::TheWordsWereErased.owned());
    view! {
        <li class:hidden-idea=idea.hidden>
            <label class="check">
                {desk.open.then(|| view! { <input type="checkbox" name="idea" value=idea.id.to_string() form=TICKED checked=checked /> })}
                <span class="words" class:erased=erased dir="auto">{words}</span>
            </label>
            {about(desk, idea.domain)}
        </li>
    }
}

fn about(desk: &Desk, domain: Option<DomainId>) -> Option<impl IntoView + use<>> {
    let domain = desk.domains.iter().find(|known| Some(known.id) == domain)?;
    Some(domain_tag(domain.id, &domain.name))
}

fn card(desk: &Desk, theme: &DeskTheme, (place, last): (usize, usize)) -> impl IntoView + use<> {
    let title = format!("theme-{}", theme.id);
    let shown = theme.ideas.iter().filter(|idea| !idea.hidden).count();
    let ideas: Vec<_> = theme.ideas.iter().map(|idea| tickable(desk, idea)).collect();
    let empty = theme.ideas.is_empty();
    let tags = [(theme.locked, Sheet::Locked), (theme.parked, Sheet::Parked)];
    let tags: Vec<_> = tags
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, tag)| view! { <span class="tag">{tag.text()}</span> })
        .collect();
    view! {
        <section class="theme" class:parked=theme.parked aria-labelledby=title.clone()>
            <h2 id=title.clone() dir="auto">{named(&theme.name)}" "<span class="quiet">{shown}</span></h2>
            {(!theme.about.is_empty()).then(|| view! { <p dir="auto">{theme.about.clone()}</p> })}
            <p class="idea-foot">{about(desk, theme.domain)}{tags}</p>
            {empty.then(|| view! { <p class="quiet">{Sheet::NothingInIt.text()}</p> })}
            <ul class="theme-ideas">{ideas}</ul>
            {desk.open.then(|| changing(desk, theme, (place, last)))}
        </section>
    }
}

/// What can be done to a theme.
fn changing(desk: &Desk, theme: &DeskTheme, (place, last): (usize, usize)) -> impl IntoView + use<> {
    let id = theme.id.to_string();
    let typed = desk.refused.as_ref().and_then(|refused| refused.worded.clone());
    let typed = typed.filter(|(worded, ..)| *worded == theme.id);
    let unfolded = typed.is_some();
    let (name, meaning) = typed.map_or_else(
        || (theme.name.clone(), theme.about.clone()),
        |(_, name, about)| (name, about),
    );
    let button = |what: &'static str, words: Sheet| {
        let inside = hidden(desk, what);
        let id = id.clone();
        view! {
            <form method="post" action=desk.action.clone()>
                {inside}
                <input type="hidden" name="theme" value=id />
                <button type="submit" class="small">{words.text()}</button>
            </form>
        }
    };
    let step = |forward: bool, words: Sheet| {
        let inside = hidden(desk, "reorder");
        let id = id.clone();
        let to = if forward { place + 1 } else { place.saturating_sub(1) };
        view! {
            <form method="post" action=desk.action.clone()>
                {inside}
                <input type="hidden" name="theme" value=id />
                <input type="hidden" name="place" value=to.to_string() />
                <button type="submit" class="small">{words.text()}</button>
            </form>
        }
    };
    let wording = view! {
        <form method="post" action=desk.action.clone() class="fields">
            {hidden(desk, "word")}
            <input type="hidden" name="theme" value=id.clone() />
            <input type="hidden" name="seen_name" value=theme.name.clone() />
            <input type="hidden" name="seen_about" value=theme.about.clone() />
            <label class="labelled">
                <span>{Sheet::ThemeName.text()}</span>
                <input type="text" name="name" dir="auto" maxlength=LINE_CHARS.to_string() value=name />
            </label>
            <label class="labelled">
                <span>{Sheet::ThemeMeaning.text()}</span>
                <textarea name="about" rows="2" dir="auto" maxlength=QUESTION_CHARS.to_string() inner_html=escaped(&meaning)></textarea>
            </label>
            <button type="submit" class="small">{Sheet::Save.text()}</button>
        </form>
    };
    let merging = (desk.choices.len() > 1).then(|| {
        view! {
            <form method="post" action=desk.action.clone() class="merging">
                {hidden(desk, "merge")}
                <input type="hidden" name="theme" value=id.clone() />
                <label class="labelled">
                    <span>{Sheet::PutAllOfItInto.text()}</span>
                    <select name="into">{choices(desk, Some(theme.id))}</select>
                </label>
                <button type="submit" class="small">{Sheet::Merge.text()}</button>
            </form>
        }
    });
    let free = !theme.locked;
    view! {
        <details class="fold" open=unfolded>
            <summary>{Sheet::ChangeTheme.text()}<span class="aside">{format!(" {}", named(&theme.name))}</span></summary>
            {free.then_some(wording)}
            {merging.filter(|_| free)}
            <div class="theme-buttons">
                {(place > 0).then(|| step(false, Sheet::ThemeEarlier))}
                {(place < last).then(|| step(true, Sheet::ThemeLater))}
                {free.then(|| button(if theme.parked { "unpark" } else { "park" }, if theme.parked { Sheet::BringBack } else { Sheet::Park }))}
                {desk.staff.then(|| button(if theme.locked { "unlock" } else { "lock" }, if theme.locked { Sheet::Unlock } else { Sheet::Lock }))}
                {free.then(|| button("remove", Sheet::TakeThemeOff))}
            </div>
        </details>
    }
}

/// What was done, newest first; each can be taken back.
fn done(desk: &Desk, steps: Vec<DeskStep>) -> impl IntoView + use<> {
    let rows: Vec<_> = steps
        .into_iter()
        .map(|step| {
            let inside = hidden(desk, "undo");
            let (action, undone, mine) = (desk.action.clone(), step.undone, step.mine && desk.open);
            let taking_back = view! {
                <form method="post" action=action>
                    {inside}
                    <input type="hidden" name="step" value=step.command.to_string() />
                    <button type="submit" class="small">{Sheet::TakeBack.text()}</button>
                </form>
            };
            view! {
                <li class:undone=undone>
                    <span dir="auto">{in_words(&step)}</span>
                    {undone.then(|| view! { <span class="tag">{Sheet::TakenBack.text()}</span> })}
                    {(mine && !undone).then_some(taking_back)}
                </li>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="steps-title">
            <h2 id="steps-title">{Sheet::LastStepsOfGrouping.text()}</h2>
            <ol class="theme-steps">{rows}</ol>
        </section>
    }
}

fn in_words(step: &DeskStep) -> String {
    let theme = Live::Quoted.with(&[("words", shortened(&named(&step.theme), SHORT))]);
    let about = |words: Sheet| words.with(&[("theme", theme.clone())]);
    match step.kind {
        StepKind::Made => about(Sheet::StepMade),
        StepKind::Worded => about(Sheet::StepWorded),
        StepKind::Moved => Sheet::StepMoved.count(step.ideas as u32),
        StepKind::Merged => about(Sheet::StepMerged),
        StepKind::Reordered => about(Sheet::StepReordered),
        StepKind::Parked => about(Sheet::StepParked),
        StepKind::Locked => about(Sheet::StepLocked),
        StepKind::Removed => about(Sheet::StepRemoved),
        StepKind::TookBack => Sheet::StepTookBack.owned(),
    }
}
