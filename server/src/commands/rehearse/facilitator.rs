//! The facilitator of a rehearsal: opens what is answered, and hides and reveals at the end.

use std::{sync::Arc, time::Duration};

use anyhow::{Context as _, bail};
use futures::{SinkExt as _, StreamExt as _};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;
use visioncast_model::{
    Activity, ActivityId, CommandId, HideReason, IdeaId, Judgement, Kind, Misplaced, Plan, Prompt, Rejection, Reveal,
    State, Status, Step,
    view::{Console, ConsoleKey, ConsoleValue},
    wire::{self, ClientFrame, ServerFrame},
};

use super::{conductor::Stage, entrance::Socket, hall::Hall, pause::Pause, sight::advance};

/// How long a step may take, reconnects and all.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long an announced reveal may take to be shown.
pub(super) const REVEAL: Duration = Duration::from_secs(30);

pub(super) struct Facilitator {
    pub(super) hall: Arc<Hall>,
    session: String,
    node: usize,
    pub(super) console: Option<Open>,
}

/// An open console.
pub(super) struct Open {
    socket: Socket,
    pub(super) view: Console,
}

impl Facilitator {
    /// Signs in.
    ///
    /// # Errors
    /// Where name and password do not fit, or the server cannot be reached.
    pub(super) async fn sign_in(hall: Arc<Hall>, name: &str, password: &str) -> anyhow::Result<Self> {
        let session = hall.entrance.sign_in(0, name, password).await?;
        Ok(Self {
            hall,
            session,
            node: 0,
            console: None,
        })
    }

    /// Has a pair of prompt and judgement open, for a replay: one that is still empty, else a new one.
    pub(super) async fn open_empty(&mut self, topic: &str) -> anyhow::Result<Stage> {
        let agenda = self.agenda().await?;
        let stage = match agenda.empty_pair() {
            Some(stage) => stage,
            None => self.add_pair(topic).await?,
        };
        self.step(&Step::Open {
            activity: stage.prompt,
            alongside: false,
        })
        .await?;
        self.step(&Step::Open {
            activity: stage.judgement,
            alongside: true,
        })
        .await?;
        self.close();
        Ok(stage)
    }

    /// Has something open to answer, and the judgement on the projector.
    pub(super) async fn open_any(&mut self) -> anyhow::Result<()> {
        let agenda = self.agenda().await?;
        if let Some(judgement) = agenda.open_judgement() {
            self.step(&Step::Focus {
                activity: Some(judgement),
            })
            .await?;
            self.close();
            return Ok(());
        }
        self.open_empty("A rehearsal").await.map(|_| ())
    }

    async fn add_pair(&mut self, topic: &str) -> anyhow::Result<Stage> {
        let stage = Stage {
            prompt: ActivityId(Uuid::new_v4()),
            judgement: ActivityId(Uuid::new_v4()),
        };
        let judgement = Judgement { prompt: stage.prompt };
        let items = [
            (stage.prompt, "Rehearsal: ideas", Kind::Prompt(Prompt::default())),
            (stage.judgement, "Rehearsal: vote", Kind::Judgement(judgement)),
        ];
        for (activity, title, kind) in items {
            let plan = Plan::new(title.to_owned(), topic.to_owned(), 0, kind);
            self.step(&Step::AddActivity {
                activity,
                plan: Box::new(plan),
                place: u16::MAX,
            })
            .await?;
        }
        Ok(stage)
    }

    /// Hides what the source hid, then reveals what the room said.
    pub(super) async fn finish(&mut self, stage: Stage, hidden: &[IdeaId]) -> anyhow::Result<()> {
        for idea in hidden {
            self.step(&Step::HideIdea {
                idea: *idea,
                reason: HideReason::ModeratedAtSource,
            })
            .await?;
        }
        self.step(&Step::Focus {
            activity: Some(stage.judgement),
        })
        .await?;
        self.step(&Step::Reveal {
            activity: stage.judgement,
        })
        .await?;
        timeout(REVEAL, self.wait_for_reveal(stage.judgement))
            .await
            .context("failed to see the reveal in time")??;
        self.close();
        Ok(())
    }

    pub(super) async fn wait_for_reveal(&mut self, judgement: ActivityId) -> anyhow::Result<()> {
        loop {
            let console = self.console().await?;
            let shown = matches!(
                console.view.values.get(&ConsoleKey::Activity(judgement)),
                Some(ConsoleValue::Activity(Activity {
                    reveal: Reveal::Shown { .. },
                    ..
                }))
            );
            if shown {
                return Ok(());
            }
            if console.next().await.is_err() {
                self.console = None;
            }
        }
    }

    pub(super) async fn agenda(&mut self) -> anyhow::Result<Agenda> {
        let view = &self.console().await?.view;
        let Some(ConsoleValue::Panel(panel)) = view.values.get(&ConsoleKey::Panel) else {
            bail!("the console shows no panel");
        };
        if !panel.rehearsal {
            bail!("panel {} is not marked as a rehearsal", self.hall.code);
        }
        if panel.status != Status::Running {
            bail!("panel {} has ended: reopen it on its console first", self.hall.code);
        }
        let items = panel.agenda.iter().filter_map(|id| {
            let Some(ConsoleValue::Activity(item)) = view.values.get(&ConsoleKey::Activity(*id)) else {
                return None;
            };
            let ideas = match view.values.get(&ConsoleKey::Progress(*id)) {
                Some(ConsoleValue::Progress(progress)) => progress.ideas,
                _ => 0,
            };
            Some((item.clone(), ideas))
        });
        Ok(Agenda(items.collect()))
    }

    /// Takes a step; the same step again where the socket ends before the answer.
    pub(super) async fn step(&mut self, step: &Step) -> anyhow::Result<()> {
        let id = CommandId(Uuid::new_v4());
        let taken = timeout(PATIENCE, async {
            loop {
                let answer = match self.console().await {
                    Ok(console) => console.take(id, step).await,
                    Err(error) => return Err(error),
                };
                match answer {
                    Ok(Ok(()) | Err(Rejection::Misplaced(Misplaced::AlreadyOpen))) => return Ok(()),
                    Ok(Err(why)) if !why.is_passing() => bail!("the server refused {step:?}: {why}"),
                    Ok(Err(_)) => tokio::time::sleep(Duration::from_millis(500)).await,
                    Err(Gone) => self.console = None,
                }
            }
        });
        taken
            .await
            .unwrap_or_else(|_| bail!("the server did not answer {step:?} in time"))
    }

    pub(super) fn close(&mut self) {
        // Left open it would have to be read all along.
        self.console = None;
    }

    /// The console, opened if need be.
    pub(super) async fn console(&mut self) -> anyhow::Result<&mut Open> {
        let mut pause = Pause::new(Duration::from_secs(2));
        let began = tokio::time::Instant::now();
        loop {
            if let Some(open) = &self.console
                && open.view.values.contains_key(&ConsoleKey::Panel)
            {
                break;
            }
            match self.open().await {
                Ok(open) => self.console = Some(open),
                Err(error) if began.elapsed() > PATIENCE => return Err(error),
                Err(_) => {
                    self.node += 1;
                    tokio::time::sleep(pause.after(None, None)).await;
                }
            }
        }
        self.console.as_mut().context("the console closed")
    }

    /// A socket of the console, or where `more` says so of a desk.
    pub(super) async fn connect(&self, more: &str) -> anyhow::Result<Socket> {
        let query = format!("console={}{more}", self.hall.code);
        let mut socket = self.hall.entrance.open(self.node, &query, Some(&self.session)).await?;
        let hello = wire::encode(&ClientFrame::Hello { holds: None });
        socket.send(Message::Binary(hello.into())).await?;
        Ok(socket)
    }

    async fn open(&self) -> anyhow::Result<Open> {
        let socket = self.connect("").await?;
        let mut open = Open {
            socket,
            view: Console::default(),
        };
        while !open.view.values.contains_key(&ConsoleKey::Panel) {
            open.next()
                .await
                .map_err(|Gone| anyhow::anyhow!("the console closed at once"))?;
        }
        Ok(open)
    }
}

/// The socket ended.
pub(super) struct Gone;

impl Open {
    /// Takes the next frame in; returns what it answers, if it answers a command.
    pub(super) async fn next(&mut self) -> Result<Option<(CommandId, Result<(), Rejection>)>, Gone> {
        loop {
            let bytes = match self.socket.next().await {
                Some(Ok(Message::Binary(bytes))) => bytes,
                Some(Ok(Message::Close(_)) | Err(_)) | None => return Err(Gone),
                Some(Ok(_)) => continue,
            };
            return match wire::decode(&bytes) {
                Ok(ServerFrame::Room(step)) => advance(&mut self.view, &step).map(|()| None).map_err(|_| Gone),
                Ok(ServerFrame::Saved { commands }) => Ok(commands.first().map(|(id, _)| (*id, Ok(())))),
                Ok(ServerFrame::Refused { id, why }) => Ok(Some((id, Err(why)))),
                Ok(ServerFrame::Goodbye(_)) | Err(_) => Err(Gone),
                Ok(_) => Ok(None),
            };
        }
    }

    async fn take(&mut self, id: CommandId, step: &Step) -> Result<Result<(), Rejection>, Gone> {
        let frame = wire::encode(&ClientFrame::Submit {
            id,
            body: wire::to_body(step),
        });
        self.socket
            .send(Message::Binary(frame.into()))
            .await
            .map_err(|_| Gone)?;
        loop {
            if let Some((answered, answer)) = self.next().await?
                && answered == id
            {
                return Ok(answer);
            }
        }
    }
}

/// The items of an agenda, and how many ideas each has or judges.
pub(super) struct Agenda(pub(super) Vec<(Activity, u32)>);

impl Agenda {
    /// A prompt without ideas that was never open, and the judgement on it.
    fn empty_pair(&self) -> Option<Stage> {
        let untouched = |id: ActivityId| {
            self.0
                .iter()
                .any(|(item, ideas)| item.id == id && item.state == State::Planned && *ideas == 0)
        };
        self.judgements()
            .find(|(item, prompt)| item.state == State::Planned && untouched(*prompt))
            .map(|(item, prompt)| Stage {
                prompt,
                judgement: item.id,
            })
    }

    fn open_judgement(&self) -> Option<ActivityId> {
        self.judgements()
            .find(|(item, _)| item.is_open())
            .map(|(item, _)| item.id)
    }

    fn judgements(&self) -> impl Iterator<Item = (&Activity, ActivityId)> {
        self.0.iter().filter_map(|(item, _)| match &item.plan.kind {
            Kind::Judgement(judgement) => Some((item, judgement.prompt)),
            _ => None,
        })
    }
}
