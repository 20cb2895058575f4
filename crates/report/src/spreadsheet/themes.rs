use std::collections::BTreeMap;

use visioncast_model::{ItemId, Kind, Panel, ThemeId};

use super::yes_or_no;
use crate::{Disclosure, table::Table};

/// The themes that are there, numbered as they stand, one question after the other.
pub(super) fn numbered(panel: &Panel) -> BTreeMap<ThemeId, usize> {
    let prompts = panel
        .agenda()
        .iter()
        .filter(|item| matches!(item.plan.kind, Kind::Prompt(_)));
    let themes = prompts.flat_map(|prompt| panel.themes().of(prompt.id));
    themes.map(|(id, _)| id).zip(1..).collect()
}

/// One row per theme.
pub(super) fn table(panel: &Panel, numbers: &BTreeMap<ThemeId, usize>, disclosure: Disclosure) -> Table {
    let columns = [
        "theme",
        "activity",
        "name",
        "about",
        "domain",
        "set_aside",
        "locked",
        "ideas",
        "hidden_ideas",
        "votes",
    ];
    let mut table = Table::spreadsheet(&columns.map(str::to_owned));
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    for (id, number) in numbers {
        let Some(theme) = panel.themes().theme(*id) else {
            continue;
        };
        let text = |words: Option<_>| {
            words
                .and_then(|(words, _)| panel.text(words))
                .unwrap_or_default()
                .to_owned()
        };
        let ideas = theme.ideas.iter().filter_map(|idea| panel.ideas().get(idea));
        let hidden = ideas.filter(|idea| idea.hidden.is_some()).count();
        let domain = theme.domain.and_then(|domain| panel.framework().domain(domain));
        let row = vec![
            number.to_string(),
            panel
                .place(theme.prompt)
                .map(|place| (place + 1).to_string())
                .unwrap_or_default(),
            text(theme.name),
            text(theme.about),
            domain.map(|domain| domain.name.clone()).unwrap_or_default(),
            yes_or_no(theme.parked),
            yes_or_no(theme.locked),
            theme.ideas.len().to_string(),
            hidden.to_string(),
            votes(panel, *id, disclosure),
        ];
        rows.push((*number, row));
    }
    rows.sort();
    for (_, row) in rows {
        table.row(row);
    }
    table
}

/// What was answered to a theme in each vote on it that may be told: the number of the vote, the edition that was voted on,
/// and how many took each option.
fn votes(panel: &Panel, theme: ThemeId, disclosure: Disclosure) -> String {
    let item = ItemId::Theme(theme);
    let told = (1..)
        .zip(panel.agenda())
        .filter(|(_, activity)| disclosure.covers(panel, activity));
    let votes = told.filter_map(|(place, activity)| {
        let survey = activity.survey()?;
        let asked = panel.items(activity).contains(&item);
        let marks = panel.marks(activity.id, item).filter(|_| asked)?;
        let names = survey.scale.names().into_iter().zip(marks.counts());
        let counts: Vec<String> = names.map(|(name, count)| format!("{name} {count}")).collect();
        let edition = panel.edition(activity.id);
        Some(format!("{place}, edition {edition}: {}", counts.join(", ")))
    });
    votes.collect::<Vec<_>>().join(" | ")
}
