use leptos::prelude::*;
use visioncast_model::{HideReason, Tally};

use super::form::problem_line;
use crate::{
    chart::{Palette, Scale, agreement, agreement_in_words},
    page::{Mine, OwnEvent, OwnStatement},
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
            {back.map(|back| view! { <nav aria-label="This panel"><a href=back>"Back to the panel"</a></nav> })}
        </header>
        <main class="sheet">
            <h1>"What became of my input"</h1>
            {done.map(|done| view! { <p class="notice" role="status">{done}</p> })}
            {problem_line(problem)}
            {link.map(|(link, qr)| shown_once(link, &qr))}
            {none.then(|| view! { <p class="empty">"You brought nothing in your own words here. Your votes count all the same; nobody can see whose they are."</p> })}
            {events}
            {help.map(|help| view! {
                <section class="together">
                    <h2>"Help to carry it"</h2>
                    <p>"Leave a way to reach you, apart from all that you said here."</p>
                    <a class="button" href=help>"Become a volunteer"</a>
                </section>
            })}
            {here.then(|| own_links(&action, links))}
            <section class="together">
                <h2>"Erase what is mine"</h2>
                <p>{kept}</p>
                <details class="fold">
                    <summary>"Erase all that I wrote"</summary>
                    <form method="post" action=action.clone() class="fields">
                        <input type="hidden" name="do" value="erase" />
                        <p>
                            "Your words, and what you said of yourself, go for ever from every event on this page, and wherever your words were carried. "
                            "Your votes stay and count; nothing will tell that they were yours. What was exported, printed or backed up before still holds your words. "
                            "If you signed up as a volunteer, that list does not know you from here: leave it with your contact and code."
                        </p>
                        <label class="check">
                            <input type="checkbox" name="sure" value="yes" required />
                            <span>"I know that this cannot be undone"</span>
                        </label>
                        <button type="submit" class="grave">"Erase"</button>
                    </form>
                </details>
            </section>
        </main>
    }
}

fn shown_once(link: String, (path, width): &(String, u16)) -> impl IntoView + use<> {
    // Four modules of margin, as ISO/IEC 18004 asks.
    let size = width + 8;
    let qr = format!(
        "<svg viewBox=\"-4 -4 {size} {size}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"Your link as a QR code\">\
         <rect x=\"-4\" y=\"-4\" width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    );
    view! {
        <section class="notice own-link" role="status">
            <div class="qr" inner_html=qr></div>
            <div>
                <label class="labelled">
                    <span>"Your link. It is shown only now."</span>
                    <input type="text" readonly value=link id="own-link" />
                </label>
                <button type="button" class="small" data-copy="own-link" hidden>"Copy"</button>
                <p class="quiet">"Scan it with another device, or keep it. Whoever has it sees this page and can change it as you can."</p>
            </div>
        </section>
        <script type="module" src="/copy.js"></script>
    }
}

fn own_links(action: &str, links: u64) -> impl IntoView + use<> {
    let told = match links {
        0 => "This page is on this phone alone.".to_owned(),
        1 => "One link of yours shows this page elsewhere.".to_owned(),
        links => format!("{links} links of yours show this page elsewhere."),
    };
    view! {
        <section class="together">
            <h2>"On another device"</h2>
            <p>{told}" A link of your own opens it anywhere, without an account. It joins the events that this phone was at, and nothing else."</p>
            <form method="post" action=action.to_owned()>
                <input type="hidden" name="do" value="link" />
                <button type="submit">"Make a link"</button>
            </form>
            {(links > 0).then(|| view! {
                <form method="post" action=action.to_owned()>
                    <input type="hidden" name="do" value="revoke" />
                    <button type="submit" class="plain">"Make all my links void"</button>
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
        results,
        waiting,
        carried,
    } = statement;
    let erased = words.is_none();
    let anchor = format!("idea-{idea}");
    let shown: Vec<_> = results
        .into_iter()
        .map(|(title, tally)| result(&format!("The room, on “{title}”: "), tally))
        .collect();
    let no_result = shown.is_empty();
    let carried: Vec<_> = carried
        .into_iter()
        .map(|(title, tally)| match tally {
            Some(tally) => result(&format!("Carried into “{title}”, where the room said: "), tally).into_any(),
            None => view! { <p dir="auto">{format!("Carried into “{title}”.")}</p> }.into_any(),
        })
        .collect();
    let class = if erased { "words erased" } else { "words" };
    let words = words.unwrap_or_else(|| "These words were erased.".to_owned());
    view! {
        <li id=anchor>
            <p class="quiet" dir="auto">{question}</p>
            <blockquote class=class dir="auto">{words}</blockquote>
            {hidden.map(|reason| view! { <p class="taken-off">{why_hidden(reason)}</p> })}
            {shown}
            {(no_result && waiting).then(|| view! { <p class="quiet">"The room’s result on it is still to come."</p> })}
            {(no_result && !waiting && hidden.is_none()).then(|| view! { <p class="quiet">"No vote on it was shown."</p> })}
            {carried}
            {(!erased).then(|| view! {
                <form method="post" action=action.to_owned() class="quoting">
                    <input type="hidden" name="do" value="quote" />
                    <input type="hidden" name="panel" value=code.to_owned() />
                    <input type="hidden" name="idea" value=idea.to_string() />
                    <input type="hidden" name="quotable" value=if quotable { "no" } else { "yes" } />
                    <span>{if quotable { "The report may quote it." } else { "The report does not quote it." }}</span>
                    <button type="submit" class="small">{if quotable { "Do not quote it" } else { "Let it be quoted" }}</button>
                </form>
            })}
        </li>
    }
}

fn result(before: &str, tally: Tally) -> impl IntoView + use<> {
    let picture = agreement(tally, Scale::of([tally]), &Palette::PAGE);
    let words = format!("{before}{}", agreement_in_words(tally));
    view! {
        <p dir="auto">{words}</p>
        <div class="own-bar" inner_html=picture></div>
    }
}

const fn why_hidden(reason: HideReason) -> &'static str {
    match reason {
        HideReason::Duplicate => "A facilitator took it off the screens, because the same was said there already.",
        HideReason::OffTopic => "A facilitator took it off the screens, because it answers another question.",
        HideReason::Personal => "A facilitator took it off the screens, because it names or points at somebody.",
        HideReason::Hurtful => "A facilitator took it off the screens, because it could hurt somebody.",
        HideReason::ModeratedAtSource => "It was taken off where it came from.",
    }
}
