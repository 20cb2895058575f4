//! A recorded conversation to replay.

use std::{collections::BTreeMap, path::Path};

use anyhow::Context as _;
use visioncast_model::Choice;
use visioncast_report::polis::{self, Conversation, Folder};

/// A statement that somebody made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    /// When, in milliseconds since 1970; 0 where unknown.
    pub(super) at: i64,
    /// Who, where known.
    pub(super) author: Option<u32>,
    pub(super) words: String,
    /// Whether it was moderated out.
    pub(super) hidden: bool,
}

/// A vote that somebody cast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Vote {
    /// When, in milliseconds since 1970; 0 where unknown.
    pub(super) at: i64,
    /// Who.
    pub(super) voter: u32,
    /// The place of the statement in [`Source::statements`].
    pub(super) statement: usize,
    pub(super) choice: Choice,
}

/// What is replayed of a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// What it was about.
    pub(super) topic: String,
    pub(super) statements: Vec<Statement>,
    /// In file order.
    pub(super) votes: Vec<Vote>,
}

impl Source {
    /// Reads a folder as Polis exports it.
    ///
    /// # Errors
    /// Where a file is missing or a row of it makes no sense; the message names file and line.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Self> {
        let file = |name: &str| {
            let path = folder.join(name);
            std::fs::read(&path).with_context(|| format!("failed to read {}", path.display()))
        };
        let [comments, votes, participants, summary] = Folder::NAMES.map(file);
        let files = Folder {
            comments: comments?,
            votes: votes?,
            participants: participants?,
            summary: summary?,
        };
        let conversation = polis::read(&files).with_context(|| format!("failed to read {}", folder.display()))?;
        Ok(Self::of(conversation))
    }

    fn of(conversation: Conversation) -> Self {
        let places: BTreeMap<u32, usize> = conversation
            .statements
            .iter()
            .map(|statement| statement.id)
            .zip(0..)
            .collect();
        let statements = conversation.statements.into_iter().map(|statement| Statement {
            at: statement.at.unwrap_or_default().0,
            author: statement.author,
            // Nobody can say what has no words: it is refused, and so are the votes on it.
            words: statement.words.unwrap_or_default(),
            hidden: statement.moderated_out,
        });
        let votes = conversation.votes.into_iter().filter_map(|vote| {
            Some(Vote {
                at: vote.at.unwrap_or_default().0,
                voter: vote.voter,
                statement: places.get(&vote.statement).copied()?,
                choice: vote.choice,
            })
        });
        Self {
            topic: conversation.topic,
            statements: statements.collect(),
            votes: votes.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_with_line_breaks_and_moderation() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let files = [
            (
                "comments.csv",
                "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
                 5,7,2,1,0,1,\"Two\nlines\"\n6,9,,0,0,-1,Gone\n",
            ),
            ("votes.csv", "timestamp,comment-id,voter-id,vote\n8,9,4,-1\n"),
            ("participants-votes.csv", "participant,group-id,7,9\n4,0,,-1\n"),
            ("summary.csv", "topic,Shade\n"),
        ];
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("the file can be written");
        }
        let source = Source::read(folder.path()).expect("the folder is fine");
        assert_eq!(source.topic, "Shade");
        assert_eq!(source.statements[0].words, "Two\nlines");
        assert_eq!((source.statements[1].hidden, source.statements[1].author), (true, None));
        assert_eq!(
            source.votes,
            [Vote {
                at: 8,
                voter: 4,
                statement: 1,
                choice: Choice::Disagree
            }]
        );
    }

    #[test]
    fn a_missing_file_is_named() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let error = Source::read(folder.path()).expect_err("there is nothing");
        assert!(error.to_string().contains("comments.csv"), "{error}");
    }
}
