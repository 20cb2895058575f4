use leptos::prelude::*;
use visioncast_model::{Items, Scale, view::ScreenIdea};

use super::{live::Wall, seating::hall, steps::steps};
use crate::{
    chart::Palette,
    instrument::{Asked, Picture, Place, drawn, filling_in, picture},
    language::Live,
    length::length,
};

/// How long a row stands alone in the light, and how long what is more than a row, in seconds.
const ROW: i64 = 4;
const MORE: i64 = 6;
/// The most rewordings that stand below a verdict, and the most additions below a list.
const REWORDINGS: usize = 4;
const ADDITIONS: usize = 2;

/// While nothing may be shown but how many have answered: the room as seats where there is one thing to answer, else
/// everything that is asked about, filling in.
pub(super) fn asking(wall: Wall) -> impl IntoView {
    // What is given to a whole list says by each bar what is for it: the room fills as one.
    let one = Memo::new(move |_| {
        let shared = |asked: &Option<Asked>| asked.as_ref().is_some_and(|asked| asked.scale.is_shared());
        wall.items.with(Vec::len) <= 1 || wall.asked.with(shared)
    });
    let people = Memo::new(move |_| wall.people());
    let current = Memo::new(move |_| {
        let asks = wall.asked.with(|asked| {
            asked
                .as_ref()
                .is_some_and(|asked| matches!(asked.items, Items::Current(_)))
        });
        let words = wall.items.with(|items| items.first().map(|item| item.text.clone()));
        words.filter(|words| asks && !words.is_empty())
    });
    let hint = move || {
        let hint = if wall.is_open() {
            Live::AnswersHidden
        } else {
            Live::ClosedResultNext
        };
        hint.text()
    };
    view! {
        <section class="asking" class:seating=one>
            <h1 class=move || length(&wall.question()) dir="auto">{move || wall.question()}</h1>
            {instructions(wall)}
            {move || current.get().map(|words| view! { <blockquote class="current words" dir="auto">{words}</blockquote> })}
            {move || if one.get() {
                view! {
                    {hall(wall)}
                    <p class="seating-hint">{hint}</p>
                }
                .into_any()
            } else {
                view! {
                    {tally(wall)}
                    {filling_in(wall.asked, wall.items, people, true)}
                }
                .into_any()
            }}
        </section>
    }
}

/// What the room is told beside the question.
pub(super) fn instructions(wall: Wall) -> impl IntoView {
    let told = Memo::new(move |_| wall.instructions());
    move || {
        let told = told.get();
        (!told.is_empty()).then(|| view! { <p class="instructions" dir="auto">{told}</p> })
    }
}

/// How many have answered, in a line; shortly before a reveal, how long it takes.
fn tally(wall: Wall) -> impl IntoView {
    let reveal_in = Memo::new(move |_| wall.reveal_in());
    let counted = Memo::new(move |_| (wall.progress().answered, wall.people().max(wall.progress().answered)));
    view! {
        <p class="tally">
            {move || match reveal_in.get() {
                Some(seconds) => view! {
                    {Live::TheResultIn.text()}" "<strong>{seconds.max(1)}</strong>
                }
                .into_any(),
                None => view! {
                    <strong>{move || counted.get().0}</strong>" "
                    {move || {
                        let (answered, people) = counted.get();
                        Live::OfHaveAnswered.count_with(answered, &[("people", people)])
                    }}
                }
                .into_any(),
            }}
        </p>
    }
}

/// What the room answered, one step at a time.
pub(super) fn told(wall: Wall) -> impl IntoView {
    let drawing = Memo::new(move |_| {
        wall.asked.with(|asked| {
            let asked = asked.as_ref();
            asked.map_or_else(Picture::default, |asked| {
                wall.items
                    .with(|items| picture(asked, items, Place::Wall, &Palette::PAGE))
            })
        })
    });
    let all = Memo::new(move |_| drawing.with(|picture| picture.steps.len()));
    let by_row = untrack(move || drawing.with(Picture::comes_by_row));
    let step = steps(wall, all, if by_row { ROW } else { MORE });
    let title =
        Memo::new(move |_| drawing.with(|picture| picture.steps.get(step.get()).unwrap_or(&picture.finding).clone()));
    let note = Memo::new(move |_| drawing.with(|picture| picture.note.clone()));
    let verdict = Memo::new(move |_| {
        wall.asked
            .with(|asked| asked.as_ref().is_some_and(|asked| asked.scale == Scale::Verdict))
    });
    view! {
        <section class="told" class:verdict=verdict>
            <p class="results-question quiet" dir="auto">{move || wall.question()}</p>
            <h1 class=move || length(&title.get()) dir="auto">{title}</h1>
            {drawn(drawing, step, true)}
            {additions(wall, verdict)}
            <p class="picture-note">{note}</p>
        </section>
    }
}

/// What people wrote beside their answers, newest first: rewordings, and what a list lacks.
fn additions(wall: Wall, verdict: Memo<bool>) -> impl IntoView {
    let words = Memo::new(move |_| {
        let mut ideas: Vec<ScreenIdea> = wall.ideas();
        ideas.truncate(if verdict.get() { REWORDINGS } else { ADDITIONS });
        ideas
    });
    move || {
        let words = words.get();
        (!words.is_empty()).then(|| {
            let lines: Vec<_> = words
                .into_iter()
                .map(|idea| view! { <li class="words" dir="auto">{idea.words}</li> })
                .collect();
            view! {
                <div class="additions">
                    <h2>{Live::FromTheRoom.text()}</h2>
                    <ul>{lines}</ul>
                </div>
            }
        })
    }
}
