//! Several servers on one PostgreSQL serve the same panel together.

use std::{collections::BTreeSet, time::Duration};

use uuid::Uuid;
use visioncast_analysis::Generator;
use visioncast_model::{
    ActivityId, Actor, Answer, Arrange, Command, CommandId, Event, Grouping, IdeaId, ItemId, Kind, PersonId, Plan,
    Scale, Sorters, Step, ThemeId,
    view::{Desk, DeskValue, Screen, ScreenKey, ScreenValue},
    wire::{ClientFrame, ServerFrame},
};

use super::{
    blind::{arrange, mark, on_themes},
    server::{Server, Stage},
    socket::{Socket, apply},
};
use crate::{live::RoomHandle, log::Log, store::tests::Place};

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

/// How many people group and vote at once, and how many steps each takes.
const SORTERS: usize = 4;
const STEPS: usize = 60;
/// So often the vote is closed and opened again meanwhile, each time on the themes as they are by then.
const EDITIONS: usize = 5;

/// Somebody who groups at a node, and votes there.
struct Sorter {
    person: PersonId,
    phone: Socket,
    desk: Socket,
    room: RoomHandle,
}

async fn room(server: &Server, stage: &Stage) -> RoomHandle {
    let room = server.rooms.find(stage.entry.code).await.expect("the store answers");
    room.expect("the panel is there")
}

impl Sorter {
    async fn at(server: &Server, stage: &Stage) -> Self {
        let phone = server.join(stage).await;
        let person = server.person(stage, &phone).await;
        let query = format!("panel={}&desk={}", stage.entry.code, stage.prompt);
        let mut desk = server.socket(&query, &phone.cookie).await;
        desk.hello(None).await;
        let mut socket = server.phone_socket(&phone).await;
        socket.hello(None).await;
        Self {
            person,
            phone: socket,
            desk,
            room: room(server, stage).await,
        }
    }

    async fn bring(&mut self, prompt: ActivityId, words: String) -> IdeaId {
        let idea = Answer::AddIdea {
            activity: prompt,
            domain: None,
            words,
            quotable: false,
        };
        let id = self.phone.answer(&idea).await;
        self.phone.saved(id).await;
        IdeaId(id.0)
    }

    /// Answers on any of the themes that they are asked about as they see them; false where they are asked about none.
    async fn vote(&mut self, vote: ActivityId, random: &mut Generator) -> bool {
        let me = self.person;
        let looked = self.room.look(move |panel| {
            let asked = panel.items_for(panel.activity(vote)?, me);
            Some((asked, panel.edition(vote)))
        });
        let (asked, edition) = looked.await.flatten().expect("the room answers");
        if asked.is_empty() {
            return false;
        }
        let ItemId::Theme(theme) = asked[random.below(asked.len() as u64) as usize] else {
            panic!("it is about themes alone");
        };
        let choice = random.below(3) as u8;
        let id = self.phone.submit(&mark(vote, theme, choice, edition)).await;
        taken(&mut self.phone, id).await
    }
}

/// Whether what was said is saved; false where it is refused.
async fn taken(socket: &mut Socket, id: CommandId) -> bool {
    let answer = socket.wait(|frame| match frame {
        ServerFrame::Saved { commands } if commands.iter().any(|(saved, _)| *saved == id) => Some(true),
        ServerFrame::Refused { id: refused, .. } if refused == id => Some(false),
        _ => None,
    });
    answer.await
}

async fn desks_on_one_database(place: &Place) {
    let one = Server::on(place.open().await).await;
    let other = Server::on(place.open().await).await;
    let stage = one.stage().await;
    stage.open(stage.prompt).await;
    let prompt = stage.prompt;
    let kind = Kind::Grouping(Grouping::of(prompt, Sorters::Everybody));
    stage.add(Plan::new("Themes", "What belongs together?", 0, kind)).await;
    let mut sorters = Vec::new();
    let mut ideas = Vec::new();
    for number in 0..SORTERS {
        let server = if number % 2 == 0 { &one } else { &other };
        let mut sorter = Sorter::at(server, &stage).await;
        for word in ["money", "time", "training"] {
            ideas.push(sorter.bring(prompt, format!("{word} {number}")).await);
        }
        sorters.push(sorter);
    }
    for (number, some) in ideas.chunks(3).take(3).enumerate() {
        let make = Arrange::Make {
            prompt,
            domain: None,
            name: format!("Theme {number}"),
            ideas: some.to_vec(),
        };
        arrange(&stage, make).await;
    }
    let vote = stage.add(on_themes(prompt, Scale::Opinion)).await;
    for sorter in &sorters {
        let (id, person) = (CommandId(Uuid::new_v4()), sorter.person);
        let dealt = stage.room.submit(Actor::System, id, Command::Deal { person });
        dealt.await.expect("they are in the room");
    }
    // Each does what comes into their head, at once; what is refused says so, and nothing waits for another.
    let tasks: Vec<_> = sorters
        .into_iter()
        .enumerate()
        .map(|(number, mut sorter)| {
            let ideas = ideas.clone();
            tokio::spawn(async move {
                let mut random = Generator::new(number as u64 + 1);
                let mut mine: Vec<CommandId> = Vec::new();
                let mut votes = 0;
                for _ in 0..STEPS {
                    if random.below(3) == 0 {
                        votes += usize::from(sorter.vote(vote, &mut random).await);
                        continue;
                    }
                    let step = any_step(&mut random, prompt, &ideas, &mine);
                    let id = sorter.desk.submit(&step).await;
                    if taken(&mut sorter.desk, id).await {
                        mine.push(id);
                    }
                }
                (sorter.desk, mine.len(), votes)
            })
        })
        .collect();
    for _ in 0..EDITIONS {
        tokio::time::sleep(Duration::from_millis(100)).await;
        stage.step(Step::Close { activity: vote }).await;
        stage.open(vote).await;
    }
    let (mut done, mut voted) = (0, 0);
    let mut desks = Vec::new();
    for task in tasks {
        let (desk, steps, votes) = task.await.expect("nobody panics");
        done += steps;
        voted += votes;
        desks.push(desk);
    }
    assert!(done > SORTERS * STEPS / 6, "{done} steps were taken");
    assert!(voted > SORTERS, "{voted} votes were taken");
    // All screens are equal once they have settled, and as both nodes have it; every idea is in one place.
    let mut settled = Vec::new();
    for server in [&one, &other] {
        let room = room(server, &stage).await;
        let mut wake = server.screen_socket(&stage).await;
        wake.hello(None).await;
        let head = one.rooms.store.head(stage.entry.id).await.expect("the store answers");
        loop {
            let looked = room.look(move |panel| {
                let ballots = panel.activity(vote).map(|vote| panel.counts(vote));
                let void: BTreeSet<_> = panel.void_marks(vote).map(|(who, item, ..)| (who, item)).collect();
                (panel.seq(), panel.desk(prompt, false), ballots, void)
            });
            let (seq, desk, ballots, void) = looked.await.expect("the room answers");
            if seq >= head {
                settled.push((desk.values, ballots.expect("it is there"), void));
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    assert_eq!(settled[0], settled[1]);
    let (themes, counts, void) = &settled[0];
    let mut placed = BTreeSet::new();
    for value in themes.values() {
        if let DeskValue::Theme(theme) = value {
            for idea in &theme.ideas {
                assert!(placed.insert(*idea), "{idea} is in two themes");
            }
        }
    }
    // Of everybody's last ballots each counts once, or is void.
    let log = Log::read(one.rooms.store.as_ref(), stage.entry.id)
        .await
        .expect("a log");
    let cast: BTreeSet<(PersonId, ItemId)> = log
        .events
        .iter()
        .filter_map(|recorded| match &recorded.event {
            Event::Marked { person, item, .. } => Some((*person, *item)),
            _ => None,
        })
        .collect();
    let counted: u32 = counts.iter().flat_map(|(_, counts)| counts).sum();
    assert!(void.is_subset(&cast));
    assert_eq!(counted as usize + void.len(), cast.len());
    for mut desk in desks {
        let mut shown = Desk::default();
        desk.send(&ClientFrame::Resync).await;
        // What was on its way to it came before.
        let whole = desk.wait(|frame| match frame {
            ServerFrame::Room(moved) if moved.from.is_none() => Some(moved),
            _ => None,
        });
        apply(&mut shown, whole.await);
        desk.follow(&mut shown, |shown| shown.values == *themes).await;
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
