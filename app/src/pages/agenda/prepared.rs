//! The prepared instruments, to put on the agenda with one click.

use leptos::prelude::*;

use super::{Desk, hidden};
use crate::{
    language::{Live, Sheet},
    page::{Group, Prepared},
};

pub(super) fn prepared(desk: &Desk, all: &[Prepared], open: bool) -> impl IntoView + use<> {
    let groups: Vec<_> = Group::ALL
        .into_iter()
        .map(|group| {
            let rows: Vec<_> = all
                .iter()
                .filter(|one| one.group == group)
                .map(|one| row(desk, one))
                .collect();
            view! {
                <section class="prepared-group">
                    <h3>{group.name().text()}</h3>
                    <ul>{rows}</ul>
                </section>
            }
        })
        .collect();
    view! {
        <details class="fold additions" open=open>
            <summary><h2>{Sheet::AddToTheAgenda.text()}</h2></summary>
            <p class="quiet">{Sheet::PreparedHint.text()}</p>
            <div class="prepared">{groups}</div>
        </details>
    }
}

fn row(desk: &Desk, one: &Prepared) -> impl IntoView + use<> {
    let sources = if one.takes_themes { &desk.prompts } else { &desk.sources };
    let lacking = if !one.fits {
        Some(Sheet::FrameworkHasNone)
    } else if one.takes_ideas && sources.is_empty() {
        Some(Sheet::NeedsAQuestion)
    } else {
        None
    };
    let label = Sheet::AddNamed.with(&[("name", one.name.clone())]);
    let sources = one.takes_ideas.then(|| {
        let options: Vec<_> = sources
            .iter()
            .map(|(id, title)| view! { <option value=id.to_string()>{title.clone()}</option> })
            .collect();
        view! {
            <label class="labelled">
                <span class="aside">{Sheet::OnWhatWasWritten.text()}</span>
                <select name="of">{options}</select>
            </label>
        }
    });
    let form = lacking.is_none().then(|| {
        view! {
            <form method="post" action=desk.action.clone()>
                {hidden(desk, None)}
                <input type="hidden" name="instrument" value=one.key.clone() />
                {sources}
                <button type="submit" name="do" value="prepared" class="small" aria-label=label>{Sheet::Add.text()}</button>
            </form>
        }
    });
    view! {
        <li class="prepared-one">
            <div>
                <p><strong>{one.name.clone()}</strong>" "<span class="quiet">{Live::Minutes.count(one.minutes.into())}</span></p>
                <p class="quiet">{one.about.clone()}</p>
                {lacking.map(|lacking| view! { <p class="prepared-lack">{lacking.text()}</p> })}
            </div>
            {form}
        </li>
    }
}
