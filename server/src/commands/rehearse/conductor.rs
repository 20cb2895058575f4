//! Has attendees say what the script says, each line in its time.

use std::{sync::Arc, time::Duration};

use anyhow::Context as _;
use tokio::{
    sync::mpsc::{UnboundedReceiver, UnboundedSender},
    time::{Instant, sleep_until},
};
use uuid::Uuid;
use visioncast_model::{ActivityId, Answer, CommandId, IdeaId};

use super::{
    ears::Settled,
    habit::Cue,
    hall::Hall,
    script::{Deed, Line, Script},
    source::Source,
};

/// How long the default speed makes a replay last.
const DEFAULT_SPAN: Duration = Duration::from_secs(60);

/// Where it takes place on the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stage {
    pub(super) prompt: ActivityId,
    pub(super) judgement: ActivityId,
}

/// How a statement of the source stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spoken {
    NotYet,
    /// Sent, not settled.
    Waiting,
    Saved(IdeaId),
    Refused,
}

pub(super) struct Conductor {
    pub(super) cues: Vec<UnboundedSender<Cue>>,
    pub(super) settled: UnboundedReceiver<Settled>,
    pub(super) speed: Option<f64>,
}

/// What a replay came to.
#[derive(Debug, Default)]
pub(super) struct Replayed {
    /// The ideas that the source has moderated out.
    pub(super) to_hide: Vec<IdeaId>,
    pub(super) statements: u64,
    pub(super) votes: u64,
    /// Lines that had no effect, votes on refused statements among them.
    pub(super) dropped: u64,
}

/// Progress while it goes on.
struct Play<'a> {
    script: &'a Script,
    spoken: Vec<Spoken>,
    /// The idea that each statement becomes.
    ideas: Vec<IdeaId>,
    outstanding: usize,
    replayed: Replayed,
}

impl Conductor {
    /// Plays it all; returns when every line is settled.
    pub(super) async fn play(mut self, source: &Source, script: &Script, stage: Stage) -> anyhow::Result<Replayed> {
        let ideas: Vec<IdeaId> = source.statements.iter().map(|_| IdeaId(Uuid::new_v4())).collect();
        let mut play = Play {
            script,
            spoken: vec![Spoken::NotYet; source.statements.len()],
            ideas,
            outstanding: 0,
            replayed: Replayed::default(),
        };
        let speed = self.speed.unwrap_or_else(|| default_speed(script));
        let began = Instant::now();
        for (number, line) in script.lines.iter().enumerate() {
            if speed > 0.0 {
                self.wait_until(began + line.at.div_f64(speed), &mut play).await?;
            }
            let (id, answer) = match line.deed {
                Deed::Say(statement) => {
                    play.spoken[statement] = Spoken::Waiting;
                    let words = source.statements[statement].words.clone();
                    let answer = Answer::AddIdea {
                        activity: stage.prompt,
                        domain: None,
                        words,
                        quotable: true,
                    };
                    (CommandId(play.ideas[statement].0), answer)
                }
                Deed::Vote(statement, choice) => {
                    while play.spoken[statement] == Spoken::Waiting {
                        self.settle(&mut play).await?;
                    }
                    let Spoken::Saved(idea) = play.spoken[statement] else {
                        play.replayed.dropped += 1;
                        continue;
                    };
                    (
                        CommandId(Uuid::new_v4()),
                        Answer::Judge {
                            activity: stage.judgement,
                            idea,
                            choice,
                        },
                    )
                }
            };
            play.outstanding += 1;
            let Line { attendee, .. } = *line;
            self.cues[attendee]
                .send(Cue {
                    line: number,
                    id,
                    answer,
                })
                .ok()
                .with_context(|| format!("attendee {attendee} left"))?;
        }
        while play.outstanding > 0 {
            self.settle(&mut play).await?;
        }
        let hidden = source
            .statements
            .iter()
            .zip(&play.spoken)
            .filter(|(statement, _)| statement.hidden);
        play.replayed.to_hide = hidden
            .filter_map(|(_, spoken)| match spoken {
                Spoken::Saved(idea) => Some(*idea),
                _ => None,
            })
            .collect();
        Ok(play.replayed)
    }

    async fn wait_until(&mut self, at: Instant, play: &mut Play<'_>) -> anyhow::Result<()> {
        loop {
            tokio::select! {
                () = sleep_until(at) => return Ok(()),
                settled = self.settled.recv() => play.note(settled.context("all attendees left")?),
            }
        }
    }

    async fn settle(&mut self, play: &mut Play<'_>) -> anyhow::Result<()> {
        play.note(self.settled.recv().await.context("all attendees left")?);
        Ok(())
    }
}

impl Play<'_> {
    fn note(&mut self, Settled { line, saved }: Settled) {
        self.outstanding -= 1;
        match (self.script.lines[line].deed, saved) {
            (Deed::Say(statement), true) => {
                self.replayed.statements += 1;
                self.spoken[statement] = Spoken::Saved(self.ideas[statement]);
            }
            (Deed::Say(statement), false) => {
                self.replayed.dropped += 1;
                self.spoken[statement] = Spoken::Refused;
            }
            (Deed::Vote(..), true) => self.replayed.votes += 1,
            (Deed::Vote(..), false) => self.replayed.dropped += 1,
        }
    }
}

/// How many times faster than the recording: such that it all takes about a minute.
pub(super) fn default_speed(script: &Script) -> f64 {
    (script.span().as_secs_f64() / DEFAULT_SPAN.as_secs_f64()).max(1.0)
}

/// Waits until one prompt and one judgement take answers; `told` says which, else the first of each.
pub(super) async fn wait_for_stage(hall: &Arc<Hall>, told: Option<Stage>) -> anyhow::Result<Stage> {
    let mut stage = hall.stage.subscribe();
    let open = |situation: &super::sight::Situation| match told {
        Some(stage) => (situation.prompts.iter().any(|open| open.activity == stage.prompt)
            && situation.judgements.contains(&stage.judgement))
        .then_some(stage),
        None => {
            let open = situation.prompts.first()?;
            Some(Stage {
                prompt: open.activity,
                judgement: *situation.judgements.first()?,
            })
        }
    };
    let situation = stage
        .wait_for(|situation| open(situation).is_some())
        .await
        .context("the first attendee left")?
        .clone();
    open(&situation).context("the question was closed again")
}
