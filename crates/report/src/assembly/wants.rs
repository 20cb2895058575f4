use visioncast_analysis::SMALLEST_CELL;
use visioncast_model::{ItemId, Items, Panel};

use super::{Assembly, facts::Answered, heading};
use crate::{
    attendance::Attendance,
    document::{Block, Cell, Chapter, Kind, Sentence},
    language::{Phrase, clean},
    told::Ledger,
};

/// What a constituency says to a want that it is believed to have, as far as it may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// How many answered.
    pub(super) n: Option<u32>,
    /// Per option.
    pub(super) counts: Vec<Option<u32>>,
    /// Whether they are as an earlier edition told them.
    pub(super) earlier: bool,
}

impl Wanted {
    /// What may be told of each item of a survey of wants; empty for another one. All is kept back where the
    /// constituency's own size is, or where few answered, and stays so.
    pub(super) fn all(
        panel: &Panel,
        survey: &Answered<'_>,
        attendance: &Attendance,
        ledger: &mut Ledger<'_>,
    ) -> Vec<Self> {
        if survey.survey.items != Items::Wants {
            return Vec::new();
        }
        let options = survey.survey.scale.names();
        let constituencies = &panel.framework().constituencies;
        let mut wanted = Vec::new();
        for item in &survey.items {
            let place = match item.id {
                ItemId::Want(id, _) => constituencies.iter().position(|known| known.id == id),
                _ => None,
            };
            let size = place.and_then(|place| attendance.constituencies.get(place)?.people);
            let table = format!("wants {} {}", survey.activity.id, item.id);
            if size.is_none() || item.n < SMALLEST_CELL || ledger.was_kept_back(&table) {
                ledger.keep_back(table);
                wanted.push(Self {
                    n: None,
                    counts: vec![None; item.counts.len()],
                    earlier: false,
                });
                continue;
            }
            let standing = ledger.next(&table, &options, &item.counts, item.n);
            let before = ledger.earlier(&table, &options).pop().map(|edition| edition.total);
            wanted.push(Self {
                n: if standing.earlier { before } else { Some(item.n) },
                counts: standing.counts,
                earlier: standing.earlier,
            });
        }
        wanted
    }
}

impl Assembly<'_> {
    /// What each constituency is believed to want, and what it says to that. An answer counts for the constituency, so
    /// counts are kept back as those of a constituency are.
    pub(super) fn wants(&mut self) -> Option<Chapter> {
        let constituencies = &self.facts.panel.framework().constituencies;
        if constituencies.is_empty() {
            return None;
        }
        let mut blocks = vec![Block::Sentence(self.speaker.say(Phrase::WantsIntro, &[]))];
        let (mut kept, mut earlier) = (false, false);
        for place in 0..self.facts.surveys.len() {
            if self.facts.surveys[place].survey.items != Items::Wants {
                continue;
            }
            let source = self.cite_question(self.facts.surveys[place].activity.id);
            let rows = self.wanted(place);
            earlier |= self.facts.surveys[place].wanted.iter().any(|wanted| wanted.earlier);
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
        if earlier {
            blocks.push(Block::Sentence(self.speaker.aside(Phrase::EarlierStands)));
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
        let survey = &self.facts.surveys[survey];
        let mut rows = Vec::new();
        for (item, told) in survey.items.iter().zip(&survey.wanted) {
            let ItemId::Want(id, _) = item.id else { continue };
            let Some(constituency) = framework.constituencies.iter().find(|known| known.id == id) else {
                continue;
            };
            let mut row = vec![
                Cell::Words(clean(&constituency.name)),
                Cell::words(item.text.as_deref()),
                Cell::kept(told.n),
            ];
            row.extend(told.counts.iter().copied().map(Cell::kept));
            rows.push(row);
        }
        rows
    }
}
