//! A prepared, lively panel to try everything out with: some results to look at, a question that is
//! open, and a few simulated people who keep answering it. Marked as a rehearsal.

use std::{collections::BTreeSet, time::Duration};

use anyhow::Context as _;
use rand::{RngExt as _, seq::IndexedRandom as _};
use uuid::Uuid;
use visioncast_model::{
    ActivityId, Actor, Affiliation, Answer, Choice, Command, CommandId, ConstituencyId, Created, DomainId, IdeaId,
    Kind, Language, Panel, PersonId, Rejection, Seq, Step,
};

use crate::{
    live::{RoomHandle, Rooms},
    store::Entry,
    templates,
};

const TITLE: &str = "A vision for mentoring: try me";
/// How many simulated people are in the room.
const PEOPLE: usize = 36;
/// They answer about this often, together.
const PACE: Duration = Duration::from_millis(1_500);
/// They stop after this many answers: an hour and a half.
const ANSWERS: usize = 3_600;
/// One answer in so many is a new idea, as long as there are some left.
const IDEA_EVERY: usize = 6;

/// What was said before you came: domain and words.
const EARLIER: [(u16, &str); 14] = [
    (
        1,
        "An open library of mentoring agreements, in several languages, free to adapt",
    ),
    (1, "Short case studies that a program manager can read in five minutes"),
    (
        2,
        "One page that says what a good mentoring program needs before it starts",
    ),
    (2, "Let programs assess themselves first, then offer accreditation"),
    (
        3,
        "A directory where new program managers find somebody a year ahead of them",
    ),
    (4, "Monthly open calls where anyone can bring a question"),
    (4, "Regional circles that meet without flying anywhere"),
    (5, "Celebrate mentors of mentors, not only programs"),
    (6, "Record conference sessions and caption them"),
    (
        7,
        "Run sessions together with neighbouring organizations instead of beside them",
    ),
    (8, "Guidance on using AI in matching without losing the human part"),
    (9, "A shared, anonymous data set on what keeps mentoring pairs going"),
    (10, "Micro-courses for mentors who have twenty minutes a week"),
    (10, "A certificate that small organizations can afford"),
];

/// What comes in while you watch.
const ARRIVING: [(u16, &str); 16] = [
    (7, "Be the bridge: point to what others do well before building our own"),
    (4, "Invite people who have never been members to shape the agenda"),
    (1, "Translate the best guides instead of writing new ones"),
    (9, "Help small programs measure outcomes without a research team"),
    (2, "Standards as a conversation, reviewed every two years"),
    (5, "A spotlight on one unusual mentoring program each month"),
    (3, "Pair early-career researchers with practitioners"),
    (8, "A calm online space that is not another social network"),
    (6, "Half the conference time for working together, not for listening"),
    (10, "Peer observation for mentors, with a simple protocol"),
    (
        7,
        "Joint statements with neighbouring organizations on ethical mentoring",
    ),
    (1, "A starter kit for the first ninety days of a program"),
    (9, "Say openly what we do not know yet about mentoring"),
    (4, "Make room for mentees: their voice is missing"),
    (2, "Recognize work-life integration as part of good mentoring"),
    (3, "A buddy for everyone who comes for the first time"),
];

/// The demo panel: the one that is there already, else a new one; then people keep answering.
pub(crate) async fn prepare(rooms: &Rooms) -> anyhow::Result<Entry> {
    let known = rooms
        .store
        .panels()
        .await?
        .into_iter()
        .find(|entry| entry.summary.rehearsal && entry.summary.title == TITLE);
    let entry = match known {
        Some(entry) => entry,
        None => build(rooms).await?,
    };
    let room = rooms.open(entry.clone()).await?;
    let stop = rooms.stop.clone();
    rooms.tasks.spawn(async move {
        tokio::select! {
            () = stop.cancelled() => {}
            () = keep_answering(room) => {}
        }
    });
    Ok(entry)
}

async fn build(rooms: &Rooms) -> anyhow::Result<Entry> {
    let template = templates::find(templates::SHORT).context("there is no template")?;
    let created = Created {
        title: TITLE.to_owned(),
        rehearsal: true,
        capacity: 10_000,
        ..template.created(Language::English)
    };
    let entry = rooms.begin(Actor::System, CommandId(Uuid::new_v4()), created).await?;
    let room = rooms.open(entry.clone()).await?;
    let agenda = room
        .look(|panel| panel.agenda().to_vec())
        .await
        .context("the room is closed")?;
    let mut pairs = agenda.iter().filter_map(|item| match &item.plan.kind {
        Kind::Judgement(judgement) => Some((judgement.prompt, item.id)),
        _ => None,
    });
    let (prompt, judgement) = pairs.next().context("the template has no vote")?;

    step(
        &room,
        Step::Open {
            activity: prompt,
            alongside: false,
        },
    )
    .await?;
    let people = gather(&room).await?;
    for (place, (domain, words)) in EARLIER.iter().enumerate() {
        let author = people[place % people.len()];
        add_idea(&room, author, prompt, *domain, words).await?;
    }
    step(
        &room,
        Step::Open {
            activity: judgement,
            alongside: false,
        },
    )
    .await?;
    for person in &people {
        vote_on_all(&room, *person, judgement).await?;
    }
    step(&room, Step::Reveal { activity: judgement }).await?;
    step(&room, Step::Close { activity: judgement }).await?;
    if let Some((prompt, judgement)) = pairs.next() {
        step(
            &room,
            Step::Open {
                activity: judgement,
                alongside: false,
            },
        )
        .await?;
        step(
            &room,
            Step::Open {
                activity: prompt,
                alongside: true,
            },
        )
        .await?;
        // Whoever tries it out later finds the question still open.
        for activity in [prompt, judgement] {
            step(
                &room,
                Step::SetTimer {
                    activity,
                    seconds: None,
                },
            )
            .await?;
        }
    }
    Ok(entry)
}

async fn gather(room: &RoomHandle) -> anyhow::Result<Vec<PersonId>> {
    let groups = room
        .look(|panel| panel.framework().constituencies.len())
        .await
        .unwrap_or(0);
    let mut people = Vec::new();
    for _ in 0..PEOPLE {
        let person = PersonId(Uuid::new_v4());
        submit(room, Actor::Person(person), Command::Join).await?;
        let constituency = ConstituencyId(rand::rng().random_range(1..=groups.max(1)) as u16);
        let affiliation = [Affiliation::Member, Affiliation::NonMember, Affiliation::Undisclosed];
        let describe = Answer::Describe {
            constituencies: BTreeSet::from([constituency]),
            affiliation: affiliation.choose(&mut rand::rng()).copied(),
        };
        submit(room, Actor::Person(person), Command::Answer(describe)).await?;
        people.push(person);
    }
    Ok(people)
}

async fn add_idea(
    room: &RoomHandle,
    author: PersonId,
    activity: ActivityId,
    domain: u16,
    words: &str,
) -> Result<Seq, Rejection> {
    let idea = Answer::AddIdea {
        activity,
        domain: Some(DomainId(domain)),
        words: words.to_owned(),
        quotable: rand::rng().random_bool(0.7),
    };
    submit(room, Actor::Person(author), Command::Answer(idea)).await
}

async fn vote_on_all(room: &RoomHandle, person: PersonId, judgement: ActivityId) -> Result<(), Rejection> {
    submit(room, Actor::System, Command::Deal { person }).await?;
    while let Some(idea) = next_card(room, person, judgement).await {
        let choice = opinion(person, idea);
        let vote = Answer::Judge {
            activity: judgement,
            idea,
            choice,
        };
        submit(room, Actor::Person(person), Command::Answer(vote)).await?;
    }
    Ok(())
}

async fn next_card(room: &RoomHandle, person: PersonId, judgement: ActivityId) -> Option<IdeaId> {
    room.look(move |panel| {
        let judgement = panel.activity(judgement)?;
        panel.waiting(judgement, person).next().map(|(id, _)| id)
    })
    .await?
}

/// People agree on some ideas and not on others: each idea has its own popularity.
fn opinion(person: PersonId, idea: IdeaId) -> Choice {
    let popularity = f64::from(idea.0.as_bytes()[0]) / 255.0 * 0.8 + 0.15;
    let mood = f64::from(person.0.as_bytes()[0]) / 255.0 * 0.1;
    match rand::rng().random::<f64>() {
        draw if draw < popularity - mood => Choice::Agree,
        draw if draw < popularity + 0.12 => Choice::Pass,
        _ => Choice::Disagree,
    }
}

/// The simulated people go on answering whatever is open, until the panel ends.
async fn keep_answering(room: RoomHandle) {
    let mut words = ARRIVING.iter();
    for round in 0..ANSWERS {
        let wait = PACE.mul_f64(rand::rng().random_range(0.4..1.6));
        tokio::time::sleep(wait).await;
        let Some((people, prompt, judgements)) = room.look(whats_open).await else {
            return;
        };
        let Some(person) = people.choose(&mut rand::rng()).copied() else {
            return;
        };
        // What the facilitator closed meanwhile is refused, as anybody's late answer would be.
        if let Some(prompt) = prompt
            && round % IDEA_EVERY == 0
            && let Some((domain, words)) = words.next()
        {
            let _ = add_idea(&room, person, prompt, *domain, words).await;
            continue;
        }
        for judgement in judgements {
            let _ = submit(&room, Actor::System, Command::Deal { person }).await;
            if let Some(idea) = next_card(&room, person, judgement).await {
                let vote = Answer::Judge {
                    activity: judgement,
                    idea,
                    choice: opinion(person, idea),
                };
                let _ = submit(&room, Actor::Person(person), Command::Answer(vote)).await;
            }
        }
    }
}

type Open = (Vec<PersonId>, Option<ActivityId>, Vec<ActivityId>);

fn whats_open(panel: &Panel) -> Open {
    let people = panel.people().keys().take(PEOPLE).copied().collect();
    let prompt = panel.open().find(|open| matches!(open.plan.kind, Kind::Prompt(_)));
    let judgements = panel.open_judgements().map(|judgement| judgement.id).collect();
    (people, prompt.map(|prompt| prompt.id), judgements)
}

async fn step(room: &RoomHandle, step: Step) -> Result<Seq, Rejection> {
    submit(room, Actor::System, Command::Step(step)).await
}

async fn submit(room: &RoomHandle, actor: Actor, command: Command) -> Result<Seq, Rejection> {
    room.submit(actor, CommandId(Uuid::new_v4()), command).await
}
