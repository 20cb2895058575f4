use leptos::prelude::*;
use visioncast_model::Part;

use super::shape;
use crate::{escape::escaped, language::Sheet, page::FrameworkDesk};

/// What a field looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One line: Enter saves.
    Line,
    /// As many as the words need.
    Words,
}

/// A text that stands for itself, under its label.
pub(super) fn labelled(desk: &FrameworkDesk, part: Part, label: Sheet, hint: Option<Sheet>) -> impl IntoView + use<> {
    let (control, refusal) = field(
        desk,
        part.name(),
        None,
        desk.framework.part(part),
        part.longest(),
        shape(part),
    );
    let hint = hint.map(|hint| view! { <small>{hint.text()}</small> });
    view! {
        <label class="labelled"><span>{label.text()}</span>{control}{hint}</label>
        {refusal}
    }
}

/// A field, and below it why what was typed into it was not taken.
pub(super) fn field(
    desk: &FrameworkDesk,
    key: &str,
    label: Option<String>,
    words: &str,
    longest: usize,
    shape: Shape,
) -> (AnyView, AnyView) {
    let refused = desk.refused.iter().find(|refused| refused.key == key);
    let words = refused.map_or(words, |refused| refused.typed.as_str()).to_owned();
    let (name, longest) = (key.to_owned(), longest.to_string());
    let why = format!("why-{key}");
    let described = refused.is_some().then(|| why.clone());
    let invalid = refused.is_some().then_some("true");
    let first = desk.refused.first().is_some_and(|refused| refused.key == key);
    let here = first || (desk.refused.is_empty() && desk.at == key);
    let control = match shape {
        Shape::Line => view! {
            <input class="words" name=name value=words maxlength=longest dir="auto" autocomplete="off"
                aria-label=label aria-invalid=invalid aria-describedby=described autofocus=here />
        }
        .into_any(),
        Shape::Words => view! {
            <textarea class="words" name=name rows="2" maxlength=longest dir="auto"
                aria-label=label aria-invalid=invalid aria-describedby=described autofocus=here
                inner_html=escaped(&words)></textarea>
        }
        .into_any(),
    };
    let refusal = refused.map(|refused| {
        let newer = refused.newer.clone().map(|newer| {
            view! { <p>{Sheet::ByNowItReads.text()}" "<q class="words" dir="auto">{newer}</q></p> }
        });
        view! {
            <div class="refusal" id=why>
                <p>{refused.why.clone()}</p>
                {newer}
            </div>
        }
    });
    (control, refusal.into_any())
}

/// A button of the form, which saves what was typed and then does `what`.
pub(super) fn button(
    desk: &FrameworkDesk,
    what: String,
    words: &'static str,
    label: String,
    off: bool,
) -> impl IntoView + use<> {
    let here = desk.refused.is_empty() && desk.at == what && !off;
    view! {
        <button type="submit" name="do" value=what class="small" aria-label=label.clone() title=label disabled=off autofocus=here>
            {words}
        </button>
    }
}
