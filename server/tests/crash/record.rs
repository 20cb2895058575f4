//! What the log holds in the end.

use std::{collections::BTreeMap, path::Path};

use serde_json::Value;

use crate::{
    database::Database,
    node::program,
    rehearsal::{Commands, Files},
};

/// What attendees are recorded to have said: for each command, what it did, each time that it did.
pub(crate) struct Record(BTreeMap<String, Vec<String>>);

impl Record {
    /// Has the log verified and exported.
    pub(crate) fn export(database: &Database, code: &str, folder: &Path) -> Self {
        let verified = program()
            .args(["verify", code, "--database", &database.address])
            .status();
        assert!(
            verified.expect("the program starts").success(),
            "verify found a difference"
        );
        let out = folder.join("export");
        let exported = program()
            .args([
                "export",
                code,
                "--format",
                "json",
                "--complete",
                "--database",
                &database.address,
                "--out",
            ])
            .arg(&out)
            .status();
        assert!(exported.expect("the program starts").success(), "the export failed");
        let archive = std::fs::read(out.join("panel.json")).expect("the export is there");
        let archive: Value = serde_json::from_slice(&archive).expect("the export is JSON");
        let mut record = BTreeMap::<_, Vec<String>>::new();
        for event in archive["events"].as_array().expect("there are events") {
            if let Some(done) = done(&event["event"]) {
                let command = event["command"].as_str().expect("an event names its command");
                record.entry(command.to_owned()).or_default().push(done);
            }
        }
        Self(record)
    }

    /// Compares it with what the attendees wrote down.
    pub(crate) fn check(&self, files: &Files) {
        let (submitted, acknowledged) = (files.submitted(), files.acknowledged());
        assert!(!acknowledged.is_empty(), "nothing was acknowledged");
        self.has_all(&acknowledged);
        for (command, done) in &self.0 {
            let sent = submitted
                .get(command)
                .unwrap_or_else(|| panic!("nobody sent {command}: {done:?}"));
            assert_eq!(
                done,
                std::slice::from_ref(sent),
                "{command} has had another effect, or several"
            );
        }
    }

    fn has_all(&self, acknowledged: &Commands) {
        for (command, content) in acknowledged {
            let done = self.0.get(command).map(Vec::as_slice).unwrap_or_default();
            assert_eq!(done, std::slice::from_ref(content), "{command} was acknowledged");
        }
    }
}

/// What an event did, as attendees write it down; none where it is not the effect of an answer.
fn done(event: &Value) -> Option<String> {
    if event.get("idea_added").is_some() {
        return Some("idea".to_owned());
    }
    let ballot = event.get("ballot_cast")?;
    let part = |name: &str| ballot[name].as_str().expect("a ballot is complete").to_owned();
    Some(format!("judge {} {}", part("idea"), part("choice")))
}
