use leptos::prelude::*;
use visioncast_model::view::Me;

use crate::{page::Join, paths, phone::about};

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
            {rehearsal.then_some(view! { <p class="banner">"A rehearsal: nothing said here counts."</p> })}
            {ended.then_some(view! { <p class="banner">"This panel has ended. You can still come in and read."</p> })}
            {problem.map(|problem| view! { <p class="banner late" role="alert">{problem}</p> })}
            <form method="post" action=paths::join(&code)>
                {ticket.map(|ticket| view! { <input type="hidden" name="ticket" value=ticket /> })}
                {(!ended).then(|| about::fields(constituencies, &Me::default()))}
                <p class="notice">
                    "Your answers are kept without your name, and the room may see what you write. The report quotes you only where you allow it."
                </p>
                <div class="actions">
                    <button class="button primary">{if ended { "Come in" } else { "Join" }}</button>
                </div>
            </form>
        </main>
    }
}
