//! Grouping as it is done: at a facilitator's desk, at a panelist's, and on phones; and what everybody sees of it.

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    ActivityId, Actor, Answer, Command, CommandId, Entrance, Grouping, IdeaId, Kind, Plan, Role, Sorters, ThemeId,
};

use super::server::{Phone, Server, Stage};

/// A hall with an idea of each of its people, and a grouping that is open.
async fn given(server: &Server, by: Sorters) -> (Stage, ActivityId, Vec<(Phone, IdeaId)>) {
    let stage = server.stage_for(100, visioncast_model::Integrity::Open).await;
    stage.open(stage.prompt).await;
    let mut people = Vec::new();
    for words in ["Mentor the mentors", "Publish what failed", "Train new mentors"] {
        let seat = server.seated(&stage, Entrance::Code).await;
        let person = server.person(&stage, &seat).await;
        let id = CommandId(Uuid::new_v4());
        let idea = Answer::AddIdea {
            activity: stage.prompt,
            domain: None,
            words: words.to_owned(),
            quotable: true,
        };
        let added = stage
            .room
            .submit(Actor::Person(person), id, Command::Answer(idea))
            .await;
        added.expect("the question is open");
        people.push((seat, IdeaId(id.0)));
    }
    let kind = Kind::Grouping(Grouping::of(stage.prompt, by));
    let grouping = stage.add(Plan::new("Themes", "What belongs together?", 0, kind)).await;
    (stage, grouping, people)
}

fn id() -> String {
    Uuid::new_v4().to_string()
}

impl Server {
    async fn page(&self, path: &str, cookie: &str) -> String {
        let page = self.get(path, cookie).await;
        assert_eq!(page.status(), 200, "{path}");
        page.text().await.expect("text")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_facilitator_groups_at_the_desk_and_takes_a_step_back() {
    let server = Server::start().await;
    let (stage, _, people) = given(&server, Sorters::Panel).await;
    let cookie = server.facilitator().await;
    let desk = paths::themes(stage.entry.code.as_str());
    let (prompt, made) = (stage.prompt.to_string(), id());
    let (first, third) = (people[0].1.to_string(), people[2].1.to_string());
    let make = [
        ("id", &*made),
        ("do", "make"),
        ("prompt", &prompt),
        ("name", "Mentors"),
        ("idea", &first),
        ("idea", &third),
    ];
    for _ in 0..2 {
        // Sent twice, it is done once.
        assert_eq!(server.post(&desk, &cookie, &make).await.status(), 303);
    }
    let page = server.page(&desk, &cookie).await;
    assert!(page.contains("Mentors") && page.contains("Made “Mentors”"), "{page}");
    let theme = ThemeId(made.parse().expect("an id"));
    let held = stage
        .room
        .look(move |panel| panel.themes().theme(theme).map(|theme| theme.ideas.clone()))
        .await;
    assert_eq!(held.flatten(), Some(vec![people[0].1, people[2].1]));

    // What was typed is kept where somebody else was faster.
    let word = |name: &'static str, seen: &'static str| {
        [
            ("id", id()),
            ("do", "word".to_owned()),
            ("prompt", prompt.clone()),
            ("theme", made.clone()),
            ("name", name.to_owned()),
            ("seen_name", seen.to_owned()),
        ]
    };
    let sent = |fields: [(&'static str, String); 6]| {
        let (server, desk, cookie) = (&server, &desk, &cookie);
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            server.post(desk, cookie, &fields).await
        }
    };
    assert_eq!(sent(word("People who mentor", "Mentors")).await.status(), 303);
    let late = sent(word("Mentoring", "Mentors")).await;
    assert_eq!(late.status(), 422);
    let late = late.text().await.expect("text");
    assert!(
        late.contains("worded this theme meanwhile") && late.contains("value=\"Mentoring\""),
        "{late}"
    );

    let undo = [("id", &*id()), ("do", "undo"), ("prompt", &prompt), ("step", &made)]
        .map(|(name, value)| (name, value.to_owned()));
    let fields: Vec<(&str, &str)> = undo.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = server.post(&desk, &cookie, &fields).await;
    assert_eq!(refused.status(), 422, "it was worded since");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_groups_on_their_phone_and_sees_what_became_of_their_idea() {
    let server = Server::start().await;
    let (stage, grouping, people) = given(&server, Sorters::Everybody).await;
    let code = stage.entry.code.as_str();
    let (me, mine) = &people[0];
    let (_, other) = &people[1];
    let form = server.page(&paths::form(code, &grouping.to_string()), &me.cookie).await;
    assert!(
        form.contains("Begin a theme for it") && form.contains("Publish what failed"),
        "{form}"
    );
    let (activity, made, own, others) = (grouping.to_string(), id(), mine.to_string(), other.to_string());
    let begin = [
        ("id", &*made),
        ("kind", "group"),
        ("activity", &activity),
        ("form", "group"),
        ("idea", &own),
        ("name", "Mentors & more"),
    ];
    assert_eq!(
        server.post(&paths::answer(code), &me.cookie, &begin).await.status(),
        303
    );
    let again = id();
    let put = [
        ("id", &*again),
        ("kind", "group"),
        ("activity", &activity),
        ("form", "group"),
        ("idea", &others),
        ("theme", &made),
    ];
    assert_eq!(server.post(&paths::answer(code), &me.cookie, &put).await.status(), 303);
    let page = server.page(&paths::mine(code), &me.cookie).await;
    assert!(page.contains("with 1 other idea"), "{page}");
    // The hall sees it, and nobody's name.
    let screen = stage.room.look(visioncast_model::Panel::screen).await.expect("a room");
    let shown = format!("{:?}", screen.values);
    assert!(
        shown.contains("Mentors & more") && shown.contains("Loose(1)"),
        "{shown}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panelist_groups_while_it_is_open_and_takes_back_only_their_own() {
    let server = Server::start().await;
    let (stage, grouping, people) = given(&server, Sorters::Panel).await;
    let token = server.link(&stage, Role::Panelist).await;
    let desk = paths::panelist_themes(&token);
    let prompt = stage.prompt.to_string();
    let (idea, made) = (people[0].1.to_string(), id());
    let make = [
        ("id", &*made),
        ("do", "make"),
        ("prompt", &prompt),
        ("name", "Ours"),
        ("idea", &idea),
    ];
    assert_eq!(server.post(&desk, "", &make).await.status(), 303);
    let page = server.page(&desk, "").await;
    assert!(
        page.contains("Ours") && page.contains("Take back") && !page.contains(">Lock<"),
        "{page}"
    );

    let theirs = id();
    let facilitator = server.facilitator().await;
    let make = [
        ("id", &*theirs),
        ("do", "make"),
        ("prompt", &prompt),
        ("name", "Theirs"),
    ];
    server
        .post(&paths::themes(stage.entry.code.as_str()), &facilitator, &make)
        .await;
    let undo = [("id", &*id()), ("do", "undo"), ("prompt", &prompt), ("step", &theirs)]
        .map(|(name, value)| (name, value.to_owned()));
    let fields: Vec<(&str, &str)> = undo.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(server.post(&desk, "", &fields).await.status(), 403);

    // Without a seat in the room's grouping, a phone cannot.
    let (me, _) = &people[0];
    let activity = grouping.to_string();
    let form = [
        ("kind", "group"),
        ("activity", &*activity),
        ("form", "group"),
        ("idea", &idea),
        ("name", "Mine"),
    ];
    let refused = server
        .post(&paths::answer(stage.entry.code.as_str()), &me.cookie, &form)
        .await;
    assert_ne!(refused.status(), 303);
    stage.step(visioncast_model::Step::Close { activity: grouping }).await;
    let page = server.page(&desk, "").await;
    assert!(
        page.contains("once a facilitator opens it") && !page.contains(">Take back<"),
        "{page}"
    );
}
