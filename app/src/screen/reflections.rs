use leptos::prelude::*;

use super::{live::Wall, steps::steps};
use crate::language::Live;

/// How long a reflection stands, in seconds: the time to read it aloud.
const EACH: i64 = 20;

/// Reflections that may be quoted, one at a time, with their authors' names where they gave them.
pub(super) fn reflections(wall: Wall) -> impl IntoView {
    let all = Memo::new(move |_| wall.ideas());
    let last = Memo::new(move |_| all.with(|all| all.len().saturating_sub(1)));
    let step = steps(wall, last, EACH);
    let shown = Memo::new(move |_| all.with(|all| all.get(step.get()).cloned()));
    view! {
        <section class="reflections">
            <p class="results-question quiet" dir="auto">{move || wall.question()}</p>
            {move || match shown.get() {
                Some(idea) => {
                    let size = match idea.words.chars().count() {
                        0..=160 => "short",
                        161..=420 => "medium",
                        421..=1_100 => "long",
                        _ => "longest",
                    };
                    view! {
                        <figure class=format!("reflection {size}")>
                            <blockquote class="words" dir="auto">{idea.words}</blockquote>
                            {idea.by.map(|by| view! { <figcaption dir="auto">{by}</figcaption> })}
                        </figure>
                    }
                    .into_any()
                }
                None => view! { <h1 class="short">{Live::NoneToQuote.text()}</h1> }.into_any(),
            }}
            <p class="picture-note">
                {move || {
                    let (place, all) = (step.get() + 1, all.with(Vec::len));
                    (all > 1).then(|| format!("{place} / {all} · "))
                }}
                {move || Live::ReflectionsCameIn.count(wall.progress().ideas)}
            </p>
        </section>
    }
}
