//! Editions of themes: what a vote on themes is about, from its opening on. What is done to the themes meanwhile counts
//! from the next opening.

use serde::{Deserialize, Serialize};

use crate::{
    Activity, ActivityId, DomainId, IdeaId, ItemId, Items, Mark, Panel, PersonId, State, ThemeId, WordsHash, WordsId,
    deal::shuffle,
};

/// The themes that a survey asks about, as they were when it opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeEdition {
    /// The themes, in the order in which they stood.
    pub themes: Vec<PinnedTheme>,
    /// What earlier editions of this survey asked about and this one does not, and why.
    pub gone: Vec<(ThemeId, Void)>,
}

/// A theme as an edition holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinnedTheme {
    /// Which.
    pub theme: ThemeId,
    /// The first edition in which it was the same: the same wording and the same ideas.
    pub version: u32,
    /// Where its name is; none where it had none.
    pub name: Option<(WordsId, WordsHash)>,
    /// Where it is said what it means.
    pub about: Option<(WordsId, WordsHash)>,
    /// Its domain, if one.
    pub domain: Option<DomainId>,
    /// Its ideas that were on screens, in its order.
    pub ideas: Vec<IdeaId>,
}

/// Why a ballot on a theme does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Void {
    /// Its wording or its ideas are not those that its voter saw.
    Changed,
    /// It went into another one.
    Merged {
        /// Into which.
        into: ThemeId,
    },
    /// It was taken off.
    TakenOff,
    /// It was set aside.
    SetAside,
    /// No idea is left in it.
    Emptied,
    /// All of its ideas are off the screens.
    Hidden,
}

impl Void {
    /// What files call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Merged { .. } => "merged",
            Self::TakenOff => "taken_off",
            Self::SetAside => "set_aside",
            Self::Emptied => "emptied",
            Self::Hidden => "hidden",
        }
    }
}

impl ThemeEdition {
    /// The theme with that id, as this edition holds it.
    #[must_use]
    pub fn theme(&self, id: ThemeId) -> Option<&PinnedTheme> {
        self.themes.iter().find(|pinned| pinned.theme == id)
    }
}

impl Panel {
    /// The editions of the themes that a survey has asked about, the first one first.
    #[must_use]
    pub fn editions(&self, survey: ActivityId) -> &[ThemeEdition] {
        self.editions.get(&survey).map(Vec::as_slice).unwrap_or_default()
    }

    /// The number of the edition that a survey asks about, from 1 on; 0 where it has none.
    #[must_use]
    pub fn edition(&self, survey: ActivityId) -> u32 {
        self.editions(survey).len() as u32
    }

    /// A theme as an edition of a survey holds it.
    #[must_use]
    pub fn pinned(&self, survey: ActivityId, edition: u32, theme: ThemeId) -> Option<&PinnedTheme> {
        let place = (edition as usize).checked_sub(1)?;
        self.editions(survey).get(place)?.theme(theme)
    }

    /// The ideas of a pinned theme that are still on screens, in its order.
    pub fn still_in<'a>(&'a self, pinned: &'a PinnedTheme) -> impl Iterator<Item = IdeaId> + 'a {
        pinned.ideas.iter().copied().filter(|id| self.is_visible(*id))
    }

    /// What a pinned theme is called: its name, else the words of its first idea; none where all of them were erased.
    #[must_use]
    pub fn pinned_name(&self, pinned: &PinnedTheme) -> Option<&str> {
        let name = pinned.name.and_then(|(words, _)| self.text(words));
        name.or_else(|| self.still_in(pinned).find_map(|id| self.words(self.ideas.get(&id)?)))
    }

    /// The name that somebody gave to the theme that an item of a survey is, as it was pinned; none where nobody did, or the
    /// words were erased.
    #[must_use]
    pub fn given_name(&self, survey: ActivityId, item: ItemId) -> Option<&str> {
        let (words, _) = self.pinned_item(survey, item)?.name?;
        self.text(words)
    }

    /// The theme that an item of a survey is, as the survey last asked about it.
    #[must_use]
    pub fn pinned_item(&self, survey: ActivityId, item: ItemId) -> Option<&PinnedTheme> {
        let ItemId::Theme(theme) = item else { return None };
        self.editions(survey)
            .iter()
            .rev()
            .find_map(|edition| edition.theme(theme))
    }

    /// The themes that `activity` asks about, or would if it opened now: those of its last edition, without those whose
    /// ideas have all been hidden since.
    pub(crate) fn theme_items(&self, activity: &Activity, prompt: ActivityId) -> Vec<ItemId> {
        match self.editions(activity.id).last() {
            Some(edition) if activity.state != State::Planned => {
                let there = edition.themes.iter().filter(|pinned| self.is_there(pinned));
                there.map(|pinned| ItemId::Theme(pinned.theme)).collect()
            }
            _ => self.votable(prompt).map(|(id, _)| ItemId::Theme(id)).collect(),
        }
    }

    /// The themes of a prompt that could be voted on: shown, not set aside, and with an idea to be read.
    pub(crate) fn votable(&self, prompt: ActivityId) -> impl Iterator<Item = (ThemeId, &crate::Theme)> + '_ {
        let shown = self.activity(prompt).is_some_and(Activity::shows_ideas);
        let there = self.themes.of(prompt);
        there.filter(move |(_, theme)| shown && !theme.parked && self.visible_in(theme).next().is_some())
    }

    /// Whether any of its ideas is still on screens.
    pub(crate) fn is_there(&self, pinned: &PinnedTheme) -> bool {
        self.still_in(pinned).next().is_some()
    }

    /// Why an answer to a survey does not count; none where it does.
    #[must_use]
    pub fn void(&self, survey: ActivityId, item: ItemId, mark: &Mark) -> Option<Void> {
        let ItemId::Theme(theme) = item else { return None };
        let now = self.editions(survey).last()?;
        let Some(pinned) = now.theme(theme) else {
            let gone = now.gone.iter().find(|(gone, _)| *gone == theme);
            return Some(gone.map_or(Void::TakenOff, |(_, why)| *why));
        };
        let seen = self.pinned(survey, mark.edition, theme).map(|seen| seen.version);
        if seen != Some(pinned.version) {
            return Some(Void::Changed);
        }
        (!self.is_there(pinned)).then_some(Void::Hidden)
    }

    /// The answers to a survey that do not count, each with why.
    pub fn void_marks(&self, survey: ActivityId) -> impl Iterator<Item = (PersonId, ItemId, &Mark, Void)> + '_ {
        let items = self.marks.get(&survey).into_iter().flatten();
        items.flat_map(move |(item, marks)| {
            let all = marks.all();
            all.filter_map(move |(person, mark)| Some((person, *item, mark, self.void(survey, *item, mark)?)))
        })
    }

    /// Whether two surveys ask about the same in a theme: the same wording and ideas.
    pub(crate) fn same_theme(&self, one: ActivityId, other: ActivityId, item: ItemId) -> bool {
        let ItemId::Theme(_) = item else { return true };
        match (self.pinned_item(one, item), self.pinned_item(other, item)) {
            (Some(one), Some(other)) => self.same_content(one, other),
            _ => false,
        }
    }

    /// Whether whoever saw the one saw the other: the same wording, and the same ideas in whichever order; but a theme
    /// without a name is called by its first idea.
    pub(crate) fn same_content(&self, one: &PinnedTheme, other: &PinnedTheme) -> bool {
        let ideas = |pinned: &PinnedTheme| {
            let mut ideas = pinned.ideas.clone();
            ideas.sort_unstable();
            ideas
        };
        let same = |one: Option<(WordsId, WordsHash)>, other: Option<(WordsId, WordsHash)>| {
            let text = |words: Option<(WordsId, WordsHash)>| words.map(|(id, _)| self.text(id));
            one == other || text(one).flatten().is_some() && text(one) == text(other)
        };
        let called = one.name.is_some() || one.ideas.first() == other.ideas.first();
        called && same(one.name, other.name) && same(one.about, other.about) && ideas(one) == ideas(other)
    }

    /// What a survey's forms are made from beside its plan, as a number: where it differs, they are made anew.
    pub(crate) fn asked_now(&self, activity: &Activity) -> u64 {
        let Some(Items::Themes(_)) = activity.survey().map(|survey| &survey.items) else {
            return self.sorted_now(activity);
        };
        let told = self.items(activity).into_iter().filter_map(|item| {
            let ItemId::Theme(theme) = item else { return None };
            let named = self.item_text(activity, item).is_some();
            Some((theme, named))
        });
        told.fold(u64::from(self.edition(activity.id)), |sum, (theme, named)| {
            shuffle(sum.wrapping_add(u64::from(named)), activity.id.0, theme.0)
        })
    }
}
