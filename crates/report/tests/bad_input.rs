//! Whatever a room is like and whatever people type, every format holds it.

#[expect(dead_code, reason = "each test file uses its part of the room")]
mod room;

use std::{
    collections::BTreeSet,
    io::{Cursor, Read as _},
    time::Instant,
};

use room::{PROMPT, Room, VOTE};
use visioncast_model::{
    AccountId, Actor, Arrange, Arrivals, Choice, Command, Constituency, ConstituencyId, Domain, DomainId, Event,
    Framework, IdeaId, Language, PersonId, Principle, Recorded, Seq, Step,
};
use visioncast_report::{
    Document, Format, Material,
    document::{Block, Cell},
};

fn document(room: &Room, language: Language) -> Document {
    let material = Material {
        panel: &room.panel,
        events: &room.events,
        words: &room.words,
    };
    Document::of(material, language).expect("a report")
}

/// What people may type to do harm, or just so.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "=1+1",
    "]]></w:t><w:p/>&amp;",
    "# h [l](javascript:alert(1)) | a |",
    "\u{202E}reversed\u{2066}",
    "مرحبا 你好 नमस्ते 🎉",
    "{count} {words} %s",
    "#let x = $x$ @c <l>",
    "\" onload='x' `t`",
];

/// A framework that is made of such words, wherever it has any.
fn hostile() -> Room {
    let text = |place: usize| HOSTILE[place % HOSTILE.len()].to_owned();
    let framework = Framework {
        name: text(0),
        vision: text(1),
        mission: text(2),
        domains: (0..9)
            .map(|place| Domain {
                id: DomainId(place + 1),
                name: text(usize::from(place)),
            })
            .collect(),
        principles: (0..9)
            .map(|place| Principle {
                number: place + 1,
                text: text(usize::from(place) + 1),
            })
            .collect(),
        constituencies: (0..9)
            .map(|place| Constituency {
                id: ConstituencyId(place + 1),
                name: text(usize::from(place) + 2),
                wants: vec![text(usize::from(place) + 3)],
            })
            .collect(),
        ..Framework::default()
    };
    let mut room = Room::with(Arrivals::Live, framework);
    room.open(PROMPT);
    let people: Vec<PersonId> = (0..20).map(|place| room.join(&[1 + place % 3])).collect();
    let mut ideas = Vec::new();
    for (place, words) in HOSTILE.iter().enumerate() {
        ideas.push(room.idea(people[place], Some(1 + place as u16), words, true));
    }
    let facilitator = Actor::Facilitator(AccountId(uuid::Uuid::from_u128(0xF)));
    for place in 0..3 {
        let make = Arrange::Make {
            prompt: PROMPT,
            domain: None,
            name: text(place),
            ideas: ideas[place * 3..place * 3 + 3].to_vec(),
        };
        room.does(facilitator, &Command::Arrange(make));
    }
    votes(&mut room, &people, |place| {
        [Choice::Agree, Choice::Disagree, Choice::Agree][place % 3]
    });
    room
}

/// Everybody votes on all that is dealt to them; it is shown, and the panel ends.
fn votes(room: &mut Room, people: &[PersonId], choice: impl Fn(usize) -> Choice) {
    room.step(Step::Close { activity: PROMPT });
    room.open(VOTE);
    for (place, person) in people.iter().enumerate() {
        loop {
            room.does(Actor::System, &Command::Deal { person: *person });
            let vote = room.panel.activity(VOTE).expect("a vote");
            let dealt: Vec<IdeaId> = room.panel.waiting(vote, *person).map(|(idea, _)| idea).collect();
            if dealt.is_empty() {
                break;
            }
            for (card, idea) in dealt.into_iter().enumerate() {
                let answer = visioncast_model::Answer::Judge {
                    activity: VOTE,
                    idea,
                    choice: choice(place + card),
                };
                room.does(Actor::Person(*person), &Command::Answer(answer));
            }
        }
    }
    room.reveal(VOTE);
    room.step(Step::End);
}

fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let all = 0..zip.len();
    let read = |place| {
        let mut part = zip.by_index(place).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("readable");
        let name = part.name().expect("a name").into_owned();
        (name, String::from_utf8_lossy(&bytes).into_owned())
    };
    all.map(read).collect()
}

/// What every format of every report holds to.
fn assert_whole(document: &Document) {
    for format in Format::ALL {
        for file in document.files(format).expect("files") {
            match format {
                Format::Docx | Format::Xlsx => {
                    for (name, part) in parts(file.bytes) {
                        if name.ends_with(".xml") || name.ends_with(".rels") {
                            well_formed(&name, &part);
                            assert!(!part.contains("<f>"), "{name} computes nothing");
                        }
                    }
                }
                Format::Html => tags(&String::from_utf8(file.bytes).expect("UTF-8")),
                Format::Csv => {
                    let mut reader = csv::ReaderBuilder::new()
                        .has_headers(false)
                        .from_reader(file.bytes.as_slice());
                    for record in reader.records() {
                        for cell in &record.expect("a row as long as its head") {
                            assert!(!cell.starts_with(['=', '+', '@', '\t', '\r']), "{}: {cell}", file.name);
                        }
                    }
                }
                Format::Json if file.name == "report.json" => {
                    let read: Document = serde_json::from_slice(&file.bytes).expect("a report");
                    assert!(&read == document, "it is not read back as it was");
                }
                _ => {
                    String::from_utf8(file.bytes).expect("UTF-8");
                }
            }
        }
    }
    for (_, table) in document.tables() {
        assert!(
            table.rows.iter().all(|row| row.len() == table.columns.len()),
            "{}",
            table.name
        );
    }
}

/// Each tag that opens is closed by its own name, and no sign is there that XML does not know.
fn well_formed(name: &str, xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for part in xml.split('<').skip(1) {
        let (tag, rest) = part.split_once('>').unwrap_or_else(|| panic!("{name}: {part}"));
        assert!(!rest.contains("]]>"), "{name}");
        if tag.starts_with(['?', '!']) || tag.ends_with('/') {
            continue;
        }
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{name}"),
            None => open.push(tag.split([' ', '\n']).next().unwrap_or_default()),
        }
    }
    assert!(open.is_empty(), "{name}: {open:?}");
    let known =
        |sign: char| matches!(sign, '\n' | '\t' | '\r') || (sign >= ' ' && sign != '\u{FFFE}' && sign != '\u{FFFF}');
    assert!(xml.chars().all(known), "{name}");
}

/// Nothing of what people wrote is a tag of a page, or an attribute that does something.
fn tags(html: &str) {
    let known: BTreeSet<&str> =
        "!doctype html head meta title style body header main footer section nav h1 h2 h3 p ul ol li \
                                 a bdi strong em blockquote div table caption thead tbody tr th td figure figcaption \
                                 span svg g defs pattern path rect line text circle dl dt dd cite sup small b br"
            .split_whitespace()
            .collect();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        let name = tag
            .trim_start_matches('/')
            .split([' ', '\n', '/'])
            .next()
            .unwrap_or_default();
        assert!(known.contains(name), "a tag of somebody’s: {tag}");
        assert!(!tag.contains(" on") && !tag.contains("javascript:"), "{tag}");
    }
    assert!(!html.contains('\u{202E}') && !html.contains('\u{2066}'));
}

#[test]
fn a_framework_of_hostile_words_breaks_no_format() {
    let room = hostile();
    for language in Language::ALL {
        assert_whole(&document(&room, language));
    }
}

#[test]
fn a_room_that_says_nothing_has_a_report() {
    let mut passing = Room::new(Arrivals::Live);
    passing.open(PROMPT);
    let people: Vec<PersonId> = (0..12).map(|_| passing.join(&[1])).collect();
    for (place, person) in people.iter().enumerate() {
        passing.idea(*person, None, &format!("Idea {place}"), place % 2 == 0);
    }
    votes(&mut passing, &people, |_| Choice::Pass);
    let mut alone = Room::new(Arrivals::Live);
    alone.open(PROMPT);
    let only = alone.join(&[2]);
    alone.idea(only, Some(1), &"x".repeat(500), true);
    votes(&mut alone, &[only], |_| Choice::Agree);
    for room in [Room::new(Arrivals::Live), passing, alone] {
        for language in Language::ALL {
            assert_whole(&document(&room, language));
        }
    }
}

#[test]
fn every_domain_has_a_chapter_also_without_ideas() {
    let room = Room::new(Arrivals::Live);
    let document = document(&room, Language::English);
    let empty = document
        .chapters
        .iter()
        .filter(|chapter| chapter.anchor.starts_with("domain-"));
    for chapter in empty {
        let [Block::Sentence(sentence)] = chapter.blocks.as_slice() else {
            panic!("{chapter:?}");
        };
        assert_eq!(sentence.text(), "Nobody brought an idea here.");
    }
}

/// So many ideas; ballots are noted as the log has them, without the rules, which would take long.
fn large(ideas: usize, people: usize, ballots: usize) -> Room {
    let mut room = Room::new(Arrivals::Live);
    room.open(PROMPT);
    let author = room.join(&[]);
    room.idea(author, Some(1), "The first of many ideas, with some words to it", true);
    for place in 1..ideas {
        room.imported(&format!("Idea {place} of many, with some words to it"));
    }
    let people: Vec<PersonId> = (0..people).map(|place| room.join(&[1 + place as u16 % 3])).collect();
    let all: Vec<IdeaId> = room.panel.ideas().keys().copied().collect();
    for (place, chunk) in all.chunks(5).enumerate().take((ideas / 10).min(200)) {
        let make = Arrange::Make {
            prompt: PROMPT,
            domain: Some(DomainId(1 + place as u16 % 3)),
            name: format!("Theme {place}"),
            ideas: chunk.to_vec(),
        };
        let facilitator = Actor::Facilitator(AccountId(uuid::Uuid::from_u128(0xF)));
        room.does(facilitator, &Command::Arrange(make));
    }
    room.step(Step::Close { activity: PROMPT });
    room.open(VOTE);
    room.does(Actor::System, &Command::Deal { person: people[0] });
    let vote = room.panel.activity(VOTE).expect("a vote");
    let dealt: Vec<IdeaId> = room.panel.waiting(vote, people[0]).map(|(idea, _)| idea).collect();
    room.judge(people[0], dealt[0], Choice::Agree);
    let mut ballot = room.events.iter().rev();
    let pattern: Recorded = ballot
        .find(|recorded| matches!(recorded.event, Event::BallotCast { .. }))
        .cloned()
        .expect("a ballot");
    for number in 0..ballots {
        let mut recorded = pattern.clone();
        recorded.seq = Seq(room.panel.seq().0 + 1);
        if let Event::BallotCast {
            person, idea, choice, ..
        } = &mut recorded.event
        {
            *person = people[number % people.len()];
            *idea = all[(number / people.len() + number * 7) % all.len()];
            *choice = [Choice::Agree, Choice::Disagree, Choice::Agree, Choice::Pass][(number / 3 + number) % 4];
        }
        room.panel.apply(&recorded);
        room.events.push(recorded);
    }
    room.reveal(VOTE);
    room.step(Step::End);
    room
}

#[test]
fn many_ideas_fit_in_every_format() {
    let room = large(2_000, 30, 4_000);
    let document = document(&room, Language::English);
    let ideas = document
        .tables()
        .find(|(_, table)| table.name == "ideas")
        .expect("a table")
        .1;
    assert_eq!(ideas.rows.len(), 2_000);
    assert!(matches!(ideas.rows[1_999][0], Cell::Idea(2_000)));
    assert_whole(&document);
}

/// Prints how long it takes; `docs/METHODS.md` has the figures.
#[test]
#[ignore = "takes a while, and is for its figures"]
fn ten_thousand_ideas_and_a_million_ballots() {
    let begun = Instant::now();
    let room = large(10_000, 2_000, 1_000_000);
    eprintln!("the room itself: {:.1?}", begun.elapsed());
    let begun = Instant::now();
    let document = document(&room, Language::English);
    eprintln!("put together: {:.1?}", begun.elapsed());
    for format in Format::ALL {
        let begun = Instant::now();
        let bytes: usize = document
            .files(format)
            .expect("files")
            .iter()
            .map(|file| file.bytes.len())
            .sum();
        eprintln!("{format:?}: {:.1?}, {bytes} bytes", begun.elapsed());
    }
}
