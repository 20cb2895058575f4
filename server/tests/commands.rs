//! Import, export, report and verify as an operator runs them.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/polis-open-data");

/// A folder of its own with a database in it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_visioncast"))
            .args(arguments)
            .env(
                "VISIONCAST_DATABASE",
                format!("sqlite://{}", self.path("panels.db").display()),
            )
            .env("VISIONCAST_LOG", "error")
            .current_dir(self.folder.path())
            .output()
            .expect("the program starts")
    }

    /// Runs what has to work; returns what it said.
    fn does(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", said(&output.stderr));
        said(&output.stdout)
    }

    /// Runs what has to fail; returns the last line on standard error.
    fn fails(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        said(&output.stderr).lines().last().unwrap_or_default().to_owned()
    }

    fn import(&self, folder: &Path) -> String {
        let folder = folder.display().to_string();
        let said = self.does(&["import", "--format", "polis", &folder]);
        let last = said.lines().last().unwrap_or_default().to_owned();
        last.strip_prefix("panel: ")
            .expect("the code on the last line")
            .to_owned()
    }

    /// A small conversation; `name` is its folder.
    fn conversation(&self, name: &str) -> PathBuf {
        let folder = self.path(name);
        fs::create_dir(&folder).expect("a new folder");
        for (file, text) in [
            (
                "comments.csv",
                "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
                 1000,0,0,2,1,1,Longer lunches\n1500,1,1,1,0,-1,Spam\n",
            ),
            (
                "votes.csv",
                "timestamp,comment-id,voter-id,vote\n2000,0,0,1\n2001,0,1,-1\n2002,0,1,1\n2003,1,0,1\n",
            ),
            ("participants-votes.csv", "participant,group-id,0,1\n0,0,1,1\n1,1,1,\n"),
            (
                "summary.csv",
                "topic,Lunch\nconversation-description,What about lunch?\n",
            ),
        ] {
            fs::write(folder.join(file), text).expect("a writable folder");
        }
        folder
    }
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

type Row = BTreeMap<String, String>;

fn rows(file: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(file).expect("a readable table");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn both_samples_come_back_as_they_were() {
    let Ok(samples) = fs::read_dir(DATA) else {
        // Past the test harness, which keeps to itself what a passing test prints.
        let _ = writeln!(io::stderr(), "skipped: ../shared/data is not beside this checkout");
        return;
    };
    let place = Place::new();
    for sample in samples {
        let sample = sample.expect("a readable folder").path();
        let code = place.import(&sample);
        let out = place.path(&code);
        place.does(&[
            "export",
            &code,
            "--format",
            "polis",
            "--out",
            &out.display().to_string(),
        ]);
        for name in ["comments.csv", "votes.csv", "participants-votes.csv"] {
            let (wanted, written) = (rows(&sample.join(name)), rows(&out.join(name)));
            assert_eq!(wanted.len(), written.len(), "{name}");
            for (wanted, written) in wanted.iter().zip(&written) {
                for (column, cell) in wanted {
                    // The time zone is not kept; the consensus is computed, equal but for rounding.
                    if column != "datetime" && column != "group-informed-consensus" {
                        assert_eq!(Some(cell), written.get(column), "{name}, {column}");
                    }
                }
            }
        }
        let verified = place.does(&["verify", &code]);
        assert!(verified.ends_with("verified: everything agrees\n"), "{verified}");
    }
}

#[test]
fn every_format_is_written_once_and_not_over_another() {
    let place = Place::new();
    let code = place.import(&place.conversation("lunch"));
    for format in ["json", "csv", "polis"] {
        let out = place.path(format).display().to_string();
        let export = ["export", &code, "--format", format, "--out", &out];
        place.does(&export);
        assert!(place.fails(&export).contains("--force"));
        place.does(&[&export[..], &["--force"]].concat());
    }
    let out = place.path("board").display().to_string();
    place.does(&["report", &code, "--format", "html", "--out", &out]);
    let page = fs::read_to_string(place.path("board/report.html")).expect("a page");
    assert!(page.contains("Longer lunches") && !page.contains("Spam"));
    let ideas = fs::read_to_string(place.path("csv/ideas.csv")).expect("a table");
    assert!(ideas.contains("moderated at source"));
}

#[test]
fn a_panel_takes_the_title_it_is_given() {
    let place = Place::new();
    let folder = place.conversation("lunch").display().to_string();
    let said = place.does(&["import", "--format", "polis", &folder, "--title", "Round one"]);
    let code = said.trim_end().rsplit(' ').next().expect("a code");
    let out = place.path("out").display().to_string();
    place.does(&["export", code, "--format", "polis", "--out", &out]);
    let summary = fs::read_to_string(place.path("out/summary.csv")).expect("a table");
    assert!(summary.starts_with("topic,Round one\n"), "{summary}");
}

#[test]
fn of_a_broken_folder_nothing_is_taken_over() {
    let place = Place::new();
    let folder = place.conversation("broken");
    let import = ["import", "--format", "polis", &folder.display().to_string()];
    fs::write(
        folder.join("votes.csv"),
        "timestamp,comment-id,voter-id,vote\n2000,0,0,maybe\n",
    )
    .expect("writable");
    let error = place.fails(&import);
    assert!(
        error.contains("votes.csv, line 2") && error.contains("maybe"),
        "{error}"
    );
    fs::remove_file(folder.join("votes.csv")).expect("removable");
    let error = place.fails(&import);
    assert!(error.contains("votes.csv") && error.contains("summary.csv"), "{error}");
    let error = place.fails(&["import", "--format", "polis", "nowhere"]);
    assert!(error.contains("there is no such folder"), "{error}");
    assert!(!place.path("panels.db").exists(), "the database was not even made");
}

#[test]
fn a_code_that_no_panel_has_is_said_so() {
    let place = Place::new();
    let error = place.fails(&["verify", "222222"]);
    assert!(error.contains("failed to open the database"), "{error}");
    place.import(&place.conversation("lunch"));
    for command in ["verify", "report", "export"] {
        let out = place.path("out").display().to_string();
        let mut arguments = vec![command, "222222"];
        if command != "verify" {
            arguments.extend([
                "--format",
                if command == "export" { "json" } else { "html" },
                "--out",
                &out,
            ]);
        }
        let error = place.fails(&arguments);
        assert!(error.contains("failed to find panel 222222"), "{error}");
    }
    assert_eq!(place.run(&["verify", "not a code"]).status.code(), Some(2));
}

#[tokio::test]
async fn a_changed_log_is_found() {
    let place = Place::new();
    let code = place.import(&place.conversation("lunch"));
    let database = format!("sqlite://{}", place.path("panels.db").display());
    let pool = sqlx::SqlitePool::connect(&database).await.expect("a database");
    let changed = sqlx::query(r#"UPDATE events SET body = replace(body, '"choice":"agree"', '"choice":"pass"')"#)
        .execute(&pool)
        .await
        .expect("a table of events");
    assert!(changed.rows_affected() > 0);
    pool.close().await;
    let output = place.run(&["verify", &code]);
    assert_eq!(output.status.code(), Some(3), "{}", said(&output.stderr));
    assert!(
        said(&output.stdout).contains("its ballots add up to"),
        "{}",
        said(&output.stdout)
    );
}

#[test]
fn a_framework_goes_out_and_comes_back_the_same() {
    let place = Place::new();
    let (ima, back) = (place.path("ima.json"), place.path("out/back.json"));
    let (ima_name, back_name) = (ima.display().to_string(), back.display().to_string());
    let said = place.does(&["framework", "export", "--template", "ima", "--out", &ima_name]);
    assert!(
        said.contains("International Mentoring Association, version 1, sha256:"),
        "{said}"
    );
    let again = ["framework", "export", "--template", "ima", "--out", &ima_name];
    assert!(place.fails(&again).contains("--force"));

    let said = place.does(&["framework", "import", &ima_name, "--check"]);
    assert!(said.starts_with("nothing is wrong with"), "{said}");
    assert!(!place.path("panels.db").exists(), "looking makes no database");
    place.does(&["framework", "import", &ima_name]);
    let name = "international mentoring association";
    place.does(&["framework", "export", "--name", name, "--out", &back_name]);
    assert_eq!(fs::read(&ima).expect("a file"), fs::read(&back).expect("a file"));

    let error = place.fails(&["framework", "import", &ima_name]);
    assert!(error.contains("already") && error.contains("--replace"), "{error}");
    let by_hand = fs::read_to_string(&ima)
        .expect("a file")
        .replace("\"data\"", "\"data & evidence\"");
    fs::write(&ima, by_hand).expect("writable");
    let said = place.does(&["framework", "import", &ima_name, "--replace"]);
    assert!(said.contains("changed by hand") && said.contains("version 2"), "{said}");
    place.does(&["framework", "export", "--name", name, "--out", &back_name, "--force"]);
    let back = fs::read_to_string(&back).expect("a file");
    assert!(back.contains("\"from\": \"data\""), "the old name is on record: {back}");
}

#[test]
fn a_panels_framework_can_be_taken_along() {
    let place = Place::new();
    let code = place.import(&place.conversation("lunch"));
    let out = place.path("lunch.json").display().to_string();
    place.does(&["framework", "export", "--panel", &code, "--out", &out]);
    place.does(&["framework", "import", &out, "--check"]);
}

#[test]
fn a_faulty_framework_is_told_where_and_changes_nothing() {
    let place = Place::new();
    let file = place.path("faulty.json");
    let name = file.display().to_string();
    place.does(&["framework", "export", "--template", "ima", "--out", &name]);
    let text = fs::read_to_string(&file)
        .expect("a file")
        .replace("\"later\": false", "\"later\": \"no\"");
    fs::write(&file, text).expect("writable");
    let output = place.run(&["framework", "import", &name]);
    assert_eq!(output.status.code(), Some(1));
    let told = said(&output.stdout);
    assert_eq!(told.lines().count(), 4, "{told}");
    assert!(
        told.starts_with("steps[0].later: this is a text: write true or false"),
        "{told}"
    );
    assert!(said(&output.stderr).contains("Nothing was changed"));
    assert!(!place.path("panels.db").exists());

    let missing = place.fails(&["framework", "import", "nowhere.json"]);
    assert!(missing.contains("failed to read nowhere.json"), "{missing}");
    let out = place.path("x.json").display().to_string();
    let unknown = place.fails(&["framework", "export", "--template", "abc", "--out", &out]);
    assert!(unknown.contains("there is ima"), "{unknown}");
    let none = place.run(&["framework", "export", "--out", &out]);
    assert_eq!(none.status.code(), Some(2), "which one must be said");
}
