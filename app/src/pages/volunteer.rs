use leptos::prelude::*;

use super::form::problem_line;
use crate::{
    language::{Live, Sheet},
    page::{Volunteer, VolunteerDone, VolunteerForm},
    paths,
};

/// See [`Volunteer`].
pub fn volunteer_page(page: Volunteer) -> impl IntoView {
    let action = paths::volunteer(&page.code);
    let head = view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{page.title.clone()}</p>
            <nav aria-label=Live::ThisPanel.text()><a href=paths::panel(&page.code)>{Sheet::BackToThePanel.text()}</a></nav>
        </header>
    };
    let body = match page.done.clone() {
        Some(VolunteerDone::Joined { code }) => joined(code, &page.code).into_any(),
        Some(VolunteerDone::Gone) => gone(&page.code).into_any(),
        None => forms(page, action).into_any(),
    };
    view! {
        {head}
        <main class="sheet">{body}</main>
    }
}

fn joined(removal: String, code: &str) -> impl IntoView + use<> {
    view! {
        <h1>{Sheet::ThankYouForHelping.text()}</h1>
        <p class="question">{Sheet::OnTheList.text()}</p>
        <div class="notice" role="status">
            <div>
                <p>{Sheet::RemovalCodeText.text()}</p>
                <p class="removal-code">{removal}</p>
            </div>
        </div>
        <p class="quiet">{Sheet::NoNeedToReload.text()}</p>
        <a class="button primary" href=paths::panel(code)>{Sheet::BackToThePanel.text()}</a>
    }
}

fn gone(code: &str) -> impl IntoView + use<> {
    view! {
        <h1>{Sheet::OffTheList.text()}</h1>
        <p class="question">{Sheet::OffTheListText.text()}</p>
        <a class="button primary" href=paths::panel(code)>{Sheet::BackToThePanel.text()}</a>
    }
}

fn forms(page: Volunteer, action: String) -> impl IntoView {
    let Volunteer {
        entry,
        host,
        domains,
        steps,
        contact,
        name,
        consent,
        agreed,
        kept,
        problem,
        ..
    } = page;
    let (joining, leaving) = match problem {
        Some((VolunteerForm::Join, why)) => (Some(why), None),
        Some((VolunteerForm::Leave, why)) => (None, Some(why)),
        None => (None, None),
    };
    let leave_open = leaving.is_some();
    let typed = leaving.as_ref().map(|_| contact.clone()).unwrap_or_default();
    let contact = if leave_open { String::new() } else { contact };
    let wrong = joining.as_ref().map(|_| "true");
    let boxes = |field: &'static str, all: Vec<(u16, String, bool)>| -> Vec<_> {
        all.into_iter()
            .map(|(number, label, ticked)| {
                view! {
                    <label class="check">
                        <input type="checkbox" name=field value=number.to_string() checked=ticked />
                        <span>{label}</span>
                    </label>
                }
            })
            .collect()
    };
    let (some_domains, some_steps) = (!domains.is_empty(), !steps.is_empty());
    let (domains, steps) = (boxes("domain", domains), boxes("step", steps));
    view! {
        <h1>{Sheet::HelpToCarryIt.text()}</h1>
        <p class="question">{Sheet::VolunteersWanted.with(&[("host", host)])}</p>
        {problem_line(joining)}
        <form method="post" action=action.clone() class="fields">
            <input type="hidden" name="do" value="join" />
            <input type="hidden" name="entry" value=entry />
            <label class="labelled">
                <span>{Sheet::ContactLabel.text()}</span>
                <input name="contact" value=contact maxlength="300" autocomplete="email" autocapitalize="none" spellcheck="false" required aria-invalid=wrong />
            </label>
            <label class="labelled">
                <span>{Sheet::NameIfYouLike.text()}</span>
                <input name="name" value=name maxlength="100" autocomplete="name" />
            </label>
            {some_domains.then(|| view! {
                <fieldset class="labelled"><legend>{Sheet::WhereYouWouldHelp.text()}</legend><div class="columns">{domains}</div></fieldset>
            })}
            {some_steps.then(|| view! {
                <fieldset class="labelled"><legend>{Sheet::WithWhat.text()}</legend><div class="columns">{steps}</div></fieldset>
            })}
            <label class="check consent">
                <input type="checkbox" name="consent" value="yes" checked=agreed required />
                <span>{consent}<small>{kept}</small></span>
            </label>
            <button type="submit" class="primary">{Sheet::SignUp.text()}</button>
        </form>
        <details class="fold leave" open=leave_open>
            <summary>{Sheet::LeaveTheListAgain.text()}</summary>
            {problem_line(leaving)}
            <form method="post" action=action class="fields">
                <input type="hidden" name="do" value="leave" />
                <label class="labelled">
                    <span>{Sheet::ContactGiven.text()}</span>
                    <input name="contact" value=typed maxlength="300" autocapitalize="none" spellcheck="false" required />
                </label>
                <label class="labelled">
                    <span>{Sheet::CodeShown.text()}</span>
                    <input name="code" maxlength="40" autocapitalize="characters" spellcheck="false" autocomplete="off" required />
                </label>
                <button type="submit">{Sheet::LeaveTheList.text()}</button>
            </form>
        </details>
    }
}
