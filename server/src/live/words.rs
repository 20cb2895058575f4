use std::sync::{Mutex, MutexGuard, PoisonError};

use visioncast_analysis::{Spoken, WordList};
use visioncast_model::{
    ActivityId, Panel, PersonId,
    view::{Screen, ScreenKey, ScreenTerm, ScreenValue},
};

/// The words of what the projector shows, where a facilitator chose to show those: read once, kept until other ideas are
/// shown, and forgotten whenever words are erased.
#[derive(Default)]
pub(crate) struct RoomWords(Mutex<Option<(ActivityId, WordList)>>);

impl RoomWords {
    /// The room as the projector may show it.
    pub(crate) fn screen(&self, panel: &Panel) -> Screen {
        self.with_words(panel, panel.screen())
    }

    /// The room as those may know it who read along.
    pub(crate) fn along(&self, panel: &Panel) -> Screen {
        self.with_words(panel, panel.along())
    }

    /// Forgets all words, because some were erased.
    pub(crate) fn forget(&self) {
        *self.kept() = None;
    }

    fn with_words(&self, panel: &Panel, mut screen: Screen) -> Screen {
        let Some(prompt) = panel.shows_words() else {
            return screen;
        };
        let mut kept = self.kept();
        if kept.as_ref().is_none_or(|(of, _)| *of != prompt) {
            *kept = Some((prompt, WordList::default()));
        }
        let Some((_, list)) = kept.as_mut() else { return screen };
        let ideas = panel.visible_ideas(prompt).filter_map(|(id, idea)| {
            Some(Spoken {
                idea: id,
                words: idea.words,
                // What nobody's phone brought was spoken or written by somebody: each as by another.
                by: idea.author.unwrap_or(PersonId(id.0)),
                text: panel.words(idea)?,
            })
        });
        let terms = list.of(ideas).into_iter();
        let terms = terms.map(|(word, people)| ScreenTerm { word, people }).collect();
        screen.values.insert(ScreenKey::Words, ScreenValue::Words(terms));
        screen
    }

    fn kept(&self) -> MutexGuard<'_, Option<(ActivityId, WordList)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
