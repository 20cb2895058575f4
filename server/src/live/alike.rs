use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use visioncast_analysis::{Likeness, Near, Pairs, Perhaps};
use visioncast_model::{ActivityId, IdeaId, Panel, Seq, Theme, ThemeId, WordsId};

use super::RoomHandle;

/// How old it may be what a phone is told: what is no longer so is left out or refused all the same.
const LATELY: Duration = Duration::from_secs(2);

/// What looks alike among the ideas of a live panel: found when somebody asks, beside the room and not in it, and kept
/// until something happens.
#[derive(Default)]
pub(crate) struct Alike(Mutex<BTreeMap<ActivityId, Arc<Mutex<Kept>>>>);

#[derive(Default)]
struct Kept {
    index: Likeness,
    /// Whose words are in the index.
    words: BTreeMap<IdeaId, WordsId>,
    pairs: Pairs,
    near: Vec<Near>,
    found: Option<Arc<Found>>,
    /// When that was found out.
    looked: Option<Instant>,
}

/// The ideas of a prompt that are on screens, as they stood, and what of them looks alike.
pub(crate) struct Found {
    seq: Seq,
    /// Each idea that is there, in the order of arrival.
    pub(crate) ideas: BTreeMap<IdeaId, Seen>,
    /// The themes that may be added to, and what they are called.
    pub(crate) themes: BTreeMap<ThemeId, String>,
    /// Those that say the same words, together, in the order of arrival; the most first.
    pub(crate) same: Vec<Vec<IdeaId>>,
    /// Those that are near each other, and that nobody told apart; the surest first.
    pub(crate) near: Vec<Near>,
    /// Which theme each of those might go into that are in none; the surest first.
    pub(crate) perhaps: Vec<Perhaps>,
}

/// An idea as it stood.
pub(crate) struct Seen {
    pub(crate) place: u32,
    words: WordsId,
    pub(crate) text: String,
    /// The theme that it is in.
    pub(crate) home: Option<ThemeId>,
    /// All ideas that say the same words, itself too, in the order of arrival.
    pub(crate) same: Vec<IdeaId>,
}

/// The panel as far as it matters here.
struct Glance {
    seq: Seq,
    ideas: BTreeMap<IdeaId, Seen>,
    themes: BTreeMap<ThemeId, String>,
    apart: BTreeSet<(IdeaId, IdeaId)>,
}

impl RoomHandle {
    /// What looks alike among the ideas of a prompt; none where the room does not answer.
    pub(crate) async fn alike(&self, prompt: ActivityId) -> Option<Arc<Found>> {
        let kept = self.alike.of(prompt);
        let known = locked(&kept).found.clone();
        let before = known.as_ref().map(|found| found.seq);
        let glance = self.look(move |panel| (before != Some(panel.seq())).then(|| Glance::at(panel, prompt)));
        match glance.await? {
            None => known,
            Some(glance) => tokio::task::spawn_blocking(move || locked(&kept).take_in(glance))
                .await
                .ok(),
        }
    }

    /// The same as it was a moment ago at the most: for phones, of which a whole room may ask with every step.
    pub(crate) async fn alike_lately(&self, prompt: ActivityId) -> Option<Arc<Found>> {
        let lately = {
            let kept = self.alike.of(prompt);
            let kept = locked(&kept);
            let lately = kept.looked.is_some_and(|looked| looked.elapsed() < LATELY);
            kept.found.clone().filter(|_| lately)
        };
        match lately {
            Some(found) => Some(found),
            None => self.alike(prompt).await,
        }
    }
}

impl Alike {
    /// Forgets all words, because some were erased.
    pub(crate) fn forget(&self) {
        locked(&self.0).clear();
    }

    fn of(&self, prompt: ActivityId) -> Arc<Mutex<Kept>> {
        Arc::clone(locked(&self.0).entry(prompt).or_default())
    }
}

impl Glance {
    fn at(panel: &Panel, prompt: ActivityId) -> Self {
        let themes = panel.themes();
        let shown = panel.ideas_of(prompt).filter(|(_, idea)| idea.hidden.is_none());
        let ideas = (0..).zip(shown).filter_map(|(place, (id, idea))| {
            let seen = Seen {
                place,
                words: idea.words,
                text: panel.words(idea)?.to_owned(),
                home: themes.home(id),
                same: Vec::new(),
            };
            Some((id, seen))
        });
        let free = |(_, theme): &(ThemeId, &Theme)| !theme.locked && !theme.parked;
        let named = |(id, theme): (ThemeId, &Theme)| (id, panel.theme_name(theme).unwrap_or_default().to_owned());
        Self {
            seq: panel.seq(),
            ideas: ideas.collect(),
            themes: themes.of(prompt).filter(free).map(named).collect(),
            apart: themes.told_apart().clone(),
        }
    }
}

impl Kept {
    fn take_in(&mut self, glance: Glance) -> Arc<Found> {
        let Glance {
            seq,
            mut ideas,
            themes,
            apart,
        } = glance;
        // Somebody else may have asked meanwhile, and later.
        if let Some(found) = self.found.as_ref().filter(|found| found.seq >= seq) {
            return Arc::clone(found);
        }
        if self.learn(&ideas) {
            self.pairs = self.index.pairs();
            self.near = self.index.near(&self.pairs);
        }
        let order: BTreeMap<IdeaId, u32> = ideas.iter().map(|(id, seen)| (*id, seen.place)).collect();
        let arrived = |same: &BTreeSet<IdeaId>| {
            let mut same: Vec<IdeaId> = same.iter().copied().collect();
            same.sort_by_key(|idea| order.get(idea));
            same
        };
        let same = self.index.same().into_iter().map(arrived).collect();
        for (id, seen) in &mut ideas {
            seen.same = self.index.same_as(*id).map(arrived).unwrap_or_default();
        }
        let home = |idea: IdeaId| ideas.get(&idea)?.home;
        let said = |idea: IdeaId| ideas.get(&idea).map_or([].as_slice(), |seen| &seen.same);
        let told_apart = |one: IdeaId, other: IdeaId| {
            let pairs = said(one)
                .iter()
                .flat_map(|one| said(other).iter().map(move |other| (*one, *other)));
            // Most panels have none, and two ideas may each be there hundreds of times.
            !apart.is_empty()
                && pairs
                    .map(|(one, other)| (one.min(other), one.max(other)))
                    .any(|pair| apart.contains(&pair))
        };
        let near = self
            .near
            .iter()
            .filter(|near| !told_apart(near.one, near.other))
            .copied()
            .collect();
        let names = themes.iter().map(|(theme, name)| (*theme, name.clone()));
        let perhaps = self
            .index
            .themes(&self.pairs, home, names)
            .into_iter()
            .filter(|perhaps| {
                let told = perhaps.nearest.is_some_and(|nearest| told_apart(perhaps.idea, nearest));
                !told && themes.contains_key(&perhaps.theme)
            })
            .collect();
        let found = Arc::new(Found {
            seq,
            themes,
            same,
            near,
            perhaps,
            ideas,
        });
        self.found = Some(Arc::clone(&found));
        self.looked = Some(Instant::now());
        found
    }

    /// Brings the index up to date; returns whether anything changed.
    fn learn(&mut self, ideas: &BTreeMap<IdeaId, Seen>) -> bool {
        let gone: Vec<IdeaId> = self
            .words
            .keys()
            .filter(|idea| !ideas.contains_key(idea))
            .copied()
            .collect();
        let mut changed = !gone.is_empty();
        for idea in gone {
            self.words.remove(&idea);
            self.index.take_out(idea);
        }
        for (id, seen) in ideas {
            if self.words.insert(*id, seen.words) != Some(seen.words) {
                self.index.put(*id, &seen.text);
                changed = true;
            }
        }
        changed
    }
}

fn locked<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
