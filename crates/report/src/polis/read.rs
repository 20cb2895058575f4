use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;
use visioncast_model::{Choice, IDEA_CHARS, Timestamp};

/// The four files as they are.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// `comments.csv`.
    pub comments: Vec<u8>,
    /// `votes.csv`.
    pub votes: Vec<u8>,
    /// `participants-votes.csv`.
    pub participants: Vec<u8>,
    /// `summary.csv`.
    pub summary: Vec<u8>,
}

impl Folder {
    /// The names of the files, in the order of the fields.
    pub const NAMES: [&str; 4] = ["comments.csv", "votes.csv", "participants-votes.csv", "summary.csv"];
}

/// A conversation as it was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversation {
    /// What it is about; empty where the file does not say.
    pub topic: String,
    /// What people were asked; empty where the file does not say.
    pub description: String,
    /// Where it was held; empty where the file does not say.
    pub url: String,
    /// What people brought, in file order.
    pub statements: Vec<Statement>,
    /// Who took part, in file order.
    pub participants: Vec<Participant>,
    /// Every vote, in file order, votes that a later one replaced too.
    pub votes: Vec<Vote>,
}

/// Something that somebody brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its number.
    pub id: u32,
    /// The number of its author; none where unknown.
    pub author: Option<u32>,
    /// When it came in; none where unknown.
    pub at: Option<Timestamp>,
    /// Its words; none where votes speak of it and `comments.csv` does not.
    pub words: Option<String>,
    /// Whether it was moderated out.
    pub moderated_out: bool,
    /// `moderated`, `is-meta` and `is-seed` as they stand in the file.
    pub details: BTreeMap<String, String>,
}

/// Somebody who took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Their number.
    pub id: u32,
    /// The opinion group that Polis put them in, if any.
    pub group: Option<u16>,
}

/// A vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote {
    /// When; none where unknown.
    pub at: Option<Timestamp>,
    /// The number of the statement.
    pub statement: u32,
    /// The number of the voter.
    pub voter: u32,
    /// What they said.
    pub choice: Choice,
}

/// Why a folder cannot be read: the file, the line and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Not the encoding that Polis writes.
    #[error("{file}, line {line}: it is not in UTF-8. Save the file as “CSV UTF-8”, or export the conversation again")]
    Encoding {
        /// The file.
        file: &'static str,
        /// The line where the row begins.
        line: u64,
    },
    /// A row that is cut off, or in which a quotation mark is missing.
    #[error(
        "{file}, line {line}: it has {found} cells, the first line has {expected}. Repair it, or export the conversation again"
    )]
    Ragged {
        /// The file.
        file: &'static str,
        /// The line where the row begins.
        line: u64,
        /// How many it has.
        found: u64,
        /// How many it should have.
        expected: u64,
    },
    /// Not a table.
    #[error("{file}: {source}. Repair it, or export the conversation again")]
    Table {
        /// The file.
        file: &'static str,
        /// What is wrong, and where.
        source: csv::Error,
    },
    /// Without a column that is needed.
    #[error("{file}, line 1: there is no column “{column}”. Its first line must name the columns as Polis does")]
    Column {
        /// The file.
        file: &'static str,
        /// The column.
        column: &'static str,
    },
    /// A cell that says nothing.
    #[error(
        "{file}, line {line}: “{value}” in column “{column}” is not {expected}. Correct it, or export the conversation again"
    )]
    Cell {
        /// The file.
        file: &'static str,
        /// The line where the row begins.
        line: u64,
        /// The column.
        column: String,
        /// What stands there.
        value: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// A number that stands there before.
    #[error("{file}, line {line}: number {id} stands there a second time. Remove one of the two rows")]
    Twice {
        /// The file.
        file: &'static str,
        /// The line where the row begins.
        line: u64,
        /// The number.
        id: u32,
    },
    /// More words than an idea takes.
    #[error("{file}, line {line}: the statement has {chars} characters, {IDEA_CHARS} fit. Shorten it")]
    TooLong {
        /// The file.
        file: &'static str,
        /// The line where the row begins.
        line: u64,
        /// How many it has.
        chars: usize,
    },
    /// Files of different exports.
    #[error(
        "{file}, line {line}: participant {participant} has {cell} for statement {statement}, and the last such row of votes.csv has {vote}. The files are not from the same export, or votes.csv is cut off: export all of them again"
    )]
    Disagreement {
        /// The file.
        file: &'static str,
        /// The line where the row begins.
        line: u64,
        /// Who.
        participant: u32,
        /// The statement.
        statement: u32,
        /// What the matrix says.
        cell: i8,
        /// What the votes say.
        vote: String,
    },
    /// Nothing to take over.
    #[error("comments.csv: there is no statement in it. Export the conversation again")]
    Empty,
}

/// Reads a conversation.
///
/// Statements that only the votes speak of come last, without words; so do voters and authors who
/// are missing among the participants, without a group.
///
/// # Errors
/// The first thing that is wrong; nothing is read in part.
pub fn read(folder: &Folder) -> Result<Conversation, ReadError> {
    let mut conversation = Conversation {
        votes: votes(&folder.votes)?,
        ..Conversation::default()
    };
    conversation.statements = statements(&folder.comments)?;
    if conversation.statements.is_empty() {
        return Err(ReadError::Empty);
    }
    conversation.participants = participants(&folder.participants, &conversation.votes)?;
    summary(&folder.summary, &mut conversation)?;
    complete(&mut conversation);
    Ok(conversation)
}

fn statements(bytes: &[u8]) -> Result<Vec<Statement>, ReadError> {
    const DETAILS: [&str; 3] = ["moderated", "is-meta", "is-seed"];
    let mut table = Table::open("comments.csv", bytes, &["comment-id", "comment-body"])?;
    let mut seen = BTreeSet::new();
    table
        .rows()
        .map(|row| {
            let row = row?;
            let id = row
                .number("comment-id")?
                .ok_or_else(|| row.wrong("comment-id", "a number"))?;
            row.first_time(id, &mut seen)?;
            let words = row.get("comment-body").to_owned();
            if words.contains('\0') {
                return Err(row.wrong("comment-body", "text: a NUL sign is in it"));
            }
            let chars = words.chars().count();
            if chars > IDEA_CHARS {
                return Err(ReadError::TooLong {
                    file: row.file,
                    line: row.line(),
                    chars,
                });
            }
            let details = DETAILS
                .into_iter()
                .filter(|column| !row.get(column).is_empty())
                .map(|column| (column.to_owned(), row.get(column).to_owned()));
            Ok(Statement {
                id,
                author: row.number("author-id")?,
                at: row.number("timestamp")?.map(Timestamp),
                words: Some(words),
                moderated_out: match row.get("moderated") {
                    "-1" => true,
                    "0" | "1" | "" => false,
                    _ => return Err(row.wrong("moderated", "1, 0 or -1")),
                },
                details: details.collect(),
            })
        })
        .collect()
}

fn votes(bytes: &[u8]) -> Result<Vec<Vote>, ReadError> {
    let mut table = Table::open("votes.csv", bytes, &["comment-id", "voter-id", "vote"])?;
    table
        .rows()
        .map(|row| {
            let row = row?;
            let needed = |column| row.number(column)?.ok_or_else(|| row.wrong(column, "a number"));
            Ok(Vote {
                at: row.number("timestamp")?.map(Timestamp),
                statement: needed("comment-id")?,
                voter: needed("voter-id")?,
                choice: choice(row.get("vote"))
                    .ok_or_else(|| row.wrong("vote", "1 (agree), -1 (disagree) or 0 (pass)"))?,
            })
        })
        .collect()
}

fn participants(bytes: &[u8], votes: &[Vote]) -> Result<Vec<Participant>, ReadError> {
    let last: BTreeMap<(u32, u32), Choice> = votes
        .iter()
        .map(|vote| ((vote.voter, vote.statement), vote.choice))
        .collect();
    let mut table = Table::open("participants-votes.csv", bytes, &["participant", "group-id"])?;
    let statements: Vec<(String, u32)> = table
        .columns
        .keys()
        .filter_map(|name| Some((name.clone(), name.parse().ok()?)))
        .collect();
    let mut seen = BTreeSet::new();
    table
        .rows()
        .map(|row| {
            let row = row?;
            let id = row
                .number("participant")?
                .ok_or_else(|| row.wrong("participant", "a number"))?;
            row.first_time(id, &mut seen)?;
            for (column, statement) in &statements {
                let cell = row.get(column);
                if cell.is_empty() {
                    continue;
                }
                let cell =
                    choice(cell).ok_or_else(|| row.wrong(column, "1 (agree), -1 (disagree), 0 (pass) or empty"))?;
                let vote = last.get(&(id, *statement));
                if vote != Some(&cell) {
                    return Err(ReadError::Disagreement {
                        file: row.file,
                        line: row.line(),
                        participant: id,
                        statement: *statement,
                        cell: super::number(cell),
                        vote: vote.map_or_else(|| "no vote".to_owned(), |vote| super::number(*vote).to_string()),
                    });
                }
            }
            Ok(Participant {
                id,
                group: row.number("group-id")?,
            })
        })
        .collect()
}

fn summary(bytes: &[u8], conversation: &mut Conversation) -> Result<(), ReadError> {
    const FILE: &str = "summary.csv";
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(without_mark(bytes));
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(FILE, error))?;
        let slot = match record.get(0) {
            Some("topic") => &mut conversation.topic,
            Some("url") => &mut conversation.url,
            Some("conversation-description") => &mut conversation.description,
            _ => continue,
        };
        *slot = record.get(1).unwrap_or_default().trim().to_owned();
    }
    Ok(())
}

/// Adds what the votes and the statements speak of and no file lists.
fn complete(conversation: &mut Conversation) {
    let mut statements: BTreeSet<u32> = conversation.statements.iter().map(|statement| statement.id).collect();
    for vote in &conversation.votes {
        if statements.insert(vote.statement) {
            conversation.statements.push(Statement {
                id: vote.statement,
                author: None,
                at: vote.at,
                words: None,
                moderated_out: false,
                details: BTreeMap::new(),
            });
        }
    }
    let mut people: BTreeSet<u32> = conversation
        .participants
        .iter()
        .map(|participant| participant.id)
        .collect();
    let voters = conversation.votes.iter().map(|vote| vote.voter);
    let authors = conversation.statements.iter().filter_map(|statement| statement.author);
    for id in voters.chain(authors) {
        if people.insert(id) {
            conversation.participants.push(Participant { id, group: None });
        }
    }
}

fn choice(cell: &str) -> Option<Choice> {
    match cell {
        "1" => Some(Choice::Agree),
        "-1" => Some(Choice::Disagree),
        "0" => Some(Choice::Pass),
        _ => None,
    }
}

fn visible(sign: char) -> char {
    if sign.is_control() {
        char::REPLACEMENT_CHARACTER
    } else {
        sign
    }
}

fn unreadable(file: &'static str, error: csv::Error) -> ReadError {
    let line = error.position().map_or(1, csv::Position::line);
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => ReadError::Encoding { file, line },
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => ReadError::Ragged {
            file,
            line,
            found: *len,
            expected: *expected_len,
        },
        _ => ReadError::Table { file, source: error },
    }
}

/// `bytes` without the mark that some programs put before UTF-8.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// A file with named columns.
struct Table<'a> {
    file: &'static str,
    columns: BTreeMap<String, usize>,
    reader: csv::Reader<&'a [u8]>,
}

struct Row<'a> {
    file: &'static str,
    columns: &'a BTreeMap<String, usize>,
    record: StringRecord,
}

impl<'a> Table<'a> {
    fn open(file: &'static str, bytes: &'a [u8], needed: &[&'static str]) -> Result<Self, ReadError> {
        let mut reader = csv::Reader::from_reader(without_mark(bytes));
        let headers = reader.headers().map_err(|error| unreadable(file, error))?;
        let columns: BTreeMap<String, usize> = headers
            .iter()
            .zip(0..)
            .map(|(name, place)| (name.trim().to_owned(), place))
            .collect();
        if let Some(column) = needed.iter().find(|column| !columns.contains_key(**column)) {
            return Err(ReadError::Column { file, column });
        }
        Ok(Self { file, columns, reader })
    }

    fn rows(&mut self) -> impl Iterator<Item = Result<Row<'_>, ReadError>> {
        let (file, columns) = (self.file, &self.columns);
        self.reader.records().map(move |record| match record {
            Ok(record) => Ok(Row { file, columns, record }),
            Err(error) => Err(unreadable(file, error)),
        })
    }
}

impl Row<'_> {
    /// A cell; empty where there is none.
    fn get(&self, column: &str) -> &str {
        self.columns
            .get(column)
            .and_then(|place| self.record.get(*place))
            .unwrap_or_default()
    }

    /// A number; none where the cell is empty.
    fn number<N: std::str::FromStr>(&self, column: &'static str) -> Result<Option<N>, ReadError> {
        match self.get(column).trim() {
            "" => Ok(None),
            cell => cell.parse().map(Some).map_err(|_| self.wrong(column, "a number")),
        }
    }

    fn line(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }

    fn wrong(&self, column: &str, expected: &'static str) -> ReadError {
        ReadError::Cell {
            file: self.file,
            line: self.line(),
            column: column.to_owned(),
            value: self.get(column).chars().take(40).map(visible).collect(),
            expected,
        }
    }

    fn first_time(&self, id: u32, seen: &mut BTreeSet<u32>) -> Result<(), ReadError> {
        if seen.insert(id) {
            return Ok(());
        }
        Err(ReadError::Twice {
            file: self.file,
            line: self.line(),
            id,
        })
    }
}
