use std::process::ExitCode;

use anyhow::Context as _;
use clap::builder::BoolishValueParser;
use visioncast_model::initiative::Kept;

use super::say;
use crate::{
    calendar,
    initiative::{Due, due, enforce},
    live::{Rooms, now},
    store,
};

/// Let go of what is kept of people where its time is over; a running server does so by itself every few hours.
#[derive(Debug, clap::Args)]
pub(crate) struct Retention {
    /// Only say what would go.
    #[arg(long, env = "VISIONCAST_DRY_RUN", value_parser = BoolishValueParser::new())]
    dry_run: bool,
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

impl Retention {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let opened = if self.dry_run {
            store::open_existing(&self.database).await
        } else {
            store::open(&self.database).await
        };
        let store = opened.context("failed to open the database")?;
        let verb = if self.dry_run { "would go" } else { "gone" };
        let all = if self.dry_run {
            due(&store, now())
                .await
                .context("failed to look through the database")?
        } else {
            let rooms = Rooms::new(store.clone());
            let gone = enforce(&rooms, now()).await;
            rooms.stop.cancel();
            rooms.tasks.close();
            rooms.tasks.wait().await;
            gone.context("failed to let go of all of it; what went is gone")?
        };
        for item in &all {
            say(&format!("{verb}: {}", told(item)));
        }
        if all.is_empty() {
            say("nothing is due");
        }
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

fn told(item: &Due) -> String {
    let what = match item.what {
        Kept::Contacts => "volunteers' contacts",
        Kept::Words => "texts",
        Kept::Seats => "phones",
    };
    let since = calendar::date(item.since);
    format!("{} {what} of {:?}, due since {since}", item.count, item.name)
}
