//! One person's answers to a survey, as they stand on paper.

use leptos::prelude::*;
use visioncast_model::{ItemId, Scale};

use super::{
    entry::sources,
    ideas::{Desk, hidden_fields},
};
use crate::{
    chart::shortened,
    instrument::fixed,
    language::Sheet,
    page::{Ideas, SurveySheet},
    paths,
};

/// The longest title of a survey in its link, in characters.
const LINK: usize = 60;

/// The surveys that a sheet can be entered for, and the form of the one that was chosen.
pub(super) fn sheets(desk: &Desk, page: &Ideas) -> Option<impl IntoView + use<>> {
    let here = paths::ideas(&page.code);
    let chosen = page.sheet.as_ref().map(|sheet| sheet.activity);
    let links: Vec<_> = page
        .surveys
        .iter()
        .map(|(id, title)| {
            let current = (chosen == Some(*id)).then_some("page");
            let address = format!("{here}?survey={id}#sheet");
            view! { <li><a href=address aria-current=current>{shortened(title, LINK)}</a></li> }
        })
        .collect();
    let form = page.sheet.as_ref().map(|sheet| form(desk, sheet));
    (!links.is_empty()).then(|| {
        view! {
            <details class="fold" id="sheet" open=chosen.is_some()>
                <summary>{Sheet::EnterAnswersOf.text()}</summary>
                <nav aria-label=Sheet::Surveys.text()><ul class="tabs">{links}</ul></nav>
                {form}
            </details>
        }
    })
}

fn form(desk: &Desk, sheet: &SurveySheet) -> impl IntoView + use<> {
    let options = fixed(&sheet.scale);
    let lines: Vec<_> = sheet
        .items
        .iter()
        .map(|(item, text)| line(sheet, &options, *item, text))
        .collect();
    let hint = match &sheet.scale {
        Scale::Ranking { .. } => Sheet::RankingSheetHint,
        _ => Sheet::SurveySheetHint,
    };
    view! {
        <form method="post" action=desk.action.clone() class="fields">
            {hidden_fields(desk, "enter_marks")}
            <input type="hidden" name="activity" value=sheet.activity.to_string() />
            <input type="hidden" name="survey" value=sheet.activity.to_string() />
            <p class="question" dir="auto">{sheet.question.clone()}</p>
            {sources()}
            <p class="quiet">{hint.text()}</p>
            <div class="sheet-lines">{lines}</div>
            <button type="submit" class="primary">{Sheet::EnterTheSheet.text()}</button>
        </form>
    }
}

fn line(sheet: &SurveySheet, options: &[String], item: ItemId, text: &str) -> impl IntoView + use<> {
    let name = format!("mark-{item}");
    let typed = sheet.typed.get(&item).cloned().unwrap_or_default();
    let choices = |chosen: Option<u8>| {
        let choices = (0_u8..).zip(options).map(|(place, option)| {
            view! { <option value=place.to_string() selected=chosen == Some(place)>{option.clone()}</option> }
        });
        choices.collect::<Vec<_>>()
    };
    let select = |label: String, chosen: Option<u8>| {
        view! {
            <select name=name.clone() aria-label=label>
                <option value="">"–"</option>
                {choices(chosen)}
            </select>
        }
    };
    let fields = match &sheet.scale {
        Scale::Ranking { most, .. } => (0..usize::from(*most))
            .map(|place| select(format!("{text}: {}", place + 1), typed.get(place).copied()).into_any())
            .collect::<Vec<_>>(),
        Scale::Choice { several: true, .. } => (0_u8..)
            .zip(options)
            .map(|(place, option)| {
                view! {
                    <label class="check">
                        <input type="checkbox" name=name.clone() value=place.to_string() checked=typed.contains(&place) />
                        <span>{option.clone()}</span>
                    </label>
                }
                .into_any()
            })
            .collect(),
        _ => vec![select(text.to_owned(), typed.first().copied()).into_any()],
    };
    view! {
        <div class="sheet-line survey-line">
            <span dir="auto">{text.to_owned()}</span>
            <div class="sheet-fields">{fields}</div>
        </div>
    }
}
