use std::time::Duration;

use visioncast_model::{
    Answer, Choice, CommandId, IdeaId, Rejection, Step, TextError,
    view::{
        Console, ConsoleKey, ConsoleValue, Hand, Own, OwnKey, OwnValue, Phone, Progress, Screen, ScreenKey, ScreenValue,
    },
    wire::{CLIENT_FRAME_BYTES, ClientFrame, Goodbye, ServerFrame, WIRE_VERSION, to_body},
};

use super::{server::Server, socket::apply};

fn idea(activity: visioncast_model::ActivityId, words: &str) -> Answer {
    Answer::AddIdea {
        activity,
        domain: None,
        words: words.to_owned(),
        quotable: true,
    }
}

#[tokio::test]
async fn an_idea_goes_from_a_phone_to_the_projector_and_comes_back_to_be_judged() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;

    let mut screen = server.screen_socket(&stage).await;
    screen.hello(None).await;
    let mut shown = Screen::default();

    let author = server.join(&stage).await;
    let mut phone = server.phone_socket(&author).await;
    phone.hello(None).await;
    let id = phone.answer(&idea(stage.prompt, "Be a bridge")).await;
    phone.saved(id).await;
    screen
        .follow(&mut shown, |shown| {
            matches!(shown.values.get(&ScreenKey::Idea(0)), Some(ScreenValue::Idea(idea)) if idea.words == "Be a bridge")
        })
        .await;

    stage.open(stage.judgement).await;
    let voter = server.join(&stage).await;
    let mut other = server.phone_socket(&voter).await;
    other.hello(None).await;
    let mut own = Own::default();
    let hand = |own: &Own| match own.values.get(&OwnKey::Hand(stage.judgement)) {
        Some(OwnValue::Hand(hand)) => hand.clone(),
        _ => Hand::default(),
    };
    while hand(&own).next.is_empty() {
        let moved = other.wait(|frame| match frame {
            ServerFrame::Own(moved) => Some(moved),
            _ => None,
        });
        apply(&mut own, moved.await);
    }
    assert_eq!(hand(&own).next[0].idea, IdeaId(id.0));
    let vote = Answer::Judge {
        activity: stage.judgement,
        idea: IdeaId(id.0),
        choice: Choice::Agree,
    };
    let vote = other.answer(&vote).await;
    other.saved(vote).await;
    screen
        .follow(&mut shown, |shown| {
            let progress = Progress { answered: 1, ideas: 1 };
            shown.values.get(&ScreenKey::Progress) == Some(&ScreenValue::Progress(progress))
                && !shown.values.contains_key(&ScreenKey::Result(0))
        })
        .await;
}

#[tokio::test]
async fn what_is_sent_again_after_a_lost_acknowledgement_counts_once() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let phone = server.join(&stage).await;
    let mut socket = server.phone_socket(&phone).await;
    socket.hello(None).await;
    let id = socket.answer(&idea(stage.prompt, "once")).await;
    let seq = socket.saved(id).await;
    drop(socket);

    let mut again = server.phone_socket(&phone).await;
    again.hello(None).await;
    let frame = ClientFrame::Submit {
        id,
        body: to_body(&idea(stage.prompt, "once")),
    };
    again.send(&frame).await;
    assert_eq!(again.saved(id).await, seq);
    let changed = ClientFrame::Submit {
        id,
        body: to_body(&idea(stage.prompt, "other words")),
    };
    again.send(&changed).await;
    let why = again.wait(|frame| match frame {
        ServerFrame::Refused { why, .. } => Some(why),
        _ => None,
    });
    assert_eq!(why.await, Rejection::IdReused);
    assert_eq!(stage.look(|panel| panel.ideas().len()).await, 1);
}

#[tokio::test]
async fn a_screen_that_comes_back_gets_what_changed_and_ends_equal_to_a_fresh_one() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let author = server.join(&stage).await;
    let mut socket = server.phone_socket(&author).await;
    socket.hello(None).await;
    let mut view = Phone::default();
    let epoch = socket.wait(|frame| match frame {
        ServerFrame::Welcome { epoch, .. } => Some(epoch),
        _ => None,
    });
    let epoch = epoch.await;
    socket.follow(&mut view, |view| !view.values.is_empty()).await;
    drop(socket);

    stage.open(stage.prompt).await;
    let person = server.person(&stage, &author).await;
    for number in 0..5 {
        let added = stage
            .submit(person, idea(stage.prompt, &format!("idea {number}")))
            .await;
        added.expect("taken");
    }
    tokio::time::sleep(Duration::from_millis(400)).await;

    let mut back = server.phone_socket(&author).await;
    back.hello(Some((epoch, view.seq))).await;
    let moved = back.wait(|frame| match frame {
        ServerFrame::Room(moved) => Some(moved),
        _ => None,
    });
    let moved = moved.await;
    assert_eq!(moved.from, Some(view.seq), "only what changed is sent");
    apply(&mut view, moved);
    assert_eq!(view, stage.look(visioncast_model::Panel::phone).await);
}

#[tokio::test]
async fn a_console_opens_and_reveals_and_everything_follows() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let session = server.facilitator().await;
    let mut console = server.socket(&format!("console={}", stage.entry.code), &session).await;
    console.hello(None).await;
    let mut view = Console::default();
    let step = |step: Step| ClientFrame::Submit {
        id: CommandId(uuid::Uuid::new_v4()),
        body: to_body(&step),
    };
    console
        .send(&step(Step::Open {
            activity: stage.judgement,
            alongside: false,
        }))
        .await;
    console
        .send(&step(Step::Reveal {
            activity: stage.judgement,
        }))
        .await;
    console
        .follow(&mut view, |view| {
            matches!(
                view.values.get(&ConsoleKey::Activity(stage.judgement)),
                Some(ConsoleValue::Activity(item)) if item.reveal.is_shown()
            )
        })
        .await;
}

#[tokio::test]
async fn only_those_who_may_get_a_socket() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let code = stage.entry.code;
    let phone = server.join(&stage).await;
    let here = server.url("");
    let refusal =
        async |query: String, cookie: &str, origin: &str| server.try_socket(&query, cookie, origin).await.err();
    let panel = format!("panel={code}");
    assert_eq!(
        refusal(panel.clone(), &phone.cookie, "https://evil.example").await,
        Some(403)
    );
    assert_eq!(refusal(panel.clone(), "", &here).await, Some(401));
    assert_eq!(
        refusal(format!("console={code}"), &phone.cookie, &here).await,
        Some(401)
    );
    assert_eq!(refusal("screen=guessed".to_owned(), "", &here).await, Some(404));
    assert_eq!(
        refusal("panel=222222".to_owned(), &phone.cookie, &here).await,
        Some(404)
    );
    assert_eq!(refusal(panel, &phone.cookie, &here).await, None);

    // Another panel's seat is none here.
    let elsewhere = server.stage().await;
    let other = format!("panel={}", elsewhere.entry.code);
    assert_eq!(refusal(other, &phone.cookie, &here).await, Some(401));
}

#[tokio::test]
async fn what_makes_no_sense_is_answered_and_touches_nobody_else() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let phone = server.join(&stage).await;
    let mut healthy = server.phone_socket(&phone).await;
    healthy.hello(None).await;

    for (bytes, answer) in [
        (vec![WIRE_VERSION + 1, 0, 0], Goodbye::Reload),
        (vec![WIRE_VERSION, 250, 250, 250], Goodbye::Unreadable),
        (vec![], Goodbye::Unreadable),
    ] {
        let mut socket = server.phone_socket(&phone).await;
        socket.send_bytes(bytes.clone()).await;
        assert_eq!(socket.goodbye().await, answer, "as first frame: {bytes:?}");
        let mut socket = server.phone_socket(&phone).await;
        socket.hello(None).await;
        socket.send_bytes(bytes.clone()).await;
        assert_eq!(socket.goodbye().await, answer, "later: {bytes:?}");
    }
    let mut socket = server.phone_socket(&phone).await;
    socket.hello(None).await;
    socket.send_bytes(vec![WIRE_VERSION; CLIENT_FRAME_BYTES + 1]).await;
    while socket.next().await.is_some() {}

    let refused = async |socket: &mut super::socket::Socket, answer: &Answer| {
        let id = socket.answer(answer).await;
        socket
            .wait(|frame| match frame {
                ServerFrame::Refused { id: refused, why } if refused == id => Some(why),
                _ => None,
            })
            .await
    };
    let long = "x".repeat(10_000);
    assert_eq!(
        refused(&mut healthy, &idea(stage.prompt, &long)).await,
        Rejection::Text(TextError::TooLong {
            limit: 1_000,
            actual: 10_000
        })
    );
    let unknown = Answer::Judge {
        activity: stage.judgement,
        idea: IdeaId(uuid::Uuid::new_v4()),
        choice: Choice::Pass,
    };
    assert_eq!(refused(&mut healthy, &unknown).await, Rejection::NotOpenYet);
    let step = Step::End;
    let id = CommandId(uuid::Uuid::new_v4());
    healthy
        .send(&ClientFrame::Submit {
            id,
            body: to_body(&step),
        })
        .await;
    let id = healthy.answer(&idea(stage.prompt, "still fine")).await;
    healthy.saved(id).await;
    assert_eq!(stage.look(|panel| panel.ideas().len()).await, 1);
}

#[tokio::test]
async fn a_projector_listens_only() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let mut screen = server.screen_socket(&stage).await;
    screen.hello(None).await;
    let id = CommandId(uuid::Uuid::new_v4());
    screen
        .send(&ClientFrame::Submit {
            id,
            body: to_body(&Step::End),
        })
        .await;
    let why = screen.wait(|frame| match frame {
        ServerFrame::Refused { why, .. } => Some(why),
        _ => None,
    });
    assert_eq!(why.await, Rejection::NotAllowed);
}

#[tokio::test]
async fn a_server_that_stops_tells_phones_to_come_back() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let mut socket = server.phone_socket(&phone).await;
    socket.hello(None).await;
    socket
        .wait(|frame| matches!(frame, ServerFrame::Room(_)).then_some(()))
        .await;
    server.rooms.stop.cancel();
    assert_eq!(socket.goodbye().await, Goodbye::Restarting);
    server.rooms.tasks.close();
    server.rooms.tasks.wait().await;
    // What was acknowledged is there when it comes back.
    let again = Server::on(server.rooms.store.clone()).await;
    let room = again.rooms.find(stage.entry.code).await.expect("the store answers");
    let people = room
        .expect("the panel is there")
        .look(|panel| panel.people().len())
        .await;
    assert_eq!(people, Some(1));
}

#[tokio::test]
async fn one_person_is_slowed_down_alone() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let (fast, calm) = (server.join(&stage).await, server.join(&stage).await);
    let mut flood = server.phone_socket(&fast).await;
    flood.hello(None).await;
    for number in 0..300 {
        flood.answer(&idea(stage.prompt, &format!("idea {number}"))).await;
    }
    flood
        .wait(|frame| match frame {
            ServerFrame::Refused {
                why: Rejection::TooFast,
                ..
            } => Some(()),
            _ => None,
        })
        .await;
    let mut socket = server.phone_socket(&calm).await;
    socket.hello(None).await;
    let id = socket.answer(&idea(stage.prompt, "in peace")).await;
    socket.saved(id).await;
}
