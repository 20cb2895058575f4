//! What looks alike, as facilitators and panelists are asked about it.

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    ActivityId, Entered, Grouping, HideReason, IdeaId, Kind, Panel, Plan, Role, Sorters, Step, ThemeId,
};

use super::server::{Server, Stage};

const ALIKE: [&str; 2] = [
    "Train every new mentor in listening",
    "New mentors need training in how to listen",
];
const TREES: [&str; 2] = ["Plant trees along the river", "Plant more trees by the river bank"];

/// A panel to whose prompt these came.
async fn given(server: &Server, ideas: &[&str]) -> Stage {
    let stage = server.stage_for(100, visioncast_model::Integrity::Open).await;
    stage.open(stage.prompt).await;
    for words in ideas {
        stage
            .step(Step::EnterIdea {
                activity: stage.prompt,
                domain: None,
                words: (*words).to_owned(),
                quotable: true,
                source: Entered::Spoken,
            })
            .await;
    }
    stage
}

impl Stage {
    async fn idea(&self, words: &'static str) -> IdeaId {
        let prompt = self.prompt;
        let look = move |panel: &Panel| {
            let mut ideas = panel.ideas_of(prompt);
            ideas
                .find(|(_, idea)| panel.words(idea) == Some(words))
                .map(|(id, _)| id)
        };
        self.room.look(look).await.flatten().expect("it is there")
    }

    /// The ideas of each theme.
    async fn themes(&self) -> Vec<Vec<IdeaId>> {
        let prompt = self.prompt;
        let look = move |panel: &Panel| {
            panel
                .themes()
                .of(prompt)
                .map(|(_, theme)| theme.ideas.clone())
                .collect()
        };
        self.room.look(look).await.expect("a room")
    }

    fn alike(&self) -> (String, String) {
        let post = paths::suggestions(self.entry.code.as_str());
        (format!("{post}?prompt={}", self.prompt), post)
    }
}

/// A form as the page has it.
fn form<'a>(what: &'a str, prompt: &'a str, fields: &[(&'a str, &'a str)], id: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![("id", id), ("do", what), ("prompt", prompt)];
    form.extend(fields);
    form
}

fn id() -> String {
    Uuid::new_v4().to_string()
}

async fn text(server: &Server, path: &str, cookie: &str) -> String {
    let page = server.get(path, cookie).await;
    assert_eq!(page.status(), 200, "{path}");
    page.text().await.expect("text")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_looks_alike_is_proposed_with_its_words_and_put_together_by_one_tap() {
    let server = Server::start().await;
    let stage = given(&server, &[ALIKE[0], ALIKE[1], TREES[0], TREES[1], "Lower the fee"]).await;
    let cookie = server.facilitator().await;
    let (page, post) = stage.alike();
    let before = text(&server, &page, &cookie).await;
    assert!(
        before.contains("<mark>mentors</mark>") && before.contains("<mark>trees</mark>"),
        "{before}"
    );
    assert!(!before.contains("Lower the fee"), "{before}");
    assert!(stage.themes().await.is_empty(), "nothing is put together by itself");

    let prompt = stage.prompt.to_string();
    let [one, other] = [stage.idea(ALIKE[0]).await, stage.idea(ALIKE[1]).await];
    let (id, fields) = (id(), [("one", one.to_string()), ("other", other.to_string())]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for _ in 0..2 {
        // Sent twice, it is done once.
        let sent = server
            .post(&post, &cookie, &form("together", &prompt, &fields, &id))
            .await;
        assert_eq!(sent.status(), 303);
    }
    assert_eq!(stage.themes().await, [[one, other]]);
    let after = text(&server, &page, &cookie).await;
    assert!(
        !after.contains("<mark>mentors</mark>") && after.contains("<mark>trees</mark>"),
        "{after}"
    );

    // What comes in later goes where the others are.
    let late = "Mentors that are new should train their listening";
    stage
        .step(Step::EnterIdea {
            activity: stage.prompt,
            domain: None,
            words: late.to_owned(),
            quotable: true,
            source: Entered::Paper,
        })
        .await;
    let later = text(&server, &page, &cookie).await;
    assert!(later.contains("Perhaps into a theme"), "{later}");
    let (late, theme) = (stage.idea(late).await.to_string(), id.clone());
    let fields = [("one", &*late), ("theme", &*theme)];
    let sent = server
        .post(&post, &cookie, &form("into", &prompt, &fields, &self::id()))
        .await;
    assert_eq!(sent.status(), 303);
    assert_eq!(stage.themes().await.first().map(Vec::len), Some(3));
    // As every step it can be taken back.
    let undo = [
        ("id", &*self::id()),
        ("do", "undo"),
        ("prompt", &prompt),
        ("step", &theme),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let undo: Vec<(&str, &str)> = undo.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = server
        .post(&paths::themes(stage.entry.code.as_str()), &cookie, &undo)
        .await;
    assert_eq!(refused.status(), 422, "the late one has come into it since");
    let known = ThemeId(theme.parse().expect("an id"));
    let there = stage
        .room
        .look(move |panel| panel.themes().theme(known).is_some())
        .await;
    assert_eq!(there, Some(true));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_idea_many_times_is_one_row_and_all_but_one_are_hidden_by_one_tap() {
    let server = Server::start().await;
    let many = [
        "More free parking",
        "more FREE parking!",
        "  More free parking. ",
        "Más árboles",
        "mas arboles",
    ];
    let stage = given(&server, &many).await;
    let cookie = server.facilitator().await;
    let (page, post) = stage.alike();
    let before = text(&server, &page, &cookie).await;
    assert!(before.contains("3 times") && before.contains("2 times"), "{before}");
    let (prompt, first) = (stage.prompt.to_string(), stage.idea(many[0]).await);
    let one = first.to_string();
    let fields = [("one", &*one)];
    // A panelist may put ideas together while that is open, and hide none.
    let token = server.link(&stage, Role::Panelist).await;
    let theirs = paths::panelist_suggestions(&token);
    let refused = server.post(&theirs, "", &form("hide", &prompt, &fields, &id())).await;
    assert_eq!(refused.status(), 403);
    let refused = server
        .post(&theirs, "", &form("together", &prompt, &fields, &id()))
        .await;
    assert_eq!(refused.status(), 422);

    let sent = server
        .post(&post, &cookie, &form("hide", &prompt, &fields, &id()))
        .await;
    assert_eq!(sent.status(), 303);
    let of = stage.prompt;
    let hidden = stage.room.look(move |panel| {
        let hidden = panel
            .ideas_of(of)
            .filter(|(_, idea)| idea.hidden == Some(HideReason::Duplicate));
        hidden.map(|(id, _)| id).collect::<Vec<_>>()
    });
    let hidden = hidden.await.expect("a room");
    assert!(hidden.len() == 2 && !hidden.contains(&first), "{hidden:?}");
    let after = text(&server, &page, &cookie).await;
    assert!(!after.contains("free parking") && after.contains("2 times"), "{after}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_told_apart_is_proposed_to_nobody_and_what_was_erased_neither() {
    let server = Server::start().await;
    let stage = given(&server, &[ALIKE[0], ALIKE[1], TREES[0], TREES[1]]).await;
    let kind = Kind::Grouping(Grouping::of(stage.prompt, Sorters::Panel));
    stage.step(Step::Close { activity: stage.prompt }).await;
    stage.add(Plan::new("Themes", "What belongs together?", 0, kind)).await;
    let cookie = server.facilitator().await;
    let token = server.link(&stage, Role::Panelist).await;
    let (page, post) = stage.alike();
    let theirs = format!("{}?prompt={}", paths::panelist_suggestions(&token), stage.prompt);
    let seen = text(&server, &theirs, "").await;
    assert!(
        seen.contains("<mark>mentors</mark>") && seen.contains("Put together") && !seen.contains("Hide"),
        "{seen}"
    );

    let prompt = stage.prompt.to_string();
    let [one, other] = [
        stage.idea(ALIKE[0]).await.to_string(),
        stage.idea(ALIKE[1]).await.to_string(),
    ];
    let fields = [("one", &*one), ("other", &*other)];
    let sent = server
        .post(&post, &cookie, &form("apart", &prompt, &fields, &id()))
        .await;
    assert_eq!(sent.status(), 303);
    for (page, cookie) in [(&page, &*cookie), (&theirs, "")] {
        let seen = text(&server, page, cookie).await;
        assert!(
            !seen.contains("<mark>mentors</mark>") && seen.contains("<mark>trees</mark>"),
            "{seen}"
        );
    }

    stage
        .step(Step::EraseWords {
            ideas: vec![stage.idea(TREES[0]).await],
        })
        .await;
    let seen = text(&server, &page, &cookie).await;
    assert!(
        !seen.contains("trees") && seen.contains("Nothing looks alike"),
        "{seen}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_is_shown_where_an_idea_might_go_and_puts_it_there_by_one_tap() {
    let server = Server::start().await;
    let stage = given(&server, &[ALIKE[0], ALIKE[1], TREES[0], TREES[1]]).await;
    let kind = Kind::Grouping(Grouping::of(stage.prompt, Sorters::Everybody));
    let grouping = stage.add(Plan::new("Themes", "What belongs together?", 0, kind)).await;
    let phone = server.join(&stage).await;
    let form = paths::form(&phone.code, &grouping.to_string());
    let before = text(&server, &form, &phone.cookie).await;
    for told in [
        "It looks like this one:",
        "<mark>mentors</mark>",
        "<mark>trees</mark>",
        "Put both together",
    ] {
        assert!(before.contains(told), "{told}: {before}");
    }
    assert!(stage.themes().await.is_empty(), "nothing is put together by itself");

    let [one, other] = [stage.idea(TREES[0]).await, stage.idea(TREES[1]).await];
    let (activity, answer) = (grouping.to_string(), paths::answer(&phone.code));
    let tap = async |idea: IdeaId, field: &str, value: String| {
        let (id, idea) = (id(), idea.to_string());
        let name = format!("hint-{idea}");
        let fields = [
            ("id", &*id),
            ("kind", "group"),
            ("activity", &activity),
            ("form", &name),
            ("idea", &idea),
            (field, &value),
        ];
        server.post(&answer, &phone.cookie, &fields).await
    };
    assert_eq!(tap(one, "with", other.to_string()).await.status(), 303);
    assert_eq!(stage.themes().await, [[one, other]]);
    // Both have their place by now: nothing is moved by a tap that comes late.
    let late = tap(stage.idea(ALIKE[0]).await, "with", other.to_string()).await;
    assert_eq!(late.status(), 422);
    assert_eq!(stage.themes().await, [[one, other]]);

    // What is hidden is named to nobody, not even for a moment.
    let hide = Step::HideIdea {
        idea: stage.idea(ALIKE[0]).await,
        reason: HideReason::OffTopic,
    };
    stage.step(hide).await;
    let hidden = text(&server, &form, &phone.cookie).await;
    assert!(!hidden.contains("It looks like this one:"), "{hidden}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_makes_no_sense_is_refused_in_words() {
    let server = Server::start().await;
    let stage = given(&server, &ALIKE).await;
    let cookie = server.facilitator().await;
    let (_, post) = stage.alike();
    let prompt = stage.prompt.to_string();
    let (one, nobody) = (stage.idea(ALIKE[0]).await.to_string(), id());
    let unknown = ActivityId(Uuid::new_v4()).to_string();
    for (fields, status) in [
        (form("together", &prompt, &[("one", &nobody)], &nobody), 422),
        (form("apart", &prompt, &[("one", &one), ("other", &one)], &nobody), 422),
        (form("apart", &prompt, &[("one", &one)], &nobody), 422),
        (form("dance", &prompt, &[("one", &one)], &nobody), 422),
        (
            form("into", &prompt, &[("one", &one), ("theme", &nobody)], &nobody),
            422,
        ),
        (form("together", &unknown, &[("one", &one)], &nobody), 404),
    ] {
        let refused = server.post(&post, &cookie, &fields).await;
        assert_eq!(refused.status(), status, "{fields:?}");
    }
    let elsewhere = format!("{}?prompt={unknown}", post);
    assert_eq!(server.get(&elsewhere, &cookie).await.status(), 404);
}
