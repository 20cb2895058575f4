//! Editions of a report: what was frozen stays, what is taken back goes, and what changed is told.

#[expect(dead_code, reason = "each test file uses its part of the room")]
mod room;

use room::{PROMPT, Room, VOTE};
use uuid::Uuid;
use visioncast_model::{
    AccountId, Actor, Answer, Arrange, Arrivals, Choice, Command, HideReason, IdeaId, Language, LinkId, Panel,
    PersonId, Recommendation, Review, Ruling, Step,
};
use visioncast_report::{Archive, Comparison, Document, Format, FrozenEdition, Material, verify_archive};

fn material(room: &Room) -> Material<'_> {
    Material {
        panel: &room.panel,
        events: &room.events,
        words: &room.words,
    }
}

fn draft(room: &Room) -> Document {
    Document::of(material(room), Language::English).expect("a report")
}

fn edition(room: &Room, number: u16) -> Document {
    let report = room.panel.frozen_report(number).expect("it was frozen");
    let edition = FrozenEdition::of(material(room), report);
    edition.document(Language::English).expect("a report")
}

/// Twelve people who all agree to two ideas; who brought them, and these.
fn agreed() -> (Room, PersonId, [IdeaId; 2]) {
    let mut room = Room::new(Arrivals::Live);
    room.open(PROMPT);
    let author = room.join(&[1]);
    let ideas = [
        room.idea(author, Some(1), "Open the archive", true),
        room.idea(author, Some(2), "Pay mentors", true),
    ];
    room.idea(author, Some(2), "Not to be quoted", false);
    let voters: Vec<PersonId> = (0..12).map(|_| room.join(&[1])).collect();
    room.open(VOTE);
    for voter in voters {
        for idea in ideas {
            room.judge(voter, idea, Choice::Agree);
        }
    }
    room.reveal(VOTE);
    room.step(Step::FreezeReport);
    (room, author, ideas)
}

fn review(room: &mut Room, idea: IdeaId, ruling: Ruling) {
    let recommendation = Recommendation::Idea(idea);
    let review = Review {
        edition: 1,
        recommendation,
        ruling: Some(ruling),
        owner: "The <office>".to_owned(),
        horizon: "by June".to_owned(),
        comment: "Between us".to_owned(),
        speaker: "Ada".to_owned(),
        seen: room.panel.review(recommendation).map(|review| review.seq),
    };
    let board = Actor::Board(LinkId(Uuid::from_u128(0xB)));
    room.does(board, &Command::Review(review));
}

#[test]
fn an_edition_is_the_same_bytes_whatever_comes_after_it() {
    let (mut room, author, ideas) = agreed();
    let before = edition(&room, 1);
    assert_eq!(before.edition.number, Some(1));
    room.idea(author, Some(1), "Said later", true);
    review(&mut room, ideas[0], Ruling::Adopted);
    room.step(Step::FreezeReport);
    room.step(Step::End);
    let after = edition(&room, 1);
    for format in Format::ALL {
        assert!(
            before.files(format).expect("files") == after.files(format).expect("files"),
            "{format:?}"
        );
    }
    assert_ne!(edition(&room, 2).edition.snapshot, before.edition.snapshot);
    assert_eq!(draft(&room).edition.number, None);
}

#[test]
fn an_edition_is_what_the_report_was_when_it_was_frozen() {
    let (mut room, author, _) = agreed();
    let frozen = edition(&room, 1);
    // The freeze itself is the last event, and no part of it.
    let events = &room.events[..room.events.len() - 1];
    let panel = Panel::replay(events, room.words.clone());
    let then = Material {
        panel: &panel,
        events,
        words: &room.words,
    };
    let then = Document::of(then, Language::English).expect("a report");
    assert_eq!(frozen.chapters, then.chapters);
    assert_eq!(frozen.edition.snapshot, then.edition.snapshot);
    room.idea(author, Some(1), "Said later", true);
    let report = room.panel.frozen_report(1).expect("it was frozen");
    let again = FrozenEdition::of(material(&room), report);
    let archive = Archive::of(again.material())
        .expect("an archive")
        .bytes()
        .expect("bytes");
    let verified = verify_archive(&archive).expect("an archive");
    assert_eq!(verified.hash, frozen.edition.snapshot);
    assert_eq!((verified.differences, verified.audit.differences), (vec![], vec![]));
}

#[test]
fn what_is_taken_back_is_in_no_edition_and_each_says_so() {
    let (room, author, ideas) = agreed();
    let before = edition(&room, 1);
    let said = |document: &Document| -> String {
        let notices = document.notices.iter().map(|notice| notice.text());
        notices.collect()
    };
    assert!(!said(&before).contains("since this edition was frozen"));
    let hide = |room: &mut Room| {
        let reason = HideReason::Personal;
        room.step(Step::HideIdea { idea: ideas[0], reason });
    };
    let withdraw = |room: &mut Room| {
        let answer = Answer::SetQuotable {
            idea: ideas[0],
            quotable: false,
        };
        room.does(Actor::Person(author), &Command::Answer(answer));
    };
    let erase = |room: &mut Room| room.step(Step::EraseWords { ideas: vec![ideas[0]] });
    for take_back in [&hide as &dyn Fn(&mut Room), &withdraw, &erase] {
        let (mut room, ..) = agreed();
        take_back(&mut room);
        let after = edition(&room, 1);
        assert_eq!(after.edition.taken_back, 1);
        assert!(said(&after).contains("1 text is missing"), "{}", said(&after));
        assert_ne!(after.edition.snapshot, before.edition.snapshot);
        for format in Format::ALL {
            for file in after.files(format).expect("files") {
                let text = String::from_utf8_lossy(&file.bytes);
                assert!(!text.contains("Open the archive"), "{format:?}");
            }
        }
        assert!(after.recommended(Recommendation::Idea(ideas[0])).is_none());
        assert!(after.recommended(Recommendation::Idea(ideas[1])).is_some());
    }
}

#[test]
fn decisions_stand_in_the_next_report_and_remarks_do_not() {
    let (mut room, _, ideas) = agreed();
    review(&mut room, ideas[0], Ruling::Adopted);
    review(&mut room, ideas[0], Ruling::Deferred);
    let document = draft(&room);
    let row = document
        .recommended(Recommendation::Idea(ideas[0]))
        .expect("it is recommended");
    assert_eq!(row.ruling, Some(Ruling::Deferred));
    assert_eq!(row.owner.as_deref(), Some("The <office>"));
    assert_eq!(row.horizon.as_deref(), Some("by June"));
    let other = document
        .recommended(Recommendation::Idea(ideas[1]))
        .expect("it is recommended");
    assert_eq!((other.ruling, other.owner.as_deref()), (None, None));
    for format in Format::ALL {
        for file in document.files(format).expect("files") {
            let text = String::from_utf8_lossy(&file.bytes);
            assert!(!text.contains("Between us") && !text.contains("Ada"), "{format:?}");
            assert!(format != Format::Html || !text.contains("<office>"), "{format:?}");
        }
    }
    let table = document.tables().find(|(_, table)| table.name == "recommendations");
    let (_, table) = table.expect("there is one");
    assert!(table.columns.iter().any(|column| column.name == "decision"));
    // What the board has answered stays before it, also where the room supports other things more.
    assert!(
        edition(&room, 1)
            .recommended(Recommendation::Idea(ideas[0]))
            .expect("there")
            .ruling
            .is_none()
    );
}

#[test]
fn what_changed_is_told_by_what_it_is_about() {
    let (mut room, author, ideas) = agreed();
    let before = draft(&room);
    assert!(Comparison::of(&before, &before).is_nothing());
    room.step(Step::EraseWords { ideas: vec![ideas[1]] });
    let make = Arrange::Make {
        prompt: PROMPT,
        domain: None,
        name: "What belongs together".to_owned(),
        ideas: vec![ideas[0]],
    };
    room.does(
        Actor::Facilitator(AccountId(Uuid::from_u128(0xF))),
        &Command::Arrange(make),
    );
    room.idea(author, Some(1), "Said later", true);
    let after = draft(&room);
    let told = Comparison::of(&before, &after);
    assert_eq!(told.recommendations.gone, ["Pay mentors"]);
    assert_eq!(told.themes.new, ["What belongs together"]);
    assert!(told.recommendations.new.is_empty() && told.themes.gone.is_empty());
    let (then, now) = told.totals;
    assert_eq!((then.ideas, now.ideas), (3, 4));
    assert_eq!((then.themes, now.themes), (0, 1));
    let back = Comparison::of(&after, &before);
    assert_eq!(
        back.recommendations.new, told.recommendations.gone,
        "the other way round, it came"
    );
    assert_eq!(back.themes.gone, told.themes.new);
}

/// What the room says of an idea by its number.
fn numbers(document: &Document) -> Vec<(String, String)> {
    let (_, table) = document
        .tables()
        .find(|(_, table)| table.name == "ideas")
        .expect("a table");
    let place = |name: &str| {
        table
            .columns
            .iter()
            .position(|column| column.name == name)
            .expect("a column")
    };
    let (number, words) = (place("idea"), place("words"));
    table
        .rows
        .iter()
        .map(|row| (format!("{:?}", row[words]), format!("{:?}", row[number])))
        .collect()
}

#[test]
fn an_idea_keeps_its_number_in_every_later_edition() {
    let (mut room, author, ideas) = agreed();
    let before = numbers(&edition(&room, 1));
    for number in 0..20 {
        room.idea(author, Some(1), &format!("Said later, {number}"), true);
    }
    let reason = HideReason::OffTopic;
    room.step(Step::HideIdea { idea: ideas[0], reason });
    room.step(Step::FreezeReport);
    let after = numbers(&edition(&room, 2));
    assert_eq!(after.len(), before.len() + 20 - 1);
    for (words, number) in before.iter().filter(|(words, _)| !words.contains("Open the archive")) {
        assert!(
            after.contains(&(words.clone(), number.clone())),
            "{words} was {number}: {after:?}"
        );
    }
    assert_eq!(numbers(&draft(&room)), after);
}

#[test]
fn what_may_not_be_quoted_is_named_by_its_number_where_it_would_come_first() {
    let mut room = Room::new(Arrivals::Live);
    room.open(PROMPT);
    let author = room.join(&[1]);
    let ideas = [
        room.idea(author, Some(1), "Open the archive", true),
        room.idea(author, Some(2), "Not to be quoted", false),
    ];
    let voters: Vec<PersonId> = (0..12).map(|_| room.join(&[1])).collect();
    room.open(VOTE);
    for (place, voter) in voters.into_iter().enumerate() {
        let first = if place < 8 { Choice::Agree } else { Choice::Disagree };
        room.judge(voter, ideas[0], first);
        room.judge(voter, ideas[1], Choice::Agree);
    }
    room.reveal(VOTE);
    let report = draft(&room);
    let page = report.files(Format::Markdown).expect("files").remove(0).bytes;
    let page = String::from_utf8_lossy(&page);
    assert!(
        page.contains("which its author did not want quoted: 12 of 12"),
        "{page}"
    );
    assert!(
        page.contains("1 idea is supported as surely and is not in this table"),
        "{page}"
    );
    assert!(!page.contains("Not to be quoted"));
}

#[test]
fn a_decision_is_a_change_and_outlives_the_words_it_was_about() {
    let (mut room, _, ideas) = agreed();
    let before = draft(&room);
    review(&mut room, ideas[0], Ruling::Adopted);
    let decided = draft(&room);
    let told = Comparison::of(&before, &decided);
    assert_eq!(told.recommendations.changed.len(), 1);
    assert!(
        told.recommendations.changed[0]
            .after
            .contains("adopted · The <office> · by June")
    );
    room.step(Step::EraseWords { ideas: vec![ideas[0]] });
    let row = draft(&room)
        .recommended(Recommendation::Idea(ideas[0]))
        .cloned()
        .expect("it was decided");
    assert_eq!(row.ruling, Some(Ruling::Adopted));
    assert!(row.what.contains("whose words were taken back"), "{}", row.what);
}
