//! What was sent and what was acknowledged, one command a line: `id idea` or `id judge IDEA CHOICE`.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
    sync::{Mutex, PoisonError},
};

use anyhow::Context as _;
use visioncast_model::{Answer, Choice, CommandId};

/// A file that grows; nothing where no file was wanted.
#[derive(Debug, Default)]
pub(super) struct Journal(Option<Mutex<BufWriter<File>>>);

impl Journal {
    /// Goes on with the file, or begins it.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub(super) fn open(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path else { return Ok(Self(None)) };
        let file = File::options()
            .create(true)
            .append(true)
            .open(path)
            .with_context(|| format!("failed to open {}", path.display()))?;
        Ok(Self(Some(Mutex::new(BufWriter::new(file)))))
    }

    pub(super) fn note(&self, id: CommandId, answer: &Answer) -> std::io::Result<()> {
        let Some(file) = &self.0 else { return Ok(()) };
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        match answer {
            Answer::AddIdea { .. } => writeln!(file, "{id} idea"),
            Answer::Judge { idea, choice, .. } => writeln!(file, "{id} judge {idea} {}", name(*choice)),
            Answer::Form(form) => writeln!(file, "{id} form {}", form.activity),
            Answer::Describe { .. } => writeln!(file, "{id} describe"),
            Answer::EraseIdea { idea } => writeln!(file, "{id} erase {idea}"),
            Answer::SetQuotable { idea, .. } => writeln!(file, "{id} quotable {idea}"),
        }
    }

    pub(super) fn flush(&self) -> std::io::Result<()> {
        match &self.0 {
            Some(file) => file.lock().unwrap_or_else(PoisonError::into_inner).flush(),
            None => Ok(()),
        }
    }
}

const fn name(choice: Choice) -> &'static str {
    match choice {
        Choice::Agree => "agree",
        Choice::Disagree => "disagree",
        Choice::Pass => "pass",
    }
}
