use super::Draft;
use crate::{
    Activity, Ended, Event, Grouping, Items, Kind, Misplaced, Panel, PinnedTheme, Rejection, SHARED_ITEMS, Sorters,
    Theme, ThemeEdition, ThemeId, Void,
};

impl Panel {
    /// Checks that an activity can take answers now.
    pub(super) fn openable(&self, activity: &Activity) -> Result<(), Rejection> {
        if let Kind::Grouping(Grouping { prompt, by, .. }) = &activity.plan.kind
            && *by != Sorters::Panel
            && !self.activity(*prompt).is_some_and(Activity::shows_ideas)
        {
            return Err(Misplaced::StillUnseen.into());
        }
        let Some(survey) = activity.survey() else { return Ok(()) };
        let Items::Themes(prompt) = survey.items else {
            return Ok(());
        };
        match self.votable(prompt).count() {
            0 => Err(Misplaced::NoThemes.into()),
            many if many > SHARED_ITEMS && survey.scale.is_shared() => Err(Misplaced::TooManyToShare.into()),
            _ => Ok(()),
        }
    }

    /// Opens an activity, and pins the themes that it is about.
    pub(super) fn take_answers(&self, activity: &Activity, draft: &mut Draft<'_, '_>) {
        draft.push(Event::ActivityOpened { activity: activity.id });
        if let Some(Items::Themes(prompt)) = activity.survey().map(|survey| &survey.items) {
            let themes: Vec<PinnedTheme> = self
                .votable(*prompt)
                .map(|(id, theme)| self.pin_theme(activity, id, theme))
                .collect();
            let gone = self.gone(activity, &themes);
            draft.push(Event::ThemesPinned {
                activity: activity.id,
                edition: ThemeEdition { themes, gone },
            });
        }
    }

    fn pin_theme(&self, activity: &Activity, id: ThemeId, theme: &Theme) -> PinnedTheme {
        let ideas = theme.ideas.iter().copied();
        let visible = ideas.filter(|id| self.is_visible(*id));
        let pinned = PinnedTheme {
            theme: id,
            version: self.edition(activity.id) + 1,
            name: theme.name,
            about: theme.about,
            domain: theme.domain,
            ideas: visible.collect(),
        };
        // Whoever saw the same has voted on the same, whatever it was in between.
        let earlier = self
            .editions(activity.id)
            .iter()
            .filter_map(|edition| edition.theme(id));
        let mut same = earlier.filter(|earlier| self.same_content(earlier, &pinned));
        match same.next() {
            Some(earlier) => PinnedTheme {
                version: earlier.version,
                ..pinned
            },
            None => pinned,
        }
    }

    /// What earlier editions asked about and the one with `themes` does not.
    fn gone(&self, activity: &Activity, themes: &[PinnedTheme]) -> Vec<(ThemeId, Void)> {
        let mut gone: Vec<(ThemeId, Void)> = Vec::new();
        let earlier = self.editions(activity.id).iter().flat_map(|edition| &edition.themes);
        for pinned in earlier {
            let id = pinned.theme;
            let known = themes.iter().any(|there| there.theme == id) || gone.iter().any(|(known, _)| *known == id);
            if !known {
                gone.push((id, self.why_gone(id)));
            }
        }
        gone
    }

    fn why_gone(&self, id: ThemeId) -> Void {
        let Some(theme) = self.themes.theme(id) else {
            return Void::TakenOff;
        };
        match theme.ended {
            Some(Ended::Merged { .. }) => self
                .themes
                .today(id)
                .map_or(Void::TakenOff, |into| Void::Merged { into }),
            Some(Ended::Removed) => Void::TakenOff,
            None if theme.parked => Void::SetAside,
            None if theme.ideas.is_empty() => Void::Emptied,
            None => Void::Hidden,
        }
    }
}
