//! What a phone may not do is refused over its socket, in words, and changes nothing.

use visioncast_model::{
    Answer, Choice, CommandId, HideReason, IdeaId, Panel, Rejection, Step, TextError,
    wire::{ClientFrame, ServerFrame, to_body},
};

use super::{
    server::{Server, Stage},
    socket::Socket,
};

/// What comes of an answer that must not be taken.
async fn refusal(socket: &mut Socket, answer: &Answer) -> Rejection {
    let id = socket.answer(answer).await;
    refused(socket, id).await
}

async fn refused(socket: &mut Socket, id: CommandId) -> Rejection {
    socket
        .wait(|frame| match frame {
            ServerFrame::Refused { id: refused, why } if refused == id => Some(why),
            ServerFrame::Saved { commands } if commands.iter().any(|(saved, _)| *saved == id) => panic!("it was taken"),
            _ => None,
        })
        .await
}

fn idea(stage: &Stage, words: &str) -> Answer {
    Answer::AddIdea {
        activity: stage.prompt,
        domain: None,
        words: words.to_owned(),
        quotable: true,
    }
}

fn vote(stage: &Stage, idea: IdeaId) -> Answer {
    Answer::Judge {
        activity: stage.judgement,
        idea,
        choice: Choice::Agree,
    }
}

/// Somebody's socket, and an idea that came in through it.
async fn author(server: &Server, stage: &Stage, words: &str) -> (Socket, IdeaId) {
    let phone = server.join(stage).await;
    let mut socket = server.phone_socket(&phone).await;
    socket.hello(None).await;
    let id = socket.answer(&idea(stage, words)).await;
    socket.saved(id).await;
    (socket, IdeaId(id.0))
}

#[tokio::test]
async fn a_vote_on_what_cannot_be_voted_on() {
    let server = Server::start().await;
    let (stage, elsewhere) = (server.stage().await, server.stage().await);
    for stage in [&stage, &elsewhere] {
        stage.open(stage.prompt).await;
    }
    let (_, foreign) = author(&server, &elsewhere, "said in another room").await;
    let (_, hidden) = author(&server, &stage, "to be hidden").await;
    let reason = HideReason::OffTopic;
    stage.step(Step::HideIdea { idea: hidden, reason }).await;
    let (mut socket, own) = author(&server, &stage, "my own").await;
    stage.open(stage.judgement).await;
    let unknown = IdeaId(uuid::Uuid::new_v4());
    let of_another_panel = Answer::Judge {
        activity: elsewhere.judgement,
        idea: foreign,
        choice: Choice::Agree,
    };
    let before = stage.look(Panel::seq).await;
    for (answer, why) in [
        (vote(&stage, hidden), Rejection::HiddenIdea),
        (vote(&stage, unknown), Rejection::UnknownIdea),
        (vote(&stage, foreign), Rejection::UnknownIdea),
        (of_another_panel, Rejection::UnknownActivity),
        (idea(&elsewhere, "for another room"), Rejection::UnknownActivity),
        (vote(&stage, own), Rejection::OwnIdea),
    ] {
        assert_eq!(refusal(&mut socket, &answer).await, why, "{answer:?}");
    }
    assert_eq!(stage.look(Panel::seq).await, before, "nothing happened");
}

#[tokio::test]
async fn an_answer_before_the_question_opens_and_after_it_closes_and_after_the_end() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let mut socket = server.phone_socket(&phone).await;
    socket.hello(None).await;
    let late = idea(&stage, "late");
    assert_eq!(refusal(&mut socket, &late).await, Rejection::NotOpenYet);
    stage.open(stage.prompt).await;
    stage.step(Step::Close { activity: stage.prompt }).await;
    assert_eq!(refusal(&mut socket, &late).await, Rejection::TooLate);
    stage.open(stage.prompt).await;
    stage.step(Step::End).await;
    assert_eq!(refusal(&mut socket, &late).await, Rejection::Ended);
    stage.step(Step::Reopen).await;
    let id = socket.answer(&late).await;
    socket.saved(id).await;
}

#[tokio::test]
async fn a_command_of_another_role_and_words_that_cannot_be_taken() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let (mut socket, _) = author(&server, &stage, "line one\nline two").await;
    let before = stage.look(Panel::seq).await;
    let id = CommandId(uuid::Uuid::new_v4());
    let end = ClientFrame::Submit {
        id,
        body: to_body(&Step::End),
    };
    socket.send(&end).await;
    assert_eq!(refused(&mut socket, id).await, Rejection::Unreadable);
    for words in ["", " \n ", "\u{7}ring", &"x".repeat(10_000)] {
        let why = refusal(&mut socket, &idea(&stage, words)).await;
        assert!(matches!(why, Rejection::Text(_)), "{words:?}: {why:?}");
    }
    let (limit, actual) = (1_000_u32, 1_001_u32);
    let why = refusal(&mut socket, &idea(&stage, &"x".repeat(actual as usize))).await;
    assert_eq!(why, Rejection::Text(TextError::TooLong { limit, actual }));
    assert_eq!(stage.look(Panel::seq).await, before, "nothing happened");
}

#[tokio::test]
async fn a_socket_that_sends_without_end_holds_up_nobody_else() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    let phone = server.join(&stage).await;
    for frame in [ClientFrame::Resync, ClientFrame::Ping] {
        let mut flood = server.phone_socket(&phone).await;
        flood.hello(None).await;
        let flooding = tokio::spawn(async move { while flood.try_send(&frame).await {} });
        for number in 0..20 {
            let (_, _) = author(&server, &stage, &format!("in peace {number}")).await;
        }
        flooding.abort();
    }
}
