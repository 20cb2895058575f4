use visioncast_model::{Activity, HideReason, Panel};

use super::{Disguise, source, yes_or_no};
use crate::table::Table;

/// One row per idea, those too that nobody voted on, that are hidden, or whose words were erased.
pub(super) fn table(panel: &Panel, judgements: &[(usize, &Activity)], disguise: &Disguise) -> Table {
    let mut columns: Vec<String> = [
        "idea",
        "activity",
        "question",
        "domain",
        "words",
        "words_erased",
        "may_be_quoted",
        "source",
        "hidden",
        "hidden_because",
    ]
    .map(str::to_owned)
    .into();
    for (place, _) in judgements {
        for what in ["agree", "disagree", "pass", "shown_to"] {
            columns.push(format!("judgement_{place}_{what}"));
        }
    }
    let mut table = Table::spreadsheet(&columns);
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    for (id, idea) in panel.ideas() {
        let number = disguise.ideas.get(id).copied().unwrap_or_default();
        let words = panel.words(idea);
        let prompt = panel.activity(idea.activity);
        let domain = idea.domain.and_then(|domain| panel.framework().domain(domain));
        let mut row = vec![
            number.to_string(),
            panel
                .place(idea.activity)
                .map(|place| (place + 1).to_string())
                .unwrap_or_default(),
            prompt.map(|prompt| prompt.plan.question.clone()).unwrap_or_default(),
            domain.map(|domain| domain.name.clone()).unwrap_or_default(),
            words.unwrap_or_default().to_owned(),
            yes_or_no(words.is_none()),
            yes_or_no(idea.quotable),
            source(idea.source),
            yes_or_no(idea.hidden.is_some()),
            idea.hidden.map(reason).unwrap_or_default().to_owned(),
        ];
        for (_, judgement) in judgements {
            if judgement.prompt() == idea.activity {
                let tally = panel.tally(judgement.id, *id);
                let shown = panel.exposure(judgement.id, *id);
                row.extend([tally.agree, tally.disagree, tally.pass, shown].map(|count| count.to_string()));
            } else {
                row.extend([const { String::new() }; 4]);
            }
        }
        rows.push((number, row));
    }
    rows.sort();
    for (_, row) in rows {
        table.row(row);
    }
    table
}

pub(super) const fn reason(reason: HideReason) -> &'static str {
    match reason {
        HideReason::Duplicate => "duplicate",
        HideReason::OffTopic => "off topic",
        HideReason::Personal => "personal",
        HideReason::Hurtful => "hurtful",
        HideReason::ModeratedAtSource => "moderated at source",
    }
}
