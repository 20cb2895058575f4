//! How many files and sockets one process may hold.

/// Raises the limit to at least `wanted`, as far as the system lets a process do that by itself.
///
/// # Errors
/// Where it stays lower, with what to do.
#[cfg(unix)]
pub(crate) fn allow(wanted: u64) -> anyhow::Result<()> {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};

    let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    if soft >= wanted {
        return Ok(());
    }
    setrlimit(Resource::RLIMIT_NOFILE, wanted.min(hard), hard)?;
    anyhow::ensure!(
        hard >= wanted,
        "this takes {wanted} open files and the system allows {hard}: run `ulimit -n {wanted}` as root first, \
         or take fewer attendees"
    );
    Ok(())
}

/// There is no such limit here.
#[cfg(not(unix))]
pub(crate) fn allow(_wanted: u64) -> anyhow::Result<()> {
    Ok(())
}
