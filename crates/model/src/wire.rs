//! What goes over the socket: postcard, one frame a message, a version byte first.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{CommandId, Epoch, Rejection, Seq, Timestamp};

/// The version of the frames; it changes with every change of what they or the views hold.
pub const WIRE_VERSION: u8 = 7;
/// The largest frame that a client may send, in bytes: an idea of 1,000 four-byte characters fits
/// four times.
pub const CLIENT_FRAME_BYTES: usize = 16 * 1024;

/// From a screen to the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClientFrame {
    /// The first frame of a socket: what the screen holds already, if anything.
    Hello {
        /// The life of the log that its view is of, and how far it has come.
        holds: Option<(Epoch, Seq)>,
    },
    /// Something is wanted. The body is an `Answer` from a phone, a `Step` from a console, an `Arrange` from a desk.
    Submit {
        /// Sending it twice has one effect.
        id: CommandId,
        /// The command, in postcard.
        #[serde(with = "bytes")]
        body: Vec<u8>,
    },
    /// A gap was seen: send a fresh view.
    Resync,
    /// Are you there?
    Ping,
}

/// From the server to a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ServerFrame {
    /// The first frame of a socket.
    Welcome {
        /// The life of the log.
        epoch: Epoch,
        /// The server's clock, for timers.
        now: Timestamp,
    },
    /// The room's view moves on; shared by all screens of an audience.
    Room(Move),
    /// One's own view moves on.
    Own(Move),
    /// These had their effect, and it is durable.
    Saved {
        /// Which, and where they are recorded.
        commands: Vec<(CommandId, Seq)>,
    },
    /// This has no effect.
    Refused {
        /// Which.
        id: CommandId,
        /// Why.
        why: Rejection,
    },
    /// I am here.
    Pong,
    /// The server ends the socket.
    Goodbye(Goodbye),
}

/// A view that moves on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Applies to a view that has come this far or further; a fresh view applies to any.
    pub from: Option<Seq>,
    /// How far the view is then.
    pub to: Seq,
    /// A `Patch`, in postcard; where `from` is none, what it leaves out is gone.
    #[serde(with = "bytes")]
    pub patch: Vec<u8>,
}

/// Why the server ends a socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goodbye {
    /// It stops for a moment: come back soon.
    Restarting,
    /// The screen reads too slowly: come back for a fresh view.
    TooSlow,
    /// The frames are of another version: reload the page.
    Reload,
    /// The frame made no sense.
    Unreadable,
    /// Whoever this was may no longer see it.
    NotAllowed,
}

/// Why a message is no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// Nothing in it.
    #[error("the frame is empty")]
    Empty,
    /// Of another version.
    #[error("the frame has version {0}, this side speaks {WIRE_VERSION}")]
    Version(u8),
    /// Not readable.
    #[error("the frame cannot be read")]
    Malformed,
}

/// A frame as bytes.
#[must_use]
pub fn encode<T: Serialize>(frame: &T) -> Vec<u8> {
    // Serialising into memory fails for no type of this crate.
    postcard::to_extend(frame, vec![WIRE_VERSION]).unwrap_or_default()
}

/// A frame from bytes.
///
/// # Errors
/// Where it is empty, of another version, or not readable.
pub fn decode<T: DeserializeOwned>(message: &[u8]) -> Result<T, FrameError> {
    let (version, body) = message.split_first().ok_or(FrameError::Empty)?;
    if *version != WIRE_VERSION {
        return Err(FrameError::Version(*version));
    }
    from_body(body)
}

/// A body or patch as bytes, without a version of its own.
#[must_use]
pub fn to_body<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// A body or patch from bytes; nothing may stand behind it.
///
/// # Errors
/// Where it is not readable.
pub fn from_body<T: DeserializeOwned>(body: &[u8]) -> Result<T, FrameError> {
    match postcard::take_from_bytes(body) {
        Ok((value, [])) => Ok(value),
        _ => Err(FrameError::Malformed),
    }
}

/// Bytes as one run, not one number at a time.
mod bytes {
    use std::fmt;

    use serde::{Deserializer, Serializer, de};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        struct Bytes;
        impl de::Visitor<'_> for Bytes {
            type Value = Vec<u8>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("bytes")
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
                Ok(bytes.to_vec())
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}
