//! The table of who may do what, row by row: each role with each deed, for real, over HTTP and over the socket.

use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    ActivityId, Actor, Answer, Choice, Command, CommandId, Deed, Entered, Entrance, Grouping, HideReason, IdeaId,
    InitiativeId, Integrity, Kind, PersonId, Plan, Role, Sorters, Step,
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
    /// A grouping that is open to everybody.
    grouping: Option<ActivityId>,
    who: Somebody,
}

async fn scene(server: &Server, role: Role, deed: Deed) -> Scene {
    // Tickets are made only where they are asked for; anywhere else, anybody who has the code may join.
    let integrity = match deed {
        Deed::KeepDoor => Integrity::Ticket,
        _ => Integrity::Open,
    };
    let stage = server.stage_for(100, integrity).await;
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
    let grouping = match deed {
        Deed::Group => {
            let (prompt, by) = (stage.prompt, Sorters::Everybody);
            let kind = Kind::Grouping(Grouping::of(prompt, by));
            let grouping = stage.add(Plan::new("Themes", "What belongs together?", 0, kind)).await;
            Some(grouping)
        }
        _ => None,
    };
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
        grouping,
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
        Deed::Follow => vec![get(paths::along(code)), get(paths::panelist(token))],
        Deed::Join => vec![post(paths::join(code), &[])],
        Deed::Answer => vec![post(
            paths::answer(code),
            &[("kind", "idea"), ("activity", &prompt), words],
        )],
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
            get(paths::PANELS.to_owned()),
        ],
        Deed::Prepare => vec![
            get(paths::agenda(code)),
            post(paths::agenda(code), &[("do", "rename"), ("title", "Another")]),
        ],
        Deed::Group => {
            let make = [("do", "make"), ("prompt", &*prompt), ("name", "A theme")];
            let activity = scene.grouping.map(|grouping| grouping.to_string()).unwrap_or_default();
            let form = [
                ("kind", "group"),
                ("activity", &activity),
                ("idea", &idea),
                ("name", "A theme"),
            ];
            vec![
                post(paths::themes(code), &make),
                post(paths::panelist_themes(token), &make),
                post(paths::answer(code), &form),
            ]
        }
        Deed::Moderate => vec![post(
            paths::ideas(code),
            &[("do", "hide"), ("idea", &idea), ("reason", "off_topic")],
        )],
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
        Deed::ReadReport => vec![get(paths::report(code)), get(paths::board(token))],
        Deed::Export => ["json", "csv", "polis"]
            .map(|format| get(paths::export(code, format)))
            .into(),
        Deed::Begin => vec![post(
            paths::PANELS.to_owned(),
            &[("title", "A panel"), ("template", "blank"), ("integrity", "open")],
        )],
        Deed::Invite => vec![post(
            paths::initiative_tab(&scene.initiative.to_string(), "people"),
            &[("do", "invite")],
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
        303 => !leads_to.starts_with(paths::SIGN_IN),
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
        Deed::Follow
        | Deed::Join
        | Deed::Watch
        | Deed::GiveLinks
        | Deed::ReadReport
        | Deed::Export
        | Deed::Begin
        | Deed::Group
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
    let all = [format!("panel={code}"), console, along, panelist];
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
