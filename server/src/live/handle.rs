use std::sync::Arc;

use axum::body::Bytes;
use tokio::sync::{mpsc, oneshot};
use visioncast_model::{Actor, Command, CommandId, Epoch, Panel, PersonId, Rejection, Seq};

use super::{Alike, Audience, RoomWords};
use crate::store::Entry;

/// What a room is asked.
pub(crate) enum Request {
    /// Decide and keep a command.
    Submit(Submission),
    /// Put a screen on the line.
    Subscribe {
        audience: Audience,
        /// What the screen holds already.
        holds: Option<(Epoch, Seq)>,
        /// Whose own view comes along.
        person: Option<PersonId>,
        /// Where everything goes that it is sent, from what brings it up to date on.
        frames: mpsc::Sender<Bytes>,
        reply: oneshot::Sender<SocketId>,
    },
    /// Bring a screen that saw a gap up to date.
    Resync { socket: SocketId },
    /// Take a screen off the line.
    Leave { socket: SocketId },
    /// Look at the panel as it stands.
    Look(Box<dyn FnOnce(&Panel) + Send>),
    /// Another node wrote.
    Wake,
}

/// A command on its way.
pub(crate) struct Submission {
    pub(crate) actor: Actor,
    pub(crate) id: CommandId,
    pub(crate) command: Command,
    pub(crate) reply: Reply,
}

/// Where the answer to a command goes.
pub(crate) enum Reply {
    /// To a form.
    Once(oneshot::Sender<Result<Seq, Rejection>>),
    /// To a socket.
    Socket(SocketId),
    /// The node asked itself.
    Nobody,
}

/// A socket on this node.
pub(crate) type SocketId = u64;

/// The way to a live panel.
#[derive(Clone)]
pub(crate) struct RoomHandle {
    pub(crate) entry: Arc<Entry>,
    pub(crate) requests: mpsc::Sender<Request>,
    pub(crate) alike: Arc<Alike>,
    pub(crate) words: Arc<RoomWords>,
}

impl RoomHandle {
    /// Has `command` decided and kept; returns where it is recorded, once that is durable.
    ///
    /// # Errors
    /// The [`Rejection`]; [`Rejection::Unavailable`] where the room does not answer.
    pub(crate) async fn submit(&self, actor: Actor, id: CommandId, command: Command) -> Result<Seq, Rejection> {
        let (sender, answer) = oneshot::channel();
        let submission = Submission {
            actor,
            id,
            command,
            reply: Reply::Once(sender),
        };
        self.ask(Request::Submit(submission)).await;
        answer.await.unwrap_or(Err(Rejection::Unavailable))
    }

    /// What `look` finds in the panel as it stands; none where the room does not answer.
    pub(crate) async fn look<T: Send + 'static>(&self, look: impl FnOnce(&Panel) -> T + Send + 'static) -> Option<T> {
        let (sender, answer) = oneshot::channel();
        self.ask(Request::Look(Box::new(move |panel| {
            // Whoever asked may be gone.
            let _ = sender.send(look(panel));
        })))
        .await;
        answer.await.ok()
    }

    /// Whether the room has ended, or is about to.
    pub(crate) fn is_closed(&self) -> bool {
        self.requests.is_closed()
    }

    pub(crate) async fn ask(&self, request: Request) {
        // A closed room drops the request and with it the way back, which the caller sees.
        let _ = self.requests.send(request).await;
    }
}
