use leptos::prelude::*;
use visioncast_model::{Arrange, view::DeskStep};

use super::{table::Table, wording::in_words};
use crate::language::Desk;

/// What was done last, and by whom; each step can be taken back by whoever took it, or a facilitator.
pub(super) fn steps(table: Table) -> impl IntoView {
    let some = move || table.steps.with(|steps| !steps.is_empty());
    let mine = move || {
        table
            .steps
            .with(|steps| steps.iter().any(|step| !step.undone && table.took(step.command)))
    };
    view! {
        <Show when=some>
            <section aria-labelledby="steps-title">
                <h2 id="steps-title">{Desk::LastStepsOfGrouping.text()}</h2>
                {move || (mine() && table.may_sort()).then(|| view! {
                    <p><button type="button" class="small" on:click=move |_| table.undo()>{Desk::TakeMineBack.text()}" "<kbd aria-hidden="true">"Ctrl Z"</kbd></button></p>
                })}
                <ol class="theme-steps">
                    <For each=move || table.steps.get() key=|step| (step.command, step.undone, step.theme.clone()) let:step>{row(table, step)}</For>
                </ol>
            </section>
        </Show>
    }
}

fn row(table: Table, step: DeskStep) -> impl IntoView {
    let said = Desk::StepBy.with(&[("step", in_words(&step)), ("who", table.who_took(&step))]);
    let (undone, command) = (step.undone, step.command);
    view! {
        <li class:undone=undone>
            <span dir="auto">{said}</span>
            {undone.then(|| view! { <span class="tag">{Desk::TakenBack.text()}</span> })}
            {move || (table.may_sort() && table.may_undo(&step)).then(|| view! {
                <button type="button" class="small" on:click=move |_| { table.take(Arrange::Undo { step: command }); }>{Desk::TakeBack.text()}</button>
            })}
        </li>
    }
}
