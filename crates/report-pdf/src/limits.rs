//! What the program may take of the machine: a report must never take what a live room needs.

use std::io;

use rustix::process::{Resource, Rlimit, nice, setrlimit};

/// The largest report that is read, in bytes: ten thousand ideas come to a tenth.
pub(crate) const INPUT: u64 = 64 << 20;
/// Addresses, in bytes. What is really used is less; where this does not do, the program ends by itself.
const MEMORY: u64 = 3 << 30;
/// Processor time, in seconds: whoever started it gives up before.
const TIME: u64 = 300;
/// How far everybody else goes first.
const NICE: i32 = 10;

/// Limits this process for good.
///
/// # Errors
/// Where the system knows no such limits.
pub(crate) fn set() -> io::Result<()> {
    for (resource, most) in [(Resource::As, MEMORY), (Resource::Cpu, TIME)] {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    nice(NICE)?;
    Ok(())
}
