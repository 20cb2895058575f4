//! What each format says of a panel, and what it keeps to itself.

#[expect(dead_code, reason = "each test file uses its part of the room")]
mod room;

use room::{PROMPT, Room, VOTE};
use visioncast_analysis::audit;
use visioncast_model::{
    AccountId, Actor, Answer, Arrange, Arrivals, Choice, Command, HideReason, HoldBack, Language, Moderation, PersonId,
    Recorded, Step, Words,
};
use visioncast_report::{Disclosure, Document, File, Format, Material, csv_files, json, polis_files, told_bursts};

fn material(room: &Room) -> Material<'_> {
    Material {
        panel: &room.panel,
        events: &room.events,
        words: &room.words,
    }
}

fn text(files: &[File], name: &str) -> String {
    let file = files
        .iter()
        .find(|file| file.name == name)
        .expect("a file of that name");
    String::from_utf8(file.bytes.clone()).expect("UTF-8")
}

fn tables(room: &Room, disclosure: Disclosure) -> Vec<File> {
    csv_files(material(room), disclosure, 5).expect("tables")
}

fn archive(room: &Room, disclosure: Disclosure) -> serde_json::Value {
    let bytes = json(material(room), disclosure).expect("an archive");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn report(room: &Room) -> String {
    let document = Document::of(material(room), Language::English).expect("a report");
    let page = document.files(Format::Html).expect("a page").remove(0);
    String::from_utf8(page.bytes).expect("UTF-8")
}

fn revealed() -> Room {
    let (mut room, people, ideas) = Room::lively();
    room.reveal(VOTE);
    room.judge(people[5], ideas[1], Choice::Agree);
    room.step(Step::End);
    room
}

#[test]
fn the_room_of_these_tests_is_sound() {
    let room = revealed();
    assert_eq!(audit(&room.events, &room.words, &room.panel).differences, []);
}

#[test]
fn tables_of_a_revealed_panel() {
    let mut room = revealed();
    room.step(Step::Reopen);
    let (prompt, idea) = (
        room.panel.agenda()[0].id,
        *room.panel.ideas().keys().next().expect("an idea"),
    );
    let make = Arrange::Make {
        prompt,
        domain: None,
        name: "What belongs together".to_owned(),
        ideas: vec![idea],
    };
    let facilitator = Actor::Facilitator(AccountId(uuid::Uuid::from_u128(0xF)));
    room.does(facilitator, &Command::Arrange(make));
    let files = tables(&room, Disclosure::AsRevealed);
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "ideas.csv",
            "themes.csv",
            "sorts.csv",
            "ballots.csv",
            "surveys.csv",
            "answers.csv",
            "editions.csv",
            "reasons.csv",
            "moderation.csv",
            "participants.csv",
            "agenda.csv",
            "README.txt"
        ]
    );
    for name in names {
        insta::assert_snapshot!(name.replace('.', "_"), text(&files, name));
    }
}

#[test]
fn what_moderation_did_stands_idea_by_idea_without_times_and_names() {
    let (mut room, people, ideas) = Room::lively();
    let moderation = Moderation {
        hold: HoldBack::All,
        also: ["goose".to_owned()].into(),
        ..Moderation::default()
    };
    room.step(Step::SetModeration {
        moderation: Box::new(moderation),
        release: false,
    });
    room.open(PROMPT);
    let held = room.idea(people[1], None, "One line again", true);
    let lost = room.idea(people[2], None, "Somebody else", true);
    room.step(Step::MergeIdea {
        idea: held,
        into: ideas[1],
    });
    room.step(Step::HideIdea {
        idea: lost,
        reason: HideReason::OffTopic,
    });
    let step = room.panel.last_step().expect("there is one").command;
    room.step(Step::Undo { step });
    let erase = Answer::EraseIdea { idea: lost };
    room.does(Actor::Person(people[2]), &Command::Answer(erase));
    let files = tables(&room, Disclosure::AsRevealed);
    insta::assert_snapshot!("what_moderation_did", text(&files, "moderation.csv"));
    let ideas = text(&files, "ideas.csv");
    let same = ideas.lines().filter(|line| line.contains("duplicate,")).count();
    assert_eq!(same, 1, "{ideas}");
    let archive = archive(&room, Disclosure::AsRevealed);
    let same_as = |idea: &serde_json::Value| idea["same_as"].is_string();
    let told = archive["panel"]["ideas"]
        .as_array()
        .expect("ideas")
        .iter()
        .filter(|idea| same_as(idea));
    assert_eq!(told.count(), 1);
}

#[test]
fn a_vote_that_is_not_revealed_leaves_in_no_format() {
    let (room, ..) = Room::lively();
    let files = tables(&room, Disclosure::AsRevealed);
    assert_eq!(text(&files, "ballots.csv").lines().count(), 1, "the head alone");
    assert!(!text(&files, "ideas.csv").contains("judgement_"));
    assert!(text(&files, "README.txt").contains("2  Vote on scope"));
    assert!(text(&files, "agenda.csv").contains("left out until they are revealed"));

    let files = polis_files(material(&room), Disclosure::AsRevealed, 5).expect("files");
    assert_eq!(text(&files, "votes.csv").lines().count(), 1);
    assert_eq!(text(&files, "participants-votes.csv").lines().count(), 1);
    assert!(text(&files, "README.txt").contains("not revealed"));

    let archive = archive(&room, Disclosure::AsRevealed);
    assert_eq!(archive["withheld"], serde_json::json!([VOTE]));
    assert_eq!(archive["panel"]["agenda"][1]["totals"], serde_json::Value::Null);
    assert_eq!(archive["panel"]["agenda"][1]["statements"], serde_json::Value::Null);
    let ballots: Vec<_> = archive["events"]
        .as_array()
        .expect("events")
        .iter()
        .filter(|event| event["event"]["ballot_cast"].is_object())
        .collect();
    assert!(!ballots.is_empty());
    for ballot in ballots {
        assert_eq!(ballot["event"]["ballot_cast"]["choice"], serde_json::Value::Null);
        assert_eq!(ballot["digest"], serde_json::Value::Null, "one of three choices has it");
    }

    assert!(!report(&room).contains("n = "));
}

#[test]
fn the_operator_may_take_everything() {
    let (room, ..) = Room::lively();
    let files = tables(&room, Disclosure::Complete);
    assert!(text(&files, "ballots.csv").lines().count() > 1);
    let archive = archive(&room, Disclosure::Complete);
    let events: Vec<Recorded> = serde_json::from_value(archive["events"].clone()).expect("events as they are stored");
    assert_eq!(events, room.events);
    assert!(archive["panel"]["agenda"][1]["statements"].is_array());
}

#[test]
fn the_archive_says_how_far_all_constituencies_agree() {
    let room = revealed();
    let archive = archive(&room, Disclosure::AsRevealed);
    let statements = archive["panel"]["agenda"][1]["statements"]
        .as_array()
        .expect("statements");
    let judgement = room.panel.activity(VOTE).expect("a judgement");
    assert_eq!(
        statements.len(),
        room.panel.ideas_of(judgement.prompt()).count(),
        "hidden ones too"
    );
    let choice = |idea, person| room.panel.ballots(VOTE, idea).and_then(|ballots| ballots.of(person));
    let voters: Vec<_> = room
        .panel
        .people()
        .iter()
        .filter(|(person, _)| room.panel.ideas().keys().any(|idea| choice(*idea, **person).is_some()))
        .collect();
    for (statement, (idea, _)) in statements.iter().zip(room.panel.ideas_of(judgement.prompt())) {
        let tally = room.panel.tally(VOTE, idea);
        let counts = ["agrees", "disagrees", "passes"].map(|name| statement[name].as_u64());
        assert_eq!(
            counts,
            [tally.agree, tally.disagree, tally.pass].map(|count| Some(count.into()))
        );
        // By hand: once in each constituency that somebody named.
        let mut expected = 1.0;
        for constituency in &room.panel.framework().constituencies {
            let members = voters
                .iter()
                .filter(|(_, person)| person.constituencies.contains(&constituency.id));
            let said: Vec<Option<Choice>> = members.map(|(person, _)| choice(idea, **person)).collect();
            if !said.is_empty() {
                let agree = said.iter().filter(|said| **said == Some(Choice::Agree)).count();
                expected *= (agree as f64 + 1.0) / (said.iter().flatten().count() as f64 + 2.0);
            }
        }
        let consensus = statement["group_aware_consensus"]
            .as_f64()
            .expect("some named a constituency");
        assert!((consensus - expected).abs() < 1e-12, "{statement}: {expected}");
    }
}

#[test]
fn the_archive_is_lossless() {
    let room = revealed();
    let archive = archive(&room, Disclosure::AsRevealed);
    let events: Vec<Recorded> = serde_json::from_value(archive["events"].clone()).expect("events as they are stored");
    let words: Vec<Words> = serde_json::from_value(archive["words"].clone()).expect("words");
    assert_eq!(events, room.events);
    let mut kept = room.words.clone();
    kept.sort_by_key(|words| words.id);
    assert_eq!(words, kept);
    assert_eq!(visioncast_model::Panel::replay(&events, words), room.panel);
    let mut panel = archive;
    panel["events"] = serde_json::json!(["…"]);
    panel["words"] = serde_json::json!(["…"]);
    insta::assert_json_snapshot!(panel);
}

#[test]
fn the_archive_is_the_same_in_whatever_order_a_store_gives_the_words() {
    let mut room = revealed();
    let there = json(material(&room), Disclosure::Complete).expect("an archive");
    room.words.reverse();
    let back = json(material(&room), Disclosure::Complete).expect("an archive");
    assert!(there == back);
}

#[test]
fn two_exports_cannot_be_joined() {
    let room = revealed();
    let again = |seed| {
        let files = csv_files(material(&room), Disclosure::AsRevealed, seed).expect("tables");
        text(&files, "ballots.csv")
    };
    assert_ne!(again(1), again(2));
    assert_eq!(again(1), again(1));
}

#[test]
fn polis_files_of_a_panel_of_ones_own() {
    let files = polis_files(material(&revealed()), Disclosure::AsRevealed, 5).expect("files");
    for name in ["comments.csv", "votes.csv", "participants-votes.csv", "summary.csv"] {
        insta::assert_snapshot!(format!("polis_{}", name.replace('.', "_")), text(&files, name));
    }
}

#[test]
fn several_votes_make_several_conversations() {
    let mut room = revealed();
    room.step(Step::Reopen);
    let plan = room.panel.agenda()[1].plan.clone();
    let activity = visioncast_model::ActivityId(uuid::Uuid::from_u128(0xA3));
    room.step(Step::AddActivity {
        activity,
        plan: Box::new(plan),
        place: 9,
    });
    let files = polis_files(material(&room), Disclosure::AsRevealed, 5).expect("files");
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "2/comments.csv",
            "2/votes.csv",
            "2/participants-votes.csv",
            "2/summary.csv",
            "3/comments.csv",
            "3/votes.csv",
            "3/participants-votes.csv",
            "3/summary.csv",
            "3/README.txt",
        ]
    );
}

#[test]
fn an_empty_panel_has_every_file() {
    let room = Room::new(Arrivals::Live);
    tables(&room, Disclosure::AsRevealed);
    polis_files(material(&room), Disclosure::AsRevealed, 5).expect("files");
    archive(&room, Disclosure::AsRevealed);
}

#[test]
fn one_attendee_is_not_pointed_at() {
    let mut room = Room::new(Arrivals::Live);
    room.open(PROMPT);
    room.join(&[1]);
    let page = report(&room);
    assert!(page.contains("1 person joined"));
    assert!(page.contains("kept back"));
    let group = "Researchers &amp; Academics</td><td class=\"count\">";
    assert!(page.contains(&format!("{group}kept back")), "no group of one is told");
    let participants = text(&tables(&room, Disclosure::AsRevealed), "participants.csv");
    insta::assert_snapshot!("participants_of_one", participants);
}

#[test]
fn silent_writing_is_not_told_before_its_reveal() {
    let mut room = Room::new(Arrivals::AtReveal);
    room.open(PROMPT);
    let person = room.join(&[]);
    room.idea(person, Some(1), "Not yet", true);
    assert!(!report(&room).contains("Not yet"));
    room.reveal(PROMPT);
    assert!(report(&room).contains("Not yet"));
}

#[test]
fn erased_words_are_gone_from_every_format() {
    let (mut room, people, ideas) = Room::lively();
    room.step(Step::EraseWords { ideas: vec![ideas[1]] });
    room.step(Step::ErasePerson { person: people[2] });
    room.reveal(VOTE);
    for file in tables(&room, Disclosure::Complete) {
        let text = String::from_utf8(file.bytes).expect("UTF-8");
        assert!(!text.contains("another") && !text.contains("reversed"), "{}", file.name);
    }
    let archive = archive(&room, Disclosure::Complete).to_string();
    assert!(!archive.contains("another") && !archive.contains("reversed"));
    let page = report(&room);
    assert!(page.contains("The words of 2 ideas were erased."));
    assert!(!page.contains("bold") && !page.contains("reversed"));
    assert_eq!(audit(&room.events, &room.words, &room.panel).differences, []);
}

#[test]
fn a_hidden_idea_is_counted_by_its_reason() {
    let (mut room, _, ideas) = Room::lively();
    room.step(Step::HideIdea {
        idea: ideas[3],
        reason: HideReason::Duplicate,
    });
    let page = report(&room);
    assert!(page.contains(
        "2 ideas were hidden and are not in this report: 1 said the same as another and 1 named or pointed at somebody."
    ));
}

#[test]
fn ten_thousand_ideas_fit() {
    let mut room = Room::new(Arrivals::Live);
    room.open(PROMPT);
    for _ in 0..10_000 {
        room.imported("Another idea, with some words to it");
    }
    let page = report(&room);
    assert!(page.contains("10,000 ideas"));
    let files = tables(&room, Disclosure::AsRevealed);
    assert_eq!(text(&files, "ideas.csv").lines().count(), 10_001);
}

/// Forty people who join one a minute, and in the middle twelve within a quarter of a minute who all say the same.
fn stuffed() -> Room {
    let mut room = Room::new(Arrivals::Live);
    room.open(PROMPT);
    let author = room.join(&[]);
    let ideas: Vec<_> = ["one", "two", "three", "four"]
        .map(|words| room.idea(author, None, words, true))
        .into();
    let mut voters: Vec<(PersonId, bool)> = (0..40).map(|_| (room.join(&[]), false)).collect();
    let end = room.now;
    for second in 0..12 {
        // Twenty minutes before the last; joining takes a minute by the clock of these tests.
        room.now = end.plus_seconds(-20 * 60 - 60 + second);
        voters.push((room.join(&[]), true));
    }
    room.now = end;
    room.open(VOTE);
    for (number, (voter, stuffs)) in voters.into_iter().enumerate() {
        for (place, idea) in ideas.iter().enumerate() {
            let choice = match (stuffs, place, (number * 7 + place * 5) % 11) {
                (true, 0, _) => Choice::Agree,
                (true, ..) => Choice::Disagree,
                (false, _, 0..=4) => Choice::Agree,
                (false, _, 5..=9) => Choice::Disagree,
                (false, ..) => Choice::Pass,
            };
            room.judge(voter, *idea, choice);
        }
    }
    room.reveal(VOTE);
    room
}

#[test]
fn a_burst_of_joins_is_told_with_and_without_and_taken_out_of_nothing() {
    let room = stuffed();
    let archive = archive(&room, Disclosure::AsRevealed);
    let bursts = &archive["panel"]["agenda"][1]["bursts"];
    let people = bursts[0]["people"].as_array().expect("a burst").len();
    // The twelve, and neighbours who happen to think as they do.
    assert!((10..=16).contains(&people), "{bursts}");
    assert_eq!(archive["panel"]["integrity"], "open");

    let ballots = text(&tables(&room, Disclosure::AsRevealed), "ballots.csv");
    let (in_burst, all) = (ballots.matches(",yes\r\n").count(), ballots.lines().count() - 1);
    assert_eq!((in_burst, all), (people * 4, 52 * 4));

    let report = report(&room);
    assert!(
        report.contains(&format!("{people} voters joined in bursts")),
        "{report}"
    );
    let told = told_bursts(material(&room));
    assert_eq!(told.len(), 1);
    let (ballots, left) = (told[0].ballots as usize, told[0].left as usize);
    assert_eq!((told[0].people, ballots, left), (people, all, all - in_burst));
    // Everybody is counted in the results themselves.
    let voted = archive["panel"]["agenda"][1]["totals_at_reveal"]
        .as_array()
        .expect("totals");
    let total = |total: &serde_json::Value| {
        ["agree", "disagree", "pass"]
            .iter()
            .map(|what| total[what].as_u64())
            .sum::<Option<u64>>()
    };
    assert_eq!(voted.iter().map(total).sum::<Option<u64>>(), Some(all as u64));
}

#[test]
fn an_honest_room_has_no_burst() {
    let told = told_bursts(material(&revealed()));
    assert_eq!(told, []);
    assert!(!report(&revealed()).contains("joined in a burst"));
}
