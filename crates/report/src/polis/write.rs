use std::collections::{BTreeMap, BTreeSet};

use visioncast_analysis::consensus_across;
use visioncast_model::{Activity, Choice, Idea, IdeaId, Kind, Source, Tally};

use super::{
    gathered::{Conversation, Statement, told},
    number,
};
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
            Kind::Survey(_) | Kind::Reflection(_) | Kind::Volunteers | Kind::Grouping(_) => false,
            Kind::Prompt(_) => !agenda
                .iter()
                .any(|other| matches!(&other.plan.kind, Kind::Judgement(judgement) if judgement.prompt == activity.id)),
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

impl Conversation<'_> {
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
            ("views", String::new()),
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
