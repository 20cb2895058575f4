//! An initiative over two events, by forms as people send them.

use std::io::{Cursor, Read as _, Write as _};

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    Actor, Answer, Choice, Command, CommandId, IdeaId, InitiativeId, Integrity, PersonId, Step, Timestamp,
    initiative::{Change, Keeping, Kept, Role},
};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::server::{Phone, Server, Stage};
use crate::{
    initiative::{self, Contacts, read_archive, restore_archive, write_archive},
    live::now,
    store::{SharedStore, tests::Place},
};

const DAY: i64 = 24 * 60 * 60;

async fn oldest(store: &SharedStore) -> InitiativeId {
    store.initiatives().await.expect("an answer")[0].id()
}

/// People who say this to an idea; returns nothing, for nobody may know who they are.
async fn vote(server: &Server, stage: &Stage, idea: IdeaId, [agree, disagree, pass]: [usize; 3]) {
    let all = [
        (Choice::Agree, agree),
        (Choice::Disagree, disagree),
        (Choice::Pass, pass),
    ];
    for (choice, count) in all {
        for _ in 0..count {
            let phone = server.join(stage).await;
            let person = server.person(stage, &phone).await;
            let judge = Answer::Judge {
                activity: stage.judgement,
                idea,
                choice,
            };
            stage.submit(person, judge).await.expect("it was dealt");
        }
    }
}

async fn say(stage: &Stage, person: PersonId, words: &str) -> IdeaId {
    let id = CommandId(Uuid::new_v4());
    let answer = Answer::AddIdea {
        activity: stage.prompt,
        domain: None,
        words: words.to_owned(),
        quotable: true,
    };
    let submitted = stage
        .room
        .submit(Actor::Person(person), id, Command::Answer(answer))
        .await;
    submitted.expect("it is taken");
    IdeaId(id.0)
}

async fn reveal(stage: &Stage) {
    stage.reveal().await;
    stage.step(Step::End).await;
}

/// Two events: a statement of the first is carried into the second, and both vote on it.
struct Rounds {
    first: Stage,
    second: Stage,
    author: Phone,
    session: String,
    initiative: InitiativeId,
}

async fn rounds(server: &Server) -> Rounds {
    let (first, second) = (server.stage().await, server.stage().await);
    let session = server.facilitator().await;
    let initiative = oldest(&server.rooms.store).await;
    first.open(first.prompt).await;
    let author = server.join(&first).await;
    let person = server.person(&first, &author).await;
    let kept = say(&first, person, "Longer lunches").await;
    let dropped = say(&first, person, "Shorter talks").await;
    first.open(first.judgement).await;
    vote(server, &first, kept, [6, 2, 1]).await;
    vote(server, &first, dropped, [1, 1, 1]).await;
    reveal(&first).await;
    let page = paths::initiative_tab(&initiative.to_string(), "carry");
    let form = [
        ("id", "x"),
        ("do", "carry"),
        ("from", first.entry.code.as_str()),
        ("to", second.entry.code.as_str()),
        ("activity", &second.prompt.to_string()),
        ("which", "these"),
        ("idea", &kept.to_string()),
    ];
    for expected in ["carried-1", "carried-0"] {
        let carried = server.post(&page, &session, &form).await;
        let location = carried.headers()["location"].to_str().expect("text");
        assert!(location.ends_with(expected), "{location}");
    }
    second.open(second.prompt).await;
    second.open(second.judgement).await;
    let carried = second
        .look(|panel| *panel.ideas().keys().next().expect("one idea"))
        .await;
    vote(server, &second, carried, [9, 11, 0]).await;
    reveal(&second).await;
    Rounds {
        first,
        second,
        author,
        session,
        initiative,
    }
}

#[tokio::test]
async fn the_comparison_is_the_one_made_by_hand() {
    let server = Server::start().await;
    let rounds = rounds(&server).await;
    let page = paths::initiative_tab(&rounds.initiative.to_string(), "comparison");
    let page = server.get(&page, &rounds.session).await.text().await.expect("a page");
    // 6 of 8, then 9 of 20.
    for told in [
        "Longer lunches",
        "75%",
        "6 agree, 2 disagree, 1 passed",
        "45%",
        "9 agree, 11 disagree, 0 passed",
        "down 30 points",
        "20 people",
        "Nothing says who came to both",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert!(!page.contains("Shorter talks"), "only the second round would know it");
}

#[tokio::test]
async fn everybody_sees_what_became_of_their_input_on_any_device_until_they_erase_it() {
    let server = Server::start().await;
    let rounds = rounds(&server).await;
    let mine = paths::mine(&rounds.author.code);
    let page = server
        .get(&mine, &rounds.author.cookie)
        .await
        .text()
        .await
        .expect("a page");
    for told in [
        "Longer lunches",
        "6 agree, 2 disagree, 1 passed; 9 votes.",
        "Carried into",
        "9 agree, 11 disagree",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert_eq!(
        server.get(&mine, "").await.status(),
        303,
        "a stranger is led to the room"
    );

    let made = server.post(&mine, &rounds.author.cookie, &[("do", "link")]).await;
    let made = made.text().await.expect("a page");
    let start = made.find("/mine/").expect("the link is on the page");
    let link: String = made[start..]
        .chars()
        .take_while(|sign| !"\"<".contains(*sign))
        .collect();
    let elsewhere = server.get(&link, "").await.text().await.expect("a page");
    assert!(elsewhere.contains("Shorter talks") && !elsewhere.contains("Make a link"));
    let idea = rounds.first.look(|panel| {
        let known = panel
            .ideas()
            .iter()
            .find(|(_, idea)| panel.words(idea) == Some("Longer lunches"));
        *known.expect("it is there").0
    });
    let idea = idea.await;
    let code = rounds.first.entry.code.to_string();
    let quote = [
        ("do", "quote"),
        ("panel", &code),
        ("idea", &idea.to_string()),
        ("quotable", "no"),
    ];
    assert_eq!(server.post(&link, "", &quote).await.status(), 303);
    assert!(!rounds.first.look(move |panel| panel.ideas()[&idea].quotable).await);

    server.post(&mine, &rounds.author.cookie, &[("do", "revoke")]).await;
    assert_eq!(server.get(&link, "").await.status(), 410);

    assert_eq!(
        server
            .post(&mine, &rounds.author.cookie, &[("do", "erase")])
            .await
            .status(),
        422
    );
    let erased = server
        .post(&mine, &rounds.author.cookie, &[("do", "erase"), ("sure", "yes")])
        .await;
    assert_eq!(erased.status(), 200);
    for stage in [&rounds.first, &rounds.second] {
        let left = stage.look(|panel| {
            panel
                .ideas()
                .values()
                .filter(|idea| panel.words(idea).is_some())
                .count()
        });
        assert_eq!(left.await, 0, "their words are gone, and where they were carried to");
    }
    assert_eq!(server.get(&mine, &rounds.author.cookie).await.status(), 303);
}

#[tokio::test]
async fn an_initiative_is_its_members_alone_and_is_handed_over() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let code = stage.entry.code.to_string();
    let store = &server.rooms.store;
    let token = crate::accounts::invite(store).await.expect("an invitation");
    let account = [("name", "Ada"), ("password", "four plain words together")];
    let made = server.post(&paths::invitation(&token), "", &account).await;
    let cookie = |response: &reqwest::Response| {
        let cookie = response.headers()["set-cookie"].to_str().expect("text");
        cookie.split(';').next().unwrap_or_default().to_owned()
    };
    let ada = cookie(&made);
    let id = oldest(store).await;
    let people = paths::initiative_tab(&id.to_string(), "people");

    // A stranger has an account, and nothing to see with it.
    let token = crate::accounts::invite(store).await.expect("an invitation");
    let account = [("name", "Ben"), ("password", "four plain words together")];
    let ben = cookie(&server.post(&paths::invitation(&token), "", &account).await);
    let closed = [
        paths::console(&code),
        paths::agenda(&code),
        paths::ideas(&code),
        paths::report(&code),
        paths::export(&code, "json"),
        paths::initiative(&id.to_string()),
        people.clone(),
    ];
    for path in &closed {
        assert_eq!(server.get(path, &ben).await.status(), 403, "{path}");
        assert_eq!(server.get(path, &ada).await.status(), 200, "{path}");
    }
    let refused = server
        .try_socket(&format!("console={code}"), &ben, &server.url(""))
        .await;
    assert_eq!(refused.err(), Some(403));

    let nobody = server
        .post(&people, &ada, &[("do", "add_member"), ("name", "Cleo")])
        .await;
    assert_eq!(nobody.status(), 422);
    assert!(nobody.text().await.expect("a page").contains("“Cleo”"));
    assert_eq!(
        server
            .post(&people, &ada, &[("do", "add_member"), ("name", "ben")])
            .await
            .status(),
        303
    );
    for path in &closed {
        assert_eq!(server.get(path, &ben).await.status(), 200, "{path}");
    }
    let member = |initiative: &visioncast_model::initiative::Initiative, name: &str| {
        let mut members = initiative.members().iter();
        members.find(|(_, member)| member.name == name).map(|(id, _)| *id)
    };
    let initiative = store.initiative(id).await.expect("an answer").expect("it is there");
    let (ada_id, ben_id) = (
        member(&initiative, "Ada").expect("Ada"),
        member(&initiative, "Ben").expect("Ben"),
    );
    assert_eq!(
        initiative.members()[&ada_id].role,
        Role::Owner,
        "the first account owns what was there"
    );
    let hand_over = [("id", "1"), ("do", "hand_over"), ("account", &ben_id.to_string())];
    assert_eq!(
        server.post(&people, &ben, &hand_over).await.status(),
        403,
        "it is not Ben's to give"
    );
    assert_eq!(server.post(&people, &ada, &hand_over).await.status(), 303);
    let remove = [("id", "2"), ("do", "remove_member"), ("account", &ada_id.to_string())];
    assert_eq!(server.post(&people, &ben, &remove).await.status(), 303);
    assert_eq!(server.get(&paths::console(&code), &ada).await.status(), 403);
    let log = server.get(&people, &ben).await.text().await.expect("a page");
    for told in ["Ben was added.", "Ben became the owner.", "Ben removed Ada."] {
        assert!(log.contains(told), "{told}");
    }
}

#[tokio::test]
async fn work_and_wins_keep_what_was_typed_where_it_is_refused() {
    let server = Server::start().await;
    let session = server.facilitator().await;
    let id = oldest(&server.rooms.store).await;
    let board = paths::initiative_tab(&id.to_string(), "board");
    let add = [
        ("id", "1"),
        ("do", "add_work"),
        ("title", "Ask members"),
        ("owner", "Ada"),
        ("step", "2"),
    ];
    for _ in 0..2 {
        assert_eq!(server.post(&board, &session, &add).await.status(), 303);
    }
    let works = server
        .rooms
        .store
        .initiative(id)
        .await
        .expect("an answer")
        .expect("it is there");
    assert_eq!(works.works().len(), 1, "sent twice, it is there once");
    let work = works.works().keys().next().expect("one").to_string();
    for step in ["7", "2", "4"] {
        let moved = [("id", step), ("do", "move_work"), ("work", &work), ("step", step)];
        assert_eq!(server.post(&board, &session, &moved).await.status(), 303);
    }
    let page = server.get(&board, &session).await.text().await.expect("a page");
    for told in [
        "moved it from “Guiding coalition” to “Sustain acceleration”",
        "to “Volunteer army”",
    ] {
        assert!(page.contains(told), "{told}");
    }
    let in_spanish = format!("{session}; language=es");
    let page = server.get(&board, &in_spanish).await.text().await.expect("a page");
    assert!(
        page.contains("lo movió de «Coalición que guía» a «Mantener el impulso»"),
        "{page}"
    );
    let bad = [
        ("do", "add_work"),
        ("title", ""),
        ("note", "Kept, whatever happens"),
        ("step", "2"),
    ];
    let refused = server.post(&board, &session, &bad).await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text().await.expect("a page").contains("Kept, whatever happens"));
    let refused = server.post(&board, &in_spanish, &bad).await;
    let page = refused.text().await.expect("a page");
    assert!(
        page.contains("Qué se hace: esto no se puede aceptar, está vacío."),
        "{page}"
    );

    let wins = paths::initiative_tab(&id.to_string(), "wins");
    let bad = [("do", "add_win"), ("day", "tomorrow"), ("text", "Fifty joined")];
    let refused = server.post(&wins, &session, &bad).await;
    assert_eq!(refused.status(), 422);
    let page = refused.text().await.expect("a page");
    assert!(page.contains("Fifty joined") && page.contains("is no date"));
    let good = [
        ("do", "add_win"),
        ("day", "2026-05-14"),
        ("text", "Fifty joined"),
        ("step", "4"),
    ];
    assert_eq!(server.post(&wins, &session, &good).await.status(), 303);
    assert!(
        server
            .get(&wins, &session)
            .await
            .text()
            .await
            .expect("a page")
            .contains("Fifty joined")
    );
}

#[tokio::test]
async fn a_volunteer_signs_up_and_leaves_and_nothing_else_knows() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let session = server.facilitator().await;
    let path = paths::volunteer(stage.entry.code.as_str());
    let entry = Uuid::new_v4().to_string();
    let form = |contact: &str, consent: &str| -> Vec<(String, String)> {
        [
            ("do", "join"),
            ("entry", &entry),
            ("contact", contact),
            ("domain", "1"),
            ("step", "4"),
            ("consent", consent),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .to_vec()
    };
    let send = async |form: Vec<(String, String)>| {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        server.post(&path, "", &form).await
    };
    let bad = send(form("ada at example", "yes")).await;
    assert_eq!(bad.status(), 422);
    let page = bad.text().await.expect("a page");
    assert!(page.contains("neither an email address nor a phone number") && page.contains("ada at example"));
    let bad = send(form("ada@example.org", "")).await;
    assert_eq!(bad.status(), 422);
    assert!(bad.text().await.expect("a page").contains("tick that you agree"));

    let joined = send(form("Ada@example.org", "yes")).await;
    assert_eq!(joined.status(), 200);
    let page = joined.text().await.expect("a page");
    let start = page.find("removal-code\">").expect("the code is shown") + "removal-code\">".len();
    let code: String = page[start..].chars().take_while(|sign| *sign != '<').collect();
    assert_eq!(
        send(form("Ada@example.org", "yes")).await.status(),
        422,
        "sent twice, it is there once"
    );

    let id = oldest(&server.rooms.store).await;
    let keeping = paths::initiative_tab(&id.to_string(), "keeping");
    let list = async || {
        let once = Uuid::new_v4().to_string();
        let form = [("do", "volunteers"), ("id", once.as_str())];
        server.post(&keeping, &session, &form).await
    };
    assert_eq!(list().await.status(), 403, "a facilitator does not see contacts");
    let initiative = server
        .rooms
        .store
        .initiative(id)
        .await
        .expect("an answer")
        .expect("it is there");
    let account = *initiative.members().keys().next().expect("somebody");
    let shown = Change::VolunteersShown { account, may: true };
    let command = CommandId(Uuid::new_v4());
    initiative::change(&server.rooms.store, id, None, command, shown)
        .await
        .expect("the operator may");
    let running = list().await.text().await.expect("a list");
    assert!(!running.contains("ada@example.org"), "not while the panel runs");
    stage.step(Step::End).await;
    let csv = list().await.text().await.expect("a list");
    assert!(csv.contains("ada@example.org") && csv.contains("resources") && csv.contains("Volunteer army"));
    let people = paths::initiative_tab(&id.to_string(), "people");
    let log = server.get(&people, &session).await.text().await.expect("a page");
    assert!(log.contains("took the list of 1 volunteer."));

    let leave = |code: &str| {
        vec![
            ("do", "leave".to_owned()),
            ("contact", "ada@EXAMPLE.org".to_owned()),
            ("code", code.to_owned()),
        ]
    };
    let send = async |form: Vec<(&str, String)>| {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, text)| (*name, text.as_str())).collect();
        server.post(&path, "", &form).await.status()
    };
    assert_eq!(send(leave("WRONG")).await, 422);
    assert_eq!(send(leave(&code)).await, 200);
    assert_eq!(server.rooms.store.volunteers(id).await.expect("an answer"), []);
}

#[tokio::test]
async fn what_is_kept_goes_when_its_time_is_over_and_not_before() {
    let server = Server::start().await;
    let rounds = rounds(&server).await;
    let (store, id) = (&server.rooms.store, rounds.initiative);
    let path = paths::volunteer(&rounds.author.code);
    let entry = Uuid::new_v4().to_string();
    let form = [
        ("do", "join"),
        ("entry", &entry),
        ("contact", "ada@example.org"),
        ("consent", "yes"),
    ];
    assert_eq!(server.post(&path, "", &form).await.status(), 200);
    let later = |days: i64| now().plus_seconds(days * DAY);
    assert_eq!(
        initiative::due(store, later(10_000)).await.expect("an answer"),
        [],
        "nothing unless somebody says so"
    );
    let keeping = Change::KeepingSet(Keeping {
        contacts: Some(30),
        words: Some(60),
        seats: Some(90),
    });
    let command = CommandId(Uuid::new_v4());
    initiative::change(store, id, None, command, keeping)
        .await
        .expect("the operator may");
    let what = |due: Vec<initiative::Due>| due.into_iter().map(|due| (due.what, due.count)).collect::<Vec<_>>();
    assert_eq!(initiative::due(store, later(29)).await.expect("an answer"), []);
    let all = initiative::due(store, later(91)).await.expect("an answer");
    // Two texts and the one that was carried; the author, 9 and 3 voters of the first panel, 20 of the second.
    assert_eq!(what(all), [(Kept::Contacts, 1), (Kept::Words, 3), (Kept::Seats, 33)]);
    assert_eq!(
        store.volunteers(id).await.expect("an answer").len(),
        1,
        "looking takes nothing"
    );
    let gone = initiative::enforce(&server.rooms, later(61)).await.expect("it goes");
    assert_eq!(what(gone), [(Kept::Contacts, 1), (Kept::Words, 3)]);
    assert_eq!(store.volunteers(id).await.expect("an answer"), []);
    let left = rounds.second.look(|panel| {
        panel
            .ideas()
            .values()
            .filter(|idea| panel.words(idea).is_some())
            .count()
    });
    assert_eq!(left.await, 0);
    assert_eq!(
        server
            .get(&paths::mine(&rounds.author.code), &rounds.author.cookie)
            .await
            .status(),
        200
    );
    initiative::enforce(&server.rooms, later(91)).await.expect("it goes");
    assert_eq!(
        server
            .get(&paths::mine(&rounds.author.code), &rounds.author.cookie)
            .await
            .status(),
        303
    );
    assert_eq!(initiative::due(store, later(91)).await.expect("an answer"), []);
    assert!(Timestamp(0) < now());
}

/// An initiative with all that it may hold, on a store of one's own.
async fn filled(store: SharedStore) -> (Server, InitiativeId) {
    let server = Server::on(store).await;
    let rounds = rounds(&server).await;
    let (session, id) = (rounds.session, rounds.initiative);
    let tab = |tab| paths::initiative_tab(&id.to_string(), tab);
    let add = [
        ("id", "1"),
        ("do", "add_work"),
        ("title", "Ask “members”"),
        ("step", "2"),
    ];
    server.post(&tab("board"), &session, &add).await;
    let win = [("do", "add_win"), ("day", "2026-05-14"), ("text", "Fifty joined")];
    server.post(&tab("wins"), &session, &win).await;
    let third = server.stage_for(100, Integrity::Roll).await;
    let ballots = paths::ballots(third.entry.code.as_str());
    let names = [("do", "add_names"), ("names", "Zoë Álvarez\nzach Ng\nada Brown")];
    assert_eq!(server.post(&ballots, &session, &names).await.status(), 200);
    let panel = third.entry.id;
    let made = Step::MakeTickets {
        count: 3,
        replacing: false,
    };
    third.step(made).await;
    let tickets: [[u8; 32]; 3] = rand::random();
    assert!(
        server
            .rooms
            .store
            .keep_tickets(panel, &tickets, 3)
            .await
            .expect("an answer")
    );
    server
        .rooms
        .store
        .claim_ticket(panel, tickets[0], [9; 32])
        .await
        .expect("an answer");
    server
        .rooms
        .store
        .check_name(panel, "zach Ng", true)
        .await
        .expect("an answer");
    let framework = rounds.first.look(|panel| panel.framework().clone()).await;
    let set = Change::FrameworkSet(Box::new(framework));
    let command = CommandId(Uuid::new_v4());
    initiative::change(&server.rooms.store, id, None, command, set)
        .await
        .expect("a frame");
    for contact in ["ada@example.org", "+1 505 555 0100"] {
        let entry = Uuid::new_v4().to_string();
        let form = [
            ("do", "join"),
            ("entry", &entry),
            ("contact", contact),
            ("step", "4"),
            ("consent", "yes"),
        ];
        server.post(&paths::volunteer(&rounds.author.code), "", &form).await;
    }
    (server, id)
}

async fn archived(store: &SharedStore, id: InitiativeId, contacts: Contacts) -> Vec<u8> {
    let initiative = store.initiative(id).await.expect("an answer").expect("it is there");
    write_archive(store, &initiative, contacts).await.expect("an archive")
}

async fn there_and_back(from: &Place, to: &Place) {
    let (server, id) = filled(from.open().await).await;
    let bytes = archived(&server.rooms.store, id, Contacts::Taken).await;
    let target = to.open().await;
    let archive = read_archive(&bytes).expect("it is whole");
    restore_archive(&target, &archive).await.expect("it restores");
    let restored = archived(&target, id, Contacts::Taken).await;
    for ((name, there), (_, here)) in files(&restored).into_iter().zip(files(&bytes)) {
        let text = |bytes| String::from_utf8(bytes).expect("JSON");
        assert_eq!(text(there), text(here), "{name}");
    }
    assert!(restored == bytes, "byte for byte");
    let names: Vec<String> = files(&bytes).into_iter().map(|(name, _)| name).collect();
    for folder in ["tickets/", "roll/"] {
        assert!(
            names.iter().any(|name| name.starts_with(folder)),
            "{folder} of {names:?}"
        );
    }
    let again = restore_archive(&target, &archive).await.expect_err("it is there");
    assert!(again.to_string().contains("here already"), "{again}");
    // It goes on.
    let restored = Server::on(target).await;
    let rounds = restored.rooms.store.panels_of(id).await.expect("an answer");
    let room = restored.rooms.open(rounds[0].clone()).await.expect("it opens");
    let step = Command::Step(Step::Reopen);
    room.submit(Actor::System, CommandId(Uuid::new_v4()), step)
        .await
        .expect("it goes on");
    server.rooms.stop.cancel();
    restored.rooms.stop.cancel();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_archive_restores_on_the_other_engine_byte_for_byte() {
    Place::with_sqlite(async |here| {
        Place::with_postgres(async |there| there_and_back(here, there).await).await;
        Place::with_sqlite(async |there| there_and_back(here, there).await).await;
    })
    .await;
    Place::with_postgres(async |here| {
        Place::with_sqlite(async |there| there_and_back(here, there).await).await;
    })
    .await;
}

#[tokio::test]
async fn a_damaged_or_foreign_archive_says_where() {
    let server = Server::start().await;
    let (_, id) = filled(server.rooms.store.clone()).await;
    let bytes = archived(&server.rooms.store, id, Contacts::Left).await;
    let names: Vec<String> = files(&bytes).into_iter().map(|(name, _)| name).collect();
    assert!(
        !names.contains(&"volunteers.json".to_owned()),
        "contacts only where they are asked for"
    );
    let text = files(&bytes)
        .into_iter()
        .map(|(_, bytes)| String::from_utf8(bytes).expect("JSON"));
    let text: String = text.collect();
    for secret in ["ada@example.org", "zach Ng", "password_hash", "token", "screen_key"] {
        assert!(!text.contains(secret), "{secret}");
    }

    let refused = |bytes: &[u8]| read_archive(bytes).err().expect("it is refused").to_string();
    assert!(refused(b"a letter").contains("no archive of an initiative"));
    assert!(refused(&bytes[..bytes.len() / 2]).contains("no archive"));
    let panel = names
        .iter()
        .find(|name| name.starts_with("panels/"))
        .expect("a panel")
        .clone();
    let edited = |name: &str, edit: &dyn Fn(Vec<u8>) -> Option<Vec<u8>>| {
        let mut all = files(&bytes);
        let place = all.iter().position(|(known, _)| known == name).expect("it is there");
        let (_, content) = all.remove(place);
        all.extend(edit(content).map(|content| (name.to_owned(), content)));
        zipped(&all)
    };
    let said = refused(&edited(&panel, &|_| None));
    assert!(said.contains(&panel) && said.contains("is missing"), "{said}");
    let said = refused(&edited(&panel, &|mut bytes| {
        bytes.push(b' ');
        Some(bytes)
    }));
    assert!(said.contains(&panel) && said.contains("hash differs"), "{said}");
    let said = refused(&edited("manifest.json", &|_| None));
    assert!(said.contains("has no manifest.json"), "{said}");
    let newer = edited("manifest.json", &|bytes| {
        let text = String::from_utf8(bytes).expect("JSON");
        Some(text.replace("\"version\": 1", "\"version\": 99").into_bytes())
    });
    assert!(refused(&newer).contains("update the program"));
    let mut foreign = files(&bytes);
    foreign.push(("letter.txt".to_owned(), b"hello".to_vec()));
    assert!(refused(&zipped(&foreign)).contains("letter.txt is not in the manifest"));
    let other = zipped(&[("manifest.json".to_owned(), br#"{"format":"another"}"#.to_vec())]);
    assert!(refused(&other).contains("another format"));
    server.rooms.stop.cancel();
}

pub(super) fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..zip.len())
        .map(|place| {
            let mut file = zip.by_index(place).expect("a file");
            let mut content = Vec::new();
            file.read_to_end(&mut content).expect("it unpacks");
            (file.name().expect("a name").into_owned(), content)
        })
        .collect()
}

fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(content).expect("it is written");
    }
    writer.finish().expect("a zip").into_inner()
}
