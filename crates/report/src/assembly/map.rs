use super::Assembly;
use crate::{
    document::{Block, Cell, Chapter, Column, Kind, Table},
    language::{Phrase, clean},
    map::Map,
};

impl Assembly<'_> {
    /// Every principle in every domain: how strong the link is, how many said so, and how split they are.
    pub(super) fn map(&mut self) -> Option<Chapter> {
        let map = Map::of(self.facts.panel);
        if map.principles.is_empty() || map.domains.is_empty() {
            return None;
        }
        let source = self.cite_map();
        let intro = if map.asked {
            Phrase::MapIntro
        } else {
            Phrase::MapNotAsked
        };
        let mut blocks = vec![Block::Sentence(self.speaker.say(intro, &[]))];
        blocks.push(Block::Table(self.grid(&map, source)));
        blocks.push(Block::Table(self.cells(&map, source)));
        Some(self.chapter("map", Phrase::MapTitle, blocks))
    }

    fn grid(&self, map: &Map, source: usize) -> Table {
        let mut columns = vec![self.column("principle", Phrase::Principle, Kind::Text)];
        columns.extend(map.domains.iter().map(|(id, name)| Column {
            name: format!("domain_{id}"),
            title: clean(name),
            kind: Kind::Decimal,
        }));
        let rows = map.principles.iter().zip(&map.cells).map(|((number, words), cells)| {
            let strength = cells.iter().map(|cell| {
                cell.strength
                    .map_or(Cell::Empty, |strength| Cell::decimal(strength.mean))
            });
            let mut row = vec![Cell::Words(format!("{number}. {}", clean(words)))];
            row.extend(strength);
            row
        });
        Table {
            name: "map".to_owned(),
            caption: self.speaker.owned(Phrase::MapCaption),
            columns,
            rows: rows.collect(),
            shown: true,
            sources: vec![source],
        }
    }

    /// The same, a cell a row.
    fn cells(&self, map: &Map, source: usize) -> Table {
        let mut rows = Vec::new();
        for ((number, words), cells) in map.principles.iter().zip(&map.cells) {
            for ((_, domain), cell) in map.domains.iter().zip(cells) {
                let strength = |of: fn(&visioncast_analysis::Spread) -> f64| {
                    cell.strength
                        .as_ref()
                        .map_or(Cell::Empty, |strength| Cell::decimal(of(strength)))
                };
                rows.push(vec![
                    Cell::Count(u64::from(*number)),
                    Cell::Words(clean(words)),
                    Cell::Words(clean(domain)),
                    Cell::Count(cell.n.into()),
                    strength(|spread| spread.mean),
                    strength(|spread| spread.split),
                ]);
            }
        }
        let columns = [
            ("number", Phrase::Place, Kind::Count),
            ("principle", Phrase::Principle, Kind::Text),
            ("domain", Phrase::Domain, Kind::Text),
            ("n", Phrase::Answered, Kind::Count),
            ("strength", Phrase::Strength, Kind::Decimal),
            ("split", Phrase::Split, Kind::Decimal),
        ];
        let mut table = self.table("map_cells", Phrase::MapCaption, &columns, rows);
        table.shown = map.asked;
        table.sources.push(source);
        table
    }
}
