use visioncast_model::{Activity, Grounds, HideReason, Horizon, Idea, IdeaId, Nature, Panel};

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
        "same_as",
        "about",
        "builds_on",
        "nature",
        "horizon",
        "grounds",
        "source_named",
        "done_already_by",
        "would_help",
        "signed",
        "theme",
    ]
    .map(str::to_owned)
    .into();
    for (place, _) in judgements {
        for what in ["agree", "disagree", "pass", "shown_to"] {
            columns.push(format!("judgement_{place}_{what}"));
        }
    }
    let mut table = Table::spreadsheet(&columns);
    let numbered = |idea: Option<IdeaId>| {
        let number = idea.and_then(|idea| disguise.ideas.get(&idea));
        number.map(usize::to_string).unwrap_or_default()
    };
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
            numbered(idea.same_as),
            about(panel, idea).unwrap_or_default(),
            numbered(idea.builds_on),
        ];
        row.extend(details(panel, *id, idea));
        let theme = panel.themes().home(*id).and_then(|theme| disguise.themes.get(&theme));
        row.push(theme.map(usize::to_string).unwrap_or_default());
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

/// What of a survey an idea is about, in words.
fn about(panel: &Panel, idea: &Idea) -> Option<String> {
    panel.item_text(panel.activity(idea.activity)?, idea.about?)
}

/// What its author said of an idea.
fn details(panel: &Panel, id: IdeaId, idea: &Idea) -> [String; 7] {
    let details = &idea.details;
    let nature = match details.nature {
        Some(Nature::Insight) => "insight",
        Some(Nature::Strategy) => "strategy",
        None => "",
    };
    let horizon = match details.horizon {
        Some(Horizon::Now) => "now",
        Some(Horizon::Future) => "future",
        None => "",
    };
    let grounds = match details.grounds {
        Some(Grounds::Evidence) => "evidence",
        Some(Grounds::Experience) => "experience",
        Some(Grounds::Opinion) => "opinion",
        None => "",
    };
    let neighbours = &panel.framework().neighbours;
    let neighbour = neighbours.iter().find(|known| Some(known.id) == details.neighbour);
    let text = |words: Option<_>| words.and_then(|words| panel.text(words)).unwrap_or_default().to_owned();
    [
        nature.to_owned(),
        horizon.to_owned(),
        grounds.to_owned(),
        text(details.reference),
        neighbour.map(|known| known.text.clone()).unwrap_or_default(),
        panel.helpers(id).to_string(),
        text(idea.signature.filter(|_| idea.quotable)),
    ]
}

pub(super) const fn reason(reason: HideReason) -> &'static str {
    match reason {
        HideReason::Duplicate => "duplicate",
        HideReason::OffTopic => "off topic",
        HideReason::Personal => "personal",
        HideReason::Hurtful => "hurtful",
        HideReason::ModeratedAtSource => "moderated at source",
        HideReason::Waiting => "waiting for a facilitator",
    }
}
