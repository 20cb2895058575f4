use leptos::prelude::*;
use visioncast_model::{Activity, ActivityId, CommandId, Domain, HideReason, IdeaId, Kind, State, view::ConsoleIdea};

use super::{
    entry::{Typed, enter_idea, enter_sheet},
    erasing::erase,
    form::domain_tag,
    sheet::sheets,
    staff_head::{Here, staff_head},
};
use crate::{
    chart::shortened,
    console::wording,
    language::{Live, Sheet},
    page::{Flash, Ideas},
    paths,
};

/// The longest title of a question in its tab, in characters.
const TAB: usize = 60;

/// What every form of this page needs.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) action: String,
    pub(super) command: CommandId,
    pub(super) prompt: Option<ActivityId>,
    pub(super) domains: Vec<Domain>,
}

/// See [`Ideas`].
#[component]
pub fn IdeasPage(page: Ideas) -> impl IntoView {
    let desk = Desk {
        action: paths::ideas(&page.code),
        command: page.command,
        prompt: page.prompt,
        domains: page.domains.clone(),
    };
    let sheets = sheets(&desk, &page);
    let listed_at = match page.prompt {
        Some(prompt) => format!("{}?prompt={prompt}&", desk.action),
        None => format!("{}?", desk.action),
    };
    let Ideas {
        code,
        title,
        activities,
        prompt,
        ideas,
        place,
        flash,
        waiting,
        waiting_count,
        moderation,
        ..
    } = page;
    let tabs: Vec<_> = activities
        .iter()
        .filter(|(item, _)| matches!(item.plan.kind, Kind::Prompt(_)))
        .map(|(item, progress)| {
            let here = (Some(item.id) == prompt).then_some("page");
            view! {
                <li><a href=format!("{}?prompt={}", desk.action, item.id) aria-current=here>
                    {shortened(&item.plan.title, TAB)}" "<span class="quiet">{progress.ideas}</span>
                </a></li>
            }
        })
        .collect();
    let begun: Vec<Activity> = activities
        .iter()
        .map(|(item, _)| item.clone())
        .filter(|item| item.state != State::Planned)
        .collect();
    let (typed, notice) = told(flash);
    let question = activities
        .iter()
        .find(|(item, _)| Some(item.id) == prompt)
        .map(|(item, _)| item.plan.question.clone());
    let no_prompts = tabs.is_empty();
    let none = ideas.is_empty();
    let listed: Vec<_> = ideas.iter().map(|(id, idea)| row(&desk, *id, idea)).collect();
    view! {
        {staff_head(&code, &title, Here::Ideas)}
        <main class="sheet">
            <h1>{Sheet::Ideas.text()}</h1>
            {notice}
            {super::moderation::waiting(&desk, &waiting, waiting_count)}
            {super::moderation::settings(&desk, &code, &moderation, waiting_count)}
            {no_prompts.then(|| view! {
                <p class="empty">{Sheet::NoQuestionYet.text()}" "<a href=paths::agenda(&code)>{Sheet::AddOne.text()}</a>"."</p>
            })}
            {(!no_prompts).then(|| view! { <nav aria-label=Sheet::Questions.text()><ul class="tabs">{tabs}</ul></nav> })}
            {question.map(|question| view! { <p class="question" dir="auto">{question}</p> })}
            {enter_idea(&desk, &begun, typed)}
            {enter_sheet(&desk, &begun, &ideas)}
            {sheets}
            <section aria-labelledby="list-title">
                <h2 id="list-title">{Sheet::WhatCameIn.text()}</h2>
                {(none && !no_prompts).then(|| view! {
                    <p class="empty">{Sheet::NothingYet.text()}</p>
                })}
                {(!none).then(|| view! { <ul class="all-ideas">{listed}</ul> })}
                {pages(&listed_at, place, Sheet::PagesOfIdeas)}
            </section>
        </main>
    }
}

/// What was typed and refused, to mend; and what to say of it.
fn told(flash: Option<Flash>) -> (Option<Typed>, Option<AnyView>) {
    match flash {
        None => (None, None),
        Some(Flash::Saved) => (
            None,
            Some(view! { <p class="notice" role="status">{Sheet::DoneSoon.text()}</p> }.into_any()),
        ),
        Some(Flash::Refused {
            why,
            activity,
            words,
            domain,
            quotable,
        }) => {
            let kept = (!words.is_empty()).then(|| [" ", Sheet::TypedIsKeptBelow.text()].concat());
            let notice = view! { <p class="notice wrong" role="alert">{why}{kept}</p> }.into_any();
            (
                Some(Typed {
                    activity,
                    words,
                    domain,
                    quotable,
                }),
                Some(notice),
            )
        }
    }
}

fn row(desk: &Desk, id: IdeaId, idea: &ConsoleIdea) -> impl IntoView + use<> {
    let domain = idea
        .domain
        .and_then(|id| desk.domains.iter().find(|domain| domain.id == id));
    let domain = domain.map(|domain| domain_tag(domain.id, &domain.name));
    let source = wording::source(idea.source).map(|source| view! { <span class="tag">{source}</span> });
    let quoting = (!idea.quotable).then(|| view! { <span class="tag">{Live::NotToBeQuoted.text()}</span> });
    let hidden = idea
        .hidden
        .map(|reason| view! { <span class="tag">{Sheet::HiddenWhy.with(&[("why", wording::reason(reason).to_owned())])}</span> });
    let words = idea.words.clone();
    let erased = words.is_none();
    let stands = idea.stands_with.as_ref().map(|words| {
        let words = shortened(words, TAB);
        view! { <span class="tag" dir="auto">{Live::StandsWithThat.with(&[("words", words)])}</span> }
    });
    let control = match idea.hidden {
        None => hide(desk, id).into_any(),
        Some(HideReason::Waiting) => show(desk, id, Live::ShowIt.text()).into_any(),
        Some(_) => show(desk, id, Live::ShowAgain.text()).into_any(),
    };
    let erasing = (!erased).then(|| erase(desk, id, idea.source));
    view! {
        <li class:hidden-idea=idea.hidden.is_some()>
            <span class="idea-place">{idea.place}</span>
            <div>
                <p class="words" class:erased=erased dir="auto">{words.unwrap_or_else(|| Live::TheWordsWereErased.owned())}</p>
                <p class="idea-foot">{domain}{source}{quoting}{hidden}{stands}</p>
            </div>
            <div class="idea-controls">{control}{erasing}</div>
        </li>
    }
}

pub(super) fn hidden_fields(desk: &Desk, what: &'static str) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="id" value=desk.command.to_string() />
        <input type="hidden" name="do" value=what />
        {desk.prompt.map(|prompt| view! { <input type="hidden" name="prompt" value=prompt.to_string() /> })}
    }
}

pub(super) fn show(desk: &Desk, id: IdeaId, label: &'static str) -> impl IntoView + use<> {
    view! {
        <form method="post" action=desk.action.clone()>
            {hidden_fields(desk, "show")}
            <input type="hidden" name="idea" value=id.to_string() />
            <button type="submit" class="small">{label}</button>
        </form>
    }
}

pub(super) fn hide(desk: &Desk, id: IdeaId) -> impl IntoView + use<> {
    let reasons: Vec<_> = HideReason::OFFERED
        .into_iter()
        .map(|reason| {
            view! {
                <button type="submit" name="reason" value=value(reason) class="small">{wording::reason(reason)}</button>
            }
        })
        .collect();
    view! {
        <details class="menu">
            <summary>{Live::Hide.text()}</summary>
            <form method="post" action=desk.action.clone() class="menu-list">
                {hidden_fields(desk, "hide")}
                <input type="hidden" name="idea" value=id.to_string() />
                <p class="quiet">{Sheet::FromEveryScreen.text()}</p>
                {reasons}
            </form>
            <form method="post" action=desk.action.clone() class="menu-list">
                {hidden_fields(desk, "merge")}
                <input type="hidden" name="idea" value=id.to_string() />
                <label class="labelled">
                    <span>{Sheet::SameAsNumber.text()}</span>
                    <input type="number" name="place" min="1" required />
                </label>
                <button type="submit" class="small">{Sheet::Merge.text()}</button>
            </form>
        </details>
    }
}

/// How a reason is written in a form.
const fn value(reason: HideReason) -> &'static str {
    match reason {
        HideReason::Duplicate => "duplicate",
        HideReason::OffTopic => "off_topic",
        HideReason::Personal => "personal",
        HideReason::Hurtful => "hurtful",
        HideReason::ModeratedAtSource | HideReason::Waiting => "",
    }
}

/// The ways to newer and older pages of a list; `here` is its address, up to the number of the page.
pub(super) fn pages(here: &str, (page, all): (usize, usize), label: Sheet) -> impl IntoView + use<> {
    let to = |page: usize| format!("{here}page={page}");
    (all > 1).then(|| {
        view! {
            <nav class="pages" aria-label=label.text()>
                {(page > 0).then(|| view! { <a href=to(page - 1)>{Sheet::Newer.text()}</a> })}
                <span class="quiet">{Sheet::PageOf.with(&[("page", page + 1), ("all", all)])}</span>
                {(page + 1 < all).then(|| view! { <a href=to(page + 1)>{Sheet::Older.text()}</a> })}
            </nav>
        }
    })
}
