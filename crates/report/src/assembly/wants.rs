use visioncast_analysis::{SMALLEST_CELL, suppressed};
use visioncast_model::{ItemId, Items};

use super::{Assembly, heading};
use crate::{
    document::{Block, Cell, Chapter, Kind, Sentence},
    language::{Phrase, clean},
};

impl Assembly<'_> {
    /// What each constituency is believed to want, and what it says to that. An answer counts for the constituency, so
    /// counts are kept back as those of a constituency are: all of them where its own size is.
    pub(super) fn wants(&mut self) -> Option<Chapter> {
        let constituencies = &self.facts.panel.framework().constituencies;
        if constituencies.is_empty() {
            return None;
        }
        let mut blocks = vec![Block::Sentence(self.speaker.say(Phrase::WantsIntro, &[]))];
        let mut kept = false;
        for place in 0..self.facts.surveys.len() {
            if self.facts.surveys[place].survey.items != Items::Wants {
                continue;
            }
            let source = self.cite_question(self.facts.surveys[place].activity.id);
            let rows = self.wanted(place);
            kept |= rows.iter().flatten().any(|cell| *cell == Cell::KeptBack);
            let columns = [
                ("constituency", Phrase::Constituency, Kind::Text),
                ("want", Phrase::Want, Kind::Text),
                ("n", Phrase::Answered, Kind::Count),
                ("right", Phrase::Right, Kind::Count),
                ("wrong", Phrase::Wrong, Kind::Count),
                ("unsure", Phrase::Unsure, Kind::Count),
            ];
            let mut table = self.table(&format!("wants_{}", place + 1), Phrase::WantsCaption, &columns, rows);
            table.sources.push(source);
            blocks.push(Block::Table(table));
        }
        if blocks.len() == 1 {
            blocks.push(Block::Sentence(self.speaker.say(Phrase::WantsNotAsked, &[])));
        }
        if kept {
            blocks.push(Block::Sentence(self.speaker.aside(Phrase::KeptBackWhy)));
        }
        for constituency in constituencies {
            let about: Vec<usize> = (0..self.facts.ideas.len())
                .filter(|place| match self.facts.ideas[*place].about {
                    Some(ItemId::Constituency(id) | ItemId::Want(id, _)) => id == constituency.id,
                    _ => false,
                })
                .collect();
            let quoted = about.iter().any(|place| self.facts.ideas[*place].words.is_some());
            if quoted {
                blocks.push(heading(
                    format!("wants-of-{}", constituency.id),
                    Sentence::words(clean(&constituency.name)),
                ));
                blocks.extend(self.quotes(&about));
            }
        }
        Some(self.chapter("wants", Phrase::WantsTitle, blocks))
    }

    fn wanted(&self, survey: usize) -> Vec<Vec<Cell>> {
        let framework = self.facts.panel.framework();
        let attendance = &self.facts.attendance.constituencies;
        let mut rows = Vec::new();
        for item in &self.facts.surveys[survey].items {
            let ItemId::Want(id, _) = item.id else { continue };
            let place = framework.constituencies.iter().position(|known| known.id == id);
            let Some((constituency, group)) =
                place.and_then(|place| framework.constituencies.get(place).zip(attendance.get(place)))
            else {
                continue;
            };
            let may = group.people.is_some() && item.n >= SMALLEST_CELL;
            let counts = if may {
                suppressed(&item.counts, item.n)
            } else {
                vec![None; item.counts.len()]
            };
            let mut row = vec![
                Cell::Words(clean(&constituency.name)),
                Cell::words(item.text.as_deref()),
                Cell::kept(Some(item.n).filter(|_| may)),
            ];
            row.extend(counts.into_iter().map(Cell::kept));
            rows.push(row);
        }
        rows
    }
}
