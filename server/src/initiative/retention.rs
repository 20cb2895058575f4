//! What is kept of people goes when its time is over.

use uuid::Uuid;
use visioncast_model::{
    Actor, Command, CommandId, IdeaId, InitiativeId, Panel, Rejection, Reveal, Seq, Step, Timestamp,
    initiative::{Change, Initiative, Kept},
};

use super::change;
use crate::{
    live::Rooms,
    store::{Entry, SharedStore, StoreError},
};

const DAY: i64 = 24 * 60 * 60;
const ALL: [Kept; 3] = [Kept::Contacts, Kept::Words, Kept::Seats];

/// Something whose time is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    pub(crate) initiative: InitiativeId,
    pub(crate) name: String,
    pub(crate) what: Kept,
    /// How many contacts, texts or phones.
    pub(crate) count: u32,
    /// Since when.
    pub(crate) since: Timestamp,
}

/// When the last event of an initiative was: the last time that somebody joined, brought something, or was shown a
/// result. None before the first event.
pub(crate) async fn last_event(store: &SharedStore, initiative: InitiativeId) -> Result<Option<Timestamp>, StoreError> {
    let mut last = None;
    for entry in store.panels_of(initiative).await? {
        last = last.max(Some(last_moment(&store.load(entry.id).await?)));
    }
    Ok(last)
}

fn last_moment(panel: &Panel) -> Timestamp {
    let joined = panel.people().values().map(|person| person.joined);
    let added = panel.ideas().values().map(|idea| idea.added);
    let shown = panel.agenda().iter().filter_map(|activity| match activity.reveal {
        Reveal::Shown { at } => Some(at),
        _ => None,
    });
    joined.chain(added).chain(shown).max().unwrap_or(panel.created())
}

/// When the time of `what` is over; none where it is kept until somebody erases it, or nothing was held yet.
pub(crate) async fn until(
    store: &SharedStore,
    initiative: &Initiative,
    what: Kept,
) -> Result<Option<Timestamp>, StoreError> {
    let Some(days) = initiative.keeping().days(what) else {
        return Ok(None);
    };
    let last = last_event(store, initiative.id()).await?;
    Ok(last.map(|last| last.plus_seconds(i64::from(days) * DAY)))
}

/// All whose time is over at `now`.
///
/// # Errors
/// Where the store does not answer.
pub(crate) async fn due(store: &SharedStore, now: Timestamp) -> Result<Vec<Due>, StoreError> {
    let mut all = Vec::new();
    for initiative in store.initiatives().await? {
        for what in ALL {
            let Some(since) = until(store, &initiative, what).await?.filter(|until| *until <= now) else {
                continue;
            };
            let count = count(store, initiative.id(), what).await?;
            if count > 0 {
                all.push(Due {
                    initiative: initiative.id(),
                    name: initiative.name().to_owned(),
                    what,
                    count,
                    since,
                });
            }
        }
    }
    Ok(all)
}

async fn count(store: &SharedStore, initiative: InitiativeId, what: Kept) -> Result<u32, StoreError> {
    if what == Kept::Contacts {
        return Ok(store.volunteers(initiative).await?.len() as u32);
    }
    let mut count = 0;
    for entry in store.panels_of(initiative).await? {
        count += if what == Kept::Words {
            let panel = store.load(entry.id).await?;
            (texts(&panel).len() + panel.reasons().count() + panel.written_reviews().count()) as u32
        } else {
            store.seats_of(entry.id).await? as u32
        };
    }
    Ok(count)
}

/// The ideas that still have words.
fn texts(panel: &Panel) -> Vec<IdeaId> {
    let ideas = panel.ideas().iter();
    ideas
        .filter(|(_, idea)| panel.words(idea).is_some())
        .map(|(id, _)| *id)
        .collect()
}

/// Lets go of all whose time is over at `now`; returns what that was.
///
/// # Errors
/// Where the store does not answer; what went by then is gone.
pub(crate) async fn enforce(rooms: &Rooms, now: Timestamp) -> anyhow::Result<Vec<Due>> {
    let all = due(&rooms.store, now).await?;
    for Due {
        initiative,
        what,
        count,
        ..
    } in &all
    {
        match what {
            Kept::Contacts => {
                rooms.store.drop_volunteers(*initiative).await?;
            }
            Kept::Words | Kept::Seats => {
                for entry in rooms.store.panels_of(*initiative).await? {
                    let_go(rooms, entry, *what).await?;
                }
            }
        }
        let forgotten = Change::Forgotten {
            what: *what,
            count: *count,
        };
        change(&rooms.store, *initiative, None, CommandId(Uuid::new_v4()), forgotten).await?;
    }
    Ok(all)
}

async fn let_go(rooms: &Rooms, entry: Entry, what: Kept) -> anyhow::Result<()> {
    if what == Kept::Seats {
        rooms.store.forget_seats(entry.id).await?;
        return Ok(());
    }
    let room = rooms.open(entry).await?;
    let looked = room.look(|panel| {
        let entries: Vec<Seq> = panel.written_reviews().collect();
        (texts(panel), panel.reasons().count(), entries)
    });
    let (ideas, reasons, entries) = looked.await.ok_or(Rejection::Unavailable)?;
    let words = (!ideas.is_empty()).then_some(Step::EraseWords { ideas });
    let reasons = (reasons > 0).then_some(Step::EraseReasons);
    let reviews = (!entries.is_empty()).then_some(Step::EraseReviews { entries });
    for step in words.into_iter().chain(reasons).chain(reviews) {
        let id = CommandId(Uuid::new_v4());
        room.submit(Actor::System, id, Command::Step(step)).await?;
    }
    Ok(())
}
