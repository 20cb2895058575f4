use std::sync::Arc;

use leptos::{html, prelude::*};
use visioncast_model::{Arrange, IdeaId, LINE_CHARS, QUESTION_CHARS, ThemeId, view::DeskTheme};
use web_sys::SubmitEvent;

use super::{
    card::card,
    table::{Drop, Table},
    wording::{idea_on, named, quoted},
};
use crate::{language::Desk, pages::domain_tag};

/// What makes a card what it is: where this changes, it is drawn anew.
type Drawn = (IdeaId, bool, bool);

fn drawn(table: Table, ideas: &[IdeaId]) -> Vec<Drawn> {
    table.view.with(|view| {
        let known = |id: &IdeaId| {
            let idea = idea_on(view, *id)?;
            Some((*id, idea.hidden, idea.words.is_none()))
        };
        ideas.iter().filter_map(known).collect()
    })
}

/// The ideas that are in no theme.
pub(super) fn loose(table: Table) -> impl IntoView {
    let ideas = Memo::new(move |_| {
        let sought = table.sought.get().trim().to_lowercase();
        let loose = table.lying.with(|lying| lying.loose.clone());
        let mut drawn = drawn(table, &loose);
        if !sought.is_empty() {
            table.view.with(|view| {
                drawn.retain(|(id, ..)| {
                    let words = idea_on(view, *id).and_then(|idea| idea.words.as_deref());
                    words.is_some_and(|words| words.to_lowercase().contains(&sought))
                });
            });
        }
        drawn
    });
    let count = move || table.lying.with(|lying| lying.loose.len());
    let none = move || {
        let words = match (count(), ideas.with(Vec::is_empty)) {
            (0, _) if table.lying.with(|lying| lying.order.is_empty()) => Desk::NothingToGroup,
            (0, _) => Desk::EverythingHasAPlace,
            (_, true) => Desk::NothingFound,
            _ => return None,
        };
        Some(view! { <p class="quiet">{words.text()}</p> })
    };
    view! {
        <section class="theme loose sorting-loose" class:over=move || table.over.get() == Some(Drop::Loose) aria-labelledby="loose-title" data-drop="loose">
            <h2 id="loose-title">{Desk::InNoTheme.text()}" "<span class="quiet">{count}</span></h2>
            <label class="labelled sorting-find">
                <span class="aside">{Desk::Find.text()}</span>
                <input type="search" placeholder=Desk::Find.text() prop:value=table.sought on:input=move |event| table.sought.set(event_target_value(&event)) />
            </label>
            {none}
            <ul class="sorting-list">
                <For each=move || ideas.get() key=|drawn| *drawn let((id, _, _))>{card(table, id, None)}</For>
            </ul>
        </section>
    }
}

/// A theme as it lies; none where it is gone.
type Shown = Memo<Option<Arc<DeskTheme>>>;

fn has(theme: Shown, what: fn(&DeskTheme) -> bool) -> bool {
    theme.with(|theme| theme.as_ref().is_some_and(|theme| what(theme)))
}

/// A theme with its ideas.
pub(super) fn theme(table: Table, id: ThemeId) -> impl IntoView {
    let theme = Memo::new(move |_| table.lying.with(|lying| lying.themes.get(&id).cloned()));
    let has = move |what| has(theme, what);
    let ideas = Memo::new(move |_| {
        let ideas = theme.with(|theme| theme.as_ref().map(|theme| theme.ideas.clone()));
        drawn(table, &ideas.unwrap_or_default())
    });
    let shown = move || ideas.with(|ideas| ideas.iter().filter(|(_, hidden, _)| !hidden).count());
    let over = move || matches!(table.over.get(), Some(Drop::Theme(theme, _)) if theme == id);
    let name = move || theme.with(|theme| named(theme.as_ref().map_or("", |theme| theme.name.as_str())));
    let about = move || {
        theme.with(|theme| {
            theme
                .as_ref()
                .map(|theme| theme.about.clone())
                .filter(|about| !about.is_empty())
        })
    };
    let domain = move || {
        let domain = theme.with(|theme| theme.as_ref().and_then(|theme| theme.domain))?;
        table.domain(domain).map(|domain| domain_tag(domain.id, &domain.name))
    };
    let title = format!("theme-{id}");
    view! {
        <section
            class="theme"
            class:over=over
            class:parked=move || has(|theme| theme.parked)
            class:locked=move || has(|theme| theme.locked)
            aria-labelledby=title.clone()
            data-drop=id.to_string()
        >
            <h2 id=title.clone() dir="auto">{name}" "<span class="quiet">{shown}</span></h2>
            {move || about().map(|about| view! { <p dir="auto">{about}</p> })}
            <p class="idea-foot">
                {domain}
                {move || has(|theme| theme.locked).then(|| view! { <span class="tag">{Desk::Locked.text()}</span> })}
                {move || has(|theme| theme.parked).then(|| view! { <span class="tag">{Desk::Parked.text()}</span> })}
            </p>
            {move || ideas.with(Vec::is_empty).then(|| view! { <p class="quiet">{Desk::NothingInIt.text()}</p> })}
            <ul class="sorting-list">
                <For each=move || ideas.get() key=|drawn| *drawn let((idea, _, _))>{card(table, idea, Some(id))}</For>
            </ul>
            <Show when=move || table.may_sort()>{changing(table, id, theme)}</Show>
        </section>
    }
}

/// What can be done to a theme.
fn changing(table: Table, id: ThemeId, theme: Shown) -> impl IntoView {
    let (parked, locked) = (
        move || has(theme, |theme| theme.parked),
        move || has(theme, |theme| theme.locked),
    );
    let place = move || {
        table
            .lying
            .with(|lying| lying.order.iter().position(|other| *other == id))
    };
    let last = move || table.lying.with(|lying| lying.order.len().saturating_sub(1));
    let step = move |to: usize| {
        table.take(Arrange::Reorder {
            theme: id,
            place: to as u16,
        });
    };
    let worded = move || {
        table
            .worded
            .with(|worded| worded.as_ref().is_some_and(|worded| worded.theme == id))
    };
    let staff = table.is_facilitators();
    view! {
        <Show when=worded>{wording(table, id)}</Show>
        <details class="fold">
            <summary>{Desk::ChangeTheme.text()}</summary>
            <div class="theme-buttons">
                {move || (!locked()).then(|| view! {
                    <button type="button" class="small" on:click=move |_| table.word(id, None)>{Desk::ThemeName.text()}" …"</button>
                })}
                {move || place().filter(|place| *place > 0).map(|place| view! {
                    <button type="button" class="small" on:click=move |_| step(place - 1)>{Desk::ThemeEarlier.text()}</button>
                })}
                {move || place().filter(|place| *place < last()).map(|place| view! {
                    <button type="button" class="small" on:click=move |_| step(place + 1)>{Desk::ThemeLater.text()}</button>
                })}
                {move || (!locked()).then(|| {
                    let parks = !parked();
                    let words = if parks { Desk::Park } else { Desk::BringBack };
                    view! {
                        <button type="button" class="small" on:click=move |_| { table.take(Arrange::Park { theme: id, parked: parks }); }>{words.text()}</button>
                    }
                })}
                {move || staff.then(|| {
                    let locks = !locked();
                    let words = if locks { Desk::Lock } else { Desk::Unlock };
                    view! {
                        <button type="button" class="small" on:click=move |_| { table.take(Arrange::Lock { theme: id, locked: locks }); }>{words.text()}</button>
                    }
                })}
                {move || (!locked()).then(|| view! {
                    <button type="button" class="small" on:click=move |_| { table.take(Arrange::Remove { theme: id }); }>{Desk::TakeThemeOff.text()}</button>
                })}
            </div>
            <Show when=move || !locked() && (last() > 0)>{merging(table, id)}</Show>
        </details>
    }
}

fn merging(table: Table, id: ThemeId) -> impl IntoView {
    let others = Memo::new(move |_| {
        table.lying.with(|lying| {
            let others = lying.order.iter().filter(|other| **other != id);
            others
                .map(|other| (*other, quoted(lying.name(*other))))
                .collect::<Vec<_>>()
        })
    });
    let into = NodeRef::<html::Select>::new();
    let merge = move |_| {
        let chosen = into.get_untracked().map(|select| select.value());
        if let Some(into) = chosen.and_then(|chosen| chosen.parse().ok()) {
            table.take(Arrange::Merge { theme: id, into });
        }
    };
    view! {
        <div class="merging">
            <label class="labelled">
                <span>{Desk::PutAllOfItInto.text()}</span>
                <select node_ref=into>
                    <For each=move || others.get() key=Clone::clone let((other, name))><option value=other.to_string()>{name}</option></For>
                </select>
            </label>
            <button type="button" class="small" on:click=merge>{Desk::Merge.text()}</button>
        </div>
    }
}

/// The form that words a theme. What is typed stays as it is, whatever others do meanwhile: that is said beside it.
fn wording(table: Table, id: ThemeId) -> impl IntoView {
    let now = Memo::new(move |_| {
        table.lying.with(|lying| {
            let theme = lying.themes.get(&id);
            theme
                .map(|theme| (theme.name.clone(), theme.about.clone()))
                .unwrap_or_default()
        })
    });
    let typed = table.worded.get_untracked().and_then(|worded| worded.typed);
    let begun = typed.unwrap_or_else(|| now.get_untracked());
    let (name, about) = (NodeRef::<html::Input>::new(), NodeRef::<html::Textarea>::new());
    Effect::new(move |_| {
        if let Some(name) = name.get() {
            // Fails for nothing that is in the page.
            let _ = name.focus();
        }
    });
    let changed = {
        let begun = begun.0.clone();
        move || {
            let now = now.with(|(name, _)| name.clone());
            (now != begun).then(|| {
                let words = if now.is_empty() {
                    Desk::NowUnnamed.owned()
                } else {
                    Desk::NowCalled.with(&[("name", now)])
                };
                view! { <p class="notice" role="status">{words}</p> }
            })
        }
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(name), Some(about)) = (name.get_untracked(), about.get_untracked()) else {
            return;
        };
        // What stands here was seen: where it is something else by then, nobody's words are written over.
        let seen = now.get_untracked();
        table.worded.set(None);
        table.take(Arrange::Word {
            theme: id,
            name: name.value(),
            about: about.value(),
            seen,
        });
    };
    view! {
        <form class="fields sorting-wording" on:submit=save>
            {changed}
            <label class="labelled">
                <span>{Desk::ThemeName.text()}</span>
                <input type="text" dir="auto" maxlength=LINE_CHARS.to_string() node_ref=name prop:value=begun.0.clone() />
            </label>
            <label class="labelled">
                <span>{Desk::ThemeMeaning.text()}</span>
                <textarea rows="2" dir="auto" maxlength=QUESTION_CHARS.to_string() node_ref=about prop:value=begun.1.clone()></textarea>
            </label>
            <div class="theme-buttons">
                <button type="submit" class="small primary">{Desk::Save.text()}</button>
                <button type="button" class="small" on:click=move |_| table.worded.set(None)>{Desk::LetGo.text()}</button>
            </div>
        </form>
    }
}
