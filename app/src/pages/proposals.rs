use leptos::prelude::*;
use visioncast_model::{Accord, LINE_CHARS};

use super::staff_head::{Here, staff_head};
use crate::{
    language::Desk,
    page::{Proposal, ThemeProposals},
    paths,
    sorting::{named, quoted},
};

/// From which share of times in one pile on a group is firm, and fair.
const FIRM: f64 = 0.75;
const FAIR: f64 = 0.5;

/// See [`ThemeProposals`].
pub fn proposals_page(page: ThemeProposals) -> impl IntoView {
    let here = format!("{}?prompt={}", paths::theme_proposals(&page.code), page.prompt);
    let still = format!("{here}&still=yes");
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
    let all = (cards.len() > 1).then(|| everything(&page));
    let left = (page.left > 0 && !page.proposals.is_empty())
        .then(|| view! { <p class="quiet">{Desk::InNoProposal.count(page.left as u32)}</p> });
    let accord = match page.accord {
        None => Desk::AccordUnknown,
        Some(Accord::Hardly) => Desk::AccordHardly,
        Some(Accord::Partly) => Desk::AccordPartly,
        Some(Accord::Mostly) => Desk::AccordMostly,
        Some(Accord::Closely) => Desk::AccordClosely,
    };
    let pace = match (page.sorting, page.follows) {
        (true, true) => view! {
            <p class="notice">{Desk::Follows.text()}" "<a href=still>{Desk::HoldStill.text()}</a></p>
        }
        .into_any(),
        (true, false) => view! { <p><a href=here>{Desk::FollowAgain.text()}</a></p> }.into_any(),
        (false, _) => view! { <p><a href=here>{Desk::LookAgain.text()}</a></p> }.into_any(),
    };
    view! {
        {staff_head(&page.code, &page.title, Here::Themes)}
        <main class="sheet themes">
            <h1>{Desk::Proposals.text()}</h1>
            <p class="question" dir="auto">{page.question.clone()}</p>
            <p><a href=back>{Desk::BackToTheDesk.text()}</a></p>
            {pace}
            {page.refused.clone().map(|why| view! { <p class="notice wrong" role="alert">{why}</p> })}
            {(page.handfuls > 0).then(|| view! {
                <p>{Desk::HandfulsSorted.count(page.handfuls as u32)}" "{accord.text()}</p>
            })}
            {nothing.map(|nothing| view! { <p class="empty">{nothing.text()}</p> })}
            {all}
            <div class="theme-desk">{cards}</div>
            {left}
        </main>
    }
}

/// What every form of this page says.
fn fixed(page: &ThemeProposals) -> impl IntoView + use<> {
    let still = (page.sorting && !page.follows).then(|| view! { <input type="hidden" name="still" value="yes" /> });
    view! {
        <input type="hidden" name="id" value=page.command.to_string() />
        <input type="hidden" name="prompt" value=page.prompt.to_string() />
        {still}
    }
}

/// All that is proposed, as it stands here: it comes back with the form, whatever has been sorted meanwhile.
fn everything(page: &ThemeProposals) -> AnyView {
    let sets: Vec<_> = page
        .proposals
        .iter()
        .map(|proposal| {
            let ideas: Vec<String> = proposal.ideas.iter().map(|idea| idea.idea.to_string()).collect();
            let name = proposal.name.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
            let into = proposal
                .into
                .as_ref()
                .map(|(theme, _)| theme.to_string())
                .unwrap_or_default();
            view! {
                <input type="hidden" name="set" value=ideas.join(" ") />
                <input type="hidden" name="called" value=name />
                <input type="hidden" name="into" value=into />
            }
        })
        .collect();
    view! {
        <form method="post" action=paths::theme_proposals(&page.code)>
            {fixed(page)}
            {sets}
            <button type="submit" name="do" value="make_all">{Desk::MakeAllThemes.text()}</button>
        </form>
    }
    .into_any()
}

fn card(page: &ThemeProposals, place: usize, proposal: &Proposal) -> impl IntoView + use<> {
    let title = format!("proposal-{place}");
    let share = f64::from(proposal.together) / f64::from(proposal.seen.max(1));
    let strength = match share {
        share if share >= FIRM => Desk::FirmGroup,
        share if share >= FAIR => Desk::FairGroup,
        _ => Desk::LooseGroup,
    };
    let kept = Desk::KeptTogether.with(&[("seen", proposal.seen), ("together", proposal.together)]);
    let apart = (proposal.seen_outside > 0)
        .then(|| Desk::KeptApartFrom.with(&[("seen", proposal.seen_outside), ("together", proposal.together_outside)]));
    let makes = match proposal.into {
        Some(_) => Desk::PutIntoIt,
        None => Desk::MakeItATheme,
    };
    let into = proposal
        .into
        .as_ref()
        .map(|(theme, _)| view! { <input type="hidden" name="into" value=theme.to_string() /> });
    let first = page.follows.then(|| {
        let there = format!(
            "{}?prompt={}&still=yes#{title}",
            paths::theme_proposals(&page.code),
            page.prompt
        );
        view! { <a class="button" href=there>{Desk::ChangeItFirst.text()}</a> }
    });
    view! {
        <section class="theme" aria-labelledby=title.clone()>
            <form method="post" action=paths::theme_proposals(&page.code) class="fields">
                {fixed(page)}
                {into}
                {called(page, proposal, title.clone())}
                <progress class="agreement" max="1" value=format!("{share:.3}") aria-hidden="true"></progress>
                <p><strong>{strength.text()}</strong>" "{kept}" "{apart}</p>
                {(!page.follows).then(|| view! { <p class="quiet">{Desk::UntickWhatNot.text()}</p> })}
                <ul class="theme-ideas">{ideas(page, proposal)}</ul>
                <div class="theme-buttons">
                    <button type="submit" name="do" value="make" class="primary">{makes.text()}</button>
                    <button type="submit" name="do" value="discard">{Desk::NotThisOne.text()}</button>
                    {first}
                </div>
            </form>
        </section>
    }
}

/// What a proposed theme would be called, or which one it would go into. Nothing can be typed into a page that follows.
fn called(page: &ThemeProposals, proposal: &Proposal, title: String) -> AnyView {
    if let Some((_, theme)) = &proposal.into {
        return view! { <h2 id=title dir="auto">{Desk::ProposedInto.with(&[("theme", quoted(theme))])}</h2> }
            .into_any();
    }
    let said = proposal.name.as_ref().map(|(name, many)| {
        let said = Desk::ProposedName.count_with(*many as u32, &[("name", name.clone()), ("count", many.to_string())]);
        view! { <p class="quiet" dir="auto">{said}</p> }
    });
    let name = proposal.name.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
    if page.follows {
        return view! {
            <h2 id=title dir="auto">{named(&name)}</h2>
            <input type="hidden" name="name" value=name />
            {said}
        }
        .into_any();
    }
    let name = proposal.typed.clone().unwrap_or(name);
    view! {
        <label class="labelled">
            <span id=title>{Desk::ThemeName.text()}</span>
            <input type="text" name="name" dir="auto" maxlength=LINE_CHARS.to_string() value=name />
        </label>
        {said}
    }
    .into_any()
}

fn ideas(page: &ThemeProposals, proposal: &Proposal) -> Vec<AnyView> {
    let ideas = proposal.ideas.iter().map(|idea| {
        let id = idea.idea.to_string();
        let firmly = idea.firmly.map(|firmly| {
            let share = (firmly * 100.0).round();
            view! { <span class="quiet firmly">{Desk::Firmly.with(&[("share", share)])}</span> }
        });
        let words = view! { <span class="words" dir="auto">{idea.words.clone()}</span> };
        let said = if page.follows {
            view! { <p class="check"><input type="hidden" name="idea" value=id.clone() />{words}{firmly}</p> }
                .into_any()
        } else {
            view! {
                <label class="check">
                    <input type="checkbox" name="idea" value=id.clone() checked=idea.ticked />
                    {words}
                    {firmly}
                </label>
            }
            .into_any()
        };
        view! { <li><input type="hidden" name="all" value=id />{said}</li> }.into_any()
    });
    ideas.collect()
}
