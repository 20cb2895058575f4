//! A rehearsal from the first attendee to the last.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use anyhow::{anyhow, bail};
use serde_json::{Value, json};
use tokio::{
    sync::{
        mpsc::{UnboundedSender, unbounded_channel},
        oneshot,
    },
    task::JoinSet,
    time::{Instant, sleep, timeout},
};

use visioncast_model::{QUESTION_CHARS, checked_line};

use super::{
    Outcome, Rehearse,
    attendee::Attendee,
    conductor::{self, Conductor, Replayed},
    ears::{Ears, Settled},
    facilitator::Facilitator,
    habit::{Cue, Habit},
    hall::{Hall, Phase},
    lead::Led,
    observation::{self, Observation, Observers},
    script::Script,
    source::Source,
};
use crate::commands::say;

/// How long the first attendee may take to get in, and all others together.
const GATHERING: (Duration, Duration) = (Duration::from_secs(30), Duration::from_secs(180));
/// However short the time is, nobody's pauses are less than this much of usual ones.
const MOST_HURRY: f64 = 0.1;
/// Between the end of the patience and the end.
const LEAVING: Duration = Duration::from_secs(5);

pub(super) struct Play<'a> {
    options: &'a Rehearse,
    hall: Arc<Hall>,
    attendees: usize,
    tasks: JoinSet<Result<(), String>>,
    troubles: BTreeMap<String, usize>,
    led: Vec<Led>,
    more: BTreeMap<&'static str, Value>,
}

/// Where attendees of a replay are told what to say, and tell what came of it.
#[derive(Default)]
struct Wires {
    cues: Vec<UnboundedSender<Cue>>,
    settled: Option<UnboundedSender<Settled>>,
}

impl<'a> Play<'a> {
    pub(super) fn new(options: &'a Rehearse, hall: Arc<Hall>, attendees: usize) -> Self {
        Self {
            options,
            hall,
            attendees,
            tasks: JoinSet::new(),
            troubles: BTreeMap::new(),
            led: Vec::new(),
            more: BTreeMap::new(),
        }
    }

    pub(super) async fn run(mut self, recorded: Option<(Source, Script)>) -> anyhow::Result<Outcome> {
        let mut facilitator = match (&self.options.facilitator_name, &self.options.facilitator_password) {
            (Some(name), Some(password)) => {
                Some(Box::pin(Facilitator::sign_in(Arc::clone(&self.hall), name, password)).await?)
            }
            _ => None,
        };
        match recorded {
            Some((source, script)) => self.replay(&source, &script, facilitator.as_mut()).await?,
            None => self.improvise(facilitator.as_mut()).await?,
        }
        self.end().await;
        self.hall.submitted.flush()?;
        self.hall.acknowledged.flush()?;
        Ok(Outcome {
            hall: self.hall,
            more: self.more,
            led: self.led,
            troubles: self.troubles,
        })
    }

    async fn replay(
        &mut self,
        source: &Source,
        script: &Script,
        facilitator: Option<&mut Facilitator>,
    ) -> anyhow::Result<()> {
        let (sender, settled) = unbounded_channel();
        let mut wires = Wires {
            cues: Vec::new(),
            settled: Some(sender),
        };
        self.gather(|_| Habit::Watch, &mut wires, &mut Observers::default())
            .await?;
        self.begin();
        let (statements, votes) = (source.statements.len(), source.votes.len());
        let mut facilitator = facilitator;
        let topic = checked_line(&source.topic, QUESTION_CHARS).unwrap_or_else(|_| "A replay".to_owned());
        let told = match &mut facilitator {
            Some(facilitator) => Some(Box::pin(facilitator.open_empty(&topic)).await?),
            None => {
                say(
                    "waiting until a question and, beside it, the vote on its ideas are open: open both on the console",
                );
                None
            }
        };
        let conductor = Conductor {
            cues: wires.cues,
            settled,
            speed: self.options.speed,
        };
        let hall = Arc::clone(&self.hall);
        let speed = self.options.speed.unwrap_or_else(|| conductor::default_speed(script));
        let playing = async {
            let stage = conductor::wait_for_stage(&hall, told).await?;
            say(&format!(
                "replaying {statements} statements and {votes} votes, {speed:.0} times as fast"
            ));
            let replayed = conductor.play(source, script, stage).await?;
            if let Some(facilitator) = facilitator {
                say(&format!(
                    "hiding {} statements, then revealing the results",
                    replayed.to_hide.len()
                ));
                facilitator.finish(stage, &replayed.to_hide).await?;
            }
            anyhow::Ok(replayed)
        };
        tokio::select! {
            replayed = Box::pin(playing) => {
                let Replayed { to_hide, statements, votes, dropped } = replayed?;
                self.more.insert("statements", json!(statements));
                self.more.insert("votes", json!(votes));
                self.more.insert("dropped", json!(dropped));
                self.more.insert("moderated", json!(to_hide.len()));
            }
            () = interrupted() => say("interrupted"),
        }
        Ok(())
    }

    async fn improvise(&mut self, facilitator: Option<&mut Facilitator>) -> anyhow::Result<()> {
        let (observation, mut observers) = Observation::new();
        let seconds = Duration::from_secs_f64(self.options.seconds);
        let (options, attendees) = (self.options, self.attendees);
        let now = Instant::now();
        let mut facilitator = facilitator;
        let hurry = match &mut facilitator {
            Some(facilitator) if options.agenda => {
                let minutes = facilitator.minutes().await?;
                (options.seconds / (60.0 * f64::from(minutes.max(1)))).clamp(MOST_HURRY, 1.0)
            }
            Some(facilitator) => {
                Box::pin(facilitator.open_any()).await?;
                1.0
            }
            None => 1.0,
        };
        let habit = |number: usize| habit(options, attendees, number, now, hurry);
        self.gather(habit, &mut Wires::default(), &mut observers).await?;
        let watching = match (&self.options.screen, observers.projector.take()) {
            (Some(key), Some(seen)) => {
                let (hall, key) = (Arc::clone(&self.hall), key.clone());
                Some(tokio::spawn(async move { observation::watch(&hall, &key, seen).await }))
            }
            _ => None,
        };
        self.begin();
        let leading = async {
            match facilitator.filter(|_| options.agenda) {
                Some(facilitator) => Box::pin(facilitator.lead(seconds)).await,
                None => {
                    sleep(seconds).await;
                    Ok(Vec::new())
                }
            }
        };
        tokio::select! {
            led = leading => self.led = led?,
            () = self.cut() => {}
            () = interrupted() => say("interrupted"),
        }
        self.hall.tell(Phase::Ending);
        say("ending");
        if self.options.probes > 0 {
            self.collect(Duration::from_secs(3)).await;
            self.more.extend(observation.figures());
        }
        if let Some(watching) = watching {
            if watching.is_finished() {
                watching.await??;
            } else {
                watching.abort();
            }
        }
        Ok(())
    }

    /// Cuts all sockets when it is time; never returns.
    async fn cut(&self) {
        if let Some(after) = self.options.cut_after {
            sleep(Duration::from_secs_f64(after)).await;
            say("cutting all sockets");
            self.hall.cut();
        }
        std::future::pending::<()>().await;
    }

    /// Lets everybody in, the first one alone: a panel that is no rehearsal gets no more than that.
    async fn gather(
        &mut self,
        habit: impl Fn(usize) -> Habit,
        wires: &mut Wires,
        observers: &mut Observers,
    ) -> anyhow::Result<()> {
        let (ready, first) = oneshot::channel();
        let mut ready = Some(ready);
        let mut first = Some(first);
        for number in 0..self.attendees {
            let habit = match &wires.settled {
                Some(_) => {
                    let (cue, cues) = unbounded_channel();
                    wires.cues.push(cue);
                    Habit::Script(cues)
                }
                None => habit(number),
            };
            let ears = Ears {
                ready: ready.take(),
                settled: wires.settled.clone(),
                moves: observers.phones.pop(),
                saved: observers.votes.clone().filter(|_| matches!(habit, Habit::Probe(_))),
            };
            self.tasks
                .spawn(Attendee::new(number, Arc::clone(&self.hall), habit, ears).attend());
            if let Some(first) = first.take() {
                tokio::select! {
                    _ = first => {}
                    Some(ended) = self.tasks.join_next() => match ended {
                        Ok(Err(why)) => bail!(why),
                        _ => bail!("the first attendee left at once"),
                    },
                    () = sleep(GATHERING.0) => {
                        self.hall.tell(Phase::Over);
                        let why = match self.tasks.join_next().await {
                            Some(Ok(Err(why))) => why,
                            _ => "no answer".to_owned(),
                        };
                        return Err(anyhow!(why).context("failed to let the first attendee in"));
                    }
                    () = interrupted() => bail!("interrupted"),
                }
            }
        }
        let began = Instant::now();
        while !self.hall.figures.all_came(self.attendees - self.gone()) {
            if began.elapsed() > GATHERING.1 {
                say("some attendees are still not in; going on without them");
                break;
            }
            self.collect(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    fn begin(&self) {
        say(&format!("all in: {} attendees", self.hall.figures.came()));
        self.hall.tell(Phase::Going);
    }

    /// How many attendees could not take part.
    fn gone(&self) -> usize {
        self.troubles.values().sum()
    }

    /// Takes in what becomes of attendees, for so long.
    async fn collect(&mut self, time: Duration) {
        let end = sleep(time);
        tokio::pin!(end);
        loop {
            tokio::select! {
                () = &mut end => return,
                ended = self.tasks.join_next(), if !self.tasks.is_empty() => match ended {
                    Some(Ok(Err(why))) => *self.troubles.entry(why).or_default() += 1,
                    Some(Err(error)) => *self.troubles.entry(error.to_string()).or_default() += 1,
                    Some(Ok(Ok(()))) | None => {}
                },
            }
        }
    }

    /// Waits for the last answers, then sends everybody home.
    async fn end(&mut self) {
        self.hall.tell(Phase::Ending);
        for (phase, patience) in [
            (Phase::Ending, Duration::from_secs_f64(self.options.patience)),
            (Phase::Over, LEAVING),
        ] {
            self.hall.tell(phase);
            // What is left over is counted by each attendee itself.
            let _ = timeout(patience, async {
                while !self.tasks.is_empty() {
                    self.collect(Duration::from_millis(20)).await;
                }
            })
            .await;
        }
        if !self.tasks.is_empty() {
            self.troubles.insert("did not end in time".to_owned(), self.tasks.len());
        }
    }
}

fn habit(options: &Rehearse, attendees: usize, number: usize, now: Instant, hurry: f64) -> Habit {
    let seconds = Duration::from_secs_f64(options.seconds);
    let talking = attendees - options.probes;
    if let Some(probe) = number.checked_sub(talking) {
        // When everybody has settled down, and before they leave.
        let share = 0.2 + 0.7 * (probe as f64 + 0.5) / options.probes as f64;
        return Habit::probe(now + seconds.mul_f64(share));
    }
    match options.rate {
        None => Habit::human(now, hurry),
        Some(rate) if rate <= 0.0 => Habit::Watch,
        Some(rate) => Habit::load(now, number, Duration::from_secs_f64(talking as f64 / rate)),
    }
}

/// Ends when the program is told to stop.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    // Where there are no signals to listen for, nothing interrupts.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
