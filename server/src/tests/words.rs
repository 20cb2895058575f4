//! The words of the room on the projector.

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    Actor, Answer, Command, CommandId, Entrance, Face, HideReason, HoldBack, IdeaId, Moderation, Step,
    view::{Screen, ScreenKey, ScreenValue},
};

use super::server::{Server, Stage};

impl Stage {
    /// Somebody who comes in and says this.
    async fn say(&self, server: &Server, words: &str) -> IdeaId {
        let phone = server.seated(self, Entrance::Code).await;
        let person = server.person(self, &phone).await;
        let idea = Answer::AddIdea {
            activity: self.prompt,
            domain: None,
            words: words.to_owned(),
            quotable: true,
        };
        let id = CommandId(Uuid::new_v4());
        let said = self.room.submit(Actor::Person(person), id, Command::Answer(idea)).await;
        said.expect("the question is open");
        IdeaId(id.0)
    }

    async fn face(&self, face: Face) {
        let activity = self.prompt;
        self.step(Step::ChooseFace { activity, face }).await;
    }

    async fn screen(&self) -> Screen {
        let words = std::sync::Arc::clone(&self.room.words);
        self.look(move |panel| words.screen(panel)).await
    }

    /// The words as they stand on the projector; none where it shows no words.
    async fn words(&self) -> Option<Vec<(String, u32)>> {
        match self.screen().await.values.get(&ScreenKey::Words) {
            Some(ScreenValue::Words(terms)) => {
                Some(terms.iter().map(|term| (term.word.clone(), term.people)).collect())
            }
            _ => None,
        }
    }
}

fn terms(words: &[(&str, u32)]) -> Option<Vec<(String, u32)>> {
    Some(
        words
            .iter()
            .map(|(word, people)| ((*word).to_owned(), *people))
            .collect(),
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_projector_shows_the_words_of_at_least_three_people_that_are_on_screens() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let focus = Step::Focus {
        activity: Some(stage.prompt),
    };
    stage.step(focus).await;
    let first = stage.say(&server, "More mentors for schools").await;
    stage.say(&server, "Train the mentors").await;
    assert_eq!(stage.words().await, None, "nobody chose so");
    stage.face(Face::Words).await;
    assert_eq!(stage.words().await, terms(&[]));
    stage.say(&server, "A mentor for schools").await;
    stage.say(&server, "Schools first").await;
    assert_eq!(stage.words().await, terms(&[("mentors", 3), ("schools", 3)]));
    // The page begins with them, and the socket goes on from there.
    let page = server.get(&paths::screen(&stage.entry.screen_key), "").await;
    let page = page.text().await.expect("text");
    assert!(page.contains("word-list") && page.contains("by 3 people"), "{page}");

    // What waits to be read, and what was hidden or erased, is in no word.
    let moderation = Box::new(Moderation {
        hold: HoldBack::All,
        ..Moderation::default()
    });
    let release = false;
    stage.step(Step::SetModeration { moderation, release }).await;
    stage.say(&server, "Mentors mentors mentors").await;
    assert_eq!(stage.words().await, terms(&[("mentors", 3), ("schools", 3)]));
    let reason = HideReason::OffTopic;
    stage.step(Step::HideIdea { idea: first, reason }).await;
    assert_eq!(stage.words().await, terms(&[]));
    stage.step(Step::ShowIdea { idea: first }).await;
    assert_eq!(stage.words().await, terms(&[("mentors", 3), ("schools", 3)]));
    stage.step(Step::EraseWords { ideas: vec![first] }).await;
    assert_eq!(stage.words().await, terms(&[]));
    stage.face(Face::Ideas).await;
    assert_eq!(stage.words().await, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_screen_that_listens_ends_with_the_same_words() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let focus = Step::Focus {
        activity: Some(stage.prompt),
    };
    stage.step(focus).await;
    stage.face(Face::Words).await;
    let mut socket = server.screen_socket(&stage).await;
    socket.hello(None).await;
    for _ in 0..3 {
        stage.say(&server, "Bridges, not walls").await;
    }
    let words = socket
        .wait(|frame| {
            let visioncast_model::wire::ServerFrame::Room(moved) = frame else {
                return None;
            };
            let patch: visioncast_model::view::Patch<ScreenKey, ScreenValue> =
                visioncast_model::wire::from_body(&moved.patch).expect("a patch");
            patch.0.into_iter().find_map(|(key, value)| match (key, value) {
                (ScreenKey::Words, Some(ScreenValue::Words(terms))) if !terms.is_empty() => Some(terms),
                _ => None,
            })
        })
        .await;
    let words: Vec<String> = words.into_iter().map(|term| term.word).collect();
    assert_eq!(words, ["Bridges", "walls"]);
}
