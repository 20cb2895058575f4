use leptos::prelude::*;
use visioncast_model::{HideReason, IdeaId, Kind, Step, view::RECENT_IDEAS};

use super::{
    desk::{Desk, Dialog},
    entry, wording,
};
use crate::{
    chart::{domain_hue, domain_mark, shortened},
    language::Live,
    paths,
};

/// The longest words of an idea in a mark, in characters.
const SHORT: usize = 48;

/// The newest ideas of what is on screen, to follow, and to take off the screens where needed.
pub(super) fn ideas(desk: Desk, code: &str) -> impl IntoView + use<> {
    let ids = Memo::new(move |_| {
        desk.ideas
            .with(|ideas| ideas.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    });
    let all = paths::ideas(code);
    let enters = Memo::new(move |_| entry::enters(desk));
    view! {
        <section class="ideas" aria-labelledby="ideas-title">
            <div class="ideas-head">
                <h3 id="ideas-title">{move || heading(desk)}</h3>
                {move || enters.get().then(|| view! {
                    <button type="button" class="small" on:click=move |_| desk.dialog.set(Some(Dialog::Entry))>
                        {Live::EnterAnIdea.text()}" "<kbd>"E"</kbd>
                    </button>
                })}
            </div>
            {move || desk.merging.get().map(|_| view! {
                <p class="notice" role="status">
                    <span>{Live::WhichStands.text()}</span>
                    <button type="button" class="small" on:click=move |_| desk.merging.set(None)>{Live::KeepIt.text()}" "<kbd>"Esc"</kbd></button>
                </p>
            })}
            <ul class="ideas-list" data-list="ideas">
                <For each=move || ids.get() key=|id| *id let:id>{idea(desk, id)}</For>
            </ul>
            {move || ids.with(Vec::is_empty).then(|| view! {
                <p class="empty">
                    {move || if desk.panel.with(|panel| panel.focus.is_some()) {
                        Live::NothingCameIn.text()
                    } else {
                        Live::IdeasOnceOpen.text()
                    }}
                </p>
            })}
            <p class="column-foot">
                {move || (ids.with(Vec::len) >= RECENT_IDEAS).then(|| Live::TheNewest.count(RECENT_IDEAS as u32) + " ")}
                <a href=all>{Live::AllIdeas.text()}</a>
            </p>
        </section>
    }
}

/// What comes in for what is on screen.
fn heading(desk: Desk) -> String {
    match desk.focus().map(|focus| focus.plan.kind) {
        Some(Kind::Reflection(_)) => Live::NewestReflections.owned(),
        Some(Kind::Survey(_)) => Live::NewestAdditions.owned(),
        _ => Live::NewestIdeas.owned(),
    }
}

fn idea(desk: Desk, id: IdeaId) -> impl IntoView {
    let idea = Memo::new(move |_| {
        desk.ideas.with(|ideas| {
            ideas
                .iter()
                .find(|(known, _)| *known == id)
                .map(|(_, idea)| idea.clone())
        })
    });
    let hidden = Memo::new(move |_| idea.with(|idea| idea.as_ref().and_then(|idea| idea.hidden)));
    // What waits is decided above, where its reasons are.
    let asked = Memo::new(move |_| desk.hiding.get() == Some(id) && hidden.get().is_none());
    // Those that another idea can be merged into, while that is chosen.
    let stays = Memo::new(move |_| {
        let merging = desk.merging.get().filter(|merging| *merging != id);
        merging.filter(|_| hidden.get().is_none())
    });
    let domain = move || {
        let domain = idea.with(|idea| idea.as_ref()?.domain)?;
        let domain = desk.domain(domain)?;
        let hue = format!("domain-mark {}", domain_hue(domain.id));
        let mark = domain_mark(&domain.name);
        Some(view! { <span class="domain"><span class=hue aria-hidden="true">{mark}</span>{domain.name}</span> })
    };
    let marks = move || {
        let idea = idea.get()?;
        let marks = [
            wording::source(idea.source).map(str::to_owned),
            (!idea.quotable).then(|| Live::NotToBeQuoted.owned()),
            idea.by.as_ref().map(|_| Live::ByName.owned()),
            idea.hidden.map(|reason| match reason {
                HideReason::ModeratedAtSource => Live::HiddenBeforeImport.owned(),
                reason => wording::reason(reason).to_owned(),
            }),
            idea.stands_with
                .map(|words| Live::StandsWithThat.with(&[("words", shortened(&words, SHORT))])),
        ];
        Some(
            marks
                .into_iter()
                .flatten()
                .map(|mark| view! { <span class="tag">{mark}</span> })
                .collect::<Vec<_>>(),
        )
    };
    view! {
        <li class="idea" class:hidden-idea=move || hidden.get().is_some() data-idea=id.to_string()>
            <p class="words" dir="auto">
                {move || idea.with(|idea| {
                    idea.as_ref().and_then(|idea| idea.words.clone()).unwrap_or_else(|| Live::Erased.owned())
                })}
            </p>
            <div class="idea-foot">
                {domain}
                {marks}
                {move || if let Some(merging) = stays.get() {
                    view! {
                        <button type="button" class="small primary" data-stop="" on:click=move |_| desk.merge_into(merging, id)>
                            {Live::ThisOneStays.text()}
                        </button>
                    }
                    .into_any()
                } else if let Some(reason) = hidden.get() {
                    let again = if reason == HideReason::Waiting { Live::ShowIt } else { Live::ShowAgain };
                    view! {
                        <button type="button" class="small" data-stop="" on:click=move |_| desk.take(Step::ShowIdea { idea: id })>
                            {again.text()}
                        </button>
                    }
                    .into_any()
                } else {
                    view! {
                        <button type="button" class="small" data-stop="" aria-expanded=move || asked.get().to_string() on:click=move |_| {
                            desk.hiding.update(|hiding| *hiding = (*hiding != Some(id)).then_some(id));
                        }>{Live::Hide.text()}</button>
                    }
                    .into_any()
                }}
            </div>
            {move || asked.get().then(|| reasons(desk, id))}
        </li>
    }
}

/// Why an idea is hidden: choosing it hides.
pub(super) fn reasons(desk: Desk, idea: IdeaId) -> impl IntoView {
    let choose = move |reason: HideReason| desk.hide_idea(idea, reason);
    let reasons: Vec<_> = (1..)
        .zip(HideReason::OFFERED)
        .map(|(number, reason)| {
            view! {
                <button type="button" class="small" on:click=move |_| choose(reason)>
                    {wording::reason(reason)}" "<kbd>{number}</kbd>
                </button>
            }
        })
        .collect();
    view! {
        <div class="reasons" role="group" aria-label=Live::HideFromScreens.text()>
            <span class="quiet" aria-hidden="true">{Live::HideBecause.text()}</span>
            {reasons}
            <button type="button" class="small" on:click=move |_| {
                desk.hiding.set(None);
                desk.merge(idea);
            }>{Live::SameAsAnother.text()}" "<kbd>"M"</kbd></button>
            <button type="button" class="small plain" on:click=move |_| desk.hiding.set(None)>{Live::KeepIt.text()}" "<kbd>"Esc"</kbd></button>
        </div>
    }
}
