//! What an attendee said and has no final answer to: kept, and sent again after every reconnect.

use std::{collections::VecDeque, time::Duration};

use tokio::time::Instant;
use visioncast_model::{Answer, CommandId, IdeaId, Rejection};

/// How long to wait after a refusal that passes.
const AGAIN: Duration = Duration::from_millis(1_000);

/// Something said.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) id: CommandId,
    pub(super) answer: Answer,
    /// Its number in the script, if it is from there.
    pub(super) line: Option<usize>,
    /// When it was sent for the first time.
    pub(super) first_sent: Option<Instant>,
    /// Whether it waits for an answer on this socket.
    on_the_way: bool,
    not_before: Option<Instant>,
    /// Whether the last thing heard of it was a refusal that passes.
    put_off: bool,
}

/// What a refusal leads to.
#[derive(Debug)]
pub(super) enum Refused {
    /// It is sent again later.
    Kept,
    /// That was the final answer.
    Final(Box<Said>),
    /// It was answered before.
    Unknown,
}

/// All that waits, in the order in which it was said.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    said: VecDeque<Said>,
    /// Whether what came too early or too late is kept until its time comes.
    patient: bool,
}

impl Outbox {
    pub(super) fn new(patient: bool) -> Self {
        Self {
            said: VecDeque::new(),
            patient,
        }
    }

    pub(super) fn put(&mut self, id: CommandId, answer: Answer, line: Option<usize>) {
        self.said.push_back(Said {
            id,
            answer,
            line,
            first_sent: None,
            on_the_way: false,
            not_before: None,
            put_off: false,
        });
    }

    /// The socket is gone: everything is to be sent again.
    pub(super) fn lose_socket(&mut self) {
        for said in &mut self.said {
            said.on_the_way = false;
            said.not_before = None;
        }
    }

    /// The next to send now, if any; it counts as sent.
    pub(super) fn send_next(&mut self, now: Instant) -> Option<(&Said, bool)> {
        let said = self
            .said
            .iter_mut()
            .find(|said| !said.on_the_way && said.not_before.is_none_or(|at| at <= now))?;
        said.on_the_way = true;
        let first = said.first_sent.is_none();
        said.first_sent.get_or_insert(now);
        Some((said, first))
    }

    /// When something that was put off is due.
    pub(super) fn due(&self) -> Option<Instant> {
        self.said
            .iter()
            .filter(|said| !said.on_the_way)
            .filter_map(|said| said.not_before)
            .min()
    }

    /// It had its effect.
    pub(super) fn save(&mut self, id: CommandId) -> Option<Said> {
        let place = self.said.iter().position(|said| said.id == id)?;
        self.said.remove(place)
    }

    /// It was refused.
    pub(super) fn refuse(&mut self, id: CommandId, why: &Rejection, now: Instant) -> Refused {
        let Some(place) = self.said.iter().position(|said| said.id == id) else {
            return Refused::Unknown;
        };
        let passes = match why {
            Rejection::TooFast | Rejection::Unavailable => true,
            other => self.patient && other.is_passing(),
        };
        if passes {
            let said = &mut self.said[place];
            said.on_the_way = false;
            said.not_before = Some(now + AGAIN.mul_f64(rand::random_range(0.5..1.5)));
            said.put_off = true;
            return Refused::Kept;
        }
        match self.said.remove(place) {
            Some(said) => Refused::Final(Box::new(said)),
            None => Refused::Unknown,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.said.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// Whether something about this idea waits.
    pub(super) fn concerns(&self, idea: IdeaId) -> bool {
        self.said.iter().any(|said| said.idea() == Some(idea))
    }

    /// What is left: sent without an answer, refused for the time being, never sent.
    pub(super) fn left(&self) -> Left {
        let mut left = Left::default();
        for said in &self.said {
            match (said.first_sent, said.put_off && !said.on_the_way) {
                (None, _) => left.unsent += 1,
                (Some(_), true) => left.put_off += 1,
                (Some(_), false) => left.unknown += 1,
            }
        }
        left
    }
}

/// What is left in an outbox at the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Left {
    pub(super) unsent: u64,
    pub(super) put_off: u64,
    pub(super) unknown: u64,
}

impl Said {
    /// The idea that it is about; an idea is about itself.
    pub(super) fn idea(&self) -> Option<IdeaId> {
        Self::about(self.id, &self.answer)
    }

    /// The idea that a command is about.
    pub(super) const fn about(id: CommandId, answer: &Answer) -> Option<IdeaId> {
        match answer {
            Answer::AddIdea { .. } => Some(IdeaId(id.0)),
            Answer::Judge { idea, .. } | Answer::SetQuotable { idea, .. } | Answer::EraseIdea { idea } => Some(*idea),
            Answer::Describe { .. } | Answer::Form(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::Uuid;

    use super::*;

    fn outbox(count: u128) -> Outbox {
        let mut outbox = Outbox::new(false);
        for number in 0..count {
            let answer = Answer::Describe {
                constituencies: BTreeSet::new(),
                affiliation: None,
            };
            outbox.put(CommandId(Uuid::from_u128(number)), answer, None);
        }
        outbox
    }

    fn sent(outbox: &mut Outbox, now: Instant) -> Vec<u128> {
        let mut ids = Vec::new();
        while let Some((said, _)) = outbox.send_next(now) {
            ids.push(said.id.0.as_u128());
        }
        ids
    }

    #[tokio::test]
    async fn what_has_no_answer_is_sent_again_in_order_and_counted_once() {
        let now = Instant::now();
        let mut outbox = outbox(3);
        assert_eq!(sent(&mut outbox, now), [0, 1, 2]);
        assert!(outbox.save(CommandId(Uuid::from_u128(1))).is_some());
        outbox.lose_socket();
        let (again, first) = outbox.send_next(now).expect("two wait");
        assert_eq!((again.id.0.as_u128(), first), (0, false));
        assert_eq!(sent(&mut outbox, now), [2]);
        assert!(outbox.save(CommandId(Uuid::from_u128(1))).is_none());
        assert_eq!(
            outbox.left(),
            Left {
                unknown: 2,
                ..Left::default()
            }
        );
    }

    #[tokio::test]
    async fn a_refusal_that_passes_is_waited_out_and_another_is_final() {
        let now = Instant::now();
        let mut outbox = outbox(2);
        sent(&mut outbox, now);
        let (one, other) = (CommandId(Uuid::from_u128(0)), CommandId(Uuid::from_u128(1)));
        assert!(matches!(outbox.refuse(one, &Rejection::TooFast, now), Refused::Kept));
        assert!(matches!(
            outbox.refuse(other, &Rejection::TooLate, now),
            Refused::Final(_)
        ));
        assert_eq!(sent(&mut outbox, now), []);
        assert_eq!(
            outbox.left(),
            Left {
                put_off: 1,
                ..Left::default()
            }
        );
        let due = outbox.due().expect("one is put off");
        assert_eq!(sent(&mut outbox, due), [0]);
    }
}
