//! A throw-away PostgreSQL cluster for the tests.

use std::ffi::OsStr;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use nix::unistd::User;

use crate::{packages, process, progress, workspace};

/// Fast, and careless about a power cut: nothing in it outlives the tests.
const SETTINGS: &str = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \
                        -c shared_buffers=128MB -c listen_addresses=127.0.0.1";

/// Another program may take the free port between finding and using it.
const ATTEMPTS: u32 = 3;

/// A running cluster; it is stopped and removed when this is dropped.
pub(crate) struct Cluster {
    programs: PathBuf,
    directory: PathBuf,
    port: u16,
}

impl Cluster {
    /// Starts a new cluster on a free port of this machine alone; installs PostgreSQL first where that is possible.
    ///
    /// # Errors
    /// When PostgreSQL is missing and cannot be installed, or does not start.
    pub(crate) fn start() -> Result<Self> {
        let programs = programs()?;
        progress::step("starting a throw-away PostgreSQL", || {
            let directory = process::output(as_owner("mktemp").args([
                "--directory",
                "--tmpdir=/tmp",
                "visioncast-postgres.XXXXXX",
            ]))
            .context("failed to make a directory for PostgreSQL")?;
            let mut cluster = Self {
                programs,
                directory: directory.trim().into(),
                port: 0,
            };
            process::output(
                cluster
                    .program("initdb")
                    .args(["--auth=trust", "--username=visioncast", "--no-sync"])
                    .args(["--encoding=UTF8", "--locale=C", "--pgdata"])
                    .arg(cluster.data()),
            )
            .context("failed to create a PostgreSQL cluster")?;
            cluster.listen()?;
            Ok(cluster)
        })
    }

    /// The address that tests connect to, as the server's `--database` takes it.
    pub(crate) fn url(&self) -> String {
        format!("postgres://visioncast@127.0.0.1:{}/postgres", self.port)
    }

    fn listen(&mut self) -> Result<()> {
        let log = self.directory.join("log");
        for attempt in 1.. {
            self.port = TcpListener::bind("127.0.0.1:0")
                .and_then(|socket| socket.local_addr())?
                .port();
            let options = format!("{SETTINGS} -p {} -k {}", self.port, self.directory.display());
            let mut start = self.program("pg_ctl");
            start
                .args(["start", "--wait", "--silent", "--pgdata"])
                .arg(self.data())
                .arg("--log")
                .arg(&log);
            start.arg("--options").arg(options).stderr(Stdio::null());
            if process::run(&mut start).is_ok() {
                return Ok(());
            }
            process::go_on()?;
            if attempt >= ATTEMPTS {
                break;
            }
        }
        let words = process::output(as_owner("tail").arg("--lines=5").arg(&log)).unwrap_or_default();
        bail!("failed to start PostgreSQL: {}", words.trim())
    }

    fn data(&self) -> PathBuf {
        self.directory.join("data")
    }

    fn program(&self, name: &str) -> Command {
        as_owner(self.programs.join(name))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Not through `process`, which starts nothing any more once this program was told to stop.
        let mut stop = self.program("pg_ctl");
        stop.args(["stop", "--mode=immediate", "--silent", "--pgdata"])
            .arg(self.data());
        let _ = stop.stdout(Stdio::null()).stderr(Stdio::null()).status();
        let _ = as_owner("rm").arg("-rf").arg(&self.directory).status();
    }
}

/// PostgreSQL refuses to run as root, so root runs it as the user its package made.
fn as_owner(program: impl AsRef<OsStr>) -> Command {
    let mut command = if packages::root() {
        let mut command = workspace::command("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        workspace::command(program)
    };
    // The other user may have no right to enter this repository.
    command.current_dir("/");
    command
}

/// The folder with `initdb` and `pg_ctl`, the newest where there are several.
fn programs() -> Result<PathBuf> {
    let find = || {
        let found = newest_debian_version().or_else(|| Some(packages::find("initdb")?.parent()?.to_path_buf()))?;
        found.join("pg_ctl").exists().then_some(found)
    };
    let found = match find() {
        Some(found) => found,
        None => {
            packages::install(&["postgresql"])?;
            find().context("failed to find initdb even though PostgreSQL is installed")?
        }
    };
    if packages::root() && !matches!(User::from_name("postgres"), Ok(Some(_))) {
        bail!("root may not run PostgreSQL, and there is no user `postgres` to run it as");
    }
    Ok(found)
}

fn newest_debian_version() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let newest = versions
        .flatten()
        .filter(|entry| entry.path().join("bin/initdb").exists())
        .max_by_key(|entry| entry.file_name().to_string_lossy().parse::<u32>().unwrap_or(0))?;
    Some(Path::new(&newest.path()).join("bin"))
}
