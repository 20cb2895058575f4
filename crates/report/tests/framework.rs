//! The file of a framework: what is written is read, and whatever is wrong is told with its place.

use serde_json::{Value, json};
use visioncast_model::{Framework, FrameworkEdit, List};
use visioncast_report::{FrameworkHash, framework_file, read_framework};

/// A small file, as somebody would write it by hand.
fn by_hand() -> Value {
    json!({
        "format": "visioncast-framework",
        "version": 1,
        "framework": {
            "name": "An association",
            "domains": [{ "id": 1, "name": "resources" }, { "id": 2, "name": "people" }],
            "principles": [{ "number": 1, "text": "Support what exists" }],
            "constituencies": [{ "id": 1, "name": "Researchers", "wants": ["Data sets"] }],
            "vision": "to be", "mission": "", "scope": "",
            "assumptions": [], "traits": [], "offers": [{ "id": 1, "text": "A magazine" }], "neighbours": [],
            "home": "",
            "steps": [{ "number": 1, "name": "Begin", "later": false }],
            "drivers": [], "competencies": []
        }
    })
}

fn read(value: &Value) -> Framework {
    let read = read_framework(value.to_string().as_bytes()).expect("it has no fault");
    assert!(!read.changed_by_hand);
    read.framework
}

/// What is wrong with a text, a line for each fault.
fn faults(text: &str) -> Vec<String> {
    let faults = read_framework(text.as_bytes()).expect_err("it has a fault");
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_written_is_read() {
    let mut framework = read(&by_hand());
    for edit in [
        FrameworkEdit::Add {
            list: List::Domains,
            text: "données & “data”".to_owned(),
        },
        FrameworkEdit::Reword {
            list: List::Domains,
            id: 1,
            text: "means".to_owned(),
        },
        FrameworkEdit::Remove {
            list: List::Domains,
            id: 2,
        },
        FrameworkEdit::Remove {
            list: List::Offers,
            id: 1,
        },
        FrameworkEdit::Restore {
            domain: visioncast_model::DomainId(2),
        },
        FrameworkEdit::Merge {
            domain: visioncast_model::DomainId(1),
            into: visioncast_model::DomainId(3),
        },
    ] {
        framework = framework.edited(&edit).expect("it can be");
    }
    let file = framework_file(&framework).expect("it is written");
    let read = read_framework(&file).expect("it is read");
    assert_eq!(read.framework, framework);
    assert!(!read.changed_by_hand);
    assert_eq!(framework_file(&read.framework).expect("written"), file);
}

#[test]
fn the_hash_tells_a_hand_from_the_program() {
    let file = framework_file(&read(&by_hand())).expect("it is written");
    let text = String::from_utf8(file).expect("text");
    let hash = FrameworkHash::of(&read(&by_hand())).expect("a hash");
    assert!(text.contains(&hash.to_string()), "{text}");
    assert!(hash.to_string().contains(&hash.short()));
    let changed = text.replace("\"to be\"", "\"to become\"");
    let read = read_framework(changed.as_bytes()).expect("a warning is no refusal");
    assert!(read.changed_by_hand);
    assert_eq!(read.framework.vision, "to become");
}

#[test]
fn anybody_can_count_the_hash_again() {
    let framework = read(&by_hand());
    let value = serde_json::to_string(&framework).expect("JSON");
    let file = String::from_utf8(framework_file(&framework).expect("written")).expect("text");
    let mut spaceless = file.split("\"framework\":").nth(1).expect("it is there").to_owned();
    spaceless.truncate(spaceless.rfind('}').expect("the end of the document"));
    let no_space = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(
        no_space(&spaceless),
        no_space(&value),
        "the hashed text is the one in the file"
    );
}

#[test]
fn every_fault_has_its_place_and_words() {
    // Where it is put; what; the faults.
    let cases: [(&str, Value, &[&str]); 21] = [
        (
            "/motto",
            json!("x"),
            &["motto: there is no such field: leave it out. Known are format, version, hash, framework"],
        ),
        (
            "/format",
            json!("visioncast-panel"),
            &["format: this is not the file of a framework, whose format is “visioncast-framework”"],
        ),
        (
            "/version",
            json!(2),
            &["version: this version of the program reads files of version 1: use a newer one, or correct this"],
        ),
        (
            "/hash",
            json!(7),
            &["hash: a hash is “sha256:” and 64 digits: leave it out, it is made anew"],
        ),
        (
            "/framework",
            json!([]),
            &["framework: this is a list, not an object: write { … }"],
        ),
        (
            "/framework/domains",
            json!("many"),
            &["domains: this is a text, not a list: write [ … ]"],
        ),
        (
            "/framework/domains/1",
            json!("people"),
            &["domains[1]: this is a text, not an object: write { … }"],
        ),
        (
            "/framework/domains/1/id",
            json!("2"),
            &["domains[1].id: this is a text, not a number: write it without quotation marks"],
        ),
        (
            "/framework/domains/1/id",
            json!(-1),
            &["domains[1].id: this number does not fit: write a whole one from 1 to 65535"],
        ),
        (
            "/framework/domains/1/id",
            json!(70_000),
            &["domains[1].id: this number does not fit: write a whole one from 1 to 65535"],
        ),
        (
            "/framework/domains/1/id",
            json!(1),
            &["domains[1].id: the number 1 is taken by domains[0]: give this one another"],
        ),
        (
            "/framework/domains/1/name",
            json!("Resources"),
            &["domains[1].name: “Resources” is there already, as domains[0].name: reword one of them"],
        ),
        (
            "/framework/domains/1/name",
            json!(" "),
            &["domains[1].name: it is empty: write a few words, or leave the entry out"],
        ),
        (
            "/framework/domains/1/mark",
            json!("P"),
            &["domains[1].mark: there is no such field: leave it out. Known are id, name"],
        ),
        (
            "/framework/constituencies/0/wants/0",
            json!(3),
            &["constituencies[0].wants[0]: this is a number, not a text: write \"…\""],
        ),
        (
            "/framework/constituencies/0/wants",
            json!(["a", "b", "A"]),
            &["constituencies[0].wants[2]: “A” is there already, as constituencies[0].wants[0]: reword one of them"],
        ),
        (
            "/framework/steps/0/later",
            json!("no"),
            &["steps[0].later: this is a text: write true or false, without quotation marks"],
        ),
        (
            "/framework/version",
            json!(1.5),
            &["framework.version: a version is a whole number from 1: correct it, or leave it out"],
        ),
        (
            "/framework/history",
            json!([{ "moved": {} }]),
            &["history[0]: this is no change of a domain: write one of added, renamed, merged, retired, restored"],
        ),
        (
            "/framework/history",
            json!([{ "merged": { "domain": 9, "name": "x" } }]),
            &["history[0].into: this is missing: write it, empty where there is nothing to say"],
        ),
        (
            "/framework/removed",
            json!([{ "list": "domain", "id": 3, "text": "x" }]),
            &[
                "removed[0].list: there is no list “domain”: write one of domains, principles, assumptions, traits, constituencies, offers, neighbours, steps, drivers, competencies",
            ],
        ),
    ];
    for (place, value, wanted) in cases {
        let mut file = by_hand();
        let (parent, name) = place.rsplit_once('/').expect("a place");
        let parent = file.pointer_mut(parent).expect("its parent is there");
        match name.parse::<usize>() {
            Ok(index) => parent[index] = value,
            Err(_) => parent[name] = value,
        }
        assert_eq!(faults(&file.to_string()), wanted, "{place}");
    }
}

#[test]
fn history_is_checked_when_a_file_is_read() {
    let mut file = by_hand();
    file["framework"]["history"] = json!([
        { "merged": { "domain": 5, "name": "a", "into": 6 } },
        { "merged": { "domain": 6, "name": "b", "into": 5 } },
    ]);
    assert_eq!(
        faults(&file.to_string()),
        ["history[1].into: domain 6 goes into 5, which goes back into 6: a circle. Leave one of these merges out"]
    );
    file["framework"]["history"] = json!([{ "renamed": { "domain": 12, "from": "x" } }]);
    assert_eq!(
        faults(&file.to_string()),
        ["history[0].domain: there is no domain 12, and never was: correct the number, or leave this change out"]
    );
}

#[test]
fn a_missing_part_and_one_that_stands_twice() {
    let mut file = by_hand();
    file["framework"].as_object_mut().expect("an object").remove("offers");
    assert_eq!(
        faults(&file.to_string()),
        ["offers: this is missing: write it, empty where there is nothing to say"]
    );
    let twice = by_hand()
        .to_string()
        .replacen("\"home\":", "\"home\":\"x\",\"home\":", 1);
    assert_eq!(faults(&twice), ["home: this stands twice: leave one of them out"]);
}

#[test]
fn all_faults_are_told_at_once() {
    let mut file = by_hand();
    file["framework"]["name"] = json!(1);
    file["framework"]["domains"][0]["id"] = json!("1");
    file["framework"]["steps"] = json!({});
    assert_eq!(faults(&file.to_string()).len(), 3);
}

#[test]
fn what_is_no_file_of_a_framework() {
    assert_eq!(
        faults("{\n  \"format\": \"visioncast-framework\",\n  oops\n}"),
        ["line 3, column 3: this is not JSON: key must be a string. Mend it there, or download the file again"]
    );
    assert_eq!(
        faults("{}"),
        ["format: this is not the file of a framework, whose format is “visioncast-framework”"]
    );
    assert_eq!(faults("[1]"), ["this is a list, not an object: write { … }"]);
    let large = format!("\"{}\"", "x".repeat(1024 * 1024));
    assert_eq!(
        faults(&large),
        ["the file has 1025 KB, 1024 fit: is it the file of a framework?"]
    );
    let deep = "[".repeat(100_000);
    assert!(faults(&deep)[0].contains("this is not JSON"), "no stack is that high");
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let text = format!("\u{FEFF}{}", by_hand());
    assert!(read_framework(text.as_bytes()).is_ok());
}
