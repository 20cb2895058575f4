//! The machine on which it is measured.

use std::fs::read_to_string;

use anyhow::{Result, ensure};
use nix::sys::resource::{Resource, getrlimit, setrlimit};

/// Files and sockets beside those of the attendees.
const OTHER_FILES: usize = 300;

/// One paragraph about it.
pub(crate) fn describe() -> String {
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".to_owned());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = field("/proc/meminfo", "MemTotal")
        .and_then(|size| size.split_whitespace().next()?.parse::<f64>().ok())
        .map_or_else(String::new, |kibibytes| {
            format!(", {:.1} GiB of memory", kibibytes / 1024.0 / 1024.0)
        });
    let kernel = read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let load = read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("unknown");
    format!(
        "machine: {cores} cores of {processor}{memory}, {} {}; load average at the end {load}\n\
         The simulated attendees run on the same cores as the server, over loopback.",
        std::env::consts::OS,
        kernel.trim(),
    )
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// Lets this process, and those that it starts, hold a socket for each attendee.
///
/// # Errors
/// When the system allows fewer, with what to do.
pub(crate) fn allow_many_sockets(attendees: usize) -> Result<()> {
    let wanted = (attendees + OTHER_FILES) as u64;
    let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    ensure!(
        hard >= wanted,
        "{attendees} attendees take {wanted} open files and the system allows {hard}: run `ulimit -n {wanted}` as \
         root first, or take fewer with --attendees"
    );
    if soft < wanted {
        setrlimit(Resource::RLIMIT_NOFILE, wanted, hard)?;
    }
    Ok(())
}
