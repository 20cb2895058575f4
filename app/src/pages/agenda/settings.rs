//! What concerns the whole panel: its title, its pace, and the end of a rehearsal.

use leptos::prelude::*;
use visioncast_model::Pace;

use super::{Desk, hidden};
use crate::{language::Sheet, paths};

pub(super) fn pace(desk: &Desk, pace: Pace, planned: bool) -> impl IntoView + use<> {
    let (now, offered) = match pace {
        Pace::Led => (Sheet::PaceLed, vec![("own", Sheet::LetOwnPace)]),
        Pace::Own if planned => (
            Sheet::PaceOwn,
            vec![("own", Sheet::OpenWhatIsPlanned), ("led", Sheet::LeadTheRoom)],
        ),
        Pace::Own => (Sheet::PaceOwn, vec![("led", Sheet::LeadTheRoom)]),
    };
    let buttons: Vec<_> = offered
        .into_iter()
        .map(|(value, words)| view! { <button type="submit" name="pace" value=value>{words.text()}</button> })
        .collect();
    view! {
        <details class="fold">
            <summary>{Sheet::Pace.text()}</summary>
            <p>{now.text()}</p>
            <p class="quiet">{Sheet::PaceHint.text()}</p>
            <form method="post" action=desk.action.clone() class="buttons">
                {hidden(desk, None)}
                <input type="hidden" name="do" value="pace" />
                {buttons}
            </form>
        </details>
    }
}

pub(super) fn rename(desk: &Desk, title: &str) -> impl IntoView + use<> {
    view! {
        <details class="fold">
            <summary>{Sheet::RenameThePanel.text()}</summary>
            <form method="post" action=desk.action.clone() class="fields">
                {hidden(desk, None)}
                <input type="hidden" name="do" value="rename" />
                <label class="labelled">
                    <span>{Sheet::TitleOfThePanel.text()}</span>
                    <input name="title" value=title.to_owned() maxlength="200" required />
                </label>
                <button type="submit">{Sheet::Rename.text()}</button>
            </form>
        </details>
    }
}

pub(super) fn wipe(code: &str) -> impl IntoView + use<> {
    view! {
        <details class="fold" id="wipe">
            <summary>{Sheet::WipeAndStart.text()}</summary>
            <form method="post" action=paths::wipe(code) class="fields">
                <p>{Sheet::WipeGoes.text()}</p>
                <p>{Sheet::WipeStays.text()}</p>
                <label class="check">
                    <input type="checkbox" name="sure" value="yes" required />
                    <span>{Sheet::WipeSure.text()}</span>
                </label>
                <button type="submit" class="grave">{Sheet::WipeAndStart.text()}</button>
            </form>
        </details>
    }
}
