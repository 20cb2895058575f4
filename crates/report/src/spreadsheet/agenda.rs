use visioncast_model::{Kind, Panel, Reveal, State};

use crate::{Disclosure, moment, table::Table};

/// One row per item of the agenda, in its order.
pub(super) fn table(panel: &Panel, disclosure: Disclosure) -> Table {
    let mut table = Table::spreadsheet(&[
        "activity",
        "kind",
        "title",
        "question",
        "judges_activity",
        "state",
        "revealed",
        "people_who_answered",
        "answers_in_this_export",
    ]);
    for (place, activity) in (1..).zip(panel.agenda()) {
        let judged = panel.place(activity.prompt()).map(|place| (place + 1).to_string());
        let (kind, judges, votes) = match activity.plan.kind {
            Kind::Prompt(_) => ("prompt", None, ""),
            Kind::Judgement(_) if disclosure.covers(panel, activity) => ("judgement", judged, "included"),
            Kind::Judgement(_) => ("judgement", judged, "left out until they are revealed"),
            Kind::Survey(_) if disclosure.covers(panel, activity) => ("survey", None, "included"),
            Kind::Survey(_) => ("survey", None, "left out until they are revealed"),
            Kind::Reflection(_) => ("reflection", None, ""),
            Kind::Volunteers => ("volunteers", None, ""),
            Kind::Grouping(_) => ("grouping", judged, ""),
        };
        let state = match activity.state {
            State::Planned => "planned",
            State::Open => "open",
            State::Closed => "closed",
        };
        let revealed = match activity.reveal {
            Reveal::Shown { at } => moment::iso(at),
            Reveal::Hidden | Reveal::Due { .. } => String::new(),
        };
        table.row([
            place.to_string(),
            kind.to_owned(),
            activity.plan.title.clone(),
            activity.plan.question.clone(),
            judges.unwrap_or_default(),
            state.to_owned(),
            revealed,
            panel.answered(activity.id).to_string(),
            votes.to_owned(),
        ]);
    }
    table
}
