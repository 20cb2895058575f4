//! Somebody who holds everything that leaves the server, and the file of the database besides, and who even knows which
//! people of the panel are the volunteers, tries to tell which contact is whose. They match by order, by time and by id,
//! in every way below, and find no more of them than somebody who draws lots.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use uuid::Uuid;
use visioncast_analysis::Generator;
use visioncast_app::paths;
use visioncast_model::{Event, IdeaId, PersonId, Step};
use visioncast_report::{Disclosure, csv_files, json, polis_files};

use super::server::{Phone, Server, Stage};
use crate::{
    initiative::{Contacts, read_archive, write_archive},
    log::Log,
    store,
};

const PEOPLE: usize = 60;
const VOLUNTEERS: usize = 20;
const IDEAS: usize = 3;
const ROOMS: u64 = 5;
/// Of lots drawn, one hit a room is to be expected (fixed points of a random permutation, nearly Poisson): more than 18
/// in five rooms come about once in a million times.
const LUCK: usize = 18;

/// A way to put things in order, and the order.
type Orders<T> = BTreeMap<&'static str, Vec<T>>;

/// What the attacker has of one room, and what is true.
struct Loot {
    /// Contacts in the orders in which they can be read.
    contacts: Orders<String>,
    /// The volunteers among the people in the orders that the exports tell.
    people: Orders<PersonId>,
    truth: BTreeMap<String, PersonId>,
    /// The order in which they really signed up, which the attacker lacks.
    arrivals: Vec<String>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn contacts_cannot_be_joined_to_ballots() {
    let mut hits: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut by_arrival = 0;
    for seed in 0..ROOMS {
        let loot = hold(seed).await;
        for (contact_order, contacts) in &loot.contacts {
            for (people_order, people) in &loot.people {
                *hits.entry((contact_order, people_order)).or_default() += matched(contacts, people, &loot.truth);
            }
        }
        by_arrival += matched(&loot.arrivals, &loot.people["last ballot"], &loot.truth);
    }
    // The attack works wherever there is something to find.
    assert_eq!(by_arrival, VOLUNTEERS * ROOMS as usize);
    let best = hits.iter().max_by_key(|(_, hits)| **hits).expect("there are ways");
    assert!(*best.1 <= LUCK, "{best:?} of {hits:?}");
}

fn matched(contacts: &[String], people: &[PersonId], truth: &BTreeMap<String, PersonId>) -> usize {
    assert_eq!((contacts.len(), people.len()), (VOLUNTEERS, VOLUNTEERS));
    let pairs = contacts.iter().zip(people);
    pairs.filter(|(contact, person)| truth[*contact] == **person).count()
}

/// Holds a panel over HTTP: people join, vote, and some of them sign up right after their last vote.
async fn hold(seed: u64) -> Loot {
    let folder = tempfile::tempdir().expect("a folder for the database");
    let database = folder.path().join("panel.db");
    let address = format!("sqlite://{}", database.display());
    let server = Server::on(store::open(&address).await.expect("an empty database opens")).await;
    let stage = server.stage().await;
    let mut random = Generator::new(seed);
    stage.open(stage.prompt).await;
    let observer = server.join(&stage).await;
    let heard = Arc::new(Mutex::new(Vec::new()));
    let mut listening = Vec::new();
    for mut socket in [server.phone_socket(&observer).await, server.screen_socket(&stage).await] {
        socket.hello(None).await;
        let heard = Arc::clone(&heard);
        listening.push(tokio::spawn(async move {
            while let Some(frame) = socket.next().await {
                heard
                    .lock()
                    .expect("unharmed")
                    .extend(visioncast_model::wire::encode(&frame));
            }
        }));
    }
    let mut ideas = Vec::new();
    for number in 0..IDEAS {
        let id = Uuid::new_v4().to_string();
        let form = [
            ("kind", "idea"),
            ("id", &id),
            ("activity", &stage.prompt.to_string()),
            ("words", &format!("Idea {number}")),
        ];
        let sent = server
            .post(&paths::answer(&observer.code), &observer.cookie, &form)
            .await;
        assert_eq!(sent.status(), 303);
        ideas.push(IdeaId(id.parse().expect("an id")));
    }
    stage.open(stage.judgement).await;

    let mut phones = Vec::new();
    for _ in 0..PEOPLE {
        phones.push(server.join(&stage).await);
    }
    let mut truth = BTreeMap::new();
    let mut arrivals = Vec::new();
    let mut volunteers = BTreeSet::new();
    let mut order: Vec<usize> = (0..PEOPLE).collect();
    for end in (1..PEOPLE).rev() {
        order.swap(end, random.below(end as u64 + 1) as usize);
    }
    for (place, phone) in order.into_iter().map(|place| &phones[place]).enumerate() {
        for idea in &ideas {
            vote(&server, &stage, phone, *idea, random.below(3)).await;
        }
        // A third of them, now and then.
        if place % (PEOPLE / VOLUNTEERS) == 0 {
            let contact = format!("{:016x}@example.org", random.bits());
            sign_up(&server, phone, &contact).await;
            let person = server.person(&stage, phone).await;
            volunteers.insert(person);
            truth.insert(contact.clone(), person);
            arrivals.push(contact);
        }
    }
    stage.step(Step::End).await;
    let loot = plunder(&server, &stage, &database, &volunteers, &heard).await;
    server.rooms.stop.cancel();
    for listener in listening {
        listener.abort();
    }
    Loot {
        truth,
        arrivals,
        ..loot
    }
}

async fn vote(server: &Server, stage: &Stage, phone: &Phone, idea: IdeaId, choice: u64) {
    let form = [
        ("kind", "judge"),
        ("id", &Uuid::new_v4().to_string()),
        ("activity", &stage.judgement.to_string()),
        ("idea", &idea.to_string()),
        ("choice", ["agree", "disagree", "pass"][choice as usize]),
    ];
    let sent = server.post(&paths::answer(&phone.code), &phone.cookie, &form).await;
    assert_eq!(sent.status(), 303);
}

/// As a browser does, with the cookie of its seat.
async fn sign_up(server: &Server, phone: &Phone, contact: &str) {
    let path = paths::volunteer(&phone.code);
    let page = server.get(&path, &phone.cookie).await.text().await.expect("a page");
    let start = page.find("name=\"entry\" value=\"").expect("the page has an entry") + "name=\"entry\" value=\"".len();
    let entry: String = page[start..].chars().take_while(|sign| *sign != '"').collect();
    let form = [
        ("do", "join"),
        ("entry", &entry),
        ("contact", contact),
        ("step", "4"),
        ("consent", "yes"),
    ];
    assert_eq!(server.post(&path, &phone.cookie, &form).await.status(), 200);
}

/// All that leaves the server, read by somebody who looks for every order in it.
async fn plunder(
    server: &Server,
    stage: &Stage,
    database: &Path,
    known: &BTreeSet<PersonId>,
    heard: &Mutex<Vec<u8>>,
) -> Loot {
    let store = &server.rooms.store;
    let id = store
        .initiative_of(stage.entry.id)
        .await
        .expect("an answer")
        .expect("it has one");
    let initiative = store.initiative(id).await.expect("an answer").expect("it is there");
    let listed = store.volunteers(id).await.expect("an answer");
    assert_eq!(listed.len(), VOLUNTEERS);
    let names = |list: &[store::Volunteer]| list.iter().map(|entry| entry.contact.clone()).collect::<Vec<_>>();
    let sorted = |key: fn(&store::Volunteer) -> Vec<u8>| {
        let mut list = listed.clone();
        list.sort_by_key(key);
        names(&list)
    };
    let contacts = BTreeMap::from([
        ("as listed", names(&listed)),
        ("id", sorted(|entry| entry.id.into_bytes().to_vec())),
        (
            "id, little end first",
            sorted(|entry| entry.id.into_bytes().into_iter().rev().collect()),
        ),
        ("contact", sorted(|entry| entry.contact.clone().into_bytes())),
        ("hash of the code", sorted(|entry| entry.removal.to_vec())),
        ("place in the file", in_file(database, &names(&listed))),
    ]);

    let log = Log::read(store.as_ref(), stage.entry.id).await.expect("a log");
    let mut first = Vec::new();
    let mut last: Vec<PersonId> = Vec::new();
    let mut joined = Vec::new();
    for recorded in &log.events {
        match &recorded.event {
            Event::PersonJoined { person, .. } => joined.push(*person),
            Event::BallotCast { person, .. } => {
                if !first.contains(person) {
                    first.push(*person);
                }
                last.retain(|other| other != person);
                last.push(*person);
            }
            _ => {}
        }
    }
    let only_known = |people: Vec<PersonId>| people.into_iter().filter(|person| known.contains(person)).collect();
    let mut by_tail: Vec<PersonId> = known.iter().copied().collect();
    by_tail.sort_by_key(|person| person.0.into_bytes().into_iter().rev().collect::<Vec<u8>>());
    let people: Orders<PersonId> = BTreeMap::from([
        ("joined", only_known(joined)),
        ("first ballot", only_known(first)),
        ("last ballot", only_known(last)),
        ("id", known.iter().copied().collect()),
        ("id, little end first", by_tail),
    ]);

    // Nothing of one side stands in the other.
    let mut elsewhere = heard.lock().expect("unharmed").clone();
    let material = log.material();
    elsewhere.extend(json(material, Disclosure::Complete).expect("a file"));
    for file in csv_files(material, Disclosure::Complete, 1).expect("files") {
        elsewhere.extend(file.bytes);
    }
    for file in polis_files(material, Disclosure::Complete, 1).expect("files") {
        elsewhere.extend(file.bytes);
    }
    for (_, bytes) in
        super::initiative::files(&write_archive(store, &initiative, Contacts::Left).await.expect("a file"))
    {
        elsewhere.extend(bytes);
    }
    for entry in &listed {
        assert!(
            !holds(&elsewhere, entry.contact.as_bytes()),
            "a contact stands elsewhere"
        );
        assert!(!holds(&elsewhere, entry.id.as_bytes()) && !holds(&elsewhere, entry.id.to_string().as_bytes()));
    }
    let with = write_archive(store, &initiative, Contacts::Taken)
        .await
        .expect("a file");
    let list = super::initiative::files(&with)
        .into_iter()
        .find(|(name, _)| name == "volunteers.json");
    let (_, list) = list.expect("they were asked for");
    for person in log.panel.people().keys() {
        assert!(
            !holds(&list, person.to_string().as_bytes()),
            "a person stands in the list"
        );
    }
    assert_eq!(read_archive(&with).expect("it is whole").volunteers(), VOLUNTEERS);
    Loot {
        contacts,
        people,
        truth: BTreeMap::new(),
        arrivals: Vec::new(),
    }
}

/// The contacts by where they stand in the files of the database, the write-ahead log last.
fn in_file(database: &Path, contacts: &[String]) -> Vec<String> {
    let log = PathBuf::from(format!("{}-wal", database.display()));
    let mut bytes = fs::read(database).expect("a database");
    bytes.extend(fs::read(log).unwrap_or_default());
    let place = |contact: &String| {
        let mut windows = bytes.windows(contact.len());
        windows
            .position(|window| window == contact.as_bytes())
            .unwrap_or(usize::MAX)
    };
    let mut contacts = contacts.to_vec();
    contacts.sort_by_cached_key(place);
    contacts
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
