//! What an attendee sees: the views of a phone, moved on as a browser moves them on.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde::de::DeserializeOwned;
use visioncast_model::{
    ActivityId, DomainId, Epoch, IdeaId, Seq, Status,
    view::{Own, OwnKey, OwnValue, Phone, PhoneKey, PhoneKind, PhoneValue, View},
    wire::{self, Move},
};

/// Why a view cannot be moved on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missed {
    /// Something before it was not received.
    Gap,
    /// It makes no sense.
    Unreadable,
}

/// Moves a view on; one that starts from nothing replaces it.
///
/// # Errors
/// [`Missed`]; then the view is as it was.
pub(super) fn advance<K, V>(view: &mut View<K, V>, step: &Move) -> Result<(), Missed>
where
    K: Ord + Clone + DeserializeOwned,
    V: Clone + PartialEq + DeserializeOwned,
{
    check(view.seq, step)?;
    let patch = wire::from_body(&step.patch).map_err(|_| Missed::Unreadable)?;
    if step.from.is_none() {
        *view = View {
            seq: Seq(0),
            values: BTreeMap::new(),
        };
    }
    view.apply(step.to, patch);
    Ok(())
}

fn check(seq: Seq, step: &Move) -> Result<(), Missed> {
    match step.from {
        Some(from) if from > seq => Err(Missed::Gap),
        _ => Ok(()),
    }
}

/// What is going on in the room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Situation {
    pub(super) rehearsal: bool,
    pub(super) running: bool,
    /// Open prompts, what is on the projector first.
    pub(super) prompts: Vec<OpenPrompt>,
    /// Open judgements, what is on the projector first.
    pub(super) judgements: Vec<ActivityId>,
    /// Open activities that are answered by a form of the server's.
    pub(super) forms: Vec<ActivityId>,
}

/// A prompt that takes ideas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OpenPrompt {
    pub(super) activity: ActivityId,
    /// The domains that it offers.
    pub(super) domains: Vec<DomainId>,
    /// Whether more is asked about an idea once it is there.
    pub(super) asks: bool,
    /// The newest idea of anybody, where ideas are shown.
    pub(super) newest: Option<IdeaId>,
}

impl Situation {
    fn of(view: &Phone) -> Option<Self> {
        let PhoneValue::Panel(panel) = view.values.get(&PhoneKey::Panel)? else {
            return None;
        };
        let running = panel.status == Status::Running;
        let mut situation = Self {
            rehearsal: panel.rehearsal,
            running,
            ..Self::default()
        };
        let all: Vec<DomainId> = panel.domains.iter().map(|domain| domain.id).collect();
        let focused = panel.focus.into_iter();
        let others = panel.begun.iter().copied().filter(|id| panel.focus != Some(*id));
        for id in focused.chain(others) {
            let Some(PhoneValue::Activity(activity)) = view.values.get(&PhoneKey::Activity(id)) else {
                continue;
            };
            match &activity.kind {
                _ if !activity.open || !running => {}
                PhoneKind::Prompt { domains, asks, .. } => situation.prompts.push(OpenPrompt {
                    activity: id,
                    domains: if domains.is_empty() {
                        all.clone()
                    } else {
                        domains.clone()
                    },
                    asks: *asks,
                    newest: match view.values.get(&PhoneKey::Newest(id)) {
                        Some(PhoneValue::Newest(newest)) => newest.first().map(|shown| shown.idea),
                        _ => None,
                    },
                }),
                PhoneKind::Judgement => situation.judgements.push(id),
                PhoneKind::Form => situation.forms.push(id),
            }
        }
        Some(situation)
    }
}

/// A room that thousands of attendees of one process look at together: each move of it is read once.
#[derive(Debug, Default)]
pub(super) struct SharedRoom(Mutex<RoomView>);

#[derive(Debug, Default)]
struct RoomView {
    view: Phone,
    situation: Arc<Situation>,
}

impl RoomView {
    fn advance(&mut self, step: &Move) -> Result<(), Missed> {
        advance(&mut self.view, step)?;
        if let Some(situation) = Situation::of(&self.view)
            && *self.situation != situation
        {
            self.situation = Arc::new(situation);
        }
        Ok(())
    }
}

impl SharedRoom {
    fn lock(&self) -> MutexGuard<'_, RoomView> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The room as one attendee sees it.
#[derive(Debug)]
enum Room {
    /// A view of its own, as a browser has.
    Alone(Box<RoomView>),
    /// A shared one; the place and the situation are its own.
    Together {
        shared: Arc<SharedRoom>,
        seq: Seq,
        situation: Arc<Situation>,
    },
}

/// Both views.
#[derive(Debug)]
pub(super) struct Sight {
    epoch: Option<Epoch>,
    room: Room,
    own: Own,
    /// Whether room and own view have come since the last hello.
    fresh: (bool, bool),
}

impl Sight {
    /// Views of one's own, or shared with others where `shared`.
    pub(super) fn new(shared: Option<Arc<SharedRoom>>) -> Self {
        let room = match shared {
            Some(shared) => Room::Together {
                shared,
                seq: Seq(0),
                situation: Arc::default(),
            },
            None => Room::Alone(Box::default()),
        };
        Self {
            epoch: None,
            room,
            own: Own::default(),
            fresh: (false, false),
        }
    }

    /// What to say in a hello.
    pub(super) fn holds(&self) -> Option<(Epoch, Seq)> {
        self.epoch
            .map(|epoch| (epoch, self.room_seq()))
            .filter(|(_, seq)| *seq > Seq(0))
    }

    pub(super) const fn room_seq(&self) -> Seq {
        match &self.room {
            Room::Alone(room) => room.view.seq,
            Room::Together { seq, .. } => *seq,
        }
    }

    /// A socket begins; what is held of another life of the log is worth nothing.
    pub(super) fn welcome(&mut self, epoch: Epoch) {
        if self.epoch.is_some_and(|known| known != epoch) {
            self.own = Own::default();
            match &mut self.room {
                Room::Alone(room) => **room = RoomView::default(),
                Room::Together { shared, seq, .. } => {
                    *shared.lock() = RoomView::default();
                    *seq = Seq(0);
                }
            }
        }
        self.epoch = Some(epoch);
        self.fresh = (false, false);
    }

    pub(super) fn move_room(&mut self, step: &Move) -> Result<(), Missed> {
        match &mut self.room {
            Room::Alone(room) => room.advance(step)?,
            Room::Together { shared, seq, situation } => {
                check(*seq, step)?;
                *seq = step.to.max(if step.from.is_none() { Seq(0) } else { *seq });
                let mut room = shared.lock();
                if step.to > room.view.seq && check(room.view.seq, step).is_ok() {
                    room.advance(step)?;
                }
                if !Arc::ptr_eq(situation, &room.situation) {
                    *situation = Arc::clone(&room.situation);
                }
            }
        }
        self.fresh.0 = true;
        Ok(())
    }

    pub(super) fn move_own(&mut self, step: &Move) -> Result<(), Missed> {
        advance(&mut self.own, step)?;
        self.fresh.1 = true;
        Ok(())
    }

    /// Whether everything has come since the socket began.
    pub(super) const fn is_current(&self) -> bool {
        self.fresh.0 && self.fresh.1
    }

    pub(super) fn situation(&self) -> &Arc<Situation> {
        match &self.room {
            Room::Alone(room) => &room.situation,
            Room::Together { situation, .. } => situation,
        }
    }

    /// What is before the attendee in a judgement, next first.
    pub(super) fn hand(&self, judgement: ActivityId) -> impl Iterator<Item = IdeaId> + '_ {
        let hand = match self.own.values.get(&OwnKey::Hand(judgement)) {
            Some(OwnValue::Hand(hand)) => hand.next.as_slice(),
            _ => &[],
        };
        hand.iter().map(|dealt| dealt.idea)
    }
}

#[cfg(test)]
mod tests {
    use visioncast_model::view::Patch;

    use super::*;

    type Numbers = View<u8, u32>;

    fn step(from: Option<u64>, to: u64, patch: &[(u8, Option<u32>)]) -> Move {
        Move {
            from: from.map(Seq),
            to: Seq(to),
            patch: wire::to_body(&Patch(patch.to_vec())),
        }
    }

    #[test]
    fn a_fresh_view_replaces_a_patch_moves_on_and_a_gap_is_seen() {
        let mut view = Numbers::default();
        advance(&mut view, &step(None, 5, &[(1, Some(10)), (2, Some(20))])).expect("it is fresh");
        advance(&mut view, &step(Some(4), 6, &[(1, None)])).expect("it is further than that");
        assert_eq!(
            advance(&mut view, &step(Some(7), 9, &[(3, Some(30))])),
            Err(Missed::Gap)
        );
        assert_eq!(
            view,
            Numbers {
                seq: Seq(6),
                values: BTreeMap::from([(2, 20)])
            }
        );
        advance(&mut view, &step(None, 3, &[(4, Some(40))])).expect("it is fresh");
        assert_eq!(
            view,
            Numbers {
                seq: Seq(3),
                values: BTreeMap::from([(4, 40)])
            }
        );
    }

    #[test]
    fn those_who_look_together_notice_their_own_gaps() {
        let shared = Arc::new(SharedRoom::default());
        let (mut one, mut other) = (Sight::new(Some(Arc::clone(&shared))), Sight::new(Some(shared)));
        let empty = |from, to| Move {
            from,
            to: Seq(to),
            patch: wire::to_body(&Patch::<PhoneKey, PhoneValue>(Vec::new())),
        };
        one.move_room(&empty(None, 3)).expect("it is fresh");
        one.move_room(&empty(Some(Seq(3)), 8)).expect("it follows");
        assert_eq!(other.move_room(&empty(Some(Seq(3)), 8)), Err(Missed::Gap));
        other.move_room(&empty(None, 8)).expect("it is fresh");
        assert_eq!((one.room_seq(), other.room_seq()), (Seq(8), Seq(8)));
    }
}
