//! One simulated attendee: joins, keeps a socket open, says what its habit has it say, and keeps
//! everything until it has an answer.

mod hearing;

use std::{collections::VecDeque, sync::Arc, time::Duration};

use futures::{SinkExt as _, StreamExt as _};
use tokio::{
    sync::watch,
    time::{Instant, sleep_until},
};
use tokio_tungstenite::tungstenite::Message;
use visioncast_model::{
    CommandId,
    wire::{self, ClientFrame, Goodbye},
};

use self::hearing::Stop;
use super::{
    ears::Ears,
    entrance::{Outside, Socket},
    figures::Figures,
    habit::{Cue, Habit},
    hall::{Hall, Phase, Signal},
    outbox::{Outbox, Said},
    pause::Pause,
    sight::Sight,
};

/// After so much silence the server is asked whether it is there.
const IDLE: Duration = Duration::from_secs(15);
/// How long its answer may take.
const ANSWER: Duration = Duration::from_secs(10);
/// What is said so much after it was due had to wait for earlier answers, or for the processor.
const LATE: Duration = Duration::from_millis(100);

pub(super) struct Attendee {
    number: usize,
    hall: Arc<Hall>,
    habit: Habit,
    /// When it was made, until the rehearsal begins.
    made: Option<Instant>,
    ears: Ears,
    /// The cookie that says who this is.
    seat: Option<String>,
    node: usize,
    sight: Sight,
    outbox: Outbox,
    /// What the script had it say and waits for room in the outbox.
    cued: VecDeque<Cue>,
    /// When the last frame came in.
    heard: Instant,
    /// Since when an answer to a ping is waited for.
    pinged: Option<Instant>,
    /// Whether all that it sees has come at least once.
    was_in: bool,
    /// The last cut of all sockets that it took part in, and whether it still recovers from it.
    cut: Option<Instant>,
    recovers: bool,
}

/// How a visit ended.
enum End {
    /// All is said and done.
    Done,
    /// The socket is gone; when it began, and why it ended, if the server said so.
    Lost { since: Instant, goodbye: Option<Goodbye> },
    /// There is nobody at this address right now.
    Unreachable(String),
    /// This attendee is not wanted.
    Barred(String),
}

impl Attendee {
    pub(super) fn new(number: usize, hall: Arc<Hall>, habit: Habit, ears: Ears) -> Self {
        let sight = Sight::new(hall.shared.clone());
        let outbox = Outbox::new(habit.is_patient());
        let node = number % hall.entrance.count();
        Self {
            number,
            hall,
            habit,
            made: Some(Instant::now()),
            ears,
            seat: None,
            node,
            sight,
            outbox,
            cued: VecDeque::new(),
            heard: Instant::now(),
            pinged: None,
            was_in: false,
            cut: None,
            recovers: false,
        }
    }

    /// Attends until the end.
    ///
    /// # Errors
    /// Why it could not, in words for whoever started the rehearsal.
    pub(super) async fn attend(mut self) -> Result<(), String> {
        let mut signal = self.hall.signal.subscribe();
        let mut pause = Pause::new(self.hall.longest_pause);
        let mut trouble = "there was no time left to connect".to_owned();
        let outcome = loop {
            let phase = signal.borrow().phase;
            if phase == Phase::Over && !self.was_in {
                break Err(trouble);
            }
            if phase == Phase::Over || phase == Phase::Ending && self.was_in && self.is_done() {
                break Ok(());
            }
            let wait = match Box::pin(self.visit(&mut signal)).await {
                End::Done => break Ok(()),
                End::Barred(why) => break Err(why),
                End::Unreachable(why) => {
                    trouble = why;
                    self.node += 1;
                    pause.after(None, None)
                }
                End::Lost { since, goodbye } => {
                    if goodbye != Some(Goodbye::TooSlow) {
                        self.node += 1;
                    }
                    if self.recovers {
                        Duration::ZERO
                    } else {
                        pause.after(Some(since), goodbye)
                    }
                }
            };
            self.outbox.lose_socket();
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = over(&mut signal) => {}
            }
        };
        self.hall.figures.leave(self.outbox.left());
        outcome
    }

    /// One socket from its beginning to its end.
    async fn visit(&mut self, signal: &mut watch::Receiver<Signal>) -> End {
        let entered = tokio::select! {
            entered = self.enter() => entered,
            () = over(signal) => return End::Unreachable("the server did not answer in time".to_owned()),
        };
        let mut socket = match entered {
            Ok(socket) => socket,
            Err(Outside::Unreachable(why)) => return End::Unreachable(why),
            Err(Outside::Refused(why)) => return End::Barred(why),
        };
        let began = Instant::now();
        self.heard = began;
        self.pinged = None;
        let mut wake = Box::pin(sleep_until(began));
        loop {
            let now = Instant::now();
            let phase = signal.borrow().phase;
            if phase >= Phase::Ending {
                self.cued.clear();
            }
            if phase == Phase::Over || phase == Phase::Ending && self.is_done() {
                // The other side may have left first.
                let _ = socket.close(None).await;
                return End::Done;
            }
            if phase == Phase::Going {
                if let Some(made) = self.made.take() {
                    self.habit.begin(now - made);
                }
                self.speak(now);
            }
            let lost = End::Lost {
                since: began,
                goodbye: None,
            };
            let sent = self.send(&mut socket, now).await;
            let Ok(due) = sent else { return lost };
            if wake.deadline() != due {
                wake.as_mut().reset(due);
            }
            tokio::select! {
                message = socket.next() => match message {
                    Some(Ok(Message::Binary(bytes))) => match self.receive(&bytes) {
                        Ok(None) => {}
                        Ok(Some(frame)) => if post(&mut socket, &frame).await.is_err() { return lost },
                        Err(Stop::Goodbye(goodbye)) => return End::Lost { since: began, goodbye: Some(goodbye) },
                        Err(Stop::Barred(why)) => return End::Barred(why),
                    },
                    Some(Ok(Message::Close(_)) | Err(_)) | None => return lost,
                    Some(Ok(_)) => self.hear(),
                },
                cue = next_cue(&mut self.habit) => self.cued.push_back(cue),
                () = wake.as_mut() => {}
                _ = signal.changed() => {
                    let cut = signal.borrow_and_update().cut;
                    if cut != self.cut {
                        self.cut = cut;
                        self.recovers = true;
                        return lost;
                    }
                }
            }
        }
    }

    /// Takes a seat if need be, opens a socket and says hello.
    async fn enter(&mut self) -> Result<Socket, Outside> {
        let hall = Arc::clone(&self.hall);
        // Only newcomers queue: who was in comes back at once, as phones do.
        let _door = match &self.seat {
            Some(_) => None,
            None => hall.doors.acquire().await.ok(),
        };
        let seat = match &self.seat {
            Some(seat) => seat,
            None => {
                let seat = hall.entrance.join(self.node, hall.code.as_str()).await?;
                Figures::add(&hall.figures.joined);
                self.seat.insert(seat)
            }
        };
        let query = format!("panel={}", hall.code);
        let mut socket = hall.entrance.open(self.node, &query, Some(seat)).await?;
        if self.was_in {
            Figures::add(&hall.figures.reconnects);
        }
        let hello = ClientFrame::Hello {
            holds: self.sight.holds(),
        };
        post(&mut socket, &hello)
            .await
            .map_err(|()| Outside::Unreachable("the socket closed at once".to_owned()))?;
        Ok(socket)
    }

    fn is_done(&self) -> bool {
        self.outbox.is_empty() && self.cued.is_empty()
    }

    /// Puts what is due into the outbox.
    fn speak(&mut self, now: Instant) {
        if !self.sight.is_current() {
            return;
        }
        while let Some(cue) = self.cued.front() {
            // Two about the same idea at a time could change places.
            let about = Said::about(cue.id, &cue.answer);
            if self.outbox.len() >= self.hall.in_flight || about.is_some_and(|idea| self.outbox.concerns(idea)) {
                break;
            }
            if let Some(Cue { line, id, answer }) = self.cued.pop_front() {
                self.outbox.put(id, answer, Some(line));
            }
        }
        while let Some(due) = self.habit.due()
            && due <= now
            && self.outbox.len() < self.hall.in_flight
        {
            let asked = self.hall.asked.borrow().clone();
            if let Some(answer) = self.habit.speak(now, &self.sight, asked.as_deref()) {
                if now - due > LATE {
                    Figures::add(&self.hall.figures.delayed);
                }
                let id = CommandId(uuid::Uuid::new_v4());
                self.habit.said(id, &answer);
                self.outbox.put(id, answer, None);
            }
        }
    }

    /// Sends what can be sent; returns when to look again.
    async fn send(&mut self, socket: &mut Socket, now: Instant) -> Result<Instant, ()> {
        let current = self.sight.is_current();
        while current && let Some((said, first)) = self.outbox.send_next(now) {
            if first {
                Figures::add(&self.hall.figures.sent);
                // A file that cannot be written to shows in what the reader of it finds.
                let _ = self.hall.submitted.note(said.id, &said.answer);
            }
            let frame = ClientFrame::Submit {
                id: said.id,
                body: wire::to_body(&said.answer),
            };
            post(socket, &frame).await?;
        }
        let silence = match self.pinged {
            Some(pinged) if now >= pinged + ANSWER => return Err(()),
            Some(pinged) => pinged + ANSWER,
            None if now >= self.heard + IDLE => {
                post(socket, &ClientFrame::Ping).await?;
                self.pinged = Some(now);
                now + ANSWER
            }
            None => self.heard + IDLE,
        };
        let room = current && self.made.is_none() && self.outbox.len() < self.hall.in_flight;
        let speaks = self.habit.due().filter(|_| room).map(|due| due.max(now));
        Ok([Some(silence), speaks, self.outbox.due()]
            .into_iter()
            .flatten()
            .min()
            .unwrap_or(silence))
    }
}

/// Ends when everybody is sent home.
async fn over(signal: &mut watch::Receiver<Signal>) {
    if signal.wait_for(|signal| signal.phase == Phase::Over).await.is_err() {
        std::future::pending::<()>().await;
    }
}

async fn next_cue(habit: &mut Habit) -> Cue {
    if let Habit::Script(cues) = habit
        && let Some(cue) = cues.recv().await
    {
        return cue;
    }
    std::future::pending().await
}

async fn post(socket: &mut Socket, frame: &ClientFrame) -> Result<(), ()> {
    socket
        .send(Message::Binary(wire::encode(frame).into()))
        .await
        .map_err(|_| ())
}
