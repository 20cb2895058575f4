use leptos::{
    ev::{Event, SubmitEvent},
    html,
    prelude::*,
    wasm_bindgen::JsCast,
};
use visioncast_model::{
    ActivityId, Answer, DomainId, IDEA_CHARS, Rejection, TextError, checked_words,
    view::{OwnValue, PhoneKind, ShownIdea},
};
use web_sys::{HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::{
    domain::idea,
    fill::forms,
    heading::heading,
    input,
    room::{activity, newest, panel, translation},
    session::Session,
};
use crate::{
    browser::Draft,
    escape::escaped,
    language::{Say, refusal},
    page::Flash,
    part::{Piece, any, effect, flag, nothing, on, part, text},
    paths,
};

/// So many characters before the end, the phone says how many are left.
const NEAR: usize = 150;

/// Answering a question in one's own words.
pub(super) fn write(session: Session, id: ActivityId) -> impl IntoView {
    let (first, why) = refused(session, id);
    let asks = session.room.with_untracked(|room| {
        activity(room, id).is_some_and(|activity| matches!(activity.kind, PhoneKind::Prompt { asks: true, .. }))
    });
    let left = RwSignal::new(remaining(&first.words));
    let problem = RwSignal::new(why);
    let form = NodeRef::<html::Form>::new();
    let keep = move |typed: Draft| {
        typed.keep(&session.code(), id);
        let blank = typed.is_blank();
        if blank == (session.typing.get_untracked() == Some(id)) {
            session.typing.set((!blank).then_some(id));
        }
        left.set(remaining(&typed.words));
    };
    effect(move || {
        session.refilled.track();
        if let Some(form) = form.get() {
            keep(adopt(session, id, &form));
        }
    });
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(form) = form.get_untracked() else { return };
        let Draft {
            words,
            domain,
            quotable,
        } = read(&form);
        match checked_words(&words, IDEA_CHARS) {
            Ok(words) => {
                session.submit(Answer::AddIdea {
                    activity: id,
                    domain,
                    words,
                    quotable,
                });
                let next = Draft {
                    domain,
                    ..Draft::default()
                };
                fill(&form, &next);
                keep(next);
                problem.set(String::new());
            }
            Err(error) => {
                problem.set(match error {
                    TextError::Empty => Say::WriteFirst.owned(),
                    error => refusal(&Rejection::from(error)),
                });
                focus_words(&form);
            }
        }
    };
    let words_id = move || "words-".to_owned() + &id.to_string();
    let closed = move || !session.takes(id);
    let typing = on(move |_: Event| {
        if let Some(form) = form.get_untracked() {
            keep(read(&form));
        }
    });
    let note = move || {
        if !closed() {
            return nothing();
        }
        let text = if session.is_typing() {
            Say::ClosedTyping
        } else {
            Say::ClosedThanks
        };
        any(view! { <p class="note">{text.text()}</p> })
    };
    view! {
        <article class="stage">
            {heading(session, id)} {part(move || probes(session, id))}
            <form
                node_ref=form
                class="compose"
                method="post"
                action=paths::answer(&session.code())
                hidden=flag(move || closed() && !session.is_typing())
                on:submit=on(send)
                on:input=typing
            >
                <input type="hidden" name="id" value=session.command.to_string() />
                <input type="hidden" name="kind" value="idea" />
                <input type="hidden" name="activity" value=id.to_string() />
                <label class="aside" for=words_id()>
                    {Say::YourAnswer.text()}
                </label>
                <div>
                    <textarea
                        id=words_id()
                        class="field words"
                        name="words"
                        rows="4"
                        placeholder=Say::InYourOwnWords.text()
                        inner_html=escaped(&first.words)
                    ></textarea>
                    <p class="problem" role="alert">
                        {text(move || problem.get())}
                    </p>
                    <p class="note">{text(move || left.get())}</p>
                </div>
                {part(move || domains(session, id, first.domain))}
                <div class="actions">
                    <label class="check">
                        <input type="checkbox" name="quotable" value="yes" checked=first.quotable />
                        {Say::MayQuoteThis.text()}
                    </label>
                    <button class="button primary" disabled=flag(closed)>
                        {Say::Send.text()}
                    </button>
                </div>
            </form>
            {part(note)} {part(move || input::of(session, id))} {asks.then(|| forms(session, id))}
            {part(move || from_the_room(session, id))}
        </article>
    }
}

/// What the form that led here brought, and why it was not taken.
fn refused(session: Session, id: ActivityId) -> (Draft, String) {
    match session.flash.get_untracked() {
        Some(Flash::Refused {
            why,
            activity,
            words,
            domain,
            quotable,
        }) if activity == Some(id) => (
            Draft {
                words,
                domain,
                quotable,
            },
            why,
        ),
        _ => (Draft::default(), String::new()),
    }
}

/// All that was typed for this question: on this page, before it came to life too, and earlier on this phone.
fn adopt(session: Session, id: ActivityId, form: &HtmlFormElement) -> Draft {
    let typed = read(form);
    let kept = Draft::load(&session.code(), id).unwrap_or_default();
    let sent = session.own.with_untracked(|own| {
        own.values.values().any(|value| match value {
            OwnValue::Idea(idea) => idea.activity == id && idea.words.as_deref() == Some(kept.words.trim()),
            _ => false,
        })
    });
    if sent {
        return typed;
    }
    let all = kept.with(typed.clone());
    if all != typed {
        fill(form, &all);
    }
    all
}

fn read(form: &HtmlFormElement) -> Draft {
    Draft {
        words: field::<HtmlTextAreaElement>(form, "words")
            .map(|field| field.value())
            .unwrap_or_default(),
        domain: field::<HtmlSelectElement>(form, "domain")
            .and_then(|field| field.value().parse().ok())
            .map(DomainId),
        quotable: field::<HtmlInputElement>(form, "quotable").is_some_and(|field| field.checked()),
    }
}

fn fill(form: &HtmlFormElement, draft: &Draft) {
    if let Some(field) = field::<HtmlTextAreaElement>(form, "words") {
        field.set_value(&draft.words);
    }
    if let Some(field) = field::<HtmlSelectElement>(form, "domain") {
        field.set_value(&draft.domain.map(|domain| domain.to_string()).unwrap_or_default());
    }
    if let Some(field) = field::<HtmlInputElement>(form, "quotable") {
        field.set_checked(draft.quotable);
    }
}

fn focus_words(form: &HtmlFormElement) {
    if let Some(field) = field::<HtmlTextAreaElement>(form, "words") {
        // Fails for no element that is there.
        let _ = field.focus();
    }
}

/// The control of that name.
fn field<T: JsCast>(form: &HtmlFormElement, name: &str) -> Option<T> {
    let field = form.query_selector(&["[name=", name, "]"].concat()).ok()??;
    Some(field.unchecked_into())
}

fn remaining(words: &str) -> String {
    let typed = words.trim().chars().count();
    if typed > IDEA_CHARS {
        Say::CharactersTooMany.count((typed - IDEA_CHARS) as u32)
    } else if typed + NEAR > IDEA_CHARS {
        Say::CharactersLeft.count((IDEA_CHARS - typed) as u32)
    } else {
        String::new()
    }
}

/// Questions that help, folded.
fn probes(session: Session, id: ActivityId) -> Piece {
    let probes = session.room.with(|room| {
        let known = activity(room, id);
        let here = known.and_then(translation);
        match known.map(|known| &known.kind) {
            Some(PhoneKind::Prompt { probes, .. }) => match here {
                Some(here) if here.probes.len() == probes.len() => here.probes.clone(),
                _ => probes.clone(),
            },
            _ => Vec::new(),
        }
    });
    if probes.is_empty() {
        return nothing();
    }
    any(view! {
        <details class="probes">
            <summary>{Say::WhereToBegin.text()}</summary>
            <ul>{probes.into_iter().map(|probe| any(view! { <li>{probe}</li> })).collect::<Vec<_>>()}</ul>
        </details>
    })
}

/// The domains to choose from; where there is but one, it is said and sent.
fn domains(session: Session, id: ActivityId, chosen: Option<DomainId>) -> Piece {
    let mut offered: Vec<(String, String)> = session.room.with(|room| {
        let all = panel(room).map(|panel| panel.domains.as_slice()).unwrap_or_default();
        let only = match activity(room, id).map(|activity| &activity.kind) {
            Some(PhoneKind::Prompt { domains, .. }) => domains.as_slice(),
            _ => &[],
        };
        let offered = all.iter().filter(|domain| only.is_empty() || only.contains(&domain.id));
        offered
            .map(|domain| (domain.id.to_string(), domain.name.clone()))
            .collect()
    });
    if offered.is_empty() {
        return nothing();
    }
    if offered.len() > 1 {
        offered.insert(0, (String::new(), Say::Anything.owned()));
    }
    let chosen = chosen.map(|chosen| chosen.to_string());
    let option = |(id, name): (String, String)| {
        let selected = chosen.as_ref() == Some(&id);
        any(view! {
            <option value=id selected=selected>
                {name}
            </option>
        })
    };
    any(view! {
        <label class="domain-choice">
            {Say::About.text()} <select class="field" name="domain">{offered.into_iter().map(option).collect::<Vec<_>>()}</select>
        </label>
    })
}

/// The newest ideas of all.
fn from_the_room(session: Session, id: ActivityId) -> Piece {
    let ideas = session.room.with(|room| newest(room, id).to_vec());
    if ideas.is_empty() {
        return nothing();
    }
    let line = |shown: ShownIdea| any(view! { <li>{idea(session, Some(shown.words), shown.domain)}</li> });
    any(view! {
        <section class="ideas">
            <h2>{Say::NewFromTheRoom.text()}</h2>
            <ul>{ideas.into_iter().map(line).collect::<Vec<_>>()}</ul>
        </section>
    })
}
