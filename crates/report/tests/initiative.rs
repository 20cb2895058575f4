//! A report over the events of an initiative: nobody's input twice.

#[expect(dead_code, reason = "each test file uses its part of the room")]
mod room;

use room::{PROMPT, Room, VOTE};
use uuid::Uuid;
use visioncast_model::{Actor, Arrivals, Choice, Command, IdeaId, Import, Language, PanelId, PersonId, Step};
use visioncast_report::{
    Document, Format, Material,
    document::{Block, Cell, Table},
};

fn material(room: &Room) -> Material<'_> {
    Material {
        panel: &room.panel,
        events: &room.events,
        words: &room.words,
    }
}

/// An event of so many people, in which ideas were carried over from another; everybody agrees from `agree` on.
fn event(people: usize, from: &[IdeaId], agree: usize) -> (Room, Vec<PersonId>, Vec<IdeaId>) {
    let mut room = Room::new(Arrivals::Live);
    room.number_from(0x1_0000 * (1 + from.len() as u128));
    room.open(PROMPT);
    let author = room.join(&[1]);
    let mut ideas = Vec::new();
    for idea in from {
        let import = Import::Idea {
            activity: PROMPT,
            author: None,
            words: "Share what exists".to_owned(),
            source_id: idea.to_string(),
            source_details: std::collections::BTreeMap::new(),
        };
        ideas.push(IdeaId(room.does(Actor::System, &Command::Import(import)).0));
    }
    ideas.push(room.idea(author, Some(1), "Share what exists", true));
    let people: Vec<PersonId> = (0..people).map(|_| room.join(&[1])).collect();
    room.step(Step::Close { activity: PROMPT });
    room.open(VOTE);
    for (place, person) in people.iter().enumerate() {
        let choice = if place >= agree {
            Choice::Agree
        } else {
            Choice::Disagree
        };
        room.judge(*person, ideas[0], choice);
    }
    room.reveal(VOTE);
    room.step(Step::End);
    (room, people, ideas)
}

fn table<'a>(document: &'a Document, name: &str) -> &'a Table {
    let mut tables = document.tables().map(|(_, table)| table);
    tables.find(|table| table.name == name).expect("a table")
}

#[test]
fn who_came_by_the_same_link_counts_once() {
    let (first, people, ideas) = event(12, &[], 6);
    let (mut second, again, _) = event(10, &ideas, 2);
    // Rooms of tests are the same panel: the second is another one.
    let other = PanelId(Uuid::from_u128(0xC0));
    if let visioncast_model::Event::PanelCreated(created) = &mut second.events[0].event {
        created.panel = other;
    }
    second.panel = visioncast_model::Panel::replay(&second.events, second.words.clone());
    let one = first.panel.id().expect("a panel");
    let two = second.panel.id().expect("another");
    let same: Vec<Vec<(PanelId, PersonId)>> = (0..8)
        .map(|place| vec![(one, people[place]), (two, again[place])])
        .collect();
    let report = |same: &[_]| {
        let events = [material(&first), material(&second)];
        Document::of_initiative("Mentoring 2030", &events, same, Language::English).expect("a report")
    };
    let document = report(&same);
    let events = table(&document, "events");
    // 13 and 11 seats; 8 of the second were at the first.
    assert_eq!(events.rows[1][2..4], [Cell::Count(11), Cell::Count(3)]);
    assert_eq!(events.rows[1][4..6], [Cell::Count(1), Cell::Count(1)]);
    let statements = table(&document, "statements");
    let carried = &statements.rows[0];
    // Twelve at the first; of ten at the second eight are among them, and their last ballot counts.
    assert_eq!(carried[1], Cell::Count(2));
    assert_eq!(carried[5], Cell::Count(14));
    let round = table(&document, "round_1");
    assert_eq!(round.rows.len(), 1);
    // Of eight who voted twice two disagree still, and four of six came to agree.
    assert_eq!(round.rows[0][6..9], [Cell::Count(8), Cell::Count(4), Cell::Count(0)]);
    let unlinked = report(&[]);
    assert_eq!(table(&unlinked, "statements").rows[0][5], Cell::Count(22));
    assert_eq!(table(&unlinked, "round_1").rows[0][6], Cell::KeptBack);

    for document in [&document, &unlinked] {
        for format in Format::ALL {
            assert!(!document.files(format).expect("files").is_empty());
        }
        let numbers: Vec<usize> = document.sources.iter().map(|source| source.number).collect();
        for block in document.chapters.iter().flat_map(|chapter| &chapter.blocks) {
            let sentences = match block {
                Block::Sentence(sentence) => vec![sentence],
                Block::List(list) => list.iter().collect(),
                _ => Vec::new(),
            };
            for sentence in sentences {
                assert!(
                    !sentence.has_number() || !sentence.sources.is_empty(),
                    "{}",
                    sentence.text()
                );
                assert!(sentence.sources.iter().all(|source| numbers.contains(source)));
            }
        }
        let json = serde_json::to_string(document).expect("JSON");
        assert!(!json.contains("Researchers"), "no constituency is told of over events");
    }
}

#[test]
fn an_initiative_without_events_has_a_report() {
    let document = Document::of_initiative("Nothing yet", &[], &[], Language::Spanish).expect("a report");
    for format in Format::ALL {
        assert!(!document.files(format).expect("files").is_empty());
    }
}
