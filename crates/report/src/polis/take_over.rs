use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;
use visioncast_model::{
    ActivityId, Actor, Arrivals, Command, CommandId, Constituency, ConstituencyId, Context, Created, Framework,
    HideReason, IdeaId, Import, Integrity, JoinCode, Judgement, Kind, LINE_CHARS, Moderation, Outcome, Panel, PanelId,
    PersonId, Plan, Prompt, QUESTION_CHARS, Recorded, Rejection, Step, Timestamp, Words,
};

use super::Conversation;

/// Long enough for an announced reveal to be due.
const UNTIL_REVEALED: i64 = 60;

/// What the outside world lends to a takeover.
pub struct TakeOver<'a> {
    /// The title of the panel; the topic of the conversation where none.
    pub title: Option<String>,
    /// How the panel is joined.
    pub code: JoinCode,
    /// Where its order of dealing comes from, should it be reopened.
    pub seed: u64,
    /// The time, for what the files give no time of.
    pub now: Timestamp,
    /// Random ids (UUID v4).
    pub fresh: &'a mut dyn FnMut() -> Uuid,
}

/// A closed panel with its log, to be stored at once.
#[derive(Clone, Debug)]
pub struct TakenOver {
    /// The panel.
    pub panel: Panel,
    /// Its log.
    pub events: Vec<Recorded>,
    /// Its words.
    pub words: Vec<Words>,
}

/// A rule of the panel that the conversation breaks.
#[derive(Debug, thiserror::Error)]
#[error("take over {what}: {rejection}")]
pub struct TakeOverError {
    /// What was about to be taken over.
    pub what: String,
    /// Why it was not.
    pub rejection: Rejection,
}

/// Makes a closed panel of a conversation: its statements answer a prompt, its votes are the ballots
/// of one judgement, in file order and at their own time, its groups are constituencies. What was
/// moderated out is hidden behind the last vote, so that its votes are kept; then the judgement is
/// revealed, which records its totals, and the panel ends.
///
/// # Errors
/// Where a rule of the panel is against it; then there is no panel.
pub fn take_over(conversation: &Conversation, take_over: TakeOver<'_>) -> Result<TakenOver, TakeOverError> {
    let start = moments(conversation).min().unwrap_or(take_over.now);
    let end = moments(conversation).max().unwrap_or(take_over.now);
    let TakeOver {
        title,
        code,
        seed,
        fresh,
        ..
    } = take_over;
    let mut log = Log {
        fresh,
        now: start,
        taken: TakenOver::empty(),
    };
    let prompt = ActivityId((log.fresh)());
    let judgement = ActivityId((log.fresh)());
    let created = Created {
        panel: PanelId((log.fresh)()),
        code,
        title: line(title.as_deref().unwrap_or(&conversation.topic), "A Polis conversation"),
        framework: framework(conversation),
        agenda: agenda(conversation, prompt, judgement),
        seed,
        rehearsal: false,
        capacity: conversation.participants.len() as u32,
        pace: visioncast_model::Pace::Led,
        integrity: Integrity::Open,
        moderation: Moderation::default(),
    };
    log.decide("the conversation", &Command::Create(Box::new(created)))?;
    log.step(
        "the prompt",
        Step::Open {
            activity: prompt,
            alongside: false,
        },
    )?;
    let people = log.people(conversation)?;
    let ideas = log.ideas(conversation, prompt, &people)?;
    log.now = start;
    log.step(
        "the votes",
        Step::Open {
            activity: judgement,
            alongside: false,
        },
    )?;
    log.ballots(conversation, judgement, &people, &ideas)?;
    log.now = end;
    log.moderation(conversation, &ideas)?;
    log.step("the end of the votes", Step::Close { activity: judgement })?;
    log.step("the result", Step::Reveal { activity: judgement })?;
    log.now = end.plus_seconds(UNTIL_REVEALED);
    log.decide("the result", &Command::CompleteReveal { activity: judgement })?;
    log.step("the end", Step::End)?;
    Ok(log.taken)
}

/// A log in the making.
struct Log<'a> {
    fresh: &'a mut dyn FnMut() -> Uuid,
    now: Timestamp,
    taken: TakenOver,
}

impl TakenOver {
    fn empty() -> Self {
        Self {
            panel: Panel::default(),
            events: Vec::new(),
            words: Vec::new(),
        }
    }
}

impl Log<'_> {
    fn people(&mut self, conversation: &Conversation) -> Result<BTreeMap<u32, PersonId>, TakeOverError> {
        let mut people = BTreeMap::new();
        for participant in &conversation.participants {
            let person = PersonId((self.fresh)());
            let import = Import::Person {
                person,
                constituencies: participant.group.map(ConstituencyId).into_iter().collect(),
                source_id: participant.id.to_string(),
            };
            self.import(&format!("participant {}", participant.id), import)?;
            people.insert(participant.id, person);
        }
        Ok(people)
    }

    fn ideas(
        &mut self,
        conversation: &Conversation,
        activity: ActivityId,
        people: &BTreeMap<u32, PersonId>,
    ) -> Result<BTreeMap<u32, IdeaId>, TakeOverError> {
        let mut ideas = BTreeMap::new();
        let mut wordless = Vec::new();
        for statement in &conversation.statements {
            self.now = statement.at.unwrap_or(self.now);
            let import = Import::Idea {
                activity,
                author: statement.author.and_then(|author| people.get(&author).copied()),
                words: statement.words.clone().unwrap_or_default(),
                source_id: statement.id.to_string(),
                source_details: statement.details.clone(),
            };
            let idea = IdeaId(self.import(&format!("statement {}", statement.id), import)?.0);
            if statement.words.is_none() {
                wordless.push(idea);
            }
            ideas.insert(statement.id, idea);
        }
        if !wordless.is_empty() {
            let gone: BTreeSet<_> = wordless
                .iter()
                .filter_map(|id| Some(self.taken.panel.ideas().get(id)?.words))
                .collect();
            self.step("statements without words", Step::EraseWords { ideas: wordless })?;
            self.taken.words.retain(|words| !gone.contains(&words.id));
        }
        Ok(ideas)
    }

    fn ballots(
        &mut self,
        conversation: &Conversation,
        activity: ActivityId,
        people: &BTreeMap<u32, PersonId>,
        ideas: &BTreeMap<u32, IdeaId>,
    ) -> Result<(), TakeOverError> {
        for vote in &conversation.votes {
            let what = || format!("the vote of {} on statement {}", vote.voter, vote.statement);
            let missing = |rejection| TakeOverError {
                what: what(),
                rejection,
            };
            let idea = ideas
                .get(&vote.statement)
                .ok_or_else(|| missing(Rejection::UnknownIdea))?;
            let person = people
                .get(&vote.voter)
                .ok_or_else(|| missing(Rejection::UnknownPerson))?;
            self.now = vote.at.unwrap_or(self.now);
            let import = Import::Ballot {
                activity,
                idea: *idea,
                person: *person,
                choice: vote.choice,
            };
            self.import(&what(), import)?;
        }
        Ok(())
    }

    fn moderation(&mut self, conversation: &Conversation, ideas: &BTreeMap<u32, IdeaId>) -> Result<(), TakeOverError> {
        let out = conversation
            .statements
            .iter()
            .filter(|statement| statement.moderated_out);
        for statement in out {
            if let Some(idea) = ideas.get(&statement.id) {
                let reason = HideReason::ModeratedAtSource;
                self.step(
                    &format!("the moderation of statement {}", statement.id),
                    Step::HideIdea { idea: *idea, reason },
                )?;
            }
        }
        Ok(())
    }

    fn import(&mut self, what: &str, import: Import) -> Result<CommandId, TakeOverError> {
        self.decide(what, &Command::Import(import))
    }

    fn step(&mut self, what: &str, step: Step) -> Result<CommandId, TakeOverError> {
        self.decide(what, &Command::Step(step))
    }

    fn decide(&mut self, what: &str, command: &Command) -> Result<CommandId, TakeOverError> {
        let id = CommandId((self.fresh)());
        let mut context = Context {
            now: self.now,
            fresh: &mut *self.fresh,
            findings: Vec::new(),
        };
        let outcome = self
            .taken
            .panel
            .decide(Actor::System, id, command, &mut context)
            .map_err(|rejection| TakeOverError {
                what: what.to_owned(),
                rejection,
            })?;
        if let Outcome::New(decision) = outcome {
            for words in decision.words {
                self.taken.panel.learn(words.clone());
                self.taken.words.push(words);
            }
            for event in decision.events {
                self.taken.panel.apply(&event);
                self.taken.events.push(event);
            }
        }
        Ok(id)
    }
}

fn moments(conversation: &Conversation) -> impl Iterator<Item = Timestamp> + '_ {
    let statements = conversation.statements.iter().filter_map(|statement| statement.at);
    statements.chain(conversation.votes.iter().filter_map(|vote| vote.at))
}

/// Who held it, and the groups that Polis found, as the panel's constituencies.
fn framework(conversation: &Conversation) -> Framework {
    let groups: BTreeSet<u16> = conversation
        .participants
        .iter()
        .filter_map(|participant| participant.group)
        .collect();
    let constituencies = groups.into_iter().map(|group| Constituency {
        id: ConstituencyId(group),
        name: format!("Group {group}"),
        wants: Vec::new(),
    });
    let name = if conversation.url.is_empty() {
        "Polis".to_owned()
    } else {
        line(&format!("Polis, {}", conversation.url), "Polis")
    };
    Framework {
        name,
        constituencies: constituencies.collect(),
        version: 1,
        ..Framework::default()
    }
}

fn agenda(conversation: &Conversation, prompt: ActivityId, judgement: ActivityId) -> Vec<(ActivityId, Plan)> {
    let asked = match (&conversation.description, &conversation.topic) {
        (description, _) if !description.is_empty() => description,
        (_, topic) => topic,
    };
    let asked = cut(asked, QUESTION_CHARS);
    let asked = if asked.is_empty() {
        "What do you think?".to_owned()
    } else {
        asked
    };
    let plan = |title: &str, question: &str, kind| Plan::new(title.to_owned(), question.to_owned(), 0, kind);
    let write = Prompt {
        arrivals: Arrivals::Live,
        ..Prompt::default()
    };
    vec![
        (prompt, plan("Statements", &asked, Kind::Prompt(write))),
        (judgement, plan("Votes", &asked, Kind::Judgement(Judgement { prompt }))),
    ]
}

/// `text` on one line that a title takes; `otherwise` where nothing is left.
fn line(text: &str, otherwise: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = cut(&words.join(" "), LINE_CHARS);
    if text.is_empty() { otherwise.to_owned() } else { text }
}

/// `text` without control characters, and no longer than `limit`.
fn cut(text: &str, limit: usize) -> String {
    let text = text.replace("\r\n", "\n");
    let text: String = text
        .chars()
        .filter(|sign| *sign == '\n' || !sign.is_control())
        .collect();
    let text = text.trim();
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(limit - 1).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}
