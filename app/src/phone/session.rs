use std::time::Duration;

use js_sys::{Date, Math};
use leptos::{prelude::*, wasm_bindgen::JsCast};
use serde::de::DeserializeOwned;
use visioncast_model::{
    ActivityId, Answer, CommandId, Epoch, IdeaId, Rejection, Status, Timestamp,
    view::{DealtIdea, Own, OwnKey, OwnValue, Phone, View},
    wire::{self, ClientFrame, Move, ServerFrame},
};
use web_sys::HtmlElement;

use super::room::{activity, panel, place, question, takes};
use crate::{
    browser::{Connection, Draft, Entry, Handlers, Outbox, Socket, reload},
    follow::follow,
    language::refusal,
    page::{Flash, PhoneBoot},
    paths,
};

/// How often the clock moves on.
const TICK: Duration = Duration::from_secs(5);
/// How long a notice gathers before it is spoken, so that a burst is spoken once.
const BREATH: Duration = Duration::from_millis(900);
/// The first wait before something is sent again that the server could not take, in milliseconds.
const AGAIN: u32 = 750;

/// All that a phone knows, as handles that are free to copy.
#[derive(Clone, Copy)]
pub(super) struct Session {
    /// The id for a form that is sent without a socket.
    pub(super) command: CommandId,
    /// What became of the form that led here.
    pub(super) flash: RwSignal<Option<Flash>>,
    pub(super) room: RwSignal<Phone>,
    pub(super) own: RwSignal<Own>,
    pub(super) outbox: RwSignal<Outbox>,
    pub(super) connection: RwSignal<Connection>,
    /// The server's clock, by ticks.
    pub(super) now: RwSignal<Timestamp>,
    /// What is on this phone.
    pub(super) shown: RwSignal<Option<ActivityId>>,
    /// Where the room is.
    pub(super) place: RwSignal<Option<ActivityId>>,
    /// Where words are typed that were not sent.
    pub(super) typing: RwSignal<Option<ActivityId>>,
    /// Counts how often a draft was changed from outside its form.
    pub(super) refilled: RwSignal<u32>,
    /// Whether the page has come to life.
    pub(super) live: RwSignal<bool>,
    /// What a screen reader says next.
    pub(super) notice: RwSignal<String>,
    notes: StoredValue<Notes>,
    socket: StoredValue<Option<Socket>, LocalStorage>,
}

/// What nothing on screen depends on.
struct Notes {
    code: String,
    /// The life of the log that the views are of.
    epoch: Epoch,
    /// How far the server's clock is ahead of this one, in milliseconds.
    ahead: i64,
    /// How often the server could take nothing, since it last could.
    retries: u32,
    /// What a screen reader says in a moment.
    next_notice: Option<String>,
    /// The forms of what is shown first, while the page is made.
    form: String,
}

impl Session {
    pub(super) fn new(boot: PhoneBoot, form: String) -> Self {
        let place = place(&boot.room);
        let refused = match &boot.flash {
            Some(Flash::Refused { activity: of, .. }) => of.filter(|id| activity(&boot.room, *id).is_some()),
            _ => None,
        };
        Self {
            command: boot.command,
            flash: RwSignal::new(boot.flash),
            shown: RwSignal::new(refused.or(boot.at).or(place)),
            place: RwSignal::new(place),
            room: RwSignal::new(boot.room),
            own: RwSignal::new(boot.own),
            outbox: RwSignal::new(Outbox::default()),
            connection: RwSignal::new(Connection::Connecting),
            now: RwSignal::new(boot.now),
            typing: RwSignal::new(None),
            refilled: RwSignal::new(0),
            live: RwSignal::new(false),
            notice: RwSignal::new(String::new()),
            notes: StoredValue::new(Notes {
                code: boot.code,
                epoch: boot.epoch,
                ahead: 0,
                retries: 0,
                next_notice: None,
                form,
            }),
            socket: StoredValue::new_local(None),
        }
    }

    /// Goes live: from now on the page moves by itself.
    pub(super) fn start(self) {
        self.set_clock(self.now.get_untracked());
        self.outbox.set(Outbox::load(&self.code()));
        self.live.set(true);
        let handlers = Handlers {
            hello: Box::new(move || {
                Some((
                    self.notes.with_value(|notes| notes.epoch),
                    self.room.with_untracked(|room| room.seq),
                ))
            }),
            frame: Box::new(move |frame| self.receive(frame)),
            status: Box::new(move |status| self.connection.set(status)),
        };
        let address = [paths::SOCKET, "?panel=", &self.code()].concat();
        self.socket.set_value(Some(Socket::open(address, handlers)));
        set_interval(move || self.tick(), TICK);
    }

    pub(super) fn code(self) -> String {
        self.notes.with_value(|notes| notes.code.clone())
    }

    /// The forms of what is shown first; the browser has them in its document.
    pub(super) fn form(self) -> String {
        self.notes
            .try_update_value(|notes| std::mem::take(&mut notes.form))
            .unwrap_or_default()
    }

    /// Sends an answer: it is kept before it goes out, and until it is saved.
    pub(super) fn submit(self, answer: Answer) -> CommandId {
        self.flash.set(None);
        let body = wire::to_body(&answer);
        let id = self.outbox.write().add(answer);
        self.send(&ClientFrame::Submit { id, body });
        id
    }

    /// Says something to those who listen to the page.
    pub(super) fn announce(self, text: String) {
        let gathering = self
            .notes
            .try_update_value(|notes| notes.next_notice.replace(text).is_some());
        if gathering == Some(false) {
            let next = move || self.notes.try_update_value(|notes| notes.next_notice.take());
            set_timeout(move || self.notice.set(next().flatten().unwrap_or_default()), BREATH);
        }
    }

    /// Goes to an activity because somebody wants to.
    pub(super) fn go(self, to: Option<ActivityId>) {
        self.flash.set(None);
        self.shown.set(to);
        // The new question stands there once this event is over.
        set_timeout(focus_question, Duration::ZERO);
    }

    /// Takes words that were refused back to where they were typed.
    pub(super) fn mend(self, id: CommandId) {
        let entry = self
            .outbox
            .with_untracked(|outbox| outbox.entries().iter().find(|entry| entry.id == id).cloned());
        let Some(Answer::AddIdea {
            activity,
            domain,
            words,
            quotable,
        }) = entry.map(|entry| entry.answer)
        else {
            return;
        };
        let code = self.code();
        let typed = Draft::load(&code, activity).unwrap_or_default();
        typed
            .with(Draft {
                words,
                domain,
                quotable,
            })
            .keep(&code, activity);
        self.outbox.write().discard(id);
        *self.refilled.write() += 1;
        self.go(Some(activity));
    }

    /// Whether words are typed on this screen that were not sent; tracks what is shown.
    pub(super) fn is_typing(self) -> bool {
        let typing = self.typing.get();
        typing.is_some() && typing == self.shown.get()
    }

    /// Whether answers to an activity are taken; tracks the room.
    pub(super) fn takes(self, id: ActivityId) -> bool {
        self.room.with(|room| takes(room, id))
    }

    /// Whether the panel has ended; tracks the room.
    pub(super) fn has_ended(self) -> bool {
        self.room
            .with(|room| panel(room).is_some_and(|panel| panel.status == Status::Ended))
    }

    /// The next idea to vote on, and how many were voted on, votes under way included; tracks the own view and the
    /// outbox.
    pub(super) fn hand(self, judgement: ActivityId) -> (Option<DealtIdea>, u32) {
        self.own.with(|own| {
            let Some(OwnValue::Hand(hand)) = own.values.get(&OwnKey::Hand(judgement)) else {
                return (None, 0);
            };
            self.outbox.with(|outbox| {
                let is_next = |dealt: &&DealtIdea| dealt.words.is_some() && !outbox.judges(judgement, dealt.idea);
                let next = hand.next.iter().find(is_next).cloned();
                let under_way = hand
                    .next
                    .iter()
                    .filter(|dealt| outbox.judges(judgement, dealt.idea))
                    .count();
                (next, hand.judged + under_way as u32)
            })
        })
    }

    /// Whether an idea of mine may be quoted, as last said here.
    pub(super) fn quotable(self, idea: IdeaId, saved: bool) -> bool {
        self.outbox.with(|outbox| {
            let said = outbox.standing().filter_map(|entry| match entry.answer {
                Answer::SetQuotable { idea: of, quotable } if of == idea => Some(quotable),
                _ => None,
            });
            said.last().unwrap_or(saved)
        })
    }

    fn tick(self) {
        self.now.set(Timestamp(
            Date::now() as i64 + self.notes.with_value(|notes| notes.ahead),
        ));
    }

    fn set_clock(self, now: Timestamp) {
        self.notes
            .update_value(|notes| notes.ahead = now.0 - Date::now() as i64);
    }

    fn receive(self, frame: ServerFrame) {
        match frame {
            ServerFrame::Welcome { epoch, now } => {
                self.notes.update_value(|notes| notes.epoch = epoch);
                self.set_clock(now);
                self.tick();
                self.resend();
            }
            ServerFrame::Room(moved) => {
                self.advance(self.room, &moved);
                self.keep_up();
            }
            ServerFrame::Own(moved) => {
                self.advance(self.own, &moved);
                let seq = self.own.with_untracked(|own| own.seq);
                self.outbox.write().settle(seq);
            }
            ServerFrame::Saved { commands } => {
                self.notes.update_value(|notes| notes.retries = 0);
                let seq = self.own.with_untracked(|own| own.seq);
                let mut outbox = self.outbox.write();
                for (id, seq) in commands {
                    outbox.saved(id, seq);
                }
                outbox.settle(seq);
            }
            ServerFrame::Refused { id, why } => self.refuse(id, why),
            ServerFrame::Pong | ServerFrame::Goodbye(_) => {}
        }
    }

    fn advance<K, V>(self, view: RwSignal<View<K, V>>, moved: &Move)
    where
        K: Ord + Clone + DeserializeOwned + Send + Sync + 'static,
        V: Clone + PartialEq + DeserializeOwned + Send + Sync + 'static,
    {
        if view.try_update(|view| follow(view, moved).is_err()) == Some(true) {
            self.send(&ClientFrame::Resync);
        }
    }

    fn refuse(self, id: CommandId, why: Rejection) {
        match why {
            Rejection::TooFast | Rejection::Unavailable => {
                let longest = self.notes.try_update_value(|notes| {
                    notes.retries += 1;
                    AGAIN << notes.retries.min(4)
                });
                let wait = f64::from(longest.unwrap_or(AGAIN)) * (0.5 + 0.5 * Math::random());
                set_timeout(move || self.resend(), Duration::from_millis(wait as u64));
            }
            Rejection::Unreadable => {
                if !reload::once() {
                    self.connection.set(Connection::Outdated);
                }
            }
            why => {
                self.announce(refusal(&why));
                self.outbox.write().refused(id, why);
            }
        }
    }

    /// Sends all that waits, in order; what the server has already has no second effect.
    fn resend(self) {
        let waiting: Vec<ClientFrame> = self.outbox.with_untracked(|outbox| {
            let submit = |entry: &Entry| ClientFrame::Submit {
                id: entry.id,
                body: wire::to_body(&entry.answer),
            };
            outbox.waiting().map(submit).collect()
        });
        for frame in waiting {
            self.send(&frame);
        }
    }

    fn send(self, frame: &ClientFrame) {
        self.socket.with_value(|socket| {
            if let Some(socket) = socket {
                // What could not be sent waits for the next welcome.
                let _ = socket.send(frame);
            }
        });
    }

    /// The room may have moved on: goes along, unless something is typed, or was looked up.
    fn keep_up(self) {
        let next = self.room.with_untracked(place);
        let before = self.place.get_untracked();
        let shown = self.shown.get_untracked();
        if next != before {
            self.place.set(next);
            if shown == before && !untrack(|| self.is_typing()) {
                self.shown.set(next);
                to_the_top();
                let question = self.room.with_untracked(|room| next.map(|next| question(room, next)));
                self.announce(question.unwrap_or_default());
            }
        }
        let late = self.outbox.with_untracked(Outbox::has_late);
        if late {
            let room = self.room.read_untracked();
            let revived = self.outbox.write().revive(|id| takes(&room, id));
            if revived {
                self.resend();
            }
        }
    }
}

/// What comes next begins there.
fn to_the_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

fn focus_question() {
    to_the_top();
    let heading = document().query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // Fails for no element that is there.
        let _ = heading.focus();
    }
}
