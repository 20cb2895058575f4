//! The fields of a form, each with its label, its hint, and what was typed.

use leptos::prelude::*;

use crate::{draft::Draft, escape::escaped, language::Sheet};

/// A form in the making.
pub(super) struct Form<'a> {
    pub(super) draft: &'a Draft,
    /// The field that was refused.
    pub(super) wrong: Option<&'static str>,
}

/// What a field is called, and a line on it.
pub(super) type Label = (Sheet, Option<Sheet>);

impl Form<'_> {
    fn is_wrong(&self, name: &str) -> bool {
        self.wrong == Some(name)
    }

    /// A text on one line.
    pub(super) fn line(&self, name: &str, (label, hint): Label, required: bool) -> AnyView {
        let wrong = self.is_wrong(name);
        view! {
            <label class="labelled">
                <span>{label.text()}</span>
                <input
                    name=name.to_owned()
                    value=self.draft.text(name).to_owned()
                    maxlength="200"
                    dir="auto"
                    required=required
                    aria-invalid=wrong.then_some("true")
                    autofocus=wrong
                />
                {small(hint)}
            </label>
        }
        .into_any()
    }

    /// A text on so many lines.
    pub(super) fn area(&self, name: &str, (label, hint): Label, rows: u8, limit: Option<usize>) -> AnyView {
        let wrong = self.is_wrong(name);
        view! {
            <label class="labelled">
                <span>{label.text()}</span>
                <textarea
                    name=name.to_owned()
                    rows=rows.to_string()
                    maxlength=limit.map(|limit| limit.to_string())
                    dir="auto"
                    required=name == "question"
                    aria-invalid=wrong.then_some("true")
                    autofocus=wrong
                    inner_html=escaped(self.draft.text(name))
                ></textarea>
                {small(hint)}
            </label>
        }
        .into_any()
    }

    /// A number in a range. Typed as text: what is no number comes back as it was typed.
    pub(super) fn number(&self, name: &'static str, (label, hint): Label) -> AnyView {
        let wrong = self.is_wrong(name);
        view! {
            <label class="labelled short">
                <span>{label.text()}</span>
                <input
                    name=name
                    inputmode="numeric"
                    value=self.draft.text(name).to_owned()
                    maxlength="6"
                    aria-invalid=wrong.then_some("true")
                    autofocus=wrong
                />
                {small(hint)}
            </label>
        }
        .into_any()
    }

    /// A box to tick, one of several of that name.
    pub(super) fn tick(&self, name: &'static str, value: String, words: String) -> AnyView {
        let checked = self.draft.has(name, &value);
        view! {
            <label class="check">
                <input type="checkbox" name=name value=value checked=checked />
                <span>{words}</span>
            </label>
        }
        .into_any()
    }

    /// One of a list: what a form calls each, and what people call it.
    pub(super) fn choice(&self, name: &'static str, label: Sheet, options: Vec<(String, String)>) -> AnyView {
        let options: Vec<_> = options
            .into_iter()
            .map(|(value, words)| {
                let selected = self.draft.text(name) == value;
                view! { <option value=value selected=selected>{words}</option> }
            })
            .collect();
        view! {
            <label class="labelled">
                <span>{label.text()}</span>
                <select name=name>{options}</select>
            </label>
        }
        .into_any()
    }
}

pub(super) fn small(hint: Option<Sheet>) -> impl IntoView {
    hint.map(|hint| view! { <small>{hint.text()}</small> })
}
