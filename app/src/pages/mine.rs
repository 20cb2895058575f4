use leptos::prelude::*;
use visioncast_model::{HideReason, Ruling, Tally};

use super::form::problem_line;
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words},
    language::{Live, Sheet},
    page::{Mine, OwnDecision, OwnEvent, OwnStatement},
    paths,
};

/// See [`Mine`].
pub fn mine_page(page: Mine) -> impl IntoView {
    let Mine {
        action,
        code,
        initiative,
        events,
        links,
        link,
        done,
        problem,
        kept,
    } = page;
    let here = code.is_some();
    let none = events.iter().all(|event| event.statements.is_empty());
    let back = code.as_deref().map(paths::panel);
    let help = code.as_deref().map(paths::volunteer);
    let events: Vec<_> = events.into_iter().map(|event| own_event(&action, event)).collect();
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{initiative}</p>
            {back.map(|back| view! { <nav aria-label=Live::ThisPanel.text()><a href=back>{Sheet::BackToThePanel.text()}</a></nav> })}
        </header>
        <main class="sheet">
            <h1>{Sheet::MyInput.text()}</h1>
            {done.map(|done| view! { <p class="notice" role="status">{done}</p> })}
            {problem_line(problem)}
            {link.map(|(link, qr)| shown_once(link, &qr))}
            {none.then(|| view! { <p class="empty">{Sheet::YouBroughtNothing.text()}</p> })}
            {events}
            {help.map(|help| view! {
                <section class="together">
                    <h2>{Sheet::HelpToCarryIt.text()}</h2>
                    <p>{Sheet::HelpApart.text()}</p>
                    <a class="button" href=help>{Sheet::BecomeAVolunteer.text()}</a>
                </section>
            })}
            {here.then(|| own_links(&action, links))}
            <section class="together">
                <h2>{Sheet::EraseWhatIsMine.text()}</h2>
                <p>{kept}</p>
                <details class="fold">
                    <summary>{Sheet::EraseAllIWrote.text()}</summary>
                    <form method="post" action=action.clone() class="fields">
                        <input type="hidden" name="do" value="erase" />
                        <p>
                            {Sheet::EraseAllText.text()}
                        </p>
                        <label class="check">
                            <input type="checkbox" name="sure" value="yes" required />
                            <span>{Sheet::IKnow.text()}</span>
                        </label>
                        <button type="submit" class="grave">{Sheet::Erase.text()}</button>
                    </form>
                </details>
            </section>
        </main>
    }
}

fn shown_once(link: String, (path, width): &(String, u16)) -> impl IntoView + use<> {
    // Four modules of margin, as ISO/IEC 18004 asks.
    let size = width + 8;
    let label = Sheet::OwnQr.text();
    let qr = format!(
        "<svg viewBox=\"-4 -4 {size} {size}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"{label}\">\
         <rect x=\"-4\" y=\"-4\" width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    );
    view! {
        <section class="notice own-link" role="status">
            <div class="qr" inner_html=qr></div>
            <div>
                <label class="labelled">
                    <span>{Sheet::OwnLinkOnce.text()}</span>
                    <input type="text" readonly value=link id="own-link" />
                </label>
                <button type="button" class="small" data-copy="own-link" data-copied=Sheet::Copied.text() hidden>{Sheet::CopyIt.text()}</button>
                <p class="quiet">{Sheet::OwnLinkText.text()}</p>
            </div>
        </section>
        <script type="module" src="/copy.js"></script>
    }
}

fn own_links(action: &str, links: u64) -> impl IntoView + use<> {
    let told = match links {
        0 => Sheet::OnThisPhoneAlone.owned(),
        links => Sheet::OwnLinksElsewhere.count(links as u32),
    };
    view! {
        <section class="together">
            <h2>{Sheet::OnAnotherDevice.text()}</h2>
            <p>{told}" "{Sheet::OwnLinkOffer.text()}</p>
            <form method="post" action=action.to_owned()>
                <input type="hidden" name="do" value="link" />
                <button type="submit">{Sheet::MakeALink.text()}</button>
            </form>
            {(links > 0).then(|| view! {
                <form method="post" action=action.to_owned()>
                    <input type="hidden" name="do" value="revoke" />
                    <button type="submit" class="plain">{Sheet::VoidMyLinks.text()}</button>
                </form>
            })}
        </section>
    }
}

fn own_event(action: &str, event: OwnEvent) -> impl IntoView + use<> {
    let OwnEvent {
        code,
        title,
        day,
        statements,
    } = event;
    let some = !statements.is_empty();
    let rows: Vec<_> = statements
        .into_iter()
        .map(|statement| own_statement(action, &code, statement))
        .collect();
    view! {
        <section class="own-event">
            <h2 dir="auto">{title}" "<span class="quiet">{day}</span></h2>
            {some.then(|| view! { <ul class="own">{rows}</ul> })}
        </section>
    }
}

fn own_statement(action: &str, code: &str, statement: OwnStatement) -> impl IntoView + use<> {
    let OwnStatement {
        idea,
        words,
        question,
        quotable,
        hidden,
        stands_with,
        theme,
        results,
        waiting,
        carried,
        decided,
    } = statement;
    let theme = theme.map(|(name, ideas)| {
        let others = ideas.saturating_sub(1) as u32;
        let about = [("theme", name), ("count", others.to_string())];
        if others == 0 {
            Sheet::InAThemeAlone.with(&about)
        } else {
            Sheet::InATheme.count_with(others, &about)
        }
    });
    let erased = words.is_none();
    let anchor = format!("idea-{idea}");
    let shown: Vec<_> = results
        .into_iter()
        .map(|(title, tally)| result(&Sheet::TheRoomOn.with(&[("title", title)]), tally))
        .collect();
    let no_result = shown.is_empty();
    let carried: Vec<_> = carried
        .into_iter()
        .map(|(title, tally)| match tally {
            Some(tally) => result(&Sheet::CarriedIntoSaid.with(&[("title", title)]), tally).into_any(),
            None => view! { <p dir="auto">{Sheet::CarriedInto.with(&[("title", title)])}</p> }.into_any(),
        })
        .collect();
    let decided: Vec<_> = decided.into_iter().map(decision).collect();
    let class = if erased { "words erased" } else { "words" };
    let words = words.unwrap_or_else(|| Sheet::TheseWordsErased.owned());
    view! {
        <li id=anchor>
            <p class="quiet" dir="auto">{question}</p>
            <blockquote class=class dir="auto">{words}</blockquote>
            {hidden.map(|reason| view! { <p class="taken-off" dir="auto">{why_off(reason, stands_with)}</p> })}
            {theme.map(|theme| view! { <p dir="auto">{theme}</p> })}
            {shown}
            {(no_result && waiting).then(|| view! { <p class="quiet">{Sheet::ResultToCome.text()}</p> })}
            {(no_result && !waiting && hidden.is_none()).then(|| view! { <p class="quiet">{Sheet::NoVoteShown.text()}</p> })}
            {carried}
            {decided}
            {(!erased).then(|| view! {
                <form method="post" action=action.to_owned() class="quoting">
                    <input type="hidden" name="do" value="quote" />
                    <input type="hidden" name="panel" value=code.to_owned() />
                    <input type="hidden" name="idea" value=idea.to_string() />
                    <input type="hidden" name="quotable" value=if quotable { "no" } else { "yes" } />
                    <span>{if quotable { Sheet::MayQuoteIt.text() } else { Sheet::IsNotQuoted.text() }}</span>
                    <button type="submit" class="small">{if quotable { Sheet::DoNotQuoteIt.text() } else { Sheet::LetItBeQuoted.text() }}</button>
                </form>
                <details class="fold">
                    <summary>{Sheet::EraseTheseWords.text()}</summary>
                    <form method="post" action=action.to_owned() class="fields">
                        <input type="hidden" name="do" value="erase_idea" />
                        <input type="hidden" name="panel" value=code.to_owned() />
                        <input type="hidden" name="idea" value=idea.to_string() />
                        <p class="quiet">{Sheet::EraseTheseText.text()}</p>
                        <label class="check">
                            <input type="checkbox" name="sure" value="yes" required />
                            <span>{Sheet::IKnow.text()}</span>
                        </label>
                        <button type="submit" class="grave small">{Sheet::Erase.text()}</button>
                    </form>
                </details>
            })}
        </li>
    }
}

/// What a board decided on it, as a sentence or three.
fn decision(decided: OwnDecision) -> impl IntoView {
    let OwnDecision {
        event,
        ruling,
        owner,
        horizon,
    } = decided;
    let what = match ruling {
        Ruling::Adopted => Sheet::BoardAdoptedIt,
        Ruling::Deferred => Sheet::BoardDeferredIt,
        Ruling::Rejected => Sheet::BoardRejectedIt,
    };
    let what = match event {
        Some(title) => Sheet::BoardOf.with(&[("title", title), ("what", what.owned())]),
        None => what.owned(),
    };
    let owner = owner.map(|owner| Sheet::OwnerSeesToIt.with(&[("owner", owner)]));
    let horizon = horizon.map(|horizon| Sheet::HorizonOfIt.with(&[("horizon", horizon)]));
    let all: Vec<String> = std::iter::once(what).chain(owner).chain(horizon).collect();
    view! { <p class="board-said" dir="auto">{all.join(" ")}</p> }
}

fn result(before: &str, tally: Tally) -> impl IntoView + use<> {
    let picture = agreement(tally, Scale::of([tally]), &Palette::PAGE);
    let words = format!("{before} {}", agreement_in_words(tally));
    view! {
        <p dir="auto">{words}</p>
        <div class="own-bar" inner_html=picture></div>
    }
}

fn why_off(reason: HideReason, stands_with: Option<String>) -> String {
    match stands_with {
        Some(words) => Sheet::StandsWithWhy.with(&[("words", words)]),
        None => why_hidden(reason).to_owned(),
    }
}

fn why_hidden(reason: HideReason) -> &'static str {
    let why = match reason {
        HideReason::Duplicate => Sheet::TakenOffDuplicate,
        HideReason::OffTopic => Sheet::OffTopicWhy,
        HideReason::Personal => Sheet::TakenOffPersonal,
        HideReason::Hurtful => Sheet::TakenOffHurtful,
        HideReason::ModeratedAtSource => Sheet::OffAtSource,
        HideReason::Waiting => Sheet::WaitsForReader,
    };
    why.text()
}
