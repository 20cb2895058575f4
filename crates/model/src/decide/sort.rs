use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use crate::{ActivityId, Event, IdeaId, ItemId, LINE_CHARS, PILES, Panel, PersonId, Pile, Rejection, checked_line};

impl Panel {
    /// Somebody puts dealt ideas into piles, by number; 0 is for what belongs with nothing. What was taken off the screens
    /// meanwhile is left out; where nothing is left, nothing happens. In a rehearsal whoever sorts need not have been dealt it.
    pub(super) fn sort(
        &self,
        person: PersonId,
        activity: ActivityId,
        put: &[(IdeaId, u8)],
        names: &[(u8, String)],
        draft: &mut Draft<'_, '_>,
    ) -> Result<(), Rejection> {
        let activity = self.taking_answers(activity)?;
        let prompt = activity.sorted_prompt().ok_or(Rejection::OddForm)?;
        if put.is_empty() {
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
            let was_dealt = dealt.is_some_and(|dealt| dealt.contains(&ItemId::Idea(*idea)));
            let is_here = self.ideas.get(idea).is_some_and(|idea| idea.activity == prompt);
            if !is_here || !was_dealt && !self.rehearsal {
                return Err(Rejection::NotDealt);
            }
            if !self.is_sortable(*idea) {
                continue;
            }
            match pile {
                0 => alone.push(*idea),
                _ => piles.entry(*pile).or_default().push(*idea),
            }
        }
        if piles.is_empty() && alone.is_empty() {
            return Ok(());
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
