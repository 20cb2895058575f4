use leptos::prelude::*;

use crate::{page::TicketEntry, paths};

/// Somebody needs a ticket to vote: type it, or read along without.
pub fn ticket_page(page: TicketEntry) -> impl IntoView {
    let TicketEntry {
        panel,
        roll,
        typed,
        problem,
    } = page;
    let wrong = problem.is_some();
    let (code, title) = panel.unzip();
    let where_from = if roll {
        "At the door, your name is checked and you get a ticket. Scan its code with your camera, or type it here."
    } else {
        "Everybody in the room gets a card. Scan its code with your camera, or type here what stands below it."
    };
    view! {
        <main class="welcome">
            <h1 dir="auto">{title.unwrap_or_else(|| "Your ticket".to_owned())}</h1>
            <p>{where_from}</p>
            <form action=paths::TICKET>
                <label for="ticket">"Your ticket"</label>
                <input
                    id="ticket"
                    class="field code"
                    name="ticket"
                    value=typed
                    required
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    enterkeyhint="go"
                    placeholder="K7M2-PQRS-TV34"
                    aria-describedby="problem"
                    aria-invalid=wrong.then_some("true")
                />
                <p id="problem" class="problem" role="alert">{problem}</p>
                <button class="button primary">"Come in"</button>
            </form>
            <p class="note">"A ticket is one ballot. Nobody notes who has which."</p>
            {code.map(|code| view! {
                <footer>
                    <a class="button quiet" href=paths::along(&code)>"Read along without a ticket"</a>
                </footer>
            })}
        </main>
    }
}
