use leptos::prelude::*;

use crate::{language::Sheet, page::TicketEntry, paths};

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
        Sheet::TicketFromTheDoor.text()
    } else {
        Sheet::TicketFromACard.text()
    };
    view! {
        <main class="welcome">
            <h1 dir="auto">{title.unwrap_or_else(|| Sheet::YourTicket.owned())}</h1>
            <p>{where_from}</p>
            <form action=paths::TICKET>
                <label for="ticket">{Sheet::YourTicket.text()}</label>
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
                <button class="button primary">{Sheet::ComeIn.text()}</button>
            </form>
            <p class="note">{Sheet::TicketIsOneBallot.text()}</p>
            {code.map(|code| view! {
                <footer>
                    <a class="button quiet" href=paths::along(&code)>{Sheet::ReadAlongWithout.text()}</a>
                </footer>
            })}
        </main>
    }
}
