use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    str::FromStr,
};

use anyhow::Context as _;
use visioncast_analysis::{Audit, audit};
use visioncast_model::{CodeError, JoinCode, Panel, PanelId};
use visioncast_report::verify_archive;

use super::{files, say};
use crate::{
    log::Log,
    store::{self, EventStore, StoreError},
};

/// The exit code for a difference.
const DIFFERENT: u8 = 3;
/// How often to look again where the panel moves on, or words are erased, while it is read.
const TRIES: usize = 5;
/// How many differences to print.
const PRINTED: usize = 50;

/// Check a panel, or an archive of one: replay its log, count it again, and compare.
///
/// It checks that no event is missing or doubled, that words are those that came in, that what each
/// reveal recorded is what the ballots add up to, and that the panel as the server loads it is what
/// its whole log makes; of an archive, that every figure in it follows from its events and words. It works beside a
/// running server. The exit code is 3 where something differs.
#[derive(Debug, clap::Args)]
pub(crate) struct Verify {
    /// The code of the panel, or the file that `visioncast report CODE --archive` wrote.
    #[arg(value_name = "CODE|ARCHIVE")]
    what: Place,
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

#[derive(Clone, Debug)]
enum Place {
    Panel(JoinCode),
    File(PathBuf),
}

impl FromStr for Place {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let file = PathBuf::from(text);
        if file.is_file() {
            Ok(Self::File(file))
        } else {
            text.parse().map(Self::Panel)
        }
    }
}

impl Verify {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let code = match self.what {
            Place::File(file) => return verify_file(&file),
            Place::Panel(code) => code,
        };
        let (store, entry) = files::find(&self.database, code).await?;
        let audit = match check(store.as_ref(), entry.id).await {
            Ok(audit) => audit,
            Err(error @ StoreError::Corrupt { .. }) => {
                say(&format!("different: {error}"));
                return Ok(ExitCode::from(DIFFERENT));
            }
            Err(error) => return Err(error).context("failed to read the log"),
        };
        store.close().await;
        print(&audit, true);
        Ok(if audit.differences.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(DIFFERENT)
        })
    }
}

fn verify_file(file: &Path) -> anyhow::Result<ExitCode> {
    let read = fs::read(file).with_context(|| format!("failed to read {}", file.display()))?;
    let verified = verify_archive(&read).with_context(|| format!("failed to verify {}", file.display()))?;
    say(&format!("snapshot {}", verified.hash));
    for difference in verified.differences.iter().take(PRINTED) {
        say(&format!("different: {difference}"));
    }
    let agrees = verified.differences.is_empty();
    print(&verified.audit, agrees);
    Ok(if agrees && verified.audit.differences.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(DIFFERENT)
    })
}

async fn check<S: EventStore + ?Sized>(store: &S, id: PanelId) -> Result<Audit, StoreError> {
    let mut tries = TRIES;
    loop {
        tries -= 1;
        let mut log = Log::read(store, id).await?;
        let panel = store.load(id).await?;
        catch_up(store, id, &mut log, &panel).await?;
        let audit = audit(&log.events, &log.words, &panel);
        let moved = store.head(id).await? != panel.seq();
        if audit.differences.is_empty() || !moved || tries == 0 {
            return Ok(audit);
        }
    }
}

/// Reads what the log gained until the panel was loaded.
async fn catch_up<S: EventStore + ?Sized>(
    store: &S,
    id: PanelId,
    log: &mut Log,
    panel: &Panel,
) -> Result<(), StoreError> {
    while log.panel.seq() < panel.seq() {
        let missing = panel.seq().0 - log.panel.seq().0;
        let limit = u32::try_from(missing).unwrap_or(u32::MAX);
        let tail = store.tail(id, log.panel.seq(), limit).await?;
        if tail.events.is_empty() {
            break;
        }
        for event in &tail.events {
            log.panel.apply(event);
        }
        log.events.extend(tail.events);
        log.words.extend(tail.words);
    }
    Ok(())
}

/// Says what an audit found; `agrees` whether nothing else differs.
fn print(audit: &Audit, agrees: bool) {
    let recount = &audit.recount;
    say(&format!(
        "{} events, without a gap or a command counted twice: {}",
        audit.events,
        if audit.differences.is_empty() {
            "yes"
        } else {
            "see below"
        }
    ));
    say(&format!("{} people, {} ideas", audit.people, audit.ideas));
    say(&format!(
        "{} words match their hashes, {} were erased",
        audit.words_checked, audit.words_erased
    ));
    say(&format!(
        "{} ballots cast, {} of them count",
        recount.cast, recount.ballots
    ));
    say(&format!("{} reveals counted again", recount.reveals.len()));
    for difference in audit.differences.iter().take(PRINTED) {
        say(&format!("different: {difference}"));
    }
    let more = audit.differences.len().saturating_sub(PRINTED);
    if more > 0 {
        say(&format!("and {more} more"));
    }
    say(if agrees && audit.differences.is_empty() {
        "verified: everything agrees"
    } else {
        "NOT verified"
    });
}
