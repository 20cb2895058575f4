//! Who somebody is, as far as they like to say.

use std::collections::BTreeSet;

use leptos::{ev::SubmitEvent, prelude::*, wasm_bindgen::JsCast};
use visioncast_model::{Affiliation, Answer, ConstituencyId, view::Me};
use web_sys::{HtmlFormElement, HtmlInputElement};

use super::session::Session;
use crate::{
    language::Say,
    page::affiliation_value,
    part::{Piece, any, on, text},
    paths,
};
#[cfg(feature = "ssr")]
use {
    super::room::panel,
    visioncast_model::view::{OwnKey, OwnValue},
};

const AFFILIATIONS: [(Affiliation, Say); 3] = [
    (Affiliation::Member, Say::Yes),
    (Affiliation::NonMember, Say::No),
    (Affiliation::Undisclosed, Say::RatherNotSay),
];

/// The fields of the form, for those who join and for those who think again.
pub(crate) fn fields(groups: Vec<(ConstituencyId, String)>, me: &Me) -> Piece {
    let field = |kind: &'static str, name: &'static str, value: String, checked: bool, label: String| {
        any(view! {
            <label class="check">
                <input type=kind name=name value=value checked=checked />
                {label}
            </label>
        })
    };
    let group = |(id, name): (ConstituencyId, String)| {
        field(
            "checkbox",
            "constituency",
            id.to_string(),
            me.constituencies.contains(&id),
            name,
        )
    };
    let choice = |(value, label): (Affiliation, Say)| {
        let checked = me.affiliation == Some(value);
        field(
            "radio",
            "affiliation",
            affiliation_value(value).to_owned(),
            checked,
            label.owned(),
        )
    };
    let none = groups.is_empty();
    any(view! {
        <fieldset hidden=none>
            <legend>{Say::WhereFrom.text()} " " <span class="note">{Say::AnyThatFit.text()}</span></legend>
            <div class="checks">{groups.into_iter().map(group).collect::<Vec<_>>()}</div>
        </fieldset>
        <fieldset>
            <legend>{Say::AreYouMember.text()}</legend>
            <div class="checks row">{AFFILIATIONS.into_iter().map(choice).collect::<Vec<_>>()}</div>
        </fieldset>
    })
}

/// The form, folded.
pub(super) fn fold(session: Session) -> impl IntoView {
    let sent = RwSignal::new(false);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(form) = event.target().and_then(|target| target.dyn_into().ok()) {
            session.submit(read(&form));
            sent.set(true);
        }
    };
    view! {
        <details class="fold">
            <summary>{Say::AboutMe.text()}</summary>
            <form method="post" action=paths::answer(&session.code()) on:submit=on(save) on:input=on(move |_| sent.set(false))>
                <input type="hidden" name="id" value=session.command.to_string() />
                <input type="hidden" name="kind" value="describe" />
                <p class="note">{Say::ChangesNoWeight.text()}</p>
                <div inner_html=written(session)></div>
                <p class="ways">
                    <button class="button">{Say::Save.text()}</button>
                    <span class="note" role="status">
                        {text(move || if sent.get() { Say::Noted.owned() } else { String::new() })}
                    </span>
                </p>
            </form>
        </details>
    }
}

/// The fields as HTML: they never change, so what a browser finds in its document need not be made there.
#[cfg(feature = "ssr")]
fn written(session: Session) -> String {
    let groups = session.room.with_untracked(|room| {
        let known = panel(room).map(|panel| panel.constituencies.as_slice());
        let known = known.unwrap_or_default().iter();
        known.map(|known| (known.id, known.name.clone())).collect()
    });
    let me = session.own.with_untracked(|own| match own.values.get(&OwnKey::Me) {
        Some(OwnValue::Me(me)) => me.clone(),
        _ => Me::default(),
    });
    fields(groups, &me).to_html()
}

#[cfg(not(feature = "ssr"))]
const fn written(_: Session) -> String {
    String::new()
}

fn read(form: &HtmlFormElement) -> Answer {
    let mut constituencies = BTreeSet::new();
    let mut affiliation = None;
    if let Ok(checked) = form.query_selector_all("input:checked") {
        for index in 0..checked.length() {
            let Some(field) = checked.get(index) else { continue };
            let value = field.unchecked_into::<HtmlInputElement>().value();
            if let Ok(number) = value.parse() {
                constituencies.insert(ConstituencyId(number));
            } else {
                let known = AFFILIATIONS.into_iter().map(|(known, _)| known);
                affiliation = known
                    .into_iter()
                    .find(|known| affiliation_value(*known) == value)
                    .or(affiliation);
            }
        }
    }
    Answer::Describe {
        constituencies,
        affiliation,
    }
}
