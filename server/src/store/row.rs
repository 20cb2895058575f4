//! An event as a row. Both engines keep the same columns.

use std::io;

use serde::Serialize;
use uuid::Uuid;
use visioncast_model::{
    AccountId, Actor, Choice, CommandId, Digest, EVENT_VERSION, Event, LinkId, PanelId, PersonId, Recorded, Seq,
    Source, Timestamp,
};

use super::StoreError;

/// What is read of a row: `seq`, `at`, `version`, `actor`, `command`, `digest`, `body`.
pub(super) type EventRow = (i64, i64, i32, Vec<u8>, Vec<u8>, i64, String);

/// What is written of a row; the panel and the version are the same for all of a batch.
pub(super) struct NewRow {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) actor: Vec<u8>,
    pub(super) command: Vec<u8>,
    pub(super) digest: i64,
    pub(super) body: String,
}

impl NewRow {
    pub(super) fn of(recorded: &Recorded) -> Self {
        Self {
            seq: recorded.seq.0.cast_signed(),
            at: recorded.at.0,
            actor: actor_bytes(recorded.actor),
            command: id_bytes(recorded.command.0),
            digest: recorded.digest.0.cast_signed(),
            body: body(&recorded.event),
        }
    }
}

/// An id as it is stored.
pub(super) fn id_bytes(id: Uuid) -> Vec<u8> {
    id.into_bytes().to_vec()
}

/// Reads an id back.
pub(super) fn read_id(bytes: &[u8]) -> Result<Uuid, sqlx::Error> {
    Uuid::from_slice(bytes).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// The event in `row`, which ought to be the one at `expected`.
///
/// # Errors
/// [`StoreError::Corrupt`] where it is another one, or this version cannot read it.
pub(super) fn read_event(panel: PanelId, expected: Seq, row: &EventRow) -> Result<Recorded, StoreError> {
    let (seq, at, version, actor, command, digest, body) = row;
    let corrupt = |why: String| StoreError::Corrupt {
        panel,
        seq: expected.0,
        why,
    };
    if *seq != expected.0.cast_signed() {
        return Err(corrupt(format!("the next one that is there is {seq}")));
    }
    if *version > i32::from(EVENT_VERSION) {
        return Err(corrupt(format!(
            "it was written by a newer version of visioncast (events of version {version}, this one reads \
             {EVENT_VERSION}): update the program"
        )));
    }
    Ok(Recorded {
        seq: expected,
        at: Timestamp(*at),
        actor: read_actor(actor).ok_or_else(|| corrupt("nobody can have caused it".to_owned()))?,
        command: Uuid::from_slice(command)
            .map(CommandId)
            .map_err(|error| corrupt(error.to_string()))?,
        digest: Digest(digest.cast_unsigned()),
        event: serde_json::from_str(body).map_err(|error| corrupt(error.to_string()))?,
    })
}

fn actor_bytes(actor: Actor) -> Vec<u8> {
    let (kind, id) = match actor {
        Actor::Person(person) => (b'p', Some(person.0)),
        Actor::Panelist(link) => (b'l', Some(link.0)),
        Actor::Facilitator(account) => (b'f', Some(account.0)),
        Actor::System => (b's', None),
        Actor::Board(link) => (b'b', Some(link.0)),
    };
    let mut bytes = Vec::with_capacity(17);
    bytes.push(kind);
    bytes.extend(id.into_iter().flat_map(Uuid::into_bytes));
    bytes
}

fn read_actor(bytes: &[u8]) -> Option<Actor> {
    let (kind, id) = bytes.split_first()?;
    match kind {
        b'p' => Some(Actor::Person(PersonId(Uuid::from_slice(id).ok()?))),
        b'l' => Some(Actor::Panelist(LinkId(Uuid::from_slice(id).ok()?))),
        b'f' => Some(Actor::Facilitator(AccountId(Uuid::from_slice(id).ok()?))),
        b's' if id.is_empty() => Some(Actor::System),
        b'b' => Some(Actor::Board(LinkId(Uuid::from_slice(id).ok()?))),
        _ => None,
    }
}

/// The event as JSON. Ballots are nearly all of a log, so what their reader assumes anyway is left
/// out, and so are the dashes of their ids.
fn body(event: &Event) -> String {
    let json = if let Event::BallotCast {
        activity,
        person,
        idea,
        choice,
        later,
        source,
    } = event
    {
        to_json(&ShortEvent::BallotCast {
            activity: Short(activity.0),
            person: Short(person.0),
            idea: Short(idea.0),
            choice: *choice,
            later: *later,
            source: *source,
        })
    } else {
        to_json(event)
    };
    json.expect("an event has no map whose keys are not text, and memory takes whatever is written")
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum ShortEvent {
    BallotCast {
        activity: Short,
        person: Short,
        idea: Short,
        choice: Choice,
        #[serde(skip_serializing_if = "is_default")]
        later: bool,
        #[serde(skip_serializing_if = "is_default")]
        source: Source,
    },
}

/// An id without dashes.
struct Short(Uuid);

impl Serialize for Short {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.simple().encode_lower(&mut Uuid::encode_buffer()))
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn to_json(value: &impl Serialize) -> io::Result<String> {
    let mut bytes = Vec::with_capacity(256);
    serde_json::to_writer(&mut bytes, value)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use visioncast_model::{ActivityId, IdeaId};

    use super::*;

    fn ballot(later: bool, source: Source) -> Event {
        let id = Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        Event::BallotCast {
            activity: ActivityId(id),
            person: PersonId(id),
            idea: IdeaId(id),
            choice: Choice::Agree,
            later,
            source,
        }
    }

    #[test]
    fn a_ballot_is_short_and_reads_as_it_was() {
        let plain = body(&ballot(false, Source::Device));
        let id = "0123456789abcdef0123456789abcdef";
        assert_eq!(
            plain,
            format!(r#"{{"ballot_cast":{{"activity":"{id}","person":"{id}","idea":"{id}","choice":"agree"}}}}"#)
        );
        for event in [ballot(false, Source::Device), ballot(true, Source::Paper)] {
            assert_eq!(serde_json::from_str::<Event>(&body(&event)).ok(), Some(event));
        }
    }

    #[test]
    fn whoever_caused_it_reads_as_they_were() {
        let id = Uuid::from_u128(7);
        for actor in [
            Actor::Person(PersonId(id)),
            Actor::Facilitator(AccountId(id)),
            Actor::System,
        ] {
            assert_eq!(read_actor(&actor_bytes(actor)), Some(actor));
        }
        assert_eq!(read_actor(b""), None);
        assert_eq!(read_actor(b"p123"), None);
    }
}
