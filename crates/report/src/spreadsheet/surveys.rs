//! What surveys brought: counts, answers, and reasons apart from both.

use visioncast_model::{Activity, ItemId, Mark, Marks, Panel, Survey};

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
    ]);
    for (place, activity, survey) in surveys(panel) {
        let threshold = match survey.threshold {
            0 => String::new(),
            percent => percent.to_string(),
        };
        for item in panel.items(activity) {
            let marks = panel.marks(activity.id, item);
            let head = [
                place.to_string(),
                activity.plan.question.clone(),
                item.to_string(),
                panel.item_text(activity, item).unwrap_or_default(),
                marks.map_or(0, Marks::answered).to_string(),
            ];
            if !disclosure.covers(panel, activity) {
                table.row(
                    head.into_iter()
                        .chain([String::new(), String::new(), threshold.clone()]),
                );
                continue;
            }
            let counts = marks.map(Marks::counts).unwrap_or_default();
            for (option, name) in survey.scale.names().into_iter().enumerate() {
                let count = counts.get(option).copied().unwrap_or_default();
                table.row(
                    head.clone()
                        .into_iter()
                        .chain([name, count.to_string(), threshold.clone()]),
                );
            }
        }
    }
    table
}

/// One row per current answer, in random order.
pub(super) fn answers(panel: &Panel, disclosure: Disclosure, disguise: &Disguise, shuffle: &mut Shuffle) -> Table {
    let mut table = Table::spreadsheet(&["person", "activity", "item", "answer", "after_reveal"]);
    for (place, activity, survey) in told(panel, disclosure) {
        for (item, marks) in marked(panel, activity) {
            for (person, mark) in marks.iter() {
                table.row([
                    disguise.people.get(&person).map(usize::to_string).unwrap_or_default(),
                    place.to_string(),
                    item.to_string(),
                    taken(survey, mark),
                    yes_or_no(mark.later),
                ]);
            }
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
