//! A facilitator at the agenda of a panel.

use reqwest::Response;
use uuid::Uuid;
use visioncast_app::{draft::Draft, paths};
use visioncast_model::{Activity, Actor, CommandId, Created, Language, Panel};

use super::server::Server;
use crate::{live::RoomHandle, store::Entry, templates};

pub(super) struct Desk {
    pub(super) server: Server,
    pub(super) session: String,
    pub(super) room: RoomHandle,
    pub(super) entry: Entry,
}

impl Desk {
    pub(super) async fn at(template: &str) -> Self {
        let server = Server::start().await;
        let created = templates::find(template)
            .expect("it is there")
            .created(Language::English);
        let created = Created {
            capacity: 100,
            ..created
        };
        let id = CommandId(Uuid::new_v4());
        let entry = server.rooms.begin(Actor::System, id, created).await.expect("it begins");
        let room = server.rooms.open(entry.clone()).await.expect("it opens");
        let session = server.facilitator().await;
        Self {
            server,
            session,
            room,
            entry,
        }
    }

    pub(super) async fn look<T: Send + 'static>(&self, look: impl FnOnce(&Panel) -> T + Send + 'static) -> T {
        self.room.look(look).await.expect("the room is there")
    }

    /// The item of the agenda with that title.
    pub(super) async fn item(&self, title: &str) -> Activity {
        let title = title.to_owned();
        let found = self
            .look(move |panel| panel.agenda().iter().find(|item| item.plan.title == title).cloned())
            .await;
        found.expect("it is on the agenda")
    }

    pub(super) async fn titles(&self) -> Vec<String> {
        self.look(|panel| panel.agenda().iter().map(|item| item.plan.title.clone()).collect())
            .await
    }

    pub(super) async fn send(&self, fields: &[(&str, &str)]) -> Response {
        let id = Uuid::new_v4().to_string();
        let fields = [&[("id", id.as_str())], fields].concat();
        let path = paths::agenda(self.entry.code.as_str());
        self.server.post(&path, &self.session, &fields).await
    }

    /// Sends the form of an item, with some fields typed anew.
    pub(super) async fn edit(&self, item: &Activity, typed: &[(&str, &str)]) -> Response {
        let known = Draft::of(&item.plan);
        let (id, seen) = (item.id.to_string(), item.edits.to_string());
        let mut fields = vec![("do", "edit"), ("activity", id.as_str()), ("seen", seen.as_str())];
        for name in FIELDS {
            if !typed.iter().any(|(typed, _)| typed == name) {
                fields.extend(known.all(name).map(|value| (*name, value)));
            }
        }
        fields.extend(typed);
        self.send(&fields).await
    }

    pub(super) async fn take(&self, fields: &[(&str, &str)]) {
        let answer = self.send(fields).await;
        assert_eq!(
            answer.status(),
            303,
            "{fields:?}: {}",
            answer.text().await.unwrap_or_default()
        );
    }
}

/// Every field that an item's form can have.
const FIELDS: &[&str] = &[
    "title",
    "question",
    "minutes",
    "instructions",
    "notes",
    "grace",
    "probes",
    "arrivals",
    "domain",
    "ask",
    "items",
    "statements",
    "scale",
    "points",
    "low",
    "high",
    "options",
    "several",
    "most",
    "budget",
    "cap",
    "places",
    "each",
    "threshold",
    "reason",
    "additions",
    "es.question",
    "es.instructions",
    "es.probes",
    "es.statements",
    "es.options",
    "es.reason",
    "es.additions",
];
