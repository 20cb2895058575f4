//! A blind vote on themes over real sockets: what a phone, the projector and a console are sent while it is open tells nobody
//! how anybody voted; and what a voter of the room sees of it.

use std::{collections::BTreeSet, fmt::Debug};

use reqwest::Response;
use serde::de::DeserializeOwned;
use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    ActivityId, Actor, Answer, Arrange, Command, CommandId, Entrance, Form, IdeaId, ItemId, Items, Kind, PersonId,
    Plan, Scale, Step, Survey, ThemeId,
    view::{ConsoleKey, ConsoleValue, OwnKey, OwnValue, Patch, PhoneKey, PhoneValue, Screen, ScreenKey, ScreenValue},
    wire::{ServerFrame, from_body},
};

use super::{
    server::{Phone, Server, Stage},
    socket::Socket,
};

/// How many people vote beside the one whose frames are recorded.
const OTHERS: usize = 8;

/// A hall, three themes, and a vote on them that is open.
struct Vote {
    stage: Stage,
    activity: ActivityId,
    themes: Vec<ThemeId>,
    ideas: Vec<IdeaId>,
    me: (Phone, PersonId),
    others: Vec<PersonId>,
}

/// A vote on the themes of a prompt.
pub(super) fn on_themes(prompt: ActivityId, scale: Scale) -> Plan {
    let survey = Survey {
        items: Items::Themes(prompt),
        scale,
        each: 0,
        reason: None,
        additions: None,
        threshold: 0,
    };
    Plan::new("Vote", "How about these?", 0, Kind::Survey(survey))
}

async fn seat(server: &Server, stage: &Stage) -> (Phone, PersonId) {
    let phone = server.seated(stage, Entrance::Code).await;
    let person = server.person(stage, &phone).await;
    (phone, person)
}

async fn given(server: &Server, scale: Scale) -> Vote {
    let stage = server.stage_for(100, visioncast_model::Integrity::Open).await;
    stage.open(stage.prompt).await;
    let me = seat(server, &stage).await;
    let mut others = Vec::new();
    for _ in 0..OTHERS {
        others.push(seat(server, &stage).await.1);
    }
    let mut ideas = Vec::new();
    for words in ["A bridge", "A ferry", "A road", "A tunnel", "A path", "A wall"] {
        let id = CommandId(Uuid::new_v4());
        let idea = Answer::AddIdea {
            activity: stage.prompt,
            domain: None,
            words: words.to_owned(),
            quotable: true,
        };
        let added = stage.room.submit(Actor::Person(others[0]), id, Command::Answer(idea));
        added.await.expect("the question is open");
        ideas.push(IdeaId(id.0));
    }
    let mut themes = Vec::new();
    for (number, name) in ["Over water", "On land", "Besides"].into_iter().enumerate() {
        let make = Arrange::Make {
            prompt: stage.prompt,
            domain: None,
            name: name.to_owned(),
            ideas: ideas[2 * number..2 * number + 2].to_vec(),
        };
        themes.push(ThemeId(arrange(&stage, make).await.0));
    }
    let activity = stage.add(on_themes(stage.prompt, scale)).await;
    for person in others.iter().copied().chain([me.1]) {
        let id = CommandId(Uuid::new_v4());
        let dealt = stage.room.submit(Actor::System, id, Command::Deal { person });
        dealt.await.expect("they are in the room");
    }
    Vote {
        stage,
        activity,
        themes,
        ideas,
        me,
        others,
    }
}

pub(super) async fn arrange(stage: &Stage, arrange: Arrange) -> CommandId {
    let id = CommandId(Uuid::new_v4());
    let done = stage.room.submit(Actor::System, id, Command::Arrange(arrange));
    done.await.expect("it can be arranged");
    id
}

/// A voter's answer on a theme as it was in an edition.
pub(super) fn mark(activity: ActivityId, theme: ThemeId, mark: u8, edition: u32) -> Answer {
    let fields = [
        ("kind", "mark".to_owned()),
        ("item", ItemId::Theme(theme).to_string()),
        ("mark", mark.to_string()),
        ("edition", edition.to_string()),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value)).to_vec();
    Answer::Form(Form { activity, fields })
}

/// What a frame tells, line by line: every value that it sets, and whatever else it says.
fn lines<K, V>(frame: &ServerFrame) -> Vec<String>
where
    K: DeserializeOwned + Debug,
    V: DeserializeOwned + Debug,
{
    match frame {
        ServerFrame::Room(moved) => set::<K, V>(&moved.patch),
        ServerFrame::Own(moved) => set::<OwnKey, OwnValue>(&moved.patch),
        other => vec![format!("{other:?}")],
    }
}

fn set<K, V>(patch: &[u8]) -> Vec<String>
where
    K: DeserializeOwned + Debug,
    V: DeserializeOwned + Debug,
{
    let patch: Patch<K, V> = from_body(patch).expect("the patch is readable");
    let entries = patch.0.into_iter();
    entries.map(|(key, value)| format!("{key:?} = {value:?}")).collect()
}

/// A line without what differs from one room to another: ids and numbers made from them, times and places in the log, and
/// where `counts` says so, how many have answered.
fn plain(line: &str, counts: bool) -> String {
    let mut plain: String = line.to_owned();
    let is_id = |text: &str| text.len() == 36 && text.parse::<Uuid>().is_ok();
    let mut from = 0;
    while let Some(piece) = plain.get(from..from + 36) {
        if is_id(piece) {
            plain.replace_range(from..from + 36, "#");
        }
        from += 1;
        while !plain.is_char_boundary(from) {
            from += 1;
        }
    }
    let mut markers = vec!["Seq(", "Timestamp(", "Epoch(", "asked: "];
    if counts {
        markers.push("answered: ");
    }
    for marker in markers {
        let mut pieces = plain.split(marker);
        let mut kept = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            kept.push_str(marker);
            kept.push_str(piece.trim_start_matches(|sign: char| sign.is_ascii_digit()));
        }
        plain = kept;
    }
    plain
}

/// Everything that a socket is sent until one frame holds `last`.
async fn recorded<K, V>(socket: &mut Socket, last: &str) -> Vec<String>
where
    K: DeserializeOwned + Debug,
    V: DeserializeOwned + Debug,
{
    let mut told = Vec::new();
    while !told.iter().any(|line: &String| line.contains(last)) {
        let frame = socket.next().await.expect("the socket is open");
        told.extend(lines::<K, V>(&frame));
    }
    told
}

/// What one phone, the projector and a console are told of a vote in which all others vote one way, or the opposite way.
async fn told(scale: &Scale, turned: bool) -> [BTreeSet<String>; 3] {
    let server = Server::start().await;
    let vote = given(&server, scale.clone()).await;
    let session = server.facilitator().await;
    let mut phone = server.phone_socket(&vote.me.0).await;
    let mut screen = server.screen_socket(&vote.stage).await;
    let query = format!("console={}", vote.stage.entry.code);
    let mut console = server.socket(&query, &session).await;
    for socket in [&mut phone, &mut screen, &mut console] {
        socket.hello(None).await;
    }
    let mine = phone.answer(&mark(vote.activity, vote.themes[2], 1, 1)).await;
    let (high, low) = match scale {
        Scale::Dots { .. } => (3, 0),
        Scale::Places { .. } => (1, 0),
        _ => (0, 1),
    };
    for person in &vote.others {
        let (first, second) = if turned { (low, high) } else { (high, low) };
        for (theme, given) in [(vote.themes[0], first), (vote.themes[1], second)] {
            vote.stage
                .submit(*person, mark(vote.activity, theme, given, 1))
                .await
                .expect("it is open");
        }
    }
    // Something that all of them are told comes last.
    let name = "The end of it";
    vote.stage.step(Step::Rename { title: name.to_owned() }).await;
    let told = [
        recorded::<PhoneKey, PhoneValue>(&mut phone, name).await,
        recorded::<ScreenKey, ScreenValue>(&mut screen, name).await,
        recorded::<ConsoleKey, ConsoleValue>(&mut console, name).await,
    ];
    let saved = format!("{mine}");
    assert!(told[0].iter().any(|line| line.contains(&saved)), "one's own is saved");
    let code = vote.stage.entry.code.to_string();
    told.map(|lines| {
        assert!(!lines.is_empty());
        let lines = lines.into_iter().map(|line| {
            for person in &vote.others {
                assert!(!line.contains(&person.to_string()), "{line}");
            }
            let filled = line.contains("counts: [") && !line.contains("counts: []");
            assert!(!filled, "{line}");
            // How many gave something dots or a place says what is for it: that is told of no item.
            let counts = !(scale.is_shared() && line.starts_with("Item("));
            plain(&line.replace(&code, "CODE"), counts)
        });
        lines.collect()
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_sent_during_a_blind_vote_tells_nobodys_vote_and_no_total() {
    for scale in [
        Scale::Opinion,
        Scale::Mandate,
        Scale::Dots { budget: 5, cap: 3 },
        Scale::Places { most: 3 },
    ] {
        let (one, other) = (told(&scale, false).await, told(&scale, true).await);
        for (place, who) in ["phone", "projector", "console"].into_iter().enumerate() {
            assert_eq!(one[place], other[place], "{who}, {scale:?}");
        }
    }
}

/// Sends a form as a browser without a script does.
async fn send(server: &Server, phone: &Phone, vote: &Vote, theme: ThemeId, mark: &str, edition: &str) -> Response {
    let (id, activity, item) = (
        Uuid::new_v4().to_string(),
        vote.activity.to_string(),
        ItemId::Theme(theme).to_string(),
    );
    let name = format!("mark-{item}");
    let form = [
        ("id", id.as_str()),
        ("kind", "mark"),
        ("activity", &activity),
        ("form", &name),
        ("item", &item),
        ("edition", edition),
        ("mark", mark),
    ];
    server.post(&paths::answer(&phone.code), &phone.cookie, &form).await
}

async fn page(server: &Server, phone: &Phone) -> String {
    let page = server.get(&paths::panel(&phone.code), &phone.cookie).await;
    let page = page.text().await.expect("a page");
    page.split("<script type=\"application")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dots_are_given_by_plain_forms_and_themes_that_changed_are_asked_again() {
    let server = Server::start().await;
    let vote = given(&server, Scale::Dots { budget: 5, cap: 3 }).await;
    let phone = &vote.me.0;
    let shown = page(&server, phone).await;
    assert!(shown.contains("Over water") && shown.contains("2 ideas in it") && shown.contains("id=\"left\">5<"));
    assert_eq!(
        send(&server, phone, &vote, vote.themes[0], "3", "1").await.status(),
        303
    );
    let refused = send(&server, phone, &vote, vote.themes[1], "3", "1").await;
    assert_eq!(refused.status(), 422);
    assert!(
        refused
            .text()
            .await
            .expect("a page")
            .contains("Dots that you have left: 2.")
    );
    assert!(page(&server, phone).await.contains("id=\"left\">2<"));

    let merge = Arrange::Merge {
        theme: vote.themes[0],
        into: vote.themes[1],
    };
    arrange(&vote.stage, merge).await;
    assert!(
        page(&server, phone).await.contains("Over water"),
        "not before it opens again"
    );
    let activity = vote.activity;
    vote.stage.step(Step::Close { activity }).await;
    vote.stage.open(activity).await;
    let shown = page(&server, phone).await;
    assert!(
        shown.contains("It went into “On land”.") && shown.contains("id=\"left\">5<"),
        "{shown}"
    );
    let late = send(&server, phone, &vote, vote.themes[1], "1", "1").await;
    assert_eq!(late.status(), 422);
    assert!(
        late.text()
            .await
            .expect("a page")
            .contains("has changed since you saw it")
    );
    assert_eq!(
        send(&server, phone, &vote, vote.themes[1], "1", "2").await.status(),
        303
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_facilitator_goes_on_step_by_step_and_what_is_hidden_is_gone() {
    let server = Server::start().await;
    let vote = given(&server, Scale::Opinion).await;
    for person in &vote.others {
        let answer = mark(vote.activity, vote.themes[0], 0, 1);
        vote.stage.submit(*person, answer).await.expect("it is open");
    }
    let (mut screen, mut view) = (server.screen_socket(&vote.stage).await, Screen::default());
    screen.hello(None).await;
    let session = server.facilitator().await;
    let mut console = server
        .socket(&format!("console={}", vote.stage.entry.code), &session)
        .await;
    console.hello(None).await;
    let activity = vote.activity;
    let early = console.submit(&Step::ShowFurther { activity }).await;
    let refused = console.wait(|frame| match frame {
        ServerFrame::Refused { id, .. } if id == early => Some(()),
        _ => None,
    });
    refused.await;
    let id = console.submit(&Step::Reveal { activity }).await;
    console.saved(id).await;
    screen
        .follow(&mut view, |view| {
            format!("{:?}", view.values).contains("counts: [8, 0, 0]")
        })
        .await;
    assert!(!view.values.contains_key(&ScreenKey::Groups));
    let id = console.submit(&Step::ShowFurther { activity }).await;
    console.saved(id).await;
    screen
        .follow(&mut view, |view| view.values.contains_key(&ScreenKey::Groups))
        .await;
    assert!(!view.values.contains_key(&ScreenKey::Across));
    let id = console.submit(&Step::ShowFurther { activity }).await;
    console.saved(id).await;
    screen
        .follow(&mut view, |view| view.values.contains_key(&ScreenKey::Across))
        .await;
    for idea in &vote.ideas[..2] {
        let reason = visioncast_model::HideReason::Hurtful;
        vote.stage.step(Step::HideIdea { idea: *idea, reason }).await;
    }
    let hidden = ItemId::Theme(vote.themes[0]).to_string();
    let theme = hidden.trim_start_matches("theme-").to_owned();
    screen
        .follow(&mut view, |view| !format!("{:?}", view.values).contains(&theme))
        .await;
}
