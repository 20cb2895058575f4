//! The table of who may do what, row by row: each role with each deed, for real, over HTTP and over the socket.

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    ActivityId, Actor, Answer, Arrange, Choice, Command, CommandId, Deed, Entered, Entrance, Grouping, HideReason,
    IdeaId, InitiativeId, Integrity, Kind, PersonId, Plan, Role, Sorters, Step,
    wire::{ClientFrame, ServerFrame, to_body},
};

use super::{
    server::{Server, Stage},
    socket::Socket,
};
use crate::live::random_token;

/// Somebody with what makes them who they are, and with nothing else.
struct Somebody {
    cookie: String,
    token: String,
}

/// A panel in which everything could be done, by whoever may.
struct Scene {
    stage: Stage,
    idea: IdeaId,
    initiative: InitiativeId,
    /// Another activity that is open: a grouping to everybody, or one with forms.
    other: Option<ActivityId>,
    who: Somebody,
}

async fn scene(server: &Server, role: Role, deed: Deed) -> Scene {
    // Tickets are made only where they are asked for; anywhere else, anybody who has the code may join.
    let integrity = match deed {
        Deed::KeepDoor => Integrity::Ticket,
        _ => Integrity::Open,
    };
    let stage = match deed {
        // Only a rehearsal can be wiped.
        Deed::Prepare => server.rehearsal().await,
        _ => server.stage_for(100, integrity).await,
    };
    stage.open(stage.prompt).await;
    if deed != Deed::Prepare {
        stage.open(stage.judgement).await;
    }
    let author = server.seated(&stage, Entrance::Ticket).await;
    let author = server.person(&stage, &author).await;
    let answer = Answer::AddIdea {
        activity: stage.prompt,
        domain: None,
        words: "An idea".to_owned(),
        quotable: true,
    };
    let id = CommandId(Uuid::new_v4());
    let added = stage.room.submit(Actor::Person(author), id, Command::Answer(answer));
    added.await.expect("the question is open");
    let other = match deed {
        Deed::Group => {
            let (prompt, by) = (stage.prompt, Sorters::Everybody);
            let kind = Kind::Grouping(Grouping::of(prompt, by));
            let grouping = stage.add(Plan::new("Themes", "What belongs together?", 0, kind)).await;
            Some(grouping)
        }
        // The server makes its forms.
        Deed::Answer => Some(stage.add(Plan::new("Help", "Who helps?", 0, Kind::Volunteers)).await),
        _ => None,
    };
    if deed == Deed::Review {
        stage.freeze().await;
    }
    let nobody = || (String::new(), random_token());
    let (cookie, token) = match role {
        Role::Visitor | Role::Program => nobody(),
        Role::Attendee => (server.seated(&stage, Entrance::Ticket).await.cookie, random_token()),
        Role::Panelist => {
            let token = server.link(&stage, Role::Panelist).await;
            let seat = server.post(&paths::panelist_seat(&token), "", &[]).await;
            let cookie = seat.headers()["set-cookie"].to_str().expect("text").to_owned();
            (cookie.split(';').next().unwrap_or_default().to_owned(), token)
        }
        Role::Board => (String::new(), server.link(&stage, Role::Board).await),
        Role::Facilitator => (server.facilitator().await, random_token()),
        Role::Owner => (server.owner().await, random_token()),
    };
    Scene {
        idea: IdeaId(id.0),
        initiative: server.initiative().await,
        other,
        stage,
        who: Somebody { cookie, token },
    }
}

/// Everything that can be sent over HTTP to do it; nothing where there is no such request.
fn requests(scene: &Scene, deed: Deed) -> Vec<Request> {
    let (stage, token) = (&scene.stage, &scene.who.token);
    let code = stage.entry.code.as_str();
    let (prompt, judgement) = (stage.prompt.to_string(), stage.judgement.to_string());
    let idea = scene.idea.to_string();
    let words = ("words", "said aloud");
    match deed {
        Deed::Follow => vec![
            get(paths::panel(code)),
            get(paths::along(code)),
            get(paths::qr(code)),
            get(paths::policy(code)),
            get(paths::panelist(token)),
            get(paths::panelist_themes(token)),
            get(format!("{}?prompt={prompt}", paths::panelist_suggestions(token))),
        ],
        Deed::Join => vec![post(paths::join(code), &[])],
        Deed::Answer => {
            let other = scene.other.map(|other| other.to_string()).unwrap_or_default();
            vec![
                post(paths::answer(code), &[("kind", "idea"), ("activity", &prompt), words]),
                get(paths::form(code, &other)),
                get(paths::mine(code)),
            ]
        }
        Deed::BringIdea => vec![
            post(
                paths::ideas(code),
                &[("do", "enter_idea"), ("activity", &prompt), words],
            ),
            post(paths::panelist(token), &[("activity", &prompt), words]),
        ],
        Deed::EnterSheet => vec![post(
            paths::ideas(code),
            &[
                ("do", "enter_sheet"),
                ("activity", &judgement),
                (&format!("choice-{idea}"), "agree"),
            ],
        )],
        Deed::Watch => vec![
            get(paths::console(code)),
            get(paths::ideas(code)),
            get(paths::moderation(code)),
            get(paths::PANELS.to_owned()),
            get(paths::themes(code)),
            get(format!("{}?prompt={prompt}", paths::theme_proposals(code))),
            get(format!("{}?prompt={prompt}", paths::suggestions(code))),
            get(format!("{}?prompt={prompt}", paths::theme_replay(code))),
            get(paths::initiative(&scene.initiative.to_string())),
            get(paths::initiative_tab(&scene.initiative.to_string(), "comparison")),
            get(paths::initiative_report(&scene.initiative.to_string(), "json")),
        ],
        Deed::Prepare => vec![
            get(paths::agenda(code)),
            post(paths::agenda(code), &[("do", "rename"), ("title", "Another")]),
            get(paths::run_sheet(code)),
            post(paths::wipe(code), &[("sure", "yes")]),
        ],
        Deed::Group => {
            let make = [("do", "make"), ("prompt", &*prompt), ("name", "A theme")];
            let activity = scene.other.map(|other| other.to_string()).unwrap_or_default();
            let form = [
                ("kind", "group"),
                ("activity", &activity),
                ("idea", &idea),
                ("name", "A theme"),
            ];
            let confirm = [
                ("do", "make"),
                ("prompt", &*prompt),
                ("name", "A theme"),
                ("idea", &*idea),
            ];
            let together = [("do", "together"), ("prompt", &*prompt), ("one", &*idea)];
            // Whoever may has done it by the first that is theirs: the idea is loose once.
            vec![
                post(paths::theme_proposals(code), &confirm),
                post(paths::themes(code), &make),
                post(paths::suggestions(code), &together),
                post(paths::panelist_themes(token), &make),
                post(paths::panelist_suggestions(token), &together),
                get(paths::room_themes(code)),
                post(paths::room_themes(code), &make),
                post(paths::answer(code), &form),
            ]
        }
        Deed::Moderate => vec![
            post(
                paths::ideas(code),
                &[("do", "hide"), ("idea", &idea), ("reason", "off_topic")],
            ),
            post(paths::ideas(code), &[("do", "moderate"), ("hold", "all")]),
        ],
        Deed::Erase => vec![post(
            paths::ideas(code),
            &[("do", "erase"), ("idea", &idea), ("sure", "yes")],
        )],
        Deed::KeepDoor => vec![
            get(paths::ballots(code)),
            get(paths::door(code)),
            post(paths::ballots(code), &[("do", "add_names"), ("names", "Ada")]),
            post(paths::door(code), &[("do", "show")]),
            post(paths::tickets(code), &[("count", "1")]),
        ],
        Deed::GiveLinks => vec![
            get(paths::links(code)),
            post(
                paths::links(code),
                &[("do", "make"), ("role", "board"), ("label", "Us")],
            ),
        ],
        Deed::ReadReport => vec![
            get(paths::report(code)),
            get(paths::report_file(code, "md")),
            get(paths::editions(code)),
            get(paths::board(token)),
            get(paths::board_file(token, "md")),
            get(paths::review(token)),
        ],
        Deed::Export => ["json", "csv", "polis"]
            .map(|format| get(paths::export(code, format)))
            .into(),
        Deed::Begin => vec![
            post(
                paths::PANELS.to_owned(),
                &[("title", "A panel"), ("template", "blank"), ("integrity", "open")],
            ),
            get(paths::FRAMEWORKS.to_owned()),
            post(
                paths::FRAMEWORKS.to_owned(),
                &[("do", "blank"), ("name", &random_token())],
            ),
        ],
        Deed::Invite => vec![post(
            paths::initiative_tab(&scene.initiative.to_string(), "people"),
            &[("do", "invite")],
        )],
        Deed::Freeze => vec![post(paths::editions(code), &[("do", "freeze")])],
        Deed::Review => vec![post(
            paths::review(token),
            &[("edition", "1"), ("recommendation", "step-1"), ("ruling", "adopted")],
        )],
        // The room is steered live alone, and the program serves itself.
        Deed::Steer | Deed::Serve => Vec::new(),
    }
}

enum Request {
    Get(String),
    Post(String, Vec<(String, String)>),
}

fn get(path: String) -> Request {
    Request::Get(path)
}

fn post(path: String, form: &[(&str, &str)]) -> Request {
    let mut form: Vec<_> = form
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    form.push(("id".to_owned(), Uuid::new_v4().to_string()));
    Request::Post(path, form)
}

/// Whether the server does it.
async fn over_http(server: &Server, who: &Somebody, request: &Request) -> bool {
    let answer = match request {
        Request::Get(path) => server.get(path, &who.cookie).await,
        Request::Post(path, form) => {
            let form: Vec<_> = form
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            server.post(path, &who.cookie, &form).await
        }
    };
    let status = answer.status().as_u16();
    let leads_to = answer
        .headers()
        .get("location")
        .and_then(|to| to.to_str().ok())
        .unwrap_or_default();
    match status {
        200 => true,
        303 => match request {
            // Who asks for a page and is led elsewhere has not seen it.
            Request::Get(_) => false,
            // Who has no seat at the room's desk is led to the way in.
            Request::Post(path, _) if path.ends_with("/themes") => leads_to.starts_with(path.as_str()),
            Request::Post(..) => !leads_to.starts_with(paths::SIGN_IN),
        },
        401 | 403 | 404 => false,
        other => panic!("{other} for {:?}", answer.text().await),
    }
}

/// The body of a frame that does it; none where no frame does, or where looking is the deed.
fn frame(scene: &Scene, deed: Deed) -> Option<Vec<u8>> {
    let (activity, idea) = (scene.stage.prompt, scene.idea);
    let step = |step: Step| Some(to_body(&step));
    match deed {
        Deed::Answer => Some(to_body(&Answer::AddIdea {
            activity,
            domain: None,
            words: "from a phone".to_owned(),
            quotable: false,
        })),
        Deed::BringIdea => step(Step::EnterIdea {
            activity,
            domain: None,
            words: "said aloud".to_owned(),
            quotable: false,
            source: Entered::Spoken,
        }),
        Deed::EnterSheet => step(Step::EnterSheet {
            activity: scene.stage.judgement,
            choices: vec![(idea, Choice::Agree)],
            source: Entered::Paper,
        }),
        Deed::Prepare => step(Step::RemoveActivity {
            activity: scene.stage.judgement,
        }),
        Deed::Steer => step(Step::Close { activity }),
        Deed::Moderate => step(Step::HideIdea {
            idea,
            reason: HideReason::OffTopic,
        }),
        Deed::Erase => step(Step::EraseWords { ideas: vec![idea] }),
        Deed::KeepDoor => step(Step::MakeTickets {
            count: 1,
            replacing: false,
        }),
        Deed::Serve => Some(to_body(&Command::CompleteReveal { activity })),
        Deed::Group => Some(to_body(&Arrange::Make {
            prompt: activity,
            domain: None,
            name: "A theme".to_owned(),
            ideas: vec![idea],
        })),
        Deed::Freeze => step(Step::FreezeReport),
        Deed::Follow
        | Deed::Join
        | Deed::Watch
        | Deed::GiveLinks
        | Deed::ReadReport
        | Deed::Export
        | Deed::Begin
        | Deed::Review
        | Deed::Invite => None,
    }
}

/// The sockets that somebody gets who tries all of them.
async fn sockets(server: &Server, scene: &Scene, queries: &[String]) -> Vec<Socket> {
    let mut open = Vec::new();
    for query in queries {
        let socket = server.try_socket(query, &scene.who.cookie, &server.url("")).await;
        if let Ok(mut socket) = socket {
            socket.hello(None).await;
            open.push(socket);
        }
    }
    open
}

/// Whether the server does it, over any socket; none where no socket is for it.
async fn over_socket(server: &Server, scene: &Scene, deed: Deed) -> Option<bool> {
    let code = &scene.stage.entry.code;
    let console = [format!("console={code}")];
    let following = [format!("along={code}"), format!("panelist={}", scene.who.token)];
    match deed {
        Deed::Follow => return Some(!sockets(server, scene, &following).await.is_empty()),
        Deed::Watch => return Some(!sockets(server, scene, &console).await.is_empty()),
        _ => {}
    }
    let body = frame(scene, deed)?;
    let [console] = console;
    let [along, panelist] = following;
    let mut all = [format!("panel={code}"), console, along, panelist].to_vec();
    if deed == Deed::Group {
        // At a desk, and only there; who reads along has none.
        let desk = format!("&desk={}", scene.stage.prompt);
        all = all.into_iter().map(|query| query + &desk).collect();
    }
    let mut done = false;
    for mut socket in sockets(server, scene, &all).await {
        let id = CommandId(Uuid::new_v4());
        socket.send(&ClientFrame::Submit { id, body: body.clone() }).await;
        done |= socket
            .wait(|frame| match frame {
                ServerFrame::Saved { commands } => commands.iter().any(|(saved, _)| *saved == id).then_some(true),
                ServerFrame::Refused { id: refused, .. } => (refused == id).then_some(false),
                _ => None,
            })
            .await;
    }
    Some(done)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_role_may_do_over_http_what_the_table_says() {
    let server = Server::start().await;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Program) {
        for deed in Deed::ALL {
            let scene = scene(&server, role, deed).await;
            let requests = requests(&scene, deed);
            let mut done = 0;
            for request in &requests {
                done += usize::from(over_http(&server, &scene.who, request).await);
            }
            // Some deeds have a way of their own for each role that may: one of them is enough.
            let expected = !requests.is_empty() && role.may(deed);
            assert_eq!(done > 0, expected, "{role:?} {deed:?}: {done} of {}", requests.len());
            let of_one_role = !matches!(deed, Deed::Follow | Deed::BringIdea | Deed::Group | Deed::ReadReport);
            assert!(
                done == 0 || !of_one_role || done == requests.len(),
                "{role:?} {deed:?}: {done}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_role_may_do_over_the_socket_what_the_table_says() {
    let server = Server::start().await;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Program) {
        for deed in Deed::ALL {
            let scene = scene(&server, role, deed).await;
            match over_socket(&server, &scene, deed).await {
                Some(done) => assert_eq!(done, role.may(deed), "{role:?} {deed:?}"),
                None => assert!(
                    !requests(&scene, deed).is_empty(),
                    "{deed:?} can be done in no way at all"
                ),
            }
        }
    }
}

/// The program has no credential; it asks the room itself.
#[tokio::test]
async fn the_program_may_do_in_the_room_what_the_table_says() {
    let server = Server::start().await;
    for deed in Deed::ALL {
        let scene = scene(&server, Role::Program, deed).await;
        let somebody = PersonId(Uuid::new_v4());
        let command = match (deed, frame(&scene, deed)) {
            (Deed::Join, _) => Command::Join,
            (Deed::Answer, _) => Command::Answer(Answer::SetQuotable {
                idea: scene.idea,
                quotable: true,
            }),
            (Deed::Serve, _) => Command::Deal { person: somebody },
            (Deed::Group, Some(body)) => Command::Arrange(visioncast_model::wire::from_body(&body).expect("a step")),
            (_, Some(body)) => Command::Step(visioncast_model::wire::from_body(&body).expect("a step")),
            // Beginning is asked of no room, and the others of nobody but a browser.
            (_, None) => continue,
        };
        assert_eq!(command.deed(), deed);
        let id = CommandId(Uuid::new_v4());
        let answer = scene.stage.room.submit(Actor::System, id, command).await;
        let refused = answer == Err(visioncast_model::Rejection::NotAllowed);
        assert_eq!(!refused, Role::Program.may(deed), "{deed:?}: {answer:?}");
    }
}

/// What somebody is asked for who has none of the credentials of the table, or what no form of the table can hold.
const ELSEWHERE: [(&str, &str); 12] = [
    ("POST /p/{code}/mine", "one's own seat alone: tests/initiative.rs"),
    ("GET /p/{code}/volunteer", "reads no cookie: tests/join_attack.rs"),
    ("POST /p/{code}/volunteer", "reads no cookie: tests/join_attack.rs"),
    (
        "POST /panelist/{token}/seat",
        "how a panelist comes to their cookie here",
    ),
    (
        "POST /console/initiative/{id}",
        "each of its forms asks for itself: tests/initiative.rs",
    ),
    ("POST /console/framework/upload", "takes a file: tests/frameworks.rs"),
    (
        "GET /console/framework/{id}",
        "begins with one that was made: tests/frameworks.rs",
    ),
    (
        "POST /console/framework/{id}",
        "begins with one that was made: tests/frameworks.rs",
    ),
    (
        "GET /console/framework/{id}/file",
        "begins with one that was made: tests/frameworks.rs",
    ),
    ("POST /console/framework/{id}/file", "takes a file: tests/frameworks.rs"),
    (
        "POST /console/framework/{id}/removal",
        "begins with one that was made: tests/frameworks.rs",
    ),
    (
        "GET /p/{code}/themes",
        "in the table as what an attendee does while grouping is open",
    ),
];

/// Whether a path of a request is one of those that a route takes.
fn fits(route: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let (route, path): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
    let same = |(route, path): (&&str, &&str)| route.starts_with('{') || route == path;
    route.len() == path.len() && route.iter().zip(&path).all(same)
}

/// A route under these that nobody put into the table would be asked for by nobody above.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_to_a_panel_is_in_the_table() {
    let server = Server::start().await;
    let mut asked = Vec::new();
    for deed in Deed::ALL {
        asked.extend(requests(&scene(&server, Role::Panelist, deed).await, deed));
    }
    let (cookie, stage) = (server.owner().await, server.stage().await);
    let told = server.routes();
    // The router tells its routes as text alone.
    let routes = told.split('"').skip(1).step_by(2);
    let ours = ["/console", "/p/", "/panelist/", "/board/"];
    let mut missing = Vec::new();
    let routes: Vec<&str> = routes
        .filter(|route| ours.iter().any(|ours| route.starts_with(ours)))
        .collect();
    assert!(routes.len() > 25, "{told}");
    for route in routes {
        let code = stage.entry.code.to_string();
        let path = route.replace("{code}", &code);
        for method in ["GET", "POST"] {
            let answer = match method {
                "GET" => server.get(&path, &cookie).await,
                _ => server.post(&path, &cookie, &[]).await,
            };
            let name = format!("{method} {route}");
            let known = asked.iter().any(|request| match request {
                Request::Get(path) => method == "GET" && fits(route, path),
                Request::Post(path, _) => method == "POST" && fits(route, path),
            });
            let is_there = answer.status() != 405;
            if is_there && !known && !ELSEWHERE.iter().any(|(elsewhere, _)| *elsewhere == name) {
                missing.push(name);
            }
        }
    }
    assert!(missing.is_empty(), "not in the table: {missing:#?}");
}
