use leptos::prelude::*;
use visioncast_model::view::ScreenTheme;

use super::{live::Wall, seating::hall};
use crate::{
    chart::{domain_hue, domain_mark},
    language::Live,
    length::length,
    sorting::named,
};

/// Up to so many themes stand large, and with the idea that came last.
const FEW: usize = 6;

/// Themes as they grow: each keeps its place, and says how many ideas it holds.
pub(super) fn themes(wall: Wall) -> impl IntoView {
    let themes = Memo::new(move |_| wall.themes());
    let few = Memo::new(move |_| themes.with(|themes| themes.len() <= FEW));
    view! {
        <section class="grouping">
            <h1 class=move || length(&wall.question()) dir="auto">{move || wall.question()}</h1>
            <Show
                when=move || themes.with(|themes| !themes.is_empty())
                fallback=move || view! {
                    {move || wall.is_sorting().then(|| hall(wall).into_any())}
                    <p class="seating-hint">{Live::ThemesAppear.text()}</p>
                }
            >
                <ul class="grouping-list" class:few=few>
                    <For each=move || themes.get() key=|theme| (theme.theme, theme.ideas, theme.name.clone(), theme.last.clone()) let:theme>
                        {drawn(wall, theme)}
                    </For>
                </ul>
            </Show>
            <p class="arrivals-count">{move || wall.grouped()}" "{move || wall.accord()}</p>
        </section>
    }
}

fn drawn(wall: Wall, theme: ScreenTheme) -> impl IntoView {
    let ScreenTheme {
        name,
        domain,
        ideas,
        last,
        ..
    } = theme;
    let domain = domain.and_then(|id| wall.domain(id)).map(|domain| {
        view! {
            <span class=format!("domain-mark {}", domain_hue(domain.id)) aria-hidden="true">{domain_mark(&domain.name)}</span>
        }
    });
    view! {
        <li>
            <p class="grouping-name" dir="auto">{domain}{named(&name.unwrap_or_default())}</p>
            <p class="grouping-count">{ideas}</p>
            {last.map(|words| view! { <p class="grouping-last words" dir="auto">{words}</p> })}
        </li>
    }
}
