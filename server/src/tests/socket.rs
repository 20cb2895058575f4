//! The other end of a socket, as a browser would hold it.

use std::time::Duration;

use futures::{SinkExt as _, StreamExt as _};
use serde::de::DeserializeOwned;
use tokio::{
    net::{TcpSocket, TcpStream},
    time::timeout,
};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{
        Error, Message,
        client::IntoClientRequest as _,
        http::header::{COOKIE, ORIGIN},
    },
};
use uuid::Uuid;
use visioncast_model::{
    Answer, CommandId, Epoch, Seq,
    view::{Patch, View},
    wire::{ClientFrame, Goodbye, Move, ServerFrame, decode, encode, from_body, to_body},
};

/// Longer than anything should take.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) struct Socket(WebSocketStream<TcpStream>);

impl Socket {
    /// Opens one; the other end may be `narrow`, so that little fits into the network.
    pub(super) async fn open(url: &str, cookie: &str, origin: &str, narrow: bool) -> Result<Self, u16> {
        let mut request = url.into_client_request().expect("the address is fine");
        let headers = request.headers_mut();
        headers.insert(COOKIE, cookie.parse().expect("a header"));
        headers.insert(ORIGIN, origin.parse().expect("a header"));
        let authority = request.uri().authority().expect("an address has one");
        let addr = authority.as_str().parse().expect("an address of this machine");
        let stream = TcpSocket::new_v4().expect("a socket can be made");
        if narrow {
            stream.set_recv_buffer_size(4096).expect("a size is taken");
        }
        let stream = stream.connect(addr).await.expect("the server listens");
        match client_async(request, stream).await {
            Ok((socket, _)) => Ok(Self(socket)),
            Err(Error::Http(response)) => Err(response.status().as_u16()),
            Err(error) => panic!("the server does not answer: {error}"),
        }
    }

    pub(super) async fn hello(&mut self, holds: Option<(Epoch, Seq)>) {
        self.send(&ClientFrame::Hello { holds }).await;
    }

    pub(super) async fn send(&mut self, frame: &ClientFrame) {
        self.send_bytes(encode(frame)).await;
    }

    pub(super) async fn send_bytes(&mut self, bytes: Vec<u8>) {
        self.0
            .send(Message::Binary(bytes.into()))
            .await
            .expect("the socket is open");
    }

    /// Sends where the socket is still open; false where it is not.
    pub(super) async fn try_send(&mut self, frame: &ClientFrame) -> bool {
        self.0.send(Message::Binary(encode(frame).into())).await.is_ok()
    }

    pub(super) async fn answer(&mut self, answer: &Answer) -> CommandId {
        self.submit(answer).await
    }

    /// Sends whatever this socket takes.
    pub(super) async fn submit(&mut self, command: &impl serde::Serialize) -> CommandId {
        let id = CommandId(Uuid::new_v4());
        self.send(&ClientFrame::Submit {
            id,
            body: to_body(command),
        })
        .await;
        id
    }

    /// The next frame; none where the server ended the socket.
    pub(super) async fn next(&mut self) -> Option<ServerFrame> {
        loop {
            let message = timeout(PATIENCE, self.0.next())
                .await
                .expect("the server says something");
            match message {
                Some(Ok(Message::Binary(bytes))) => {
                    return Some(decode(&bytes).expect("the frame is readable"));
                }
                Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
                Some(Ok(_)) => {}
            }
        }
    }

    /// The first frame that is what we wait for.
    pub(super) async fn wait<T>(&mut self, mut is_it: impl FnMut(ServerFrame) -> Option<T>) -> T {
        while let Some(frame) = self.next().await {
            if let Some(found) = is_it(frame) {
                return found;
            }
        }
        panic!("the socket ended before it came");
    }

    pub(super) async fn saved(&mut self, id: CommandId) -> Seq {
        self.wait(|frame| match frame {
            ServerFrame::Saved { commands } => commands.into_iter().find(|(saved, _)| *saved == id).map(|(_, seq)| seq),
            ServerFrame::Refused { id: refused, why } if refused == id => panic!("refused: {why}"),
            _ => None,
        })
        .await
    }

    pub(super) async fn goodbye(&mut self) -> Goodbye {
        self.wait(|frame| match frame {
            ServerFrame::Goodbye(goodbye) => Some(goodbye),
            _ => None,
        })
        .await
    }

    /// Follows the room's frames until the view is as hoped; the rule of every screen.
    pub(super) async fn follow<K, V>(&mut self, view: &mut View<K, V>, mut hoped: impl FnMut(&View<K, V>) -> bool)
    where
        K: Ord + Clone + DeserializeOwned,
        V: Clone + PartialEq + DeserializeOwned,
    {
        while !hoped(view) {
            let moved = self.wait(|frame| match frame {
                ServerFrame::Room(moved) => Some(moved),
                _ => None,
            });
            apply(view, moved.await);
        }
    }
}

pub(super) fn apply<K, V>(view: &mut View<K, V>, Move { from, to, patch }: Move)
where
    K: Ord + Clone + DeserializeOwned,
    V: Clone + PartialEq + DeserializeOwned,
{
    let patch: Patch<K, V> = from_body(&patch).expect("the patch is readable");
    match from {
        None => view.values.clear(),
        Some(from) => assert!(from <= view.seq, "a gap from {} to {}", view.seq, from),
    }
    view.apply(to, patch);
}
