//! Several servers on one PostgreSQL serve the same panel together.

use std::{collections::BTreeSet, time::Duration};

use visioncast_analysis::Generator;
use visioncast_model::{
    ActivityId, Answer, Arrange, CommandId, Grouping, IdeaId, Kind, Plan, Sorters, ThemeId,
    view::{Desk, DeskValue, Screen, ScreenKey, ScreenValue},
    wire::{ClientFrame, ServerFrame},
};

use super::{server::Server, socket::apply};
use crate::store::tests::Place;

#[tokio::test]
async fn two_nodes_serve_one_panel() {
    Place::with_postgres(on_one_database).await;
}

async fn on_one_database(place: &Place) {
    let one = Server::on(place.open().await).await;
    let other = Server::on(place.open().await).await;
    let stage = one.stage().await;
    stage.open(stage.prompt).await;

    let mut screen = other.screen_socket(&stage).await;
    screen.hello(None).await;
    let mut shown = Screen::default();
    let people = |shown: &Screen| match shown.values.get(&ScreenKey::People) {
        Some(ScreenValue::People(people)) => *people,
        _ => 0,
    };
    // People join at both nodes at once, and bring ideas there.
    let mut sent = Vec::new();
    for server in [&one, &other, &one, &other] {
        let phone = server.join(&stage).await;
        let mut socket = server.phone_socket(&phone).await;
        socket.hello(None).await;
        for number in 0..5 {
            let words = format!("idea {number}");
            let idea = Answer::AddIdea {
                activity: stage.prompt,
                domain: None,
                words,
                quotable: false,
            };
            sent.push(socket.answer(&idea).await);
        }
        let last = sent.last().copied().expect("ideas were sent");
        socket.saved(last).await;
    }
    screen.follow(&mut shown, |shown| people(shown) == 4).await;
    let there = other.rooms.find(stage.entry.code).await.expect("the store answers");
    let there = there.expect("the panel is there");
    let on_other = there
        .look(|panel| {
            let prompt = panel
                .agenda()
                .iter()
                .find(|item| matches!(item.plan.kind, Kind::Prompt(_)));
            prompt.map_or(0, |prompt| panel.ideas_of(prompt.id).count())
        })
        .await;
    assert_eq!(on_other, Some(20));
    for id in sent {
        let recorded = there.look(move |panel| panel.recorded(id).is_some()).await;
        assert_eq!(recorded, Some(true), "every acknowledged idea is in the log");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn desks_at_two_nodes_agree_whatever_is_done_at_once() {
    Place::with_postgres(desks_on_one_database).await;
}

/// How many people group at once, and how many steps each takes.
const SORTERS: usize = 4;
const STEPS: usize = 40;

async fn desks_on_one_database(place: &Place) {
    let one = Server::on(place.open().await).await;
    let other = Server::on(place.open().await).await;
    let stage = one.stage().await;
    stage.open(stage.prompt).await;
    let prompt = stage.prompt;
    let kind = Kind::Grouping(Grouping::of(prompt, Sorters::Everybody));
    stage.add(Plan::new("Themes", "What belongs together?", 0, kind)).await;
    let mut desks = Vec::new();
    let mut ideas = Vec::new();
    for number in 0..SORTERS {
        let server = if number % 2 == 0 { &one } else { &other };
        let phone = server.join(&stage).await;
        let mut socket = server.phone_socket(&phone).await;
        socket.hello(None).await;
        for word in ["money", "time", "training"] {
            let idea = Answer::AddIdea {
                activity: prompt,
                domain: None,
                words: format!("{word} {number}"),
                quotable: false,
            };
            let id = socket.answer(&idea).await;
            socket.saved(id).await;
            ideas.push(IdeaId(id.0));
        }
        let query = format!("panel={}&desk={prompt}", stage.entry.code);
        let mut desk = server.socket(&query, &phone.cookie).await;
        desk.hello(None).await;
        desks.push(desk);
    }
    // Each does what comes into their head, at once; what is refused says so, and nothing waits for another.
    let tasks: Vec<_> = desks
        .into_iter()
        .enumerate()
        .map(|(number, mut desk)| {
            let ideas = ideas.clone();
            tokio::spawn(async move {
                let mut random = Generator::new(number as u64 + 1);
                let mut mine: Vec<CommandId> = Vec::new();
                for _ in 0..STEPS {
                    let step = any_step(&mut random, prompt, &ideas, &mine);
                    let id = desk.submit(&step).await;
                    let answer = desk.wait(|frame| match frame {
                        ServerFrame::Saved { commands } if commands.iter().any(|(saved, _)| *saved == id) => Some(true),
                        ServerFrame::Refused { id: refused, .. } if refused == id => Some(false),
                        _ => None,
                    });
                    if answer.await {
                        mine.push(id);
                    }
                }
                (desk, mine.len())
            })
        })
        .collect();
    let mut done = 0;
    let mut desks = Vec::new();
    for task in tasks {
        let (desk, steps) = task.await.expect("nobody panics");
        done += steps;
        desks.push(desk);
    }
    assert!(done > SORTERS * STEPS / 4, "{done} steps were taken");
    // All screens are equal once they have settled, and as both nodes have it; every idea is in one place.
    let mut settled = Vec::new();
    for server in [&one, &other] {
        let room = server.rooms.find(stage.entry.code).await.expect("the store answers");
        let room = room.expect("the panel is there");
        let mut wake = server.screen_socket(&stage).await;
        wake.hello(None).await;
        let head = one.rooms.store.head(stage.entry.id).await.expect("the store answers");
        loop {
            let (seq, desk) = room
                .look(move |panel| (panel.seq(), panel.desk(prompt, false)))
                .await
                .expect("the room answers");
            if seq >= head {
                settled.push(desk);
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    assert_eq!(settled[0].values, settled[1].values);
    let mut placed = BTreeSet::new();
    for value in settled[0].values.values() {
        if let DeskValue::Theme(theme) = value {
            for idea in &theme.ideas {
                assert!(placed.insert(*idea), "{idea} is in two themes");
            }
        }
    }
    for mut desk in desks {
        let mut shown = Desk::default();
        desk.send(&ClientFrame::Resync).await;
        // What was on its way to it came before.
        let whole = desk.wait(|frame| match frame {
            ServerFrame::Room(moved) if moved.from.is_none() => Some(moved),
            _ => None,
        });
        apply(&mut shown, whole.await);
        desk.follow(&mut shown, |shown| shown.values == settled[0].values).await;
    }
}

fn any_step(random: &mut Generator, prompt: ActivityId, ideas: &[IdeaId], mine: &[CommandId]) -> Arrange {
    let some: Vec<IdeaId> = ideas.iter().copied().filter(|_| random.below(4) == 0).collect();
    let pick = |random: &mut Generator| {
        let at = random.below(mine.len().max(1) as u64) as usize;
        mine.get(at).copied()
    };
    let theme = pick(random).map(|made| ThemeId(made.0));
    match (random.below(20), theme) {
        (0..=3, _) | (_, None) => Arrange::Make {
            prompt,
            domain: None,
            name: String::new(),
            ideas: some,
        },
        (4..=6, Some(theme)) => Arrange::Merge {
            theme,
            into: pick(random).map_or(theme, |made| ThemeId(made.0)),
        },
        (7..=9, Some(theme)) => Arrange::Undo {
            step: CommandId(theme.0),
        },
        (10, _) => Arrange::Hold {
            prompt,
            ideas: some.into_iter().take(1).collect(),
        },
        // What is in hand longer would keep all others from moving it.
        (11..=14, _) => Arrange::LetGo {
            prompt,
            ideas: ideas.to_vec(),
        },
        (_, to) => Arrange::Move {
            prompt,
            ideas: some,
            to,
            place: None,
        },
    }
}
