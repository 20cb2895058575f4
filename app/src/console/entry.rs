use leptos::{ev::SubmitEvent, html, prelude::*};
use visioncast_model::{ActivityId, CommandId, DomainId, Entered, Step};

use super::{
    desk::{Desk, Dialog},
    dialogs::dialog,
};
use crate::language::Live;

/// Enter an idea that was spoken aloud or written on paper, without leaving the console. What is typed stays until it
/// is saved.
pub(super) fn entry(desk: Desk) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let domain = RwSignal::new(None::<DomainId>);
    let on_paper = RwSignal::new(false);
    let quotable = RwSignal::new(false);
    let sent = RwSignal::new(None::<CommandId>);
    let field = NodeRef::<html::Textarea>::new();
    let question = Memo::new(move |_| prompt(desk).and_then(|id| Some(desk.activity(id)?.plan.question)));
    // What was refused before is told above the columns.
    let tried = RwSignal::new(false);
    let problem = Memo::new(move |_| {
        let last = desk
            .refusals
            .with(|refusals| refusals.last().map(|(_, why)| why.clone()));
        last.filter(|_| tried.get())
    });

    // The answer has come when it waits no longer: it was saved, or there is a refusal.
    Effect::new(move |_| {
        let Some(id) = sent.get() else { return };
        if desk
            .waiting
            .with(|waiting| waiting.iter().any(|(waiting, _)| *waiting == id))
        {
            return;
        }
        sent.set(None);
        if desk.refusals.with_untracked(Vec::is_empty) {
            words.set(String::new());
            domain.set(None);
            quotable.set(false);
            desk.dialog.set(None);
        }
    });
    // What is asked for comes first.
    Effect::new(move |_| {
        if desk.dialog.get() == Some(Dialog::Entry) {
            tried.set(false);
            request_animation_frame(move || {
                if let Some(field) = field.get_untracked() {
                    // Fails for nothing that is in the page.
                    let _ = field.focus();
                }
            });
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(activity) = untrack(move || prompt(desk)) else {
            return;
        };
        if sent.get_untracked().is_some() {
            return;
        }
        desk.refusals.set(Vec::new());
        tried.set(true);
        sent.set(desk.send_step(Step::EnterIdea {
            activity,
            domain: domain.get_untracked(),
            words: words.get_untracked(),
            quotable: quotable.get_untracked(),
            source: if on_paper.get_untracked() {
                Entered::Paper
            } else {
                Entered::Spoken
            },
        }));
    };
    let domains = move || {
        desk.panel.with(|panel| {
            let options = panel.domains.iter().map(|known| {
                let id = known.id;
                view! {
                    <option value=id.to_string() selected=move || domain.get() == Some(id)>{known.name.clone()}</option>
                }
            });
            options.collect::<Vec<_>>()
        })
    };
    dialog(
        desk,
        Dialog::Entry,
        "entry-title",
        view! {
            <h2 id="entry-title">{Live::EnterAnIdea.text()}</h2>
            <p class="quiet" dir="auto">{question}</p>
            <form class="fields" on:submit=submit>
                <label class="labelled">
                    <span>{Live::TheirWords.text()}</span>
                    <textarea
                        node_ref=field
                        rows="3"
                        maxlength="1000"
                        dir="auto"
                        required
                        prop:value=words
                        on:input=move |event| words.set(event_target_value(&event))
                    ></textarea>
                </label>
                <label class="labelled">
                    <span>{Live::Domain.text()}</span>
                    <select on:change=move |event| domain.set(event_target_value(&event).parse().ok().map(DomainId))>
                        <option value="" selected=move || domain.get().is_none()>{Live::NoDomain.text()}</option>
                        {domains}
                    </select>
                </label>
                <fieldset class="labelled inline">
                    <legend>{Live::HowItCameIn.text()}</legend>
                    <label class="check">
                        <input type="radio" name="source" prop:checked=move || !on_paper.get() on:change=move |_| on_paper.set(false) />
                        <span>{Live::SpokenAloud.text()}</span>
                    </label>
                    <label class="check">
                        <input type="radio" name="source" prop:checked=on_paper on:change=move |_| on_paper.set(true) />
                        <span>{Live::OnPaper.text()}</span>
                    </label>
                </fieldset>
                <label class="check">
                    <input type="checkbox" prop:checked=quotable on:change=move |event| quotable.set(event_target_checked(&event)) />
                    <span>{Live::AgreedToBeQuoted.text()}<small>{Live::LeaveEmpty.text()}</small></span>
                </label>
                <p class="problem" role="alert">
                    {move || problem.get().map(|why| view! { <span class="notice wrong">{why}" "{Live::TypedIsStillHere.text()}</span> })}
                </p>
                <div class="dialog-foot">
                    <button type="button" on:click=move |_| desk.dialog.set(None)>{Live::Later.text()}</button>
                    <button type="submit" class="primary" aria-disabled=move || sent.get().is_some().to_string()>{Live::EnterTheIdea.text()}</button>
                </div>
            </form>
        },
    )
}

/// Whether what is on screen takes ideas.
pub(super) fn enters(desk: Desk) -> bool {
    let collects = |id| desk.activity(id).is_some_and(|item| item.collects());
    prompt(desk).is_some_and(collects)
}

/// The question on screen, or whose ideas are voted on there.
pub(super) fn prompt(desk: Desk) -> Option<ActivityId> {
    desk.focus().map(|focus| focus.prompt())
}
