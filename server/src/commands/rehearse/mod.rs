//! `visioncast rehearse`: simulated attendees over real sockets, as a facilitator's dress rehearsal and
//! as a load generator.

mod attendee;
mod conductor;
mod ears;
mod entrance;
mod facilitator;
mod figures;
mod grouping;
mod habit;
mod hall;
mod journal;
mod lead;
mod observation;
mod open_files;
mod outbox;
mod pause;
mod play;
mod script;
mod sentence;
mod sheet;
mod sight;
mod source;
mod volunteers;

use std::{collections::BTreeMap, path::PathBuf, process::ExitCode, sync::Arc, time::Duration};

use anyhow::ensure;
use clap::builder::BoolishValueParser;
use serde_json::{Value, json};
use tokio::time::Instant;
use visioncast_model::{JoinCode, view::Progress};

use self::{
    entrance::Entrance,
    hall::{Files, Hall},
    lead::Led,
    play::Play,
    script::Script,
    source::Source,
};

/// How many attendees come where nothing is said.
const ATTENDEES: usize = 30;
/// Files and sockets beside those of the attendees.
const OTHER_FILES: u64 = 200;

/// Fill a panel with simulated attendees, over real sockets.
///
/// They join, write ideas and vote as people do, or replay a recorded conversation, or, with `--rate`, make
/// load. Only a panel that was marked as a rehearsal takes them; the demo panel is one. Exit code 0: all
/// could connect, and every answer was acknowledged or refused.
#[derive(Debug, clap::Args)]
pub(crate) struct Rehearse {
    /// Where the server listens; several times for several nodes, among which the attendees are spread and
    /// to which they move on where theirs is gone.
    #[arg(
        long,
        env = "VISIONCAST_URL",
        value_delimiter = ',',
        default_value = "http://127.0.0.1:3000"
    )]
    url: Vec<String>,
    /// The code of the panel.
    #[arg(long, env = "VISIONCAST_CODE")]
    code: JoinCode,
    /// How many attendees come; by default 30, or as many as the recording has people.
    #[arg(long, env = "VISIONCAST_ATTENDEES")]
    attendees: Option<usize>,
    /// Replay a recorded conversation: a folder with comments.csv and votes.csv, as Polis exports them.
    #[arg(long, env = "VISIONCAST_FROM", value_name = "DIR", conflicts_with_all = ["rate", "seconds"])]
    from: Option<PathBuf>,
    /// How many times faster than the recording, whose pauses are cut to a minute; 0 for as fast as answers
    /// are acknowledged. By default such that it takes a minute.
    #[arg(long, env = "VISIONCAST_SPEED", requires = "from", value_parser = not_negative)]
    speed: Option<f64>,
    /// How long it lasts, in seconds, once all are in; Ctrl-C ends it earlier.
    #[arg(long, env = "VISIONCAST_SECONDS", default_value_t = 60.0, value_parser = not_negative)]
    seconds: f64,
    /// Lead the whole agenda as its facilitator: open each item for its share of --seconds, show the result, go on.
    #[arg(
        long,
        env = "VISIONCAST_AGENDA",
        value_parser = BoolishValueParser::new(),
        requires = "facilitator_name",
        conflicts_with_all = ["from", "rate"]
    )]
    agenda: bool,
    /// Make load: so many votes a second over all attendees, who vote again where nothing new is dealt; 0 for
    /// attendees that only watch.
    #[arg(long, env = "VISIONCAST_RATE", value_parser = not_negative)]
    rate: Option<f64>,
    /// Sign in as this facilitator, and open, hide and reveal what the rehearsal needs.
    #[arg(
        long,
        env = "VISIONCAST_FACILITATOR_NAME",
        value_name = "NAME",
        requires = "facilitator_password"
    )]
    facilitator_name: Option<String>,
    /// The facilitator's password; better given in the environment.
    #[arg(
        long,
        env = "VISIONCAST_FACILITATOR_PASSWORD",
        value_name = "PASSWORD",
        hide_env_values = true
    )]
    facilitator_password: Option<String>,
    /// End with one line of figures as JSON.
    #[arg(long, env = "VISIONCAST_JSON", value_parser = BoolishValueParser::new())]
    json: bool,
    /// Append every acknowledged answer to this file: `ID idea` or `ID judge IDEA CHOICE`.
    #[arg(long, env = "VISIONCAST_ACKNOWLEDGED", value_name = "FILE")]
    acknowledged: Option<PathBuf>,
    /// Append every answer to this file before it is sent.
    #[arg(long, env = "VISIONCAST_SUBMITTED", value_name = "FILE")]
    submitted: Option<PathBuf>,
    /// So many of the attendees cast one vote each, and it is measured when it is on screens.
    #[arg(
        long,
        env = "VISIONCAST_PROBES",
        value_name = "N",
        default_value_t = 0,
        conflicts_with = "from"
    )]
    probes: usize,
    /// The key of the projector on which those votes are looked for: the end of its address.
    #[arg(
        long,
        env = "VISIONCAST_SCREEN",
        value_name = "KEY",
        requires = "probes",
        allow_hyphen_values = true
    )]
    screen: Option<String>,
    /// After so many seconds, cut all sockets at once and measure when everything is current again.
    #[arg(long, env = "VISIONCAST_CUT_AFTER", value_name = "SECONDS", value_parser = not_negative, conflicts_with = "from")]
    cut_after: Option<f64>,
    /// How many answers one attendee has on the way at most.
    #[arg(
        long,
        env = "VISIONCAST_IN_FLIGHT",
        value_name = "N",
        default_value_t = 32,
        hide = true
    )]
    in_flight: usize,
    /// The longest wait before a reconnect, in seconds.
    #[arg(long, env = "VISIONCAST_LONGEST_PAUSE", value_name = "SECONDS", default_value_t = 15.0, hide = true, value_parser = not_negative)]
    longest_pause: f64,
    /// How long to wait for the last answers at the end, in seconds.
    #[arg(long, env = "VISIONCAST_PATIENCE", value_name = "SECONDS", default_value_t = 20.0, value_parser = not_negative)]
    patience: f64,
}

impl Rehearse {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let began = Instant::now();
        let entrance = Entrance::new(&self.url)?;
        let recorded = match &self.from {
            Some(folder) => {
                let source = Source::read(folder)?;
                let script = Script::of(&source);
                Some((source, script))
            }
            None => None,
        };
        let cast = recorded.as_ref().map(|(_, script)| script.cast);
        let attendees = self.attendees.or(cast).unwrap_or(ATTENDEES);
        ensure!(attendees > 0, "a rehearsal takes at least one attendee");
        ensure!(
            cast.is_none_or(|cast| cast <= attendees),
            "the recording takes {} attendees, {attendees} are too few: leave --attendees out",
            cast.unwrap_or_default()
        );
        ensure!(
            self.probes < attendees,
            "there are no more than {attendees} attendees, {} probes are too many",
            self.probes
        );
        open_files::allow(attendees as u64 + OTHER_FILES)?;

        let files = Files {
            submitted: self.submitted.as_deref(),
            acknowledged: self.acknowledged.as_deref(),
        };
        let longest_pause = Duration::from_secs_f64(self.longest_pause);
        let hall = Hall::new(
            self.code,
            entrance,
            files,
            attendees,
            self.in_flight.max(1),
            longest_pause,
        )?;
        let play = Play::new(&self, Arc::new(hall), attendees);
        let outcome = Box::pin(play.run(recorded)).await?;
        Ok(self.report(&outcome, attendees, began.elapsed()))
    }

    fn report(&self, outcome: &Outcome, attendees: usize, took: Duration) -> ExitCode {
        let figures = &outcome.hall.figures;
        super::say(&figures.to_table(attendees, took));
        for (name, value) in &outcome.more {
            super::say(&format!("  {name:<22}{value}"));
        }
        for led in &outcome.led {
            super::say(&format!("  {}", sentence_of(led)));
        }
        for (why, count) in &outcome.troubles {
            super::say(&format!("{count} × {why}"));
        }
        if self.json {
            super::say(&figures.to_json(attendees, took, &outcome.for_programs()));
        }
        let unanswered = outcome
            .led
            .iter()
            .any(|led| led.volunteers.unwrap_or(led.progress.answered as usize) == 0);
        let fine =
            outcome.troubles.is_empty() && !unanswered && figures.all_came(attendees) && figures.nothing_is_open();
        if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// How a rehearsal ended.
struct Outcome {
    hall: Arc<Hall>,
    /// Figures that not every rehearsal has.
    more: BTreeMap<&'static str, Value>,
    /// The items of the agenda that were led, in order.
    led: Vec<Led>,
    /// Why attendees could not take part, and how many.
    troubles: BTreeMap<String, usize>,
}

impl Outcome {
    /// The figures that not every rehearsal has.
    fn for_programs(&self) -> BTreeMap<&'static str, Value> {
        let mut more = self.more.clone();
        if !self.led.is_empty() {
            let led = self.led.iter().map(|led| {
                let Progress { answered, ideas } = led.progress;
                json!({ "title": led.title, "answered": answered, "things": ideas, "volunteers": led.volunteers })
            });
            more.insert("agenda", led.collect());
        }
        more
    }
}

/// How many answered an item, for people.
fn sentence_of(led: &Led) -> String {
    let Led {
        title,
        volunteers,
        progress,
    } = led;
    match volunteers {
        Some(volunteers) => format!("{title}: {volunteers} signed up, apart from the panel"),
        None => format!("{title}: {} answered", progress.answered),
    }
}

fn not_negative(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number >= 0.0 && number.is_finite() => Ok(number),
        _ => Err("a number that is not negative is needed".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_strictly() {
        assert_eq!(not_negative("2.5"), Ok(2.5));
        for wrong in ["-1", "NaN", "inf", "fast"] {
            assert!(not_negative(wrong).is_err(), "{wrong} was taken");
        }
    }
}
