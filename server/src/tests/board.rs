//! The report before the board: editions by its link, what it says to them, and where that leads.

use std::{
    fs,
    io::{Cursor, Read as _},
    path::PathBuf,
};

use clap::Parser as _;
use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    Actor, Answer, Choice, Command, CommandId, HideReason, IdeaId, PersonId, Recommendation, Role, Ruling, Step,
};
use zip::ZipArchive;

use super::server::{Phone, Server, Stage};
use crate::{
    commands::Cli,
    initiative,
    log::Log,
    press::Had,
    store::{hexadecimal, tests::Place, token_hash},
};

const QUOTED: &str = "Open the archive to everybody";
const SECRET: &str = "What nobody may quote";
const HIDDEN: &str = "What was taken off the screens";

/// A room that has voted on three ideas and was shown the result; who brought the first, and that idea.
struct Scene {
    server: Server,
    stage: Stage,
    session: String,
    author: Phone,
    idea: IdeaId,
}

async fn add(stage: &Stage, author: PersonId, words: &str, quotable: bool) -> IdeaId {
    let answer = Answer::AddIdea {
        activity: stage.prompt,
        domain: None,
        words: words.to_owned(),
        quotable,
    };
    let id = CommandId(Uuid::new_v4());
    let added = stage.room.submit(Actor::Person(author), id, Command::Answer(answer));
    added.await.expect("the question is open");
    IdeaId(id.0)
}

async fn scene() -> Scene {
    scene_on(Server::start().await).await
}

async fn scene_on(server: Server) -> Scene {
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let author = server.join(&stage).await;
    let person = server.person(&stage, &author).await;
    let idea = add(&stage, person, QUOTED, true).await;
    add(&stage, person, SECRET, false).await;
    let hidden = add(&stage, person, HIDDEN, true).await;
    let reason = HideReason::OffTopic;
    stage.step(Step::HideIdea { idea: hidden, reason }).await;
    stage.open(stage.judgement).await;
    for _ in 0..12 {
        let voter = server.person(&stage, &server.join(&stage).await).await;
        let judge = Answer::Judge {
            activity: stage.judgement,
            idea,
            choice: Choice::Agree,
        };
        stage.submit(voter, judge).await.expect("counted");
    }
    stage.reveal().await;
    let session = server.facilitator().await;
    Scene {
        server,
        stage,
        session,
        author,
        idea,
    }
}

impl Scene {
    async fn text(&self, path: &str, cookie: &str) -> String {
        let answer = self.server.get(path, cookie).await;
        assert_eq!(answer.status(), 200, "{path}");
        answer.text().await.expect("a page")
    }

    fn code(&self) -> &str {
        self.stage.entry.code.as_str()
    }

    fn key(&self) -> String {
        Recommendation::Idea(self.idea).to_string()
    }

    /// Sends the form of a recommendation; `fields` in place of its usual ones.
    async fn say(&self, token: &str, fields: &[(&str, &str)]) -> (u16, String) {
        let (key, id) = (self.key(), Uuid::new_v4().to_string());
        let mut form = vec![("id", &*id), ("edition", "1"), ("recommendation", &*key)];
        form.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
        form.extend_from_slice(fields);
        let answer = self.server.post(&paths::review(token), "", &form).await;
        (answer.status().as_u16(), answer.text().await.expect("a page"))
    }

    async fn seen(&self) -> String {
        let what = Recommendation::Idea(self.idea);
        let seen = self
            .stage
            .look(move |panel| panel.review(what).map(|review| review.seq));
        seen.await.map(|seq| seq.to_string()).unwrap_or_default()
    }

    async fn revoke(&self, token: &str) {
        let link = hexadecimal(&token_hash(token));
        let form = [("do", "revoke"), ("link", &*link)];
        let done = self.server.post(&paths::links(self.code()), &self.session, &form).await;
        assert_eq!(done.status(), 303);
    }
}

/// All that is in a file, out of its zip where it is one.
fn unpacked(bytes: &[u8]) -> String {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut all = String::new();
    for place in 0..zip.len() {
        let mut part = Vec::new();
        zip.by_index(place)
            .expect("a part")
            .read_to_end(&mut part)
            .expect("readable");
        all += &String::from_utf8_lossy(&part);
    }
    all
}

/// The snapshot that a page says it was made from.
fn snapshot(page: &str) -> String {
    let place = page.find("sha256:").expect("it states its snapshot");
    page[place..place + 71].to_owned()
}

#[tokio::test]
async fn before_anything_is_frozen_a_link_says_so_and_tells_nothing() {
    let scene = scene().await;
    let token = scene.server.link(&scene.stage, Role::Board).await;
    for path in [
        paths::board(&token),
        paths::board_file(&token, "docx"),
        paths::review(&token),
    ] {
        let page = scene.text(&path, "").await;
        assert!(page.contains("The report is not ready yet"), "{path}");
        assert!(!page.contains(QUOTED) && !page.contains("A test panel"), "{path}");
    }
    let (status, _) = scene.say(&token, &[("ruling", "adopted")]).await;
    assert_eq!(status, 200, "there is nothing to decide on yet");
    assert_eq!(scene.stage.look(|panel| panel.reviews().len()).await, 0);
}

#[tokio::test]
async fn an_edition_stays_as_it_was_while_the_room_goes_on() {
    let scene = scene().await;
    let token = scene.server.link(&scene.stage, Role::Board).await;
    let id = Uuid::new_v4().to_string();
    let freeze = [("do", "freeze"), ("id", &*id)];
    for _ in 0..2 {
        let done = scene
            .server
            .post(&paths::editions(scene.code()), &scene.session, &freeze)
            .await;
        assert_eq!(done.status(), 303, "sent twice, it is one edition");
    }
    let first = scene.text(&paths::board(&token), "").await;
    assert!(first.contains(QUOTED) && first.contains("Edition 1, frozen on"));
    let author = scene.server.person(&scene.stage, &scene.author).await;
    add(&scene.stage, author, "Said after the freeze", true).await;
    assert_eq!(scene.text(&paths::board(&token), "").await, first);
    let draft = scene.text(&paths::report(scene.code()), &scene.session).await;
    assert!(draft.contains("Said after the freeze") && draft.contains("It has changed since edition 1"));
    assert!(draft.contains("A draft: the panel is still running"));

    let refused = scene
        .server
        .post(
            &paths::editions(scene.code()),
            &scene.session,
            &[("do", "freeze"), ("id", "x")],
        )
        .await;
    assert_eq!(refused.status(), 422, "a form without an id is none of this page");
    scene.stage.freeze().await;
    let fresh = Uuid::new_v4().to_string();
    let nothing_new = [("do", "freeze"), ("id", &*fresh)];
    let refused = scene
        .server
        .post(&paths::editions(scene.code()), &scene.session, &nothing_new)
        .await;
    assert_eq!(refused.status(), 422);
    assert!(
        refused
            .text()
            .await
            .expect("a page")
            .contains("Nothing has changed since")
    );

    let second = scene.text(&paths::board(&token), "").await;
    assert!(second.contains("Said after the freeze") && second.contains("What changed since edition 1"));
    let earlier = scene.text(&format!("{}?edition=1", paths::board(&token)), "").await;
    assert!(!earlier.contains("Said after the freeze") && earlier.contains("There is a newer one: edition 2"));
    assert_eq!(snapshot(&earlier), snapshot(&first));
    let review = scene.text(&paths::review(&token), "").await;
    assert!(review.contains("2, now 3"), "the ideas of both are counted");
    let unknown = scene
        .server
        .get(&format!("{}?edition=3", paths::board(&token)), "")
        .await;
    assert_eq!(unknown.status(), 404);
}

#[tokio::test]
async fn what_is_taken_back_goes_from_every_edition_and_the_page_says_so() {
    let scene = scene().await;
    let token = scene.server.link(&scene.stage, Role::Board).await;
    scene.stage.freeze().await;
    let before = scene.text(&paths::board(&token), "").await;
    assert!(before.contains(QUOTED) && !before.contains("since this edition was frozen"));
    let author = scene.server.person(&scene.stage, &scene.author).await;
    let (idea, quotable) = (scene.idea, false);
    let withdrawn = scene.stage.submit(author, Answer::SetQuotable { idea, quotable });
    withdrawn.await.expect("it is theirs");
    let after = scene.text(&paths::board(&token), "").await;
    assert!(!after.contains(QUOTED));
    assert!(after.contains("since this edition was frozen: 1 text is missing here"));
    assert_ne!(snapshot(&after), snapshot(&before));
    scene
        .stage
        .submit(author, Answer::SetQuotable { idea, quotable: true })
        .await
        .expect("again");
    assert_eq!(scene.text(&paths::board(&token), "").await, before, "the same again");
    scene.stage.step(Step::ErasePerson { person: author }).await;
    let erased = scene.text(&paths::board(&token), "").await;
    assert!(!erased.contains(QUOTED) && erased.contains("texts are missing here"));
}

#[tokio::test]
async fn the_boards_page_and_files_hold_what_may_be_published_alone() {
    let scene = scene().await;
    let token = scene.server.link(&scene.stage, Role::Board).await;
    // One of a constituency points at somebody.
    let lone = scene.server.person(&scene.stage, &scene.author).await;
    let constituencies = std::collections::BTreeSet::from([visioncast_model::ConstituencyId(2)]);
    let describe = Answer::Describe {
        constituencies,
        affiliation: None,
    };
    scene.stage.submit(lone, describe).await.expect("taken");
    scene.stage.freeze().await;
    let page = scene.text(&paths::board(&token), "").await;
    let mut all = vec![("page", page.clone())];
    assert!(page.contains("kept back"), "a small cell is");
    // The program that lays out a PDF is not built with the server.
    for had in Had::ALL.into_iter().filter(|had| *had != Had::Pdf) {
        let answer = scene.server.get(&paths::board_file(&token, had.name()), "").await;
        assert_eq!(answer.status(), 200, "{had:?}");
        let saved_as = answer.headers()["content-disposition"]
            .to_str()
            .expect("text")
            .to_owned();
        assert!(saved_as.contains("edition-1"), "{saved_as}");
        let bytes = answer.bytes().await.expect("a file");
        assert!(bytes.len() > 400, "{had:?}");
        all.push((had.name(), unpacked(&bytes)));
    }
    for (name, text) in &all {
        assert!(text.contains(QUOTED), "{name}");
        assert!(!text.contains(SECRET) && !text.contains(HIDDEN), "{name}");
        assert!(!text.contains(&lone.to_string()), "{name}: an id of a person");
    }
    assert_eq!(
        scene
            .server
            .get(&paths::board_file(&token, "archive"), "")
            .await
            .status(),
        404
    );
    let policy = scene.server.get(&paths::board(&token), "").await;
    let policy = policy.headers()["content-security-policy"]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(policy.contains("default-src 'none'") && policy.contains("form-action 'none'"));
    assert!(!page.contains("<script") && !page.contains("<form"));
    let export = scene.server.get(&paths::export(scene.code(), "json"), "").await;
    assert_eq!(export.status(), 303, "the archive is not the board's");
}

#[tokio::test]
async fn the_board_decides_and_it_flows_back_to_everybody() {
    let scene = scene().await;
    let token = scene.server.link(&scene.stage, Role::Board).await;
    scene.stage.freeze().await;
    let page = scene.text(&paths::review(&token), "").await;
    assert!(page.contains(QUOTED) && page.contains("Create urgency") && !page.contains(SECRET));
    let said = [
        ("ruling", "adopted"),
        ("owner", "The office"),
        ("horizon", "by June"),
        ("comment", "At last <b>bold</b>"),
        ("speaker", "Ada"),
    ];
    let (status, _) = scene.say(&token, &said).await;
    assert_eq!(status, 303);

    let page = scene.text(&paths::review(&token), "").await;
    assert!(page.contains("Adopted") && page.contains("Owner: The office") && page.contains("At last &lt;b&gt;bold"));
    let editions = scene.text(&paths::editions(scene.code()), &scene.session).await;
    assert!(editions.contains(QUOTED) && editions.contains("Ada") && editions.contains("At last &lt;b&gt;bold"));
    let draft = scene.text(&paths::report(scene.code()), &scene.session).await;
    assert!(draft.contains("adopted") && draft.contains("The office") && draft.contains("by June"));
    assert!(!draft.contains("At last"), "what was remarked is not published");
    let edition = scene.text(&paths::board(&token), "").await;
    assert!(!edition.contains("The office"), "the edition is as it was");
    let mine = scene.text(&paths::mine(scene.code()), &scene.author.cookie).await;
    assert!(mine.contains("The board adopted it. Who sees to it: The office. By when: by June."));

    // Whoever has not read that writes over nothing, and loses nothing.
    let late = [("ruling", "rejected"), ("comment", "Not like this")];
    let (status, page) = scene.say(&token, &late).await;
    assert_eq!(status, 422);
    assert!(page.contains("said something to this meanwhile") && page.contains("Not like this"));
    let seen = scene.seen().await;
    let again = [("ruling", "deferred"), ("seen", &*seen)];
    assert_eq!(scene.say(&token, &again).await.0, 303);
    let page = scene.text(&paths::review(&token), "").await;
    assert!(page.contains("Deferred") && page.contains("What was said before: 1"));

    // What was written can be erased; what was decided stays.
    let entries: Vec<String> = scene
        .stage
        .look(|panel| panel.written_reviews().map(|entry| entry.to_string()).collect())
        .await;
    let id = Uuid::new_v4().to_string();
    let mut form = vec![("do", "erase"), ("id", &*id)];
    form.extend(entries.iter().map(|entry| ("entry", entry.as_str())));
    let done = scene
        .server
        .post(&paths::editions(scene.code()), &scene.session, &form)
        .await;
    assert_eq!(done.status(), 303);
    let editions = scene.text(&paths::editions(scene.code()), &scene.session).await;
    assert!(!editions.contains("At last") && editions.contains("Deferred"));
}

#[tokio::test]
async fn a_revoked_link_reads_and_says_nothing_more_and_nonsense_is_refused() {
    let scene = scene().await;
    let token = scene.server.link(&scene.stage, Role::Board).await;
    scene.stage.freeze().await;
    let nowhere = Recommendation::Idea(IdeaId(Uuid::new_v4())).to_string();
    for (fields, expected) in [
        (vec![("recommendation", &*nowhere), ("ruling", "adopted")], 422),
        (vec![("recommendation", "nonsense"), ("ruling", "adopted")], 422),
        (vec![("ruling", "whatever")], 422),
        (vec![("edition", "7"), ("ruling", "adopted")], 422),
        (vec![("ruling", "")], 422),
        (vec![("ruling", "adopted"), ("id", "no id")], 422),
    ] {
        let (status, page) = scene.say(&token, &fields).await;
        assert_eq!(status, expected, "{fields:?}: {page}");
    }
    let long = "x".repeat(201);
    let (status, page) = scene.say(&token, &[("ruling", "adopted"), ("owner", &long)]).await;
    assert_eq!(status, 422);
    assert!(page.contains("it has 201 characters, 200 fit") && page.contains(&long));
    assert_eq!(scene.stage.look(|panel| panel.reviews().len()).await, 0);

    let panelist = scene.server.link(&scene.stage, Role::Panelist).await;
    assert_eq!(scene.say(&panelist, &[("ruling", "adopted")]).await.0, 404);
    scene.revoke(&token).await;
    for path in [
        paths::board(&token),
        paths::board_file(&token, "docx"),
        paths::review(&token),
    ] {
        assert_eq!(scene.server.get(&path, "").await.status(), 410, "{path}");
    }
    assert_eq!(scene.say(&token, &[("ruling", "adopted")]).await.0, 410);
    assert_eq!(scene.stage.look(|panel| panel.reviews().len()).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_ask_at_once_get_the_same_file() {
    let scene = scene().await;
    let token = scene.server.link(&scene.stage, Role::Board).await;
    scene.stage.freeze().await;
    let path = paths::board_file(&token, "docx");
    let asked = (0..8).map(|_| scene.server.get(&path, ""));
    let answers = futures::future::join_all(asked).await;
    let mut files = Vec::new();
    for answer in answers {
        assert_eq!(answer.status(), 200);
        files.push(answer.bytes().await.expect("a file"));
    }
    assert!(files.windows(2).all(|pair| pair[0] == pair[1]));
}

/// Writes a report beside the server, as an operator does; the folder, or why not.
async fn written(place: &Place, what: &[&str]) -> Result<PathBuf, String> {
    let out = place.file(&what.join(""));
    let folder = out.display().to_string();
    let about = ["visioncast", "report", "--database", &place.address, "--out", &folder];
    let arguments: Vec<String> = about.iter().chain(what).map(|text| (*text).to_owned()).collect();
    let run = tokio::task::spawn_blocking(move || Cli::parse_from(arguments).run());
    let done = run.await.expect("it ends");
    done.map(|_| out).map_err(|error| format!("{error:#}"))
}

#[tokio::test]
async fn what_is_written_beside_the_server_is_what_the_page_hands_out() {
    Place::with_sqlite(async |place: &Place| {
        let scene = scene_on(Server::on(place.open().await).await).await;
        scene.stage.freeze().await;
        let code = scene.code();
        for (number, asked) in [("1", "?edition=1"), ("", "")] {
            let mut what = vec![code, "--format", "json,md"];
            if !number.is_empty() {
                what.extend(["--edition", number]);
            }
            let folder = written(place, &what).await.expect("written");
            for (format, file) in [("md", "report.md"), ("json", "report.json")] {
                let path = format!("{}{asked}", paths::report_file(code, format));
                let handed = scene.server.get(&path, &scene.session).await.bytes().await;
                let handed = unpacked(&handed.expect("a file"));
                let wrote = fs::read_to_string(folder.join(file)).expect("it is there");
                assert!(handed.contains(&wrote), "{file} of edition {number:?}");
            }
        }
        let missing = written(place, &[code, "--edition", "2"]).await;
        assert!(missing.expect_err("there is one").contains("no edition 2"));
    })
    .await;
}

#[tokio::test]
async fn one_report_over_all_events_is_had_where_they_are_compared() {
    Place::with_sqlite(async |place: &Place| {
        let scene = scene_on(Server::on(place.open().await).await).await;
        let other = scene.server.stage().await;
        other.open(other.prompt).await;
        let person = scene.server.person(&other, &scene.server.join(&other).await).await;
        add(&other, person, "Meet twice a year", true).await;
        let initiative = scene.server.initiative().await.to_string();
        let page = scene
            .text(&paths::initiative_tab(&initiative, "comparison"), &scene.session)
            .await;
        let file = paths::initiative_report(&initiative, "json");
        assert!(page.contains(&format!("href=\"{file}\"")), "{page}");
        let handed = scene.server.get(&file, &scene.session).await;
        let name = handed.headers()["content-disposition"]
            .to_str()
            .expect("text")
            .to_owned();
        assert!(name.contains("visioncast-all-events-json.zip"), "{name}");
        let handed = unpacked(&handed.bytes().await.expect("a file"));
        assert!(handed.contains(QUOTED) && !handed.contains(SECRET) && !handed.contains(HIDDEN));
        let folder = written(place, &["--initiative", &initiative, "--format", "json"]).await;
        let wrote = fs::read_to_string(folder.expect("written").join("report.json")).expect("it is there");
        assert!(
            handed.contains(&wrote),
            "the page hands out another report than the command writes"
        );
        let stranger = scene.server.get(&file, "").await;
        assert_ne!(stranger.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn the_next_event_knows_what_was_decided() {
    let scene = scene().await;
    let token = scene.server.link(&scene.stage, Role::Board).await;
    scene.stage.freeze().await;
    let said = [("ruling", "adopted"), ("owner", "The office")];
    assert_eq!(scene.say(&token, &said).await.0, 303);
    let initiative = scene.server.initiative().await;
    let decisions = paths::initiative_tab(&initiative.to_string(), "decisions");
    let page = scene.text(&decisions, &scene.session).await;
    assert!(page.contains(QUOTED) && page.contains("Owner: The office"));

    let next = scene.server.stage().await;
    let rooms = &scene.server.rooms;
    initiative::bring_latest(rooms, initiative, &next.entry)
        .await
        .expect("both answer");
    let (from, to) = (scene.code().to_owned(), next.entry.code.to_string());
    let id = Uuid::new_v4().to_string();
    let form = [("do", "bring"), ("id", &*id), ("from", &*from), ("to", &*to)];
    let again = scene.server.post(&decisions, &scene.session, &form).await;
    assert!(
        again.headers()["location"]
            .to_str()
            .expect("text")
            .ends_with("done=nothing-new"),
        "all of it is known there"
    );
    let editions = scene.text(&paths::editions(&to), &scene.session).await;
    assert!(editions.contains("Decided at the last event") && editions.contains(QUOTED));
    let report = scene.text(&paths::report(&to), &scene.session).await;
    assert!(report.contains("Decided at the last event") && report.contains(QUOTED));

    // Whoever wants to be forgotten is, there too.
    let author = scene.server.person(&scene.stage, &scene.author).await;
    initiative::erase(rooms, initiative, &[(scene.stage.entry.id, author)])
        .await
        .expect("erased");
    let report = scene.text(&paths::report(&to), &scene.session).await;
    assert!(report.contains("adopted") && !report.contains(QUOTED));
    let log = Log::read(rooms.store.as_ref(), next.entry.id).await.expect("there");
    assert!(
        log.words.iter().all(|words| !words.text.contains(QUOTED)),
        "gone from the store, not from pages alone"
    );
    let ruling = next
        .look(|panel| panel.brought().first().map(|brought| brought.ruling))
        .await;
    assert_eq!(ruling, Some(Ruling::Adopted));
}
