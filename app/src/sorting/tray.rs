use leptos::{html, prelude::*};
use visioncast_model::LINE_CHARS;
use web_sys::SubmitEvent;

use super::{
    table::{Drop, Table},
    wording::named,
};
use crate::{chart::shortened, language::Desk};

/// The longest name of a theme on its button, in characters.
const SHORT: usize = 32;
/// So many themes have a key.
const KEYS: usize = 9;

/// Where what is chosen can go: always in sight, one tap a theme; while something is dragged, a place to drop it.
pub(super) fn tray(table: Table) -> impl IntoView {
    let count = move || table.chosen.with(|chosen| chosen.len());
    let name = NodeRef::<html::Input>::new();
    let themes = Memo::new(move |_| {
        table.lying.with(|lying| {
            let free = lying.order.iter().filter_map(|id| Some((*id, lying.themes.get(id)?)));
            let free = free.filter(|(_, theme)| !theme.locked);
            free.enumerate()
                .map(|(place, (id, theme))| (place, id, shortened(&named(&theme.name), SHORT), theme.ideas.len()))
                .collect::<Vec<_>>()
        })
    });
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked();
        let words = typed.as_ref().map(|input| input.value()).unwrap_or_default();
        table.make(&table.chosen_in_order(), words);
        if let Some(typed) = typed {
            typed.set_value("");
        }
    };
    let dragging = move || table.over.with(Option::is_some);
    view! {
        <section class="tray" class:out=move || table.may_sort() && (count() > 0 || dragging()) aria-label=Desk::MoveTo.text()>
            <p class="tray-title" role="status">
                {move || if count() > 0 { Desk::Chosen.count(count() as u32) } else { Desk::MoveTo.owned() }}
            </p>
            <ul class="tray-themes">
                <For each=move || themes.get() key=Clone::clone let((place, id, name, ideas))>
                    <li>
                        <button
                            type="button"
                            class:over=move || matches!(table.over.get(), Some(Drop::Theme(theme, _)) if theme == id)
                            data-drop=id.to_string()
                            data-tray=""
                            dir="auto"
                            on:click=move |_| table.put(&table.chosen_in_order(), Drop::Theme(id, None))
                        >
                            {name.clone()}" "<span class="quiet">{ideas}</span>
                            {(place < KEYS).then(|| view! { " "<kbd aria-hidden="true">{place + 1}</kbd> })}
                        </button>
                    </li>
                </For>
                <li>
                    <button type="button" class:over=move || table.over.get() == Some(Drop::Loose) data-drop="loose" data-tray="" on:click=move |_| table.put(&table.chosen_in_order(), Drop::Loose)>
                        {Desk::InNoTheme.text()}
                    </button>
                </li>
            </ul>
            <form class="tray-new" class:over=move || table.over.get() == Some(Drop::New) data-drop="new" data-tray="" on:submit=make>
                <label class="labelled">
                    <span class="aside">{Desk::IntoANewTheme.text()}</span>
                    <input type="text" id="new-theme" dir="auto" placeholder=Desk::NewTheme.text() maxlength=LINE_CHARS.to_string() node_ref=name />
                </label>
                <button type="submit" class="primary">{Desk::MakeTheme.text()}</button>
                <button type="button" on:click=move |_| table.let_go()>{Desk::LetGo.text()}</button>
            </form>
        </section>
    }
}
