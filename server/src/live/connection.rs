//! One socket: frames in, frames out, and an end to those that do neither.

use std::{sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    extract::ws::{CloseFrame, Message, WebSocket, close_code},
};
use tokio::{
    sync::{broadcast::error::RecvError, mpsc},
    time::{Instant, timeout},
};
use tokio_util::sync::CancellationToken;
use visioncast_model::{
    AccountId, Actor, Answer, Command, Epoch, PersonId, Rejection, Seq, Step,
    wire::{ClientFrame, FrameError, Goodbye, ServerFrame, decode, encode, from_body},
};

use super::{
    Audience, RoomHandle,
    handle::{Reply, Request, SocketId, Submission, Subscription},
};
use crate::limits::Limits;

/// How many private frames may wait for a socket; more means that it does not read.
const PRIVATE_BACKLOG: usize = 64;
/// A screen says something at least this often: it pings when it is idle.
const SILENCE: Duration = Duration::from_secs(60);
/// How long the first frame may take.
const HELLO: Duration = Duration::from_secs(10);
/// How long one frame may take to leave.
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
}

impl Connection {
    const fn audience(self) -> Audience {
        match self {
            Self::Phone(_) => Audience::Phones,
            Self::Screen => Audience::Screens,
            Self::Console(_) => Audience::Consoles,
        }
    }

    const fn person(self) -> Option<PersonId> {
        match self {
            Self::Phone(person) => Some(person),
            Self::Screen | Self::Console(_) => None,
        }
    }
}

/// Serves one socket until either side ends it.
pub(crate) async fn serve(
    mut socket: WebSocket,
    connection: Connection,
    room: RoomHandle,
    limits: Arc<Limits>,
    stop: CancellationToken,
) {
    let holds = match hello(&mut socket).await {
        Ok(holds) => holds,
        Err(goodbye) => return end(socket, goodbye).await,
    };
    let (private, mine) = mpsc::channel(PRIVATE_BACKLOG);
    let Some(subscription) = subscribe(&room, connection, holds, private).await else {
        return end(socket, Goodbye::Restarting).await;
    };
    let id = subscription.socket;
    let goodbye = Served {
        socket: &mut socket,
        connection,
        room: &room,
        limits: &limits,
        id,
    }
    .run(subscription, mine, stop)
    .await;
    room.ask(Request::Leave { socket: id }).await;
    if let Some(goodbye) = goodbye {
        end(socket, goodbye).await;
    }
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

async fn subscribe(
    room: &RoomHandle,
    connection: Connection,
    holds: Option<(Epoch, Seq)>,
    private: mpsc::Sender<Bytes>,
) -> Option<Subscription> {
    let (reply, answer) = tokio::sync::oneshot::channel();
    room.ask(Request::Subscribe {
        audience: connection.audience(),
        holds,
        person: connection.person(),
        private,
        reply,
    })
    .await;
    answer.await.ok()
}

async fn end(mut socket: WebSocket, goodbye: Goodbye) {
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
    async fn run(
        mut self,
        subscription: Subscription,
        mut mine: mpsc::Receiver<Bytes>,
        stop: CancellationToken,
    ) -> Option<Goodbye> {
        let Subscription { mut line, first, .. } = subscription;
        for frame in first {
            self.send(frame).await?;
        }
        let mut heard = Instant::now();
        loop {
            tokio::select! {
                () = stop.cancelled() => return Some(Goodbye::Restarting),
                frame = mine.recv() => match frame {
                    Some(frame) => self.send(frame).await?,
                    // The room took this socket off the line: it did not keep up.
                    None => return Some(Goodbye::TooSlow),
                },
                frame = line.recv() => match frame {
                    Ok(frame) => self.send(frame).await?,
                    Err(RecvError::Lagged(_)) => self.resync().await,
                    Err(RecvError::Closed) => return Some(Goodbye::Restarting),
                },
                message = self.socket.recv() => {
                    heard = Instant::now();
                    match message {
                        Some(Ok(Message::Binary(bytes))) => {
                            if let Err(goodbye) = self.receive(&bytes).await {
                                return Some(goodbye);
                            }
                        }
                        Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                        Some(Ok(Message::Text(_))) => return Some(Goodbye::Unreadable),
                        Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
                    }
                }
                () = tokio::time::sleep_until(heard + SILENCE) => return Some(Goodbye::TooSlow),
            }
        }
    }

    /// Sends a frame; none where the other side is gone or does not read.
    async fn send(&mut self, frame: Bytes) -> Option<()> {
        metrics::counter!("visioncast_sent_bytes_total").increment(frame.len() as u64);
        timeout(SEND, self.socket.send(Message::Binary(frame))).await.ok()?.ok()
    }

    async fn resync(&mut self) {
        let audience = self.connection.audience();
        self.room
            .ask(Request::Resync {
                socket: self.id,
                audience,
            })
            .await;
    }

    async fn receive(&mut self, bytes: &[u8]) -> Result<(), Goodbye> {
        match decode(bytes).map_err(goodbye)? {
            ClientFrame::Hello { .. } => Err(Goodbye::Unreadable),
            ClientFrame::Ping => self
                .send(encode(&ServerFrame::Pong).into())
                .await
                .ok_or(Goodbye::TooSlow),
            ClientFrame::Resync => {
                self.resync().await;
                Ok(())
            }
            ClientFrame::Submit { id, body } => {
                match self.command(&body) {
                    Ok((actor, command)) => {
                        let reply = Reply::Socket(self.id);
                        let submission = Submission {
                            actor,
                            id,
                            command,
                            reply,
                        };
                        self.room.ask(Request::Submit(submission)).await;
                    }
                    Err(why) => {
                        let refused = encode(&ServerFrame::Refused { id, why });
                        self.send(refused.into()).await.ok_or(Goodbye::TooSlow)?;
                    }
                }
                Ok(())
            }
        }
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
            Connection::Screen => Err(Rejection::NotAllowed),
        }
    }
}
