use leptos::prelude::*;
use visioncast_model::{Concern, HideReason, IdeaId, Step};

use super::{desk::Desk, ideas::reasons, wording};
use crate::{chart::shortened, language::Live};

/// The longest words of an idea on a button, in characters.
const SHORT: usize = 48;

/// What waits for a facilitator: how much, and those that have waited longest. One of them is up, and keys are about it.
pub(super) fn waiting(desk: Desk) -> impl IntoView {
    let ids = Memo::new(move |_| {
        desk.held
            .with(|held| held.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    });
    let count = desk.waits;
    let some = Memo::new(move |_| count.get() > 0);
    Effect::new(move |before: Option<Option<IdeaId>>| {
        let up = desk.up();
        if before.is_some_and(|before| before != up) {
            desk.settle();
        }
        up
    });
    view! {
        {move || some.get().then(|| view! {
            <section class="waiting" aria-labelledby="waiting-title">
                <h3 id="waiting-title">{move || Live::WaitingCount.count(count.get())}</h3>
                <p class="quiet waiting-keys">{Live::WaitingKeys.text()}</p>
                <ul class="ideas-list" data-list="waiting">
                    <For each=move || ids.get() key=|id| *id let:id>{held(desk, id)}</For>
                </ul>
                {move || (count.get() as usize > ids.with(Vec::len)).then(|| view! {
                    <p class="quiet">{Live::WaitingMore.text()}</p>
                })}
            </section>
        })}
    }
}

fn held(desk: Desk, id: IdeaId) -> impl IntoView {
    let held = Memo::new(move |_| {
        desk.held.with(|held| {
            held.iter()
                .find(|(known, _)| *known == id)
                .map(|(_, held)| held.clone())
        })
    });
    let up = Memo::new(move |_| desk.up() == Some(id));
    let asked = Memo::new(move |_| desk.hiding.get() == Some(id));
    let words = move || {
        let words = held.with(|held| held.as_ref().and_then(|held| held.idea.words.clone()));
        words.unwrap_or_else(|| Live::Erased.owned())
    };
    let found = move || held.with(|held| held.as_ref().map(|held| tags(&held.found)).unwrap_or_default());
    let twin = move || held.with(|held| held.as_ref().and_then(|held| held.twin.clone()));
    view! {
        <li class="idea held" class:up=up data-idea=id.to_string() aria-current=move || up.get().then_some("true")>
            <p class="words" dir="auto">{words}</p>
            <div class="idea-tags">{found}</div>
            <div class="held-ways">
                <button type="button" class="small" data-stop="" on:focus=move |_| desk.reading.set(Some(id)) on:click=move |_| desk.show_held(id)>
                    {Live::ShowIt.text()}" "{move || up.get().then(|| view! { <kbd>"V"</kbd> })}
                </button>
                <button type="button" class="small" aria-expanded=move || asked.get().to_string() on:click=move |_| {
                    desk.reading.set(Some(id));
                    desk.hiding.update(|hiding| *hiding = (*hiding != Some(id)).then_some(id));
                }>{Live::Hide.text()}" "{move || up.get().then(|| view! { <kbd>"1–4"</kbd> })}</button>
                <button type="button" class="small" dir="auto" on:click=move |_| desk.merge(id)>
                    {move || match twin() {
                        Some((_, words)) => Live::SameAs.with(&[("words", shortened(&words, SHORT))]),
                        None => Live::SameAsAnother.owned(),
                    }}" "{move || up.get().then(|| view! { <kbd>"M"</kbd> })}
                </button>
            </div>
            {move || asked.get().then(|| reasons(desk, id))}
        </li>
    }
}

/// Why a facilitator should look at an idea.
pub(crate) fn tags(found: &[(Concern, String)]) -> Vec<AnyView> {
    let tag = |(concern, part): &(Concern, String)| {
        view! { <span class="tag" dir="auto">{wording::pointed_at(*concern, part)}</span> }.into_any()
    };
    found.iter().map(tag).collect()
}

impl Desk {
    /// The idea that keys are about: the one that is read, else the one that has waited longest.
    pub(super) fn up(self) -> Option<IdeaId> {
        let reading = self.reading.get();
        self.held.with(|held| {
            let read = held.iter().find(|(id, _)| Some(*id) == reading);
            read.or(held.first()).map(|(id, _)| *id)
        })
    }

    /// Shows an idea that waits, and moves on.
    pub(super) fn show_held(self, idea: IdeaId) {
        self.read_next(idea);
        self.take(Step::ShowIdea { idea });
    }

    /// Hides an idea for that reason; where it waited, moves on.
    pub(super) fn hide_idea(self, idea: IdeaId, reason: HideReason) {
        self.hiding.set(None);
        self.read_next(idea);
        self.take(Step::HideIdea { idea, reason });
    }

    /// Lets an idea stand with the one that says the same; where none is known, asks with which.
    pub(super) fn merge(self, idea: IdeaId) {
        let known = self.held.with_untracked(|held| {
            let (_, held) = held.iter().find(|(id, _)| *id == idea)?;
            held.twin.as_ref().map(|(twin, _)| *twin)
        });
        match known {
            Some(into) => self.merge_into(idea, into),
            None => self.merging.set(Some(idea)),
        }
    }

    /// Lets an idea stand with another one, and moves on where it waited.
    pub(super) fn merge_into(self, idea: IdeaId, into: IdeaId) {
        self.merging.set(None);
        self.read_next(idea);
        self.take(Step::MergeIdea { idea, into });
    }

    /// Moves on to the idea that waits behind this one, if it waits.
    pub(super) fn read_next(self, idea: IdeaId) {
        let next = self.held.with_untracked(|held| {
            let place = held.iter().position(|(id, _)| *id == idea)?;
            let next = held.get(place + 1).or(held.first())?;
            Some(next.0)
        });
        if let Some(next) = next {
            self.reading.set(Some(next));
        }
    }
}
