use leptos::prelude::*;
use visioncast_model::LINE_CHARS;

use super::staff_head::{Here, staff_head};
use crate::{
    language::Desk,
    page::{Proposal, ThemeProposals},
    paths,
};

/// See [`ThemeProposals`].
pub fn proposals_page(page: ThemeProposals) -> impl IntoView {
    let here = format!("{}?prompt={}", paths::theme_proposals(&page.code), page.prompt);
    let back = format!("{}?prompt={}", paths::themes(&page.code), page.prompt);
    let nothing = match (page.handfuls, page.proposals.is_empty()) {
        (0, _) => Some(Desk::NobodySorted),
        (_, true) => Some(Desk::NothingProposed),
        _ => None,
    };
    let cards: Vec<_> = page
        .proposals
        .iter()
        .enumerate()
        .map(|(place, proposal)| card(&page, place, proposal))
        .collect();
    let several = cards.len() > 1;
    let all = several.then(|| {
        view! {
            <form method="post" action=paths::theme_proposals(&page.code)>
                {fixed(&page)}
                <button type="submit" name="do" value="make_all">{Desk::MakeAllThemes.text()}</button>
            </form>
        }
    });
    let left = (page.left > 0 && !page.proposals.is_empty())
        .then(|| view! { <p class="quiet">{Desk::InNoProposal.count(page.left as u32)}</p> });
    view! {
        {staff_head(&page.code, &page.title, Here::Themes)}
        <main class="sheet themes">
            <h1>{Desk::Proposals.text()}</h1>
            <p class="question" dir="auto">{page.question.clone()}</p>
            <p><a href=back>{Desk::BackToTheDesk.text()}</a>" · "<a href=here>{Desk::LookAgain.text()}</a></p>
            {page.refused.clone().map(|why| view! { <p class="notice wrong" role="alert">{why}</p> })}
            {(page.handfuls > 0).then(|| view! { <p>{Desk::HandfulsSorted.count(page.handfuls as u32)}</p> })}
            {nothing.map(|nothing| view! { <p class="empty">{nothing.text()}</p> })}
            {all}
            <div class="theme-desk">{cards}</div>
            {left}
        </main>
    }
}

fn fixed(page: &ThemeProposals) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="id" value=page.command.to_string() />
        <input type="hidden" name="prompt" value=page.prompt.to_string() />
    }
}

fn card(page: &ThemeProposals, place: usize, proposal: &Proposal) -> impl IntoView + use<> {
    let title = format!("proposal-{place}");
    let ideas: Vec<_> = proposal
        .ideas
        .iter()
        .map(|(id, words, firmly)| {
            let firmly = firmly.map(|firmly| {
                let share = (firmly * 100.0).round();
                view! { <span class="quiet firmly">{Desk::Firmly.with(&[("share", share)])}</span> }
            });
            view! {
                <li>
                    <input type="hidden" name="all" value=id.to_string() />
                    <label class="check">
                        <input type="checkbox" name="idea" value=id.to_string() checked=true />
                        <span class="words" dir="auto">{words.clone()}</span>
                        {firmly}
                    </label>
                </li>
            }
        })
        .collect();
    let share = f64::from(proposal.together) / f64::from(proposal.seen.max(1));
    let kept = Desk::KeptTogether.with(&[("seen", proposal.seen), ("together", proposal.together)]);
    let named = proposal.name.as_ref().map(|(name, many)| {
        let said = Desk::ProposedName.count_with(*many as u32, &[("name", name.clone()), ("count", many.to_string())]);
        view! { <p class="quiet" dir="auto">{said}</p> }
    });
    let name = proposal.name.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
    view! {
        <section class="theme" aria-labelledby=title.clone()>
            <form method="post" action=paths::theme_proposals(&page.code) class="fields">
                {fixed(page)}
                <label class="labelled">
                    <span id=title.clone()>{Desk::ThemeName.text()}</span>
                    <input type="text" name="name" dir="auto" maxlength=LINE_CHARS.to_string() value=name />
                </label>
                {named}
                <progress class="agreement" max="1" value=format!("{share:.3}") aria-hidden="true"></progress>
                <p>{kept}</p>
                <p class="quiet">{Desk::UntickWhatNot.text()}</p>
                <ul class="theme-ideas">{ideas}</ul>
                <div class="theme-buttons">
                    <button type="submit" name="do" value="make" class="primary">{Desk::MakeItATheme.text()}</button>
                    <button type="submit" name="do" value="discard">{Desk::NotThisOne.text()}</button>
                </div>
            </form>
        </section>
    }
}
