//! Who somebody is, as far as they like to say.

use std::collections::BTreeSet;

use leptos::{prelude::*, wasm_bindgen::JsCast};
use visioncast_model::{
    Affiliation, Answer, ConstituencyId,
    view::{Me, OwnKey, OwnValue},
};
use web_sys::{HtmlFormElement, HtmlInputElement};

use super::{room::panel, session::Session};
use crate::{page::affiliation_value, paths};

const AFFILIATIONS: [(Affiliation, &str); 3] = [
    (Affiliation::Member, "A member"),
    (Affiliation::NonMember, "Not a member"),
    (Affiliation::Undisclosed, "Rather not say"),
];

/// The fields of the form, for those who join and for those who think again.
pub(crate) fn fields(groups: Vec<(ConstituencyId, String)>, me: Me, host: String) -> impl IntoView {
    let Me { constituencies, affiliation } = me;
    let group = move |(id, name): (ConstituencyId, String)| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    name="constituency"
                    value=id.to_string()
                    checked=constituencies.contains(&id)
                />
                {name}
            </label>
        }
    };
    let choice = move |(value, label): (Affiliation, &'static str)| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="affiliation"
                    value=affiliation_value(value)
                    checked=affiliation == Some(value)
                />
                {label}
            </label>
        }
    };
    view! {
        {(!groups.is_empty())
            .then(|| {
                view! {
                    <fieldset>
                        <legend>"Where do you come from?" <span class="note">" Any that fit, or none."</span></legend>
                        <div class="checks">{groups.into_iter().map(group).collect_view()}</div>
                    </fieldset>
                }
            })}
        <fieldset>
            <legend>{["In ", &host, ", you are"].concat()}</legend>
            <div class="checks row">{AFFILIATIONS.map(choice).into_iter().collect_view()}</div>
        </fieldset>
    }
}

/// The form, folded.
pub(super) fn fold(session: Session) -> impl IntoView {
    let (groups, host) = session.room.with_untracked(|room| {
        let Some(panel) = panel(room) else { return Default::default() };
        let groups = panel.constituencies.iter().map(|known| (known.id, known.name.clone())).collect();
        (groups, panel.host.clone())
    });
    let me = session.own.with_untracked(|own| match own.values.get(&OwnKey::Me) {
        Some(OwnValue::Me(me)) => me.clone(),
        _ => Me::default(),
    });
    let sent = RwSignal::new(false);
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(form) = event.target().and_then(|target| target.dyn_into().ok()) {
            session.submit(read(&form));
            sent.set(true);
        }
    };
    view! {
        <details class="fold">
            <summary>"About me"</summary>
            <form method="post" action=paths::answer(&session.code()) on:submit=save on:input=move |_| sent.set(false)>
                <input type="hidden" name="id" value=session.command.to_string() />
                <input type="hidden" name="kind" value="describe" />
                <p class="note">"It changes no weight: it helps to see who was in the room, and who was missing."</p>
                {fields(groups, me, host)}
                <p class="ways">
                    <button class="button">"Save"</button>
                    <span class="note" role="status">
                        {move || sent.get().then_some("Thank you, that is noted.")}
                    </span>
                </p>
            </form>
        </details>
    }
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
                affiliation = known.into_iter().find(|known| affiliation_value(*known) == value).or(affiliation);
            }
        }
    }
    Answer::Describe { constituencies, affiliation }
}
