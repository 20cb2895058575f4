use std::collections::{BTreeMap, BTreeSet};

use visioncast_analysis::consensus_across;
use visioncast_model::{
    Activity, ActivityId, Choice, ConstituencyId, Event, Idea, IdeaId, Kind, PersonId, Source, Tally, Timestamp,
};

use super::number;
use crate::{Disclosure, File, Material, WriteError, moment, shuffle::Shuffle, table::Table};

/// The panel as Polis would export it: `comments.csv`, `votes.csv`, `participants-votes.csv` and
/// `summary.csv`.
///
/// Polis knows one conversation, a panel may hold several: every judgement becomes one, and so does
/// every prompt without a judgement. Where there is more than one, each is in a folder named by its
/// place on the agenda.
///
/// What came from Polis keeps its numbers, order and times. For what came in here, the numbers are
/// random and made for this export from `seed`, times are those of the hour, and the numbers of
/// authors are not those of voters: words that give their author away must not give their votes
/// away. A judgement that `disclosure` does not cover has no votes and no totals, and a `README.txt`
/// that says so. Words stand as they are, without protection against formulas: programs read these
/// files, for spreadsheets there is [`crate::csv_files`].
///
/// # Errors
/// Where a table cannot be laid out.
pub fn polis_files(material: Material<'_>, disclosure: Disclosure, seed: u64) -> Result<Vec<File>, WriteError> {
    let mut shuffle = Shuffle::new(seed);
    let agenda = material.panel.agenda();
    let conversations: Vec<&Activity> = agenda
        .iter()
        .filter(|activity| match &activity.plan.kind {
            Kind::Judgement(_) => true,
            Kind::Prompt(_) => !agenda
                .iter()
                .any(|other| other.id != activity.id && other.prompt() == activity.id),
        })
        .collect();
    let mut files = Vec::new();
    for activity in &conversations {
        let folder = match material.panel.place(activity.id) {
            Some(place) if conversations.len() > 1 => format!("{}/", place + 1),
            _ => String::new(),
        };
        let conversation = Conversation::of(material, disclosure, activity, &mut shuffle);
        files.extend(conversation.files(&folder)?);
    }
    Ok(files)
}

struct Conversation<'a> {
    material: Material<'a>,
    activity: &'a Activity,
    disclosed: bool,
    statements: Vec<Statement<'a>>,
    voters: Vec<Voter>,
    votes: Vec<Vote>,
    /// The last vote of everybody on everything.
    last: BTreeMap<(PersonId, IdeaId), Choice>,
    groups: BTreeMap<ConstituencyId, Vec<PersonId>>,
}

struct Statement<'a> {
    id: IdeaId,
    number: u64,
    author: Option<u64>,
    idea: &'a Idea,
    words: &'a str,
}

struct Voter {
    id: PersonId,
    number: u64,
    group: Option<ConstituencyId>,
    /// None where it would tie words to votes.
    comments: Option<usize>,
}

struct Vote {
    at: Timestamp,
    statement: u64,
    idea: IdeaId,
    voter: u64,
    choice: Choice,
    imported: bool,
}

impl<'a> Conversation<'a> {
    fn of(material: Material<'a>, disclosure: Disclosure, activity: &'a Activity, shuffle: &mut Shuffle) -> Self {
        let panel = material.panel;
        let numbers = Numbers::of(material, activity, shuffle);
        let statements = statements(material, activity, &numbers);
        let disclosed = disclosure.covers(panel, activity) || !matches!(activity.plan.kind, Kind::Judgement(_));
        let votes = if disclosed {
            votes(material, activity.id, &numbers)
        } else {
            Vec::new()
        };
        let last = cast(material, activity.id)
            .map(|(_, person, idea, choice, _)| ((person, idea), choice))
            .collect();
        let voters = if disclosed {
            voters(material, &numbers, &statements)
        } else {
            Vec::new()
        };
        let mut groups: BTreeMap<ConstituencyId, Vec<PersonId>> = BTreeMap::new();
        for voter in &voters {
            if let Some(group) = voter.group {
                groups.entry(group).or_default().push(voter.id);
            }
        }
        Self {
            material,
            activity,
            disclosed,
            statements,
            voters,
            votes,
            last,
            groups,
        }
    }

    fn files(&self, folder: &str) -> Result<Vec<File>, WriteError> {
        let mut files = vec![
            self.comments().file(format!("{folder}comments.csv"))?,
            self.vote_rows().file(format!("{folder}votes.csv"))?,
            self.matrix().file(format!("{folder}participants-votes.csv"))?,
            self.summary().file(format!("{folder}summary.csv"))?,
        ];
        if !self.disclosed {
            files.push(File {
                name: format!("{folder}README.txt"),
                bytes: WITHHELD.as_bytes().to_vec(),
            });
        }
        Ok(files)
    }

    fn comments(&self) -> Table {
        let mut table = Table::plain(&[
            "timestamp",
            "datetime",
            "comment-id",
            "author-id",
            "agrees",
            "disagrees",
            "moderated",
            "is-meta",
            "is-seed",
            "group-informed-consensus",
            "comment-body",
        ]);
        let mut totals: BTreeMap<IdeaId, Tally> = BTreeMap::new();
        for vote in &self.votes {
            totals.entry(vote.idea).or_default().count(vote.choice);
        }
        for statement in &self.statements {
            let idea = statement.idea;
            let at = told(idea.added, idea.source);
            let total = totals.get(&statement.id).copied().unwrap_or_default();
            let counted = |count: u32| {
                if self.disclosed {
                    count.to_string()
                } else {
                    String::new()
                }
            };
            table.row([
                at.0.to_string(),
                moment::polis(at),
                statement.number.to_string(),
                statement.author.map(|author| author.to_string()).unwrap_or_default(),
                counted(total.agree),
                counted(total.disagree),
                moderated(idea).to_owned(),
                detail(idea, "is-meta"),
                detail(idea, "is-seed"),
                self.consensus(statement.id)
                    .map(|value| value.to_string())
                    .unwrap_or_default(),
                statement.words.to_owned(),
            ]);
        }
        table
    }

    fn consensus(&self, idea: IdeaId) -> Option<f64> {
        let said = self.groups.iter().flat_map(|(group, people)| {
            let said = people.iter().filter_map(|person| self.last.get(&(*person, idea)));
            said.map(|choice| (*group, *choice))
        });
        consensus_across(self.groups.keys().copied(), said)
    }

    fn vote_rows(&self) -> Table {
        let mut table = Table::plain(&["timestamp", "datetime", "comment-id", "voter-id", "vote"]);
        for vote in &self.votes {
            table.row([
                vote.at.0.to_string(),
                moment::polis(vote.at),
                vote.statement.to_string(),
                vote.voter.to_string(),
                number(vote.choice).to_string(),
            ]);
        }
        table
    }

    fn matrix(&self) -> Table {
        let mut statements: Vec<&Statement<'_>> = self.statements.iter().collect();
        statements.sort_by_key(|statement| statement.number);
        let numbers = statements.iter().map(|statement| statement.number.to_string());
        let columns: Vec<String> = [
            "participant",
            "xid",
            "group-id",
            "n-comments",
            "n-votes",
            "n-agree",
            "n-disagree",
        ]
        .into_iter()
        .map(str::to_owned)
        .chain(numbers)
        .collect();
        let mut table = Table::plain(&columns);
        for voter in &self.voters {
            let votes: Vec<Option<Choice>> = statements
                .iter()
                .map(|statement| self.last.get(&(voter.id, statement.id)).copied())
                .collect();
            let count = |wanted| votes.iter().filter(|vote| **vote == Some(wanted)).count();
            let cells = [
                voter.number.to_string(),
                String::new(),
                voter.group.map(|group| group.to_string()).unwrap_or_default(),
                voter.comments.map(|comments| comments.to_string()).unwrap_or_default(),
                votes.iter().flatten().count().to_string(),
                count(Choice::Agree).to_string(),
                count(Choice::Disagree).to_string(),
            ];
            let votes = votes
                .iter()
                .map(|vote| vote.map(|choice| number(choice).to_string()).unwrap_or_default());
            table.row(cells.into_iter().chain(votes));
        }
        table
    }

    fn summary(&self) -> Table {
        let panel = self.material.panel;
        let mut host = panel.framework().name.split_whitespace();
        let url = host.rfind(|word| word.contains("://")).unwrap_or_default();
        let voters = panel.answered(self.activity.id).to_string();
        let authors: BTreeSet<_> = self
            .statements
            .iter()
            .filter_map(|statement| statement.author)
            .collect();
        let mut table = Table::plain(&["topic", panel.title()]);
        for (key, value) in [
            ("url", url.to_owned()),
            ("views", panel.people().len().to_string()),
            ("voters", voters.clone()),
            ("voters-in-conv", voters),
            ("commenters", authors.len().to_string()),
            ("comments", self.statements.len().to_string()),
            ("groups", self.groups.len().to_string()),
            ("conversation-description", self.activity.plan.question.clone()),
        ] {
            table.row([key.to_owned(), value]);
        }
        table
    }
}

const WITHHELD: &str = "The votes on these statements are not revealed yet, so they are left out: \
no rows in votes.csv and participants-votes.csv, no totals in comments.csv. Export again after the \
reveal.\n";

/// What everything is called in the files.
struct Numbers {
    ideas: BTreeMap<IdeaId, u64>,
    voters: BTreeMap<PersonId, u64>,
    /// Authors by idea: known ones by their number as voters, others by one that says nothing.
    authors: BTreeMap<IdeaId, u64>,
}

impl Numbers {
    fn of(material: Material<'_>, activity: &Activity, shuffle: &mut Shuffle) -> Self {
        let panel = material.panel;
        let ideas = numbered(
            panel
                .ideas_of(activity.prompt())
                .map(|(id, idea)| (id, idea.source_id.as_deref())),
            0,
            shuffle,
        );
        let voted: BTreeSet<PersonId> = cast(material, activity.id).map(|(_, person, ..)| person).collect();
        let voters = numbered(
            panel
                .people()
                .iter()
                .filter(|(id, person)| person.source == Source::Import || voted.contains(id))
                .map(|(id, person)| (*id, person.source_id.as_deref())),
            0,
            shuffle,
        );
        let beyond = voters.values().max().map_or(0, |most| most + 1);
        let known = |idea: &Idea| {
            let author = panel.people().get(&idea.author?)?;
            author.source_id.as_ref()?.parse::<u64>().ok()
        };
        let mut authors = BTreeMap::new();
        let mut unknown: BTreeMap<Result<PersonId, IdeaId>, Vec<IdeaId>> = BTreeMap::new();
        for (id, idea) in panel.ideas_of(activity.prompt()) {
            match (known(idea), idea.source) {
                (Some(number), _) => {
                    authors.insert(id, number);
                }
                (None, Source::Import) => {}
                (None, _) => unknown.entry(idea.author.ok_or(id)).or_default().push(id),
            }
        }
        let unknown_numbers = shuffle.pseudonyms(unknown.keys().copied());
        for (author, ideas) in &unknown {
            let number = unknown_numbers.get(author).map_or(0, |number| *number as u64 - 1);
            authors.extend(ideas.iter().map(|idea| (*idea, beyond + number)));
        }
        Self { ideas, voters, authors }
    }
}

/// Numbers: their own for those that bring one, random ones behind those for the others.
fn numbered<'a, I: Ord + Copy>(
    items: impl Iterator<Item = (I, Option<&'a str>)>,
    from: u64,
    shuffle: &mut Shuffle,
) -> BTreeMap<I, u64> {
    let (mut numbers, mut others) = (BTreeMap::new(), Vec::new());
    for (id, source_id) in items {
        match source_id.and_then(|number| number.parse::<u64>().ok()) {
            Some(number) => {
                numbers.insert(id, number);
            }
            None => others.push(id),
        }
    }
    let behind = numbers.values().max().map_or(from, |most| most + 1);
    let random = shuffle.pseudonyms(others);
    numbers.extend(random.into_iter().map(|(id, number)| (id, behind + number as u64 - 1)));
    numbers
}

fn statements<'a>(material: Material<'a>, activity: &Activity, numbers: &Numbers) -> Vec<Statement<'a>> {
    let panel = material.panel;
    let mut statements: Vec<Statement<'a>> = panel
        .ideas_of(activity.prompt())
        .map(|(id, idea)| Statement {
            id,
            number: numbers.ideas.get(&id).copied().unwrap_or_default(),
            author: numbers.authors.get(&id).copied(),
            idea,
            words: panel.words(idea).unwrap_or_default(),
        })
        .collect();
    // What came from Polis stays in its order; the order in which the room spoke is not told.
    statements.sort_by_key(|statement| match statement.idea.source {
        Source::Import => (0, 0),
        _ => (1, statement.number),
    });
    statements
}

fn voters(material: Material<'_>, numbers: &Numbers, statements: &[Statement<'_>]) -> Vec<Voter> {
    let panel = material.panel;
    let mut voters: Vec<(usize, Voter)> = Vec::new();
    let joined = material.events.iter().filter_map(|recorded| match &recorded.event {
        Event::PersonJoined { person, .. } => Some(*person),
        _ => None,
    });
    for (place, id) in joined.enumerate() {
        let (Some(number), Some(person)) = (numbers.voters.get(&id), panel.people().get(&id)) else {
            continue;
        };
        let imported = person.source == Source::Import;
        let mut named = person.constituencies.iter().filter(|_| imported);
        let group = named.next().copied().filter(|_| person.constituencies.len() == 1);
        let comments = imported.then(|| {
            statements
                .iter()
                .filter(|statement| statement.author == Some(*number))
                .count()
        });
        let place = if imported { place } else { usize::MAX };
        voters.push((
            place,
            Voter {
                id,
                number: *number,
                group,
                comments,
            },
        ));
    }
    voters.sort_by_key(|(place, voter)| (*place, voter.number));
    voters.into_iter().map(|(_, voter)| voter).collect()
}

/// Every ballot of a judgement, in the order of the log.
fn cast(
    material: Material<'_>,
    judgement: ActivityId,
) -> impl Iterator<Item = (Timestamp, PersonId, IdeaId, Choice, Source)> + '_ {
    material
        .events
        .iter()
        .filter_map(move |recorded| match &recorded.event {
            Event::BallotCast {
                activity,
                person,
                idea,
                choice,
                source,
                ..
            } if *activity == judgement => Some((recorded.at, *person, *idea, *choice, *source)),
            _ => None,
        })
}

fn votes(material: Material<'_>, judgement: ActivityId, numbers: &Numbers) -> Vec<Vote> {
    let mut votes: Vec<Vote> = cast(material, judgement)
        .filter_map(|(at, person, idea, choice, source)| {
            Some(Vote {
                at: told(at, source),
                statement: *numbers.ideas.get(&idea)?,
                idea,
                voter: *numbers.voters.get(&person)?,
                choice,
                imported: source == Source::Import,
            })
        })
        .collect();
    votes.sort_by_key(|vote| {
        if vote.imported {
            (0, 0, 0)
        } else {
            (1, vote.statement, vote.voter)
        }
    });
    votes
}

/// When something happened, as far as it is told.
fn told(at: Timestamp, source: Source) -> Timestamp {
    match source {
        Source::Import => at,
        Source::Device | Source::Spoken | Source::Paper => moment::to_the_hour(at),
    }
}

fn moderated(idea: &Idea) -> &str {
    match (idea.hidden, idea.source_details.get("moderated").map(String::as_str)) {
        (Some(_), _) => "-1",
        (None, Some("0")) => "0",
        (None, _) => "1",
    }
}

fn detail(idea: &Idea, column: &str) -> String {
    match idea.source_details.get(column) {
        Some(value) => value.clone(),
        None if idea.source == Source::Import => String::new(),
        None => "false".to_owned(),
    }
}
