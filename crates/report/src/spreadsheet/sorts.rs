use visioncast_model::Panel;

use super::Disguise;
use crate::{shuffle::Shuffle, table::Table};

/// One row per idea that somebody put into a pile: what is in the same pile of the same handful was put together. Nothing
/// tells whose handful it is.
pub(super) fn table(panel: &Panel, disguise: &Disguise, shuffle: &mut Shuffle) -> Table {
    let columns = ["activity", "handful", "pile", "pile_name", "idea"];
    let mut table = Table::spreadsheet(&columns.map(str::to_owned));
    for (place, activity) in (1..).zip(panel.agenda()) {
        let mut handfuls: Vec<_> = panel.sorts(activity.id).collect();
        shuffle.shuffle(&mut handfuls);
        for (handful, piles) in (1..).zip(handfuls) {
            for (number, pile) in (1..).zip(piles) {
                let name = pile.name.and_then(|(words, _)| panel.text(words)).unwrap_or_default();
                for idea in pile.ideas.iter().filter_map(|idea| disguise.ideas.get(idea)) {
                    let numbers: [usize; 3] = [place, handful, number];
                    let mut row: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                    row.extend([name.to_owned(), idea.to_string()]);
                    table.row(row);
                }
            }
        }
    }
    table
}
