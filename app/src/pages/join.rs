use leptos::prelude::*;
use visioncast_model::view::Me;

use crate::{
    language::{Say, Sheet},
    page::Join,
    paths,
    phone::about,
};

/// Join the room: what is collected, and who one is, as far as one likes to say.
pub fn join_page(page: Join) -> impl IntoView {
    let Join {
        code,
        title,
        host,
        ended,
        rehearsal,
        constituencies,
        problem,
        ticket,
    } = page;
    view! {
        <main class="join">
            <p class="host">{host}</p>
            <h1 dir="auto">{title}</h1>
            {rehearsal.then_some(view! { <p class="banner">{Say::Rehearsal.text()}</p> })}
            {ended.then_some(view! { <p class="banner">{Sheet::EndedComeInAndRead.text()}</p> })}
            {problem.map(|problem| view! { <p class="banner late" role="alert">{problem}</p> })}
            <form method="post" action=paths::join(&code)>
                {ticket.map(|ticket| view! { <input type="hidden" name="ticket" value=ticket /> })}
                {(!ended).then(|| about::fields(constituencies, &Me::default()))}
                <p class="notice">{Sheet::HowAnswersAreKept.text()}</p>
                <div class="actions">
                    <button class="button primary">{if ended { Sheet::ComeIn } else { Sheet::Join }.text()}</button>
                </div>
            </form>
        </main>
    }
}
