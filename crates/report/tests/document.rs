//! The report as a document: what it says, what it keeps back, and that every format holds whatever people write.

#[expect(dead_code, reason = "each test file uses its part of the room")]
mod room;

use std::{
    collections::BTreeSet,
    io::{Cursor, Read as _},
};

use room::{PROMPT, Room, VOTE};
use serde_json::Value;
use visioncast_model::{
    AccountId, Actor, Answer, Arrange, Arrivals, Choice, Command, IdeaId, Language, PersonId, Step,
};
use visioncast_report::{
    Archive, Document, Format, Material,
    document::{Block, Cell},
    verify_archive,
};

fn material(room: &Room) -> Material<'_> {
    Material {
        panel: &room.panel,
        events: &room.events,
        words: &room.words,
    }
}

fn document(room: &Room, language: Language) -> Document {
    Document::of(material(room), language).expect("a report")
}

fn bytes(document: &Document, format: Format) -> Vec<u8> {
    document.files(format).expect("a format")[0].bytes.clone()
}

fn text(document: &Document, format: Format) -> String {
    String::from_utf8(bytes(document, format)).expect("UTF-8")
}

/// Every part of a zip by its name.
fn parts(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let all = 0..zip.len();
    let read = |place| {
        let mut part = zip.by_index(place).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("readable");
        (part.name().expect("a name").into_owned(), bytes)
    };
    all.map(read).collect()
}

fn lively() -> Room {
    let (mut room, people, ideas) = Room::lively();
    room.reveal(VOTE);
    room.judge(people[5], ideas[1], Choice::Agree);
    let make = Arrange::Make {
        prompt: PROMPT,
        domain: None,
        name: "What *belongs* <together>".to_owned(),
        ideas: vec![ideas[0], ideas[1]],
    };
    let facilitator = Actor::Facilitator(AccountId(uuid::Uuid::from_u128(0xF)));
    room.does(facilitator, &Command::Arrange(make));
    room.step(Step::End);
    room
}

/// What people may type to do harm, or just so.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"http://x\";\"y\")",
    "+1+1|cmd' /C calc'!A0",
    "]]></w:t></w:r></w:p><w:p/>&amp;&lt;",
    "# heading\n- list\n```\n[link](javascript:alert(1)) ![](http://x)",
    "| a | b |\n|---|---|",
    "\u{202E}reversed\u{2066} \u{0}\u{1}\u{8}\u{1B}[31m\u{FFFE}\u{FFFF}",
    "مرحبا بالعالم שלום 你好世界 नमस्ते 🎉👩‍👩‍👧‍👦",
    "{count} {words} {0} %s ${x}",
    "#let x = 1; $x^2$ @cite <label>",
    "\"quoted\", 'single', \\backslash\\ `tick`",
    "a\r\nb\tc\u{2028}d",
];

fn hostile() -> Room {
    let mut room = Room::new(Arrivals::Live);
    room.open(PROMPT);
    let people: Vec<PersonId> = (0..9).map(|_| room.join(&[1])).collect();
    let long = "x".repeat(500);
    let words = HOSTILE.iter().copied().chain([long.as_str()]);
    let mut ideas = Vec::new();
    for (place, words) in words.enumerate() {
        let cleaned: String = words
            .chars()
            .filter(|sign| !sign.is_control() || *sign == '\n')
            .collect();
        ideas.push(room.idea(people[place % 9], Some(1), &cleaned, true));
    }
    room.step(Step::Close { activity: PROMPT });
    room.open(VOTE);
    for person in &people {
        for _ in 0..3 {
            for idea in &ideas {
                judge_if_dealt(&mut room, *person, *idea, Choice::Agree);
            }
        }
    }
    room.reveal(VOTE);
    room.step(Step::End);
    room
}

/// Deals to somebody, and votes for them if that idea was dealt to them.
fn judge_if_dealt(room: &mut Room, person: PersonId, idea: IdeaId, choice: Choice) {
    room.does(Actor::System, &Command::Deal { person });
    let answer = Answer::Judge {
        activity: VOTE,
        idea,
        choice,
    };
    let _ = room.tries(Actor::Person(person), &Command::Answer(answer));
}

#[test]
fn reports_read_as_they_did() {
    let room = lively();
    for language in Language::ALL {
        let document = document(&room, language);
        insta::assert_snapshot!(format!("report_{language}_md"), text(&document, Format::Markdown));
    }
    let document = document(&room, Language::English);
    insta::assert_snapshot!("report_en_html", text(&document, Format::Html));
}

#[test]
fn the_same_snapshot_gives_the_same_bytes() {
    let room = lively();
    for format in Format::ALL {
        let once = document(&room, Language::English).files(format).expect("files");
        let again = document(&room, Language::English).files(format).expect("files");
        assert!(once == again, "{format:?}");
    }
}

#[test]
fn an_archive_has_the_hash_that_the_report_states_and_is_verified() {
    let mut room = lively();
    let stated = document(&room, Language::English).edition.snapshot;
    let archive = Archive::of(material(&room))
        .expect("an archive")
        .bytes()
        .expect("bytes");
    let verified = verify_archive(&archive).expect("an archive");
    assert_eq!(verified.hash, stated);
    assert_eq!((verified.differences, verified.audit.differences), (vec![], vec![]));

    let mut tampered: Value = serde_json::from_slice(&archive).expect("JSON");
    tampered["panel"]["agenda"][1]["statements"][0]["agrees"] = 77.into();
    let mut bytes = serde_json::to_vec_pretty(&tampered).expect("JSON");
    bytes.push(b'\n');
    let verified = verify_archive(&bytes).expect("an archive");
    assert_eq!(verified.differences.len(), 1, "{:?}", verified.differences);
    assert!(verified.differences[0].contains("/panel/agenda/1/statements/0/agrees is 77"));
    assert!(verify_archive(b"{}").is_err() && verify_archive(b"nonsense").is_err());

    // An erasure makes a new edition.
    let person = *room.panel.people().keys().next().expect("somebody");
    room.step(Step::Reopen);
    room.step(Step::ErasePerson { person });
    assert_ne!(document(&room, Language::English).edition.snapshot, stated);
}

#[test]
fn an_empty_panel_and_one_attendee_have_a_report_in_every_format() {
    let empty = Room::new(Arrivals::Live);
    let mut one = Room::new(Arrivals::Live);
    one.open(PROMPT);
    let person = one.join(&[2]);
    one.idea(person, None, "Alone here", true);
    for room in [&empty, &one] {
        for language in Language::ALL {
            let document = document(room, language);
            assert_eq!(document.notices.len(), 1, "a draft");
            for format in Format::ALL {
                assert!(!document.files(format).expect("files").is_empty());
            }
        }
    }
    let told = text(&document(&one, Language::English), Format::Json);
    assert!(told.contains("Alone here") && told.contains("kept_back"));
}

#[test]
fn nothing_is_published_without_consent() {
    let (mut room, people, _) = Room::lively();
    let secret = room.panel.ideas().values().filter(|idea| !idea.quotable).count();
    assert!(secret > 0);
    room.reveal(VOTE);
    room.step(Step::End);
    let document = document(&room, Language::English);
    for format in Format::ALL {
        for file in document.files(format).expect("files") {
            let all = match format {
                Format::Docx | Format::Xlsx => parts(file.bytes).into_iter().flat_map(|(_, bytes)| bytes).collect(),
                _ => file.bytes,
            };
            let all = String::from_utf8_lossy(&all);
            assert!(!all.contains("Not to be quoted"), "{format:?}");
            assert!(!all.contains("Somebody is named here"), "{format:?}: a hidden idea");
            for person in &people {
                assert!(!all.contains(&person.to_string()), "{format:?}: an id");
            }
        }
    }
}

#[test]
fn every_sentence_with_a_number_and_every_quote_leads_somewhere() {
    for room in [lively(), hostile()] {
        let document = document(&room, Language::English);
        let known: BTreeSet<usize> = document.sources.iter().map(|source| source.number).collect();
        let homes: BTreeSet<usize> = document
            .chapters
            .iter()
            .flat_map(|chapter| &chapter.blocks)
            .filter_map(|block| match block {
                Block::Quote(quote) if quote.home => quote.idea,
                _ => None,
            })
            .collect();
        let linked = document.sources.iter().flat_map(|source| &source.ideas);
        assert!(linked.clone().count() > 0 && linked.into_iter().all(|idea| homes.contains(idea)));
        for chapter in document.chapters.iter().filter(|chapter| chapter.anchor != "limits") {
            for block in &chapter.blocks {
                let sentences = match block {
                    Block::Sentence(sentence) => std::slice::from_ref(sentence),
                    Block::List(list) => list.as_slice(),
                    Block::Quote(quote) => {
                        assert!(!quote.sources.is_empty());
                        assert!(quote.idea.is_none_or(|idea| homes.contains(&idea)));
                        continue;
                    }
                    _ => continue,
                };
                for sentence in sentences {
                    let general = ["95%", "from 0", "under 5", "fewer than 50"];
                    let text = sentence.text();
                    let rule = general.iter().any(|part| text.contains(part));
                    assert!(!sentence.has_number() || rule || !sentence.sources.is_empty(), "{text}");
                    assert!(sentence.sources.iter().all(|source| known.contains(source)));
                }
            }
        }
    }
}

#[test]
fn hostile_words_break_no_format() {
    let room = hostile();
    let document = document(&room, Language::English);
    let html = text(&document, Format::Html);
    assert!(!html.contains("<script") && !html.contains("<img"));
    let markdown = text(&document, Format::Markdown);
    let mut marks = String::new();
    let mut signs = markdown.chars();
    while let Some(sign) = signs.next() {
        // What stands behind a backslash is no mark.
        if sign == '\\' {
            let _ = signs.next();
        } else {
            marks.push(sign);
        }
    }
    assert!(
        marks
            .split('<')
            .skip(1)
            .all(|tag| tag.starts_with("a id=\"") || tag.starts_with("/a>"))
    );
    assert!(
        marks.split("](").skip(1).all(|link| link.starts_with('#')),
        "links lead to the report alone"
    );
    assert!(!marks.contains("\n# heading") && !marks.contains("```"));
    for all in [&html, &markdown] {
        assert!(
            !all.contains('\u{202E}') && !all.contains('\u{2066}'),
            "nothing turns what stands behind it"
        );
    }
    for format in [Format::Docx, Format::Xlsx] {
        for (name, part) in parts(bytes(&document, format)) {
            if name.ends_with(".xml") || name.ends_with(".rels") {
                well_formed(&name, &String::from_utf8(part).expect("UTF-8"));
            }
        }
    }
    let sheets = parts(bytes(&document, Format::Xlsx));
    for (name, sheet) in sheets.iter().filter(|(name, _)| name.contains("worksheets/")) {
        let sheet = String::from_utf8_lossy(sheet);
        assert!(
            !sheet.contains("<f>") && !sheet.contains("<hyperlink"),
            "{name} computes nothing"
        );
    }
    for file in document.files(Format::Csv).expect("files") {
        for record in csv::ReaderBuilder::new().from_reader(file.bytes.as_slice()).records() {
            for cell in &record.expect("a row") {
                assert!(!cell.starts_with(['=', '+', '@', '\t', '\r']), "{}: {cell}", file.name);
            }
        }
    }
}

/// Looks at the tags of XML alone: each that opens is closed by its own name, and no sign is there that XML does not know.
fn well_formed(name: &str, xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for part in xml.split('<').skip(1) {
        let (tag, rest) = part
            .split_once('>')
            .unwrap_or_else(|| panic!("{name}: a tag that does not end: {part}"));
        assert!(!rest.contains("]]>"), "{name}");
        if tag.starts_with(['?', '!']) || tag.ends_with('/') {
            continue;
        }
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{name}");
        } else {
            open.push(tag.split([' ', '\n']).next().unwrap_or_default());
        }
    }
    assert!(open.is_empty(), "{name}: {open:?}");
    let known =
        |sign: char| matches!(sign, '\n' | '\t' | '\r') || (sign >= ' ' && sign != '\u{FFFE}' && sign != '\u{FFFF}');
    assert!(xml.chars().all(known), "{name}");
}

#[test]
fn json_and_tables_read_back_equal() {
    let document = document(&hostile(), Language::Spanish);
    let read: Document = serde_json::from_slice(&bytes(&document, Format::Json)).expect("a report");
    assert_eq!(read, document);

    let files = document.files(Format::Csv).expect("files");
    for (_, table) in document.tables() {
        let file = files
            .iter()
            .find(|file| file.name == format!("csv/{}.csv", table.name))
            .expect("a file of each table");
        let mut reader = csv::ReaderBuilder::new().from_reader(&file.bytes[3..]);
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(reader.headers().expect("a head"), names);
        let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a row")).collect();
        assert_eq!(records.len(), table.rows.len(), "{}", table.name);
        for (record, row) in records.iter().zip(&table.rows) {
            for (read, cell) in record.iter().zip(row) {
                let read = if read
                    .trim_start_matches('\'')
                    .starts_with(['=', '+', '-', '@', '\t', '\n'])
                {
                    &read[1..]
                } else {
                    read
                };
                match cell {
                    Cell::Text(text) | Cell::Words(text) => assert_eq!(read, text),
                    Cell::Count(count) => assert_eq!(read.parse(), Ok(*count)),
                    Cell::Share(number) | Cell::Decimal(number) => assert_eq!(read.parse(), Ok(*number)),
                    Cell::Idea(idea) => assert_eq!(read.parse(), Ok(*idea)),
                    Cell::KeptBack => assert_eq!(read, "reservado"),
                    Cell::Empty => assert_eq!(read, ""),
                }
            }
        }
    }
}

#[test]
fn the_json_is_as_its_schema_says() {
    for room in [lively(), hostile(), Room::new(Arrivals::Live)] {
        let files = document(&room, Language::English).files(Format::Json).expect("files");
        let report: Value = serde_json::from_slice(&files[0].bytes).expect("JSON");
        let schema: Value = serde_json::from_slice(&files[1].bytes).expect("JSON");
        check(&report, &schema, &schema, "").unwrap_or_else(|fault| panic!("{fault}"));
        let mut other = report.clone();
        other["chapters"][0]["more"] = 1.into();
        assert!(check(&other, &schema, &schema, "").is_err(), "the schema can be broken");
    }
}

/// As much of JSON Schema as the schema uses.
fn check(value: &Value, schema: &Value, root: &Value, place: &str) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let part = root
            .pointer(reference.trim_start_matches('#'))
            .expect("a part of the schema");
        return check(value, part, root, place);
    }
    if let Some(one_of) = schema["oneOf"].as_array() {
        let fit = one_of
            .iter()
            .filter(|schema| check(value, schema, root, place).is_ok())
            .count();
        return if fit == 1 {
            Ok(())
        } else {
            Err(format!("{place} fits {fit} of what it may be: {value}"))
        };
    }
    if schema.get("const").is_some_and(|wanted| wanted != value) {
        return Err(format!("{place} is {value}"));
    }
    if schema["enum"].as_array().is_some_and(|known| !known.contains(value)) {
        return Err(format!("{place} is {value}"));
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let is = |kind: &&str| match *kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema says {other}"),
    };
    if !types.is_empty() && !types.iter().any(is) {
        return Err(format!("{place} is no {types:?}: {value}"));
    }
    if let Some(object) = value.as_object() {
        for name in schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            if !object.contains_key(name) {
                return Err(format!("{place} has no {name}"));
            }
        }
        if schema["maxProperties"]
            .as_u64()
            .is_some_and(|most| object.len() as u64 > most)
        {
            return Err(format!("{place} has too much"));
        }
        for (name, value) in object {
            match schema["properties"].get(name) {
                Some(schema) => check(value, schema, root, &format!("{place}/{name}"))?,
                None if schema["additionalProperties"] == false => return Err(format!("{place} has {name}")),
                None => {}
            }
        }
    }
    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
        check(item, &schema["items"], root, &format!("{place}/{number}"))?;
    }
    Ok(())
}
