//! What somebody sent, until the server has it for good. It is kept on the device before it is sent, one entry a key, so
//! that two tabs of a panel never overwrite each other.

use js_sys::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use visioncast_model::{ActivityId, Answer, CommandId, IdeaId, Rejection, Seq, wire};

use super::storage;
use crate::packed::{pack, unpack};

/// What an entry looks like on the device. It grows with every change of [`Kept`] or of what is in it; entries of
/// another format stay where they are.
const FORMAT: &str = "1";

/// Something that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Sending it twice has one effect.
    pub id: CommandId,
    /// What was said.
    pub answer: Answer,
    /// What became of it.
    pub fate: Fate,
    /// Its place in the order of sending.
    place: u64,
}

/// What became of something that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// Nothing yet: it is sent again and again.
    Waiting,
    /// It came too late; it goes out when the activity opens again.
    Late(Rejection),
    /// It was refused.
    Refused(Rejection),
    /// It is recorded here.
    Saved(Seq),
}

#[derive(Serialize, Deserialize)]
struct Kept {
    place: u64,
    fate: Fate,
    answer: Answer,
}

/// All that was sent and is not settled, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    prefix: String,
    entries: Vec<Entry>,
    forgetful: bool,
}

impl Outbox {
    /// What the device kept of a panel.
    #[must_use]
    pub fn load(code: &str) -> Self {
        let prefix = ["visioncast/", code, "/sent/", FORMAT, "/"].concat();
        let entry = |key: String| {
            let id = key.get(prefix.len()..)?.parse().ok()?;
            let Kept { place, fate, answer } = wire::from_body(&unpack(&storage::read(&key)?)?).ok()?;
            Some(Entry {
                id,
                answer,
                fate,
                place,
            })
        };
        let mut entries: Vec<Entry> = Vec::new();
        for entry in storage::keys(&prefix).into_iter().filter_map(entry) {
            let place = entries.partition_point(|other| other.place < entry.place);
            entries.insert(place, entry);
        }
        Self {
            prefix,
            entries,
            forgetful: false,
        }
    }

    /// Keeps an answer to be sent; returns its id.
    pub fn add(&mut self, answer: Answer) -> CommandId {
        let id = CommandId(Uuid::new_v4());
        let next = self.entries.last().map_or(0, |entry| entry.place + 1);
        self.entries.push(Entry {
            id,
            answer,
            fate: Fate::Waiting,
            place: next.max(Date::now() as u64),
        });
        self.keep(self.entries.len() - 1);
        id
    }

    /// All entries, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What waits for the server.
    pub fn waiting(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.fate == Fate::Waiting)
    }

    /// What counts already as far as this phone is concerned: the server has it, or will.
    pub fn standing(&self) -> impl Iterator<Item = &Entry> {
        let stands = |entry: &&Entry| matches!(entry.fate, Fate::Waiting | Fate::Saved(_));
        self.entries.iter().filter(stands)
    }

    /// Whether a vote on this idea is under way.
    #[must_use]
    pub fn judges(&self, judgement: ActivityId, judged: IdeaId) -> bool {
        self.standing().any(|entry| {
            matches!(entry.answer, Answer::Judge { activity, idea, .. } if activity == judgement && idea == judged)
        })
    }

    /// Whether something came too late.
    #[must_use]
    pub fn has_late(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.fate, Fate::Late(_)))
    }

    /// Whether something kept here is lost with the page.
    #[must_use]
    pub const fn is_forgetful(&self) -> bool {
        self.forgetful
    }

    /// The server has it for good; the entry stays until the own view has come so far, where that shows it.
    pub fn saved(&mut self, id: CommandId, seq: Seq) {
        match self.entry(id) {
            Some(entry) if !matches!(entry.answer, Answer::Form(_)) => {
                entry.fate = Fate::Saved(seq);
                self.forget(id);
            }
            _ => self.discard(id),
        }
    }

    /// The own view has come this far: what it shows needs no entry.
    pub fn settle(&mut self, seq: Seq) {
        self.entries
            .retain(|entry| !matches!(entry.fate, Fate::Saved(saved) if saved <= seq));
    }

    /// The server did not take it.
    pub fn refused(&mut self, id: CommandId, why: Rejection) {
        let fate = match why {
            Rejection::TooFast | Rejection::Unavailable | Rejection::Unreadable => return,
            why if why.is_passing() => Fate::Late(why),
            why => Fate::Refused(why),
        };
        self.change(|entry| entry.id == id, &fate);
    }

    /// What came too late goes out again where `open` says so; true where there is any.
    pub fn revive(&mut self, open: impl Fn(ActivityId) -> bool) -> bool {
        let opened = |entry: &Entry| matches!(entry.fate, Fate::Late(_)) && activity(&entry.answer).is_some_and(&open);
        self.change(opened, &Fate::Waiting)
    }

    /// There is no more need for it.
    pub fn discard(&mut self, id: CommandId) {
        self.entries.retain(|entry| entry.id != id);
        self.forget(id);
    }

    fn entry(&mut self, id: CommandId) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    fn change(&mut self, which: impl Fn(&Entry) -> bool, fate: &Fate) -> bool {
        let mut any = false;
        for index in 0..self.entries.len() {
            if which(&self.entries[index]) {
                self.entries[index].fate = fate.clone();
                self.keep(index);
                any = true;
            }
        }
        any
    }

    fn keep(&mut self, index: usize) {
        let Entry {
            id,
            answer,
            fate,
            place,
        } = self.entries[index].clone();
        let kept = pack(&wire::to_body(&Kept { place, fate, answer }));
        self.forgetful |= !storage::write(&self.key(id), &kept);
    }

    fn forget(&self, id: CommandId) {
        storage::remove(&self.key(id));
    }

    fn key(&self, id: CommandId) -> String {
        [self.prefix.as_str(), &id.to_string()].concat()
    }
}

/// What an answer is to.
const fn activity(answer: &Answer) -> Option<ActivityId> {
    match answer {
        Answer::AddIdea { activity, .. } | Answer::Judge { activity, .. } => Some(*activity),
        Answer::Form(form) => Some(form.activity),
        Answer::Describe { .. } | Answer::SetQuotable { .. } | Answer::EraseIdea { .. } => None,
    }
}
