//! Sockets are cut at random points, a server ends and another takes over, a reader lags: every screen ends equal
//! to a fresh one, and what was acknowledged has happened once.

use std::{fmt::Debug, time::Duration};

use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use serde::de::DeserializeOwned;
use tokio::time::timeout;
use visioncast_model::{
    Answer, Choice, CommandId, Epoch, HideReason, IdeaId, Panel, PersonId, Rejection, Seq, Step,
    view::{ConsoleKey, ConsoleValue, Own, OwnKey, OwnValue, PhoneKey, PhoneValue, ScreenKey, ScreenValue, View},
    wire::{ClientFrame, Move, ServerFrame, from_body, to_body},
};

use super::{
    server::{Phone, Server, Stage},
    socket::Socket,
};
use crate::store::tests::Place;

/// Each is a history of its own.
const SEEDS: [u64; 3] = [1, 2, 3];
const STEPS: usize = 250;
const PHONES: usize = 5;
/// Longer than anything should take.
const PATIENCE: Duration = Duration::from_secs(30);
/// A screen that heard nothing for so long has heard all that was on its way.
const PAUSE: Duration = Duration::from_millis(20);

#[tokio::test]
async fn every_screen_ends_equal_to_a_fresh_one_on_sqlite() {
    Place::with_sqlite(async |place: &Place| Box::pin(every_history(place, 1)).await).await;
}

#[tokio::test]
async fn every_screen_ends_equal_to_a_fresh_one_on_two_nodes() {
    Place::with_postgres(async |place: &Place| Box::pin(every_history(place, 2)).await).await;
}

async fn every_history(place: &Place, nodes: usize) {
    for seed in SEEDS {
        let mut history = History::begin(place, nodes, seed).await;
        for _ in 0..STEPS {
            history.go_on().await;
        }
        history.end(seed).await;
    }
}

/// A screen that keeps what it has while its sockets come and go; the rules of the browser's.
struct Screen<K: Ord, V> {
    query: String,
    cookie: String,
    socket: Option<Socket>,
    epoch: Option<Epoch>,
    room: View<K, V>,
    own: Own,
    /// What has no answer yet, in the order in which it was said.
    outbox: Vec<(CommandId, Answer)>,
    acknowledged: Vec<(CommandId, Seq)>,
}

impl<K, V> Screen<K, V>
where
    K: Ord + Clone + Debug + DeserializeOwned,
    V: Clone + PartialEq + Debug + DeserializeOwned,
{
    fn new(query: String, cookie: &str) -> Self {
        Self {
            query,
            cookie: cookie.to_owned(),
            socket: None,
            epoch: None,
            room: View::default(),
            own: Own::default(),
            outbox: Vec::new(),
            acknowledged: Vec::new(),
        }
    }

    async fn connect(&mut self, server: &Server) {
        let mut socket = server.socket(&self.query, &self.cookie).await;
        let holds = self.epoch.map(|epoch| (epoch, self.room.seq));
        socket.hello(holds).await;
        for (id, answer) in &self.outbox {
            let body = to_body(answer);
            socket.try_send(&ClientFrame::Submit { id: *id, body }).await;
        }
        self.socket = Some(socket);
    }

    async fn say(&mut self, answer: Answer) {
        let id = CommandId(uuid::Uuid::new_v4());
        let body = to_body(&answer);
        self.outbox.push((id, answer));
        if let Some(socket) = &mut self.socket {
            socket.try_send(&ClientFrame::Submit { id, body }).await;
        }
    }

    /// Reads at most so many frames, or until nothing more comes.
    async fn read(&mut self, most: usize) {
        for _ in 0..most {
            let Some(socket) = &mut self.socket else { return };
            match timeout(PAUSE, socket.next()).await {
                Err(_) => return,
                Ok(None) => self.socket = None,
                Ok(Some(frame)) => self.take(frame).await,
            }
        }
    }

    async fn take(&mut self, frame: ServerFrame) {
        let known = match frame {
            ServerFrame::Welcome { epoch, .. } => {
                assert!(self.epoch.is_none_or(|known| known == epoch), "the log has one life");
                self.epoch = Some(epoch);
                true
            }
            ServerFrame::Room(step) => advance(&mut self.room, step),
            ServerFrame::Own(step) => advance(&mut self.own, step),
            ServerFrame::Saved { commands } => {
                self.outbox
                    .retain(|(id, _)| commands.iter().all(|(saved, _)| saved != id));
                self.acknowledged.extend(commands);
                true
            }
            ServerFrame::Refused { id, why } => {
                if !matches!(why, Rejection::TooFast | Rejection::Unavailable) {
                    self.outbox.retain(|(refused, _)| *refused != id);
                }
                true
            }
            ServerFrame::Pong => true,
            ServerFrame::Goodbye(_) => {
                self.socket = None;
                true
            }
        };
        if !known && let Some(socket) = &mut self.socket {
            socket.try_send(&ClientFrame::Resync).await;
        }
    }
}

/// Moves a view on; false where something before it is missing.
fn advance<K, V>(view: &mut View<K, V>, Move { from, to, patch }: Move) -> bool
where
    K: Ord + Clone + DeserializeOwned,
    V: Clone + PartialEq + DeserializeOwned,
{
    match from {
        Some(from) if from > view.seq => return false,
        Some(_) => {}
        None => *view = View::default(),
    }
    view.apply(to, from_body(&patch).expect("the patch is readable"));
    true
}

struct History<'a> {
    place: &'a Place,
    random: StdRng,
    servers: Vec<Server>,
    stage: Stage,
    people: Vec<PersonId>,
    phones: Vec<Screen<PhoneKey, PhoneValue>>,
    projector: Screen<ScreenKey, ScreenValue>,
    console: Screen<ConsoleKey, ConsoleValue>,
}

impl<'a> History<'a> {
    async fn begin(place: &'a Place, nodes: usize, seed: u64) -> Self {
        let mut servers = Vec::new();
        for _ in 0..nodes {
            servers.push(Server::on(place.open().await).await);
        }
        let stage = servers[0].stage().await;
        stage.open(stage.prompt).await;
        stage.open(stage.judgement).await;
        let (mut people, mut phones) = (Vec::new(), Vec::new());
        for _ in 0..PHONES {
            let phone: Phone = servers[0].join(&stage).await;
            people.push(servers[0].person(&stage, &phone).await);
            phones.push(Screen::new(format!("panel={}", phone.code), &phone.cookie));
        }
        let session = servers[0].facilitator().await;
        Self {
            place,
            random: StdRng::seed_from_u64(seed),
            people,
            phones,
            projector: Screen::new(format!("screen={}", stage.entry.screen_key), ""),
            console: Screen::new(format!("console={}", stage.entry.code), &session),
            servers,
            stage,
        }
    }

    async fn go_on(&mut self) {
        let random = &mut self.random;
        let server = random.random_range(0..self.servers.len());
        let phone = random.random_range(0..self.phones.len());
        let frames = random.random_range(0..8);
        match random.random_range(0..100) {
            0..15 => {
                let words = format!("idea {}", random.random_range(0..1_000_000));
                let activity = self.stage.prompt;
                self.phones[phone]
                    .say(Answer::AddIdea {
                        activity,
                        domain: None,
                        words,
                        quotable: true,
                    })
                    .await;
            }
            15..45 => self.vote(phone).await,
            45..60 => self.phones[phone].socket = None,
            60..80 => self.phones[phone].connect(&self.servers[server]).await,
            80..84 => self.projector.socket = None,
            84..88 => self.projector.connect(&self.servers[server]).await,
            88..91 => self.console.socket = None,
            91..94 => self.console.connect(&self.servers[server]).await,
            94..97 => self.hide().await,
            97..99 => tokio::time::sleep(Duration::from_millis(random.random_range(0..300))).await,
            _ => self.restart(server).await,
        }
        self.phones[phone].read(frames).await;
        self.projector.read(frames).await;
        self.console.read(frames).await;
    }

    async fn vote(&mut self, phone: usize) {
        let phone = &mut self.phones[phone];
        let Some(OwnValue::Hand(hand)) = phone.own.values.get(&OwnKey::Hand(self.stage.judgement)) else {
            return;
        };
        if let Some(dealt) = hand.next.choose(&mut self.random) {
            let answer = Answer::Judge {
                activity: self.stage.judgement,
                idea: dealt.idea,
                choice: Choice::Agree,
            };
            phone.say(answer).await;
        }
    }

    async fn hide(&mut self) {
        let ideas: Vec<IdeaId> = self.stage.look(|panel| panel.ideas().keys().copied().collect()).await;
        if let Some(idea) = ideas.choose(&mut self.random).copied() {
            let hidden = self
                .stage
                .look(move |panel| panel.ideas()[&idea].hidden.is_some())
                .await;
            let reason = HideReason::OffTopic;
            let step = if hidden {
                Step::ShowIdea { idea }
            } else {
                Step::HideIdea { idea, reason }
            };
            self.stage.step(step).await;
        }
    }

    /// Ends a server, and has another one open the same database.
    async fn restart(&mut self, number: usize) {
        let old = &self.servers[number];
        old.rooms.stop.cancel();
        old.rooms.tasks.close();
        old.rooms.tasks.wait().await;
        old.rooms.store.close().await;
        let server = Server::on(self.place.open().await).await;
        if number == 0 {
            let room = server
                .rooms
                .find(self.stage.entry.code)
                .await
                .expect("the store answers");
            self.stage.room = room.expect("the panel is there");
        }
        self.servers[number] = server;
    }

    /// Everybody comes back, has their say, and looks.
    async fn end(mut self, seed: u64) {
        for (number, phone) in self.phones.iter_mut().enumerate() {
            phone.connect(&self.servers[number % self.servers.len()]).await;
        }
        let last = &self.servers[self.servers.len() - 1];
        self.projector.connect(last).await;
        self.console.connect(last).await;
        let server = &self.servers[0];
        for phone in &mut self.phones {
            while !phone.outbox.is_empty() {
                phone.read(usize::MAX).await;
                if phone.socket.is_none() || !phone.outbox.is_empty() {
                    phone.connect(server).await;
                }
            }
        }
        let acknowledged: Vec<_> = self
            .phones
            .iter()
            .flat_map(|phone| phone.acknowledged.clone())
            .collect();
        assert!(!acknowledged.is_empty(), "nothing was acknowledged with seed {seed}");
        for (id, seq) in acknowledged {
            let recorded = self.stage.look(move |panel| panel.recorded(id)).await;
            assert_eq!(recorded, Some(seq), "{id} was acknowledged, seed {seed}");
        }
        for (phone, person) in self.phones.iter_mut().zip(self.people) {
            let mut fresh = Screen::new(phone.query.clone(), &phone.cookie);
            fresh.connect(server).await;
            for screen in [phone, &mut fresh] {
                let what = move |panel: &Panel| (panel.phone().values, Some(panel.own(person).values));
                follow(&self.stage, screen, what, seed).await;
            }
        }
        let mut fresh = Screen::new(self.projector.query.clone(), "");
        fresh.connect(server).await;
        for screen in [&mut self.projector, &mut fresh] {
            follow(&self.stage, screen, |panel| (panel.screen().values, None), seed).await;
        }
        let mut fresh = Screen::new(self.console.query.clone(), &self.console.cookie);
        fresh.connect(server).await;
        for screen in [&mut self.console, &mut fresh] {
            follow(&self.stage, screen, |panel| (panel.console().values, None), seed).await;
        }
    }
}

/// What a screen shows in the end: the room, and what is one's own.
type Shown<K, V> = (
    std::collections::BTreeMap<K, V>,
    Option<std::collections::BTreeMap<OwnKey, OwnValue>>,
);

/// Waits until a screen shows what it should.
async fn follow<K, V>(
    stage: &Stage,
    screen: &mut Screen<K, V>,
    what: impl Fn(&Panel) -> Shown<K, V> + Clone + Send + 'static,
    seed: u64,
) where
    K: Ord + Clone + Debug + DeserializeOwned + Send + 'static,
    V: Clone + PartialEq + Debug + DeserializeOwned + Send + 'static,
{
    let equal = async {
        loop {
            let (room, own) = stage.look(what.clone()).await;
            if room == screen.room.values && own.is_none_or(|own| own == screen.own.values) {
                return;
            }
            assert!(screen.socket.is_some(), "the server ended a socket, seed {seed}");
            screen.read(usize::MAX).await;
        }
    };
    if timeout(PATIENCE, equal).await.is_err() {
        let (room, own) = stage.look(what).await;
        assert_eq!(screen.room.values, room, "seed {seed}");
        assert_eq!(Some(&screen.own.values), own.as_ref(), "seed {seed}");
    }
}

#[tokio::test]
async fn a_projector_that_lags_gets_a_fresh_view_and_ends_equal() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let phone = server.join(&stage).await;
    let author = server.person(&stage, &phone).await;
    let mut screen = Screen::<ScreenKey, ScreenValue>::new(format!("screen={}", stage.entry.screen_key), "");
    let mut socket = server.narrow_socket(&screen.query).await;
    socket.hello(None).await;
    screen.socket = Some(socket);
    screen.read(usize::MAX).await;
    let before = screen.room.seq;
    // More than what fits into the network between them and the queue, one frame for each.
    let mut person = author;
    for number in 0..150 {
        if number % 50 == 49 {
            let next = server.join(&stage).await;
            person = server.person(&stage, &next).await;
        }
        let words = "𝛑".repeat(990) + &number.to_string();
        let idea = Answer::AddIdea {
            activity: stage.prompt,
            domain: None,
            words,
            quotable: true,
        };
        stage.submit(person, idea).await.expect("taken");
        tokio::time::sleep(Duration::from_millis(35)).await;
    }
    let mut afresh = false;
    let all = async {
        while screen.room.values != stage.look(|panel| panel.screen().values).await {
            let frame = screen.socket.as_mut().expect("it is open").next().await;
            let frame = frame.expect("a projector that lags is not cut off");
            afresh |= matches!(frame, ServerFrame::Room(Move { from: None, .. }));
            screen.take(frame).await;
        }
    };
    timeout(PATIENCE, all).await.expect("it shows what a fresh one shows");
    assert!(screen.room.seq > before);
    assert!(afresh, "it never lagged: the test does not test anything");
}
