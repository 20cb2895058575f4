//! The task of one live panel on this node: gathers what arrived, decides it on the state ahead of
//! the log, appends it in one transaction, and acknowledges only what is durable.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use tokio::{
    sync::mpsc,
    time::{Instant, sleep_until},
};
use tokio_util::sync::CancellationToken;
use visioncast_model::{
    ActivityId, Actor, Command, CommandId, Event, Panel, PanelId, Recorded, Rejection, Reveal, Seq, Timestamp,
};

use super::{
    Alike, RoomWords,
    decided::{Answered, Decided},
    gallery::{Answer, Gallery},
    handle::{Reply, Request, SocketId, Submission},
    now,
};
use crate::{
    moderation::Repeated,
    store::{Entry, SharedStore, StoreError, Tail},
};

/// How many commands one transaction takes; beyond that a single slow commit delays too many.
const BATCH: usize = 512;
/// Transactions begin at least so far apart, unless one would be full: under load more votes share
/// one, while a lone vote waits for nothing.
const COMMIT_INTERVAL: Duration = Duration::from_millis(4);
/// How often to look for what other processes wrote, if nothing told us.
const POLL: Duration = Duration::from_secs(1);
/// How often to deal to people whose hands ran empty while new ideas came in.
const DEAL_INTERVAL: Duration = Duration::from_millis(500);
/// How many events between snapshots, which are kept while nobody waits for the room: replaying this many takes
/// well under a second.
const SNAPSHOT_EVENTS: u64 = 50_000;
const QUIET: Duration = Duration::from_secs(1);
/// After so many, a snapshot is kept even under load.
const MOST_EVENTS: u64 = 500_000;
/// How many events to read from another node at a time.
const TAIL: u32 = 5_000;
/// A room without sockets or requests for this long is put down.
const IDLE: Duration = Duration::from_secs(600);
/// At least so long between two wake-up calls to other nodes.
const NOTIFY_INTERVAL: Duration = Duration::from_millis(30);

pub(crate) struct Room {
    entry: Arc<Entry>,
    panel: Panel,
    store: SharedStore,
    mailbox: mpsc::Receiver<Request>,
    alike: Arc<Alike>,
    words: Arc<RoomWords>,
    repeated: Repeated,
    gallery: Gallery,
    /// What the next transaction decides.
    waiting: Vec<Submission>,
    /// When it may begin.
    commit_at: Instant,
    /// Where the newest snapshot stands.
    snapshot: Seq,
    polled: Instant,
    /// When hands are to be filled; none where nothing calls for it.
    deal_at: Option<Instant>,
    /// When other nodes are to be told; none where nothing was written since.
    notify_at: Option<Instant>,
    used: Instant,
}

impl Room {
    pub(crate) fn new(
        entry: Arc<Entry>,
        panel: Panel,
        store: SharedStore,
        mailbox: mpsc::Receiver<Request>,
        (alike, words): (Arc<Alike>, Arc<RoomWords>),
    ) -> Self {
        let now = Instant::now();
        Self {
            gallery: Gallery::new(entry.epoch, &panel, Arc::clone(&words)),
            entry,
            snapshot: panel.seq(),
            panel,
            store,
            mailbox,
            alike,
            words,
            repeated: Repeated::default(),
            waiting: Vec::new(),
            commit_at: now,
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
            for request in requests.drain(..) {
                self.handle(request).await;
            }
            self.keep_time().await;
            self.gallery.move_due(&self.panel);
            if self.gallery.is_empty() && self.used.elapsed() > IDLE {
                self.mailbox.close();
            }
        }
        self.commit_waiting().await;
        self.tell_nodes().await;
        self.keep_snapshot().await;
        // Whoever is told goodbye finds nobody here any more.
        self.mailbox.close();
    }

    fn next_wake(&self) -> Instant {
        let reveal = self
            .reveal_due()
            .into_iter()
            .chain(self.close_due())
            .min()
            .map(|(at, _)| {
                let wait = at.0.saturating_sub(now().0).max(0);
                Instant::now() + Duration::from_millis(wait as u64)
            });
        [
            Some(self.polled + POLL),
            self.commit_due(),
            self.gallery.due(),
            self.deal_at,
            self.notify_at,
            reveal,
        ]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or_else(|| Instant::now() + POLL)
    }

    async fn handle(&mut self, request: Request) {
        match request {
            Request::Submit(submission) => self.waiting.push(submission),
            Request::Subscribe {
                audience,
                holds,
                person,
                frames,
                reply,
            } => {
                let ahead = holds.is_some_and(|(epoch, seq)| epoch == self.entry.epoch && seq > self.panel.seq());
                if ahead {
                    // The screen comes from a node that was ahead of this one.
                    self.catch_up().await;
                    self.gallery.move_all(&self.panel);
                }
                let socket = self.gallery.enter(&self.panel, audience, holds, person, frames);
                if reply.send(socket).is_err() {
                    self.gallery.leave(socket);
                } else if person.is_some_and(|person| self.panel.needs_cards(person)) {
                    self.deal_at.get_or_insert_with(Instant::now);
                }
            }
            Request::Resync { socket } => self.gallery.resync(&self.panel, socket),
            Request::Leave { socket } => self.gallery.leave(socket),
            Request::Look(look) => look(&self.panel),
            Request::Wake => self.poll().await,
        }
    }

    /// What the time brings: commands that wait, reveals, empty hands, other nodes' events, a snapshot.
    async fn keep_time(&mut self) {
        if let Some((at, activity)) = self.reveal_due()
            && at <= now()
        {
            self.commit_at = Instant::now();
            self.waiting.push(by_itself(Command::CompleteReveal { activity }));
        }
        if let Some((at, activity)) = self.close_due()
            && at <= now()
        {
            self.commit_at = Instant::now();
            self.waiting.push(by_itself(Command::CloseDue { activity }));
        }
        if self.deal_at.is_some_and(|at| at <= Instant::now()) {
            self.deal_at = None;
            self.commit_at = Instant::now();
            let short = self.gallery.people().filter(|person| self.panel.needs_cards(*person));
            let deals = short.map(|person| by_itself(Command::Deal { person }));
            self.waiting.extend(deals);
        }
        if self.commit_due().is_some_and(|at| at <= Instant::now()) {
            self.commit_waiting().await;
        }
        if self.polled.elapsed() >= POLL {
            self.poll().await;
        }
        if self.notify_at.is_some_and(|at| at <= Instant::now()) {
            self.tell_nodes().await;
        }
        let behind = self.panel.seq().0 - self.snapshot.0;
        let quiet = self.waiting.is_empty() && self.commit_at.elapsed() > QUIET;
        if behind >= MOST_EVENTS || behind >= SNAPSHOT_EVENTS && quiet {
            self.keep_snapshot().await;
        }
    }

    /// When what waits is to be decided.
    fn commit_due(&self) -> Option<Instant> {
        match self.waiting.len() {
            0 => None,
            full if full >= BATCH => Some(Instant::now()),
            _ => Some(self.commit_at),
        }
    }

    async fn commit_waiting(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        self.commit_at = Instant::now() + COMMIT_INTERVAL;
        let submissions = std::mem::take(&mut self.waiting);
        self.commit(submissions).await;
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
        let decided = Decided::on(&mut self.panel, &mut self.repeated, submissions);
        if let Err(error) = decided.append(turn, &self.panel).await {
            let answers = decided.answers.into_iter();
            self.give_up(&error, answers.map(|answered| (answered.reply, answered.id)));
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
        self.show(&decided.events, decided.answers);
    }

    /// Looks for what other processes wrote.
    async fn poll(&mut self) {
        self.polled = Instant::now();
        match self.store.head(self.panel_id()).await {
            Ok(head) if head > self.panel.seq() => self.catch_up().await,
            Ok(_) => {}
            Err(StoreError::NoPanel(_)) => {
                tracing::info!(code = %self.entry.code, "a rehearsal was wiped; its room ends");
                // Nothing is left to keep a snapshot of.
                self.snapshot = self.panel.seq();
                self.mailbox.close();
            }
            Err(error) => tracing::warn!(code = %self.entry.code, %error, "failed to poll"),
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
        for event in &tail.events {
            self.panel.apply(event);
        }
        for words in tail.words {
            self.panel.learn(words);
        }
        self.show(&tail.events, Vec::new());
    }

    async fn reload(&mut self) {
        match self.store.load(self.panel_id()).await {
            Ok(panel) => {
                self.panel = panel;
                self.repeated.forget();
                self.gallery.show_all(&self.panel);
            }
            Err(error) => {
                tracing::error!(code = %self.entry.code, %error, "failed to load again; ending the room");
                // Whoever asks next opens it anew.
                self.mailbox.close();
            }
        }
    }

    /// Passes on what these events, already applied, mean for those who look, and what became of commands.
    fn show(&mut self, events: &[Recorded], answers: Vec<Answered>) {
        let calls_for_dealing = |recorded: &Recorded| {
            matches!(
                recorded.event,
                Event::ActivityOpened { .. }
                    | Event::IdeaAdded { .. }
                    | Event::IdeaShown { .. }
                    | Event::IdeaHidden { .. }
                    | Event::PanelReopened
                    | Event::Revealed { .. }
            )
        };
        if events.iter().any(calls_for_dealing) {
            self.deal_at.get_or_insert_with(|| Instant::now() + DEAL_INTERVAL);
        }
        let erases =
            |recorded: &Recorded| matches!(recorded.event, Event::WordsErased { .. } | Event::PersonErased { .. });
        if events.iter().any(erases) {
            self.alike.forget();
            self.words.forget();
            self.repeated.forget();
        }
        let mut by_socket: BTreeMap<SocketId, Vec<Answer>> = BTreeMap::new();
        for Answered { reply, id, answer } in answers {
            match reply {
                Reply::Nobody => {}
                Reply::Once(sender) => {
                    // Whoever asked may be gone; what was done is done.
                    let _ = sender.send(answer);
                }
                Reply::Socket(socket) => by_socket.entry(socket).or_default().push((id, answer)),
            }
        }
        self.gallery.show(&self.panel, events, by_socket);
    }

    fn give_up(&mut self, error: &StoreError, asked: impl Iterator<Item = (Reply, CommandId)>) {
        tracing::error!(code = %self.entry.code, %error, "failed to write");
        metrics::counter!("visioncast_commit_failures_total").increment(1);
        let unavailable = |(reply, id)| Answered {
            reply,
            id,
            answer: Err(Rejection::Unavailable),
        };
        self.show(&[], asked.map(unavailable).collect());
    }

    fn reveal_due(&self) -> Option<(Timestamp, ActivityId)> {
        self.panel
            .agenda()
            .iter()
            .filter_map(|activity| match activity.reveal {
                Reveal::Due { at } => Some((at, activity.id)),
                Reveal::Hidden | Reveal::Shown { .. } => None,
            })
            .min()
    }

    fn close_due(&self) -> Option<(Timestamp, ActivityId)> {
        let open = self.panel.open();
        open.filter_map(|activity| Some((activity.closes_at()?, activity.id)))
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
        if let Err(error) = self.store.keep_snapshot(&self.panel).await {
            tracing::warn!(code = %self.entry.code, %error, "failed to keep a snapshot");
        }
        // Where it failed, not again at once either: the log alone is enough.
        self.snapshot = self.panel.seq();
    }

    fn panel_id(&self) -> PanelId {
        self.entry.id
    }
}

/// What the room asks of itself.
fn by_itself(command: Command) -> Submission {
    Submission {
        actor: Actor::System,
        id: CommandId(uuid::Uuid::new_v4()),
        command,
        reply: Reply::Nobody,
    }
}
