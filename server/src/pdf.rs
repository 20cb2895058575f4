//! The report as a PDF, laid out by a program of its own: `visioncast-pdf`, which reads a report as JSON and writes pages.
//! The server builds without it, and neither a huge report nor a fault in it touches a live panel.

use std::{
    io,
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _},
    process::{Child, Command},
    sync::Semaphore,
    time::timeout,
};
use visioncast_report::Document;

/// What names another place of the program.
pub(crate) const PROGRAM: &str = "VISIONCAST_PDF";
/// What the program is called, beside this one.
const NAME: &str = "visioncast-pdf";
/// How long one report may take: ten thousand ideas take some seconds on a quiet machine, and a hall's laptop is none.
const TIME: Duration = Duration::from_secs(120);
/// The largest PDF that is taken: ten thousand ideas come to a few megabytes.
const MOST: u64 = 128 << 20;
/// How much of what the program complains of is read.
const COMPLAINT: u64 = 4 << 10;
/// One report at a time: each may take a core and a gigabyte, and those belong to the room.
static TURN: Semaphore = Semaphore::const_new(1);

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PdfFault {
    /// The program is not where it should be.
    #[error(
        "start {}: it is not there. Build it with `cargo build --release -p visioncast-report-pdf`, put it beside \
         visioncast, or name it with {PROGRAM}; every other format is had without it",
        .0.display()
    )]
    Absent(PathBuf),
    /// The program could not be started, or not be talked to.
    #[error("run {}: {source}", program.display())]
    Run {
        /// The program.
        program: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The report cannot be written as JSON.
    #[error("hand the report over: {0}")]
    Json(#[from] serde_json::Error),
    /// It did not end in time.
    #[error("lay the report out within {} s: try again when the machine is quieter, or take another format", .0.as_secs())]
    TooLong(Duration),
    /// It wrote more than is taken.
    #[error("take a PDF of more than {} MB: take another format", .0 >> 20)]
    TooLarge(u64),
    /// It ended with a complaint.
    #[error("lay the report out ({status}): {said}")]
    Failed {
        /// How it ended.
        status: ExitStatus,
        /// What it said last.
        said: String,
    },
}

/// A report as a PDF. The same report gives the same bytes.
///
/// # Errors
/// Where the program is not there, fails, or takes more than it may.
pub(crate) async fn pdf(document: &Document) -> Result<Vec<u8>, PdfFault> {
    let printer = Printer {
        program: program(),
        time: TIME,
        most: MOST,
    };
    let json = serde_json::to_vec(document)?;
    // The turns are never closed.
    let _turn = TURN.acquire().await;
    printer.print(json).await
}

/// Whether the program is where it should be.
pub(crate) fn is_there() -> bool {
    program().exists()
}

/// Where the program is: where the operator says, or beside this one.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os(PROGRAM).filter(|named| !named.is_empty()) {
        return PathBuf::from(named);
    }
    let name = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
    let here = std::env::current_exe().ok();
    let folder = here.as_deref().and_then(Path::parent);
    // A test's own program lies one folder below the others.
    let places = folder.into_iter().flat_map(|folder| [Some(folder), folder.parent()]);
    let mut places = places.flatten().map(|folder| folder.join(&name));
    let first = places.next().unwrap_or_else(|| PathBuf::from(&name));
    std::iter::once(first.clone())
        .chain(places)
        .find(|place| place.exists())
        .unwrap_or(first)
}

struct Printer {
    program: PathBuf,
    time: Duration,
    most: u64,
}

impl Printer {
    async fn print(&self, json: Vec<u8>) -> Result<Vec<u8>, PdfFault> {
        let mut child = self.start()?;
        let ended = timeout(self.time, self.talk(&mut child, json)).await;
        if !matches!(ended, Ok(Ok(_))) {
            // It may have ended by itself.
            let _ = child.kill().await;
        }
        ended.unwrap_or(Err(PdfFault::TooLong(self.time)))
    }

    fn start(&self) -> Result<Child, PdfFault> {
        let started = Command::new(&self.program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn();
        started.map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => PdfFault::Absent(self.program.clone()),
            _ => self.fault(source),
        })
    }

    /// Hands the report over while it reads what comes back: a pipe holds little.
    async fn talk(&self, child: &mut Child, json: Vec<u8>) -> Result<Vec<u8>, PdfFault> {
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let hand_over = async {
            if let Some(mut stdin) = stdin {
                // A program that ended early says why by itself.
                let _ = stdin.write_all(&json).await;
            }
        };
        let ((), pages, said) = tokio::join!(hand_over, read(stdout, self.most + 1), read(stderr, COMPLAINT));
        let pages = pages.map_err(|source| self.fault(source))?;
        if pages.len() as u64 > self.most {
            return Err(PdfFault::TooLarge(self.most));
        }
        let status = child.wait().await.map_err(|source| self.fault(source))?;
        if !status.success() || pages.is_empty() {
            let said = said.unwrap_or_default();
            let said = String::from_utf8_lossy(&said);
            let said = said.lines().last().unwrap_or("it said nothing").to_owned();
            return Err(PdfFault::Failed { status, said });
        }
        Ok(pages)
    }

    fn fault(&self, source: io::Error) -> PdfFault {
        PdfFault::Run {
            program: self.program.clone(),
            source,
        }
    }
}

/// What comes through a pipe, up to so much; the rest is left, and whoever writes it finds the pipe closed.
async fn read(pipe: Option<impl AsyncRead + Unpin>, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(pipe) = pipe {
        pipe.take(most).read_to_end(&mut bytes).await?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt as _};

    use super::*;

    /// Runs a program of the shell in place of the real one.
    async fn run(script: &str, time: Duration) -> Result<Vec<u8>, PdfFault> {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("program");
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("written");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("made a program");
        let printer = Printer {
            program,
            time,
            most: 1_000_000,
        };
        printer.print(vec![b'x'; 300_000]).await
    }

    #[tokio::test]
    async fn what_the_program_writes_comes_back_whole() {
        assert_eq!(run("cat", TIME).await.expect("pages").len(), 300_000);
        assert_eq!(run("echo pages", TIME).await.expect("without reading all"), b"pages\n");
    }

    #[tokio::test]
    async fn what_goes_wrong_is_told() {
        let fault = run("echo a line >&2; echo the reason >&2; exit 3", TIME).await;
        assert!(
            matches!(&fault, Err(PdfFault::Failed { said, .. }) if said == "the reason"),
            "{fault:?}"
        );
        let fault = run("cat >/dev/null", TIME).await;
        assert!(
            matches!(fault, Err(PdfFault::Failed { .. })),
            "no pages are no PDF: {fault:?}"
        );
        let fault = run("yes", TIME).await;
        assert!(matches!(fault, Err(PdfFault::TooLarge(1_000_000))), "{fault:?}");
        let fault = run("exec sleep 60", Duration::from_millis(200)).await;
        assert!(matches!(fault, Err(PdfFault::TooLong(_))), "{fault:?}");
    }

    #[tokio::test]
    async fn a_program_that_is_not_there_is_told_with_what_to_do() {
        let printer = Printer {
            program: PathBuf::from("/nowhere/visioncast-pdf"),
            time: TIME,
            most: MOST,
        };
        let fault = printer.print(Vec::new()).await.expect_err("it is not there");
        let text = fault.to_string();
        assert!(
            text.contains("cargo build --release -p visioncast-report-pdf"),
            "{text}"
        );
    }
}
