//! Other programs: running them, and taking them along when this one is told to stop.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static CHILDREN: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

/// From now on Ctrl-C, SIGTERM and SIGHUP end the running children instead of this program, which then finds its step
/// failed, cleans up behind itself and leaves. A second signal ends it at once.
pub(crate) fn listen_for_signals() -> Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP]).context("failed to listen for signals")?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            if INTERRUPTED.swap(true, Ordering::SeqCst) {
                std::process::exit(130);
            }
            // A terminal sends Ctrl-C to the children itself.
            if signal != SIGINT || !std::io::stdin().is_terminal() {
                for child in children().iter() {
                    forward(*child);
                }
            }
        }
    });
    Ok(())
}

/// Whether this program was told to stop.
pub(crate) fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// Fails if this program was told to stop: for the pauses in long work that has no child to end.
pub(crate) fn go_on() -> Result<()> {
    if interrupted() {
        bail!("interrupted");
    }
    Ok(())
}

/// Runs a program that writes all it says to this one's standard error, and waits for it.
pub(crate) fn status(command: &mut Command) -> Result<ExitStatus> {
    go_on()?;
    let name = name(command);
    Running::start(command.stdout(std::io::stderr()), &name)?.wait(&name)
}

/// Runs a program that writes all it says to this one's standard error; any exit code but 0 is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("`{}` ended with {status}", name(command));
    }
    Ok(())
}

/// Runs a program silently and returns its standard output; any exit code but 0 is an error that carries its words.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    go_on()?;
    let name = name(command);
    let output = command.output().with_context(|| format!("failed to start `{name}`"))?;
    go_on()?;
    if !output.status.success() {
        bail!(
            "`{name}` ended with {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program, shows its standard output line by line as it comes, and returns it too.
pub(crate) fn tee(command: &mut Command) -> Result<(ExitStatus, String)> {
    go_on()?;
    let name = name(command);
    let mut running = Running::start(command.stdout(Stdio::piped()), &name)?;
    let mut text = String::new();
    if let Some(stdout) = running.child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.with_context(|| format!("failed to read what `{name}` says"))?;
            let line = String::from_utf8_lossy(&line);
            eprintln!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok((running.wait(&name)?, text))
}

/// The program and its first words, for messages.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(program).chain(command.get_args().take(8));
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// A child that is told when this program is told to stop.
struct Running {
    child: Child,
}

impl Running {
    fn start(command: &mut Command, name: &str) -> Result<Self> {
        let child = command.spawn().with_context(|| format!("failed to start `{name}`"))?;
        children().insert(child.id());
        if interrupted() {
            forward(child.id());
        }
        Ok(Self { child })
    }

    fn wait(mut self, name: &str) -> Result<ExitStatus> {
        let status = self
            .child
            .wait()
            .with_context(|| format!("failed to wait for `{name}`"))?;
        go_on()?;
        Ok(status)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        children().remove(&self.child.id());
    }
}

fn children() -> std::sync::MutexGuard<'static, BTreeSet<u32>> {
    CHILDREN.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn forward(child: u32) {
    if let Ok(id) = i32::try_from(child) {
        // The child may be gone already, which is what is wanted.
        let _ = kill(Pid::from_raw(id), Signal::SIGTERM);
    }
}
