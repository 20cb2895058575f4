//! What surveys brought: counts, answers, and reasons apart from both.

use visioncast_model::{Activity, ItemId, Mark, Marks, Panel, Survey, Void, WordsHash, WordsId};

use super::{Disguise, yes_or_no};
use crate::{Disclosure, shuffle::Shuffle, table::Table};

/// One row per option of everything that was asked about, unanswered things too. Of what may not be
/// told yet, one row per thing that says how many answered.
pub(super) fn counts(panel: &Panel, disclosure: Disclosure) -> Table {
    let mut table = Table::spreadsheet(&[
        "activity",
        "question",
        "item",
        "text",
        "answered",
        "option",
        "count",
        "threshold_percent",
        "edition",
    ]);
    for (place, activity, survey) in surveys(panel) {
        let threshold = match survey.threshold {
            0 => String::new(),
            percent => percent.to_string(),
        };
        let told = disclosure.covers(panel, activity);
        let edition = edition(panel.edition(activity.id));
        for item in panel.items(activity) {
            let marks = panel.marks(activity.id, item);
            let head = [
                place.to_string(),
                activity.plan.question.clone(),
                item.to_string(),
                panel.item_text(activity, item).unwrap_or_default(),
                // How many gave something dots or a place says what is for it.
                if told || !survey.scale.is_shared() {
                    marks.map_or(0, Marks::answered).to_string()
                } else {
                    String::new()
                },
            ];
            let end = [threshold.clone(), edition.clone()];
            if !told {
                table.row(head.into_iter().chain([String::new(), String::new()]).chain(end));
                continue;
            }
            let counts = marks.map(Marks::counts).unwrap_or_default();
            for (option, name) in survey.scale.names().into_iter().enumerate() {
                let count = counts.get(option).copied().unwrap_or_default();
                let row = head.clone().into_iter().chain([name, count.to_string()]);
                table.row(row.chain(end.clone()));
            }
        }
    }
    table
}

/// One row per last answer, in random order; of a theme with the edition that its voter saw, and where it does not count,
/// why.
pub(super) fn answers(panel: &Panel, disclosure: Disclosure, disguise: &Disguise, shuffle: &mut Shuffle) -> Table {
    let columns = [
        "person",
        "activity",
        "item",
        "answer",
        "after_reveal",
        "edition",
        "void",
        "merged_into",
    ];
    let mut table = Table::spreadsheet(&columns);
    for (place, activity, survey) in told(panel, disclosure) {
        let counting = marked(panel, activity).flat_map(|(item, marks)| {
            let all = marks.iter();
            all.map(move |(person, mark)| (person, item, mark, None))
        });
        let void = panel.void_marks(activity.id);
        let void = void.map(|(person, item, mark, why)| (person, item, mark, Some(why)));
        for (person, item, mark, why) in counting.chain(void) {
            table.row([
                disguise.people.get(&person).map(usize::to_string).unwrap_or_default(),
                place.to_string(),
                item.to_string(),
                taken(survey, mark),
                yes_or_no(mark.later),
                edition(mark.edition),
                why.map(Void::name).unwrap_or_default().to_owned(),
                match why {
                    Some(Void::Merged { into }) => ItemId::Theme(into).to_string(),
                    _ => String::new(),
                },
            ]);
        }
    }
    shuffle.shuffle(table.body());
    table
}

/// One row per reason, in random order, without the person who gave it.
pub(super) fn reasons(panel: &Panel, disclosure: Disclosure, shuffle: &mut Shuffle) -> Table {
    let mut table = Table::spreadsheet(&["activity", "item", "text", "answer", "reason", "may_be_quoted"]);
    for (place, activity, survey) in told(panel, disclosure) {
        for (item, marks) in marked(panel, activity) {
            for (_, mark) in marks.iter() {
                let Some(reason) = mark.reason.and_then(|words| panel.text(words)) else {
                    continue;
                };
                table.row([
                    place.to_string(),
                    item.to_string(),
                    panel.item_text(activity, item).unwrap_or_default(),
                    taken(survey, mark),
                    reason.to_owned(),
                    yes_or_no(mark.quotable),
                ]);
            }
        }
    }
    shuffle.shuffle(table.body());
    table
}

/// One row per theme of each edition that a survey has asked about: what its voters saw.
pub(super) fn editions(panel: &Panel) -> Table {
    let columns = [
        "activity",
        "edition",
        "item",
        "same_since_edition",
        "name",
        "about",
        "ideas",
        "in_the_last_edition",
    ];
    let mut table = Table::spreadsheet(&columns);
    for (place, activity, _) in surveys(panel) {
        let editions = panel.editions(activity.id);
        for (number, edition) in (1_u32..).zip(editions) {
            for pinned in &edition.themes {
                let text = |words: Option<(WordsId, _)>| {
                    let words = words.and_then(|(words, _): (_, WordsHash)| panel.text(words));
                    words.unwrap_or_default().to_owned()
                };
                let last = editions.last().and_then(|last| last.theme(pinned.theme));
                table.row([
                    place.to_string(),
                    number.to_string(),
                    ItemId::Theme(pinned.theme).to_string(),
                    pinned.version.to_string(),
                    text(pinned.name),
                    text(pinned.about),
                    pinned.ideas.len().to_string(),
                    yes_or_no(last.is_some_and(|last| last.version == pinned.version)),
                ]);
            }
        }
    }
    table
}

/// The number of an edition; empty where there is none.
fn edition(number: u32) -> String {
    match number {
        0 => String::new(),
        number => number.to_string(),
    }
}

/// The options taken, in the order given.
fn taken(survey: &Survey, mark: &Mark) -> String {
    let names = survey.scale.names();
    let taken = mark.marks.iter().filter_map(|option| names.get(usize::from(*option)));
    taken.cloned().collect::<Vec<_>>().join(" | ")
}

fn surveys(panel: &Panel) -> impl Iterator<Item = (usize, &Activity, &Survey)> {
    let places = (1..).zip(panel.agenda());
    places.filter_map(|(place, activity)| Some((place, activity, activity.survey()?)))
}

fn told(panel: &Panel, disclosure: Disclosure) -> impl Iterator<Item = (usize, &Activity, &Survey)> {
    surveys(panel).filter(move |(_, activity, _)| disclosure.covers(panel, activity))
}

fn marked<'a>(panel: &'a Panel, activity: &'a Activity) -> impl Iterator<Item = (ItemId, &'a Marks)> {
    let items = panel.items(activity).into_iter();
    items.filter_map(|item| Some((item, panel.marks(activity.id, item)?)))
}
