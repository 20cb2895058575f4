use std::collections::BTreeSet;

use visioncast_analysis::{Change, SMALLEST_CELL};
use visioncast_model::{ActivityId, Choice, ItemId, Mark, PersonId};

use super::{Assembly, heading, said};
use crate::{
    document::{Block, Cell, Kind, Sentence},
    language::{Phrase, Value, clean},
};

/// So many of the largest changes are told in words; the table has all.
const TOLD: usize = 5;

/// What two votes on the same came to.
struct Again {
    titles: [String; 2],
    changes: Vec<Changed>,
}

struct Changed {
    about: About,
    change: Change,
    sources: Vec<usize>,
}

enum About {
    Idea(usize),
    Item(String),
}

impl Assembly<'_> {
    /// What changed from a vote to the next one on the same, among those who voted in both.
    pub(super) fn changes(&mut self) -> Vec<Block> {
        let mut all = self.votes_again();
        all.extend(self.surveys_again());
        let mut blocks = Vec::new();
        for (place, again) in (1..).zip(all) {
            let [before, after] = &again.titles;
            let values = [
                ("before", Value::Words(before.as_str())),
                ("after", Value::Words(after.as_str())),
            ];
            let title = self.speaker.say(Phrase::ChangeTitle, &values);
            blocks.push(heading(format!("change-{place}"), title));
            blocks.push(Block::Sentence(self.speaker.aside(Phrase::ChangeIntro)));
            blocks.extend(self.change(place, &again));
        }
        blocks
    }

    fn change(&self, place: usize, again: &Again) -> Vec<Block> {
        let told = again.changes.iter();
        let mut told: Vec<&Changed> = told
            .filter(|changed| changed.change.before.total() >= SMALLEST_CELL)
            .collect();
        let moved = |changed: &&&Changed| changed.change.won + changed.change.lost > 0;
        let size = |changed: &Changed| changed.change.shift().unwrap_or_default().abs();
        let mut largest: Vec<&Changed> = told.iter().filter(moved).copied().collect();
        largest.sort_by(|one, other| size(other).total_cmp(&size(one)));
        largest.truncate(TOLD);
        let mut blocks = vec![if largest.is_empty() {
            Block::Sentence(self.speaker.say(Phrase::NothingChanged, &[]))
        } else {
            Block::List(largest.into_iter().map(|changed| self.changed(changed)).collect())
        }];
        if told.is_empty() {
            return blocks;
        }
        let rows = told.drain(..).map(|changed| {
            let change = &changed.change;
            let mut row = vec![match &changed.about {
                About::Idea(number) => Cell::Idea(*number),
                About::Item(text) => Cell::Words(text.clone()),
            }];
            let counts = [
                change.before.total(),
                change.before.agree,
                change.after.agree,
                change.won,
                change.lost,
                change.stayed,
            ];
            row.extend(counts.map(|count| Cell::Count(count.into())));
            row
        });
        let columns = [
            ("about", Phrase::AskedAbout, Kind::Text),
            ("both", Phrase::BothTimes, Kind::Count),
            ("before", Phrase::AgreedBefore, Kind::Count),
            ("after", Phrase::AgreedAfter, Kind::Count),
            ("won", Phrase::CameToAgree, Kind::Count),
            ("lost", Phrase::NoLongerAgree, Kind::Count),
            ("stayed", Phrase::SaidTheSame, Kind::Count),
        ];
        let rows: Vec<Vec<Cell>> = rows.collect();
        // A page shows what fits on it.
        let shown = rows.len() <= 3 * TOLD;
        let mut table = self.table(&format!("changes_{place}"), Phrase::ChangesCaption, &columns, rows);
        table.shown = shown;
        let sources = again.changes.iter().flat_map(|changed| changed.sources.iter().copied());
        table.sources = sources.collect::<BTreeSet<_>>().into_iter().take(2).collect();
        blocks.push(Block::Table(table));
        blocks
    }

    fn changed(&self, changed: &Changed) -> Sentence {
        let number = |count: u32| said(self.speaker.number(count.into()));
        let change = &changed.change;
        let mut values = vec![
            ("n", number(change.before.total())),
            ("before", number(change.before.agree)),
            ("after", number(change.after.agree)),
            ("won", number(change.won)),
            ("lost", number(change.lost)),
        ];
        let phrase = match &changed.about {
            About::Idea(idea) => {
                values.push(("idea", said(idea.to_string())));
                Phrase::ChangedIdea
            }
            About::Item(text) => {
                values.push(("name", Value::Words(text.as_str())));
                Phrase::ChangedTheme
            }
        };
        let sentence = self.speaker.say(phrase, &values);
        changed
            .sources
            .iter()
            .fold(sentence, |sentence, source| sentence.from(*source))
    }

    /// Each vote on ideas with the next one on the same.
    fn votes_again(&mut self) -> Vec<Again> {
        let prompts: Vec<ActivityId> = self.facts.votes.iter().map(|vote| vote.activity.prompt()).collect();
        let mut all = Vec::new();
        for (first, prompt) in prompts.iter().enumerate() {
            let Some(next) = (first + 1..prompts.len()).find(|next| prompts[*next] == *prompt) else {
                continue;
            };
            let (before, after) = (&self.facts.votes[first], &self.facts.votes[next]);
            let titles = [clean(&before.results.title), clean(&after.results.title)];
            let mut changes = Vec::new();
            for idea in self.facts.ideas.iter().filter(|idea| idea.activity == *prompt) {
                let (Some(one), Some(other)) = (before.ballots.get(&idea.id), after.ballots.get(&idea.id)) else {
                    continue;
                };
                let people: BTreeSet<&PersonId> = one.keys().chain(other.keys()).collect();
                let said = people
                    .into_iter()
                    .map(|person| (one.get(person).copied(), other.get(person).copied()));
                changes.push((idea.number, Change::of(said)));
            }
            let sources = vec![self.cite_vote(first), self.cite_vote(next)];
            let changes = changes.into_iter().map(|(number, change)| Changed {
                about: About::Idea(number),
                change,
                sources: sources.clone(),
            });
            all.push(Again {
                titles,
                changes: changes.collect(),
            });
        }
        all
    }

    /// Each survey that takes sides with the next one that asks about the same on the same scale.
    fn surveys_again(&mut self) -> Vec<Again> {
        let mut all = Vec::new();
        for first in 0..self.facts.surveys.len() {
            let asked = &self.facts.surveys[first];
            let same = |next: &usize| {
                let other = &self.facts.surveys[*next].survey;
                // What constituencies say is told in their own table alone.
                other.items == asked.survey.items
                    && other.items != visioncast_model::Items::Wants
                    && other.scale == asked.survey.scale
                    && other.scale.takes_sides()
            };
            let Some(next) = (first + 1..self.facts.surveys.len()).find(same) else {
                continue;
            };
            let again = &self.facts.surveys[next];
            let titles = [clean(&asked.activity.plan.title), clean(&again.activity.plan.title)];
            let mut changes = Vec::new();
            for (place, item) in asked.items.iter().enumerate() {
                let Some(then) = again.items.iter().position(|other| other.id == item.id) else {
                    continue;
                };
                let Some(text) = item.text.clone() else { continue };
                if let Some(change) = self.marks_again(first, next, item.id) {
                    changes.push((place, then, text, change));
                }
            }
            let changes = changes.into_iter().map(|(place, then, text, change)| Changed {
                about: About::Item(text),
                change,
                sources: vec![self.cite_item(first, place), self.cite_item(next, then)],
            });
            let changes: Vec<Changed> = changes.collect();
            if !changes.is_empty() {
                all.push(Again { titles, changes });
            }
        }
        all
    }

    /// None where it was not the same any more.
    fn marks_again(&self, first: usize, next: usize, item: ItemId) -> Option<Change> {
        let panel = self.facts.panel;
        let ids = [first, next].map(|survey| self.facts.surveys[survey].activity.id);
        if let ItemId::Theme(_) = item {
            let [one, other] = ids.map(|id| panel.pinned_item(id, item));
            let (one, other) = one.zip(other)?;
            if (one.name, one.about, &one.ideas) != (other.name, other.about, &other.ideas) {
                return None;
            }
        }
        let scale = &self.facts.surveys[first].survey.scale;
        let [one, other] = ids.map(|id| panel.marks(id, item));
        let (one, other) = one.zip(other)?;
        let side = |id: ActivityId, mark: Option<&Mark>| -> Option<Choice> {
            let revealed = panel.counts_at_reveal(id).is_some();
            scale.side(&mark.filter(|mark| !(revealed && mark.later))?.marks)
        };
        let people: BTreeSet<PersonId> = one.iter().chain(other.iter()).map(|(person, _)| person).collect();
        Some(Change::of(people.into_iter().map(|person| {
            (side(ids[0], one.of(person)), side(ids[1], other.of(person)))
        })))
    }
}
