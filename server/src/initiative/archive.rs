//! A whole initiative as one open file: a zip of JSON, of which `manifest.json` says what is in it, with hashes.
//!
//! `initiative.json`, `panels/CODE.json` and, where a panel has them, `tickets/CODE.json` and `roll/CODE.json` hold all
//! that is restored; `framework.json`, `board.json` and `wins.json` follow from them, for reading. Accounts, sessions,
//! phones and links of people are in none of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read as _, Write as _},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use visioncast_model::{
    EVENT_VERSION, Epoch, Framework, InitiativeId, Panel, PanelId, Recorded, Seq, Words, WordsHash, WorkId,
    initiative::{Initiative, Noted, Win, Work},
};
use visioncast_report::{Disclosure, json};
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

use crate::{
    live::random_token,
    log::Log,
    store::{
        Batch, Door, Entry, NewPanel, SharedStore, StoreError, StoredTicket, Summary, TakenIn, TokenHash, Volunteer,
        folded, hexadecimal, read_hexadecimal,
    },
};

const FORMAT: &str = "visioncast-initiative";
/// Goes up where an older program could not restore what a newer one writes.
const VERSION: u16 = 1;
const MANIFEST: &str = "manifest.json";
const INITIATIVE: &str = "initiative.json";
const FRAMEWORK: &str = "framework.json";
const BOARD: &str = "board.json";
const WINS: &str = "wins.json";
const VOLUNTEERS: &str = "volunteers.json";
const PANELS: &str = "panels";
const TICKETS: &str = "tickets";
const ROLL: &str = "roll";
/// What a file may unpack to at most, so that a small one cannot fill the memory.
const MOST_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// Whether the volunteers' contacts and the names on the rolls go along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contacts {
    Left,
    Taken,
}

/// Why an archive was not written or restored; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArchiveError {
    #[error("this is no archive of an initiative: {0}")]
    NoArchive(String),
    #[error("the archive was written by a newer version of visioncast: update the program")]
    Newer,
    #[error("the archive is damaged: {file} {why}")]
    Damaged { file: String, why: String },
    #[error("the initiative {0:?} is here already: restore it into another database")]
    Here(String),
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("the archive could not be written: {0}")]
    Write(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    format: String,
    version: u16,
    event_version: u16,
    initiative: InitiativeId,
    name: String,
    framework_version: Option<u32>,
    files: BTreeMap<String, Listed>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    bytes: u64,
    sha256: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Logged {
    id: InitiativeId,
    log: Vec<Noted>,
}

/// Of the archive of a panel only what the rest of it follows from.
#[derive(Deserialize)]
struct PanelFile {
    events: Vec<Recorded>,
    words: Vec<Words>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contact {
    id: Uuid,
    panel: PanelId,
    contact: String,
    name: String,
    domains: Vec<u16>,
    steps: Vec<u16>,
    consent: String,
    removal: String,
}

/// A ticket, by its hash in hexadecimal; `claim` is what the device knows that used it, as a hash too.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ticket {
    ticket: String,
    claim: Option<String>,
    void: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
    checked: bool,
}

/// An initiative with all its panels, as an archive holds it.
pub(crate) struct Archive {
    pub(crate) initiative: Initiative,
    /// By code.
    panels: BTreeMap<String, (Log, Door)>,
    volunteers: Vec<Volunteer>,
}

impl Archive {
    /// The codes of its panels.
    pub(crate) fn codes(&self) -> impl Iterator<Item = String> + '_ {
        self.panels.keys().cloned()
    }

    /// How many volunteers it holds.
    pub(crate) const fn volunteers(&self) -> usize {
        self.volunteers.len()
    }
}

/// The archive of an initiative as it stands: the same bytes for the same state.
///
/// # Errors
/// Where the store does not answer, or a log cannot be read.
pub(crate) async fn write_archive(
    store: &SharedStore,
    initiative: &Initiative,
    contacts: Contacts,
) -> Result<Vec<u8>, ArchiveError> {
    let mut logs = Vec::new();
    for entry in store.panels_of(initiative.id()).await? {
        let log = Log::read(store.as_ref(), entry.id).await?;
        let door = Door {
            tickets: store.tickets(entry.id).await?,
            names: match contacts {
                Contacts::Taken => store.names(entry.id).await?,
                Contacts::Left => Vec::new(),
            },
        };
        logs.push((entry, log, door));
    }
    let volunteers = match contacts {
        Contacts::Taken => Some(store.volunteers(initiative.id()).await?),
        Contacts::Left => None,
    };
    let initiative = initiative.clone();
    let packed = tokio::task::spawn_blocking(move || pack(&initiative, &logs, volunteers.as_deref())).await;
    packed.map_err(|error| ArchiveError::Write(error.to_string()))?
}

fn pack(
    initiative: &Initiative,
    logs: &[(Entry, Log, Door)],
    volunteers: Option<&[Volunteer]>,
) -> Result<Vec<u8>, ArchiveError> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let logged = Logged {
        id: initiative.id(),
        log: initiative.log().to_vec(),
    };
    files.insert(INITIATIVE.to_owned(), pretty(&logged)?);
    if let Some(framework) = initiative.framework() {
        files.insert(FRAMEWORK.to_owned(), pretty(framework)?);
    }
    files.insert(BOARD.to_owned(), pretty(&board(initiative))?);
    let wins: Vec<&Win> = initiative.wins().into_iter().map(|(_, win)| win).collect();
    files.insert(WINS.to_owned(), pretty(&wins)?);
    for (entry, log, door) in logs {
        let bytes =
            json(log.material(), Disclosure::Complete).map_err(|error| ArchiveError::Write(error.to_string()))?;
        files.insert(in_folder(PANELS, entry.code.as_str()), bytes);
        if !door.tickets.is_empty() {
            let tickets: Vec<Ticket> = door.tickets.iter().map(ticket).collect();
            files.insert(in_folder(TICKETS, entry.code.as_str()), pretty(&tickets)?);
        }
        if !door.names.is_empty() {
            files.insert(in_folder(ROLL, entry.code.as_str()), pretty(&roll(&door.names))?);
        }
    }
    if let Some(volunteers) = volunteers {
        let contacts: Vec<Contact> = volunteers.iter().map(contact).collect();
        files.insert(VOLUNTEERS.to_owned(), pretty(&contacts)?);
    }
    let listed = files.iter().map(|(name, bytes)| {
        let listed = Listed {
            bytes: bytes.len() as u64,
            sha256: hexadecimal(&Sha256::digest(bytes).into()),
        };
        (name.clone(), listed)
    });
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        event_version: EVENT_VERSION,
        initiative: initiative.id(),
        name: initiative.name().to_owned(),
        framework_version: initiative.framework().map(|framework| framework.version),
        files: listed.collect(),
    };
    zipped(&pretty(&manifest)?, &files).map_err(|error| ArchiveError::Write(error.to_string()))
}

#[derive(Serialize)]
struct Piece<'a> {
    id: WorkId,
    step_name: &'a str,
    #[serde(flatten)]
    work: &'a Work,
}

fn board(initiative: &Initiative) -> serde_json::Value {
    let steps = initiative.steps();
    let pieces: Vec<Piece<'_>> = initiative
        .works()
        .iter()
        .map(|(id, work)| Piece {
            id: *id,
            step_name: steps.get(usize::from(work.step) - 1).map_or("", String::as_str),
            work,
        })
        .collect();
    serde_json::json!({ "steps": steps, "work": pieces })
}

/// The file of a panel in one of the archive's folders.
fn in_folder(folder: &str, code: &str) -> String {
    format!("{folder}/{code}.json")
}

fn ticket((hash, stored): &(TokenHash, StoredTicket)) -> Ticket {
    Ticket {
        ticket: hexadecimal(hash),
        claim: stored.claim.as_ref().map(hexadecimal),
        void: stored.void,
    }
}

/// The names in an order that is the same on every store: each sorts text in its own way.
fn roll(names: &[(String, bool)]) -> Vec<Name> {
    let mut names: Vec<Name> = names
        .iter()
        .map(|(name, checked)| Name {
            name: name.clone(),
            checked: *checked,
        })
        .collect();
    names.sort_by_cached_key(|name| folded(&name.name));
    names
}

fn contact(volunteer: &Volunteer) -> Contact {
    Contact {
        id: volunteer.id,
        panel: volunteer.panel,
        contact: volunteer.contact.clone(),
        name: volunteer.name.clone(),
        domains: volunteer.domains.clone(),
        steps: volunteer.steps.clone(),
        consent: volunteer.consent.clone(),
        removal: hexadecimal(&volunteer.removal),
    }
}

fn zipped(manifest: &[u8], files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, ZipError> {
    // The same time in every archive: of two that hold the same, all bytes are the same.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let first = std::iter::once((MANIFEST, manifest));
    let rest = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    for (name, bytes) in first.chain(rest) {
        writer.start_file(name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

fn pretty(value: &impl Serialize) -> Result<Vec<u8>, ArchiveError> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|error| ArchiveError::Write(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What an archive holds, once all of it is checked.
///
/// # Errors
/// Where it is none, or anything in it is not as it was written; in words that say where.
pub(crate) fn read_archive(bytes: &[u8]) -> Result<Archive, ArchiveError> {
    let mut files = unpack(bytes)?;
    let manifest = files.remove(MANIFEST);
    let manifest = manifest.ok_or_else(|| ArchiveError::NoArchive(format!("it has no {MANIFEST}")))?;
    let format: serde_json::Value = parse(MANIFEST, &manifest)?;
    if format["format"] != FORMAT {
        return Err(ArchiveError::NoArchive(format!("its {MANIFEST} is of another format")));
    }
    let newer = |field: &str, known: u16| format[field].as_u64().is_some_and(|version| version > u64::from(known));
    if newer("version", VERSION) || newer("event_version", EVENT_VERSION) {
        return Err(ArchiveError::Newer);
    }
    let manifest: Manifest = parse(MANIFEST, &manifest)?;
    for (name, listed) in &manifest.files {
        let bytes = files.get(name).ok_or_else(|| damaged(name, "is missing"))?;
        if hexadecimal(&Sha256::digest(bytes).into()) != listed.sha256 {
            return Err(damaged(name, "is not what the manifest says: its hash differs"));
        }
    }
    if let Some(name) = files.keys().find(|name| !manifest.files.contains_key(*name)) {
        return Err(damaged(name, "is not in the manifest"));
    }
    let logged: Logged = parse(
        INITIATIVE,
        files.get(INITIATIVE).ok_or_else(|| damaged(INITIATIVE, "is missing"))?,
    )?;
    let contiguous = logged.log.iter().zip(1..).all(|(noted, place)| noted.seq == Seq(place));
    if logged.id != manifest.initiative || logged.log.is_empty() || !contiguous {
        return Err(damaged(INITIATIVE, "has gaps, or is of another initiative"));
    }
    let initiative = Initiative::replay(logged.id, logged.log);
    let mut panels = BTreeMap::new();
    for (name, bytes) in &files {
        if let Some(code) = code_in(name, PANELS) {
            panels.insert(code.to_owned(), (panel(name, bytes)?, Door::default()));
        }
    }
    for (name, bytes) in &files {
        let Some(code) = code_in(name, TICKETS).or_else(|| code_in(name, ROLL)) else {
            continue;
        };
        let Some((log, door)) = panels.get_mut(code) else {
            return Err(damaged(name, "is of a panel that is not in the archive"));
        };
        if code_in(name, TICKETS).is_some() {
            door.tickets = tickets(name, bytes, &log.panel)?;
        } else {
            door.names = names(name, bytes)?;
        }
    }
    let contacts: Vec<Contact> = match files.get(VOLUNTEERS) {
        Some(bytes) => parse(VOLUNTEERS, bytes)?,
        None => Vec::new(),
    };
    let volunteers = contacts
        .into_iter()
        .map(|contact| volunteer(contact, initiative.id()))
        .collect::<Result<_, _>>()?;
    if let Some(bytes) = files.get(FRAMEWORK) {
        let framework: Framework = parse(FRAMEWORK, bytes)?;
        if initiative.framework() != Some(&framework) {
            return Err(damaged(FRAMEWORK, "is not the one in initiative.json"));
        }
    }
    Ok(Archive {
        initiative,
        panels,
        volunteers,
    })
}

fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, ArchiveError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| ArchiveError::NoArchive(error.to_string()))?;
    let mut left = MOST_BYTES;
    let mut files = BTreeMap::new();
    for place in 0..zip.len() {
        let file = zip.by_index(place);
        let file = file.map_err(|error| damaged(&format!("file {}", place + 1), &error.to_string()))?;
        let name = file.name().map(|name| name.into_owned());
        let name = name.map_err(|error| damaged(&format!("file {}", place + 1), &error.to_string()))?;
        let mut content = Vec::new();
        let read = file.take(left).read_to_end(&mut content);
        let read = read.map_err(|error| damaged(&name, &format!("cannot be unpacked: {error}")))?;
        left -= read as u64;
        if left == 0 {
            return Err(damaged(&name, "is too large"));
        }
        files.insert(name, content);
    }
    Ok(files)
}

fn panel(name: &str, bytes: &[u8]) -> Result<Log, ArchiveError> {
    let PanelFile { events, words } = parse(name, bytes)?;
    if !events.iter().zip(1..).all(|(event, place)| event.seq == Seq(place)) {
        return Err(damaged(name, "has a gap in its events"));
    }
    let panel = Panel::replay(&events, words.iter().cloned());
    let code = panel.code().map(|code| in_folder(PANELS, code.as_str()));
    if panel.id().is_none() || code.as_deref() != Some(name) {
        return Err(damaged(name, "holds another panel, or none"));
    }
    let hashes: BTreeMap<_, WordsHash> = words
        .iter()
        .map(|words| (words.id, WordsHash::of(&words.salt, &words.text)))
        .collect();
    let changed = panel.ideas().iter().find(|(_, idea)| {
        let now = hashes.get(&idea.words);
        now.is_some_and(|hash| *hash != idea.hash)
    });
    if let Some((id, _)) = changed {
        return Err(damaged(name, &format!("has other words for idea {id} than its log")));
    }
    Ok(Log { panel, events, words })
}

/// The code in the name of a file in that folder.
fn code_in<'a>(name: &'a str, folder: &str) -> Option<&'a str> {
    name.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".json")
}

fn tickets(name: &str, bytes: &[u8], panel: &Panel) -> Result<Vec<(TokenHash, StoredTicket)>, ArchiveError> {
    let tickets: Vec<Ticket> = parse(name, bytes)?;
    let (Some(id), made) = (panel.id(), panel.tickets().made) else {
        return Err(damaged(name, "is of a panel that never began"));
    };
    if tickets.len() > made as usize {
        return Err(damaged(
            name,
            &format!("has {} tickets, and {made} were made", tickets.len()),
        ));
    }
    let mut read = BTreeMap::new();
    for ticket in tickets {
        let stored = StoredTicket {
            panel: id,
            claim: ticket.claim.map(|claim| hash(name, &claim)).transpose()?,
            void: ticket.void,
        };
        if read.insert(hash(name, &ticket.ticket)?, stored).is_some() {
            return Err(damaged(name, "has a ticket twice"));
        }
    }
    Ok(read.into_iter().collect())
}

fn names(file: &str, bytes: &[u8]) -> Result<Vec<(String, bool)>, ArchiveError> {
    let names: Vec<Name> = parse(file, bytes)?;
    let mut seen = BTreeSet::new();
    if let Some(twice) = names.iter().find(|name| !seen.insert(folded(&name.name))) {
        return Err(damaged(file, &format!("has the name {:?} twice", twice.name)));
    }
    Ok(names.into_iter().map(|name| (name.name, name.checked)).collect())
}

fn hash(file: &str, text: &str) -> Result<TokenHash, ArchiveError> {
    read_hexadecimal(text).ok_or_else(|| damaged(file, "holds a hash that is none"))
}

fn volunteer(contact: Contact, initiative: InitiativeId) -> Result<Volunteer, ArchiveError> {
    let removal = hash(VOLUNTEERS, &contact.removal)?;
    Ok(Volunteer {
        id: contact.id,
        initiative,
        panel: contact.panel,
        contact: contact.contact,
        name: contact.name,
        domains: contact.domains,
        steps: contact.steps,
        consent: contact.consent,
        removal,
    })
}

fn parse<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, ArchiveError> {
    serde_json::from_slice(bytes).map_err(|error| damaged(name, &format!("cannot be read: {error}")))
}

fn damaged(file: &str, why: &str) -> ArchiveError {
    ArchiveError::Damaged {
        file: file.to_owned(),
        why: why.to_owned(),
    }
}

/// Puts an archive into the database, all of it or nothing. Its panels begin a new life, and have new projectors.
///
/// # Errors
/// [`ArchiveError::Here`]; [`StoreError::CodeTaken`] where another panel has a code of one of its panels.
pub(crate) async fn restore_archive(store: &SharedStore, archive: &Archive) -> Result<(), ArchiveError> {
    let initiative = &archive.initiative;
    if store.initiative(initiative.id()).await?.is_some() {
        return Err(ArchiveError::Here(initiative.name().to_owned()));
    }
    let mut panels = Vec::new();
    for (log, door) in archive.panels.values() {
        let (Some(id), Some(code)) = (log.panel.id(), log.panel.code()) else {
            continue;
        };
        let entry = NewPanel {
            id,
            code,
            epoch: Epoch(rand::random()),
            screen_key: random_token(),
            created: log.panel.created(),
            initiative: Some(initiative.id()),
        };
        let batch = Batch {
            events: &log.events,
            words: &log.words,
            erased_words: &[],
            erased_people: &[],
            summary: Summary::of(&log.panel),
        };
        panels.push((entry, batch, door));
    }
    let taken = TakenIn {
        id: initiative.id(),
        log: initiative.log(),
        panels: &panels,
        volunteers: &archive.volunteers,
    };
    Ok(store.take_in(&taken).await?)
}
