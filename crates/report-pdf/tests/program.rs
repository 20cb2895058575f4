//! The program as it is run: what it is given, what it gives, what it says where that is nothing.

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

use visioncast_report::document::VERSION;

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_visioncast-pdf"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    // It may have ended without reading all.
    let _ = program.stdin.take().expect("a pipe").write_all(input);
    program.wait_with_output().expect("ended")
}

fn report(version: u16) -> String {
    serde_json::json!({
        "format": "visioncast-report",
        "version": version,
        "language": "en",
        "title": "A panel",
        "host": "",
        "notices": [],
        "edition": {
            "number": null,
            "taken_back": 0,
            "snapshot": "sha256:00",
            "events": 1,
            "until": "2026-05-14T09:00:05Z",
            "framework": "version 1",
        },
        "chapters": [],
        "sources": [],
        "recommendations": [],
        "themes": [],
        "totals": { "people": 0, "ideas": 0, "themes": 0, "results": 0 },
    })
    .to_string()
}

#[test]
fn a_report_becomes_a_pdf() {
    for arguments in [[].as_slice(), &["--bundled-fonts"]] {
        let output = run(arguments, report(VERSION).as_bytes());
        assert!(output.status.success(), "{output:?}");
        assert!(output.stdout.starts_with(b"%PDF-1.7"));
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}

#[test]
fn what_is_no_report_is_refused_in_one_line() {
    let newer = report(VERSION + 1);
    for (arguments, input, reason) in [
        ([].as_slice(), b"{}".as_slice(), "failed to understand the report"),
        (&[], b"", "failed to understand the report"),
        (&[], &[0xFF; 100], "failed to understand the report"),
        (&[], newer.as_bytes(), "failed to take visioncast-report"),
        (&["--other"], b"", "failed to understand --other"),
    ] {
        let output = run(arguments, input);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(output.stdout.is_empty());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(reason) && said.lines().count() == 1, "{said}");
    }
}

#[test]
fn more_than_it_takes_is_refused() {
    let output = run(&[], &vec![b' '; (64 << 20) + 2]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("more than 64 MB"), "{said}");
}
