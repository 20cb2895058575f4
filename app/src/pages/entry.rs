//! What comes in beside the phones: spoken aloud, or on paper.

use leptos::prelude::*;
use visioncast_model::{Activity, ActivityId, DomainId, IdeaId, Kind, view::ConsoleIdea};

use super::ideas::{Desk, hidden_fields};
use crate::escape::escaped;
use crate::language::{Live, Sheet};

/// An idea as it was typed and refused.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) activity: Option<ActivityId>,
    pub(super) words: String,
    pub(super) domain: Option<DomainId>,
    pub(super) quotable: bool,
}

pub(super) fn sources() -> impl IntoView {
    view! {
        <fieldset class="labelled inline">
            <legend>{Live::HowItCameIn.text()}</legend>
            <label class="check"><input type="radio" name="source" value="spoken" checked /><span>{Live::SpokenAloud.text()}</span></label>
            <label class="check"><input type="radio" name="source" value="paper" /><span>{Live::OnPaper.text()}</span></label>
        </fieldset>
    }
}

/// The form for one idea.
pub(super) fn enter_idea(desk: &Desk, begun: &[Activity], typed: Option<Typed>) -> impl IntoView + use<> {
    let prompts: Vec<&Activity> = begun
        .iter()
        .filter(|item| matches!(item.plan.kind, Kind::Prompt(_)))
        .collect();
    let open = typed.as_ref().is_some_and(|typed| !typed.words.is_empty());
    let typed = typed.unwrap_or_default();
    let wanted = typed.activity.or(desk.prompt);
    let questions: Vec<_> = prompts
        .iter()
        .map(|item| {
            view! { <option value=item.id.to_string() selected=Some(item.id) == wanted>{item.plan.title.clone()}</option> }
        })
        .collect();
    let domains: Vec<_> = desk
        .domains
        .iter()
        .map(|domain| {
            view! { <option value=domain.id.to_string() selected=Some(domain.id) == typed.domain>{domain.name.clone()}</option> }
        })
        .collect();
    (!prompts.is_empty()).then(|| {
        view! {
            <details class="fold" open=open>
                <summary>{Sheet::EnterPaperIdea.text()}</summary>
                <form method="post" action=desk.action.clone() class="fields">
                    {hidden_fields(desk, "enter_idea")}
                    <label class="labelled">
                        <span>{Sheet::Question.text()}</span>
                        <select name="activity" required>{questions}</select>
                    </label>
                    <label class="labelled">
                        <span>{Live::TheirWords.text()}</span>
                        <textarea name="words" dir="auto" rows="3" maxlength="1000" required inner_html=escaped(&typed.words)></textarea>
                    </label>
                    <label class="labelled">
                        <span>{Live::Domain.text()}</span>
                        <select name="domain"><option value="">{Live::NoDomain.text()}</option>{domains}</select>
                    </label>
                    {sources()}
                    <label class="check">
                        <input type="checkbox" name="quotable" value="yes" checked=typed.quotable />
                        <span>{Live::AgreedToBeQuoted.text()}<small>{Live::LeaveEmpty.text()}</small></span>
                    </label>
                    <button type="submit" class="primary">{Live::EnterTheIdea.text()}</button>
                </form>
            </details>
        }
    })
}

/// The form for one person's votes.
pub(super) fn enter_sheet(desk: &Desk, begun: &[Activity], ideas: &[(IdeaId, ConsoleIdea)]) -> impl IntoView + use<> {
    let votes: Vec<_> = begun
        .iter()
        .filter(|item| matches!(item.plan.kind, Kind::Judgement(_)) && Some(item.prompt()) == desk.prompt)
        .map(|item| view! { <option value=item.id.to_string()>{item.plan.title.clone()}</option> })
        .collect();
    let mut judged: Vec<&(IdeaId, ConsoleIdea)> = ideas.iter().filter(|(_, idea)| idea.hidden.is_none()).collect();
    judged.sort_by_key(|(_, idea)| idea.place);
    let can = !votes.is_empty() && !judged.is_empty();
    let lines: Vec<_> = judged
        .into_iter()
        .map(|(id, idea)| {
            let name = format!("choice-{id}");
            view! {
                <label class="sheet-line">
                    <span class="idea-place">{idea.place}</span>
                    <span class="words" dir="auto">{idea.words.clone().unwrap_or_else(|| Live::Erased.owned())}</span>
                    <select name=name>
                        <option value="">"–"</option>
                        <option value="agree">{Sheet::ChoiceAgree.text()}</option>
                        <option value="disagree">{Sheet::ChoiceDisagree.text()}</option>
                        <option value="pass">{Sheet::ChoicePass.text()}</option>
                    </select>
                </label>
            }
        })
        .collect();
    can.then(|| {
        view! {
            <details class="fold">
                <summary>{Sheet::EnterSheetOf.text()}</summary>
                <form method="post" action=desk.action.clone() class="fields">
                    {hidden_fields(desk, "enter_sheet")}
                    <label class="labelled">
                        <span>{Sheet::Vote.text()}</span>
                        <select name="activity" required>{votes}</select>
                    </label>
                    {sources()}
                    <p class="quiet">{Sheet::OneSheetIsOne.text()}</p>
                    <div class="sheet-lines">{lines}</div>
                    <button type="submit" class="primary">{Sheet::EnterTheSheet.text()}</button>
                </form>
            </details>
        }
    })
}
