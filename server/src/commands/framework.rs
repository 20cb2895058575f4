use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand, builder::BoolishValueParser};
use uuid::Uuid;
use visioncast_model::{Framework, JoinCode};
use visioncast_report::{File, FrameworkHash, framework_file, read_framework};

use super::{files, say};
use crate::{
    live::now,
    store::{self, FrameworkVersion, SharedStore},
    templates,
};

/// Take a framework out as one file, or bring one in.
///
/// A framework is what an association brings to its panels: domains, principles, constituencies and all else that it asks
/// about.
#[derive(Debug, Args)]
pub(crate) struct FrameworkCommand {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Export(Export),
    Import(Import),
}

/// Write a framework into a file.
#[derive(Debug, Args)]
struct Export {
    #[command(flatten)]
    which: Which,
    /// The file to write.
    #[arg(long, env = "VISIONCAST_OUT")]
    out: PathBuf,
    /// Write over a file that is there.
    #[arg(long, env = "VISIONCAST_FORCE", value_parser = BoolishValueParser::new())]
    force: bool,
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Which {
    /// The one that the panel with this code has.
    #[arg(long)]
    panel: Option<JoinCode>,
    /// One that is built in: ima.
    #[arg(long)]
    template: Option<String>,
    /// One that was brought in or edited here, by the association's name.
    #[arg(long)]
    name: Option<String>,
}

/// Bring a framework in from a file, for panels to be begun with.
///
/// It takes all of it or, where something is wrong, nothing, and says what is wrong where.
#[derive(Debug, Args)]
struct Import {
    /// The file.
    file: PathBuf,
    /// Only look whether it can be brought in; opens no database.
    #[arg(long, env = "VISIONCAST_CHECK", value_parser = BoolishValueParser::new())]
    check: bool,
    /// Make it the next version of the framework that has its name; earlier versions are kept.
    #[arg(long, env = "VISIONCAST_REPLACE", value_parser = BoolishValueParser::new())]
    replace: bool,
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
}

impl FrameworkCommand {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.action {
            Action::Export(export) => export.run().await,
            Action::Import(import) => import.run().await,
        }
    }
}

impl Export {
    async fn run(self) -> anyhow::Result<ExitCode> {
        let framework = self.which.find(&self.database).await?;
        let name = self.out.file_name().context("failed to write: --out names no file")?;
        let file = File {
            name: name.to_string_lossy().into_owned(),
            bytes: framework_file(&framework).context("failed to make the file")?,
        };
        let folder = self.out.parent().map_or_else(PathBuf::new, PathBuf::from);
        for written in files::write(&folder, &[file], self.force)? {
            say(&format!("wrote {}: {}", written.display(), told(&framework)?));
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Which {
    async fn find(&self, database: &str) -> anyhow::Result<Framework> {
        if let Some(key) = &self.template {
            let known: Vec<_> = templates::frameworks().into_iter().map(|(key, _)| key).collect();
            return templates::framework(key)
                .with_context(|| format!("failed to find the template {key:?}: there is {}", known.join(", ")));
        }
        if let Some(code) = self.panel {
            let log = files::read(database, code).await?;
            return Ok(log.panel.framework().clone());
        }
        let name = self.name.as_deref().unwrap_or_default();
        let store = store::open_existing(database)
            .await
            .context("failed to open the database")?;
        let found = named(&store, name).await?;
        store.close().await;
        let found = found.with_context(|| format!("failed to find a framework named {name:?} in {database}"))?;
        Ok(found.framework)
    }
}

impl Import {
    async fn run(self) -> anyhow::Result<ExitCode> {
        let file = self.file.display();
        let bytes = fs::read(&self.file).with_context(|| format!("failed to read {file}"))?;
        let read = match read_framework(&bytes) {
            Ok(read) => read,
            Err(faults) => {
                for fault in &faults {
                    say(&fault.to_string());
                }
                let things = if faults.len() == 1 {
                    "one thing is"
                } else {
                    "some things are"
                };
                bail!("failed to bring {file} in: {things} wrong, as listed. Nothing was changed");
            }
        };
        if read.changed_by_hand {
            say("the file was changed by hand: its hash is not that of what it says. It is taken as it stands");
        }
        if self.check {
            say(&format!("nothing is wrong with {file}: {}", told(&read.framework)?));
            return Ok(ExitCode::SUCCESS);
        }
        let store = store::open(&self.database)
            .await
            .context("failed to open the database")?;
        let kept = self.keep(&store, read.framework).await?;
        store.close().await;
        say(&format!("brought in: {}", told(&kept)?));
        Ok(ExitCode::SUCCESS)
    }

    async fn keep(&self, store: &SharedStore, framework: Framework) -> anyhow::Result<Framework> {
        let before = named(store, &framework.name).await?;
        let (id, framework, after) = match before {
            None => (Uuid::new_v4(), framework, None),
            Some(before) if self.replace => {
                let next = before.framework.replaced_by(&framework);
                (before.id, next, Some(before.framework.version))
            }
            Some(_) => bail!(
                "failed to bring it in: there is a framework named {:?} already. Change `name` in the file, or add \
                 --replace to make it that one's next version",
                framework.name
            ),
        };
        let version = FrameworkVersion {
            id,
            framework,
            changed: now(),
            account: None,
            by: None,
            what: "brought in from a file".to_owned(),
        };
        store
            .keep_framework(&version, after)
            .await
            .context("failed to store the framework")?;
        Ok(version.framework)
    }
}

/// The framework with that name, without regard to case.
async fn named(store: &SharedStore, name: &str) -> anyhow::Result<Option<FrameworkVersion>> {
    let all = store.frameworks().await.context("failed to list the frameworks")?;
    let name = name.to_lowercase();
    Ok(all
        .into_iter()
        .find(|known| known.framework.name.to_lowercase() == name))
}

/// A framework in one line.
fn told(framework: &Framework) -> anyhow::Result<String> {
    let hash = FrameworkHash::of(framework).context("failed to make its hash")?;
    Ok(format!("{}, version {}, {hash}", framework.name, framework.version))
}
