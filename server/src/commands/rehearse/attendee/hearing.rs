//! What an attendee makes of the frames that it is sent.

use std::sync::{Arc, atomic::Ordering};

use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Bytes;
use visioncast_model::{
    CommandId, Rejection, Seq,
    wire::{self, ClientFrame, Goodbye, ServerFrame},
};

use super::Attendee;
use crate::commands::rehearse::{
    ears::{Settled, Sighting},
    figures::Figures,
    outbox::{Refused, Said},
    sight::Missed,
};

/// Why a frame ends a visit.
pub(super) enum Stop {
    Goodbye(Goodbye),
    Barred(String),
}

impl Attendee {
    pub(super) fn hear(&mut self) {
        self.heard = Instant::now();
        self.pinged = None;
    }

    /// Takes a frame in; returns what to answer, if anything.
    pub(super) fn receive(&mut self, bytes: &Bytes) -> Result<Option<ClientFrame>, Stop> {
        self.hear();
        let figures = &self.hall.figures;
        figures.bytes_received.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        Figures::add(&figures.frames_received);
        let frame: ServerFrame = wire::decode(bytes)
            .map_err(|error| Stop::Barred(format!("the server sent something unreadable: {error}")))?;
        let moved = match frame {
            ServerFrame::Welcome { epoch, .. } => {
                self.sight.welcome(epoch);
                return Ok(None);
            }
            ServerFrame::Room(step) => {
                let moved = self.sight.move_room(&step);
                if moved.is_ok() {
                    self.see(step.to)?;
                }
                moved
            }
            ServerFrame::Own(step) => self.sight.move_own(&step),
            ServerFrame::Saved { commands } => {
                for (id, seq) in commands {
                    self.save(id, seq);
                }
                return Ok(None);
            }
            ServerFrame::Refused { id, why } => {
                self.refuse(id, &why);
                return Ok(None);
            }
            ServerFrame::Pong => return Ok(None),
            ServerFrame::Goodbye(goodbye) => return Err(Self::stop(goodbye)),
        };
        if self.sight.is_current() {
            self.note_current();
        }
        match moved {
            Ok(()) => Ok(None),
            Err(Missed::Gap) => {
                Figures::add(&self.hall.figures.gaps);
                Ok(Some(ClientFrame::Resync))
            }
            Err(Missed::Unreadable) => Err(Stop::Barred("the server sent a view that cannot be read".to_owned())),
        }
    }

    fn stop(goodbye: Goodbye) -> Stop {
        match goodbye {
            Goodbye::Restarting | Goodbye::TooSlow => Stop::Goodbye(goodbye),
            Goodbye::Reload | Goodbye::Unreadable => {
                Stop::Barred("the server speaks another version: use the binary that serves the panel".to_owned())
            }
            Goodbye::NotAllowed => Stop::Barred("the server took the seat back".to_owned()),
        }
    }

    /// The room has moved on.
    fn see(&mut self, to: Seq) -> Result<(), Stop> {
        if let Some(moves) = &self.ears.moves {
            // Whoever counts may have finished.
            let _ = moves.send(Sighting {
                seq: to,
                at: Instant::now(),
            });
        }
        let situation = self.sight.situation();
        if !situation.rehearsal && !self.was_in {
            return Err(Stop::Barred(format!(
                "panel {} is not marked as a rehearsal, and simulated attendees would spoil a real one: \
                 create a panel with “rehearsal” ticked and take its code",
                self.hall.code
            )));
        }
        if self.number == 0 {
            self.hall.stage.send_if_modified(|stage| {
                let changed = **stage != **situation;
                *stage = Arc::clone(situation);
                changed
            });
        }
        Ok(())
    }

    /// All that it sees has come.
    fn note_current(&mut self) {
        if !self.was_in {
            self.was_in = true;
            Figures::add(&self.hall.figures.connected);
        }
        if let Some(ready) = self.ears.ready.take() {
            // Whoever waited may have given up.
            let _ = ready.send(());
        }
        if self.recovers
            && let Some(cut) = self.cut
        {
            self.recovers = false;
            self.hall.figures.recovery.record(cut.elapsed());
        }
    }

    fn save(&mut self, id: CommandId, seq: Seq) {
        let Some(said) = self.outbox.save(id) else { return };
        Figures::add(&self.hall.figures.acknowledged);
        let _ = self.hall.acknowledged.note(id, &said.answer);
        if let Some(sent) = said.first_sent {
            self.hall.figures.acknowledgement.record(sent.elapsed());
            if let Some(saved) = &self.ears.saved {
                let _ = saved.send(Sighting { seq, at: sent });
            }
        }
        self.settle(&said, true);
    }

    fn refuse(&mut self, id: CommandId, why: &Rejection) {
        if let Refused::Final(said) = self.outbox.refuse(id, why, Instant::now()) {
            self.hall.figures.reject(&why.to_string());
            if let Some(idea) = said.idea() {
                self.habit.forget(idea);
            }
            self.settle(&said, false);
        }
    }

    fn settle(&self, said: &Said, saved: bool) {
        if let (Some(line), Some(settled)) = (said.line, &self.ears.settled) {
            let _ = settled.send(Settled { line, saved });
        }
    }
}
