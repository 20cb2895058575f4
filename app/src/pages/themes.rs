use std::collections::BTreeSet;

use leptos::prelude::*;
use visioncast_model::{
    ActivityId, CommandId, Domain, DomainId, IdeaId, LINE_CHARS, QUESTION_CHARS, ThemeId,
    view::{self, DeskIdea, DeskStep, DeskTheme},
};

use super::{
    form::domain_tag,
    staff_head::{Here, staff_head},
    suggestions::{at_a_glance, suggestions_at},
};
use crate::{
    chart::shortened,
    escape::escaped,
    language::{Desk, Live, Sheet},
    page::{ThemeDesk, ThemeRefusal, Whose},
    paths,
    sorting::{DESK, GLANCE, arrived, idea_on, in_words, named, steps_on, themes_on},
};

/// The longest name of a question or theme in a tab or choice, in characters.
const SHORT: usize = 60;
/// The form that moves what is ticked; the boxes stand all over the page.
const TICKED: &str = "ticked";

/// What every form of this page needs.
struct Forms {
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
        boot,
        whose,
        title,
        prompts,
        question,
        desk,
        sorted,
        domains,
        command,
        refused,
        glance,
    } = page;
    let (action, head, open) = match &whose {
        Whose::Facilitator(code) => (
            paths::themes(code),
            staff_head(code, &title, Here::Themes).into_any(),
            true,
        ),
        Whose::Panelist(token, open) => (
            paths::panelist_themes(token),
            back(paths::panelist(token), &title).into_any(),
            *open,
        ),
        Whose::Attendee(code, open) => (
            paths::room_themes(code),
            back(paths::panel(code), &title).into_any(),
            *open,
        ),
    };
    let agenda = match &whose {
        Whose::Facilitator(code) => Some(paths::agenda(code)),
        Whose::Panelist(..) | Whose::Attendee(..) => None,
    };
    let themes = themes_on(&desk);
    let grouped: BTreeSet<IdeaId> = themes
        .iter()
        .flat_map(|(_, theme)| theme.ideas.iter().copied())
        .collect();
    let mine = boot.as_ref().map(|boot| boot.mine.clone()).unwrap_or_default();
    let forms = Forms {
        staff: agenda.is_some(),
        open,
        action,
        command,
        prompt: boot.map(|boot| boot.prompt),
        domains,
        choices: themes.iter().map(|(id, theme)| (*id, named(&theme.name))).collect(),
        refused,
    };
    let no_prompts = prompts.is_empty();
    let tabs: Vec<_> = prompts
        .into_iter()
        .map(|(id, title, ideas)| {
            let here = (Some(id) == forms.prompt).then_some("page");
            view! {
                <li><a href=format!("{}?prompt={id}", forms.action) aria-current=here>
                    {shortened(&title, SHORT)}" "<span class="quiet">{ideas}</span>
                </a></li>
            }
        })
        .collect();
    let why = forms.refused.as_ref().map(|refused| refused.why.clone());
    let last = themes.len().saturating_sub(1);
    let cards: Vec<_> = themes
        .iter()
        .enumerate()
        .map(|(place, (id, theme))| card(&forms, &desk, (*id, theme), (place, last)))
        .collect();
    let loose: Vec<_> = arrived(&desk)
        .into_iter()
        .filter(|(id, _)| !grouped.contains(id))
        .map(|(id, idea)| tickable(&forms, id, idea))
        .collect();
    let count = loose.len();
    let nothing = loose.is_empty() && cards.is_empty();
    let steps = steps_on(&desk);
    let proposals = match (&whose, forms.prompt) {
        (Whose::Facilitator(code), Some(prompt)) if sorted => {
            Some(format!("{}?prompt={prompt}", paths::theme_proposals(code)))
        }
        _ => None,
    };
    let hinted = glance.map(|glance| {
        let from = suggestions_at(&glance.whose, glance.prompt);
        let from = from.map(|from| [&*from, "&glance=true"].concat());
        view! { <details id=GLANCE class="fold" data-from=from>{at_a_glance(&glance)}</details> }
    });
    let alike = forms.prompt.and_then(|prompt| suggestions_at(&whose, prompt));
    let replay = match (&whose, forms.prompt) {
        (Whose::Facilitator(code), Some(prompt)) => Some(format!("{}?prompt={prompt}", paths::theme_replay(code))),
        _ => None,
    };
    view! {
        {head}
        <main class="sheet themes">
            <h1>{Live::Themes.text()}</h1>
            {(!open).then(|| view! { <p class="notice" role="status">{Desk::GroupingNotOpen.text()}</p> })}
            {why.map(|why| view! { <p class="notice wrong" role="alert">{why}</p> })}
            {no_prompts.then(|| view! {
                <p class="empty">
                    {Sheet::NoQuestionYet.text()}
                    {agenda.map(|agenda| view! { " "<a href=agenda>{Sheet::AddOne.text()}</a>"." })}
                </p>
            })}
            {(!no_prompts).then(|| view! { <nav aria-label=Sheet::Questions.text()><ul class="tabs">{tabs}</ul></nav> })}
            {(!question.is_empty()).then(|| view! { <p class="question" dir="auto">{question}</p> })}
            {proposals.map(|proposals| view! { <p><a href=proposals>{Desk::Proposals.text()}</a></p> })}
            {hinted}
            // The live desk takes its place.
            <div id=DESK>
                {(nothing && !no_prompts).then(|| view! { <p class="empty">{Desk::NothingToGroup.text()}</p> })}
                {(!nothing).then(|| view! {
                    {open.then(|| ticked(&forms))}
                    <div class="theme-desk">
                        <section class="theme loose" aria-labelledby="loose-title">
                            <h2 id="loose-title">{Desk::InNoTheme.text()}" "<span class="quiet">{count}</span></h2>
                            {(count == 0).then(|| view! { <p class="quiet">{Desk::EverythingHasAPlace.text()}</p> })}
                            <ul class="theme-ideas">{loose}</ul>
                        </section>
                        {cards}
                    </div>
                })}
                {(!steps.is_empty()).then(|| done(&forms, &mine, steps))}
            </div>
            {alike.map(|alike| view! { <p><a href=alike>{Sheet::WhatLooksAlike.text()}</a></p> })}
            {replay.map(|replay| view! { <p><a href=replay>{Desk::StepByStep.text()}</a></p> })}
        </main>
    }
}

/// The top of the desk of whoever is no facilitator.
pub(super) fn back(to: String, title: &str) -> impl IntoView + use<> {
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{title.to_owned()}</p>
            <nav aria-label=Live::ThisPanel.text()><a href=to>{Sheet::BackToThePanel.text()}</a></nav>
        </header>
    }
}

fn hidden(forms: &Forms, what: &'static str) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="id" value=forms.command.to_string() />
        <input type="hidden" name="do" value=what />
        {forms.prompt.map(|prompt| view! { <input type="hidden" name="prompt" value=prompt.to_string() /> })}
    }
}

fn choices(forms: &Forms, without: Option<ThemeId>) -> Vec<impl IntoView + use<>> {
    let choices = forms.choices.iter().filter(|(id, _)| Some(*id) != without);
    let option =
        |(id, name): &(ThemeId, String)| view! { <option value=id.to_string()>{shortened(name, SHORT)}</option> };
    choices.map(option).collect()
}

/// What happens to the ideas that are ticked: it stays in sight, wherever one ticks.
fn ticked(forms: &Forms) -> impl IntoView + use<> {
    let name = forms
        .refused
        .as_ref()
        .map(|refused| refused.name.clone())
        .unwrap_or_default();
    view! {
        <form id=TICKED method="post" action=forms.action.clone() class="ticked">
            <input type="hidden" name="id" value=forms.command.to_string() />
            {forms.prompt.map(|prompt| view! { <input type="hidden" name="prompt" value=prompt.to_string() /> })}
            <p class="ticked-title">{Desk::WhatIsTicked.text()}</p>
            <label class="labelled">
                <span>{Desk::IntoANewTheme.text()}</span>
                <input type="text" name="name" dir="auto" maxlength=LINE_CHARS.to_string() value=name />
            </label>
            <button type="submit" name="do" value="make" class="primary">{Desk::MakeTheme.text()}</button>
            <label class="labelled">
                <span>{Desk::OrMoveTo.text()}</span>
                <select name="theme">
                    {choices(forms, None)}
                    <option value="">{Desk::NoTheme.text()}</option>
                </select>
            </label>
            <button type="submit" name="do" value="move">{Desk::MoveThere.text()}</button>
        </form>
    }
}

fn tickable(forms: &Forms, id: IdeaId, idea: &DeskIdea) -> impl IntoView + use<> {
    let checked = forms
        .refused
        .as_ref()
        .is_some_and(|refused| refused.ticked.contains(&id));
    let erased = idea.words.is_none();
    let words = idea.words.clone().unwrap_or_else(|| Live::TheWordsWereErased.owned());
    view! {
        <li class:hidden-idea=idea.hidden>
            <label class="check">
                {forms.open.then(|| view! { <input type="checkbox" name="idea" value=id.to_string() form=TICKED checked=checked /> })}
                <span class="words" class:erased=erased dir="auto">{words}</span>
            </label>
            {about(forms, idea.domain)}
        </li>
    }
}

fn about(forms: &Forms, domain: Option<DomainId>) -> Option<impl IntoView + use<>> {
    let domain = forms.domains.iter().find(|known| Some(known.id) == domain)?;
    Some(domain_tag(domain.id, &domain.name))
}

fn card(
    forms: &Forms,
    desk: &view::Desk,
    (id, theme): (ThemeId, &DeskTheme),
    (place, last): (usize, usize),
) -> impl IntoView + use<> {
    let title = format!("theme-{id}");
    let ideas = || theme.ideas.iter().filter_map(|id| Some((*id, idea_on(desk, *id)?)));
    let shown = ideas().filter(|(_, idea)| !idea.hidden).count();
    let ideas: Vec<_> = ideas().map(|(id, idea)| tickable(forms, id, idea)).collect();
    let empty = theme.ideas.is_empty();
    let tags = [(theme.locked, Desk::Locked), (theme.parked, Desk::Parked)];
    let tags: Vec<_> = tags
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, tag)| view! { <span class="tag">{tag.text()}</span> })
        .collect();
    view! {
        <section class="theme" class:parked=theme.parked aria-labelledby=title.clone()>
            <h2 id=title.clone() dir="auto">{named(&theme.name)}" "<span class="quiet">{shown}</span></h2>
            {(!theme.about.is_empty()).then(|| view! { <p dir="auto">{theme.about.clone()}</p> })}
            <p class="idea-foot">{about(forms, theme.domain)}{tags}</p>
            {empty.then(|| view! { <p class="quiet">{Desk::NothingInIt.text()}</p> })}
            <ul class="theme-ideas">{ideas}</ul>
            {forms.open.then(|| changing(forms, (id, theme), (place, last)))}
        </section>
    }
}

/// What can be done to a theme.
fn changing(
    forms: &Forms,
    (theme_id, theme): (ThemeId, &DeskTheme),
    (place, last): (usize, usize),
) -> impl IntoView + use<> {
    let id = theme_id.to_string();
    let typed = forms.refused.as_ref().and_then(|refused| refused.worded.clone());
    let typed = typed.filter(|(worded, ..)| *worded == theme_id);
    let unfolded = typed.is_some();
    let (name, meaning) = typed.map_or_else(
        || (theme.name.clone(), theme.about.clone()),
        |(_, name, about)| (name, about),
    );
    let button = |what: &'static str, words: &'static str| {
        let inside = hidden(forms, what);
        let id = id.clone();
        view! {
            <form method="post" action=forms.action.clone()>
                {inside}
                <input type="hidden" name="theme" value=id />
                <button type="submit" class="small">{words}</button>
            </form>
        }
    };
    let step = |forward: bool, words: &'static str| {
        let inside = hidden(forms, "reorder");
        let id = id.clone();
        let to = if forward { place + 1 } else { place.saturating_sub(1) };
        view! {
            <form method="post" action=forms.action.clone()>
                {inside}
                <input type="hidden" name="theme" value=id />
                <input type="hidden" name="place" value=to.to_string() />
                <button type="submit" class="small">{words}</button>
            </form>
        }
    };
    let wording = view! {
        <form method="post" action=forms.action.clone() class="fields">
            {hidden(forms, "word")}
            <input type="hidden" name="theme" value=id.clone() />
            <input type="hidden" name="seen_name" value=theme.name.clone() />
            <input type="hidden" name="seen_about" value=theme.about.clone() />
            <label class="labelled">
                <span>{Desk::ThemeName.text()}</span>
                <input type="text" name="name" dir="auto" maxlength=LINE_CHARS.to_string() value=name />
            </label>
            <label class="labelled">
                <span>{Desk::ThemeMeaning.text()}</span>
                <textarea name="about" rows="2" dir="auto" maxlength=QUESTION_CHARS.to_string() inner_html=escaped(&meaning)></textarea>
            </label>
            <button type="submit" class="small">{Sheet::Save.text()}</button>
        </form>
    };
    let merging = (forms.choices.len() > 1).then(|| {
        view! {
            <form method="post" action=forms.action.clone() class="merging">
                {hidden(forms, "merge")}
                <input type="hidden" name="theme" value=id.clone() />
                <label class="labelled">
                    <span>{Desk::PutAllOfItInto.text()}</span>
                    <select name="into">{choices(forms, Some(theme_id))}</select>
                </label>
                <button type="submit" class="small">{Sheet::Merge.text()}</button>
            </form>
        }
    });
    let free = !theme.locked;
    view! {
        <details class="fold" open=unfolded>
            <summary>{Desk::ChangeTheme.text()}<span class="aside">{format!(" {}", named(&theme.name))}</span></summary>
            {free.then_some(wording)}
            {merging.filter(|_| free)}
            <div class="theme-buttons">
                {(place > 0).then(|| step(false, Desk::ThemeEarlier.text()))}
                {(place < last).then(|| step(true, Desk::ThemeLater.text()))}
                {free.then(|| button(if theme.parked { "unpark" } else { "park" }, if theme.parked { Sheet::BringBack.text() } else { Desk::Park.text() }))}
                {forms.staff.then(|| button(if theme.locked { "unlock" } else { "lock" }, if theme.locked { Desk::Unlock.text() } else { Desk::Lock.text() }))}
                {free.then(|| button("remove", Desk::TakeThemeOff.text()))}
            </div>
        </details>
    }
}

/// What was done, newest first; each can be taken back.
fn done(forms: &Forms, mine: &[CommandId], steps: Vec<DeskStep>) -> impl IntoView + use<> {
    let rows: Vec<_> = steps
        .into_iter()
        .map(|step| {
            let inside = hidden(forms, "undo");
            let (action, undone) = (forms.action.clone(), step.undone);
            let may = forms.open && (forms.staff || mine.contains(&step.command));
            let taking_back = view! {
                <form method="post" action=action>
                    {inside}
                    <input type="hidden" name="step" value=step.command.to_string() />
                    <button type="submit" class="small">{Desk::TakeBack.text()}</button>
                </form>
            };
            view! {
                <li class:undone=undone>
                    <span dir="auto">{in_words(&step)}</span>
                    {undone.then(|| view! { <span class="tag">{Desk::TakenBack.text()}</span> })}
                    {(may && !undone).then_some(taking_back)}
                </li>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="steps-title">
            <h2 id="steps-title">{Desk::LastStepsOfGrouping.text()}</h2>
            <ol class="theme-steps">{rows}</ol>
        </section>
    }
}
