//! A server of one's own, on a free port and an empty database.

use std::{net::SocketAddr, sync::Arc};

use reqwest::{
    Response,
    header::{COOKIE, ORIGIN, SET_COOKIE},
    redirect::Policy,
};
use tokio::net::TcpListener;
use uuid::Uuid;
use visioncast_app::{Assets, paths};
use visioncast_model::{
    AccountId, ActivityId, Actor, ChangeStep, Command, CommandId, Constituency, ConstituencyId, Created, Domain,
    DomainId, Entrance, Framework, InitiativeId, Integrity, JoinCode, Judgement, Kind, Moderation, Pace, Panel,
    PanelId, PersonId, Plan, Point, Principle, Prompt, Rejection, Role, Seq, Step,
};

use super::socket::Socket;
use crate::{
    accounts,
    http::{self, App, Site},
    initiative,
    limits::Limits,
    live::{RoomHandle, Rooms, now, random_token},
    press::Press,
    store::{self, Account, Entry, Link, SharedStore, token_hash},
};

pub(super) struct Server {
    pub(super) rooms: Rooms,
    pub(super) addr: SocketAddr,
    pub(super) client: reqwest::Client,
    routes: String,
    _folder: Option<tempfile::TempDir>,
}

/// A panel with one prompt and the vote on its ideas.
pub(super) struct Stage {
    pub(super) entry: Entry,
    pub(super) room: RoomHandle,
    pub(super) prompt: ActivityId,
    pub(super) judgement: ActivityId,
}

/// Somebody who has joined: what their browser holds.
#[derive(Clone)]
pub(super) struct Phone {
    pub(super) cookie: String,
    pub(super) code: String,
}

impl Server {
    pub(super) async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the database");
        let address = format!("sqlite://{}", folder.path().join("panel.db").display());
        let store = store::open(&address).await.expect("an empty database opens");
        Self {
            _folder: Some(folder),
            ..Self::on(store).await
        }
    }

    pub(super) async fn on(store: SharedStore) -> Self {
        let rooms = Rooms::new(store);
        let app = App {
            rooms: rooms.clone(),
            limits: Arc::new(Limits::new()),
            assets: Arc::new(Assets::default()),
            site: Arc::new(Site {
                public_url: None,
                behind_proxy: false,
                local: None,
            }),
            piles: Arc::default(),
            press: Press::new(rooms.store.clone()),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let addr = listener.local_addr().expect("an address");
        let router = http::router(app).expect("the routes are fine");
        let routes = format!("{router:?}");
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let stop = rooms.stop.clone().cancelled_owned();
        tokio::spawn(async move {
            axum::serve(listener, service)
                .with_graceful_shutdown(stop)
                .await
                .expect("it serves");
        });
        tokio::spawn(rooms.clone().listen());
        let client = reqwest::Client::builder()
            .redirect(Policy::none())
            .build()
            .expect("a client");
        Self {
            rooms,
            addr,
            client,
            routes,
            _folder: None,
        }
    }

    /// All routes, as the router tells them.
    pub(super) fn routes(&self) -> &str {
        &self.routes
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.addr)
    }

    pub(super) async fn stage(&self) -> Stage {
        self.stage_for(100, Integrity::Open).await
    }

    pub(super) async fn stage_for(&self, capacity: u32, integrity: Integrity) -> Stage {
        self.stage_as(capacity, integrity, false).await
    }

    pub(super) async fn rehearsal(&self) -> Stage {
        self.stage_as(100, Integrity::Open, true).await
    }

    async fn stage_as(&self, capacity: u32, integrity: Integrity, rehearsal: bool) -> Stage {
        let (prompt, judgement) = (ActivityId(Uuid::new_v4()), ActivityId(Uuid::new_v4()));
        let plan = |question: &str, kind| Plan::new(question.to_owned(), question.to_owned(), 0, kind);
        let created = Created {
            panel: PanelId(Uuid::nil()),
            code: JoinCode::from_random(0),
            title: "A test panel".to_owned(),
            framework: Framework {
                name: "An association".to_owned(),
                domains: vec![Domain {
                    id: DomainId(1),
                    name: "resources".to_owned(),
                }],
                principles: vec![Principle {
                    number: 1,
                    text: "Connect and convene".to_owned(),
                }],
                constituencies: vec![
                    Constituency {
                        id: ConstituencyId(1),
                        name: "researchers".to_owned(),
                        wants: vec!["open data".to_owned()],
                    },
                    Constituency {
                        id: ConstituencyId(2),
                        name: "students".to_owned(),
                        wants: Vec::new(),
                    },
                ],
                neighbours: vec![Point {
                    id: 3,
                    text: "Another association".to_owned(),
                }],
                vision: "to be a resource".to_owned(),
                steps: vec![ChangeStep {
                    number: 1,
                    name: "Create urgency".to_owned(),
                    later: false,
                }],
                ..Framework::default()
            },
            agenda: vec![
                (prompt, plan("What must be done?", Kind::Prompt(Prompt::default()))),
                (judgement, plan("Do you agree?", Kind::Judgement(Judgement { prompt }))),
            ],
            seed: 0,
            rehearsal,
            capacity,
            pace: Pace::Led,
            integrity,
            moderation: Moderation::default(),
        };
        let id = CommandId(Uuid::new_v4());
        let entry = self
            .rooms
            .begin(Actor::System, id, created)
            .await
            .expect("a panel begins");
        let room = self.rooms.open(entry.clone()).await.expect("it opens");
        Stage {
            entry,
            room,
            prompt,
            judgement,
        }
    }

    /// Joins as a browser does, with the form.
    pub(super) async fn join(&self, stage: &Stage) -> Phone {
        let code = stage.entry.code.to_string();
        let response = self.post(&paths::join(&code), "", &[]).await;
        assert_eq!(response.status(), 303, "joining leads on");
        let seat = response.headers()[SET_COOKIE].to_str().expect("a seat is handed out");
        let cookie = seat.split(';').next().unwrap_or_default().to_owned();
        Phone { cookie, code }
    }

    /// Somebody who came past the door, whatever the door asks for.
    pub(super) async fn seated(&self, stage: &Stage, entrance: Entrance) -> Phone {
        let person = PersonId(Uuid::new_v4());
        let id = CommandId(Uuid::new_v4());
        let joined = stage
            .room
            .submit(Actor::Person(person), id, Command::Admit { entrance });
        joined.await.expect("there is room");
        let (token, code) = (random_token(), stage.entry.code.to_string());
        let kept = self.rooms.store.keep_seat(token_hash(&token), stage.entry.id, person);
        kept.await.expect("the seat is kept");
        Phone {
            cookie: format!("seat-{code}={token}"),
            code,
        }
    }

    /// A link for a panelist or the board; returns its token.
    pub(super) async fn link(&self, stage: &Stage, role: Role) -> String {
        let token = random_token();
        let link = Link {
            token: token_hash(&token),
            panel: stage.entry.id,
            role,
            label: "Somebody".to_owned(),
            created: now(),
            expires: now().plus_seconds(60),
            revoked: false,
        };
        self.rooms.store.keep_link(&link).await.expect("the link is kept");
        token
    }

    /// Who a phone is, as only the server knows.
    pub(super) async fn person(&self, stage: &Stage, phone: &Phone) -> PersonId {
        let token = phone.cookie.split_once('=').expect("name and value").1;
        let seat = self.rooms.store.seat(token_hash(token), stage.entry.id).await;
        seat.expect("the store answers").expect("the phone has a seat")
    }

    /// The initiative that panels are in unless they say otherwise.
    pub(super) async fn initiative(&self) -> InitiativeId {
        self.rooms.store.initiatives().await.expect("an answer")[0].id()
    }

    /// A facilitator's cookie.
    pub(super) async fn facilitator(&self) -> String {
        self.member(visioncast_model::initiative::Role::Facilitator).await
    }

    /// The cookie of an owner of the initiative.
    pub(super) async fn owner(&self) -> String {
        self.member(visioncast_model::initiative::Role::Owner).await
    }

    async fn member(&self, role: visioncast_model::initiative::Role) -> String {
        let account = Account {
            id: AccountId(Uuid::new_v4()),
            name: random_token(),
            password_hash: String::new(),
            created: now(),
        };
        let store = &self.rooms.store;
        store.create_account(&account).await.expect("the name is free");
        let initiative = self.initiative().await;
        initiative::join(store, initiative, &account, role)
            .await
            .expect("a member");
        let expires = now().plus_seconds(60);
        let token = accounts::begin_session(store, account.id, expires)
            .await
            .expect("a session");
        format!("session={token}")
    }

    pub(super) async fn get(&self, path: &str, cookie: &str) -> Response {
        let request = self.client.get(self.url(path)).header(COOKIE, cookie);
        request.send().await.expect("the server answers")
    }

    pub(super) async fn post(&self, path: &str, cookie: &str, form: &[(&str, &str)]) -> Response {
        self.post_from(&self.url(""), path, cookie, form).await
    }

    pub(super) async fn post_from(&self, origin: &str, path: &str, cookie: &str, form: &[(&str, &str)]) -> Response {
        let request = self.client.post(self.url(path)).header(COOKIE, cookie);
        let request = request.header(ORIGIN, origin).form(form);
        request.send().await.expect("the server answers")
    }

    pub(super) async fn phone_socket(&self, phone: &Phone) -> Socket {
        self.socket(&format!("panel={}", phone.code), &phone.cookie).await
    }

    pub(super) async fn screen_socket(&self, stage: &Stage) -> Socket {
        self.socket(&format!("screen={}", stage.entry.screen_key), "").await
    }

    pub(super) async fn socket(&self, query: &str, cookie: &str) -> Socket {
        let socket = self.try_socket(query, cookie, &self.url("")).await;
        socket.expect("the socket opens")
    }

    /// # Errors
    /// The status with which the server declines.
    pub(super) async fn try_socket(&self, query: &str, cookie: &str, origin: &str) -> Result<Socket, u16> {
        let url = format!("ws://{}{}?{query}", self.addr, paths::SOCKET);
        Socket::open(&url, cookie, origin, false).await
    }

    /// A socket into which little fits: whoever does not read it lags soon.
    pub(super) async fn narrow_socket(&self, query: &str) -> Socket {
        let url = format!("ws://{}{}?{query}", self.addr, paths::SOCKET);
        let socket = Socket::open(&url, "", &self.url(""), true).await;
        socket.expect("the socket opens")
    }
}

impl Stage {
    pub(super) async fn step(&self, step: Step) -> Seq {
        let id = CommandId(Uuid::new_v4());
        let done = self.room.submit(Actor::System, id, Command::Step(step)).await;
        done.expect("the step is fine")
    }

    /// Closes the vote, and shows what it came to.
    pub(super) async fn reveal(&self) {
        let activity = self.judgement;
        self.step(Step::Close { activity }).await;
        self.step(Step::Reveal { activity }).await;
        while !self.look(move |panel| panel.totals_at_reveal(activity).is_some()).await {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    /// Freezes the report, as a facilitator does.
    pub(super) async fn freeze(&self) {
        let (id, facilitator) = (CommandId(Uuid::new_v4()), Actor::Facilitator(AccountId(Uuid::nil())));
        let frozen = self.room.submit(facilitator, id, Command::Step(Step::FreezeReport));
        frozen.await.expect("something has changed");
    }

    /// Puts another activity on the agenda, and opens it.
    pub(super) async fn add(&self, plan: Plan) -> ActivityId {
        let activity = ActivityId(Uuid::new_v4());
        self.step(Step::AddActivity {
            activity,
            plan: Box::new(plan),
            place: u16::MAX,
        })
        .await;
        self.step(Step::Focus {
            activity: Some(activity),
        })
        .await;
        self.open(activity).await;
        activity
    }

    pub(super) async fn open(&self, activity: ActivityId) {
        self.step(Step::Open {
            activity,
            alongside: true,
        })
        .await;
    }

    pub(super) async fn submit(&self, person: PersonId, answer: visioncast_model::Answer) -> Result<Seq, Rejection> {
        let id = CommandId(Uuid::new_v4());
        self.room
            .submit(Actor::Person(person), id, Command::Answer(answer))
            .await
    }

    pub(super) async fn look<T: Send + 'static>(&self, look: impl FnOnce(&Panel) -> T + Send + 'static) -> T {
        self.room.look(look).await.expect("the room is there")
    }
}
