//! Crowd sorting as it is done: on phones, and at the page of what the piles add up to.

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    ActivityId, Arrange, Command, CommandId, Entered, Entrance, Grouping, HideReason, IdeaId, Kind, Panel, Plan,
    Recorded, Sorters, Step, Words,
};

use super::server::{Phone, Server, Stage};

/// Ideas of two kinds: everybody puts what is of one kind together.
const IDEAS: [&str; 8] = [
    "Train mentors",
    "Teach listening",
    "Workshops for mentors",
    "A course",
    "Lower the fee",
    "Grants",
    "Find sponsors",
    "Share costs",
];

struct Hall {
    stage: Stage,
    sorting: ActivityId,
    ideas: Vec<IdeaId>,
    people: Vec<Phone>,
}

/// A hall with these ideas, a sorting that is open, and so many people.
async fn given(server: &Server, people: usize) -> Hall {
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    for words in IDEAS {
        stage.bring(words).await;
    }
    let kind = Kind::Grouping(Grouping::of(stage.prompt, Sorters::Alone));
    let sorting = stage.add(Plan::new("Sort", "What belongs together?", 0, kind)).await;
    let prompt = stage.prompt;
    let ideas = stage.look(move |panel| panel.ideas_of(prompt).map(|(id, _)| id).collect());
    let ideas = ideas.await;
    let mut seats = Vec::new();
    for _ in 0..people {
        seats.push(server.seated(&stage, Entrance::Code).await);
    }
    Hall {
        stage,
        sorting,
        ideas,
        people: seats,
    }
}

impl Stage {
    async fn bring(&self, words: &str) {
        self.step(Step::EnterIdea {
            activity: self.prompt,
            domain: None,
            words: words.to_owned(),
            quotable: true,
            source: Entered::Spoken,
        })
        .await;
    }
}

impl Hall {
    fn page(&self) -> String {
        format!("{}?prompt={}", self.post(), self.stage.prompt)
    }

    fn post(&self) -> String {
        paths::theme_proposals(self.stage.entry.code.as_str())
    }

    /// The pile of an idea, and nothing more that a form says of it.
    fn put(&self, idea: IdeaId) -> (String, String) {
        let place = self.ideas.iter().position(|known| *known == idea).unwrap_or_default();
        let pile = if place < 4 { "1" } else { "2" };
        (format!("put-{idea}"), pile.to_owned())
    }

    /// Sorts what lies before somebody, with the form.
    async fn sort(&self, server: &Server, phone: &Phone) {
        let person = server.person(&self.stage, phone).await;
        // As its phone does when the form is asked for.
        let form = paths::form(&phone.code, &self.sorting.to_string());
        assert_eq!(server.get(&form, &phone.cookie).await.status(), 200);
        let sorting = self.sorting;
        let before = move |panel: &Panel| panel.handful(panel.activity(sorting).expect("it is there"), person);
        let handful = self.stage.look(before).await;
        let activity = self.sorting.to_string();
        let mut fields = vec![
            ("id".to_owned(), id()),
            ("kind".to_owned(), "sort".to_owned()),
            ("activity".to_owned(), activity),
            ("name-1".to_owned(), "Learning".to_owned()),
        ];
        fields.extend(handful.into_iter().map(|idea| self.put(idea)));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        let sent = server.post(&paths::answer(&phone.code), &phone.cookie, &fields).await;
        assert_eq!(sent.status(), 303, "{:?}", sent.text().await);
    }

    /// The ideas of each theme.
    async fn themes(&self) -> Vec<Vec<IdeaId>> {
        let prompt = self.stage.prompt;
        let look = move |panel: &Panel| {
            let themes = panel.themes().of(prompt);
            themes.map(|(_, theme)| theme.ideas.clone()).collect()
        };
        self.stage.look(look).await
    }
}

fn id() -> String {
    Uuid::new_v4().to_string()
}

fn set(ideas: &[IdeaId]) -> String {
    let ideas: Vec<String> = ideas.iter().map(ToString::to_string).collect();
    ideas.join(" ")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_piles_add_up_to_is_proposed_and_made_exactly_as_it_was_seen() {
    let server = Server::start().await;
    let hall = given(&server, 6).await;
    let cookie = server.facilitator().await;
    let (page, post) = (hall.page(), hall.post());
    let empty = server.get(&page, &cookie).await.text().await.expect("text");
    assert!(empty.contains("Nobody has sorted anything yet"), "{empty}");
    for phone in &hall.people {
        hall.sort(&server, phone).await;
    }
    // While people sort the page looks again by itself, and nothing on it can be typed.
    let follows = server.get(&page, &cookie).await;
    let again = follows
        .headers()
        .get("refresh")
        .map(|refresh| refresh.to_str().expect("text").to_owned());
    assert!(again.is_some_and(|again| again.ends_with(&page)));
    let follows = follows.text().await.expect("text");
    assert!(
        !follows.contains("type=\"text\"") && follows.contains("Hold it still"),
        "{follows}"
    );
    for told in [
        "6 handfuls",
        "agree closely",
        "nearly always put these together",
        "Learning",
    ] {
        assert!(follows.contains(told), "{told}: {follows}");
    }
    let still = server.get(&format!("{page}&still=yes"), &cookie).await;
    assert!(still.headers().get("refresh").is_none());
    assert!(still.text().await.expect("text").contains("type=\"text\""));

    // Somebody is faster with an idea of the second; the first is made as it was seen, and the second is kept as it is.
    let (learning, money) = (&hall.ideas[..4], &hall.ideas[4..]);
    let prompt = hall.stage.prompt;
    let taken = Arrange::Make {
        prompt,
        domain: None,
        name: "Elsewhere".to_owned(),
        ideas: vec![money[3]],
    };
    let room = &hall.stage.room;
    let taken = room.submit(
        visioncast_model::Actor::System,
        CommandId(Uuid::new_v4()),
        Command::Arrange(taken),
    );
    taken.await.expect("made");
    let (sent, seen, prompt) = (id(), [set(learning), set(money)], prompt.to_string());
    let all = [
        ("id", &*sent),
        ("do", "make_all"),
        ("prompt", &prompt),
        ("set", &seen[0]),
        ("called", "Learning"),
        ("into", ""),
        ("set", &seen[1]),
        ("called", ""),
        ("into", ""),
    ];
    for _ in 0..2 {
        // Sent twice, it is done once.
        let some = server.post(&post, &cookie, &all).await;
        assert_eq!(some.status(), 200);
        let some = some.text().await.expect("text");
        assert!(
            some.contains("1 theme was made. Of others something has changed"),
            "{some}"
        );
        assert!(
            some.contains("Lower the fee") && !some.contains("Train mentors"),
            "{some}"
        );
    }
    assert_eq!(hall.themes().await, [&money[3..], learning]);

    // What is left is proposed as it was, but for what was taken out of it.
    let (sent, left) = (id(), set(&money[..3]));
    let rest = [
        ("id", &*sent),
        ("do", "make_all"),
        ("prompt", &prompt),
        ("set", &left),
        ("called", "Money"),
        ("into", ""),
    ];
    assert_eq!(server.post(&post, &cookie, &rest).await.status(), 303);
    assert_eq!(hall.themes().await, [&money[3..], learning, &money[..3]]);
    let after = server.get(&page, &cookie).await.text().await.expect("text");
    assert!(after.contains("everything has its place"), "{after}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proposal_that_changed_is_refused_with_what_was_typed_and_what_comes_later_joins_its_theme() {
    let server = Server::start().await;
    let hall = given(&server, 6).await;
    let cookie = server.facilitator().await;
    for phone in &hall.people {
        hall.sort(&server, phone).await;
    }
    let prompt = hall.stage.prompt.to_string();
    hall.stage
        .step(Step::HideIdea {
            idea: hall.ideas[0],
            reason: HideReason::OffTopic,
        })
        .await;
    let ids: Vec<String> = hall.ideas.iter().map(ToString::to_string).collect();
    let sent = id();
    let mut form = vec![
        ("id", &*sent),
        ("do", "make"),
        ("prompt", &*prompt),
        ("still", "yes"),
        ("name", "Typed with care"),
    ];
    form.extend(ids[..4].iter().map(|idea| ("all", &**idea)));
    form.extend(ids[..3].iter().map(|idea| ("idea", &**idea)));
    let refused = server.post(&hall.post(), &cookie, &form).await;
    assert_eq!(refused.status(), 422);
    let refused = refused.text().await.expect("text");
    assert!(
        refused.contains("Typed with care") && refused.contains("nothing was made of them"),
        "{refused}"
    );
    // Its ticks stay as they were; the other proposal has all of its own.
    assert_eq!(refused.matches(" checked").count(), 2 + 4, "{refused}");
    assert!(hall.themes().await.is_empty());

    let sent = id();
    let mut form = vec![
        ("id", &*sent),
        ("do", "make"),
        ("prompt", &*prompt),
        ("name", "Learning"),
    ];
    form.extend(ids[1..3].iter().map(|idea| ("idea", &**idea)));
    assert_eq!(server.post(&hall.post(), &cookie, &form).await.status(), 303);
    let page = server.get(&hall.page(), &cookie).await.text().await.expect("text");
    assert!(
        page.contains("Most of what belongs with these is in “Learning” already"),
        "{page}"
    );
    let (theme, sent) = (sent, id());
    let mut form = vec![("id", &*sent), ("do", "make"), ("prompt", &*prompt), ("into", &*theme)];
    form.extend(ids[3..4].iter().map(|idea| ("idea", &**idea)));
    assert_eq!(server.post(&hall.post(), &cookie, &form).await.status(), 303);
    assert_eq!(hall.themes().await, [&hall.ideas[1..4]]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_is_told_what_was_taken_off_and_the_archive_holds_every_pile() {
    let server = Server::start().await;
    let hall = given(&server, 2).await;
    hall.sort(&server, &hall.people[0]).await;
    let (phone, form) = (
        &hall.people[1],
        paths::form(&hall.people[1].code, &hall.sorting.to_string()),
    );
    let before = server.get(&form, &phone.cookie).await.text().await.expect("text");
    assert!(
        before.contains("Grants") && !before.contains("taken off the screens"),
        "{before}"
    );
    hall.stage
        .step(Step::HideIdea {
            idea: hall.ideas[5],
            reason: HideReason::Duplicate,
        })
        .await;
    let after = server.get(&form, &phone.cookie).await.text().await.expect("text");
    assert!(
        !after.contains("Grants") && after.contains("1 idea that you were given was taken off"),
        "{after}"
    );
    hall.sort(&server, phone).await;

    let cookie = server.facilitator().await;
    let archive = paths::export(hall.stage.entry.code.as_str(), "json");
    let archive = server.get(&archive, &cookie).await.text().await.expect("text");
    let archive: serde_json::Value = serde_json::from_str(&archive).expect("an archive");
    let events: Vec<Recorded> = serde_json::from_value(archive["events"].clone()).expect("events");
    let words: Vec<Words> = serde_json::from_value(archive["words"].clone()).expect("words");
    let again = Panel::replay(&events, words);
    let sorting = hall.sorting;
    let told = move |panel: &Panel| {
        let piles = panel.sorts(sorting).flatten();
        let piles = piles.map(|pile| {
            (
                pile.ideas.clone(),
                pile.name.and_then(|(name, _)| panel.text(name)).map(str::to_owned),
            )
        });
        piles.collect::<Vec<_>>()
    };
    let piles = told(&again);
    assert_eq!(piles.len(), 4, "two of each");
    assert_eq!(piles, hall.stage.look(move |panel| told(panel)).await);
}
