use std::{sync::Arc, time::Duration};

use visioncast_model::{ActivityId, Panel};

use super::{
    RoomWords,
    line::{Line, Shared},
};

/// Screens move this often at most.
const SCREEN_INTERVAL: Duration = Duration::from_millis(33);
const CONSOLE_INTERVAL: Duration = Duration::from_millis(100);
/// Phones move four times a second, up to so many of them; then less often in proportion, so that
/// the room's share of the air does not grow with its square.
const PHONE_INTERVAL: Duration = Duration::from_millis(250);
const PHONES_AT_FULL_RATE: u32 = 1_000;
/// Desks move as consoles do, up to so many of them.
const DESKS_AT_FULL_RATE: u32 = 100;

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Audience {
    /// Everybody's phone.
    Phones,
    /// The projector.
    Screens,
    /// The facilitators.
    Consoles,
    /// Panelists, and those who read along without a ticket: on phones, most of them.
    Along,
    /// Those who group the ideas of a prompt; facilitators see hidden ones too.
    Desk {
        /// The prompt.
        prompt: ActivityId,
        /// Whether they are facilitators.
        facilitators: bool,
    },
}

impl Audience {
    /// Those that are there as long as the room is; desks come and go.
    pub(super) const ALWAYS: [Self; 4] = [Self::Phones, Self::Screens, Self::Consoles, Self::Along];

    /// A line to this audience on which nobody is yet.
    pub(super) fn line(self, panel: &Panel, words: &Arc<RoomWords>) -> Box<dyn Line> {
        let words = Arc::clone(words);
        match self {
            Self::Phones => Box::new(Shared::new(Panel::phone, panel, phone_interval)),
            Self::Screens => {
                let screen = move |panel: &Panel| words.screen(panel);
                Box::new(Shared::new(screen, panel, |_| SCREEN_INTERVAL))
            }
            Self::Along => {
                let along = move |panel: &Panel| words.along(panel);
                Box::new(Shared::new(along, panel, phone_interval))
            }
            Self::Consoles => Box::new(Shared::new(Panel::console, panel, |_| CONSOLE_INTERVAL)),
            Self::Desk { prompt, facilitators } => {
                let desk = move |panel: &Panel| panel.desk(prompt, facilitators);
                Box::new(Shared::new(desk, panel, desk_interval))
            }
        }
    }
}

fn phone_interval(phones: usize) -> Duration {
    let phones = u32::try_from(phones).unwrap_or(u32::MAX);
    PHONE_INTERVAL * phones.max(PHONES_AT_FULL_RATE) / PHONES_AT_FULL_RATE
}

/// A desk moves as quickly as a console, and slower than that where much of the room is at one.
fn desk_interval(desks: usize) -> Duration {
    let desks = u32::try_from(desks).unwrap_or(u32::MAX);
    CONSOLE_INTERVAL * desks.max(DESKS_AT_FULL_RATE) / DESKS_AT_FULL_RATE
}
