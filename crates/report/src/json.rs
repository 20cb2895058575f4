//! The archive of a panel, lossless and open:
//!
//! ```text
//! {
//!   "format": "visioncast-panel", "version": 1, "event_version": 1,
//!   "withheld": [activity id, …],      activities whose answers are left out, empty where none are
//!   "panel":  { … },                   the panel as it stands, for reading; follows from the rest
//!   "events": [ { "seq", "at", "actor", "command", "digest", "event": { … } }, … ],
//!   "words":  [ { "id", "person", "salt", "text" }, … ]
//! }
//! ```
//!
//! `events` is the whole log as it is stored; times are milliseconds since 1970 in UTC. The words of
//! an idea are those whose `id` its event names, and SHA-256 over their salt and their text in UTF-8
//! is its `hash`; erased words are missing from `words`, and their idea has `"words": null`. In the
//! events of a command that cast withheld votes, `choice` and `digest` are null: the digest alone
//! would give one of three choices away. So are `marks` where answers to a survey are withheld, and
//! the words of their reasons are left out of `words`.
//!
//! Every judgement on the agenda of `panel` that is not withheld has its `statements`: `idea`,
//! `source_id`, `agrees`, `disagrees`, `passes` by the ballots that count, and
//! `group_aware_consensus` over the constituencies that its voters say they belong to; and `bursts`: `people` who joined
//! in quick succession and voted more alike than chance allows, all of whom are counted.
//!
//! Every survey has its `items`: `item`, `text`, `answered`, and, where it is not withheld, `options`
//! with the `counts` of each as they stand and `counts_at_reveal`. In a ranking counts are points.

use std::{collections::BTreeSet, io::Write};

use serde::Serialize;
use serde_json::{Map, Value};
use visioncast_analysis::consensus_across;
use visioncast_model::{
    Activity, ActivityId, Ballots, CommandId, ConstituencyId, EVENT_VERSION, Event, Framework, Idea, IdeaId, Integrity,
    JoinCode, Kind, Marks, Panel, PanelId, Participant, PersonId, Recorded, Status, Tally, Tickets, Timestamp, Words,
    WordsId,
};

use crate::{
    Disclosure, FrameworkHash, Material, WriteError,
    bursts::{Burst, Bursts},
};

const FORMAT: &str = "visioncast-panel";
const VERSION: u16 = 1;

#[derive(Serialize)]
struct Archive<'a> {
    format: &'static str,
    version: u16,
    event_version: u16,
    withheld: Vec<ActivityId>,
    panel: State<'a>,
    events: Vec<Line<'a>>,
    words: Vec<&'a Words>,
}

/// An event: as it is stored, or without what it must not tell.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Whole(&'a Recorded),
    Withheld(Value),
}

#[derive(Serialize)]
struct State<'a> {
    id: Option<PanelId>,
    code: Option<JoinCode>,
    title: &'a str,
    created: Timestamp,
    status: Status,
    rehearsal: bool,
    capacity: u32,
    integrity: Integrity,
    tickets: Tickets,
    framework: &'a Framework,
    framework_hash: FrameworkHash,
    agenda: Vec<Item<'a>>,
    people: Vec<Person<'a>>,
    ideas: Vec<Contribution<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    #[serde(flatten)]
    activity: &'a Activity,
    answered: usize,
    totals_at_reveal: Option<Vec<Total>>,
    totals: Option<Vec<Total>>,
    statements: Option<Vec<Statement<'a>>>,
    options: Option<Vec<String>>,
    items: Option<Vec<Asked>>,
    /// People who joined in quick succession and voted alike, where votes are told.
    bursts: Option<Vec<Suspects>>,
}

/// One thing that a survey asks about.
#[derive(Serialize)]
struct Asked {
    item: String,
    text: Option<String>,
    answered: u32,
    counts: Option<Vec<u32>>,
    counts_at_reveal: Option<Vec<u32>>,
}

#[derive(Serialize)]
struct Suspects {
    people: BTreeSet<PersonId>,
    first_joined: Timestamp,
    last_joined: Timestamp,
}

#[derive(Serialize)]
struct Total {
    idea: IdeaId,
    #[serde(flatten)]
    tally: Tally,
    shown_to: u32,
}

/// What the room said to a statement, under the names that Polis has for it.
#[derive(Serialize)]
struct Statement<'a> {
    idea: IdeaId,
    source_id: Option<&'a str>,
    agrees: u32,
    disagrees: u32,
    passes: u32,
    group_aware_consensus: Option<f64>,
}

#[derive(Serialize)]
struct Person<'a> {
    id: PersonId,
    #[serde(flatten)]
    participant: &'a Participant,
}

#[derive(Serialize)]
struct Contribution<'a> {
    id: IdeaId,
    /// All that is known of it but the name of its words, which stand beside it.
    #[serde(flatten)]
    idea: Map<String, Value>,
    words: Option<&'a str>,
}

/// The lossless archive of a panel; its structure is described at the top of this file and in
/// `docs/EXPORTS.md`.
///
/// # Errors
/// Where the panel cannot be written as JSON.
pub fn json(material: Material<'_>, disclosure: Disclosure) -> Result<Vec<u8>, WriteError> {
    let mut bytes = Vec::new();
    write(material, disclosure, &mut bytes)?;
    Ok(bytes)
}

/// The same, piece by piece.
pub(crate) fn write(material: Material<'_>, disclosure: Disclosure, mut out: impl Write) -> Result<(), WriteError> {
    let panel = material.panel;
    let withheld: Vec<ActivityId> = disclosure.withheld(panel).map(|activity| activity.id).collect();
    let archive = Archive {
        format: FORMAT,
        version: VERSION,
        event_version: EVENT_VERSION,
        panel: state(material, disclosure)?,
        events: lines(material.events, &withheld)?,
        words: words(material, &withheld),
        withheld,
    };
    serde_json::to_writer_pretty(&mut out, &archive)?;
    out.write_all(b"\n").map_err(serde_json::Error::io)?;
    Ok(())
}

/// All words but the reasons of answers that are withheld: they would give the answers away.
fn words<'a>(material: Material<'a>, withheld: &[ActivityId]) -> Vec<&'a Words> {
    let reasons: BTreeSet<WordsId> = material
        .events
        .iter()
        .filter(|recorded| hides(&recorded.event, withheld))
        .flat_map(|recorded| recorded.event.words())
        .collect();
    let told = material.words.iter().filter(|words| !reasons.contains(&words.id));
    let mut told: Vec<&Words> = told.collect();
    // A store gives them in the order it likes; the same panel is the same bytes on every one.
    told.sort_unstable_by_key(|words| words.id);
    told
}

/// Whether an event is an answer that is withheld.
fn hides(event: &Event, withheld: &[ActivityId]) -> bool {
    match event {
        Event::BallotCast { activity, .. } | Event::Marked { activity, .. } => withheld.contains(activity),
        _ => false,
    }
}

fn lines<'a>(events: &'a [Recorded], withheld: &[ActivityId]) -> Result<Vec<Line<'a>>, serde_json::Error> {
    let commands: BTreeSet<CommandId> = events
        .iter()
        .filter(|recorded| hides(&recorded.event, withheld))
        .map(|recorded| recorded.command)
        .collect();
    events
        .iter()
        .map(|recorded| {
            if !commands.contains(&recorded.command) {
                return Ok(Line::Whole(recorded));
            }
            let mut line = serde_json::to_value(recorded)?;
            line["digest"] = Value::Null;
            match &recorded.event {
                event if !hides(event, withheld) => {}
                Event::Marked { .. } => {
                    line["event"]["marked"]["marks"] = Value::Null;
                    // To which of a list somebody gave dots or a place is half of what they gave.
                    line["event"]["marked"]["item"] = Value::Null;
                }
                _ => line["event"]["ballot_cast"]["choice"] = Value::Null,
            }
            Ok(Line::Withheld(line))
        })
        .collect()
}

fn state(material: Material<'_>, disclosure: Disclosure) -> Result<State<'_>, WriteError> {
    let panel = material.panel;
    let ideas = panel.ideas().iter().map(|(id, idea)| contribution(panel, *id, idea));
    Ok(State {
        id: panel.id(),
        code: panel.code(),
        title: panel.title(),
        created: panel.created(),
        status: panel.status(),
        rehearsal: panel.is_rehearsal(),
        capacity: panel.capacity(),
        integrity: panel.integrity(),
        tickets: panel.tickets(),
        framework: panel.framework(),
        framework_hash: FrameworkHash::of(panel.framework())?,
        agenda: panel
            .agenda()
            .iter()
            .map(|activity| item(material, activity, disclosure))
            .collect(),
        people: panel
            .people()
            .iter()
            .map(|(id, participant)| Person { id: *id, participant })
            .collect(),
        ideas: ideas.collect::<Result<_, _>>()?,
    })
}

fn item<'a>(material: Material<'a>, activity: &'a Activity, disclosure: Disclosure) -> Item<'a> {
    let panel = material.panel;
    let judgement = matches!(activity.plan.kind, Kind::Judgement(_));
    let total = |idea, tally| Total {
        idea,
        tally,
        shown_to: panel.exposure(activity.id, idea),
    };
    let at_reveal = panel
        .totals_at_reveal(activity.id)
        .filter(|_| judgement)
        .map(|totals| totals.iter().map(|(idea, tally)| total(*idea, *tally)).collect());
    let told = judgement && disclosure.covers(panel, activity);
    let now = told.then(|| {
        panel
            .ideas_of(activity.prompt())
            .map(|(idea, _)| total(idea, panel.tally(activity.id, idea)))
            .collect()
    });
    Item {
        activity,
        answered: panel.answered(activity.id),
        totals_at_reveal: at_reveal,
        totals: now,
        statements: told.then(|| statements(panel, activity)),
        options: activity.survey().map(|survey| survey.scale.names()),
        items: activity.survey().map(|_| asked(panel, activity, disclosure)),
        bursts: told.then(|| bursts(material, activity)),
    }
}

fn asked(panel: &Panel, activity: &Activity, disclosure: Disclosure) -> Vec<Asked> {
    let told = disclosure.covers(panel, activity);
    let at_reveal = panel.counts_at_reveal(activity.id);
    let shared = activity.survey().is_some_and(|survey| survey.scale.is_shared());
    let items = panel.items(activity).into_iter();
    items
        .map(|item| {
            let marks = panel.marks(activity.id, item);
            Asked {
                item: item.to_string(),
                text: panel.item_text(activity, item),
                // How many gave something dots or a place says what is for it.
                answered: marks.filter(|_| told || !shared).map_or(0, Marks::answered),
                counts: told.then(|| marks.map(Marks::counts).unwrap_or_default().to_vec()),
                counts_at_reveal: at_reveal.map(|counts| counts.get(&item).cloned().unwrap_or_default()),
            }
        })
        .collect()
}

fn bursts(material: Material<'_>, judgement: &Activity) -> Vec<Suspects> {
    let suspects = |burst: Burst| Suspects {
        people: burst.people,
        first_joined: burst.joined.0,
        last_joined: burst.joined.1,
    };
    Bursts::of(material, judgement).each.into_iter().map(suspects).collect()
}

/// The statements of a judgement, with the consensus of the groups that its voters say they belong to.
fn statements<'a>(panel: &'a Panel, judgement: &Activity) -> Vec<Statement<'a>> {
    let said = |idea| panel.ballots(judgement.id, idea).into_iter().flat_map(Ballots::iter);
    let groups_of = |person| {
        let person = panel.people().get(&person);
        person
            .into_iter()
            .flat_map(|person| person.constituencies.iter().copied())
    };
    let ideas = || panel.ideas_of(judgement.prompt());
    let voters: BTreeSet<PersonId> = ideas()
        .flat_map(|(idea, _)| said(idea))
        .map(|(person, _)| person)
        .collect();
    let groups: BTreeSet<ConstituencyId> = voters.into_iter().flat_map(groups_of).collect();
    ideas()
        .map(|(id, idea)| {
            let tally = panel.tally(judgement.id, id);
            let by_group = said(id).flat_map(|(person, choice)| groups_of(person).map(move |group| (group, choice)));
            Statement {
                idea: id,
                source_id: idea.source_id.as_deref(),
                agrees: tally.agree,
                disagrees: tally.disagree,
                passes: tally.pass,
                group_aware_consensus: consensus_across(groups.iter().copied(), by_group),
            }
        })
        .collect()
}

fn contribution<'a>(panel: &'a Panel, id: IdeaId, idea: &'a Idea) -> Result<Contribution<'a>, serde_json::Error> {
    let words = panel.words(idea);
    let mut idea: Map<String, Value> = serde_json::from_value(serde_json::to_value(idea)?)?;
    idea.remove("words");
    Ok(Contribution { id, idea, words })
}
