use leptos::prelude::*;
use visioncast_model::{IdeaId, ThemeId};

use super::{drag, table::Table, wording::idea_on};
use crate::{
    language::{Desk, Live},
    pages::domain_tag,
};

/// An idea on the desk: pressed, it is chosen; by its grip, or with a mouse anywhere, it is dragged.
pub(super) fn card(table: Table, id: IdeaId, theme: Option<ThemeId>) -> impl IntoView {
    let idea = table.view.with_untracked(|view| idea_on(view, id).cloned());
    let (words, erased, hidden, domain) = idea.map_or_else(Default::default, |idea| {
        let erased = idea.words.is_none();
        let words = idea.words.unwrap_or_else(|| Live::TheWordsWereErased.owned());
        (words, erased, idea.hidden, idea.domain)
    });
    let domain = domain
        .and_then(|domain| table.domain(domain))
        .map(|domain| domain_tag(domain.id, &domain.name));
    let chosen = Memo::new(move |_| table.chosen.with(|chosen| chosen.contains(&id)));
    let holder = Memo::new(move |_| {
        let by = table
            .held
            .with(|held| held.iter().find(|(idea, _)| *idea == id).map(|(_, by)| *by))?;
        Some(Desk::HeldBy.with(&[("who", table.who(by))]))
    });
    view! {
        <li
            class="sorting-card"
            class:chosen=chosen
            class:held=move || holder.with(Option::is_some)
            class:hidden-idea=hidden
            data-idea=id.to_string()
            on:pointerdown=move |event| drag::begin(table, id, theme, &event)
        >
            <button
                type="button"
                class="sorting-pick"
                aria-pressed=move || chosen.get().to_string()
                on:click=move |_| {
                    if !drag::just_ended() {
                        table.choose(id);
                    }
                }
            >
                <span class="words" class:erased=erased dir="auto">{words}</span>
                {hidden.then(|| view! { <span class="tag">{Desk::Hidden.text()}</span> })}
                {domain}
                {move || holder.get().map(|holder| view! { <span class="sorting-holder">{holder}</span> })}
            </button>
            <span class="sorting-grip" aria-hidden="true" title=Desk::Grip.text()></span>
        </li>
    }
}
