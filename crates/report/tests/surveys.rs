//! What leaves a panel of what was answered to its surveys.

#[expect(dead_code, reason = "each test file uses its part of the room")]
mod room;

use room::Room;
use uuid::Uuid;
use visioncast_analysis::audit;
use visioncast_model::{
    ActivityId, Actor, Affiliation, Answer, Arrivals, Command, Form, ItemId, Items, Kind, Language, PersonId, Plan,
    Scale, Step, Survey,
};
use visioncast_report::{Disclosure, Document, File, Format, Material, csv_files, json, read_framework};

const MANDATE: ActivityId = ActivityId(Uuid::from_u128(0xD1));
const IMA: &str = include_str!("../../../server/templates/ima.json");

fn material(room: &Room) -> Material<'_> {
    Material {
        panel: &room.panel,
        events: &room.events,
        words: &room.words,
    }
}

fn text(files: &[File], name: &str) -> String {
    let file = files.iter().find(|file| file.name == name);
    String::from_utf8(file.expect("a file of that name").bytes.clone()).expect("UTF-8")
}

fn tables(room: &Room) -> Vec<File> {
    csv_files(material(room), Disclosure::AsRevealed, 5).expect("tables")
}

fn report(room: &Room) -> String {
    let document = Document::of(material(room), Language::English).expect("a report");
    let page = document.files(Format::Html).expect("a page").remove(0);
    String::from_utf8(page.bytes).expect("UTF-8")
}

/// Six people of a room answer must, may or not ours for every domain; the first says why.
fn room() -> (Room, Vec<PersonId>) {
    let mut room = Room::new(Arrivals::Live);
    let survey = Survey {
        items: Items::Domains(Vec::new()),
        scale: Scale::Mandate,
        each: 0,
        reason: Some("Why?".to_owned()),
        additions: None,
        threshold: 75,
    };
    room.step(Step::AddActivity {
        activity: MANDATE,
        plan: Box::new(Plan::new("Must or may", "What must we do?", 0, Kind::Survey(survey))),
        place: 9,
    });
    room.open(MANDATE);
    let people: Vec<PersonId> = (0..6).map(|_| room.join(&[1])).collect();
    for (place, person) in people.iter().enumerate() {
        let activity = room.panel.activity(MANDATE).expect("it is there");
        for (number, item) in room.panel.items(activity).into_iter().enumerate() {
            let reason = if place == 0 && number == 0 {
                "Nobody else does"
            } else {
                ""
            };
            answer(&mut room, *person, item, ["0", "1", "2"][(place + number) % 3], reason);
        }
    }
    (room, people)
}

fn answer(room: &mut Room, person: PersonId, item: ItemId, mark: &str, reason: &str) {
    let fields = [
        ("kind", "mark"),
        ("item", &item.to_string()),
        ("mark", mark),
        ("reason", reason),
    ];
    let form = Form {
        activity: MANDATE,
        fields: fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
    };
    room.does(Actor::Person(person), &Command::Answer(Answer::Form(form)));
}

#[test]
fn a_survey_is_counted_again_from_its_log() {
    let (mut room, people) = room();
    room.reveal(MANDATE);
    let item = room.panel.items(room.panel.activity(MANDATE).expect("it is there"))[0];
    answer(&mut room, people[0], item, "3", "");
    let sound = audit(&room.events, &room.words, &room.panel);
    assert_eq!(sound.differences, []);
    assert_eq!(sound.recount.surveys.len(), 1);

    let mut changed = room.events.clone();
    for recorded in &mut changed {
        if let visioncast_model::Event::Marked { marks, .. } = &mut recorded.event {
            *marks = vec![3];
        }
    }
    let found = audit(&changed, &room.words, &room.panel).differences;
    assert!(found.len() > 6, "changed answers are noticed: {found:?}");
}

#[test]
fn answers_that_are_not_revealed_leave_in_no_format() {
    let (room, _) = room();
    let files = tables(&room);
    assert_eq!(text(&files, "answers.csv").lines().count(), 1, "the head alone");
    assert_eq!(text(&files, "reasons.csv").lines().count(), 1);
    assert!(
        !text(&files, "surveys.csv").contains("not_ours"),
        "only how many answered"
    );
    assert!(text(&files, "surveys.csv").contains("domain-1,resources,6"));
    assert!(!report(&room).contains("not ours"));
    let archive = json(material(&room), Disclosure::AsRevealed).expect("an archive");
    let archive: serde_json::Value = serde_json::from_slice(&archive).expect("JSON");
    assert_eq!(
        archive["withheld"].as_array().map(Vec::len),
        Some(2),
        "the vote and the survey"
    );
    assert!(
        !archive.to_string().contains("Nobody else does"),
        "a reason gives its answer away"
    );
    let told = archive["events"].as_array().expect("events").iter();
    let marks: Vec<_> = told
        .map(|event| &event["event"]["marked"])
        .filter(|marked| marked.is_object())
        .collect();
    assert_eq!(marks.len(), 18);
    assert!(marks.iter().all(|marked| marked["marks"].is_null()));
}

#[test]
fn what_was_revealed_is_in_every_format() {
    let (mut room, _) = room();
    room.reveal(MANDATE);
    let files = tables(&room);
    insta::assert_snapshot!("surveys_csv", text(&files, "surveys.csv"));
    assert_eq!(text(&files, "answers.csv").lines().count(), 1 + 18);
    assert!(text(&files, "reasons.csv").contains("Nobody else does"));
    let page = report(&room);
    assert!(page.contains("75% of those who are sure decide") && page.contains("not ours"));
    let archive = json(material(&room), Disclosure::AsRevealed).expect("an archive");
    let archive: serde_json::Value = serde_json::from_slice(&archive).expect("JSON");
    let survey = &archive["panel"]["agenda"][2];
    assert_eq!(
        survey["options"],
        serde_json::json!(["must", "may", "not_ours", "unsure"])
    );
    assert_eq!(survey["items"][0]["counts"], serde_json::json!([2, 2, 2, 0]));
    assert_eq!(survey["items"][0]["counts_at_reveal"], survey["items"][0]["counts"]);
}

#[test]
fn an_empty_panel_reports_all_ten_domains_and_all_sixty_cells() {
    let framework = read_framework(IMA.as_bytes())
        .expect("the template is a framework")
        .framework;
    let room = Room::with(Arrivals::Live, framework.clone());
    let page = report(&room);
    let map = page.split("id=\"map\"").nth(1).expect("the map is there");
    assert_eq!(map.matches("<td class=\"heat\">").count(), 60);
    for domain in &framework.domains {
        assert!(map.contains(&domain.name.replace('&', "&amp;")), "{}", domain.name);
    }
}

/// Nothing that an attendee says of being a member changes what anybody's answers count.
#[test]
fn permuting_affiliation_changes_no_tally() {
    let affiliations = [
        Some(Affiliation::Member),
        Some(Affiliation::NonMember),
        Some(Affiliation::Undisclosed),
        None,
    ];
    let outcome = |shift: usize| {
        let (mut room, people, ideas) = Room::lively();
        let described: Vec<PersonId> = people.clone();
        for (place, person) in described.into_iter().enumerate() {
            let describe = Answer::Describe {
                constituencies: [visioncast_model::ConstituencyId(1)].into(),
                affiliation: affiliations[(place + shift) % affiliations.len()],
            };
            room.does(Actor::Person(person), &Command::Answer(describe));
        }
        room.reveal(room::VOTE);
        let tallies: Vec<_> = ideas.iter().map(|idea| room.panel.tally(room::VOTE, *idea)).collect();
        let archive = json(material(&room), Disclosure::AsRevealed).expect("an archive");
        let archive: serde_json::Value = serde_json::from_slice(&archive).expect("JSON");
        (tallies, archive["panel"]["agenda"][1]["statements"].clone())
    };
    let first = outcome(0);
    for shift in 1..affiliations.len() {
        assert_eq!(outcome(shift), first);
    }
}
