//! What became of one person's input.

use visioncast_app::page::{OwnDecision, OwnEvent, OwnStatement};
use visioncast_model::{IdeaId, Kind, Panel, PanelId, PersonId, Rejection, Tally};

use super::{
    Lineage,
    comparison::revealed,
    decisions::{add_later, on_idea},
};
use crate::{
    calendar,
    live::{RoomHandle, Rooms},
    store::StoreError,
};

/// What a later panel made of statements that were carried into it.
struct Later {
    title: String,
    lineage: Lineage,
    ideas: Vec<(IdeaId, Option<Tally>, Vec<OwnDecision>)>,
}

/// What somebody brought to the panels of one initiative, oldest first, and what became of it.
///
/// # Errors
/// Where the store does not answer.
pub(crate) async fn own_events(rooms: &Rooms, seats: &[(PanelId, PersonId)]) -> Result<Vec<OwnEvent>, StoreError> {
    let Some((first, _)) = seats.first() else {
        return Ok(Vec::new());
    };
    let Some(initiative) = rooms.store.initiative_of(*first).await? else {
        return Ok(Vec::new());
    };
    let mut own = Vec::new();
    let mut later = Vec::new();
    for entry in rooms.store.panels_of(initiative).await? {
        let room = rooms.open(entry.clone()).await?;
        if let Some((_, person)) = seats.iter().find(|(panel, _)| *panel == entry.id)
            && let Some(event) = own_event(&room, *person).await
        {
            own.push(event);
        }
        later.extend(room.look(look_later).await);
    }
    let mut lineage = Lineage::default();
    let mut panels = Vec::new();
    for Later {
        title,
        lineage: known,
        ideas,
    } in later
    {
        lineage.merge(known);
        panels.push((title, ideas));
    }
    for statement in own.iter_mut().flat_map(|event| &mut event.statements) {
        for (title, ideas) in &panels {
            let same = ideas
                .iter()
                .find(|(idea, ..)| lineage.ancestors(*idea).any(|ancestor| ancestor == statement.idea));
            if let Some((_, tally, decided)) = same {
                statement.carried.push((title.clone(), *tally));
                add_later(statement, title, decided);
            }
        }
    }
    Ok(own)
}

fn look_later(panel: &Panel) -> Later {
    let mut lineage = Lineage::default();
    lineage.learn(panel);
    let totals = revealed(panel);
    let ideas = panel.ideas().keys();
    let ideas = ideas.map(|id| (*id, totals.get(id).copied(), on_idea(panel, *id)));
    let ideas = ideas.collect();
    Later {
        title: panel.title().to_owned(),
        lineage,
        ideas,
    }
}

async fn own_event(room: &RoomHandle, person: PersonId) -> Option<OwnEvent> {
    let (code, created) = (room.entry.code.to_string(), calendar::date(room.entry.created));
    room.look(move |panel| OwnEvent {
        code,
        title: panel.title().to_owned(),
        day: created,
        statements: panel
            .ideas_by(person)
            .map(|(id, idea)| OwnStatement {
                idea: id,
                words: panel.words(idea).map(str::to_owned),
                question: panel
                    .activity(idea.activity)
                    .map(|activity| activity.plan.question.clone())
                    .unwrap_or_default(),
                quotable: idea.quotable,
                hidden: idea.hidden,
                stands_with: panel.stands_with_words(id),
                theme: theme(panel, id),
                results: results(panel, id),
                waiting: idea.hidden.is_none() && is_waiting(panel, id),
                carried: Vec::new(),
                decided: on_idea(panel, id),
            })
            .collect(),
    })
    .await
}

/// The theme that an idea is in, where that has a name, and how many visible ideas it holds.
fn theme(panel: &Panel, id: IdeaId) -> Option<(String, usize)> {
    let theme = panel.themes().theme(panel.themes().home(id)?)?;
    let name = panel.theme_name(theme)?;
    Some((name.to_owned(), panel.visible_in(theme).count()))
}

/// What the room said to an idea, each time that it was asked and shown.
fn results(panel: &Panel, id: IdeaId) -> Vec<(String, Tally)> {
    let Some(idea) = panel.ideas().get(&id) else {
        return Vec::new();
    };
    if idea.hidden.is_some() {
        return Vec::new();
    }
    let judgements = panel
        .agenda()
        .iter()
        .filter(|item| matches!(item.plan.kind, Kind::Judgement(_)) && item.prompt() == idea.activity);
    let shown = judgements.filter_map(|item| {
        let totals = panel.totals_at_reveal(item.id)?;
        let (_, tally) = totals.iter().find(|(known, _)| *known == id)?;
        Some((item.plan.title.clone(), *tally))
    });
    shown.collect()
}

/// Whether the room still votes on an idea, or its result is not shown yet.
fn is_waiting(panel: &Panel, id: IdeaId) -> bool {
    let prompt = panel.ideas().get(&id).map(|idea| idea.activity);
    panel.agenda().iter().any(|item| {
        matches!(item.plan.kind, Kind::Judgement(_))
            && Some(item.prompt()) == prompt
            && !item.reveal.is_shown()
            && panel.answered(item.id) > 0
    })
}

/// Changes whether somebody's idea may be quoted.
///
/// # Errors
/// Where it is not theirs.
pub(crate) async fn set_quotable(
    room: &RoomHandle,
    person: PersonId,
    idea: IdeaId,
    quotable: bool,
) -> Result<(), Rejection> {
    let answer = visioncast_model::Answer::SetQuotable { idea, quotable };
    let command = visioncast_model::Command::Answer(answer);
    let id = visioncast_model::CommandId(uuid::Uuid::new_v4());
    room.submit(visioncast_model::Actor::Person(person), id, command)
        .await?;
    Ok(())
}
