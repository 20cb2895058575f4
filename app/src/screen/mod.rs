//! The projector: what the whole hall sees. It only listens.

mod arrivals;
mod awake;
mod full_screen;
mod further;
mod keys;
mod live;
mod reflections;
mod results;
mod seating;
mod stage;
mod steps;
mod strip;
mod survey;
mod themes;
mod volunteers;
mod words;
pub(crate) use strip::spaced;
mod welcome;

use leptos::prelude::*;
use visioncast_model::view::{ScreenKey, ScreenValue};

use self::{
    arrivals::arrivals,
    reflections::reflections,
    results::results,
    seating::seating,
    strip::strip,
    survey::asking,
    themes::themes,
    volunteers::volunteers,
    welcome::{ended, welcome},
    words::words,
};
pub(crate) use self::{live::Wall, stage::Stage};
use crate::{language::Live, page::ScreenBoot, paths};

/// What the page is called.
#[must_use]
pub fn title(boot: &ScreenBoot) -> String {
    match boot.screen.values.get(&ScreenKey::Panel) {
        Some(ScreenValue::Panel(panel)) => Live::ScreenTitle.with(&[("title", panel.title.clone())]),
        _ => String::new(),
    }
}

/// See [`ScreenBoot`].
#[component]
pub fn Screen(boot: ScreenBoot) -> impl IntoView {
    let ScreenBoot {
        key,
        address,
        qr,
        epoch,
        now,
        screen,
    } = boot;
    let wall = Wall::of(screen, now);
    wall.listen(format!("{}?screen={key}", paths::SOCKET), epoch);
    keys::listen(wall);
    awake::keep();
    let joining = StoredValue::new((address, qr));
    view! {
        <div class="wall" class:alone=move || wall.stage() == Stage::Welcome>
            <main class="stage">
                {move || match wall.stage() {
                    Stage::Welcome => welcome(wall, joining).into_any(),
                    Stage::Ended => ended(wall).into_any(),
                    Stage::Ideas => arrivals(wall).into_any(),
                    Stage::Silent | Stage::Votes | Stage::Reflecting => seating(wall).into_any(),
                    Stage::Asking => asking(wall).into_any(),
                    Stage::Told => further::told(wall, survey::told).into_any(),
                    Stage::Reflections => reflections(wall).into_any(),
                    Stage::Volunteers => volunteers(wall, joining).into_any(),
                    Stage::Grouping => themes(wall).into_any(),
                    Stage::Results => further::told(wall, results).into_any(),
                    Stage::Words => words(wall).into_any(),
                }}
            </main>
            {strip(wall, joining)}
            <p class="aside" aria-live="polite">{move || wall.announcement()}</p>
        </div>
    }
}
