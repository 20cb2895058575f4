use leptos::prelude::*;
use visioncast_model::{ActivityId, CommandId, IdeaId};

use super::{
    staff_head::{Here, staff_head},
    themes::back,
};
use crate::{
    chart::shortened,
    language::{Desk, Live, Sheet},
    page::{AtAGlance, LooksAlike, PerhapsInto, Said, SameWords, Suggestions, Whose},
    paths,
    sorting::named,
};

/// The longest name of a theme on a button, in characters.
const SHORT: usize = 40;

/// What every form of this page needs.
struct Forms {
    action: String,
    command: CommandId,
    prompt: ActivityId,
    /// Whether anything can be put together now.
    open: bool,
    /// Whether it leads back to the desk.
    desk: bool,
}

/// Where somebody finds what looks alike among the ideas of a prompt; nowhere where they only sort as one of the room.
pub(super) fn suggestions_at(whose: &Whose, prompt: ActivityId) -> Option<String> {
    let page = match whose {
        Whose::Facilitator(code) => paths::suggestions(code),
        Whose::Panelist(token, _) => paths::panelist_suggestions(token),
        Whose::Attendee(..) => return None,
    };
    Some(format!("{page}?prompt={prompt}"))
}

/// See [`Suggestions`].
pub fn suggestions_page(page: Suggestions) -> impl IntoView {
    let (action, desk, head, open) = match &page.whose {
        Whose::Facilitator(code) => (
            paths::suggestions(code),
            paths::themes(code),
            staff_head(code, &page.title, Here::Themes).into_any(),
            true,
        ),
        Whose::Panelist(token, open) => (
            paths::panelist_suggestions(token),
            paths::panelist_themes(token),
            back(paths::panelist(token), &page.title).into_any(),
            *open,
        ),
        Whose::Attendee(code, _) => (
            paths::room_themes(code),
            paths::room_themes(code),
            back(paths::panel(code), &page.title).into_any(),
            false,
        ),
    };
    let forms = Forms {
        action,
        command: page.command,
        prompt: page.prompt,
        open,
        desk: false,
    };
    let nothing = page.same.is_empty() && page.near.is_empty() && page.perhaps.is_empty();
    let same: Vec<_> = page.same.iter().map(|same| same_words(&forms, same)).collect();
    let near: Vec<_> = page.near.iter().map(|pair| looks_alike(&forms, pair)).collect();
    let perhaps: Vec<_> = page
        .perhaps
        .iter()
        .map(|perhaps| perhaps_into(&forms, perhaps))
        .collect();
    view! {
        {head}
        <main class="sheet themes">
            <h1>{Sheet::WhatLooksAlike.text()}</h1>
            <p><a href=format!("{desk}?prompt={}", page.prompt)>{Desk::BackToTheDesk.text()}</a></p>
            {(!open).then(|| view! { <p class="notice" role="status">{Desk::GroupingNotOpen.text()}</p> })}
            {page.refused.map(|why| view! { <p class="notice wrong" role="alert">{why}</p> })}
            <p class="question" dir="auto">{page.question}</p>
            {nothing.then(|| view! { <p class="empty">{Sheet::NothingLooksAlike.text()}</p> })}
            {(!nothing).then(|| view! { <p class="quiet">{Sheet::WhatLooksAlikeAbout.text()}</p> })}
            {section("same", Sheet::TheSameWords, same)}
            {section("near", Sheet::LooksAlike, near)}
            {section("perhaps", Sheet::PerhapsIntoATheme, perhaps)}
            {(page.more > 0).then(|| view! { <p class="quiet">{Sheet::MoreLookAlike.count(page.more as u32)}</p> })}
        </main>
    }
}

/// What might go into a theme, to fold out at the desk; nothing where nothing might, or nobody is asked here.
pub fn at_a_glance(glance: &AtAGlance) -> Option<AnyView> {
    let action = match &glance.whose {
        Whose::Facilitator(code) => paths::suggestions(code),
        Whose::Panelist(token, true) => paths::panelist_suggestions(token),
        Whose::Panelist(_, false) | Whose::Attendee(..) => return None,
    };
    let forms = Forms {
        action,
        command: glance.command,
        prompt: glance.prompt,
        open: true,
        desk: true,
    };
    let rows = glance.perhaps.iter().map(|perhaps| perhaps_into(&forms, perhaps));
    let rows: Vec<_> = rows.collect();
    let count = rows.len();
    (count > 0).then(|| {
        view! {
            <summary>{Sheet::PerhapsIntoATheme.text()}" "<span class="quiet">{count}</span></summary>
            <ol class="alike">{rows}</ol>
        }
        .into_any()
    })
}

fn section(id: &'static str, title: Sheet, rows: Vec<AnyView>) -> Option<AnyView> {
    let titled = [id, "-title"].concat();
    let some = !rows.is_empty();
    some.then(|| {
        view! {
            <section aria-labelledby=titled.clone()>
                <h2 id=titled.clone()>{title.text()}</h2>
                <ol class="alike">{rows}</ol>
            </section>
        }
        .into_any()
    })
}

fn said(idea: &Said) -> impl IntoView + use<> {
    let parts = idea.parts.iter().cloned().map(|(words, shared)| {
        if shared {
            view! { <mark>{words}</mark> }.into_any()
        } else {
            words.into_any()
        }
    });
    let parts: Vec<AnyView> = parts.collect();
    let times =
        (idea.times > 1).then(|| view! { <span class="tag">{Sheet::TimesThere.count(idea.times as u32)}</span> });
    let theme = idea.theme.as_ref().map(|theme| {
        let theme = Live::Quoted.with(&[("words", shortened(&named(theme), SHORT))]);
        view! { <span class="quiet" dir="auto">{Sheet::InThatTheme.with(&[("theme", theme)])}</span> }
    });
    view! {
        <p class="words" dir="auto">{parts}</p>
        {(times.is_some() || theme.is_some()).then_some(view! { <p class="idea-foot">{times}{theme}</p> })}
    }
}

/// A button that says what becomes of some ideas, and of a theme.
fn button(
    forms: &Forms,
    what: &'static str,
    ideas: &[(&'static str, IdeaId)],
    theme: Option<String>,
    words: String,
) -> AnyView {
    let ideas: Vec<_> = ideas
        .iter()
        .map(|(name, idea)| view! { <input type="hidden" name=*name value=idea.to_string() /> })
        .collect();
    view! {
        <form method="post" action=forms.action.clone()>
            <input type="hidden" name="id" value=forms.command.to_string() />
            <input type="hidden" name="do" value=what />
            <input type="hidden" name="prompt" value=forms.prompt.to_string() />
            {forms.desk.then(|| view! { <input type="hidden" name="desk" value="yes" /> })}
            {ideas}
            {theme.map(|theme| view! { <input type="hidden" name="theme" value=theme /> })}
            <button type="submit" class=if matches!(what, "together" | "into") { "small primary" } else { "small" }>{words}</button>
        </form>
    }
    .into_any()
}

fn same_words(forms: &Forms, same: &SameWords) -> AnyView {
    let one = [("one", same.first.idea)];
    let together = (forms.open && same.apart > 0).then(|| {
        let words = Sheet::PutTogether.owned();
        button(forms, "together", &one, None, words)
    });
    let hide = (forms.open && same.hides).then(|| button(forms, "hide", &one, None, Sheet::HideAllButOne.owned()));
    view! {
        <li>
            {said(&same.first)}
            <div class="theme-buttons">{together}{hide}</div>
        </li>
    }
    .into_any()
}

fn looks_alike(forms: &Forms, LooksAlike { one, other, hides }: &LooksAlike) -> AnyView {
    let both = [("one", one.idea), ("other", other.idea)];
    let buttons = forms.open.then(|| {
        let theme = one.theme.as_ref().or(other.theme.as_ref());
        let words = match theme {
            Some(theme) => into_words(theme),
            None => Sheet::PutTogether.owned(),
        };
        let together = button(forms, "together", &both, None, words);
        let apart = button(forms, "apart", &both, None, Sheet::NotTheSame.owned());
        let hide = hides.then(|| button(forms, "hide", &both, None, Sheet::FirstStandsForBoth.owned()));
        view! { <div class="theme-buttons">{together}{hide}{apart}</div> }
    });
    view! { <li>{said(one)}{said(other)}{buttons}</li> }.into_any()
}

fn perhaps_into(forms: &Forms, perhaps: &PerhapsInto) -> AnyView {
    let one = ("one", perhaps.idea.idea);
    let buttons = forms.open.then(|| {
        let along = perhaps.along.iter().map(|idea| ("along", *idea));
        let into = button(
            forms,
            "into",
            &std::iter::once(one).chain(along).collect::<Vec<_>>(),
            Some(perhaps.theme.to_string()),
            into_words(&perhaps.name),
        );
        let apart = perhaps.nearest.as_ref().map(|nearest| {
            button(
                forms,
                "apart",
                &[one, ("other", nearest.idea)],
                None,
                Sheet::NotIntoThat.owned(),
            )
        });
        view! { <div class="theme-buttons">{into}{apart}</div> }
    });
    let why = match &perhaps.nearest {
        Some(nearest) => view! { <p class="quiet">{Sheet::NearTo.text()}</p>{said(nearest)} }.into_any(),
        None => view! { <p class="quiet">{Sheet::AsItIsCalled.text()}</p> }.into_any(),
    };
    view! { <li>{said(&perhaps.idea)}{why}{buttons}</li> }.into_any()
}

fn into_words(theme: &str) -> String {
    let theme = Live::Quoted.with(&[("words", shortened(&named(theme), SHORT))]);
    Sheet::PutIntoThatTheme.with(&[("theme", theme)])
}
