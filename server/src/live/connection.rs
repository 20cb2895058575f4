//! One socket: frames in, frames out, and an end to those that do neither.

use std::{pin::pin, sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    extract::ws::{CloseFrame, Message, WebSocket, close_code},
};
use futures::SinkExt as _;
use tokio::{
    sync::mpsc::{self, Receiver},
    time::{Instant, sleep_until, timeout},
};
use tokio_util::sync::CancellationToken;
use visioncast_model::{
    AccountId, ActivityId, Actor, Answer, Arrange, Command, Epoch, LinkId, PersonId, Rejection, Seq, Step,
    wire::{ClientFrame, FrameError, Goodbye, ServerFrame, decode, encode, from_body},
};

use super::{
    Audience, RoomHandle,
    handle::{Reply, Request, SocketId, Submission},
    line::BACKLOG,
    now,
    pace::Pace,
};
use crate::{
    limits::Limits,
    store::{SharedStore, TokenHash},
};

/// A screen says something at least this often: it pings when it is idle.
const SILENCE: Duration = Duration::from_secs(60);
/// How long the first frame may take.
const HELLO: Duration = Duration::from_secs(10);
/// How often to look whether a panelist's link still opens their page.
const LINK: Duration = Duration::from_secs(5);
/// How long what waits may take to leave.
const SEND: Duration = Duration::from_secs(15);

/// Who is at the other end.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Connection {
    /// Somebody's phone.
    Phone(PersonId),
    /// A projector.
    Screen,
    /// A facilitator.
    Console(AccountId),
    /// A panelist, as long as the link opens it.
    Panelist(LinkId, TokenHash),
    /// Somebody who only reads along.
    Along,
    /// Somebody who groups the ideas of a prompt; a panelist, as long as the link opens it.
    Desk(Actor, ActivityId, Option<TokenHash>),
}

impl Connection {
    /// The same, at the desk of a prompt; none where they have no place there.
    pub(crate) const fn at_desk(self, prompt: ActivityId) -> Option<Self> {
        let (actor, link) = match self {
            Self::Phone(person) => (Actor::Person(person), None),
            Self::Console(account) => (Actor::Facilitator(account), None),
            Self::Panelist(link, token) => (Actor::Panelist(link), Some(token)),
            Self::Screen | Self::Along | Self::Desk(..) => return None,
        };
        Some(Self::Desk(actor, prompt, link))
    }

    /// The link that opens it, where one does.
    const fn link(self) -> Option<TokenHash> {
        match self {
            Self::Panelist(_, token) | Self::Desk(_, _, Some(token)) => Some(token),
            _ => None,
        }
    }

    const fn audience(self) -> Audience {
        match self {
            Self::Phone(_) => Audience::Phones,
            Self::Screen => Audience::Screens,
            Self::Console(_) => Audience::Consoles,
            Self::Panelist(..) | Self::Along => Audience::Along,
            Self::Desk(actor, prompt, _) => Audience::Desk {
                prompt,
                facilitators: matches!(actor, Actor::Facilitator(_)),
            },
        }
    }

    const fn person(self) -> Option<PersonId> {
        match self {
            Self::Phone(person) => Some(person),
            Self::Screen | Self::Console(_) | Self::Panelist(..) | Self::Along | Self::Desk(..) => None,
        }
    }
}

/// Serves one socket until either side ends it.
pub(crate) async fn serve(
    mut socket: WebSocket,
    connection: Connection,
    room: RoomHandle,
    store: SharedStore,
    limits: Arc<Limits>,
    stop: CancellationToken,
) {
    // What a socket needs only at its beginning or end has no place in the memory of those that are open.
    let (id, frames) = match Box::pin(admit(&mut socket, connection, &room)).await {
        Ok(admitted) => admitted,
        Err(goodbye) => return Box::pin(end(socket, goodbye)).await,
    };
    let served = Served {
        socket: &mut socket,
        connection,
        room: &room,
        limits: &limits,
        id,
    };
    let goodbye = match connection.link() {
        Some(token) => {
            // The link may be revoked through another node, and it expires by itself.
            tokio::select! {
                goodbye = served.run(frames, stop) => goodbye,
                () = Box::pin(link_is_over(&store, token)) => Some(Goodbye::NotAllowed),
            }
        }
        None => served.run(frames, stop).await,
    };
    room.ask(Request::Leave { socket: id }).await;
    if let Some(goodbye) = goodbye {
        Box::pin(end(socket, goodbye)).await;
    }
}

/// Ends when a link opens nothing any more.
async fn link_is_over(store: &SharedStore, token: TokenHash) {
    loop {
        tokio::time::sleep(LINK).await;
        match store.link(token).await {
            Ok(link) if link.as_ref().is_some_and(|link| link.is_valid(now())) => {}
            Ok(_) => return,
            Err(error) => tracing::warn!(%error, "failed to look whether a link is over"),
        }
    }
}

/// Hears the first frame, and puts the socket on its line.
async fn admit(
    socket: &mut WebSocket,
    connection: Connection,
    room: &RoomHandle,
) -> Result<(SocketId, Receiver<Bytes>), Goodbye> {
    let holds = hello(socket).await?;
    let (sender, frames) = mpsc::channel(BACKLOG);
    let id = enter(room, connection, holds, sender).await;
    Ok((id.ok_or(Goodbye::Restarting)?, frames))
}

async fn hello(socket: &mut WebSocket) -> Result<Option<(Epoch, Seq)>, Goodbye> {
    match timeout(HELLO, socket.recv()).await {
        Ok(Some(Ok(Message::Binary(bytes)))) => match decode(&bytes) {
            Ok(ClientFrame::Hello { holds }) => Ok(holds),
            Ok(_) => Err(Goodbye::Unreadable),
            Err(error) => Err(goodbye(error)),
        },
        _ => Err(Goodbye::Unreadable),
    }
}

const fn goodbye(error: FrameError) -> Goodbye {
    match error {
        FrameError::Version(_) => Goodbye::Reload,
        FrameError::Empty | FrameError::Malformed => Goodbye::Unreadable,
    }
}

async fn enter(
    room: &RoomHandle,
    connection: Connection,
    holds: Option<(Epoch, Seq)>,
    frames: mpsc::Sender<Bytes>,
) -> Option<SocketId> {
    let (reply, answer) = tokio::sync::oneshot::channel();
    room.ask(Request::Subscribe {
        audience: connection.audience(),
        holds,
        person: connection.person(),
        frames,
        reply,
    })
    .await;
    answer.await.ok()
}

/// Says goodbye and closes.
pub(crate) async fn end(mut socket: WebSocket, goodbye: Goodbye) {
    // The other side may be gone already.
    let frame = encode(&ServerFrame::Goodbye(goodbye)).into();
    let _ = timeout(Duration::from_secs(1), async {
        let _ = socket.send(Message::Binary(frame)).await;
        let close = CloseFrame {
            code: close_code::AWAY,
            reason: "".into(),
        };
        let _ = socket.send(Message::Close(Some(close))).await;
    })
    .await;
}

struct Served<'a> {
    socket: &'a mut WebSocket,
    connection: Connection,
    room: &'a RoomHandle,
    limits: &'a Limits,
    id: SocketId,
}

impl Served<'_> {
    /// Runs until the end; returns what is left to say, if the other side still listens.
    async fn run(mut self, mut frames: Receiver<Bytes>, stop: CancellationToken) -> Option<Goodbye> {
        let mut stopped = pin!(stop.cancelled());
        let mut heard = Instant::now();
        let mut silence = pin!(sleep_until(heard + SILENCE));
        let mut pace = Pace::new(heard);
        loop {
            tokio::select! {
                biased;
                () = &mut stopped => return Some(Goodbye::Restarting),
                frame = frames.recv() => match frame {
                    Some(frame) => self.send(frame, &mut frames).await?,
                    None if self.room.is_closed() => return Some(Goodbye::Restarting),
                    // The room let this socket go: it did not keep up.
                    None => return Some(Goodbye::TooSlow),
                },
                message = self.socket.recv() => {
                    heard = Instant::now();
                    if let Some(until) = pace.count(heard) {
                        sleep_until(until).await;
                    }
                    match message {
                        Some(Ok(Message::Binary(bytes))) => {
                            if let Err(goodbye) = self.receive(&bytes, &mut frames).await {
                                return Some(goodbye);
                            }
                        }
                        Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                        Some(Ok(Message::Text(_))) => return Some(Goodbye::Unreadable),
                        Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
                    }
                }
                () = &mut silence => {
                    if heard.elapsed() >= SILENCE {
                        return Some(Goodbye::TooSlow);
                    }
                    silence.as_mut().reset(heard + SILENCE);
                }
            }
        }
    }

    /// Sends a frame, and what waits behind it, in one go; none where the other side is gone or does not read.
    async fn send(&mut self, first: Bytes, frames: &mut Receiver<Bytes>) -> Option<()> {
        let mut bytes = 0;
        let sent = timeout(SEND, async {
            let mut next = Some(first);
            while let Some(frame) = next {
                bytes += frame.len() as u64;
                self.socket.feed(Message::Binary(frame)).await?;
                next = frames.try_recv().ok();
            }
            self.socket.flush().await
        })
        .await;
        metrics::counter!("visioncast_sent_bytes_total").increment(bytes);
        sent.ok()?.ok()
    }

    async fn receive(&mut self, bytes: &[u8], frames: &mut Receiver<Bytes>) -> Result<(), Goodbye> {
        let answer = match decode(bytes).map_err(goodbye)? {
            ClientFrame::Hello { .. } => return Err(Goodbye::Unreadable),
            ClientFrame::Ping => ServerFrame::Pong,
            ClientFrame::Resync => {
                self.room.ask(Request::Resync { socket: self.id }).await;
                return Ok(());
            }
            ClientFrame::Submit { id, body } => match self.command(&body) {
                Ok((actor, command)) => {
                    let reply = Reply::Socket(self.id);
                    let submission = Submission {
                        actor,
                        id,
                        command,
                        reply,
                    };
                    self.room.ask(Request::Submit(submission)).await;
                    return Ok(());
                }
                Err(why) => ServerFrame::Refused { id, why },
            },
        };
        self.send(encode(&answer).into(), frames).await.ok_or(Goodbye::TooSlow)
    }

    fn command(&self, body: &[u8]) -> Result<(Actor, Command), Rejection> {
        match self.connection {
            Connection::Phone(person) => {
                self.limits.person(person)?;
                let answer: Answer = from_body(body).map_err(|_| Rejection::Unreadable)?;
                Ok((Actor::Person(person), Command::Answer(answer)))
            }
            Connection::Console(account) => {
                let step: Step = from_body(body).map_err(|_| Rejection::Unreadable)?;
                Ok((Actor::Facilitator(account), Command::Step(step)))
            }
            Connection::Panelist(link, _) => {
                self.limits.person(PersonId(link.0))?;
                let step: Step = from_body(body).map_err(|_| Rejection::Unreadable)?;
                Ok((Actor::Panelist(link), Command::Step(step)))
            }
            Connection::Desk(actor, ..) => {
                match actor {
                    Actor::Person(person) => self.limits.person(person)?,
                    Actor::Panelist(link) | Actor::Board(link) => self.limits.person(PersonId(link.0))?,
                    Actor::Facilitator(_) | Actor::System => {}
                }
                let arrange: Arrange = from_body(body).map_err(|_| Rejection::Unreadable)?;
                Ok((actor, Command::Arrange(arrange)))
            }
            Connection::Screen | Connection::Along => Err(Rejection::NotAllowed),
        }
    }
}
