use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use crate::{ActivityId, Event, IdeaId, ItemId, LINE_CHARS, PILES, Panel, PersonId, Pile, Rejection, checked_line};

impl Panel {
    /// Somebody puts dealt ideas into piles, by number; 0 is for what belongs with nothing. What was taken off the screens
    /// meanwhile is left out.
    pub(super) fn sort(
        &self,
        person: PersonId,
        activity: ActivityId,
        put: &[(IdeaId, u8)],
        names: &[(u8, String)],
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let activity = self.taking_answers(activity)?;
        if activity.sorted_prompt().is_none() {
            return Err(Rejection::OddForm);
        }
        let dealt = self.dealt_items.get(&(activity.id, person));
        let mut seen = BTreeSet::new();
        let mut piles: BTreeMap<u8, Vec<IdeaId>> = BTreeMap::new();
        let mut alone = Vec::new();
        for (idea, pile) in put {
            if *pile > PILES || !seen.insert(*idea) {
                return Err(Rejection::OddForm);
            }
            if !dealt.is_some_and(|dealt| dealt.contains(&ItemId::Idea(*idea))) {
                return Err(Rejection::NotDealt);
            }
            if self.ideas.get(idea).is_none_or(|idea| idea.hidden.is_some()) {
                continue;
            }
            match pile {
                0 => alone.push(*idea),
                _ => piles.entry(*pile).or_default().push(*idea),
            }
        }
        if piles.is_empty() && alone.is_empty() {
            return Err(Rejection::OddForm);
        }
        let mut sorted = Vec::with_capacity(piles.len() + alone.len());
        for (number, ideas) in piles {
            let name = names
                .iter()
                .find(|(known, name)| *known == number && !name.trim().is_empty());
            let name = match name {
                Some((_, name)) => Some(draft.write(Some(person), checked_line(name, LINE_CHARS)?)),
                None => None,
            };
            sorted.push(Pile { ideas, name });
        }
        sorted.extend(alone.into_iter().map(|idea| Pile {
            ideas: vec![idea],
            name: None,
        }));
        draft.push(Event::IdeasSorted {
            activity: activity.id,
            person,
            piles: sorted,
        });
        Ok(())
    }
}
