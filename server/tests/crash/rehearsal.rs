//! The process of the simulated attendees.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Read as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Stdio},
    time::Duration,
};

use serde_json::Value;

use crate::node::{NAME, Node, PASSWORD, Panel, program, signal, wait};

/// What the attendees wrote down.
pub(crate) struct Files {
    pub(crate) submitted: PathBuf,
    pub(crate) acknowledged: PathBuf,
}

/// A command, and what was in it.
pub(crate) type Commands = BTreeMap<String, String>;

impl Files {
    pub(crate) fn within(folder: &Path) -> Self {
        Self {
            submitted: folder.join("submitted"),
            acknowledged: folder.join("acknowledged"),
        }
    }

    pub(crate) fn submitted(&self) -> Commands {
        read(&self.submitted)
    }

    pub(crate) fn acknowledged(&self) -> Commands {
        read(&self.acknowledged)
    }
}

fn read(path: &Path) -> Commands {
    let text = std::fs::read_to_string(path).expect("the file is there");
    let mut commands = Commands::new();
    for line in text.lines() {
        let (id, content) = line.split_once(' ').expect("a line is an id and what was in it");
        let before = commands.insert(id.to_owned(), content.to_owned());
        assert_eq!(before, None, "{id} stands twice in {}", path.display());
    }
    commands
}

pub(crate) struct Rehearsal {
    process: Child,
    output: BufReader<ChildStdout>,
}

impl Rehearsal {
    /// Starts it, and returns once all attendees are in.
    pub(crate) fn start(nodes: &[&Node], panel: &Panel, files: &Files) -> Self {
        let mut command = program();
        command.arg("rehearse");
        for node in nodes {
            command.args(["--url", &node.url()]);
        }
        let mut process = command
            .args([
                "--code",
                &panel.code,
                "--attendees",
                "24",
                "--rate",
                "300",
                "--seconds",
                "100000",
                "--json",
            ])
            .args(["--longest-pause", "0.4", "--patience", "60"])
            .arg("--acknowledged")
            .arg(&files.acknowledged)
            .arg("--submitted")
            .arg(&files.submitted)
            .env("VISIONCAST_FACILITATOR_NAME", NAME)
            .env("VISIONCAST_FACILITATOR_PASSWORD", PASSWORD)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the rehearsal starts");
        let mut output = BufReader::new(process.stdout.take().expect("its output is piped"));
        let mut line = String::new();
        while !line.starts_with("all in:") {
            line.clear();
            let length = output.read_line(&mut line).expect("the rehearsal speaks UTF-8");
            assert!(length > 0, "the rehearsal ended before it began");
        }
        Self { process, output }
    }

    /// Ends it as Ctrl-C does; returns its figures.
    pub(crate) fn end(mut self) -> Value {
        signal(&self.process, "INT");
        let mut text = String::new();
        self.output
            .read_to_string(&mut text)
            .expect("the rehearsal speaks UTF-8");
        let status = wait(&mut self.process, Duration::from_secs(5));
        assert!(status.success(), "the rehearsal ended with {status}: {text}");
        let figures = text.lines().last().unwrap_or_default();
        serde_json::from_str(figures).expect("the last line holds the figures")
    }
}

impl Drop for Rehearsal {
    fn drop(&mut self) {
        // A test that failed leaves nothing running; it may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
