//! What waits for a facilitator, as everybody's screens have it.

use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    Actor, Answer, Command, CommandId, Concern, Entrance, Form, Grouping, HideReason, HoldBack, IdeaId, Integrity,
    Kind, Misplaced, Moderation, Plan, Reflection, Rejection, Sorters, Step,
    view::{
        Console, ConsoleKey, ConsoleValue, DeskKey, DeskValue, Own, OwnKey, OwnValue, PhoneKey, PhoneValue, Screen,
        ScreenKey, ScreenValue, View,
    },
    wire::{ServerFrame, encode, to_body},
};

use super::{
    server::{Phone, Server, Stage},
    socket::{Socket, apply},
};

fn idea(stage: &Stage, words: &str) -> Answer {
    Answer::AddIdea {
        activity: stage.prompt,
        domain: None,
        words: words.to_owned(),
        quotable: true,
    }
}

async fn set(stage: &Stage, hold: HoldBack) {
    stage
        .step(Step::SetModeration {
            moderation: Box::new(Moderation {
                hold,
                ..Moderation::default()
            }),
            release: false,
        })
        .await;
}

fn on_screen(screen: &Screen, words: &str) -> bool {
    let values = screen.values.values();
    values
        .filter(|value| matches!(value, ScreenValue::Idea(idea) if idea.words == words))
        .count()
        > 0
}

#[tokio::test]
async fn what_is_found_waits_its_author_knows_and_a_facilitator_shows_it() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    set(&stage, HoldBack::Flagged).await;
    let mut screen = server.screen_socket(&stage).await;
    screen.hello(None).await;
    let mut shown = Screen::default();
    let author = server.join(&stage).await;
    let mut phone = server.phone_socket(&author).await;
    phone.hello(None).await;

    let held = phone.answer(&idea(&stage, "Write to ana@example.org")).await;
    phone.saved(held).await;
    let clean = phone.answer(&idea(&stage, "Plant trees")).await;
    phone.saved(clean).await;
    screen
        .follow(&mut shown, |shown| {
            assert!(!on_screen(shown, "Write to ana@example.org"), "it waits");
            on_screen(shown, "Plant trees")
        })
        .await;
    let key = OwnKey::Idea(IdeaId(held.0));
    let mut own = Own::default();
    let waits = |own: &Own| matches!(own.values.get(&key), Some(OwnValue::Idea(idea)) if idea.hidden == Some(HideReason::Waiting));
    let mut again = server.phone_socket(&author).await;
    again.hello(None).await;
    while !waits(&own) {
        let moved = again.wait(|frame| match frame {
            ServerFrame::Own(moved) => Some(moved),
            _ => None,
        });
        apply(&mut own, moved.await);
    }

    let cookie = server.facilitator().await;
    let desk = paths::ideas(stage.entry.code.as_str());
    let page = server.get(&desk, &cookie).await.text().await.expect("text");
    assert!(page.contains("e-mail address: “ana@example.org”"), "{page}");
    let form = [
        ("id", &*Uuid::new_v4().to_string()),
        ("do", "show"),
        ("idea", &*held.0.to_string()),
    ];
    assert_eq!(server.post(&desk, &cookie, &form).await.status(), 303);
    screen
        .follow(&mut shown, |shown| on_screen(shown, "Write to ana@example.org"))
        .await;
    assert!(shown.values.contains_key(&ScreenKey::Idea(0)));
}

#[tokio::test]
async fn the_same_five_hundred_times_waits_after_the_first_few_and_none_is_lost() {
    let server = Server::start().await;
    let stage = server.stage_for(600, Integrity::Open).await;
    stage.open(stage.prompt).await;
    set(&stage, HoldBack::Flagged).await;
    let person = |number: u128| visioncast_model::PersonId(Uuid::from_u128(0xABC0_0000 + number));
    for number in 0..500 {
        let id = CommandId(Uuid::new_v4());
        let by = Actor::Person(person(number));
        let entrance = Entrance::Code;
        stage
            .room
            .submit(by, id, Command::Admit { entrance })
            .await
            .expect("there is room");
        let words = if number % 2 == 0 { "More trees!" } else { "more  trees" };
        stage.submit(person(number), idea(&stage, words)).await.expect("taken");
    }
    let (all, held, found) = stage
        .look(|panel| {
            let found = panel
                .held()
                .all(|(id, _)| panel.findings(id)[0].concern == Concern::Repeated);
            (panel.ideas().len(), panel.held().count(), found)
        })
        .await;
    assert_eq!((all, held, found), (500, 497, true));
}

#[tokio::test]
async fn a_facilitator_sets_it_by_a_form_that_keeps_its_words() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let cookie = server.facilitator().await;
    let desk = paths::ideas(stage.entry.code.as_str());
    let form = [
        ("id", &*Uuid::new_v4().to_string()),
        ("do", "moderate"),
        ("hold", "all"),
        ("also", "gallina\r\n\r\n pavo "),
        ("except", ""),
    ];
    assert_eq!(server.post(&desk, &cookie, &form).await.status(), 303);
    let set = stage.look(|panel| panel.moderation().clone()).await;
    assert_eq!(set.hold, HoldBack::All);
    assert_eq!(set.also.into_iter().collect::<Vec<_>>(), ["gallina", "pavo"]);
    assert_ne!(server.post(&desk, "", &form).await.status(), 200);
}

/// Brings an idea as that phone's person.
async fn bring(server: &Server, stage: &Stage, phone: &Phone, words: &str) -> Result<IdeaId, Rejection> {
    let (person, id) = (server.person(stage, phone).await, CommandId(Uuid::new_v4()));
    let answer = Command::Answer(idea(stage, words));
    stage.room.submit(Actor::Person(person), id, answer).await?;
    Ok(IdeaId(id.0))
}

/// A screen that holds some words, until it does not.
struct Screened<K: Ord, V> {
    socket: Socket,
    view: View<K, V>,
}

impl<K, V> Screened<K, V>
where
    K: Ord + Clone + Serialize + DeserializeOwned,
    V: Clone + PartialEq + Serialize + DeserializeOwned,
{
    async fn sees(server: &Server, query: &str, cookie: &str, words: &str) -> Self {
        let mut socket = server.socket(query, cookie).await;
        socket.hello(None).await;
        let mut view = View::default();
        socket.follow(&mut view, |view| holds(&to_body(view), words)).await;
        Self { socket, view }
    }

    async fn loses(&mut self, words: &str) {
        let gone = |view: &View<K, V>| !holds(&to_body(view), words);
        self.socket.follow(&mut self.view, gone).await;
    }
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

#[tokio::test]
async fn what_is_hidden_is_gone_from_every_screen_and_page() {
    const WORDS: &str = "Mr. Badger owes me money";
    const AFTER: &str = "Something else";
    let server = Server::start().await;
    let stage = server.stage().await;
    let (code, prompt) = (stage.entry.code.to_string(), stage.prompt);
    stage.open(prompt).await;
    let grouping = Plan::new(
        "Themes",
        "Which?",
        0,
        Kind::Grouping(Grouping::of(prompt, Sorters::Everybody)),
    );
    let cookie = server.facilitator().await;
    let (author, other) = (server.join(&stage).await, server.join(&stage).await);
    let hidden = bring(&server, &stage, &author, WORDS).await.expect("taken");
    // Everybody may group, so the desk is open to the room; the question itself stays on screen.
    stage.add(grouping).await;
    stage.open(stage.judgement).await;
    stage.step(Step::Focus { activity: Some(prompt) }).await;

    let desk = format!("panel={code}&desk={prompt}");
    let (wall, along) = (format!("screen={}", stage.entry.screen_key), format!("along={code}"));
    let room = format!("panel={code}");
    let mut phone = Screened::<PhoneKey, PhoneValue>::sees(&server, &room, &other.cookie, WORDS).await;
    let mut screen = Screened::<ScreenKey, ScreenValue>::sees(&server, &wall, "", WORDS).await;
    let mut reading = Screened::<ScreenKey, ScreenValue>::sees(&server, &along, "", WORDS).await;
    let mut sorting = Screened::<DeskKey, DeskValue>::sees(&server, &desk, &other.cookie, WORDS).await;
    let reason = HideReason::Personal;
    stage.step(Step::HideIdea { idea: hidden, reason }).await;
    phone.loses(WORDS).await;
    screen.loses(WORDS).await;
    reading.loses(WORDS).await;
    sorting.loses(WORDS).await;
    // Whoever comes anew is told nothing of them, in no frame up to what comes behind them.
    bring(&server, &stage, &other, AFTER).await.expect("taken");
    for (query, seat) in [
        (&room, &*other.cookie),
        (&wall, ""),
        (&along, ""),
        (&desk, &*other.cookie),
    ] {
        let mut fresh = server.socket(query, seat).await;
        fresh.hello(None).await;
        fresh
            .wait(|frame| {
                assert!(!holds(&encode(&frame), WORDS), "{query} anew");
                holds(&encode(&frame), AFTER).then_some(())
            })
            .await;
    }
    for path in [
        paths::panel(&code),
        paths::at(&code, &prompt.to_string()),
        paths::at(&code, &stage.judgement.to_string()),
        paths::along(&code),
        paths::screen(&stage.entry.screen_key),
        format!("{}?prompt={prompt}", paths::room_themes(&code)),
        paths::policy(&code),
    ] {
        let page = server.get(&path, &other.cookie).await;
        assert_eq!(page.status(), 200, "{path}");
        assert!(!page.text().await.expect("text").contains(WORDS), "{path}");
    }
    let mut console = server.socket(&format!("console={code}"), &cookie).await;
    console.hello(None).await;
    let mut view = Console::default();
    let is_hidden = |view: &Console| match view.values.get(&ConsoleKey::Idea(hidden)) {
        Some(ConsoleValue::Idea(idea)) => idea.hidden == Some(reason),
        _ => false,
    };
    console.follow(&mut view, is_hidden).await;
}

#[tokio::test]
async fn a_duplicate_stands_with_the_first_and_its_author_is_told_with_which() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let (code, cookie) = (stage.entry.code.to_string(), server.facilitator().await);
    stage.open(stage.prompt).await;
    let (author, other) = (server.join(&stage).await, server.join(&stage).await);
    let stays = bring(&server, &stage, &other, "More trees by the river")
        .await
        .expect("taken");
    let goes = bring(&server, &stage, &author, "River trees, more")
        .await
        .expect("taken");
    let desk = paths::ideas(&code);
    let merge = |place: &'static str| {
        [
            ("id", Uuid::new_v4().to_string()),
            ("do", "merge".to_owned()),
            ("idea", goes.to_string()),
            ("place", place.to_owned()),
        ]
    };
    let send = async |fields: &[(&str, String)]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        server.post(&desk, &cookie, &fields).await
    };
    let wrong = send(&merge("7")).await;
    assert_eq!(wrong.status(), 422);
    assert!(wrong.text().await.expect("text").contains("no idea with that number"));
    let itself = send(&merge("2")).await;
    assert_eq!(itself.status(), 422);
    assert_eq!(send(&merge("1")).await.status(), 303);
    assert_eq!(stage.look(move |panel| panel.stands_with(goes)).await, Some(stays));
    let mut phone = server.phone_socket(&author).await;
    phone.hello(None).await;
    let mut own = Own::default();
    let told = |own: &Own| match own.values.get(&OwnKey::Idea(goes)) {
        Some(OwnValue::Idea(idea)) => idea.stands_with.as_deref() == Some("More trees by the river"),
        _ => false,
    };
    while !told(&own) {
        let moved = phone.wait(|frame| match frame {
            ServerFrame::Own(moved) => Some(moved),
            _ => None,
        });
        apply(&mut own, moved.await);
    }
    let mine = server
        .get(&paths::mine(&code), &author.cookie)
        .await
        .text()
        .await
        .expect("text");
    assert!(mine.contains("It stands with “More trees by the river”"), "{mine}");
    let page = server
        .get(&paths::moderation(&code), &cookie)
        .await
        .text()
        .await
        .expect("text");
    assert!(page.contains("Merged with number 1"), "{page}");
    assert_ne!(
        server.get(&paths::moderation(&code), &author.cookie).await.status(),
        200
    );
}

#[tokio::test]
async fn somebody_erases_an_idea_of_theirs_and_nobody_elses() {
    const WORDS: &str = "I wrote this in anger";
    let server = Server::start().await;
    let stage = server.stage().await;
    let (code, cookie) = (stage.entry.code.to_string(), server.facilitator().await);
    stage.open(stage.prompt).await;
    let (author, other) = (server.join(&stage).await, server.join(&stage).await);
    let mine = bring(&server, &stage, &author, WORDS).await.expect("taken");
    let page = paths::mine(&code);
    let mut form = vec![
        ("do", "erase_idea".to_owned()),
        ("panel", code.clone()),
        ("idea", mine.to_string()),
    ];
    let send = async |form: &[(&str, String)], seat: &str| {
        let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        server.post(&page, seat, &fields).await
    };
    let unsure = send(&form, &author.cookie).await;
    assert_eq!(unsure.status(), 422);
    assert!(unsure.text().await.expect("text").contains(WORDS), "nothing was erased");
    form.push(("sure", "yes".to_owned()));
    assert_ne!(send(&form, &other.cookie).await.status(), 303, "it is not theirs");
    assert_eq!(send(&form, &author.cookie).await.status(), 303);
    let shown = server.get(&page, &author.cookie).await.text().await.expect("text");
    assert!(
        !shown.contains(WORDS) && shown.contains("These words were erased"),
        "{shown}"
    );
    let kept = stage
        .look(move |panel| panel.words(&panel.ideas()[&mine]).is_some())
        .await;
    assert!(!kept);
    let log = server
        .get(&paths::moderation(&code), &cookie)
        .await
        .text()
        .await
        .expect("text");
    assert!(log.contains("Words erased") && log.contains("by its author"), "{log}");
}

#[tokio::test]
async fn the_policy_says_what_is_set_in_both_languages() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let path = paths::policy(stage.entry.code.as_str());
    let read = async |language: &str| {
        let request = server.client.get(server.url(&path)).header("accept-language", language);
        let page = request.send().await.expect("an answer");
        assert_eq!(page.status(), 200);
        page.text().await.expect("text")
    };
    for (hold, english, spanish) in [
        (
            HoldBack::Off,
            "Everything is shown at once",
            "Todo se muestra enseguida",
        ),
        (
            HoldBack::Flagged,
            "waits until a facilitator has read it",
            "si el programa encuentra en ella",
        ),
        (HoldBack::All, "Everything waits", "Todo espera"),
    ] {
        let moderation = Moderation {
            hold,
            also: ["gallina".to_owned()].into(),
            ..Moderation::default()
        };
        stage
            .step(Step::SetModeration {
                moderation: Box::new(moderation),
                release: false,
            })
            .await;
        let page = read("en").await;
        assert!(
            page.contains(english) && page.contains("1 word that this panel added"),
            "{page}"
        );
        assert!(
            !page.contains("gallina") && !page.contains("<script"),
            "neither the words nor a script"
        );
        assert!(read("es").await.contains(spanish));
    }
    let join = server.get(&paths::panel(stage.entry.code.as_str()), "").await;
    assert!(
        join.text().await.expect("text").contains(&path),
        "whoever comes in finds it"
    );
}

#[tokio::test]
async fn names_under_reflections_and_of_themes_are_looked_at_too() {
    let server = Server::start().await;
    let stage = server.stage().await;
    set(&stage, HoldBack::Flagged).await;
    let reflection = Plan::new("Look back", "What stays?", 0, Kind::Reflection(Reflection::default()));
    let reflection = stage.add(reflection).await;
    let grouping = stage
        .add(Plan::new(
            "Themes",
            "Which?",
            0,
            Kind::Grouping(Grouping::of(stage.prompt, Sorters::Everybody)),
        ))
        .await;
    stage.open(stage.prompt).await;
    let phone = server.join(&stage).await;
    let person = server.person(&stage, &phone).await;
    let form = |activity, fields: &[(&str, &str)]| {
        let fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Answer::Form(Form {
            activity,
            fields: fields.collect(),
        })
    };
    let signed = |name| {
        let fields = [
            ("kind", "reflect"),
            ("words", "It was good"),
            ("consent", "with_name"),
            ("name", name),
        ];
        form(reflection, &fields)
    };
    stage.submit(person, signed("Dr. Ana Ruiz")).await.expect("taken");
    assert_eq!(
        stage.look(|panel| panel.held().count()).await,
        0,
        "whoever signs may be named"
    );
    stage
        .submit(person, signed("write to ana@example.org"))
        .await
        .expect("taken");
    let found = stage.look(|panel| {
        let (id, _) = panel.held().next().expect("it waits");
        panel.findings(id)[0].concern
    });
    assert_eq!(found.await, Concern::Signature);
    let idea = bring(&server, &stage, &phone, "A garden")
        .await
        .expect("taken")
        .to_string();
    let named = |name| form(grouping, &[("kind", "group"), ("idea", &idea), ("name", name)]);
    let refused = Err(Rejection::Misplaced(Misplaced::NameFlagged));
    assert_eq!(stage.submit(person, named("mierda")).await, refused);
    assert!(stage.submit(person, named("Gardens")).await.is_ok());
}

#[tokio::test]
async fn odd_words_are_taken_once_and_what_is_gone_is_explained() {
    let server = Server::start().await;
    let stage = server.stage().await;
    stage.open(stage.prompt).await;
    set(&stage, HoldBack::Flagged).await;
    let phone = server.join(&stage).await;
    let odd = [
        "🌱🌳🌲".to_owned(),
        "Wintersemester".repeat(15).chars().take(200).collect(),
        "مزيد من الأشجار على ضفة النهر".to_owned(),
        "\u{202E}desrever\u{202C} מחר 2030".to_owned(),
        "もっと木を植えましょう".to_owned(),
    ];
    for words in &odd {
        bring(&server, &stage, &phone, words).await.expect("taken");
    }
    let (kept, held) = stage
        .look(|panel| {
            let words = panel
                .ideas()
                .values()
                .filter_map(|idea| panel.words(idea).map(str::to_owned));
            (words.collect::<Vec<_>>(), panel.held().count())
        })
        .await;
    assert_eq!(held, 0, "nothing is wrong with them");
    assert!(odd.iter().all(|words| kept.contains(words)), "{kept:?}");
    for _ in 0..3 {
        bring(&server, &stage, &phone, "🌱 🌳🌲").await.expect("taken");
    }
    assert_eq!(
        stage.look(|panel| panel.held().count()).await,
        1,
        "pictures are repeated, too"
    );
    let gone = IdeaId(Uuid::new_v4());
    let stays = stage
        .look(|panel| panel.ideas().keys().next().copied())
        .await
        .expect("one");
    for step in [
        Step::MergeIdea {
            idea: gone,
            into: stays,
        },
        Step::MergeIdea {
            idea: stays,
            into: gone,
        },
        Step::ShowIdea { idea: gone },
        Step::HideIdea {
            idea: gone,
            reason: HideReason::OffTopic,
        },
    ] {
        let done = stage
            .room
            .submit(Actor::System, CommandId(Uuid::new_v4()), Command::Step(step))
            .await;
        assert_eq!(done, Err(Rejection::UnknownIdea));
    }
}
