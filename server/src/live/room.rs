//! The task of one live panel on this node: gathers what arrived, decides it on the state ahead of
//! the log, appends it in one transaction, and acknowledges only what is durable.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    time::Duration,
};

use axum::body::Bytes;
use tokio::{
    sync::mpsc::{self, error::TrySendError},
    time::{Instant, sleep_until},
};
use tokio_util::sync::CancellationToken;
use visioncast_model::{
    Actor, Command, CommandId, Context, Event, Outcome, Panel, PersonId, Recorded, Rejection, Reveal, Seq, Timestamp,
    Words, WordsId,
    view::{ConsoleKey, ConsoleValue, OwnKey, PhoneKey, PhoneValue, ScreenKey, ScreenValue, Touched},
    wire::{Goodbye, Move, ServerFrame, encode, to_body},
};

use super::{
    Audience,
    audience::Shared,
    handle::{Reply, Request, SocketId, Submission, Subscription},
    now,
};
use crate::store::{Batch, Entry, SharedStore, StoreError, Summary, Tail, Turn};

/// How many commands one transaction takes; beyond that a single slow commit delays too many.
const BATCH: usize = 512;
/// Screens move this often at most.
const SCREEN_INTERVAL: Duration = Duration::from_millis(33);
const CONSOLE_INTERVAL: Duration = Duration::from_millis(100);
/// Phones move four times a second, up to so many of them; then less often in proportion, so that
/// the room's share of the air does not grow with its square.
const PHONE_INTERVAL: Duration = Duration::from_millis(250);
const PHONES_AT_FULL_RATE: u32 = 1_000;
/// How often to look for what other processes wrote, if nothing told us.
const POLL: Duration = Duration::from_secs(1);
/// How often to deal to people whose hands ran empty while new ideas came in.
const DEAL_INTERVAL: Duration = Duration::from_millis(500);
/// How many events between snapshots: replaying this many takes well under a second.
const SNAPSHOT_EVENTS: u64 = 50_000;
/// How many events to read from another node at a time.
const TAIL: u32 = 5_000;
/// A room without sockets or requests for this long is put down.
const IDLE: Duration = Duration::from_secs(600);
/// At least so long between two wake-up calls to other nodes.
const NOTIFY_INTERVAL: Duration = Duration::from_millis(30);

pub(crate) struct Room {
    entry: Entry,
    panel: Panel,
    store: SharedStore,
    mailbox: mpsc::Receiver<Request>,
    phones: Shared<PhoneKey, PhoneValue>,
    screens: Shared<ScreenKey, ScreenValue>,
    consoles: Shared<ConsoleKey, ConsoleValue>,
    sockets: HashMap<SocketId, Socket>,
    by_person: HashMap<PersonId, Vec<SocketId>>,
    next_socket: SocketId,
    /// Where the newest snapshot stands.
    snapshot: Seq,
    polled: Instant,
    /// When hands are to be filled; none where nothing calls for it.
    deal_at: Option<Instant>,
    /// When other nodes are to be told; none where nothing was written since.
    notify_at: Option<Instant>,
    used: Instant,
}

struct Socket {
    person: Option<PersonId>,
    private: mpsc::Sender<Bytes>,
    /// How far its own view has come.
    own: Seq,
}

/// What a batch of commands comes to.
#[derive(Default)]
struct Decided {
    events: Vec<Recorded>,
    words: Vec<Words>,
    erased_words: Vec<WordsId>,
    erased_people: Vec<PersonId>,
    answers: Vec<(Reply, CommandId, Result<Seq, Rejection>)>,
}

impl Room {
    pub(crate) fn new(entry: Entry, panel: Panel, store: SharedStore, mailbox: mpsc::Receiver<Request>) -> Self {
        let now = Instant::now();
        Self {
            entry,
            phones: Shared::new(panel.phone()),
            screens: Shared::new(panel.screen()),
            consoles: Shared::new(panel.console()),
            snapshot: panel.seq(),
            panel,
            store,
            mailbox,
            sockets: HashMap::new(),
            by_person: HashMap::new(),
            next_socket: 0,
            polled: now,
            deal_at: Some(now),
            notify_at: None,
            used: now,
        }
    }

    pub(crate) async fn run(mut self, stop: CancellationToken) {
        let mut requests = Vec::with_capacity(BATCH);
        loop {
            let wake = self.next_wake();
            tokio::select! {
                () = stop.cancelled() => break,
                count = self.mailbox.recv_many(&mut requests, BATCH) => {
                    if count == 0 {
                        break;
                    }
                    self.used = Instant::now();
                }
                () = sleep_until(wake) => {}
            }
            self.handle(&mut requests).await;
            self.keep_time().await;
            self.send_due();
            if self.sockets.is_empty() && self.used.elapsed() > IDLE {
                self.mailbox.close();
            }
        }
        self.tell_nodes().await;
        self.keep_snapshot().await;
    }

    fn next_wake(&self) -> Instant {
        let reveal = self.reveal_due().map(|(at, _)| {
            let wait = at.0.saturating_sub(now().0).max(0);
            Instant::now() + Duration::from_millis(wait as u64)
        });
        [
            Some(self.polled + POLL),
            self.phones.due(self.phone_interval()),
            self.screens.due(SCREEN_INTERVAL),
            self.consoles.due(CONSOLE_INTERVAL),
            self.deal_at,
            self.notify_at,
            reveal,
        ]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or_else(|| Instant::now() + POLL)
    }

    fn phone_interval(&self) -> Duration {
        let phones = u32::try_from(self.phones.screens()).unwrap_or(u32::MAX);
        PHONE_INTERVAL * phones.max(PHONES_AT_FULL_RATE) / PHONES_AT_FULL_RATE
    }

    async fn handle(&mut self, requests: &mut Vec<Request>) {
        let mut submissions = Vec::new();
        for request in requests.drain(..) {
            match request {
                Request::Submit(submission) => submissions.push(submission),
                Request::Subscribe {
                    audience,
                    holds,
                    person,
                    private,
                    reply,
                } => {
                    let ahead = holds.is_some_and(|(epoch, seq)| epoch == self.entry.epoch && seq > self.panel.seq());
                    if ahead {
                        // The screen comes from a node that was ahead of this one.
                        self.catch_up().await;
                        self.send_all();
                    }
                    let subscription = self.subscribe(audience, holds, person, private);
                    let socket = subscription.socket;
                    if reply.send(subscription).is_err() {
                        self.leave(socket);
                    }
                }
                Request::Resync { socket, audience } => {
                    let frame = self.whole(audience);
                    self.send_private(socket, frame);
                    self.send_own_afresh(socket);
                }
                Request::Leave { socket } => self.leave(socket),
                Request::Look(look) => look(&self.panel),
                Request::Wake => self.catch_up().await,
            }
        }
        if !submissions.is_empty() {
            self.commit(submissions).await;
        }
    }

    /// What the time brings: reveals that are due, empty hands, other nodes' events, a snapshot.
    async fn keep_time(&mut self) {
        let mut submissions = Vec::new();
        if let Some((at, activity)) = self.reveal_due()
            && at <= now()
        {
            submissions.push(Command::CompleteReveal { activity });
        }
        if self.deal_at.is_some_and(|at| at <= Instant::now()) {
            self.deal_at = None;
            let short = self.by_person.keys().filter(|person| self.panel.needs_cards(**person));
            submissions.extend(short.map(|person| Command::Deal { person: *person }));
        }
        if !submissions.is_empty() {
            let submissions = submissions.into_iter().map(|command| Submission {
                actor: Actor::System,
                id: CommandId(uuid::Uuid::new_v4()),
                command,
                reply: Reply::Nobody,
            });
            self.commit(submissions.collect()).await;
        }
        if self.polled.elapsed() >= POLL {
            self.polled = Instant::now();
            match self.store.head(self.panel_id()).await {
                Ok(head) if head > self.panel.seq() => self.catch_up().await,
                Ok(_) => {}
                Err(error) => tracing::warn!(code = %self.entry.code, %error, "failed to poll"),
            }
        }
        if self.notify_at.is_some_and(|at| at <= Instant::now()) {
            self.tell_nodes().await;
        }
        if self.panel.seq().0 - self.snapshot.0 >= SNAPSHOT_EVENTS {
            self.keep_snapshot().await;
        }
    }

    async fn commit(&mut self, submissions: Vec<Submission>) {
        let started = Instant::now();
        let mut turn = match self.store.turn(self.panel_id(), self.panel.seq()).await {
            Ok(turn) => turn,
            Err(error) => {
                self.give_up(&error, submissions.into_iter().map(|one| (one.reply, one.id)));
                return;
            }
        };
        let tail = turn.take_tail();
        self.absorb(tail);
        let before = self.panel.seq();
        let decided = self.decide(submissions);
        if let Err(error) = Self::append(turn, &decided, &self.panel).await {
            let answers = decided.answers.into_iter();
            self.give_up(&error, answers.map(|(reply, id, _)| (reply, id)));
            if self.panel.seq() > before {
                // What was decided ahead of the log did not happen.
                self.reload().await;
            }
            return;
        }
        metrics::histogram!("visioncast_commit_seconds").record(started.elapsed().as_secs_f64());
        metrics::counter!("visioncast_events_total").increment(decided.events.len() as u64);
        if !decided.events.is_empty() {
            self.notify_at.get_or_insert_with(|| Instant::now() + NOTIFY_INTERVAL);
        }
        self.changed(&decided.events);
        self.answer(decided.answers);
    }

    async fn append(turn: Box<dyn Turn>, decided: &Decided, panel: &Panel) -> Result<(), StoreError> {
        if decided.events.is_empty() {
            return Ok(());
        }
        turn.append(&Batch {
            events: &decided.events,
            words: &decided.words,
            erased_words: &decided.erased_words,
            erased_people: &decided.erased_people,
            summary: Summary::of(panel),
        })
        .await
    }

    /// Decides one after the other, each on what the ones before come to.
    fn decide(&mut self, submissions: Vec<Submission>) -> Decided {
        let mut decided = Decided::default();
        let at = now();
        for Submission {
            actor,
            id,
            command,
            reply,
        } in submissions
        {
            let mut context = Context {
                now: at,
                fresh: &mut uuid::Uuid::new_v4,
            };
            let answer = match self.panel.decide(actor, id, &command, &mut context) {
                Ok(Outcome::Already(seq)) => Ok(seq),
                Ok(Outcome::New(decision)) => {
                    for event in &decision.events {
                        self.note_erasure(event, &mut decided);
                        self.panel.apply(event);
                    }
                    for words in &decision.words {
                        self.panel.learn(words.clone());
                    }
                    decided.events.extend(decision.events);
                    decided.words.extend(decision.words);
                    Ok(self.panel.seq())
                }
                Err(rejection) => Err(rejection),
            };
            decided.answers.push((reply, id, answer));
        }
        decided
    }

    fn note_erasure(&self, event: &Recorded, decided: &mut Decided) {
        match &event.event {
            Event::WordsErased { idea } => {
                decided
                    .erased_words
                    .extend(self.panel.ideas().get(idea).map(|idea| idea.words));
            }
            Event::PersonErased { person } => {
                let written = self.panel.ideas_by(*person).map(|(_, idea)| idea.words);
                decided.erased_words.extend(written);
                decided.erased_people.push(*person);
            }
            _ => {}
        }
    }

    /// Takes in what other processes wrote.
    async fn catch_up(&mut self) {
        loop {
            match self.store.tail(self.panel_id(), self.panel.seq(), TAIL).await {
                Ok(tail) if tail.events.is_empty() => return,
                Ok(tail) => self.absorb(tail),
                Err(error) => {
                    tracing::warn!(code = %self.entry.code, %error, "failed to read on");
                    return;
                }
            }
        }
    }

    fn absorb(&mut self, tail: Tail) {
        if tail.events.is_empty() {
            return;
        }
        for event in &tail.events {
            self.panel.apply(event);
        }
        for words in tail.words {
            self.panel.learn(words);
        }
        self.changed(&tail.events);
    }

    async fn reload(&mut self) {
        match self.store.load(self.panel_id()).await {
            Ok(panel) => {
                self.panel = panel;
                self.mark_stale();
                let sockets: Vec<SocketId> = self.sockets.keys().copied().collect();
                for socket in sockets {
                    self.send_own_afresh(socket);
                }
            }
            Err(error) => {
                tracing::error!(code = %self.entry.code, %error, "failed to load again; ending the room");
                // Whoever asks next opens it anew.
                self.mailbox.close();
            }
        }
    }

    /// Passes on what these events, already applied, mean for those who look.
    fn changed(&mut self, events: &[Recorded]) {
        if events.is_empty() {
            return;
        }
        self.mark_stale();
        let mut touched: BTreeMap<PersonId, BTreeSet<OwnKey>> = BTreeMap::new();
        let mut everybody = false;
        for event in events {
            match self.panel.touched(event) {
                Touched::Nobody => {}
                Touched::One(person, key) => {
                    touched.entry(person).or_default().insert(key);
                }
                Touched::Everybody => everybody = true,
            }
            if matches!(
                event.event,
                Event::ActivityOpened { .. }
                    | Event::IdeaAdded { .. }
                    | Event::IdeaShown { .. }
                    | Event::IdeaHidden { .. }
                    | Event::PanelReopened
            ) {
                self.deal_at.get_or_insert_with(|| Instant::now() + DEAL_INTERVAL);
            }
        }
        if everybody {
            let sockets: Vec<SocketId> = self.sockets.keys().copied().collect();
            for socket in sockets {
                self.send_own_afresh(socket);
            }
            return;
        }
        for (person, keys) in touched {
            let Some(sockets) = self.by_person.get(&person).cloned() else {
                continue;
            };
            let patch = to_body(&self.panel.own_patch(person, &keys));
            for socket in sockets {
                self.send_own(socket, patch.clone(), false);
            }
        }
    }

    fn send_own_afresh(&mut self, socket: SocketId) {
        let Some(person) = self.sockets.get(&socket).and_then(|socket| socket.person) else {
            return;
        };
        let patch = own_afresh(&self.panel, person);
        self.send_own(socket, patch, true);
    }

    fn send_own(&mut self, socket: SocketId, patch: Vec<u8>, afresh: bool) {
        let to = self.panel.seq();
        let Some(known) = self.sockets.get_mut(&socket) else {
            return;
        };
        let from = (!afresh).then_some(known.own);
        known.own = to;
        self.send_private(socket, encode(&ServerFrame::Own(Move { from, to, patch })).into());
    }

    /// Sends to one socket; one that does not read is cut off, so that memory does not grow.
    fn send_private(&mut self, socket: SocketId, frame: Bytes) {
        let Some(known) = self.sockets.get(&socket) else { return };
        match known.private.try_send(frame) {
            Ok(()) => {}
            Err(TrySendError::Full(_) | TrySendError::Closed(_)) => self.leave(socket),
        }
    }

    fn answer(&mut self, answers: Vec<(Reply, CommandId, Result<Seq, Rejection>)>) {
        let mut saved: BTreeMap<SocketId, Vec<(CommandId, Seq)>> = BTreeMap::new();
        for (reply, id, answer) in answers {
            match (reply, answer) {
                (Reply::Nobody, _) => {}
                (Reply::Once(sender), answer) => {
                    // Whoever asked may be gone; what was done is done.
                    let _ = sender.send(answer);
                }
                (Reply::Socket(socket), Ok(seq)) => {
                    saved.entry(socket).or_default().push((id, seq));
                }
                (Reply::Socket(socket), Err(why)) => {
                    self.send_private(socket, encode(&ServerFrame::Refused { id, why }).into());
                }
            }
        }
        for (socket, commands) in saved {
            self.send_private(socket, encode(&ServerFrame::Saved { commands }).into());
        }
    }

    fn give_up(&mut self, error: &StoreError, asked: impl Iterator<Item = (Reply, CommandId)>) {
        tracing::error!(code = %self.entry.code, %error, "failed to write");
        metrics::counter!("visioncast_commit_failures_total").increment(1);
        let answers = asked
            .map(|(reply, id)| (reply, id, Err(Rejection::Unavailable)))
            .collect();
        self.answer(answers);
    }

    fn subscribe(
        &mut self,
        audience: Audience,
        holds: Option<(visioncast_model::Epoch, Seq)>,
        person: Option<PersonId>,
        private: mpsc::Sender<Bytes>,
    ) -> Subscription {
        let socket = self.next_socket;
        self.next_socket += 1;
        let holds = holds
            .filter(|(epoch, _)| *epoch == self.entry.epoch)
            .map(|(_, seq)| seq);
        let (line, room) = match audience {
            Audience::Phones => self.phones.subscribe(holds),
            Audience::Screens => self.screens.subscribe(holds),
            Audience::Consoles => self.consoles.subscribe(holds),
        };
        let welcome = ServerFrame::Welcome {
            epoch: self.entry.epoch,
            now: now(),
        };
        let mut first = vec![encode(&welcome).into(), room];
        let own = self.panel.seq();
        if let Some(person) = person {
            let patch = own_afresh(&self.panel, person);
            first.push(
                encode(&ServerFrame::Own(Move {
                    from: None,
                    to: own,
                    patch,
                }))
                .into(),
            );
            self.by_person.entry(person).or_default().push(socket);
            if self.panel.needs_cards(person) {
                self.deal_at.get_or_insert_with(Instant::now);
            }
        }
        self.sockets.insert(socket, Socket { person, private, own });
        metrics::gauge!("visioncast_sockets").increment(1);
        Subscription { socket, line, first }
    }

    fn leave(&mut self, socket: SocketId) {
        let Some(Socket { person, .. }) = self.sockets.remove(&socket) else {
            return;
        };
        metrics::gauge!("visioncast_sockets").decrement(1);
        if let Some(person) = person
            && let Some(sockets) = self.by_person.get_mut(&person)
        {
            sockets.retain(|other| *other != socket);
            if sockets.is_empty() {
                self.by_person.remove(&person);
            }
        }
    }

    fn whole(&mut self, audience: Audience) -> Bytes {
        match audience {
            Audience::Phones => self.phones.since(None),
            Audience::Screens => self.screens.since(None),
            Audience::Consoles => self.consoles.since(None),
        }
    }

    const fn mark_stale(&mut self) {
        self.phones.mark_stale();
        self.screens.mark_stale();
        self.consoles.mark_stale();
    }

    fn send_due(&mut self) {
        let now = Instant::now();
        let is_due = |due: Option<Instant>| due.is_some_and(|due| due <= now);
        if is_due(self.phones.due(self.phone_interval())) {
            self.phones.send(self.panel.phone());
        }
        if is_due(self.screens.due(SCREEN_INTERVAL)) {
            self.screens.send(self.panel.screen());
        }
        if is_due(self.consoles.due(CONSOLE_INTERVAL)) {
            self.consoles.send(self.panel.console());
        }
    }

    fn send_all(&mut self) {
        self.phones.send(self.panel.phone());
        self.screens.send(self.panel.screen());
        self.consoles.send(self.panel.console());
    }

    fn reveal_due(&self) -> Option<(Timestamp, visioncast_model::ActivityId)> {
        self.panel
            .agenda()
            .iter()
            .filter_map(|activity| match activity.reveal {
                Reveal::Due { at } => Some((at, activity.id)),
                Reveal::Hidden | Reveal::Shown { .. } => None,
            })
            .min()
    }

    async fn tell_nodes(&mut self) {
        if self.notify_at.take().is_some()
            && let Err(error) = self.store.notify(self.panel_id()).await
        {
            tracing::warn!(code = %self.entry.code, %error, "failed to wake other nodes; they poll");
        }
    }

    async fn keep_snapshot(&mut self) {
        if self.panel.seq() == self.snapshot {
            return;
        }
        match self.store.keep_snapshot(&self.panel).await {
            Ok(()) => self.snapshot = self.panel.seq(),
            Err(error) => {
                tracing::warn!(code = %self.entry.code, %error, "failed to keep a snapshot");
                // Not again at once: the log alone is enough.
                self.snapshot = self.panel.seq();
            }
        }
    }

    const fn panel_id(&self) -> visioncast_model::PanelId {
        self.entry.id
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let left: HashSet<SocketId> = self.sockets.keys().copied().collect();
        metrics::gauge!("visioncast_sockets").decrement(left.len() as f64);
        let goodbye: Bytes = encode(&ServerFrame::Goodbye(Goodbye::Restarting)).into();
        for socket in self.sockets.values() {
            // One that cannot take it sees its line end.
            let _ = socket.private.try_send(goodbye.clone());
        }
    }
}

/// All that is a person's own, as the patch that makes it from nothing.
fn own_afresh(panel: &Panel, person: PersonId) -> Vec<u8> {
    let own = panel.own(person);
    let all = own.values.into_iter().map(|(key, value)| (key, Some(value)));
    to_body(&visioncast_model::view::Patch(all.collect()))
}
