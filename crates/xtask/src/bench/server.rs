//! The server under test.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, SysconfVar, sysconf};

use super::http;
use crate::workspace;

/// The account that the load generator signs in with.
pub(crate) const NAME: &str = "bench";
pub(crate) const PASSWORD: &str = "one-two-three-four-five";
/// How long a server may take to end.
const FAREWELL: Duration = Duration::from_secs(20);

/// A running server; it is ended when this is dropped.
pub(crate) struct Server {
    process: Child,
    /// Where it listens.
    pub(crate) authority: String,
    /// What it said when it began.
    lines: Vec<String>,
    /// How long that took.
    pub(crate) began_in: Duration,
    /// Kept open, for a server may say more.
    _output: BufReader<ChildStdout>,
}

/// A server with the demo panel on an empty database.
pub(crate) struct Demo {
    pub(crate) server: Server,
    pub(crate) code: String,
    /// The key of its projector.
    pub(crate) screen: String,
    /// The cookie of the account.
    pub(crate) session: String,
    pub(crate) folder: Folder,
}

/// A folder of one's own; it is removed when this is dropped.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Result<Self> {
        let name = format!("bench-{}-{:?}", std::process::id(), Instant::now())
            .replace(|sign: char| !sign.is_ascii_alphanumeric(), "-");
        let path = workspace::target().join("bench").join(name);
        std::fs::create_dir_all(&path).with_context(|| format!("failed to make {}", path.display()))?;
        Ok(Self(path))
    }

    /// The address of a database in it.
    pub(crate) fn database(&self) -> String {
        format!("sqlite://{}", self.0.join("panel.db").display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed lies below target, where everything may be deleted.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The program, as it was built.
pub(crate) fn program() -> Command {
    let mut program = workspace::command(workspace::server_binary());
    program.env("VISIONCAST_LOG", "error");
    program
}

impl Server {
    /// Starts one on a free port.
    pub(crate) fn start(database: &str, demo: bool) -> Result<Self> {
        let authority = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let mut command = program();
        command.args(["serve", "--addr", &authority, "--database", database]);
        if demo {
            command.arg("--demo");
        }
        let began = Instant::now();
        let mut process = command
            .stdout(Stdio::piped())
            .spawn()
            .context("failed to start the server")?;
        let output = process.stdout.take().context("the server has no output")?;
        let mut server = Self {
            process,
            authority,
            lines: Vec::new(),
            began_in: Duration::ZERO,
            _output: BufReader::new(output),
        };
        let last = if demo { "demo console:" } else { "facilitators:" };
        while !server.lines.last().is_some_and(|line| line.starts_with(last)) {
            let mut line = String::new();
            if server._output.read_line(&mut line)? == 0 {
                bail!("the server ended before it listened, after {:?}", server.lines);
            }
            server.lines.push(line.trim().to_owned());
        }
        server.began_in = began.elapsed();
        Ok(server)
    }

    /// The last word of the line with this beginning.
    fn said(&self, beginning: &str) -> Result<&str> {
        let line = self.lines.iter().find(|line| line.starts_with(beginning));
        line.and_then(|line| line.split_whitespace().last())
            .with_context(|| format!("the server did not say “{beginning}”"))
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.authority)
    }

    /// Its resident memory, in bytes.
    pub(crate) fn memory(&self) -> Result<f64> {
        let status = self.read("status")?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let kibibytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
        Ok(1024.0 * kibibytes.context("the system does not tell the server's memory")?)
    }

    /// The processor time that it took so far, in seconds.
    pub(crate) fn processor_seconds(&self) -> Result<f64> {
        let stat = self.read("stat")?;
        // The name stands in brackets and may hold anything.
        let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        let ticks: Vec<f64> = after_name
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|ticks| ticks.parse().ok())
            .collect();
        let [user, system] = ticks[..] else {
            bail!("the system does not tell the server's processor time");
        };
        let per_second = sysconf(SysconfVar::CLK_TCK)?.context("the system has no clock ticks")?;
        Ok((user + system) / per_second as f64)
    }

    fn read(&self, file: &str) -> Result<String> {
        let path = Path::new("/proc").join(self.process.id().to_string()).join(file);
        std::fs::read_to_string(&path).with_context(|| format!("failed to read {}", path.display()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(id) = i32::try_from(self.process.id()) {
            // It may have ended already.
            let _ = kill(Pid::from_raw(id), Signal::SIGTERM);
        }
        let began = Instant::now();
        while began.elapsed() < FAREWELL {
            if !matches!(self.process.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Demo {
    /// Starts it, and makes the account that the load generator signs in with.
    pub(crate) fn start() -> Result<Self> {
        let folder = Folder::new()?;
        let server = Server::start(&folder.database(), true)?;
        let code = server.said("demo panel:")?.to_owned();
        let screen = server.said("demo projector:")?;
        let screen = screen.rsplit('/').next().unwrap_or_default().to_owned();
        let invitation = server.said("first facilitator")?;
        let path = invitation.find("/invite/").map_or("", |begin| &invitation[begin..]);
        let form = format!("name={NAME}&password={PASSWORD}");
        let entered = http::post(&server.authority, path, &form)?;
        let Some(session) = entered.cookie() else {
            bail!("no account could be made: the server answered {}", entered.status);
        };
        Ok(Self {
            server,
            code,
            screen,
            session,
            folder,
        })
    }

    /// Takes a seat; returns its cookie.
    pub(crate) fn join(&self) -> Result<String> {
        let joined = http::post(&self.server.authority, &format!("/p/{}/join", self.code), "")?;
        joined
            .cookie()
            .with_context(|| format!("joining was answered with {}", joined.status))
    }
}
