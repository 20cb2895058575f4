//! Forgetting one person in every panel where they are known.

use std::collections::BTreeSet;

use uuid::Uuid;
use visioncast_model::{
    Actor, Answer, Command, CommandId, IdeaId, InitiativeId, Panel, PanelId, PersonId, Recommendation, Rejection, Seq,
    Step, initiative::Change,
};

use super::{ChangeError, Lineage, change};
use crate::{
    live::Rooms,
    store::{Entry, StoreError},
};

/// Why somebody could not be forgotten. What is erased by then stays so; it can be tried again.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EraseError {
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("{0}")]
    Rejected(#[from] Rejection),
    #[error("{0}")]
    Change(#[from] ChangeError),
}

/// Erases all that somebody wrote and said of themselves, in all of these panels and wherever it was carried; their
/// phones and links are no longer theirs.
///
/// # Errors
/// Where a panel does not answer.
pub(crate) async fn erase(
    rooms: &Rooms,
    initiative: InitiativeId,
    seats: &[(PanelId, PersonId)],
) -> Result<(), EraseError> {
    let entries: Vec<Entry> = rooms.store.panels_of(initiative).await?;
    let mut lineage = Lineage::default();
    let mut written = BTreeSet::new();
    for entry in &entries {
        let room = rooms.open(entry.clone()).await?;
        let mine = seats
            .iter()
            .find(|(panel, _)| *panel == entry.id)
            .map(|(_, person)| *person);
        let looked = room
            .look(move |panel| {
                let mut known = Lineage::default();
                known.learn(panel);
                let written: Vec<IdeaId> = mine
                    .into_iter()
                    .flat_map(|person| panel.ideas_by(person).map(|(id, _)| id).collect::<Vec<_>>())
                    .collect();
                (known, written)
            })
            .await;
        let (known, ideas) = looked.ok_or(Rejection::Unavailable)?;
        lineage.merge(known);
        written.extend(ideas);
        if let Some(person) = mine {
            step(&room, Step::ErasePerson { person }).await?;
        }
    }
    erase_carried(rooms, &entries, &lineage, &written).await?;
    let panels = seats.len() as u32;
    let erased = Change::PersonErased { panels };
    change(&rooms.store, initiative, None, CommandId(Uuid::new_v4()), erased).await?;
    Ok(())
}

/// Erases the words of an idea that somebody wrote, wherever it was carried to.
///
/// # Errors
/// Where it is not theirs, or a panel does not answer.
pub(crate) async fn erase_idea(
    rooms: &Rooms,
    initiative: InitiativeId,
    written_in: &Entry,
    person: PersonId,
    idea: IdeaId,
) -> Result<(), EraseError> {
    let room = rooms.open(written_in.clone()).await?;
    let id = CommandId(Uuid::new_v4());
    let erase = Command::Answer(Answer::EraseIdea { idea });
    room.submit(Actor::Person(person), id, erase).await?;
    let entries: Vec<Entry> = rooms.store.panels_of(initiative).await?;
    let mut lineage = Lineage::default();
    for entry in &entries {
        let room = rooms.open(entry.clone()).await?;
        let look = |panel: &Panel| {
            let mut known = Lineage::default();
            known.learn(panel);
            known
        };
        lineage.merge(room.look(look).await.ok_or(Rejection::Unavailable)?);
    }
    erase_carried(rooms, &entries, &lineage, &BTreeSet::from([idea])).await
}

/// Where somebody's words were carried to, they are somebody else's panel's, and still theirs.
async fn erase_carried(
    rooms: &Rooms,
    entries: &[Entry],
    lineage: &Lineage,
    written: &BTreeSet<IdeaId>,
) -> Result<(), EraseError> {
    for entry in entries {
        let room = rooms.open(entry.clone()).await?;
        let all = room
            .look(|panel| {
                let ideas: Vec<IdeaId> = panel.ideas().keys().copied().collect();
                let brought = panel
                    .brought()
                    .iter()
                    .filter_map(|brought| match brought.recommendation {
                        Recommendation::Idea(idea) => Some((brought.seq, idea)),
                        _ => None,
                    });
                (ideas, brought.collect::<Vec<_>>())
            })
            .await;
        let (ideas, brought) = all.ok_or(Rejection::Unavailable)?;
        let carried = |id: IdeaId| lineage.ancestors(id).any(|ancestor| written.contains(&ancestor));
        let ideas: Vec<IdeaId> = ideas
            .into_iter()
            .filter(|id| !written.contains(id) && carried(*id))
            .collect();
        if !ideas.is_empty() {
            step(&room, Step::EraseWords { ideas }).await?;
        }
        let brought = brought.into_iter();
        let brought = brought.filter(|(_, idea)| written.contains(idea) || carried(*idea));
        let entries: Vec<Seq> = brought.map(|(entry, _)| entry).collect();
        if !entries.is_empty() {
            step(&room, Step::EraseReviews { entries }).await?;
        }
    }
    Ok(())
}

async fn step(room: &crate::live::RoomHandle, step: Step) -> Result<(), Rejection> {
    let id = CommandId(Uuid::new_v4());
    room.submit(Actor::System, id, Command::Step(step)).await?;
    Ok(())
}
