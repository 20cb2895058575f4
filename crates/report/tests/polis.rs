//! A conversation that is taken over and exported again is the conversation.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use uuid::Uuid;
use visioncast_analysis::audit;
use visioncast_model::{HideReason, JoinCode, Language, Panel, Status, Timestamp};
use visioncast_report::{
    Archive, Disclosure, Document, File, Format, Material, json,
    polis::{self, Conversation, Folder, ReadError, TakeOver, TakenOver},
    polis_files, verify_archive,
};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/polis-open-data");

type Row = BTreeMap<String, String>;

fn rows(bytes: &[u8]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader
        .deserialize()
        .map(|row| row.expect("a table with named columns"))
        .collect()
}

fn bytes<'a>(files: &'a [File], name: &str) -> &'a [u8] {
    &files
        .iter()
        .find(|file| file.name == name)
        .expect("all four files are written")
        .bytes
}

fn folder(path: &Path) -> Folder {
    let [comments, votes, participants, summary] =
        Folder::NAMES.map(|name| fs::read(path.join(name)).expect("a complete folder"));
    Folder {
        comments,
        votes,
        participants,
        summary,
    }
}

fn taken_over(conversation: &Conversation) -> TakenOver {
    let mut last = 0;
    polis::take_over(
        conversation,
        TakeOver {
            title: None,
            code: JoinCode::from_random(7),
            seed: 7,
            now: Timestamp(0),
            fresh: &mut || {
                last += 1;
                Uuid::from_u128(last)
            },
        },
    )
    .expect("a conversation that fits")
}

fn material(taken: &TakenOver) -> Material<'_> {
    Material {
        panel: &taken.panel,
        events: &taken.events,
        words: &taken.words,
    }
}

fn samples() -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(DATA) else {
        // Past the test harness, which keeps to itself what a passing test prints.
        let _ = writeln!(io::stderr(), "skipped: ../shared/data is not beside this checkout");
        return Vec::new();
    };
    let folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    assert_eq!(folders.len(), 2, "both sample conversations");
    folders
}

#[test]
fn both_samples_come_back_cell_by_cell_and_row_by_row() {
    for path in samples() {
        let original = folder(&path);
        let taken = taken_over(&polis::read(&original).expect("a readable sample"));
        let files = polis_files(material(&taken), Disclosure::AsRevealed, 3).expect("four files");
        assert_eq!(files.len(), 4);
        for (name, original, unknown) in [
            ("comments.csv", &original.comments, &["datetime"][..]),
            ("votes.csv", &original.votes, &["datetime"]),
            ("participants-votes.csv", &original.participants, &[]),
        ] {
            let (wanted, written) = (rows(original), rows(bytes(&files, name)));
            assert_eq!(wanted.len(), written.len(), "{}: {name}", path.display());
            for (wanted, written) in wanted.iter().zip(&written) {
                for (column, cell) in wanted {
                    let written_cell = written.get(column).map_or("", String::as_str);
                    if column == "group-informed-consensus" {
                        // Computed again, from groups and votes: equal but for the last digit.
                        let number = |cell: &str| cell.parse::<f64>().expect("a share");
                        let difference = number(cell) - number(written_cell);
                        assert!(difference.abs() < 1e-12, "{column}: {wanted:?}");
                    } else if !unknown.contains(&column.as_str()) {
                        assert_eq!(cell, written_cell, "{name}, {column}: {wanted:?}");
                    }
                }
            }
        }
        let wanted = String::from_utf8(original.summary).expect("UTF-8");
        let written = String::from_utf8(bytes(&files, "summary.csv").to_vec()).expect("UTF-8");
        let without_views = |text: &str| -> Vec<String> {
            text.trim_end()
                .lines()
                .filter(|line| !line.starts_with("views"))
                .map(str::to_owned)
                .collect()
        };
        assert_eq!(without_views(&wanted), without_views(&written));
    }
}

#[test]
fn the_archive_has_the_consensus_that_polis_computed() {
    for path in samples() {
        let original = folder(&path);
        let taken = taken_over(&polis::read(&original).expect("a readable sample"));
        let bytes = json(material(&taken), Disclosure::AsRevealed).expect("an archive");
        let archive: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let statements = archive["panel"]["agenda"][1]["statements"]
            .as_array()
            .expect("statements");
        let (comments, matrix) = (rows(&original.comments), rows(&original.participants));
        for comment in &comments {
            let number = &comment["comment-id"];
            let statement = statements
                .iter()
                .find(|statement| statement["source_id"].as_str() == Some(number))
                .expect("every comment is a statement");
            let consensus = statement["group_aware_consensus"].as_f64().expect("a share");
            if let Some(wanted) = comment.get("group-informed-consensus") {
                let wanted: f64 = wanted.parse().expect("a share");
                assert!((consensus - wanted).abs() < 1e-12, "{number}: {consensus}, {wanted}");
            }
            // What counts is what `participants-votes.csv` has, not every row of `votes.csv`.
            let said = |vote: &str| {
                matrix
                    .iter()
                    .filter(|row| row.get(number).is_some_and(|cell| cell == vote))
                    .count()
            };
            let counts = ["agrees", "disagrees", "passes"].map(|name| statement[name].as_u64());
            assert_eq!(counts, ["1", "-1", "0"].map(|vote| Some(said(vote) as u64)), "{number}");
        }
        if path.ends_with("bg2050-volunteers") {
            assert_eq!(comments.len(), 371);
            assert!(
                comments
                    .iter()
                    .all(|comment| comment.contains_key("group-informed-consensus"))
            );
        }
    }
}

/// The files stand in `target/tmp`, to be opened and looked at.
#[test]
fn both_samples_have_a_report_in_every_format_and_an_archive_that_verifies() {
    for path in samples() {
        let taken = taken_over(&polis::read(&folder(&path)).expect("a readable sample"));
        let document = Document::of(material(&taken), Language::English).expect("a report");
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(path.file_name().expect("a name"));
        fs::create_dir_all(out.join("csv")).expect("writable");
        for format in Format::ALL {
            for file in document.files(format).expect("files") {
                fs::write(out.join(file.name), file.bytes).expect("writable");
            }
        }
        let archive = Archive::of(material(&taken)).expect("an archive");
        assert_eq!(archive.hash(), document.edition.snapshot);
        let verified = verify_archive(&archive.bytes().expect("bytes")).expect("an archive");
        assert_eq!(verified.hash, document.edition.snapshot);
        assert_eq!((verified.differences, verified.audit.differences), (vec![], vec![]));
    }
}

#[test]
fn a_taken_over_panel_is_closed_revealed_and_sound() {
    for path in samples() {
        let conversation = polis::read(&folder(&path)).expect("a readable sample");
        let taken = taken_over(&conversation);
        let audit = audit(&taken.events, &taken.words, &taken.panel);
        assert_eq!(audit.differences, []);
        assert_eq!(audit.recount.cast, conversation.votes.len());
        assert_eq!(audit.recount.reveals.len(), 1);
        assert_eq!(audit.people, conversation.participants.len());
        assert_eq!(taken.panel.status(), Status::Ended);
        assert_eq!(taken.panel.open().count(), 0);
        let hidden = taken.panel.ideas().values().filter(|idea| idea.hidden.is_some());
        let moderated = conversation
            .statements
            .iter()
            .filter(|statement| statement.moderated_out);
        assert_eq!(hidden.count(), moderated.count());
        assert_eq!(Panel::replay(&taken.events, taken.words.clone()), taken.panel);
    }
}

const COMMENTS: &str = "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
    1000,0,0,1,1,1,\"Yes,\nbut\"\n2000,1,7,0,0,-1,=1+1\n";
const VOTES: &str = "timestamp,comment-id,voter-id,vote\n3000,0,1,1\n4000,0,1,-1\n,2,9,0\n";
const PARTICIPANTS: &str = "participant,group-id,0,1\n1,0,-1,\n2,,,\n";
const SUMMARY: &str = "topic,Lunch\nurl,https://pol.is/lunch\n";

fn small() -> Folder {
    Folder {
        comments: COMMENTS.into(),
        votes: VOTES.into(),
        participants: PARTICIPANTS.into(),
        summary: SUMMARY.into(),
    }
}

#[test]
fn what_only_the_votes_speak_of_is_kept() {
    let taken = taken_over(&polis::read(&small()).expect("a readable folder"));
    let panel = &taken.panel;
    assert_eq!(panel.title(), "Lunch");
    assert_eq!(panel.framework().name, "Polis, https://pol.is/lunch");
    assert_eq!(panel.people().len(), 5, "two listed, one voter, two authors");
    assert_eq!(panel.ideas().len(), 3);
    assert_eq!(taken.words.len(), 2);
    let wordless = panel.ideas().values().find(|idea| panel.words(idea).is_none());
    assert_eq!(wordless.and_then(|idea| idea.source_id.as_deref()), Some("2"));
    let reasons: Vec<_> = panel.ideas().values().filter_map(|idea| idea.hidden).collect();
    assert_eq!(reasons, [HideReason::ModeratedAtSource]);
    assert_eq!(audit(&taken.events, &taken.words, panel).differences, []);

    let files = polis_files(material(&taken), Disclosure::AsRevealed, 3).expect("four files");
    let comments = rows(bytes(&files, "comments.csv"));
    assert_eq!(comments.len(), 3);
    assert_eq!(comments[0]["comment-body"], "Yes,\nbut");
    assert_eq!(
        (&*comments[0]["agrees"], &*comments[0]["disagrees"]),
        ("1", "1"),
        "re-votes too"
    );
    assert_eq!(
        comments[1]["comment-body"], "=1+1",
        "programs read this file, no spreadsheet"
    );
    assert_eq!(comments[1]["moderated"], "-1");
    let matrix = rows(bytes(&files, "participants-votes.csv"));
    assert_eq!((&*matrix[0]["0"], &*matrix[0]["n-votes"]), ("-1", "1"), "the last vote");
}

#[test]
fn a_folder_with_a_mark_before_it_is_read_all_the_same() {
    let mut folder = small();
    folder.comments = [b"\xEF\xBB\xBF", COMMENTS.as_bytes()].concat();
    assert_eq!(
        polis::read(&folder).expect("readable"),
        polis::read(&small()).expect("readable")
    );
}

#[test]
fn a_broken_folder_says_where_and_what_to_do() {
    let error = |change: fn(&mut Folder)| {
        let mut folder = small();
        change(&mut folder);
        polis::read(&folder).expect_err("a broken folder").to_string()
    };
    insta::assert_snapshot!(
        [
            error(|folder| folder.comments = b"a,b\n".into()),
            error(|folder| folder.comments = b"comment-id,comment-body\n".into()),
            error(|folder| folder.comments = b"comment-id,comment-body\nx,Yes\n".into()),
            error(|folder| folder.comments = b"comment-id,comment-body\n1,Yes\n1,No\n".into()),
            error(|folder| folder.comments = b"comment-id,comment-body\n1,\xFF\n".into()),
            error(|folder| folder.comments = b"comment-id,comment-body\n1,a\0b\n".into()),
            error(|folder| {
                folder.comments = format!("comment-id,comment-body\n1,{}\n", "x".repeat(1_001)).into();
            }),
            error(|folder| folder.comments = b"comment-id,comment-body,moderated\n1,a,yes\n".into()),
            error(|folder| folder.votes = b"comment-id,voter-id,vote\n0,1,2\n".into()),
            error(|folder| folder.votes = b"comment-id,voter-id,vote\n0,1\n".into()),
            error(|folder| folder.votes = b"comment-id,voter-id,vote\n".into()),
            error(|folder| folder.participants = b"participant,group-id,0\n1,,1\n".into()),
            error(|folder| folder.participants = b"participant,group-id,0\n1,A,\n".into()),
            error(|folder| folder.summary = b"topic,\xFF\n".into()),
        ]
        .join("\n")
    );
}

#[test]
fn an_empty_comments_file_is_no_conversation() {
    let error = polis::read(&Folder::default()).expect_err("nothing there");
    assert!(matches!(error, ReadError::Column { file: "votes.csv", .. }), "{error}");
}
