use leptos::prelude::*;
use visioncast_model::HoldBack;

use crate::{
    language::{Live, Sheet},
    page::Policy,
    paths,
};

/// See [`Policy`].
pub fn policy_page(page: Policy) -> impl IntoView {
    let Policy {
        code,
        title,
        host,
        moderation,
        kept,
        joined,
    } = page;
    let held = match moderation.hold {
        HoldBack::Off => Sheet::PolicyOff,
        HoldBack::Flagged => Sheet::PolicyFlagged,
        HoldBack::All => Sheet::PolicyAll,
    };
    // How many, not which: a list of words that hurt would hurt.
    let counted = |message: Sheet, count: usize| (count > 0).then(|| message.count(count as u32));
    let also = counted(Sheet::PolicyAlso, moderation.also.len());
    let except = counted(Sheet::PolicyExcept, moderation.except.len());
    let part = |id: &'static str, title: Sheet, text: Vec<AnyView>| {
        view! { <section aria-labelledby=id><h2 id=id>{title.text()}</h2>{text}</section> }
    };
    let paragraph = |text: String| view! { <p>{text}</p> }.into_any();
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{title}</p>
            <nav aria-label=Live::ThisPanel.text()><a href=paths::panel(&code)>{Sheet::BackToThePanel.text()}</a></nav>
        </header>
        <main class="sheet policy">
            <h1>{Sheet::Policy.text()}</h1>
            {part("policy-held", Sheet::PolicyHeld, vec![
                paragraph(held.owned()),
                view! {
                    <ul>
                        <li>{Sheet::PolicyRude.text()}</li>
                        {also.map(|also| view! { <li>{also}</li> })}
                        <li>{Sheet::PolicyPersonal.text()}</li>
                        <li>{Sheet::PolicyRepeated.text()}</li>
                    </ul>
                }
                .into_any(),
                except.map(paragraph).into_any(),
                paragraph(Sheet::PolicyApplies.owned()),
            ])}
            {part("policy-who", Sheet::PolicyWho, vec![
                view! { <p dir="auto"><strong>{host}</strong></p> }.into_any(),
                paragraph(Sheet::PolicyWhoText.owned()),
                paragraph(Sheet::PolicyReasons.owned()),
            ])}
            {part("policy-kept", Sheet::PolicyKept, vec![
                paragraph(Sheet::PolicyKeptText.owned()),
                paragraph(kept),
            ])}
            {part("policy-erase", Sheet::PolicyErase, vec![paragraph(Sheet::PolicyEraseText.owned())])}
            {joined.then(|| view! { <p><a class="button" href=paths::mine(&code)>{Sheet::MyInput.text()}</a></p> })}
        </main>
    }
}
