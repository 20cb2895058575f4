use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use clap::ValueEnum;
use rand::RngExt as _;
use uuid::Uuid;
use visioncast_model::{Epoch, JoinCode, PanelId};
use visioncast_report::polis::{self, Conversation, Folder, TakeOver, TakenOver};

use super::say;
use crate::{
    live::{now, random_token},
    store::{self, Batch, EventStore, NewPanel, StoreError, Summary},
};

/// How many codes to try before giving up: one collision among 387 million is rare enough.
const CODE_TRIES: usize = 5;

/// Take a conversation of another tool over as a closed panel.
///
/// `polis` reads comments.csv, votes.csv, participants-votes.csv and summary.csv: the statements with
/// their moderation, everybody who took part, every vote row in file order, and the opinion groups
/// as constituencies. It takes over all of it or, where something is wrong, nothing. The last line
/// is `panel: CODE`.
#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// What wrote the files.
    #[arg(long, env = "VISIONCAST_IMPORT_FORMAT")]
    format: Format,
    /// The folder that they are in.
    folder: PathBuf,
    /// The title of the panel; by default the topic of the conversation.
    #[arg(long, env = "VISIONCAST_TITLE")]
    title: Option<String>,
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Polis (pol.is), its four CSV files.
    Polis,
}

impl Import {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let Format::Polis = self.format;
        let folder = read(&self.folder)?;
        let conversation = polis::read(&folder).with_context(|| format!("failed to read {}", self.folder.display()))?;
        let store = store::open(&self.database)
            .await
            .context("failed to open the database")?;
        let (code, taken) = keep(store.as_ref(), &conversation, self.title.as_deref()).await?;
        say(&format!(
            "took over {} people, {} statements and {} votes",
            taken.panel.people().len(),
            taken.panel.ideas().len(),
            conversation.votes.len(),
        ));
        say(&format!("panel: {code}"));
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

/// Puts the conversation into the store, all at once, under a code that is free.
async fn keep<S: EventStore + ?Sized>(
    store: &S,
    conversation: &Conversation,
    title: Option<&str>,
) -> anyhow::Result<(JoinCode, TakenOver)> {
    for _ in 0..CODE_TRIES {
        let code = JoinCode::from_random(rand::rng().random());
        let taken = polis::take_over(
            conversation,
            TakeOver {
                title: title.map(str::to_owned),
                code,
                seed: rand::rng().random(),
                now: now(),
                fresh: &mut Uuid::new_v4,
            },
        )?;
        let id = taken.panel.id().unwrap_or(PanelId(Uuid::nil()));
        let entry = NewPanel {
            id,
            code,
            epoch: Epoch(rand::rng().random()),
            screen_key: random_token(),
            created: taken.panel.created(),
            initiative: None,
        };
        let batch = Batch {
            events: &taken.events,
            words: &taken.words,
            erased_words: &[],
            erased_people: &[],
            summary: Summary::of(&taken.panel),
        };
        match store.create(&entry, &batch).await {
            Ok(()) => return Ok((code, taken)),
            Err(StoreError::CodeTaken(_)) => {}
            Err(error) => return Err(error).context("failed to store the panel"),
        }
    }
    bail!("failed to find a free code: try again")
}

fn read(folder: &Path) -> anyhow::Result<Folder> {
    if !folder.is_dir() {
        bail!("failed to read {}: there is no such folder", folder.display());
    }
    let read = |name: &str| {
        let file = folder.join(name);
        fs::read(&file).with_context(|| {
            format!(
                "failed to read {}: an export of Polis has {}",
                file.display(),
                Folder::NAMES.join(", ")
            )
        })
    };
    let [comments, votes, participants, summary] = Folder::NAMES;
    Ok(Folder {
        comments: read(comments)?,
        votes: read(votes)?,
        participants: read(participants)?,
        summary: read(summary)?,
    })
}
